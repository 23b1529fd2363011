from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newscrawl.crawling.saved.replay import PageIndex
from tests.site import Ask, Crawl, Got, crawl

HANDLER = "newscrawl.crawling.saved.replay.ReplayDownloadHandler"
SETTINGS = {
    "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "newscrawl.crawling.middlewares.robots.RobotsMiddleware": 100,
    },
    "REPLAY_DIR": "pages",
    "ROBOTSTXT_OBEY": True,
}
NEWS = "https://news.example"


def save(folder: Path, name: str, url: str, body: str | None = None, suffix: str = ".html", **data: Any) -> Path:
    """Write a page as the handler reads it; the path is that of its json file."""
    side = folder / f"{name}.json"
    side.parent.mkdir(parents=True, exist_ok=True)
    side.write_text(json.dumps({"url": url, **data}), encoding="utf-8")
    if body is not None:
        side.with_suffix(suffix).write_text(body, encoding="utf-8")
    return side


def replay(tmp_path: Path, *asks: str | Ask) -> Crawl:
    """Crawl from the folder `pages` in `tmp_path`, which is also the current directory."""
    return crawl(asks, SETTINGS, cwd=tmp_path)


def by_address(seen: Crawl) -> dict[str, Got]:
    return {got.asked: got for got in seen.got}


def test_a_crawl_meets_the_saved_answers_through_the_real_middlewares(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    save(pages, "robots", f"{NEWS}/robots.txt", "User-agent: *\n\nDisallow: /cari\n", ".txt")
    save(
        pages,
        "old",
        f"{NEWS}/old",
        status=301,
        headers={"Location": "/new"},
        captured_at="2025-08-29T13:10:01Z",
    )
    save(pages, "deep/er/new", f"{NEWS}/new", "<p>béta</p>")
    save(
        pages,
        "zipped",
        f"{NEWS}/zipped?page=2",
        "<p>terkompresi – é</p>",
        headers={"content-encoding": "gzip", "X-Many": ["a", "b"]},
        captured_at="2025-08-29T13:10:01+07:00",
    )
    save(pages, "cari", f"{NEWS}/cari", "<p>never</p>")
    save(pages, "gone", f"{NEWS}/gone", "<p>hilang</p>", status=410)
    save(pages, "feed", f"{NEWS}/feed", "<rss/>", ".xml")
    save(pages, "typed", f"{NEWS}/typed", '{"a": 1}', ".txt", headers={"Content-Type": "application/json"})
    save(pages, "brotli", f"{NEWS}/brotli", "<p>terbaca</p>", headers={"Content-Encoding": "br"})
    paths = ("old", "zipped?page=2", "zipped", "cari", "gone", "feed", "typed", "brotli")

    seen = replay(tmp_path, *(f"{NEWS}/{path}" for path in paths))

    got = {asked.removeprefix(f"{NEWS}/"): answer for asked, answer in by_address(seen).items()}
    assert seen.errors == {f"{NEWS}/cari": "forbidden by robots.txt"}
    assert {path: (answer.status, answer.kind) for path, answer in got.items()} == {
        "old": (200, "HtmlResponse"),
        "zipped?page=2": (200, "HtmlResponse"),
        "zipped": (404, "TextResponse"),
        "gone": (410, "HtmlResponse"),
        "feed": (200, "XmlResponse"),
        "typed": (200, "JsonResponse"),
        "brotli": (200, "HtmlResponse"),
    }
    assert got["old"].url == f"{NEWS}/new"
    assert got["old"].text == "<p>béta</p>"
    assert got["old"].headers["Content-Type"] == ["text/html; charset=utf-8"]
    # The moment of the redirect is not the moment of the page it led to.
    assert "captured_at" not in got["old"].meta
    assert got["zipped?page=2"].text == "<p>terkompresi – é</p>"
    assert got["zipped?page=2"].headers["X-Many"] == ["a", "b"]
    assert "Content-Encoding" not in got["zipped?page=2"].headers
    assert got["zipped?page=2"].meta["captured_at"] == "2025-08-29T13:10:01+07:00"
    assert seen.stats["httpcompression/response_count"] == 1
    assert got["brotli"].text == "<p>terbaca</p>"


def test_http_and_https_head_and_other_methods(tmp_path: Path) -> None:
    save(
        tmp_path / "pages",
        "a",
        "https://news.example:443/a",
        "<p>isi</p>",
        headers={"Content-Encoding": "gzip"},
    )
    plain = "http://news.example:80/a#komentar"
    seen = replay(tmp_path, plain, Ask(f"{NEWS}/a", method="HEAD"), Ask(f"{NEWS}/a?", method="POST"))
    got = by_address(seen)
    assert (got[plain].status, got[plain].text) == (200, "<p>isi</p>")
    assert (got[f"{NEWS}/a"].status, got[f"{NEWS}/a"].text) == (200, "")
    assert got[f"{NEWS}/a?"].status == 405


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"REPLAY_DIR": None}, "REPLAY_DIR is not set: it names the folder of saved pages"),
        ({"REPLAY_DIR": "missing"}, "REPLAY_DIR missing: no saved page in it"),
        (
            {"REPLAY_DIR": "twice"},
            "REPLAY_DIR twice: two saved pages of https://news.example/a: twice/a.json and",
        ),
    ],
)
def test_a_wrong_folder_is_said_in_one_line(tmp_path: Path, settings: dict[str, Any], line: str) -> None:
    save(tmp_path / "twice", "a", f"{NEWS}/a")
    save(tmp_path / "twice", "b", f"{NEWS}/a")
    seen = crawl([f"{NEWS}/a"], {**SETTINGS, **settings, "ROBOTSTXT_OBEY": False}, cwd=tmp_path)
    assert f"ValueError: {line}" in seen.log
    assert line in seen.errors[f"{NEWS}/a"]


