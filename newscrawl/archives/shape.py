"""Pages of sites that no portal's file knows, read by their shape: `--any`."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.portals.anysite import AnySite, site_at

# Bytes that every Indonesian text of some length has, and hardly any other: looked for before a page is parsed.
INDONESIAN = re.compile(rb"[\s>](?:yang|dengan|untuk|dari|tidak|akan)(?=[\s<])", re.I)
ENOUGH = 5
MOST_SITES = 2048  # kept at once: an archive has tens of thousands of hosts


def is_indonesian(body: bytes) -> bool:
    """True for a page with some of the words that Indonesian cannot do without.

    >>> is_indonesian(b"<p>Warga yang datang dari desa dengan truk tidak akan pulang.")
    True
    """
    words = INDONESIAN.finditer(body)
    return all(next(words, None) for _ in range(ENOUGH))


@lru_cache(maxsize=MOST_SITES)
def site_of(host: str) -> type[AnySite] | None:
    """A portal made for a host; None where it cannot be a site's."""
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    try:
        return site_at.__wrapped__(host, lenient=True)
    except ValueError:
        return None
