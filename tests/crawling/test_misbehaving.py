"""A site that misbehaves costs what it must and no more, and the exit status says so."""

from __future__ import annotations

import re
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from newscrawl.judging.exitcodes import Exit
from tests import forks
from tests.newsroom import DAY, article, command, crawl, environment, ids, newsroom, path_of, reasons, stored
from tests.project import patient
from tests.site import Site, page

FIRST = f"okezone-{9800001}"


def test_a_good_day(tmp_path: Path) -> None:
    with Site(newsroom(40)) as site:
        done = crawl(site, tmp_path)
        assert done.returncode == 0, done.stderr
        assert sorted(stored(tmp_path)) == sorted(ids(range(40)))
        fetched = Counter(hit.path for hit in site.hits if hit.path.startswith("/read/"))
        assert set(fetched.values()) == {1}
        again = crawl(site, tmp_path, "NEWSCRAWL_REVISIT_HOURS=0")
        assert again.returncode == 0
        assert "stored 0, already stored 40" in again.stderr
        assert Counter(hit.path for hit in site.hits if hit.path.startswith("/read/")) == fetched


def test_500_on_one_page_in_eight_is_counted_and_tried_again(tmp_path: Path) -> None:
    bad = list(range(0, 32, 8))
    with Site(newsroom(32)) as site:
        for n in bad:
            site.routes[path_of(n)] = (500, {}, "kaput", 0)
        done = crawl(site, tmp_path)
        assert done.returncode == 5, done.stderr
        assert set(stored(tmp_path)) == ids([n for n in range(32) if n not in bad])
        assert reasons(tmp_path) == dict.fromkeys(ids(bad), "server error")
        for n in bad:
            site.routes[path_of(n)] = article(n)
        assert crawl(site, tmp_path).returncode == 0
        assert sorted(stored(tmp_path)) == sorted(ids(range(32)))


def test_each_way_to_fail_has_its_reason(tmp_path: Path) -> None:
    cut = page("<html><body><p>Terpotong")
    with Site(newsroom(8)) as site:
        site.routes |= {
            path_of(0): (200, {"Content-Type": "text/html"}, "terlambat", 600.0),
            path_of(1): (200, {**cut[1], "Content-Length": "100000"}, cut[2], 0),
            path_of(2): (302, {"Location": f"https://news.okezone.com{path_of(2)}"}, "", 0),
            path_of(3): (403, {}, "no", 0),
            path_of(4): (404, {}, "gone", 0),
            path_of(5): (200, {"Content-Encoding": "gzip", "Content-Type": "text/html"}, b"\x1f\x8b\x08\x00cut", 0),
            path_of(6): (302, {"Location": "https://internet.example/block"}, "", 0),
        }
        done = crawl(site, tmp_path, f"DOWNLOAD_TIMEOUT={patient(1):g}", "RETRY_TIMES=0")
    assert done.returncode == 5, done.stderr
    assert stored(tmp_path) == ["okezone-9800008"]
    assert reasons(tmp_path) == {
        "okezone-9800001": "timeout",
        "okezone-9800002": "cut body",
        "okezone-9800003": "redirect loop",
        "okezone-9800004": "blocked",
        "okezone-9800005": "removed",
        "okezone-9800006": "cut body",
        "okezone-9800007": "redirected away",
    }


def test_error_pages_are_none_whatever_the_settings(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        site.routes[path_of(0)] = (500, {"Content-Type": "text/html"}, article(0)[2], 0)
        done = crawl(site, tmp_path, "HTTPERROR_ALLOW_ALL=1")
        assert reasons(tmp_path) == {FIRST: "server error"}, done.stderr
        assert set(stored(tmp_path)) == ids(range(1, 12))


def test_sigterm_ends_cleanly_and_the_next_run_goes_on(tmp_path: Path) -> None:
    with Site(newsroom(60)) as site:
        process = forks.start(command(site, tmp_path, "DOWNLOAD_DELAY=0.05"), env=environment())
        deadline = time.monotonic() + patient(60)
        while sum(hit.path.startswith("/read/") for hit in site.hits) < 10 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=patient(60))
        assert process.returncode == 6, log
        some = stored(tmp_path)
        assert 5 <= len(some) < 60
        assert crawl(site, tmp_path).returncode == 0
        assert sorted(stored(tmp_path)) == sorted(ids(range(60)))


