"""Texts of one house on the pages of another: what either put above, between and below them."""

from __future__ import annotations

import pytest

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.habits import Habits
from tests.reading.test_copied import ADDRESS, both, html
from tests.reading.test_kinds import FIRST, LAST, S1, S2, S3
from tests.reading.test_local import read_local

SAID = [FIRST, S1, S2, S3, LAST]
HERE = "https://www.sora.com/kebun/kabar/dirjen-kebun-panen-kopi-tidak-berhenti-meski-hujan/"
ACCOUNTS = "IG : https:  / soratv | Youtube : / @soratv | Twitter : / sora_tv | Facebook : / soratv | TikTok: / soratv"
NOTICE = (
    "Artikel ini telah diterbitkan di halaman SINDOnews.com pada Senin, 13 Mei 2024 - 08:35 WIB oleh Ratna dengan judul"
    ' "Harga Kopi Sora Naik". Untuk selengkapnya kunjungi:'
)
BELOW = {
    "where it was, broken into lines": "Artikel ini telah tayang di<br>Sora.com<br>dengan judul<br>"
    f'"Kopi Naik",<br>{HERE}',
    "a box of a network": "<b>UPDATE BERITA SORA NETWORK</b> | Dapatkan update berita pilihan dan breaking news setiap"
    " hari dari Sora.com dengan klik Langganan Google News Sora atau bisa menginstall aplikasi Sora melalui tombol"
    " berikut :",
    "codes, an office, whose it is, and the address": "(YH/DZI/FH/DH/NH/ITR) | Humas Ditjen Kebun | Kementerian Kebun"
    f" dan Kopi | {HERE}",
    "its house's application": f"{NOTICE} | {ADDRESS} | - Android: https://sin.do/u/android"
    " | - iOS: https://sin.do/u/ios",
    "a headline and its address": "Baca Juga Ratna Panggil Budi ke Balai Desa Sora di"
    " https://www.sora.tv/article/299045/...",
    "accounts without their addresses": "Untuk lebih tahu berita terbaru seputar Sora, bisa klik link di bawah:"
    f" | {ACCOUNTS}",
    "a team of its house": "TIM RISET CNBC INDONESIA",
    "its writer, written small, and his paper": "(budi santoso/sora online)",
    "a film that is gone": "Simak Video Sah! Ratna Jadi Ketua, Ini Profilnya<br>[Gambas:Video 20detik]",
}


@pytest.mark.parametrize("line", BELOW.values(), ids=BELOW)
def test_what_stood_below_a_repeated_text_goes(line: str) -> None:
    for text in both(html([*SAID, *line.split(" | ")])):
        assert text == SAID


BEHIND = ["(MC Sora dwl/kna/abc)", "(R-1)", "(budi.job)", "(Sumber: kompas.com"]


@pytest.mark.parametrize("sign", BEHIND)
def test_what_is_behind_the_last_sentence_of_a_repeated_text_goes(sign: str) -> None:
    long = f"{LAST[:-1]}, {'setelah hujan turun di kebun kopi itu, ' * 8}kata Ratna."
    for text in both(html([*SAID[:-1], f"{long} {sign}"])):
        assert text == [*SAID[:-1], long]


STAY = {
    "a desk that the text has": "Golongan R-1 membayar lebih mahal. (R-1)",
    "a call to accounts of another": "Daftar lewat akun ini:",
}


@pytest.mark.parametrize("line", STAY.values(), ids=STAY)
def test_what_is_much_like_it_stays(line: str) -> None:
    for text in both(html([*SAID, line])):
        assert text == [*SAID, line]


def test_whose_text_it_is_stands_in_what_its_house_adds() -> None:
    added = f'Baca artikel detiknews, "Harga Kopi Naik" selengkapnya {ADDRESS}.'
    address = "Sumber : https://bali.tribunnews.com/2022/08/04/dari-kebun-lahir-kopi-sora"
    lines = "Artikel ini telah tayang di<br>Sora.com<br>dengan judul<br>Harga Kopi Naik Lagi"
    sources = {added: "detiknews", NOTICE: "SINDOnews.com", address: "tribunnews.com", lines: "Sora.com"}
    for line, agency in sources.items():
        assert read_local(html([*SAID, line])).agency == agency
    assert strip(map(Paragraph, [FIRST, NOTICE, address])).agency == "SINDOnews.com"
    assert strip(map(Paragraph, [FIRST, added]), Habits("detik")).agency is None
    assert read_local(html([*SAID, "Sumber : https://sora.go.id/kebun/2022/kopi-sora-baru"])).agency is None


