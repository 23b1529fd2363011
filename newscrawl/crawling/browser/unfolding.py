"""A list in a browser: waited for, freed of what lies over it, asked for more until nothing new comes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from playwright.async_api import Error, Locator, Page
from playwright.async_api import Request as PageRequest
from playwright.async_api import TimeoutError as PageTimeout
from scrapy.http import HtmlResponse, Response

from newscrawl.counts import BROWSER_CUT, BROWSER_DISMISSED, BROWSER_TURNS
from newscrawl.crawling.base import Crawling
from newscrawl.crawling.browser.guard import Guard
from newscrawl.crawling.failures import NotSent
from newscrawl.discovery.listings import Rendered
from newscrawl.reasons import SENT_AWAY

POLL = 0.1  # seconds between two looks at the page
SETTLED = 0.3  # seconds in which no card has come: what came together is there
QUIET = 2.0  # seconds in which neither a card nor an answer has come: there is nothing more
PRESS_SECONDS = 2.0  # a button that cannot be reached in this time has something in front of it
STEP_SECONDS = 5.0  # beyond what it waits for: a step that takes longer is held up by a script that never ends
STATUS = "performance.getEntriesByType('navigation')[0]?.responseStatus ?? 200"


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
            there = await self.wait_for_list(page, traffic)
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

    async def wait_for_list(self, page: Page, traffic: Traffic) -> bool:
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
            there = await self.wait_for_cards(cards, 0, traffic)
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
                before, there = there, await self.wait_for_cards(cards, there, traffic)
            if there <= before:
                return
        self.spider.count(BROWSER_CUT, bool(turns))

    async def turn(self, page: Page, cards: Locator) -> bool:
        """Press the button, or scroll; False where there is no button any more."""
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

    async def wait_for_cards(self, cards: Locator, before: int, traffic: Traffic) -> int:
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
