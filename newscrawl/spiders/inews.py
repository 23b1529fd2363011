"""iNews, https://www.inews.id"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal


class INews(Portal):
    domains = ("inews.id",)
    # No number: a slug of four words or more.
    article_url = re.compile(
        r"[a-z0-9-]+\.inews\.id/(?:(?=multimedia/(?P<form>photo|video)/)|)(?!indeks/|tag/|page/|search)"
        r"(?:[a-z0-9-]+/){1,2}(?P<id>(?:[a-z0-9]+-){3,}[a-z0-9]+)(?:/(?:all|\d{1,2}))?"
    )
    kinds = {"photo": "gallery", "video": "video"}
    variants = ((r"(?<=[a-z0-9])/(?:all|\d{1,2})$", ""),)
    example = "https://www.inews.id/finance/bisnis/judul-berita-contoh-hari-ini"
    listings = (
        Listing("https://www.inews.id/indeks", ".sideRight .cardArticle a", dates=".sideRight .cardArticle .postTime"),
        Listing("https://www.inews.id/indeks/{channel}", ".sideRight .cardArticle a",
                dates=".sideRight .cardArticle .postTime"),
        Listing("https://www.inews.id/{channel}", "#news-list li > a", dates="#news-list .date"),  # as in 2024
    )  # fmt: skip
    channel_names = "news finance sport lifestyle travel otomotif techno"
    all_pages, numbered_page = "{url}/all", "{url}/{number}"
    evidence = ("public description only",)

    class Loader(ArticleLoader):  # template: 2024.
        site_name = r"i-?news"
        title_css = "h1.headerTitle"
        published_at_css = ".timeAndShare .createdAt"
        authors_css = ".headerArticle .author .authorList"
        section_css = ".headerArticle .breadcrumb a"
        tags_css = ".tags .tagList a"
        body_css = (".bodyArticleWrapper", ".listImage")
        images_css = ".headerImg img"
        pager_css = ".pagination .pageList a"
        page_in_address = re.compile(r"-\w+/(\d{1,2})$")
