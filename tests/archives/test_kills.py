"""A worker and a command are killed once each; `python -m tests.archives.kills` does it thirty times, at random."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from newscrawl.archives.engine import Cluster, engine
from tests.archives import kills
from tests.archives.making import contents, job, run
from tests.project import ROOT, patient


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
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        until = time.monotonic() + patient(60)
        while len(list((out / "done").glob("[!.]*.json"))) < least:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.002)
        process.send_signal(number)
        _, said = process.communicate()
        if number == signal.SIGTERM:
            assert process.returncode == 6
            assert said == b"newscrawl: interrupted: what was read is kept; run it again to go on\n"
    run(out, inputs)
