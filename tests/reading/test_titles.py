"""The headline, whatever stands in its heading beside it."""

from __future__ import annotations

import pytest

from newscrawl.portals.extract import extract
from newscrawl.reading.headline import likely_title
from newscrawl.reading.page import NotAnArticle, Page
from tests.reading.test_kinds import BODY, FIRST, LAST, NOW, SITES, TITLE


def title_of(heading: str, said: str = TITLE, *, page: str = "") -> str:
    """The headline of a page with this heading, which calls itself `said`."""
    url, shown, box = SITES["okezone"]
    body = shown.format(title=heading, box=box.format(body=BODY))
    head = f"<title>{said}</title><meta property='og:title' content='{said}'>"
    return extract(f"<html><head>{head}</head><body>{body}</body></html>".encode(), url + page, NOW).title


@pytest.mark.parametrize(
    "heading",
    [
        f"<span class='badge'>Premium</span>{TITLE}",
        f"<b>Kopi</b> {TITLE}",
        f"{TITLE} <small>(1)</small>",
        f"{TITLE}<span> | Bagian Pertama</span>",
        f"{TITLE} | Okezone",
        f"<svg><title>ikon</title></svg>{TITLE}",
        f"<del>Tadi</del> {TITLE}",
    ],
)
def test_what_stands_beside_the_headline_in_its_heading(heading: str) -> None:
    assert title_of(heading) == TITLE


@pytest.mark.parametrize(
    ("heading", "title", "said"),
    [
        # a part in an element of its own that the page's own title has too, or lacks with the rest
        (f"<i>Viral</i> {TITLE}", f"Viral {TITLE}", f"Viral {TITLE}"),
        (f"<i>Viral</i> {TITLE}", f"Viral {TITLE}", "Panen Kopi di Sora Lebih Awal dari Biasanya"),
        (f"{TITLE} Menurut Warga", f"{TITLE} Menurut Warga", TITLE),
        ("Kunci Jawaban Panen Kopi Halaman 2", "Kunci Jawaban Panen Kopi Halaman 2", "Kunci Jawaban Panen Kopi"),
    ],
)
def test_what_is_of_the_headline(heading: str, title: str, said: str) -> None:
    assert title_of(heading, said) == title


@pytest.mark.parametrize("said", ["Kopi di Lereng Merbabu Dipanen Warga", "Kisah Panen di Sora"])
def test_a_channel_in_a_heading_above_is_no_headline(said: str) -> None:
    assert title_of(f"Daerah</h1><h1>{TITLE}", said) == TITLE


def test_a_short_headline_above_another_heading() -> None:
    assert (
        title_of(f"Panen Raya</h1>{BODY}<h1>Berita Panen Terpopuler Sepanjang Pekan Ini", "Panen Raya") == "Panen Raya"
    )


def test_the_number_of_a_page_in_its_heading() -> None:
    assert title_of(f"{TITLE} - Halaman 2", page="?page=2") == TITLE
    assert (
        title_of("Kunci Jawaban Panen Kopi Halaman 12", "Kunci", page="?page=2")
        == "Kunci Jawaban Panen Kopi Halaman 12"
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<meta property='og:title' content='{TITLE} | Menurut Warga - Kabar Sora'>", ""),
        (f"<meta property='og:title' content='Kabar Sora - {TITLE} | Menurut Warga'>", ""),
        (f"<meta property='og:title' content='{TITLE} | Menurut Warga :: KabarSora.id'>", ""),
        (f"<title>{TITLE} | Menurut Warga / Kabar Sora</title>", ""),
        (f"<title>{TITLE} | Menurut Warga - www.kabarsora.id</title>", ""),
        (
            "<meta property='og:site_name' content='KS Online'>"
            f"<meta property='og:title' content='{TITLE} | Menurut Warga"
            " — KS Online'>",
            "",
        ),
        (
            f"<title>{TITLE} | Menurut Warga</title>",
            f"<h1 style='display:none'>Sora Kini</h1><h2>{TITLE} | Menurut Warga</h2>",
        ),
        (f"<title>{TITLE} | Menurut Warga</title>", f"<h1>Bacaan Anak Muda</h1><h2>{TITLE} | Menurut Warga</h2>"),
    ],
)
def test_the_headline_of_a_site_without_rules(head: str, body: str) -> None:
    text = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>"
    html = f"<html><head>{head}</head><body><article>{body}<div>{text * 2}</div></article></body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert article.title == f"{TITLE} | Menurut Warga"


