"""Running the project's own commands as a user would."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests import forks

ROOT = Path(__file__).parent.parent
# What a forked process runs for `newscrawl`; there "-m" would load the module a second time.
NEWSCRAWL = (sys.executable, "-c", "from newscrawl.commands.main import main; main()")
# How much longer everything may take here, where the load does not tell: NEWSCRAWL_TEST_PATIENCE=3 make test
PATIENCE = float(os.environ.get("NEWSCRAWL_TEST_PATIENCE", "1"))


def patient(seconds: float) -> float:
    """A limit that holds on an idle machine, as long as this one needs: what is busy with more is slower.

    >>> patient(10) >= 10
    True
    """
    busy = max(os.getloadavg()[0] + 1, len(os.sched_getaffinity(0))) / len(os.sched_getaffinity(0))
    return seconds * PATIENCE * min(2 * busy, 30.0)


def hear_signals() -> None:
    """Undo what nohup and a shell's background leave to the processes of the tests: signals that are never heard.

    A handler of ours is no handler after exec, and here it ignores the signal as before.
    """
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


def scrapy(*args: str, project: str = "replay", stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """`scrapy ARGS` in the project's folder; standard output and error as text."""
    return forks.run(
        [sys.executable, "-m", "scrapy", *args],
        env={**os.environ, "SCRAPY_PROJECT": project, "PYTHONWARNINGS": "error"},
        input=stdin,
        timeout=patient(120),
    )


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
