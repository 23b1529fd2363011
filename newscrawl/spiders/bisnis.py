"""Bisnis Indonesia, https://www.bisnis.com"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal, Rendered, Row

INDEX = "https://www.bisnis.com/index"
CARDS, DATES = ".artContent > a.artLink", ".artContent .artDate"  # of 2024-26


class Bisnis(Portal):
    domains = ("bisnis.com",)
    article_url = re.compile(
        r"(?!(?:foto|video|koran|epaper|search|event|premium)\.)[a-z0-9-]+\.bisnis\.com"
        r"/read/\d{8}/\d+/(?P<id>\d+)(?:/[^/]*)?"
    )
    example = "https://ekonomi.bisnis.com/read/20260724/12/1890001/judul-berita-contoh"
    day_in_address = re.compile(r"/read/(20\d\d)(\d\d)(\d\d)/")
    channels = {"ekonomi": "43", "market": "194", "finansial": "5", "teknologi": "277", "lifestyle": "197",
                "kabar24": "186", "bola": "392", "otomotif": "272", "entrepreneur": "258", "travel": "222",
                "jakarta": "382", "bandung": "548", "semarang": "528", "surabaya": "526", "bali": "529",
                "sumatra": "527", "kalimantan": "406", "sulawesi": "530", "papua": "413"}  # fmt: skip
    listings = (  # of all channels a day's index has 40 articles, some say; its host asks many readers for a browser
        Listing(f"{INDEX}?categoryId=0&type=indeks&date={{day:%Y-%m-%d}}&page={{number}}", CARDS, dates=DATES),
        Listing(f"{INDEX}?categoryId={{channel_id}}&type=indeks&date={{day:%Y-%m-%d}}&page={{number}}", CARDS,
                dates=DATES),
        Rendered(INDEX, CARDS),
    )  # fmt: skip
    evidence = ("public description only",)

    class Loader(ArticleLoader):  # template: 2024-26.
        site_name = r"bisnis(?: indonesia)?"
        brands = r"bisnis\.com|bisnis indonesia|jibi"
        junk = (
            Row(
                r"bisnis indonesia bersama \d+ media menggalang dana\b.{0,360}\bdonasi\b.{0,60}|konten premium",
                "Bisnis Indonesia bersama 3 media menggalang dana untuk warga terdampak. Ayo, ikut donasi sekarang!",
                "Bisnis Indonesia bersama 3 media menggalang dana, kata Ratna.",
            ),
        )
        title_css = "h1.detailsTitleCaption"
        published_at_css = ".detailsAttributeDates"
        authors_css = ".authorName"
        credits_css = ".detailsAuthorItem"
        section_css = ".breadcrumb a"
        tags_css = ".detailsTagList a"
        body_css = "article.detailsContent"
        images_css = ".detailsCoverImg img"
        credit_form = re.compile(
            r"(?P<caption>.*\S)\s+[-–—]\s+"
            r"(?P<credit>(?:[dD]ok\. )?[A-Z][^\s–—()]+(?: (?:dan|via|[A-Z/@][^\s–—()]*)){0,6})$"
        )
        paywall_css = ".paywall"
