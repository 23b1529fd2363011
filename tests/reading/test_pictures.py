"""The pictures of an article: what is one, whose caption stands where, and whose it is."""

from __future__ import annotations

import pytest

from newscrawl.items import Image
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, TITLE, read
from tests.reading.unknown import PARAGRAPHS, PICTURE, read_unknown

HOST = "https://img.sora.com"
KOPI = f"{HOST}/kopi-sora-panen-raya.jpg"
TEH = f"{HOST}/teh-sabura-dijemur.jpg"
CAPTION = "Panen kopi (Budi/Antara)"
READ = Image(KOPI, "Panen kopi", "Budi/Antara")


def images_of(inner: str) -> list[Image]:
    """The pictures of an article with this between its paragraphs, which stay its whole text."""
    article = read("okezone", f"<p>{FIRST}</p>{inner}<p>{LAST}</p>")
    assert article.text.split("\n\n") == [FIRST, LAST]
    return article.images


@pytest.mark.parametrize(
    "inner",
    [
        f"<div class='wp-caption'><img src='{KOPI}'><p class='wp-caption-text'>{CAPTION}</p></div>",
        f"<figure><img src='{KOPI}'><figcaption>Panen kopi <i class='credit'>Budi/Antara</i></figcaption></figure>",
        f"<figure><img src='{KOPI}'><b class='photo-credit'>(Budi/Antara)</b><figcaption>Panen kopi</figcaption>"
        "</figure>",
        f"<div class='photo'><img src='{KOPI}'><span class='author'>Budi/Antara</span> Panen kopi</div>",
        f"<div class='foto-berita'><a><img src='{KOPI}'></a><i class='credit'>(Budi/Antara)</i><p>Panen kopi</p></div>",
        f"<img src='{KOPI}' data-caption='&lt;p&gt;{CAPTION}&lt;/p&gt;'>",
        f"<div><img src='{KOPI}'><noscript><img src='{KOPI}'></noscript><p class='caption'>{CAPTION}</p></div>",
        f"<p><img src='{KOPI}?w=300'></p>".replace("?w=300", "")
        + f"<p><em>{CAPTION}</em></p><p><img src='{KOPI}?w=300'></p>",
    ],
)
def test_a_picture_with_its_caption(inner: str) -> None:
    assert images_of(inner) == [READ]


@pytest.mark.parametrize(
    "badge",
    [
        "<img src='https://visit.sora.net/t?id=1' width=1 height=1>",
        "<img src='https://www.facebook.com/tr?id=1&ev=PageView'>",
        f"<p><a href='https://whatsapp.com/channel/1'><img src='{HOST}/ikuti-kami.png'></a></p>",
        f"<p><a href='https://news.google.com/publications/1'><img src='{HOST}/ikuti-kami.png'></a></p>",
        f"<div class='author'><img class='avatar' src='{HOST}/foto-budi-santoso.jpg'></div>",
        f"<a href='/read/2026/07/22/1/9900003/nelayan-temukan-jangkar'><img src='{HOST}/jangkar-tua.jpg'></a>",
        f"<img src='{HOST}/tanda-verifikasi.png' width='24' height='24'>",
    ],
)
def test_what_is_no_picture_of_the_article(badge: str) -> None:
    assert images_of(f"<p><img src='{KOPI}'><br>{CAPTION}</p>{badge}") == [READ]


@pytest.mark.parametrize(
    "inner",
    [
        f"<a href='{HOST}/2026/07/kopi-sora-panen-raya-besar.jpg'><img src='{KOPI}'></a>",
        f"<a href='https://www.instagram.com/p/abc/'><img src='{KOPI}' width=600 height=1></a>",
        f"<div class='author-story'><img src='{KOPI}' width=48 height=400></div>",
    ],
)
def test_what_is_one(inner: str) -> None:
    assert images_of(inner) == [Image(KOPI)]


def test_a_line_below_a_picture_is_its_caption_and_not_that_of_one_above() -> None:
    first, second = f"<p><img src='{TEH}'></p><p>{S1}</p>", f"<p><img src='{KOPI}'><br><em>{CAPTION}</em></p>"
    article = read("okezone", f"<p>{FIRST}</p>{first}{second}<p>{S2}</p>")
    assert (article.text, article.images) == (f"{FIRST}\n\n{S1}\n\n{S2}", [Image(TEH), READ])


