"""`scrapy archive`: every record ends as one thing, pages and captures are joined, what is done is not done again."""

from __future__ import annotations

import gzip
import json
import os
import re
import zipfile
import zlib
from argparse import Namespace
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from newscrawl.archives import captures, join, table
from newscrawl.archives.captures import Wanted
from newscrawl.archives.folder import Busy, Folder, OtherQuestion, read_json, replacing
from newscrawl.archives.inputs import NoInput, units
from newscrawl.archives.payload import page_of
from newscrawl.archives.run import StorageFailed, shard
from newscrawl.commands import archive as command
from newscrawl.reading.page import NotAnArticle
from newscrawl.storing.records import COLUMNS
from tests.archives.making import (
    FOREIGN,
    archive,
    article,
    contents,
    frames,
    html,
    http,
    job,
    packed,
    record,
    rows,
    run,
    url_of,
)
from tests.project import scrapy

LONG = "".join(f" Kalimat tambahan nomor {n} tentang bibit mangga di lereng bukit itu." for n in range(8))


# -- one file --------------------------------------------------------------------------------------------------------


def test_articles_come_out_as_an_export_has_them(tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", article(1), article(2))
    found, ends = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert ends == {"stored": 2}
    first = found[0]
    assert list(first) == [*(column.name for column in COLUMNS), "warc_file", "warc_record"]
    assert first["title"] == "Warga Tanam 1 Bibit Mangga"
    assert first["published_at"] == datetime(2026, 7, 24, 2, 1, 30, tzinfo=UTC)
    assert first["fetched_at"] == datetime(2026, 7, 24, 10, tzinfo=UTC)
    assert first["authors"] == ["Ratih Kumala Dewi"]
    assert first["read_by"] == "rules"
    assert first["warc_file"] == str(tmp_path / "a.warc.gz")
    assert first["warc_record"].startswith("<urn:uuid:")
    assert (tmp_path / "out/articles/okezone/2026-07/0-of-1.parquet").exists()
    query = f"SELECT count(*), min(title) FROM '{tmp_path}/out/articles/*/*/*.parquet'"
    assert duckdb.execute(query).fetchall() == [(2, "Warga Tanam 1 Bibit Mangga")]


def test_every_record_ends_as_one_thing(tmp_path: Path) -> None:
    page, gone = html(1), "https://news.okezone.com/read/2026/07/24/525/98{:05}/x"
    archive(
        tmp_path / "a.warc.gz",
        record("", b"software: x", kind="warcinfo"),
        article(1),
        record(url_of(1), b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(url_of(2), b"", kind="revisit"),
        record(FOREIGN, http(page)),
        record("dns:okezone.com", b"okezone.com. 1 IN A 127.0.0.1"),
        record("https://news.okezone.com/indeks", http(page)),
        record(gone.format(1), http(page, status="404 Not Found")),
        record(gone.format(2), http(b"%PDF", "Content-Type: application/pdf")),
        record(gone.format(3), http(b"")),
        record(gone.format(4), http(b"<html><body><h1>Judul</h1></body></html>")),
        record(gone.format(5), http(zlib.compress(page)[:99], "Content-Encoding: deflate")),
        record(url_of(9), page, kind="resource", Content_Type="text/html"),
    )
    found, ends = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert ends == {
        "stored": 2,
        "warcinfo record": 1,
        "request record": 1,
        "revisit record": 1,
        "not ours": 2,
        "not an article: listing": 1,
        "HTTP 404": 1,
        "not HTML": 1,
        "empty page": 1,
        "not an article: no text": 1,
        "cut body": 1,
    }
    assert len(found) == 2


def test_a_foreign_host_costs_no_look_into_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bytes] = []

    def look(block: bytes) -> Any:
        looked.append(block)
        raise NotAnArticle("x")

    monkeypatch.setattr(captures, "answer", look)
    archive(tmp_path / "a.warc.gz", *(record(f"{FOREIGN}{n}", b"\0 no HTTP at all") for n in range(50)), article(1))
    _, ends = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert ends == {"not ours": 50, "not an article: x": 1}
    assert len(looked) == 1


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(html(1))),
        ("Content-Type: text/html\r\nContent-Encoding: gzip", html(1)),  # unpacked by who kept it
        (
            "Content-Type: text/html\r\nTransfer-Encoding: chunked",
            b"%x\r\n" % len(html(1)) + html(1) + b"\r\n0\r\n\r\n",
        ),
        ("Content-Type: text/html\r\nTransfer-Encoding: chunked", html(1)),
        ("Content-Type: text/html; charset=utf-16", html(1)),  # a lie
        ("Content-Type: text/html; charset=halo\xff", html(1)),
        ("X: y", html(1)),
        ("", html(1)),
    ],
)
def test_bodies_as_different_makers_keep_them(tmp_path: Path, head: str, body: bytes) -> None:
    archive(tmp_path / "a.warc.gz", record(url_of(1), http(body, head)))
    found, _ = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert [row["title"] for row in found] == ["Warga Tanam 1 Bibit Mangga"]
    assert found[0]["text"].startswith("BANDUNG - Warga menanam 1 bibit mangga")


