"""Files as their makers write them: warcit, warcio, wget, Heritrix and Zstandard, each with its own markup."""

from __future__ import annotations

import gzip
import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from backports import zstd

from newscrawl.archives.captures import Wanted
from newscrawl.archives.folder import read_json
from newscrawl.archives.run import is_extract
from newscrawl.archives.table import UnitWriter
from tests.archives.making import archive, article, frames, html, http, job, record, run, url_of

KIND = "Content-Type: text/html; charset=UTF-8"


def chunked(body: bytes, length: int = 200) -> bytes:
    parts = (body[at : at + length] for at in range(0, len(body), length))
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def summed(content: bytes) -> bytes:
    """A frame of Zstandard with its checksum, as wget-at writes them."""
    return zstd.compress(content, options={zstd.CompressionParameter.checksum_flag: 1})


@pytest.mark.parametrize(
    "block",
    [
        http(html(1), KIND).replace(b"HTTP/1.1 200 OK", b"HTTP/2 200"),
        http(html(1), KIND).replace(b"HTTP/1.1 200 OK", b"HTTP/2.0 200 "),
        b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n" + http(html(1), KIND),
        http(chunked(gzip.compress(html(1))), f"{KIND}\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"),
        b":status: 200\r\ncontent-type: text/html\r\n\r\n" + html(1),
        http(gzip.compress(html(1)), f"{KIND}\r\nTransfer-Encoding: gzip, chunked"),
        http(html(1), 'content-type: text/html;; charset=""\r\nX-\xff: \xff\r\n folded'),
    ],
)
def test_heads_of_all_kinds(tmp_path: Path, block: bytes) -> None:
    archive(tmp_path / "a.warc.gz", record(url_of(1), block))
    (row,), ends = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert ends == {"stored": 1}
    assert row["text"].startswith("BANDUNG - Warga menanam 1 bibit mangga")
    assert row["complete"]


def test_a_saved_page_as_warcit_keeps_it(tmp_path: Path) -> None:
    page = html(1).replace(b"Ratih Kumala Dewi", b"Andr\xe9 Kumala Dewi")
    fields: Any = {"WARC_Source_URI": "file://site/bibit.html", "WARC_Creation_Date": "2026-07-25T01:00:00Z"}
    archive(
        tmp_path / "a.warc.gz",
        record("", b"software: warcit 0.4.0\r\n", kind="warcinfo", Content_Type="application/warc-fields"),
        record(url_of(1), page, kind="resource", Content_Type="text/html; charset=iso-8859-1", **fields),
        record(url_of(2), b"\x89PNG", kind="resource", Content_Type="image/png", **fields),
        record(url_of(1), b"<html>", kind="conversion", Content_Type="text/html"),
        record(url_of(1), b"{}", kind="metadata", Content_Type="application/json"),
    )
    (row,), ends = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert row["authors"] == ["André Kumala Dewi"]
    assert ends["stored"] == ends["conversion record"] == ends["metadata record"] == ends["warcinfo record"] == 1


def test_captures_of_one_article_in_several_files(tmp_path: Path) -> None:
    """The original is in one file, a revisit of it in another; the second version in a third, by other addresses."""
    url, later = url_of(1), http(html(1, " Ralat: pohonnya lebih tinggi."))
    refers: Any = {
        "WARC_Profile": "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
        "WARC_Refers_To_Target_URI": url,
        "WARC_Refers_To_Date": "2026-07-24T10:00:00Z",
    }
    archive(tmp_path / "1.warc.gz", record(url, http(html(1)), "2026-07-24T10:00:00.123456Z"))
    archive(tmp_path / "2.warc.gz", record(url, http(b""), "2026-07-25T10:00:00Z", kind="revisit", **refers))
    archive(tmp_path / "3.warc.gz", record(f"<{url.replace('https', 'http')}>", later, "2026-07-26T10:00:00Z"))
    archive(tmp_path / "4.warc.gz", record(url.replace("https://news", "HTTPS://m"), later, "2026-07-27T10:00:00Z"))
    found, ends = run(tmp_path / "out", tmp_path)
    assert ends == {"stored": 3, "revisit record": 1}
    assert [(row["revision"], row["fetched_at"].day) for row in found] == [(1, 24), (2, 26)]


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(since=date(2026, 7, 24)), Wanted(until=date(2026, 7, 24))])
def test_a_clock_that_went_wrong_costs_no_page(tmp_path: Path, wanted: Wanted) -> None:
    stamps = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2026-07-24T10:00:60Z", "2026"
    archive(tmp_path / "a.warc.gz", *(record(url_of(n), http(html(n)), at) for n, at in enumerate(stamps)))
    found, ends = run(tmp_path / "out", tmp_path / "a.warc.gz", wanted=wanted)
    assert ends == {"stored": len(stamps)}
    assert {row["fetched_at"] for row in found} == {None}


