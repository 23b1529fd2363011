"""Detikcom, https://www.detik.com"""

import re

from newscrawl.portals import Listing, Portal, Sitemap
from newscrawl.portals.houses import DetikNetworkLoader


class Detik(Portal):
    domains = ("detik.com",)
    article_url = re.compile(
        r"(?!(?:20|rss|search|comment|connect|forum|event|apps)\.)[a-z0-9-]+\.detik\.com/(?:[a-z-]+/){0,2}?"
        r"(?!(?:tag|search|indeks|kanal|author|dtravelers)/)(?P<form>readfoto|foto|video)?[a-z0-9-]*/"
        r"(?:\d{4}/\d\d/\d\d/\d{6}/|d-)?(?P<id>\d{5,})(?:/\d+){0,2}(?:/[^/]*[a-z][^/]*)?"
    )
    kinds = {"readfoto": "gallery", "foto": "gallery", "video": "video"}
    variants = (
        (r"^m\.detik\.com/(news|finance|health|hot|inet|sport|oto|travel|food)(?=/)", r"\1.detik.com"),
        (r"(/d-\d+/[^/]+)/\d{1,2}$", r"\1"),
        (r"(/readfoto/.*/\d+)/\d{1,2}(?=/[^/]+$)", r"\1/1"),
    )
    example = "https://health.detik.com/true-story/d-7016153/curhat-wanita"
    channels = {
        **{name: f"{name}.detik.com" for name in "news finance health inet sport hot oto travel food wolipop".split()},
        # regional and smaller ones: linked from every page, but their indexes were not seen
        **{name: f"www.detik.com/{name}" for name in "jateng jatim jabar jogja bali sulsel sumut sumbagsel".split()},
        **{name: f"www.detik.com/{name}" for name in "kalimantan edu hikmah properti pop".split()},
    }
    listings = (
        # slashes as the form of the site sends them: one reader was given page 1 for every number with plain ones
        Listing("https://{channel_id}/indeks?page={number}&date={day:%m%%2F%d%%2F%Y}",
                "article.list-content__item .media__title a", dates=".media__date span::attr(d-time)"),
        Sitemap("https://{channel_id}/sitemap_news.xml"),  # of finance; those of others are a guess
    )  # fmt: skip
    all_pages = "{url}?single=1"
    numbered_page = "{url}/{number}"
    evidence = ("real page (2016)", "real page (2023)", "structure of 2026")

    class Loader(DetikNetworkLoader):  # templates: 2019-26, 2017-19 and 2015-16, of articles and of photo pages.
        site_name = r"detik(?:com)?"
        published_at_css = (".detail__date", ".jdl .date", ".detail_profil .date", ".detail_area .date",
                            ".content_detail .date")  # fmt: skip
        authors_css = (".detail__author", ".jdl .author", ".detail_area .author")
        authors_cut = r"\s-\s[^-]*$"  # "... - detikNews"
        section_css = (".page__breadcrumb a", ".breadcrumb a")
        tags_css = (".detail__body-tag a", ".detail_tag a")
        body_css = (".detail__body-text, .itp_bodycontent", ".detail_text", ".text_detail", "#detikdetailtext",
                    ".text_gal")  # fmt: skip
        images_css = (".detail__media-image img", ".read__photo img", ".pic_artikel img", "img.bigpic")
        caption_css = (
            ".detail__media-caption",
            ".read__photo__caption",
            ".pic_artikel figcaption",
            ".pic_artikel span",
            ".gal_rating .text",
        )
        credit_css = ".detail_profil > .l_blue2_detik"
