"""What came in place of an article or a list: a robot check, a provider's block, a notice that the article is gone.

Asked only of a page in which nothing was found: an ordinary page holds the scripts of the same vendors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newscrawl.reading.checks import CHECK_TITLE, ROBOT_CHECK, WIDGET, WIDGET_SAYS
from newscrawl.reading.page import Page
from newscrawl.reading.rows import late

PROVIDER_BLOCK = re.compile(
    rb"internet ?(?:positif|baik|sehat)|trust ?positif|mercusuar\.(?:uzone|info)|uzone\.id/|lamanlabuh|aduankonten",
    re.I,
)
LONGEST_BLOCK = 300_000  # bytes of a page that stands in the way
MOST_TEXTS = 200  # headings or paragraphs that are looked at
FEW_LINKS = 10  # a page with more is the site's own: a check leads nowhere

_THING = r"(?:artikel|berita|halaman|konten|tulisan|laman|video|foto|postingan|page|article|content|story|post|news)"
_WHICH = (
    r"(?:\s+(?:yang\s+)?(?:anda|kamu|you)(?:'re| are)?"
    r"\s+(?:cari|tuju|minta|maksud|akses|buka|kunjungi|looking for|requested)|\s+(?:ini|tersebut|itu))*"
)
_HAS_GONE = (
    r"(?:(?:telah|sudah|kami|redaksi|has|have|was|is|been|memang)\s+)*"
    r"(?:di\s?hapus|di\s?tarik|di\s?cabut|di\s?turunkan|di\s?takedown|di-take\s?down|removed|deleted|taken down"
    r"|withdrawn|retracted|(?<=kami )(?:hapus|tarik|cabut|turunkan))"
)
_IS_NOT = (
    r"(?:(?:sudah|telah|is|was|could|can)\s+)*(?:tidak|tak|not|isn['’]t|no|cannot|can['’]t|un(?=available))\s*(?:lagi\s+|be\s+"
    r"|dapat\s+|bisa\s+|longer\s+)*(?:di\s?temukan|tersedia|ada|found|available|exist\w*)"
)
_SORRY = r"(?:(?:mohon\s+)?maaf|oops!?|ups!?|sorry|waduh|we're sorry)?[\s,.:!]*(?:(?:the|this|that)\s+)?"
# What a headline or title is, whole: "Maaf, halaman yang Anda cari tidak tersedia", "Artikel ini telah dihapus".
NOTICE = late(
    rf"{_SORRY}(?:(?:(?:error|http|kode)\s*)?4(?:04|10)(?:\s*(?:error|-|–|:))*\s*)?"
    rf"(?:{_THING}{_WHICH}\s+(?:{_HAS_GONE}|{_IS_NOT})(?:\s+(?:lagi|oleh (?:redaksi|(?:penulis|pemilik"
    rf"|pembuat)(?:nya)?)|atau\b.{{0,60}}))?|not found|gone)"
    r"[\s.!…]*"
    r"|(?:error\s*|http\s*)?4(?:04|10)(?:\s*error)?",
    re.I,
)
# How the text of a page without its article begins: "Artikel ini telah ditarik karena melanggar kode etik."
NOTICE_BEGINS = late(
    rf"{_SORRY}(?:(?:redaksi|kami)\s+(?:telah|sudah)?\s*(?:menghapus|menarik|mencabut|menurunkan)\s+{_THING}\s+(?:ini|tersebut)\b"
    rf"|(?:atas|sesuai)\b.{{0,80}}\b{_THING}\s+(?:ini|tersebut)\s+{_HAS_GONE}"
    rf"|{_THING}{_WHICH}\s+(?:{_HAS_GONE}|{_IS_NOT})\b)",
    re.I,
)
ABOUT_ITSELF = re.compile(r"\b(?:ini|yang (?:anda|kamu)|this|you|redaksi|kami)\b", re.I)
# An outage says it too, of every page.
FOR_A_WHILE = re.compile(
    r"beberapa saat|sementara\b|sedang\b|nanti\b|pemeliharaan|perbaikan|gangguan|maintenance|temporar|try again|later\b"
    r"|\b5\d\d\b|segera kembali|back soon",
    re.I,
)
# Others are shown the article: where we ask from, it is not.
HERE = re.compile(
    r"\b(?:di|dari|untuk) (?:wilayah|negara|lokasi|daerah|kawasan) (?:anda|kamu)\b"
    r"|\bin your (?:region|country|location|area)\b",
    re.I,
)
SHORT = 400  # characters; a text with more has something to tell
# What a page says that has no article to show for now, or shows it to others: every word of it is one of these.
OF_FAULTS = frozenset(
    """
    a access ada adalah again agar akan akses aktifkan akun an and anda apabila are artikel at atas atau baca baru
    batas batasan be beberapa belum beranda berbayar berita berlangganan bila bisa browser can coba content cookie
    cookies daftar dahulu dalam dan dapat dapatkan dari data dengan di dimuat diperlukan disable ditampilkan due
    eksklusif enable error errors gagal gangguan gateway gratis guna habis halaman hanya hari hubungi if in ini
    internal internet is isi jaringan javascript jika kami kamu karena kasih ke kembali kendala kenyamanan kesalahan
    kesini ketidaknyamanan ketidaknyamanannya ketika khusus koneksi konten kuki kunjungi kuota lagi lain laman
    langganan lanjut lanjutkan later layanan lebih link log login maaf maintenance masalah masih masuk masukkan
    matikan melanjutkan melihat memaksa membaca membuka memperbaiki memperbarui memproses memuat menampilkan mencoba
    mendaftar mengakses mengalami mengambil menggunakan menghubungi menikmati menit minute minutes mohon moment muat
    mulai nanti nikmati not of on oops or our out pada page pakai paket paling pelanggan pembaca pemeliharaan
    pengguna penuh perbaikan periksa permintaan please premium problem proses read reason refresh registrasi reload
    request saat saja sampai saya sebagai sebentar sedang segera selengkapnya seluruh sementara semua server service
    sesuatu setelah sibuk sign silahkan silakan sini sistem situs some something sorry status story subscribe
    subscriber subscription sudah tak tautan teknis telah temporarily terbaru terbatas terduga terganggu terhubung
    terima terjadi terlebih terputus tersebut tersedia the this tidak time timeout to tombol try tunggu ulang ulangi
    unavailable unexpected untuk up ups waduh waktu was we web website went wrong ya yah yang you your
    """.split()
)
# And one of these is said.
FAULT = re.compile(
    r"kesalahan|gangguan|terganggu|kendala|\bmasalah|\berrors?\b|\bgagal\b|perbaik|pemeliharaan|maintenance|\bsibuk\b"
    r"|went wrong|unavailable|time-?out|langgan|subscri|\blog ?in\b|\bsign in\b|\bmasuk\b|premium|cookies?|\bkuki\b"
    r"|javascript|coba (?:lagi|kembali|beberapa)|try again|beberapa saat",
    re.I,
)
MOST_TOLD = 2_000  # characters of a page that is nothing but a notice in the site's frame
A_WORD = re.compile(r"[^\W\d_]+")
STRANGE = 8  # one word in so many may be another name: the site's own
SEPARATOR = re.compile(r"\s+[|•»:–—-]\s+|\s*[|•»]\s*")


def wall_of(page: Page) -> str | None:
    """What came in place of the article, as far as the page says: a block, or "removed"."""
    return block_of(page) or (_gone(_seen(page)) if says_removed(page) else None)


def _gone(text: str) -> str:
    """What a notice says: that the article is "removed", or "blocked" where it is kept from us alone."""
    return "blocked" if len(text) <= MOST_TOLD and HERE.search(text) else "removed"


def block_of(page: Page) -> str | None:
    """What stands in the way, for a page in which nothing was found: a robot check or a provider's block."""
    checked = ROBOT_CHECK.search(page.source, 0, LONGEST_BLOCK)
    if checked or any(CHECK_TITLE.match(title) for title in _texts(page, "title")):
        return "robot check"
    if len(page.select("a[href]")) > FEW_LINKS:
        return None
    if any(CHECK_TITLE.match(headline) for headline in _texts(page, "h1")):
        return "robot check"
    if WIDGET.search(page.source, 0, LONGEST_BLOCK) and WIDGET_SAYS.search(_seen(page)):
        return "robot check"
    return "provider block" if PROVIDER_BLOCK.search(page.source, 0, LONGEST_BLOCK) else None


