"""How listings of each kind are read, and which of them are asked, in which order, how far."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse, XmlResponse
from scrapy.settings import Settings
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler
from twisted.python.failure import Failure

from benchmarks.loopback import loopback_settings
from newscrawl.crawling.spider.portal import PortalSpider
from newscrawl.crawling.spider.portal import spider_of as crawling
from newscrawl.crawling.spider.walk import MAX_UNDATED_PAGES
from newscrawl.discovery.cards import Card
from newscrawl.discovery.days import PART_OF_DAY, Days, Memory
from newscrawl.discovery.listings import Feed, Listing, Sitemap, Source
from newscrawl.discovery.lists import Lists
from newscrawl.discovery.payload import Payload
from newscrawl.discovery.series import Series
from newscrawl.discovery.sift import Sifted
from newscrawl.items import Identity
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import Plan
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import Page
from newscrawl.reading.times.dates import read_timestamp
from tests import forks
from tests.project import patient
from tests.site import Site, page, robots

NOW = datetime.fromisoformat("2026-07-24T18:00:00+07:00")
HOST = "https://www.kabar.example"


class KabarLoader(ArticleLoader):
    site_name = "kabar"
    body_css = ".isi"


class Kabar(Portal):
    """Kabar, https://www.kabar.example"""

    name = "kabar"
    domains = ("kabar.example",)
    article_url = re.compile(r"www\.kabar\.example/(?:\w+/)?(?:\d{4}/\d\d/\d\d/)?(?P<id>\d+)(?:/[\w-]+)?")
    example = f"{HOST}/bola/12/judul"
    Loader = KabarLoader


def portal(*listings: Source, channels: Iterable[str] = (), **attributes: Any) -> type[Portal]:
    """A portal with these listings."""
    return type("Other", (Kabar,), {"listings": listings, "channels": dict.fromkeys(channels, "1"), **attributes})


def spider_of(kind: type[Portal], **arguments: str) -> PortalSpider:
    """A spider of it at NOW, with statistics."""
    spider = crawling(kind)(**arguments)
    spider.settings = Settings({"NEWSCRAWL_NOW": NOW.isoformat()})
    spider.plan = Plan.parse(arguments, kind, NOW)
    crawler = get_crawler(type(spider))
    crawler.stats = MemoryStatsCollector(crawler)
    spider.crawler = crawler
    return spider


class Remembering(Memory):
    """A memory that keeps the days done in a list."""

    def __init__(
        self,
        done: list[str],
        *,
        is_done: bool = False,
        published: Callable[[str], str | None] = lambda _: None,
        known: Iterable[str] = (),
    ) -> None:
        self.ids = set(known)
        self.done = done
        self.all_done = is_done
        self.known = published

    def is_done(self, day: str) -> bool:
        return self.all_done

    def mark_done(self, day: str) -> None:
        self.done.append(day)

    def published(self, id: str, url: str) -> str | None:
        return self.known(id)

    def is_known(self, id: str) -> bool:
        return id in self.ids


def stats(spider: PortalSpider) -> dict[str, Any]:
    assert spider.crawler.stats
    return spider.crawler.stats.get_stats()


# By address: a body, an answer, or several of them for one request after the other; null is 404.
Web = Mapping[str, Any]


def crawl(spider: PortalSpider, web: Web, *, most: int = 500) -> tuple[list[str], list[str]]:
    """Run `start` and the listings over pages by address (others are 404): the pages asked for, the articles found."""
    asked: list[str] = []
    found: list[str] = []
    queue: list[Request] = []

    def take(outputs: Iterable[Any]) -> None:
        for output in outputs:
            assert isinstance(output, Request)
            if output.callback == spider.parse_listing:
                queue.append(output)
            else:
                found.append(output.url)

    def fetch(request: Request) -> None:
        asked.append(request.url)
        assert len(asked) <= most
        assert request.meta["download_slot"] == "kabar"
        body = web.get(request.url)
        if isinstance(body, list):
            body = body.pop(0) if len(body) > 1 else body[0]
        if body is not None:
            response = body if isinstance(body, Response) else answer(request.url, body)
            response.request = request
            take(spider.parse_listing(response, **request.cb_kwargs))
            return
        failure = Failure(HttpError(Response(request.url, status=404), "404"))  # type: ignore[no-untyped-call]
        failure.request = request  # type: ignore[attr-defined]
        take(spider.listing_failed(failure))

    async def run() -> None:
        async def begin() -> None:
            async for request in spider.start():
                take([request])

        started = asyncio.create_task(begin())
        while True:
            for _ in range(3):
                await asyncio.sleep(0)
            if queue:
                fetch(queue.pop(0))
            elif started.done():
                break
        await started

    asyncio.run(asyncio.wait_for(run(), 10))
    spider.closed("finished")
    return asked, found


def answer(url: str, body: str | bytes) -> Response:
    return HtmlResponse(url, body=body if isinstance(body, bytes) else body.encode())


def links(*paths: str) -> str:
    """An HTML list; a path may have a time behind a blank."""
    items = [path.partition(" ") for path in paths]
    return "".join(f'<li><h3><a href="{path}">Judul</a></h3><i>{time}</i></li>' for path, _, time in items)


def when(text: str) -> datetime | None:
    stamp = read_timestamp(text, now=NOW) if text else None
    return stamp.value if stamp else None


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-07-{text}:00+07:00")


# -- addresses ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "step", "address"),
    [
        ("indeks?page={number}&date={day:%m/%d/%Y}", 1, "indeks?page=3&date=07/04/2026"),
        ("indeks?page={number}&date={day:%m%%2F%d%%2F%Y}", 1, "indeks?page=3&date=07%2F04%2F2026"),
        ("indeks/0/{offset}?t={day:%Y-%m-%d}", 20, "indeks/0/40?t=2026-07-04"),
        ("index-news?date={day:%Y-%-m-%-d}&page={number}", 1, "index-news?date=2026-7-4&page=3"),
        ("index/{offset}/{day:%Y/%m/%d}", 50, "index/100/2026/07/04"),
        ("{day:%d}/{day:%B}/{day:%y}/{number}", 1, "04/July/26/3"),
        ("arsip/{day:%Y%m%d}/{number}", 1, "arsip/20260704/3"),
        ("i?from={day:%d %B %Y}&to={day:%d %B %Y}&p={number}", 1, "i?from=04%20July%202026&to=04%20July%202026&p=3"),
        ("arsip/{day}/{number}", 1, "arsip/2026-07-04/3"),
    ],
)
def test_a_day_goes_into_an_address_and_is_read_from_it(form: str, step: int, address: str) -> None:
    kind = portal(Listing(f"{HOST}/{form}", "a", step=step))
    series = Series(0, "2026-07-04", number=3)
    request = spider_of(kind).listing_request(series)
    assert request.url == f"{HOST}/{address}"
    assert kind.series_at(request.url) == series
    assert kind.series_at(request.url.replace("%2F", "/")) == series
    assert kind.series_at(request.url + "x") is None


def test_a_day_that_does_not_exist_is_no_listing() -> None:
    kind = portal(Listing(HOST + "/indeks?date={day:%m/%d/%Y}", "a"))
    assert kind.series_at(f"{HOST}/indeks?date=24/07/2026") is None


@pytest.mark.parametrize(
    "build",
    [
        lambda: Listing("https://a.example/{seite}", "a"),
        lambda: Listing("https://a.example/", "a["),
        lambda: Listing("https://a.example/", "a", dates="time:"),
        lambda: Payload("https://a.example/", "a["),
        lambda: portal(Listing(HOST + "/{channel}", "a")),
        lambda: portal(Listing(HOST + "/indeks", "a"), channels=["bola"]),
        lambda: portal(Listing(HOST + "/{day}", "a"), Feed(HOST + "/rss"), Listing(HOST + "/x/{day}", "a")),
    ],
)
def test_a_wrong_declaration_fails_at_import(build: Callable[[], Any]) -> None:
    with pytest.raises((ValueError, TypeError, SyntaxError)):
        build()


# -- what is read of a page --------------------------------------------------------------------------------


def test_times_beside_cards_of_an_html_list() -> None:
    body = """<ul><li><a href="/bola/1/a"><img></a><div><a href="/bola/1/a">A</a><time>Jumat, 24 Juli 2026 17:25 WIB
    </time></div></li><li><a href="2">B <span>5 menit lalu</span></a></li><li><a href="/bola/3">C</a></li>
    <li><a href="/bola/4">D</a><time><!--2026-07-23 10:00:00-->kemarin</time></li></ul>
    <p><a href="/bola/5">E</a><a href="/bola/6">F</a><time>24 Juli 2026</time></p>"""
    response = HtmlResponse(f"{HOST}/bola/", body=body.encode())
    cards = Listing(f"{HOST}/bola/", "a", dates="time, span").read(response, when)
    assert [(card.url.removeprefix(HOST), card.published) for card in cards] == [
        ("/bola/1/a", at("24 17:25")),
        ("/bola/1/a", at("24 17:25")),
        ("/bola/2", at("24 17:55")),
        ("/bola/3", None),
        ("/bola/4", at("23 10:00")),
        ("/bola/5", None),
        ("/bola/6", None),
    ]
    attributes = Listing(f"{HOST}/bola/", "a::attr(href)", dates="time::text").read(response, when)
    assert [card.published for card in attributes[:2]] == [at("24 17:25")] * 2


