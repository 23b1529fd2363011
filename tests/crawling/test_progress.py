"""What a crawl shows of itself while it runs: in a terminal, in a pipe, and when it is to be quiet."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newscrawl.crawling.showing.progress import Rate, Snapshot, duration, line, snapshot, time_left
from tests import forks
from tests.project import patient, scrapy

ARCHIVE = ("-a", "since=2026-07-23", "-a", "until=2026-07-24")
SLOWLY = ("-s", "DOWNLOAD_DELAY=0.02")
STATE = re.compile(r"okezone:? (?:\d+ listings|\d+(?: of |/)\d+ days),? ")
LOGGED = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (\[[\w.]+\] [A-Z]+: .*)")
LONG = Snapshot("okezone", 0, (4018, 4018), 12345, 12000, 0, 0, 123, 12, 1.04, 45240.0)


# -- in words ------------------------------------------------------------------------------------------


def test_a_long_back_archive_fits_on_80_columns_with_everything() -> None:
    assert line(LONG, 79) == "okezone 4018/4018 days 12000/12345 stored 123 dropped 12 failed 1.0/s 12h left"


@pytest.mark.parametrize("width", range(80))
def test_a_narrow_line_loses_whole_parts(width: int) -> None:
    text = line(LONG, width)
    assert len(text) <= width
    if width >= 7:
        assert set(text.split()) <= set(line(LONG, 79).split())
        assert text.startswith("okezone")
    if width >= 23:
        assert "4018/4018 days" in text


def test_what_was_stored_before_is_named_only_where_there_is_any() -> None:
    stats = {
        "articles/found": 26,
        "articles/unchanged": 10,
        "articles/already stored": 7,
        "articles/revised": 1,
        "articles/dropped/removed": 4,
        "articles/dropped/no text": 2,
        "articles/failed/robot check": 2,
        "listings/pages": 25,
    }
    again = snapshot("okezone", stats, None, 2.0, None)
    assert line(again) == (
        "okezone: 25 listings, 26 found, 0 stored, 1 revised, 17 known, 6 dropped, 2 failed, 2.0 pages/s"
    )
    assert line(again, 60) == "okezone 25 listings 0/26 stored 6 dropped 2 failed 2.0/s"


def test_the_time_left_is_known_after_the_first_day() -> None:
    assert line(snapshot("okezone", {}, (3, 9), 0.0, time_left(0, 6, 60.0))).endswith(
        "3 of 9 days, 0 found, 0 stored, 0 dropped, 0 failed, 0.0 pages/s, ? left"
    )
    assert duration(time_left(1, 6, 60.0)) == "6m"
    assert duration(time_left(3, 0, 60.0)) == "0s"


def test_a_rate_forgets_what_was_long_ago() -> None:
    rate = Rate()
    for second in range(80):
        found = rate(min(second, 50), float(second))
        assert found == pytest.approx(1.0 if 0 < second <= 50 else max(0, 80 - second) / 30 if second else 0.0)
    assert len(rate.samples) == 31


# -- in a terminal -------------------------------------------------------------------------------------


def in_terminal(
    *args: str,
    term: str = "xterm-256color",
    columns: int = 80,
    act: Callable[[forks.Fork, str], bool] = lambda *_: True,
) -> tuple[int, str]:
    """`scrapy crawl okezone ARGS` over the bundled pages in a terminal: exit status and all that was written to it.

    `act` is called with what was written so far, until it returns true.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment = {**inherited, "SCRAPY_PROJECT": "replay", "PYTHONWARNINGS": "error", "TERM": term}
    written, acted = b"", False
    line = [sys.executable, "-m", "scrapy", "crawl", "okezone", *args]
    with os.fdopen(theirs, "r+b", buffering=0) as terminal:
        started = forks.start(line, env=environment, stdin=terminal, stdout=terminal, stderr=terminal)
    with started as process:
        try:
            while chunk := os.read(ours, 65536):
                written += chunk
                acted = acted or act(process, written.decode(errors="replace"))
        except OSError:  # how Linux says that nobody has the terminal open any more
            pass
        os.close(ours)
        return process.wait(patient(60)), written.decode()


