"""Calls that name the house whose page they stand on. HOUSE stands for what the portal calls itself."""

from __future__ import annotations

from newscrawl.reading.phrases.house.calls import PLACE
from newscrawl.reading.phrases.words import HOUSE, ITS_SITE, WEEKDAY
from newscrawl.reading.rows import Row

# Of the portal itself
HOUSE_CALLS = (
    Row(
        rf"(?:unduh|download|install?|pasang|gunakan) aplikasi [^,]{{0,30}}\b{HOUSE}[^,]{{0,60}}",
        "Download aplikasi Sorapos",
        "Unduh aplikasi itu di laman resmi.",
    ),
    Row(
        rf"(?:{HOUSE}\S* berkomitmen\b.{{10,200}}|dukung\b[^.,]{{0,60}} jurnalisme\b.{{0,160}})"
        rf"\b(?:gabung|berlangganan|membership)\b[^.]{{0,40}}(?:\.com[^.]{{0,30}})?\.?",
        "Sorapos berkomitmen memberikan fakta. Dukung jurnalisme lewat membership. Gabung Sorapos Plus sekarang",
        "Dukung jurnalisme desa, kata Ratna.",
    ),
    Row(
        rf"dapatkan\b.{{0,80}}\bgratis\b.{{0,120}}\baplikasi\b.{{0,60}}{HOUSE}.{{0,120}}",
        "Dapatkan akses gratis lewat aplikasi Sorapos",
        "Dapatkan bibit gratis lewat aplikasi dinas.",
    ),
)
JOIN = (
    r"(?:jangan lupa |yuk,? |ayo,? )?(?:follow|ikuti|kunjungi|(?:ber)?gabung(?:lah)?|join|subscribe|like)"
    r"(?: (?:juga|us|terus|ke|di|dengan|akun|kanal|channel|saluran|grup|group|halaman|fanpage|page|media|sosial|medsos"
    rf"|resmi|{PLACE}))+"
)
TO_FOLLOW = r"(?:baca|simak|ikuti|dapatkan|cek|temukan|nikmati|update|nantikan|pantau)"
TO_WATCH = r"(?:saksikan|tonton|nonton|ikuti|simak|cek|pantau)(?: terus)?"
# What nobody is said to have said
UNTOLD = r"(?!.*\b(?:kata|ujar|tutur|ucap|ungkap|jelas|imbuh|ajak|pesan|pinta|tegas|menurut|bunyi)(?:nya)?\b)"
IN_TIME = (
    rf"(?=.*\b(?:live|streaming|siaran langsung|setiap (?:{WEEKDAY}|hari)|quick count"
    r"|real count|hitung cepat|data)\b)"
)
CALLS_OF_HOUSE = (
    Row(  # programmes, broadcasts and counts of votes
        rf"(?={TO_WATCH}|yuk|jangan){UNTOLD}{IN_TIME}(?:(?:yuk|jangan lupa),? )?(?:untuk )?{TO_WATCH}\b[^!?]{{5,160}}"
        rf" di {ITS_SITE}\W*",
        'Saksikan "Panen" setiap Senin pukul 05.30 WIB di SCTV, serta live streaming di Sorapos.com',
        'Saksikan "Panen" setiap Senin pukul 05.30 di balai desa.',
    ),
    Row(
        rf"(?=selengkapnya|saksikan){UNTOLD}(?:selengkapnya,? (?:saksikan|tonton|simak)|saksikan dialog) [^!?]{{5,160}}"
        rf" di (?:[\w ]{{3,40}}, ?)?{ITS_SITE}(?:,? \(?(?:pada )?(?:hari )?{WEEKDAY}\b[^.!?]{{0,40}})?\W*",
        'Selengkapnya, saksikan bincang Ratna, "Kopi dari Lereng" di Sorapos.com, Jumat (15/5/2020).',
        "Selengkapnya, simak penjelasan Ratna di bawah.",
    ),
    Row(
        rf"(?=ikuti|isi|jawab){UNTOLD}(?:ikuti|isi|jawab) (?:survei|kuis)(?: \w+){{0,2}} {HOUSE}\S*(?:(?: \w+)? dan"
        r" (?:menangkan|dapatkan)\b[^!?]{5,160}|[^.!?,]{0,60} (?:di ?sini|(?:tautan|link) ini)\W*)",
        "Ikuti survei Sorapos dan menangkan e-voucher Rp 3 juta. Isi surveinya sekarang di sora.id/survei",
        "Ikuti survei Sorapos dan menangkan bibit, bunyi pesan penipu itu.",
    ),
    Row(
        rf"(?:[^.!?“”\"]{{3,60}}\? )?(?:yuk|ayo|mari|silakan),? kirim(?:kan)? [^.!?“”\"]{{3,60}} (?:ke|melalui|lewat)"
        rf" [^!?“”\"]{{0,60}}{HOUSE}[^!?“”\"]{{0,60}}\W*",
        "Suka menulis? Yuk, kirim tulisanmu ke warga@sorapos.com",
        "Yuk, kirim tulisanmu ke balai desa.",
    ),
    Row(
        r"jangan lewatkan (?:info\w*|berita|kabar)\b[^.!?]{3,80}"
        rf"\b{HOUSE}\S*(?: lainnya)?(?: (?:hanya )?di [^!?]{{3,60}})?\W*"
        rf"|(?:bagi|buat|untuk) (?:anda|kamu|kalian|mommy|moms)(?: yang)? [^.!?]{{3,80}}\b{HOUSE}\S*[,.] ?"
        r"(?:(?:daftar|klik|gabung|join) )+(?:di )?(?:link|tautan|sini|https?:)\b(?: (?:ini|berikut|sekarang|ya)\b)*"
        r"\W*(?:[\w-]+[./]\S*)?",
        "Jangan lewatkan info seputar Festival Kopi dan program Sorapos lainnya di www.festivalkopi.com.",
        "Jangan lewatkan kabar panen dari desa.",
    ),
    Row(
        rf"(?:(?:yuk|ayo|mari),? )?(?:ber)?gabung(?:lah)? [^.!?]{{3,60}}\b{HOUSE}[^\s,]*(?: (?:daftar|klik)"
        r"(?: sekarang)?)? di (?:link|tautan|sini)\b.{0,40}",
        "Yuk, gabung komunitas teman Sorapos. Daftar di LINK INI.",
        "Yuk, gabung komunitas desa. Daftar di link ini.",
    ),
    Row(
        rf"{JOIN} (?:kami|{HOUSE}\S*|\S+\.(?:com|co|id)\b\S*)"
        rf"(?: (?:resmi|sekarang|juga|(?>{HOUSE}\S*|(?-i:[A-Z])\w+)|@\w+"
        r"|(?:untuk|dan dapatkan|dengan) [^,.]{3,60}(?:\bt\.me/\w+)?"
        r"|untuk (?:men)?dapat\w* (?:berita|info\w*|update)\b[^.!?]{3,200}"
        r"(?:[.!?] klik (?:di ?)?sini\b.{0,20})?)){0,8}\W*",
        "Gabung grup Telegram Soraposnews sekarang",
        "Ikuti akun Instagram Darmo.",
    ),
    Row(
        rf"{TO_FOLLOW}(?:(?: dan ikuti)? terus| juga)?"
        r" (?:berita|artikel|info(?:rmasi)?|update|kabar|perkembangan|kuis)(?:nya)?\b[^.,]{0,80} (?:di|dari|lewat"
        r"|melalui)"
        r"(?: (?:berita|kanal|situs|laman|aplikasi|portal|website))?"
        rf" (?:www\.)?{HOUSE}\b[^,.]{{0,40}}(?:\.(?:com|co\.id|id)\b(?: (?:di|via|lewat) [^,.]{{3,40}})?)?"
        r"(?:\W+klik (?:di ?)?sini(?: untuk [^,.]{3,60})?)?\W*",
        "Baca berita terkini dan terpercaya di Berita Sorapos",
        "Baca berita terkini di papan desa.",
    ),
    Row(
        rf"baca (?:artikel|berita) {HOUSE}\S*(?: \w+)? (?:lainnya|lain) di [^,.]{{3,40}}",
        "Baca artikel Sorapos lainnya di aplikasi Sora",
        "Baca artikel Ratna lainnya di perpustakaan.",
    ),
    Row(
        rf"(?:baca juga\s*:\s*)?(?:update|ikuti)\b[^.,:]{{3,90}} {HOUSE}[^\s,]*,? klik (?:di ?)?sini\W*",
        "Update berita politik perspektif Sorapos.com, klik di sini",
        "Update berita politik desa, klik di sini",
    ),
    Row(
        r"(?:sila(?:kan|hkan) )?(?:akses|baca|unduh|dapatkan) (?:e-?paper|(?:versi|edisi) digital)\b[^.,]{0,30}"
        rf" {HOUSE}\S*(?: (?:di ?)?sini)?\W*",
        "Silakan akses epaper Sorapos di sini ...",
        "Baca edisi cetak buku itu di sini.",
    ),
)
