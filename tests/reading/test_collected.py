"""Lines of kinds that collected articles of many houses end in, and sentences that are much like them."""

from __future__ import annotations

import pytest

from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.habits import Habits
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.people.heads import join_roles
from newscrawl.reading.phrases.pictures.captions import split_credit
from tests.reading.test_local import PARAGRAPHS, SAID, read_local

GONE = (
    "Copyright @ 2026 Sora Group - kabarsora. All Rights Reserved",
    "Selengkapnya baca: Gudang Kopi Dibuka Lagi di Tiga Desa",
    "Baca berita terkait kopi lainnya: Gudang Kopi Dibuka Lagi di Tiga Desa",
    "Temukan berita-berita hangat terpercaya dari Kantor Berita Kopi SORA di Google News.",
    "Untuk mengikuti silakan klik tanda bintang.",
    "Temukan berita hangat dari Kantor Berita SORA di Google News. Untuk mengikuti silakan klik tanda bintang.",
)
STAYS = (
    "Copyright @ 2026 dipegang Darmo, bukan koperasi.",
    "Selengkapnya baca buku itu, pesan Ratna.",
    "Selengkapnya baca: begitu bunyi papan di depan gudang kopi.",
    "Baca berita terkait kopi lainnya di papan desa, pinta Ratna.",
    "Berita terkait kopi lainnya: harga turun dan gudang penuh.",
    "Temukan berita hangat dari balai desa, kata Ratna.",
    "Temukan berita hangat di Google News, kata Ratna kepada petani.",
    "Untuk mengikuti lomba, silakan klik tanda bintang di laman desa.",
    "Untuk mengikuti panen, warga berkumpul sejak subuh.",
)


@pytest.mark.parametrize("line", GONE)
def test_a_line_below_a_text_that_is_no_text(line: str) -> None:
    assert read_local("".join([*PARAGRAPHS, f"<p>{line}</p>"])).text.split("\n\n") == SAID


@pytest.mark.parametrize("line", STAYS)
def test_a_sentence_like_them_stays(line: str) -> None:
    between = [*PARAGRAPHS[:2], f"<p>{line}</p>", *PARAGRAPHS[2:]]
    assert line in read_local("".join(between)).text.split("\n\n")


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        ("Panen kopi di Sora, Minggu (25/2)--BMKS via Antara", "Panen kopi di Sora, Minggu (25/2)", "BMKS via Antara"),
        ("Panen kopi di Sora.--Budi/Kabar Sora", "Panen kopi di Sora.", "Budi/Kabar Sora"),
        ("Panen kopi di Sora--istimewa", "Panen kopi di Sora", "istimewa"),
        ("Panen kopi di Sora--freepik", "Panen kopi di Sora", "freepik"),
        ("Panen kopi di Sora--tangkapan layar YouTube", "Panen kopi di Sora", "tangkapan layar YouTube"),
        ("Panen kopi di Sora--dok. pribadi", "Panen kopi di Sora", "dok. pribadi"),
        ("Panen kopi. Sumber ilustrasi: PEXELS/Took", "Panen kopi.", "PEXELS/Took"),
        ("Panen kopi (sumber ilustrasi: Freepik)", "Panen kopi", "Freepik"),
        *(
            (line, line, None)
            for line in (
                "Panen kopi--Rabu Sore",
                "Panen kopi--yang lebih awal--di Sora",
                "Petani Sora--Darmo dan lima anaknya memanen kopi",
                "Kopi arabika--robusta",
                "Kebun kopi: sumber ilustrasi buku Ratna",
            )
        ),
    ],
)
def test_a_credit_behind_two_dashes_and_of_an_illustration(caption: str, said: str, credit: str | None) -> None:
    assert split_credit(caption) == (said, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "Gudang kopi di Desa Melati, Minggu (25/2)--Budi via Antara",
        "Aku dan kopi. Kopi dan aku. | Foto: dokumen pribadi.",
        "SORAPOS.COM - Gudang kopi di Desa Melati. (Sumber : Facebook Humas Kota Sora)",
        "Gudang kopi di Desa Melati, 18 Juli 2022. Humas Pemkab Sora",
        "Gudang kopi di Desa Melati, 18 Juli 2022. TEMPO/Budi tempo : 165970660885",
        "Gudang kopi di Desa Melati, 18 Juli 2022. sora.go.id",
        "Gudang kopi di Desa Melati ©Shutterstock",
        "Gudang kopi di Desa Melati. ©Istimewa",
    ],
)
def test_a_caption_that_stands_as_a_paragraph_under_its_picture(caption: str) -> None:
    picture = "<p><img src='/unggah/kopi.jpg' width='800' height='500'></p>"
    article = read_local("".join([picture, f"<p>{caption}</p>", *PARAGRAPHS]))
    assert article.text.split("\n\n") == SAID
    assert article.images[0].credit


