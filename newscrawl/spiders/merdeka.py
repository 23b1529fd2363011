"""Merdeka, https://www.merdeka.com"""

import re

from newscrawl.portals import Listing, Portal, Sitemap
from newscrawl.portals.houses import KlyLoader


class Merdeka(Portal):
    article_url = re.compile(
        r"(?!(?:cdns?|img|a|company|id|search|profil|planet)\.)(?:[a-z0-9-]+\.)?merdeka\.com/"
        r"(?:(?P<form>foto|photo|video)|(?!company/|tag/|reporter/|author/|indeks|profil/|quran/|amp/)[a-z0-9-]+)"
        r"(?:/[a-z0-9-]+){0,2}?(?:/read(?=/\d))?/(?P<id>(?<=read/)\d{5,}|[a-z0-9-]+(?=\.html$))(?:\.html|/[^/]*)?"
    )
    example = "https://www.merdeka.com/peristiwa/read/8253998/perintah-dirjen-imigrasi"
    # robots.txt forbids every address with a "?": no further pages of a list, and none of an article (no pager rules).
    channel_names = "peristiwa politik uang dunia jakarta artis olahraga teknologi gaya sehat"
    listings = (
        Sitemap("https://www.merdeka.com/sitemap.xml", only=r"merdeka\.com/[\w-]+/sitemap\.xml$"),
        Sitemap("https://www.merdeka.com/{channel}/sitemap.xml"),
        Listing("https://www.merdeka.com/{channel}", "li.article__item a.article__title", dates=".article__item time"),
    )
    evidence = ("real page (2015)", "real page (2020)", "structure of 2026")

    class Loader(KlyLoader):
        # Templates: 2026, 2022-23, desktop and mobile 2015-21, one class of which is misspelt on some, sites of cities,
        # and before 2016.
        site_name = "merdeka"
        published_at_css = (".date-post", ".mdk-date-reporter span", ".article time", "#mdk-body-news-reporter")
        published_at_json = ("article.datePublished", "state.kly.article.publishDate")
        false_zone = r"(?:-07:00| GMT)$"  # 2020-21: WIB all the same
        authors_css = ("[data-tracking=author_name]", ".reporter", ".mdk-date-reporter span:contains(Reporter)",
                       "#mdk-body-news-reporter a")  # fmt: skip
        authors_meta = "author"
        section_css = (".breadcrumb-navigation li", ".mdk-breadcrumb a", ".mdk-date-reporter > span:first-child > a",
                       "#mdk-nav-navtxt a")  # fmt: skip
        tags_css = (".tags-articles__list a", ".mdk-list-terkait a", ".list-new-tag a", ".box-list--related a",
                    ".tag__list a", ".found_tag_rel_det a", ".ol-tag a")  # fmt: skip
        body_css = (".articles-content__body", ".mdk-body-paragraph", ".mdk-body-paragpraph", "#mdk-body-newsarea",
                    ".body-paragraph")  # fmt: skip
        body_drop = "[class^=advertisement-], .baca-juga-collections__detail, #gplus_recommendation, #section_terkait"
        images_css = (".articles-content__image img", ".mdk-news-img > figure img", "#mdk-news_img_det img",
                      ".mdk-dt-img img", "#mdk-body-news-detimg img")  # fmt: skip
        caption_css = (".articles-content__image figcaption", ".mdk-news-img-copyright", ".mdk-copyright",
                       ".mdk-dt-copyright", "#mdk-body-news-caption")  # fmt: skip
        figure_css = ".mdk-body-paragraph .mdk-dt-img, .mdk-body-paragpraph .mdk-dt-img"
        credit_form = re.compile(r"(?P<caption>.*?)\s*\(?(?P<credit>(?<=\()[^()]+(?=\)$)|©.+?)\)?$")
