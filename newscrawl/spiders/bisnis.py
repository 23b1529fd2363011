"""Bisnis Indonesia, https://www.bisnis.com"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal, Rendered, Row


class Bisnis(Portal):
    domains = ("bisnis.com",)
    article_url = re.compile(
        r"(?!(?:foto|video|koran|epaper|search|event|premium)\.)[a-z0-9-]+\.bisnis\.com"
        r"/read/\d{8}/\d+/(?P<id>\d+)(?:/[^/]*)?"
    )
    example = "https://ekonomi.bisnis.com/read/20260724/12/1890001/judul-berita-contoh"
    day_in_address = re.compile(r"/read/(20\d\d)(\d\d)(\d\d)/")
    listings = (
        Listing("https://www.bisnis.com/indeks", "a[href*='/read/20']"),  # a guess; other readers use a browser
        Rendered("https://www.bisnis.com/indeks", "a[href*='/read/20']"),
    )
    evidence = ("public description only",)

    class Loader(ArticleLoader):
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
        body_css = "article.detailsContent"
        credit_form = re.compile(
            r"(?P<caption>.*\S)\s+[-–—]\s+"
            r"(?P<credit>(?:[dD]ok\. )?[A-Z][^\s–—()]+(?: (?:dan|via|[A-Z/@][^\s–—()]*)){0,6})$"
        )
        paywall_css = ".paywall"
