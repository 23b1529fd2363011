"""Kontan, https://www.kontan.co.id"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal


class Kontan(Portal):
    domains = ("kontan.co.id",)
    article_url = re.compile(
        r"(?!(?:foto|video|tv|store|pusatdata|search|executive)\.)[a-z]+\.kontan\.co\.id/news/(?P<id>[a-z0-9-]+)"
    )
    example = "https://nasional.kontan.co.id/news/judul-berita-contoh-hari-ini"
    listings = (
        Feed("https://www.kontan.co.id/feed"),  # linked from the front page of 2026
        Listing("https://www.kontan.co.id/", ".list-berita .sp-hl a"),
    )

    class Loader(ArticleLoader):
        title_css = "h1.detail-desk"
        published_at_css = ".fs14.ff-opensans.font-gray"
        credits_css = "[itemprop=articleBody] p:contains('Reporter:')"
