"""Tempo, https://www.tempo.co"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class TempoLoader(ArticleLoader):
    # Templates: 2024-26, the magazine and 2021-24, 2017-21, 2015-16; today's date and writers stand in
    # boxes without names, the structured data has them.
    site_name = r"tempo(?:\.co)?|majalah tempo|koran tempo"
    title_css = (".artikel h1", ".detail-title h1", "h1[itemprop=headline]", "h1")
    published_at_css = (".block-tanggal", ".detail-title .date", "[itemprop=datePublished]", "#date")
    authors_css = ("[itemprop=author] [itemprop=name]", "[itemprop=author]")
    section_css = (".block-kanal-map a", ".breadcrumb a")
    tags_css = (
        "a.rounded[href*='/tag/']",
        ".topik-terkait a",
        ".box-tag-detail a",
        ".tags a",
    )
    body_css = (
        "#content-wrapper",
        ".detail-konten",
        ".detail-content",
        ".detail-in",
        "#isi",
        "[itemprop=articleBody]",
        ".artikel",
    )
    body_json = "article.articleBody"
    body_drop = (
        ".block-kanal-map", ".artikel h1", ".block-tanggal", ".block-display", ".share-konten",
        ".share-konten ~ *", ".bacajuga",
    )  # fmt: skip
    images_css = ("article > figure img", ".block-display .single-img > img", ".foto-detail img")
    caption_css = ("article > figure figcaption", ".block-display .deskripsi", ".foto-detail figcaption")
    credit_form = re.compile(r"(?P<caption>.*?[.!?”\"])\s+(?P<credit>(?:Doc?k?\.|(?:TEMPO|ANTARA|REUTERS|AFP|AP)\b).*)")
    capitals_sign = True
    languages = {"//en.tempo.co/": "en"}
    page_in_address = re.compile(r"[?&]page(?:_num)?=(\d{1,2})\b")


class Tempo(Portal):
    """Tempo, https://www.tempo.co"""

    name = "tempo"
    domains = ("tempo.co",)
    article_url = re.compile(
        r"(?:(?=(?:www\.tempo\.co/)?(?P<form>foto|video)[./])|)(?:(?P<edition>en|majalah|koran)|(?!rss|search)[a-z]+)"
        r"\.tempo\.co/(?:read/(?:[a-z-]+/)?(?:\d{4}/\d\d/\d\d/(?:\d{3}(?=\d{6}))?)?"
        r"|(?!penulis/|tag/|topik/|indeks/)(?:[a-z-]+/)+[^/]+-(?=\d+$))(?P<id>\d+)(?:/[^/]*)?"
    )
    kinds = {"foto": "gallery", "video": "video"}
    variants = (
        (re.compile(r"^(?:m\.)?(?=tempo\.co/)"), "www."),
        (re.compile(r"(?<=tempo\.co)/amp(?=/\d)"), "/read"),
        (re.compile(r"/amp$"), ""),
    )
    example = "https://www.tempo.co/ekonomi/contoh-bank-sentral-9100001"
    Loader = TempoLoader

    numbered_page = "{url}?page_num={number}"
