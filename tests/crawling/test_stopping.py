"""One signal ends a crawl soon, whatever it is waiting for, and with its parent a night's crawls end too."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from newscrawl.crawling.processes.parent import with_parent
from newscrawl.judging import runs
from newscrawl.judging.exitcodes import Exit
from newscrawl.storing.store import Store
from tests import forks, newsroom
from tests.chaos import Running, imbalance
from tests.newsroom import DAY, command, environment, ids, path_of, reasons, stored
from tests.project import ROOT, patient
from tests.project import lines as records
from tests.site import Hit, Route, Site, page, robots

INDEX = f"/bydate/index/{DAY}/"
AWAY = 600.0  # seconds that an answer takes which nobody waits for


def is_article(hit: Hit) -> bool:
    return hit.path.startswith("/read/")


def retry_after(routes: dict[str, Route]) -> None:
    routes[path_of(3)] = (429, {"Retry-After": "200"}, "pelan", 0.0)


def crawl_delay(routes: dict[str, Route]) -> None:
    routes["/robots.txt"] = lambda hit: robots(
        "User-agent: *", *["Crawl-delay: 59"] * hit.headers["Host"].startswith("news")
    )


def slow_pages(routes: dict[str, Route]) -> None:
    routes |= {path_of(n): page("nanti", delay=AWAY) for n in range(40)}


def slow_robots(routes: dict[str, Route]) -> None:
    routes["/robots.txt"] = lambda hit: robots("User-agent: *", delay=AWAY * hit.headers["Host"].startswith("news"))


# What the crawl is waiting for: how the site brings it about, and whether it has by the requests so far.
WAITS: dict[str, tuple[Callable[[dict[str, Route]], None], Callable[[list[Hit]], bool]]] = {
    "Retry-After": (retry_after, lambda hits: any(hit.path == path_of(3) for hit in hits)),
    "Crawl-delay": (crawl_delay, lambda hits: any(hit.headers["Host"].startswith("news") for hit in hits)),
    "slow pages": (slow_pages, lambda hits: any(is_article(hit) for hit in hits)),
    "robots.txt": (slow_robots, lambda hits: any(hit.headers["Host"].startswith("news") for hit in hits)),
}


@pytest.mark.parametrize("wait", WAITS)
def test_a_stop_waits_for_nothing(tmp_path: Path, wait: str) -> None:
    bring_about, is_waiting = WAITS[wait]
    with Site(newsroom.newsroom(40)) as site:
        good = dict(site.routes)
        bring_about(site.routes)
        with Running(site, tmp_path, "DOWNLOAD_TIMEOUT=500", "LOG_LEVEL=INFO") as running:
            assert running.until(lambda: is_waiting(site.hits)), running.log
            time.sleep(1)  # the others of the list wait behind it
            running.process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            status, log = running.end(patient(60)), running.log
            took = time.monotonic() - began
        assert status == Exit.INTERRUPTED, log
        assert took < patient(15), log
        assert imbalance(log) is None, log
        assert "Traceback" not in log
        assert log.count("the crawl is ending:") <= 2
        found = int(re.search(r"^okezone: found (\d+)", log, re.M)[1])  # type: ignore[index]
        assert found >= 15
        assert len(stored(tmp_path)) + list(reasons(tmp_path).values()).count("not reached") == found, reasons(tmp_path)
        site.routes = good
        assert newsroom.crawl(site, tmp_path).returncode == 0
    assert sorted(stored(tmp_path)) == sorted(ids(range(40)))


def test_a_stop_is_not_held_up_by_a_long_list(tmp_path: Path) -> None:
    count = 100_000
    cards = "".join(f'<div class="content-hardnews"><h4><a href="{path_of(n)}">J</a></h4></div>' for n in range(count))
    cards = cards.replace('href="', 'href="https://news.okezone.com')
    with Site(newsroom.newsroom(0)) as site:
        site.routes[INDEX] = page(f"<html><body>{cards}</body></html>")
        site.routes |= {path_of(n): newsroom.article(n) for n in range(20)}
        with Running(site, tmp_path, "DOWNLOAD_DELAY=0.2", "DOWNLOAD_TIMEOUT=60") as running:
            assert running.until(lambda: any(map(is_article, site.hits)), patient(60)), running.log
            running.process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            status, log = running.end(patient(60)), running.log
            took = time.monotonic() - began
    assert status == Exit.INTERRUPTED, log
    assert took < patient(15), log
    assert imbalance(log) is None, log
    assert len(reasons(tmp_path)) > 10
    assert set(reasons(tmp_path).values()) <= {"not reached", "removed"}


def test_what_was_not_reached_is_written_in_one_step(tmp_path: Path) -> None:
    lines = [{"id": f"a-{n}", "url": "", "reason": "not reached", "again": True} for n in range(500)]
    with Store(tmp_path, date(2026, 7, 24)) as store:
        store.add({"id": "a-3", "title": "", "text": "", "updated_at": None})
        steps: list[str] = []
        store._index.db.set_trace_callback(steps.append)
        store.drop_all(lines)
        assert steps.count("COMMIT") == 1, "one by one it takes a minute for a long list"
    (path,) = tmp_path.glob("dropped-*.jsonl")
    assert [line["revision"] for line in records(path)] == [0, 0, 0, 1, *[0] * 496]


# -- nights --------------------------------------------------------------------------------------------------


def children(pid: int) -> set[int]:
    """The processes that a process began and that are there, as far as the system says."""
    done = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return {int(line) for line in done.stdout.split()}


def is_there(pid: int) -> bool:
    """True for a process that has not ended; one that nobody has reaped yet has."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip()) and not done.stdout.startswith("Z")


