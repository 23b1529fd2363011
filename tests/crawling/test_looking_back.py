"""What a list lacks on one night and shows on the next, or what is dated back, is had a night later, and told."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.crawling.spider.catching_up import late_day
from newscrawl.judging.findings import NOTHING_MISSING, Thresholds
from newscrawl.judging.judgement import judge
from newscrawl.judging.runs import DAILY, URLS, Finding, Run, load
from newscrawl.settings import base
from tests import forks
from tests.chaos import Running
from tests.crawling.test_chaos import LIMITED, days_done
from tests.crawling.test_other_days import EACH, address, article, index, listed, okezone
from tests.newsroom import STEP, command, environment, stored
from tests.project import patient
from tests.site import Route, Site, page, robots

LIMITS = Thresholds.of(Settings({name: getattr(base, name) for name in dir(base) if name.isupper()}))
MORNING = datetime.fromisoformat("2026-07-24T05:30:00+07:00")
LAST = "/bydate/index/2026/07/{}/"


def night_line(site: Site, data: Path, day: int, portal: str, *options: str, hour: int = 5) -> list[str]:
    """The command line of a crawl of today and yesterday."""
    now = f"NEWSCRAWL_NOW=2026-07-{day}T{hour:02}:30:00+07:00"
    line = [part for part in command(site, data, now, *options) if part != "since=2026-07-24"]
    line.remove("-a")
    line[line.index("okezone")] = portal
    return line


def night(site: Site, data: Path, day: int, portal: str = "okezone", hour: int = 5) -> subprocess.CompletedProcess[str]:
    """A crawl of today and yesterday."""
    return forks.run(night_line(site, data, day, portal, hour=hour), env=environment(), timeout=patient(120))


def last_run(data: Path, portal: str = "okezone") -> Run:
    return load(data / portal, 1)[0]


def with_part_of(routes: dict[str, Route], day: int, numbers: Iterable[int]) -> dict[str, Route]:
    """The same with a day's index that shows some of its articles."""
    part = index("news.okezone.com", (address(day, n) for n in numbers))
    return routes | {listed(day, 0): part, listed(day, STEP): index("news.okezone.com", ())}


def test_what_an_index_by_day_lacked_is_had_a_night_later(tmp_path: Path) -> None:
    routes = okezone()
    with Site(with_part_of(routes, 22, range(6))) as site:
        first = night(site, tmp_path, 23)
        assert first.returncode == 0, first.stderr
        assert len(stored(tmp_path)) == 6 + EACH
        site.routes |= routes
        asked = site.counts()
        second = night(site, tmp_path, 24)
        assert len(set(stored(tmp_path))) == len(stored(tmp_path)) == 3 * EACH, second.stderr
        assert second.returncode == 9, second.stderr
        run = last_run(tmp_path)
        assert [(f.name, f.message) for f in run.findings] == [
            ("late", "14 of 20 articles of a day whose lists had been read were not on them then")
        ]
        assert (run.late, run.late_shown, run.found_listed) == (14, EACH, 2 * EACH)
        again = site.counts() - asked
        assert [again[address(22, n)] for n in (0, 5, 6, 19)] == [0, 0, 1, 1], "what is stored is not asked for"
        assert "late 14: " in second.stderr
        asked = site.counts()
        third = night(site, tmp_path, 24, hour=14)
        assert third.returncode == 0, third.stderr
        assert not (site.counts() - asked)[listed(22, 0)], "once a day is enough"


def test_a_first_night_looks_back_to_no_day_and_lists_lost_then_are_no_loss(tmp_path: Path) -> None:
    with Site(okezone()) as site:
        assert night(site, tmp_path, 23).returncode == 0
        assert not site.count(listed(21, 0))
        asked = site.counts()
        site.routes[listed(22, 0)] = (500, {}, "", 0.0)
        done = night(site, tmp_path, 24)
        assert (site.counts() - asked)[listed(22, 0)] > 0
    assert done.returncode == 0, done.stderr
    assert "lost" not in done.stderr
    run = last_run(tmp_path)
    assert (run.late, run.late_shown, run.empty_days) == (0, 0, 0)


