"""The WARC files of a portal's raw pages (ISO 28500): written whole, and mended after a kill.

`data/PORTAL/warc/PORTAL-TIME-NUMBER.warc.gz`, one for a run, of at most a GiB. While it is written its name ends in
`.open`; one that a killed run has left is cut behind its last whole record and named like the others by the next run.
FastWARC is loaded only where pages are kept or read again.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import zlib
from datetime import UTC, datetime
from http.client import responses
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Headers, Response

from newscrawl.files import sync_folder

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecordType

INSTALL = "pip install -r requirements-archive.txt, or newscrawl[archive]"  # what to do where FastWARC is missing
FOLDER = "warc"
SUFFIX, OPEN = ".warc.gz", ".warc.gz.open"
LARGEST = 1024**3  # bytes of a file: a night is a tenth of it
LEVEL = 6  # of compression: 9 takes three times as long for a hundredth less
GZIP = 31  # zlib's name for a gzip member, its checksum verified
BLOCK = 256 * 1024
# Of a body that was taken out of these before it came here.
HOP_BY_HOP = frozenset({b"transfer-encoding", b"content-length", b"connection", b"keep-alive"})


class WarcFile:
    """Writes pairs of records, each pair by one write: a kill leaves whole records and at most one that is torn."""

    def __init__(self, folder: Path, portal: str, info: dict[str, str], largest: int = LARGEST) -> None:
        self.folder, self.portal, self.info, self.largest = folder, portal, info, largest
        self.begun = f"{datetime.now(UTC):%Y%m%d%H%M%S}"
        self.number = 0
        self.file: int | None = None
        self.size = 0
        self.path = folder
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, response: Response, request: Request, moment: datetime) -> None:
        """Write an answer and what it was the answer to. Raises OSError; the file is then as long as before."""
        if self.file is None or self.size >= self.largest:
            self._begin()
        block = pair(response, request, moment, self.info_id)
        self._write(block)

    def close(self) -> None:
        """Give the file its name, once it is on the disk. Closing twice does nothing."""
        if self.file is None:
            return
        file, self.file = self.file, None
        try:
            os.fsync(file)
        finally:
            os.close(file)
        self.path.rename(self.path.with_name(self.path.name.removesuffix(OPEN) + SUFFIX))
        sync_folder(self.folder)

    def _begin(self) -> None:
        self.close()
        names = (f"{self.portal}-{self.begun}-{number:05}" for number in count(self.number))
        # A run that was killed within this second may have left files of these names.
        name = next(name for name in names if not any((self.folder / (name + end)).exists() for end in (OPEN, SUFFIX)))
        self.number = int(name[-5:]) + 1
        self.path = self.folder / (name + OPEN)
        self.file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
        self.size = 0
        from newscrawl import __version__

        fields = {"software": f"newscrawl/{__version__}", "format": "WARC File Format 1.1", **self.info}
        lines = "".join(f"{key}: {one_line(value)}\r\n" for key, value in fields.items() if value).encode()
        head = {"WARC-Filename": name + SUFFIX, "Content-Type": "application/warc-fields"}
        self.info_id, block = _record("warcinfo", lines, head)
        self._write(block)

    def _write(self, block: bytes) -> None:
        assert self.file is not None
        try:
            if os.write(self.file, block) < len(block):
                raise OSError(28, "no room for all of it")
        except OSError:
            os.ftruncate(self.file, self.size)
            raise
        self.size += len(block)


def pair(response: Response, request: Request, moment: datetime, info_id: str) -> bytes:
    """The two records of a page, packed: the answer with its body as it was sent, and the request."""
    date = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    common = {"WARC-Target-URI": request.url, "WARC-Date": date, "WARC-Warcinfo-ID": info_id}
    if response.ip_address:
        common["WARC-IP-Address"] = str(response.ip_address)
    body = response.body
    head = f"HTTP/1.1 {response.status} {responses.get(response.status, 'Unknown')}\r\n".encode()
    lines = [*_lines(response.headers), b"Content-Length: %d" % len(body)]
    block = head + b"\r\n".join(lines) + b"\r\n\r\n" + body
    answer_id, answer = _record("response", block, {**common, "WARC-Payload-Digest": digest(body)})
    parts = urlsplit(request.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = (
        [*_lines(request.headers), b"Content-Length: %d" % len(request.body)]
        if request.body
        else [*_lines(request.headers)]
    )
    if "Host" not in request.headers:
        lines.insert(0, b"Host: " + parts.netloc.rpartition("@")[2].encode())
    asked = f"{request.method} {path} HTTP/1.1\r\n".encode() + b"\r\n".join(lines) + b"\r\n\r\n" + request.body
    more = {"WARC-Concurrent-To": answer_id, "WARC-Payload-Digest": digest(request.body)}
    return answer + _record("request", asked, {**common, **more})[1]


def _lines(headers: Headers) -> list[bytes]:
    """The lines of a head, without those that speak of how the body came."""
    found = []
    for name, values in headers.items():
        if name.lower() not in HOP_BY_HOP:
            found += [name + b": " + re.sub(rb"[\r\n]+", b" ", value) for value in values]
    return found


def one_line(text: str) -> str:
    """Text without line ends."""
    return " ".join(text.split())


def digest(payload: bytes) -> str:
    """SHA-1 in base 32, as all readers know it.

    >>> digest(b"")
    'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'
    """
    return "sha1:" + base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()


def _record(kind: str, block: bytes, fields: dict[str, str]) -> tuple[str, bytes]:
    """A record's id and itself, one gzip member; the library adds its length and the digest of its block."""
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    packed = BytesIO()
    writer = GzipWriter(packed, compression_level=LEVEL)
    record = WarcRecord()
    kinds: dict[str, WarcRecordType] = {
        "warcinfo": WarcRecordType.warcinfo,
        "response": WarcRecordType.response,
        "request": WarcRecordType.request,
    }
    record.init_headers(kinds[kind])
    for name, value in fields.items():
        record.headers[name] = value
    if kind != "warcinfo":
        record.headers["Content-Type"] = f"application/http; msgtype={kind}"
    record.set_bytes_content(block)
    record.write(writer, checksum_data=True)
    writer.finish()  # without it other readers refuse the file
    return record.record_id or "", packed.getvalue()


def mended(folder: Path) -> list[str]:
    """Cut what killed runs left behind the last whole record, and name it like the others; says what was done."""
    notes = []
    for path in sorted(folder.glob(f"*{OPEN}")):
        with path.open("r+b") as file:
            whole, size = last_whole(file), path.stat().st_size
            if whole < size:
                file.truncate(whole)
                os.fsync(file.fileno())
                notes.append(f"{path.name}: {size - whole:,} bytes of a torn record cut off")
        if whole:
            path.rename(path.with_name(path.name.removesuffix(OPEN) + SUFFIX))
        else:
            path.unlink()
    return notes


def last_whole(file: IO[bytes]) -> int:
    """Where the last whole gzip member ends.

    >>> import gzip
    >>> one = gzip.compress(b"satu")
    >>> last_whole(BytesIO(one + one[:-1])) == len(one)
    True
    """
    end = at = 0
    unpack = zlib.decompressobj(wbits=GZIP)
    left = b""
    while packed := left or file.read(BLOCK):
        try:
            unpack.decompress(packed)
        except zlib.error:
            return end
        left = unpack.unused_data if unpack.eof else b""
        at += len(packed) - len(left)
        if unpack.eof:
            end = at
            unpack = zlib.decompressobj(wbits=GZIP)
    return end
