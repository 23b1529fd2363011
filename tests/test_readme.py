"""The README and the other documents tell the truth."""

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from newscrawl.commands.bless import WANTED, kinds_of
from newscrawl.items import ARTICLE_FIELDS
from newscrawl.judging.tables import TABLES, filled
from newscrawl.portals.fixtures import FOLDER, fixtures
from newscrawl.portals.plan import ARGUMENTS
from newscrawl.portals.registry import portals
from newscrawl.portals.sites import sites
from newscrawl.portals.status import PAGE, page
from tests import forks
from tests.documents import CODE, DOCUMENTS, LINK, anchors, prose, text_of
from tests.project import ROOT, patient, scrapy

README, GUIDE, SCHEMA = (text_of(Path(name)) for name in ("README.md", "docs/guide.md", "docs/schema.md"))
MADE_UP = re.compile(r"kabarcoba|2026-07-new-body|NAME|PORTAL")  # files that a reader is told to make
PICTURE_BYTES = 200_000


def record_in(text: str) -> dict[str, object]:
    """The first record that a document shows."""
    shown: dict[str, object] = json.loads(re.search(r"```json\n(.*?)```", text, re.S)[1])  # type: ignore[index]
    return shown


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_generated_tables_are_up_to_date(document: Path) -> None:
    assert filled(text_of(document)) == text_of(document), "run: python -m newscrawl.judging.tables"


def test_every_generated_table_stands_somewhere() -> None:
    assert {name for name in TABLES for document in DOCUMENTS if f"<!-- {name} -->" in text_of(document)} == {*TABLES}


def test_the_schema_shows_a_whole_record() -> None:
    assert tuple(record_in(SCHEMA)) == ARTICLE_FIELDS


@pytest.mark.parametrize("text", [README, SCHEMA], ids=["README", "schema"])
def test_the_record_shown_is_a_fixtures(text: str) -> None:
    shown = record_in(text)
    for side in (ROOT / "fixtures" / "okezone").glob("*.json"):
        expected = json.loads(side.read_text(encoding="utf-8")).get("expected") or [{}]
        if expected[0].get("article", {}).get("id") == shown["id"]:
            record = expected[0]["article"]
            assert record["text"].startswith(str(shown.pop("text")).removesuffix(" [...]"))
            assert shown == {key: record[key] for key in shown}
            return
    raise AssertionError("the record is in no fixture")


def test_every_argument_and_channel_is_described() -> None:
    for argument in (*ARGUMENTS, "site"):
        assert f"`--{argument}" in GUIDE
    for channel in portals()["okezone"].channels:
        assert channel in GUIDE


def test_the_page_of_portals_is_up_to_date() -> None:
    assert (ROOT / PAGE).read_text(encoding="utf-8") == page(), "run: newscrawl portals --write"
    assert scrapy("portals").stdout == page()


@pytest.mark.parametrize("name", portals())
def test_every_portal_has_an_article_a_listing_and_a_page_that_yields_nothing(name: str) -> None:
    kinds = {kind for fixture in fixtures(FOLDER, [name]) for kind in kinds_of(fixture)}
    assert not (missing := {*WANTED} - kinds), f"{name} has no {missing}: newscrawl capture {name} URL"


def test_a_new_portal_is_one_file_that_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "newscrawl", tmp_path / "newscrawl")
    shutil.copy(ROOT / "scrapy.cfg", tmp_path)
    page = tmp_path / "page.html"
    page.write_text("<h1>Judul</h1><div itemprop=articleBody><p>Warga menanam bibit mangga di lereng.</p></div>")

    def run(*args: str) -> str:
        line = [sys.executable, "-m", "newscrawl.commands.main", *args]
        done = forks.run(line, cwd=tmp_path, env=os.environ, timeout=patient(60), anew=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("genspider", "kabarcoba", "https://www.kabarcoba.example")
    made = json.loads(run("extract", "https://www.kabarcoba.example/daerah/123/judul", str(page)))
    assert made["id"] == "kabarcoba-123"
    assert made["text"] == "Warga menanam bibit mangga di lereng."


def test_every_portal_is_named_and_all_are_counted() -> None:
    for name in portals():
        assert re.search(rf"\b{name}\b", README), f"{name} is missing in the README's list"
    assert len(portals()) == 26, "the README says twenty-six"
    assert f"lists {len(sites())} Indonesian" in README


def test_the_readme_is_short_and_has_a_picture() -> None:
    assert len(README.splitlines()) <= 150
    assert "![" in README.partition("## ")[0], "the picture stands above the first heading"
    assert (ROOT / "docs" / "report.png").stat().st_size < PICTURE_BYTES


def test_every_document_is_named_in_the_readme() -> None:
    linked = {target.partition("#")[0] for target in LINK.findall(README)}
    assert not {str(d) for d in DOCUMENTS if d.name != "CHANGELOG.md"} - linked - {"README.md", "schedule/scrapyd.md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in LINK.findall(prose(text_of(document))):
        if not re.match(r"https?://", target):
            name, _, anchor = target.partition("#")
            path = (ROOT / document.parent / name).resolve() if name else ROOT / document
            assert path.exists(), f"{document}: no {name}"
            assert not anchor or anchor in anchors(path.relative_to(ROOT)), f"{document}: no heading {target}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_path_of_the_project_is_one(document: Path) -> None:
    for code in CODE.findall(prose(text_of(document))):
        if re.fullmatch(r"(?:newscrawl|tests|fixtures|docs|benchmarks|schedule|\.ci)/[\w./@-]*", code):
            assert MADE_UP.search(code) or (ROOT / code).exists(), f"{document}: {code}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_setting_is_one(document: Path) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "newscrawl").rglob("*.py"))
    known = {*re.findall(r"\bNEWSCRAWL_[A-Z_]+\b", source), "NEWSCRAWL_TEST_PATIENCE"}
    for name in re.findall(r"\bNEWSCRAWL_[A-Z_]+\b", text_of(document)):
        assert name in known or name == "NEWSCRAWL_JUDGE_", f"{document}: {name}"


def test_a_link_that_leads_nowhere_is_seen() -> None:
    """The checks above would see one."""
    assert LINK.findall("[a](b.md#c) ![d](e.png) [two\nlines](f.md)") == ["b.md#c", "e.png", "f.md"]
    assert {"1-the-alarm", "doubts"} <= anchors(Path("docs/when-a-portal-breaks.md"))
