"""Metro TV News, https://www.metrotvnews.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class MetrotvnewsLoader(ArticleLoader):
    # Templates: 2026, mobile 2016.
    site_name = "metro ?tv ?news"
    published_at_css = ("p.date", "span.red")  # the writer's name stands before it
    authors_css = ("p.date", "span.red")
    tags_css = (".tag-content a", ".lead .lead a[href*='/topic/']")
    body_css = (".news-text", "div.part.article", "[itemprop=articleBody]")
    images_css = (".img-detail img", ".lead .img5 img")
    caption_css = (".img-detail figcaption", ".lead .caption2")


class Metrotvnews(Portal):
    """Metro TV News, https://www.metrotvnews.com"""

    name = "metrotvnews"
    domains = ("metrotvnews.com",)
    article_url = re.compile(
        r"(?:(?=(?:[^/]*/(?:[a-z0-9-]+/)*?)?(?P<form>foto|photo|play|video)[./]))?"
        r"(?:[a-z]+\.)?metrotvnews\.com/(?!(?:topic|tag|search|index|indeks)/)(?:[a-z0-9-]+/)*?"
        r"(?:(?:read/|(?:foto|photo|play|video)/(?:[a-z0-9-]+/)*|(?=[a-z]*[A-Z\d]))(?P<id>[A-Za-z\d]{8})-[^/]+"
        r"|read/\d{4}/\d\d/\d\d/(?P<id2>\d+)/[^/]+)"
    )
    kinds = {"foto": "gallery", "photo": "gallery", "play": "video", "video": "video"}
    variants = ((re.compile(r"(?<=metrotvnews\.com)/amp(?=/)"), ""),)
    example = "https://www.metrotvnews.com/read/GKd3veek-contoh-berita"
    Loader = MetrotvnewsLoader
