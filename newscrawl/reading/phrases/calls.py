"""Calls to readers: watch, follow, subscribe, read on elsewhere. `{house}` stands for what the portal calls itself.

What one portal alone says stands in its loader's `junk`.
"""

from __future__ import annotations

import re

from newscrawl.reading.rows import Row, either

CAPITAL = r"(?-i:[A-Z0-9@(])"
# A place that a "follow us" line names; a true sentence may too, but does not end with it.
PLACE = r"(?:google news|whatsapp|telegram|instagram|facebook|twitter|tiktok|youtube|line today)"
HOUSE = "{house}"
# All that a call to read on, or to follow, is made of
OF_CALLS = (
    r"(?:klik|tekan|di|pada|sini|disini|untuk|(?:mem)?baca|(?:me)?lihat|simak|ikuti|cek|akses|(?:men)?dapat(?:kan)?|temukan"
    r"|follow|us|on|kami|anda|kamu|kalian|kanal|berita(?:-berita)?|artikel(?:-artikel)?|konten|informasi|info|update|kabar"
    r"|perkembangannya|lain(?:nya)?|terbaru|terkini|terupdate|terhangat|terpopuler|pilihan|menarik|selengkapnya|lengkap"
    r"|setiap|hari|langsung|dari|dan|atau|serta|juga|terus|tetap|jangan|lupa|yuk|ayo|mari|mau|ingin|tahu|hanya|via|lewat"
    r"|melalui|channel|saluran|grup|group|akun|media|sosial|aplikasi|resmi|gratis|sekarang|(?:ber)?gabung|ke|unduh|download"
    r"|install|subscribe|perlu|pemberitahuan|notifikasi|aktifkan|ponsel|gawai|situs|laman|terpercaya"
    r"|[\w-]+\.(?:com|co\.id|co|id|tv|net)\+?|google news|whatsapp|telegram|instagram|facebook|twitter|tiktok|youtube)"
)
VIDEO_CALLS = (
    Row(
        r"(?:jangan (?:sampai ketinggalan|lewatkan)|kamu sudah menonton|simak!|saksikan!) video"
        r"(?: (?:terbaru|terpopuler|pilihan|redaksi|menarik|hari|berikut|di bawah|ini)){1,5}\W*",
        "Jangan Lewatkan Video Pilihan Redaksi ini:",
        "Jangan lewatkan video itu, katanya.",
    ),
    Row(r"video terpopuler hari ini\W*", "Video Terpopuler Hari ini:", "Video terpopuler hari ini dihapus."),
    Row(
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)? (?:video|tayangan|foto)(?: [\w-]+){0,4}\s*:?\s*"
        r"(?:[“\"”'][^“”\"]{0,160}[“\"”']|\b(?:berikut|di bawah)(?: ini)?)\W*(?:\[gambas:[^\]]*\])?",
        'Simak Video "Kisah Penyelam Mencari Kapal Karam"',
        'Simak video "Kapal Karam" karya Darmo.',
    ),
    Row(
        r"(?:simak|lihat|tonton|saksikan)(?: (?:juga|pula|video|tayangan)){1,2}\s*:?\s*[“\"”'‘].{3,160}[”\"'’]"
        r"(?: (?:di sini|berikut(?: ini)?|di bawah(?: ini)?))?\W*",
        "Simak juga 'Harga Garam Naik':",
        "Lihat juga tabel itu.",
    ),
    Row(
        rf"(?:simak|lihat|tonton|saksikan)(?: juga| pula)? video\s*:\s*{CAPITAL}[^.]{{2,160}}",
        "Lihat Video: Petani Panen Kopi",
        "Lihat video: petani itu menari.",
    ),
    Row(
        r"(?:simak|tonton|saksikan)(?: juga)? live (?:streaming )?[\w -]{3,30}\s*:",
        "Saksikan Live Sora Pagi:",
        "Saksikan live di balai desa.",
    ),
    Row(
        r"(?:simak|saksikan) (?:pula |juga )?(?:video|tayangan) (?:pilihan|menarik)(?: lainnya)?"
        r"(?: (?:berikut|ini|di bawah)){0,3}\W*",
        "Saksikan Video Pilihan Berikut Ini:",
        "Simak video pilihan juri itu.",
    ),
    Row(
        r"(?:sak\w{1,4}kan|simak|tonton|lihat)(?: juga)? video(?:nya)?(?: (?:pilihan|menarik|lengkap(?:nya)?|terkait"
        r"|selengkapnya|lainnya|di|bawah|berikut|ini|sini|dalam|pada))*\W*",
        "Simak videonya di bawah ini",
        "Tonton video ini di balai desa.",
    ),
    Row(
        r"(?:simak|lihat|tonton|saksikan)(?: juga| pula)?(?: video(?:nya)?| foto(?:nya)?| tayangan(?:nya)?)\s*:?\W*",
        "Lihat Foto",
        "Lihat foto itu.",
    ),
    Row(
        r"(?=.*\bvideo\b)(?:(?:video|tayangan|terbaru|terpopuler|terkini|viral|pilihan|menarik|redaksi|hari|ini|di"
        r"|bawah|berikut(?:nya)?|juga|pula|lainnya|lihat|simak|tonton|nonton|menonton|saksikan|jangan|lewatkan|sampai"
        r"|ketinggalan|kamu|anda|sudah|yuk|untuk)[\s,!?:]*){2,}",
        "Kamu Sudah Menonton Video Terbaru di Bawah Ini?",
        "Anda sudah menonton video itu?",
    ),
    Row(r"watch(?: the)? (?:full )?video(?: (?:below|here))?\W*", "Watch the full video below", "Watch the video rot."),
)
READING_CALLS = (
    Row(
        rf"(?=\W*{OF_CALLS}[\s,!?:.])"
        r"(?=.*\b(?:berita|artikel|konten|kami|google news|pemberitahuan|notifikasi|perkembangannya|update)\b)"
        r"(?=.*\b(?:lain(?:nya)?|selengkapnya|ter(?:baru|kini|update|hangat|populer)|kami|google news|pemberitahuan"
        rf"|hanya di)\b)(?=.*(?:\b(?:sini|aplikasi|notifikasi|pemberitahuan|hanya di|{PLACE}|[\w-]+\.(?:com|co|id))\b))"
        rf"\W*{OF_CALLS}(?:[\s,!?:.]+{OF_CALLS}){{2,}}\W*",
        "Mau tahu berita lainnya? Klik di sini",
        "Mau tahu berita lain dari desa? Tanya Ratna di sini.",
    ),
    Row(
        r"\W*(?:ikuti|follow|akses|baca|simak|cek|update|temukan)(?: [\w.&-]+){1,6} (?:di|on|via|melalui|dan|atau)"
        rf" google news\b(?:[\s,]+(?:dan|atau|klik|di|sini|sekarang|juga|channel|kami|{PLACE}))*\W*",
        "*) Ikuti Sora Pos di Google News, klik di sini.",
        "Ikuti Darmo mencari kabar panen di Google News dan koran.",
    ),
    Row(
        r"(?:baca|simak|lihat) (?:artikel|berita) (?:asli|sumber)(?:nya)? (?:di sini|disini)\W*"
        r"|(?:selengkapnya )?(?:baca|simak)(?: (?:selengkapnya|artikelnya))? di"
        r" (?-i:[A-Z])[\w-]*\.(?:com|co|id|net)\W*",
        "Baca artikel asli di sini",
        "Baca artikel asli di perpustakaan.",
    ),
    Row(
        r"(?:baca|lihat|simak) juga artikel(?:-artikel)? (?:terkait|tentang) .{2,80} (?:atau|dan|serta)"
        r" (?:artikel|tulisan)(?: menarik)? lainnya (?:dari|di|oleh) .{2,60}",
        "Baca juga artikel terkait KOPI atau tulisan lainnya dari Budi Santoso",
        "Baca juga artikel terkait kopi.",
    ),
    Row(
        r"(?:baca|lihat|simak)(?: juga)? (?:berita|artikel) (?:lainnya|selengkapnya|terkait) (?:di sini|disini)\W*",
        "Baca Berita Lainnya di Sini",
        "Baca artikel terkait di sini, lalu tulis.",
    ),
    Row(
        r"(?:simak|baca)(?: juga)? (?:berita|artikel) (?:lainnya|lain|menarik|selengkapnya)(?: lainnya)?"
        r" (?:terkait|soal|tentang|seputar|mengenai) [^.,]{3,80}",
        "Baca berita lainnya terkait panen kopi",
        "Baca berita lain tentang kopi, katanya.",
    ),
    Row(
        r"klik (?:di sini )?untuk (?:membaca|melihat) (?:artikel|berita)\b[^.,]{0,60}",
        "Klik untuk membaca artikel lainnya",
        "Klik untuk membaca pesan.",
    ),
    Row(
        r"(?:cek|baca) berita (?:dan|&) artikel (?:ya?n?g )?lain(?:nya)? di google news"
        rf"(?:\W+(?:dan\W+)?{PLACE}(?: channel)?)*\W*",
        "Cek Berita dan Artikel yang lain di Google News dan WhatsApp Channel",
        "Baca berita dan artikel lainnya di koran.",
    ),
    Row(
        r"(?:baca|simak|update|ikuti) berita (?:[\w.]+ )?lain(?:nya)? (?:di|dari) [^,]{0,40}google news\W*",
        "Baca berita Sora lainnya di Google News",
        "Baca berita lainnya di Google News, kata Ratna.",
    ),
    Row(
        rf"(?:update|dapatkan|baca|simak|cek) (?:info\w*|berita|artikel|update)\b[^.,]{{3,80}} di google news"
        rf"(?: {CAPITAL}[\w.]+){{0,3}}\W*",
        "Dapatkan informasi terbaru di Google News Sora",
        "Dapatkan informasi di kantor desa.",
    ),
    Row(
        r"jadikan .{2,30} (?:sebagai )?sumber (?:pilihan|utama|berita)\b.{0,60}\bgoogle\b.{0,20}",
        "Jadikan Sora sumber pilihan Anda di Google",
        "Jadikan kopi sumber utama desa.",
    ),
    Row(
        r"bergabung(?:lah)? dan dapatkan\b[^,]{0,120}"
        r"\b(?:kejutan|hadiah|voucher|poin|promo|berita)\b[^,]{0,80}",
        "Bergabung dan dapatkan berita menarik",
        "Bergabung dan dapatkan bibit kopi.",
    ),
    Row(
        r"(?:(?:(?:ber)?langganan|daftar|ikuti)(?: ke)?|subscribe to(?: our)?) newsletter\b[^.,]{0,60}(?:\.com)?"
        r"[^.,]{0,30}",
        "Berlangganan newsletter Sora",
        "Daftar newsletter, lalu tunggu.",
    ),
    Row(
        r"dapatkan (?:berita|artikel|newsletter|update)\b[^.,]{0,80} (?:e-?mail|surel|inbox|kotak masuk)"
        r"(?: (?:anda|kamu|kalian)|mu)?\W*",
        "Dapatkan berita terbaru di email Anda",
        "Dapatkan berita dari radio.",
    ),
    Row(
        r"(?:unduh|download|install?|pasang|gunakan) aplikasi berita\b[^,]{0,60}",
        "Unduh aplikasi berita kami",
        "Unduh aplikasi itu di sini.",
    ),
)
# Of the portal itself
HOUSE_CALLS = (
    Row(
        rf"(?:unduh|download|install?|pasang|gunakan) aplikasi [^,]{{0,30}}\b(?:{HOUSE})[^,]{{0,60}}",
        "Download aplikasi Sorapos",
        "Unduh aplikasi itu di laman resmi.",
    ),
    Row(
        rf"dapatkan\b.{{0,80}}\bgratis\b.{{0,120}}\baplikasi\b.{{0,60}}(?:{HOUSE}).{{0,120}}",
        "Dapatkan akses gratis lewat aplikasi Sorapos",
        "Dapatkan bibit gratis lewat aplikasi dinas.",
    ),
)
# Calls that a true sentence may make too, for a ministry's account: junk if they name a house or lead to news.
CALLS = (
    Row(
        rf"follow (?:berita|whatsapp channel|akun|kami)\b[^,]{{0,80}}{PLACE}(?: untuk .{{0,60}})?\W*",
        "Follow Berita Kami di Google News",
        "Follow akun itu lalu unggah foto kopi.",
    ),
    Row(r"follow whatsapp channel\b[^,]{0,100}", "Follow WhatsApp Channel Sora", "Follow WhatsApp, kata guru."),
    Row(
        r"ikuti (?:berita|kami|saluran|whatsapp channel|akun|update)\b"
        rf"[^,]{{0,120}}(?:{PLACE}|di sini)(?: channel)?(?:,? klik (?:di )?sini| untuk .{{0,60}}"
        r"|(?: [\w.]+)? ?: ?(?:https?://\S+)?)?\W*",
        "Ikuti saluran WhatsApp kami di sini",
        "Ikuti kami ke sawah.",
    ),
    Row(r"(?:ikuti|follow|temukan) kami (?:juga )?di\W*", "Ikuti kami di:", "Temukan kami di pasar."),
    Row(
        rf"dapatkan (?:berita up to date|update berita)\b.{{0,200}}(?:{PLACE}|setiap hari)\W*",
        "Dapatkan update berita pilihan setiap hari",
        "Dapatkan update berita dari Darmo.",
    ),
    Row(
        rf"simak berita (?:terbaru|terkini|lainnya)\b[^,]{{0,60}}{PLACE}\W*",
        "Simak berita terbaru Sora di Google News",
        "Simak berita terbaru di radio.",
    ),
    Row(
        r"silakan baca (?:konten|berita|artikel)(?: menarik)? lainnya (?:dari|di) .{3,60}",
        "Silakan baca konten menarik lainnya dari Sora.com di Google News",
        "Silakan baca buku lainnya.",
    ),
    Row(
        r"(?:simak|ikuti|dapatkan|cek|baca|temukan)(?: terus| juga)? (?:berita|artikel|informasi|update)\b[^,]{0,40}"
        r" (?:lain(?:nya)?|terbaru|terkini|terhangat|terupdate|pilihan|menarik|terpopuler)\b[^,]{0,80}"
        rf"\b(?:di|dari|via|lewat|melalui)(?: (?:saluran|kanal|channel|aplikasi))? {PLACE}(?: channel)?"
        r"(?: [A-Z]\S+| kami)?\W*",
        "Dapatkan berita terbaru lainnya di saluran WhatsApp Sora.com",
        "Dapatkan informasi terbaru di balai desa.",
    ),
    Row(
        rf"(?:ayo |yuk |mari )?(?:ber)?gabung(?:lah)? (?:di|dengan)\b[^,]{{0,60}}{PLACE}[^,]{{0,30}}",
        "Mari bergabung di grup Telegram kami",
        "Mari bergabung di kebun kopi.",
    ),
    Row(
        rf"(?:jangan lupa )?(?:ikuti|follow|kunjungi)(?: juga)? (?:akun|kanal|channel)\b[^,]{{0,30}} {PLACE}"
        r"(?: resmi)?(?: kami| @\w+)\W*",
        "Jangan lupa ikuti akun Instagram kami",
        "Ikuti akun Instagram desa itu.",
    ),
)
JOIN = (
    r"(?:jangan lupa |yuk,? |ayo,? )?(?:follow|ikuti|kunjungi|(?:ber)?gabung(?:lah)?|join|subscribe|like)"
    r"(?: (?:juga|terus|ke|di|dengan|akun|kanal|channel|saluran|grup|group|halaman|fanpage|page|media|sosial|medsos"
)
CALLS_OF_HOUSE = (
    Row(
        rf"{JOIN}|resmi|{PLACE}))+ (?:kami|(?:{HOUSE})\S*|\S+\.(?:com|co|id)\b\S*)"
        rf"(?: (?:resmi|sekarang|juga|(?:{HOUSE})\S*|@\w+|(?:untuk|dan dapatkan) [^,.]{{3,60}}))*\W*",
        "Gabung grup Telegram Soraposnews sekarang",
        "Ikuti akun Instagram Darmo.",
    ),
    Row(
        rf"dapatkan (?:update |info\w* )?(?:berita|artikel)\b[^.,]{{0,80}} (?:dari|di) (?:{HOUSE})\S*"
        rf"(?:\W+klik (?:di )?sini)?\W*",
        "Dapatkan update berita pilihan dari Sorapos",
        "Dapatkan berita dari radio.",
    ),
    Row(
        r"(?:baca|simak|ikuti|dapatkan|cek|temukan|nikmati)(?: terus| juga)?"
        r" (?:berita|artikel|informasi|info|update|kabar)\b[^.,]{0,80} (?:hanya )?(?:di|dari|lewat|melalui)"
        r"(?: (?:berita|kanal|situs|laman|aplikasi|portal|website))?"
        rf" (?:www\.)?(?:{HOUSE})\b[^,.]{{0,40}}(?:\.(?:com|co\.id|id))?\W*",
        "Baca berita terkini dan terpercaya di Berita Sorapos",
        "Baca berita terkini di papan desa.",
    ),
)
# One of these makes a call one to the house's own readers.
CALLS_US = (
    r"\b(?:kami|redaksi|{house})\b|google news|(?:saluran|kanal|channel) whatsapp|whatsapp channel"
    r"|(?<![\w.])[\w-]+\.(?:com?|net|tv|co\.id|id)\b"
)
CALLS_TO_NEWS = re.compile(r"\b(?:berita|artikel|news)\b", re.I)
# Calls that are a step of a manual if nothing in them is a link.
LINKED_CALLS = (
    Row(
        r"\W*(?:(?:baca|lihat|simak|klik) )?(?:selengkapnya|selanjutnya|read more|see more)\W*",
        "Baca selengkapnya...",
        "Baca selengkapnya di koran.",
    ),
    Row(
        r"saksikan (?:live streaming|siaran langsung)\b[^,]{0,80} (?:di sini|disini|berikut ini)\W*",
        "Saksikan live streaming program kami di sini",
        "Saksikan siaran langsung dari Sora.",
    ),
    Row(
        r"yuk, (?:baca artikel|simak juga)[^,]{0,160}|klik (?:di sini )?untuk (?:membaca|melihat)[^.,]{0,60}",
        "Yuk, simak juga video ini!",
        "Yuk, simak!",
    ),
)
CALL, LINKED_CALL = either(CALLS), either(LINKED_CALLS)
