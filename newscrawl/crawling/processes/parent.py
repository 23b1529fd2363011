"""A crawl of a night ends with the night: when the process that began it is gone, however that came about."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Mapping
from threading import Thread

# The reading end of a pipe that the parent holds open as long as it lives, and the seconds a stop may take.
PIPE, GRACE = "NEWSCRAWL_PARENT", "NEWSCRAWL_PARENT_GRACE"
# What ends a crawl, and with it those that it began: a stop, Ctrl-C, a closed terminal.
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
# Given where a crawl is no part of a night, which looks itself for what is watched for.
WATCHES = "NEWSCRAWL_PARENT_WATCHES"


def with_parent(environment: Mapping[str, str], pipe: int, grace: float, *, watches: bool = False) -> dict[str, str]:
    """The environment of a process that is to end with this one, which keeps the other end of `pipe`.

    `watches`: when it has ended well it looks for what is watched for, as a crawl does that nobody began.
    """
    return {**environment, PIPE: str(pipe), GRACE: str(grace), **({WATCHES: "1"} if watches else {})}


def end_with_parent() -> Thread | None:
    """Stop this process as a signal would when its parent is gone, and kill its session if it has not ended by then.

    Nothing is done for a process whose environment names no pipe. What it starts itself inherits neither.
    """
    pipe, grace = os.environ.pop(PIPE, ""), os.environ.pop(GRACE, "")
    if not pipe:
        return None
    os.set_inheritable(int(pipe), False)
    watch = Thread(target=_watch, args=(int(pipe), float(grace)), name="parent", daemon=True)
    watch.start()
    return watch


def _watch(pipe: int, grace: float) -> None:
    while os.read(pipe, 1):  # nothing is ever written: the end is the end of the parent
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(grace)
    if os.getpgid(0) == os.getpid():  # with a browser that it started
        os.killpg(0, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
