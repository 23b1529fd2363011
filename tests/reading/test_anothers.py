"""What is another's on a page of a portal in a template that no rule fits: of a card, the next article, an ad."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Article
from tests.reading.test_unruled import HEAD, PICTURE, SENTENCES, TEXT, TITLE, URL, read

OTHER = "Harga Teh Turun Lagi di Pasar Induk"
TO_OTHER = f"<a href='https://www.merdeka.com/peristiwa/harga-teh-turun-lagi-123456.html'>{OTHER}</a>"
TAGS = "<div class='tags'><a href='/tag/t/teh/'>Teh</a> <a href='/tag/k/kopi/'>Kopi</a></div>"
NEXT = f"<div class='lanjut'><h1>{OTHER}</h1>{{}}<p>{SENTENCES[1]}</p></div>"
WHOLE = "\n\n".join(SENTENCES)


def below_title(said: str, head: str = HEAD) -> Article:
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{said}<div class='mdk-body-paragraph'>{TEXT}</div>"
    return extract(html.encode(), URL)


@pytest.mark.parametrize(
    "behind",
    [
        f"<div><h3>Tag Populer</h3>{TAGS}</div>",
        f"<div><p>Topik Hangat</p>{TAGS}</div>",
        f"<div><b>Trending Topics</b>{TAGS}</div>",
        f"<div><p>Pencarian Populer</p>{TAGS}</div>",
        TAGS.replace("'tags'", "'tags hotTopic'"),
        TAGS.replace("'tags'", "'search-tags'"),
        f"<div class='kartu'>{TO_OTHER}{TAGS}</div>",
        f"<article><h2>{OTHER}</h2><p>{SENTENCES[1]}</p>{TAGS}</article>",
        NEXT.format(TAGS),
        "<p>Topik <a href='/tag/k/kopi/'>kopi</a> di sekolah itu disukai murid, kata kepala desa kepada warga.</p>",
    ],
)
def test_tags_of_others(behind: str) -> None:
    assert read(behind=behind).tags == []


def test_tags_behind_a_pointer_or_a_card_are_the_articles() -> None:
    own = TAGS.replace("Teh", "Lereng")
    assert read(behind=f"<div><p>Baca juga: {TO_OTHER}</p>{own}</div>").tags == ["Lereng", "Kopi"]
    assert read(behind=f"<div class='kartu'>{TO_OTHER}{TAGS}</div>{own}").tags == ["Lereng", "Kopi"]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/penulis/budi-santoso/'>Budi Santoso</a>",
        "<a href='/budi-santoso/'>Budi Santoso</a>",
        "<a href='/cetak/'>Cetak</a>",
        "<a href='/tag/kopi/'>Kopi</a>",
        "<a href='https://www.facebook.com/sora'>Facebook</a>",
    ],
)
def test_a_link_in_front_of_a_date_that_leads_to_no_channel(link: str) -> None:
    assert below_title(f"<p>{link} | 24 Juli 2026 15:18</p>").section == []


def test_a_channel_in_front_of_a_date() -> None:
    line = "<p><a href='/peristiwa/'>Peristiwa</a> | 24 Juli 2026 15:18</p>"
    assert below_title(line).section == ["Peristiwa"]
    assert below_title(f"<div>{line}{TO_OTHER}</div>").section == [], "of a card"


@pytest.mark.parametrize(
    "said",
    [
        "<figure class='penulis'><img src='/b.jpg'><figcaption>Budi Santoso, dosen di Desa Sora</figcaption></figure>",
        "<div><img src='/b.jpg'></div><small>Budi Santoso</small>",
        "<div><img src='/spanduk.jpg'></div><small>Iklan</small>",
        "<div><img src='/spanduk.jpg'></div><p class='caption'>ADVERTISEMENT</p>",
    ],
)
def test_a_portrait_or_an_advertisement_is_no_lead_picture(said: str) -> None:
    assert below_title(said, HEAD.partition("<meta property='og:image'")[0]).images == []


@pytest.mark.parametrize(
    "line",
    ["Dibaca 1.234 kali", "3 menit baca", "Bagikan artikel ini", "Oleh: Budi Santoso", "Budi Santoso", "IKLAN"],
)
def test_what_stands_below_a_picture_in_small_letters_and_is_no_caption(line: str) -> None:
    (image,) = below_title(f"<div><img src='{PICTURE}'></div><small>{line}</small>").images
    assert image.caption is None


@pytest.mark.parametrize(
    "behind",
    [
        f"<div class='kartu'><div>{TO_OTHER}</div><div><p>{{}}</p></div></div>",
        f"<article><h2>{OTHER}</h2><p>{{}}</p></article>",
        NEXT.format("<p>{}</p>"),
        "<aside><p>{}</p></aside>",
        "<footer>{}</footer>",
        "<form><label>{}</label></form>",
    ],
)
def test_an_editor_or_a_writer_below_is_anothers(behind: str) -> None:
    assert read(behind=behind.format("Editor: Siti Aminah")).editors == []
    assert read(behind=behind.format("Oleh: Rani Dewi")).authors == []


@pytest.mark.parametrize(
    "said",
    [
        f"<div>{TO_OTHER} <a href='/penulis/rani-dewi'>Rani Dewi</a></div>",
        f"<div><img src='{PICTURE}'><div class='caption'>Ratna Dewi, wartawan</div></div>",
        "<p><i class='material-icons'>person_add</i> Ikuti Kami</p>",
    ],
)
def test_a_name_near_the_title_that_wrote_nothing(said: str) -> None:
    assert below_title(said).authors == []


def test_a_change_of_a_card_is_none_of_the_article() -> None:
    changed = "<p>Diperbarui 25 Juli 2026 16:00 WIB</p>"
    assert below_title(changed).updated_at is not None
    assert below_title(f"<div>{TO_OTHER}{changed}</div>").updated_at is None


@pytest.mark.parametrize(
    ("source", "agency"),
    [("Sora Mail", "Sora Mail"), ("BPS", None), ("Kementerian Pertanian", None), ("Wawancara Penulis", None)],
)
def test_a_source_of_numbers_is_no_medium(source: str, agency: str | None) -> None:
    assert read(behind=f"<p>Sumber: {source}</p><p>Editor: Siti Aminah</p>").agency == agency


@pytest.mark.parametrize("inner", ["<div>{0}</div>{1}", "{1}<div>{0}</div>"])
def test_a_box_with_the_headline_and_text_beside_an_inner_box_is_the_texts(inner: str) -> None:
    beside = "Panen berikutnya direncanakan pada bulan Oktober mendatang di lereng sebelah timur desa."
    box = f"<div class='mdk-body-paragraph'><h1>{TITLE}</h1>{inner.format(TEXT, f'<p>{beside}</p>')}</div>"
    assert beside in extract(f"<html><head>{HEAD}</head><body>{box}".encode(), URL).text


def test_a_first_paragraph_that_is_the_description_stays_below_a_date() -> None:
    head = f"{HEAD}<meta name='description' content='{SENTENCES[0]}'>"
    told = f"<p>{SENTENCES[0]}</p><p>24 Juli 2026 13:00 WIB</p><p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p>"
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1><p>25 Juli 2026 10:00 WIB</p><div class='x'>{told}</div>"
    assert SENTENCES[0] in extract(html.encode(), URL).text


@pytest.mark.parametrize("strict", [True, False])
def test_a_row_of_other_galleries_is_none_of_this_one(strict: bool) -> None:
    row = "".join(
        f"<div class='slide'><img src='https://img.a.id/2026/panen-teh-induk-{n}.jpg'>"
        f"<p>Warga membawa keranjang ke-{n} menuruni lereng desa. (Sora/Budi)</p></div>"
        for n in range(1, 5)
    )
    text = f"<div class='mdk-body-paragraph'>{TEXT}</div><h3>Foto Terpopuler</h3><div>{row}</div>"
    html = f"<html><head>{HEAD}</head><body><div class='isi'><h1>{TITLE}</h1>{text}</div>".replace(
        TITLE, f"FOTO: {TITLE}"
    )
    article = extract(html.encode(), URL, strict=strict)
    assert (article.kind, [image.url for image in article.images]) == ("gallery", [PICTURE])
    assert article.text == WHOLE
