"""What else a page says of its article around the title and the text that its shape tells: date and writers.

Only for pages that are at hand (`extract`): a crawl rather counts a page it cannot read than believes a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.boxes import names_of
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.heads import A_POST, DATELINE, LONGEST_POST
from newscrawl.reading.phrases.signoffs import NAME
from newscrawl.reading.text import clean, short_line
from newscrawl.reading.times.dates import read_timestamp

OWN_TEXT = etree.XPath("text()")
LEAST_SENTENCE = 60  # characters outside inner elements
LONGEST_LINE = 120  # of a date or a byline
AUTHOR_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:authors?|penulis|reporter|writer|wartawan|pewarta|kontributor|jurnalist?|journalist|autor"
    r"|byline)"
    r"(?:[-_]?name|[-_](?:box|info|link|list|meta|wrap(?:per)?))?|(?:nm|name|nama)[-_]?rep(?:orter)?"
    r"|(?:post(?:ed)?-?|written-?)?by",
    re.I,
)
# ".photo__author", "(SORA.com/BUDI)": whose the picture is
PICTURE_NAME = re.compile(r"(?:^|[-_])(?:photos?|foto|image|img|caption|gambar)(?:[-_]|$)", re.I)
BYLINE = re.compile(
    r"\W*(?:(?:redaktur|editor) (?:&|dan) )?(?:(?:ditulis )?oleh|penulis|reporter|pewarta|wartawan|jurnalis"
    r"|kontributor)\s*:"
    r"|(?:ditulis )?(?:oleh|by)\s+(?-i:[A-Z])"
    r"|laporan (?:wartawan|reporter|kontributor|jurnalis) .{2,40},\s*(?-i:[A-Z])",
    re.I,
)
BYLINE_WORD = re.compile(
    r"oleh|penulis|reporter|pewarta|wartawan|jurnalis|kontributor|by", re.I
)  # that every BYLINE has
EDITOR = re.compile(r"[|/,;\s]*\b(?:editor|redaktur|red)\b(?!\s*(?:&|dan\b))", re.I)
# "Budi Santoso - 24 Juli 2026 15:18 wib"
SIGNED_DATE = re.compile(r"[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){1,3}\s*[-–•]\s*(?:\w+, )?\d{1,2} \w+ \d{4}\b")
# Where a link to all that somebody wrote leads: "/author/budi", "/penulis/12/budi"
TO_WRITER = re.compile(r"/(?:authors?|penulis|reporter|kontributor|wartawan|writer)/[^/]+(?:/[^/]+)?/?$", re.I)
# "Jumat, 24 Juli 2026 | 15:18 WIB Oleh : Budi Santoso"
DATED_BYLINE = re.compile(r"^.*\b(?:19|20)\d\d\b.{0,30}\b(?=(?:oleh|penulis|reporter)\s*:)", re.I)
# "Ia pulang.", "Editor : Siti Aminah"
SAYS_SOMETHING = re.compile(
    r"[.!?”\")\]:*]$|^\w+(?: (?-i:[A-Z])\w+)? ?: ?(?-i:[A-Z0-9(+])"
    r"|^(?:(?:dilaporkan|ditulis) oleh|(?:penulis|reporter|sumber|teks|kabiro|kaperwil)\b[^:]{1,25}?) ?: ?(?-i:[A-Z])",
    re.I,
)
# Where a link to a tag leads: "/tag/kopi", "/search/label/Kopi"
TO_TAG = re.compile(r"/(?:tags?|tagar|topi[ck]s?|topik|search/label|label)/[^/]+/?(?:\?.*)?$", re.I)
OF_TAGS = re.compile(
    r"(?:[\w-]*[-_])?(?:tags?|tagging|tagar|labels?|topik)(?:[-_]\w+)*|(?:list|post|detail|article)tags?", re.I
)
MOST_READ = re.compile(r"popul|trend|hot|cloud|widget|menu|nav", re.I)
TAGS_LABEL = re.compile(r"(?:tags?|tagar|topik|label)(?: terkait)?\b", re.I)
LONGEST_TAG = 60  # characters
MOST_BEHIND = 3  # boxes behind an article in which its tags may be
ROWS = frozenset({"ul", "ol", "div", "section", "p", "td"})
# Where a reader stands in a quiz, of which the first question and its answers follow: "Pertanyaan 1 / 5"
QUIZ = re.compile(r"(?:question|pertanyaan|soal|kuis|quiz)\s+\d{1,3}\s*(?:/|dari|of)\s*\d{1,3}", re.I)
MOST_OF_QUIZ = 20  # paragraphs
YEAR = re.compile(r"(?:19|20)\d\d")


def before(element: etree._Element, box: etree._Element) -> set[etree._Element]:
    """The element, if it stands in the box, and all that stands in front of it there."""
    path = [element, *element.iterancestors()]
    if box not in path:
        return set()
    return {element, *(e for step in path[: path.index(box)] for e in step.itersiblings(preceding=True))}


def lines_about(title: etree._Element | None, text: etree._Element | None) -> Iterator[tuple[etree._Element, str]]:
    """Short lines around title and text, in document order up to the first sentences of the text."""
    if title is None or text is None:
        return
    within = text in title.iterancestors()
    above = set(title.iterancestors())
    scope = text if within else next((e for e in text.iterancestors() if e in above), None)
    if scope is None:
        return
    inside = set(text.iter())
    begun = not within
    for element in scope.iter("*"):
        begun = begun or element is title
        if begun and element in inside and len(clean("".join(OWN_TEXT(element)))) > LEAST_SENTENCE:  # type: ignore[arg-type]
            return
        if element is not title and (line := short_line(element, LONGEST_LINE)):
            yield element, line


def lines_below(text: etree._Element | None) -> Iterator[str]:
    """Short lines behind the text that name a role: "Penulis: Budi Santoso"."""
    for step in [] if text is None else [text, *text.iterancestors()][:3]:
        siblings = (e for e in step.itersiblings("*") if BYLINE_WORD.search(str(e.xpath("string()"))))
        for element in (e for sibling in siblings for e in sibling.iter("*")):
            if BYLINE.match(line := short_line(element, LONGEST_LINE)):
                yield line


def tag_links(title: etree._Element | None, text: etree._Element | None) -> list[etree._Element]:
    """The links to an article's tags, by where they lead: a row of them about title and text that is marked as tags.

    Else one right behind the box of both.
    """
    if title is None or text is None:
        return []
    above = {title, *title.iterancestors()}
    scope = next((e for e in (text, *text.iterancestors()) if e in above), None)
    if scope is None:
        return []
    found = _row_of_tags(scope, scope)
    behind = islice(scope.itersiblings("*"), MOST_BEHIND) if not found and scope.tag == "article" else ()
    return found or next((links for box in behind if (links := _row_of_tags(box, scope))), [])


def _row_of_tags(box: etree._Element, scope: etree._Element) -> list[etree._Element]:
    """The first row of links to tags in a box that is marked as such; the `scope` itself is none."""
    rows: dict[etree._Element, list[etree._Element]] = {}
    for link in box.iter("a"):
        if TO_TAG.search(link.get("href", "")) and len(short_line(link, LONGEST_TAG)) > 0:
            row = next((e for e in link.iterancestors() if e.tag in ROWS), scope)
            rows.setdefault(row, []).append(link)
    return next((links for row, links in rows.items() if row is not scope and _is_of_tags(row, links)), [])


def _is_of_tags(row: etree._Element, links: list[etree._Element]) -> bool:
    """True for a row that is called tags, or has a label in front or "#" before each; not for what is read most."""
    boxes = [row, *islice(row.iterancestors(), 2)]
    names = [name for box in boxes for name in names_of(box)]
    if any(MOST_READ.search(name) for name in names) or any(
        e.tag in ("nav", "header", "footer", "aside") for e in boxes
    ):
        return False
    marked = any(OF_TAGS.fullmatch(name) for name in names) or all(short_line(a, LONGEST_TAG)[0] == "#" for a in links)
    before = row.getprevious()
    labels = [short_line(row, LONGEST_LINE * 4)[:20], "" if before is None else short_line(before, LONGEST_LINE)]
    return marked or any(TAGS_LABEL.match(label) for label in labels)


def is_byline(element: etree._Element, line: str) -> bool:
    """True for a line that says or is marked to say who wrote the article."""
    names = [*names_of(element), *(element.get(key, "")[:LONGEST_LINE] for key in ("itemprop", "rel"))]
    if line.startswith("(") or any(PICTURE_NAME.search(name) for name in names):
        return False
    asked = line.endswith("?")  # "Reporter: apa kabar panen tahun ini, Pak?"
    said = not asked and bool(BYLINE.match(line) or SIGNED_DATE.match(line) or DATED_BYLINE.search(line))
    return said or any(AUTHOR_NAME.fullmatch(name) for name in names)


def leads_to_writer(element: etree._Element, line: str) -> bool:
    """True for a name that is a link to all that its owner wrote."""
    return element.tag == "a" and bool(TO_WRITER.search(element.get("href", ""))) and bool(re.fullmatch(NAME, line))


def signs(element: etree._Element, line: str, site_name: str) -> bool:
    """True for a line that says who wrote the article, as "Budi Santoso - Okezone" does."""
    return is_byline(element, line) or bool(re.fullmatch(rf"{NAME}\s+[-–|]\s+(?i:{site_name})\S*", line))


def lines_in_front(
    text: etree._Element,
    title: etree._Element | None,
    lines: Iterable[tuple[etree._Element, str]],
    site_name: str,
    zone: str,
) -> set[etree._Element]:
    """What in or about a text's box is not the text: its title and all in front of it, bylines and dates."""
    found: set[etree._Element] = set()
    byline: etree._Element | None = None
    for element, line in lines:
        if signs(element, line, site_name) or leads_to_writer(element, line):
            found.add(element)
            byline = element
        elif is_dated(line) and read_timestamp(line, zone=zone):
            found.add(element)
        elif byline is not None and len(line) <= LONGEST_POST and A_POST.fullmatch(line):
            found.add(element)  # "Guru Besar Universitas Sora", below who wrote a column
        elif byline is not None and byline not in element.iterancestors():
            byline = None
    return found if title is None else found | before(title, text)


