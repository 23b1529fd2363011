from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from scrapy import Request
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from scrapy.utils.test import get_crawler

from newscrawl.crawling.middlewares.robots import ROBOTS_MAX_BYTES, RobotsMiddleware, Unreachable, robots_rules
from tests.project import patient
from tests.site import NOT_FOUND, Answer, Ask, Crawl, Route, Site, crawl, page, robots

MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.crawling.middlewares.robots.RobotsMiddleware": 100,
}
PAGES = [f"/read/{number}" for number in range(12)]
ROUTES: dict[str, Route] = dict.fromkeys(PAGES, page("<p>isi</p>"))

FORBIDDEN = "forbidden by robots.txt"
UNREACHABLE = "robots.txt unreachable"


def obedient_crawl(asks: Iterable[str | Ask], settings: Mapping[str, Any] | None = None, *, setup: str = "") -> Crawl:
    obedient = {"ROBOTSTXT_OBEY": True, "DOWNLOADER_MIDDLEWARES": MIDDLEWARES, "DOWNLOAD_TIMEOUT": patient(5)}
    return crawl(asks, {**obedient, **(settings or {})}, setup=setup)


def crawl_all(site: Site, settings: Mapping[str, Any] | None = None) -> Crawl:
    # All twelve at once: the ones that wait for the robots.txt are the ones that used to leak.
    concurrency = {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16}
    return obedient_crawl([site.url(path) for path in PAGES], {**concurrency, **(settings or {})})


def allowed(rules: str, path: str, agent: str) -> bool:
    parser = ProtegoRobotParser(robots_rules(rules.encode()), None)
    return parser.allowed(f"https://news.example{path}", agent)


@pytest.mark.parametrize("delay", [0.0, 0.5])
def test_concurrent_requests_are_all_judged_by_the_robots_txt_in_flight(delay: float) -> None:
    with Site({**ROUTES, "/robots.txt": robots("User-agent: *", "Disallow: /", delay=delay)}) as site:
        seen = crawl_all(site)
        assert site.counts() == {"/robots.txt": 1}
    assert [seen.errors[site.url(path)] for path in PAGES] == [FORBIDDEN] * 12
    assert seen.got == []
    assert seen.stats["robotstxt/forbidden"] == 12
    assert seen.stats["robotstxt/request_count"] == 1
    assert seen.stats["robotstxt/response_count"] == 1
    assert seen.stats["robotstxt/response_status_count/200"] == 1


def test_each_host_has_its_own_robots_txt() -> None:
    with (
        Site({"/a": page("a"), "/robots.txt": robots("User-agent: *", "Disallow: /")}) as closed,
        Site({"/a": page("a"), "/robots.txt": robots("User-agent: *", "Disallow: /b")}) as open_,
    ):
        seen = obedient_crawl([closed.url("/a"), open_.url("/a"), open_.url("/b")])
        assert closed.counts() == {"/robots.txt": 1}
        assert open_.counts() == {"/robots.txt": 1, "/a": 1}
    assert seen.errors == {closed.url("/a"): FORBIDDEN, open_.url("/b"): FORBIDDEN}


def test_groups_that_name_us_or_scrapy_are_obeyed() -> None:
    rules = robots(
        "User-agent: *",
        "Disallow: /all",
        "User-agent: newscrawl",
        "Disallow: /own",
        "User-agent: Scrapy",
        "Disallow: /scrapy",
        "User-agent: OtherBot",
        "Disallow: /other",
    )
    paths = ("/own", "/scrapy", "/other")
    with Site({"/robots.txt": rules, "/other": page("isi")}) as site:
        seen = obedient_crawl([site.url(path) for path in paths])
    assert seen.errors == {site.url("/own"): FORBIDDEN, site.url("/scrapy"): FORBIDDEN}
    assert [got.url for got in seen.got] == [site.url("/other")]


