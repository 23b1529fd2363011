"""What is never part of an article: related links, ads, sign-offs, credits, captions.

Works on paragraphs, knows no HTML but which characters of a paragraph are links. A pattern removes a
whole paragraph or a bracket; a sentence that only contains such words stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from newscrawl.bylines import AGENCIES, people


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its text, the spans of it that are links, whether a picture stands in it or it is a list item."""

    text: str
    links: list[tuple[int, int]] = field(default_factory=list)
    picture: bool = False
    item: bool = False

    def linked_from(self, start: int) -> bool:
        """Every letter or digit from `start` on is link text, and there is one."""
        if not self.links:
            return False
        between = [m.span() for m in re.finditer(r"\bdan\b|\((?:foto|video)\)", self.text[start:], re.I)]
        free = {i + start for a, b in between for i in range(a, b)}
        positions = [i for i in range(start, len(self.text)) if self.text[i].isalnum() and i not in free]
        return bool(positions) and all(any(a <= i < b for a, b in self.links) for i in positions)

    def link_at(self, start: int) -> tuple[int, int] | None:
        """The link whose text begins at `start`, white space and quotes aside."""
        while start < len(self.text) and not self.text[start].isalnum():
            start += 1
        return next((span for span in self.links if span[0] <= start < span[1]), None)

    def without(self, start: int, end: int) -> Paragraph:
        """The paragraph with `text[start:end]` cut out and the link spans moved along."""
        head, tail = self.text[:start].rstrip(), self.text[end:].lstrip()
        glue = " " if head and tail and tail[0] not in ".,;:!?" else ""
        shift = len(head) + len(glue) - (len(self.text) - len(tail))
        links = [(a, min(b, len(head))) for a, b in self.links if a < start]
        links += [(max(a, end) + shift, b + shift) for a, b in self.links if b > end]
        return Paragraph(head + glue + tail, links, self.picture, self.item)


@dataclass(slots=True)
class Cleaned:
    """What is left of an article, and what its tail said: editors, authors, an agency, picture captions."""

    paragraphs: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    agency: str | None = None
    captions: list[str] = field(default_factory=list)


# "Baca juga:", "BACA JUGA :", "Lihat juga:", "Simak pula:", "Baca selengkapnya:", "Pilihan Editor:"
RELATED = (
    r"(?:baca|lihat|simak|tonton|saksikan|cek|klik|intip)\s+"
    r"(?:juga|pula|selengkapnya|lainnya|(?:artikel|berita|info)(?:\s+(?:lain(?:nya)?|terkait|selengkapnya))?"
    r"|(?:juga|pula)\s+(?:artikel|berita|video)(?:\s+(?:lain(?:nya)?|terkait|ini))?)"
    r"|(?:ber|arti)(?:ita|kel)\s+(?:terkait|lain(?:nya)?|rekomendasi)"
    r"|pilihan\s+(?:editor|redaksi)|topik\s+terkait"
)
RELATED_LABEL = re.compile(rf"[\W_]*(?:{RELATED})\s*[:：]\s*", re.I)
RELATED_BARE = re.compile(rf"[\W_]*(?:{RELATED}|(?:baca|selengkapnya)(?=\s*[:：]))\s*[:：]?[\W_]*", re.I)
# Labels that may begin a true sentence: pointers only when the rest is a link. "Baca Juga <a>", "Baca: <a>"
RELATED_IF_LINKED = re.compile(
    r"[\W_]*(?:(?:baca|lihat|simak|tonton)\s+(?:juga|pula)\s+|(?:baca|lihat|selengkapnya)\s*[:：]\s*)", re.I
)
# "Tag: <a>Kopi</a>, <a>Boyolali</a>"
TAG_LABEL = re.compile(r"\W*tags?\s*:\s*", re.I)
# "... di Jakarta. (Baca juga: Judul Lain (2)) Lalu ..."; "(baca: pemerintah)" is the writer's own gloss
RELATED_BRACKET = re.compile(
    r"[(\[]\s*(?:baca|lihat|simak|tonton)(?P<sure>\s+(?:juga|pula|selengkapnya))?\s*:"
    r"[^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]",
    re.I,
)
# "... pungkasnya. Baca juga: <a>Judul</a>"
RELATED_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[.!?…”\"’)\]]\s)|(?<=[.!?…”\"’)\]]))[*•>»\s]*"
    r"(?:baca|lihat|simak|tonton)\s+(?:juga|pula|selengkapnya)\s*(?:(?P<colon>[:：])\s*|(?=\S))",
    re.I,
)
# A headline has no sentence end inside: "Harga Nikel Naik" against "Itu pesannya. Lalu ia pergi."
SENTENCE_BREAK = re.compile(r"[.!?][”\"’)]?\s+[A-Z“\"‘]|[.][”\"’)]?$")
POINTER_WORD = re.compile(r"baca|lihat|simak|tonton|\[gambas", re.I)
# Where a pointer ends, nothing follows, or a new sentence does.
# Without a colon only a link at the very end is a pointer: "Lihat juga <a>tabel</a> 3 di bawah." is a sentence.
POINTER_IS_LAST = re.compile(r"[\s.”\"’)\]]*$")
AFTER_POINTER = re.compile(r"[\s.”\"’)\]]*(?:$|(?=[A-Z0-9“\"‘(]))")

