"""Pages of portals in templates that no rule knows, as after a relaunch: who, where from, about what, and pictures."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawl import extract
from newscrawl.items import Article
from newscrawl.reading.article import KIND_IN_TITLE
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.boilerplate import is_junk
from newscrawl.reading.phrases.pictures.captions import BRACKET_CREDIT, split_credit
from tests.reading.test_unruled import SENTENCES, TEXT, TITLE, boxed

URLS = {
    "jpnn": "https://www.jpnn.com/news/warga-sora-menanam-kopi-di-lereng",
    "suara": "https://www.suara.com/news/2026/07/24/151800/warga-sora-menanam-kopi-di-lereng",
    "bisnis": "https://ekonomi.bisnis.com/read/20260724/12/1890001/warga-sora-menanam-kopi-di-lereng",
    "cnbcindonesia": "https://www.cnbcindonesia.com/news/20260724151800-4-612345/warga-sora-menanam-kopi-di-lereng",
    "viva": "https://www.viva.co.id/berita/nasional/1234561-warga-sora-menanam-kopi-di-lereng",
    "inews": "https://www.inews.id/multimedia/photo/warga-sora-menanam-kopi-di-lereng",
}
DATE = "<div class='tayang'>Jumat, 24 Juli 2026 15:18 WIB</div>"
PICTURE = "https://img.a.id/2026/kopi-lereng-sora.jpg"
TO_OTHERS = "<ul><li><a href='/news/harga-teh-naik-lagi-di-sora-7'>Harga Teh Naik Lagi di Sora</a></li></ul>"


def read(
    before: str = "", behind: str = "", *, above: str = "", portal: str = "jpnn", head: str = "", text: str = TEXT
) -> Article:
    """A page of one box: something above the headline, before and behind the text."""
    metas = f"<meta property='og:title' content='{TITLE}'><meta property='og:image' content='{PICTURE}'>"
    return extract(boxed(before or DATE, behind, above=above, head=metas + head, text=text), URLS[portal])


# -- people ----------------------------------------------------------------------------------------------


def test_links_to_other_articles_in_the_box_of_the_text_do_not_make_its_editor_anothers() -> None:
    assert read(behind=f"<div class='kaki'>Editor: <a>Siti Aminah</a></div>{TO_OTHERS}").editors == ["Siti Aminah"]
    card = f"<div>{TO_OTHERS}<div>Editor: Siti Aminah</div></div>"
    assert read(behind=card).editors == [], "in a box of another article it is that one's"


@pytest.mark.parametrize(
    ("line", "authors", "editors", "agency"),
    [
        ("Oleh : <a>Budi Santoso</a> / <a>FMB</a>", ["Budi Santoso"], ["FMB"], None),
        ("Penulis: Budi Santoso/FMB", ["Budi Santoso"], ["FMB"], None),
        ("Penulis: Budi Santoso | Editor: ton", ["Budi Santoso"], ["ton"], None),
        ("Penulis: AFP", [], [], "AFP"),
        ("<span>Budi Santoso, <span>JPNN</span></span>", ["Budi Santoso"], [], None),
        (
            "<span>oleh <a>Budi Santoso</a></span><span>Jumat, 24 Juli 2026 - 15:18 WIB</span>",
            ["Budi Santoso"],
            [],
            None,
        ),
    ],
)
def test_lines_of_who(line: str, authors: list[str], editors: list[str], agency: str | None) -> None:
    article = read(f"<div class='baris'>{line}</div>{DATE}")
    assert (article.authors, article.editors, article.agency) == (authors, editors, agency)


@pytest.mark.parametrize(
    ("before", "authors", "agency"),
    [
        (f"<p>Budi Santoso</p>{DATE}", ["Budi Santoso"], None),
        (f"<ul><li>Budi Santoso & Siti Aminah</li><li>{DATE}</li></ul>", ["Budi Santoso", "Siti Aminah"], None),
        (f"<p>Antara</p>{DATE}", [], "Antara"),
        (f"<p>Siti Aminah (Kontributor)</p>{DATE}", ["Siti Aminah"], None),
        ("<div>Siti Aminah , Jurnalis · Jumat, 24 Juli 2026 15:18 WIB</div>", ["Siti Aminah"], None),
        (f"<div><div>Penulis</div><div>Siti Aminah</div></div>{DATE}", ["Siti Aminah"], None),
        (f"<div>Penulis</div><div>Siti Aminah</div>{DATE}", ["Siti Aminah"], None),
        (f"<p>Gaya Hidup</p>{DATE}<a href='/gaya-hidup'>Gaya Hidup</a>", [], None),
        (f"<p>Jawa Barat</p>{DATE}", [], None),
        (f"<p>Opini Publik</p>{DATE}", [], None),
        (f"<p>Terkini</p>{DATE}", [], None),
        (f"<p>Budi Santoso</p><p>Jumat, 24 Juli 2026</p>{DATE}", [], None),
    ],
)
def test_who_stands_beside_the_day_and_clock(before: str, authors: list[str], agency: str | None) -> None:
    article = read(before)
    assert (article.authors, article.agency) == (authors, agency)


def test_who_stands_behind_the_text() -> None:
    article = read(behind="<div>Rep: Budi Santoso/ Red: Siti Aminah</div>")
    assert (article.authors, article.editors) == (["Budi Santoso"], ["Siti Aminah"])


@pytest.mark.parametrize("place", ["Jakarta", "Jakarta Selatan", "Sora Baru"])
def test_a_dateline_with_the_site_s_name_names_nobody(place: str) -> None:
    article = read(text=f"<strong>{place}, JPNN</strong> -- {TEXT}")
    assert (article.authors, article.text.startswith(f"{place}, JPNN -- Warga")) == ([], True)


def test_who_is_named_in_two_lines_wrote_and_edited() -> None:
    head = """<script type='application/ld+json'>{"@type": "NewsArticle", "headline": "Warga Sora Menanam Kopi di
    Lereng", "author": {"@type": "Person", "name": "Siti Aminah"}}</script>"""
    for before, authors in ((f"<div class='author'>oleh Siti Aminah</div>{DATE}", ["Siti Aminah"]), (DATE, [])):
        article = read(before, "<div>Editor : Siti Aminah</div>", head=head)
        assert (article.authors, article.editors) == (authors, ["Siti Aminah"])


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("<ul><li>Oleh :<a>Budi Santoso</a></li><li><a>Rani Puspita</a></li></ul>", ["Budi Santoso", "Rani Puspita"]),
        ("<div class='author'>Budi Santoso, Rani Puspita - {}</div>", ["Budi Santoso", "Rani Puspita"]),
        ("<div class='author'>Budi Santoso<br>Community Writer</div>", ["Budi Santoso"]),
        ("<div class='author'><a>Budi Santoso</a><a>Verified</a></div>", ["Budi Santoso"]),
        ("<div class='author'><a>Budi Santoso</a><a>Terpercaya</a></div>", ["Budi Santoso"]),
        ("<div class='author'>Rani Puspita</div>", ["Budi Santoso"]),
    ],
)
def test_data_may_name_but_the_first_writer(printed: str, authors: list[str]) -> None:
    head = """<script type='application/ld+json'>{"@type": "NewsArticle", "headline": "Warga Sora Menanam Kopi di
    Lereng", "author": {"@type": "Person", "name": "Budi Santoso"}}</script>"""
    for portal in ("jpnn", "viva"):
        before = f"<div>{printed.format(portal.upper())}{DATE}</div>"
        assert read(before, head=head, portal=portal).authors == authors


