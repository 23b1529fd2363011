"""`scrapy export`: one file that pandas, DuckDB and datasets read with the same types, and nothing lost or doubled."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent
from typing import Any

import duckdb
import pandas as pd  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from newscrawl.crawling.showing.exporters import CsvItemExporter, JsonItemExporter, JsonLinesItemExporter
from newscrawl.files import FileBusy, replacing
from newscrawl.items import ARTICLE_FIELDS, Article, to_record
from newscrawl.storing.export import (
    WRITERS,
    ExportFailed,
    NothingStored,
    Outcome,
    Stored,
    export,
    plain,
    schema,
)
from tests import forks
from tests.project import ROOT, lines, patient, scrapy

ZONE = "Asia/Jakarta"
FORMS = tuple(WRITERS)
WIB, WITA = "2026-07-24T15:18:00+07:00", "2026-07-24T16:17:00+08:00"  # WITA is the earlier one
IMAGE = {"url": "https://img.okezone.com/1.jpg", "caption": None, "credit": "Antara"}


def record(number: int, published_at: str | None = WIB, **fields: Any) -> dict[str, Any]:
    article = Article(id=f"okezone-{number:07}", portal="okezone", url=f"https://news.okezone.com/read/{number}")
    given = {"title": f"Judul {number}", "text": "Isi.", "published_at": published_at, "fetched_at": WIB}
    return {**to_record(article), **given, **fields}


def store(folder: Path, *records: dict[str, Any], day: str = "2026-07-24", tail: bytes = b"") -> Path:
    """Append records, and bytes that are none, to the file of a day."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"articles-{day}.jsonl"
    with path.open("ab") as file:
        file.writelines(json.dumps(r, ensure_ascii=False).encode() + b"\n" for r in records)
        file.write(tail)
    return path


def exported(folder: Path, **options: Any) -> tuple[list[dict[str, Any]], Outcome]:
    output = folder.parent / "out.jsonl"
    outcome = export(folder, output, ZONE, **options)
    assert outcome.records == len(lines(output))
    return lines(output), outcome


def numbers(records: list[dict[str, Any]]) -> list[int]:
    return [int(r["id"].removeprefix("okezone-")) for r in records]


def instants(column: Any) -> list[datetime | None]:
    """The times of a column, however a reader holds them, in UTC."""
    moments = pd.to_datetime(pd.Series(column), utc=True, format="ISO8601")  # the format is for texts alone
    return [None if pd.isna(moment) else moment.to_pydatetime() for moment in moments]


def in_utc(stamp: str | None) -> datetime | None:
    return datetime.fromisoformat(stamp).astimezone(UTC) if stamp else None


def text_or_none(column: Any) -> list[Any]:
    return [None if pd.isna(value) else value for value in column]


# -- which records, and in which order ------------------------------------------------------------------------


def test_a_record_is_the_stored_one(tmp_path: Path) -> None:
    full = record(1, tags=["Kuliner", "Sate “Padang”"], images=[IMAGE], summary="Naik — lagi 🌶", updated_at=WITA)
    store(tmp_path / "okezone", full)
    (got,), _ = exported(tmp_path / "okezone")
    assert got == full
    assert tuple(got) == ARTICLE_FIELDS


def test_keys_and_types_are_the_same_on_every_record(tmp_path: Path) -> None:
    old = {"views": 7, "id": "okezone-0000001", "tags": None, "published_at": WIB}  # as another version wrote it
    store(tmp_path / "okezone", old)
    (got,), _ = exported(tmp_path / "okezone")
    assert tuple(got) == ARTICLE_FIELDS
    assert (got["id"], got["tags"], got["images"], got["agency"]) == ("okezone-0000001", [], [], None)
    assert (got["text"], got["complete"], got["pages"], got["revision"]) == ("", True, 1, 1)


def test_the_order_is_by_instant_then_id_and_the_unknown_come_last(tmp_path: Path) -> None:
    store(tmp_path / "okezone", record(1, None), record(4, WIB), record(3, WIB), day="2026-07-25")
    store(tmp_path / "okezone", record(5, WITA), record(2, "2026-07-25T00:00:00+07:00"), record(0, None))
    records, outcome = exported(tmp_path / "okezone")
    assert numbers(records) == [5, 3, 4, 2, 0, 1]
    assert outcome == Outcome(records=6)


