"""What other articles of a known template have: several writers before the date, other captions, other last lines."""

from __future__ import annotations

import re

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.phrases.pictures.captions import BRACKET_CREDIT, CREDIT_AT_END, split_credit
from newscrawl.spiders.pikiranrakyat import PikiranRakyat
from newscrawl.spiders.tempo import Tempo
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, S3, TITLE, read

STORY = [f"{FIRST} {S1}", f"{S2} {S3}", f"{S3} {S1} {LAST}"]
LONG = "".join(f"<p>{line}</p>" for line in STORY)
METRO = "http://news.metrotvnews.com/metro/GKd3veek-warga-sora-panen-kopi"
TRIBUN = "https://www.tribunnews.com/regional/2026/07/24/warga-sora-panen-kopi"
LINE = "{names} - 13 Oktober 2016 23:11 wib"


def metro(line: str) -> Article:
    """An article of the mobile template of 2016, whose line names who and when."""
    text = f"<div class='part article'><p>{FIRST}<br /><br />{LAST}</p></div>"
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><span class='red'>{line}</span>{text}</body>"
    )
    return extract(page.encode(), METRO, NOW)


@pytest.mark.parametrize(
    ("names", "authors", "agency"),
    [
        ("Ratna Dewi, Siti Aminah", ["Ratna Dewi", "Siti Aminah"], None),
        ("Ratna Dewi dan Siti Aminah", ["Ratna Dewi", "Siti Aminah"], None),
        ("dr. Ratna Dewi, Sp.PD", ["dr. Ratna Dewi"], None),
        ("Ratna Dewi (Kontributor)", ["Ratna Dewi"], None),
        ("Deutsche Welle (DW)", [], "DW"),
    ],
)
def test_a_date_behind_the_names_of_several(names: str, authors: list[str], agency: str | None) -> None:
    article = metro(LINE.format(names=names))
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2016-10-13T23:11:00+07:00"
    assert (article.authors, article.agency) == (authors, agency)


@pytest.mark.parametrize("line", ["Panen raya di desa itu - 13 Oktober 2016", "13 Oktober 2016 - 25:11 wib"])
def test_what_stands_in_front_of_no_clock_is_nobody(line: str) -> None:
    assert metro(line).published_at is None


def test_a_text_from_a_sister_may_end_in_another_s_name() -> None:
    text = f"<div class='txt-article'><p>{FIRST}</p><p>{LAST}</p><p>(Antara)</p></div>"
    below = "<div id='editor'>Editor: Siti Aminah</div><div>Sumber: TribunSora.com</div>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1 id='arttitle'>{TITLE}</h1>{text}{below}</body></html>"
    assert extract(page.encode(), TRIBUN, NOW).agency == "Antara"


@pytest.mark.parametrize(
    "line",
    [
        "<strong>PERINGATAN!</strong> Bunuh diri bisa terjadi di saat seseorang mengalami depresi dan tak ada yang"
        " membantu. Jika Anda memiliki masalah yang sama, jangan menyerah dan mengakhiri hidup.",
        "<strong>Berikutnya: <a href='?page=2'>Rencana pemasangan lampu</a></strong>",
        "Selanjutnya: <a href='?page=2'>Rencana pemasangan lampu</a>",
        "Unduh aplikasi kami di <a href='https://play.google.com/x'>Google Play</a> dan"
        " <a href='https://apps.apple.com/x'>App Store</a>.",
        "Dukung jurnalisme independen dengan berdonasi <a href='https://saweria.co/x'>di sini</a>.",
        "/rwb",
        "Sumber: Lereng.com, Kebun Kita, dan Kabar Desa",
        "<strong>Saksikan Video Menarik Setelah Ini</strong>",
        "<span>Bagikan:</span><a href='https://facebook.com/sharer'>Facebook</a><a href='https://wa.me/'>WhatsApp</a>",
        "</p><h3>Komentar</h3><p>",
    ],
)
def test_a_last_line_that_goes(line: str) -> None:
    assert read("okezone", f"<p>{FIRST}</p><p>{LAST}</p><p>{line}</p>").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "Selanjutnya: panen di <a href='/tag/sora'>Sora</a>.",
        "Bunuh diri bisa terjadi kepada siapa saja, kata Ratna.",
        "Berikutnya: lampu jalan dipasang.",
        "Sumber: Lereng.com tutup, tetapi warga dan petani tetap membaca.",
    ],
)
def test_a_last_line_that_stays(line: str) -> None:
    assert len(read("okezone", f"<p>{FIRST}</p><p>{LAST}</p><p>{line}</p>").text.split("\n\n")) == 3


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("(Adv)", "advertorial"),
        ("(ADV/Kominfo)", "advertorial"),
        ("(abc/adv)", "article"),
        ("(rls)", "article"),
    ],
)
def test_a_text_signed_as_an_advertorial(sign: str, kind: str) -> None:
    article = read("okezone", f"<p>{FIRST}</p><p>{LAST}</p><p>{sign}</p>")
    assert (article.kind, article.text) == (kind, f"{FIRST}\n\n{LAST}")


