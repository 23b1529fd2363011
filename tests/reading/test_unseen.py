"""Pages of themes that nobody has seen: last lines, people and rows of links are told by what the page itself says."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Article
from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.people.credits import read_credits
from newscrawl.reading.phrases.pictures.captions import split_credit
from tests.reading.test_unruled import SENTENCES, TEXT, TITLE, boxed

URL = "https://kabarlembah.example/berita/warga-sora-menanam-kopi"
DATE = "<div>Jumat, 24 Juli 2026 15:18 WIB</div>"
MENU = "<nav><a href='/ekonomi'>Ekonomi</a><a href='/daerah'>Daerah</a></nav>"
SAYS = "AC Milan dan Polda Sora membeli kopi itu, begitu pula Mahkamah Sora (MS) dan warga kota lain sejak lama."


def read(
    before: str = "", behind: str = "", *, above: str = "", below: str = "", head: str = "", text: str = TEXT
) -> Article:
    """A page of a site without rules: something above the headline, before and behind the text, and on top of it."""
    head = f"<meta property='og:type' content='article'>{head}"
    page = boxed(before + DATE, behind, above=above, head=head, text=text, menu=MENU, below=below)
    return extract(page, URL, any_site=True)


# -- last lines ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["AC Milan", "MS", "Polda Sora"])
@pytest.mark.parametrize("form", ["<p>{} ({})</p>", "<p>{}</p><p>({})</p>"])
def test_a_name_of_which_the_text_tells_signs_nothing(name: str, form: str) -> None:
    article = read(text=f"<p>{SAYS}</p>{TEXT}" + form.format(SENTENCES[0], name))
    assert article.text.endswith(f"({name})")
    assert article.editors == article.authors == []


@pytest.mark.parametrize(
    ("name", "editors"),
    [
        ("Budi Santoso", ["Budi Santoso"]),
        ("abc", ["abc"]),
        ("Dinas Kominfo Sora", []),
        ("LPSK Sora", []),
        ("Milan", ["Milan"]),
    ],
)
def test_another_name_in_brackets_signs(name: str, editors: list[str]) -> None:
    article = read(text=f"<p>{SAYS}</p>{TEXT}<p>{SENTENCES[0]} ({name})</p>")
    assert article.text.endswith(SENTENCES[0])
    assert article.editors == editors


@pytest.mark.parametrize("line", ["Editor: abc", "Redaktur : wkt", "Red: ndr"])
def test_an_editor_s_code_alone_below_the_text(line: str) -> None:
    article = read(text=f"{TEXT}<p>{line}</p>")
    assert article.editors == [line[-3:]]
    assert article.text.endswith(SENTENCES[-1])


def test_a_line_of_roles_keeps_a_code_that_an_agency_is_called_by() -> None:
    said = Cleaned()
    assert read_credits("Reporter: Budi Santoso Editor: abc", said)
    assert (said.authors, said.editors, said.agency) == (["Budi Santoso"], ["abc"], None)


# -- people ----------------------------------------------------------------------------------------------

BELOW = "<p>Reporter: Rani Dewi</p><p>Editor: Siti Aminah</p>"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<div class='author'>Budi Santoso</div>", ["Budi Santoso", "Rani Dewi"]),
        ("<div class='author'>Siti Aminah</div>", ["Rani Dewi"]),
        ("<div class='author'>Rani Dewi</div>", ["Rani Dewi"]),
        ("<div class='author'>Redaksi</div>", ["Rani Dewi"]),
        ("<div class='author'>Rani Puspa Dewi</div>", ["Rani Puspa Dewi"]),
        ("<div class='author'>R. Dewi</div>", ["R. Dewi"]),
        ("", ["Rani Dewi"]),
    ],
)
def test_a_reporter_below_the_text_reported_it_whoever_stands_above(byline: str, authors: list[str]) -> None:
    article = read(byline, text=TEXT + BELOW)
    assert (article.authors, article.editors) == (authors, ["Siti Aminah"])


def test_a_reporter_below_the_text_stands_beside_the_writer_of_the_data() -> None:
    data = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Budi Santoso"}}'
    article = read(head=f"<script type='application/ld+json'>{data}</script>", text=TEXT + BELOW)
    assert article.authors == ["Budi Santoso", "Rani Dewi"]


@pytest.mark.parametrize("place", ["<div>{}</div>", "<div class='author'>{}</div>"])
@pytest.mark.parametrize("way", ["/tag/real-sora", "/topik/real-sora/"])
def test_a_link_to_a_topic_is_no_writer(place: str, way: str) -> None:
    assert read(place.format(f"<a href='{way}'>Real Sora</a>")).authors == []
    assert read(place.format("<a href='/author/real-sora'>Real Sora</a>")).authors == ["Real Sora"]


@pytest.mark.parametrize(
    "label", ["Laporan Keuangan Tahunan | Koperasi", "Rapat Anggaran Perubahan | Desa", "Laporan Mudik"]
)
def test_a_label_of_words_that_nobody_is_called_by(label: str) -> None:
    assert people(label) == []
    assert read(f"<div class='author'>{label}</div>").authors == []


@pytest.mark.parametrize("name", ["Dewa Kusuma", "Kotabaru Siregar", "CHRIS Hadi", "Bankir Rahmat"])
def test_names_like_those_of_institutions(name: str) -> None:
    assert people(name) == [name]


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Reporter Budi Santoso<br>Editor Siti Aminah", ["Budi Santoso"], ["Siti Aminah"]),
        ("<span>Budi Santoso</span><span>Siti Aminah (Editor)</span>", ["Budi Santoso"], ["Siti Aminah"]),
        ("<div><img src='/a.png' alt=''><span>Budi Santoso</span><small>Jurnalis</small></div>", ["Budi Santoso"], []),
        ("<div><a href='/author/b'>Budi Santoso</a><span>Follow</span></div>", ["Budi Santoso"], []),
        ("<div><span>Oleh</span><a href='/author/b'>Budi Santoso</a></div>", ["Budi Santoso"], []),
    ],
)
def test_roles_without_a_colon(line: str, authors: list[str], editors: list[str]) -> None:
    article = read(f"<div class='author'>{line}</div>")
    assert (article.authors, article.editors) == (authors, editors)


def test_data_names_but_the_first_of_the_writers_that_a_byline_is() -> None:
    data = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Budi Santoso"}}'
    head = f"<script type='application/ld+json'>{data}</script>"
    assert read("<div class='author'>Budi Santoso & Rani Dewi</div>", head=head).authors == [
        "Budi Santoso",
        "Rani Dewi",
    ]
    assert read("<div class='author'>Siti Aminah & Rani Dewi</div>", head=head).authors == ["Budi Santoso"]
    assert read("<div class='author'>Budi Santoso, Penyair Muda</div>", head=head).authors == ["Budi Santoso"]


@pytest.mark.parametrize("name", ["author", "createdby"])
def test_an_agency_in_a_writer_s_place(name: str) -> None:
    article = read(f"<div class='{name}'>Antara</div><div>Rubrik Tani</div>")
    assert (article.authors, article.agency) == ([], "Antara")
    assert read(f"<div class='{name}'>Budi Santoso - Kabarlembah</div>").authors == ["Budi Santoso"]


SITE = "<meta property='og:site_name' content='Kabar Sora'>"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<div>Budi Santoso - Kabar Sora</div>", ["Budi Santoso"]),
        ("<ul><li>Budi Santoso, Rani Dewi | Kabar Sora</li><li>128</li></ul>", ["Budi Santoso", "Rani Dewi"]),
        ("<div>Kopi - Kabar Sora</div>", []),
        ("<div>Budi Santoso - Kabar Teh</div>", []),
        (
            "<ul><li><i class='fa fa-user'></i> Budi Santoso dan Rani Dewi</li></ul><p>Tani</p>",
            ["Budi Santoso", "Rani Dewi"],
        ),
    ],
)
def test_names_beside_an_icon_or_the_site_s_name(line: str, authors: list[str]) -> None:
    assert read(line, head=SITE).authors == authors


def test_an_agency_with_a_theme_s_dash_behind_it() -> None:
    byline = "<div class='post-author-name'>ANTARA<div class='line'> - </div></div><div>Rubrik Tani</div>"
    assert read(byline).agency == "Antara"


# -- pictures --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("front", ["", "Panen kopi. "])
def test_an_initial_is_no_end_of_a_caption(front: str) -> None:
    caption = front.strip() or None
    assert split_credit(f"{front}Foto: M. Budi Santoso/Sora Times") == (caption, "M. Budi Santoso/Sora Times")


@pytest.mark.parametrize(("name", "credit"), [("media-kredit", "Budi Santoso"), ("media-lain", None)])
def test_a_box_that_is_called_a_credit(name: str, credit: str | None) -> None:
    picture = "https://img.a.id/2026/kopi-lereng-sora.jpg"
    said = f"<p class='media-teks'>Panen kopi di lereng</p><p class='{name}'>Budi Santoso</p>"
    shown = f"<div class='media'><img src='{picture}'>{said}</div>"
    article = read(behind="", head=f"<meta property='og:image' content='{picture}'>", before=shown)
    assert [image.credit for image in article.images] == [credit]


# -- rows of links ---------------------------------------------------------------------------------------

KOPI, LERENG, TEH = (f"<a href='/tag/{name.lower()}'>{name}</a>" for name in ("Kopi", "Lereng", "Teh"))


@pytest.mark.parametrize(
    ("names", "links", "tags"),
    [
        ("flex flex-wrap gap-2 mt-6", KOPI + LERENG, ["Kopi", "Lereng"]),
        ("css-1x2y3z", KOPI, ["Kopi"]),
        ("md:flex", KOPI + TEH, []),
        ("flex isi-lain", KOPI + LERENG, []),
        ("", KOPI + LERENG, []),
        ("flex", f"Lainnya: {KOPI}{LERENG}", []),
    ],
)
def test_a_row_whose_names_tell_of_its_looks_has_tags_of_which_the_article_tells(
    names: str, links: str, tags: list[str]
) -> None:
    assert read(behind=f"<div class='{names}'>{links}</div>").tags == tags


@pytest.mark.parametrize("marks", ["class='flex gap-2'", "class='di-atas'"])
def test_a_row_called_tags_comes_before_a_topic_above_the_headline(marks: str) -> None:
    front = f"<div {marks}><a rel='tag' href='/topik/kopi'>Kopi</a></div>"
    row = f"<div class='tags'>{LERENG} {TEH}</div>"
    html = f"<title>{TITLE}</title><main>{front}<h1>{TITLE}</h1>{DATE}<div>{TEXT}</div>{row}</main>"
    assert extract(html.encode(), URL, any_site=True).tags == ["Lereng", "Teh"]


@pytest.mark.parametrize(
    ("rel", "tags"),
    [("tag", ["Kopi", "Gula Aren"]), ("tag nofollow", ["Kopi", "Gula Aren"]), ("category tag", [])],
)
def test_the_foot_of_an_article_has_its_tags(rel: str, tags: list[str]) -> None:
    links = "".join(f"<li><a rel='{rel}' href='/tag/{name}'>{name}</a></li>" for name in ("Kopi", "Gula Aren"))
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1>{DATE}{TEXT}<footer><ul>{links}</ul></footer></article>"
    assert extract(html.encode(), URL, any_site=True).tags == tags


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<div><a href='/ekonomi'>Ekonomi</a><i>/</i><a href='/pasar'>Pasar</a></div>", ["Ekonomi", "Pasar"]),
        ("<div><a href='/ekonomi'>Ekonomi</a></div>", ["Ekonomi"]),
        ("<div><a href='/ekonomi'>Ekonomi</a> <a href='/pasar'>Pasar</a></div>", []),
        ("<div><a href='/pasar'>Pasar</a><i>/</i><a href='/kopi'>Kopi</a></div>", []),
        ("<div><a href='/ekonomi'>Ekonomi</a><i>/</i><a href='/tag/kopi'>Kopi</a></div>", []),
        (
            "<div class='bread'><a href='/'>Home</a><a href='/pasar'>Pasar</a><a href='/kopi'>Kopi</a></div>",
            ["Pasar", "Kopi"],
        ),
    ],
)
def test_a_way_above_the_headline_begins_with_a_channel_of_the_menu(above: str, section: list[str]) -> None:
    assert read(above=above).section == section


def test_the_category_of_an_amp_page_stands_at_the_foot_of_its_article() -> None:
    link = "<div class='amp-wp-meta amp-wp-tax-category'>Kategori: <a href='/category/pasar/'>Pasar</a></div>"
    html = (
        f"<html amp><title>{TITLE}</title><article><h1>{TITLE}</h1>{DATE}{TEXT}<footer>{link}</footer></article></html>"
    )
    assert extract(html.encode(), URL, any_site=True).section == ["Pasar"]
