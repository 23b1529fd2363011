"""Kinds of text, junk and data on pages of several portals: what a person would want, table by table."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.language import language_of
from newscrawl.reading.page import NotAnArticle
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.habits import Habits
from newscrawl.reading.phrases.names.bylines import Byline, read_byline
from newscrawl.reading.phrases.people.brands import without_brands
from newscrawl.reading.phrases.pictures.captions import split_credit

NOW = datetime.fromisoformat("2026-07-24T18:00:00+07:00")
MOMENT = datetime.fromisoformat("2026-07-24T15:18:24+07:00")
TITLE = "Warga Sora Panen Kopi Lebih Awal Tahun Ini"
OTHER_TITLE = "Nelayan Sabura Temukan Jangkar Tua"
FIRST = "SORA - Warga Desa Sora memanen kopi tiga pekan lebih awal pada tahun ini."
LAST = "Panen berikutnya diperkirakan berlangsung pada bulan Oktober nanti."
BODY = f"<p>{FIRST}</p><p>{LAST}</p>"
O1 = '<a href="https://news.okezone.com/read/2026/07/23/337/9900002/lain">Harga Nikel Naik Tajam di Morowali</a>'
O2 = '<a href="/read/2026/07/22/1/9900003/lain">Nelayan Sabura Temukan Jangkar Tua Berusia Seabad</a>'
S1 = "Kopi itu dijemur di halaman rumah warga, kata Bu Ratna."
S2 = "Harganya naik dua kali lipat sejak Juni lalu."
S3 = "Petani berharap cuaca tetap cerah sampai panen usai."

# A portal's address and page, and the box its text stands in.
SITES: dict[str, tuple[str, str, str]] = {
    "okezone": (
        "https://news.okezone.com/read/2026/07/24/337/9900001/warga-sora-panen-kopi",
        "<h1>{title}</h1><div class='journalist'><a title='Budi Santoso'>Budi Santoso</a></div>{box}",
        "<div class='c-detail read'>{body}</div>",
    ),
    "kompas": (
        "https://regional.kompas.com/read/2026/07/24/151800078/warga-sora-panen-kopi",
        "<h1 class='read__title'>{title}</h1><div class='credit-author'>Penulis"
        "<div class='credit-author-name'>Budi Santoso</div></div>{box}",
        "<div class='read__content'>{body}</div>",
    ),
    "viva": (
        "https://www.viva.co.id/berita/nasional/9900001-warga-sora-panen-kopi",
        "<h1 class='main-content-title'>{title}</h1><div class='main-content-author'>Budi Santoso</div>{box}",
        "<div class='main-content-detail'>{body}</div>",
    ),
    "cnnindonesia": (
        "https://www.cnnindonesia.com/ekonomi/20260724151800-92-9900001/warga-sora-panen-kopi",
        "<h1 class='mb-2'>{title}</h1><div><span class='text-cnn_red'>CNN Indonesia</span></div>{box}",
        "<div class='detail-text text-cnn_black'>{body}</div>",
    ),
    "tempo": (
        "https://www.tempo.co/ekonomi/warga-sora-panen-kopi-9900001",
        "<article><h1 class='text-[26px]'>{title}</h1>{box}</article>",
        "<div id='content-wrapper'>{body}</div>",
    ),
}


def read(site: str, body: str = BODY, head: str = "", *, below: str = "", title: str = TITLE) -> Article:
    """The article of a portal's page with this body; `below` stands behind it."""
    url, page, box = SITES[site]
    shown = page.format(title=title, box=box.format(body=body))
    html = f"<html><head><title>{title}</title>{head}</head><body>{shown}{below}</body></html>"
    return extract(html.encode(), url, NOW, strict=True)


