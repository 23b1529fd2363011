"""Files in which somebody has saved pages, and the records that `extract -o` makes of a folder of them."""

from __future__ import annotations

import csv
import gzip
import json
import os
import quopri
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.portals.saved import MOST_BYTES, saved_page
from newscrawl.storing.writing import WRITERS
from tests.commands.inside import runner

URL = "https://news.okezone.com/read/2026/07/24/337/9910777/panen-kopi-di-lereng-sora"
PAGE = f"""<!DOCTYPE html><html lang="id"><head><title>Panen Kopi di Lereng Sora</title>
<link rel="canonical" href="{URL}"><meta property="og:type" content="article">
<meta property="og:title" content="Panen Kopi di Lereng Sora"></head><body><h1>Panen Kopi di Lereng Sora</h1>
<div class="isi"><p>SORA - Petani di lereng Sora memanen kopi dua pekan lebih awal karena kemarau datang.</p>
<p>Ketua kelompok tani, Ratna Wulan, mengatakan hasil tahun ini cukup untuk membayar pupuk musim depan.</p></div>
</body></html>""".encode()
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: %s\r\nDate: Fri, 24 Jul 2026 18:00:00 +0700\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--B"\r\n\r\n----B\r\n'
    b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: %s\r\n\r\n%s\r\n"
    b"----B\r\nContent-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n<p>Iklan\r\n----B--\r\n"
) % (URL.encode(), URL.encode(), quopri.encodestring(PAGE))


@pytest.mark.parametrize(
    "note",
    [
        b"<!-- saved from url=(0074)%s -->",
        b"<!--\n Page saved with SingleFile \n url: %s \n saved date: Fri Jul 24 2026 -->",
    ],
)
def test_the_address_is_the_one_under_which_a_page_was_saved(note: bytes) -> None:
    assert saved_page(note % URL.encode() + b"<link rel=canonical href=https://www.okezone.com/>").address == URL