@pytest.mark.parametrize(
    "line",
    [
        "Ratna tiba di Sora--Rabu itu hujan",
        "Gudang kopi dibuka Senin, 18 Juli 2022. Ratna",
        "Kopi | Foto: begitu nama kedai baru itu.",
        "SORA - Air (sumber) naik",
    ],
)
def test_a_sentence_under_a_picture_stays(line: str) -> None:
    picture = "<p><img src='/unggah/kopi.jpg' width='800' height='500'></p>"
    long = f"{line}, dan warga menonton dari jauh sampai sore."
    assert long in read_local("".join([picture, f"<p>{long}</p>", *PARAGRAPHS])).text.split("\n\n")


@pytest.mark.parametrize(
    "office",
    [
        "Biro Media & Informasi PC Sora",
        "Humas & Protokol",
        "Tim Humas dan Publikasi",
        "Bagian Umum & Kerja Sama Sora",
        "Media & Komunikasi Kopi Sora",
    ],
)
def test_an_office_of_two_things_is_nobody(office: str) -> None:
    assert people(office) == []


@pytest.mark.parametrize("names", [["Budi Santoso", "Siti Aminah"], ["Media Lestari", "Ratna Dewi"]])
def test_two_people_are_two(names: list[str]) -> None:
    assert people(" & ".join(names)) == names
    assert people(" dan ".join(names)) == names


@pytest.mark.parametrize(
    ("sign", "authors", "editors", "agency"),
    [
        ("(Harian Sora/Budi Santoso)", ["Budi Santoso"], [], "Harian Sora"),
        ("(Sora Pos/Budi Santoso)", ["Budi Santoso"], [], "Sora Pos"),
        ("(Budi/Siti Aminah)", [], ["Siti Aminah"], None),
        ("(Budi Santoso/Siti Aminah)", ["Budi Santoso"], ["Siti Aminah"], None),
        ("(Sora Pos/red)", [], [], None),
    ],
)
def test_a_paper_s_writer_signs(sign: str, authors: list[str], editors: list[str], agency: str | None) -> None:
    for texts in (["Ia pulang.", "Kopi dijemur.", sign], ["Ia pulang.", f"Kopi dijemur. {sign}"]):
        read = strip(map(Paragraph, texts))
        assert read.paragraphs == ["Ia pulang.", "Kopi dijemur."]
        assert (read.authors, [e for e in read.editors if " " in e and e != "Sora Pos"]) == (authors, editors)
        assert read.agency == agency or not authors


@pytest.mark.parametrize("label", ["Artikel ini ditulis oleh:", "Ditulis oleh:", "Penulis :", "Reporter:"])
def test_a_role_above_its_name(label: str) -> None:
    article = read_local("".join([*PARAGRAPHS, f"<p>{label}</p><p>Rani Dewi</p><p>Editor:</p><p>Siti Aminah</p>"]))
    assert article.text.split("\n\n") == SAID
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti Aminah"])


