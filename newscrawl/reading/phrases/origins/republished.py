"""Sentences in which a house says of its own text where else it stood, and with or by whom it was made.

HOUSE stands for what the portal calls itself.
"""

from __future__ import annotations

from newscrawl.reading.phrases.words import CAPITAL, HOUSE, IN_A, IS_OURS, OF_US
from newscrawl.reading.rows import Row

# No sentence follows that somebody wrote: four small words one behind the other
NO_SENTENCE = (
    r"(?!(?!.*\b(?:judul|klik|(?:di)?baca|simak)\b).*(?-i:(?: [a-z-]+){4}))"
    r"(?!.*(?:[.!?”\"] (?-i:[A-Z])\S*|https?:\S+ .*)(?-i:(?: [a-z-]+){4}))"
)
# A paper, a site or a headline, somewhere in the line
TELLS_WHERE = (
    r"(?=.*(?:\b(?:laman|situs|koran|harian|majalah|portal|judul|edisi|pertama|pernah|sebelumnya)\b"
    r"|\w\.(?:com|co|id|net|tv)\b))"
)
REPUBLISHED = (
    Row(
        rf"(?=sebag|isi|{OF_US}){TELLS_WHERE}(?:sebagian )?(?:isi )?{OF_US}"
        r" ini(?: (?:telah|sudah|pernah|juga|pertama|kali|sebelumnya)){1,4} (?:tayang|terbit|dimuat|naik"
        r"|di(?:publikasi|terbit|tayang|siar|produksi)kan|diproduksi) (?:(?:sebelumnya|ulang|kembali) )?"
        rf"(?:di|pada|oleh) {IN_A}{CAPITAL}{NO_SENTENCE}(?:[^.!?,]|\.(?=\w)){{2,100}}\.?",
        "Berita ini pertama kali dimuat di laman Sora Pos dengan judul yang sama.",
        "Berita ini sudah tayang di TVRI.",
    ),
    Row(
        rf"\W*{OF_US} ini (?:di)?(?:tayang|terbit|muat|siar)(?:kan)? (?:di|pada|oleh) {IN_A}{CAPITAL}[^.!?,]{{2,60}}"
        r" (?:dengan |ber|dgn )judul\b(?!.*(?-i:\b(?:dan|lalu|hingga|sehingga|tetapi|namun|kemudian) [a-z])).{3,160}",
        "Berita ini diterbitkan oleh mitra Radar Sora dengan judul Panen Kopi Sora",
        "Berita ini dimuat di Sora dengan bangga.",
    ),
    Row(
        rf"{OF_US} ini (?:telah |sudah )?(?:tayang|terbit|dimuat) (?:di"
        rf"|pada) {CAPITAL}[^.!?,]{{2,60}} edisi\b[^.!?]{{2,40}}\.?",
        "Artikel ini terbit di Koran Sora edisi Senin, 3 Agustus 2020.",
        "Artikel ini terbit di Sora.",
    ),
    Row(
        rf"{OF_US} ini (?:merupakan hasil )?(?:diolah|disadur|dikutip|dirangkum|disarikan|dilansir|diterjemahkan"
        rf"|saduran|terjemahan)(?: (?:ulang|kembali))? dari {IN_A}{CAPITAL}[^.!?]{{2,160}}\.?",
        "Artikel ini disadur dari Sora Weekly edisi Agustus.",
        "Tulisan ini dikutip dari buku harian.",
    ),
    Row(
        rf"{OF_US} ini (?:ditulis|disusun|dibuat|diproduksi|dikerjakan) oleh tim {CAPITAL}[^.!?,]{{2,40}}\.?"
        rf"|(?:artikel|berita|tulisan) ini ditulis oleh {CAPITAL}[^.!?\d]{{2,60}}(?:,[^.!?]{{3,140}})?\.?",
        "Artikel ini diproduksi oleh Tim Media Servis",
        "Konten ini dibuat oleh Ratna untuk menghibur warga.",
    ),
    Row(
        rf"(?:naskah(?= ini \w+ rilis)|{OF_US}) ini (?:merupakan|adalah) (?:rilis(?:an)?|siaran pers|kiriman)(?:"
        r" (?:pers|resmi|berbayar))?"
        rf"(?: (?:dari|oleh|milik))? {CAPITAL}[^!?]{{2,60}}(?:\. (?:isi|segala|seluruh)\b.{{0,120}})?\.?",
        "Naskah ini merupakan rilis dari PT Sora Abadi.",
        "Naskah ini merupakan kiriman warga.",
    ),
    Row(
        r"(?=anda|kamu|pembaca|juga|bisa|dapat|(?:mem)?baca)(?=.*\b(?:ini|sini|bahasa)\b)(?:(?:anda|kamu|pembaca) )?"
        r"(?:(?:juga|bisa|dapat) )*(?:mem)?baca(?: juga)? (?:versi|artikel|laporan|tulisan)"
        r"(?: (?:asli(?:nya)?|lengkap|ini|artikel|tulisan|dalam|bahasa \w+|(?:yang )?berjudul .{3,100})){1,5}"
        rf" (?:di|pada) (?:sini|(?:laman |situs )?{CAPITAL}[\w.-]+(?: {CAPITAL}[\w.-]+){{0,3}})\W*",
        "Anda bisa membaca versi asli artikel ini dalam bahasa Inggris di sini.",
        "Anda bisa membaca versi asli di perpustakaan.",
    ),
    Row(
        r"this (?:article|story) (?:is|was) re-?(?:published|produced|printed) (?:from|with|by|under) .{3,200}"
        rf"|(?:artikel|liputan|reportase) ini (?:didukung|dibiayai|didanai) oleh {CAPITAL}[^.!?,]{{2,80}}\.?",
        "Liputan ini didukung oleh Yayasan Sora.",
        "Liputan ini didukung oleh warga.",
    ),
    Row(
        r"versi (?:asli(?:nya)?|lengkap(?:nya)?|(?:dalam )?bahasa \w+)(?: dari)? (?:artikel|tulisan|laporan) ini"
        r" (?:(?:bisa|dapat|juga|anda|telah|pertama|kali) )*(?:di)?(?:baca|muat|terbitkan|tayangkan) di"
        rf" {CAPITAL}[^!?,]{{2,80}}",
        "Versi bahasa Inggris artikel ini bisa Anda baca di Sora Future.",
        "Versi asli lagu ini bisa dibaca di Sora.",
    ),
    Row(
        rf"\W*(?:(?:diolah|disadur|dikutip|dirangkum) dari|sumber) (?:{OF_US})\b(?: di| dari)?\W{{1,3}}{CAPITAL}[\w.-]*"
        r"\.(?:com|co\.id|co|id|net|tv) (?:dengan judul|(?:yang )?berjudul)\b.{3,160}",
        'Diolah dari artikel di Sora.com berjudul "Panen Kopi"',
        "Diolah dari artikel di Sora.com.",
    ),
    Row(
        rf"\W*{OF_US} ini (?:telah |sudah )?(?:tayang|terbit|dimuat|diterbitkan) (?:di|dalam|pada)"
        r" (?:edisi|versi) cetak\b.{0,160}",
        'Artikel ini terbit di edisi cetak di bawah judul "Kopi"',
        "Artikel ini terbit di edisi khusus.",
    ),
    Row(
        rf"\W*di edisi cetak,? {OF_US} ini (?:telah |sudah )?(?:tayang|terbit|dimuat|diterbitkan)"
        r" (?:di bawah|dengan|ber) ?judul:? (?-i:[“\"‘'A-Z]).{3,160}",
        'Di edisi cetak, artikel ini terbit di bawah judul "Kopi Sora"',
        "Di edisi cetak, artikel ini terbit dengan judul lain, kata Ratna.",
    ),
)
REPUBLISHED_OF_HOUSE = (
    Row(
        rf"(?:(?:catatan redaksi|disclaimer)\s*:\s*)?(?:{OF_US}|laporan|naskah){IS_OURS} (?:merupakan |adalah )?"
        r"(?:bagian dari )?(?:hasil )?(?:kerja ?sama|kolaborasi|konten bersama)(?: (?:antara|dengan|dari))*"
        rf" {HOUSE}\b.{{0,240}}",
        "Laporan ini merupakan bagian dari kolaborasi Sorapos dan Jaring Liputan.",
        "Laporan ini bagian dari kolaborasi warga.",
    ),
)
