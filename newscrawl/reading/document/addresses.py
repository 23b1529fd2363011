"""Web addresses as pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

LONGEST_ADDRESS = 4_000  # characters; browsers and servers take fewer
# A copy in a web archive, or in a search engine's store, carries the address of the original behind its own.
WEB_ARCHIVE = re.compile(
    r"https?://(?:web\.archive\.org/web/[^/]+/|archive\.(?:today|ph|is|li|vn|md|fo)/(?:[\d.-]{4,}/|o/\w+/)"
    r"|arquivo\.pt/(?:noFrame/)?wayback/[^/]+/|webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]+:)?)(?=https?:)"
)
# "https://news-okezone-com.cdn.ampproject.org/c/s/news.okezone.com/read/..."
AMP_STORE = re.compile(r"https?://[\w-]+\.cdn\.ampproject\.org/[cv]/(?:s/)?(?=[\w-]+\.)")
# "https://news-okezone-com.translate.goog/read/...?_x_tr_sl=id&_x_tr_tl=en": "-" for a dot, "--" for a dash
TRANSLATED = re.compile(r"(https?://)([a-z0-9-]+)\.translate\.goog(?=[/?#]|$)", re.I)
OF_TRANSLATOR = re.compile(r"(?<=[?&])_x_tr_\w+=[^&#]*&?")


# A post on a social network, from its host on
A_POST = (
    r"(?:(?:twitter|x)\.com/\w+/status/|instagram\.com/(?:p|reel|tv)/|tiktok\.com/@[\w.]+/video/|v[tm]\.tiktok\.com/\w+"
    r"|t\.me/\w+/\d+|facebook\.com/(?:[\w.]+/(?:posts|videos|photos)/|watch|reel/|permalink|story|share/)"
    r"|threads\.(?:net|com)/@[\w.]+/post/|bsky\.app/profile/[\w.]+/post/)"
)
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.I)


def original(address: str) -> str:
    """The address of what is a copy at this one; any other as it is.

    >>> original("https://web.archive.org/web/2022id_/https://a.id/x"), original("https://a.id/x")
    ('https://a.id/x', 'https://a.id/x')
    >>> original("https://a-id.cdn.ampproject.org/c/s/a.id/x"), original("https://archive.ph/2022.07.14-081530/http://a.id")
    ('https://a.id/x', 'http://a.id')
    >>> original("https://www-my--paper-id.translate.goog/x?page=2&_x_tr_sl=id&_x_tr_tl=en")
    'https://www.my-paper.id/x?page=2'
    """
    address = address.strip()
    if address[:4].lower() != "http":  # a picture written out in its address may have a megabyte
        return address
    if archived := WEB_ARCHIVE.match(address):
        address = address[archived.end() :]
    if stored := AMP_STORE.match(address):
        address = "https://" + address[stored.end() :]
    if not (translated := TRANSLATED.match(address)):
        return address
    host = ".".join(part.replace("\0", "-") for part in translated[2].replace("--", "\0").split("-"))
    rest = OF_TRANSLATOR.sub("", address[translated.end() :])
    return translated[1] + host + re.sub(r"[?&]+(?=#|$)", "", rest)


def is_address(text: str) -> bool:
    """True for text that can be taken apart as an address."""
    try:
        return len(text) <= LONGEST_ADDRESS and bool(urlsplit(text).hostname)
    except ValueError:
        return False


def first_address(candidates: Iterable[str]) -> str | None:
    """The first that is a web address, a web archive's part in front of it removed."""
    for candidate in candidates:
        address = original(candidate)
        if address.startswith("http") and is_address(address):
            return address
    return None
