"""What a record says: dates, summaries, pictures; what a portal may replace of it."""

from __future__ import annotations

import html
import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from itemloaders.processors import Compose, MapCompose, TakeFirst

from newscrawl.items import Article, Image
from newscrawl.portals.extract import extract
from newscrawl.portals.form import Portal
from newscrawl.reading.article import read
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.rules import FIELDS
from newscrawl.reading.text import flatten

NOW = datetime.fromisoformat("2026-07-24T18:00:37+07:00")
URL = "https://ekonomi.kabar.example/12/petani-lembah-sora-panen-lada"
TITLE = "Petani Lembah Sora Panen Lada"
TEXT = "Petani di Lembah Sora memanen lada dua pekan lebih awal tahun ini."


class KabarLoader(ArticleLoader):
    site_name = "kabar|suluh (?:pagi|sore)"
    published_at_css = ".tanggal"
    updated_at_css = ".ubah"
    authors_css = ".penulis"
    editors_css = ".editor"
    tags_css = ".tag"
    body_css = ".isi"
    images_css = ".utama img"
    caption_css = ".keterangan"


class Kabar(Portal):
    """Kabar, https://www.kabar.example"""

    name = "kabar"
    domains = ("kabar.example",)
    article_url = re.compile(r"\w+\.kabar\.example/(?P<id>\d+)(?:/[\w-]+)?")
    example = URL
    Loader = KabarLoader


def kabar(body_html: str = "", head: str = "", *, loader: type[ArticleLoader] = KabarLoader, now: Any = NOW) -> Article:
    """The article of a page with these elements around its title and text."""
    source = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{body_html}<div class='isi'><p>{TEXT}</p></div></body>"
    kind: type[Portal] = type("Other", (Kabar,), {"Loader": loader, "name": "kabar"})
    return read(source.encode(), URL, kind, now).article


def structured(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


# -- dates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "published", "precision"),
    [
        ("1 hari lalu", None, None),
        ("Sehari yang lalu", None, None),
        ("Sekitar 3 hari lalu", None, None),
        ("yesterday", None, None),
        ("Kemarin", None, None),
        ("Kabar - Kemarin", None, None),
        ("2 days ago", None, None),
        ("2 jam lalu", None, None),
        ("3 minggu lalu", None, None),
        ("Hari ini", None, None),
        ("Hari ini, 21:10 WIB", None, None),  # a page of yesterday
        ("9 menit lalu", "2026-07-24T17:51:00+07:00", "minute"),
        ("Baru saja", "2026-07-24T18:00:00+07:00", "minute"),
        ("Kemarin 08:17", "2026-07-23T08:17:00+07:00", "minute"),
        ("Kemarin, 08.17 WITA", "2026-07-23T08:17:00+08:00", "minute"),
        ("Hari ini, 09:10 WIB", "2026-07-24T09:10:00+07:00", "minute"),
        ("today at 9:10 am", "2026-07-24T09:10:00+07:00", "minute"),
        ("24 Juli 2026", "2026-07-24T00:00:00+07:00", "day"),
        ("24 Juli 2026 15:18 WIB · Waktu baca 2 menit", "2026-07-24T15:18:00+07:00", "minute"),
        ("24 Juli 2026 15:18 WIB (Update: 24 Juli 2026 16:00 WIB)", "2026-07-24T15:18:00+07:00", "minute"),
        ("24 Juli 2026 15:18 WIB (Diedit 24 Juli 2026 16:00 WIB)", "2026-07-24T15:18:00+07:00", "minute"),
        ("24 Juli 2026 15:18 WIB 12 Komentar", "2026-07-24T15:18:00+07:00", "minute"),
        ("Diperbarui 24 Juli 2026, 16:00 WIB | Terbit 24 Juli 2026, 15:18 WIB", "2026-07-24T15:18:00+07:00", "minute"),
        ("Diperbarui 24 Juli 2026, 16:00 WIB", None, None),  # of the change alone
    ],
)
def test_relative_time_is_a_date_only_where_it_is_sure(line: str, published: str | None, precision: str | None) -> None:
    article = kabar(f"<p class='tanggal'>{line}</p>")
    assert (article.published_at and article.published_at.isoformat(), article.published_precision) == (
        published,
        precision,
    )
    assert kabar(f"<p class='tanggal'>{line}</p>", now=NOW + timedelta(seconds=11)).published_at == article.published_at


