"""Boxes of the page within a text: a poll, a field for an address, a player, a table of contents.

They are told by what stands in them, whatever they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.boxes import is_named, names_of
from newscrawl.reading.blocks.markup import SILENT
from newscrawl.reading.text import clean, flatten, short_line, text_before

BOXES = frozenset({"div", "section", "aside", "fieldset", "form"})
# What a writer fills with text: a box of these is looked at no further up.
KEPT = frozenset({"li", "ul", "ol", "td", "th", "tr", "table", "blockquote", "figure", "dl", "dd"})
# A box of ingredients to tick is the writer's; what is hidden asks nothing.
NO_QUESTION = frozenset({"hidden", "checkbox", "button", "image", "reset"})
MOST_FIELDS, MOST_LISTS, MOST_LINKS = 200, 200, 1_000  # of one text
MOST_LEVELS, MOST_ELEMENTS = 10, 1_000  # between a field and its box, and in the box: those of a choice of towns
MOST_ASKING, MOST_AROUND_SOUND = 180, 70  # characters that such a box may have, but for white space
LEAST_PARTS = 2  # of a table of contents
# ".video", ".video-box", ".videoWrap": a box of a film, in which its title may stand
OF_A_FILM = re.compile(r"(?:\w+[-_]{1,2}){0,2}video(?:(?-i:[A-Z])\w+|(?:[-_]{1,2}\w+){0,2})", re.I)
MOST_BESIDE_FILM = 150  # characters
MOST_OF_SETTINGS = 1_000  # characters
IS_END = re.compile(r"end(?:[-_]|$)")  # "end-of-recommendations", not "endnote"
MOST_SKIPPED = 2_000  # characters of a box to skip: headlines, or a post of another site
# Who draws charts, maps and quizzes for others: below each stand its name and a link to its maker's
DRAWN_BY = re.compile(
    r"(?:\w+ (?:with|by|using|dengan) )?(?:infogram|infogr\.am|datawrapper|flourish|piktochart|thinglink|genially"
    r"|tableau"
    r"(?: public)?|mapbox|carto|knight lab|timeline ?js|storymap ?js|canva|google maps|slideshare|scribd|issuu|riddle"
    r"|playbuzz|apester|typeform|quizizz|polldaddy|crowdsignal|strawpoll)\W*",
    re.I,
)
# "Dengarkan artikel ini 00:00 / 03:12"; "Setuju jembatan diperlebar? 1.204 suara"
READS = re.compile(
    r"\W*(?:dengar(?:kan)?|putar|listen to)(?: (?:audio|suara|this|versi audio))* (?:artikel|berita|article)", re.I
)
ASKS = re.compile(r"[^?]{10,140}\?\s*(?:[\d.,]+ (?:suara|votes?|responden|orang)\b.{0,20})?", re.I)
LONGEST_LABEL = 60  # characters of its heading, "Daftar Isi [sembunyikan]"
# Sites whose graphics, recordings and papers are shown in texts, with a line of links to them above or below
EMBEDDED = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?P<site>infogram|flourish|flo\.uri|scribd|soundcloud|datawrapper|dwcdn|slideshare|issuu"
    r"|mixcloud|canva|genial)\.(?:\w+)(?:[/?#]|$)",
    re.I,
)
ONE_SITE = {"flo.uri": "flourish", "dwcdn": "datawrapper"}
EMBEDS = ("iframe", "object", "embed")
BESIDE_LINKS = re.compile(r"(?:[\W\d_]|(?:by|on|via|from|view|oleh|di|dari|lihat|scribd|soundcloud)\b)*", re.I)
# Also through the site's own "/keluar?url=https://www.google.com", whatever is behind it
TO_PREFER = re.compile(
    r"(?:https?:)?//(?:www\.)?google\.[\w.]{2,6}/preferences/source\b"
    r"|[^?#]{1,200}\?\w+=https?(?:://|%3A%2F%2F)(?:www\.)?google\.[a-z.]{2,6}(?=/preferences|%2Fpreferences|$)",
    re.I,
)


def widgets(container: etree._Element) -> Iterator[etree._Element]:
    """The boxes in a text that hold a question to the reader or a player of sound, and few words besides.

    >>> page = "<p>Panen mulai.</p><div id=jajak>Harga naik?<input type=radio>Ya<button>Kirim</button></div>"
    >>> [box.get("id") for box in widgets(etree.HTML(page))]
    ['jajak']
    """
    yield from _contents(container)
    yield from _films(container)
    yield from _settings(container)
    yield from _makers(container)
    yield from _buttoned(container)
    yield from _lines_of_embeds(container)
    yield from _of_links(container)
    for element in islice(container.iter("audio", "input", "select", "textarea"), MOST_FIELDS):
        if element.get("type", "").lower() in NO_QUESTION:
            continue
        most = MOST_AROUND_SOUND if element.tag == "audio" else MOST_ASKING
        around = [box for box in _around(element, container, most) if box.tag in BOXES]
        yield from around[-1:]


def _around(element: etree._Element, container: etree._Element, most: int) -> Iterator[etree._Element]:
    """The boxes around an element in a text, the narrowest first, up to what a writer fills or one with more in it."""
    for above in islice(element.iterancestors(), MOST_LEVELS):
        if above is container or above.tag in KEPT or _is_longer(above, most):
            return
        yield above


def _contents(container: etree._Element) -> Iterator[etree._Element]:
    """Lists of nothing but links to places in this page, each with the box that has but a heading besides."""
    for element in islice(container.iter("ul", "ol"), MOST_LISTS):
        links = [*islice(element.iter("a"), MOST_FIELDS)]
        if len(links) < LEAST_PARTS or not all(map(_leads_down, links)):
            continue
        said = flatten(element)
        if len(said) > sum(len(flatten(link)) for link in links) + len(links) * len("10. "):
            continue
        box, most = element, len(said) + LONGEST_LABEL
        for above in _around(element, container, most):
            if flatten(above).replace(said, "").rstrip().endswith("."):  # a sentence of the writer
                break
            box = above
        yield box


def _films(container: etree._Element) -> Iterator[etree._Element]:
    """The boxes named as a film's that hold one and at most its title, which ends no sentence."""
    for element in islice(container.iter("iframe", "video", "amp-youtube"), MOST_FIELDS):
        for above in islice(element.iterancestors(), 2):
            if above is container or above.tag not in BOXES or _is_longer(above, MOST_BESIDE_FILM):
                break
            if is_named(above, OF_A_FILM) and not flatten(above).endswith("."):
                yield above
                break