def test_a_wrong_charset_is_found_out_by_the_text(tmp_path: Path) -> None:
    page = html(1, " Kata “mangga” — manis.")
    archive(tmp_path / "a.warc.gz", record(url_of(1), http(page, "Content-Type: text/html; charset=iso-8859-1")))
    found, _ = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert "“mangga” — manis" in found[0]["text"]


def test_days_of_publication_portals_and_sites(tmp_path: Path) -> None:
    page = html(7).replace(b"<head>", b'<head><meta property="og:type" content="article">')
    more = b"<p>Warga yang datang dari desa dengan truk tidak akan pulang untuk makan.</p>" * 3
    archive(
        tmp_path / "a.warc.gz",
        article(1),
        article(2, date="2026-07-01T10:00:00Z"),  # before it was published: its date cannot be
        record("https://kabar.example.co.id/2026/07/bibit-mangga-di-lereng", http(page.replace(b"</body>", more))),
        record("https://kabar.example.co.id/", http(page)),
    )

    def ends(name: str, wanted: Wanted) -> dict[str, int]:
        return run(tmp_path / name, tmp_path / "a.warc.gz", wanted=wanted)[1]

    assert ends("1", Wanted(since=date(2026, 7, 24), until=date(2026, 7, 24))) == {
        "stored": 1, "outside the days": 1, "not ours": 2,
    }  # fmt: skip
    assert ends("2", Wanted(until=date(2026, 7, 23))) == {"outside the days": 1, "no date": 1, "not ours": 2}
    assert ends("3", Wanted(portals=("detik",))) == {"not ours": 4}
    assert ends("4", Wanted(any_site=True)) == {"stored": 3, "not an article: listing": 1}
    of_site = next(row for row in rows(tmp_path / "4") if row["portal"] != "okezone")
    assert (of_site["read_by"], of_site["title"]) == ("shape", "Warga Tanam 7 Bibit Mangga")
    assert of_site["portal"] == "kabar-example-co-id"


def test_a_page_of_no_known_template_is_read_by_its_shape_unless_strict(tmp_path: Path) -> None:
    page = html(1).replace(b"c-detail read", b"isi-baru")
    archive(tmp_path / "a.warc.gz", record(url_of(1), http(page.replace(b"dari tiga kampung.", LONG.encode()))))
    found, _ = run(tmp_path / "out", tmp_path / "a.warc.gz")
    assert [row["read_by"] for row in found] == ["shape"]
    assert run(tmp_path / "2", tmp_path / "a.warc.gz", wanted=Wanted(strict=True))[1] == {"not an article: no text": 1}


def test_a_page_that_raises_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(said: Any) -> bytes:
        if b"Tanam 2 " in said.body:
            raise RecursionError
        return page_of(said)

    monkeypatch.setattr(captures, "page_of", failing)
    archive(tmp_path / "a.warc.gz", *map(article, range(1, 4)))
    assert run(tmp_path / "out", tmp_path / "a.warc.gz")[1] == {"stored": 2, "not read: RecursionError": 1}


