"""CSS selectors on a tree: each alternative begins at the few elements that have one of its classes, ids or attributes.

".box > .name a" begins at the elements of class "name": what stands left of it is asked of each by one XPath upwards,
what stands right of it is searched from each by one downwards.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from cssselect import parse
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Function, Hash, Relation, Selector
from lxml import etree
from parsel.csstranslator import HTMLTranslator, css2xpath

from newscrawl.reading.document.index import Index

TRANSLATOR = HTMLTranslator()
UPWARDS = {" ": "ancestor::", ">": "parent::", "~": "preceding-sibling::", "+": "preceding-sibling::*[1]/self::"}
ONWARDS = {" ": "descendant::", ">": "child::", "~": "following-sibling::", "+": "following-sibling::*[1]/self::"}
# Of an attribute's value and what a selector says of it; of the other forms only that the attribute is there.
COMPARED: dict[str, Callable[[str, str], bool]] = {
    "=": operator.eq, "*=": operator.contains, "^=": str.startswith, "$=": str.endswith,
}  # fmt: skip
COST = {"class": 0, "id": 1, "attribute": 2}  # those that a page seldom lacks, and that take a walk, are asked last


class Test(NamedTuple):
    """A class, id or attribute that an element must have; `operator`, `value` and `tag` are of an attribute."""

    kind: str  # "class", "id" or "attribute"
    name: str
    operator: str = "exists"
    value: str = ""
    tag: str = ""  # of the element, where it is known


class Step(NamedTuple):
    """A selector between two combinators; `combinator` stands in front of it."""

    combinator: str
    tag: str | None
    tests: tuple[Test, ...]
    xpath: str  # "p[@class = 'x']"
    plain: bool  # the tag and one test say all
    searches: bool  # it looks through all that is in an element: `:has(...)`, `:contains(...)`


class Alternative(NamedTuple):
    """One of a selector's alternatives, and where its search begins."""

    needs: tuple[Test, ...]  # what the page must have
    anchor: Step | None  # where the search begins; with none, at the root
    check: etree.XPath | None  # whether an element that has the anchor's class is one, and stands where it must
    path: etree.XPath | None  # from there
    downwards: bool  # the path leads to nothing that stands beside it
    deep: bool  # and what it leads to from one element, it leads to from those around that one, too
    whole: etree.XPath  # from the root


def select(index: Index, css: str) -> list[etree._Element | str]:
    """Elements, or strings for `::attr(x)` and `::text`, in document order."""
    found = [values for alternative in _alternatives(css) if (values := _found(alternative, index))]
    if len(found) < 2:
        return found[0] if found else []
    together = {value for values in found for value in values}
    elements = index.in_order(together)
    if len(elements) == len(together):
        return [*elements]
    return _xpath(css)(index.root)  # type: ignore[return-value]


def _found(alternative: Alternative, index: Index) -> list[etree._Element | str]:
    """What one alternative of a selector gives, in document order."""
    having: dict[Test, list[etree._Element]] = {}
    for test in alternative.needs:
        if not (found := _having(index, test)):
            return []
        having[test] = found
    anchor = alternative.anchor
    if anchor is None:
        return alternative.whole(index.root)  # type: ignore[return-value]
    elements = min((having[test] for test in anchor.tests), key=len) if anchor.tests else None
    if elements is None:
        elements = index.tagged(anchor.tag or "")
    elif anchor.tag:
        elements = [e for e in elements if e.tag == anchor.tag]
    if (check := alternative.check) is not None:
        elements = [e for e in elements if check(e)]
    if (path := alternative.path) is None:
        return [*elements]
    if len(elements) > 1:
        outermost = _outermost(elements) if alternative.downwards else []
        if len(outermost) < len(elements) and not alternative.deep:
            return alternative.whole(index.root)  # type: ignore[return-value]
        elements = outermost
    return [value for e in elements for value in path(e)]  # type: ignore[union-attr,misc]


def _having(index: Index, test: Test) -> list[etree._Element]:
    """The elements of a class, an id or an attribute."""
    if test.kind == "class":
        return index.of_class(test.name)
    if test.kind == "id":
        return index.of_id(test.name)
    compare = COMPARED.get(test.operator)
    return index.valued(test.name, (lambda value: compare(value, test.value)) if compare else None, test.tag)


