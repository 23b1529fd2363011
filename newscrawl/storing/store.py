"""The durable JSON Lines files of one portal, and the index of what they hold.

`data/<portal>/articles-YYYY-MM-DD.jsonl`, `worse-...` and `dropped-...`, one of each for a day of crawling,
are the truth. `index.sqlite` only answers "is it stored?" quickly: it can be deleted at any time and is read back
from the files. A line is written by one write(2) and is on the disk before the index hears of it; a line that a
crash tore, so that it has no end, is cut off before anything is written after it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

from newscrawl.files import sync_folder
from newscrawl.storing import locking
from newscrawl.storing.index import DAMAGED, GET_HALVES, GET_PENDING, Index, Version, open_index
from newscrawl.storing.lines import TAIL, append, digest_of, encode, file_name, is_at, is_complete, record_at
from newscrawl.storing.recovery import catch_up
from newscrawl.storing.versions import is_visited
from newscrawl.storing.worse import mended_fields, reread_fields, why_worse

Said = TypeVar("Said")
End = Literal["stored", "revised", "unchanged", "worse"]

INDEX = "index.sqlite"
LOCK = ".lock"


class StoreBusy(Exception):
    """Another run holds the folder. The message is one line with the folder and, if known, the pid."""


class StoreFailed(Exception):
    """A file or the index could not be read or written. The message is one line: which, why, what became."""


class Store:
    """What one portal has stored so far, held by one run at a time.

    `folder` is `data/<portal>`, created when missing; `day` is the day of the crawl and names the files
    that are written. `notes` tells the user what was mended: lines cut off, skipped or read back, an index
    rebuilt. Every method but `close` raises StoreFailed when the disk fails.
    """

    def __init__(self, folder: Path, day: date) -> None:
        self.folder = folder
        self.day = day
        self.notes: list[str] = []
        self._lock: int | None = None
        self._opened: Index | None = None
        self._files: dict[str, int] = {}  # name of a file of this day -> its descriptor
        self._sizes: dict[str, int] = {}  # name of a file of this day -> its length as the index knows it
        self._known: tuple[str, Version, dict[str, Any]] | None = None  # what `record` read last

    def open(self, taken: Callable[[], None] = lambda: None) -> None:
        """Take the folder, mend what a crash left behind, and bring the index up to the files.

        `taken` is called in between: the files of years may take minutes.
        Raises StoreBusy when another run holds the folder, StoreFailed when it cannot be used.
        """
        if self._lock is not None:
            raise RuntimeError(f"the store of {self.folder} is open already")
        try:
            with self._failing("cannot be opened"):
                if not self.folder.exists():
                    self.folder.mkdir(parents=True, exist_ok=True)  # another run may be making it this moment
                    sync_folder(self.folder.parent)
                self._take_lock()
                taken()
                self._opened, fault = open_index(self.folder / INDEX)
                self._catch_up(fault)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the files and the index and let the folder go. Closing twice does nothing."""
        descriptors = [*self._files.values(), *([] if self._lock is None else [self._lock])]
        self._files.clear()
        self._sizes.clear()
        try:
            if self._opened is not None:
                self._opened.close()
        finally:
            self._opened = self._lock = None
            for descriptor in descriptors:  # the lock last: nothing is written once another run may start
                os.close(descriptor)

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def stored(self, id: str) -> Version | None:
        """The latest stored version of the article, or None."""
        return self.ask(lambda index: index.version(id))

    def record(self, id: str) -> dict[str, Any] | None:
        """The latest stored version of the article as it was written, None if there is none.

        Where its line is not what it was when it was indexed, the index is rebuilt: the line is no record any more.
        """
        if (last := self.stored(id)) is None:
            return None
        if (record := self._read(id, last)) is None:
            with self._failing("the index cannot be written"):
                self._rebuild(f"{file_name('articles', last.day)} was changed")
            record = self._read(id, last) if (last := self.stored(id)) else None
        self._known = (id, last, record) if last and record else None
        return record

    def _read(self, id: str, version: Version) -> dict[str, Any] | None:
        name = file_name("articles", version.day)
        with self._failing("cannot be read", name):
            record = record_at(self.folder / name, version.start)
        return record if record and record.get("id") == id else None

    def dropped(self, id: str) -> str | None:
        """Why the article was dropped for good, or None if it was not, or was stored since."""
        return self.ask(lambda index: index.dropped(id))

    def days_tried(self, id: str, said: int = 0) -> int:
        """On how many days, this one included, the article was asked for and not had since it was last stored.

        With `said` only those on which at least that much was said of it (`reasons.Says`).
        """
        last = self.stored(id)
        revision, today = last.revision if last else 0, self.day.isoformat()
        return self.ask(lambda index: index.days_missed(id, revision, said, but=today)) + 1

    def pending(self, days: int) -> list[tuple[str, str]]:
        """Ids and addresses of the articles to be asked for again, those that were missed last first.

        They were dropped with `again` at the last attempt, which was on an earlier day but at most `days` ago,
        on no more than `days` days, and were not stored as a whole since. Behind them come those of which only a
        half is stored, since as many days at most.
        """
        span = (self.day - timedelta(days=days)).isoformat(), (self.day - timedelta(days=1)).isoformat()
        rows = self.ask(lambda index: index.rows(GET_PENDING, *span, days))
        halves = self.ask(lambda index: index.rows(GET_HALVES, *span))
        found = {str(id): str(url) for id, url, _ in rows}
        for (id,) in halves:
            if id not in found and self.dropped(id) is None and (half := self.record(id)):
                found[id] = str(half.get("url"))
        return list(found.items())

    def add(self, record: dict[str, Any], *, again: bool = False, reread: bool = False) -> End:
        """Store an article unless this version is stored; when this returns, the line is on the disk.

        `record` has a string `id`; `title`, `text`, `updated_at` tell versions apart, unless the last is a
        clock of the page; `complete` (true unless given) says whether all its pages were read. It is written as
        given, with `record["revision"]` set to 1 for a new article and one more for each later version.

        A worse copy of what is stored (see `why_worse`, to which `again` is given) is no version of it: it is
        kept in the day's `worse-` file with `worse`, why, and `revision`, the version that it would have
        replaced; the same one once. `record["worse"]` then says why, also where it was kept before.

        With `reread` the very same page (`fetched_at`) that other rules make more or less of is the next version,
        too, whatever the field; `again`, a page fetched anew is, where `mended_fields` are read otherwise.
        `record["revised_because"]` then says which fields they are.

        Raises StoreFailed when the line could not be written (the file is then as long as before) or only the
        index could not (the message says so); TypeError or ValueError for what JSON cannot hold.
        """
        self._settle()
        last, known = self.stored(record["id"]), self._known
        old = known[2] if known and known[:2] == (record["id"], last) else self.record(record["id"])
        last = self.stored(record["id"])  # none where its line was found to be damaged
        changed = (reread_fields if reread else mended_fields)(old, record) if old and (reread or again) else []
        same = last and (last.digest == digest_of(record) or (old and is_visited(old, record)))
        if last and same and not changed and (last.complete or not is_complete(record)):
            return "unchanged"
        if last and old and (why := why_worse(old, record, again=again)):
            record |= {"revision": last.revision, "worse": why}
            if not self.ask(lambda index: index.has_worse(record["id"], digest_of(record))):
                self._append("worse", record)
            return "worse"
        record["revision"] = last.revision + 1 if last else 1
        record["revised_because"] = f"read again: {', '.join(changed)}" if changed else "changed" if last else None
        self._append("articles", record)
        return "revised" if last else "stored"

    def drop(self, line: dict[str, Any]) -> None:
        """Write why an article was not stored: `line` has `id` (or None), `url`, `reason`, `again`.

        With `again` false it is dropped for good. The line also gets the `revision` that is stored so far
        (0: none): it tells, after a rebuild too, whether the article was stored since. Raises as `add`.
        """
        self.drop_all([line])

    def drop_all(self, lines: Sequence[dict[str, Any]]) -> None:
        """Write several lines as `drop` would, all of them or none: hundreds cost little more than one."""
        self._settle()
        known = [self.stored(line["id"]) if line["id"] is not None else None for line in lines]
        revisions = (last.revision if last else 0 for last in known)
        records = [{**line, "revision": number} for line, number in zip(lines, revisions, strict=True)]
        self._append("dropped", *records)

    def is_done(self, mark: str) -> bool:
        """Whether what has this mark, such as a day of the archive, is done; a rebuilt index has forgotten."""
        return self.ask(lambda index: index.is_done(mark))

    def mark_done(self, mark: str) -> None:
        """Remember that what has this mark needs no listing again."""
        with self._failing("the index cannot be written"), self._index.db:
            self._index.put_done(mark)

    def ask(self, question: Callable[[Index], Said]) -> Said:
        """What the index says; it is rebuilt where a text in it is none."""
        with self._failing("the index cannot be read"):
            try:
                return question(self._index)
            except UnicodeDecodeError:  # which no check of SQLite's looks for
                self._rebuild(DAMAGED)
                return question(self._index)

    def _rebuild(self, fault: str) -> None:
        with self._index.db:
            self._index.forget()
        self._catch_up(fault)

    def _catch_up(self, fault: str = "") -> None:
        """Bring the index up to the files; `fault` says why it is empty."""
        sizes = catch_up(self.folder, self._index, self.notes, fault)
        self._sizes = {name: sizes.get(name, 0) for name in self._files}

    @property
    def _index(self) -> Index:
        if self._opened is None:
            raise RuntimeError(f"the store of {self.folder} is not open")
        return self._opened

    @contextmanager
    def _failing(self, what: str, name: str = "") -> Iterator[None]:
        """Turn what the system or SQLite raises into StoreFailed."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise StoreFailed(f"{self.folder / name}: {what}: {_reason(error)}") from error

    def _take_lock(self) -> None:
        try:
            self._lock = locking.take(self.folder / LOCK)
        except BlockingIOError as error:
            name = error.strerror and f" ({error.strerror})"
            raise StoreBusy(f"{self.folder}: another run{name} is storing here") from error

    def _settle(self) -> None:
        """Mend what a failed or interrupted write left, so that no line is glued or stored twice."""
        for name, file in self._files.items():
            with self._failing("cannot be written", name):
                state = os.fstat(file)
                if not is_at(self.folder / name, state):
                    raise StoreFailed(f"{self.folder / name}: was deleted or moved while this run was writing to it")
                if state.st_size != self._sizes.get(name, 0):
                    if self._lock is not None and not locking.is_ours(self._lock):
                        other = f"another run ({locking.holder(self._lock)}) is storing here, too"
                        raise StoreFailed(f"{self.folder}: {other}: its disk does not lock them apart, stop one")
                    self._catch_up()

    def _append(self, kind: str, *records: dict[str, Any]) -> None:
        name = file_name(kind, self.day.isoformat())
        lines = [encode(record) + b"\n" for record in records]
        block = b"".join(lines)
        if name not in self._files:
            self._open_file(name)
        file, size = self._files[name], self._sizes.get(name, 0)
        try:
            append(file, block, size, sync=kind != "dropped")
        except OSError as error:
            raise StoreFailed(f"{self.folder / name}: {_reason(error)}") from error
        with self._failing("stored, but not in the index until it is read back", name), self._index.db:
            start = size
            for record, line in zip(records, lines, strict=True):
                self._index.put(name, record, start)
                start += len(line)
            self._index.put_size(name, size + len(block), block[-TAIL:], os.fstat(file).st_mtime_ns)
        self._sizes[name] = size + len(block)

    def _open_file(self, name: str) -> None:
        path = self.folder / name
        with self._failing("cannot be opened", name):
            is_new = not path.exists()
            self._files[name] = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            if is_new:
                sync_folder(self.folder)
            self._sizes[name] = self._index.size_of(name)
        self._settle()


def _reason(error: OSError | sqlite3.Error) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
