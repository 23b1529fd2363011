"""Jawa Pos, https://www.jawapos.com"""

import re

from newscrawl.portals import ArticleLoader, Payload, Portal

HOME, LINK = "https://www.jawapos.com/", "join('/', [category.slug, article_id, slug])"


class JawaPos(Portal):
    article_url = re.compile(
        r"(?:[a-z-]+\.)?jawapos\.com/(?:(?P<form>foto|photo|video)|[a-z0-9-]+)/(?:[a-z0-9-]+/)?"
        r"(?P<id>\d{8,}(?=/)|\d\d/\d\d/\d{4}/[^/]+|(?<=/baca/artikel/)\d+|\d{4}/\d\d/\d\d/\d+(?=/))(?:/[^/]+)?"
    )
    example = "https://www.jawapos.com/sepak-bola-dunia/2607240073/contoh-judul-berita-jawa-pos-pertama"
    day_in_address = re.compile(r"/(\d\d)(\d\d)(\d\d)\d{4}(?:/|$)")
    listings = (
        Payload("https://www.jawapos.com/indeks", "props.pageProps.initialArticles.data", script="#__NEXT_DATA__",
                link=LINK, dates="published_at", base=HOME),
        Payload("https://api.jawapos.com/api-jp-graphql", "data.articles.data",
                link=LINK, dates="published_at", base=HOME,
                post=r'{"query": "{ articles(filter: { publisherId: \"1\" }, first: 20, page: {number}) '
                     r'{ data { article_id slug published_at category { slug } } } }"}'),
    )  # fmt: skip
    evidence = ("structure of 2026",)

    class Loader(ArticleLoader):  # templates: 2026, whose elements are made of the data in the page; before.
        site_name = r"jawa ?pos"
        brands = r"jawa ?pos|jpnn"
        title_json = "next.article.title"
        published_at_css = ".read__info__date"
        published_at_json = ("next.article.published_at", "article.datePublished")
        authors_json = ("next.article.authors[].name", "[article.author][][].name")
        authors_css = ".read__info__author"
        editors_json = "next.article.editor.name"
        section_json = ("next.article.category.[parent.name, name]",
                        "breadcrumb.itemListElement[].[item.name, name][] | [?@]")  # fmt: skip
        tags_json = "next.article.tags[].name"
        tags_css = ".read__tagging a"
        summary_json = ("next.article.description", "article.description")
        body_json = "next.article.content"
        body_css = ".read__content"
        images_css = ".photo__img img"
        caption_css = ".photo__caption"
        pager_css = ".paging--article a"