@cache
def _xpath(css: str) -> etree.XPath:
    return etree.XPath(css2xpath(css))


@cache
def _alternatives(css: str) -> list[Alternative]:
    return [_alternative(selector) for selector in parse(css)]


def _alternative(selector: Selector) -> Alternative:
    steps = list(_steps(selector.parsed_tree))
    whole = etree.XPath(
        TRANSLATOR.selector_to_xpath(selector, prefix="descendant-or-self::", translate_pseudo_elements=True)
    )
    needs = tuple(sorted((test for step in steps for test in step.tests), key=lambda test: COST[test.kind]))
    named = [i for i, step in enumerate(steps) if any(test.kind != "attribute" for test in step.tests)]
    marked = [i for i, step in enumerate(steps) if step.tests]
    searching = [i for i in named if steps[i].searches]  # asked of each once, and not of all around each further one
    start = next(iter([*searching[:1], *named[-1:], *marked[-1:]]), 0 if len(steps) == 1 and steps[0].tag else None)
    pseudo = selector.pseudo_element
    if start is None or ":scope" in selector.canonical() or (pseudo and steps[-1].xpath == "*"):
        return Alternative(needs, None, None, None, True, False, whole)
    left = ""
    for step, following in pairwise(steps[: start + 1]):
        # What stands around an element stands around what is in it, too: of several the nearest will do.
        nearest = "[1]" if following.combinator == " " and step.combinator in ("", " ") else ""
        left = f"[{UPWARDS[following.combinator]}{step.xpath}{nearest}{left}]"
    anchor = steps[start]
    check = None if anchor.plain and not left else etree.XPath(f"boolean(self::{anchor.xpath}{left})")
    ahead = [ONWARDS[step.combinator] + step.xpath for step in steps[start + 1 :]]
    if pseudo is not None:
        written = TRANSLATOR.selector_to_xpath(selector, prefix="", translate_pseudo_elements=True)
        ahead.append(written.rpartition("/")[2])  # "@href", "text()"
    downwards = all(step.combinator in (" ", ">") for step in steps[start + 1 :])
    deep = downwards and start + 1 < len(steps) and steps[start + 1].combinator == " "
    return Alternative(needs, anchor, check, etree.XPath("/".join(ahead)) if ahead else None, downwards, deep, whole)


def _steps(tree: Any) -> Iterator[Step]:
    """The parts of a selector from left to right."""
    combinator, own = "", tree
    if isinstance(tree, CombinedSelector):
        yield from _steps(tree.selector)
        combinator, own = tree.combinator, tree.subselector
    base, parts, searches = own, 0, False
    while not isinstance(base, Element):
        searches = searches or isinstance(base, Function | Relation)
        base, parts = base.selector, parts + 1
    tag = base.element.lower() if base.element and not base.namespace else None
    tests = tuple(_tests(own, tag or ""))
    plain = parts <= 1 and len(tests) == parts and not base.namespace
    plain = plain and all(t.operator == "exists" or (t.value and t.operator in COMPARED) for t in tests)
    yield Step(combinator, tag, tests, str(TRANSLATOR.xpath(own)), plain, searches)


def _tests(part: Any, tag: str) -> Iterator[Test]:
    """The classes, ids and attributes that an element must have to be what one part of a selector means."""
    while not isinstance(part, Element):
        if isinstance(part, Class):
            yield Test("class", part.class_name)
        elif isinstance(part, Hash):
            yield Test("id", part.id)
        elif isinstance(part, Attrib) and not part.namespace and part.operator != "!=" and not part.flag:
            yield Test("attribute", part.attrib.lower(), part.operator, (part.value and part.value.value) or "", tag)
        part = part.selector


def _outermost(elements: list[etree._Element]) -> list[etree._Element]:
    """Those of the elements, in document order, that stand in none of the others."""
    known = set(elements)
    return [e for e in elements if not any(above in known for above in e.iterancestors())]


def check_selector(css: str) -> None:
    """Raise an exception for a selector that could not be used on a page."""
    root = _nothing()
    for alternative in _alternatives(css):
        alternative.whole(root)


@cache
def _nothing() -> etree._Element:
    """A page of nothing."""
    return etree.HTML("<p></p>")
