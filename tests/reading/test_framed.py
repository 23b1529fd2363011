"""A picture and the line below it, framed by a table, a figure or a name: its caption; and what else stands so."""

from __future__ import annotations

import pytest
from lxml import etree

from newscrawl.reading.blocks.captionlines import says_one_line
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.content.edges import without_labels
from tests.reading.test_kinds import FIRST, LAST, S1, S2, read

PICTURE = "<img src='https://img.kabar.example/2026/panen-kopi-di-sora.jpg'>"
TIMES = ("dua", "tiga", "lima")
SAID = "Warga memetik kopi di lereng utara"
FRAMED = {
    "rows of a table": f"<table align=left><tr><td>{PICTURE}</td></tr><tr><td><font size=1>{SAID}</font></table>",
    "rows with paragraphs": f"<table><tr><td><p>{PICTURE}</p></td></tr><tr><td><p>{SAID}</p></td></tr></table>",
    "lines of a cell": f"<table width=200><tr><td>{PICTURE}<br>{SAID}</td></tr></table>",
    "a linked picture": f"<table><tr><td><a href='/foto/kopi.jpg'>{PICTURE}</a><br>{SAID}</td></tr></table>",
    "a figure": f"<figure>{PICTURE}<p>{SAID}</p></figure>",
    "a figure with boxes": f"<figure><div>{PICTURE}</div><div class='c'><span>{SAID}</span></div></figure>",
    "an element in the line": f"<span class='wrap'>{PICTURE}<span class='image-caption'>{SAID}</span></span>",
    "an element in a paragraph": f"<p>{PICTURE}<span class='caption'>{SAID}</span></p>",
}  # fmt: skip


@pytest.mark.parametrize("site", ["okezone", "kompas"])
@pytest.mark.parametrize("name", FRAMED)
def test_the_line_below_a_framed_picture_is_its_caption(site: str, name: str) -> None:
    article = read(site, f"<p>{FIRST}</p>{FRAMED[name]}<p>{S1}</p><p>{LAST}</p>")
    assert article.text.split("\n\n") == [FIRST, S1, LAST]
    assert [image.caption for image in article.images if "panen-kopi" in image.url] == [SAID]


def table(*cells: str) -> str:
    return "<table>" + "".join(f"<tr><td>{cell}</td></tr>" for cell in cells) + "</table>"


STAYS = {
    "a line above its picture": (table(SAID, PICTURE), [SAID]),
    "a long text": (table(PICTURE, f"{S1} {S2} " * 3), [f"{S1} {S2} " * 2 + f"{S1} {S2}"]),
    "two pictures": (table(PICTURE, SAID, PICTURE.replace("panen", "jemur")), [SAID]),
    "cells side by side": (f"<table><tr><td>{PICTURE}</td><td>{SAID}</td></tr></table>", [SAID]),
    "a list": (table(PICTURE, f"<ul><li>{SAID}</li><li>{S1}</li></ul>"), [SAID, S1]),
    "a name of what is shown": (table(PICTURE, "1. Kopi tubruk"), ["1. Kopi tubruk"]),
    "a bold name": (table(PICTURE, f"<b>{SAID}</b>"), [SAID]),
    "a heading": (table(PICTURE, f"<h3>{SAID}</h3>"), [SAID]),
    "a step": (table(PICTURE, "Langkah 2: siram dengan air panas"), ["Langkah 2: siram dengan air panas"]),
    "a table without a picture": (table("Kopi", SAID), ["Kopi", SAID]),
    "a head": (f"<table><tr><th>{PICTURE}</th></tr><tr><td>{SAID}</td></tr></table>", [SAID]),
    "steps below their pictures": (
        "".join(table(PICTURE.replace("panen", n), f"Aduk {n} kali dengan sendok kayu.") for n in TIMES),
        [f"Aduk {n} kali dengan sendok kayu." for n in TIMES],
    ),
    "an element that is no caption": (f"<p>{PICTURE}<span class='kota'>{S1}</span></p>", [S1]),
    "a caption in a sentence": (f"<p>Kata <span class='caption'>caption</span> berarti {SAID}.</p>",
                                [f"Kata caption berarti {SAID}."]),
}  # fmt: skip