def script(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


# -- lines and boxes -------------------------------------------------------------------------------------

GONE: tuple[str, ...] = (
    "Share this article",
    "Bagikan:",
    "Bagikan ke:",
    "Bagikan artikel ini:",
    "Bagikan berita ini",
    "SHARE",
    "Share:",
    "Bagikan via WhatsApp",
    "Share to Facebook",
    "Copy Link",
    "Salin Link",
    "Salin tautan",
    "Link berhasil disalin",
    "Tautan disalin!",
    "Waktu baca: 3 menit",
    "3 menit baca",
    "Baca 3 menit",
    "Baca dalam 3 menit",
    "Tulis tanggapan",
    "Klik gambar untuk memperbesar",
    "Baca Ini Juga Yuk Sahabat Sora!",
    "3 min read",
    "Estimasi waktu baca 2 menit",
    "Durasi baca: 2 menit",
    "Lama membaca: 4 menit",
    "Dibaca: 1.234 kali",
    "1.2K Views",
    "12 Shares",
    "1,5 rb views",
    "Dilihat 2.345 kali",
    "0 Komentar",
    "Komentar",
    "Tulis Komentar",
    "Comments (3)",
    "Lihat semua komentar",
    "2 jam yang lalu",
    "Artikel ini telah tayang di Kompas.com dengan judul “Harga Nikel Naik”",
    "Artikel ini sudah tayang di TribunSolo.com",
    "Berita ini telah dimuat di Antaranews.com dengan judul Panen Kopi Lebih Awal",
    "Tulisan ini pertama kali terbit di Mojok.co",
    "Artikel ini pertama kali tayang di Hipwee.com",
    "Artikel asli ditayangkan di Bola.com",
    "Dikutip dari Kompas.com",
    "Sumber: Kompas.com",
    "Dilansir dari laman Tempo.co",
    "This article was first published on The Conversation",
    "This article originally appeared on thejakartapost.com",
    "Artikel ini diterbitkan ulang dari The Conversation di bawah lisensi Creative Commons.",
    "Berita ini merupakan kerja sama Suara.com dengan Deutsche Welle.",
    "Konten ini merupakan kerja sama Bisnis.com dengan PT Sora Abadi",
    "Berlangganan newsletter kami",
    "Dapatkan berita terkini langsung di email Anda",
    "Daftar newsletter Kompas.com sekarang",
    "Subscribe now",
    "Unduh aplikasi Okezone di Play Store dan App Store",
    "Download aplikasi Tribunnews sekarang juga",
    "Install aplikasi Okezone.com di Google Play",
    "Nikmati berita tanpa iklan di aplikasi Okezone.com",
    "Follow Instagram Okezone @okezonecom",
    "Ikuti Channel WhatsApp Kompas.com",
    "Gabung Grup Telegram Tribunnews",
    "Ikuti kami di Google News: <a href='https://news.google.com/x'>klik di sini</a>",
    "Jangan lupa follow akun Instagram @okezonecom",
    "Cek Berita dan Artikel yang lain di Google News",
    "Dapatkan update berita pilihan setiap hari dari Okezone. Klik di sini",
    "Ikuti Whatsapp Channel Okezone",
    "Advertisement",
    "ADVERTISEMENT",
    "Iklan",
    "[IKLAN]",
    "Sponsored",
    "Sponsored Content",
    "Promoted",
    "Scroll untuk baca artikel",
    "Lanjutkan membaca di bawah ini",
    "Lanjut membaca",
    "Iklan berakhir",
    "Continue reading",
    "Artikel berlanjut di bawah iklan",
    "Lanjutkan Membaca ↓",
    "Skip Ad",
    "Loading...",
    "Memuat...",
    "Ukuran teks: A- A A+",
    "Cetak",
    "Print",
    "Dengarkan berita ini",
    "Dengarkan",
    "Listen to this article",
    "Lihat Foto",
    "Perbesar",
    "Gambar 1 dari 5",
    "Foto 1 dari 5",
    "Editor’s pick",
    "Kembali ke atas",
    "Back to top",
    "Tampilkan semua",
    "Show more",
    "Lihat lebih banyak",
    "Terkini",
    "Terpopuler",
    "Trending",
    "Berita Populer",
    "Most Popular",
    "Semua artikel tentang: <a href='/tag/kopi'>kopi</a>",
    "Tags: <a href='/tag/kopi'>kopi</a>",
    "Tag Terkait: <a href='/tag/kopi'>kopi</a> <a href='/tag/sora'>sora</a>",
    "Kata kunci: <a href='/tag/kopi'>kopi</a>",
    "<a href='/tag/kopi'>#kopi</a> <a href='/tag/sora'>#sora</a>",
    f"Baca juga: {O1} | {O2}",
    f"BACA JUGA: {O1}",
    f"Baca Juga : {O1}",
    f"bacajuga: {O1}",
    f"Baca Juga – {O1}",
    f"(Baca juga: {O1})",
    f"Baca pula: {O1}",
    f"Baca: {O1}",
    f"Simak juga: {O1}",
    f"Lihat juga {O1}",
    f"Simak: {O1}",
    f"Tonton: {O1}",
    f"Klik juga: {O1}",
    f"Jangan Lewatkan: {O1}",
    f"Berita Terkait: {O1}",
    f"Artikel Terkait: {O1}",
    f"Related: {O1}",
    f"Read also: {O1}",
    f"Also read: {O1}",
    f"READ MORE: {O1}",
    f"Read more: {O1}",
    f"Read: {O1}",
    f"See also: {O1}",
    f"Watch: {O1}",
    f"Waca uga: {O1}",
    f"Maca uga: {O1}",
    f"Baca ogé: {O1}",
    f"Baca oge: {O1}",
    f"Lihat pula: {O1}",
    f"📌 Baca juga: {O1}",
    f"👉 {O1}",
    f"🔥 Baca Juga: {O1}",
    f"➡️ {O1}",
    f"→ {O1}",
    f"► {O1}",
    f">> {O1}",
    f"» Baca Juga: {O1}",
    f"* Baca juga: {O1}",
    f"- {O1}",
    f"• {O1}",
    f"Baca Juga{O1}",
    f"Rekomendasi: {O1}",
    f"Pilihan Editor: {O1}",
    f"Pilihan redaksi: {O1}",
    f"Artikel pilihan: {O1}",
    f"Berita lainnya: {O1}",
    f"Selengkapnya: {O1}",
    f"Baca selengkapnya: {O1}",
    f"Baca selengkapnya di sini: {O1}",
    f"Baca berita sebelumnya: {O1}",
    f"Berita sebelumnya: {O1}",
    f"Sebelumnya: {O1}",
    f"Artikel sebelumnya: {O1}",
    f"Cek juga: {O1}",
    f"Intip juga: {O1}",
    f"Ikuti juga: {O1}",
    f"Dengarkan juga: {O1}",
    f"Tonton Video: {O1}",
    f"Video: {O1}",
    f"Foto: {O1}",
    f"VIDEO: {O1}",
    f"Infografis: {O1}",
    f"Kuis: {O1}",
    f"Baca di sini: {O1}",
    f"Baca Juga:<br>1. {O1}<br>2. {O2}",
    f"Baca juga:<br>- {O1}<br>- {O2}",
    "Simak Video ‘Harga Nikel Naik’",
    "Simak Video: Harga Nikel Naik Tajam",
    "Lihat Juga Video 'Harga Nikel Naik':",
    "Saksikan video menarik di bawah ini:",
    "Saksikan video selengkapnya di sini.",
    "Tonton video di bawah ini",
    "Simak video pilihan di bawah ini:",
    "Watch the video below:",
    "Simak berita selengkapnya di halaman berikutnya.",
    "Baca Halaman Berikutnya",
    "Next Page",
    "Halaman 1 2 3",
    "Baca juga: Harga Nikel Naik Tajam, Ini Kata Menteri",
    "Baca juga: Mengapa Harga Nikel Naik? Ini Jawabannya",
    "Baca Juga: 5 Fakta Panen Kopi, Nomor 3 Bikin Kaget",
    "Baca Juga: “Saya Pulang!” Kata Rani kepada Ibunya",
    "Baca juga: Viral! Warga Sora Panen Kopi di Halaman Rumah",
    "BACA JUGA: HARGA NIKEL NAIK TAJAM DI MOROWALI",
    "https://www.youtube.com/watch?v=abc",
    '<a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a>',
    "https://youtu.be/abc?si=1",
    '<a href="https://youtu.be/abc?si=1">https://youtu.be/abc?si=1</a>',
    "https://x.com/rani/status/12",
    '<a href="https://x.com/rani/status/12">https://x.com/rani/status/12</a>',
    "https://www.instagram.com/reel/Abc/",
    '<a href="https://www.instagram.com/reel/Abc/">https://www.instagram.com/reel/Abc/</a>',
    "https://www.tiktok.com/@rani/video/712",
    '<a href="https://www.tiktok.com/@rani/video/712">https://www.tiktok.com/@rani/video/712</a>',
    "https://vt.tiktok.com/ZS1/",
    "https://www.dailymotion.com/video/x8abc",
    '<a href="https://vt.tiktok.com/ZS1/">https://vt.tiktok.com/ZS1/</a>',
    "https://www.facebook.com/rani/videos/12/",
    ('<a href="https://www.facebook.com/rani/videos/12/">https://www.facebook.com/rani/videos/12/</a>'),
    "https://fb.watch/abc/",
    '<a href="https://fb.watch/abc/">https://fb.watch/abc/</a>',
    "https://www.threads.net/@rani/post/C1",
    '<a href="https://www.threads.net/@rani/post/C1">https://www.threads.net/@rani/post/C1</a>',
    "https://open.spotify.com/episode/abc",
    '<a href="https://open.spotify.com/episode/abc">https://open.spotify.com/episode/abc</a>',
    "https://t.me/sora/12",
    '<a href="https://t.me/sora/12">https://t.me/sora/12</a>',
    "https://www.youtube.com/live/abc",
    '<a href="https://www.youtube.com/live/abc">https://www.youtube.com/live/abc</a>',
    "https://soundcloud.com/rani/kopi",
    '<a href="https://soundcloud.com/rani/kopi">https://soundcloud.com/rani/kopi</a>',
)

GONE += (
    "Terakhir dilihat 3 menit yang lalu",
    "7 orang sedang membaca artikel ini",
    "1.200 orang sudah membaca berita ini",
    "Ukuran huruf: kecil sedang besar",
    "Simpan",
    "Tulis komentarmu",
    "Lihat semua komentar (12)",
    "@desasora Panen raya #kopi ♬ suara asli - Desa Sora",
    "Jangan lewatkan: ikuti kanal WhatsApp Okezone.com",
    # one call of two sentences, the last of which is a call alone, too
    "Dapatkan update berita pilihan dan breaking news setiap hari. Mari bergabung di Grup Telegram, caranya klik link"
    " https://t.me/x, kemudian join.",
    "Ikuti perkembangan terkini dari kami melalui saluran WhatsApp. Klik tautan https://whatsapp.com/channel/1",
    "Apakah artikel ini bermanfaat? Ya Tidak",
    "Artikel ini telah ditayangkan Sora Pos dengan judul Warga Sora, Kopi, dan Panen Tahun Ini",
    # calls that consist of nothing but their own words
    "Baca artikel menarik lainnya di sini",
    "Akses Tribunnews.com di Google News atau WhatsApp Channel",
    '*) Ikuti berita terkini dari Sora di Google News, <a href="https://news.google.com/x">klik di sini</a>.',
    "Ikuti Sorapos di Google News",
    "Gabung ke grup WhatsApp sekarang untuk dapat update berita terkini",
    "Follow Us On Google News",
    "Tetap ikuti perkembangannya hanya di Sora.com",
    "Ikuti berita-berita menarik lainnya di Sora.com",
    "Untuk membaca berita selengkapnya, klik di sini",
    "Mau tahu berita lainnya? Klik di sini",
    "Saksikan vidio pilihan di bawah ini:",
    "Selengkapnya di",
    "slot-iklan-300x100",
    "Telusuri berita kopi lainnya",
    '(<a href="/read/2026/07/23/337/9900002/lain">Setelah 8 tahun menanam, Ratna dan Darmo pensiun.</a>)',
    "Bola Okezone menyajikan kabar terkini. Dukung jurnalisme berkualitas dengan mengikuti kami setiap hari.",
    "Error loading player:",
    "No playable sources found",
    "panen-sora-130919b.jpg",
    "Disadur dari Sora.com: Budi Santoso/Siti Aminah, 31 Agustus 2024",
    'Simak lebih jauh tentang panen kopi <a href="/read/2026/07/23/337/9900002/lain">di sini</a>.',
    "Unduh aplikasi kami di sini",
    "Perlu Mendapatkan Pemberitahuan? Aktifkan Notifikasi",
    'Baca juga artikel terkait <a href="/q/kopi">KOPI</a> atau tulisan lainnya dari Budi Santoso',
    "Jangan lupa ikuti media sosial sora.id dan dapatkan berbagai keuntungan",
    "Baca artikel asli di sini",
    "Simak selengkapnya di Sora.co",
    # slots of advertisements, pages, posts
    "Recommended by Mgid",
    "Konten Sponsor",
    "Pasang iklan di sini",
    "Iklan untuk Anda: Cara Cepat Hilangkan Nyeri",
    "Lanjut ke sebelah..",
    "Sebuah foto yang dikirim oleh Rani (@rani) pada Feb 16, 2016 pada 5:00 PST",
    "A photo posted by Rani (@rani) on Feb 16, 2016 at 5:00am PST",
    # comments, ratings, rights
    "Belum ada komentar",
    "Jadilah yang pertama berkomentar",
    "Silakan login untuk memberi komentar",
    "Please enable JavaScript to view the comments powered by Disqus.",
    "Komentar sepenuhnya menjadi tanggung jawab komentator seperti diatur dalam UU ITE",
    "Beri rating artikel ini",
    "Apa reaksi Anda?",
    "Like (0)",
    "Laporkan konten ini",
    "Iklan akan berakhir dalam 5 detik",
    "All Rights Reserved",
    # whose text it is, and who answers for it
    "Artikel ini merupakan kerja sama dengan ABC Indonesia.",
    "Artikel ini bersumber dari Antara",
    "Artikel ini ditulis oleh Budi Santoso, peserta Program Magang di Sorapos.",
    "Isi dari artikel ini menjadi tanggung jawab penulis.",
    "Isi artikel di luar tanggung jawab redaksi",
    "Dilarang keras mengambil konten, melakukan crawling di situs web ini tanpa izin tertulis dari redaksi.",
    # sentences that call, tell where else a text stood, warn, lead on
    "Mau info terkini seputar kopi? Yuk join channel Telegram kami.",
    "Baca berita langsung dari ponselmu, ikuti saluran WA kami di sini.",
    "Saksikan siaran langsung kami di kanal YouTube dan media sosial.",
    "Untuk baca artikel lain, follow WhatsApp Channel Okezone sekarang!",
    "Artikel ini terbit di Koran Sora edisi Senin, 3 Agustus 2020.",
    "Liputan ini merupakan hasil kolaborasi dengan Sora Weekly.",
    "Anda bisa membaca versi asli artikel ini dalam bahasa Inggris di sini.",
    "Informasi dalam artikel ini tidak ditujukan untuk menginspirasi siapa pun melakukan tindakan serupa.",
    "Peringatan: Artikel berikut mengandung gambaran kekerasan yang mungkin mengganggu.",
    "Kunci jawaban ini hanya sebagai referensi dan panduan belajar siswa.",
    "Sebelumnya 1 2 3 Berikutnya",
    "Simak kelanjutannya di halaman selanjutnya.",
    "Lanjutkan dengan Konten",
    "PARIWARA",
    "Scroll down to continue",
    "Konten berlanjut setelah iklan di bawah ini",
    "Klik di sini untuk membaca versi lengkap",
    "« Sebelumnya",
    "Baca juga » Harga Nikel Naik",
    "BACA JUGA &gt; Harga Nikel Naik",
    "Simak juga| Harga Nikel Naik",
    "Lihat pula ► Harga Nikel Naik",
    "Artikel Terkait » Harga Nikel Naik",
    "Berita Terkait - Harga Nikel Naik Tajam",
    f"Berita pilihan hari ini:</p><ul><li>{O1}</li><li>{O2}</li></ul><p>",
    "IKLAN PARIWARA",
    "Baca juga - Harga Nikel Naik Tajam di Morowali",
    'Dapatkan update berita pilihan setiap hari dari Sora. Mari bergabung di Grup Telegram "Sora Update".',
    "Suka 12",
    "0 Suka 0 Lucu 3 Sedih",
    "What's Your Reaction?",
    "Diperbarui kemarin",
    "Hari ini, 10.20 WIB",
    "<strong>Jangan Sampai Ketinggalan!</strong></p><p>" + O1,
)

STAYS = (
    "Ibu itu terakhir dilihat 3 menit yang lalu di dapur.",
    "Tujuh orang sedang membaca artikel ini di balai desa.",
    "Klik di sini, kata petunjuk itu, untuk mendaftar.",
    "Berikut berita terpopuler dari Okezone.com.",
    "Berita pilihan terpopuler dan terbaru di Okezone.com.",
    "(Setelah 8 tahun menanam, Ratna dan Darmo pensiun.)",
    "Okezone menyajikan berita panen sejak 2010, kata Ratna.",
    "Berikut berita terkini selengkapnya di kanal Okezone.com:",
    "Bagi Anda yang terlewatkan menyimak kabar kopi, tidak usah khawatir. Berikut berita terpopuler dari Okezone.com.",
    "Disadur dari Sora.com: kopi naik, teh turun, 31 Agustus 2024.",
    "Simak lebih jauh tentang kopi di buku Ratna.",
    "Ikuti berita panen di radio desa.",
    "Tulisan ini ditulis oleh warga.",
    "Dilarang keras mengambil air tanpa izin kepala desa.",
    "Dengarkan podcast Rani di Spotify.",
    "Unduh aplikasi Cek Bantuan di Play Store lalu daftar.",
    "Jangan lupa bawa bekal dari rumah.",
    "Bagikan kopi itu kepada tetangga, pesan Bu Ratna.",
    "Waktu baca doa itu tiga menit, kata Ustaz Hamid.",
    "Ia dibaca 1.234 kali oleh warganet, kata Rani.",
    "Dua jam yang lalu warga masih menjemur kopi.",
    "Komentar itu dihapus pemiliknya.",
    "Cetak biru itu disusun sejak Mei.",
    "Facebook dan WhatsApp tumbang selama dua jam.",
    "Dengarkan suara warga, kata Bu Ratna.",
    "Terpopuler di antara warga adalah kopi robusta.",
    "Artikel ini telah tayang di majalah kampus, kata Rani.",
    "Dikutip dari Kompas.com, harga kopi naik dua kali.",
    "Unduh aplikasi itu lewat laman resmi, kata petugas.",
    "Sponsored oleh warga, lomba itu ramai.",
    "Trending di media sosial sejak Senin, tagar itu dipakai warga.",
    "Next, Rani akan menanam kopi lagi.",
    "Memuat 12 ton kopi, truk itu terguling.",
    "Zoom dipakai warga untuk rapat desa.",
    "Baca juga kitab itu setiap malam, pesan kakek.",
    "Simak: kopi itu dijemur tiga hari lalu digiling.",
    "Tonton saja videonya, kata Rani.",
    "Video: begitu judul pameran itu.",
    "Foto itu diambil Rani pada 1998.",
    "Read more, kata guru bahasa itu.",
    "Baca: ibadah malam dimulai pukul delapan.",
    "Sebelumnya, harga kopi hanya Rp30.000.",
    "Selengkapnya ada dalam laporan itu, kata Bu Ratna.",
    "Pilihan editor jatuh pada naskah Rani.",
    "Rekomendasi: pupuk harus disubsidi, kata panitia.",
    "Next page tertulis di sudut buku itu.",
    "👉 Siapkan air 200 ml dan kopi 15 gram.",
    "• Kopi arabika tumbuh di atas 1.000 meter.",
    "#PanenKopi menjadi tagar terpopuler pekan ini.",
    "Video itu dapat dilihat di https://www.youtube.com/watch?v=abc sejak Senin.",
    # much like them
    "Ikuti akun Instagram Dinas Pertanian Sora untuk melihat jadwal pelatihan.",
    "Tonton siaran langsung wisuda di kanal YouTube Universitas Buana.",
    "Untuk mendapatkan pupuk murah, bergabung dengan kelompok tani.",
    "Laporan ini merupakan bagian dari upaya pemerintah menekan inflasi.",
    "Naskah ini merupakan kiriman Raja Sora kepada Sultan.",
    "Baca artikel asli di Perpustakaan Nasional.",
    "Jika Anda mengalami gejala demam, segera hubungi dokter.",
    "Peringatan: cerita ini mengandung bawang.",
    "Kunci jawaban ini bersifat rahasia hingga ujian selesai.",
    "Keputusan investasi ada di tangan pemegang saham, kata Rahmat.",
    "Koreksi: Versi sebelumnya artikel ini keliru menyebut jumlah petani.",
    "Artikel ini telah mengalami perubahan judul pada pukul 10.15 WIB.",
    "Selengkapnya: Kopi Arabika, Robusta, Liberika, Excelsa, Luwak, Gayo, Toraja",
    "Klik Selanjutnya untuk membuka menu pembayaran.",
    "Simak kelanjutannya di bioskop mulai Kamis.",
    "Lanjutkan dengan konten berikutnya, kata pelatih itu.",
    "Pariwara itu ditayangkan sejak 2010.",
    "Baca juga - begitu pesan kakek - kitab lama itu.",
    "Baca juga | begitu bunyi papan itu.",
    "Berita terkait - begitu ia menyebutnya - ramai dibahas.",
    "Berita pilihan hari ini dibacakan Ratna di balai desa.",
    "Dapatkan kabar panen setiap pagi dari Ratna. Mari bergabung di grup Telegram warga.",
    "Suka 12 lagu itu, katanya.",
    "Dua suka 3 lucu itu hasil ujinya.",
    "Kemarin",
    "Hari ini, 10 keluarga pulang",
    "Jangan sampai ketinggalan!",
)

# between two sentences, or (true) behind them
MADE: dict[str, tuple[str, list[str], bool]] = {
    **{
        f"K03 {name}": (f'<div class="{name}"><p>{S1}</p><p>{S2}</p><p>{S3}</p></div>', [S1, S2, S3], False)
        for name in (
            "share social-share follow-box tag-content widget-text promo-story sponsor-content subscribe-wrap"
        ).split()
    },
    "K03 tag aside": (f"<aside><p>{S1}</p><p>{S2}</p></aside>", [S1, S2], False),
    "K03 tag form": (f"<form><p>{S1}</p><p>{S2}</p></form>", [S1, S2], False),
    "K03 tag nav": (f"<nav><p>{S1}</p><p>{S2}</p></nav>", [S1, S2], False),
    "K03 tag button": (f"<button><p>{S1}</p><p>{S2}</p></button>", [S1, S2], False),
    "K03 tag object": (f"<object><p>{S1}</p><p>{S2}</p></object>", [S1, S2], False),
    "K03 who writes": ("<div class='author-bio'><p>Rani adalah penulis tetap di rubrik desa.</p></div>", [], False),
    "K03 a later page": (f"<div class='isi' data-page='2' style='display:none'><p>{S1}</p></div>", [S1], False),
    "K03 object of a file": (f"<object data='a.pdf'><p>{S1}</p></object>", [], False),
    "K12 degrees": (
        "<p>Suhu 30<sup>o</sup>C terasa di kebun itu siang tadi.</p>",
        ["Suhu 30°C terasa di kebun itu siang tadi."],
        False,
    ),
    "K03 tag section": (f"<section><p>{S1}</p><p>{S2}</p></section>", [S1, S2], False),
    "K03 tag footer": (f"<footer><p>{S1}</p><p>{S2}</p></footer>", [S1, S2], False),
    "K03 tag header": (f"<header><p>{S1}</p><p>{S2}</p></header>", [S1, S2], False),
    "K03 share junk": (
        ('<div class="share-box"><span>Bagikan:</span> <a href="#">Facebook</a> <a href="#">WhatsApp</a></div>'),
        [],
        False,
    ),
    "K03 follow junk": (
        ('<div class="follow-us"><p>Ikuti kami di <a href="https://instagram.com/x">Instagram</a></p></div>'),
        [],
        False,
    ),
    "K03 subscribe junk": (
        '<div class="subscribe-box"><p>Masukkan surel Anda</p><input><button>Daftar</button></div>',
        [],
        False,
    ),
    "K03 blockquote aside": (f"<aside><blockquote>“{S1}”</blockquote></aside>", [f"“{S1}”"], False),
    "K03 share upper": (f'<div class="SHARE Social"><p>{S1}</p><p>{S2}</p></div>', [S1, S2], False),
    "K03 id widget": (
        f'<div id="widget-isi"><p>{S1} <a href="/tag/kopi">kopi</a></p><p>{S2}</p></div>',
        [f"{S1} kopi", S2],
        False,
    ),
    "K03 quote only": (
        ('<div class="widget"><p>“Kami pulang besok”</p><p>Begitu kata Pak Darmo kepada warga.</p></div>'),
        ["“Kami pulang besok”", "Begitu kata Pak Darmo kepada warga."],
        False,
    ),
    "K08 table of links": (
        (
            "<p>Jadwal pendaftaran kampus:</p><table><tr><th>Kampus</th><th>Kuota</th></tr><tr><td><a"
            ' href="https://uns.example.ac.id/pmb">Universitas Negeri Lembah'
            ' Sora</a></td><td>120</td></tr><tr><td><a href="https://itp.example.ac.id/pmb">Institut'
            " Teknologi Pesisir Marunda Timur</a></td><td>80</td></tr></table>"
        ),
        [
            "Jadwal pendaftaran kampus:",
            "Kampus Kuota",
            "Universitas Negeri Lembah Sora 120",
            "Institut Teknologi Pesisir Marunda Timur 80",
        ],
        False,
    ),
    "K08 table one col": (
        (
            '<p>Kampus penerima:</p><table><tr><td><a href="https://uns.example.ac.id/pmb">Universitas'
            " Negeri Lembah Sora Raya</a></td></tr><tr><td><a"
            ' href="https://itp.example.ac.id/pmb">Institut Teknologi Pesisir Marunda'
            " Timur</a></td></tr></table>"
        ),
        ["Kampus penerima:", "Universitas Negeri Lembah Sora Raya", "Institut Teknologi Pesisir Marunda Timur"],
        False,
    ),
    "K08 dl": (
        (
            '<dl><dt><a href="/kamus/a">Kopi Arabika Lereng Sindur Utara</a></dt><dd>Rasanya asam'
            ' segar.</dd><dt><a href="/kamus/b">Kopi Robusta Dataran Rendah Sora</a></dt><dd>Rasanya'
            " pahit.</dd></dl>"
        ),
        [
            "Kopi Arabika Lereng Sindur Utara",
            "Rasanya asam segar.",
            "Kopi Robusta Dataran Rendah Sora",
            "Rasanya pahit.",
        ],
        False,
    ),
    "K08 ol of rules": (
        (
            "<p>Dasar hukumnya sebagai berikut.</p><ol><li><a"
            ' href="https://jdih.example.go.id/1">Peraturan Menteri Kehutanan Nomor 5 Tahun'
            ' 2024</a></li><li><a href="https://jdih.example.go.id/2">Undang-Undang Nomor 6 Tahun 2014'
            " tentang Desa</a></li></ol>"
        ),
        [
            "Dasar hukumnya sebagai berikut.",
            "Peraturan Menteri Kehutanan Nomor 5 Tahun 2024",
            "Undang-Undang Nomor 6 Tahun 2014 tentang Desa",
        ],
        False,
    ),
    "K08 strong linked name": (
        (
            '<p><strong>1. <a href="https://maps.example.com/x">Bakso Malang Cak Marto Paling'
            f" Legendaris</a></strong></p><p>{S1}</p><p><strong>2. <a"
            ' href="https://maps.example.com/y">Soto Lamongan Bu Darmi Dekat'
            f" Stasiun</a></strong></p><p>{S2}</p>"
        ),
        ["1. Bakso Malang Cak Marto Paling Legendaris", S1, "2. Soto Lamongan Bu Darmi Dekat Stasiun", S2],
        False,
    ),
    "K08 p linked name, text follows": (
        (
            '<p><strong><a href="https://maps.example.com/x">Bakso Malang Cak Marto Paling'
            " Legendaris</a></strong></p><p>Warung itu buka sejak 1974 di tepi jalan"
            ' raya.</p><p><strong><a href="https://maps.example.com/y">Soto Lamongan Bu Darmi Dekat'
            " Stasiun</a></strong></p><p>Kuahnya kental dan gurih.</p>"
        ),
        [
            "Bakso Malang Cak Marto Paling Legendaris",
            "Warung itu buka sejak 1974 di tepi jalan raya.",
            "Soto Lamongan Bu Darmi Dekat Stasiun",
            "Kuahnya kental dan gurih.",
        ],
        False,
    ),
    "K08 h3 linked": (
        (
            '<h3><a href="https://maps.example.com/x">Air Terjun Kedung Kayang di Lereng'
            f' Merbabu</a></h3><p>{S1}</p><h3><a href="https://maps.example.com/y">Candi Gebang Sari'
            f" Peninggalan Mataram</a></h3><p>{S2}</p>"
        ),
        ["Air Terjun Kedung Kayang di Lereng Merbabu", S1, "Candi Gebang Sari Peninggalan Mataram", S2],
        False,
    ),
    "K08 ul after sentence with .": (
        (
            "<p>Lima kampus menerima bantuan tersebut.</p><ul><li><a"
            ' href="https://a.example.ac.id/x">Universitas Negeri Lembah Sora Raya</a></li><li><a'
            ' href="https://b.example.ac.id/x">Institut Teknologi Pesisir Marunda Timur</a></li><li><a'
            ' href="https://c.example.ac.id/x">Politeknik Perikanan Tanjung Damar Raya</a></li></ul>'
        ),
        [
            "Lima kampus menerima bantuan tersebut.",
            "Universitas Negeri Lembah Sora Raya",
            "Institut Teknologi Pesisir Marunda Timur",
            "Politeknik Perikanan Tanjung Damar Raya",
        ],
        False,
    ),
    "K08 ul after heading": (
        (
            '<h2>Daftar Penerima</h2><ul><li><a href="https://a.example.ac.id/x">Universitas Negeri'
            ' Lembah Sora Raya</a></li><li><a href="https://b.example.ac.id/x">Institut Teknologi'
            " Pesisir Marunda Timur</a></li></ul>"
        ),
        ["Daftar Penerima", "Universitas Negeri Lembah Sora Raya", "Institut Teknologi Pesisir Marunda Timur"],
        False,
    ),
    "K08 linked names with scores": (
        (
            '<p>Hasil lengkap:</p><p><a href="/x">Persis Sora 2-1 Persiba Marunda</a></p><p><a'
            ' href="/y">PSM Damar 0-0 Persik Gebang</a></p>'
        ),
        ["Hasil lengkap:", "Persis Sora 2-1 Persiba Marunda", "PSM Damar 0-0 Persik Gebang"],
        False,
    ),
    "K08 end list related unlabelled": (f"<ul><li>{O1}</li><li>{O2}</li></ul>", [], True),
    "K08 end list p related": (f"<p>{O1}</p><p>{O2}</p>", [], True),
    "K08 end list strong": (f"<p><strong>{O1}</strong></p><p><strong>{O2}</strong></p>", [], True),
    "K08 mid box of links": (f'<div class="kotak"><ul><li>{O1}</li><li>{O2}</li></ul></div>', [], False),
    "K08 mid table of links related": (
        f'<table class="x"><tr><td>{O1}</td></tr><tr><td>{O2}</td></tr></table>',
        [],
        False,
    ),
    "K08 end h3 list": (f"<div><h3>{O1}</h3><h3>{O2}</h3></div>", [], True),
    "K08 end small caps": (
        (
            '<ul><li><a href="https://news.okezone.com/read/2026/07/23/337/9900002/lain">Ini alasan'
            " harga nikel naik tajam di Morowali pekan ini</a></li><li><a"
            ' href="https://news.okezone.com/read/2026/07/23/337/9900004/lain">Cara warga pesisir'
            " menyimpan garam agar tahan lama</a></li></ul>"
        ),
        [],
        True,
    ),
    "K08 sumber links end": (
        (
            '<p>Informasi lengkap di laman berikut: <a href="https://www.bps.example.go.id/">Badan Pusat'
            " Statistik Kabupaten Lembah Sora</a></p>"
        ),
        ["Informasi lengkap di laman berikut: Badan Pusat Statistik Kabupaten Lembah Sora"],
        False,
    ),
    "K12 s strike": (
        "<p>Tarif <s>Rp9.000</s> <strike>Rp8.000</strike> Rp7.000 berlaku besok.</p>",
        ["Tarif Rp7.000 berlaku besok."],
        False,
    ),
    "K12 ins": (
        '<p>Harga <del datetime="2026-07-24">naik</del><ins>turun</ins> pekan ini di Sora.</p>',
        ["Harga turun pekan ini di Sora."],
        False,
    ),
    "K12 u stays": (
        "<p>Kata <u>penting</u> itu digarisbawahi warga.</p>",
        ["Kata penting itu digarisbawahi warga."],
        False,
    ),
    "K12 ordinal": (
        "<p>Lomba ke-1<sup>st</sup> dan 2<sup>nd</sup> digelar di Sora.</p>",
        ["Lomba ke-1st dan 2nd digelar di Sora."],
        False,
    ),
    "K12 m2": (
        "<p>Luas lahan 120 m<sup>2</sup> dan isi 3 m<sup>3</sup>.</p>",
        ["Luas lahan 120 m² dan isi 3 m³."],
        False,
    ),
    "K12 co2 apart": (
        "<p>Emisi CO <sub>2</sub> dan CO<sub> 2 </sub>turun; log<sub>2</sub>8 tiga.</p>",
        ["Emisi CO2 dan CO2 turun; log₂8 tiga."],
        False,
    ),
    "K12 co2": ("<p>Emisi CO<sub>2</sub> dan H<sub>2</sub>O turun.</p>", ["Emisi CO2 dan H2O turun."], False),
    "K12 neg exp": (
        "<p>Kadarnya 10<sup>-3</sup> gram, lalu 2<sup>n</sup> sel.</p>",
        ["Kadarnya 10⁻³ gram, lalu 2ⁿ sel."],
        False,
    ),
    "K12 sup nested": (
        "<p>Ada 10<sup><em>6</em></sup> sel dan 10<sup> 9 </sup>bakteri.</p>",
        ["Ada 10⁶ sel dan 10⁹ bakteri."],
        False,
    ),
    "K12 footnote link": (
        '<p>Harga naik dua kali.<sup><a href="#fn1">[1]</a></sup></p>',
        ["Harga naik dua kali.[1]"],
        False,
    ),
    "K12 fraction": (
        "<p>Tambahkan <sup>1</sup>/<sub>2</sub> sendok garam ke air.</p>",
        ["Tambahkan 1/2 sendok garam ke air."],
        False,
    ),
    "K12 frac char": (
        "<p>Tambahkan &frac12; sendok dan 1½ gelas air.</p>",
        ["Tambahkan ½ sendok dan 1½ gelas air."],
        False,
    ),
    "K12 del paragraph": (f"<del><p>{S1}</p></del><p>{S2}</p>", [S2], False),
    "K12 style strike": (
        ('<p>Harga <span style="text-decoration: line-through">Rp9.000</span> Rp7.000 per kilogram.</p>'),
        ["Harga Rp7.000 per kilogram."],
        False,
    ),
    "K12 ins block": (f"<ins><p>{S1}</p></ins>", [S1], False),
    "K15 named": (
        "<p>&ldquo;Saya pulang&hellip;&rdquo; kata Ren&eacute; &ndash; dia &lsquo;lelah&rsquo;.</p>",
        ["“Saya pulang…” kata René – dia ‘lelah’."],
        False,
    ),
    "K15 double": (
        "<p>Suhu 30&amp;deg;C di kaf&amp;eacute; &amp;quot;Sora&amp;quot; milik Jum&amp;#39;at.</p>",
        ['Suhu 30°C di kafé "Sora" milik Jum\'at.'],
        False,
    ),
    "K15 triple": (
        "<p>Ia berkata &amp;amp;ldquo;pulang&amp;amp;rdquo; pada suhu 30&amp;amp;deg;C.</p>",
        ["Ia berkata “pulang” pada suhu 30°C."],
        False,
    ),
    "K15 att": (
        "<p>Perusahaan AT&amp;T dan R&D serta R&amp;amp;D bekerja sama.</p>",
        ["Perusahaan AT&T dan R&D serta R&D bekerja sama."],
        False,
    ),
    "K15 lt": ("<p>Syaratnya a &lt; b dan b &gt; c, kata guru.</p>", ["Syaratnya a < b dan b > c, kata guru."], False),
    "K15 apos": (
        "<p>Jum&apos;at &Eacute;mile &#x201c;pulang&#x201D; &#8211; besok.</p>",
        ["Jum'at Émile “pulang” – besok."],
        False,
    ),
    "K15 cp1252 numeric": (
        "<p>&#147;Saya pulang,&#148; kata dia &#150; lalu pergi&#133;</p>",
        ["“Saya pulang,” kata dia – lalu pergi…"],
        False,
    ),
    "K15 no semicolon": ("<p>Harga &nbsp kopi &amp teh naik.</p>", ["Harga kopi & teh naik."], False),
    "K15 url amp": (
        "<p>Laman itu beralamat a.id/?x=1&amp;copy=2&amp;lt=3 dan dibuka warga.</p>",
        ["Laman itu beralamat a.id/?x=1&copy=2&lt=3 dan dibuka warga."],
        False,
    ),
    "K15 double numeric hex": (
        "<p>&amp;#8220;Saya pulang&amp;#8221; &amp;#x2013; kata dia.</p>",
        ["“Saya pulang” – kata dia."],
        False,
    ),
    "K15 written code": (
        "<p>Tulis &amp;lt;b&amp;gt; untuk huruf tebal, kata guru.</p>",
        ["Tulis <b> untuk huruf tebal, kata guru."],
        False,
    ),
    "K17 lirik": (
        ("<p>Liriknya:</p><p>Bulan pun pergi<br>meninggalkan malam<br>aku sendiri<br>menunggu fajar</p>"),
        ["Liriknya:", "Bulan pun pergi", "meninggalkan malam", "aku sendiri", "menunggu fajar"],
        False,
    ),
    "K17 lirik stanza": (
        "<p>Bulan pun pergi<br>meninggalkan malam<br><br>aku sendiri<br>menunggu fajar</p>",
        ["Bulan pun pergi", "meninggalkan malam", "aku sendiri", "menunggu fajar"],
        False,
    ),
    "K17 pantun 2 lines": (
        "<p>“Buah duku di atas meja,<br>mari belajar bersama kita.”</p>",
        ["“Buah duku di atas meja,", "mari belajar bersama kita.”"],
        False,
    ),
    "K17 long pantun": (
        (
            "<p>Jalan-jalan ke pasar lama di tepi kota Lembah Sora raya,<br>jangan lupa membeli kain"
            " batik untuk ibunda tercinta di sana;<br>jika engkau benar sayang kepada adinda yang setia"
            " menunggunya,<br>jangan pergi bersama orang lain yang tidak kau kenal namanya.</p>"
        ),
        [
            "Jalan-jalan ke pasar lama di tepi kota Lembah Sora raya,",
            "jangan lupa membeli kain batik untuk ibunda tercinta di sana;",
            "jika engkau benar sayang kepada adinda yang setia menunggunya,",
            "jangan pergi bersama orang lain yang tidak kau kenal namanya.",
        ],
        False,
    ),
    "K17 recipe": (
        "<p>Bahan:<br>2 butir telur<br>100 gram gula pasir<br>1 sdt garam halus</p>",
        ["Bahan:", "2 butir telur", "100 gram gula pasir", "1 sdt garam halus"],
        False,
    ),
    "K17 steps": (
        ("<p>1. Rebus air sampai mendidih.<br>2. Masukkan kopi bubuk, aduk rata.<br>3. Saring dan sajikan hangat.</p>"),
        ["1. Rebus air sampai mendidih.", "2. Masukkan kopi bubuk, aduk rata.", "3. Saring dan sajikan hangat."],
        False,
    ),
    "K17 address": (
        ("<p>Dinas Pertanian Sora<br>Jalan Kebun Kopi Nomor 12<br>Kecamatan Lembah<br>telepon 0271-123456</p>"),
        ["Dinas Pertanian Sora", "Jalan Kebun Kopi Nomor 12", "Kecamatan Lembah", "telepon 0271-123456"],
        False,
    ),
    "K17 brbr": (
        (
            "<div>Warga memanen kopi tiga pekan lebih awal.<br /><br />\n Harganya naik dua"
            " kali.<br/>&nbsp;<br/>Petani senang.</div>"
        ),
        ["Warga memanen kopi tiga pekan lebih awal.", "Harganya naik dua kali.", "Petani senang."],
        False,
    ),
    "K17 pre tabs": ("<pre>Nama\tNilai\nRani\t90\nDarmo\t85</pre>", ["Nama Nilai", "Rani 90", "Darmo 85"], False),
    "K17 hard wrapped": (
        (
            "<p>Warga Desa Sora memanen kopi tiga pekan lebih awal<br>daripada tahun lalu karena hujan"
            " berhenti sejak bulan<br>Mei dan matahari bersinar sepanjang hari di lereng<br>utara gunung"
            " itu, kata Bu Ratna kepada wartawan.</p>"
        ),
        [
            (
                "Warga Desa Sora memanen kopi tiga pekan lebih awal daripada tahun lalu karena hujan"
                " berhenti sejak bulan Mei dan matahari bersinar sepanjang hari di lereng utara gunung itu,"
                " kata Bu Ratna kepada wartawan."
            )
        ],
        False,
    ),
    "K17 pre hard wrapped": (
        (
            "<pre>Warga Desa Sora memanen kopi tiga pekan lebih awal\ndaripada tahun lalu karena hujan"
            " berhenti sejak bulan\nMei dan matahari bersinar sepanjang hari di lereng\nutara gunung itu,"
            " kata Bu Ratna kepada wartawan.\n\nHarganya naik dua kali lipat sejak Juni lalu,"
            " ujar\ndia.</pre>"
        ),
        [
            (
                "Warga Desa Sora memanen kopi tiga pekan lebih awal daripada tahun lalu karena hujan"
                " berhenti sejak bulan Mei dan matahari bersinar sepanjang hari di lereng utara gunung itu,"
                " kata Bu Ratna kepada wartawan."
            ),
            "Harganya naik dua kali lipat sejak Juni lalu, ujar dia.",
        ],
        False,
    ),
    "K17 source newlines no pre": (
        "<p>Warga Desa Sora\n   memanen kopi\n   lebih awal.</p>",
        ["Warga Desa Sora memanen kopi lebih awal."],
        False,
    ),
    "K17 poem spans": (
        ("<p><em>Aku pulang</em><br><em>membawa kopi</em><br><em>ibu menunggu</em><br><em>di beranda</em></p>"),
        ["Aku pulang", "membawa kopi", "ibu menunggu", "di beranda"],
        False,
    ),
    "K17 poem in blockquote": (
        "<blockquote>Aku pulang<br>membawa kopi<br>ibu menunggu</blockquote>",
        ["Aku pulang", "membawa kopi", "ibu menunggu"],
        False,
    ),
    "K17 doa": (
        "<p>Artinya:<br>“Ya Tuhan kami,<br>berilah kami kebaikan<br>di dunia dan akhirat.”</p>",
        ["Artinya:", "“Ya Tuhan kami,", "berilah kami kebaikan", "di dunia dan akhirat.”"],
        False,
    ),
    "K17 pre style poem": (
        '<p style="white-space: pre-line">Aku pulang\nmembawa kopi\nibu menunggu</p>',
        ["Aku pulang", "membawa kopi", "ibu menunggu"],
        False,
    ),
    "K22 list after Artikel Terkait": (f"<h4>Artikel Terkait</h4><ul><li>{O1}</li><li>{O2}</li></ul>", [], False),
    "K22 Berita Terkait p's": (f"<p><b>Berita Terkait</b></p><p>{O1}</p><p>{O2}</p>", [], True),
    "K22 Baca Juga unlinked list tail": (
        (
            "<p>Baca Juga:</p><ul><li>Harga Nikel Naik Tajam di Morowali</li><li>Nelayan Sabura Temukan"
            " Jangkar Tua</li></ul>"
        ),
        [],
        True,
    ),
    "K22 Baca Juga unlinked list mid": (
        (
            "<p>Baca Juga:</p><ul><li>Harga Nikel Naik Tajam di Morowali</li><li>Nelayan Sabura Temukan"
            " Jangkar Tua</li></ul>"
        ),
        [],
        False,
    ),
    "K22 yuk baca": (f"<p>Yuk, baca juga artikel lainnya:</p><p>{O1}</p>", [], False),
    "K22 kamu mungkin suka": (f"<p>Kamu mungkin suka:</p><p>{O1}</p><p>{O2}</p>", [], False),
    "K22 mungkin anda tertarik": (f"<p><strong>Mungkin Anda tertarik</strong></p><ul><li>{O1}</li></ul>", [], False),
    "K22 you may also like": (f"<p>You may also like</p><ul><li>{O1}</li></ul>", [], False),
    "K22 berita menarik lain": (f"<h3>Berita Menarik Lainnya</h3><p>{O1}</p>", [], False),
    "K22 with paragraph break label": (
        (
            "<p><strong>Baca juga</strong></p><div><a href='/x'><img src='/a.jpg'><span>Harga Nikel Naik"
            " Tajam di Morowali</span></a></div>"
        ),
        [],
        False,
    ),
    "K22 campaign": ("<p><strong>#IngatPesanIbu</strong></p>", [], True),
    "K22 campaign2": (
        (
            "<p><strong>** #IngatPesanIbu</strong></p><p>Pakai masker, cuci tangan pakai sabun, jaga"
            " jarak.</p><p>Selalu jaga kesehatan Anda dan keluarga.</p>"
        ),
        [],
        True,
    ),
    "K22 campaign with a mark within": (
        "<p><em>**Ingat #PesanIbu</em></p><p>Pakai masker, cuci tangan pakai sabun, jaga jarak.</p>",
        [],
        True,
    ),
    "K22 campaign donation": ("<p>**Ayo berdonasi untuk korban banjir melalui rekening BCA 123.</p>", [], True),
    "K22 true: link at head": (
        ('<p><a href="/read/2026/07/23/337/9900002/lain">Dinas Pertanian Sora</a> menyalurkan bibit kepada warga.</p>'),
        ["Dinas Pertanian Sora menyalurkan bibit kepada warga."],
        False,
    ),
    "K22 true: sumber": (
        (
            '<p>Baca juga <a href="https://jdih.example.go.id/1">Peraturan Menteri Nomor 5 Tahun'
            " 2024</a> yang mengatur hal itu.</p>"
        ),
        ["Baca juga Peraturan Menteri Nomor 5 Tahun 2024 yang mengatur hal itu."],
        False,
    ),
    "K22 cut tail in p": (f"<p>{S1} Baca juga: {O1}</p>", [S1], False),
    "K22 cut mid br": (f"<p>{S1}<br>Baca juga: {O1}<br>{S2}</p>", [S1, S2], False),
    "K22 cut bracket See also": (f"<p>{S1} (See also: {O1})</p>", [S1], False),
    "K22 cut READ MORE": (f"<p>{S1} READ MORE: {O1}</p>", [S1], False),
    "K22 cut [Baca: ]": (
        f"<p>Kopi itu dijemur [Baca: {O1}] di halaman rumah warga.</p>",
        ["Kopi itu dijemur di halaman rumah warga."],
        False,
    ),
    "K22 a program's mark behind a sentence": (f"<p>{S1} [bacajuga:Baca Juga](3055032 4264217)</p>", [S1], False),
    "K22 a program's mark for a film": (
        f"<p>{S1} Simak Video Pilihan Ini:[vidio:Panen Kopi](https://www.vidio.com/watch/1-kopi)</p>",
        [S1],
        False,
    ),
    "K22 true: lines of a program": (
        "<p>class Kopi</p><p>{</p><p>}</p><p>***</p>",
        ["class Kopi", "{", "}"],
        False,
    ),
    "K22 lone marks of a program": (f"<p>{S1}</p><p>}}</p><p>{{}}</p><p>}});</p>", [S1], False),
    "K24 ig": (
        (
            '<blockquote class="instagram-media"'
            ' data-instgrm-permalink="https://www.instagram.com/p/Abc/"><div><p><a'
            ' href="https://www.instagram.com/p/Abc/">Kopi hari ini</a></p><p>A post shared by Rani'
            ' (@rani)</p></div></blockquote><script async src="//www.instagram.com/embed.js"></script>'
        ),
        [],
        False,
    ),
    "K24 x": (
        (
            '<blockquote class="twitter-tweet" data-lang="in"><p lang="in">Kopi sudah panen. <a'
            ' href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Rani (@rani) <a'
            ' href="https://x.com/rani/status/12">July 24, 2026</a></blockquote>'
        ),
        [],
        False,
    ),
    "post named by its last line": (
        "<blockquote><p>Panen kopi dimulai.</p><p>— Rani (@rani) July 24, 2026</p></blockquote>",
        [],
        False,
    ),
    "post of old": (
        "<blockquote><p>Panen kopi</p><p>A photo posted by Rani (@rani) on <time>Feb 16, 2016 at 5am</time></p>"
        "</blockquote>",
        [],
        False,
    ),
    "post of a page": (
        "<blockquote class='fb-xfbml-parse-ignore' cite='https://www.facebook.com/x'><p>Panen</p>Dikirim oleh"
        " <a href='https://www.facebook.com/x'>Rani</a></blockquote>",
        [],
        False,
    ),
    "post in AMP": (
        "<amp-twitter data-tweetid='1'><blockquote placeholder><p>Panen.</p>— Rani (@rani)</blockquote></amp-twitter>",
        [],
        False,
    ),
    "quotation signed": (
        "<blockquote><p>Panen kopi dimulai.</p><p>— Rani (petani)</p></blockquote>",
        ["Panen kopi dimulai.", "— Rani (petani)"],
        False,
    ),
    "card of another article": (
        "<div><a href='/read/2026/07/23/1/9900002/x'><img src='/t.jpg'><h4>Harga Nikel Naik Tajam di Morowali</h4>"
        "<span>2 jam lalu</span></a></div>",
        [],
        False,
    ),
    "heading that is linked": (
        "<h3><a href='/read/2026/07/23/1/9900002/x'>Kedai Kopi Lereng Utara di Sora</a></h3><p>Buka sejak 1990.</p>",
        ["Kedai Kopi Lereng Utara di Sora", "Buka sejak 1990."],
        False,
    ),
    "label above a film's headline": (f"<div><p>VIDEO</p><p>{O1}</p></div>", [], False),
    "long post": (
        f"<blockquote class='instagram-media'><p>{' '.join([S1, S2, S3] * 4)}</p><p>A post shared by Rani (@rani)</p>"
        "</blockquote>",
        [],
        False,
    ),
    "post that was never closed": (
        "<blockquote class='twitter-tweet'><p>Panen.</p>" + f"<p>{' '.join([S1, S2, S3])}</p>" * 4,
        ["Panen.", *[" ".join([S1, S2, S3])] * 4],
        True,
    ),
    "player in a saved page": (
        "<div class='video-js' id='vjs_video_3'><div>Video Player is loading.</div><div class='vjs-control-bar'><div>"
        "Remaining Time -1:23</div></div><div class='vjs-modal-dialog'><p>Beginning of dialog window.</p><div>"
        + "Text Color White Black Red Green Blue Yellow Magenta Cyan Transparency Opaque. " * 6
        + "</div></div></div>",
        [],
        False,
    ),
    "what only a screen reader tells": (
        f"<p>{S1} <span class='sr-only'>Buka jendela baru</span></p>",
        [S1],
        False,
    ),
    "slot of a network": (
        "<div id='taboola-mid-article'><h3>Pilihan</h3><a href='https://ad.example/x'>Trik Hilangkan Nyeri</a></div>",
        [],
        False,
    ),
    "tags that are no links": ("<p>Tags: kopi, panen raya</p>", [], True),
    "report of a paper": ("<p>(Laporan Wartawan Tribun Sora, Budi Santoso)</p>", [], True),
    "who filmed": ("<p>Video editor: Budi Santoso</p>", [], True),
    "reporter below a film's data": (
        "<p>Judul: Panen</p><p>Durasi: 90 menit</p><p>Reporter: Budi Santoso</p>",
        ["Judul: Panen", "Durasi: 90 menit"],
        True,
    ),
    "K24 x no class": (
        (
            "<blockquote><p>Kopi sudah panen.</p>&mdash; Rani (@rani) <a"
            ' href="https://x.com/rani/status/12?ref_src=twsrc">July 24, 2026</a></blockquote>'
        ),
        [],
        False,
    ),
    "K24 tiktok no class": (
        (
            '<blockquote cite="https://www.tiktok.com/@rani/video/712"><section><a'
            ' href="https://www.tiktok.com/@rani">@rani</a><p>Panen kopi #kopi</p></section></blockquote>'
        ),
        [],
        False,
    ),
    "K24 tiktok short address": (
        '<blockquote cite="https://vt.tiktok.com/ZSabc/"><p>@rani</p><p>Panen kopi #kopi</p></blockquote>',
        [],
        False,
    ),
    "label that calls readers, above a link to another house": (
        (
            '<p><strong>Simak Ini Juga Yuk Sahabat!</strong></p><p><a href="https://www.sora.id/kopi/12">Harga Kopi'
            " Naik, Petani Sora Menunda Panen Raya</a></p>"
        ),
        [],
        False,
    ),
    "taken from an article": ('<p>Diolah dari artikel di Sora.com berjudul "Panen Kopi"</p>', [], True),
    "K24 fb div": (
        (
            '<div class="fb-post" data-href="https://www.facebook.com/rani/posts/12"><blockquote'
            ' cite="https://www.facebook.com/rani/posts/12"><p>Panen kopi.</p>Dikirim oleh <a'
            ' href="#">Rani</a></blockquote></div>'
        ),
        [],
        False,
    ),
    "K24 fb video xfbml": (
        (
            '<div class="fb-video" data-href="https://www.facebook.com/watch/?v=12"><div'
            ' class="fb-xfbml-parse-ignore"><blockquote><p>Panen kopi</p></blockquote></div></div>'
        ),
        [],
        False,
    ),
    "K24 threads": (
        (
            '<blockquote class="text-post-media"'
            ' data-text-post-permalink="https://www.threads.net/@rani/post/C1"><a'
            ' href="https://www.threads.net/@rani/post/C1"><div>View on Threads</div></a></blockquote>'
        ),
        [],
        False,
    ),
    "K24 threads.com no class": (
        (
            '<blockquote><a href="https://www.threads.com/@rani/post/C1">Post by @rani</a><p>View on'
            " Threads</p></blockquote>"
        ),
        [],
        False,
    ),
    "K24 telegram": (
        '<blockquote class="telegram-post"><a href="https://t.me/sora/12">Telegram</a></blockquote>',
        [],
        False,
    ),
    "K24 spotify iframe": ('<iframe src="https://open.spotify.com/embed/episode/1">Dengarkan</iframe>', [], False),
    "K24 youtube iframe fallback": (
        '<div class="video-container"><iframe src="https://www.youtube.com/embed/x"></iframe></div>',
        [],
        False,
    ),
    "K24 bluesky": (
        (
            '<blockquote class="bluesky-embed"><p>Kopi.</p>— <a'
            ' href="https://bsky.app/profile/rani">Rani</a></blockquote>'
        ),
        [],
        False,
    ),
    "K24 bluesky noclass": (
        (
            "<blockquote><p>Kopi.</p>— Rani (<a"
            ' href="https://bsky.app/profile/rani.bsky.social/post/3k">@rani</a>)</blockquote>'
        ),
        [],
        False,
    ),
    "K24 reddit": (
        (
            '<blockquote class="reddit-embed-bq"><a'
            ' href="https://www.reddit.com/r/kopi/comments/1/">Kopi</a> by u/rani</blockquote>'
        ),
        [],
        False,
    ),
    "K24 linkedin": (
        '<iframe src="https://www.linkedin.com/embed/feed/update/1" title="Embedded post"></iframe>',
        [],
        False,
    ),
    "K24 true: quoted tweet": (
        "<blockquote><p>“Kopi sudah panen,” tulis Rani di akun X miliknya.</p></blockquote>",
        ["“Kopi sudah panen,” tulis Rani di akun X miliknya."],
        False,
    ),
    "K24 true: quote w/ source link": (
        ('<p>“Kopi sudah panen,” tulis <a href="https://x.com/rani/status/12">Rani di X</a>, Jumat.</p>'),
        ["“Kopi sudah panen,” tulis Rani di X, Jumat."],
        False,
    ),
    "K24 true: blockquote with link to post": (
        (
            "<blockquote>“Kopi sudah panen lebih awal,” tulis Rani dalam <a"
            ' href="https://www.instagram.com/p/Abc/">unggahan</a> yang disukai ribuan orang,'
            " Jumat.</blockquote>"
        ),
        ["“Kopi sudah panen lebih awal,” tulis Rani dalam unggahan yang disukai ribuan orang, Jumat."],
        False,
    ),
    "K24 true: address of gov": (
        "<p>Pendaftaran dibuka di:</p><p>https://sora.go.id/daftar</p>",
        ["Pendaftaran dibuka di:", "https://sora.go.id/daftar"],
        False,
    ),
    "K24 true: fb named div": (
        '<div class="fb-page-title"><p>Halaman itu dihapus pada Senin malam, kata Rani.</p></div>',
        ["Halaman itu dihapus pada Senin malam, kata Rani."],
        False,
    ),
}


@pytest.mark.parametrize("line", GONE)
def test_line_goes(line: str) -> None:
    assert read("okezone", f"<p>{FIRST}</p><p>{line}</p><p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("line", STAYS)
def test_line_stays(line: str) -> None:
    assert read("okezone", f"<p>{FIRST}</p><p>{line}</p><p>{LAST}</p>").text == f"{FIRST}\n\n{line}\n\n{LAST}"


@pytest.mark.parametrize(("html", "right", "at_end"), MADE.values(), ids=MADE)
def test_made_of_elements(html: str, right: list[str], at_end: bool) -> None:
    wanted = [FIRST, LAST, *right] if at_end else [FIRST, *right, LAST]
    body = f"<p>{FIRST}</p><p>{LAST}</p>{html}" if at_end else f"<p>{FIRST}</p>{html}<p>{LAST}</p>"
    assert read("kompas", body).text.split("\n\n") == wanted


UNLUCKY = (
    "share", "social", "follow", "tags", "widget", "promo", "sponsor", "subscribe", "disclaimer", "caption",
    "newsletter", "copyright", "banner", "ads", "related", "komentar",
)  # fmt: skip


@pytest.mark.parametrize(
    "box",
    [
        "<div id='disqus_thread'><p>Komentar pembaca akan dimuat di sini.</p></div>",
        "<div class='fb-comments'><p>Komentar pembaca akan dimuat di sini.</p></div>",
        "<div class='sharedaddy'><h3>Bagikan ini:</h3><ul><li><a>Facebook</a></li><li><a>X</a></li></ul></div>",
    ],
)
def test_a_box_that_a_program_fills_goes(box: str) -> None:
    assert read("okezone", f"{BODY}{box}").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("name", UNLUCKY)
def test_an_article_in_a_box_with_an_unlucky_name_stays(name: str) -> None:
    lines = [f"Kalimat nomor {n} di dalam kotak itu cukup panjang untuk sebuah berita di portal." for n in range(8)]
    article = read("okezone", f"<div class='{name}'>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>")
    assert article.text.split("\n\n") == lines


LISTED = f"<div><b>Berita Terkait</b><ul><li>{O1}</li><li>{O2}</li></ul></div>"


@pytest.mark.parametrize("name", ["ads-wrapper", "related-content", "artikel-terkait", "iklan-tengah", "banner-isi"])
@pytest.mark.parametrize("inner", ["", LISTED], ids=["alone", "with related links"])
def test_a_short_article_alone_in_such_a_box_stays(name: str, inner: str) -> None:
    box = f"<div class='{name}'><p>{FIRST}</p>{inner}<p>{LAST}</p></div><div class='end'></div>"
    assert read("okezone", box).text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "box",
    [
        "<div class='ads-box'><p>Beli sepatu di Toko Langkah.</p></div>",
        "<div class='related-box'><p>Beli sepatu di Toko Langkah.</p><p>Harga turun sampai akhir bulan.</p></div>",
        f"<div class='related-box'><div><h4>{O1}</h4><p>{S1}</p></div><div><h4>{O2}</h4><p>{S2}</p></div></div>",
    ],
)
def test_what_stands_alone_in_such_a_box_may_be_no_article(box: str) -> None:
    with pytest.raises(NotAnArticle, match="no text"):
        read("okezone", box)


# rows, cells and odd elements between two sentences
ELEMENTS: dict[str, tuple[str, list[str]]] = {
    "rowspan in the middle": (
        "<table><tr><td>A</td><td rowspan=2>Sora</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>",
        ["A Sora 1", "B Sora 2"],
    ),
    "rowspan at the end": (
        "<table><tr><td>A</td><td rowspan=2>Sora</td></tr><tr><td>B</td></tr></table>",
        ["A Sora", "B Sora"],
    ),
    "list in a cell": (
        "<table><tr><td>Bahan</td><td>Isi:\n<ul>\n<li>Kopi</li>\n<li>Gula</li>\n</ul></td></tr></table>",
        ["Bahan Isi: Kopi, Gula"],
    ),
    "list of sentences in a cell": (
        "<table><tr><td>Aturan</td><td><ul><li>Kopi dijemur.</li><li>Gula disimpan.</li></ul></td></tr></table>",
        ["Aturan", "Kopi dijemur.", "Gula disimpan."],
    ),
    "list of links in a cell": (
        "<table><tr><td>Bahan</td><td><ul><li><a href='/k'>Kopi</a></li><li>Gula</li></ul></td></tr></table>",
        ["Bahan", "Kopi", "Gula"],
    ),
    "rowspan to the end": ("<table><tr><td rowspan=0>Sora<td>1<tr><td>2</table>", ["Sora 1", "Sora 2"]),
    "rowspan with p": (
        "<table><tr><td rowspan=2><p>Sora</p></td><td><p>1</p></td></tr><tr><td><p>2</p></td></tr></table>",
        ["Sora 1", "Sora 2"],
    ),
    "button in front": ("<p><button>Rp5.000</button> adalah harga kopi.</p>", ["Rp5.000 adalah harga kopi."]),
    "button at the end": ("<p>Harga kopi kini <button>Rp5.000</button></p>", ["Harga kopi kini Rp5.000"]),
    "button in bold": ("<p>Tekan <b><button>Kirim</button></b> untuk selesai.</p>", ["Tekan Kirim untuk selesai."]),
    "button behind a sentence": ("<p>Ia pulang. <button>Bagikan</button></p>", ["Ia pulang."]),
    "nested q": ("<p>Katanya, <q>Bu Ratna bilang <q>pulang</q></q>.</p>", ["Katanya, “Bu Ratna bilang ‘pulang’”."]),
    "unseen from behind": ("<p>Kopi.<br style='backface-visibility: hidden'/>Gula.</p>", ["Kopi.", "Gula."]),
    "q with quotes": ("<p>Katanya, <q>“Saya pulang”</q>.</p>", ["Katanya, “Saya pulang”."]),
    "smiley": ("<p>Senang <img class='wp-smiley' alt=':)' src='/s.gif'> sekali.</p>", ["Senang :) sekali."]),
    "flag": ("<p>Dukung <img alt='🇮🇩' src='/e.svg'> selalu.</p>", ["Dukung 🇮🇩 selalu."]),
    "numbers in one column": (
        "<table><tr><th>No</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>",
        ["No", "1", "2"],
    ),
}


@pytest.mark.parametrize(("html", "right"), ELEMENTS.values(), ids=ELEMENTS)
def test_elements(html: str, right: list[str]) -> None:
    assert read("viva", f"<p>{FIRST}</p>{html}<p>{LAST}</p>").text.split("\n\n") == [FIRST, *right, LAST]


# behind the last sentence
DIGITS: list[tuple[str, list[str]]] = [
    ("<p>~R #kopi #panen</p>", []),
    ("<p>Tagarnya ~R #kopi.</p>", ["Tagarnya ~R #kopi."]),
    ("<p>1 2 3</p>", []),
    ("<p>« 1 2 3 »</p>", []),
    ("<p>1 2 3 Selanjutnya</p>", []),
    ("<p>Halaman 1 2 3 Next</p>", []),
    ("<p>1 | 2 | 3</p>", []),
    ("<p>[1] [2] [3]</p>", []),
    ("<p>Halaman 1/3</p>", []),
    ("<p>1/8</p>", []),
    ("<p>Skalanya:</p><p>1/8</p>", ["Skalanya:", "1/8"]),
    ("<p>Ia menang tipis.</p><p>3/4</p>", ["Ia menang tipis.", "3/4"]),
    ("<p>Page 1 of 3</p>", []),
    ("<p>Skor akhir:</p><p>1 2</p>", ["Skor akhir:", "1 2"]),
    ("<p>Ia menghitung mundur.</p><p>3</p><p>2</p><p>1</p>", ["Ia menghitung mundur.", "3", "2", "1"]),
    ("<table><tr><th>No</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>", ["No", "1", "2"]),
    ("<p>1945</p>", ["1945"]),
    ("<p>#kopi #panen</p>", []),
    ("<p>Tagar itu:</p><p>#kopi #panen</p>", ["Tagar itu:", "#kopi #panen"]),
]


@pytest.mark.parametrize(("html", "right"), DIGITS)
def test_digits_at_the_end(html: str, right: list[str]) -> None:
    assert read("okezone", BODY + html).text.split("\n\n") == [FIRST, LAST, *right]


@pytest.mark.parametrize("site", ["okezone", "kompas", "cnnindonesia"])
def test_what_stands_behind_halaman_selanjutnya_stays(site: str) -> None:
    assert read(site, f"<p>{FIRST}</p><p>Halaman selanjutnya</p><p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"


# -- two boxes -------------------------------------------------------------------------------------------

NEXT = "<p>Cerita lain yang sama sekali berbeda dari artikel di atas ini.</p><p>Kalimat kedua cerita lain itu.</p>"
LINKED = "<a href='/read/2026/07/23/1/9900009/judul-lain-sekali-ya'>"
# what stands around another article's box, or a copy of this one's
BEHIND: dict[str, tuple[str, str]] = {
    "in a named section": ("<section class='next-article'><h2>Judul Lain</h2>{}</section>", NEXT),
    "under a linked headline": (f"<div class='x'><h2>{LINKED}Judul Lain Sekali</a></h2>{{}}</div>", NEXT),
    "in an aside": ("<aside><h3>Judul Lain</h3>{}</aside>", NEXT),
    "copy": ("<div class='d-md-none'>{}</div>", BODY),
    "copy with a pointer": ("<div class='amp'>{}</div>", BODY.replace("</p><p>", f"</p><p>Baca juga: {O1}</p><p>")),
    "copy that is cut": ("<div class='print'>{}</div>", f"<p>{FIRST}</p>"),
    "copy with other spaces": ("<div>{}</div>", BODY.replace(" - ", "  –  ")),
}


@pytest.mark.parametrize("site", ["okezone", "kompas", "viva", "cnnindonesia"])
@pytest.mark.parametrize(("around", "inner"), BEHIND.values(), ids=BEHIND)
def test_another_box_goes(site: str, around: str, inner: str) -> None:
    article = read(site, below=around.format(SITES[site][2].format(body=inner)))
    assert article.text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("site", ["okezone", "kompas", "viva", "cnnindonesia"])
def test_another_part_of_the_article_stays(site: str) -> None:
    part = SITES[site][2].format(body=f"<h2>Sub-judul Kedua</h2><p>{S1}</p><p>{S2}</p>")
    assert read(site, below=part).text.split("\n\n") == [FIRST, LAST, "Sub-judul Kedua", S1, S2]


def test_of_a_copy_the_longer_counts() -> None:
    whole = SITES["okezone"][2].format(body=BODY + f"<p>{S1}</p>")
    assert read("okezone", below=f"<div>{whole}</div>").text.split("\n\n") == [FIRST, LAST, S1]


# -- structured data -------------------------------------------------------------------------------------

OWN: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2026-07-24T15:18:24+07:00",
    "author": {"@type": "Person", "name": "Budi Santoso"},
    "description": "Panen maju tiga pekan.",
}
FOREIGN: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": OTHER_TITLE,
    "datePublished": "2026-07-20T08:00:00+07:00",
    "isAccessibleForFree": False,
    "author": {"@type": "Person", "name": "Rani Kusuma"},
    "description": "Ringkasan artikel lain.",
}
PLACED = {**FOREIGN, "mainEntityOfPage": {"@id": "https://x.example.com/2026/07/20/judul-lain-sekali"}}
STATED: dict[str, str] = {
    "another first": script(PLACED) + script(OWN),
    "in a graph": script({"@graph": [PLACED, OWN]}),
    "in a list": script([PLACED, {"@type": "BreadcrumbList", "itemListElement": []}, OWN]),
    "of a list of items": script({"@type": "ItemList", "itemListElement": [{"item": PLACED}]}) + script(OWN),
    "headline escaped": script(PLACED) + script({**OWN, "headline": TITLE.replace("Lebih", "&quot;Lebih&quot;")}),
    "headline in capitals": script(PLACED) + script({**OWN, "headline": TITLE.upper()}),
    "headline cut": script(FOREIGN) + script({**OWN, "headline": TITLE[:18] + "…"}),
    "another's live report": script({**PLACED, "@type": "LiveBlogPosting"}) + script(OWN),
    "type in small letters": script({**OWN, "@type": "newsarticle"}),
    "type with an address": script({**OWN, "@type": ["https://schema.org/NewsArticle"]}),
    "type with an address that ends in a slash": script({**OWN, "@type": "http://schema.org/NewsArticle/"}),
    "type with a prefix": script({**OWN, "@type": "schema:NewsArticle"}),
    "keys with a prefix": script({f"schema:{k}" if k[0] != "@" else k: v for k, v in OWN.items()}),
    "type without a sign": script({"type": "NewsArticle", **{k: v for k, v in OWN.items() if k != "@type"}}),
}