def test_the_setting_replaces_our_own_name() -> None:
    rules = robots("User-agent: archivist", "Disallow: /a", "User-agent: newscrawl", "Disallow: /b")
    with Site({"/robots.txt": rules}) as site:
        asks = [site.url("/a"), site.url("/b")]
        seen = obedient_crawl(asks, {"ROBOTSTXT_USER_AGENT": "archivist"})
    assert seen.errors == {site.url("/a"): FORBIDDEN}


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_robots_txt_means_no_rules(status: int) -> None:
    answer: Answer = (status, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /\n", 0.0)
    with Site({**ROUTES, "/robots.txt": answer}) as site:
        seen = crawl_all(site)
        assert site.count("/robots.txt") == 1
    assert len(seen.got) == 12
    assert seen.errors == {}
    assert seen.stats[f"robotstxt/response_status_count/{status}"] == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_failing_robots_txt_closes_the_host(status: int) -> None:
    with Site({**ROUTES, "/robots.txt": (status, {}, "", 0.0)}) as site:
        seen = crawl_all(site)
        assert site.counts() == {"/robots.txt": 1}
    assert list(seen.errors.values()) == [UNREACHABLE] * 12
    assert seen.stats["robotstxt/unreachable"] == 12
    assert "robotstxt/forbidden" not in seen.stats
    assert seen.stats["log_count/ERROR"] == 1


def test_a_robots_txt_that_times_out_closes_the_host() -> None:
    with Site({**ROUTES, "/robots.txt": robots("User-agent: *", delay=600)}) as site:
        seen = crawl_all(site, {"DOWNLOAD_TIMEOUT": 0.5})
        assert site.counts() == {"/robots.txt": 1}
    assert list(seen.errors.values()) == [UNREACHABLE] * 12
    assert [name for name in seen.stats if name.startswith("robotstxt/exception_count/")]


def test_a_host_that_refuses_connections_is_unreachable() -> None:
    with Site() as site:
        address = site.url("/a")
    assert obedient_crawl([address]).errors == {address: UNREACHABLE}


def test_a_failing_robots_txt_is_retried_like_any_request() -> None:
    answers = iter([(503, {}, "", 0.0), robots("User-agent: *", "Disallow: /b")])
    with Site({"/robots.txt": lambda _hit: next(answers), "/a": page("isi")}) as site:
        settings = {"RETRY_ENABLED": True, "RETRY_TIMES": 1}
        seen = obedient_crawl([site.url("/a"), site.url("/b")], settings)
        assert site.counts() == {"/robots.txt": 2, "/a": 1}
    assert seen.errors == {site.url("/b"): FORBIDDEN}


def test_an_unreachable_robots_txt_is_asked_again_after_a_pause() -> None:
    answers = iter([(503, {}, "", 0.0), robots("User-agent: *", "Disallow: /closed")])
    with Site({"/robots.txt": lambda _hit: next(answers), "/c": page("isi")}) as site:
        asks = [
            Ask(site.url("/a")),
            Ask(site.url("/b"), wait=0.2),
            Ask(site.url("/c"), wait=2.5),
            Ask(site.url("/closed")),
        ]
        pause = "from newscrawl.crawling.middlewares.robots import RobotsMiddleware; RobotsMiddleware.RETRY_PAUSE = 2.0"
        seen = obedient_crawl(asks, setup=pause)
        assert site.counts() == {"/robots.txt": 2, "/c": 1}
    assert seen.errors == {
        site.url("/a"): UNREACHABLE,
        site.url("/b"): UNREACHABLE,
        site.url("/closed"): FORBIDDEN,
    }


def test_a_redirected_robots_txt_is_followed_to_another_host() -> None:
    with Site({"/rules": robots("User-agent: *", "Disallow: /b"), "/a": page("isi")}) as other:
        elsewhere = other.url("/rules").replace("127.0.0.1", "localhost")
        routes: dict[str, Route] = {"/a": page("isi")}
        for path, target in (("/robots.txt", "/there.txt"), ("/there.txt", elsewhere)):
            routes[path] = (301, {"Location": target}, "", 0.0)
        with Site(routes) as site:
            seen = obedient_crawl([site.url("/a"), site.url("/b")], setup="Probe.allowed_domains = ['127.0.0.1']")
            assert site.counts() == {"/robots.txt": 1, "/there.txt": 1, "/a": 1}
        assert other.counts() == {"/rules": 1}
    assert seen.errors == {site.url("/b"): FORBIDDEN}


def test_robots_txt_waits_in_the_slot_of_the_request() -> None:
    with Site({"/robots.txt": robots("User-agent: *", "Disallow: /b"), "/a": page("isi")}) as site:
        seen = obedient_crawl([Ask(site.url("/a"), meta={"download_slot": "portal"})])
    assert list(seen.slots) == ["portal"]


def test_a_request_that_is_given_up_takes_the_robots_txt_from_no_other() -> None:
    async def judged() -> list[object]:
        crawler = get_crawler(settings_dict={"ROBOTSTXT_OBEY": True})
        middleware, here = RobotsMiddleware(crawler), asyncio.Event()
        rules = ProtegoRobotParser(b"User-agent: *\nDisallow: /a", None)

        async def fetch(request: Request) -> RobotParser | Unreachable:
            await here.wait()
            assert request.url.startswith("https://a.com/")
            return rules

        middleware._fetch_robots = fetch  # type: ignore[method-assign]
        asking = [asyncio.create_task(middleware.robot_parser(Request(f"https://a.com/{n}"))) for n in range(4)]
        await asyncio.sleep(0)
        asking[0].cancel()
        await asyncio.sleep(0)
        asking[2].cancel()
        await asyncio.sleep(0)
        here.set()
        found = await asyncio.gather(*asking, return_exceptions=True)
        return [value is rules or type(value) for value in found]

    assert asyncio.run(judged()) == [asyncio.CancelledError, True, asyncio.CancelledError, True]


def test_crawl_delay_is_kept() -> None:
    rules = robots("User-agent: *", "Crawl-delay: 0.1", "User-agent: Scrapy", "Crawl-delay: 1")
    with Site({**ROUTES, "/robots.txt": rules}) as site:
        seen = obedient_crawl([site.url(path) for path in PAGES[:3]])
        arrivals = [hit.at for hit in site.hits]
    assert len(arrivals) == 4
    assert arrivals[-1] - arrivals[0] >= 2.0  # not each by itself: on a busy machine one may arrive late
    assert seen.slots == {"127.0.0.1": {"delay": 1.0, "jitter": 0.0}}
    assert seen.log.count("Crawl-delay") == 1


@pytest.mark.parametrize(("crawl_delay", "jitter"), [("0.1", 0.5), ("0.3", 0.0)])
def test_crawl_delay_never_lowers_a_delay(crawl_delay: str, jitter: float) -> None:
    # 0.4 s with a jitter of half may be 0.2 s: enough for the first, too short for the second.
    with Site({**ROUTES, "/robots.txt": robots("User-agent: *", f"Crawl-delay: {crawl_delay}")}) as site:
        seen = obedient_crawl([site.url(PAGES[0])], {"DOWNLOAD_DELAY": 0.4, "DOWNLOAD_DELAY_JITTER": 0.5})
    assert seen.slots == {"127.0.0.1": {"delay": 0.4, "jitter": jitter}}


def test_crawl_delay_holds_for_every_slot_of_a_host() -> None:
    with Site({**ROUTES, "/robots.txt": robots("User-agent: *", "Crawl-delay: 0.3")}) as site:
        asks = [Ask(site.url(path), meta={"download_slot": path}) for path in PAGES[:2]]
        seen = obedient_crawl(asks)
    assert {slot["delay"] for slot in seen.slots.values()} == {0.3}


def test_autothrottle_does_not_undercut_crawl_delay() -> None:
    with Site({**ROUTES, "/robots.txt": robots("User-agent: *", "Crawl-delay: 0.5")}) as site:
        settings = {"AUTOTHROTTLE_ENABLED": True, "AUTOTHROTTLE_START_DELAY": 0.1}
        seen = obedient_crawl([site.url(path) for path in PAGES[:3]], settings)
    assert seen.slots == {"127.0.0.1": {"delay": 0.5, "jitter": 0.0}}


def test_crawl_delay_outlives_its_slot() -> None:
    # Scrapy throws an idle slot away after a minute; here it does at once.
    setup = (
        "from scrapy.core.downloader import Downloader as D; D._SLOT_GC_INTERVAL = 0.1\n"
        "collect = D._slot_gc; D._slot_gc = lambda self: (collect(self, -100), print('gc', file=sys.stderr))"
    )
    with Site({**ROUTES, "/robots.txt": robots("User-agent: *", "Crawl-delay: 0.3")}) as site:
        asks = [Ask(site.url(path), wait=1.0) for path in PAGES[:2]]
        seen = obedient_crawl([*asks, Ask(site.url(PAGES[2]))], setup=setup)
        arrivals = [hit.at for hit in site.hits]
    assert "gc" in seen.log
    assert arrivals[-1] - arrivals[-2] >= 0.15


def test_a_page_in_place_of_robots_txt_has_no_rules() -> None:
    html = page("<!DOCTYPE html>\n<html><body>\nUser-agent: *\nDisallow: /\n</body></html>")
    with Site({**ROUTES, "/robots.txt": html}) as site:
        assert len(crawl_all(site).got) == 12


def test_disallow_lines_after_a_blank_line_are_obeyed() -> None:
    # As on Okezone's channels; urllib.robotparser drops the group here.
    rules = "User-agent: *\n\nDisallow: /rc.php?*\nDisallow: /more/*\n\nUser-agent: CCBot\nDisallow: /\n"
    assert not allowed(rules, "/more/0/14", "newscrawl")
    assert not allowed(rules, "/rc.php?id=1", "Scrapy")
    assert allowed(rules, "/read/2025/08/29/57/3166258/judul", "newscrawl")


def test_byte_order_mark_does_not_hide_the_first_group() -> None:
    assert not allowed("\ufeffUser-agent: *\nDisallow: /cari\n", "/cari", "newscrawl")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_long_robots_txt_is_cut_between_lines(newline: str) -> None:
    first = f"User-agent: *{newline}Disallow: /awal{newline}"
    filler = "#" * (ROBOTS_MAX_BYTES - len(first) - len(newline) - len("Disallow: /")) + newline
    rules = f"{first}{filler}Disallow: /akhir{newline}"
    assert rules[:ROBOTS_MAX_BYTES].endswith("Disallow: /")
    assert not allowed(rules, "/awal", "newscrawl")
    assert allowed(rules, "/lain", "newscrawl")
    assert allowed(rules, "/akhir", "newscrawl")


@pytest.mark.parametrize("body", [b"", b"\n <HTML lang=id>", b"<?xml version='1.0'?>", b"\x89PNG\0\0User-agent: *"])
def test_pages_and_binary_data_are_no_rules(body: bytes) -> None:
    assert robots_rules(body) == b""


def test_a_site_counts_what_it_was_asked() -> None:
    with Site({"/robots.txt": NOT_FOUND, "/a": lambda hit: page(hit.headers["User-Agent"])}) as site:
        seen = obedient_crawl([site.url("/a"), site.url("/a?x=1")], {"USER_AGENT": "newscrawl/0.1"})
        assert site.counts() == {"/robots.txt": 1, "/a": 1, "/a?x=1": 1}
    assert {got.url: (got.status, got.text) for got in seen.got} == {
        site.url("/a"): (200, "newscrawl/0.1"),
        site.url("/a?x=1"): (404, "not found\n"),
    }
