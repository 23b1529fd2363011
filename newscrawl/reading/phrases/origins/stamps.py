"""What a site writes behind all that is copied from its pages, and so stands wherever that was pasted."""

from __future__ import annotations

from newscrawl.reading.phrases.house.promotions import MEDIUM
from newscrawl.reading.phrases.origins.republished import NO_SENTENCE
from newscrawl.reading.rows import Row

TITLE = r"[“\"][^“”\"]{3,200}[”\"]"
OF_SITE = r"[\w-]+\.(?:com|co\.id|id|tv)(?: terbaru)?"
SHOPS = r"(?:\s*(?:android|ios)\s*:\s*https?://\S+){0,2}"
STAMPS = (
    Row(
        rf"(?:download|unduh) (?:apps?|aplikasi) (?:{MEDIUM} sekarang\W+https?://\S+|{OF_SITE} untuk akses"
        rf" (?:berita|lebih)\b[^:]{{0,60}}:?){SHOPS}(?:\W*https?://\S+)?\W*",
        "Download aplikasi Sora.com terbaru untuk akses lebih cepat dan nyaman di sini:",
        "Download aplikasi Sora: https://sora.go.id",
    ),
    Row(
        r"(?:(?:android|ios)\s*:\s*https?://(?:bit\.ly/(?:3g85pkA|appsbisniscom\w+)|apple\.co/3hXWJ0L"
        r"|sin\.do/u/\w+)\W*){1,2}",
        "Android: https://bit.ly/3g85pkA iOS: https://apple.co/3hXWJ0L",
        "Android: https://bit.ly/sora",
    ),
    Row(
        r"(?:kompascom\+ baca berita tanpa iklan|download aplikasi)\s*:\s*https?://kmp\.im/\w+\W*"
        r"|click here to get (?:the )?latest (?:news )?updates from \S[^.!?:;]{2,60}\W*",
        "Download aplikasi: https://kmp.im/app6",
        "Download aplikasi: https://kopi.sora.go.id/unduh",
    ),
    Row(
        rf"sumber artikel berjudul {TITLE},?(?: selengkapnya dengan (?:link|tautan)\s*:?\s*(?:https?://\S+)?)?\W*",
        'Sumber Artikel berjudul "Kopi Sora Naik", selengkapnya dengan link: https://sora.com/x',
        'Sumber artikel berjudul "Kopi Sora Naik" itu belum jelas.',
    ),
    Row(
        rf"konten ini telah tayang di kompasiana\.com{NO_SENTENCE} dengan judul\b.{{3,300}}"
        r"|kompasiana adalah platform blog\b.{10,240}"
        r"|tulis opini anda seputar isu terkini di kompasiana\.com\W*",
        "Kompasiana adalah platform blog. Konten ini menjadi tanggung jawab bloger.",
        "Kompasiana adalah blog.",
    ),
    Row(
        rf"artikel ini telah diterbitkan di halaman \S+ pada .{{5,140}} dengan judul {TITLE}\W*"
        r"(?:untuk selengkapnya (?:silakan )?kunjungi\s*:?\s*(?:https?://\S+)?)?\W*"
        r"|untuk membaca berita selengkapnya (?:silakan|silahkan) download aplikasi \S+(?:\s*-?\s*(?:android|ios)\s*:"
        r"\s*https?://\S+){0,2}\W*",
        'Artikel ini telah diterbitkan di halaman Sora.com pada Senin, 14 September 2020 dengan judul "Kopi".',
        "Artikel ini telah diterbitkan di halaman desa.",
    ),
)
# The same within a paragraph, where more of the text may follow it, and the text of programs
ADDITIONS = (
    Row(
        rf"baca artikel [\w ]{{3,30}},? {TITLE} selengkapnya\W+(?:di sini\W+)?https?://\S+",
        'Baca artikel detikSora, "Harga Kopi" selengkapnya https://sora.com/a',
        'Baca artikel itu, "Harga Kopi", di perpustakaan.',
    ),
    Row(
        rf"(?:(?:baca|simak) selengkapnya(?: di)? artikel\b[\w ,]{{0,30}} ?{TITLE},?(?: di)?"
        rf"|sumber artikel berjudul {TITLE},? selengkapnya dengan (?:link|tautan)\s*:?) https?://\S+",
        'Baca selengkapnya di artikel "Kopi Sora Naik", https://sora.id/x',
        'Baca selengkapnya di artikel "Kopi Sora Naik" itu.',
    ),
    Row(
        r"(?:artikel|konten|berita) ini (?:telah|sudah) (?:tayang|diterbitkan) di (?:halaman )?[\w.]{4,40}"
        r" (?:dengan judul|pada)\b(?:(?!https?://|tayang di).){3,300}?https?://\S+"
        r"(?:(?:\s+(?:penulis|author|editor)\s*:[^:]{2,60}?){1,2}(?=\s+download aplikasi))?",
        "Artikel ini telah tayang di Sora.com dengan judul Harga Kopi Naik, https://sora.com/a",
        "Artikel ini telah tayang di Sora.com.",
    ),
    Row(
        r"(?:kreator\s*:[^:.]{2,60}?\s+)?kompasiana adalah platform blog\. konten ini menjadi tanggung jawab bloger"
        r"[^.]{0,80}\.(?:\s*tulis opini anda seputar isu terkini di kompasiana\.com)?",
        "Kompasiana adalah platform blog. Konten ini menjadi tanggung jawab bloger.",
        "Kompasiana adalah platform blog. Isinya beragam.",
    ),
    Row(
        r"download apps? [\w ]{3,30} sekarang\W+https?://\S+"
        rf"|download aplikasi {OF_SITE} untuk akses (?:berita|lebih)\b[^:]{{0,60}}:{SHOPS}"
        r"|untuk membaca berita selengkapnya (?:silakan|silahkan) download aplikasi \S+"
        r"(?:\s*-?\s*(?:android|ios)\s*:\s*https?://\S+){1,2}",
        "Download Apps Sora sekarang https://app.sora.com/",
        "Download Apps Sora sekarang juga.",
    ),
    Row(
        r"\(adsbygoogle\s*=\s*window\.adsbygoogle[^;]{0,20}\)\.push\(\{[^{}]{0,200}\}\);?"
        r"|googletag\.cmd\.push\(function\s*\(\)\s*\{[^{}]{0,200}\}\);?",
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "googletag itu program.",
    ),
    Row(
        r"(?<![“\"'‘«])(?:php )?(?:warning|notice|deprecated|strict standards): {1,3}[^\n]{3,300}?"
        r" in (?:/|[a-z]:\\)\S{1,200}\.php on line \d{1,6}",
        "Warning: Undefined variable $isi in /home/sora/view.php on line 31",
        "Warning: jalan ke /desa ditutup.",
    ),
    Row(
        # a program's mark that was not replaced, and what announces its film
        r"(?:(?:simak|saksikan)(?: juga)? video[^.:\[\]]{0,40}: ?)?\[[a-z]{3,12}:[^\[\]]{1,160}\]"
        r"\((?:[\d /]*|https?:[^()]{1,200})\)",
        "[bacajuga:Baca Juga](3055032 4264217)",
        "[catatan: lihat](lampiran kedua)",
    ),
)
SIGNS_OF_ADDITIONS = (
    "selengkapnya",
    "https://",
    "http://",
    "Kompasiana adalah",
    "adsbygoogle",
    "googletag",
    ".php on line",
    "](",
)
