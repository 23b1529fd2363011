"""Pages of pictures: galleries are records on sites that nobody has described, and lists of any kind are none."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from newscrawl import NotAnArticle, extract
from newscrawl.items import Article
from newscrawl.reading.unruled.galleries import PictureRow, Shown, unsaid

TITLE = "Panen Kopi di Lereng Gunung Sora"
SLUG = "panen-kopi-di-lereng-gunung-sora"
SAID = [
    "Warga Desa Sora memetik kopi di lereng utara pada awal musim kemarau, Senin (20/7/2026).",
    "Biji kopi dijemur di halaman balai desa selama dua pekan sebelum dikupas.",
    "Anak-anak membantu orang tua mereka memilah biji yang merah dari yang hijau.",
]
INTRO = "Panen kopi di lereng Gunung Sora tahun ini lebih awal daripada tahun lalu."
DATED = "<meta property='article:published_time' content='2026-07-20T09:00:00+07:00'>"
ARTICLE = "<meta property='og:type' content='article'>"
LEAD = "<meta property='og:image' content='https://img.kabar.example/2026/kopi-sora-1.jpg'>"
MENU = "<nav><a href='/'>Beranda</a><a href='/ekonomi'>Ekonomi</a><a href='/foto'>Foto</a></nav>"
FOOT = "<footer><img src='/assets/logo-kabar.png'><p>Kabar Sora adalah media yang terbit di Kota Sora.</p></footer>"


def picture(number: int) -> str:
    return f"https://img.kabar.example/2026/kopi-sora-{number}.jpg"


def of(
    body: str, head: str = DATED + ARTICLE + LEAD, url: str = f"https://kabar.example/foto/{SLUG}", **more: str
) -> Article:
    title = more.get("title", TITLE)
    page = f"<html><head><title>{title} - Kabar</title>{head}</head><body>{MENU}{body}{FOOT}</body></html>"
    return extract(page.encode(), url, any_site=True)


def items(form: str, count: int = 3) -> str:
    return "".join(form.format(src=picture(n + 1), said=SAID[n], n=n + 1) for n in range(count))


GALLERIES = {
    "figures": ("<figure><img src='{src}'><figcaption>{said}</figcaption></figure>", "<div class='isi'>{}</div>"),
    "slides whose captions are attributes": (
        "<figure class='slide' data-description='{said}'><a href='#'><img src='/a/blank.gif' data-original='{src}'>"
        "</a></figure>",
        "<div class='slider'>{}</div>",
    ),
    "old WordPress": (
        "<dl class='gallery-item'><dt><a href='{src}'><img src='{src}'></a></dt>"
        "<dd class='wp-caption-text gallery-caption'>{said}</dd></dl>",
        "<div class='gallery galleryid-7'>{}</div>",
    ),
    "blocks of WordPress": (
        "<figure class='wp-block-image'><img src='{src}'><figcaption>{said}</figcaption></figure>",
        "<figure class='wp-block-gallery'>{}</figure>",
    ),
    "counted slides": (
        "<div class='swiper-slide'><img src='{src}'><div class='nomor'>{n}/3</div><div class='teks'>{said}</div>"
        "<a href='#'>Perbesar</a></div>",
        "<div class='swiper'>{}</div>",
    ),
    "lines below": ("<p><img src='{src}'></p><p>{said}</p>", "<div class='konten'>{}</div>"),
    "items of a list": ("<li><img src='{src}'><p>{said}</p></li>", "<ul class='foto-list'>{}</ul>"),
    "AMP": (
        "<figure><amp-img src='{src}' width='900' height='600'></amp-img><figcaption>{said}</figcaption></figure>",
        "<amp-carousel>{}</amp-carousel>",
    ),
    "sources": (
        "<figure><picture><source srcset='{src}?w=300 300w, {src}?w=1200 1200w'><img src='{src}?w=300'></picture>"
        "<figcaption>{said}</figcaption></figure>",
        "<section>{}</section>",
    ),
    "links to the next picture": (
        "<div class='foto'><a href='/foto/" + SLUG + "/{n}'><img src='{src}'></a><span class='ket'>{said}</span></div>",
        "<div>{}</div>",
    ),
}


@pytest.mark.parametrize("name", GALLERIES)
@pytest.mark.parametrize("url", ["foto", "nasional"])
def test_galleries_of_all_makes_are_records(name: str, url: str) -> None:
    item, row = GALLERIES[name]
    body = f"<article><h1>{TITLE}</h1><p>{INTRO}</p>{row.format(items(item))}</article>"
    article = of(body, url=f"https://kabar.example/{url}/{SLUG}")
    assert (article.kind, article.text) == ("gallery", INTRO)
    assert [(i.url.partition("?")[0], i.caption) for i in article.images] == [
        (picture(n + 1), s) for n, s in enumerate(SAID)
    ]


def test_a_row_of_small_copies_is_shown_once() -> None:
    thumbs = "".join(f"<li><img src='{picture(n)}?w=90'></li>" for n in (1, 2, 3))
    body = (
        f"<article><h1>{TITLE}</h1><ul class='kecil'>{thumbs}</ul><div>{items(GALLERIES['figures'][0])}</div></article>"
    )
    assert [i.caption for i in of(body).images] == SAID


def test_a_gallery_needs_no_text_and_no_captions_where_its_title_says_so() -> None:
    body = "<article><h1>FOTO: Panen Kopi di Sora</h1><div>" + "".join(
        f"<p><img src='{picture(n)}'></p>" for n in (1, 2, 3)
    )
    article = of(f"{body}</div></article>", url=f"https://kabar.example/{SLUG}", title="FOTO: Panen Kopi di Sora")
    assert (article.kind, article.text, len(article.images)) == ("gallery", "", 3)


def test_a_page_of_one_picture_of_a_gallery_is_a_record_with_its_sentence() -> None:
    next_one = f"<a href='/foto/{SLUG}/2'>Lihat galeri 6 foto</a>"
    body = f"<div><h1>{TITLE}</h1><div><img src='{picture(1)}'>{next_one}</div><p>Kopi. ANTARA/Rani Puspita</p>"
    article = of(f"{body}<div class='isi'><p>{INTRO}</p></div></div>")
    assert (article.kind, article.text) == ("gallery", INTRO)
    assert [(i.caption, i.credit) for i in article.images] == [("Kopi.", "ANTARA/Rani Puspita")]


def test_pictures_of_other_galleries_and_their_teasers_stay_out() -> None:
    card = "<li><a href='/foto/{0}'><img src='{1}'></a><h3><a href='/foto/{0}'>Festival Layang-Layang di Sora</a></h3>"
    cards = "".join(
        card.format(f"festival-layang-layang-di-sora-{n}", picture(n + 20)) + f"<p>{SAID[0]}</p></li>" for n in range(9)
    )
    body = f"<div><h1>{TITLE}</h1><p>{INTRO}</p>{items(GALLERIES['figures'][0])}<ul>{cards}</ul></div>"
    article = of(body)
    assert (article.text, [i.caption for i in article.images]) == (INTRO, SAID)


def test_an_illustrated_article_stays_one() -> None:
    text = "".join(f"<p>{said} {INTRO} Petani senang karena harganya naik sejak pekan lalu.</p>" for said in SAID)
    article = of(
        f"<article><h1>{TITLE}</h1>{items(GALLERIES['figures'][0])}{text}</article>",
        url=f"https://kabar.example/{SLUG}",
    )
    assert article.kind == "article"
    assert article.text.count("\n\n") == 2


def test_captions_as_paragraphs_are_no_text_where_the_page_says_that_it_is_a_gallery() -> None:
    long = [f"{said} {said.replace('Sora', 'Soka')}" for said in SAID]
    rows = "".join(f"<div><img src='{picture(n + 1)}'><p>{said}</p></div>" for n, said in enumerate(long))
    article = of(f"<div><h1>{TITLE}</h1><p>{INTRO}</p><div class='isi'>{rows}</div></div>")
    assert (article.kind, article.text) == ("gallery", INTRO)
    assert [i.caption for i in article.images] == long


def cards(form: str, count: int = 12) -> str:
    heads = (
        "Harga Kopi di Pasar Sora Naik Lagi",
        "Warga Sora Gelar Festival Layang-Layang",
        "Bupati Sora Buka Jembatan Baru",
    )
    return "".join(
        form.format(
            n=n, src=picture(n), slug=f"harga-kopi-di-pasar-sora-{n}", head=f"{heads[n % 3]} {n}", said=SAID[n % 3]
        )
        for n in range(1, count + 1)
    )


LINKED = (
    "<div class='card'><a href='/foto/{slug}'><img src='{src}'></a><h3><a href='/foto/{slug}'>{head}</a></h3></div>"
)
LISTS = {
    "a home page": ("Kabar Sora", "/", LINKED),
    "a channel": ("Ekonomi", "/ekonomi/berita-terbaru-hari-ini", LINKED),
    "a channel of galleries": ("Galeri Foto", "/foto/berita-foto-terbaru", LINKED),
    "a channel with summaries": (
        "Foto Peristiwa Terbaru",
        "/foto/peristiwa-hari-ini-terbaru",
        LINKED.replace("</h3>", "</h3><p>{said}</p>"),
    ),
    "cards in one link": (
        "Foto",
        "/foto/berita-foto-terbaru",
        "<a class='card' href='/foto/{slug}'><img src='{src}'><b>{head}</b></a>",
    ),
    "cards of a program": (
        "Foto",
        "/foto/berita-foto-terbaru",
        "<div class='card' onclick='go({n})'><img src='{src}'><h3>{head}</h3></div>",
    ),
    "a tag": ("Kopi", "/tag/kopi", LINKED),
    "a topic with an introduction": ("Kopi Sora", "/topik-khusus/panen-kopi-sora", "<p>{said}</p>" + LINKED),
    "a search": ("Hasil pencarian kopi", "/hasil-pencarian-kopi-sora", LINKED),
    "a shop": (
        "Kopi Sora Asli",
        "/produk/kopi-sora-asli-500-gram",
        "<li class='product'><img src='{src}'><p>Kopi Sora {n}</p><b>Rp50.000</b><button>Beli</button></li>",
    ),
    "goods": (
        "Katalog Kopi Sora",
        "/katalog-kopi-sora-2026",
        "<figure><a href='/produk/kopi-{n}'><img src='{src}'></a><figcaption>Kopi {n}, Rp50.000</figcaption></figure>",
    ),
    "a newsroom": (
        "Tim Redaksi Kabar Sora",
        "/tim-redaksi-kabar-sora",
        "<div class='orang'><img src='{src}'><h4>Budi Santoso {n}</h4><p>Reporter</p></div>",
    ),
    "an author": ("Rani Puspita", "/penulis/rani-puspita", LINKED),
    "a day's archive": ("Arsip 20 Juli 2026", "/arsip-berita-20-juli-2026", LINKED),
    "editions": (
        "E-paper Kabar Sora",
        "/epaper-kabar-sora-harian",
        "<figure><a href='/epaper/{n}'><img src='{src}'></a><figcaption>Edisi {n} Juli 2026</figcaption></figure>",
    ),
    "films": (
        "Video Terbaru Kabar Sora",
        "/video-terbaru-kabar-sora",
        "<div class='video'><a href='/video/{slug}'><img src='{src}'></a><p>{head}</p></div>",
    ),
    "recipes": (
        "Resep Masakan Sora",
        "/resep-masakan-sora-terbaru",
        "<article><a href='/resep/{slug}'><img src='{src}'><h2>{head}</h2></a><p>{said}</p></article>",
    ),
    "events": (
        "Agenda Sora Juli 2026",
        "/agenda-sora-juli-2026",
        "<li><a href='/agenda/{slug}'><img src='{src}'></a><p>{n} Juli 2026, Balai Kota</p></li>",
    ),
    "houses": (
        "Rumah Dijual di Sora",
        "/rumah-dijual-di-sora",
        "<div><a href='/rumah/{slug}'><img src='{src}'></a><p>Rumah {n} kamar, Rp500 juta</p></div>",
    ),
    "vacancies": (
        "Lowongan Kerja di Sora",
        "/lowongan-kerja-di-sora",
        "<div><img src='{src}' width='40' height='40'><a href='/lowongan/{slug}'>{head}</a></div>",
    ),
    "partners": ("Mitra Kabar Sora", "/mitra-kabar-sora-id", "<img src='https://kabar.example/logos/mitra-{n}.png'>"),
    "prices of advertisements": (
        "Tarif Iklan Kabar Sora",
        "/tarif-iklan-kabar-sora",
        "<figure><img src='{src}'><figcaption>Spanduk {n}, 728 x 90</figcaption></figure>",
    ),
    "weather": (
        "Cuaca Sora Hari Ini",
        "/cuaca-sora-hari-ini",
        "<li><img src='https://kabar.example/icons/hujan.png'><p>Pukul {n}.00 hujan ringan</p></li>",
    ),
    "a table of clubs": (
        "Klasemen Liga Sora",
        "/klasemen-liga-sora-2026",
        "<tr><td><img src='{src}' width='24' height='24'></td><td>Klub {n}</td><td>30</td></tr>",
    ),
    "a page that is gone": ("Halaman Tidak Ditemukan", "/harga-kopi-tidak-ada", "<p>Mungkin Anda suka:</p>" + LINKED),
    "contributions to a contest": (
        "Lomba Foto Kopi Sora",
        "/lomba-foto-kopi-sora",
        "<figure><a href='/lomba/{slug}'><img src='{src}'></a><figcaption>{said}</figcaption></figure>",
    ),
    "readers": (
        "Komentar Pembaca Sora",
        "/komentar-pembaca-kabar-sora",
        "<div class='comment'><img class='avatar' src='{src}'><p>{said}</p></div>",
    ),
    "stars of the week": (
        "Zodiak Minggu Ini Sora",
        "/zodiak-minggu-ini-lengkap",
        "<li><a href='/zodiak/{slug}'><img src='{src}'></a><b>Zodiak {n}</b></li>",
    ),
    "wide pictures above headlines": (
        "Kabar Sora Terbaru Hari Ini",
        "/kabar-sora-terbaru-hari-ini",
        "<div class='hero'><img src='{src}'><p>{said}</p></div><h3><a href='/ekonomi/{slug}'>{head}</a></h3>" * 2,
    ),
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("head", ["<meta property='og:type' content='website'>", "", ARTICLE, ARTICLE + DATED + LEAD])
def test_no_list_is_a_gallery(name: str, head: str) -> None:
    title, path, form = LISTS[name]
    with pytest.raises(NotAnArticle):
        of(
            f"<div class='wrap'><h1>{title}</h1><div>{cards(form)}</div></div>",
            head,
            f"https://kabar.example{path}",
            title=title,
        )


def test_teasers_with_a_link_to_read_on_are_a_list() -> None:
    form = (
        "<div class='card'><img src='{src}'><p>{said} {said}</p><a href='/ekonomi/{slug}'>Baca selengkapnya »</a></div>"
    )
    with pytest.raises(NotAnArticle, match="12 articles to read on"):
        of(f"<div><h1>Berita Terbaru</h1><div>{cards(form)}</div></div>", ARTICLE, title="Berita Terbaru")


def test_teasers_each_with_a_time_are_a_list() -> None:
    form = "<div class='card'><img src='{src}'><p>{said} {said}</p><time>{n} Juli 2026</time></div>"
    with pytest.raises(NotAnArticle, match="12 times in the text"):
        of(f"<div><h1>Foto Terbaru</h1><div>{cards(form)}</div></div>", "", title="Foto Terbaru")


def test_what_a_company_shows_of_itself_is_no_gallery() -> None:
    body = f"<div><h1>Kegiatan Kami</h1>{items(GALLERIES['figures'][0])}</div>"
    with pytest.raises(NotAnArticle):
        of(
            body,
            "<meta property='og:type' content='website'>",
            "https://kabar.example/galeri/kegiatan-kami-2026",
            title="Kegiatan Kami",
        )


OF_PORTALS = [
    "https://foto.tempo.co/read/94567/panen-kopi",
    "https://www.viva.co.id/foto/1234567-panen-kopi",
    "https://www.jpnn.com/foto/panen-kopi",
    "https://www.cnnindonesia.com/ekonomi/20260720090000-82-689123/foto-panen-kopi",
]
SHOWN = "".join(
    f"<div class='x'><img src='{picture(n)}'><p class='caption'>{said} (Foto: Rani Dewi)</p></div>"
    for n, said in enumerate(SAID, 1)
)


@pytest.mark.parametrize("url", OF_PORTALS)
def test_all_pictures_of_a_portal_s_gallery_whose_template_no_rule_knows(url: str) -> None:
    article = of(f"<main><h1>{TITLE}</h1><div>{SHOWN}</div></main>", url=url)
    assert (article.kind, article.text) == ("gallery", "")
    assert [(image.url, image.caption, image.credit) for image in article.images] == [
        (picture(n), said, "Rani Dewi") for n, said in enumerate(SAID, 1)
    ]


@pytest.mark.parametrize("url", OF_PORTALS)
def test_other_galleries_below_a_portal_s_are_not_shown(url: str) -> None:
    others = "".join(
        f"<a href='/foto/99{n}-lain'><img src='https://img.kabar.example/lain-{n}.jpg'><p>Kabar Lain Nomor {n}</p></a>"
        for n in range(4)
    )
    article = of(f"<main><h1>{TITLE}</h1><div>{SHOWN}</div></main><div class='lain'>{others}</div>", url=url)
    assert [image.url for image in article.images] == [picture(n) for n in (1, 2, 3)]


NO_PICTURE = "<div id='galeri'></div>"
TOLD = [f"{said} (Foto: Rani Dewi)" for said in SAID]
PHOTOS = [{"image": picture(n), "caption": said} for n, said in enumerate(TOLD, 1)]
MEDIA = [{"@type": "ImageObject", "contentUrl": picture(n), "caption": said} for n, said in enumerate(TOLD, 1)]
SMALL = "https://img.kabar.example/kecil/2026/kopi-sora-{}.jpg"


def each(form: str) -> str:
    return "".join(form.format(src=picture(n), small=SMALL.format(n), said=said, n=n) for n, said in enumerate(TOLD, 1))


def data(values: object) -> str:
    return f"<script>var photos = {json.dumps(values)};</script>"


PORTAL_GALLERIES = {
    "attributes of links to the whole pictures": each("<a href='{src}' data-sub-html='{said}'><img src='{small}'></a>"),
    "titles of links to the whole pictures": each(
        "<a class='fancybox' href='{src}' title='{said}'><img src='{small}'></a>"
    ),
    "attributes of boxes": each("<div data-description='{said}' data-image='{src}'><img src='{small}'></div>"),
    "a list in a script": NO_PICTURE + f"<img src='{picture(1)}'>" + data(PHOTOS),
    "a list in the data of Next.js": f"<img src='{picture(1)}'><script id='__NEXT_DATA__' type='application/json'>"
    + json.dumps({"props": {"pageProps": {"post": {"photos": PHOTOS}}}})
    + "</script>",
    "structured data": each("<img src='{src}'>")
    + '<script type="application/ld+json">'
    + json.dumps({"@type": "ImageGallery", "headline": TITLE, "associatedMedia": MEDIA})
    + "</script>",
    "slides with their places": each(
        "<div class='slide'><img src='{src}'><div class='nomor'>{n} / 3</div><div class='teks'>{said}</div></div>"
    ),
    "lines that are named as nothing": each(
        "<div class='isi-foto'><picture><source srcset='{src}'><img src='{src}'></picture>"
        "<div class='ket'>{said}</div></div>"
    ),
    "slides whose pictures are loaded late": each(
        "<div class='swiper-slide'><img src='data:image/gif;base64,R0' data-src='{src}'>"
        "<div class='ket'>{said}</div></div>"
    ),
}


@pytest.mark.parametrize("name", PORTAL_GALLERIES)
@pytest.mark.parametrize("url", OF_PORTALS)
def test_captions_and_text_of_a_portal_s_gallery_wherever_they_are_told(url: str, name: str) -> None:
    body = f"<main><h1>{TITLE}</h1><div class='isi'><p>{INTRO}</p><div>{PORTAL_GALLERIES[name]}</div></div></main>"
    article = of(body, url=url)
    assert (article.kind, article.text) == ("gallery", INTRO)
    assert [(image.url, image.caption, image.credit) for image in article.images] == [
        (picture(n), said, "Rani Dewi") for n, said in enumerate(SAID, 1)
    ]


def test_the_place_of_a_picture_that_nothing_is_said_of_is_no_caption() -> None:
    place = "<div><span>{n}</span><span>/</span><span>3</span></div>"
    bare = f"<figure><img src='{{src}}'>{place}<p></p><a href='#'>Selengkapnya</a></figure>".format(src=picture(9), n=9)
    told = each(f"<figure><img src='{{src}}'>{place}<p>{{said}}</p></figure>")
    article = of(f"<main><h1>{TITLE}</h1><div class='isi'><p>{INTRO}</p>{told}{bare}</div></main>", url=OF_PORTALS[0])
    assert [image.caption for image in article.images] == [*SAID, None]


OTHERS = [{**photo, "url": f"https://kabar.example/foto/{n}-lain"} for n, photo in enumerate(PHOTOS)]
FOREIGN = [{"image": f"https://img.kabar.example/lain-{n}.jpg", "caption": said} for n, said in enumerate(TOLD)]
TITLED = "<a href='{{src}}' title='{}'><img src='{{src}}'></a>"
NO_CAPTIONS = {
    "titles that are the gallery's": each(TITLED.format("Foto panen kopi di lereng Gunung Sora tahun ini.")),
    "titles that are no sentences": each(TITLED.format("Panen kopi di lereng Gunung Sora, foto nomor {n}")),
    "short titles": each(TITLED.format("Kopi {n}.")),
    "the place of a caption": each("<a href='{src}' data-sub-html='#keterangan-{n}'><img src='{src}'></a>"),
    "a list of other galleries": each("<img src='{src}'>") + data(OTHERS),
    "a list of other pictures": each("<img src='{src}'>") + data(FOREIGN),
    "a list of one": each("<img src='{src}'>") + data(PHOTOS[:1]),
    "a list of words": each("<img src='{src}'>") + data([{"image": picture(n), "caption": "Kopi"} for n in (1, 2, 3)]),
    "a list of all sorts": each("<img src='{src}'>") + data([*PHOTOS, {"iklan": "Kopi Sora, harum sepanjang hari."}]),
    "a list of no pictures": each("<img src='{src}'>") + data([{"caption": said} for said in TOLD]),
    "one caption for all": each("<img src='{src}'>") + data([{**photo, "caption": TOLD[0]} for photo in PHOTOS]),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_CAPTIONS)
def test_what_is_no_caption_of_a_gallery_s_pictures(name: str) -> None:
    article = of(f"<main><h1>{TITLE}</h1><p>{INTRO}</p><div>{NO_CAPTIONS[name]}</div></main>", url=OF_PORTALS[0])
    assert (article.kind, article.text) == ("gallery", INTRO)
    assert [(image.url, image.caption) for image in article.images] == [(picture(n), None) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "line",
    [
        "Sebanyak 2 / 3 warga ikut memetik kopi di lereng utara desa.",
        "Foto 1 dari 5 yang dipamerkan di balai desa dibuat oleh Rani Dewi.",
        "Hanya 12 dari 40 keluarga yang memetik kopi sebelum hujan turun.",
        "Gambar 2/2019 milik desa dipajang di sebelah foto-foto panen kopi.",
    ],
)
def test_a_sentence_with_a_place_like_a_slide_s_stays(line: str) -> None:
    body = f"<main><h1>{TITLE}</h1><p>{INTRO}</p><p>{line}</p><div>{SHOWN}</div></main>"
    assert of(body, url=OF_PORTALS[0]).text.split("\n\n") == [INTRO, line]


@pytest.mark.parametrize("beside", ["nav", "footer", "aside", "form", "div class='foto-lain'"])
def test_sentences_beside_a_portal_s_gallery_are_none_of_its_text(beside: str) -> None:
    other = "<p>Kabar Sora memuat foto-foto dari desa setiap hari sejak tahun 2010.</p>"
    body = f"<main><h1>{TITLE}</h1><p>{INTRO}</p><div>{SHOWN}</div></main><{beside}>{other}</{beside.split()[0]}>"
    assert of(body, url=OF_PORTALS[0]).text == INTRO


@pytest.mark.parametrize("url", [*OF_PORTALS, f"https://kabar.example/foto/{SLUG}"])
def test_whose_a_gallery_s_picture_is_in_an_element_of_its_own(url: str) -> None:
    form = "<figure><img src='{src}'><figcaption>{said}<span class='credit'>Rani Dewi/Sora</span></figcaption></figure>"
    article = of(f"<main><h1>{TITLE}</h1><p>{INTRO}</p><div>{items(form)}</div></main>", url=url)
    assert article.text == INTRO
    assert [(image.caption, image.credit) for image in article.images] == [(said, "Rani Dewi/Sora") for said in SAID]


@pytest.mark.parametrize("url", OF_PORTALS)
def test_the_caption_of_one_slide_below_its_buttons(url: str) -> None:
    slide = (
        f"<div class='besar'><img src='{picture(1)}'></div><div><a href='?page=0'>Prev</a><span>1/8</span>"
        f"<a href='?page=2'>Next</a></div><div class='caption'>{TOLD[0]}</div>"
    )
    article = of(f"<main><h1>{TITLE}</h1><div>{slide}</div></main>", url=url)
    assert [(image.caption, image.credit) for image in article.images] == [(SAID[0], "Rani Dewi")]


def test_a_short_line_of_a_gallery_that_no_picture_says_stays() -> None:
    row = PictureRow([Shown(etree.Element("img"), etree.Element("div"), said, "Rani Dewi") for said in SAID])
    lines = [SAID[0], "Rani Dewi", "Foto-foto ini dipamerkan.", "Kopi Sora"]
    assert unsaid(lines, row) == lines[2:]
    assert unsaid([""], row) == []


@pytest.mark.parametrize("url", OF_PORTALS)
@pytest.mark.parametrize("said", [TITLE, "Panen Kopi di Lereng"])
def test_the_headline_below_a_picture_is_no_caption(url: str, said: str) -> None:
    buttons = "<div><a href='?page=0'>Prev</a><span>1/8</span><a href='?page=2'>Next</a></div>"
    slide = f"<div class='besar'><img src='{picture(1)}'></div>{buttons}<div class='caption'>{said}</div>"
    article = of(f"<main><h1>{TITLE}</h1><div>{slide}</div></main>", url=url)
    assert [image.caption for image in article.images] == [None]
