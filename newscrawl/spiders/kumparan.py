"""kumparan, https://kumparan.com"""

import re

from newscrawl.portals import ArticleLoader, Feed, Portal, Rendered, Row, Sitemap

PARAGRAPH = "[data-qa-id=story-paragraph]"
BESIDE = ("h2", "h3", "ul", "ol", "blockquote")  # what stands beside a paragraph and is text too


class Kumparan(Portal):
    article_url = re.compile(
        r"kumparan\.com/(?!(?:topic|channel|trending|search|tag)/)@?[\w.-]+/"
        r"(?:[^/]+-(?P<id>(?=[a-z]*[A-Z\d])[A-Za-z\d]{11}|\d{15,20})|(?P<id2>(?:[a-z\d]+-){4,}[a-z\d]+))"
    )
    variants = ((r"/(?:full|\d{1,2})$", ""),)
    example = "https://kumparan.com/kumparannews/contoh-peresmian-jalan-tol-baru-24AbC1dEfGh"
    channel_names = "news entertainment mom food-travel tekno-sains otomotif woman bola-sports bisnis"
    listings = (
        Sitemap("https://kumparan.com/sitemap_channel_{channel}.xml"),
        Feed("https://lapi.kumparan.com/v2.0/rss/"),
        Rendered(
            "https://kumparan.com/trending", "a[href^='/'], a[href^='https://kumparan.com/']", scroll=True
        ),  # a guess
    )
    evidence = ("structure of 2026",)

    class Loader(ArticleLoader):
        # Template: 2026. Paragraphs and pictures have no box of their own; all stamps are true UTC.
        site_name = r"kumparan\w*"
        junk = (
            Row(r"ikuti survei kumparan\w* dan menang\w* .{3,160}",
                "Ikuti survei kumparanMOM dan menangi kopi senilai Rp 3 juta.", "Ikuti survei kumparan."),
        )  # fmt: skip
        published_at_css = "[data-qa-id=publish-date]"
        section_json = "breadcrumb.itemListElement[].item | [?contains(\"@id\" || '', '/channel/')].name"
        tags_css = "[data-qa-id=tag-topic]"
        body_css = f"{PARAGRAPH}, [data-qa-id=image-figure], " + ", ".join(
            f"article:has({PARAGRAPH}) {tag}, {PARAGRAPH} ~ {tag}, div:has(> {PARAGRAPH}) ~ {tag}" for tag in BESIDE
        )
        body_drop = ("[data-qa-id=story-footer]", ".twitter-tweet, .instagram-media, .tiktok-embed")
        images_css = "[data-qa-id=image-figure] img"
        caption_css = "[data-qa-id=image-caption]"