NEWS_SITEMAP = f"""
<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc><![CDATA[ {HOST}/bola/1/a ]]></loc><news:news><news:publication_date>2026-07-24T16:39:00+07:00
</news:publication_date></news:news><image:image><image:loc>{HOST}/x.jpg</image:loc></image:image></url>
<url><loc>{HOST}/bola/2?a=1&b=2</loc><lastmod>2026-07-20</lastmod></url>
<url><lastmod>2026-07-20</lastmod></url>
<url><loc>{HOST}/bola/3</loc></urlset>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_broken_news_sitemap_gives_what_is_in_it(pack: Callable[[bytes], bytes]) -> None:
    response = XmlResponse(f"{HOST}/sitemap-news.xml", body=pack(NEWS_SITEMAP.encode()))
    cards = Sitemap(response.url).read(response, when)
    assert [(card.url.removeprefix(HOST), card.published, card.modified) for card in cards] == [
        ("/bola/1/a", at("24 16:39"), None),
        ("/bola/2?a=1&b=2", None, at("20 00:00")),
        ("/bola/3", None, None),
        ("", None, None),
    ]


@pytest.mark.parametrize("end", ["</urlset>", "</url></urlset>", "loc></url></urlset>"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_sitemap_without_its_end_is_refused_also_where_an_entry_is_whole(
    pack: Callable[[bytes], bytes], end: str
) -> None:
    whole = sitemap(("/bola/1", "2026-07-24T10:00:00+07:00"), ("/bola/2", "2026-07-24T10:00:00+07:00"))
    cut = whole[: -len(end)] if end == "</urlset>" else whole[: whole.rindex("<n:") if end[0] == "<" else -len(end)]
    with pytest.raises(ValueError, match="cut body"):
        Sitemap(f"{HOST}/a.xml").read(XmlResponse(f"{HOST}/a.xml", body=pack(cut.encode())), when)


ITEM = f"<item><title>A</title><link>{HOST}/bola/1</link></item>"
RSS = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{ITEM}</channel></rss>'


@pytest.mark.parametrize(
    "body",
    [
        RSS + "<!-- " + "x" * 300 + " -->",
        RSS + "\n\n\n<br />\n<b>Notice</b>: Undefined index in <b>/srv/rss.php</b>",
        RSS + "<html><body><p>Iklan</p></body></html>",
        "<br />\n<b>Warning</b>: x in <b>y</b> on line <b>3</b><br />\n" + RSS,
        "\n\n \n" + RSS,
        "\ufeff\ufeff" + RSS,
        "<!-- <rss> -->" + RSS,
        RSS.replace("<title>A", "<title>Harga < biaya & untung <3"),
        RSS.replace("<title>A", "<title>Harga <b>naik"),
        RSS.replace("<title>A", "<title>A\x0b\x1b\x00"),
        RSS.replace("<title>A", "<dc:creator>B</dc:creator><x:y z='1'/><title>A"),
        RSS.replace("<title>A", "<title><![CDATA[A </item> <item> <![CDATA[B]]>"),
        RSS.replace("<title>A", "<title><![CDATA[A </item><link>x</link> ]]>"),
        RSS.replace("<title>A", "<title><![CDATA[A"),
        RSS.replace("<title>A", "<title>A ]]>"),
        RSS.replace(f"<link>{HOST}/bola/1</link>", f"<link><![CDATA[ {HOST}/bola/1 ]]></link>"),
        RSS.replace("<title>A", f"<atom:link href='{HOST}/rss'/><title>A"),
        RSS.replace(f"<link>{HOST}/bola/1</link>", f"<guid>{HOST}/bola/1</guid>"),
        RSS.replace(f"<link>{HOST}/bola/1</link>", f"<link></link><guid isPermaLink='true'>{HOST}/bola/1</guid>"),
        RSS.replace(f"<link>{HOST}/bola/1</link>", f"<atom:link href='{HOST}/rss'/><guid>{HOST}/bola/1</guid>"),
        RSS.replace(f"<link>{HOST}/bola/1</link>", f"<link>{HOST}/bola/1</link><guid>{HOST}/?p=7</guid>"),
        RSS.replace("<title>A", f"<source url='{HOST}/x'><link>{HOST}/lain/9</link></source><title>A"),
        RSS.replace("utf-8", "iso-8859-1").replace("<title>A", "<title>Kafé").encode("latin-1"),
        RSS.encode("utf-16"),
    ],
)
def test_an_item_whose_link_is_whole_is_read_whatever_stands_around_it(body: str | bytes) -> None:
    response = XmlResponse(f"{HOST}/rss", body=body if isinstance(body, bytes) else body.encode())
    assert [card.url for card in Feed(f"{HOST}/rss").read(response, when) if card.url] == [f"{HOST}/bola/1"]


def test_a_broken_item_costs_only_itself(caplog: pytest.LogCaptureFixture) -> None:
    items = [ITEM.replace("/1", f"/{n}") for n in range(4)]
    items[1] = "<item><title>A < B <![CDATA[ </title><description>x"
    body = RSS.replace(ITEM, "".join(items)) + ITEM
    cards = Feed(f"{HOST}/rss").read(XmlResponse(f"{HOST}/rss", body=body.encode()), when)
    assert [card.url for card in cards] == [*(f"{HOST}/bola/{n}" for n in (0, 2, 3)), ""]
    assert "1 of 4 entries have no address" in caplog.text
    assert "ends early: 1 entries stand behind its end" in caplog.text


@pytest.mark.parametrize(
    ("listing", "body"),
    [
        (Feed(f"{HOST}/rss"), RSS.replace(ITEM, f"{ITEM}<item><title>B</title><url>{HOST}/bola/2</url></item>")),
        (
            Sitemap(f"{HOST}/map"),
            f"<urlset><url><loc>{HOST}/bola/1</loc></url><url><id>{HOST}/bola/2</id></url></urlset>",
        ),
    ],
)
def test_entries_without_an_address_are_counted_as_cards_that_lead_to_no_article(listing: Source, body: str) -> None:
    """A feed of which some items have their links in another element goes on, and loses these: a finding tells it."""
    read = listing.read(XmlResponse(listing.url, body=body.encode()), when)
    assert [card.url for card in read] == [f"{HOST}/bola/1", ""]
    nothing = body.replace(f"<link>{HOST}/bola/1</link>", "").replace(f"<loc>{HOST}/bola/1</loc>", "")
    assert listing.read(XmlResponse(listing.url, body=nothing.encode()), when) == [], "an empty list is another finding"


def test_relative_links_are_joined_to_the_base_that_a_page_declares() -> None:
    def urls(head: str, link: str = "read/1/a") -> list[str]:
        response = HtmlResponse(
            f"{HOST}/bydate/index/", body=f"<head>{head}</head><h3><a href='{link}'>x</a></h3>".encode()
        )
        return [card.url for card in Listing(f"{HOST}/", "h3 a").read(response, when)]

    assert urls("<base href='https://news.kabar.example/'>") == ["https://news.kabar.example/read/1/a"]
    assert urls("<base target=_top><base href='/arsip/'><base href='/x/'>") == [f"{HOST}/arsip/read/1/a"]
    assert urls("<base href='/arsip/'>", "/read/1") == [f"{HOST}/read/1"]
    assert urls("<base href='http://[rusak'>") == urls("<base href='data:x'>") == [f"{HOST}/bydate/index/read/1/a"]


def test_a_feed_gives_the_articles_own_addresses() -> None:
    body = f"""<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
    <lastBuildDate>Thu, 01 Jan 1970 07:00:00 +0700</lastBuildDate><link>{HOST}/</link>
    <item><title>A</title><link>{HOST}/bola/1/a</link><pubDate>Fri, 24 Jul 2026 09:00:00 +0700</pubDate></item>
    <item><link>http://feeds.feedburner.com/~r/kabar/~3/x</link><guid isPermaLink="true">{HOST}/bola/2</guid></item>
    <item><link>http://rss.feedsportal.com/x</link><feedburner:origLink>{HOST}/bola/3</feedburner:origLink></item>
    <item><link>{HOST}/</link><guid>17</guid></item></channel></rss>"""
    cards = Feed(f"{HOST}/rss").read(XmlResponse(f"{HOST}/rss", body=body.encode()), when)
    assert cards == [
        Card(f"{HOST}/bola/1/a", at("24 09:00")),
        Card(f"{HOST}/bola/2"),
        Card(f"{HOST}/bola/3"),
        Card(f"{HOST}/"),
    ]
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><updated>1970-01-01T00:00:00Z</updated><entry>
    <link rel="self" href="{HOST}/x.atom"/><link rel="alternate" href="{HOST}/bola/4"/><id>tag:4</id>
    <published>2026-07-24T02:00:00Z</published><updated>2026-07-24T03:00:00Z</updated></entry></feed>"""
    cards = Feed(f"{HOST}/rss").read(XmlResponse(f"{HOST}/rss", body=atom.encode()), when)
    assert cards == [Card(f"{HOST}/bola/4", at("24 09:00"), at("24 10:00"))]


