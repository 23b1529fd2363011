"""Pointers to other articles among the paragraphs of one: "Baca juga:", a linked headline, a list of them."""

from __future__ import annotations

import re
from collections import deque

from newscrawl.reading.blocks.paragraphs import LETTER, Paragraph
from newscrawl.reading.phrases.page.headlines import (
    FULL_STOP,
    LONGEST_HEADLINE,
    SENTENCE_BREAK,
    is_capitalised,
    is_headline,
    is_recommended,
    is_title,
    is_titled,
)
from newscrawl.reading.phrases.words import TAGS
from newscrawl.reading.rows import Row, either
from newscrawl.reading.text import search_end

# Labels of other articles
RELATED = (
    Row(
        r"(?:baca|lihat|simak|tonton|saksikan|cek|klik|intip)\s+(?:ini\s+)?"
        r"(?:juga|pula|selengkapnya|lainnya|(?:artikel|berita|info)(?:\s+(?:lain(?:nya)?|terkait|selengkapnya))?)"
        r"|baca\s+(?:artikel|berita)\s+terkait\s+(?:[\w-]+\s+){1,4}lain(?:nya)?|selengkapnya\s+baca",
        "BACA JUGA",
        "Baca buku",
    ),
    Row(
        r"(?:yuk,?\s+)?(?:baca|lihat|simak|intip)\s+(?:ini\s+)?juga(?:\s+ini)?,?\s+(?:yuk|ya|dong)"
        r"(?:,?(?:\s(?-i:[A-Z])\w+){1,2}\s*!)?",
        "Baca Ini Juga Yuk Sahabat Sora!",
        "Baca juga ya Bu",
    ),
    Row(
        r"(?:baca|lihat|simak|tonton|saksikan|cek|klik|intip)\s+(?:ini\s+)?"
        r"(?:juga|pula)\s+(?:artikel|berita|video)(?:\s+(?:lain(?:nya)?|terkait|ini))?",
        "Simak pula berita lainnya",
        "Simak pula kata Ratna",
    ),
    Row(
        r"(?:berita|artikel|video)\s+(?:terkait|lain(?:nya)?|rekomendasi|menarik|pilihan|(?:ter)?populer|terhangat)"
        r"(?:\s+(?:lainnya|hari\s+ini))?",
        "Berita populer lainnya",
        "Berita duka",
    ),
    Row(
        r"(?:baca|lihat|simak|cek)(?:\s+juga)?\s+(?:artikel|berita)(?:\s+menarik)?\s+[\w-]+\.(?:com|co\.id|co|id|net)"
        r"\s+lain(?:nya)?(?:\s+(?:di\s+(?:bawah|sini)|berikut)(?:\s+ini)?)?",
        "Simak juga berita Sora.com lainnya",
        "Simak juga berita Sora.com itu",
    ),
    Row(r"(?:pos|posting(?:an)?|bacaan)\s+(?:terkait|lainnya)", "Bacaan Lainnya", "Bacaan lainnya menunggu"),
    Row(r"pilihan\s+(?:editor|redaksi)|topik\s+(?:terkait|pilihan)", "Pilihan Editor", "Pilihan warga"),
    Row(r"related(?:\s+(?:news|stories|articles?))?", "Related articles", "Related costs"),
    Row(r"(?:(?:read|watch|see)\s+also|also\s+(?:read|watch|see))|read\s+(?:more|next)", "Read also", "Read aloud"),
    Row(r"editor[’']?s[’']?\s+(?:choice|pick)s?", "Editor's choice", "Editor"),
    Row(  # Javanese, Sundanese
        r"[wm]?aca\s+uga|baca\s+og[eé]|deleng\s+uga|tingali\s+og[eé]", "Waca uga", "Maca buku"
    ),
)
A_LABEL = either(RELATED).pattern
ADDRESS = re.compile(r"https?://\S{4,300}", re.I)
RELATED_LABEL = re.compile(rf"[\W_]*(?:{A_LABEL})\s*(?:[:：|»→►]|(?<=\w)>|(?<=(?:juga|pula|kait)\s)[>–—-]+\s)\s*", re.I)
RELATED_BARE = re.compile(rf"[\W_]*(?:{A_LABEL}|(?:baca|simak|selengkapnya|halaman)(?=\s*[:：]))\s*[:：]?[\W_]*", re.I)
# Labels that may begin a true sentence: pointers only when the rest is a link. "Baca Juga<a>", "Baca: <a>"
RELATED_IF_LINKED = re.compile(
    r"[\W_]*(?:(?:baca|lihat|simak|tonton)\s+(?:juga|pula)\s*"
    r"|(?:berita |baca ){0,2}selengkapnya(?: (?:baca|klik|di|sini|dalam)){1,3}\s*[:：]?\s+"
    r"|(?:baca(?: (?:selanjut|sebelum|berikut)nya)?|lihat|selengkapnya|read|jangan lewatkan"
    r"|(?:halaman )?(?:selanjutnya|berikutnya))\s*[:：]\s*"
    r"|(?:pilihan (?:editor|redaksi)|(?:berita|artikel) (?:terkait|lainnya|(?:selanjut|berikut|sebelum)nya)"
    r"|(?:next|previous) (?:article|post))\s*)",
    re.I,
)
# "Baca: Harga Nikel Naik Tajam di Morowali Sejak Juni", without a link: a headline, if it is as long as one
LABEL_OF_TITLE = re.compile(r"\W*baca\s*[:：]\s*(?=[A-Z])(?!.*(?:allah|\bdoa\b|\bsura[ht]\b|\bayat\b))", re.I)
# "Menarik dibaca: Harga Nikel Naik Tajam di Morowali Sejak Juni": likewise, if most of its words are capitalised
LABEL_OF_CAPITALS = re.compile(
    r"(?!(?:[^,]*,){2})\W*(?:selengkapnya|jangan (?:lewatkan|ketinggalan) juga|baca (?:selanjut|sebelum)nya"
    r"|(?:yang )?(?:menarik|layak) (?:untuk )?dibaca"
    r"|mungkin (?:anda|kamu) suka|(?:klik|intip|cek|nonton)(?: juga)?|(?:don[’']t|do not) miss)\s*[:：]\s*(?=[A-Z])",
    re.I,
)
LEAST_TITLE = 7  # words
# "Klik untuk baca: <a>Harga Nikel Naik</a>"; an address behind "Info lebih lanjut:" is the article's
LABEL_OF_LINK = re.compile(
    r"[\W_]*(?:baca|lihat|simak|tonton|saksikan|klik|berita|artikel|foto|video|info)(?:\s+[\w-]+){1,6}\s*[:：]\s*", re.I
)
# "Rekomendasi: <a>Harga Nikel Naik</a>", if the link leads to an article; to a place or a form it is the writer's
LABEL_OF_ARTICLE = re.compile(r"[\W_]*(?:rekomendasi|kunjungi (?:juga|pula)|terkait|(?:ter)?populer)\s*[:：]\s*", re.I)
# "• <a>Harga Nikel Naik</a>", a paragraph of its own
BULLET = re.compile(r"(?:[•●▪►▶»]|>+)\s*")
# "Tag: <a>Kopi</a>, <a>Boyolali</a>", "Semua artikel tentang: <a>Kopi</a>"
TAG_LABEL = re.compile(
    rf"\W*(?:{TAGS}(?: (?:terkait|artikel|berita))?|(?:semua )?(?:artikel|berita) tentang)\s*:\s*", re.I
)
# "... di Jakarta. (Baca juga: Judul Lain (2)) Lalu ..."; "(baca: pemerintah)" is the writer's own gloss
RELATED_BRACKET = re.compile(
    r"[(\[]\s*(?:(?:baca|lihat|simak|tonton)(?P<sure>\s+(?:juga|pula|selengkapnya))?"
    r"|(?P<english>read\s+(?:also|more)|also\s+read|see\s+also))\s*:[^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]",
    re.I,
)
# "... pungkasnya. Baca juga: <a>Judul</a>"
RELATED_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[.!?…”\"’)\]]\s)|(?<=[.!?…”\"’)\]]))[*•>»\s]*"
    r"(?:(?:baca|lihat|simak|tonton)(?P<more>\s+(?:juga|pula|selengkapnya))?"
    r"|(?P<english>read\s+(?:also|more)|also\s+read|see\s+also))\s*(?:(?P<colon>[:：])\s*|(?=\S))",
    re.I,
)
# "... pungkasnya. Baca juga:", whose headline stands in a box of its own
LABEL_AT_END = re.compile(
    r"(?<=[.!?…”\"’)\]])[*•>»\s(\[]*\b(?:(?:baca|lihat|simak|tonton)\s+(?:juga|pula)|read\s+also"
    r"|pilihan (?:editor|redaksi))\s*[:：]\s*\Z",
    re.I,
)
# "... pungkasnya. <a>Selengkapnya...</a>"
MORE_AT_END = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][”\"’)]))\s*(?P<link>\b(?:(?:baca|lihat|simak|klik) )?(?:selengkapnya|selanjutnya)"
    r"(?:(?: klik)? di ?sini)?)\W*\Z",
    re.I,
)
LONGEST_MORE = 60  # characters
# "Harga Nikel Naik Tajam di Morowali <a>(Baca selengkapnya)</a>": a headline, whose link stands behind it
MORE_BEHIND = re.compile(r"\b(?P<link>(?:(?:baca|lihat|simak|klik) )?(?:selengkapnya|di ?sini))\W*\Z", re.I)
# "Jangan lewatkan: <a>", "Video » <a>", "Terkait - <a>": whatever stands before a linked headline
POINTER_LABEL = re.compile(r"[\W_]*[^:：|»›.\d]{3,25}(?:\s*[:：|»›]|\s[-–—>]+(?=\s))\s*")
# "BACA <a>", "Nonton juga <a>": labels without a sign, where the link leads to an article
LABEL_BESIDE = re.compile(
    r"[\W_]*(?:(?:(?:mau|yuk,?|ayo,?)\s+)?(?:baca|lihat|simak|(?:me)?nonton|tonton|saksikan|cek|klik|intip"
    r"|ikuti|kunjungi)"
    r"(?:\s+(?:juga|pula|lagi|selengkapnya|lain(?:nya)?|sebelumnya|kelanjutannya|artikel|berita|opini|fakta"
    r"|video|di ?sini))*"
    r"|(?:(?:berita|artikel)\s+)?(?:video|foto|infografi[sk]|live|viral|populer|terkait|sebelumnya|lain(?:nya)?"
    r"|terkini|terbaru)"
    r"|trending|related|rekomendasi|update|hot\s+news|selengkapnya(?:\s+baca)?|jangan\s+lewatkan(?:\s+juga)?)\s+",
    re.I,
)
POINTER_WORD = re.compile(r"baca|pilihan|lihat|simak|tonton|read|see\b|\[gambas|selengkapnya|selanjutnya", re.I)
# Where a pointer ends, nothing follows, or a new sentence does.
# Without a colon only a link at the very end is a pointer: "Lihat juga <a>tabel</a> 3 di bawah." is a sentence.
POINTER_IS_LAST = re.compile(r"[\s.”\"’)\]]*$")
AFTER_POINTER = re.compile(r"[\s.”\"’)\]]*(?:$|(?=[A-Z0-9“\"‘(]))")
COLON = re.compile("[:：]")  # without one, or a mark behind the first words, only a link is a pointer
MARKED = re.compile(r"[\W_]{0,9}[^\W\d_]+ \w+(?: \w+){0,4} ?[|»→►>–—-]")
LONGEST_POINTER = 1000  # characters of a linked headline and its label
LONGEST_ORNAMENT = 100  # characters of bullets, arrows and dashes in front of a label
MOST_POINTERS = 100  # in one paragraph; of more, the last are cut out
EMBED_MARK = re.compile(r"\[gambas:[^\]]*\]", re.I)