# A place that a "follow us" line names; a true sentence may too, but does not end with it.
PLACE = r"(?:google news|whatsapp|telegram|instagram|facebook|twitter|tiktok|youtube|line today|okezone(?:\.com)?)"
CAPITAL = r"(?-i:[A-Z0-9@(])"
# "Reuters", "Dok. Pribadi", "Okezone/Budi Santoso": each word of a credit begins like a name
CREDIT_NAME = (
    rf"{CAPITAL}[\w.@/&'’()-]*(?:[\s,/]+(?:{CAPITAL}[\w.@/&'’()-]*|dan|via|for|istimewa|ist)){{0,6}}"
    r"|ist(?:imewa)?|dok(?:umentasi)?\.? (?:pribadi|\w+)"
)

# Whole paragraphs that are never an article's, each with an example behind it.
JUNK_PARAGRAPHS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"[\W_]*(?:advertisement|advertorial|iklan|scroll to (?:continue|resume)(?: with)? content)[\W_]*",  # detik
        r"advertisement\W+scroll to (?:continue|resume)(?: with)? content",
        r"scroll ke bawah untuk (?:melanjutkan )?membaca(?: berita)?\W*",  # tempo
        r"bagikan artikel ini|cari berita lain di ?sini|telusuri berita [\w ]{1,30} lainnya",  # okezone
        r"halaman\s*:?(?:\s*\d+)*|lihat semua|selanjutnya\W*|sebelumnya|next|prev(?:ious)?",
        r"(?:halaman )?(?:selanjutnya|berikutnya)\W*|selengkapnya di halaman (?:selanjutnya|berikutnya)\W*",
        r"topik artikel\s*:?|tags?\s*:?|topik terkait\s*:?|label\s*:?",
        r"total share|share(?: on \w+)?\s*:?|copy link|link successfully copied|a a a",
        rf"follow (?:berita|whatsapp channel|akun|kami)\b[^,]{{0,80}}{PLACE}(?: untuk .{{0,60}})?\W*|follow",
        rf"follow whatsapp channel\b[^,]{{0,100}}|ikuti (?:berita|kami|saluran|whatsapp channel|akun|update)\b"
        rf"[^,]{{0,120}}(?:{PLACE}|di sini)(?: channel)?(?: untuk .{{0,60}})?\W*",
        r"konten di bawah ini disajikan oleh advertiser\b.{0,160}",
        rf"dapatkan (?:berita up to date|update berita)\b.{{0,200}}(?:{PLACE}|kejutan menarik lainnya|setiap hari)\W*",
        r"bergabung(?:lah)? dan dapatkan\b[^,]{0,200}|nantikan kejutan menarik lainnya\W*",
        r"(?:baca|lihat|simak)(?: juga)? (?:berita|artikel) (?:lainnya|selengkapnya|terkait)(?: okezone)?"
        r" (?:di sini|disini)\W*",
        rf"simak berita (?:terbaru|terkini|lainnya)\b[^,]{{0,60}}{PLACE}\W*|video terkait\W*",
        r"lihat postingan ini di instagram\W*|view this post on instagram\W*|sebuah kiriman dibagikan oleh .{3,80}"
        r"|a post shared by .{3,80}",
        r"golden scene|loading\W*|live now|load more|close player|pause|unmute|more stories",
        r"\d+ komentar|tulis komentar|berikan komentar anda|login untuk komentar",
        r"berita (?:terkait|lainnya|rekomendasi|terpopuler)|video rekomendasi|terpopuler|related articles?",
        r"voucher special okezone|s & k|lihat kode|diskon hingga \d+%.{0,120}\|.{0,200}",
        r"©? ?\d{4}(?: ?- ?\d{4})? okezone\.com.{0,40}|copyright ©.{0,80}|©\s*\d{4}.{0,60}",
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)? (?:video|tayangan|foto)(?: [\w-]+){0,4}\s*:?\s*"
        r"(?:[“\"”'][^“”\"]{0,160}[“\"”']|\b(?:berikut|di bawah)(?: ini)?)\W*(?:\[gambas:[^\]]*\])?",
        r"(?:simak|lihat|tonton|saksikan) (?:juga|pula) video\s*:\s*[^.]{3,160}",
        r"(?:simak|saksikan) (?:pula |juga )?(?:video|tayangan) (?:pilihan|menarik)(?: lainnya)?"
        r"(?: (?:berikut|ini|di bawah)){0,3}\W*",
        rf"artikel ini (?:telah|sudah) (?:tayang|terbit|dimuat) (?:sebelumnya )?(?:di|pada) "
        rf"(?:{CAPITAL}|\S+\.(?:com|id)).{{0,200}}",
        r"(?:cek|baca) berita (?:dan|&) artikel (?:yang )?lain(?:nya)? di google news.{0,60}",
        r"simak breaking news dan berita pilihan .{3,200}",
        r"segera lengkapi data dirimu.{0,120}|periksa kembali dan lengkapi data dirimu\W*",
        r"yuk, (?:baca artikel|simak juga)[^,]{0,160}|klik (?:di sini )?untuk (?:membaca|melihat)[^.,]{0,60}",
        r"(?:\s*\[gambas:[^\]]*\]\s*)+",
        rf"(?:dok|foto|photo|ilustrasi|sumber foto)\s*[:/]\s*(?:foto\s*:\s*)?(?:{CREDIT_NAME})\.?",
        r"\((?:foto|photo|dok|ilustrasi)\b\W.{2,80}\)",
        r"[-_=*•·.\s|>»<]+",
    )
)
LONGEST_JUNK = 400  # characters; a longer paragraph is somebody's text
EMBED_MARK = re.compile(r"\[gambas:[^\]]*\]", re.I)
# "... (Foto: Antara)", "... /Foto: Istimewa"; "ia membawa foto keluarga" is no credit
CAPTION = re.compile(
    r"[(\[]\s*(?:foto|photo|dok\w*|ilustrasi|sumber)\b\s*[:/.][^()\[\]]*[)\]]\s*\.?$"
    rf"|\b(?:foto|photo|dok(?:umentasi)?)\s*:\s*(?:{CREDIT_NAME})\.?$"
    r"|(?:^|[/.|])\s*(?:foto|photo|dok(?:umentasi)?)\s*[:/]\s*[^\s.][^.]{1,60}$",
    re.I,
)

