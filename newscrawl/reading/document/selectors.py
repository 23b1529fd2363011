"""CSS selectors on a tree: each alternative begins at the elements of its first class, id or rare tag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from cssselect import parse
from cssselect.parser import Class, CombinedSelector, Element, Hash
from lxml import etree
from parsel.csstranslator import HTMLTranslator, css2xpath

# A selector begins its search at the elements of its first class or id, or of one of these tags.
ANCHOR_TAGS = frozenset({"h1", "time", "meta", "article"})
TRANSLATOR = HTMLTranslator()


class Alternative(NamedTuple):
    """One of a selector's alternatives: what it needs, where its search may begin, and its paths."""

    needs: frozenset[str]  # classes and ids that a page must have
    anchor: str | None  # the class, id or rare tag it begins with
    downwards: bool  # the path from there leads to nothing that stands beside it
    path: etree.XPath  # from the anchor
    whole: etree.XPath  # from the root


Names = Mapping[str, list[etree._Element]]


def names_in(root: etree._Element) -> Names:
    """Elements by ".class", "#id" and rare tag, in document order: one walk in place of one for each selector."""
    found: dict[str, list[etree._Element]] = {}
    for element in root.iter("*"):
        if element.tag in ANCHOR_TAGS:
            found.setdefault(element.tag, []).append(element)
        if classes := element.get("class"):
            for name in classes.split():
                found.setdefault("." + name, []).append(element)
        if own_id := element.get("id"):
            found.setdefault("#" + own_id, []).append(element)
    return found


def select(root: etree._Element, names: Names, css: str) -> list[etree._Element | str]:
    """Elements, or strings for `::attr(x)` and `::text`, in document order; `names` are those in the tree."""
    live = [alternative for alternative in _alternatives(css) if alternative.needs <= names.keys()]
    if not live:
        return []
    found = [values for alternative in live if (values := _found(alternative, root, names))]
    if len(found) > 1:  # they have to be brought in order
        return _xpath(css)(root)  # type: ignore[return-value]
    return found[0] if found else []


def _found(alternative: Alternative, root: etree._Element, names: Names) -> list[etree._Element | str]:
    """What one alternative of a selector gives, in document order."""
    if alternative.anchor is not None:
        elements = names.get(alternative.anchor, [])
        if len(elements) < 2 or (alternative.downwards and not _are_nested(elements)):  # none is given twice
            return [value for e in elements for value in alternative.path(e)]  # type: ignore[union-attr,misc]
    return alternative.whole(root)  # type: ignore[return-value]


@cache
def _xpath(css: str) -> etree.XPath:
    return etree.XPath(css2xpath(css))


@cache
def _alternatives(css: str) -> list[Alternative]:
    found = []
    for alternative in parse(css):
        step = alternative.parsed_tree
        downwards = True
        needs: set[str] = set()
        while isinstance(step, CombinedSelector):
            downwards = downwards and step.combinator in (" ", ">")
            needs.update(_named(step.subselector))
            step = step.selector
        needs.update(_named(step))
        anchor = _anchor(step)
        path, whole = (
            etree.XPath(TRANSLATOR.selector_to_xpath(alternative, prefix=prefix, translate_pseudo_elements=True))
            for prefix in ("self::", "descendant-or-self::")
        )
        found.append(Alternative(frozenset(needs), anchor, downwards, path, whole))
    return found


def _named(step: Any) -> Iterator[str]:
    """The classes and ids that an element must have to be what one step of a selector means."""
    while not isinstance(step, Element):
        if isinstance(step, Class):
            yield "." + step.class_name
        if isinstance(step, Hash):
            yield "#" + step.id
        step = step.selector


def _anchor(step: Any) -> str | None:
    """A class, id or rare tag that an element must have for the first part of a selector."""
    for name in _named(step):
        return name
    while not isinstance(step, Element):
        step = step.selector
    tag = (step.element or "").lower()
    return tag if tag in ANCHOR_TAGS and not step.namespace else None


def _are_nested(elements: list[etree._Element]) -> bool:
    """True if one of the elements, in document order, stands in another."""
    known = set(elements)
    return len(elements) > 1 and any(above in known for e in elements for above in e.iterancestors())


def check_selector(css: str) -> None:
    """Raise an exception for a selector that could not be used on a page."""
    root = etree.HTML("<p></p>")
    select(root, names_in(root), css)
    _xpath(css)(root)
