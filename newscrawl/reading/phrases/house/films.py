"""Calls to watch a film or a house's television, and what is said of one that stands beside a text."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.words import CAPITAL
from newscrawl.reading.rows import Row

# All that a call to watch a film is made of
OF_FILMS = (
    r"(?:vid[ei]o(?:nya)?|tayangan|20detik|terbaru|terpopuler|terkini|terkait|viral|pilihan|menarik|redaksi|hari|ini|di|[\w-]+\.(?:com|co\.id|co|id)"
    r"|dalam|pada|bawah|sini|setelah|berikut(?:nya)?|juga|pula|lainnya|lihat|simak|tonton|nonton|menonton|sak\w{1,4}kan"
    r"|jangan|lewatkan|sampai|ketinggalan|lupa|kamu|anda|sudah|yuk|ayo|ya|untuk|kami|dari|selengkapnya|lengkap(?:nya)?)"
)
# A house's television: "Sora TV", "Liputan6 SCTV", "tvOne"
TV = r"(?:(?-i:i?[A-Z])[\w-]*[ .]){0,2}(?-i:\w*TV|tvOne|Indosiar|RCTI)\b"
# Words of sentences that tell of a house's television
TOLD = r"(?:sejak|setelah|sebelum|karena|hingga|sampai|dan|warga|penonton|jutaan|perdana|akan|lalu|(?:19|20)\d\d)"
CHANNELS = r"(?:kanal|channel|digital|pukul|setiap hari|transvision|indihome|vidio|parabola|satelit)"
VIDEO_CALLS = (
    Row(r"video(?:nya)?\s*:", "Video:", "Video itu:"),
    Row(
        r"(?:(?:yuk|ayo),? )?(?:simak|lihat|[nt]onton|saksikan)(?:(?: juga| pula)? (?:video|tayangan|foto)"
        r"(?: [\w-]+){0,4}|(?: (?:juga|pula|video|tayangan)){1,2})"
        r"\s*:?\s*(?:[“\"”'‘].{0,160}[“\"”'’]|\b(?:berikut|di bawah)(?: ini)?)"
        r"(?: (?:selengkapnya ?)?(?:di ?sini|berikut(?: ini)?|di bawah(?: ini)?)?)?\W*(?:\[gambas:[^\]]*\])?",
        'Simak Video "Kisah Penyelam Mencari Kapal Karam"',
        'Simak video "Kapal Karam" karya Darmo.',
    ),
    Row(
        rf"(?:simak|lihat|tonton|saksikan|jangan lewatkan)(?: juga| pula)? video\s*:\s*{CAPITAL}[^.]{{2,160}}",
        "Lihat Video: Petani Panen Kopi",
        "Lihat video: petani itu menari.",
    ),
    Row(
        r"(?:simak|tonton|saksikan)(?: juga)? live ?(?:streaming )?[\w -]{3,30}\s*:",
        "Saksikan Live Sora Pagi:",
        "Saksikan live di balai desa.",
    ),
    Row(
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)?(?: video(?:nya)?| foto(?:nya)?| tayangan(?:nya)?)\s*:?\W*",
        "Lihat Foto",
        "Lihat foto itu.",
    ),
    Row(
        rf"(?!.{{160}})\(?(?={OF_FILMS}\b)(?=[^.]*$|(?:yuk|jangan|lihat|simak|[nt]onton|sak\w{{1,4}}kan)\b)(?=.*\b(?:vid[ei]o|tayangan))(?:{OF_FILMS}[\s,!?:]*){{2,}}\W*",
        "Kamu Sudah Menonton Video Terbaru di Bawah Ini?",
        "Kami sudah menonton video ini.",
    ),
    Row(
        r"video\s*:\s*(?!.*\d)(?-i:(?:[A-Z][\w'’-]*\W+){3,}[^.]{0,120}[^.\s])",
        "Video: Petani Kopi Sora Panen Raya",
        "Video: Full HD, Slow Motion 120 fps",
    ),
    Row(
        r"(?:saksikan|simak|tonton|lihat)(?: (?:tayangan|video(?:nya)?|selengkapnya|lengkapnya)){1,3}"
        r" (?:dalam|di|pada|lewat|melalui) (?:tautan|link) (?:ini|berikut)(?: ini)?\W*",
        "Saksikan tayangan video selengkapnya dalam tautan ini.",
        "Saksikan video dalam tautan itu, kata Ratna.",
    ),
    Row(
        r"(?:simak|saksikan|tonton|lihat)(?: juga)?(?: (?:berita|info\w*|ulasan|penjelasan|laporan|liputan|kisah|cerita"
        r"|kabar|kronologi|keseruan|wawancara)(?:nya)?)? (?:se)?lengkapnya (?:dalam|di|pada|lewat|melalui)"
        r" (?:tayangan )?video(?: (?:berikut|ini|di (?:atas|bawah))){1,2}\W*",
        "Simak berita selengkapnya dalam video berikut!",
        "Simak penjelasan selengkapnya dalam video itu, kata Ratna.",
    ),
    Row(
        r"klik (?:video|tayangan)(?: (?:ini|berikut(?:nya)?|di (?:atas|bawah|samping)|untuk))*"
        r" (?:tahu|mengetahui|info\w*|selengkapnya) ?(?:(?:info\w* )?(?:lebih (?:banyak|lanjut|lengkap)|selengkapnya))?"
        rf"(?:\s?[-–:]\s{CAPITAL}[^.“”\"]{{3,120}})?\W*",
        "Klik video untuk tahu lebih banyak - PANEN KOPI BERSAMA RATNA",
        "Klik video untuk mengetahui ukuran berkasnya.",
    ),
    Row(
        r"(?:saksikan|[nt]onton)(?: juga| pula)? (?:cuplikan|trailer|teaser|highlights?|siaran|rekaman|klip)(?:-?nya)?"
        r"(?: [\w-]+){0,4}? (?:berikut|di bawah)(?: ini)?\W*",
        "Tonton cuplikan laga Sora melawan Darmo di bawah ini.",
        "Tonton cuplikan laga di bawah ini, kata Ratna.",
    ),
    Row(r"watch(?: the)? (?:full )?video(?: (?:below|here))?\W*", "Watch the full video below", "Watch the video rot."),
    # of a house's television
    Row(
        rf"{TV} (?!.*\b{TOLD}\b)(?:(?:juga|dapat|bisa|kini|selalu) ){{0,2}}"
        r"(?:tayang|hadir|mengudara|di(?:saksikan|tonton|nikmati))\b"
        rf"[^.!?,“”\"]{{0,60}}\b(?:{CHANNELS}|rcti\+)[^.!?,“”\"]{{0,60}}(?:\.\d\d[\w ]*)?\W*",
        "Sora TV dapat disaksikan di kanal 11 televisi digital.",
        "Sora TV hadir di kanal digital sejak 2019.",
    ),
    Row(
        r"(?:saksikan|tonton|simak|jangan lewatkan)(?: (?:juga|terus|tayangan|program|berita|siaran|langsung|live"
        rf"|streaming|episode|(?:se)?lengkapnya|video(?:nya)?|di|hanya|lewat|melalui)){{0,6}} {TV}"
        r"(?: (?:setiap|pukul|hanya|di|pada|mulai|live|sekarang)\b[^!?,“”\"]{0,80})?\W*",
        "Saksikan Liputan6 SCTV setiap hari pukul 12.00 WIB hanya di SCTV.",
        "Saksikan Sora TV menjadi saksi, kata Ratna.",
    ),
    Row(
        rf"{TV}(?: live(?: streaming\b[^!?,“”\"]{{0,60}}"
        rf"|(?: (?:di|pada|lewat|melalui|setiap|pukul) [^.!?,“”\"]{{2,40}})?)"
        r"|\W+(?:ikuti|follow|subscribe)\b[^!?“”\"]{0,100}"
        r"|\W+(?:(?:aktual|tajam|te(?:r|per)caya|terpercaya|independen|akurat|inspirati?f|memang beda"
        r"|knowledge to elevate|dan)\W*){1,5})",
        "Sora TV, aktual tajam terpercaya",
        "Sora TV live dari desa, kata Ratna.",
    ),
)
# A film's headline, whose words begin with capitals but for small ones; a sub-heading may say so of any film
FILM_HEADLINES = (
    Row(
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)?"
        r" (?-i:Video(?:(?: [a-z]{1,8}){0,2} [A-Z\d“\"‘'(]\S*){3,24})(?<![.,])",
        "Simak juga Video Petani Kopi Sora Panen Raya: Harga Naik",
        "Simak Video itu di balai desa.",
    ),
)
# "Saksikan Live Streaming Liga Sora di Sini", a heading over a film
CALL_TO_WATCH = re.compile(
    r"(?:yuk,? |ayo,? |jangan lupa )?(?:saksikan|simak|tonton|nonton|lihat)\b[^.!?]{0,60}"
    r"\b(?:video\w*|live|streaming|tayangan|siaran|cuplikan|highlights?)\b[^.!?]{0,60}\W*",
    re.I,
)
