"""Any news site: found by what it declares, read by its shape, kept as any portal is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.portals.anysite import site_at
from newscrawl.portals.recognising import article_key
from newscrawl.portals.sites import named_in, site_of
from tests import anysites
from tests.anysites import KINDS, NOW, TITLES, all_sites, slug, stamp
from tests.project import ROOT, patient
from tests.site import Site


def start(data: Path, *arguments: str) -> subprocess.Popen[str]:
    """A crawl in a process of its own."""
    settings = {"NEWSCRAWL_DATA": str(data), "NEWSCRAWL_NOW": NOW, "DOWNLOAD_DELAY": "0", "RETRY_TIMES": "0"}
    options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    line = [sys.executable, "-m", "scrapy", "crawl", *arguments, *options]
    return subprocess.Popen(
        line, cwd=ROOT, env={**os.environ}, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


@dataclass(frozen=True)
class Ended:
    """How a crawl ended, what it stored, and what its site was asked for."""

    status: int
    said: str
    folder: Path
    site: Site

    def lines(self, name: str) -> list[dict[str, Any]]:
        texts = (path.read_text(encoding="utf-8") for path in self.folder.glob(f"{name}-*.jsonl"))
        return [json.loads(line) for text in texts for line in text.splitlines()]


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Ended]]:
    """Each of the five sites crawled, side by side, and the foreign one."""
    data = tmp_path_factory.mktemp("data")
    with all_sites() as sites:
        running = {kind: start(data, "any", "-a", f"site={site.url()}") for kind, site in sites.by_kind.items()}
        ended = {}
        for kind, process in running.items():
            _, said = process.communicate(timeout=patient(60))
            site = sites.by_kind[kind]
            ended[kind] = Ended(process.returncode, said, data / site.host.replace(".", "-").replace(":", "-"), site)
        ended["foreign"] = Ended(0, "", data, sites.foreign)
        yield ended


@pytest.mark.parametrize("kind", KINDS)
def test_every_article_of_a_site_without_rules_is_found_and_read(crawls: dict[str, Ended], kind: str) -> None:
    crawl = crawls[kind]
    records = {record["title"]: record for record in crawl.lines("articles")}
    assert sorted(records) == sorted(TITLES), crawl.said
    assert crawl.status == 0, crawl.said
    for n, title in enumerate(TITLES):
        record = records[title]
        assert record["text"].split("\n\n") == [line.format(n=n + 12) for line in anysites.STORY]
        assert record["published_at"] == stamp(n)
        assert record["schema_version"] == 2
        assert record["read_by"] == "shape"
        assert record["portal"] == crawl.folder.name
        assert record["url"].startswith(crawl.site.url(""))


def test_no_other_site_is_asked_and_no_list_is_taken_for_an_article(crawls: dict[str, Ended]) -> None:
    assert crawls["foreign"].site.hits == []
    asked = {path for crawl in crawls.values() for path in crawl.site.counts()}
    assert not [path for path in asked if "/tag/" in path or "tentang" in path or "gaya-hidup" in path]
    assert crawls["sitemaps"].site.count("/post_tag-sitemap.xml") == 0
    assert crawls["sitemaps"].site.count("/post-sitemap1.xml") == 0, "last changed years before"
    dropped = crawls["bare"].lines("dropped")
    assert [(line["url"], line["reason"]) for line in dropped] == [
        (crawls["bare"].site.url("/laporan-khusus-akhir-tahun"), "listing")
    ]


def test_a_site_is_asked_little_to_find_its_lists(crawls: dict[str, Ended]) -> None:
    for kind, crawl in crawls.items():
        others = [path for path in crawl.site.counts() if not any(slug(n) in path for n in range(len(TITLES)))]
        assert len(others) <= 16, (kind, others)
        assert crawl.site.count("/robots.txt") <= 1


def test_a_second_run_fetches_nothing_twice_and_a_site_is_known_by_its_folder(
    crawls: dict[str, Ended], tmp_path: Path
) -> None:
    crawl = crawls["static"]
    before = crawl.site.counts()
    assert (crawl.folder / "site.txt").read_text() == crawl.site.url("/") + "\n"
    process = start(crawl.folder.parent, crawl.folder.name, "-s", "NEWSCRAWL_REVISIT_HOURS=0")
    _, said = process.communicate(timeout=patient(60))
    assert process.returncode == 0, said
    after = crawl.site.counts()
    assert all(after[path] == before[path] for path in after if "/berita/" in path)
    assert len(crawl.lines("articles")) == len(TITLES)
    line = [sys.executable, "-m", "scrapy", "export", crawl.folder.name, "-o", str(tmp_path / "all.jsonl")]
    done = subprocess.run(
        [*line, "-s", f"NEWSCRAWL_DATA={crawl.folder.parent}"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    exported = [json.loads(text) for text in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["read_by"] for record in exported] == ["shape"] * len(TITLES)
