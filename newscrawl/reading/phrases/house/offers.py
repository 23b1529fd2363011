"""Offers to subscribe in place of a text, and a house's campaigns below one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.rows import Row, either

PAYWALL = (
    Row(
        r"(?:silakan |ayo |yuk,? )?(?:ber)?langganan\b[^,]{0,60} untuk (?:membaca|(?:me)?lanjut\w*|mengakses"
        r"|menikmati (?:akses|konten|artikel|berita))\b[^,]{0,80}",
        "Berlangganan Sora+ untuk membaca selengkapnya",
        "Berlangganan koran desa kini gratis, kata Ratna.",
    ),
    Row(
        r"(?:lanjut(?:kan)? (?:mem)?baca|baca (?:berita|artikel|selengkapnya))\b[^,]{0,40}"
        r" dengan (?:(?:ber)?langganan\b[^,]{0,40}|(?:akun|paket) (?:premium|pelanggan|berbayar)\W*)",
        "Lanjutkan membaca dengan berlangganan",
        "Baca artikel dengan teliti",
    ),
    Row(
        r"(?:artikel|konten|berita|tulisan)(?: ini)? (?:hanya|khusus|eksklusif)(?: (?:tersedia|dapat|bisa|diakses"
        r"|dibaca|untuk|bagi|oleh))* (?:para )?(?:pelanggan|member|anggota|subscriber)\b[^,]{0,100}",
        "Artikel ini hanya tersedia untuk pelanggan",
        "Artikel ini hanya untuk anak",
    ),
    Row(
        r"(?:sudah|telah|belum) (?:berlangganan|menjadi pelanggan|punya akun|jadi member)\?.{0,60}",
        "Sudah berlangganan? Masuk",
        "Sudah berlangganan sejak 1990",
    ),
    Row(
        r"dapatkan akses\b[^,]{0,60} (?:ber)?langganan\b[^,]{0,40}",
        "Dapatkan akses penuh dengan berlangganan",
        "Dapatkan akses jalan ke kebun",
    ),
    Row(
        r"(?:silakan )?(?:gabung|login|log in|masuk|daftar)\b[^,]{0,40} untuk (?:melanjutkan|lanjut)(?: (?:mem)?baca)"
        r"\b[^,]{0,60}|(?:silakan )?(?:login|log in|masuk|daftar)(?: (?:terlebih )?dahulu| atau (?:masuk|daftar))?"
        r" untuk (?:mem)?baca (?:(?:se|ter)?lengkap(?:nya)?|(?:artikel|berita|konten) (?:ini|(?:se)?lengkap(?:nya)?))",
        "Silakan login untuk melanjutkan membaca",
        "Masuk untuk melanjutkan pendaftaran",
    ),
    Row(
        r"untuk (?:me)?lanjut(?:kan)? (?:mem)?baca(?: (?:isi )?(?:artikel|berita|konten|tulisan)\b[^,.]{0,30})?"
        r",? (?:silakan |anda (?:perlu|harus) )?(?:login|log in|masuk|daftar|berlangganan)\b[^,.]{0,60}"
        r"|untuk membaca (?:artikel|berita|konten|tulisan) (?:ini|(?:se)?lengkap\w*|premium)\b[^,.]{0,30},"
        r" (?:silakan|anda (?:perlu|harus)) (?:login|log in|masuk|daftar|berlangganan)\b[^,.]{0,60}",
        "Untuk melanjutkan membaca, silakan login",
        "Untuk melanjutkan membaca, ia masuk kelas",
    ),
    Row(
        r"(?:anda|kamu) (?:telah|sudah) (?:mencapai|melewati|habis) batas\b[^,]{0,30}\b(?:artikel|baca\w*|gratis)\b"
        r"[^,]{0,60}",
        "Anda telah mencapai batas artikel gratis",
        "Anda telah mencapai batas desa",
    ),
    Row(
        r"(?:anda|kamu) (?:telah|sudah) (?:mem)?baca \d{1,2} (?:dari \d{1,2} (?:artikel|berita|konten)"
        r"|(?:artikel|berita|konten) gratis)\b[^.]{0,60}(?:\. (?:silakan |ayo )?(?:ber)?langganan\b[^,.]{0,60})?\W*"
        r"|(?:sisa|tersisa) (?:\d{1,2} (?:artikel|berita|konten) gratis"
        r"|\d{1,2} ?(?:%|persen) (?:dari )?(?:artikel|berita) ini)\b"
        r"[^,.]{0,40}(?:\. (?:ber)?langganan\b[^,.]{0,60})?\W*",
        "Anda telah membaca 3 dari 5 artikel gratis bulan ini.",
        "Anda telah membaca 3 dari 5 bab.",
    ),
    Row(
        r"(?:kuota (?:artikel|berita|baca)(?: gratis)?(?: anda| kamu)?|(?:artikel|berita) gratis(?: anda| kamu))"
        r"(?: (?:bulan|minggu|hari) ini)? (?:sudah |telah )?habis\b[^,]{0,40}"
        r"|(?:anda|kamu) (?:memiliki|punya) \d{1,2} (?:artikel|berita|konten) gratis\b[^,]{0,40}",
        "Kuota Artikel Gratis Anda Sudah Habis",
        "Kuota pupuk gratis sudah habis",
    ),
    Row(
        r"(?:please )?(?:subscribe|log ?in|sign ?(?:in|up)|register)\b[^,]{0,30} to (?:continue|keep) reading\b"
        r"[^,]{0,40}|already (?:an? |have an? )?(?:subscri(?:bed|ber)|member|account)\?.{0,60}",
        "Subscribe to continue reading",
        "Subscribe to the village paper",
    ),
    Row(
        r"(?:manfaat|keuntungan) (?:ber)?langganan\b[^,.?]{0,40}\? (?:lihat|cek|klik|baca)"
        r" (?:(?:lebih |se)?lengkapnya )?di ?(?:sini|bawah ini)\W*",
        "Manfaat berlangganan Sora Digital? Lihat di sini",
        "Manfaat berlangganan koran desa? Lihat tabel",
    ),
)
PAYWALL_LINE = either(PAYWALL)
# What a subscriber gets, a list of it: "Akses penuh seluruh artikel Sora+"
BENEFIT = re.compile(
    r"(?=.*(?:\b(?:artikel|edisi|iklan|konten|jurnalisme|majalah|koran|e-?paper|arsip|berita)\b|\w\+))"
    r"(?:akses|baca|fitur|nikmati|dapatkan|bebas|arsip|anda mendukung|dukung)\b[^.!?:]{3,90}",
    re.I,
)
# "Sora+", "bebas iklan": what only a subscription has
SOLD = re.compile(
    r"\w\+|(?:bebas|tanpa) iklan|(?:akses|baca) (?:penuh|tak ?terbatas|tanpa batas)|eksklusif|premium", re.I
)
OF_SUBSCRIBING = re.compile(r"langganan|pelanggan|premium|member|anggota|keuntungan|manfaat|benefit|\w\+", re.I)
LEAST_BENEFITS = 3
MOST_BETWEEN = 2  # lines between the first and the last of an offer
# A price, a time, a way in: each line of an offer has one, or nearly
OFFERED = re.compile(
    r"\b(?:rp|idr|us\$|\$)\.?\s?\d|\b\d+\s*(?:bulan|minggu|tahun|months?|weeks?|years?)\b|langganan|subscri|\bpaket\b"
    r"|\bpackages?\b|\bgratis\b|\bfree\b|\bdiskon|\bhemat\b|\bsave\b|\blog ?in\b|\bmasuk\b|\bdaftar\b|\bsign up\b"
    r"|\bterpopuler\b|\bterbaik\b|\bbest (?:choice|offer|deal)\b|\bedisi\b|\beditions?\b|^[\d.]+$",
    re.I,
)
MOST_OFFERED, LEAST_OFFERED, LONGEST_OFFERED = 60, 3, 160  # lines, such lines, and characters of one
# What a house says of itself beside an offer, whatever its length
SUPPORT_US = re.compile(
    r"(?:jurnalisme|independent journalism|quality journalism)\b.{0,60}\b(?:dukungan|support)\b"
    r".{0,120}(?:\bberlangganan\b|\bsubscribing\b)",
    re.I,
)


def offer_from(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the offer begins that a text ends in, of several lines of prices and ways in; null where none does.

    >>> lines = ["Ia pulang.", "Berlangganan untuk membaca lanjutannya", "Rp 50.000/Bulan", "Lihat Paket Lainnya"]
    >>> offer_from([Paragraph(line) for line in lines]), offer_from([Paragraph("Ia pulang.")])
    (1, None)
    """
    lines = [n for n, p in enumerate(paragraphs) if PAYWALL_LINE.fullmatch(p.text[:LONGEST_OFFERED].rstrip(" .!>»"))]
    if not lines:
        return _benefits_from(paragraphs)
    begin = lines[0]
    if len(paragraphs) - begin > MOST_OFFERED:
        return None
    said = [p.text for p in paragraphs[begin:] if p.text]
    closed = begin < lines[-1] == len(paragraphs) - 1 and len(said) <= 2 + MOST_BETWEEN  # another ends it
    offered = sum(bool(OFFERED.search(text)) for text in said)
    plain = closed or (offered >= LEAST_OFFERED and 2 * offered >= len(said))
    if not plain or max(map(len, said)) > LONGEST_OFFERED:
        return None
    # the picture of a lock
    while begin and paragraphs[begin - 1].picture and not any(map(str.isalnum, paragraphs[begin - 1].text)):
        begin -= 1
    return begin


