"""What a file is that is no WARC file, and what to do with it."""

from __future__ import annotations

import re
from typing import IO

from newscrawl.archives.frames import ENOUGH, RECORD, UNREADABLE, Members, packing

SHOWN = 16  # bytes
KINDS = (
    (re.compile(rb"filedesc:"), "an ARC file, as archives were before WARC: `warcio recompress FILE NEW.warc.gz`"),
    (
        re.compile(rb"\s*CDX |!meta|!OpenWayback|\S+\)/\S* \d{14}\b"),
        "an index (CDX) and no archive: name the WARC files that it lists",
    ),
    (re.compile(rb"BZh|\xfd7zXZ"), "packed as no archive is: unpack it with bunzip2 or unxz"),
    (re.compile(rb"PK\x03\x04"), "a zip file: if it is a WACZ file, have its name end in .wacz"),
    (re.compile(rb"\s*<|\xef\xbb\xbf\s*<"), "a page and no archive: saved pages are read by `scrapy extract -o`"),
    (re.compile(rb'\s*\{\s*"log"'), "a HAR file: `har2warc FILE NEW.warc.gz`"),
)


def what_it_is(file: IO[bytes]) -> str:
    r"""The kind of a file without any record, in words; empty for one that begins as a WARC file does, or is damaged.

    >>> from io import BytesIO
    >>> what_it_is(BytesIO(b" CDX N b a m s k r M S V g\n"))
    'no WARC file: an index (CDX) and no archive: name the WARC files that it lists'
    >>> what_it_is(BytesIO(b"halo")), what_it_is(BytesIO(b""))
    ("no WARC file, it begins with b'halo'", 'an empty file')
    """
    file.seek(0)
    first = file.read(ENOUGH)
    if not first:
        return "an empty file"
    packed = packing(file)
    inside = ""
    if packed in ("gzip", "zstd"):
        try:
            first = Members(file, packed).beginning(0)
        except UNREADABLE:
            return ""
        inside = "unpacked "
    if not first or first.startswith(RECORD):
        return ""
    for form, words in KINDS:
        if form.match(first):
            return f"no WARC file: {words}"
    return f"no WARC file, {inside}it begins with {first[:SHOWN]!r}"
