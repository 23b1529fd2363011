"""The download handler of pages in a browser; it starts a node driver as soon as it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

if TYPE_CHECKING:
    from playwright.async_api import Page
    from scrapy import Request, Spider


class BrowserHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]  # it has no types
    """scrapy-playwright's, for pages that never finish loading: it waits for that after each page method."""

    async def _apply_page_methods(self, page: Page, request: Request, spider: Spider) -> None:
        for method in request.meta["playwright_page_methods"]:
            await method.method(page)
