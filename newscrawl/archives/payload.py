"""What a record holds of an HTTP answer: status, kind, and the page as it was before it was sent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newscrawl.reading.decoding import NO_TEXT, CutBody, TooLarge, UnknownCoding, decoded
from newscrawl.reading.page import MAX_BYTES

HEAD_END = re.compile(rb"\r?\n\r?\n")
STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
# "100 Continue" and the like, which some recorders keep in front of the answer itself.
INTERIM = re.compile(rb"HTTP/\d(?:\.\d)?\s+1\d\d\b[^\n]*\n(?:[^\r\n]+\r?\n)*\r?\n(?=HTTP/)")
PSEUDO = b":status:"  # as HTTP/2 itself says the status, in place of a first line
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
LONGEST_HEAD = 256 * 1024
HTML = re.compile(r"\s*(?:(?:text/html|application/xhtml\+xml)\b|$)", re.I)


class NoPage(ValueError):
    """There is no page in it. The message is why, in a few words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: `status` is None where nothing says it, `fields` are names in small letters."""

    status: int | None
    fields: dict[str, str]
    body: bytes


def answer(block: bytes) -> Answer:
    r"""The answer that a block holds; one without a head is all body.

    >>> answer(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Isi")
    Answer(status=200, fields={'content-type': 'text/html'}, body=b'<p>Isi')
    >>> answer(b"<p>Isi")
    Answer(status=None, fields={}, body=b'<p>Isi')
    >>> answer(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n").status
    404
    >>> answer(b":status: 404\r\ncontent-type: text/html\r\n\r\n").status
    404
    """
    while interim := INTERIM.match(block):
        block = block[interim.end() :]
    if not block.startswith((b"HTTP/", PSEUDO)) or not (end := HEAD_END.search(block, 0, LONGEST_HEAD)):
        return Answer(None, {}, block)
    fields: dict[str, str] = {}
    first, *lines = block[: end.start()].replace(PSEUDO, b"HTTP/2 ", 1).split(b"\n")
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            before = fields.get(name := name.strip().lower())
            fields[name] = f"{before}, {value.strip()}" if before and name == "content-encoding" else value.strip()
    status = STATUS.match(first)
    return Answer(int(status[1]) if status else None, fields, block[end.end() :])


def page_of(said: Answer) -> bytes:
    """The page: without chunks, unpacked. Raises NoPage.

    Archives differ in whether they keep a body as it was sent: many have it unpacked already below the site's own
    headers. What the headers promise and the body is not, was undone before.
    """
    if said.status is not None and said.status != 200:
        raise NoPage(f"HTTP {said.status}")
    if not HTML.match(said.fields.get("content-type", "")):
        raise NoPage("not HTML")
    body, sent = said.body, codings_of(said.fields.get("transfer-encoding", ""))
    if "chunked" in sent:
        body = unchunked(body)
    codings = codings_of(said.fields.get("content-encoding", "")) + [name for name in sent if name != "chunked"]
    try:
        body = decoded(body, codings, MAX_BYTES)
    except TooLarge:
        raise NoPage("too large") from None
    except (CutBody, UnknownCoding) as error:
        if NO_TEXT.search(body[:1024]):
            raise NoPage("cut body" if isinstance(error, CutBody) else "unknown coding") from None
    if not body.strip():
        raise NoPage("empty page")
    return body


def codings_of(field: str) -> list[str]:
    """The codings that a header names, in the order in which they were applied.

    >>> codings_of("gzip, Chunked")
    ['gzip', 'chunked']
    """
    return [name for part in field.lower().split(",") if (name := part.strip())]


def unchunked(body: bytes) -> bytes:
    r"""A body without the chunks it was sent in; one that has none, or only some, is left as it is.

    >>> unchunked(b"3\r\nsat\r\n1\r\nu\r\n0\r\n\r\n"), unchunked(b"<p>satu</p>"), unchunked(b"3\r\nsat\r\n9\r\nu")
    (b'satu', b'<p>satu</p>', b'satu')
    """
    parts: list[bytes] = []
    at = 0
    while found := CHUNK.match(body, at):
        length = int(found[1], 16)
        at = found.end() + length
        parts.append(body[found.end() : at])
        if not length or at >= len(body):
            break
        at += 2 if body.startswith(b"\r\n", at) else 1
    return b"".join(parts) if parts else body
