"""Pages that say what another article's page of the same run said: mixed up by a cache, or the site's answer to all."""

from __future__ import annotations

import re

from newscrawl.discovery.addresses import telling_words, tells_of
from newscrawl.items import Article

# As many pages are remembered: what mixes them up does so within minutes.
MOST = 5000
# Longer words of an address without which it tells nothing of its article.
TELLING = 3
# Characters of a text that two articles do not have by chance, nor by what a site writes below each film.
LONG = 300
FEW = 10  # addresses that tell nothing of their headlines, before it is this site's way
ANOTHERS, ANOTHERS_TEXT = "another article's page", "another article's text"


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
        self.fitting = self.strange = 0
        self.texts: dict[int, int] = {}

    def fits(self, article: Article, asked: str) -> bool:
        """False for an article whose address tells nothing of its headline, where those of most others do.

        >>> pages, article = Repeated(), Article(title="Harga Kopi Dunia Naik")
        >>> slugs = ["harga-kopi-dunia-naik", *["bupati-buka-pasar-baru"] * 12]
        >>> [pages.fits(article, f"https://a.example/{slug}") for slug in slugs].count(False)
        11
        """
        fits = tells_of(asked, article.title)
        self.fitting += fits and len(telling_words(asked)) >= TELLING
        self.strange += not fits
        return fits or self.strange > self.fitting + FEW

    @property
    def are_few(self) -> bool:
        """True where most addresses tell of their headlines: not of headlines in other letters than theirs."""
        return self.strange <= self.fitting

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

    def is_anothers_text(self, article: Article) -> bool:
        """True for a long text that stood below another headline before: one of both has the other's.

        >>> pages, text = Repeated(), "Kopi naik. " * 40
        >>> [pages.is_anothers_text(Article(title=title, text=text)) for title in ("Kopi Naik", "Kopi Naik", "Gula")]
        [False, False, True]
        """
        if article.kind != "article" or len(article.text) < LONG:
            return False
        if len(self.texts) >= MOST:
            del self.texts[next(iter(self.texts))]
        title = hash(article.title.casefold())
        return self.texts.setdefault(hash(article.text), title) != title

    def taken(self) -> int:
        """How many more articles were taken that had the wrong page."""
        wrong, self.wrong = self.wrong, 0
        return wrong
