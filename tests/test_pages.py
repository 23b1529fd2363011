"""The real saved pages, where they lie beside the project: texts of other people, never part of it."""

import json
import subprocess
import sys

import pytest

from tests.project import ROOT

SCORE = ROOT.parent / "shared" / "score.py"


@pytest.mark.skipif(not SCORE.exists(), reason="the real pages are not part of the project: no ../shared beside it")
def test_real_pages_are_read_right() -> None:
    done = subprocess.run([sys.executable, str(SCORE), "--json"], cwd=ROOT, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) >= 29
    for row in rows:
        assert row["F1"] >= 0.998, row
        assert not row["junk"], row
        assert not row["extra"], row
        assert all(row[field] for field in ("title", "minute", "authors", "kind")), row
