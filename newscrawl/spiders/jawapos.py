"""Jawa Pos, https://www.jawapos.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class JawaPosLoader(ArticleLoader):
    # Templates: 2026, whose elements are made of the data in the page; before.
    site_name = r"jawa ?pos"
    title_json = "next.article.title"
    published_at_css = ".read__info__date"
    published_at_json = ("next.article.published_at", "article.datePublished")
    authors_json = ("next.article.authors[].name", "[article.author][][].name")
    authors_css = ".read__info__author"
    editors_json = "next.article.editor.name"
    section_json = (
        "next.article.category.[parent.name, name]",
        "breadcrumb.itemListElement[].[item.name, name][] | [?@]",
    )
    tags_json = "next.article.tags[].name"
    tags_css = ".read__tagging a"
    summary_json = ("next.article.description", "article.description")
    body_json = "next.article.content"
    body_css = ("article.read__content", ".read__content", "[itemprop=articleBody]")
    images_css = ".photo__img img"
    caption_css = ".photo__caption"
    pager_css = ".paging--article a"


class JawaPos(Portal):
    """Jawa Pos, https://www.jawapos.com"""

    name = "jawapos"
    domains = ("jawapos.com",)
    article_url = re.compile(
        r"(?:[a-z-]+\.)?jawapos\.com/(?:(?P<form>foto|photo|video)|[a-z0-9-]+)/(?:[a-z0-9-]+/)?"
        r"(?P<id>\d{8,}(?=/)|\d\d/\d\d/\d{4}/[^/]+|(?<=/baca/artikel/)\d+|\d{4}/\d\d/\d\d/\d+(?=/))(?:/[^/]+)?"
    )
    kinds = {"foto": "gallery", "photo": "gallery", "video": "video"}
    variants = ((re.compile(r"/amp(?=/|$)"), ""),)
    example = "https://www.jawapos.com/sepak-bola-dunia/2607240073/contoh-judul-berita-jawa-pos-pertama"
    Loader = JawaPosLoader
