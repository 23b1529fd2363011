"""Which boxes of a page hold its article's text, each once and none of another article, and what stands in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile

from lxml import etree

from newscrawl.reading.blocks.body import TO_ARTICLE, read_body
from newscrawl.reading.blocks.boxes import classes_of, is_hidden, wrapper_in
from newscrawl.reading.blocks.figures import Body, Picture
from newscrawl.reading.blocks.markup import HEADINGS
from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.content.appended import NEXT_NAME, appended_in, from_here_on
from newscrawl.reading.content.continued import counters_of, cut_off, next_parts, signed_below
from newscrawl.reading.content.copies import is_copy, long_of, said_once
from newscrawl.reading.content.edges import without_labels
from newscrawl.reading.content.given import given_text
from newscrawl.reading.content.guess import lines_about, lines_in_front, split_head
from newscrawl.reading.content.others import others_in
from newscrawl.reading.content.shape import is_of_page, likely_text
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.headline import LONGEST_TITLE, article_of, likely_title
from newscrawl.reading.metalines import decks_of
from newscrawl.reading.page import NotAnArticle, Page, tree
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.headings import is_counted, is_sentence
from newscrawl.reading.phrases.house.offers import CAMPAIGN, LONGEST_OFFERED, PAYWALL_LINE, slogans
from newscrawl.reading.phrases.names.bylines import LONGEST_BYLINE, people
from newscrawl.reading.rules import MOST_VALUES
from newscrawl.reading.text import flatten, flatten_names, short_line

Element = etree._Element

LONGEST_CAMPAIGN = 600  # characters
MOST_COPIED = 50  # boxes of the body of which another may be a copy


@dataclass
class BodyText:
    """What was read of an article's text, and where it was."""

    page: Page
    guess: bool = False
    figures: set[Element] = field(default_factory=set)  # boxes of a picture and its caption, by the rules
    captions: set[Element] = field(default_factory=set)
    containers: list[Element] = field(default_factory=list)  # that the rules found
    dropped: set[Element] = field(default_factory=set)  # what the portal says is not the article
    ends: set[Element] = field(default_factory=set)  # where a container's article ends
    appended: set[Element] = field(default_factory=set)  # of those, another article and readers' comments
    offered: bool = False  # a box in it offers the rest to members
    silent: int = 0  # containers that gave neither text nor picture
    box: Element | None = None  # the first container, or the one that the shape tells
    guessed: bool = False  # the shape told it
    head: list[str] = field(default_factory=list)  # date and byline that a guessed text began with
    pictures: list[Picture] = field(default_factory=list)
    cleaned: Cleaned = field(default_factory=Cleaned)

    @property
    def boxes(self) -> list[Element]:
        """The boxes of the text, by the rules or by the shape."""
        return self.containers or [box for box in (self.box,) if box is not None]

    def read(self, box: Element) -> Body:
        """What stands in a box of the text, without what is known to be no part of it."""
        return read_body(box, self.dropped, self.figures, self.captions, self.ends)

    @cached_property
    def lines(self) -> list[tuple[Element, str]]:
        """What stands about the title and the text, to guess from; asked for once the text is found."""
        return list(lines_about(likely_title(self.page), self.box, decks_of(self.page.metas))) if self.guess else []


def read_text(loader: FieldLoader) -> BodyText:
    """The text by the portal's rules, else from the page's data, else, where that is allowed, by the page's shape."""
    figures = {e for e in loader.every("figure", "css") if isinstance(e, Element)}
    captions = {e for e in loader.every("caption", "css") if isinstance(e, Element)} if figures else set()
    text = BodyText(loader.page, loader.guess, figures, captions)
    _find_containers(loader, text)
    if loader.guess and len(text.containers) == 1 and is_of_page(text.containers[0], loader.page):
        text.containers = []
    paragraphs = _from_containers(text)
    text.box = next(iter(text.containers), None)
    if not paragraphs:
        paragraphs = _written(loader.first("body", "json"), text)
    if not paragraphs and loader.guess:
        paragraphs = _by_shape(loader, text) or _written(_given(loader.page), text)
    named = (e for rule in loader.rules("authors", "css") for e in loader.found("css", rule)[:MOST_VALUES])
    bylined = any(people(flatten_names(e)[:LONGEST_BYLINE]) for e in named)
    text.cleaned = strip(said_once(paragraphs), loader.habits, bylined=bylined)
    text.cleaned.paywalled |= text.offered
    return text