def test_a_line_that_begins_the_next_box_of_a_text_is_of_the_picture_that_ends_the_one_before() -> None:
    pictures = [f"<img src='{url}'>" for url in (KOPI, f"{HOST}/gula-aren-dimasak.jpg", TEH)]
    boxes = (
        f"<p>{FIRST}</p>{pictures[0]}<p>{S1}</p>{pictures[1]}<p>{S2}</p>{pictures[2]}",
        f"<p>(Budi/Antara)</p><p>{LAST}</p>",
    )
    article = read("kompas", "</div><div class='read__content'>".join(boxes))
    assert [image for image in article.images if image.credit] == [Image(TEH, None, "Budi/Antara")]
    assert article.text.split("\n\n") == [FIRST, S1, S2, LAST]


def test_pictures_with_their_lines_in_one_paragraph() -> None:
    lines = f"<p><img src='{TEH}'><br>Teh dijemur (Rani/Antara)<br><img src='{KOPI}'><br>{CAPTION}</p>"
    assert images_of(lines) == [Image(TEH, "Teh dijemur", "Rani/Antara"), READ]


def test_a_counter_of_visits_in_a_paragraph_makes_it_no_caption() -> None:
    article = read("okezone", f"<p>{FIRST}</p><p>{S1}<img src='https://visit.sora.net/t' width=1 height=1></p>")
    assert (article.text, article.images) == (f"{FIRST}\n\n{S1}", [])


def test_the_lead_that_is_not_shown_has_no_caption_of_the_text() -> None:
    box = (
        "<figure class='read-page--photo-gallery--item'><img src='/kebun.jpg'>"
        "<figcaption class='read-page--photo-gallery--item__caption'>Kebun kopi. (Sora/Ratna)</figcaption></figure>"
    )
    head = f"<title>{TITLE}</title><meta property='og:image' content='https://cdn.liputan6.com/lead.jpg'>"
    body = f"<h1>{TITLE}</h1><div class='article-content-body'><p>{FIRST}</p>{box}<p>{LAST}</p></div>"
    url = "https://www.liputan6.com/news/read/9900001/judul-berita"
    lead, shown = extract(f"<html><head>{head}</head><body>{body}</body></html>".encode(), url, NOW).images
    assert (lead.url, lead.caption, lead.credit) == ("https://cdn.liputan6.com/lead.jpg", None, None)
    assert (shown.caption, shown.credit) == ("Kebun kopi.", "Sora/Ratna")


@pytest.mark.parametrize(
    "box",
    [
        "<div><div><img src='/kebun.jpg'></div><div>Kebun kopi</div></div>",
        "<div class='zz'><div><a href='/kebun.jpg'><img src='/kebun.jpg'></a></div><span>Kebun kopi</span></div>",
    ],
)
def test_a_line_below_a_picture_in_a_box_of_their_own_is_its_caption(box: str) -> None:
    article = read("okezone", f"<p>{FIRST} {S1}</p>{box}<p>{S2}</p><p>{LAST} {S1}</p>")
    assert article.text.split("\n\n") == [f"{FIRST} {S1}", S2, f"{LAST} {S1}"]
    assert [image.caption for image in article.images] == ["Kebun kopi"]


def test_the_button_of_a_picture_is_no_caption_and_leaves_the_line_below_to_it() -> None:
    box = (
        "<div><div><img src='/kebun.jpg'><div>Perbesar</div></div><div><span>Kebun kopi (Sora/Ratna)</span></div></div>"
    )
    article = read("okezone", f"<p>{FIRST} {S1}</p>{box}<p>{S2}</p><p>{LAST} {S1}</p>")
    assert article.text.split("\n\n") == [f"{FIRST} {S1}", S2, f"{LAST} {S1}"]
    assert [image.caption for image in article.images] == ["Kebun kopi (Sora/Ratna)"]


