"""What no rule of a portal finds on a page at hand, read as on a page of any site: by what it is and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.containers import BodyText
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.galleries import gallery_of
from newscrawl.reading.guess import exact_stamp
from newscrawl.reading.leads import led, say_of_lead, shown_lead
from newscrawl.reading.pictures import Gallery, source_of
from newscrawl.reading.renditions import key_of
from newscrawl.reading.shape import likely_title
from newscrawl.reading.tagrows import tag_links
from newscrawl.reading.text import short_line
from newscrawl.reading.topics import read_sections, without_tags
from newscrawl.reading.ways import channels_above, way_called_so

CHANNEL_PATH = re.compile(r"(?:/[a-z][a-z-]{0,29}){1,3}(?:/(?:index\.\w+)?)?", re.I)
SEPARATED = r"\s*[|•·/,–-]\s*"
MOST_CHANNELS, LONGEST_CHANNEL = 3, 30


def fill_unruled(loader: FieldLoader, article: Article, text: BodyText) -> None:
    """Give an article the sections, the tags and the caption of its lead picture that no rule found."""
    ruled = bool(loader.first("images", "css"))
    told = ruled or bool(loader.first("images", "meta"))
    title = likely_title(loader.page)
    if len(article.section) < 2:
        _fill_sections(loader, article, title, text)
    if not article.tags:
        fill_tags(loader, article, text.box if text.box is not None else title, title)
    paragraphs = text.cleaned.paragraphs
    if not told:
        lead = shown_lead(loader.page, title, text.box, paragraphs)
        known = {key_of(image.url) for image in lead}
        article.images = [*lead, *(image for image in article.images if key_of(image.url) not in known)]
    elif article.images and not article.images[0].caption:
        if ruled:
            say_of_lead(loader.page, article.images[0], paragraphs)
        else:
            article.images = led(loader.page, article.images, text.box, paragraphs)


def _fill_sections(loader: FieldLoader, article: Article, title: etree._Element | None, text: BodyText) -> None:
    take_way(loader, article, way_called_so(loader.page, title), replace=False)
    if not article.section and len(unnamed := channels_above(title)) > 1:  # of one step it may be a menu
        take_way(loader, article, unnamed, replace=False)
    if not article.section:
        take_way(loader, article, channels_dated(text.lines, loader.page.base), replace=False)


def fill_gallery(loader: FieldLoader, article: Article) -> None:
    """Give a gallery, where no rule found more pictures than one, those of a row of them, with their captions."""
    if len(article.images) > 1:
        return
    found = Gallery(loader)
    for picture in gallery_of(loader.page, likely_title(loader.page)).shown:
        found.add(source_of(picture.element), picture.caption, picture.credit)
    if len(found.images) > 1:
        article.images = [*found.images.values()]


def channels_dated(lines: Iterable[tuple[etree._Element, str]], base: str) -> list[str]:
    """The channels in front of the date, in the first of the lines about a title that are but links and a date.

    `base` is what addresses of the page stand below.

    >>> html = "<p><a href='/ekonomi/'>EKONOMI</a> | <a href='/pasar/'>PASAR</a> | 24 Juli 2026 15:18</p>"
    >>> channels_dated([(etree.HTML(html)[0][0], "EKONOMI | PASAR | 24 Juli 2026 15:18")], "https://a.id/")
    ['EKONOMI', 'PASAR']
    """
    for element, line in lines:
        links = [*islice(element.iterchildren("a"), MOST_CHANNELS + 1)]
        names = [short_line(link, LONGEST_CHANNEL) for link in links if _is_channel(link.get("href", ""), base)]
        if not names or len(links) != len(names) or len(links) > MOST_CHANNELS or not all(names):
            continue
        date = re.fullmatch(rf"{SEPARATED.join(map(re.escape, names))}{SEPARATED}(.+)", line)
        if date and exact_stamp(date[1]):
            return names
    return []


def _is_channel(address: str, base: str) -> bool:
    """True for the address of a channel: a short path of words."""
    try:
        return bool(CHANNEL_PATH.fullmatch(urlsplit(urljoin(base, address.strip())).path))
    except ValueError:
        return False


def take_way(loader: FieldLoader, article: Article, names: list[str], *, replace: bool) -> None:
    """Take the names of a way to an article where none is known, or one that this goes on; or to `replace` it."""
    loader.values["section"] = loader.taken("section", names)
    way = loader.finished("section", read_sections(loader, article.title))
    own = [name.casefold() for name in article.section]
    if way and (replace or (len(way) > len(own) and own == [name.casefold() for name in way[: len(own)]])):
        article.section = way


def fill_tags(loader: FieldLoader, article: Article, text: etree._Element | None, title: etree._Element | None) -> None:
    """The row of tags that is printed about an article, whose summary may end in them."""
    found = loader.taken("tags", tag_links(title, text, f"{article.title} {article.text}"))
    tags = loader.finished("tags", found)
    article.tags = [tag for tag in tags if not re.fullmatch(loader.not_tags, tag, re.I)]
    article.summary = without_tags(article.summary or "", article.tags) or None
