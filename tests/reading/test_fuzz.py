"""Pages that mean harm: read or refused at once, and never with another exception. `make fuzz` tries many more."""

import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree
from parsel.csstranslator import css2xpath
from scrapy.http import Response

from newscrawl.discovery.listings import Listing
from newscrawl.discovery.payload import Payload
from newscrawl.portals.extract import extract
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import NotAnArticle, Page
from newscrawl.reading.text import clean
from newscrawl.reading.times.dates import read_timestamp
from tests.fuzz import LARGEST, Try, guessing, run, seconds_of, strictly, tries
from tests.reading.test_cases import FIRST, LAST, OTHER, TITLE, URL, page, paragraphs, read, script
from tests.shapes import JSON_LD, SHAPES
from tests.shapes import page as shaped

UNKNOWN = "https://news.detik.com/berita/d-9900001/judul"  # its rules find nothing on an Okezone page
NOW = datetime(2026, 7, 24, 12, tzinfo=UTC)
SEED, PAGES = 9, 120


def test_seeded_run_finds_nothing(tmp_path: Path) -> None:
    count, findings = run(tries(SEED, PAGES), tmp_path)
    assert count == PAGES
    assert not findings


def test_same_seed_makes_same_pages() -> None:
    made = [[(t.name, t.body, t.url) for t in tries(SEED, 12)] for _ in range(2)]
    assert made[0] == made[1]


def test_faults_are_found_and_kept_to_be_read_again(tmp_path: Path) -> None:
    def broken(_: bytes, url: str) -> object:
        raise KeyError(url)

    def slow(body: bytes, url: str) -> object:
        return (body, url, sum(range(30_000_000)))

    inputs = [Try("a", broken, b"<p>a", "u"), Try("b", slow, b"<p>b", "u"), Try("c", strictly, b"<p>c", URL)]
    count, findings = run(iter(inputs), tmp_path, seconds=0.02)
    assert (count, [f.name for f in findings]) == (3, ["a", "b"])
    assert "KeyError" in findings[0].fault
    assert [f.file.read_bytes() for f in findings] == [b"<p>a", b"<p>b"]


# -- time ------------------------------------------------------------------------------------------------

# What took time that grew with the square of the page, or worse.
GREW = (
    """elements '<a href="/x">kata</a> '""",
    """elements '<a href="/x">kata '""",
    "elements '<img src=/{n}.jpg>'",
    "elements '<figure>'",
    """elements '<figure><img src="/{n}.jpg"><figcaption>Foto {n}: Budi</figcaption></figure>'""",
    "deep '<form>Kata.'",
    "elements 'kata {n}<br>'",
    "elements '<tr><td>Kata<td>{n}'",
    "elements '<p>1</p>'",
    "elements '<section>Ia pergi ke pasar pagi itu bersama mereka semua, lalu pulang. '",
    "elements above '<h1>Judul {n}</h1>'",
    "elements above \"<div class='journalist'><a title=Budi>Budi Santoso {n}</a>\"",
    "elements above \"<div class='c-detail read'>Kata {n}</div>\"",
    "deep '<p>Lalu ia berkata bahwa harga kopi di lereng gunung itu terus naik sejak pekan lalu {n} (abc)</p>'",
    "paragraph 'Baca juga: '",
    "paragraph '[Gambas:a] '",
    "elements '&#'",
    "captions '-'",
    "ld text '\\n'",
    "data '{\"a\": [1 '",
    "data '{\"a'",
    "canonical path 'a-'",
    "list of links",
    "deep and wide div",
    "nested div div",
)


@pytest.mark.parametrize("name", GREW)
def test_time_grows_with_the_page(name: str) -> None:
    """A page four times as large takes about four times as long, not sixteen times."""
    for reader, url in ((strictly, URL), (guessing, UNKNOWN)):

        def once(body: bytes, reader: object = reader, url: str = url) -> float:
            return seconds_of(lambda: _refused(lambda: extract(body, url, NOW, strict=reader is strictly)))

        small, large = SHAPES[name](40_000), SHAPES[name](160_000)
        least = min(once(small) for _ in range(3))
        assert any(once(large) < 9 * least for _ in range(3))


