"""Pikiran Rakyat and its network, https://www.pikiran-rakyat.com"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal, Sitemap


class PikiranRakyat(Portal):
    domains = ("pikiran-rakyat.com",)
    article_url = re.compile(
        r"(?:[a-z0-9-]+\.)?pikiran-rakyat\.com/(?:(?P<form>foto|photo|video)/|[a-z0-9-]+/)"
        r"(?:pr-(?=\d+/)|(?<=/node/)|\d{4}/\d\d?/\d\d?/(?:[^/]*-(?=\d+$)|(?=\d+/)))(?P<id>\d+)(?:/[^/]*)?"
    )
    variants = ((r"/amp(?=/pr-)", ""),)
    example = "https://zonajakarta.pikiran-rakyat.com/internasional/pr-18808737/contoh-berita"
    listings = (
        Sitemap("https://www.pikiran-rakyat.com/sitemap.xml", only="news"),  # what its sitemaps are called is a guess
        Listing("https://www.pikiran-rakyat.com/indeks-berita?daterange={day:%d %B %Y} - {day:%d %B %Y}&page={number}",
                ".latest__item .latest__title a, .latest__item a.latest__link"),  # so is this
    )  # fmt: skip
    all_pages = "{url}?page=all"
    evidence = ("real page (2020)", "public description only")

    class Loader(ArticleLoader):  # template: 2020.
        site_name = r"pikiran[ -]rakyat|(?:zona |kabar |portal |media )\w+"
        brands = r"pikiran.rakyat"
        published_at_css = ".read__info__date"
        authors_css = ".read__info__author"
        editors_json = "layer.editor"
        tags_css = ".read__tagging a"
        body_css = ".read__content"
        figure_css = ".photo"
        images_css = ".photo__img img"
        caption_css = ".photo__caption"
        credit_form = re.compile(  # "Warga Sora/Sabura Panen /Kabar Sora", also with a bar behind it
            r"(?P<caption>.*?(?=\s/[A-Z])|.*?)\s*/(?P<credit>(?:[A-Z]|(?<=\. /)\S)[^/]*(?:/[^/]+)*)/?$"
        )
        pager_css = ".paging--article a"
