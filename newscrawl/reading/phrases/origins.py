"""Lines that say where a text or a picture is from: first published there, taken from there, rights, credits.

`{house}` stands for what the portal calls itself; what one portal alone says stands in its loader's `junk`.
"""

from __future__ import annotations

import re

from newscrawl.reading.phrases.calls import CAPITAL, HOUSE
from newscrawl.reading.phrases.republished import REPUBLISHED, REPUBLISHED_OF_HOUSE
from newscrawl.reading.rows import Row, either

SITE_END = r"(?:com|co|id|net)"
# "Reuters", "Dok. Pribadi", "Sora.com/Budi Santoso": each word of a credit begins like a name
CREDIT_NAME = (
    rf"{CAPITAL}[\w.@/&'’()-]*(?:[\s,/]+(?:{CAPITAL}[\w.@/&'’()-]*|dan|via|for|istimewa|ist)){{0,6}}"
    r"|ist(?:imewa)?|dok(?:umentasi)?\.? (?:pribadi|\w+)"
)
# "ANTARA 2026", "Sora.com, All Rights Reserved"
RIGHTS = r"(?:[\s,.]*(?-i:[^\sa-z]\S*|[aA]ll|[rR]ights?|[rR]eserved|by|the|of|dan|and|\S+\.(?:com|co|id)\S*)){0,14}\W*"
ITSELF = r"(?:artikel|berita|tulisan)"
# "Sebagian isi artikel ini telah tayang sebelumnya di"
SHOWN_BEFORE = (
    rf"(?:sebagian )?(?:isi )?{ITSELF}(?: (?:ini|asli(?:nya)?))*(?: (?:telah|sudah|pernah|pertama(?: kali)?))*"
    r" (?:tayang|terbit|dimuat|naik|dipublikasikan|diterbitkan|ditayangkan) (?:(?:sebelumnya|ulang|kembali) )?"
    r"(?:di|pada|dari|oleh)"
)
# Also glued to the last sentence
SYNDICATION = (
    Row(
        rf"(?:disclaimer\s*:\s*)?{SHOWN_BEFORE} \S+\.{SITE_END}\b.{{0,200}}(?:https?://\S+.{{0,160}})?",
        "Artikel ini telah tayang di Sora.com dengan judul Harga Kopi Naik",
        "Artikel ini tayang di koran desa.",
    ),
    Row(
        rf"(?:disclaimer\s*:\s*)?{SHOWN_BEFORE}"
        rf" (?:(?-i:The Conversation|Deutsche Welle|VOA|BBC)\b[^,]{{0,120}}"
        rf"|{CAPITAL}[^,]{{0,60}} (?:dengan judul|berjudul) .{{0,160}})",
        "Artikel ini pertama kali diterbitkan oleh The Conversation",
        "Berita ini dimuat di Majalah Desa pada 1990.",
    ),
    Row(
        rf"artikel ini (?:telah|sudah|pernah) tayang di {CAPITAL}[\w-]*(?: (?-i:[A-Z])[\w-]*){{0,4}}\.?",
        "Artikel ini sudah tayang di Radar Sora",
        "Berita ini telah tayang di televisi desa.",
    ),
    Row(
        r"(?:this|the) (?:article|story) (?:was )?(?:first |originally )+(?:published|appeared|posted) (?:in|on|by|at)"
        r" .{2,120}",
        "This article was first published on The Conversation",
        "The story was first told in Sora.",
    ),
    Row(
        r"(?:(?:catatan redaksi|disclaimer)\s*:\s*)?(?:artikel|berita|konten|tulisan)(?: ini)? (?:merupakan |adalah )?"
        r"(?:hasil )?(?:kerja ?sama|konten bersama) (?:antara )?[\w-]+\.(?:com|co|id|net)\b.{0,240}",
        "Berita ini merupakan kerja sama Sora.com dengan Deutsche Welle",
        "Tulisan ini hasil kerja sama warga.",
    ),
)
ORIGINS = (
    *SYNDICATION,
    *REPUBLISHED,
    Row(
        rf"{ITSELF}(?: ini)? (?:merupakan |adalah )?(?:hasil )?kerja ?sama dengan {CAPITAL}.{{2,100}}"
        rf"|{ITSELF} ini ditulis oleh {CAPITAL}[^.!?]{{2,60}}(?:,[^.!?]{{3,140}})?\.?",
        "Artikel ini ditulis oleh Budi Santoso, peserta magang di Sorapos.",
        "Artikel ini ditulis oleh warga.",
    ),
    Row(
        r"(?:artikel|tulisan|opini|esai)(?: ini)? (?:sudah |telah )?pernah (?:dimuat|terbit|diterbitkan|dipublikasikan)"
        r" (?:di|dalam|oleh) (?:(?:koran|surat kabar|harian|majalah|tabloid|situs|laman|blog) ){1,2}"
        r"(?-i:[A-Z])[^.]{2,80}\.?",
        "Artikel ini pernah dimuat di Tabloid Sora tahun 2007",
        "Tulisan ini pernah dimuat di koran desa.",
    ),
    Row(
        rf"(?:seluruh |segala )?(?:isi|konten|materi)(?: dari| dalam)? {ITSELF}(?: ini)? (?:\w+ ){{0,2}}"
        r"(?:(?:menjadi|merupakan|adalah|sepenuhnya) )*(?:tanggung ?jawab (?:dari )?(?:penulis|pengirim|pengiklan)"
        r"|(?:di ?luar|bukan) tanggung ?jawab redaksi)\W*",
        "Isi artikel ini menjadi tanggung jawab penulis.",
        "Isi artikel itu menjadi tanggung jawab Darmo.",
    ),
    Row(
        r"dilarang (?:keras )?(?:mengambil|menyalin|mengutip|memperbanyak|menyebarluaskan|mempublikasikan)\b.{0,120}"
        r"\b(?:konten|artikel|berita|isi|situs|foto)\b.{0,120} tanpa (?:se)?izin\b.{0,80}",
        "Dilarang keras mengambil konten di situs ini tanpa izin tertulis dari redaksi.",
        "Dilarang keras mengambil air tanpa izin kepala desa.",
    ),
    Row(
        rf"(?:sebagian )?(?:isi )?{ITSELF}(?: ini)? (?:diolah|disadur|dikutip|dirangkum|diambil"
        r"|disarikan|bersumber|dilansir|diterjemahkan|ditulis ulang) dari (?:artikel )?"
        r"(?:\S+\.(?:com|co|id|net|tv)|(?:kantor berita )?(?-i:Antara|ANTARA|Reuters|AFP|Xinhua|VOA|BBC))\b"
        r".{0,200}",
        "Artikel ini diolah dari Sora.com yang berjudul Harga Kopi",
        "Tulisan ini diambil dari buku harian.",
    ),
    Row(
        r"[(\[]?(?:(?:(?:di\w+ )?dari )?(?:berbagai|beragam|pelbagai) sumber|quoted from many sources?)[)\]]?\W*",
        "(Dari berbagai sumber)",
        "Dari berbagai sumber air, dua mengalir.",
    ),
    Row(
        rf"copyright ©{RIGHTS}|©\s*\d{{4}}{RIGHTS}",
        "Copyright © ANTARA 2026",
        "© 2026 menjadi tahun panen.",
    ),
    Row(
        rf"(?:dok|foto|photo|ilustrasi|sumber foto)\s*[:/]\s*(?:foto\s*:\s*)?(?:{CREDIT_NAME})\.?",
        "Foto: Budi Santoso/Sora",
        "Foto: sebuah lemari tua menyimpan ratusan di antaranya.",
    ),
    Row(
        rf"\((?:foto|photo|dok|ilustrasi)\b\s*(?:[:/.]|(?={CAPITAL}))(?!\d).{{2,80}}\)",
        "(Foto: Antara)",
        "(foto keluarga itu hilang)",
    ),
)
ORIGINS_OF_HOUSE = (
    *REPUBLISHED_OF_HOUSE,
    Row(
        rf"(?:disclaimer\s*:\s*)?{SHOWN_BEFORE} (?:{HOUSE})\b[^,]{{0,60}}",
        "Artikel ini telah naik di Sorapos dan bisa dibaca di sini",
        "Artikel ini telah naik di papan desa",
    ),
    Row(
        r"(?:(?:catatan redaksi|disclaimer)\s*:\s*)?(?:artikel|berita|konten|tulisan)(?: ini)? (?:merupakan |adalah )?"
        rf"(?:hasil )?(?:kerja ?sama|konten bersama) (?:antara )?(?:{HOUSE})\b.{{0,240}}",
        "Konten ini hasil kerja sama Sorapos dengan VOA",
        "Tulisan ini hasil kerja sama warga.",
    ),
)
# Whose text it is, in such a line
FIRST_SEEN = (
    rf"[(\[]?(?:sebagian )?(?:isi )?{ITSELF}(?: (?:ini|asli(?:nya)?))*"
    r"(?: (?:telah|sudah|pernah|pertama(?: kali)?))*"
    r" (?:tayang|terbit|dimuat|naik|dipublikasikan|diterbitkan|ditayangkan|diolah|disadur|dikutip|diambil|dilansir"
    r"|bersumber"
    r"|diterjemahkan) (?:(?:sebelumnya|ulang|kembali) )?"
    rf"(?:di|pada|dari|oleh) (?P<source>[\w-]+(?:\.(?:com|co\.id|co|id|net|tv))+|(?:{HOUSE})[\w-]*"
    r"|(?-i:The Conversation|Deutsche Welle|VOA Indonesia|BBC (?:News )?Indonesia|Antara|ANTARA|Reuters|AFP|Xinhua))"
)
# "Dikutip dari Kompas.com", "Sumber: Bola.net", a line of its own
SOURCE_LINE = re.compile(
    r"(?:dikutip|dilansir|disadur|diolah|dirangkum|sumber)(?: dari)?(?: (?:laman|situs))?\s*:?\s*"
    r"(?P<source>(?-i:[A-Z])[\w-]+\.(?:com|co\.id|co|id|net|tv))\W*",
    re.I,
)
# Where pictures are from, as a credit without "Foto:" names it
STOCK = (
    r"antara|reuters|afp|ap|getty images|ist(?:imewa)?|net|internet|dok\b[^()]*|pixabay|pexels|unsplash|freepik"
    r"|shutterstock|youtube|instagram|screenshot[^()]*"
)
STORE = (
    r"(?:antara|reuters|afp|ap|getty ?images|istock|shutterstock|freepik|unsplash|pexels|pixabay|xinhua)"
    r"(?: ?(?:photos?|foto))?"
)
# How a caption under a picture ends, or what is one as a whole
LABELLED = Row(
    r"(?:ket(?:erangan|\.)?\s?(?:foto|gambar)|(?:foto )?caption|teks foto)\s*:\s*\S.{2,250}",
    "Keterangan foto: Petani memetik kopi di Sora.",
    "Keterangan foto itu keliru, kata Ratna.",
)
CAPTIONS = (
    LABELLED,
    Row(
        r".*[(\[]\s*(?:foto|photo|dok\w*|ilustrasi)\b\s*[:/.][^()\[\]]*[)\]]\s*\.?",
        "Panen kopi di Sora. (Foto: Antara)",
        "Ia membawa foto keluarga",
    ),
    Row(
        r"[^.!?]*\.?\s*[(\[]\s*sumber\b\s*[:/.][^()\[\]]*[)\]]\s*\.?",
        "Ilustrasi kopi (sumber: iStock)",
        "Ia sumber (air) desa",
    ),
    Row(
        rf".*[(\[]{CAPITAL}[\w.@ '’-]{{1,30}}(?:/{CAPITAL}[\w.@ '’-]{{1,40}})+[)\]]\s*\.?",
        "Panen kopi. (Sora.com/Budi Santoso)",
        "Harga solar (rupiah/liter)",
    ),
    Row(
        r"(?:(?:source|sumber|credit)\s*:\s*)?(?:https?://)?(?:www\.)?[\w-]+\.(?:com|id|net|org)(?:/\S*)?",
        "Sumber: pexels.com/budi",
        "Sumber air desa",
    ),
    Row(r"(?:foto )?(?:ilustrasi|istimewa|ist)\W*", "Foto Istimewa", "Foto istimewa itu hilang."),
    Row(r"dok\. \S.{1,60}", "Dok. Desa Sora", "Dok itu dibangun."),
    Row(
        rf"(?:[^.!?\"“]{{3,200}}[.!]?\s)?(?-i:Dok|DOK|Dokumentasi)(?:\.|\s*:)? {CAPITAL}[^.!?]{{1,60}}\.?"
        rf"|(?:©|\(c\)) ?{CAPITAL}[^.!?]{{2,50}}|{STORE}(?: ?/ ?(?-i:i?[A-Z@])[^.!?]{{2,40}})?",
        "Kebun kopi di Sora. Dok. Pemkab Sora",
        "Dokumentasi desa itu disimpan Ratna.",
    ),
    Row(
        r"(?:foto )?(?:ilustrasi|tangkapan layar) [^.!?:,“”\"]{3,80}|[(\[](?:tangkapan layar"
        r"|screen ?shoo?t) [^()\[\]]{2,60}"
        r"[)\]]",
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
        rf"[^.!?\"“]{{3,150}}\.?\s*[(\[](?:{STOCK})(?:\.com)?[)\]]\.?",
        "Ilustrasi kopi (Pixabay)",
        "Kebun kopi (milik desa)",
    ),
    Row(rf"[^.!?\"“]{{3,150}}/(?:{STOCK})\.?", "Ilustrasi kopi/Istimewa", "Harga kopi/gula"),
    Row(
        rf"(?:.*\s)?{CAPITAL}[\w.]*(?: foto| photo)? ?/{CAPITAL}[\w.]*(?: {CAPITAL}[\w.]*){{0,4}}(?:/[a-z]{{1,4}}\.?)?",
        "Warga memetik kopi ANTARA FOTO/Budi Santoso",
        "Warga memetik kopi/teh",
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
    Row(rf".*\b(?:foto|photo|dok(?:umentasi)?)\s*:\s*(?:{CREDIT_NAME})\.?", "Kebun. Foto: Budi Santoso", "Foto: ia."),
    Row(
        r"(?:.*[/.|])?\s*(?:foto|photo|gambar|dok(?:umentasi)?)\s*[:/]\s*(?:[^\s.][^.]{1,60}"
        r"|(?-i:[A-Z])[^.]{20,200}\.)",
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
    LABELLED,
    Row(
        rf"[^.!?\"“]{{3,200}}\.?\s*[(\[]\s*(?:foto|photo|sumber foto)\s*[:/]\s*(?:{CREDIT_NAME})\s*[)\]]\.?",
        "Petani kopi di Sora. (Foto: Budi Santoso)",
        "Kirim berkas (foto: ukuran 3x4)",
    ),
    Row(
        rf"[^.!?\"“]{{3,200}}[./|]\s*(?:foto|photo|sumber foto)\s*:\s*{OF_STORE}\.?",
        "Petani kopi di Sora/ Foto: Istimewa",
        "Kirim berkas. Foto: KTP",
    ),
    Row(
        rf"ilustrasi\b[^.!?\"“]{{0,150}}\.?\s*[(\[](?:{STOCK})(?:\.com)?[)\]]\.?",
        "Ilustrasi kopi (Freepik)",
        "Ilustrasi kopi (gambar pertama)",
    ),
    Row(
        rf"[^.!?\"“©]{{3,200}}\.?\s*©\s*(?:\d{{4}}\s*\w+\.(?:com|co\.id|id)(?:/.{{2,40}})?|(?:{STOCK}"
        rf"|{CAPITAL}\w+)/\S.{{1,40}})",
        "Kebun kopi di Sora. ©Pixabay/Took",
        "Buku itu terbit © 2026 di Sora.",
    ),
    Row(
        r"sumber (?:foto|gambar)\s*:\s*[\w.-]+\.(?:com|co\.id|id|net|org)\S*",
        "Sumber gambar: pexels.com",
        "Sumber gambar: lemari Ratna.",
    ),
)
SIGNS_OF_CREDITS = "([©:"  # each of these has one
CAPTION, LONE_CAPTION = either(CAPTIONS), either(LONE_CAPTIONS)
