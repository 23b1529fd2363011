"""The store loses, tears and doubles nothing, whatever happens to the run, the disk or the files."""

from __future__ import annotations

import codecs
import errno
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl.storing.records import read_line
from newscrawl.storing.store import Store, StoreBusy, StoreFailed
from tests.project import patient

ROOT = Path(__file__).parents[2]
DAY = date(2026, 7, 24)
ARTICLES = "articles-2026-07-24.jsonl"
WORSE = "worse-2026-07-24.jsonl"
DROPPED = "dropped-2026-07-24.jsonl"
TIME = "2026-07-24T09:00:00+07:00"

PROLOGUE = """
import os, resource, signal, sys
from datetime import date
from pathlib import Path
from newscrawl.storing.store import Store, StoreFailed

folder, day = Path(sys.argv[1]), date(2026, 7, 24)

def article(id, text="isi"):
    return {"id": id, "title": id, "text": text, "updated_at": None, "complete": True}
"""


def article(id: str, text: str = "Harga cabai naik — “pedas”, kata pedagang 🌶", **fields: Any) -> dict[str, Any]:
    given = {"id": id, "title": f"Judul {id}", "text": text, "published_at": None, "updated_at": None}
    return {**given, "complete": True, **fields}


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a file, every line of which must be whole."""
    data = path.read_bytes()
    assert not data or data.endswith(b"\n")
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def fill(folder: Path, *ids: str, day: date = DAY) -> None:
    with Store(folder, day) as store:
        for id in ids:
            assert store.add(article(id)) == "stored"


def reopened(folder: Path) -> list[str]:
    with Store(folder, DAY) as store:
        return store.notes


def child(folder: Path, code: str) -> subprocess.Popen[str]:
    """Another process that stores in the folder."""
    command = [sys.executable, "-c", PROLOGUE + code, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "detik"


# What is stored


def test_a_record_is_written_as_given_with_its_revision(folder: Path) -> None:
    text = "baris\u2028baru\u2029\x85 \"kutip\" 'satu' \\ \t\r\n 🌶 Ünïcödé \x00\x7f"
    given = article("a", text, tags=[], source=None, pages=2)
    with Store(folder, DAY) as store:
        assert store.add(dict(given)) == "stored"
    assert lines(folder / ARTICLES) == [{**given, "revision": 1, "revised_because": None}]
    assert "🌶".encode() in (folder / ARTICLES).read_bytes()


def test_a_line_is_on_the_disk_before_the_index_hears_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def watch(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: Any) -> Any:
            calls.append(name)
            return real(*arguments)

        monkeypatch.setattr(os, name, call)

    for name in ("write", "fdatasync", "fsync"):
        watch(name)
    with Store(folder, DAY) as store:
        calls.clear()
        store._index.db.set_trace_callback(lambda sql: calls.append(sql.split()[0]))
        store.add(article("a"))
        store.add(article("b"))
    one = ["write", "fdatasync", "BEGIN", "INSERT", "INSERT", "COMMIT"]
    assert [call for call in calls if call != "SELECT"] == [
        "fsync",
        *one,
        *one,
    ]  # the first: a new file's name


def test_half_a_surrogate_pair_is_replaced_and_the_same_next_time(folder: Path) -> None:
    with Store(folder, DAY) as store:
        assert store.add(article("a", "x\ud83c y\ud83c\udf36")) == "stored"
    (folder / "index.sqlite").unlink()
    with Store(folder, DAY) as store:
        assert store.add(article("a", "x\ud83c y\ud83c\udf36")) == "unchanged"
    assert lines(folder / ARTICLES)[0]["text"] == "x\ufffd y🌶"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), DAY, {1, 2}])
def test_what_json_cannot_hold_is_refused_before_anything_is_written(folder: Path, value: object) -> None:
    with Store(folder, DAY) as store:
        with pytest.raises((TypeError, ValueError)):
            store.add(article("a", score=value))
        assert store.stored("a") is None
        assert store.add(article("a")) == "stored"
    assert len(lines(folder / ARTICLES)) == 1


def test_a_change_is_a_revision_and_the_same_again_is_not(folder: Path) -> None:
    with Store(folder, DAY) as store:
        assert store.add(article("a", "satu")) == "stored"
        assert store.add(article("a", "satu", tags=["lain"])) == "unchanged"
        assert store.add(article("a", "dua")) == "revised"
    with Store(folder, date(2026, 7, 25)) as store:
        assert store.add(article("a", "dua", updated_at="2026-07-25T01:00:00+07:00")) == "revised"
        assert store.add(article("a", "satu", title="Judul baru", published_at=TIME)) == "revised"
        stored = store.stored("a")
        assert stored is not None
        assert (stored.revision, stored.complete, stored.published_at) == (4, True, TIME)
        assert store.stored("b") is None
    assert [line["revision"] for line in lines(folder / ARTICLES)] == [1, 2]
    assert [line["revision"] for line in lines(folder / "articles-2026-07-25.jsonl")] == [3, 4]


def test_an_incomplete_article_is_replaced_by_the_complete_one_only(folder: Path) -> None:
    with Store(folder, DAY) as store:
        assert store.add(article("a", complete=False)) == "stored"
        assert store.add(article("a", complete=False)) == "unchanged"
        assert store.add(article("a", complete=True)) == "revised"
        assert store.add(article("a", complete=False)) == "unchanged"
        stored = store.stored("a")
        assert stored is not None
        assert stored.complete


def test_half_an_article_never_replaces_a_whole_one(folder: Path) -> None:
    """Nor does a newer, longer or corrected half; it is kept beside, and once."""
    half = article("a", "Paruh baru, lebih panjang daripada semua yang lama. " * 9, updated_at=TIME, complete=False)
    with Store(folder, DAY) as store:
        store.add(article("a"))
        given = dict(half)
        assert store.add(given) == "worse"
        assert (given["worse"], given["revision"]) == ("incomplete", 1)
        assert store.add(dict(half)) == "worse"
    (folder / "index.sqlite").unlink()
    with Store(folder, DAY) as store:
        assert store.notes == ["index rebuilt from 2 files (2 records): it was missing"]
        assert store.add(dict(half)) == "worse"
        assert store.record("a") == {**article("a"), "revision": 1, "revised_because": None}
    assert [line["revision"] for line in lines(folder / ARTICLES)] == [1]
    assert lines(folder / WORSE) == [{**half, "revision": 1, "worse": "incomplete"}]


def test_a_worse_copy_is_measured_by_the_latest_revision(folder: Path) -> None:
    """Wherever its line is: in the file of another day, behind longer lines, after a rebuild, before a torn line."""
    whole = "\n\n".join(f"Kalimat ke-{n} tentang panen garam di pesisir utara, kata ketua koperasi." for n in range(9))
    fill(folder, "x", "y", day=date(2026, 7, 22))
    with Store(folder, date(2026, 7, 23)) as store:
        assert (
            store.add(article("a", "Kalimat ke-0 tentang panen garam di pesisir utara, kata ketua koperasi."))
            == "stored"
        )
        assert store.add(article("a", whole)) == "revised"
    for rebuilt in (False, True):
        if rebuilt:
            (folder / "index.sqlite").unlink()
        with Store(folder, DAY) as store:
            assert store.add(article("a", whole[:300])) == "worse"
            assert store.add(article("a", whole.replace("garam", "kopi"))) == "revised"
            assert store.add(article("a", whole)) == "revised"
    assert [line["worse"] for line in lines(folder / WORSE)] == ["cut"]


def test_an_article_whose_line_was_damaged_on_the_disk_is_stored_anew(folder: Path) -> None:
    """Its line is no record any more, and nobody is kept from storing for that."""
    fill(folder, "a", "b", "c", day=date(2026, 7, 23))
    path = folder / "articles-2026-07-23.jsonl"
    with Store(folder, DAY) as store:
        path.write_bytes(path.read_bytes().replace(b'{"id": "a"', b'{"id"! "a"'))
        assert store.stored("a"), "nobody has looked since"
        assert store.add(article("a", "lain")) == "stored"
        assert any("skipped 1 broken line" in note for note in store.notes), store.notes
        assert [store.add(article(id)) for id in "bc"] == ["unchanged", "unchanged"]
    with Store(folder, DAY) as store:
        assert [line["id"] for line in (store.record("a"), store.record("b"), store.record("c")) if line] == [*"abc"]


def test_zeros_in_the_middle_of_a_file_are_noticed(folder: Path) -> None:
    """As a power cut leaves them: the file is as long as it was, and ends as it did."""
    fill(folder, "a", "b", "c", day=date(2026, 7, 23))
    path = folder / "articles-2026-07-23.jsonl"
    whole = path.read_bytes()
    os.utime(path, (1, 1))
    assert reopened(folder) == [], "a copy bears another time, and is the same"
    begin = whole.index(b"\n") + 5
    path.write_bytes(whole[:begin] + bytes(20) + whole[begin + 20 :])
    with Store(folder, DAY) as store:
        assert store.notes[-1] == "index rebuilt from 1 file (2 records): articles-2026-07-23.jsonl was changed"
        assert [bool(store.stored(id)) for id in "abc"] == [True, False, True]


@pytest.mark.parametrize("name", [ARTICLES, DROPPED, WORSE])
def test_what_is_no_file_is_not_read_for_ever(folder: Path, name: str) -> None:
    folder.mkdir(parents=True)
    for make in (os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")):
        make(folder / name)
        with pytest.raises(StoreFailed, match=f"{name} is no file"):
            Store(folder, DAY).open()
        (folder / name).rmdir() if make is os.mkdir else (folder / name).unlink()


def test_an_article_whose_line_became_anothers_is_no_measure(folder: Path) -> None:
    fill(folder, "b", "a", day=date(2026, 7, 23))
    path = folder / "articles-2026-07-23.jsonl"
    with Store(folder, DAY) as store:
        path.write_bytes(path.read_bytes().replace(b'{"id": "a"', b'{"id": "c"'))
        assert store.add(article("a", "lain")) == "stored"
        assert store.stored("c")


def test_a_file_that_an_editor_has_saved_is_read_on(folder: Path) -> None:
    """With a mark before its first line, and other ends of lines."""
    fill(folder, "a", "b", day=date(2026, 7, 23))
    path = folder / "articles-2026-07-23.jsonl"
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    assert [read_line(line) is not None for line in path.read_bytes().splitlines(keepends=True)] == [True, True]
    with Store(folder, DAY) as store:
        assert store.add(article("a")) == "unchanged"
        assert store.add(article("a", "lain")) == "revised"
        assert not any("broken" in note for note in store.notes), store.notes


def test_dropped_for_good_until_stored_since(folder: Path) -> None:
    with Store(folder, DAY) as store:
        store.drop({"id": "a", "url": "https://x/a", "reason": "http 503", "detail": "", "again": True})
        store.drop({"id": None, "url": "https://x/b", "reason": "not an article", "detail": "", "again": False})
        assert store.dropped("a") is None
        store.drop({"id": "a", "url": "https://x/a", "reason": "too short", "detail": "", "again": False})
        store.drop({"id": "a", "url": "https://x/a", "reason": "http 503", "detail": "", "again": True})
        store.drop({"id": "c", "url": "https://x/c", "reason": "video", "detail": "", "again": False})
        assert store.dropped("a") == "too short"
        assert store.add(article("a")) == "stored"
        assert store.dropped("a") is None
        store.add(article("d"))
        store.drop({"id": "d", "url": "https://x/d", "reason": "gone", "detail": "", "again": False})
    (folder / "index.sqlite").unlink()
    with Store(folder, DAY) as store:
        assert store.notes == ["index rebuilt from 2 files (8 records): it was missing"]
        assert {id: store.dropped(id) for id in "abcd"} == {"a": None, "b": None, "c": "video", "d": "gone"}
    assert [line["revision"] for line in lines(folder / DROPPED)] == [0, 0, 0, 0, 0, 1]


def test_scopes_done_are_remembered(folder: Path) -> None:
    with Store(folder, DAY) as store:
        assert not store.is_done("2019-01-01")
        store.mark_done("2019-01-01")
        store.mark_done("2019-01-01")
    with Store(folder, DAY) as store:
        assert store.is_done("2019-01-01")
        assert not store.is_done("2019-01-02")


def test_a_run_with_nothing_to_store_leaves_no_file_and_no_note(folder: Path) -> None:
    assert reopened(folder) == []
    assert reopened(folder) == []
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "index.sqlite"]


def test_the_store_says_when_it_is_not_open_or_open_twice(folder: Path) -> None:
    store = Store(folder, DAY)
    assert not folder.exists()
    with pytest.raises(RuntimeError, match="not open"):
        store.add(article("a"))
    with store:
        with pytest.raises(RuntimeError, match="open already"):
            store.open()
        assert store.add(article("a")) == "stored"
    store.close()
    with pytest.raises(RuntimeError, match="not open"):
        store.stored("a")


# Files and index mended on opening


@pytest.mark.parametrize("seed", range(20))
def test_a_torn_tail_is_cut_and_nothing_is_glued_to_it(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    fill(folder, "a", "b")
    whole = (folder / ARTICLES).read_bytes()
    torn = json.dumps(article("c"), ensure_ascii=False).encode()
    cut = chance.randrange(1, len(torn) + 1)
    with (folder / ARTICLES).open("ab") as file:
        file.write(torn[:cut])
    if seed % 2:
        (folder / "index.sqlite").unlink()
    with Store(folder, DAY) as store:
        assert f"cut a torn last line of {plural(cut, 'byte')} in {ARTICLES}" in store.notes
        assert (folder / ARTICLES).read_bytes() == whole
        assert [store.add(article(id)) for id in "abcd"] == ["unchanged", "unchanged", "stored", "stored"]
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "b", "c", "d"]
    assert reopened(folder) == []


def test_a_tail_torn_inside_a_character_is_cut(folder: Path) -> None:
    fill(folder, "a")
    torn = '{"id": "b", "title": "🌶'.encode()
    for length in range(len(torn) - 3, len(torn)):
        with (folder / ARTICLES).open("ab") as file:
            file.write(torn[:length])
        assert reopened(folder) == [f"cut a torn last line of {length} bytes in {ARTICLES}"]
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a"]


def test_zeros_that_a_power_cut_left_are_cut_in_little_memory(folder: Path) -> None:
    fill(folder, "a")
    size = (folder / ARTICLES).stat().st_size
    os.truncate(folder / ARTICLES, size + 2**29)
    code = """
