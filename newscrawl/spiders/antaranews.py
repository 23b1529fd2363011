"""Antara, https://www.antaranews.com"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal

CARDS = ".card__post__title a, .simple-post h3 a"  # 2023-26, before: from descriptions


class Antara(Portal):
    name = "antaranews"
    article_url = re.compile(
        r"(?:www|otomotif|(?P<edition>[a-z]+))\.antaranews\.com/(?:en/)?"
        r"(?P<form>berita|news|rilis-pers|foto|video|infografik)/(?P<id>\d+)(?:/[^/]*)?"
    )
    kinds = {"foto": "gallery", "infografik": "gallery", "video": "video", "rilis-pers": "advertorial"}
    example = "https://www.antaranews.com/berita/629369/saat-pengadilan"
    listings = (
        Listing("https://www.antaranews.com/terkini?page={number}", CARDS, pages=60,  # two days and more
                dates=".card__post__author-info span:not(.text-primary), .simple-share span"),
        Feed("https://www.antaranews.com/rss/terkini.xml"),
        Listing("https://www.antaranews.com/indeks/terkini/{day:%Y-%m-%d}", CARDS),
    )  # fmt: skip
    evidence = ("real page (2017)", "public description only")

    class Loader(ArticleLoader):  # templates: 2023-26, 2018-23, 2015-17; the structured data's author is the editor.
        site_name = r"ANTARA News(?: \w+)*|ANTARA"
        brands = r"antara ?news"
        house = "Antara"
        published_at_css = (".wrap__article-detail-info li", ".article-date", "time[itemprop=datePublished]")
        published_at_meta = ("datepublished", "article:published_time")
        credits_css = (".text-muted.small", ".post-meta .tags-wrapper")  # the second: regional editions
        editors_css = "[itemprop=editor]"
        authors_css = ".byline"  # "Oleh Budi Santoso"
        authors_json = "article.creator.name"
        section_css = (".breadcrumb a", ".breadcrumbs a")
        section_meta = ()
        tags_css = (".blog-tags a", ".tags-widget a", ".list-tags a", "#tag_news a")
        tags_meta = "keywords"
        not_tags = r"berita (?:terkini|indonesia|online)|portal indonesia"
        body_css = (".wrap__article-detail-content", ".post-content", "#content_news")
        body_drop = (".baca-juga", ".text-muted", ".quote_old")
        images_css = (".wrap__article-detail-image img", ".post-header img", "#image_news img")
        caption_css = (".wrap__article-detail-image figcaption", ".post-header .wp-caption-text", "#caption_news")
        credit_form = re.compile(  # "... (ANTARA FOTO/Budi)", "... . ANTARA/Budi"
            r"(?P<caption>.*?)\s*(?:[(\[](?=[^()]+[)\]]\.?$)|(?<=[.!?”\"])\s+(?=ANTARA|HO/))(?P<credit>[^()]+?)[)\]]?\.?$"
        )
        languages = {"//en.antaranews.com/": "en", "antaranews.com/en/": "en"}