def test_json_of_each_shape() -> None:
    articles = [
        {"id": 1, "slug": "a", "kanal": {"slug": "bola"}, "at": "2026-07-24 08:10:00"},
        {"id": 9, "slug": None, "kanal": {"slug": "bola"}, "at": None},
        {"id": "2", "slug": "b", "kanal": {"slug": "bola"}, "at": None},
    ]
    rule: dict[str, Any] = {
        "link": "join('/', [kanal.slug, to_string(id), slug])",
        "dates": "at",
        "base": f"{HOST}/",
    }
    expected = [Card(f"{HOST}/bola/1/a", at("24 08:10")), Card(f"{HOST}/bola/2/b"), Card("")]
    url = f"{HOST}/api"
    plain = TextResponse(url, body=json.dumps({"data": {"list": articles}}).encode())
    assert Payload(url, "data.list", **rule).read(plain, when) == expected
    script = f'<p>x</p><script id="__NEXT_DATA__" type="application/json">{json.dumps({"l": articles})}</script>'
    assert Payload(url, "l", script="#__NEXT_DATA__", **rule).read(answer(url, script), when) == expected
    nuxt = [["Reactive", 1], {"list": 2, "top": 0}, [3], {"url": 4, "at": 5, "none": -1}, "bola/7", "24 Juli 2026"]
    flat = TextResponse(url, body=json.dumps(nuxt).encode())
    cards = Payload(url, "list", dates="at", base=f"{HOST}/", devalue=True).read(flat, when)
    assert cards == [Card(f"{HOST}/bola/7", at("24 00:00"))]


@pytest.mark.parametrize("body", ["<p>Just a page</p>", "{", '{"data": {"list": [{"url": 1}, 2, null]}}', "[]", "[[[1"])
def test_json_of_another_shape_gives_nothing_or_says_so(body: str) -> None:
    for listing in (
        Payload(HOST, "data.list"),
        Payload(HOST, "data.list", link="join('/', [url, url])"),
        Payload(HOST, "data.list", script="#x"),
        Payload(HOST, "data.list", devalue=True),
    ):
        with suppress(ValueError):
            assert listing.read(answer(HOST, body), when) == []


# -- how far a listing of all days is read ----------------------------------------------------------------


TERKINI = Listing(HOST + "/terkini?page={number}", "a", dates="i")


def newest_first(days: Iterable[int], each: int = 2) -> dict[str, str]:
    """Pages of TERKINI, one of these days of July each."""
    return {
        f"{HOST}/terkini?page={n}": links(*(f"/bola/{day}{n}{k} {day} Juli 2026 10:0{k}" for k in range(each)))
        for n, day in enumerate(days, 1)
    }


def test_pages_are_turned_until_one_lies_before_the_days_asked_for() -> None:
    spider = spider_of(portal(TERKINI))
    asked, found = crawl(spider, newest_first([24, 24, 23, 22, 21, 20]))
    assert asked == [f"{HOST}/terkini?page={n}" for n in (1, 2, 3, 4)]
    assert [url.rsplit("/", 1)[1] for url in found] == ["2410", "2411", "2420", "2421", "2330", "2331"]
    counted = stats(spider)
    assert counted["listings/other days"] == 2
    assert counted["listings/https://www.kabar.example/terkini?page={number}/asked"] == 4
    assert counted["listings/https://www.kabar.example/terkini?page={number}/articles"] == 8, (
        "those of other days too: the listing works"
    )
    assert "listings/short of since" not in counted
    assert not spider.ranges.open


def test_articles_behind_the_days_asked_for_are_passed_over() -> None:
    spider = spider_of(portal(TERKINI), since="2026-07-20", until="2026-07-21")
    asked, found = crawl(spider, newest_first([24, 23, 22, 21, 20, 19, 18]))
    assert len(asked) == 6
    assert {url.rsplit("/", 1)[1] for url in found} == {"2140", "2141", "2050", "2051"}


def test_a_pinned_article_does_not_end_a_list_nor_keep_it_open() -> None:
    web = newest_first([24, 23, 22, 21], each=10)
    for n in range(1, 5):
        web[f"{HOST}/terkini?page={n}"] += links("/bola/9 1 Januari 2026", f"/bola/8{n} 24 Juli 2026", "/bola/8")
    asked, found = crawl(spider_of(portal(TERKINI)), web)
    assert len(asked) == 3
    assert found.count(f"{HOST}/bola/8") == 1
    spider = spider_of(portal(TERKINI), since="2026-07-01")
    crawl(spider, web)
    assert spider.ranges.short == [date(2026, 7, 21)]


def test_many_pinned_articles_tell_neither_how_far_a_list_goes_nor_that_it_comes_to_what_is_known() -> None:
    def web(*pinned: str) -> dict[str, str]:
        new = [f"/bola/{n} 24 Juli 2026" for n in range(100, 116)]
        return {f"{HOST}/terkini?page={n}": links(*pinned, *new[8 * n - 8 : 8 * n]) for n in (1, 2)}

    def apart(pages: dict[str, str], known: Iterable[str]) -> int:
        spider = spider_of(portal(TERKINI))
        spider.days.memory = Remembering([], known=known)
        crawl(spider, pages)
        return int(stats(spider).get("listings/apart", 0))

    old = web("/bola/7 1 Mei 2026", "/bola/8 2 Mei 2026")
    assert apart(old, []) == 1
    assert apart(old, ["kabar-7"]) == 1, "a pinned article is known to every run"
    assert apart(old, ["kabar-115"]) == 0, "its last is known"
    assert apart(web("/bola/7 1 Mei 2026"), [f"kabar-{n}" for n in range(104, 110)]) == 0


def test_what_a_channel_alone_shows_is_counted_and_numbers_that_two_articles_have() -> None:
    lists, counts = Lists(lambda _: None), Counter[str]()
    shown = {
        "bola": ("1/harga-tiket-final-naik", "2/pelatih-muda-dipanggil", "3/x"),
        "musik": ("1/harga-tiket-final-turun", "2/konser-amal-digelar-besok", "4/x"),
    }
    for channel, paths in shown.items():
        wanted = [(Identity(path[0], f"{HOST}/{path}", "article", None), Card("")) for path in paths]
        for key, number in lists.counted(channel, Sifted(wanted=wanted), alone=True):
            counts[key] += number
    assert counts == {
        "channels/bola": 3, "channels/musik": 3, "own channels/bola": 1, "own channels/musik": 1,
        "listings/one number": 1,
    }  # fmt: skip


def test_sitemaps_of_news_behind_an_index_are_counted_as_channels_are() -> None:
    """One without any article of these days is known by the nights before; one that tells no times may be full."""
    stamps = (("/bola/1", "2026-07-24T09:00:00+07:00"), ("/bola/2", "2026-07-23T09:00:00+07:00"))
    archive = f"<urlset><url><loc>{HOST}/bola/3</loc><lastmod>2026-07-24T09:00:00+07:00</lastmod></url></urlset>"
    web = {
        f"{HOST}/sitemap.xml": index_of("/bola.xml", "/musik.xml", "/semua-7.xml"),
        f"{HOST}/bola.xml": sitemap(*stamps),
        f"{HOST}/musik.xml": sitemap(),
        f"{HOST}/semua-7.xml": archive,
    }
    crawl(spider := spider_of(portal(Sitemap(f"{HOST}/sitemap.xml"))), web)
    counted = {key: number for key, number in stats(spider).items() if key.startswith("channels/")}
    assert counted == {"channels/www.kabar.example/bola.xml": 2}


def test_a_slip_in_a_cards_date_costs_no_article() -> None:
    """A few cards of an earlier day amid today's are fetched, once; not what is pinned on top, nor where many are."""

    def found(slips: Iterable[int], known: Iterable[str] = (), **arguments: str) -> set[int]:
        cards = [f"/bola/{n} {24 if n not in slips else 4} Juli 2026" for n in range(100, 110)]
        spider = spider_of(portal(TERKINI), **arguments)
        spider.days.memory = Remembering([], known=known)
        urls = crawl(spider, {f"{HOST}/terkini?page=1": links(*cards)})[1]
        return {int(url.rsplit("/", 1)[1]) for url in urls} & set(slips)

    assert found([103, 107]) == {103, 107}
    assert found([103, 107], ["kabar-103"]) == {107}
    assert found([100]) == found([109]) == set(), "it is pinned, or the list is at its end"
    assert found([102, 104, 106]) == set(), "a list in another order"
    assert found([103], since="2026-07-24") == set(), "an archive has its own days"


def test_a_page_of_old_articles_that_were_changed_lately_does_not_end_a_list() -> None:
    web = newest_first([24, 24, 20, 24, 23, 22, 21])
    asked, found = crawl(spider_of(portal(TERKINI)), web)
    assert [url.rpartition("=")[2] for url in asked] == ["1", "2", "3", "4", "5", "6"]
    assert len(found) == 8


@pytest.mark.parametrize(
    ("asked", "had", "is_lost"),
    [
        ("https://www.kabar.example/bola/terkini", "https://www.kabar.example/", True),
        ("https://bola.kabar.example/terkini", "https://m.kabar.example", True),
        ("https://www.kabar.example/bola/terkini", "https://bola.kabar.example/", False),
        ("https://www.kabar.example/bola/terkini", "https://www.kabar.example/sepakbola", False),
        ("https://www.kabar.example/", "https://m.kabar.example/", False),
    ],
)
def test_a_list_that_is_sent_to_the_front_page_is_lost(asked: str, had: str, is_lost: bool) -> None:
    response = answer(had, links(f"{HOST}/bola/1", f"{HOST}/bola/2"))
    spider = spider_of(portal(Listing(asked, "h3 a")))
    response.request = Request(had, meta={"redirect_urls": [asked]})
    outputs = [*spider.parse_listing(response, Series(0))]
    assert bool(stats(spider).get("listings/lost")) is is_lost
    assert bool(outputs) is not is_lost