INITIALS = r"[A-Za-z]{1,5}[.\-]*(?:\s?[/\-]\s?[A-Za-z]{1,5}[.\-]*)*"  # fbn, kha.-, vyp/kna
NAME = r"[A-Z][\w'’.\-]*(?:\s+(?:[A-Z][\w'’.\-]*|bin|binti|van|de)){0,4}"
SIGNOFF_INNER = rf"(?:{INITIALS}(?:/\*+)?|{NAME}(?:\s*[/,]\s*{NAME})?|\*+)"
SIGNOFF = re.compile(rf"[(\[]\s*({SIGNOFF_INNER})\s*[)\]]\s*\.?")
SIGNOFF_TAIL = re.compile(rf"(?<=[.!?…”\"’*])\s*[(\[]\s*({INITIALS}|\*+|{NAME})\s*[)\]]\s*$")
# "... tutup Rani (abc)": without a full stop only small letters are a signature, "(KKP)" is the article's
SIGNOFF_SMALL = re.compile(
    r"\s+[(\[]\s*(?!(?:dll|dkk|dsb|dst|dls|alm|sic|red|ibu|kpk)\b)([a-z]{3}|[a-z]{2,5}/[a-z]{2,5})\s*[)\]]\s*$"
)
# What stands in brackets at an end and names nobody.
NOTES = frozenset({"bersambung", "tamat", "habis", "selesai", "end", "wib", "wita", "wit"})
COPYRIGHT_ANTARA = re.compile(r"copyright\s*©\s*antara\b", re.I)
BRAND_INITIALS = frozenset({"mdk", "jpnn", "okz", "okezone", "red", "adv"})

