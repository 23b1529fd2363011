"""What a crawl is asked to do: the spider arguments, checked before any request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl.portals.form import Portal

ARGUMENTS = ("since", "until", "channels", "urls", "tag", "search", "again", "browser")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Plan:
    """Days (first and last included), channels ([] is all), addresses, a tag or a search: what to look at."""

    since: date
    until: date
    channels: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tag: str | None = None
    search: str | None = None
    again: bool = False
    browser: bool = False  # listings that need a browser are asked too
    archive: bool = False
    corrected: date | None = None  # articles from this day on are still corrected, where the days end today
    late: date | None = None  # from this day to `since`, days whose lists an earlier run has read, what is new on them

    @property
    def days(self) -> list[date]:
        """The days in order; the latest first where it is only today and yesterday."""
        count = (self.until - self.since).days + 1
        days = [self.since + timedelta(days=n) for n in range(count)]
        return days if self.archive else days[::-1]

    @property
    def late_days(self) -> list[date]:
        """The days from `late` to the one before `since`, the latest first."""
        count = (self.since - self.late).days if self.late else 0
        return [self.since - timedelta(days=n) for n in range(1, count + 1)]

    @property
    def lists_lately(self) -> bool:
        """True where no days and nothing else than all of the latest lists were asked for."""
        return not (self.archive or self.channels or self.urls or self.tag or self.search)

    @property
    def lists_up_to_now(self) -> bool:
        """True for all of the lists from a first day on, asked for or not, up to today: such days are caught up."""
        return self.corrected is not None and not (self.channels or self.urls or self.tag or self.search)

    def is_open(self, day: date) -> bool:
        """True for a day that is listed even when it was done before."""
        return not self.archive or (self.corrected is not None and day >= self.corrected)

    @classmethod
    def parse(cls, arguments: Mapping[str, str], portal: type[Portal], now: datetime) -> Plan:
        """Read the arguments of `scrapy crawl`; `now` is aware, in the portal's zone.

        Raises ValueError with one line that says what is allowed.
        """
        arguments = {name: value for name, value in arguments.items() if not name.startswith("_")}  # scrapyd's _job
        if unknown := sorted(set(arguments) - set(ARGUMENTS)):
            raise ValueError(f"unknown argument {unknown[0]!r}; allowed: {', '.join(ARGUMENTS)}")
        ways = [a for a in ("urls", "tag", "search") if arguments.get(a)]
        if ways and (len(ways) > 1 or {"since", "until", "channels"} & set(arguments)):
            raise ValueError("urls, tag and search stand alone: give one of them without since, until and channels")
        today = now.date()
        until = _day("until", arguments["until"]) if "until" in arguments else today
        since = _day("since", arguments["since"]) if "since" in arguments else until - timedelta(days=1)
        if since > until:
            raise ValueError(f"since={since} lies after until={until}")
        if until > today:
            raise ValueError(f"until={until} lies in the future: today is {today}")
        again = arguments.get("again", "0")
        if again not in ("0", "1"):
            raise ValueError(f"again={again!r}: allowed are 1 (fetch what is stored or dropped once more) and 0")
        browser = arguments.get("browser", "1" if portal.browser else "0")
        if browser not in ("0", "1"):
            raise ValueError(f"browser={browser!r}: allowed are 1 (also ask listings that need a browser) and 0")
        return cls(
            since=since,
            until=until,
            channels=_channels(arguments.get("channels"), portal),
            urls=_urls(arguments.get("urls"), portal),
            tag=_tag(arguments.get("tag"), portal),
            search=_search(arguments.get("search"), portal),
            again=again == "1",
            browser=browser == "1",
            archive="since" in arguments or "until" in arguments,
            corrected=None if "until" in arguments else today - timedelta(days=1),
        )


def day_of(text: str) -> date:
    """The day that a text names as 2026-07-24, and in no other form. Raises ValueError."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _day(name: str, value: str) -> date:
    try:
        day = day_of(value)
    except ValueError:
        raise ValueError(f"{name}={value!r} is not a day: write YYYY-MM-DD, e.g. -a {name}=2021-03-01") from None
    if day.year < 1990:
        raise ValueError(f"{name}={value} lies before there were news portals")
    return day


def _channels(value: str | None, portal: type[Portal]) -> tuple[str, ...]:
    if value is None:
        return ()
    names = tuple(dict.fromkeys(n.strip() for n in value.split(",") if n.strip()))
    allowed = ", ".join(portal.channels) or "none, it has no channels"
    if not names:
        raise ValueError(f"channels is empty; allowed: {allowed}")
    if wrong := [n for n in names if n not in portal.channels]:
        raise ValueError(f"unknown channel {wrong[0]!r}; allowed: {allowed}")
    return names


def _urls(value: str | None, portal: type[Portal]) -> tuple[str, ...]:
    """Addresses separated by commas or spaces, or a file with one a line (`#` begins a comment)."""
    if value is None:
        return ()
    if value.lower().startswith(("http://", "https://")):
        urls = re.split(r"[,\s]+", value)
    else:
        path = Path(value).expanduser()
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except UnicodeDecodeError:
            raise ValueError(f"urls={value!r}: the file is not UTF-8: save it as UTF-8") from None
        except OSError:
            raise ValueError(
                f"urls={value!r}: neither addresses (https://...,https://...) nor a readable file"
            ) from None
        urls = [line.strip() for line in lines if not line.lstrip().startswith("#")]
    urls = [u for u in urls if u]
    if not urls:
        raise ValueError(f"urls={value!r} names no address")
    for url in urls:
        if portal.identify(url) is None:
            raise ValueError(f"urls: {url!r} is none of its articles; allowed: {portal.example}")
    return tuple(dict.fromkeys(urls))


def _tag(value: str | None, portal: type[Portal]) -> str | None:
    if value is None:
        return None
    if not portal.tags:
        raise ValueError("tag: it has no tag pages")
    if not SLUG.fullmatch(value):
        raise ValueError(f"tag={value!r}: allowed are small letters, digits and hyphens, e.g. tag=harga-emas")
    return value


def _search(value: str | None, portal: type[Portal]) -> str | None:
    if value is None:
        return None
    if not portal.searches:
        raise ValueError("search: it has none that is asked")
    words = " ".join(value.split())
    if not words:
        raise ValueError("search is empty: give words, e.g. search='harga emas'")
    return words


def crawl_time(settings: Any, zone: str) -> datetime:
    """Now in `zone`, or the setting NEWSCRAWL_NOW (ISO 8601 with offset). Raises ValueError if that is not one."""
    fixed = settings.get("NEWSCRAWL_NOW")
    if not fixed:
        return datetime.now(ZoneInfo(zone))
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError:
        raise ValueError(f"NEWSCRAWL_NOW={fixed!r} is no moment: write 2026-07-24T18:00:00+07:00") from None
    if moment.tzinfo is None:
        raise ValueError(f"NEWSCRAWL_NOW={fixed!r} has no offset: write 2026-07-24T18:00:00+07:00")
    return moment.astimezone(ZoneInfo(zone))