def test_what_no_checksum_vouches_for_is_counted(tmp_path: Path) -> None:
    skippable = b"\x50\x2a\x4d\x18\x02\x00\x00\x00xx"
    files = {
        "plain.warc": article(1),
        "frames.warc.zst": b"".join(frames([article(1)])),
        "summed.warc.zst": summed(article(1)),
        "skipped.warc.zst": skippable + summed(article(1)),
        "packed.warc.gz": gzip.compress(article(1)),
        "digest.warc": record(url_of(1), b"<p>", kind="resource")
        + record(
            url_of(1), html(1), kind="resource", WARC_Block_Digest="sha256:" + hashlib.sha256(html(1)).hexdigest()
        ),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    made = job(tmp_path / "out", tmp_path)
    made.read()
    found = {Path(said["address"]).name: said["unchecked"] for said in made.folder.all_done().values()}
    assert {name for name, count in found.items() if count} == {"plain.warc", "frames.warc.zst"}
    assert len(found) == len(files)


def test_a_flipped_bit_of_a_frame_with_a_checksum_is_said(tmp_path: Path) -> None:
    content = bytearray(summed(article(1)))
    content[len(content) // 2] ^= 4
    (tmp_path / "a.warc.zst").write_bytes(summed(article(2)) + content)
    found, ends = run(tmp_path / "out", tmp_path / "a.warc.zst")
    assert [row["title"] for row in found] == ["Warga Tanam 2 Bibit Mangga"]
    assert ends.get("stored") == 1
    said = read_json(next((tmp_path / "out/done").iterdir()))
    assert said
    assert "damaged at byte" in said["faults"][0] or "torn at byte" in said["faults"][0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"filedesc://x.arc 0.0.0.0 20081009013313 text/plain 76\n", "an ARC file, .*: `warcio recompress FILE"),
        (b" CDX N b a m s k r M S V g\n", "an index .CDX. and no archive: name the WARC files"),
        (
            b'com,okezone)/read/1 20260724100000 {"url": "https://okezone.com"}\n',
            "an index .CDX. and no archive",
        ),
        (b"BZh91AY&SY", "unpack it with bunzip2"),
        (b"PK\3\4", "have its name end in .wacz"),
        (b"\n<!DOCTYPE html>", "saved pages are read by `scrapy extract -o`"),
        (b'{"log": {"version": "1.2"}}', "a HAR file"),
        (b"halo", "begins with b'halo'"),
    ],
)
def test_what_is_no_archive_is_called_by_its_name(tmp_path: Path, content: bytes, words: str) -> None:
    said: list[str] = []
    for name, packed in (("a.warc", content), ("b.warc.gz", gzip.compress(content)), ("c.warc.zst", summed(content))):
        (tmp_path / name).write_bytes(packed)
    made = job(tmp_path / "out", tmp_path, say=said.append)
    made.read()
    assert made.failed == 3
    assert all(re.search(f"no WARC file.*{words}", line) for line in said), said


def test_a_record_in_segments_and_a_cut_one_are_incomplete(tmp_path: Path) -> None:
    page = http(html(1), KIND)
    archive(
        tmp_path / "a.warc.gz",
        record(url_of(1), page[:-20], WARC_Segment_Number="1"),
        record(url_of(1), page[-20:], kind="continuation", WARC_Segment_Number="2"),
        record(url_of(2), http(html(2), KIND), WARC_Truncated="length"),
    )
    found, ends = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert ends == {"stored": 2, "continuation record": 1}
    assert [row["complete"] for row in found] == [False, False]


def test_files_of_extracts_are_known() -> None:
    assert is_extract({"ends": {"warcinfo record": 1, "conversion record": 9}})
    assert not is_extract({"ends": {"warcinfo record": 1}})
    assert not is_extract({"ends": {"metadata record": 1, "not ours": 1}})


@pytest.mark.filterwarnings("error")
def test_a_row_that_cannot_be_written_leaves_nothing_open(tmp_path: Path) -> None:
    with (tmp_path / "a.parquet").open("wb") as file:
        writer = UnitWriter(file)
        writer.add({"portal": "okezone", "id": "okezone-1", "text": "Isi.", "published_at": "0001-01-01T00:00:00Z"})
        with pytest.raises(ValueError, match="no time in every zone"):
            writer.close()
    assert not writer.writer.is_open
