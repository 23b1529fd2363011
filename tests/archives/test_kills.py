"""A worker and a command are killed once each; `python -m tests.archives.kills` does it thirty times, at random."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from newscrawl.archives import stopping
from newscrawl.archives.engine import Cluster, engine
from newscrawl.archives.table import UnitWriter
from tests import forks
from tests.archives import kills
from tests.archives.making import contents, job, run
from tests.project import ROOT, patient

UNPATCHED = UnitWriter.close


def test_a_killed_worker_and_a_killed_command_change_no_byte(tmp_path: Path) -> None:
    kills.files(tmp_path / "files", 6, pages=6)
    run(tmp_path / "calm", tmp_path / "files")
    killed_worker(tmp_path / "files", tmp_path / "worker")
    killed_command(tmp_path / "files", tmp_path / "command")
    calm = contents(tmp_path / "calm")
    assert contents(tmp_path / "worker") == calm
    assert contents(tmp_path / "command") == calm


def killed_worker(inputs: Path, out: Path) -> None:
    """Read with two workers, one of which dies when the first file is read."""
    said: list[str] = []
    with engine(2) as cluster:
        assert isinstance(cluster, Cluster)
        made = job(out, inputs, engine=cluster, say=said.append)
        cluster.client.wait_for_workers(2, timeout=patient(60))
        pids = list(cluster.client.run(os.getpid).values())
        shown: list[Any] = []

        def show(far: Any) -> None:
            shown.append(far.done)
            if far.done and len(pids) == 2:
                os.kill(pids.pop(), signal.SIGKILL)

        made.show = show
        made.read()
        made.join()
    assert len(pids) == 1
    assert said == []
    assert max(shown) == 6


def killed_command(inputs: Path, out: Path) -> None:
    """Stop the command when it has read a file, kill it when it has read two more, and run it once more."""
    command = [sys.executable, "-m", "scrapy", "archive", str(inputs), "-o", str(out), "--workers", "1"]
    for number, least in ((signal.SIGTERM, 1), (signal.SIGKILL, 3)):
        process = forks.start(command, env=os.environ)
        until = time.monotonic() + patient(60)
        while len(list((out / "done").glob("[!.]*.json"))) < least:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.002)
        process.send_signal(number)
        _, said = process.communicate()
        if number == signal.SIGTERM:
            assert process.returncode == 6
            assert said == "newscrawl: interrupted: what was read is kept; run it again to go on\n"
    run(out, inputs)


@pytest.mark.parametrize("is_told", [True, False])
def test_an_interruption_that_a_library_makes_into_something_else_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_told: bool
) -> None:
    kills.files(tmp_path / "files", 2, pages=4)

    def close(writer: UnitWriter) -> None:
        UNPATCHED(writer)
        stopping.stop()  # held: it waits for the next look
        if is_told:
            raise ValueError("the file is not whole")

    with monkeypatch.context() as patched:
        patched.setattr(UnitWriter, "close", close)
        patched.setattr(stopping, "_asked", False)
        with pytest.raises(KeyboardInterrupt):
            run(tmp_path / "out", tmp_path / "files")
    assert not list((tmp_path / "out" / "done").glob("*"))
    run(tmp_path / "out", tmp_path / "files")
    run(tmp_path / "calm", tmp_path / "files")
    assert contents(tmp_path / "out") == contents(tmp_path / "calm")


@pytest.mark.parametrize("beside", ["nothing", "a fault"])
def test_an_interruption_where_nothing_can_be_raised_ends_the_run_without_a_word_more(beside: str) -> None:
    script = """
        import sys
        from newscrawl.archives import stopping
        class Closing:
            def __del__(self):
                stopping.stop()
        class Faulty:
            def __del__(self):
                raise ValueError("a fault of ours")
        stopping.begin()
        if sys.argv[1] == "a fault":
            Faulty()
        Closing()
        try:
            stopping.check()
        except KeyboardInterrupt:
            print("ended")
    """
    line = [sys.executable, "-c", dedent(script), beside]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=patient(60), check=True)
    assert done.stdout == "ended\n"
    assert ("a fault of ours" in done.stderr, "KeyboardInterrupt" in done.stderr) == (beside == "a fault", False)