# -- several ---------------------------------------------------------------------------------------------------------


def test_bad_files_are_said_and_the_others_read(tmp_path: Path) -> None:
    good, torn = (
        archive(tmp_path / "good.warc.gz", article(1)),
        archive(tmp_path / "torn.warc.gz", article(2), article(3)),
    )
    torn.write_bytes(torn.read_bytes()[:-20])
    (tmp_path / "empty.warc.gz").write_bytes(b"")
    (tmp_path / "page.warc").write_bytes(b"<html>")
    (tmp_path / "other.warc.gz").write_bytes(gzip.compress(b"halo"))
    (tmp_path / "broken.wacz").write_bytes(b"PK")
    (tmp_path / "all.paths").write_text(f"{tmp_path}/gone.warc.gz\n")
    said: list[str] = []
    made = job(tmp_path / "out", tmp_path, tmp_path / "all.paths", say=said.append)
    made.read()
    made.join()
    assert (made.failed, made.faulty) == (5, 1)
    start = len(packed([article(2)])[0])
    assert sorted(line.removeprefix(f"{tmp_path}/") for line in said) == [
        "broken.wacz: could not be read: File is not a zip file",
        "empty.warc.gz: an empty file",
        "gone.warc.gz: could not be read: No such file or directory",
        "other.warc.gz: no WARC file, unpacked it begins with b'halo'",
        "page.warc: no WARC file: a page and no archive: saved pages are read by `scrapy extract -o`",
        f"torn.warc.gz: torn at byte {start:,}",
    ]
    assert len(rows(tmp_path / "out")) == 2
    torn_unit = next(unit for unit in made.units if unit.address == str(torn))
    done = made.folder.unit_done(torn_unit.key)
    assert done
    assert done["ends"] == {"stored": 1, "torn": 1}
    assert done["faults"] == [f"torn at byte {start:,}"]
    assert good.exists()


def test_what_is_done_is_not_done_again_and_a_new_file_is_added(tmp_path: Path) -> None:
    out, files = tmp_path / "out", tmp_path / "files"
    archive(files / "a.warc.gz", article(1))
    run(out, files)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file() and path.name != "joined.json"}
    made = job(out, files)
    assert made.read() == 0
    made.join()
    assert before == {p: p.stat().st_mtime_ns for p in before}
    archive(files / "b.warc.gz", article(2), article(1, "2026-07-25T10:00:00Z", LONG))
    made = job(out, files)
    assert made.read() == 1
    made.join()
    assert [(row["id"][-1], row["revision"]) for row in rows(out)] == [("2", 1), ("2", 2), ("3", 1)]
    archive(files / "a.warc.gz", article(1), article(5))  # of another length since
    assert job(out, files).read() == 1


def test_what_was_read_of_a_file_stays_where_it_can_no_longer_be_read(tmp_path: Path) -> None:
    out, file = tmp_path / "out", archive(tmp_path / "a.warc.gz", article(1))
    run(out, file)
    for content in (b"halo", b""):
        file.write_bytes(content)
        made = job(out, file, say=lambda _: None)
        made.read()
        made.join()
        assert (made.failed, len(rows(out))) == (1, 1)
    archive(file, article(1), article(2))
    assert len(run(out, file)[0]) == 2


