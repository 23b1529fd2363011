"""What the portals of one publishing house have in common."""

from __future__ import annotations

import re

from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.rows import Row


class KlyLoader(ArticleLoader):
    """KapanLagi Youniverse (Liputan6, Merdeka): the page's own program knows what the page does not print.

    `window.kly` since 2022, `window.kmklabs` before. All pages of an article are in one document.
    """

    brands = r"liputan6|merdeka\.com|mdk|fimela|kapanlagi"
    authors_json = ("state.kly.article.reporters", "state.kmklabs.gtm.reporters", "[article.author][][].name")
    editors_json = ("state.kly.article.editors", "state.kmklabs.gtm.editors")
    gallery_json = "state.[kly.article.type, kmklabs.article.type][] | [?@ == 'PhotoGallery']"
    video_json = "state.[kly.article.type, kmklabs.article.type][] | [?@ == 'VideoGallery']"
    advertorial_json = ("state.kly.article.isAdvertorial", "state.kmklabs.article.isAdvertorial")
    live_json = "state.kmklabs.gtm.isLiveReport"
    words_json = "state.kmklabs.gtm.numberOfWords"
    editors_are_writers = True
    json_first = frozenset()  # the last name of the breadcrumb in JSON-LD is the headline


class DetikNetworkLoader(ArticleLoader):
    """Detikcom, CNN Indonesia and CNBC Indonesia: their metas, and the boxes that stand in their texts."""

    brands = r"(?:20)?detik\w*|cnn|cnbc"
    junk = (
        Row(
            r"ikuti berbagai berita menarik .{3,60} di program .{3,160}",
            "Ikuti berbagai berita menarik hari ini di program Sora Pagi",
            "Ikuti berbagai berita menarik di radio.",
        ),
    )
    published_at_meta = ("dtk:publishdate", "publishdate", "pubdate", "article:published_time")
    authors_meta = ("dtk:author", "author")
    tags_meta = ("dtk:keywords", "keywords")

    body_drop = (
        ".linksisip", ".lihatjg", ".noncontent", ".parallaxindetail", ".paradetail", ".para_caption", ".aevp",
        ".staticdetail_container", ".detail__body-tag", ".detail__long-nav", ".detail__multiple", ".detail_tag",
        ".newstag", ".embed", "[id^=aevp]", "[class^=link_sisip]", "[class^=sisip_]", "a[href*='outboundlinks?url=https://www.google.com']",
    )  # fmt: skip
    body_end = (".end-of-article",)
    figure_css = (".pic_artikel_sisip_table", ".pic_artikel_sisip")
    pager_css = (".detail__anchor-numb", ".detail__long-nav a", ".detail__multiple a")
    page_in_address = re.compile(r"\d{6,}/[^/?]+/(\d{1,2})\b")
