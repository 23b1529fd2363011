"""Pikiran Rakyat, https://www.pikiran-rakyat.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class PikiranRakyatLoader(ArticleLoader):
    # Template: 2020.
    site_name = r"pikiran[ -]rakyat|(?:zona |kabar |portal |media )\w+"
    title_css = ("h1.read__title", "h1")
    published_at_css = ".read__info__date"
    authors_css = ".read__info__author"
    editors_json = "layer.editor"
    tags_css = ".read__tagging a"
    tags_json = "layer.tag"
    body_css = ("article.read__content", ".read__content", "[itemprop=articleBody]")
    figure_css = ".photo"
    images_css = ".photo__img img"
    caption_css = ".photo__caption"
    credit_form = re.compile(r"(?P<caption>.*?)\s*/(?P<credit>[A-Z][^/]*(?:/[^/]+)*)$")
    pager_css = ".paging--article a"


class PikiranRakyat(Portal):
    """Pikiran Rakyat and its network, https://www.pikiran-rakyat.com"""

    name = "pikiranrakyat"
    domains = ("pikiran-rakyat.com",)
    article_url = re.compile(
        r"(?:[a-z0-9-]+\.)?pikiran-rakyat\.com/(?:(?P<form>foto|photo|video)/|[a-z0-9-]+/)"
        r"(?:pr-(?=\d+/)|(?<=/node/)|\d{4}/\d\d?/\d\d?/(?:[^/]*-(?=\d+$)|(?=\d+/)))(?P<id>\d+)(?:/[^/]*)?"
    )
    kinds = {"foto": "gallery", "photo": "gallery", "video": "video"}
    variants = ((re.compile(r"/amp(?=/pr-)"), ""),)
    example = "https://zonajakarta.pikiran-rakyat.com/internasional/pr-18808737/contoh-berita"
    Loader = PikiranRakyatLoader
    all_pages = "{url}?page=all"