def test_portals_are_joined_together_up_to_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = html(7).replace(b"<head>", b'<head><meta property="og:type" content="article">')
    more = b"<p>Warga yang datang dari desa dengan truk tidak akan pulang untuk makan.</p>" * 3
    sites = [f"https://kabar{n}.example.co.id/2026/07/bibit-mangga-di-lereng" for n in range(4)]
    pages = [record(url, http(page.replace(b"</body>", more))) for url in sites]
    archive(tmp_path / "a.warc.gz", *pages[:3], article(1))
    run(tmp_path / "one", tmp_path / "a.warc.gz", wanted=Wanted(any_site=True))
    assert [path.name for path in (tmp_path / "one/joined").iterdir()] == ["kabar0-example-co-id+3-0-1.json"]
    archive(tmp_path / "b.warc.gz", pages[3])
    grown, _ = run(tmp_path / "one", tmp_path, wanted=Wanted(any_site=True))
    assert [path.name for path in (tmp_path / "one/joined").iterdir()] == ["kabar0-example-co-id+4-0-1.json"]
    monkeypatch.setattr(join, "TOGETHER_BYTES", 1)
    alone, _ = run(tmp_path / "many", tmp_path, wanted=Wanted(any_site=True))
    assert alone == grown
    assert len(list((tmp_path / "many/joined").iterdir())) == 5


def test_only_what_a_done_file_names_counts(tmp_path: Path) -> None:
    out = tmp_path / "out"
    archive(tmp_path / "a.warc.gz", article(1), article(2))
    run(out, tmp_path / "a.warc.gz")
    whole = contents(out)
    done, parquet = next((out / "done").iterdir()), next((out / "units").iterdir())
    done.unlink()
    parquet.write_bytes(b"half of it")
    (out / "units" / "stray.parquet").write_bytes(b"x")
    (out / "articles/okezone/2026-07/9-of-9.parquet").write_bytes(b"x")
    (out / "units" / f".{parquet.name}.{Folder(out).root.name}.1.part").write_bytes(b"x")
    run(out, tmp_path / "a.warc.gz")
    after = contents(out)
    assert {name: after[name] for name in whole} == whole
    assert not (out / "articles/okezone/2026-07/9-of-9.parquet").exists()


