"""A whole job: what is due is read, what was read is joined, and the sums are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from newscrawl.archives.captures import STORED, Wanted
from newscrawl.archives.engine import Engine
from newscrawl.archives.folder import Folder, rules_version
from newscrawl.archives.inputs import INSIDE, Unit
from newscrawl.archives.join import Bucket, bucket_done, buckets, finish, join_bucket, remove_others
from newscrawl.archives.work import Step, read_unit
from newscrawl.counts import many


class StorageFailed(Exception):
    """The folder could not be written. The message is one line."""


@dataclass(slots=True)
class Far:
    """How far a job is; `bytes` of `all_bytes` are those of the files of this run (0: not known of all of them)."""

    files: int
    done: int = 0
    bytes: int = 0
    all_bytes: int = 0
    pages: int = 0
    articles: int = 0
    joining: bool = False
    began: float = field(default_factory=monotonic)

    def line(self, now: float) -> str:
        """The state in words.

        >>> Far(30, 12, 250, 1000, 1234, 1200, began=0.0).line(10.0)
        '12 of 30 files, 123.4 pages/s, 1,200 articles, 30s left'
        """
        from newscrawl.crawling.showing.progress import duration  # here: it loads the crawler

        if self.joining:
            return f"joining: {self.done} of {self.files} parts"
        seconds = max(now - self.began, 1e-9)
        done, whole = (self.bytes, self.all_bytes) if self.all_bytes else (self.done, self.files)
        left = (whole - done) * seconds / done if done else None
        return (
            f"{self.done} of {self.files} files, {self.pages / seconds:.1f} pages/s, {self.articles:,} articles, "
            f"{duration(left)} left"
        )


@dataclass
class Job:
    """Archives to be read into a folder; `say` is given a line for each file that is not wholly read."""

    root: Path
    units: Sequence[Unit]
    wanted: Wanted
    engine: Engine
    say: Callable[[str], object]
    show: Callable[[Far], object] = lambda _: None
    again: bool = False
    failed: int = 0
    faulty: int = 0

    def __post_init__(self) -> None:
        self.folder = Folder(self.root)
        self.older = 0  # files that other rules have read

    def due(self) -> list[Unit]:
        """The files that are to be read: not done, of another length since, or all that older rules have read."""
        found = []
        for unit in self.units:
            said = self.folder.unit_done(unit.key)
            is_older = said is not None and said["rules"] != rules_version()
            self.older += is_older and not self.again
            if said is None or said["bytes"] != unit.size or (is_older and self.again):
                found.append(unit)
        return found

    def read(self) -> int:
        """Read what is due; returns how many files that were. Raises StorageFailed."""
        due = self.due()
        far = Far(len(due), all_bytes=sum(unit.size or 0 for unit in due) if all(u.size for u in due) else 0)
        steps: dict[str, Step] = {}
        sizes = {unit.key: unit.size or 0 for unit in due}

        def tell(step: Step) -> None:
            steps[step.key] = step
            far.bytes, far.pages = sum(s.bytes for s in steps.values()), sum(s.pages for s in steps.values())
            far.articles = sum(s.articles for s in steps.values())
            self.show(far)

        self.show(far)
        for unit, outcome in self.engine.do(partial(read_unit, root=self.root, wanted=self.wanted), due, tell):
            said = self._checked(unit.name, outcome)
            far.done += 1
            before = steps.get(unit.key, Step(unit.key))
            articles = said["rows"] if said else before.articles
            tell(Step(unit.key, sizes[unit.key], max(before.pages, articles), articles))
        return len(due)

    def _checked(self, name: str, outcome: Any) -> dict[str, Any] | None:
        """What a piece of work said; a failure is told, that of the disk ends the job."""
        name = name.removesuffix(INSIDE)
        if isinstance(outcome, OSError):
            raise StorageFailed(f"{self.root}: {outcome.strerror or outcome}")
        if isinstance(outcome, BaseException) or "failed" in outcome:
            self.failed += 1
            why = outcome["failed"] if isinstance(outcome, dict) else f"{type(outcome).__name__}: {outcome}"
            self.say(f"{name}: {why.splitlines()[0] if why else why}")
            return None
        if outcome.get("faults"):
            self.faulty += 1
            more = len(outcome["faults"]) - 1
            self.say(f"{name}: {outcome['faults'][0]}" + (f", and {many(more, 'more place')}" if more else ""))
        said: dict[str, Any] = outcome
        return said

    def join(self) -> dict[str, Any]:
        """Join all that was ever read into the folder; returns the sums. Raises StorageFailed."""
        done = self.folder.all_done()
        parts: dict[Bucket, dict[str, Any] | None] = {b: bucket_done(self.folder, b) for b in buckets(done)}
        due = [bucket for bucket, said in parts.items() if said is None]
        if due:
            self.folder.sums.unlink(missing_ok=True)  # its files are about to be others
            remove_others(self.folder, parts)
        far = Far(len(due), joining=True)
        for bucket, outcome in self.engine.do(partial(join_bucket, root=self.root), due, lambda _: None):
            parts[bucket] = self._checked(bucket.name, outcome)
            far.done += 1
            self.show(far)
        whole = {bucket: said for bucket, said in parts.items() if said is not None}
        if len(whole) < len(parts):
            raise StorageFailed(f"{self.root}: not every part could be joined: run it again")
        try:
            return finish(self.folder, done, whole)
        except OSError as error:
            raise StorageFailed(f"{self.root}: {error.strerror or error}") from error


def shard(units: Sequence[Unit], number: int, of: int) -> list[Unit]:
    """The units of one of so many shards, the same whatever else is named: by their keys.

    >>> all_of_them = [Unit(f"/{name}.warc.gz") for name in "abcdef"]
    >>> sum(len(shard(all_of_them, number, 3)) for number in (1, 2, 3))
    6
    """
    return [unit for unit in units if int(unit.key, 16) % of == number - 1]


def is_extract(said: dict[str, Any]) -> bool:
    """True for a file of what was made of other files' pages (WET, WAT), as its done file says."""
    kinds = set(said["ends"]) - {"warcinfo record"}
    return bool(kinds) and kinds <= {"conversion record", "metadata record"}


def summary(done: Iterable[dict[str, Any]], sums: dict[str, Any] | None) -> list[str]:
    """What became of all records and pages, in lines that add up."""
    ends: Counter[str] = Counter()
    count = records = 0
    for said in done:
        count += 1
        records += said["records"]
        ends.update(said["ends"])
    pages = f"{many(ends[STORED], 'page')} of articles"
    lines = [f"{many(count, 'file')}, {many(records, 'record')}, {pages}"]
    lines += [f"  {end} {number:,}" for end, number in ends.most_common() if end != STORED]
    if sums is not None:
        others = ", ".join(f"{end} {number:,}" for end, number in sums["ends"].items() if end != "revision")
        revisions = sums["ends"].get("revision", 0)
        lines.append(f"joined: {many(revisions, 'version')} of articles" + (f"; {others}" if others else ""))
    return lines