@pytest.mark.parametrize("site", ["tempo", "cnnindonesia"])
@pytest.mark.parametrize("head", STATED.values(), ids=STATED)
def test_structured_data_of_the_page_counts(site: str, head: str) -> None:
    article = read(site, head=head)
    assert (article.authors, article.published_at, article.kind) == (["Budi Santoso"], MOMENT, "article")
    assert (article.summary, article.paywalled) == ("Panen maju tiga pekan.", False)


@pytest.mark.parametrize("foreign", [FOREIGN, PLACED], ids=["by its headline", "by its address"])
def test_structured_data_of_another_article_is_not_read(foreign: dict[str, Any]) -> None:
    article = read("tempo", head=script(foreign))
    assert (article.authors, article.published_at, article.summary, article.paywalled) == ([], None, None, False)


HOUSES_AS_AUTHORS: list[Any] = [
    {"@type": "Organization", "name": "Lembah Sora Media"},
    {"@type": ["Organization"], "name": "Lembah Sora Media"},
    {"@type": "NewsMediaOrganization", "name": "Lembah Sora Media"},
    {"@type": "https://schema.org/Organization", "name": "Lembah Sora Media"},
    {"@type": "Corporation", "name": "Sora Jaya"},
]


@pytest.mark.parametrize("desk", ["Cek Fakta Okezone", "Redaksi Okezone", "Tim Okezone"])
def test_a_desk_named_by_its_house_is_no_author(desk: str) -> None:
    assert without_brands([desk, "Budi Santoso"], "okezone") == ["Budi Santoso"]


