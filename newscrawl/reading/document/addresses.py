"""Web addresses as pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

LONGEST_ADDRESS = 4_000  # characters; browsers and servers take fewer
# A copy in a web archive carries the address of the original behind its own.
WEB_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/[^/]+/(?=https?:)")


def is_address(text: str) -> bool:
    """True for text that can be taken apart as an address."""
    try:
        return len(text) <= LONGEST_ADDRESS and bool(urlsplit(text).hostname)
    except ValueError:
        return False


def first_address(candidates: Iterable[str]) -> str | None:
    """The first that is a web address, a web archive's part in front of it removed."""
    for candidate in candidates:
        address = WEB_ARCHIVE.sub("", candidate.strip())
        if address.startswith("http") and is_address(address):
            return address
    return None
