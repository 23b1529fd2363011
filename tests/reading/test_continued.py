"""What stands behind the box of a text: its next parts, a box alike that is signed, lists of other articles."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, S3, TITLE
from tests.reading.unknown import FIRST_TOLD, PARAGRAPHS, PICTURE, part, read_unknown

URL = "https://www.kabarsora.id/bola/warga-sora-panen-kopi.html"
FIRST_LONG, LAST_LONG = f"{FIRST} {S1} {S2}", f"{S3} {LAST} {S1}"
TEXT = f"<p>{FIRST_LONG}</p><p>{LAST_LONG}</p>"
PART = "<div class='isi' id='part' data-page='{number}'>{head}<h2>{title}</h2><p>{said}</p></div>"
CARDS = "".join(
    f"<li><h2><a href='/bola/{slug}-9c8f1d.html'>{title}</a></h2></li>"
    for slug, title in (
        ("nelayan-sabura-temukan-jangkar-tua", "Nelayan Sabura Temukan Jangkar Tua di Teluk"),
        ("harga-beras-di-sora-naik-lagi", "Harga Beras di Sora Naik Lagi Jelang Panen"),
    )
)


def read_page(box: str, head: str = "") -> Article:
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{head}<main>{box}</main></body></html>"
    return extract(page.encode(), URL, NOW, any_site=True)


@pytest.mark.parametrize("head", ["", "<div class='break'><small>{number} dari 3</small></div>"])
def test_boxes_with_the_number_of_a_page_are_the_next_parts(head: str) -> None:
    parts = "<div class='ad'><ins></ins></div>".join(
        PART.format(number=n + 1, head=head.format(number=n), title=f"Kebun {name}", said=said)
        for n, name, said in ((1, "Ratna", S1), (2, "Darmo", S2), (3, "Hamid", S3))
    )
    box = f"<div class='isi' itemprop='articleBody'>{TEXT}</div>"
    text = read_page(f"{box}<div class='ad'></div>{parts}").text
    assert text.split("\n\n") == [FIRST_LONG, LAST_LONG, "Kebun Ratna", S1, "Kebun Darmo", S2, "Kebun Hamid", S3]


def test_scores_in_a_part_are_no_numbers_of_parts() -> None:
    box = f"<div class='isi' itemprop='articleBody'>{TEXT}</div>"
    part = PART.format(number=2, head="<small>(2/3)</small>", title="Skor", said=f"2/3</p><p>{S3}")
    assert read_page(box + part).text.split("\n\n") == [FIRST_LONG, LAST_LONG, "Skor", "2/3", S3]


@pytest.mark.parametrize(
    "behind",
    [
        PART.format(number=2, head="<h1>Nelayan Sabura</h1>", title="Jangkar", said=S3),
        PART.format(number="", head="", title="Jangkar", said=S3),
        PART.format(number=2, head="", title="Jangkar", said=S3).replace("class='isi'", "class='lain'"),
        PART.format(number=2, head="", title="Jangkar", said=S3).replace("class='isi'", "class='isi komentar'"),
        "<div class='isi' data-page='2' data-url='/bola/nelayan-temukan-jangkar-tua.html'><h2>Nelayan Temukan Jangkar"
        f"</h2><div>23 Juli 2026 10:11</div><p>{S2} {S3} {LAST}</p></div>",
        PART.format(
            number=2, head="", title="<a href='/bola/nelayan-temukan-jangkar-tua.html'>Jangkar Tua</a>", said=S3
        ),
    ],
)
def test_a_box_without_its_classes_a_number_or_with_a_headline_is_none(behind: str) -> None:
    box = f"<div class='isi' itemprop='articleBody'>{TEXT}</div>"
    assert read_page(box + behind).text == f"{FIRST_LONG}\n\n{LAST_LONG}"


def test_a_box_alike_behind_the_text_signs_it_below_a_list_of_others() -> None:
    listed = f"<div><h5>Sudah Lihat Ini?</h5><ul>{CARDS}</ul></div>"
    box = f"<div class='isi'>{TEXT}{listed}</div>"
    sign = "<script></script><div class='isi'><a href='/foto/7.html'>7 Foto</a><div><p><b>(sor/tdr)</b></p></div></div>"
    article = read_page(box + sign)
    assert article.text.split("\n\n") == [FIRST_LONG, LAST_LONG]
    assert article.editors == ["tdr"]


def test_headings_of_a_list_over_pictures_stay_though_they_are_links() -> None:
    items = CARDS.replace("</h2>", "</h2><img src='/kebun.jpg'>")
    assert read_page(f"<div class='isi'>{TEXT}<ol>{items}</ol><p>{S2} {S1}</p></div>").text.count("\n\n") == 4


@pytest.mark.parametrize(("sign", "editors"), [("(brl/vin)", ["vin"]), ("(vin)", []), ("(id/en)", [])])
def test_a_sign_behind_the_box_of_the_text_s(sign: str, editors: list[str]) -> None:
    article = read_page(f"<div class='body'><div class='news'><div class='isi'>{TEXT}</div></div><p>{sign}</p></div>")
    assert (article.text, article.editors) == (f"{FIRST_LONG}\n\n{LAST_LONG}", editors)


def test_a_name_behind_a_bar_beside_the_date() -> None:
    head = "<div>24-07-2026 16:35</div><h2>&nbsp;| Rani Dewi</h2>"
    other = "<p>Baca juga: <a href='/bola/harga-beras-di-sora-naik-lagi-9c8f1d.html'>Harga Beras di Sora Naik</a></p>"
    box = f"{head}<div class='isi' itemprop='articleBody'>{TEXT}{other}</div>"
    page = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{box}</div></body></html>"
    article = extract(page.encode(), URL, NOW, any_site=True)
    assert (article.authors, article.text) == (["Rani Dewi"], f"{FIRST_LONG}\n\n{LAST_LONG}")


def test_parts_in_boxes_with_the_number_of_a_page() -> None:
    owned = "Petani memetik kopi (c) AP Photo"
    shown = f"<center><img alt='{owned}' src='{PICTURE}'><span>{owned}</span></center>"
    picture = f"<h2>Kebun {{}}</h2><div class='foto'>{shown}</div>"
    first = f"<div class='isi'><div itemprop='articleBody'>{PARAGRAPHS}</div></div>"
    article = read_unknown(f"<main>{first}{part(2, S1, around=picture)}{part(3, f'{FIRST_TOLD} {FIRST_TOLD}')}")
    assert article.text.split("\n\n") == [
        FIRST_TOLD,
        f"{S3} {LAST}",
        "Kebun 2",
        S1,
        "Kebun 3",
        f"{FIRST_TOLD} {FIRST_TOLD}",
    ]
    assert [(image.url, image.caption) for image in article.images] == [(PICTURE, "Petani memetik kopi")]


@pytest.mark.parametrize("marks", ["", "data-nomor='{}'"])
def test_of_boxes_without_such_numbers_the_longest_is_the_text(marks: str) -> None:
    teasers = part(2, S1, marks) + part(3, S2, marks)
    article = read_unknown(f"<main><div class='isi'><div itemprop='articleBody'>{PARAGRAPHS}</div></div>{teasers}")
    assert article.text.split("\n\n") == [FIRST_TOLD, f"{S3} {LAST}"]
