"""Pages that no rule knows: the whole text by its shape, and lists told from articles by what the page is."""

from __future__ import annotations

import pytest

from newscrawl import NotAnArticle, extract

URL = "https://kabar.example/daerah/warga-menanam-bibit-mangga"
TITLE = "Warga Kampung Sora Menanam Bibit Mangga"
STORY = [
    "Puluhan warga kampung berkumpul sejak pagi di lereng bukit untuk menanam seribu bibit mangga, kata kepala desa.",
    "Bibit itu disemai selama delapan bulan oleh tiga belas keluarga, dan dibagikan tanpa bayaran kepada siapa saja.",
    "Menurut Ratih Kumala, ketua panitia, lubang tanam sudah digali sebelum hujan pertama turun pada awal bulan ini.",
    "Anak-anak sekolah menuliskan nama mereka pada papan kecil, lalu menancapkannya di samping pohon masing-masing.",
    "Panitia akan menghitung pohon yang hidup setiap tiga bulan, dan menyulam yang mati sampai musim hujan berikutnya.",
    "Hasil panen pertama, yang diperkirakan datang empat tahun lagi, akan dijual bersama lewat koperasi kampung itu.",
]
P = [f"<p>{line}</p>" for line in STORY]
TEASERS = "".join(
    f'<div class="kartu"><h3><a href="/x/{n}">Kabar Lain Nomor {n} dari Lembah</a></h3>'
    f"<p>Ringkasan kabar lain nomor {n} yang cukup panjang, supaya tampak seperti kalimat biasa di sini.</p></div>"
    for n in range(5)
)


def read(body: str, *, head: str = "", classes: str = "") -> list[str]:
    headline = "" if "<h1>" in body else f"<h1>{TITLE}</h1>"
    page = f"<html><head><title>{TITLE}</title>{head}</head><body class='{classes}'>{headline}{body}</body></html>"
    article = extract(page.encode(), URL, any_site=True)
    assert article.title == TITLE
    assert article.read_by == "shape"
    return article.text.split("\n\n")


def test_an_appeal_longer_than_what_is_free_to_read_is_no_text() -> None:
    appeal = "Jurnalisme yang baik perlu dukungan pembaca, maka berlanggananlah sekarang. " * 4
    others = "".join(f"<li><a href='/x/{n}'>Kabar Lain Nomor {n} dari Lembah</a></li>" for n in range(9))
    parts = f"<div class=teras>{P[0]}{P[1]}</div><div class=isi>{P[2]}{P[3]}</div>"
    below = f"<ul>{others}</ul><div class=pita><p>{appeal}</p></div>"
    assert read(f"<article><h1>{TITLE}</h1>{parts}</article>{below}") == STORY[:4]


@pytest.mark.parametrize("title", ["Syarat dan Ketentuan Umum", "Pedoman Media Siber", "Kebijakan Privasi"])
def test_what_a_site_says_of_itself_is_no_article_though_it_is_dated(title: str) -> None:
    head = (
        f"<title>{title} - Warta Kabar</title><meta property='article:published_time' content='2026-07-20T09:00:00Z'>"
    )
    page = f"<html><head>{head}</head><body><h1>{title}</h1>{''.join(P)}</body></html>"
    with pytest.raises(NotAnArticle, match="it tells of the site"):
        extract(page.encode(), "https://warta.kabar.example/syarat-dan-ketentuan-umum", any_site=True)


