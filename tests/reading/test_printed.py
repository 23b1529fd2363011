"""What papers and agencies print about their texts: signatures, sources, captions, lines on the printed edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawl.portals.extract import extract
from newscrawl.portals.registry import portals
from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.people.credits import read_credits
from newscrawl.reading.phrases.pictures.captions import split_credit
from tests.reading.test_kinds import OWN, read, script

FIRST, LAST = "Warga Desa Sora menanam kopi di lereng yang longsor.", "Bibitnya dibeli dengan iuran warga."
# signature of a portal whose writers sign in capitals; writers, agency
SIGNED = [
    ("RATNA WIJAYANTI", ["RATNA WIJAYANTI"], None),
    ("DAILY MAIL | RATNA WIJAYANTI", ["RATNA WIJAYANTI"], "DAILY MAIL"),
    ("WEBMD | RATNA WIJAYANTI", ["RATNA WIJAYANTI"], "WEBMD"),
    ("CNN | INDEPENDENT | RATNA WIJAYANTI", ["RATNA WIJAYANTI"], "CNN, INDEPENDENT"),
    ("RATNA WIJAYANTI, BIMA SAKTI (Surabaya)", ["RATNA WIJAYANTI", "BIMA SAKTI"], None),
    ("RATNA WIJAYANTI (SURABAYA), BIMA SAKTI (MEDAN)", ["RATNA WIJAYANTI", "BIMA SAKTI"], None),
    ("RATNA WIJAYANTI (REUTERS, THE SORA TIMES)", ["RATNA WIJAYANTI"], "Reuters, THE SORA TIMES"),
    ("TIM TEMPO", [], None),
    ("PDAT | SUMBER DIOLAH TEMPO", [], None),
    ("RATNA WIJAYANTI | PDAT SUMBER DIOLAH TEMPO", ["RATNA WIJAYANTI"], None),
    ("RATNA WIJAYANTI DAN BIMA SAKTI", ["RATNA WIJAYANTI", "BIMA SAKTI"], None),
    ("SORAPOS.COM", [], "SORAPOS.COM"),
    ("BERBAGAI SUMBER | RATNA AL-BULAN", ["RATNA AL-BULAN"], None),
    ("ANTARA l RATNA BULAN", ["RATNA BULAN"], "Antara"),
    ("KORAN TEMPO", [], None),
    ("RATNA BULAN I ANTARA", ["RATNA BULAN"], "Antara"),
    ("REUTERS I RATNA BULAN", ["RATNA BULAN"], "Reuters"),
    ("RATNA I MADE BULAN", ["RATNA I MADE BULAN"], None),
    ("CNN | THE SORA TIMES", [], "CNN, THE SORA TIMES"),
    ("THE SORA TIMES | RATNA BULAN", ["RATNA BULAN"], "THE SORA TIMES"),
]


@pytest.mark.parametrize(("line", "writers", "agency"), SIGNED)
def test_a_last_line_in_capitals_names_writers_their_source_or_the_newsroom(
    line: str, writers: list[str], agency: str | None
) -> None:
    cleaned = strip(map(Paragraph, (FIRST, LAST, line)), portals()["tempo"].Loader.habits)
    assert (cleaned.paragraphs, cleaned.authors, cleaned.agency) == ([FIRST, LAST], writers, agency)


def test_a_correction_below_the_signature_stays() -> None:
    note = "Koreksi: Jumlah bibit diperbaiki pada Kamis."
    cleaned = strip(map(Paragraph, (FIRST, LAST, "RATNA BULAN", note)), portals()["tempo"].Loader.habits)
    assert (cleaned.paragraphs, cleaned.authors) == ([FIRST, LAST, note], ["RATNA BULAN"])


@pytest.mark.parametrize("line", ["SELESAI", "AKAR YANG KUAT MENAHAN", "Tim Sora menanam kopi (Medan)"])
def test_a_last_line_that_names_nobody_stays(line: str) -> None:
    cleaned = strip(map(Paragraph, (FIRST, LAST, line)), portals()["jpnn"].Loader.habits)
    assert cleaned.paragraphs == [FIRST, LAST, line]


def test_a_first_sentence_behind_the_sites_name_is_no_dateline_alone() -> None:
    texts = ["SORA.com — Kopi cocok untuk sore.", "Bahan:", "Kopi dan gula."]
    assert strip(map(Paragraph, texts)).paragraphs == texts
    assert strip(map(Paragraph, ["SORA.com, Kota Sora -", FIRST])).paragraphs == [f"SORA.com, Kota Sora - {FIRST}"]


# what a name is printed as in a byline
NAMED = [
    ("Kontributor Solo M Wismoyo", ["M Wismoyo"]),
    ("Kontributor Semarang Ratna Wijayanti", ["Ratna Wijayanti"]),
    ("Kontributor Ratna Wijayanti", ["Ratna Wijayanti"]),
    ("dr. Andini Pramesti, SpA", ["dr. Andini Pramesti"]),
    ("ADV", []),
    ("Ratna Bulan/KR-RTN", ["Ratna Bulan"]),
    ("Advani Putri", ["Advani Putri"]),
]


@pytest.mark.parametrize(("byline", "names"), NAMED)
def test_a_byline_names_people_without_their_town_and_their_degree(byline: str, names: list[str]) -> None:
    assert people(byline) == names


def test_a_box_of_credits_names_any_source_and_a_line_of_text_only_a_known_one() -> None:
    boxed, line = Cleaned(), Cleaned()
    assert read_credits("Sumber : Tabloid Sora", boxed, sure=True)
    assert read_credits("Sumber : Tabloid Sora", line)
    assert (boxed.agency, line.agency) == ("Tabloid Sora", None)
    assert read_credits("Sumber : Twitter", social := Cleaned(), sure=True)
    assert social.agency is None


def test_who_edited_at_the_source_did_not_edit_here() -> None:
    said = Cleaned()
    assert read_credits("Sumber: Sora.com (Penulis: Budi Santoso | Editor: Siti Aminah)", said)
    assert (said.authors, said.editors, said.agency) == (["Budi Santoso"], [], "Sora.com")


@pytest.mark.parametrize("sign", ["(WDY)", "(KR-DYT)", "(Uu.SYS/C/H-AK)", "(R017/S025)"])
def test_a_code_of_the_newsroom_is_no_second_editor(sign: str) -> None:
    body = f"<p>{FIRST}</p><p>{LAST}</p><p>{sign}</p><p>Editor: Siti Aminah</p>"
    article = read("okezone", body)
    assert (article.editors, article.text) == (["Siti Aminah"], f"{FIRST}\n\n{LAST}")


def test_a_name_in_brackets_is_no_second_editor_where_a_box_names_one() -> None:
    rows = "<table><tr><td>Editor</td><td>: Siti Aminah</td></tr><tr><td>Sumber</td><td>: Sora Pos</td></tr></table>"
    box = f"<div class='kcm-read-text'><p>{FIRST}</p><p>{LAST}</p><p>(Sora Pos/Budi Santoso)</p></div>"
    html = f"<html><body><div class='kcm-read-top'><h2>Kopi</h2></div>{box}<div class='kcm-read-copy'>{rows}</div>"
    article = extract(html.encode(), "https://regional.kompas.com/read/2015/11/04/21040031/Kopi", None)
    assert (article.editors, article.agency, article.text) == (["Siti Aminah"], "Sora Pos", f"{FIRST}\n\n{LAST}")


def test_a_picture_in_the_text_of_which_a_word_in_front_says_whose_it_is() -> None:
    photo = "<div class='photo'><img src='/a/kopi-sora.jpg'><span class='pb_10 author'>AFP</span> Lereng.</div>"
    html = f"<html><body><div class='kcm-read-top'><h2>Kopi</h2></div><div class='kcm-read-text'><p>{FIRST}</p>{photo}"
    html += (
        f"<div class='video'><iframe src='/v'></iframe><span>Sora TV</span> Warga Tanam Kopi</div><p>{LAST}</p></div>"
    )
    article = extract(html.encode(), "https://regional.kompas.com/read/2015/11/04/21040031/Kopi", None)
    assert [(image.caption, image.credit) for image in article.images] == [("Lereng.", "AFP")]
    assert article.text == f"{FIRST}\n\n{LAST}"


def test_each_picture_has_its_own_credit_and_no_other_ones() -> None:
    lead = "<div class='photo'><img src='/a/lereng-sora.jpg'> Lereng kopi.</div>"
    photo = "<div class='photo'><img src='/a/bibit-sora.jpg'><span class='pb_10 author'>SORA/BUDI</span> Bibit.</div>"
    html = (
        f"<html><body><div class='baca-content'><h1>Kopi</h1>{{}}<div class='div-read'><p>{FIRST}</p>{photo}<p>{LAST}"
    )
    url = "https://otomotif.kompas.com/read/2016/02/18/101500115/Kopi"
    for shown, pictures in ((lead, [("Lereng kopi.", None), ("Bibit.", "SORA/BUDI")]), ("", [("Bibit.", "SORA/BUDI")])):
        images = extract(html.format(shown).encode(), url, None).images
        assert [(image.caption, image.credit) for image in images] == pictures


def test_who_wrote_it_beside_a_picture_is_not_whose_the_picture_is() -> None:
    html = (
        f"<html><body><div class='baca-content'><h1>Kopi</h1><div class='photo'><img src='/a/lereng-sora.jpg'></div>"
        f"<div class='author'>Budi Santoso</div><div class='div-read'><p>{FIRST}</p><p>{LAST}</p></div></div>"
    )
    images = extract(html.encode(), "https://otomotif.kompas.com/read/2016/02/18/101500115/Kopi", None).images
    assert [(image.caption, image.credit) for image in images] == [(None, None)]


def test_an_agencys_own_name_in_front_of_anothers_is_no_agency() -> None:
    html = (
        f"<html><body><h1>Kopi</h1><div class='byline'>Pewarta: Antara/Reuters</div><div id='content_news'>{FIRST}<br>"
        f"<br>{LAST}</div>"
    )
    article = extract(html.encode(), "https://www.antaranews.com/berita/629369/kopi", None)
    assert (article.authors, article.agency) == ([], "Reuters")


def test_a_regional_editions_writer_and_editor_are_read_from_its_foot() -> None:
    html = (
        f"<html><body><article><header class='post-header'><h1>Kopi</h1></header><div class='post-content'><div class='"
        f"quote_old'>Panen usai.</div>{FIRST}<br><br>{LAST}</div><footer class='post-meta'><div class='tags-wrapper'>"
        "Pewarta: Rani Dewi<br>Editor : Budi Santoso<br>COPYRIGHT © ANTARA 2026</div></footer></article>"
    )
    article = extract(html.encode(), "https://banten.antaranews.com/berita/629369/kopi", None)
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Budi Santoso"])
    assert article.text.split("\n\n") == [FIRST, LAST]


OFFERS = (
    (
        "Kuota artikel gratis Anda sudah habis",
        "PAKET TERPOPULER",
        "12 BULAN",
        "696.000",
        "Rp 594.000",
        "Lihat Paket Lain",
    ),
    ("Berlangganan untuk lanjutkan membaca.", "Kami mengemas kabar.", "Rp 54.945/Bulan", "*Anda hemat Rp 102.000"),
    ("Subscribe to continue reading.", "THE BEST CHOICE", "Rp 54.945/Month", "Already subscribed? Log in here"),
)


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_that_the_text_ends_in_goes_with_its_pictures_whatever_its_box(offer: tuple[str, ...]) -> None:
    lines = "".join(f"<p>{line}</p>" for line in offer)
    article = read("okezone", f"<p>{FIRST}</p><p>{LAST}</p><img src='/assets/gembok-kunci-1.png'>{lines}")
    assert (article.text, article.images, article.paywalled) == (f"{FIRST}\n\n{LAST}", [], True)


@pytest.mark.parametrize("line", ["Sudah berlangganan?", "Kuota artikel gratis Anda sudah habis"])
def test_a_line_of_an_offer_above_further_text_ends_nothing(line: str) -> None:
    article = read("okezone", f"<p>{FIRST}</p><p>{line}</p><p>{LAST}</p><p>Bibit itu gratis.</p>")
    assert article.text == f"{FIRST}\n\n{LAST}\n\nBibit itu gratis."


def test_what_a_house_says_of_itself_beside_an_offer_goes_whatever_its_length() -> None:
    appeal = (
        "Independent journalism needs public support. By subscribing to Sora, you help. " + "We serve the public. " * 20
    )
    article = read("tempo", f"<p>{FIRST}</p><p>{LAST}</p><p>{appeal}</p>")
    assert article.text == f"{FIRST}\n\n{LAST}"


# caption; what it says, whose it is
PRINTED = [
    ("Panen kopi. tempo : 167090263739", "Panen kopi", None),
    ("Darmo, 1985. Arsip Keluarga. tempo : 167090263739", "Darmo, 1985.", "Arsip Keluarga"),
    ("Ilustrasi: TEMPO/Budi Santoso", None, "TEMPO/Budi Santoso"),
    ("Panen kopi. www.sorapos.co.uk", "Panen kopi.", "www.sorapos.co.uk"),
    ("Panen kopi di Sora. Koleksi batik desa dipamerkan", "Panen kopi di Sora. Koleksi batik desa dipamerkan", None),
    ("Menteri di Majalengka (Jawa Barat).", "Menteri di Majalengka (Jawa Barat).", None),
    ("Panen kopi()", "Panen kopi", None),
]


@pytest.mark.parametrize(("said", "caption", "credit"), PRINTED)
def test_a_caption_and_whose_the_picture_is(said: str, caption: str | None, credit: str | None) -> None:
    form = portals()["antaranews"].Loader.credit_form
    assert split_credit(said) == (caption, credit)
    assert "Majalengka" not in said or split_credit(said, form) == (caption, credit)


def test_a_label_in_capitals_below_the_signature_goes_with_its_links() -> None:
    link = Paragraph("Harga Kopi Naik di Lereng Sora Hari Ini", [(0, 39)], to_article=True)
    for said in ("KISRUH PASAR SORA", "Kisruh Pasar:"):
        label = [Paragraph("RATNA WIJAYANTI"), Paragraph(said), link]
        cleaned = strip([Paragraph(FIRST), Paragraph(LAST), *label], portals()["tempo"].Loader.habits)
        assert (cleaned.paragraphs, cleaned.authors) == ([FIRST, LAST], ["RATNA WIJAYANTI"])
    told = [Paragraph("RATNA WIJAYANTI"), Paragraph("Harga di pasar itu:"), replace(link, item=True)]
    cleaned = strip([Paragraph(FIRST), Paragraph(LAST), *told], portals()["tempo"].Loader.habits)
    assert cleaned.paragraphs == [FIRST, LAST, *(p.text for p in told)]


# label, a line below it that is a link from where on
LABELLED = [
    ("Ayo Baca:", "Harga Kopi Naik di Lereng Sora", 0),
    ("Topik Pilihan", "Harga Kopi Naik di Lereng Sora", 0),
]


@pytest.mark.parametrize(("label", "line", "linked"), LABELLED)
def test_a_label_goes_with_its_link(label: str, line: str, linked: int) -> None:
    link = Paragraph(line, [(linked, len(line))], to_article=True)
    assert strip([*map(Paragraph, (FIRST, LAST, label)), link]).paragraphs == [FIRST, LAST]


def test_when_a_wire_sent_a_text_stands_behind_its_signature() -> None:
    cleaned = strip([Paragraph(FIRST), Paragraph(LAST), Paragraph("(T.R017/B/R021/R021) 15-05-2017 10:11:12")])
    assert (cleaned.paragraphs, cleaned.editors) == ([FIRST, LAST], [])
    played = "Sora FC menang (R017/B) 15-05-2017"
    assert strip([Paragraph(FIRST), Paragraph(played)]).paragraphs == [FIRST, played]


def test_a_writer_who_is_known_signs_beside_others() -> None:
    head = script({**OWN, "author": {"@type": "Person", "name": "Ratna Wijayanti"}})
    article = read("tempo", f"<p>{FIRST}</p><p>{LAST}</p><p>Ratna Wijayanti, Bima Sakti</p>", head)
    assert (article.text, article.authors) == (f"{FIRST}\n\n{LAST}", ["Ratna Wijayanti", "Bima Sakti"])
    article = read("tempo", f"<p>{FIRST}</p><p>{LAST}</p><p>Darmo, Bima Sakti</p>", head)
    assert article.text.endswith("Darmo, Bima Sakti")


@pytest.mark.parametrize(
    "line", ["(Budi Santoso / Editor: Siti Aminah)", "(Penulis: Budi Santoso | Editor: Siti Aminah)"]
)
def test_who_made_the_text_that_this_one_is_made_of_is_read_where_the_page_names_nobody(line: str) -> None:
    cleaned = strip(map(Paragraph, (FIRST, LAST, line)))
    assert (cleaned.paragraphs, cleaned.authors, cleaned.editors) == ([FIRST, LAST], ["Budi Santoso"], ["Siti Aminah"])


# caption of a house that ends it in whose it is, without a full stop; what it says, whose it is
ENDS_IN_OWNER = [
    ("Panen kopi di lereng. Humas Polda Sora", "Panen kopi di lereng.", "Humas Polda Sora"),
    ("Panen kopi, 4 November 2025. Sora Pictures", "Panen kopi, 4 November 2025.", "Sora Pictures"),
    ("Panen kopi di Jl. Sora Raya", "Panen kopi di Jl. Sora Raya", None),
    ("Rumah Prof. Budi Santoso", "Rumah Prof. Budi Santoso", None),
    ("Panen kopi bersama warga. Majalengka", "Panen kopi bersama warga. Majalengka", None),
    ("Panen kopi. Hujan belum turun.", "Panen kopi. Hujan belum turun.", None),
]


@pytest.mark.parametrize(("said", "caption", "credit"), ENDS_IN_OWNER)
def test_a_caption_of_tempo_ends_in_whose_the_picture_is(said: str, caption: str, credit: str | None) -> None:
    assert split_credit(said, portals()["tempo"].Loader.credit_form) == (caption, credit)


GONE = (
    "Penyumbang bahan: Ratna Wijayanti (Surabaya), Bima Sakti",
    "Reported by Ratna Wijayanti",
    "Penyumbang bahan : Ratna Wijayanti M.a. Murtadi Didik Bima Sakti Tini S Jamal",
    "Koreksi ....",
    "(Jurnalis Sora)",
    "Sebelumnya Selanjutnya",
    "Dapatkan ringkasan berita mendalam di inbox email Anda setiap hari dengan ikut newsletter gratis.",
    "Reporting by Ratna Wijayanti",
    "Artikel ini adalah kolom, seluruh isi dan opini merupakan pandangan pribadi penulis dan bukan sikap redaksi.",
    "Ikuti berita terkini di handphone anda di m.sorapos.com",
    "Selengkapnya saksikan dialog Bima dengan Ratna di Program Pagi Desa, CNBC Indonesia (Rabu, 02/10/2024)",
    "Saksikan dialog Bima dengan Ratna di Petang Desa,CNBC Indonesia (Rabu, 02/10/2024).",
    "Disclaimer, keputusan pembelian/penjualan saham sepenuhnya ada di tangan investor.",
    "Bergabung dan dapatkan analisis panen lewat email Anda.",
    "Ikuti Ulasan-Ulasan Berita Menarik Lainnya Klik di Sini",
    "Baca selengkapnya di detikJatim.",
    "Untuk memutar video ini, aktifkan JavaScript di browser Anda",
    "Tonton Video Pilihan Bisnis.com di bawah ini:",
    "Saksikan LiveDetikPagi:",
    "Paling banyak dibaca:",
    "Konten Selanjutnya",
    "Dapatkan update berita terbaru otomotif setiap hari melalui OtoSora.com.",
    "SIMAK:",
    "Kontak bantuan",
    "Bunuh diri bisa terjadi di saat seseorang mengalami depresi dan tak ada orang yang membantu.",
    "Untuk mendapatkan layanan kesehatan jiwa, Anda bisa simak laman Into the Light di bawah ini:",
    'Versi cetak artikel ini terbit di harian Sora edisi 4 November 2025, di halaman 12 dengan judul "Kopi".',
    'Artikel ini terbit di edisi cetak di bawah judul "Kopi Penahan Longsor"',
)
STAYS = (
    "Penyumbang bahan bakar itu warga.",
    "Ikuti berita terkini di balai desa.",
    "Simak: kopi itu pahit.",
    "Saksikan dialog Bima dengan Ratna di balai desa (Rabu, 02/10/2024).",
    "Disclaimer, keputusan menjual kopi ada di tangan petani, dibaca Ratna.",
    "Bergabung dan dapatkan bibit, bunyi email penipu itu.",
    "Baca selengkapnya di papan desa.",
    "Untuk memutar video ini, petani menekan tombol.",
    "Paling banyak dibaca: buku Ratna.",
    "Konten selanjutnya dibuat Bima.",
    "Dapatkan update berita dari Sora.com, kata Bima.",
    "Koreksi itu ditulis tangan.",
    "Dapatkan ringkasan berita desa di balai.",
    "Untuk mendapatkan layanan kesehatan jiwa, warga Sora pergi ke kota.",
    "Versi cetak buku itu terbit di Sora.",
    "Artikel itu terbit di edisi cetak, kata Ratna.",
)


@pytest.mark.parametrize("line", [*GONE, *STAYS])
def test_where_a_text_was_printed_goes_and_what_is_told_of_print_stays(line: str) -> None:
    paragraphs = strip(map(Paragraph, (FIRST, LAST, line))).paragraphs
    assert paragraphs == ([FIRST, LAST] if line in GONE else [FIRST, LAST, line])
