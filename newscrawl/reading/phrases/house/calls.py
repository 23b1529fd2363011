"""Calls to readers: follow, subscribe, read on elsewhere. HOUSE stands for what the portal calls itself.

What one portal alone says stands in its loader's `junk`.
"""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.networks import NETWORK
from newscrawl.reading.phrases.words import CAPITAL, HOUSE, READER
from newscrawl.reading.rows import Row

# A place that a "follow us" line names; a true sentence may too, but does not end with it.
PLACE = rf"(?:google ?(?:news|berita)|{NETWORK}|wa|line today)"
TO_JOIN = r"(?:ayo |yuk |mari |silakan )?(?:ikuti|follow|(?:ber)?gabung(?:lah)?|join|klik)"
# All that a call to read on, or to follow, is made of
OF_CALLS = (
    r"(?:klik|tekan|di|pada|sini|disini|untuk|(?:mem)?baca|(?:me)?lihat|simak|ikuti|cek|akses|(?:men)?dapat(?:kan)?"
    r"|temukan|follow|us|on|kami|anda|kamu|kalian|kanal|berita(?:-berita)?|artikel(?:-artikel)?|konten|informasi|info|ulasan(?:-ulasan)?"
    r"|update|kabar|perkembangannya|lain(?:nya)?|terbaru|terkini|terupdate|terhangat|terpopuler|pilihan|menarik"
    r"|selengkapnya|lengkap|yg|populer|berikut|dengan|meng(?:ikuti|akses)|setiap|hari|langsung|dari|dan|atau|serta"
    r"|juga|terus|tetap|jangan|lupa|yuk|ayo|mari|mau|ingin|tahu|hanya|via|lewat|melalui|channel|saluran|grup|group"
    r"|akun|media|sosial|aplikasi|resmi|gratis|sekarang|(?:ber)?gabung|ke|unduh|download|install|subscribe|perlu"
    r"|pemberitahuan|notifikasi|aktifkan|ponsel|gawai|situs|laman|terpercaya|[\w-]+\.(?:com|co\.id|co|id|tv|net)\+?"
    rf"|{PLACE})"
)
# One of which bids: "Berikut berita terpopuler dari Sora.com" tells what follows
BIDS = (
    r"(?:klik|tekan|(?:mem)?baca|(?:me)?lihat|simak|ikuti|cek|akses|(?:men)?dapat(?:kan)?|temukan|follow|yuk|ayo|mari"
    r"|mau|ingin|jangan|hanya|(?:ber)?gabung|unduh|download|install|subscribe|perlu|aktifkan)"
)
# What a house offers to read; of other things no call tells
TO_READ = r"(?:berita(?:-berita)?|artikel|info\w*|konten|news|update)"
# Where what is sent to readers arrives, and whose that is
MAIL = r"(?:(?:inbox|kotak (?:surel|masuk|e-?mail))(?: e-?mail)?|e-?mail|surel|langsung (?:ke|di) ponsel)"
TO_READER = rf"(?:{READER}|-?mu)"
# Behind "Google News"
BEHIND_NEWS = rf"(?:\W+(?:{OF_CALLS}\b|detik\w*|{CAPITAL}[\w.-]*))*+\W*"
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
        rf"\W*(?:(?:ikuti|follow)|(?:akses|baca|simak|cek|update|dapatkan|temukan)(?= (?:juga |terus |selalu )?"
        rf"(?:{TO_READ}|kabar|{CAPITAL})))(?:(?: |, (?=(?:dan|berita|artikel|konten)\b))[\w.&:-]+){{1,10}}"
        rf" (?:di|on|via|melalui|dan|atau|dari)\s*:?\s*google ?news\b{BEHIND_NEWS}",
        "*) Ikuti Sora Pos di Google News, klik di sini.",
        "Ikuti Darmo mencari kabar panen di Google News dan koran.",
    ),
    Row(
        r"(?:informasi|info|berita|artikel)(?: (?:lengkap|menarik|terbaru|terkini|dan|atau|lain(?:nya)?"
        rf"|[\w-]+\.(?:com|co\.id|id))){{1,6}} (?:di|on|via|melalui|dan|atau|dari)\s*:?\s*google ?news\b{BEHIND_NEWS}",
        "Informasi lengkap dan menarik lainnya di Googlenews Sora.com",
        "Informasi lengkap di Google News itu keliru, katanya.",
    ),
    Row(
        r"(?:(?:baca|simak|lihat) )?(?:artikel|berita) (?:asli|sumber)(?:nya)? (?:di sini|disini)\W*"
        r"|(?:selengkapnya )?(?:baca|simak)(?: (?:selengkapnya|artikelnya))? di"
        r" (?-i:[A-Z][\w-]*\.(?:com|co|id|net)|[a-z]{3,}[A-Z]\w+)\W*",  # "detikNews", not "iPad"
        "Baca artikel asli di sini",
        "Baca artikel asli di perpustakaan.",
    ),
    Row(
        r"(?:simak|baca)(?: (?:ulasan|berita|artikel|cerita|kisah|laporan|liputan)(?:nya)?)? selengkapnya di ?"
        rf"(?:sini(?:\s*:\s*{CAPITAL}[^.]{{10,160}})?|(?:detik|{CAPITAL})[^:.,]{{2,30}}(?:\.\w+)?"
        rf"(?:\s*:\s*{CAPITAL}[^.]{{10,160}}|[,.]? (?:klik )?(?:di ?)?sini))\W*",
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
        r"(?:yuk,? |ayo,? )?(?:(?:baca|lihat|simak|ikuti)(?: juga)?"
        r"(?: (?:berita|artikel|info\w*|ulasan|tulisan)(?:-\w+)?)?"
        r"(?: (?:lain(?:nya)?|(?:se)?lengkapnya|terkait|menarik))+(?: dari penulis)?,? (?:klik )?di ?sini"
        r"|cari (?:berita|artikel) lain(?:nya)? di ?sini|baca tentang)\W*"
        r"|(?:yuk|ayo),? (?:baca|lihat|simak|cek) juga [^.,!?“”\"]{3,60} lain(?:nya)? di ?sini\W*",
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
        r"klik (?:di ?sini )?untuk (?:(?:(?:mem)?baca|melihat) (?:artikel|berita)\b[^.,]{0,60}"
        r"|(?:mem)?baca\s*:?\s*https?://\S+)",
        "Klik untuk membaca artikel lainnya",
        "Klik untuk membaca pesan.",
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
        r"(?:simak|dapatkan|ikuti)\b[^.,]{0,30}\b(?:breaking news|berita pilihan)\b[^.,]{0,60}"
        r"\b(?:whatsapp|ponsel)(?:-?mu)?(?: (?:anda|kamu))?\W*|klik\W+(?:channel|kanal|saluran) (?-i:[A-Z])[\w .]{2,30}"
        r"|pastikan (?:(?:whatsapp|kamu|anda) ){1,2}sudah (?:(?:install|terpasang|memasang)\b(?: aplikasi)?"
        r"(?: whatsapp)?)(?: ya)?\W*",
        "Simak breaking news dan berita pilihan Sora langsung dari WhatsApp-mu!",
        "Simak berita pilihan juri itu.",
    ),
    Row(
        rf"(?:jadikan|pilih|tambahkan) {CAPITAL}.{{1,30}} (?:sebagai )?sumber"
        rf"(?: (?:pilihan|utama|berita|informasi|te(?:r|pe)?rcaya|{READER})){{0,4}} (?:di|pada|dari) google"
        r"(?: (?:search|news|discover|penelusuran))?\W*",
        "Jadikan Sora sumber pilihan Anda di Google",
        "Pilih Sora Musik sebagai sumber utama lagu di Google Home.",
    ),
    Row(
        r"bergabung(?:lah)? dan dapatkan\b[^,]{0,120}\b(?:kejutan|hadiah|voucher|poin|promo|berita)\b[^,]{0,80}",
        "Bergabung dan dapatkan berita menarik",
        "Bergabung dan dapatkan bibit kopi.",
    ),
)
# What a sub-heading of advice may say, too: "Baca Berita Tanpa Iklan"
OFFERING_CALLS = (
    Row(
        r"(?:[\w.]{3,30}\+ )?(?:baca(?: (?:berita|artikel)(?: [\w.]+)?)? (?:dengan sedikit|tanpa) iklan"
        r"|(?:(?:mem)?baca )?nyaman tanpa iklan(?=\W+\w))"
        r"(?:\W+(?:(?:klik )?di ?sini|(?:(?:ber)?langganan|gabung|daftar)\b[^.,]{0,40}(?:\.\w+\+?)?))?\W*",
        "Baca berita tanpa iklan. Gabung Sora.com+",
        "Baca berita tanpa iklan itu nyaman.",
    ),
    Row(
        r"(?:[^.,?!]{3,60}\? )?(?:(?:ber)?langganan|daftar|ikuti|subscribe|sign up)(?: sekarang)?"
        r"(?: (?:for|to|ke|untuk|di))?(?: (?:our|the|kami))? (?:newsletter\b[^.,]{0,60}(?:\.com)?[^.,]{0,30}\W*"
        r"|(?:buletin|nawala)(?: (?:kami|gratis|harian|mingguan))*\W*)",
        "Berlangganan newsletter Sora",
        "Daftar newsletter, lalu tunggu.",
    ),
    Row(
        r"(?:bergabung(?:lah)? dan )?(?:dapatkan|terima|nikmati)"
        r" (?:(?:ringkasan|rangkuman) )?(?:berita(?! acara)|artikel|newsletter|update)\b"
        rf"[^.,]{{0,80}} {MAIL}(?: ?{TO_READER})?(?:\. ?daftarkan (?:e-?mail|surel)\b[^“”\"]{{0,20}})?\W*",
        "Dapatkan berita terbaru di email Anda",
        "Dapatkan berita dari radio.",
    ),
    Row(
        r"(?:bergabung(?:lah)? dan dapatkan"
        rf"|(?=.*\b(?:{TO_READ}|kabar|cerita|tulisan|inspirasi|wawasan|pilihan|kami)\b)(?:dapatkan|terima|nikmati))"
        rf" [^.“”\"]{{3,100}} (?:(?:di|ke|lewat|melalui) )?{MAIL} ?{TO_READER}\b[^.]{{0,40}}"
        r"(?:\. ?daftarkan (?:e-?mail|surel)\b[^“”\"]{0,20})?\W*",
        "Bergabung dan dapatkan analisis panen lewat email Anda.",
        "Terima kode verifikasi di email Anda.",
    ),
    Row(
        r"(?:unduh|download|install?|pasang|gunakan) aplikasi (?:berita\b(?! yang)[^,]{0,60}"
        r"|(?<!gunakan aplikasi )(?:[^.,]|\.(?=\w)){1,40} (?:untuk|agar|supaya|dan)\b[^.]{0,60}"
        r"\b(?:berita|artikel|(?:pengalaman )?membaca (?:yang )?lebih)\b[^.]{0,60}\W*)",
        "Unduh aplikasi berita kami",
        "Unduh aplikasi itu untuk membaca kode pada kemasan.",
    ),
)
# More places, a name, "klik di sini", "untuk ...", an address
BEHIND_PLACE = (
    rf"(?:\W+(?:dan )?(?:channel|kami|resmi|(?:channel |x \(?)?{PLACE}|x|threads))*(?: {CAPITAL}\S*){{0,3}}"
    rf"(?:,? (?:gabung|ikuti|klik))?(?:,? (?:sekarang|(?:di ?)?sini)| untuk (?=.*\b{TO_READ}\b).{{0,60}}"
    r"|(?: [\w.]+)? ?: ?(?:(?:https?://|(?:[\w-]+\.)+(?:com|me|id|net)/)\S+)?)?"
)
# Calls that a true sentence may make too, for a ministry's account: junk if they name a house or lead to news.
CALLS = (
    Row(
        rf"(?=(?:follow|ikuti|simak|dapatkan|cek|baca|temukan)\b)(?=ikuti|.*{PLACE})(?:follow whatsapp channel"
        r"|\w+(?: terus| juga)? (?:berita|artikel|info\w*|update|akun|kami|saluran|whatsapp channel)\b[^,]{0,160}"
        rf"(?:{PLACE}|di sini)){BEHIND_PLACE}\W*",
        "Ikuti saluran WhatsApp kami di sini",
        "Follow akun itu lalu unggah foto kopi.",
    ),
    Row(
        r"punya (?:info(?:rmasi)?|cerita|berita|foto|video|tulisan|opini|pertanyaan|keluhan)\b[^.?!,]{0,60}\?"
        r" (?:kirim\w*|hubungi|bagikan|ceritakan)\b[^,]{0,60}\b(?:redaksi|kami)\b.{0,60}",
        "Punya informasi menarik? Kirim ke redaksi@sora.com",
        "Punya cerita tentang kopi? Kirim ke panitia.",
    ),
    Row(
        rf"dapatkan (?:berita up to date|update berita)\b.{{0,200}}(?:{PLACE}|setiap hari|\w+\.(?:com|co\.id|id))\W*",
        "Dapatkan update berita pilihan setiap hari",
        "Dapatkan update berita dari Darmo.",
    ),
    Row(
        r"silakan baca (?:konten|berita|artikel)(?: menarik)? lainnya (?:dari|di) .{3,60}",
        "Silakan baca konten menarik lainnya dari Sora.com di Google News",
        "Silakan baca buku lainnya.",
    ),
    Row(
        rf"(?:ayo |yuk |mari )?(?:ber)?gabung(?:lah)? (?:di|dengan)\b[^,]{{0,60}}{PLACE}[^,]{{0,30}}",
        "Mari bergabung di grup Telegram kami",
        "Mari bergabung di kebun kopi.",
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
    rf"\b(?:kami|redaksi|{HOUSE})\b|google news|(?:saluran|kanal|channel) whatsapp|whatsapp channel"
    r"|(?<![\w.])[\w-]+\.(?:com?|net|tv|co\.id|id)\b"
)
CALLS_TO_NEWS = re.compile(r"\b(?:berita|artikel|news)\b", re.I)
