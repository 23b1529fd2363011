"""Several crawls that a person began by one command: each in a process of its own, and none outlives the command."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newscrawl.crawling.processes.parent import STOPS, with_parent
from newscrawl.judging.exitcodes import Exit

GRACE = 90.0  # seconds in which a crawl ends when this process is killed
LOOK = 0.1  # seconds between two looks at which have ended


@dataclass(slots=True)
class Ended:
    """How several crawls ended: exit statuses by name (128 and the signal's number for one that a signal ended).

    `waiting` are those that were not begun any more; `stopped`: a signal came.
    """

    statuses: dict[str, int] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    stopped: bool = False

    @property
    def status(self) -> int:
        """Interrupted where a signal came; else the first status that is not 0, in the order of the crawls."""
        return Exit.INTERRUPTED if self.stopped else next(filter(None, self.statuses.values()), 0)


def run_crawls(lines: Mapping[str, Sequence[str]], at_once: int) -> Ended:
    """Run command lines, by the name of what they crawl, at most `at_once` at a time.

    A signal ends those that run, each as it would end alone, and no further one is begun.
    """
    ended = Ended(dict.fromkeys(lines, 0), [*lines])
    running: dict[str, subprocess.Popen[bytes]] = {}

    def stop(*_: object) -> None:
        ended.stopped = True

    before = {number: signal.signal(number, stop) for number in STOPS}
    reading, writing = os.pipe()  # the other end is open as long as this process lives
    environment = with_parent(os.environ, reading, GRACE, watches=True)
    told = False
    try:
        while running or (ended.waiting and not ended.stopped):
            while ended.waiting and len(running) < at_once and not ended.stopped:
                name = ended.waiting.pop(0)
                # In a session of its own: a terminal's Ctrl-C comes to it through us, once.
                running[name] = subprocess.Popen(
                    lines[name], env=environment, pass_fds=(reading,), stdin=subprocess.DEVNULL, start_new_session=True
                )
            if ended.stopped and not told:
                told = True
                for process in running.values():
                    process.terminate()
            time.sleep(LOOK)
            for name, process in [*running.items()]:
                if (status := process.poll()) is not None:
                    ended.statuses[name] = status if status >= 0 else 128 - status
                    del running[name]
    finally:
        os.close(reading)
        os.close(writing)
        for number, handler in before.items():
            signal.signal(number, handler)
    for name in ended.waiting:
        del ended.statuses[name]
    return ended
