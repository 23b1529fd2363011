"""What a page in the browser may ask for: of the portal and its hosts, as robots.txt allows."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error, Page, WebSocketRoute
from playwright.async_api import Request as PageRequest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from newscrawl.counts import BROWSER_ABORTED
from newscrawl.crawling.middlewares.robots import RobotsMiddleware
from newscrawl.portals.form import Portal
from newscrawl.reasons import FORBIDDEN, SENT_AWAY

logger = logging.getLogger(__name__)
# What a list does without; it costs the site, and us, the most.
NOT_FETCHED = frozenset({"image", "media", "font", "texttrack", "manifest", "ping", "cspreport", "eventsource"})
# In a request's meta: who judges what its page asks for, and why the page itself was refused.
GUARD, REFUSED = "browser_guard", "browser_refused"


class Guard:
    """Says of everything a page in the browser asks for whether it is refused; counted `browser/aborted/WHY`.

    Refused are images, media, fonts and the like, hosts that are neither the portal's nor `hosts`, and whatever
    robots.txt forbids.
    """

    def __init__(self, crawler: Crawler, portal: type[Portal], hosts: frozenset[str]) -> None:
        self.crawler = crawler
        self.portal = portal
        self.hosts = hosts

    async def __call__(self, request: PageRequest) -> bool:
        return await self.refusal(request.url, request.resource_type) is not None

    async def refusal(self, url: str, kind: str) -> str | None:
        """As `reason_for`, and counted."""
        reason = await self.reason_for(url, kind)
        if reason and self.crawler.stats:
            self.crawler.stats.inc_value(BROWSER_ABORTED + reason)
        return reason

    async def reason_for(self, url: str, kind: str) -> str | None:
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
        answer: dict[str, Any] = {"requestId": event["requestId"]}
        url, kind = event["request"]["url"], event["resourceType"].lower()
        if "redirectedRequestId" in event and (reason := await guard.refusal(url, kind)):
            if kind == "document":
                request.meta[REFUSED] = (FORBIDDEN, None) if reason == "robots.txt" else (SENT_AWAY, url)
            answer["errorReason"] = "BlockedByClient"
        with suppress(Error):  # the page is gone
            await session.send("Fetch.failRequest" if "errorReason" in answer else "Fetch.continueRequest", answer)

    session.on("Fetch.requestPaused", paused)
    await session.send("Fetch.enable", {"patterns": [{"requestStage": "Request"}]})
