"""Reviewed pages as one HTML page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from newscrawl.judging.html import fill_template
from newscrawl.judging.recurring import alike
from newscrawl.judging.review.shown import Reviewed
from newscrawl.judging.words import moment

MANY = 3  # pages that have a paragraph: it is perhaps the site's


def as_html(pages: Sequence[Reviewed], portal: str, now: datetime) -> str:
    """One page that needs nothing else: no script, no network."""
    said = Counter(key for page in pages for key in {alike(p) for said in page.passages for p in said.paragraphs})
    return fill_template(
        "review.html.j2",
        pages=pages,
        portal=portal,
        now=now,
        moment=lambda time: moment(time, now),
        others=lambda paragraph: many if (many := said[alike(paragraph)]) >= MANY else 0,
    )
