"""What no rule of a portal finds on a page at hand, read as on a page of any site: by what it is and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.content.guess import exact_stamp
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.headline import likely_title
from newscrawl.reading.moments import read_moments
from newscrawl.reading.page import Page
from newscrawl.reading.people.ranks import read_people
from newscrawl.reading.people.roles import is_of_card
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.pictures.images import file_of, stated_lead
from newscrawl.reading.pictures.renditions import enlarged, key_of, say_as
from newscrawl.reading.taxonomy.channels import NO_CHANNEL, SECTIONS, domain_of, linked, marked_in_menu, stated
from newscrawl.reading.taxonomy.tagrows import tag_links
from newscrawl.reading.taxonomy.topics import read_sections, without_tags
from newscrawl.reading.text import letters, short_line
from newscrawl.reading.unruled.galleries import gallery_of, unsaid
from newscrawl.reading.unruled.leads import Leads
from newscrawl.reading.unruled.slides import images_of
from newscrawl.reading.ways import category_above, links_above, said_in_front, way_above, way_called_so

CHANNEL_PATH = re.compile(r"(?:/[a-z][a-z-]{0,29}){1,3}(?:/(?:index\.\w+)?)?", re.I)
# What else than a channel a link beside a date may lead to
BESIDE_DATES = re.compile(
    r"/(?:authors?|penulis|reporter|kontributor|wartawan|writer|profile?|users?|redaksi|tags?|topi[ck]s?|share|bagikan"
    r"|print|cetak|comments?|komentar|login|masuk|home|inde(?:x|ks)|tentang|about)(?:/|$)",
    re.I,
)
SEPARATED = r"\s*[|•·/,–-]\s*"
PLACE = re.compile(r"(?:(?:foto|photo|gambar)\s*)?\d{1,3}\s*(?:/|dari|of)\s*\d{1,3}", re.I)  # of a slide: "2 / 12"
MOST_CHANNELS, LONGEST_CHANNEL = 3, 30
MOST_MENU = 500  # links of a page that are looked at


def fill_unruled(loader: FieldLoader, article: Article, text: BodyText) -> None:
    """Give an article the sections, the tags and the caption of its lead picture that no rule found."""
    ruled = bool(loader.first("images", "css"))
    told = ruled or bool(stated_lead(loader))
    title = likely_title(loader.page)
    if len(article.section) < 2:
        _fill_sections(loader, article, title, text)
    if not article.tags:
        fill_tags(loader, article, text.box if text.box is not None else title, title)
    leads = Leads(loader, text)
    if not told:
        lead = leads.shown()
        known = {key_of(image.url) for image in lead}
        article.images = [*lead, *(image for image in article.images if key_of(image.url) not in known)]
    elif article.images and not article.images[0].caption:
        if ruled:
            leads.say_of(article.images[0])
        else:
            article.images = leads.told_of(article.images)


def _fill_sections(loader: FieldLoader, article: Article, title: etree._Element | None, text: BodyText) -> None:
    """The way that is printed; else what its data name or a menu marks as at hand, as the page's links call it."""
    page = loader.page
    named = stated(page.find(SECTIONS))
    take_way(loader, article, way_called_so(page, title))
    front = said_in_front(title)
    take_first(
        loader,
        article,
        lambda: [name for name in way_above(title, front) if not NO_CHANNEL.fullmatch(name)],
        lambda: category_above(front, told=text.guessed),
        lambda: channel_of_menu(page, front),
        lambda: channels_dated(text.lines, page.base),
        lambda: linked(page, named),
        lambda: marked_in_menu(page, named),
    )


def fill_gallery(loader: FieldLoader, article: Article, text: BodyText) -> None:
    """Give a gallery what no rule found of it: its pictures where one was found at most, captions, the text about them.

    The place of a picture in the row is no text of its own. A row without the lead picture may be another gallery's.
    """
    paragraphs = [p for p in article.text.split("\n\n") if p and not PLACE.fullmatch(p)]
    article.text = "\n\n".join(paragraphs)
    if len(article.images) > 1 and all(image.caption for image in article.images) and not text.guessed:
        article.text = _told(loader, article, paragraphs)
        return
    page = loader.page
    row = gallery_of(page, likely_title(page))
    if loader.guess:
        tell_beside(loader, article, text, row.box)
    found = images_of(loader, row)
    known = {name for image in article.images for name in (key_of(image.url), file_of(image.url))}
    if known and known.isdisjoint(name for image in found for name in (key_of(image.url), file_of(image.url))):
        return
    if len(found) > 1 and len(article.images) < 2 and (known or loader.guess):
        article.images = enlarged(page, found)
    own = letters(article.title)
    said = {file_of(image.url): image for image in found if image.caption and letters(image.caption) not in own}
    for image in article.images:
        say_as(image, said.get(file_of(image.url), image))
    if text.guessed and len(row.shown) > 1:
        paragraphs = unsaid(paragraphs, row)
    if not paragraphs and loader.guess and (text.box is None or text.guessed):
        alone = len(row.shown) == 1 < len(found)  # the data has the others and their captions
        about = row.said or [shown.caption for shown in row.shown if alone]
        about = [line for line in about if line not in {image.caption for image in article.images}]
        paragraphs = strip([*map(Paragraph, about)], loader.habits).paragraphs
        text.guessed = text.guessed or bool(paragraphs)
    article.text = _told(loader, article, paragraphs)


