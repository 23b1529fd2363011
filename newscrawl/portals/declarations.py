"""What a portal declares, rule by rule: each can be taken away or changed, to see what depends on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any

from cssselect.parser import tokenize

from newscrawl.discovery.listings import Source
from newscrawl.portals.form import Portal
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.loaders import ArticleLoader

# Of listings: where their cards are, and what is read of each. The rest of a listing says which pages are asked for.
OF_LISTINGS = ("cards", "dates", "link", "base", "script", "devalue", "only")
# Attributes of a loader that no record shows: how many words a page counts is a doubt's.
SHOWN_BY_NO_RECORD = frozenset({"words_json", "default_item_class"})
SELECTORS = re.compile(r"\w+_css|body_drop|body_end|cards|dates|script")
SEVERAL = re.compile(r"\w+_(?:css|json|meta)|body_drop|body_end")
NOTHING = repr(())  # what a loader says that has no rule of this name, also where its house has one
NOWHERE = "nowhere"  # an element, and a key, that nothing has

# A rule's text in, the text it is to have out; null takes the rule away.
Change = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the class that declares it, a loader or a portal, its attribute, and what it says.

    `text` is one alternative of a selector, a path, the name of a meta element, a pattern, or a setting as Python
    writes it.
    """

    owner: type
    name: str
    text: str

    def __str__(self) -> str:
        return f"{self.name}: {self.text}"


def alternatives(selector: str) -> list[str]:
    """The alternatives of a selector, which stand between commas.

    >>> alternatives(".a:not(.b, .c), [href*='x,y'], .d")
    ['.a:not(.b, .c)', "[href*='x,y']", '.d']
    """
    depth, ends = 0, [-1]
    for token in tokenize(selector):
        depth += token.is_delim("(", "[") - token.is_delim(")", "]")
        if token.is_delim(",") and not depth:
            ends.append(token.pos)
    return [selector[begin + 1 : end].strip() for begin, end in pairwise([*ends, len(selector)])]


def rules_of(portal: type[Portal]) -> list[Rule]:
    """What the portal's own file and its house declare of reading and of listings, each rule once."""
    found = [rule for owner in loaders_of(portal) for rule in _of_loader(owner)]
    for listing in sources_of(portal):
        for name in _read_of(listing):
            found.extend(Rule(portal, f"listings.{name}", text) for text in _texts(name, getattr(listing, name)))
    return list(dict.fromkeys(found))


def shared_rules() -> list[Rule]:
    """What every loader has unless it says otherwise."""
    return [rule for rule in _of_loader(FieldLoader) if SEVERAL.fullmatch(rule.name) and rule.text != NOTHING]


def loaders_of(portal: type[Portal]) -> list[type[ArticleLoader]]:
    """The portal's loader and those of its house that it is made of."""
    shared = ArticleLoader.__mro__
    return [c for c in portal.Loader.__mro__ if issubclass(c, ArticleLoader) and c not in shared]


def sources_of(portal: type[Portal]) -> tuple[Source, ...]:
    """All ways in which the portal lists articles, those to a tag or a search too."""
    return (*portal.listings, *portal.topics())


def applies(rule: Rule, portal: type[Portal]) -> bool:
    """True where the rule is one that the portal is read by: its loader has it, and has not replaced it."""
    if issubclass(rule.owner, Portal):
        return rule.owner is portal
    declaring = next((c for c in portal.Loader.__mro__ if rule.name in vars(c)), None)
    return declaring is rule.owner


def without(portal: type[Portal], rule: Rule) -> type[Portal]:
    """The portal with the rule taken away; where it is a setting, with what it would be without it."""
    return changed(portal, rule, lambda _: None)


