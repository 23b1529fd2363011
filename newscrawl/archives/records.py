"""The records of one WARC file, each as one thing: read, passed over and why, or lost and where."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecord

from newscrawl.archives.foreign import what_it_is
from newscrawl.archives.frames import HEAD, Member, Members, find, packing
from newscrawl.reading.page import MAX_BYTES

TORN, DAMAGED, TOO_LARGE = "torn", "damaged", "too large"
VERSION = b"WARC/1."
END = 4  # bytes behind a record's content: two line ends
YEARS = range(1990, 2200)  # in which pages were captured: a stamp outside of them is a clock that went wrong


class ReadFailed(OSError):
    """The file could not be read, by its disk or its network; what is in it is not known."""


class NoArchive(ValueError):
    """The file holds no record at all. The message says in a few words what it is."""


@dataclass(slots=True)
class Record:
    """One record: `at` is the first byte of the member it stands in, `length` that of its block, in bytes.

    `end` is why it is not read, empty where it is; then `block` is what it holds, and `checked` whether a checksum or
    a digest says that it is what was written. `id`, `truncated` and `content_type` are known of what is read.
    """

    at: int
    type: str
    url: str
    stamp: str
    length: int
    id: str = ""
    truncated: bool = False
    content_type: str = ""
    end: str = ""
    block: bytes = b""
    checked: bool = True

    @property
    def date(self) -> datetime | None:
        """When it was captured; None where nobody can tell."""
        return moment(self.stamp)

    def ended(self, end: str) -> Record:
        """The same record, which is not read for this reason."""
        self.end, self.block = end, b""
        return self


@dataclass(frozen=True, slots=True)
class Fault:
    """A place of the file that could not be read: what is wrong with it, and its first byte."""

    what: str
    at: int
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.what} at byte {self.at:,}" + (f": {self.detail}" if self.detail else "")


class Records:
    """Goes through a file, a record in memory at a time; `why_not` says of a record's head why it is not wanted.

    A record is handed on only when what follows it was found, or the member it stands in was seen to be whole: the last
    one of a torn file is never taken for one. Behind a damaged place the reading goes on with the next record that can
    be found; `faults` says where. Raises NoArchive.
    """

    def __init__(self, file: IO[bytes], why_not: Callable[[Record], str]) -> None:
        self.file = file
        self.why_not = why_not
        self.faults: list[Fault] = []
        packed = packing(file)
        if packed is None:
            raise NoArchive(what_it_is(file))
        self.members = Members(file, packed) if packed != "plain" else None
        self.has_checksums = bool(self.members and self.members.has_checksums)

    def __iter__(self) -> Iterator[Record]:
        at: int | None = 0
        while at is not None:
            at = yield from self._from(at)

    def _from(self, start: int) -> Generator[Record, None, int | None]:
        """The records from a byte on, as long as one follows the other; returns where the next ones begin, if any."""
        self.file.seek(start)
        records = _iterated(self.file)
        held: Record | None = None
        failed = ""
        while True:
            try:
                record = next(records, None)
                if record is None:
                    break
                new = self._taken(record)
            except ReadFailed:
                raise
            except (OSError, ValueError) as error:
                failed = str(error)
                break
            if held:
                yield held
            held = new
            if held.end in (TORN, TOO_LARGE):
                break
        # What is behind it is known only by looking again.
        kept, at = self._settled(held, start, failed) if self.members else self._settled_plain(held, start, failed)
        if kept:
            yield kept
        return at

    def _taken(self, record: WarcRecord) -> Record:
        """The record, with its block if it is wanted; one that is shorter than it says is torn."""
        get = record.headers.get
        head = Record(
            record.stream_pos,
            (get("WARC-Type") or "").lower(),
            (get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">"),
            get("WARC-Date") or "",
            record.content_length,
        )
        if head.length > MAX_BYTES:
            return head.ended(TOO_LARGE)
        if why := self.why_not(head):  # of most records nothing more is asked
            return head.ended(why)
        head.id, head.content_type = get("WARC-Record-ID") or "", get("Content-Type") or ""
        # What follows of a record in segments may stand in another file.
        head.truncated = any(name in record.headers for name in ("WARC-Truncated", "WARC-Segment-Number"))
        block = record.reader.read()
        if len(block) < head.length:
            return head.ended(TORN)
        if not self.has_checksums:
            is_right = is_as_digest_says(block, get("WARC-Block-Digest") or "")
            if is_right is False:
                self.faults.append(Fault(DAMAGED, head.at, "the record is not what its digest says"))
                return head.ended(DAMAGED)
            head.checked = is_right is True
        head.block = block
        return head

    def _settled(self, held: Record | None, start: int, failed: str) -> tuple[Record | None, int | None]:
        """The last record before a halt, as it ends, and where to go on."""
        assert self.members
        at = held.at if held else start
        member = self.members.at(at)
        if at > start and not (member and member.has_record):
            return self._settled_among_many(held, start, failed)
        if member is None:
            return held, None
        if member.state != "whole":
            what, following = self._lost(member.state, member.start)
            return (held.ended(what) if held else None), following
        if held and (wrong := wrong_length(member, held, failed)):
            self.faults.append(Fault(DAMAGED, member.start, wrong))
            return held.ended(DAMAGED), self._next(member.end)
        if held is None and failed:
            self.faults.append(Fault(DAMAGED, start, failed))
        return held, self._next(member.end)

    def _settled_among_many(self, held: Record | None, start: int, failed: str) -> tuple[Record | None, int | None]:
        """The same where members hold several records, or parts of them: a record's own first byte is not known."""
        assert self.members
        while (member := self.members.at(start)) is not None and member.state == "whole":
            start = member.end
        if member:
            what, following = self._lost(member.state, member.end if member.state == TORN else member.start)
            return (held.ended(what) if held else None), following
        if not failed or held is None:
            return held, None
        self.faults.append(Fault(DAMAGED, held.at, failed))
        return held.ended(DAMAGED), self.members.next_record(held.at)

    def _next(self, at: int) -> int | None:
        """Where the next member with a record begins; what stands before it is said."""
        assert self.members
        while (member := self.members.at(at)) is not None:
            if member.has_record and member.state == "whole":
                return at
            if member.state != "whole":
                return self._lost(member.state, at)[1]
            if member.size:
                self.faults.append(Fault(DAMAGED, at, "no record"))
            at = member.end
        return None

    def _lost(self, what: str, at: int) -> tuple[str, int | None]:
        """Say that a member cannot be read; returns what is wrong with it, and where the next record behind it begins.

        One that seems torn, and is not the last, is damaged: its data only do not end where they should.
        """
        assert self.members
        following = self.members.next_record(at + 1)
        what = DAMAGED if following is not None else what
        self.faults.append(Fault(what, at))
        return what, following

    def _settled_plain(self, held: Record | None, start: int, failed: str) -> tuple[Record | None, int | None]:
        """The same for a file that is not compressed: only lengths tell that it is whole."""
        at = held.at if held else start
        if held and held.end != TORN and (end := self._end_of(held)):
            if not failed and held.end != TOO_LARGE:
                return held, None
            following = find(self.file, VERSION, end)
            if held.end != TOO_LARGE or following != end + END:
                self.faults.append(Fault(DAMAGED, end, failed))
            return held, following
        following = find(self.file, VERSION, at + 1)
        state = DAMAGED if following or held is None else TORN
        self.faults.append(Fault(state, at, failed))
        return (held.ended(state) if held else None), following

    def _end_of(self, record: Record) -> int | None:
        """The byte behind a record of a file without compression; None where it does not end as every record does."""
        size = self.file.seek(0, 2)
        self.file.seek(record.at)
        content = self.file.read(HEAD).find(b"\r\n\r\n") + END
        end = record.at + content + record.length
        self.file.seek(min(end, size))
        return end if content >= END and end <= size and self.file.read(END) in (b"\r\n\r\n", b"\r\n", b"") else None


