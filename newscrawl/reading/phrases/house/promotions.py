"""What a newsroom promotes below or within its texts, in words of its own that go with every copy of them."""

from __future__ import annotations

from newscrawl.reading.phrases.house.appeals import UNSAID
from newscrawl.reading.phrases.house.housecalls import UNTOLD
from newscrawl.reading.phrases.words import CAPITAL, IN_A, OF_US
from newscrawl.reading.rows import Row

# A medium, as a call names it: "Sora Pos", "detikSport"
MEDIUM = rf"(?:detik\w*|{CAPITAL}[\w.+-]*)(?: {CAPITAL}[\w.+-]*){{0,3}}"
NEWS = r"(?:update|berita|artikel|info(?:rmasi)?|kabar)"
NEWEST = r"(?:ter(?:baru|kini|update|hangat|percaya)|menarik|lain(?:nya)?|pilihan)"
HERE = r"(?:(?:klik )?di ?sini|sini)"
PROMOTIONS = (
    Row(
        r"(?:baca|simak|lihat)(?: juga)? (?:berita|artikel|konten)(?: (?:menarik|terkini|terbaru|terkait))*"
        rf" lainnya (?:hanya )?di {MEDIUM}\W*|ikuti(?: terus)? perkembangan berita ini (?:dalam|di|lewat) topik\W*",
        "Baca juga berita menarik lainnya di Sora Pos",
        "Baca berita lainnya di koran desa.",
    ),
    Row(
        rf"(?=yuk|ayo|mari|silakan|(?:ber)?gabung){UNTOLD}"
        r"(?:yuk,? |ayo,? |mari |silakan )?(?:ber)?gabung(?:lah)? (?:di|ke|dengan|dalam)\b[^.?!]{0,60}\b(?:telegram"
        r"|whatsapp|wa)\b(?:[^.?!]|\.(?=\w)){0,120}[.,] ?caranya,? (?:klik|tekan|buka)\b.{0,200}",
        'Yuk gabung di Grup Telegram "Sora.com" untuk berita pilihan. Caranya klik link https://t.me/x, kemudian join.',
        "Gabung di grup Telegram warga. Caranya, klik tautan di poster, kata Ratna.",
    ),
    Row(
        rf"(?:dapatkan|simak|ikuti) (?:update )?{NEWS}\b[^.!?“”\"]{{3,80}}(?:\.(?:com|co\.id|id))?[.!]"
        r" (?:mari|ayo|yuk),? (?:ber)?gabung(?:lah)? (?:di|ke|dengan) (?:grup|kanal|channel|saluran)"
        r" (?:telegram|whatsapp|wa)\b (?:[“\"][^“”\"]{2,40}[”\"]|kami|(?-i:[A-Z])[^.!?,]{2,40})\W*",
        'Dapatkan berita pilihan setiap hari dari Sora. Mari bergabung di Grup Telegram "Sora Update".',
        "Dapatkan berita panen dari Ratna. Mari bergabung di grup Telegram warga.",
    ),
    Row(
        rf"(?:dapatkan|temukan|baca|simak) {NEWS}\b[^.,!?“”\"]{{3,60}} di google ?news,?(?: dan)? jangan lupa"
        r"(?: untuk)? (?:ikuti|follow|(?:ber)?gabung)\b[^.,!?“”\"]{3,120}\W*",
        "Dapatkan info menarik lainnya di Google News dan jangan lupa ikuti kanal WhatsApp Sora agar tak ketinggalan.",
        "Dapatkan info menarik di Google News dan jangan lupa ikuti rapat, kata Ratna.",
    ),
    Row(
        r"(?:gabung|ikuti|follow|join)(?: (?:di|ke))? (?:grup|kanal|channel|saluran) (?:telegram|whatsapp|wa)"
        rf"(?: {MEDIUM})? (?:untuk|dan dapatkan|agar|supaya) [^.,!?“”\"]{{0,40}}\b{NEWS} {NEWEST}\b"
        r"[^.,!?“”\"]{0,40}\W*",
        "Gabung Grup Telegram Sora News untuk berita terbaru",
        "Gabung grup Telegram warga untuk info panen.",
    ),
    Row(
        r"(?:dapatkan|temukan|simak|ikuti|baca|nantikan)(?: terus| juga)?(?: update)? (?:berita|artikel)\b"
        rf"(?=[^.!?]*\b{NEWEST}\b)[^.!?“”\"]{{0,60}} hanya (?:di|pada) {MEDIUM}\W*",
        "Dapatkan artikel menarik lainnya hanya di Kabar Sora.",
        "Temukan berita itu hanya di koran desa.",
    ),
    Row(
        r"(?:selengkapnya,? (?:saksikan|simak|tonton)|(?:saksikan|simak|tonton|lihat)(?: \w+){0,2} (?:se)?lengkapnya)"
        rf" (?:hanya )?(?:di|melalui|lewat) (?:kanal|channel) (?:youtube|vidio) {MEDIUM}"
        r"(?:,? (?:untuk|agar|di bawah|berikut|di ?sini)\b[^.!?]{0,80})?\W*",
        "Simak video selengkapnya di kanal YouTube Sora TV.",
        "Simak video selengkapnya di kanal YouTube itu, kata Ratna.",
    ),
    Row(
        rf"(?=jangan lupa|yuk|ayo){UNSAID}(?:jangan lupa|yuk|ayo),? (?:untuk )?"
        r"(?=[^.!?]*\b(?:like|comment|komen(?:tar)?|share|lonceng|notifikasi|berita)\b)"
        r"(?:(?:like|comment|komen|komentar|share|follow)(?: ?[,/&] ?|,? dan | serta ){1,3}){0,4}subscribe"
        r"\b[^.!?“”\"]{0,120}\W*",
        "Jangan lupa like, komen, dan subscribe kanal YouTube Sora TV!",
        "Jangan lupa subscribe, kata Ratna.",
    ),
    Row(
        r"dapatkan segera buku\b[^.!?]{0,120} (?:melalui|lewat|di) (?:www\.)?gramedia\.(?:com|digital)\W*",
        "Dapatkan segera buku karya Ratna melalui Gramedia.com.",
        "Dapatkan segera buku itu di toko Gramedia.",
    ),
    Row(
        rf"\W*(?:versi|edisi) cetak(?: dari)? {OF_US} ini (?:telah |sudah |pernah )?"
        r"(?:tayang|terbit|dimuat|diterbitkan) (?:di|pada|dalam) "
        rf"(?:(?=.*\b(?:edisi|halaman|judul)\b)\S|{IN_A}(?:(?-i:[A-Z])|\w+ edisi)).{{2,200}}",
        'Versi cetak artikel ini terbit di harian Sora edisi 12 Mei 2023 dengan judul "Kopi".',
        "Versi cetak artikel ini terbit dalam jumlah kecil.",
    ),
    Row(
        rf"(?:artikel|berita) ini (?:sudah|telah) (?:tayang|naik|terbit) di {MEDIUM}[,.] ?(?:klik|baca|lihat|simak)\b"
        r"(?: (?:untuk|membaca|melihat|artikel|berita|selengkapnya|lengkapnya|klik|di|sini|disini)){1,5}\W*",
        "Artikel ini sudah tayang di detikSora, baca selengkapnya di sini.",
        "Berita ini sudah tayang di Sora, baca para guru.",
    ),
    Row(
        r"(?:(?:yuk|ayo),? (?:download|unduh|install?|pasang) [\w ]{2,30}"
        r"|(?:download|unduh)(?: (?-i:[A-Z])\w*){1,2} (?-i:App)) (?:sekarang(?: juga)?|gratis|di ?sini)\W*",
        "Download Sora App sekarang!",
        "Unduh Sora App sekarang menurut Ratna.",
    ),
    Row(
        rf"follow {MEDIUM} untuk (?:men)?dapat\w* {NEWS} ter(?:baru|kini|update)\b[^.!?]{{0,40}}[.!]?"
        r"(?: ?klik untuk follow\b.{0,80})?",
        "Follow Sora Times untuk mendapatkan informasi terkini. Klik untuk follow WhatsApp Channel",
        "Follow Sora untuk mendapatkan bibit.",
    ),
    Row(
        rf"sobat(?: juga)? bisa (?:ber)?langganan (?:tabloid|majalah) {CAPITAL}[^.!?]{{2,40}} (?:lewat|melalui|di)"
        r" (?:www\.)?[\w-]+\.\w{2,3}\b.{0,200}",
        "Sobat bisa berlangganan Tabloid SORA lewat www.sora.id.",
        "Sobat bisa berlangganan tabloid itu lewat Ratna.",
    ),
    Row(
        r"ayo share cerita\b[^.!?]{0,60}\bupload\b[^.!?]{0,60}(?:[.!?] ?silakan daftar atau masuk)?\W*",
        "Ayo share cerita dan upload foto perjalananmu di sini. Silakan Daftar atau Masuk",
        "Ayo share cerita, kata Ratna.",
    ),
    Row(
        r"agar (?:anda )?bisa lanjut membaca sampai tuntas artikel ini\b.{0,300}",
        "Agar bisa lanjut membaca sampai tuntas artikel ini, pilih paket di bawah.",
        "Agar bisa lanjut membaca artikel ini, ia memakai kacamata.",
    ),
    Row(
        r"dapatkan info\w* lain(?:nya)? dari [\w.]+(?: [\w.]+){0,2} (?:via|lewat|melalui)"
        rf" (?:saluran )?whatsapp\s*:?\s*(?:{HERE})?\W*",
        "Dapatkan informasi lain dari Sorapos.com lewat WhatsApp : di sini",
        "Dapatkan informasi lain dari warga lewat WhatsApp grup.",
    ),
    Row(
        r"dapatkan update berita\b[^,!?]{5,100} dari [\w.]+ dengan klik langganan [^.!?]{5,140}\W*",
        "Dapatkan update berita pilihan setiap hari dari Sora.com dengan klik Langganan Google News Sora :",
        "Dapatkan update berita dari Ratna dengan klik tombol itu.",
    ),
    Row(
        r"(?-i:(?:UPDATE|JOIN|IKUTI)(?: BERITA)?(?: [A-Z]+){1,3} NETWORK)\W*",
        "UPDATE BERITA SORA NETWORK",
        "Update berita Sora network",
    ),
    Row(
        r"[-–•*] ?(?:android|ios)\s*:\s*https?://sin\.do/\S+",
        "- Android: https://sin.do/u/android",
        "- Android: https://sora.id/android",
    ),
    Row(
        rf"baca juga:? {CAPITAL}[^.!?]{{10,160}} di https?://\S+",
        "Baca Juga Harga Kopi Sora Naik Lagi di https://www.sora.tv/article/123/...",
        "Baca juga panduan menjemur kopi di https://sora.id/panduan",
    ),
)