@pytest.mark.parametrize("title", [f"{TITLE} - Halaman 2", f"{TITLE} halaman 2", f"{TITLE} - Kabar Sora"])
def test_a_headline_in_the_title_element_alone(title: str) -> None:
    text = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>"
    html = f"<html><head><title>{title}</title></head><body><article><div>{text * 2}</div></article></body></html>"
    assert extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen", any_site=True).title == TITLE


def test_a_motto_in_the_title_element_is_no_headline() -> None:
    text = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>"
    head = "<title>Kabar Sora - Berita Terkini dan Terpercaya</title>"
    html = f"<html><head>{head}</head><body><article><div>{text * 2}</div></article></body></html>"
    with pytest.raises(NotAnArticle, match="no title"):
        extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen", any_site=True)


@pytest.mark.parametrize(
    ("said", "shown", "title"),
    [
        # a tag, and a heading in the text, that the page's own title has, too
        ("Lereng Merbabu Utara Diguncang Gempa Lagi Semalam", "Lereng Merbabu Utara", None),
        (
            "Tiga Kabar Hari Ini: Panen Kopi di Lereng Merbabu Lebih Awal",
            "Panen Kopi di Lereng Merbabu Lebih Awal",
            None,
        ),
        (f"{TITLE} - Ekonomi Kabar Sora", TITLE, TITLE),
        (f"Kabar Sora | {TITLE}", TITLE, TITLE),
    ],
)
def test_what_repeats_but_a_part_of_the_title_is_no_headline(said: str, shown: str, title: str | None) -> None:
    url, _, box = SITES["okezone"]
    source = f"<meta property='og:title' content='{said}'><p><span>{shown}</span></p>{box.format(body=BODY)}"
    assert extract(source.encode(), url, NOW).title == (title or said)


@pytest.mark.parametrize("others", ["", "<nav><ul><li><h1>Kabar Sora Kini</h1></li></ul></nav>"])
def test_a_headline_may_be_the_first_item_of_a_list(others: str) -> None:
    items = f"<ul><li><h1>{TITLE}</h1></li><li><h6>Rabu, 13 Mei 2026 | 16:05 WIB</h6></li></ul>"
    text = f"<div id='article-detail-content'><p>{FIRST}</p><p>{LAST}</p></div>"
    html = f"<html><head><title>{TITLE}</title></head><body>{others}{items}{text}</body></html>"
    article = extract(html.encode(), "https://www.viva.co.id/berita/nasional/1651234-warga-sora-panen-kopi")
    assert (article.title, article.published_at is not None) == (TITLE, True)


@pytest.mark.parametrize(("items", "found"), [("", False), ("<li><h6>Jumat, 24 Juli 2026</h6></li>", True)])
def test_a_headline_on_a_slide_alone_says_not_where_the_article_begins(items: str, found: bool) -> None:
    slide = f"<ul><li><h1>{TITLE}</h1><p>{FIRST}</p></li>{items}</ul><p>{LAST}</p>"
    page = Page(
        f"<html><head><title>{TITLE}</title></head><body>{slide}</body></html>".encode(), "https://sora.id/kopi"
    )
    assert (likely_title(page) is not None) is found


def test_a_headline_in_capitals_says_where_the_article_begins() -> None:
    shown = f"<h1>Berita Hari Ini Terbaru</h1><h2>{TITLE.upper()}</h2><p>Jumat, 24 Juli 2026 15:18 WIB</p>"
    text = f"<div><p>{FIRST} {LAST}</p><p>{LAST} {FIRST}</p></div>"
    html = f"<html><head><title>{TITLE}</title></head><body>{shown}{text}</body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.title, article.published_precision) == (TITLE.upper(), "minute")


def test_the_headline_of_the_next_article_is_not_this_ones() -> None:
    shown = f"<h4>{TITLE}</h4><p>Jumat, 24 Juli 2026 15:18 WIB</p><div><p>{FIRST} {LAST}</p><p>{LAST} {FIRST}</p></div>"
    following = "<div><h1><a href='/x/2'>Kebun Teh Tua Ini Dibuka Lagi</a></h1></div>"
    html = f"<html><head><title>{TITLE}</title></head><body>{shown}{following}</body></html>"
    assert extract(html.encode(), "https://www.kabarsora.id/daerah/warga-panen", any_site=True).title == TITLE
