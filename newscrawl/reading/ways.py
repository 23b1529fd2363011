"""The way from the front page to an article: the channels that stand in front of its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newscrawl.reading.blocks.boxes import dashed_names_of, is_named
from newscrawl.reading.fields import HOME
from newscrawl.reading.page import Page, original
from newscrawl.reading.text import short_line

# ".breadcrumb", "nav[aria-label=Breadcrumb]", ".post-crumbs", ".bread"
OF_CRUMBS = re.compile(r"(?:[\w-]*[-_])?(?:(?:bread-?)?crumbs?|breadcrump)(?:[-_]\w+)*|bread", re.I)
# ".kategori", ".post-category", ".rubrik", ".label-kanal"; ".whatsapp-channel" and ".menu-kategori" are others'
OF_CHANNEL = re.compile(
    r"(?!.*(?:youtube|whatsapp|telegram|follow|ikuti|related|terkait|popul|trend|menu|pilih)|(?:wa|yt|nav|all|semua)[-_])"
    r"(?:[\w-]*[-_]|post|entry|article|news|berita)?(?:kategori|categor(?:y|ies)|cat-links?|kanal|channel|rubrik)"
    r"(?:[-_](?:label|name|link|title))?",
    re.I,
)
CRUMB_MARKS = (b"crum", b"Crum", b"CRUM", b"bread")
SEPARATOR = re.compile(r"[/›»>|•·:→\s-]+")
A_DATE = re.compile(r"\d{1,2} \w+ \d{4}|\d[:.]\d\d|\d/\d")  # beside a way, no step of it
MARK = re.compile(r"[/›»>→]")  # "Home | Tentang" is a menu
LONGEST_WAY = 300  # characters
LONGEST_STEP = 30
MOST_WORDS = 3  # of a channel
MOST_STEPS = 5
NAMED_BY = ("class", "id", "aria-label", "itemtype")
MOST_AROUND, MOST_BEFORE = 4, 6  # boxes around a headline, and in front of each


def is_way(box: etree._Element) -> bool:
    """True for a box that is called the way from the front page."""
    named = any(map(OF_CRUMBS.fullmatch, (*dashed_names_of(box), box.get("aria-label", "")[:LONGEST_STEP])))
    return named or box.get("itemtype", "").endswith("schema.org/BreadcrumbList")


def last_step(row: etree._Element, link: etree._Element, titles: str) -> list[str]:
    """What stands behind the last link of a way, not linked; none for a headline, as `titles` begins, or for prose.

    >>> row = etree.fromstring("<p><a href='/'>Home</a> / <a href='/e'>Ekonomi</a> / Kopi</p>")
    >>> last_step(row, row[1], "Panen Kopi"), last_step(row, row[1], "Kopi Sora")
    (['Kopi'], [])
    >>> last_step(etree.fromstring("<p><a href='/e'>Ekonomi</a> Berita Ekonomi</p>"), row[1], "Panen Kopi")
    []
    """
    if not (said := short_line(link, LONGEST_WAY)):  # a picture
        return []
    behind = short_line(row, LONGEST_WAY).rpartition(said)[2]
    name = re.sub(rf"^{SEPARATOR.pattern}|{SEPARATOR.pattern}$", "", behind)
    if A_DATE.search(name):
        return []
    steps = {short_line(a, LONGEST_STEP).casefold() for a in row.iter("a")}
    if name.casefold().removeprefix("berita ") in steps:  # "Nasional > Berita Nasional"
        return []
    is_headline = titles.strip().casefold().startswith(name.casefold().rstrip(".… "))
    return [] if is_headline or len(name) > LONGEST_STEP or len(name.split()) > 3 else [name]


def way_called_so(page: Page, title: etree._Element | None) -> list[str]:
    """The steps of the first row that is called the way from the front page, in front of a headline."""
    if title is None or not any(mark in page.source for mark in CRUMB_MARKS):
        return []
    above, front = {title, *title.iterancestors()}, {*_in_front(title)}
    called = {
        box
        for name in NAMED_BY
        for box in page.index.valued(name, lambda said: "crum" in said.lower() or "bread" in said)
    }
    for box in takewhile(lambda box: box is not title, page.index.in_order({*called, title})):
        if box in above or box.tag == "a" or not is_way(box):
            continue
        links = [link for link in islice(box.iter("a"), MOST_STEPS + 2) if link.get("href", "#")[:1] != "#"]
        own = (box in front and len(links) == 1) or any(is_above(link.get("href", ""), page) for link in links)
        if 0 < len(links) <= MOST_STEPS and own and not is_beside(box) and short_line(box, LONGEST_WAY):
            names = [short_line(link, LONGEST_STEP) for link in links]
            return [*filter(None, names), *last_step(box, links[-1], page.own_title)]
    return []


def is_above(address: str, page: Page) -> bool:
    """True for the front page, and for one that the page's address stands below: another way leads elsewhere."""
    try:
        there = urlsplit(original(urljoin(page.base, address.strip())))
    except ValueError:
        return False
    path = there.path.removesuffix("index.html").rstrip("/")
    here = urlsplit(page.url)
    channel = (here.hostname or "").partition(".")[0]  # "m.a.id/news/metro" lies above "news.a.id/metro/kopi"
    return not path or any(f"{way}/".startswith(f"{path}/") for way in (here.path, f"/{channel}{here.path}"))


