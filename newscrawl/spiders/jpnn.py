"""JPNN, https://www.jpnn.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class JpnnLoader(ArticleLoader):
    # Template: 2021.
    site_name = "jpnn"
    title_css = ("h1.judul", "h1")
    published_at_css = ".date-publish"
    published_at_meta = ("jpnncom_news_pubdate", "article:published_time")
    credits_css = "p.waktu"
    json_first = frozenset()  # its structured breadcrumb stops one step early and has no capitals
    tags_css = ".tags a:not(.text-tags)"
    tags_meta = ("news_keywords", "keywords")
    images_css = ".page-content > img"
    caption_css = ".page-content > .caption"
    credit_form = re.compile(r"(?P<caption>.*?)\s*\((?P<credit>[^()\d]*/[^()]*)\)$")
    pager_css = ".pagination a"


class Jpnn(Portal):
    """JPNN, https://www.jpnn.com"""

    name = "jpnn"
    domains = ("jpnn.com",)
    # The slug is all there is; years before 2017 have numbers, and so has each regional newsroom of its own.
    article_url = re.compile(
        r"(?:www\.jpnn\.com/(?:news/|(?P<form>foto|photo|video)/(?:[a-z-]+/)?(?=[^/]+$)|read/\d{4}/\d\d/\d\d/(?=\d+))(?P<id>[^/]+)"
        r"|(?P<id2>(?!www)[a-z]+)\.jpnn\.com/(?!author|tag|search|indeks|kanal)[a-z-]+/(?P<id3>\d+))(?:/[^/]*)?"
    )
    kinds = {"foto": "gallery", "photo": "gallery", "video": "video"}
    variants = (
        (re.compile(r"(?<=jpnn\.com)/amp(?=/)"), ""),
        (re.compile(r"^(?:(?:m|amp)\.)?(?=jpnn\.com)"), "www."),
    )
    example = "https://www.jpnn.com/news/harga-cabai-di-pasar-turun"
    Loader = JpnnLoader