@pytest.mark.parametrize(
    ("box", "line"),
    [
        ("<div><div><img src='/a.jpg'></div><div>1. Kopi Sora</div></div>", "1. Kopi Sora"),
        ("<div><div><img src='/a.jpg'></div><div><b>Kopi Sora</b></div></div>", "Kopi Sora"),
        ("<div><div><img src='/a.jpg'></div><p>Kopi itu manis, kata Darmo.</p></div>", "Kopi itu manis, kata Darmo."),
    ],
)
def test_what_a_list_says_below_its_pictures_stays(box: str, line: str) -> None:
    text = read("okezone", f"<p>{FIRST} {S1}</p>{box}<p>{LAST} {S1}</p>").text
    assert text.split("\n\n") == [f"{FIRST} {S1}", line, f"{LAST} {S1}"]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Ribuan pelancong memadati Pasar Sora, Senin (24/11/2025).", True),
        ("Ribuan pelancong memadati Pasar Sora, Senin (24/11).", True),
        ("Lalu lintas diperkirakan naik saat liburan (Nataru 2025/2026).", True),
        ("Darmo menjadi juara pada musim 2024/2025.", True),
        ("Datanya ada di laman desa (sora.go.id).", True),
        ("Ribuan pelancong memadati Pasar Sora, Senin (24/11/2025). (Sora.com/Budi)", False),
        ("Ribuan pelancong memadati Pasar Sora, Senin (24/11/2025). sora.id/budi santoso", False),
        ("Darmo, juru kopi di Sora. (sora.co.id)", False),
        ("Ratna memetik kopi sendiri (TikTok)", False),
        ("Ratna dan Darmo di kebun kopi (Instagram/ratna_sora)", False),
        ("Screenshot_20251225-085924~2", False),
        ("Foto:", False),
    ],
)
def test_a_sentence_with_a_day_below_a_picture_stays_and_one_with_a_credit_does_not(line: str, stays: bool) -> None:
    body = f"<p>{FIRST} {S1}</p><p><img src='{KOPI}' width='800'></p><p>{line}</p><p>{LAST} {S1}</p>"
    assert (line in read("okezone", body).text.split("\n\n")) == stays


def test_a_text_without_paragraphs_has_lines_below_its_pictures() -> None:
    box = "<div><div><img src='/a.jpg'></div><div>Kebun kopi Darmo</div></div>"
    text = read("okezone", f"<div>{FIRST} {S1}</div>{box}<div>{LAST} {S1}</div>").text
    assert text.split("\n\n") == [f"{FIRST} {S1}", "Kebun kopi Darmo", f"{LAST} {S1}"]


@pytest.mark.parametrize(
    "caption",
    [
        "ANTARA/Budi Santoso<br>Panen kopi",
        "Panen kopi<br><small>ANTARA/Budi Santoso</small>",
        "<small>ANTARA/Budi Santoso</small> Panen kopi",
        "Panen kopi<div>Foto: ANTARA/Budi Santoso</div>",
        "Panen kopi<div>Sumber: ANTARA/Budi Santoso</div>",
    ],
)
@pytest.mark.parametrize("box", ["<figcaption>{}</figcaption>", "<p class='wp-caption-text'>{}</p>"])
def test_a_line_of_a_caption_that_names_the_owner_alone_is_the_credit(box: str, caption: str) -> None:
    tag = "figure" if "figcaption" in box else "div class='wp-caption'"
    inner = f"<{tag}><img src='{KOPI}'>{box.format(caption)}</{tag.split()[0]}>"
    assert images_of(inner) == [Image(KOPI, "Panen kopi", "ANTARA/Budi Santoso")]


@pytest.mark.parametrize(
    "caption",
    ["Fajar/Rian<br>di final", "Tampilan baru<br>Instagram", "Kapal <em>Antara</em>", "Foto kopi<br>di Sora"],
)
def test_a_line_of_a_caption_that_says_more_is_of_the_caption(caption: str) -> None:
    inner = f"<figure><img src='{KOPI}'><figcaption>{caption}</figcaption></figure>"
    (image,) = images_of(inner)
    assert image.credit is None


AMP = "https://bisnis.tempo.co/amp/1591301/warga-sora-panen-kopi"
TEXT = f"<div class='detail-konten'><p>{FIRST} {S1}</p><p>{S2} {LAST}</p></div>"


