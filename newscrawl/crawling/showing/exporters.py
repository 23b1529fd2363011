"""Feeds (-o, -O) that can be read back, and shown on a terminal.

In a CSV cell a list is JSON, a time ISO 8601, null is empty, and no text runs as a formula (storing/spreadsheets.py).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import Any

from scrapy import Spider, exporters
from scrapy.extensions import feedexport
from scrapy.utils.serialize import ScrapyJSONEncoder

from newscrawl.storing.spreadsheets import harmless
from newscrawl.terminal import inert_json

logger = logging.getLogger(__name__)

# Counted by this name, as Scrapy counts a feed that it cannot close: see `exitcodes`.
FAILED = "feedexport/failed_count/writing"


class FeedExporter(feedexport.FeedExporter):
    """Scrapy's own takes what goes wrong while a feed is written, a full disk, for a fault of a signal, and no more."""

    def item_scraped(self, item: Any, spider: Spider) -> None:
        try:
            super().item_scraped(item, spider)
        except Exception as error:  # a feed may be written to anything
            self.failed(error)

    async def _close_slot(self, slot: feedexport.FeedSlot, spider: Spider) -> None:
        try:
            await super()._close_slot(slot, spider)
        except Exception as error:
            self.failed(error)

    def failed(self, error: Exception) -> None:
        """Count it, and say it once."""
        assert self.crawler.stats
        if not self.crawler.stats.get_value(FAILED):
            logger.error("a feed (-o, -O) cannot be written: %s", error)
        self.crawler.stats.inc_value(FAILED)


class CsvItemExporter(exporters.CsvItemExporter):
    """Scrapy's joins lists with commas, writes pictures as Python would, and repeats the header where it appends."""

    def __init__(self, file: Any, include_headers_line: bool = True, **kwargs: Any) -> None:
        position = 0
        with suppress(OSError, AttributeError):  # a pipe, a file that is compressed on the way
            position = file.tell()
        if (kwargs.get("encoding") or "utf-8").lower() in ("utf-8", "utf8"):
            kwargs["encoding"] = "utf-8" if position else "utf-8-sig"  # else Excel reads it as another encoding
        super().__init__(file, include_headers_line=include_headers_line and not position, **kwargs)

    def serialize_field(self, field: Mapping[str, Any], name: str, value: Any) -> Any:
        return harmless(cell(value))


class InertEncoder(ScrapyJSONEncoder):
    """Leaves nothing in JSON that a terminal would obey."""

    def encode(self, o: Any) -> str:
        return inert_json(super().encode(o))


class JsonItemExporter(exporters.JsonItemExporter):
    """Scrapy's, inert."""

    def __init__(self, file: Any, **kwargs: Any) -> None:
        super().__init__(file, **kwargs)
        self.encoder = InertEncoder(**self._kwargs)


class JsonLinesItemExporter(exporters.JsonLinesItemExporter):
    """Scrapy's, inert."""

    def __init__(self, file: Any, **kwargs: Any) -> None:
        super().__init__(file, **kwargs)
        self.encoder = InertEncoder(**self._kwargs)


def cell(value: Any) -> Any:
    """A value as it stands in a CSV cell.

    >>> cell(["Sri Ayu, Budi"]), cell(datetime(2026, 7, 24, 9)), cell(None), cell(True)
    ('["Sri Ayu, Budi"]', '2026-07-24T09:00:00', '', 'true')
    """
    if isinstance(value, list):
        return json.dumps(
            [asdict(v) if is_dataclass(v) and not isinstance(v, type) else v for v in value], ensure_ascii=False
        )
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else value
