"""Where the CPU time of `scrapy archive` goes: reading pages, all else of the first step, joining; and foreign records.

python -m benchmarks.parts [--pages DIR] [--files N]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
from fastwarc.warc import ArchiveIterator

from benchmarks.archive import ROOT, saved_pages, write
from newscrawl.archives.captures import Reader, Wanted
from newscrawl.archives.engine import Here
from newscrawl.archives.folder import Folder
from newscrawl.archives.inputs import units
from newscrawl.archives.records import Records
from newscrawl.archives.run import Job

FOREIGN = 3000  # records of other hosts


def cpu(work: Callable[[], Any]) -> float:
    """CPU seconds of this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def job(root: Path, files: list[Path]) -> Job:
    wanted = Wanted()
    Folder(root).begin(wanted)
    return Job(root, units(map(str, files)), wanted, Here(), print)


def bare(files: list[Path], *, parse: bool) -> None:
    """Go through files with FastWARC alone, or with lxml."""
    for path in files:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, parse_http=parse):
                if parse:
                    lxml.html.document_fromstring(record.reader.read())


def passed_over(path: Path) -> None:
    with path.open("rb") as file:
        for record in Records(file, Reader(Wanted(), str(path)).why_not):
            assert record.end


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=Path, default=ROOT / "fixtures", help="folder of saved pages")
    parser.add_argument("--files", type=int, default=20, help="archive files of all of them (default 20)")
    options = parser.parse_args()
    pages = saved_pages(options.pages)
    if not pages:
        parser.error(f"{options.pages}: no saved page")
    reading = 0.0
    read = Reader._read

    def timed(self: Reader, *given: Any) -> Any:
        nonlocal reading
        began = time.process_time()
        try:
            return read(self, *given)
        finally:
            reading += time.process_time() - began

    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        files = [root / f"{number:03}.warc.gz" for number in range(options.files)]
        for path in files:
            write(path, iter(pages))
        other = root / "other.warc.gz"
        bodies = [body[:20_000] for _, body in pages]
        write(other, ((f"https://www.example{n % 300}.com/{n}", bodies[n % len(bodies)]) for n in range(FOREIGN)))
        job(root / "warm", files[:1]).read()
        setattr(Reader, "_read", timed)  # noqa: B010
        whole = job(root / "out", files)
        first, joining = cpu(whole.read), cpu(whole.join)
        loop = cpu(lambda: bare(files, parse=True))
        count = len(pages) * len(files)
        for name, seconds in (("reading pages", reading), ("all else", first - reading), ("joining", joining)):
            share = 100 * seconds / (first + joining)
            print(f"{name:24}{1000 * seconds / count:8.2f} ms a page {share:6.1f} %")
        print(f"{'FastWARC and lxml':24}{1000 * loop / count:8.2f} ms a page; all is {(first + joining) / loop:.1f} x")
        passed_over(other)
        ours, theirs = cpu(lambda: passed_over(other)), cpu(lambda: bare([other], parse=False))
        print(f"{'a record of others':24}{1e6 * ours / FOREIGN:8.0f} us, FastWARC alone {1e6 * theirs / FOREIGN:.0f}")


if __name__ == "__main__":
    main()
