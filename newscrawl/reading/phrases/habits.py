"""What the pages of one portal have of their own in and below their texts, as its loader declares it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from newscrawl.reading.phrases.house.appeals import APPEALS_OF_HOUSE
from newscrawl.reading.phrases.house.calls import CALLS_US
from newscrawl.reading.phrases.house.closings import CLOSINGS_OF_HOUSE
from newscrawl.reading.phrases.house.housecalls import CALLS_OF_HOUSE, HOUSE_CALLS
from newscrawl.reading.phrases.names.signoffs import site_sign
from newscrawl.reading.phrases.origins.syndication import FIRST_SEEN, ORIGINS_OF_HOUSE
from newscrawl.reading.phrases.words import HOUSE
from newscrawl.reading.rows import Row, either

# What else reads like a house's name, and houses whose names are no other word: a page may repeat another's text.
ANY_HOUSE = (
    r"\w+news|liputan6|detik(?:com|news|finance|health|hot|inet|oto|sport|travel|food|edu|hikmah|jateng|jabar|jatim|jogja"
    r"|bali|sulsel|sumut|sumbagsel|kalimantan)|kompas\.com|tribun-?(?:jateng|jabar|jatim|jogja|bali|medan|timur|sumsel"
    r"|style|wow|seleb|video|manado|lampung|pontianak|papua)|okezone|jpnn|cn[nb]c? indonesia|idn ?times|kumparan|medcom"
    r"|metro ?tv|jawa ?pos|pikiran[ -]rakyat|media ?indonesia|berita ?satu|katadata|fimela|brilio"
)

KNOWN_HOUSE = (
    rf"{ANY_HOUSE}|detik|kompas|tempo|republika|viva|sindonews|merdeka|suara|tirto|bisnis|cnnindonesia|cnbcindonesia"
    r"|kontan"
)


@dataclass(frozen=True)
class Habits:
    """Habits of one portal.

    `brands` is what it calls itself and its sisters, as a pattern; `junk` whole paragraphs that are none of its
    articles'. `capitals_sign` tells that a last line in capitals is the writer's name, `desks_sign` that "(H-2)" is a
    desk's, `next_begins` that behind "Halaman selanjutnya" stands how the next page begins.
    """

    brands: str = ""
    junk: tuple[Row, ...] = ()
    capitals_sign: bool = False
    desks_sign: bool = False
    next_begins: bool = False

    @cached_property
    def brand(self) -> re.Pattern[str]:
        """A name of the portal or of a sister."""
        return re.compile(self.brands or r"(?!)", re.I)

    @cached_property
    def own_junk(self) -> re.Pattern[str]:
        """Whole paragraphs that name the portal, or are said by it alone."""
        return either((*self.junk, *self._named((*HOUSE_CALLS, *ORIGINS_OF_HOUSE, *CLOSINGS_OF_HOUSE))))

    @cached_property
    def own_call(self) -> re.Pattern[str]:
        """A call to readers that names the portal."""
        return either(self._named((*CALLS_OF_HOUSE, *APPEALS_OF_HOUSE)))

    @cached_property
    def calls_us(self) -> re.Pattern[str]:
        """What makes a call one to the portal's readers."""
        return re.compile(self._with_house(CALLS_US), re.I)

    @cached_property
    def about(self) -> re.Pattern[str]:
        """The heading of what the portal tells of itself below its texts: "Tentang Cek Fakta Sorapos"."""
        about = rf"tentang (?:kanal )?(?:cek fakta|(?:cek fakta )?{HOUSE}(?:\.com)?)"
        return re.compile(self._with_house(about), re.I)

    @cached_property
    def first_seen(self) -> re.Pattern[str]:
        """A line that says where the text was first published; its group `source` is the medium.

        >>> Habits().first_seen.match("Artikel ini telah tayang di Sora Jogja dengan judul Panen Kopi")["source"]
        'Sora Jogja'
        """
        return re.compile(self._with_house(FIRST_SEEN), re.I)

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """A signature in brackets at the end of a text that begins with a site's name, in its group 1."""
        return re.compile(rf"(?:^|\s+|(?<=[)\]]))[(\[]\s*({site_sign(self.brands)})\s*[)\]]\s*\.?$")

    def _with_house(self, pattern: str) -> str:
        return pattern.replace(HOUSE, f"(?:{self.brands}|{ANY_HOUSE})" if self.brands else f"(?:{ANY_HOUSE})")

    def _named(self, rows: tuple[Row, ...]) -> list[Row]:
        return [row._replace(pattern=self._with_house(row.pattern)) for row in rows]


NO_HABITS = Habits()
