"""Sections and tags of sites that nobody has described: by what is printed, what the data says, where the page is."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Article

TITLE = "Harga Kopi di Pasar Sora Naik"
TEXT = "".join(
    f"<p>Harga kopi robusta di pasar Sora naik sejak pekan lalu, kata {name}, pedagang di pasar itu.</p>"
    for name in ("Rani Puspita", "Budi Santoso", "Siti Aminah", "Dewi Lestari", "Agus Salim")
)
PATH = "/ekonomi/pasar/harga-kopi-di-pasar-sora-naik"
MENU = (
    "<nav><a href='/'>Beranda</a><a href='/ekonomi'>Ekonomi</a><a href='/ekonomi/pasar/'>Pasar</a>"
    "<a href='/olahraga'>Olahraga</a><a href='/tag/pilkada'>Pilkada</a></nav>"
)


def of(
    front: str = "", behind: str = "", head: str = "", *, path: str = PATH, menu: str = "", host: str = "kabar.example"
) -> Article:
    page = (
        f"<html><head><title>{TITLE}</title><meta property='og:type' content='article'>{head}</head><body>{menu}"
        f"<div class='kolom'>{front}<div class='isi'><h1>{TITLE}</h1><div class='teks'>{TEXT}</div></div>{behind}</div>"
        "</body></html>"
    )
    return extract(page.encode(), f"https://{host}{path}", any_site=True)


WAY = "<a href='/'>Home</a> <a href='/ekonomi'>Ekonomi</a> <a href='/ekonomi/pasar'>Pasar</a>"


@pytest.mark.parametrize(
    "front",
    [
        f"<ul class='read-page--breadcrumb'>{WAY}</ul>",
        f"<h4 class='green breadcrump'>{WAY}</h4>",
        f"<div class='kcm-breadcrumb'>{WAY}</div>",
        f"<div aria-label='breadcrumb'>{WAY}</div>",
        "<div class='kcm-breadcrumb'><a href='/ekonomi'>Ekonomi</a><a href='/ekonomi/pasar'>Pasar</a></div>",
    ],
)
@pytest.mark.parametrize("head", ["", "<meta property='article:section' content='News'>"])
def test_a_way_by_its_name_says_more_than_the_metas(front: str, head: str) -> None:
    assert of(front, head=head).section == ["Ekonomi", "Pasar"]


def test_what_is_printed_goes_on_where_the_data_ends() -> None:
    data = (
        '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":['
        '{"@type":"ListItem","position":1,"item":{"@id":"/ekonomi","name":"ekonomi"}}]}</script>'
    )
    assert of(f"<div class='breadcrumb'>{WAY}</div>", head=data).section == ["Ekonomi", "Pasar"]


def test_a_way_in_what_the_data_says_of_the_page() -> None:
    data = (
        '<script type="application/ld+json">{"@type":"WebPage",'
        '"breadcrumb":{"@type":"BreadcrumbList","itemListElement":['
        '{"@type":"ListItem","position":1,"name":"Home","item":"/"},'
        '{"@type":"ListItem","position":2,"name":"Ekonomi","item":"/ekonomi"}]}}</script>'
    )
    assert of(head=data).section == ["Ekonomi"]


@pytest.mark.parametrize(
    "front",
    [
        "<footer><div class='breadcrumb'><a href='/olahraga'>Olahraga</a></div></footer>",
        "<aside class='crumbs'><a href='/olahraga'>Olahraga</a></aside>",
        f"<div class='breadcrumb'><a href='/'>Beranda</a> <a href='{PATH}'>{TITLE}</a></div>",
        "<div class='breadcrumb'></div>",
    ],
)
def test_a_way_beside_the_article_or_of_no_channel_is_none(front: str) -> None:
    assert of(front).section == []


def test_the_channels_that_an_address_stands_below_are_called_as_the_menu_calls_them() -> None:
    assert of(menu=MENU).section == ["Ekonomi", "Pasar"]
    assert of(menu=MENU.replace("https://", ""), path="/ekonomi/harga-kopi-di-pasar-sora-naik").section == ["Ekonomi"]


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/berita/2026/harga-kopi-di-pasar-sora-naik", "<a href='/berita/2026'>2026</a>"),
        ("/read/harga-kopi-di-pasar-sora-naik", "<a href='/read'>Read</a>"),
        ("/blog/harga-kopi-di-pasar-sora-naik", "<a href='/blog'>Kembali ke halaman depan</a>"),
        ("/kesehatan/harga-kopi-di-pasar-sora-naik", "<a href='/kesehatan'>English</a>"),
        ("/ekonomi/harga-kopi-di-pasar-sora-naik", "<a href='https://lain.example/ekonomi'>Ekonomi</a>"),
        ("/ekonomi/harga-kopi-di-pasar-sora-naik", "<a href='/ekonomi?page=2'>Ekonomi</a>"),
        ("/harga-kopi-di-pasar-sora-naik", "<a href='/ekonomi'>Ekonomi</a>"),
    ],
)
def test_no_channel_follows_from_an_address_alone(path: str, link: str) -> None:
    assert of(menu=f"<nav>{link}</nav>", path=path).section == []


def test_a_host_of_its_own_is_a_channel_where_a_link_says_so() -> None:
    link = "<nav><a href='https://bola.kabar.example/'>Bola</a><a href='https://www.kabar.example/'>Kabar</a></nav>"
    assert of(menu=link, host="bola.kabar.example", path="/harga-kopi-di-pasar-sora-naik").section == ["Bola"]
    assert of(menu=link, host="m.kabar.example", path="/harga-kopi-di-pasar-sora-naik").section == []


def tags(links: str, box: str = "<div class='box-tag'>{}</div>") -> str:
    return box.format(links)


KOPI = (
    "<a href='/tag/harga-kopi'>Harga Kopi</a> <a href='/tag/pasar-sora'>Pasar Sora</a> <a href='/tag/petani'>Petani</a>"
)
OWN = ["Harga Kopi", "Pasar Sora", "Petani"]


@pytest.mark.parametrize(
    "behind",
    [
        tags(KOPI),
        f"<div><div>{tags(KOPI)}</div></div>",
        tags(KOPI.replace("/tag/", "/tag/h/")),
        tags(KOPI.replace("'>", "/index.html'>")),
        tags(f"<div class='nav'>{KOPI}</div>"),
        tags(KOPI.replace("/tag/petani", "/profil/petani")),
        tags(f"{KOPI} <a href='/tag'>More Tag</a>"),
    ],
)
def test_a_row_of_tags_further_behind_is_the_articles_where_it_tells_of_most(behind: str) -> None:
    assert of(behind=behind).tags == OWN


@pytest.mark.parametrize(
    "behind",
    [
        tags("<a href='/tag/pilkada'>Pilkada</a> <a href='/tag/timnas'>Timnas</a> <a href='/tag/gempa'>Gempa Bumi</a>"),
        tags(KOPI, "<div class='tag-populer'>{}</div>"),
        tags(KOPI, "<aside class='tags'>{}</aside>"),
        tags(KOPI, "<footer><div class='tags'>{}</div></footer>"),
        tags(KOPI, "<div class='lainnya'>{}</div>"),
    ],
)
def test_topics_of_the_day_are_no_tags(behind: str) -> None:
    assert of(behind=behind).tags == []


def keywords(said: str) -> str:
    return f"<meta name='keywords' content='{said}'>"


def test_keywords_of_which_the_article_tells_are_its_tags_where_none_are_printed() -> None:
    assert of(head=keywords("harga kopi, pasar Sora, robusta, pedagang")).tags == [
        "harga kopi", "pasar Sora", "robusta", "pedagang",
    ]  # fmt: skip
    assert of(behind=tags(KOPI), head=keywords("harga kopi, robusta")).tags == OWN


@pytest.mark.parametrize(
    "said",
    [
        "berita terkini, berita hari ini, kabar terbaru, portal berita",  # the site's
        "harga, kopi, robusta, di, pasar, Sora, naik, sejak, pekan, lalu",  # a sentence taken apart
        "pemilu, gempa bumi, timnas indonesia",  # of other days
        "kopi",
        "harga kopi di pasar Sora naik sejak pekan lalu, harga kopi",
        ", ".join(f"harga kopi {n}" for n in range(20)),
    ],
)
def test_other_keywords_are_no_tags(said: str) -> None:
    assert of(head=keywords(said)).tags == []


def test_a_way_of_channels_among_the_keywords_is_no_tag() -> None:
    data = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
        + TITLE
        + '","articleSection":"Ekonomi",'
        '"keywords":["Ekonomi:Pasar","Harga Kopi"]}</script>'
    )
    article = of(head=data)
    assert (article.section, article.tags) == (["Ekonomi", "Pasar"], ["Harga Kopi"])


def test_writers_in_capitals_below_a_text_are_no_paragraph() -> None:
    body = f"<div><h1>{TITLE}</h1>{TEXT}<p>RANI PUSPITA SARI, BUDI SANTOSO, SITI AMINAH</p></div>"
    page = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    article = extract(page.encode(), f"https://kabar.example{PATH}", any_site=True)
    assert article.authors == ["RANI PUSPITA SARI", "BUDI SANTOSO", "SITI AMINAH"]
    assert "BUDI" not in article.text


def test_tags_glued_to_a_summary_go_where_they_are_printed_alone() -> None:
    said = "<meta property='og:description' content='Pedagang kopi di pasar Sora menaikkan harga,Harga Kopi,Petani'>"
    assert of(behind=tags(KOPI), head=said).summary == "Pedagang kopi di pasar Sora menaikkan harga"