resource.setrlimit(resource.RLIMIT_AS, (300 * 2**20, 300 * 2**20))
with Store(folder, day) as store:
    print(store.notes)
"""
    with child(folder, code) as process:
        output, _ = process.communicate(timeout=60)
    assert output == f"{[f'cut a torn last line of {2**29:,} bytes in {ARTICLES}']}\n"
    assert (folder / ARTICLES).stat().st_size == size


@pytest.mark.parametrize(
    "broken", [b"\x00" * 300 + b"\n", b'{"id": "b"\n', b"\n", b"\xff\n", b'{"id": "b", "text": \n']
)
def test_a_whole_last_line_that_is_no_record_is_left_alone(folder: Path, broken: bytes) -> None:
    """A line with its end was written to its end: what spoilt it came later, and somebody may mend it."""
    fill(folder, "a")
    size = (folder / ARTICLES).stat().st_size
    with (folder / ARTICLES).open("ab") as file:
        file.write(broken)
    assert reopened(folder) == [f"skipped 1 broken line in {ARTICLES}, the first at byte {size}"]
    with Store(folder, DAY) as store:
        assert store.notes == []
        assert store.add(article("b")) == "stored"
    assert (folder / ARTICLES).read_bytes()[size:].startswith(broken + b'{"id": "b", "title"')


def test_a_torn_tail_of_another_day_and_of_the_dropped_is_cut_too(folder: Path) -> None:
    fill(folder, "a", day=date(2026, 7, 1))
    (folder / DROPPED).write_bytes(b'{"id": "x", "reason": "video", "again": false}\n{"id": "y"')
    with Store(folder, DAY) as store:
        assert store.notes == [
            f"cut a torn last line of 10 bytes in {DROPPED}",
            f"read back 1 line of {DROPPED}",
        ]
        assert store.dropped("x") == "video"
        store.drop({"id": "y", "reason": "video", "again": False})
    with (folder / "articles-2026-07-01.jsonl").open("ab") as file:
        file.write(b"{")
    assert reopened(folder) == ["cut a torn last line of 1 byte in articles-2026-07-01.jsonl"]
    assert [line["id"] for line in lines(folder / DROPPED)] == ["x", "y"]


def test_broken_lines_in_the_middle_are_left_alone_and_said(folder: Path) -> None:
    fill(folder, "a")
    good = (folder / ARTICLES).read_bytes()
    foreign = b'\xff\xfe\n[1]\n{"id": 5}\n{"id": "\\ud800"}\n{"id": "r", "revision": 1' + b"0" * 30 + b"}\n"
    data = good + foreign + b"[" * 100_000 + b'\n{"id": "b", "published_at": 7}\n'
    (folder / ARTICLES).write_bytes(data)
    with Store(folder, DAY) as store:
        assert store.notes == [
            f"skipped 6 broken lines in {ARTICLES}, the first at byte {len(good)}",
            f"read back 1 line of {ARTICLES}",
        ]
        assert store.stored("a") is not None
        assert store.stored("b") is not None
    assert (folder / ARTICLES).read_bytes() == data
    assert reopened(folder) == []


def damage(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 500)


def blacken(path: Path) -> None:
    """Overwrite every page but the first, as a bad disk might."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))


