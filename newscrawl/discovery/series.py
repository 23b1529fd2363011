"""Where the paging of a listing stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Series:
    """Where the paging of one listing stands: its level among the portal's listings, its page, what was seen.

    `day` is null for a listing of all days of the plan; then `articles` are those of other days too, and `oldest`
    is the earliest day a card had. `sitemaps` are the pages behind the first, where that was a sitemap index.
    Levels below 0 are the ways to a tag or a search: -1 is the first.
    """

    level: int
    day: str | None = None
    channel: str | None = None
    tag: str | None = None
    words: str | None = None
    number: int = 1
    articles: int = 0
    seen: frozenset[str] = frozenset()
    failures: int = 0
    peeks: bool = False  # whether anything stands behind what looks like the list's end
    doubted: str = ""  # why the page is asked for once more
    oldest: date | None = None
    sitemaps: tuple[str, ...] = ()
    barren: int = 0  # pages without a new article's address, one behind the other
    first: frozenset[str] = frozenset()  # articles of page 1, and of the last page that had new ones
    last: frozenset[str] = frozenset()
    size: int = 0  # cards of the last page that had new articles; and most cards of one before it
    largest: int = 0
    span: int = 0  # days from the last to the first of that page's articles
    leads_on: bool = False  # the last page links to one behind it
    passed: tuple[str, ...] = ()  # sitemaps of an index that were last changed before the days asked for, as it says
    checks: frozenset[str] = frozenset()  # those of them that are read all the same: an index may say what is not so
    known: bool = False  # it showed an article that an earlier run knew
    known_of_all: bool = False  # so did a list of all channels before it
    late: bool = False  # only what came onto it since an earlier run has read it is of interest

    @property
    def is_range(self) -> bool:
        """True for a listing of all days of the plan."""
        return self.level >= 0 and self.day is None

    @property
    def is_check(self) -> bool:
        """True for a sitemap in which nothing of the days asked for should be."""
        return self.number > 1 and bool(self.sitemaps) and self.sitemaps[self.number - 2] in self.checks

    @property
    def part(self) -> str:
        """What of the portal the page is of: its channel; behind an index of sitemaps the sitemap's address.

        >>> page = Series(0, sitemaps=("https://a.example/bola/sitemap.xml",))
        >>> page.part, replace(page, number=2).part
        ('', 'a.example/bola/sitemap.xml')
        """
        is_behind = self.number > 1 and self.sitemaps
        return self.channel or (self.sitemaps[self.number - 2].partition("//")[2] if is_behind else "")

    def is_same_list(self, other: Series) -> bool:
        """True for another page of the same list."""
        mine, others = ((s.level, s.day, s.channel, s.tag, s.words) for s in (self, other))
        return mine == others

    def next(self, cards: list[str], articles: int, oldest: date | None = None, *, barren: bool = False) -> Series:
        """The next page, after one that listed `cards`, `articles` of them articles."""
        return replace(
            self,
            number=self.number + 1,
            articles=self.articles + articles,
            seen=self.seen.union(cards),
            failures=0,
            doubted="",
            oldest=oldest,
            barren=self.barren + 1 if barren else 0,
        )

    def continued(self, level: int, channel: str | None) -> Series:
        """The first page of the next list of all days, for what this one lacks; what a channel's knows is its own.

        >>> whole, part = Series(0, known=True), Series(0, channel="bola", known=True)
        >>> [one.continued(1, "bola").continued(2, None).known for one in (whole, part)]
        [True, False]
        """
        of_all = self.known_of_all or (self.known and self.channel is None)
        known = of_all or (self.known and self.channel == channel)
        return Series(level, channel=channel, oldest=self.oldest, known=known, known_of_all=of_all)

    def showed(self, articles: frozenset[str], size: int, *, leads_on: bool, span: int) -> Series:
        """The same after a page of `size` cards with these articles of `span` days, of which some were new."""
        first, largest = self.first or articles, max(self.largest, self.size)
        return replace(self, first=first, last=articles, size=size, largest=largest, leads_on=leads_on, span=span)

    def leading_to(self, wanted: list[str], passed: list[str], *, is_untrue: bool) -> Series:
        """The same with the sitemaps of an index behind it.

        Of those `passed` over for their age the latest is read all the same, where that `is_untrue` the next.
        """
        rest = [*self.passed, *passed]
        checks = rest[:1] if passed or is_untrue else []
        sitemaps = (*self.sitemaps, *wanted, *checks)
        return replace(self, sitemaps=sitemaps, checks=self.checks.union(checks), passed=tuple(rest[len(checks) :]))

    def doubt(self, why: str) -> Series:
        """The same page once more, later in the run."""
        return replace(self, doubted=why)

    def skip(self) -> Series:
        """The next page, after one that was lost."""
        return replace(self, number=self.number + 1, failures=self.failures + 1, doubted="")
