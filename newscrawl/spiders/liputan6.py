"""Liputan6, https://www.liputan6.com"""

import re

from newscrawl.portals import BRACKET_CREDIT, Feed, Listing, Portal, Rendered
from newscrawl.portals.houses import KlyLoader


class Liputan6(Portal):
    article_url = re.compile(
        r"(?:photo\.liputan6\.com/[a-z0-9-]+/[a-z0-9-]+-(?=\d{5,}$)"  # 2016
        r"|(?:[a-z0-9-]+\.)?liputan6\.com/(?:(?:(?!photo/|foto/|video/)[a-z0-9-]+/){0,2}(?:(?P<form>photo|foto|video)/)?"
        r"read|amp)/)(?P<id>\d{4,})(?:/[^/]*)?"
    )
    one_series = True
    variants = ((r"(?<=liputan6\.com)/amp(?=/\d)", "/read"),)
    example = "https://www.liputan6.com/news/read/4264499/headline-4-provinsi-bakal-terapkan-new-normal"
    channel_names = (
        "news bisnis bola showbiz tekno health regional global lifestyle otomotif saham crypto cek-fakta citizen6"
        " hot islami surabaya disabilitas opini on-off"
    )
    listings = (
        Listing("https://www.liputan6.com/{channel}",
                ".headline--main a[href*='/read/'], a.headline--bottom-slider__link,"
                " a.articles--iridescent-list--text-item__title-link",
                dates=".headline--main time::attr(datetime),"
                " time.headline--bottom-slider__item_timestamp::attr(datetime),"
                " time.articles--iridescent-list--text-item__time::attr(datetime)"),
        Feed("https://feed.liputan6.com/rss/{channel}"),
        Listing("https://www.liputan6.com/{channel}/indeks/{day:%Y/%m/%d}?page={number}",
                "a.articles--rows--item__title-link"),
        Rendered("https://www.liputan6.com/indeks?page={number}", "a[href*='/read/']"),  # its cards are a guess
    )  # fmt: skip
    evidence = ("real page (2020)", "real page (2021)", "structure of 2026")

    class Loader(KlyLoader):
        # Templates: 2026, desktop 2016-22, its photo pages, mobile and AMP 2016-22, before 2016, and "Today" of 2022.
        site_name = "liputan6"
        title_css = ("h1:not([class*=logo])", ".detail-headline h2")
        published_at_css = (".read-page-box__author__updated", ".read-page--header--author__datetime",
                            ".read-page--photo-tag--header__datetime", ".article-header__datetime",
                            ".read-page--header__datetime",
                            "time[itemprop=datePublished]", ".by-author .updated",
                            ".detail-headline .time")  # fmt: skip
        updated_at_css = (".read-page--header--author__modified-time", ".article-header__modified-time")
        authors_css = (
            ".read-page--credits__item:contains(Author) .read-page--credits__popover-name",
            ".article-credits__item:contains(Author) .article-credits__item-name",
            "#credits_author ~ li:has(~ #credits_editor) .name",  # before 2016: a list with the roles between the names
            ".credits-list:not(:has(#credits_editor)) #credits_author ~ li .name",
            ".read-page-box-top .read-page-box__author__name",
            # a header may name the editor: believed where no credits tell who is who
            "body:not(:has(.read-page--credits)) .read-page--header--author__name",
            "body:not(:has(.article-credits)) .article-header__author-link",
            ".read-page--header__author",
            "body:not(:has(.read-page--credits)) .read-page--header [itemprop=author]",
            "body:not(:has(.read-page--credits)) [class*=read-page--header--author] [itemprop=name]",
        )
        editors_css = (".read-page--credits__item:contains(Editor) .read-page--credits__popover-name",
                       ".article-credits__item:contains(Editor) .article-credits__item-name",
                       "#credits_editor ~ li .name",
                       "#credits_editor ~ li:has(~ #credits_photographer) .read-page--credits__name",  # photos of 2016
                       "#credits_editor ~ li .read-page--credits__name")  # fmt: skip
        section_meta = ("article:section2", "article:section3")
        section_css = (".read-page--breadcrumb a", ".breadcrumb a")
        section_json = "[state.kmklabs][?gtm.subCategory == 'today'].category.name"
        tags_css = (
            ".tags--snippet__link",
            ".read-page--tags__item",
            ".tags--topics--item__link",
            ".tags__list-item-link",
            ".tag-links .tag a",
        )
        not_tags = "sorot|trending terkini|leveling sistem"  # 2026: the newsroom's own labels
        tags_json = "[state.kmklabs.gtm][?subCategory == 'today'].tag"
        body_css = (".article-content-body", ".read-page--photo-tag--header__content", ".article-short-desc",
                    "[itemprop=articleBody]", ".article-raw-content", "#multi-page-0", ".text-detail",
                    ".detail-paragraph")  # fmt: skip
        body_drop = (
            "[class*=item-break], .article-content-body__break, .article-content-body__load-more, .read-page--summary",
            ".baca-juga, .baca-juga-collections, .article-ad, .seamless-ads, [class*=video-gallery--item]",
        )
        images_css = (".category-photo .read-page--photo-gallery figure img", ".read-page--top-media img",
                      ".read-page--photo-tag--slider__top img",
                      ".article-photo-gallery--item_full img", ".article-photo-gallery--item_full amp-img",
                      ".article-gallery-slider__item img, .article-gallery-slider__item amp-img")  # fmt: skip
        caption_css = (".read-page--photo-gallery--item__caption", ".article-photo-gallery--item__description",
                       ".article-gallery-slider__short-desc")  # fmt: skip
        figure_css = ".article-photo-gallery--item"
        credit_form = BRACKET_CREDIT
        gallery_css = ".article-gallery-slider, .read-page--photo-tag--slider__top, .category-photo"
