"""`scrapy nightly`: portals that hang, crash and pass side by side, catching up, stopping, and telling."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newscrawl.crawling.nightly import telling, watching
from newscrawl.crawling.nightly.files import log_file
from newscrawl.crawling.nightly.limits import Limits
from newscrawl.crawling.nightly.night import Night
from newscrawl.crawling.nightly.telling import run_night
from newscrawl.crawling.nightly.watching import notified
from newscrawl.judging import runs
from newscrawl.judging.runs import DAILY, Run
from tests import forks, newsroom
from tests.newsroom import NOW, STEP, ids, stored
from tests.project import patient, scrapy
from tests.site import Answer, Route, Site

JAKARTA = ZoneInfo("Asia/Jakarta")
TONIGHT = datetime(2026, 7, 24, 5, 30, tzinfo=JAKARTA)
BEFORE = "2026/07/23"
YESTERDAY = f"/bydate/index/{BEFORE}/"


def run_of(days_ago: int, status: int = 0, *, scope: str = DAILY, reason: str = "finished", **arguments: str) -> Run:
    at = TONIGHT - timedelta(days=days_ago)
    return Run("okezone", at, at, scope, arguments, finish_reason=reason, exit_status=status)


# -- processes ---------------------------------------------------------------------------------------------

# What a portal's process does in place of a crawl; each is Python that gets its data folder as sys.argv[1].
OK = "print('a line of the log')"
HANG = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
browser = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1] + "/browser", "w").write(str(browser.pid))
open(sys.argv[1] + "/ready", "w").close()
time.sleep(60)
"""
SLOW = "import time; time.sleep(60)"
STOPS_WELL = """
import signal, sys, time
from datetime import datetime, timezone
from pathlib import Path
from newscrawl.judging.runs import Run, save
def stop(*_):
    now = datetime.now(timezone.utc)
    counts, versions = {"found": 9, "stored": 4}, {"scrapy": "2.19"}
    run = Run("slow", now, now, finish_reason="shutdown", exit_status=6, articles=counts, versions=versions)
    save(Path(sys.argv[1]) / "slow", run, 10)
    sys.exit(6)
signal.signal(signal.SIGTERM, stop)
open(sys.argv[1] + "/ready", "w").close()
time.sleep(60)
"""


class Fakes:
    """A night of portals that are scripts; `lines` is what was told, `asked` names those that began."""

    def __init__(
        self, data: Path, scripts: Mapping[str, str], *, broken: Mapping[str, str] | None = None, **limits: Any
    ) -> None:
        self.lines: list[str] = []
        self.asked: list[str] = []
        self.data = data
        data.mkdir(exist_ok=True)
        self.scripts = scripts
        zones = dict.fromkeys(scripts, "Asia/Jakarta")
        self.night = Night(
            *(data, zones, Limits(**limits)),
            command=self.command,
            clock=lambda _: TONIGHT,
            tell=self.lines.append,
            broken=broken,
        )

    def command(self, portal: str) -> list[str]:
        self.asked.append(portal)
        return [sys.executable, "-c", self.scripts[portal], str(self.data)]

    def run(self, command: str = "", *, stops: int = 0, begun: str = "", watch: str = "") -> int:
        """Run the night; stop it by that many signals, the first when a process is ready and the portal has begun."""

        async def stop() -> None:
            while not (self.data / "ready").exists() or (begun and begun not in self.asked):
                await asyncio.sleep(0.02)
            for _ in range(stops):
                os.kill(os.getpid(), signal.SIGTERM)
                await asyncio.sleep(0.3)

        async def go() -> int:
            stopping = asyncio.create_task(stop())
            status = await run_night(self.night, lambda: TONIGHT, command, watch)
            stopping.cancel()
            return status

        return asyncio.run(go())

    def record(self, portal: str) -> Run:
        (run,) = runs.load(self.data / portal)
        return run


def test_a_portal_whose_file_is_broken_does_not_pass(tmp_path: Path) -> None:
    fakes = Fakes(tmp_path, {"ok": OK}, broken={"rusak": "portals/rusak.py: ImportError: no such module"})
    assert fakes.run() == 1
    assert fakes.night.failed == ["rusak"]
    assert fakes.lines[-1] == "not every portal passed: rusak"


