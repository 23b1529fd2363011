"""What a portal is: its addresses, its listings and its loader. All that a portal's file needs is here."""

from newscrawl.discovery.listings import Feed, Listing, Rendered, Sitemap
from newscrawl.discovery.payload import Payload
from newscrawl.portals.form import Portal
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.phrases.pictures.captions import BRACKET_CREDIT
from newscrawl.reading.rows import Row

__all__ = ["BRACKET_CREDIT", "ArticleLoader", "Feed", "Listing", "Payload", "Portal", "Rendered", "Row", "Sitemap"]
