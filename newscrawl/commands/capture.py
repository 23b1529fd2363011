"""`scrapy capture PORTAL URL`: save a page and what the spider makes of it as a fixture."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import scrapy
from scrapy.http import HtmlResponse, Response
from twisted.python.failure import Failure

from newscrawl.crawling.checking.live import Counts, silent
from newscrawl.crawling.commandline import StrictCommand, check_portals, fail
from newscrawl.crawling.failures import why
from newscrawl.crawling.refusing import refuse_unreadable
from newscrawl.crawling.saved.saving import fixture_name, save_response, saved_as
from newscrawl.portals.fixtures import FOLDER, Fixture
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals
from newscrawl.portals.status import DESCRIPTIVE
from newscrawl.reading.article import read
from newscrawl.reading.document.tree import is_bundle
from newscrawl.reading.page import NotAnArticle
from newscrawl.storing.unread import SUFFIX, KeptPage, read_kept, response_of
from newscrawl.terminal import inert, inert_json


class Command(StrictCommand):
    requires_project = True

    form = "[options] PORTAL URL|KEPT_PAGE"
    about = (
        "Fetch a page and save it as a fixture with what the spider makes of it. A page kept in data/PORTAL/unread"
        " is not asked for again; nor is one that was saved from a browser as HTML: --from FILE."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--name", help="the fixture's name (default: from the address)")
        parser.add_argument("--folder", type=Path, default=FOLDER, help=f"where fixtures are kept (default: {FOLDER})")
        parser.add_argument("--force", action="store_true", help="replace a fixture of the same name")
        parser.add_argument("--from", dest="file", type=Path, metavar="FILE", help="the page, saved as HTML only")
        parser.add_argument(
            "--at", metavar="MOMENT", help="with --from: when it was saved, 2026-07-24T18:00 (default: the file's time)"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        # Above the project's own settings: a page is fetched by its rules, but nothing is stored or counted.
        self.settings.setdict({"ITEM_PIPELINES": {}, "SPIDER_MIDDLEWARES": {}}, priority="cmdline")
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 2:
            fail("give a portal and an address, or a page kept in data/PORTAL/unread: scrapy capture PORTAL URL")
        name, url = args
        kept = self._kept(url)
        url = kept.url if kept else url
        check_portals([name])
        portal = portals()[name]
        if opts.at and not opts.file:
            fail("--at says when the page of --from was saved: give --from FILE, too")
        if opts.file and kept:
            fail(f"--from {opts.file}: give the page's address with it, not a kept page")
        if url.startswith(("http://", "https://")) and not portal.is_own(url):
            fail(unfit(url, portal))
        if not url.startswith(("http://", "https://")):
            fail(f"{url!r} is not an address (https://...), nor a page kept in data/{name}/unread")
        if kept is None and not opts.file:
            refuse_unreadable(self.settings)
        fixture = opts.name or fixture_name(url, portal)
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", fixture):
            fail(f"--name {fixture!r}: allowed are letters, digits, dots, hyphens and underscores")
        if (opts.folder / name / f"{fixture}.json").exists() and not opts.force:
            fail(f"{opts.folder / name / fixture}.json exists: give --force to replace it, or another --name")
        if other := saved_as(url, opts.folder / name, besides=fixture):
            fail(f"{url} is the fixture {other}: a replay answers with one page an address; capture another article")
        if opts.file:
            response: Response = saved_response(opts.file, url, opts.at, ZoneInfo(portal.zone))
        else:
            response = self._fetch(url, name) if kept is None else response_of(kept)
        if not portal.series_at(response.url) and portal.identify(response.url) is None:
            fail(unfit(response.url, portal), 1)
        try:
            saved = save_response(response, portal, opts.folder, fixture)
        except OSError as error:
            fail(f"cannot write to {opts.folder}: {error.strerror}", 1)
        print(inert_json(json.dumps(saved.meta["expected"], ensure_ascii=False, indent=1)))
        for line in (*remarks(saved.meta["expected"]), *doubts_of(saved, portal)):
            print(inert(line))
        print(f"saved {saved.side} and {saved.page}: read it line by line before you commit it")

    def _kept(self, argument: str) -> KeptPage | None:
        """The kept page that an argument names, or null for an address."""
        if not argument.endswith(SUFFIX) or argument.startswith(("http://", "https://")):
            return None
        try:
            return read_kept(Path(argument))
        except (OSError, ValueError) as error:
            fail(f"cannot read {argument}: {getattr(error, 'strerror', None) or error}")

    def _fetch(self, url: str, slot: str) -> Response:
        got: list[Response] = []
        lost: list[str] = []
        assert self.crawler_process
        self.crawler_process.crawl(OnePage, url=url, slot=slot, got=got, lost=lost)
        self.crawler_process.start()
        if not got:
            fail(f"not had: {url} ({lost[0] if lost else 'no answer'})", 1)
        return got[0]


def saved_response(file: Path, url: str, at: str | None, zone: ZoneInfo) -> Response:
    """A page saved from a browser as the answer it was; `at` is a moment, of the portal's zone where it has none.

    Ends the command for a file that is no page, and for a moment that is none.
    """
    try:
        body = file.read_bytes()
        moment = datetime.fromisoformat(at) if at else datetime.fromtimestamp(file.stat().st_mtime, zone)
    except OSError as error:
        fail(f"cannot read {file}: {error.strerror}")
    except ValueError:
        fail(f"--at {at!r} is no moment: 2026-07-24T18:00, or with its zone 2026-07-24T18:00+07:00")
    if is_bundle(body) or b"<" not in body:
        fail(f'{file} is no page of HTML: save it from the browser as "web page, HTML only"')
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    request = scrapy.Request(url, meta={"captured_at": moment.isoformat()})
    return HtmlResponse(url, headers={"Content-Type": "text/html"}, body=body, request=request)


def remarks(expected: list[dict[str, Any]]) -> Iterator[str]:
    """What a captured page did not give: the fields of an article that are empty, the articles of a listing."""
    for output in expected:
        if article := output.get("article"):
            empty = [name for name in DESCRIPTIVE if article[name] in (None, "", [])]
            if empty:
                yield f"empty: {', '.join(empty)}"
    links = [output for output in expected if output.get("callback") == "parse_article"]
    if any(output.get("callback") == "parse_listing" for output in expected) or links:
        dated = sum(output.get("published") is not None for output in links)
        yield f"{len(links)} articles listed, {dated} with a time beside the link"


def doubts_of(saved: Fixture, portal: type[Portal]) -> Iterator[str]:
    """The portal's own rules that found nothing on a captured article's page, and what speaks against the record."""
    if saved.meta.get("callback") != "parse_article":
        return
    counts = Counts()
    moment = datetime.fromisoformat(saved.meta["captured_at"])
    doubts: tuple[str, ...] = ()
    try:
        body, header = saved.page.read_bytes(), saved.meta.get("headers", {}).get("Content-Type")
        doubts = read(body, saved.meta["url"], portal, moment, content_type=header, stats=counts, opinion=True).doubts
    except NotAnArticle:
        pass  # which the record says
    for name, source, rules in silent(portal.Loader, counts):
        yield f"found nothing: {name}_{source}: {', '.join(rule for rule, tried in rules.items() if tried)}"
    yield from (f"doubted: {doubt}" for doubt in doubts)
    articles = [output["article"] for output in saved.meta["expected"] if "article" in output]
    if any(not article["complete"] for article in articles):
        name = "all_pages" if portal.all_pages else "numbered_page"
        url = getattr(portal, name).format(url=articles[0]["url"], number=2)
        yield f"not complete: the rest is asked for at {url} (by {name}), which is no fixture yet"


def unfit(url: str, portal: type[Portal]) -> str:
    """Why an address cannot be captured, and what to look at."""
    forms = "; ".join(listing.url for listing in portal.listings) or "none"
    file = os.path.relpath(sys.modules[portal.__module__].__file__ or "")
    place = f"article_url in {file}; listings: {forms}"
    return f"{url} is neither an article nor a listing of {portal.name}; see {place}"


class OnePage(scrapy.Spider):
    """Fetches one page through the project's settings."""

    name = "capture"
    url: str
    slot: str
    got: list[Response]
    lost: list[str]

    async def start(self) -> Any:
        yield scrapy.Request(
            self.url, self.parse, errback=self.failed, meta={"download_slot": self.slot}, dont_filter=True
        )

    def parse(self, response: Response, **kwargs: Any) -> None:
        self.got.append(response)

    def failed(self, failure: Failure) -> None:
        self.lost.append(why(failure)[0])