def test_a_portal_that_hangs_costs_only_itself(tmp_path: Path) -> None:
    limit = patient(2)
    fakes = Fakes(tmp_path, {"hang": HANG, "ok": OK, "slow": STOPS_WELL}, seconds=limit, grace=2)
    began = time.monotonic()
    assert fakes.run() == 1
    assert time.monotonic() - began < limit + patient(15)
    assert fakes.night.failed == ["hang", "slow"]
    run = fakes.record("hang")
    assert (run.finish_reason, run.exit_status, run.scope) == ("time limit", 137, DAILY)
    (finding,) = run.findings
    assert finding.name == "time limit"
    (log,) = (tmp_path / "hang" / "logs").iterdir()
    assert finding.message.startswith(f"over its {limit / 60:.3g} minutes and killed 2 s later, after ")
    assert finding.message.endswith(f"; log hang/logs/{log.name}")
    with contextlib.suppress(ProcessLookupError):  # the browser is gone, or a zombie that nobody has reaped yet
        browser = int((tmp_path / "browser").read_text())
        os.kill(browser, 0)
        assert Path(f"/proc/{browser}/stat").read_text().split()[2] == "Z"
    # The crawl that stopped when it was told has a record, which gets to know why.
    run = fakes.record("slow")
    assert (run.finish_reason, run.exit_status, run.articles["found"]) == ("time limit", 6, 9)
    assert run.found("time limit")
    assert any(line.startswith("slow ended with exit status 6 after") and "found 9" in line for line in fakes.lines)
    (log,) = (tmp_path / "ok" / "logs").iterdir()
    assert log.read_text() == "a line of the log\n"


def test_a_crawl_over_its_time_that_had_all_but_what_came_late_keeps_its_own_judgement(tmp_path: Path) -> None:
    script = STOPS_WELL.replace('"shutdown", exit_status=6', '"finished", exit_status=9').replace("exit(6)", "exit(9)")
    fakes = Fakes(tmp_path, {"slow": script}, seconds=patient(2), grace=2)
    assert fakes.run() == 1
    run = fakes.record("slow")
    assert (run.finish_reason, run.exit_status, run.findings) == ("finished", 9, [])


@pytest.mark.parametrize(
    ("script", "status", "reason", "finding", "message"),
    [
        ("import os; os.kill(os.getpid(), 9)", 137, "killed by signal 9", "crashed", "killed by signal 9 after"),
        ("import os; os._exit(70)", 70, "crashed with exit status 70", "crashed", "exit status 70 after"),
        ("import sys; sys.exit('newscrawl: no')", 1, "could not begin", "could not begin", "last line 'newscrawl: no'"),
        ("raise SystemExit(8)", 8, "busy", "busy", "exit status 8 after"),
    ],
)
def test_a_process_that_leaves_no_record_gets_one(
    tmp_path: Path, script: str, status: int, reason: str, finding: str, message: str
) -> None:
    fakes = Fakes(tmp_path, {"bad": script, "ok": OK})
    runs.save(tmp_path / "bad", run_of(5), 10)
    assert fakes.run() == 1
    assert fakes.night.failed == ["bad"]
    run = runs.load(tmp_path / "bad")[-1]
    assert (run.exit_status, run.finish_reason, run.scope) == (status, reason, DAILY)
    assert run.arguments == {}
    assert [f.name for f in run.findings] == [finding]
    assert message in run.findings[0].message
    assert "\n" not in run.findings[0].message
    assert any("(could not begin: no)" in line for line in fakes.lines) == (finding == "could not begin")


def test_a_folder_that_cannot_be_written_costs_only_its_portal(tmp_path: Path) -> None:
    fakes = Fakes(tmp_path, {"ok": OK})
    (tmp_path / "locked").write_text("a file where a folder should be")
    fakes.night.zones = {"locked": "Asia/Jakarta", "ok": "Asia/Jakarta"}
    fakes.night.waiting.appendleft("locked")
    assert fakes.run() == 1
    assert fakes.night.failed == ["locked"]


def test_a_stop_ends_the_crawls_and_names_what_was_not_begun(tmp_path: Path) -> None:
    fakes = Fakes(tmp_path, {"ok": OK, "slow": STOPS_WELL, "raw": SLOW, "later": OK}, at_once=2)
    assert fakes.run(stops=1, begun="raw") == 6
    assert fakes.night.failed == ["slow", "raw", "later"]
    assert "stopped; not begun: later" in fakes.lines
    assert not fakes.record("slow").findings  # a stop is nothing that is wrong with the portal
    run = fakes.record("raw")
    assert (run.finish_reason, run.exit_status, run.findings) == ("shutdown", 6, [])


def test_a_second_stop_waits_for_nobody(tmp_path: Path) -> None:
    fakes = Fakes(tmp_path, {"hang": HANG}, grace=50)
    began = time.monotonic()
    assert fakes.run(stops=2) == 6
    assert time.monotonic() - began < patient(10)
    assert fakes.record("hang").findings[0].name == "crashed"


