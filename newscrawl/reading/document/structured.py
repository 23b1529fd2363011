"""Objects of structured data (JSON-LD): their types, their people, and which article is the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newscrawl.reading.paths import compiled
from newscrawl.reading.text import clean

ARTICLE_TYPES = re.compile(r"(?:\w*NewsArticle|Article|LiveBlogPosting|BlogPosting|Report|Reportage)$", re.I)
ORGANIZATION = re.compile(r"\w*Organization|Corporation")
LONGEST_TITLES = 5_000  # characters
MOST_ARTICLES = 100  # in one page
MOST_TRAILS = 20  # breadcrumbs of one page
LAST_STEP = 'itemListElement[-1].{headline: item.name || name, url: item."@id" || item}'  # of a breadcrumb
MOST_POINTERS = 20  # to people of one article
SURROGATE = re.compile("[\ud800-\udfff]")
SCHEMA = re.compile(r"^(?:schema:|https?://schema\.org/)")


class Marks:
    """What tells a page's article from others: the last steps of its addresses, its titles, and their words."""

    def __init__(self, addresses: Iterable[str], titles: Iterable[str]) -> None:
        self.addresses = {_place(address) for address in addresses}
        self.titles = [clean(title[:LONGEST_TITLES]).casefold() for title in titles]
        self.words = [words for title in self.titles if len(words := _words(title)) > 2]

    def own(self, articles: list[dict[str, Any]]) -> dict[str, Any]:
        """Of the articles in the structured data the one this page is about: by its address, else by its headline.

        The first where none tells; none where all are plainly others, with an address and a headline of their own.
        """
        likeness = [(article, *self.likeness(article)) for article in articles[:MOST_ARTICLES]]
        sure = next((article for article, alike, at_home, _ in likeness if at_home or alike > 0.6), None)
        if sure is not None:
            return sure
        others = [(alike, article) for article, alike, _, foreign in likeness if not foreign]
        return max(others, key=lambda pair: pair[0], default=(0, {}))[1]

    def trail(self, trails: list[dict[str, Any]]) -> dict[str, Any]:
        """Of several breadcrumbs the one that ends in this page, else the first that ends in no other article."""
        if len(trails) < 2:
            return trails[0] if trails else {}
        others = []
        for trail in trails:
            last = compiled(LAST_STEP).search(trail) or {}
            alike, _, foreign = self.likeness({"headline": last.get("headline")})
            if alike > 0.6 or any(_place(url) in self.addresses for url in leaves(last.get("url")) if _place(url)):
                return trail
            others += [] if foreign else [trail]
        return others[0] if others else trails[0]

    def is_of_another(self, article: dict[str, Any]) -> bool:
        """True for an article in the structured data that is plainly not this page's."""
        alike, at_home, foreign = self.likeness(article)
        return foreign and not at_home and alike <= 0.6

    def likeness(self, article: dict[str, Any]) -> tuple[float, bool, bool]:
        """How much its headline is the page's, whether its address is, and whether neither can be."""
        stated = compiled('[mainEntityOfPage."@id", mainEntityOfPage, url]').search(article)
        own = [_place(value) for value in leaves(stated)]
        headline = clean(next(leaves(article.get("headline") or article.get("name")), "")[:LONGEST_TITLES])
        words = _words(headline)
        alike = max((len(words & title) / len(words | title) for title in self.words), default=0.0)
        begun = headline.rstrip(".… ").casefold()
        if 10 < len(begun) < len(headline) and any(title.startswith(begun) for title in self.titles):
            alike = 1.0  # "Warga Sora Panen Kopi Leb..."
        foreign = bool(words and self.words) and (alike < 0.2 if any(own) else alike < 0.1 and len(words) > 3)
        return alike, not self.addresses.isdisjoint(filter(None, own)), foreign


