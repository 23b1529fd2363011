"""An article's container in, its paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, islice, pairwise

from lxml import etree

from newscrawl.reading.paragraphs import Paragraph
from newscrawl.reading.text import beginning, clean, flatten, short_line, visible

BLOCKS = frozenset(
    "p div section article main header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody "
    "tfoot tr caption address center hr details summary fieldset figure form aside nav".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
TITLES = HEADINGS | {"dt"}  # of parts of the article
CELLS = frozenset({"td", "th"})
SILENT = frozenset(
    "script style noscript template iframe svg select option textarea input video audio canvas map amp-ad "
    "amp-iframe amp-video amp-youtube amp-social-share amp-embed".split()
)
# Boxes that are the page's, not the article's, unless they were never closed.
DOUBTFUL_TAGS = frozenset({"form", "aside", "nav", "object", "button"})
# What the writer crossed out is no longer said.
STRUCK = frozenset({"del", "s", "strike"})
STRUCK_STYLE = re.compile(r"line-through", re.I)
VERBATIM_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)  # its new lines are shown
PICTURES = frozenset({"img", "amp-img"})
SHOWN = PICTURES | {"video", "iframe", "amp-video", "amp-youtube", "amp-iframe", "blockquote"}
INLINE = frozenset("span a b i em strong u font small".split())
# A social post shown in the article is not its text.
EMBEDS = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|reddit-\w+|bluesky-embed"
    r"|threads-post|text-post-media|telegram-post)"
)
POST = re.compile(
    r"(?:twitter|x)\.com/\w+/status/|instagram\.com/(?:p|reel|tv)/|tiktok\.com/@[\w.]+/video/|t\.me/\w+/\d+"
    r"|facebook\.com/(?:[\w.]+/(?:posts|videos|photos)/|watch|permalink|story)|threads\.(?:net|com)/@[\w.]+/post/"
    r"|bsky\.app/profile/[\w.]+/post/"
)
# Class names and ids of boxes that hold no article: ".ads-recdetail", ".iklan", "#_popIn_recommend", ".tbkomentar"
JUNK_NAME = re.compile(
    r"(?:ads?\d*|adv|advert\w*|iklan|banners?\d*|komentar\w*|comments?)(?:[-_][\w-]*)?|tbkomentar|(?:[\w-]*[-_])?captions?"
    r"|photo-?desc|image-?source|adsbygoogle|adsense|adslot|adasia|(?:[\w-]*[-_])?(?:related\w*|terkait|rekomendasi\w*|recommend\w*|terpopuler)"
    r"(?:[-_][\w-]*)?|_?popin\w*|mgid\w*|taboola\w*|outbrain\w*|dable\w*|div-gpt-ad.*|gpt-.*|m\d+scriptroot\w*"
    r"|rctiplus|newsletter|subscribe|disclaimer|copyright|box-gnews|vicon|video-wrap|flying[-_]\w+|pagination"
    r"|paging\w*|breadcrumbs?",
    re.I,
)
# What is printed under a picture, outside a figure: ".imageinfo", ".photo-caption"
CAPTION_NAME = re.compile(
    r"(?:[\w-]*[-_])?captions?|(?:photo|foto|image|img)[-_]?(?:desc|info|caption|source|credit|copyright)", re.I
)
LONGEST_CAPTION = 350  # characters
# An offer to subscribe in place of the rest: prices, whatever its length. ".pw-containers", "#paywall"
PAYWALL_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:pw|pay-?wall|new\w*pwcontain|subscri\w*|(?:ber)?langganan|metered)(?:[-_]\w++)*+", re.I
)
PRICE = re.compile(r"\bRp\.?\s?\d|\b(?:berlangganan|subscribe)\b", re.I)
# Names that an article's own box may carry too: such a box is junk only if it holds no sentence.
DOUBTFUL_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:baca[-_]?juga\w*|lihat[-_]?juga\w*|linksisip|lihatjg|share|sharing|sosmed|medsos|social\w*"
    r"|populer|newsletter|subscribe|follow|tags?|newtag|widget|gnews|google-news|disclaimer|copyright|caption"
    r"|sponsor(?:ed)?|promo|ads?)(?:[-_][\w-]*)?",
    re.I,
)
SENTENCE = re.compile(r"(?:\A|(?<=[.!?]))(?>[^.!?]*?[a-z]{2})(?:[^.!?]{8,}+[.!?]|[^.!?]{8,}?…)[”\"’)]?(?:\s|$)")
# A further page of the article, hidden until a button is pressed: ".paging-content", "#detail_paging_2"
PAGE_NAME = re.compile(r"(?:[\w-]*[-_])?(?:paging|page|halaman)(?:[-_](?:content|\d+|hidden|item|box))+", re.I)
NAMES = {
    "offer": PAYWALL_NAME,
    "junk": JUNK_NAME,
    "doubtful": DOUBTFUL_NAME,
    "page": PAGE_NAME,
    "caption": CAPTION_NAME,
}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# A box with this many characters outside links is the article in a box with an unlucky name, or one never closed.
ARTICLE_CHARS = 400
# A cell with more than this is a column of a layout, not of a table of data.
CELL_CHARS = 200
LINK_OPEN, LINK_CLOSE, PICTURE, LINK_ELSEWHERE, LINK_TO_ARTICLE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
MARKS = re.compile(f"[{LINK_OPEN}{LINK_CLOSE}{PICTURE}{LINK_ELSEWHERE}{LINK_TO_ARTICLE}]")
LINE_BREAK = "\n"
NOT_BREAK = str.maketrans("\n\r\t\f\v", "     ")
PLAIN_BREAK = str.maketrans("\r\t\f\v", "    ")  # in a pre a new line is one
# "10<sup>6</sup>" is not 106.
RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
EXPONENT = re.compile(r"[+\-−]?(?:\d{1,3}|n)")
# A picture in place of a character: "😀", "❤️"
EMOJI = re.compile(r"[\u203c-\u3299\ufe0f\u200d\U0001f000-\U0001faff]{1,12}")
# What leads to no article: a tag, a place in the page, a mail, a site's front page, an office, a school, a map.
# "/tag/kopi", "https://a.id/", "https://jdih.sora.go.id/uu-5", "https://maps.a.com/x"
NO_ARTICLE = re.compile(
    r"(?:mailto|tel):|[^?#]*/(?:tags?|topik|topic|indeks?|profil|author|penulis)/|https?://[^/]+/?$"
    r"|https?://[^/]*(?:\.(?:go|ac|sch|or|mil|desa)\.id|\.edu|\.gov|wikipedia\.org|google\.\w+|goo\.gl|shopee\.\w+|tokopedia\.com)/"
    r"|https?://[^/]+/(?![^?#]*(?:\d{5}|\w-\w+-\w+-\w))",
    re.I,
)
# "https://news.okezone.com/read/2026/07/24/337/9900001/judul-berita", "/nasional/harga-kopi-naik-lagi-di-sora"
TO_ARTICLE = re.compile(r"(?!#|javascript)[^?#]*(?:/\d{5,}\b|[-/]\d{6,}|/\w+-\w+-\w+-\w)", re.I)
# A line that goes on in small letters behind a break is one sentence with what was before; without an end, behind a
# line shorter than this, it is one of a list or a verse, as is "b. Sabit".
SHORTEST_LINE = 35
# Three lines or more, none of them longer, are a verse or a list: each is one of its own.
LONGEST_VERSE = 50
LETTERED = re.compile(r"[a-z][.)]\s")
# A paragraph broken at a width: the shortest of its full lines, and by how much they differ.
SHORTEST_WRAPPED = 45
WIDEST_GAP = 20
PAUSE = re.compile(r"[.,!?:;…”\"’)\]]$")
SENTENCE_END = re.compile(r"[.!?:;…”\"’)\]]$")
# A row's cells that reach down into the next ones.
SPANS = etree.XPath("boolean(.//*[self::td or self::th][@rowspan > 1 or @rowspan = 0])")
MOST_CARRIED = 100_000  # characters of such cells in one table, each counted in every row it reaches
NOT_OWN = ("a", "script", "style", "noscript")
# A box with as many characters outside links is no row of buttons.
MOST_DOUBTFUL_CHARS = 20_000
# Boxes in boxes that are looked through for what they hold; deeper ones are the article's.
DEEPEST_DOUBT = 8
MOST_LINKS_OF_POST = 50
# Characters of a name, and of all class names of an element
LONGEST_NAME, MOST_NAMES = 100, 1000
MOST_BESIDE = 200  # elements or texts beside a picture that are looked at


@dataclass(slots=True)
class Picture:
    """A picture in the body: its element and the text of its figure's caption."""

    element: etree._Element
    caption: str = ""