def test_a_guessed_date_is_no_day_either() -> None:
    source = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>1 hari lalu 2026</p>"
        f"<p>Kemarin</p><div>{''.join(f'<p>{TEXT} Kalimat ke-{n} juga.</p>' for n in range(9))}</div></article></body>"
    )
    assert extract(source.encode(), "https://www.jpnn.com/news/petani-lembah-sora-panen-lada", NOW).published_at is None


def test_a_relative_time_without_a_fetch_time_is_none() -> None:
    page = (
        '<html><body><div class="title-article"><h1>Warga Tanam Bibit</h1></div><div class="journalist">{}</div>'
        f'<div class="c-detail read"><p>{TEXT}</p></div></body></html>'
    )
    url = "https://news.okezone.com/read/2026/07/24/337/9900001/judul"
    for line in ("5 menit lalu", "Baru saja", "Hari ini, 09:10 WIB", "Kemarin 08:17", "1 hari lalu"):
        article = extract(page.format(f"<span>{line}</span>").encode(), url)
        assert (article.published_at, article.published_precision, article.fetched_at) == (None, None, None)
    assert extract(page.format("<span>5 menit lalu</span>").encode(), url, NOW).published_at is not None


@pytest.mark.parametrize("year", [1000, 1969, 2100, 7026, 9999])
def test_no_portal_publishes_in_this_year(year: int) -> None:
    assert kabar(head=structured(datePublished=f"{year}-07-24T10:00:00+07:00"), now=None).published_at is None


def test_a_machine_stamp_of_another_day_does_not_beat_the_printed_day() -> None:
    line = "<p class='tanggal'>Jumat, 24 Juli 2026</p>"
    other = kabar(line, structured(datePublished="2026-07-22T09:12:44+07:00"))
    assert (str(other.published_at), other.published_precision) == ("2026-07-24 00:00:00+07:00", "day")
    same = kabar(line, structured(datePublished="2026-07-24T09:12:44+07:00"))
    assert (str(same.published_at), same.published_precision) == ("2026-07-24 09:12:44+07:00", "second")


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("2026-07-24T17:50:58+07:00", "2026-07-24 17:50:58+07:00"),  # nine minutes and a half, rounded down
        ("2026-07-24T17:51:20+07:00", "2026-07-24 17:51:20+07:00"),
        ("2026-07-24T17:40:00+07:00", "2026-07-24 17:51:00+07:00"),
    ],
)
def test_a_machine_stamp_a_minute_off_a_relative_time_is_the_exact_one(stamp: str, published: str) -> None:
    assert str(kabar("<p class='tanggal'>9 menit lalu</p>", structured(datePublished=stamp)).published_at) == published


PRINTED = "<p class='tanggal'>24 Juli 2026 10:00 WIB</p>"


@pytest.mark.parametrize(
    ("printed", "data", "meta", "changed"),
    [
        ("", "2026-07-24T11:00:00+07:00", "2026-07-24T12:30:00+07:00", "12:30"),
        ("", "2026-07-24T12:30:00+07:00", "2026-07-24T11:00:00+07:00", "12:30"),
        ("<p class='ubah'>24 Juli 2026 15:00 WIB</p>", "2026-07-24T11:00:00+07:00", "", "15:00"),
        ("<p class='ubah'>24 Juli 2026 10:00 WIB</p>", "2026-07-24T10:00:31+07:00", "", None),
        ("", "2026-07-24T18:30:00+07:00", "2026-07-24T11:00:00+07:00", "11:00"),  # it is six
        ("", "2026-07-25T09:00:00+07:00", "", None),
        ("", "2026-07-24T10:30:31Z", "2026-07-24T10:30:31+07:00", "10:30"),  # one clock, one zone is wrong
        ("<p class='ubah'>Diperbarui 5 menit lalu</p>", "", "", None),  # another at every visit
    ],
)
def test_the_last_change_counts_and_none_of_the_future(printed: str, data: str, meta: str, changed: str | None) -> None:
    head = structured(dateModified=data) + f'<meta property="article:modified_time" content="{meta}">'
    updated = kabar(PRINTED + printed, head).updated_at
    assert (updated and f"{updated:%H:%M}") == changed


