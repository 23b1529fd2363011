"""The README tells the truth."""

import json
import re

from newscrawl.items import ARTICLE_FIELDS
from newscrawl.plan import ARGUMENTS
from newscrawl.reading import portals
from newscrawl.tables import filled
from tests.project import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_generated_tables_are_up_to_date() -> None:
    assert filled(README) == README, "run: python -m newscrawl.tables"


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