@pytest.mark.parametrize("author", HOUSES_AS_AUTHORS)
def test_a_house_is_no_author(author: Any) -> None:
    assert read("cnnindonesia", head=script({**OWN, "author": author})).authors == []
    several = [{"@type": "Person", "name": "Budi Santoso"}, author]
    assert read("cnnindonesia", head=script({**OWN, "author": several})).authors == ["Budi Santoso"]


# -- paywalls --------------------------------------------------------------------------------------------

OFFERS = (
    "Berlangganan Tempo+ untuk membaca selengkapnya",
    "Baca berita selengkapnya dengan berlangganan Tempo+",
    "Artikel ini hanya untuk pelanggan Tempo",
    "Artikel ini khusus pelanggan Kompas+",
    "Silakan berlangganan untuk membaca artikel selengkapnya",
    "Sudah berlangganan? Masuk di sini",
    "Berlangganan Kompas.id untuk membaca artikel ini",
    "Konten ini hanya untuk pelanggan premium. Silakan login atau berlangganan.",
    "Lanjutkan membaca dengan berlangganan",
    "Log in untuk melanjutkan membaca",
    "Anda telah mencapai batas artikel gratis bulan ini",
    "Anda telah membaca 3 artikel gratis bulan ini",
    "Masuk untuk membaca artikel ini",
    "Silakan login terlebih dahulu untuk membaca selengkapnya",
    "Anda sudah membaca 3 artikel gratis bulan ini. Berlangganan untuk melanjutkan membaca.",
    "Artikel gratis Anda bulan ini sudah habis. Berlangganan sekarang.",
    "Lanjutkan membaca dengan akun premium",
    "Untuk membaca artikel ini secara lengkap, silakan berlangganan.",
    "Tersisa 80% dari artikel ini. Langganan untuk membaca seluruhnya.",
)
FREE_LINES = (
    "Warga berlangganan koran desa seharga Rp5.000 per bulan.",
    "Ia berlangganan Tempo sejak 1980, kata Rani.",
    "Kini 5.000 orang berlangganan untuk membaca laporan itu, kata Rani.",
    "Berlangganan koran membuat warga desa rajin membaca, kata Bu Ratna.",
    "Anda telah membaca 3 artikel dalam buku itu, kata Rani.",
    "Masuk untuk membaca buku itu gratis, kata petugas.",
    "Untuk membaca artikel itu, warga harus masuk kelas.",
    "Tersisa 80% dari artikel itu, kata Rani.",
)


