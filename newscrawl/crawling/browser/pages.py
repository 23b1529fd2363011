"""Pages in the browser: how each is asked for, how many there are at once, and that they are gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

from playwright.async_api import Error, Page
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy_playwright.page import PageMethod

from newscrawl.counts import BROWSER_PAGES
from newscrawl.crawling.base import Crawling
from newscrawl.crawling.browser.guard import GUARD, enclose
from newscrawl.crawling.browser.unfolding import Unfolding
from newscrawl.crawling.component import Component
from newscrawl.crawling.failures import Stopped
from newscrawl.discovery.listings import Rendered

# In a request's meta: the event that its page is gone.
CLOSED = "browser_closed"
context_numbers = count(1)


class BrowserMiddleware(Component):
    """Lets NEWSCRAWL_BROWSER_PAGES pages into the browser at once; the others wait here, not in the portal's slot.

    In the slot they would hold up the articles, and the robots.txt that the page in the browser waits for.
    """

    CLOSING_SECONDS = 2.0

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.room = asyncio.Semaphore(max(1, crawler.settings.getint("NEWSCRAWL_BROWSER_PAGES")))
        self.inside: set[Request] = set()

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


def page_meta(spider: Crawling, listing: Rendered, is_over: Callable[[Response], bool] | None) -> dict[str, Any]:
    """The meta of a request that is answered with the page of a listing as a browser shows it in the end.

    `is_over` is asked before each press or scroll with the page as it stands; null where nothing tells.
    """
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


class Closing:
    """Closes a page's context with it, and now and then the browser, so that its memory is bounded."""

    def __init__(self, spider: Crawling, closed: asyncio.Event) -> None:
        self.spider = spider
        self.closed = closed

    async def __call__(self, page: Page) -> None:
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
