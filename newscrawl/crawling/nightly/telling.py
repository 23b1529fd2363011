"""A night from its first portal to its report, and who is told."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from newscrawl.crawling.commandline import as_called
from newscrawl.crawling.nightly.night import Night
from newscrawl.crawling.nightly.watching import environment_of, new_matches, notified
from newscrawl.crawling.processes.parent import STOPS
from newscrawl.files import write_whole
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.report.gather import gather
from newscrawl.judging.report.text import as_text
from newscrawl.terminal import inert_lines


def say(text: str, stream: TextIO) -> None:
    """Print; a reader that has gone, such as a closed terminal, must not end the night."""
    try:
        print(inert_lines(text), file=stream, flush=True)
    except OSError:
        with suppress(OSError, ValueError):  # what is still in the buffer would fail once more at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def reports(data: Path, names: Sequence[str], now: datetime) -> tuple[str, str]:
    """The night's report as text, and that of every portal as HTML."""
    from newscrawl.judging.report.page import as_html  # loaded when there is something to report

    return as_called(as_text(gather(data, names, now))) + "\n", as_html(gather(data, (), now, with_news=True))


async def run_night(job: Night, now: Callable[[], datetime], command: str = "", watch_file: str = "") -> int:
    """Crawl, look for what is watched for, report and notify; returns the exit status.

    `now` is asked for the report, `command` is for `notified`.
    """
    loop = asyncio.get_running_loop()
    for number in STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup
            loop.add_signal_handler(number, job.stop)
    await job.run()
    status = 0 if not job.failed else Exit.INTERRUPTED if job.stopped.is_set() else 1
    if job.waiting:
        job.tell(f"stopped; not begun: {', '.join(job.waiting)}")
    file = job.data / "report.html"
    text = "\n".join(map(str, job.outcomes)) + "\n"
    matches, unwatched = await asyncio.to_thread(new_matches, watch_file, job.data, now(), job.tell)
    try:
        text, html = reports(job.data, list(job.zones), now())
        write_whole(file, html.encode())
    except OSError as error:
        job.tell(f"{file}: cannot be written: {error.strerror}")
        status = status or Exit.STORAGE
    except Exception as error:  # the night must be told and the user notified, whatever the report stumbled over
        job.tell(f"the report could not be made: {error!r}")
        status = status or 1
    say(text.rstrip("\n"), sys.stdout)
    if (job.failed or matches or unwatched) and command:
        text += f"\n{unwatched}\n" if unwatched else ""
        environment = {"NEWSCRAWL_REPORT": str(file.resolve()), "NEWSCRAWL_FAILED": " ".join(job.failed)}
        environment |= environment_of(matches)
        if fault := await asyncio.to_thread(notified, command, text, environment):
            job.tell(f"NEWSCRAWL_NOTIFY: the command {fault}")
    if job.failed:
        what = "interrupted" if status == Exit.INTERRUPTED else "not every portal passed"
        job.tell(f"{what}: {', '.join(job.failed)}")
    return status