def test_an_unbalanced_done_file_is_noticed(tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", article(1))
    run(tmp_path / "out", tmp_path / "a.warc.gz")
    done = next((tmp_path / "out/done").iterdir())
    said = read_json(done)
    assert said
    done.write_text(json.dumps({**said, "rows": 2}))
    with pytest.raises(AssertionError, match="2 rows were stored, 1 joined"):
        job(tmp_path / "out", tmp_path / "a.warc.gz").join()


def test_shards_make_what_one_run_makes(tmp_path: Path) -> None:
    for number in range(7):
        archive(tmp_path / f"files/{number}.warc.gz", *map(article, range(number, number + 3)))
    run(tmp_path / "one", tmp_path / "files")
    for number in (3, 1, 2):
        made = job(tmp_path / "many", tmp_path / "files")
        made.units = shard(made.units, number, 3)
        made.read()
    run(tmp_path / "many", tmp_path / "files")
    assert contents(tmp_path / "many") == contents(tmp_path / "one")


def test_a_folder_is_for_one_question(tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", article(1))
    run(tmp_path / "out", tmp_path / "a.warc.gz")
    with pytest.raises(OtherQuestion, match=r"was made for everything, not for since=2026-07-01: name another"):
        Folder(tmp_path / "out").begin(Wanted(since=date(2026, 7, 1)))
    with pytest.raises(OtherQuestion, match="holds something else"):
        Folder(tmp_path).begin(Wanted())


def test_a_folder_that_was_hardly_begun_is_begun_again(tmp_path: Path) -> None:
    left = tmp_path / "out/.archive.json.vm.999999999.part"
    left.parent.mkdir()
    left.write_bytes(b"half")
    Folder(tmp_path / "out").begin(Wanted())
    assert not left.exists()
    (tmp_path / "out/units").rmdir()  # killed between the question and its folders
    archive(tmp_path / "a.warc.gz", article(1))
    assert len(run(tmp_path / "out", tmp_path / "a.warc.gz")[0]) == 1


def killed_at(nth: int, place: str, root: Path, files: Path) -> bool:
    """Read and join in a process of its own that is gone at the n-th call of a function; False where it ends before."""
    child = os.fork()
    if not child:
        owner, name = (os, place) if place == "fsync" else (Path, place)
        call, count = getattr(owner, name), 0

        def counted(*given: Any, **more: Any) -> Any:
            nonlocal count
            count += 1
            return os._exit(9) if count == nth else call(*given, **more)

        setattr(owner, name, counted)
        try:
            run(root, files)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("place", ["fsync", "replace", "unlink", "mkdir"])
def test_a_job_that_is_killed_in_any_step_is_made_whole_by_the_next(tmp_path: Path, place: str) -> None:
    archive(tmp_path / "files/a.warc.gz", article(1))
    run(tmp_path / "whole", tmp_path / "files")
    whole = contents(tmp_path / "whole")
    for nth in range(1, 60, 2):
        root = tmp_path / f"{nth}"
        was_killed = killed_at(nth, place, root, tmp_path / "files")
        run(root, tmp_path / "files")
        assert contents(root) == whole
        if not was_killed:
            break
    assert nth > 1


def test_one_run_works_in_a_folder_and_shares_side_by_side(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    folder.begin(Wanted())
    with folder.held(alone=False), folder.held(alone=False), pytest.raises(Busy, match="another run is at work in it"):
        folder.held(alone=True).__enter__()
    with folder.held(alone=True), pytest.raises(Busy):
        folder.held(alone=False).__enter__()
    (tmp_path / "out/.lock").touch()  # by a process that was killed
    with folder.held(alone=True):
        pass
    assert not (tmp_path / "out/.lock").exists()


def test_a_full_disk_ends_the_job_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(tmp_path / "a.warc.gz", article(1))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    made = job(tmp_path / "out", tmp_path / "a.warc.gz")
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(StorageFailed, match="No space left on device"):
            made.read()
    assert not list((tmp_path / "out/units").iterdir())
    assert made.read() == 1


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), replacing(path) as file:
        file.writelines([b"new", None])  # type: ignore[list-item]
    assert contents(tmp_path) == {"a": b"old"}


# -- where archives are ------------------------------------------------------------------------------------------------


def test_lists_folders_patterns_and_wacz(tmp_path: Path) -> None:
    one = archive(tmp_path / "d/1.warc.gz", article(1))
    (tmp_path / "d/2.warc.zst").write_bytes(b"".join(frames([article(2)])))
    (tmp_path / "d/3.warc").write_bytes(article(3))
    for name, packing in (("d/4.wacz", zipfile.ZIP_STORED), ("d/İ/5.wacz", zipfile.ZIP_DEFLATED)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(tmp_path / name, "w", packing) as file:
            file.writestr("datapackage.json", "{}")
            file.writestr("archive/data.warc.gz", b"".join(packed([article(int(Path(name).stem)), article(9)])))
    (tmp_path / "warc.paths").write_text("d/1.warc.gz\n\nd/3.warc\n")
    with gzip.open(tmp_path / "warc.paths.gz", "wt") as list_file:
        list_file.write("1.warc.gz\n")
    assert [unit.address.removeprefix(f"{tmp_path}/d/") for unit in units([str(tmp_path / "d")])] == [
        "1.warc.gz", "2.warc.zst", "3.warc", "4.wacz#archive/data.warc.gz", "İ/5.wacz#archive/data.warc.gz",
    ]  # fmt: skip
    assert len(units([str(tmp_path / "d/*.gz"), str(one), f"file://{one}"])) == 1
    assert len(units([str(tmp_path / "warc.paths")])) == 2
    assert units([str(tmp_path / "warc.paths.gz")], base=str(tmp_path / "d"))[0].address == str(one)
    found, ends = run(tmp_path / "out", tmp_path / "d")
    assert ends == {"stored": 7}
    assert len(found) == 6


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none.warc.gz", "there is no such file"),
        ("*.warc", "there is no such file"),
        ("sub", r"no file in it ends in \.warc, "),
        ("list.paths", "is no whole address and no file beside the list: .* --base https://"),
        ("nodriver://a/b.warc.gz", "Protocol not known: nodriver"),
    ],
)
def test_an_input_that_cannot_be_used_says_what_to_do(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "list.paths").write_text("crawl-data/CC-NEWS/2026/07/CC-NEWS-1.warc.gz\n")
    (tmp_path / "sub").mkdir()
    with pytest.raises(NoInput, match=words):
        units([name if "://" in name else str(tmp_path / name)])


def test_archives_elsewhere_are_read_through_fsspec(tmp_path: Path) -> None:
    memory = pytest.importorskip("fsspec").filesystem("memory")
    memory.pipe("/bucket/a.warc.gz", b"".join(packed(map(article, range(3)))))
    memory.pipe("/bucket/torn.warc.gz", b"".join(packed(map(article, range(3))))[:-9])
    said: list[str] = []
    made = job(tmp_path / "out", "memory://bucket/*.warc.gz", say=said.append)
    made.read()
    made.join()
    assert len(rows(tmp_path / "out")) == 3
    assert [re.sub(r"[\d,]+$", "N", line) for line in said] == ["memory:///bucket/torn.warc.gz: torn at byte N"]
    memory.rm("/bucket/a.warc.gz")
    made = job(tmp_path / "2", "memory://bucket/torn.warc.gz", say=said.append)
    memory.rm("/bucket/torn.warc.gz")
    made.read()
    assert made.failed == 1
    assert "could not be read" in said[-1]


# -- one article -----------------------------------------------------------------------------------------------------


def capture(**given: Any) -> dict[str, Any]:
    """A row as a unit has it."""
    empty: dict[str, Any] = {column.name: column.read(None) for column in COLUMNS}
    row = {
        **empty, "id": "okezone-1", "portal": "okezone", "title": "Judul", "text": "Satu.\n\nDua.", "part": 1,
        "parts": 1, "cut": False, "fetched_at": datetime(2026, 7, 24, tzinfo=UTC), "read_by": "rules", "warc_file": "a",
        "warc_record": "r", "complete": given.get("parts", 1) == 1,
    }  # fmt: skip
    day = given.pop("day", None)
    return {**row, **({"fetched_at": datetime(2026, 7, day, tzinfo=UTC)} if day else {}), **given}


def versions(*captures: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, int]]:
    ends: Any = Counter()
    made = join.joined(list(captures), ends)
    assert sum(ends.values()) == len(captures)
    return made, dict(ends)