# -- the boxes of the rules ------------------------------------------------------------------------------


def _find_containers(loader: FieldLoader, text: BodyText) -> None:
    """The outermost boxes that the rules find, and what in them is not the article's."""
    found = [e for e in loader.first("body", "css") if isinstance(e, Element)]
    known = set(found)
    outermost = _own([e for e in found if known.isdisjoint(e.iterancestors())], loader)
    parts = next_parts(outermost, loader.page)
    outermost += parts
    dropped = loader.boxes(loader.body_drop).union(*map(counters_of, parts))
    for end in loader.boxes(loader.body_end):
        if dropped.isdisjoint([end, *end.iterancestors()]):
            text.ends |= {end}
            dropped |= from_here_on(end, set(outermost))
    dropped |= {box for container in outermost for box in _campaigns(container)}
    for container in outermost:
        _leave_out_appended(container, text)
    dropped |= text.appended
    text.containers = [e for e in outermost if dropped.isdisjoint([e, *e.iterancestors()])]
    text.dropped = dropped


def _leave_out_appended(box: Element, text: BodyText) -> None:
    """Note what in a box is another article, or a reader's comment, and where the article ends in front of one."""
    appended, ends = appended_in(box, text.page)
    text.appended |= appended
    text.ends |= ends


def _from_containers(text: BodyText) -> list[Paragraph]:
    """What stands in the containers; of two with the same text the longer."""
    bodies: list[Body] = []
    longs: list[list[str]] = []  # the long paragraphs of each
    containers = [*text.containers, *cut_off(text.containers)]
    for container in containers:
        body = text.read(container)
        if not body.paragraphs and (box := wrapper_in(container, text.dropped, text.page.own_title)) is not None:
            body = text.read(box)
        text.silent += not body.paragraphs and not body.pictures
        long = long_of(body) if len(containers) > 1 else []
        others = enumerate(zip(bodies[:MOST_COPIED], longs, strict=False))
        copied = next((i for i, (other, said) in others if is_copy(body, long, other, said)), None)
        if copied is None:
            bodies.append(body)
            longs.append(long)
        elif len(long) > len(longs[copied]):  # for small screens the text may be cut
            bodies[copied], longs[copied] = body, long
    for body in bodies:
        text.offered |= any(map(_sells, body.offers))
        for paragraph in body.paragraphs:
            paragraph.below += len(text.pictures)
        text.pictures.extend(body.pictures)
    return [paragraph for body in bodies for paragraph in body.paragraphs]


def _own(containers: list[Element], loader: FieldLoader) -> list[Element]:
    """The boxes up to the headline of the next article, which some pages show below the one that was asked for."""
    if len(containers) < 2:
        return containers
    titles = (e for rule in loader.rules("title", "css") for e in loader.found("css", rule))
    headline = next((e for e in titles if isinstance(e, Element)), None)
    said = short_line(headline, LONGEST_TITLE) if headline is not None else ""
    wanted = set(containers)
    own: dict[Element, None] = {}
    first = around = None
    for element in loader.page.index.elements:
        if element in wanted and element is not headline:
            if first is None:
                first, around = element, article_of(element)
            mine = article_of(element)
            if element.get("id") == first.get("id") and mine is not None and mine is not around:
                break  # the next article, in an article element of its own
            if first is not element and _is_of_next(element, first):
                continue
            own[element] = None
        elif own and headline is not None and _is_headline(element, headline, said) and _is_outside(element, own):
            break
    return list(own)


def _is_outside(element: Element, boxes: Collection[Element]) -> bool:
    return not any(above in boxes for above in element.iterancestors())


def _is_headline(element: Element, other: Element, said: str) -> bool:
    """True for a heading that is marked as the page's headline is, and says something else."""
    alike = element.tag == other.tag or (element.tag in HEADINGS and bool(element.get("class")))
    if not alike or element.get("class") != other.get("class"):
        return False
    return short_line(element, LONGEST_TITLE) not in ("", said)