def test_a_writer_s_name_behind_a_dash_signs_the_text() -> None:
    body = f"<p>{FIRST}</p><p>{LAST}</p><p>— Budi Santoso</p>"
    head = "<meta property='dable:author' content='Budi Santoso'>"
    assert read("okezone", body, head).text == f"{FIRST}\n\n{LAST}"


def test_a_caption_that_ends_as_those_of_an_agency_do() -> None:
    said = "Warga memetik kopi. (ANTARA FOTO/Budi Santoso/wsj)"
    picture = f"<div><img src='https://img.okezone.com/b.jpg'><div>{said}</div></div>"
    body = f"{FIRST}<br /><br />{picture}{LAST}<br /><br />"
    article = read("okezone", f"<div>{body}</div>")
    assert article.text == f"{FIRST}\n\n{LAST}"
    assert [(i.caption, i.credit) for i in article.images] == [("Warga memetik kopi.", "ANTARA FOTO/Budi Santoso/wsj")]


def test_what_pictures_of_a_library_and_brackets_of_many_words_say() -> None:
    said = "Warga memetik kopi (yang ditanam selama dua tahun oleh para pemuda desa)."
    assert split_credit(said, BRACKET_CREDIT) == (said, None)
    assert split_credit("Photo by Budi Santoso on Unsplash")[0] is None
    assert split_credit("Ilustrasi kopi. Grafis: JPNN.com") == ("Ilustrasi kopi.", "JPNN.com")


@pytest.mark.parametrize(("said", "agency"), [("Reuters, BBC", "Reuters, BBC"), ("Kebun Sora, BBC", None)])
def test_a_line_of_several_sources_beside_the_editor(said: str, agency: str | None) -> None:
    text = f"<article class='read__content'><p>{FIRST}</p><p>{LAST}</p></article>"
    below = f"<p>Editor: <a>Siti Aminah</a></p><p>Sumber: {said}</p>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{text}{below}</body></html>"
    assert (
        extract(page.encode(), "https://sora.pikiran-rakyat.com/nasional/pr-18808737/warga-sora", NOW).agency == agency
    )


def test_an_editor_s_initials_that_are_no_link_wrote_nothing() -> None:
    line = "<p class='editor'>Jumat, 24 Juli 2026 | 14:01 WIB<br />Oleh : Ratna Dewi / SAM</p>"
    text = f"<div class='story'><p>{FIRST}</p><p>{LAST}</p></div>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{line}{text}</body></html>"
    url = "https://www.beritasatu.com/siti-aminah/nasional/685621/warga-sora-panen-kopi"
    assert extract(page.encode(), url, NOW).authors == ["Ratna Dewi"]


def test_the_paper_itself_is_no_agency() -> None:
    text = f"<div class='detail-berita'><div class='content-detail'><p>{FIRST}</p><p>{LAST}</p></div>{{}}</div>"
    head = f"<div class='jdl-detail'><h2>{TITLE}</h2></div>"
    page = f"<html><head><title>{TITLE}</title></head><body>{head}{text}</body></html>"
    url = "https://nasional.republika.co.id/berita/nasional/daerah/16/02/15/o2l07x284-warga-sora-panen-kopi"
    for source, agency in (("Republika", None), ("Antara", "Antara")):
        assert extract(page.format(f"<div>Sumber : {source}</div>").encode(), url, NOW).agency == agency


def test_a_slash_within_a_headline_is_no_credit_s() -> None:
    form = PikiranRakyat.Loader.credit_form
    assert split_credit("Warga Sora/Sabura Panen Kopi /Kabar Sora", form) == (
        "Warga Sora/Sabura Panen Kopi",
        "Kabar Sora",
    )
    assert split_credit("Warga panen kopi/Kabar Sora", form) == ("Warga panen kopi", "Kabar Sora")
    assert split_credit("Warga panen kopi /Kabar Sora/", form) == ("Warga panen kopi", "Kabar Sora")


def test_a_bracket_behind_a_full_stop_names_the_owner_whatever_the_form_of_the_house() -> None:
    form = Tempo.Loader.credit_form
    assert split_credit("Panen kopi di Sora. (Rani Dewi)", form) == ("Panen kopi di Sora.", "Rani Dewi")
    assert split_credit("Panen kopi di Sora. TEMPO/Rani Dewi", form) == ("Panen kopi di Sora.", "TEMPO/Rani Dewi")


