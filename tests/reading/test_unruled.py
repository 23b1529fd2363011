"""Pages of a portal in a template that its rules know in part: what none of them finds is told by what it is."""

from __future__ import annotations

import json

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.items import Article
from tests.project import ROOT

SENTENCES = (
    "Warga Desa Sora menanam kopi di lereng yang longsor tahun lalu, dan bibitnya dibeli dengan iuran sendiri.",
    "Kepala desa mengatakan panen pertama akan dibagi rata, sebab semua keluarga ikut menggali lubang tanam.",
    "Dua belas mahasiswa membantu mereka mengukur kemiringan lereng, lalu memasang patok dari bambu apus.",
)
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
TITLE = "Warga Sora Menanam Kopi di Lereng"
URL = "https://www.merdeka.com/peristiwa/warga-sora-menanam-kopi-di-lereng.html"
PICTURE = "https://img.a.id/2026/kopi-lereng-sora.jpg"
HEAD = (
    f"<title>{TITLE} | merdeka.com</title><meta property='og:title' content='{TITLE}'>"
    f"<meta property='og:image' content='{PICTURE}'>"
    "<meta property='article:published_time' content='2026-07-24T15:18:00+07:00'>"
)


def boxed(before: str, behind: str, *, above: str, head: str, text: str, menu: str = "", below: str = "") -> bytes:
    """A page of one box: something above the headline, before and behind the text; `menu` and `below` are outside."""
    inner = f"{above}<h1>{TITLE}</h1>{before}<div class='narasi'>{text}</div>{behind}"
    body = f"{menu}<div class='kolom'>{inner}</div>{below}"
    return f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>".encode()


def read(before: str = "", behind: str = "", url: str = URL, *, strict: bool = False, body: str = TEXT) -> Article:
    text = f"<div class='mdk-body-paragraph article-content-body'>{body}</div>"
    html = f"<html><head>{HEAD}</head><body><div class='isi'>{before}<h1>{TITLE}</h1>{text}{behind}</div></body></html>"
    return extract(html.encode(), url, strict=strict)


TAGS = "<div class='{}'><a href='/tag/k/kopi/'>Kopi</a> <a href='/tag/l/lereng-sora/'>Lereng Sora</a></div>"


@pytest.mark.parametrize("name", ["kotak-tag", "post-tags", "article__tags-list", "tagar"])
def test_a_row_of_tags_is_one_whatever_it_is_called(name: str) -> None:
    assert read(behind=TAGS.format(name)).tags == ["Kopi", "Lereng Sora"]
    assert read(behind=TAGS.format(name), strict=True).tags == [], "a crawl says that its rule finds none any more"


@pytest.mark.parametrize("name", ["popular-tags", "trending-tag", "isi-lain"])
def test_tags_of_others_are_none_of_the_article(name: str) -> None:
    assert read(behind=TAGS.format(name)).tags == []


def test_what_a_rule_finds_is_all() -> None:
    article = read(behind="<div class='tag__list'><a href='/tag/p/panen/'>Panen</a></div>" + TAGS.format("post-tags"))
    assert article.tags == ["Panen"]


def test_the_label_of_tags_is_none() -> None:
    behind = "<div class='tag__list'><a href='#'>TAGS</a><a href='/tag/p/panen/'>Panen</a></div>"
    assert read(behind=behind).tags == ["Panen"]


WAY = "<ul class='{}'><li><a href='/'>Home</a></li><li><a href='/peristiwa/'>Peristiwa</a></li></ul>"


def test_the_way_to_a_page_is_called_so() -> None:
    assert read(WAY.format("kotak-breadcrumbs")).section == ["Peristiwa"]
    assert read(WAY.format("kotak-breadcrumbs"), strict=True).section == []
    assert read(WAY.format("menu-utama")).section == [], "a menu is none"


@pytest.mark.parametrize(
    ("url", "section"),
    [("https://news.merdeka.com/daerah/kopi-sora.html", ["News", "Daerah"]), (URL, [])],
)
def test_a_way_may_name_the_host_as_its_first_step(url: str, section: list[str]) -> None:
    way = (
        "<ul class='kotak-breadcrumb'><li><a href='/news'>News</a></li><li><a href='/news/daerah'>Daerah</a></li></ul>"
    )
    assert read(way, url=url).section == section


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("<div class='foto'><img src='{}'></div><div class='photo-caption'>Panen kopi.</div>", ("Panen kopi.", None)),
        (
            "<div><img src='{}'><a href='#'>Perbesar</a></div><div>Panen kopi. ©2026 Sora.com</div>",
            ("Panen kopi.", "©2026 Sora.com"),
        ),
        (
            "<div><img src='{}'><span>Lihat Foto</span></div><div class='caption'>Panen kopi.</div>",
            ("Panen kopi.", None),
        ),
        ("<div><img src='{}'></div><div class='author'>Budi Santoso</div>", (None, None)),
        (
            "<div><img src='{}'><span>Warga memanen kopi di lereng desa</span></div><div class='caption'>Lain.</div>",
            ("Warga memanen kopi di lereng desa", None),
        ),
        ("<div><img src='{}'></div><div>Panen kopi berlangsung dua pekan.</div>", (None, None)),
    ],
)
def test_a_caption_stands_below_its_picture(said: str, told: tuple[str | None, str | None]) -> None:
    (image,) = read(said.format(PICTURE)).images
    assert (image.caption, image.credit) == told


