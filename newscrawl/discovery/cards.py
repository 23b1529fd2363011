"""What a listing says of its articles, one card each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

# Text of a listing in, an aware datetime out; null for what is no timestamp.
ReadTime = Callable[[str], datetime | None]

PROMOTED = 1 / 10  # share of the cards


@dataclass(frozen=True, slots=True)
class Card:
    """What a listing says of one article: its absolute address (empty: a program has it), and when it was published
    and changed (aware).

    `leads_on`: the address is a further sitemap, of a sitemap index.
    """

    url: str
    published: datetime | None = None
    modified: datetime | None = None
    leads_on: bool = False


def merged(cards: list[Card]) -> list[Card]:
    """The cards of different addresses in order; of several of one, the first that has a time; all without one.

    >>> [card.published for card in merged([Card("a"), Card("b"), Card("a", datetime.min)])]
    [datetime.datetime(1, 1, 1, 0, 0), None]
    """
    found: dict[str, Card] = {}
    none = [card for card in cards if not card.url]
    for card in (card for card in cards if card.url):
        if card.url not in found or (card.published and not found[card.url].published):
            found[card.url] = card
    return [*none, *found.values()]  # the last tell how far a list goes


def reach(days: list[date], pinned: float) -> date | None:
    """How far back a page of a list goes: its earliest day, a share of its cards passed over as pinned; else null."""
    return sorted(days)[int(len(days) * pinned)] if days else None


def is_before(days: list[date], articles: int, since: date) -> bool:
    """True for a page of a list, newest first, that lies before a day; one card in ten may be promoted.

    `days` are those known of its `articles`; where they are most of them, the others are no newer.
    """
    return 0 < articles <= 2 * len(days) and sum(day < since for day in days) * 10 >= len(days) * 9