def says_removed(page: Page) -> bool:
    """True where a notice stands as headline or title of a page without an article, and speaks of no outage."""
    heads = [part for text in _texts(page, "h1, h2, title") for part in (text, *SEPARATOR.split(text))]
    paragraphs = [text for text in _texts(page, "p") if text]
    if FOR_A_WHILE.search(" ".join([*heads, *paragraphs[:3]])):
        return False
    return any(NOTICE.fullmatch(head.strip()) for head in heads) or is_notice("\n\n".join(paragraphs[:1]))


def in_place_of(title: str, text: str) -> str | None:
    """What a page that reads as an article is instead: "removed", or "no text" where it only says so for a while.

    >>> in_place_of("Artikel Tidak Tersedia", "Silakan kembali ke beranda."), in_place_of("Air Surut", "Kapal kandas.")
    ('removed', None)
    """
    headed = len(text) <= SHORT and NOTICE.fullmatch(title.strip())
    if (headed and FOR_A_WHILE.search(text)) or is_fault(text, title):
        return "no text"
    return _gone(text) if headed or is_notice(text) else None


def is_notice(text: str) -> bool:
    """True for a text that is nothing but the notice that the article has gone; an article about one tells more.

    >>> is_notice("Artikel ini telah dihapus oleh redaksi."), is_notice("Artikel ini telah tayang di koran kami.")
    (True, False)
    >>> is_notice("Berita tersebut telah dihapus dari laman desa, kata Lurah Wirun, setelah warga memprotesnya.")
    False
    """
    first = text.split("\n\n")[0]
    if len(text) > SHORT or not (begins := NOTICE_BEGINS.match(first)) or FOR_A_WHILE.search(text):
        return False
    return bool(ABOUT_ITSELF.search(begins[0])) or bool(NOTICE.fullmatch(first.strip()))


