"""VIVA, https://www.viva.co.id"""

import re

from newscrawl.portals import BRACKET_CREDIT, ArticleLoader, Listing, Portal, Row, Sitemap


class Viva(Portal):
    # Channels had hosts of their own (/read/) until about 2017; the regional hosts of today are other newsrooms.
    article_url = re.compile(
        r"(?:(?=(?:[^/]*/(?:[a-z-]+/)?)?(?P<form>foto|video)[./]))?"
        r"(?:(?:www\.|m\.)?viva\.co\.id/(?:[a-z0-9-]+/){1,2}|(?:[a-z0-9-]+\.)*viva\.co\.id/(?:[a-z0-9-]+/)?read/)"
        r"(?P<id>\d+)-[^/]+(?:/\d+)?"
    )
    variants = ((r"^m\.(?=.+\.viva)", ""),)
    example = "https://www.viva.co.id/berita/nasional/1234561-menteri-luncurkan-program"
    listings = (
        Listing("https://www.viva.co.id/indeks", "a.article-list-title", dates=".article-list-date"),
        Sitemap("https://www.viva.co.id/sitemap/news/news-sitemap.xml"),
        Listing("https://www.viva.co.id/indeks/berita/all/{day:%Y/%m/%d}", "a.article-list-title"),
    )
    all_pages = "{url}?page=all"
    evidence = ("real page (2016)", "real page (2019)", "structure of 2026")

    class Loader(ArticleLoader):  # templates: 2026, 2019, 2016.
        site_name = r"viva(?:\.co\.id|news)?"
        brands = r"viva\b(?:\.co)?"
        published_at_css = (".main-content-date", ".leading-date .date", ".date-time time", ".smalldesc .date")
        authors_css = (".main-content-author", ".author-list .info b", ".date-time .author", ".smalldesc .author")
        authors_meta = "dable:author"
        section_json = ("breadcrumb.itemListElement[].[item.name, name][] | [?@]", "article.articleSection")
        section_css = (".breadcrumb a", ".leading-breadcrumb a", ".upperdeck-kanal")
        tags_css = (".main-content-tag a", ".related-tag a")
        tags_meta = "news_keywords"
        body_css = (".main-content-detail", "#article-detail-content", "[itemprop=articleBody]", "#article-content")
        next_begins = True
        junk = (Row(r"halaman (?:selanjutnya|berikutnya)\s*(?:[:：»]|source\s*:).{3,200}",
                    "Halaman Selanjutnya : Ia pergi", "Halaman selanjutnya buku itu robek."),)  # fmt: skip
        body_drop = (".recommended-article", ".widget-other-article")
        images_css = ("article > .thumbcontainer img", ".main-content-image img", ".leading-image img")
        caption_css = (".photodesc", ".leading-image-caption")
        credit_css = ".leading-image-info li"
        credit_form = BRACKET_CREDIT
        pager_css = ".pagination-detail a"
