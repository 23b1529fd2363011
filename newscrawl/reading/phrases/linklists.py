"""Lists of links in a text that are not its own: other articles and their age, tags, networks, the way to this page."""

from __future__ import annotations

import re
from dataclasses import replace

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.counters import is_counter
from newscrawl.reading.phrases.page.headlines import is_headline, only_titles
from newscrawl.reading.phrases.page.labels import A_WAY
from newscrawl.reading.phrases.page.pointers import LONGEST_ORNAMENT
from newscrawl.reading.phrases.words import A_CLOCK, A_DAY, TAGS
from newscrawl.reading.rows import Row, either

# Labels only where a linked headline follows
ABOVE_LINKS = (
    Row(
        r"\W*(?:yuk,? |ayo,? )?(?:baca|simak|lihat|tonton|intip|cek)\b(?:[ ,]+[\w-]+){0,6}\W*",
        "Yuk, simak kabar lain dari desa:",
        "Bacaan anak desa",
    ),
    Row(
        r"\W*(?:(?:kamu|anda) )?(?:mungkin|juga)(?: (?:kamu|anda|juga)){0,2} (?:suka|tertarik|lewatkan|menarik"
        r"|ingin tahu)\W*",
        "Anda Mungkin Juga Suka",
        "Anda mungkin benar",
    ),
    Row(
        r"(?:berita )?(?:video|foto|galeri(?: foto)?|infografi[sk])(?: (?:pilihan|terbaru|terkini))?\W*",
        "VIDEO",
        "Video itu",
    ),
    Row(
        r"\W*(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|trending)\W*",
        "You may also like",
        "You may go",
    ),
    Row(
        r"\W*(?:rekomendasi(?: (?:pilihan|untuk anda|berita|artikel))?|pilihan untuk(?:mu| anda)"
        r"|jangan (?:sampai )?(?:lewatkan|ketinggalan|terlewat)(?: (?:yang )?ini)?(?:, \w+)?"
        r"|terkini(?: lainnya)?|terpopuler|paling (?:banyak|sering) dibaca)\W*",
        "Rekomendasi untuk Anda",
        "Rekomendasi dinas",
    ),
)
LABEL_ABOVE_LINKS = either(ABOVE_LINKS)

# "1. <a>Harga Nikel Naik</a>"
NUMBERED = re.compile(r"\W*\d{1,2}[.)]\s*")
NUMBER = re.compile(r"\W*\d{1,2}\W*")
# When another article was published: "20 Juli 2026", "Senin, 20/07/2026 13:10 WIB"
DAY = re.compile(rf"{A_DAY}(?:{A_CLOCK})?", re.I)
LONGEST_AGE = 60  # characters
CUT_SHORT = ("...", "…", "[…]", "[...]")
MORE = re.compile(r"\W*(?:(?:baca|lihat) )?(?:selengkapnya|selanjutnya|read more)\W*", re.I)
HOME = re.compile(r"home|beranda", re.I)
TAGS_LABEL = re.compile(rf"\W*{TAGS}(?: (?:artikel|terkait))?\W*", re.I)
LISTED = re.compile(r"\bdan\b|[.:]")  # "Darmo dan Ratna": words of a writer between linked names
MOST_CRUMBS, MOST_TAGS = 5, 30
LEAST_WORDS, LEAST_LONE = 4, 6  # of a headline; of one that stands alone and is in small letters


def link_lists(paragraphs: list[Paragraph]) -> set[int]:
    """Where lines lead to other articles, two or more in a row, or a long one; what stands in a card with them.

    Also share bars, the way from the front page to this one, and tags.
    """
    found = _headlines(paragraphs)
    found |= _beside(paragraphs, found)
    names = {number for number, p in enumerate(paragraphs) if not p.item and A_WAY.fullmatch(p.text)}
    found |= {number for number in names if number - 1 in names or number + 1 in names}
    for number, paragraph in enumerate(paragraphs):
        if paragraph.tags and len(paragraph.links) > 1 and not paragraph.item and not LISTED.search(paragraph.text):
            found.update([number] if paragraph.linked_from(0) else ())
        if paragraph.links and HOME.fullmatch(paragraph.text):
            found.update(range(number, number + _linked_words(paragraphs[number : number + MOST_CRUMBS])))
        elif TAGS_LABEL.fullmatch(paragraph.text) and not paragraph.item:
            tags = _linked_words(paragraphs[number + 1 : number + 1 + MOST_TAGS])
            found.update(range(number, number + 1 + tags) if tags else ())
    return found


