"""The README tells the truth."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.commands.bless import WANTED, kinds_of
from newscrawl.items import ARTICLE_FIELDS
from newscrawl.judging.tables import filled
from newscrawl.portals.fixtures import FOLDER, fixtures
from newscrawl.portals.plan import ARGUMENTS
from newscrawl.portals.registry import portals
from newscrawl.portals.status import PAGE, page
from tests.project import ROOT, scrapy

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_generated_tables_are_up_to_date() -> None:
    assert filled(README) == README, "run: python -m newscrawl.judging.tables"


def test_the_record_shown_is_a_fixtures() -> None:
    shown = json.loads(re.search(r"```json\n(.*?)```", README, re.S)[1])  # type: ignore[index]
    assert tuple(shown) == ARTICLE_FIELDS
    for side in (ROOT / "fixtures" / shown["portal"]).glob("*.json"):
        expected = json.loads(side.read_text(encoding="utf-8")).get("expected") or [{}]
        if expected[0].get("article", {}).get("id") == shown["id"]:
            record = expected[0]["article"]
            assert record["text"].startswith(shown.pop("text").removesuffix(" [...]"))
            assert shown == {key: record[key] for key in shown}
            return
    raise AssertionError("the README's record is in no fixture")


def test_every_argument_and_channel_is_described() -> None:
    for argument in ARGUMENTS:
        assert f"-a {argument}=" in README
    for channel in portals()["okezone"].channels:
        assert channel in README


def test_the_page_of_portals_is_up_to_date() -> None:
    assert (ROOT / PAGE).read_text(encoding="utf-8") == page(), "run: scrapy portals --write"
    assert scrapy("portals").stdout == page()


@pytest.mark.parametrize("name", portals())
def test_every_portal_has_an_article_a_listing_and_a_page_that_yields_nothing(name: str) -> None:
    kinds = {kind for fixture in fixtures(FOLDER, [name]) for kind in kinds_of(fixture)}
    assert not (missing := {*WANTED} - kinds), f"{name} has no {missing}: scrapy capture {name} URL"


def test_a_new_portal_is_one_file_that_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "newscrawl", tmp_path / "newscrawl")
    shutil.copy(ROOT / "scrapy.cfg", tmp_path)
    page = tmp_path / "page.html"
    page.write_text("<h1>Judul</h1><div itemprop=articleBody><p>Warga menanam bibit mangga di lereng.</p></div>")

    def run(*args: str) -> str:
        line = [sys.executable, "-m", "scrapy", *args]
        return subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    run("genspider", "-t", "portal", "kabarcoba", "https://www.kabarcoba.example")
    made = json.loads(run("extract", "https://www.kabarcoba.example/daerah/123/judul", str(page)))
    assert made["id"] == "kabarcoba-123"
    assert made["text"] == "Warga menanam bibit mangga di lereng."


def test_every_portal_is_named() -> None:
    for name in portals():
        assert re.search(rf"\b{name}\b", README), f"{name} is missing in the README's list"