def test_captures_of_one_version_are_one_article_and_versions_stand_in_order() -> None:
    new = "Satu.\n\nDua.\n\nTiga yang baru."
    made, ends = versions(capture(day=3, text=new), capture(day=1), capture(day=2), capture(day=4, text=new))
    assert [(v["revision"], v["text"], v["fetched_at"][:10]) for v in made] == [
        (1, "Satu.\n\nDua.", "2026-07-01"),
        (2, new, "2026-07-03"),
    ]
    assert ends == {"revision": 2, "unchanged": 2}


def test_a_worse_copy_is_no_version() -> None:
    made, ends = versions(capture(day=1, text=LONG), capture(day=2, text=LONG[:200], paywalled=True))
    assert len(made) == 1
    assert ends == {"revision": 1, "worse: paywalled": 1}


def test_pages_are_joined_with_those_captured_nearest() -> None:
    made, ends = versions(
        capture(day=1, parts=3, text="Satu."),
        capture(day=2, part=2, parts=3, text="Dua."),
        capture(day=9, part=2, parts=3, text="Dua, diperbarui."),
        capture(day=3, part=3, parts=3, text="Tiga."),
        capture(day=9, parts=3, text="Satu, diperbarui."),
        capture(day=5, part=2, parts=3, text="Dua."),
    )
    assert [(v["text"], v["pages"], v["complete"]) for v in made] == [
        ("Satu.\n\nDua.\n\nTiga.", 3, True),
        ("Satu, diperbarui.\n\nDua, diperbarui.\n\nTiga.", 3, True),
    ]
    assert ends == {"revision": 2, "page of another": 3, "page not used": 1}


