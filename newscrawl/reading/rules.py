"""How a portal's rules are found on a page, and how what they find passes through the field's processors.

A rule is `<field>_css` (selectors on the page), `<field>_json` (JMESPath into `Page.data`) or `<field>_meta` (names of
meta elements): a string or a tuple, tried in order, and the first that gives something wins. `fields.py` says which
rules there are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from difflib import get_close_matches
from functools import cached_property
from types import FunctionType
from typing import Any, ClassVar, Protocol
from urllib.parse import urlsplit

import jmespath
from lxml import etree

from newscrawl.reading.headline import is_in_menu
from newscrawl.reading.page import Page, check_selector
from newscrawl.reading.processors import as_list
from newscrawl.reading.text import clean

Rules = str | tuple[str, ...]
SOURCES = ("css", "json", "meta")
# What a loader reads of a record; the rest follows from the address and the fetch.
FIELDS = (
    "title", "published_at", "updated_at", "authors", "editors", "agency", "section", "tags", "summary", "text",
    "images", "kind", "language", "paywalled",
)  # fmt: skip
LISTS = frozenset({"authors", "editors", "section", "tags", "images"})
BODY_FIELDS = frozenset({"body", "figure", "caption"})
MOST_VALUES = 1_000  # of one rule, but for the body's: bounds that no article comes near
DENIALS = frozenset({"", "0", "false", "no", "tidak", "null", "none"})

# How a rule is tried at import, by the name of its attribute.
CHECKS: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (re.compile(r"\w+_css|body_drop|body_end"), check_selector),
    (re.compile(r"\w+_json"), jmespath.compile),
    (re.compile(r"site_name|brands|not_tags|false_zone|\w+_cut"), re.compile),
)
PROCESSOR = re.compile(rf"(?:{'|'.join(FIELDS)})_(?:in|out)")

# What a portal says of itself and not of its pages; in a loader it would be read by nothing.
OF_PORTALS = frozenset(
    "all_pages numbered_page article_url example domains kinds variants listings channels channel_names searches"
    " evidence off browser".split()
)


# In front of FIELD/SOURCE/RULE: what is counted of a rule, once a page, where it was tried and where it gave something.
TRIED, MATCHED = "tried/", "parser/"


class RuleStats(Protocol):
    """Where a loader counts its rules: a Scrapy stats collector will do."""

    def inc_value(self, key: str, count: int = 1) -> None: ...


class RuleLoader:
    """A page and the rules of its portal.

    `stats` counts each rule by TRIED and MATCHED.
    """

    json_first: ClassVar[frozenset[str]]

    def __init_subclass__(cls, *, names_rules: bool = False, **kwargs: Any) -> None:
        """Fail at import for a misspelt rule, which would be silently ignored, and for one that cannot be read.

        `names_rules` is for the class that says which rules there are. Raises TypeError.
        """
        super().__init_subclass__(**kwargs)
        for name, value in [*vars(cls).items()]:
            if name.startswith("_"):
                continue
            if not names_rules and not hasattr(super(cls, cls), name):
                if name in OF_PORTALS:
                    raise TypeError(
                        f"{cls.__qualname__}.{name} belongs to the portal, not to its loader: move it there"
                    )
                forms = [base for base in cls.__mro__[1:] if issubclass(base, RuleLoader)]
                known = [rule for form in forms for rule in vars(form) if not rule.startswith("_")]
                near = get_close_matches(name, known, 1) or ["a rule"]
                raise TypeError(f"{cls.__qualname__}.{name} is read by nothing; did you mean {near[0]}?")
            if PROCESSOR.fullmatch(name):
                cls._set_processor(name, value)
            if check := next((check for form, check in CHECKS if form.fullmatch(name)), None):
                for rule in as_tuple(value):
                    try:
                        check(rule)
                    except Exception as error:
                        raise TypeError(f"{cls.__qualname__}.{name}: {rule!r} cannot be read: {error}") from None

    @classmethod
    def _set_processor(cls, name: str, value: object) -> None:
        if not callable(value):
            raise TypeError(f"{cls.__qualname__}.{name} is no processor: {value!r} cannot be called")
        if isinstance(value, FunctionType) and value.__code__.co_varnames[:1] != ("self",):
            setattr(cls, name, staticmethod(value))  # a method's `self` would be given to it, too

    def __init__(self, page: Page, *, stats: RuleStats | None = None, guess: bool = False) -> None:
        self.page = page
        self.stats = stats
        self.guess = guess  # where no rule finds anything
        self.visible: set[str] = set()  # fields that were found on the page, not in its metadata
        self.disbelieved: frozenset[str] = frozenset()  # fields whose place on the page shows another article's
        self.values: defaultdict[str, list[Any]] = defaultdict(list)  # that rules gave, by field
        self._found: dict[tuple[str, str], list[Any]] = {}  # by source and rule
        self._counted: set[tuple[str, str, str]] = set()  # each rule of a field once a page

    # -- what the rules find -------------------------------------------------------------------------

    def rules(self, field: str, source: str) -> tuple[str, ...]:
        """The portal's rules for a field and source, in order."""
        if source == "css" and field in self.disbelieved:
            return ()
        return as_tuple(getattr(self, f"{field}_{source}", ()))

    def found(self, source: str, rule: str) -> list[Any]:
        """What one rule gives that is not blank: elements or strings."""
        values = self._found.get((source, rule))
        if values is None:
            if source == "css":
                values = [v for v in self.page.select(rule) if not isinstance(v, str) or v.strip()]
            elif source == "json":
                values = [v for v in self.page.find(rule) if v.strip()]
            else:
                values = [v for v in self.page.metas.get(rule, ()) if v.strip()]
                values = values[:1] if "keywords" in rule else values  # a second list is the site's
            self._found[source, rule] = values
        return values

    def tried(self, field: str, source: str, rule: str) -> list[Any]:
        """The values of one rule, counted."""
        values = self.found(source, rule)
        if self.stats is not None and (field, source, rule) not in self._counted:  # several ask for a byline
            self._counted.add((field, source, rule))
            self.stats.inc_value(f"{TRIED}{field}/{source}/{rule}")
            self.stats.inc_value(f"{MATCHED}{field}/{source}/{rule}", 1 if values else 0)
        return values if field in BODY_FIELDS else values[:MOST_VALUES]

    def first(self, field: str, *sources: str) -> list[Any]:
        """What the first rule that finds something gives: elements, strings, or []."""
        for source in sources or SOURCES:
            for rule in self.rules(field, source):
                if values := self.tried(field, source, rule):
                    return values
        return []

    def every(self, field: str, source: str) -> list[Any]:
        """What all rules of one source give."""
        return [value for rule in self.rules(field, source) for value in self.tried(field, source, rule)]

    def boxes(self, rules: Rules) -> set[etree._Element]:
        """The elements that selectors find; a rule of no field, not counted."""
        return {e for rule in as_tuple(rules) for e in self.found("css", rule) if not isinstance(e, str)}

    def says(self, mark: str) -> bool:
        """True if a rule of the mark finds an element, or a value that is no denial."""
        found = (value for source in ("css", "json") for value in self.every(mark, source))
        return any(not isinstance(v, str) or clean(v).casefold() not in DENIALS for v in found)

    # -- what its processors make of it --------------------------------------------------------------

    def fill(self, field: str) -> None:
        """Add the field's values, structured data first where that is spelt better."""
        order = ("json", "css", "meta") if field in self.json_first else SOURCES
        for source in order:
            for rule in self.rules(field, source):
                if values := self.tried(field, source, rule):
                    if field == "title":  # the channel in a breadcrumb, a menu's own heading
                        outside = [v for v in values if isinstance(v, str) or not is_in_menu(v, self.page.menus)]
                        values = outside or values
                    self.values[field] += self.taken(field, values)
                    if self.values[field] and (field, source) != ("section", "meta"):
                        break
            if self.values[field]:
                self.visible |= {field} if source == "css" else set()
                return

    def taken(self, field: str, values: list[Any]) -> list[Any]:
        """What the field's `_in` makes of values that were found."""
        return as_list(self._processed(f"{field}_in", values))

    def finished(self, field: str, values: list[Any]) -> Any:
        """What the record says: the field's `_out` of all values the article has of it."""
        value = self._processed(f"{field}_out", values)
        return as_list(value) if field in LISTS else value

    def _processed(self, name: str, values: list[Any]) -> Any:
        """What a processor makes of values. Raises ValueError, which names it, where it fails."""
        try:
            return getattr(self, name)(values)
        except Exception as error:
            raise ValueError(f"{type(self).__qualname__}.{name} of {values!r}: {error!r}") from error

    @cached_property
    def host(self) -> list[str]:
        """The parts of the page's host: "news", "okezone", "com"."""
        return (urlsplit(self.page.url).hostname or "").split(".")


def as_tuple(rules: Rules) -> tuple[str, ...]:
    return (rules,) if isinstance(rules, str) else rules
