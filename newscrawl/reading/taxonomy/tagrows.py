"""The row of links to its tags that a page shows about its article, by where the links lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache, partial
from itertools import islice, takewhile

from lxml import etree

from newscrawl.reading.blocks.body import TO_ARTICLE
from newscrawl.reading.blocks.boxes import dashed_names_of, names_of
from newscrawl.reading.phrases.words import TAGS
from newscrawl.reading.text import clean, short_line

# Where a link to a tag leads: "/tag/kopi", "/tag/k/kopi/", "/topic/1234/kopi", "/search/label/Kopi"
TO_TAG = re.compile(
    r"/(?:tags?|tagar|(?:hot[-_])?topi[ck]s?|search/label|label)/(?:(?:\w|\d{2,8})/)?[^/]+/?(?:index\.html|page1)?(?:\?.*)?$"
    r"|/(?:search|cari|pencarian)/?\?(?:q|s|tag|kata|keyword)=[^&]+$",
    re.I,
)
OF_TAGS = re.compile(
    r"(?:[\w-]*[-_])?(?:tags?|tagging|tagar|labels?|topik|topics?|kata-?kunci|keywords?)(?:[-_]+\w+)*|(?:list|post|detail|article|news)tags?",
    re.I,
)
READ_MOST = re.compile(r"popul|trend|(?<![a-z])hot(?!el)|(?<![a-z])(?:search|cari)(?![a-z])", re.I)
OF_SITE = re.compile(r"cloud|widget", re.I)  # or the article's
TO_NETWORK = re.compile(r"https?://(?:[\w-]+\.)*(?:tiktok|instagram|threads|youtube)\.", re.I)  # a post's own tags
OF_A_MENU = re.compile(r"(?:^|[-_])(?:menu|nav(?:bar)?|pilihan)(?:[-_]|$)", re.I)  # "nav-topics"
# "flex", "mt-6", "md:gap-2", "css-1x2y3z": how a box looks, not what it is
OF_STYLE = re.compile(
    r"(?:[a-z]+:)*-?(?:flex|grid|block|inline|wrap|gap|space|items|justify|content|self|col|row|order|overflow|relative"
    r"|[mp][trblxy]?|w|h|min|max|text|font|bg|border|rounded|leading)(?:-[\w./\[\]%]+)*|(?:css|sc|jsx|chakra)-\w+",
    re.I,
)
RELATED = re.compile(r"(?:nofollow )?tag(?: nofollow)?")  # a link's `rel`; "category tag" is a channel's
# "Topik Hangat", "Trending Topics", "Pencarian Populer": above tags that are no article's
LABEL_OF_OTHERS = re.compile(
    r"(?:tags?|tagar|topik|kata kunci|keywords?) (?:pilihan|(?:ter)?(?:popul\w+|trend\w*|hangat|kini))\b"
    r"|(?:popular|trending|hot) (?:tags?|topi[ck]s?)\b|pencarian\b",
    re.I,
)
OF_POINTER = re.compile(r"\W*(?:baca|simak|lihat|tonton|berita|artikel|terkait|rekomendasi|pilihan)\b", re.I)
LONGEST_CARD = 300  # characters
MOST_BESIDE = 30  # characters of a row beside its links and one for each: a label
MENU = re.compile(r"menu|nav", re.I)
WORD = re.compile(r"\w{4,}")
ALL_OF_IT = re.compile(
    r"(?:lihat|baca|tampilkan|view|see)? ?(?:selengkapnya|semua(?:nya)?|lainnya|more|all)(?: (?:tags?|topi[ck]s?))?\W*",
    re.I,
)
TAGS_LABEL = re.compile(rf"{TAGS}(?: terkait)?\b", re.I)
LONGEST_TAG = 60  # characters
MOST_ROWS = 30  # that are called tags and may be another article's
FOR_TESTS = ("data-qa-id", "data-testid")  # what programs of styles leave of a box's name
MOST_TAGS = 15  # of an article
MOST_BEHIND = 3  # boxes behind an article in which its tags may be
ROWS = frozenset({"ul", "ol", "div", "section", "p", "td", "footer"})
LEAST_HEADLINE = 4  # words
LONGEST_LABEL, LONGEST_ROW = 120, 480  # characters
# Whether a row, with its links to tags, is one of tags
Fits = Callable[[etree._Element, list[etree._Element]], bool]


def tag_links(title: etree._Element | None, text: etree._Element | None, told: str = "") -> list[etree._Element]:
    """The links to an article's tags, by where they lead: a row of them about title and text that is marked as tags.

    Else one right behind the box of both, or one further behind of which the article tells: most of its tags share a
    word with `told`, its headline and text. Else one about title and text that but looks like tags.
    """
    if text is None:
        return []
    above = {title, *title.iterancestors()} if title is not None else {text}
    scope = next((e for e in (text, *text.iterancestors()) if e in above), None)
    if scope is None:
        return []
    around = {text, *text.iterancestors(), *above}
    named = partial(_is_called_tags, told=told)
    looking = partial(_looks_like_tags, told=told, text={text, *text.iterancestors()})
    found = _row_of_tags(scope, scope, around, named)
    behind = islice(scope.itersiblings("*"), MOST_BEHIND) if not found and scope.tag == "article" else ()
    found = found or next((links for box in behind if (links := _row_of_tags(box, scope, around, named))), [])
    found = found or _row_told_of(scope, told, around, named)
    return found or _row_of_tags(scope, scope, around, looking)  # so does a topic above the headline


def _is_told(tags: list[str], told: str) -> bool:
    """True for tags most of which share a word with what is told."""
    words = _words_of(told)
    return 2 * sum(not words.isdisjoint(WORD.findall(tag.casefold())) for tag in tags) >= len(tags)


@lru_cache(maxsize=1)  # many rows are asked about one article
def _words_of(told: str) -> frozenset[str]:
    return frozenset(WORD.findall(told.casefold()))


def _row_told_of(
    scope: etree._Element, told: str, around: Collection[etree._Element], fits: Fits
) -> list[etree._Element]:
    """The first row behind the box of an article, or behind one around it, of whose tags the article tells most."""
    for step in (scope, *takewhile(lambda box: box.tag not in ("body", "html"), scope.iterancestors())):
        for box in step.itersiblings("*"):
            links = _row_of_tags(box, scope, around, fits) if told and box.tag not in ("nav", "footer", "aside") else []
            if links and _is_told([short_line(link, LONGEST_TAG) for link in links], told):
                return links
    return []


def _row_of_tags(
    box: etree._Element, scope: etree._Element, around: Collection[etree._Element], fits: Fits
) -> list[etree._Element]:
    """The first row of links to tags in a box that fits; the `scope` itself is none.

    `around` are the headline, the text and what stands around it: a card or an article apart from them is another's.
    """
    rows: dict[etree._Element, list[etree._Element]] = {}
    for link in box.iter("a"):
        address = _leads_to(link)
        said = short_line(link, LONGEST_TAG) if TO_TAG.search(address) and not TO_NETWORK.match(address) else ""
        if said and not ALL_OF_IT.fullmatch(said):
            row = next((e for e in link.iterancestors() if e.tag in ROWS), scope)
            rows.setdefault(row, []).append(link)
    outside = box is not scope
    marked = ((row, links) for row, links in rows.items() if row is not scope and fits(row, links))
    own = (
        (row, links)
        for row, links in islice(marked, MOST_ROWS)
        if not (outside and row is not box and _is_of_card(row)) and not _is_anothers(row, box, around)
    )
    found = next(own, None)
    return _whole_row(*found) if found else []


def _leads_to(link: etree._Element) -> str:
    """The address of a link; where a program of the page follows it, the one that the program is told."""
    address = link.get("href", "")
    return address if address[:11].lower() not in ("", "#", "javascript:") else link.get("data-url", "")


def _whole_row(row: etree._Element, links: list[etree._Element]) -> list[etree._Element]:
    """The links to tags of a row with those like them, which lead elsewhere: to what is known of a person."""
    known, kinds = {*links}, {_kind(link, row) for link in links}
    own = [link for link in row.iter("a") if link in known or (_kind(link, row) in kinds and _is_tag(link))]
    return own if len(own) < 2 * len(links) else links


def _is_tag(link: etree._Element) -> bool:
    """True for a link that says something else than that there are more, or a label."""
    line = short_line(link, LONGEST_TAG)
    return bool(line) and not ALL_OF_IT.fullmatch(line) and not TAGS_LABEL.fullmatch(line.strip(" :"))


def _kind(link: etree._Element, row: etree._Element) -> tuple[str | None, ...]:
    """The class of a link, and the tags of the boxes between it and its row."""
    return (link.get("class"), *(str(box.tag) for box in takewhile(lambda box: box is not row, link.iterancestors())))


def _is_called_tags(row: etree._Element, links: list[etree._Element], told: str) -> bool:
    """True for a row that is called tags, or has a label in front or "#" before each."""
    if _is_of_site(row, links, told):
        return False
    if any(map(OF_TAGS.fullmatch, _names_about(row))) or all(short_line(a, LONGEST_TAG)[0] == "#" for a in links):
        return True
    # "Topik kopi di sekolah itu disukai murid", with a link in it, is no row
    beside = len(short_line(row, LONGEST_ROW)) - sum(len(short_line(a, LONGEST_ROW)) + 3 for a in row.iter("a"))
    labels = (label for label in _labels_of(row) if not READ_MOST.search(label))
    return beside <= MOST_BESIDE and any(map(TAGS_LABEL.match, labels))


def _looks_like_tags(
    row: etree._Element, links: list[etree._Element], told: str, text: Collection[etree._Element]
) -> bool:
    """True for a row whose links each say that they lead to a tag, or that is named by its looks and all of it told.

    Or that is nothing but several links to tags behind the `text`, and most of them are told.
    """
    if _is_of_site(row, links, told):
        return False
    said, names = [short_line(link, LONGEST_TAG) for link in links], names_of(row)
    alone = short_line(row, LONGEST_ROW).replace(" ", "") == "".join(said).replace(" ", "")
    if alone and len(links) > 2 and _is_told(said, told) and _is_behind(row, text):
        return True
    styled = alone and bool(names) and all(map(OF_STYLE.fullmatch, names))
    related = all(RELATED.fullmatch(a.get("rel", "")) for a in links)
    return related or (styled and all(_is_told([tag], told) for tag in said))


def _is_behind(row: etree._Element, text: Collection[etree._Element]) -> bool:
    """True for a row behind the text, whose box and those around it are `text`."""
    steps = takewhile(lambda step: step not in text, (row, *row.iterancestors()))
    return any(before in text for step in steps for before in step.itersiblings(preceding=True))


def _is_of_site(row: etree._Element, links: list[etree._Element], told: str) -> bool:
    """True for a row of what is read most, or of a menu.

    One in a menu, a footer or a cloud of tags is the article's where most of several tags are `told`.
    """
    boxes, names = _about(row), _names_about(row)
    if any(e.tag in ("header", "aside") for e in boxes) or any(map(LABEL_OF_OTHERS.match, _labels_of(row))):
        return True
    called = [*filter(OF_TAGS.fullmatch, names)]
    menu = map(OF_A_MENU.search, called) if called else map(MENU.search, names)
    if any(menu) or any(map(READ_MOST.search, names)):
        return True
    foot = any(e.tag == "footer" for e in boxes) and next(row.iterancestors("article"), None) is None
    if not (foot or any(e.tag == "nav" for e in boxes) or any(map(OF_SITE.search, names))):
        return False
    to_tags = len(links) == sum(1 for _ in row.iter("a"))
    return not (to_tags and len(links) > 1 and _is_told([short_line(link, LONGEST_TAG) for link in links], told))


def _about(row: etree._Element) -> list[etree._Element]:
    return [row, *islice(row.iterancestors(), 2)]


def _names_about(row: etree._Element) -> list[str]:
    """What a row and the boxes around it are called, by a site's own tests, too."""
    tested = [box.get(name, "")[:LONGEST_TAG] for box in _about(row) for name in FOR_TESTS]
    return [*(name for box in _about(row) for name in dashed_names_of(box)), *tested]


