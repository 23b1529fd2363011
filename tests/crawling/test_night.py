"""Nights on which the portal is not what it was: each is named, and a quiet Sunday raises nothing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.items import Article, Image
from newscrawl.judging import volume
from newscrawl.judging.counted import counted
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.findings import NOTHING_MISSING, Thresholds
from newscrawl.judging.judgement import judge
from newscrawl.judging.runs import ARCHIVE, Asked, Finding, Rule, Run, load, save
from newscrawl.judging.tally import Tally
from newscrawl.settings import base
from newscrawl.storing.unread import KeptPage, Unread, kept
from tests import forks
from tests.project import ROOT, lines, patient, scrapy

BODY = re.compile(r'(<div class="c-detail read"[^>]*>)(.*?)(</div>\s*<(?!div|p))', re.S)
Change = Callable[[str], str]


def night(folder: Path, change: Change | None = None, *, names: str = "*", status: int = 200) -> tuple[int, str]:
    """Crawl the fixtures with `change` made to the pages named; `folder` gets pages/ and data/."""
    pages = folder / "pages"
    shutil.copytree(ROOT / "fixtures/okezone", pages)
    for page in sorted(pages.glob(f"{names}.html")):
        text = page.read_text(encoding="utf-8")
        if change and (changed := change(text)) != text:
            page.write_text(changed, encoding="utf-8")
        if status != 200 and (side := page.with_suffix(".json")).exists():
            meta = json.loads(side.read_text(encoding="utf-8"))
            side.write_text(json.dumps({**meta, "status": status}), encoding="utf-8")
    done = crawl(folder)
    return done.returncode, done.stderr


def crawl(folder: Path, command: str = "crawl", *options: str) -> subprocess.CompletedProcess[str]:
    settings = ("-s", f"REPLAY_DIR={folder / 'pages'}", "-s", f"NEWSCRAWL_DATA={folder / 'data'}")
    return scrapy(command, "okezone", *settings, "-L", "WARNING", *options)


def last_run(folder: Path) -> Run:
    return load(folder / "data/okezone", 1)[0]


@cache
def good_night() -> Run:
    """The run of a night on which nothing is wrong."""
    folder = Path(mkdtemp(prefix="newscrawl-night-"))
    try:
        status, log = night(folder)
        assert status == 0, log
        return last_run(folder)
    finally:
        shutil.rmtree(folder)


def fortnight(folder: Path, nights: int = 14, share: dict[int, float] | None = None) -> None:
    """Good nights before this one; `share` of the articles on some days of the week (0 is Monday)."""
    run = good_night()
    for days in range(1, nights + 1):
        day = run.started_at - timedelta(days=days)
        part = (share or {}).get(day.weekday(), 1.0)
        found, full = int(run.articles["found"] * part), {form: int(most * part) for form, most in run.full.items()}
        earlier = replace(run, started_at=day, finished_at=day, articles={**run.articles, "found": found}, held=-1)
        earlier = replace(earlier, full=full)
        save(folder / "data/okezone", earlier, 400)


def without(pattern: str) -> Change:
    return lambda text: re.sub(pattern, "", text, flags=re.S)


def renamed(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new)


def split_body(text: str) -> str:
    """The second half of each article's paragraphs in another box, as portals do for an ad between."""

    def halves(match: re.Match[str]) -> str:
        paragraphs = re.findall(r"<p\b.*?</p>", match[2], re.S)
        cut = match[2].find(paragraphs[1]) if len(paragraphs) > 2 else len(match[2])
        return f'{match[1]}{match[2][:cut]}</div><div class="c-lanjutan">{match[2][cut:]}{match[3]}'

    return BODY.sub(halves, text)


def no_date(text: str) -> str:
    text = re.sub(r'<div class="journalist">.*?</div>', '<div class="journalist"></div>', text, flags=re.S)
    text = re.sub(r'"datePublished"\s*:\s*"[^"]*",?', "", text)
    return re.sub(r"<meta[^>]*(?:published_time|datePublished)[^>]*>", "", text)


