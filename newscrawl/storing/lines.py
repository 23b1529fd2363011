"""The lines of the durable files: what they are called, and how a record is written and read back."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

KINDS = ("articles", "worse", "dropped")  # what the files are called, before their day
SUFFIX = ".jsonl"
LONGEST = 64 * 1024 * 1024  # bytes of a line; what is longer is no record: a power cut may leave a GiB of zeros
BLOCK = 1024 * 1024
TAIL = 64


def file_name(kind: str, day: str) -> str:
    """The name of the file of a kind and a day.

    >>> file_name("worse", "2026-07-24")
    'worse-2026-07-24.jsonl'
    """
    return f"{kind}-{day}{SUFFIX}"


# The names of all files of a kind in a portal's folder, as glob takes them.
ARTICLES, DROPPED = file_name("articles", "*"), file_name("dropped", "*")


def lines_of(file: IO[bytes], most: int | None = None) -> Iterator[tuple[bytes, int, bool]]:
    """The lines of a file from where it stands, at most `most` bytes: each with its length and whether it has an end.

    Of a line that is longer than LONGEST only the beginning is given, without its end: so much memory is enough.

    >>> from io import BytesIO
    >>> list(lines_of(BytesIO(b"{}\\n{"), 4))
    [(b'{}\\n', 3, True), (b'{', 1, False)]
    """
    left = float("inf") if most is None else most
    while line := file.readline(int(min(LONGEST, left))):
        part, length = line, len(line)
        while part and not part.endswith(b"\n") and length < left:
            part = file.readline(int(min(BLOCK, left - length)))
            length += len(part)
        yield line, length, part.endswith(b"\n")
        left -= length


def tail_of(file: int, end: int) -> bytes:
    """The last bytes before a place of a file, which an index remembers to notice that the file was replaced."""
    return os.pread(file, min(TAIL, end), max(0, end - TAIL))


def encode(value: Any) -> bytes:
    """The value as one line of JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.

    >>> encode({"title": "Ma\\ud800ret", "tags": []}).decode()
    '{"title": "Ma\ufffdret", "tags": []}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def parse(line: bytes) -> dict[str, Any] | None:
    """The record of a whole line, None if the line is torn or broken; a mark that an editor left before it is none."""
    with suppress(ValueError, RecursionError):
        if line.endswith(b"\n") and isinstance(record := json.loads(line.decode("utf-8-sig")), dict):
            return record
    return None


def record_at(path: Path, start: int) -> dict[str, Any] | None:
    """The record of the line that begins at this byte, None if there is none. Raises OSError."""
    with path.open("rb") as file:
        file.seek(start)
        return parse(file.readline(LONGEST))


def append(file: int, block: bytes, size: int, *, sync: bool) -> None:
    """Write whole lines behind a file of `size` bytes, to the disk if `sync`: all of them or none.

    Raises OSError, which says what became of the file.
    """
    try:
        written = os.write(file, block)
        if written < len(block):
            raise OSError(errno.ENOSPC, f"only {written:,} of {len(block):,} bytes could be written")
        if sync:
            os.fdatasync(file)
    except OSError as error:
        outcome = f"the line was not stored, the file is {size:,} bytes long as before"
        try:
            os.ftruncate(file, size)
        except OSError as second:
            outcome = f"the line was not stored and could not be cut off again: {second.strerror or second}"
        raise OSError(error.errno, f"{error.strerror or error}: {outcome}") from error


def digest_of(record: dict[str, Any]) -> bytes:
    """What tells two versions of an article apart, the same for a record as given and as read back."""
    version = encode([record.get(key) for key in ("title", "text", "updated_at")])
    return hashlib.blake2b(version, digest_size=16).digest()


def is_complete(record: dict[str, Any]) -> bool:
    """True unless the record says that not all its pages were read."""
    return bool(record.get("complete", True))


def is_at(path: Path, state: os.stat_result) -> bool:
    """True where the file of this state is what stands at a path."""
    try:
        return os.path.samestat(path.stat(), state)
    except FileNotFoundError:
        return False
