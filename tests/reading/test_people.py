"""Who wrote and who edited: names beside places, roles, degrees and dates, and signatures behind the last sentence."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.phrases.bylines import Byline, read_byline
from tests.reading.test_kinds import BODY, FIRST, LAST, read

NAMES: list[tuple[str, list[str], str | None]] = [
    ("Siti Aminah S.Pd, M.M", ["Siti Aminah"], None),
    ("Siti Aminah, S.Sos, MAP", ["Siti Aminah"], None),
    ("Siti Aminah, MSi", ["Siti Aminah"], None),
    ("Siti Aminah, Kontributor Semarang", ["Siti Aminah"], None),
    ("Siti Aminah, Semarang", ["Siti Aminah"], None),
    ("Siti Aminah, Sora FM", ["Siti Aminah"], None),
    ("Siti Aminah, MPI", ["Siti Aminah"], None),
    ("Siti Aminah, Presenter", ["Siti Aminah"], None),
    ("Laporan Wartawan TribunSora.com Siti Aminah", ["Siti Aminah"], None),
    ("Rep: Siti Aminah/ Red: Budi Santoso", ["Siti Aminah"], None),
    ("Rep: Antara/ Red: Budi Santoso", [], "Antara"),
    ("Posted by Siti Aminah", ["Siti Aminah"], None),
    ("Sora6com", [], None),
    ("Sora Pictures", [], None),
    ("dpa", [], "dpa"),
    ("Yonhap", [], "Yonhap"),
    # a role, a place or a weekday alone, and what only looks like one
    *((line, [], None) for line in ("Thursday", "Jumat Pon", "Tanggal: 24-7-2026", "Publish 24 Juli 2026")),
    *(
        (line, [line], None)
        for line in (
            "Malang Sutrisno",
            "Kendari",
            "Bima",
            "Dandi Ramadan",
            "Minggus Rompas",
            "Presenta Dewi",
            "Rania FMT",
        )
    ),
    ("Siti Aminah, Bima", ["Siti Aminah", "Bima"], None),
]


@pytest.mark.parametrize(("line", "authors", "agency"), NAMES)
def test_names_beside_what_is_none(line: str, authors: list[str], agency: str | None) -> None:
    assert read_byline([line]) == Byline(authors, agency)


def signed(sign: str) -> Article:
    return read("okezone", f"<p>{FIRST}</p><p>{LAST} <strong>{sign}</strong></p>")


@pytest.mark.parametrize(
    ("sign", "editors", "agency"),
    [
        ("(abc/*)", ["abc"], None),
        ("*/", [], None),
        ("(MG-1)", [], None),
        ("(Laporan: Budi Santoso)", [], None),
        ("(Editor: Siti Aminah)", ["Siti Aminah"], None),
        ("(Sumber: Antara)", [], "Antara"),
    ],
)
def test_a_signature_behind_the_last_sentence(sign: str, editors: list[str], agency: str | None) -> None:
    article = signed(sign)
    assert (article.text, article.editors, article.agency) == (f"{FIRST}\n\n{LAST}", editors, agency)


@pytest.mark.parametrize("note", ["(Catatan: harga berubah)", "(Sumber: BPS)", "(Kontributor: bukan warga desa)"])
def test_a_note_behind_the_last_sentence_stays(note: str) -> None:
    article = signed(note)
    assert (article.text, article.editors, article.agency) == (f"{FIRST}\n\n{LAST} {note}", [], None)


def test_a_line_that_only_says_where_the_text_is_from() -> None:
    article = read("okezone", f"{BODY}<p>Dilansir dari Antara</p>")
    assert (article.text, article.agency) == (f"{FIRST}\n\n{LAST}", "Antara")


@pytest.mark.parametrize(
    "line",
    [
        "Dilansir dari Antara, harga kopi di Sora naik sejak pekan lalu.",
        "Dikutip dari Sora.net, warga desa memanen kopi lebih awal.",
    ],
)
def test_a_last_sentence_that_names_its_source_stays(line: str) -> None:
    article = read("okezone", f"{BODY}<p>{line}</p>")
    assert (article.text, article.agency) == (f"{FIRST}\n\n{LAST}\n\n{line}", None)


@pytest.mark.parametrize(
    ("line", "editors"), [("Redaktur Pelaksana: Siti Aminah", ["Siti Aminah"]), ("Infografis: Rani Dewi", [])]
)
def test_a_last_line_of_credits(line: str, editors: list[str]) -> None:
    article = read("okezone", f"{BODY}<p>{line}</p>")
    assert (article.text, article.editors, article.authors) == (f"{FIRST}\n\n{LAST}", editors, ["Budi Santoso"])


@pytest.mark.parametrize("writer", ["Tim Redaksi", ""])
def test_who_took_the_picture_did_not_write_the_text(writer: str) -> None:
    url = "https://bola.kompas.com/read/2016/02/23/16374618/warga.sora.panen.kopi"
    photo = "<div class='photo'><img src='/kopi.jpg'><span class='author'>Galih Prasetya</span> Kopi</div>"
    rows = f"<tr><td>Penulis</td><td>: {writer}</td></tr><tr><td>Editor</td><td>: Siti Aminah</td></tr>"
    top = f"<div class='kcm-read-top'><h2>Warga Sora Panen Kopi</h2>{photo}</div>"
    text = f"<div class='kcm-read-text'>{BODY}</div><div class='kcm-read-copy'><table>{rows}</table></div>"
    article = extract(f"<html><body><div class='kcm-read'>{top}{text}</div></body></html>".encode(), url)
    assert (article.authors, article.editors) == ([], ["Siti Aminah"])
    assert [(image.caption, image.credit) for image in article.images] == [("Kopi", "Galih Prasetya")]