def test_a_name_above_what_its_owner_is_wrote_a_column() -> None:
    named = "<div><img src='/foto/budi.jpg'><div>Budi Santoso<br>{}</div></div>"
    assert read(named.format("Dosen Universitas Sora") + DATE).authors == ["Budi Santoso"]
    assert read(named.format("Kebun kopi di lereng") + DATE).authors == []


def test_who_wrote_and_edited_is_named_and_what_signs_is_a_code() -> None:
    behind = "<p class='waktu'>Redaktur & Reporter : Sutresno Wahyu</p>"
    assert read(behind=behind, text=f"{TEXT}<p>(sut/jpnn)</p>").editors == ["Sutresno Wahyu"]
    assert read(behind=behind, text=f"{TEXT}<p>(rni/jpnn)</p>").editors == ["Sutresno Wahyu"]


def test_an_editors_code_stands_in_a_box_right_behind_the_text() -> None:
    article = read(behind="<div class='inisial'>(ded)</div>")
    assert (article.editors, article.text) == (["ded"], "\n\n".join(SENTENCES))
    assert read(behind="<div class='inisial'>(adv)</div>").editors == []


@pytest.mark.parametrize(("behind", "agency"), [("<p><br>Sumber: AFP</p>", "AFP"), ("<p><br>Sumber: BPS</p>", None)])
def test_a_source_behind_the_text(behind: str, agency: str | None) -> None:
    assert read(behind=behind).agency == agency