def test_a_site_that_has_enough_of_us_then_has_given_all_of_its_news(tmp_path: Path) -> None:
    with Site(okezone()) as site:
        assert night(site, tmp_path, 22).returncode == 0
        good = site.routes[listed(21, 0)]
        site.routes[listed(21, 0)] = (429, {"Retry-After": "7200"}, "", 0.0)
        done = night(site, tmp_path, 23)
        assert len(set(stored(tmp_path))) == 3 * EACH
        assert done.returncode == 0, done.stderr
        assert "\n  not looked back 1: pages of lists of days before" in done.stderr
        assert (last_run(tmp_path).finish_reason, last_run(tmp_path).late_left) == ("finished", 1)
        asked = site.counts()
        site.routes[listed(21, 0)] = good
        assert night(site, tmp_path, 24).returncode == 0
        again = site.counts() - asked
        assert again[listed(21, 0)] == again[listed(22, 0)] == 1, "the next night looks at both"
        assert last_run(tmp_path).late_left == 0


def test_a_site_that_has_enough_of_us_before_is_left(tmp_path: Path) -> None:
    with Site(okezone()) as site:
        assert night(site, tmp_path, 23).returncode == 0
        site.routes[address(24, 3)] = (429, {"Retry-After": "7200"}, "", 0.0)
        assert night(site, tmp_path, 24).returncode == 5


@pytest.mark.parametrize("portal", ["okezone", "mediaindonesia"])
@pytest.mark.parametrize("is_back", [True, False])
def test_a_crawl_that_is_stopped_while_it_looks_back_has_done_its_job(
    tmp_path: Path, portal: str, is_back: bool
) -> None:
    """Of a list of all days what lies behind the first day, and articles that came late."""
    if portal == "okezone":
        routes, stops = okezone(), listed(22 if is_back else 23, 0)
    else:
        routes = mediaindonesia(22, 23, 24) | terbaru((23, range(30)), (22, range(30)))
        stops = "/indeks/20/80" if is_back else "/indeks/20/40"
    with Site(routes) as site:
        assert night(site, tmp_path, 23, portal).returncode == 0
        site.routes |= terbaru(*((day, range(30)) for day in (24, 23, 22))) if portal != "okezone" else {}
        site.routes[stops] = (200, {}, "", 600.0)
        asked = site.count(stops)
        line = night_line(site, tmp_path, 24, portal, "DOWNLOAD_TIMEOUT=500")
        with Running(site, tmp_path, line=line) as running:
            assert running.until(lambda: site.count(stops) > asked), running.log
            running.until(lambda: False, 1)  # all that was asked for before comes: it is one request that waits
            running.process.send_signal(signal.SIGTERM)
            status, log = running.end(patient(60)), running.log
    assert status == (0 if is_back else 6), log
    run = last_run(tmp_path, portal)
    assert (run.finish_reason, run.late_left) == ("finished" if is_back else "shutdown", 1)
    assert "\n  not looked back 1: pages of lists of days before" in log


def test_a_disk_that_is_full_at_the_last_article_is_no_look_back(tmp_path: Path) -> None:
    routes = with_part_of(okezone(), 24, range(1))
    large = str(routes[address(24, 0)][2]).replace("</p>", f" {'Bibit itu tumbuh. ' * 30_000}</p>", 1)  # type: ignore[index]
    with Site(routes) as site:
        assert night(site, tmp_path, 23).returncode == 0
        site.routes[address(24, 0)] = (200, {"Content-Type": "text/html"}, large, 2.0)  # behind all others
        python, _, *crawl = night_line(site, tmp_path, 24, "okezone")
        with Running(site, tmp_path, line=[python, "-c", LIMITED, "400000", *crawl]) as running:
            status, log = running.end(patient(60)), running.log
        assert (status, last_run(tmp_path).finish_reason) == (7, "storage failed"), log
        site.routes |= routes
        assert "storage" not in night(site, tmp_path, 24).stderr
    assert stored(tmp_path).count(f"okezone-{9800000 + 24000}") == 1


