"""The settings with which a crawl has a browser."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from newscrawl.crawling.base import Crawling
from newscrawl.crawling.browser.finding import NoBrowser, check, rendered_listings
from newscrawl.crawling.browser.guard import Guard
from newscrawl.crawling.browser.pages import BrowserMiddleware

HANDLER = "newscrawl.crawling.browser.handler.BrowserHandler"


def switch_on(spider: Crawling) -> None:
    """Have the crawl's settings, not frozen yet, start a browser. Raises ValueError where there is none.

    Only the handlers of the schemes that are needed are replaced: each starts a node driver.
    """
    crawler, settings = spider.crawler, spider.crawler.settings
    ways = rendered_listings(spider.portal, spider.plan)
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