def test_the_latest_revision_is_written_or_all_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "okezone"
    store(folder, record(1, revision=10, title="baru"), record(2), day="2026-07-24")
    store(folder, record(1, revision=9), record(1, revision=1, title="lama"), day="2026-07-25")
    records, _ = exported(folder)
    assert [(r["id"][-1], r["revision"]) for r in records] == [("1", 10), ("2", 1)]
    assert records[0]["title"] == "baru"
    records, _ = exported(folder, all_revisions=True)
    assert [(r["id"][-1], r["revision"]) for r in records] == [("1", 1), ("1", 9), ("1", 10), ("2", 1)]


def test_a_line_that_is_stored_twice_is_written_once(tmp_path: Path) -> None:
    store(tmp_path / "okezone", record(1), record(1, title="kedua"))
    records, _ = exported(tmp_path / "okezone", all_revisions=True)
    assert [r["title"] for r in records] == ["kedua"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2026-07-24", "2026-07-24", [2, 3]),
        ("2026-07-24", None, [2, 3, 4, 5]),
        (None, "2026-07-23", [0, 1]),
        (None, "2026-07-24", [0, 1, 2, 3]),
        ("2026-07-26", None, []),
        ("0001-01-01", "9999-12-31", [0, 1, 2, 3, 4, 5]),
    ],
)
def test_days_are_the_portals_and_included(
    tmp_path: Path, since: str | None, until: str | None, expected: list[int]
) -> None:
    store(
        tmp_path / "okezone",
        record(0, "2026-07-23T23:59:59+07:00"),
        record(1, "2026-07-24T00:30:00+08:00"),  # 23:30 of the day before in Jakarta
        record(2, "2026-07-24T00:00:00+07:00"),
        record(3, "2026-07-24T23:59:59+07:00"),
        record(4, "2026-07-25T01:00:00+08:00"),
        record(5, "2026-07-25T00:00:01+07:00"),
        record(6, None),
    )
    days = {name: date.fromisoformat(day) for name, day in (("since", since), ("until", until)) if day}
    records, outcome = exported(tmp_path / "okezone", **days)
    assert sorted(numbers(records)) == expected
    assert outcome.undated == 1


def test_the_latest_revision_decides_the_day(tmp_path: Path) -> None:
    store(tmp_path / "okezone", record(1, "2026-07-24T10:00:00+07:00"), record(1, None, revision=2))
    records, outcome = exported(tmp_path / "okezone", since=date(2026, 7, 24))
    assert (records, outcome.undated) == ([], 1)


# -- files that are not whole, or not at rest -----------------------------------------------------------------