@dataclass(slots=True)
class Body:
    """The blocks of a container in order, still with boilerplate, and its pictures."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def texts_of(body: Body) -> list[str]:
    """The paragraphs of a body as plain text."""
    return [paragraph.text for paragraph in body.paragraphs]


def read_body(
    container: etree._Element,
    dropped: Collection[etree._Element] = (),
    figures: Collection[etree._Element] = (),
    captions: Collection[etree._Element] = (),
) -> Body:
    """Flatten `container` into paragraphs.

    `dropped` are the elements the portal says are not the article, `figures` its boxes of a picture and a
    caption, `captions` the captions in them.
    """
    body = Body()
    buffer: list[str] = []
    # Depth: in table rows, whose cells are one line, in items, headings, a pre, tables, other cells, quotations
    row = items = headings = verbatim = tables = cells = quotes = 0
    carried: dict[etree._Element, str] = {}  # cells, with the text of those above them that reach down

    def flush() -> Iterator[Paragraph]:
        if buffer:
            for paragraph in _paragraphs("".join(buffer), verbatim=verbatim > 0):
                paragraph.item = items > 0 or row > 0 or (cells > 0 and paragraph.text.isdigit())
                paragraph.heading = headings > 0
                yield paragraph
            buffer.clear()

    def say(text: str) -> None:
        buffer.append(visible(text).translate(PLAIN_BREAK if verbatim else NOT_BREAK))

    walker = etree.iterwalk(container, events=("start", "end", "comment", "pi"))
    links = 0
    looked: list[etree._Element] = []  # open boxes whose whole text was looked through, and kept
    over: set[etree._Element] = set()  # skipped: their end is no end of a link, row or item
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        skipped = False
        if event == "start":
            look = False
            if element is not container and (tag in SILENT or element in dropped):
                skipped = True
            elif element is not container and (doubt := _doubt(element)):
                look = len(looked) < DEEPEST_DOUBT
                skipped = look and not _holds_article(element, doubt)
            if skipped and tag in BLOCKS:
                _caption_last(body, _caption_box(element))
            if not skipped and (tag == "figcaption" or element in figures or tag == "figure"):
                look = len(looked) < DEEPEST_DOUBT
                skipped = tag != "figure" or element in figures or (look and not _holds_text(element))
                if skipped:
                    _picture_of(element, body, captions)
            elif not skipped and tag in ("p", "div") and (caption := _below_picture(element)):
                _caption_last(body, caption)
                skipped = True
            if skipped or tag in PICTURES:
                _stands_under(body, element, buffer)
            if skipped:
                walker.skip_subtree()
                over.add(element)
                above = element.getparent()
                if tag == "figure" and above is not None and above.tag in INLINE:
                    if not _ends_line(buffer):  # it may stand within a sentence
                        buffer.append(LINE_BREAK)
                elif tag in BLOCKS or tag == "figure":
                    body.paragraphs.extend(flush())
                continue
            if tag == "br":
                line = " " if row else LINE_BREAK
                buffer.append((LINK_CLOSE + line + LINK_OPEN) if links else line)
            elif tag in PICTURES and _is_emoji(element):
                buffer.append(element.get("alt", "").strip())
            elif tag in PICTURES:
                body.pictures.append(Picture(element))
                buffer.append(PICTURE)
            elif tag == "a":
                links += 1
                address = element.get("href", "")
                kind = LINK_ELSEWHERE if NO_ARTICLE.match(address) else ""
                buffer.append(LINK_OPEN + (kind or (LINK_TO_ARTICLE if TO_ARTICLE.match(address) else "")))
            elif tag == "tr" and not row and len(looked) < DEEPEST_DOUBT and _is_data_row(element, carried):
                body.paragraphs.extend(flush())
                row += 1
            elif row:
                if tag in BLOCKS or tag in CELLS:
                    buffer.append(" " + carried.pop(element, ""))
            elif tag in BLOCKS or tag in CELLS:
                body.paragraphs.extend(flush())
                look = look or tag == "tr"
            if look:
                looked.append(element)
            if tag == "table" and tables < DEEPEST_DOUBT and SPANS(element):
                carried |= _reaching_down(element)
            elif tag == "q":
                buffer.append("" if _is_quoted(element) else "‘" if quotes else "“")
                quotes += 1
            tables += tag == "table"
            cells += tag in CELLS
            items += tag == "li"
            headings += tag in TITLES
            verbatim += _is_verbatim(element)
            if tag == "sup" and (power := _power(element)):
                say(power)
                walker.skip_subtree()
            elif element.text and tag not in PICTURES:
                say(element.text)
            continue
        if looked and element is looked[-1]:
            looked.pop()
        if event == "end" and element not in over:
            if tag == "a" and links:
                links -= 1
                buffer.append(LINK_CLOSE)
            elif tag == "tr" and row:
                buffer.append("".join(carried.pop(key) for key in [element] if key in carried))
                body.paragraphs.extend(flush())
                row -= 1
            elif row:
                if tag in BLOCKS or tag in CELLS:
                    buffer.append(" ")
            elif tag in BLOCKS or tag in CELLS:
                body.paragraphs.extend(flush())
            elif tag == "q":
                quotes -= 1
                buffer.append("" if _is_quoted(element) else "’" if quotes else "”")
            cells -= tag in CELLS
            items -= tag == "li"
            headings -= tag in TITLES
            verbatim -= _is_verbatim(element)
            tables -= tag == "table"
        if element is not container and element.tail:
            say(element.tail)
    body.paragraphs.extend(flush())
    return body


def _ends_line(buffer: list[str]) -> bool:
    """True where nothing but spaces follows the last line break."""
    last = next((text for piece in reversed(buffer) if (text := piece.rstrip(" "))), "")
    return last.endswith(LINE_BREAK)


def _picture_of(figure: etree._Element, body: Body, marked: Collection[etree._Element]) -> None:
    """A figure is a picture and its caption; neither is text."""
    pictures = [e for e in figure.iter() if e.tag in PICTURES]
    inner = (e for e in figure.iter() if e in marked or e.tag == "figcaption")
    captions = [figure] if figure.tag == "figcaption" else list(inner)
    caption = " ".join(flatten(c) for c in captions)
    if pictures:
        body.pictures.append(Picture(pictures[0], caption or clean(figure.get("data-description", ""))))
    else:
        _caption_last(body, caption)


def _stands_under(body: Body, element: etree._Element, said: list[str]) -> None:
    """Mark the heading that a picture or a film stands under, with nothing said in between."""
    heading = body.paragraphs[-1] if body.paragraphs and body.paragraphs[-1].heading else None
    if heading is None or heading.picture or len(said) > MOST_BESIDE or not any(e.tag in SHOWN for e in element.iter()):
        return
    heading.picture = not any(MARKS.sub("", piece).strip() for piece in said)


def _caption_last(body: Body, caption: str) -> None:
    """Give the last picture the caption that stands below it, if it has none."""
    if body.pictures and caption and not body.pictures[-1].caption:
        body.pictures[-1].caption = caption


def _caption_box(element: etree._Element) -> str:
    """What a short box says that is named as what stands under a picture."""
    names = element.get("class", "")[:MOST_NAMES].split()
    return short_line(element, LONGEST_CAPTION) if any("caption" in _said_by(name) for name in names) else ""


def _below_picture(element: etree._Element) -> str:
    """A short line right below nothing but a picture, all of it small or slanted, or named as a caption."""
    above = element.getprevious()
    if above is None:
        return ""
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    fine = only is not None and only.tag in ("em", "small", "i") and not (only.tail or "").strip()
    said = short_line(element, LONGEST_CAPTION) if fine else _caption_box(element)
    shown = said and sum(1 for _ in islice(above.iter(), MOST_BESIDE + 1)) <= MOST_BESIDE
    return said if shown and any(e.tag in PICTURES for e in above.iter()) and not flatten(above) else ""


def _holds_text(figure: etree._Element) -> bool:
    """True for a figure that wraps a table or a quotation, or that was never closed."""
    return _has_article_chars(figure) or bool(
        figure.xpath(
            "boolean(.//table or .//blockquote or ((.//figcaption or count(.//p) > 1)"
            " and .//p[normalize-space() and not(ancestor::figcaption)]))"
        )
    )


def is_junk_box(element: etree._Element) -> bool:
    """True for a box whose name or style says it is not the article, unless it holds the article."""
    doubt = _doubt(element)
    return doubt is not None and not _holds_article(element, doubt)


def names_of(element: etree._Element) -> list[str]:
    """The class names and the id of an element; not those that are longer or more than names are."""
    names = element.get("class", "")[:MOST_NAMES].split()
    if own_id := element.get("id"):
        names.append(own_id)
    return [name for name in names if len(name) <= LONGEST_NAME]


def _doubt(element: etree._Element, *, offers: bool = True) -> str | None:
    """Why a box may not be the article's: an offer, named junk, perhaps only doubtful, hidden, struck or a post."""
    tag = element.tag
    if not isinstance(tag, str):
        return None
    names = names_of(element) if element.get("class") or element.get("id") else []
    if tag in HEADINGS and element.get("id"):  # a heading's is made of its words
        names = [name for name in names if name != element.get("id")]
    said = frozenset().union(*map(_said_by, names)) if names else NOTHING_SAID
    if tag in ("blockquote", "div", "figure") and "embed" in said:
        return "post"
    style = element.get("style")
    if tag in STRUCK or (style and STRUCK_STYLE.search(style)):
        return "struck"
    if tag == "blockquote" and _shows_post(element):
        return "post"
    block = tag in BLOCKS or tag in ("ins", "amp-ad")
    if block and offers and "offer" in said:
        return "offer"
    if block and "junk" in said:
        return "junk"
    if tag in DOUBTFUL_TAGS or (block and "doubtful" in said):
        return "doubtful"
    hidden = bool(style and HIDDEN.search(style)) or element.get("hidden") is not None
    return "hidden" if hidden and "page" not in said else None


