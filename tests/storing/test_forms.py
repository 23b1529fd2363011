"""Several portals in one file, and the forms that people open without a program of their own: workbook and database."""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from newscrawl.items import ARTICLE_FIELDS
from newscrawl.storing.export import WRITERS, NothingStored, export
from newscrawl.storing.records import decoded, dumps, values
from newscrawl.storing.spreadsheets import CELL_LIMIT, Workbook
from tests.commands.inside import runner
from tests.project import lines
from tests.storing.stored import WIB, ZONE, record, store

WITA = "2026-07-24T16:17:00+08:00"
IMAGE = {"url": "https://img.example/1.jpg", "caption": None, "credit": "Antara"}


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a workbook's first sheet."""
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        head, *others = book["articles"].iter_rows(values_only=True)
        return [dict(zip(head, row, strict=True)) for row in others]


# -- several portals ------------------------------------------------------------------------------------------


def test_portals_are_merged_in_order_of_publication(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1), record("kompas", 2, published_at=WITA), record("kompas", 3, revision=2))
    store(tmp_path, record("kompas", 3, title="lama"), record("okezone", 4, published_at="2026-07-23T00:00:00+07:00"))
    outcome = export({tmp_path / "okezone": ZONE, tmp_path / "kompas": ZONE}, tmp_path / "x.parquet", ZONE)
    table = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert [row["id"] for row in table] == ["okezone-4", "kompas-2", "kompas-3", "okezone-1"]
    assert (outcome.records, table[2]["title"]) == (4, "Judul 3")


def test_each_portals_days_are_those_of_its_own_zone(tmp_path: Path) -> None:
    late = "2026-07-24T23:30:00+07:00"  # the next day in Jayapura
    store(tmp_path, record("okezone", 1, published_at=late), record("kompas", 2, published_at=late))
    zones = {tmp_path / "okezone": ZONE, tmp_path / "kompas": "Asia/Jayapura"}
    export(zones, tmp_path / "x.jsonl", ZONE, since=date(2026, 7, 25))
    assert [one["id"] for one in lines(tmp_path / "x.jsonl")] == ["kompas-2"]


def test_a_portal_without_articles_is_named(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1))
    zones = {tmp_path / "okezone": ZONE, tmp_path / "kompas": ZONE}
    assert export(zones, tmp_path / "x.csv", ZONE).empty == [str(tmp_path / "kompas")]
    with pytest.raises(NothingStored, match="kompas: nothing is stored here yet"):
        export({tmp_path / "kompas": ZONE}, tmp_path / "x.csv", ZONE)


