"""Why a request gave no page, in words that end up in the dropped file."""

from __future__ import annotations

import gzip
import zlib

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure


class NotSent(IgnoreRequest):
    """A request that was dropped on its way from the spider to the network; `reason` says in a few words why."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


# Exceptions of the downloader, in words; all of them may pass until the next run.
NETWORK = (
    (DownloadTimeoutError, "timeout"),
    (TimeoutError, "timeout"),
    (DownloadConnectionRefusedError, "connection refused"),
    (CannotResolveHostError, "host not found"),
    (ResponseDataLossError, "cut body"),
    (DownloadFailedError, "connection failed"),
)

# Errors of a page in a browser, by what their message holds.
BROWSER = (
    ("net::ERR_CONNECTION_REFUSED", "connection refused"),
    ("net::ERR_NAME_NOT_RESOLVED", "host not found"),
    ("net::ERR_TIMED_OUT", "timeout"),
    ("net::", "connection failed"),
)


def browser_fault(name: str, message: str) -> str:
    """The reason in an error of Playwright's.

    >>> browser_fault("TimeoutError", "Page.goto: Timeout 30000ms exceeded."), browser_fault("Error", "Page crashed")
    ('timeout', 'browser failed')
    """
    if name == "TimeoutError":
        return "timeout"
    return next((words for part, words in BROWSER if part in message), "browser failed")


def why(failure: Failure) -> tuple[str, str | None, bool]:
    """Reason, detail and whether the next run should try again, for a request that gave no page."""
    error = failure.value
    detail = str(error)[:200] or None
    if isinstance(error, HttpError):
        status = error.response.status
        if status in (404, 410):
            return "removed", f"HTTP {status}", False
        if status in (401, 402, 403, 406, 451):
            return "blocked", f"HTTP {status}", True
        if status == 429:
            return "too many requests", "HTTP 429", True
        if status >= 500:
            return "server error", f"HTTP {status}", True
        return "not had", f"HTTP {status}", False
    if isinstance(error, NotSent):
        return error.reason, detail, True
    if isinstance(error, IgnoreRequest):
        text = str(error).lower()
        if text.startswith("stopped"):
            return "not reached", detail, True
        if "robots.txt unreachable" in text:
            return "robots.txt unreachable", detail, True
        if "robots.txt" in text:
            return "forbidden by robots.txt", None, False
        if "max redirections" in text:
            return "redirect loop", detail, True
        return "redirected away", detail and detail.removeprefix("offsite: "), False
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return "cut body", detail, True
    if isinstance(error, DownloadCancelledError):
        return "too large", detail, False
    if type(error).__module__.startswith("playwright."):  # named, since a plain crawl does not load it
        return browser_fault(type(error).__name__, str(error)), detail, True
    for kind, words in NETWORK:
        if isinstance(error, kind):
            return words, detail, True
    return "not had", f"{type(error).__name__}: {error}"[:200], True
