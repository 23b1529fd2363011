"""CNBC Indonesia, https://www.cnbcindonesia.com"""

import re

from newscrawl.portals import BRACKET_CREDIT, Feed, Listing, Portal, Row, Sitemap
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
        Listing("https://www.cnbcindonesia.com/indeks?date={day:%Y/%m/%d}&page={number}", "article a"),  # 2018-26
        Feed("https://www.cnbcindonesia.com/rss"),
        Sitemap("https://www.cnbcindonesia.com/sitemap.xml", only="news"),  # what its sitemaps are called is a guess
    )
    numbered_page = "{url}/{number}"

    class Loader(DetikNetworkLoader):  # no page was seen: the places are those of CNN Indonesia, of the same house
        site_name = r"CNBC Indonesia"
        junk = (
            *DetikNetworkLoader.junk,
            Row(r"(?:tim riset )?cnbc indonesia(?: research)?|research@cnbcindonesia\.com",
                "TIM RISET CNBC INDONESIA", "CNBC Indonesia hadir di pasar."),
        )  # fmt: skip
        published_at_css = (".text-cm.text-gray", "h1 ~ .date")
        body_css = (".detail-text", ".detail_text")
        images_css = (".media_artikel img", "h1 ~ figure img", "h1 ~ .detail-image img")
        caption_css = (".media_artikel figcaption", ".media_artikel span", "h1 ~ figure figcaption",
                       "h1 ~ .detail-image figcaption")  # fmt: skip
        credit_form = BRACKET_CREDIT
