"""What two readings of one article have in common, and whether they are of one article at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from newscrawl.discovery.addresses import is_of_another

# Fields in which two readings of an article seldom differ; pictures have addresses that change with each visit.
STEADY = ("title", "published_at", "authors", "section", "tags", "summary", "text")
# A page's clock: what it calls its last change was so shortly before it was fetched, each time.
SHORTLY = timedelta(hours=1)
# An article was published so much later than another that had its number.
LATER = timedelta(hours=48)


def differing(stored: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    """The fields that differ, of those that both have.

    >>> differing({"title": "A", "text": "B"}, {"title": "A", "text": "C", "tags": ["d"]})
    ['text']
    """
    return [name for name in STEADY if name in stored and name in record and stored[name] != record[name]]


def still_dated(stored: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    """When an article was published, as an earlier page of it told, where a later one tells it no more; else nothing.

    >>> stored = {"published_at": "2026-07-24T09:00:00+07:00", "published_precision": "minute", "url": "https://a.com/7"}
    >>> still_dated(stored, {"published_at": None, "url": "https://a.com/7"})["published_precision"]
    'minute'
    >>> still_dated(stored, {"published_at": "2026-07-24T09:30:00+07:00"}), still_dated({}, {})
    ({}, {})
    """
    if record.get("published_at") or not stored.get("published_at"):
        return {}
    if is_of_another(str(stored.get("url")), str(record.get("url"))):
        return {}
    return {name: stored.get(name) for name in ("published_at", "published_precision")}


def is_visited(stored: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """True where only the moment of the last change differs, and that is a clock of the page.

    >>> first, later = ({"title": "A", "text": "B", "updated_at": f"2026-07-{day}T19:59:00+07:00",
    ...                  "fetched_at": f"2026-07-{day}T20:00:00+07:00"} for day in (24, 25))
    >>> is_visited(first, later), is_visited(first, later | {"text": "C"})
    (True, False)
    """
    if any(stored.get(name) != record.get(name) for name in ("title", "text", "published_at")):
        return False
    return all(_is_lately(one) for one in (stored, record))


def _is_lately(record: Mapping[str, Any]) -> bool:
    updated, fetched = (moment_of(record, name) for name in ("updated_at", "fetched_at"))
    return updated is not None and fetched is not None and timedelta(0) <= fetched - updated <= SHORTLY


def is_another_article(stored: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """True for an article that has the number of an older one: later, at another address, with another headline.

    >>> said = (("Harga Kopi Naik", "harga-kopi-naik", 2025), ("Bupati Buka Pasar", "bupati-buka-pasar", 2026))
    >>> old, new = ({"title": title, "url": f"https://a.com/7/{slug}", "published_at": f"{year}-07-24T09:00:00+07:00"}
    ...             for title, slug, year in said)
    >>> is_another_article(old, new), is_another_article(old, {**new, "published_at": old["published_at"]})
    (True, False)
    """
    before, now = (moment_of(one, "published_at") for one in (stored, record))
    if before is None or now is None or now - before <= LATER:
        return False
    old, new = ({*str(one.get("title")).casefold().split()} for one in (stored, record))
    return is_of_another(str(stored.get("url")), str(record.get("url"))) and 2 * len(old & new) < min(
        len(old), len(new)
    )


def moment_of(record: Mapping[str, Any], name: str) -> datetime | None:
    """An aware time of a record, null for anything else."""
    try:
        moment = datetime.fromisoformat(str(record.get(name)))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
