"""A small web site on 127.0.0.1, and a small crawl in a process of its own: tests never start a reactor."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Any, ClassVar, Self

from tests import forks
from tests.project import ROOT, patient


@dataclass(frozen=True)
class Hit:
    """A request that reached the site: `path` with its query, `at` in seconds on the monotonic clock."""

    method: str
    path: str
    headers: Mapping[str, str]
    at: float


# status, headers, body, and the seconds to wait before answering; a header that is empty is not sent, which is for
# Content-Length: the body lasts as long as the connection
Answer = tuple[int, Mapping[str, str], bytes | str, float]
Route = Answer | Callable[[Hit], Answer]

NOT_FOUND: Answer = (404, {"Content-Type": "text/plain"}, "not found\n", 0.0)


def page(body: bytes | str, content_type: str = "text/html; charset=utf-8", delay: float = 0.0) -> Answer:
    """An answer with status 200."""
    return 200, {"Content-Type": content_type}, body, delay


def robots(*lines: str, delay: float = 0.0) -> Answer:
    """A robots.txt of these lines."""
    return page("\n".join(lines) + "\n", "text/plain", delay)


class Site:
    """Serves `routes`, path with query to answer, until the `with` block ends; other paths are 404.

    Routes may be changed while it runs. A callable answers for each request, in a thread of its own.

    >>> from urllib.request import urlopen
    >>> with Site({"/": page("halo")}) as site:
    ...     with urlopen(site.url("/")) as response:
    ...         response.read(), site.count("/")
    (b'halo', 1)
    """

    def __init__(self, routes: Mapping[str, Route] | None = None) -> None:
        self.routes: dict[str, Route] = dict(routes or {})
        self.hits: list[Hit] = []
        self._lock = Lock()
        # Threads are daemons so that a client that never reads its answer does not hold up the tests.
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("BoundHandler", (Handler,), {"site": self}))
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def host(self) -> str:
        """`127.0.0.1:<port>`."""
        return f"127.0.0.1:{self._server.server_port}"

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"http://{self.host}{path}"

    def count(self, path: str) -> int:
        """How many requests of any method asked for `path`, which includes the query."""
        return self.counts()[path]

    def counts(self) -> Counter[str]:
        """How many requests asked for each path."""
        with self._lock:
            return Counter(hit.path for hit in self.hits)

    def answer(self, hit: Hit) -> Answer:
        """Record a request and say what it gets."""
        with self._lock:
            self.hits.append(hit)
        route = self.routes.get(hit.path, NOT_FOUND)
        return route(hit) if callable(route) else route


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the site it belongs to."""

    site: ClassVar[Site]

    def do_GET(self) -> None:
        hit = Hit(self.command, self.path, dict(self.headers.items()), time.monotonic())
        status, headers, body, delay = self.site.answer(hit)
        if delay:
            time.sleep(delay)
        raw = body.encode() if isinstance(body, str) else body
        with suppress(ConnectionError):  # a client may leave at any time
            self.send_response(status)
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            if not {"Content-Length", "Transfer-Encoding"} & headers.keys():  # a route that gives one lies about it
                self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(raw)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the tests read `hits`."""


@dataclass(frozen=True)
class Ask:
    """A request of a crawl: made `wait` seconds after the one before it."""

    url: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    method: str = "GET"
    wait: float = 0.0


@dataclass(frozen=True)
class Got:
    """An answer that reached the spider: `asked` is the address before redirects, `kind` a response class.

    `meta` is what the request's meta held of SHOWN_META.
    """

    asked: str
    url: str
    status: int
    kind: str
    headers: Mapping[str, list[str]]
    text: str
    meta: Mapping[str, Any]


@dataclass(frozen=True)
class Crawl:
    """How a crawl ended. `errors` maps an address to the message of what stopped it."""

    got: list[Got]
    errors: Mapping[str, str]
    stats: Mapping[str, Any]
    slots: Mapping[str, Any]
    log: str


SHOWN_META = ("captured_at", "download_slot", "redirect_times")

# The spider of `crawl`: it takes its job from stdin and writes what it saw to stdout, both as JSON.
SCRIPT = """
import asyncio, json, sys
from scrapy import Request, Spider, signals
from scrapy.crawler import AsyncCrawlerProcess

job = json.load(sys.stdin)
out = {"got": [], "errors": {}, "slots": {}}

class Probe(Spider):
    name = "probe"

    async def start(self):
        for ask in job["asks"]:
            await asyncio.sleep(ask["wait"])
            meta = {**ask["meta"], "asked": ask["url"]}
            yield Request(ask["url"], method=ask["method"], meta=meta, dont_filter=True, errback=self.failed)

    def parse(self, response):
        headers = {name.decode(): [v.decode() for v in values] for name, values in response.headers.items()}
        meta = {name: value for name, value in response.meta.items() if name in job["meta"]}
        out["got"].append({
            "asked": response.meta["asked"], "url": response.url, "status": response.status,
            "kind": type(response).__name__, "headers": headers,
            "text": getattr(response, "text", ""), "meta": meta,
        })

    def failed(self, failure):
        out["errors"][failure.request.meta["asked"]] = str(failure.value)

exec(job["setup"])
process = AsyncCrawlerProcess(job["settings"])
crawler = process.create_crawler(Probe)
def closing():
    slots = crawler.engine.downloader.slots
    out["slots"] = {name: {"delay": slot.delay, "jitter": slot.jitter} for name, slot in slots.items()}
crawler.signals.connect(closing, signals.spider_closed)
process.crawl(crawler)
process.start()
json.dump({**out, "stats": crawler.stats.get_stats()}, sys.stdout, default=str)
"""

DEFAULTS: dict[str, Any] = {
    "DOWNLOAD_DELAY": 0,
    "HTTPERROR_ALLOW_ALL": True,
    "REMOTE_CONTROL_ENABLED": False,
    "RETRY_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
}


def crawl(
    asks: Iterable[str | Ask],
    settings: Mapping[str, Any],
    *,
    setup: str = "",
    cwd: Path = ROOT,
    timeout: float = 60.0,
) -> Crawl:
    """Fetch addresses with Scrapy in a process of its own, from `cwd`, and wait for its end.

    `settings` go over DEFAULTS; `setup` is Python that runs before the crawl. Raises AssertionError with the
    log if the process fails, subprocess.TimeoutExpired after `timeout` seconds.
    """
    job = {
        "asks": [vars(ask if isinstance(ask, Ask) else Ask(ask)) for ask in asks],
        "settings": {**DEFAULTS, **settings},
        "setup": setup,
        "meta": SHOWN_META,
    }
    done = forks.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(job, default=dict).encode(),
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=patient(timeout),
    )
    assert done.returncode == 0, done.stderr
    out = json.loads(done.stdout)
    return Crawl([Got(**got) for got in out["got"]], out["errors"], out["stats"], out["slots"], log=done.stderr)
