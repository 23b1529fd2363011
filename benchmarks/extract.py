"""Milliseconds a page of `newscrawl.extract`, beside bare parsing and two general extractors.

    python -m benchmarks.extract [--pages DIR] [--rounds N]

A page is NAME.html with NAME.json beside it, which has its "url" ("captured_at" is used if it is there).
Every contender reads the same page in the same process, one after another in every round; what counts is the
least CPU time of the rounds, for each page, which what else the machine does touches least. Nothing is asserted:
a ratio is shown beside its aim.
"""

from __future__ import annotations

import argparse
import json
import logging
import platform
import statistics
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import process_time

import lxml.etree
import lxml.html

from newscrawl import NotAnArticle, extract

FIXTURES = Path(__file__).parents[1] / "fixtures"
AIM_MEDIAN, AIM_PORTAL, AIM_TRAFILATURA = 2.5, 4, 15


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A saved page as every contender gets it; `text` is for those that take no bytes."""

    name: str  # its path in the folder
    body: bytes
    text: str
    url: str
    fetched_at: datetime | None

    @property
    def portal(self) -> str:
        """The folder it is in."""
        return self.name.partition("/")[0]


@dataclass
class Times:
    """Milliseconds of one contender, and the numbers of the pages that it could not read."""

    least: list[float]  # by the page's number
    failed: set[int] = field(default_factory=set)


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
        page = SavedPage(str(path.relative_to(folder)), body, body.decode("utf-8", "replace"), meta["url"], moment)
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


def measure(contenders: dict[str, Contender], pages: list[SavedPage], rounds: int) -> dict[str, Times]:
    """What each contender needs for each page: the least of the rounds."""
    times = {name: Times([float("inf")] * len(pages)) for name in contenders}
    names = list(contenders)
    for number, page in enumerate(pages):
        for turn in range(-1, rounds):  # the first round warms up: imports, compiled rules
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                began = process_time()
                try:
                    contenders[name](page)
                except Exception:  # a peer that cannot read a page is counted, not fatal
                    times[name].failed.add(number)
                taken = (process_time() - began) * 1000
                if turn >= 0:
                    times[name].least[number] = min(taken, times[name].least[number])
    return times


def report(results: dict[str, Times], pages: list[SavedPage]) -> list[str]:
    parse = results["bare lxml.html parse"].least
    lines = [f"{'':22} ms a page   x the bare parse (median)"]
    for name, times in results.items():
        ratio = statistics.median(own / bare for own, bare in zip(times.least, parse, strict=True))
        failed = f"   {len(times.failed)} pages failed" if times.failed else ""
        lines.append(f"{name:22} {statistics.mean(times.least):9.2f}   {ratio:6.2f}{failed}")
    ratios = [own / bare for own, bare in zip(results["newscrawl.extract"].least, parse, strict=True)]
    of_portal: dict[str, list[float]] = {}
    for page, ratio in zip(pages, ratios, strict=True):
        of_portal.setdefault(page.portal, []).append(ratio)
    lines += ["", f"{'extract / bare parse':22} {'median':>9}   {'worst':>6}   pages"]
    for portal, several in sorted(of_portal.items(), key=lambda pair: statistics.median(pair[1])):
        lines.append(f"{portal:22} {statistics.median(several):9.2f}   {max(several):6.2f}   {len(several):5}")
    worst = max(range(len(pages)), key=ratios.__getitem__)
    slowest = max(statistics.median(several) for several in of_portal.values())
    lines += [
        "",
        f"all pages: median {statistics.median(ratios):.2f}   aim: at most {AIM_MEDIAN}",
        f"slowest portal: {slowest:.2f}   aim: at most {AIM_PORTAL}",
        f"worst page: {ratios[worst]:.2f}, {pages[worst].name}, {len(pages[worst].body) / 1000:.0f} kB",
    ]
    if "trafilatura" in results:
        times_faster = sum(results["trafilatura"].least) / sum(results["newscrawl.extract"].least)
        lines.append(f"trafilatura / extract: {times_faster:.1f}   aim: at least {AIM_TRAFILATURA}")
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
    print("\n".join(report(measure(contenders(), saved, options.rounds), saved)))


if __name__ == "__main__":
    main()