def _told(loader: FieldLoader, article: Article, paragraphs: list[str]) -> str:
    """The text of a gallery; none where it is but the captions of several pictures, one after the other."""
    said = [(letters(image.caption or ""), letters(image.credit or "")) for image in article.images]
    captions = {told for caption, credit in said for told in (caption, caption + credit)}
    repeated = loader.guess and len(paragraphs) > 1 and all(letters(text) in captions for text in paragraphs)
    return "" if repeated else "\n\n".join(paragraphs)


def tell_beside(loader: FieldLoader, article: Article, text: BodyText, pictures: etree._Element | None) -> None:
    """Give a gallery without a text when and by whom it is, as it is printed about the box of its pictures."""
    if text.box is not None or (article.published_at is not None and article.authors):
        return
    beside = BodyText(loader.page, guess=True, box=pictures)
    if article.published_at is None:
        moments = read_moments(loader, beside, article.fetched_at)
        article.published_at, article.published_precision = moments.published, moments.precision
    article.authors = article.authors or read_people(loader, beside)[0].authors


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
        if date and exact_stamp(date[1]) and not is_of_card(element):
            return names
    return []


def channel_of_menu(page: Page, front: list[etree._Element]) -> list[str]:
    """The channels to which links in front of a headline lead, if a menu of the page calls the first so, too."""
    for links in links_above(front):
        address, names = links[0].get("href", ""), [short_line(link, LONGEST_CHANNEL) for link in links]
        others = (other for other in page.index.tagged("a")[:MOST_MENU] if other is not links[0])
        if all(_is_channel(link.get("href", ""), page.base) for link in links) and stated(names[:1]):
            same = (other for other in others if _is_same(page.base, address, other.get("href", "")))
            if any(short_line(other, LONGEST_CHANNEL).casefold() == names[0].casefold() for other in same):
                return names
    return []


def _is_same(base: str, one: str, other: str) -> bool:
    """True for two addresses of one page."""
    try:
        return urljoin(base, one.strip()).rstrip("/") == urljoin(base, other.strip()).rstrip("/")
    except ValueError:
        return False


def _is_channel(address: str, base: str) -> bool:
    """True for the address of a channel of the site: a short path of words."""
    try:
        there, here = urlsplit(urljoin(base, address.strip())), urlsplit(base)
    except ValueError:
        return False
    own = domain_of(there.hostname or "") == domain_of(here.hostname or "")
    return own and not BESIDE_DATES.search(there.path) and bool(CHANNEL_PATH.fullmatch(there.path))


def take_first(loader: FieldLoader, article: Article, *tells: Callable[[], list[str]]) -> None:
    """Take the names of the first of several ways that gives an article a section, where it has none."""
    for tell in tells:
        if not article.section:
            take_way(loader, article, tell())


def take_way(loader: FieldLoader, article: Article, names: list[str], *, replace: bool = False) -> None:
    """Take the names of a way to an article where none is known, or one that this goes on; or to `replace` it."""
    loader.values["section"] = loader.taken("section", names)
    way = loader.finished("section", read_sections(loader, article.title))
    own = [name.casefold() for name in article.section]
    people = {name.casefold() for name in (*article.authors, *article.editors) if " " in name}
    steps = [name.casefold() for name in way]
    if people.isdisjoint(steps) and steps and (replace or (len(steps) > len(own) and own == steps[: len(own)])):
        article.section = way


def fill_tags(loader: FieldLoader, article: Article, text: etree._Element | None, title: etree._Element | None) -> None:
    """The row of tags that is printed about an article, whose summary may end in them."""
    found = loader.taken("tags", tag_links(title, text, f"{article.title} {article.text}"))
    tags = loader.finished("tags", found)
    article.tags = [tag for tag in tags if not re.fullmatch(loader.not_tags, tag, re.I)]
    article.summary = without_tags(article.summary or "", article.tags) or None
