"""`python -m tests.nights`: nights that keep raw pages are killed amid their crawls, and nothing may be lost.

As tests/chaos.py, whose site, moods and reckoning these are; but the command is `scrapy nightly`, and what is killed at
a random moment is the night or the crawl that it began. At the end the WARC files are whole to other readers, too, and
the page that each stored version was read from is in one of them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cdxj_indexer.main import CDXJIndexer  # type: ignore[import-untyped]
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.bufferedreaders import BufferedReader  # type: ignore[import-untyped]
from warcio.checker import Checker  # type: ignore[import-untyped]

from benchmarks.processes import tree
from newscrawl.judging.exitcodes import Exit
from tests.chaos import (
    NOTES,
    NOW,
    RUN_SECONDS,
    STOP_SECONDS,
    TIMEOUT,
    TODAY,
    Chaos,
    MoodySite,
    Running,
    Tally,
    files_of,
    records_of,
    stories,
)
from tests.newsroom import command
from tests.project import hear_signals

# warcio 1.8 fails on the decompressor of brotli 1.2; digests are of bytes as they were sent.
BufferedReader.DECOMPRESSORS.pop("br", None)
KILLED = {"kill -9": signal.SIGKILL, "SIGTERM": signal.SIGTERM, "SIGINT": signal.SIGINT, "SIGHUP": signal.SIGHUP}
ACTIONS = (*(f"{how} of {whom}" for how in KILLED for whom in ("the night", "the crawl")), "nothing")
FAILED = 1  # a night of which not every portal passed
# What Python itself prints where a signal comes while it still starts: the package is at most being imported in it
STARTING = re.compile(
    r'Traceback [^\n]*\n(?:(?!  File "[^"\n]*newscrawl/\w[^"\n]*", line \d+, in (?!<module>))  [^\n]*\n)+'
    r"KeyboardInterrupt\n"
)


class Nights(Chaos):
    """Rounds of `scrapy nightly okezone` with NEWSCRAWL_WARC=1."""

    def round(self, number: int, action: str) -> int:
        """One night and what is done to it; its exit status."""
        before, already, start = files_of(self.data), self.count(), len(self.site.hits)
        logs = {*(self.data / "okezone/logs").glob("*")}
        how, whom = KILLED.get(action.partition(" of ")[0]), action.partition(" of ")[2]
        with Running(self.site, self.data, line=night(self.site, self.data)) as running:
            expected = len(self.site.told) - already + len(self.site.published)
            sent = how is not None and self.wait(running, start, expected)
            if sent and how:
                self.send(running.process.pid, how, whom)
            try:
                status = running.end(STOP_SECONDS if sent and whom == "the night" else RUN_SECONDS)
            except subprocess.TimeoutExpired:
                self.faults.append(f"round {number}: not at its end after {action}")
                running.process.kill()
                status = running.end()
            said = running.log
        self.gone(number)
        texts = [path.read_text(errors="replace") for path in {*(self.data / "okezone/logs").glob("*")} - logs]
        allowed = {0, FAILED} | ({int(Exit.INTERRUPTED), -how} if sent and how and whom == "the night" else set())
        if status not in allowed:
            self.faults.append(f"round {number}: exit status {status} after {action}\n{said}")
        traced = [text for text in (said, *texts) if "Traceback" in STARTING.sub("", text)]
        self.faults += [f"round {number}: a traceback\n{text}" for text in traced]
        self.compare(number, before, whole=not sent)
        self.faults += [f"round {number}: {fault}" for fault in unreadable(self.data)]
        torn = self.damage() if sent and how == signal.SIGKILL else ""
        mended = "; ".join(dict.fromkeys(found for text in texts for found in NOTES.findall(text)))
        too_late = "" if sent or how is None else " (too late)"
        self.say(f"{number:3} {action + too_late:24} exit {status:3}, stored {self.count():4}, {torn}; {mended}")
        return status

    def send(self, night: int, how: signal.Signals, whom: str) -> None:
        """The signal to the night, or to what it began."""
        found = tree(night).pids - {night} if whom == "the crawl" else {night}
        for pid in found:
            with suppress(ProcessLookupError):
                os.kill(pid, how)

    def gone(self, number: int) -> None:
        """Wait for the crawl of a night that was killed: it ends by itself, and soon."""
        until = time.monotonic() + STOP_SECONDS
        while any(str(self.data).encode() in line for line in command_lines()):
            if time.monotonic() > until:
                self.faults.append(f"round {number}: a crawl outlives its night")
                return
            time.sleep(0.05)

    def reckon(self) -> Tally:
        """Besides what is stored, the raw pages: all there, and all whole."""
        tally = super().reckon()
        place = self.data / "okezone/warc"
        tally.faults.extend(f"left open: {path.name}" for path in place.glob("*.open"))
        kept = {moment for path in place.glob("*.warc.gz") for moment in answers(path)}
        for record in records_of(self.data):
            if (record["url"], datetime.fromisoformat(record["fetched_at"])) not in kept:
                tally.lost.append(f"{record['id']}: the raw page of revision {record['revision']}")
        return tally


def night(site: MoodySite, data: Path) -> list[str]:
    """The command line of a night through the server."""
    options = ("NEWSCRAWL_WARC=1", f"NEWSCRAWL_NOW={NOW}", f"DOWNLOAD_TIMEOUT={TIMEOUT:g}")
    line = command(site, data, *options)
    return [*line[:3], "nightly", "okezone", *line[line.index("-s") :]]


def command_lines() -> Iterable[bytes]:
    """Those of all crawls that are running."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if b"\0crawl\0" in (line := path.read_bytes()):
                yield line


