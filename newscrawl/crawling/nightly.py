"""`scrapy nightly`: each portal crawled in a process of its own: one that hangs or crashes costs only itself."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, Any, TextIO
from zoneinfo import ZoneInfo

from newscrawl.crawling.parent import with_parent
from newscrawl.files import write_whole
from newscrawl.judging import runs
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.findings import NOTHING_MISSING
from newscrawl.judging.report.gather import gather
from newscrawl.judging.report.text import as_text
from newscrawl.judging.runs import Finding, Run
from newscrawl.terminal import inert_lines

LOGS = "logs"
NOTIFY_SECONDS = 60.0  # a mail is sent in less; a command that hangs must not hold up the next night
BEGINS_WITHIN = timedelta(minutes=1)  # a crawl that is begun before midnight may look at the clock after it
LAST_LINE = 200  # characters of a log's last line that a finding quotes
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

Command = Callable[[str, Mapping[str, str]], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a night may cost: the settings NEWSCRAWL_NIGHTLY_*; times in seconds."""

    at_once: int = 3
    seconds: float = 7200.0
    grace: float = 90.0
    logs: int = 30
    catch_up: int = 14  # days
    runs: int = 400


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a portal's crawl ended: `status` as a shell has it (128 and the number for a signal), `run` its record."""

    portal: str
    status: int
    seconds: float
    run: Run | None = None
    note: str = ""

    @property
    def passed(self) -> bool:
        return self.status == 0

    def __str__(self) -> str:
        articles = self.run.articles if self.run else {}
        counts = f": found {articles['found']}, stored {articles.get('stored', 0)}" if articles.get("found") else ""
        note = f" ({self.note})" if self.note else ""
        return f"{self.portal} ended with exit status {self.status} after {self.seconds:.0f} s{counts}{note}"


@dataclass(frozen=True, slots=True)
class CatchUp:
    """The first day to list, None for today and yesterday; and days before it that were never listed, from and to."""

    since: date | None = None
    missed: tuple[date, date] | None = None


def is_complete(run: Run) -> bool:
    """True for a run after which nothing up to its day is missing: to its end, every channel, up to today.

    What was only read badly, or is listed no longer, would not be had by listing its days again.
    """
    good = run.passed or (run.exit_status == Exit.FINDINGS and {f.name for f in run.findings} <= NOTHING_MISSING)
    return run.is_nightly and good and run.finish_reason == "finished"


def catch_up(past: Iterable[Run], now: datetime, most: int) -> CatchUp:
    """What to list tonight after the runs of the `past`, oldest first: at most `most` days back.

    Days are those of `now`'s zone. A complete run of today or yesterday, or none at all, asks for the usual two
    days; an older one for its own day, which had not ended, and the day before, as any run does. Its own day is the
    one on which it began: what it listed before midnight says nothing about the rest of that day.
    """
    last = next((run.started_at.astimezone(now.tzinfo).date() for run in reversed([*past]) if is_complete(run)), None)
    today = (now + BEGINS_WITHIN).date()
    if last is None or last >= today - timedelta(days=1):
        return CatchUp()
    earliest = today - timedelta(days=most)
    missed = (last, earliest - timedelta(days=1)) if last < earliest else None
    return CatchUp(max(last - timedelta(days=1), earliest), missed)


def crawl_command(options: Sequence[str]) -> Command:
    """`scrapy crawl PORTAL` with the options that `scrapy nightly` was given."""

    def command(portal: str, arguments: Mapping[str, str]) -> list[str]:
        line = [sys.executable, "-m", "scrapy", "crawl", portal, *options]
        for name, value in arguments.items():
            line += ["-a", f"{name}={value}"]
        return line

    return command