def outdate(path: Path) -> None:
    db = sqlite3.connect(path)
    db.executescript("DROP TABLE articles; PRAGMA user_version = 0;")
    db.close()


def altered(*statements: str) -> Any:
    """Does something to the tables of an index."""

    def alter(path: Path) -> None:
        db = sqlite3.connect(path)
        for statement in statements:
            db.execute(statement)
        db.commit()
        db.close()

    return alter


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        *(
            (altered(f"DROP TABLE {name}"), "it was damaged")
            for name in ("files", "articles", "worse", "dropped", "done")
        ),
        (altered("ALTER TABLE articles DROP COLUMN digest"), "it was damaged"),
        (altered("ALTER TABLE dropped RENAME COLUMN reason TO why"), "it was damaged"),
        (altered("UPDATE files SET name = CAST(x'a061' AS TEXT) WHERE name LIKE 'articles%24%'"), "it was damaged"),
        (Path.unlink, "it was missing"),
        (damage, "it was damaged"),
        (blacken, "it was damaged"),
        (lambda path: os.truncate(path, 5000), "it was damaged"),
        (lambda path: os.truncate(path, 0), "it was of another version"),
        (outdate, "it was of another version"),
    ],
)
def test_an_unfit_index_is_rebuilt_from_the_files(folder: Path, spoil: Any, reason: str) -> None:
    fill(folder, "a", "b", day=date(2026, 7, 23))
    with Store(folder, DAY) as store:
        store.add(article("a", "kedua"))
        store.drop({"id": "c", "reason": "video", "again": False})
        before = [store.stored("a"), store.stored("b"), store.dropped("c")]
    spoil(folder / "index.sqlite")
    with Store(folder, DAY) as store:
        assert store.notes == [f"index rebuilt from 3 files (4 records): {reason}"]
        assert [store.stored("a"), store.stored("b"), store.dropped("c")] == before
        assert store.add(article("a", "kedua")) == "unchanged"
    assert reopened(folder) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET published_at = CAST(x'32ff' AS TEXT)",
        "UPDATE articles SET day = CAST(x'ff' AS TEXT)",
        "UPDATE dropped SET reason = CAST(x'c3' AS TEXT)",
    ],
)
def test_text_that_is_none_makes_the_index_anew_when_it_is_met(folder: Path, statement: str) -> None:
    """SQLite does not look for it, and to look at a million articles on every opening takes seconds."""
    with Store(folder, DAY) as store:
        store.add(article("a", published_at=TIME))
        store.add(article("b"))
        store.drop({"id": "c", "reason": "video", "again": False})
        before = [store.stored("a"), store.stored("b"), store.dropped("c")]
    altered(statement)(folder / "index.sqlite")
    with Store(folder, DAY) as store:
        assert [store.stored("a"), store.stored("b"), store.dropped("c")] == before
        assert store.notes == ["index rebuilt from 2 files (3 records): it was damaged"]
        assert store.add(article("d")) == "stored"
    assert reopened(folder) == []


