"""Suara.com, https://www.suara.com"""

import re

from itemloaders.processors import MapCompose

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal
from newscrawl.text import flatten

PAGE_AND_SITE = re.compile(r"(?: - Halaman \d+)? - Suara\.com$", re.I)


class SuaraLoader(ArticleLoader):
    # Template: 2026.
    site_name = r"suara(?:\.com)?"
    title_css = ("h1", "title")
    title_in = MapCompose(flatten, lambda title: PAGE_AND_SITE.sub("", title))
    published_at_css = (".article-image > span", ".date-article")
    # The first name of the byline is the editor's; reporters have pages of their own kind.
    authors_json = ("article.author[?contains(url || '', '/reporter/')].name", "[article.author][][].name")
    editors_json = "layer.articleEditor"
    section_json = "layer.[articleCategory, articleSubcategory]"
    tags_css = ".article-tags a"
    tags_json = "layer.articleKeyword"
    body_css = (".article-content", "[itemprop=articleBody]")
    body_drop = (".ten-second", ".article-read", "#next-article")
    images_css = ".article-image img"
    caption_css = ".article-image figcaption"
    pager_css = ".pagination-custom li"
    pager_json = "layer.articleTotalPages"


class Suara(Portal):
    """Suara.com, https://www.suara.com"""

    name = "suara"
    domains = ("suara.com",)
    article_url = re.compile(
        r"(?:[a-z]+\.)?suara\.com/(?:(?P<form>foto|video)/|(?:[a-z0-9-]+/){1,3})"
        r"(?P<id>\d{4}/\d\d/\d\d/\d{6})/[^/]+"
    )
    kinds = {"foto": "gallery", "video": "video"}
    variants = (
        (re.compile(r"^(?:m|amp)\.(?=suara\.com)"), "www."),
        (re.compile(r"(?<=suara\.com)/amp(?=/)|/amp$"), ""),
    )
    example = "https://www.suara.com/news/2026/07/24/070859/contoh-judul-berita"
    Loader = SuaraLoader
    all_pages = "{url}?page=all"
