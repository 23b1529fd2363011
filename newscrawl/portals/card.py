"""What a portal has, for one who wants to crawl it."""

from __future__ import annotations

from textwrap import fill

from newscrawl.discovery.listings import Rendered, Source
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals
from newscrawl.portals.status import status_of

OPTIONS = (
    "options: --since DAY --until DAY --channels A,B --urls LIST --tag SLUG --search WORDS --again --browser",
    "         -s NAME=VALUE (a setting), -O FILE (a feed, too), --verbose (the log on the terminal)",
)

CRAWL = """\
usage: newscrawl crawl PORTAL ... [options]    newscrawl crawl all    newscrawl crawl any --site SITE

Articles of today and yesterday, in the portal's own zone, unless an option says otherwise:

  --since DAY, --until DAY  a back archive, day by day, e.g. --since 2026-07-01; both days are included
  --channels A,B            only these channels of the portal
  --urls LIST               a file with one address a line, or addresses between commas
  --tag SLUG                the articles of a topic page
  --search "WORDS"          what the portal's own search finds
  --browser                 also lists that only a browser shows
  --site SITE               of any: addresses or names of sites between commas, or a file with one a line
  --again                   also what is stored or was dropped before

  --verbose                 the log on the terminal; without it the log is a file in data/PORTAL/logs
  -s NAME=VALUE             a setting, e.g. -s NEWSCRAWL_DATA=FOLDER
  -o FILE, -O FILE          what is read goes to a feed, too: behind what is there, or in its place

newscrawl crawl PORTAL --help says what a portal has."""


def overview() -> str:
    """What a crawl takes, and the portals."""
    return f"{CRAWL} Portals: {', '.join(portals())}."


def card(portal: type[Portal]) -> str:
    """The portal in a screenful: how it is crawled, its channels, tags and search, how far back, examples."""
    status = status_of(portal)
    lines = [f"{portal.name}: {portal.domains[0]}, {status.state}", ""]
    lines.append(_line("finds by", ", then ".join(status.ways) or "addresses given only"))
    lines.append(_line("back to", how_far(portal)))
    lines.append(_line("channels", ", ".join(portal.channels) or "none"))
    lines.append(_line("tags", "--tag SLUG" if portal.tags else "none"))
    lines.append(_line("search", '--search "WORDS"' if portal.searches else "none"))
    listed = [*portal.listings, *portal.topics()]
    needs = any(isinstance(listing, Rendered) for listing in listed)
    lines.append(_line("browser", "--browser also asks lists that only a browser shows" if needs else "not needed"))
    lines.append(_line("made from", ", ".join(portal.evidence)))
    lines += ["", *OPTIONS, "", "examples:"]
    lines += [f"  newscrawl crawl {portal.name}{example}" for example in examples(portal)]
    return "\n".join(lines)


def how_far(portal: type[Portal]) -> str:
    """How far back a portal's lists go, as far as its form says.

    >>> from newscrawl.portals.registry import portals
    >>> how_far(portals()["okezone"])
    'any day that its index by day still has'
    """
    if any(listing.by_day and not isinstance(listing, Rendered) for listing in portal.listings):
        return "any day that its index by day still has"
    paged = [listing for listing in portal.listings if listing.paged]
    if not paged:
        return "only what its feeds and sitemaps hold: mostly two days"
    return f"what its lists show, the newest first{_bound(paged)}; a crawl says how far that was"


def _bound(listings: list[Source]) -> str:
    pages = [listing.pages for listing in listings]
    most = max((n for n in pages if n), default=0)
    return f" ({most} pages at most)" if most and all(pages) else ""


def examples(portal: type[Portal]) -> list[str]:
    """Three crawls of the portal, as options behind its name."""
    third = f" --channels {next(iter(portal.channels))}" if portal.channels else f" --urls {portal.example}"
    return ["", " --since 2026-07-01 --until 2026-07-07", third]


def _line(name: str, words: str) -> str:
    return fill(words, 100, initial_indent=f"  {name:<11}", subsequent_indent=" " * 13)