def test_a_change_on_the_printed_day_may_be_the_publication() -> None:
    line = "<p class='tanggal'>23 Juli 2026</p>"
    assert kabar(line, structured(dateModified="2026-07-23T10:00:00+07:00")).updated_at is None
    assert kabar(line, structured(dateModified="2026-07-24T10:00:00+07:00")).updated_at is not None


# -- titles and summaries ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Kabar", "KABAR", "Kabar.com", "Suluh Pagi"])
def test_the_name_of_the_site_is_no_title(name: str) -> None:
    source = f"<html><body><h1>{name}</h1><h1>{TITLE}</h1><div class='isi'><p>{TEXT}</p></div></body></html>"
    head = f"<head><title>{name} - {TITLE}</title></head>"
    for page in (source, source.replace("<html>", f"<html>{head}")):
        assert read(page.encode(), URL, Kabar, NOW).article.title == TITLE


@pytest.mark.parametrize(
    ("said", "summary"),
    [
        ("Petani memanen lada - kabar", "Petani memanen lada"),
        ("Petani memanen lada - Sektor Riil - Kabar Ekonomi", "Petani memanen lada"),
        ("Petani memanen lada - Niaga", "Petani memanen lada"),
        ("Petani memanen lada | Kabar.com", "Petani memanen lada"),
        ("Petani memanen lada. - Niaga - kabar ekonomi", "Petani memanen lada."),
        ("Petani memanen lada - Halaman 2", "Petani memanen lada"),
        ("Panen lada - dua pekan lebih awal", "Panen lada - dua pekan lebih awal"),
        ("Hanya itu - lada dan garam - yang dijual Bu Ratna", "Hanya itu - lada dan garam - yang dijual Bu Ratna"),
        ("Harga lada naik - Bu Ratna", "Harga lada naik - Bu Ratna"),
        (
            "Ratna membaca dua surat - kabar baik dan kabar buruk",
            "Ratna membaca dua surat - kabar baik dan kabar buruk",
        ),
        ("Harga lada turun tajam - dari Rp90 ribu", "Harga lada turun tajam - dari Rp90 ribu"),
        ("Skor akhir 3 - 1", "Skor akhir 3 - 1"),
        ("kabar - ", "kabar -"),
    ],
)
def test_a_summary_loses_the_site_and_not_its_own_words(said: str, summary: str) -> None:
    crumbs = "<div class='breadcrumb'><a>Home</a><a>Ekonomi</a><a>Niaga</a></div>"
    assert kabar(crumbs, f'<meta name="description" content="{html.escape(said)}">').summary == summary


# -- pictures ---------------------------------------------------------------------------------------------

HOST = "https://img.kabar.example"


@pytest.mark.parametrize(
    "name",
    [
        "/foto/logo-baru-persatuan-catur.jpg", "/foto/iconic-bali-tower.jpg", "/foto/icon-kota-tua-dipugar.jpg",
        "/foto/blank-spot-sinyal-di-sora.jpg", "/foto/default-utang-negara-turut.jpg", "/pixel-9-pro.jpg",
        "/foto/logogram.jpg", "/iconnect/rapat.jpg", "/sites/default/files/panen.jpg", "/default/2026/panen.jpg",
        "/foto/logo-pssi.png", "/foto/logo-9920001.jpg", "/foto/icon-wisata.jpg", "/blankon/jalan.jpg",
        "/foto/spacer-jalan-tol.webp", "/logotype/panen.jpg", "/foto/panen.jpg?f=logo.jpg",
    ],
)  # fmt: skip
def test_a_picture_with_an_unlucky_name_stays(name: str) -> None:
    for page in (f"<div class='utama'><img src='{HOST}{name}'></div>", ""):
        meta = "" if page else f'<meta property="og:image" content="{HOST}{name}">'
        assert [image.url for image in kabar(page, meta).images] == [HOST + name]