def test_a_disk_that_is_full_while_a_crawl_looks_back_is_said_and_the_next_one_has_all(tmp_path: Path) -> None:
    routes = okezone()
    large = str(routes[address(22, 19)][2]).replace("</p>", f" {'Bibit itu tumbuh. ' * 30_000}</p>", 1)  # type: ignore[index]
    with Site(with_part_of(routes, 22, range(14))) as site:
        assert night(site, tmp_path, 23).returncode == 0
        site.routes |= routes | {address(22, 19): page(large)}
        python, _, *crawl = night_line(site, tmp_path, 24, "okezone")
        with Running(site, tmp_path, line=[python, "-c", LIMITED, "400000", *crawl]) as running:
            status, log = running.end(patient(60)), running.log
        assert (status, last_run(tmp_path).finish_reason) == (7, "storage failed"), log
        done = night(site, tmp_path, 24, hour=14)
    assert done.returncode in (0, 9), done.stderr
    assert len(set(stored(tmp_path))) == len(stored(tmp_path)) == 4 * EACH - 20, done.stderr


@pytest.mark.parametrize(("title", "left"), [("Indeks", 0), ("Just a moment...", 1), ("Masuk", 1)])
def test_a_list_without_articles_was_looked_at_and_a_robot_check_or_a_login_was_not(
    tmp_path: Path, title: str, left: int
) -> None:
    """A small channel has none on many a day."""
    with Site(okezone()) as site:
        assert night(site, tmp_path, 22).returncode == 0
        text = page(f"<html><head><title>{title}</title></head><body>challenge-platform</body>")
        site.routes |= {listed(21, 0): text, "/masuk": text}
        if title == "Masuk":
            site.routes[listed(21, 0)] = (302, {"Location": "https://www.okezone.com/masuk"}, "", 0.0)
        done = night(site, tmp_path, 23)
    assert done.returncode == 0, done.stderr
    assert (last_run(tmp_path).late_left, "not looked back" in done.stderr) == (left, bool(left))


def is_done(data: Path, day: int) -> bool:
    with suppress(OSError, sqlite3.Error):  # a crawl writes at the index: the next look will see it
        return date(2026, 7, day) in days_done(data)
    return False


@pytest.mark.parametrize("stopped", [1, 2])
def test_a_day_that_was_done_before_its_night_was_stopped_is_looked_at_once_more(tmp_path: Path, stopped: int) -> None:
    routes, first = okezone(), 24 - stopped
    with Site(with_part_of(routes, first - 1, range(14))) as site:
        assert night(site, tmp_path, first - 1).returncode == 0
        for day in range(first, 24):
            site.routes[listed(day, 0)] = (200, {}, "", 600.0)
            line = night_line(site, tmp_path, day, "okezone", "DOWNLOAD_TIMEOUT=500")
            with Running(site, tmp_path, line=line) as running:
                assert running.until(partial(is_done, tmp_path, day - 1)), running.log
                running.process.send_signal(signal.SIGTERM)
                assert running.end(patient(60)) == 6, running.log
            site.routes[listed(day, 0)] = routes[listed(day, 0)]
        site.routes |= routes
        done = night(site, tmp_path, 24)
    assert len(set(stored(tmp_path))) == len(stored(tmp_path)) == (3 + stopped) * EACH, done.stderr


def test_articles_that_came_late_and_were_not_had_are_no_loss_of_the_night(tmp_path: Path) -> None:
    routes = okezone()
    with Site(with_part_of(routes, 21, range(14))) as site:
        assert night(site, tmp_path, 22).returncode == 0
        site.routes |= routes | {address(21, n): (500, {}, "", 0.0) for n in range(14, EACH)}
        done = night(site, tmp_path, 23)
        assert done.returncode == 0, done.stderr
        assert "\n  failed 6: server error (late)\n" in done.stderr
        site.routes |= routes
        done = night(site, tmp_path, 24)
    assert "asked again 6" in done.stderr
    assert len(set(stored(tmp_path))) == 4 * EACH


def test_a_site_that_takes_no_heed_of_the_day_shows_nothing_late(tmp_path: Path) -> None:
    routes = okezone()
    with Site(routes) as site:
        assert night(site, tmp_path, 23).returncode == 0
        site.routes |= {listed(22, offset): routes[listed(24, offset)] for offset in (0, STEP, 2 * STEP)}
        site.routes[listed(22, 3 * STEP)] = routes[listed(21, 0)]  # of days before the first night
        site.routes[listed(22, STEP)] = routes[listed(20, 0)]
        asked = site.counts()
        done = night(site, tmp_path, 24)
        asked = site.counts() - asked
    assert done.returncode == 0, done.stderr
    assert last_run(tmp_path).late == 0
    assert (asked[listed(22, 0)], asked[listed(22, STEP)]) == (1, 0)


