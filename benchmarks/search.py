"""What the search index costs: `python -m benchmarks.search [RECORDS]`, over the articles of benchmarks.export."""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.export import WORDS, made
from newscrawl.storing.query import parse
from newscrawl.storing.search import INDEX, Index
from newscrawl.storing.wanted import Wanted

ZONES = {"okezone": "Asia/Jakarta"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=int, default=100_000, metavar="RECORDS")
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory(prefix="newscrawl-bench-") as place:
        data = Path(place)
        made(data / "okezone", records)
        stored = sum(path.stat().st_size for path in (data / "okezone").iterdir())
        timed("index made", lambda: Index(data, ZONES).__enter__().close())
        print(f"  {stored / 1e6:,.0f} MB stored, {(data / INDEX).stat().st_size / 1e6:,.0f} MB index")
        with Index(data, ZONES) as index:
            timed("nothing new", lambda: Index(data, ZONES).__enter__().close())
            word, phrase = WORDS[0], parse(f"{WORDS[1]} {WORDS[2]} NOT {WORDS[3]}")
            timed("a word, 20 newest", lambda: list(index.find(Wanted(parse(word)), 20)))
            timed("two words NOT one", lambda: list(index.find(Wanted(phrase), 20)))
            days = Wanted(parse(word), ("okezone",), date(2026, 2, 1), date(2026, 2, 2))
            timed("a word of two days", lambda: list(index.find(days, 20)))
            timed("all by day", lambda: index.days(Wanted()))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


def timed(what: str, work: object) -> None:
    """Do it and say how long it took."""
    assert callable(work)
    began, used = time.monotonic(), time.process_time()
    work()
    print(f"{what:20} {time.monotonic() - began:8.3f} s, {time.process_time() - used:8.3f} CPU s", flush=True)


if __name__ == "__main__":
    main()
