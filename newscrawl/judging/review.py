"""Pages beside what was made of each, for a person who judges them: what is shown, and as one HTML page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.items import Article, Image
from newscrawl.judging.report import is_link, moment, rendered
from newscrawl.reading.article import Reading, read_page
from newscrawl.reading.blocks.boxes import SENTENCE
from newscrawl.reading.blocks.markup import BLOCKS, CELLS, SILENT
from newscrawl.reading.page import WEB_ARCHIVE, NotAnArticle, Page
from newscrawl.reading.shape import likely_text
from newscrawl.reading.text import clean, flatten

if TYPE_CHECKING:
    from newscrawl.portals.form import Portal

# What is shown of an article, and the loader's fields whose rules give it.
SHOWN = {
    "title": ("title",),
    "published_at": ("published_at",),
    "updated_at": ("updated_at",),
    "authors": ("credits", "authors"),
    "editors": ("editors", "credits"),
    "agency": ("credits", "authors"),
    "section": ("section",),
    "tags": ("tags",),
    "summary": ("summary",),
    "kind": ("gallery", "video", "live", "advertorial"),
    "images": ("images", "figure", "caption", "credit"),
    "pages": ("pager",),
    "complete": (),
    "paywalled": ("paywall",),
    "language": (),
}
# Where a value comes from that no rule gave.
BESIDE_RULES = {
    "authors": "the text's last lines",
    "editors": "the text's last lines",
    "agency": "the text",
    "images": "the text",
    "kind": "the address, the title or the page's data",
    "paywalled": "isAccessibleForFree",
    "text": "the page's data",
}
LABELLED = frozenset({"title", "authors", "images"})  # fields of which a line may say more than they do
ENDS = frozenset({"body", "main", "html"})  # the page's main parts: what stands beside them is the site's
AROUND = 2  # boxes around the text that are looked through: captions, bylines and tags stand there
SURE = 12  # letters: a shorter block may stand in a paragraph by chance
LONG = 40  # letters: a longer block is known wherever it stands
RUN = 4  # words in a row that two texts have in common: fewer are chance
WHOLE = 0.8  # of the words of a paragraph: the line is the paragraph and more
MOST = 120  # blocks shown of a page that were left out
LONGEST = 700  # characters shown of one block
OPENING = 600  # characters shown of a page that could not be read
PARAGRAPH = 80  # characters: a sentence left out with as many may be a paragraph that was lost
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Given:
    """A page to be judged. `source` says where it lies, `kept` why a crawl kept it."""

    url: str
    body: bytes
    source: str
    fetched_at: datetime | None = None
    content_type: str | None = None
    kept: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Blocks of one place, "div.terkait p", that are not in the text; `field`: where they are instead, as "title"."""

    place: str
    lines: tuple[str, ...]
    field: str = ""

    @property
    def is_long(self) -> bool:
        """True where a paragraph may have been lost."""
        return not self.field and any(len(line) >= PARAGRAPH and SENTENCE.search(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of the text in a row, and what the page shows behind them that is not in it."""

    paragraphs: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A field: its values as text, and the rules that found something for it, in the order they were tried."""

    name: str
    values: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A page and what was made of it; `reason` and `opening`, the page's first words, where it was not read.

    `likely` is the place of the box that by its shape holds the text of a page that was not read.
    """

    given: Given
    title: str = ""
    passages: tuple[Passage, ...] = ()
    fields: tuple[Shown, ...] = ()
    images: tuple[Image, ...] = ()
    text_rules: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    reason: str = ""
    detail: str = ""
    opening: str = ""
    likely: str = ""
    more: int = 0  # blocks left out that are not shown

    @property
    def words(self) -> int:
        return sum(len(WORD.findall(p)) for passage in self.passages for p in passage.paragraphs)

    @property
    def words_left_out(self) -> int:
        left = (out for passage in self.passages for out in passage.left_out if not out.field)
        return sum(len(WORD.findall(line)) for out in left for line in out.lines)

    @property
    def link(self) -> str | None:
        """The address, where it is one that a browser may be sent to."""
        return self.given.url if is_link(self.given.url) else None


@dataclass(slots=True)
class MatchedRules:
    """Where a loader counts its rules: those that found something on one page, as SOURCE/RULE by field."""

    found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def inc_value(self, key: str, count: int = 1) -> None:
        what, name, rule = key.split("/", 2)
        if what == "parser" and count and rule not in self.found[name]:
            self.found[name].append(rule)

    def of(self, *names: str) -> tuple[str, ...]:
        """The rules of some fields; with several fields each says which it is of."""
        return tuple(
            rule if len(names) == 1 else f"{name}/{rule}" for name in names for rule in self.found.get(name, ())
        )


# -- what is shown -------------------------------------------------------------------------------------------------


def review(given: Given, portal: type[Portal]) -> Reviewed:
    """What a crawl of `portal` makes of a page today, and what it leaves out; never raises for what the page holds."""
    rules = MatchedRules()
    url = WEB_ARCHIVE.sub("", given.url)
    try:
        identity = portal.identify(url)
        if identity is None:
            raise NotAnArticle("listing", url)
        page = Page(given.body, url, given.content_type)
        loader = portal.Loader(page, stats=rules)
        reading = read_page(loader, portal, identity, given.fetched_at, opinion=True)
    except NotAnArticle as error:
        return _unread(given, error.reason, error.detail or "")
    except Exception as error:  # a crawl would keep the page as "reader failed"
        return _unread(given, "reader failed", repr(error)[:200])
    article = reading.article
    held = {_letters(said): name for name, said in _said_in_fields(article)}
    text = article.text.split("\n\n") if article.text else []
    passages, more = aligned(text, blocks(region(page, loader.body.containers)), held)
    return Reviewed(
        given,
        article.title,
        passages,
        tuple(_fields(reading, rules)),
        tuple(article.images),
        rules.of("body") or ((BESIDE_RULES["text"],) if text else ()),
        reading.doubts,
        more=more,
    )


def _unread(given: Given, reason: str, detail: str) -> Reviewed:
    words, place = opening(given)
    return Reviewed(given, reason=reason, detail=detail, opening=words, likely=place)


def _fields(reading: Reading, rules: MatchedRules) -> Iterator[Shown]:
    article = reading.article
    for name, sources in SHOWN.items():
        value = getattr(article, name)
        values = tuple(value) if isinstance(value, list) else () if value is None else (value,)
        if name == "images":
            values = tuple(image.url for image in article.images)
        elif name == "published_at" and values:
            values = (f"{value.isoformat(sep=' ')}, to the {article.published_precision}",)
        elif name == "updated_at" and values:
            values = (value.isoformat(sep=" "),)
        elif name == "pages" and reading.page_count > 1 and reading.number:
            values = (f"page {reading.number} of {reading.page_count}; a crawl joins them",)
        elif isinstance(value, bool):
            values = ("yes" if value else "no",)
        matched = rules.of(*sources)
        if not matched and value not in (None, [], "", False, "article"):
            matched = (BESIDE_RULES[name],) if name in BESIDE_RULES else ()
        if name == "agency" and not values:  # the rules are the authors', and each article has some
            matched = ()
        yield Shown(name, tuple(map(str, values)), matched)


def _said_in_fields(article: Article) -> Iterator[tuple[str, str]]:
    """What a block of the page may say that is in a field."""
    for name in ("section", "tags", "authors", "editors"):
        yield from ((name, value) for value in getattr(article, name))
    for image in article.images:
        credit = f"{image.caption or ''} {image.credit or ''}"
        yield from (("images", said) for said in (image.caption, image.credit, credit) if said and said.strip())
    if article.summary:
        yield "summary", article.summary
    yield "title", article.title


def opening(given: Given) -> tuple[str, str]:
    """The first words of a page that could not be read, of its likely text where it has one, and that one's place."""
    try:
        page = Page(given.body, given.url, given.content_type)
        box = likely_text(page)
        body = page.root.find("body") if box is None else box
        said = flatten(page.root if body is None else body)
    except NotAnArticle:
        box, said = None, clean(given.body[: 4 * OPENING].decode("utf-8", "replace"))
    return said if len(said) <= OPENING else f"{said[:OPENING]}…", "" if box is None else _place(box, box)


def region(page: Page, boxes: Sequence[etree._Element]) -> etree._Element:
    """The boxes of the text and those around them, as far as captions, bylines and tags may stand."""
    box = _common(boxes) if boxes else likely_text(page)
    for _ in range(AROUND):
        above = None if box is None else box.getparent()
        if above is None or above.tag in ENDS:
            break
        box = above
    if box is None:
        body = page.root.find("body")
        box = page.root if body is None else body
    return box


def _common(boxes: Sequence[etree._Element]) -> etree._Element:
    """The smallest box that holds all of them."""
    around = [{box, *box.iterancestors()} for box in boxes]
    return next(box for box in [boxes[0], *boxes[0].iterancestors()] if all(box in above for above in around))


def blocks(box: etree._Element) -> Iterator[tuple[str, str]]:
    """The lines of text in a box in document order, each with its place; a row of a table is one."""
    walker = etree.iterwalk(box, events=("start", "end", "comment", "pi"))
    line: list[str] = []
    owner, rows = box, 0
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        row = tag == "tr" and element.find(".//table") is None
        ends = tag in BLOCKS or tag == "br" or (tag in CELLS and not rows)
        if ends and not (rows and tag not in ("tr", "table")):
            if said := clean("".join(line)):
                yield _place(owner, box), said
            line.clear()
        elif ends or tag in CELLS:
            line.append(" ")
        if event == "start":
            rows += row
            if tag in SILENT:
                walker.skip_subtree()
            elif element.text:
                owner = owner if clean("".join(line)) else element
                line.append(element.text)
            continue
        rows -= row and event == "end"
        if element is not box and element.tail:
            above = element.getparent()
            owner = owner if clean("".join(line)) or above is None else above
            line.append(element.tail)
    if said := clean("".join(line)):
        yield _place(owner, box), said


def _place(element: etree._Element, within: etree._Element) -> str:
    """The name of the box that text stands in, with the nearest around it that is named: "div.terkait p"."""
    inner = next((e for e in (element, *element.iterancestors()) if e.tag in BLOCKS or e is within), within)
    if _name(inner) or inner is within:
        return f"{inner.tag}{_name(inner)}"
    for outer in inner.iterancestors():
        if _name(outer) or outer is within:
            return f"{outer.tag}{_name(outer)} {inner.tag}"
    return str(inner.tag)


def _name(element: etree._Element) -> str:
    classes, id = element.get("class", "").split(), element.get("id", "").strip()
    return "".join(f".{name}" for name in classes[:2])[:60] or (f"#{id}"[:60] if id else "")


def aligned(
    text: Sequence[str], lines: Iterable[tuple[str, str]], held: Mapping[str, str] | None = None
) -> tuple[tuple[Passage, ...], int]:
    """The paragraphs of a text with the lines of its page that are not in it, in the page's order.

    `lines` are places and texts, `held` the letters of what stands in other fields, with their names. Of a line that
    is in the text but for a part, the part is given. The number says how many lines more there are than MOST.
    """
    held = held or {}
    said = [_letters(paragraph) for paragraph in text]
    everything = "\n".join(said)
    rows: list[tuple[list[str], list[LeftOut]]] = [([], [])]
    at = count = 0  # paragraphs placed, lines left out
    for place, line in lines:
        letters = _letters(line)
        if not letters:
            continue
        found = _where(letters, said, at)
        cut = ""
        if found is None and not (len(letters) >= LONG and letters in everything):
            found, cut = (None, line) if _held(letters, held) else _cut(line, text, said, at)
        while found is not None and at <= found:
            if rows[-1][1]:
                rows.append(([], []))
            rows[-1][0].append(text[at])
            at += 1
        if cut:
            count += 1
            if count <= MOST:
                _add(rows[-1][1], place, cut, _held(_letters(cut), held))
    if rest := list(text[at:]):
        rows.append((rest, []))
    passages = (Passage(tuple(paragraphs), tuple(left)) for paragraphs, left in rows if paragraphs or left)
    return tuple(passages), max(count - MOST, 0)


def _add(left: list[LeftOut], place: str, line: str, name: str) -> None:
    """One more line that was left out, with the ones before it where they stand in the same place."""
    line = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    if left and (left[-1].place, left[-1].field) == (place, name):
        left[-1] = LeftOut(place, (*left[-1].lines, line), name)
    else:
        left.append(LeftOut(place, (line,), name))


def _held(letters: str, held: Mapping[str, str]) -> str:
    """The field that says what a line says; a credit may stand behind a caption: "(Foto: Rani)"."""
    longer = (
        key
        for key, name in held.items()
        if name in LABELLED and len(key) >= SURE and len(letters) - len(key) <= LONG and letters.startswith(key)
    )
    return held.get(letters) or held.get(max(longer, key=len, default=""), "")


def _where(letters: str, said: Sequence[str], at: int) -> int | None:
    """The paragraph that a line is, or is a part of; a short line only where the reading has come to."""
    near = range(max(at - 1, 0), min(at + 2, len(said)))
    places: list[int] = [*near, *range(at, len(said))]
    for i in places:
        one = said[i]
        if one == letters or (len(letters) >= LONG and letters in one):
            return i
        if i in near and (letters in one if len(letters) >= SURE else one.startswith(letters) or one.endswith(letters)):
            return i
    return None


def _cut(line: str, text: Sequence[str], said: Sequence[str], at: int) -> tuple[int | None, str]:
    """The last paragraph that a line holds most of, and the words of the line that are not in it; else the line."""
    letters, words = _letters(line), list(WORD.finditer(line))
    spelt = [word[0].casefold() for word in words]
    for first in range(max(at - 1, 0), min(at + 3, len(text))):
        last = first
        while last + 1 < len(text) and said[last] in letters and said[last + 1] in letters:
            last += 1
        other = [word for paragraph in text[first : last + 1] for word in WORD.findall(paragraph.casefold())]
        same = SequenceMatcher(None, spelt, other, autojunk=False).get_matching_blocks()
        runs = [(run.a, run.a + run.size) for run in same if run.size >= min(RUN, len(other))]
        common = sum(end - begin for begin, end in runs)
        if common and (2 * common >= len(spelt) or common >= WHOLE * len(other)):
            gaps = zip([0, *(end for _, end in runs)], [*(begin for begin, _ in runs), len(words)], strict=True)
            pieces = (_piece(line, words[a].start(), words[b - 1].end()) for a, b in gaps if a < b)
            return last, " … ".join(pieces)
    return None, line


def _piece(line: str, begin: int, end: int) -> str:
    """A part of a line with the marks that stand at its words."""
    while begin and not line[begin - 1].isspace() and not line[begin - 1].isalnum():
        begin -= 1
    while end < len(line) and not line[end].isspace() and not line[end].isalnum():
        end += 1
    return line[begin:end]


def _letters(text: str) -> str:
    return "".join(WORD.findall(text.casefold()))


# -- as a page -----------------------------------------------------------------------------------------------------


def as_html(pages: Sequence[Reviewed], portal: str, now: datetime) -> str:
    """One page that needs nothing else: no script, no network."""
    return rendered("review.html.j2", pages=pages, portal=portal, now=now, moment=lambda time: moment(time, now))
