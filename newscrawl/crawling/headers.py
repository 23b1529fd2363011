"""What the headers of an answer say of it: when it was sent, how old it is, what kind its body is."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy.http import Response

MOST_DIGITS = 8  # of a cache's seconds: three years


def http_date(header: bytes | None) -> datetime | None:
    """The moment that a header tells, aware; null for none.

    >>> http_date(b"Fri, 24 Jul 2026 11:00:00 -0000"), http_date(b"kemarin"), http_date(None)
    (datetime.datetime(2026, 7, 24, 11, 0, tzinfo=datetime.timezone.utc), None, None)
    """
    try:
        moment = parsedate_to_datetime((header or b"").decode("latin-1"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def age_of(response: Response) -> int:
    """For how many seconds a cache has had a page, as it says (Age); 0 where it says nothing, or nonsense.

    >>> [age_of(Response("https://a.example/", headers={"Age": age})) for age in ("90", "soon", "9" * 30)]
    [90, 0, 0]
    """
    text = (response.headers.get("Age") or b"").decode("latin-1").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else 0


def content_type_of(response: Response) -> str | None:
    """The media type of an answer with its charset, as it was sent; null where it does not say."""
    header = response.headers.get("Content-Type")
    return header.decode("latin-1") if header else None
