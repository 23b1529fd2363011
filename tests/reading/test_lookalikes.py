"""What looks like a credit, a byline, a source, a channel or a tag, and is none; beside it what is one."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.phrases.boilerplate import is_caption, is_junk
from newscrawl.reading.phrases.people.columnists import A_WRITER
from newscrawl.reading.phrases.people.parts import take_part_signs
from newscrawl.reading.phrases.people.sources import take_source
from newscrawl.reading.phrases.people.unbracketed import take_capitals, take_name
from newscrawl.reading.phrases.pictures.captions import BRACKET_CREDIT, split_credit
from newscrawl.reading.pictures.images import tells_of_page
from newscrawl.reading.rows import either
from newscrawl.spiders.bisnis import Bisnis
from newscrawl.spiders.okezone import Okezone
from tests.reading.test_relaunched import DATE, gallery, read
from tests.reading.test_unruled import SENTENCES, TEXT, TITLE, WAY
from tests.reading.test_unruled import read as read_known

CLOCK = "<span>Jumat, 24 Juli 2026 15:18 WIB</span>"
ARTICLE = "<a href='/news/harga-teh-naik-lagi-di-sora-7'>Harga Teh Naik Lagi di Sora</a>"


def read_any(before: str = "", *, above: str = "", text: str = TEXT) -> tuple[list[str], str]:
    """The writers and the text of a page of a site without rules."""
    head = f"<title>{TITLE} | Sora Pos</title><meta property='og:title' content='{TITLE}'>"
    inner = f"{above}<h1>{TITLE}</h1>{before}<div class='entry-content'>{text}</div>"
    html = f"<html><head>{head}</head><body><article>{inner}</article></body></html>"
    article = extract(html.encode(), "https://www.sorapos.id/daerah/warga-sora-menanam-kopi", any_site=True)
    return article.authors, article.text


# -- pictures --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "caption",
    [
        "Kapal itu di galangan. Dok Kapal Sora sedang diperbaiki",
        "Ratna tiba di pelabuhan. Dok Sumur Dua kering.",
        "GaleriFoto: apa itu yang dipasang warga di balai",
    ],
)
def test_a_caption_that_tells_of_a_dock_or_a_gallery_has_no_credit(caption: str) -> None:
    assert split_credit(caption) == (caption, None)


@pytest.mark.parametrize(
    "credit", ["Dok Pemkab Sora", "dok Instagram kebun.sora", "DOK PEMKAB SORA", "Dok Humas dan Budi"]
)
def test_an_archive_behind_a_caption(credit: str) -> None:
    assert split_credit(f"Warga menanam kopi. {credit}") == ("Warga menanam kopi.", credit)


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Jalan tol Sora - Antang sepanjang 5 km", ("Jalan tol Sora - Antang sepanjang 5 km", None)),
        ("Jalan tol Sora - Antang - Bisnis/Budi Santoso", ("Jalan tol Sora - Antang", "Bisnis/Budi Santoso")),
        ("Panen kopi di Sora - Dok. Kementerian Kopi", ("Panen kopi di Sora", "Dok. Kementerian Kopi")),
    ],
)
def test_behind_a_dash_of_bisnis_stands_a_credit_but_no_sentence(caption: str, told: tuple[str, str | None]) -> None:
    assert split_credit(caption, Bisnis.Loader.credit_form) == told


def test_a_sentence_about_an_account_is_no_caption() -> None:
    line = "Warga memuji Ratna di akun resminya. Instagram {}"
    assert not is_caption(Paragraph(line.format("@ratna ramai.")), under_picture=True)
    assert is_caption(Paragraph(line.format("@ratna")), under_picture=True)


def test_an_item_that_is_called_as_the_picture_above_its_list_stays() -> None:
    said = "Kopi Robusta di Lereng Sora Utara"
    part = f"<h2>1. Kopi Lereng</h2><img src='https://img.a.id/2026/dua.jpg' alt='{said}'>"
    kept = read_known(body=f"{TEXT}{part}<ul><li>{said}</li><li>Kopi Arabika</li></ul>{TEXT}").text.split("\n\n")
    assert said in kept
    kept = read_known(body=f"{TEXT}{part}<p>{said}</p>{TEXT}").text.split("\n\n")
    assert said not in kept, "alone it is the picture's caption"


def test_how_high_a_mountain_is_is_no_credit() -> None:
    assert split_credit("Gunung Sora (2.000 mdpl)", BRACKET_CREDIT) == ("Gunung Sora (2.000 mdpl)", None)


def test_the_number_of_a_telephone_is_none_of_an_archive() -> None:
    line = "Nomor telepon posko dapat dihubungi warga desa. Telepon : 081234567890"
    assert not is_caption(Paragraph(line), under_picture=True)
    assert is_caption(Paragraph("Latihan sore. Sora/Budi. sora : 167090263739"), under_picture=True)


@pytest.mark.parametrize(
    "line",
    ["Jumat, 24 Juli 2026 15:18 WIB", "Editor: Siti Aminah", "Oleh: Budi Santoso", "2 jam lalu", "ADVERTISEMENT"],
)
def test_what_tells_of_the_page_below_a_lead_picture_is_no_caption(line: str) -> None:
    picture = "<img src='https://img.a.id/2026/kopi-lereng-sora.jpg' width='800'>"
    for shown in (f"<div>{picture}<div>{line}</div></div>", f"<div>{picture}</div><div class='text-sm'>{line}</div>"):
        assert read(f"{shown}{DATE}").images[0].caption is None
    assert not tells_of_page("Warga memetik kopi (Foto: Antara)")


@pytest.mark.parametrize("form", ["Foto {n}: {title}", "{title} foto ke-{n}", "Gambar {n} dari 3 {title}"])
def test_a_headline_and_a_number_in_place_of_each_picture_is_no_caption(form: str) -> None:
    images = gallery([form.format(n=n, title=TITLE) for n in (1, 2, 3)]).images
    assert [image.caption for image in images] == [None] * 3


# -- people ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label",
    ["Zona Merah", "Ruang Publik", "Catatan Redaksi", "Salin Tautan", "Copy Link", "Tulis Komentar", "Mode Gelap"],
)
def test_a_label_or_a_button_beside_the_clock_is_no_writer(label: str) -> None:
    assert read_any(f"<div>{label}</div>{CLOCK}")[0] == []


@pytest.mark.parametrize(
    "before",
    [
        f"<div><button>Bintang Lima</button>{CLOCK}</div>",
        f"<aside><div>Rani Dewi</div>{CLOCK}</aside>",
        f"<div>{ARTICLE}<div>Rani Dewi</div>{CLOCK}</div>",
        f"<div><a href='/lereng-kita'>Lereng Hijau</a></div>{CLOCK}",
        f"<div>Jakarta Pusat, Sora Pos</div>{CLOCK}",
    ],
)
def test_a_name_beside_a_clock_is_none_of_a_button_a_card_a_channel_or_a_place(before: str) -> None:
    assert read_any(before)[0] == []


def test_a_name_beside_the_clock_below_the_headline_is_the_writer_s() -> None:
    assert read_any(f"<div>Budi Santoso</div>{CLOCK}")[0] == ["Budi Santoso"]
    assert read_any(f"<div><a href='/author/budi'>Budi Santoso</a></div>{CLOCK}")[0] == ["Budi Santoso"]
    assert read_any(above=f"<div>Bintang Lima</div>{CLOCK}")[0] == [], "above it stands what the article is about"


def test_a_role_and_a_name_in_boxes_of_their_own_are_not_one_name() -> None:
    pairs = "<div><span>{}</span><span>{}</span></div>"
    before = pairs.format("Penulis", "Budi Santoso") + pairs.format("Editor", "Siti Aminah") + DATE
    article = read(before)
    assert (article.authors, article.editors) == (["Budi Santoso"], ["Siti Aminah"])


@pytest.mark.parametrize("post", ["Dosen Universitas Sora", "Dosen Fakultas Pertanian Universitas Sora"])
def test_a_columnist_above_a_text_is_named_by_few_words_or_many(post: str) -> None:
    for account in ("", "<p>@budisantoso</p>"):
        authors, text = read_any(text=f"<p>Budi Santoso</p><p>{post}</p>{account}{TEXT}")
        assert (authors, text.split("\n\n")) == (["Budi Santoso"], [*SENTENCES])


@pytest.mark.parametrize("word", ["baru", "ada", "yang", "kami"])
def test_a_word_behind_editor_is_no_code(word: str) -> None:
    assert read_known(behind=f"<p>Editor: {word}</p>").editors == []
    assert read_known(behind="<p>Editor: bdi</p>").editors == ["bdi"]


def test_a_part_of_a_site_in_brackets_is_no_writer() -> None:
    line = "Panitia menerima pendaftaran di laman (sora.com / pendaftaran)."
    assert read(text=f"{TEXT}<p>{line}</p>").text.endswith(line)


def test_a_call_behind_editor_names_nobody() -> None:
    assert read(behind="<p>Editor: kami menunggu naskah Anda</p>").editors == []


@pytest.mark.parametrize("mark", ["(new)", "(hot)", "(id)", "(live)"])
def test_a_mark_in_brackets_behind_a_text_is_nobody(mark: str) -> None:
    article = read(behind=f"<div>{mark}</div>")
    assert (article.authors, article.editors, article.text) == ([], [], "\n\n".join(SENTENCES))


def test_a_line_of_many_commas_is_asked_in_few_steps() -> None:
    line = ("A, " * 2000)[:-2]
    assert not A_WRITER.fullmatch(f"{line}!"), "with any number of degrees the ways to part it are too many"


PART = [Paragraph("Kopi Lain", heading=True), Paragraph("Ya.")]


@pytest.mark.parametrize("above", ["Para tokohnya:", "Sutradara: Budi", "Pemeran"])
def test_a_reporter_in_a_list_signs_no_part(above: str) -> None:
    lines = [*map(Paragraph, ["Film itu laris.", above, "Reporter: Siti Aminah"]), *PART]
    assert take_part_signs(lines, said := Cleaned()) == lines
    assert said.authors == []
    lines = [*map(Paragraph, ["Film itu laris.", "Reporter: Siti Aminah"]), *PART]
    assert take_part_signs(lines, said) == [lines[0], *PART]


@pytest.mark.parametrize(
    "lines",
    [
        ["Mereka yang lolos sebagai berikut.", "Siti Aminah, Budi Santoso"],
        ["Siapa saja yang lolos?", "Siti Aminah dan Budi Santoso"],
        ["Tim yang lolos diumumkan semalam.", "Sora City, Antang United"],
        ["Wilayah itu dipilih semalam.", "Sora Selatan, Antang Utara"],
        ["Ia memilih dua jenis.", "Kopi Robusta dan Kopi Arabika"],
        ["Berikut daftar pemenang lomba.", "RATNA BULAN", "KETUT RAKA"],
        ["Urusan itu mudah.", "KARTU TANDA", "KARTU KELUARGA"],
    ],
)
def test_what_a_sentence_announces_and_things_of_one_kind_sign_nothing(lines: list[str]) -> None:
    said = Cleaned()
    assert not take_name([*lines], said)
    assert not (lines[-1].isupper() and take_capitals([*lines], said))
    assert said.authors == []


# -- sources and cautions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(dikutip dari republika.co.id, Jumat)", "Republika.co.id"),
        ("(dilansir dari tribun jabar jumat 8 desember 2017)", "Tribun Jabar"),
        ("(dilansir dari tempo pada 12 Desember)", "Tempo"),
        ("(diambil dari antara dua pohon kopi di lereng)", None),
        ("(diambil dari merdeka utara sampai selatan)", None),
    ],
)
def test_a_house_in_brackets_is_the_source_where_but_a_day_follows(line: str, agency: str | None) -> None:
    assert take_source(line, said := Cleaned()) is (agency is not None)
    assert said.agency == agency


@pytest.mark.parametrize(
    "behind",
    [
        f"<div>{ARTICLE}<p>Sumber: AFP</p></div>",
        "<figure><img src='https://img.a.id/z.jpg'><figcaption>Sumber: AFP</figcaption></figure>",
        "<div class='related'><p>Sumber: AFP</p></div>",
        "<aside><p>Sumber: AFP</p></aside>",
    ],
)
def test_the_source_of_a_card_a_picture_or_the_side_is_none_of_the_text(behind: str) -> None:
    assert read(behind=behind).agency is None
    assert read(behind=f"<p>Sumber: AFP</p>{ARTICLE}").agency == "AFP"


@pytest.mark.parametrize(
    "line",
    [
        "Isi surat itu tidak mencerminkan pandangan redaksi surat kabar yang dibacanya sejak kecil.",
        "Tulisan itu, kata Ratna, tidak mewakili sikap redaksi majalah sekolah.",
        "Opini tersebut tidak mewakili sikap redaksi majalah sekolah.",
    ],
)
def test_a_sentence_about_another_text_is_no_caution(line: str) -> None:
    assert not is_junk(Paragraph(line))
    assert is_junk(Paragraph("Catatan: Artikel ini tidak mencerminkan pandangan Redaksi Sora.com"))


@pytest.mark.parametrize(
    "line", ["5.5 juta warga", "2.2 Tujuan Penelitian", "10.10 WIB kereta tiba", "Kodenya berakhir sebelum sidang"]
)
def test_a_number_that_repeats_itself_is_no_day_of_a_sale(line: str) -> None:
    junk = either(Okezone.Loader.junk)
    assert not junk.fullmatch(line)
    assert junk.fullmatch("6.6 BAGI-BAGI KOPI")


# -- sections and tags -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<div>Home / Login</div>", []),
        ("<div>Home / 24 Juli 2026 / 15:18</div>", []),
        (f"<div>Home / Peristiwa / {TITLE[:24]}</div>", ["Peristiwa"]),
        ("<div>Beranda › Peristiwa › Daerah</div>", ["Peristiwa", "Daerah"]),
        ("<div class='youtube-channel'><a href='/sora-tv/'>Sora TV</a></div>", []),
        ("<div class='whatsapp-channel'><a href='/saluran/'>Ikuti Sora</a></div>", []),
        ("<div class='popular-category'><a href='/ekonomi/'>Ekonomi</a></div>", []),
        ("<div class='menu-kategori'><a href='/ekonomi/'>Ekonomi</a></div>", []),
        ("<div class='label-kanal'><a href='/ekonomi/'>Ekonomi</a></div>", ["Ekonomi"]),
        ("<nav><a href='/langganan/'>Langganan</a></nav><div><a href='/langganan/'>Langganan</a></div>", []),
        (WAY.format("detailsBreadcrumb"), ["Peristiwa"]),
    ],
)
def test_what_stands_above_a_headline_and_is_no_channel(above: str, section: list[str]) -> None:
    assert read_known(above).section == section


@pytest.mark.parametrize(
    ("name", "tags"),
    [("menu-topics", []), ("nav-topics", []), ("topik-pilihan", []), ("detail-topics", ["Kopi", "Lereng Sora"])],
)
def test_the_topics_of_a_menu_are_none_of_the_article(name: str, tags: list[str]) -> None:
    row = f"<div class='{name}'><a href='/tag/kopi/'>Kopi</a> <a href='/tag/lereng-sora/'>Lereng Sora</a></div>"
    assert read_known(behind=row).tags == tags
