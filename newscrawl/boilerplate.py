"""What is never part of an article: related links, ads, sign-offs, credits, captions.

Works on paragraphs, knows no HTML but which characters of a paragraph are links. A pattern removes a
whole paragraph or a bracket; a sentence that only contains such words stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from newscrawl.bylines import AGENCIES, NOT_A_PERSON, people, read_byline


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
        tail = tail.removeprefix(".") if head.endswith((".", "!", "?")) else tail
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
    r"|(?:berita|artikel|video)\s+(?:terkait|lain(?:nya)?|rekomendasi|menarik|pilihan|(?:ter)?populer|terhangat)"
    r"(?:\s+lainnya)?"
    r"|pilihan\s+(?:editor|redaksi)|topik\s+terkait"
    r"|related(?:\s+(?:news|stories|articles?))?|(?:read\s+also|also\s+read|see\s+also)|editor[’']?s[’']?\s+choice"
)
RELATED_LABEL = re.compile(rf"[\W_]*(?:{RELATED})\s*[:：]\s*", re.I)
RELATED_BARE = re.compile(rf"[\W_]*(?:{RELATED}|(?:baca|selengkapnya|halaman)(?=\s*[:：]))\s*[:：]?[\W_]*", re.I)
# Labels that may begin a true sentence: pointers only when the rest is a link. "Baca Juga <a>", "Baca: <a>"
RELATED_IF_LINKED = re.compile(
    r"[\W_]*(?:(?:baca|lihat|simak|tonton)\s+(?:juga|pula)\s+|(?:baca|lihat|selengkapnya|read)\s*[:：]\s*)", re.I
)
# "Klik untuk baca: <a>Harga Nikel Naik</a>"; an address behind "Info lebih lanjut:" is the article's
LABEL_OF_LINK = re.compile(
    r"[\W_]*(?:baca|lihat|simak|tonton|saksikan|klik|berita|artikel|foto|video|info)(?:\s+[\w-]+){1,4}\s*[:：]\s*", re.I
)
# "Rekomendasi untuk Anda" above linked headlines
RELATED_IF_LINKS_FOLLOW = re.compile(
    r"\W*(?:rekomendasi(?: (?:pilihan|untuk anda|berita|artikel))?|pilihan untuk(?:mu| anda)|terkini(?: lainnya)?"
    r"|terpopuler)\W*",
    re.I,
)
# "1. <a>Harga Nikel Naik</a>"
NUMBERED = re.compile(r"\W*\d{1,2}[.)]\s*")
# "• <a>Harga Nikel Naik</a>", a paragraph of its own
BULLET = re.compile(r"(?:[•●▪►▶»]|>+)\s*")
# "Tag: <a>Kopi</a>, <a>Boyolali</a>"
TAG_LABEL = re.compile(r"\W*tags?\s*:\s*", re.I)
# "Pasal 5 ayat (2)", "Tabel 3": what an article itself may point to
REFERENCE = re.compile(
    r"(?:(?:pasal|ayat|huruf|butir|tabel|lampiran|bab|bagian|halaman|gambar|grafik|peta|catatan(?: kaki)?|surah?t?"
    r"|article|chapter|section|table|page|figure|appendix)\b[\s.]*\(?(?:[\divx]+|[a-z])\b\)?(?:[\s,;]|dan\b|and\b)*)+[.)]*",
    re.I,
)
# "... di Jakarta. (Baca juga: Judul Lain (2)) Lalu ..."; "(baca: pemerintah)" is the writer's own gloss
RELATED_BRACKET = re.compile(
    r"[(\[]\s*(?:baca|lihat|simak|tonton)(?P<sure>\s+(?:juga|pula|selengkapnya))?\s*:"
    r"[^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]",
    re.I,
)
# "... pungkasnya. Baca juga: <a>Judul</a>"
RELATED_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[.!?…”\"’)\]]\s)|(?<=[.!?…”\"’)\]]))[*•>»\s]*"
    r"(?:baca|lihat|simak|tonton)(?P<more>\s+(?:juga|pula|selengkapnya))?\s*(?:(?P<colon>[:：])\s*|(?=\S))",
    re.I,
)
# "Jangan lewatkan: <a>", "Video: <a>": whatever stands before a linked headline
POINTER_LABEL = re.compile(r"[\W_]*[^:：.\d]{3,25}[:：]\s*")
NEXT_PAGE = re.compile(r"(?:baca )?halaman (?:selanjutnya|berikutnya)\W*", re.I)
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

# Names of houses as they write them where they call readers
HOUSES = (
    r"okezone|detik\w*|kompas|tribun\w*|liputan6|jpnn|(?-i:Tempo)|antara ?news|republika|suara\.com|viva\.co|medcom"
    r"|metro ?tv\w*|berita ?satu|sindo\w*|i-?news|idn ?times|tirto|merdeka\.com|kumparan|jawa ?pos|pikiran.rakyat"
    r"|media indonesia|cnn|cnbc|\w+news"
)
# "ANTARA 2026", "Okezone.com, All Rights Reserved"
RIGHTS = r"(?:[\s,.]*(?-i:[^\sa-z]\S*|[aA]ll|[rR]ights?|[rR]eserved|by|the|of|dan|and|\S+\.(?:com|co|id)\S*)){0,14}\W*"

# What is nobody's text, not even as an item of a list.
MARKS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:advertisement\W+)?scroll to (?:continue|resume)(?: with)? content[\W_]*",
        r"(?:\s*\[gambas:[^\]]*\]\s*)+",
        r"[-_=*•·.\s|>»<]+",
    )
)
# Whole paragraphs that are never an article's, each with an example behind it.
JUNK_PARAGRAPHS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"[\W_]*(?:advertisement|advertorial|iklan|scroll to (?:continue|resume)(?: with)? content)[\W_]*",  # detik
        r"scroll (?:ke bawah )?untuk (?:melanjutkan|membaca|lanjut)(?: membaca)?(?: (?:berita|artikel))?\W*",  # tempo
        r"bagikan artikel ini|cari berita lain di ?sini|telusuri berita [\w ]{1,30} lainnya",  # okezone
        r"halaman\s*:?(?:\s*\d+)*|lihat semua|selanjutnya\W*|sebelumnya|next|prev(?:ious)?",
        r"(?:halaman )?(?:selanjutnya|berikutnya)(?: arrow_\w+)?\W*",
        # "Simak selengkapnya di halaman selanjutnya >>>", "Berlanjut ke halaman berikutnya. Langsung klik"
        r"\W*(?:(?:simak|baca|klik|lihat|buka|cek|(?:ber)?lanjut(?:kan)?|bersambung|selengkapnya|langsung|membaca|untuk"
        r"|di|ke|pada|sini|artikel|berita) ){1,6}halaman (?:selanjutnya|berikut(?:nya)?)(?: ini)?"
        r"(?:\W+langsung klik)?\W*",
        r"topik artikel\s*:?|tags?\s*:?|topik terkait\s*:?|label\s*:?",
        r"total share|share(?: on \w+)?\s*:?|copy link|link successfully copied|a a a",
        r"konten di bawah ini disajikan oleh advertiser\b(?:\..{0,160})?",
        r"bergabung(?:lah)? dan dapatkan\b[^,]{0,120}"
        r"\b(?:kejutan|hadiah|voucher|poin|promo|berita)\b[^,]{0,80}|nantikan kejutan menarik lainnya\W*",
        r"(?:baca|lihat|simak)(?: juga)? (?:berita|artikel) (?:lainnya|selengkapnya|terkait)(?: okezone)?"
        r" (?:di sini|disini)\W*",
        r"lihat postingan ini di instagram\W*|view this post on instagram\W*|sebuah kiriman dibagikan oleh .{3,80}"
        r"|a post shared by .{3,80}",
        # jpnn
        r"follow|video terkait\W*|\W*selengkapnya di halaman \d+\W*",
        r"(?:jangan (?:sampai ketinggalan|lewatkan)|kamu sudah menonton|simak!|saksikan!) video"
        r"(?: (?:terbaru|terpopuler|pilihan|redaksi|menarik|hari|berikut|di bawah|ini)){1,5}\W*",
        r"video terpopuler hari ini\W*|\(?tirto\.id - [\w /]{3,40}\)?",
        r"golden scene|loading\W*|live now|load more|close player|pause|unmute|more stories",
        r"\d+ komentar|tulis komentar|berikan komentar anda|login untuk komentar",
        r"berita (?:terkait|lainnya|rekomendasi|terpopuler)|video rekomendasi|terpopuler|related articles?",
        r"voucher special okezone|s & k|lihat kode|diskon hingga \d+%.{0,120}\|.{0,200}",
        rf"©? ?\d{{4}}(?: ?- ?\d{{4}})? okezone\.com.{{0,40}}|copyright ©{RIGHTS}|©\s*\d{{4}}{RIGHTS}",
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)? (?:video|tayangan|foto)(?: [\w-]+){0,4}\s*:?\s*"
        r"(?:[“\"”'][^“”\"]{0,160}[“\"”']|\b(?:berikut|di bawah)(?: ini)?)\W*(?:\[gambas:[^\]]*\])?",
        # detik: "Simak juga 'Judul':", "Lihat Video: Judul", "Saksikan Live DetikPagi:"
        r"(?:simak|lihat|tonton|saksikan)(?: (?:juga|pula|video|tayangan)){1,2}\s*:?\s*[“\"”'‘].{3,160}[”\"'’]"
        r"(?: (?:di sini|berikut(?: ini)?|di bawah(?: ini)?))?\W*",
        rf"(?:simak|lihat|tonton|saksikan)(?: juga| pula)? video\s*:\s*{CAPITAL}[^.]{{2,160}}",
        r"(?:simak|tonton|saksikan)(?: juga)? live (?:streaming )?[\w -]{3,30}\s*:",
        r"(?:simak|saksikan) (?:pula |juga )?(?:video|tayangan) (?:pilihan|menarik)(?: lainnya)?"
        r"(?: (?:berikut|ini|di bawah)){0,3}\W*",
        rf"(?:disclaimer\s*:\s*)?(?:sebagian )?(?:isi )?(?:artikel|berita)(?: ini)? (?:telah|sudah|pernah)"
        r" (?:tayang|terbit|dimuat) (?:sebelumnya )?(?:di|pada) (?:\S+\.(?:com|co|id)\b.{0,200}"
        rf"|{CAPITAL}[^,]{{0,60}} (?:dengan judul|berjudul) .{{0,160}}|(?:{HOUSES})\b[^,]{{0,60}})",
        r"ikuti berbagai berita menarik .{3,60} di program .{3,160}",  # detik, before 2015
        r"halaman (?:selanjutnya|berikutnya)\s*[:：»].{3,200}",  # viva: how the next page begins
        r"klik (?:di sini )?untuk (?:membaca|melihat) (?:artikel|berita)\b[^.,]{0,60}",
        r"[(\[]?(?:dari |dirangkum dari )?(?:berbagai|beragam|pelbagai) sumber[)\]]?\W*",
        r"[—–-]+\s*.{2,60}\(@\w{2,30}\)\s+\w+ \d{1,2}, \d{4}",  # whose tweet it is
        # jpnn: "Jangan Lewatkan Video Terbaru:", "Video Terpopuler Hari ini:"
        r"(?=.*\bvideo\b)(?:(?:video|tayangan|terbaru|terpopuler|terkini|viral|pilihan|menarik|redaksi|hari|ini|di|bawah"
        r"|berikut(?:nya)?|juga|pula|lainnya|lihat|simak|tonton|nonton|menonton|saksikan|jangan|lewatkan|sampai"
        r"|ketinggalan"
        r"|kamu|anda|sudah|yuk|untuk)[\s,!?:]*){2,}",
        r"(?:bagikan|cetak|print|ukuran font|a\+ ?a-|dengarkan artikel|tampilkan semua|halaman \d+ dari \d+)\W*",
        rf"(?:unduh|download) aplikasi (?:berita\b|[^,]{{0,30}}\b(?:{HOUSES}))[^,]{{0,60}}",
        r"add as a preferred source on google|(?:silakan )?berlangganan untuk membaca artikel selengkapnya\W*",
        r"(?:cek|baca) berita (?:dan|&) artikel (?:ya?n?g )?lain(?:nya)? di google news"
        rf"(?:\W+(?:dan\W+)?{PLACE}(?: channel)?)*\W*",
        # kompas
        r"(?:selalu update info terkini\. )?(?:simak|dapatkan update) (?:breaking news dan berita pilihan"
        r"|berita pilihan dan breaking news) .{3,330}",
        r"(?:dalam segala situasi, )?kompas\.com berkomitmen memberikan fakta jernih .{3,300}",
        r"(?:baca|simak|update|ikuti) berita (?:[\w.]+ )?lain(?:nya)? (?:di|dari) [^,]{0,40}google news\W*",  # tribun
        r"(?:simak|baca)(?: juga)? (?:berita|artikel) (?:lainnya|lain|menarik|selengkapnya)(?: lainnya)?"
        r" (?:terkait|soal|tentang|seputar|mengenai) [^.,]{3,80}",
        rf"(?:update|dapatkan|baca|simak|cek) (?:info\w*|berita|artikel|update)\b[^.,]{{3,80}} di google news"
        rf"(?: {CAPITAL}[\w.]+){{0,3}}\W*",
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)?(?: video(?:nya)?| foto(?:nya)?| tayangan(?:nya)?)\s*:?\W*",
        r"\W*(?:benar\W+)?fakta atau hoa(?:ks|x)\? untuk mengetahui .{10,200}(?:whatsapp|liputan6).{0,160}",  # liputan6
        r"\d{1,2} dari \d{1,2} halaman|lanjutkan membaca\W*|perbesar|klik gambar untuk perbesar",
        rf"dapatkan\b.{{0,80}}\bgratis\b.{{0,120}}\baplikasi\b.{{0,60}}(?:{HOUSES}).{{0,120}}",
        r"baca berita tanpa iklan\. gabung kompas\.com\+.{0,40}",
        r"segera lengkapi data dirimu.{0,120}|periksa kembali dan lengkapi data dirimu\W*",
        rf"(?:dok|foto|photo|ilustrasi|sumber foto)\s*[:/]\s*(?:foto\s*:\s*)?(?:{CREDIT_NAME})\.?",
        rf"\((?:foto|photo|dok|ilustrasi)\b\s*(?:[:/.]|(?={CAPITAL}))(?!\d).{{2,80}}\)",
    )
)
# Calls that a true sentence may make too, for a ministry's account: junk if they name a house or lead to news.
CALLS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"follow (?:berita|whatsapp channel|akun|kami)\b[^,]{{0,80}}{PLACE}(?: untuk .{{0,60}})?\W*",
        rf"follow whatsapp channel\b[^,]{{0,100}}|ikuti (?:berita|kami|saluran|whatsapp channel|akun|update)\b"
        rf"[^,]{{0,120}}(?:{PLACE}|di sini)(?: channel)?(?:,? klik (?:di )?sini| untuk .{{0,60}}|(?: [\w.]+)? ?: ?(?:https?://\S+)?)?\W*"
        r"|(?:ikuti|follow|temukan) kami (?:juga )?di\W*",
        rf"dapatkan (?:berita up to date|update berita)\b.{{0,200}}(?:{PLACE}|kejutan menarik lainnya|setiap hari)\W*",
        rf"simak berita (?:terbaru|terkini|lainnya)\b[^,]{{0,60}}{PLACE}\W*",
        r"silakan baca (?:konten|berita|artikel)(?: menarik)? lainnya (?:dari|di) .{3,60}",
        # metrotvnews: "Dapatkan berita terbaru lainnya di saluran WhatsApp Metrotvnews.com"
        r"(?:simak|ikuti|dapatkan|cek|baca|temukan)(?: terus| juga)? (?:berita|artikel|informasi|update)\b[^,]{0,40}"
        r" (?:lain(?:nya)?|terbaru|terkini|terhangat|terupdate|pilihan|menarik|terpopuler)\b[^,]{0,80}"
        rf"\b(?:di|dari|via|lewat|melalui)(?: (?:saluran|kanal|channel|aplikasi))? {PLACE}(?: channel)?"
        r"(?: [A-Z]\S+| kami)?\W*",
        rf"(?:ayo |yuk |mari )?(?:ber)?gabung(?:lah)? (?:di|dengan)\b[^,]{{0,60}}"
        rf"{PLACE}[^,]{{0,30}}",
        rf"(?:jangan lupa )?(?:ikuti|follow|kunjungi)(?: juga)? (?:akun|kanal|channel)\b[^,]{{0,30}} {PLACE}"
        r"(?: resmi)?(?: kami| @\w+)\W*",
    )
)
CALLS_US = re.compile(
    rf"\b(?:kami|redaksi|{HOUSES})\b|google news|(?:saluran|kanal|channel) whatsapp|whatsapp channel|kejutan menarik"
    r"|(?<![\w.])[\w-]+\.(?:com?|net|tv|co\.id|id)\b",
    re.I,
)
CALLS_TO_NEWS = re.compile(r"\b(?:berita|artikel|news)\b", re.I)
# Calls that are a step of a manual if nothing in them is a link.
LINKED_CALLS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"saksikan (?:live streaming|siaran langsung)\b[^,]{0,80} (?:di sini|disini|berikut ini)\W*",  # beritasatu
        r"yuk, (?:baca artikel|simak juga)[^,]{0,160}|klik (?:di sini )?untuk (?:membaca|melihat)[^.,]{0,60}",
    )
)
LONGEST_JUNK = 400  # characters; a longer paragraph is somebody's text
EMBED_MARK = re.compile(r"\[gambas:[^\]]*\]", re.I)
# Where pictures are from, as a credit without "Foto:" names it
STOCK = (
    r"antara|reuters|afp|ap|getty images|ist(?:imewa)?|net|internet|dok\b[^()]*|pixabay|pexels|unsplash|freepik"
    r"|shutterstock|youtube|instagram|screenshot[^()]*"
)
# "... (Foto: Antara)", "... /Foto: Istimewa"; "ia membawa foto keluarga" is no credit
CAPTION = re.compile(
    r"[(\[]\s*(?:foto|photo|dok\w*|ilustrasi)\b\s*[:/.][^()\[\]]*[)\]]\s*\.?$"
    r"|^[^.!?]*\.?\s*[(\[]\s*sumber\b\s*[:/.][^()\[\]]*[)\]]\s*\.?$"
    rf"|[(\[]{CAPITAL}[\w.@ '’-]{{1,30}}(?:/{CAPITAL}[\w.@ '’-]{{1,40}})+[)\]]\s*\.?$"
    r"|^(?:(?:source|sumber|credit)\s*:\s*)?(?:https?://)?(?:www\.)?[\w-]+\.(?:com|id|net|org)(?:/\S*)?$"
    r"|^dok\. \S.{1,60}$"
    rf"|^[^.!?\"“]{{3,150}}\.?\s*[(\[](?:{STOCK})(?:\.com)?[)\]]\.?$|^[^.!?\"“]{{3,150}}/(?:{STOCK})\.?$"
    rf"|(?:^|\s){CAPITAL}[\w.]*(?: foto| photo)?/{CAPITAL}[\w.]*(?: {CAPITAL}[\w.]*){{0,4}}$"
    r"|^(?:screenshot|tangkapan layar)\b[^.]{0,60}$"
    rf"|^(?-i:[A-Za-z]+\.com|[A-Z]+)/(?-i:[A-Z][A-Z.'’]+ ){{1,4}}|©\s*\d{{4}}[^.]{{3,60}}(?:\.com\S*|/.{{3,30}})$"
    rf"|\b(?:foto|photo|dok(?:umentasi)?)\s*:\s*(?:{CREDIT_NAME})\.?$"
    r"|(?:^|[/.|])\s*(?:foto|photo|dok(?:umentasi)?)\s*[:/]\s*[^\s.][^.]{1,60}$",
    re.I,
)

# media indonesia's desk and editor: H-2, OL-10, Ant/H-3, Live Science/Z-2
DESK = r"(?:[^()\[\]]{1,50}/\s?)?[A-Z]{1,3}\s?-\s?\d{1,2}"
# fbn, kha.-, vyp/kna
INITIALS = rf"{DESK}|[A-Za-z]{{1,5}}[.\-]*(?:\s?[/\-]\s?[A-Za-z]{{1,5}}[.\-]*)*"
NAME = r"[A-Z][\w'’.\-]*(?:\s+(?:[A-Z][\w'’.\-]*|bin|binti|van|de)){0,4}"
# Tribunnews.com/Budi Santoso, Tribun Jateng/dwl
SITE = r"(?:[A-Za-z][\w-]*\.(?:com|co\.id|id|net|tv)|[Tt][Rr][Ii][Bb][Uu][Nn] ?\w*)"
SITE_SIGN = rf"{SITE}(?:\s*[/,]\s*(?:{SITE}|{NAME}|[a-z]{{2,5}})){{1,6}}"
CODE = r"[A-Za-z]{1,6}(?:[.\-][A-Za-z]{1,4})*\d{0,3}"
SLASHED = rf"(?:\*|{CODE})(?:/{CODE})+"  # mcr10/jpnn, antara/jpnn, */jpnn, T.A063/B/S012
COUNTED = r"[a-z]{1,3}-?\d{1,2}"  # mg1, r-5
SIGNOFF_INNER = rf"(?:{SLASHED}|{INITIALS}(?:/\*+)?|{NAME}(?:\s*[/,]\s*{NAME})?|{SITE_SIGN}|\*+|{COUNTED})"
MORE = rf"(?:\s*[(\[](?:{CODE}|\*+)[)\]])?\s*\.?"  # what may follow a signature: the second of "(KR-BDI)(T013)"
SIGNOFF = re.compile(rf"[(\[]\s*({SIGNOFF_INNER})\s*[)\]]{MORE}")
SIGNOFF_TAIL = re.compile(
    rf"(?<=[.!?…”\"’*])\s*[(\[]\s*({SLASHED}|{INITIALS}|\*+|{NAME}(?:\s*/\s*(?:{NAME}|{DESK}|\w{{2,12}}))?|{COUNTED})"
    rf"\s*[)\]]{MORE}\s*$"
)
SIGNOFF_SITE = re.compile(rf"\s+[(\[]\s*({SITE_SIGN})\s*[)\]]\s*\.?$")
SHORT_WORDS = (
    "ada|air|aja|aku|alm|api|apa|asi|atm|ayo|bom|bpk|dan|dia|dkk|dll|dls|dor|dpr|dsb|dst|dua|dvd|esa|flu|gas|gol|hak|hiv"
    "|hmm|ibu|ini|itu|iya|jam|kau|kok|kpk|kpu|kri|kue|led|lho|loh|lol|lpg|mau|mpr|nah|nih|nol|pen|per|pin|pjj|pkl|pln|pns"
    "|psk|red|sah|sic|sih|sim|sms|sop|spp|tbc|tbk|teh|tim|tni|tua|usg|utk|vip|wah|wib|wit|wni|wow|yth|zat"
)
# "... tutup Rani (abc)": without a full stop only small letters are a signature, "(KKP)" is the article's
SIGNOFF_SMALL = re.compile(
    rf"\s+[(\[]\s*(?!(?:\w+/)?(?:{SHORT_WORDS})\b)([a-z]{{3}}|[a-z]{{2,3}}/[a-z]{{2,4}})\s*[)\]]\s*$"
)
SIGNOFFS = (SIGNOFF_TAIL, SIGNOFF_SITE, SIGNOFF_SMALL)
# "... ujarnya.***", "... ujarnya. ***2***"
STARS_TAIL = re.compile(r"(?<=[.!?…”\"’)])(?:\s*\*{2,}+(?:\d\*++)?|\s+\*)$|^\*{2,}+(?:\d\*+)?$")
# What stands in brackets at an end and names nobody.
# "(HR Bukhari)", "(QS Yusuf)", "(Al-Insyirah)": where a saying is from; "(CO2)"
SCRIPTURE = re.compile(
    r"(?:H\.?\s?R|Q\.?\s?S)\b.*|muttafaq.*|(?-i:A[dlnrstz][hyz]?)-(?-i:[A-Z])[\w'’]+|mazmur|amsal|injil|alkitab|hadis|(?-i:[A-Z]{1,3}\d)",
    re.I,
)
NOTES = frozenset({"bersambung", "tamat", "habis", "selesai", "end", "wib", "wita", "wit"})
# "(tertawa)", "[Reff]": an aside of the article itself, never a signature
ASIDES = frozenset(
    "tertawa tersenyum terkekeh menangis terdiam diam hening jeda haha hehe amin aamiin ya tidak mungkin sic alm"
    " almarhum almarhumah reff refrain chorus verse intro outro bridge coda kiri kanan tengah depan belakang atas bawah"
    " vip x2 x3 2x 3x kuhp kuhap menimbang mengingat memutuskan indonesia jakarta pancasila covid-19 f-16 f-15".split()
)
# A signature in capitals: "BUDI SANTOSO", "ANTARA | SITI AMINAH", "BUDI SANTOSO (BOYOLALI)"
CAPITALS = re.compile(r"[A-Z][A-Z.'’ ]*+(?:[|,/&]\s*+[A-Z][A-Z.'’ ]*+)*+(?:\([A-Z ,]+\))?")
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
# "Laporan Budi Santoso", alone below the text; "Laporan Keuangan Tahunan", "Reporter Senior" name nobody
REPORT = re.compile(
    r"(?i:(?:laporan|liputan)(?:\s+(?:wartawan|reporter|kontributor|jurnalis))?|kontributor|reporter)"
    r"(?!.*\b(?i:keuangan|tahunan|bulanan|harian|khusus|utama|polisi|bank|dunia|hasil|mudik|lebaran|senior|lepas|tetap"
    r"|tanpa|resmi|kinerja|akhir|intelijen|masyarakat|warga|pers|cuaca|perjalanan|investigasi|audit|realisasi|anggaran"
    r"|kementerian|komisi|badan|pbb|ham|langsung|eksklusif|penelitian|pertanggungjawaban|kegiatan|pemeriksaan)\b)"
    rf"\s+({NAME})\.?"
)
PAPER_FIRST = re.compile(r"(?:laporan|liputan)\s+[a-z]", re.I)
COPYRIGHT_ANTARA = re.compile(r"copyright\s*©\s*antara\b", re.I)
BRAND_INITIALS = frozenset({"tim", "mdk", "jpnn", "okz", "okezone", "red", "adv"})

ROLE = re.compile(
    r"(?P<role>reporter(?: magang)?|jurnalis|koresponden|kontributor|penulis|pewarta|wartawan|laporan|liputan|oleh|rep"
    r"|editor|redaktur|red|penyunting"
    r"|uploader|penerjemah|alih bahasa|translator|produser|producer|sumber|source|copyright)"
    r"(?P<also>\s*(?:&|dan)\s*(?:reporter|penulis|editor))?"
    r"\s*(?::|©)\s*",
    re.I,
)
GLUED_ROLE = re.compile(
    r"(?<=[a-z])(?=(?:Editor|Pewarta|Penulis|Penerjemah|Reporter|Redaktur|Sumber|Uploader|(?i:copyright))\s*[:©])"
)
AUTHOR_ROLES = frozenset(
    "reporter jurnalis koresponden kontributor penulis pewarta wartawan laporan liputan oleh rep".split()
)
EDITOR_ROLES = frozenset({"editor", "redaktur", "red", "penyunting"})
# "Judul: Ronggeng", "Tahun terbit: 1982": the lines of a book or a film, whose "Penulis:" signs nothing
OF_A_WORK = re.compile(
    r"\W*(?:judul|genre|sutradara|pemain|pemeran|penerbit|tahun(?: terbit)?|tebal|jumlah halaman|durasi|isbn|rating"
    r"|cetakan|tanggal rilis|produksi|rumah produksi|skenario|musik|bahasa)(?: \w+)?\s*:\s*\S.{0,120}",
    re.I,
)
CONTRIBUTED = re.compile(
    rf"({NAME}(?:(?:,| dan|, dan) {NAME})*) (?:ikut |turut )?berkontribusi (?:dalam|pada|untuk|di)"
    r"(?: (?:penulisan|pembuatan))? (?:artikel|laporan|tulisan|berita)(?: ini)?\.?"
)
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
    plain = text.strip("*•>» ") or text  # "* Saksikan Video Pilihan Berikut Ini:"
    if any(pattern.fullmatch(plain) for pattern in MARKS):
        return True
    if paragraph.item and not paragraph.links:
        return False  # "Iklan", "Ikuti kami di Instagram" may be items of a list of the article
    if any(pattern.fullmatch(plain) for pattern in JUNK_PARAGRAPHS):
        return True
    calls_us = CALLS_US.search(plain) or (paragraph.links and CALLS_TO_NEWS.search(plain))
    if calls_us and any(pattern.fullmatch(plain) for pattern in CALLS):
        return True
    return bool(paragraph.links) and any(pattern.fullmatch(plain) for pattern in LINKED_CALLS)


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
        return paragraph.linked_from(label.end()) or (not paragraph.links and _is_title(text[label.end() :]))
    if label := TAG_LABEL.match(text):
        return paragraph.linked_from(label.end())
    if label := RELATED_IF_LINKED.match(text):
        return paragraph.linked_from(label.end())
    if label := LABEL_OF_LINK.match(text):
        rest = text[label.end() :]
        return len(rest.split()) > 2 and is_headline(rest) and paragraph.linked_from(label.end())
    if not paragraph.item and (label := BULLET.match(text)):
        return paragraph.linked_from(label.end()) and is_headline(text[label.end() :])
    return False


def is_headline(text: str) -> bool:
    """True for text that could be a headline: short, with no sentence end inside or behind."""
    return 0 < len(text) <= 220 and not text[0].islower() and not SENTENCE_BREAK.search(text)


def _is_title(text: str) -> bool:
    """True for text that could be another article's headline where no link tells."""
    return is_headline(text) and not REFERENCE.fullmatch(text)


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
        title = match[0].split(":", 1)[1].strip(" )]")
        words = title.split()
        titled = len(words) >= 4 and sum(w[0].isupper() for w in words) > len(words) / 2
        # "Negara (baca: Presiden Republik Indonesia) rugi" is a gloss: a pointer is no part of a sentence
        apart = match[0][1:].lstrip()[0].isupper() or not paragraph.text[: match.start()].rstrip()[-1:].isalnum()
        if linked or (match["sure"] and _is_title(title)) or (titled and apart):
            paragraph = paragraph.without(*match.span())
    while mark := EMBED_MARK.search(paragraph.text):
        paragraph = paragraph.without(*mark.span())
    for match in reversed(list(RELATED_INLINE.finditer(paragraph.text))):
        if not match["more"] and not match["colon"]:
            continue
        rest = paragraph.text[match.end() :]
        link = paragraph.link_at(match.end())
        if link and link[0] <= match.end() + 2:
            ends = AFTER_POINTER if match["colon"] else POINTER_IS_LAST
            if after := ends.match(paragraph.text, link[1]):
                paragraph = paragraph.without(match.start(), after.end())
        elif not (match["more"] and match["colon"]) or any(b > match.end() for _, b in paragraph.links):
            continue
        elif _is_title(rest):
            paragraph = paragraph.without(match.start(), len(paragraph.text))
    return paragraph