def test_index_finds_a_page_by_its_address(tmp_path: Path) -> None:
    save(tmp_path, "sub/a-v1.2", f"{NEWS}/a?b=1", "<p>isi</p>", captured_at="2020-07-14T10:00:00+07:00")
    index = PageIndex(tmp_path)
    saved = index.find("http://NEWS.example/a?b=1#x")
    assert saved is not None
    assert saved.url == f"{NEWS}/a?b=1"
    assert saved.status == 200
    assert saved.headers == {}
    assert saved.body_path == tmp_path / "sub" / "a-v1.2.html"
    assert saved.captured_at == "2020-07-14T10:00:00+07:00"
    assert len(index) == 1
    for other in ("/a", "/a?b=2", "/a/?b=1", "/A?b=1", "/a?b=1&c="):
        assert index.find(NEWS + other) is None
    assert index.find("https://news.example:8443/a?b=1") is None


def test_index_ignores_json_that_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('["url"]', encoding="utf-8")
    (tmp_path / "golden.json").write_text('{"title": "Judul"}', encoding="utf-8")
    with pytest.raises(ValueError, match="no saved page in it"):
        PageIndex(tmp_path)
    (tmp_path / "page.json").write_text('{"url": "https://news.example/a"}', encoding="utf-8")
    assert len(PageIndex(tmp_path)) == 1


@pytest.mark.parametrize(
    ("captured", "moment"),
    [
        ("2020-07-14", "2020-07-14T23:59:59+07:00"),
        ("2020-07", None),
        ("2020", None),
        ("2022-07-21 (copy)", None),
        (None, None),
    ],
)
def test_only_a_whole_date_is_a_moment(tmp_path: Path, captured: str | None, moment: str | None) -> None:
    save(tmp_path, "a", f"{NEWS}/a", captured=captured)
    saved = PageIndex(tmp_path).find(f"{NEWS}/a")
    assert saved is not None
    assert saved.captured_at == moment


def test_two_pages_of_one_address_are_an_error_that_names_both(tmp_path: Path) -> None:
    first = save(tmp_path, "a", f"{NEWS}/a")
    second = save(tmp_path, "sub/b", "http://news.example/a#top")
    with pytest.raises(ValueError, match=re.escape(f"{first} and {second}")):
        PageIndex(tmp_path)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"url": None}, "not a web address: None"),
        ({"url": "/a"}, "not a web address: '/a'"),
        ({"status": "fine"}, "fine"),
        ({"headers": "Location: /a"}, "headers must map"),
        ({"captured_at": "2020-07"}, "2020-07"),
        ({"captured_at": "2020-07-14T10:00:00"}, "captured_at without an offset"),
    ],
)
def test_a_page_that_cannot_be_read_is_named(tmp_path: Path, data: dict[str, Any], problem: str) -> None:
    side = tmp_path / "a.json"
    side.write_text(json.dumps({"url": f"{NEWS}/a", **data}), encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{re.escape(str(side))}: .*{re.escape(problem)}"):
        PageIndex(tmp_path)


def test_broken_json_and_a_second_body_are_named(tmp_path: Path) -> None:
    side = save(tmp_path, "a", f"{NEWS}/a", "<p>isi</p>")
    (tmp_path / "a.txt").write_text("isi", encoding="utf-8")
    with pytest.raises(ValueError, match=f"{re.escape(str(side))}: two bodies, a.html and a.txt"):
        PageIndex(tmp_path)
    side.write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(str(side))):
        PageIndex(tmp_path)
