"""Antara, https://www.antaranews.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class AntaraLoader(ArticleLoader):
    # Templates: 2023-26, 2018-23, 2015-17; the structured data's author is the editor.
    site_name = r"ANTARA News(?: \w+)*|ANTARA"
    house = "Antara"
    title_css = (".wrap__article-detail-title h1", "h1.post-title", "h1.title", "h1")
    published_at_css = (
        ".wrap__article-detail-info .text-secondary",
        ".wrap__article-detail-info .list-inline-item",
        ".article-date",
        "time[itemprop=datePublished]",
    )
    published_at_meta = ("datepublished", "article:published_time")
    credits_css = (".byline", ".text-muted.small")
    authors_css = ".byline"
    authors_json = "article.creator.name"
    section_css = (".breadcrumb a", ".breadcrumbs a")
    section_meta = ()
    tags_css = (".blog-tags a", ".tags-widget a", ".list-tags a", "#tag_news a")
    tags_meta = "keywords"
    body_css = (".wrap__article-detail-content", ".post-content", "#content_news", "[itemprop=articleBody]")
    body_drop = (".baca-juga", ".text-muted")
    images_css = (".wrap__article-detail-image img", ".post-header img", "#image_news img")
    caption_css = (".wrap__article-detail-image figcaption", ".post-header .wp-caption-text", "#caption_news")
    credit_form = re.compile(  # "... (ANTARA FOTO/Budi)", "... . ANTARA/Budi"
        r"(?P<caption>.*?)\s*(?:[(\[](?=[^()]+[)\]]\.?$)|(?<=[.!?”\"])\s+(?=ANTARA|HO/))(?P<credit>[^()]+?)[)\]]?\.?$"
    )
    languages = {"//en.antaranews.com/": "en", "antaranews.com/en/": "en"}


class Antara(Portal):
    """Antara, https://www.antaranews.com"""

    name = "antaranews"
    domains = ("antaranews.com",)
    article_url = re.compile(
        r"(?:www|otomotif|(?P<edition>[a-z]+))\.antaranews\.com/(?:en/)?"
        r"(?P<form>berita|news|rilis-pers|foto|video|infografik)/(?P<id>\d+)(?:/[^/]*)?"
    )
    kinds = {"foto": "gallery", "infografik": "gallery", "video": "video", "rilis-pers": "advertorial"}
    variants = (
        (re.compile(r"^(?:m\.)?(?=antaranews\.com)"), "www."),
        (re.compile(r"(?<=antaranews\.com)/amp(?=/)"), ""),
    )
    example = "https://www.antaranews.com/berita/629369/saat-pengadilan"
    Loader = AntaraLoader