def test_broken_lines_are_counted_and_a_torn_last_one_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "okezone"
    wrong = [
        {**record(3), "tags": "Ekonomi"},
        {**record(4), "published_at": "2026-07-24T10:00:00"},
        {**record(5), "published_at": "kemarin"},
        {**record(6), "pages": 2**63},
        {**record(7), "paywalled": 1},
        {**record(8), "images": [{"caption": "x"}]},
        {**record(9), "id": None},
    ]
    first = store(folder, record(1)).stat().st_size
    torn = json.dumps(record(11)).encode()
    store(folder, tail=b'{"id": "okezone-00{"id"}\n' + b"\0" * 9 + b"\n[]\n\xff\n" + b'{"id": "\\ud800"}\n')
    store(folder, *wrong, record(2), tail=torn[: len(torn) // 2])
    store(folder, record(10), day="2026-07-25", tail=torn)  # all of it but its line end: the store would cut it too
    records, outcome = exported(folder)
    assert numbers(records) == [1, 2, 10]
    assert outcome.broken == 5 + len(wrong)
    assert outcome.first_broken == f"articles-2026-07-24.jsonl at byte {first:,}"


def test_what_a_running_crawl_adds_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "okezone"
    half = json.dumps(record(2)).encode() + b"\n"
    store(folder, record(1), tail=half[:40])
    stored = Stored(folder)
    store(folder, tail=half[40:])
    store(folder, record(3))
    outcome = Outcome()
    assert [place[0] for place in stored.places(outcome)] == ["okezone-0000001"]
    assert not outcome.broken


def test_a_file_that_was_changed_between_the_passes_is_no_export(tmp_path: Path) -> None:
    path = store(tmp_path / "okezone", record(1), record(2))
    stored = Stored(tmp_path / "okezone")
    id, revision, _, _, *place = list(stored.places(Outcome()))[-1]
    path.write_bytes(path.read_bytes().replace(b"okezone-0000002", b"okezone-0000009"))
    with pytest.raises(ExportFailed, match="was changed while it was read"):
        stored.record(id, revision, *place)
    stored.close()


def test_an_archive_of_many_days_needs_few_open_files(tmp_path: Path) -> None:
    for n in range(200):
        day = date.fromordinal(date(2026, 1, 1).toordinal() + n).isoformat()
        store(tmp_path / "okezone", record(n), record(500 + n), day=day)
    script = """
        import resource, sys
        from pathlib import Path
        from newscrawl.storing.export import export
        resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))
        print(export(Path(sys.argv[1]), Path(sys.argv[2]), "Asia/Jakarta").records)
    """
    assert forked(script, tmp_path / "okezone", tmp_path / "out.jsonl").stdout == "400\n"


# -- the file at the end --------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_failure_leaves_the_old_file(tmp_path: Path, form: str) -> None:
    store(tmp_path / "okezone", *(record(n, text=os.urandom(2000).hex()) for n in range(50)))
    output = tmp_path / f"out{form}"
    output.write_bytes(b"old")
    script = """
        import resource, sys
        from pathlib import Path
        from newscrawl.storing.export import ExportFailed, export
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))  # as if the disk were full
        try:
            export(Path(sys.argv[1]), Path(sys.argv[2]), "Asia/Jakarta")
        except ExportFailed as error:
            print(error)
    """
    done = forked(script, tmp_path / "okezone", output)
    assert done.stdout.startswith(f"{output}: ")
    assert done.stdout.endswith(": not written\n")
    assert not done.stderr
    assert output.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["okezone", output.name]


def test_the_file_is_replaced_only_when_it_is_on_the_disk(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("old")
    (tmp_path / "out.jsonl.part").write_text("left behind by a crash, and longer than what comes now")
    with replacing(output) as file:
        file.write(b"new")
        file.flush()
        assert output.read_text() == "old"
        with pytest.raises(FileBusy, match="another process is writing it"), replacing(output):
            pass
    assert output.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_nothing_stored(tmp_path: Path) -> None:
    for folder in (tmp_path / "okezone", store(tmp_path / "torn", tail=b"{").parent):
        with pytest.raises(NothingStored, match="nothing is stored"):
            export(folder, tmp_path / "out.parquet", ZONE)
    assert not list(tmp_path.glob("out*"))


def test_no_record_of_the_days_is_a_file_with_the_same_columns(tmp_path: Path) -> None:
    store(tmp_path / "okezone", record(1))
    for form in FORMS:
        assert export(tmp_path / "okezone", tmp_path / f"out{form}", ZONE, since=date(2027, 1, 1)).records == 0
    assert not (tmp_path / "out.jsonl").read_bytes()
    assert tuple(pd.read_csv(tmp_path / "out.csv").columns) == ARTICLE_FIELDS
    assert pq.read_schema(tmp_path / "out.parquet") == schema(ZONE)


def test_memory_is_flat(exported_late: tuple[Path, dict[str, int]]) -> None:
    for form, growth in exported_late[1].items():
        assert growth < 60_000, form


# -- what others read from it ---------------------------------------------------------------------------------

MIXED = [
    record(1, WITA, tags=["Sulawesi", "Sidang, lanjutan"], images=[IMAGE], title='Kata "siapa", 1\'2', agency="VOA"),
    record(2, WIB, published_precision="minute", updated_at="2026-07-25T00:30:00+08:00"),
    record(3, "2026-07-24T15:18:01.250000+07:00", text="Satu.\n\nDua; “tiga”,\n\n- empat 🌶", paywalled=True),
    record(4, None, complete=False, fetched_at=None, pages=3),
]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an export in each form, with rows of both zones."""
    folder = tmp_path_factory.mktemp("mixed")
    store(folder / "okezone", *MIXED)
    for form in FORMS:
        export(folder / "okezone", folder / f"out{form}", ZONE)
    return folder


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store where only the last record has values, after more than readers look at to guess the types."""
    folder = tmp_path_factory.mktemp("late") / "okezone"
    store(folder, *(record(n, text="Isi. " * 300) for n in range(21_000)))
    fields = {"agency": "VOA", "summary": "Ringkas.", "updated_at": "2026-07-25T00:30:00+08:00"}
    store(folder, record(99_999, "2026-07-24T16:19:00+08:00", tags=["Akhir"], images=[IMAGE], **fields))
    return folder


@pytest.fixture(scope="module")
def exported_late(late: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The folder of its exports in every form, and by how many kB the process of each grew when it wrote it."""
    folder = tmp_path_factory.mktemp("exported")
    script = """
        import sys
        from pathlib import Path
        from newscrawl.storing.export import export
        def peak():  # in kB; of this process only, unlike ru_maxrss, which exec hands on
            status = Path("/proc/self/status").read_text()
            return int(status.split("VmHWM:")[1].split()[0])
        small, large, output = map(Path, sys.argv[1:])
        export(small, output, "Asia/Jakarta")  # loads pyarrow, and pyarrow loads pandas if there is one
        before = peak()
        export(large, output, "Asia/Jakarta")
        print(peak() - before)
    """
    store(folder / "small", record(1))
    assert sum(path.stat().st_size for path in late.iterdir()) > 40e6
    forms = [form for form in FORMS if form != ".xlsx"]  # a workbook takes a minute
    return folder, {form: int(python(script, folder / "small", late, folder / f"out{form}").stdout) for form in forms}


@pytest.fixture(scope="module")
def load_dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """`datasets.load_dataset` with all its files in a folder of the test, and no network."""
    home = tmp_path_factory.mktemp("huggingface")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HOME", str(home))
        patch.setenv("HF_HUB_OFFLINE", "1")
        patch.setenv("HF_DATASETS_OFFLINE", "1")
        import datasets  # type: ignore[import-untyped]  # reads these variables when it is imported

        datasets.disable_progress_bars()

        def load(form: str, path: Path, **options: Any) -> Any:
            return datasets.load_dataset(form, data_files=str(path), split="train", cache_dir=str(home), **options)

        yield load


def check(columns: dict[str, Any]) -> None:
    """The columns of MIXED, lists as lists and times as a reader holds them."""
    assert list(columns) == list(ARTICLE_FIELDS)
    for name, column in columns.items():
        expected = [r[name] for r in MIXED]
        if name.endswith("_at"):
            assert instants(column) == [in_utc(stamp) for stamp in expected], name
        elif name in ("authors", "editors", "section", "tags", "images"):
            assert [list(value) for value in column] == expected, name
        else:
            assert text_or_none(column) == expected, name


def test_pandas_reads_json_lines(mixed: Path) -> None:
    check(dict(pd.read_json(mixed / "out.jsonl", lines=True).items()))


def test_pandas_reads_csv(mixed: Path) -> None:
    check(of_csv(dict(pd.read_csv(mixed / "out.csv").items())))


def test_pandas_reads_parquet(mixed: Path) -> None:
    frame = pd.read_parquet(mixed / "out.parquet")
    assert str(frame["published_at"].dtype) == "datetime64[us, Asia/Jakarta]"
    check(dict(frame.items()))


def of_csv(columns: dict[str, Any]) -> dict[str, Any]:
    """The columns with their lists read from the JSON in the cells."""
    lists = ("authors", "editors", "section", "tags", "images")
    return {name: [json.loads(cell) for cell in c] if name in lists else c for name, c in columns.items()}


def query(text: str) -> duckdb.DuckDBPyRelation:
    relation = duckdb.sql(text)
    assert relation is not None
    return relation


def of_duckdb(relation: duckdb.DuckDBPyRelation) -> dict[str, Any]:
    return dict(zip(relation.columns, zip(*relation.fetchall(), strict=True), strict=True))


def test_duckdb_reads_json_lines(mixed: Path) -> None:
    relation = query(f"FROM read_json_auto('{mixed / 'out.jsonl'}')")
    check(of_duckdb(relation))
    assert duckdb_types(relation)["published_at"] == "TIMESTAMP WITH TIME ZONE"


def test_duckdb_reads_csv(mixed: Path) -> None:
    relation = query(f"FROM read_csv_auto('{mixed / 'out.csv'}')")
    check(of_csv(of_duckdb(relation)))
    assert duckdb_types(relation)["published_at"] == "TIMESTAMP WITH TIME ZONE"


def test_duckdb_reads_parquet(mixed: Path) -> None:
    relation = query(f"FROM read_parquet('{mixed / 'out.parquet'}')")
    check(of_duckdb(relation))
    assert duckdb_types(relation)["published_at"] == "TIMESTAMP WITH TIME ZONE"


def duckdb_types(relation: duckdb.DuckDBPyRelation) -> dict[str, str]:
    return dict(zip(relation.columns, map(str, relation.types), strict=True))


def test_datasets_reads_json_lines(mixed: Path, load_dataset: Any) -> None:
    features = from_schema()
    read = load_dataset("json", mixed / "out.jsonl", features=features)
    assert read.features == features
    check({name: read[name] for name in read.column_names})


def test_datasets_reads_parquet(mixed: Path, load_dataset: Any) -> None:
    read = load_dataset("parquet", mixed / "out.parquet")
    assert read.features == from_schema()
    check({name: read[name] for name in read.column_names})


def from_schema() -> Any:
    import datasets

    return datasets.Features.from_arrow_schema(schema(ZONE))


def test_types_hold_when_all_values_come_late(exported_late: tuple[Path, dict[str, int]], load_dataset: Any) -> None:
    """JSON Lines has no types: DuckDB must be told to look at every record, datasets what they are."""
    jsonl, parquet = (exported_late[0] / f"out{form}" for form in (".jsonl", ".parquet"))
    last = json.loads(jsonl.read_bytes().splitlines()[-1])
    names = ("id", "agency", "summary", "tags", "images", "updated_at", "published_at")
    assert pq.ParquetFile(parquet).num_row_groups > 5
    tables = {
        "pandas, Parquet": pd.read_parquet(parquet).iloc[-1].to_dict(),
        "DuckDB, Parquet": duckdb_last(f"read_parquet('{parquet}')"),
        "datasets, Parquet": load_dataset("parquet", parquet)[-1],
        "pandas, JSON Lines": pd.read_json(jsonl, lines=True).iloc[-1].to_dict(),
        "DuckDB, JSON Lines": duckdb_last(f"read_json_auto('{jsonl}', sample_size = -1)"),
        "datasets, JSON Lines": load_dataset("json", jsonl, features=from_schema())[-1],
    }
    for reader, row in tables.items():
        for name in names:
            if name.endswith("_at"):
                assert pd.Timestamp(row[name]) == in_utc(last[name]), (reader, name)
            else:
                value = list(row[name]) if isinstance(last[name], list) else row[name]
                assert value == last[name], (reader, name)


def duckdb_last(source: str) -> dict[str, Any]:
    return {k: v[0] for k, v in of_duckdb(query(f"FROM {source} WHERE id = 'okezone-0099999'")).items()}


def test_parquet_says_what_each_field_means(mixed: Path) -> None:
    stored = pq.read_schema(mixed / "out.parquet")
    for name, field in Article.__dataclass_fields__.items():
        described = stored.field(name).metadata[b"description"].decode()
        assert described.startswith(field.metadata["doc"])
        assert described.endswith("and not the printed offset.") is name.endswith("_at")


# -- spreadsheets ---------------------------------------------------------------------------------------------

RISKY = ["=1+1", "+62 21 555", "-5 derajat di Dieng", "@warga", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0@x", "\u200b+1",
         "＝1", "\ufeff-1", "'=1", "''=1"]  # fmt: skip
SAFE = ["'Suhu' -5", "Suhu = 5", "5-2", "(+62)", "–5", "", "“=1”"]


def of_cells(path: Path) -> list[dict[str, str]]:
    """The rows as a spreadsheet has them, behind the mark that says that they are UTF-8."""
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,portal,")
    assert raw.count(b"id,portal,") == 1
    assert raw.count(b"\xef\xbb\xbf'") == 0
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_a_cell_of_csv_runs_no_formula_and_can_be_read_back(tmp_path: Path) -> None:
    records = [record(n, text=text, pages=12, agency=text) for n, text in enumerate(RISKY + SAFE)]
    store(tmp_path / "okezone", *records)
    output = tmp_path / "out.csv"
    export(tmp_path / "okezone", output, ZONE)
    rows = of_cells(output)
    assert [row["text"] for row in rows] == [f"'{text}" for text in RISKY] + SAFE
    assert {(row["pages"], row["revision"], row["complete"]) for row in rows} == {("12", "1", "true")}
    frame = pd.read_csv(output, keep_default_na=False).map(plain)
    assert list(frame["text"]) == list(frame["agency"]) == RISKY + SAFE
    assert set(frame["pages"]) == {12}


def test_a_cell_of_csv_has_no_control_characters(tmp_path: Path) -> None:
    text = "\x00\x1b[2J=1\x9b\u202e\u2066\x07 teks"
    store(tmp_path / "okezone", record(1, text=text, title="satu\ndua"))
    export(tmp_path / "okezone", tmp_path / "out.csv", ZONE)
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"), newline=""))
    assert (row["text"], row["title"]) == ("[2J=1 teks", "satu\ndua")
    export(tmp_path / "okezone", tmp_path / "out.jsonl", ZONE)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]", (tmp_path / "out.jsonl").read_text("utf-8"))
    assert lines(tmp_path / "out.jsonl")[0]["text"] == text


def test_a_feed_is_as_harmless(tmp_path: Path) -> None:
    """Also the second run that appends to it: one mark and one header, at its beginning."""
    output = tmp_path / "feed.csv"
    for n in range(2):
        with output.open("ab") as file:
            exporter = CsvItemExporter(file, encoding="utf-8")
            for text in RISKY[7 * n : 7 * n + 7]:
                exporter.export_item(
                    Article(title=text, tags=["=x"], pages=3, published_at=datetime.fromisoformat(WIB))
                )
            exporter.finish_exporting()
    rows = of_cells(output)
    assert [row["title"] for row in rows] == [f"'{text}" for text in RISKY]
    assert {(row["tags"], row["pages"], row["published_at"]) for row in rows} == {('["=x"]', "3", WIB)}


@pytest.mark.parametrize("kind", [JsonItemExporter, JsonLinesItemExporter])
def test_a_feed_on_a_terminal_commands_nothing(kind: Any) -> None:
    file = io.BytesIO()
    exporter = kind(file, encoding="utf-8")
    exporter.start_exporting()
    exporter.export_item(Article(title="\x1b[2J\x9b \u202e\u2028é"))
    exporter.finish_exporting()
    (got,) = [json.loads(file.getvalue())] if kind is JsonLinesItemExporter else json.loads(file.getvalue())
    assert got["title"] == "\x1b[2J\x9b \u202e\u2028é"
    assert not re.search("[\x1b\x9b\u202e\u2028]", file.getvalue().decode())
    assert "é" in file.getvalue().decode()


def test_zeros_behind_the_stored_lines_cost_no_memory(tmp_path: Path) -> None:
    path = store(tmp_path / "okezone", record(1))
    os.truncate(path, path.stat().st_size + 2**29)
    script = """
        import resource, sys
        from pathlib import Path
        from newscrawl.storing.export import export
        resource.setrlimit(resource.RLIMIT_AS, (300 * 2**20, 300 * 2**20))
        print(export(Path(sys.argv[1]), Path(sys.argv[2]), "Asia/Jakarta"))
    """
    done = python(script, tmp_path / "okezone", tmp_path / "out.jsonl")
    assert done.stdout == f"{Outcome(records=1)}\n", done.stderr


# -- the command ----------------------------------------------------------------------------------------------


def python(script: str, *args: Path) -> subprocess.CompletedProcess[str]:
    """Run a script of several indented lines in a Python of its own, which has the memory that it needs and no more."""
    command = [sys.executable, "-W", "error", "-c", dedent(script), *map(str, args)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=patient(120), check=False)


def forked(script: str, *args: Path) -> subprocess.CompletedProcess[str]:
    """The same where its memory is not looked at, without the wait for what it loads."""
    line = [sys.executable, "-c", dedent(script), *map(str, args)]
    return forks.run(line, env={**os.environ, "PYTHONWARNINGS": "error"}, timeout=patient(120))


def run(data: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return scrapy("export", "okezone", *args, "-s", f"NEWSCRAWL_DATA={data}")


def test_the_command_writes_a_file_and_says_what_it_did(tmp_path: Path) -> None:
    path = store(tmp_path / "okezone", record(1), record(2, None), record(3), tail=b"{}\n")
    output = tmp_path / "out.CSV"
    done = run(tmp_path, "-o", str(output), "--since", "2026-07-24", "--until", "2026-07-24")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        f"newscrawl: skipped 1 broken line, the first in {path.name} at byte {path.stat().st_size - 3:,}",
        "newscrawl: left out 1 record without published_at",
        f"newscrawl: 2 records in {output}",
    ]
    assert list(pd.read_csv(output)["id"]) == ["okezone-0000001", "okezone-0000003"]


def test_the_command_writes_to_standard_output(tmp_path: Path) -> None:
    store(tmp_path / "okezone", record(1), record(1, revision=2))
    done = run(tmp_path, "-o", "-", "--all-revisions")
    assert [json.loads(line)["revision"] for line in done.stdout.splitlines()] == [1, 2]
    assert done.stderr == "newscrawl: 2 records in standard output\n"


def test_a_reader_that_has_had_enough_is_no_fault_of_ours(tmp_path: Path) -> None:
    store(tmp_path / "okezone", *(record(n, text="Isi. " * 100) for n in range(2_000)))
    command = [sys.executable, "-m", "scrapy", "export", "okezone", "-o", "-", "-s", f"NEWSCRAWL_DATA={tmp_path}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as export_process:
        assert export_process.stdout
        assert export_process.stderr
        assert json.loads(export_process.stdout.readline())["id"] == "okezone-0000000"
        export_process.stdout.close()
        assert not export_process.stderr.read()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["export"], "give portals, or all: scrapy export PORTAL -o FILE; known: antaranews, beritasatu"),
        (["export", "okzone", "-o", "x.csv"], "unknown portal 'okzone'; known: antaranews, beritasatu"),
        (["export", "okezone"], "give a file to write: -o FILE with one of .jsonl, .csv, .parquet"),
        (["export", "okezone", "-o", "x.json"], "x.json: one record a line is JSON Lines: write x.jsonl"),
        (["export", "okezone", "-o", "x.ods"], "x.ods: unknown ending '.ods'; known: .jsonl, .csv, .parquet"),
        (["export", "okezone", "-o", "none/x.csv"], "none/x.csv: there is no folder none"),
        (["export", "okezone", "-o", "x.csv", "--since", "20260724"], "--since '20260724' is not a day"),
        (["export", "okezone", "-o", "x.csv", "--until", "2026-02-30"], "--until '2026-02-30' is not a day"),
        (
            ["export", "okezone", "-o", "x.csv", "--since", "2026-07-25", "--until", "2026-07-24"],
            "--since 2026-07-25 lies after --until 2026-07-24",
        ),
    ],
)
def test_a_wrong_argument_is_one_line(args: list[str], words: str) -> None:
    done = scrapy(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"newscrawl: {words}")
    assert done.stderr.count("\n") == 1


def test_the_stored_files_are_not_a_place_to_export_to(tmp_path: Path) -> None:
    path = store(tmp_path / "okezone", record(1))
    before = path.read_bytes()
    done = run(tmp_path, "-o", str(path))
    assert (done.returncode, path.read_bytes()) == (2, before)
    assert "this folder holds what is stored itself" in done.stderr


def test_what_a_watch_has_told_is_not_overwritten(tmp_path: Path) -> None:
    store(tmp_path / "okezone", record(1))
    memory = tmp_path / "watch" / "banjir.jsonl"
    memory.parent.mkdir()
    memory.write_text("told\n")
    done = run(tmp_path, "-o", str(memory))
    assert (done.returncode, memory.read_text()) == (2, "told\n")


def test_a_card_names_no_file_that_it_cannot_write(tmp_path: Path) -> None:
    store(tmp_path / "okezone", record(1))
    done = run(tmp_path, "--card", "-o", os.fsdecode(bytes(tmp_path) + b"/\xff.parquet"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "choose another name" in done.stderr


def test_the_command_says_that_nothing_is_stored(tmp_path: Path) -> None:
    done = run(tmp_path, "-o", str(tmp_path / "out.parquet"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"newscrawl: {tmp_path / 'okezone'}: nothing is stored here yet\n"