def is_pointer(paragraph: Paragraph) -> bool:
    """True for a paragraph that is nothing but a linked headline: another article's, with or without a label.

    >>> is_pointer(Paragraph("Harga Nikel Naik Tajam di Morowali", [(0, 34)]))
    True
    >>> is_pointer(Paragraph("Video: Harga Nikel Naik Tajam di Morowali", [(7, 41)]))
    True
    """
    label = POINTER_LABEL.match(paragraph.text)
    start = label.end() if label and not paragraph.linked_from(0) else 0
    words = paragraph.text[start:].split()
    capital = sum(not w[0].islower() for w in words)
    titled = len(words) > 4 and capital > len(words) * 0.6 and is_headline(paragraph.text[start:])
    return titled and paragraph.linked_from(start)


def only_titles(paragraphs: list[Paragraph]) -> bool:
    """True for paragraphs that are headlines, linked or not, and perhaps a signature: what "Baca juga:" ends with.

    >>> only_titles([Paragraph("Harga Garam Naik di Pati"), Paragraph("[abc]")]), only_titles([Paragraph("Ia pergi")])
    (True, False)
    """
    texts = [p.text for p in paragraphs if p.text and not SIGNOFF.fullmatch(p.text)]
    words = [text.split() for text in texts]
    capital = [sum(not w[0].islower() for w in line) for line in words]
    return bool(texts) and all(
        is_headline(text) and len(line) > 3 and count > len(line) * 0.6
        for text, line, count in zip(texts, words, capital, strict=True)
    )


