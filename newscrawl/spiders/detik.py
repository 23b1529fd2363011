"""Detikcom, https://www.detik.com"""

import re

from itemloaders.processors import MapCompose

from newscrawl.houses import DetikNetworkLoader
from newscrawl.portals import Portal
from newscrawl.text import flatten


class DetikLoader(DetikNetworkLoader):
    # Templates: 2019-26, 2017-19 and 2015-16, of articles and of photo pages.
    title_css = ("h1.detail__title", ".jdl h1", ".detail_profil h1", "h1")
    published_at_css = (
        ".detail__date", ".jdl .date", ".detail_profil .date", ".detail_area .date", ".content_detail .date",
    )  # fmt: skip
    published_at_meta = ("dtk:publishdate", "publishdate", "pubdate", "article:published_time")
    authors_css = (".detail__author", ".jdl .author", ".detail_area .author")
    authors_meta = ("dtk:author", "author")
    authors_in = MapCompose(flatten, lambda line: re.sub(r"\s-\s[^-]*$", "", line))  # "... - detikNews"
    section_css = (".page__breadcrumb a", ".breadcrumb a")
    tags_css = (".detail__body-tag a", ".detail_tag a")
    tags_meta = ("dtk:keywords", "keywords")
    body_css = (".detail__body-text, .itp_bodycontent", ".detail_text", ".text_detail", "#detikdetailtext", ".text_gal")
    images_css = (".detail__media-image img", ".pic_artikel img", "img.bigpic")
    caption_css = (".detail__media-caption", ".pic_artikel figcaption", ".pic_artikel span", ".gal_rating .text")
    credit_css = ".detail_profil > .l_blue2_detik"


class Detik(Portal):
    """Detikcom, https://www.detik.com"""

    name = "detik"
    domains = ("detik.com",)
    article_url = re.compile(
        r"(?!(?:20|rss|search|comment|connect|forum|event|apps)\.)[a-z0-9-]+\.detik\.com/(?:[a-z-]+/){0,2}?"
        r"(?!(?:tag|search|indeks|kanal|author|dtravelers)/)(?P<form>readfoto|foto|video)?[a-z0-9-]*/"
        r"(?:\d{4}/\d\d/\d\d/\d{6}/|d-)?(?P<id>\d{5,})(?:/\d+){0,2}(?:/[^/]*[a-z][^/]*)?"
    )
    kinds = {"readfoto": "gallery", "foto": "gallery", "video": "video"}
    variants = (
        (re.compile(r"^m\.detik\.com/(news|finance|health|hot|inet|sport|oto|travel|food)(?=/)"), r"\1.detik.com"),
        (re.compile(r"/amp$"), ""),
        (re.compile(r"(/d-\d+/[^/]+)/\d{1,2}$"), r"\1"),
        (re.compile(r"(/readfoto/.*/\d+)/\d{1,2}(?=/[^/]+$)"), r"\1/1"),
    )
    example = "https://health.detik.com/true-story/d-7016153/curhat-wanita"
    Loader = DetikLoader

    all_pages = "{url}?single=1"
    numbered_page = "{url}/{number}"
