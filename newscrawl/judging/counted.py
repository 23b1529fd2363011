"""What a crawl's statistics say of its run."""

from __future__ import annotations

from typing import Any

from newscrawl import counts
from newscrawl.judging.runs import Asked, Rule


def counted(stats: dict[str, Any]) -> dict[str, Any]:
    """The fields of a Run that follow from a crawl's statistics."""
    listings: dict[str, dict[str, int]] = {}
    rules: dict[str, dict[str, int]] = {}
    for key, number in stats.items():
        kind, _, name = key.partition("/")
        if kind in ("tried", "parser"):
            rules.setdefault(name, {})["tried" if kind == "tried" else "matched"] = int(number)
        elif kind == "listings" and key.endswith(("/asked", "/articles")):
            form, _, what = name.rpartition("/")
            listings.setdefault(form, {})[what] = int(number)
    tried = {name: Rule(**numbers) for name, numbers in sorted(rules.items()) if "tried" in numbers}
    pages = max((rule.tried for rule in tried.values()), default=0)
    return {
        "articles": counts.balance(stats),
        "worse": counts.reasons(stats, "worse"),
        "asked_again": int(stats.get(counts.ASKED_AGAIN, 0)),
        "dropped": counts.reasons(stats, "dropped"),
        "failed": counts.reasons(stats, "failed"),
        "half_read": _below(stats, counts.DOUBTED),
        "incomplete": int(stats.get(counts.INCOMPLETE, 0)),
        "listings": {form: Asked(**numbers) for form, numbers in sorted(listings.items())},
        "listing_pages": int(stats.get(counts.LISTING_PAGES, 0)),
        "lost_listings": int(stats.get(counts.LISTINGS_LOST, 0)),
        "lost_because": _below(stats, counts.LOST_BECAUSE),
        "blocked_listings": int(stats.get(counts.LISTINGS_BLOCKED, 0)),
        "short_of_since": int(stats.get(counts.SHORT_OF_SINCE, 0)),
        "apart": int(stats.get(counts.LISTINGS_APART, 0)),
        "other_days": int(stats.get(counts.OTHER_DAYS, 0)),
        "late": int(stats.get(counts.LATE, 0)),
        "late_shown": int(stats.get(counts.LATE_SHOWN, 0)),
        "overdue": int(stats.get(counts.OVERDUE, 0)),
        "due": int(stats.get(counts.DUE, 0)),
        "late_left": int(stats.get(counts.LATE_LEFT, 0)),
        "undated": int(stats.get(counts.UNDATED_CARDS, 0)),
        "other_cards": int(stats.get(counts.OTHER_CARDS, 0)),
        "given_up": _below(stats, counts.GIVEN_UP),
        "channels": _below(stats, counts.CHANNEL),
        "one_number": int(stats.get(counts.ONE_NUMBER, 0)),
        "own": {channel: n for channel, n in _below(stats, counts.CHANNELS_OWN).items() if n},
        "read_again": int(stats.get(counts.READ_AGAIN, 0)),
        "differs": _below(stats, counts.DIFFERS),
        "copies": int(stats.get(counts.COPIES, 0)),
        "held_before": int(stats.get(counts.HELD_BEFORE, -1)),
        "held": int(stats.get(counts.HELD, -1)),
        "known": int(stats.get(counts.KNOWN, -1)),
        "unlisted": int(stats.get(counts.UNLISTED, -1)),
        "clock_off": max(int(stats.get(counts.CLOCK_LEAST, 0)), 0) or min(int(stats.get(counts.CLOCK_MOST, 0)), 0),
        "days_done_before": int(stats.get(counts.DAYS_DONE_BEFORE, 0)),
        "rules": tried,
        "dead_selectors": [name for name, rule in tried.items() if not rule.matched and 2 * rule.tried >= pages],
        "status_codes": _below(stats, "downloader/response_status_count/"),
        "pages": int(stats.get("response_received_count", 0)),
        "bytes": int(stats.get("downloader/response_bytes", 0)),
    }


def _below(stats: dict[str, Any], prefix: str) -> dict[str, int]:
    return {k.removeprefix(prefix): int(v) for k, v in sorted(stats.items()) if k.startswith(prefix)}
