"""Okezone, https://www.okezone.com"""

import re

from newscrawl.listings import Listing, Rendered
from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal

# Topic pages of 2019-26, and what the search loads.
TAG_CARDS = (
    ".tag-wrapper a::attr(href), .list-berita a::attr(href), .box-text a::attr(href), .content-hardnews a::attr(href)"
)
SEARCH_CARDS = ".listnews .title a::attr(href), .listnews a.title::attr(href), .box-text a::attr(href)"
# The central index of 2018-26, and the list around its cards in two spellings.
INDEX_CARDS = ".content-hardnews a::attr(href), li.idx-list a::attr(href), .list-berita a::attr(href)"


class OkezoneLoader(ArticleLoader):
    # Templates: 2024-26, mobile 2018-23 and desktop 2017-23, celebrity 2016-17, 2015-16.
    site_name = "okezone"
    title_css = (".title-article h1", "div.title h1", "div.title-detail h1", "div.titles h1", "h1")
    published_at_css = (
        ".journalist span",
        ".namerep > b",
        ".namerep",
        "div.title-detail > span",
        "time.tgl",
    )
    authors_css = (
        ".journalist a[title]::attr(title)",
        ".namerep",
        ".title-detail > span > b",
        ".nmreporter > div",
    )
    authors_meta = "dable:author"
    section_css = (".breadcrumb a", "ul.breadcrumb li")
    section_json = ("breadcrumb.itemListElement[].[item.name, name][] | [?@]", "article.articleSection")
    section_meta = ("article:section", "article:section2")
    editors_css = "#contentx + strong"
    tags_css = ("#tag .box-tag a", ".detail-tag a")
    body_css = (
        ".c-detail.read",
        "#contentx",
        ".description.read",
        ".ctn-desc",
        "[itemprop=articleBody]",
        "div.read",
    )
    images_css = (".img-article img", "#imgCheck", "img.imgpath", ".ctn-images img", "#imageCheckWidth img")
    caption_css = (".desc-foto", ".detfoto > span", ".detailcaption", ".caption-img-ab")
    pager_css = ("#paging .nomor", ".pagingxm .ofvalue", ".second-paging a", ".paging a")
    body_drop = (".detads", "#metube_div")


class Okezone(Portal):
    """Okezone, https://www.okezone.com"""

    name = "okezone"
    domains = ("okezone.com",)
    article_url = re.compile(
        r"(?!(?:img|cdn|a|id|client|redaksi|management|search|sindikasi|tv|index|mncnow|services|mpi)\.)"
        r"[a-z0-9-]+\.okezone\.com/(?P<form>read|view|play)/\d{4}/\d\d?/\d\d?/\d+/(?P<id>\d+)(?:/[^/]*)?"
    )
    kinds = {"view": "gallery", "play": "video"}
    variants = (
        (re.compile(r"(?<=okezone\.com)/amp(?=/\d)"), "/read"),
        (re.compile(r"^([a-z]+)20\d\d(?=\.okezone)"), r"\1"),  # hosts of the developers: bola2020
    )
    example = "https://news.okezone.com/read/2021/03/24/18/2383040/korea-utara-dan-china"
    Loader = OkezoneLoader

    channels = {
        "news": "1", "sports": "2", "economy": "11", "women": "12", "celebrity": "13",
        "bola": "14", "muslim": "613", "edukasi": "623", "ototekno": "630",
    }  # fmt: skip
    listings = (
        Listing(
            "https://index.okezone.com/bydate/index/{day:%Y/%m/%d}/{offset}/",
            INDEX_CARDS,
            step=15,
            first="https://index.okezone.com/bydate/index/{day:%Y/%m/%d}/",
        ),
        Listing(
            "https://index.okezone.com/bydate/channel/{day:%Y/%m/%d}/{channel_id}/{offset}/",
            INDEX_CARDS,
            step=15,
            first="https://index.okezone.com/bydate/channel/{day:%Y/%m/%d}/{channel_id}/",
        ),
        Listing(
            "https://{channel}.okezone.com/indeks/{day:%Y/%m/%d}/{offset}",
            ".group-brt-terkini .desc-text::attr(href), .content-hardnews a::attr(href)",
            step=10,
            first="https://{channel}.okezone.com/indeks/{day:%Y/%m/%d}/",
        ),
    )
    tags = (
        Listing("https://www.okezone.com/tag/{tag}/{number}", TAG_CARDS, first="https://www.okezone.com/tag/{tag}"),
        Rendered("https://www.okezone.com/tag/{tag}", TAG_CARDS, scroll=True),
    )
    searches = (
        Listing("https://search.okezone.com/loaddata/article/{words}/{number}", SEARCH_CARDS),
        Rendered("https://search.okezone.com/search?q={words}", SEARCH_CARDS, scroll=True),
    )
    all_pages = "{url}?page=all"
