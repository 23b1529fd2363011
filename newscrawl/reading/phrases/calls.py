"""Calls to readers: follow, subscribe, read on elsewhere. `{house}` stands for what the portal calls itself.

What one portal alone says stands in its loader's `junk`.
"""

from __future__ import annotations

import re

from newscrawl.reading.phrases.networks import NETWORK
from newscrawl.reading.rows import Row

CAPITAL = r"(?-i:[A-Z0-9@(])"
# A place that a "follow us" line names; a true sentence may too, but does not end with it.
PLACE = rf"(?:google ?(?:news|berita)|{NETWORK}|wa|line today)"
HOUSE = "{house}"
TO_JOIN = r"(?:ayo |yuk |mari |silakan )?(?:ikuti|follow|(?:ber)?gabung(?:lah)?|join|klik)"
# All that a call to read on, or to follow, is made of
OF_CALLS = (
    r"(?:klik|tekan|di|pada|sini|disini|untuk|(?:mem)?baca|(?:me)?lihat|simak|ikuti|cek|akses"
    r"|(?:men)?dapat(?:kan)?|temukan"
    r"|follow|us|on|kami|anda|kamu|kalian|kanal|berita(?:-berita)?|artikel(?:-artikel)?|ulasan(?:-ulasan)?"
    r"|konten|informasi|info|update|kabar"
    r"|perkembangannya|lain(?:nya)?|terbaru|terkini|terupdate|terhangat|terpopuler|pilihan|menarik|selengkapnya|lengkap"
    r"|yg|populer|terkait|berikut|dengan|meng(?:ikuti|akses|klik)"
    r"|setiap|hari|langsung|dari|dan|atau|serta|juga|terus|tetap|jangan|lupa|yuk|ayo|mari|mau|ingin|tahu|hanya"
    r"|via|lewat"
    r"|melalui|channel|saluran|grup|group|akun|media|sosial|aplikasi|resmi|gratis|sekarang|(?:ber)?gabung|ke"
    r"|unduh|download|install|subscribe|perlu|pemberitahuan|notifikasi|aktifkan|ponsel|gawai|situs|laman|terpercaya"
    rf"|[\w-]+\.(?:com|co\.id|co|id|tv|net)\+?|{PLACE})"
)
# One of which bids: "Berikut berita terpopuler dari Sora.com" tells what follows
BIDS = (
    r"(?:klik|tekan|(?:mem)?baca|(?:me)?lihat|simak|ikuti|cek|akses|(?:men)?dapat(?:kan)?|temukan|follow|yuk|ayo|mari"
    r"|mau|ingin|jangan|hanya|(?:ber)?gabung|unduh|download|install|subscribe|perlu|aktifkan)"
)
READING_CALLS = (
    Row(
        r"\W*(?:yuk,? |ayo,? |jangan lupa )?(?:ikuti|follow|(?:ber)?gabung|join|subscribe|pilih (?:saluran|kanal)"
        rf"|akses|dapatkan (?:artikel|berita))\b(?:[^.!?]|\.(?=\w)){{0,160}}\b{PLACE}\b(?:[^.!?]|\.(?=\w| klik\b)){{0,80}}?\s*https?://\S+\W*",
        "Pilih saluran andalanmu di WhatsApp Sora.com: https://whatsapp.com/channel/x",
        "Ikuti saluran WhatsApp desa itu di https://sora.id/x, kata Ratna.",
    ),
    Row(
        r"(?:baca|akses) berita\b[^.,]{0,40} (?:di|lewat) aplikasi\b[^.,]{0,30}\. (?:unduh|download|install?)"
        r"(?: sekarang| di ?sini)?\W*|dukung\b[^.,]{0,20} jurnalisme\b[^.,]{0,40}\. (?:donasi|(?:ber)?langganan|gabung)"
        r"(?: sekarang| di ?sini)?\W*",
        "Baca berita lebih cepat di aplikasi. Unduh sekarang",
        "Baca berita di aplikasi desa. Unduh data warga.",
    ),
    Row(
        r"(?:baca|simak)(?: juga)? (?:artikel|berita)\b[^“\"]{0,40}[“\"][^“”\"]{3,160}[”\"] selengkapnya"
        r"(?:,? (?:(?:klik )?(?:di ?)?sini|(?:di )?https?://\S+))?\W*",
        'Baca artikel Sora, "Harga Kopi Naik" selengkapnya https://sora.com/x',
        'Baca artikel "Kopi Desa" selengkapnya, kata Ratna.',
    ),
    Row(
        r"(?:selalu update info terkini\. )?(?:simak|dapatkan|ikuti)\b[^.,]{0,30}\b(?:breaking news|berita pilihan"
        r"|update berita)\b[^.]{0,80}(?:\.(?=\w)[^.]{0,40})?(?:\. (?:mari|ayo|yuk)\b[^.]{0,40})?"
        r"\b(?:telegram|whatsapp)\b.{0,80}\b(?:klik|gabung|bergabung"
        r"|install|https?:)\b.{0,200}",
        "Simak breaking news dari Sora.co di kanal Telegram. Klik https://t.me/x untuk bergabung.",
        "Simak breaking news di televisi desa.",
    ),
    Row(
        r"(?:info(?:rmasi)?|berita|artikel)(?: (?:lengkap|menarik|ter(?:baru|kini)|dan|atau|lain|[\w-]+\.(?:com|co\.id"
        r"|id))){1,5}(?: lainnya)? di google ?news\b(?: [\w.-]+){0,3}\W*",
        "Berita Sora.com Lainnya di Google News",
        "Informasi lengkap di Google News itu keliru, katanya.",
    ),
    Row(
        r"(?:subscribe|follow|ikuti)(?: juga)? (?:channel|kanal|akun|saluran) \w+\b[^.,]{0,40}"
        r" (?:dan|untuk|agar) (?:men)?dapat(?:kan)? (?:berita|info\w*|update)\b[^.,]{0,60}\W*",
        "Subscribe channel YouTube Sora TV dan dapatkan berita terbaru",
        "Ikuti akun desa dan dapatkan bibit kopi.",
    ),
    Row(
        rf"(?=\W*{OF_CALLS}[\s,!?:.])(?=.*\b{BIDS}\b)"
        r"(?=.*\b(?:berita|artikel|konten|kami|google news|pemberitahuan|notifikasi|perkembangannya|update)\b)"
        r"(?=.*\b(?:lain(?:nya)?|selengkapnya|ter(?:baru|kini|update|hangat|populer)|kami|google news|pemberitahuan"
        rf"|hanya di)\b)(?=.*(?:\b(?:sini|aplikasi|notifikasi|pemberitahuan|hanya di|{PLACE}|[\w-]+\.(?:com|co|id))\b))"
        rf"\W*{OF_CALLS}(?:[\s,!?:.]+{OF_CALLS}){{2,}}\W*",
        "Mau tahu berita lainnya? Klik di sini",
        "Mau tahu berita lain dari desa? Tanya Ratna di sini.",
    ),
    Row(
        r"\W*(?:ikuti|follow|akses|baca|simak|cek|update|temukan)(?: [\w.&:-]+){1,6} (?:di|on|via|melalui|dan|atau)"
        rf" google news\b(?:[\s,]+(?:dan|atau|klik|di|sini|sekarang|juga|ikuti|channel|kanal|saluran|kami|{PLACE}))*"
        r"(?:(?<=channel)(?: (?-i:[A-Z])[\w.-]*){1,3})?\W*",
        "*) Ikuti Sora Pos di Google News, klik di sini.",
        "Ikuti Darmo mencari kabar panen di Google News dan koran.",
    ),
    Row(
        r"(?:baca|simak|lihat) (?:artikel|berita) (?:asli|sumber)(?:nya)? (?:di sini|disini)\W*"
        r"|(?:selengkapnya )?(?:baca|simak)(?: (?:selengkapnya|artikelnya))? di"
        r" (?-i:[A-Z][\w-]*\.(?:com|co|id|net)|[a-z]+(?:[A-Z]\w+)+)\W*",
        "Baca artikel asli di sini",
        "Baca artikel asli di perpustakaan.",
    ),
    Row(
        r"baca (?:artikel |berita |laporan )?selengkapnya di (?:sini"
        rf"|{CAPITAL}[^:.,]{{2,30}})\s*:\s*{CAPITAL}[^.]{{10,160}}",
        "Baca selengkapnya di Sora Weekly: Kopi Sora Tembus Pasar Dunia",
        "Baca selengkapnya di Sora: begitu bunyi papan itu.",
    ),
    Row(
        r"(?:baca|lihat|simak) juga artikel(?:-artikel)? (?:terkait|tentang) .{2,80} (?:atau|dan|serta)"
        r" (?:artikel|tulisan)(?: menarik)? lainnya (?:dari|di|oleh) .{2,60}",
        "Baca juga artikel terkait KOPI atau tulisan lainnya dari Budi Santoso",
        "Baca juga artikel terkait kopi.",
    ),
    Row(
        r"(?:(?:baca|lihat|simak)(?: juga)?(?: berita| artikel| info\w*)? (?:lainnya|(?:se)?lengkapnya|terkait)"
        r" di ?sini|cari (?:berita|artikel) lain(?:nya)? di ?sini|baca tanpa iklan|baca tentang)\W*",
        "Baca Berita Lainnya di Sini",
        "Baca artikel terkait di sini, lalu tulis.",
    ),
    Row(
        r"(?:simak|baca)(?: juga)? (?:berita|artikel) (?:lainnya|lain|menarik|selengkapnya)(?: lainnya)?"
        r" (?:terkait|soal|tentang|seputar|mengenai) [^.,]{3,80}(?:,? (?:klik )?di ?sini\W*)?",
        "Baca berita lainnya terkait panen kopi",
        "Baca berita lain tentang kopi, katanya.",
    ),
    Row(
        r"klik (?:di sini )?untuk (?:membaca|melihat) (?:artikel|berita)\b[^.,]{0,60}",
        "Klik untuk membaca artikel lainnya",
        "Klik untuk membaca pesan.",
    ),
    Row(
        r"(?:cek|baca)(?:,? (?:(?:dan|&) )?(?:berita|artikel|konten)){2,3} (?:ya?n?g )?lain(?:nya)? di google news"
        rf"(?:\W+(?:dan\W+)?(?:(?:follow|ikuti|channel|kanal|saluran) ){{0,2}}{PLACE}(?: channel)?"
        rf"(?: {CAPITAL}[\w.]+)?)*\W*",
        "Cek berita, artikel, dan konten yang lain di Google News dan WhatsApp Channel",
        "Baca berita dan artikel lainnya di koran.",
    ),
    Row(
        r"(?:baca|simak|update|ikuti) berita (?:[\w.]+ )?lain(?:nya)? (?:di|dari) [^,]{0,40}google news\W*",
        "Baca berita Sora lainnya di Google News",
        "Baca berita lainnya di Google News, kata Ratna.",
    ),
    Row(
        r"(?:update|dapatkan|baca|simak|cek) (?:info\w*|berita|artikel|update)\b[^.,:]{3,80} di\s*:?\s*google news"
        rf"(?: {CAPITAL}[\w.]+){{0,3}}\W*",
        "Dapatkan informasi terbaru di Google News Sora",
        "Dapatkan informasi di kantor desa.",
    ),
    Row(
        r"(?:[\w.]{3,30}\+ )?baca berita tanpa iklan(?:\. gabung [\w.]{3,30}\+?)?\W*",
        "Baca berita tanpa iklan. Gabung Sora.com+",
        "Baca berita tanpa iklan itu nyaman.",
    ),
    Row(
        r"\W*(?:benar\W+)?fakta atau hoa(?:ks|x)\? untuk mengetahui .{10,200}\bwhatsapp\b.{0,160}",
        "Fakta atau Hoaks? Untuk mengetahui kebenaran informasi, silakan WhatsApp ke nomor ini",
        "Fakta atau hoaks? Untuk mengetahui, tanya Ratna.",
    ),
    Row(
        r"(?:yuk,? |ayo,? )?(?:scroll|gulir)(?: (?:down|layar|lebih lanjut|terus|ke|di|bawah|untuk|dan"
        r"|(?:me)?lanjut(?:kan)?|simak|(?:mem)?baca|(?:me)?lihat|mengetahui|tahu|artikel|informasi|info"
        r"|berita|cerita|kabar|ulasan|(?:se)?lengkap(?:nya)?|yang|berikut(?:nya)?|ini)){2,9}(?:,? (?:ya|yuk|yah))?\W*",
        "Scroll untuk informasi selengkapnya, yuk!",
        "Scroll untuk melihat foto Darmo.",
    ),
    Row(
        r"simak(?: juga)? berita (?:terbaru|terkini|lainnya) (?:dari|tentang|seputar|soal)(?: (?-i:[A-Z])[\w-]*){1,4}",
        "Simak berita terbaru dari Sora",
        "Simak berita terbaru dari balai desa.",
    ),
    Row(
        r"klik (?:di ?sini )?untuk (?:mem)?baca\s*:?\s*https?://\S+",
        "Klik untuk baca: https://sora.com/read/12345",
        "Klik untuk baca buku itu.",
    ),
    Row(
        r"(?:simak|dapatkan|ikuti)\b[^.,]{0,30}\b(?:breaking news|berita pilihan)\b[^.,]{0,60}"
        r"\b(?:whatsapp|ponsel)(?:-?mu)?(?: (?:anda|kamu))?\W*|klik\W+(?:channel|kanal|saluran) (?-i:[A-Z])[\w .]{2,30}"
        r"|pastikan (?:(?:whatsapp|kamu|anda) ){1,2}sudah (?:(?:install|terpasang|memasang)\b(?: aplikasi)?"
        r"(?: whatsapp)?)(?: ya)?\W*",
        "Simak breaking news dan berita pilihan Sora langsung dari WhatsApp-mu!",
        "Simak berita pilihan juri itu.",
    ),
    Row(
        r"(?:jadikan|pilih) .{2,30} (?:sebagai )?sumber (?:pilihan|utama|berita)\b.{0,60}\bgoogle\b.{0,20}",
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
        r"(?:[^.,?!]{3,60}\? )?(?:(?:(?:ber)?langganan|daftar|ikuti)(?: ke)?|subscribe to(?: our)?) newsletter\b"
        r"[^.,]{0,60}(?:\.com)?[^.,]{0,30}",
        "Berlangganan newsletter Sora",
        "Daftar newsletter, lalu tunggu.",
    ),
    Row(
        r"(?:dapatkan (?:berita|artikel|newsletter|update)|bergabung(?:lah)? dan dapatkan)\b[^.,]{0,80}"
        r" (?:e-?mail|surel|inbox|kotak masuk|langsung (?:ke|di) ponsel)(?: (?:anda|kamu|kalian)|mu)?\W*",
        "Dapatkan berita terbaru di email Anda",
        "Dapatkan berita dari radio.",
    ),
    Row(
        r"(?:unduh|download|install?|pasang|gunakan) aplikasi berita\b[^,]{0,60}",
        "Unduh aplikasi berita kami",
        "Unduh aplikasi itu di sini.",
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
        r"|(?: [\w.]+)? ?: ?(?:(?:https?://|(?:[\w-]+\.)+(?:com|me|id|net)/)\S+)?)?\W*",
        "Ikuti saluran WhatsApp kami di sini",
        "Ikuti kami ke sawah.",
    ),
    Row(
        r"(?:ikuti|follow|temukan) kami (?:juga )?di(?: (?:media sosial|medsos)(?: kami)?)?\W*",
        "Ikuti kami di media sosial",
        "Temukan kami di pasar.",
    ),
    Row(
        rf"dapatkan (?:berita|update|info\w*)\b[^.,]{{0,60}} (?:di|lewat|via) (?:saluran |channel )?{PLACE}"
        r"(?: (?:gabung|ikuti|klik))?(?: sekarang| di ?sini)?\W*",
        "Dapatkan berita terpercaya langsung di WhatsApp Gabung",
        "Dapatkan berita di WhatsApp warga desa.",
    ),
    Row(
        r"punya (?:info(?:rmasi)?|cerita|berita|foto|video|tulisan|opini|pertanyaan|keluhan)\b[^.?!,]{0,60}\?"
        r" (?:kirim\w*|hubungi"
        r"|bagikan|ceritakan)\b[^,]{0,60}\b(?:redaksi|kami)\b.{0,60}",
        "Punya informasi menarik? Kirim ke redaksi@sora.com",
        "Punya cerita tentang kopi? Kirim ke panitia.",
    ),
    Row(
        r"(?:ikuti|baca|dapatkan|temukan)(?: juga)? (?:berita|artikel|informasi)\b[^.,:]{0,60} (?:di|lewat|melalui)"
        rf" (?:saluran|kanal|akun|media sosial)(?: (?:berikut|kami|resmi|ini))*\W+(?:channel )?{PLACE}"
        rf"(?:\W+(?:dan )?(?:channel |x \(?)?(?:{PLACE}|x|threads))*\W*",
        "Ikuti berita lainnya di saluran berikut: Channel WA, Facebook, X (Twitter), Threads",
        "Dapatkan informasi lewat saluran irigasi.",
    ),
    Row(
        rf"dapatkan (?:berita up to date|update berita)\b.{{0,200}}(?:{PLACE}|setiap hari|\w+\.(?:com|co\.id|id))\W*",
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
        r" (?:lain(?:nya)?|terbaru|terkini|(?:ter)?hangat|terpercaya|terupdate|pilihan|menarik|terpopuler)\b[^,]{0,80}"
        rf"\b(?:di|dari|via|lewat|melalui)(?: (?:saluran|kanal|channel|aplikasi))? {PLACE}(?: channel)?"
        rf"(?:(?: {CAPITAL}\S*){{1,3}}| kami)?\W*",
        "Dapatkan berita terbaru lainnya di saluran WhatsApp Sora.com",
        "Dapatkan informasi terbaru di balai desa.",
    ),
    Row(
        rf"(?:ayo |yuk |mari )?(?:ber)?gabung(?:lah)? (?:di|dengan)\b[^,]{{0,60}}{PLACE}[^,]{{0,30}}",
        "Mari bergabung di grup Telegram kami",
        "Mari bergabung di kebun kopi.",
    ),
    Row(
        rf"(?:ikuti|follow|kunjungi)(?: juga)?(?: (?:akun|kanal|channel)\b[^,]{{0,30}})? {PLACE}"
        r"(?: resmi)?(?: kami| @\w+)\W*",
        "Ikuti akun Instagram kami",
        "Ikuti akun Instagram desa itu.",
    ),
    Row(
        rf"(?={TO_JOIN})"
        r"(?=.*\b(?:whatsapp channel|(?:channel|kanal|saluran) whatsapp|grup (?:wa|whatsapp|telegram)))"
        rf"{TO_JOIN}"
        r"(?:[\s:]+(?:juga|terus|kami|ke|di|dan|dalam|bergabung|dengan|lewat|link|tautan|ini|berikut|akun|kanal|channel|saluran|grup|group"
        rf"|resmi|klik|di ?sini|sini|untuk|{PLACE}|wa|https?://\S+|{CAPITAL}[\w.&-]*)){{2,14}}\W*",
        "Ikuti saluran WhatsApp Kabar Sora : Klik disini",
        "Ikuti Darmo ke grup WhatsApp warga.",
    ),
)
# One of these makes a call one to the house's own readers.
CALLS_US = (
    r"\b(?:kami|redaksi|{house})\b|google news|(?:saluran|kanal|channel) whatsapp|whatsapp channel"
    r"|(?<![\w.])[\w-]+\.(?:com?|net|tv|co\.id|id)\b"
)
CALLS_TO_NEWS = re.compile(r"\b(?:berita|artikel|news)\b", re.I)
