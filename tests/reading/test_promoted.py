"""What newsrooms promote and print with their texts, tried as a line of its own; and true lines much like it."""

from __future__ import annotations

import pytest

from tests.reading.test_copied import SAID, html
from tests.reading.test_kinds import FIRST, LAST, S1, S2, S3, read
from tests.reading.test_local import read_local

GONE = [
    'Mari bergabung di Kanal WhatsApp SoraTekno. Caranya klik link <a href="https://wa.me/x">https://wa.me/x</a>. Anda'
    " harus install aplikasi WhatsApp terlebih dulu di ponsel.",
    "Dapatkan update berita kopi terbaru hanya di Sorapos.com.",
    "Temukan Berita Terkini, Kopi, dan Olahraga hanya di Kabar Sora",
    "Selengkapnya saksikan di kanal YouTube SoraTV untuk update berita terbaru.",
    "Jangan lupa like, comment, dan subscribe channel YouTube SoraTV, aktifkan lonceng.",
    'Dapatkan segera buku "Kopi Sora" melalui gramedia.com.',
    'Versi cetak artikel ini terbit di harian Sora edisi 12 Mei 2023 di halaman 5 dengan judul "Kopi".',
    "Simak selengkapnya di sini: Kopi Sora Naik Lagi",
    "Artikel ini telah naik di detikSora, klik untuk membaca selengkapnya.",
    "Artikel ini sudah tayang di detikSora, baca selengkapnya di sini.",
    "Baca artikel selengkapnya di detikSora, klik di sini.",
    "Sobat bisa berlangganan Tabloid SORA lewat <a href='https://www.sora.id'>www.sora.id</a>. Atau versi elektronik.",
    "Nyaman tanpa iklan. Langganan SoraPlus",
    "Sanggahan: Artikel ini adalah produk jurnalistik berupa pandangan Sora Research. Keputusan ada pada pembaca.",
    "Sumber gambar, Getty Images",
    "Keterangan gambar, Petani memetik kopi di lereng Sora.",
    "ILUSTRASI. Petani memetik kopi.",
    "Ilustrasi kopi. (Sumber: Pixabay)",
    "Photo by Budi Santoso on Unsplash",
    "Gambar: Pexels",
    "Sumber: berbagai sumber",
    "(*/berbagai sumber)",
    "Via: Sorapos.com",
    "Topik: kopi, sora, desa",
    "Halaman 1 dari 3 Selanjutnya",
    "Selanjutnya: Page 2",
    "Medium Large Larger",
    "Text Size: A- A+",
    "0 seconds of 1 minute, 2 secondsVolume 90%",
    "Lihat Sumber Artikel Asli",
    "Jangan lewatkan: <a href='/x'>Harga Nikel Naik Lagi di Morowali</a>",
    '[caption id="attachment_1" align="alignnone" width="300"]Petani memetik kopi[/caption]',
    '[video width="640" mp4="https://sora.com/x.mp4"][/video]',
]


@pytest.mark.parametrize("line", GONE)
def test_what_is_promoted_or_printed_with_a_text_goes(line: str) -> None:
    for page in (read("okezone", html([*SAID, line])), read_local(html([*SAID, line]))):
        assert page.text.split("\n\n") == SAID


STAY = [
    "Mari bergabung di kanal desa. Caranya klik tombol itu, kata Ratna.",
    "Dapatkan bibit kopi terbaru hanya di Balai Benih Sora.",
    "Temukan jawabannya hanya di kebun Darmo, begitu bunyi undangan panen tahun ini.",
    "Saksikan pertunjukan lengkapnya di balai desa pada Minggu pagi.",
    '"Jangan lupa subscribe kanal desa kita," kata Darmo.',
    "Dapatkan buku itu di perpustakaan desa, kata Ratna.",
    "Versi cetak peta itu terbit di Sora tahun lalu, dan dijual murah.",
    "Artikel ini sudah tayang di Sora, baca Ratna keras-keras.",
    "Pembaca bisa berlangganan koran desa lewat Ratna sejak bulan lalu.",
    "Sanggahan: warga menolak tuduhan itu di depan hakim.",
    "Sumber gambar, kata Ratna, belum diketahui.",
    "Topik: kopi, gula, dan teh menjadi pilihan warga",
    "Selanjutnya: petani menjemur kopi selama dua pekan.",
    "Jangan lewatkan: panen raya dimulai Minggu pagi, kata Darmo.",
    "Halaman 1 dari 3 buku itu robek.",
    "Foto oleh Budi Santoso di balai desa itu menang.",
]


@pytest.mark.parametrize("line", STAY)
def test_what_is_told_much_like_it_stays(line: str) -> None:
    body = html([FIRST, S1, line, S2, S3, LAST])
    for page in (read("okezone", body), read_local(body)):
        assert page.text.split("\n\n") == [FIRST, S1, line, S2, S3, LAST]


def test_what_is_promoted_behind_the_last_sentence_goes() -> None:
    call = 'Yuk gabung di Grup Telegram "Sora Update", caranya klik link https://t.me/sora, kemudian join.'
    for page in (
        read("okezone", html([*SAID[:-1], f"{LAST} {call}"])),
        read_local(html([*SAID[:-1], f"{LAST} {call}"])),
    ):
        assert page.text.split("\n\n") == SAID