@pytest.mark.parametrize("first", [FIRST, f"{FIRST} {LAST}"])
def test_a_first_paragraph_that_is_printed_below_the_lead_picture_too_is_text(first: str) -> None:
    lead = f"<div class='detail-img'><figure><img src='https://img.kly.example/k.jpg'></figure><p>{first}</p></div>"
    text = f"<div class='infinite-box detail-paragraph'><p>{first}</p><p>{S1}</p></div>"
    head = "<meta property='og:image' content='https://img.kly.example/k.jpg'>"
    page = (
        f"<html><head><title>{TITLE}</title>{head}</head><body><div class='detail'><div class='detail-headline'>"
        f"<h2>{TITLE}</h2></div>{lead}{text}</div></body></html>"
    )
    article = extract(page.encode(), "https://www.liputan6.com/bola/read/4922610/warga-sora-panen-kopi", NOW)
    assert article.text == f"{first}\n\n{S1}"
    assert [image.caption for image in article.images] == [None]


def test_a_caption_that_the_text_begins_with_is_a_caption() -> None:
    said = "Warga memetik kopi di lereng Sora."
    lead = f"<div><img src='https://img.okezone.com/k.jpg'><p>{said}</p></div>"
    head = "<meta property='og:image' content='https://img.okezone.com/k.jpg'>"
    article = read("okezone", f"{lead}<p>{FIRST}</p><p>{LAST}</p>", head)
    assert (article.text, article.images[0].caption) == (f"{FIRST}\n\n{LAST}", said)


@pytest.mark.parametrize("form", [CREDIT_AT_END, Tempo.Loader.credit_form])
@pytest.mark.parametrize("owner", ["Doc. kebun.ac.id", "Dok. kebun.ac.id", "Doc. kebun.ac.id KABAR KAMPUS"])
def test_a_site_behind_the_mark_of_an_archive_is_of_the_credit(owner: str, form: re.Pattern[str]) -> None:
    assert split_credit(f"Warga memetik kopi di Sora. {owner}", form) == ("Warga memetik kopi di Sora.", owner)


def test_a_line_that_ends_in_an_archive_s_site_is_the_caption_of_the_picture_above() -> None:
    picture = "<div><img src='https://img.kabar.example/b.jpg'></div><div>Panen kopi di Sora. Doc. kebun.ac.id</div>"
    shares = "".join(f"<img src='https://kabar.example/x/{site}-img-share.png'>" for site in ("fb", "google"))
    text = f"<div class='isi'>{shares}{picture}{LONG}</div>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{text}</body></html>"
    article = extract(page.encode(), "https://kabar.example/desa/warga-sora-panen-kopi", NOW, any_site=True)
    assert article.text == "\n\n".join(STORY)
    assert [(i.url[-5:], i.caption, i.credit) for i in article.images] == [
        ("b.jpg", "Panen kopi di Sora.", "Doc. kebun.ac.id")
    ]


@pytest.mark.parametrize("tag", ["h4", "h5", "h6"])
def test_a_small_heading_that_the_title_repeats_is_the_headline(tag: str) -> None:
    line = "<p class='x'> Penulis : <a href='/budi-santoso'>Budi Santoso</a> </p><p class='x'>24 Juli 2026 15:18</p>"
    text = f"<div class='isi'>{LONG}</div>"
    page = (
        f"<html><head><title>{TITLE} - Kabar Desa</title></head><body><div class='judul'><{tag}>{TITLE}</{tag}>"
        f"<div>{line}</div></div>{text}</body></html>"
    )
    article = extract(page.encode(), "https://kabar.example/desa/warga-sora-panen-kopi", NOW, any_site=True)
    assert (article.title, article.authors) == (TITLE, ["Budi Santoso"])
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-07-24T15:18:00+07:00"


@pytest.mark.parametrize(
    "between", ["", "<script>var iklan = {panjang: 'sekali', lalu: 'masih lebih panjang lagi'};</script>"]
)
@pytest.mark.parametrize("title", [TITLE, f"{TITLE}, dan Harga Biji Merah Naik Dua Kali Lipat di Pasar Kota"])
def test_a_byline_between_a_headline_however_long_and_the_text_in_one_box(title: str, between: str) -> None:
    day = "<span><a href='/gaya/'>GAYA</a> | 24 Juli 2026 15:18</span>"
    line = f"<div class='x1'>{day} <span>Reporter : <a href='/r/1'>Budi Santoso</a></span></div>"
    parts = "".join(f"<div class='x{number}'>{LONG}</div>" for number in range(2))  # of pages that are joined
    box = f"<div class='isi'><div><h1>{title}</h1></div>{between}{line}{parts}</div>"
    page = f"<html><head><title>{title} - Kabar Desa</title></head><body>{box}</body></html>"
    article = extract(page.encode(), "https://kabar.example/desa/warga-sora-panen-kopi", NOW, any_site=True)
    assert (article.title, article.authors) == (title, ["Budi Santoso"])
