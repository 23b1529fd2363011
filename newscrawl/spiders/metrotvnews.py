"""Metro TV News, https://www.metrotvnews.com"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal, Row


class Metrotvnews(Portal):
    article_url = re.compile(
        r"(?:(?=(?:[^/]*/(?:[a-z0-9-]+/)*?)?(?P<form>foto|photo|play|video)[./]))?"
        r"(?:[a-z]+\.)?metrotvnews\.com/(?!(?:topic|tag|search|index|indeks)/)(?:[a-z0-9-]+/)*?"
        r"(?:(?:read/|(?:foto|photo|play|video)/(?:[a-z0-9-]+/)*|(?=[a-z]*[A-Z\d]))(?P<id>[A-Za-z\d]{8})-[^/]+"
        r"|read/\d{4}/\d\d/\d\d/(?P<id2>\d+)/[^/]+)"
    )
    kinds = {"foto": "gallery", "photo": "gallery", "play": "video", "video": "video"}
    example = "https://www.metrotvnews.com/read/GKd3veek-contoh-berita"
    channel_names = "news ekonomi internasional olahraga bola hiburan teknologi otomotif"
    listings = (
        Listing("https://www.metrotvnews.com/{channel}", ".item-list h3 a, .item .text h3 a"),
        Feed("https://www.metrotvnews.com/feed"),  # a guess
    )
    evidence = ("real page (2016)", "public description only")

    class Loader(ArticleLoader):  # templates: 2026, mobile 2016.
        site_name = "metro ?tv ?news"
        brands = r"metro ?tv\w*|mtvn|medcom|media indonesia"
        junk = (
            Row(r"viral!,? \d+ kampus ternama\b.{0,160}\bosc\b.{0,80}|dapatkan berita terbaru dari kami\b.{0,80}",
                "Viral! 18 Kampus ternama memberikan beasiswa di Beasiswa OSC.", "Viral! Dua kampus memberi beasiswa."),
        )  # fmt: skip
        published_at_css = ("p.date", "span.red")  # the writer's name stands before it
        authors_css = ("p.date", "span.red")
        tags_css = (".tag-content a", ".lead .lead a[href*='/topic/']")
        body_css = (".news-text", "div.part.article")
        images_css = (".img-detail img", ".lead .img5 img")
        caption_css = (".img-detail figcaption", ".lead .caption2")