@pytest.mark.parametrize(
    "data", ["", f'<script type="application/ld+json">{{"@type":"NewsArticle","image":["{KOPI}"]}}</script>']
)
def test_a_picture_that_no_rule_of_the_portal_finds(data: str) -> None:
    figure = f"<figure><amp-img src='{KOPI}'></amp-img><figcaption>Panen kopi. TEMPO/Rani Dewi</figcaption></figure>"
    html = f"<html><head>{data}</head><body><main><h1>{TITLE}</h1><div>{figure}</div>{TEXT}</main></body></html>"
    assert extract(html.encode(), AMP).images == [Image(KOPI, "Panen kopi.", "TEMPO/Rani Dewi")]


@pytest.mark.parametrize(
    "shown",
    [
        f"<img src='{HOST}/logo-sora.png'>",  # nothing says what it shows
        f"<a href='/read/1591302/harga-lada-turun'><img src='{TEH}'><p class='caption'>Lada (Foto: Rani)</p></a>",
        f"<aside><figure><img src='{TEH}'><figcaption>Lada. TEMPO/Rani Dewi</figcaption></figure></aside>",
    ],
)
def test_what_is_shown_above_a_text_and_is_no_picture_of_it(shown: str) -> None:
    html = f"<html><body><main><h1>{TITLE}</h1><div>{shown}</div>{TEXT}</main></body></html>"
    assert extract(html.encode(), AMP).images == []


def test_a_caption_that_no_rule_of_the_portal_finds() -> None:
    meta = f"<meta property='og:image' content='{KOPI}'>"
    shown = f"<div class='m'><img src='{KOPI}'></div><p class='photo-caption'>Panen kopi (Foto: Rani Dewi)</p>"
    html = f"<html><head>{meta}</head><body><main><h1>{TITLE}</h1>{shown}{TEXT}</main></body></html>"
    assert extract(html.encode(), AMP).images == [Image(KOPI, "Panen kopi", "Rani Dewi")]


def test_a_caption_of_a_name_with_its_credit() -> None:
    meta = f"<meta property='og:image' content='{KOPI}'>"
    shown = f"<div class='m'><img src='{KOPI}'></div><p class='x-copyright'>Gua Sora. &copy;Pixabay/Rani</p>"
    html = f"<html><head>{meta}</head><body><main><h1>{TITLE}</h1>{shown}{TEXT}</main></body></html>"
    assert extract(html.encode(), AMP).images == [Image(KOPI, "Gua Sora.", "©Pixabay/Rani")]


def test_a_headline_below_a_picture_is_no_caption() -> None:
    meta = f"<meta property='og:image' content='{KOPI}'>"
    shown = f"<div class='m'><img src='{KOPI}'></div><p>Warga senang sekali pagi ini</p>"
    html = f"<html><head>{meta}</head><body><main><h1>{TITLE}</h1>{shown}{TEXT}</main></body></html>"
    assert extract(html.encode(), AMP).images == [Image(KOPI, None, None)]


@pytest.mark.parametrize(
    "inner",
    [
        f"<div class='photo'><img src='{KOPI}'> {S1}</div>",  # nobody is named
        f"<div class='photo'><img src='{KOPI}'><span class='author'></span><p>{S1}</p></div>",
        f"<div class='photos'><img src='{KOPI}'><span class='author'>Budi</span><p>{S1}</p></div>",
        f"<div class='photo'><span class='author'>Budi</span><p>{S1}</p></div>",
        f"<div class='photo'><img src='{KOPI}'><i class='author'>Budi</i><p>{S1}</p><p>{S2}</p></div>",
    ],
)
def test_a_sentence_in_a_picture_s_box_stays(inner: str) -> None:
    assert S1 in read("okezone", f"<p>{FIRST}</p>{inner}<p>{LAST}</p>").text


def test_the_address_of_a_picture_has_no_space() -> None:
    (image,) = images_of(f"<figure><img src='{HOST}/2026/panen raya kopi.jpg'></figure>")
    assert image.url == f"{HOST}/2026/panen%20raya%20kopi.jpg"


