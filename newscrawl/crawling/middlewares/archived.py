"""Raw pages in place of the network: what `scrapy reread PORTAL --warc` is answered with."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from newscrawl.crawling.component import Component
from newscrawl.crawling.failures import NotSent
from newscrawl.reasons import KEPT_DAMAGED

GONE = "its kept page is gone"
# `pages` are all answers, `asked` the capture of each article that is read again; times in seconds since 1970.
TABLES = """
CREATE TABLE pages (url TEXT, at INTEGER, status INTEGER, file TEXT, start INTEGER);
CREATE INDEX pages_url ON pages (url);
CREATE TABLE asked (id TEXT PRIMARY KEY, url TEXT, at INTEGER) WITHOUT ROWID;
"""
NEAREST = """
SELECT at, file, start FROM pages WHERE url = ? ORDER BY status != 200, abs(at - ?), at DESC, file DESC, start DESC
"""


class ArchivedPages(Component):
    """Answers with the raw pages that were kept, in `scrapy reread PORTAL --warc`; nothing is asked of a site."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        index = crawler.settings.get("NEWSCRAWL_REREAD_WARC")
        if not index:
            raise NotConfigured
        self.index = sqlite3.connect(index)

    def process_request(self, request: Request) -> Response:
        """The capture nearest in time to that of the article's first page. Raises IgnoreRequest where there is none."""
        id = request.meta.get("article_id")
        asked = self.index.execute("SELECT at FROM asked WHERE id = ?", (id,)).fetchone()
        found = asked and self.index.execute(NEAREST, (request.url, asked[0])).fetchone()
        if not found:
            raise IgnoreRequest(GONE)
        at, name, start = found
        request.meta["captured_at"] = datetime.fromtimestamp(at, UTC).isoformat()
        try:
            return archived(Path(name), start, request)
        except FileNotFoundError as error:
            raise IgnoreRequest(GONE) from error
        except (OSError, ValueError) as error:
            raise NotSent(KEPT_DAMAGED, str(error)) from error


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
