"""All portals at a glance, as one HTML page for a browser."""

from __future__ import annotations

from datetime import datetime

from newscrawl.judging.html import fill_template
from newscrawl.judging.report.charts import charts_of
from newscrawl.judging.report.gather import LISTED, STATES, Report
from newscrawl.judging.report.text import DOUBTED, ENDS, WATCHED, ended
from newscrawl.judging.words import ago, moment

PAGE_SIZE = 600_000  # bytes; a page that a phone opens at once


def as_html(report: Report) -> str:
    """One page that needs nothing else: no script, no network; its lists get shorter before it gets too large."""
    charts = {row.portal: charts_of(row, report.now) for row in report.rows}
    page = ""
    for listed in LISTED:
        page = fill_template(
            "report.html.j2",
            report=report,
            now=report.now,
            charts=charts,
            listed=listed,
            most_doubted=DOUBTED,
            most_watched=WATCHED,
            counts={state: sum(row.state == state for row in report.rows) for state in STATES},
            ends=tuple(ENDS),
            ended=ended,
            ago=lambda time: ago(time, report.now),
            moment=lambda time: moment(time, report.now),
            moment_of=lambda stamp: moment(datetime.fromisoformat(stamp), report.now),
        )
        if len(page.encode()) < PAGE_SIZE:
            break
    return page
