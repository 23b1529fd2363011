"""Log lines a person reads: one for an article not stored."""

from __future__ import annotations

import logging
from typing import Any

from scrapy import Spider, logformatter
from scrapy.http import Response
from twisted.python.failure import Failure


class LogFormatter(logformatter.LogFormatter):
    """Says why an article was not stored; the item itself is in the dropped file."""

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> logformatter.LogFormatterResult:
        return {"level": logging.INFO, "msg": "not stored: %(exception)s", "args": {"exception": exception}}