def unreadable(data: Path) -> list[str]:
    """What `warcio check` and pywb's indexer find wrong with the raw files that are closed."""
    faults = []
    for path in sorted((data / "okezone/warc").glob("*.warc.gz")):
        checker = Checker(argparse.Namespace(inputs=[str(path)], verbose=False))
        checker.process_all()
        with tempfile.TemporaryFile("w+") as lines:
            CDXJIndexer(output=lines, inputs=[str(path)]).process_all()
            lines.seek(0)
            listed = sum(1 for _ in lines)
        if checker.exit_value or listed != len(answers(path)):
            faults.append(f"{path.name}: refused by other readers, {listed} pages in its index")
    return faults


def answers(path: Path) -> list[tuple[str, datetime]]:
    """Address and moment of each response."""
    with path.open("rb") as file:
        records: Iterable[Any] = ArchiveIterator(file)
        heads = [record.rec_headers for record in records if record.rec_type == "response"]
    return [(h.get("WARC-Target-URI"), datetime.fromisoformat(h.get("WARC-Date"))) for h in heads]


def main() -> int:
    """Run it as the command line says; 1 if anything is lost, twice or otherwise not as promised."""
    parser = argparse.ArgumentParser(prog="python -m tests.nights", description="Kill nights that keep raw pages.")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--articles", type=int, default=120)
    hear_signals()
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.rounds} rounds, {options.articles} articles", flush=True)
    data = Path(tempfile.mkdtemp(prefix="nights-"))
    with MoodySite(options.seed, stories([TODAY - timedelta(days=1), TODAY], options.articles)) as site:
        tally = Nights(site, data, lambda line: print(line, flush=True)).run(options.rounds, ACTIONS)
    for line in [*tally.faults, *tally.lost, *tally.twice]:
        print(line)
    print(f"lost: {len(tally.lost)}, twice: {len(tally.twice)}, faults: {len(tally.faults)}, {len(site.told)} articles")
    if tally:
        print(f"To repeat it: python -m tests.nights --seed {options.seed} --rounds {options.rounds}; files in {data}")
        return 1
    shutil.rmtree(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