BROKEN: dict[str, tuple[Change | None, dict[str, object], set[str]]] = {
    "body class renamed": (renamed("c-detail read", "c-artikel"), {}, {"unread"}),
    "title gone": (
        lambda t: re.sub(r"<(/?)h1", r"<\1h2", re.sub(r'<meta property="og:title"[^>]*>|"headline"[^,]*,', "", t)),
        {}, {"unread"},
    ),
    "picture's class renamed": (renamed("img-article", "foto-utama"), {}, {"dead selector"}),
    "date moved": (renamed('class="journalist"', 'class="penulis"'), {}, {"dead selector"}),
    "date gone": (no_date, {}, {"field lost", "half-read"}),
    "tags gone": (renamed('id="tag"', 'id="topik"'), {}, {"dead selector", "field lost"}),
    "body split": (split_body, {}, {"half-read"}),
    "listing's cards renamed": (
        lambda t: t.replace("content-hardnews", "kartu").replace("idx-list", "baris"), {}, {"listing empty"},
    ),
    "half the pages 403": (None, {"names": "2026-[ns]*", "status": 403}, {"blocked"}),
    "robot check": (
        lambda _: "<html><title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'></script></html>",
        {"names": "2026-n*"}, {"blocked"},
    ),
    "everything 403": (None, {"status": 403}, {"no articles", "blocked"}),
    "pages that fail": (None, {"names": "2026-[m-n]*", "status": 500}, {"failed"}),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_changed_portal_is_named(name: str, tmp_path: Path) -> None:
    change, how, wanted = BROKEN[name]
    fortnight(tmp_path)
    status, log = night(tmp_path, change, **how)  # type: ignore[arg-type]
    run = last_run(tmp_path)
    assert wanted <= {finding.name for finding in run.findings}, (run.findings, log)
    assert status == run.exit_status != 0
    for finding in run.findings:
        assert f"FINDING {finding.name}: {finding.message}" in log
        if finding.name in ("unread", "dead selector", "field lost"):
            assert f"\n    for example {finding.example}\n" in log
            assert re.fullmatch(r"https://\w+\.okezone\.com/(?:read|view)/[^?]+", finding.example)
        if finding.name == "listing empty":
            assert re.match(r"https://index\.okezone\.com/bydate/index/\d{4}/\d\d/\d\d/", finding.example)


@pytest.mark.parametrize("name", ["body class renamed", "date gone", "listing's cards renamed", "everything 403"])
def test_a_first_night_has_floors(name: str, tmp_path: Path) -> None:
    change, how, wanted = BROKEN[name]
    status, log = night(tmp_path, change, **how)  # type: ignore[arg-type]
    assert wanted <= {finding.name for finding in last_run(tmp_path).findings}, log
    assert status != 0


@pytest.mark.parametrize(("share", "failed"), [("0.1", True), ("0.9", False), ("0", True)])
def test_one_setting_says_how_many_may_fail(share: str, failed: bool, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "fixtures/okezone", tmp_path / "pages")
    for side in (tmp_path / "pages").glob("2026-[m-n]*.json"):
        side.write_text(json.dumps({**json.loads(side.read_text(encoding="utf-8")), "status": 500}), encoding="utf-8")
    done = crawl(tmp_path, "crawl", "-s", f"NEWSCRAWL_JUDGE_FAILED={share}")
    run = last_run(tmp_path)
    assert run.articles["failed"] > 0.1 * run.articles["found"], "more than the usual share"
    assert run.found("failed") is failed, run.findings
    assert run.exit_status == done.returncode
    assert (done.returncode == Exit.ERRORS) is failed, done.stderr


def few_cards(text: str) -> str:
    """A listing of which only every fourth card is left."""
    cards = re.findall(r'<li class="[^"]*idx-list.*?</li>', text, re.S)
    for number, card in enumerate(cards):
        text = text.replace(card, "") if number % 4 else text
    return text


def test_few_articles_are_named_but_not_on_a_quiet_weekday(tmp_path: Path) -> None:
    busy, quiet = tmp_path / "busy", tmp_path / "quiet"
    fortnight(busy)
    status, log = night(busy, few_cards)
    assert [finding.name for finding in last_run(busy).findings] == ["few articles"], log
    assert status == Exit.FINDINGS
    weekday = good_night().started_at.weekday()
    fortnight(quiet, share={weekday: 0.25})
    status, log = night(quiet, few_cards)
    assert status == 0, log
    assert not last_run(quiet).findings


def test_a_second_run_of_the_day_raises_nothing(tmp_path: Path) -> None:
    fortnight(tmp_path)
    assert night(tmp_path)[0] == 0
    done = crawl(tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(load(tmp_path / "data/okezone")) == 16, "the second run of one moment has a record of its own"


MENDED = """
import sys
from newscrawl.spiders.okezone import Okezone
Okezone.Loader.body_css = (".c-artikel", *Okezone.Loader.body_css)
from scrapy.cmdline import execute
execute(["scrapy", *sys.argv[1:]])
"""


def test_pages_that_could_not_be_read_are_read_again(tmp_path: Path) -> None:
    status, log = night(tmp_path, renamed("c-detail read", "c-artikel"))
    assert status == Exit.NONE_READABLE, log
    pages = {page.id: page for page in kept(tmp_path / "data/okezone", bodies=True)}
    assert f"kept {len(pages)}: pages to be read again by `scrapy reread okezone`" in log
    assert all(page.body and page.url.startswith("https://") and page.reason for page in pages.values())

    still = crawl(tmp_path, "reread")
    assert still.returncode == Exit.NONE_READABLE, "the loader has not been mended"
    assert {page.id for page in kept(tmp_path / "data/okezone")} == set(pages)

    options = ["-s", f"REPLAY_DIR={tmp_path / 'pages'}", "-s", f"NEWSCRAWL_DATA={tmp_path / 'data'}", "-L", "WARNING"]
    line = [sys.executable, "-c", MENDED, "reread", "okezone", *options]
    done = forks.run(line, env={"SCRAPY_PROJECT": "replay", "PATH": ""}, timeout=patient(60))
    assert done.returncode == 0, done.stderr
    (file,) = (tmp_path / "data/okezone").glob("articles-*.jsonl")
    stored = {record["id"]: record for record in lines(file)}
    assert len(stored) == 18
    assert all(record["text"] and record["fetched_at"] for record in stored.values())
    left = {page.id for page in kept(tmp_path / "data/okezone")}
    assert left == set(pages) - set(stored), "what was read is not kept any longer"


def test_only_so_many_pages_are_kept(tmp_path: Path) -> None:
    night(tmp_path, renamed("c-detail read", "c-artikel"))
    folder = tmp_path / "data/okezone/unread"
    sizes = [path.stat().st_size for path in folder.iterdir()]
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    shutil.copytree(ROOT / "fixtures/okezone", tmp_path / "pages")
    for page in (tmp_path / "pages").glob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace("c-detail read", "c-artikel"), encoding="utf-8")
    done = crawl(tmp_path, "crawl", "-s", f"NEWSCRAWL_UNREAD_MB={sum(sizes) / 2 / 1024 / 1024}")
    assert 0 < sum(path.stat().st_size for path in folder.iterdir()) <= sum(sizes) / 2
    assert re.search(r"kept \d+: .*, \d+ older ones removed for want of room", done.stderr), done.stderr


def test_half_a_surrogate_pair_in_what_is_said_of_a_page_does_not_cost_it(tmp_path: Path) -> None:
    page = KeptPage("okezone-1", "https://news.okezone.com/read/1", good_night().started_at, "half-read", "Kopi \ud83d")
    Unread(tmp_path, 10_000).keep(page)
    assert [*kept(tmp_path)] == [replace(page, detail="Kopi \ufffd")]


def test_nothing_kept_is_nothing_to_do(tmp_path: Path) -> None:
    done = scrapy("reread", "okezone", "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert done.returncode == 0
    assert "nothing to read again" in done.stdout
    assert scrapy("reread", "okezone", "-a", "tag=x").returncode == Exit.USAGE


def test_kept_pages_that_are_damaged_are_named(tmp_path: Path) -> None:
    status, log = night(tmp_path, renamed("c-detail read", "c-artikel"))
    assert status == Exit.NONE_READABLE, log
    first, second, *_ = sorted((tmp_path / "data/okezone/unread").iterdir())
    first.write_bytes(b"halo")
    second.write_bytes(second.read_bytes()[:-12])
    again = crawl(tmp_path, "reread")
    assert again.returncode == Exit.ERRORS, again.stderr
    assert f"newscrawl: {first}: Not a gzipped file (b'ha'): remove it" in again.stderr
    assert "  failed 1: kept page damaged" in again.stderr
    assert "  damaged 1: kept files, or places in them, that could not be read again; named above" in again.stderr


def test_a_kept_page_becomes_a_fixture(tmp_path: Path) -> None:
    night(tmp_path, renamed("c-detail read", "c-artikel"), names="2026-news-single")
    page = next(page for page in kept(tmp_path / "data/okezone") if page.reason == "no text")
    file = tmp_path / f"data/okezone/unread/{page.id}.html.gz"
    done = scrapy("capture", "okezone", str(file), "--folder", str(tmp_path / "fixtures"), "--name", "broken")
    assert done.returncode == 0, done.stderr
    saved = json.loads((tmp_path / "fixtures/okezone/broken.json").read_text(encoding="utf-8"))
    assert saved["url"] == page.url
    assert saved["captured_at"] == page.at.isoformat()
    assert saved["expected"][0]["dropped"]["reason"] == "no text"


# -- judged without a crawl ------------------------------------------------------------------------------

LIMITS = Thresholds.of(Settings({name: value for name, value in vars(base).items() if name.isupper()}))
FIELDS = {"title": 1.0, "published_at": 1.0, "text": 1.0, "authors": 0.93, "tags": 0.5, "editors": 0.08, "images": 0.97}
WEEK = (1.0, 1.05, 1.0, 0.95, 1.0, 0.7, 0.6)


def ordinary(day: datetime, size: int, chance: Random, found: float = 1.0, **shares: float) -> Run:
    """A run of a portal with `size` articles a day, as chance has it."""
    mean = 2 * size * WEEK[day.weekday()] * found * chance.gauss(1, 0.1)
    count = max(1, round(chance.gauss(mean, mean**0.5)))
    coverage = {
        name: 100 * sum(chance.random() < share for _ in range(count)) / count
        for name, share in (FIELDS | shares).items()
    }
    rules = {
        "title/css/.judul": Rule(count, count),
        "editors/css/.editor": Rule(count, sum(chance.random() < 0.08 for _ in range(count))),
        "title/css/.lama": Rule(3, 0),
    }
    texts = sorted(round(chance.lognormvariate(7.5, 0.6)) for _ in range(count))
    return Run(
        "kabar", day, day, articles={"found": count}, read=count, days=2, coverage=coverage, rules=rules,
        text_length=texts[count // 2], text_length_low=texts[count // 4] if count >= 12 else None,
        listings={"https://kabar.example/indeks": Asked(5, count)},
        dropped={"removed": sum(chance.random() < 0.03 for _ in range(count)),
                 "no text": sum(chance.random() < 0.01 for _ in range(count))},
        half_read={"text beside the body": sum(chance.random() < 0.01 for _ in range(count))},
    )  # fmt: skip


def nights(size: int, count: int, seed: int = 4) -> tuple[list[Run], list[Finding]]:
    """So many ordinary nights, judged one after the other, and everything that was found."""
    chance, past, found = Random(seed), list[Run](), list[Finding]()
    for number in range(count):
        run = ordinary(datetime(2026, 1, 5, 5, 30, tzinfo=UTC) + timedelta(days=number), size, chance)
        run = replace(run, findings=judge(run, past, LIMITS))
        found += run.findings
        past.append(run)
    return past, found


@pytest.mark.parametrize(("size", "most"), [(6, 9), (40, 3), (300, 1)])
def test_an_ordinary_half_year_raises_next_to_nothing(size: int, most: int) -> None:
    _, found = nights(size, 180)
    assert len(found) <= most, found


def test_what_the_lists_hold_and_was_not_had_is_named() -> None:
    """A list that comes to nothing known, cards of a new form of address, articles that are asked for no more."""
    past = [replace(run, other_cards=12) for run in nights(60, 8)[0]]
    chance = Random(2)
    run = replace(ordinary(past[-1].started_at + timedelta(days=1), 60, chance), other_cards=14)
    assert judge(run, past, LIMITS) == []

    def names(past: list[Run], **counts: Any) -> list[str]:
        return [finding.name for finding in judge(replace(run, **counts), past, LIMITS)]

    assert names(past, apart=1) == ["gap"]
    assert names([], apart=1) == [], "of a first night nothing was known"
    assert "gap" not in names(past, apart=1, held_before=0), "nor where none of the nights before has stored anything"
    small, least = ({"https://kabar.example/indeks": Asked(1, n)} for n in (6, 3))
    quiet = [replace(run, listings=small, articles={"found": 6}, dropped={}) for run in past]
    assert names(quiet, apart=1, listings=least, articles={"found": 3}, dropped={}) == [], (
        "a list of two days, of a small portal"
    )
    assert names(quiet, apart=1, listings=small, articles={"found": 6}, dropped={}) == ["gap"], "a feed of six"
    always, cut = ({"https://kabar.example/rss": Asked(1, n)} for n in (20, 9))
    feed = [replace(night, listings=always, articles={"found": 20}, dropped={}) for night in past]
    assert "gap" in names(feed, apart=1, listings=cut, articles={"found": 9}, dropped={}), "a feed of twenty is cut"
    ten, nine = ({"https://kabar.example/rss": Asked(1, n)} for n in (10, 9))
    feed = [replace(night, listings=ten, articles={"found": 10}, dropped={}) for night in past]
    feed[3] = replace(feed[3], listings=nine, articles={"found": 9})
    assert names(feed, apart=1, listings=nine, articles={"found": 9}, dropped={}) == ["gap"], "of ten, one is missing"
    moved = {"https://kabar.example/berita": Asked(2, 0), **run.listings}
    assert names(past, listings=moved) == ["listing empty"], "a first list that no run before has asked for"
    assert names([*past, replace(run, listings=moved)], listings=moved) == []
    assert names(past, undated=120) == ["undated"]
    assert (names(past, one_number=2), names(past, one_number=3)) == ([], ["one number"])
    assert names(past, other_cards=60) == ["other addresses"]
    assert names(past, other_cards=30) == []
    before = [replace(run, other_cards=-1) for run in past]
    assert names(before, other_cards=60) == [], "records of before do not say"
    assert names(past, given_up={"blocked": 2}) == []
    assert names(past, given_up={"blocked": 2, "timeout": 1}) == ["given up"]
    dead = [replace(run, dropped={"removed": 3, "not had": 3}) for run in past]
    assert names(past, given_up={"not had": 9}) == ["given up"]
    assert names(dead, given_up={"not had": 9}) == [], "as many dead links as ever"
    assert names(dead[-6:], given_up={"not had": 9}) == [], "nothing tells how many are usual"
    assert names(past, silent={"bola.kabar.example": 2, "kabar.example/musik": 2}) == []
    assert names(past, silent={"bola.kabar.example": 3}) == ["failed"]
    assert {"gap", "undated", "given up"} <= NOTHING_MISSING
    assert (names(past, clock_off=86400), names(past, clock_off=-86400), names(past, clock_off=3600)) == (
        ["clock"], ["clock"], []
    )  # fmt: skip
    assert "clock" not in NOTHING_MISSING, "the next night lists the days again"


def test_rules_without_a_find_are_no_fault_where_their_field_is_filled_all_the_same() -> None:
    """By the structured data, say: the first night would be a finding, and so would each night after it."""
    start = datetime(2026, 7, 24, 5, 30, tzinfo=UTC)
    filled = dict.fromkeys(("title", "published_at", "text"), 100.0)
    rules = {"published_at/css/.tanggal": Rule(40, 0), "body/css/.isi": Rule(40, 40)}
    run = Run("kabar", start, start, articles={"found": 40}, read=40, days=2, rules=rules, coverage=filled)
    assert judge(run, [], LIMITS) == []
    lost = [finding.name for finding in judge(replace(run, coverage={**filled, "published_at": 80.0}), [], LIMITS)]
    assert lost == ["field lost", "dead selector"]


def test_what_a_first_run_took_of_earlier_days_is_no_measure() -> None:
    """Lists that tell no days: of the second night's the store knows which are old, so it finds far fewer."""
    tally = Tally(since=datetime(2026, 7, 23, tzinfo=UTC))
    for day, is_undated in ((22, True), (22, False), (23, True)):
        tally.add(Article(title="Panen", published_at=datetime(2026, 7, day, 9, tzinfo=UTC)), is_undated=is_undated)
    assert tally.counted()["earlier"] == 1
    at = datetime(2026, 7, 24, 5, 30, tzinfo=UTC)
    first = Run("kabar", at, at, articles={"found": 200, "stored": 200}, days=2, earlier=170)
    night = replace(first, started_at=at + timedelta(days=1), articles={"found": 30, "stored": 20}, earlier=0)
    names = [[found.name for found in judge(night, [past], LIMITS)] for past in (first, replace(first, earlier=0))]
    assert names == [[], ["few articles"]]
    quiet = replace(night, articles={"found": 6, "stored": 1, "already stored": 5})
    small = replace(first, articles={"found": 150, "stored": 150}, earlier=142)
    assert judge(quiet, [small], LIMITS) == [], "of a portal with three a day"


def test_places_that_are_silent_are_those_of_which_nothing_was_had() -> None:
    tally = Tally()
    for n in range(4):
        tally.asked(f"https://bola.kabar.example/read/{n}", had=False)
        tally.asked(f"https://kabar.example/musik/{n}", had=n == 2)
        tally.asked(f"https://kabar.example/film/{n}", had=False)
    assert tally.counted()["silent"] == {"bola.kabar.example/read": 4, "kabar.example/film": 4}


def test_a_clock_is_wrong_where_every_answer_says_so() -> None:
    def off(least: int, most: int) -> Any:
        return counted({"clock/least": least, "clock/most": most})["clock_off"]

    assert [off(86000, 86400), off(-86400, -3), off(-90000, -86400), off(-3, 86400), off(0, 0)] == [
        86000, -3, -86400, 0, 0
    ]  # fmt: skip


def week_by_week(size: float, seed: int, holidays: int = 5, level: float = 0.4) -> list[Finding]:
    """What is found in ten weeks of a portal with a third of its news at weekends, and on the days of one week."""
    chance, other, past, found = Random(seed), Random(seed), list[Run](), list[Finding]()

    def amount(day: int) -> int:
        share = (1 / 3 if day % 7 > 4 else 1) * (level if day // 7 == holidays else 1)
        mean = size * share * chance.gauss(1, 0.15)
        return max(0, round(chance.gauss(mean, mean**0.5))) if mean > 9 else sum(
            chance.random() < mean / 40 for _ in range(40)
        )  # fmt: skip

    yesterday = amount(0)
    for day in range(70):
        today = amount(day)
        count, yesterday = yesterday + today, today
        at = datetime(2026, 1, 5, 5, 30, tzinfo=UTC) + timedelta(days=day)
        run = replace(
            ordinary(at, 40, chance), articles={"found": count, "stored": today}, read=count, other_days=9,
            coverage={name: 100 * sum(chance.random() < share for _ in range(count)) / max(count, 1)
                      for name, share in FIELDS.items()},
            dropped={}, half_read={}, rules={}, text_length=2000 if count else None, text_length_low=None,
        )  # fmt: skip
        known = yesterday // 4
        run = replace(
            run, known=known, unlisted=sum(other.random() < 0.03 for _ in range(known)),
            numbered=min(1.0, 0.5 * other.gauss(1, 0.1)) if today >= 20 else -1.0,
        )  # fmt: skip
        run = replace(run, findings=judge(run, past, LIMITS))
        found += run.findings
        past.append(run)
    return found


@pytest.mark.parametrize("size", [3, 12, 80, 900])
def test_weekends_and_holidays_raise_nothing(size: float) -> None:
    """A third of the news at weekends, less than half in a week of holidays, and a portal with three articles a day."""
    found = [finding for seed in range(4) for finding in week_by_week(size, seed)]
    assert len(found) <= (1 if size < 20 else 0), found


@pytest.mark.parametrize("size", [80, 900])
def test_half_of_the_news_is_missed_on_the_first_night(size: int) -> None:
    """Where numbers tell it, or what was stored before; holidays have both fewer articles and fewer numbers."""
    past, chance = list[Run](), Random(3)
    for day in range(10):
        at = datetime(2026, 1, 5, 5, 30, tzinfo=UTC) + timedelta(days=day)
        ends = {"found": 2 * size, "stored": size}
        known = {"known": size // 4, "unlisted": chance.randrange(2), "numbered": 0.5 * chance.gauss(1, 0.1)}
        past.append(replace(ordinary(at, size, chance), articles=ends, **known))  # type: ignore[arg-type]
    at, ends = past[-1].started_at + timedelta(days=1), {"found": size, "stored": size // 2}

    def found(before: list[Run], **counts: Any) -> list[tuple[str, str]]:
        run = replace(past[-1], started_at=at, articles=ends, **counts)
        return [(finding.name, finding.about) for finding in judge(run, before, LIMITS)]

    assert found(past, numbered=0.25) == [("few articles", "numbers")]
    assert found(past, unlisted=size // 8) == [("few articles", "lists")]
    assert found(past, unlisted=size // 40) == found(past, numbered=0.48) == [], "a holiday"
    assert found(past, numbered=0.01) == [], "other numbers"
    assert found(past, numbered=0.25, days_done_before=1) == [], "whose numbers are on no list"
    assert found(past[:2], numbered=0.25) == found(past[:1], unlisted=size // 8) == [], "nothing tells what is usual"
    assert found(past, unlisted=size // 8, lost_listings=1)[0][0] == "listing lost", "which is why"
    swinging = [replace(run, numbered=0.5 if n % 2 else 0.15) for n, run in enumerate(past)]
    whole = [replace(run, endless=0) for run in past]
    assert found(whole, endless=1) == [("listing lost", "")], "all its pages were cut"
    assert found([replace(run, endless=1) for run in past], endless=1) == found(past, endless=1) == []
    assert found(swinging, numbered=0.08) == [], "these tell nothing"
    none = [replace(run, unlisted=run.known) for run in past]
    for before in (none, none[:1]):
        assert found(before, unlisted=none[0].known) == [("gap", "")], "so it is each night"
    assert found(none, known=2, unlisted=2) == [], "two may have been removed"


def test_what_halves_each_night_is_no_holiday() -> None:
    monday, past, found = datetime(2026, 6, 1, 20, 30, tzinfo=UTC), list[Run](), list[bool]()
    for day, count in enumerate([200] * 14 + [100, 50, 25]):
        at = monday + timedelta(days=day)
        run = Run("kabar", at, at, articles={"found": count}, read=count, days=2)
        run = replace(run, findings=judge(run, past, LIMITS))
        found.append("few articles" in [finding.name for finding in run.findings])
        past.append(run)
    assert found == [False] * 16 + [True]


def test_a_small_portal_may_have_a_day_without_articles_but_not_many() -> None:
    monday = datetime(2026, 6, 1, 20, 30, tzinfo=UTC)

    def run(day: int, count: int, **counts: Any) -> Run:
        at = monday + timedelta(days=day)
        return Run("kabar", at, at, articles={"found": count}, read=count, days=2, **counts)

    past = [run(day, (5, 6, 3, 7)[day % 4]) for day in range(20)]
    names = [[finding.name for finding in judge(found, past, LIMITS)] for found in (
        run(20, 0, other_days=12), run(20, 0), run(20, 0, other_days=12, lost_listings=1),
    )]  # fmt: skip
    assert names == [[], ["no articles"], ["no articles", "listing lost"]], "its list was read and shows older ones"
    quiet = [run(20, 0, other_days=12), run(21, 0, other_days=12)]
    assert [f.name for f in judge(run(22, 0, other_days=12), [*past, *quiet], LIMITS)] == ["no articles"]
    large = [run(day, 60) for day in range(20)]
    assert [f.name for f in judge(run(20, 0, other_days=12), large, LIMITS)] == ["no articles"]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"found": 0.1}, "few articles"),
        ({"tags": 0.0}, "field lost"),
        ({"published_at": 0.5}, "field lost"),
    ],
)
def test_a_portal_that_stays_broken_does_not_become_the_measure(change: dict[str, float], name: str) -> None:
    past, _ = nights(60, 40)
    chance = Random(1)
    for number in range(60):
        run = ordinary(past[-1].started_at + timedelta(days=1), 60, chance, **change)
        run = replace(run, findings=judge(run, past, LIMITS))
        assert run.found(name), (number, run)
        past.append(run)
    accepted = [*past[:-1], replace(past[-1], accepted=[name])]
    later = ordinary(past[-1].started_at + timedelta(days=1), 60, chance, **change)
    assert not replace(later, findings=judge(later, accepted, LIMITS)).found(name), "what was accepted is the measure"


def test_a_run_at_noon_is_held_against_runs_at_noon() -> None:
    """At noon a day has given half of its articles: that is no loss, and no measure for the night either."""
    monday = datetime(2026, 6, 1, 5, 30, tzinfo=UTC)

    def run(day: int, hour: int, count: int) -> Run:
        at = monday + timedelta(days=day, hours=hour)
        return Run("kabar", at, at, articles={"found": count}, read=count, days=2)

    at_night = [run(day, 0, 200) for day in range(28)]
    at_noon = [run(day, 7, 70) for day in range(28)]
    past = [each for pair in zip(at_night, at_noon, strict=True) for each in pair]
    assert not judge(run(28, 8, 66), past, LIMITS)
    assert not judge(run(28, 7, 66), [*at_night, *at_noon[-5:]], LIMITS), "the first Monday at noon"
    assert [finding.name for finding in judge(run(28, 0, 66), [*at_night, *at_noon[-21:]], LIMITS)] == ["few articles"]
    assert [finding.name for finding in judge(run(28, -1, 66), past, LIMITS)] == ["few articles"]
    assert [finding.name for finding in judge(run(28, 7, 20), past, LIMITS)] == ["few articles"]


@pytest.mark.parametrize("size", [40, 300])
def test_lists_that_show_a_third_for_good_are_said_and_a_week_of_holidays_is_not(size: int) -> None:
    def said(first: int, last: int) -> list[int]:
        chance, past = Random(7), nights(size, 45)[0]
        found = []
        for number in range(1, 30):
            share = 0.32 if first <= number <= last else 1.0
            run = ordinary(past[44].started_at + timedelta(days=number), size, chance, share)
            run = replace(run, findings=judge(run, past, LIMITS))
            found += [number for finding in run.findings if finding.about == "nights"]
            past.append(run)
        return found

    assert 10 <= said(1, 30)[0] <= 14
    assert said(8, 15) == []


def test_two_weeks_are_two_weeks_where_a_crawl_runs_each_hour() -> None:
    """A Saturday and a Sunday are no fewer articles than the Thursday and Friday before them."""
    past, found = list[Run](), list[Finding]()
    for hour in range(24 * 42):
        at = datetime(2026, 1, 5, 0, 30, tzinfo=UTC) + timedelta(hours=hour)
        count = 300 if at.weekday() < 5 else 80
        run = Run("kabar", at, at, days=2, articles={"found": count})
        found += volume.slump(run, past)
        past.append(run)
    assert found == []


def test_pages_that_go_on_and_show_far_fewer_cards_than_ever_lack_some() -> None:
    past = [replace(run, full={"a": 15, "b": 40}) for run in nights(80, 5)[0]]
    run = replace(past[-1], started_at=past[-1].started_at + timedelta(days=1))

    def about(full: dict[str, int], past: list[Run]) -> list[tuple[str, str]]:
        found = judge(replace(run, full=full), past, LIMITS)
        return [(finding.name, finding.about) for finding in found]

    assert about({"a": 8, "b": 40}, past) == [("few articles", "a")]
    assert about({"a": 9, "b": 25}, past) == []
    assert about({"b": 40}, past) == [], "on a holiday there is one page"
    assert about({"a": 4}, past[:1]) == [], "one night tells little"
    assert about({"a": 4}, [*past, replace(past[-1], full={"a": 5})]) == [], "it has had as few"


def test_nights_without_articles_are_no_measure() -> None:
    past, _ = nights(80, 30)
    for _ in range(14):
        run = Run("kabar", past[-1].started_at + timedelta(days=1), past[-1].started_at, days=2, articles={"found": 0})
        past.append(replace(run, findings=judge(run, past, LIMITS)))
    run = ordinary(past[-1].started_at + timedelta(days=1), 2, Random(1))
    assert "few articles" in {finding.name for finding in judge(run, past, LIMITS)}


def test_a_night_that_catches_up_is_judged_too() -> None:
    past, _ = nights(80, 30)
    day = past[-1].started_at + timedelta(days=5)
    run = ordinary(day, 80, Random(1), tags=0.0)
    run = replace(run, scope=ARCHIVE, arguments={"since": "2026-01-30"}, days=6, articles={"found": 60})
    assert {"few articles", "field lost"} <= {finding.name for finding in judge(run, past, LIMITS)}


def test_articles_that_are_gone_and_values_that_repeat_are_named() -> None:
    past, _ = nights(80, 30)
    day = past[-1].started_at + timedelta(days=1)
    run = ordinary(day, 80, Random(1))
    gone = replace(run, dropped={"removed": run.articles["found"] // 2})
    assert [finding.name for finding in judge(gone, past, LIMITS)] == ["gone"]
    share = {"removed": round(0.24 * run.articles["found"])}
    assert [finding.name for finding in judge(replace(run, dropped=share), past, LIMITS)] == ["gone"]
    assert judge(replace(run, dropped=share), past[:2], LIMITS) == [], "nothing tells how many are usual"
    for name, percent in (("title", 90.0), ("text", 9.0)):
        (finding,) = judge(replace(run, most_frequent={name: percent}), past, LIMITS)
        assert (finding.name, finding.about) == ("same value", name)
    sign = replace(run, most_frequent={"image": 60.0, "summary": 0.0})
    assert judge(sign, past, LIMITS) == [], "nothing tells whether the portal ever had another picture"
    with_pictures = [replace(run, most_frequent={"image": 3.0, "summary": 0.0}) for run in past]
    assert [finding.about for finding in judge(sign, with_pictures, LIMITS)] == ["image"]
    few = replace(run, read=14, articles={"found": 120}, most_frequent={"image": 60.0})
    assert "image" not in {finding.about for finding in judge(few, with_pictures, LIMITS)}, "eight of a series"


def test_pictures_and_summaries_are_told_apart_by_what_they_show() -> None:
    tally = Tally()
    for n in range(4):
        images = [Image("https://kabar.example/logo.png"), Image(f"https://kabar.example/{n}.jpg")]
        tally.add(Article(title=f"Kabar {n}", text=f"Kopi {n}.", images=images if n else [], summary=f"Ringkas {n}"))
    assert tally.counted()["most_frequent"] | {"title": 0} == {
        "title": 0, "authors": 0.0, "published_at": 0.0, "text": 25.0, "summary": 25.0, "image": 75.0
    }  # fmt: skip


def test_articles_that_are_known_tell_what_has_changed() -> None:
    """What differs from what is stored, is stored already, is stored no more, or is no news."""
    start = nights(80, 9)[0]
    usual: dict[str, Any] = {"read_again": 60, "differs": {"text": 5, "tags": 20}, "copies": 2, "held": 900,
                             "held_before": 880, "news_age": 1.5,
                             "channels": {"bola": 9, "otomotif": 4, "musik": 1}}  # fmt: skip
    ends = {"found": 160, "stored": 80, "unchanged": 74, "revised": 6}
    past = [replace(run, articles=ends, **usual) for run in start]
    run = replace(past[-1], started_at=past[-1].started_at + timedelta(days=1), held_before=900, held=980)
    assert judge(run, past, LIMITS) == []

    def found(past: list[Run], **counts: Any) -> list[tuple[str, str]]:
        return [(finding.name, finding.about) for finding in judge(replace(run, **counts), past, LIMITS)]

    assert found(past, differs={"text": 12, "tags": 30, "title": 12}) == []
    assert found(past, differs={"text": 60}) == [("changed", "text")]
    assert found(past, differs={"published_at": 24}) == [("changed", "published_at")]
    assert found([], differs={"published_at": 24, "tags": 60}) == [], "of a first night only most tell"
    assert found([], differs={"published_at": 60, "tags": 60}) == [("changed", "published_at")]
    assert found(past, copies=12) == []
    assert found(past, copies=40) == [("copies", "")]
    assert found(past, held_before=899) == [("articles gone", "")]
    assert found(past, held=979) == [("articles gone", "")], "a file was cut while the run was writing to it"
    assert found([replace(run, held=-1)] * 3, held_before=0) == [], "records of before do not say"
    assert found(past, channels={"bola": 9, "musik": 1}) == [("listing empty", "otomotif")]
    assert found(past, channels={"bola": 9, "otomotif": 4}) == [], "one that often has nothing"
    assert found(past[:6], channels={"bola": 9, "musik": 1}) == [], "not even a week is known"
    assert found(past, channels={}) == [], "lists of channels were not asked for"
    small = [replace(night, channels={"bola": 9, "musik": 5 + n % 3}) for n, night in enumerate(past)]
    for silent, wanted in ((0, "musik"), (1, ""), (3, ""), (4, "musik")):
        first = [replace(night, channels={"bola": 9, "musik": 2}) for night in small[: int(silent > 0)]]
        gone = [replace(night, channels={"bola": 9}) for night in small[:silent]]
        assert found([*first, *small, *gone], channels={"bola": 9}) == [("listing empty", wanted)] * bool(wanted)
    often = [replace(small[0], channels={"bola": 9}), *small, *[replace(small[0], channels={"bola": 9})] * 4]
    assert found(often, channels={"bola": 9}) == [], "one that had nothing on some days"
    own = [replace(run, own={"bola": 8, "musik": 1}) for run in past]
    assert found(own, own={"musik": 1}) == [("listing empty", "bola")], "it shows what others show"
    assert found(own, own={}, channels={"musik": 1}) == [("listing empty", "bola"), ("listing empty", "otomotif")]
    assert found(past, own={}) == found(own[:6], own={}) == found(own, own={"bola": 1}) == []
    caught_up = {"scope": ARCHIVE, "arguments": {"since": "2026-06-01"}}
    assert found(own, own={}, **caught_up) == [], "a crawl of several days does not count what a channel alone shows"
    old_copy = {"found": 160, "stored": 3, "unchanged": 151, "revised": 6}
    assert found(past, articles=old_copy) == [("few articles", "")]
    assert found(past, articles=old_copy, started_at=past[-1].started_at + timedelta(hours=3)) == [], "a second run"
    assert found(past, articles=old_copy, held_before=960, held=1040) == [], "a run that was killed had stored the rest"
    mended = {"found": 260, "stored": 80, "unchanged": 74, "revised": 106}
    assert found(past, articles=mended, asked_again=100) == [], "what was had in part is on no list any more"
    assert found(past, articles={**old_copy, "found": 260, "failed": 100}, asked_again=100, failed={
        "timeout (asked again)": 100}) == [("few articles", "")]  # fmt: skip
    assert found(past, news_age=7.0) == []
    assert found(past, news_age=12.0) == [("few articles", "")]
    assert found(past[:6], news_age=12.0) == [], "not even a week is known"
    assert found(past, news_age=12.0, started_at=run.started_at + timedelta(hours=5)) == [], "at another hour"
    assert {"changed", "copies", "articles gone"} <= NOTHING_MISSING
    assert "few articles" not in NOTHING_MISSING


def test_what_fails_again_was_a_finding_of_the_night_that_missed_it() -> None:
    past, _ = nights(80, 30)
    run = ordinary(past[-1].started_at + timedelta(days=1), 80, Random(1))
    for reason, expected in (("timeout (asked again)", []), ("timeout", ["failed"])):
        failed = replace(run, failed={reason: run.articles["found"] // 2})
        assert [finding.name for finding in judge(failed, past, LIMITS)] == expected


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "[" * 100_000, '{"portal": "kabar"}', '{"portal": 5, "started_at": "x", "finished_at": "y"}'],
)
def test_a_file_that_is_no_run_is_passed_over(tmp_path: Path, text: str) -> None:
    past, _ = nights(10, 2)
    for run in past:
        save(tmp_path, run, 400)
    good = json.loads(past[0].as_json())
    broken = [text, *(json.dumps({**good, key: "26"}) for key in ("read", "coverage", "articles", "findings"))]
    broken.append(json.dumps({**good, "started_at": "2026-01-05T05:30:00"}))
    for number, content in enumerate(broken):
        (tmp_path / "runs" / f"2026-01-01T00-00-0{number}.json").write_text(content, encoding="utf-8")
    assert load(tmp_path) == past


def test_a_run_that_cannot_be_recorded_is_no_good_one(tmp_path: Path) -> None:
    (tmp_path / "data/okezone").mkdir(parents=True)
    (tmp_path / "data/okezone/runs").write_text("")
    status, log = night(tmp_path)
    assert status == Exit.STORAGE, log


def test_a_finding_is_accepted(tmp_path: Path) -> None:
    fortnight(tmp_path)
    assert night(tmp_path, renamed('id="tag"', 'id="topik"'))[0] == Exit.FINDINGS
    settings = ("-s", f"NEWSCRAWL_DATA={tmp_path / 'data'}")
    assert scrapy("accept", "okezone", "few articles", *settings).returncode == Exit.USAGE
    for name in ("field lost", "dead selector"):
        done = scrapy("accept", "okezone", name, *settings)
        assert done.returncode == 0, done.stderr
    assert last_run(tmp_path).accepted == ["dead selector", "field lost"]
    done = crawl(tmp_path)
    assert done.returncode == 0, done.stderr