ROLE = re.compile(
    r"(?P<role>reporter|kontributor|penulis|pewarta|wartawan|laporan|oleh|rep|editor|redaktur|red|penyunting"
    r"|uploader|produser|producer|sumber|source|copyright)(?P<also>\s*(?:&|dan)\s*(?:reporter|penulis|editor))?"
    r"\s*(?::|©)\s*",
    re.I,
)
GLUED_ROLE = re.compile(r"(?<=[a-z])(?=(?:Editor|Pewarta|Penulis|Reporter|Redaktur|Sumber|COPYRIGHT|Copyright)\s*[:©])")
AUTHOR_ROLES = frozenset({"reporter", "kontributor", "penulis", "pewarta", "wartawan", "laporan", "oleh", "rep"})
EDITOR_ROLES = frozenset({"editor", "redaktur", "red", "penyunting"})
CONTRIBUTED = re.compile(rf"({NAME}(?:(?:,| dan) {NAME})*) berkontribusi dalam penulisan artikel ini\.?")
# "JAKARTA -" left alone by a dateline that stands outside its paragraph
DATELINE = re.compile(r"[A-Z][\w .,/()'’\-]{1,58}\s*(?:[-–—]|--)")


def is_junk(paragraph: Paragraph) -> bool:
    """True for a paragraph that is never an article's, whatever stands around it.

    >>> is_junk(Paragraph("Bagikan Artikel Ini")), is_junk(Paragraph("Ia bagikan artikel ini kepada kami."))
    (True, False)
    """
    text = paragraph.text
    if len(text) > LONGEST_JUNK:
        return False
    if paragraph.item and len(text.split()) < 3 and not paragraph.linked_from(0):
        return False  # "Iklan", "Share" may be items of a list of the article
    return any(pattern.fullmatch(text) for pattern in JUNK_PARAGRAPHS)


def is_caption(paragraph: Paragraph, under_picture: bool) -> bool:
    """True for a short line with a credit in or right under a picture.

    >>> is_caption(Paragraph("Latihan sore (Foto: Antara)"), True), is_caption(Paragraph("Ia tiba."), True)
    (True, False)
    """
    near = paragraph.picture or under_picture
    return near and len(paragraph.text) < 300 and bool(CAPTION.search(paragraph.text))