NOTHING_SAID: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def _said_by(name: str) -> frozenset[str]:
    """What a class name or id says of its box."""
    said = {word for word, pattern in NAMES.items() if pattern.fullmatch(name)}
    return frozenset(said | {"embed"} if EMBEDS.search(name) else said)


def _holds_article(element: etree._Element, doubt: str) -> bool:
    """True for a box that is the article's in spite of its name: of much text, or a doubtful one with a sentence."""
    if doubt == "offer":
        if PRICE.search(beginning(element, MOST_DOUBTFUL_CHARS)):
            return False
        other = _doubt(element, offers=False)
        return other is None or _holds_article(element, other)
    if doubt != "doubtful":
        return _has_article_chars(element)
    own = _own_text(element, MOST_DOUBTFUL_CHARS)
    return len(own) >= MOST_DOUBTFUL_CHARS or bool(SENTENCE.search(own)) or _within_sentence(element)


def _has_article_chars(element: etree._Element) -> bool:
    return len(_own_text(element, ARTICLE_CHARS)) >= ARTICLE_CHARS


def _shows_post(quotation: etree._Element) -> bool:
    """True for a quotation that is a social post: it leads to one or names one as its source."""
    if POST.search(quotation.get("cite", "")):
        return True
    links = islice(quotation.iter("a"), MOST_LINKS_OF_POST)
    return any(POST.search(link.get("href", "")) and not _goes_on(link) for link in links)


