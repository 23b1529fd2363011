"""Notices of a newsroom to its readers, below a text: rights of reply, texts that are wanted, whose its rights are."""

from __future__ import annotations

from newscrawl.reading.rows import Row

A_TEXT = r"(?:artikel|tulisan|ringkasan|terjemahan)"  # that a program made
A_MAIL = r"[\w.+-]+@[\w-]+\.[\w.]+"
A_NUMBER = r"\+?\d[\d -]{7,16}\d"
A_DAY = r"(?:[a-z’']{3,9},? )?\d{1,2}[ /-](?:[a-z]{3,9}|\d{1,2})[ /-]\d{2,4}\b"
A_CLOCK = r"[\s,|·-]*(?:pukul )?\d{1,2}[:.]\d{2}(?: ?wi(?:b|ta|t))?"
NOTICES = (
    Row(
        r"(?=catatan|apabila|jika|bila|bagi)(?=.*\b(?:artikel|berita|pemberitaan|tulisan)\b)(?=.*\b(?:redaksi|kami)\b)"
        r"(?=.*\b(?:hak jawab|sanggahan|koreksi|undang-undang))"
        r"(?:catatan(?: redaksi)?\s*:\s*)?(?:apabila|jika|bila|bagi) (?:ada )?pihak(?:-pihak)? yang"
        r" (?:merasa )?(?:dirugikan|keberatan)\b[^“”\"]{10,360}",
        "Apabila ada pihak yang merasa dirugikan oleh berita ini, silakan kirim hak jawab kepada redaksi kami.",
        "Apabila ada pihak yang merasa dirugikan, silakan lapor kepada kami.",
    ),
    Row(
        r"(?:untuk )?(?:hak jawab|hak koreksi|klarifikasi)(?: dan hak (?:jawab|koreksi))?\b[^.]{0,60}"
        rf"\b(?:hubungi|kirim\w*)\b[^.]{{0,60}}(?:{A_MAIL}|{A_NUMBER})\W*",
        "Hak jawab dan hak koreksi hubungi redaksi di nomor 0812-0000-0000",
        "Hak jawab itu dikirim warga ke redaksi pada 2024.",
    ),
    Row(
        r"(?:(?:ingin|mau|tertarik|punya)\b[^.?!]{2,60}\? )?(?:anda )?(?:bisa |dapat |ingin )?"
        r"(?:kirim|mengirim|tulis|menulis)(?:kan)? (?:tulisan|artikel|opini|naskah)(?:mu)?\b"
        rf"[^.?!]{{0,60}} ke (?:(?:alamat )?e-?mail |surel )?(?:redaksi )?{A_MAIL}\W*",
        "Kirim tulisan Anda ke redaksi@sora.com",
        "Kirim tulisan tangan ke panitia.",
    ),
    Row(
        r"(?:untuk )?(?:informasi )?(?:pasang|pemasangan) iklan\b[^.?!]{0,40}\b(?:hubungi|whatsapp|wa)\b.{0,30}"
        rf"(?:{A_MAIL}|{A_NUMBER})\W*|(?:kontak|hubungi|telepon|whatsapp|wa) redaksi\s*:?\s*(?:{A_MAIL}"
        rf"|{A_NUMBER})\W*",
        "Untuk informasi pemasangan iklan hubungi 0812-0000-0000",
        "Pemasangan iklan di pohon dilarang.",
    ),
    Row(
        r"(?:media ini )?terverifikasi (?:administratif|faktual)(?: (?:dan|&) (?:administratif|faktual))?"
        r"(?: (?:oleh )?dewan pers)?\W*",
        "Terverifikasi Administratif dan Faktual oleh Dewan Pers",
        "Terverifikasi faktual itu syarat, kata Ratna.",
    ),
    Row(
        r"(?:artikel|tulisan|konten|berita) ini (?:bukan|di luar) (?:produk|karya) jurnalistik\b.{0,140}",
        "Artikel ini bukan produk jurnalistik. Isinya tanggung jawab penulis.",
        "Artikel itu bukan produk jurnalistik, kata Ratna.",
    ),
    Row(
        r"copyright (?:© ?|@ ?|\(c\) ?)?\d{4}(?:\s*[–-]\s*\d{4})? [^,]{2,120}\ball rights? reserved\W*",
        "Copyright 2008 – 2026 PT. Sora Media (Sora Group). All Rights Reserved.",
        "Copyright 2008 milik Darmo.",
    ),
    Row(
        r"(?:temukan berita\b[^.,]{3,90} google news\. )?untuk mengikuti,? sila(?:kan|hkan) klik tanda bintang\W*",
        "Temukan berita hangat dari Sora di Google News. Untuk mengikuti silakan klik tanda bintang.",
        "Untuk mengikuti lomba silakan klik tanda bintang di laman desa.",
    ),
    Row(
        r"(?:(?:©|\(c\)|copyright)\W{0,3}(?:\d{4}\b)?(?:[^.]|\.(?=\w)){0,60}\.\s*)?hak cipta dilindungi\b[^.]{0,30}"
        r"(?:\.\s*dilarang\b[^.]{5,200})?\W*",
        "© 2026 Sorapos.com. Hak cipta dilindungi undang-undang. Dilarang mengutip tanpa izin tertulis.",
        "Hak cipta dilindungi, kata Ratna. Ia marah.",
    ),
    Row(
        r"this article (?:is|was) written by our (?:community )?writers?\b(?=.*\beditor)[^“”\"]{10,300}",
        "This article is written by our community writers and has been carefully reviewed by our editorial team.",
        "This article was written by our writers in 1945.",
    ),
    Row(
        rf"(?:catatan(?: redaksi)?\s*:\s*)?{A_TEXT}(?: ini)? (?:telah |sebagian )?"
        r"(?:di(?:buat|tulis|hasilkan|susun|rangkum|olah|terjemahkan|bantu)|menggunakan|memakai)\b(?:[^.]{0,40}"
        r"\b(?:bantuan|dengan|oleh|dari|menggunakan|memakai|melalui))?(?: (?!tentang|soal|mengenai)[\w-]+){0,2}"
        r" (?:ai|artificial intelligence|akal imitasi|kecerdasan (?:buatan|artifisial)|chat ?gpt)\b[^.]{0,120}\W*",
        "Artikel ini dibuat dengan bantuan AI dan telah disunting redaksi.",
        "Tulisan tangan itu dibaca dengan bantuan AI.",
    ),
    Row(
        rf"{A_TEXT}(?: ini)? di(?:buat|tulis|hasilkan|susun|rangkum|terjemahkan)\b[^.]{{0,40}}"
        r" (?:ai|akal imitasi|kecerdasan (?:buatan|artifisial)|chat ?gpt)\b[^.]{0,60}"
        r"\. (?:periksa|cek|verifikasi)(?: (?:kembali|ulang|lagi|dulu|selalu))? (?:informasi|fakta|data|sumber)\b"
        r"[^.,“”\"]{0,60}\W*",
        "Ringkasan dibuat oleh AI. Periksa kembali informasi penting.",
        "Ringkasan dibuat oleh AI. Periksa kembali, kata Ratna.",
    ),
    Row(
        r"the (?:[a-z]+,? (?:and )?){1,8}versions? (?:of this \w+ )?(?:is|are) automatically (?:generated|translated)\b"
        r"(?!.*\bsaid\b).{0,250}",
        "The English and Arabic versions are automatically generated by the AI. There may be inaccuracies.",
        "The English version was written by Ratna.",
    ),
    Row(
        r"(?:semua|se(?:luruh|gala)) (?:informasi|isi|konten|materi)(?: yang (?:ada|tersedia|dimuat|disajikan))?"
        r" (?:di|dalam|pada) (?:website|situs|laman|blog|artikel|tulisan)(?: ini)?"
        r" (?:(?:hanya|bersifat|bertujuan|ditujukan|semata) ){1,2}[^“”\"]{5,300}",
        "Semua informasi di situs ini hanya untuk edukasi. Tanyakan kepada penasihat keuangan Anda.",
        "Semua informasi di situs desa itu keliru, kata Ratna.",
    ),
    Row(
        r"[*)( ]*(?:disclaimer|penafian)(?: on)?\s*:.{10,380}",
        "Disclaimer: artikel ini bertujuan sebagai informasi dan bukan nasihat keuangan.",
        "Disclaimer itu panjang, kata Ratna.",
    ),
    Row(
        r"(?:artikel|tulisan|konten) ini (?:adalah |merupakan )?(?:hasil )?(?:kiriman|tulisan|karya)(?: dari)?"
        r" (?:pembaca|pengguna|warga|kontributor|anggota|kreator|penulis)\b[^“”\"]{0,200}"
        r"\b(?:redaksi|tanggung ?jawab|hubungi kami|(?:jika|bila|apabila|untuk) (?:ada |ingin )?(?:laporan|keluhan))\b"
        r".{0,160}",
        "Artikel ini adalah kiriman pembaca, isi di luar tanggung jawab redaksi.",
        "Tulisan ini kiriman warga dan berisi keluhan tentang jalan rusak.",
    ),
    Row(
        r"(?:terakhir )?(?:diperbarui|diperbaharui|diupdate|dipublikasikan|last updated?|updated|published|posted)"
        rf"(?: (?:pada|on))?\s*:?\s*(?:{A_DAY}(?:{A_CLOCK})?|\d{{4}}-\d\d-\d\dT[\d:]{{5,8}}(?:Z|[+-][\d:]{{4,6}}))\W*",
        "Terakhir diperbarui: Senin, 3 Agustus 2026 10:00 WIB",
        "Diperbarui 3 Agustus 2026 di Sora.",
    ),
    Row(
        rf"(?:tayang|terbit|diterbitkan)(?: pada)?\s*:?\s*{A_DAY}{A_CLOCK}\W*",
        "Tayang: 3 Agustus 2026, 10:00 WIB",
        "Tayang: 3 Agustus 2026",
    ),
)
