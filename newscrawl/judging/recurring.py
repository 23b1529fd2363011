"""Lines that stand in the texts of many articles: calls and labels of the site's that no rule has taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newscrawl.judging.findings import Thresholds
from newscrawl.judging.runs import Finding, Run
from newscrawl.reading.times.stamps import MONTHS, WEEKDAYS

LEAST = 5  # articles: fewer are a series, or one event told twice
SHARE = 5  # percent of the articles, likewise
NAMED = 50  # lines of a run
LONGEST = 200  # characters of a line that are shown
HELD = 50_000  # lines counted at a time
# Texts of a run, and runs before it, that tell a new line from a chance.
TEXTS, RUNS = 20, 3
LEAST_NEW = 10  # articles with a new line: a series that begins tonight has fewer
NUMBER = re.compile(r"\d+")
# A day or a month by its name: each night's "Jadwal hari Jumat, 24 Juli 2026" is one line.
DAY = re.compile(rf"\b(?:jum'at|{'|'.join((*WEEKDAYS, *MONTHS))})\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")


class RecurringLines:
    """Counts in how many texts a line stands, or a sentence that begins or ends one; numbers count as alike.

    What is seldom is forgotten when there are too many lines (lossy counting, Manku and Motwani 2002).

    >>> lines = RecurringLines()
    >>> for n in range(20):
    ...     lines.add(f"Kabar ke-{'abcdefghijklmnopqrst'[n]} dari pasar. Ikuti kanal kami.")
    >>> lines.found()
    {'Ikuti kanal kami.': 100.0}
    """

    def __init__(self) -> None:
        self.texts = 0
        self.counts: Counter[int] = Counter()  # by hash: a crawl of 20,000 articles has a million lines
        self.said: dict[int, str] = {}  # those that recur

    def add(self, text: str) -> None:
        """Count the lines of an article's text, each once."""
        self.texts += 1
        for key, line in {hash(alike(line)): line for line in _lines(text)}.items():
            self.counts[key] += 1
            if self.counts[key] == LEAST:
                self.said[key] = line[:LONGEST]
        seldom = 0
        while len(self.counts) > HELD:
            seldom += 1
            self.counts = Counter({key: n for key, n in self.counts.items() if n > seldom})

    def found(self) -> dict[str, float]:
        """The lines of many articles with the percentage of the articles that have them, the most frequent first."""
        least = max(LEAST, self.texts * SHARE / 100)
        many = [(line, n) for key, line in self.said.items() if (n := self.counts[key]) >= least]
        many.sort(key=lambda counted: -counted[1])
        return {line: round(100 * n / self.texts, 1) for line, n in many[:NAMED]}


def alike(line: str) -> str:
    """What a line has in common with those that differ from it in numbers, as far as it is shown."""
    return NUMBER.sub("0", line[:LONGEST])


def undated(line: str) -> str:
    """What a line has in common with those of other days.

    >>> undated("Cuaca Jum'at, 24 Juli 2026") == undated("Cuaca Sabtu, 1 Agustus 2026")
    True
    """
    return DAY.sub("0", alike(line))


def judged(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """The line that stands in many texts of a run and in few of those before: an advertisement, a call, a label."""
    before = [r for r in past if r.texts >= TEXTS]
    if run.texts < TEXTS or len(before) < RUNS or any(len(r.recurring) >= NAMED for r in before):
        return
    known = {undated(line) for r in before for line in r.recurring}
    for line, share in run.recurring.items():
        is_many = share > limits.same_value and share * run.texts / 100 > LEAST_NEW - 0.5  # as it is rounded
        if is_many and undated(line) not in known:
            message = f"one line in {share:.0f} % of {run.texts} texts, in few of {len(before)} runs before: {line}"
            yield Finding("same value", message, "line")
            return


def _lines(text: str) -> Iterator[str]:
    for line in filter(str.strip, text.split("\n")):
        yield line
        sentences = SENTENCE.split(line)
        if len(sentences) > 1:  # one word is a number of a list or a title: "1.", "Prof."
            yield from (edge for edge in (sentences[0], sentences[-1]) if " " in edge)
