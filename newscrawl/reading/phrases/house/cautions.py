"""Cautions that a house prints on every text of a kind: warnings, helplines, of answer keys, health and investing.

An editor's note and a correction tell of this one text, and are no cautions: they stay.
"""

from __future__ import annotations

from newscrawl.reading.phrases.house.appeals import UNSAID
from newscrawl.reading.rows import Row

# How advice to readers begins
IF_YOU = r"(?:jika|bila|apabila|kalau|anda|pembaca|depresi|(?:kontak )?bantuan|layanan|butuh|jangan|berita|hidup)"
THIS = r"(?:artikel|berita|tulisan|konten|informasi|pemberitaan|cerita|liputan|kisah)"
CAUTIONS = (
    Row(
        rf"(?=disclaimer|catatan|{THIS}){UNSAID}(?:(?:disclaimer|catatan(?: redaksi)?)\s*:\s*)?"
        rf"(?:informasi (?:dalam|pada) )?{THIS} ini (?:tidak|bukan)\b[^.]{{0,40}}"
        r"\b(?:menginspirasi|mengajak|mendorong|ditujukan|bertujuan|dimaksudkan|untuk ditiru)\b.{5,460}",
        "Berita ini tidak bertujuan menginspirasi siapa pun untuk melakukan tindakan serupa.",
        "Berita ini tidak membuat warga takut, kata Ratna.",
    ),
    Row(
        rf"(?=catatan|{IF_YOU}){UNSAID}(?:catatan(?: redaksi)?\s*:\s*)?(?=.*\b(?:anda|pembaca|kamu|kalian)\b)"
        r"(?=.*\b(?:bunuh diri|mengakhiri hidup|hotline|119|into the light|sejiwa|(?:\w*soal\w*|masalah|hal)"
        r" (?:yang )?sepele|tidak sendiri(?:an)?|pihak-pihak)\b)(?=.*\b(?:\w*hubungi|\w*konsultasi\w*|psikolog"
        rf"|psikiater|hotline|bantuan|konseling|menyerah)\b){IF_YOU}\b.{{20,380}}",
        "Jika Anda memiliki kecenderungan bunuh diri, segera hubungi psikolog terdekat.",
        "Jika Anda mengalami depresi, segera hubungi psikolog.",
    ),
    Row(
        r"(?:kontak bantuan\s*:?\s*)?bunuh diri bukan(?:lah)? (?:jawaban|solusi|jalan keluar)\b.{20,380}"
        r"|(?:anda )?(?:(?:bisa|dapat) juga|juga (?:bisa|dapat)) mengunduh aplikasi sahabatku\b.{0,120}"
        r"|(?:atau )?(?:meng)?hubungi call center\b.{0,30}\bhalo kemenkes\b[^.]{0,30}\bmelayani berbagai pengaduan\b"
        r".{0,80}|anda juga (?:bisa|dapat) mengirim pesan singkat ke \d.{0,200}@kemkes\.go\.id\W*",
        "Bunuh diri bukan jawaban dari semua permasalahan hidup. Hubungi dokter terdekat.",
        "Bunuh diri bukan satu-satunya sebab kematian.",
    ),
    Row(
        r"kontak bantuan\s*:?|(?:peringatan\W+)?bunuh diri bisa terjadi (?:di )?saat seseorang mengalami depresi\b"
        r"(?:[^.]{0,60}\.?|.{0,90}\b(?:jika|bila|apabila) anda\b.{20,420})"
        r"|layanan konseling (?:bisa|dapat) menjadi pilihan anda\b[^.]{0,80}\.?"
        r"|untuk mendapatkan (?:layanan|bantuan)\b.{0,140}\b(?:into the light|hotline|sejiwa)\b.{0,160}"
        r"|https?://\S*(?:intothelight|hotline)\S*",
        "Layanan konseling bisa menjadi pilihan Anda untuk meringankan keresahan yang ada.",
        "Layanan konseling bisa menjadi pilihan warga.",
    ),
    Row(
        r"(?=peringatan|trigger|content|tw|perhatian)(?=.*\b(?:kekerasan|\w*traum\w*|bunuh diri|seksual"
        r"|\w*ganggu\w*|sensitif|dewasa|eksplisit|pelecehan|\w*picu"
        r"|tidak nyaman|sadis)\b)(?:peringatan|(?:trigger|content) warning|tw|perhatian)\s*:\s*(?:isi )?"
        rf"{THIS}(?: (?:ini|berikut))+(?: \w+)? (?:memuat|mengandung|berisi|membahas|menyinggung|menggambarkan"
        r"|menampilkan)\b.{5,240}",
        "Peringatan: Artikel ini memuat gambaran kekerasan.",
        "Peringatan: kopi ini mengandung kafein.",
    ),
    Row(
        rf"(?=kunci|jawaban){UNSAID}(?=.*\b(?:referensi|panduan|alternatif|mutlak|orang ?tua|siswa|terbuka|pembanding"
        r"|memandu|acuan|belajar)\b)(?:kunci )?jawaban (?:ini|di ?atas|tersebut|soal)\b(?: \w+){0,3}"
        r" (?:hanya|bersifat|tidak (?:mutlak|bersifat)|sekadar|digunakan|bukan)\b.{5,260}",
        "Kunci jawaban di atas hanya sebagai panduan belajar siswa.",
        "Kunci jawaban di atas meja hanya bisa dibuka siswa, kata guru.",
    ),
    Row(
        r"sebelum (?:melihat|membaca|membuka|menggunakan) (?:kunci )?jawaban\b[^.“”\"]{5,120}"
        r"\b(?:artikel|kunci jawaban) ini (?:untuk|sebagai|hanya)\b[^.“”\"]{5,120}\W*",
        "Sebelum melihat kunci jawaban, siswa wajib mencoba sendiri, lalu pakai artikel ini untuk mengoreksi.",
        "Sebelum melihat kunci jawaban, siswa wajib mencoba sendiri, kata guru.",
    ),
    Row(
        rf"(?=perlu|{THIS}){UNSAID}(?=.*\b(?:dokter|medis|diagnosis|tenaga kesehatan|profesional|investasi)\b)"
        rf"(?:perlu di\w+,? )?{THIS}(?: (?:dalam|pada|di|artikel|tulisan|ini|atas|tersebut|kesehatan)){{1,4}}"
        r" (?:bukan(?! dari)|tidak (?:untuk )?menggantikan|tidak dapat|bersifat (?:umum|edukasi|informatif)|hanya"
        r" (?:untuk|bersifat|bertujuan))\b.{5,260}",
        "Informasi di atas bersifat umum. Konsultasikan dengan dokter Anda.",
        "Informasi dari dokter itu bukan rahasia.",
    ),
    Row(
        rf"(?=.{{0,200}}keputusan ){UNSAID}.{{0,200}}\bkeputusan (?:investasi|pembelian|akhir"
        r"|transaksi)\b[^.]{0,40}\b(?:di tangan|tanggung jawab) (?:para )?(?:pembaca|anda)\b.{0,260}"
        r"|disclaimer\W+keputusan (?:pembelian|penjualan|investasi|transaksi)\b[^.]{0,60}"
        r" (?:di tangan|tanggung jawab) [^.]{0,60}\W*",
        "Keputusan investasi sepenuhnya ada di tangan pembaca.",
        "Keputusan investasi ada di tangan petani.",
    ),
    Row(
        r"\W*(?:(?:catatan|disclaimer)\s*:\s*)?(?:artikel|tulisan|opini|kolom|konten|isi)"
        r"(?!(?: \w+)? (?:itu|tersebut)\b)(?: ini)?\b[^.“”\"]{0,80}"
        r"\b(?:tidak (?:selalu )?(?:mencerminkan|mewakili|menggambarkan)|bukan (?:sikap|pandangan|pendapat))\b"
        r"[^.“”\"]{0,40}\bredaksi\b[^.,“”\"]{0,60}(?:\.(?:com|co\.id|id))?\W*",
        "Catatan: Artikel ini tidak mencerminkan pandangan Redaksi Sora.com",
        "Catatan: Artikel itu tidak mencerminkan keadaan desa.",
    ),
    Row(
        r"(?:artikel|tulisan|opini|kolom) ini (?:merupakan|adalah|sepenuhnya|murni)[^.“”\"]{0,50} (?:opini|pandangan"
        r"|pendapat) pribadi (?:dari )?penulis\w*\b[^.“”\"]{0,160}\W*",
        "Tulisan ini adalah opini pribadi penulis dan tidak mencerminkan sikap Sora Pos.",
        "Tulisan ini tidak mencerminkan sikap desa.",
    ),
    Row(
        rf"(?:segala |seluruh |setiap )?(?:isi (?:dan \w+ )?(?:dari )?)?(?:{THIS}|opini|materi|komentar)"
        r"(?: (?:ini|opini|yang dimuat(?: [\w.]+){0,3})){0,2} (?:menjadi|merupakan|adalah|sepenuhnya|di ?luar|bukan"
        r"|ialah)(?: (?:menjadi|sepenuhnya))* tanggung ?jawab (?:dari )?(?:masing-masing )?"
        r"(?:penulis(?:nya)?|redaksi|kami|pengirim|pengiklan|kontributor)\b[^.,“”\"]{0,40}\W*",
        "Isi artikel menjadi tanggung jawab penulis sepenuhnya.",
        "Isi surat menjadi tanggung jawab penulis.",
    ),
    Row(
        r"(?:artikel|halaman|tulisan|konten|berita)(?: ini)? (?:mengandung|memuat|berisi|menggunakan) (?:tautan|link)"
        r" afiliasi\b.{0,200}",
        "Artikel ini mengandung tautan afiliasi.",
        "Toko itu memakai tautan afiliasi.",
    ),
    Row(
        r"(?:artikel|berita|konten|tulisan) ini (?:hanya |khusus )?(?:(?:di(?:tujukan|peruntukkan|khususkan) )?(?:untuk"
        r"|bagi) )?(?:pembaca )(?:dewasa|(?:ber)?usia\b[^.]{0,10}|\d\d)\b[^.,“”\"]{0,40}\W*",
        "Konten ini untuk pembaca 18 tahun ke atas.",
        "Konten ini untuk pembaca dewasa, kata Ratna.",
    ),
    Row(
        r"(?:ramalan|zodiak|horoskop|prediksi|artikel)(?: (?:zodiak|shio|bintang|cinta))? (?:ini|di atas)"
        r" (?:hanya|sekadar|bersifat) (?:untuk )?(?:hiburan|bersenang-senang)\b[^.“”\"]{0,80}\W*",
        "Ramalan ini hanya untuk hiburan, tidak perlu dipercaya sepenuhnya.",
        "Ramalan cuaca ini hanya untuk nelayan.",
    ),
    Row(
        r"sanggahan\s*:\s*(?:artikel|tulisan|konten|berita|opini|analisis) ini (?:(?:adalah|merupakan) )?"
        r"(?:produk jurnalistik|tidak (?:bertujuan|dimaksudkan)|bukan (?:ajakan|rekomendasi|saran))\b.{10,360}",
        "Sanggahan: Artikel ini adalah produk jurnalistik berupa pandangan Sora Research.",
        "Sanggahan: Artikel ini tidak benar.",
    ),
)
