"""`scrapy search`: what is stored is found, at once, whatever became of the index."""

from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newscrawl.crawling.options import BEGIN
from newscrawl.storing.query import BadQuery, parse, snippet
from newscrawl.storing.search import INDEX, Index, SearchFailed
from newscrawl.storing.wanted import Wanted
from tests import forks
from tests.commands.inside import runner
from tests.project import NEWSCRAWL, ROOT, patient, scrapy
from tests.storing.stored import ZONE, record, store

SAVED = ROOT / "fixtures" / "okezone" / "2024-printed.json"
PAGE = json.loads(SAVED.read_text(encoding="utf-8"))
ZONES = {"okezone": ZONE, "kompas": "Asia/Jayapura"}


def found(data: Path, query: str | None = None, most: int = -1, **wanted: Any) -> list[str]:
    """The ids that are found, in order."""
    with Index(data, ZONES) as index:
        return [one.id for one in index.find(Wanted(parse(query) if query else None, **wanted), most)]


# -- the language ---------------------------------------------------------------------------------------------

TEXTS = {
    1: "Banjir rob merendam Demak.",
    2: "Longsor menimpa Demak setelah banjir.",
    3: "Rob di Semarang; kafé tutup.",
    4: "COVID-19 turun 5 persen.",
    5: "Membanjiri pasar: cabai murah di Brebes.",
}


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("banjir", {1, 2}),
        ("BANJIR demak", {1, 2}),
        ('"banjir rob"', {1}),
        ('"rob banjir"', set()),
        ("banjir OR rob", {1, 2, 3}),
        ("demak NOT longsor", {1}),
        ("demak -longsor", {1}),
        ("NOT longsor demak", {1}),
        ("(banjir OR rob) NOT (demak AND longsor)", {1, 3}),
        ("rob OR longsor NOT banjir", {1, 3}),
        ("kafe", {3}),
        ("kafé", {3}),
        ("covid-19", {4}),
        ("banjir*", {1, 2}),
        ("membanjir*", {5}),
        ("judul", {1, 2, 3, 4, 5}),
        ("near OR or", set()),
        ('5 "persen"', {4}),  # the 5 of a title alone is not enough
    ],
)
def test_what_a_query_finds(tmp_path: Path, query: str, numbers: set[int]) -> None:
    store(tmp_path, *(record("okezone", n, text=text) for n, text in TEXTS.items()))
    assert {int(id.removeprefix("okezone-")) for id in found(tmp_path, query)} == numbers


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "nothing to search for"),
        ("()", "nothing to search for"),
        ("NOT banjir", "NOT needs something"),
        ("banjir OR NOT rob", "NOT needs something"),
        ('"banjir', "a quotation mark is not closed"),
        ("(banjir", "a bracket is not closed"),
        ("banjir)", "a bracket is closed that was not opened"),
        ("banjir OR", "nothing stands behind OR"),
        ("OR banjir", "nothing stands in front of OR"),
        ("banjir ---", "--- has no letter or digit"),
        ("banjir AND OR rob", "nothing stands in front of OR"),
    ],
)
def test_what_is_no_query_is_said(query: str, words: str) -> None:
    with pytest.raises(BadQuery, match=words.replace("(", r"\(")):
        parse(query)


def test_a_snippet_shows_most_of_what_was_asked_for() -> None:
    text = (
        "Banjir datang. "
        + "Hujan turun terus. " * 30
        + "Di Demak banjir rob merendam jalan."
        + " Warga mengungsi." * 30
    )
    shown = snippet(text, parse('demak "banjir rob" NOT hujan').terms)
    assert "Di **Demak** **banjir rob** merendam jalan." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "**Hujan" not in shown
    assert snippet("Cuma satu.", parse("lain").terms) == "Cuma satu."
    assert snippet("Kebanjiran lagi", parse("kebanjir*").terms) == "**Kebanjiran** lagi"


# -- which articles -------------------------------------------------------------------------------------------