# Data that only some portals' pages are asked for: the values of `layer` and `state`.
SCRIPTS = {
    "literal": "dataLayer = [{" + "a: 'b', " * 10_000,
    "literals": "dataLayer.push({a: 'b" * 5_000,
    "assigned": "window.x = {" * 5_000,
    "assigned, unquoted": "window.a = {b: 1}; " * 5_000,
    "assigned in text": 'window.x = ["' + "window.x = [" * 5_000,
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_time_for_scripts_grows_with_the_page(text: str) -> None:
    def once(text: str) -> float:
        read = Page(shaped(head=f"<script>{text}</script>"), URL)
        return seconds_of(lambda: [read.find(path) for path in ("layer.a", "state.x")])

    least = min(once(text) for _ in range(3))
    assert any(once(text * 4) < 9 * least + 0.01 for _ in range(3))


def _refused(call: object) -> str | None:
    """The reason for which a page was refused, if it was."""
    try:
        call()  # type: ignore[operator]
    except NotAnArticle as error:
        return error.reason
    return None


HARMFUL = {
    "attributes of a tag": (b"<p " + b" ".join(b"a%d=b" % n for n in range(200_000)) + b">", None),
    "closing tags": (b"<span>" * 2000 + b"</x>" * 400_000, "not HTML"),
    "elements": (b"<p>a" * (LARGEST // 4), "too large"),
    "comments": (b"<!-->" * 300_000, None),  # they are left out
    "one tag": (b"<div>" * 300_000, None),
    "levels": (b"<div><p>" * 150_000, "too deep"),
}


@pytest.mark.parametrize(("harm", "reason"), HARMFUL.values(), ids=HARMFUL)
def test_parser_is_kept_from_harm(harm: bytes, reason: str | None) -> None:
    body = page(f"<p>{FIRST}</p>").replace(b"</body>", harm + b"</body>")
    assert _refused(lambda: extract(body, URL, NOW)) == reason


def test_script_keeps_what_looks_like_attributes() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "description": "a <b " + "dan lalu " * 300 + "z"}
    article = read(page(f"<p>{FIRST}</p><p " + " ".join(f"a{n}" for n in range(200)) + ">x</p>", script(data), h1=None))
    assert article.title == TITLE
    assert (article.summary or "").endswith("lalu z")


def test_bounds_do_not_cost_an_article_its_text() -> None:
    links = " ".join(f'<a href="/{n}">kata{n}</a> lalu' for n in range(3000))
    assert paragraphs(f"<p>{FIRST} {links} usai.</p><p>{LAST}</p>")[0].count(" lalu") == 3000
    pointed = " ".join(f"{FIRST} Baca juga: {OTHER}." for _ in range(40))
    assert paragraphs(f"<p>{pointed}</p>") == [" ".join([FIRST] * 40)]
    nested = "<div class='ads-wrap'>" * 30 + f"<p>{FIRST * 8}</p>" + "</div>" * 30
    assert paragraphs(f"{nested}<p>{LAST}</p>") == [FIRST * 8, LAST]
    lines = "<br>".join(
        ["Ia menanam tiga ratus bibit kopi di lereng gunung"]
        + ["lalu menanam lagi di lereng utara dan di lereng selatan"] * 500
    )
    assert len(paragraphs(f"<p>{lines}</p>")) == 1
    rows = "".join(f"<tr><td>Kopi {n}</td><td>{n} kg</td></tr>" for n in range(300))
    assert paragraphs(f"<p>{FIRST}</p><table>{rows}</table>")[-1] == "Kopi 299 299 kg"


def test_marks_on_one_letter_are_bounded() -> None:
    assert clean("a" + "\u0301\u0316" * 100_000 + "b") == clean("a" + "\u0301\u0316" * 15 + "b")
    assert clean("e\u0301" * 40) == "é" * 40
    assert clean("—" * 50) == "—" * 50


# -- exceptions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "url"), [("<p>teks</p>", URL), (None, URL), (b"<p>teks</p>", None), (b"<p>x", URL.encode())]
)
def test_what_is_no_page_is_a_value_error(body: object, url: object) -> None:
    with pytest.raises(ValueError, match="as bytes"):
        extract(body, url)  # type: ignore[arg-type]


@pytest.mark.parametrize("moment", ["2026-07-24", datetime(2026, 7, 24)])  # noqa: DTZ001
def test_what_is_no_aware_moment_is_a_value_error(moment: object) -> None:
    with pytest.raises(ValueError, match="aware"):
        extract(page(f"<p>{FIRST}</p>"), URL, moment)  # type: ignore[arg-type]


@pytest.mark.parametrize("charset", ["hex", "zlib", "rot13", "idna", "punycode", "undefined", "utf-7", "x", "²", ""])
def test_charset_that_is_none(charset: str) -> None:
    body = page(f"<p>{FIRST}</p>").replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    assert extract(body.replace(b"BOYOLALI", b"\x93BOYOLALI\x94" * 60), URL, NOW).title == TITLE


@pytest.mark.parametrize(
    "text",
    [
        "[" * 900 + "]" * 900,
        '{"@graph": ' * 900 + "{}" + "}" * 900,
        '{"mainEntity": ' * 5000,
        json.dumps({"@type": [[[{}]]], "author": {"name": ["\ud800", 1e308, "\x00"]}, "headline": "\udc00"}),
        '{"@type": "NewsArticle", "author": ' + "9" * 5000 + ', "url": "http://[x", "description": 1e999}',
        '{"@type": "NewsArticle", "articleBody": "\\ud800<p>\\u0000</p>", "datePublished": "²٤"}',
        '{"@type": ' + "[" * 980 + "]" * 980 + "}",
    ],
    ids=range(7),
)
def test_strange_data(text: str) -> None:
    article = read(page(f"<p>{FIRST}</p>", script(text)))
    assert (article.title, article.text) == (TITLE, FIRST)
    json.dumps(article.title + (article.summary or "") + "".join(article.authors), ensure_ascii=False).encode()
    assert isinstance(_refused(lambda: extract(shaped(head=JSON_LD.format(text)), UNKNOWN, NOW)), str | None)


@pytest.mark.parametrize(
    "address", ["http://[x", "//[", "http://:b:c/", "https://" + "a" * 50_000, "https://a.id/" + "a-" * 50_000, "²"]
)
def test_strange_addresses(address: str) -> None:
    head = f'<link rel="canonical" href="{address}"><meta property="og:image" content="{address}">'
    article = read(page(f'<p>{FIRST}</p><img src="{address}">', head + f'<link rel="next" href="{address}">'))
    assert all(urlsplit(image.url).hostname for image in article.images)
    with pytest.raises(NotAnArticle):
        extract(page(f"<p>{FIRST}</p>"), address)


@pytest.mark.parametrize(
    "text", ["2026-07-24WıB15:18", "ſen, 24 Jul 2026 15:18:00 GMT", "0000-00-00", "٢٠٢٦-٠٧-٢٤", "²/7/2026", "9" * 5000]
)
def test_strange_stamps(text: str) -> None:
    assert read_timestamp(text, now=NOW) is None


@pytest.mark.parametrize("body", [b"<", b"<>", b"<!-- x -->", b"<?x?>", b"<!DOCTYPE html>", b"</p>", b"<\xff", b"<!"])
def test_page_of_next_to_nothing(body: bytes) -> None:
    with pytest.raises(NotAnArticle):
        extract(body, URL)


LISTED = (
    "[" * 3000,
    '{"a": [{"url": "http://[x", "at": ' + "[" * 900 + "]" * 900 + "}]}",
    '{"a": {}}',
    "",
    "9" * 5000,
    "<p>",
)


@pytest.mark.parametrize("text", LISTED, ids=range(len(LISTED)))
def test_listing_raises_nothing_but_value_error(text: str) -> None:
    for source in (
        Payload("https://a.id/{number}", "a", dates="at"),
        Payload("https://a.id/{number}", "a", devalue=True),
        Listing("https://a.id/{number}", "a", dates="time"),
    ):
        try:
            cards = source.read(Response("https://a.id/1", body=text.encode()), lambda _: None)
        except ValueError:
            continue
        assert cards == []


def test_times_of_a_list_of_many_links() -> None:
    cards = "".join(f"<div><a href='/{n}'>a</a><a href='/{n}'>b</a><time>{n}</time></div>" for n in range(50))
    body = f"<div><div>{cards}</div><p><a href='/x'>x</a></p><time>9</time></div>".encode()
    said: list[str] = []

    def when(text: str) -> None:
        said.append(text)

    Listing("https://a.id/{number}", "a", dates="time").read(Response("https://a.id/1", body=body), when)
    assert said == [str(n) for n in range(50) for _ in range(2)]


# -- selectors -------------------------------------------------------------------------------------------

SELECTED = (
    b"<div class=a id=x><p class=b>1<i class=''>0</i><p class=b>2"
    b"<div class=a><p class='b c'>3<b>4</b></p></div></div><h1 class=a>T</h1>"
    b"<p class=b>5<time>6</time><p>7<a href=z>8</a><h1>9</h1><p class='a b'>10"
)
SELECTORS = (
    ".a:has(.b, b:not(.c))", ".b:has(a, b:not(.c))", ".a ~ p", ".b ~ .b", "h1 ~ p", ".a .b", ".a > .b", ".a > .a .b",
    ".a::text", ".a .b::text, .b a::attr(href)", ".b::text, h1::text", "h1 + p, .a p:nth-child(2)", "H1.a ~ P",
    '.a[class="x,y"], .b', "#x .b:first-child", ".a:scope > p", ":scope .a", ".a:root", ".b:is(p, .a) b", r".a\.b",
    ".a:has(> .b)", ".a *:not(b)", "time, h1, .b", "p:not(.a):not(.b)", ".b + .b ~ .a", ".gone, .b", ".gone ~ p", "*",
    ".a:nth-child(odd)", "p.b:nth-of-type(2)", ".a:empty", ".b:last-child", "#x, .a", "h1:not([class*=a])",
    ".a.b, #x > p", "[class]", "[class^=b] b", "[href=z]", "[class*=' ']", "p[class$=b], h1", "[class~=c]",
    "[class!=b]", "[class*='']", "[class^=B i]", "p[id]", "#x [href]::attr(href)", ".a + p, time", ".a > *",
    ".a ::text", "p ::text",     "body:not(:has(.gone)) .b", "div.a p.b:contains('3') b", "[class]::attr(class)",
    ".b b::text, .a > .b", "#x ~ * .b", "time ~ p a, .a > p", ".a.a .b", "[id][class] > p",
)  # fmt: skip


@pytest.mark.parametrize("css", SELECTORS)
def test_selector_gives_what_its_xpath_gives(css: str) -> None:
    read = Page(SELECTED, "")
    assert read.select(css) == etree.XPath(css2xpath(css))(read.root)


@pytest.mark.parametrize("css", ["p:not(.a, .b)", "svg|a.b", ".b::foo", ".a:nth-of-type(2) b", ".a:has(", "a,,b", ""])
def test_selector_that_cannot_be_used_is_refused_at_import(css: str) -> None:
    with pytest.raises(TypeError, match="tags_css"):
        type("Loader", (ArticleLoader,), {"tags_css": css})