def test_a_source_beside_the_editor_behind_a_bar() -> None:
    article = read(f"<div>Sumber: Antara | Editor: Siti Aminah</div>{DATE}")
    assert (article.agency, article.editors) == ("Antara", ["Siti Aminah"])


def test_a_source_stands_in_one_box_with_the_editor() -> None:
    behind = "<div class='kaki'><div>Sumber: {}</div><div>Editor: <a>Siti Aminah</a></div></div>"
    assert read(behind=behind.format("AFP")).agency == "AFP"
    assert read(behind=behind.format("BPS")).agency is None


# -- sections and tags -----------------------------------------------------------------------------------

MENU = "<nav><a href='/'>Home</a><a href='/news'>News</a><a href='/nasional'>Nasional</a></nav>"
STATED = "<script type='application/ld+json'>{{'@type': 'NewsArticle', 'articleSection': '{}'}}</script>"


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<div class='detailsBreadcrumb'><a href='/'>Home</a><a href='/ekonomi'>Ekonomi</a></div>", ["Ekonomi"]),
        ("<div class='breadcrumb-content'><p><a href='/nasional'>Nasional</a></p></div>", ["Nasional"]),
        ("<div class='dtl_kanal'><a href='/nasional'>Nasional</a></div>", ["Nasional"]),
        ("<a class='kategori' href='/nasional'>Nasional</a>", ["Nasional"]),
        ("<p class='rubrik'>EKONOMI</p>", ["EKONOMI"]),
        ("<p class='rubrik'>Jumat, 24 Juli</p>", []),
        ("<div>Home / Ekonomi / Pasar</div>", ["Ekonomi", "Pasar"]),
        ("<div>Kopi / Teh / Gula</div>", []),
        (
            "<ol itemscope itemtype='https://schema.org/BreadcrumbList'><li><a href='/'>Home</a></li>"
            "<li><a href='/ekonomi'>Ekonomi</a></li></ol>",
            ["Ekonomi"],
        ),
        ("<h4><a href='/ekonomi'>Ekonomi</a></h4>", []),
        ("<p class='category-label'><a href='/a'>Nasional</a> <a href='/a/b'>Jawa</a></p>", ["Nasional", "Jawa"]),
        ("<div class='bc'><a href='/'>Home</a> / <a href='/nasional'>Nasional</a></div>", ["Nasional"]),
        ("<div class='bc'><a href='/'>Home</a> <a href='/nasional'>Nasional</a></div>", []),
        (
            "<div class='remah'><a href='https://daerah.jpnn.com'>Daerah</a>"
            " <a href='https://daerah.jpnn.com/jawa'>Jawa</a></div>",
            ["Daerah", "Jawa"],
        ),
        (
            "<div class='crumbs'><a href='/'>Home</a> <a href='/nasional'>Nasional</a> Berita Nasional</div>",
            ["Nasional"],
        ),
    ],
)
def test_the_way_to_an_article_by_its_place(above: str, section: list[str]) -> None:
    assert read(above=above).section == section


def test_a_section_that_data_names_is_one_where_a_link_says_it() -> None:
    head = (
        STATED.format("nasional").replace("'", '"').replace('type="application/ld+json"', "type='application/ld+json'")
    )
    assert read(above=MENU, head=head).section == ["Nasional"]
    assert read(head=head).section == [], "no reader sees it"


