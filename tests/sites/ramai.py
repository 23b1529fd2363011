"""Ramai, http://127.0.0.1: a portal whose lists are built by scripts; the site is given in the environment."""

import os
import re
from typing import ClassVar

from newscrawl.discovery.listings import Listing, Rendered, Source
from newscrawl.portals.form import Portal
from newscrawl.reading.loaders import ArticleLoader

SITE = os.environ["RAMAI_SITE"]
CARDS = "#daftar a.judul::attr(href)"


class RamaiLoader(ArticleLoader):
    site_name = "ramai"
    body_css = ".isi"


class Ramai(Portal):
    """Ramai, http://127.0.0.1"""

    name = "ramai"
    domains = ("127.0.0.1",)
    article_url = re.compile(r"127\.0\.0\.1/read/(?P<id>\d+)/[\w-]+")
    example = "https://127.0.0.1/read/1/judul"
    Loader = RamaiLoader

    channels = dict.fromkeys(
        (
            "lambat",
            "muat",
            "gulir",
            "tak-habis",
            "menggantung",
            "melempar",
            "izin",
            "diam",
            "tertutup",
            "pindah",
            "berputar",
        ),
        "1",
    )
    listings: ClassVar[tuple[Source, ...]] = (
        Rendered(
            f"{SITE}/tombol/{{channel}}/{{day}}", CARDS, more=".muat", dismiss=".izin button", hosts=("localhost",)
        ),
        Rendered(f"{SITE}/gulir/{{channel}}/{{day}}", CARDS, scroll=True, turns=5),
    )
    tags: ClassVar[Source | tuple[Source, ...]] = (
        Listing(f"{SITE}/tag/{{tag}}", CARDS),
        Rendered(f"{SITE}/tag/{{tag}}", CARDS),
    )


class RamaiPolos(Ramai):
    """The same lists as any other, without a browser"""

    name = "ramai-polos"
    listings = Listing(f"{SITE}/tombol/{{channel}}/{{day}}", CARDS), Listing(f"{SITE}/gulir/{{channel}}/{{day}}", CARDS)
    tags = ()


class RamaiTerkini(Ramai):
    """A list of all days without an end, by a browser that the portal itself asks for"""

    name = "ramai-terkini"
    channels = {}
    browser = True
    listings = (Rendered(f"{SITE}/gulir/terkini", CARDS, dates="#daftar time", scroll=True),)
    tags = ()