def _goes_on(link: etree._Element) -> bool:
    """True for a link within a sentence: "tulis Rani dalam [unggahan] yang disukai ribuan orang"."""
    before = link.getprevious()
    said = link.getparent().text if before is None else before.tail  # type: ignore[union-attr]
    return bool((said or "").strip(" —–-\n")) and bool(re.match(r"\s*,?\s*[a-z]|,\s", link.tail or ""))


def _is_verbatim(element: etree._Element) -> bool:
    """True for a box whose new lines are shown as such."""
    return element.tag == "pre" or bool(VERBATIM_STYLE.search(element.get("style", "")))


def _power(sup: etree._Element) -> str:
    """A raised number as such, "10⁶", or plain above a line, "1/2"; empty for other raised text."""
    text = str(sup.xpath("string()"))
    if not EXPONENT.fullmatch(text.strip()):
        return ""
    below = sup.getnext()
    if below is not None and below.tag == "sub" and (sup.tail or "").strip() in ("/", "⁄"):
        return text
    return text.lstrip().translate(RAISED)


def _is_emoji(picture: etree._Element) -> bool:
    """True for a picture in place of a character: "😀", or ":)" where it is named so."""
    said = picture.get("alt", "").strip()
    named = 0 < len(said) <= 6 and re.search(r"emoji|smiley|emoticon", picture.get("class", ""), re.I)
    return bool(named or EMOJI.fullmatch(said))


