"""How a portal's articles are recognised by their addresses, and what time it is there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from urllib.parse import urlsplit

from newscrawl.items import Identity, Kind

# "host/amp/...", ".../slug/amp"
DEFAULT_VARIANTS = ((r"^([^/]+)/amp(?=/)|/amp$", r"\1"),)
DAY_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)/(\d\d?)/(\d\d?)/")
# Letters, digits and "-._~" written as %41: the same address. And what a server adds for each visit: ;jsessionid=1F2
PLAIN_ESCAPED = re.compile(r"%(2[DE]|3\d|4[1-9A-F]|5[0-9A]|5F|6[1-9A-F]|7[0-9A]|7E)", re.I)
SESSION = re.compile(r";\w+=[^/;]*")
OTHER_SIGNS = re.compile(r"[^\w.-]+")  # than those that an id has

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST_PATH = 4_000  # characters; servers take no longer one


class Recognition:
    """A portal's addresses and zone."""

    name: ClassVar[str]
    domains: ClassVar[tuple[str, ...]]
    # Matches "host/path"; groups: id (id2 and id3 are joined to it), form where kinds differ, and edition where a
    # portal's editions number their articles each for themselves.
    article_url: ClassVar[re.Pattern[str]]
    kinds: ClassVar[dict[str, Kind]] = {"foto": "gallery", "photo": "gallery", "video": "video"}  # group `form` -> kind
    by_moment: ClassVar[bool] = False  # an id is when an article was published: two may have one
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
        place = cls.place_of(url)
        if place is None or not (match := cls.article_url.fullmatch(place)):
            return None
        groups = match.groupdict()
        kind = cls.kinds.get(groups.get("form") or "", "article")
        series = groups.get("form") if kind != "article" and not cls.one_series else None
        steps = (groups.get("edition"), series, *(groups.get(name) for name in ("id", "id2", "id3")))
        if not any(steps[2:]):
            return None
        number = OTHER_SIGNS.sub("-", "-".join(filter(None, steps)))
        return Identity(f"{cls.name}-{number}", f"https://{place}", kind, cls._day_of(place))

    @classmethod
    def place_of(cls, url: str) -> str | None:
        """The "host/path" of an address in its canonical form, which `article_url` is held against; null for none."""
        try:
            parts = urlsplit(url.strip())
        except ValueError:
            return None
        if parts.scheme not in ("http", "https"):
            return None
        if len(parts.path) > LONGEST_PATH:
            return None
        path = PLAIN_ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), SESSION.sub("", parts.path))
        place = re.sub(r"/{2,}", "/", (parts.hostname or "").lower() + path).rstrip("/")
        for pattern, form in (*cls.variants, *DEFAULT_VARIANTS):
            place = re.sub(pattern, form, place)
        host, _, path = place.partition("/")
        if host.removeprefix("m.").removeprefix("amp.").removeprefix("www.") == cls.domains[0]:
            place = f"{cls.home}/{path}"
        return place

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
        return parts.scheme in ("http", "https") and is_within(parts.hostname or "", cls.domains)


def is_within(host: str, domains: Iterable[str]) -> bool:
    """True for one of these domains, or a host below one.

    >>> is_within("Bola.a.example", ["a.example"]), is_within("la.example", ["a.example"])
    (True, False)
    """
    return any(f".{host.lower()}".endswith(f".{domain}") for domain in domains)


def port_of(url: str) -> int | None:
    """The port an address names, null for its scheme's own; -1 for what is none.

    >>> port_of("https://a.example:443/"), port_of("http://a.example/"), port_of("http://a.example:8080/")
    (None, None, 8080)
    """
    try:
        parts = urlsplit(url)
        return None if parts.port == DEFAULT_PORTS.get(parts.scheme) else parts.port
    except ValueError:
        return -1