@pytest.mark.parametrize(
    "name",
    [
        "/logo.png", "/logo-kabar.png", "/kabar_logo_white.png", "/img/logo-kabarcom-600x400.jpg", "/icon-share.png",
        "/icons/panah.png", "/logo/kabar-baru.png", "/blank.png", "/img/blank_800x450.jpg", "/default.jpg",
        "/img/default-image.png", "/spacer.png", "/pixel.png", "/pixel-1x1.png", "/no-image.jpg", "/noimage.png?x=1",
        "/panen.svg", "/panen.gif?v=2", "/placeholder.webp", "/icon-jam.png", "/default-thumb-2.jpg",
    ],
)  # fmt: skip
def test_what_stands_for_a_picture_is_none(name: str) -> None:
    real = f"<div class='isi'><p><img src='{HOST}{name}'></p><p>{TEXT}</p><p><img src='{HOST}/a/panen.jpg'></p></div>"
    lead = f"<div class='utama'><img src='{HOST}{name}'></div>"
    meta = f'<meta property="og:image" content="{HOST}{name}">'
    assert [image.url for image in kabar(lead + real, meta).images] == [f"{HOST}/a/panen.jpg"]


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("<base href='https://img.kabar.example/2026/'>", "https://img.kabar.example/2026/a/panen.jpg"),
        ("<base href='/foto/'>", "https://ekonomi.kabar.example/foto/a/panen.jpg"),
        ("<base target='_blank'><base href='//img.kabar.example/'>", "https://img.kabar.example/a/panen.jpg"),
        ("<base href='https://['>", "https://ekonomi.kabar.example/12/a/panen.jpg"),
        ("<base href='javascript:void(0)'>", "https://ekonomi.kabar.example/12/a/panen.jpg"),
        ("", "https://ekonomi.kabar.example/12/a/panen.jpg"),
    ],
)
def test_a_picture_is_where_the_base_says(base: str, url: str) -> None:
    page = "<div class='utama'><img src='a/panen.jpg'></div>"
    assert [image.url for image in kabar(page, base).images] == [url]


# -- two encodings on one page ----------------------------------------------------------------------------


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1", ""])
@pytest.mark.parametrize("latin", ["body", "rest"])
def test_each_part_of_a_page_has_its_own_encoding(declared: str, latin: str) -> None:
    curly = "Kafé “Mawar” tetap buka – Muñoz tersenyum… “Köln, Café”"
    foot = "é é “ ” – ‘kaki’ " * 9
    encodings = ("windows-1252", "utf-8") if latin == "body" else ("utf-8", "windows-1252")
    source = (
        f'<html><head><meta charset="{declared}"></head><body><h1>{TITLE}</h1><div class="isi"><p>'.encode()
        + curly.encode(encodings[0])
        + b"</p></div><p>"
        + foot.encode(encodings[1])
        + b"</p></body></html>"
    )
    assert read(source, URL, Kabar, NOW).article.text == curly


def test_the_stump_of_a_character_is_no_other() -> None:
    source = f"<html><body><h1>{TITLE}</h1><div class='isi'><p>Kafé “Mawar” ramai.</p></div></body></html>".encode()
    text = read(source.replace(b"\x9d ramai", b" ramai"), URL, Kabar, NOW).article.text
    assert text.startswith("Kafé “Mawar")
    assert "â" not in text


# -- what a portal replaces -------------------------------------------------------------------------------

WHOLE = (
    "<div class='breadcrumb'><a>Niaga</a></div><p class='tanggal'>24 Juli 2026 10:00</p>"
    "<p class='ubah'>24 Juli 2026 12:00</p><p class='penulis'>Ratna Dewi</p><p class='editor'>Galih Mahendra</p>"
    "<a class='tag'>lada</a><div class='utama'><img src='/a/panen.jpg'></div>"
)
SAID = '<meta name="description" content="Panen lada maju.">'


