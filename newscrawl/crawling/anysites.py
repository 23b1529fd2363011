"""Several sites of `scrapy crawl any`: one after the other, each in a process of its own and a folder of its own."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from types import FrameType

from newscrawl.crawling.parent import with_parent
from newscrawl.judging.exitcodes import MEANING, Exit
from newscrawl.portals.anysite import AnySite
from newscrawl.portals.form import Portal
from newscrawl.terminal import inert

ANY = "any"
GRACE = 90.0  # seconds in which a crawl ends when this process is killed
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def one_by_one(sites: Sequence[type[Portal]], opts: argparse.Namespace) -> int:
    """Crawl each site; returns 0 where each ended so, else the first status that is another.

    A signal ends the crawl that runs, and no further one is begun.
    """
    running: subprocess.Popen[bytes] | None = None
    stopped = False

    def stop(*_: int | FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        if running is not None and running.poll() is None:
            running.terminate()

    before = {number: signal.signal(number, stop) for number in STOPS}
    reading, _writing = os.pipe()  # the other end is open as long as this process lives
    environment = with_parent(os.environ, reading, GRACE, watches=True)
    ends: list[tuple[str, int]] = []
    try:
        for site in sites:
            if stopped:
                break
            # In a session of its own: a terminal's Ctrl-C comes to it through us, once.
            running = subprocess.Popen(
                command(site, opts), env=environment, pass_fds=(reading,), start_new_session=True
            )
            if stopped:  # while it was begun
                running.terminate()
            ends.append((site.name, running.wait()))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for line in told(ends, len(sites)):
        print(inert(line), file=sys.stderr)
    if stopped:
        return int(Exit.INTERRUPTED)
    return next((status if status > 0 else 128 - status for _, status in ends if status), 0)


def command(site: type[Portal], opts: argparse.Namespace) -> list[str]:
    """The command line of one site's crawl, with the options that were given for all."""
    line = [sys.executable, "-m", "scrapy", "crawl"]
    line += [ANY, "-a", f"site={site.front}"] if issubclass(site, AnySite) else [site.name]
    for name, value in opts.spargs.items():
        line += ["-a", f"{name}={value}"]
    for setting in opts.set:
        line += ["-s", setting]
    line += ["-L", opts.loglevel] if opts.loglevel else []
    line += ["--logfile", opts.logfile] if opts.logfile else []
    return [*line, "--nolog"] if opts.nolog else line


def told(ends: Sequence[tuple[str, int]], count: int) -> Iterator[str]:
    """How each crawl ended, a line each."""
    yield f"{len(ends)} of {count} sites:"
    for name, status in ends:
        meaning = MEANING[Exit(status)] if status in list(Exit) else "ended by an error of its own or a signal"
        yield f"  {name}: exit status {status}: {meaning}"
