"""Tirto, https://tirto.id"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class TirtoLoader(ArticleLoader):
    # Template: 2026. No structured article, no published time but the printed one.
    site_name = r"tirto(?:\.id)?"
    title_css = ("h1.article-title", "h1")
    published_at_css = ".byline > div"
    authors_css = ".reporter-name"
    authors_meta = "article:author"
    section_css = ".breadcrumbs-wrapper a"
    tags_meta = "news_keywords"
    not_tags = r"flash news|\w+ tirto|tirto\w*|insider"
    body_css = (".content-text-editor", "[itemprop=articleBody]")
    body_drop = (".baca-holder",)


class Tirto(Portal):
    """Tirto, https://tirto.id"""

    name = "tirto"
    domains = ("tirto.id",)
    # The last four characters are the number; a section such as /flash-news has none.
    article_url = re.compile(
        r"tirto\.id/(?:\d{8}-\d{1,3}/)?(?=[^/]*-(?=[a-z]*[A-Z\d])\w+$|(?:[^/-]+-){4,}\w+$)"
        r"[^/]+-(?P<id>[A-Za-z\d]{4}|\d{5,6})"
    )
    variants = ((re.compile(r"^(?:amp|m|www)\.(?=tirto\.id)|/amp$"), ""),)
    example = "https://tirto.id/contoh-judul-berita-tirto-pertama-hzAA"
    Loader = TirtoLoader
