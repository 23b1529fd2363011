"""Sora, https://localhost: a portal behind a certificate; the site is given in the environment."""

import os
import re

from newscrawl.discovery.listings import Listing
from newscrawl.portals.form import Portal
from newscrawl.reading.loaders import ArticleLoader

SITE = os.environ.get("SORA_SITE", "https://localhost")


class Sora(Portal):
    """Sora, https://localhost"""

    name = "sora"
    domains = ("localhost",)
    article_url = re.compile(r"localhost/read/(?P<id>\d+)/[\w-]+")
    example = "https://localhost/read/1/judul"
    listings = (Listing(f"{SITE}/indeks", "h3 a"),)
    Loader = ArticleLoader