def test_what_robots_txt_forbade_for_one_night_is_asked_for_once_more(tmp_path: Path) -> None:
    with Site(okezone() | {"/robots.txt": robots("User-agent: *", "Disallow: /read/")}) as site:
        assert "forbidden by robots.txt" in night(site, tmp_path, 23).stderr
        assert stored(tmp_path) == []
        site.routes["/robots.txt"] = robots("User-agent: *")
        second = night(site, tmp_path, 24)
    assert len(set(stored(tmp_path))) == 3 * EACH, second.stderr
    assert last_run(tmp_path).late == 0
    assert "late" not in [finding.name for finding in last_run(tmp_path).findings]


def test_lists_that_lack_each_evening_what_the_next_one_shows_are_said(tmp_path: Path) -> None:
    """What is listed again anyway is had a night later: the lists of today, which is not over, were behind."""
    routes = okezone()
    with Site({path: route for path, route in routes.items() if path.startswith(("/robots", "/read"))}) as site:
        found, statuses = [], []
        for day in (21, 22, 23, 24):
            site.routes |= {listed(before, offset): routes[listed(before, offset)] for before in (day - 2, day - 1)
                            if before >= 20 for offset in (0, STEP, 2 * STEP)}  # fmt: skip
            site.routes = with_part_of(site.routes, day, range(4))
            statuses.append(night(site, tmp_path, day, hour=20).returncode)
            run = last_run(tmp_path)
            found.append((run.overdue, run.due, [finding.name for finding in run.findings]))
    assert found == [(0, 0, []), *[(16, EACH, ["late"])] * 3]
    assert statuses == [0, 9, 9, 9]


def test_what_was_dated_to_the_day_was_not_overdue(tmp_path: Path) -> None:
    routes = okezone()
    for n in range(EACH):
        text = str(routes[address(23, n)][2])  # type: ignore[index]
        text = text.replace(f"T09:{n:02}:30+07:00", "").replace(f" |09:{n:02} WIB", "")
        routes[address(23, n)] = page(text)
    with Site(with_part_of(routes, 23, range(8))) as site:
        assert night(site, tmp_path, 23, hour=20).returncode == 0
        site.routes |= routes
        assert night(site, tmp_path, 24, hour=20).returncode == 0
    assert last_run(tmp_path).overdue == 0


def terbaru(*days: tuple[int, Iterable[int]]) -> dict[str, Route]:
    """A list of all days, the newest first, twenty cards a page, of these articles."""
    cards = [
        f'<div class="indeks-item"><a class="indeks-item-link" href="https://mediaindonesia.com/ekonomi/{day}{n:04}/'
        f'warga-tanam-{n}-bibit-mangga">Judul</a><span class="indeks-item-date">{day}/7/2026 09:{n:02}</span></div>'
        for day, numbers in days
        for n in reversed([*numbers])
    ]
    pages = [cards[start : start + 20] for start in range(0, len(cards), 20)] + [[]]
    return {
        f"/indeks/20/{20 * number}": page(f'<html><title>Indeks</title><div class="indeks-list">{"".join(part)}</div>')
        for number, part in enumerate(pages)
    }


def mediaindonesia(*days: int) -> dict[str, Route]:
    routes: dict[str, Route] = {"/robots.txt": robots("User-agent: *")}
    for day in days:
        for n in range(30):
            text = str(article(day, n)[2]).replace('"c-detail read"', '"article"')
            routes[f"/ekonomi/{day}{n:04}/warga-tanam-{n}-bibit-mangga"] = page(text)
    return routes


