"""IDN Times, https://www.idntimes.com"""

import re

from newscrawl.portals import BRACKET_CREDIT, ArticleLoader, Listing, Portal, Row, Sitemap


class IdnTimes(Portal):
    # Today the slug ends with the writer's code and the article's; before, the writer had a step of the path.
    article_url = re.compile(
        r"(?:[a-z-]+\.)?idntimes\.com/(?!(?:author|tag|search|event|quiz)/)(?:[a-z0-9-]+/){1,2}"
        r"(?:[a-z0-9-]+-[a-z0-9]{5}-(?=[a-z0-9]{6}$)|[a-z0-9._-]+/(?=(?:[a-z0-9]+-)+[a-z0-9]+$))(?P<id>[a-z0-9-]+)"
    )
    variants = ((r"/amp(?=/)|/full$", ""),)
    example = "https://www.idntimes.com/news/indonesia/contoh-judul-berita-00-fxtur-a1b2c3"
    channel_names = "news business sport tech health life travel food science hype men automotive korea fiction opinion"
    listings = (
        Listing("https://www.idntimes.com/{channel}", "a:has([data-cy=ds-card-article-title])",
                dates="[data-cy=ds-card-article-pubdate]"),
        Sitemap("https://www.idntimes.com/{channel}/sitemap-news.xml"),  # a guess; the next one is in robots.txt
        Sitemap("https://www.idntimes.com/sitemap.xml"),
    )  # fmt: skip
    all_pages = "{url}?page=all"
    evidence = ("structure of 2026",)

    class Loader(ArticleLoader):  # templates: 2026, before 2025.
        site_name = r"idn ?times"
        junk = (
            Row(r"idn times community adalah media yang menyediakan platform untuk menulis\..{0,300}",
                "IDN Times Community adalah media yang menyediakan platform untuk menulis.", "Sora."),
            Row(r"baca berita terbaru terkait .{3,200} di (?:gen z memilih |aplikasi )?idn times\. "
                r"(?:jangan lupa|unduh) .{3,200}",
                "Baca berita terbaru terkait Pilkada Sora di Gen Z Memilih IDN Times. Jangan lupa bertanya.",
                "Baca berita terbaru terkait Pilkada Sora di IDN Times, kata Ratna."),
        )  # fmt: skip
        published_at_css = "[data-testid=publish-date-article] time"
        authors_css = ("#article-detail-1 [data-testid^=author-article]",  # the next article may follow below
                       "body:not(:has(#article-detail-1)) [data-testid^=author-article]")  # fmt: skip
        editors_css = "[data-testid^=editor-article]"
        section_json = "page.breadcrumb.itemListElement[].[item.name, name][] | [?@]"
        section_css = "[data-testid^=breadcrumbs]"
        tags_css = "#tag-list a"
        tags_json = "article.keywords"
        not_tags = "update me"
        credit_form = BRACKET_CREDIT
        body_css = ("#article-description", "#article-content", "p.article-text")