def test_a_link_alone_above_the_headline_leads_to_a_channel_of_the_menu() -> None:
    for address, section in (("/nasional", ["Nasional"]), ("/nasional-lama", []), ("/news/harga-teh-naik-7", [])):
        assert read(above=f"{MENU}<h4><a href='{address}'>Nasional</a></h4>").section == section


def test_the_channel_at_hand_is_marked_in_the_menu() -> None:
    for name, section in (("news", ["News"]), ("nasional", [])):  # the address stands below /news/
        marked = MENU.replace(f"<a href='/{name}'", f"<a class='nav-active' href='/{name}'")
        assert read(above=marked, portal="suara").section == section
    assert read(above=MENU, portal="suara").section == []


def test_a_channel_of_the_data_as_the_page_prints_it() -> None:
    layer = "<script>dataLayer = [{'articleCategory': 'news', 'articleSubcategory': 'nasional'}];</script>"
    way = "<div class='breadcrumb'><a href='/'>Home</a><a href='/news'>News</a></div>"
    assert read(above=layer + way, portal="suara").section == ["News", "nasional"]


TAGS = "<a href='/tag/kopi'>Kopi</a> <a href='/tag/lereng-sora'>Lereng Sora</a>"


@pytest.mark.parametrize(
    ("behind", "tags"),
    [
        (f"<div class='TagList'>{TAGS}</div>", ["Kopi", "Lereng Sora"]),
        (f"<div class='kata-kunci'>{TAGS}</div>", ["Kopi", "Lereng Sora"]),
        (f"<div class='tagcloud'><span>Tags</span>{TAGS}</div>", ["Kopi", "Lereng Sora"]),
        (f"<div class='terpopuler'>{TAGS}</div>", []),
        (f"<div class='kata-kunci'>Topik Hangat {TAGS}</div>", []),
        (f"<div data-qa-id='tags'>{TAGS}</div>", ["Kopi", "Lereng Sora"]),
        (f"<div class='topic-list'><h4>Topic:</h4>{TAGS}</div>", ["Kopi", "Lereng Sora"]),
        (f"<div class='newstag'>{TAGS}</div>", ["Kopi", "Lereng Sora"]),
        (f"<div class='isi-lain'>{TAGS}</div>", []),
        (
            "<div class='tagcloud'><span>Tags</span><a href='/tag/teh'>Teh</a> <a href='/tag/gula'>Gula Aren</a></div>",
            [],
        ),
        (f"<div class='tagcloud'><span>Tags</span>{TAGS} <a href='/kontak'>Kontak</a></div>", []),
        (f"<footer class='topik'>{TAGS}</footer>", ["Kopi", "Lereng Sora"]),
    ],
)
def test_a_row_right_behind_the_text_that_is_but_tags(behind: str, tags: list[str]) -> None:
    assert read(behind=behind).tags == tags


# -- pictures --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("portal", "said", "told"),
    [
        ("suara", "Panen kopi [Budi Santoso]", ("Panen kopi", "Budi Santoso")),
        ("bisnis", "Panen kopi. - Budi Santoso", ("Panen kopi.", "Budi Santoso")),
        (
            "jpnn",
            "<span>Panen kopi di Sora</span><span>Foto: Budi Santoso</span>",
            ("Panen kopi di Sora", "Budi Santoso"),
        ),
    ],
)
def test_captions_in_the_house_s_own_form(portal: str, said: str, told: tuple[str, str]) -> None:
    article = read(f"{DATE}<figure><img src='{PICTURE}'><figcaption>{said}</figcaption></figure>", portal=portal)
    (image,) = article.images
    assert (image.caption, image.credit) == told


