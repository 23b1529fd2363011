"""IDN Times, https://www.idntimes.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class IdnTimesLoader(ArticleLoader):
    # Templates: 2026, before 2025.
    site_name = "idn times"
    title_css = ("h1[data-testid=title-article]", "h1")
    published_at_css = "[data-testid=publish-date-article] time"
    editors_css = "[data-testid^=editor-article]"
    section_json = "page.breadcrumb.itemListElement[].[item.name, name][] | [?@]"
    section_css = "[data-testid^=breadcrumbs]"
    tags_css = "#tag-list a"
    tags_json = "article.keywords"
    not_tags = "update me"
    body_css = ("#article-description", "#article-content", "p.article-text")


class IdnTimes(Portal):
    """IDN Times, https://www.idntimes.com"""

    name = "idntimes"
    domains = ("idntimes.com",)
    # Today the slug ends with the writer's code and the article's; before, the writer had a step of the path.
    article_url = re.compile(
        r"(?:[a-z-]+\.)?idntimes\.com/(?!(?:author|tag|search|event|quiz)/)(?:[a-z0-9-]+/){1,2}"
        r"(?:[a-z0-9-]+-[a-z0-9]{5}-(?=[a-z0-9]{6}$)|[a-z0-9._-]+/(?=(?:[a-z0-9]+-)+[a-z0-9]+$))(?P<id>[a-z0-9-]+)"
    )
    variants = ((re.compile(r"/amp(?=/|$)|/full$"), ""),)
    example = "https://www.idntimes.com/news/indonesia/contoh-judul-berita-00-fxtur-a1b2c3"
    Loader = IdnTimesLoader
    all_pages = "{url}?page=all"
