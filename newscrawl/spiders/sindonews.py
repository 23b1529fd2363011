"""SINDOnews, https://www.sindonews.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class SindonewsLoader(ArticleLoader):
    # Template: 2026.
    site_name = "sindonews"
    title_css = ("h1.detail-title", "h1")
    published_at_css = ".detail-date-artikel"
    authors_css = ".detail-nama-redaksi"
    tags_css = ".detail-tag a"
    tags_meta = "keywords"
    body_css = ("#detail-desc", ".detail-desc", "[itemprop=articleBody]")
    images_css = ".detail-img img"
    caption_css = (".detail-img figcaption", ".detail-img .caption")
    pager_css = ".paging-artikel li a"


class Sindonews(Portal):
    """SINDOnews, https://www.sindonews.com"""

    name = "sindonews"
    domains = ("sindonews.com",)
    # The numbers began anew in 2020; the moment behind the slug tells old and new apart.
    article_url = re.compile(
        r"(?!(?:hi-lite|scope|media|pict|e|index|sindikasi|search)\.)[a-z0-9-]+\.sindonews\.com/"
        r"(?P<form>read|newsread|view|photo|play)/(?:\d{4}/\d\d/\d\d/\d+/)?"
        r"(?P<id>(?!\d{4}/\d\d/\d\d/)\d+)(?:/\d+)*"
        r"(?:/(?:[^/]*-(?P<id2>\d{10})|[^/]*))?"
    )
    kinds = {"view": "gallery", "photo": "gallery", "play": "video"}
    variants = (
        (re.compile(r"(?<=sindonews\.com)/amp(?=/)"), ""),
        (re.compile(r"(/(?:news)?read/\d+/\d+/[^/]+)/\d{1,3}$"), r"\1"),  # where a later page begins
    )
    example = "https://ekbis.sindonews.com/read/1900005/178/contoh-artikel-1900000005"
    Loader = SindonewsLoader
    all_pages = "{url}?showpage=all"