def test_fields_that_mended_rules_fill_are_a_revision_where_it_was_asked_for(folder: Path) -> None:
    """The writer was the editor of the page's data while the rule for the byline found nothing."""
    first = {**article("a"), "authors": ["Maya"], "tags": ["kopi"], "fetched_at": TIME}
    later = {**first, "authors": ["Rini"], "tags": [], "fetched_at": "2026-07-25T09:00:00+07:00"}
    with Store(folder, DAY) as store:
        store.add({**first})
        assert store.add({**later}) == "unchanged", "a crawl of its own accord takes it for the page's whim"
        assert store.add({**later, "authors": []}, again=True) == "unchanged", "what the page says no more stays"
        assert store.add({**later}, again=True) == "revised"
        assert store.add({**later}, again=True) == "unchanged"
        assert store.add({**later, "authors": ["Lia"]}, reread=True, again=True) == "revised", "of the very same page"
        kept = {**first, "authors": ["Oki"]}
        assert store.add(kept, reread=True, again=True) == "unchanged", "a page from before what is stored"
    assert [(line["revision"], line["revised_because"], line["authors"]) for line in lines(folder / ARTICLES)] == [
        (1, None, ["Maya"]),
        (2, "read again: authors", ["Rini"]),
        (3, "read again: authors", ["Lia"]),
    ]


