"""The article of a saved page, whatever portal it is of."""

from __future__ import annotations

from datetime import datetime

from newscrawl.items import Article
from newscrawl.portals.registry import portal_of
from newscrawl.reading.article import read
from newscrawl.reading.page import WEB_ARCHIVE


def extract(body: bytes, url: str, fetched_at: datetime | None = None, *, strict: bool = False) -> Article:
    """The article of a saved page; the portal is found by the address.

    `body` is the page as the server sent it (decompressed), `fetched_at` an aware datetime, "now" for
    relative dates. A page of a template that no rule knows is read by its shape, which a crawl never does; `strict`:
    neither here. Raises NotAnArticle (see there for the reasons) and ValueError for a naive `fetched_at`.
    """
    if not isinstance(body, bytes) or not isinstance(url, str):
        given = f"body is {type(body).__name__}, url {type(url).__name__}"
        raise ValueError(f"extract takes the page as bytes, as the server sent them, and its address as str: {given}")
    url = WEB_ARCHIVE.sub("", url.strip())
    return read(body, url, portal_of(url), fetched_at, guess=not strict).article