def _is_quoted(quotation: etree._Element) -> bool:
    """True for a quotation that has its own quotes."""
    return flatten(quotation)[:1] in ("“", '"', "‘", "'", "«")


def _within_sentence(element: etree._Element) -> bool:
    """True for a button that is a word of a sentence: "Harga kopi [Rp5.000] naik", "Tekan [Kirim] untuk selesai"."""
    if element.tag != "button":
        return False
    said, then = "", ""
    inner: etree._Element | None = element
    while inner is not None and not (said or then):
        before, parent = inner.getprevious(), inner.getparent()
        said = (
            (parent.text if before is None and parent is not None else before.tail if before is not None else "") or ""
        ).strip()
        then = (inner.tail or "").strip()
        inner = parent if parent is not None and parent.tag in INLINE else None
    goes_on = bool(said) and said[-1] not in ".!?:…|"
    if then:
        return goes_on or (not said and then[0].islower() and len(then.split()) > 2)
    return goes_on and len(said.split()) > 2


def _own_text(element: etree._Element, most: int) -> str:
    """The text of a box outside links; of a longer one the first part, at least `most` characters."""
    if next(element.iterancestors(*NOT_OWN), None) is not None or element.tag in NOT_OWN:
        return ""
    texts: list[str] = []
    length = 0
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walker:
        if event == "start":
            text = inner.text
            if inner.tag in NOT_OWN:
                walker.skip_subtree()
                text = None
        else:
            text = inner.tail if inner is not element else None
        if text:
            texts.append(text)
            length += sum(map(len, text.split()))
            if length >= most:
                break
    return " ".join(" ".join(texts).split())  # blocks may touch: "</p><p>"


