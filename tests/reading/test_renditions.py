"""Pictures of sites that nobody has described: the largest that the page offers, with captions, and none of others."""

from __future__ import annotations

import time

import pytest

from newscrawl import extract
from newscrawl.items import Image
from newscrawl.reading.pictures.renditions import SIZED

TEXT = "".join(
    f"<p>Petani Desa Sora memetik kopi sejak pagi, kata {name}, dan menjemurnya di halaman balai desa.</p>"
    for name in ("Rani Puspita", "Budi Santoso", "Siti Aminah", "Dewi Lestari", "Agus Salim")
)
IMG = "https://img.kabar.example"
NAME = "panen-kopi-di-lereng-sora.jpg"


def images(body: str, head: str = "", title: str = "Panen Kopi di Lereng Gunung Sora") -> list[Image]:
    page = (
        f"<html><head><title>{title}</title><meta property='og:type' content='article'>{head}</head>"
        f"<body><nav><img src='/logo-kabar.png'></nav><article><h1>{title}</h1>{body}</article></body></html>"
    )
    return extract(
        page.encode(), "https://kabar.example/ekonomi/panen-kopi-di-lereng-gunung-sora", any_site=True
    ).images


def shared(address: str) -> str:
    return f"<meta property='og:image' content='{address}'>"


@pytest.mark.parametrize(
    ("shown", "best"),
    [
        (f"<img src='{IMG}/up/kopi-300x200.jpg' srcset='{IMG}/up/kopi-300x200.jpg 300w,"
         f" {IMG}/up/kopi-1024x683.jpg 1024w'>",
         f"{IMG}/up/kopi-1024x683.jpg"),
        (f"<a href='{IMG}/up/kopi.jpg'><img src='{IMG}/up/kopi-300x200.jpg'></a>", f"{IMG}/up/kopi.jpg"),
        (f"<img src='{IMG}/up/kopi-300x200.jpg' data-orig-file='{IMG}/up/kopi.jpg'>", f"{IMG}/up/kopi.jpg"),
        (f"<picture><source srcset='{IMG}/k/{NAME}?w=1600 1600w'>"
         f"<img src='{IMG}/k/{NAME}?w=400'></picture>", f"{IMG}/k/{NAME}?w=1600"),
        (f"<img src='{IMG}/540x270/{NAME}'><img src='{IMG}/670x335/{NAME}'>",
         f"{IMG}/670x335/{NAME}"),
        ("<img src='/_next/image?url=https%3A%2F%2Fimg.kabar.example%2Fkopi.jpg&w=640&q=75'>", f"{IMG}/kopi.jpg"),
        (f"<img src='{IMG}/thumb/{NAME}' data-image='{IMG}/original/{NAME}'>",
         f"{IMG}/original/{NAME}"),
    ],
)  # fmt: skip
def test_a_picture_has_the_address_of_its_largest_rendition(shown: str, best: str) -> None:
    found = images(
        f"<div class='isi'><figure>{shown}<figcaption>Pemetik kopi di Sora.</figcaption></figure>{TEXT}</div>"
    )
    assert [(i.url, i.caption) for i in found] == [(best, "Pemetik kopi di Sora.")]


def test_pictures_that_a_program_sends_are_told_apart_by_what_it_is_asked() -> None:
    figures = "".join(
        f"<figure><img src='{address}'><figcaption>Pemetik {number} di Sora.</figcaption></figure>"
        for number, address in enumerate(("/img.php?id=1&amp;w=400", "/img.php?id=2&amp;w=400", "/image?file=teh.jpg"))
    )
    larger = "<meta property='og:image' content='https://kabar.example/img.php?id=2&amp;w=1200'>"
    found = images(f"<div class='isi'>{figures}{TEXT}</div>", larger)
    site = "https://kabar.example"
    addresses = [f"{site}/img.php?id=2&w=1200", f"{site}/img.php?id=1&w=400", f"{site}/image?file=teh.jpg"]
    assert sorted(i.url for i in found) == sorted(addresses)