def _benefits_from(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the list of what a subscriber gets begins that a text ends in; null where none does."""
    listed = sum(1 for _ in takewhile(lambda p: p.item and BENEFIT.fullmatch(p.text), reversed(paragraphs)))
    begin = len(paragraphs) - listed
    if listed < LEAST_BENEFITS or begin == 0 or not any(SOLD.search(p.text) for p in paragraphs[begin:]):
        return None
    above = paragraphs[begin - 1]
    told = above.text.endswith(":") or (above.heading and not OF_SUBSCRIBING.search(above.text))
    return None if told else begin


# A house's own campaign below the text: "** #IngatPesanIbu", "**Ingat #PesanIbu", "**Ayo berdonasi"
CAMPAIGN = re.compile(
    r"\*{2,}\s*(?:(?:ingat )?#\w+.{0,240}|(?:ayo|mari|yuk)\b.{0,40}\b(?:donasi|berdonasi|bantu|dukung)\b.{0,160}"
    r"|\S+ bersama .{2,120}\bmengajak\b.{2,160}\b(?:rekening|donasi|tautan|link)\b.{0,200})",
    re.I,
)
# "Pakai masker, cuci tangan, jaga jarak.": what a campaign asks for below it; "Tetap saja panen turun" is text
SLOGAN = re.compile(
    r"(?=.*\b(?:masker|tangan|jarak|kerumunan|mobilitas|protokol|prokes|vaksin\w*|imun\w*|sabun|di rumah|ke rumah|mudik"
    r"|keluar|diri|keluarga|[35]m|covid\S*|corona|virus|pandemi|donasi\w*|berdonasi|bantu\w*|peduli)\b)"
    r"(?:pakai|selalu|jaga|cuci|hindari|jangan|patuhi|ayo|mari|tetap|ingat|terapkan)\b[^“”\"]{5,150}",
    re.I,
)
# "**Pantau arus mudik lewat tautan ini": one line of its own
CAMPAIGN_CALL = re.compile(
    r"\*{2,}\s*(?:pantau|ikuti|simak|cek|saksikan)\b.{0,160}\b(?:tautan|link|klik|sini)\b.{0,20}", re.I
)


def slogans(lines: Iterable[str]) -> int:
    """How many lines from the first on are a campaign's advice.

    >>> slogans(["Pakai masker dan jaga jarak.", "Harga kopi naik.", "Jaga jarak."])
    1
    """
    return sum(1 for _ in takewhile(SLOGAN.fullmatch, lines))
