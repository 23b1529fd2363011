"""Sections, tags and the summary, whatever stands among them that is none."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import BODY, FIRST, LAST, S1, S2, S3, SITES, TITLE, read, script
from tests.reading.unknown import PARAGRAPHS, TAGS, read_unknown, row_of_tags

LONG = BODY + "".join(f"<p>{line}</p>" for line in (S1, S2, S3, LAST, S1, S2, S3))
MOTTO = "Portal berita terkini dan terpercaya, nasional, ekonomi, olahraga dan hiburan"
ABOUT = "Warga memanen kopi tiga pekan lebih awal."


URL = SITES["tempo"][0]


def trail(*steps: dict[str, Any]) -> str:
    """Structured data of a breadcrumb."""
    return script({"@type": "BreadcrumbList", "itemListElement": [{"position": n, **s} for n, s in enumerate(steps)]})


def crumbs(*names: str) -> Article:
    """An article under a breadcrumb."""
    links = "".join(f"<a href='/{number}'>{name}</a>" for number, name in enumerate(names))
    return read("okezone", below=f"<div class='breadcrumb'>{links}</div>")


@pytest.mark.parametrize(
    "names",
    [
        ("Home /", "Ekonomi", "Pasar"),
        ("Homepage", "Ekonomi", "Pasar"),
        ("Beranda", "›", "Ekonomi", "› Pasar"),
        ("Ekonomi", "Pasar", TITLE.upper()),
        ("Ekonomi", "Pasar", f"{TITLE[:20]}..."),
        ("Ekonomi", "Pasar", "Detail"),
    ],
)
def test_crumbs_that_are_no_section(names: tuple[str, ...]) -> None:
    assert crumbs(*names).section == ["Ekonomi", "Pasar"]


@pytest.mark.parametrize(
    "names", [("Artikel",), ("Berita", "Warga"), ("Detail Teknis", "Baca Tulis"), ("Warga Sora", "Kopi-Teh")]
)
def test_crumbs_that_are_sections(names: tuple[str, ...]) -> None:
    assert crumbs(*names).section == [*names]


@pytest.mark.parametrize("label", ["Lihat Semua", "Selengkapnya", "Topik Terkait", "Tags :"])
def test_labels_among_tags(label: str) -> None:
    links = f"<a>{label}</a><a>#Kopi Sora</a><a>Lihat Sora</a>"
    article = read("okezone", below=f"<div id='tag'><div class='box-tag'>{links}</div></div>")
    assert article.tags == ["Kopi Sora", "Lihat Sora"]


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("kopi,Rp1,5 miliar, panen", ["kopi", "Rp1,5 miliar", "panen"]),
        ("gempa M 5,6, kopi", ["gempa M 5,6", "kopi"]),
        ("inflasi 0,25 persen,kopi", ["inflasi 0,25 persen", "kopi"]),
        ("kopi; teh, gula; Rp 2,7 triliun", ["kopi", "teh, gula", "Rp 2,7 triliun"]),
        ("pilkada 2024,2029,U-17,17 tim", ["pilkada 2024", "2029", "U-17", "17 tim"]),
    ],
)
def test_tags_with_commas_of_their_own(words: str, tags: list[str]) -> None:
    assert read("viva", head=f"<meta name='news_keywords' content='{words}'>").tags == tags


def described(**metas: str) -> str | None:
    head = "".join(
        f"<meta {'property' if ':' in name else 'name'}='{name}' content='{said}'>" for name, said in metas.items()
    )
    return read("okezone", LONG, head).summary


def test_what_a_site_says_of_itself_is_no_summary() -> None:
    assert described(**{"og:description": MOTTO, "description": ABOUT}) == ABOUT
    assert described(**{"og:description": ABOUT, "description": MOTTO}) == ABOUT
    assert described(**{"og:description": MOTTO}) is None


@pytest.mark.parametrize(
    "summary",
    [
        "Portal berita terbaru milik warga Sora memuat harga kopi.",
        "Situs purba ditemukan.",
        "Kabar terkini dari pelosok.",
    ],
)
def test_a_summary_in_other_words_stays(summary: str) -> None:
    assert described(**{"og:description": summary}) == summary


def of_any_site(above: str = "", behind: str = "") -> Article:
    """An article of a site without rules; `above` stands above its article element, `behind` behind it."""
    body = f"<p>{S1} {S2} {S3}</p><p>{LAST} {S2} {S1}</p>" * 2
    html = f"<html><head><title>{TITLE}</title></head><body><main>{above}<article><h1>{TITLE}</h1>"
    html += f"<time>Jumat, 24 Juli 2026 15:18 WIB</time><div>{body}</div></article>{behind}</main></body></html>"
    return extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)


@pytest.mark.parametrize(
    ("html", "section"),
    [
        ("<nav aria-label='breadcrumb'><a href='/'>Home</a><a href='/daerah'>Daerah</a></nav>", ["Daerah"]),
        ("<ul class='breadcrumbs'><li><a href='/'>Beranda</a></li><li><a href='/kopi'>Kopi</a></li></ul>", ["Kopi"]),
        ("<div id='crumbs'><a href='/'>Kabar Sora</a> &gt; <a href='/daerah'>Daerah</a></div>", ["Daerah"]),
        # the last step without a link; the headline, or how it begins, is none
        ("<div class='breadcrumb'><a href='/'>Home</a> <a href='/daerah'>Daerah</a> Kopi</div>", ["Daerah", "Kopi"]),
        ("<ol class='breadcrumb'><li><a href='/'>Home</a></li><li>Daerah</li></ol>", ["Daerah"]),
        (f"<p class='crumbs'><a href='/'>Home</a> / <a href='/kopi'>Kopi</a> / {TITLE[:11]}</p>", ["Kopi"]),
        # a way without a name, and a box of categories; a menu is none
        (
            "<div><a href='/'>Home</a> &gt; <a href='/daerah'>Daerah</a> &gt; <a href='/kopi'>Kopi</a></div>",
            ["Daerah", "Kopi"],
        ),
        ("<div class='kategori'><a href='/daerah'>Daerah</a></div>", ["Daerah"]),
        ("<div><a href='/'>Home</a> <a href='/ekonomi'>Ekonomi</a> <a href='/bola'>Bola</a></div>", []),
        ("<div><a href='/'>Home</a> | <a href='/tentang'>Tentang</a> | <a href='/kontak'>Kontak</a></div>", []),
        # the site by its address is no section
        ("<div class='breadcrumb'><a href='//kabarsora.id/'>Kabarsora.id</a><a href='/kopi'>Kopi</a></div>", ["Kopi"]),
        # links that do not begin at the front page, or lead nowhere
        ("<div class='breadcrumbs'><a href='/foto'>Foto</a><a href='/kopi'>Kopi</a></div>", []),
        ("<div class='breadcrumbs'><a href='/'>Home</a><a href='#'>Investigasi</a></div>", []),
    ],
)
def test_the_way_to_a_page_of_a_site_without_rules(html: str, section: list[str]) -> None:
    assert of_any_site(above=html).section == section


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        ("<div class='tags'>Tag: <a href='/tag/kopi'>Kopi</a>, <a href='/tag/sora'>Sora</a></div>", ["Kopi", "Sora"]),
        ("<p>Topik: <a href='/topik/kopi'>#Kopi</a></p>", ["Kopi"]),
        ("<p>Topik: <a href='/topic/7282/kopi'>Kopi</a></p>", ["Kopi"]),
        ("<p>Topik: <a href='/tags/kopi/page1'>Kopi</a></p>", ["Kopi"]),
        ("<p>Topik: <a href='/topic/ekonomi/kopi-sora-dijual'>Kopi</a></p>", []),
        ("<div class='tags--list__row'><a href='/tag/kopi'>Kopi</a></div>", ["Kopi"]),
        (
            "<div class='tag-card'><p class='tag-more'><a href='/tag/rani'>Lihat Selengkapnya</a></p></div>"
            "<div class='tags'><a href='/tag/kopi'>Kopi</a></div>",
            ["Kopi"],
        ),
        ("<div class='popular-tags'>Tag populer: <a href='/tag/nikel'>Nikel</a></div>", []),
        ("<p>Baca: <a href='/tag/nikel'>Nikel</a></p>", []),
        ("<div></div>" * 5 + "<p>Tag: <a href='/tag/nikel'>Nikel</a></p>", []),
    ],
)
def test_tags_right_behind_an_article_element(html: str, tags: list[str]) -> None:
    assert of_any_site(behind=html).tags == tags


def test_what_is_no_tag_among_the_keywords() -> None:
    keywords = f'"{TITLE}", "News:", "Editor:Siti Aminah", "Topik: Kopi"'
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "keywords": [{keywords}]}}'
    assert of_any_site(above=f"<script type='application/ld+json'>{data}</script>").tags == ["Kopi"]


@pytest.mark.parametrize(
    "last", [{"name": TITLE}, {"name": "Panen", "item": URL}, {"item": {"@id": URL, "name": "Ini"}}]
)
@pytest.mark.parametrize("own_first", [True, False])
def test_of_several_breadcrumbs_the_page_s_own_counts(last: dict[str, Any], own_first: bool) -> None:
    another = trail({"name": "Olahraga"}, {"name": "Sora FC Menang Lagi di Kandang Lawan", "item": "https://x.id/fc"})
    own = trail({"name": "Ekonomi"}, {"name": "Pasar", "item": "https://x.id/pasar"}, last)
    head = own + another if own_first else another + own
    assert read("tempo", head=head).section[:2] == ["Ekonomi", "Pasar"]


def test_a_breadcrumb_of_another_article_comes_behind_one_of_channels() -> None:
    another = trail({"name": "Olahraga"}, {"name": "Sora FC Menang Lagi di Kandang Lawan", "item": "https://x.id/fc"})
    assert read("tempo", head=another + trail({"name": "Ekonomi"}, {"name": "Pasar"})).section == ["Ekonomi", "Pasar"]


HEAD_ROW = "<div class='breadcrumb'><a href='/'>Home</a> / <a href='/nasional'>Nasional</a> / <span>Daerah</span></div>"
TAG_ROWS = [
    "<div class='x1'><span>Tags:</span> <a href='/tag/kopi'>Kopi</a> <a href='/tag/panen'>Panen</a></div>",
    "<p>Kata kunci: <a href='/tag/kopi'>Kopi</a>, <a href='/tag/panen'>Panen</a></p>",
    "<div class='tag-article'><ul><li><a href='/search?q=kopi'>Kopi</a><li><a href='/search?q=panen'>Panen</a></ul>"
    "</div>",
]
OTHERS_ROWS = [
    "<div class='x2'><h3>Tag Populer</h3><a href='/tag/kopi'>Kopi</a> <a href='/tag/panen'>Panen</a></div>",
    "<div class='x3'><a href='/read/beras'>Harga Beras di Sora Naik</a><div class='tags'><a href='/tag/kopi'>Kopi</a>"
    "</div></div>",
]


def in_another_template(row: str, top: str = "") -> Article:
    """An article of a portal in a template that none of its rules fits, with this behind its text."""
    text = f"<h1>{TITLE}</h1><div itemprop='articleBody'>{BODY}</div>"
    html = f"<html><body><article>{top}{text}</article>{row}</body></html>"
    return extract(html.encode(), "https://www.suara.com/news/2026/07/24/151800/warga-sora-panen-kopi")


@pytest.mark.parametrize("row", TAG_ROWS)
def test_tags_of_a_template_that_no_rule_fits(row: str) -> None:
    assert in_another_template(row).tags == ["Kopi", "Panen"]


@pytest.mark.parametrize("row", OTHERS_ROWS)
def test_tags_of_others_are_none(row: str) -> None:
    assert in_another_template(row).tags == []


def test_sections_of_a_template_that_no_rule_fits() -> None:
    assert in_another_template("", HEAD_ROW).section == ["Nasional", "Daerah"]
    assert in_another_template("", HEAD_ROW.replace("<span>Daerah</span>", "24 Juli 2026")).section == ["Nasional"]


PORTAL = "https://nasional.kontan.co.id/news/warga-sora-panen-kopi"
TOLD = "<a href='/tag/kopi'>kopi</a> <a href='/tag/panen'>panen raya</a>"
CRUMBS = "<p class='crumbs'><a href='/'>Home</a> / <a href='/news'>News</a> / <a href='/news/desa'>Desa</a></p>"


def of_unknown_template(above: str, below: str) -> Article:
    """The article of a portal's page whose section and tags no rule finds."""
    text = f"<div itemprop='articleBody'><p>{FIRST} {S1}</p><p>{S2} {LAST}</p></div>"
    html = f"<html><body><div class='isi'>{above}<h1>{TITLE}</h1>{text}{below}</div></body></html>"
    return extract(html.encode(), PORTAL)


