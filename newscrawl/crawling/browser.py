"""Lists that only a browser shows, through scrapy-playwright: found, started, kept polite, unfolded, ended.

    python -m newscrawl.crawling.browser     finds a browser, or installs one

A plain crawl does not load this module, and this module loads Playwright only where a page is in the browser.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, Response
from scrapy.settings import BaseSettings

from newscrawl.counts import BROWSER_ABORTED, BROWSER_CUT, BROWSER_DISMISSED, BROWSER_PAGES, BROWSER_TURNS
from newscrawl.crawling.base import Crawling
from newscrawl.crawling.failures import NotSent, Stopped
from newscrawl.crawling.middlewares.robots import RobotsMiddleware
from newscrawl.discovery.listings import Rendered
from newscrawl.judging.exitcodes import Exit
from newscrawl.portals.form import Portal
from newscrawl.reasons import FORBIDDEN, SENT_AWAY

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page, WebSocketRoute
    from playwright.async_api import Request as PageRequest

    from newscrawl.portals.plan import Plan

logger = logging.getLogger(__name__)

HANDLER = "newscrawl.crawling.browser_handler.BrowserHandler"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What Playwright's are called, the headless one first: it is smaller.
PROGRAMS = ("chrome-headless-shell", "headless_shell", "chrome", "Chromium", "Google Chrome for Testing")
# What a list does without; it costs the site, and us, the most.
NOT_FETCHED = frozenset({"image", "media", "font", "texttrack", "manifest", "ping", "cspreport", "eventsource"})

POLL = 0.1  # seconds between two looks at the page
SETTLED = 0.3  # seconds in which no card has come: what came together is there
QUIET = 2.0  # seconds in which neither a card nor an answer has come: there is nothing more
PRESS_SECONDS = 2.0  # a button that cannot be reached in this time has something in front of it
STARTUP_SECONDS = 20.0
STEP_SECONDS = 5.0  # beyond what it waits for: a step that takes longer is held up by a script that never ends
STATUS = "performance.getEntriesByType('navigation')[0]?.responseStatus ?? 200"
# In a request's meta: the event that its page is gone, who judges what the page asks for, and why it was refused.
CLOSED, GUARD, REFUSED = "browser_closed", "browser_guard", "browser_refused"

context_numbers = count(1)


# -- which browser -----------------------------------------------------------------------------------------


class NoBrowser(Exception):
    """There is no browser to use: one line that says what to do."""


def needed(portal: type[Portal], plan: Plan, settings: BaseSettings) -> bool:
    """True for a crawl that may come to a listing only a browser shows, with one switched on; never in a replay."""
    if not plan.browser or settings.get("REPLAY_DIR"):
        return False
    return bool(rendered(portal, plan))


def rendered(portal: type[Portal], plan: Plan) -> list[Rendered]:
    """The listings of a plan that need a browser."""
    if plan.urls:
        return []
    ways = portal.topics() if plan.tag or plan.search else portal.listings
    return [listing for listing in ways if isinstance(listing, Rendered)]


def check(settings: BaseSettings) -> str:
    """The browser that is there: its path, or the CDP address it answers at. Raises NoBrowser."""
    if address := settings.get("NEWSCRAWL_BROWSER_CDP"):
        return answering(address)
    wanted = settings.get("NEWSCRAWL_BROWSER_PATH") or ""
    lack = "there is none"
    for path in (wanted,) if wanted else candidates():
        if (fault := started(path)) is None:
            return path
        lack = f"{path}: {fault}"
    where = "NEWSCRAWL_BROWSER_PATH " if wanted else ""
    raise NoBrowser(f"needs a browser, and {where}{lack}; run `make browser`, or set NEWSCRAWL_BROWSER_CDP")


def candidates() -> Iterator[str]:
    """Paths of browsers on this machine: Playwright's own, then those on PATH."""
    yield from playwrights_own()
    yield from filter(None, map(shutil.which, NAMES))


