"""Republika, https://republika.co.id"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal, Row, Sitemap


class Republika(Portal):
    domains = ("republika.co.id",)
    article_url = re.compile(
        r"(?:[a-z]+\.)?republika\.co\.id/(?:berita|share|r)/"
        r"(?:[a-z-]+/){0,3}(?:\d\d/\d\d/\d\d/)?(?P<id>(?=[a-z]*\d)[a-z0-9]{6,12})(?:[-/][^/]*)?"
    )
    variants = ((r"(?<=co\.id)/amp_version/", "/berita/"), (r"-part\d+$", ""))
    example = "https://ekonomi.republika.co.id/berita/fixtur001/contoh-judul"
    listings = (
        Listing("https://republika.co.id/index/{offset}/{day:%Y/%m/%d}", ".wrap-latest .conten1 > a",
                dates=".wrap-latest .date", step=50),
        Sitemap("https://republika.co.id/files/xml/sitemap.xml"),
        Feed("https://republika.co.id/rss"),
    )  # fmt: skip
    numbered_page = "{url}-part{number}"
    off = "its robots.txt names Scrapy with Disallow: /"
    evidence = ("real page (2016)", "structure of 2026")

    class Loader(ArticleLoader):
        # Templates: 2022-26, 2018-22, 2015-17, its photo pages; the structured data's author is the editor.
        site_name = r"Republika Online(?: \w+)*"
        brands = r"republika"
        house = "Republika"
        junk = (
            Row(r"(?:yuk,? )?koleksi buku\b.{0,60}\brepublika\W*", "Yuk koleksi buku dari buku Republika ...",
                "Koleksi buku desa itu lengkap."),
        )  # fmt: skip
        title_css = (".max-card__title h1", ".wrap_detail_set h1", ".jdl-detail h2", ".jdl-pic", "h1")
        published_at_css = (".date-item__headline", ".date_detail p", ".date-detail", ".date-pic")
        credits_css = (".max-card__title > div", ".by", "div.red", ".detail-berita > div")
        authors_json = ()
        section_css = (".breadcrumb a", ".breadcome a", ".logo h1 a")
        tags_css = (".wrap-tag a", ".wrap_blok_tag a", ".tagging a")
        tags_meta = "keywords"
        body_css = (".article-content article", ".artikel", ".content-detail", ".teaser-pic")
        body_drop = (".picked-article", ".footnote-wrap", "[id^=bn_]", "div.red")
        body_end = ("#next-article",)
        images_css = (".max-card__image figure img", ".img-detail img", ".img_detail_ img")
        caption_css = (".detail__media-caption .caption-img", ".wp-cap .caption")
        credit_css = (".detail__media-caption .source-img", ".img-detail .cap-foto")
        gallery_css = (".min-gallery", ".index-photo")
        pager_css = ".pagination a"
        page_in_address = re.compile(r"-part(\d{1,2})\b")