def test_text_that_is_none_hides_nothing_that_is_to_be_asked_for_again(folder: Path) -> None:
    with Store(folder, DAY) as store:
        store.drop({"id": "c", "url": "https://a.example/c", "reason": "timeout", "again": True})
    altered("UPDATE missed SET url = CAST(x'ff' AS TEXT)")(folder / "index.sqlite")
    with Store(folder, DAY + timedelta(days=1)) as store:
        assert store.pending(3) == [("c", "https://a.example/c")]
        assert store.notes == ["index rebuilt from 1 file (1 record): it was damaged"]


def test_damage_that_sqlite_quotes_is_damage(folder: Path) -> None:
    fill(folder, "a")
    path = folder / "index.sqlite"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE worse (id", b"CREATE TABLE worse \x9cid"))
    assert reopened(folder) == ["index rebuilt from 1 file (1 record): it was damaged"]


def test_an_old_write_ahead_log_does_not_outlive_its_index(folder: Path, tmp_path: Path) -> None:
    with Store(folder, DAY) as store:
        store.add(article("a"))
        for name in ("index.sqlite-wal", ARTICLES):
            shutil.copy(folder / name, tmp_path / name)
    (folder / "index.sqlite").unlink()
    shutil.copy(tmp_path / "index.sqlite-wal", folder)
    assert reopened(folder) == ["index rebuilt from 1 file (1 record): it was missing"]


def test_a_file_cut_replaced_or_deleted_makes_the_index_forget(folder: Path) -> None:
    fill(folder, "a", day=date(2026, 7, 22))
    fill(folder, "b", day=date(2026, 7, 23))
    fill(folder, "c", "d")
    path = folder / ARTICLES
    first = path.read_bytes().split(b"\n")[0] + b"\n"

    path.write_bytes(first)
    with Store(folder, DAY) as store:
        assert store.notes == [f"index rebuilt from 3 files (3 records): {ARTICLES} is shorter than it was"]
        assert store.stored("d") is None
        assert store.add(article("d")) == "stored"
        store.mark_done("2019-01-01")

    path.write_bytes(first.replace(b"Judul c", b"Judul panjang c") * 3)
    assert reopened(folder) == [f"index rebuilt from 3 files (5 records): {ARTICLES} was changed"]

    (folder / "articles-2026-07-22.jsonl").unlink()
    with Store(folder, DAY) as store:
        assert store.notes == ["index rebuilt from 2 files (4 records): articles-2026-07-22.jsonl is gone"]
        assert store.stored("a") is None
        assert store.stored("b") is not None
        assert not store.is_done("2019-01-01")


@pytest.mark.parametrize("read_back", [False, True])
def test_a_file_replaced_by_another_of_the_same_length_is_noticed(folder: Path, read_back: bool) -> None:
    """Whether the index has what it knows of the file from writing it or from reading it."""
    fill(folder, "x", "a")
    path = folder / ARTICLES
    if read_back:
        (folder / "index.sqlite").unlink()
        reopened(folder)
    other = path.read_bytes().replace(b'"a"', b'"b"').replace(b"Judul a", b"Judul b")
    path.write_bytes(other.replace(b'n": 1,', b'n": 2,'))
    with Store(folder, DAY) as store:
        assert store.notes == [f"index rebuilt from 1 file (2 records): {ARTICLES} was changed"]
        assert (store.stored("a"), store.stored("b") is not None) == (None, True)


def test_the_highest_revision_counts_in_whatever_order_files_are_read(folder: Path) -> None:
    """A clock that was wrong gives the later version to the file that is read first."""
    folder.mkdir(parents=True)
    texts = {"2026-07-24": ("ketiga", 3), "2026-07-25": ("kedua", 2), "2026-07-26": ("pertama", 1)}
    for day, (text, revision) in texts.items():
        line = json.dumps(article("a", text, revision=revision, complete=revision == 3))
        (folder / f"articles-{day}.jsonl").write_text(f"{line}\n")
        dropped = {"id": "d", "reason": f"alasan {revision}", "again": False, "revision": revision}
        (folder / f"dropped-{day}.jsonl").write_text(f"{json.dumps(dropped)}\n")
    with Store(folder, DAY) as store:
        stored = store.stored("a")
        assert stored is not None
        assert (stored.revision, stored.complete, store.dropped("d")) == (3, True, "alasan 3")
        record = store.record("a")
        assert record is not None
        assert record["text"] == "ketiga"
        assert store.add(article("a", "ketiga")) == "unchanged"


@pytest.mark.parametrize(
    "odd",
    [7, "kemarin", "2026-07-24T09:00:00", "2026-07-24", ["2026"], True, "", "0001-01-01T00:00:00+07:00",
     "9999-12-31T23:59:59-07:00"],
)  # fmt: skip
def test_a_stored_time_that_is_none_is_not_known(folder: Path, odd: object) -> None:
    with Store(folder, DAY) as store:
        store.add(article("a", published_at=odd))
    for rebuilt in (False, True):
        if rebuilt:
            (folder / "index.sqlite").unlink()
        with Store(folder, DAY) as store:
            stored = store.stored("a")
            assert stored is not None
            assert stored.published_at is None


def test_files_brought_from_elsewhere_are_read(folder: Path) -> None:
    fill(folder, "a")
    fill(folder.with_name("other"), "b", day=date(2026, 7, 1))
    shutil.copy(folder.with_name("other") / "articles-2026-07-01.jsonl", folder)
    with Store(folder, DAY) as store:
        assert store.notes == ["read back 1 line of articles-2026-07-01.jsonl"]
        assert store.add(article("b")) == "unchanged"


# Writes that fail


def interrupted_before_the_index(_: int) -> None:
    raise KeyboardInterrupt


def interrupted_half_way(file: int, data: bytes, write: Any = os.write) -> int:
    write(file, data[: len(data) // 2])
    raise KeyboardInterrupt


@pytest.mark.parametrize("reopen", [False, True])
@pytest.mark.parametrize(
    ("call", "interrupted", "outcome"),
    [("write", interrupted_half_way, "stored"), ("fdatasync", interrupted_before_the_index, "unchanged")],
)
def test_an_interrupted_write_is_mended_before_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, interrupted: Any, outcome: str, reopen: bool
) -> None:
    store = Store(folder, DAY)
    with store:
        store.add(article("a"))
        with monkeypatch.context() as patch:
            patch.setattr(os, call, interrupted)
            with pytest.raises(KeyboardInterrupt):
                store.add(article("b"))
        if reopen:
            store.close()
            store.open()
        assert store.add(article("b")) == outcome
        assert store.add(article("c")) == "stored"
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "b", "c"]


def test_a_disk_error_puts_the_file_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with Store(folder, DAY) as store:
        store.add(article("a"))
        size = (folder / ARTICLES).stat().st_size
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", fail)
            with pytest.raises(StoreFailed, match=f"Input/output error: .* the file is {size} bytes long as before"):
                store.add(article("b"))
            assert (folder / ARTICLES).stat().st_size == size
            patch.setattr(os, "ftruncate", fail)
            with pytest.raises(StoreFailed, match="could not be cut off again: Input/output error"):
                store.add(article("b", "terpotong"))
        # The line that could not be cut off is whole, so it counts; it must not be written again.
        assert store.add(article("b", "terpotong")) == "unchanged"
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "b"]