@pytest.mark.parametrize(
    "texts",
    [
        ["Penulis:", "Rani Dewi", "Buku itu terbit tahun lalu."],
        ["Ia pulang.", "Penulis:", "Rani Dewi menulis tiga buku."],
        ["Ia pulang.", "Penulis: Budi", "Rani Dewi"],
        ["Ia pulang.", "Lima penulis:", "Rani Dewi"],
        ["Ia pulang.", "Editor:", "gratis untuk semua"],
    ],
)
def test_a_role_and_a_line_that_is_not_its_name(texts: list[str]) -> None:
    assert [p.text for p in join_roles([*map(Paragraph, texts)])] == texts


def test_an_editor_by_a_short_form_in_small_letters() -> None:
    assert strip(map(Paragraph, ["Ia pulang.", "Editor: tunas"])) == Cleaned(["Ia pulang."], editors=["tunas"])
    assert strip(map(Paragraph, ["Ia pulang.", "Editor: null"])).editors == []


def icon(name: str, kind: str = "material-icons", tag: str = "i") -> str:
    return f'<{tag} class="{kind}">{name}</{tag}>'


@pytest.mark.parametrize("kind", ["material-icons", "material-icons-outlined md-18", "material-symbols-rounded"])
@pytest.mark.parametrize("tag", ["i", "span"])
def test_the_names_of_icons_that_a_font_draws_say_nothing(kind: str, tag: str) -> None:
    lines = (("person", "Rani Dewi"), ("calendar_month", "24 Juli 2026 15:18"), ("visibility", "16"), ("share", ""))
    about = "".join(f"<li>{icon(name, kind, tag)} {said}</li>" for name, said in lines)
    below = "".join(f"<p>{icon(name, kind, tag)} {said}</p>" for name, said in lines[2:])
    article = read_local(below + "".join(PARAGRAPHS), f"<ul class='meta'>{about}</ul>")
    assert article.text.split("\n\n") == SAID
    assert article.authors == ["Rani Dewi"]
    assert str(article.published_at).startswith("2026-07-24 15:18")


@pytest.mark.parametrize(
    "said",
    [
        icon("kopi", "kata-asing"),
        icon("kopi", "materials-icons"),
        icon("Material Icons"),
        icon("person", "immaterial-icons"),
        icon("kopi, teh"),
    ],
)
def test_a_word_that_is_set_apart_stays(said: str) -> None:
    line = f"<p>Warga Sora menyebutnya {said} dan menanamnya di lereng.</p>"
    words = said.partition(">")[2].partition("<")[0]
    assert f"menyebutnya {words} dan" in read_local("".join([*PARAGRAPHS[:2], line, *PARAGRAPHS[2:]])).text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Laporan Wartawan Sora Pos Budi Santoso", ["Budi Santoso"]),
        ("Laporan Wartawan Sripo Darmo", ["Darmo"]),
        ("Laporan Wartawan Tribun Timur Ratna Dewi", ["Ratna Dewi"]),
        ("Laporan Wartawan Tribun Jawa Barat Ratna Dewi", ["Ratna Dewi"]),
        ("Laporan Reporter TribunSora Ratna Dewi", ["Ratna Dewi"]),
        ("Laporan Wartawan Sora Pos Budi Santoso dan Ratna Dewi", ["Budi Santoso", "Ratna Dewi"]),
        ("Laporan Wartawan Sora Pos, Budi Santoso", ["Budi Santoso"]),
        ("Laporan Wartawan Serambi Indonesia", []),
        ("Laporan Wartawan Budi Santoso", ["Budi Santoso"]),
        ("Laporan Wartawan Tribun Sora, Budi", ["Budi"]),
    ],
)
def test_a_paper_in_front_of_its_writer(line: str, names: list[str]) -> None:
    assert people(line) == names


