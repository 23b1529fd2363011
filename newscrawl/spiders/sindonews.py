"""SINDOnews, https://www.sindonews.com"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal


class Sindonews(Portal):
    domains = ("sindonews.com",)
    # The numbers began anew in 2020; the moment behind the slug tells old and new apart.
    article_url = re.compile(
        r"(?!(?:hi-lite|scope|media|pict|e|index|sindikasi|search)\.)[a-z0-9-]+\.sindonews\.com/"
        r"(?P<form>read|newsread|view|photo|play)/(?:\d{4}/\d\d/\d\d/\d+/)?"
        r"(?P<id>(?!\d{4}/\d\d/\d\d/)\d+)(?:/\d+)*(?:/(?:[^/]*-(?P<id2>\d{10})|[^/]*))?"
    )
    kinds = {"view": "gallery", "photo": "gallery", "play": "video"}
    variants = ((r"(/(?:news)?read/\d+/\d+/[^/]+)/\d{1,3}$", r"\1"),)  # where a later page begins
    example = "https://ekbis.sindonews.com/read/1900005/178/contoh-artikel-1900000005"
    channel_names = "nasional daerah ekbis international sports kalam edukasi lifestyle otomotif tekno"
    listings = (
        Listing("https://www.sindonews.com/indeks/0/{offset}?t={day:%Y-%m-%d}", ".list-article .title-article a",
                dates=".list-article .date-article", step=20),  # 0 stands for all channels
        Feed("https://{channel}.sindonews.com/rss"),
        Feed("https://www.sindonews.com/feed"),
        Listing("https://www.sindonews.com/terkini/{offset}", ".list-article .title-article a",
                dates=".list-article .date-article", step=12),  # linked in 2024; its cards are a guess
    )  # fmt: skip
    all_pages = "{url}?showpage=all"
    evidence = ("structure of 2026",)

    class Loader(ArticleLoader):  # template: 2026.
        site_name = "sindonews"
        brands = r"sindo\w*|okezone|i-?news"
        published_at_css = ".detail-date-artikel"
        authors_css = ".detail-nama-redaksi"
        tags_css = ".detail-tag a"
        tags_meta = "keywords"
        body_css = ("#detail-desc", ".detail-desc")
        images_css = ".detail-img img"
        caption_css = (".detail-img figcaption", ".detail-img .caption")
        pager_css = ".paging-artikel li a"