def test_cards_whose_link_is_a_programs_are_cards_that_lead_to_no_article() -> None:
    program = '<li><h3><a onclick="buka(7)">Judul</a></h3></li><li><h3><a href="javascript:void(0)">Judul</a></h3></li>'
    web = newest_first([24, 23, 22, 21], each=4)
    spider = spider_of(portal(TERKINI))
    asked, _ = crawl(spider, {url: body + program for url, body in web.items()})
    assert stats(spider)["listings/other cards"] == 6
    assert len(asked) == 3


def test_a_list_that_ends_too_early_says_so(caplog: pytest.LogCaptureFixture) -> None:
    spider = spider_of(portal(TERKINI), since="2026-07-01")
    _, found = crawl(spider, newest_first([24, 23, 22]))
    assert len(found) == 6
    assert stats(spider)["listings/short of since"] == 1
    assert "the listings reach back only to 2026-07-22, and not to since=2026-07-01" in caplog.text
    further = spider_of(portal(TERKINI, Feed(HOST + "/rss")), since="2026-07-01")
    crawl(further, newest_first([24, 23, 22]))
    assert further.ranges.short == [date(2026, 7, 22)], "a next listing that gives nothing does not hide it"


def test_a_list_without_any_day_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    web = {f"{HOST}/terkini?page={n}": links(f"/bola/{n}") for n in range(1, 99)}
    spider = spider_of(portal(TERKINI), since="2026-07-01")
    assert len(crawl(spider, web)[0]) == MAX_UNDATED_PAGES
    assert stats(spider)["listings/short of since"] == 1
    assert "no day that is known" in caplog.text


def test_what_is_stored_tells_the_day_of_a_card_without_one() -> None:
    web = {f"{HOST}/terkini?page={n}": links(f"/bola/{n}1", f"/bola/{n}2") for n in range(1, 9)}
    spider = spider_of(portal(TERKINI))
    spider.days.memory = Remembering(
        [], published=lambda id: f"2026-07-{25 - int(id[6])}T08:00:00+07:00" if id[-1] == "1" else None
    )
    asked, found = crawl(spider, web)
    assert len(asked) == 3
    assert f"{HOST}/bola/31" not in found


def test_the_day_in_an_address_goes_before_a_time() -> None:
    kind = portal(TERKINI, day_in_address=re.compile(r"/(\d\d)(\d\d)(\d\d)\d{4}/"))
    web = {f"{HOST}/terkini?page=1": links("/bola/2607240073/a 1 Januari 2020", "/bola/2607200073/b 24 Juli 2026")}
    assert crawl(spider_of(kind), web)[1] == [f"{HOST}/bola/2607240073/a"]


def test_a_listing_has_at_most_the_pages_declared() -> None:
    web = newest_first([24] * 9)
    kind = portal(Listing(TERKINI.url, "a", dates="i", pages=2))
    assert len(crawl(spider_of(kind), web)[0]) == 2
    web = {f"{HOST}/2026-07-{day}/{n}": links(f"/bola/{day}{n}") for day in (23, 24) for n in range(1, 9)}
    spider = spider_of(portal(Listing(HOST + "/{day}/{number}", "a", pages=3)))
    done: list[str] = []
    spider.days.memory = Remembering(done)
    assert len(crawl(spider, web)[0]) == 6
    assert stats(spider)["listings/cut short"] == 2
    assert stats(spider)["listings/lost"] == 2, "what is behind the last page is missing"
    assert done == []


def test_a_list_without_end_ends() -> None:
    kind = portal(Listing(HOST + "/{day}/{number}", "a"))
    articles = [f"/bola/23{n}" for n in range(3)]
    web = {f"{HOST}/2026-07-{day}/1": links(*articles) for day in (23, 24)}
    web |= {
        f"{HOST}/2026-07-{day}/{n}": links(f"/2026-07-{day}?hal={n + 1}", f"/{day}?hal={n - 1}")
        for day in (23, 24)
        for n in range(2, 60)
    }
    assert len(crawl(spider_of(kind), web)[0]) <= 8, "past its end it shows its own links"
    web = {
        f"{HOST}/2026-07-{day}/{n}": links(*(f"{a}?page={n}" for a in articles))
        for day in (23, 24)
        for n in range(1, 60)
    }
    asked, found = crawl(spider_of(kind), web)
    assert len(asked) == 4, "the same articles under other addresses"
    assert len(set(found)) == 3


# -- where a list ends -------------------------------------------------------------------------------------

HARIAN = Listing(HOST + "/indeks/{day}/{number}", "li h3 a", step=5)
DAY = f"{HOST}/indeks/2026-07-23"
FRONT = f'<html><head><link rel="canonical" href="{HOST}/"></head><body>{{}}</body></html>'


def in_frame(*paths: str, head: str = "<title>Indeks 24 Juli, Halaman 1</title>", paging: str = "") -> str:
    """A page of a list in its site's frame."""
    return (
        f'<html><head>{head}</head><body><div id="atas"><a href="/bola">Bola</a></div>'
        f'<ul class="indeks">{links(*paths)}</ul><p class="halaman">{paging}</p><div id="bawah"></div></body></html>'
    )


def numbered(numbers: range) -> list[str]:
    return [f"/bola/23{n:02}" for n in numbers]


def listed(web: Web, *listings: Source) -> tuple[PortalSpider, list[str], list[str], list[str]]:
    """The 23rd listed: the spider, the addresses asked for, the articles found, the days done."""
    spider = spider_of(portal(*(listings or (HARIAN,))), since="2026-07-23", until="2026-07-23")
    done: list[str] = []
    spider.days.memory = Remembering(done)
    asked, found = crawl(spider, web)
    assert set(spider.days.open) == set()
    return spider, [url.removeprefix(DAY) for url in asked], found, done


def sent_to(url: str, body: str) -> Response:
    """An answer after a redirect to `url`; the request gets the address asked for as the downloader would set it."""
    return Redirected(url, body=body.encode())


class Redirected(HtmlResponse):
    @property
    def meta(self) -> dict[str, Any]:
        assert self.request
        return {**self.request.meta, "redirect_urls": [self.request.url]}


@pytest.mark.parametrize(
    "second",
    [
        "<html><head><title>Maintenance</title></head><body><h1>Situs sedang dalam perbaikan</h1></body></html>",
        "<h1>Error establishing a database connection</h1>",
        in_frame(head="<title>Indeks 24 Juli</title>") + "<br /><b>Fatal error</b>: Uncaught PDOException",
        "<html><body></body></html>",
        "<html><body><script>location.reload()</script></body></html>",
        in_frame(paging="Data tidak ditemukan karena gangguan server"),
        in_frame(paging="Gagal memuat berita. Silakan coba lagi nanti."),
        FRONT.format(links("/lain/satu", "/lain/dua")),
        FRONT.format(links(*numbered(range(40, 45)))),
        "<html><body>" + links("/lain/satu", "/lain/dua") + "</body></html>",
        sent_to(f"{HOST}/", in_frame(*numbered(range(40, 45)))),
        sent_to(f"{HOST}/bola", in_frame(head="<title>Indeks</title>")),
        sent_to(f"{DAY}/1", in_frame(*numbered(range(5)))),
        in_frame(*numbered(range(5))),
        [None, "<h1>Maintenance</h1>"],
        ["<h1>Maintenance</h1>", None],
    ],
)
def test_no_end_is_believed_behind_a_full_page_but_that_of_the_list_itself(
    second: Any, caplog: pytest.LogCaptureFixture
) -> None:
    web = {f"{DAY}/1": in_frame(*numbered(range(5))), f"{DAY}/2": second}
    spider, asked, found, done = listed(web)
    assert asked[:3] == ["/1", "/2", "/2"], "asked once more"
    assert sorted(found) == [HOST + path for path in numbered(range(5))]
    assert done == []
    assert stats(spider)["listings/lost"]
    assert "listing lost" in caplog.text


@pytest.mark.parametrize(
    "second",
    [
        None,
        "<html><body><h1>Halaman yang dicari tidak ditemukan</h1></body></html>",
        in_frame(head="<title>Indeks 24 Juli, Halaman 2</title>"),
        in_frame(head=""),
        in_frame(
            head="<title>Lain</title>",
            paging="<a href='/indeks/2026-07-23/1'>1</a><a href='/indeks/2026-07-23/2'>2</a>",
        ).replace('class="indeks', 'class="x'),
        "<html><body><p>Belum ada berita pada tanggal ini.</p></body></html>",
        in_frame("/lain/satu", "/lain/dua"),
    ],
)
def test_an_ordinary_end_behind_a_full_page_stays_one(second: Any) -> None:
    web = {f"{DAY}/1": in_frame(*numbered(range(5))), f"{DAY}/2": second}
    spider, asked, found, done = listed(web)
    assert "listings/lost" not in stats(spider)
    assert done == ["2026-07-23"]
    assert len(found) == 5
    assert len(asked) <= 4