def _makers(container: etree._Element) -> Iterator[etree._Element]:
    """The boxes of nothing but links, one of which is the name of who drew the chart, map or quiz above."""
    for link in islice(container.iter("a"), MOST_FIELDS):
        box = link.getparent()
        if not DRAWN_BY.fullmatch(short_line(link, LONGEST_LABEL)) or box is None or box is container:
            continue
        links = [*islice(box.iter("a"), LEAST_PARTS + 2)]
        above = _beside(box, -1)
        if above is not None and flatten(above) and len(links) < LEAST_PARTS:
            continue  # "Canva", below "Aplikasi yang dipakai murid:"
        if box.tag in {*BOXES, "p", "span"} and len(flatten(box)) <= len(" ".join(map(flatten, links))) + len(links):
            yield box


def _buttoned(container: etree._Element) -> Iterator[etree._Element]:
    """Boxes with a button that read the text aloud, and those of a question whose answers are buttons."""
    for button in islice(container.iter("button"), MOST_FIELDS):
        asking = (box for box in _around(button, container, MOST_ASKING) if box.tag in BOXES)
        yield from [box for box in asking if _asks_or_reads(box)][-1:]


def _asks_or_reads(box: etree._Element) -> bool:
    """True for a box that offers to be listened to, or asks one question that two buttons or more answer."""
    if READS.match(flatten(box)):
        return not _is_longer(box, MOST_AROUND_SOUND)
    answers = [*islice(box.iter("button"), MOST_FIELDS)]
    return (
        len(answers) >= LEAST_PARTS
        and all(map(flatten, answers))
        and ASKS.fullmatch(_outside(box, "button")) is not None
    )


def _outside(box: etree._Element, tag: str) -> str:
    """What a box says outside its elements of a tag: first what elements begin with, then what stands behind them."""
    within = {inner for element in box.iter(tag) for inner in element.iter()}
    pieces = [element.text or "" for element in box.iter("*") if element not in within]
    behind = (e.tail or "" for e in box.iter() if e is not box and (e.tag == tag or e not in within))
    return clean(" ".join([*pieces, *behind]))