def test_a_listing_that_repeats_for_ever_ends(tmp_path: Path) -> None:
    with Site(newsroom(10)) as site:
        first = site.routes["/bydate/index/2026/07/24/"]
        for offset in range(15, 3000, 15):
            site.routes[f"/bydate/index/2026/07/24/{offset}/"] = first
        assert crawl(site, tmp_path).returncode == 0
        assert len(stored(tmp_path)) == 10
        assert sum(hit.path.startswith("/bydate/") for hit in site.hits) == 2


def test_pages_shorter_than_the_step_between_them_hide_articles(tmp_path: Path) -> None:
    with Site(newsroom(40)) as site:
        for offset in (0, 15, 30):
            path = f"/bydate/index/{DAY}/" + (f"{offset}/" if offset else "")
            index = str(site.routes[path][2])  # type: ignore[index]
            gone = [path_of(n) for n in range(offset + 10, min(offset + 15, 40))]
            cards = [card for card in re.findall(r"<div.*?</div>", index) if any(path in card for path in gone)]
            for card in cards:
                index = index.replace(card, "")
            site.routes[path] = page(index)
        done = crawl(site, tmp_path)
    assert done.returncode == Exit.ERRORS, done.stderr
    assert len(stored(tmp_path)) == 30
    assert "the page before it has fewer cards than are counted on 2" in done.stderr


