"""BeritaSatu, https://www.beritasatu.com"""

import re

from newscrawl.loaders import ArticleLoader
from newscrawl.portals import Portal


class BeritaSatuLoader(ArticleLoader):
    # Templates: 2026, 2020.
    site_name = "beritasatu"
    published_at_css = "p.editor"
    published_at_json = ("article.datePublished", "layer.detail_published_date")
    authors_css = "p.editor::text"  # the editor's initials behind it are a link
    authors_json = ("[article.author][][].name", "layer.penulis")
    editors_json = "layer.editor"
    editors_css = "p.editor a"
    section_json = "layer.[content_category, sub_category]"
    section_css = ".bc a"
    json_first = frozenset({"section", "editors"})
    tags_css = (".body-content .badge", ".story .badge")
    tags_json = "layer.tags"
    tags_meta = "keywords"
    body_css = (".body-content", "div.story:not(.caption-dtp)", "[itemprop=articleBody]")
    body_drop = (".badge", ".story > .container")
    images_css = "#b1Photo img"
    caption_css = ("#b1Photo .caption-dtp", "img + figcaption")


class BeritaSatu(Portal):
    """BeritaSatu, https://www.beritasatu.com"""

    name = "beritasatu"
    domains = ("beritasatu.com",)
    # Until about 2021 the editor's name stood first; before that the number was part of the slug.
    article_url = re.compile(
        r"(?:www\.|m\.)?beritasatu\.com/(?!(?:tag|penulis|editor|search|sitemap)/)"
        r"(?:[a-z0-9-]+/)??(?:(?P<form>foto|photo|video)|[a-z0-9-]+)/(?P<id>\d{4,})(?:/[^/]*|-[^/]*\.html)"
    )
    kinds = {"foto": "gallery", "photo": "gallery", "video": "video"}
    variants = ((re.compile(r"(?<=beritasatu\.com)/amp(?=/)|/amp$|(?<=[a-z\d])/\d{1,2}$"), ""),)
    example = "https://www.beritasatu.com/nasional/900001/contoh-berita"
    Loader = BeritaSatuLoader
