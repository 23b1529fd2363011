"""What the exit status of `scrapy crawl` means, and how it follows from what was counted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from newscrawl import counts, reasons
from newscrawl.judging.findings import UNREADABLE
from newscrawl.reasons import OF_BEFORE
from newscrawl.settings.base import NEWSCRAWL_JUDGE_FAILED


class Exit(IntEnum):
    """Exit statuses of `scrapy crawl`; 1 is Scrapy's own, for a crawl that could not begin."""

    DONE = 0
    USAGE = 2
    NOTHING_FOUND = 3
    NONE_READABLE = 4
    ERRORS = 5
    INTERRUPTED = 6
    STORAGE = 7
    BUSY = 8
    FINDINGS = 9
    NO_BROWSER = 10


MEANING = {
    Exit.DONE: "the crawl did its job: every article found is stored, or was before, or says why it is not",
    Exit.USAGE: "a wrong argument or option; nothing was fetched",
    Exit.NOTHING_FOUND: "no article was found: the listings are empty or have changed",
    Exit.NONE_READABLE: "articles were found, but none could be read: the template has changed, the crawl is blocked "
    "or all are gone; the log says which",
    Exit.ERRORS: "not all could be had: over a tenth of the articles (NEWSCRAWL_JUDGE_FAILED), a listing to its end, "
    "any host, or (reread) a kept page; or the site wanted too long a pause, or a callback or a feed (-o, -O) failed; "
    "the next run tries again",
    Exit.INTERRUPTED: "stopped before its end, by a signal or a limit (CLOSESPIDER_..., MEMUSAGE_LIMIT_MB); what was "
    "stored is whole, the next run goes on",
    Exit.STORAGE: "the files could not be written (disk full, no permission); what was stored before is untouched",
    Exit.BUSY: "another run is storing articles of this portal",
    Exit.FINDINGS: "the crawl ran to its end, but the portal is not what it was: see the findings",
    Exit.NO_BROWSER: "the crawl needs a browser and there is none; nothing was fetched (make browser sets one up)",
}

# A crawl's finish reasons, as they are recorded, that say more than its exit status.
BECAUSE = {
    "no network": "no host could be reached; the next run tries again, newscrawl check looks at the network",
}


def meaning(status: int, finish_reason: str = "") -> str:
    """What an exit status means, or why a crawl has it where its end says so; nothing for one that is not ours.

    >>> meaning(6).partition(",")[0], meaning(5, "no network").partition(";")[0], meaning(99)
    ('stopped before its end', 'no host could be reached', '')
    """
    return BECAUSE.get(finish_reason) or (MEANING[Exit(status)] if status in list(Exit) else "")


def exit_status(
    stats: dict[str, Any],
    findings: Sequence[object] = (),
    *,
    failed_share: float = NEWSCRAWL_JUDGE_FAILED,
    is_quiet: bool = False,
) -> Exit:
    """The exit status of a finished crawl; `findings` are what its judgement found.

    `failed_share` of the articles found may fail, as the judgement has it: the next run tries them again. `is_quiet`
    where it says that a portal may well have had no article on these days.

    >>> exit_status({"articles/found": 2, "articles/stored": 2, "finish_reason": "finished"})
    <Exit.DONE: 0>
    >>> exit_status({"articles/found": 9, "articles/stored": 8, "articles/failed/not reached": 1,
    ...              "finish_reason": "finished"})
    <Exit.ERRORS: 5>
    >>> exit_status({"articles/found": 2, "articles/stored": 2, "finish_reason": "closespider_itemcount"})
    <Exit.INTERRUPTED: 6>
    >>> exit_status({"articles/found": 2, "articles/stored": 2, "finish_reason": "shutdown",
    ...              "late/broken off": "shutdown"})
    <Exit.DONE: 0>
    >>> exit_status({"finish_reason": "finished"})
    <Exit.NOTHING_FOUND: 3>
    >>> exit_status({"finish_reason": "finished"}, is_quiet=True)
    <Exit.DONE: 0>
    >>> exit_status({"listings/lost": 1, "finish_reason": "finished"})
    <Exit.ERRORS: 5>
    >>> exit_status({"listings/lost": 1, "listings/pages": 2, "finish_reason": "finished"})
    <Exit.NOTHING_FOUND: 3>
    """
    if stats.get(counts.STORAGE_FAILED):
        return Exit.BUSY if stats.get(counts.STORAGE_BUSY) else Exit.STORAGE
    if not stats.get(counts.ALL_BUT_LATE):
        if stats.get(counts.NO_NETWORK) or stats.get(counts.PORTAL_LEFT):
            return Exit.ERRORS
        if stats.get("finish_reason") != "finished":
            return Exit.INTERRUPTED
    sums = counts.balance(stats)
    # What was asked for again was a finding of the night that missed it: this one is judged by what its listings gave.
    found = sums["found"] - int(stats.get(counts.ASKED_AGAIN, 0)) - int(stats.get(counts.LATE, 0))
    dropped, failed = (
        sums[end] - sum(n for reason, n in counts.reasons(stats, end).items() if reason.endswith(OF_BEFORE))
        for end in ("dropped", "failed")
    )
    if any(key.startswith(("spider_exceptions/", "feedexport/failed_count/")) for key in stats):
        return Exit.ERRORS
    if not found and not stats.get(counts.DAYS_DONE_BEFORE) and not is_quiet:
        # Where no listing was read, what the lost ones show is not known.
        none_read = stats.get(counts.LISTINGS_LOST) and not stats.get(counts.LISTING_PAGES)
        return Exit.ERRORS if stats.get(counts.LISTINGS_UNREACHABLE) or none_read else Exit.NOTHING_FOUND
    if stats.get(counts.FAILED + counts.NOT_REACHED):
        return Exit.ERRORS  # a crawl that comes to its end has reached all it found
    is_good = any(sums[end] for end in ("stored", "revised", "unchanged", "worse", "already stored"))
    if found and not is_good and not stats.get("item_scraped_count"):
        return Exit.ERRORS if failed > dropped else Exit.NONE_READABLE
    if failed > failed_share * found or counts.unbalanced(stats) or stats.get(counts.LISTINGS_LOST):
        return Exit.ERRORS
    return Exit.FINDINGS if findings else Exit.DONE


def reread_status(stats: dict[str, Any], status: Exit) -> Exit:
    """The exit status of `scrapy reread`, after that of a crawl: no listing was asked for, so none has failed.

    0 when something was read, or nothing but robot checks is left; not where kept pages are damaged.

    >>> reread_status({"articles/stored": 3, "kept/damaged": 1}, Exit.DONE), reread_status({}, Exit.FINDINGS)
    (<Exit.ERRORS: 5>, <Exit.DONE: 0>)
    """
    if status not in (Exit.DONE, Exit.NONE_READABLE, Exit.ERRORS, Exit.FINDINGS):
        return status
    if stats.get(counts.KEPT_DAMAGED) or stats.get(counts.FAILED + reasons.KEPT_DAMAGED):
        return Exit.ERRORS
    if status is Exit.DONE or stats.get("downloader/exception_count"):
        return status
    read = sum(counts.balance(stats)[end] for end in ("stored", "revised", "unchanged"))
    unreadable = any(stats.get(counts.DROPPED + reason) for reason in UNREADABLE)
    return Exit.NONE_READABLE if unreadable and not read else Exit.DONE