def test_the_last_page_for_every_number_behind_it_is_an_end_but_page_1_again_is_none() -> None:
    pages = {f"{DAY}/{n + 1}": in_frame(*numbered(range(5 * n, 5 * n + 5))) for n in range(3)}
    spider, asked, found, done = listed(pages | {f"{DAY}/4": pages[f"{DAY}/3"]})
    assert (asked, len(found), done) == ([f"/{n}" for n in (1, 2, 3, 4, 4, 5)], 15, ["2026-07-23"])
    for n in (1, 2):
        spider, _, _, done = listed(pages | {f"{DAY}/4": pages[f"{DAY}/{n}"]})
        assert done == []
        assert stats(spider)["listings/lost"]


def test_a_page_that_is_repeated_by_mistake_is_no_end() -> None:
    """As a cache before the site may do: asked once more, later in the run, the page is there."""
    pages = {f"{DAY}/{n + 1}": in_frame(*numbered(range(5 * n, 5 * n + 5))) for n in range(4)}
    spider, _, found, done = listed({**pages, f"{DAY}/3": [pages[f"{DAY}/2"], pages[f"{DAY}/3"]]})
    assert (len(found), done) == (20, ["2026-07-23"])
    assert "listings/lost" not in stats(spider)


def test_behind_a_page_that_was_not_full_every_end_is_believed() -> None:
    pages = {f"{DAY}/1": in_frame(*numbered(range(5))), f"{DAY}/2": in_frame(*numbered(range(5, 8)))}
    for third in (None, "<h1>Maintenance</h1>", pages[f"{DAY}/1"], sent_to(f"{HOST}/", FRONT.format(""))):
        spider, _, found, done = listed(pages | {f"{DAY}/3": third})
        assert (len(found), done) == (8, ["2026-07-23"])
        assert "listings/lost" not in stats(spider)


def test_a_page_of_which_a_card_is_missing_is_full() -> None:
    pages = {f"{DAY}/1": in_frame(*numbered(range(5))), f"{DAY}/2": in_frame(*numbered(range(5, 9)))}
    spider, _, found, done = listed(pages | {f"{DAY}/3": "<h1>Maintenance</h1>"})
    assert (len(found), done) == (9, [])
    assert stats(spider)["listings/lost"] == 1


def test_what_is_full_is_seen_where_the_portal_does_not_declare_it() -> None:
    plain = Listing(HARIAN.url, "li h3 a")
    first, again = f"{DAY}/1", f"{DAY}/2"
    assert listed({first: (page_1 := in_frame(*numbered(range(9)))), again: page_1}, plain)[3] == ["2026-07-23"]
    assert listed({first: (page_1 := in_frame(*numbered(range(10)))), again: page_1}, plain)[3] == [], "many"
    linked = in_frame(*numbered(range(3)), paging="<a href='/indeks/2026-07-23/2'>Berikutnya</a>")
    assert listed({first: linked, again: linked}, plain)[3] == [], "it links to the next"
    web = {f"{DAY}/{n + 1}": in_frame(*numbered(range(4 * n, 4 * n + 4))) for n in range(2)}
    assert listed(web | {f"{DAY}/3": "<h1>Maintenance</h1>"}, plain)[3] == [], "as the page before"


def test_a_list_whose_every_page_names_the_front_page_as_its_own_address_is_read() -> None:
    head = f'<title>Indeks</title><link rel="canonical" href="{HOST}/">'
    web = {f"{DAY}/{n + 1}": in_frame(*numbered(range(5 * n, 5 * n + 5)), head=head) for n in range(3)}
    _, _, found, done = listed(web)
    assert (len(found), done) == (15, ["2026-07-23"])


def test_what_is_said_of_a_login_is_not_said_of_the_page_that_was_asked_for() -> None:
    back = "?next=/indeks/2026-07-23/2"
    login = in_frame(head="<title>Indeks</title>")
    spider, asked, _, done = listed({f"{DAY}/1": in_frame(*numbered(range(5))),
                                     f"{DAY}/2": sent_to(f"{HOST}/masuk{back}", login)})  # fmt: skip
    assert (asked[:3], done) == (["/1", "/2", "/2"], [])
    request = spider.listing_request(Series(0, "2026-07-23", size=5, last=frozenset(numbered(range(5))), number=2))
    request.meta["redirect_urls"] = [request.url]
    request = request.replace(url=f"{HOST}/masuk{back}")
    failure = Failure(HttpError(Response(request.url, status=404), "404"))  # type: ignore[no-untyped-call]
    failure.request = request  # type: ignore[attr-defined]
    lost = stats(spider)["listings/lost"]
    assert [r.url.removeprefix(DAY) for r in spider.listing_failed(failure)] == ["/3"], "the page is lost, not the end"
    assert stats(spider)["listings/lost"] == lost + 1


def test_what_comes_the_second_time_goes_on_and_an_end_costs_nothing() -> None:
    second = in_frame(*numbered(range(5, 8)))
    for slip in (None, "<h1>Maintenance</h1>", in_frame(*numbered(range(5))), sent_to(f"{HOST}/", "<p>x</p>")):
        spider, asked, found, done = listed({f"{DAY}/1": in_frame(*numbered(range(5))), f"{DAY}/2": [slip, second]})
        assert asked == ["/1", "/2", "/2", "/3"]
        assert len(found) == 8
        assert done == ["2026-07-23"]
        assert "listings/lost" not in stats(spider)


def test_a_page_that_is_asked_for_once_more_comes_behind_all_others() -> None:
    spider = spider_of(portal(HARIAN), since="2026-07-23")
    first, second = (spider.listing_request(Series(0, "2026-07-23", doubted=why)) for why in ("", "empty"))
    assert second.priority < first.priority


def test_a_page_of_other_cards_alone_does_not_end_a_list() -> None:
    others = links(*(f"https://lain.example/{n}" for n in range(5)))
    for pages, expected in (([others], 10), ([others, others.replace("/lain", "/beda")], 5)):
        web = {
            f"{DAY}/1": links(*numbered(range(5))),
            f"{DAY}/{len(pages) + 2}": links(*numbered(range(5, 10))),
        }
        web |= {f"{DAY}/{n}": body for n, body in enumerate(pages, 2)}
        assert len(set(listed(web, Listing(HARIAN.url, "li h3 a"))[2])) == expected


@pytest.mark.parametrize("flags", [[], ["partial"]])
def test_a_list_cut_in_the_middle_is_asked_for_once_more(flags: list[str]) -> None:
    whole = in_frame(*numbered(range(4)))
    cut = HtmlResponse(f"{DAY}/1", body=whole[: whole.index("/bola/2302") + 20].encode(), flags=flags)
    spider, asked, found, done = listed({f"{DAY}/1": [cut, whole]})
    assert asked[:2] == ["/1", "/1"]
    assert (len(found), done) == (4, ["2026-07-23"])
    spider, _, found, done = listed({f"{DAY}/1": cut})
    assert len(found) == 3
    assert done == ([] if flags else ["2026-07-23"]), "a template without an end is one for all that"
    assert bool(stats(spider).get("listings/lost")) is bool(flags)


@pytest.mark.parametrize("place", [1, 2])
def test_a_list_of_which_a_page_has_its_end_was_cut_where_another_lacks_it(place: int) -> None:
    web: dict[str, Any] = {f"{DAY}/{n}": in_frame(*numbered(range(5 * n - 5, 5 * n))) for n in (1, 2)}
    web[f"{DAY}/3"] = in_frame(*numbered(range(10, 12)))
    web[f"{DAY}/{place}"] = web[f"{DAY}/{place}"][: web[f"{DAY}/{place}"].index(f"/bola/23{5 * place - 2:02}")]
    spider, _, found, done = listed(web)
    assert (len(found), done) == (10, [])
    assert stats(spider)["listings/lost"] == 1


def test_words_of_a_fault_that_a_list_always_has_ready_are_none() -> None:
    ready = "<span hidden>Gagal memuat berita, coba lagi nanti</span>"
    web = {f"{DAY}/1": in_frame(*numbered(range(5)), paging=ready), f"{DAY}/2": in_frame(paging=ready)}
    assert listed(web)[3] == ["2026-07-23"]


def test_half_a_sitemap_is_asked_for_once_more() -> None:
    whole = sitemap(*((f"/bola/23{n:02}", "2026-07-23T10:00:00+07:00") for n in range(50)))
    spider = spider_of(portal(Sitemap(f"{HOST}/a.xml")))
    asked, found = crawl(spider, {f"{HOST}/a.xml": [whole[:-200], whole]})
    assert (len(asked), len(found)) == (2, 50)
    assert "listings/lost" not in stats(spider)


def test_json_without_the_list_is_no_end() -> None:
    api = Payload(HOST + "/indeks/{day}/{number}", "data", step=2)
    first = json.dumps({"data": [{"url": f"/bola/{n}"} for n in range(2)]})
    for second, is_end in (('{"data": []}', True), ('{"error": "busy"}', False), ("<p>Maintenance</p>", False)):
        _, asked, _, done = listed({f"{DAY}/1": first, f"{DAY}/2": second}, api)
        assert done == (["2026-07-23"] if is_end else [])
        assert asked[:3] == ["/1", "/2", "/2"]