class Night:
    """Crawls the portals of `zones` (their names and zones), whose files are in `data`.

    `clock` tells the time in a zone, `command` a portal's command line, `tell` takes lines of progress.
    """

    def __init__(
        self,
        data: Path,
        zones: Mapping[str, str],
        limits: Limits,
        *,
        command: Command,
        clock: Callable[[str], datetime] = lambda zone: datetime.now(ZoneInfo(zone)),
        tell: Callable[[str], None],
    ) -> None:
        self.data = data
        self.zones = zones
        self.limits = limits
        self.command = command
        self.clock = clock
        self.tell = tell
        self.outcomes: list[Outcome] = []
        self.waiting = deque(zones)
        self.stopped = asyncio.Event()  # begin no further portal, end those that run
        self.killed = asyncio.Event()  # and wait for none of them

    @property
    def failed(self) -> list[str]:
        """The portals that did not pass, those not begun included."""
        passed = {outcome.portal for outcome in self.outcomes if outcome.passed}
        return [name for name in self.zones if name not in passed]

    async def run(self) -> None:
        """Crawl them all, `limits.at_once` at a time, each in the order given."""
        await asyncio.gather(*(self._one_by_one() for _ in range(self.limits.at_once)))

    def stop(self) -> None:
        """End the crawls that run as a signal would; a second call kills them."""
        if self.stopped.is_set():
            self.killed.set()
        self.stopped.set()

    async def _one_by_one(self) -> None:
        while self.waiting and not self.stopped.is_set():
            name = self.waiting.popleft()
            began = time.monotonic()
            try:
                outcome = await self._crawl(name, began)
            except (OSError, ValueError) as error:  # no room, no permission, no process to be had; a broken record
                outcome = Outcome(name, Exit.STORAGE, time.monotonic() - began, note=str(error))
            self.outcomes.append(outcome)
            self.tell(str(outcome))

    async def _crawl(self, name: str, began: float) -> Outcome:
        folder, started_at = self.data / name, self.clock(self.zones[name])
        log = log_file(folder, datetime.now(ZoneInfo(self.zones[name])), self.limits.logs)
        arguments = self._arguments(name, started_at, log)
        before = record_files(folder)
        with log.open("ab") as file:
            child = await self._child(self.command(name, arguments), file)
        own = crawl_record(folder, before) if child.status != Exit.BUSY else None
        run = Run(
            portal=name,
            started_at=started_at,
            finished_at=max(self.clock(self.zones[name]), started_at),
            scope=runs.ARCHIVE if arguments else runs.DAILY,
            arguments=arguments,
            finish_reason=child.reason,
            exit_status=child.status,
            seconds=round(time.monotonic() - began, 1),
        )
        return self._recorded(run, child, log, own)

    def _arguments(self, name: str, now: datetime, log: Path) -> dict[str, str]:
        """What the crawl is asked for, which is told."""
        past = runs.load(self.data / name, 1, wanted=is_complete, now=now)
        plan = catch_up(past, now, self.limits.catch_up)
        why = f" since {plan.since}, the last complete run was on {past[-1].started_at:%Y-%m-%d}" if plan.since else ""
        self.tell(f"{name} begins{why}; log {self._shown(log)}")
        if plan.missed:
            first, last = plan.missed
            by_hand = f"scrapy crawl {name} -a since={first} -a until={last}"
            self.tell(f"{name}: {first} to {last} is not caught up, more than {self.limits.catch_up} days: {by_hand}")
        return {"since": plan.since.isoformat()} if plan.since else {}

    def _recorded(self, run: Run, child: Child, log: Path, own: Path | None) -> Outcome:
        """The outcome; `run` is written where the crawl left no record of its `own`, or one that knows not all."""
        seconds, note = run.seconds, child.finding or ""
        if own:
            run = Run.from_json(own.read_text(encoding="utf-8"))
            if not (child.signalled or child.finding == TIME_LIMIT):
                return Outcome(run.portal, child.status, seconds, run)
        elif child.status == 0:
            return Outcome(run.portal, 0, seconds, note="without a record of the run")
        if child.finding:
            last_line = "" if own else last_line_of(log)
            message = f"{child.message} after {seconds:.0f} s{last_line}; log {self._shown(log)}"
            findings = [*run.findings, Finding(child.finding, message)]
            run = replace(run, finish_reason=child.reason, exit_status=child.status, findings=findings)
        try:
            runs.save(self.data / run.portal, run, self.limits.runs, own)
        except OSError as error:
            note = f"the record of the run cannot be written: {error.strerror}"
        return Outcome(run.portal, child.status, seconds, run, note)

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.data).as_posix()

    async def _child(self, line: Sequence[str], log: IO[bytes]) -> Child:
        """Run a command until it ends, `limits.seconds` are over or the night is stopped."""
        lifeline, held = os.pipe()  # closed by the system, too, when this process is killed
        process, limit = None, False
        try:
            environment = with_parent(os.environ, lifeline, self.limits.grace)
            process = await asyncio.create_subprocess_exec(
                *line,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**environment, "PYTHONFAULTHANDLER": "1"},  # a crash of the interpreter leaves a traceback
                start_new_session=True,
                pass_fds=(lifeline,),
            )
            if not await ended(process, self.limits.seconds, self.stopped):
                limit = not self.stopped.is_set()
                with suppress(ProcessLookupError):
                    process.terminate()
                await ended(process, self.limits.grace, self.killed)
        finally:
            if process is not None:
                await finish(process)
            os.close(lifeline)
            os.close(held)
        assert process.returncode is not None
        return Child(process.returncode, self.limits, limit, self.stopped.is_set())


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
            return int(Exit.INTERRUPTED)
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


