"""Pages that say what another article's page of the same run said: mixed up by a cache, or the site's answer to all."""

from __future__ import annotations

import re

from newscrawl.discovery.addresses import telling_words
from newscrawl.items import Article

# As many pages are remembered: what mixes them up does so within minutes.
MOST = 5000
# Longer words of an address without which it tells nothing of its article.
TELLING = 3
ANOTHERS = "another article's page"


class Repeated:
    """What the pages of a run said: by headline and text, the addresses that were asked for.

    >>> pages, same = Repeated(), Article(title="Harga Kopi Dunia Naik", text="Kopi naik.")
    >>> slugs = "harga-kopi-dunia-naik", "bupati-buka-pasar-baru", "harga-kopi-dunia-naik-lagi", "7"
    >>> [pages.whose(same, f"https://a.example/{slug}") for slug in slugs]
    [None, 'https://a.example/harga-kopi-dunia-naik', None, None]
    """

    def __init__(self) -> None:
        self.said: dict[int, str] = {}
        self.wrong = 0

    def whose(self, article: Article, asked: str) -> str | None:
        """The address of the article whose page came for this one's, or of which it was said before; else null.

        An article may stand under two numbers: then its headline is in both addresses. Where this address tells more
        of the headline than that of before, that one had the wrong page.
        """
        key = hash((article.title, article.text))
        if (before := self.said.get(key)) is None:
            if len(self.said) >= MOST:
                del self.said[next(iter(self.said))]
            self.said[key] = asked
            return None
        own, other = telling_words(asked), telling_words(before)
        if min(len(own), len(other)) < TELLING or 4 * len(own & other) >= 3 * min(len(own), len(other)):
            return None
        title = set(re.findall(r"[^\W\d_]+", article.title.lower()))
        if len(own & title) > len(other & title):
            self.said[key] = asked
            self.wrong += 1
            return None
        return before

    def taken(self) -> int:
        """How many more articles were taken that had the wrong page."""
        wrong, self.wrong = self.wrong, 0
        return wrong
