"""What was not had is final only when that is sure; till then later nights ask for it, listed or not."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

from newscrawl.judging.counted import counted
from newscrawl.judging.exitcodes import Exit, exit_status
from newscrawl.judging.runs import load
from newscrawl.reasons import AGAIN, REASONS, Says
from newscrawl.reasons import says as said_by
from newscrawl.storing.store import INDEX
from tests import forks
from tests.newsroom import FIRST_ID, article, command, crawl, environment, ids, newsroom, path_of, stored
from tests.project import lines, patient
from tests.site import NOT_FOUND, Answer, Route, Site, page

OUTAGE = page("<html><head><title>Okezone</title></head><body><h1>Situs sedang dalam pemeliharaan</h1></body></html>")


def listing(day: int, numbers: list[int]) -> dict[str, Route]:
    """The index of a day of July 2026, of one page."""
    links = "".join(
        f'<div class="content-hardnews"><h4><a href="https://news.okezone.com{path_of(n)}">Judul</a></h4></div>'
        for n in numbers
    )
    return {f"/bydate/index/2026/07/{day}/": page(f"<html><body>{links}</body></html>")}


def publish(site: Site, day: int, *others: int) -> None:
    """Ten articles of a day and its index, which also lists `others`."""
    numbers = range(day * 100, day * 100 + 10)
    site.routes |= {path_of(n): article(n) for n in numbers} | listing(day, [*numbers, *others])


def night(site: Site, data: Path, day: int, *options: str) -> tuple[int, str]:
    """A run on the evening of a day of July 2026 that lists only this day, as a night does two of them."""
    site.hits.clear()
    now = f"NEWSCRAWL_NOW=2026-07-{day}T18:00:00+07:00"
    done = crawl(site, data, f"since=2026-07-{day}", now, "RETRY_TIMES=0", *options)
    return done.returncode, done.stderr


def dropped(data: Path) -> list[dict[str, Any]]:
    """The lines of what was not stored, in the order of days."""
    return [line for file in sorted((data / "okezone").glob("dropped-*.jsonl")) for line in lines(file)]


def tried(data: Path, number: int) -> list[tuple[int, bool]]:
    return [(line["tries"], line["again"]) for line in dropped(data) if line["id"] in ids([number])]


def asked(site: Site, number: int) -> int:
    return site.count(path_of(number))


KAPUT: Answer = (500, {}, "kaput", 0.0)
NIGHTS = {  # what the first articles of the 24th give from that night on; behind the last answer they are there
    "always an outage": [OUTAGE] * 9,
    "404": [NOT_FOUND] * 9,
    "no answer on two days, then an outage": [KAPUT, KAPUT, *[OUTAGE] * 9],
    "an outage of a day": [OUTAGE],
    "no answer on a day": [KAPUT],
    "an outage of a day, and listed again": [OUTAGE],
}
OUT, GONE, SILENT, ONCE, LATE, LISTED = range(len(NIGHTS))


def test_nights_ask_again_until_it_is_sure(tmp_path: Path) -> None:
    """One story of five nights, for each kind of article its own ending."""

    def begin(day: int, *others: int) -> None:
        for n, answers in enumerate(NIGHTS.values()):
            site.routes[path_of(n)] = answers[day - 24] if day - 24 < len(answers) else article(n)
        if day > 24:
            publish(site, day, *others)
            (tmp_path / "okezone" / INDEX).unlink()  # all of it is read back from the files

    def one(day: int, *options: str) -> tuple[int, str]:
        few = "NEWSCRAWL_JUDGE_AT_LEAST=9"  # so few are no finding
        return night(site, tmp_path, day, few, "NEWSCRAWL_TRIES=3", *options)

    with Site(newsroom(21)) as site:
        begin(24)
        for _ in range(2):
            status, log = one(24)
            assert status == Exit.DONE, log
            assert [tried(tmp_path, n)[-1] for n in range(6)] == [(1, True)] * 6, "two runs of a day are one try"

        begin(25, LISTED)
        status, log = one(25)
        assert (status, [asked(site, n) for n in range(6)]) == (Exit.DONE, [1] * 6), log
        assert "found 16, stored 13" in log
        assert "asked again 5: articles of earlier runs that no listing shows any more" in log
        (run,) = load(tmp_path / "okezone", 1)
        assert (run.articles["found"], run.articles["stored"], run.asked_again, run.found_listed) == (16, 13, 5, 11)
        assert ids([ONCE, LATE, LISTED]) <= set(stored(tmp_path))

        begin(26)
        status, log = one(26)
        assert (status, [asked(site, n) for n in range(6)]) == (Exit.DONE, [1, 0, 1, 0, 0, 0]), log

        begin(27, OUT)
        site.routes[path_of(OUT)] = article(OUT)
        status, log = one(27)
        assert (status, [asked(site, n) for n in range(6)]) == (Exit.DONE, [0, 0, 1, 0, 0, 0]), log
        (reason,) = {line["reason"] for line in dropped(tmp_path) if line["id"] in ids([OUT])}
        assert f"{reason} (an earlier run)" in log, "dropped for good"
        assert one(27, "again=1")[0] == Exit.DONE
        assert ids([OUT]) <= set(stored(tmp_path))

        begin(28)
        status, log = one(28)
        assert (status, [asked(site, n) for n in range(6)]) == (Exit.DONE, [0, 0, 1, 0, 0, 0]), log
    assert tried(tmp_path, OUT) == [(1, True), (1, True), (2, True), (3, False)]
    assert tried(tmp_path, GONE) == [(1, True), (1, True), (2, False)]
    assert {line["detail"] for line in dropped(tmp_path) if line["id"] in ids([GONE])} == {"HTTP 404"}
    silent = [1, 1, 2, 3, 4, 5]  # days without an answer are tries, and none of the page
    assert tried(tmp_path, SILENT) == [(n, n < 5) for n in silent]
    assert len(stored(tmp_path)) == len(set(stored(tmp_path)))


ELSEWHERE = 900
OTHER = f"https://news.okezone.com{path_of(ELSEWHERE)}"
UNSURE: dict[str, tuple[Answer, str]] = {  # of which the first few are sure on a second day
    "gone": ((410, {}, "", 0.0), "removed"),
    "a notice": (page("<html><body><h1>Maaf, berita tidak ditemukan</h1></body></html>"), "removed"),
    "another article": ((301, {"Location": OTHER}, "", 0.0), "redirected away"),
    "another's address": (
        page(str(article(0)[2]).replace("</head>", f'<link rel="canonical" href="{OTHER}"></head>')),
        "another page",
    ),
    "front page": ((302, {"Location": "https://www.okezone.com/"}, "", 0.0), "redirected away"),
    "login": ((302, {"Location": "https://www.okezone.com/login?next=x"}, "", 0.0), "redirected away"),
    "a missing login": ((302, {"Location": "https://www.okezone.com/masuk"}, "", 0.0), "redirected away"),
    "a forbidden login": ((302, {"Location": "https://news.okezone.com/more/masuk"}, "", 0.0), "redirected away"),
    "a page that has gone": ((302, {"Location": "https://news.okezone.com/tutup"}, "", 0.0), "redirected away"),
    "another host": ((302, {"Location": "https://blokir.example/"}, "", 0.0), "redirected away"),
    "another port": ((302, {"Location": f"https://news.okezone.com:8443{path_of(0)}"}, "", 0.0), "redirected away"),
    "nowhere": ((307, {}, "", 0.0), "not had"),
    "teapot": ((418, {}, "", 0.0), "not had"),
    "what nobody has defined": ((497, {}, "", 0.0), "not had"),
    "empty": (page(""), "empty page"),
    "database": (page("Error establishing a database connection <br>"), "no title"),
    "a bomb": (
        (200, {"Content-Encoding": "gzip", "Content-Type": "text/html"}, gzip.compress(b"<p>" * 99999), 0.0),
        "too large",
    ),
}
NOT_HAD: dict[str, tuple[Answer, str]] = {
    "no port": ((302, {"Location": "https://news.okezone.com:port/"}, "", 0.0), "request failed"),
    "forbidden": ((403, {}, "", 0.0), "blocked"),
    "too many": ((429, {}, "", 0.0), "too many requests"),
    "an unknown fault": ((599, {}, "", 0.0), "server error"),
    "check": (
        page("<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script></html>"),
        "robot check",
    ),
}


def test_each_reason_says_how_sure_it_is(tmp_path: Path) -> None:
    kinds = [*UNSURE.values(), *NOT_HAD.values()]
    missing = len(kinds)
    fine = list(range(missing + 1, missing + 61))
    with Site(newsroom(0)) as site:
        site.routes |= {path_of(n): article(n) for n in (*fine, ELSEWHERE)}
        site.routes |= {path_of(n): answer for n, (answer, _) in enumerate(kinds)}
        site.routes |= listing(24, [*range(missing + 1), *fine])
        site.routes["/tutup"] = (410, {}, "", 0.0)
        site.routes |= dict.fromkeys(("/", "/login?next=x"), page("<html><body><h1>Okezone</h1></body></html>"))
        done = crawl(site, tmp_path, "RETRY_TIMES=0", "DOWNLOAD_MAXSIZE=200000")
    found = {line["id"]: (line["reason"], line["again"]) for line in dropped(tmp_path)}
    expected = [(reason, True) for _, reason in kinds]
    assert [found[f"okezone-{FIRST_ID + n}"] for n in range(missing)] == expected, done.stderr
    assert found[f"okezone-{FIRST_ID + missing}"] == ("removed", True), "HTTP 404"
    (run,) = load(tmp_path / "okezone", 1)
    assert run.articles["failed"] == len(NOT_HAD), "no page was had"
    assert run.articles["dropped"] == len(UNSURE) + 1, "a page was"


def test_a_run_that_lists_past_days_asks_for_them_itself(tmp_path: Path) -> None:
    span = ("since=2026-07-24", "until=2026-07-24", "RETRY_TIMES=0", "NEWSCRAWL_TRIES=2")
    with Site(newsroom(12)) as site:
        site.routes[path_of(0)] = OUTAGE
        for day in (26, 27):
            site.hits.clear()
            done = crawl(site, tmp_path, *span, f"NEWSCRAWL_NOW=2026-07-{day}T08:00:00+07:00")
            assert done.returncode == 0, done.stderr
            assert asked(site, 0) == 1, "its day is not done while it may be had"
        site.hits.clear()
        crawl(site, tmp_path, *span, "NEWSCRAWL_NOW=2026-07-28T08:00:00+07:00")
        assert not [hit for hit in site.hits if "/bydate/" in hit.path], "and done when that is over"


def test_only_so_many_are_asked_for_and_that_is_said(tmp_path: Path) -> None:
    with Site(newsroom(30)) as site:
        for n in range(5):
            site.routes[path_of(n)] = OUTAGE
        night(site, tmp_path, 24)
        publish(site, 25)
        _, log = night(site, tmp_path, 25, "NEWSCRAWL_PENDING_MOST=2", "NEWSCRAWL_PENDING_DAYS=1")
        assert [asked(site, n) for n in range(5)] == [0, 0, 0, 1, 1], "the newest first"
        assert "3 articles of earlier runs are left for the next run (NEWSCRAWL_PENDING_MOST)" in log
        assert re.search(r"^  given up 2: [a-z ]+; not asked for any more$", log, re.M), log


def test_a_run_with_nothing_but_articles_of_earlier_runs_found_nothing(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        site.routes[path_of(0)] = OUTAGE
        night(site, tmp_path, 24)
        site.routes |= {path_of(0): article(0), **listing(25, [])}
        status, log = night(site, tmp_path, 25)
        assert status == Exit.NOTHING_FOUND, log
        assert ids([0]) <= set(stored(tmp_path))
        (run,) = load(tmp_path / "okezone", 1)
        assert "no articles" in {finding.name for finding in run.findings}


def test_what_stays_away_is_held_against_the_first_night_only() -> None:
    again = {f"articles/failed/timeout {AGAIN}": 5, f"articles/dropped/no text {AGAIN}": 5, "articles/asked again": 10}
    stats = {"finish_reason": "finished", "articles/found": 30, "articles/stored": 20, **again}
    assert exit_status(stats) is Exit.DONE
    assert exit_status({**stats, "articles/found": 10, "articles/stored": 0}) is Exit.NOTHING_FOUND
    lost = {"articles/failed/timeout": 5, "articles/found": 30, "articles/stored": 25, "finish_reason": "finished"}
    assert exit_status(lost) is Exit.ERRORS


def test_a_changed_template_ends_as_one_though_it_is_asked_for_again(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        for n in range(12):
            site.routes[path_of(n)] = page(str(article(n)[2]).replace("c-detail read", "isi-baru"))
        status, log = night(site, tmp_path, 24)
        assert status == Exit.NONE_READABLE, log
        assert {line["again"] for line in dropped(tmp_path)} == {True}
        (run,) = load(tmp_path / "okezone", 1)
        assert (run.articles["dropped"], run.articles["failed"]) == (12, 0)
        assert "unread" in {finding.name for finding in run.findings}


def test_every_reason_is_in_the_table() -> None:
    assert [said_by(it).name for it in ("removed", "another page", "new")] == ["MISSING", "UNSURE", "UNSURE"]
    assert {reason for reason, said in REASONS.items() if said is Says.SURE} == {"forbidden by robots.txt"}
    stats = {f"articles/dropped/{reason}": 1 for reason in REASONS}
    assert counted({**stats, "articles/found": len(REASONS)})["articles"]["dropped"] == len(REASONS)


# -- no network --------------------------------------------------------------------------------------------


def handler(name: str) -> str:
    path = f"tests.unplugged.{name}"
    return f"DOWNLOAD_HANDLERS={json.dumps({'http': path, 'https': path})}"


def test_without_a_network_the_run_ends_in_one_line(tmp_path: Path) -> None:
    with Site(newsroom(3)) as site:
        done = crawl(site, tmp_path, "since=2026-06-01", handler("NoNetwork"), "RETRY_TIMES=2")
        assert not site.hits
    assert done.returncode == Exit.ERRORS, done.stderr
    said = [line for line in done.stderr.splitlines() if "ERROR" in line or "WARNING" in line]
    assert len(said) == 1, done.stderr
    assert "no network: index.okezone.com, www.okezone.com, news.okezone.com could not be reached" in said[0]
    assert "(host not found); the crawl ends, the next run tries again" in said[0]
    assert "exit status 5: no host could be reached; the next run tries again, newscrawl check" in done.stderr
    assert "listing lost" not in done.stderr
    (run,) = load(tmp_path / "okezone", 1)
    assert (run.finish_reason, run.exit_status, run.findings) == ("no network", 5, [])


def test_a_refused_connection_everywhere_is_no_network_either(tmp_path: Path) -> None:
    with Site(newsroom(3)) as site:
        pass
    done = crawl(site, tmp_path, "RETRY_TIMES=2")
    assert done.returncode == Exit.ERRORS, done.stderr
    assert "(connection refused); the crawl ends" in done.stderr
    assert "listing lost" not in done.stderr


def test_addresses_of_a_list_wait_for_the_network(tmp_path: Path) -> None:
    urls = [f"https://news.okezone.com{path_of(n)}" for n in range(40)]
    with Site(newsroom(40)) as site:
        status, log = crawl_urls(site, tmp_path, urls, handler("NoNetwork"))
        assert status == Exit.ERRORS, log
        assert len(log.splitlines()) < 10, log
        assert [line["reason"] for line in dropped(tmp_path)] == ["not reached"] * 40
        status, log = crawl_urls(site, tmp_path, urls)
        assert status == Exit.DONE, log
    assert sorted(stored(tmp_path)) == sorted(ids(range(40)))


def crawl_urls(site: Site, data: Path, urls: list[str], *options: str) -> tuple[int, str]:
    """A crawl of addresses: without the `since` that other crawls are given."""
    line = command(site, data, f"urls={','.join(urls)}", *options)
    at = line.index("since=2026-07-24")
    line = [*line[: at - 1], *line[at + 1 :]]
    done = forks.run(line, env=environment(), timeout=patient(120))
    return done.returncode, done.stderr


def test_one_dead_host_does_not_end_the_run(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        site.routes[path_of(0)] = OUTAGE
        night(site, tmp_path, 24)
        site.routes[path_of(0)] = article(0)
        status, log = night(site, tmp_path, 25, handler("OneHostDead"))
    assert status == Exit.ERRORS, log
    assert "no network" not in log
    assert ids([0]) <= set(stored(tmp_path)), "the host of articles is there"


def test_a_page_read_again_from_the_disk_is_no_try(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        site.routes[path_of(0)] = OUTAGE
        night(site, tmp_path, 24)
        for day in (25, 26):
            line = command(site, tmp_path, f"NEWSCRAWL_NOW=2026-07-{day}T18:00:00+07:00")
            line[line.index("crawl")] = "reread"
            at = line.index("since=2026-07-24")
            done = forks.run([*line[: at - 1], *line[at + 1 :]], env=environment(), timeout=patient(120))
            assert done.returncode == Exit.NONE_READABLE
    assert tried(tmp_path, 0) == [(1, True)]
