"""CNBC Indonesia, https://www.cnbcindonesia.com"""

import re

from newscrawl.portals import Feed, Portal, Sitemap
from newscrawl.portals.houses import DetikNetworkLoader


class CNBCIndonesia(Portal):
    article_url = re.compile(
        r"www\.cnbcindonesia\.com(?:(?=.*/(?P<form>foto(?=-)|tv(?=/)))|)"
        r"/(?:[a-z-]+/){1,2}\d{14}-\d+-(?P<id>\d+)(?:/[^/]+)?"
    )
    kinds = {"foto": "gallery", "tv": "video"}
    variants = ((r"(?<=[a-z\d])/\d{1,2}$", ""),)
    example = "https://www.cnbcindonesia.com/market/20260724100745-17-612345/contoh-judul"
    day_in_address = re.compile(r"/(20\d\d)(\d\d)(\d\d)\d{6}-")
    listings = (
        Feed("https://www.cnbcindonesia.com/rss"),
        Sitemap("https://www.cnbcindonesia.com/sitemap.xml", only="news"),  # what its sitemaps are called is a guess
    )
    numbered_page = "{url}/{number}"

    class Loader(DetikNetworkLoader):
        published_at_css = ".text-cm.text-gray"
        body_css = ".detail-text"
