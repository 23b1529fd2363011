"""Pages that should have been articles and could not be read, kept until a mended loader reads them.

`data/PORTAL/unread/ID.html.gz`: a gzip file whose first line is JSON (id, url, at, reason, detail, content_type),
followed by the page as it came. `zcat FILE | tail -n +2` is the page.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec
from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawl.files import write_whole
from newscrawl.storing.lines import encode

FOLDER = "unread"
SUFFIX = ".html.gz"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that was kept: `at` is when it was fetched, `reason` why it is here."""

    id: str
    url: str
    at: datetime
    reason: str
    detail: str | None = None
    content_type: str | None = None
    body: bytes = b""


class Unread:
    """The pages kept for one portal under `folder` (data/PORTAL), at most `limit` bytes of them."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder = folder / FOLDER
        self.limit = limit
        self.lost = 0  # pages that had to go for newer ones
        self._sizes: dict[Path, int] = {}  # oldest first
        for path in _oldest_first(self.folder):
            self._sizes[path] = path.stat().st_size
        self._size = sum(self._sizes.values())

    def __len__(self) -> int:
        return len(self._sizes)

    def keep(self, page: KeptPage) -> None:
        """Keep a page in one step, in place of an earlier one of the article; the oldest go. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        head = {**asdict(page), "at": page.at.isoformat()}
        del head["body"]
        path = path_of(self.folder.parent, page.id)
        content = gzip.compress(encode(head) + b"\n" + page.body, 6)
        write_whole(path, content, modified=page.at.timestamp())  # the oldest go first, also after a rereading
        self._size -= self._sizes.pop(path, 0)
        self._sizes[path] = path.stat().st_size
        self._size += self._sizes[path]
        while self._size > self.limit and self._sizes:
            self._remove(next(iter(self._sizes)))
            self.lost += 1

    def forget(self, id: str) -> None:
        """Remove the page of an article that has been read since."""
        self._remove(path_of(self.folder.parent, id))

    def _remove(self, path: Path) -> None:
        if path in self._sizes:
            self._size -= self._sizes.pop(path)
            path.unlink(missing_ok=True)


def path_of(folder: Path, id: str) -> Path:
    """The file of an article's page under `folder` (data/PORTAL): its id, where that can be a file's name."""
    plain = re.fullmatch(r"[a-zA-Z0-9][\w.-]{0,150}", id, re.A)
    return folder / FOLDER / f"{id if plain else hashlib.sha256(id.encode()).hexdigest()[:32]}{SUFFIX}"


def response_of(page: KeptPage, request: Request | None = None) -> HtmlResponse:
    """A kept page as the answer it was, to the request for it."""
    request = request or Request(page.url)
    request.meta["captured_at"] = page.at.isoformat()
    headers = {"Content-Type": page.content_type or "text/html"}
    return HtmlResponse(page.url, headers=headers, body=page.body, request=request)


def kept(folder: Path, *, bodies: bool = False) -> Iterator[KeptPage]:
    """The pages kept under `folder` (data/PORTAL), oldest first; a file that is none is passed over."""
    yield from (page for _, page in kept_files(folder, bodies=bodies))


def kept_files(folder: Path, *, bodies: bool = False) -> Iterator[tuple[Path, KeptPage]]:
    """The same with their files."""
    for path in _oldest_first(folder / FOLDER):
        try:
            yield path, read_kept(path, bodies=bodies)
        except (OSError, ValueError):
            continue


def damaged(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files under `folder` (data/PORTAL) that are no kept pages, by how they begin, and why not."""
    for path in _oldest_first(folder / FOLDER):
        try:
            read_kept(path, bodies=False)
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            yield path, str(getattr(error, "strerror", None) or error).removeprefix(f"{path} ")


def read_kept(path: Path, *, bodies: bool = True) -> KeptPage:
    """The page in one file. Raises OSError, and ValueError for a file that is no kept page."""
    try:
        with gzip.open(path) as file:
            head = msgspec.json.decode(file.readline(65536), type=KeptPage)
            return replace(head, body=file.read() if bodies else b"")
    except (EOFError, zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(f"{path} is not a kept page: {error}") from None


def _oldest_first(place: Path) -> list[Path]:
    found = []
    for path in place.glob(f"[!.]*{SUFFIX}"):
        with suppress(FileNotFoundError):  # a crawl has just read it
            found.append((path.stat().st_mtime, path.name, path))
    return [path for _, _, path in sorted(found)]
