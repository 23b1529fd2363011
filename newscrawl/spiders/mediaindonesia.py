"""Media Indonesia, https://mediaindonesia.com"""

import re

from newscrawl.portals import BRACKET_CREDIT, ArticleLoader, Feed, Listing, Portal, Sitemap

CARDS, DATES = "a.indeks-item-link", ".indeks-item-date"


class MediaIndonesia(Portal):
    article_url = re.compile(
        r"mediaindonesia\.com/(?:(?!author/|tag/|indeks/|search)[a-z-]+/|news/read/|read/detail/"
        r"|(?P<form>video|galleries)/detail_(?:video|galleries)/)(?P<id>\d{3,})[/-][^/]*[a-z][^/]*(?:/[\d-]+)?"
    )
    kinds = {"galleries": "gallery", "video": "video"}
    variants = ((r"(?<=\.com)/amp/\w+(?=/\d)", "/read/detail"),)
    example = "https://mediaindonesia.com/ekonomi/822959/kpk-tak-temukan"
    channel_names = "politik-dan-hukum ekonomi humaniora olahraga internasional megapolitan nusantara"
    listings = (
        Listing("https://mediaindonesia.com/indeks/20/{offset}", CARDS, dates=DATES, step=20),
        Listing("https://mediaindonesia.com/{channel}/20/{offset}", CARDS, dates=DATES, step=20),
        Sitemap("https://mediaindonesia.com/sitemap-news.xml"),  # its address is a guess
        Feed("https://mediaindonesia.com/feed"),
    )
    evidence = ("real page (2025)", "structure of 2026")

    class Loader(ArticleLoader):
        # The structured data's author is the editor, its headline lacks colons and question marks.
        site_name = "Media Indonesia"
        brands = r"media indonesia|medcom|metro ?tv\w*|mgn"
        desks_sign = True
        published_at_css = (".info .datetime", ".date-author .date", ".meta span")
        authors_css = (".author-2", ".date-author .author")
        authors_json = ()
        credits_css = (".info-author", ".editor-name")
        section_css = (".mi-breadcrumb a", ".breadcrumb a")
        json_first = frozenset()
        tags_css = (".related-tags a", ".tag-list a")
        tags_meta = "keywords"
        body_css = ("div.article", ".jap")
        body_drop = (".related-news", ".baca-juga", ".flying-carpet", ".ext-channel", ".info-author", "._ap_apex_ad")
        images_css = ("figure.main-img img", "figure.article-image img")
        caption_css = ("figure.main-img figcaption", "figure.article-image figcaption")
        credit_form = BRACKET_CREDIT
        paywall_css = ".premium-badge"