def _reaching_down(table: etree._Element) -> dict[etree._Element, str]:
    """For cells in front of which cells of rows above reach down, the texts of those; for a row, those at its end.

    A cell of a layout reaches nowhere, and MOST_CARRIED bounds them all.
    """
    found: dict[etree._Element, str] = {}
    above: dict[int, tuple[int, str]] = {}  # by column: rows still to come, and the text
    length = 0
    for row in table.iter("tr"):
        column = 0
        for cell in (*(cell for cell in row if cell.tag in CELLS), row):
            texts = []
            while column in above:
                left, said = above.pop(column)
                texts.append(said + " ")
                if left > 1:
                    above[column] = (left - 1, said)
                column += 1
            length += sum(map(len, texts))
            if length > MOST_CARRIED:
                return found
            if texts:
                found[cell] = "".join(texts)
            if cell is not row:
                down, wide = _span(cell, "rowspan"), _span(cell, "colspan")
                if down > 1:
                    above[column] = (down - 1, short_line(cell, CELL_CHARS))
                column += wide
    return found


def _span(cell: etree._Element, name: str) -> int:
    """How many rows or columns a cell takes; 0 is all there are."""
    value = cell.get(name, "1").strip()
    return min(int(value) or 100, 100) if re.fullmatch(r"[0-9]{1,4}", value) else 1


def _is_data_row(row: etree._Element, carried: Collection[etree._Element]) -> bool:
    """True for a table row whose cells belong on one line; `carried` have one of a row above beside them."""
    cells = [cell for cell in row if cell.tag in CELLS]
    return (
        (len(cells) > 1 or (len(cells) == 1 and (row in carried or cells[0] in carried)))
        and next(row.iter("table", "li"), None) is None
        and all(len(flatten(cell)) <= CELL_CHARS for cell in cells)
    )


