"""Crawling saved pages in place of the network: `SCRAPY_PROJECT=replay scrapy crawl okezone`."""

import os

from newscrawl.settings.base import *  # noqa: F403

REPLAY_DIR = "fixtures"  # our own pages; -s REPLAY_DIR=FOLDER for others
NEWSCRAWL_NOW = "2026-07-24T18:00:00+07:00"  # the evening on which the fixtures' listings end
NEWSCRAWL_DATA = os.environ.get("NEWSCRAWL_DATA") or "data/replay"  # apart from what was crawled
DOWNLOAD_HANDLERS = {
    "http": "newscrawl.crawling.saved.replay.ReplayDownloadHandler",
    "https": "newscrawl.crawling.saved.replay.ReplayDownloadHandler",
}
DOWNLOAD_DELAY = 0  # there is nobody to be polite to
RETRY_TIMES = 0  # a saved answer does not change