def test_an_error_page_in_place_of_a_channels_list_leaves_the_day_open() -> None:
    kind = portal(Listing(HOST + "/{channel}/{day}", "a"), channels={"bola": "", "musik": ""})
    spider, done = spider_of(kind, since="2026-07-23", until="2026-07-23"), list[str]()
    spider.days.memory = Remembering(done)
    crawl(
        spider,
        {f"{HOST}/bola/2026-07-23": links("/bola/1"), f"{HOST}/musik/2026-07-23": "<title>Database Error</title>"},
    )
    assert done == []
    assert stats(spider)["listings/lost"] == 1


# -- midnight ----------------------------------------------------------------------------------------------


def test_a_day_is_done_when_its_list_was_read_after_it_had_ended() -> None:
    day = Listing(HOST + "/{day}/{number}", "a", step=1)
    web = {f"{HOST}/2026-07-{d}/{n}": links(f"/bola/{d}{n}") for d in (23, 24) for n in (1, 2)}
    for minutes, expected in ((-6, ["2026-07-23"]), (1, ["2026-07-23", "2026-07-24"])):
        spider = spider_of(portal(day), since="2026-07-23")
        clock = datetime.fromisoformat("2026-07-25T00:00:00+07:00") + timedelta(minutes=minutes)
        done: list[str] = []
        spider.days.memory = Remembering(done)

        def later() -> datetime:
            nonlocal clock
            clock += timedelta(seconds=50)  # before midnight it begins, and behind it it ends
            return clock

        spider.now = later  # type: ignore[method-assign]
        crawl(spider, web)
        assert clock > datetime.fromisoformat("2026-07-25T00:01:00+07:00")
        assert done == expected


def test_a_list_that_was_long_on_its_way_is_of_the_moment_it_was_asked_for() -> None:
    spider = spider_of(portal(HARIAN), since="2026-07-23")
    spider.now = lambda: datetime.fromisoformat("2026-07-25T00:00:05+07:00")  # type: ignore[method-assign]
    response = answer(f"{HOST}/24/1", links("/bola/1"))
    response.request = Request(response.url, meta={"download_latency": 20.0})
    assert spider.read_on(response) == date(2026, 7, 24)
    response.request.meta["download_latency"] = 1.0
    assert spider.read_on(response) == date(2026, 7, 25)


def test_half_a_sitemap_is_not_believed() -> None:
    whole = sitemap(*((f"/bola/23{n:02}", "2026-07-23T10:00:00+07:00") for n in range(50))).encode()
    for body in (whole[:-200], gzip.compress(whole)[:-200]):
        spider = spider_of(portal(Sitemap(f"{HOST}/a.xml")))
        assert crawl(spider, {f"{HOST}/a.xml": body})[1] == []
        assert stats(spider)["listings/lost"] == 1


def test_the_newest_of_a_channel_are_never_none() -> None:
    """Whatever has come in place of them, with status 200: the other channels' articles do not stand for its own."""
    wall = "<html><body><h1>Kami menggunakan cookie</h1><form><button>Setuju</button></form></body></html>"
    kind = portal(Listing(HOST + "/{channel}", "a"), channels={"bola": "", "musik": ""})
    spider = spider_of(kind)
    _, found = crawl(spider, {f"{HOST}/bola": links(*numbered(range(5))), f"{HOST}/musik": wall})
    assert len(found) == 5
    assert stats(spider)["listings/lost because/no article in it"] == 1


def test_a_quiet_channel_does_not_hold_up_a_day() -> None:
    kind = portal(Listing(HOST + "/{channel}/{day}", "a"), channels={"bola": "", "otomotif": ""})
    spider, done = spider_of(kind), list[str]()
    spider.days.memory = Remembering(done)
    web = {f"{HOST}/bola/2026-07-{day}": links(f"/bola/{day}1") for day in (23,)}
    quiet = "<p>Belum ada berita.</p>"
    web |= {f"{HOST}/otomotif/2026-07-{day}": quiet for day in (23, 24)} | {f"{HOST}/bola/2026-07-24": quiet}
    crawl(spider, web)
    assert done == ["2026-07-23"]
    assert spider.days.empty == 1


# -- one after the other -----------------------------------------------------------------------------------


def sitemap(*entries: tuple[str, str]) -> str:
    urls = "".join(f"<url><loc>{HOST}{p}</loc><n:publication_date>{t}</n:publication_date></url>" for p, t in entries)
    return f'<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'


def test_a_sitemap_index_leads_on_and_only_its_days_are_fetched() -> None:
    index = "".join(
        f"<sitemap><loc>{loc}</loc><lastmod>{time}</lastmod></sitemap>"
        for loc, time in (
            (f"{HOST}/a.xml", "2026-07-24"),
            (f"{HOST}/b.xml.gz", "2026-07-24T10:00:00+07:00"),
            (f"{HOST}/gone.xml", "2026-07-24"),
            (f"{HOST}/c.xml", "2026-07-23"),
            (f"{HOST}/old.xml", "2026-07-01"),
            (f"{HOST}/web.xml", "2026-07-24"),
            ("https://elsewhere.example/d.xml", "2026-07-24"),
        )
    )
    web: dict[str, str | bytes] = {
        f"{HOST}/sitemap.xml": f"<sitemapindex>{index}</sitemapindex>",
        f"{HOST}/a.xml": sitemap(("/bola/1", "2026-07-24T10:00:00+07:00"), ("/bola/2", "2026-07-20T10:00:00+07:00")),
        f"{HOST}/b.xml.gz": gzip.compress(sitemap(("/bola/3", "2026-07-22T17:30:00Z")).encode()),
        f"{HOST}/c.xml": f"<sitemapindex><sitemap><loc>{HOST}/e.xml</loc></sitemap></sitemapindex>",
        f"{HOST}/e.xml": sitemap(("/bola/4", "2026-07-24T11:00:00+07:00")),
    }
    spider = spider_of(portal(Sitemap(f"{HOST}/sitemap.xml", only="/(?!web)[^/]+$")))
    asked, found = crawl(spider, web)
    paths = ["/sitemap.xml", "/a.xml", "/b.xml.gz", "/gone.xml", "/c.xml", "/old.xml", "/e.xml"]
    assert [url.removeprefix(HOST) for url in asked] == paths
    assert found == [f"{HOST}/bola/{n}" for n in (1, 3, 4)]
    counted = stats(spider)
    assert counted["listings/other days"] == 1
    assert counted["listings/lost"] == 1


def test_a_page_in_place_of_a_sitemap_of_an_index_is_no_list() -> None:
    html = "<html><body><h1>Segera kembali</h1></body></html>"
    web = {
        f"{HOST}/sitemap.xml": index_of("/a.xml", "/b.xml", "/c.xml"),
        f"{HOST}/a.xml": sitemap(("/bola/1", "2026-07-24T10:00:00+07:00")),
        f"{HOST}/b.xml": html,
        f"{HOST}/c.xml": sitemap(),
    }
    spider = spider_of(portal(Sitemap(f"{HOST}/sitemap.xml")))
    asked, found = crawl(spider, web)
    assert [url.removeprefix(HOST) for url in asked].count("/b.xml") == 2, "it is asked for once more"
    assert found == [f"{HOST}/bola/1"]
    assert stats(spider)["listings/lost"] == 1, "one that is empty is a list"


def index_of(*paths: str) -> str:
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{HOST}{path}</loc></sitemap>' for path in paths)}</sitemapindex>"


def test_a_cyclic_sitemap_index_ends_and_each_sitemap_is_asked_once() -> None:
    web = {
        f"{HOST}/sitemap.xml": index_of("/a.xml", "/b.xml", "/a.xml", "/sitemap.xml"),
        f"{HOST}/a.xml": index_of("/sitemap.xml", "/b.xml", "/a.xml", "/c.xml"),
        f"{HOST}/b.xml": index_of("/a.xml", "/c.xml"),
        f"{HOST}/c.xml": sitemap(("/bola/1", "2026-07-24T10:00:00+07:00")),
    }
    spider = spider_of(portal(Sitemap(f"{HOST}/sitemap.xml")))
    asked, found = crawl(spider, web)
    assert [url.removeprefix(HOST) for url in asked] == ["/sitemap.xml", "/a.xml", "/b.xml", "/c.xml"]
    assert found == [f"{HOST}/bola/1"]
    assert "listings/lost" not in stats(spider)


class Endless(dict[str, Any]):
    """An index that leads to a new index for ever."""

    def get(self, url: str, default: Any = None) -> Any:
        number = int(re.sub(r"\D", "", url.removeprefix(HOST)) or 0)
        return index_of(f"/{number + 1}.xml")


def test_sitemaps_of_an_index_are_bounded_which_is_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("newscrawl.crawling.spider.walk.MAX_SITEMAPS", 7)
    wide = {f"{HOST}/sitemap.xml": index_of(*(f"/{n}.xml" for n in range(50)))}
    wide |= {f"{HOST}/{n}.xml": sitemap((f"/bola/{n}", "2026-07-24T10:00:00+07:00")) for n in range(50)}
    for web in (wide, Endless()):
        caplog.clear()
        spider = spider_of(portal(Sitemap(f"{HOST}/sitemap.xml")))
        asked, _ = crawl(spider, web)
        assert len(asked) == 8
        assert "only 7 sitemaps are read" in caplog.text
        assert stats(spider)["listings/cut short"] == 1
        assert not spider.ranges.open


