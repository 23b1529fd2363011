"""Who wrote an article beside the writer of its byline, and whom codes beside a named editor name: nobody."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import FIRST, LAST, S1, S2, S3, TITLE, script

PROSE = (f"{FIRST} {S1}", f"{S3} {S2}", LAST)
TEXT = "\n\n".join(PROSE)
CREDIT = "<div class='read-page--credits__item'>{} <b class='read-page--credits__popover-name'>{}</b></div>"
EDITED = (
    f"<div class='read-page--credits'>{CREDIT.format('Author', 'Rani Dewi')}{CREDIT.format('Editor', 'Siti A')}</div>"
)


def page(*below: str, above: str = "", prose: tuple[str, ...] = PROSE, credits: str = "") -> Article:
    """An article of a house with a byline, "Rani Dewi"."""
    by = "<span class='read-page--header--author__name'>Rani Dewi</span>"
    text = "".join(f"<p>{line}</p>" for line in (above, *prose, *below) if line)
    html = f"<h1>{TITLE}</h1>{'' if credits else by}<div class='article-content-body'>{text}</div>{credits}"
    return extract(html.encode(), "https://www.liputan6.com/news/read/4264500/warga-sora-panen-kopi")


@pytest.mark.parametrize(
    "line",
    [
        "(Budi Santoso/Kontributor)",
        "(Budi Santoso/Magang)",
        "(Budi Santoso, Kontributor Salatiga)",
        "(Budi Santoso/Sora.com)",
        "Kontributor: Budi Santoso",
        "Oleh: Budi Santoso",
        "Ditulis oleh Budi Santoso",
        "Budi Santoso berkontribusi dalam penulisan artikel ini.",
        "Artikel ini ditulis oleh Budi Santoso, peserta magang di Sora.com.",
        "Artikel ini ditulis Budi Santoso, peserta magang di Sora.com.",
        "Artikel ini ditulis oleh Budi Santoso peserta MagangHub Kemnaker di Sora.com.",
        "Laporan oleh Budi Santoso",
        "MG/Budi Santoso",
        "(Mg/Budi Santoso)",
        "Budi Santoso (magang)",
        "Reporter Magang Budi Santoso",
        "(Laporan Budi Santoso)",
        "(Budi Santoso/liputan6.com)",
        "Oleh Budi Santoso",
        "(Sora.com/Mg/Budi Santoso)",
        "(Sora.com/Budi Santoso) Reporter: Budi Santoso",
        "*) Budi Santoso adalah dosen Universitas Sora",
    ],
)
def test_who_is_named_below_a_text_wrote_it_beside_the_byline(line: str) -> None:
    article = page(line)
    assert (article.text, article.authors, article.editors) == (TEXT, ["Rani Dewi", "Budi Santoso"], [])


@pytest.mark.parametrize(
    "line",
    [
        "Laporan Wartawan Sora Pos, Budi Santoso, dari Salatiga, Jawa Tengah",
        "Oleh Budi Santoso, Kontributor Sora.com di Salatiga",
        "Reportase: Budi Santoso",
    ],
)
def test_a_reporter_above_the_text_is_named_beside_the_byline(line: str) -> None:
    article = page(above=line)
    assert (article.text, article.authors) == (TEXT, ["Rani Dewi", "Budi Santoso"])


@pytest.mark.parametrize(
    "line", ["(Budi/Sora.com)", "Disadur dari Sora.com (Penulis: Budi Santoso)", "(Rani/Sora.com)"]
)
def test_a_nickname_and_who_wrote_it_elsewhere_are_no_writers_beside_the_byline(line: str) -> None:
    assert page(line).authors == ["Rani Dewi"]


@pytest.mark.parametrize(
    "line", ["Budi Santoso/Sora.com", "(Budi Santoso/sora.com)", "Reporter: Budi Santoso - Sora.com"]
)
def test_behind_a_writer_stands_the_site_that_has_it_from_him(line: str) -> None:
    article = page(line)
    assert (article.text, article.authors, article.agency) == (TEXT, ["Rani Dewi", "Budi Santoso"], "Sora.com")


def test_who_wrote_and_who_edited_behind_a_comma_above_a_text() -> None:
    article = page(above="Penulis: Budi Santoso, Editor: Siti Aminah")
    assert (article.text, article.authors, article.editors) == (TEXT, ["Rani Dewi", "Budi Santoso"], ["Siti Aminah"])


@pytest.mark.parametrize("line", ["Dilaporkan oleh Budi Santoso dan Darmo Wirya", "Diterjemahkan oleh Darmo Wirya"])
def test_what_was_done_to_a_text_and_by_whom_is_no_text(line: str) -> None:
    wrote = ["Budi Santoso", "Darmo Wirya"] if "Budi" in line else []
    article = page(line)
    assert (article.text, article.authors) == (TEXT, ["Rani Dewi", *wrote])


def test_who_took_it_from_an_agency_is_no_part_of_its_name() -> None:
    assert page("Disadur dari BBC oleh Budi Santoso").agency == "BBC"


def test_a_nickname_at_the_house_is_no_editor_s() -> None:
    assert page("(Ratna/Liputan6.com)").editors == []


def test_who_contributed_is_named_behind_who_wrote() -> None:
    below = ("Ratna Bulan dan Budi Santoso turut berkontribusi dalam laporan ini.", "Reporter: Darmo Wirya")
    assert page(*below).authors == ["Rani Dewi", "Ratna Bulan", "Budi Santoso", "Darmo Wirya"]


def test_whose_poem_it_is_stays_below_it() -> None:
    poem = ("Puisi ini dibacakan di Sora.", "Aku pulang membawa kopi", "ibu menunggu di beranda.")
    article = page("Oleh: Darmo Wirya", prose=poem)
    assert (article.text.split("\n\n")[-1], article.authors) == ("Oleh: Darmo Wirya", ["Rani Dewi"])


TALE = ("Kancil mencuri kopi dari kebun Pak Tani pada malam hari, lalu ia tidak bisa tidur.", "Ia jera.", "Ia pulang.")


@pytest.mark.parametrize("by", ["Oleh: {}", "Oleh {}", "Karya: {}"])
def test_whose_each_of_several_works_is_stays_below_it(by: str) -> None:
    article = page(by.format("Darmo Wirya"), prose=(FIRST, S1, by.format("Ratna Bulan"), *TALE))
    assert (article.text.split("\n\n")[-1], article.authors) == (by.format("Darmo Wirya"), ["Rani Dewi"])


@pytest.mark.parametrize(
    "below",
    [
        ("Laporan ini disusun oleh Budi Santoso dan Siti Aminah.",),
        ("Disusun oleh Ratna Bulan dan Darmo Wirya.",),
        ("Judul: Lereng Kopi", "Penulis: Haruki Darmo", "Diterjemahkan oleh Ratna Bulan"),
        ("Lereng Kopi", "Ditulis oleh Haruki Darmo, diterjemahkan oleh Ratna Bulan"),
        ("Penerima penghargaan:", "Ratna Bulan, Kontributor Sora", "Siti Aminah (Kontributor Salatiga)"),
        ("“Kopi itu sabar.” (Ratna Bulan, wartawan)", "“Hujan itu rindu.” (Darmo Wirya, jurnalis)"),
        ("“Kopi itu sabar.” (Ratna Bulan/Penyair)", "“Hujan itu rindu.” (Darmo Wirya/Petani)"),
        ("Tulisan ini merupakan hasil magangnya di kebun kopi selama tiga bulan.",),
        ("Ratna Bulan berkontribusi dalam laporan.",),
        ("Reporter: Terima kasih, Bu.",),
        ("Ia tertawa (keras). Reporter: Terima kasih Pak",),
        ("Disadur dari Serat Sora oleh Budi Santoso",),
        ("Lihat tabel [harga: kopi](lampiran kedua) untuk rinciannya.",),
    ],
)
def test_who_is_named_below_a_text_in_lines_of_its_own_wrote_none_of_it(below: tuple[str, ...]) -> None:
    article = page(*below)
    assert article.text.split("\n\n") == [*PROSE, *below]
    assert (article.authors, article.editors, article.agency) == (["Rani Dewi"], [], None)


def test_two_contributors_below_a_text_are_named_each_on_his_line() -> None:
    article = page("Budi Santoso, Kontributor Sora", "Siti Aminah (magang)")
    assert (article.text, article.authors) == (TEXT, ["Rani Dewi", "Budi Santoso", "Siti Aminah"])


@pytest.mark.parametrize(
    "line", ["Reportase: Menyusuri Lereng Sora", "Naskah: Panen Kopi", "Jurnalis: Profesi yang Sepi"]
)
def test_a_title_above_a_text_is_nobody(line: str) -> None:
    article = page(above=line)
    assert (article.text, article.authors) == (f"{line}\n\n{TEXT}", ["Rani Dewi"])


@pytest.mark.parametrize(
    "sign", ["Getty Images/Sora.com", "Citizen Reporter/Sora.com", "Reporter Tanpa Batas", "Ilustrasi", "Getty Images"]
)
def test_what_is_nobody_s_name_signs_nothing(sign: str) -> None:
    article = page(f"({sign})")
    assert (article.text, article.authors, article.editors) == (TEXT, ["Rani Dewi"], [])


@pytest.mark.parametrize(("sign", "month"), [("Mei Lestari", False), ("Agustus", True)])
def test_a_name_that_begins_as_a_month_is_a_name(sign: str, month: bool) -> None:
    assert page(f"({sign})").editors == ([] if month else [sign])


@pytest.mark.parametrize("sign", ["(Mvi/Yus)", "(abc)", "(abc/def)", "(ABC)", "(sora.com/abc)", "(Siti A)"])
def test_beside_a_named_editor_a_code_names_nobody(sign: str) -> None:
    article = page(sign, credits=EDITED)
    assert (article.text, article.authors, article.editors) == (TEXT, ["Rani Dewi"], ["Siti A"])


def test_a_code_without_a_named_editor_is_the_editor_s() -> None:
    assert page("(abc/def)").editors == ["def"]


@pytest.mark.parametrize("sign", ["Darmo Wirya", "Sari"])
def test_a_name_in_brackets_below_a_text_with_a_byline_is_the_editor_s(sign: str) -> None:
    article = page(f"({sign})")
    assert (article.text, article.authors, article.editors) == (TEXT, ["Rani Dewi"], [sign])


def test_what_a_columnist_is_goes_with_his_name_on_two_lines() -> None:
    assert page("Rani Dewi", "dosen Universitas Sora").text == TEXT
    assert page("Ratna Bulan", "dosen Universitas Sora").text != TEXT


@pytest.mark.parametrize("others", [(), ("“Panen itu doa.” (Ratna Bulan)",)])
def test_who_said_it_in_a_list_of_sayings_did_not_sign(others: tuple[str, ...]) -> None:
    saying = "“Hidup itu menanam.” (Darmo Wirya)"
    article = page(*others, saying)
    assert article.editors == ([] if others else ["Darmo Wirya"])
    assert (saying in article.text) == bool(others)


@pytest.mark.parametrize(
    ("sign", "names"), [("RANI DEWI", []), ("RANI DEWI | BUDI S.", ["BUDI S."]), ("SARI", ["SARI"])]
)
def test_capitals_sign_beside_a_writer_whom_the_page_s_data_names(sign: str, names: list[str]) -> None:
    head = script({"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": "Rani Dewi"}})
    text = "".join(f"<p>{line}</p>" for line in (*PROSE, sign))
    html = f"{head}<h1>{TITLE}</h1><div id='content-wrapper'>{text}</div>"
    article = extract(html.encode(), "https://www.tempo.co/ekonomi/warga-sora-panen-kopi-9911001")
    assert (article.text, article.authors) == (TEXT, ["Rani Dewi", *names])