WHOLE = {
    "a body named after its sidebar": ("<div class=isi>" + "".join(P) + "</div>", "one-sidebar penci_sidebar"),
    "a page inside a form": ("<form id=aspnetForm><div class=isi>" + "".join(P) + "</div></form>", ""),
    "a box with a sidebar in its name": ("<div class=content-with-sidebar><div>" + "".join(P) + "</div></div>", ""),
    "a box for each part, none like another": (
        "<main>" + "".join(f"<section class=s{n} id=bagian{n}><div class=d{n}>{a}{b}</div></section>"
        for n, (a, b) in enumerate(zip(P[::2], P[1::2], strict=True))) + "</main>", ""),
    "teasers below": (
        "<div class=luar><div class=isi>" + "".join(P) + f"</div><div class=lain>{TEASERS}</div></div>", ""),
    "a box of headlines inside": (
        "<div class=isi>" + "".join(P[:3]) + "<ul><li><a href=/a>Jembatan bambu selesai diperbaiki warga</a></li>"
        "<li><a href=/b>Pasar lembah kembali dibuka pagi ini</a></li></ul>" + "".join(P[3:]) + "</div>", ""),
    "a link alone between paragraphs in a box for each part": (
        "<div class=luar><div class=isi>" + "".join(P[:2]) + "<strong>Baca juga:</strong> <a href=/a>Jembatan bambu "
        "selesai diperbaiki warga</a>" + P[2] + "</div><div class=isi>" + "".join(P[3:]) + "<span><a href=/b>Pasar "
        "lembah kembali dibuka pagi ini</a></span></div></div>", ""),
    "a consent to cookies that is longer": (
        "<div class=isi>" + "".join(P) + "</div><div class=cookie-consent><p>" + "Kami memakai kuki, dan lainnya. " * 60
        + "</p></div>", ""),
    "the next article below": (
        f"<article><h1>{TITLE}</h1>{''.join(P)}</article><article><h2>Kabar Berikutnya dari Lembah Angin</h2>"
        "<p>Kalimat dari kabar berikutnya, yang tidak termasuk kabar yang diminta pembaca di sini.</p></article>", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_all_of_the_text_and_nothing_beside(name: str) -> None:
    body, classes = WHOLE[name]
    assert read(body, classes=classes) == STORY


@pytest.mark.parametrize("lines", [3, 5])
def test_a_short_text_whose_lines_are_broken_is_no_paragraph_of_the_page(lines: int) -> None:
    others = "".join(
        f"<li><h3><a href='/x/{n}'>Kabar Lain Nomor {n}</a></h3><span>{n} jam yang lalu</span></li>"
        for n in range(1, 5)
    )
    told = f"<div class='naskah'>{'<br><br>'.join(STORY[:lines])}</div>"
    behind = "<div class='footer'><p>Tentang Kami | Redaksi | Pedoman Media Siber</p></div>"
    assert read(f"{told}<div class='kanan'><h2>Terpopuler</h2><ul>{others}</ul></div>{behind}") == STORY[:lines]


def test_the_next_article_below_widens_no_text() -> None:
    others = "".join(
        f"<li><h3><a href='/x/{n}'>Gerhana Terlihat dari Puncak Gunung Nomor {n}</a></h3><span>{n} jam lalu</span></li>"
        for n in range(1, 5)
    )
    caption = "<img src='a.jpg'><div>Warga menanam bibit mangga di lereng bukit desa. (Foto: Kabar/Ratih Kumala)</div>"
    told = f"<h1>{TITLE}</h1>{caption}<div class='isi'>{'<br><br>'.join(STORY[:4])}</div>"
    following = "<h1><a href='/x/9'>Kebun Teh Tua di Lereng Wilis Dibuka Lagi</a></h1>30 November 2026 | 09:00 WIB"
    below = f"<div class='sidebar'><ul>{others}</ul></div><div class='next-article'>{following}{P[4]}{P[5]}</div>"
    assert read(told + below) == STORY[:4]


def test_items_of_a_list_are_text() -> None:
    items = "".join(f"<li>{line}</li>" for line in STORY[1:5])
    assert read(f"<div class=isi>{P[0]}<ol>{items}</ol>{P[5]}</div>") == STORY


NAMES = ("Bank Pembangunan Lembah Sora", "Bank Nelayan Pesisir Marunda")


@pytest.mark.parametrize("tag", ["ol", "ul"])
def test_a_list_of_linked_names_that_the_text_announces_stays(tag: str) -> None:
    items = "".join(f"<li><a href='https://bank{n}.example/profil'>{name}</a></li>" for n, name in enumerate(NAMES))
    told = "Berikut dua bank penerima izin:"
    body = f"<div class=isi>{P[0]}<p>{told}</p><{tag}>{items}</{tag}>{''.join(P[1:])}</div>"
    assert read(body) == [STORY[0], told, *NAMES, *STORY[1:]]
    own = body.replace("https://bank", "https://kabar.example/bank").replace(".example/profil", "")
    assert read(own) == [STORY[0], told, *STORY[1:]], "a site's own links may be to other articles"


@pytest.mark.parametrize(
    "below",
    [
        "<p><b>Yuk Baca Artikel Lainnya</b></p><ul><li><a href='{}'>{}</a></li></ul>",
        "<p>Baca Juga Nih, Sobat Sora!</p><p><a href='{}'>{}</a></p>",
        "<p>Jangan Sampai Ketinggalan!</p><div><a href='{}'>{}</a></div>",
        "<p>Baca juga:</p><ul><li><a href='{}'>{}</a></li></ul>",
        "<p>Simak kabar lain dari desa:</p><ul><li><a href='{}'>{}</a></li></ul>",
        "<p>Berikut kabar terpopuler pekan ini.</p><ul><li><a href='{}'>{}</a></li></ul>",
    ],
)
def test_what_bids_to_read_another_article_goes_with_its_headline(below: str) -> None:
    other = below.format("/2026/07/jembatan-bambu-selesai-diperbaiki/", "Jembatan Bambu Selesai Diperbaiki Warga")
    kept = ["Berikut kabar terpopuler pekan ini."] if "terpopuler" in below else []
    assert read(f"<div class=isi>{''.join(P[:3])}{other}{''.join(P[3:])}</div>") == [*STORY[:3], *kept, *STORY[3:]]


@pytest.mark.parametrize("line", ["Berlangganan untuk membaca selengkapnya", "Login untuk melanjutkan membaca"])
def test_a_short_offer_below_the_text_is_a_paywall(line: str) -> None:
    body = f"<h1>{TITLE}</h1><div>{''.join(P)}<p>{line}</p></div>"
    page = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    article = extract(page.encode(), "https://kabar.example/2026/07/24/warga-menanam-bibit-mangga", any_site=True)
    assert (article.paywalled, article.text.split("\n\n")) == (True, STORY)


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("<p>Nomor yang keluar:</p><p>7</p><p>12</p><p>31</p>", ["Nomor yang keluar:", "7", "12", "31"]),
        ("<p>7</p><p>12</p><p>31</p>", []),
        ("<p>Halaman:</p><p><a href='?page=1'>1</a></p><p><a href='?page=2'>2</a></p>", []),
    ],
)
def test_numbers_that_the_text_announces_are_its_end(below: str, kept: list[str]) -> None:
    assert read(f"<div class=isi>{''.join(P)}{below}</div>") == [*STORY, *kept]


