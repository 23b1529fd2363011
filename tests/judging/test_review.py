"""`scrapy review`: a person sees the text, what was left out of it, every field with its rule, and every doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from newscrawl.judging.review.alignment import MOST, LeftOut, Passage, aligned
from newscrawl.judging.review.blocks import blocks
from newscrawl.judging.review.page import as_html
from newscrawl.judging.review.shown import Given, MatchedRules, Reviewed, review
from newscrawl.portals.registry import portals
from newscrawl.reading.article import read
from newscrawl.reading.doubts.opinion import LEFTOVER
from newscrawl.storing.unread import KeptPage, Unread
from tests.judging.screen import Screen, screen
from tests.project import scrapy

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
URL = "https://news.okezone.com/read/2026/08/23/337/9920001/petani-sukamaju-memanen-kopi-lebih-awal"
TEXT = (
    "BANDUNG - Petani di Desa Sukamaju memanen kopi lebih awal karena hujan berhenti sejak bulan lalu.",
    "Ketua kelompok tani, Rahmat Wijayakusuma, berkata hasil tahun ini lebih baik daripada tahun lalu.",
    "Buah itu dijemur selama dua belas hari di halaman balai desa sebelum digiling.",
)
PAGE = """<!doctype html><html><head><title>Petani Sukamaju Memanen Kopi Lebih Awal : Okezone News</title>
<meta property="og:description" content="Petani di Desa Sukamaju memanen kopi lebih awal.">
<script>var rahasia = "Kata di dalam skrip bukan bagian halaman yang terlihat pembaca.";</script></head><body>
<div class="menu"><p>Beranda</p></div><div class="kiri"><div class="title-article"><h1>Petani Sukamaju Memanen Kopi
Lebih Awal</h1></div><div class="journalist"><a title="Ratih Kumala Dewi">Ratih Kumala Dewi</a>
<span>, Jurnalis-Minggu, 23 Agustus 2026 |09:12 WIB</span></div><div class="bungkus">
<div class="c-detail read"><p><strong>BANDUNG</strong> - Petani di Desa Sukamaju memanen kopi lebih awal karena hujan
berhenti sejak bulan lalu.</p><p><strong>Baca juga: <a href="/x">Warga Tanjung Kerang Menanam Bakau</a></strong></p>
<p>Ketua kelompok tani, Rahmat Wijayakusuma, berkata hasil tahun ini lebih baik daripada tahun lalu.</p>
<p>Buah itu dijemur selama dua belas hari di halaman balai desa sebelum digiling. {more}</p></div>
<div class="lain"><p>Kalimat di luar kotak ini tidak masuk ke dalam teks, tetapi pembaca melihatnya di
<a href="/x">halaman</a>.</p></div>
</div></div></body></html>"""


def given(body: str | bytes | None = None, **fields: Any) -> Given:
    body = PAGE.format(more="(ran)") if body is None else body
    return Given(**{"url": URL, "body": body.encode() if isinstance(body, str) else body, "source": "a.json", **fields})


def seen(body: str | bytes | None = None, **fields: Any) -> Reviewed:
    return review(given(body, **fields), portals()["okezone"])


def left(page: Reviewed) -> list[LeftOut]:
    return [out for passage in page.passages for out in passage.left_out]


# -- what is shown -------------------------------------------------------------------------------------------------


def test_the_text_stands_beside_what_was_left_out_of_it_in_the_pages_order() -> None:
    page = seen()
    before, first, last = page.passages
    assert before.paragraphs == ()
    assert [out.lines for out in before.left_out] == [
        ("Petani Sukamaju Memanen Kopi Lebih Awal",),
        ("Ratih Kumala Dewi , Jurnalis-Minggu, 23 Agustus 2026 |09:12 WIB",),
    ]
    assert first == Passage(
        TEXT[:1], (LeftOut("div.c-detail.read p", ("Baca juga: Warga Tanjung Kerang Menanam Bakau",)),)
    )
    assert last.paragraphs == TEXT[1:]
    assert [(out.place, out.is_long) for out in last.left_out] == [("div.c-detail.read p", False), ("div.lain p", True)]
    assert last.left_out[0].lines == ("(ran)",), "the sign-off cut from a paragraph"
    assert page.words == sum(len(re.findall(r"\w+", paragraph)) for paragraph in TEXT)
    assert not any("skrip" in line or "Beranda" in line for out in left(page) for line in out.lines)


def test_what_a_field_says_is_marked_and_no_loss() -> None:
    page = seen()
    assert [out.field for out in left(page)] == ["title", "authors", "", "editors", ""]
    lost = [line for out in left(page) for line in out.lines if not out.field]
    assert page.words_left_out == sum(len(re.findall(r"\w+", line)) for line in lost) > 10


def test_a_sentence_that_begins_with_a_tag_is_left_out_all_the_same() -> None:
    tag = "Kopi Arabika Sukamaju"
    passages, _ = aligned([LONG], [("p", tag), ("p", f"{tag} dijual lagi.")], {"kopiarabikasukamaju": "tags"})
    assert [out.field for out in passages[0].left_out] == ["tags", ""]


def test_each_field_names_the_rules_that_found_it() -> None:
    fields = {shown.name: shown for shown in seen().fields}
    assert fields["title"].rules == ("css/h1",)
    assert fields["summary"].rules == ("meta/og:description",)
    assert fields["summary"].values == ("Petani di Desa Sukamaju memanen kopi lebih awal.",)
    assert fields["authors"].values == ("Ratih Kumala Dewi",)
    assert fields["authors"].rules[0].startswith("authors/css/.journalist")
    assert fields["published_at"].values == ("2026-08-23 09:12:00+07:00, to the minute",)
    assert fields["editors"].values == ("ran",)
    assert fields["editors"].rules == ("the text's last lines",)
    assert (fields["tags"].values, fields["tags"].rules) == ((), ())
    assert (fields["complete"].values, fields["paywalled"].values) == (("yes",), ("no",))
    assert seen().text_rules == ("css/.c-detail.read",)


def test_only_rules_that_found_something_are_named_and_each_once() -> None:
    rules = MatchedRules()
    for key, count in (("tried/tags/css/.a", 1), ("parser/tags/css/.a", 0), ("parser/tags/json/b.[c, d/e]", 1)):
        rules.inc_value(key, count)
        rules.inc_value(key, count)
    assert rules.of("tags") == ("json/b.[c, d/e]",)
    assert rules.of("tags", "authors") == ("tags/json/b.[c, d/e]",)


def test_doubts_are_those_of_a_crawl_with_the_second_opinion() -> None:
    assert seen().doubts == ()
    assert seen(PAGE.format(more="</p><p>{{ judul_terkait }}</p><p>Panen berakhir pada hari Sabtu.")).doubts == (
        LEFTOVER,
    )


def test_a_page_of_several_says_which_it_is() -> None:
    pager = '<div id="paging"><a class="nomor" href="?page=1">1</a><a class="nomor" href="?page=2">2</a></div>'
    body = PAGE.format(more="").replace('<div class="lain">', f'{pager}<div class="lain">')
    pages = {shown.name: shown for shown in seen(body, url=f"{URL}?page=2").fields}["pages"]
    assert pages.values == ("page 2 of 2; a crawl joins them",)


@pytest.mark.parametrize(
    ("body", "reason", "opening"),
    [
        (
            "<h1>Hilang</h1><p>Maaf, tidak ada apa-apa di sini.</p>",
            "no text",
            "Hilang Maaf, tidak ada apa-apa di sini.",
        ),
        ("<p>Tanpa judul.</p>", "no title", "Tanpa judul."),
        ("<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'></script>", "robot check", ""),
        (b"\x89PNG\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f", "not HTML", "PNG"),
        ("", "empty page", ""),
    ],
)
def test_what_cannot_be_read_says_why_and_shows_its_first_words(body: str | bytes, reason: str, opening: str) -> None:
    page = seen(body)
    assert page.reason == reason
    assert opening in page.opening
    assert not page.passages
    assert f"not read: {reason}" in as_html([page], "okezone", NOW)


def test_the_likely_place_of_a_text_that_was_not_found_is_named() -> None:
    page = seen(PAGE.format(more="").replace("c-detail read", "c-artikel"))
    assert (page.reason, page.likely) == ("no text", "div.c-artikel")
    assert page.opening.startswith(TEXT[0])
    assert "likely in <code>div.c-artikel</code>" in as_html([page], "okezone", NOW)


def test_an_address_that_is_no_article_any_more_and_a_reader_that_fails_are_said(monkeypatch: Any) -> None:
    assert seen(url="https://www.okezone.com/").reason == "listing"

    monkeypatch.setattr(portals()["okezone"].Loader, "read", None)
    assert seen().reason == "reader failed"
    assert seen().detail.startswith("TypeError(")


# -- how text and page are put side by side ------------------------------------------------------------------------


def lines(html: str) -> list[tuple[str, str]]:
    root = etree.HTML(f"<div class=luar>{html}</div>")
    return list(blocks(root[0][0]))


def test_blocks_are_lines_with_their_places_and_a_row_is_one() -> None:
    assert lines(
        "<p class='a b c'>Satu <b>dua</b><br>tiga</p><ul id=u><li>empat</ul><!-- x -->lima<script>enam</script>"
        "<table><tr><td>Kopi<td>Rp5.000</table><figure><figcaption>tujuh</figcaption></figure>"
    ) == [
        ("p.a.b", "Satu dua"),
        ("p.a.b", "tiga"),
        ("ul#u li", "empat"),
        ("div.luar", "lima"),
        ("div.luar tr", "Kopi Rp5.000"),
        ("div.luar figure", "tujuh"),
    ]


LONG = "Petani di Desa Sukamaju memanen kopi lebih awal karena hujan berhenti sejak bulan lalu."
OTHER = "Ketua kelompok tani berkata hasil tahun ini lebih baik daripada hasil tahun lalu di lereng timur."


def cut(line: str, *text: str) -> list[str]:
    passages, _ = aligned(text or (LONG, OTHER), [("p", line)])
    assert [p for passage in passages for p in passage.paragraphs] == list(text or (LONG, OTHER)), "all of the text"
    return [said for passage in passages for out in passage.left_out for said in out.lines]


def test_of_a_line_that_is_in_the_text_but_for_a_part_the_part_is_shown() -> None:
    assert cut(LONG) == []
    assert cut(LONG.replace(" karena", "\u00a0 karena").upper()) == [], "spaces and capitals tell nothing apart"
    assert cut(f"{LONG} (ran/fby)") == ["(ran/fby)"]
    assert cut(f"Baca juga: Panen Raya. {LONG} {OTHER} Editor: Siti") == ["Baca juga: Panen Raya. … Editor: Siti"]
    infix = LONG.replace(" karena", " (Baca juga: Warga Tanjung Kerang Menanam Bakau Lagi di Pesisir Utara) karena")
    assert cut(infix) == ["(Baca juga: Warga Tanjung Kerang Menanam Bakau Lagi di Pesisir Utara)"]


def test_a_line_of_other_words_is_left_out_whole_and_a_short_one_is_not_lost_in_a_long_paragraph() -> None:
    other = "Petani di desa lain menanam jagung, dan hujan di sana tidak pernah berhenti sejak tahun lalu."
    assert cut(other) == [other]
    assert cut("kopi") == ["kopi"]
    assert cut("Iklan", "Ia mengiklankan kopinya di kota.") == ["Iklan"]


def test_a_copy_of_the_text_for_small_screens_is_not_left_out() -> None:
    passages, _ = aligned([LONG, OTHER], [("p", LONG), ("p", OTHER), ("p.ponsel", LONG)])
    assert passages == (Passage((LONG, OTHER), ()),)


def test_a_text_that_stands_nowhere_on_the_page_is_shown_all_the_same() -> None:
    passages, more = aligned([LONG, OTHER], [("p", f"Baris lain nomor {number}.") for number in range(MOST + 7)])
    assert [passage.paragraphs for passage in passages] == [(), (LONG, OTHER)]
    assert (sum(len(out.lines) for out in passages[0].left_out), more) == (MOST, 7)


# -- as a page -----------------------------------------------------------------------------------------------------

SCRIPT = "<script>alert(1)</script>"


def hostile() -> list[Reviewed]:
    """Pages on which everything the web wrote is a script."""
    spelt = SCRIPT.replace("<", "&lt;")
    body = PAGE.format(more=f"{spelt}</p><p>{spelt * 9}").replace("Ratih Kumala Dewi", spelt)
    shown = seen(body.replace("Petani Sukamaju", spelt).replace('class="lain"', f'class="{spelt}"'))
    broken = Reviewed(
        given(url="javascript:alert(1)", source=SCRIPT, kept=SCRIPT), reason=SCRIPT, detail=SCRIPT, opening=SCRIPT
    )
    return [shown, broken]


def test_the_page_needs_nothing_else_and_what_the_web_wrote_never_acts() -> None:
    html = as_html(hostile(), "okezone", NOW)
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 10
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:;" in html
    assert not re.search(r"<script|<iframe|<img|<object|<embed|@import|url\(|\bsrc=", html)
    for link in re.findall(r"<a [^>]*>", html):
        assert re.fullmatch(r'<a href="(#page-\d+"|https://[^"]+" rel="noreferrer noopener")>', link)


def test_the_table_on_top_has_every_page_with_its_doubts_and_words() -> None:
    doubted = seen(PAGE.format(more="</p><p>{{ judul_terkait }}</p><p>Panen berakhir pada hari Sabtu."))
    html = as_html([seen(), doubted, seen("<h1>Hilang</h1>")], "okezone", NOW)
    rows = re.findall(r"<tr role=\"row\"><td.*?(?=<tr|</tbody>)", html, re.S)
    table = [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in rows]
    words = [seen().words, doubted.words]
    assert table[0].startswith(f"1. Petani Sukamaju Memanen Kopi Lebih Awal no doubt {words[0]} ")
    assert table[1].startswith(f"2. Petani Sukamaju Memanen Kopi Lebih Awal ? {LEFTOVER} {words[1]} ")
    assert table[2] == f"3. {URL} ○ not read: no text 0 0"
    assert '<span class="state bad">? 1 with doubts</span>' in html
    assert '<span class="empty">empty</span>' in html


@pytest.fixture(scope="module")
def window() -> Iterator[Screen]:
    with screen() as window:
        yield window


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_fits_the_screen(window: Screen, tmp_path: Path, width: int) -> None:
    wide = Reviewed(
        given(source="s" * 300, kept="k" * 300), "t" * 300, (Passage(("w" * 900,), (LeftOut("p" * 90, ("o" * 900,)),)),)
    )
    path = tmp_path / "review.html"
    path.write_text(as_html([seen(), wide, *hostile()], "okezone", NOW), encoding="utf-8")
    page, noise = window.opened(path, width)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    beside = page.evaluate(
        "(() => { const [text, out] = ['.text', '.text + .outs'].map(name => "
        "document.querySelector('.passage ' + name).getBoundingClientRect()); return out.left >= text.right })()"
    )
    assert beside is (width == 1280), "beside the text on a desk, below it on a phone"
    assert noise == [f"request: {path.as_uri()}"]


# -- the command ---------------------------------------------------------------------------------------------------


def command(data: Path, *args: str) -> tuple[int, str, str]:
    settings = (f"NEWSCRAWL_DATA={data}", f"NEWSCRAWL_NOW={NOW.isoformat()}")
    done = scrapy("review", *(word for setting in settings for word in ("-s", setting)), *args)
    return done.returncode, done.stdout, done.stderr


def addresses(path: Path) -> list[str]:
    """The addresses of the pages shown, in order."""
    return re.findall(r'<p class="where">\s*(?:<a href="|<bdi>)([^"<]*)', path.read_text(encoding="utf-8"))


def test_kept_pages_come_first_the_newest_on_top_then_the_fixtures(tmp_path: Path) -> None:
    unread = Unread(tmp_path / "okezone", 10**6)
    for number in (1, 2, 3):
        url = URL.replace("9920001", f"992000{number}")
        body = PAGE.format(more="").encode() if number > 1 else b"<h1>Hilang</h1>"
        at = NOW - timedelta(hours=number)
        unread.keep(KeptPage(f"okezone-992000{number}", url, at, "half-read", LEFTOVER, "text/html", body))
    (tmp_path / "okezone/unread/torn.html.gz").write_bytes(b"\x1f\x8b no")
    status, said, error = command(tmp_path, "okezone", "--count", "5")
    page = tmp_path / "review-okezone.html"
    assert (status, error) == (0, "")
    assert said.startswith(f"{page}: 5 pages, ")
    assert "1 not read" in said
    shown = addresses(page)
    assert shown[:3] == [URL.replace("9920001", f"992000{number}") for number in (1, 2, 3)]
    assert len(shown) == 5
    html = page.read_text(encoding="utf-8")
    assert f"kept as <b>half-read: {LEFTOVER}</b>" in html
    assert html.count("fixtures/okezone/") == 2
    assert command(tmp_path, "okezone", "--count", "2")[0] == 0
    assert addresses(page) == shown[:2], "the file is replaced"


def test_fixtures_are_shown_where_nothing_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "mine.html"
    status, said, error = command(tmp_path / "none", "detik", "--html", str(target))
    assert (status, error) == (0, "")
    shown = addresses(target)
    files = Path("fixtures/detik").glob("*.json")
    sides = {file.with_suffix(".html"): json.loads(file.read_text(encoding="utf-8")) for file in files}
    pages = {p: s for p, s in sides.items() if s.get("callback") == "parse_article" and "status" not in s}
    articles = [*pages.values()]
    unread = sum("dropped" in made for side in articles for made in side["expected"])
    detik = portals()["detik"]
    read_well = {p: s for p, s in pages.items() if not any("dropped" in made for made in s["expected"])}
    doubts = [read(p.read_bytes(), s["url"], detik, NOW, opinion=True).doubts for p, s in read_well.items()]
    assert said == f"{target}: {len(shown)} pages, {sum(map(bool, doubts))} with doubts, {unread} not read\n"
    assert set(shown) == {side["url"] for side in articles}
    assert not (tmp_path / "none").exists()


def test_folders_stand_for_all_else_and_pages_of_others_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, url, more in (
        ("b", URL, {}),
        ("a", URL.replace("9920001", "9920002"), {"captured_at": "2026-08-23T10:00:00+07:00"}),
        ("c", "https://news.okezone.com/", {}),
        ("d", "https://news.detik.com/berita/d-7000001/judul", {}),
        ("e", URL.replace("9920001", "9920003"), {"status": 404}),
    ):
        (folder / f"{name}.html").write_text(PAGE.format(more=""), encoding="utf-8")
        (folder / f"{name}.json").write_text(json.dumps({"url": url, **more}), encoding="utf-8")
    target = tmp_path / "mine.html"
    assert command(tmp_path, "okezone", str(folder), "--html", str(target))[0] == 0
    assert addresses(target) == [URL.replace("9920001", "9920002"), URL]


def test_bad_usage_is_one_line_and_writes_nothing(tmp_path: Path) -> None:
    empty, torn = tmp_path / "empty", tmp_path / "torn"
    empty.mkdir()
    torn.mkdir()
    (torn / "x.json").write_text('{"url": ', encoding="utf-8")
    cases = (
        ((), 2, "give a portal"),
        (("nosuch",), 2, "unknown portal 'nosuch'; known: antaranews"),
        (("okezone", "--count", "0"), 2, "--count '0' is no number between 1 and 200"),
        (("okezone", "--count", "ten"), 2, "--count 'ten' is no number"),
        (("okezone", str(tmp_path / "none")), 2, "none is no folder"),
        (("okezone", str(empty)), 2, f"no page of an article of okezone in {empty}"),
        (("okezone", str(torn)), 2, "a saved page cannot be read"),
        (("okezone", "--html", str(tmp_path)), 2, "is no file to write"),
        (("okezone", "--html", str(tmp_path / "none/x.html")), 1, "No such file or directory"),
    )
    for args, wanted, message in cases:
        status, said, error = command(tmp_path / "data", *args)
        assert (status, said, error.count("\n")) == (wanted, "", 1), error
        assert message in error
    assert not list(tmp_path.rglob("*.html"))
