"""Pages a second of `scrapy archive` beside a bare loop of FastWARC and lxml, on one core and on two; and its memory.

    python -m benchmarks.archive [--pages DIR] [--files N] [--rounds N] [--records N]

The archives are made of the saved pages in DIR (NAME.html with NAME.json, which has its "url"), each file of all of
them, so that parsing, not unpacking, is what both do. Each contender is a process of its own; what it takes to begin is
measured on an archive of one page and taken off. `--records`: one file of so many records besides, one in ten of them a
page of ours, and the memory at its tenth and at its end. Nothing is asserted: a ratio is shown beside its aim.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

ROOT = Path(__file__).parents[1]
AIM_BARE, AIM_USE = 3, 95
BARE = """
import sys
import lxml.html
from fastwarc.warc import ArchiveIterator
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        for record in ArchiveIterator(file):
            lxml.html.document_fromstring(record.reader.read())
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the clock and of all its cores, and the most MB of memory at once."""

    wall: float
    cpu: float
    megabytes: float

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.wall - other.wall, self.cpu - other.cpu, self.megabytes)


def saved_pages(folder: Path) -> list[tuple[str, bytes]]:
    """Address and body of each page in a folder and below it."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        side = path.with_suffix(".json")
        meta = json.loads(side.read_text(encoding="utf-8")) if side.exists() else {}
        if "url" in meta:
            found.append((meta["url"], path.read_bytes()))
    return found


def write(path: Path, pages: Iterator[tuple[str, bytes]]) -> None:
    """A WARC file of these pages."""
    with path.open("wb") as file:
        writer = GzipWriter(file, compression_level=6)
        for url, body in pages:
            record = WarcRecord()
            record.init_headers(WarcRecordType.response)
            record.headers["WARC-Target-URI"] = url
            record.headers["WARC-Date"] = "2026-07-24T11:00:00Z"
            record.is_http = True
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)
            record.write(writer, checksum_data=True)
            writer.finish()


def mixed(pages: list[tuple[str, bytes]], count: int) -> Iterator[tuple[str, bytes]]:
    """So many records, every tenth a page of ours and an article of its own, the others of a host that is not."""
    for number in range(count):
        url, body = pages[number // 10 % len(pages)]
        yield (url if number % 10 == 0 else f"https://www.example.com/{number}", body)


def cost(command: list[str]) -> Cost:
    """Run a command to its end; what it and all it started took."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, "SCRAPY_PROJECT": "default"}
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:4])} ... ended with exit status {process.returncode}")
    return Cost(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def archive(files: list[Path], out: Path, workers: int) -> list[str]:
    """The command line of a job."""
    names = [str(path) for path in files]
    return [sys.executable, "-m", "scrapy", "archive", *names, "-o", str(out), "--workers", str(workers)]


def growth(file: Path, out: Path) -> tuple[float, float, float]:
    """MB of memory of one job at a tenth of its time, at its end, and at most; seconds of it are sampled."""
    process = subprocess.Popen(
        archive([file], out, 1), cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, "SCRAPY_PROJECT": "default"}
    )
    samples: list[float] = []

    def sample() -> None:
        while process.poll() is None:
            try:
                pages = int(Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1])
            except (OSError, IndexError):
                return
            samples.append(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
            time.sleep(0.5)

    thread = Thread(target=sample)
    thread.start()
    process.wait()
    thread.join()
    whole = [size for size in samples if size > 0]
    return whole[len(whole) // 10], whole[-1], max(whole)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=Path, default=ROOT / "fixtures", help="folder of saved pages")
    parser.add_argument("--files", type=int, default=40, help="archive files of all of them (default 40)")
    parser.add_argument("--rounds", type=int, default=1, help="rounds, of which the best counts (default 1)")
    parser.add_argument("--records", type=int, default=0, help="records of the file whose memory is watched (0: none)")
    options = parser.parse_args()
    if options.files < 2:
        parser.error("--files: at least 2, one for each worker")
    pages = saved_pages(options.pages)
    if not pages:
        parser.error(f"{options.pages}: no saved page")
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        files = [root / f"{number:04}.warc.gz" for number in range(options.files)]
        write(files[0], iter(pages))
        for path in files[1:]:
            path.write_bytes(files[0].read_bytes())
        one = root / "one.warc.gz"
        write(one, iter(pages[:1]))
        count = len(pages) * len(files)
        print(
            f"{count:,} pages in {len(files)} files, {sum(map(len, (b for _, b in pages))) / len(pages) / 1000:.0f} kB"
        )

        def best(name: str, command: list[str], begin: list[str]) -> Cost:
            """The least of all rounds, each without what it takes to begin."""
            found = []
            for number in range(options.rounds):
                started = cost([part.replace("OUT", f"{name}-begin-{number}") for part in begin])
                found.append(cost([part.replace("OUT", f"{name}-{number}") for part in command]) - started)
            return min(found, key=lambda one: one.cpu)

        names = [str(path) for path in files]
        bare = best("bare", [sys.executable, "-c", BARE, *names], [sys.executable, "-c", BARE, str(one)])
        print(f"FastWARC and lxml      {count / bare.cpu:8.1f} pages/s a core   {bare.megabytes:6.0f} MB")
        first = best("one", archive(files, root / "OUT", 1), archive([one], root / "OUT", 1))
        print(f"archive, 1 process     {count / first.cpu:8.1f} pages/s a core   {first.megabytes:6.0f} MB")
        print(f"  of the bare loop     {first.cpu / bare.cpu:8.2f} x              aim: at most {AIM_BARE}")
        second = best("two", archive(files, root / "OUT", 2), archive([one, files[0]], root / "OUT", 2))
        if second.wall <= 0:
            parser.error("--files: too few to measure beside what it takes to begin")
        count -= len(pages)  # what the two workers began with
        use = 100 * second.cpu / second.wall / 2
        print(f"archive, 2 workers     {count / second.wall:8.1f} pages/s          {second.megabytes:6.0f} MB at most")
        print(f"  on their own CPU     {count / second.cpu:8.1f} pages/s a core")
        print(f"  of one process       {first.wall / second.wall:8.2f} x as fast")
        print(f"  use of two cores     {use:8.0f} %              aim: {AIM_USE}")
        if options.records:
            large = root / "large.warc.gz"
            write(large, mixed(pages, options.records))
            early, late, most = growth(large, root / "large")
            print(f"{options.records:,} records: {early:.0f} MB at a tenth, {late:.0f} at the end, {most:.0f} at most")


if __name__ == "__main__":
    main()
