"""A file in which somebody has saved a page: the page in it, and what it says of where and when that was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime

from newscrawl.reading.decoding import GZIP_MAGIC, CutBody, TooLarge, decoded
from newscrawl.reading.document.tree import MAX_BYTES, is_bundle
from newscrawl.reading.page import NotAnArticle, Page

# What browsers and SingleFile write above a page that they save.
NOTE = re.compile(rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)", re.I)
HEAD = 4096  # bytes in which the note stands


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
    return SavedPage(content, note[1].decode("ascii", "replace") if note else None)


def _of_bundle(content: bytes) -> SavedPage:
    """The page among the parts of MHTML: the first of HTML is it, those behind it are frames."""
    whole = message_from_bytes(content)
    for part in whole.walk():
        body = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(body, bytes):
            url = part.get("Content-Location") or whole.get("Snapshot-Content-Location")
            return SavedPage(body, str(url) if url else None, _date_of(whole))
    raise NotAnArticle("not HTML", "a file of a browser without a page of HTML in it")


def _date_of(whole: Message) -> datetime | None:
    """When the file was saved; null without a zone."""
    try:
        date = parsedate_to_datetime(str(whole["Date"]))
    except ValueError:
        return None
    return date if date.tzinfo else None
