"""Calls to readers that are such only where a link stands in them: "Baca selengkapnya", "Cek hasil lainnya di sini"."""

from __future__ import annotations

import re

from newscrawl.reading.rows import Row, either

URGE = r"(?:yuk,? |ayo,? |mari |jangan lupa |silakan )?"
TO_WATCH = r"(?:baca|simak|cek|lihat|ikuti|saksikan|nonton|tonton|nikmati|dapatkan|temukan)"
# What news and broadcasts are called by; "Cek nama Anda di sini" calls to neither
OF_NEWS = (
    r"(?:berita|artikel|video|tayangan|siaran|streaming|liga|pertandingan|laga|nonton|aksi|sinetron|perkembangan|kisah"
    r"|lain(?:nya)?|vidio|(?:se)?lengkap(?:nya)?|(?:berita|artikel|video|kisah|ulasan)nya"
    r"|lebih (?:jauh|lanjut|dalam) (?:tentang|soal|mengenai|seputar|ihwal))"
)
NEWS = r"(?:info(?:rmasi)?|berita|artikel|kabar)"
IN_FULL = r"(?:untuk )?(?:lebih )?(?:(?:berita|artikel|ulasan|kisah)(?:nya)? )?(?:se)?lengkapnya"
# "Simak berita soal kopi lainnya dalam tautan ini", "Yuk nonton Liga Sora! Klik di sini": the link is its last word
POINTS_HERE = re.compile(
    rf"\W*(?:(?:{URGE}{TO_WATCH}|(?=(?:klik|untuk|link|{NEWS} lain(?:nya)?)\b){URGE})(?=.*\b{OF_NEWS}\b)|{IN_FULL})"
    r"(?:[^.!?]{3,140}[.!?] (?:klik|daftar)|[^.!?]{0,140})"
    r" \[?(?:(?:tautan|link|laman) |di ?)?(?P<link>sini|ini|berikut)\W*",
    re.I,
)
# "Simak ulasan mendalam soal kopi di Sora.com": where the link leads to the house's own front page
POINTS_HOME = re.compile(
    rf"\W*{URGE}{TO_WATCH}\b(?!,)[^.!?]{{3,140}}[\s:](?P<link>[\w-]+(?:\.\w{{2,3}}){{1,2}})\W*", re.I
)
# "Klik di sini untuk membaca berita lainnya"
HERE_TO_READ = re.compile(
    rf"\W*(?:klik|tekan) (?P<link>di ?sini|(?:tautan|link) ini) untuk (?:mem)?(?:baca|lihat|simak|tonton|mengetahui)"
    rf"\b(?=.*\b{OF_NEWS}\b)[^.,!?]{{3,80}}\W*",
    re.I,
)
# "**Ingin tahu kabar panen? Klik di sini", "*Pantau harga kopi di tautan ini": a house's note, which its link ends
STARRED = re.compile(
    r"\*{1,3} ?(?=.*\b(?:ingin|mau|yuk|ayo|mari|baca|simak|ikuti|pantau|saksikan|cek|klik|update|live|anda|kamu|kalian)"
    r"\b)[^“”\"]{10,300}? (?:(?:tautan|link) |di ?)?(?P<link>sini|ini|berikut)\W*",
    re.I,
)