SAID = "Warga menanam kopi di lereng desa"


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (f"<div><img src='{PICTURE}'></div><div class='ket'>{SAID}</div>", (SAID, None)),
        (f"<div><img src='{PICTURE}'></div><p class='info-foto'>{SAID}</p>", (SAID, None)),
        (f"<amp-img src='{PICTURE}'></amp-img><p class='ampcap'>{SAID}</p>", (SAID, None)),
        (f"<div><img src='{PICTURE}'></div><div class='text-sm text-gray'>{SAID}</div>", (SAID, None)),
        (f"<div><img src='{PICTURE}'></div><div class='ket'>Budi Santoso - 24 Juli 2026</div>", (None, None)),
        (f"<div><img src='{PICTURE}'></div><div class='kabar'>{SAID}</div>", (None, None)),
        (f"<div><img src='{PICTURE}' title='{SAID} (Foto: Budi Santoso)'></div>", (SAID, "Budi Santoso")),
        (f"<div><img src='{PICTURE}' alt='{SAID}'></div>", (None, None)),
    ],
)
def test_a_caption_right_below_a_lead_picture(shown: str, told: tuple[str | None, str | None]) -> None:
    (image,) = read(DATE + shown).images
    assert (image.caption, image.credit) == told


def test_a_label_in_an_element_of_its_own_is_glued_to_nothing() -> None:
    assert split_credit("Panen kopiFoto: Antara", BRACKET_CREDIT) == ("Panen kopi", "Antara")
    assert split_credit("Lensa telefoto: Sora", BRACKET_CREDIT) == ("Lensa telefoto: Sora", None)


ALTS = [f"Warga membawa keranjang ke-{n} menuruni lereng desa di Sora." for n in range(1, 5)]


def gallery(alts: list[str], portal: str = "inews", **there: Any) -> Article:
    row = "".join(
        f"<li><img src='https://img.a.id/2026/panen-kopi-sora-{n}.jpg' alt='{alt}'></li>" for n, alt in enumerate(alts)
    ).replace("https://img.a.id/2026/panen-kopi-sora-0.jpg", PICTURE)
    return read(f"{DATE}<ul class='jajaran'>{row}</ul>", text="", portal=portal, **there)


def test_pictures_of_which_nothing_else_tells_have_what_stands_in_their_place() -> None:
    article = gallery(ALTS)
    assert [image.caption for image in article.images] == ALTS
    assert str(article.published_at) == "2026-07-24 15:18:00+07:00", "told by the line about the pictures"
    same = gallery([TITLE] * 4)
    assert [image.caption for image in same.images] == [None] * 4, "each repeats the headline"


def test_a_gallery_whose_address_does_not_say_so_has_a_printed_day() -> None:
    article = gallery(ALTS, "jpnn", head="<meta property='og:type' content='article'>")
    assert (article.kind, str(article.published_at)) == ("gallery", "2026-07-24 15:18:00+07:00")


def test_captions_of_a_gallery_are_no_text_of_it() -> None:
    items = "".join(
        f"<li><img src='https://img.a.id/2026/panen-kopi-sora-{n}.jpg'><div class='detail_text'><p>{alt}"
        " (Sora/Budi Santoso)</p></div></li>"
        for n, alt in enumerate(ALTS)
    )
    html = f"<html><body><div><h1>FOTO: {TITLE}</h1>{DATE}<ul>{items}</ul></div></body></html>"
    url = "https://www.cnnindonesia.com/gaya-hidup/20260724151800-268-1234567/foto-panen-kopi"
    article = extract(html.encode(), url)
    assert (article.kind, article.text, len(article.images)) == ("gallery", "", 4)


# -- the text --------------------------------------------------------------------------------------------


def test_a_house_s_note_on_every_column_is_none_of_its_text() -> None:
    note = (
        "*) Catatan: Artikel ini merupakan pendapat pribadi penulis dan tidak mencerminkan pandangan Redaksi Sora.com"
    )
    assert is_junk(Paragraph(note.removeprefix("*) ")))
    assert not is_junk(Paragraph("Catatan: Artikel itu tidak mencerminkan keadaan desa."))


def test_a_live_report_says_so_in_its_headline() -> None:
    assert KIND_IN_TITLE.match("LIVE REPORT: Sidang Warga Sora")
    assert not KIND_IN_TITLE.match("Live Reporter: Kisah Rani")
