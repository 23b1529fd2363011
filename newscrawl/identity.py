"""How a portal's articles are recognised by their addresses, and what time it is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import scrapy
from scrapy.http import Response

from newscrawl.items import Kind

# "host/amp/...", ".../slug/amp"
DEFAULT_VARIANTS = ((r"^([^/]+)/amp(?=/)|/amp$", r"\1"),)
DAY_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)/(\d\d?)/(\d\d?)/")

LONGEST_PATH = 4_000  # characters; servers take no longer one


@dataclass(frozen=True, slots=True)
class Identity:
    """What an address says: the record's id, its canonical form, the kind, and the day it carries."""

    id: str
    url: str
    kind: Kind
    day: date | None


class Recognition(scrapy.Spider):
    """A spider that knows its portal's addresses and zone."""

    allowed_domains: ClassVar[list[str]]  # Scrapy's own name for `domains`
    domains: ClassVar[tuple[str, ...]]
    # Matches "host/path"; groups: id (id2 and id3 are joined to it), form where kinds differ, and edition where a
    # portal's editions number their articles each for themselves.
    article_url: ClassVar[re.Pattern[str]]
    kinds: ClassVar[dict[str, Kind]] = {"foto": "gallery", "photo": "gallery", "video": "video"}  # group `form` -> kind
    one_series: ClassVar[bool] = False  # all kinds are numbered together: an id needs no word for its kind
    # What is rewritten to the canonical form, patterns and replacements; AMP and mobile variants of DEFAULT follow.
    variants: ClassVar[tuple[tuple[str, str], ...]] = ()
    example: ClassVar[str]
    home: ClassVar[str]  # the host that stands for m.domain, www.domain and the domain itself; follows from `example`
    day_in_address: ClassVar[re.Pattern[str]] = DAY_IN_ADDRESS  # three groups: year (26 is 2026), month, day
    zone: ClassVar[str] = "Asia/Jakarta"

    @classmethod
    def identify(cls, url: str) -> Identity | None:
        """The article an address stands for, whatever its scheme, host variant, query or fragment; else null."""
        try:
            parts = urlsplit(url.strip())
        except ValueError:
            return None
        if parts.scheme not in ("http", "https"):
            return None
        if len(parts.path) > LONGEST_PATH:
            return None
        place = re.sub(r"/{2,}", "/", (parts.hostname or "").lower() + parts.path).rstrip("/")
        for pattern, form in (*cls.variants, *DEFAULT_VARIANTS):
            place = re.sub(pattern, form, place)
        host, _, path = place.partition("/")
        if host.removeprefix("m.").removeprefix("amp.").removeprefix("www.") == cls.domains[0]:
            place = f"{cls.home}/{path}"
        match = cls.article_url.fullmatch(place)
        if not match:
            return None
        groups = match.groupdict()
        kind = cls.kinds.get(groups.get("form") or "", "article")
        series = groups.get("form") if kind != "article" and not cls.one_series else None
        steps = (groups.get("edition"), series, *(groups.get(name) for name in ("id", "id2", "id3")))
        if not any(steps[2:]):
            return None
        number = re.sub(r"[^\w.-]+", "-", "-".join(filter(None, steps)))
        return Identity(f"{cls.name}-{number}", f"https://{place}", kind, cls._day_of(place))

    @classmethod
    def _day_of(cls, place: str) -> date | None:
        if not (found := cls.day_in_address.search(place)):
            return None
        year, month, day = (int(n) for n in found.groups())
        try:
            return date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            return None

    @classmethod
    def is_own(cls, url: str) -> bool:
        """True for a web address on one of the portal's hosts."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = (parts.hostname or "").lower()
        return parts.scheme in ("http", "https") and any(host == d or host.endswith("." + d) for d in cls.domains)

    def now(self) -> datetime:
        """The moment of the crawl in the portal's zone; a replay says which in NEWSCRAWL_NOW."""
        return crawl_time(self.settings, self.zone)

    def fetched_at(self, response: Response) -> datetime:
        """When a page was fetched: now, or when it was saved."""
        moment = saved_at(response) or datetime.now(ZoneInfo(self.zone))
        return moment.astimezone(ZoneInfo(self.zone)).replace(microsecond=0)

    def count(self, key: str, by: int = 1) -> None:
        """Count in the crawl's statistics; a callback replayed without a crawler counts nowhere."""
        crawler = getattr(self, "crawler", None)
        if by and crawler and crawler.stats:
            crawler.stats.inc_value(key, by)


def saved_at(response: Response) -> datetime | None:
    """When a page that is replayed was saved, aware; null for one that comes from the network."""
    saved = response.meta.get("captured_at") if response.request else None
    return datetime.fromisoformat(saved) if saved else None


def crawl_time(settings: Any, zone: str) -> datetime:
    """Now in `zone`, or the setting NEWSCRAWL_NOW (ISO 8601 with offset). Raises ValueError if that is not one."""
    fixed = settings.get("NEWSCRAWL_NOW")
    if not fixed:
        return datetime.now(ZoneInfo(zone))
    moment = datetime.fromisoformat(fixed)
    if moment.tzinfo is None:
        raise ValueError(f"NEWSCRAWL_NOW={fixed!r} has no offset: write 2026-07-24T18:00:00+07:00")
    return moment.astimezone(ZoneInfo(zone))
