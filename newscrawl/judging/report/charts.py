"""A portal's last runs as drawings: bare SVG, which the page's own style sheet colours, and the same in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import floor, log10

from markupsafe import Markup, escape

from newscrawl.counts import many
from newscrawl.items import ARTICLE_FIELDS, NOT_JUDGED
from newscrawl.judging.report.gather import DRAWN, STALE, Row
from newscrawl.judging.runs import Run
from newscrawl.judging.words import percent, short

STEPS = (1.0, 1.2, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)  # where an axis may end, in tens of any order
INSET = 1 / 52  # of a drawing, at each edge: a dot there is whole
FIELDS = tuple(name for name in ARTICLE_FIELDS if name not in NOT_JUDGED)


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


def charts_of(row: Row, now: datetime) -> Charts:
    """What the last runs of a portal were like; days in the zone of `now`."""
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
        span = f"{many(count, 'run')}, {between}"
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
    days = [0, *([middle] if middle > 3 and labels[middle] else []), len(labels) - 1]
    svg = _draw(
        f"{title}: {_in_words(lines, decimals)}",
        lines,
        top,
        (340, 150),
        days={place: labels[place] for place in days},
        levels={value: _on_axis(value, decimals) for value in (0, top / 2, top)},
    )
    return Chart(title, said, svg)


def _spark(name: str, values: Values) -> Chart:
    """One field's coverage from 0 to 100 %, without axes."""
    svg = None
    if any(value is not None for value in values):
        label = f"{name}, percent: {_in_words({name: values}, 0)}"
        svg = _draw(label, {name: values}, 100, (120, 30), days={}, levels={})
    return Chart(name, ((name, percent(_last(values))),), svg)


def _draw(
    label: str,
    lines: dict[str, Values],
    top: float,
    size: tuple[int, int],
    *,
    days: dict[int, str],
    levels: dict[float, str],
) -> Markup:
    """Lines from 0 to `top` as bare SVG of `size` pixels; `days` and `levels`: what is said at places on the axes.

    A run without a value ends a line. A dot is the last value, or one that no line leads to.
    """
    left, right, above, below = (16 + 6 * max(map(len, levels.values())), 20, 6, 26) if levels else (3, 3, 3, 3)
    wide, high = size[0] - left - right, size[1] - above - below
    last = max(map(len, lines.values())) - 1

    def x(place: int) -> str:
        return f"{left + wide * (INSET + (1 - 2 * INSET) * (place / last if last else 0.5)):.1f}"

    def y(value: float, lower: float = 0) -> str:
        return f"{above + lower + high * (1 - INSET - (1 - 2 * INSET) * value / top):.1f}"

    drawn = [f'<svg viewBox="0 0 {size[0]} {size[1]}" role="img" aria-label="{escape(label)}">']
    for value, said in levels.items():
        drawn.append(f'<g class="y"><path d="M{left} {y(value)}h{wide}"/>')
        drawn.append(f'<text x="{left - 5}" y="{y(value, 3.5)}">{escape(said)}</text></g>')
    drawn += [f'<text class="x" x="{x(place)}" y="{size[1] - 11}">{escape(day)}</text>' for place, day in days.items()]
    for number, values in enumerate(lines.values()):
        drawn.append(f'<g class="serie-{number}">')
        stretches = _stretches(values)
        for stretch in stretches:
            points = [f"{x(place)} {y(value)}" for place, value in stretch]
            if len(points) > 1:
                drawn.append(f'<path d="M{"L".join(points)}"/>')
            if len(points) == 1 or stretch is stretches[-1]:
                across, down = points[-1].split()
                drawn.append(f'<circle cx="{across}" cy="{down}" r="3"/>')
        drawn.append("</g>")
    return Markup("".join([*drawn, "</svg>"]))


def _stretches(values: Values) -> list[list[tuple[int, float]]]:
    """The values that are known with their places, as far as they follow each other.

    >>> _stretches([5, None, 7, 8])
    [[(0, 5)], [(2, 7), (3, 8)]]
    """
    found: list[list[tuple[int, float]]] = []
    for place, value in enumerate(values):
        if value is not None:
            if not place or values[place - 1] is None:
                found.append([])
            found[-1].append((place, value))
    return found


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