async def ended(process: asyncio.subprocess.Process, limit: float, event: asyncio.Event | None = None) -> bool:
    """Wait for the end of a process, of `limit` seconds, or for an event; True when the process has ended."""
    waits = [asyncio.ensure_future(w) for w in (process.wait(), *([event.wait()] if event else []))]
    await asyncio.wait(waits, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    return process.returncode is not None


async def finish(process: asyncio.subprocess.Process) -> None:
    """Leave nothing of a process that leads a session: neither itself nor a browser that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def log_file(folder: Path, now: datetime, keep: int) -> Path:
    """A portal's log of this night, made in data/PORTAL/logs; only the latest `keep` stay. Raises OSError."""
    place = folder / LOGS
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{now:%Y-%m-%dT%H-%M-%S}.log"
    path.touch()
    for old in sorted(place.glob("[0-9]*.log"))[:-keep]:
        old.unlink(missing_ok=True)
    return path


def record_files(folder: Path) -> set[Path]:
    """The files of a portal's runs."""
    return set((folder / runs.FOLDER).glob("[0-9]*.json"))


def crawl_record(folder: Path, before: set[Path]) -> Path | None:
    """The file that a crawl has added to those `before`; another nightly that found it busy may have added one too."""
    for path in sorted(record_files(folder) - before, reverse=True):
        if Run.from_json(path.read_text(encoding="utf-8")).versions:  # nightly itself does not know them
            return path
    return None


def last_line_of(log: Path) -> str:
    """The last line of a log that says something, to be put into a finding; empty if there is none."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 4096))
        lines = [line for raw in file.read().decode("utf-8", "replace").splitlines() if (line := raw.strip())]
    return f", last line {lines[-1][:LAST_LINE]!r}" if lines else ""


# -- when all have ended -----------------------------------------------------------------------------------


async def notify(command: str, text: str, environment: Mapping[str, str]) -> str:
    """Run the user's command with `text` on its standard input; what went wrong with it, or nothing."""
    process = await asyncio.create_subprocess_shell(
        command,
        stdin=asyncio.subprocess.PIPE,
        stdout=2,  # standard output is the report's
        env={**os.environ, **environment},
        start_new_session=True,
    )
    try:
        await asyncio.wait_for(process.communicate(text.encode()), NOTIFY_SECONDS)
    except TimeoutError:
        await finish(process)  # only then: many a mail command leaves the sending to a process behind it
        return f"took more than {NOTIFY_SECONDS:g} s"
    return f"ended with exit status {process.returncode}" if process.returncode else ""


def say(text: str, stream: TextIO) -> None:
    """Print; a reader that has gone, such as a closed terminal, must not end the night."""
    try:
        print(inert_lines(text), file=stream, flush=True)
    except OSError:
        with suppress(OSError, ValueError):  # what is still in the buffer would fail once more at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def reports(data: Path, names: Sequence[str], now: datetime) -> tuple[str, str]:
    """The night's report as text, and that of every portal as HTML."""
    from newscrawl.judging.report.page import as_html

    return as_text(gather(data, names, now)), as_html(gather(data, (), now))


async def night(job: Night, now: Callable[[], datetime], command: str = "") -> int:
    """Crawl, report and notify; returns the exit status. `now` is asked for the report, `command` is for `notify`."""
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
    if job.failed and command:
        environment = {"NEWSCRAWL_REPORT": str(file.resolve()), "NEWSCRAWL_FAILED": " ".join(job.failed)}
        if fault := await notify(command, text, environment):
            job.tell(f"NEWSCRAWL_NOTIFY: the command {fault}")
    if job.failed:
        what = "interrupted" if status == Exit.INTERRUPTED else "not every portal passed"
        job.tell(f"{what}: {', '.join(job.failed)}")
    return int(status)


def check_writable(data: Path) -> None:
    """Write a little and take it away: a full disk is better known before the night. Raises OSError."""
    data.mkdir(parents=True, exist_ok=True)
    probe = data / f".nightly.{os.getpid()}"
    try:
        with probe.open("wb") as file:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def limits(settings: Any) -> Limits:
    """The limits that the settings name. Raises ValueError in one line."""

    def number(name: str, least: float, kind: type[int] | type[float]) -> Any:
        value = settings.get(name)
        try:
            found = kind(str(value))
        except ValueError:
            found = kind(-1)
        if not least <= found < float("inf"):
            what = "a whole number" if kind is int else "a number"
            raise ValueError(f"{name}={value!r} is not {what} of {least:g} or more")
        return found

    return Limits(
        at_once=number("NEWSCRAWL_NIGHTLY_AT_ONCE", 1, int),
        seconds=60 * number("NEWSCRAWL_NIGHTLY_MINUTES", 0.01, float),
        grace=number("NEWSCRAWL_NIGHTLY_GRACE", 0, float),
        logs=number("NEWSCRAWL_NIGHTLY_LOGS", 1, int),
        catch_up=number("NEWSCRAWL_NIGHTLY_CATCH_UP", 1, int),
        runs=int(number("NEWSCRAWL_RUNS_KEPT", 0, float)),
    )
