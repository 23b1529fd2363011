"""The compressed members that a WARC file is made of: where each ends, and whether it is whole.

Readers of WARC take what there is of a torn last member for a whole record and end without an error, or end where an
empty member stands in between. What they leave open is looked at here.
"""

from __future__ import annotations

import struct
import sys
import zlib
from dataclasses import dataclass
from typing import IO, Any, Literal

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Packing = Literal["gzip", "zstd", "plain"]

BLOCK = 256 * 1024
HEAD = 64 * 1024  # bytes of a member's content that are kept: a record's own headers are shorter
GZIP = 31  # zlib's name for a gzip member, its checksum verified
GZIP_MAGIC = b"\x1f\x8b\x08"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
SKIPPABLE = tuple(struct.pack("<I", number) for number in range(0x184D2A50, 0x184D2A60))
CHECKSUM = 0x04  # in the descriptor of a frame
DICTIONARY = 0x184D2A5D  # a frame in front of all others that the rest was packed with
RECORD = b"WARC/"
UNREADABLE = (zlib.error, zstd.ZstdError)
ENOUGH = 4096  # bytes of a member that tell whether a record begins in it


@dataclass(frozen=True, slots=True)
class Member:
    """A compressed member: its first byte and the one behind it, how long its content is, and how that begins.

    `state` is "whole", "torn" (the file ends in it) or "damaged"; `end` is then where the reading stopped.
    """

    start: int
    end: int
    size: int
    head: bytes
    state: Literal["whole", "torn", "damaged"]

    @property
    def has_record(self) -> bool:
        """True where a record begins with it."""
        return self.head.startswith(RECORD)


def packing(file: IO[bytes]) -> Packing | None:
    """How a WARC file is compressed, by its first bytes; None: it is no WARC file."""
    file.seek(0)
    first = file.read(len(RECORD))
    if first.startswith(GZIP_MAGIC):
        return "gzip"
    if first.startswith((ZSTD_MAGIC, *SKIPPABLE)):
        return "zstd"
    return "plain" if first.lstrip() and RECORD.startswith(first.lstrip()) else None


class Members:
    """The members of a file that is packed so, found from any byte."""

    def __init__(self, file: IO[bytes], packed: Literal["gzip", "zstd"]) -> None:
        self.file = file
        self.packed = packed
        self.magic = GZIP_MAGIC if packed == "gzip" else ZSTD_MAGIC
        self.dictionary = dictionary(file) if packed == "zstd" else None
        self.has_checksums = packed == "gzip" or _frame_has_checksum(file)

    def at(self, start: int) -> Member | None:
        """The member that begins at a byte; None at the end of the file. Its content is not kept: memory is flat."""
        self.file.seek(start)
        unpack, size, head, end = self._unpacker(), 0, b"", start
        while True:
            packed = self.file.read(BLOCK)
            if not packed:
                return Member(start, end, size, head, "torn") if end > start else None
            end += len(packed)
            try:
                while True:
                    content = unpack.decompress(packed, BLOCK)
                    size += len(content)
                    if len(head) < HEAD:
                        head += content[: HEAD - len(head)]
                    if unpack.eof:
                        return Member(start, end - len(unpack.unused_data), size, head, "whole")
                    packed = unpack.unconsumed_tail if self.packed == "gzip" else b""
                    if not packed and (self.packed == "gzip" or unpack.needs_input):
                        break
            except UNREADABLE:
                return Member(start, end, size, head, "damaged")

    def next_record(self, start: int) -> int | None:
        """The first byte at or behind `start` where a member with a record begins."""
        at = find(self.file, self.magic, start)
        while at is not None and not self._begins_record(at):
            at = find(self.file, self.magic, at + 1)
        return at

    def beginning(self, at: int) -> bytes:
        """The first bytes of the content of the member at a byte. Raises UNREADABLE."""
        self.file.seek(at)
        content: bytes = self._unpacker().decompress(self.file.read(ENOUGH), ENOUGH)
        return content

    def _begins_record(self, at: int) -> bool:
        try:
            return self.beginning(at).startswith(RECORD)
        except UNREADABLE:
            return False

    def _unpacker(self) -> Any:
        if self.packed == "gzip":
            return zlib.decompressobj(wbits=GZIP)
        return zstd.ZstdDecompressor(zstd_dict=self.dictionary)


def dictionary(file: IO[bytes]) -> zstd.ZstdDict | None:
    """The dictionary in front of a .warc.zst file, itself packed or not; None where there is none."""
    file.seek(0)
    first = file.read(8)
    if len(first) < 8:
        return None
    number, length = struct.unpack("<II", first)
    if number != DICTIONARY or length > 64 * 1024 * 1024:
        return None
    content = file.read(length)
    try:
        return zstd.ZstdDict(zstd.decompress(content) if content.startswith(ZSTD_MAGIC) else content, is_raw=False)
    except (zstd.ZstdError, ValueError):
        return None


def _frame_has_checksum(file: IO[bytes]) -> bool:
    """Whether the first Zstandard frame with data ends in a checksum, which its writer may leave out (RFC 8878)."""
    file.seek(0)
    first = file.read(8)
    if first.startswith(SKIPPABLE) and len(first) == 8:
        file.seek(8 + struct.unpack("<I", first[4:])[0])
        first = file.read(8)
    return first.startswith(ZSTD_MAGIC) and len(first) > 4 and bool(first[4] & CHECKSUM)


def find(file: IO[bytes], words: bytes, start: int) -> int | None:
    """The first place of some bytes in a file at or behind `start`.

    >>> from io import BytesIO
    >>> find(BytesIO(b"WARC/1.0 WARC/1.1"), b"WARC/1.", 1), find(BytesIO(b"satu"), b"dua", 0)
    (9, None)
    """
    file.seek(start)
    kept, at = b"", start
    while block := file.read(BLOCK):
        found = (kept + block).find(words)
        if found >= 0:
            return at + found
        joined = kept + block
        kept = joined[-(len(words) - 1) :]
        at += len(joined) - len(kept)
    return None
