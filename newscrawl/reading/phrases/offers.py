"""Offers to subscribe in place of a text, and a house's campaigns below one."""

from __future__ import annotations

import re

from newscrawl.reading.rows import Row, either

PAYWALL = (
    Row(
        r"(?:silakan |ayo |yuk,? )?(?:ber)?langganan\b[^,]{0,60} untuk (?:membaca|melanjutkan|mengakses)\b[^,]{0,60}",
        "Berlangganan Sora+ untuk membaca selengkapnya",
        "Berlangganan koran desa kini gratis, kata Ratna.",
    ),
    Row(
        r"(?:lanjut(?:kan)? (?:mem)?baca|baca (?:berita|artikel|selengkapnya))\b[^,]{0,40} dengan (?:ber)?langganan\b"
        r"[^,]{0,40}",
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
        r"\b[^,]{0,60}",
        "Silakan login untuk melanjutkan membaca",
        "Masuk untuk melanjutkan pendaftaran",
    ),
    Row(
        r"(?:anda|kamu) (?:telah|sudah) (?:mencapai|melewati|habis) batas\b[^,]{0,30}\b(?:artikel|baca\w*|gratis)\b"
        r"[^,]{0,60}",
        "Anda telah mencapai batas artikel gratis",
        "Anda telah mencapai batas desa",
    ),
    Row(
        r"(?:anda|kamu) (?:telah|sudah) (?:mem)?baca \d{1,2} dari \d{1,2} (?:artikel|berita|konten)\b[^.]{0,60}\W*"
        r"|(?:sisa|tersisa) \d{1,2} (?:artikel|berita|konten) gratis\b[^.]{0,40}\W*",
        "Anda telah membaca 3 dari 5 artikel gratis bulan ini.",
        "Anda telah membaca 3 dari 5 bab.",
    ),
    Row(
        r"(?:silakan )?berlangganan untuk membaca artikel selengkapnya",
        "Silakan berlangganan untuk membaca artikel selengkapnya",
        "Silakan berlangganan untuk panen",
    ),
)
PAYWALL_LINE = either(PAYWALL)
# A house's own campaign below the text: "** #IngatPesanIbu", "**Ayo berdonasi"
CAMPAIGN = re.compile(
    r"\*{2,}\s*(?:#\w+.{0,80}|(?:ayo|mari|yuk)\b.{0,40}\b(?:donasi|berdonasi|bantu|dukung)\b.{0,160})",
    re.I,
)
# "**Pantau arus mudik lewat tautan ini": one line of its own
CAMPAIGN_CALL = re.compile(
    r"\*{2,}\s*(?:pantau|ikuti|simak|cek|saksikan)\b.{0,160}\b(?:tautan|link|klik|sini)\b.{0,20}", re.I
)
