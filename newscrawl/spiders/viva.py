"""VIVA, https://www.viva.co.id"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class VivaLoader(ArticleLoader):
    # Templates: 2026, 2016.
    site_name = r"viva(?:\.co\.id|news)?"
    title_css = ("h1.main-title", "article h1", "h1")
    published_at_css = (".main-content-date", ".date-time time", ".smalldesc .date")
    authors_css = (".main-content-author", ".date-time .author", ".smalldesc .author")
    section_json = ("breadcrumb.itemListElement[].[item.name, name][] | [?@]", "article.articleSection")
    section_css = (".breadcrumb a", ".upperdeck-kanal")
    tags_css = ".main-content-tag a"
    tags_meta = "news_keywords"
    body_css = (".main-content-detail", "#article-detail-content", "[itemprop=articleBody]", "#article-content")
    body_drop = (".recommended-article", ".widget-other-article")
    images_css = ("article > .thumbcontainer img", ".main-content-image img")
    caption_css = ".photodesc"
    pager_css = ".pagination-detail a"


class Viva(Portal):
    """VIVA, https://www.viva.co.id"""

    name = "viva"
    domains = ("viva.co.id",)
    # Channels had hosts of their own (/read/) until about 2017; the regional hosts of today are other newsrooms.
    article_url = re.compile(
        r"(?:(?=(?:[^/]*/(?:[a-z-]+/)?)?(?P<form>foto|video)[./]))?"
        r"(?:(?:www\.|m\.)?viva\.co\.id/(?:[a-z0-9-]+/){1,2}|(?:[a-z0-9-]+\.)*viva\.co\.id/(?:[a-z0-9-]+/)?read/)"
        r"(?P<id>\d+)-[^/]+(?:/\d+)?"
    )
    kinds = {"foto": "gallery", "video": "video"}
    variants = ((re.compile(r"(?<=viva\.co\.id)/amp(?=/)|/amp$"), ""), (re.compile(r"^m\.(?=.*viva)"), ""))
    example = "https://www.viva.co.id/berita/nasional/1234561-menteri-luncurkan-program"
    Loader = VivaLoader
    all_pages = "{url}?page=all"