def split_head(
    paragraphs: list[Paragraph], text: etree._Element, site_name: str, zone: str
) -> tuple[list[str], list[Paragraph]]:
    """The dates and bylines in front of a text's first sentences, between breaks; and the other paragraphs."""
    short = next((i for i, p in enumerate(paragraphs) if len(p.text) > LEAST_SENTENCE), 0)
    head = [p for p in paragraphs[:short] if signs(text, p.text, site_name) or read_timestamp(p.text, zone=zone)]
    known = set(map(id, head))
    return [p.text for p in head], [p for p in paragraphs if id(p) not in known]


def writers_of(line: str) -> str:
    """A byline up to where it names the editor."""
    return EDITOR.split(line, maxsplit=1)[0]


def is_dated(line: str) -> bool:
    """True for a line that may hold a date."""
    return bool(YEAR.search(line))


def is_said(text: str) -> bool:
    """True for a paragraph that is no word of a button or a menu."""
    return len(text.split()) > 4 or len(text) > LEAST_SENTENCE or bool(SAYS_SOMETHING.search(text))


def without_labels(paragraphs: list[Paragraph], *, signed: bool) -> list[Paragraph]:
    """Paragraphs without the words of buttons and menus in front of and behind the sentences; a last line may sign."""
    quiz = next((i for i, p in enumerate(paragraphs) if QUIZ.fullmatch(p.text)), 0)
    if quiz and len(paragraphs) - quiz <= MOST_OF_QUIZ:
        paragraphs = paragraphs[:quiz]
    real = [i for i, p in enumerate(paragraphs) if is_said(p.text)]
    if not real:
        return []
    above = paragraphs[real[0] - 1] if real[0] else None
    # what stands below a picture is its caption; "Jakarta -" is the text's
    first = real[0] - (above is not None and (above.picture or bool(DATELINE.fullmatch(above.text))))
    return paragraphs[first : _end_of_list(paragraphs, real[-1] + 1) + signed]


def _end_of_list(paragraphs: list[Paragraph], end: int) -> int:
    """Where the list, table or verse ends that goes on behind the last sentence, or begins there; `end` for neither.

    Its lines have no pictures, and no links unless the sentence announces them; a line may stand above one that begins.
    Two lines of no list are buttons.
    """
    told = paragraphs[end - 1].text.endswith(":")
    listed = [
        (p.item, p.line) if p.text and (told or not p.links) and not p.picture else (False, False) for p in paragraphs
    ]
    for begin in (end, end + 1):
        for kind, least in enumerate((2, 3)):
            run = next((n for n, of in enumerate(listed[begin:]) if not of[kind]), len(listed) - begin)
            goes_on = begin == end > 0 and listed[end - 1][kind]
            if goes_on and kind and paragraphs[end - 1].text.endswith((".", "!", "?")):
                goes_on = run > 1  # one line behind a sentence may sign it
            if run >= least or (goes_on and run > 0):
                return begin + run
    return end
