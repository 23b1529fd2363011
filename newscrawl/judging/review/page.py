"""Reviewed pages as one HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from newscrawl.judging.html import fill_template
from newscrawl.judging.review.shown import Reviewed
from newscrawl.judging.words import moment


def as_html(pages: Sequence[Reviewed], portal: str, now: datetime) -> str:
    """One page that needs nothing else: no script, no network."""
    return fill_template("review.html.j2", pages=pages, portal=portal, now=now, moment=lambda time: moment(time, now))
