"""An Okezone of our own on 127.0.0.1: index pages of one day and the articles they list."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.loopback import loopback_settings
from tests import forks
from tests.project import patient
from tests.site import Answer, Route, Site, page, robots

NOW = "2026-07-24T18:00:00+07:00"
DAY = "2026/07/24"
FIRST_ID = 9800001
STEP = 15
PAGE = """<!DOCTYPE html><html lang="id"><head><title>{title} : Okezone News</title>
<meta property="article:published_time" content="2026-07-24T09:{minute:02}:30+07:00"></head>
<body><div class="title-article"><h1>{title}</h1></div>
<div class="journalist"><a title="Ratih Kumala Dewi">Ratih Kumala Dewi</a>
<span>, Jurnalis-Jum'at, 24 Juli 2026 |09:{minute:02} WIB</span></div>
<div class="c-detail read"><p><strong>BANDUNG</strong> - Warga menanam {number} bibit mangga di lereng bukit.</p>
<p>Kegiatan itu diikuti {number} keluarga dari tiga kampung.{extra}</p></div></body></html>"""


def path_of(number: int) -> str:
    """The path of the article with this number, 0 being the first."""
    return f"/read/{DAY}/525/{FIRST_ID + number}/bibit-mangga-{number}"


def article(number: int, extra: str = "") -> Answer:
    """An article page."""
    title = f"Warga Tanam {number} Bibit Mangga"
    return page(PAGE.format(title=title, minute=number % 60, number=number, extra=extra))


def newsroom(count: int) -> dict[str, Route]:
    """Routes of a site with `count` articles, listed 15 a page on the index of one day."""
    routes: dict[str, Route] = {"/robots.txt": robots("User-agent: *", "Disallow: /more/")}
    routes |= {path_of(n): article(n) for n in range(count)}
    for offset in range(0, max(count, 1), STEP):
        links = "".join(
            f'<div class="content-hardnews"><h4><a href="https://news.okezone.com{path_of(n)}">Judul</a></h4></div>'
            for n in range(offset, min(offset + STEP, count))
        )
        routes[f"/bydate/index/{DAY}/" + (f"{offset}/" if offset else "")] = page(f"<html><body>{links}</body></html>")
    return routes


def command(site: Site, data: Path, *options: str) -> list[str]:
    """The command line of a crawl of that day through the server."""
    settings = {
        **loopback_settings(int(site.url("").rsplit(":", 1)[1].strip("/"))),
        "NEWSCRAWL_NOW": NOW,
        "NEWSCRAWL_DATA": str(data),
        "RETRY_TIMES": "1",
        "DOWNLOAD_TIMEOUT": f"{patient(3):g}",
    }
    given = [o.split("=", 1)[0] for o in options]
    line = [sys.executable, "-m", "scrapy", "crawl", "okezone", "-a", "since=2026-07-24"]
    for name, value in settings.items():
        if name not in given:
            line += ["-s", f"{name}={value}"]
    for option in options:
        line += ["-s" if option.split("=", 1)[0].isupper() else "-a", option]
    return line


def environment() -> dict[str, str]:
    """The environment of the command: the project's default profile, warnings as errors."""
    return {**os.environ, "SCRAPY_PROJECT": "default", "PYTHONWARNINGS": "error"}


def crawl(site: Site, data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the crawl to its end. `options` are NAME=VALUE: settings in capitals, else spider arguments."""
    return forks.run(command(site, data, *options), env=environment(), timeout=patient(120))


def stored(data: Path) -> list[str]:
    """Ids in the article files, in order; fails on a line that is not whole."""
    folder = data / "okezone"
    files = sorted(folder.glob("articles-*.jsonl"))
    for file in files:
        assert file.read_bytes().endswith(b"\n"), f"{file} ends in a torn line"
    return [json.loads(line)["id"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def reasons(data: Path) -> dict[str, str]:
    """Reasons by id of what was not stored."""
    found = {}
    for file in sorted((data / "okezone").glob("dropped-*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found[record["id"]] = record["reason"]
    return found


def ids(numbers: range | list[int]) -> set[str]:
    """Ids of the articles with these numbers."""
    return {f"okezone-{FIRST_ID + n}" for n in numbers}