def test_a_long_caption_is_one_where_it_is_called_so() -> None:
    long = f"{SENTENCES[1]} {SENTENCES[2]} {SENTENCES[0]} Semua bibit sudah tertanam sebelum hujan. (Sora/Budi Santoso)"
    (image,) = read(f"<div><img src='{PICTURE}'></div><div id='image_caption'>{long}</div>").images
    assert image.caption == long.removesuffix(" (Sora/Budi Santoso)")
    assert image.credit == "Sora/Budi Santoso"


@pytest.mark.parametrize(
    ("behind", "editors"),
    [
        ("<div><table><tr><td>Penulis</td><td>: Rani Puspita</td></tr><tr><td>Editor</td><td>: Siti Aminah</td></tr>"
         "</table></div>", ["Siti Aminah"]),
        ("<div class='lain'>Editor: Siti Aminah</div>", ["Siti Aminah"]),
        ("<div class='lain'>Editor: ton</div>", ["ton"]),
        ("<div class='lain'>Editor: kami menunggu naskah Anda</div>", []),
        ("<div><a href='https://www.merdeka.com/peristiwa/harga-teh-naik-123456.html'>Harga Teh Naik</a>"
         "<div>Editor: Siti Aminah</div></div>", []),
    ],
)  # fmt: skip
def test_editors_below_a_text_are_told_by_the_line(behind: str, editors: list[str]) -> None:
    assert read(behind=behind).editors == editors
    assert read(behind=behind, strict=True).editors == []


def test_a_box_with_the_headline_in_it_is_the_pages() -> None:
    offers = "<div><a href='#'>Daftarkan</a></div><div>REKOMENDASI</div>"
    inner = f"<h1>{TITLE}</h1><div class='paragraf'>{TEXT}</div><div class='lain'>{offers}</div>"
    html = f"<html><head>{HEAD}</head><body><div class='body-paragraph'>{inner}</div></body></html>"
    assert extract(html.encode(), URL).text == "\n\n".join(SENTENCES)


def test_a_heading_in_the_way_to_the_page_is_no_headline_of_it() -> None:
    way = "<ul class='breadcrumb'><li><a href='#'><h1>Harga Teh Turun Lagi di Pasar Induk</h1></a></li></ul>"
    html = (
        f"<html><head>{HEAD}</head><body>{way}<p>{TITLE}</p><div class='mdk-body-paragraph'>{TEXT}</div></body></html>"
    )
    assert extract(html.encode(), URL).title == TITLE


def test_a_date_is_looked_for_where_the_rules_find_a_box_without_one() -> None:
    head = HEAD.partition("<meta property='article:published_time'")[0]
    about = "<div class='date-post'>Cari</div><div class='waktu'>Jumat, 24 Juli 2026 15:18 WIB</div>"
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{about}<div class='mdk-body-paragraph'>{TEXT}</div>"
    assert str(extract(html.encode(), URL).published_at) == "2026-07-24 15:18:00+07:00"


def test_the_pictures_of_a_gallery_stand_in_a_row() -> None:
    row = "".join(
        f"<div class='slide'><img src='https://img.a.id/2026/panen-kopi-sora-{n}.jpg'>"
        f"<div class='teks'>Warga membawa keranjang ke-{n} menuruni lereng desa. (Sora/Budi)</div></div>"
        for n in range(1, 5)
    ).replace("https://img.a.id/2026/panen-kopi-sora-1.jpg", PICTURE)
    url = "https://www.liputan6.com/photo/read/4264499/panen-kopi-di-lereng-sora"
    html = f"<html><head>{HEAD}</head><body><h1>{TITLE}</h1><div class='jajaran'>{row}</div></body></html>"
    for strict in (True, False):
        article = extract(html.encode(), url, strict=strict)
        assert (article.kind, article.portal, len(article.images)) == ("gallery", "liputan6", 4)
        assert article.images[1].caption == "Warga membawa keranjang ke-2 menuruni lereng desa."


def test_a_list_of_articles_is_no_gallery() -> None:
    cards = "".join(
        f"<div class='kartu'><a href='https://www.liputan6.com/news/read/426450{n}/harga-teh-naik'>"
        f"<img src='https://img.a.id/2026/harga-teh-sora-{n}.jpg'><h3>Harga teh naik {n} kali lagi</h3></a></div>"
        for n in range(8)
    )
    html = f"<html><head>{HEAD}</head><body><h1>{TITLE}</h1><div class='jajaran'>{cards}</div></body></html>"
    with pytest.raises(NotAnArticle):
        extract(html.encode(), "https://www.liputan6.com/news/read/4264499/warga-sora-menanam-kopi-di-lereng")


