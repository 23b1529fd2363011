"""How the pages of one article become one record: nothing doubled, nothing lost, and never a part as the whole."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.crawling.spider.joining import MOST_MISSING, MOST_PAGES
from newscrawl.items import Article, Image
from newscrawl.reading.join import covers, join
from tests.discovery.test_discovery import HOST, Kabar, KabarLoader, spider_of

URL = f"{HOST}/bola/12/warga-desa-sora-menanam-lada"
LEAD = "SORA - Warga Desa Sora menanam lada di lereng utara, kata Bu Ratna."
BOX = "Laporan ini dikerjakan bersama Yayasan Lereng Utara sejak tahun lalu."
ONE, TWO, THREE = (f"Isi halaman {word} cukup panjang untuk sebuah paragraf." for word in ("satu", "dua", "tiga"))


class Loader(KabarLoader):
    pager_css = ".halaman a"
    images_css = ".utama img"
    caption_css = ".keterangan"


def page(*paragraphs: str, pages: int = 3, image: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    pager = "".join(f"<a href='?page={n}'>{n}</a>" for n in (1, 2, pages) if n <= pages)
    return (
        f"<html><body><h1>Warga Desa Sora Menanam Lada</h1>{image}<div class='isi'>{text}</div>"
        f"<div class='halaman'>{pager}</div></body></html>"
    )


def crawl(web: Mapping[str, str], all_pages: str | None = None) -> tuple[Article, list[str]]:
    """The article of pages by their query ("" is page 1; others are 404), and what was asked for."""
    spider = spider_of(type("Split", (Kabar,), {"name": "kabar", "Loader": Loader, "all_pages": all_pages}))
    asked: list[str] = []
    request = Request(URL, callback=spider.parse_article, meta={"article_id": "kabar-12"})
    while True:
        query = request.url.removeprefix(URL)
        asked.append(query)
        outputs: Iterable[Any]
        if query in web:
            assert request.callback
            response = HtmlResponse(request.url, body=web[query].encode(), request=request)
            outputs = request.callback(response, **request.cb_kwargs)
        else:
            failure = Failure(HttpError(Response(request.url, status=404), "404"))  # type: ignore[no-untyped-call]
            failure.request = request  # type: ignore[attr-defined]
            assert request.errback
            outputs = request.errback(failure)
        (output,) = outputs
        if isinstance(output, Article):
            return output, asked
        request = output


def texts(article: Article) -> list[str]:
    return article.text.split("\n\n")


@pytest.mark.parametrize(
    ("pages", "joined"),
    [
        ([[LEAD, ONE], [LEAD, TWO], [LEAD, THREE]], [LEAD, ONE, TWO, THREE]),
        ([[LEAD, ONE], [LEAD, TWO]], [LEAD, ONE, TWO]),
        ([["SORA", LEAD, ONE], ["SORA", LEAD, TWO], [THREE]], ["SORA", LEAD, ONE, TWO, THREE]),
        ([[ONE, BOX], [TWO, BOX], [THREE, BOX]], [ONE, TWO, THREE, BOX]),
        ([[ONE, "Kerja Bersama", BOX], [TWO, "Kerja Bersama", BOX]], [ONE, TWO, "Kerja Bersama", BOX]),
        ([["Warga menanam lada di lereng utara karena", BOX], ["hujan berhenti.", BOX]],
         ["Warga menanam lada di lereng utara karena hujan berhenti.", BOX]),
        ([[LEAD, ONE, BOX, "Tutup satu."], [LEAD, TWO, BOX, "Tutup dua."]],
         [LEAD, ONE, BOX, "Tutup satu.", TWO, "Tutup dua."]),
        # at a seam
        ([[ONE, TWO], [TWO, THREE]], [ONE, TWO, THREE]),
        ([[ONE, "Dua."], ["Dua.", THREE]], [ONE, "Dua.", THREE]),
        ([[LEAD, ONE, "Dua."], [LEAD, "Dua.", THREE]], [LEAD, ONE, "Dua.", THREE]),
        ([[LEAD, ONE, BOX], [LEAD, ONE, TWO, BOX]], [LEAD, ONE, TWO, BOX]),
        # short lines are each page's own
        ([["1. Soto", "Bahan:", ONE], ["2. Rawon", "Bahan:", TWO], ["3. Gulai", "Bahan:", THREE]],
         ["1. Soto", "Bahan:", ONE, "2. Rawon", "Bahan:", TWO, "3. Gulai", "Bahan:", THREE]),
        ([[ONE, "Tidak."], [TWO, "Tidak."]], [ONE, "Tidak.", TWO, "Tidak."]),
        ([[ONE, LEAD, TWO], [THREE]], [ONE, LEAD, TWO, THREE]),
        # what a page says twice by itself, it says twice
        ([[ONE, TWO, ONE], [THREE]], [ONE, TWO, ONE, THREE]),
    ],
)  # fmt: skip
def test_what_every_page_repeats_is_kept_once(pages: list[list[str]], joined: list[str]) -> None:
    parts = [Article(text="\n\n".join(page)) for page in pages]
    assert texts(join(parts, len(parts), complete=True)) == joined
    web = {f"?page={n}" if n > 1 else "": page(*lines, pages=len(pages)) for n, lines in enumerate(pages, 1)}
    article, asked = crawl(web)
    assert (texts(article), article.pages, article.complete) == (joined, len(pages), True)
    assert len(asked) == len(pages)


def test_pictures_of_all_pages_stay_in_order_with_their_first_captions() -> None:
    def part(*images: tuple[str, str | None]) -> Article:
        return Article(text=ONE, images=[Image(url, caption) for url, caption in images])

    joined = join(
        [part(("A", "Lereng"), ("B", None)), part(("A", "Lain"), ("C", None), ("B", "Lada"))], 2, complete=True
    )
    assert [(image.url, image.caption) for image in joined.images] == [("A", "Lereng"), ("B", "Lada"), ("C", None)]


@pytest.mark.parametrize("all_pages", [None, "{url}?page=all"])
def test_pictures_of_later_pages_are_the_article_s(all_pages: str | None) -> None:
    def image(name: str, caption: str) -> str:
        return f"<div class='utama'><img src='/{name}.jpg'></div><div class='keterangan'>{caption}</div>"

    two = image("a", "Lereng sore hari") + "<div class='isi'><img src='/c.jpg'></div>"
    web = {
        "": page(ONE, pages=2, image=image("a", "Lereng utara")),
        "?page=2": page(TWO, pages=2, image=two),
        "?page=all": page(ONE, TWO, pages=2, image=two),
    }
    article, _ = crawl(web, all_pages)
    assert [(i.url, i.caption) for i in article.images] == [
        (f"{HOST}/a.jpg", "Lereng utara"),
        (f"{HOST}/c.jpg", None),
    ]


def long(words: str) -> str:
    return f"{words} " * 40


@pytest.mark.parametrize(
    "whole",
    [
        [LEAD, ONE],  # page 1 once more
        [ONE],
        [TWO, THREE],  # the rest without page 1
        [long(TWO), long(THREE)],  # longer than page 1, and without it
        [ONE[:-1], long(TWO)],  # page 1 is cut
        [LEAD, long(TWO)],  # a paragraph of page 1 is missing
        [],
    ],
    ids=["page 1", "half of it", "rest", "longer", "cut", "lacking", "empty"],
)
def test_all_pages_in_one_that_are_a_part_are_not_believed(whole: list[str]) -> None:
    web = {"": page(LEAD, ONE), "?page=2": page(TWO), "?page=3": page(THREE), "?page=all": page(*whole)}
    article, asked = crawl(web, "{url}?page=all")
    assert (texts(article), article.pages, article.complete) == ([LEAD, ONE, TWO, THREE], 3, True)
    assert asked == ["", "?page=all", "?page=2", "?page=3"]


def test_all_pages_in_one_are_believed_where_page_1_is_among_them() -> None:
    article, asked = crawl({"": page(LEAD, ONE), "?page=all": page(LEAD, ONE, TWO, THREE)}, "{url}?page=all")
    assert (texts(article), article.pages, article.complete) == ([LEAD, ONE, TWO, THREE], 3, True)
    assert asked == ["", "?page=all"]


def test_all_pages_in_one_bring_their_lead_once() -> None:
    whole = [LEAD, ONE, BOX, LEAD, TWO, BOX, LEAD, THREE, BOX]
    web = {"": page(LEAD, ONE, BOX), "?page=all": page(*whole)}
    article, _ = crawl(web, "{url}?page=all")
    assert (texts(article), article.complete) == ([LEAD, ONE, TWO, THREE, BOX], True)
    twice = [LEAD, ONE, "Bahan:", TWO, LEAD, THREE, "Bahan:", "Bahan:"]  # a refrain, and short lines
    article, _ = crawl({"": page(LEAD, ONE), "?page=all": page(*twice)}, "{url}?page=all")
    assert texts(article) == twice


def test_a_longer_text_without_a_paragraph_of_page_1_does_not_cover_it() -> None:
    first = Article(text=f"{LEAD}\n\n{ONE}")
    assert covers(Article(text=f"{LEAD}\n\n{ONE}\n\n{TWO}"), first)
    assert not covers(Article(text=f"{LEAD}\n\n{long(TWO)}"), first)
    assert not covers(Article(text=LEAD), first)


@pytest.mark.parametrize("lost", [(2,), (3,), (2, 3)])
def test_an_article_with_a_page_missing_is_not_complete(lost: tuple[int, ...]) -> None:
    web = {"": page(ONE), "?page=2": page(TWO), "?page=3": page(THREE)}
    for number in lost:
        del web[f"?page={number}"]
    article, _ = crawl(web)
    assert (article.pages, article.complete) == (3 - len(lost), False)
    assert texts(article) == [text for n, text in enumerate((ONE, TWO, THREE), 1) if n not in lost]


@pytest.mark.parametrize("again", [page(ONE), page(), "<html><body>Sedang diperbaiki</body></html>"])
def test_a_page_that_is_none_is_missing(again: str) -> None:
    article, _ = crawl({"": page(ONE), "?page=2": again, "?page=3": page(THREE)})
    assert (texts(article), article.pages, article.complete) == ([ONE, THREE], 2, False)


def numbered(count: int) -> dict[str, str]:
    """Pages of an article that has so many."""
    lines = [f"Halaman ke-{n} bercerita tentang kebun nomor {n} di lereng utara." for n in range(1, count + 1)]
    return {f"?page={n}" if n > 1 else "": page(line, pages=count) for n, line in enumerate(lines, 1)}


def test_an_article_whose_second_page_is_not_free_is_not_free() -> None:
    walled = page(TWO).replace("<body>", '<head><meta name="article:content_tier" content="locked"></head><body>')
    article, _ = crawl({"": page(ONE), "?page=2": walled, "?page=3": page(THREE)})
    assert article.paywalled
    article, _ = crawl({"": page(ONE), "?page=2": page(TWO), "?page=3": page(THREE)})
    assert not article.paywalled


def test_a_page_of_another_article_is_missing() -> None:
    """A cache before the site has mixed them up; without a word that tells so, the page is taken for the article's."""

    def dated(html: str, minute: str, title: str = "Warga Desa Sora Menanam Lada") -> str:
        stamp = f'<meta property="article:published_time" content="2026-07-24T09:{minute}:00+07:00">'
        return html.replace("<body>", f"<head>{stamp}</head><body>").replace("Warga Desa Sora Menanam Lada", title)

    first, last = dated(page(ONE), "10"), dated(page(THREE), "10", "Warga Desa Sora Menanam Lada (3)")
    for minute, whole in (("45", False), ("10", True)):
        article, _ = crawl({"": first, "?page=2": dated(page(TWO), minute, "Pasar Lama Dibuka"), "?page=3": last})
        assert (article.complete, TWO in article.text) == (whole, whole)


def test_an_article_of_99_pages_is_joined_whole() -> None:
    article, _ = crawl(numbered(99))
    assert (len(texts(article)), article.pages, article.complete) == (99, 99, True)


def test_more_pages_than_are_joined_are_said_and_not_complete(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        article, asked = crawl(numbered(MOST_PAGES + 1))
    assert (len(texts(article)), article.pages, article.complete) == (MOST_PAGES, MOST_PAGES, False)
    assert len(asked) == MOST_PAGES
    assert f"{URL} has {MOST_PAGES + 1} pages, of which {MOST_PAGES} were had" in caplog.text


def test_a_pager_that_tells_of_pages_that_there_are_not_costs_few_requests() -> None:
    article, asked = crawl(numbered(3) | {"": page(ONE, pages=150)})
    assert (article.pages, article.complete) == (3, False)
    assert len(asked) == 3 + MOST_MISSING
