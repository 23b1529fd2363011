"""Kontan, https://www.kontan.co.id"""

import re

from newscrawl.portals import ArticleLoader, Feed, Listing, Portal, Row

CARDS, DATES = ".list-berita .sp-hl a", ".list-berita .font-gray"


class Kontan(Portal):
    domains = ("kontan.co.id",)
    article_url = re.compile(
        r"(?!(?:foto|video|tv|store|pusatdata|search|executive)\.)[a-z]+\.kontan\.co\.id/news/(?P<id>[a-z0-9-]+)"
    )
    example = "https://nasional.kontan.co.id/news/judul-berita-contoh-hari-ini"
    listings = (
        Listing("https://www.kontan.co.id/search/indeks?kanal=&tanggal={day:%d}&bulan={day:%m}&tahun={day:%Y}"
                "&pos=indeks&per_page={offset}", CARDS, dates=DATES, step=20),
        Feed("https://www.kontan.co.id/feed"),  # linked from the front page of 2026, as the index is
        Listing("https://www.kontan.co.id/", CARDS, dates=DATES),
    )  # fmt: skip

    class Loader(ArticleLoader):
        site_name = "kontan"
        brands = r"kontan"
        junk = (
            Row(r"donasi, dapat voucer gratis\W*|survei kg media|dukungan anda akan menambah semangat kami\b.{0,330}",
                "DONASI, Dapat Voucer Gratis!", "Donasi untuk desa itu gratis."),
            Row(r"sebagai ungkapan terima ?kasih atas perhatian anda, tersedia voucer\b.{0,200}",
                "Sebagai ungkapan terimakasih atas perhatian Anda, tersedia voucer gratis.",
                "Sebagai ungkapan terima kasih, ia memberi voucer."),
        )  # fmt: skip
        title_css = "h1.detail-desk"
        published_at_css = ".fs14.ff-opensans.font-gray"
        tags_css = ".track-tag a"
        credits_css = "[itemprop=articleBody] p:contains('Reporter:')"
