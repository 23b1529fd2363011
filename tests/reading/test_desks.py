"""What desks of one house type on its pages: calls of their own making, codes beside names, labels over nothing."""

from __future__ import annotations

import json

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, S3, TITLE

ADDRESS = "https://www.liputan6.com/regional/read/8244962/warga-sora-panen-kopi"
STORY = [f"{FIRST} {S1}", f"{S2} {S3}", f"{S3} {S1} {LAST}"]


def page(body: str, *, tags: str = "", editors: str = "Arthur Gideon") -> Article:
    """An article whose page's own program knows its writer and its editors."""
    state = json.dumps({"reporters": "Rani Dewi", "editors": editors})
    head = f"<title>{TITLE} - Regional Liputan6.com</title><script>window.kmklabs = {{}}; window.kmklabs.gtm = {state};"
    text = "".join(f"<p>{line}</p>" for line in STORY)
    shown = f"<h1>{TITLE}</h1><div class='article-content-body'>{text}{body}</div><ul class='tags--snippet'>{tags}</ul>"
    return extract(f"<html><head>{head}</script></head><body>{shown}</body></html>".encode(), ADDRESS, NOW)


HERE = "<a href='https://www.liputan6.com/x'>di sini</a>"


@pytest.mark.parametrize(
    "line",
    [
        "Saksikan cuplikan pertandingan di bawah ini",
        "Tonton trailer-nya di bawah ini.",
        "Saksikan siaran langsung di <a href='https://www.vidio.com/x'>Vidio</a>. Klik tautan ini.",
        "*Jangan lewatkan episode lengkapnya hanya di SCTV!",
        "Nantikan terus perkembangannya hanya di Liputan6.com.",
        f"Ikuti kuis dan dapatkan hadiahnya! Klik {HERE}",
        f"👉 Gabung komunitas pembaca Liputan6 {HERE}",
        "*) Tulisan ini dibantu AI dan disunting redaksi.",
        "Yuk, simak juga resep lainnya di sini",
        "Yuk, share artikel ini ke teman kantormu!",
        "Jangan lupa like dan share ya!",
        f"Lekas pulih, Sora, ayo bantu warga yang terdampak dengan klik {HERE}",
        "Artikel asli di sini.",
        "Saksikan laga lainnya hanya di <a href='https://www.vidio.com/x'>Vidio</a> dan Indosiar. Klik di sini.",
        "Ladies, tulis pengalamanmu di kolom komentar, ya!",
        f"**Ingin tahu kabar panen raya? Baca {HERE}.",
        f"* Live streaming panen raya bisa Anda saksikan {HERE}.",
        "**Suka menulis? Yuk, kirim tulisanmu ke citizen6.liputan6@gmail.com",
        "**Ingin tahu kabar teknologi terbaru? Follow us di Facebook Liputan6 Tekno",
        "Lalu, bagaimana kelanjutannya? Simak di halaman berikutnya...",
        f"Update data panen setiap jam, klik {HERE}",
        f"Konsultasi gratis dengan dokter? Klik {HERE}!",
        "Selengkapnya di sini: <a href='https://www.liputan6.com/x/read/1/y'>Daftar Harga Kopi</a>",
        "#Women for Women",
        "Mari kita jaga diri dan keluarga. #DiRumahAja",
        "</p><h2>Tentang Cek Fakta</h2><p>Melawan hoaks sama saja melawan pembodohan.",
    ],
)
def test_a_call_of_a_desk_s_own_making_goes(line: str) -> None:
    assert page(f"<p>{line}</p>").text.split("\n\n") == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Simak cuplikan wawancara dengan Ratna berikut ini:",
        "Jangan lewatkan episode panen di Sora, kata Ratna.",
        "Nantikan terus perkembangannya, pinta Ratna kepada warga.",
        "Ikuti kuis di balai desa dan dapatkan hadiahnya!",
        "Gabung komunitas petani kopi di balai desa itu gratis.",
        "Tulisan ini dibantu Ratna dan disunting Darmo.",
        "Yuk, simak juga resep lainnya di balai desa",
        "Jangan lupa like dan share itu ada gunanya, kata Ratna.",
        "Artikel asli di sini disimpan Darmo.",
        "*Data lengkap bisa dilihat di laman dinas.",
        "* Ikuti arahan petugas di pintu masuk.",
        "Ayo, kirim bibit ke desa tetangga!",
        "Apakah Anda petani? Klik Ya pada layar.",
        "Selengkapnya di dalam buku itu ada 40 resep.",
        "Tulis nama Anda di kolom komentar formulir itu.",
        "Tonton wayang di SCTV membuat Darmo rindu kampung.",
    ],
)
def test_a_sentence_like_them_stays(line: str) -> None:
    assert page(f"<p>{line}</p>").text.split("\n\n") == [*STORY, line]


