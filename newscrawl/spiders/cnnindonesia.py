"""CNN Indonesia, https://www.cnnindonesia.com"""

import re

from newscrawl.portals import BRACKET_CREDIT, Feed, Listing, Portal
from newscrawl.portals.houses import DetikNetworkLoader


class CNNIndonesia(Portal):
    article_url = re.compile(
        r"www\.cnnindonesia\.com(?:(?=.*/(?P<form>foto(?=-)|tv(?=/)))|)"
        r"/(?:[a-z-]+/){1,2}\d{14}-\d+-(?P<id>\d+)(?:/[^/]+)?"
    )
    kinds = {"foto": "gallery", "tv": "video"}
    variants = ((r"(?<=[a-z\d])/\d{1,2}$", ""),)
    example = "https://www.cnnindonesia.com/ekonomi/20260724100745-78-1234567/contoh-judul"
    day_in_address = re.compile(r"/(20\d\d)(\d\d)(\d\d)\d{6}-")
    channel_names = "nasional internasional ekonomi olahraga teknologi otomotif hiburan gaya-hidup"
    listings = (
        Listing("https://www.cnnindonesia.com/indeks/2?date={day:%Y/%m/%d}&page={number}", "article a"),
        Feed("https://www.cnnindonesia.com/{channel}/rss"),
    )
    all_pages = "{url}?single=1"
    numbered_page = "{url}/{number}"
    evidence = ("structure of 2026",)

    class Loader(DetikNetworkLoader):
        # Templates: 2023-26, then 2015-23; today's date is named by its colour alone.
        site_name = r"CNN Indonesia"
        published_at_css = ("h1 ~ div.text-cnn_grey", "h1.title ~ .date")
        authors_css = ("h1 ~ div .text-cnn_red", "h1.title ~ .author", "h1.title ~ .date")
        section_css = (".gtm_breadcrumb_kanal, .gtm_breadcrumb_subkanal", ".breadcrumb a")
        json_first = frozenset()
        tags_css = ("aside a[href*='/tag/']", ".list-topik-terkait a", ".detail_tag a")
        body_css = (".detail-text", ".detail_text", "#detikdetailtext", ".itp_bodycontent")
        images_css = (".detail-image img", ".media_artikel img", ".pic_artikel img")
        caption_css = (".detail-image figcaption", ".media_artikel figcaption", ".media_artikel span")
        credit_form = BRACKET_CREDIT
