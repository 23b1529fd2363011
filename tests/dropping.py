"""A crawl of a newsroom of our own, with settings and middlewares that drop what the spider makes."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from benchmarks.loopback import loopback_settings
from tests import forks
from tests.newsroom import NOW, environment
from tests.project import patient
from tests.site import Site


class Pass:
    """A spider middleware: what is dropped is up to `drops`."""

    def drops(self, output: Any) -> bool:
        return False

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for output in start:
            if not self.drops(output):
                yield output

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for output in result:
            if not self.drops(output):
                yield output


class DropListings(Pass):
    def drops(self, output: Any) -> bool:
        return isinstance(output, Request) and "series" in output.cb_kwargs


class DropFurtherPages(Pass):
    def drops(self, output: Any) -> bool:
        return isinstance(output, Request) and "series" in output.cb_kwargs and output.cb_kwargs["series"].number > 1


class DropThird(Pass):
    def drops(self, output: Any) -> bool:
        return isinstance(output, Request) and "bibit-mangga-3" in output.url


class DropItems(Pass):
    def drops(self, output: Any) -> bool:
        return not isinstance(output, Request)


class Copy(Pass):
    """Passes on copies, the last first, once all are there."""

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        outputs = [output async for output in result]
        for output in reversed(outputs):
            yield output.replace() if isinstance(output, Request) else output


class LookAtNothing(Pass):
    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        if response.url == "":
            yield None


class StopInTheMiddle(Pass):
    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        passed = 0
        async for output in result:
            yield output
            passed += 1
            if passed == 2:
                return


class RaiseInTheMiddle(Pass):
    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        passed = 0
        async for output in result:
            yield output
            passed += 1
            if passed == 2 and "bydate" in response.url:
                raise RuntimeError("no more")


class RaiseBefore(Pass):
    def process_spider_input(self, response: Response) -> None:
        raise RuntimeError("not this one")


class Refuse:
    """An extension that refuses requests as Scrapy's offsite middleware does: without a word."""

    def __init__(self, part: str) -> None:
        self.part = part

    @classmethod
    def from_crawler(cls, crawler: Any) -> Refuse:
        from scrapy import signals

        refuse = cls(crawler.settings["REFUSED"])
        crawler.signals.connect(refuse.scheduled, signals.request_scheduled)
        return refuse

    def scheduled(self, request: Request) -> None:
        if self.part in request.url:
            raise IgnoreRequest("refused")


SCRIPT = """
import json, sys
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings
from newscrawl.judging.exitcodes import exit_status

job = json.load(sys.stdin)
settings = get_project_settings()
settings.setdict(job["settings"], priority="cmdline")
for name, order in job["middlewares"].items():
    settings["SPIDER_MIDDLEWARES"].set(name, order, priority="cmdline")
for name in job["extensions"]:
    settings["EXTENSIONS"].set(name, 500, priority="cmdline")
exec(job["setup"])
process = AsyncCrawlerProcess(settings)
crawler = process.create_crawler("okezone")
process.crawl(crawler, **job["arguments"])
process.start()
stats = crawler.stats.get_stats()
json.dump({"status": int(exit_status(stats)), "stats": stats, "open": dict(crawler.spider.days.open)}, sys.stdout,
          default=str)
"""


@dataclass(frozen=True)
class Ended:
    """How a crawl ended; `lines` are those of the dropped file, reasons by the article's number."""

    status: int
    stats: dict[str, Any]
    open: dict[str, int]
    log: str
    lines: dict[str, str]


def crawl(
    site: Site,
    data: Path,
    *middlewares: type,
    order: int = 543,
    extensions: tuple[type, ...] = (),
    setup: str = "",
    arguments: dict[str, str] | None = None,
    **settings: Any,
) -> Ended:
    """Crawl the newsroom's day; a crawl that hangs fails the test."""
    job = {
        "settings": {**loopback_settings(int(site.host.rsplit(":", 1)[1])), "NEWSCRAWL_NOW": NOW, "RETRY_TIMES": "0",
                     "NEWSCRAWL_DATA": str(data), **settings},
        "middlewares": {f"tests.dropping.{kind.__name__}": order for kind in middlewares},
        "extensions": [f"tests.dropping.{kind.__name__}" for kind in extensions],
        "arguments": {"since": "2026-07-24"} if arguments is None else arguments,
        "setup": setup,
    }  # fmt: skip
    done = forks.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(job).encode(),
        env=environment(),
        timeout=patient(120),
    )
    assert done.returncode == 0, done.stderr
    return Ended(**json.loads(done.stdout), log=done.stderr, lines=dict(dropped(data)))


def dropped(data: Path) -> Iterator[tuple[str, str]]:
    for file in sorted((data / "okezone").glob("dropped-*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield record["id"].removeprefix("okezone-"), record["reason"]