def watched(seen: list[Any], usual: Any) -> Any:
    """The processor, which notes what it is given."""

    def process(values: Any) -> Any:
        seen.append(values)
        return usual(values)

    return process


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_goes_through_its_processors(field: str) -> None:
    said = getattr(kabar(WHOLE, SAID), field)
    for name in (f"{field}_in", f"{field}_out"):
        seen: list[Any] = []
        loader = type("Loader", (KabarLoader,), {name: watched(seen, getattr(ArticleLoader, name))})
        assert getattr(kabar(WHOLE, SAID, loader=loader), field) == said
        assert seen, f"{name} was never called"
    assert seen == [[TEXT] if field == "text" else said if isinstance(said, list) else [] if said is None else [said]]
    for name, nothing in (("_in", []), ("_out", None)):
        loader = type("Loader", (KabarLoader,), {field + name: lambda _, nothing=nothing: nothing})
        if field not in ("title", "text"):  # without which there is no article
            assert not getattr(kabar(WHOLE, SAID, loader=loader), field)


# What a portal's own processor gives in place of what was found, and what the record then says.
REPLACED: dict[str, tuple[str | bool, object]] = {
    "title": ("Judul Lain", "Judul Lain"),
    "published_at": ("23 Juni 2026 07:00 WIB", datetime.fromisoformat("2026-06-23T07:00:00+07:00")),
    "updated_at": ("24 Juli 2026 16:30", datetime.fromisoformat("2026-07-24T16:30:00+07:00")),
    "authors": ("Dewi Lestari", ["Dewi Lestari"]),
    "editors": ("wkp", ["wkp"]),
    "agency": ("AFP", "AFP"),
    "section": ("Rempah", ["Rempah"]),
    "tags": ("pala", ["pala"]),
    "summary": ("Pala naik.", "Pala naik."),
    "text": ("Paragraf lain.", "Paragraf lain."),
    "images": ("/b/lain.jpg", [Image("https://ekonomi.kabar.example/b/lain.jpg")]),
    "kind": ("video", "video"),
    "language": ("jv", "jv"),
    "paywalled": (True, True),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_portal_replaces_each_processor(field: str) -> None:
    given, said = REPLACED[field]
    usual = kabar(WHOLE, SAID)
    loader = type("Loader", (KabarLoader,), {f"{field}_in": lambda _: [given]})
    changed = kabar(WHOLE, SAID, loader=loader)
    assert getattr(usual, field) != getattr(changed, field) == said
    loader = type("Loader", (KabarLoader,), {f"{field}_out": lambda _: said})
    last = kabar(WHOLE, SAID, loader=loader)
    assert getattr(last, field) == said
    others = set(FIELDS) - {field, "published_at", "updated_at"}  # a change is one only behind the publication
    assert all(getattr(last, other) == getattr(usual, other) for other in others)


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("authors", "<p>Penulis: Galih Ratna</p>", ["GALIH RATNA"]),  # the text's last line
        ("editors", "<p>Panen usai. (wkp)</p>", ["WKP"]),  # beside a named editor it would be nobody's
        ("authors", "<p class='kredit'>Pewarta: Galih Ratna</p>", ["GALIH RATNA"]),
        ("editors", "<p class='kredit'>Editor: Sari Ratna</p>", ["Galih Mahendra", "SARI RATNA"]),
    ],
)
def test_people_of_every_place_go_through_the_processor(field: str, text: str, expected: list[str]) -> None:
    loader = type("Loader", (KabarLoader,), {f"{field}_in": MapCompose(flatten, str.upper), "credits_css": ".kredit"})
    page = "<p class='editor'>Galih Mahendra</p>" if len(expected) > 1 else ""
    page += text if "kredit" in text else ""
    source = f"<html><body><h1>{TITLE}</h1>{page}<div class='isi'><p>{TEXT}</p>{'' if 'kredit' in text else text}</div>"
    kind: type[Portal] = type("Other", (Kabar,), {"Loader": loader, "name": "kabar"})
    found = getattr(read(source.encode(), URL, kind, NOW).article, field)
    assert [name.upper() for name in expected] == found


@pytest.mark.parametrize(
    "line",
    [
        "<span>Diterbitkan 24 Juli 2026, 10:00 WIB</span><span>Diperbarui 24 Juli 2026, 12:00 WIB</span>",
        "Terakhir diperbarui 24 Juli 2026, 12:00 WIB | Terbit 24 Juli 2026, 10:00 WIB",
    ],
)
def test_which_of_two_stamps_is_that_of_the_change_is_told_by_its_label(line: str) -> None:
    article = kabar(f"<p class='tanggal'>{line}</p>")
    assert (str(article.published_at), str(article.updated_at)) == (
        "2026-07-24 10:00:00+07:00",
        "2026-07-24 12:00:00+07:00",
    )


