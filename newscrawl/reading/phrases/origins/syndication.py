"""Lines that say where a text or a picture is from: first published there, taken from there, rights, credits.

HOUSE stands for what the portal calls itself; what one portal alone says stands in its loader's `junk`.
"""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.networks import NETWORK
from newscrawl.reading.phrases.names.owners import AT_STORE
from newscrawl.reading.phrases.origins.republished import NO_SENTENCE, REPUBLISHED, REPUBLISHED_OF_HOUSE
from newscrawl.reading.phrases.pictures.underpictures import CREDIT_NAME, SITE_END, STORE
from newscrawl.reading.phrases.words import CAPITAL, HOUSE, IS_OURS, OF_US
from newscrawl.reading.rows import Row

# "ANTARA 2026", "Sora.com, All Rights Reserved"
RIGHTS = (
    r"(?:[\s,.]*+(?-i:[^\sa-z]\S*+|[aA]ll|[rR]ights?|[rR]eserved|by|the|of|dan|and|\S+\.(?:com|co|id)\S*)){0,14}\W*"
)
ITSELF = r"(?:artikel|berita|tulisan)"
# "Sebagian isi artikel ini telah tayang sebelumnya di"
SHOWN = (
    rf"(?:sebagian |isi |dari )*{ITSELF}(?: (?:ini|asli(?:nya)?))*(?: (?:telah|sudah|pernah|sebelumnya|pertama|kali))*"
    r" (?:tayang|terbit|dimuat|naik|di(?:publikasi|terbit|tayang)kan)(?: (?:sebelumnya|ulang|kembali))?"
)
SHOWN_BEFORE = SHOWN + " (?:di|pada|dari|oleh)"
# In quotation marks, or with capitals; "Kopi Kami lalu ia terkenal" goes on
A_WORD = r"(?:(?-i:[A-Z0-9“\"'‘(])\S*|di|ke|dari|dan|yang|untuk|dengan|pada|oleh|dalam|atau|saat|vs|of|the|[-–&|])"
HEADLINE = rf"(?:[“\"'‘][^“”\"]{{3,200}}[”\"'’]|{A_WORD}(?: {A_WORD}){{1,30}})"
# Also glued to the last sentence
SYNDICATION = (
    Row(
        rf"(?:disclaimer\s*:\s*)?{SHOWN}(?: (?:di|pada|dari|oleh))? \S+\.{SITE_END}\b{NO_SENTENCE}.{{0,200}}"
        r"(?:https?:\S+.{0,160})?",
        "Artikel ini telah tayang di Sora.com dengan judul Harga Kopi Naik",
        "Artikel ini tayang di koran desa.",
    ),
    Row(
        rf"(?:disclaimer\s*:\s*)?{SHOWN_BEFORE} (?:(?-i:The Conversation|Deutsche Welle|VOA|BBC)\b[^,]{{0,120}}"
        rf"|{CAPITAL}[^,]{{0,60}} (?:dengan judul|berjudul) .{{0,160}})",
        "Artikel ini pertama kali diterbitkan oleh The Conversation",
        "Berita ini dimuat di Majalah Desa pada 1990.",
    ),
    Row(
        rf"{ITSELF} ini (?:telah|sudah|pernah) (?:tayang|terbit|di(?:tayang|terbit|muat)(?:kan)?)"
        rf"(?-i:(?: [A-Z][\w.]*){{1,4}}) (?:dengan judul|berjudul) {HEADLINE}(?:,? https?://\S+)?\W*",
        "Artikel ini telah ditayangkan Sora Pos dengan judul Harga Kopi Naik",
        "Berita ini telah ditayangkan TVRI.",
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
        rf"(?:(?:catatan redaksi|disclaimer)\s*:\s*)?{OF_US}{IS_OURS} (?:merupakan |adalah )?(?:bagian (?:dari )?)?"
        r"(?:hasil |konten )?(?:kerja ?sama|kolaborasi|(?:konten|liputan) bersama)(?: (?:antara|dengan|liputan|dari))*"
        rf" (?:[\w-]+\.(?:com|co|id|net)\b.{{0,240}}|{CAPITAL}[^.!?]{{2,160}}\.?)",
        "Berita ini merupakan kerja sama Sora.com dengan Deutsche Welle",
        "Konten kolaborasi Ratna dan Darmo itu ditonton jutaan kali.",
    ),
)
SHOWN_ON = rf"{NETWORK}(?:\.com)?"
SITE_END = r"\.(?:com|co\.id|id|net|org|tv)"
ORIGINS = (
    Row(
        rf"sumber\s*:\s*(?=.*\b{SHOWN_ON}\b)(?:{SHOWN_ON}|[\w-]+{SITE_END})(?:[\s,/&]+(?:@[\w.]+|dan|{SHOWN_ON}|[\w-]+{SITE_END}))+\W*",
        "Sumber: Instagram @sora, @bima",
        "Sumber: Instagram Ratna disita.",
    ),
    *SYNDICATION,
    *REPUBLISHED,
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
        r"dilarang (?:keras )?(?:mengambil|menyalin|mengutip|memperbanyak|menyebarluaskan|mempublikasikan|menayangkan)"
        r"\b(?:.{0,120}\b(?:konten|artikel|berita|isi|situs|foto)\b.{0,160}|(?=.*\bredaksi\W*$)) tanpa (?:se)?izin"
        r"(?: (?:tertulis|resmi|redaksi|dari|pihak|penulis|pemilik|pengelola|penerbit|kami|[\w-]+\.\w+)\b.{0,80}|\W*)",
        "Dilarang mengutip tanpa izin tertulis redaksi.",
        "Dilarang menyebarluaskan foto korban tanpa izin keluarga.",
    ),
    Row(
        r"dilarang (?:keras )?mengambil dan/atau menayangkan ulang\b.{5,80}\b(?:artikel|berita|konten)"
        r"|di atas untuk konten akun media sosial\b.{0,40} tanpa (?:se)?izin redaksi\W*",
        "Dilarang mengambil dan/atau menayangkan ulang sebagian artikel",
        "Dilarang keras mengambil air tanpa izin kepala desa.",
    ),
    Row(
        rf"(?:sebagian )?(?:isi )?{ITSELF}(?: ini)? (?:diolah|disadur|dikutip|dirangkum|diambil"
        r"|disarikan|bersumber|dilansir|diterjemahkan|ditulis ulang) dari (?:artikel )?"
        r"(?:\S+\.(?:com|co|id|net|tv)|(?:kantor berita )?(?-i:Antara|ANTARA|Reuters|AFP|Xinhua|VOA|BBC|ABC|DW|CNN))\b"
        r".{0,200}",
        "Artikel ini diolah dari Sora.com yang berjudul Harga Kopi",
        "Tulisan ini diambil dari buku harian.",
    ),
    Row(AT_STORE.format(""), "pixabay.com/budi", "Pixabay.com menolak kopi."),
    Row(
        rf"(?:sumber|keterangan) gambar, {CAPITAL}.{{2,200}}|(?-i:ILUSTRASI)\. ?{CAPITAL}.{{3,200}}",
        "Keterangan gambar, Petani memetik kopi di lereng Sora.",
        "Ilustrasi. Begitu judul buku itu.",
    ),
    Row(
        rf"(?:photo|image|foto|gambar) (?:by|oleh) {CAPITAL}[\w.'’ -]{{2,40}} (?:on|di|via|from) {STORE}\W*",
        "Photo by Budi Santoso on Unsplash",
        "Foto oleh Budi Santoso di balai desa.",
    ),
    Row(
        rf"(?:image|gambar|photo|(?:photo |image )?credits?)\s*:\s*{STORE}(?:\.com)?\W*",
        "Image: Unsplash",
        "Gambar: sebuah kebun.",
    ),
    Row(
        r"[(\[]?(?:(?:sumber\s*:\s*)?(?:(?:di\w+ )?dari )?(?:berbagai|beragam|pelbagai) sumber"
        r"|(?:\*|\w{2,6})/berbagai sumber|quoted from many sources?)[)\]]?\W*",
        "(Dari berbagai sumber)",
        "Dari berbagai sumber air, dua mengalir.",
    ),
    Row(
        rf"copyright ©{RIGHTS}|©\s*\d{{4}}{RIGHTS}",
        "Copyright © ANTARA 2026",
        "© 2026 menjadi tahun panen.",
    ),
    Row(
        rf"(?:dok|foto|photo|(?:foto )?ilustrasi|sumber (?:foto|gambar"
        rf"|video))\s*[:/]\s*(?:foto\s*:\s*)?(?:{CREDIT_NAME})\.?",
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
        rf"baca artikel {HOUSE}[^“”\"]{{0,20}}[“\"][^“”\"]{{3,200}}[”\"](?: selengkapnya)?\W*",
        'Baca artikel Sorapos, "Harga Kopi Naik"',
        'Baca artikel desa, "Harga Kopi Naik"',
    ),
    Row(
        rf"(?:disclaimer\s*:\s*)?{SHOWN_BEFORE} {HOUSE}\b{NO_SENTENCE}[^,]{{0,60}}"
        r"(?:, (?:(?:dan|silakan|bisa|dapat) ){0,2}(?:di)?(?:baca|simak|klik|lihat)\b[^,]{0,60})?",
        "Artikel ini telah naik di Sorapos, bisa dibaca selengkapnya di sini",
        "Artikel ini telah naik di papan desa",
    ),
)
# Whose text it is, in such a line
FIRST_SEEN = (
    rf"[(\[]?(?:sebagian )?(?:isi )?{ITSELF}(?: (?:ini|asli(?:nya)?))*(?: (?:telah|sudah|pernah|pertama(?: kali)?))*"
    r" (?:tayang|terbit|dimuat|naik|dipublikasikan|diterbitkan|ditayangkan|diolah|disadur|dikutip|diambil|dilansir"
    r"|bersumber|diterjemahkan) (?:(?:sebelumnya|ulang|kembali) )?(?:di|pada|dari|oleh)"
    r" (?:(?:halaman|laman|situs|portal) )?(?P<source>[\w-]+(?:\.(?:com|co\.id|co|id|net|tv))+"
    rf"|(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+){{1,2}})(?= (?:dengan |ber)judul\b)|{HOUSE}[\w-]*"
    r"|(?-i:The Conversation|Deutsche Welle|VOA Indonesia|BBC (?:News )?Indonesia|Antara|ANTARA|Reuters|AFP|Xinhua))"
)
# "Baca artikel detiknews, "Harga Kopi Naik" selengkapnya https://...": what a house adds to a copy
COPIED_FROM = re.compile(r"baca artikel (?P<source>[A-Za-z][\w.]+),? [“\"][^“”\"]{3,200}[”\"] selengkapnya\b.*", re.I)
# "Dikutip dari Kompas.com", "Disadur dari Bola.com: Budi Santoso/Siti Aminah, 31 Agustus 2024", a line of its own
SOURCE_LINE = re.compile(
    r"(?:dikutip|dilansir|disadur|diolah|dirangkum|sumber|via(?=:))(?: dari)?(?: (?:laman|situs))?\s*:?\s*"
    r"(?P<source>(?-i:[A-Z])[\w-]+\.(?:com|co\.id|co|id|net|tv))"
    r"(?:\s*:\s*(?-i:[A-Z][\w.'’-]*(?:[ /]{1,2}[A-Z][\w.'’-]*){1,9})(?:,? \d{1,2}[ /-]\w{1,9}[ /-]\d{4})?)?\W*",
    re.I,
)