def _labels_of(row: etree._Element) -> list[str]:
    """What a row begins with, and the line in front of it."""
    before = next((previous for box in _about(row) if (previous := box.getprevious()) is not None), None)
    first = next(filter(None, map(clean, islice(map(str, row.itertext()), MOST_TAGS))), "")
    above = "" if before is None else short_line(before, LONGEST_LABEL)
    return [short_line(row, LONGEST_ROW)[:20], first, above]


def _is_of_card(row: etree._Element) -> bool:
    """True for a row below a linked headline: that of another article, whose tags they are."""
    above = islice(row.itersiblings(preceding=True), MOST_BEHIND)
    return any(len(short_line(a, LONGEST_LABEL).split()) >= LEAST_HEADLINE for e in above for a in e.iter("a"))


def _is_anothers(row: etree._Element, box: etree._Element, around: Collection[etree._Element]) -> bool:
    """True for a row in a card with one linked headline, or in another article, apart from the headline and text."""
    steps = [*takewhile(lambda step: step not in around, (row, *row.iterancestors()))]
    steps = steps[: steps.index(box) + 1] if box in steps else steps
    if any(step.tag == "article" or any(h not in around for h in step.iter("h1")) for step in steps):
        return True
    card = row.getparent()
    if card is None or card in around or card not in steps or not (said := short_line(card, LONGEST_CARD)):
        return False
    above = {a.get("href", "") for e in islice(row.itersiblings(preceding=True), MOST_BEHIND) for a in e.iter("a")}
    to_one = len(above) == 1 and all(map(TO_ARTICLE.match, above))
    headed = next(row.iterancestors("header"), None) is not None  # below a channel's name, above the headline
    return to_one and not headed and not OF_POINTER.match(said) and _is_of_card(row)
