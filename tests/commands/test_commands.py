"""Scrapy's own commands in the project: they work, and leave nothing of a run."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from benchmarks.loopback import loopback_settings
from tests import forks
from tests.newsroom import DAY, NOW, newsroom, path_of
from tests.project import ROOT, patient, scrapy
from tests.site import Site

ARTICLE = f"https://news.okezone.com{path_of(0)}"
INDEX = f"https://index.okezone.com/bydate/index/{DAY}/"
FOREIGN = "https://kabar.example/berita"
PAGE = "./fixtures/okezone/2015-lifestyle-single.html"
SPIDER = str(ROOT / "newscrawl/spiders/okezone.py")


@pytest.mark.parametrize(
    ("args", "printed"),
    [
        (("parse", "--spider", "okezone", ARTICLE, "-c", "parse_article"), "'title': 'Warga Tanam 0 Bibit Mangga'"),
        (("parse", ARTICLE), "'title': 'Warga Tanam 0 Bibit Mangga'"),
        (("parse", INDEX), f"<GET {ARTICLE}>"),
        (("parse", INDEX, "-d", "2", "--pipelines"), "'title': 'Warga Tanam 2 Bibit Mangga'"),
        (("fetch", ARTICLE), "<h1>Warga Tanam 0 Bibit Mangga</h1>"),
        (("fetch", "--spider", "okezone", ARTICLE), "<h1>Warga Tanam 0 Bibit Mangga</h1>"),
        (("fetch", FOREIGN), "not found"),
        (("shell", ARTICLE, "-c", "response.css('h1::text').get()"), "Warga Tanam 0 Bibit Mangga"),
        (("shell", FOREIGN, "-c", "(response.status, response.text)"), "(404, 'not found\\n')"),
        (("shell", PAGE, "-c", "response.status"), "200"),
        (("view", ARTICLE), ""),
        (("runspider", SPIDER, "-a", "since=2026-07-24"), ""),
        (("bench", "-s", "CLOSESPIDER_TIMEOUT=1"), ""),
    ],
)
def test_a_command_that_looks_leaves_nothing(tmp_path: Path, args: tuple[str, ...], printed: str) -> None:
    with Site(newsroom(3)) as site:
        settings = {
            **loopback_settings(int(site.host.rpartition(":")[2])),
            "NEWSCRAWL_NOW": NOW,
            "NEWSCRAWL_DATA": str(tmp_path / "data"),
            "RETRY_TIMES": "0",
        }
        options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
        places = {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
        done = forks.run(
            [sys.executable, "-m", "scrapy", *args, *options],
            env={**os.environ, "SCRAPY_PROJECT": "default", "BROWSER": "true", **places},
            timeout=patient(120),
        )
        if args[0] == "runspider":
            assert {path_of(n) for n in range(3)} <= set(site.counts()), "it crawls all the same"
    assert done.returncode == 0, done.stderr
    assert printed in done.stdout
    assert not re.search(r"Traceback|ERROR|CRITICAL", done.stderr), done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", [("crawl", "okezone"), ("reread", "okezone"), ("nightly", "okezone")])
def test_a_job_folder_is_refused_in_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    data = tmp_path / "data"
    done = scrapy(*command, "-s", f"JOBDIR={tmp_path / 'job'}", "-s", f"NEWSCRAWL_DATA={data}")
    assert (done.returncode, done.stdout) == (2, "")
    line = (
        f"newscrawl: JOBDIR={tmp_path / 'job'}: not used here, leave it out: a crawl that was stopped or killed goes on"
    )
    assert done.stderr == f"{line} by itself\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["crawl", "nightly"])
def test_a_cache_that_answers_with_old_lists_is_refused(tmp_path: Path, command: str) -> None:
    done = scrapy(command, "okezone", "-s", "HTTPCACHE_ENABLED=1", "-s", f"NEWSCRAWL_DATA={tmp_path / 'data'}")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith("newscrawl: HTTPCACHE_ENABLED: not used here")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "setting",
    [
        "REDIRECT_ENABLED=0",
        "CONCURRENT_ITEMS=0",
        "CONCURRENT_REQUESTS=0",
        "NEWSCRAWL_NOW=kemarin",
        "RETRY_TIMES=dua",
        "CLOSESPIDER_TIMEOUT=lama",
        "COOKIES_ENABLED=mungkin",
        "NEWSCRAWL_WARC=mungkin",
        "LOG_LEVEL=KERAS",
        "LOG_FILE=/dev/null/catatan.log",
        "NEWSCRAWL_NIGHTLY_CATCH_UP=-3",
        "NEWSCRAWL_TRYS=3",
        "download_delay=9",
    ],
)
def test_a_setting_that_loses_articles_waits_for_ever_or_is_none_is_refused(tmp_path: Path, setting: str) -> None:
    done = scrapy("crawl", "okezone", "-s", f"NEWSCRAWL_DATA={tmp_path / 'data'}", "-s", setting)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert setting.partition("=")[0] in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("given", ["-O", "-o", "LOG_FILE="])
def test_nothing_is_written_over_what_is_stored(tmp_path: Path, given: str) -> None:
    stored = tmp_path / "okezone" / "articles-2026-07-24.jsonl"
    stored.parent.mkdir()
    stored.write_text('{"id": "okezone-1"}\n')
    option = ("-s", f"{given}{stored}") if given.endswith("=") else (given, str(stored))
    done = scrapy("crawl", "okezone", "-s", f"NEWSCRAWL_DATA={tmp_path}", *option)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.endswith("this folder holds what is stored itself; choose another one\n")
    assert stored.read_text() == '{"id": "okezone-1"}\n'


@pytest.mark.parametrize("data", ["~/berita", "$HOME/berita", "  "])
def test_a_folder_whose_name_no_shell_has_put_in_is_refused(data: str) -> None:
    done = scrapy("crawl", "okezone", "-s", f"NEWSCRAWL_DATA={data}")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith(f"newscrawl: NEWSCRAWL_DATA={data!r}: write the whole path")
    assert not (ROOT / data).exists()


def test_a_variable_that_is_empty_is_a_slip() -> None:
    code = "from newscrawl.settings import base, replay; print(base.NEWSCRAWL_DATA, replay.NEWSCRAWL_DATA)"
    line = [sys.executable, "-c", code]
    env = {**os.environ, "NEWSCRAWL_DATA": ""}
    done = forks.run(line, env=env, timeout=patient(120))
    assert done.stdout == "data data/replay\n"


def test_a_job_folder_in_the_settings_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("from newscrawl.settings.replay import *\nJOBDIR = 'job'\n")
    done = forks.run(
        [sys.executable, "-m", "scrapy", "crawl", "okezone", "-s", f"NEWSCRAWL_DATA={tmp_path / 'data'}"],
        env={**os.environ, "SCRAPY_SETTINGS_MODULE": "mine", "PYTHONPATH": f"{tmp_path}:{ROOT}"},
        timeout=patient(120),
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith("newscrawl: JOBDIR=job: ")
    assert not (ROOT / "job").exists()
