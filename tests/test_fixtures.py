"""Every saved page gives exactly what was blessed, and the crawl over all of them gives the same articles."""

import pytest

from newscrawl.fixtures import FOLDER, Fixture, fixtures
from tests.project import ROOT

FIXTURES = list(fixtures(ROOT / FOLDER))


def test_there_are_fixtures() -> None:
    assert len(FIXTURES) > 40


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda f: f.name)
def test_fixture(fixture: Fixture) -> None:
    assert "expected" in fixture.meta, f"read the page, then: scrapy bless {fixture.portal} --yes"
    assert not (diff := fixture.diff()), f"\n{diff}\nif this is right: scrapy bless {fixture.portal} --yes"