@pytest.mark.parametrize(
    "boxes",
    [
        "<h2>Infografis</h2><figure><img src='/a.jpg'></figure><h2>Ingat #PesanIbu</h2><p>#IngatPesanIbu</p>",
        "<h2>Berita Video: Panen</h2><iframe src='/x'></iframe><h2>Infografis</h2><figure><img src='/a.jpg'></figure>",
    ],
)
def test_labels_over_nothing_go_one_after_the_other(boxes: str) -> None:
    assert page(boxes).text.split("\n\n") == STORY


@pytest.mark.parametrize(
    ("below", "authors", "agency"),
    [
        ("<p>Reporter: Siti Aminah</p><p>Sumber: Merdeka.com</p>", ["Rani Dewi", "Siti Aminah"], "Merdeka.com"),
        ("<p>Disadur dari Bola.com (Rani Dewi/Darmo Wirya)</p>", ["Rani Dewi"], "Bola.com"),
        ("<p>(Ran/Gdn)</p>", ["Rani Dewi"], None),
    ],
)
def test_a_label_over_nothing_but_who_wrote_goes(below: str, authors: list[str], agency: str | None) -> None:
    figure = "<figure><img src='/a.jpg'><figcaption>Infografis Kopi.</figcaption></figure>"
    article = page(f"<h2>Infografis</h2>{figure}{below}")
    assert (article.text.split("\n\n"), article.authors, article.agency) == (STORY, authors, agency)


def test_a_heading_over_a_line_that_stays_is_the_texts() -> None:
    below = "<h2>Infografis</h2><figure><img src='/a.jpg'></figure><p>Panen naik dua kali lipat.</p>"
    article = page(f"{below}<p>Sumber: Merdeka.com</p>")
    assert article.text.split("\n\n")[3:] == ["Infografis", "Panen naik dua kali lipat."]


def test_a_heading_over_a_graphic_alone_keeps_it() -> None:
    boxes = "<h2>Harga di Empat Pasar</h2><h2>Infografis Kopi</h2><figure><img src='/a.jpg'></figure>"
    assert page(boxes).text.split("\n\n") == [*STORY, "Harga di Empat Pasar", "Infografis Kopi"]


def test_a_label_glued_to_several_links_is_a_pointer() -> None:
    links = "<a href='/a/read/1/x'>Rel Bengkok</a><a href='/a/read/2/x'>Kereta Anjlok</a>"
    assert page(f"<div class='flex flex-col'><span>Baca Juga</span>{links}</div>").text.split("\n\n") == STORY


@pytest.mark.parametrize("sign", ["Gdn", "Ran/Gdn", "wkp"])
def test_a_code_beside_a_known_editor_is_no_other(sign: str) -> None:
    article = page(f"<p>({sign})</p>")
    assert (article.text.split("\n\n"), article.authors) == (STORY, ["Rani Dewi"])
    assert article.editors == ["Arthur Gideon"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("5. Sora: 349 kasus (Def/Rco)", "5. Sora: 349 kasus"),
        ("Ekspor kopi naik (Jan/Feb)", "Ekspor kopi naik (Jan/Feb)"),
        ("Dinas Tani Sora (Dts)", "Dinas Tani Sora (Dts)"),
    ],
)
def test_two_codes_sign_a_last_line_without_a_full_stop(line: str, left: str) -> None:
    article = page(f"<p>{line}</p>")
    assert (article.text.split("\n\n"), article.editors) == ([*STORY, left], ["Arthur Gideon"])


def test_who_signs_where_no_editor_is_known_edited() -> None:
    assert page("<p>(rni)</p>", editors="").editors == ["rni"]


def test_a_site_in_front_of_its_writer_is_where_the_text_is_from() -> None:
    article = page("<p>Reporter: Merdeka.com/Budi Santoso</p>")
    assert (article.authors, article.agency) == (["Rani Dewi", "Budi Santoso"], "Merdeka.com")


@pytest.mark.parametrize("name", ["Nurmayanti", "Siti Aminah"])
def test_a_reporter_above_a_film_is_named_as_one_below_the_text_is(name: str) -> None:
    film = "<h2>Saksikan Video Pilihan Berikut Ini:</h2><iframe src='/x'></iframe>"
    article = page(f"<p>Reporter: {name}</p><p>Sumber: Merdeka.com</p>{film}")
    assert (article.text.split("\n\n"), article.authors) == (STORY, ["Rani Dewi", name])


def test_labels_of_the_newsroom_are_no_topics() -> None:
    names = ("Kopi", "Sorot", "Trending Terkini", "Leveling Sistem", "Sorotan Kopi")
    tags = "".join(f"<li><a class='tags--snippet__link' href='/tag/x'>{name}</a></li>" for name in names)
    assert page("", tags=tags).tags == ["Kopi", "Sorotan Kopi"]