def test_the_command_takes_all_that_is_stored(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    store(tmp_path, record("okezone", 1, text="x" * 40_000), record("kompas", 2), record("okezone", 3))
    status, out, (cut, written) = runner(tmp_path, capfd)("export", "all", "-o", str(tmp_path / "x.xlsx"))
    assert (status, out) == (0, [])
    assert cut.startswith("newscrawl: cut 1 text at 32,767 characters, the most that a cell of Excel holds")
    assert written == f"newscrawl: 3 records in {tmp_path / 'x.xlsx'}"


# -- lines of other versions ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", WRITERS)
def test_nulls_and_unknown_keys_of_other_versions_are_read(tmp_path: Path, form: str) -> None:
    store(tmp_path, {"id": "okezone-1", "portal": "okezone", "tags": None, "revision": None, "views": [[1]]})
    assert export(tmp_path / "okezone", tmp_path / f"x{form}", ZONE).records == 1


# -- a workbook -----------------------------------------------------------------------------------------------


def test_a_workbook_has_dates_lists_and_texts(tmp_path: Path) -> None:
    full = record("okezone", 1, published_at=WITA, tags=["Sate", "Padang, Sumbar"], images=[IMAGE], agency="VOA")
    store(tmp_path, full)
    export(tmp_path / "okezone", tmp_path / "x.xlsx", ZONE)
    (row,) = rows(tmp_path / "x.xlsx")
    assert tuple(row) == ARTICLE_FIELDS
    assert row["published_at"] == datetime(2026, 7, 24, 15, 17)  # noqa: DTZ001 -- a workbook knows no zones
    assert (row["tags"], row["images"]) == ("Sate; Padang, Sumbar", dumps([IMAGE]))
    assert (row["complete"], row["pages"], row["updated_at"]) == (True, 1, None)
    with closing(openpyxl.load_workbook(tmp_path / "x.xlsx")) as book:
        meanings = dict(book["fields"].iter_rows(values_only=True))
    assert meanings["published_at"].endswith("Here the time in Asia/Jakarta.")


def test_a_cell_of_a_workbook_runs_no_formula_and_takes_every_text(tmp_path: Path) -> None:
    texts = ["=1+1", "@warga", "-5 derajat", "\x00\x1b[2Jx\ufffe", "+62", "🌶" * CELL_LIMIT, "a" * CELL_LIMIT]
    store(tmp_path, *(record("okezone", n, text=text) for n, text in enumerate(texts)))
    outcome = export(tmp_path / "okezone", tmp_path / "x.xlsx", ZONE)
    with closing(openpyxl.load_workbook(tmp_path / "x.xlsx")) as book:
        column = [name.value for name in book["articles"][1]].index("text")
        cells = [row[column] for row in list(book["articles"].rows)[1:]]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:5]] == ["=1+1", "@warga", "-5 derajat", "[2Jx\ufffd", "+62"]
    assert [cell.quotePrefix for cell in cells[:5]] == [True, True, True, False, True]
    assert [len(cell.value.encode("utf-16-le")) // 2 for cell in cells[5:]] == [CELL_LIMIT, CELL_LIMIT]
    assert [cell.value[-1] for cell in cells[5:]] == ["…", "a"]
    assert outcome.cut == 1


# -- a database -----------------------------------------------------------------------------------------------


def test_a_database_is_searched_as_it_is(tmp_path: Path) -> None:
    flood = record("okezone", 1, text="Banjir merendam Demak.", tags=["Demak"], images=[IMAGE], complete=False)
    store(tmp_path, flood, record("okezone", 2, text="Kafé baru di Demak."))
    export(tmp_path / "okezone", tmp_path / "x.db", ZONE)
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        found = "SELECT id FROM articles WHERE rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
        assert db.execute(found, ("banjir demak",)).fetchall() == [("okezone-1",)]
        assert db.execute(found, ("kafe",)).fetchall() == [("okezone-2",)]
        tags = db.execute(
            "SELECT articles.id FROM articles, json_each(tags) WHERE json_each.value = 'Demak'"
        ).fetchall()
        assert tags == [("okezone-1",)]
        stored = db.execute("SELECT published_at, complete, json_extract(images, '$[0].credit') FROM articles")
        assert stored.fetchone() == (WIB, 0, "Antara")
        assert dict(db.execute("SELECT name, meaning FROM fields"))["id"].startswith("The portal and its own")
        # How datasette finds the table to search in:
        sql = db.execute("SELECT sql FROM sqlite_master WHERE rootpage = 0 AND name = 'articles_fts'").fetchone()[0]
        assert 'content="articles"' in sql
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_has_every_revision_where_they_are_wanted(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1), record("okezone", 1, revision=2))
    assert export(tmp_path / "okezone", tmp_path / "x.db", ZONE, all_revisions=True).records == 2
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        assert db.execute("SELECT revision FROM articles ORDER BY revision").fetchall() == [(1,), (2,)]


@pytest.mark.parametrize("room", [0, 1_000, 10_000])
def test_a_workbook_that_finds_no_room_ends_in_one_error(room: int) -> None:
    class Full(io.BytesIO):
        def write(self, data: Any) -> int:
            if self.tell() + len(data) > room:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return super().write(data)

    workbook = Workbook(Full(), ZONE)
    given = decoded(json.dumps(record("okezone", 1, text=os.urandom(15_000).hex())).encode() + b"\n")
    assert given
    workbook.write(values(given), 100)
    with pytest.raises(OSError, match="No space left"):
        workbook.close()
    workbook.abandon()
    del workbook
    gc.collect()  # what complains when it is forgotten is an error here