def is_related(paragraph: Paragraph) -> bool:
    """True for a paragraph that is a pointer to another article.

    >>> [is_related(Paragraph(f"Baca juga{sign}Harga Nikel Naik")) for sign in (": ", " » ", " - ", " ")]
    [True, True, True, False]
    >>> is_related(Paragraph("Baca juga: https://sora.com/read/1")), is_related(Paragraph("Laman: https://sora.go.id"))
    (True, False)
    """
    text = paragraph.text
    if not (paragraph.links or COLON.search(text) or MARKED.match(text)) or not LETTER.search(
        text, 0, LONGEST_ORNAMENT
    ):
        return False
    more = search_end(MORE_BEHIND, text, LONGEST_MORE) if paragraph.links else None
    label = RELATED_LABEL.match(text) if more else None
    if more and (label or text[-1] != ".") and paragraph.linked_from(more.start("link")):
        said = text[label.end() if label else 0 : more.start()].rstrip(" ([,.:;»>–—-")
        return (
            is_title(said) if label else paragraph.to_article and len(said.split()) >= LEAST_TITLE and is_titled(said)
        )
    if label := RELATED_LABEL.match(text):
        if paragraph.linked_from(end := label.end()) or _lists_links(paragraph, end) or is_recommended(paragraph, end):
            return True
        return not paragraph.links and (is_title(text[label.end() :]) or bool(ADDRESS.fullmatch(text, label.end())))
    if label := TAG_LABEL.match(text):
        return paragraph.linked_from(label.end())
    if not (paragraph.links or paragraph.item) and (label := LABEL_OF_TITLE.match(text)):
        return len(text[label.end() :].split()) >= LEAST_TITLE and is_title(text[label.end() :])
    if not (paragraph.links or paragraph.item) and (label := LABEL_OF_CAPITALS.match(text)):
        return len(text[label.end() :].split()) >= LEAST_TITLE and is_titled(text[label.end() :])
    if label := RELATED_IF_LINKED.match(text):
        return paragraph.linked_from(label.end())
    if label := LABEL_OF_LINK.match(text) or (LABEL_OF_ARTICLE.match(text) if paragraph.to_article else None):
        rest = text[label.end() :]
        return len(rest.split()) > 2 and is_headline(rest) and paragraph.linked_from(label.end())
    if paragraph.to_article and text[0] == "(" and text[-1] == ")" and len(text) <= LONGEST_HEADLINE:
        return paragraph.linked_from(0)  # "(<a>Ratna dan Darmo resmi cerai.</a>)", between the text and its signature
    if not paragraph.item and (label := BULLET.match(text)):
        return paragraph.linked_from(label.end()) and is_headline(text[label.end() :])
    return False


