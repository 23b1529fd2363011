"""What arrives of a page is all of it or an error, and the pauses that a site asks for are kept, bounded and said."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from newscrawl.crawling.middlewares.pauses import retry_after
from newscrawl.judging.exitcodes import Exit
from newscrawl.reading.decoding import ACCEPTED, MAX_STREAMS, CutBody, TooLarge, UnknownCoding, brotli, decoded, zstd  # type: ignore[attr-defined]  # the very ones
from tests import newsroom
from tests.newsroom import FIRST_ID, ids, path_of, reasons, stored
from tests.site import Answer, Site, crawl, page, robots

PARAGRAPHS = "".join(
    f"<p>Warga kampung ke-{n} menanam {n * 37 % 101} bibit mangga di lereng.</p>\n" for n in range(400)
)
PAGE = f"<!DOCTYPE html><html><body>{PARAGRAPHS}</body></html>".encode()
MIDDLEWARES = {
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "newscrawl.crawling.middlewares.compression.HttpCompressionMiddleware": 590,
}


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "deflate without a header": ("deflate", raw_deflate),
    "br": ("br", brotli.compress),
    "zstd": ("zstd", zstd.compress),
    "two gzip members": ("gzip", lambda body: gzip.compress(body[:9000]) + gzip.compress(body[9000:])),
    "two zstd frames": ("zstd", lambda body: zstd.compress(body[:9000]) + zstd.compress(body[9000:])),
    "gzip, then br": ("gzip, br", lambda body: brotli.compress(gzip.compress(body))),
    "br, then gzip": ("br, gzip", lambda body: gzip.compress(brotli.compress(body))),
}


def split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


@pytest.mark.parametrize("name", CODINGS)
def test_a_body_that_was_cut_anywhere_is_noticed(name: str) -> None:
    codings, pack = CODINGS[name]
    packed = pack(PAGE)
    assert decoded(packed, split(codings)) == PAGE
    size = len(packed)
    points = {1, 2, 3, 5, 9, 12, size // 3, size * 2 // 3, size - 9, size - 4, size - 1}
    if name.startswith("two"):  # in the head of the second
        first = len(CODINGS[codings][1](PAGE[:9000]))
        points |= {first + 1, first + 4, first + 20}
    for point in points:
        with pytest.raises(CutBody):
            decoded(packed[:point], split(codings))


def test_a_cut_under_a_whole_coding_is_noticed() -> None:
    with pytest.raises(CutBody):
        decoded(brotli.compress(gzip.compress(PAGE)[:-20]), ["gzip", "br"])


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "zstd"])
def test_no_more_is_unpacked_than_the_limit(coding: str) -> None:
    packed = CODINGS[coding][1](PAGE)
    assert decoded(packed, [coding], len(PAGE)) == PAGE
    with pytest.raises(TooLarge):
        decoded(packed, [coding], len(PAGE) - 1)


def test_what_surrounds_a_body_does_no_harm() -> None:
    assert decoded(gzip.compress(PAGE) + bytes(50), ["gzip"]) == PAGE, "padding"
    assert decoded(PAGE, ["identity"]) == decoded(PAGE, ["utf-8"]) == PAGE
    assert decoded(b"", ["gzip"]) == b"", "as many redirects are sent"
    with pytest.raises(UnknownCoding):
        decoded(gzip.compress(PAGE), ["compress"])
    with pytest.raises(CutBody):
        decoded(PAGE, ["gzip"])
    with pytest.raises(TooLarge):
        decoded(gzip.compress(b"a") * (MAX_STREAMS + 1), ["gzip"])


def served(body: bytes, coding: str = "", **headers: str) -> Answer:
    kinds = {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": coding}
    return 200, {**kinds, **{name.replace("_", "-"): value for name, value in headers.items()}}, body, 0.0


def chunked(body: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return f"{len(body):x}\r\n".encode() + body + b"\r\n" + end


HALF = PAGE[: len(PAGE) * 2 // 3]


def test_only_whole_bodies_reach_a_callback() -> None:
    whole = {f"/whole/{n}": served(pack(PAGE), names) for n, (names, pack) in enumerate(CODINGS.values())}
    cut = {f"/cut/{n}": served(pack(PAGE)[:-30], names) for n, (names, pack) in enumerate(CODINGS.values())}
    whole |= {
        "/whole/connection": served(PAGE, Content_Length=""),
        "/whole/connection/gzip": served(gzip.compress(PAGE), "gzip", Content_Length=""),
        "/whole/chunked": served(chunked(PAGE), Transfer_Encoding="chunked"),
        "/whole/without/end": served(HALF),
        "/whole/feed": served(b"<?xml version='1.0'?><rss><channel></channel></rss>\n", Content_Length=""),
    }
    cut |= {
        "/cut/connection": served(HALF, Content_Length=""),
        "/cut/connection/gzip": served(gzip.compress(PAGE)[:-30], "gzip", Content_Length=""),
        "/cut/chunked": served(chunked(HALF, end=b""), Transfer_Encoding="chunked"),
        "/cut/length": served(HALF, Content_Length=str(len(PAGE))),
        "/cut/part": (206, *served(HALF)[1:]),
        "/cut/feed": served(b"<?xml version='1.0'?><rss><channel><item>", Content_Length=""),
    }
    missing = {"/missing": (404, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-30], 0.0)}
    with Site({**whole, **cut, **missing}) as site:
        seen = crawl([site.url(path) for path in (*whole, *cut, *missing)], {"DOWNLOADER_MIDDLEWARES": MIDDLEWARES})
        asked = {hit.headers["Accept-Encoding"] for hit in site.hits}
    assert asked == {", ".join(ACCEPTED)}
    assert sorted(seen.errors) == sorted(site.url(path) for path in cut), seen.log
    texts = {got.asked: got.text for got in seen.got}
    assert texts.pop(site.url("/missing")) == "", "of an error only the status counts"
    assert texts.pop(site.url("/whole/without/end")) == HALF.decode(), "its length says that it is whole"
    assert texts.pop(site.url("/whole/feed")).endswith("</rss>\n")
    assert set(texts.values()) == {PAGE.decode()}
    assert len(texts) == len(whole) - 2


@pytest.mark.parametrize("times", [1, 9])
def test_a_cut_body_is_asked_for_again_and_never_stored(tmp_path: Path, times: int) -> None:
    good = newsroom.article(1)
    packed = brotli.compress(str(good[2]).encode())
    left = [packed[:-20]] * times
    with Site(newsroom.newsroom(15)) as site:
        site.routes[path_of(1)] = lambda _hit: served(left.pop() if left else packed, "br")
        done = newsroom.crawl(site, tmp_path, "RETRY_TIMES=2")
        assert done.returncode == 0, done.stderr
        assert site.count(path_of(1)) == min(times + 1, 3)
        if times > 2:
            assert reasons(tmp_path) == {f"okezone-{FIRST_ID + 1}": "cut body"}
            left.clear()
            newsroom.crawl(site, tmp_path)
    assert sorted(stored(tmp_path)) == sorted(ids(range(15)))


# -- pauses --------------------------------------------------------------------------------------------------

MOMENT = datetime(2026, 7, 24, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("007", 7.0),
        ("1.5", 1.5),
        ("²", None),
        ("٣", None),
        ("-3", None),
        ("0", None),
        ("1e400", None),
        ("nan", None),
        ("inf", None),
        ("9" * 5000, None),
        ("", None),
        ("soon", None),
        ("7, 8", None),
        ("Fri, 24 Jul 2026 11:00:30 GMT", 30.0),
        ("Fri, 24 Jul 2026 11:00:30 -0000", 30.0),
        ("Fri, 24 Jul 2026 11:00:30", 30.0),
        ("Fri, 24 Jul 2026 18:00:30 +0700", 30.0),
        ("Fri, 24 Jul 2026 10:00:30 GMT", None),
        ("Fri, 24 Jul 9999 23:59:59 -2359", None),
        ("Fri, 99 Jul 2026 11:00:30 GMT", None),
        ("Fri, 24 Jul 2026 11:00:30 +9999999999", None),
    ],
)
def test_retry_after_is_a_pause_or_nothing(header: str, seconds: float | None) -> None:
    assert retry_after(header.encode(), MOMENT) == seconds
    assert retry_after(header.encode("latin-1", "replace"), MOMENT) == seconds


@pytest.mark.parametrize("header", ["²", "-5", "9" * 400, "Fri, 24 Jul 2020 11:00:30 -0000", "1e400"])
def test_a_strange_retry_after_costs_nothing(tmp_path: Path, header: str) -> None:
    with Site(newsroom.newsroom(14)) as site:
        site.routes[path_of(3)] = (429, {"Retry-After": header}, "pelan", 0)
        done = newsroom.crawl(site, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert len(stored(tmp_path)) == 13
    assert reasons(tmp_path) == {f"okezone-{FIRST_ID + 3}": "too many requests"}


def test_a_site_that_wants_too_long_a_pause_is_left(tmp_path: Path) -> None:
    with Site(newsroom.newsroom(60)) as site:
        site.routes[path_of(20)] = (429, {"Retry-After": "86400"}, "pelan", 0)
        done = newsroom.crawl(site, tmp_path, "LOG_LEVEL=INFO")
        assert done.returncode == Exit.ERRORS, done.stderr
        assert done.stderr.count("asks for a pause of 86400 s (HTTP 429), more than NEWSCRAWL_RETRY_AFTER_MAX") == 1
        assert site.count(path_of(20)) == 1, "that it would not be answered is known"
        assert len(stored(tmp_path)) < 30
        site.routes[path_of(20)] = newsroom.article(20)
        assert newsroom.crawl(site, tmp_path).returncode == 0
    assert sorted(stored(tmp_path)) == sorted(ids(range(60)))


def test_a_page_that_is_away_for_long_costs_only_itself(tmp_path: Path) -> None:
    with Site(newsroom.newsroom(14)) as site:
        site.routes[path_of(3)] = (503, {"Retry-After": "86400"}, "nanti", 0)
        done = newsroom.crawl(site, tmp_path)
        assert site.count(path_of(3)) == 1
    assert done.returncode == 0, done.stderr
    assert len(stored(tmp_path)) == 13


def test_pauses_without_a_page_between_are_bounded_together(tmp_path: Path) -> None:
    with Site(newsroom.newsroom(14)) as site:
        site.routes |= dict.fromkeys(map(path_of, range(14)), (429, {"Retry-After": "1"}, "pelan", 0.0))
        done = newsroom.crawl(site, tmp_path, "NEWSCRAWL_RETRY_AFTER_MAX=2.5", "RETRY_TIMES=9")
        assert done.returncode == Exit.ERRORS, done.stderr
        assert done.stderr.count("is left for the next run") == 1
        assert sum(hit.path.startswith("/read/") for hit in site.hits) < 14
    assert len(reasons(tmp_path)) == 14


def test_a_crawl_delay_longer_than_the_setting_is_never_ignored(tmp_path: Path) -> None:
    with Site(newsroom.newsroom(5)) as site:
        site.routes["/robots.txt"] = robots("User-agent: *", "Crawl-delay: 86400")
        done = newsroom.crawl(site, tmp_path)
        assert {hit.path for hit in site.hits} == {"/robots.txt"}
        assert done.returncode == Exit.ERRORS, done.stderr
        assert done.stderr.count("asks for a Crawl-delay of 86400 s, more than NEWSCRAWL_CRAWL_DELAY_MAX") == 1
        assert newsroom.crawl(site, tmp_path, "NEWSCRAWL_CRAWL_DELAY_MAX=ever").returncode == Exit.USAGE


def test_one_host_with_a_long_crawl_delay_costs_only_its_articles(tmp_path: Path) -> None:
    slow, quick = robots("User-agent: *", "Crawl-delay: 3600"), robots("User-agent: *")
    with Site(newsroom.newsroom(12)) as site:
        listing = site.routes["/bydate/index/2026/07/24/"]
        assert not callable(listing)
        body = str(listing[2]).replace(f"news.okezone.com{path_of(4)}", f"bola.okezone.com{path_of(4)}")
        site.routes["/bydate/index/2026/07/24/"] = page(body)
        site.routes["/robots.txt"] = lambda hit: slow if hit.headers["Host"].startswith("bola") else quick
        done = newsroom.crawl(site, tmp_path)
        assert site.count(path_of(4)) == 0
    assert done.returncode == Exit.ERRORS, done.stderr
    assert set(stored(tmp_path)) == ids([n for n in range(12) if n != 4])
    assert reasons(tmp_path) == {f"okezone-{FIRST_ID + 4}": "not reached"}


@pytest.mark.parametrize("value", ["nan", "-5", "inf", "1e400", "²", "", "0"])
def test_a_strange_crawl_delay_is_none(value: str) -> None:
    with Site(
        {"/robots.txt": robots("User-agent: *", f"Crawl-delay: {value}"), "/a": page("a"), "/b": page("b")}
    ) as site:
        middlewares = {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "newscrawl.crawling.middlewares.robots.RobotsMiddleware": 100,
        }
        settings = {"ROBOTSTXT_OBEY": True, "DOWNLOADER_MIDDLEWARES": middlewares, "NEWSCRAWL_CRAWL_DELAY_MAX": 60}
        seen = crawl([site.url("/a"), site.url("/b")], settings)
        gaps = [later.at - earlier.at for earlier, later in pairwise(site.hits)]
    assert len(seen.got) == 2, seen.log
    assert "Traceback" not in seen.log
    assert max(gaps) < 60
