"""From the paragraphs of a page to those of the article: junk out, sign-offs read and taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from newscrawl.reading.boilerplate import (
    A_NETWORK,
    CAMPAIGN,
    FIRST_SEEN,
    LONGEST_JUNK,
    LONGEST_ORNAMENT,
    NAME,
    PAYWALL_LINE,
    RELATED,
    SIGNOFF,
    SOURCE_LINE,
    cut_related,
    is_caption,
    is_headline,
    is_junk,
    is_pointer,
    is_related,
    is_unshown,
    only_titles,
    titles_at_end,
)
from newscrawl.reading.bylines import AGENCIES, people
from newscrawl.reading.dates import VIEWS, read_timestamp
from newscrawl.reading.paragraphs import LETTER, Cleaned, Paragraph
from newscrawl.reading.signatures import OF_A_WORK, take_capitals, take_credits, take_signoff

RELATED_BARE = re.compile(rf"[\W_]*(?:{RELATED}|(?:baca|selengkapnya|halaman)(?=\s*[:：]))\s*[:：]?[\W_]*", re.I)
# "Rekomendasi untuk Anda" above linked headlines
RELATED_IF_LINKS_FOLLOW = re.compile(
    r"\W*(?:(?:yuk,? |ayo,? )?(?:baca|simak|lihat|tonton|intip|cek)\b(?:[ ,]+[\w-]+){1,6}|jangan lewatkan"
    r"|(?:(?:kamu|anda) )?(?:mungkin|juga)(?: (?:kamu|anda|juga)){0,2} (?:suka|tertarik|lewatkan|menarik|ingin tahu)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|trending"
    r"|rekomendasi(?: (?:pilihan|untuk anda|berita|artikel))?|pilihan untuk(?:mu| anda)|terkini(?: lainnya)?"
    r"|terpopuler)\W*",
    re.I,
)
MOST_LINES_BELOW = 500  # counters, credits and signatures below a text
CAMPAIGN_LINES = 5  # at most, at the end of a text
# "Tips menarik lain:" in front of links is a pointer; "Berikut kampus penerima:" is the writer's
POINTS = re.compile(
    r"\b(?:baca|simak|lihat|tonton|klik|cek|intip|saksikan|berita|artikel|video|terkait|rekomendasi|lewatkan|suka"
    r"|tertarik|menarik|populer|terpopuler|trending|terkini|read|watch|related|see|more|lain(?:nya)?|juga|yuk)\b",
    re.I,
)
# "1 2 3", "« 1 2 3 Selanjutnya", "[1] [2] [3]", "1 | 2 | Lihat Semua"
PAGES = re.compile(
    r"(?:halaman\s*:?\s*)?[«‹<\s]*\[?\d{1,2}\]?(?:[\s|]+\[?\d{1,2}\]?)*"
    r"(?:[\s|]*(?:[»›>]|selanjutnya|berikutnya|next|last|terakhir|(?:tampilkan|lihat) semua))*",
    re.I,
)
HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
LABEL_ONLY = re.compile(r"(?!\d)\W*(?:[\w-]+ ?){1,5}\W*")
# "1. <a>Harga Nikel Naik</a>"
NUMBERED = re.compile(r"\W*\d{1,2}[.)]\s*")
NEXT_PAGE = re.compile(r"(?:baca )?halaman (?:selanjutnya|berikutnya)\W*", re.I)
# "Laporan Wartawan Tribunnews.com, Budi Santoso", alone above the text
BYLINE_HEAD = re.compile(
    r"(?:(?:laporan|liputan)\s+(?:wartawan|reporter|kontributor|koresponden|jurnalis)\b"
    r"|(?:laporan|penulis|reporter|oleh|kontributor)\s*(?=:))\s*:?\s*((?:[^.!?]|\.(?=\w)){3,100})",
    re.I,
)
# "REPUBLIKA.CO.ID, Oleh: Budi Santoso, dosen di Salatiga", alone above a column
COLUMN_HEAD = re.compile(
    rf"(?:[A-Z][\w.]+\.(?:COM|CO\.ID|ID|com|co\.id|id)\b[\s,–—-]*)?(?:Oleh|OLEH)\s*:?\s*({NAME}(?:[\s,(*/][^.!?]{{0,100}})?)"
)
# The same in front of the dateline: "Laporan wartawan Surya, Budi Santoso SURABAYA - ..."
BYLINE_GLUED = re.compile(
    r"(?:laporan|liputan)\s+(?:wartawan|reporter|kontributor|koresponden|jurnalis)\b\s*:?\s*"
    r"(?:[^,|.\n]{3,40}(?:\.(?:com|co\.id|id|net))?\s*[,|]\s*)?"
    r"(?-i:((?:[A-Z][a-z'’.]+\s+){1,4}))(?=(?-i:[A-Z]{3,}[A-Z.]*\b[\w., /]{0,50}\s(?:-|–|—)\s))",
    re.I,
)
PAPER_FIRST = re.compile(r"(?:laporan|liputan)\s+[a-z]", re.I)
COPYRIGHT_ANTARA = re.compile(r"copyright\s*©\s*antara\b", re.I)
CONTRIBUTED = re.compile(
    rf"({NAME}(?:(?:,| dan|, dan) {NAME})*) (?:ikut |turut )?berkontribusi (?:dalam|pada|untuk|di)"
    r"(?: (?:penulisan|pembuatan))? (?:artikel|laporan|tulisan|berita)(?: ini)?\.?"
)
# "JAKARTA -" left alone by a dateline that stands outside its paragraph
DATELINE = re.compile(r"[A-Z][\w .,/()'’\-]{1,58}\s*(?:[-–—]|--)")


COUNT = r"\d[\d.,]*\s?(?:rb|ribu|jt|juta|k|m)?\+?"
TIMES = r"(?:dibaca|dilihat|ditonton|dibagikan|disukai|views?|hits?|shares?|likes?|komentar|tanggapan|comments?)"
MINUTES = r"\d{1,3}\s?(?:menit|min(?:utes?|s)?)"
# Page furniture that is another at every visit.
COUNTERS = "|".join(
    (
        # "Dibaca 1.234 kali", "Views: 99", "Dilihat oleh 40 orang"
        rf"(?:(?:artikel|berita) ini )?(?:telah |sudah )?(?:{TIMES}|jumlah pembaca) ?:? ?(?:sebanyak |oleh )?{COUNT}"
        r"(?: ?(?:kali|x|views?|orang|pembaca))?",
        # "1,2 rb dilihat", "12 Komentar"
        rf"{COUNT} ?(?:x |kali |orang )?(?:{TIMES}|pembaca|penonton|tayangan|suka|(?:telah )?membaca)(?: kali)?",
        # "Waktu baca 3 menit", "3 min read"
        rf"(?:(?:estimasi|perkiraan|lama|durasi) )?(?:waktu )?(?:mem)?baca ?:? ?(?:±|~|sekitar)? ?{MINUTES}",
        rf"(?:reading time|read) ?:? ?{MINUTES}|{MINUTES} (?:waktu )?(?:baca|membaca|read)",
        # "3 menit lalu", "Diperbarui sejam yang lalu", "5 minutes ago"
        r"(?:(?:terakhir |last )?(?:(?:di)?(?:perbarui|terbitkan|publikasikan|unggah|posting|update)|(?:post|upda)ted"
        r"|tayang|terbit))? ?:? ?(?:sekitar )?(?:baru saja|just now|beberapa saat (?:yang )?lalu"
        r"|(?:(?:\d{1,3}|beberapa) |se)(?:detik|menit|jam|hari|minggu|pekan|bulan) (?:yang )?lalu"
        r"|(?:\d{1,2}|an?) (?:second|minute|min|hour|day|week)s? ago)",
    )
)
# "3 menit lalu · Waktu baca 2 menit | 1.234 views"
COUNTER = re.compile(rf"[\W_]*(?:(?:{COUNTERS})(?:[^\w.]+|$))+", re.I)
LONGEST_COUNTER = 100  # characters
# How often a prayer is said is no count of readers: "Dibaca 33 kali"
PRAYER = re.compile(
    r"\b(?:doa|d?zikir|wirid|s[eh]?a?lawat|surah|ayat|tasbih|istighfar|(?:subhana|alhamduli|astaghfiru)l+ah|allah\w*)\b",
    re.I,
)
SAID = re.compile(r"\W*dibaca (?:1|3|7|10|11|33|34|40|41|70|99|100|313|1\.?000) ?(?:kali|x)\W*", re.I)


def strip(
    paragraphs: Iterable[Paragraph],
    *,
    capitals_sign: bool = False,
    desks_sign: bool = False,
    bylined: bool = False,
    next_begins: bool = False,
) -> Cleaned:
    """An article's paragraphs in order; what its tail says of editors, authors and agency is read, not kept.

    `capitals_sign` tells that a last line in capitals is the writer's name, `desks_sign` that "(H-2)" is a desk's,
    `bylined` that the page names its writer elsewhere: then "Oleh: Ki Marto" below a poem is the poem's; `next_begins`
    that behind "Halaman selanjutnya" stands how the next page begins.
    """
    kept: list[Paragraph] = []
    cleaned = Cleaned()
    in_related_list = after_picture = introduced = False
    copyright = None
    paragraphs = list(paragraphs)
    titles_from: int | None = None
    elsewhere = _link_lists(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        under_picture, after_picture = after_picture, paragraph.picture and not paragraph.text
        short = len(paragraph.text) <= LONGEST_JUNK
        if short and RELATED_BARE.fullmatch(paragraph.text):
            titles_from = titles_at_end(paragraphs) if titles_from is None else titles_from
            if number + 1 >= titles_from and only_titles(paragraphs[number + 1 :]):
                kept.extend(p for p in paragraphs[number + 1 :] if SIGNOFF.fullmatch(p.text))
                break
            in_related_list = True
            continue
        following = paragraphs[number + 1 : number + 2]
        # A label is no sentence, and stands above what has no label of its own
        label = short and paragraph.text[-1:] != "." and RELATED_IF_LINKS_FOLLOW.fullmatch(paragraph.text)
        if label and any(is_pointer(p) and not is_related(p) for p in following):
            in_related_list = True
            continue
        told = bool(kept) and kept[-1].text.endswith(":") and (paragraph.item or not POINTS.search(kept[-1].text))
        introduced = (paragraph.item or paragraph.linked_from(0)) and (introduced or told)
        counted = NUMBERED.match(paragraph.text, 0, LONGEST_ORNAMENT)
        linked = paragraph.linked_from(counted.end() if counted else 0)
        if (
            in_related_list
            and not paragraph.text.endswith(".")
            and (linked or (paragraph.item and only_titles([paragraph])))
        ):
            continue
        in_related_list = False
        if is_related(paragraph) or (not introduced and (is_pointer(paragraph) or number in elsewhere)):
            continue
        if short and next_begins and NEXT_PAGE.fullmatch(paragraph.text) and len(paragraphs) - number <= 2:
            break
        if CAMPAIGN.fullmatch(paragraph.text) and kept:
            if kept[-1].heading:
                kept.pop()
            if len(paragraphs) - number <= CAMPAIGN_LINES:
                kept.extend(p for p in paragraphs[number + 1 :] if SIGNOFF.fullmatch(p.text))
                break
            continue
        paragraph = cut_related(paragraph)
        short = len(paragraph.text) <= LONGEST_JUNK
        if not LETTER.search(paragraph.text) or (short and RELATED_BARE.fullmatch(paragraph.text)):
            continue
        if is_caption(paragraph, under_picture):
            cleaned.captions.append(paragraph.text)
            continue
        if PAYWALL_LINE.fullmatch(paragraph.text.rstrip(" .!>»")):
            cleaned.paywalled = True
            continue
        beside = (*paragraphs[max(number - 1, 0) : number], *following)
        counter = not paragraph.item and is_counter(paragraph.text) and not SAID.fullmatch(paragraph.text)
        junk = short and (is_junk(paragraph) or CONTRIBUTED.fullmatch(paragraph.text))
        if counter or junk or is_unshown(paragraph, beside):
            if COPYRIGHT_ANTARA.match(paragraph.text):
                copyright = AGENCIES["antara"]
            elif first := FIRST_SEEN.match(paragraph.text) or SOURCE_LINE.fullmatch(paragraph.text):
                copyright = copyright or first["source"]
            continue
        kept.append(paragraph)
    # "Infografis", "Klasemen": a heading over nothing but a picture or a film, unless such is the whole article
    while len(kept) > 1 and _labels_picture(kept[-1]) and not kept[-2].heading:
        kept.pop()
    while len(kept) > 1 and kept[-1].heading and not kept[-1].picture and is_pointer(replace(kept[-1], heading=False)):
        kept.pop()  # a linked headline over nothing
    texts = [p.text for p in kept]
    del texts[: next((number for number, text in enumerate(texts) if not is_counter(text)), len(texts))]
    head = (BYLINE_HEAD.fullmatch(texts[0]) or COLUMN_HEAD.fullmatch(texts[0])) if len(texts) > 1 else None
    head = None if head and OF_A_WORK.match(texts[1]) else head
    if head and (names := people(head[1])):
        if PAPER_FIRST.match(texts[0]):  # "Laporan Wartawan Surya, Budi Santoso"
            names = people(re.split("[,|]", head[1], maxsplit=1)[-1]) or names
        cleaned.authors.extend(names)
        del texts[0]
    elif texts and (glued := BYLINE_GLUED.match(texts[0])) and (names := people(glued[1])):
        cleaned.authors.extend(names)
        texts[0] = texts[0][glued.end() :]
    below_tables = {below.text for above, below in pairwise(kept) if above.item}
    listed = len(kept) > 0 and kept[-1].item  # "1 2 3" in a table or a list are no pages
    for _ in range(MOST_LINES_BELOW):
        taken = (
            _take_counter(texts),
            not listed and _take_digits(texts),
            _take_hashtags(texts),
            take_signoff(texts, cleaned, desks=desks_sign),
            take_credits(texts, cleaned, bylined=bylined, sourced=texts[-1:] != [] and texts[-1] in below_tables),
            capitals_sign and take_capitals(texts, cleaned),
        )
        if not any(taken):
            break
    cleaned.agency = cleaned.agency or copyright
    cleaned.paragraphs = _join_dateline(texts)
    return cleaned


def _link_lists(paragraphs: list[Paragraph]) -> set[int]:
    """Where two linked lines or more in a row lead to other articles, or one does below the text; share bars."""
    found: set[int] = set()
    run: list[int] = []
    for number, paragraph in enumerate([*paragraphs, Paragraph("")]):
        counted = NUMBERED.match(paragraph.text, 0, LONGEST_ORNAMENT)
        line = paragraph.text[counted.end() if counted else 0 :]
        alone = paragraph.to_article and not paragraph.heading and len(line.split()) > 3 and is_headline(line)
        if alone and paragraph.linked_from(counted.end() if counted else 0):
            run.append(number)
        elif paragraph.text or number == len(paragraphs):
            if len(run) > 1 or (run and number == len(paragraphs)):
                found.update(run)
            run = []
    names = {number for number, p in enumerate(paragraphs) if not p.item and A_NETWORK.fullmatch(p.text)}
    return found | {number for number in names if number - 1 in names or number + 1 in names}


def _labels_picture(paragraph: Paragraph) -> bool:
    return paragraph.heading and paragraph.picture and bool(LABEL_ONLY.fullmatch(paragraph.text))


def is_counter(text: str) -> bool:
    """True for a line that says nothing but how often the page was read, how long that takes, or how old it is.

    >>> is_counter("Dibaca 1.234 kali | 12 Komentar"), is_counter("Buku itu dibaca 1.234 kali.")
    (True, False)
    """
    if len(text) > LONGEST_COUNTER:
        return False
    # "Jumat, 24 Juli 2026 | Dibaca 1.234 kali"
    return bool(COUNTER.fullmatch(text)) or bool(VIEWS.search(text.lower()) and read_timestamp(text))


def _join_dateline(texts: list[str]) -> list[str]:
    if texts and DATELINE.fullmatch(texts[0]):  # by itself it is no text
        return [f"{texts[0]} {texts[1]}", *texts[2:]] if texts[1:] else []
    return texts


def _take_hashtags(texts: list[str]) -> bool:
    """Hashtags alone below the text; those that the text announces, "Tagar itu:", stay."""
    if len(texts) > 1 and HASHTAGS.fullmatch(texts[-1]) and not texts[-2].endswith(":"):
        texts.pop()
        return True
    return False


def _take_digits(texts: list[str]) -> bool:
    """Page numbers left at the end: "1", "2" or "1 2 3 »"; a number that is the article's own stays."""
    run: list[str] = []
    while len(run) < min(len(texts), 99) and PAGES.fullmatch(texts[-1 - len(run)][:LONGEST_JUNK]):
        run.append(texts[-1 - len(run)])
    numbers = [int(n) for line in reversed(run) for n in re.findall(r"\d+", line)]
    told = len(run) < len(texts) and texts[-1 - len(run)].endswith(":")  # "Nomor yang keluar:"
    if not told and len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        del texts[-len(run) :]
        return True
    return False


def _take_counter(texts: list[str]) -> bool:
    if not texts or not is_counter(texts[-1]):
        return False
    if SAID.fullmatch(texts[-1]) and any(map(PRAYER.search, texts)):
        return False
    del texts[-1]
    return True
