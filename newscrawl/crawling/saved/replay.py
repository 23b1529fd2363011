"""Saved pages in place of the network: the same crawl, the same answers, on any machine."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from w3lib.url import safe_url_string

from newscrawl.portals.identity import DEFAULT_PORTS

CONTENT_TYPES = {".html": "text/html; charset=utf-8", ".txt": "text/plain", ".xml": "application/xml"}


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One answer of a server, as `<name>.json` and an optional body file beside it describe it.

    `headers` has a list of values for each name; `body_path` is None for an answer without a body;
    `captured_at` is an ISO 8601 moment with its offset, or None if it is not known.
    """

    url: str
    status: int
    headers: dict[str, list[str]]
    body_path: Path | None
    captured_at: str | None


class PageIndex:
    """The saved pages in `folder` and below it, by address.

    A page is a `<name>.json` with a "url"; "status" (200), "headers" (name to a string or a list of them)
    and "captured_at" (ISO 8601 with its offset) may follow, other keys are ignored. Its body is the file of
    the same name with another suffix. Raises ValueError, one line that names the files, for a page that
    cannot be read, for two pages of one address, and for a folder without any.
    """

    def __init__(self, folder: Path) -> None:
        self._pages: dict[str, SavedPage] = {}
        sides: dict[str, Path] = {}
        for side, page in saved_pages(folder):
            key = address_key(page.url)
            if key in sides:
                raise ValueError(f"two saved pages of {page.url}: {sides[key]} and {side}")
            sides[key] = side
            self._pages[key] = page
        if not self._pages:
            raise ValueError('no saved page in it (a <name>.json with a "url")')

    def __len__(self) -> int:
        return len(self._pages)

    def find(self, url: str) -> SavedPage | None:
        """The page saved for `url`: the same host, port, path and query; scheme and fragment don't matter."""
        return self._pages.get(address_key(url))


@cache
def replayed(folder: str) -> PageIndex:
    """The saved pages that stand for the network, read once: a command that looks before it begins has them then.

    Raises ValueError, one line that starts with REPLAY_DIR.
    """
    try:
        return PageIndex(Path(folder))
    except ValueError as error:
        raise ValueError(f"REPLAY_DIR {folder}: {error}") from error


def saved_pages(folder: Path) -> Iterator[tuple[Path, SavedPage]]:
    """The pages in a folder and below it, each with the file that describes it, by name; raises ValueError."""
    for side, bodies in _sides_and_bodies(folder):
        if (page := read_page(side, bodies)) is not None:
            yield side, page


def _sides_and_bodies(folder: Path) -> Iterator[tuple[Path, list[Path]]]:
    below: list[Path] = []
    by_stem: dict[str, list[str]] = {}
    with suppress(OSError), os.scandir(folder) as entries:  # a folder that is not there has no pages
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_file():  # as the folder tells it: asked one by one, files take longer than all that they say
                stem, dot, _ = entry.name.rpartition(".")
                by_stem.setdefault(stem if dot else entry.name, []).append(entry.name)
            elif entry.is_dir(follow_symlinks=False):
                below.append(folder / entry.name)
    for stem, names in by_stem.items():
        if (side := f"{stem}.json") in names:
            yield folder / side, [folder / name for name in names if name != side]
    for inner in below:
        yield from _sides_and_bodies(inner)


def address_key(url: str) -> str:
    """What two spellings of one address have in common.

    >>> address_key("https://News.example:443/a?b=1#top") == address_key("http://news.example/a?b=1")
    True
    >>> address_key("http://news.example"), address_key("http://news.example:8000/é")
    ('news.example/', 'news.example:8000/%C3%A9')
    """
    parts = urlsplit(safe_url_string(url))
    port = "" if parts.port in (None, DEFAULT_PORTS.get(parts.scheme)) else f":{parts.port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname or ''}{port}{parts.path or '/'}{query}"


