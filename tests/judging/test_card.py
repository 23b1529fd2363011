"""`scrapy export --card`: a folder that `datasets.load_dataset` opens, and that says what is in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.commands.inside import Run as Command
from tests.commands.inside import runner
from tests.judging.test_coverage import july, missed
from tests.judging.test_coverage import run as run_record
from tests.project import ROOT, patient
from tests.storing.stored import record, store


@pytest.fixture
def command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    data = tmp_path / "data"
    text = "Banjir merendam ratusan rumah warga di tepi sungai sejak dini hari. " * 5
    store(data, record("okezone", 1, text=text, published_at=july(23), authors=["Sri"], paywalled=True))
    store(data, record("kompas", 2, text=text, published_at="2026-06-30T10:00:00+07:00"))
    store(data, record("kompas", 3, text=text, published_at=july(24)), record("republika", 4, published_at=None))
    run_record(data, 24)
    missed(data, 9, "2026-07-23", july(24))
    (tmp_path / "set").mkdir()
    return runner(data, capfd)


def card(command: Command, folder: Path, *options: str) -> str:
    status, _, told = command("export", "all", "-o", str(folder / "all.parquet"), "--card", *options)
    assert (status, told[-1]) == (0, f"newscrawl: README.md and CITATION.cff in {folder}")
    return (folder / "README.md").read_text(encoding="utf-8")


def test_the_folder_opens_with_datasets(command: Command, tmp_path: Path) -> None:
    card(command, tmp_path / "set", "--duplicates")
    script = """
import sys, json, datasets
datasets.disable_progress_bars()
read = datasets.load_dataset(sys.argv[1], split="train", cache_dir=sys.argv[2])
print(json.dumps([read["id"][:], read["cluster"][:], read.column_names]))
"""
    offline = {**os.environ, "HF_HOME": str(tmp_path / "hf"), "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
    line = [sys.executable, "-c", script, str(tmp_path / "set"), str(tmp_path / "cache")]
    done = subprocess.run(line, env=offline, cwd=ROOT, capture_output=True, text=True, timeout=patient(60), check=True)
    ids, clusters, columns = json.loads(done.stdout)
    assert ids == ["kompas-2", "okezone-1", "kompas-3", "republika-4"]
    assert clusters == ["kompas-2", "okezone-1", "okezone-1", "republika-4"]
    assert columns[-3:] == ["cluster", "first", "similarity"]


def test_the_card_says_what_is_in_the_file(command: Command, tmp_path: Path) -> None:
    text = card(command, tmp_path / "set", "--duplicates")
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["configs"][0]["data_files"] == [{"split": "train", "path": "all.parquet"}]
    assert (head["license"], head["size_categories"], head["language"]) == ("other", ["n<1K"], ["id"])
    assert "4 articles of 3 portals, published 2026-06-30 to 2026-07-24 (1 of unknown date)" in text
    rows = {tuple(re.split(r" \| ", line.strip("| "))[:5]) for line in text.splitlines() if line.startswith("| ")}
    assert ("kompas", "kompas.com", "2", "50.0 %") in rows
    assert {("2026-06", "1"), ("2026-07", "2"), ("unknown", "1")} <= rows
    assert {row[:2] for row in rows} >= {("`authors`", "25.0 %"), ("`title`", "100 %"), ("`agency`", "0 %")}
    assert ("okezone", "1", "1", "0", "0") in rows, "a day whole, the day of the run in part"
    assert "1 article (25.0 %) repeat an earlier one" in text
    assert "25.0 % are marked as paywalled" in text
    assert "The articles belong to their publishers." in text
    assert "- republika: its robots.txt names Scrapy" in text


def test_without_copies_it_says_so(command: Command, tmp_path: Path) -> None:
    assert "## Copies\n\nNot looked for" in card(command, tmp_path / "set")


def test_the_citation_is_one(command: Command, tmp_path: Path) -> None:
    card(command, tmp_path / "set")
    cited = yaml.safe_load((tmp_path / "set/CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= cited.keys(), "the keys that the format demands"
    assert (cited["type"], cited["authors"][0]["name"]) == (
        "dataset", "The publishers of the articles: kompas.com, okezone.com, republika.co.id",
    )  # fmt: skip


def test_another_readme_is_not_replaced_and_a_card_is(command: Command, tmp_path: Path) -> None:
    card(command, tmp_path / "set")
    card(command, tmp_path / "set")
    (tmp_path / "set/README.md").write_text("Mine.\n")
    (tmp_path / "set/all.parquet").write_bytes(b"old")
    status, _, (line,) = command("export", "all", "-o", str(tmp_path / "set/all.parquet"), "--card")
    assert (status, "is there and not made by --card" in line) == (2, True)
    assert (tmp_path / "set/README.md").read_text() == "Mine.\n"
    assert (tmp_path / "set/all.parquet").read_bytes() == b"old"
    status, _, (line,) = command("export", "all", "-o", str(tmp_path / "x.csv"), "--card")
    assert (status, line) == (2, "newscrawl: --card is for a folder that datasets opens: write -o FOLDER/NAME.parquet")
