"""All portals at a glance, from the records of their runs: as text for a terminal, as one HTML page for a browser."""

from __future__ import annotations

import json
import re
import textwrap
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from heapq import nlargest
from math import floor, log10
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from newscrawl.items import ARTICLE_FIELDS, NOT_JUDGED
from newscrawl.judging import runs
from newscrawl.judging.exitcodes import MEANING, Exit
from newscrawl.judging.runs import Run
from newscrawl.reading.doubts import HALF_READ
from newscrawl.storing import unread
from newscrawl.terminal import COMMANDS

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parents[1] / "templates"
COLUMNS = 100  # no line of the text is longer
STALE = timedelta(hours=36)  # a night that was left out; the run of the next one may take long
DRAWN = 30  # runs in a chart
DOUBTED = 5  # doubted pages named; `scrapy review` shows them all
LISTED = (20, 15, 10, 5)  # articles in a list: as many as the page has room for
PAGE_SIZE = 600_000  # bytes; a page that a phone opens at once
MANY_FINDINGS = 30
DROPPED_FILES = 60  # days looked through for articles not stored, the latest first
LONGEST_ADDRESS = 500  # characters; a longer one is no article's
STEPS = (1.0, 1.2, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)  # where an axis may end, in tens of any order
FIELDS = tuple(name for name in ARTICLE_FIELDS if name not in NOT_JUDGED)

State = Literal["NO RUN", "FINDINGS", "passed"]
STATES: tuple[State, ...] = ("NO RUN", "FINDINGS", "passed")  # the order of the rows


@dataclass(frozen=True, slots=True)
class NotStored:
    """An article that was found and is not stored: where, when and why."""

    url: str
    reason: str
    detail: str
    at: datetime

    @property
    def link(self) -> str | None:
        """The address where it is one that a browser may be sent to, else null."""
        return self.url if is_link(self.url) else None

    @property
    def name(self) -> str:
        """What tells the address from others in little room: host and the end of its path.

        >>> NotStored("https://a.com/read/2026/harga-emas", "removed", "", datetime.min).name
        'a.com/…/harga-emas'
        """
        if self.link is None:
            return one_line(self.url, 60)
        parts = urlsplit(self.url)
        *path, last = parts.path.rstrip("/").split("/")
        between = "/…/" if len(path) > 1 else "/" if path else ""
        host = (parts.hostname or "").removeprefix("www.")
        return one_line(f"{host}{between}{last}{'?' if parts.query else ''}{parts.query}", 60)


@dataclass(frozen=True, slots=True)
class Row:
    """One portal: its state, and what it follows from.

    `runs` are the latest of the scope that is judged (nightly where there are such), `later` those of other scopes
    since the last of them, both oldest first; `why` has a line for everything that is not good. A doubted page is
    stored and kept: its article is perhaps not whole or not right.
    """

    portal: str
    state: State
    why: tuple[str, ...]
    runs: tuple[Run, ...] = ()
    later: tuple[Run, ...] = ()
    dropped: tuple[NotStored, ...] = ()
    failed: tuple[NotStored, ...] = ()
    unread: tuple[NotStored, ...] = ()
    doubted: tuple[NotStored, ...] = ()  # all of the last run; `detail` is the doubt

    @property
    def good(self) -> bool:
        return self.state == "passed"

    @property
    def run(self) -> Run | None:
        """The run that is judged."""
        return self.runs[-1] if self.runs else None


@dataclass(frozen=True, slots=True)
class Report:
    """The portals at the moment `now`, those that need a look first."""

    now: datetime
    rows: tuple[Row, ...]

    @property
    def verdict(self) -> str:
        """Whether all is well, in words."""
        bad, all_of_them = sum(not row.good for row in self.rows), len(self.rows)
        if not self.rows:
            return "no run is recorded"
        if bad:
            return f"{bad} of {all_of_them} portals {'needs' if bad == 1 else 'need'} a look"
        return f"all {all_of_them} portals passed" if all_of_them > 1 else "the portal passed"

    @property
    def has_runs(self) -> bool:
        return any(row.run for row in self.rows)