def test_no_date_is_made_up() -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{''.join(P)}</div></body></html>"
    article = extract(page.encode(), "https://kabar.example/2026/07/24/warga-menanam-bibit-mangga", any_site=True)
    assert article.published_at is None
    assert article.published_precision is None


LISTS = {
    "WordPress's archive": ("<div class=isi>" + "".join(P) + "</div>", "", "archive category"),
    "an author's page": ("<div class=isi>" + "".join(P) + "</div>", '<meta property="og:type" content="profile">', ""),
    "a collection": (
        "<div class=isi>" + "".join(P) + "</div>",
        '<script type="application/ld+json">{"@type": "CollectionPage", "name": "Daerah"}</script>', ""),
    "cards alone": (TEASERS, "", ""),
    "short lines": ("".join(f"<p>Kabar nomor {n}.</p>" for n in range(20)), "", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_no_article(name: str) -> None:
    body, head, classes = LISTS[name]
    with pytest.raises(NotAnArticle) as error:
        read(body, head=head, classes=classes)
    assert error.value.reason == "listing"


def test_a_site_without_rules_is_unknown_unless_any_is_asked_for() -> None:
    with pytest.raises(NotAnArticle, match="unknown portal"):
        extract(b"<html><body><p>Kabar</p></body></html>", URL)


@pytest.mark.parametrize("end", ["", "/"])
@pytest.mark.parametrize(
    "canonical", ["https://kabar.example/", "https://kabar.example/2026/07/20/nelayan-temukan-jangkar-tua"]
)
def test_a_canonical_address_of_another_page_that_a_template_left_in(canonical: str, end: str) -> None:
    title = "Warga Sora Panen Kopi Lebih Awal"
    text = (
        "<p>Warga Desa Sora memanen kopi robusta di lereng utara sejak Juni, kata Ratna Lestari, Senin pagi itu.</p>"
        * 3
    )
    head = f"<title>{title}</title><link rel='canonical' href='{canonical.rstrip('/') + (end or '/')}'>"
    html = f"<html><head>{head}</head><body><h1>{title}</h1><div>{text}</div></body></html>"
    url = f"https://kabar.example/2026/07/22/warga-sora-panen-kopi{end}"
    assert extract(html.encode(), url, any_site=True).url == url


def test_sentences_that_are_links_for_the_most_part_are_the_text() -> None:
    said = [f"{line.rstrip('.').rpartition(' ')[0].replace(',', '')} <a href='/tag/a'>bersama</a>" for line in STORY]
    linked = "".join(f"<p>{line}.</p>" for line in said)
    film = f"<div><iframe src='/v'></iframe><p>{STORY[0]} {STORY[1]}</p></div>"
    got = read(f"<div><div class=isi>{linked}</div><div class=tayangan>{film}</div></div>")
    assert got[: len(said)] == [line.replace("<a href='/tag/a'>", "").replace("</a>", ".") for line in said]