def test_a_list_of_all_days_is_read_on_to_the_end_of_the_day_before(tmp_path: Path) -> None:
    routes, all_of = mediaindonesia(21, 22, 23, 24), range(30)
    with Site(routes | terbaru((23, range(5)), (22, range(0, 30, 5)), (21, all_of))) as site:
        first = night(site, tmp_path, 23, "mediaindonesia")
        assert first.returncode == 0, first.stderr
        site.routes |= terbaru((24, range(5)), (23, all_of), (22, all_of), (21, all_of))
        second = night(site, tmp_path, 24, "mediaindonesia")
    assert second.returncode == 9, second.stderr
    run = last_run(tmp_path, "mediaindonesia")
    assert [finding.name for finding in run.findings] == ["late"]
    assert (run.late, run.late_shown, run.found_listed) == (24, 30, 35)
    folder = tmp_path / "mediaindonesia"
    text = "".join(file.read_text(encoding="utf-8") for file in folder.glob("articles-*.jsonl"))
    assert text.count('"published_at": "2026-07-22') == 30


def run_of(day: int, *findings: str, scope: str = DAILY, hour: int = 5, **given: Any) -> Run:
    at = MORNING.replace(day=day, hour=hour)
    return Run("okezone", at, at, scope, findings=[Finding(name, "") for name in findings], **given)


@pytest.mark.parametrize(
    ("past", "late"),
    [
        ([], None),
        ([run_of(23)], date(2026, 7, 22)),
        ([run_of(23, "late")], date(2026, 7, 22)),
        ([run_of(22)], None),  # it was not over
        ([run_of(23, "few articles")], None),  # it is caught up
        ([run_of(23, lost_listings=1)], None),
        ([run_of(23, scope=URLS)], None),
        ([run_of(23), run_of(24, hour=2)], None),
        ([run_of(23), run_of(24, hour=2, lost_listings=1)], date(2026, 7, 22)),
        ([run_of(23), run_of(24, hour=2, lost_listings=1, late_shown=30)], None),  # once a day is enough
        ([run_of(23), run_of(24, hour=2, late_left=1)], date(2026, 7, 22)),
        ([run_of(22), run_of(23, late_left=1)], date(2026, 7, 21)),
        ([run_of(day, late_left=1) for day in range(18, 24)], date(2026, 7, 20)),  # later still is too late
        ([run_of(22, late_left=1), run_of(23)], date(2026, 7, 22)),
    ],
)
def test_from_which_day_on(past: list[Run], late: date | None) -> None:
    assert late_day(past, date(2026, 7, 23), MORNING, 14) == late


def test_how_many_are_many() -> None:
    assert "late" in NOTHING_MISSING
    chance = Random(7)

    def run(day: int, late: int, shown: int) -> Run:
        at = MORNING + timedelta(days=day)
        return Run("okezone", at, at, articles={"found": 2 * shown + late}, days=2, late=late, late_shown=shown)

    def is_overdue(overdue: int, due: int, past: list[Run]) -> bool:
        tonight = replace(run(20, 0, 40), overdue=overdue, due=due)
        return "late" in [finding.name for finding in judge(tonight, past, LIMITS)]

    for shown in (8, 40, 300):
        past = [run(day, int(chance.random() * 0.1 * shown), shown) for day in range(200)]
        found = [f for n in range(1, 200) for f in judge(past[n], past[:n], LIMITS) if f.name == "late"]
        assert not found
    past = past[:20]

    def is_late(late: int, shown: int, past: list[Run]) -> bool:
        return "late" in [finding.name for finding in judge(run(20, late, shown), past, LIMITS)]

    assert [is_late(late, 40, past) for late in (14, 15, 28)] == [False, True, True]
    assert [is_late(late, 40, []) for late in (23, 24)] == [False, True], "nobody knows what is usual"
    some = [replace(one, overdue=one.late, due=one.late_shown) for one in past]
    assert [is_overdue(overdue, 40, some) for overdue in (14, 15, 28)] == [False, True, True]
    assert [is_overdue(overdue, 40, past) for overdue in (23, 24)] == [False, True], "nobody knows what is usual"
    assert not is_overdue(5, 5, some), "what is stamped in the few hours before a morning"
    assert is_overdue(28, 40, [replace(one, overdue=5, due=6) for one in some]), "which tell nothing of a day"
    assert not is_late(28, 40, [replace(one, late=16, late_shown=40) for one in past]), "always late"
