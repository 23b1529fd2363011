"""Lines that are a date or a byline by their form or their place about a title and a text, of which no rule tells.

What they say is believed of pages at hand only (`extract`): a crawl rather counts a page it cannot read. What stands
behind a text is told by them everywhere (`appended.py`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.boxes import is_named, names_of
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.content.others import is_beside
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.metalines import STAMP, WRITTEN, YEAR, decks_of, read_meta_line
from newscrawl.reading.phrases.names.places import PLACE
from newscrawl.reading.phrases.names.signoffs import NAME
from newscrawl.reading.phrases.people.heads import A_POST, LONGEST_POST, at_channel
from newscrawl.reading.rows import late
from newscrawl.reading.text import clean, short_line
from newscrawl.reading.times.dates import Timestamp, read_timestamp
from newscrawl.reading.times.stamps import AGO
from newscrawl.reading.ways import is_way

# ".topbar", "#jam", ".current-date": what the page's head shows of the visit
OF_HEAD = re.compile(
    r"(?:[\w-]*[-_])?(?:top-?(?:bar|nav|header|menu|info)|masthead|navbar|clock|jam|ticker|today|hari-?ini"
    r"|(?:current|live|now)[-_]?(?:date|time|day)|(?:date|time)[-_]?now)(?:[-_]\w+)?",
    re.I,
)
OWN_TEXT = etree.XPath("text()")
LEAST_SENTENCE = 60  # characters outside inner elements
LONGEST_LINE = 120  # of a date or a byline
AUTHOR_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:authors?|penulis|reporter|writer|wartawan|pewarta|kontributor|jurnalist?|journalist|autor"
    r"|byline)(?:[-_]?\d|[-_]?name|[-_](?:box|info|link|list|meta|wrap(?:per)?))?|(?:nm|name|nama)[-_]?rep(?:orter)?"
    r"|(?:post(?:ed)?-?|written-?|created-?)?by",
    re.I,
)
# "fa-user", "icon-person", "bi-pencil-square"
ICON = re.compile(r"(?:[\w-]{1,12}-)?(?:user|person|author|pencil|pen|account)(?:-[\w-]{1,12})?", re.I)
# ".photo__author", "(SORA.com/BUDI)": whose the picture is
PICTURE_NAME = re.compile(r"(?:^|[-_])(?:photos?|foto|image|img|caption|gambar)(?:[-_]|$)", re.I)
BYLINE = re.compile(
    rf"\W*(?:(?:redaktur|editor) (?:&|dan) )?(?:{WRITTEN}|author|penulis|reporter|rep|pewarta|wartawan|jurnalis"
    r"|kontributor|laporan)\s*:"
    rf"|(?:laporan\s+)?{WRITTEN}\s+(?-i:[A-Z])|(?:author|penulis),\s+(?-i:{NAME})\Z"
    r"|laporan (?:wartawan|reporter|kontributor|jurnalis) .{2,40},\s*(?-i:[A-Z])",
    re.I,
)
# "Editor: Siti Aminah", behind the writers or alone; "Oleh: Budi Santoso / FMB"
EDITED = re.compile(
    r"(?:^|[|/,;)\s])(?:editor|redaktur|penyunting|red)\s*:\s*(?=[A-Z])"
    r"|^\W*(?:oleh|penulis|reporter)\s*:\s*(?-i:[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}\s*/\s*[A-Z]{2,4})\W*$",
    re.I,
)
EDITOR = re.compile(r"[|/,;\s]*\b(?:editor|redaktur|red)\b(?!\s*(?:&|dan\b))", re.I)
POST_BEHIND = "jurnalis|wartawan|reporter|kontributor"
# "Budi Santoso - 24 Juli 2026 15:18 wib", "Budi Santoso | Jumat, 24/07/2026"
A_NAME = r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){1,3}"
SIGNED_DATE = late(rf"{A_NAME}(?:, {A_NAME})*(?:\s*, (?i:{POST_BEHIND}))?\s*[-–—•·|]\s*(?i:{STAMP.pattern})")
# "Budi Santoso", "Budi Santoso, Siti Aminah & Rani", beside an icon
NAMES_BY_ICON = re.compile(rf"{NAME}(?:\s*(?:,|&|\bdan\b)\s*{NAME}){{0,3}}")
CLOCK = re.compile(r"\d[:.]\d\d\b")
# Where a link to all that somebody wrote leads: "/author/budi", "/penulis/12/budi"
TO_WRITER = re.compile(r"/(?:authors?|penulis|reporter|kontributor|wartawan|writer)/[^/]+(?:/[^/]+)?/?$", re.I)


def before(element: etree._Element, box: etree._Element) -> set[etree._Element]:
    """The element, if it stands in the box, and all that stands in front of it there."""
    path = [element, *element.iterancestors()]
    if box not in path:
        return set()
    return {element, *(e for step in path[: path.index(box)] for e in step.itersiblings(preceding=True))}


def lines_about(
    title: etree._Element | None, text: etree._Element | None, decks: Collection[str] = ()
) -> Iterator[tuple[etree._Element, str]]:
    """Short lines around title and text, up to the first sentences of the text: those behind the title, then others.

    What stands in front of the title with a menu between them is the page's head, which tells the day of the visit;
    a day and a clock above the way to the page are the article's, as those below one of the `decks`, its descriptions.
    Behind a text without sentences neither comments nor other articles are.
    """
    if title is None or text is None:
        return
    within = text in title.iterancestors()
    above = set(title.iterancestors())
    scope = text if within else next((e for e in text.iterancestors() if e in above), None)
    if scope is None:
        return
    inside = set(text.iter())
    inside.difference_update(title.iter(), text.iter("script", "style", "noscript"))
    begun, titled, dated = not within, False, False
    front: list[tuple[etree._Element, str]] = []
    head: set[etree._Element] = set()
    deck: list[tuple[etree._Element, str]] = []  # such a one, and what stands below it
    passed, apart = within, set[etree._Element]()
    for element in scope.iter("*"):
        passed = passed or element is text
        titled = titled or element is title
        begun = begun or titled
        own = clean("".join(OWN_TEXT(element))) if begun and element in inside else ""  # type: ignore[arg-type]
        if is_sentence(own):
            if deck or dated or own not in decks:
                break
            deck.append((element, own))
            continue
        if not titled and element not in above and _is_of_head(element):
            head.update(element.iter())
            front = [seen for seen in front if is_way(element) and CLOCK.search(seen[0].get("datetime") or seen[1])]
        if passed and element not in inside and element not in above and element not in apart:
            apart.update(element.iter() if element.tag == "article" or is_beside(element) else ())
        if element in apart:
            continue
        if element is not title and (line := short_line(element, LONGEST_LINE)) and line not in decks:
            if deck:
                deck.append((element, line))
            elif titled:
                dated = dated or bool(CLOCK.search(line) and exact_stamp(line))
                yield element, line
            elif element not in head:
                front.append((element, line))
    yield from front
    below = islice(dict.fromkeys(line for _, line in deck[1:]), 4)
    yield from deck if any(CLOCK.search(line) and exact_stamp(line) for line in below) else ()


def _is_of_head(element: etree._Element) -> bool:
    """True for a menu, a header or a clock of the page's head."""
    return element.tag in ("nav", "header") or is_named(element, OF_HEAD)