def test_only_the_latest_logs_stay(tmp_path: Path) -> None:
    for day in range(1, 6):
        log_file(tmp_path, TONIGHT.replace(day=day), 3)
    (tmp_path / "logs" / "mine.log").touch()
    names = ["2026-07-04T05-30-00.log", "2026-07-05T05-30-00.log", "2026-07-24T05-30-00.log", "mine.log"]
    assert log_file(tmp_path, TONIGHT, 3).name in names
    assert sorted(path.name for path in (tmp_path / "logs").iterdir()) == names


# -- telling -----------------------------------------------------------------------------------------------


def test_the_user_is_notified_of_failed_nights_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = tmp_path / "told"
    command = f'(echo "$NEWSCRAWL_FAILED $NEWSCRAWL_REPORT"; cat) > {told}; exit 3'
    fakes = Fakes(tmp_path / "data", {"ok": OK})
    runs.save(fakes.data / "ok", run_of(0), 10)
    assert fakes.run(command=command) == 0
    assert not told.exists()
    fakes = Fakes(tmp_path / "data", {"ok": OK, "bad": "raise SystemExit(70)"})
    assert fakes.run(command=command) == 1
    capsys.readouterr()
    first, *report = told.read_text().splitlines()
    assert first == f"bad {fakes.data / 'report.html'}"
    assert any(line.startswith("bad ") for line in report)
    assert any("crashed: exit status 70" in line for line in report)
    assert "NEWSCRAWL_NOTIFY: the command ended with exit status 3" in fakes.lines


def test_the_user_is_notified_where_nothing_could_be_watched_for(tmp_path: Path) -> None:
    told, watch = tmp_path / "told", tmp_path / "watch.toml"
    watch.write_text("[banjir]\nkueri = 'banjir'\n")
    fakes = Fakes(tmp_path / "data", {"ok": OK})
    runs.save(fakes.data / "ok", run_of(0), 10)
    assert fakes.run(command=f"cat > {told}", watch=str(watch)) == 0
    fault = f"nothing is watched for: {watch}: [banjir]: unknown key 'kueri'"
    assert told.read_text().splitlines()[-1].startswith(fault)
    assert [line for line in fakes.lines if line.startswith(fault)]


def test_a_night_names_its_commands_as_it_was_called_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "as_text", lambda _: "to be judged by scrapy review okezone")
    for called in ("newscrawl", "scrapy"):
        monkeypatch.setenv("NEWSCRAWL_COMMAND", called)
        assert telling.reports(tmp_path, (), TONIGHT)[0] == f"to be judged by {called} review okezone\n"


def test_a_notification_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "NOTIFY_SECONDS", 0.5)
    began = time.monotonic()
    assert notified("sleep 60 & sleep 60", "report" * 100_000, {}) == "took more than 0.5 s"
    assert time.monotonic() - began < patient(10)