# Calls that are a step of a manual if nothing in them is a link.
LINKED_CALLS = (
    Row(
        r"\W*(?:(?:unduh|download|instal|install|pasang|daftar|gabung|(?:ber)?langganan|ikuti|masuk|login|buka)"
        r"(?: (?:sekarang|gratis|di ?sini|aplikasi(?:nya)?|saluran|kanal))*|google play|(?:app|play) store)\W*",
        "Unduh sekarang",
        "Unduh peta itu",
    ),
    Row(
        r"\W*(?:(?:baca|lihat|simak|klik) )?(?:selengkapnya(?: di ?sini)?|selanjutnya|read more|see more)\W*"
        r"|\W*(?:baca|lihat|simak)(?: juga)? di ?sini\W*",
        "Baca selengkapnya...",
        "Baca selengkapnya di koran.",
    ),
    Row(
        r"(?:(?:saksikan|nonton|tonton) (?:live streaming|siaran langsung|cuplikan|tayangan|keseruan|pertandingan)\b"
        r"|(?:saksikan|nonton|tonton) (?=.*\b(?:kualitas hd|klik)\b))[^.!?]{0,120}?"
        r"(?:,? (?:klik )?|[.!] klik )(?:(?:tautan|link) )?(?:di ?sini|ini|berikut(?: ini)?)\W*",
        "Saksikan live streaming program kami di sini",
        "Saksikan siaran langsung dari Sora.",
    ),
    Row(  # where its group shows films and matches
        r"(?:yuk,? |ayo,? )?(?:saksikan|nonton|tonton) [^.!?]{3,100} di (?:vidio|sctv|indosiar|moji)(?:\.com)?"
        r"(?:(?:,| dan|, dan) (?:vidio|sctv|indosiar|moji)(?:\.com)?){0,2}(?: sekarang)?"
        r"(?:\W+klik (?:di ?sini|(?:tautan|link) ini)(?: untuk [^.,!?]{3,60})?)?\W*",
        "Saksikan laga lainnya di Vidio. Klik di sini untuk streaming.",
        "Saksikan laga di Vidio, kata Ratna.",
    ),
    Row(
        r"(?:(?:berita|artikel|ulasan|kisah|informasi|penjelasan)(?:nya)? )?selengkapnya(?: (?:bisa|dapat|silakan|kamu"
        r"|anda)){0,3} (?:di)?(?:baca|simak|lihat|klik|cek)(?: (?:di|pada|melalui|lewat))?(?: (?:tautan|link|laman))?"
        r" ?(?:di ?sini|sini|ini|berikut(?: ini)?)\W*",
        "Berita selengkapnya bisa dibaca di sini.",
        "Berita selengkapnya bisa dibaca di koran.",
    ),
    Row(
        r"(?:yuk,? )?(?:simak|baca|lihat|ikuti|dapatkan)(?: juga| selengkapnya)? (?:berita|artikel)(?: (?:[a-z]+ )?"
        r"(?:menarik|terbaru|terkini|populer|lain(?:nya)?)){1,3}"
        r"(?: (?:di|dari) (?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*){0,3}(?: di ?sini)?)?\W*",
        "Simak juga berita menarik lainnya di Sora Times.",
        "Simak juga berita menarik lainnya di desa.",
    ),
    Row(
        r"(?:[^.!?]{3,60}[.!?,] )?(?:ayo|mari|yuk),? (?:ikut )?(?:bantu|berdonasi|donasi|dukung|berbagi)\b"
        r"[^.!?]{3,120}? (?:(?:klik|lewat|melalui|dengan|di) )*(?:(?:tautan|link|laman) )?"
        r"(?:di ?sini|sini|ini|berikut)\W*",
        "Ayo bantu warga yang terdampak banjir di sini.",
        "Ayo bantu warga yang terdampak banjir di balai desa.",
    ),
    Row(
        r"(?:cek|lihat|simak|baca)(?: juga)? [^.,!?]{3,60} lain(?:nya)? (?:(?:klik )?di ?sini|(?:di|pada|lewat) (?:sini"
        r"|(?:tautan|link) (?:ini|berikut)))\W*|ikuti [^.,!?]{3,60} ini:? https?://\S+",
        "Cek hasil pertandingan lainnya di sini.",
        "Cek hasil pertandingan lainnya di koran.",
    ),
    Row(
        r"(?:baca|simak|lihat) (?:artikel|berita|laporan|tulisan)(?: (?:ini|asli))?(?:nya)? (?:se)?lengkap(?:nya)? di"
        r" (?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*){0,3}\W*",
        "Baca artikel lengkapnya di Sora Weekly.",
        "Baca artikel lengkapnya di koran.",
    ),
    Row(
        r"(?:yuk,? )?(?:beli|dapatkan|cek(?: harga)?|check ?out|pesan) [^!?]{3,120}"
        r" (?:di|lewat) (?:shopee|tokopedia|lazada|tik ?tok shop|blibli|bukalapak|zalora)(?: sekarang)?\W*",
        "Beli caping bambu Sora Rp13.750 di Shopee",
        "Beli caping bambu Sora di pasar.",
    ),
    Row(
        r"(?:(?:(?:yuk|ayo|mari)[,!]? )?(?:ikut(?:i|an)?|isi|coba|jawab|mainkan)(?: (?:juga|dulu))? (?:kuis|survei"
        r"|polling|jajak pendapat|tes|games?)(?:nya)?|isi (?:survei|kuesioner|angket)(?: \w+){0,2}"
        r" kami)\b[^.!?]{0,60}(?:[.!] klik)? (?:(?:tautan|link) ini|(?:di ?)?sini)\W*",
        "Yuk, ikuti kuisnya di sini!",
        "Yuk, ikuti kuisnya di balai desa!",
    ),
    Row(
        r"(?:baca|simak|lihat) juga (?:artikel|berita|tulisan|kabar)(?:-\w+)?(?: lain(?:nya)?| menarik)*"
        r" (?:tentang|soal|seputar|mengenai|terkait)\b[^.,!?“”\"]{3,100}\W*",
        "Baca juga artikel tentang kopi atau teh",
        "Baca juga artikel tentang kopi, kata guru.",
    ),
    Row(  # what a topic's own list is called by
        r"(?:(?:(?:berita|artikel)(?: menarik)? lain(?:nya)? di|kumpulan (?:artikel|berita)|berita tentang)"
        r"(?: (?-i:[A-Z])[\w.-]*){1,5}|berita(?: (?-i:[A-Z])[\w.-]*){1,4} lainnya"
        r"|berita [\w ]{2,30} dan berita [\w ]{2,30} lainnya)\W*",
        "Berita lainnya di Berita Sora",
        "Berita lainnya di Sora mengejutkan.",
    ),
    Row(
        r"(?:[^.!?“”\"]{8,80}\? klik|update [^.,!?]{3,60},? klik|dapatkan (?:informasi|info|berita|update)\b"
        r"[^.!?]{3,80}) (?:(?:tautan|link) ini|(?:di ?)?sini)\W*",
        "Dapatkan informasi terkini soal banjir di sini.",
        "Dapatkan informasi terkini soal banjir di balai desa.",
    ),
    Row(
        r"yuk, (?:baca artikel|simak juga)[^,]{0,160}|klik (?:di sini )?untuk (?:membaca|melihat)[^.,]{0,60}",
        "Yuk, simak juga video ini!",
        "Yuk, simak!",
    ),
)
LINKED_CALL = either(LINKED_CALLS)