@pytest.mark.parametrize("row", ["div class='x-tags'", "p class='tag'", "ul class='list-topik'"])
def test_tags_that_no_rule_of_the_portal_finds(row: str) -> None:
    article = of_unknown_template(CRUMBS, f"<{row}>Tags: {TOLD}</{row.partition(' ')[0]}>")
    assert (article.section, article.tags) == (["News", "Desa"], ["kopi", "panen raya"])


@pytest.mark.parametrize(
    "below",
    [
        f"<div class='populer-tags'>{TOLD}</div>",
        f"<nav class='tags'>{TOLD}</nav>",
        f"<aside><div class='tags'>{TOLD}</div></aside>",
        "<p><a href='/news/harga-lada'>lada</a> <a href='/news/harga-teh'>teh</a></p>",
        "<blockquote class='tiktok-embed'><p>Panen! <a href='https://www.tiktok.com/tag/kopi'>#kopi</a></p></blockquote>",
        f"<footer><p class='tags'>{TOLD.replace('kopi', 'emas').replace('panen raya', 'saham')}</p></footer>",
    ],
)
def test_links_that_are_no_tags_of_the_article(below: str) -> None:
    assert of_unknown_template("", below).tags == []


@pytest.mark.parametrize("above", ["<p class='menu'><a href='/'>Home</a> <a href='/b'>Bola</a></p>", ""])
def test_a_menu_is_no_way_to_an_article(above: str) -> None:
    assert of_unknown_template(above, "").section == []


@pytest.mark.parametrize(
    ("tags", "beside", "found"),
    [
        (TAGS, "", True),
        (TAGS[:2], "", False),
        (TAGS, "Lihat pula kebun ", False),
        (("mobil", "liga", "film"), "", False),
    ],
)
def test_a_row_behind_the_text_that_is_nothing_but_its_tags(tags: tuple[str, ...], beside: str, found: bool) -> None:
    article = read_unknown(f"<main><div class='teks'>{PARAGRAPHS}</div>{row_of_tags(tags, beside)}</main>")
    assert article.tags == ([*tags] if found else [])


def test_such_a_row_in_front_of_the_text_may_be_the_site_s() -> None:
    assert read_unknown(f"<main>{row_of_tags(TAGS)}<div class='teks'>{PARAGRAPHS}</div></main>").tags == []