def is_beside(box: etree._Element) -> bool:
    """True for what stands at the foot of a page, not of an article, or beside its text."""
    at = box if box.tag in ("footer", "aside") else next(box.iterancestors("footer", "aside"), None)
    return at is not None and (at.tag == "aside" or next(at.iterancestors("article"), None) is None)


def channels_above(title: etree._Element | None) -> list[str]:
    """The channels of a way without a name in front of a headline, else of a box there that is called a category."""
    front = said_in_front(title)
    return next(filter(None, map(_steps, front)), []) or category_above(front)


def way_above(title: etree._Element | None, front: list[etree._Element]) -> list[str]:
    """The channels of a way without a name in front of a headline; of one step, without a mark, it may be a menu."""
    headline = "" if title is None else short_line(title, LONGEST_WAY).casefold()
    ways = ((box, _steps(box) or _told_steps(box, headline)) for box in front)
    return next((way for box, way in ways if len(way) > 1 or (way and MARK.search(short_line(box, LONGEST_WAY)))), [])


def category_above(front: list[etree._Element], *, told: bool = False) -> list[str]:
    """The one or two channels in a box in front of a headline that is called a category, or that is such a link.

    With `told` also the channel that a box called so says without a link.
    """
    named = (box for box in front if is_named(box, OF_CHANNEL))
    return next(filter(None, (_channels(box) or (_told_channel(box) if told else []) for box in named)), [])


def links_above(front: list[etree._Element]) -> Iterator[list[etree._Element]]:
    """The links that are all of a box in front of a headline; of several with a mark between each."""
    for box in front:
        links = [*islice(box.iter("a"), MOST_STEPS + 1)]
        names = [short_line(link, LONGEST_STEP) for link in links]
        if all(names) and len(links) <= MOST_STEPS and _are_parted(names, box):
            yield links


def _are_parted(names: list[str], box: etree._Element) -> bool:
    """True where a box says but some names, with a mark between each."""
    return bool(names) and bool(
        re.fullmatch(r"\s*[/›»>→]\s*".join(map(re.escape, names)), short_line(box, LONGEST_WAY))
    )


def said_in_front(title: etree._Element | None) -> list[etree._Element]:
    """The boxes in front of a headline that say something, and not more than a way does."""
    return [box for box in (_in_front(title) if title is not None else ()) if short_line(box, LONGEST_WAY)]


def _in_front(title: etree._Element) -> Iterator[etree._Element]:
    """The boxes right in front of a headline, and of the boxes around it."""
    for step in (title, *islice(title.iterancestors(), MOST_AROUND)):
        if step.tag in ("body", "main", "html"):
            return
        yield from islice(step.itersiblings("*", preceding=True), MOST_BEFORE)


def _steps(box: etree._Element) -> list[str]:
    """The links behind one to the front page, with marks between them or each below the one before; else []."""
    links = [*islice(box.iter("a"), MOST_STEPS + 1)]
    if not 1 < len(links) <= MOST_STEPS:
        return []
    paths = [urlsplit(a.get("href", "#").strip()).path.removesuffix("index.html").strip("/.") for a in links]
    below = all(two.startswith(f"{one}/" if one else "") and one != two for one, two in pairwise(paths))
    names = [short_line(a, LONGEST_STEP) for a in links]
    marks = len(MARK.findall(short_line(box, LONGEST_WAY))) >= len(links) - 1
    if paths[0] or not all(names) or not (below or marks) or links[0].get("href", "#")[0] == "#":
        return []
    host, _, domain = (urlsplit(links[0].get("href", "")).hostname or "").partition(".")
    is_channel = "." in domain and host == names[0].casefold()
    return names if is_channel else names[1:]  # "regional.sora.com", called "Regional", is no front page


def _told_steps(box: etree._Element, headline: str) -> list[str]:
    """The steps of a way that is no links: "Home / Ekonomi / Pasar"; the beginning of the headline is none."""
    names = [] if next(box.iter("a"), None) is not None else MARK.split(short_line(box, LONGEST_WAY))
    steps = [name.strip() for name in names]
    if len(steps) > 2 and " " in steps[-1] and headline.startswith(steps[-1].casefold().rstrip(".… ")):
        steps.pop()
    if any(map(A_DATE.search, steps)):
        return []
    whole = 1 < len(steps) <= MOST_STEPS and all(0 < len(step) <= LONGEST_STEP for step in steps)
    return steps[1:] if whole and HOME.fullmatch(steps[0]) else []


def _told_channel(box: etree._Element) -> list[str]:
    """The channel that a box without a link says; none for a date, or more words than a channel has."""
    name = "" if next(box.iter("a"), None) is not None else short_line(box, LONGEST_STEP)
    return [name] if name and len(name.split()) <= MOST_WORDS and not re.search(r"[\d.:,?!]", name) else []


def _channels(box: etree._Element) -> list[str]:
    """The one or two links that a box is made of."""
    names = [short_line(a, LONGEST_STEP) for a in islice(box.iter("a"), 3)]
    whole = re.sub(r"[\W_]", "", "".join(names)) == re.sub(r"[\W_]", "", short_line(box, LONGEST_WAY))
    return names if 0 < len(names) < 3 and all(names) and whole else []