def _paragraphs(raw: str, *, verbatim: bool = False) -> Iterator[Paragraph]:
    """Split a block at its line breaks; a single break inside a sentence is a space, but not in a verse or a pre."""
    runs = list(_runs(raw.split(LINE_BREAK)))
    least = 1 if any(map(_is_wrapped, runs)) else 2
    joined = [line for run in runs for line in ([" ".join(run)] if _is_wrapped(run, least) else run)]
    lines = [(line, MARKS.sub("", line).strip()) for line in joined]
    if verbatim or _is_verse([plain for _, plain in lines if plain]):
        yield from filter(None, (_paragraph(line) for line, _ in lines))
        return
    merged: list[list[str]] = [[lines[0][0]]]
    for (_, previous), (line, plain) in pairwise(lines):
        wrapped = plain[:1].islower() and not LETTERED.match(plain)
        wrapped = wrapped and (len(previous) >= SHORTEST_LINE or bool(SENTENCE_END.search(plain)))
        if wrapped and not SENTENCE_END.search(previous):
            merged[-1].append(line)
        else:
            merged.append([line])
    for joined in merged:
        if paragraph := _paragraph(" ".join(joined)):
            yield paragraph


def _runs(lines: list[str]) -> Iterator[list[str]]:
    """Lines between empty ones; each empty one by itself."""
    for empty, group in groupby(lines, lambda line: not MARKS.sub("", line).strip()):
        run = list(group)
        yield from ([line] for line in run) if empty else (run,)


def _is_wrapped(lines: list[str], least: int = 2) -> bool:
    """True for the lines of one paragraph that was broken at a width: all about as long, most ending in mid-sentence.

    `least` is how many full lines there must be in front of the last one.
    """
    said = [MARKS.sub("", line).strip() for line in lines]
    full = [len(line) for line in said[:-1]]
    if len(full) < least or min(full) < SHORTEST_WRAPPED or max(full) - min(full) > WIDEST_GAP:
        return False
    within = [not PAUSE.search(line) and following[0].islower() for line, following in pairwise(said)]
    return len(said[-1]) <= max(full) + WIDEST_GAP and sum(within) * 2 > len(within)


def _is_verse(lines: list[str]) -> bool:
    """True for lines that are none of one sentence: all short, or each with a pause at its end."""
    if len(lines) < 2:
        return False
    longest = max(map(len, lines))
    paused = all(PAUSE.search(line) for line in lines)
    if len(lines) == 2:
        return paused and longest <= LONGEST_VERSE and lines[0][-1] in ",;" and min(map(len, lines)) > 15
    return longest <= LONGEST_VERSE or (paused and longest <= 2 * LONGEST_VERSE)


def _paragraph(raw: str) -> Paragraph | None:
    """The line with one space between words, its marks turned into spans."""
    text: list[str] = []
    links: list[tuple[int, int]] = []
    length, opened, picture, space, elsewhere, to_article = 0, -1, False, False, 0, 0
    for piece in re.split(f"([{LINK_OPEN}{LINK_CLOSE}{PICTURE}{LINK_ELSEWHERE}{LINK_TO_ARTICLE}])", raw):
        if piece == PICTURE:
            picture = True
        elif piece == LINK_ELSEWHERE:
            elsewhere += 1
        elif piece == LINK_TO_ARTICLE:
            to_article += 1
        elif piece == LINK_OPEN:
            opened = length + (1 if space and length else 0)
        elif piece == LINK_CLOSE:
            if 0 <= opened < length:
                links.append((opened, length))
            opened = -1
        elif piece:
            words = piece.split()
            if not words:
                space = True
                continue
            lead = " " if length and (space or piece[0].isspace()) else ""
            joined = lead + " ".join(words)
            text.append(joined)
            length += len(joined)
            space = piece[-1].isspace()
    joined_text = "".join(text)
    if not joined_text and not picture:
        return None
    return Paragraph(
        joined_text,
        links,
        picture,
        elsewhere=0 < len(links) <= elsewhere,
        to_article=0 < len(links) <= to_article,
    )