def test_a_change_on_the_line_of_publication_is_read_as_one() -> None:
    line = "<p class='tanggal'>24 Juli 2026 10:00 WIB Diperbarui 24 Juli 2026 12:00 WIB</p>"
    assert str(kabar(line).updated_at) == "2026-07-24 12:00:00+07:00"
    later = MapCompose(lambda text: text.replace("12:00", "13:00"))
    loader = type("Loader", (KabarLoader,), {"updated_at_in": later})
    assert str(kabar(line, loader=loader).updated_at) == "2026-07-24 13:00:00+07:00"


def test_processors_change_what_the_record_says() -> None:
    class Loader(KabarLoader):
        summary_in = MapCompose(ArticleLoader.summary_in, str.upper)
        published_at_in = MapCompose(ArticleLoader.published_at_in, lambda line: line.replace("Juli", "Juni"))
        images_in = MapCompose(ArticleLoader.images_in, lambda address: address.replace("/a/", "/asli/"))
        text_in = MapCompose(lambda paragraph: paragraph.removesuffix(" tahun ini."))
        authors_out = sorted
        language_out = Compose(TakeFirst(), str.upper)

        @staticmethod
        def tags_out(values: list[str]) -> list[str]:
            return [value.title() for value in values]

    article = kabar(WHOLE, SAID, loader=Loader)
    assert article.summary == "PANEN LADA MAJU."
    assert str(article.published_at) == "2026-06-24 10:00:00+07:00"
    assert [image.url for image in article.images] == ["https://ekonomi.kabar.example/asli/panen.jpg"]
    assert article.text == TEXT.removesuffix(" tahun ini.")
    assert (article.authors, article.tags, article.language) == (["Ratna Dewi"], ["Lada"], "ID")


def test_a_date_that_a_portal_takes_away_has_no_precision() -> None:
    loader = type("Loader", (KabarLoader,), {"published_at_out": lambda _: None})
    article = kabar(WHOLE, SAID, loader=loader)
    assert (article.published_at, article.published_precision) == (None, None)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title_in", "strip", "Loader.title_in is no processor: 'strip' cannot be called"),
        ("body_in", str.strip, "body_in is read by nothing"),
        ("sumary_out", str.strip, "did you mean summary_out?"),
    ],
)
def test_what_is_no_processor_fails_at_import(name: str, value: object, words: str) -> None:
    with pytest.raises(TypeError, match=re.escape(words)):
        type("Loader", (ArticleLoader,), {name: value})


@pytest.mark.parametrize(
    ("printed", "value", "precision"),
    [
        ("<span data-time='1784881104'>2 jam lalu</span>", "2026-07-24T15:18:24+07:00", "second"),
        ("<span data-published='1784881104000'></span>", "2026-07-24T15:18:24+07:00", "second"),
        (
            "<span data-timestamp='1784881104'>Jumat, 24 Juli 2026 15:18 WIB</span>",
            "2026-07-24T15:18:24+07:00",
            "second",
        ),
        ("<span data-id='1784881104'>Jumat, 24 Juli 2026 10:00 WIB</span>", "2026-07-24T10:00:00+07:00", "minute"),
        ("<span>Jumat, 24 Juli 15:18 WIB</span>", "2026-07-24T15:18:00+07:00", "minute"),
        ("<span>Jumat (24/7/2026) 15:18</span>", "2026-07-24T15:18:00+07:00", "minute"),
    ],
)
def test_stamps_of_the_date_line(printed: str, value: str, precision: str) -> None:
    text = "<div class='c-detail read'><p>Warga panen.</p></div>"
    page = f"<h1>Panen Kopi Sora</h1><div class='journalist'>{printed}</div>{text}"
    url = "https://news.okezone.com/read/2026/07/24/337/9900001/panen-kopi-sora"
    article = extract(page.encode(), url, datetime.fromisoformat("2026-11-29T09:00:00+07:00"))
    assert article.published_at is not None
    assert (article.published_at.isoformat(), article.published_precision) == (value, precision)


