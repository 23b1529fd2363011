"""An article whose pages stand in one document, and what mobile pages of such houses print about it."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.phrases.pictures.captions import split_credit
from newscrawl.reading.times.dates import read_timestamp
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, S3, TITLE

URL = "https://m.kabarsora.id/desa/kebun/warga-sora-panen-kopi-9c8f1d.html"
LONG = f"{FIRST} {S1} {S2}"
TEXT = f"<p>{LONG}</p><p>{S3} {LAST}</p>"
PICTURE = "https://img.kabarsora.id/2026/07/kopi_5a3cdca.jpg"


def read_page(main: str, head: str = "", metas: str = "") -> Article:
    title = f"<html><head><title>{TITLE}</title>{metas}</head><body><div><h1>{TITLE}</h1>"
    return extract(f"{title}{head}</div>{main}</body></html>".encode(), URL, NOW, any_site=True)


def part(number: int, said: str, marks: str = "data-page='{}'", around: str = "<h2>Kebun {}</h2>") -> str:
    marked, heading = marks.format(number), around.format(number)
    return f"<div class='isi' {marked}>{heading}<div itemprop='articleBody'><p>{said}</p></div></div>"


def test_parts_in_boxes_with_the_number_of_a_page() -> None:
    owned = "Petani memetik kopi (c) AP Photo"
    shown = f"<center><img alt='{owned}' src='{PICTURE}'><span>{owned}</span></center>"
    picture = f"<h2>Kebun {{}}</h2><div class='foto'>{shown}</div>"
    first = f"<div class='isi'><div itemprop='articleBody'>{TEXT}</div></div>"
    article = read_page(f"<main>{first}{part(2, S1, around=picture)}{part(3, f'{LONG} {LONG}')}")
    assert article.text.split("\n\n") == [LONG, f"{S3} {LAST}", "Kebun 2", S1, "Kebun 3", f"{LONG} {LONG}"]
    assert [(image.url, image.caption) for image in article.images] == [(PICTURE, "Petani memetik kopi")]


@pytest.mark.parametrize("marks", ["", "data-nomor='{}'"])
def test_of_boxes_without_such_numbers_the_longest_is_the_text(marks: str) -> None:
    teasers = part(2, S1, marks) + part(3, S2, marks)
    article = read_page(f"<main><div class='isi'><div itemprop='articleBody'>{TEXT}</div></div>{teasers}")
    assert article.text.split("\n\n") == [LONG, f"{S3} {LAST}"]


@pytest.mark.parametrize("sign", ["[rsd]", "(sora/rsd)", "[sora/rsd]"])
def test_a_signature_behind_the_caption_that_a_text_ends_with(sign: str) -> None:
    caption = f"<p><img src='{PICTURE}'></p><p><em>2026 KabarSora.com/Budi Santoso</em> {sign}</p>"
    article = read_page(f"<main><div itemprop='articleBody'>{TEXT}{caption}</div>")
    assert (article.text.split("\n\n"), article.editors[-1:]) == ([LONG, f"{S3} {LAST}"], ["rsd"])


@pytest.mark.parametrize("line", ["Kebun kopi di Sora [rsd]", f"{S1} [sic]"])
def test_what_is_no_caption_keeps_its_bracket(line: str) -> None:
    below = f"<p><img src='{PICTURE}'></p><p>{line}</p><p>{S2}</p>"
    assert line in read_page(f"<main><div itemprop='articleBody'>{TEXT}{below}</div>").text


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
    article = read_page(f"<main><div class='teks'>{TEXT}</div>", f"<div class='d2'>{line}</div>")
    assert article.authors == authors
    assert f"{article.published_at:%Y-%m-%d}" == "2026-07-24"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ibu dan Anak | 17 September 2020 16:02", 17),
        ("Hukum dan Kriminal | Kamis, 17 September 2020 16:02 WIB", 17),
        ("Ia dan ibunya pulang | 17 September 2020 16:02", None),
        ("Rapat dan Lomba | 17 September 2020 16:02", None),
        ("Start dan Finish | 17 September 2020 16:02", None),
        ("Kopi dan Teh, 17 September 2020 16:02", None),
    ],
)
def test_two_words_of_a_channel_in_front_of_a_bar(line: str, day: int | None) -> None:
    stamp = read_timestamp(line)
    assert (stamp.value.day if stamp else None) == day


TAGS = ("panen kopi", "warga sora", "desa kabar")


def row(tags: tuple[str, ...], beside: str = "") -> str:
    links = "".join(f"<a href='/tag/{tag.replace(' ', '-')}/'>{tag}</a> " for tag in tags)
    return f"<div class='kabarbola'>{beside}{links}</div>"


@pytest.mark.parametrize(
    ("tags", "beside", "found"),
    [
        (TAGS, "", True),
        (TAGS[:2], "", False),
        (TAGS, "Lihat pula kebun ", False),
        (("mobil", "liga", "film"), "", False),
    ],
)
def test_a_row_behind_the_text_that_is_nothing_but_its_tags(tags: tuple[str, ...], beside: str, found: bool) -> None:
    article = read_page(f"<main><div class='teks'>{TEXT}</div>{row(tags, beside)}</main>")
    assert article.tags == ([*tags] if found else [])


def test_such_a_row_in_front_of_the_text_may_be_the_site_s() -> None:
    assert read_page(f"<main>{row(TAGS)}<div class='teks'>{TEXT}</div></main>").tags == []


def test_a_lead_picture_with_its_owner_in_place_of_what_the_site_shares_all_pages_by() -> None:
    shown = f"<div class='kotak'><img src='{PICTURE}'><span class='img-by'>Rani Dewi (@ranidewi/Instagram)</span></div>"
    shared = "<meta property='og:image' content='https://img.kabarsora.id/i/kotak-besar.jpg'>"
    (image,) = read_page(f"<main><div class='teks'>{TEXT}</div>", shown, shared).images
    assert (image.url, image.caption, image.credit) == (PICTURE, "Rani Dewi", "@ranidewi/Instagram")


def test_whose_a_picture_is_by_a_name_on_a_network() -> None:
    assert split_credit("Rani Dewi (@ranidewi/Instagram)") == ("Rani Dewi", "@ranidewi/Instagram")
    assert split_credit("Rani Dewi (kebun/Sora)") == ("Rani Dewi (kebun/Sora)", None)


def test_who_wrote_it_where_it_was_taken_from_hides_no_byline() -> None:
    source = "<p>Disadur dari: Bola.net (Budi Santoso, Published 2/6/2020)</p>"
    byline = "<span>Oleh <a href='/me/rani'>Rani Dewi</a></span>"
    written = [read_page(f"<main><div class='teks'>{TEXT}{source}</div>", head).authors for head in (byline, "")]
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
    assert read_page(f"<main><div class='teks'>{TEXT}</div></main>", line).authors == (["Rani Dewi"] if written else [])


@pytest.mark.parametrize("way", ["/ranidewi", "/@rani", "/penulis/rani"])
def test_a_link_to_its_writers_page_above_the_article_hides_no_byline(way: str) -> None:
    byline = f"<div class='author'>Oleh: <a href='{way}'>Rani Dewi</a></div>"
    html = f"<html><title>{TITLE}</title><h1>{TITLE}</h1>{byline}<main><div class='teks'>{TEXT}</div></main></html>"
    article = extract(html.encode(), f"https://kabar.sora.id{way}/panen-kopi-9c8f1d", NOW, any_site=True)
    assert article.authors == ["Rani Dewi"]


@pytest.mark.parametrize(("told", "authors"), [("Warga", ["Persis Sora"]), ("Persis Sora", [])])
def test_a_topic_behind_the_moment_is_named_in_the_text(told: str, authors: list[str]) -> None:
    text = f"<main><div class='teks'>{TEXT}<p>{told} menanam kopi di lereng sejak hujan pertama turun.</p></div></main>"
    assert read_page(text, "<div class='d2'>24-07-2026 09:28 | Persis Sora</div>").authors == authors


@pytest.mark.parametrize(("name", "found"), [("Rani Dewi", ["Rani Dewi"]), ("Berita Foto Sora", [])])
def test_a_channel_of_pictures_in_front_of_a_day_is_no_writer(name: str, found: list[str]) -> None:
    line = (
        f"<div class='vcard'><a class='fn' href='/desa/sora/foto/'>{name}</a><span> | Jumat, 24 Juli 2026 08:31</span>"
    )
    assert read_page(f"<main><div class='teks'>{TEXT}</div></main>", f"{line}</div>").authors == found


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
    image, *_ = read_page(f"<main><div class='teks'>{TEXT}</div>", shown, shared).images
    assert (image.url, image.caption, image.credit) == (PICTURE, *told)
