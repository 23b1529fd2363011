"""CNN Indonesia, https://www.cnnindonesia.com"""

import re

from newscrawl.houses import DetikNetworkLoader
from newscrawl.loaders import BRACKET_CREDIT
from newscrawl.portals import Portal


class CNNIndonesiaLoader(DetikNetworkLoader):
    # Templates: 2023-26, then 2015-23; today's date has no name of its own, the structured data has it.
    site_name = r"CNN Indonesia"
    title_css = ("h1.title", "h1")
    published_at_css = "h1.title ~ .date"
    published_at_meta = ("dtk:publishdate", "publishdate", "pubdate", "article:published_time")
    authors_css = ("h1 ~ div .text-cnn_red", "h1.title ~ .author", "h1.title ~ .date")
    authors_meta = ("dtk:author", "author")
    section_css = (".gtm_breadcrumb_kanal, .gtm_breadcrumb_subkanal", ".breadcrumb a")
    json_first = frozenset()
    tags_css = ("aside a[href*='/tag/']", ".list-topik-terkait a", ".detail_tag a")
    tags_meta = ("dtk:keywords", "keywords")
    body_css = (".detail-text", ".detail_text", "#detikdetailtext", ".itp_bodycontent")
    images_css = (".detail-image img", ".media_artikel img", ".pic_artikel img")
    caption_css = (".detail-image figcaption", ".media_artikel figcaption", ".media_artikel span")
    credit_form = BRACKET_CREDIT


class CNNIndonesia(Portal):
    """CNN Indonesia, https://www.cnnindonesia.com"""

    name = "cnnindonesia"
    domains = ("cnnindonesia.com",)
    article_url = re.compile(
        r"www\.cnnindonesia\.com(?:(?=.*/(?P<form>foto(?=-)|tv(?=/)))|)"
        r"/(?:[a-z-]+/){1,2}\d{14}-\d+-(?P<id>\d+)(?:/[^/]+)?"
    )
    kinds = {"foto": "gallery", "tv": "video"}
    variants = (
        (re.compile(r"^(?:m\.|amp\.)?(?=cnnindonesia)"), "www."),
        (re.compile(r"(?<=cnnindonesia\.com)/amp(?=/)|/amp$"), ""),
        (re.compile(r"(/\d{14}-[^/]+/[^/]+)/\d{1,2}$"), r"\1"),
    )
    example = "https://www.cnnindonesia.com/ekonomi/20260724100745-78-1234567/contoh-judul"
    Loader = CNNIndonesiaLoader

    all_pages = "{url}?single=1"
    numbered_page = "{url}/{number}"
