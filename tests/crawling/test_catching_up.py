"""`scrapy crawl`: what runs that failed, or were killed, were to list is listed by the next one that can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.crawling import catching_up
from newscrawl.crawling.catching_up import begun_since, not_listed_since, since_last_news
from newscrawl.crawling.nightly.limits import limits_of
from newscrawl.judging import runs
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.runs import ARCHIVE, DAILY, URLS, Finding, Run
from newscrawl.settings import base
from tests import forks, newsroom
from tests.newsroom import ids, stored
from tests.project import patient
from tests.site import Site

TONIGHT = datetime.fromisoformat("2026-07-24T05:30:00+07:00")


def run_of(
    days_ago: int, status: Exit = Exit.DONE, *findings: str, lost: int = 0, scope: str = DAILY, **given: str
) -> Run:
    at = TONIGHT - timedelta(days=days_ago)
    run = Run("okezone", at, at, scope, given, exit_status=status, lost_listings=lost)
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
        ([run_of(3, Exit.ERRORS, lost=1), run_of(2), run_of(1)], None),  # the next one has listed them
        ([run_of(3), run_of(2, Exit.ERRORS, lost=1), run_of(1, Exit.FINDINGS, "few articles")], day(21)),
        ([run_of(2, Exit.ERRORS, "failed"), run_of(1, Exit.FINDINGS, "unread")], None),  # they are asked for again
        ([run_of(1, Exit.NONE_READABLE, "unread")], None),
        ([replace(run_of(1, Exit.INTERRUPTED), finish_reason="shutdown")], day(22)),
        ([replace(run_of(1, Exit.STORAGE), finish_reason="storage failed")], day(22)),
        ([run_of(1, Exit.ERRORS, lost=1, scope=ARCHIVE, since="2026-07-15")], day(15)),
        ([run_of(1, Exit.ERRORS, lost=1, scope=ARCHIVE, since="2026-01-15")], day(10)),
        ([run_of(1, Exit.ERRORS, lost=1, scope=ARCHIVE, since="damaged")], day(22)),
        # One that was told its first day has listed none before, and one that went back as far as any does has.
        ([run_of(5, Exit.ERRORS, lost=1), run_of(1, scope=ARCHIVE, since="2026-07-22")], day(18)),
        ([run_of(5, Exit.ERRORS, lost=1), run_of(1, scope=ARCHIVE, since="2026-07-18")], None),
        ([run_of(30, Exit.ERRORS, lost=1), run_of(1, scope=ARCHIVE, since="2026-07-09")], None),
        ([run_of(3), run_of(1, Exit.ERRORS, scope=URLS, urls="a.txt")], None),
    ],
)
def test_the_days_of_lists_that_could_not_be_read_are_listed_once_more(past: list[Run], since: date | None) -> None:
    assert not_listed_since(past, TONIGHT, 14) == since


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
    assert since_last_news(past, TONIGHT) == since


def test_more_days_than_there_are_dates_are_no_fault() -> None:
    settings = Settings({name: value for name, value in vars(base).items() if name.isupper()})
    settings.set("NEWSCRAWL_NIGHTLY_CATCH_UP", 10**12)
    most = limits_of(settings).catch_up
    past = [run_of(3, Exit.ERRORS, lost=1)]
    assert not_listed_since(past, TONIGHT, most) == day(20) == catching_up.catch_up(past, TONIGHT, most).since


def test_a_crawl_that_left_no_record_is_known_by_its_first_day(tmp_path: Path) -> None:
    assert begun_since(tmp_path) is None
    catching_up.begin(tmp_path, day(20))
    catching_up.begin(tmp_path, day(22))  # which was killed, too
    assert begun_since(tmp_path) == day(20)
    assert not_listed_since([run_of(1)], TONIGHT, 14, begun_since(tmp_path)) == day(20)
    catching_up.end(tmp_path, day(22), day(10))  # it was told its first day, and listed none before
    assert begun_since(tmp_path) == day(20)
    catching_up.end(tmp_path, day(22), day(22))  # no day before is caught up
    assert begun_since(tmp_path) is None
    catching_up.begin(tmp_path, day(20))
    catching_up.end(tmp_path, day(20), day(10))
    assert begun_since(tmp_path) is None
    (tmp_path / runs.FOLDER / catching_up.BEGUN).write_bytes(bytes(11))  # as a power cut leaves it
    assert begun_since(tmp_path) is None


def test_a_crawl_lists_what_a_killed_one_was_to_list(tmp_path: Path) -> None:
    catching_up.begin(tmp_path / "okezone", day(24))
    with Site(newsroom.newsroom(4)) as site:
        line = newsroom.command(site, tmp_path, "NEWSCRAWL_NOW=2026-07-28T05:30:00+07:00")
        at = line.index("since=2026-07-24")
        done = forks.run([*line[: at - 1], *line[at + 1 :]], env=newsroom.environment(), timeout=patient(120))
    assert "newscrawl: okezone: since 2026-07-24, from where on the runs before could not read all lists" in done.stderr
    assert set(stored(tmp_path)) == ids(range(4)), done.stderr
    assert begun_since(tmp_path / "okezone") is None
    (run,) = runs.load(tmp_path / "okezone")
    assert run.arguments == {"since": "2026-07-24"}
