"""Fixtures from pages that were saved, and what `scrapy bless` asks before it rewrites what they expect."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import forks
from tests.newsroom import environment
from tests.project import ROOT, patient, scrapy

SAVED = ROOT / "fixtures" / "tempo" / "2018-detail-content.html"
SAVED_URL = "https://nasional.tempo.co/read/1101304/pasar-pagi-di-atas-rel-tua-pindah-ke-lapangan"


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ([], "2018-06-05T12:00:00+07:00"),
        (["--at", "2018-06-05T18:00"], "2018-06-05T18:00:00+07:00"),
        (["--at", "2018-06-05T18:00+08:00"], "2018-06-05T17:00:00+07:00"),
    ],
)
def test_capture_takes_a_page_that_was_saved(tmp_path: Path, at: list[str], moment: str) -> None:
    page = tmp_path / "simpanan.html"
    page.write_bytes(SAVED.read_bytes())
    os.utime(page, (1528174800, 1528174800))
    folder = ["--folder", str(tmp_path / "fixtures"), "--name", "saved"]
    done = scrapy("capture", "tempo", SAVED_URL, "--from", str(page), *at, *folder, project="default")
    assert (done.returncode, done.stderr) == (0, "")
    saved = json.loads((tmp_path / "fixtures/tempo/saved.json").read_text(encoding="utf-8"))
    assert (saved["url"], saved["captured_at"]) == (SAVED_URL, moment)
    assert saved["expected"][0]["article"]["text"] == "Pasar pagi di atas rel tua pindah ke lapangan bola."
    assert saved["null_because"]["tags"] == ""
    assert "\nempty: updated_at, authors, " in done.stdout
    assert (tmp_path / "fixtures/tempo/saved.html").read_bytes() == SAVED.read_bytes()


@pytest.mark.parametrize(
    ("content", "args", "words"),
    [
        (None, ["--from", "FILE"], "No such file"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\n<html>", ["--from", "FILE"], "HTML only"),
        (b"%PDF-1.4", ["--from", "FILE"], "HTML only"),
        (b"<html></html>", ["--from", "FILE", "--at", "kemarin"], "is no moment"),
        (b"<html></html>", ["--at", "2018-06-05T18:00"], "give --from FILE"),
    ],
)
def test_capture_says_what_is_wrong_with_a_saved_page(
    tmp_path: Path, content: bytes | None, args: list[str], words: str
) -> None:
    page = tmp_path / "simpanan.html"
    if content is not None:
        page.write_bytes(content)
    given = [str(page) if arg == "FILE" else arg for arg in args]
    done = scrapy("capture", "tempo", SAVED_URL, *given, "--folder", str(tmp_path / "fixtures"), project="default")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert words in done.stderr
    assert not (tmp_path / "fixtures").exists()


@pytest.fixture
def metro(tmp_path: Path) -> Path:
    """The project's folder with the fixtures of one portal alone, one of which expects something else."""
    for name in ("newscrawl", "scrapy.cfg"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "fixtures/metrotvnews", tmp_path / "fixtures/metrotvnews")
    side = tmp_path / "fixtures/metrotvnews/2016-printed.json"
    meta = json.loads(side.read_text(encoding="utf-8"))
    meta["expected"][0]["article"]["title"] = "Lama"
    meta["null_because"] = {"tags": "they are not empty", "editors": "no editor is named"}
    side.write_text(json.dumps(meta), encoding="utf-8")
    return tmp_path


def bless(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "scrapy", "bless", *args]
    return forks.run(line, cwd=folder, env=environment(), timeout=patient(60))


def test_bless_asks_why_a_field_is_empty(metro: Path) -> None:
    side = metro / "fixtures/metrotvnews/2016-printed.json"
    before = side.read_bytes()
    done = bless(metro, "--yes")
    assert done.returncode == 1
    assert "metrotvnews/2016-printed: summary is empty: why?\n" in done.stdout
    assert "metrotvnews/2016-printed: editors is empty: no editor is named\n" in done.stdout
    assert "say why: --because updated_at=... --because agency=..." in done.stdout
    assert "fixtures, 0 rewritten\n" in done.stdout
    assert side.read_bytes() == before
    reasons = ("updated_at=no change is told", "agency=its own", "section=none", "summary=none")
    done = bless(metro, "--yes", *(part for reason in reasons for part in ("--because", reason)))
    assert done.returncode == 0, done.stdout
    assert json.loads(side.read_text(encoding="utf-8"))["null_because"] == {
        "updated_at": "no change is told",
        "editors": "no editor is named",
        "agency": "its own",
        "section": "none",
        "summary": "none",
    }, "of what is not empty no reason stays"
    assert bless(metro).stdout.endswith("fixtures, 0 differ\n")