def test_the_newest_first_and_only_the_latest_version(tmp_path: Path) -> None:
    store(
        tmp_path,
        record("okezone", 1, published_at="2026-07-24T10:00:00+08:00", text="banjir"),
        record("okezone", 2, published_at=None, text="banjir"),
        record("okezone", 3, published_at="2026-07-24T10:00:00+07:00", text="banjir"),
        record("kompas", 4, text="banjir", revision=2),
        record("kompas", 4, text="kemarau", revision=1),
        record("kompas", 5, text="kemarau", revision=1),
        record("kompas", 5, text="banjir", revision=2),
    )
    assert found(tmp_path, "banjir") == ["kompas-4", "kompas-5", "okezone-3", "okezone-1", "okezone-2"]
    assert found(tmp_path, "kemarau") == []
    assert found(tmp_path, "banjir", 2) == ["kompas-4", "kompas-5"]
    assert found(tmp_path, most=1, portals=("okezone",)) == ["okezone-3"]


def test_days_are_the_portals_and_sections_whole(tmp_path: Path) -> None:
    late = "2026-07-24T23:30:00+07:00"  # the next day in Jayapura
    store(tmp_path, record("okezone", 1, published_at=late, section=["News", "Jawa Tengah"]))
    store(tmp_path, record("kompas", 2, published_at=late, section=["Jawa"]), record("kompas", 3, published_at=None))
    assert found(tmp_path, until=date(2026, 7, 24)) == ["okezone-1"]
    assert found(tmp_path, since=date(2026, 7, 25), until=date(2026, 7, 25)) == ["kompas-2"]
    assert found(tmp_path, sections=("jawa",)) == ["kompas-2"]
    assert found(tmp_path, sections=("JAWA TENGAH", "olahraga")) == ["okezone-1"]
    with Index(tmp_path, ZONES) as index:
        assert index.days(Wanted()) == [("kompas", None, 1), ("kompas", "2026-07-25", 1), ("okezone", "2026-07-24", 1)]


# -- an index that keeps itself -------------------------------------------------------------------------------


def test_what_was_added_is_found_and_nothing_is_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store(tmp_path, record("okezone", 1))
    whole = json.dumps(record("okezone", 2)).encode() + b"\n"
    with path.open("ab") as file:
        file.write(b"{broken}\n" + whole[:50])  # a crawl is writing
    assert found(tmp_path) == ["okezone-1"]
    with path.open("ab") as file:
        file.write(whole[50:])
    store(tmp_path, record("kompas", 3, published_at=None))
    read: list[int] = []
    put = Index._put

    def counted(self: Index, number: int, *args: Any) -> None:
        read.append(number)
        put(self, number, *args)

    monkeypatch.setattr(Index, "_put", counted)
    assert found(tmp_path) == ["okezone-1", "okezone-2", "kompas-3"]
    assert len(read) == 2
    assert found(tmp_path) == ["okezone-1", "okezone-2", "kompas-3"]
    assert len(read) == 2


@pytest.mark.parametrize(
    "harm", ["deleted", "zeros", "garbage", "another version", "shorter file", "other file", "gone"]
)
def test_the_index_is_made_anew_where_it_does_not_fit(tmp_path: Path, harm: str) -> None:
    path = store(tmp_path, record("okezone", 1, text="lama"), record("okezone", 2))
    other = store(tmp_path, record("okezone", 3), day="2026-07-25")
    found(tmp_path)
    index, expected = tmp_path / INDEX, ["okezone-1", "okezone-2", "okezone-3"]
    if harm == "deleted":
        index.unlink()
    elif harm == "zeros":
        index.write_bytes(b"")
    elif harm == "garbage":
        index.write_bytes(b"x" * 5000)
    elif harm == "another version":
        with closing(sqlite3.connect(index)) as db:
            db.execute("PRAGMA user_version = 99")
    elif harm == "shorter file":
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
        expected.remove("okezone-2")
    elif harm == "other file":
        path.write_text(json.dumps(record("okezone", 7)) + "\n" + json.dumps(record("okezone", 8)) * 9 + "\n")
        expected = ["okezone-3", "okezone-7"]
    else:
        other.unlink()
        expected.remove("okezone-3")
    assert found(tmp_path) == expected