def test_levels_of_all_kinds_follow_one_another() -> None:
    kind = portal(
        Sitemap(HOST + "/{channel}/sitemap.xml"),
        Feed(HOST + "/rss"),
        Payload(HOST + "/api/{channel}/{number}", "data", dates="at"),
        Listing(HOST + "/{channel}/indeks/{day:%Y/%m/%d}", "a"),
        channels=["bola", "musik"],
    )
    items = "".join(f"<item><link>{link}</link></item>" for link in (f"{HOST}/", "http://x.feedburner.com/y"))
    web = {
        f"{HOST}/bola/sitemap.xml": sitemap(("/bola/1", "2026-07-23T10:00:00+07:00")),
        f"{HOST}/rss": f"<rss><channel>{items}</channel></rss>",
        f"{HOST}/musik/indeks/2026/07/24": links("/musik/2"),
        f"{HOST}/api/bola/1": "{}",
    }
    spider = spider_of(kind)
    asked, found = crawl(spider, web)
    assert [url.removeprefix(HOST) for url in asked[:6]] == [
        "/bola/sitemap.xml",
        "/musik/sitemap.xml",
        "/rss",
        "/api/bola/1",
        "/api/musik/1",
        "/api/bola/1",  # an answer without a card is asked for twice
    ]
    assert {url.removeprefix(HOST) for url in asked[6:]} == {
        f"/{channel}/indeks/2026/07/{day}" for channel in ("bola", "musik") for day in (23, 24)
    }
    assert found == [f"{HOST}/bola/1", f"{HOST}/musik/2"]
    assert stats(spider)["listings/other cards"] == 2


def test_a_list_that_ends_too_early_leaves_the_rest_to_the_index_by_day() -> None:
    kind = portal(Sitemap(f"{HOST}/sitemap.xml"), Listing(HOST + "/indeks/{day}", "a"))
    web = {f"{HOST}/sitemap.xml": sitemap(("/bola/1", "2026-07-24T10:00:00+07:00"))}
    web |= {f"{HOST}/indeks/2026-07-{day}": links(f"/bola/{day}") for day in (22, 23, 24)}
    spider = spider_of(kind, since="2026-07-22")
    asked, found = crawl(spider, web)
    assert asked[1:] == [f"{HOST}/indeks/2026-07-{day}" for day in (22, 23, 24)]
    assert len(found) == 4
    assert "listings/short of since" not in stats(spider)


def test_days_that_an_index_has_not_are_looked_for_in_a_list_once_and_are_not_done() -> None:
    kind = portal(Listing(HOST + "/indeks/{day}", "a"), TERKINI)
    web = newest_first([24, 23, 22, 21, 20]) | {f"{HOST}/indeks/2026-07-23": links("/bola/5")}
    spider = spider_of(kind, since="2026-07-22", until="2026-07-24")
    done: list[str] = []
    spider.days.memory = Remembering(done)
    asked, _ = crawl(spider, web)
    assert sum("page=1" in url for url in asked) == 1
    assert done == ["2026-07-23"]
    assert set(spider.days.open) == set()


def test_a_channel_asked_for_is_not_looked_for_among_all() -> None:
    kind = portal(Sitemap(HOST + "/{channel}/news.xml"), Feed(HOST + "/rss"), channels=["bola", "musik"])
    assert crawl(spider_of(kind, channels="bola"), {})[0] == [f"{HOST}/bola/news.xml"]
    assert crawl(spider_of(kind), {})[0][2:] == [f"{HOST}/rss"]


def test_json_by_post_is_asked_page_by_page() -> None:
    listing = Payload(f"{HOST}/graphql", "data", dates="at", post='{"query": "{ a(page: {number}) { url } }"}')
    spider = spider_of(portal(listing))
    [first] = spider.series_of(0, None, ())
    assert (first.method, first.body) == ("POST", b'{"query": "{ a(page: 1) { url } }"}')
    body = json.dumps({"data": [{"url": "/bola/1", "at": 1784862000}]})
    _, second = spider.parse_listing(answer(first.url, body), **first.cb_kwargs)
    assert b"page: 2" in second.body


def test_a_block_in_place_of_a_sitemap_or_json_is_no_empty_list() -> None:
    check = "<html><head><title>Just a moment...</title></head></html>"
    for listing in (Sitemap(f"{HOST}/x"), Feed(f"{HOST}/x"), Payload(f"{HOST}/x", "data")):
        spider = spider_of(portal(listing))
        crawl(spider, {f"{HOST}/x": check})
        assert stats(spider)["listings/lost"] == 1
        assert "listings/pages" not in stats(spider)


# -- the plan ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "listed"),
    [
        ({}, {23, 24}),
        ({"since": "2026-07-20"}, {23, 24}),
        ({"since": "2026-07-20", "until": "2026-07-24"}, set()),
        ({"since": "2026-07-20", "until": "2026-07-22"}, set()),
    ],
)
def test_days_that_are_still_corrected_are_listed_though_done(arguments: dict[str, str], listed: set[int]) -> None:
    spider = spider_of(portal(Listing(HOST + "/{day}", "a")), **arguments)
    spider.days.memory = Remembering([], is_done=True)
    web = {f"{HOST}/2026-07-{day}": links(f"/bola/{day}") for day in range(20, 25)}
    assert {int(url[-2:]) for url in crawl(spider, web)[0]} == listed


def test_a_tag_page_is_of_all_days() -> None:
    kind = portal(tags=Listing(HOST + "/tag/{tag}", "a", dates="i"))
    web = {f"{HOST}/tag/emas": links("/bola/1 1 Januari 2020", "/bola/2 24 Juli 2026")}
    assert len(crawl(spider_of(kind, tag="emas"), web)[1]) == 2


def test_a_page_of_a_list_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked for its cards, for its template, and whether it is the one behind the page before."""
    parsed: list[str] = []

    def parse(body: bytes, url: str, **options: Any) -> Page:
        parsed.append(url)
        return Page(body, url, **options)

    monkeypatch.setattr("newscrawl.discovery.listings.Page", parse)
    asked, _ = crawl(spider_of(portal(TERKINI)), newest_first([24, 24, 23, 22]))
    assert len(asked) > 2
    assert sorted(parsed) == sorted(asked)


# -- a crawl -----------------------------------------------------------------------------------------------

SCRIPT = """
import sys
from scrapy.crawler import AsyncCrawlerProcess
from newscrawl.crawling.spider.portal import spider_of
from newscrawl.judging.exitcodes import exit_status
from newscrawl.discovery.listings import Sitemap, Listing
from tests.discovery.test_discovery import HOST, Kabar
from tests.discovery.test_discovery import TERKINI

class News(Kabar):
    listings = (Sitemap(HOST + "/sitemap.xml"), TERKINI, Listing(HOST + "/indeks/{day}", "a"))

