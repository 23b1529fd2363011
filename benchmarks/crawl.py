"""What a crawl costs: `scrapy crawl okezone` beside Scrapy alone, over the same pages from 127.0.0.1.

    python -m benchmarks.crawl [--pages N] [--rounds N]

The server is a process of its own and not counted, the delay is off, robots.txt is obeyed by both. The two
alternate; what is printed is the median over the rounds. CPU and peak memory are what the system counted for
the whole process, start-up included. A run that does not get every page ends the benchmark; aims are only
printed beside.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from time import perf_counter, sleep

from benchmarks.loopback import loopback_settings
from benchmarks.server import LAST_DAY, PER_DAY, first_day

ROOT = Path(__file__).parents[1]
AIM_RATIO, AIM_PEAK = 0.5, 120
MAX_PAGES = LAST_DAY.day * PER_DAY  # the days are those of one month
MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
SAMPLE_SECONDS = 0.1
FIRST_PART = 1 / 3  # of the run's time; what the peak rises by after it is growth


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds by the wall and of CPU, peak memory and its growth in MB (None if not known)."""

    wall: float
    cpu: float
    peak: float
    growth: float | None
    printed: str


@contextmanager
def server(pages: int) -> Iterator[int]:
    """Its port, as long as it runs."""
    command = [sys.executable, "-m", "benchmarks.server", str(pages)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def run(command: list[str]) -> Run:
    """Run to its end; raises SystemExit with what it printed if it fails."""
    with TemporaryFile("w+", encoding="utf-8") as output:
        began = perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        samples: list[float] = []
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            samples.extend(resident(process.pid))
            sleep(SAMPLE_SECONDS)
        wall = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}\n{printed}")
    first = samples[: int(len(samples) * FIRST_PART)]
    growth = max(samples) - max(first) if first else None
    peak = usage.ru_maxrss * MAXRSS_BYTES / 1e6
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, growth, printed)


def resident(pid: int) -> list[float]:
    """MB of memory a process has now; nothing where the system does not say (it is Linux that does)."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return []
    return [int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6]


def ours(port: int, pages: int) -> Run:
    with TemporaryDirectory() as data:
        settings = {
            **loopback_settings(port),
            "NEWSCRAWL_DATA": data,
            "NEWSCRAWL_NOW": f"{LAST_DAY}T23:00:00+07:00",
        }
        result = run(
            [sys.executable, "-m", "scrapy", "crawl", "okezone"]
            + ["-a", f"since={first_day(pages)}", "-a", f"until={LAST_DAY}"]
            + [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
        )
        stored = sum(path.read_bytes().count(b"\n") for path in Path(data).glob("okezone/articles-*.jsonl"))
    if stored != pages:
        raise SystemExit(f"scrapy crawl okezone: {stored} of {pages} articles stored\n{result.printed}")
    return result


def bare(port: int, pages: int) -> Run:
    result = run([sys.executable, "-m", "benchmarks.bare", str(port), str(pages)])
    fetched = int(result.printed.split()[-1])
    if fetched < pages:
        raise SystemExit(f"benchmarks.bare: {fetched} answers for {pages} pages\n{result.printed}")
    return result


def median(runs: list[Run], name: str) -> float | None:
    values = [value for run in runs if (value := getattr(run, name)) is not None]
    return statistics.median(values) if values else None


def report(pages: int, results: dict[str, list[Run]]) -> list[str]:
    lines = [f"{'':22} pages/s   CPU s   pages/CPU s   peak MB   growth MB"]
    per_cpu: dict[str, float] = {}
    for name, runs in results.items():
        wall, cpu, peak, growth = (median(runs, field) for field in ("wall", "cpu", "peak", "growth"))
        assert wall
        assert cpu
        per_cpu[name] = pages / cpu
        grown = "unknown" if growth is None else f"{growth:.1f}"
        lines.append(f"{name:22} {pages / wall:7.0f} {cpu:7.2f} {per_cpu[name]:13.0f} {peak:9.0f} {grown:>11}")
    ratio = per_cpu["scrapy crawl okezone"] / per_cpu["Scrapy alone"]
    lines.append(f"pages per CPU second: {ratio:.2f} of Scrapy alone   aim: at least {AIM_RATIO}")
    peak = median(results["scrapy crawl okezone"], "peak")
    lines.append(f"peak: {peak:.0f} MB   aim: below {AIM_PEAK}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=2000, help="article pages (default 2000)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each (default 3)")
    options = parser.parse_args()
    if not 0 < options.pages <= MAX_PAGES or options.rounds < 1:
        parser.error(f"1 to {MAX_PAGES} pages and at least 1 round")
    results: dict[str, list[Run]] = {"scrapy crawl okezone": [], "Scrapy alone": []}
    with server(options.pages) as port:
        for _ in range(options.rounds):
            results["scrapy crawl okezone"].append(ours(port, options.pages))
            results["Scrapy alone"].append(bare(port, options.pages))
    print(f"{options.pages} article pages and their index pages, {options.rounds} rounds")
    print("\n".join(report(options.pages, results)))


if __name__ == "__main__":
    main()
