"""Why a request gave no page, in words that end up in the dropped file."""

from __future__ import annotations

import gzip
import zlib

from scrapy import Request
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

from newscrawl.counts import NOT_REACHED


class NotSent(IgnoreRequest):
    """A request that was dropped on its way from the spider to the network, or to where it was sent from there.

    `reason` says in a few words why, `detail` more of it.
    """

    def __init__(self, reason: str, detail: str | None = None) -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail


class Stopped(NotSent):
    """A request that is given up because the crawl is ending."""

    def __init__(self, detail: str = "stopped") -> None:
        super().__init__(NOT_REACHED, detail)


def request_of(failure: Failure) -> Request:
    """The request that has failed, in its errback."""
    request: Request = failure.request  # type: ignore[attr-defined]  # which Scrapy hangs on it
    return request


def failed(request: Request, error: Exception) -> Failure:
    """What the errback of a request is given."""
    failure = Failure(error)  # type: ignore[no-untyped-call]
    failure.request = request  # type: ignore[attr-defined]
    return failure


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


# What a status says where no page comes with it. One that is not named here: from 500 on a server error, else not had.
STATUSES = {
    404: "removed",  # when it is so on a second day: a site that restarts says it of everything
    410: "removed",
    401: "blocked",  # a password for a while; and what some walls answer
    402: "blocked",  # "pay per crawl"
    403: "blocked",
    406: "blocked",  # what mod_security answers to a crawler
    451: "blocked",
    429: "too many requests",
    # 3xx without an address to go to, 400, 405, 408, 409, 418, 421, 423, 425, 444, 499 and what nobody has defined:
    # mistakes and moods of servers and of what stands before them, which pass.
}


def why(failure: Failure) -> tuple[str, str | None]:
    """Reason and detail for a request that gave no page; reasons.py says what follows from it."""
    error = failure.value
    detail = str(error)[:200] or None
    if isinstance(error, HttpError):
        status = error.response.status
        return STATUSES.get(status, "server error" if status >= 500 else "not had"), f"HTTP {status}"
    if isinstance(error, NotSent):
        return error.reason, error.detail and error.detail[:200]
    if isinstance(error, IgnoreRequest):
        return refused(str(error))
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return "cut body", detail
    if isinstance(error, DownloadCancelledError):
        return "too large", detail
    if type(error).__module__.startswith("playwright."):  # named, since a plain crawl does not load it
        return browser_fault(type(error).__name__, str(error)), detail
    for kind, words in NETWORK:
        if isinstance(error, kind):
            return words, detail
    return "request failed", f"{type(error).__name__}: {error}"[:200]


def refused(message: str) -> tuple[str, str | None]:
    """Reason and detail of an IgnoreRequest of Scrapy's own, by its message: it says it in no other way.

    >>> refused("Ignored response <200 ...> because its body (9 B compressed) exceeded DOWNLOAD_MAXSIZE (8 B)")[0]
    'too large'
    """
    text = message.lower()
    detail = message[:200] or None
    if "max redirections" in text:
        return "redirect loop", detail
    if "download_maxsize" in text:  # an unpacked body
        return "too large", detail
    return "request failed", detail