def changed(portal: type[Portal], rule: Rule, change: Change) -> type[Portal]:
    """The portal with another text of the rule. Raises TypeError or ValueError for a text that cannot be read."""
    attributes: dict[str, Any] = {"__module__": portal.__module__, "name": portal.name}
    if rule.name.startswith("listings."):
        name = rule.name.removeprefix("listings.")
        for place in ("listings", "tags", "searches"):
            ways = getattr(portal, place)
            several = (ways,) if isinstance(ways, Source) else ways
            attributes[place] = tuple(_changed_listing(listing, name, rule.text, change) for listing in several)
    else:
        value = _changed_value(portal.Loader, rule, change)
        attributes["Loader"] = type("Loader", (portal.Loader,), {rule.name: value})
    return type(portal.__name__, (portal,), attributes)


def _of_loader(owner: type) -> Iterator[Rule]:
    for name, value in vars(owner).items():
        if name.startswith("_") or name in SHOWN_BY_NO_RECORD or not _is_rule(name, value):
            continue
        yield from (Rule(owner, name, text) for text in _texts(name, value))


def _is_rule(name: str, value: Any) -> bool:
    """True for what a loader declares; not for its methods, nor for what is the same for every portal."""
    return bool(SEVERAL.fullmatch(name)) or isinstance(value, str | bool | frozenset | dict | re.Pattern)


def _texts(name: str, value: Any) -> list[str]:
    """The rules that an attribute holds, each as text; of one that says "none" the whole."""
    if SEVERAL.fullmatch(name) or SELECTORS.fullmatch(name):
        rules = (value,) if isinstance(value, str) else value
        found = [text for rule in rules for text in (alternatives(rule) if SELECTORS.fullmatch(name) else [rule])]
        return found or [NOTHING]
    if isinstance(value, frozenset):
        return sorted(value) or [NOTHING]
    if isinstance(value, re.Pattern):
        return [value.pattern]
    return [value if isinstance(value, str) else repr(value)]


def _changed_value(loader: type[ArticleLoader], rule: Rule, change: Change) -> Any:
    value = getattr(loader, rule.name)
    if rule.text == NOTHING:
        return _inherited(rule)
    if SEVERAL.fullmatch(rule.name):
        selects = bool(SELECTORS.fullmatch(rule.name))
        rules = (value,) if isinstance(value, str) else value
        return tuple(filter(None, (_with(text, rule.text, change, selects=selects) for text in rules)))
    if isinstance(value, frozenset):
        text = change(rule.text)
        return value - {rule.text} | ({text} if text else set())
    text = change(rule.text)
    if text is None:
        return _inherited(rule)
    if isinstance(value, re.Pattern):
        return re.compile(text, value.flags)
    return text if isinstance(value, str) else not value if isinstance(value, bool) else {}


def _inherited(rule: Rule) -> Any:
    """What an attribute would be if the rule's owner did not declare it."""
    above = rule.owner.__mro__[1:]
    return next((vars(c)[rule.name] for c in above if rule.name in vars(c)), () if SEVERAL.fullmatch(rule.name) else "")


def _with(text: str, old: str, change: Change, *, selects: bool) -> str | None:
    """A rule in which `old`, itself or one of its alternatives, is changed; null if nothing is left of it."""
    parts = alternatives(text) if selects else [text]
    new = [change(part) if part == old else part for part in parts]
    return ", ".join(filter(None, new)) or None


def _read_of(listing: Source) -> list[str]:
    return [f.name for f in fields(listing) if f.name in OF_LISTINGS and getattr(listing, f.name)]


def _changed_listing(listing: Source, name: str, old: str, change: Change) -> Source:
    if name not in _read_of(listing) or old not in _texts(name, getattr(listing, name)):
        return listing
    value = getattr(listing, name)
    if isinstance(value, bool):
        return replace(listing, **{name: not value})  # type: ignore[arg-type]
    text = _with(value, old, change, selects=bool(SELECTORS.fullmatch(name)))
    gone = NOWHERE if name in ("cards", "link") else "" if name == "only" else None
    new: dict[str, Any] = {name: gone if text is None else text}
    return replace(listing, **new)
