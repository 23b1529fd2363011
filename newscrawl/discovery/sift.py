"""What one page of a list gives: which of its cards are new articles of the days asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newscrawl.counts import OTHER_CARDS, OTHER_DAYS, UNDATED_CARDS
from newscrawl.discovery.cards import PROMOTED, Card, merged, reach
from newscrawl.discovery.days import Memory
from newscrawl.discovery.series import Series
from newscrawl.items import Identity

# A card this far from the day it is listed under is a promotion, not that day's news.
STRAY_DAYS = 7
# What an index calls a sitemap's last change may be its beginning: that of a month's lies as far back.
BEGUN = timedelta(days=31)
# Behind a page of MANY cards the next is no more than so many times as many days further back.
MANY, JUMP = 10, 3
# The share of a list's cards that may be pinned: old ones, wherever they stand.
PINNED = 1 / 5
# As many undated cards of one page are fetched: a sitemap may hold the whole past.
MAX_UNDATED_CARDS = 500


@dataclass(slots=True)
class Sifted:
    """The cards of one page, sifted.

    `keys` and `leading` are of those not seen before in the series: an article's id or an address, and the cards that
    lead to further lists. `wanted` are to be fetched, in order, so many of them `undated` in a list of all days; `late`
    are of days that an earlier run listed, `before` of others before those asked for, each behind so many wanted ones;
    `articles` counts the new articles, of other days too; `days` are those known of them, in a list of all days.
    `shown` are the ids of all articles on the page, `fresh` those of them that are new. `told` are the days of the new
    articles by address, card or what is stored, of any list; `unknown` is how many tell none. `counts` are of what is
    not followed, by counter.
    """

    size: int = 0
    keys: list[str] = field(default_factory=list)
    leading: list[Card] = field(default_factory=list)
    wanted: list[tuple[Identity, Card]] = field(default_factory=list)
    late: list[tuple[Identity, Card]] = field(default_factory=list)
    before: list[tuple[int, Identity, Card]] = field(default_factory=list)
    articles: int = 0
    undated: int = 0
    days: list[date] = field(default_factory=list)
    shown: frozenset[str] = frozenset()
    fresh: frozenset[str] = frozenset()
    told: list[date] = field(default_factory=list)
    unknown: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    known: bool = False  # in a list of all days: it comes to what an earlier run knew
    paged: bool = False  # one of several pages, the newest first

    def tell(self, day: date | None) -> None:
        """One more new article, of this day."""
        if day:
            self.told.append(day)
        else:
            self.unknown += 1

    @property
    def span(self) -> int:
        """Days from the last to the first article of the page, pinned ones passed over."""
        return (max(self.days) - (self.oldest or max(self.days))).days if self.days else 0

    def is_far_behind(self, series: Series) -> bool:
        """True for a page of a list, newest first, of days far before the page in front of it: an old copy of it.

        Behind a lost page it tells nothing; where the next one is as far behind the list had a gap.
        """
        if not self.days or not series.oldest or series.sitemaps or series.failures or series.size < MANY:
            return False
        return max(self.days) < series.oldest - timedelta(days=JUMP * (1 + series.span))

    @property
    def oldest(self) -> date | None:
        """How far back the page goes; null where too little tells. Of several pages each may have more pinned cards."""
        if 2 * len(self.days) < self.articles:
            return None
        return reach(self.days, PINNED if self.paged else PROMOTED)

    def jumps(self, series: Series, since: date) -> bool:
        """True for a page of days before `since` that the page in front of it did not lead down to.

        Where a list's order is that of changes, a page may be of old articles, and the next one of new ones.
        """
        return series.oldest is not None and series.oldest > since and since not in self.days


@dataclass(frozen=True, slots=True)
class Sieve:
    """Sifts the pages of a portal's lists for the articles of `since` to `until`.

    `identify` tells an article's address, `memory` what earlier runs knew, `zone` is the portal's. `archive`: the days
    were asked for, so that undated articles of any number may be of them. A card of a day after `today` tells no day:
    its clock is wrong, or ours. Days from `late` to the one before `since` were listed by an earlier run.
    """

    identify: Callable[[str], Identity | None]
    memory: Memory
    zone: str
    since: date
    until: date
    archive: bool
    today: date
    late: date | None

    def sift(self, cards: list[Card], series: Series, *, paged: bool) -> Sifted:
        """The cards of the page that `series` stands at; `paged`: there may be further ones."""
        found = Sifted(paged=paged)
        shown = set()
        earlier: list[bool] = []
        for card in merged(cards):
            if not card.url:
                found.counts[OTHER_CARDS] += 1
                continue
            found.size += 1
            identity = self.identify(card.url)
            # An article is known by its id, whatever hangs on its address.
            key = identity.id if identity else card.url
            day = self.day_of(identity, card, series) if identity else None
            day = None if day and day > self.today else day
            if identity and series.is_range and not series.known:
                earlier.append(self.memory.is_known(identity.id))
            is_of_list = identity is not None and not is_stray(day, series)
            if is_of_list and paged:
                shown.add(key)
            if key not in series.seen:
                found.keys.append(key)
                self._sift_new(found, identity if is_of_list else None, card, day, series)
                if identity and identity.kind == "article":
                    found.tell(day or self.stored_day(identity))
        found.wanted += self.misdated(found, leads=series.number == 1)
        found.known = bool(earlier) and (earlier[-1] or sum(earlier) > PINNED * len(earlier))
        found.shown = frozenset(shown)
        found.fresh = found.shown - series.seen
        return found

    def _sift_new(self, found: Sifted, identity: Identity | None, card: Card, day: date | None, series: Series) -> None:
        """A card that was not seen before in the series: led on by, fetched where it may be of the days, or counted."""
        if card.leads_on:
            found.leading.append(card)
        elif identity is None or identity.kind != "article":
            found.counts[OTHER_CARDS] += 1
        else:
            found.articles += 1
            if series.is_check and not day and not self.changed_lately(card):
                found.counts[OTHER_DAYS] += 1
            elif series.is_range and day:
                self._sift_dated(found, identity, card, day)
            elif series.is_range and not self.archive and found.undated >= MAX_UNDATED_CARDS:
                found.counts[UNDATED_CARDS] += 1  # the whole past of a portal, and nothing tells which is new
            else:
                found.undated += series.is_range and not self.archive
                found.wanted.append((identity, card))

    def _sift_dated(self, found: Sifted, identity: Identity, card: Card, day: date) -> None:
        """A new article of a list of all days, of this day."""
        found.days.append(day)
        if self.since <= day <= self.until:
            found.wanted.append((identity, card))
            return
        found.counts[OTHER_DAYS] += 1
        if self.late and self.late <= day < self.since:
            found.late.append((identity, card))
        elif day < self.since and not identity.day:
            found.before.append((len(found.wanted), identity, card))

    def misdated(self, found: Sifted, *, leads: bool) -> list[tuple[Identity, Card]]:
        """Cards of an earlier day amid those of the days asked for, where they are few: slips, or promoted ones.

        Nobody knows which before it is fetched, once. The page `leads` the list: what stands on top of it is pinned.
        """
        amid = [(identity, card) for place, identity, card in found.before if leads <= place < len(found.wanted)]
        new = [(identity, card) for identity, card in amid if not self.memory.is_known(identity.id)]
        if self.archive or len(amid) > PINNED * found.size:
            return []
        found.counts[OTHER_DAYS] -= len(new)
        return new

    def day_of(self, identity: Identity, card: Card, series: Series) -> date | None:
        """The day of an article by its address or card; in a range also by what is stored of it."""
        if identity.day or card.published or not series.is_range:
            return identity.day or self.local_day(card.published)
        if stored := self.stored_day(identity):
            return stored
        # What was last changed before the plan's days was not published in them.
        changed = self.local_day(card.modified)
        return changed if changed and changed < self.since else None

    def stored_day(self, identity: Identity) -> date | None:
        """The day on which a stored article was published, in the portal's zone; null where none is known."""
        stored = self.memory.published(identity.id, identity.url)
        return self.local_day(datetime.fromisoformat(stored)) if stored else None

    def local_day(self, moment: datetime | None) -> date | None:
        """The day of an aware moment in the portal's zone; null for none."""
        return moment.astimezone(ZoneInfo(self.zone)).date() if moment else None

    def changed_lately(self, card: Card) -> bool:
        """True for an article that was last changed on the first of the days asked for, or later."""
        changed = self.local_day(card.modified)
        return changed is not None and changed >= self.since

    def split(self, sitemaps: Iterable[Card]) -> tuple[list[str], list[str]]:
        """Addresses of sitemaps, and of those last changed some weeks before the days asked for, the latest first."""
        wanted: list[Card] = []
        passed: list[Card] = []
        for card in sitemaps:
            changed = self.local_day(card.modified)
            if changed is None or changed >= self.since:
                wanted.append(card)
            elif changed >= self.since - BEGUN:
                passed.append(card)
        passed.sort(key=lambda card: card.modified or datetime.min.replace(tzinfo=UTC), reverse=True)
        return [card.url for card in wanted], [card.url for card in passed]


def is_stray(day: date | None, series: Series) -> bool:
    """True for an article far from the day it is listed under."""
    if not (day and series.day):
        return False
    return abs(day - date.fromisoformat(series.day)) > timedelta(days=STRAY_DAYS)


def listed_moment(listed_at: datetime | None, day: str | None, zone: str) -> datetime | None:
    """When a list says that an article was published: its card, else the begin of the day under which it stands."""
    return listed_at or (datetime.combine(date.fromisoformat(day), time.min, ZoneInfo(zone)) if day else None)


def is_listed_anew(listed_at: datetime | None, published_at: str | None, span: timedelta) -> bool:
    """True for an article listed as published so much later than what is stored: its address or number is used again.

    >>> stored, listed = "2025-07-24T09:00:00+07:00", datetime.fromisoformat("2026-07-24T09:00:00+07:00")
    >>> [is_listed_anew(*given, timedelta(hours=48)) for given in ((listed, stored), (listed, None), (None, stored))]
    [True, False, False]
    """
    if listed_at is None or published_at is None:
        return False
    return listed_at - datetime.fromisoformat(published_at) > span
