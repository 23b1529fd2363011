"""`scrapy crawl okezone` over the bundled pages: the real spider, middlewares, pipelines and exit status."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from newscrawl.items import ARTICLE_FIELDS
from newscrawl.judging.exitcodes import Exit
from newscrawl.portals.registry import portals
from tests import forks
from tests.newsroom import article, command, environment, newsroom, path_of
from tests.project import ROOT, lines, patient, scrapy
from tests.site import Site

# How the articles of the bundled index pages end, besides those that are stored.
NOT_STORED = {
    "okezone-9910113": "forbidden by robots.txt",
    "okezone-9910116": "redirected away",
    "okezone-9910117": "removed",
    "okezone-9910118": "redirected away",
    "okezone-9910119": "robot check",
    "okezone-9910120": "provider block",
    "okezone-9910121": "no text",
    "okezone-9910122": "no text",
}


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, int]:
    data = tmp_path_factory.mktemp("night")
    done = scrapy("crawl", "okezone", "-s", f"NEWSCRAWL_DATA={data}", "-L", "WARNING")
    return data / "okezone", done.stderr, done.returncode


def articles(folder: Path) -> dict[str, dict[str, Any]]:
    records = lines(folder / "articles-2026-07-24.jsonl")
    assert len({r["id"] for r in records}) == len(records)
    return {r["id"]: r for r in records}


def test_every_article_of_the_day_is_stored_or_has_a_reason(night: tuple[Path, str, int]) -> None:
    folder, log, status = night
    assert status == 0, log
    stored = articles(folder)
    assert len(stored) == 18
    dropped = {d["id"]: d["reason"] for d in lines(folder / "dropped-2026-07-24.jsonl")}
    assert dropped == NOT_STORED
    assert "found 26, stored 18, already stored 0, dropped 6, failed 2" in log


def test_every_key_is_on_every_line_with_one_type(night: tuple[Path, str, int]) -> None:
    for record in articles(night[0]).values():
        assert tuple(record) == ARTICLE_FIELDS
        for key in ("authors", "editors", "section", "tags", "images"):
            assert isinstance(record[key], list)
        assert record["url"].startswith("https://")
        assert "?" not in record["url"]
        assert record["published_at"].endswith(("+07:00", "+08:00"))
        assert record["text"]


def test_pages_are_joined_in_each_way(night: tuple[Path, str, int]) -> None:
    stored = articles(night[0])
    whole = stored["okezone-9910102"]  # by ?page=all
    assert (whole["pages"], whole["complete"], whole["editors"]) == (3, True, ["Damar Wicaksana"])
    paragraphs = whole["text"].split("\n\n")
    assert "Versi satelit dengan harga Rp3.499.000" in paragraphs
    assert paragraphs[-1].startswith("Pembeli pada masa prapesan")
    numbered = stored["okezone-9910103"]["text"].split("\n\n")  # ?page=all is missing; the seam repeats a paragraph
    assert len(numbered) == len(set(numbered)) == 7
    shorter = stored["okezone-9910104"]  # ?page=all lacks page 1's beginning
    assert shorter["pages"] == 2
    assert shorter["text"].startswith("SURABAYA - Klub Garuda Samudra")
    half = stored["okezone-9910105"]  # page 2 is missing
    assert (half["pages"], half["complete"]) == (1, False)


def test_the_second_night_stores_nothing_and_says_so(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for _ in range(2):
        done = scrapy("crawl", "okezone", "-s", f"NEWSCRAWL_DATA={data}", "-L", "WARNING")
        assert done.returncode == 0, done.stderr
    assert "found 26, stored 0, unchanged 18, already stored 0, dropped 6, failed 2" in done.stderr
    assert len(lines(data / "okezone" / "articles-2026-07-24.jsonl")) == 18


def test_scrapys_own_habits_keep_working(tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    data = tmp_path / "data"
    done = scrapy(
        *("crawl", "okezone", "-O", str(table), "-s", "CLOSESPIDER_ITEMCOUNT=5"),
        *("-s", f"NEWSCRAWL_DATA={data}", "-L", "WARNING"),
    )
    assert done.returncode == 6, "it did not come to its end"
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert 5 <= len(rows) < 18
    assert tuple(rows[0]) == ARTICLE_FIELDS
    assert json.loads(rows[0]["images"])[0]["url"].startswith("https://")
    assert "T" in rows[0]["published_at"]


@pytest.mark.parametrize(
    ("arguments", "stored"),
    [
        (["-a", "channels=bola", "-a", "since=2026-07-24"], {"okezone-9910104", "okezone-9910111"}),
        (["-a", "tag=gamelan"], {"okezone-9910101", "okezone-9910123", "okezone-9910130"}),
        (["-a", "since=2026-07-23", "-a", "until=2026-07-23"], {f"okezone-991013{n}" for n in (0, 1, 2)}),
        (
            ["-a", "urls=http://m.okezone.com/amp/2026/07/24/337/9910123/x?utm_source=y#komentar"],
            set(),  # the mobile host of that article is not among the pages
        ),
        (
            [
                "-a",
                "urls=http://news.okezone.com/amp/2026/07/24/337/9910123/perajin-gamelan-desa-wirun-lama-"
                "kebanjiran-pesanan-dari-luar-negeri?page=2&utm_source=y#komentar",
            ],
            {"okezone-9910123"},
        ),
    ],
)
def test_what_is_asked_for_is_what_is_stored(arguments: list[str], stored: set[str], tmp_path: Path) -> None:
    done = scrapy("crawl", "okezone", *arguments, "-s", f"NEWSCRAWL_DATA={tmp_path}", "-L", "WARNING")
    file = tmp_path / "okezone" / "articles-2026-07-24.jsonl"
    found = {r["id"] for r in lines(file)} if file.exists() else set()
    assert found == stored, done.stderr
    assert done.returncode == (0 if stored else 4)


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("since=2026-13-01", "YYYY-MM-DD"),
        ("since=2026-07-30", "after until"),
        ("until=2030-01-01", "future"),
        ("channels=bolla", "allowed: news, sports"),
        ("urls=https://www.kompas.com/x", "okezone: urls: 'https://www.kompas.com/x' is none of its articles"),
        ("urls=/no/such/list", "nor a readable file"),
        (f"urls={ROOT / 'docs/report.png'}", "the file is not UTF-8"),
        ("tag=Harga Emas", "small letters"),
        ("again=yes", "allowed are 1"),
        ("sinse=2026-07-01", "allowed: since, until"),
        ("until=0001-01-01", "before there were news portals"),
    ],
)
def test_a_bad_value_ends_in_one_line(argument: str, words: str, tmp_path: Path) -> None:
    done = scrapy("crawl", "okezone", "-a", argument, "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_unknown_portal_names_the_known() -> None:
    done = scrapy("crawl", "okzone", "--nolog")
    assert done.returncode == 2
    assert done.stderr == f"newscrawl: unknown portal 'okzone'; known: {', '.join(portals())}\n"


def test_lost_listings_are_a_failure_and_not_called_empty(tmp_path: Path) -> None:
    done = scrapy(
        *("crawl", "okezone", "-a", "since=2026-06-01", "-a", "until=2026-06-01"),
        *("-s", f"NEWSCRAWL_DATA={tmp_path}", "-L", "ERROR"),
    )
    assert done.returncode == 5
    assert re.search(r"FINDING listing lost: \d+ pages? of listings could not be had", done.stderr)
    assert "no article was found:" not in done.stderr


def test_a_changed_template_is_a_failure(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for file in (ROOT / "fixtures" / "okezone").iterdir():
        if file.suffix == ".html":
            html = file.read_text(encoding="utf-8").replace("c-detail read", "isi-baru")
            (pages / file.name).write_text(html, encoding="utf-8")
        else:
            (pages / file.name).write_bytes(file.read_bytes())
    done = scrapy(
        *("crawl", "okezone", "-s", f"REPLAY_DIR={pages}", "-s", f"NEWSCRAWL_DATA={tmp_path / 'data'}"),
        *("-L", "ERROR"),
    )
    assert done.returncode == 4
    assert "none could be read" in done.stderr


def test_storage_that_fails_is_a_failure(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    done = scrapy("crawl", "okezone", "-s", f"NEWSCRAWL_DATA={blocked}", "--nolog")
    assert done.returncode == 7
    assert done.stderr.count("\n") == 1


def test_extract_prints_the_record_of_a_saved_page() -> None:
    side = ROOT / "fixtures" / "okezone" / "2020-economy-numbered.json"
    meta = json.loads(side.read_text(encoding="utf-8"))
    page = side.with_suffix(".html")
    from_file = scrapy("extract", meta["url"], str(page), "--fetched-at", meta["captured_at"], project="default")
    assert json.loads(from_file.stdout) == meta["expected"][0]["article"]
    from_pipe = scrapy("extract", meta["url"], "-", stdin=page.read_bytes(), project="default")
    assert json.loads(from_pipe.stdout)["id"] == "okezone-9910003"


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (["https://www.example.com/a", "README.md"], 1, "unknown portal"),
        (["https://www.okezone.com/", "README.md"], 1, "listing"),
        (["https://www.okezone.com/", "no-such-file"], 2, "cannot read no-such-file"),
        (["https://www.okezone.com/"], 2, "scrapy extract [URL] FILE"),
    ],
)
def test_extract_says_why_not(args: list[str], status: int, words: str) -> None:
    done = scrapy("extract", *args, project="default")
    assert (done.returncode, done.stdout) == (status, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_bless_shows_and_does_not_write() -> None:
    done = scrapy("bless", "okezone", project="default")
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("fixtures, 0 differ\n")


def test_capture_saves_a_page_and_what_is_made_of_it(tmp_path: Path) -> None:
    meta = json.loads((ROOT / "fixtures" / "okezone" / "2026-news-single.json").read_text(encoding="utf-8"))
    done = scrapy("capture", "okezone", meta["url"], "--name", "captured", "--folder", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    saved = json.loads((tmp_path / "okezone" / "captured.json").read_text(encoding="utf-8"))
    assert saved == {**meta, "null_because": dict.fromkeys(meta["null_because"], "")}, "why is for a person to say"
    assert (tmp_path / "okezone" / "captured.html").read_bytes() == (
        ROOT / "fixtures" / "okezone" / "2026-news-single.html"
    ).read_bytes()


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (["okezon", "https://www.okezone.com/"], 2, "known: antaranews, beritasatu"),
        (["okezone", "www.okezone.com"], 2, "is not an address"),
        (["okezone", "https://www.okezone.com/"], 1, "neither an article nor a listing"),
        (["okezone", "https://www.okezone.com/nowhere"], 1, "not had"),
        (["okezone"], 2, "scrapy capture PORTAL URL"),
    ],
)
def test_capture_says_why_not(args: list[str], status: int, words: str, tmp_path: Path) -> None:
    done = scrapy("capture", *args, "--folder", str(tmp_path))
    assert done.returncode == status
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("REPLAY_DIR=/nope", "no saved page in it"),
        ("NEWSCRAWL_REVISIT_HOURS=abc", "is not a number"),
        ("CONCURRENT_REQUESTS_PER_DOMAIN=0", "is not a number of 1 or more"),
        ("SCRAPER_SLOT_MAX_ACTIVE_SIZE=-1", "is not a number of 0 or more"),
        ("TWISTED_REACTOR=foo", "not used here, leave it out"),
        ("TWISTED_REACTOR=twisted.internet.selectreactor.SelectReactor", "not used here, leave it out"),
        ("SPIDER_LOADER_CLASS=foo", "there is no such class"),
        ("ASYNCIO_EVENT_LOOP=foo.Bar", "there is no such class"),
        ('ADDONS={"foo.Bar": 1}', "there is no class 'foo.Bar'"),
        ('DOWNLOAD_HANDLERS={"http": "foo.Bar"}', "there is no class 'foo.Bar'"),
        ("DOWNLOADER_MIDDLEWARES={}", "is not in it"),
        ("LOG_FORMAT=%d %d", "cannot be written"),
        ("LOG_FORMAT=%(nosuch)s", "cannot be written"),
        ("LOG_ENCODING=foo", "unknown encoding"),
        ("LOG_VERSIONS=foo", "is not installed"),
        ('FEEDS={"a.foo": {"format": "foo"}}', "format 'foo' is none of csv"),
        ('FEEDS={"foo://a/b.csv": {"format": "csv"}}', "'foo' is none of file"),
    ],
)
def test_a_bad_setting_ends_in_one_line(setting: str, words: str, tmp_path: Path) -> None:
    done = scrapy("crawl", "okezone", "-s", setting, "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_feed_that_cannot_be_written_is_no_good_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file/feed.csv"

    def run(feed: str) -> subprocess.CompletedProcess[str]:
        line = [*command(site, tmp_path / "data", "again=1"), "-O", feed]
        return forks.run(line, env=environment(), timeout=patient(120))

    with Site(newsroom(60)) as site:
        done = run(str(folder))
        assert (done.returncode, site.hits) == (Exit.USAGE, [])
        assert done.stderr == f"newscrawl: {folder}: cannot be written: File exists\n"
        site.routes |= {path_of(n): article(n, " Panitia menyiram lagi." * 20) for n in range(60)}
        for feed in ("/dev/full:csv", "/dev/full:json"):  # a full disk
            done = run(feed)
            assert done.returncode == Exit.ERRORS, done.stderr
            assert done.stderr.count("cannot be written") <= 1
            (tmp_path / "data/okezone/articles-2026-07-24.jsonl").unlink()
