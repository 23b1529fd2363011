"""A file in which somebody has saved a page: the page in it, and what it says of where and when that was."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.decoding import GZIP_MAGIC, CutBody, TooLarge, decoded
from newscrawl.reading.document.tree import MAX_BYTES, is_bundle
from newscrawl.reading.page import NotAnArticle, Page

# What browsers and SingleFile write above a page that they save: its address, and when.
NOTE = re.compile(
    rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)"
    rb"(?:\s+saved date:\s*\w+ (\w+ \d+ \d{4} [\d:]+ GMT[+-]\d{4}))?",
    re.I,
)
NOTED = "%b %d %Y %H:%M:%S GMT%z"  # Jul 24 2026 18:00:00 GMT+0700
HEAD = 4096  # bytes in which the note stands
NO_ADDRESS = "no address"  # why a page has no record that tells none
HTML = ("text/html", "application/xhtml+xml")
MOST_BYTES = 4 * MAX_BYTES  # of a file: pictures stand beside the page in it
FOLD = re.compile(r"\r?\n[ \t]*")  # a header's line goes on


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as the server sent it; the address under which it was saved and when, where the file tells."""

    body: bytes
    url: str | None = None
    saved_at: datetime | None = None

    @property
    def address(self) -> str | None:
        """Where it was saved from, else the address that it gives itself. Raises NotAnArticle for what is no page.

        >>> SavedPage(b"<link rel=canonical href=https://kabar.example/panen><p>Panen").address
        'https://kabar.example/panen'
        """
        return self.url or Page(self.body, "").canonical


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How saved pages are read; a `fetched_at` stands in place of what a file says of when it was saved."""

    fetched_at: datetime | None
    strict: bool
    any_site: bool

    def article(self, page: SavedPage, url: str) -> Article:
        """The article. Raises NotAnArticle."""
        at = self.fetched_at or page.saved_at
        return extract(page.body, url, at, strict=self.strict, any_site=self.any_site)


def saved_page(content: bytes) -> SavedPage:
    """The page in a file: of HTML, of HTML packed by gzip, or of MHTML, with the pictures beside it.

    Raises NotAnArticle for a file of these that cannot be unpacked.

    >>> saved_page(b"<!-- saved from url=(0027)https://kabar.example/panen --><p>Panen").url
    'https://kabar.example/panen'
    """
    if content.startswith(GZIP_MAGIC):
        try:
            content = decoded(content, ["gzip"], MAX_BYTES)
        except TooLarge as error:
            raise NotAnArticle("too large", str(error)) from None
        except CutBody as error:
            raise NotAnArticle("not HTML", str(error)) from None
    if is_bundle(content):
        return _of_bundle(content)
    note = NOTE.search(content[:HEAD])
    return SavedPage(content, note[1].decode("ascii", "replace"), _noted(note[2])) if note else SavedPage(content)


def _of_bundle(content: bytes) -> SavedPage:
    """The page among the parts of MHTML: the one whose address the file names, else the first; others are frames."""
    whole = message_from_bytes(content)
    url = _address_in(whole, "Snapshot-Content-Location")
    pages = [part for part in whole.walk() if part.get_content_type() in HTML]
    for part in sorted(pages, key=lambda part: url is None or _address_in(part, "Content-Location") != url):
        if isinstance(body := part.get_payload(decode=True), bytes):
            return SavedPage(body, _address_in(part, "Content-Location") or url, _date_of(whole))
    raise NotAnArticle("not HTML", "a file of a browser without a page of HTML in it")


def _noted(date: bytes | None) -> datetime | None:
    """The time in a note."""
    try:
        return datetime.strptime(date.decode(), NOTED) if date else None  # noqa: DTZ007  # it ends in %z
    except ValueError:
        return None


def _address_in(part: Message, header: str) -> str | None:
    """The address in a header; null where it names a part of the file ("cid:") or a place on a disk."""
    text = str(part.get(header, ""))
    with suppress(MessageError, ValueError, LookupError):  # no such encoding: as it stands
        text = str(make_header(decode_header(text)))
    text = FOLD.sub("", text).strip()
    return text if text.lower().startswith(("http://", "https://")) else None


def _date_of(whole: Message) -> datetime | None:
    """When the file was saved; null without a zone."""
    try:
        date = parsedate_to_datetime(str(whole["Date"]))
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo else None