def playwrights_own() -> Iterator[str]:
    """Chromium as the installed version of Playwright would download it, where it has."""
    spec = find_spec("playwright")
    if spec is None or not spec.submodule_search_locations:
        return
    package = Path(spec.submodule_search_locations[0]) / "driver" / "package"
    given = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if given == "0":
        folder = package / ".local-browsers"
    elif given:
        folder = Path(given)
    elif sys.platform == "darwin":
        folder = Path.home() / "Library/Caches/ms-playwright"
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"
    with suppress(OSError, ValueError, KeyError):
        browsers = json.loads((package / "browsers.json").read_text(encoding="utf-8"))["browsers"]
        revisions = {browser["name"]: browser["revision"] for browser in browsers}
        for name in ("chromium-headless-shell", "chromium"):
            place = folder / f"{name.replace('-', '_')}-{revisions[name]}"
            for program in PROGRAMS:
                yield from map(str, filter(Path.is_file, place.rglob(program)))


@cache
def started(path: str) -> str | None:
    """What is wrong with a browser that is asked for its version; null for nothing."""
    try:
        done = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=STARTUP_SECONDS, check=False
        )
    except OSError as error:
        return str(error.strerror)
    except subprocess.TimeoutExpired:
        return f"says nothing for {STARTUP_SECONDS:g} s"
    said = done.stderr.decode(errors="replace").strip().splitlines()
    return None if done.returncode == 0 else f"exit status {done.returncode} ({said[-1] if said else 'no message'})"


def answering(address: str) -> str:
    """A CDP address (http or ws) where a browser answers. Raises NoBrowser."""
    parts = urlsplit(address)
    try:
        if parts.scheme in ("http", "https"):
            with urlopen(f"{address.rstrip('/')}/json/version", timeout=5) as answer:
                json.load(answer)["webSocketDebuggerUrl"]
        elif parts.scheme in ("ws", "wss") and parts.hostname:
            port = parts.port or (443 if parts.scheme == "wss" else 80)
            socket.create_connection((parts.hostname, port), timeout=5).close()
        else:
            raise NoBrowser(f"NEWSCRAWL_BROWSER_CDP={address!r} is no address: http://HOST:PORT or ws://...")
    except (OSError, ValueError, LookupError, TypeError) as error:
        fault = error.reason if isinstance(error, URLError) else error
        raise NoBrowser(f"needs a browser, and none answers at NEWSCRAWL_BROWSER_CDP {address} ({fault})") from None
    return address


# -- switched on -------------------------------------------------------------------------------------------


def switch_on(spider: Crawling) -> None:
    """Have the crawl's settings, not frozen yet, start a browser. Raises ValueError where there is none.

    Only the handlers of the schemes that are needed are replaced: each starts a node driver.
    """
    crawler, settings = spider.crawler, spider.crawler.settings
    ways = rendered(spider.portal, spider.plan)
    try:
        found = check(settings)
    except NoBrowser as error:
        raise ValueError(str(error)) from None
    schemes = {urlsplit(way.url).scheme for way in ways}
    hosts = frozenset(host.lower() for way in ways for host in way.hosts)
    values: dict[str, Any] = {
        "DOWNLOAD_HANDLERS": {**settings.getdict("DOWNLOAD_HANDLERS"), **dict.fromkeys(schemes, HANDLER)},
        "DOWNLOADER_MIDDLEWARES": {**settings.getdict("DOWNLOADER_MIDDLEWARES"), BrowserMiddleware: 1000},
        "RETRY_EXCEPTIONS": [*settings.getlist("RETRY_EXCEPTIONS"), "playwright.async_api.Error"],
        "PLAYWRIGHT_ABORT_REQUEST": Guard(crawler, spider.portal, hosts),
    }
    if settings.get("NEWSCRAWL_BROWSER_CDP"):
        values |= {"PLAYWRIGHT_CDP_URL": found, "PLAYWRIGHT_LAUNCH_OPTIONS": {}}
    else:
        values["PLAYWRIGHT_LAUNCH_OPTIONS"] = launch_options(
            settings.getdict("PLAYWRIGHT_LAUNCH_OPTIONS"), found, {*spider.portal.domains, *hosts}
        )
    for name, value in values.items():
        settings.set(name, value, priority="cmdline")  # -s DOWNLOAD_HANDLERS is kept for the other schemes
    logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)  # a traceback for a page; ours is one line


def launch_options(given: Mapping[str, Any], path: str, domains: set[str]) -> dict[str, Any]:
    """How the browser is started: the options given, and what depends on the machine and the portal.

    Names outside the portal's domains have no address there: whatever way a page goes, it reaches nobody else.
    """
    inside = ", ".join(f"EXCLUDE {domain}, EXCLUDE *.{domain}" for domain in sorted(domains))
    rules = [f"--host-resolver-rules=MAP * ~NOTFOUND, {inside}"]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        "executable_path": path,
        "chromium_sandbox": not is_root,  # Chromium refuses to run as root in its sandbox
        **given,
        "args": [*given.get("args", ()), *rules],
    }


