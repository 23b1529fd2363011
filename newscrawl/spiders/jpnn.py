"""JPNN, https://www.jpnn.com"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal

CARDS = ".content-description h1 a, .content-description h2 a"


class Jpnn(Portal):
    # The slug is all there is; years before 2017 have numbers, and so has each regional newsroom of its own.
    article_url = re.compile(
        r"(?:www\.jpnn\.com/(?:news/|(?P<form>foto|photo|video)/(?:[a-z-]+/)?(?=[^/]+$)|read/\d{4}/\d\d/\d\d/(?=\d+))(?P<id>[^/]+)"
        r"|(?P<id2>(?!www)[a-z]+)\.jpnn\.com/(?!author|tag|search|indeks|kanal)[a-z-]+/(?P<id3>\d+))(?:/[^/]*)?"
    )
    example = "https://www.jpnn.com/news/harga-cabai-di-pasar-turun"
    listings = (
        Listing("https://www.jpnn.com/indeks?id=&d={day:%d}&m={day:%m}&y={day:%Y}&tab=all&page={number}",
                f"{CARDS}, ul.loadmore li > a"),
        Feed("https://www.jpnn.com/index.php?mib=rss"),
    )  # fmt: skip
    tags = Listing("https://www.jpnn.com/tag/{tag}?page={number}", CARDS)
    evidence = ("real page (2021)", "public description only")

    class Loader(ArticleLoader):  # template: 2021.
        site_name = "jpnn"
        brands = r"jpnn|jawa ?pos|genpi"
        published_at_css = ".date-publish"
        published_at_meta = ("jpnncom_news_pubdate", "article:published_time")
        credits_css = "p.waktu"
        json_first = frozenset()  # its structured breadcrumb stops one step early and has no capitals
        tags_css = ".tags a:not(.text-tags)"
        tags_meta = ("news_keywords", "keywords")
        images_css = ".page-content > img"
        caption_css = ".page-content > .caption"
        credit_form = re.compile(r"(?P<caption>.*?)\s*\((?P<credit>[^()\d]*/[^()]*)\)$")
        pager_css = ".pagination a"
