"""The article of a saved page, whatever portal it is of."""

from __future__ import annotations

from datetime import datetime

from newscrawl.items import Article
from newscrawl.portals.anysite import AnySite, saved_site
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portal_of
from newscrawl.portals.systems import AnySiteLoader
from newscrawl.reading.article import read
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import NotAnArticle, Page, original


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
    if strict:
        return read(body, url, portal, fetched_at).article
    return read(body, url, portal, fetched_at, guess=True, pictured=lambda page: _shaped(portal, page)).article


def _shaped(portal: type[Portal], page: Page) -> ArticleLoader:
    """The loader of any site for a page of a portal: it knows what the portal is called, and none of its rules."""
    said = ("site_name", "brands", "house", "zone", "false_zone", "language")
    own = {name: getattr(portal.Loader, name) for name in said}
    made: type[ArticleLoader] = type("Loader", (AnySiteLoader,), own)
    return made(page, guess=True)


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
