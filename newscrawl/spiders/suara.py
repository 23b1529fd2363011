"""Suara.com, https://www.suara.com"""

import re

from newscrawl.portals import BRACKET_CREDIT, ArticleLoader, Listing, Portal, Sitemap


class Suara(Portal):
    article_url = re.compile(
        r"(?:[a-z]+\.)?suara\.com/(?:(?P<form>foto|video)/|(?:[a-z0-9-]+/){1,3})(?P<id>\d{4}/\d\d/\d\d/\d{6})/[^/]+"
    )
    by_moment = True
    example = "https://www.suara.com/news/2026/07/24/070859/contoh-judul-berita"
    channel_names = "news bisnis bola lifestyle entertainment otomotif tekno health"
    listings = (
        Sitemap("https://www.suara.com/sitemap.xml", only=r"/sitemap-news\.xml$"),
        Sitemap("https://www.suara.com/{channel}/sitemap-news.xml"),
        Listing("https://www.suara.com/indeks?page={number}", ".article-kanal-info a, .text-list-item-y a, .ellipsis2"),
    )
    all_pages = "{url}?page=all"
    evidence = ("structure of 2026",)

    class Loader(ArticleLoader):  # templates: 2026, 2014.
        site_name = r"suara(?:\.com)?"
        brands = r"suara\.com"
        title_css = ("h1", "title")
        title_cut = r"(?i)(?: - Halaman \d+)? - Suara\.com$"
        published_at_css = (".article-image > span", ".date-article", "author ~ time")
        # The first name of the byline is the editor's; reporters have pages of their own kind.
        authors_css = "author"
        authors_json = ("article.author[?contains(url || '', '/reporter/')].name", "[article.author][][].name")
        editors_json = "layer.articleEditor"
        section_json = "layer.[articleCategory, articleSubcategory]"
        tags_css = ".article-tags a"
        tags_json = "layer.articleKeyword"
        body_css = (".article-content", "[itemprop=description]")
        body_drop = (".ten-second", ".article-read", "#next-article")
        images_css = ".article-image img"
        caption_css = ".article-image figcaption"
        credit_form = BRACKET_CREDIT
        pager_css = ".pagination-custom li"
        pager_json = "layer.articleTotalPages"