def test_a_portal_names_its_brands() -> None:
    loader = type("Loader", (KabarLoader,), {"brands": r"kabar\w*|suluh kita"})
    page = "<p class='penulis'>Ratna Dewi, Suluh Kita, Tim Kabar Sora</p><p class='editor'>Suluh Kita</p>"
    assert kabar(page).editors == ["Suluh Kita"]
    article = kabar(page, loader=loader)
    assert (article.authors, article.editors) == (["Ratna Dewi"], [])


@pytest.mark.parametrize(
    ("headline", "printed", "title", "published"),
    [
        # another article's header: both tell
        ("Ramai-Ramai ke Danau", "3 Juni 2026", "Lada Naik", "2026-07-24 10:00:31+07:00"),
        # a magazine's own headline; a stamp for machines that is wrong
        ("Ramai-Ramai ke Danau", "24 Juli 2026", "Ramai-Ramai ke Danau", "2026-07-24 10:00:31+07:00"),
        ("Petani Memanen Lada", "3 Juni 2026", "Petani Memanen Lada", "2026-06-03 00:00:00+07:00"),
    ],
)
def test_a_header_of_another_article_is_not_believed(headline: str, printed: str, title: str, published: str) -> None:
    head = '<title>Lada Naik - Kabar</title><meta property="og:title" content="Lada Naik">'
    head += '<meta property="article:published_time" content="2026-07-24T10:00:31+07:00">'
    source = f"<html><head>{head}</head><body><h1>{headline}</h1><p class='tanggal'>{printed}</p>"
    source += f"<div class='isi'><p>{TEXT}</p></div></body></html>"
    article = read(source.encode(), URL, Kabar, NOW).article
    assert (article.title, str(article.published_at)) == (title, published)


@pytest.mark.parametrize(
    ("element", "published"),
    [
        ("<time class='tanggal' datetime='2026-07-24T15:18:24+07:00'>2 jam lalu</time>", "2026-07-24 15:18:24+07:00"),
        (
            "<p class='tanggal'>Niaga <time datetime='2026-07-24T15:18+07:00'>tadi</time></p>",
            "2026-07-24 15:18:00+07:00",
        ),
        ("<time class='tanggal' datetime='2014-07-13T20:07:27'>24 Juli 2026</time>", "2026-07-24 00:00:00+07:00"),
        ("<p class='tanggal'><time datetime='2026-07-24'>a</time><time datetime='2026-07-23'>b</time></p>", "None"),
    ],
)
def test_a_moment_in_an_attribute_stands_in_for_a_text_that_is_none(element: str, published: str) -> None:
    assert str(kabar(element).published_at) == published


def test_labels_and_commas_are_no_tags() -> None:
    names = ("Tags :", "#lada,", "Panen Raya", "topik terkait", "Label")
    assert kabar("".join(f"<a class='tag'>{name}</a>" for name in names)).tags == ["lada", "Panen Raya", "Label"]


def test_elements_in_data_are_no_text() -> None:
    said = "&lt;p&gt;Panen &lt;b&gt;lada&lt;/b&gt; maju.&lt;/p&gt;&lt;p&gt;Harga naik.&lt;/p&gt;"
    assert kabar(head=f'<meta name="description" content="{said}">').summary == "Panen lada maju. Harga naik."


@pytest.mark.parametrize(
    ("picture", "url"),
    [
        ("<img srcset='/a/kecil.jpg 320w, /a/besar.jpg 1200w'>", "/a/besar.jpg"),
        ("<img data-srcset='/a/satu.jpg 1x, /a/dua.jpg 2x'>", "/a/dua.jpg"),
        ("<img src='/a/panen.jpg' srcset='/a/besar.jpg 1200w'>", "/a/panen.jpg"),
    ],
)
def test_a_picture_of_several_sizes(picture: str, url: str) -> None:
    page = kabar(f"<div class='utama'>{picture}</div>")
    assert [image.url for image in page.images] == [f"https://ekonomi.kabar.example{url}"]
