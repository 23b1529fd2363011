"""Log lines a person reads: one for an article not stored, and none that a site could have written."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from typing import Any

from scrapy import Spider, logformatter
from scrapy.http import Response
from scrapy.utils.log import get_scrapy_root_handler
from twisted.python.failure import Failure

from newscrawl.reasons import TOLD_ONCE
from newscrawl.terminal import inert, inert_lines

INDENT = "    "
TRACEBACKS = logging.Formatter()


class Record(logging.LogRecord):
    """A record of which only the first line begins at the margin, without commands to a terminal.

    What a page says may stand in any of them: titles, addresses, the messages of exceptions. A message that was
    written for one line stays on it; the further lines of others, and of tracebacks, are indented.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[0]:
            self.exc_text = INDENT + inert_lines(TRACEBACKS.formatException(self.exc_info), INDENT)
        if self.stack_info:
            self.stack_info = INDENT + inert_lines(self.stack_info, INDENT)

    def getMessage(self) -> str:  # noqa: N802
        message = super().getMessage()
        return inert_lines(message, INDENT) if "\n" in str(self.msg) else inert(message)


class LogFormatter(logformatter.LogFormatter):
    """Says why an article was not stored, what robots.txt says once; the item itself is in the dropped file."""

    def __init__(self) -> None:
        # Here, since every crawl makes one, and no formatter, since Scrapy makes a new handler for every spider.
        logging.setLogRecordFactory(Record)
        self.told: set[str] = set()

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> logformatter.LogFormatterResult:
        reason = getattr(item, "reason", "")
        again = reason in TOLD_ONCE and reason in self.told
        self.told.add(reason)
        level = logging.DEBUG if again else logging.INFO
        return {"level": level, "msg": "not stored: %(exception)s", "args": {"exception": exception}}


def tell_log_lost_once() -> None:
    """Have a log that cannot be written, for its disk is full, told in one line, not in a traceback for each of its.

    What is stored stands elsewhere; where that is full, too, the crawl itself says it.
    """
    if (handler := get_scrapy_root_handler()) is None:
        return
    usual, told = handler.handleError, list[OSError]()

    def handle(record: logging.LogRecord) -> None:
        error = sys.exception()
        if not isinstance(error, OSError):
            usual(record)
        elif not told:
            told.append(error)
            with suppress(OSError):
                print(f"newscrawl: the log cannot be written any more: {error.strerror or error}", file=sys.stderr)

    handler.handleError = handle  # type: ignore[method-assign]
