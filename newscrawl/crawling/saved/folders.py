"""Folders of saved pages: their records in one file, and beside it which files gave none and why."""

from __future__ import annotations

import csv
import errno
import io
import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newscrawl.counts import many
from newscrawl.crawling.commandline import fail, tell
from newscrawl.crawling.options import say_cut
from newscrawl.files import write_whole
from newscrawl.items import to_record
from newscrawl.portals.form import Portal
from newscrawl.portals.saved import MOST_BYTES, NO_ADDRESS, ReadOptions, saved_page
from newscrawl.reading.page import NotAnArticle
from newscrawl.storing.records import COLUMNS, Column, Record, dumps, read_line, values
from newscrawl.storing.spreadsheets import harmless
from newscrawl.storing.writing import ExportFailed, writing

FILE = Column("file", str, False, "", "The saved page.")
WRONG = ("file", "url", "reason", "detail")  # the columns of what gave no record
BESIDE = "_files"  # the end of the folder in which browsers save what belongs to a page


def read_many(names: Sequence[str], output: Path, options: ReadOptions, hints: Mapping[str, str]) -> int:
    """Write the records of many pages to a file, and beside it which gave none and why; returns the exit status.

    `names` are files and folders; `hints` say what may be done about a reason.
    """
    beside = output.with_suffix(".failed.csv")
    written = {os.path.realpath(path): path.name for path in (output, beside)}
    found = dict.fromkeys(file for name in names for file in pages_in(Path(name)))
    files = [file for file in found if file.name not in written.values() or os.path.realpath(file) not in written]
    if not files:
        fail(f"no file in {', '.join(names)}", 1)
    tell(f"reading {many(len(files), 'file')}")
    wrong: list[tuple[str, str, str, str]] = []
    ids: Counter[str] = Counter()
    try:
        with writing(output, Portal.zone, (*COLUMNS, FILE)) as writer:
            for file in files:
                if read := _read(file, options, wrong):
                    record, size = read
                    writer.write((*values(record), shown(file)), size)
                    ids[record.id] += 1
    except ExportFailed as error:
        fail(str(error), 1)
    say_cut(writer.cut)
    try:
        write_whole(beside, table(wrong))
    except OSError as error:
        fail(f"{beside}: {error.strerror or error}: not written; {output} is whole", 1)
    without = f", {many(len(wrong), 'file')} without: {beside} says why" if wrong else ""
    tell(f"{many(ids.total(), 'record')} in {output}{without}")
    for reason, count in Counter(row[2] for row in wrong).most_common():
        tell(f"  {count} {reason}{f': {hints[reason]}' if reason in hints else ''}")
    if again := ids.total() - len(ids):
        tell(f"  {many(again, 'record')} of an article that an earlier file has: the same id")
    return 1 if wrong else 0


def pages_in(place: Path) -> Iterator[Path]:
    """A file, or all files of a folder and those below, in order; not what browsers save beside a page.

    A folder below that is a link is passed over, as it may lead in a circle; one that cannot be listed is yielded.
    """
    ahead = [place]
    while ahead:
        path = ahead.pop()
        try:
            inner = sorted(path.iterdir())
        except OSError:
            yield path
            continue
        folders = set(filter(os.path.isdir, inner))  # Path.is_dir raises in a folder that must not be entered
        names = {path.stem for path in inner if path not in folders}
        for path in reversed(inner):
            is_beside = path.name.endswith(BESIDE) and path.name.removesuffix(BESIDE) in names
            if path not in folders or not (is_beside or path.is_symlink()):
                ahead.append(path)


def content_of(file: Path) -> bytes:
    """What a file holds. Raises OSError, also for what has no end, as a pipe, and NotAnArticle."""
    status = file.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):  # a folder says best itself why it is none
        raise OSError(errno.EINVAL, "not a regular file")
    if status.st_size > MOST_BYTES:
        raise NotAnArticle("too large", f"{status.st_size} bytes, at most {MOST_BYTES}")
    return file.read_bytes()


def _read(file: Path, options: ReadOptions, wrong: list[tuple[str, str, str, str]]) -> tuple[Record, int] | None:
    """The record of a file, and how many bytes it has as a line; where it has none, why is added to `wrong`."""
    url = ""
    try:
        page = saved_page(content_of(file))
        url = page.address or ""
        if not url:
            raise NotAnArticle(NO_ADDRESS)
        line = dumps(to_record(options.article(page, url))).encode() + b"\n"
        if (record := read_line(line)) is None:
            raise ValueError("what was read is no whole record")
        return record, len(line)
    except NotAnArticle as error:
        why = error.reason, error.detail or ""
    except OSError as error:
        why = "cannot be read", error.strerror or str(error)
    except Exception as error:  # of one file; it must cost no other one
        why = "reader failed", repr(error)[:200]
    wrong.append((shown(file), url, *why))
    return None


def shown(file: Path) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are written out."""
    return os.fsencode(file).decode("utf-8", "backslashreplace")


def table(rows: Sequence[tuple[str, str, str, str]]) -> bytes:
    """What gave no record, as CSV that a spreadsheet opens."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([WRONG, *(map(harmless, row) for row in rows)])
    return text.getvalue().encode("utf-8-sig", "replace")
