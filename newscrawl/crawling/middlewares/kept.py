"""Pages that are here already in place of the network, in `scrapy reread`: kept unread, or raw ones with --warc."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from newscrawl.crawling.component import Component
from newscrawl.crawling.failures import NotSent
from newscrawl.reasons import KEPT_DAMAGED
from newscrawl.storing.unread import kept_files, read_kept, response_of

# The index of raw pages: `pages` are all answers, `asked` the capture of each article that is read again; times in
# seconds since 1970.
TABLES = """
CREATE TABLE pages (url TEXT, at INTEGER, status INTEGER, file TEXT, start INTEGER);
CREATE INDEX pages_url ON pages (url);
CREATE TABLE asked (id TEXT PRIMARY KEY, url TEXT, at INTEGER) WITHOUT ROWID;
"""
NEAREST = """
SELECT at, file, start FROM pages WHERE url = ? ORDER BY status != 200, abs(at - ?), at DESC, file DESC, start DESC
"""


class KeptPages(Component):
    """Answers with the pages that were kept; one that is gone or damaged fails with NotSent."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        if not settings.getbool("NEWSCRAWL_REREAD"):
            raise NotConfigured
        assert crawler.spider
        raw, folder = settings.get("NEWSCRAWL_REREAD_WARC"), Path(settings["NEWSCRAWL_DATA"]) / crawler.spider.name
        self.index = sqlite3.connect(raw) if raw else None
        self.paths = {} if raw else {page.id: path for path, page in kept_files(folder)}

    def process_request(self, request: Request) -> Response | None:
        """The kept page; of an article that was kept unread the further pages come from the site."""
        try:
            if self.index:
                return self.nearest(self.index, request)
            id = request.meta.get("article_id")
            return None if id is None or request.meta.get("part") else response_of(read_kept(self.paths[id]), request)
        except (LookupError, FileNotFoundError):
            raise NotSent("request failed", "its kept page is gone") from None
        except (OSError, ValueError) as error:
            raise NotSent(KEPT_DAMAGED, str(error)) from None

    def nearest(self, index: sqlite3.Connection, request: Request) -> Response:
        """The capture nearest in time to that of the article's first page. Raises LookupError where there is none."""
        asked = index.execute("SELECT at FROM asked WHERE id = ?", (request.meta.get("article_id"),)).fetchone()
        found = asked and index.execute(NEAREST, (request.url, asked[0])).fetchone()
        if not found:
            raise LookupError(request.url)
        at, name, start = found
        request.meta["captured_at"] = datetime.fromtimestamp(at, UTC).isoformat()
        return archived(Path(name), start, request)


def archived(path: Path, start: int, request: Request) -> Response:
    """The answer that begins at a byte of a WARC file. Raises OSError, and ValueError where there is none."""
    from fastwarc.warc import ArchiveIterator

    with path.open("rb") as file:
        file.seek(start)
        records: Any = ArchiveIterator(file, parse_http=True)
        record = next(iter(records), None)
        if record is None or record.http_headers is None or record.http_headers.status_code is None:
            raise ValueError(f"{path}: no answer at byte {start}")
        body, status = record.reader.read(), record.http_headers.status_code
        headers = Headers()
        for name, value in record.http_headers.to_tuples():
            headers.appendlist(name, value.encode("latin-1", "replace"))
    kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
    return kind(request.url, status=status, headers=headers, body=body, request=request)
