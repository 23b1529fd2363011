"""One record in, one row or the reason why there is none out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newscrawl.archives import shape
from newscrawl.archives.payload import Answer, NoPage, answer, page_of
from newscrawl.archives.records import Record
from newscrawl.items import to_record
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portal_of, portals
from newscrawl.reading.article import Reading, read_page
from newscrawl.reading.page import NotAnArticle, Page

# Where a record ends, besides "torn", "damaged", "too large", "HTTP 404" and the reasons of NotAnArticle.
STORED = "stored"
NOT_OURS = "not ours"
OTHER_DAYS = "outside the days"
UNDATED = "no date"
NOT_AN_ARTICLE = "not an article"
FAILED = "not read"
PAGES = ("response", "resource")
PLAIN = re.compile(r"https?://([a-z0-9.-]+)(?::\d+)?[/?]", re.I | re.A)  # the host of nearly every address


@dataclass(frozen=True)
class Wanted:
    """What is looked for in archives; `since` and `until` are days of publication in the portal's zone, included."""

    portals: tuple[str, ...] = ()  # none: every one
    since: date | None = None
    until: date | None = None
    any_site: bool = False
    strict: bool = False


@dataclass
class Reader:
    """Reads the records of one archive file, whose address is `file`.

    `portal_for` knows the portal of a host, so that a record of another costs one look into a table.
    """

    wanted: Wanted
    file: str
    portal_for: Callable[[str], type[Portal] | None] = field(init=False)

    def __post_init__(self) -> None:
        self.portal_for = lru_cache(maxsize=shape.MOST_SITES)(self._portal_of_host)

    def why_not(self, record: Record) -> str:
        """Why a record is not read, by its head alone; empty for one that is."""
        if record.type not in PAGES:
            return f"{record.type or 'unknown'} record"
        portal = self.portal_at(record.url)
        if portal is None:
            return NOT_OURS
        if portal.identify(record.url) is None:
            return f"{NOT_AN_ARTICLE}: listing"
        since = self.wanted.since
        if since and (at := record.date) and at.astimezone(ZoneInfo(portal.zone)).date() < since:
            return OTHER_DAYS  # nothing is published after it was captured
        return ""

    def row(self, record: Record) -> tuple[dict[str, Any] | None, str]:
        """The row of a record's page and where the record ends; no row where that is not "stored"."""
        try:
            said = answer(record.block)
            body = page_of(said)
            portal = self.portal_at(record.url)
            assert portal
            reading, guessed = self._read(body, record, portal, kind_of(record, said))
        except NoPage as why:
            return None, str(why)
        except NotAnArticle as why:
            return None, f"{NOT_AN_ARTICLE}: {why.reason}"
        except Exception as error:  # of one page; it must cost no other one
            return None, f"{FAILED}: {type(error).__name__}"
        article = reading.article
        if why_not := self._outside(article.published_at, portal):
            return None, why_not
        if record.truncated:
            article.complete = False
        row: dict[str, Any] = {
            **to_record(article),
            "read_by": "shape" if guessed else "rules",
            "warc_file": self.file,
            "warc_record": record.id,
            "part": reading.number,
            "parts": reading.page_count,
            "cut": reading.cut or record.truncated,
        }
        return row, STORED

    def portal_at(self, url: str) -> type[Portal] | None:
        """The portal of an address, None where it is none that is wanted."""
        if found := PLAIN.match(url):
            return self.portal_for(found[1].lower())
        if not url[:8].lower().startswith(("http://", "https://")):
            return None
        try:
            return self.portal_for((urlsplit(url).hostname or "").lower())
        except ValueError:
            return None

    def _portal_of_host(self, host: str) -> type[Portal] | None:
        try:
            portal = portal_of(f"https://{host}/")
        except NotAnArticle:
            return shape.site_of(host) if self.wanted.any_site else None
        return portal if not self.wanted.portals or portal.name in self.wanted.portals else None

    def _read(self, body: bytes, record: Record, portal: type[Portal], kind: str | None) -> tuple[Reading, bool]:
        """The page read, and whether by its shape. Raises NotAnArticle."""
        identity = portal.identify(record.url)
        assert identity
        is_known = portal.name in portals()
        if not is_known and not shape.is_indonesian(body):
            raise NotAnArticle("not Indonesian")
        page = Page(body, record.url, kind)
        loader = portal.Loader(page, guess=not self.wanted.strict or not is_known)
        moment = (at := record.date) and at.astimezone(ZoneInfo(portal.zone)).replace(microsecond=0)
        reading = read_page(loader, portal, identity, moment)
        return reading, loader.body.guessed or not is_known

    def _outside(self, published_at: datetime | None, portal: type[Portal]) -> str:
        if not (self.wanted.since or self.wanted.until):
            return ""
        if published_at is None:
            return UNDATED
        day = published_at.astimezone(ZoneInfo(portal.zone)).date()
        inside = (self.wanted.since or date.min) <= day <= (self.wanted.until or date.max)
        return "" if inside else OTHER_DAYS


def kind_of(record: Record, said: Answer) -> str | None:
    """The media type of a page, with its charset: as the site sent it, else as a `resource` record says itself."""
    if said.status is None and record.type == "resource":
        return record.content_type or None
    return said.fields.get("content-type")
