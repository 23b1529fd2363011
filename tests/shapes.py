"""Pages of known-bad shapes, as large as one asks for: one construct over and over, at each place of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

Shape = Callable[[int], bytes]  # about so many bytes in, a page out

# One after the other in the body of an article; {n} is counted up.
ELEMENTS = (
    '<a href="/x">kata</a> ', '<a href="/x">kata ', "<a href=/{n}>", "</a>", "<img src=/{n}.jpg>", "<img>",
    '<figure><img src="/{n}.jpg"><figcaption>Foto {n}: Budi</figcaption></figure>', "<figure>", "<figure><p>Kata</p>",
    "<figure><img src=/{n}.jpg>", "<figcaption>Kata ", "<blockquote>", "<blockquote><a href=//x.com/a/status/{n}>",
    "<ul><li>", "<ul><li>Kata {n} ", "<ul><li><a href=/{n}>Kata</a>", "<li>Kata {n}</li>", "<table><tr><td>",
    "<table><tr><td>1<td>2", "<tr><td>Kata<td>{n}", "<td>{n}", "<p>", "<p>Kata {n}", "<p>Budi menanam {n} kopi.</p>",
    "<br>", "Kata {n}.<br>", "kata {n}<br>", "Kata<br><a>", "<b>", "<b>kata", "<span>x", "<font>", "<i></i>", "<div>",
    "<div>Kata.", "<div class=ads>", "<div class=ads>Kata.", "<div class='ads'>Kata</div>",
    "<div class=baca-juga>Kata ",
    "<form>Kata.", "<aside>Kata.", "<nav>Kata ", "<button>", "<object>Kata. ", "<h2>Judul {n}</h2>",
    "<h1>Judul {n}</h1>",
    "<h1>", "<section>Ia pergi ke pasar pagi itu bersama mereka semua, lalu pulang. ",
    "<div style='display:none'>Kata ",
    "<ins class=ads>x", "<script></script>", "<script>", "<style>", "<svg>", "<iframe>", "<select><option>",
    "<textarea>",
    "<!-- x -->", "<!--", "<!", "<?x?>", "<![CDATA[", "<", "</", "</div>", "</p>", "</span></x>", "&amp;", "&nbsp;",
    "&#",
    "&amp;nbsp;", "&#1;", "&#xD800;", "\x01", "<p>Baca juga: <a href=/{n}>Judul Berita Lain {n}</a></p>",
    "<p><a href=/{n}>Harga Nikel Naik Tajam di Morowali {n}</a></p>", "<p>(abc)</p>", "<p>Penulis: Budi</p>",
    "<p>{n}</p>",
    "<p>1</p>", "<p>Pewarta: Budi Editor: Siti</p>", "<p>***</p>", "<p>Foto: Budi</p>", "<p>BUDI SANTOSO</p>",
    "<p>a</p>",
    "<p>Lalu ia berkata bahwa harga kopi di lereng gunung itu terus naik sejak pekan lalu {n} (abc)</p>",
    "<time>24 Juli 2026</time>", "<meta name=a{n} content=b>", "<meta property=og:title content='Judul {n}'>",
    "<link rel=canonical href=/{n}>", "<link rel=next href='?page={n}'>", "<title>Judul {n}</title>",
    "<div class='c-detail read'>", "<div class='c-detail read'>Kata {n}</div>",
    "<div class=title-article><h1>Kata</h1>",
    "<div class='journalist'><a title=Budi>Budi Santoso {n}</a>", "<dl><dt>a<dd>b", "<pre>", "<center>", "<details>",
    "<p class='caption'>Foto</p>", "<video>", "<noscript>", "<template>", "<math>", "<p>Oleh: Budi {n}</p>",
    "<amp-img src=/{n}.jpg>", "<input>", "<hr>", "<body class=a{n}>", "<html a{n}=b>", "<head>", "<p id=a{n}>x",
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A{n}"}</script>',
    '<script type="application/ld+json">{"a": [{n},}</script>', "<script>window.a{n} = {</script>",
    "<script>dataLayer.push({a: {n}});</script>", "<script>dataLayer = [{a: {b: 'c</script>",
)  # fmt: skip
# One after the other in one text.
TEXTS = (
    " ", "\n", "\t ", ".", ". ", ",", ", ", "(", ")", "()", "[", "]", "[(", "-", "- ", " - ", "--", "/", "*", "**",
    "*1*",
    "_", "|", " | ", ":", ": ", ";", "!", "?", "…", "“", "”", '"', "'", "’", "–", "—", "·", "•", ">", "»", "©",
    "© 2026 ",
    "#", "@", "&", "=", "0", "1", "1 ", "12 ", "1.", "1,", "1-", "2026 ", "1/", "a", "a ", "a.", "a. ", "a,", "a/",
    "a-",
    "a_", "a:", "A", "A ", "A.", "A. ", "A, ", "A/", "A/B ", "A-1/", "Aa ", "Aa", "Aa.", "Aa. ", "Aa, ", "Aa/", "aA",
    "a1",
    "ab.com ", "a.com/", "a.com, ", "Ab.com/Cd ", "KOMPAS.com/BUDI ", "\u00ad", "\u200b", "\u200d", "a\u0301", "\u0301",
    "\u0130", "²", "\u0665", "\ue000", "\ue001a", "\ufffd", "😀", "😀\u200d", "dan ", "Baca juga: ", "baca juga ",
    "(Baca juga: ", "(baca: a ", "Baca juga: Judul Berita Lain. ", "baca:", "[Gambas:", "[Gambas:a] ", "Oleh: ",
    "oleh ",
    "Penulis: ", "Reporter: A Editor: B ", "editor", "Budi Santoso, ", "Budi dan ", "Foto: ", "(Foto: ", "foto/",
    "dok ",
    "(abc) ", "(abc)", "(abc/", "(A/", "(Budi Santoso", "tim ", "H.R. ", "halaman ", "simak ", "video ", "video: ",
    "http://",
    "https://a.id/", "www.", "?page=1&", "/read/", "24 Juli 2026 ", "24/7/2026 ", "senin, ", "10:10 ", "WIB ", "+07:00",
    "pukul ", "1 jam lalu ", "kemarin ", "2026-07-24T", "Diperbarui ", "dibaca 1 kali ", "nbsp;", "&amp;", "&nbsp",
    "%20",
    "jumadil ", "gmt ", "gmt+7 ", "Sumber: ", "copyright ©", "copyright © antara ", "Laporan Wartawan ", "S.Pd, ",
    "Judul: a ", "halaman selanjutnya ", "untuk ", "ikuti berita di google news ", "berita terbaru ", "scroll ",
    "follow ",
    "Ia pergi. ", "Ia pergi ke pasar ", "kata ", "Kata ", "kata\n", "Kata. Kata\n", "lihat artikel ", "A ikut ",
    "Budi, ",
    "Budi ikut berkontribusi dalam artikel ", "JAKARTA - ", "A (B) ", "A.B/", "x-y_z ", "ayat (1) ",
    "Pasal 5 ayat (2), ",
)  # fmt: skip
# One after the other in a script; the first part stands in front of all.
SCRIPTS = (
    ("", "window.x = {"), ("", "window.x = {} "), ("", "window.a{n} = {b: 1}; "), ("", "window.a.b{n} = [{"),
    ("", "var a = ["), ("", 'window.x = {"a": '), ("window.x = ", "["), ("window.x = ", '{"a":'),
    ("window.x = {", '"a'),
    ("", "window. "), ("", "var "), ("", "window.a"), ("", "window.x = {'a"), ("window.x = [", "1"),
    ("window.x = [", "{},"),
    ("dataLayer = [{", "a: 'b', "), ("dataLayer = [{", "'"), ("dataLayer = [{", '"'), ("dataLayer = [{", "\\"),
    ("dataLayer = [{", "a"), ("dataLayer = [{", "a "), ("dataLayer = [{", "a:"), ("dataLayer = [{", ", "),
    ("dataLayer = [{", " "), ("dataLayer = [{a: '", "'x"), ("dataLayer = [{a: '", "' "), ("dataLayer = [{a: '", "\\'"),
    ("dataLayer = [{a: ", "{a: "), ("dataLayer = [{a: ", "["), ("dataLayer = [{a: ", "1"), ("dataLayer = [{", "//"),
    ("dataLayer = [{", "// \n"), ("", "dataLayer = [{"), ("", "dataLayer.push({a: 1});"),
    ("", "dataLayer.push({a{n}: '"),
    ("", "dataLayer "), ("", "dataLayer.push("), ("dataLayer.push", " "), ("", "dataLayer.push({a{n}: 1, b: x.y,});"),
    ("dataLayer = [{a: 'b", "\\\\"), ("dataLayer = [{'", "a.b$"), ("dataLayer = [{a: ", '"\\'),
)  # fmt: skip
# One after the other in JSON-LD, behind the first part.
DATA = (
    ("", "["), ("", '{"a":'), ("", '{"@graph": ['), ("", '{"mainEntity":'), ("{", '"a'), ("{", '"a": 1 '),
    ("{", "a: 1, "),
    ("{", "'a': 'b', "), ('{"a": "', "\\"), ('{"a": "', '" '), ('{"a": "', '"b"'), ('{"a": "', "\n"), ('{"a": ', "1"),
    ('{"a": [', "1,"), ('{"a": [', "1 "), ('{"a": [', ", "), ('{"a": [', '"b" '), ('{"a": [', "{} "), ("", "{} "),
    ("", "}"), ("", "]"), ("", ";"), ("", ","), ("", ":"), ("", "/*"), ("", "//"), ("", "<!--"), ("", "`"), ("", '"'),
    ('{"@type": "NewsArticle", "headline": "', 'a"'), ('{"@type": "NewsArticle", "a": [', '{"@type": "Person"},'),
    ('{"@type": "NewsArticle", "author": [', '{"name": "A {n}"},'),
    ('{"@type": "NewsArticle", "articleBody": "', "Kata. "),
    ('{"@type": "NewsArticle", "articleBody": "', "<p>Kata. "), ('{"@type": "NewsArticle", "articleBody": "', "<div>"),
    ('{"@type": "NewsArticle", "articleBody": "', "&lt;p>"), ('{"@type": "NewsArticle", "keywords": "', "a{n},"),
    ("[", '{"@type": "NewsArticle"},'), ("[", '{"@type": "NewsArticle", "headline": "A"}\n'),
    ("{", '"a{n}": {"b": "c" '),
    ("{", '"a": "b\n", '), ('{"a": "b', "\t"), ("{", '"a": "b" "c": "d" '), ("True", "e"), ("-", "1"), ("1e", "9"),
    ("// a\n", "// a\n"), ("{'a': '", "\\'"), ("{", "'"), ('{"a": "\\u', "D800\\u"), ("{", '"a": NaN, '),
)  # fmt: skip

ARTICLE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>
<div class="breadcrumb"><a href="/">HOME</a><a href="/news">NEWS</a></div>
<div class="title-article"><h1>{title}</h1></div>
<div class="journalist"><a title="Budi Santoso">{byline}</a><span>, Jurnalis-Jum'at, {date}</span></div>{before}
<div class="c-detail read"{name}><p>Warga Desa Sukamakmur memanen kopi tiga pekan lebih awal tahun ini.</p>{body}
<p>Panen berikutnya diperkirakan berlangsung pada bulan Oktober.</p></div>{after}</body></html>"""
PARTS = {
    "title": "Warga Lereng Merbabu Panen Kopi Lebih Awal", "byline": "Budi Santoso", "date": "24 Juli 2026 |15:18 WIB",
    "head": "", "before": "", "body": "", "after": "", "name": "",
}  # fmt: skip
JSON_LD = '<script type="application/ld+json">{}</script>'
# Where a text may stand: the part of the page and what is around it there; {} is the text.
PLACES = {
    "paragraph": ("body", "<p>{}</p>"), "sentence": ("body", "<p>Ia pergi. {}!x</p>"), "last": ("after", "{}"),
    "linked": ("body", "<p><a href=/x>{}</a></p>"),
    "caption": ("body", "<figure><img src=/a.jpg><figcaption>{}</figure>"),
    "under a picture": ("body", "<p><img src=/a.jpg></p><p>{}</p>"),
    "address": ("body", '<a href="{}"><img src="{}"></a>'),
    "title": ("title", "{}"), "byline": ("byline", "{}"), "date": ("date", "24 Juli 2026 {}"),
    "class": ("name", ' id="{}"'),
    "classes": ("body", '<div class="{}">Kata</div>'), "style": ("body", '<div style="{}">Kata</div>'),
    "tag": ("body", "<{}>Kata"), "attribute": ("body", "<p {}>Kata"), "attribute of all": ("name", " {}"),
    "summary": ("head", '<meta name="description" content="{}">'),
    "canonical": ("head", '<link rel="canonical" href="{}">'),
    "canonical path": ("head", '<link rel="canonical" href="https://news.okezone.com/{}">'),
    "og:title": ("head", '<meta property="og:title" content="{}">'),
    "keywords": ("head", '<meta name="keywords" content="{}">'),
    "section": ("head", '<meta property="article:section" content="{}">'),
    "image": ("head", '<meta property="og:image" content="{}">'),
    "stamp": ("head", '<meta property="article:published_time" content="{}">'),
    "page title": ("head", "<title>{}</title>"),
    "doctype": ("head", "<!DOCTYPE {}>"), "charset": ("head", '<meta charset="{}">'), "comment": ("body", "<!--{}-->"),
    "script": ("head", "<script>{}</script>"), "heading": ("before", "<h2>{}</h2>"),
    "line above": ("before", "<div>{}</div>"),
    "script tag": ("head", "<script {}></script>"), "entity": ("body", "&{};"),
    "pager": ("after", '<div class="paging">{}</div>'),
    "tags": ("after", '<div class="detail-tag"><a>{}</a></div>'), "next": ("head", '<link rel="next" href="?{}">'),
    "ld text": ("head", '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "{}"}</script>'),
    "ld author": ("head",
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "{}"}}</script>'),
}  # fmt: skip
SHORT = 380  # characters; texts of this length, over and over, pass the limits on single texts