def is_related(paragraph: Paragraph) -> bool:
    """True for a paragraph that is a pointer to another article.

    >>> is_related(Paragraph("Baca juga: Harga Nikel Naik")), is_related(Paragraph("Saya baca juga buku itu."))
    (True, False)
    """
    text = paragraph.text
    if label := RELATED_LABEL.match(text):
        return paragraph.linked_from(label.end()) or (not paragraph.links and is_headline(text[label.end() :]))
    if label := TAG_LABEL.match(text):
        return paragraph.linked_from(label.end())
    if label := RELATED_IF_LINKED.match(text):
        return paragraph.linked_from(label.end())
    return False


def is_headline(text: str) -> bool:
    """True for text that could be a headline: short, with no sentence end inside or behind."""
    return 0 < len(text) <= 220 and not text[0].islower() and not SENTENCE_BREAK.search(text)


def cut_related(paragraph: Paragraph) -> Paragraph:
    """The paragraph without pointers in brackets and without a label that is followed by its link.

    >>> cut_related(Paragraph("Ia pergi. (Baca juga: Harga (2) Naik) Lalu pulang.")).text
    'Ia pergi. Lalu pulang.'
    >>> cut_related(Paragraph("Negara (baca: pemerintah) harus hadir.")).text
    'Negara (baca: pemerintah) harus hadir.'
    """
    if not POINTER_WORD.search(paragraph.text):
        return paragraph
    for match in reversed(list(RELATED_BRACKET.finditer(paragraph.text))):
        linked = any(match.start() < a < match.end() for a, _ in paragraph.links)
        words = match[0].split(":", 1)[1].strip(" )]").split()
        titled = len(words) >= 4 and sum(w[0].isupper() for w in words) > len(words) / 2
        if match["sure"] or linked or titled:
            paragraph = paragraph.without(*match.span())
    while mark := EMBED_MARK.search(paragraph.text):
        paragraph = paragraph.without(*mark.span())
    for match in reversed(list(RELATED_INLINE.finditer(paragraph.text))):
        rest = paragraph.text[match.end() :]
        link = paragraph.link_at(match.end())
        if link and link[0] <= match.end() + 2:
            ends = AFTER_POINTER if match["colon"] else POINTER_IS_LAST
            if after := ends.match(paragraph.text, link[1]):
                paragraph = paragraph.without(match.start(), after.end())
        elif match["colon"] and is_headline(rest) and not any(b > match.end() for _, b in paragraph.links):
            paragraph = paragraph.without(match.start(), len(paragraph.text))
    return paragraph


def strip(paragraphs: Iterable[Paragraph]) -> Cleaned:
    """An article's paragraphs in order; what its tail says of editors, authors and agency is read, not kept."""
    kept: list[Paragraph] = []
    cleaned = Cleaned()
    in_related_list = after_picture = False
    for paragraph in paragraphs:
        under_picture, after_picture = after_picture, paragraph.picture and not paragraph.text
        if RELATED_BARE.fullmatch(paragraph.text):
            in_related_list = True
            continue
        if in_related_list and paragraph.linked_from(0) and not paragraph.text.endswith("."):
            continue
        in_related_list = False
        if is_related(paragraph):
            continue
        paragraph = cut_related(paragraph)
        if not any(c.isalnum() for c in paragraph.text) or RELATED_BARE.fullmatch(paragraph.text):
            continue
        if is_caption(paragraph, under_picture):
            cleaned.captions.append(paragraph.text)
            continue
        if is_junk(paragraph):
            if COPYRIGHT_ANTARA.match(paragraph.text):
                cleaned.agency = AGENCIES["antara"]
            continue
        kept.append(paragraph)
    texts = [p.text for p in kept]
    while any(take(texts, cleaned) for take in TAIL):
        pass
    cleaned.paragraphs = _join_dateline(texts)
    return cleaned


def _join_dateline(texts: list[str]) -> list[str]:
    if len(texts) > 1 and DATELINE.fullmatch(texts[0]):
        return [f"{texts[0]} {texts[1]}", *texts[2:]]
    return texts


