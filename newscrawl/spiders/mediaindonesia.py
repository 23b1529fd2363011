"""Media Indonesia, https://mediaindonesia.com"""

import re

from newscrawl.loaders import BRACKET_CREDIT, ArticleLoader
from newscrawl.portals import Portal


class MediaIndonesiaLoader(ArticleLoader):
    # The structured data's author is the editor, its headline lacks colons and question marks.
    site_name = "Media Indonesia"
    title_css = (".post-header h1", "h1")
    published_at_css = (".info .datetime", ".date-author .date", ".meta span")
    authors_css = (".author-2", ".date-author .author")
    authors_json = ()
    credits_css = (".info-author", ".editor-name")
    section_css = (".mi-breadcrumb a", ".breadcrumb a")
    json_first = frozenset()
    tags_css = (".related-tags a", ".tag-list a")
    tags_meta = "keywords"
    body_css = ("div.article", ".jap", "[itemprop=articleBody]")
    body_drop = (".related-news", ".baca-juga", ".flying-carpet", ".ext-channel", ".info-author", "._ap_apex_ad")
    images_css = ("figure.main-img img", "figure.article-image img")
    caption_css = ("figure.main-img figcaption", "figure.article-image figcaption")
    credit_form = BRACKET_CREDIT
    paywall_css = ".premium-badge"


class MediaIndonesia(Portal):
    """Media Indonesia, https://mediaindonesia.com"""

    name = "mediaindonesia"
    domains = ("mediaindonesia.com",)
    article_url = re.compile(
        r"mediaindonesia\.com/(?:(?!author/|tag/|indeks/|search)[a-z-]+/|news/read/|read/detail/"
        r"|(?P<form>video|galleries)/detail_(?:video|galleries)/)(?P<id>\d{3,})[/-][^/]*[a-z][^/]*(?:/[\d-]+)?"
    )
    kinds = {"galleries": "gallery", "video": "video"}
    variants = (
        (re.compile(r"^(?:www|m|amp)\.(?=mediaindonesia)"), ""),
        (re.compile(r"(?<=mediaindonesia\.com)/amp/\w+(?=/\d)"), "/read/detail"),
    )
    example = "https://mediaindonesia.com/ekonomi/822959/kpk-tak-temukan"
    Loader = MediaIndonesiaLoader