def page(**parts: str) -> bytes:
    """An Okezone page with these parts in place of the plain ones."""
    filled = ARTICLE
    for name, text in {**PARTS, **parts}.items():
        filled = filled.replace("{" + name + "}", text)
    return filled.encode("utf-8", "surrogatepass")


def repeated(unit: str, size: int) -> str:
    """So many bytes of the unit, {n} counted up."""
    count = size // len(unit.encode("utf-8", "surrogatepass")) + 1
    return "".join(unit.replace("{n}", str(n)) for n in range(count)) if "{n}" in unit else unit * count


def _in_body(unit: str, size: int) -> bytes:
    return page(body=repeated(unit, size))


def _above(unit: str, size: int) -> bytes:
    return page(before=repeated(unit, size))


def _deep(unit: str, size: int) -> bytes:
    return page(body="<div>" * 1500 + repeated(unit, size))


def _script(tag: str, start: str, unit: str, size: int) -> bytes:
    return page(head=f"{tag}{start}{repeated(unit, size)}</script>")


def _scripts(start: str, unit: str, size: int) -> bytes:
    return page(head=JSON_LD.format(start + repeated(unit, 2000)) * (size // 2050 + 1))


def _placed(place: str, unit: str, size: int) -> bytes:
    part, around = PLACES[place]
    return page(**{part: around.replace("{}", repeated(unit, size))})


def _many(around: str, unit: str, length: int, size: int) -> bytes:
    return page(body=around.replace("{}", repeated(unit, length)) * (size // length + 1))


def _nested(inner: str, outer: str, size: int) -> bytes:
    return page(body=f"<{inner}><{outer} class=x>Ia pergi ke pasar. " * (size // 34))


def _deep_and_wide(tag: str, size: int) -> bytes:
    return page(body=f"<{tag}>" * 900 + "<a href=/x>Kata</a> " * (size // 20) + f"</{tag}>" * 900)


def _classes(size: int) -> bytes:
    return page(body="".join(f"<p class='a{n} b{n} c{n}'>" for n in range(size // 24)))


def _attributes(size: int) -> bytes:
    return page(body="<p " + " ".join(f"a{n}=b" for n in range(size // 9)) + ">")


def _deep_data(size: int) -> bytes:
    return page(head=JSON_LD.format("[" * 900 + "1" + "]" * 900) * (size // 1850 + 1))


def _list_of_links(size: int) -> bytes:
    return page(body="<ul><li>" * 1000 + "<li><a href=/x>Kata</a></li>" * (size // 28) + "</ul>" * 1000)


def _shapes() -> Iterator[tuple[str, Shape]]:
    for unit in ELEMENTS:
        yield f"elements {unit!r}", partial(_in_body, unit)
        yield f"elements above {unit!r}", partial(_above, unit)
        yield f"deep {unit!r}", partial(_deep, unit)
    for start, unit in SCRIPTS:
        yield f"script {start + unit!r}", partial(_script, "<script>", start, unit)
    for start, unit in DATA:
        yield f"data {start + unit!r}", partial(_script, JSON_LD.removesuffix("{}</script>"), start, unit)
        yield f"next data {start + unit!r}", partial(_script, "<script id=__NEXT_DATA__>", start, unit)
        yield f"small data {start + unit!r}", partial(_scripts, start, unit)
    for unit in TEXTS:
        for place in PLACES:
            yield f"{place} {unit!r}", partial(_placed, place, unit)
        yield f"paragraphs {unit!r}", partial(_many, "<p>{}</p>", unit, SHORT)
        yield f"captions {unit!r}", partial(_many, f"<p>{PLACES['caption'][1]}", unit, 2 * SHORT)
    for inner, outer in (("div", "div"), ("blockquote", "p"), ("span", "a"), ("ul", "li"), ("table", "td"), ("b", "i")):
        yield f"nested {inner} {outer}", partial(_nested, inner, outer)
        yield f"deep and wide {inner}", partial(_deep_and_wide, inner)
    yield "classes of a page", _classes
    yield "attributes", _attributes
    yield "deep data", _deep_data
    yield "list of links", _list_of_links


SHAPES: dict[str, Shape] = dict(_shapes())
