"""Merdeka, https://www.merdeka.com"""

import re

from newscrawl.houses import KlyLoader
from newscrawl.portals import Portal


class MerdekaLoader(KlyLoader):
    # Templates: 2026, 2022-23, desktop and mobile 2015-21; one class is misspelt on some of their pages.
    site_name = "merdeka"
    title_css = (".articles-content__title", "h1.article-title", ".mdk-dt-headline h1", "#mdk-news-title h1", "h1")
    published_at_css = (".date-post", ".mdk-date-reporter span", ".article time")
    published_at_json = ("article.datePublished", "state.kly.article.publishDate")
    published_at_meta = ("article:published_time", "pubdate")
    false_zone = r"(?:-07:00| GMT)$"  # 2020-21: WIB all the same
    authors_css = ("[data-tracking=author_name]", ".reporter", ".mdk-date-reporter span:contains(Reporter)")
    authors_meta = "author"
    section_css = (".breadcrumb-navigation li", ".mdk-breadcrumb a", ".mdk-date-reporter > span:first-child > a")
    tags_css = (".tags-articles__list a", ".mdk-list-terkait a", ".list-new-tag a", ".box-list--related a")
    body_css = (".articles-content__body", ".mdk-body-paragraph", ".mdk-body-paragpraph", "[itemprop=articleBody]")
    body_drop = (
        ".advertisement-placeholder, .baca-juga-collections__detail",
        "#gplus_recommendation, #section_terkait",
    )
    images_css = (".articles-content__image img", ".mdk-dt-img img", "#mdk-news_img_det img")
    caption_css = (".articles-content__image figcaption", ".mdk-dt-copyright", ".mdk-copyright")
    credit_form = re.compile(r"(?P<caption>.*?)\s*\(?(?P<credit>(?<=\()[^()]+(?=\)$)|©.+?)\)?$")
    pager_css = "a.page_tracker"


class Merdeka(Portal):
    """Merdeka, https://www.merdeka.com"""

    name = "merdeka"
    domains = ("merdeka.com",)
    article_url = re.compile(
        r"(?!(?:cdns?|img|a|company|id|search|profil)\.)(?:[a-z0-9-]+\.)?merdeka\.com/"
        r"(?:(?P<form>foto|photo|video)|(?!company/|tag/|reporter/|author/|indeks|profil/|quran/|amp/)[a-z0-9-]+)"
        r"(?:/[a-z0-9-]+){0,2}?(?:/read(?=/\d))?/(?P<id>(?<=read/)\d{5,}|[a-z0-9-]+(?=\.html$))(?:\.html|/[^/]*)?"
    )
    kinds = {"foto": "gallery", "photo": "gallery", "video": "video"}
    variants = (
        (re.compile(r"^(?:m\.)?(?=merdeka\.com)"), "www."),
        (re.compile(r"(?<=merdeka\.com)/amp(?=/)"), ""),
    )
    example = "https://www.merdeka.com/peristiwa/read/8253998/perintah-dirjen-imigrasi"
    Loader = MerdekaLoader