def _settings(container: etree._Element) -> Iterator[etree._Element]:
    """What a word processor says of itself, "<w:View>Normal</w:View>"; one around a paragraph was never closed."""
    for element in islice(container.iter("xml"), MOST_FIELDS):
        if next(element.iter("p", "div", "br"), None) is None and not _is_longer(element, MOST_OF_SETTINGS):
            yield element


def _lines_of_embeds(container: etree._Element) -> Iterator[etree._Element]:
    """Lines of links to the site of what is shown right above or below, and of hardly a word besides."""
    for element in islice(container.iter(*EMBEDS, "div"), MOST_FIELDS * 5):
        site = _site_of(element.get("src") or element.get("data") or "")
        if element.tag == "div" and any(name.lower() == "infogram-embed" for name in names_of(element)):
            site = "infogram"
        if not site:
            continue
        for beside in (_beside(element, -1), _beside(element, 1)):
            if beside is not None and beside.tag in ("p", "div") and _only_links_to(site, beside):
                yield beside


def _beside(element: etree._Element, step: int) -> etree._Element | None:
    """The nearest element above (-1) or below (1) that is no program; null where a word stands between, or none is."""
    at = element
    for _ in range(MOST_LEVELS):
        other = at.getprevious() if step < 0 else at.getnext()
        above = other if step < 0 else at
        if other is None or above is None or (above.tail or "").strip():
            return None
        if other.tag not in ("script", "br", etree.Comment):
            return other
        at = other
    return None


def _site_of(address: str) -> str:
    found = EMBEDDED.match(address)
    site = found["site"].lower() if found else ""
    return ONE_SITE.get(site, site)


def _only_links_to(site: str, line: etree._Element) -> bool:
    if _is_longer(line, MOST_OF_SETTINGS):
        return False
    links = [*line.iter("a")]
    return (
        bool(links)
        and all(_site_of(link.get("href", "")) == site for link in links)
        and BESIDE_LINKS.fullmatch(_outside(line, "a")) is not None
        and not flatten(line).endswith((".", "!", "?"))
    )


def _of_links(container: etree._Element) -> Iterator[etree._Element]:
    """Links that make Google prefer a site, and boxes to skip for who listens to the page."""
    for link in islice(container.iter("a"), MOST_LINKS):
        if _prefers(link):
            yield link
        elif _leads_down(link) and (box := link.getparent()) not in (None, container) and _is_skipped(box, link):
            yield box


def _prefers(link: etree._Element) -> bool:
    """True for "Add as a preferred source on Google", behind which no sentence goes on."""
    return (
        bool(TO_PREFER.match(link.get("href", "")))
        and "google" in flatten(link).lower()
        and not (link.tail or "").strip()
        and not _ends_sentence(link)
    )


def _is_skipped(box: etree._Element, link: etree._Element) -> bool:
    """True for a box that begins with a link to its own end: "Lewati WhatsApp, lanjut membaca"."""
    last = box[-1]
    if box[0] is not link or last is link or (box.text or "").strip():
        return False
    ends = last.get("id") == link.get("href", "")[1:] and IS_END.match(last.get("id", ""))
    return bool(ends) and not _is_longer(last, LONGEST_LABEL) and not _is_longer(box, MOST_SKIPPED)


def _ends_sentence(link: etree._Element) -> bool:
    """True for a link behind the first words of a sentence: "Fitur itu disebut <a>sumber pilihan Google</a>"."""
    return text_before(link).rstrip()[-1:].isalnum()


def _leads_down(link: etree._Element) -> bool:
    """True for a link to a place in this page; "#" alone is none."""
    address = link.get("href", "")
    return address.startswith("#") and len(address) > 1


def _is_longer(box: etree._Element, most: int) -> bool:
    """True for a box of more letters, digits and signs, or of very many elements; no further is looked."""
    length = 0
    for number, element in enumerate(box.iter("*")):
        said = "" if element.tag in SILENT else element.text or ""
        behind = (element.tail or "") if element is not box else ""
        length += sum(map(len, said.split())) + sum(map(len, behind.split()))
        if length > most or number > MOST_ELEMENTS:
            return True
    return False