@pytest.mark.parametrize(
    ("date", "at"),
    [
        ("Fri Jul 24 2026 18:00:00 GMT+0700 (WIB)", "2026-07-24T18:00:00+07:00"),
        ("Fri Jul 99 2026 18:00:00 GMT+0700", None),
    ],
)
def test_singlefile_notes_when_a_page_was_saved(date: str, at: str | None) -> None:
    page = saved_page(f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: {date}\n-->".encode())
    assert page == replace(page, url=URL, saved_at=datetime.fromisoformat(at) if at else None)


def bundle(saved_as: str, *parts: tuple[str, bytes], date: str = "Fri, 24 Jul 2026 18:00:00 +0700") -> bytes:
    """MHTML of parts, each of a Content-Location and HTML."""
    top = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {saved_as}\r\nDate: {date}\r\n"
    bodies = [
        f"--B\r\nContent-Type: text/html\r\nContent-Location: {url}\r\n\r\n".encode() + html for url, html in parts
    ]
    return top.encode() + b"Content-Type: multipart/related; boundary=B\r\n\r\n" + b"\r\n".join([*bodies, b"--B--"])


def test_the_page_of_a_bundle_is_the_part_that_it_was_saved_as() -> None:
    page = saved_page(bundle(URL, ("https://iklan.example/", b"<p>Iklan"), (URL, PAGE)))
    assert (page.url, page.body) == (URL, PAGE)


@pytest.mark.parametrize("place", ["cid:frame-1@mhtml.blink", "file:///C:/Unduhan/panen.html"])
def test_a_place_in_a_bundle_or_on_a_disk_is_no_address(place: str) -> None:
    assert saved_page(bundle(place, (place, PAGE))).address == URL
    assert saved_page(bundle(f"=?utf-8?Q?{URL[:40]}?=\r\n =?utf-8?Q?{URL[40:]}?=", (place, b"<p>Panen"))).address == URL


def test_the_page_of_a_bundle_may_be_of_xhtml() -> None:
    assert saved_page(bundle(URL, (URL, PAGE)).replace(b"text/html", b"application/xhtml+xml")).body == PAGE


def test_a_date_that_is_none_leaves_the_page() -> None:
    assert saved_page(bundle(URL, (URL, PAGE), date="Fri, 24 Jul 2026 18:99999999999:00 +0700")).saved_at is None


def test_a_warc_file_is_not_read_as_one_page() -> None:
    with pytest.raises(NotAnArticle, match="not HTML: a WARC file"):
        extract(b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + PAGE, URL)


def test_a_page_tells_its_own_address_or_none() -> None:
    assert saved_page(PAGE).address == URL
    assert saved_page(b"<h1>Panen").address is None


def test_the_page_is_taken_out_of_what_it_is_packed_in() -> None:
    assert saved_page(gzip.compress(PAGE)).body == PAGE
    page = saved_page(MHTML)
    assert (page.url, page.saved_at) == (URL, datetime.fromisoformat("2026-07-24T18:00:00+07:00"))
    assert page.body.split() == PAGE.split()
    with pytest.raises(NotAnArticle, match="not HTML: the compressed body ends too early"):
        saved_page(gzip.compress(PAGE)[:99])
    with pytest.raises(NotAnArticle, match="without a page of HTML"):
        saved_page(b"From: <Saved by Blink>\r\nContent-Type: text/plain\r\n\r\nPanen")


@pytest.mark.parametrize(("body", "why"), [(MHTML, "in one file"), (gzip.compress(PAGE), "compressed")])
def test_what_is_packed_is_no_page_for_extract(body: bytes, why: str) -> None:
    with pytest.raises(NotAnArticle, match=f"not HTML: .*{why}"):
        extract(body, URL)


def test_a_folder_of_pages_is_one_file_and_a_table_of_what_gave_none(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "a.html": PAGE,
        "a_files/frame.html": b"<p>Iklan",
        "b/satu.mhtml": MHTML,
        "b/tanpa alamat.html": b"<h1>Panen",
        "b/lain.html": PAGE.replace(b"news.okezone.com", b"kabar.example"),
        "kosong.html": b"",
    }.items():
        path = Path("pages", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    Path("pages/putus.html").symlink_to("tiada")
    Path("pages/b/di atas").symlink_to("..")
    run = runner(Path("data"), capfd)
    status, out, told = run("extract", "-o", "saved.jsonl", "pages")
    assert (status, out) == (1, [])
    records = [json.loads(line) for line in Path("saved.jsonl").read_text().splitlines()]
    assert [record["file"] for record in records] == ["pages/a.html", "pages/b/satu.mhtml"]
    assert {record["title"] for record in records} == {"Panen Kopi di Lereng Sora"}
    assert [record["fetched_at"] for record in records] == [None, "2026-07-24T18:00:00+07:00"]
    failed = list(csv.DictReader(Path("saved.failed.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["file"], row["reason"]) for row in failed] == [
        ("pages/b/lain.html", "unknown portal"),
        ("pages/b/tanpa alamat.html", "no address"),
        ("pages/kosong.html", "empty page"),
        ("pages/putus.html", "cannot be read"),
    ]
    assert told == [
        "newscrawl: reading 6 files",
        "newscrawl: 2 records in saved.jsonl, 4 files without: saved.failed.csv says why",
        "newscrawl:   1 unknown portal: --any reads pages of sites without rules",
        "newscrawl:   1 no address: scrapy extract URL FILE reads a page by yours",
        "newscrawl:   1 empty page",
        "newscrawl:   1 cannot be read",
        "newscrawl:   1 record of an article that an earlier file has: the same id",
    ]
    assert run("extract", "--any", "-o", "saved.jsonl", "pages/b/lain.html")[0] == 0
    assert len(Path("saved.failed.csv").read_text().splitlines()) == 1


def pages(folder: Path, *names: str | bytes) -> None:
    """Save the page under names in a folder."""
    folder.mkdir()
    for name in names:
        (folder / os.fsdecode(name)).write_bytes(PAGE)


def failed(beside: Path) -> list[tuple[str, str]]:
    rows = list(csv.reader(beside.read_text(encoding="utf-8-sig").splitlines()))
    return [(file, reason) for file, _, reason, _ in rows[1:]]


def test_no_file_ends_the_reading_of_the_others(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pages(Path("pages"), "a.html", b"b\xff.html", "baris\nbaru.html", "z.html")
    os.mkfifo("pages/pipa.html")
    Path("pages/nol.html").symlink_to("/dev/zero")
    with Path("pages/besar.html").open("wb") as large:
        large.truncate(MOST_BYTES + 1)
    calls = iter(range(9))

    def reader(*given: Any, **options: Any) -> Any:
        if next(calls) == 0:
            raise RecursionError("terlalu dalam")
        return extract(*given, **options)

    monkeypatch.setattr("newscrawl.portals.saved.extract", reader)
    status, _, told = runner(Path("data"), capfd)("extract", "-o", "saved.jsonl", "pages")
    assert status == 1
    records = [json.loads(line) for line in Path("saved.jsonl").read_text().splitlines()]
    assert [record["file"] for record in records] == ["pages/baris\nbaru.html", "pages/b\\xff.html", "pages/z.html"]
    assert failed(Path("saved.failed.csv")) == [
        ("pages/a.html", "reader failed"),
        ("pages/besar.html", "too large"),
        ("pages/nol.html", "cannot be read"),
        ("pages/pipa.html", "cannot be read"),
    ]
    assert told[1] == "newscrawl: 3 records in saved.jsonl, 4 files without: saved.failed.csv says why"


@pytest.mark.parametrize("ending", WRITERS)
def test_every_form_has_all_pages_of_an_article_and_what_was_written_is_not_read(
    ending: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run, folder = runner(tmp_path / "data", capfd), tmp_path / "pages"
    pages(folder, "1.html", "2.html")
    output = folder / f"saved{ending}"
    for _ in range(2):
        assert run("extract", "-o", str(output), str(folder)) == (
            0,
            [],
            [
                "newscrawl: reading 2 files",
                f"newscrawl: 2 records in {output}",
                "newscrawl:   1 record of an article that an earlier file has: the same id",
            ],
        )
    if ending == ".db":
        with closing(sqlite3.connect(output)) as db:
            assert db.execute("SELECT file FROM articles ORDER BY file").fetchall() == [
                (str(folder / name),) for name in ("1.html", "2.html")
            ]


def test_a_text_cut_for_excel_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page, output = tmp_path / "page.html", tmp_path / "x.xlsx"
    page.write_bytes(PAGE.replace(b"musim depan.", b"musim depan dan " + b"musim sesudahnya " * 2500))
    status, _, told = runner(tmp_path / "data", capfd)("extract", "-o", str(output), str(page))
    assert (status, told[1][:26]) == (0, "newscrawl: cut 1 text at 3")


def test_a_folder_without_a_file_leaves_what_was_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder, output = tmp_path / "pages", tmp_path / "saved.csv"
    folder.mkdir()
    output.write_text("lama")
    run = runner(tmp_path / "data", capfd)
    assert run("extract", "-o", str(output), str(folder)) == (1, [], [f"newscrawl: no file in {folder}"])
    assert output.read_text() == "lama"


def test_one_page_needs_no_address(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path / "data", capfd)
    page = tmp_path / "page.html"
    page.write_bytes(PAGE)
    status, out, _ = run("extract", str(page))
    assert (status, json.loads("\n".join(out))["url"]) == (0, URL)
    page.write_bytes(b"<h1>Panen")
    assert run("extract", str(page)) == (
        1, [], ["newscrawl: the page does not tell its address: scrapy extract URL FILE"]
    )  # fmt: skip
    assert "many pages: scrapy extract -o FILE FOLDER" in run("extract", str(tmp_path))[2][0]
    assert run("extract", "-o", str(tmp_path / "a.jsonl"), URL, str(page))[0] == 2
