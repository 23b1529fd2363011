"""What headlines look like among the paragraphs of another article."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.names.signoffs import SIGNOFF

# "Pasal 5 ayat (2)", "Tabel 3": what an article itself may point to
REFERENCE = re.compile(
    r"(?:(?:pasal|ayat|huruf|butir|tabel|lampiran|bab|bagian|halaman|gambar|grafik|peta|catatan(?: kaki)?|surah?t?"
    r"|article|chapter|section|table|page|figure|appendix)\b[\s.]*\(?(?:[\divx]+|[a-z])\b\)?(?:[\s,;]|dan\b"
    r"|and\b)*)+[.)]*",
    re.I,
)
# A headline has no sentence end inside: "Harga Nikel Naik" against "Itu pesannya. Lalu ia pergi."
SENTENCE_BREAK = re.compile(r"[.!?][”\"’)]?\s+[A-Z“\"‘]|(?<!\.)[.][”\"’)]?$")  # "Sabar Ya.." is none's end
# Behind a label it may ask and answer: "Mengapa Harga Garam Naik? Ini Jawabnya"
FULL_STOP = re.compile(r"[.][”\"’)]?(?:\s+[A-Z“\"‘]|$)")
LONGEST_HEADLINE = 220  # characters
# "<a>Harga Nikel Naik Tajam</a> untuk memahami sebabnya.": behind a linked headline, what it is good for
WHAT_FOR = re.compile(r"[\s,”\"]*(?:untuk|agar|supaya|jika|kalau|bila)\s[^.!?:]{5,150}[.!]?")
LEAST_RECOMMENDED = 5  # words of such a headline
LEAST_LISTED = 6  # words of a headline below another that no link tells


def is_headline(text: str) -> bool:
    """True for text that could be a headline: short, with no sentence end inside or behind."""
    return 0 < len(text) <= LONGEST_HEADLINE and not text[0].islower() and not SENTENCE_BREAK.search(text)


def is_title(text: str) -> bool:
    """True for text that could be another article's headline where no link tells."""
    asks = is_capitalised(text.split()) and len(text) <= LONGEST_HEADLINE and not FULL_STOP.search(text)
    return (is_headline(text) or asks) and not REFERENCE.fullmatch(text)


def only_titles(paragraphs: list[Paragraph]) -> bool:
    """True for paragraphs that are headlines, linked or not, and perhaps a signature: what "Baca juga:" ends with.

    >>> only_titles([Paragraph("Harga Garam Naik di Pati"), Paragraph("[abc]")]), only_titles([Paragraph("Ia pergi")])
    (True, False)
    """
    texts = [p.text for p in paragraphs if p.text and not SIGNOFF.fullmatch(p.text)]
    return bool(texts) and all(map(is_titled, texts))


def is_titled(text: str) -> bool:
    """True for a headline of several words, most with a capital letter."""
    return is_headline(text) and is_capitalised(text.split())


def is_capitalised(words: list[str]) -> bool:
    """True for several words, most of which do not begin with a small letter."""
    return len(words) > 3 and sum(not w[0].islower() for w in words) > len(words) * 0.6


def is_long_title(text: str) -> bool:
    """True for a headline of many words with capitals, as stands below another: no sub-heading is so long.

    >>> is_long_title("Siapa Petani Kopi yang Kembali ke Sora?"), is_long_title("Harga Kopi di Sora")
    (True, False)
    """
    words = text.split() if is_titled(text) else []
    return len(words) >= LEAST_LISTED and sum(w[0].isupper() for w in words) > len(words) * 0.6


def titles_at_end(paragraphs: list[Paragraph]) -> int:
    """Where the last paragraphs begin that are headlines, signatures or empty."""
    plain = (
        number
        for number, p in reversed(list(enumerate(paragraphs)))
        if p.text and not is_titled(p.text) and not SIGNOFF.fullmatch(p.text)
    )
    return next(plain, -1) + 1


def is_recommended(paragraph: Paragraph, start: int) -> bool:
    """True for a linked headline from `start` on, and what it is good for: "<a>...</a> untuk memahami sebabnya."."""
    link = paragraph.link_at(start)
    long = link is not None and len(paragraph.text[slice(*link)].split()) >= LEAST_RECOMMENDED
    return link is not None and long and bool(WHAT_FOR.fullmatch(paragraph.text, link[1]))
