"""What asks readers to be members, to log in or to comment, and what templates say of themselves."""

from __future__ import annotations

from newscrawl.reading.phrases.words import READER
from newscrawl.reading.rows import Row

# A step of a manual where a heading says it
MEMBERS = (
    Row(
        r"(?:lupa (?:kata sandi|password|sandi)|(?:belum|sudah) (?:mem)?(?:punya|iliki) akun)\s*\?*\s*,?"
        r" (?:(?:silakan|klik|daftar|masuk|log ?in|reset) )*di ?sini\W*"
        r"|(?:belum|sudah) (?:mem)?(?:punya|iliki) akun\?(?: (?:daftar|masuk|log ?in)(?: sekarang)?)?\W*",
        "Belum Memiliki Akun Daftar di Sini",
        "Belum memiliki akun? Daftar di balai desa.",
    ),
    Row(
        rf"kami (?:telah|sudah) (?:mengirim(?:kan)?) (?:link|tautan|kode|e-?mail) (?:aktivasi|verifikasi|konfirmasi)\b"
        rf"[^“”\"]{{0,40}}\b(?:e-?mail|surel|{READER})\b[^“”\"]{{0,60}}"
        r"|klik (?:link|tautan) (?:aktivasi|verifikasi|konfirmasi)\b[^.]{0,40}\bartikel gratis\b[^.]{0,80}\W*",
        "Kami telah mengirimkan link aktivasi melalui email ke budi@sora.com.",
        "Kami telah mengirimkan surat verifikasi kepada warga.",
    ),
    Row(
        rf"jika {READER} (?:tidak|belum) menerima (?:e-?mail|surel|kode)\b(?:,? (?:kirim(?:kan)? (?:lagi|ulang)|klik)"
        r"\b[^.,]{0,30})?\W*|kirim(?:kan)? (?:lagi|ulang)(?: sekarang)?",
        "Jika Anda tidak menerima email,",
        "Jika Anda tidak menerima email, tanya Ratna.",
    ),
    Row(
        r"(?:tulis|kirim|bagikan)(?:kan)? komentar-?(?:mu| anda| kamu)\b[^.#]{0,40}#\w+[^.]{0,80}\W*"
        r"|(?:segera |ayo |yuk )?lengkapi data diri-?(?:mu| anda| kamu)\b[^.#]{0,60}#\w+\W*",
        "Tulis komentarmu dengan tagar #SoraBicara dan menangkan hadiah!",
        "Tulis komentarmu, kata Ratna.",
    ),
    Row(
        r"(?:[a-z]{3,12}, )?(?:(?:yuk|ayo|jangan lupa|silakan),? )?"
        r"(?:share|tulis(?:kan)?|bagikan|sampaikan|ceritakan|tinggalkan)\b"
        rf"(?=[^“”\"]*(?:mu\b|\b{READER}\b|\bya\b))[^.!?“”\"]{{3,80}}"
        r" (?:di|lewat|pada) kolom komentar(?: (?:di bawah|berikut))?(?: ini)?(?:,? ya)?\W*",
        "Ladies, tulis pengalamanmu di kolom komentar, ya!",
        "Ratna menulis pengalamanmu di kolom komentar.",
    ),
    Row(
        r"terima ?kasih (?:atas|untuk) (?:(?:saran|masukan|kritik|komentar|kunjungan|partisipasi|penilaian|tanggapan"
        r"|umpan balik|suara)\W+(?:(?:dan|serta) )?){1,4}"
        rf"{READER}(?: (?:di|pada) (?:blog|situs|website) (?:ini|kami))?\W*"
        r"|tell us what you[’']?re thinking\W*|speak (?:up )?your mind\W*",
        "Terima Kasih atas saran, masukan, dan komentar anda.",
        "Terima kasih atas saran dan masukan Darmo.",
    ),
)
OF_READER = rf"(?:whatsapp|telegram|ponsel|e-?mail) {READER}"
# Of these a heading says the same
ASKED = (
    Row(
        r"[\w.]{3,30} adalah (?:platform|wadah|kanal) (?:blog|warga|pembaca)\b[^“”\"]{0,30}\b(?:konten|isi|tulisan)"
        r"\b[^“”\"]{0,80}\b(?:tanggung jawab|redaksi)\b[^“”\"]{0,100}",
        "Soraria adalah platform blog. Konten ini menjadi tanggung jawab bloger dan tidak mewakili pandangan redaksi.",
        "Soraria adalah platform blog yang dibangun warga.",
    ),
    Row(
        r"\W*ingin berbagi (?:info(?:rmasi)?|cerita|berita|foto|video|tulisan|pengalaman)\b[^.?!,]{0,60}\?"
        r" caranya (?:bisa |dapat )?(?:di)?(?:baca|lihat|cek|simak) di (?:sini|tautan (?:ini|berikut))\W*",
        "**Ingin berbagi informasi dari dan untuk warga? Caranya bisa dibaca di sini",
        "Ingin berbagi cerita? Caranya bisa dibaca di buku Ratna.",
    ),
    Row(r"laporkan (?:konten|akun|artikel|komentar)(?: ini)?\W*", "Laporkan Akun", "Laporkan akun itu ke polisi."),
    Row(
        r"this is default featured (?:slide|post) \d{1,2} title\W*"
        r"|go to blogger edit html and find these sentences\b.{0,120}",
        "This is default featured slide 1 title",
        "This is default.",
    ),
    Row(
        rf"ikuti berita terkini di (?:handphone|ponsel|hp)(?: {READER})?(?: di [\w.-]+)?\W*"
        rf"|berita [\w.-]+\.\w+ di {OF_READER}\W*"
        r"|(?:dapatkan|nikmati) (?:akses|info)\b[^.,]{0,40}\bberita\b[^.,]{0,60} (?:dari|di|lewat|melalui)"
        r" (?:whatsapp channel|(?:saluran|kanal|channel) (?:whatsapp|telegram))\b[^,]{0,40}",
        "Dapatkan akses cepat ke berita terkini dari WhatsApp Channel Sora.co.id",
        "Dapatkan akses cepat ke berita panen.",
    ),
    Row(
        r"\W*follow (?:official |akun |saluran |channel )?(?:whatsapp|telegram|instagram)(?: channel)?"
        r"\b[^,]{0,60}\b(?:berita|info)\b[^,]{0,60}\b(?:tautan|link|klik|sini)\b[^,]{0,20}",
        "* Follow Official WhatsApp Channel Sora.com untuk mendapatkan berita terkini dengan mengklik tautan ini.",
        "Follow WhatsApp itu.",
    ),
    Row(
        r"dapatkan (?:ringkasan|rangkuman) berita\b[^“”\"]{0,120}\b(?:e-?mail|inbox)\b[^“”\"]{0,80}"
        rf"|(?:dapatkan berita pilihan(?: di {OF_READER})?|di {OF_READER})\W*|baca whatsapp (?-i:[A-Z])\w+"
        r"|(?:daftarkan|masukkan) e-?mail(?: anda| kamu)?\W*",
        "Dapatkan berita pilihan di WhatsApp Anda",
        "Dapatkan informasi di balai desa.",
    ),
    Row(
        r"(?:caranya,? )?klik (?:link|tautan) https?://\S+[^“”\"]{0,60}"
        rf" {READER} harus (?:meng)?instal\w{{0,3}} aplikasi (?:whatsapp|telegram)\b[^“”\"]{{0,60}}",
        "Caranya klik link https://t.me/sora, kemudian join. Anda harus install aplikasi Telegram di ponsel.",
        "Caranya klik link https://t.me/sora, kata Ratna.",
    ),
    Row(
        r"nikmati (?:berita|konten|artikel)\b[^.,]{0,60} hanya di (?:aplikasi )?(?-i:[A-Z])\w+\W*"
        r"|anda (?:juga )?(?:bisa|dapat) menjadi (?:kolumnis|penulis|kontributor)(?: di (?-i:[A-Z])[\w.]+)?\s*[!.]*"
        r"|kriteria (?:penulis |kolumnis )?\(.{3,20}\)\s*:.{10,330}\bcara (?:men)?daftar baca di ?sini\W*",
        "Nikmati berita interaktif 24 jam hanya di SoraX",
        "Nikmati kopi terbaik hanya di Sora",
    ),
)
