"""Portals are data: what is wrong with a portal's file is said when it is read, and costs only that portal."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from newscrawl.commands.nightly import chosen
from newscrawl.discovery.listings import Listing
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals
from newscrawl.reading.loaders import ArticleLoader
from tests import forks
from tests.project import ROOT, lines, patient, scrapy

GOOD: dict[str, Any] = {
    "name": "kabar",
    "domains": ("kabar.example",),
    "article_url": re.compile(r"www\.kabar\.example/(?:(?P<form>foto)/)?(?P<id>\d+)/[^/]+"),
    "example": "https://www.kabar.example/1/judul",
    "Loader": ArticleLoader,
}
LIST = "https://www.kabar.example/indeks"
AT_ONCE = 3  # crawls side by side


def test_a_good_portal() -> None:
    portal = type("Kabar", (Portal,), GOOD)
    assert portal.identify("https://www.kabar.example/2/x").id == "kabar-2"  # type: ignore[attr-defined]


def test_a_number_behind_the_words_of_an_address() -> None:
    address = "https://photo.liputan6.com/musik/panen-kopi-di-sora-2437247"
    identity = portals()["liputan6"].identify(f"{address.replace('https', 'http')}?page=2")
    assert identity is not None
    assert (identity.id, identity.url) == ("liputan6-2437247", address)
    assert portals()["liputan6"].identify("https://www.liputan6.com/musik/panen-kopi-di-sora-2437247") is None


@pytest.mark.parametrize(
    ("address", "known", "canonical"),
    [
        ("health.kompas.com/read/23F02070000668/kopi-sora", "kompas-23F02070000668", ""),
        ("foto.kompas.com/photo/read/2022/3/18/16475901231f4/1/kopi-sora", "kompas-photo-2022-3-18-16475901231f4", ""),
        (
            "bisnis.tempo.co/read/1591301/kopi-sora/full&view=ok",
            "tempo-1591301",
            "bisnis.tempo.co/read/1591301/kopi-sora",
        ),
        ("bisnis.tempo.co/read/1591301/kopi-sora/full", "tempo-1591301", "bisnis.tempo.co/read/1591301/kopi-sora"),
        ("cekfakta.tempo.co/fakta/1234/kopi-sora", "tempo-cekfakta-1234", ""),
    ],
)
def test_further_forms_of_addresses(address: str, known: str, canonical: str) -> None:
    portal = portals()[known.partition("-")[0]]
    identity = portal.identify(f"https://{address}")
    assert identity is not None
    assert (identity.id, identity.url) == (known, f"https://{canonical or address}")


@pytest.mark.parametrize(
    "address",
    ["health.kompas.com/read/23F02/kopi", "www.kompas.com/read/kopi-sora", "bisnis.tempo.co/fakta/1234/kopi-sora"],
)
def test_what_is_no_article_s_address(address: str) -> None:
    assert all(portals()[name].identify(f"https://{address}") is None for name in ("kompas", "tempo"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"domains": "kabar.example"}, "domains is no tuple"),
        ({"domains": ("kabar.test",)}, "none of the hosts"),
        ({"article_url": re.compile(r"www\.kabar\.example/\d+/[^/]+")}, "group id"),
        ({"article_url": r"www\.kabar\.example/(?P<id>\d+)/[^/]+"}, "group id"),
        (
            {"example": "https://www.kabar.example/"},
            "not recognised by article_url, which is to fit 'www.kabar.example/'",
        ),
        ({"kinds": {"foto": "photo"}}, "'photo' is none of article"),
        ({"varients": ()}, "did you mean variants?"),
        ({"zone": "WITA"}, "none of Asia/Jakarta, Asia/Makassar, Asia/Jayapura"),
        ({"evidence": ("seen somewhere",)}, "allowed"),
        ({"listings": Listing(LIST, "a")}, "listings is no tuple"),
        ({"listings": (Listing(LIST, "a"),), "channels": {"bola": ""}}, "no listing with {channel}"),
        ({"listings": (Listing(LIST + "/{channel}", "a"),)}, "no channels"),
    ],
)
def test_what_is_wrong_with_a_portal_is_said(change: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=re.escape(words)):
        type("Kabar", (Portal,), GOOD | change)


@pytest.mark.parametrize(
    ("name", "rule", "words"),
    [
        ("tag_css", "a", "did you mean tags_css?"),
        ("title_css", "h1..x", "Loader.title_css: 'h1..x' cannot be read"),
        ("title_json", "article.[[k", "cannot be read"),
        ("site_name", "(Kabar", "cannot be read"),
        ("body_drop", "div[", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(name: str, rule: str, words: str) -> None:
    with pytest.raises(TypeError, match=re.escape(words)):
        type("Loader", (ArticleLoader,), {name: rule})


def test_a_broken_file_costs_only_its_portal(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "newscrawl", tmp_path / "newscrawl")
    shutil.copy(ROOT / "scrapy.cfg", tmp_path)
    (tmp_path / "newscrawl/spiders/kabar.py").write_text("from newscrawl.portals import Portl\n")
    line = [sys.executable, "-m", "scrapy", "list"]
    done = forks.run(line, cwd=tmp_path, env=os.environ, timeout=patient(60), anew=True)
    assert done.stdout.split() == [*portals()]
    assert done.stderr.startswith("newscrawl: newscrawl/spiders/kabar.py: ImportError: cannot import name 'Portl'")
    assert len(done.stderr.splitlines()) == 1


def test_a_portal_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    okezone = (ROOT / "newscrawl/spiders/okezone.py").read_text(encoding="utf-8")
    (tmp_path / "milik.py").write_text(okezone.replace("www.okezone.com", "www.okezone.example"), encoding="utf-8")
    (tmp_path / "detik.py").write_text("from newscrawl.portals import Portl\n")
    script = "from newscrawl.portals.registry import *; print(*portals()); print(portals()['okezone'].__module__)"
    line = [sys.executable, "-c", script]
    env = {**os.environ, "NEWSCRAWL_PORTALS": str(tmp_path)}
    done = forks.run(line, env=env, timeout=patient(60), anew=True)
    names = " ".join(name for name in portals() if name != "detik")
    assert done.stdout.splitlines() == [names, "newscrawl.spiders.milik"]
    assert done.stderr.startswith(f"newscrawl: {tmp_path}/detik.py: ImportError")
    assert done.stderr.count("\n") == 1
    env["NEWSCRAWL_PORTALS"] = str(tmp_path / "nosuch")
    done = forks.run(line, env=env, timeout=patient(60), anew=True)
    assert done.stderr == f"newscrawl: NEWSCRAWL_PORTALS={tmp_path}/nosuch: there is no such folder\n"


def test_every_portal_is_crawled_over_its_fixtures(tmp_path: Path) -> None:
    """Each in a process of its own beside others, as in a night; what a night makes of them is in test_nightly.py."""
    on = [name for name, portal in portals().items() if not portal.off]
    with ThreadPoolExecutor(AT_ONCE) as crawls:
        ended = crawls.map(lambda name: scrapy("crawl", name, "-s", f"NEWSCRAWL_DATA={tmp_path}", "-L", "WARNING"), on)
    for name, done in zip(on, ended, strict=True):
        assert done.returncode == 0, done.stdout + done.stderr
        stored = [record for file in (tmp_path / name).glob("articles-*.jsonl") for record in lines(file)]
        assert stored, name
        assert all(record["portal"] == name and record["text"] and record["published_at"] for record in stored)
        (run,) = (tmp_path / name / "runs").iterdir()
        assert json.loads(run.read_text(encoding="utf-8"))["findings"] == []


def test_a_night_is_of_every_portal_that_is_on() -> None:
    on = [name for name, portal in portals().items() if not portal.off]
    assert sorted(chosen([], portals())) == sorted(on)


def test_a_portal_that_is_off_by_default_says_why() -> None:
    (name,) = (name for name, portal in portals().items() if portal.off)
    done = scrapy("crawl", name, "-s", "NEWSCRAWL_DATA=", "-L", "WARNING")
    assert str(portals()[name].off) in done.stderr
    assert done.returncode != 0, "its robots.txt forbids everything"
