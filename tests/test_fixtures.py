"""Every saved page gives exactly what was blessed, and the crawl over all of them gives the same articles."""

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.crawling.outputs import outputs_of
from newscrawl.items import to_record
from newscrawl.portals.fixtures import FOLDER, Fixture, fixtures
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