def rows(written: str) -> list[str]:
    """The rows that a terminal shows in the end, for what rich writes: an erased row, the row above, the cursor."""
    shown, row, column = [""], 0, 0
    for token in re.findall(r"\x1b\[\??[\d;]*[a-zA-Z]|[\r\n]|[^\x1b\r\n]+|\x1b", written):
        if token == "\r":
            column = 0
        elif token == "\n":
            row += 1
            shown += [""] * (row + 1 - len(shown))
        elif token == "\x1b[2K":
            shown[row] = ""
        elif token == "\x1b[1A":
            row -= 1
        elif token in ("\x1b[?25l", "\x1b[?25h"):
            pass
        else:
            assert not token.startswith("\x1b"), token
            shown[row] = shown[row][:column].ljust(column) + token + shown[row][column + len(token) :]
            column += len(token)
    return shown


def messages(log: Iterable[str]) -> list[str]:
    """What was logged, sorted and without its times, but for the settings and stats of the run."""
    return sorted(match[1] for row in log if (match := LOGGED.match(row)))


@pytest.fixture(scope="module")
def piped(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The log of a crawl in a pipe, with a progress line each 0.3 s."""
    data = tmp_path_factory.mktemp("piped")
    pace = ("-s", "NEWSCRAWL_PROGRESS_SECONDS=0.3")
    done = scrapy("crawl", "okezone", *ARCHIVE, *SLOWLY, *pace, "-s", f"NEWSCRAWL_DATA={data}")
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


def test_a_terminal_has_a_live_line_below_a_whole_log(piped: list[str], tmp_path: Path) -> None:
    status, written = in_terminal(*ARCHIVE, *SLOWLY, "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert status == 0, written
    states = [part for part in re.split(r"\x1b\[2K|\x1b\[\?25[lh]|[\r\n]", written) if STATE.match(part)]
    assert len(set(states)) > 2
    assert all(len(state) < 80 for state in states)
    assert states[0].endswith(" 0/2 days 0/0 stored 0 dropped 0 failed 0.0/s ? left")
    assert not states[-1].endswith(("0 stored", "0.0/s ? left"))
    shown = rows(written)
    assert not [row for row in shown if STATE.search(row)]  # the log and the summary stay, the line does not
    assert written.rindex("\x1b[?25h") > written.rindex("\x1b[?25l")
    logged = messages(shown)
    assert logged == messages(row for row in piped if not STATE.search(row))
    assert max(map(len, logged)) > 160  # a long line is not broken


def test_a_crawl_that_is_interrupted_twice_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    def interrupt_twice(process: forks.Fork, written: str) -> bool:
        if written.count("\x1b[2K") < 2:
            return False
        for _ in range(2):
            process.send_signal(signal.SIGINT)
            time.sleep(0.2)
        return True

    settings = ("-s", "DOWNLOAD_DELAY=20", "-s", f"NEWSCRAWL_DATA={tmp_path}")
    status, written = in_terminal(*settings, columns=40, act=interrupt_twice)
    assert status == 6, written
    assert "okezone 0 listings 0/0 stored 0 failed\r" in written
    shown = rows(written)
    assert not [row for row in shown if STATE.search(row)]
    assert any(row.startswith("  exit status 6") for row in shown)


# -- elsewhere -----------------------------------------------------------------------------------------


def test_a_pipe_has_plain_lines_at_a_steady_pace(piped: list[str]) -> None:
    assert not [row for row in piped if "\x1b" in row]
    plain = [row for row in piped if "[newscrawl.crawling.showing.progress] INFO: okezone: " in row]
    assert len(plain) > 1
    assert all(re.search(r": \d of 2 days, \d+ found, .* pages/s, [\d?]+[sm]? left$", row) for row in plain)


@pytest.mark.parametrize(("level", "term"), [("WARNING", "xterm"), ("INFO", "dumb")])
def test_a_quiet_crawl_and_a_dumb_terminal_have_no_live_line(level: str, term: str, tmp_path: Path) -> None:
    off = ("-s", "NEWSCRAWL_PROGRESS_SECONDS=0")
    status, written = in_terminal("-L", level, *off, "-s", f"NEWSCRAWL_DATA={tmp_path}", term=term)
    assert status == 0, written
    assert "\x1b" not in written
    assert not STATE.search(written)
    assert "okezone: found 26, stored 18" in written