def is_sentence(line: str) -> bool:
    """True for a line as long as a sentence is."""
    return len(line) > LEAST_SENTENCE and read_meta_line(line) is None


def is_byline(element: etree._Element, line: str) -> bool:
    """True for a line that says or is marked to say who wrote the article."""
    names = [*names_of(element), *(element.get(key, "")[:LONGEST_LINE] for key in ("itemprop", "rel"))]
    if _has_writers_icon(element) and NAMES_BY_ICON.fullmatch(line):
        return True
    if line.startswith("(") or any(PICTURE_NAME.search(name) for name in names):
        return False
    asked = line.endswith("?")  # "Reporter: apa kabar panen tahun ini, Pak?"
    meta = read_meta_line(line)
    said = not asked and bool(BYLINE.match(line) or SIGNED_DATE.match(line) or (meta and meta.writer))
    return said or any(AUTHOR_NAME.fullmatch(name) for name in names)


def _has_writers_icon(element: etree._Element) -> bool:
    """True for an element that begins with the icon of a person."""
    first = next(iter(element), None)
    is_first = first is not None and not (element.text or "").strip() and not (first.text or "").strip()
    return is_first and any(map(ICON.fullmatch, first.get("class", "")[:LONGEST_LINE].split()))  # type: ignore[union-attr]