def search_often(data: Path) -> None:
    for _ in range(5):
        assert "okezone-0" in found(data, "isi")


def test_several_processes_may_search_while_a_crawl_stores(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 0))
    processes = [multiprocessing.get_context("fork").Process(target=search_often, args=(tmp_path,)) for _ in range(3)]
    for process in processes:
        process.start()
    for n in range(1, 60):
        store(tmp_path, record("okezone", n))
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert len(found(tmp_path, "isi")) == 60


def test_a_file_that_changes_meanwhile_is_said(tmp_path: Path) -> None:
    path = store(tmp_path, record("okezone", 1))
    with Index(tmp_path, ZONES) as index:
        path.write_bytes(path.read_bytes().replace(b"okezone-1", b"okezone-9"))
        with pytest.raises(SearchFailed, match="was changed while it was read"):
            list(index.find(Wanted()))


# -- the commands ---------------------------------------------------------------------------------------------


def test_the_commands(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path, capfd)
    store(tmp_path, record("okezone", 1, title="Banjir\x1b[2J Demak", text="Air banjir naik.", section=["News"]))
    store(tmp_path, record("kompas", 2, text="Banjir surut.", published_at="2026-07-23T09:00:00+07:00"))
    shown = ["2026-07-24 15:18 WIB   okezone         Banjir\\x1b[2J Demak", "    Air **banjir** naik.",
             "    https://okezone.example/1"]  # fmt: skip
    more = "newscrawl: 1 of 2 articles; more: -n 2"
    assert run("search", "banjir", "--portal", "okezone,kompas", "-n", "1") == (0, shown, [more])
    status, (line,), _ = run("latest", "1", "--portal", "kompas", "--json")
    got = json.loads(line)
    assert (status, got["id"], got["snippet"], got["section"]) == (0, "kompas-2", "Banjir surut.", [])
    assert run("stats", "-n", "2")[1] == [
        "portal   07-23  07-24  all",
        "kompas       1      ·    1  ████████████████████",
        "okezone      ·      1    1  ████████████████████",
        "all          1      1    2",
        "",
        "all portals by day:",
        "2026-07-23  ████████████████████████████████████████ 1",
        "2026-07-24  ████████████████████████████████████████ 1",
    ]
    _, (line, _), _ = run("stats", "--months", "--json")
    assert json.loads(line) == {"portal": "kompas", "month": "2026-07", "articles": 1}
    assert run("search", "kemarau") == (1, [], ["newscrawl: no stored article matches"])


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("search",), "nothing to search for"),
        (("search", "x", "-n", "0"), "--most '0' is no number of 1 or more"),
        (("latest", "x"), "latest 'x' is no number of 1 or more"),
        (("search", "x", "--portal", "okzone"), "unknown portal 'okzone'"),
        (("search", "x", "--since", "2026"), "--since '2026' is not a day"),
        (("search", "x", "-n", "9" * 20), f"--most '{'9' * 20}' is no number of 1 or more, up to 9999999"),
        (("search", "x", "--portal", ","), "--portal names no portal"),
    ],
)
def test_a_wrong_argument_is_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], words: str
) -> None:
    status, out, (line,) = runner(tmp_path, capfd)(*args)
    assert (status, out) == (2, [])
    assert line.startswith(f"newscrawl: {words}")


def test_nothing_stored_is_said_and_scrapy_knows_the_command(tmp_path: Path) -> None:
    done = scrapy("search", "banjir", "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert (done.returncode, done.stderr) == (1, f"newscrawl: {tmp_path}: nothing is stored here yet{BEGIN}\n")


def test_more_days_than_there_are_are_no_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path, capfd)
    store(tmp_path, record("okezone", 1))
    status, lines, _ = run("stats", "--until", "0001-01-02", "-n", "9999999")
    assert (status, lines[-2:]) == (0, ["0001-01-01   0", "0001-01-02   0"])