class BrowserMiddleware:
    """Lets NEWSCRAWL_BROWSER_PAGES pages into the browser at once; the others wait here, not in the portal's slot.

    In the slot they would hold up the articles, and the robots.txt that the page in the browser waits for.
    """

    CLOSING_SECONDS = 2.0

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.room = asyncio.Semaphore(max(1, crawler.settings.getint("NEWSCRAWL_BROWSER_PAGES")))
        self.inside: set[Request] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> BrowserMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta.get("playwright"):
            await self.room.acquire()
            self.inside.add(request)
            request.meta[CLOSED].clear()
            if not self.crawler.crawling:
                raise Stopped("stopped before the browser was free")

    async def process_response(self, request: Request, response: Response) -> Response:
        await self.leave(request)
        return response

    async def process_exception(self, request: Request, exception: Exception) -> None:
        await self.leave(request)

    async def leave(self, request: Request) -> None:
        """Let the next page in when this one's context is closed; a page that was never opened has none."""
        if request in self.inside:
            self.inside.discard(request)
            with suppress(TimeoutError):
                await asyncio.wait_for(request.meta[CLOSED].wait(), self.CLOSING_SECONDS)
            self.room.release()


class Guard:
    """Says of everything a page in the browser asks for whether it is refused; counted `browser/aborted/WHY`.

    Refused are images, media, fonts and the like, hosts that are neither the portal's nor `hosts`, and whatever
    robots.txt forbids.
    """

    def __init__(self, crawler: Crawler, portal: type[Portal], hosts: frozenset[str] = frozenset()) -> None:
        self.crawler = crawler
        self.portal = portal
        self.hosts = hosts

    async def __call__(self, request: PageRequest) -> bool:
        return await self.refused(request.url, request.resource_type) is not None

    async def refused(self, url: str, kind: str) -> str | None:
        """As `reason`, and counted."""
        reason = await self.reason(url, kind)
        if reason and self.crawler.stats:
            self.crawler.stats.inc_value(BROWSER_ABORTED + reason)
        return reason

    async def reason(self, url: str, kind: str) -> str | None:
        """Why a page may not have an address, or null; `kind` is Playwright's resource type."""
        if not url.startswith(("http:", "https:")):
            return None  # data: and blob: ask nobody
        if kind in NOT_FETCHED:
            return kind
        if not self.portal.is_own(url) and (urlsplit(url).hostname or "") not in self.hosts:
            return "foreign host"
        try:
            await self.judge(url)
        except IgnoreRequest:
            return "robots.txt"
        except Exception as error:  # a page that waits for an answer would wait for ever
            logger.warning("not fetched for a page: %s (%r)", url, error)
            return "not judged"
        return None

    async def judge(self, url: str) -> None:
        """Raises NotSent for what robots.txt forbids."""
        robots = self.crawler.get_downloader_middleware(RobotsMiddleware)
        if robots is not None:
            request = Request(url, meta={"download_slot": self.portal.name})
            robots.process_request_2(await robots.robot_parser(request), request)


# -- a page ------------------------------------------------------------------------------------------------


def page_meta(spider: Crawling, listing: Rendered, is_over: Callable[[Response], bool] | None) -> dict[str, Any]:
    """The meta of a request that is answered with the page of a listing as a browser shows it in the end.

    `is_over` is asked before each press or scroll with the page as it stands; null where nothing tells.
    """
    from scrapy_playwright.page import PageMethod

    closed = asyncio.Event()
    return {
        CLOSED: closed,
        GUARD: spider.settings.get("PLAYWRIGHT_ABORT_REQUEST"),
        "playwright": True,
        "playwright_context": f"page {next(context_numbers)}",
        "playwright_context_kwargs": {
            "user_agent": spider.settings.get("USER_AGENT"),
            "locale": "id",
            "service_workers": "block",  # they would fetch past the guard
            "accept_downloads": False,
        },
        # The list may be there long before the page has finished loading, if it ever does.
        "playwright_page_goto_kwargs": {"wait_until": "commit"},
        "playwright_page_init_callback": enclose,
        "playwright_page_event_handlers": {"close": Closing(spider, closed)},
        "playwright_page_methods": [PageMethod(Unfolding(spider, listing, is_over))],
    }


