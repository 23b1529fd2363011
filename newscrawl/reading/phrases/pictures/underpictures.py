"""Lines under or about a picture: its caption, and whose or from where it is."""

from __future__ import annotations

from newscrawl.reading.phrases.names.networks import PICTURED
from newscrawl.reading.phrases.words import CAPITAL, WEEKDAY
from newscrawl.reading.rows import Row, either

SITE_END = r"(?:com|co|id|net)"
# "24/11/2025)", "Nataru 2025/2026)": a bracket with a day or a season is of any sentence
DAY_ALONE = r"(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|[^()\[\]/]{0,40}\b\d{4}/\d{4})\s?[)\]]"
# "Reuters", "Dok. Pribadi", "Sora.com/Budi Santoso": each word of a credit begins like a name
CREDIT_NAME = (
    rf"{CAPITAL}[\w.@/&'’()-]*(?:[\s,][\s,/]*(?:{CAPITAL}[\w.@/&'’()-]*|dan|via|for|istimewa|ist)){{0,6}}"
    rf"|ist(?:imewa)?|dok(?:umentasi)?\.? \w+(?: {CAPITAL}\w*){{0,4}}"
)
# Where pictures are from, as a credit without "Foto:" names it
STOCK = (
    r"antara|reuters|afp|ap|getty images|ist(?:imewa)?|net|internet|dok\b[^()]*|pixabay|pexels|unsplash|freepik"
    r"|shutterstock|youtube|instagram|screenshot[^()]*|dokpri"
)
STORE = (
    r"(?:antara|reuters|afp|ap|getty ?images|istock|shutterstock|freepik|unsplash|pexels|pixabay|xinhua)"
    r"(?: ?(?:photos?|foto))?"
)
# "Humas Pemkab Sora", "ISTIMEWA", "sora.go.id", "Instagram/sora", "TEMPO/Budi tempo : 165970660885", behind a full stop
OWNER_WORD = r"(?-i:[A-Z@][\w.@'’-]*\w)"
BEHIND_STOP = (
    rf"(?:{OWNER_WORD}(?:[ /]{{1,3}}(?:{OWNER_WORD}|dan)){{0,6}}(?:/[\w.]{{2,20}})?"
    rf"|(?:{PICTURED}) ?[/@][\w.@]{{2,40}}(?: (?-i:[A-Z@])[\w.]*){{0,3}}"
    r"|(?<=\d{4}\.\s)(?:[\w-]+\.){1,3}(?:com|id|net|org))(?:[\s.]*[a-z]+ ?: ?[1-9]\d{8,})?"
)
# How a caption under a picture ends, or what is one as a whole
CAPTIONS = (
    Row(
        r".*[(\[]\s*(?:(?:foto|photo|dok\w*|ilustrasi|f(?=\s?:))\b\s*[:;/.]|(?:photo|image) by\b)[^()\[\]]*[)\]]\s*\.?",
        "Panen kopi di Sora. (Foto: Antara)",
        "Ia membawa foto keluarga",
    ),
    Row(
        r"(?:(?-i:[A-Z][A-Z\d-]+\.(?:COM|ID|CO\.ID|NET)) [-–—] )?[^.!?]*\.?"
        r"\s*[(\[]\s*(?:sumber|source)\b\s*[:/.][^()\[\]]*[)\]]\s*\.?"
        rf"|[^.!?\"“]{{3,200}}[.!?]?\s*[(\[]\s*via\s*:\s*[\w.-]+\.{SITE_END}[)\]]\.?",
        "Ilustrasi kopi (sumber: iStock)",
        "Ia sumber (air) desa",
    ),
    Row(
        rf".*[(\[]\s?(?!{DAY_ALONE})(?:{CAPITAL}|\w+\.{SITE_END}(?=/))[\w.@ '’-]{{0,30}}"
        rf"(?:/(?:\s?{CAPITAL}[\w.@ '’-]{{1,40}}|[\w-]+\.{SITE_END}))+(?:/(?:[a-z]{{2,4}}|\d\d)\.?){{0,3}}"
        r"(?: via [\w. ]{2,30})?\s?[)\]]\s*\.?",
        "Panen kopi. (Sora Foto/Budi Santoso/wsj)",
        "Warga memanen kopi di Sora, Senin (24/11/2025).",
    ),
    Row(
        r"(?:(?:source|sumber|credit)\s*:\s*)?(?:https?://)?(?:www\.)?[\w-]+\.(?:com|id|net|org)(?:/\S*)?",
        "Sumber: pexels.com/budi",
        "Sumber air desa",
    ),
    Row(
        rf"[\w.@ -]{{2,40}}(?: ?/ ?{STORE}){{1,3}}",
        "budi0007/Getty Images/iStockphoto",
        "Kopi dijual Rp5.000/kg",
    ),
    Row(
        rf"(?:[^.!?\"“]{{3,150}}[.!?]? )?via (?:www\.)?[\w-]+\.{SITE_END}(?:/\S*)?",
        "Ayo memetik kopi! via www.sora.com",
        "Kopi itu dikirim via pos.",
    ),
    Row(
        rf"(?:foto )?(?:ill?ustrasi|istimewa|ist)(?:\W*|\s+via {CAPITAL}[\w. ]{{2,40}})"
        r"|ill?ustrasi\s*:\s*[^.!?:“”\"]{2,80}",
        "Illustrasi : Kebun kopi",
        "Foto istimewa itu hilang.",
    ),
    Row(r"dok\. \S.{1,60}|dok\.?\s?pri(?:badi)?\.?", "Dok. Desa Sora", "Dok itu dibangun."),
    Row(
        rf"[^!?\"“]{{3,250}}[.)]\s[\w-]+\.{SITE_END}/\s?(?-i:[A-Za-z])[\w.'’]+(?: (?-i:[A-Za-z])[\w.'’]+){{1,3}}"
        rf"|[\w-]+\.(?:{SITE_END}|co\.id)/{CAPITAL}[\w.'’ ]{{2,40}} \({CAPITAL}[\w ]{{2,30}}\)"
        r"|[^\"“]{3,400}[)\]]\.?(?:\.{3}|…)\s?selengkapnya",
        "Kebun kopi di Sora, Sabtu (13/4/2019). sora.id/budi santoso",
        "Datanya ada di laman desa. sora.id/kopi",
    ),
    Row(
        r"(?:foto|photo|gambar|sumber(?: foto| gambar)?|kredit|credit)\s*:"
        r"|(?:images?|photos?|pictures?) courtesy(?: of)? \S.{1,100}",
        "Photo courtesy of Ratna Lestari",
        "Sumber: petani.",
    ),
    Row(
        r"foto (?:udara|aerial|satelit|arsip) (?!(?:itu|ini|tersebut|me\w+|di(?:ambil|unggah))\b)[^!?\"“]{5,250}"
        rf"|[^!?\"“]{{3,250}}\s/{CAPITAL}[\w. ]{{1,30}}/(?:{CAPITAL}[\w.'’ ]{{2,40}}/)?",
        "Foto udara kebun kopi di Desa Sora, Ahad (26/1/2020).",
        "Foto udara itu menunjukkan kebun kopi.",
    ),
    Row(r"(?!@)[\w~.-]*[_~][\w~.-]*", "kebun_kopi", "kebun kopi"),  # a file's name
    Row(
        r"(?:pic(?:ture)?|photo|image|foto)s? (?:by|oleh)\s*:?\s*(?:@?[\w-]+(?:\.[\w-]+)+|(?-i:[A-Z@])[\w.@ ]{2,40})"
        rf"|[(\[]{CAPITAL}[\w.@ '’-]{{1,30}}/\s?(?:detik[a-z]+|[\w-]+\.{SITE_END})[)\]]"
        rf"|(?:[^!?\"“]{{3,250}}\s)?[(\[](?:[\w-]+\.){{1,3}}(?:{SITE_END}|org|mobi|info)(?:/[^\s()]*)?[)\]]"
        rf"|[^!?\"“]{{3,250}}[(\[](?:antara|afp|ap|reuters|xinhua)\s?-\s?{CAPITAL}[\w.@ '’-]{{1,40}}[)\]]\.?",
        "Petani memetik kopi di Sora, Selasa (14/2/2023). (ANTARA-Budi)",
        "(milik desa/warga)",
    ),
    Row(
        rf"{PICTURED}(?: [-–])? [A-Z@][^.!?:]{{2,50}}(?<!\d)",
        "YouTube Sora TV",
        "Instagram Ratna ramai dikunjungi.",
    ),
    Row(r"(?:foto|photo)\s*:\s*[\w-]+\.(?:com|co\.id|id|net)(?:/[^.!?]{2,40})?", "Foto: sora.net/Ratna", "Foto: ia."),
    Row(
        rf"(?:[^.!?\"“]{{3,200}}[.!]?\s)?(?-i:Do[ck]|DOK|Dokumentasi)(?:\.|\s*:)?"
        rf" (?:{CAPITAL}[^.!?]{{1,60}}|(?:[\w-]+\.){{1,3}}{SITE_END}\b[^.!?]{{0,40}})\.?"
        rf"|(?:©|\(c\)) ?{CAPITAL}[^.!?]{{2,50}}|{STORE}(?: ?/ ?(?-i:i?[A-Z@])[^.!?]{{2,40}})?",
        "Kebun kopi di Sora. Dok. Pemkab Sora",
        "Dokumentasi desa itu disimpan Ratna.",
    ),
    Row(
        r"(?:foto )?(?:ilustrasi|tangkapan layar|kolase) [^.!?:,“”\"]{3,80}|kolase [\w-]+\.(?:com|co\.id|id|net)"
        r"|[(\[](?:tangkapan layar|screen ?shoo?t) [^()\[\]]{2,60}[)\]]",
        "Ilustrasi kopi tubruk",
        "Ilustrasi itu dibuat Ratna.",
    ),
    Row(
        r"(?:credits?|kredit|image|(?:desain )?(?:info)?grafis|ilustrator|fotografer|photographer)\s*:\s*(?!.*\d)"
        rf"(?:{CREDIT_NAME})\.?|[^.!?\"“]{{3,200}}[.!]?\s*[(\[]{CAPITAL}[\w.@ '’-]{{1,30}}/\s?[\w-]{{2,20}}"
        r"(?:com|\.(?:com|co|id|tv))[)\]]\.?",
        "Grafis: Ratna Lestari",
        "Grafis: memakai kartu lama.",
    ),
    Row(
        rf"[^.!?\"“]{{3,200}}[.!?]\s?/\s?{CAPITAL}[\w.'’-]*(?: {CAPITAL}[\w.'’-]*){{1,3}}\.?",
        "Kebun kopi di Sora. / Budi Santoso",
        "Kebun kopi. Harganya Rp5.000/kg",
    ),
    Row(
        rf"[^.!?\"“]{{3,150}}\.?\s*[(\[](?:{STOCK}|tik ?tok|facebook|twitter)(?:\.com)?"
        r"(?:\s?/\s?@?[\w. ]{2,40})?[)\]]\.?",
        "Ilustrasi kopi (Instagram/ratna_sora)",
        "Kebun kopi (milik desa)",
    ),
    Row(rf"[^.!?\"“]{{3,250}}/(?:{STOCK})\.?", "Ilustrasi kopi/Istimewa", "Harga kopi/gula"),
    Row(
        r"[^.!?\"“]{3,250}\.?\s*[(\[](?:humas|(?:dis)?kominfo|prokopim|protokol)(?: (?-i:[A-Z])[\w.]*){1,4}[)\]]\.?",
        "Bupati Sora memetik kopi, Jumat (3/7). (Humas Pemkab Sora)",
        "Bupati Sora memetik kopi (humas itu ikut).",
    ),
    Row(
        rf"[^!?\"“]{{3,280}}(?:[.)]\s?-{{1,2}}\(?|\w\s?-\(){CAPITAL}[^-()]{{2,60}}\)?-{{1,2}}"
        r"|(?:[^\s.!?\"“]+ ){3,20}\S+\w--",
        "Ratna memetik kopi, Senin (25/8/25).-(Sora Pos/ Budi)-",
        "SORAPOS.COM - SORA -",
    ),
    Row(
        rf"(?:[^-!?\"“]|-(?!-)){{3,280}}[^-\s]--(?!{WEEKDAY}\b)(?:{CREDIT_NAME})\.?",
        "Ratna memetik kopi di Sora, Minggu (25/2)--Budi via Antara",
        "Ratna memetik kopi--Rabu lalu di Sora",
    ),
    Row(
        r"(?:.*[.!?)]\s)(?:foto|photo)\s*[.,]\s*(?:do[kc]\.? ?)?(?-i:[A-Z])[\w.'’ ]{2,40}",
        "Kebun kopi di Sora, Kamis (9/2/2026). Foto. Budi Santoso.",
        "Ia menyimpan foto. Ratna marah.",
    ),
    Row(
        rf"(?:[^.!?\"“]{{2,150}}\. )?(?:source|sumber(?: ilustrasi| gambar| foto)?)\s*:\s*{STORE}\b[^.!?:]{{0,60}}",
        "Sumber: Freepik by Budi",
        "Sumber: petani di Sora",
    ),
    Row(
        r"foto (?!(?:itu|ini|tersebut)\b)[^.!?:\"“”]{5,150}\s(?-i:(?:saat|ketika|usai|seusai|bersama|oleh) [a-z])"
        r"[^.!?:\"“”]{3,150}\w",
        "Foto pengurus koperasi saat menyerahkan bibit kopi kepada petani di Desa Sora",
        "Foto itu diambil saat panen di Sora",
    ),
    Row(
        rf"(?:.*\s)?(?!\d+ ?/ ?\d){CAPITAL}[\w.]*(?: foto| photo)? ?/{CAPITAL}[\w.]*(?: {CAPITAL}[\w.]*){{0,4}}"
        r"(?:/(?:[a-z]{1,4}|\d\d)\.?){0,4}",
        "Warga memetik kopi ANTARA FOTO/Budi Santoso",
        "Ia menang pada musim 2024/2025.",
    ),
    Row(r"(?:screenshot|tangkapan layar)\b[^.]{0,60}", "Tangkapan layar video warga", "Layar tangkapan itu gelap"),
    Row(
        r"(?-i:[A-Za-z]+\.com|[A-Z]+)/(?-i:[A-Z][A-Z.'’]+ ){1,4}.*",
        "SORA.com/BUDI SANTOSO Kebun kopi",
        "sora.com menulis kopi",
    ),
    Row(
        r".*©\s*\d{4}[^.]{3,60}(?:\.com\S*|/.{3,30})",
        "Kebun kopi ©2026 merdeka/Budi Santoso",
        "Buku © 2026 itu baru.",
    ),
    Row(
        rf"[^!?\"“©]{{3,250}}\s©\s?(?:\d{{4}}\s)?(?:{CAPITAL}[\w.@/'’-]*(?:[ /]{CAPITAL}[\w.'’-]*){{0,4}}|{STORE}"
        r"|ist(?:imewa)?)(?:/[^.!?]{2,40})?\.?",
        "Kebun kopi ©Shutterstock",
        "Lambang © dipasang di pintu.",
    ),
    Row(
        rf"[^!?\"“”.]{{10,250}}(?:(?-i:[a-z]{{4}})|\d{{4}}|\))\.\s{BEHIND_STOP}",
        "Warga memetik kopi di lereng Sora, 18 Juli 2022. Humas Pemkab Sora",
        "Warga memetik kopi di lereng Sora. Ratna menunggu.",
    ),
    Row(rf".*\b(?:foto|photo|dok(?:umentasi)?)\s*:\s*(?:{CREDIT_NAME})\.?", "Kebun. Foto: Budi Santoso", "Foto: ia."),
    Row(
        r"(?:.*[/.|])?\s*(?:foto|photo|gambar|dok(?:umentasi)?)\s*[:/]\s*(?:[^\s.][^.]{1,60}"
        r"|(?-i:[A-Z])[^.]{20,200}\.)|.*\s\|\s*(?:foto|photo|dok)\s*:\s*[^\s.][^.]{1,60}\.",
        "Kebun kopi | dok: milik desa",
        "Katanya foto: milik desa",
    ),
)
# A caption by its credit alone, where its picture is not beside it
OF_STORE = (
    rf"(?:(?:{STOCK})(?:\.com)?|(?-i:ANTARA|Antara)(?: ?foto)?/(?-i:[A-Z]).{{2,40}}|{CAPITAL}[\w.]*/{CAPITAL}.{{2,40}}"
    rf"|dok(?:umentasi)?\.? {CAPITAL}.{{1,40}})"
)
LONE_CAPTIONS = (
    Row(
        r"(?:ket(?:erangan|\.)?\s?(?:foto|gambar)|(?:foto )?caption|teks foto|foto ilustrasi)\s*:\s*\S.{2,250}",
        "Keterangan foto: Petani memetik kopi di Sora.",
        "Keterangan foto itu keliru, kata Ratna.",
    ),
    Row(
        rf"[^!?\"“]{{3,250}}\.? (?:foto|photo)\s*:\s*(?:[(\[]{CAPITAL}[\w.@/'’ -]{{2,60}}[)\]]"
        rf"|{CAPITAL}[\w.'’ ]{{2,40}}/detik\w*)\.?",
        "Petani kopi di Sora pada Juli 2026. Foto: (Budi Santoso via Vimeo)",
        "Kirim berkas. Foto: (ukuran 3x4)",
    ),
    Row(
        rf"[^.!?\"“]{{3,200}}\.?\s*[(\[]\s*(?:foto|photo|sumber foto)\s*[:/]\s*(?:{CREDIT_NAME})\s*[)\]]\.?",
        "Petani kopi di Sora. (Foto: Budi Santoso)",
        "Kirim berkas (foto: ukuran 3x4)",
    ),
    Row(
        rf"[^.!?\"“]{{3,200}}[./|]\s*(?:foto|photo|sumber (?:foto|gambar|ilustrasi))\s*:\s*{OF_STORE}\.?",
        "Petani kopi di Sora/ Foto: Istimewa",
        "Kirim berkas. Foto: KTP",
    ),
    Row(
        rf"ilustrasi\b[^.!?\"“]{{0,150}}\.?\s*[(\[](?:sumber\s*:\s*)?(?:{STOCK})(?:\.com)?[)\]]\.?",
        "Ilustrasi kopi (Freepik)",
        "Ilustrasi kopi (gambar pertama)",
    ),
    Row(
        r"[^.!?\"“]{3,200}\.?\s*[(\[](?:foto ilustrasi|ilustrasi(?: foto)?)\s*[:/]\s*[\w@][^()\[\]]{1,40}[)\]]\.?",
        "Petani kopi di Sora. (Foto ilustrasi: iStock)",
        "Petani kopi di Sora. (Ilustrasi itu keliru)",
    ),
    Row(
        rf"[^.!?\"“©]{{3,200}}\.?\s*©\s*(?:\d{{4}}\s*\w+\.(?:com|co\.id|id)(?:/.{{2,40}})?|(?:{STOCK}"
        rf"|{CAPITAL}\w+)/\S.{{1,40}})",
        "Kebun kopi di Sora. ©Pixabay/Took",
        "Buku itu terbit © 2026 di Sora.",
    ),
    Row(
        rf"[^.!?\"“]{{3,200}}\. ?\(c\) ?{CAPITAL}[\w./@ '’-]{{1,40}}",
        "Petani memetik kopi di Sora, Jumat (11/4/2025). (c) AFC",
        "Ia melanggar Pasal 5 huruf (c) KUHP",
    ),
    Row(
        rf"©\s*(?:disediakan oleh|provided by) {CAPITAL}.{{2,200}}",
        "© Disediakan oleh Sora.com Ilustrasi kopi tubruk (Sora)",
        "Kopi disediakan oleh Darmo.",
    ),
    Row(
        rf"[^.!?\"“]{{3,150}}\.?\s*[(\[]\s*(?:dok(?:umentasi|\.)?|foto) {CAPITAL}[\w.&’' -]{{2,40}}[)\]]\.?"
        r"|[^.!?\"“]{3,150}[.)]? (?:credits?|kredit)\s*:\s*[\w-]+\.(?:com|co\.id|id|net|org)(?:/\S*)?",
        "Ilustrasi kopi. (Dok Bank Sora)",
        "Ia membawa berkas (Dok itu hilang).",
    ),
    Row(rf"(?:kredit|credits?)\s*:\s*{OF_STORE}\.?", "Kredit: Pixabay", "Kredit: rumah pertama."),
    Row(
        rf"[(\[]{PICTURED}(?:\.com)?\s?[/|]\s?@?[\w. ]{{2,40}}[)\]]\.?",
        "(Instagram/@sora)",
        "(Instagram dan surat)",
    ),
    Row(
        r"(?:sumber|kredit|credit) (?:foto|gambar|photo)\s*:\s*(?:[\w.-]+\.(?:com|co\.id|id|net|org)\S*"
        rf"|(?:{STOCK})(?:\s?/\s?@?\w[\w. ]{{1,40}})?)",
        "Sumber gambar: pexels.com",
        "Sumber gambar: lemari Ratna.",
    ),
)
SIGNS_OF_CREDITS = "([©:"  # each of these has one
CAPTION, LONE_CAPTION = either(CAPTIONS), either(LONE_CAPTIONS)