SENTENCE = "Gudang kopi Sora dibuka lagi setelah dua musim ditutup."


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("(Siti Aminah - Universitas Sora)", ["Siti Aminah"]),
        ("*(Siti Aminah, mahasiswa magang)", ["Siti Aminah"]),
        ("Penulis: Siti Aminah-FIS UNS", ["Siti Aminah"]),
        ("Penulis: Siti Aminah - Politeknik Sora", ["Siti Aminah"]),
    ],
)
def test_a_student_s_school_is_no_part_of_the_name(line: str, authors: list[str]) -> None:
    cleaned = strip([Paragraph(SENTENCE), Paragraph(line)])
    assert (cleaned.paragraphs, cleaned.authors) == ([SENTENCE], authors)


@pytest.mark.parametrize("line", ["(Gudang Sora - lantai dua)", "(Ratna Dewi, ketua koperasi)"])
def test_a_bracket_without_a_school_stays(line: str) -> None:
    assert strip([Paragraph(SENTENCE), Paragraph(line)]).paragraphs == [SENTENCE, line]


@pytest.mark.parametrize(
    ("sign", "editors", "agency"),
    [("(ant) [abc]", ["abc"], "Antara"), ("(skj) [abc]", ["skj", "abc"], None), ("(KR-BDI)(T013)", [], None)],
)
def test_both_of_two_signatures_count(sign: str, editors: list[str], agency: str | None) -> None:
    cleaned = strip([Paragraph(SENTENCE), Paragraph(f"{SENTENCE} {sign}")])
    assert (cleaned.paragraphs, cleaned.editors, cleaned.agency) == ([SENTENCE, SENTENCE], editors, agency)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["RATNA BULAN", "KETUT RAKA"], ["RATNA BULAN", "KETUT RAKA"]),
        (["Ratna Bulan, Ketut Raka"], ["Ratna Bulan", "Ketut Raka"]),
        (["Ratna Bulan dan Ketut Raka"], ["Ratna Bulan", "Ketut Raka"]),
    ],
)
def test_several_writers_whose_names_end_a_text(lines: list[str], authors: list[str]) -> None:
    cleaned = strip([Paragraph(text) for text in (SENTENCE, *lines)], Habits(capitals_sign=True))
    assert (cleaned.paragraphs, cleaned.authors) == ([SENTENCE], authors)


@pytest.mark.parametrize(
    "lines", [["SIM", "BPKB"], ["PARTAI SORA", "PARTAI KOPI"], ["Partai Sora, Partai Kopi"], ["Gudang Sora, Kebun"]]
)
def test_a_list_that_ends_a_text_stays(lines: list[str]) -> None:
    texts = [SENTENCE, *lines]
    assert strip([Paragraph(text) for text in texts], Habits(capitals_sign=True)).paragraphs == texts


PART = Paragraph("Harga Teh Naik di Lereng", heading=True)


@pytest.mark.parametrize(
    ("lines", "authors", "agency"),
    [
        (["Reporter: Siti Aminah", "Sumber: Sora.com"], ["Siti Aminah"], "Sora.com"),
        (["Reporter: Siti Aminah"], ["Siti Aminah"], None),
        (["(Siti Aminah/Sora.com)"], ["Siti Aminah"], "Sora.com"),
    ],
)
def test_a_part_of_a_text_may_be_signed(lines: list[str], authors: list[str], agency: str | None) -> None:
    cleaned = strip([*map(Paragraph, [SENTENCE, *lines]), PART, Paragraph(SENTENCE)])
    assert cleaned.paragraphs == [SENTENCE, PART.text, SENTENCE]
    assert (cleaned.authors, cleaned.agency) == (authors, agency)


@pytest.mark.parametrize("line", ["Penulis: Siti Aminah", "Reporter: bagaimana awalnya?"])
def test_what_may_be_of_a_book_or_of_an_interview_above_a_heading_stays(line: str) -> None:
    lines = [Paragraph(SENTENCE), Paragraph(line), PART, Paragraph(SENTENCE)]
    assert strip(lines).paragraphs == [SENTENCE, line, PART.text, SENTENCE]