async def enclose(page: Page, request: Request) -> None:
    """What the guard alone does not see: redirects, windows a page opens, and web sockets; all but the first end."""

    async def close(opened: Page | WebSocketRoute) -> None:
        await opened.close()

    page.on("popup", close)
    await page.add_init_script("window.open = () => null")  # behind a window a page is hidden, and its list stops
    await page.context.route("**", lambda route: route.abort())  # the page's own route, the guard's, goes before
    await page.context.route_web_socket("**", close)
    guard = request.meta[GUARD]
    session = await page.context.new_cdp_session(page)

    async def paused(event: dict[str, Any]) -> None:
        from playwright.async_api import Error

        answer: dict[str, Any] = {"requestId": event["requestId"]}
        url, kind = event["request"]["url"], event["resourceType"].lower()
        if "redirectedRequestId" in event and (reason := await guard.refused(url, kind)):
            if kind == "document":
                request.meta[REFUSED] = (FORBIDDEN, None) if reason == "robots.txt" else (SENT_AWAY, url)
            answer["errorReason"] = "BlockedByClient"
        with suppress(Error):  # the page is gone
            await session.send("Fetch.failRequest" if "errorReason" in answer else "Fetch.continueRequest", answer)

    session.on("Fetch.requestPaused", paused)
    await session.send("Fetch.enable", {"patterns": [{"requestStage": "Request"}]})


class Closing:
    """Closes a page's context with it, and now and then the browser, so that its memory is bounded."""

    def __init__(self, spider: Crawling, closed: asyncio.Event) -> None:
        self.spider = spider
        self.closed = closed

    async def __call__(self, page: Page) -> None:
        from playwright.async_api import Error

        self.spider.count(BROWSER_PAGES)
        stats = self.spider.crawler.stats
        pages = int(stats.get_value(BROWSER_PAGES, 0)) if stats else 0
        most = self.spider.settings.getint("NEWSCRAWL_BROWSER_RESTART")
        with suppress(Error):
            if most > 0 and pages % most == 0 and page.context.browser:
                await page.context.browser.close()
            else:
                await page.context.close()
        self.closed.set()


class Traffic:
    """What a page has asked for and not got yet, and when the last answer came (monotonic seconds)."""

    def __init__(self, page: Page) -> None:
        self.pending: set[PageRequest] = set()
        self.last = monotonic()
        page.on("request", self.asked)
        page.on("requestfinished", self.ended)
        page.on("requestfailed", self.ended)

    def asked(self, request: PageRequest) -> None:
        self.pending.add(request)
        self.last = monotonic()

    def ended(self, request: PageRequest) -> None:
        self.pending.discard(request)
        self.last = monotonic()

    @property
    def is_quiet(self) -> bool:
        return not self.pending and monotonic() - self.last > QUIET