def _lists_links(paragraph: Paragraph, start: int) -> bool:
    """True for links one behind the other, and little else: 'Baca juga: <a>A</a> dan <a>B</a> untuk lengkapnya.'"""
    text, links = paragraph.text, sorted(paragraph.links)
    linked = sum(b - a for a, b in links if a >= start)
    return (
        len(links) > 1
        and links[0][0] <= start + 1
        and linked > (len(text) - start) / 2
        and not SENTENCE_BREAK.search(text[start:].rstrip(' .”"’)'))
    )


def cut_related(paragraph: Paragraph) -> Paragraph:
    """The paragraph without pointers in brackets and without a label that is followed by its link.

    >>> cut_related(Paragraph("Ia pergi. (Baca juga: Harga (2) Naik) Lalu pulang.")).text
    'Ia pergi. Lalu pulang.'
    >>> cut_related(Paragraph("Negara (baca: pemerintah) harus hadir.")).text
    'Negara (baca: pemerintah) harus hadir.'
    """
    if not (paragraph.links or COLON.search(paragraph.text)) or not POINTER_WORD.search(paragraph.text):
        return paragraph
    for match in _last(RELATED_BRACKET, paragraph):
        linked = any(match.start() < a < match.end() for a, _ in paragraph.links)
        title = match[0].split(":", 1)[1].strip(" )]")
        words = title.split()
        titled = len(words) >= 4 and sum(w[0].isupper() for w in words) > len(words) / 2
        # "Negara (baca: Presiden Republik Indonesia) rugi" is a gloss: a pointer is no part of a sentence
        apart = match[0][1:].lstrip()[0].isupper() or not paragraph.text[: match.start()].rstrip()[-1:].isalnum()
        if linked or ((match["sure"] or match["english"]) and is_title(title)) or (titled and apart):
            paragraph = paragraph.without(*match.span())
    for match in _last(EMBED_MARK, paragraph):
        paragraph = paragraph.without(*match.span())
    if (label := LABEL_AT_END.search(paragraph.text)) and label.start() > 0:
        paragraph = paragraph.without(label.start(), len(paragraph.text))
    if (behind := MORE_AT_END.search(paragraph.text)) and paragraph.linked_from(behind.start("link")):
        paragraph = paragraph.without(behind.start(), len(paragraph.text))
    for match in _last(RELATED_INLINE, paragraph):
        more = match["more"] or match["english"]
        if not more and not match["colon"]:
            continue
        rest = paragraph.text[match.end() :]
        link = paragraph.link_at(match.end())
        if link and link[0] <= match.end() + 2:
            ends = AFTER_POINTER if match["colon"] else POINTER_IS_LAST
            if after := ends.match(paragraph.text, link[1]):
                paragraph = paragraph.without(match.start(), after.end())
        elif not (more and match["colon"]) or any(b > match.end() for _, b in paragraph.links):
            continue
        elif is_title(rest):
            paragraph = paragraph.without(match.start(), len(paragraph.text))
    return paragraph