def test_whose_a_picture_is_stands_right_below_it_in_a_box_that_is_left_out() -> None:
    inner = "<p><img src='{}'></p>{}<p class='copyright'>© YouTube/Kebun Sora</p>"
    assert images_of(inner.format(KOPI, "")) == [Image(KOPI, None, "© YouTube/Kebun Sora")]
    article = read("okezone", inner.format(KOPI, f"<p>{S1}</p>"))
    assert (article.images, article.text) == ([Image(KOPI)], S1)
    rights = "<p><img src='{}'></p><p class='copyright'>Copyright © 2026 Okezone. All rights reserved.</p>"
    assert images_of(rights.format(KOPI)) == [Image(KOPI)]


def test_files_of_one_name_in_numbered_folders_are_several_pictures() -> None:
    files = [f"{HOST}/2026/07/24/{number}/ilustrasi.jpg" for number in (546770, 546771)]
    inner = "".join(
        f"<p><img src='{file}'><span class='copyright'>© Sora {n}</span></p>" for n, file in enumerate(files)
    )
    assert [image.url for image in images_of(inner)] == files
    copies = [f"{HOST}/{size}/546770/ilustrasi.jpg" for size in ("300x200", "real")]
    assert len(images_of("".join(f"<p><img src='{file}'></p>" for file in copies))) == 1


def test_a_lead_of_the_name_of_another_picture_has_its_own_caption() -> None:
    files = [f"{HOST}/2026/07/24/{number}/ilustrasi.jpg" for number in (546770, 546771)]
    figures = "".join(
        f"<figure><img src='{file}'><figcaption>Kebun kopi di {place}</figcaption></figure>"
        for file, place in zip(files, ("Sora", "Sabura"), strict=True)
    )
    article = read("okezone", f"{figures}<p>{S1}</p>", f"<meta property='og:image' content='{files[1]}'>")
    assert article.images == [Image(files[1], "Kebun kopi di Sabura"), Image(files[0], "Kebun kopi di Sora")]


def test_a_label_without_an_owner_is_no_caption_and_leaves_the_line_below_to_the_picture() -> None:
    label = "<div class='info'><span>Photo :</span><ul><li></li></ul></div>"
    lead = f"<div><div><img src='/kebun.jpg'>{label}</div><div class='zz'>Kebun kopi Sora</div></div>"
    head = f"<title>{TITLE}</title><meta property='og:image' content='https://kabar.example/kebun.jpg'>"
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{lead}<div>{body}</div>"
    article = extract(page.encode(), "https://kabar.example/daerah/warga-sora-panen-kopi", NOW, any_site=True)
    assert [image.caption for image in article.images] == ["Kebun kopi Sora"]


def test_a_lead_picture_with_its_owner_in_place_of_what_the_site_shares_all_pages_by() -> None:
    shown = f"<div class='kotak'><img src='{PICTURE}'><span class='img-by'>Rani Dewi (@ranidewi/Instagram)</span></div>"
    shared = "<meta property='og:image' content='https://img.kabarsora.id/i/kotak-besar.jpg'>"
    (image,) = read_unknown(f"<main><div class='teks'>{PARAGRAPHS}</div>", shown, shared).images
    assert (image.url, image.caption, image.credit) == (PICTURE, "Rani Dewi", "@ranidewi/Instagram")


@pytest.mark.parametrize(
    ("apart", "told"),
    [
        (
            "<ul><li><a href='?hal=2'>2 <img src='/a/panah.png'></a></li></ul><span>Kebun (Foto: Sora)</span>",
            ("Kebun", "Sora"),
        ),
        ("</div><div><p class='sumber'>foto: Sora</p><h2>Panen di desa</h2>", (None, "Sora")),
        ("<p><a href='/foto/desa'>Foto: Sora</a></p>", (None, None)),
        ("<h2>Foto: Sora</h2>", (None, None)),
        ("<div>Kebun di lereng utara desa itu<img src='/2026/07/teh_77.jpg'></div><p>Foto: Sora</p>", (None, None)),
    ],
)
def test_a_line_in_front_of_the_text_that_says_whose_the_lead_picture_is(
    apart: str, told: tuple[str | None, str | None]
) -> None:
    shown = f"<div class='kotak'><img src='{PICTURE}'>{apart}</div>"
    shared = f"<meta property='og:image' content='{PICTURE}'>"
    image, *_ = read_unknown(f"<main><div class='teks'>{PARAGRAPHS}</div>", shown, shared).images
    assert (image.url, image.caption, image.credit) == (PICTURE, *told)
