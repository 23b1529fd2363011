"""Records of whole, torn, damaged and lying files: each ends as one thing, and what is wrong is said with its byte."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import struct
import tracemalloc
from collections.abc import Callable

import pytest
from backports import zstd

from newscrawl.archives.records import NoArchive, ReadFailed, Records
from tests.archives.making import article, frames, http, packed, record

FOUR = [article(n) for n in range(4)]
GZIP = packed(FOUR)
STARTS = [sum(map(len, GZIP[:n])) for n in range(5)]
PACKINGS: dict[str, Callable[[list[bytes]], list[bytes]]] = {"gzip": packed, "zstd": frames, "plain": list}


def read(content: bytes) -> tuple[list[str], list[str]]:
    """How each record ended ("read" for those that were), and the faults."""
    records = Records(io.BytesIO(content), lambda head: "" if head.type == "response" else "other")
    return [r.end or "read" for r in records], [str(f) for f in records.faults]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_whole_file_is_read_wholly(packing: str) -> None:
    assert read(b"".join(PACKINGS[packing](FOUR))) == (["read"] * 4, [])


@pytest.mark.parametrize("members", [[4], [2, 2], [1, 3], [3, 1]])
def test_several_records_in_a_member_are_read(members: list[int]) -> None:
    left = iter(FOUR)
    content = b"".join(gzip.compress(b"".join(next(left) for _ in range(n))) for n in members)
    assert read(content) == (["read"] * 4, [])


@pytest.mark.parametrize("cut", [1, 4, 8, 9, 20, 150, len(GZIP[3]) - 1])
def test_a_torn_last_record_is_never_taken_for_a_whole_one(cut: int) -> None:
    ends, faults = read(b"".join(GZIP)[:-cut])
    assert ends[:3] == ["read"] * 3
    assert ends[3:] in (["torn"], [])  # too little of it to be one
    assert faults == [f"torn at byte {STARTS[3]:,}"]


@pytest.mark.parametrize("packing", ["zstd", "plain"])
@pytest.mark.parametrize("cut", [1, 5, 100, 200])
def test_torn_files_of_other_kinds(packing: str, cut: int) -> None:
    members = PACKINGS[packing](FOUR)
    ends, faults = read(b"".join(members)[:-cut])
    assert ends[:3] == ["read"] * 3
    assert "read" not in ends[3:]
    assert faults == [f"torn at byte {sum(map(len, members[:3])):,}"]


def test_a_torn_file_of_one_member_says_so() -> None:
    content = gzip.compress(b"".join(FOUR))[:-9]
    ends, faults = read(content)
    assert ends == ["read", "read", "read", "torn"]
    assert faults == [f"torn at byte {len(content):,}"]


def test_every_flipped_bit_is_noticed_and_costs_one_record() -> None:
    whole = b"".join(GZIP)
    harmless = range(STARTS[1] + 3, STARTS[1] + 10)  # a member's time, level and system, which nobody reads
    for at in range(STARTS[1], STARTS[2], 7):
        if at in harmless:
            continue
        content = bytearray(whole)
        content[at] ^= 0x10
        ends, faults = read(bytes(content))
        assert ends.count("read") == 3, at
        assert faults, at
        assert faults[0].startswith(f"damaged at byte {STARTS[1]:,}"), at


def test_a_flipped_bit_in_a_file_without_checksums_is_noticed_by_its_digest() -> None:
    block = http(b"<p>Isi.")
    sha1 = base64.b32encode(hashlib.sha1(block).digest()).decode()
    good = record("https://news.okezone.com/a", block, WARC_Block_Digest=f"sha1:{sha1}")
    bad = good.replace(b"Isi.", b"Isj.")
    for pack in (frames, list):
        assert read(b"".join(pack([good, bad, good])))[0] == ["read", "damaged", "read"]


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("length", [10, 100_000, 2**31 + 1, 2**62])
def test_a_record_that_lies_about_its_length_takes_no_other_with_it(packing: str, length: int) -> None:
    liar = record("https://news.okezone.com/liar", http(b"x" * 3000), length=length)
    ends, faults = read(b"".join(PACKINGS[packing]([FOUR[0], liar, *FOUR[1:]])))
    assert ends == ["read", "damaged", "read", "read", "read"]
    assert len(faults) == 1
    assert "damaged at byte" in faults[0]


def test_a_record_larger_than_any_page_is_passed_over_in_flat_memory() -> None:
    """Of 40 MB here: of 2 GiB it is the same, for as much longer."""
    large = gzip.compress(record("https://news.okezone.com/besar", http(b"\0" * 40_000_000)), 1)
    content = b"".join([GZIP[0], large, *GZIP[1:]])
    tracemalloc.start()
    ends, faults = read(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (ends, faults) == (["read", "too large", "read", "read", "read"], [])
    assert peak < 8_000_000


def test_what_stands_between_records_is_said_and_passed_over() -> None:
    empty = gzip.compress(b"", mtime=0)
    assert read(b"".join([GZIP[0], empty, *GZIP[1:]])) == (["read"] * 4, [])
    assert read(b"".join([GZIP[0], b"\0" * 90, *GZIP[1:]])) == (["read"] * 4, [f"damaged at byte {STARTS[1]:,}"])
    assert read(b"".join([*GZIP, b"\0" * 90])) == (["read"] * 4, [f"damaged at byte {STARTS[4]:,}"])
    ends, faults = read(b"".join([GZIP[0], gzip.compress(b"halo " * 40), *GZIP[1:]]))
    assert ends == ["read"] * 4
    assert faults == [f"damaged at byte {STARTS[1]:,}: no record"]


def test_a_dictionary_in_front_is_used() -> None:
    made = zstd.train_dict([*FOUR * 20, *(bytes([n]) * 50 for n in range(50))], 2000)
    for content in (made.dict_content, zstd.compress(made.dict_content)):
        members = [zstd.compress(one, zstd_dict=made) for one in FOUR]
        file = struct.pack("<II", 0x184D2A5D, len(content)) + content + b"".join(members)
        assert read(file) == (["read"] * 4, [])
        ends, faults = read(file[:-30])
        assert ends[:3] == ["read"] * 3
        assert "read" not in ends[3:]
        assert faults == [f"torn at byte {len(file) - len(members[3]):,}"]


@pytest.mark.parametrize("content", [b"", b"<html>halo</html>", b"PK\3\4halo", b"%PDF-1.7"])
def test_what_is_no_archive_is_said(content: bytes) -> None:
    with pytest.raises(NoArchive, match="no WARC file" if content else "empty file"):
        read(content)


@pytest.mark.parametrize(
    "content", [gzip.compress(b"halo " * 99, mtime=0), b"\x1f\x8b\x08" + bytes(range(90)), b"WARC/halo"]
)
def test_what_only_begins_like_one_holds_nothing(content: bytes) -> None:
    ends, faults = read(content)
    assert ends == []
    assert faults


def test_a_disk_that_fails_is_not_taken_for_a_damaged_file() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 0:
                raise ReadFailed("Input/output error")
            return super().read(size if size is None or size < 100 else 100)

    records = Records(Failing(b"".join(GZIP)), lambda _: "")
    with pytest.raises(ReadFailed):
        list(records)


def test_line_ends_dates_and_brackets_as_others_write_them() -> None:
    block = http(b"<p>Isi.")
    odd = record("<https://news.okezone.com/a>", block, date="2026-07-24T10:00:00.123456Z")
    worse = record("https://news.okezone.com/b", block, date="kemarin")
    heads = []
    records = Records(io.BytesIO(b"".join(packed([odd, worse]))), lambda head: heads.append(head) or "")  # type: ignore[func-returns-value]
    assert [r.end for r in records] == ["", ""]
    assert [head.url for head in heads] == ["https://news.okezone.com/a", "https://news.okezone.com/b"]
    assert heads[0].date is not None
    assert heads[1].date is None
