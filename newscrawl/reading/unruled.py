"""What no rule of a portal finds on a page at hand, read as on a page of any site: by what it is and where."""

from __future__ import annotations

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.containers import BodyText
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.galleries import gallery_of
from newscrawl.reading.leads import say_of_lead
from newscrawl.reading.pictures import Gallery, source_of
from newscrawl.reading.shape import likely_title
from newscrawl.reading.tagrows import tag_links
from newscrawl.reading.topics import read_sections, without_tags
from newscrawl.reading.ways import way_called_so


def fill_unruled(loader: FieldLoader, article: Article, text: BodyText) -> None:
    """Give an article the sections, the tags and the caption of its lead picture that no rule found."""
    bare = bool(article.images) and not article.images[0].caption
    if article.section and article.tags and not bare:
        return
    title = likely_title(loader.page)
    if not article.section:
        take_way(loader, article, way_called_so(loader.page, title), replace=False)
    if not article.tags:
        fill_tags(loader, article, text.box if text.box is not None else title, title)
    if bare:
        say_of_lead(loader.page, article.images[0], text.cleaned.paragraphs)


def fill_gallery(loader: FieldLoader, article: Article) -> None:
    """Give a gallery, where no rule found more pictures than one, those of a row of them, with their captions."""
    if len(article.images) > 1:
        return
    found = Gallery(loader)
    for picture in gallery_of(loader.page, likely_title(loader.page)).shown:
        found.add(source_of(picture.element), picture.caption, picture.credit)
    if len(found.images) > 1:
        article.images = [*found.images.values()]


def take_way(loader: FieldLoader, article: Article, names: list[str], *, replace: bool) -> None:
    """Take the names of a way to an article where none is known, or one that this goes on; or to `replace` it."""
    loader.values["section"] = loader.taken("section", names)
    way = loader.finished("section", read_sections(loader, article.title))
    own = [name.casefold() for name in article.section]
    if way and (replace or own == [name.casefold() for name in way[: len(own)]]):
        article.section = way


def fill_tags(loader: FieldLoader, article: Article, text: etree._Element | None, title: etree._Element | None) -> None:
    """The row of tags that is printed about an article, whose summary may end in them."""
    found = loader.taken("tags", tag_links(title, text, f"{article.title} {article.text}"))
    article.tags = loader.finished("tags", found)
    article.summary = without_tags(article.summary or "", article.tags) or None