def _headlines(paragraphs: list[Paragraph]) -> set[int]:
    """Where two linked headlines or more in a row lead to other articles, or one does below the text or is long."""
    found: set[int] = set()
    run: list[int] = []
    for number, paragraph in enumerate([*paragraphs, Paragraph("")]):
        words = _linked_headline(paragraph) if paragraph.to_article else 0
        dated = words >= LEAST_WORDS and _is_age(_below(paragraphs, number))
        listed = paragraph.item and not paragraph.picture
        if words >= LEAST_WORDS and (dated or listed or not paragraph.heading):
            run.append(number)
            if dated or (words >= LEAST_LONE and not paragraph.item):
                found.add(number)
        elif (paragraph.text and not _is_age(paragraph)) or number == len(paragraphs):
            if len(run) > 1 or (run and number == len(paragraphs)):
                found.update(run)
            run = []
    return found


def _beside(paragraphs: list[Paragraph], headlines: set[int]) -> set[int]:
    """What stands in the cards of other articles: their number, their age, how they begin."""
    found = {number - 1 for number in headlines if number and NUMBER.fullmatch(paragraphs[number - 1].text)}
    found = found if len(found) > 1 else set()
    for number in headlines:
        below = _below(paragraphs, number)
        if below is None:
            continue
        at = paragraphs.index(below, number + 1)
        more = _below(paragraphs, at)
        begins = below.text.endswith(CUT_SHORT) and more is not None and bool(more.links and MORE.fullmatch(more.text))
        if _is_age(below) or begins:
            found.add(at)
    return found


def _below(paragraphs: list[Paragraph], number: int) -> Paragraph | None:
    """The next paragraph that says something."""
    return next((p for p in paragraphs[number + 1 : number + 4] if p.text), None)


def _is_age(paragraph: Paragraph | None) -> bool:
    """True for a line that is no more than a day, a clock or "2 jam lalu"."""
    if paragraph is None or paragraph.item or len(paragraph.text) > LONGEST_AGE:
        return False
    return bool(DAY.fullmatch(paragraph.text)) or is_counter(paragraph.text)


def _linked_words(paragraphs: list[Paragraph]) -> int:
    """How many of the first paragraphs are nothing but links."""
    plain = (number for number, p in enumerate(paragraphs) if p.heading or not p.linked_from(0) or p.to_article)
    return next(plain, len(paragraphs))


def number_ends(paragraph: Paragraph) -> int:
    """Where the number of a list's line ends, with a full stop or in front of the link; 0 without.

    >>> number_ends(Paragraph("1. Harga Nikel Naik")), number_ends(Paragraph("#1Harga Nikel Naik", [(2, 18)]))
    (3, 2)
    >>> number_ends(Paragraph("5 Tips Menyeduh Kopi", [(0, 20)]))
    0
    """
    if counted := NUMBERED.match(paragraph.text, 0, LONGEST_ORNAMENT):
        return counted.end()
    first = min((start for start, _ in paragraph.links), default=0)
    return first if 0 < first <= LONGEST_ORNAMENT and NUMBER.fullmatch(paragraph.text, 0, first) else 0


def is_listed(paragraph: Paragraph, above: Paragraph, kept: list[Paragraph]) -> bool:
    """True for a line of a list of other articles: linked, or an item that is a headline.

    Right below an item with a link, one without is of a list that the text `kept` so far announces by its last word.

    >>> above = Paragraph("Harga Nikel Naik Tajam", [(0, 22)], item=True)
    >>> item = Paragraph("Panen Kopi Sora Naik", item=True)
    >>> [is_listed(item, above, [Paragraph(text)]) for text in ("Warga menanam kopi.", "Warga menanam, yaitu:")]
    [True, False]
    """
    if paragraph.text.endswith("."):
        return False
    own = above.item and bool(above.links) and bool(kept) and kept[-1].text.endswith(":")
    titled = paragraph.item and not own and only_titles([paragraph])
    return titled or paragraph.linked_from(number_ends(paragraph))


def _linked_headline(paragraph: Paragraph) -> int:
    """How many words a headline has that is a link, perhaps with a number in front and its age behind; else 0."""
    start = number_ends(paragraph)
    end = max((b for _, b in paragraph.links), default=0)
    line, behind = paragraph.text[start:end], paragraph.text[end:].strip(" |-–,·")
    if not is_headline(line) or (behind and not _is_age(Paragraph(behind))):
        return 0
    return len(line.split()) if replace(paragraph, text=paragraph.text[:end]).linked_from(start) else 0
