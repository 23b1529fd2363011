"""Nights that keep raw pages are killed amid their crawls: the next one goes on, nothing is lost, no file is torn."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.chaos import TODAY, MoodySite, stories
from tests.nights import Nights


def test_nights_that_are_killed_lose_nothing(tmp_path: Path) -> None:
    said: list[str] = []
    with MoodySite(7, stories([TODAY - timedelta(days=1), TODAY], 24)) as site:
        nights = Nights(site, tmp_path, said.append)
        tally = nights.run(1, ["kill -9 of the crawl"], rates=(0,))
        assert not tally, (tally, said)
        assert list((tmp_path / "okezone/warc").glob("*.warc.gz"))
