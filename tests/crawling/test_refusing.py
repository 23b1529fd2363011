"""Feeds among what is stored, logs on a full disk, settings that are no slips; what counts the rules of a page."""

from __future__ import annotations

import errno
import os
import sys
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.settings import BaseSettings
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawl.crawling.base import Crawling, RuleCounts
from newscrawl.crawling.refusing import check_settings, unwritable
from newscrawl.judging.stored import AMONG_STORED
from tests import forks
from tests.project import patient


@pytest.mark.parametrize(
    ("feed", "is_refused"),
    [
        ("a.json", False),
        ("data/a.json", False),
        ("data/%(name)s.json", False),
        ("data/mine/%(name)s/%(time)s.json", False),
        ("data/okezone/crawl.log", False),
        ("disk/okezone.json", False),
        ("stdout:", False),
        ("data/okezone/a.json", True),
        ("data/okezone/%(time)s.json", True),
        ("data/okezone/runs/a.json", True),
        ("data/%(name)s/a.json", True),
        ("data/baru.id/a.json", True),  # the site that is crawled, for the first time
        ("data/mine/../okezone/a.json", True),
        ("link.json", True),
        ("data/kompas/a.json", True),
        ("disk/kompas/a.json", True),
        ("linked/okezone/a.json", True),
    ],
)
def test_a_feed_is_not_written_among_what_is_stored(
    feed: str, is_refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("data/okezone/runs", "disk/kompas", "data/mine"):
        Path(folder).mkdir(parents=True)
    for link, goal in (("link.json", "data/okezone/a.jsonl"), ("data/kompas", "disk/kompas"), ("linked", "data")):
        Path(link).symlink_to(tmp_path / goal)
    fault = unwritable(feed, "data", "baru.id")
    assert (AMONG_STORED in fault if fault else False) == is_refused, fault


# Of Scrapy's own that have no default, and of what people add to it.
OTHERS = (
    "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT REDIS_URL SCHEDULER_PERSIST"
    " SCHEDULER_QUEUE_CLASS SCHEDULER_DUPEFILTER_KEY"
    " SPLASH_URL SPLASH_COOKIES_DEBUG DELTAFETCH_ENABLED DELTAFETCH_DIR SPIDERMON_ENABLED"
    " ZYTE_API_KEY ZYTE_API_RETRY_POLICY SCRAPEOPS_API_KEY ROTATING_PROXY_LIST FEED_URI FEED_FORMAT FILES_STORE"
    " IMAGES_EXPIRES MAIL_TO CLOSESPIDER_TIMEOUT_NO_ITEM HTTPCACHE_DIRS_MODE CONCURRENT_DOWNLOADS_PER_PORTAL"
).split()


def test_a_setting_of_an_add_on_is_no_slip() -> None:
    check_settings(BaseSettings(dict.fromkeys(OTHERS, 1), "cmdline"))


def test_a_setting_that_nobody_reads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (
        ("NEWSCRAWL_ALARM", "there is no setting"),
        ("NEWSCRAWL_PORTALS", "export NEWSCRAWL_PORTALS=1"),
    ):
        with pytest.raises(ValueError, match=words):
            check_settings(BaseSettings({name: 1}, "cmdline"))
    monkeypatch.setenv("NEWSCRAWL_DATA", "data")
    monkeypatch.setenv("NEWSCRAWL_TRIES", "")
    check_settings(BaseSettings())
    monkeypatch.setenv("NEWSCRAWL_NOTIFY", "mail")
    with pytest.raises(ValueError, match="NEWSCRAWL_NOTIFY is not read from the environment: give -s"):
        check_settings(BaseSettings())


class Copying(MemoryStatsCollector):
    def get_stats(self, *_: Any) -> dict[str, Any]:
        return dict(super().get_stats())


class Sending(MemoryStatsCollector):
    def inc_value(self, key: str, count: int = 1, start: int = 0, *_: Any) -> None:
        super().inc_value(key, count, start)


@pytest.mark.parametrize("kind", [MemoryStatsCollector, Copying, Sending])
def test_rules_are_counted_whatever_counts(kind: type[MemoryStatsCollector]) -> None:
    stats = kind(get_crawler())
    spider: Any = SimpleNamespace(crawler=SimpleNamespace(stats=stats), in_vain={})
    spider.looked = partial(Crawling.looked, spider)
    counts = Crawling.rule_counts(spider, "https://a.example/1")
    assert counts
    assert isinstance(counts, RuleCounts) == (kind is MemoryStatsCollector)
    counts.inc_value("tried/title")
    counts.inc_value("parser/title", 0)
    assert spider.in_vain == ({"title": "https://a.example/1"} if kind is MemoryStatsCollector else {})
    assert stats.get_stats() == {"tried/title": 1, "parser/title": 0}


def test_a_log_on_a_full_disk_is_known_before_the_crawl(tmp_path: Path) -> None:
    """It can be opened there, and Scrapy's command ends in a traceback when it is closed."""
    code = f"""
import resource
from newscrawl.commands.main import quiet
from newscrawl.crawling.refusing import unwritable
usual = resource.getrlimit(resource.RLIMIT_FSIZE)
said = [len(quiet("okezone", ["-s", "NEWSCRAWL_DATA={tmp_path}"]))]
resource.setrlimit(resource.RLIMIT_FSIZE, (0, usual[1]))
said.append(unwritable("{tmp_path}/okezone/a.log", "{tmp_path}", "okezone"))
said.append(quiet("okezone", ["-s", "NEWSCRAWL_DATA={tmp_path}"]))
resource.setrlimit(resource.RLIMIT_FSIZE, usual)  # standard output is a file, too
print(*said, sep="\\n")
"""
    env = {**os.environ, "SCRAPY_SETTINGS_MODULE": "newscrawl.settings.base"}
    done = forks.run([sys.executable, "-c", code], env=env, timeout=patient(60))
    said = f"{tmp_path}/okezone/a.log: cannot be written: {os.strerror(errno.EFBIG)}"
    assert done.stdout.splitlines() == ["2", said, "[]"], done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_log_whose_disk_is_full_is_told_in_one_line() -> None:
    code = """
import logging
from scrapy.settings import Settings
from scrapy.utils.log import install_scrapy_root_handler
from newscrawl.crawling.showing.log import tell_log_lost_once
install_scrapy_root_handler(Settings({"LOG_FILE": "/dev/full"}))
tell_log_lost_once()
for _ in range(3):
    logging.getLogger("a").warning("satu")
"""
    done = forks.run([sys.executable, "-c", code], env=dict(os.environ), timeout=patient(60))
    assert done.stderr == "newscrawl: the log cannot be written any more: No space left on device\n"
