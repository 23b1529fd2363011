"""The forms of listings' addresses: what stands in one for each field, and links made absolute."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from string import Formatter
from urllib.parse import unquote, urljoin, urlsplit

# What stands in an address for each field of a listing's format.
FIELDS = {
    "day": r"\d{4}-\d\d-\d\d",
    "channel": r"[\w-]+",
    "channel_id": r"[\w-]+(?:\.[\w-]+)*(?:/[\w-]+)*",
    "tag": r"[\w-]+",
    "words": r"[^/&#]+",
    "number": r"\d+",
    "offset": r"\d+",
}

WORD = re.compile(r"[^\W\d_]+")
# Letters of a word that tells what an article is about, and such words in an address that tells it.
TELLING, MANY_TELLING = 4, 3


def absolute(base: str, link: str) -> str | None:
    """A link made absolute, or null for what is no address.

    >>> absolute("https://a.com/b/", "../c"), absolute("https://a.com/", "http://[iklan]/x")
    ('https://a.com/c', None)
    """
    link = link.strip()
    if link.startswith(("http://", "https://")) and "[" not in link:  # most of a sitemap's: joining takes as long again
        return link
    try:
        return urljoin(base, link) if link else None
    except ValueError:
        return None


def match(form: str, url: str) -> dict[str, str] | None:
    """What an address of this form says; null for any other, and for a day that does not exist."""
    pattern, spec = _pattern(form)
    if not (match := pattern.fullmatch(unquote(url))):
        return None
    found = {name: value for name, value in match.groupdict().items() if not name.startswith("day")}
    days = [value for name, value in match.groupdict().items() if name.startswith("day")]
    if days:
        try:
            found["day"] = datetime.strptime("\n".join(days), spec).date().isoformat()  # noqa: DTZ007
        except ValueError:
            return None
    return found


def is_of_another(address: str, other: str) -> bool:
    """True for two addresses that share no longer word of their headlines; of a short one nothing is known.

    >>> old = "https://a.com/read/7/harga-kopi-dunia-naik"
    >>> [is_of_another(old, f"https://a.com/read/7/{slug}") for slug in ("kopi-makin-mahal", "bupati-buka-pasar", "")]
    [False, True, False]
    """
    one, two = telling_words(address), telling_words(other)
    return min(len(one), len(two)) >= MANY_TELLING and one.isdisjoint(two)


def is_of_the_same(address: str, other: str) -> bool:
    """True for two addresses with the same headline, or nearly: most of its longer words, of which there are some.

    >>> old = "https://a.com/read/7/harga-kopi-dunia-naik"
    >>> [is_of_the_same(old, f"https://a.com/9/{slug}") for slug in ("harga-kopi-dunia-naik-lagi", "gula-dunia", "")]
    [True, False, False]
    """
    one, two = telling_words(address), telling_words(other)
    return min(len(one), len(two)) >= MANY_TELLING and 4 * len(one & two) >= 3 * max(len(one), len(two))


def are_two(address: str, other: str) -> bool:
    """True for the addresses of two articles of one moment: they end otherwise, and share less than half their words.

    >>> old = "https://a.com/news/070859/harga-kopi-dunia-naik"
    >>> [are_two(old, f"https://a.com/070859/{slug}") for slug in ("harga-kopi-naik-lagi", "harga-gula-turun", "gol")]
    [False, True, True]
    """
    if address.rstrip("/").rpartition("/")[2] == other.rstrip("/").rpartition("/")[2]:
        return False
    one, two = telling_words(address), telling_words(other)
    return 2 * len(one & two) < max(min(len(one), len(two)), 1)


def tell_otherwise(address: str, other: str) -> bool:
    """True for two addresses each of which has a longer word that the other lacks, as two of a series have.

    >>> sora = "https://a.com/070859/jadwal-salat-sora"
    >>> [tell_otherwise(sora, f"https://a.com/070859/jadwal-salat-{rest}") for rest in ("menur", "sora-hari-ini", "")]
    [True, False, False]
    """
    one, two = telling_words(address), telling_words(other)
    return bool(one - two and two - one)


def tells_of(address: str, headline: str) -> bool:
    """False for an address that has hardly a longer word of a headline; of a short one nothing is known.

    >>> url = "https://a.com/read/7/harga-kopi-dunia-naik-lagi"
    >>> [tells_of(url, said) for said in ("Harga Kopi Naik", "Bupati Sora Buka Pasar Kopi Baru", "Bupati Pulang")]
    [True, False, True]
    """
    own, said = telling_words(address), {word for word in WORD.findall(headline.lower()) if len(word) >= TELLING}
    least = min(len(own), len(said))
    return least < MANY_TELLING or 4 * len(own & said) >= least


def telling_words(url: str) -> set[str]:
    """The longer words of the headline that an address tells.

    >>> sorted(telling_words("https://a.com/read/7/harga-kopi-naik-di-2026.html"))
    ['harga', 'kopi', 'naik']
    """
    part = max(urlsplit(url).path.lower().split("/"), key=lambda part: part.count("-"))
    return {word for word in part.removesuffix(".html").split("-") if len(word) >= TELLING and word.isalpha()}


@cache
def _pattern(form: str) -> tuple[re.Pattern[str], str]:
    """A listing's format as a pattern on an address, decoded, and the strptime form of its days."""
    pattern, specs = "", []
    seen: set[str] = set()
    for literal, name, spec, _ in Formatter().parse(form):
        pattern += re.escape(unquote(literal))
        if name == "day":
            plain = re.sub(r"%%([0-9A-Fa-f]{2})", lambda m: chr(int(m[1], 16)), spec or "%Y-%m-%d")
            plain = re.sub(r"%[-#]", "%", plain)  # reading takes 7 and 07 anyway
            value = re.sub(r"%[A-Za-z]", r"\\w+", re.escape(plain))
            units = set(re.findall(r"%[A-Za-z]", plain))
            if units <= seen:  # said before in the same address: strptime takes each unit once
                pattern += f"(?:{value})"
                continue
            seen |= units
            specs.append(plain)
            pattern += f"(?P<day{len(specs)}>{value})"
        elif name:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{FIELDS[name]})"
            seen.add(name)
    return re.compile(pattern), "\n".join(specs)
