"""`scrapy coverage`: a gap in the data is never read as a gap in the news."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl.judging.coverage import Day, as_text, coverage, spans
from newscrawl.judging.runs import ARCHIVE, CHANNELS, DAILY, URLS, Finding, Run, save
from newscrawl.portals.registry import portals
from newscrawl.storing.store import Store
from tests.archives.making import archive, article
from tests.archives.making import run as read
from tests.commands.inside import runner
from tests.storing.stored import record, store

NOW = datetime(2026, 7, 24, 11, tzinfo=UTC)  # 18:00 in Jakarta


def run(data: Path, day: int, scope: str = DAILY, portal: str = "okezone", **fields: Any) -> None:
    """The record of a run at 02:00 of a day of July in Jakarta."""
    started = datetime(2026, 7, day, 2, tzinfo=UTC) - timedelta(hours=7)
    given = {"articles": {"found": 3, "stored": 3}, **fields}
    save(data / portal, Run(portal, started, started + timedelta(hours=1), scope, **given), 400)


def missed(data: Path, number: int, day: str, at: str, portal: str = "okezone") -> None:
    url = f"https://news.okezone.com/read/{day.replace('-', '/')}/337/{number}/judul"
    line = {"portal": portal, "id": f"{portal}-{number}", "url": url, "reason": "timeout", "again": True, "at": at}
    path = data / portal / f"dropped-{at[:10]}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(json.dumps(line) + "\n{torn")


def july(day: int, hour: int = 10) -> str:
    return f"2026-07-{day:02}T{hour:02}:00:00+07:00"


def states(data: Path, portal: str = "okezone") -> dict[int, str]:
    return {day.day.day: day.state for day in coverage(data, [portal], portals(), NOW)}


Runs = list[tuple[int, dict[str, Any]]]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([(24, {})], {23: "whole", 24: "partly"}),
        ([(23, {}), (24, {})], {22: "whole", 23: "whole", 24: "partly"}),
        ([(21, {}), (24, {})], {20: "whole", 21: "partly", 22: "not asked", 23: "whole", 24: "partly"}),
        ([(24, {"finish_reason": "shutdown"})], {23: "partly", 24: "partly"}),
        ([(24, {"lost_listings": 1})], {23: "partly", 24: "partly"}),
        ([(24, {"blocked_listings": 1})], {23: "partly", 24: "partly"}),
        ([(24, {"articles": {}})], {23: "partly", 24: "partly"}),
        ([(24, {"findings": [Finding("gap", "none of 9 is on a list")]})], {23: "partly", 24: "partly"}),
        ([(24, {"findings": [Finding("gap", "", "2026-07-01/2026-07-03")]})], {23: "whole", 24: "partly"}),
        (
            [(24, {"findings": [Finding("few articles", "")], "accepted": ["few articles"]})],
            {23: "whole", 24: "partly"},
        ),
        ([(24, {"findings": [Finding("half-read", "")]})], {23: "whole", 24: "partly"}),
        ([(23, {"findings": [Finding("few articles", "")]}), (23, {})], {22: "whole", 23: "partly", 24: "not asked"}),
        ([(24, {"scope": f"{CHANNELS} bola", "arguments": {"channels": "bola"}})], {23: "partly", 24: "partly"}),
        ([(24, {"scope": URLS})], {}),
        (
            [(24, {"scope": ARCHIVE, "arguments": {"since": "2026-07-21", "until": "2026-07-22"}})],
            {21: "whole", 22: "whole", 23: "not asked", 24: "not asked"},
        ),
        ([(24, {}), (24, {"lost_listings": 1})], {23: "whole", 24: "partly"}),
    ],
)
def test_how_a_day_was_asked_for(tmp_path: Path, runs: Runs, expected: dict[int, str]) -> None:
    for day, fields in runs:
        run(tmp_path, day, **fields)
    assert states(tmp_path) == expected


def test_what_the_store_remembers_as_done_is_whole(tmp_path: Path) -> None:
    with Store(tmp_path / "okezone", date(2026, 7, 24)) as opened:
        opened.mark_done("2026-07-22 all")
        opened.mark_done("2026-07-23 bola")
    assert states(tmp_path) == {22: "whole", 23: "not asked", 24: "not asked"}
    run(tmp_path, 23, findings=[Finding("gap", "none of 9 is on a list")])
    assert states(tmp_path)[22] == "partly", "done as far as its lists told"
    run(tmp_path, 23, scope=ARCHIVE, arguments={"since": "2026-07-22"})
    assert states(tmp_path)[22] == "whole"


def test_stored_missing_and_archive_only(tmp_path: Path) -> None:
    run(tmp_path, 24)
    store(tmp_path, record("okezone", 1, published_at=july(23)), record("okezone", 2, published_at=july(23)))
    store(tmp_path, record("okezone", 2, published_at=july(23), revision=2), record("okezone", 3, published_at=july(2)))
    store(tmp_path, record("okezone", 4, published_at=None))
    missed(tmp_path, 2, "2026-07-23", july(23))  # and stored later
    missed(tmp_path, 5, "2026-07-23", july(24))  # its address has the day
    missed(tmp_path, 5, "2026-07-23", july(25))
    expected = [
        Day("okezone", date(2026, 7, 2), "archive only", stored=1),
        Day("okezone", date(2026, 7, 23), "whole", stored=2, missing=1),
        Day("okezone", date(2026, 7, 24), "partly"),
    ]
    assert coverage(tmp_path, ["okezone"], portals(), NOW) == expected
    with Store(tmp_path / "okezone", date(2026, 7, 24)):  # its index now answers in place of the files
        pass
    assert coverage(tmp_path, ["okezone"], portals(), NOW) == expected
    assert as_text(spans(expected, by_month=True)).splitlines() == [
        "portal   month    whole  partly  not asked  listed  stored  missing  archive only",
        "okezone  2026-07      1       1          ·       3       3        1             1",
    ]
    assert [(day.listed, day.archive_only) for day in expected] == [(0, 1), (3, 0), (0, 0)]


def test_the_command_the_page_and_the_file_beside_parquet(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for day in (20, 24):
        run(tmp_path, day)
    store(tmp_path, record("okezone", 1, published_at=july(23)), record("kompas", 2, published_at=july(1)))
    command = runner(tmp_path, capfd)
    options = ("--days", "--since", "2026-07-22", "--html", str(tmp_path / "c.html"))
    status, out, _ = command("coverage", "okezone", *options)
    assert status == 0
    assert [line.split()[1:4] for line in out[1:]] == [
        ["2026-07-22", "not", "asked"], ["2026-07-23", "whole", "1"], ["2026-07-24", "partly", "·"],
    ]  # fmt: skip
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert 'title="2026-07-23: whole, 1 stored, 0 missing">●' in page
    assert "://" not in page
    status, _, told = command("export", "all", "-o", str(tmp_path / "x.parquet"))
    assert (status, told[-1]) == (0, f"newscrawl: the days that were asked for in {tmp_path / 'x.coverage.csv'}")
    beside = list(csv.DictReader((tmp_path / "x.coverage.csv").read_text("utf-8").splitlines()))
    assert beside == list(csv.DictReader(command("coverage", "--csv")[1]))
    assert beside[0] == {"portal": "kompas", "day": "2026-07-01", "state": "archive only", "listed": "0", "stored": "1",
                         "missing": "0", "archive_only": "1"}  # fmt: skip
    assert command("coverage", "okzone")[0] == 2


def test_what_only_an_archive_has_is_counted_where_its_folder_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data, corpus = tmp_path / "data", tmp_path / "corpus"
    run(data, 24)
    store(data, record("okezone", 9_800_002, published_at=july(24)))
    missed(data, 9_800_003, "2026-07-24", july(24))
    archive(tmp_path / "a.warc.gz", article(1), article(2), article(3), article(3, extra=" Ralat."))
    command = runner(data, capfd)
    status, _, err = command("coverage", "--archive", str(corpus))
    assert (status, "no archive was read into it" in err[0]) == (2, True)
    read(corpus, tmp_path / "a.warc.gz")
    assert [line.split() for line in command("coverage", "--days", "--since", "2026-07-24")[1][1:]] == [
        ["okezone", "2026-07-24", "partly", "2", "1", "1", "·"]
    ]
    status, out, _ = command("coverage", "--days", "--since", "2026-07-24", "--archive", str(corpus))
    assert [line.split() for line in out[1:]] == [["okezone", "2026-07-24", "partly", "1", "1", "·", "2"]]
    (file,) = (corpus / "articles/okezone/2026-07").iterdir()
    file.write_bytes(b"x")
    status, _, err = command("coverage", "--archive", str(corpus))
    assert (status, len(err), "run newscrawl archive again" in err[0]) == (1, 1, True)


def test_an_archive_fills_days_that_nobody_asked_for(tmp_path: Path) -> None:
    def archived(portal: str) -> list[tuple[str, str | None]]:
        return [(f"{portal}-1", july(2)), (f"{portal}-2", None)]

    assert coverage(tmp_path, ["okezone"], portals(), NOW, archived=archived) == [
        Day("okezone", date(2026, 7, 2), "archive only", archived=1)
    ]