# -- gathered ------------------------------------------------------------------------------------------------------


def gather(data: Path, names: Sequence[str], now: datetime) -> Report:
    """What is known of the portals `names`, or of every folder of `data` with runs; `now` is aware.

    What cannot be read is passed over: a report is given also of a folder that is torn.
    """
    wanted = list(dict.fromkeys(names)) or folders(data)
    rows = [_row(data / name, now) for name in wanted]
    return Report(now, tuple(sorted(rows, key=lambda row: (STATES.index(row.state), row.portal))))


def folders(data: Path) -> list[str]:
    """The names of the portals that have runs."""
    return sorted(path.parent.name for path in data.glob(f"*/{runs.FOLDER}") if path.is_dir())


def _row(folder: Path, now: datetime) -> Row:
    recent = runs.load(folder, DRAWN, now=now)
    if not recent:
        return Row(folder.name, "NO RUN", ("no run is recorded: it never ran, or its records are gone",))
    shown = [run for run in recent if run.is_nightly]
    if len(shown) < len(recent):  # others in between: look further back
        shown = runs.load(folder, DRAWN, wanted=lambda run: run.is_nightly, now=now)
    if not shown:
        shown = [run for run in recent if run.scope == recent[-1].scope]
    last = shown[-1]
    later = recent[recent.index(last) + 1 :] if last in recent else recent
    findings = [line for run in (last, *later) for line in _faults(run)]
    state: State = "FINDINGS" if findings else "passed"
    if now - last.finished_at > STALE:
        state = "NO RUN"
        findings.insert(0, f"no run for {lasting(now - last.finished_at)}, since {moment(last.finished_at, now)}")
    dropped, failed = _not_stored(folder)
    kept = _kept(folder)
    doubted = _doubted(kept, last, later)
    return Row(
        folder.name, state, tuple(findings), tuple(shown), tuple(later), dropped, failed, tuple(_latest(kept)), doubted
    )


def _faults(run: Run) -> Iterator[str]:
    """A line for each finding of a run, and for an exit status that none of them explains."""
    scope = "" if run.is_nightly else f"{run.scope}: "
    if not run.passed and not (run.exit_status == Exit.FINDINGS and run.findings):
        meaning = MEANING[Exit(run.exit_status)] if run.exit_status in list(Exit) else "ended early"
        yield one_line(f"{scope}exit status {run.exit_status}: {meaning}", 300)
    for finding in run.findings[:MANY_FINDINGS]:
        yield one_line(f"{scope}{finding.name}: {finding.message}", 300)
    if (more := len(run.findings) - MANY_FINDINGS) > 0:
        yield f"{scope}and {more} more findings"


def _not_stored(folder: Path) -> tuple[tuple[NotStored, ...], tuple[NotStored, ...]]:
    """The latest articles that were dropped for good, and those that the next runs ask for again."""
    found: dict[bool, list[NotStored]] = {False: [], True: []}
    most = LISTED[0]
    for path in sorted(folder.glob("dropped-*.jsonl"), reverse=True)[:DROPPED_FILES]:
        for again, article in _dropped(path):
            found[again].append(article)
        if all(len(articles) >= most for articles in found.values()):
            break
        for articles in found.values():  # a day of an outage has thousands
            articles[:] = _latest(articles)
    return tuple(_latest(found[False])), tuple(_latest(found[True]))


def _dropped(path: Path) -> Iterator[tuple[bool, NotStored]]:
    with suppress(OSError), path.open("rb") as file:
        for line in file:
            with suppress(ValueError, TypeError, KeyError, AttributeError):  # torn, or not ours
                given = json.loads(line)
                at = datetime.fromisoformat(given["at"])
                if at.tzinfo:
                    url, reason, detail = (str(given.get(name) or "") for name in ("url", "reason", "detail"))
                    yield given.get("again") is True, NotStored(url, reason, detail, at)