def leads_to_writer(element: etree._Element, line: str) -> bool:
    """True for a name that is a link to all that its owner wrote."""
    return element.tag == "a" and bool(TO_WRITER.search(element.get("href", ""))) and bool(re.fullmatch(NAME, line))


def signs(element: etree._Element, line: str, site_name: str) -> bool:
    """True for a line that says who wrote the article: "Budi Santoso - Okezone", or with what he is below."""
    role = rf"\s*(?:, (?i:{POST_BEHIND})|\((?i:{POST_BEHIND})\))"
    told = rf"{NAME}(?:\s+[-–|]\s+(?i:{site_name})\S*|(?P<role>{role}))|(?P<name>{A_NAME})\s*,\s+(?i:{site_name})\S*"
    if (said := re.fullmatch(told, line)) and said["role"]:
        pictured = any(PICTURE_NAME.search(name) for name in names_of(element))
        around = next(element.iterancestors("figure"), next(element.iter("figure", "img", "amp-img"), None))
        return not pictured and around is None
    if said and said["name"] and (element.tag in ("b", "strong") or PLACE.fullmatch(said["name"])):
        return False  # "Jakarta Pusat, Okezone" is where the text is from
    return is_byline(element, line) or said is not None or _has_post_below(element)


def _has_post_below(element: etree._Element) -> bool:
    """True for a name and, behind a break, what its owner is: "Budi Santoso<br>Dosen Universitas Sora"."""
    if len(element) != 1 or element[0].tag != "br":
        return False
    name, post = clean((element.text or "")[:LONGEST_LINE]), clean((element[0].tail or "")[: LONGEST_POST + 1])
    return bool(re.fullmatch(NAME, name)) and " " in name and len(post) <= LONGEST_POST and bool(A_POST.fullmatch(post))


def lines_in_front(
    loader: FieldLoader,
    title: etree._Element | None,
    text: etree._Element,
    lines: Iterable[tuple[etree._Element, str]],
) -> set[etree._Element]:
    """What in or about a text's box is not the text: its title and all in front of it, bylines and dates."""
    decks = decks_of(loader.page.metas)
    found: set[etree._Element] = set()
    byline: etree._Element | None = None
    at_a_channel: etree._Element | None = None
    for element, line in lines:
        above, at_a_channel = at_a_channel, element if at_channel(line) is not None else None
        if signs(element, line, loader.site_name) or leads_to_writer(element, line):
            found.add(element)
            byline = element
        elif line in decks or (is_dated(line) and _says_when(line, loader)):
            found.update((element, *([] if above is None else [above])))  # "Budi Santoso - Sepakbola" above it
        elif byline is not None and len(line) <= LONGEST_POST and A_POST.fullmatch(line):
            found.add(element)  # "Guru Besar Universitas Sora", below who wrote a column
        elif byline is not None and byline not in element.iterancestors():
            byline = None
    return found if title is None else found | before(title, text)


def _says_when(line: str, loader: FieldLoader) -> bool:
    """True for a line that says when an article was published, and perhaps by whom."""
    return bool(read_timestamp(line, zone=loader.zone) or read_meta_line(line))


def split_head(
    loader: FieldLoader, text: etree._Element, paragraphs: list[Paragraph]
) -> tuple[list[str], list[Paragraph]]:
    """The dates and bylines in front of a text's first sentences, between breaks; and the other paragraphs."""
    short = next((i for i, p in enumerate(paragraphs) if is_sentence(p.text)), 0)
    head = [p for p in paragraphs[:short] if signs(text, p.text, loader.site_name) or _says_when(p.text, loader)]
    known = set(map(id, head))
    return [p.text for p in head], [p for p in paragraphs if id(p) not in known]


def writers_of(line: str) -> str:
    """A byline up to where it names the editor."""
    return EDITOR.split(line, maxsplit=1)[0]


def is_dated(line: str) -> bool:
    """True for a line that may hold a date."""
    return bool(YEAR.search(line))


def exact_stamp(line: str) -> Timestamp | None:
    """What a line is that is a day or a moment and nothing else; null for any other."""
    stamp = read_timestamp(line) if is_dated(line) else None
    return stamp if stamp is not None and stamp.is_exact else None


def is_ago(line: str) -> bool:
    """True for a line that says how long ago something was: "2 jam lalu"."""
    return bool(AGO.fullmatch(line.casefold().strip()))
