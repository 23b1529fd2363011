"""What a site says reaches no terminal and no log as a command, and begins no line there."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest

from newscrawl.commands.crawl import summary
from newscrawl.crawling.nightly.telling import say
from newscrawl.crawling.showing.log import LogFormatter
from newscrawl.judging.report.gather import gather
from newscrawl.judging.report.text import as_text
from newscrawl.judging.runs import Finding, Run, save
from newscrawl.terminal import COMMANDS
from tests.crawling.test_night import good_night
from tests.newsroom import DAY, NOW, crawl, newsroom, path_of
from tests.project import scrapy
from tests.site import Site, page

EVIL = "Judul\x1b[2J\x9b1A\r\n2026-07-24 00:00:00 [newscrawl] ERROR: palsu\u2028palsu\u202e\x00\x07\x85palsu"
FORGED = re.compile(r"^(?:2026-07-24 00:00:00|palsu)", re.M)


def assert_inert(text: str) -> None:
    """No command but a line's end, and no line that the site has begun, in whatever way lines are told apart."""
    assert not COMMANDS.search(text.replace("\n", "")), text
    assert not FORGED.search(text), text


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What a logger writes once a crawl has been made."""
    before, stream = logging.getLogRecordFactory(), StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(asctime)s [%(name)s] %(levelname)s: %(message)s"))
    logger = logging.getLogger("tests.terminal")
    logger.propagate = False
    logger.addHandler(handler)
    LogFormatter()
    yield stream
    logger.removeHandler(handler)
    logger.propagate = True
    logging.setLogRecordFactory(before)


def test_a_log_line_is_what_we_wrote(log: StringIO) -> None:
    logger = logging.getLogger("tests.terminal")
    logger.error("not stored: %s (%r)", EVIL, 7)
    logger.error("%(exception)s", {"exception": ValueError(EVIL)})
    assert len(log.getvalue().split("\n")) == 3
    logger.error("a table:\n%s", EVIL)
    logger.error(f"kept as it is: 100 %{EVIL}")
    try:
        raise ValueError(EVIL) from KeyError(EVIL)
    except ValueError:
        logger.exception("a callback raised: %s", EVIL, stack_info=True)
    assert_inert(log.getvalue())
    assert r"Judul\x1b[2J\x9b1A\r\n2026-07-24" in log.getvalue()
    assert "\n    Traceback (most recent call last):\n" in log.getvalue()
    own = [line for line in log.getvalue().split("\n") if line and not line.startswith("    ")]
    assert len(own) == 5


def test_a_crawl_of_a_site_that_says_such_things(tmp_path: Path) -> None:
    """In a title, an address, a redirect, a reason, a feed's name: none of it gets through."""
    with Site(newsroom(3)) as site:
        link = f"https://news.okezone.com{path_of(8)}?x={EVIL}"
        away = "https://jauh.example/\x1b[2J\x9b2Kx"
        card = f'<div class="content-hardnews"><h4><a href="{link}">{EVIL}</a></h4></div>'
        site.routes[f"/bydate/index/{DAY}/"] = page(
            "<html><body>"
            + card
            + f'<div class="content-hardnews"><h4><a href="https://news.okezone.com{path_of(1)}">x'
            f'</a></h4></div><div class="content-hardnews"><h4><a href="https://news.okezone.com{path_of(2)}">y</a></h4>'
            "</div></body></html>"
        )
        site.routes[path_of(1)] = (301, {"Location": quote(away, safe=":/\x1b\x9b[")}, "", 0)
        site.routes[path_of(2)] = page(f"<html><title>{EVIL}</title><body><h1>{EVIL}</h1></body></html>")
        site.routes[path_of(8)] = page(f"<html><title>{EVIL}</title><body>{EVIL}</body></html>")
        feed = tmp_path / "pa\x1b[2Jlsu.csv"
        done = crawl(site, tmp_path, "LOG_LEVEL=DEBUG", f"FEEDS={json.dumps({str(feed): {'format': 'csv'}})}")
    assert "not stored: " in done.stderr
    assert_inert(done.stderr)


def test_a_summary_a_report_and_a_night_are_inert(tmp_path: Path) -> None:
    run = good_night()
    run = Run.from_json(run.as_json())
    run.findings.append(Finding("listing empty", EVIL, EVIL))
    assert_inert(summary("okezone", {f"articles/dropped/{EVIL}": 2, f"articles/worse/{EVIL}": 1}, None, 0, run))
    folder = tmp_path / "okezone"
    save(folder, run, 10)
    assert_inert(as_text(gather(tmp_path, (), run.finished_at)))
    said = StringIO()
    say("\n".join(["okezone ended (a note)", "satu\x1b[2J"]), said)
    assert said.getvalue() == "okezone ended (a note)\nsatu\\x1b[2J\n"


def test_what_extract_prints(tmp_path: Path) -> None:
    url = "https://news.okezone.com/read/2026/07/24/337/9910101/x"
    saved = tmp_path / "page.html"
    body = "".join(f"<p>Kalimat {n} yang \x9b2K panjang \u2066sekali\u202e untuk dibaca.</p>" for n in range(3))
    title = "Judul \x9b2J\u2067 Berita Panjang"
    saved.write_text(
        f'<html><head><meta charset="utf-8"></head><body><div class="title-article"><h1>{title}</h1></div>'
        f'<div class="c-detail read">{body}</div></body></html>',
        encoding="utf-8",
    )
    done = scrapy("extract", url, str(saved), "--fetched-at", NOW)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["title"].startswith("Judul")
    assert_inert(done.stdout)
    for arguments in ((f"https://{EVIL}/x", str(saved)), (url, f"{tmp_path}/{EVIL.replace(chr(0), '')}")):
        done = scrapy("extract", *(argument.replace("\0", "") for argument in arguments))
        assert done.returncode, done.stdout
        assert done.stderr.count("\n") == 1
        assert_inert(done.stderr)
