"""Which article an address stands for where ids are moments, of which two articles may have one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newscrawl.discovery.addresses import are_two, tell_otherwise
from newscrawl.items import Identity
from newscrawl.portals.identity import OTHER_SIGNS, Recognition

MOST_LETTERS = 60  # of an address, in an id


class Moments:
    """Tells articles of one moment apart: the second has the words of its own address behind the id, in every run.

    `address_of` says under which address earlier runs know an id; null for none.

    >>> import re
    >>> class Kabar(Recognition):
    ...     name, domains, home, by_moment = "kabar", ("kabar.example",), "kabar.example", True
    ...     article_url = re.compile(r"kabar[.]example/(?P<id>[0-9]+)/.+")
    >>> slugs = "harga-kopi-naik", "bupati%20buka-pasar", "harga-kopi-naik-lagi", "harga-kopi-turun"
    >>> moments = Moments(lambda id: None)
    >>> [moments.identify(Kabar, f"https://kabar.example/7/{slug}").id for slug in slugs]
    ['kabar-7', 'kabar-7-bupati-20buka-pasar', 'kabar-7', 'kabar-7-harga-kopi-turun']
    """

    def __init__(self, address_of: Callable[[str], str | None]) -> None:
        self.address_of = address_of
        self.first_of: dict[str, str] = {}  # by id: the address that had it first
        self.shown: set[str] = set()  # addresses of this run: of two that tell otherwise each has its article

    def identify(self, portal: type[Recognition], url: str) -> Identity | None:
        """The article that an address of the portal stands for; else null."""
        identity = portal.identify(url)
        if identity is None or not portal.by_moment:
            return identity
        if (first := self.first_of.get(identity.id)) is None:
            first = self.first_of[identity.id] = self.address_of(identity.id) or identity.url
        self.shown.add(identity.url)
        words = OTHER_SIGNS.sub("-", identity.url.rpartition("/")[2])
        second = replace(identity, id=f"{identity.id}-{words[:MOST_LETTERS]}")
        are_both = first in self.shown and tell_otherwise(first, identity.url)
        is_second = first != identity.url and (are_both or self.address_of(second.id) is not None)
        return second if is_second or are_two(first, identity.url) else identity