def _iterated(file: IO[bytes]) -> Iterator[WarcRecord]:
    records: Any = ArchiveIterator(file, parse_http=False)
    return iter(records)


def wrong_length(member: Member, record: Record, failed: str) -> str:
    """What is wrong with the length that a record says it has, held against its member; empty if nothing is.

    Longer than its member it took the next records for its own; shorter, the reading halts behind it (`failed`).
    """
    content = member.head.find(b"\r\n\r\n") + END
    if content < END:
        return "its head is no record's"
    has = member.size - content
    if has < record.length or (failed and has > record.length + END):
        return f"the record says that it has {record.length:,} bytes, and has {max(0, has - END):,}"
    return ""


def is_as_digest_says(block: bytes, digest: str) -> bool | None:
    """Whether a digest (sha1:BASE32, sha256:HEX) is of a block; None: there is none, or of an unknown kind.

    >>> is_as_digest_says(b"", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"), is_as_digest_says(b"a", "md5:00")
    (True, False)
    >>> is_as_digest_says(b"a", ""), is_as_digest_says(b"a", "crc32:00")
    (None, None)
    """
    kind, _, value = digest.strip().partition(":")
    kind, value = kind.lower().replace("-", ""), value.strip().rstrip("=").lower()
    if not value or kind not in ("md5", "sha1", "sha256", "sha512"):
        return None
    found = hashlib.new(kind, block, usedforsecurity=False)
    return value in (found.hexdigest(), base64.b32encode(found.digest()).decode().rstrip("=").lower())


def moment(stamp: str) -> datetime | None:
    """A WARC-Date, aware and in UTC; None where it is none, or of a time without a web.

    >>> moment("2026-07-24T11:00:00Z"), moment("20260724110000"), moment("kemarin"), moment("0001-01-01T00:00:00Z")
    (datetime.datetime(2026, 7, 24, 11, 0, tzinfo=datetime.timezone.utc), None, None, None)
    """
    try:
        found = datetime.fromisoformat(stamp.strip()) if "-" in stamp else None
        if found is None or found.year not in YEARS:
            return None
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