def _take_digits(texts: list[str], _: Cleaned) -> bool:
    """Page numbers left at the end: "1", "2" or "1 2 3"; a number that is the article's own stays."""
    run: list[str] = []
    while len(run) < len(texts) and re.fullmatch(r"\d{1,2}(?:\s+\d{1,2})*", texts[-1 - len(run)]):
        run.insert(0, texts[-1 - len(run)])
    numbers = [int(n) for line in run for n in line.split()]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        del texts[-len(run) :]
        return True
    return False


def _take_signoff(texts: list[str], cleaned: Cleaned) -> bool:
    if not texts:
        return False
    if match := SIGNOFF.fullmatch(texts[-1]):
        texts.pop()
    elif match := SIGNOFF_TAIL.search(texts[-1]) or SIGNOFF_SMALL.search(texts[-1]):
        if match[1].casefold() in NOTES:
            return False
        texts[-1] = texts[-1][: match.start()].rstrip()
    else:
        return False
    _signed(match[1], cleaned)
    return True


def _signed(inner: str, cleaned: Cleaned) -> None:
    """Who signed: the last of "writer/editor", an agency beside or in place of them, or nobody for "(*)"."""
    names = [part.strip(" .-*") for part in re.split(r"/", inner)]
    for name in names:
        if agency := _agency(name):
            cleaned.agency = cleaned.agency or agency
    named = [n.split(",")[0] for n in names if n and n.casefold() not in BRAND_INITIALS | NOTES and not _agency(n)]
    if named:
        cleaned.editors.insert(0, named[-1])


def _agency(name: str) -> str | None:
    """The agency of a signature; "(abc)" is somebody's initials, "(AFP)" is not."""
    if len(name) <= 4 and not name.isupper() and name.casefold() != "ant":
        return None
    return AGENCIES.get(name.casefold())


def _take_credits(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line that only names roles: "Pewarta: A Editor: B Copyright © ANTARA 2026"."""
    if not texts or len(texts[-1]) > 240:
        return False
    line = GLUED_ROLE.sub(" ", texts[-1])
    if match := CONTRIBUTED.fullmatch(line):
        texts.pop()
        return True
    roles = list(ROLE.finditer(line))
    if not roles or line[: roles[0].start()].strip(" -–|•("):
        return False
    ends = [m.start() for m in roles[1:]] + [len(line)]
    values = [(m, line[m.end() : end].strip(" ,.;|-–/()")) for m, end in zip(roles, ends, strict=True)]
    if not all(_names_somebody(value) for _, value in values):
        return False
    texts.pop()
    for match, value in values:
        _credit(match["role"].casefold(), bool(match["also"]), value, cleaned)
    return True


def _names_somebody(value: str) -> bool:
    """True for what stands behind a role in a credit: "Budi Santoso", "Antara"; not for "api itu belum diketahui"."""
    words = re.findall(r"[^\W\d_]+", SIGNOFF_TAIL_OF_CREDIT.sub("", value))
    if len(words) == 1 and len(words[0]) <= 5:
        return True  # initials
    return len(words) <= 10 and (words or [""])[0][:1].isupper() and sum(w[0].islower() for w in words) <= 1


def _credit(role: str, also: bool, value: str, cleaned: Cleaned) -> None:
    signed = SIGNOFF_TAIL_OF_CREDIT.search(value)
    if signed:
        _signed(signed[1], cleaned)
        value = value[: signed.start()]
    names = people(value)
    if role in AUTHOR_ROLES or also:
        cleaned.authors.extend(names)
    if role in EDITOR_ROLES:
        cleaned.editors.extend(names)
    if role in {"sumber", "source", "copyright"}:
        source = re.sub(r"[\s\d©]+$|^[\s©]+", "", value)
        cleaned.agency = cleaned.agency or AGENCIES.get(source.casefold())


SIGNOFF_TAIL_OF_CREDIT = re.compile(rf"\s*[(\[]\s*({INITIALS})\s*[)\]]?\s*$")
TAIL: tuple[Callable[[list[str], Cleaned], bool], ...] = (_take_digits, _take_signoff, _take_credits)
