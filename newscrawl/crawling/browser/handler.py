"""The download handler of pages in a browser; it starts a node driver as soon as it is loaded."""

from __future__ import annotations

from playwright.async_api import Error, Page
from scrapy import Request, Spider
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawl.crawling.browser.guard import REFUSED
from newscrawl.crawling.failures import NotSent


class BrowserHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]  # it has no types
    """scrapy-playwright's, for pages that never finish loading: it waits for that after each page method.

    A page that was redirected to where it may not go fails with NotSent.
    """

    async def _download_request(self, request: Request, spider: Spider | None = None) -> Response:
        request.meta.pop(REFUSED, None)
        try:
            return await super()._download_request(request, spider)  # type: ignore[no-any-return]
        except Error:
            if refused := request.meta.get(REFUSED):
                raise NotSent(*refused) from None
            raise

    async def _apply_page_methods(self, page: Page, request: Request, spider: Spider) -> None:
        for method in request.meta["playwright_page_methods"]:
            await method.method(page)
