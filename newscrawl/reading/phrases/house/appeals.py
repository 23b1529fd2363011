"""Whole sentences in which a house asks its readers to follow it, in whatever order its words stand.

Each is a call only where it also names the house or says "kami" and tells of news.
"""

from __future__ import annotations

import re

from newscrawl.reading.phrases.house.calls import PLACE
from newscrawl.reading.phrases.words import HOUSE, ITS_SITE
from newscrawl.reading.rows import Row

# A sentence that somebody said, or in quotation marks, is the article's; asked where the first word fits, since it
# looks through the whole line.
UNSAID = (
    r"(?!.*(?:[“”\"]|\b(?:kata|ujar|tutur|ucap|ungkap|jelas|imbuh|ajak|tulis|sebut|pesan|pinta|tegas|terang|papar"
    r"|lanjut|tambah|tandas|pungkas|cetus|seru)(?:nya)?\b))"
)
FOLLOWING = (
    r"(?:ikuti|follow|(?:ber)?gabung(?:lah)?|join|subscribe|(?:ber)?langganan|like|kunjungi|pantau|cek|simak|saksikan"
    r"|tonton|unduh|download|instal|install|dapatkan|nikmati|temukan|baca|klik|aktifkan)"
)
OURS = (
    rf"(?:{PLACE}|aplikasi|app|channel|kanal|saluran|grup|group|akun|fanpage|newsletter|buletin|nawala|situs|laman"
    r"|website|portal)"
)
# "Kompas TV", but not "Merdeka Belajar"
NO_OTHER = r"(?! (?-i:(?!News|TV|Com|Group|Plus|Update|Official|Channel|Indonesia|Media)[A-Z]))"
# Where podcasts are heard
LISTENED = rf"(?:spotify|apple podcasts?|google podcasts?|noice|anchor|deezer|joox|{PLACE})"
NEWS = r"(?:berita(?:-berita)?|artikel|news|konten|liputan|siaran|breaking|video)"
AT_ONCE = r"(?:,? (?:sekarang|juga|gratis|(?:klik )?di ?sini))*"
# "Mau tahu kabar terbaru?", "Untuk mendapatkan berita terkini,", "Jangan ketinggalan berita!", "Yuk,"
IN_FRONT = re.compile(
    r"(?:(?:jangan (?:lewatkan|ketinggalan)\s*[:,!] )"
    r"|(?:(?:yuk|ayo|mari|silakan|silahkan|jangan lupa(?: untuk)?|segera|langsung)\b[,!]? )"
    r"|(?:mau|ingin|tak mau|tidak mau|jangan|agar|supaya|biar|untuk (?:men)?(?:dapat|tahu|ikut|baca)\w*"
    r"|untuk mem\w+)\b[^.!?“”\"]{3,90}(?:[.!?,] ))",
    re.I,
)
APPEALS = (
    Row(
        rf"(?={FOLLOWING}\b){UNSAID}(?=.*\b{NEWS}\b){FOLLOWING}\b[^.!?]{{0,100}}\b{PLACE}\b[^.!?]{{0,40}}\b(?:kami"
        r"|google news)\b[^.!?]{0,80}\W*",
        "Baca berita langsung dari ponselmu, ikuti saluran WA kami di sini.",
        "Ikuti saluran WhatsApp kami di sana, tulis panitia lomba itu.",
    ),
    Row(
        rf"(?={FOLLOWING}\b){UNSAID}(?=.*"
        rf"\b{NEWS}\b){FOLLOWING}\b[^.!?]{{0,60}}\bkami\b[^.!?]{{0,60}}\b{PLACE}\b[^.!?]{{0,60}}\W*",
        "Saksikan siaran langsung kami di kanal YouTube dan media sosial.",
        "Saksikan siaran langsung panen kami di YouTube, kata Ratna.",
    ),
    Row(
        rf"(?:kini,? )?{NEWS}\b[^.!?“”\"]{{0,60}} (?:(?:kini|juga|bisa|dapat|anda|kamu|kalian|langsung) ){{1,4}}(?:di)?"
        r"(?:ikuti|baca|nikmati|akses|simak|dapatkan|temukan)\b[^.!?“”\"]{0,20} (?:di|lewat|melalui|via)"
        rf" (?:(?:kanal|saluran|channel|akun|aplikasi) )?{PLACE}\b[^.,!?“”\"]{{0,40}}\W*",
        "Berita terbaru bisa Anda ikuti melalui Google News kami.",
        "Berita terbaru bisa warga ikuti melalui radio desa.",
    ),
    Row(
        r"(?:ikuti|follow|(?:ber)?gabung(?:lah)?|join|subscribe|like|kunjungi|temukan)(?: (?:juga|terus|bersama|kami|ke"
        r"|di|dengan|akun|kanal|channel|saluran|grup|group|halaman|fanpage|page|media|sosial|medsos|resmi"
        rf"|{PLACE})){{1,6}}(?: (?-i:[A-Z@])[\w.&@-]*){{0,4}}{AT_ONCE}"
        rf"(?:,? untuk (?:men)?dapat\w*\b[^.,!?“”\"]{{0,20}}\b{NEWS}\b[^.,!?“”\"]{{0,60}}{AT_ONCE})?\W*",
        "Bergabung di kanal WhatsApp untuk mendapatkan berita-berita pilihan.",
        "Bergabung di kanal itu untuk mendapatkan bibit.",
    ),
    Row(
        r"(?:(?:tetap )?(?:terhubung|berhubungan|stay connected) (?:dengan|with) (?:kami|us)"
        r"|(?:ikuti|follow|kunjungi)(?: (?:juga|terus|akun|semua|media|sosial|medsos|resmi)){0,5} kami)"
        r"(?: (?:juga|di|on|melalui|lewat|media|sosial))*\s*:?\s*"
        rf"{PLACE}(?:(?:\s*[,|&/]\s*|,? dan |,? serta ){{1,2}}(?:{PLACE}|x|threads|linkedin)\b)*(?: @[\w.]+)?\W*",
        "Tetap terhubung dengan kami di Facebook dan Twitter.",
        "Tetap terhubung dengan kami di Facebook, kata Ratna.",
    ),
    Row(
        r"(?:dengarkan|simak|dengar)(?: juga| terus)? (?:podcast|siniar)(?: \w+){0,2} kami(?: (?:yang )?(?:lain(?:nya)?"
        rf"|terbaru))?,? (?:di|lewat|melalui|hanya di)(?: (?:kanal|aplikasi))? {LISTENED}"
        rf"(?:(?:, (?:dan )?| dan ){LISTENED})*\W*",
        "Dengarkan podcast kami di Spotify dan Apple Podcasts:",
        "Dengarkan podcast kami, pesan Ratna.",
    ),
    Row(
        r"(?:(?:ber)?langganan|daftar|ikuti|terima|dapatkan)(?: ke)? (?:newsletter|buletin|nawala)\b[^.,!?“”\"]{0,100}"
        r"\W*|daftar(?:kan)? (?:alamat )?(?:e-?mail|surel) (?:anda|kamu)\b[^.,!?“”\"]{0,40}"
        r"\b(?:newsletter|buletin|nawala)\b[^.,!?“”\"]{0,60}\W*",
        "Berlangganan newsletter kami untuk mendapat rangkuman berita mingguan.",
        "Berlangganan buletin itu murah, kata Ratna.",
    ),
    Row(
        r"(?:yuk,? |ayo,? |segera )?(?:unduh|download|instal\w*|pasang|dapatkan) aplikasi kami"
        r"(?: (?:sekarang|juga|gratis|di|lewat|melalui|dan|atau|untuk|google|play|play ?store|app ?store|android|ios"
        r"|iphone|ponsel\w*|(?:di ?)?sini)\b)*\W*",
        "Unduh aplikasi kami di Google Play dan App Store.",
        "Unduh aplikasi kami untuk memesan kopi.",
    ),
)
APPEALS_OF_HOUSE = (
    Row(
        r"(?:ikuti|ikutan|menangkan|dapatkan|daftar(?:kan)?)\b[^.!?]{0,120}"
        rf"\b{HOUSE}[^.!?\s]*(?:\.com)?\b[^.!?]{{0,80}}\b(?:tautan|link)(?: berikut)? (?:ini|berikut)\W*",
        "Ikuti kuis berhadiah dari Sorapos di tautan ini.",
        "Ikuti kuis desa di tautan ini.",
    ),
    Row(
        rf"(?=pantau|ikuti|simak){UNSAID}(?:pantau|ikuti|simak)(?: terus)?"
        rf" (?:berita|info\w*|kabar|update)\b[^.,!?]{{0,40}} (?:di|dari|hanya di) {ITS_SITE}"
        rf"{NO_OTHER} (?:agar|supaya|untuk|biar) [^.!?]{{3,80}}\W*",
        "Pantau terus informasi terkini di Sorapos agar tidak ketinggalan berita.",
        "Pantau terus informasi terkini di balai desa agar tidak ketinggalan.",
    ),
    Row(
        rf"(?=(?:{NEWS}\W+)?{FOLLOWING}\b){UNSAID}(?:{NEWS}\W+)?{FOLLOWING}\b[^.!?]{{0,100}}\b{OURS}"
        rf"(?: resmi| {OURS}| (?:di|dari))* @?{ITS_SITE}{NO_OTHER}[^.!?]{{0,100}}\W*",
        "Follow WhatsApp Channel Sorapos sekarang!",
        "Follow WhatsApp Channel Sorapos, kata Ratna.",
    ),
    Row(
        rf"(?={FOLLOWING}\b){UNSAID}{FOLLOWING}\b(?: (?:terus|juga|sekarang|akun|update|info\w*|kabar"
        rf"|(?:[a-z]+ ){{0,4}}{NEWS}|ter\w+|pilihan|lainnya)){{0,4}}(?: (?:dari|di))?"
        rf" {ITS_SITE}{NO_OTHER}[^.!?]{{0,60}}"
        rf"\b(?:{PLACE}|google|play store|app store|ponsel\w*|hp)\b[^.!?]{{0,80}}\W*",
        "Baca berita Sorapos langsung dari ponselmu, ikuti salurannya di sini.",
        "Baca berita desa langsung dari ponselmu.",
    ),
    Row(
        rf"(?=aktifkan|nyalakan|hidupkan){UNSAID}"
        r"(?:aktifkan|nyalakan|hidupkan)(?: (?:juga|tombol|ikon|lonceng|fitur))* (?:notifikasi|pemberitahuan)\b"
        rf"(?=.*\b{HOUSE})[^.!?“”\"]{{0,180}}(?:\.(?:com|co\.id|id)\b[^.!?“”\"]{{0,60}})?\W*",
        "Aktifkan notifikasi Sorapos agar tidak ketinggalan berita.",
        "Aktifkan notifikasi Sorapos di ponsel, pesan Ratna.",
    ),
    Row(
        rf"(?:dengarkan|simak|dengar)(?: juga| terus)? (?:podcast|siniar)(?: \w+){{0,3}} @?{HOUSE}\S*"
        rf"(?:,? (?:di|lewat|melalui|hanya di)(?: (?:kanal|aplikasi))? {LISTENED}(?:(?:, (?:dan )?|"
        rf" dan ){LISTENED})*)?\W*",
        "Dengarkan podcast Sorapos di Spotify.",
        "Dengarkan podcast itu di Spotify.",
    ),
    Row(
        rf"(?:ikuti|follow|kunjungi)(?: (?:juga|terus|akun|semua|media|sosial|medsos|resmi)){{0,5}} @?{HOUSE}\S*"
        rf"(?: di)?\s*:?\s*{PLACE}(?:(?:\s*[,|&/]\s*|,? dan |,? serta ){{1,2}}(?:{PLACE}|x|threads)\b)++"
        r"(?: @[\w.]+)?\W*",
        "Follow akun media sosial Sorapos di Instagram, TikTok, dan X.",
        "Follow akun media sosial desa di Instagram, TikTok, dan X.",
    ),
)
