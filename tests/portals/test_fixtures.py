"""Every saved page gives exactly what was blessed, and the crawl over all of them gives the same articles."""

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.crawling.saved.outputs import outputs_of
from newscrawl.items import to_record
from newscrawl.portals.fixtures import FOLDER, Fixture, empty_fields, fixtures
from tests.project import ROOT

FIXTURES = list(fixtures(ROOT / FOLDER))


def test_there_are_fixtures() -> None:
    assert len(FIXTURES) > 40


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda f: f.name)
def test_fixture(fixture: Fixture) -> None:
    assert "expected" in fixture.meta, f"read the page, then: scrapy bless {fixture.portal} --yes"
    assert not (diff := fixture.diff(outputs_of(fixture))), (
        f"\n{diff}\nif this is right: scrapy bless {fixture.portal} --yes"
    )
    # What a person would miss in what was blessed
    reasons = fixture.meta.get("null_because", {})
    empty = empty_fields(outputs := fixture.meta["expected"])
    assert [name for name in empty if not reasons.get(name, "").strip()] == [], "say why in null_because"
    assert [name for name in reasons if name not in empty] == [], "it is not empty: take its reason away"
    if any(output.get("callback") in ("parse_all_pages", "parse_part") for output in outputs):
        assert "article" in outputs[-1], "an article of several pages is joined in the end"


@pytest.mark.parametrize(
    "fixture", [f for f in FIXTURES if f.meta["callback"] == "parse_article"], ids=lambda f: f.name
)
def test_extract_guesses_nothing_where_rules_know_the_page(fixture: Fixture) -> None:
    ends = []
    for strict in (True, False):
        try:
            ends.append(str(to_record(extract(fixture.page.read_bytes(), fixture.meta["url"], strict=strict))))
        except NotAnArticle as error:
            ends.append(str(error))
    assert ends[0] == ends[1]


def test_both_ways_of_joining_have_a_golden() -> None:
    last = {
        f.meta["expected"][-2]["callback"]: f.name
        for f in FIXTURES
        if len(f.meta["expected"]) > 1 and f.meta["expected"][-1].get("article", {}).get("pages", 1) > 1
    }
    assert last.keys() == {"parse_all_pages", "parse_part"}