def test_a_missing_page_makes_it_incomplete_and_a_whole_page_stands_for_all() -> None:
    first, second = capture(day=1, parts=3, text="Satu."), capture(day=1, part=2, parts=3, text="Dua.")
    made, _ = versions(first, second)
    assert [(v["text"], v["pages"], v["complete"]) for v in made] == [("Satu.\n\nDua.", 2, False)]
    whole = capture(day=2, part=0, parts=3, pages=3, complete=True, text="Satu.\n\nDua.\n\nTiga.")
    made, ends = versions(first, second, whole)
    assert [(v["text"], v["complete"]) for v in made] == [("Satu.\n\nDua.\n\nTiga.", True)]
    assert ends == {"revision": 1, "page of another": 1, "worse: incomplete": 1}
    made, _ = versions(second)
    assert [(v["text"], v["complete"]) for v in made] == [("Dua.", False)]
    repeated = capture(day=1, part=2, parts=2, text="Satu.")  # the site shows page 1 again
    made, _ = versions(capture(day=1, parts=2, text="Satu."), repeated)
    assert [(v["text"], v["complete"]) for v in made] == [("Satu.", False)]


def test_buckets_and_runs_change_nothing_but_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        archive(tmp_path / f"files/{number}.warc.gz", *map(article, range(number, number + 9)))
    found, _ = run(tmp_path / "one", tmp_path / "files")
    monkeypatch.setattr(join, "BUCKET_BYTES", 10_000)
    monkeypatch.setattr(table, "RUN_BYTES", 9_000)
    monkeypatch.setattr(table, "GROUP", 3)
    assert run(tmp_path / "many", tmp_path / "files")[0] == found
    assert len(list((tmp_path / "many/articles/okezone/2026-07").iterdir())) > 3
    assert len(found) == 12


# -- the command -----------------------------------------------------------------------------------------------------


def test_the_command_reads_tells_and_ends_truly(tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", article(1), record(FOREIGN, http(b"")))
    (tmp_path / "b.warc.gz").write_bytes(b"halo")
    done = scrapy("archive", str(tmp_path), "-o", str(tmp_path / "out"), "--workers", "1")
    assert done.stdout.splitlines() == [
        "1 file, 2 records, 1 page of articles",
        "  not ours 1",
        "joined: 1 version of articles",
    ]
    assert done.stderr.splitlines() == [
        f"newscrawl: {tmp_path}/b.warc.gz: no WARC file, it begins with b'halo'",
        "newscrawl: 1 file could not be read; run it again to try once more",
    ]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"portals": "okezon"}, "unknown portal 'okezon'"),
        ({"since": "2026-7-1"}, "--since '2026-7-1' is not a day"),
        ({"since": "2026-07-02", "until": "2026-07-01"}, "lies after"),
        ({"portals": "okezone", "any": True}, "exclude each other"),
        ({"shard": "3/2"}, "--shard '3/2' is no share"),
        ({"shard": "half"}, "write I/N"),
        ({"workers": "0"}, "--workers '0' is not a whole number"),
    ],
)
def test_a_wrong_option_ends_in_one_line(given: dict[str, Any], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = Namespace(**{"portals": "", "since": None, "until": None, "any": False, "strict": False, **given})

    def check() -> None:
        command.question(options)
        command.number_of(given.get("shard"))
        command.whole_number("--workers", given.get("workers", "1"))

    with pytest.raises(SystemExit) as ended:
        check()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert words in said
    assert said.count("\n") == 1


def test_the_live_line_counts_files_pages_and_time(tmp_path: Path) -> None:
    seen: list[tuple[int, int, int]] = []
    archive(tmp_path / "a.warc.gz", article(1))
    archive(tmp_path / "b.warc.gz", article(2), article(3))
    made = job(tmp_path / "out", tmp_path)
    made.show = lambda far: seen.append((far.done, far.pages, far.articles))
    made.read()
    assert seen[0] == (0, 0, 0)
    assert seen[-1] == (2, 3, 3)
    assert seen == sorted(seen)