def _kept(folder: Path) -> list[NotStored]:
    """The pages that crawls kept."""
    pages: list[NotStored] = []
    with suppress(OSError, zlib.error):  # a page that a crawl removes meanwhile
        pages.extend(
            NotStored(str(page.url), str(page.reason), str(page.detail or ""), page.at)
            for page in unread.kept(folder)
            if page.at.tzinfo
        )
    return pages


def _doubted(kept: list[NotStored], last: Run, later: Sequence[Run]) -> tuple[NotStored, ...]:
    """The doubted pages of the last run, the latest first.

    They were fetched since it began, or, in a replay of saved pages, before: then as many as it counted. What was read
    again since is not among them.
    """
    half = sorted((page for page in kept if page.reason == HALF_READ), key=lambda page: page.at, reverse=True)
    counted = 0 if any(run.scope == runs.REREAD for run in later) else sum(last.half_read.values())
    return tuple(page for i, page in enumerate(half) if page.at >= last.started_at or i < counted)


def _latest(articles: list[NotStored]) -> list[NotStored]:
    return nlargest(LISTED[0], articles, key=lambda article: article.at)


# -- words ---------------------------------------------------------------------------------------------------------


def lasting(time: timedelta) -> str:
    """A length of time in its largest unit.

    >>> lasting(timedelta(minutes=5)), lasting(timedelta(hours=40)), lasting(timedelta(days=3, hours=5))
    ('5 min', '40 h', '3 days')
    """
    minutes = max(int(time.total_seconds()) // 60, 0)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} days"


def ago(then: datetime, now: datetime) -> str:
    """How long ago; a clock that was put back is not held against a run."""
    return f"{lasting(now - then)} ago" if now - then >= timedelta(minutes=1) else "just now"


def moment(time: datetime, now: datetime) -> str:
    """A time in the zone of `now`, the year only when it is another one: 24 Aug 03:10."""
    time = time.astimezone(now.tzinfo)
    return f"{time.day} {time:%b %H:%M}" if time.year == now.year else f"{time.day} {time:%b %Y %H:%M}"


def size(count: int) -> str:
    """Bytes for people.

    >>> size(0), size(82_100_000)
    ('0 MB', '82 MB')
    """
    return f"{count / 1e9:,.1f} GB" if count >= 1e9 else f"{count / 1e6:,.0f} MB"


def short(count: int) -> str:
    """A count in at most five characters.

    >>> short(99_999), short(120_500), short(1_204_331)
    ('99999', '120k', '1.2M')
    """
    if count < 100_000:
        return f"{count}"
    return f"{count // 1000}k" if count < 1_000_000 else f"{count / 1e6:.1f}M"


def percent(share: float | None) -> str:
    """100 % only when it is all of them.

    >>> percent(99.7), percent(100.0), percent(0.2), percent(None)
    ('99 %', '100 %', '1 %', '–')
    """
    if share is None:
        return "–"
    return f"{min(round(share), 99) if 50 < share < 100 else max(round(share), 1) if share else 0} %"


def one_line(text: str, most: int) -> str:
    """Text without line breaks and commands to the terminal, at most `most` characters.

    >>> one_line("a\\n \\x1b[31mb", 10), one_line("abcdef", 4)
    ('a [31mb', 'abc…')
    """
    text = " ".join(COMMANDS.sub(" ", text).split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def is_link(url: str) -> bool:
    """True for an address that a page may link to.

    >>> is_link("https://a.com/b"), is_link("javascript:alert(1)"), is_link("https:///b"), is_link("http://[x]/")
    (True, False, False, False)
    """
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
    return known and len(url) <= LONGEST_ADDRESS and not COMMANDS.search(url) and "\\" not in url


# -- as text -------------------------------------------------------------------------------------------------------

HEAD = "portal", "verdict", "last run", "found", "stored", "revised", "dropped", "failed", "dates", "authors", "text"
WORDS = 3  # columns of words, to the left; the others are numbers
LONGEST_NAME = 16
EXPERIMENTAL = "*"  # behind the name of an experimental portal


def as_text(report: Report) -> str:
    """A row a portal, then what is not good or doubted; lines of at most COLUMNS characters but for addresses.

    There is no line break at the end.
    """
    title = f"newscrawl report, {report.now:%Y-%m-%d %H:%M %Z}: {report.verdict}"
    table = [HEAD, *(_cells(row, report.now) for row in report.rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    gap = "  " if sum(widths) + 2 * len(HEAD) <= COLUMNS else " "
    lines = [title, ""]
    for cells in table:
        padded = (c.ljust(w) if i < WORDS else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths, strict=True)))
        lines.append(gap.join(padded).rstrip())
    for row in report.rows:
        if not row.good:
            lines += ["", f"{one_line(row.portal, COLUMNS - 20)}: {row.state}"]
            for reason in row.why:
                lines += textwrap.wrap(reason, COLUMNS, initial_indent="  - ", subsequent_indent="    ")
            for other in row.later:
                counts = ", ".join(f"{end} {other.articles.get(end, 0)}" for end in ("found", "stored", "revised"))
                line = f"since then, {ago(other.finished_at, report.now)}: {other.scope}, {counts}"
                lines.append(f"  {one_line(line, COLUMNS - 2)}")
        if row.doubted:
            lines += _doubts(row)
    if any(row.run and row.run.experimental for row in report.rows):
        lines += [
            "",
            f"{EXPERIMENTAL} experimental: the rules for today's pages were made from public descriptions only",
        ]
    return "\n".join(lines)


def _doubts(row: Row) -> Iterator[str]:
    """The doubted pages of a portal; an address is whole, so that it can be opened, whatever its length."""
    name, many = one_line(row.portal, COLUMNS - 40), len(row.doubted)
    yield from ("", f"{name}: {many} {'doubt' if many == 1 else 'doubts'}, to be judged by scrapy review {name}")
    for page in row.doubted[:DOUBTED]:
        yield from (f"  - {one_line(page.detail, COLUMNS - 4)}", f"    {one_line(page.url, LONGEST_ADDRESS)}")
    if many > DOUBTED:
        yield f"  and {many - DOUBTED} more"


def _cells(row: Row, now: datetime) -> tuple[str, ...]:
    name, run = one_line(row.portal, LONGEST_NAME), row.run
    name += EXPERIMENTAL if run and run.experimental else ""
    if run is None:
        return (name, row.state, "never", *["–"] * (len(HEAD) - WORDS))
    counts = [short(run.articles.get(end, 0)) for end in HEAD[WORDS:8]]
    shares = [percent(run.coverage.get(field)).replace(" ", "") for field in ("published_at", "authors")]
    length = "–" if run.text_length is None else short(run.text_length)
    return (name, row.state, ago(run.finished_at, now), *counts, *shares, length)


# -- as a page -----------------------------------------------------------------------------------------------------


def as_html(report: Report) -> str:
    """One page that needs nothing else: no script, no network; its lists get shorter before it gets too large."""
    charts = {row.portal: _charts(row, report.now) for row in report.rows}
    page = ""
    for listed in LISTED:
        page = rendered(
            "report.html.j2",
            report=report,
            now=report.now,
            charts=charts,
            listed=listed,
            most_doubted=DOUBTED,
            counts={state: sum(row.state == state for row in report.rows) for state in STATES},
            ends=HEAD[WORDS:8],
            ago=lambda time: ago(time, report.now),
            moment=lambda time: moment(time, report.now),
        )
        if len(page.encode()) < PAGE_SIZE:
            break
    return page


def rendered(template: str, **values: object) -> str:
    """One of our templates filled in: what stands in `values` is text, never HTML, and no line has spaces around it."""
    page = _templates().get_template(template).render(values)
    return "\n".join(line for raw in page.splitlines() if (line := raw.strip())) + "\n"


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # here: no other command should wait for it

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"percent": percent, "size": size, "one_line": one_line, "lasting": lasting}
    return environment


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, and what it shows in words: `lines` are the names of its lines and their last values."""

    title: str
    lines: tuple[tuple[str, str], ...]
    svg: Markup | None


@dataclass(frozen=True, slots=True)
class Charts:
    """The drawings of a portal's last runs: those with axes, and a small one a field."""

    charts: tuple[Chart, ...]
    fields: tuple[Chart, ...]
    span: str


Values = list[float | None]


def _charts(row: Row, now: datetime) -> Charts:
    shown = _with_gaps(row.runs[-DRAWN:])
    labels = [f"{run.started_at.astimezone(now.tzinfo).day} {run.started_at:%b}" if run else "" for run in shown]

    def values(of: Callable[[Run], float | None]) -> Values:
        return [of(run) if run else None for run in shown]

    found = values(lambda run: run.articles.get("found", 0))
    stored = values(lambda run: run.articles.get("stored", 0))
    lengths = values(lambda run: run.text_length)
    speeds = values(lambda run: run.pages_per_second if run.pages else None)
    charts = (
        _chart("Articles a run", {"found": found, "stored": stored}, labels),
        _chart("Median text, characters", {"characters": lengths}, labels),
        _chart("Speed, pages a second", {"pages a second": speeds}, labels, decimals=2),
    )
    known = {name for run in row.runs[-DRAWN:] for name in run.coverage}
    fields = [name for name in FIELDS if name in known]
    coverage = (_spark(name, values(lambda run, name=name: run.coverage.get(name))) for name in fields)  # type: ignore[misc]
    count = len(row.runs[-DRAWN:])
    span = "no runs yet"
    if count:
        between = labels[0] if labels[0] == labels[-1] else f"{labels[0]} to {labels[-1]}"
        span = f"{count} run{'' if count == 1 else 's'}, {between}"
    return Charts(charts, tuple(coverage), span)


def _with_gaps(past: Sequence[Run]) -> list[Run | None]:
    """The runs with a hole where there was none for longer than STALE: a line that goes on would be a lie."""
    shown: list[Run | None] = []
    for before, run in zip((None, *past), past, strict=False):
        if before and run.started_at - before.finished_at > STALE:
            shown.append(None)
        shown.append(run)
    return shown


def _chart(title: str, lines: dict[str, Values], labels: list[str], decimals: int = 0) -> Chart:
    """Lines over the runs, from zero; the last run has a dot."""
    said = tuple((name, _number(_last(values), decimals)) for name, values in lines.items())
    known = [value for values in lines.values() for value in values if value is not None]
    if not known:
        return Chart(title, said, None)
    top = _ceiling(max(known), 2 * 10**-decimals)
    middle = len(labels) // 2
    named = {0, len(labels) - 1} | ({middle} if middle > 3 and labels[middle] else set())
    svg = _draw(
        f"{title}: {_in_words(lines, decimals)}",
        lines,
        width=340,
        height=150,
        margin=6,
        margin_right=20,
        x_labels=[label if i in named else "" for i, label in enumerate(labels)],
        x_labels_major=[labels[i] for i in named],
        show_minor_x_labels=False,
        truncate_label=-1,
        y_labels=[0, top / 2, top],
        range=(0, top),
        value_formatter=lambda value: _on_axis(value, decimals),
    )
    return Chart(title, said, svg)


def _spark(name: str, values: Values) -> Chart:
    """One field's coverage from 0 to 100 %, without axes."""
    options = {"width": 120, "height": 30, "margin": 3, "range": (0, 100)}
    bare = {"show_x_labels": False, "show_y_labels": False, "show_y_guides": False}
    svg = None
    if any(value is not None for value in values):
        svg = _draw(f"{name}, percent: {_in_words({name: values}, 0)}", {name: values}, **options, **bare)
    return Chart(name, ((name, percent(_last(values))),), svg)


def _draw(label: str, lines: dict[str, Values], **options: Any) -> Markup:
    """pygal's lines as bare SVG: its style sheet and script are left out, the page's own style sheet colours them."""
    import pygal  # type: ignore[import-untyped]  # here: no other command should wait for it
    from lxml import etree
    from markupsafe import Markup

    chart = pygal.Line(css=[], js=[], show_legend=False, allow_interruptions=True, dots_size=3, **options)
    for name, values in lines.items():
        chart.add(name, values)
    tree: Any = chart.render_tree()
    for node in list(tree.iter()):
        if not isinstance(node.tag, str) or etree.QName(node).localname in ("defs", "title", "desc", "rect"):
            node.getparent().remove(node)
    for guide in tree.xpath("//*[contains(@class, 'axis x')]//*[local-name() = 'path']"):
        guide.getparent().remove(guide)
    alone = [_alone(values) for values in lines.values()]
    overlay = [group for group in tree.iter("{*}g") if "overlay" in group.get("class", "").split()]
    for group, keep in zip(overlay[0], alone, strict=True):
        for i, dot in enumerate(list(group)):
            if i not in keep:
                group.remove(dot)
    for node in reversed(list(tree.iter())):
        for name in ("d", "x", "y", "cx", "cy", "transform"):
            if name in node.attrib:
                node.set(
                    name,
                    re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), node.get(name)),
                )
        kind = node.get("class", "")
        if etree.QName(node).localname == "g" and not len(node):
            node.getparent().remove(node)
        elif series := re.search(r"serie-\d", kind):
            node.set("class", series[0])
        elif not re.search(r"\baxis (?:x|y)\b", kind):
            node.attrib.pop("class", None)
    tree.attrib.pop("id", None)
    tree.set("role", "img")
    tree.set("aria-label", label)
    return Markup(re.sub(r' xmlns(?::\w+)?="[^"]*"', "", etree.tostring(tree, encoding="unicode")))