def test_the_crawls_of_a_night_end_with_it(tmp_path: Path) -> None:
    line = command(site := Site(newsroom.newsroom(40)), tmp_path, "DOWNLOAD_DELAY=0.3")
    settings = [part for part in line[line.index("-s") :] if not part.startswith("since=")]
    with site:
        process = forks.start([*line[:3], "nightly", "okezone", *settings], env=environment())
        crawls: set[int] = set()
        try:
            assert wait_until(lambda: sum(map(is_article, site.hits)) >= 5, 60)
            crawls = children(process.pid)
            assert len(crawls) == 1
            process.kill()
            process.wait()
            assert wait_until(lambda: not any(map(is_there, crawls)), 15)
        finally:
            for pid in filter(is_there, crawls):
                os.kill(pid, signal.SIGKILL)
            process.close()
        some = stored(tmp_path)
        assert 3 <= len(some) < 40
        (run,) = runs.load(tmp_path / "okezone")
        assert (run.exit_status, run.finish_reason) == (Exit.INTERRUPTED, "shutdown")
        assert newsroom.crawl(site, tmp_path).returncode == 0
    assert sorted(stored(tmp_path)) == sorted(ids(range(40)))


DEAF = """
import signal, sys, time
from pathlib import Path
from newscrawl.crawling.processes.parent import end_with_parent
signal.signal(signal.SIGTERM, lambda *_: Path(sys.argv[1]).write_text("told"))
end_with_parent()
while True:
    time.sleep(0.05)
"""


def test_a_crawl_that_does_not_end_with_its_night_is_killed(tmp_path: Path) -> None:
    reading, held = os.pipe()
    environment = with_parent(os.environ, reading, 0.5)
    line = [sys.executable, "-c", DEAF, str(tmp_path / "told")]
    process = subprocess.Popen(line, cwd=ROOT, env=environment, pass_fds=(reading,), start_new_session=True)
    os.close(reading)
    try:
        time.sleep(1)
        assert process.poll() is None, "its parent lives"
        os.close(held)
        assert process.wait(patient(15)) == -signal.SIGKILL
    finally:
        process.kill()
        process.wait()
    assert (tmp_path / "told").read_text() == "told"


def wait_until(reached: Callable[[], bool], seconds: float) -> bool:
    """Wait for something to come about; whether it did."""
    deadline = time.monotonic() + patient(seconds)
    while not reached() and time.monotonic() < deadline:
        time.sleep(0.05)
    return reached()


# -- nohup ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ignored", [True, False])
def test_nohup_keeps_a_crawl_alive(tmp_path: Path, ignored: bool) -> None:
    wrapper = [sys.executable, "-c", NOHUP] if ignored else []
    with Site(newsroom.newsroom(20)) as site, Running(site, tmp_path, "DOWNLOAD_DELAY=0.1", wrapper=wrapper) as running:
        assert running.until(lambda: sum(map(is_article, site.hits)) >= 3), running.log
        running.process.send_signal(signal.SIGHUP)
        status, log = running.end(patient(60)), running.log
    assert status == (0 if ignored else Exit.INTERRUPTED), log
    assert (len(stored(tmp_path)) == 20) == ignored


NOHUP = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
PROBE = "import signal; print(repr(signal.getsignal(signal.SIGINT)), repr(signal.getsignal(signal.SIGHUP)))"


def test_the_processes_of_tests_hear_signals_that_nohup_took_away() -> None:
    ask = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
    deaf = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    mended = f"{deaf}; from tests.project import hear_signals; hear_signals(); {ask}"
    line, heard = [sys.executable, "-c"], []
    for script in (f"{deaf}; {ask}", mended):
        done = subprocess.run([*line, script, PROBE], cwd=ROOT, capture_output=True, text=True, check=True)
        heard.append(done.stdout)
    assert heard[0].count("SIG_IGN") == 2
    assert "SIG_IGN" not in heard[1]