def test_a_failing_index_loses_no_line(folder: Path) -> None:
    with Store(folder, DAY) as store:
        store.add(article("a"))
        store._index.db.execute("PRAGMA query_only = 1")
        with pytest.raises(StoreFailed, match="stored, but not in the index until it is read back"):
            store.add(article("b"))
        with pytest.raises(StoreFailed, match="cannot be written: attempt to write a readonly database"):
            store.add(article("c"))
        store._index.db.execute("PRAGMA query_only = 0")
        assert [store.add(article(id)) for id in "abc"] == ["unchanged", "unchanged", "stored"]
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "b", "c"]


def test_a_file_deleted_or_moved_during_the_run_is_an_error(folder: Path) -> None:
    for move in (lambda: (folder / ARTICLES).unlink(), lambda: folder.rename(folder.with_name("old"))):
        with Store(folder, DAY) as store:
            store.add(article("a"))
            move()
            with pytest.raises(StoreFailed, match=f"{ARTICLES}: was deleted or moved while this run was writing to it"):
                store.add(article("b"))


@pytest.mark.parametrize("where", ["data", "data/detik"])
def test_a_file_where_the_folder_should_be(tmp_path: Path, where: str) -> None:
    path = tmp_path / where
    path.parent.mkdir(exist_ok=True)
    path.write_text("")
    with pytest.raises(StoreFailed, match=r"^\S*/data/detik: cannot be opened: Not a directory$"):
        Store(tmp_path / "data" / "detik", DAY).open()


