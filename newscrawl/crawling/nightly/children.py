"""A portal's process: begun, waited for, ended; how it ended."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from newscrawl.crawling.nightly.limits import Limits
from newscrawl.crawling.processes.parent import with_parent
from newscrawl.judging.exitcodes import Exit

TIME_LIMIT, CRASHED, COULD_NOT_BEGIN, BUSY = "time limit", "crashed", "could not begin", "busy"
# Exit statuses of a crawl that did not come as far as its first request.
NOT_BEGUN = frozenset({1, Exit.USAGE, Exit.STORAGE, Exit.NO_BROWSER})


@dataclass(frozen=True, slots=True)
class Child:
    """How a process ended: `code` as asyncio gives it, `limit` when its time was over, `stopped` with the night."""

    code: int
    limits: Limits
    limit: bool = False
    stopped: bool = False

    @property
    def signalled(self) -> bool:
        return self.code < 0

    @property
    def gentle(self) -> bool:
        """Ended by the night's stop, as it was asked to."""
        return self.stopped and not self.limit and self.code in (-signal.SIGTERM, Exit.INTERRUPTED)

    @property
    def status(self) -> int:
        if self.gentle:
            return Exit.INTERRUPTED
        return 128 - self.code if self.signalled else self.code

    @property
    def finding(self) -> str | None:
        """What went wrong with the process itself; None for one that ended well or was stopped with the night."""
        if self.code == 0 or self.gentle:
            return None
        if self.limit:
            return TIME_LIMIT
        if self.code == Exit.BUSY:
            return BUSY
        return COULD_NOT_BEGIN if self.code in NOT_BEGUN else CRASHED

    @property
    def reason(self) -> str:
        """The run's finish_reason, where it has none of its own."""
        if self.finding == CRASHED:
            return f"killed by signal {-self.code}" if self.signalled else f"crashed with exit status {self.code}"
        return self.finding or ("shutdown" if self.gentle else "finished")

    @property
    def message(self) -> str:
        """What the finding says; when is added."""
        if self.finding == TIME_LIMIT:
            how = f"killed {self.limits.grace:g} s later" if self.code == -signal.SIGKILL else "stopped"
            return f"over its {self.limits.seconds / 60:.3g} minutes and {how},"
        return f"killed by signal {-self.code}" if self.signalled else f"exit status {self.code}"


async def run_child(
    line: Sequence[str], log: IO[bytes], limits: Limits, stopped: asyncio.Event, killed: asyncio.Event
) -> Child:
    """Run a command until it ends, `limits.seconds` are over or the night is `stopped`.

    Once the night is `killed` it is not waited for any longer.
    """
    lifeline, held = os.pipe()  # closed by the system, too, when this process is killed
    process, limit = None, False
    try:
        environment = with_parent(os.environ, lifeline, limits.grace)
        process = await asyncio.create_subprocess_exec(
            *line,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**environment, "PYTHONFAULTHANDLER": "1"},  # a crash of the interpreter leaves a traceback
            start_new_session=True,
            pass_fds=(lifeline,),
        )
        if not await wait_for_end(process, limits.seconds, stopped):
            limit = not stopped.is_set()
            with suppress(ProcessLookupError):
                process.terminate()
            await wait_for_end(process, limits.grace, killed)
    finally:
        if process is not None:
            await end_session(process)
        os.close(lifeline)
        os.close(held)
    assert process.returncode is not None
    return Child(process.returncode, limits, limit, stopped.is_set())


async def wait_for_end(process: asyncio.subprocess.Process, limit: float, event: asyncio.Event) -> bool:
    """Wait for the end of a process, of `limit` seconds, or for an event; True when the process has ended."""
    waits = [asyncio.ensure_future(w) for w in (process.wait(), event.wait())]
    await asyncio.wait(waits, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    return process.returncode is not None


async def end_session(process: asyncio.subprocess.Process) -> None:
    """Leave nothing of a process that leads a session: neither itself nor a browser that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
