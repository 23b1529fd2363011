"""What newsrooms promote and print with their texts, tried as a line of its own; and true lines much like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.boilerplate import is_junk
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.habits import Habits
from tests.reading.test_copied import SAID, html
from tests.reading.test_kinds import FIRST, LAST, S1, S2, S3, read
from tests.reading.test_local import read_local

GONE = [
    "Sora TV dapat disaksikan di kanal 11 televisi digital.",
    "Saksikan Liputan6 SCTV setiap hari pukul 12.00 WIB hanya di SCTV.",
    "Tonton tayangan selengkapnya di Sora TV.",
    "Sora TV Live Streaming 24 jam di sora.tv/live",
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
    "Download Apps Soracom Sekarang https://apps.sora.com/x/",
    "Download aplikasi Sorapos.com untuk akses berita lebih mudah: Android: https://bit.ly/x iOS: https://apple.co/x",
    "Ads by",
    "Nyaman tanpa iklan. Langganan SoraPlus",
    "Sanggahan: Artikel ini adalah produk jurnalistik berupa pandangan Sora Research. Keputusan ada pada pembaca.",
    "Sumber gambar, Getty Images",
    "Keterangan gambar, Petani memetik kopi di lereng Sora.",
    "Petani memetik kopi di lereng Sora, Jumat (11/4/2025). (c) AFC",
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
    "Sora TV menggelar debat calon bupati itu pada Senin malam.",
    "Sora TV tayang perdana di kanal 11 pada 2011, kata Ratna.",
    "Sora TV, yang berkantor di Sora, meminta maaf kepada warga.",
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
    "Download aplikasi Sora: https://sora.go.id",
    "Unduh aplikasi Sora Sehat untuk akses lebih mudah ke layanan desa.",
    "Android: https://play.google.com/store/apps/details?id=id.desa.sora",
    "Berita ini telah tayang di Kompas.com pada Senin dan langsung dibantah oleh kepala desa.",
    "Konten ini telah tayang di TikTok.com dan ditonton dua juta kali dalam sehari oleh warga.",
    "Anda bisa berlangganan koran Sora melalui sora.id mulai bulan depan.",
    "Unduh aplikasi Sora Sehat sekarang juga!",
    "Dapatkan informasi pendaftaran hanya di Dinas Pendidikan.",
    "Sanggahan: Artikel ini dianggap bohong oleh kepala desa.",
    "Judul artikel: Menanam Kopi di Lereng",
    "Halaman 1 dari 3 buku itu robek.",
    "Foto oleh Budi Santoso di balai desa itu menang.",
]


@pytest.mark.parametrize("line", STAY)
def test_what_is_told_much_like_it_stays(line: str) -> None:
    body = html([FIRST, S1, line, S2, S3, LAST])
    for page in (read("okezone", body), read_local(body)):
        assert page.text.split("\n\n") == [FIRST, S1, line, S2, S3, LAST]


URL = "https://sora.com/read/2022/01/20/1491624/harga-kopi-naik-lagi"
SHOPS = "Android: http://bit.ly/AppsBisniscomPS", "iOS: http://bit.ly/AppsBisniscomIOS"
APPLICATION = "Download aplikasi Sora.com terbaru untuk akses lebih cepat dan nyaman di sini:"
STAMPS = {
    "a medium with an application": [
        f'Artikel ini telah tayang di Sora.com dengan judul "Harga Kopi Naik Lagi", Klik selengkapnya di sini: {URL}.',
        "Author: Budi Santoso",
        "Editor : Siti Aminah",
        APPLICATION,
        *SHOPS,
    ],
    "a platform of blogs": [
        f'Konten ini telah tayang di Kompasiana.com dengan judul "Menjemur Kopi", Klik untuk baca: {URL}',
        "Kreator: Budi Santoso",
        "Kompasiana adalah platform blog. Konten ini menjadi tanggung jawab bloger.",
    ],
    "a medium and its address": [f'Baca selengkapnya di artikel "Kopi Sora Naik", {URL}'],
    "headline and address": [
        "Artikel ini sudah tayang di Sora.co.id pada hari Kamis, 16 Juni 2022 - 05:59 WIB",
        "Judul Artikel : Harga Kopi Naik Lagi di Sora",
        f"Link Artikel : {URL}",
    ],
    "where it is from": [f'Sumber Artikel berjudul "Kopi Sora Naik", selengkapnya dengan link: {URL}'],
    "who published it": [
        "Artikel ini telah diterbitkan di halaman Sora.com pada Senin, 14 September 2020 - 10:01 WIB oleh Budi dengan"
        f' judul "Kopi Naik". Untuk selengkapnya kunjungi: {URL}',
        "Untuk membaca berita selengkapnya silakan download aplikasi Sora: - Android: https://sin.do/u/x - iOS:"
        " https://sin.do/u/y",
    ],
}


@pytest.mark.parametrize("stamp", STAMPS.values(), ids=STAMPS)
def test_what_a_page_writes_behind_a_copy_goes(stamp: list[str]) -> None:
    for body in (
        html([*SAID, *stamp]),
        html([*SAID, "<br>".join(stamp)]),
        html([*SAID[:-1], f"{LAST} {' '.join(stamp)}"]),
    ):
        for page in (read("okezone", body), read_local(body)):
            assert page.text.split("\n\n") == SAID


def test_the_writer_below_the_address_of_a_copied_text_is_read() -> None:
    below = ["Judul Artikel : Harga Kopi Naik", f"Link Artikel : {URL}", "Oleh : Rani Dewi"]
    cleaned = strip(map(Paragraph, [*SAID, *below]))
    assert (cleaned.paragraphs, cleaned.authors) == (SAID, ["Rani Dewi"])


@pytest.mark.parametrize("stamp", STAMPS.values(), ids=STAMPS)
def test_the_text_behind_it_stays(stamp: list[str]) -> None:
    body = html([FIRST, S1, f"{S2} {' '.join(stamp)} {S3}", LAST])
    for page in (read("okezone", body), read_local(body)):
        assert page.text.split("\n\n") == [FIRST, S1, f"{S2} {S3}", LAST]


def test_a_sentence_behind_a_line_of_where_it_stood_stays() -> None:
    stood = f"Artikel ini telah tayang di Sora.com dengan judul Kopi Naik, {URL}. Penulis: Budi Editor: Siti"
    body = html([FIRST, S1, S3, f"{S2} {stood} {LAST}"])
    for page in (read("okezone", body), read_local(body)):
        assert page.text.startswith("\n\n".join((FIRST, S1, S3, S2)))
        assert page.text.endswith(LAST)


def test_what_a_page_adds_to_each_copy_of_it_goes_from_the_middle() -> None:
    added = 'Baca artikel soraHealth, "Kopi Naik" selengkapnya https://sora.com/a.  Download Apps Sora Sekarang https://x.sora'
    for line in (added, "Download aplikasi Sora.com untuk akses berita: Android: https://x.co/a iOS: https://x.co/b"):
        body = html([FIRST, S1, f"{S2} {line} {S3}", LAST])
        for page in (read("okezone", body), read_local(body)):
            assert page.text.split("\n\n") == [FIRST, S1, f"{S2} {S3}", LAST]


def test_a_caption_below_the_button_of_a_picture_that_is_gone_goes() -> None:
    body = html([FIRST, S1, "Lihat Foto", "Petani kopi(shutterstock)", S2, S3, LAST])
    for page in (read("okezone", body), read_local(body)):
        assert page.text.split("\n\n") == SAID


def test_what_is_promoted_behind_the_last_sentence_goes() -> None:
    call = 'Yuk gabung di Grup Telegram "Sora Update", caranya klik link https://t.me/sora, kemudian join.'
    for page in (
        read("okezone", html([*SAID[:-1], f"{LAST} {call}"])),
        read_local(html([*SAID[:-1], f"{LAST} {call}"])),
    ):
        assert page.text.split("\n\n") == SAID


def test_a_first_line_that_tells_something_is_no_age_of_the_page() -> None:
    for line in ("Gempa 2 hari lalu masih terasa", "Longsor 4 jam lalu"):
        assert read("okezone", html([line, *SAID])).text.split("\n\n") == [line, *SAID]
    for line in ("Ekonomi 3 jam lalu", "Rani Dewi 2 hari lalu", "3 jam yang lalu | Ekonomi"):
        assert read("okezone", html([line, *SAID])).text.split("\n\n") == SAID


@pytest.mark.parametrize(
    ("said", "site", "junk"),
    [
        ("Simak ulasan mendalam soal kopi di ", "Sorapos.com", True),
        ("Baca kabar desa yang lain di sini: ", "sorapos.id", True),
        ("Baca syarat lengkapnya di ", "kopi.go.id", False),
        ("Petani bisa membaca syaratnya di ", "Sorapos.com", False),
        ("Baca, tulis, dan hitung ia ajarkan lewat ", "Sorapos.com", False),
    ],
)
def test_a_call_that_ends_in_a_link_to_the_houses_front_page(said: str, site: str, junk: bool) -> None:
    line = Paragraph(said + site, [(len(said), len(said + site))], elsewhere=True)
    assert is_junk(line, Habits(r"sorapos\w*")) is junk
    assert not is_junk(replace(line, elsewhere=False), Habits(r"sorapos\w*")), "it leads to an article"
