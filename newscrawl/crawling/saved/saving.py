"""Saves fetched pages as fixtures, with what the spider makes of them."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from scrapy.http import Response

from newscrawl.crawling.base import saved_at
from newscrawl.crawling.headers import content_type_of
from newscrawl.crawling.saved.outputs import outputs_of
from newscrawl.crawling.saved.replay import address_key, saved_pages
from newscrawl.portals.fixtures import Fixture, save
from newscrawl.portals.form import Portal


def fixture_name(url: str, portal: type[Portal]) -> str:
    """A file name from an address: an article's slug, or the whole path of a listing.

    >>> from newscrawl.portals.registry import portals
    >>> fixture_name("https://news.okezone.com/read/2026/07/24/337/1/harga-emas?page=2", portals()["okezone"])
    'harga-emas-page-2'
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    last = path.rsplit("/", 1)[-1] if portal.identify(url) else f"{(parts.hostname or '').split('.')[0]}{path}"
    return re.sub(r"[^a-z0-9]+", "-", f"{last} {parts.query}".lower()).strip("-")[:80]


def saved_as(url: str, folder: Path, *, besides: str = "") -> str | None:
    """The name of a saved page in a portal's folder that has the address, besides one; null for none."""
    try:
        pages = [side for side, page in saved_pages(folder) if address_key(page.url) == address_key(url)]
    except ValueError:
        return None  # which bless and the replay say
    return next((side.stem for side in pages if side.stem != besides), None)


def save_response(response: Response, portal: type[Portal], folder: Path, name: str) -> Fixture:
    """Write a page and what the spider makes of it; one that is no 200 is only served, and nothing is made of it.

    Raises OSError.
    """
    zone = ZoneInfo(portal.zone)
    moment = (saved_at(response) or datetime.now(zone)).astimezone(zone)
    meta: dict[str, Any] = {"url": response.url, "captured_at": moment.replace(microsecond=0).isoformat()}
    if response.status == 200:
        meta["callback"] = "parse_listing" if portal.series_at(response.url) else "parse_article"
    else:
        meta["status"] = response.status
    content_type = content_type_of(response) or ""
    if "charset" in content_type.lower() and "utf-8" not in content_type.lower():
        meta["headers"] = {"Content-Type": content_type}  # the charset may stand only there
    saved = save(folder, portal.name, name, response.body, meta)
    return saved.bless(outputs_of(saved) if "callback" in meta else [])
