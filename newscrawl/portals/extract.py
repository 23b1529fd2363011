"""The article of a saved page, whatever portal it is of."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime

from newscrawl.items import Article, Identity
from newscrawl.portals.anysite import AnySite, saved_site
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portal_of
from newscrawl.portals.systems import AnySiteLoader
from newscrawl.reading.article import read
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import NotAnArticle, original

SHOWS = re.compile(rb"<(?:amp-)?img\b", re.I)  # a page without a picture is no gallery


def extract(
    body: bytes, url: str, fetched_at: datetime | None = None, *, strict: bool = False, any_site: bool = False
) -> Article:
    """The article of a saved page; the portal is found by the address.

    `body` is the page as the server sent it (decompressed), `fetched_at` an aware datetime, "now" for
    relative dates. A page of a template that no rule knows is read by its shape, which a crawl never does; `strict`:
    neither here. With `any_site` also pages of sites that are no portal of ours are read, by their shape.
    Raises NotAnArticle (see there for the reasons) and ValueError for a naive `fetched_at`.
    """
    if not isinstance(body, bytes) or not isinstance(url, str):
        given = f"body is {type(body).__name__}, url {type(url).__name__}"
        raise ValueError(f"extract takes the page as bytes, as the server sent them, and its address as str: {given}")
    url = original(url)
    try:
        portal = portal_of(url)
    except NotAnArticle:
        if not any_site or strict:
            raise
        return _of_any_site(body, url, fetched_at)
    try:
        return read(body, url, portal, fetched_at, guess=not strict).article
    except NotAnArticle as error:
        if strict or error.reason != "no text" or not SHOWS.search(body):
            raise
        with suppress(NotAnArticle):  # pictures, in a template that no rule knows
            if (shown := read(body, url, _Unruled(portal), fetched_at, guess=True).article).kind == "gallery":
                return shown
        raise


class _Unruled:
    """A portal whose pages are read as those of a site without rules."""

    def __init__(self, portal: type[Portal]) -> None:
        self.name, self.domains, self.Loader = portal.name, portal.domains, _loader_of(portal.Loader)
        self._portal = portal

    def identify(self, url: str) -> Identity | None:
        return self._portal.identify(url)


def _loader_of(ruled: type[ArticleLoader]) -> type[ArticleLoader]:
    """The loader of any site, which knows what the portal of `ruled` is called."""
    said = ("site_name", "brands", "house", "zone", "false_zone", "language")
    return type("Loader", (AnySiteLoader,), {name: getattr(ruled, name) for name in said})


def _of_any_site(body: bytes, url: str, fetched_at: datetime | None) -> Article:
    """The article of a saved page of a site without rules; where the page names another address, that is its own."""
    try:
        return read(body, url, _site(url), fetched_at, guess=True).article
    except NotAnArticle as error:
        if error.reason != "another page" or not error.detail:
            raise
        return read(body, error.detail, _site(error.detail), fetched_at, guess=True).article


def _site(url: str) -> type[AnySite]:
    try:
        return saved_site(url)
    except ValueError:
        raise NotAnArticle("unknown portal", url[:80]) from None