@pytest.mark.parametrize("site", ["tempo", "kompas", "okezone"])
@pytest.mark.parametrize("line", OFFERS)
def test_an_offer_is_a_paywall_and_no_text(site: str, line: str) -> None:
    article = read(site, f"{BODY}<p>{line}</p>")
    assert (article.text, article.paywalled) == (f"{FIRST}\n\n{LAST}", True)


@pytest.mark.parametrize(
    "below",
    [
        "<p>Berlangganan untuk lanjutkan membaca.</p><p>Kami menanam kabar, dengan hati.</p>"
        "<p>Manfaat berlangganan Sora Digital? Lihat Di sini</p>",
        "<ul><li>Akses edisi mingguan dari Tahun 1971</li><li>Akses penuh seluruh artikel Sora+</li>"
        "<li>Baca dengan lebih sedikit gangguan iklan</li><li>Anda Mendukung Independensi Jurnalisme Sora</li></ul>",
    ],
)
def test_a_list_of_what_a_subscriber_gets_is_an_offer(below: str) -> None:
    article = read("tempo", f"{BODY}{below}")
    assert (article.text, article.paywalled) == (f"{FIRST}\n\n{LAST}", True)


def test_a_list_of_what_readers_do_is_text() -> None:
    items = ["Baca artikel dengan teliti", "Akses arsip desa", "Dapatkan majalah desa"]
    article = read("tempo", f"{BODY}<p>Pesan Ratna:</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
    assert article.text.endswith("\n\n".join(items))
    assert not article.paywalled


@pytest.mark.parametrize(
    ("call", "gone"),
    [
        ('Selengkapnya silakan baca di <a href="/read/2026/07/23/337/9900002/lain">sini</a>.', True),
        ("Selengkapnya silakan baca di sini.", False),
        ('Panduan itu ia taruh di <a href="/read/2026/07/23/337/9900002/lain">sini</a>.', False),
    ],
)
def test_a_linked_call_behind_the_last_sentence_goes(call: str, gone: bool) -> None:
    text = read("kompas", f"<p>{FIRST}</p><p>{S1} {S2} {call}</p><p>{LAST}</p>").text
    assert (f"{S2}\n" in text) == gone


@pytest.mark.parametrize("line", FREE_LINES)
def test_a_sentence_about_subscribers_is_text(line: str) -> None:
    article = read("tempo", f"{BODY}<p>{line}</p>")
    assert (article.text, article.paywalled) == (f"{FIRST}\n\n{LAST}\n\n{line}", False)


@pytest.mark.parametrize("value", [False, "False", "false", "http://schema.org/False", 0, "no"])
def test_not_free(value: object) -> None:
    assert read("tempo", head=script({**OWN, "isAccessibleForFree": value})).paywalled
    assert read("tempo", head=script([OWN, {"@type": "WebPage", "isAccessibleForFree": value}])).paywalled
    parts = [{"isAccessibleForFree": "True"}, {"isAccessibleForFree": value}]
    assert read("tempo", head=script({**OWN, "hasPart": parts})).paywalled


@pytest.mark.parametrize("value", [True, "True", "https://schema.org/True", 1, None])
def test_free(value: object) -> None:
    assert not read("tempo", head=script({**OWN, "isAccessibleForFree": value})).paywalled


@pytest.mark.parametrize(("tier", "paywalled"), [("locked", True), ("metered", True), ("free", False)])
def test_content_tier(tier: str, paywalled: bool) -> None:
    assert read("kompas", head=f'<meta property="article:content_tier" content="{tier}">').paywalled == paywalled


# -- who wrote it ----------------------------------------------------------------------------------------

CAPTIONS = [
    ("Panen kopi. ANTARA FOTO/Budi Santoso/rwa.", "Panen kopi.", "ANTARA FOTO/Budi Santoso/rwa"),
    ("ANTARA FOTO/Budi Santoso", None, "ANTARA FOTO/Budi Santoso"),
    ("Panen kopi. REUTERS/Budi Santoso/File Photo", "Panen kopi.", "REUTERS/Budi Santoso/File Photo"),
    ("Panen kopi. AFP PHOTO/BUDI SANTOSO", "Panen kopi.", "AFP PHOTO/BUDI SANTOSO"),
    ("Panen kopi. TEMPO/Budi Santoso", "Panen kopi.", "TEMPO/Budi Santoso"),
    ("Panen kopi. BUDI SANTOSO | TEMPO", "Panen kopi.", "BUDI SANTOSO | TEMPO"),
    ("Panen kopi. BUDI SANTOSO l Tempo.", "Panen kopi.", "BUDI SANTOSO l Tempo"),
    ("Panen kopi. (Liputan6.com/Budi)... Selengkapnya", "Panen kopi.", "Liputan6.com/Budi"),
    ("Ratna mengira harganya naik.... Selengkapnya", "Ratna mengira harganya naik.", None),
    ("panen-kopi-140202-a.jpg", None, None),
    ("Panen kopi, Senin (23/11) Hak Cipta: Sora.com/Budi", "Panen kopi, Senin (23/11)", "Sora.com/Budi"),
    ("Panen kopi. /Budi Santoso/Antara", "Panen kopi.", "Budi Santoso/Antara"),
    ("Panen kopi TRIBUNNEWS/BUDI SANTOSO", "Panen kopi", "TRIBUNNEWS/BUDI SANTOSO"),
    ("KOMPAS.COM/BUDI SANTOSO Warga memanen kopi di Sora.", "Warga memanen kopi di Sora.", "KOMPAS.COM/BUDI SANTOSO"),
    ("Panen kopi. Getty Images", "Panen kopi.", "Getty Images"),
    ("Panen kopi. Unsplash/@budi", "Panen kopi.", "Unsplash/@budi"),
    ("Panen kopi (ist)", "Panen kopi", "ist"),
    ("Panen kopi (Istimewa)", "Panen kopi", "Istimewa"),
    ("Panen kopi/Ist", "Panen kopi", "Ist"),
    ("Panen kopi (Budi Santoso/Jawa Pos)", "Panen kopi", "Budi Santoso/Jawa Pos"),
    ("Panen kopi. - (Republika/Budi Santoso)", "Panen kopi.", "Republika/Budi Santoso"),
    ("Panen kopi. ©2026 Merdeka.com/Budi", "Panen kopi.", "©2026 Merdeka.com/Budi"),
    ("©2026 Merdeka.com", None, "©2026 Merdeka.com"),
    ("Panen kopi. Photo credit: Budi", "Panen kopi.", "Budi"),
    ("Panen kopi. Courtesy of Sora FC", "Panen kopi.", "Sora FC"),
    ("Panen kopi. (via REUTERS)", "Panen kopi.", "REUTERS"),
    ("Panen kopi. dok. pribadi", "Panen kopi.", "dok. pribadi"),
    ("Panen kopi ©2026 REUTERS/Budi", "Panen kopi", "©2026 REUTERS/Budi"),
    ("Panen kopi Dok. Koperasi Sora", "Panen kopi", "Dok. Koperasi Sora"),
    ("Foto: Rani (kiri), Jumat (24/7). (Getty Images/Budi)", "Rani (kiri), Jumat (24/7).", "Getty Images/Budi"),
    ("Ilustrasi: panen kopi saat kemarau (sumber: sora.org)", "Ilustrasi: panen kopi saat kemarau", "sora.org"),
    *(
        (line, line, None)
        for line in (
            "Rani (berbaju merah)", "Tim Sora (dua dari kiri)", "Apel pasukan TNI/Polri",
            "Rani. Antara dua bukit itu ada sungai.", "Gedung Angkasa Pura (AP)",
            "Konser AC/DC (Jakarta)", "Kapal Viva/Sora (biru)", "Suara/hati rakyat di desa",
            "Rani (kiri), Siti (kanan)",
            "Tampilan YouTube/TikTok", "Tim Detasemen Khusus (DK)", "Panen di Sora, Jumat (24/7)",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "caption", "credit"), CAPTIONS)
def test_a_caption_and_whose_the_picture_is(printed: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(printed) == (caption, credit)


NAMED: list[tuple[str, list[str], str | None]] = [
    ("Kantor Berita Antara", [], "Antara"),
    ("Kontributor Jawa Tengah: Budi Santoso", ["Budi Santoso"], None),
    ("Budi Santoso @budis", ["Budi Santoso"], None),
    ("Budi Santoso Follow", ["Budi Santoso"], None),
    ("Budi Santoso, tvOne", ["Budi Santoso"], None),
    ("Red", [], None),
    ("Dr. Budi Santoso, M.Si.", ["Dr. Budi Santoso"], None),
    ("Ir. Budi Santoso, M.T. dan Siti Aminah, S.H.", ["Ir. Budi Santoso", "Siti Aminah"], None),
    ("Budi Santoso bersama Siti Aminah", ["Budi Santoso", "Siti Aminah"], None),
    ("Budi Santoso; Siti Aminah", ["Budi Santoso", "Siti Aminah"], None),
    ("Budi Santoso, Siti Aminah dan Tim Liputan", ["Budi Santoso", "Siti Aminah"], None),
    ("Oleh Budi Santoso, Siti Aminah/Antara", ["Budi Santoso", "Siti Aminah"], "Antara"),
    ("(Penulis: Budi Santoso)", ["Budi Santoso"], None),
    ("Penulis: Budi Santoso | Editor: Siti Aminah", ["Budi Santoso"], None),
    ("Laporan Budi Santoso dari Sora", ["Budi Santoso"], None),
    ("Budi Santoso (Reuters)", ["Budi Santoso"], "Reuters"),
    ("Associated Press", [], "AP"),
    ("Tim Burton", ["Tim Burton"], None),
    ("Merdeka Sirait", ["Merdeka Sirait"], None),
    ("Viva Yoga Mauladi", ["Viva Yoga Mauladi"], None),
    ("Antara Wijaya", ["Antara Wijaya"], None),
    ("budi.santoso", ["budi.santoso"], None),
    ("A'yun Zakiyah", ["A'yun Zakiyah"], None),
    ("Budi Santoso Jurnalis", ["Budi Santoso"], None),
    ("Budi Santoso Penulis", ["Budi Santoso"], None),
    ("Reporter: Editor: Siti Aminah", [], None),
    ("Jurnalis Budi Santoso", ["Budi Santoso"], None),
    ("Penulis Budi Santoso Editor Siti Aminah", ["Budi Santoso"], None),
    ("Ditulis oleh: Budi Santoso", ["Budi Santoso"], None),
    ("Laporan Wartawan Tribun Sora, Budi Santoso", ["Budi Santoso"], None),
    ("Laporan Wartawan Sora Pos, Budi Santoso", ["Budi Santoso"], None),
    ("Laporan Wartawan Budi Santoso, Siti Aminah", ["Budi Santoso", "Siti Aminah"], None),
    ("Penulis Kontributor Sabura, Budi Santoso", ["Budi Santoso"], None),
    ("dan Budi Santoso", ["Budi Santoso"], None),
    ("Danang Wijaya", ["Danang Wijaya"], None),
    ("Editha Reporterina", ["Editha Reporterina"], None),
    ("Disadur dari Sora News", [], "Sora News"),
    ("Budi Santoso, dikutip dari Reuters", ["Budi Santoso"], "Reuters"),
    ("Didi dari Sora", ["Didi dari Sora"], None),
    *(
        (line, [], None)
        for line in (
            "Diunggah oleh Budi", "Uploaded by Budi", "Soranewsdotcom",
            "prwir", "PR Wire", "adminjpnn", "Redaktur Pelaksana", "Tim Cek Fakta", "Kementerian Pertanian",
            "Universitas Negeri Sora", "Dinas Kominfo Sora", "PT Sora Abadi", "Humas Polda Sora", "Kumparan NEWS",
            "Content Creator", "SEO Writer", "Social Media", "Guest Author", "Sekretariat Redaksi", "@budisantoso",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "authors", "agency"), NAMED)
def test_names(line: str, authors: list[str], agency: str | None) -> None:
    assert read_byline([line]) == Byline(authors, agency)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("(Laporan Wartawan Tribun Sora, Budi Santoso)", ["Budi Santoso"]),
        ("Kontributor Sora, Budi Santoso", ["Budi Santoso"]),
        ("Pewarta: Budi Santoso", ["Budi Santoso"]),
        ("Jumat, 24 Juli 2026 | 15:18 WIB", []),
        ("oleh Budi Santoso diperbarui 24 Jul 2026, 15:18 WIB", ["Budi Santoso"]),
        ("oleh Tim Liputan 6 Sora diterbitkan 24 Jul 2026, 15:18 WIB", []),
        ("0:00 / 3:24", []),
    ],
)
def test_a_line_above_a_text(line: str, authors: list[str]) -> None:
    article = read("cnnindonesia", f"<p>{line}</p>{BODY}")
    assert (article.text, article.authors) == (f"{FIRST}\n\n{LAST}", authors)


def test_a_day_and_a_clock_above_one_of_several_is_the_texts() -> None:
    stages = ["21 Juli 2026, 10.00 WIB", S1, "22 Juli 2026, 11.00 WIB", S2]
    article = read("cnnindonesia", "".join(f"<p>{stage}</p>" for stage in stages))
    assert article.text.split("\n\n") == stages


@pytest.mark.parametrize(
    "note",
    [
        "BNPB",
        "2-1",
        "U-23",
        "B-737",
        "KH-31",
        "Timnas U-20",
        "TNI AL",
        "PT KAI",
        "B12",
        "NaCl",
        "yoy",
        "RIP",
        "QS 94:5",
        "1945-2010",
        "tepuk tangan",
        "17+",
    ],
)
def test_a_note_in_brackets_is_no_signature(note: str) -> None:
    article = read("okezone", f"<p>{FIRST}</p><p>Ia pulang kemarin. ({note})</p>")
    assert (article.text, article.editors) == (f"{FIRST}\n\nIa pulang kemarin. ({note})", [])


def test_the_source_behind_a_signature_is_the_agency() -> None:
    article = read("okezone", f"{BODY}<p>Sumber: Bola.net (abc/def)</p>")
    assert (article.text, article.agency, article.editors) == (f"{FIRST}\n\n{LAST}", "Bola.net", ["def"])


# -- languages -------------------------------------------------------------------------------------------

WRITTEN: list[tuple[str, str]] = [
    ("jv", "Lare-lare ing Dhusun Sora sami bingah amargi prau buku sampun dumugi malih wonten ing plabuhan."),
    ("jv", "Bupati Sora ngresmikake pasar anyar ing tengah kutha dina Setu. Pasar kuwi bisa ngemot luwih saka rong atus"
     " pedagang, ujare. Warga njaluk supaya regane ora mundhak maneh."),
    ("su", "Bupati Sora ngaresmikeun pasar anyar di tengah kota dina poé Saptu. Éta pasar bisa nampung leuwih ti dua"
     " ratus padagang, saurna. Warga ménta sangkan hargana ulah naék deui."),
    ("en", "Residents of Sora harvested coffee early this year because the rain stopped in May. All of the harvest will"
     " be sold in the city."),
    ("ms", "Penduduk Kampung Sora menuai kopi lebih awal kerana hujan telah berhenti. Harga kopi dijangka meningkat,"
     " kata beliau ketika ditemui pemberita di pejabat kerajaan negeri, manakala pihak polis memaklumkan siasatan"
     " masih dijalankan."),
    ("id", "Ia menyanyikan lagu lawas itu di panggung. “I will be with you and the rest of the world is not for me, it"
     " was the best of the times,” begitu liriknya yang dihafal warga. Penonton ikut bernyanyi dan pulang."),
    ("id", "Kerajaan itu runtuh karena perang, kata Bu Ratna. Polisi mengatakan bahwa korban berkata jujur setelah"
     " petugas datang ke kantor desa pada hari Senin."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), WRITTEN)
def test_language(language: str, text: str) -> None:
    assert language_of(text) == language


# -- pages of 2005 to 2012, by their shape ---------------------------------------------------------------

OLD_TITLE = "Harga Beras Naik di Sora"
OLD_URL = "https://news.okezone.com/read/2009/07/24/337/241001/harga-beras-naik-di-sora"
OLD = [
    "SORA - Harga beras naik di pasar Sora sejak pekan lalu karena panen mundur dua pekan.",
    "Pedagang mengatakan pembeli tetap datang setiap hari walaupun harganya naik dua kali.",
    "Dinas berjanji menambah pasokan pada awal bulan.",
]
BROKEN_LINES = "<br><br>".join(OLD)
COMMENT = "Wah mahal sekali harga beras sekarang, semoga cepat turun lagi ya bapak dan ibu semuanya."
OLD_HEAD = "Jumat, 24 Juli 2009 - 10:12 wib<br>Galih Prasetya - Okezone<br>"
TABLES: dict[str, str] = {
    "comments in the next cell": (
        f"<table><tr><td><font size=5>{OLD_TITLE}</font><br>{OLD_HEAD}<span>{BROKEN_LINES}</span></td>"
        f"<td><h3>Komentar</h3><p>{COMMENT}</p></td></tr></table>"
    ),
    "bold headline": (
        f"<table><tr><td width=500><b>{OLD_TITLE}</b><br><i>Jumat, 24/07/2009 10:12 WIB</i><br>Oleh: Galih Prasetya"
        f"<br><br>{BROKEN_LINES}</td><td>Komentar<br>Rani: {COMMENT}</td></tr></table>"
    ),
    "row by row": (
        f"<table><tr><td><font size=4><b>{OLD_TITLE}</b></font></td></tr><tr><td>Jumat, 24 Juli 2009 - 10:12 wib</td>"
        f"</tr><tr><td>Galih Prasetya - Okezone</td></tr><tr><td>{''.join(f'<p>{line}</p>' for line in OLD)}</td></tr>"
        f"<tr><td><b>Komentar Anda</b><br>{COMMENT}</td></tr></table>"
    ),
    "menu and teasers beside": (
        f"<table><tr><td><a href='/'>Home</a></td><td><div class=judul>{OLD_TITLE}</div><div class=tgl>Jumat, 24 Juli"
        f" 2009 | 10:12 WIB</div><div class=penulis>Galih Prasetya</div><div class=isi>{BROKEN_LINES}</div></td>"
        "<td><a href=/1>Harga Gula Turun</a><br>Ringkasan berita lain tentang harga gula.</td></tr></table>"
    ),
    "tables in a table": (
        f"<table><tr><td><table><tr><td><h1>{OLD_TITLE}</h1></td></tr><tr><td>Jumat, 24 Juli 2009 - 10:12 wib</td></tr>"
        f"<tr><td>Galih Prasetya - Okezone</td></tr></table><table><tr><td>{BROKEN_LINES}</td></tr></table></td>"
        f"<td><table><tr><td>Komentar Pembaca</td></tr><tr><td>{COMMENT}</td></tr></table></td></tr></table>"
    ),
    "comments in the next row": (
        f"<table><tr><td><font size=5>{OLD_TITLE}</font><br>{OLD_HEAD}<br><span>{BROKEN_LINES}</span></td></tr>"
        f"<tr><td><h3>Komentar Pembaca</h3><p>{COMMENT}</p><p>{COMMENT}</p></td></tr></table>"
    ),
    "picture at the left": (
        f"<table><tr><td><font size=5>{OLD_TITLE}</font><br>{OLD_HEAD}<table align=left><tr><td><img src=/a.jpg><br>"
        f"Beras di pasar (Foto: Dok Desa)</td></tr></table><span>{BROKEN_LINES}</span></td></tr></table>"
    ),
}


@pytest.mark.parametrize("body", TABLES.values(), ids=TABLES)
def test_old_tables(body: str) -> None:
    html = f"<html><head><title>{OLD_TITLE} : Okezone News</title></head><body>{body}</body></html>"
    article = extract(html.encode(), OLD_URL, NOW)
    assert article.text.split("\n\n") == OLD
    assert (article.title, article.authors) == (OLD_TITLE, ["Galih Prasetya"])
    assert article.published_at == datetime.fromisoformat("2009-07-24T10:12:00+07:00")


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Ditulis oleh Budi Santoso, disunting oleh Siti Aminah.", ["Budi Santoso"], ["Siti Aminah"]),
        ("Diedit oleh: Siti Aminah", [], ["Siti Aminah"]),
        ("Tim Liputan: Budi Santoso, Rani Wulandari", ["Budi Santoso", "Rani Wulandari"], []),
        ("Laporan Reporter Sora Pos, Budi Santoso dari Sora", ["Budi Santoso"], []),
        ("Budi Santoso / Okezone", ["Budi Santoso"], []),
        ("(Budi Santoso/Siti Aminah)", ["Budi Santoso"], ["Siti Aminah"]),
        ("***bds", [], ["bds"]),
        ("(bds/sora-utara.com)", [], ["bds"]),
        ("(Budi Santoso/Darmo/Siti Aminah)", ["Budi Santoso"], ["Siti Aminah"]),
        ("Penulis Naskah: Budi Santoso", ["Budi Santoso"], []),
        ("(*) Reporting by Budi Santoso", ["Budi Santoso"], []),
        ("Oleh Budi Santoso\nEditor: Siti Aminah", ["Budi Santoso"], ["Siti Aminah"]),
        ("Narator: Darmo Wiyono", [], []),
        ("Video Jurnalis: DWY", [], []),
        ("Videografer:\nDarmo Wiyono\nVideo Editor:\nHamid Basuki", [], []),
        ("(Harian Sora/m27)", [], []),
        ("(berbagai sumber)", [], []),
        ("Voice Over/Video Editor : Darmo/Hamid", [], []),
        ("Kameramen/Editor Video: Darmo Wiyono", [], []),
    ],
)
def test_a_line_below_the_text_names_who_made_it(line: str, authors: list[str], editors: list[str]) -> None:
    lines = [Paragraph(text) for text in (FIRST, LAST, *line.split("\n"))]
    cleaned = strip(lines, Habits(brands="okezone"))
    assert (cleaned.paragraphs, cleaned.authors, cleaned.editors) == ([FIRST, LAST], authors, editors)


