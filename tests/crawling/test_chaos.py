"""Stopped, starved and misled at any moment, a crawl loses nothing, stores nothing twice, and says what it did."""

from __future__ import annotations

import random
import re
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest

from newscrawl.judging.exitcodes import Exit
from newscrawl.storing.store import INDEX
from tests.chaos import (
    TODAY,
    Chaos,
    MoodySite,
    Running,
    Story,
    archive,
    err,
    files_of,
    imbalance,
    listing,
    listing_pages,
    records_of,
    stories,
    tear,
    text_of,
)
from tests.newsroom import NOW, command
from tests.project import patient
from tests.site import NOT_FOUND, Answer, Hit, Route, Site, page

OLD = [date(2026, 7, day) for day in range(7, 13)]
EMPTY = page("<html><body>Tidak ada berita</body></html>")
# Runs a command whose files may not grow beyond so many bytes: to the store, a full disk.
LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
"""


def run(site: Site, data: Path, *options: str, line: Sequence[str] = ()) -> tuple[int, str]:
    """A crawl to its end: exit status and log. A summary that does not add up fails the test."""
    with Running(site, data, *options, line=line) as running:
        status, log = running.end(patient(60)), running.log
    if not log.startswith("newscrawl: "):  # what ends it before it began
        assert imbalance(log) is None, log
    return status, log


def stored(data: Path) -> list[str]:
    """Ids in the files, one for each revision."""
    return [str(record["id"]) for record in records_of(data)]


def fetched(site: Site, prefix: str = "/read/") -> list[str]:
    """Paths with this prefix in the order in which they were asked for."""
    return [hit.path for hit in site.hits if hit.path.startswith(prefix)]


def first(answer: Answer, then: Answer) -> Callable[[Hit], Answer]:
    """A route that gives `answer` once and `then` ever after."""
    answers = [answer]
    return lambda _hit: answers.pop() if answers else then


def days_done(data: Path) -> set[date]:
    """The days that the index has as done, read beside it: reading it in place would mend what a kill left."""
    with tempfile.TemporaryDirectory() as copy:
        for path in (data / "okezone").glob(f"{INDEX}*"):
            shutil.copy(path, copy)
        with closing(sqlite3.connect(Path(copy) / INDEX)) as index:
            return {date.fromisoformat(scope.split()[0]) for (scope,) in index.execute("SELECT scope FROM done")}


def day_of(count: int, day: date = TODAY) -> list[Story]:
    return stories([day], count)


def test_ten_times_kill_9(tmp_path: Path) -> None:
    days = [TODAY - timedelta(days=n) for n in (2, 1, 0)]
    said: list[str] = []
    with MoodySite(20260724, stories(days, 90)) as site:
        tally = Chaos(site, tmp_path, said.append).run(10, ["kill -9"], [0])
    assert not tally, [tally, *said]
    assert sum("exit  -9" in line for line in said) >= 8, said


def test_what_was_mended_is_said(tmp_path: Path) -> None:
    with Site(archive(day_of(5))) as site:
        assert run(site, tmp_path)[0] == 0
        tear(next(iter(files_of(tmp_path))), "half a line", random.Random(1))
        _, log = run(site, tmp_path)
    assert log.count("cut a torn last line") == 1


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP], ids=lambda s: s.name)
def test_a_signal_ends_the_crawl_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    told = day_of(60)
    with Site(archive(told)) as site:
        with Running(site, tmp_path, "DOWNLOAD_DELAY=0.05") as running:
            assert running.until(lambda: len(fetched(site)) >= 8), running.log
            running.process.send_signal(how)
            status, log = running.end(patient(30)), running.log
        assert status == Exit.INTERRUPTED, log
        assert imbalance(log) is None, log
        assert re.search(r"failed [1-9]\d*: not reached", log), log
        assert 5 <= len(records_of(tmp_path)) < 60
        records_of(tmp_path, "dropped")
        assert run(site, tmp_path, "NEWSCRAWL_REVISIT_HOURS=0")[0] == 0
        assert sorted(stored(tmp_path)) == [story.id for story in told]


@pytest.mark.parametrize(("paragraphs", "room"), [(800, 150_000), (12, 40_000)], ids=["large pages", "small pages"])
def test_a_full_disk_stops_the_crawl_and_harms_nothing(tmp_path: Path, paragraphs: int, room: int) -> None:
    told = day_of(30)
    with Site(archive(told)) as site:
        for story in told:
            site.routes[story.path] = page(story.page(paragraphs=paragraphs))
        whole = site.routes[listing(TODAY)]
        site.routes |= listing_pages(TODAY, told[:8])
        rest = site.routes.pop(listing(TODAY, 15))
        assert run(site, tmp_path)[0] == 0
        site.routes |= {listing(TODAY): whole, listing(TODAY, 15): rest}
        (path, before), *_ = files_of(tmp_path).items()
        most = max(len(before), *(p.stat().st_size for p in (tmp_path / "okezone").iterdir())) + room
        python, _, *crawl = command(site, tmp_path, "NEWSCRAWL_REVISIT_HOURS=0")
        status, log = run(site, tmp_path, line=[python, "-c", LIMITED, str(most), *crawl])
        assert status == Exit.STORAGE, log
        assert len(re.findall("storage failed:|cannot be", log)) == 1, log
        assert "Traceback" not in log
        assert path.read_bytes().startswith(before)
        assert 8 <= len(set(stored(tmp_path))) < 30
        status, log = run(site, tmp_path, "NEWSCRAWL_REVISIT_HOURS=0")
        assert status == 0, log
        assert sorted(stored(tmp_path)) == [story.id for story in told]


def test_a_second_run_gives_way(tmp_path: Path) -> None:
    told, may_end = day_of(25), Event()
    with Site(archive(told)) as site, Running(site, tmp_path, "DOWNLOAD_TIMEOUT=900") as running:
        last = site.routes[told[0].path]
        assert not callable(last)
        site.routes[told[0].path] = lambda _hit: last if may_end.wait(600) else NOT_FOUND
        assert running.until(lambda: len(fetched(site)) >= 3), running.log
        with Site(archive(told)) as other:
            status, log = run(other, tmp_path)
            assert not other.hits
        assert status == Exit.BUSY
        assert len(log.splitlines()) == 1, log
        assert f"pid {running.process.pid}" in log
        assert running.process.poll() is None
        may_end.set()
        assert running.end(patient(30)) == 0, running.log
        assert sorted(stored(tmp_path)) == [story.id for story in told]


@pytest.mark.parametrize("host", ["index", "news"])
def test_without_robots_txt_nothing_is_fetched(tmp_path: Path, host: str) -> None:
    told = day_of(6)
    with Site(archive(told)) as site:
        rules = site.routes["/robots.txt"]
        assert not callable(rules)
        down: Answer = (500, {}, "kaput", 0.0)
        site.routes["/robots.txt"] = lambda hit: (
            down if host == "index" or hit.headers["Host"].startswith(host) else rules
        )
        status, log = run(site, tmp_path)
        assert status in (Exit.NOTHING_FOUND, Exit.ERRORS), log
        assert "robots.txt unreachable" in log
        if host == "index":
            assert {hit.path for hit in site.hits} == {"/robots.txt"}
        else:
            assert not fetched(site)
            assert {r["reason"] for r in records_of(tmp_path, "dropped")} == {"robots.txt unreachable"}
        site.routes["/robots.txt"] = rules
        status, log = run(site, tmp_path)
        assert status == 0, log
    assert sorted(stored(tmp_path)) == [story.id for story in told]


@pytest.mark.parametrize(("status", "seconds"), [(429, 2), (503, 1)])
def test_retry_after_holds_for_the_whole_portal(tmp_path: Path, status: int, seconds: int) -> None:
    told = day_of(30)
    at = []

    def busy(hit: Hit) -> Answer:
        at.append(hit.at)
        if len(at) == 1:
            return status, {"Retry-After": str(seconds)}, "slow down", 0.0
        return page(told[20].page())

    with Site(archive(told)) as site:
        site.routes[told[20].path] = busy
        done, log = run(site, tmp_path, "DOWNLOAD_DELAY=0.02")
        assert done == 0, log
        # What was on its way already may still arrive.
        quiet = [hit.path for hit in site.hits if at[0] < hit.at < at[0] + seconds - 0.2]
        late = [hit.path for hit in site.hits if hit.at >= at[0] + seconds - 0.2]
    assert len(quiet) < 3
    assert len(late) > 5
    assert sorted(stored(tmp_path)) == [story.id for story in told]


@pytest.mark.parametrize(("day", "offset"), [(TODAY, 0), (TODAY, 15), (OLD[0], 15)])
def test_an_empty_listing_page_loses_nothing_in_the_end(tmp_path: Path, day: date, offset: int) -> None:
    told = day_of(35, day)
    with Site(archive(told)) as site:
        good = site.routes[listing(day, offset)]
        assert not callable(good)
        site.routes[listing(day, offset)] = first(EMPTY, good)
        for _ in range(2):
            status, log = run(site, tmp_path, f"since={day}", f"until={day}", "NEWSCRAWL_REVISIT_HOURS=0")
        assert status == 0, log
    assert sorted(stored(tmp_path)) == [story.id for story in told]


def test_a_clock_that_jumps(tmp_path: Path) -> None:
    days = [TODAY - timedelta(days=3), TODAY - timedelta(days=2)]
    told = stories(days, 12)
    with Site(archive(told)) as site:
        for moment in (NOW, "2026-07-25T18:00:00+07:00", "2026-07-22T23:00:00+07:00"):
            span = (f"since={days[0]}", f"until={days[-1]}", "again=1")
            status, log = run(site, tmp_path, *span, f"NEWSCRAWL_NOW={moment}")
            assert status == 0, log
            assert len(fetched(site)) % 12 == 0, "all were looked at"
    assert sorted(stored(tmp_path)) == [story.id for story in told]


def test_an_archive_is_resumed_behind_the_days_that_are_done(tmp_path: Path) -> None:
    told = stories(OLD, 90)
    span = (f"since={OLD[0]}", f"until={OLD[-1]}")
    with Site(archive(told)) as site:
        with Running(site, tmp_path, *span, "DOWNLOAD_DELAY=0.01") as running:
            assert running.until(lambda: len(fetched(site)) >= 65), running.log
            running.process.kill()
            running.end()
        done = days_done(tmp_path)
        assert done, "two thirds of the articles are there, and no day is done"
        assert len(done) < len(OLD)
        site.hits.clear()
        status, log = run(site, tmp_path, *span)
        assert status == 0, log
        assert {day for day in OLD if fetched(site, listing(day))} == set(OLD) - done
        assert sorted(stored(tmp_path)) == [story.id for story in told]

        site.hits.clear()
        status, log = run(site, tmp_path, *span)
        assert status == 0, log
        assert not fetched(site, ""), "all is done"

        assert run(site, tmp_path, *span, "again=1")[0] == 0
        assert all(fetched(site, listing(day)) for day in OLD)
        assert len(fetched(site)) == 90
        assert sorted(stored(tmp_path)) == [story.id for story in told], "nothing had changed"


@pytest.mark.parametrize("lost", ["article", "listing"])
def test_a_day_with_a_failure_is_not_done(tmp_path: Path, lost: str) -> None:
    told = day_of(20, OLD[0])
    span = (f"since={OLD[0]}", f"until={OLD[0]}")
    with Site(archive(told)) as site:
        path = told[3].path if lost == "article" else listing(OLD[0], 15)
        good: Route = site.routes[path]
        site.routes[path] = (500, {}, "kaput", 0.0)
        status, log = run(site, tmp_path, *span)
        assert len(stored(tmp_path)) == (19 if lost == "article" else 15), log
        assert status == (0 if lost == "article" else Exit.ERRORS), log
        site.routes[path] = good
        status, log = run(site, tmp_path, *span)
        assert status == 0, log
    assert sorted(stored(tmp_path)) == [story.id for story in told]


def test_today_is_never_done(tmp_path: Path) -> None:
    told = day_of(6)
    with Site(archive(told[:4])) as site:
        assert run(site, tmp_path)[0] == 0
        site.routes |= archive(told)
        assert run(site, tmp_path)[0] == 0
    assert sorted(stored(tmp_path)) == [story.id for story in told]


def test_a_young_article_that_changed_is_a_new_revision(tmp_path: Path) -> None:
    told = day_of(5)
    with Site(archive(told)) as site:
        assert run(site, tmp_path)[0] == 0
        before = files_of(tmp_path)
        status, log = run(site, tmp_path)
        assert status == 0, log
        assert len(fetched(site)) == 10, "young articles are looked at again"
        assert files_of(tmp_path) == before, "and nothing is written where nothing changed"

        site.routes[told[2].path] = page(told[2].page(edition=2))
        assert run(site, tmp_path, f"until={TODAY}", "NEWSCRAWL_NOW=2026-07-25T18:00:00+07:00")[0] == 0
        versions = [(r["revision"], r["text"]) for r in records_of(tmp_path) if r["id"] == told[2].id]
        assert versions == [(1, text_of(told[2], 1)), (2, text_of(told[2], 2))]
        assert len(records_of(tmp_path)) == 6


@pytest.mark.parametrize("option", ["NEWSCRAWL_NOW=2026-07-26T18:00:00+07:00", "NEWSCRAWL_REVISIT_HOURS=1"])
def test_an_old_article_is_not_fetched_again(tmp_path: Path, option: str) -> None:
    told = day_of(5)
    with Site(archive(told)) as site:
        assert run(site, tmp_path)[0] == 0
        site.routes[told[2].path] = page(told[2].page(edition=2))
        before = files_of(tmp_path)
        site.hits.clear()
        status, log = run(site, tmp_path, f"until={TODAY}", option)
        assert status == 0, log
        assert fetched(site, "/bydate/"), "the day is listed again"
        assert not fetched(site)
        assert files_of(tmp_path) == before


def test_two_runs_started_together(tmp_path: Path) -> None:
    told = day_of(12)
    with (
        Site(archive(told)) as one,
        Site(archive(told)) as two,
        Running(one, tmp_path, f"DOWNLOAD_DELAY={patient(0.1):g}") as first_run,
        Running(two, tmp_path, f"DOWNLOAD_DELAY={patient(0.1):g}") as second_run,
    ):
        ends = {first_run.end(): first_run.log, second_run.end(): second_run.log}
        assert set(ends) == {Exit.DONE, Exit.BUSY}, ends
        assert not (one.hits and two.hits), "one of them asked for nothing"
    assert sorted(stored(tmp_path)) == [story.id for story in told]


def test_half_a_gzip_body_is_no_article(tmp_path: Path) -> None:
    told = day_of(12)
    with Site(archive(told)) as site:
        good = page(told[0].page())
        site.routes[told[0].path] = lambda hit: err("cut gzip", hit, good)
        run(site, tmp_path)
        assert told[0].id not in stored(tmp_path)
        assert {r["id"]: r["reason"] for r in records_of(tmp_path, "dropped")} == {told[0].id: "cut body"}