HEADS = {
    "of which site": ("Kapanlagi.com - Ditulis oleh Ratna Bulan", FIRST, ["Ratna Bulan"]),
    "from where": ("Laporan Ratna Bulan | Banda Aceh", f"SORANEWS.COM, BANDA ACEH – {FIRST}", ["Ratna Bulan"]),
    "from where, with a letter for the bar": ("Laporan Ratna I Sora", f"SORANEWS.COM, SORA – {FIRST}", ["Ratna"]),
}


@pytest.mark.parametrize(("line", "first", "authors"), HEADS.values(), ids=HEADS)
def test_who_wrote_a_repeated_text_stands_above_it(line: str, first: str, authors: list[str]) -> None:
    article = read_local(html([line, first, S1, S2, S3, LAST]))
    assert article.text.split("\n\n") == [first, S1, S2, S3, LAST]
    assert strip(map(Paragraph, [line, first, S1])).authors == authors


def test_a_name_written_small_in_front_of_a_paper_is_its_writer() -> None:
    said = strip(map(Paragraph, [FIRST, "(budi santoso/sora online)"]))
    assert (said.paragraphs, said.authors, said.editors) == ([FIRST], ["Budi Santoso"], [])


def test_headings_name_who_wrote_and_edited() -> None:
    roles = "<h3>Penulis</h3><h4>Ratna Bulan</h4><h3>Editor</h3><h4>Ketut Raka</h4>"
    article = read_local(f"{html(SAID)}{roles}")
    assert (article.text.split("\n\n"), article.editors) == (SAID, ["Ketut Raka"])
    assert "Ratna Bulan" in article.authors


def test_a_repeated_text_of_tempo_is_signed_in_capitals() -> None:
    first = f"TEMPO.CO, Sora - {FIRST}"
    article = read_local(html([first, S1, S2, LAST, "RATNA BULAN"]))
    assert article.text.split("\n\n") == [first, S1, S2, LAST]
    assert strip(map(Paragraph, [first, LAST, "RATNA BULAN"])).authors == ["RATNA BULAN"]
    assert strip(map(Paragraph, [FIRST, LAST, "RATNA BULAN"])).authors == []


PICTURE = "<p><img src='/IMG_20260724.jpg' alt=''></p>"


def test_a_line_below_the_picture_that_ends_a_text_is_its_caption() -> None:
    article = read_local(f"{html(SAID)}{PICTURE}<p>Peserta sedang memetik kopi desa</p>")
    assert article.text.split("\n\n") == SAID
    assert "Peserta sedang memetik kopi desa" in [image.caption for image in article.images]
    verse = f"{html(SAID)}{PICTURE}<p>Ratna memetik kopi.</p>"
    assert read_local(verse).text.endswith("Ratna memetik kopi.")
    assert read_local(f"{html(SAID)}{PICTURE}<p>Kopi Sora</p><p>{S1}</p>").text.split("\n\n") == [
        *SAID,
        "Kopi Sora",
        S1,
    ]


CAPTIONS = {
    "title, button and where it was seen": "<p>[Bintang] 3 Sifat Ratna yang Disukai Petani</p><p>Perbesar</p>"
    "<p>3 sifat Ratna ini bikin kamu betah memetik kopi! (Via: forum.sora.com)</p>",
    "whose, in brackets": "<p>Ratna dalam cuplikan film Kopi Sora pada Juli 2026. Foto: (Budi Santoso via Vimeo)</p>",
    "whose, and of which channel": "<p>Ratna mengaku tak gampang memetik kopi. Foto: Budi Santoso/detikHealth</p>",
}


@pytest.mark.parametrize("line", CAPTIONS.values(), ids=CAPTIONS)
def test_captions_within_a_repeated_text_go(line: str) -> None:
    for text in both(f"{html([FIRST, S1])}{line}{html([S2, S3, LAST])}"):
        assert text == SAID


def test_headlines_in_lines_below_a_label_go() -> None:
    lines = "Pilihan Redaksi<br>Ratna Sewa 18 Kebun untuk Kopi Sora<br>Siapa Petani Kopi yang Kembali ke Sora?"
    for text in both(f"<p>{FIRST}<br>{S1}<br>{lines}<br>{S2}<br>{S3}<br>{LAST}</p>"):
        assert text == SAID
    for text in both(f"<p>{FIRST}<br>{S1}<br>{lines}<br>Kopi dari Sora Utara<br>{S2}<br>{S3}<br>{LAST}</p>"):
        assert text == [FIRST, S1, "Kopi dari Sora Utara", S2, S3, LAST]
