"""A compressed body in, all that it holds out; a body that was cut, by whatever coding, is noticed."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable
from typing import Any

# Both come with Scrapy, which decodes with them too.
try:
    import brotli  # type: ignore[import-untyped,unused-ignore]
except ImportError:  # PyPy
    import brotlicffi as brotli  # type: ignore[import-not-found,no-redef,unused-ignore]
if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# What a server is asked for: each of these is read to its end.
ACCEPTED = ("gzip", "deflate", "br", "zstd")
UNLIMITED = 1 << 62
LENGTH_OF_END = 4096  # bytes in which most pages end their scripts and themselves
MAX_STREAMS = 1000  # one behind the other: an archive's tool begins a new one every 64 kB
GZIP, RAW = 31, -15  # zlib's names for a gzip member, and for deflate without a header
GZIP_MAGIC = b"\x1f\x8b"
# A frame, and those that hold nothing to read.
ZSTD_MAGIC = (b"\x28\xb5\x2f\xfd", *(bytes([n]) + b"\x2a\x4d\x18" for n in range(0x50, 0x60)))
# Bytes that stand in compressed data and in no page: what has none of them was never compressed.
NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class CutBody(EOFError):
    """The body ends before the data in it does, or is damaged."""


class UnknownCoding(ValueError):
    """The body is in a coding that nobody asked for and that is not read here."""


class TooLarge(ValueError):
    """What was unpacked is more than the limit."""


def decoded(body: bytes, codings: list[str], most: int = 0) -> bytes:
    """The body without its codings, the last of which was applied last; `most` bytes at each step (0: no limit).

    Raises CutBody, UnknownCoding and TooLarge. A body without a byte has no coding: redirects are sent so.

    >>> import gzip
    >>> decoded(gzip.compress(zlib.compress(b"isi")), ["deflate", "gzip"])
    b'isi'
    >>> decoded(b"<p>isi</p>", ["utf-8"])  # no coding, whatever the server believes
    b'<p>isi</p>'
    """
    for coding in reversed(codings):
        if not body:
            break
        if decode := DECODERS.get(coding):
            try:
                body = decode(body, most + 1 if most else UNLIMITED)
            except (zlib.error, brotli.error, zstd.ZstdError) as error:
                raise CutBody(f"the {coding} body is damaged: {error}") from None
            if most and len(body) > most:
                raise TooLarge(f"more than {most} bytes when unpacked")
        elif coding != "identity" and NO_TEXT.search(body[:1024]):
            raise UnknownCoding(f"the body is in a coding that was not asked for: {coding[:40]}")
    return body


def _streams(body: bytes, most: int, stream: Callable[[], Any], magic: tuple[bytes, ...]) -> bytes:
    """What streams one behind the other hold; what is behind them and begins like none of them is ignored."""
    parts: list[bytes] = []
    length = 0
    while body:
        if len(parts) == MAX_STREAMS:  # each takes a copy of what is behind it
            raise TooLarge(f"more than {MAX_STREAMS} compressed streams")
        one = stream()
        parts.append(one.decompress(body, most - length))
        length += len(parts[-1])
        if length >= most:
            break
        if not one.eof:
            raise CutBody("the compressed body ends too early")
        body = one.unused_data
        if not any(body.startswith(m[: len(body)]) for m in magic):
            break
    return b"".join(parts)


def _gunzip(body: bytes, most: int) -> bytes:
    """Every member of a gzip body."""
    return _streams(body, most, lambda: zlib.decompressobj(wbits=GZIP), (GZIP_MAGIC,))


def _unzstd(body: bytes, most: int) -> bytes:
    """Every frame of a Zstandard body."""
    return _streams(body, most, zstd.ZstdDecompressor, ZSTD_MAGIC)


def _inflate(body: bytes, most: int) -> bytes:
    """A deflate body with zlib's header, as it should be, or without, as some servers send it."""
    try:
        return _streams(body, most, zlib.decompressobj, ())
    except zlib.error as error:
        try:
            return _streams(body, most, lambda: zlib.decompressobj(wbits=RAW), ())
        except zlib.error:
            raise error from None


def _unbrotli(body: bytes, most: int) -> bytes:
    """A Brotli body."""
    stream = brotli.Decompressor()
    parts = [stream.process(body, output_buffer_limit=min(most, UNLIMITED))]
    length = len(parts[0])
    while not stream.is_finished() and length < most:
        parts.append(stream.process(b"", output_buffer_limit=most - length))
        if not parts[-1]:
            raise CutBody("the compressed body ends too early")
        length += len(parts[-1])
    return b"".join(parts)


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}

# What a page of this kind must have at its end when nothing else tells that it is whole.
XML_ROOT = re.compile(rb"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<([\w:.-]+)", re.DOTALL | re.IGNORECASE)


def ends_whole(body: bytes) -> bool:
    """True for a body whose last bytes are those of a whole document, as far as its kind has an end.

    For a body that is as long as the connection lasted: nothing else says where it should have ended.

    >>> [ends_whole(b) for b in (b"<html><p>Satu.</p>", b"<html><p>Satu.</p></html>", b"<rss><item>", b"<rss></rss>")]
    [False, True, False, True]
    >>> [ends_whole(b) for b in (b'{"a": [1, 2', b'{"a": [1, 2]}', b"User-agent: *", b"")]
    [False, True, True, True]
    """
    text = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] in (b"{", b"["):
        return text.rstrip().endswith((b"}", b"]"))
    if not text.startswith(b"<"):
        return True
    root = XML_ROOT.match(text[:4096])
    name = root[1].lower() if root else b"html"
    if name in (b"html", b"head", b"body"):
        return has_end(text)
    return text.lower().rfind(b"</" + name) >= 0


def has_end(page: bytes) -> bool:
    """True for an HTML page with an end tag of its body or of itself, outside scripts and comments.

    >>> has_end(b"<p>Satu.</BODY >"), has_end(b"<script>w('</html>')"), has_end(b"</html><script>w('</html>')</script>")
    (True, False, True)
    """
    at = len(page)
    for _ in range(20):  # scripts that write whole pages are few
        at = _last_tag(page, at, b"</html", b"</body")
        if at < 0:
            return False
        script = _last_tag(page, at, b"<script", b"</script")
        in_script = script >= 0 and page[script + 1 : script + 2] != b"/"
        in_comment = page.rfind(b"<!--", 0, at) > page.rfind(b"-->", 0, at)
        if not in_script and not in_comment:
            return True
    return False


def _last_tag(page: bytes, end: int, *tags: bytes) -> int:
    """Where the last of some tags stands in front of `end`, in small letters or capitals; -1 where none does.

    Most stand near the end: the whole page is not made small for them.
    """
    for length in (LENGTH_OF_END, end):
        begin = max(end - length, 0)
        found = max(map(page[begin:end].lower().rfind, tags))
        if found >= 0:
            return begin + found
    return -1