def test_a_list_goes_on_behind_a_stray_end_of_the_page(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        index = str(site.routes[f"/bydate/index/{DAY}/"][2])  # type: ignore[index]
        halves = index.split("</div>", 6)
        site.routes[f"/bydate/index/{DAY}/"] = page("</div>".join([*halves[:-1], f"</body></html>{halves[-1]}"]))
        done = crawl(site, tmp_path)
    assert done.returncode == 0, done.stderr
    assert set(stored(tmp_path)) == ids(range(12)), "half of them were lost without a word"


def test_the_index_is_lost_and_the_channels_give_the_day(tmp_path: Path) -> None:
    with Site(newsroom(10)) as site:
        site.routes["/bydate/channel/2026/07/24/1/"] = site.routes.pop("/bydate/index/2026/07/24/")
        done = crawl(site, tmp_path)
        assert set(stored(tmp_path)) == ids(range(10))
        assert done.returncode == 5, "the other channels' listings are missing, and that is said"


def test_all_hosts_of_a_portal_share_one_delay(tmp_path: Path) -> None:
    with Site(newsroom(6)) as site:
        for number, host in enumerate(("bola", "techno", "economy")):
            site.routes[path_of(number)] = article(number)
            listing = site.routes["/bydate/index/2026/07/24/"]
            assert not callable(listing)
            body = str(listing[2]).replace(f"news.okezone.com{path_of(number)}", f"{host}.okezone.com{path_of(number)}")
            site.routes["/bydate/index/2026/07/24/"] = page(body)
        assert crawl(site, tmp_path, "DOWNLOAD_DELAY=0.4", "DOWNLOAD_DELAY_JITTER=0").returncode == 0
        times = [hit.at for hit in site.hits]
        # On a busy machine one may arrive late and the next in time: all together they tell.
        assert times[-1] - times[0] > 0.3 * (len(times) - 1), times


def test_a_picture_in_place_of_a_page_costs_one_article(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        site.routes[path_of(0)] = (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n" + bytes(range(32)) * 8, 0)
        done = crawl(site, tmp_path)
        assert reasons(tmp_path) == {FIRST: "not HTML"}
        assert len(stored(tmp_path)) == 11
        assert done.returncode == 0, done.stderr


def test_an_empty_day_is_nothing_found(tmp_path: Path) -> None:
    with Site(newsroom(0)) as site:
        done = crawl(site, tmp_path)
        assert done.returncode == 3, done.stderr
        assert "listings are empty or have changed" in done.stderr


def test_a_bad_link_and_a_reader_that_raises_do_not_hold_up_an_archive(tmp_path: Path) -> None:
    days = [f"2026/07/{n:02}" for n in range(18, 24)]
    with Site(newsroom(0)) as site:
        for number, day in enumerate(days):
            path = path_of(number).replace("2026/07/24", day)
            site.routes[path] = article(number)
            site.routes[f"/bydate/index/{day}/"] = page(
                '<div class="content-hardnews"><a href="http://[iklan]/x">Iklan</a>'
                f'<a href="https://news.okezone.com{path}">Judul</a></div>'
            )
        done = crawl(site, tmp_path, "since=2026-07-18", "until=2026-07-23")
        assert done.returncode == 0, done.stderr
        assert set(stored(tmp_path)) == ids(range(6))
        again = crawl(site, tmp_path, "since=2026-07-18", "until=2026-07-23")
        assert again.returncode == 0, again.stderr
        assert "found 0" in again.stderr, "all days are done"


def test_a_robot_check_in_place_of_a_listing_is_no_empty_day(tmp_path: Path) -> None:
    check = page("<html><head><title>Just a moment...</title></head><body>challenge-platform</body></html>")
    archive = ("since=2026-07-24", "until=2026-07-24", "NEWSCRAWL_NOW=2026-07-26T08:00:00+07:00")
    second = "/bydate/index/2026/07/24/15/"
    with Site(newsroom(20)) as site:
        listing = site.routes[second]
        site.routes[second] = check
        done = crawl(site, tmp_path, *archive)
        assert done.returncode == 5, done.stderr
        assert len(stored(tmp_path)) == 15
        site.routes[second] = listing
        assert crawl(site, tmp_path, *archive).returncode == 0
        assert len(stored(tmp_path)) == 20


@pytest.mark.parametrize("seconds", [0, 0.3])  # which an answer takes: longer than the delay between two requests
def test_retry_after_holds_what_waits_already(tmp_path: Path, seconds: float) -> None:
    with Site(newsroom(14)) as site:
        site.routes[path_of(3)] = (429, {"Retry-After": "2"}, "pelan", seconds)
        crawl(site, tmp_path, "DOWNLOAD_DELAY=0.05", "CONCURRENT_REQUESTS_PER_DOMAIN=1", "RETRY_TIMES=0")
        times = [hit.at for hit in site.hits]
        asked = next(n for n, hit in enumerate(site.hits) if hit.path == path_of(3))
        assert asked + 1 < len(times)
        assert times[asked + 1] - times[asked] > 1.8 + seconds
        assert len(stored(tmp_path)) == 13


def test_without_a_data_folder_nothing_is_stored_and_all_is_counted(tmp_path: Path) -> None:
    with Site(newsroom(5)) as site:
        done = crawl(
            site, tmp_path, "NEWSCRAWL_DATA=", f'FEEDS={{"{tmp_path / "a.jsonl"}": {{"format": "jsonlines"}}}}'
        )
        assert done.returncode == 0, done.stderr
        assert "nothing is stored" in done.stderr
        assert len((tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()) == 5


def test_a_quiet_last_page_behind_cloudflare_is_no_robot_check(tmp_path: Path) -> None:
    script = "<script>a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';</script>"
    with Site(newsroom(15)) as site:
        site.routes["/bydate/index/2026/07/24/15/"] = page(
            f"<html><body><p>Tidak ada berita.</p>{script}</body></html>"
        )
        done = crawl(site, tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(stored(tmp_path)) == 15