@pytest.mark.parametrize(
    ("sign", "agency"),
    [
        ("(kompas.com)", "Kompas.com"),
        ("(detikcom)", "Detikcom"),
        ("(antara)", "Antara"),
        ("(tribun-sora.com)", "Tribun-Sora.com"),
        ("(okezone)", None),
        ("(okezone.com)", None),
    ],
)
@pytest.mark.parametrize("behind", [f"{LAST}\n{{}}", f"{LAST} {{}}"])
def test_a_house_written_small_in_brackets_signs_what_is_its_text(sign: str, agency: str | None, behind: str) -> None:
    lines = [Paragraph(text) for text in (FIRST, *behind.format(sign).split("\n"))]
    cleaned = strip(lines, Habits(brands="okezone"))
    assert (cleaned.paragraphs, cleaned.agency, cleaned.editors) == ([FIRST, LAST], agency, [])


@pytest.mark.parametrize("sign", ["(berbagai sumber)", "(*/dari berbagai sumber)", "(Harian Sora/m27)"])
def test_many_sources_and_a_numbered_code_sign_behind_the_last_sentence(sign: str) -> None:
    assert strip([Paragraph(FIRST), Paragraph(f"{LAST} {sign}")]).paragraphs == [FIRST, LAST]


def test_a_campaign_of_a_house_with_a_charity_is_no_text() -> None:
    asked = (
        "**Sora.com bersama Amal Sora bekerja sama dengan mengajak warga bersedekah melalui rekening: 1. Bank Sora 12."
    )
    assert strip([Paragraph(FIRST), Paragraph(LAST), Paragraph(asked)]).paragraphs == [FIRST, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Petani memetik kopi di Sora, Senin (3/8/2020). ANTARA FOTO/Budi Santoso/aww.",
        "Petani memetik kopi di Sora, Senin (3/8/2020). Foto/SINDOnews/Budi",
        "Petani memetik kopi di Sora, Senin (3/8/2020). Hujan reda.(ANTARA FOTO/BUDI SANTOSO)",
        "Petani memetik kopi. Hujan turun sejak pagi. Foto Sora.id/kia",
    ],
)
def test_a_caption_with_an_agency_s_own_mark_is_one_where_no_picture_stands(line: str) -> None:
    assert strip([Paragraph(FIRST), Paragraph(line), Paragraph(LAST)]).paragraphs == [FIRST, LAST]