def _is_of_next(box: Element, first: Element) -> bool:
    """True for a box of text in a wrapper that the first is not in, and that is another article's.

    It is named so, or begins with a linked headline.
    """
    shared = {first, *first.iterancestors()}
    for wrapper in takewhile(lambda above: above not in shared, box.iterancestors()):
        if wrapper.tag == "aside" or any(map(NEXT_NAME.fullmatch, classes_of(wrapper))):
            return True
        heading = next((e for e in wrapper.iter(*HEADINGS)), None)
        if heading is None or box in heading.iterancestors():
            continue
        if any(TO_ARTICLE.match(a.get("href", "")) and flatten(a) == flatten(heading) for a in heading.iter("a")):
            return True
    return False


def _sells(box: Element) -> bool:
    """True for a box, shown as it is sent, that says that the rest is for members: "Artikel ini khusus pelanggan"."""
    if is_hidden(box):
        return False
    lines = (short_line(e, LONGEST_OFFERED) for e in islice(box.iter("*"), MOST_VALUES))
    return any(PAYWALL_LINE.fullmatch(line.rstrip(" .!>»")) for line in lines if line)


def _campaigns(container: Element) -> Iterator[Element]:
    """The boxes in a body that are a campaign of the house: "** #IngatPesanIbu", its heading, picture and advice."""
    for line in container.iter("p"):
        if "**" not in "".join(islice(map(str, line.itertext()), 4)) or not CAMPAIGN.fullmatch(flatten(line)):
            continue
        boxes = takewhile(lambda box: box is not container, line.iterancestors("div", "section"))
        yield from [box for box in boxes if len(flatten(box)) <= LONGEST_CAMPAIGN and _is_campaign(box, line)][-1:]


def _is_campaign(box: Element, line: Element) -> bool:
    """True for a box that has but a campaign's line and advice, and no heading that is the article's own text."""
    first, *others = [e for e in box.iter("p") if e is line or flatten(e)]
    headings = [flatten(e) for e in box.iter("h2", "h3", "h4")]
    told = any(is_sentence(said) or is_counted(said) for said in headings)
    return first is line and slogans(map(flatten, others)) == len(others) and not told


# -- where no rule finds text ----------------------------------------------------------------------------


def _written(texts: Iterable[str], text: BodyText) -> list[Paragraph]:
    """Paragraphs of texts that stand in the page's data, with or without elements."""
    paragraphs: list[Paragraph] = []
    for said in texts:
        html = "<div>" + (said if "<p" in said else said.replace("\n", "<br>")) + "</div>"
        try:
            body = read_body(tree(html.encode("utf-8", "replace")))
        except NotAnArticle:
            continue
        text.pictures.extend(body.pictures)
        paragraphs.extend(body.paragraphs)
    return paragraphs


def _feet(box: Element) -> Iterator[Element]:
    """The footers in a box that are the page's and no article's."""
    feet = (e for e in box.iter("footer", "div") if e.tag == "footer" or e.get("role") == "contentinfo")
    return (e for e in feet if next(e.iterancestors("article", "main", "section"), None) is None)


def _given(page: Page) -> list[str]:
    """The text in the page's structured data, else that which its own program was given to show."""
    if stated := page.find("article.articleBody"):
        return stated
    titles = [*page.metas.get("og:title", []), *map(flatten, page.index.tagged("title"))][:2]
    return next((text for title in titles if title and (text := given_text(page.data.get("next"), title))), [])


def _by_shape(loader: FieldLoader, text: BodyText) -> list[Paragraph]:
    """What stands in the box that by its shape holds the text; its date and byline are its head."""
    box = likely_text(loader.page, whole=True)
    if box is None:
        return []
    text.box, text.guessed = box, True
    title = likely_title(loader.page)
    text.dropped |= lines_in_front(loader, title, box, text.lines)
    _leave_out_appended(box, text)
    text.dropped |= text.appended | set(others_in(box, title, loader.host)) | set(_feet(box))
    body = text.read(box)
    text.offered |= any(map(_sells, body.offers))
    text.pictures.extend(body.pictures)
    text.head, paragraphs = split_head(loader, box, body.paragraphs)
    signed = [Paragraph(flatten(e)) for e in signed_below(box)]
    return [*without_labels(paragraphs, signed=loader.capitals_sign), *signed]
