"""What a browser costs: pages of a list fetched plainly, and the same pages shown by a browser, one after the other.

    python -m benchmarks.browser [--pages N]

The pages come from 127.0.0.1 without a delay; in one half of them the list is there, in the other a script fetches
and builds it. Pages a second are counted from the first to the last; memory is that of the crawl and all it
started, what processes share counted once (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, sleep

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings

from benchmarks.processes import Tree, tree
from newscrawl.crawling.spider.portal import spider_of
from newscrawl.discovery.listings import Listing, Rendered
from newscrawl.portals.form import Portal
from newscrawl.reading.loaders import ArticleLoader

ROOT = Path(__file__).parents[1]
DAY = "2026-07-24"
CARDS = 20
SAMPLE_SECONDS = 0.25
FORM = "<!DOCTYPE html><title>Indeks</title><ul id=daftar>{list}</ul>{filling}{script}"
CARD = '<li><a href="/foto/{0}">Judul Berita Nomor {0}</a></li>'
SCRIPT = """<script>fetch("/api/{number}").then(jawab => jawab.json()).then(kartu => {{
  daftar.innerHTML = kartu.join("");
}});</script>"""
FILLING = "<script>var isi = [" + "0," * 30_000 + "];</script>"  # as much as a real list page has


class Server(ThreadingHTTPServer):
    """Lists of `pages` pages, and when each was asked for (monotonic seconds)."""

    def __init__(self, pages: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages = pages
        self.asked: list[float] = []

    def answer(self, path: str) -> tuple[str, str]:
        kind, _, number = path.strip("/").rpartition("/")
        cards = []
        if number.isdigit() and int(number) <= self.pages:
            cards = [CARD.format(int(number) * CARDS + n) for n in range(CARDS)]
        if kind == "api":
            return "application/json", json.dumps(cards)
        if kind.startswith(("polos/", "skrip/")):
            self.asked.append(monotonic())
            script = SCRIPT.format(number=number) if kind.startswith("skrip/") else ""
            return "text/html", FORM.format(list="" if script else "".join(cards), filling=FILLING, script=script)
        return "text/plain", "User-agent: *\nAllow: /\n"


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, text = self.server.answer(self.path)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class BenchLoader(ArticleLoader):
    site_name = "bench"
    body_css = "p"


def crawl(kind: str, site: str, pages: int) -> None:
    """The crawl of one half, in a process of its own; the cards are photos, so that nothing else is fetched."""

    class Bench(Portal):
        name = "bench"
        domains = ("127.0.0.1",)
        article_url = re.compile(r"127\.0\.0\.1/(?P<form>foto|baca)/(?P<id>\d+)")
        kinds = {"foto": "gallery"}
        example = "https://127.0.0.1/baca/1"
        Loader = BenchLoader
        browser = kind == "skrip"
        listings = ((Rendered if browser else Listing)(f"{site}/{kind}/{{day}}/{{number}}", "#daftar a", pages=pages),)

    settings = get_project_settings()
    quiet = {"NEWSCRAWL_DATA": "", "DOWNLOAD_DELAY": 0, "LOG_LEVEL": "ERROR", "NEWSCRAWL_NOW": f"{DAY}T20:00:00+07:00"}
    settings.setdict(quiet, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    process.crawl(spider_of(Bench), since=DAY, until=DAY)
    process.start()


def measure(kind: str, pages: int) -> tuple[float, float, Tree]:
    """Pages a second, seconds before the first, and the most that was taken of the machine."""
    server = Server(pages)
    Thread(target=server.serve_forever, daemon=True).start()
    with TemporaryDirectory() as data:
        site = f"http://127.0.0.1:{server.server_port}"
        line = [sys.executable, "-m", "benchmarks.browser", "--crawl", kind, "--site", site, "--pages", str(pages)]
        began = monotonic()
        environment = {**os.environ, "SCRAPY_PROJECT": "default", "TMPDIR": data}
        process = subprocess.Popen(line, cwd=ROOT, env=environment)
        most = Tree()
        while process.poll() is None:
            most = most.most(tree(process.pid))
            sleep(SAMPLE_SECONDS)
    server.shutdown()
    if process.returncode or len(server.asked) < pages:
        raise SystemExit(f"{kind}: {len(server.asked)} of {pages} pages, exit status {process.returncode}")
    return (len(server.asked) - 1) / (server.asked[-1] - server.asked[0]), server.asked[0] - began, most


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=100, help="pages of the list (default 100)")
    parser.add_argument("--crawl", help=argparse.SUPPRESS)
    parser.add_argument("--site", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.crawl:
        crawl(options.crawl, options.site, options.pages)
        return
    print(f"{options.pages} pages of a list\n{'':12} pages/s   start s   processes   peak MB")
    for name, kind in (("plain", "polos"), ("browser", "skrip")):
        rate, start, most = measure(kind, options.pages)
        print(f"{name:12} {rate:7.1f} {start:9.1f} {most.processes:11} {most.megabytes:9.0f}")


if __name__ == "__main__":
    main()
