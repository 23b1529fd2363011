"""What a person should know of an exported file before using it: README.md for a dataset's page, and CITATION.cff."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.metadata import version
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl import __version__
from newscrawl.counts import many
from newscrawl.judging.coverage import STATES, Day
from newscrawl.portals.form import Portal
from newscrawl.storing.duplicates import COLUMNS as COPY_COLUMNS
from newscrawl.storing.records import COLUMNS, NAMES

MARK = "made by newscrawl"  # in the first lines of both files: what we may write anew
README, CITATION = "README.md", "CITATION.cff"
SOURCE = "https://github.com/newscrawl/newscrawl"
SIZES = (("n<1K", 10**3), ("1K<n<10K", 10**4), ("10K<n<100K", 10**5), ("100K<n<1M", 10**6), ("1M<n<10M", 10**7),
         ("10M<n<100M", 10**8))  # fmt: skip
PACKAGES = ("scrapy", "lxml", "pyarrow")


@dataclass(slots=True)
class Tally:
    """What a file holds, counted while it is written; days are those of `zones` (by portal)."""

    zones: Mapping[str, str]
    records: int = 0
    copies: int = 0
    portals: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    paywalled: int = 0
    incomplete: int = 0
    first: date | None = None
    last: date | None = None

    def add(self, values: Sequence[Any]) -> None:
        """Count a record, its values in the order of COLUMNS, then those of copies where there are such."""
        record = dict(zip(NAMES, values, strict=False))
        self.records += 1
        self.copies += len(values) > len(NAMES) and not values[len(NAMES) + 1]
        self.portals[record["portal"]] += 1
        self.languages[record["language"]] += 1
        self.paywalled += record["paywalled"]
        self.incomplete += not record["complete"]
        self.filled.update(name for name, value in record.items() if value not in (None, "", []))
        if (stamp := record["published_at"]) is None:
            self.months["unknown"] += 1
            return
        day = datetime.fromisoformat(stamp).astimezone(ZoneInfo(self.zones.get(record["portal"], Portal.zone))).date()
        self.months[f"{day:%Y-%m}"] += 1
        self.first, self.last = min(self.first or day, day), max(self.last or day, day)


@dataclass(frozen=True, slots=True)
class Card:
    """An exported file with what is known of it; `with_copies`: it has the columns of copies."""

    file: str
    tally: Tally
    days: Sequence[Day]
    portals: Mapping[str, type[Portal]]
    now: datetime
    with_copies: bool = False
    all_revisions: bool = False

    @property
    def title(self) -> str:
        """What the file is, in a line."""
        return f"Indonesian news of {many(len(self.tally.portals), 'portal')}, {self.span}"

    @property
    def span(self) -> str:
        """The first and the last day of publication."""
        first, last = self.tally.first, self.tally.last
        if first is None:
            return "of unknown date"
        return f"{first}" if first == last else f"{first} to {last}"

    def readme(self) -> str:
        """README.md: its head tells `datasets.load_dataset(FOLDER)` which file to read."""
        parts = [self._head(), self._what(), self._portals(), self._months(), self._fields(), self._coverage()]
        return "\n".join([*parts, self._copies(), self._caution(), self._made()])

    def citation(self) -> str:
        """CITATION.cff (1.2.0): the publishers wrote the articles; the software that gathered them is a reference."""
        sites = ", ".join(self._site(name) for name in sorted(self.tally.portals)) or "none"
        return (
            f"# {MARK} export --card\n"
            "cff-version: 1.2.0\n"
            "message: Cite the articles by their own addresses, and this collection as below.\n"
            "type: dataset\n"
            f"title: {_quoted(self.title)}\n"
            "authors:\n"
            f"  - name: {_quoted(f'The publishers of the articles: {sites}')}\n"
            f"date-released: {self.now.date()}\n"
            f'version: "{self.now.date()}"\n'
            f"abstract: {_quoted(f'{self.tally.records:,} articles of {sites}, published {self.span}.')}\n"
            "references:\n"
            "  - type: software\n"
            "    title: newscrawl\n"
            f'    version: "{__version__}"\n'
            f"    repository-code: {SOURCE}\n"
            "    authors:\n"
            "      - name: The authors of newscrawl\n"
        )

    def _site(self, name: str) -> str:
        portal = self.portals.get(name)
        return portal.domains[0] if portal else name

    def _head(self) -> str:
        size = next((name for name, most in SIZES if self.tally.records < most), SIZES[-1][0])
        languages = "\n".join(f"- {code}" for code, _ in self.tally.languages.most_common()) or "- id"
        return (
            f"---\n# {MARK} export --card\npretty_name: {_quoted(self.title)}\nlanguage:\n{languages}\nlicense: other\n"
            f"size_categories:\n- {size}\ntags:\n- news\n- indonesia\nconfigs:\n- config_name: default\n"
            f"  data_files:\n  - split: train\n    path: {_quoted(self.file)}\n---\n"
        )

    def _what(self) -> str:
        tally = self.tally
        paywalled, cut = (_share(count, tally.records) for count in (tally.paywalled, tally.incomplete))
        return (
            f"# {self.title}\n\n"
            f"{many(tally.records, 'article')} of {many(len(tally.portals), 'portal')}, published {self.span} "
            f"({tally.months['unknown']:,} of unknown date), exported on {self.now:%Y-%m-%d %H:%M %Z}. "
            f"{paywalled} are marked as paywalled, {cut} are not whole (`complete` is false).\n\n"
            "```python\nfrom datasets import load_dataset\n\n"
            'articles = load_dataset("FOLDER", split="train")  # the folder of this file\n```\n'
        )

    def _portals(self) -> str:
        rows = [
            (name, self._site(name), f"{count:,}", _share(count, self.tally.records))
            for name, count in self.tally.portals.most_common()
        ]
        return "## Portals\n\n" + _table(("portal", "site", "articles", "share"), rows)

    def _months(self) -> str:
        rows = [(month, f"{count:,}") for month, count in sorted(self.tally.months.items())]
        return "## Articles by month of publication\n\n" + _table(("month", "articles"), rows)

    def _fields(self) -> str:
        rows = [
            (f"`{column.name}`", _share(self.tally.filled[column.name], self.tally.records), column.doc)
            for column in COLUMNS
        ]
        rows += [(f"`{column.name}`", "", column.doc) for column in COPY_COLUMNS if self.with_copies]
        return "## Fields\n\nFilled: the share of the articles that have it.\n\n" + _table(
            ("field", "filled", "meaning"), rows
        )

    def _coverage(self) -> str:
        counts: dict[str, Counter[str]] = {}
        for day in self.days:
            count = counts.setdefault(day.portal, Counter())
            count.update({day.state: 1, "missing": day.missing})
        what = (*STATES, "missing")
        rows = [(name, *(f"{count[one]:,}" for one in what)) for name, count in counts.items()]
        name = self.file.rpartition(".")[0] + ".coverage.csv"
        return (
            "## Coverage\n\nA gap in the data is not a gap in the news. Days by how their lists were read (whole: to "
            "the end, after the day was over; partly; not at all; not at all, but articles are here), and articles "
            f"that were found and are missing. Every day: `{name}`.\n\n" + _table(("portal", *what), rows)
        )

    def _copies(self) -> str:
        if not self.with_copies:
            return (
                "## Copies\n\nNot looked for: `scrapy export ... --duplicates` marks them. Agency texts stand in many "
                "portals.\n"
            )
        copies, share = many(self.tally.copies, "article"), _share(self.tally.copies, self.tally.records)
        return (
            f"## Copies\n\n{copies} ({share}) repeat an earlier one; they are marked, not removed. `first` keeps one "
            "article of each text.\n"
        )

    def _caution(self) -> str:
        names = [name for name in sorted(self.tally.portals) if _off(self.portals, name)]
        off = [f"- {name}: {self.portals[name].off}\n" for name in names]
        asked_for = "\nNot crawled unless asked for by name, and here all the same:\n\n" if off else ""
        return (
            "## Licence and permission\n\n"
            "The articles belong to their publishers. No licence for them comes with this file: before sharing it, or "
            "training on it, find out what each portal's terms and your law allow. Names of people in it are personal "
            "data.\n\n"
            "Pages were fetched as robots.txt allows at the time, at about one a second; what it forbids is not here. "
            "That a robots.txt lets a page be read says nothing of text and data mining: reservations (tdmrep.json, "
            "`noai`, a portal's terms) were not recorded and are to be looked up.\n" + "".join([asked_for, *off])
        )

    def _made(self) -> str:
        versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
        once = "Each article once, in its latest version"
        if self.all_revisions:
            once = "Every stored version of each article"
        return (
            "## How it was made\n\n"
            f"By [newscrawl]({SOURCE}) {__version__} (Python {platform.python_version()}, {versions}): lists and pages "
            "of the portals read by rules of each portal; related links, advertisements and notices left out; pages of "
            f"one article joined. {once}, in order of publication. Times are instants; a date that the page does not "
            "say is null and never guessed.\n"
        )


def _off(portals: Mapping[str, type[Portal]], name: str) -> bool:
    return name in portals and bool(portals[name].off)


def _quoted(text: str) -> str:
    """A text as YAML has it in any place."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _share(count: int, of: int) -> str:
    """A share in percent; all and none only where it is so.

    >>> _share(999, 1000), _share(1000, 1000), _share(1, 1000), _share(0, 1000)
    ('99.9 %', '100 %', '0.1 %', '0 %')
    """
    if not of or count in (0, of):
        return "100 %" if of and count else "0 %"
    return f"{min(max(100 * count / of, 0.1), 99.9):.1f} %"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [" | ".join(head), " | ".join("---" for _ in head)]
    lines += [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    return "".join(f"| {line} |\n" for line in lines)