def _last(pattern: re.Pattern[str], paragraph: Paragraph) -> list[re.Match[str]]:
    """The matches of a pattern in a paragraph, the last first."""
    return list(deque(pattern.finditer(paragraph.text), MOST_POINTERS))[::-1]


def is_pointer(paragraph: Paragraph) -> bool:
    """True for a paragraph that is nothing but a linked headline: another article's, with or without a label.

    >>> is_pointer(Paragraph("Harga Nikel Naik Tajam di Morowali", [(0, 34)]))
    True
    >>> is_pointer(Paragraph("Video: Harga Nikel Naik Tajam di Morowali", [(7, 41)]))
    True
    >>> is_pointer(Paragraph("VIDEO Harga Nikel Naik Tajam di Morowali", [(6, 40)], to_article=True))
    True
    """
    if not paragraph.links or len(paragraph.text) > LONGEST_POINTER:
        return False
    if paragraph.heading or paragraph.elsewhere:  # a part of the article named by its link; a link to no article
        return False
    label = POINTER_LABEL.match(paragraph.text) or (paragraph.to_article and LABEL_BESIDE.match(paragraph.text))
    start = label.end() if label and not paragraph.linked_from(0) else 0
    said = paragraph.text[start:]
    words = said.split()
    asks = paragraph.to_article and len(said) <= LONGEST_HEADLINE and not FULL_STOP.search(said)  # "Naik! Ini Sebabnya"
    titled = len(words) > 4 and is_capitalised(words) and (asks or is_headline(said))
    return titled and paragraph.linked_from(start)