def test_a_folder_where_a_file_should_be(folder: Path) -> None:
    (folder / ARTICLES).mkdir(parents=True)
    with pytest.raises(StoreFailed, match=r"^\S*/data/detik: cannot be opened: articles-2026-07-24.jsonl is no file$"):
        Store(folder, DAY).open()


def test_a_full_disk_leaves_the_earlier_lines_untouched(folder: Path) -> None:
    code = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
path = folder / "articles-2026-07-24.jsonl"
with Store(folder, day) as store:
    store.add(article("a"))
    before = path.read_bytes()
    for text in ("x" * 300_000, "y" * 199_999):
        try:
            store.add(article("b", text))
        except StoreFailed as error:
            assert path.read_bytes() == before
            print(error)
    print(store.add(article("c")))
"""
    with child(folder, code) as process:
        output, _ = process.communicate(timeout=patient(20))
    assert process.returncode == 0
    first, second, third = output.splitlines()
    assert "only 199," in first
    assert "only 199," in second
    assert "the line was not stored" in second
    assert third == "stored"
    assert reopened(folder) == []
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "c"]


def test_a_disk_that_fills_up_slowly_loses_and_doubles_nothing(folder: Path) -> None:
    code = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
with Store(folder, day) as store:
    failed = 0
    for number in range(100):
        try:
            store.add(article(str(number), "x" * 5000))
            print(number, flush=True)
        except StoreFailed:
            failed += 1
    assert failed
"""
    with child(folder, code) as process:
        output, _ = process.communicate(timeout=patient(20))
    assert process.returncode == 0
    kept = Counter(line["id"] for line in lines(folder / ARTICLES))
    assert set(kept) >= set(output.split())
    with Store(folder, DAY) as store:
        for number in range(100):
            store.add(article(str(number), "x" * 5000) | {"title": str(number)})
    assert Counter(line["id"] for line in lines(folder / ARTICLES)) == {str(number): 1 for number in range(100)}


# Runs that meet or die


def test_a_second_run_is_told_who_holds_the_folder(folder: Path) -> None:
    code = """
with Store(folder, day) as store:
    store.add(article("a"))
    print("open", flush=True)
    sys.stdin.readline()
    store.add(article("b"))
"""
    with child(folder, code) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(StoreBusy, match=rf"^\S*/detik: another run \(pid {process.pid} on \S+\) is storing here$"):
            Store(folder, DAY).open()
        process.communicate("go on\n", timeout=patient(20))
    assert process.returncode == 0
    assert reopened(folder) == []
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "b"]


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(StoreFailed, match=rf"{os.strerror(number)}: choose a disk with locks"):
        Store(folder, DAY).open()
    assert not [*folder.glob("*.jsonl")]


def test_runs_that_the_disk_does_not_keep_apart_notice_each_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fcntl.flock", lambda *_: None)
    code = """
import fcntl
fcntl.flock = lambda *_: None
with Store(folder, day) as store:
    store.add(article("b"))
"""
    with Store(folder, DAY) as store:
        store.add(article("a"))
        with child(folder, code) as process:
            process.communicate(timeout=patient(20))
        with pytest.raises(
            StoreFailed, match=rf"another run \(pid {process.pid} on \S+\) is storing here, too: .*stop one$"
        ):
            store.add(article("c"))
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "b"]