@dataclass(frozen=True)
class Unfolding:
    """Waits for a list on a page, takes away what is in front of it, and asks for more until nothing new comes."""

    spider: Crawling
    listing: Rendered
    is_over: Callable[[Response], bool] | None

    async def __call__(self, page: Page) -> None:
        """Leaves the page as it is to be read.

        Raises NotSent for one that is not the portal's or forbidden, TimeoutError where the list may still
        have come and where a script holds up the page for ever: then the browser is closed.
        """
        try:
            await self.show(page)
        except TimeoutError:
            if page.context.browser:
                await page.context.browser.close()  # a page that is held up cannot be
            raise

    async def show(self, page: Page) -> None:
        traffic = Traffic(page)
        await self.check(page)
        async with self.step():
            if await page.evaluate(STATUS) >= 400:
                return
            there = await self.appeared(page, traffic)
        if there:
            await self.unfold(page, traffic)
        async with self.step():
            await page.evaluate("window.stop()")  # what is still loading is not waited for

    def step(self) -> asyncio.Timeout:
        return asyncio.timeout(self.seconds + STEP_SECONDS)

    async def check(self, page: Page) -> None:
        """A page we were sent to must be the portal's own, and robots.txt must allow it."""
        if not self.spider.portal.is_own(page.url):
            raise NotSent(SENT_AWAY, page.url)
        guard = self.spider.settings.get("PLAYWRIGHT_ABORT_REQUEST")
        if isinstance(guard, Guard):
            await guard.judge(page.url)

    async def appeared(self, page: Page, traffic: Traffic) -> bool:
        ready = page.locator(self.listing.ready or self.listing.elements)
        until = monotonic() + self.seconds
        while self.runs:
            await self.dismiss(page)
            if await ready.count():
                return True
            if monotonic() > until:
                if traffic.pending or await page.evaluate("document.readyState") != "complete":
                    raise TimeoutError(f"no list on the page in {self.seconds:g} s, and it is still loading")
                return False
            await asyncio.sleep(POLL)
        return False

    async def unfold(self, page: Page, traffic: Traffic) -> None:
        cards = page.locator(self.listing.elements)
        async with self.step():
            there = await self.grown(cards, 0, traffic)
        turns = self.listing.turns if self.listing.more or self.listing.scroll else 0
        for _ in range(turns):
            if not self.runs or await self.is_enough(page):
                return
            await self.pace()
            async with self.step():
                await self.dismiss(page)
                if not await self.turn(page, cards):
                    return
                self.spider.count(BROWSER_TURNS)
                before, there = there, await self.grown(cards, there, traffic)
            if there <= before:
                return
        self.spider.count(BROWSER_CUT, bool(turns))

    async def turn(self, page: Page, cards: Locator) -> bool:
        """Press the button, or scroll; False where there is no button any more."""
        from playwright.async_api import TimeoutError as PageTimeout

        if not self.listing.more:
            await cards.last.evaluate("card => card.scrollIntoView({block: 'end'})")  # in a box of its own
            await page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
            return True
        button = page.locator(self.listing.more).filter(visible=True).first
        if not await button.count() or await button.is_disabled():
            return False
        try:
            await button.click(timeout=PRESS_SECONDS * 1000)
        except PageTimeout:  # something is in front of it that is not declared
            await button.dispatch_event("click")
        return True

    async def grown(self, cards: Locator, before: int, traffic: Traffic) -> int:
        """How many cards there are when no more come; waits for the first one that is new."""
        began = changed = monotonic()
        there = before
        while self.runs:
            now, seen = monotonic(), await cards.count()
            if seen != there:
                there, changed = seen, now
            if there > before and now - changed > SETTLED:
                break
            if there <= before and (now - began > self.seconds or (now - began > QUIET and traffic.is_quiet)):
                break
            await asyncio.sleep(POLL)
        return there

    async def dismiss(self, page: Page) -> None:
        """Press the button of what lies over the page, if it is there."""
        from playwright.async_api import Error

        if self.listing.dismiss:
            with suppress(Error):
                button = page.locator(self.listing.dismiss).filter(visible=True).first
                if await button.count():
                    await button.click(timeout=PRESS_SECONDS * 1000)
                    self.spider.count(BROWSER_DISMISSED)

    async def is_enough(self, page: Page) -> bool:
        if self.is_over is None:
            return False
        async with self.step():
            return self.is_over(HtmlResponse(page.url, body=await page.content(), encoding="utf-8"))

    async def pace(self) -> None:
        """Wait as a request of the portal's slot would: a press or a scroll is one."""
        engine = self.spider.crawler.engine
        slot = engine.downloader.slots.get(self.spider.name) if engine else None
        while slot and self.runs and (left := slot.lastseen + slot.delay - monotonic()) > 0:
            await asyncio.sleep(min(left, 0.5))
        if slot:
            slot.lastseen = monotonic()

    @property
    def runs(self) -> bool:
        """False when the crawl is to stop."""
        return self.spider.crawler.crawling

    @property
    def seconds(self) -> float:
        return self.spider.settings.getfloat("NEWSCRAWL_BROWSER_WAIT")


# -- make browser ------------------------------------------------------------------------------------------


def main() -> int:
    """Say which browser is there; where there is none, install Playwright's, or the distribution's package."""
    from scrapy.utils.project import get_project_settings

    settings = get_project_settings()
    ways = [[], [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]]
    if shutil.which("apt-get"):
        ways.append(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    for way in ways:
        if way:
            print(f"newscrawl: {' '.join(way)}", flush=True)
            subprocess.run(way, check=False)
            started.cache_clear()
        try:
            print(f"newscrawl: browser: {check(settings)}")
        except NoBrowser as error:
            lack = str(error)
        else:
            return 0
    print(f"newscrawl: {lack}", file=sys.stderr)
    return int(Exit.NO_BROWSER)


if __name__ == "__main__":
    sys.exit(main())
