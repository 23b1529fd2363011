"""What a crawl's statistics say of its run."""

from __future__ import annotations

from typing import Any

from newscrawl import counts
from newscrawl.judging.runs import Asked, Rule
from newscrawl.reading.rules import MATCHED, TRIED

# Fields of a Run that are one counter, 0 where it was not counted; and those that tell that it was not, by -1.
NUMBERS = {
    "asked_again": counts.ASKED_AGAIN,
    "incomplete": counts.INCOMPLETE,
    "listing_pages": counts.LISTING_PAGES,
    "lost_listings": counts.LISTINGS_LOST,
    "blocked_listings": counts.LISTINGS_BLOCKED,
    "short_of_since": counts.SHORT_OF_SINCE,
    "apart": counts.LISTINGS_APART,
    "other_days": counts.OTHER_DAYS,
    "late": counts.LATE,
    "late_shown": counts.LATE_SHOWN,
    "overdue": counts.OVERDUE,
    "due": counts.DUE,
    "late_left": counts.LATE_LEFT,
    "undated": counts.UNDATED_CARDS,
    "other_cards": counts.OTHER_CARDS,
    "one_number": counts.ONE_NUMBER,
    "read_again": counts.READ_AGAIN,
    "copies": counts.COPIES,
    "days_done_before": counts.DAYS_DONE_BEFORE,
    "pages": "response_received_count",
    "bytes": "downloader/response_bytes",
}
IF_COUNTED = {
    "held_before": counts.HELD_BEFORE, "held": counts.HELD, "known": counts.KNOWN, "unlisted": counts.UNLISTED
}  # fmt: skip
# Fields that have a number for each counter below one.
BELOW = {
    "half_read": counts.DOUBTED,
    "lost_because": counts.LOST_BECAUSE,
    "given_up": counts.GIVEN_UP,
    "channels": counts.CHANNEL,
    "differs": counts.DIFFERS,
    "status_codes": "downloader/response_status_count/",
}


def counted(stats: dict[str, Any]) -> dict[str, Any]:
    """The fields of a Run that follow from a crawl's statistics."""
    rules = _rules(stats)
    pages = max((rule.tried for rule in rules.values()), default=0)
    return {
        "articles": counts.balance(stats),
        **{end: counts.reasons(stats, end) for end in counts.REASONED},
        **{name: int(stats.get(key, 0)) for name, key in NUMBERS.items()},
        **{name: int(stats.get(key, -1)) for name, key in IF_COUNTED.items()},
        **{name: _below(stats, prefix) for name, prefix in BELOW.items()},
        "own": {channel: n for channel, n in _below(stats, counts.CHANNELS_OWN).items() if n},
        "clock_off": max(int(stats.get(counts.CLOCK_LEAST, 0)), 0) or min(int(stats.get(counts.CLOCK_MOST, 0)), 0),
        "listings": _listings(stats),
        "rules": rules,
        "dead_selectors": [name for name, rule in rules.items() if not rule.matched and 2 * rule.tried >= pages],
    }


def _rules(stats: dict[str, Any]) -> dict[str, Rule]:
    """The rules that were tried, by name."""
    tried, matched = _below(stats, TRIED), _below(stats, MATCHED)
    return {name: Rule(number, matched.get(name, 0)) for name, number in tried.items()}


def _listings(stats: dict[str, Any]) -> dict[str, Asked]:
    """The listings by the form of their addresses."""
    found: dict[str, dict[str, int]] = {}
    for key, number in _below(stats, "listings/").items():
        form, _, what = key.rpartition("/")
        if form and f"/{what}" in (counts.ASKED, counts.ARTICLES):
            found.setdefault(form, {})[what] = number
    return {form: Asked(**numbers) for form, numbers in sorted(found.items())}


def _below(stats: dict[str, Any], prefix: str) -> dict[str, int]:
    return {k.removeprefix(prefix): int(v) for k, v in sorted(stats.items()) if k.startswith(prefix)}