def test_a_report_that_cannot_be_made_does_not_hide_the_night(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(telling, "reports", lambda *_: 1 / 0)
    fakes = Fakes(tmp_path, {"bad": "raise SystemExit(70)"})
    assert fakes.run(command=f"cat > {tmp_path / 'told'}") == 1
    assert "bad ended with exit status 70" in capsys.readouterr().out
    assert "bad ended with exit status 70" in (tmp_path / "told").read_text()
    assert any("the report could not be made" in line for line in fakes.lines)


# -- the command -------------------------------------------------------------------------------------------


def routes(count: int) -> dict[str, Route]:
    """A newsroom with articles of yesterday, which today's index lists, too, at addresses of today."""
    site = newsroom.newsroom(count)
    listed = of_yesterday(site[f"/bydate/index/{newsroom.DAY}/"])
    articles = {path: of_yesterday(route) for path, route in site.items() if "/read/" in path}
    there = {path.replace(newsroom.DAY, BEFORE): route for path, route in articles.items()}
    return site | articles | there | {YESTERDAY: listed}


def of_yesterday(route: Route) -> Answer:
    """The same page with yesterday's date."""
    assert not callable(route)
    status, headers, body, delay = route
    text = str(body).replace(newsroom.DAY, BEFORE).replace("2026-07-24", "2026-07-23").replace("24 Juli", "23 Juli")
    return status, headers, text, delay


def command(site: Site, data: Path, *options: str) -> list[str]:
    """The command line of a night through the server."""
    crawl = newsroom.command(site, data, *options)
    settings = [part for part in crawl[crawl.index("-s") :] if not part.startswith("since=")]
    return [*crawl[:3], "nightly", "okezone", *settings]


def nightly(site: Site, data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    env = newsroom.environment() | {"SCRAPY_PROJECT": "nightly"}
    return forks.run(command(site, data, *options), env=env, timeout=patient(120))


def test_a_night_stores_reports_and_notifies(tmp_path: Path) -> None:
    data, told = tmp_path / "data", tmp_path / "told"
    notification = f"NEWSCRAWL_NOTIFY=cat > {told}"
    with Site(routes(8)) as site:
        done = nightly(site, data, notification, "NEWSCRAWL_JUDGE_TEXT_LENGTH=10")
        assert done.returncode == 0, done.stderr
        assert set(stored(data)) == ids(range(8))
        anew, begins, ends = done.stderr.splitlines()
        assert anew == f"newscrawl: nothing is stored in {data} yet: every portal begins anew"
        (log,) = (data / "okezone" / "logs").iterdir()
        assert begins == f"newscrawl: okezone begins; log okezone/logs/{log.name}"
        assert ends.startswith("newscrawl: okezone ended with exit status 0 after")
        assert ends.endswith(": found 8, stored 8")
        assert "okezone: found 8, stored 8" in log.read_text()
        assert "okezone" in done.stdout
        assert "<html" in (data / "report.html").read_text()
        assert not told.exists()
        site.routes.clear()
        done = nightly(site, data, notification, "NEWSCRAWL_NOW=2026-07-28T05:30:00+07:00")
        assert done.returncode == 1
        assert "begins anew" not in done.stderr
        assert done.stderr.splitlines()[-1] == "newscrawl: not every portal passed: okezone"
        assert told.read_text() == done.stdout
    first, second = runs.load(data / "okezone")
    assert (first.exit_status, first.scope, first.arguments) == (0, DAILY, {})
    assert second.exit_status
    assert second.arguments == {"since": "2026-07-23"}, "no run since, and none that saw the end of that day"
    assert ", since 2026-07-23" in done.stderr
    assert len(list((data / "okezone" / "logs").iterdir())) == 2


def test_a_night_that_is_stopped_leaves_whole_files(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Site(routes(STEP)) as site:
        process = forks.start(command(site, data, "DOWNLOAD_DELAY=0.4"), env=newsroom.environment())
        until = time.monotonic() + patient(30)
        while len(site.hits) < 8 and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGHUP)
        out, log = process.communicate(timeout=patient(60))
    assert process.returncode == 6, log
    assert log.splitlines()[-1] == "newscrawl: interrupted: okezone"
    assert 0 < len(stored(data)) < STEP
    (run,) = runs.load(data / "okezone")
    assert (run.exit_status, run.finish_reason, run.found("crashed")) == (6, "shutdown", False)
    assert "okezone" in out


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["detikk"], 2, "unknown portal 'detikk'; known: "),
        (["-s", "NEWSCRAWL_NIGHTLY_AT_ONCE=0"], 2, "NEWSCRAWL_NIGHTLY_AT_ONCE='0' is not a whole number of 1 or more"),
        (["-s", "NEWSCRAWL_NIGHTLY_MINUTES=long"], 2, "NEWSCRAWL_NIGHTLY_MINUTES='long' is not a number of 0.01"),
        (["-s", "DOWNLOAD_DELAY=-1"], 2, "DOWNLOAD_DELAY='-1' is not a number of 0 or more"),
        (["-s", f"NEWSCRAWL_NOW={NOW[:19]}"], 2, f"NEWSCRAWL_NOW='{NOW[:19]}' has no offset"),
        (["-s", "NEWSCRAWL_DATA="], 2, "NEWSCRAWL_DATA is empty"),
        (["--logfile", "x.log"], 2, "--logfile: each portal has a log of its own"),
        (["-s", "NEWSCRAWL_DATA=scrapy.cfg/data"], 7, "NEWSCRAWL_DATA scrapy.cfg/data: cannot be written: Not a dir"),
    ],
)
def test_what_is_wrong_is_one_line_before_anything_begins(arguments: list[str], status: int, line: str) -> None:
    done = scrapy("nightly", *arguments, project="default")
    assert done.returncode == status
    assert done.stderr.startswith(f"newscrawl: {line}")
    assert done.stderr.count("\n") == 1
    assert not done.stdout


def test_the_record_of_another_night_is_not_taken_for_the_crawls_own(tmp_path: Path) -> None:
    busy = run_of(0, 8, reason="busy").as_json()
    script = f"""
import os, sys
os.makedirs(sys.argv[1] + "/bad/runs")
open(sys.argv[1] + "/bad/runs/2026-07-24T05-30-00.000000+0700.json", "w").write({busy!r})
os.kill(os.getpid(), 9)
"""
    fakes = Fakes(tmp_path, {"bad": script})
    assert fakes.run() == 1
    first, second = runs.load(tmp_path / "bad")
    assert (first.finish_reason, second.finish_reason) == ("busy", "killed by signal 9")
