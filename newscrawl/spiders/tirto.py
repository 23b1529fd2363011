"""Tirto, https://tirto.id"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal, Row, Sitemap


class Tirto(Portal):
    # The last four characters are the number; a section such as /flash-news has none.
    article_url = re.compile(
        r"tirto\.id/(?:\d{8}-\d{1,3}/)?(?=[^/]*-(?=[a-z]*[A-Z\d])\w+$|(?:[^/-]+-){4,}\w+$)"
        r"[^/]+-(?P<id>[A-Za-z\d]{4}|\d{5,6})"
    )
    example = "https://tirto.id/contoh-judul-berita-tirto-pertama-hzAA"
    listings = (
        Listing("https://tirto.id/indeks", ".postcard-title a", dates=".postcard-timestamp"),  # ?next is forbidden
        Feed("https://tirto.id/sitemap/r/google-discover"),
        Sitemap("https://tirto.id/sitemap.xml"),
    )
    evidence = ("structure of 2026",)

    class Loader(ArticleLoader):  # template: 2026. No structured article, no published time but the printed one.
        site_name = r"tirto(?:\.id)?"
        junk = (
            Row(r"\(?tirto\.id - [\w /]{3,40}\)?", "(tirto.id - Sosial Budaya)", "tirto.id - ia menulis."),
            Row(r"\((?:info kini|jeda|mild report)\)", "(INFO KINI)", "info kini"),
        )
        published_at_css = ".byline > div"
        authors_css = ".reporter-name"
        authors_meta = "article:author"
        section_css = ".breadcrumbs-wrapper a"
        tags_meta = "news_keywords"
        not_tags = r"flash news|\w+ tirto|tirto\w*|insider"
        body_css = ".content-text-editor"
        body_drop = (".baca-holder",)