def test_paragraphs_are_shown_on_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path, capfd)
    store(tmp_path, record("okezone", 1, text="Rute dibuka.\n\nBanjir\tsurut."))
    assert run("search", "banjir")[1][1] == "    Rute dibuka. **Banjir** surut."


def test_a_section_that_is_no_text_is_not_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path, capfd)
    store(tmp_path, record("okezone", 1))
    assert run("search", "isi", "--section", "a\udcff") == (1, [], ["newscrawl: no stored article matches"])


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00+09:00", "9999-12-31T23:59:59-05:00"])
def test_a_time_that_other_zones_do_not_have_spoils_no_other_article(tmp_path: Path, stamp: str) -> None:
    store(tmp_path, record("okezone", 1, published_at=stamp), record("okezone", 2))
    assert found(tmp_path) == ["okezone-2"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "args",
    [
        *(("search", "padi"), ("latest",), ("stats",), ("coverage",), ("duplicates",), ("portals",), ("--help",)),
        *(("export", "okezone", "-o", "-"), ("crawl", "okezone", "--help")),
        ("extract", PAGE["url"], str(SAVED.with_suffix(".html"))),
    ],
)
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path, args: tuple[str, ...]) -> None:
    store(tmp_path, *(record("okezone", n, text="Warga desa menanam padi di sawah yang luas. " * 9) for n in (1, 2)))
    line = [*NEWSCRAWL, *args]
    env = {**os.environ, "SCRAPY_PROJECT": "replay", "PYTHONWARNINGS": "error", "NEWSCRAWL_DATA": str(tmp_path)}
    with Path("/dev/full").open("r+b", 0) as full, (tmp_path / "said").open("w+b") as said:
        process = forks.start(line, env=env, cwd=ROOT, stdin=full, stdout=full, stderr=said)
        status = process.wait(60)
        process.close()
    words = "newscrawl: standard output: No space left on device\n"
    assert (status, (tmp_path / "said").read_text()) == (1, words)


# Root may write everywhere: it lays that down, version 3 of capset(2), and is any user in this.
ANY_USER = """
import ctypes, os
from newscrawl.commands.main import main
if not os.geteuid():
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0
    for number in range(3):
        sets[number] &= ~(1 << 1)  # CAP_DAC_OVERRIDE
    assert libc.capset(header, sets) == 0, os.strerror(ctypes.get_errno())
main()
"""


def without_right(folder: Path, *args: str) -> tuple[int, list[str], list[str]]:
    """A command, run by one who may read a folder and write nothing in it."""
    folders = [folder, *(path for path in folder.iterdir() if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        env = {**os.environ, "NEWSCRAWL_DATA": str(folder), "PYTHONPATH": str(ROOT)}
        done = forks.run([sys.executable, "-c", ANY_USER, *args], env=env, cwd=folder, timeout=patient(60))
    finally:
        for path in folders:
            path.chmod(0o755)
    return done.returncode, done.stdout.splitlines(), done.stderr.splitlines()


@pytest.mark.parametrize("indexed", ["whole", "not at all", "in part"])
def test_a_folder_that_cannot_be_written_is_searched(tmp_path: Path, indexed: str) -> None:
    text = "Pasar Cempaka dibuka lagi setelah tiga bulan ditutup karena banjir, kata kepala pasar Wulan. " * 3
    store(tmp_path, record("okezone", 1, text=text))
    if indexed != "not at all":
        with Index(tmp_path, {}):
            pass
    if indexed != "whole":
        store(tmp_path, record("kompas", 2, text=text))
    before = {path: path.stat().st_size for path in tmp_path.rglob("*")}
    status, out, said = without_right(tmp_path, "search", "banjir")
    assert (status, sum("Judul" in line for line in out)) == (0, 1 if indexed == "whole" else 2)
    assert len(said) == (indexed != "whole")
    assert all("cannot be written" in line for line in said)
    status, out, said = without_right(tmp_path, "duplicates")
    assert (status, len(out)) == (0, 0 if indexed == "whole" else 4)
    assert {path: path.stat().st_size for path in tmp_path.rglob("*")} == before
