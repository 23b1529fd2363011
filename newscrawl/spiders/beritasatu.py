"""BeritaSatu, https://www.beritasatu.com"""

import re

from newscrawl.portals import ArticleLoader, Listing, Portal, Sitemap


class BeritaSatu(Portal):
    article_url = re.compile(  # until 2021 the editor's name stood first; before that the number was part of the slug
        r"(?:www\.|m\.)?beritasatu\.com/(?!(?:tag|penulis|editor|search|sitemap)/)"
        r"(?:[a-z0-9-]+/)??(?:(?P<form>foto|photo|video)|[a-z0-9-]+)/(?P<id>\d{4,})(?:/[^/]*|-[^/]*\.html)"
    )
    variants = ((r"(?<=[a-z\d])/\d{1,2}$", ""),)
    example = "https://www.beritasatu.com/nasional/900001/contoh-berita"
    channel_names = "nasional ekonomi internasional sport lifestyle ototekno megapolitan network"
    listings = (
        Listing("https://www.beritasatu.com/terkini/indeks/{number}", ".row.gx-3.mt-4 a.stretched-link", pages=7,
                dates=".row.gx-3.mt-4 .b1-date"),
        Sitemap("https://www.beritasatu.com/sitemap/{channel}/news.xml"),
    )  # fmt: skip
    evidence = ("real page (2020)", "structure of 2026")

    class Loader(ArticleLoader):  # templates: 2026, 2020.
        site_name = r"berita ?satu"
        brands = r"berita ?satu\w*|investor daily|jakarta globe|b-?universe"
        published_at_css = ("p.editor", "h1 ~ .text-muted")
        authors_css = "p.editor::text"  # the editor's initials behind it are a link, on some pages text
        authors_cut = r"\s*/\s*[A-Z]{2,4}\s*$"
        authors_json = ("[article.author][][].name", "layer.penulis")
        editors_json = "layer.editor"
        editors_css = ("p.editor a", ".my-auto.small a[href*='/editor/']")
        section_json = "layer.[content_category, sub_category]"
        section_css = ".bc a"
        json_first = frozenset({"section", "editors"})
        tags_css = (".body-content .badge", ".story .badge")
        tags_json = "layer.tags"
        tags_meta = "keywords"
        body_css = (".body-content", "div.story:not(.caption-dtp)")
        body_drop = (".badge", ".story > .container")
        images_css = "#b1Photo img"
        caption_css = ("#b1Photo .caption-dtp", "img + figcaption")
