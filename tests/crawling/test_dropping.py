"""Whatever drops what the spider makes: each article has its line, no day waits for ever, and the crawl says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newscrawl.counts import unbalanced
from tests import dropping
from tests.dropping import crawl
from tests.newsroom import DAY, FIRST_ID, STEP, newsroom, path_of, stored
from tests.site import Site, page

LONG = "x" * 2100
SITEMAP_FIRST = """
from newscrawl.spiders.okezone import Okezone
from newscrawl.discovery.listings import Sitemap
Okezone.listings = (Sitemap("https://www.okezone.com/sitemap.xml"), *Okezone.listings)
"""


def of_middlewares(ended: dropping.Ended) -> None:
    """What holds however a crawl was kept from its articles."""
    assert unbalanced(ended.stats) == 0, ended.log
    assert ended.open == {}
    assert ended.stats["finish_reason"] == "finished"


def numbers(count: int) -> set[str]:
    return {str(FIRST_ID + n) for n in range(count)}


@pytest.mark.parametrize("order", [-500, 10, 543, 5000])
def test_an_article_that_a_middleware_drops_has_its_line(tmp_path: Path, order: int) -> None:
    with Site(newsroom(5)) as site:
        ended = crawl(site, tmp_path, dropping.DropThird, order=order)
    of_middlewares(ended)
    assert ended.lines == {str(FIRST_ID + 3): "not passed on"}
    assert len(stored(tmp_path)) == 4
    assert ended.status == 5


def test_listings_that_a_middleware_drops_do_not_hold_the_crawl(tmp_path: Path) -> None:
    with Site(newsroom(20)) as site:
        ended = crawl(site, tmp_path / "a", dropping.DropListings)
        of_middlewares(ended)
        assert ended.status == 5
        assert "listing lost" in ended.log
        ended = crawl(site, tmp_path / "b", dropping.DropFurtherPages)
        of_middlewares(ended)
        assert len(stored(tmp_path / "b")) == STEP
        assert ended.status == 5


def test_what_the_spider_begins_with_may_be_dropped_too(tmp_path: Path) -> None:
    with Site(newsroom(5)) as site:
        ended = crawl(site, tmp_path / "a", dropping.DropListings, setup=SITEMAP_FIRST)
        of_middlewares(ended)
        assert ended.status == 5
        urls = ",".join(f"https://news.okezone.com{path_of(n)}" for n in range(5))
        ended = crawl(site, tmp_path / "b", dropping.DropThird, arguments={"urls": urls})
    of_middlewares(ended)
    assert ended.lines == {str(FIRST_ID + 3): "not passed on"}
    assert len(stored(tmp_path / "b")) == 4


def test_addresses_too_long_and_requests_too_deep_have_their_line(tmp_path: Path) -> None:
    routes = newsroom(20)
    number = 1234567
    longest = f"https://news.okezone.com/read/{DAY}/525/{number}/{LONG}"
    first = "".join(
        f'<div class="content-hardnews"><h4><a href="{address}">Judul</a></h4></div>'
        for address in (longest, *(f"https://news.okezone.com{path_of(n)}" for n in range(STEP)))
    )
    routes[f"/bydate/index/{DAY}/"] = page(f"<html><body>{first}</body></html>")
    with Site(routes) as site:
        ended = crawl(site, tmp_path / "a")
        of_middlewares(ended)
        assert ended.lines == {str(number): "address too long"}
        assert len(stored(tmp_path / "a")) == 20
        ended = crawl(site, tmp_path / "b", DEPTH_LIMIT="1")
        of_middlewares(ended)
        deep = {str(FIRST_ID + n): "beyond DEPTH_LIMIT" for n in range(STEP, 20)}
        assert ended.lines == deep | {str(number): "address too long"}
        assert ended.status == 5


def test_a_sitemap_with_too_long_an_address_does_not_hold_the_crawl(tmp_path: Path) -> None:
    routes = newsroom(3)
    sitemap = f"<sitemap><loc>https://www.okezone.com/{LONG}.xml</loc></sitemap>"
    routes["/sitemap.xml"] = page(f"<sitemapindex>{sitemap}</sitemapindex>", "application/xml")
    with Site(routes) as site:
        ended = crawl(site, tmp_path, setup=SITEMAP_FIRST)
    of_middlewares(ended)
    assert "address too long" in ended.log
    assert len(stored(tmp_path)) == 3
    assert ended.status == 5


@pytest.mark.parametrize("kind", [dropping.LookAtNothing, dropping.RaiseBefore, dropping.DropItems])
def test_a_middleware_that_passes_on_nothing_does_not_hold_the_crawl(tmp_path: Path, kind: type) -> None:
    with Site(newsroom(3)) as site:
        ended = crawl(site, tmp_path, kind)
    of_middlewares(ended)
    assert ended.status in (3, 5)
    assert set(ended.lines) == (numbers(3) if kind is dropping.DropItems else set())


@pytest.mark.parametrize("kind", [dropping.StopInTheMiddle, dropping.RaiseInTheMiddle])
def test_a_middleware_that_stops_in_the_middle_does_not_hold_the_crawl(tmp_path: Path, kind: type) -> None:
    with Site(newsroom(5)) as site:
        ended = crawl(site, tmp_path, kind)
    of_middlewares(ended)
    assert ended.status == 5
    assert len(stored(tmp_path)) == 2
    assert "what it lists was not passed on" in ended.log


def test_a_middleware_that_passes_on_copies_in_another_order_changes_nothing(tmp_path: Path) -> None:
    with Site(newsroom(20)) as site:
        ended = crawl(site, tmp_path, dropping.Copy)
    of_middlewares(ended)
    assert (ended.status, ended.lines, len(stored(tmp_path))) == (0, {}, 20)


def test_what_the_engine_refuses_has_its_line(tmp_path: Path) -> None:
    with Site(newsroom(5)) as site:
        ended = crawl(site, tmp_path / "a", extensions=(dropping.Refuse,), REFUSED="bibit-mangga-3")
        of_middlewares(ended)
        assert ended.lines == {str(FIRST_ID + 3): "not passed on"}
        assert len(stored(tmp_path / "a")) == 4
        ended = crawl(site, tmp_path / "b", extensions=(dropping.Refuse,), REFUSED="bydate")
        of_middlewares(ended)
        assert ended.status == 5
    routes = newsroom(5)
    moved = "https://news.okezone.com" + next(path for path in routes if path.endswith("mangga-4"))
    routes[next(path for path in routes if path.endswith("mangga-0"))] = (301, {"Location": moved}, "", 0.0)
    with Site(routes) as site:  # asked for already
        ended = crawl(site, tmp_path / "c", DUPEFILTER_CLASS="scrapy.dupefilters.RFPDupeFilter")
    of_middlewares(ended)
    assert str(FIRST_ID) in ended.lines


def test_a_long_list_waits_for_room_and_a_stop_does_not_wait_for_it(tmp_path: Path) -> None:
    setup = "import os, signal\nfrom newscrawl.crawling.keeping import departure\ndeparture.MOST_WAITING = 10\n"
    setup += "from scrapy import signals\n"
    stop = (
        "sent = []\n"
        "def stop(request, spider):\n"
        "    if '/read/' in request.url and not sent: sent.append(os.kill(os.getpid(), signal.SIGTERM))\n"
        "class Stop:\n"
        "    @classmethod\n"
        "    def from_crawler(cls, crawler):\n"
        "        crawler.signals.connect(stop, signals.request_left_downloader)\n"
        "        return cls()\n"
        "settings['EXTENSIONS'].set(Stop, 500, priority='cmdline')\n"
    )
    routes = newsroom(200)
    every = "".join(f'<div class="content-hardnews"><h4><a href="https://news.okezone.com{path_of(n)}">J</a></h4></div>'
                    for n in range(200))  # fmt: skip
    routes[f"/bydate/index/{DAY}/"] = page(f"<html><body>{every}</body></html>")
    routes[f"/bydate/index/{DAY}/15/"] = page("<html><body><p>Belum ada berita</p></body></html>")
    with Site(routes) as site:
        ended = crawl(site, tmp_path / "a", setup=setup)
        of_middlewares(ended)
        assert len(stored(tmp_path / "a")) == 200
        assert ended.stats["scheduler/enqueued"] >= 200
        ended = crawl(site, tmp_path / "b", setup=setup + stop)
    assert ended.stats["finish_reason"] == "shutdown"
    assert ended.status == 6
    assert ended.stats["articles/found"] < 50, "those not made yet cost nothing"
    assert unbalanced(ended.stats) == 0


BREAK = """
from newscrawl.crawling.spider.portal import PortalSpider
made = PortalSpider.article_request
def article_request(self, identity, day=None):
    if identity.url.endswith("mangga-2"):
        raise RuntimeError("a fault of ours")
    return made(self, identity, day)
PortalSpider.article_request = article_request
"""


def test_a_callback_that_raises_in_the_middle_leaves_its_day_open_and_holds_nothing(tmp_path: Path) -> None:
    with Site(newsroom(5)) as site:
        ended = crawl(site, tmp_path, setup=BREAK)
    of_middlewares(ended)
    assert ended.status == 5
    assert len(stored(tmp_path)) == 2


@pytest.mark.parametrize("reason", ["finished", "closespider_itemcount"])
def test_not_reached_is_a_fault_in_a_crawl_that_finished(reason: str) -> None:
    from newscrawl.judging.exitcodes import exit_status

    stats: dict[str, Any] = {"articles/found": 20, "articles/stored": 19, "articles/failed/not reached": 1}
    assert int(exit_status({**stats, "finish_reason": reason})) == (5 if reason == "finished" else 6)