def is_fault(text: str, title: str = "") -> bool:
    """True for a text of nothing but a fault of the site's, or a wall's request: no word of it is of anything else.

    Names may stand in it, as the site's own, but none that the title says: of that the text tells.

    >>> is_fault("Terjadi kesalahan saat memuat konten. Muat ulang halaman."), is_fault("Listrik gagal menyala.")
    (True, False)
    >>> down = "Layanan Sorabook sedang mengalami gangguan. Pengguna tidak bisa login dan memuat halaman."
    >>> is_fault(down, "Panen Kopi Lebih Awal"), is_fault(down, "Sorabook Tak Bisa Dibuka Sejak Pagi")
    (True, False)
    """
    if len(text) > SHORT or not FAULT.search(text):
        return False
    words = A_WORD.findall(text)
    strange = {word for word in words if word.lower() not in OF_FAULTS}
    told = any(word.islower() for word in strange) or not strange.isdisjoint(A_WORD.findall(title))
    return not told and len(strange) <= len(words) // STRANGE


def _texts(page: Page, css: str) -> list[str]:
    """The beginnings of elements' texts, spaces joined."""
    elements = [e for e in page.select(css) if not isinstance(e, str)][:MOST_TEXTS]
    return [" ".join("".join(map(str, _first(e))).split())[: 2 * SHORT] for e in elements]


def _first(element: etree._Element) -> Iterator[str]:
    """The first texts of an element, enough for what is compared."""
    length = 0
    for whole in element.itertext():
        text = str(whole)[: 100 * SHORT]
        yield text
        length += sum(map(len, text.split()))
        if length > 2 * SHORT:
            return


def _seen(page: Page) -> str:
    """What a reader sees of a page, and what those without scripts are told."""
    found = (t for e in page.root.iter("*") if e.tag not in ("script", "style") for t in (e.text, *(c.tail for c in e)))
    return " ".join(" ".join(t for t in found if t).split())
