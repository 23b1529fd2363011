"""Milliseconds a page of `newscrawl.extract`, beside bare parsing and two general extractors.

    python -m benchmarks.extract [--pages DIR] [--rounds N]

A page is NAME.html with NAME.json beside it, which has its "url" ("captured_at" is used if it is there).
Every contender reads the same pages in the same process, one after another in every round; what is printed
is the median over the rounds. Nothing is asserted: a ratio is shown beside its aim.
"""

from __future__ import annotations

import argparse
import json
import logging
import platform
import statistics
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter

import lxml.etree
import lxml.html

from newscrawl import NotAnArticle, extract

FIXTURES = Path(__file__).parents[1] / "fixtures"
AIM_PARSE, AIM_TRAFILATURA = 3, 5


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A saved page as every contender gets it; `text` is for those that take no bytes."""

    body: bytes
    text: str
    url: str
    fetched_at: datetime | None


Contender = Callable[[SavedPage], object]


def pages(folder: Path) -> tuple[list[SavedPage], int]:
    """The pages in `folder` and below it that read as articles, and how many others there were."""
    found, others = [], 0
    for path in sorted(folder.rglob("*.html")):
        side = path.with_suffix(".json")
        meta = json.loads(side.read_text(encoding="utf-8")) if side.exists() else {}
        if "url" not in meta:
            others += 1
            continue
        body = path.read_bytes()
        captured = meta.get("captured_at")
        moment = datetime.fromisoformat(captured) if captured else None
        page = SavedPage(body, body.decode("utf-8", "replace"), meta["url"], moment)
        try:
            ours(page)
        except NotAnArticle:
            others += 1
        else:
            found.append(page)
    return found, others


def bare(page: SavedPage) -> object:
    return lxml.html.document_fromstring(page.body)


def ours(page: SavedPage) -> object:
    return extract(page.body, page.url, page.fetched_at)


def trafilatura() -> Contender:
    """Raises ImportError where it is not installed."""
    from trafilatura import bare_extraction

    return lambda page: bare_extraction(page.body, url=page.url, with_metadata=True)


def newspaper() -> Contender:
    """Raises ImportError where it is not installed."""
    with warnings.catch_warnings(action="ignore"):  # nltk, which parsing does not use
        from newspaper import Article

    def read(page: SavedPage) -> object:
        article = Article(page.url, language="id", fetch_images=False)  # nothing is to be downloaded
        article.download(input_html=page.text)
        article.parse()
        return article

    return read


def contenders() -> dict[str, Contender]:
    """Ours and every peer that is installed; of the others it is said that they are not."""
    found: dict[str, Contender] = {"bare lxml.html parse": bare, "newscrawl.extract": ours}
    for name, load in (("trafilatura", trafilatura), ("newspaper4k", newspaper)):
        try:
            found[name] = load()
        except ImportError as error:
            print(f"{name} is left out: {error} (pip install -r benchmarks/requirements.txt)")
    return found


def measure(contenders: dict[str, Contender], pages: list[SavedPage], rounds: int) -> dict[str, tuple[float, int]]:
    """Milliseconds a page (median over the rounds) and pages that failed, by contender."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    failed = dict.fromkeys(contenders, 0)
    names = list(contenders)
    for number in range(-1, rounds):  # the first round warms up: imports, compiled rules
        for name in names[number % len(names) :] + names[: number % len(names)]:
            read, errors = contenders[name], 0
            began = perf_counter()
            for page in pages:
                try:
                    read(page)
                except Exception:  # a peer that cannot read a page is counted, not fatal
                    errors += 1
            if number >= 0:
                times[name].append((perf_counter() - began) * 1000 / len(pages))
            failed[name] = errors
    return {name: (statistics.median(values), failed[name]) for name, values in times.items()}


def report(results: dict[str, tuple[float, int]]) -> list[str]:
    lines = [
        f"{name:22} {ms:8.2f} ms a page" + (f"   {failed} pages failed" if failed else "")
        for name, (ms, failed) in results.items()
    ]
    own, parse = results["newscrawl.extract"][0], results["bare lxml.html parse"][0]
    lines.append(f"extract / bare parse   {own / parse:8.2f} x   aim: at most {AIM_PARSE}")
    for name, aim in (("trafilatura", f"   aim: at least {AIM_TRAFILATURA}"), ("newspaper4k", "")):
        if name in results:
            lines.append(f"{name + ' / extract':22} {results[name][0] / own:8.2f} x{aim}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=Path, default=FIXTURES, help="folder of saved pages")
    parser.add_argument("--rounds", type=int, default=7, help="rounds that are measured (default 7)")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # peers log what they cannot read
    saved, others = pages(options.pages)
    if not saved:
        parser.error(f"{options.pages}: no saved page reads as an article ({others} others)")
    median = statistics.median(len(page.body) for page in saved) / 1000
    versions = ".".join(map(str, lxml.etree.LXML_VERSION[:3]))
    print(f"{len(saved)} pages, median {median:.0f} kB ({others} others left out), {options.rounds} rounds")
    print(f"Python {platform.python_version()}, lxml {versions}")
    print("\n".join(report(measure(contenders(), saved, options.rounds))))


if __name__ == "__main__":
    main()
