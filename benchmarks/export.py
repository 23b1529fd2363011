"""What an export of many articles costs: `python -m benchmarks.export [RECORDS] [FORM ...]`, in processes of their own.

The articles are made up of words at random, 1.9 kB of text each, as stored lines of 2.8 kB; FORM is one of the endings
that `scrapy export` writes. "json" is a loop that only reads the lines, for comparison.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

FORMS = ["json", ".parquet", ".jsonl", ".csv", ".db", ".xlsx"]
WORDS = [f"{a}{b}{c}" for a in ("ber", "me", "pe", "ka", "su", "ra", "ting") for b in ("la", "mu", "ngi", "sa", "to")
         for c in ("kan", "wan", "ri", "bu", "nya", "h", "")]  # fmt: skip
DAYS = 200  # files


def record(number: int, day: int, chance: random.Random) -> dict[str, object]:
    """An article nobody wrote, published on a day or the day before."""
    words = chance.choices(WORDS, k=250)
    published = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, seconds=chance.randrange(-86_400, 86_400))
    stamp = published.isoformat()
    title = " ".join(words[:9]).capitalize()
    return {
        "id": f"okezone-{number:08}", "portal": "okezone", "url": f"https://news.okezone.com/read/{number}/{words[0]}",
        "title": title, "published_at": stamp, "published_precision": "second",
        "updated_at": stamp if number % 3 else None,
        "authors": words[1:3], "editors": words[3:4], "agency": None, "section": ["News", words[4]], "tags": words[5:9],
        "summary": " ".join(words[9:30]), "text": "\n\n".join(" ".join(words[n : n + 40]) for n in range(0, 250, 40)),
        "images": [{"url": f"https://img.okezone.com/{number}.jpg", "caption": " ".join(words[30:40]), "credit": None}],
        "kind": "article", "language": "id", "paywalled": False, "pages": 1, "complete": True, "fetched_at": stamp,
        "revision": 1, "schema_version": 1,
    }  # fmt: skip


def made(folder: Path, records: int) -> None:
    """Fill a portal's folder."""
    folder.mkdir(parents=True)
    chance = random.Random(7)
    numbers = list(range(records))
    for day, lines in enumerate(_shares(numbers)):
        name = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day)).strftime("articles-%Y-%m-%d.jsonl")
        with (folder / name).open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record(n, day, chance), ensure_ascii=False) + "\n" for n in lines)


def _shares(numbers: list[int]) -> Iterator[list[int]]:
    size = max(len(numbers) // DAYS, 1)
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


def cost(folder: Path, form: str) -> None:
    """Export once, and say what it took; the process must have done nothing else."""
    before = time.process_time()
    if form == "json":
        count = sum(bool(json.loads(line)) for path in sorted(folder.glob("*.jsonl")) for line in path.open("rb"))
        size = 0.0
    else:
        from newscrawl.storing.export import export

        output = folder.parent / f"out{form}"
        count = export(folder, output, "Asia/Jakarta").records
        size = output.stat().st_size / 1e6
        output.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.process_time() - before
    print(
        f"{form:8} {count:>9,} records {seconds:7.1f} CPU s {peak:6.0f} MB at most {size:8,.0f} MB written", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=int, default=100_000, metavar="RECORDS")
    parser.add_argument(
        "forms", nargs="*", default=FORMS, metavar="FORM", help=f"of {', '.join(FORMS)}; all unless said"
    )
    given = parser.parse_args()
    if unknown := [form for form in given.forms if form not in FORMS]:
        parser.error(f"unknown form {unknown[0]!r}; known: {', '.join(FORMS)}")
    records, forms = given.records, given.forms
    with tempfile.TemporaryDirectory(prefix="newscrawl-bench-") as place:
        folder = Path(place) / "okezone"
        made(folder, records)
        stored = sum(path.stat().st_size for path in folder.iterdir())
        print(f"{records:,} records, {stored / 1e6:,.0f} MB stored")
        for form in forms:
            process = multiprocessing.get_context("spawn").Process(target=cost, args=(folder, form))
            process.start()
            process.join()


if __name__ == "__main__":
    main()