def test_captions_that_are_all_a_page_tells_are_its_text() -> None:
    said = "Petani memetik kopi di Sora, Senin (3/8/2020). Hujan reda. ANTARA FOTO/Budi Santoso/aww."
    assert strip([Paragraph(said)]).paragraphs == [said]


@pytest.mark.parametrize("line", ["Unggah dua berkas. Foto KTP/SIM", "Ia menyimpannya. Foto AP/Reuters dipakai Ratna."])
def test_a_photograph_of_one_thing_or_another_is_no_caption(line: str) -> None:
    assert strip([Paragraph(FIRST), Paragraph(line), Paragraph(LAST)]).paragraphs == [FIRST, line, LAST]


@pytest.mark.parametrize("said", ["Ia berseru sekali lagi. (merdeka)", "Daftar ada di laman warga (kompas.com)"])
def test_a_house_written_small_elsewhere_stays(said: str) -> None:
    assert strip([Paragraph(FIRST), Paragraph(said)]).paragraphs == [FIRST, said]


@pytest.mark.parametrize(
    "line",
    [
        "Kaca balai desa Sora pecah akibat angin. (Ist)",
        "Petani Desa Sora. Foto: soracom/ istimewa",
        "Warga bersepeda di alun-alun, Selasa (16/6/2020). Mereka memakai masker. (sora.com/Budi Santoso)",
        "Kolase Kabarsora.id",
    ],
)
def test_a_caption_above_the_dateline_goes_with_its_picture(line: str) -> None:
    dated = f"SORA, Okezone.com - {FIRST.partition(' - ')[2]}"
    assert strip([Paragraph(line), Paragraph(dated), Paragraph(LAST)]).paragraphs == [dated, LAST]
    assert strip([Paragraph(FIRST), Paragraph(line), Paragraph(dated)]).paragraphs == [FIRST, line, dated]


