"""What a crawl counts: each counter's name and meaning, once, and the sum that every article found ends in.

found = stored + revised + unchanged + worse (by reason) + already stored + dropped (by reason) + failed (by reason)
"""

from __future__ import annotations

from typing import Any

# -- articles: `articles/END`, or `articles/END/REASON` -------------------------------------------------
FOUND = "articles/found"  # listed, given, or left by earlier runs; each once a run
FOUND_AGAIN = "articles/found again"  # listed more than once; not among those found
ASKED_AGAIN = "articles/asked again"  # of those found, what earlier runs have not had and no listing of this run shows
STORED = "articles/stored"
UNCHANGED = "articles/unchanged"
ALREADY_STORED = "articles/already stored"  # not fetched
WORSE = "articles/worse/"  # before the reason why a copy is worse than what is stored
DROPPED = "articles/dropped/"  # before the reason why a page is no article
FAILED = "articles/failed/"  # before the reason why a page could not be had
ENDS = ("stored", "revised", "unchanged", "worse", "already stored", "dropped", "failed")
REASONED = ("worse", "dropped", "failed")  # the ends that have a reason
# The reason of an article that was found before the crawl was stopped and not fetched any more.
NOT_REACHED = "not reached"
GIVEN_UP = "given up/"  # before the reason of an article that was asked for on as many days as runs do, and never had
DOUBTED = "half-read/"  # before the doubt about an article that was read
READ_AGAIN = "again/read"  # stored articles of which a page was read that is no worse
DIFFERS = "again/differs/"  # of these, before the field in which the page says something else than is stored
INCOMPLETE = "incomplete"  # articles that are stored without all of their pages
COPIES = "copies"  # of those stored, articles that are stored already under another number: one headline, one moment

# -- listings ---------------------------------------------------------------------------------------------
LISTING_PAGES = "listings/pages"  # read
LISTINGS_EMPTY = "listings/empty"  # that gave no article
LISTINGS_LOST = "listings/lost"  # pages that could not be had, or lists without a believable end
LOST_BECAUSE = "listings/lost because/"  # before the reason
LISTINGS_CUT_SHORT = "listings/cut short"  # that show no more pages than they do
LISTINGS_BLOCKED = "listings/blocked"  # a refusal, a robot check or a provider's block in their place
LISTINGS_UNREACHABLE = "listings/unreachable"  # after retries
SHORT_OF_SINCE = "listings/short of since"  # lists of all days that end after the first day asked for
LISTINGS_APART = "listings/apart"  # and that end in its day or tell none, without an article that an earlier run knew
NEED_BROWSER = "listings/need a browser"  # not asked for want of one
OTHER_CARDS = "listings/other cards"  # of photos, videos, other brands or far from their day
OTHER_DAYS = "listings/other days"  # articles of days that were not asked for
UNDATED_CARDS = "listings/undated"  # too many on one page to be fetched without a day
CHANNEL = "channels/"  # before a channel's name: articles of the days asked for on its lists
ONE_NUMBER = "listings/one number"  # articles of channels that have the number of one with quite another headline
CHANNELS_OWN = "own channels/"  # likewise, of these those that no other channel's lists show
ASKED, ARTICLES = "/asked", "/articles"  # behind `listings/FORM`: pages asked for, new articles on them
# Articles of the day before, which an earlier run has listed: shown by its lists now, and of those found, the new ones.
LATE_SHOWN, LATE = "late/shown", "late/new"
OVERDUE = "late/overdue"  # likewise on those of today and yesterday, though published before the last run read them
DUE = "late/due"  # articles of that time which the lists show
LATE_LEFT = "late/left"  # pages of these lists that did not come, or were not asked for any more
ALL_BUT_LATE = "late/broken off"  # why a crawl ended early, where all else had been had
DAYS_DONE_BEFORE = "days/done before"  # not listed again

# -- the store -----------------------------------------------------------------------------------------------
HELD_BEFORE, HELD = "store/held before", "store/held"  # articles in the files when the crawl began, and at its end

KNOWN, UNLISTED = "store/of these days", "store/unlisted"  # stored before, as far back as lists reach; not shown by any

# -- what ends a crawl ------------------------------------------------------------------------------------
STORAGE_FAILED = "storage/failed"  # why, in one line
STORAGE_BUSY = "storage/busy"  # true where another run holds the folder
NO_NETWORK = "network/none"
PORTAL_LEFT = "portal/left"  # the site wants a longer pause than a crawl makes

# -- the clock ----------------------------------------------------------------------------------------------
CLOCK_MOST, CLOCK_LEAST = "clock/most", "clock/least"  # seconds that answers were sent after this machine's now

# -- raw pages ----------------------------------------------------------------------------------------------
RAW_PAGES = "warc/pages"  # kept as they were sent
KEPT_DAMAGED = "kept/damaged"  # files of kept pages, or places in them, that could not be read again

# -- in a browser -----------------------------------------------------------------------------------------
BROWSER_PAGES = "browser/pages"
BROWSER_TURNS = "browser/turns"  # presses and scrolls
BROWSER_CUT = "browser/lists cut at their bound"
BROWSER_DISMISSED = "browser/overlays dismissed"
BROWSER_ABORTED = "browser/aborted/"  # before the reason why something that a page asked for was refused


def listing(form: str, what: str) -> str:
    """The counter of a listing, by the form of its addresses; `what` is ASKED or ARTICLES.

    >>> listing("https://a.example/{number}", ASKED)
    'listings/https://a.example/{number}/asked'
    """
    return f"listings/{form}{what}"


def balance(stats: dict[str, Any]) -> dict[str, int]:
    """How the articles found ended: `found` and each of ENDS, REASONED ones summed over their reasons.

    >>> balance({"articles/found": 3, "articles/stored": 1, "articles/dropped/removed": 2})["dropped"]
    2
    """
    sums = {"found": int(stats.get(FOUND, 0))}
    for end in ENDS:
        sums[end] = sum(int(v) for k, v in stats.items() if k == f"articles/{end}" or k.startswith(f"articles/{end}/"))
    return sums


def unbalanced(stats: dict[str, Any]) -> int:
    """How many of the articles found ended in no way, or in two (negative): 0 in a crawl without a fault."""
    sums = balance(stats)
    return sums["found"] - sum(sums[end] for end in ENDS)


def reasons(stats: dict[str, Any], end: str) -> dict[str, int]:
    """Counts by reason of what ended as one of REASONED, the most frequent first."""
    prefix = f"articles/{end}/"
    found = {k.removeprefix(prefix): int(v) for k, v in stats.items() if k.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def many(count: int, noun: str) -> str:
    """A number of things in words.

    >>> many(1, "file"), many(1234, "file")
    ('1 file', '1,234 files')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
