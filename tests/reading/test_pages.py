"""The real saved pages, where they lie beside the project: texts of other people, never part of it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newscrawl import extract
from tests.project import ROOT

SHARED = ROOT.parent / "shared"
SCORE, CASES, PAGES = SHARED / "score.py", SHARED / "cases" / "check.py", SHARED / "pages"
ABSENT = "the real pages are not part of the project: no ../shared beside it"
FIELDS = {"title", "authors", "editors", "agency", "tags", "section", "summary", "kind", "caption", "credit"}
GOLD = {"agency": "source_name", "caption": "image_caption", "credit": "image_credit"}  # as they are called there
# A source named behind the third page's text, of which only the second is here.
NOT_HERE = {("2020-zonajakarta-trump-p2", "agency")}


@pytest.mark.skipif(not SCORE.exists(), reason=ABSENT)
def test_real_pages_are_read_right() -> None:
    done = subprocess.run([sys.executable, str(SCORE), "--json"], cwd=ROOT, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) >= 29
    for row in rows:
        assert row["F1"] >= 0.998, row
        assert not row["junk"], row
        assert not row["extra"], row
        assert all(row[field] for field in ("title", "minute", "authors", "kind")), row


@pytest.mark.skipif(not PAGES.exists(), reason=ABSENT)
def test_every_field_of_the_real_pages_is_read_right() -> None:
    for side in sorted(PAGES.glob("*/*.json")):
        case = json.loads(side.read_text(encoding="utf-8"))
        wrong = {name: given for name, given in _wrong(side, case).items() if (side.stem, name) not in NOT_HERE}
        assert not wrong, side.stem


def _wrong(side: Path, case: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields that are not as the gold has them, with what is there and what should be."""
    article = extract(side.with_suffix(".html").read_bytes(), case["url"])
    lead = article.images[0] if article.images else None
    gold = case["gold"]
    wrong = {}
    for name in FIELDS:
        key = GOLD.get(name, name)
        if key in gold:
            got = getattr(lead, name, None) if name in ("caption", "credit") else getattr(article, name)
            if _folded(got) not in map(_folded, [gold[key], *gold.get("alternatives", {}).get(key, [])]):
                wrong[name] = (got, gold[key])
    return wrong


def _folded(value: Any) -> Any:
    """A value without case: breadcrumbs are shown in capitals by style sheets."""
    return [str(item).casefold() for item in value] if isinstance(value, list) else value


@pytest.mark.skipif(not CASES.exists(), reason=ABSENT)
def test_pages_that_came_out_wrong_elsewhere_come_out_right() -> None:
    done = subprocess.run([sys.executable, str(CASES), "-q"], cwd=ROOT, capture_output=True, text=True, check=True)
    right, _, total, _ = done.stdout.splitlines()[-1].split()
    assert right == total, done.stdout