def test_bless_asks_for_the_reasons_of_what_was_captured_as_it_should_be(metro: Path) -> None:
    side = metro / "fixtures/metrotvnews/2026-printed.json"
    meta = json.loads(side.read_text(encoding="utf-8"))
    assert meta["null_because"]
    meta["null_because"] = dict.fromkeys(meta["null_because"], "")
    side.write_text(json.dumps(meta), encoding="utf-8")
    (metro / "fixtures/metrotvnews/2016-printed.json").unlink()
    done = bless(metro, "metrotvnews")
    assert done.returncode == 1
    assert "metrotvnews/2026-printed: updated_at is empty: why?\n" in done.stdout
    assert done.stdout.endswith(" differ, 1 without a reason\n")
    assert "@@" not in done.stdout
    done = bless(metro, "metrotvnews", "--yes", *(f"--because={name}=none is told" for name in meta["null_because"]))
    assert (done.returncode, done.stdout.splitlines()[-1][-11:]) == (0, "1 rewritten")
    assert set(json.loads(side.read_text(encoding="utf-8"))["null_because"].values()) == {"none is told"}


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--yes", "--because", "tag=none"], "give FIELD=REASON"),
        (["--yes", "--because", "tags="], "give FIELD=REASON"),
        (["--because", "tags=none"], "goes with --yes"),
        (["--rules", "--yes"], "changes nothing"),
    ],
)
def test_bless_says_what_is_wrong(metro: Path, args: list[str], words: str) -> None:
    done = bless(metro, *args)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert words in done.stderr


def test_bless_lists_the_rules_that_no_fixture_exercises(metro: Path) -> None:
    (metro / "fixtures/metrotvnews/2026-printed.json").unlink()
    done = bless(metro, "--rules", "metrotvnews")
    assert done.returncode == 1
    assert "  found nothing: tags_css: .tag-content a\n" in done.stdout
    assert ".lead .lead a" not in done.stdout, "the page of 2016 has it"
    assert re.match(r"metrotvnews: \d+ rules, \d+ found nothing, \d+ decide nothing\n", done.stdout)


WITH_PAGES = """<html><head><title>x</title></head><body><h1>Petani Lada Muntok Menjemur di Atap Kapal</h1>
<p class="date">Rangga Bayu - 22 September 2016 09:10 WIB</p><div class="news-text"><p>Petani lada di Muntok menjemur
panen di atap kapal yang sedang diperbaiki sejak pekan lalu.</p></div><div class="hal"><a href="?page=2">2</a></div>
</body></html>"""
LADA = "https://www.metrotvnews.com/read/GKd3veek-petani-lada-muntok-menjemur"


def captured(folder: Path, page: str) -> list[str]:
    """The lines that are printed of a captured page, behind its record."""
    (folder / "lada.html").write_text(page, encoding="utf-8")
    line = ("capture", "metrotvnews", LADA, "--from", str(folder / "lada.html"), "--folder", str(folder / "fixtures"))
    done = scrapy(*line, project="default")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.partition("\n]\n")[2].splitlines()[:-1]


def test_capture_says_which_rules_found_nothing_and_what_is_doubted(tmp_path: Path) -> None:
    assert captured(tmp_path, WITH_PAGES) == [
        "empty: updated_at, editors, agency, section, tags, summary, images",
        "found nothing: images_css: .img-detail img, .lead .img5 img",
        "found nothing: tags_css: .tag-content a, .lead .lead a[href*='/topic/']",
        "doubted: a link to a further page of it that no rule tells of",
    ]


def test_capture_of_a_page_without_text_says_where_it_was_sought(tmp_path: Path) -> None:
    lines = captured(tmp_path, WITH_PAGES.replace("news-text", "isi-berita"))
    assert "found nothing: body_css: .news-text, div.part.article" in lines


def test_capture_says_where_it_would_ask_for_the_rest(tmp_path: Path) -> None:
    lines = captured(tmp_path, WITH_PAGES.replace("<head>", '<head><link rel="next" href="?page=2">'))
    assert (
        lines[-1] == f"not complete: the rest is asked for at {LADA}?page=2 (by numbered_page), which is no fixture yet"
    )