def read_page(side: Path, bodies: list[Path]) -> SavedPage | None:
    """The page that the file `side` describes, None if it has no "url".

    `bodies` are the files of the same name with another suffix. Raises ValueError naming the file.
    """
    try:
        data = json.loads(side.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or "url" not in data:
            return None
        return SavedPage(
            url=_web_address(data["url"]),
            status=int(data.get("status", 200)),
            headers=_headers(data.get("headers") or {}),
            body_path=_only_body(bodies),
            captured_at=_captured_at(data),
        )
    except (TypeError, ValueError) as error:  # JSON and encoding errors are ValueErrors
        raise ValueError(f"{side}: {error}") from error


def _web_address(url: Any) -> str:
    if not isinstance(url, str) or urlsplit(url).scheme not in DEFAULT_PORTS:
        raise ValueError(f"not a web address: {url!r}")
    return url


def _headers(headers: dict[str, str | list[str]]) -> dict[str, list[str]]:
    if not isinstance(headers, dict):
        raise ValueError("headers must map a name to a string or a list of strings")
    return {name: [value] if isinstance(value, str) else list(value) for name, value in headers.items()}


def _only_body(bodies: list[Path]) -> Path | None:
    if len(bodies) > 1:
        raise ValueError(f"two bodies, {bodies[0].name} and {bodies[1].name}")
    return bodies[0] if bodies else None


def _captured_at(data: dict[str, Any]) -> str | None:
    moment = data.get("captured_at")
    if moment is not None:
        if datetime.fromisoformat(moment).tzinfo is None:
            raise ValueError(f"captured_at without an offset: {moment!r}")
        return str(moment)
    try:
        day = date.fromisoformat(data.get("captured", ""))
    except (TypeError, ValueError):
        return None  # a month or a year is no moment
    # The day's last second in Jakarta: nothing the page shows may seem to lie in the future.
    return f"{day}T23:59:59+07:00"


class ReplayDownloadHandler(BaseDownloadHandler):
    """Serves http and https from the saved pages in the folder that REPLAY_DIR names.

    An address that is not saved is answered with 404, a method other than GET and HEAD with 405. When the
    moment of capture is known it is `request.meta["captured_at"]`, an ISO 8601 string. Raises ValueError,
    one line that starts with REPLAY_DIR, if the setting or the pages are missing or wrong.
    """

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        folder = crawler.settings.get("REPLAY_DIR")
        if not folder:
            raise ValueError("REPLAY_DIR is not set: it names the folder of saved pages")
        self._index = replayed(str(folder))

    async def download_request(self, request: Request) -> Response:
        # A redirect copies the meta of the page it came from.
        request.meta.pop("captured_at", None)
        if request.method not in ("GET", "HEAD"):
            return _plain_answer(request, 405, f"{request.method} is not replayed\n")
        page = self._index.find(request.url)
        if page is None:
            return _plain_answer(request, 404, "no saved page\n")
        if page.captured_at is not None:
            request.meta["captured_at"] = page.captured_at
        return _saved_answer(request, page)


def _saved_answer(request: Request, page: SavedPage) -> Response:
    headers = Headers(page.headers)
    body = page.body_path.read_bytes() if page.body_path else b""
    if page.body_path and page.body_path.suffix in CONTENT_TYPES:
        headers.setdefault("Content-Type", CONTENT_TYPES[page.body_path.suffix])
    # The saved body is readable; only gzip is put back, so that the crawl undoes it as it would live.
    encoding = headers.pop("Content-Encoding", None)
    if encoding and encoding[0].strip().lower() == b"gzip":
        headers["Content-Encoding"] = b"gzip"
        body = gzip.compress(body, mtime=0)
    if request.method == "HEAD":
        body = b""
    response_class = responsetypes.from_args(headers=headers, url=request.url, body=body)
    return response_class(url=request.url, status=page.status, headers=headers, body=body)


def _plain_answer(request: Request, status: int, text: str) -> Response:
    headers = Headers({"Content-Type": "text/plain"})
    body = b"" if request.method == "HEAD" else text.encode()
    response_class = responsetypes.from_args(headers=headers, url=request.url, body=body)
    return response_class(url=request.url, status=status, headers=headers, body=body)