def by_kind(objects: list[dict[str, Any]]) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """The first `page` (else {}) and `all` objects; and those that are articles, and breadcrumbs."""
    kinds: dict[str, Any] = {"article": {}, "page": {}, "all": objects}
    articles: list[dict[str, Any]] = []
    trails: list[dict[str, Any]] = []
    for item in objects:
        for name in types_of(item):
            if name == "WebPage" and not kinds["page"]:
                kinds["page"] = item
            if name == "BreadcrumbList" and len(trails) < MOST_TRAILS:
                trails.append(item)
            if ARTICLE_TYPES.match(name) and not (articles and articles[-1] is item):
                articles.append(item)
    return kinds, articles, trails


def collected(value: Any) -> list[dict[str, Any]]:
    """Objects of a JSON-LD document in order, `@graph` and lists opened."""
    objects: list[dict[str, Any]] = []
    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, list):
            ahead.extend(reversed(value))
        elif isinstance(value, dict):
            value = {SCHEMA.sub("", key): inner for key, inner in value.items()}
            if "@type" not in value and isinstance(value.get("type"), str):
                value["@type"] = value["type"]
            objects.append(value)
            ahead.extend((value.get("mainEntity"), value.get("@graph")))
    return objects


def people_of(author: Any) -> Any:
    """The author of a piece of structured data without those that are houses; a name alone is an object, too.

    >>> people_of(["Rani", {"@type": "Organization", "name": "Sora"}])
    [{'name': 'Rani'}]
    """
    several = author if isinstance(author, list) else [author]
    objects = ({"name": a} if isinstance(a, str) else a for a in several)
    people = [a for a in objects if not (isinstance(a, dict) and any(map(ORGANIZATION.fullmatch, types_of(a))))]
    return people if isinstance(author, list) else next(iter(people), None)


def houses_of(objects: list[dict[str, Any]]) -> frozenset[str]:
    """The names, folded, of the houses that objects name as author or publisher; whom one calls a person is none.

    >>> houses = [{"@type": "Organization", "name": "Sora"}, {"@type": "Person", "name": "Budi"}]
    >>> sorted(houses_of([{"author": houses, "publisher": {"@type": "Organization", "name": "Budi"}}]))
    ['sora']
    """
    named = (value for item in objects for role in ("author", "publisher") for value in _several(item.get(role)))
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for value in (value for value in named if isinstance(value, dict)):
        is_house = any(map(ORGANIZATION.fullmatch, types_of(value)))
        found[is_house].update(clean(name[:LONGEST_TITLES]).casefold() for name in leaves(value.get("name")))
    return frozenset(found[True] - found[False])


def _several(value: Any) -> list[Any]:
    return value[:MOST_POINTERS] if isinstance(value, list) else [value]


def pointed_at(value: Any, objects: list[dict[str, Any]]) -> Any:
    """A value whose parts may only point to an object of the page, `{"@id": "#budi"}`, with those objects in place.

    >>> pointed_at([{"@id": "#budi"}], [{"@type": "Person", "@id": "#budi", "name": "Budi Santoso"}])[0]["name"]
    'Budi Santoso'
    """
    if isinstance(value, list):
        return [pointed_at(one, objects) for one in value[:MOST_POINTERS]]
    if not isinstance(value, dict) or "@id" not in value or "name" in value:
        return value
    return next((o for o in objects if o.get("@id") == value["@id"] and "name" in o), value)


def types_of(item: dict[str, Any]) -> list[str]:
    """The types of an object without the address they may be written with: "http://schema.org/NewsArticle"."""
    kind = item.get("@type")
    return [
        re.split("[/#:]", k.strip(" /"))[-1] for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)
    ]


def _place(address: object) -> str:
    """What of an address is the same in all its variants, the last step of its path; empty for a front page."""
    return (
        re.split(r"[?#]", str(address))[0].rstrip("/").rpartition("/")[2].removesuffix(".html")
        if "/" in str(address).partition("://")[2].rstrip("/")
        else ""
    )


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title[:LONGEST_TITLES].casefold()))


def leaves(value: Any) -> Iterator[str]:
    """Strings and numbers in a value and its lists, as text."""
    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, list):
            ahead.extend(reversed(value))
        elif isinstance(value, bool):
            yield str(value).lower()
        elif isinstance(value, str | int | float):
            text = str(value)
            yield text if text.isascii() else SURROGATE.sub("\ufffd", text)