def test_channels_stand_in_front_of_the_date() -> None:
    channels = "<a href='https://m.merdeka.com/peristiwa/'>PERISTIWA</a> | <a href='/jawa/index.html'>JAWA</a>"
    about = "<div class='isi'>{} | 24 Juli 2026 15:18</div>"
    assert read(about.format(channels)).section == ["PERISTIWA", "JAWA"]
    writer = "<a href='/penulis/12/budi-santoso'>Budi Santoso</a>"
    for said in (writer, f"Oleh {channels}", "<a href='/peristiwa/harga-teh-naik-7.html'>Harga Teh Naik</a>"):
        assert read(about.format(said)).section == []


def test_tags_that_a_program_of_the_page_follows() -> None:
    row = "<ul class='foto-tags'><li><a href='javascript:void(0)' data-url='https://a.id/tag/kopi'>Kopi</a></li></ul>"
    assert read(behind=row).tags == ["Kopi"]
    assert read(behind=row.replace("foto", "hot")).tags == [], "what is hot is read most; a photo is not"


def test_codes_right_behind_a_box_sign_it() -> None:
    pager = "<div>Halaman 1 2</div><p style='padding: 0'><b>(mdk/rka)</b></p>"
    html = (
        f"<html><head>{HEAD}</head><body><h1>{TITLE}</h1><div class='isi'><div class='teks'>{TEXT}</div>{pager}</div>"
    )
    article = extract(html.encode(), URL)
    assert (article.editors, article.text) == (["rka"], "\n\n".join(SENTENCES))


def test_a_lead_picture_is_shown_between_headline_and_text() -> None:
    bare = HEAD.partition("<meta property='og:image'")[0]
    shown = "<div><img src='/2026/kopi-lereng-sora.jpg'></div><div class='photo-caption'>Panen kopi. (Sora/Budi)</div>"
    inner = "<img src='/2026/bibit-kopi-sora.jpg'>"
    html = f"<html><head>{bare}</head><body><h1>{TITLE}</h1>{{}}<div class='mdk-body-paragraph'>{TEXT}{inner}</div>"
    images = extract(html.format(shown).encode(), URL).images
    assert [(i.url.rpartition("/")[2], i.caption, i.credit) for i in images] == [
        ("kopi-lereng-sora.jpg", "Panen kopi.", "Sora/Budi"),
        ("bibit-kopi-sora.jpg", None, None),
    ]
    for portrait in (
        "<div><img src='/budi.jpg'></div><div class='author'>Budi Santoso</div>",
        "<img src='/a/logo.png'>",
    ):
        images = extract(html.format(portrait).encode(), URL).images
        assert [i.url.rpartition("/")[2] for i in images] == ["bibit-kopi-sora.jpg"]


def test_a_link_to_all_that_somebody_wrote_names_the_writer() -> None:
    behind_title = f"<h1>{TITLE}</h1><a href='/author/budi-santoso'><div>Budi Santoso</div></a>"
    html = f"<html><head>{HEAD}</head><body>{behind_title}<div class='mdk-body-paragraph'>{TEXT}</div>"
    assert extract(html.encode(), URL).authors == ["Budi Santoso"]


def test_behind_a_text_without_a_sentence_nobody_is_its_writer() -> None:
    short = "<p>Warga Desa Sora menanam kopi di lereng yang longsor.</p>"
    comment = "<div id='comments'><h3>1 Komentar</h3><div class='comment-author'>Budi Santoso</div><p>Bagus.</p></div>"
    card = (
        "<article class='pos'><h2><a href='/x/panen'>Panen</a></h2><span class='author'>Budi Santoso</span></article>"
    )
    own = "<div class='author'>Siti Aminah</div>"
    for behind in (comment, card):
        assert read(behind=behind, body=short).authors == []
        assert read(behind=own + behind, body=short).authors == ["Siti Aminah"]


BANNER = (
    "<div class='cc-w'><p>Kami menggunakan kuki untuk meningkatkan pengalaman Anda di situs ini, menampilkan iklan yang"
    " sesuai, dan menghitung kunjungan.</p><p>Dengan terus menggunakan situs ini Anda menyetujui kebijakan privasi dan"
    " penggunaan kuki sebagaimana dijelaskan pada halaman kami.</p><p>Anda dapat mengubah pilihan itu kapan saja lewat"
    " menu pengaturan pada bagian bawah halaman ini.</p></div>"
)
CARDS = "".join(
    f"<article class='pos'><h2><a href='/x/{name}'>{name} Sora Meningkat Tajam</a></h2>"
    "<p>Ringkasan singkat dari berita lain yang tidak ada hubungannya dengan halaman ini sama sekali.</p></article>"
    for name in ("Panen", "Iuran", "Patok")
)


@pytest.mark.parametrize("others", [BANNER, CARDS], ids=["cookies", "cards"])
def test_the_text_is_neither_a_banner_nor_the_summary_of_other_articles(others: str) -> None:
    saved = ROOT / "fixtures/pikiranrakyat/2026-photo-without-text.html"
    url = json.loads(saved.with_suffix(".json").read_text())["url"]
    page = saved.read_text()
    assert extract(page.encode(), url).text == ""
    assert extract(page.replace("</body>", f"{others}</body>").encode(), url).text == ""
