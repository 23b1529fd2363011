"""Scrapy alone: fetches the pages of benchmarks/server.py and reads nothing.

python -m benchmarks.bare PORT PAGES
"""

from __future__ import annotations

import argparse
from collections.abc import AsyncIterator

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response

from benchmarks.loopback import loopback_settings
from benchmarks.server import addresses
from newscrawl.settings import base


class Bare(scrapy.Spider):
    name = "bare"
    pages = "0"

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for url in addresses(int(self.pages)):
            yield scrapy.Request(url, dont_filter=True, meta={"download_slot": "okezone"})

    def parse(self, response: Response) -> None:
        pass


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int, metavar="PORT")
    parser.add_argument("pages", metavar="PAGES")
    given = parser.parse_args()
    process = CrawlerProcess(
        {
            **loopback_settings(given.port),
            "CONCURRENT_REQUESTS": base.CONCURRENT_REQUESTS,
            "CONCURRENT_REQUESTS_PER_DOMAIN": base.CONCURRENT_REQUESTS_PER_DOMAIN,
            "COOKIES_ENABLED": base.COOKIES_ENABLED,
            "ROBOTSTXT_OBEY": True,
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    crawler = process.create_crawler(Bare)
    process.crawl(crawler, pages=given.pages)
    process.start()
    assert crawler.stats
    print(crawler.stats.get_value("downloader/response_status_count/200"))