@pytest.mark.parametrize("address", ["https://[a/kopi.jpg", "/_next/image?url=http%3A%2F%2F%5B", "http://[::1/a.png"])
def test_an_address_that_is_none_is_no_picture_and_no_error(address: str) -> None:
    found = images(f"<div class='isi'><p><img src='{address}'></p>{TEXT}</div>", shared(address))
    assert not any("[a" in image.url or "::1" in image.url for image in found)


def test_sizes_of_a_set_are_read_without_spaces_between_and_in_time_linear_in_its_length() -> None:
    sizes = SIZED.findall("https://a.id/k,1.jpg 300w,https://a.id/k,2.jpg 600w , https://a.id/k.jpg 1x")
    assert sizes == [("https://a.id/k,1.jpg", "300"), ("https://a.id/k,2.jpg", "600")]
    begin = time.process_time()
    assert SIZED.findall("data:image/png;base64," + "a/" * 100_000) == []
    assert time.process_time() - begin < 1


def test_no_address_is_made_up() -> None:
    found = images(f"<div class='isi'><p><img src='{IMG}/up/kopi-300x200.jpg'></p>{TEXT}</div>")
    assert [i.url for i in found] == [f"{IMG}/up/kopi-300x200.jpg"]


def test_pictures_with_names_alike_stay_apart() -> None:
    shown = "".join(
        f"<p><img src='{IMG}/up/{name}.jpg'></p>"
        for name in ("kopi-1", "kopi-2", "IMG_20260724_1200", "IMG_20260724_1500")
    )
    assert len(images(f"<div class='isi'>{shown}{TEXT}</div>")) == 4


def test_the_lead_in_another_size_has_the_caption_that_is_printed_below_it() -> None:
    lead = f"<div><img src='{IMG}/up/kopi-800x500.jpg'></div><p class='copyright'>Pemetik kopi. ANTARA/Rani Puspita</p>"
    found = images(f"{lead}<div class='isi'>{TEXT}</div>", shared(f"{IMG}/up/kopi-1200x630.jpg"))
    assert [(i.url, i.caption, i.credit) for i in found] == [
        (f"{IMG}/up/kopi-1200x630.jpg", "Pemetik kopi.", "ANTARA/Rani Puspita")
    ]


def test_what_is_shown_with_a_caption_is_the_lead_and_not_what_the_page_is_shared_by() -> None:
    lead = f"<figure><img src='{IMG}/up/pemetik.jpg'><figcaption>Pemetik kopi di lereng Sora.</figcaption></figure>"
    found = images(f"{lead}<div class='isi'>{TEXT}</div>", shared(f"{IMG}/up/gunung.jpg"))
    assert [i.url for i in found] == [f"{IMG}/up/pemetik.jpg"]


@pytest.mark.parametrize("name", ["logo-kabar-og.png", "fb-default.jpg", "placeholder-berita.jpg"])
def test_what_a_site_shares_all_its_pages_by_is_no_picture_of_an_article(name: str) -> None:
    assert images(f"<div class='isi'>{TEXT}</div>", shared(f"{IMG}/{name}")) == []


def test_portraits_of_writers_and_thumbnails_of_others_stay_out() -> None:
    writer = "<p><img src='https://secure.gravatar.com/avatar/abc?s=400'></p>"
    other = f"<p><img src='{IMG}/up/festival-100x100.jpg'></p>"
    assert images(f"<div class='isi'>{TEXT}{writer}{other}</div>") == []


@pytest.mark.parametrize("below", ["<p>Senin, 20 Juli 2026</p>", "<p>Oleh Budi Santoso</p>", "<h2>Panen Raya</h2>"])
def test_a_day_a_byline_and_a_heading_below_the_lead_are_no_captions(below: str) -> None:
    found = images(
        f"<div><img src='{IMG}/up/kopi.jpg'></div>{below}<div class='isi'>{TEXT}</div>", shared(f"{IMG}/up/kopi.jpg")
    )
    assert [i.caption for i in found] == [None]