from scrapy.utils.project import get_project_settings
settings = get_project_settings()
settings.setdict(dict(line.split("=", 1) for line in sys.argv[1:]), priority="cmdline")
process = AsyncCrawlerProcess(settings)
crawler = process.create_crawler(spider_of(News))
process.crawl(crawler, since="2026-07-22")
process.start()
print(int(exit_status(crawler.stats.get_stats())))
"""


def test_a_crawl_goes_from_a_sitemap_to_a_list_to_the_index_by_day(tmp_path: Path) -> None:
    def article(number: int) -> Any:
        time = f"2026-07-{24 - number}T09:00:00+07:00"
        return page(
            f'<meta property="article:published_time" content="{time}"><h1>Warga Tanam {number} Bibit Mangga</h1>'
            f'<div class="isi"><p>Warga menanam {number} bibit mangga di lereng bukit pada Jumat pagi.</p></div>'
        )

    days = [date(2026, 7, 24) - timedelta(days=n) for n in range(3)]
    with Site({"/robots.txt": robots("User-agent: *")}) as site:
        site.routes |= {f"/bola/{n}": article(n) for n in range(3)}
        site.routes["/sitemap.xml"] = page(sitemap(("/bola/0", "2026-07-24T09:00:00+07:00")), "application/xml")
        site.routes["/terkini?page=1"] = page(links("/bola/0 24 Juli 2026", "/bola/1 23 Juli 2026"))
        site.routes |= {f"/indeks/{day}": page(links(f"/bola/{n}")) for n, day in enumerate(days)}
        settings = {
            **loopback_settings(int(site.host.rsplit(":", 1)[1])),
            "NEWSCRAWL_NOW": NOW.isoformat(),
            "NEWSCRAWL_DATA": str(tmp_path),
        }
        done = forks.run(
            [sys.executable, "-c", SCRIPT, *(f"{name}={value}" for name, value in settings.items())],
            env={**os.environ, "SCRAPY_PROJECT": "default", "PYTHONWARNINGS": "error"},
            timeout=patient(60),
        )
        asked = [hit.path for hit in site.hits if not hit.path.startswith("/bola/")]
    assert done.stdout == "0\n", done.stderr
    [file] = (tmp_path / "kabar").glob("articles-*.jsonl")
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert sorted(record["id"] for record in records) == ["kabar-0", "kabar-1", "kabar-2"]
    assert asked[:4] == ["/robots.txt", "/sitemap.xml", "/terkini?page=1", "/terkini?page=2"]
    assert sorted(asked[4:]) == sorted(f"/indeks/{day}" for day in days)


def test_a_card_of_tomorrow_tells_no_day() -> None:
    web = {f"{HOST}/terkini?page=1": links("/bola/1 25 Juli 2026 01:30", "/bola/2 24 Juli 2026", "/bola/3 1 Juli 2026")}
    assert crawl(spider_of(portal(TERKINI)), web)[1] == [f"{HOST}/bola/1", f"{HOST}/bola/2"]


@pytest.mark.parametrize("dates", ["i", None])
def test_a_list_that_comes_to_nothing_that_was_known_has_a_gap_behind_it(dates: str | None) -> None:
    kind = portal(Listing(HOST + "/terkini", "h3 a", dates=dates))
    web = {f"{HOST}/terkini": links(*(f"/bola/{n} 24 Juli 2026 0{9 - n}:00" for n in range(1, 5)))}
    for known, apart in ((set[str](), 1), ({"kabar-4"}, 0)):
        spider = spider_of(kind)
        spider.days.memory = Remembering([], known=known)
        assert len(crawl(spider, web)[1]) == 4
        assert stats(spider).get("listings/apart", 0) == apart
    cards = "/bola/1 24 Juli 2026 09:00", "/bola/2 23 Juli 2026 09:00", "/bola/3 22 Juli 2026 21:00"
    for shown, known, apart in ((2, set[str](), True), (2, {"kabar-2"}, False), (3, set[str](), dates is None)):
        spider = spider_of(kind)
        spider.days.memory = Remembering([], known=known)
        crawl(spider, {f"{HOST}/terkini": links(*cards[:shown])})
        assert stats(spider).get("listings/apart", 0) == apart, "of the first day it may show the end alone"


def test_what_one_list_knew_is_known_behind_the_next_one() -> None:
    kind = portal(Listing(HOST + "/terkini", "h3 a", dates="i"), Feed(HOST + "/rss"))
    web = {f"{HOST}/terkini": links("/bola/1 24 Juli 2026 09:00", "/bola/2 23 Juli 2026 09:00"), f"{HOST}/rss": ""}
    for known, apart in (({"kabar-2"}, 0), (set[str](), 1)):
        spider = spider_of(kind)
        spider.days.memory = Remembering([], known=known)
        crawl(spider, web)
        assert stats(spider).get("listings/apart", 0) == apart


def test_a_caches_copy_of_before_a_days_end_is_no_list_of_the_day() -> None:
    def copy(age: int) -> Response:
        return HtmlResponse(f"{HOST}/indeks/2026-07-23/1", body=links("/bola/1").encode(), headers={"Age": str(age)})

    hours = 3600  # it is 18:00
    for ages, lost in (((17 * hours,), 0), ((19 * hours,), 1), ((19 * hours, 0), 0)):
        web: dict[str, Any] = {f"{HOST}/indeks/2026-07-23/1": [copy(age) for age in ages]}
        spider, asked, found, done = listed(web)
        assert found == [f"{HOST}/bola/1"]
        assert stats(spider).get("listings/lost because/a cache's old copy", 0) == lost
        assert asked.count("/1") == 1 + (ages[0] > 18 * hours)
        assert bool(done) is not bool(lost)


@pytest.mark.parametrize(
    ("first", "last", "many", "fault"),
    [
        (0, 23, 96, ""), (9, 23, 56, ""), (12, 23, 60, PART_OF_DAY), (0, 12, 60, PART_OF_DAY), (12, 23, 40, ""),
    ],
)  # fmt: skip
def test_half_a_day_is_no_day(first: int, last: int, many: int, fault: str) -> None:
    strange: list[tuple[str, str]] = []
    done: list[str] = []
    days = Days(Remembering(done), lambda *told: strange.append(told))
    days.begin("2026-07-23")
    days.read("2026-07-23", date(2026, 7, 24))
    for n in range(many):
        days.found("2026-07-23")
        minute = (first * 60) + n * (last - first) * 60 // (many - 1)
        days.dated("2026-07-23", datetime.fromisoformat(f"2026-07-23T{minute // 60:02}:{minute % 60:02}:30+07:00"))
    for _ in range(many):  # of some only the day is known
        days.dated("2026-07-23", datetime.fromisoformat("2026-07-23T00:00:00+07:00"))
    days.end("2026-07-23")
    assert strange == ([("2026-07-23", fault)] if fault else [])
    assert done == ([] if fault else ["2026-07-23"])


def test_an_index_that_tells_when_its_sitemaps_were_begun_hides_none() -> None:
    changed = {"a": "2026-07-24", "b": "2026-07-03", "c": "2026-07-02", "d": "2026-07-01", "e": "2026-01-01"}
    index = "".join(f"<sitemap><loc>{HOST}/{n}.xml</loc><lastmod>{t}</lastmod></sitemap>" for n, t in changed.items())
    web = {f"{HOST}/sitemap.xml": f"<sitemapindex>{index}</sitemapindex>"}
    web |= {
        f"{HOST}/{name}.xml": sitemap((f"/bola/{n}", "2026-07-24T10:00:00+07:00")) for n, name in enumerate("ab", 1)
    }
    web[f"{HOST}/c.xml"] = sitemap(("/bola/3", "2026-07-02T10:00:00+07:00"), ("/bola/4", ""))
    spider = spider_of(portal(Sitemap(f"{HOST}/sitemap.xml")))
    asked, found = crawl(spider, web)
    assert asked == [f"{HOST}/{name}.xml" for name in ("sitemap", "a", "b", "c")], "one more than those that have some"
    assert found == [f"{HOST}/bola/1", f"{HOST}/bola/2"]
    del web[f"{HOST}/b.xml"]
    spider = spider_of(portal(Sitemap(f"{HOST}/sitemap.xml")))
    assert crawl(spider, web)[1] == [f"{HOST}/bola/1"]
    assert "listings/lost" not in stats(spider), "nothing of it was asked for"
    for changed_at, expected in (
        ("2026-07-24", [f"{HOST}/bola/1", f"{HOST}/bola/7"]),
        ("2026-07-03", [f"{HOST}/bola/1"]),
    ):
        web[f"{HOST}/b.xml"] = f"<urlset><url><loc>{HOST}/bola/7</loc><lastmod>{changed_at}</lastmod></url></urlset>"
        assert crawl(spider_of(portal(Sitemap(f"{HOST}/sitemap.xml"))), web)[1] == expected


@pytest.mark.parametrize("third", [None, in_frame(), in_frame(*numbered(range(5, 10)))])
def test_an_end_with_articles_behind_it_is_none(third: str | None) -> None:
    """A cache that mixes pages up, or a page that was dropped: the list goes on, and the page is lost."""
    web = {f"{DAY}/{n + 1}": in_frame(*numbered(range(5 * n, 5 * n + 5))) for n in range(5)} | {f"{DAY}/3": third}
    spider, asked, found, done = listed(web)
    assert asked == [f"/{n}" for n in (1, 2, 3, 3, 4, 5, 6, 6, 7)]
    assert (len(found), done) == (20, [])
    assert stats(spider)["listings/lost because/no end of a list: there are articles behind it"] == 1


def test_a_page_of_weeks_before_is_an_old_copy() -> None:
    def shown(page: int, day: int) -> str:
        return links(*(f"/bola/{page}{n:02} {day} Juli 2026 {20 - n // 2}:10" for n in range(12)))

    pages = [shown(1, 24), shown(2, 24), shown(3, 23), shown(4, 22)]
    web = {f"{HOST}/terkini?page={n}": body for n, body in enumerate(pages, 1)}
    kind = portal(Listing(TERKINI.url, "h3 a", dates="i"))
    assert len(crawl(spider_of(kind), web)[1]) == 36
    for second, lost in ((shown(9, 3), 1), ([shown(9, 3), pages[1]], 0)):
        spider = spider_of(kind)
        _, found = crawl(spider, {**web, f"{HOST}/terkini?page=2": second})
        assert len(found) == (24 if lost else 36)
        assert stats(spider).get("listings/lost because/a cache's old copy", 0) == lost
    weekly = links(*(f"/bola/{n:02} {25 - n} Juli 2026" for n in range(1, 13)))
    spider = spider_of(kind)
    crawl(spider, {f"{HOST}/terkini?page=1": weekly, f"{HOST}/terkini?page=2": shown(9, 3)})
    assert "listings/lost" not in stats(spider), "a quiet list goes far back at once"


def test_a_list_that_had_a_gap_is_read_on_behind_it() -> None:
    days = (24, 9, 8, 7, 6)
    web = {
        f"{HOST}/terkini?page={n}": links(*(f"/bola/{n}{i:02} {day} Juli 2026 1{i % 10}:10" for i in range(12)))
        for n, day in enumerate(days, 1)
    }
    spider = spider_of(portal(Listing(TERKINI.url, "h3 a", dates="i")), since="2026-07-01", until="2026-07-24")
    assert len(crawl(spider, web)[1]) == 12 * len(days)
    assert stats(spider)["listings/lost"] == 1, "the page behind the gap may have been an old copy"