@pytest.mark.parametrize("place", [1, 3])
def test_a_campaign_in_a_picture_list_takes_no_heading_and_no_picture_with_it(place: int) -> None:
    heads = ["1. Darmo memetik kopi", "2. Ratna menjemur kopi di balai desa", "3. Hamid menyeduh kopi untuk tamu"]
    campaign = "<div><p><b>**Ayo berdonasi dengan klik tautan <a href='https://donasi.example/'>ini</a>.</b></p></div>"
    pages = (
        f"<div><h2>{head}</h2><img src='https://x.example/{number}.jpg'>{campaign * (number == place)}</div>"
        for number, head in enumerate(heads, 1)
    )
    article = read("kompas", f"<p>{FIRST}</p><p>{LAST}</p>{''.join(pages)}")
    assert (article.text.split("\n\n"), len(article.images)) == ([FIRST, LAST, *heads], 3)


@pytest.mark.parametrize("box", ["{}", "<div>{}</div>"])
def test_advice_of_the_text_below_a_campaign_stays(box: str) -> None:
    said = "Hindari makanan berminyak sebelum tidur karena lambung bekerja keras."
    campaign = "<p>** #IngatPesanIbu</p><p>Pakai masker, cuci tangan, jaga jarak.</p>"
    text = read("kompas", f"<p>{FIRST}</p>{box.format(campaign)}<p>{said}</p><p>{S1}</p>").text
    assert text.split("\n\n") == [FIRST, said, S1]


@pytest.mark.parametrize("box", ["{}", "<div>{}</div>"])
def test_a_campaign_above_the_rest_of_a_text_ends_nothing(box: str) -> None:
    campaign = "<p>** #IngatPesanIbu</p><p>Pakai masker, cuci tangan, jaga jarak.</p>"
    assert read("kompas", f"<p>{FIRST}</p>{box.format(campaign)}<p>{S1}</p>").text.split("\n\n") == [FIRST, S1]
    donation = f"<p>**Ayo berdonasi untuk warga Sora.</p><p>{S1}</p><p>{S2}</p>"
    assert read("kompas", f"<p>{FIRST}</p>{box.format(donation)}").text.split("\n\n") == [FIRST, S1, S2]


@pytest.mark.parametrize("age", ["Bola 20 jam yang lalu", "3 hari lalu"])
def test_the_age_of_a_page_above_its_text_goes(age: str) -> None:
    assert strip([Paragraph(age), Paragraph(FIRST), Paragraph(LAST)]).paragraphs == [FIRST, LAST]
    assert strip([Paragraph(f"{age} ia tiba."), Paragraph(FIRST)]).paragraphs == [f"{age} ia tiba.", FIRST]


@pytest.mark.parametrize("line", ["Nelayan Sora melaut lagi.", "Harga kopi (robusta) naik: Rp9.000/kg."])
def test_a_lead_above_the_dateline_stays(line: str) -> None:
    assert strip([Paragraph(line), Paragraph(FIRST), Paragraph(LAST)]).paragraphs == [line, FIRST, LAST]


@pytest.mark.parametrize(
    "above",
    ["Ratna menjemur kopi di halaman balai desa.", "2. Ratna menjemur kopi", "2. Ratna menjemur kopi di balai desa."],
)
def test_the_last_heading_of_a_picture_list_stays_above_another_articles_headline(above: str) -> None:
    listed = f"<h2>1. Darmo memetik kopi</h2><p>{LAST}</p><h2>{above}</h2>"
    body = f"<p>{FIRST}</p>{listed}<p>{LINKED}Judul Lain Sekali dari Desa Sebelah</a></p>"
    assert read("kompas", body).text.split("\n\n") == [FIRST, "1. Darmo memetik kopi", LAST, above]


@pytest.mark.parametrize("line", ["Sumber: Instagram/@ratna, Sora.com", "Sumber: Sora.com dan Bima.co.id"])
def test_several_sources_in_a_row_are_no_text(line: str) -> None:
    assert strip([Paragraph(FIRST), Paragraph(LAST), Paragraph(line)]).paragraphs == [FIRST, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Disunting oleh Siti Aminah, buku itu terbit lagi.",
        "Lagu itu ditulis oleh Budi Santoso dan Rani Wulandari.",
        "Grafis: NVIDIA RTX 4050",
        "Budi Santoso, Ketua Kelompok Tani Sora",
    ],
)
def test_a_line_much_like_it_is_the_texts(line: str) -> None:
    cleaned = strip([Paragraph(FIRST), Paragraph(LAST), Paragraph(line)], Habits(brands="okezone"))
    assert cleaned.paragraphs == [FIRST, LAST, line]


@pytest.mark.parametrize(
    "line", ["Jakarta:", "Kontan.co.id - JAKARTA.", "jpnn.com -", "AKURAT.CO,", "TEMPO.CO, Sora –"]
)
def test_a_dateline_by_itself_is_put_before_the_text(line: str) -> None:
    assert strip([Paragraph(line), Paragraph(S1), Paragraph(LAST)]).paragraphs == [f"{line} {S1}", LAST]


@pytest.mark.parametrize(
    ("printed", "caption", "credit"),
    [
        ("Kebun kopi di Sora. / Budi Santoso", "Kebun kopi di Sora.", "Budi Santoso"),
        ("Panen kopi di Sora (Sora Pos/Budi)", "Panen kopi di Sora", "Sora Pos/Budi"),
        ("(Tangkapan layar Instagram @sora)", None, "Tangkapan layar Instagram @sora"),
        ("pexels.com/rani", None, "pexels.com/rani"),
        ("Grafis: Rani Wulandari", None, "Rani Wulandari"),
        ("Grafis: NVIDIA RTX 4050", "Grafis: NVIDIA RTX 4050", None),
        ("Image: kata Inggris untuk citra.", "Image: kata Inggris untuk citra.", None),
    ],
)
def test_a_caption_of_a_house_that_is_not_known_is_split(printed: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(printed) == (caption, credit)