def _alone(values: Values) -> set[int]:
    """Which of the dots (values that are known) are drawn: the last one, and those that no line leads to."""
    known = [i for i, value in enumerate(values) if value is not None]
    single = {n for n, i in enumerate(known) if i - 1 not in known and i + 1 not in known}
    return single | ({len(known) - 1} if known else set())


def _last(values: Values) -> float | None:
    """The value of the last run, if it has one."""
    return values[-1] if values else None


def _number(value: float | None, decimals: int) -> str:
    return "–" if value is None else f"{value:,.{decimals}f}"


def _on_axis(value: float, decimals: int) -> str:
    """A number beside an axis; half of an odd one keeps its half.

    >>> _on_axis(37.5, 0), _on_axis(75.0, 0), _on_axis(750_000.0, 0), _on_axis(0.5, 2)
    ('37.5', '75', '750k', '0.50')
    """
    if value >= 100_000:
        return short(int(value))
    return f"{value:,.{decimals}f}" if decimals or value == int(value) else f"{value:,.1f}"


def _in_words(lines: dict[str, Values], decimals: int) -> str:
    """What a chart shows, for those who do not see it."""
    said = []
    for name, values in lines.items():
        known = [value for value in values if value is not None]
        if known:
            lowest, highest, last = (_number(v, decimals) for v in (min(known), max(known), _last(values)))
            said.append(f"{name} between {lowest} and {highest}, last {last}")
    return "; ".join(said)


def _ceiling(value: float, least: float) -> float:
    """The end of an axis: a round number that is not below the value, nor below `least`.

    >>> _ceiling(118, 2), _ceiling(0, 2), _ceiling(0.93, 0.02), _ceiling(2310, 2)
    (120.0, 2.0, 1.0, 3000.0)
    """
    value = max(value, least)
    order = 10.0 ** floor(log10(value))
    return next((step * order for step in STEPS if step * order >= value), 10 * order)
