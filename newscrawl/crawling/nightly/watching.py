"""After a crawl or a night: what is watched for is looked for, and the command of NEWSCRAWL_NOTIFY hears of it.

A fault in watch.toml or in the index is told and changes no exit status: what was crawled is stored.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from newscrawl.judging.watch import BadWatch, Match, as_text, by_watch, look, read_watches
from newscrawl.portals.registry import portals
from newscrawl.storing.search import Index, SearchFailed
from newscrawl.terminal import inert

NOTIFY_SECONDS = 60.0  # a mail is sent in less; a command that hangs must not hold up the next night
Tell = Callable[[str], object]


def new_matches(watch_file: str, data: Path, now: datetime, tell: Tell) -> tuple[list[Match], str]:
    """The new matches, which are told hereby, and why nothing could be looked for; else an empty text."""
    if not watch_file:
        return [], ""
    try:
        watches = read_watches(Path(watch_file), portals())
        if not watches:
            return [], ""
        with Index(data, {name: portal.zone for name, portal in portals().items()}, tell) as index:
            return look(watches, index, now), ""
    except (BadWatch, SearchFailed) as error:
        fault = str(error)
    except OSError as error:
        fault = f"{error.filename}: {error.strerror}"
    tell(fault := f"nothing is watched for: {fault}")
    return [], fault


def environment_of(matches: list[Match]) -> dict[str, str]:
    """What the notifying command is told beside its input: the names of the watches with matches."""
    return {"NEWSCRAWL_WATCHED": " ".join(by_watch(matches))}


def after_crawl(settings: Any, now: datetime, tell: Tell) -> None:
    """Look, tell, and notify, when a crawl has ended that no night has begun."""
    data = settings.get("NEWSCRAWL_DATA")
    matches = new_matches(settings.get("NEWSCRAWL_WATCH") or "", Path(data), now, tell)[0] if data else []
    if not matches:
        return
    lines = [inert(line) for line in as_text(by_watch(matches))]
    for line in lines:
        tell(line)
    command, text = settings.get("NEWSCRAWL_NOTIFY"), "\n".join(lines) + "\n"
    if command and (fault := notified(command, text, environment_of(matches))):
        tell(f"NEWSCRAWL_NOTIFY: the command {fault}")


def notified(command: str, text: str, environment: Mapping[str, str]) -> str:
    """Run the user's shell command with `text` on its standard input; what went wrong with it, or nothing."""
    given = {**os.environ, **environment}
    with subprocess.Popen(  # standard output is the report's
        command, shell=True, stdin=subprocess.PIPE, stdout=2, env=given, start_new_session=True
    ) as process:
        try:
            process.communicate(text.encode(), NOTIFY_SECONDS)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):  # only then: many a mail command leaves the sending to one behind it
                os.killpg(process.pid, signal.SIGKILL)
            return f"took more than {NOTIFY_SECONDS:g} s"
    return f"ended with exit status {process.returncode}" if process.returncode else ""