@pytest.mark.parametrize("site", ["okezone", "kompas"])
@pytest.mark.parametrize("name", STAYS)
def test_what_else_stands_by_a_picture_stays(site: str, name: str) -> None:
    html, right = STAYS[name]
    said = read(site, f"<p>{FIRST}</p>{html}<p>{S1}</p><p>{LAST}</p>").text.split("\n\n")
    assert said == [FIRST, *right, S1, LAST]


@pytest.mark.parametrize(
    "inner",
    ["<p>Lihat foto</p>", "<p>1/5</p>", f"<p>{SAID}</p><p>Teh</p>", f"<a href='/b'>{SAID}</a>",
     f"<p>{SAID} <a href='/b'>kopi</a></p>", f"<h3>{SAID}</h3>", "<ul><li>Kopi di lereng utara Sora</li></ul>"],
)  # fmt: skip
def test_no_lone_line_of_a_figure(inner: str) -> None:
    figure = etree.HTML(f"<figure>{PICTURE}{inner}</figure>").find(".//figure")
    assert figure is not None
    assert not says_one_line(figure)


@pytest.mark.parametrize("line", ["Yth. Redaksi,", "Dear Siti,", "Pembaca yang budiman,", "Halo Bunda,", "Ibu,"])
def test_a_letter_begins_with_whom_it_is_to(line: str) -> None:
    found = without_labels([Paragraph(text) for text in ("Home", line, FIRST, LAST)], signed=False)
    assert [p.text for p in found] == [line, FIRST, LAST]


@pytest.mark.parametrize("line", ["Home", "Ekonomi,", "Halo Bunda", "Ibu dan Anak", "Salam Redaksi", "Kirim"])
def test_a_label_above_a_text_goes(line: str) -> None:
    found = without_labels([Paragraph(text) for text in (line, FIRST, LAST)], signed=False)
    assert [p.text for p in found] == [FIRST, LAST]


def parts(*texts: str) -> list[Paragraph]:
    """Paragraphs; those that begin with "#" are sub-headings."""
    return [Paragraph(text.lstrip("#"), heading=text.startswith("#")) for text in texts]


@pytest.mark.parametrize("first", ["Latar Belakang", "Panen di Lereng", "Ringkasan", "1. Kopi", "Kopi Sora"])
def test_the_first_sub_heading_of_several_is_the_texts(first: str) -> None:
    found = without_labels(parts("Menu", f"#{first}", FIRST, "#Jalan ke Kebun", LAST), signed=False)
    assert [p.text for p in found] == [first, FIRST, "Jalan ke Kebun", LAST]


@pytest.mark.parametrize(
    "texts",
    [
        ("#Berita", FIRST, LAST),  # the only one may be a box's
        ("Menu", FIRST, "#Jalan ke Kebun", LAST),  # no heading
        ("#Berita", "Menu", FIRST, "#Jalan ke Kebun", LAST),  # not right above
        ("#Berita", FIRST, LAST, "#Terpopuler", "Menu"),  # the other has no sentence below
        ("#Berita", FIRST, LAST, "#Terpopuler"),
    ],
)
def test_a_label_above_a_text_that_is_no_part_of_it_goes(texts: tuple[str, ...]) -> None:
    assert without_labels(parts(*texts), signed=False)[0].text == FIRST


@pytest.mark.parametrize(
    "last", [("12. Lagu Terbaik", "Embun"), ("12. Lagu Desa Yang Terbaik Tahun Ini", "Embun Pagi")]
)
def test_the_last_of_a_numbered_list_has_its_line_below_it(last: tuple[str, str]) -> None:
    listed = (
        f"{FIRST} Pemenangnya:",
        "1. Penyanyi Terbaik",
        "Ratna",
        "2. Penari Terbaik Tahun Ini",
        "Warga Sora",
        *last,
    )
    found = without_labels(parts(*listed, "Bagikan"), signed=False)
    assert [p.text for p in found] == [*listed]


@pytest.mark.parametrize("above", [("1. Penyanyi Terbaik", S1), ("Penyanyi Terbaik", "Ratna")])
def test_a_button_below_a_numbered_line_behind_sentences_goes(above: tuple[str, str]) -> None:
    listed = (FIRST, *above, "2. Penari Desa Yang Terbaik Tahun Ini")
    assert [p.text for p in without_labels(parts(*listed, "Bagikan"), signed=False)] == [*listed]
