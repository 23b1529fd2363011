"""The index brought up to the files: what a crash left behind is mended, and what is not indexed yet is read back."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO

from newscrawl.counts import many
from newscrawl.storing.index import DAMAGED, MISSING, Index
from newscrawl.storing.lines import KINDS, SUFFIX, digest_of, file_name, lines_of, parse, tail_of

GET_LINES = "SELECT id, start, digest FROM articles WHERE day = ?"


def catch_up(folder: Path, index: Index, notes: list[str], fault: str = "") -> dict[str, int]:
    """Read into the index what the files have and it has not; all of them when they contradict it.

    `fault` says why the index is empty, `notes` is told what was mended. Returns the lengths of the files as indexed.
    Raises OSError, also for what is no file.
    """
    names = sorted(path.name for kind in KINDS for path in folder.glob(file_name(kind, "*")))
    for path in map(folder.joinpath, names):
        if path.exists() and not path.is_file():  # a pipe or a device may be read for ever
            raise OSError(errno.EINVAL, f"{path.name} is no file")
    with index.db:
        known: dict[str, tuple[int, bytes, int]] = {}
        try:
            known = {name: entry for name, *entry in index.rows("SELECT * FROM files")}
            faults = (_contradiction(folder / name, *entry, index) for name, entry in known.items())
            contradiction = next(filter(None, faults), "")
        except UnicodeDecodeError:
            contradiction = DAMAGED
        if not fault and (fault := contradiction):
            known = {}
            index.forget()
        read = {name: _read_back(folder / name, known.get(name, (0,))[0], index, notes) for name in names}
        sizes = index.sizes()
    if not fault:
        notes += [f"read back {many(count, 'line')} of {name}" for name, count in read.items() if count]
    elif names or fault != MISSING:  # a new folder has nothing to tell
        files, records = many(len(names), "file"), many(sum(read.values()), "record")
        notes.append(f"index rebuilt from {files} ({records}): {fault}")
    return sizes


def _contradiction(path: Path, size: int, tail: bytes, changed: int, index: Index) -> str:
    """How the file differs from what the index knows of it; empty if it only grew.

    One that was changed since it was written to is read through: zeros in its middle change neither length nor end.
    """
    try:
        with path.open("rb") as file:
            state = os.fstat(file.fileno())
            if state.st_size < size:
                return f"{path.name} is shorter than it was"
            same = os.pread(file.fileno(), len(tail), size - len(tail)) == tail
            same = same and (state.st_mtime_ns == changed or _is_as_indexed(path.name, file, index))
            return "" if same else f"{path.name} was changed"
    except FileNotFoundError:
        return f"{path.name} is gone"


def _is_as_indexed(name: str, file: IO[bytes], index: Index) -> bool:
    """True for a file of articles that has, where the index says, the versions that it knows; for any other file."""
    kind, _, day = name.removesuffix(SUFFIX).partition("-")
    wanted = {start: (id, digest) for id, start, digest in index.rows(GET_LINES, day)} if kind == "articles" else {}
    place = 0
    for line, length, _ in lines_of(file):
        if found := wanted.pop(place, None):
            record = parse(line)
            if record is None or (record.get("id"), digest_of(record)) != found:
                return False
        place += length
    return not wanted


def _read_back(path: Path, start: int, index: Index, notes: list[str]) -> int:
    """Index the lines from byte `start` on, cut a torn last one; returns how many were indexed."""
    end, count, torn = start, 0, 0
    skipped: list[int] = []  # where the lines begin that are not records
    with path.open("rb") as file:
        file.seek(start)
        for line, length, is_whole in lines_of(file):
            if not is_whole:
                torn = length
                break
            record = parse(line)
            if record is not None and index.put(path.name, record, end):
                count += 1
            else:
                skipped.append(end)
            end += length
        if torn:
            os.truncate(path, end)
            notes.append(f"cut a torn last line of {many(torn, 'byte')} in {path.name}")
        index.put_size(path.name, end, tail_of(file.fileno(), end), os.fstat(file.fileno()).st_mtime_ns)
    if skipped:
        where = f"in {path.name}, the first at byte {skipped[0]:,}"
        notes.append(f"skipped {many(len(skipped), 'broken line')} {where}")
    return count