def strip(paragraphs: Iterable[Paragraph], *, capitals_sign: bool = False) -> Cleaned:
    """An article's paragraphs in order; what its tail says of editors, authors and agency is read, not kept.

    `capitals_sign` tells that a last line in capitals is the writer's name.
    """
    kept: list[Paragraph] = []
    cleaned = Cleaned()
    in_related_list = after_picture = False
    copyright = None
    paragraphs = list(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        under_picture, after_picture = after_picture, paragraph.picture and not paragraph.text
        if RELATED_BARE.fullmatch(paragraph.text):
            if only_titles(paragraphs[number + 1 :]):
                kept.extend(p for p in paragraphs[number + 1 :] if SIGNOFF.fullmatch(p.text))
                break
            in_related_list = True
            continue
        following = paragraphs[number + 1 : number + 2]
        if RELATED_IF_LINKS_FOLLOW.fullmatch(paragraph.text) and any(is_pointer(p) for p in following):
            in_related_list = True
            continue
        counted = NUMBERED.match(paragraph.text)
        linked = paragraph.linked_from(counted.end() if counted else 0)
        if in_related_list and linked and not paragraph.text.endswith("."):
            continue
        in_related_list = False
        if is_related(paragraph) or is_pointer(paragraph):
            continue
        if NEXT_PAGE.fullmatch(paragraph.text) and len(paragraphs) - number <= 2:
            break  # how the next page begins may stand behind it
        paragraph = cut_related(paragraph)
        if not any(c.isalnum() for c in paragraph.text) or RELATED_BARE.fullmatch(paragraph.text):
            continue
        if is_caption(paragraph, under_picture):
            cleaned.captions.append(paragraph.text)
            continue
        if is_junk(paragraph) or CONTRIBUTED.fullmatch(paragraph.text):
            if COPYRIGHT_ANTARA.match(paragraph.text):
                copyright = AGENCIES["antara"]
            continue
        kept.append(paragraph)
    texts = [p.text for p in kept]
    head = (BYLINE_HEAD.fullmatch(texts[0]) or COLUMN_HEAD.fullmatch(texts[0])) if len(texts) > 1 else None
    head = None if head and OF_A_WORK.match(texts[1]) else head
    if head and (names := people(head[1])):
        if PAPER_FIRST.match(texts[0]):  # "Laporan Wartawan Surya, Budi Santoso"
            names = people(re.split("[,|]", head[1], maxsplit=1)[-1]) or names
        cleaned.authors.extend(names)
        del texts[0]
    takes = (*TAIL, _take_capitals) if capitals_sign else TAIL
    while any(take(texts, cleaned) for take in takes):
        pass
    cleaned.agency = cleaned.agency or copyright
    cleaned.paragraphs = _join_dateline(texts)
    return cleaned


def _join_dateline(texts: list[str]) -> list[str]:
    if texts and DATELINE.fullmatch(texts[0]):  # by itself it is no text
        return [f"{texts[0]} {texts[1]}", *texts[2:]] if texts[1:] else []
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
    texts[-1] = STARS_TAIL.sub("", texts[-1])
    if not texts[-1]:
        texts.pop()
        return True
    if match := SIGNOFF.fullmatch(texts[-1]):
        if SCRIPTURE.fullmatch(match[1]) or match[1].casefold() in ASIDES:
            return False
        texts.pop()
    elif match := next((m for form in SIGNOFFS if (m := form.search(texts[-1]))), None):
        if match[1].casefold() in NOTES | ASIDES or SCRIPTURE.fullmatch(match[1]):
            return False
        texts[-1] = texts[-1][: match.start()].rstrip()
        if is_junk(Paragraph(texts[-1])):
            texts.pop()
    else:
        return False
    _signed(match[1], cleaned)
    return True


def _take_capitals(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line in capitals: "BUDI SANTOSO", "ANTARA | SITI AMINAH"; "SELESAI" is nobody."""
    if len(texts) < 2 or not CAPITALS.fullmatch(texts[-1]):
        return False
    byline = read_byline([texts[-1]])
    if not (byline.agency or any(len(name) > 3 and name.casefold() not in NOTES | ASIDES for name in byline.authors)):
        return False
    texts.pop()
    cleaned.authors.extend(byline.authors)
    cleaned.agency = cleaned.agency or byline.agency
    return True


def _signed(inner: str, cleaned: Cleaned) -> None:
    """Who signed: the last of "writer/editor", an agency beside or in place of them, or nobody for "(*)"."""
    names = [part.strip(" .-*") for part in re.split(r"/", inner)]
    for name in names:
        if agency := _agency(name):
            cleaned.agency = cleaned.agency or agency
    # "Tribunnews.com/Budi": the site's writer
    if re.search(r"\.|tribun", names[0], re.I) and NOT_A_PERSON.fullmatch(names[0]):
        cleaned.authors.extend(people(", ".join(name for name in re.split("[/,]", inner)[1:] if not name.islower())))
        return
    named = [n.split(",")[0] for n in names if n and n.casefold() not in BRAND_INITIALS | NOTES and not _agency(n)]
    named = [n for n in named if not re.search(r"\d", n)]  # a desk or a contributor's number: H-2, mcr10
    if named:
        cleaned.editors.insert(0, named[-1])


def _agency(name: str) -> str | None:
    """The agency of a signature; "(abc)" is somebody's initials, "(AFP)" is not."""
    if len(name) <= 4 and not name.isupper() and name.casefold() != "ant":
        return None
    return AGENCIES.get(name.casefold())


def _take_credits(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line that only names roles: "Pewarta: A Editor: B Copyright © ANTARA 2026"."""
    if not texts or len(texts[-1]) > 240 or (len(texts) > 1 and OF_A_WORK.match(texts[-2])):
        return False
    if read_credits(texts[-1], cleaned):
        texts.pop()
        return True
    if len(texts) > 1 and (report := REPORT.fullmatch(texts[-1])) and (names := people(report[1])):
        texts.pop()
        cleaned.authors.extend(names)
        return True
    return False


def read_credits(line: str, cleaned: Cleaned, *, sure: bool = False) -> bool:
    """Add what a line that only names roles says of people; False for any other line.

    `sure` is for a line that is known to be one, whatever its names look like.

    >>> said = Cleaned()
    >>> read_credits("Rep: Budi Santoso/ Red: Siti Aminah", said), said.authors, said.editors
    (True, ['Budi Santoso'], ['Siti Aminah'])
    >>> read_credits("Sumber: api itu belum diketahui", said)
    False
    """
    line = GLUED_ROLE.sub(" ", line)
    roles = list(ROLE.finditer(line))
    if not roles or line[: roles[0].start()].strip(" -–|•("):
        return False
    ends = [m.start() for m in roles[1:]] + [len(line)]
    values = [(m, line[m.end() : end].strip(" ,.;|-–/()")) for m, end in zip(roles, ends, strict=True)]
    if not sure and not all(_names_somebody(value) for _, value in values):
        return False
    for match, value in values:
        _credit(match["role"].casefold().removesuffix(" magang"), bool(match["also"]), value, cleaned)
    return True


def _names_somebody(value: str) -> bool:
    """True for what stands behind a role in a credit: "Budi Santoso", "Antara"; not for "api itu belum diketahui"."""
    if SITES.fullmatch(value):
        return True
    if value.endswith(("?", "!")):  # "Wartawan: Apakah Anda siap?"
        return False
    words = re.findall(r"[^\W\d_]+", SIGNOFF_TAIL_OF_CREDIT.sub("", value))
    if len(words) == 1 and len(words[0]) <= 5:
        return True  # initials
    return len(words) <= 10 and (words or [""])[0][:1].isupper() and sum(w[0].islower() for w in words) <= 1


def _credit(role: str, also: bool, value: str, cleaned: Cleaned) -> None:
    signed = SIGNOFF_TAIL_OF_CREDIT.search(value)
    if signed:
        _signed(signed[1], cleaned)
        value = value[: signed.start()]
    value = re.sub(r"\s*[(\[][^()\[\]]*$", "", value)  # "Budi Santoso (c62": its bracket is already off
    if edited := re.fullmatch(r"(.*\w)\s*/\s*([A-Z]{2,4})", value):  # "Budi Santoso/FMB": writer and editor
        value = edited[1]
        _signed(edited[2], cleaned)
    names = people(value)
    if role in AUTHOR_ROLES or also:
        cleaned.authors.extend(names)
        cleaned.agency = cleaned.agency or read_byline([value]).agency
    if role in EDITOR_ROLES:
        cleaned.editors.extend(names)
    if role in {"sumber", "source", "copyright"}:
        source = re.sub(r"[\s\d©]+$|^[\s©]+", "", value).split("/")[0].strip()
        cleaned.agency = cleaned.agency or AGENCIES.get(source.casefold())


# "detik.com, Kompas.com", "https://www.bps.go.id/x"
SITE_ADDRESS = r"(?:https?://)?(?:[\w-]++\.)+[a-z]{2,4}\b(?:/[^\s,&]*+)?"
SITES = re.compile(rf"{SITE_ADDRESS}(?:(?:\s*+[,&]\s*+|\s++dan\s++|\s++){SITE_ADDRESS})*\W*", re.I)
SIGNOFF_TAIL_OF_CREDIT = re.compile(rf"\s*[(\[]\s*({INITIALS})\s*[)\]]?\s*$")
TAIL: tuple[Callable[[list[str], Cleaned], bool], ...] = (_take_digits, _take_signoff, _take_credits)
