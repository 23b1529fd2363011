"""`scrapy crawl`: what runs that failed, or were killed, were to list is listed by the next one that can."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.crawling.keeping.remembering import doubtful_since
from newscrawl.crawling.nightly.limits import limits_of
from newscrawl.crawling.spider import catching_up
from newscrawl.crawling.spider.catching_up import CatchUp, begun_since, catch_up
from newscrawl.judging import runs
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.findings import FINDING_NAMES
from newscrawl.judging.runs import ARCHIVE, CHANNELS, DAILY, URLS, Finding, Run, load, save
from newscrawl.settings import base
from newscrawl.spiders.okezone import Okezone
from tests import forks, newsroom
from tests.newsroom import ids, stored
from tests.project import patient
from tests.site import Site, page

TONIGHT = datetime.fromisoformat("2026-07-24T05:30:00+07:00")
USUAL = CatchUp(date(2026, 7, 23))


def run_of(
    days_ago: int, status: Exit = Exit.DONE, *findings: str, lost: int = 0, scope: str = "", **given: str
) -> Run:
    at = TONIGHT - timedelta(days=days_ago)
    run = Run("okezone", at, at, scope or (ARCHIVE if given else DAILY), given, exit_status=status, lost_listings=lost)
    return replace(run, findings=[Finding(name, "") for name in findings])


def day(number: int) -> date:
    return date(2026, 7, number)


@pytest.mark.parametrize(
    ("past", "since"),
    [
        ([], None),
        ([run_of(9)], None),  # nobody asked for the days between
        ([run_of(9), run_of(1, Exit.NOTHING_FOUND, "no articles")], day(22)),
        ([run_of(0, Exit.NOTHING_FOUND, "no articles")], None),  # tonight's two days are the same
        ([run_of(3, Exit.ERRORS, lost=1), run_of(2), run_of(1)], day(20)),  # each listed two days
        ([run_of(3, Exit.ERRORS, lost=1), run_of(2, since="2026-07-20"), run_of(1)], None),  # the next one listed them
        ([run_of(3), run_of(2, Exit.ERRORS, lost=1), run_of(1, Exit.FINDINGS, "few articles")], day(21)),
        ([run_of(2, Exit.ERRORS, "failed"), run_of(1, Exit.FINDINGS, "unread")], None),  # they are asked for again
        ([run_of(1, Exit.NONE_READABLE, "unread")], None),
        ([replace(run_of(1, Exit.INTERRUPTED), finish_reason="shutdown")], day(22)),
        ([replace(run_of(1, Exit.STORAGE), finish_reason="storage failed")], day(22)),
        ([run_of(1, Exit.ERRORS, lost=1, since="2026-07-15")], day(15)),
        ([run_of(1, Exit.ERRORS, lost=1, since="2026-01-15")], day(10)),
        ([run_of(1, Exit.ERRORS, lost=1, since="damaged")], day(22)),
        ([run_of(2), replace(run_of(0, Exit.FINDINGS, "clock"), clock_off=-86400)], day(22)),  # it was yesterday
        ([run_of(2), replace(run_of(-9, Exit.FINDINGS, "clock"), clock_off=-864000)], day(22)),
        ([run_of(2), replace(run_of(0, Exit.FINDINGS, "clock", since="2026-07-23"), clock_off=-86400)], day(22)),
        ([run_of(2), replace(run_of(1, Exit.FINDINGS, "clock"), clock_off=86400)], day(22)),
        # One that was told its first day has listed none before, and one that went back as far as any does has.
        ([run_of(5, Exit.ERRORS, lost=1), run_of(1, since="2026-07-22")], day(18)),
        ([run_of(5, Exit.ERRORS, lost=1), run_of(1, since="2026-07-18")], None),
        ([run_of(30, Exit.ERRORS, lost=1), run_of(1, since="2026-07-09")], None),
        ([run_of(8, Exit.ERRORS, lost=1), run_of(4, since="2026-07-15")], None),  # nothing ran since, and nobody asked
        ([run_of(3), run_of(1, Exit.ERRORS, scope=URLS, urls="a.txt")], None),
        ([run_of(3), run_of(1, Exit.ERRORS, since="2026-07-01", until="2026-07-02")], None),
    ],
)
def test_the_days_of_lists_that_could_not_be_read_are_listed_once_more(past: list[Run], since: date | None) -> None:
    assert catch_up(past, TONIGHT, 14) == (CatchUp(since, was_unread=True) if since else USUAL)


def test_a_run_whose_clock_was_days_ahead_is_remembered_where_it_is_known_by_how_much(tmp_path: Path) -> None:
    ahead = replace(run_of(-3, Exit.FINDINGS, "clock"), clock_off=-4 * 86400)
    save(tmp_path, ahead, 400)
    assert load(tmp_path, now=TONIGHT) == [ahead]
    save(tmp_path, replace(run_of(-4, Exit.FINDINGS, "few articles"), clock_off=-5 * 86400), 400)
    assert load(tmp_path, now=TONIGHT) == [ahead], "nothing was told of its clock"


@pytest.mark.parametrize("name", FINDING_NAMES)
def test_days_that_are_caught_up_are_not_passed_over_as_done(name: str) -> None:
    """A list that was read to its end may have shown a part: cards of another form, a channel without any."""
    past = [run_of(1, Exit.FINDINGS, name)]
    assert (doubtful_since(past, "Asia/Jakarta") == day(22)) == catch_up(past, TONIGHT, 14).was_unread


JUNE = (date(2026, 6, 14), day(9))


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ([], USUAL),
        ([run_of(0)], USUAL),
        ([run_of(1)], USUAL),
        ([run_of(5)], CatchUp(day(19), True)),  # which was not over when it listed it
        ([run_of(5), run_of(2, Exit.ERRORS, lost=1), run_of(1, Exit.NOTHING_FOUND)], CatchUp(day(19), True)),
        ([run_of(14)], CatchUp(day(10), True)),
        ([run_of(40)], CatchUp(day(10), True, JUNE)),
        ([run_of(3, Exit.NOTHING_FOUND), run_of(1, Exit.NOTHING_FOUND)], CatchUp(day(20), True)),  # the first was to
        ([run_of(1, Exit.NOTHING_FOUND), run_of(0, Exit.NOTHING_FOUND)], CatchUp(day(22), True)),
        ([run_of(0, Exit.NOTHING_FOUND)], USUAL),
        ([run_of(40, Exit.NOTHING_FOUND), run_of(1, lost=1)], CatchUp(day(10), True, (date(2026, 6, 13), day(9)))),
        ([run_of(9, scope=URLS)], USUAL),
        ([run_of(5), run_of(1, since="2026-07-10")], USUAL),
        ([run_of(5), run_of(1, since="2026-07-22")], CatchUp(day(19), True)),  # it left days between
        ([run_of(5), run_of(1, since="2021-01-01", until="2021-01-31")], CatchUp(day(19), True)),
        ([run_of(5), run_of(1, since="2026-07-10", channels="bola")], CatchUp(day(19), True)),
        ([run_of(5), run_of(1, scope=f"{CHANNELS} bola", channels="bola")], CatchUp(day(19), True)),
        ([run_of(5), replace(run_of(1), finish_reason="closespider_itemcount")], CatchUp(day(19), True)),
        ([run_of(40), run_of(0, Exit.FINDINGS, "gap", since="2026-07-10")], USUAL),  # it is said once
        ([run_of(40), run_of(1, Exit.INTERRUPTED, since="2026-07-09")], CatchUp(day(10), True, JUNE)),  # until it is
    ],
)
def test_a_night_lists_the_days_on_which_none_ran(past: list[Run], expected: CatchUp) -> None:
    assert catch_up(past, TONIGHT, 14, every_day=True) == expected


def test_days_are_those_of_the_portal() -> None:
    last = datetime(2026, 7, 21, 23, 30, tzinfo=UTC)  # the 22nd in Jakarta
    assert catch_up([Run("okezone", last, last)], TONIGHT, 14, every_day=True) == CatchUp(day(22), was_unread=True)


@pytest.mark.parametrize(
    ("tonight", "since"),
    [
        ("2026-07-23T23:50:00", None),  # the usual two days are yesterday, whose rest is lacking, and today
        ("2026-07-23T23:59:50", None),  # likewise
        ("2026-07-24T00:10:00", day(22)),
        ("2026-07-24T23:50:00", day(22)),
    ],
)
def test_a_run_over_midnight_says_nothing_about_the_rest_of_the_day_it_began_on(
    tonight: str, since: date | None
) -> None:
    began, ended = (datetime.fromisoformat(f"2026-07-{at}:00+07:00") for at in ("22T23:50", "23T00:30"))
    now = datetime.fromisoformat(f"{tonight}+07:00")
    expected = CatchUp(since, was_unread=True) if since else CatchUp(now.date() - timedelta(days=1))
    assert catch_up([Run("okezone", began, ended)], now, 14, every_day=True) == expected


@pytest.mark.parametrize(
    ("past", "since"),
    [
        ([], day(23)),
        ([replace(run_of(1), news_age=5.0)], day(23)),  # 00:30 of its own day
        ([replace(run_of(1), news_age=9.0)], day(22)),  # 20:30 of the day before: an old copy, or a quiet night
        ([replace(run_of(2), news_age=9.0)], day(23)),  # a night was left out: nobody asked for its days
        ([replace(run_of(1), news_age=9.0), run_of(0)], day(22)),  # the last one found nothing
        ([replace(run_of(1), news_age=9.0), replace(run_of(0), news_age=1.0)], day(23)),
    ],
)
def test_lists_that_lacked_the_last_hours_of_a_day_are_listed_once_more(past: list[Run], since: date) -> None:
    assert catch_up(past, TONIGHT, 14) == CatchUp(since)


@pytest.mark.parametrize("every_day", [False, True])
def test_a_crawl_in_the_last_minute_of_a_day_lists_the_day_before(every_day: bool) -> None:
    now = datetime.fromisoformat("2026-07-24T23:59:30+07:00")
    past = [Run("okezone", at, at) for at in (now - timedelta(days=2), now - timedelta(days=1))]
    assert catch_up(past, now, 14, every_day=every_day) == USUAL, (
        "the last half minute of that day was listed by nobody"
    )


@pytest.mark.parametrize(("most", "since"), [(14, day(18)), (5, day(19))])
def test_lists_that_lacked_the_last_hours_before_days_without_a_run(most: int, since: date) -> None:
    past = [replace(run_of(5), news_age=9.0)]
    assert catch_up(past, TONIGHT, most, every_day=True) == CatchUp(since, was_unread=True)


def test_what_was_before_the_last_run_that_told_it_is_told_no_more() -> None:
    past = [run_of(20, Exit.ERRORS, lost=1), run_of(17), run_of(16, Exit.ERRORS, lost=1), run_of(1)]
    assert catch_up(past, TONIGHT, 14) == CatchUp(day(23), missed=(day(7), day(9)))


def test_days_that_are_listed_no_more_are_told_once_where_nothing_else_is_caught_up() -> None:
    past = [run_of(25), run_of(22, Exit.ERRORS, lost=1)]
    missed = (day(1), day(9))
    assert catch_up(past, TONIGHT, 14) == CatchUp(day(23), missed=missed)
    told = replace(run_of(0, Exit.FINDINGS), findings=[catching_up.gap("okezone", missed)])
    for days in range(1, 15):
        assert not catch_up([*past, told], TONIGHT + timedelta(days=days), 14).missed, f"{days} days later"
    raised = catch_up([*past, told], TONIGHT + timedelta(days=1), 30)
    assert raised == CatchUp(day(1), was_unread=True), "they can be listed again"


def test_more_days_than_there_are_dates_are_no_fault() -> None:
    settings = Settings({name: value for name, value in vars(base).items() if name.isupper()})
    settings.set("NEWSCRAWL_NIGHTLY_CATCH_UP", 10**12)
    most = limits_of(settings).catch_up
    past = [run_of(3, Exit.ERRORS, lost=1)]
    for every_day in (False, True):
        assert catch_up(past, TONIGHT, most, every_day=every_day) == CatchUp(day(20), was_unread=True)


def test_a_crawl_that_left_no_record_is_known_by_its_first_day(tmp_path: Path) -> None:
    assert begun_since(tmp_path) is None
    catching_up.begin(tmp_path, day(20))
    catching_up.begin(tmp_path, day(22))  # which was killed, too
    assert begun_since(tmp_path) == day(20)
    assert catch_up([run_of(1)], TONIGHT, 14, begun=begun_since(tmp_path)) == CatchUp(day(20), was_unread=True)
    catching_up.end(tmp_path, day(22), day(10))  # it was told its first day, and listed none before
    assert begun_since(tmp_path) == day(20)
    catching_up.end(tmp_path, day(22), day(22))  # no day before is caught up
    assert begun_since(tmp_path) is None
    catching_up.begin(tmp_path, day(20))
    catching_up.end(tmp_path, day(20), day(10))
    assert begun_since(tmp_path) is None
    catching_up.begin(tmp_path, day(2))
    assert [path.stat().st_size for path in (tmp_path / runs.FOLDER).iterdir()] == [0], "a full disk has room for it"
    catching_up.end(tmp_path, date.min, day(10))  # a crawl that caught up has seen to it
    (tmp_path / runs.FOLDER / f"{catching_up.BEGUN}another").touch()
    assert begun_since(tmp_path) is None


def line_lately(site: Site, data: Path, now: str, *arguments: str) -> list[str]:
    line = newsroom.command(site, data, f"NEWSCRAWL_NOW=2026-07-{now}:00+07:00", "NEWSCRAWL_JUDGE_TEXT_LENGTH=10")
    at = line.index("since=2026-07-24")
    return [*line[: at - 1], *line[at + 1 :], *(part for given in arguments for part in ("-a", given))]


def crawl_lately(site: Site, data: Path, now: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return forks.run(line_lately(site, data, now, *arguments), env=newsroom.environment(), timeout=patient(120))


def test_a_crawl_lists_what_a_killed_one_was_to_list(tmp_path: Path) -> None:
    catching_up.begin(tmp_path / "okezone", day(24))
    with Site(newsroom.newsroom(4)) as site:
        done = crawl_lately(site, tmp_path, "28T05:30")
    assert "WARNING: okezone: since 2026-07-24, the lists of that day have not all been read yet" in done.stderr
    assert "\n  caught up since 2026-07-24: days whose lists no run had read to their end\n" in done.stderr
    assert set(stored(tmp_path)) == ids(range(4)), done.stderr
    assert begun_since(tmp_path / "okezone") is None
    (run,) = runs.load(tmp_path / "okezone")
    assert run.arguments == {"since": "2026-07-24"}


# Runs a command that is killed when it reads the files into the index: those of years take minutes.
KILLED = """
import os, runpy, signal, sys
from newscrawl.storing import store
store.catch_up = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
"""


def test_a_crawl_that_is_killed_before_its_index_is_whole_was_to_list_too(tmp_path: Path) -> None:
    with Site(newsroom.newsroom(4)) as site:
        python, _, *crawl = line_lately(site, tmp_path, "25T05:30")
        killed = forks.run([python, "-c", KILLED, *crawl], env=newsroom.environment(), timeout=patient(60))
        assert (killed.returncode, begun_since(tmp_path / "okezone")) == (-signal.SIGKILL, day(24)), killed.stderr
        crawl_lately(site, tmp_path, "28T05:30")
    assert set(stored(tmp_path)) == ids(range(4))


def test_what_a_killed_crawl_was_to_list_and_others_had_read_is_remembered_no_longer(tmp_path: Path) -> None:
    runs.save(tmp_path / "okezone", run_of(0), 10)
    catching_up.begin(tmp_path / "okezone", day(23))  # in the evening
    with Site(newsroom.newsroom(4)) as site:
        crawl_lately(site, tmp_path, "25T05:30")
    assert runs.load(tmp_path / "okezone")[-1].arguments == {}
    assert begun_since(tmp_path / "okezone") is None, "two weeks later it would be a gap, every night"


@pytest.mark.parametrize(("arguments", "begun"), [([], day(24)), (["since=2026-07-01", "until=2026-07-02"], None)])
def test_a_crawl_that_cannot_begin_is_caught_up(arguments: list[str], begun: date | None, tmp_path: Path) -> None:
    index = tmp_path / "okezone" / "index.sqlite"
    (index / "no file").mkdir(parents=True)
    with Site(newsroom.newsroom(4)) as site:
        done = crawl_lately(site, tmp_path, "25T05:30", *arguments)
        assert (done.returncode, site.hits) == (Exit.STORAGE, []), done.stderr
    assert begun_since(tmp_path / "okezone") == begun


def test_a_crawl_of_another_program_that_cannot_begin_is_caught_up(tmp_path: Path) -> None:
    (tmp_path / "okezone" / "index.sqlite" / "no file").mkdir(parents=True)
    code = f"""
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings
from newscrawl.crawling.spider.portal import spider_of
from newscrawl.spiders.okezone import Okezone
settings = get_project_settings()
settings.set("NEWSCRAWL_DATA", {str(tmp_path)!r}, "cmdline")
settings.set("NEWSCRAWL_NOW", "2026-07-25T05:30:00+07:00", "cmdline")
process = AsyncCrawlerProcess(settings)
process.crawl(spider_of(Okezone))
process.start()
"""
    done = forks.run([sys.executable, "-c", code], env={**os.environ, "SCRAPY_PROJECT": "replay"}, timeout=patient(120))
    assert "storage failed" in done.stderr
    assert begun_since(tmp_path / "okezone") == day(24)


def test_a_day_whose_list_is_lost_and_of_which_the_next_ones_have_nothing_is_listed_again(tmp_path: Path) -> None:
    site_of = newsroom.newsroom(4)
    others = {f"/bydate/channel/2026/07/24/{number}/" for number in Okezone.channels.values()}
    empty = {path: page("<title>Indeks</title>") for path in (*others, "/indeks/2026/07/24/")}
    with Site(site_of | empty | {"/bydate/index/2026/07/24/": (503, {}, "", 0.0)}) as site:
        newsroom.crawl(site, tmp_path, "NEWSCRAWL_NOW=2026-07-25T05:30:00+07:00")
    run = runs.load(tmp_path / "okezone")[-1]
    assert run.lost_because.get("no article in it") == 1
    assert not catching_up.has_listed(run)


def test_days_done_before_are_on_no_list_and_no_loss(tmp_path: Path) -> None:
    with Site(newsroom.newsroom(4)) as site:
        newsroom.crawl(site, tmp_path, "until=2026-07-24", "NEWSCRAWL_NOW=2026-07-25T05:30:00+07:00")
        catching_up.begin(tmp_path / "okezone", day(24))
        crawl_lately(site, tmp_path, "29T05:30")
    run = runs.load(tmp_path / "okezone")[-1]
    assert (run.days_done_before, run.known, run.unlisted) == (1, 0, 0)


def test_days_that_no_crawl_lists_any_more_are_a_finding_once(tmp_path: Path) -> None:
    runs.save(tmp_path / "okezone", run_of(14), 10)  # the 10th, two weeks and four days before
    with Site(newsroom.newsroom(4)) as site:
        options = ("NEWSCRAWL_NOW=2026-07-28T05:30:00+07:00", "NEWSCRAWL_EVERY_DAY=1", "NEWSCRAWL_JUDGE_TEXT_LENGTH=10")
        line = newsroom.command(site, tmp_path, *options)
        at = line.index("since=2026-07-24")
        forks.run([*line[: at - 1], *line[at + 1 :]], env=newsroom.environment(), timeout=patient(120))
    run = runs.load(tmp_path / "okezone")[-1]
    assert run.arguments == {"since": "2026-07-14"}
    gaps = [finding.message for finding in run.findings if finding.name == "gap"]
    by_hand = "scrapy crawl okezone -a since=2026-07-10 -a until=2026-07-13"
    assert gaps == [f"2026-07-10 to 2026-07-13 is not caught up (NEWSCRAWL_NIGHTLY_CATCH_UP): {by_hand}"]
