"""All portals at a glance, as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import datetime

from newscrawl.judging.report.gather import Report, Row
from newscrawl.judging.runs import Run
from newscrawl.judging.words import LONGEST_ADDRESS, ago, columns, one_line, percent, short

COLUMNS = 100  # no line of the text is longer
WATCHED = 10  # matches of a watch shown
RECURRING = 3  # lines in many texts
DOUBTED = 5  # doubted pages named; `newscrawl review` shows them all
# How many articles were found and how they ended: a column, and the ends in a run's record that are counted in it.
# What was stored before is so whether it was looked at again or not: the columns add up to what was found.
ENDS = {
    "found": ("found",),
    "stored": ("stored",),
    "revised": ("revised",),
    "already": ("already stored", "unchanged", "worse"),
    "dropped": ("dropped",),
    "failed": ("failed",),
}
HEAD = "portal", "verdict", "last run", *ENDS, "dates", "authors", "text"
WORDS = 3  # columns of words, to the left; the others are numbers
LONGEST_NAME = 16
EXPERIMENTAL = "*"  # behind the name of an experimental portal


def as_text(report: Report) -> str:
    """A row a portal, then what is not good or doubted; lines of at most COLUMNS characters but for addresses.

    There is no line break at the end.
    """
    title = f"newscrawl report, {report.now:%Y-%m-%d %H:%M %Z}: {report.verdict}"
    table = [HEAD, *(_cells(row, report.now) for row in report.rows)]
    lines = [title, "", *columns(table, WORDS, COLUMNS)]
    for row in report.rows:
        if not row.good:
            lines += ["", f"{one_line(row.portal, COLUMNS - 20)}: {row.state}"]
            for reason in row.why:
                said, *example = reason.split("\n")  # whose address is whole
                lines += textwrap.wrap(said, COLUMNS, initial_indent="  - ", subsequent_indent="    ")
                lines += (f"    {line}" for line in example)
            for other in row.later:
                counts = ", ".join(f"{end} {other.articles.get(end, 0)}" for end in ("found", "stored", "revised"))
                line = f"since then, {ago(other.finished_at, report.now)}: {other.scope}, {counts}"
                lines.append(f"  {one_line(line, COLUMNS - 2)}")
        if row.doubted:
            lines += _doubts(row)
        if row.run and row.run.recurring:
            lines += _recurring(row.portal, row.run)
    lines += _watched(report)
    if any(row.run and row.run.experimental for row in report.rows):
        lines += [
            "",
            f"{EXPERIMENTAL} experimental: the rules for today's pages were made from public descriptions only",
        ]
    return "\n".join(lines)


def ended(run: Run, column: str) -> int:
    """How many articles of a run a column of ENDS counts."""
    return sum(run.articles.get(end, 0) for end in ENDS[column])


def _watched(report: Report) -> Iterator[str]:
    """What was found lately of what is watched for."""
    for name, matches in report.watched.items():
        yield from ("", f"watch {name}: {len(matches)} new")
        for match in matches[:WATCHED]:
            yield f"  - {one_line(f'{match.portal}: {match.headline}', LONGEST_ADDRESS)}"
            yield f"    {one_line(match.url, LONGEST_ADDRESS)}"


def _doubts(row: Row) -> Iterator[str]:
    """The doubted pages of a portal; an address is whole, so that it can be opened, whatever its length."""
    name, many = one_line(row.portal, COLUMNS - 40), len(row.doubted)
    yield from ("", f"{name}: {many} {'doubt' if many == 1 else 'doubts'}, to be judged by scrapy review {name}")
    for page in row.doubted[:DOUBTED]:
        yield from (f"  - {one_line(page.detail, COLUMNS - 4)}", f"    {one_line(page.url, LONGEST_ADDRESS)}")
    if many > DOUBTED:
        yield f"  and {many - DOUBTED} more"


def _recurring(portal: str, run: Run) -> Iterator[str]:
    """Lines that many texts of a run have: few are what the articles say."""
    many = len(run.recurring)
    head = f"{one_line(portal, COLUMNS - 50)}: {many} {'line' if many == 1 else 'lines'} in many of {run.texts} texts"
    yield from ("", f"{head}, perhaps the site's")
    for line, share in list(run.recurring.items())[:RECURRING]:
        yield f"  - {percent(share).replace(' ', '')} {one_line(line, COLUMNS - 12)}"


def _cells(row: Row, now: datetime) -> tuple[str, ...]:
    name, run = one_line(row.portal, LONGEST_NAME), row.run
    name += EXPERIMENTAL if run and run.experimental else ""
    if run is None:
        return (name, row.state, "never", *["–"] * (len(HEAD) - WORDS))
    counts = [short(ended(run, column)) for column in ENDS]
    shares = [percent(run.coverage.get(field)).replace(" ", "") for field in ("published_at", "authors")]
    length = "–" if run.text_length is None else short(run.text_length)
    return (name, row.state, ago(run.finished_at, now), *counts, *shares, length)