def test_a_run_killed_at_any_moment_loses_and_doubles_nothing(folder: Path) -> None:
    code = """
with Store(folder, day) as store:
    for number in range(100_000):
        if store.add(article(str(number), "teks " * (number * 7919 % 5000))) != "unchanged":
            print(number, flush=True)
"""
    chance = random.Random(67)
    told: set[str] = set()
    for _ in range(10):
        with child(folder, code) as process:
            assert process.stdout is not None
            said = [process.stdout.readline() for _ in range(chance.randrange(1, 100))]
            process.kill()
            told.update(line.strip() for line in (*said, *process.stdout) if line.endswith("\n"))
        assert process.returncode == -9
    assert len(told) >= 10
    last = max(int(id) for id in told)
    with Store(folder, DAY) as store:
        for number in range(last + 100):
            store.add(article(str(number), "teks " * (number * 7919 % 5000), title=str(number)))
    kept = Counter(line["id"] for line in lines(folder / ARTICLES))
    assert kept == dict.fromkeys(map(str, range(last + 100)), 1)
    (folder / "index.sqlite").unlink()
    assert reopened(folder) == [f"index rebuilt from 1 file ({last + 100:,} records): it was missing"]


@pytest.mark.parametrize("call", ["write", "fdatasync"])
def test_a_run_killed_within_a_write(folder: Path, call: str) -> None:
    code = f"""
write = os.write
def write_half_and_die(file, data):
    write(file, data[: len(data) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
def die(file):
    os.kill(os.getpid(), signal.SIGKILL)
with Store(folder, day) as store:
    store.add(article("a"))
    os.{call} = {{"write": write_half_and_die, "fdatasync": die}}["{call}"]
    store.add(article("b"))
"""
    with child(folder, code) as process:
        process.communicate(timeout=patient(20))
    assert process.returncode == -9
    with Store(folder, DAY) as store:
        assert len(store.notes) == 1
        outcome = "stored" if call == "write" else "unchanged"
        assert [store.add(article(id, "isi", title=id)) for id in "abc"] == ["unchanged", outcome, "stored"]
    assert [line["id"] for line in lines(folder / ARTICLES)] == ["a", "b", "c"]


def miss(store: Store, id: str, reason: str = "no text", *, again: bool = True, detail: str | None = None) -> None:
    line = {"id": id, "url": f"https://x/{id}", "reason": reason, "detail": detail, "again": again}
    store.drop({**line, "tries": store.days_tried(id)})


def test_days_on_which_an_article_was_not_had_are_counted_until_it_is_stored(folder: Path) -> None:
    days = [date(2026, 7, n) for n in (20, 21, 22, 23, 24)]
    for day, reason in zip(days[:3], ("timeout", "no text", "removed"), strict=True):
        with Store(folder, day) as store:
            miss(store, "a", reason, detail="HTTP 404" if reason == "removed" else None)
            miss(store, "a", "timeout")
    with Store(folder, days[3]) as store:
        assert [store.days_tried("a", said) for said in (0, 1, 2, 3)] == [4, 3, 2, 1], "this day counts"
        assert store.days_tried("b") == 1
        (folder / "index.sqlite").unlink()
    with Store(folder, days[3]) as store:
        assert [store.days_tried("a", said) for said in (0, 1, 2, 3)] == [4, 3, 2, 1]
        assert store.add(article("a", complete=False)) == "stored"
        assert store.days_tried("a") == 1, "the count begins anew"
        miss(store, "a")
    with Store(folder, days[4]) as store:
        assert store.days_tried("a") == 2
    written = [(line["tries"], line["revision"]) for day in days[:4] for line in lines(folder / f"dropped-{day}.jsonl")]
    assert written == [(1, 0), (1, 0), (2, 0), (2, 0), (3, 0), (3, 0), (1, 1)]


def test_pending_are_those_that_a_later_day_may_have(folder: Path) -> None:
    with Store(folder, date(2026, 7, 9)) as store:
        miss(store, "old")
    with Store(folder, date(2026, 7, 20)) as store:
        for id in ("final", "stored", "half", "late", "forbidden"):
            miss(store, id)
    with Store(folder, date(2026, 7, 23)) as store:
        miss(store, "final", again=False)
        miss(store, "forbidden", "forbidden by robots.txt", again=False)
        miss(store, "young", "not reached")
        miss(store, "late", "timeout")
        store.add(article("stored"))
        store.add(article("half", complete=False))
        miss(store, "half")
        store.add(article("whole"))
        miss(store, "whole", "timeout")
        store.add(article("cut", complete=False, url="https://x/cut"))
    with Store(folder, DAY) as store:
        miss(store, "today")
        miss(store, "forbidden", "timeout")
    for rebuilt in (False, True):
        if rebuilt:
            (folder / "index.sqlite").unlink()
        with Store(folder, DAY) as store:
            found = [("young", "https://x/young"), ("half", "https://x/half"), ("late", "https://x/late")]
            found.append(("cut", "https://x/cut"))
            assert store.pending(14) == found
            assert store.pending(1) == [*found[:2], found[3]], "late was tried on two days"
        with Store(folder, date(2026, 7, 25)) as store:
            assert {"today", "forbidden"} <= {id for id, _ in store.pending(14)}
        with Store(folder, date(2026, 8, 30)) as store:
            assert store.pending(14) == []
