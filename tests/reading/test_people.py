"""Who wrote and who edited: names beside places, roles, degrees and dates, and signatures behind the last sentence."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.names.bylines import Byline, people, read_byline
from newscrawl.reading.phrases.people.credits import read_credits
from tests.reading.test_kinds import BODY, FIRST, LAST, NOW, S1, S2, S3, TITLE, read, script
from tests.reading.unknown import PARAGRAPHS, read_unknown

LONG = f"<p>{FIRST} {S1} {S2}</p><p>{S3} {LAST} {S1}</p>"

NAMES: list[tuple[str, list[str], str | None]] = [
    ("Siti Aminah S.Pd, M.M", ["Siti Aminah"], None),
    ("Siti Aminah, S.Sos, MAP", ["Siti Aminah"], None),
    ("Siti Aminah, MSi", ["Siti Aminah"], None),
    ("Siti Aminah dkk", ["Siti Aminah"], None),
    ("Tweet Share", [], None),
    ("SITI AMINAH, SP.PD", ["SITI AMINAH"], None),
    ("Siti Aminah, Kontributor Semarang", ["Siti Aminah"], None),
    ("Siti Aminah, Semarang", ["Siti Aminah"], None),
    ("Siti Aminah, Sora FM", ["Siti Aminah"], None),
    ("Siti Aminah, MPI", ["Siti Aminah"], None),
    ("Siti Aminah, Presenter", ["Siti Aminah"], None),
    ("Siti Aminah/tvOne Semarang", ["Siti Aminah"], None),
    ("Laporan Wartawan Sora Pos, Siti Aminah, dari Salatiga, Jawa Tengah", ["Siti Aminah"], None),
    ("Oleh: Siti Aminah dari Salatiga, Jawa Tengah", ["Siti Aminah"], None),
    ("Oleh Wartawan Sora: Siti Aminah", ["Siti Aminah"], None),
    ("Laporan Jurnalis SCTV Siti Aminah dan Juru Kamera Budi Santoso", ["Siti Aminah"], None),
    ("Reporter Magang Siti Aminah", ["Siti Aminah"], None),
    ("Laporan Wartawan TribunSora.com Siti Aminah", ["Siti Aminah"], None),
    ("Agregasi: VOA", [], "VOA"),
    ("Rep: Siti Aminah/ Red: Budi Santoso", ["Siti Aminah"], None),
    ("Rep: Antara/ Red: Budi Santoso", [], "Antara"),
    ("Editor: Budi Santoso", [], None),
    ("Editor: Budi Santoso, Penulis: Siti Aminah", ["Budi Santoso", "Siti Aminah"], None),
    ("Posted by Siti Aminah", ["Siti Aminah"], None),
    ("Sora6com", [], None),
    ("Sora Pictures", [], None),
    ("dpa", [], "dpa"),
    ("Yonhap", [], "Yonhap"),
    ("M. Rizky A.P.", ["M. Rizky A.P."], None),
    ("By Siti Aminah On Jul 24, 2026", ["Siti Aminah"], None),
    ("Written by Siti Aminah", ["Siti Aminah"], None),
    ("Teks dan Foto: Siti Aminah", ["Siti Aminah"], None),
    ("Teks: Siti Aminah, Foto: Budi Santoso", ["Siti Aminah"], None),
    ("Penulis Lepas: Siti Aminah", ["Siti Aminah"], None),
    ("Liputan: Siti Aminah, Rani Dewi", ["Siti Aminah", "Rani Dewi"], None),
    ("Siti Aminah kemarin", ["Siti Aminah"], None),
    ("Siti Aminah | Yesterday, 10:20", ["Siti Aminah"], None),
    ("Siti Aminah, wartawan Sora Pos", ["Siti Aminah"], None),
    ("Siti Aminah, Kontributor Sora", ["Siti Aminah"], None),
    ("Siti Aminah, Wartawan Sora", ["Siti Aminah"], None),
    ("Siti Aminah, HC.*", ["Siti Aminah"], None),
    ("Siti Aminah, Wartawan Budi Santoso", ["Siti Aminah", "Budi Santoso"], None),
    ("Siti Aminah Verified Writer", ["Siti Aminah"], None),
    ("dr. Siti Aminah, Sp.PD-KGEH", ["dr. Siti Aminah"], None),
    ("Laporan Wartawan Kabar Sora, Siti Aminah", ["Siti Aminah"], None),
    ("Kabupaten Sora", [], None),
    # companies, schools, channels, places of several words and headlines
    *(
        (line, [], None)
        for line in (
            "Bank Sora",
            "Sekolah Alam Sora",
            "Sora Education",
            "Sepak Bola",
            "Gaya Hidup",
            "Ekonomi & Bisnis",
            "Jawa Timur",
            "Jakarta Banjir",
            "LBH Sora",
            "SMAN 1 Sora",
            "Karang Taruna Sora",
            "Sora.com/Liga Inggris",
        )
    ),
    *(
        (line, [line], None)
        for line in (
            "Bangkit Perkasa",
            "Banki Rahmat",
            "DWI Lestari",
            "BUDI Santoso",
            "Arief Nusantara",
            "Hikmah",
            "Ramadan",
        )
    ),
    # names that are months, weekdays or places, too, and those of many peoples
    *(
        (line, [line], None)
        for line in (
            "Juni Bandung",
            "Mei Lestari",
            "Surya Jakarta",
            "Jumat Supriadi",
            "Oktober Lubis",
            "Ma'ruf Al-Ghazali",
            "I Gusti Ngurah Agung",
            "Rosdiana br Sitepu",
            "Nguyễn Văn An",
            "Jean-Claude van Damme",
            "Kemarinawati",
            "Today Simanjuntak",
        )
    ),
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
    ("Siti Aminah, Budi Santoso, serta Rani Dewi", ["Siti Aminah", "Budi Santoso", "Rani Dewi"], None),
]
# Sources with a house's channel or a headline behind its name
HOUSES = ["Sora.com/Sepak Bola", "Sora.com: Jakarta Banjir", "Sora.com - Gaya Hidup", "Sora.com: Panen Kopi"]


@pytest.mark.parametrize("post", ["Asisten Redaktur", "Managing Editor", "Produser Senior", "Deputy Editor Ekonomi"])
def test_a_post_of_a_newsroom_is_nobody(post: str) -> None:
    assert people(post) == []


@pytest.mark.parametrize(("line", "authors", "agency"), NAMES)
def test_names_beside_what_is_none(line: str, authors: list[str], agency: str | None) -> None:
    assert read_byline([line]) == Byline(authors, agency)


@pytest.mark.parametrize("source", HOUSES)
def test_a_channel_or_headline_behind_a_source_is_nobody(source: str) -> None:
    article = read("viva", f"{BODY}<p>Sumber: {source}</p>")
    assert (article.text, article.authors, article.agency) == (f"{FIRST}\n\n{LAST}", ["Budi Santoso"], "Sora.com")


@pytest.mark.parametrize("author", [["Rani Dewi", "Budi Santoso"], [{"name": "Rani Dewi"}, "Budi Santoso"]])
def test_names_that_are_no_objects_in_the_page_s_data(author: object) -> None:
    head = script({"@type": "NewsArticle", "headline": TITLE, "author": author})
    page = f"{head}<h1>{TITLE}</h1><div class='article-content'>{BODY}</div>"
    address = "https://www.suara.com/news/2026/07/24/101500/warga-sora-panen-kopi"
    assert extract(page.encode(), address, strict=True).authors == ["Rani Dewi", "Budi Santoso"]


@pytest.mark.parametrize("label", ["Laporan wartawan Surya,", "Kontributor:", "Penulis :", "Laporan:"])
def test_a_writer_in_front_of_the_dateline_is_no_text(label: str) -> None:
    body = f"<p>{label} Rani Dewi SORA, Surya.co.id - Panen kopi dimulai.</p><p>{LAST}</p>"
    article = read("cnnindonesia", body)
    assert (article.text, article.authors) == (f"SORA, Surya.co.id - Panen kopi dimulai.\n\n{LAST}", ["Rani Dewi"])


@pytest.mark.parametrize(("kind", "authors"), [("Organization", []), ("Person", ["Kopi Sora"])])
def test_whom_the_page_s_data_calls_a_house_is_nobody(kind: str, authors: list[str]) -> None:
    head = script({"@type": "NewsArticle", "headline": TITLE, "author": {"@type": kind, "name": "Kopi Sora"}})
    html = (
        f"<title>{TITLE}</title>{head}<article><h1>{TITLE}</h1><div class='author'>Kopi Sora</div>{BODY * 2}</article>"
    )
    assert extract(html.encode(), "https://kabarlembah.example/a/b", any_site=True).authors == authors


@pytest.mark.parametrize(
    ("note", "authors"),
    [
        ("*) Rani Dewi, Guru Besar Universitas Sora", ["Rani Dewi"]),
        ("*Rani Dewi, pemerhati kopi, tinggal di Sora", ["Rani Dewi"]),
        ("*) Penulis adalah Rani Dewi, dosen di Sora.", ["Rani Dewi"]),
        ("** Rani Dewi adalah Ketua Koperasi Sora", ["Rani Dewi"]),
        ("(*) Rani Dewi dan Darmo Wirya, peneliti di Sora", ["Rani Dewi", "Darmo Wirya"]),
        ("*) Anggota DPRD Kabupaten Sora", []),
        ("*) Penulis adalah dosen Universitas Sora", []),
    ],
)
def test_a_star_s_note_names_who_wrote_a_column(note: str, authors: list[str]) -> None:
    article = read("cnnindonesia", f"{BODY}<p>{note}</p>")
    assert (article.text, article.authors) == (f"{FIRST}\n\n{LAST}", authors)


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        (["Penulis adalah dosen Universitas Sora"], []),
        (["(Penulis merupakan Guru Besar Universitas Sora.)"], []),
        (["*Penulis adalah pengasuh Pesantren Sora"], []),
        (["Oleh: Rani Dewi", "Penulis adalah dosen Universitas Sora"], ["Rani Dewi"]),
        (["Oleh: Rani Dewi", "Dosen Universitas Sora"], ["Rani Dewi"]),
        (["Rani Dewi", "Penulis adalah dosen Universitas Sora"], ["Rani Dewi"]),
    ],
)
def test_what_the_writer_of_a_column_is_needs_no_star(below: list[str], authors: list[str]) -> None:
    article = read("cnnindonesia", BODY + "".join(f"<p>{line}</p>" for line in below))
    assert (article.text, article.authors) == (f"{FIRST}\n\n{LAST}", authors)


@pytest.mark.parametrize(
    "line",
    [
        "Penulis adalah petani kopi di Sora.",
        "Penulis adalah dosen yang kini tinggal di Sora.",
        "Penulis adalah guru bagi pembacanya.",
        "Dosen Universitas Sora",
    ],
)
def test_what_tells_of_writers_stays(line: str) -> None:
    article = read("cnnindonesia", f"{BODY}<p>{line}</p>")
    assert (article.text, article.authors) == (f"{FIRST}\n\n{LAST}\n\n{line}", [])


@pytest.mark.parametrize(
    "note",
    [
        "*) Rani Dewi menolak berkomentar.",
        "*) Rani Dewi, dosen di Sora, menghitung harga.",
        "*) Harga belum dipotong",
        "*) Ketua panitia belum hadir.",
    ],
)
def test_a_footnote_names_no_writer(note: str) -> None:
    article = read("cnnindonesia", f"{BODY}<p>{note}</p>")
    assert (article.text, article.authors) == (f"{FIRST}\n\n{LAST}\n\n{note}", [])


MASTHEADS = (
    "<p>Pemimpin Redaksi: Darmo Wirya</p><p>Editor: Rani Dewi</p><p>Reporter: Siti Aminah, Sari Kumala</p>",
    "<ul><li>Pemimpin Umum: Darmo Wirya</li><li>Reporter: Siti Aminah</li><li>Alamat: Jalan Kopi 7</li></ul>",
    "<dl><dt>Pemimpin Redaksi</dt><dd>Darmo Wirya</dd><dt>Editor</dt><dd>Rani Dewi</dd></dl>",
    "<strong>REDAKSI</strong><p>Penasihat Hukum: Darmo Wirya</p><p>Reporter: Rani Dewi</p>",
)


@pytest.mark.parametrize("masthead", MASTHEADS)
def test_a_masthead_in_the_article_s_box_names_nobody(masthead: str) -> None:
    for box in (f"<div>{LONG}</div><div>{masthead}</div>", f"<div>{LONG}{masthead}</div>"):
        html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1>{box}</article>"
        article = extract(html.encode(), "https://kabarlembah.example/a/b", any_site=True)
        assert (article.authors, article.editors, article.text) == ([], [], text_of(LONG))


@pytest.mark.parametrize("credits", ["<p>Reporter: Rani Dewi</p><p>Editor: Siti Aminah</p>"])
def test_credits_in_the_article_s_box_name_somebody(credits: str) -> None:
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1><div>{LONG}</div><div>{credits}</div></article>"
    article = extract(html.encode(), "https://kabarlembah.example/a/b", any_site=True)
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti Aminah"])


def text_of(html: str) -> str:
    return html.removeprefix("<p>").removesuffix("</p>").replace("</p><p>", "\n\n")


@pytest.mark.parametrize("line", ["Rani Dewi | Jumat, 24 Juli 2026 15:18 WIB", "Rani Dewi · 24/07/2026 15:18"])
def test_a_name_and_a_date_in_one_line(line: str) -> None:
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1><div>{line}</div><div>{LONG}</div></article>"
    article = extract(html.encode(), "https://kabarlembah.example/a/b", any_site=True)
    assert (article.authors, article.published_at is not None) == (["Rani Dewi"], True)


def signed(sign: str) -> Article:
    return read("okezone", f"<p>{FIRST}</p><p>{LAST} <strong>{sign}</strong></p>")


@pytest.mark.parametrize(
    ("sign", "editors", "agency"),
    [
        ("(abc/*)", ["abc"], None),
        ("[ZRL]", ["ZRL"], None),
        ("*/", [], None),
        ("(**/red)", [], None),
        ("(MG-1)", [], None),
        ("(Sora FC)", [], None),
        ("(Bank Sora)", [], None),
        ("(Laporan: Budi Santoso)", [], None),
        ("( By: Budi Santoso, S.Sos/Dinas Sora )", [], None),
        ("(Editor: Siti Aminah)", ["Siti Aminah"], None),
        ("(Sumber: Antara)", [], "Antara"),
        ("(Kontributor Bandung, Siti Aminah)", [], None),
        ("(Siti Aminah, Kontributor Sora)", [], None),
    ],
)
def test_a_signature_behind_the_last_sentence(sign: str, editors: list[str], agency: str | None) -> None:
    article = signed(sign)
    assert (article.text, article.editors, article.agency) == (f"{FIRST}\n\n{LAST}", editors, agency)


@pytest.mark.parametrize(
    "note",
    [
        "(BMKG/BPS)",
        "(Su-35)",
        "(Catatan: harga berubah)",
        "(Sumber: BPS)",
        "(Kontributor: bukan warga desa)",
        "(Wartawan Sora tewas pada 1998)",
        "(Kontributor Bandung, dan warga desa)",
    ],
)
def test_a_note_behind_the_last_sentence_stays(note: str) -> None:
    article = signed(note)
    assert (article.text, article.editors, article.agency) == (f"{FIRST}\n\n{LAST} {note}", [], None)


@pytest.mark.parametrize("sign", ["(Kontributor Bandung, Rani Dewi)", "(Rani Dewi, Kontributor)"])
def test_a_writer_in_brackets_with_a_role(sign: str) -> None:
    for body in (f"<p>{FIRST}</p><p>{LAST} {sign}</p>", f"{BODY}<p>{sign}</p>"):
        article = read("cnnindonesia", body)
        assert (article.text, article.authors, article.editors) == (f"{FIRST}\n\n{LAST}", ["Rani Dewi"], [])


@pytest.mark.parametrize(
    ("line", "agency", "authors"),
    [("ANTARA", "Antara", []), ("Antara/Rani Dewi", "Antara", ["Rani Dewi"]), ("AFP", "AFP", [])],
)
def test_a_last_line_that_is_an_agency(line: str, agency: str, authors: list[str]) -> None:
    article = read("cnnindonesia", f"{BODY}<p>{line}</p>")
    assert (article.text, article.agency, article.authors) == (f"{FIRST}\n\n{LAST}", agency, authors)


def test_a_list_that_ends_in_an_agency_stays() -> None:
    article = read("cnnindonesia", f"{BODY}<p>Kantor berita:</p><ul><li>Bernama</li><li>AFP</li></ul>")
    assert article.text.endswith("Bernama\n\nAFP")


@pytest.mark.parametrize(
    ("head", "authors", "editors"),
    [
        ("<p>Oleh: Dr. Rani Dewi, M.Si. (Dosen Universitas Sora)</p>", ["Dr. Rani Dewi"], []),
        ("<p>Laporan Rani Dewi dari Sora</p>", ["Rani Dewi"], []),
        ("<p>Reporter: Rani Dewi<br>Editor: Siti Aminah</p>", ["Rani Dewi"], ["Siti Aminah"]),
        ("<p><em>Oleh: Rani Dewi, Kontributor Sora</em></p>", ["Rani Dewi"], []),
        ("<p>Penulis: rani dewi | Editor: siti aminah</p>", ["rani dewi"], ["siti aminah"]),
        ("<p>Laporan oleh Rani Dewi</p>", ["Rani Dewi"], []),
        ("<p>Peliput : Rani Dewi</p>", ["Rani Dewi"], []),
        ("<p>Laporan Wartawan Tribun Sora Rani Dewi</p>", ["Rani Dewi"], []),
        ("<p>Laporan Kontributor Tribun Jabar Rani Dewi</p>", ["Rani Dewi"], []),
        ("<p>Laporan Wartawan Serambi Indonesia Rani Dewi | Bireuen</p>", ["Rani Dewi"], []),
        ("<p>Laporan Rani Dewi | Banda Aceh</p>", ["Rani Dewi"], []),
        ("<p>Liputan Jurnalis Tribun Bali Rani Dewi</p>", ["Rani Dewi"], []),
        ("<p>Melaporkan dari, Sora Tengah, Jawa Tengah</p>", [], []),
    ],
)
def test_lines_above_a_text(head: str, authors: list[str], editors: list[str]) -> None:
    article = read("cnnindonesia", f"{head}{BODY}")
    assert (article.text, article.authors, article.editors) == (f"{FIRST}\n\n{LAST}", authors, editors)


@pytest.mark.parametrize(
    "line",
    [
        "Laporan Keuangan dari Sora naik.",
        "Editor: begitulah jabatan barunya di kampus.",
        "Oleh. Itu saja.",
        "Laporan oleh warga itu ditolak.",
        "Laporan Wartawan Tribun Sora",
        "Melaporkan dari Sora itu berat.",
        "Laporan wartawan Tribun Sora dari Medan",
        "Penulis: itu cita-citanya. | Editor: begitu jabatannya.",
    ],
)
def test_a_first_sentence_like_them_stays(line: str) -> None:
    assert read("cnnindonesia", f"<p>{line}</p>{BODY}").text == f"{line}\n\n{FIRST}\n\n{LAST}"


DATE = "<time>Jumat, 24 Juli 2026 15:18 WIB</time>"


@pytest.mark.parametrize(
    ("around", "authors", "editors"),
    [
        (f"<span class='by'>Rani Dewi</span> {DATE}", ["Rani Dewi"], []),
        (f"<div><a href='/penulis/12/rani'>Rani Dewi</a><span>{DATE}</span></div>", ["Rani Dewi"], []),
        (f"<div class='author-name'>Rani Dewi</div><p class='editor-name'>Siti A</p>{DATE}", ["Rani Dewi"], ["Siti A"]),
        (f"<p>Laporan Wartawan Kabar Sora, Rani Dewi</p>{DATE}", ["Rani Dewi"], []),
        (f"<div class='kontributor'>Kontributor: Rani Dewi</div>{DATE}", ["Rani Dewi"], []),
        (f"<div>Ditulis oleh: Rani Dewi</div>{DATE}", ["Rani Dewi"], []),
        (f"<div>Laporan oleh Rani Dewi</div>{DATE}", ["Rani Dewi"], []),
        (  # as a screen reader tells it
            "<section><b id='article-byline'>Informasi artikel</b><ul><li><i>Penulis, </i><b>Rani Dewi</b></li>"
            f"<li><i>Peranan, </i><b>Kabar Lembah</b></li></ul></section>{DATE}",
            ["Rani Dewi"],
            [],
        ),
        # the site, a place, a channel and a heading are nobody
        (f"<div class='author-box'>Tentang Penulis</div>{DATE}", [], []),
        ("<div>Kabar Sora - Jumat, 24 Juli 2026 15:18 WIB</div>", [], []),
        ("<div>Kabupaten Sora - Jumat, 24 Juli 2026 15:18 WIB</div>", [], []),
        (f"<div><a href='/kategori/ekonomi-desa'>Ekonomi Desa</a>{DATE}</div>", [], []),
    ],
)
def test_who_wrote_for_a_site_without_rules(around: str, authors: list[str], editors: list[str]) -> None:
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>"
    html = f"<html><body><article><h1>Warga Sora Panen Kopi</h1>{around}<div>{body * 2}</div></article></body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (authors, editors)
    assert article.published_at is not None


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize(
    "credits",
    [
        "<p>Penulis : Rani Dewi</p><p>Editor : Siti A</p>",
        "<ul><li>Penulis: Rani Dewi</li><li>Editor: Siti A</li></ul>",
        "<table><tr><td>Penulis</td><td>: Rani Dewi</td></tr><tr><td>Editor</td><td>: Siti A</td></tr>"
        "<tr><td>Sumber</td><td>: Radio</td></tr></table>",
    ],
)
def test_credits_below_the_text_of_a_site_without_rules(credits: str, inside: bool) -> None:
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2
    text = f"<div>{body}{credits}</div>" if inside else f"<div>{body}</div><div>{credits}</div>"
    html = f"<html><body><article><h1>Warga Sora Panen Kopi</h1>{text}</article></body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti A"])
    assert article.text.endswith("Warga sudah siap.")


@pytest.mark.parametrize(
    "credits",
    [
        "<ul><li><b>Rani Dewi</b><i>Penulis</i></li><li><b>Siti A</b><i>Editor</i></li></ul>",
        "<dl><dt>Penulis</dt><dd>Rani Dewi</dd><dt>Editor</dt><dd>Siti A</dd></dl>",
        "<div><p>Rani Dewi - 24 Juli 2026 15:18 WIB</p><p>Red: Siti A</p></div>",
    ],
)
def test_data_that_calls_the_printed_editor_its_author(credits: str) -> None:
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2
    data = '{"@type": "NewsArticle", "headline": "Warga Sora Panen Kopi", "author": {"name": "Siti A"}}'
    html = f"<html><head><script type='application/ld+json'>{data}</script></head><body><article>"
    html += f"<h1>Warga Sora Panen Kopi</h1>{credits}<div>{body}</div></article></body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti A"])


@pytest.mark.parametrize("byline", ["", "<div class='by'>Oleh Wati Lestari</div>"])
@pytest.mark.parametrize(
    "beside",
    [
        "</article><div><ul><li><b>Editor</b><i>Siti A</i></li><li><b>Reporter</b><i>Rani Dewi</i></li></ul></div>",
        "<div class='terkait'><p><b>Penulis</b> <i>Rani Dewi</i></p></div></article>",
        "<p><a href='/a/nelayan-temukan-jangkar-tua'>Nelayan</a> <b>Penulis</b> <i>Rani Dewi</i></p></article>",
        "<h3>Penulis</h3><a href='/penulis'>Lihat Semua</a></article>",
        "<p><a href='/opini'>Opini</a><a href='/editor'>Editor</a><a href='/cerita'>Cerita Kita</a></p></article>",
        "<form><label>Author</label><span>Nama Anda</span></form></article>",
        "<table><tr><td>Penulis</td><td>Rani Dewi</td></tr><tr><td>Editor</td><td>Siti A</td></tr></table></article>",
    ],
)
def test_names_beside_roles_that_are_not_of_this_article(beside: str, byline: str) -> None:
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2
    html = f"<html><body><article><h1>Warga Sora Panen Kopi</h1>{byline}<div>{body}</div>{beside}</body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (["Wati Lestari"] if byline else [], [])


def test_a_role_that_the_site_plays_hides_no_writer() -> None:
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2
    roles = "<ul><li><b>Kabarsora.id</b><i>Author</i></li><li><b>Siti A</b><i>Editor</i></li></ul>"
    html = f"<article><h1>Warga Sora Panen Kopi</h1><div>{body}<p>(Wati Lestari/Fimela.com)</p></div>{roles}</article>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (["Wati Lestari"], ["Siti A"])


def test_credits_in_a_box_named_as_the_writers() -> None:
    credits = "<div class='penulis-box'>Penulis: Rani Dewi<br>Editor: Siti A</div>"
    body = f"<p>{FIRST} {LAST}</p><p>{FIRST} {LAST}</p>{credits}"
    html = f"<article><h1>Warga Sora Panen Kopi</h1><div>{body}</div></article>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti A"])


def test_a_writer_who_signs_with_a_code_did_not_edit() -> None:
    html = (
        f"<article><h1>Warga Sora Panen Kopi</h1><p>Oleh Rani Dewi</p><div><p>{FIRST} {LAST}</p><p>{FIRST} {LAST}</p>"
    )
    html += "<p>(Rani Dewi/Z-3)</p></div></article>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (["Rani Dewi"], [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Editor: Siti Aminah | Kontributor: Budi Santoso", Byline(["Siti Aminah", "Budi Santoso"])),
        ("Editor: Siti Aminah, Antara", Byline([], "Antara")),
        ("Editor: Siti Aminah", Byline()),
    ],
)
def test_an_editor_in_the_place_of_writers(line: str, said: Byline) -> None:
    assert read_byline([line]) == said


@pytest.mark.parametrize("more", ["", ", Harganya Naik Dua Kali Lipat Sejak Juni Lalu"])
def test_a_headline_as_long_as_a_sentence_hides_no_byline(more: str) -> None:
    head = f"<h1>{TITLE}{more}</h1><div class='reporter'><p>Rani Dewi</p>{DATE}</div>"
    story = "<br><br>".join([f"{FIRST} {S1} {S2}", f"{S3} {LAST}", f"{S1} {S3} {S2}"])
    html = (
        f"<html><head><title>{TITLE}{more}</title></head><body><div class='article'>{head}{story}</div></body></html>"
    )
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.published_precision) == (["Rani Dewi"], "minute")


@pytest.mark.parametrize("line", ["Salam Hangat", "Selamat Membaca", "Bupati Ratna", "Desa Sora", "Rani Dewi"])
def test_a_last_line_that_names_no_writer_stays(line: str) -> None:
    told = f"{FIRST} Rani Dewi menunggu di rumah."
    article = read("tempo", f"<p>{told}</p><p>{LAST}</p><p>{line}</p>")
    assert (article.text.split("\n\n")[-1], article.authors) == (line, [])


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("<div class='terkait'><p>Oleh Rani Dewi</p></div>", []),
        ("<div><a href='/daerah/nelayan-temukan-jangkar-tua'>Nelayan</a> <span>Oleh: Rani Dewi</span></div>", []),
        ("<div><a href='/penulis/12345/rani'><img></a> <span>Oleh: Rani Dewi</span></div>", ["Rani Dewi"]),
        ("<p>Penulis: Diskominfo Sora</p>", []),
        ("<div class='reporter'><img><p><a href='/reporter/12/rani'>Rani Dewi</a></p></div>", ["Rani Dewi"]),
        ("<p class='author'><b>Editor</b> <a href='/author/rani'>Rani Dewi</a></p>", []),
        ("<div class='authors'><a href='/author/rani'>Rani Dewi</a> <a href='/author/sari'>Siti Sari</a></div>", []),
        ("<div class='comment-list'><p class='author'><a href='/author/rani'>Rani Dewi</a></p></div>", []),
        (
            "<div><h3><a href='/daerah/nelayan-temukan-jangkar-tua'>Nelayan Temukan Jangkar Tua</a></h3>"
            "<span class='author'><a href='/author/rani'>Rani Dewi</a></span></div>",
            [],
        ),
    ],
)
def test_who_wrote_another_article_did_not_write_this(below: str, authors: list[str]) -> None:
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>"
    page = f"<article><h1>{TITLE}</h1><div>{body * 2}</div>{below}</article>"
    html = f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert article.authors == authors


def test_people_that_structured_data_points_at() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": TITLE, "author": [{"@id": "#rani"}, {"@id": "#sora"}, {"@id": "#nobody"}]},
        {"@type": "Person", "@id": "#rani", "name": "Rani Dewi"},
        {"@type": "Organization", "@id": "#sora", "name": "Sora Pos"},
    ]
    for data in (script({"@graph": graph}), script({"@graph": graph}).replace('"', "&quot;")):
        data = data.replace("&quot;application/ld+json&quot;", "'application/ld+json'")
        page = f"<article><h1>{TITLE}</h1>{BODY * 2}</article>"
        html = f"<html><head><title>{TITLE}</title>{data}</head><body>{page}</body></html>"
        article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
        assert article.authors == ["Rani Dewi"]


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


def test_of_several_sources_the_own_house_is_none() -> None:
    assert read("kompas", f"<p>{FIRST}</p><p>{LAST}</p><p>Sumber: Kompas.com, Antara</p>").agency == "Antara"


@pytest.mark.parametrize(("house", "agency"), [("Kabarsora.com", None), ("Sora.com", "Sora.com")])
def test_the_site_that_a_host_belongs_to_is_no_agency(house: str, agency: str | None) -> None:
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1><div>{LONG}<p>Sumber: {house}</p></div></article>"
    assert extract(html.encode(), "https://desa.kabarsora.com/a/b", any_site=True).agency == agency


@pytest.mark.parametrize("line", ["Banner Infografis Panen Kopi di Desa", "Infografis Panen Kopi.", "Ilustrasi kopi"])
def test_who_drew_a_picture_did_not_write_the_text(line: str) -> None:
    body = f"<p>{FIRST}</p><p>{line} (Liputan6.com/Budi Santoso)</p>{LONG}"
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1><i>Oleh Rani Dewi</i><div>{body}</div></article>"
    article = extract(html.encode(), "https://kabarlembah.example/a/b", any_site=True)
    assert (article.authors, article.agency, "Budi" in article.text) == (["Rani Dewi"], None, False)


@pytest.mark.parametrize("line", ["Foto: Panen kopi", "Poster film Senja", "Video: Panen kopi", "Ilustrasi kopi"])
def test_who_took_a_picture_that_is_not_shown_did_not_write_the_text(line: str) -> None:
    body = f"{LONG}<p>{line} (Liputan6.com/Budi Santoso)</p>"
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1><i>Oleh Rani Dewi</i><div>{body}</div></article>"
    article = extract(html.encode(), "https://kabarlembah.example/a/b", any_site=True)
    assert (article.authors, article.agency, "Budi" in article.text) == (["Rani Dewi"], None, False)


@pytest.mark.parametrize("below", ["<div><p>Editor: Siti A</p></div>", "<ul><li><b>Siti A</b><i>Editor</i></li></ul>"])
def test_an_editor_below_the_text_hides_no_writer_above_it(below: str) -> None:
    text = f"<p>Oleh Rani Dewi</p><div><p>{FIRST} {LAST}</p><p>{FIRST} {LAST}</p></div>"
    html = f"<article><h1>Warga Sora Panen Kopi</h1>{text}</article>{below}"
    html = html if "<ul" not in below else f"<article><h1>Warga Sora Panen Kopi</h1>{text}{below}</article>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti A"])


@pytest.mark.parametrize(
    "bio", ["dosen Universitas Sora", ". Dosen Universitas Sora, peneliti kopi", ", Ketua Koperasi Sora."]
)
def test_what_a_columnist_is_stands_below_his_text_and_is_none_of_it(bio: str) -> None:
    said = f"<p><strong>Budi Santoso</strong>{'' if bio[0] in '.,' else ' '}<em>{bio}</em></p>"
    assert read("okezone", f"{BODY}{said}").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "bio", ["Lulus dari Universitas Sora pada 2018. Bergabung dengan Sora sejak 2019.", "Meliput isu kopi dan energi."]
)
def test_a_portrait_of_the_writer_below_his_name_is_none_of_the_text(bio: str) -> None:
    said = f"<div><p>Budi Santoso</p><p>{bio}</p></div>"
    assert read("okezone", f"{BODY}{said}").text == f"{FIRST}\n\n{LAST}"
    other = said.replace("Budi Santoso", "Ratna Dewi")
    assert read("okezone", f"{BODY}{other}").text.split("\n\n")[-2:] == ["Ratna Dewi", bio]


@pytest.mark.parametrize(
    "line", ["Budi Santoso, dosen Universitas Sora, menolak usul itu.", "Rani Dewi, dosen Universitas Sora"]
)
def test_what_is_told_of_a_writer_or_of_another_is_of_the_text(line: str) -> None:
    assert read("okezone", f"{BODY}<p>{line}</p>").text.split("\n\n")[-1] == line


def test_what_nobody_may_do_with_a_text_is_no_agency() -> None:
    line = "Pewarta: Rani Dewi Editor: Siti Aminah Copyright © ANTARA 2026 Dilarang keras mengambil konten tanpa izin"
    read_credits(line, said := Cleaned(), sure=True)
    assert (said.authors, said.editors, said.agency) == (["Rani Dewi"], ["Siti Aminah"], "Antara")


def test_a_day_behind_pada_is_no_writer() -> None:
    assert read_byline(["Penulis: Siti Aminah Pada: Rabu, 19 Jun 2019, 10:38 WIB"]) == Byline(["Siti Aminah"], None)
    assert read_byline(["Siti Aminah | Pada"]).authors == ["Siti Aminah"]


BELOW = "https://ekonomi.bisnis.com/read/20190619/45/935001/warga-sora-panen-kopi"


@pytest.mark.parametrize(
    ("below", "editors", "agency"),
    [
        ("<div>Editor : Siti Aminah</div>", ["Siti Aminah"], None),
        ("<p>Editor: <a>Siti Aminah</a></p><p>Sumber: Sora Mail</p>", ["Siti Aminah"], "Sora Mail"),
        ("<p>Sumber: Sora Mail</p>", [], None),
        ("<p>Editor: Siti Aminah</p><p>Sumber: data dinas pertanian, diolah</p>", ["Siti Aminah"], None),
    ],
)
def test_who_edited_and_whose_text_it_is_stand_below_the_text_of_a_portal_with_rules(
    below: str, editors: list[str], agency: str | None
) -> None:
    byline = "<div><span>Rani Dewi - Bisnis.com</span> <span>19 Juni 2019 | 10:38 WIB</span></div>"
    text = f"<article class='detailsContent'>{BODY}</article>"
    html = f"<html><body><h1 class='detailsTitleCaption'>Warga Sora Panen Kopi</h1>{byline}{text}{below}</body></html>"
    article = extract(html.encode(), BELOW)
    assert (article.authors, article.editors, article.agency) == (["Rani Dewi"], editors, agency)


@pytest.mark.parametrize(("sign", "editors"), [("(RO/E-1)", []), ("(Ratna/E-1)", ["Ratna"]), ("(RO)", ["RO"])])
def test_what_was_sent_to_a_newsroom_is_nobody_beside_a_desk(sign: str, editors: list[str]) -> None:
    url = "https://mediaindonesia.com/nusantara/680001/warga-sora-panen-kopi-lebih-awal"
    html = f"<html><body><h1>Warga Sora Panen Kopi</h1><div class='article'>{BODY}<p>{sign}</p></div></body></html>"
    assert extract(html.encode(), url).editors == editors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<div><b>Siti Aminah</b>, Jurnalis</div>", ["Siti Aminah"]),
        ("<div>Siti Aminah, Rani Dewi | Rabu, 19 Juni 2024 10:38 WIB</div>", ["Siti Aminah", "Rani Dewi"]),
        ("<div><span>Penulis</span><span>Siti Aminah</span></div>", ["Siti Aminah"]),
        ("<div>Siti Aminah <span>Rabu, 19 Juni 2024 10:38 WIB</span></div>", ["Siti Aminah"]),
        ("<p>Siti Aminah / WDY</p><div>Rabu, 19 Juni 2024 | 10:38</div>", ["Siti Aminah"]),
        ("<div>Panen Kopi: <span>Rabu, 19 Juni 2024 10:38 WIB</span></div>", []),
        ("<p>- Siti Aminah</p><div>Rabu, 19 Juni 2024 | 10:38</div>", ["Siti Aminah"]),
        ("<div>Terakhir Diperbarui <span>Rabu, 19 Juni 2024 10:38 WIB</span></div>", []),
        ("<div>Tanggal Terbit <span>Rabu, 19 Juni 2024 10:38 WIB</span></div>", []),
        ("<div>Sora, Sabura | Rabu, 19 Juni 2024 10:38 WIB</div>", []),
        ("<div>Laporan: panen kopi naik</div>", []),
        ("<figure><img src='/a.jpg'><figcaption>Siti Aminah, jurnalis</figcaption></figure>", []),
    ],
)
def test_a_writer_above_the_text_of_a_template_that_no_rule_fits(line: str, authors: list[str]) -> None:
    text = f"<h1>Warga Sora Panen Kopi</h1>{line}<div itemprop='articleBody'>{BODY}</div>"
    html = f"<html><body><article>{text}</article></body></html>"
    assert (
        extract(html.encode(), "https://www.suara.com/news/2024/06/19/103800/warga-sora-panen-kopi").authors == authors
    )


@pytest.mark.parametrize(
    "below", ["<div>Editor : Siti Aminah</div>", "<p>Penulis: Rani Dewi | Editor: Siti Aminah</p>"]
)
def test_an_editor_whom_no_rule_of_the_portal_finds(below: str) -> None:
    text = f"<span class='kcmread1114'>{FIRST} {S1}<br><br>{S2} {LAST}</span>"
    html = f"<html><body><div class='kcm-read'><h1>Warga Sora Panen Kopi</h1>{text}{below}</div></body></html>"
    article = extract(html.encode(), "https://regional.kompas.com/read/2012/06/14/11304511/Warga.Sora.Panen.Kopi")
    assert article.editors == ["Siti Aminah"]


@pytest.mark.parametrize(
    "below",
    [
        "<div>Editor: kami menunggu naskah Anda</div>",
        "<div>Editor Siti Aminah pergi</div>",
        "<div class='terkait'><a href='/read/2012/06/13/10101010/x'>Lomba</a><span>Editor: Siti Aminah</span></div>",
    ],
)
def test_a_line_below_a_portals_text_that_names_no_editor_of_it(below: str) -> None:
    text = f"<span class='kcmread1114'>{FIRST} {S1}<br><br>{S2} {LAST}</span>"
    html = f"<html><body><div class='kcm-read'><h1>Warga Sora Panen Kopi</h1>{text}{below}</div></body></html>"
    article = extract(html.encode(), "https://regional.kompas.com/read/2012/06/14/11304511/Warga.Sora.Panen.Kopi")
    assert article.editors == []


def test_an_editor_in_the_writers_box() -> None:
    by = "<div class='main-content-author'>Oleh : <a>Rani Dewi</a> Editor : <a>Siti Aminah</a></div>"
    html = f"<h1>Warga Sora Panen Kopi</h1>{by}<div class='main-content-detail'><p>{FIRST} {S1}</p><p>{LAST}</p></div>"
    article = extract(html.encode(), "https://www.viva.co.id/berita/nasional/1651234-warga-sora-panen-kopi")
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti Aminah"])


@pytest.mark.parametrize("sign", ["rani", "siti", "Rani", "rani/jpnn"])
def test_a_writers_or_editors_own_name_written_small_is_no_other(sign: str) -> None:
    credits = "<p class='waktu'>Redaktur : Siti Aminah<br>Reporter : Rani Dewi</p>"
    text = f"<div itemprop='articleBody'><p>{FIRST} {S1}</p><p>{LAST} ({sign})</p></div>"
    html = f"<div class='page-content'><h1 class='judul'>Warga Sora Panen Kopi</h1>{text}{credits}</div>"
    article = extract(html.encode(), "https://www.jpnn.com/news/warga-sora-panen-kopi")
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Siti Aminah"])


@pytest.mark.parametrize("role", ["Magang", "Penulis Magang", "Peserta Magang"])
def test_who_learns_to_write_wrote(role: str) -> None:
    article = read("tempo", f"<p>{FIRST}</p><p>{LAST}</p><p>{role}: Rani Dewi</p>")
    assert (article.text, article.authors) == (f"{FIRST}\n\n{LAST}", ["Rani Dewi"])


@pytest.mark.parametrize(
    "line", ["Magang: kesempatan bagi siswa desa.", "Magang: Ia belajar di kebun selama dua bulan."]
)
def test_a_sentence_on_learning_stays(line: str) -> None:
    assert read("tempo", f"<p>{FIRST}</p><p>{LAST}</p><p>{line}</p>").text == f"{FIRST}\n\n{LAST}\n\n{line}"


@pytest.mark.parametrize("sign", ["(TribunSolo.com/*)", "(TribunSolo.com/**)"])
def test_a_star_behind_a_site_is_nobody(sign: str) -> None:
    article = read("tempo", f"<p>{FIRST}</p><p>{LAST}</p><p>{sign}</p>")
    assert (article.text, article.authors, article.editors) == (f"{FIRST}\n\n{LAST}", [], [])


PRINTED = [
    (
        "https://kolom.kompas.com/read/2026/07/24/151800078/warga-sora-panen-kopi",
        "<div><div class='opinion__author'><a class='opinion__link' href='/77/rani-dewi'>Rani Dewi</a></div></div>"
        "<div><h1 class='read__title'>{title}</h1><div class='read__content'>{body}</div></div>",
        [],
    ),
    (
        "https://www.beritasatu.com/ekonomi/900001/warga-sora-panen-kopi",
        "<h1>{title}</h1><div class='my-auto small'>Penulis: <b><a href='/penulis/rani-dewi'>Rani Dewi</a></b> | "
        "Editor: <a href='/editor/siti'><b>SA</b></a></div><div class='b1-article body-content'>{body}</div>",
        ["SA"],
    ),
]


@pytest.mark.parametrize(("url", "page", "editors"), PRINTED)
def test_people_that_a_page_without_its_data_prints(url: str, page: str, editors: list[str]) -> None:
    html = f"<html><body>{page.format(title=TITLE, body=LONG)}</body></html>"
    article = extract(html.encode(), url)
    assert (article.authors, article.editors) == (["Rani Dewi"], editors)


@pytest.mark.parametrize(
    ("said", "printed", "authors"),
    [
        ("Ratna Kamal, Darmo Sumarto", "", ["Ratna Kamal", "Darmo Sumarto"]),
        ("Kabar Sora", "", []),  # the site's own name
        ("kabarsora.id", "<p>Oleh Ratna Kamal</p>", ["Ratna Kamal"]),
    ],
)
def test_whom_a_page_names_for_recommendations_wrote_it(said: str, printed: str, authors: list[str]) -> None:
    metas = f'<meta property="og:site_name" content="Kabar Sora"><meta property="dable:author" content="{said}">'
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2
    page = f"<html><head><title>{TITLE}</title>{metas}</head><body><h1>{TITLE}</h1>{printed}<div>{body}</div>"
    article = extract(page.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert article.authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("24-07-2026 09:28 | Rani Dewi Lestari", ["Rani Dewi Lestari"]),
        ("Jumat, 24 Juli 2026 - 09:28 WIB | Rani Dewi", ["Rani Dewi"]),
        ("24-07-2026 09:28 | Liga Kopi Sora", []),
        ("24-07-2026 | Rani Dewi", []),
        ("<a href='https://m.kabarsora.id/desa/kebun/'>KEBUN DAN LADANG</a> | 24-07-2026 09:28", []),
        ("<a href='/penulis/rani-dewi/'>Rani Dewi</a> | 24-07-2026 09:28", ["Rani Dewi"]),
    ],
)
def test_who_wrote_in_one_line_with_the_moment(line: str, authors: list[str]) -> None:
    article = read_unknown(f"<main><div class='teks'>{PARAGRAPHS}</div>", f"<div class='d2'>{line}</div>")
    assert article.authors == authors
    assert f"{article.published_at:%Y-%m-%d}" == "2026-07-24"


def test_who_wrote_it_where_it_was_taken_from_hides_no_byline() -> None:
    source = "<p>Disadur dari: Bola.net (Budi Santoso, Published 2/6/2020)</p>"
    byline = "<span>Oleh <a href='/me/rani'>Rani Dewi</a></span>"
    written = [
        read_unknown(f"<main><div class='teks'>{PARAGRAPHS}{source}</div>", head).authors for head in (byline, "")
    ]
    assert written == [["Rani Dewi"], ["Budi Santoso"]]


@pytest.mark.parametrize(
    ("leads_to", "written"),
    [
        ("/desa/kebun/", False),
        ("/desa?penulis=7", True),
        ("/desa/kebun/warga-sora-panen-kopi-9c8f1d.html#komentar", True),
        ("http://[desa", True),
        ("/penulis/rani/", True),
    ],
)
def test_a_link_to_a_channel_above_the_page_is_no_writer_and_one_to_the_page_says_nothing(
    leads_to: str, written: bool
) -> None:
    line = f"<div>Oleh <a href='{leads_to}'>Rani Dewi</a></div>"
    assert read_unknown(f"<main><div class='teks'>{PARAGRAPHS}</div></main>", line).authors == (
        ["Rani Dewi"] if written else []
    )


@pytest.mark.parametrize("way", ["/ranidewi", "/@rani", "/penulis/rani"])
def test_a_link_to_its_writers_page_above_the_article_hides_no_byline(way: str) -> None:
    byline = f"<div class='author'>Oleh: <a href='{way}'>Rani Dewi</a></div>"
    html = (
        f"<html><title>{TITLE}</title><h1>{TITLE}</h1>{byline}<main><div class='teks'>{PARAGRAPHS}</div></main></html>"
    )
    article = extract(html.encode(), f"https://kabar.sora.id{way}/panen-kopi-9c8f1d", NOW, any_site=True)
    assert article.authors == ["Rani Dewi"]


@pytest.mark.parametrize(("told", "authors"), [("Warga", ["Persis Sora"]), ("Persis Sora", [])])
def test_a_topic_behind_the_moment_is_named_in_the_text(told: str, authors: list[str]) -> None:
    text = f"{PARAGRAPHS}<p>{told} menanam kopi di lereng sejak hujan pertama turun.</p>"
    line = "<div class='d2'>24-07-2026 09:28 | Persis Sora</div>"
    assert read_unknown(f"<main><div class='teks'>{text}</div></main>", line).authors == authors


@pytest.mark.parametrize(("name", "found"), [("Rani Dewi", ["Rani Dewi"]), ("Berita Foto Sora", [])])
def test_a_channel_of_pictures_in_front_of_a_day_is_no_writer(name: str, found: list[str]) -> None:
    line = (
        f"<div class='vcard'><a class='fn' href='/desa/sora/foto/'>{name}</a><span> | Jumat, 24 Juli 2026 08:31</span>"
    )
    assert read_unknown(f"<main><div class='teks'>{PARAGRAPHS}</div></main>", f"{line}</div>").authors == found
