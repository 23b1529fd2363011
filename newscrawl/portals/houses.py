"""What the portals of one publishing house have in common."""

from __future__ import annotations

import re
from typing import Any

from newscrawl.reading.content.continued import first_of_parts
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.rows import Row
from newscrawl.reading.rules import Rules


class KlyLoader(ArticleLoader):
    """KapanLagi Youniverse (Liputan6, Merdeka): the page's own program knows what the page does not print.

    `window.kly` since 2022, `window.kmklabs` before. All pages of an article are in one document.
    """

    brands = r"liputan ?(?:6|enam)|merdeka\.com|mdk|fimela|kapanlagi|otosia|vemale|brilio|sctv|bintang\.com|vidio"
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

    brands = r"(?:20)?detik\w*|cnn|cnbc|hai ?bunda|insert ?live|beautynesia|wolipop"
    junk: tuple[Row, ...] = (
        Row(
            r"ikuti berbagai berita menarik .{3,60} di program .{3,160}",
            "Ikuti berbagai berita menarik hari ini di program Sora Pagi",
            "Ikuti berbagai berita menarik di radio.",
        ),
    )
    published_at_meta = ("dtk:publishdate", "publishdate", "pubdate", "article:published_time", "dtk:publishdateunix")
    authors_meta = ("dtk:author", "author")
    tags_meta = ("dtk:keywords", "keywords")

    body_drop = (
        ".linksisip", ".lihatjg", ".noncontent", ".parallaxindetail", ".paradetail", ".para_caption", ".aevp",
        ".staticdetail_container", ".detail__body-tag", ".detail__long-nav", ".detail__multiple", ".detail_tag",
        ".newstag", ".embed", "[id^=aevp]", "[class^=link_sisip]", "[class^=sisip_]", "a[href*='outboundlinks?url=https://www.google.com']",
    )  # fmt: skip
    body_end = (".end-of-article",)
    figure_css = (".pic_artikel_sisip_table", ".pic_artikel_sisip", ".pic_artikel")
    pager_css = (".detail__anchor-numb", ".detail__long-nav a", ".detail__multiple a")
    page_in_address = re.compile(r"\d{6,}/[^/?]+/(\d{1,2})\b")


class WordPressLoader(ArticleLoader):
    """Sites that run WordPress: what its commonest themes and plugins put around and into the text.

    Newspaper and Newsmag (td, tdb), JNews (jeg), Jannah (tie), WP Berita and Majalah Pro (gmr), Soledad (penci), Foxiz
    (rb), Elementor, and themes of blocks.
    """

    published_at_css = (
        ".td-post-date time, .tdb_single_date time",
        "time.entry-date.published",
        "article time.entry-date, .wp-block-post-date time",
        ".meta-date time.date, .posted-on time",
        ".jeg_meta_date a",
        ".elementor-post-info__item--type-date",
        ".single-post-meta .date",
        ".mg-info-author-block .mg-blog-date",
        ".entry-header-details .posts-date",
    )
    updated_at_css = "time.updated:not(.entry-date)::attr(datetime), time.updated-date::attr(datetime)"
    authors_css = (
        ".td-post-author-name a, .tdb-author-name",
        ".jeg_meta_author a",
        ".elementor-post-info__item--type-author",
        ".single-post-meta .author-name",
        ".author-post .author-url",
        ".single-meta .meta-author-url",
        ".entry-header .author a, .entry-meta .author a, .gmr-metacontent .author a, .byline .author a",
        ".wp-block-post-author-name, .wp-block-post-author__name",
    )
    section_css = (
        ".entry-crumbs a", ".jeg_breadcrumbs a", "#breadcrumb a", ".penci-breadcrumb a", ".breadcrumb-line a",
        ".rank-math-breadcrumb a", ".breadcrumbs a", ".breadcrumb a", ".taxonomy-category a",
    )  # fmt: skip
    tags_css = (
        ".td-tags a", ".jeg_post_tags a", ".post-bottom-tags a", ".tags-links a", ".post-tags a", ".efoot-tags a",
        ".taxonomy-post_tag a", ".entry-tags a", ".newsup-tags a", "article a[rel=tag]",
    )  # fmt: skip
    caption_css = (
        ".td-post-featured-image figcaption, .jeg_featured .wp-caption-text, .featured-area figcaption,"
        " .single-featured-image figcaption, .post-image figcaption, .s-feat figcaption,"
        " .wp-block-post-featured-image figcaption,"
        " .post-thumbnail figcaption, .gmr-attachment figcaption,"
        " .elementor-widget-theme-post-featured-image figcaption"
    )
    body_css = (
        ".td-post-content", ".tdb_single_content .tdb-block-inner", ".entry-content .content-inner",
        ".elementor-widget-theme-post-content", ".inner-post-entry", ".entry-content-single", "article .entry-content",
        ".wp-block-post-content", ".entry-content", ".single-post .page-content-single",
        ".single-post .cm-entry-summary", ".single-post .post-content", ".single-post .the-content",
    )  # fmt: skip
    body_drop: Rules = (
        # Of themes
        ".td-post-featured-image, .td-a-rec, .td-post-sharing, .td_block_wrap, .td-post-source-tags, .tdb-sharing",
        ".jeg_share_button, .jeg_ad, .jeg_post_tags, .jnews_inline_related_post_wrapper, .jnews_inline_related_post",
        ".jeg_share_bottom_container, .jnews_prev_next_container, .jeg_authorbox",
        ".stream-item, .post-bottom-meta, .inline-related-post, #inline-related-post, .share-buttons, .about-author",
        ".gmr-banner-insidecontent, .gmr-related-post-onlytitle, .gmr-related-post, .gmr-social-share, .gmr-ai",
        ".penci-inline-related-posts, .tags-share-box, .post-tags, .penci-ilrltpost-beaf, .penci-google-adsense",
        ".related-sec, .efoot, .ruby-table-contents, .ad-wrap, .inline-single-ad, .elementor-widget-share-buttons",
        # Of plugins
        ".sharedaddy, .jp-relatedposts, .yarpp, .yarpp-related, .crp_related, .rp4wp-related-posts, .addtoany_content",
        ".addtoany_share_save_container, .heateor_sss_sharing_container, .simplesocialbuttons, .essb_links, .ssba",
        ".internal-linking-related-contents, .irp, .baca-juga, .bacajuga, .code-block[class*=code-block-]",
        "#ez-toc-container, .ez-toc-container, .lwptoc, #toc_container, .rank-math-toc, .kk-star-ratings, .wpulike",
        ".post-views, .pvc_clear, .pvc_stats, .wp-post-author, .saboxplugin-wrap, .molongui-author-box",
        ".google-auto-placed, .adsbygoogle",
        "[id^=div-gpt-ad], [class^=advads-], .page-links, .post-navigation, .entry-footer, .tagcloud",
        ".wp-block-buttons, .wp-block-latest-posts, .wp-block-query, .wp-block-social-links, .wp-block-post-terms",
    )
    tags_meta = "article:tag"
    pager_css = (".page-links a, .page-links .post-page-numbers, .jeg_pagelinks a",)
    page_in_address = re.compile(r"(?:[?&]page=|-\w+/)(\d{1,2})/?$")

    def first(self, field: str, *sources: str) -> list[Any]:
        """As of any loader; of several boxes for the text only the longest, unless they are parts of it: teasers."""
        found = super().first(field, *sources)
        boxes = [box for box in found if not isinstance(box, str)]
        if field == "body" and len(boxes) > 1:
            return first_of_parts(boxes, self.page) or [max(boxes, key=lambda box: sum(map(len, box.itertext())))]
        return found
