"""What is watched for is told once: in its file, its feed, the report, and by the command that notifies."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree

from newscrawl.crawling.nightly.limits import Limits
from newscrawl.crawling.nightly.night import Night
from newscrawl.crawling.nightly.telling import run_night
from newscrawl.judging.report.gather import gather
from newscrawl.judging.report.page import as_html
from newscrawl.judging.report.text import as_text
from newscrawl.judging.runs import Run, save
from newscrawl.judging.watch import ATOM, BadWatch, Match, look, read_watches, recent, told
from newscrawl.judging.words import moment
from newscrawl.storing.search import Index
from tests.commands.inside import runner
from tests.project import lines, scrapy
from tests.storing.stored import ZONE, record, store

NOW = datetime.fromisoformat("2026-07-24T18:00:00+07:00")
PORTALS = ("kompas", "okezone")
BANJIR = "[banjir]\nquery = 'banjir NOT simulasi'\n"


def watched(data: Path, text: str = BANJIR, now: datetime = NOW) -> list[Match]:
    (data / "watch.toml").write_text(text, encoding="utf-8")
    with Index(data, dict.fromkeys(PORTALS, ZONE)) as index:
        return look(read_watches(data / "watch.toml", PORTALS), index, now)


def ids(matches: list[Match]) -> list[str]:
    return [match.id for match in matches]


def test_an_article_is_told_once_and_its_corrected_headline_too(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1, text="Banjir di Demak."), record("okezone", 2, text="Simulasi banjir."))
    (match,) = watched(tmp_path)
    assert (match.id, match.title, match.was, match.snippet) == ("okezone-1", "Judul 1", None, "**Banjir** di Demak.")
    assert watched(tmp_path) == []
    store(tmp_path, record("okezone", 1, text="Banjir di Demak, kata warga.", revision=2))
    assert watched(tmp_path) == [], "its text alone is no news"
    store(tmp_path, record("okezone", 1, title="Air Surut", text="Air surut di Demak.", revision=3))
    (match,) = watched(tmp_path)
    assert (match.id, match.headline) == ("okezone-1", 'Air Surut (was: "Judul 1")'), "also where it no longer matches"
    assert watched(tmp_path) == []
    assert [(line["title"], line["was"]) for line in lines(tmp_path / "watch/banjir.jsonl")] == [
        ("Judul 1", None), ("Air Surut", "Judul 1"),
    ]  # fmt: skip


def test_the_index_and_the_queries_may_be_lost(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1, text="Banjir."))
    assert len(watched(tmp_path)) == 1
    (tmp_path / "search.sqlite").unlink()
    assert watched(tmp_path) == []


def test_only_of_the_portals_sections_and_days(tmp_path: Path) -> None:
    text = '[a]\nquery = "banjir"\nportals = ["okezone"]\nsections = ["daerah"]\ndays = 2\n'
    old, fresh = ("2026-07-21T10:00:00+07:00", "2026-07-22T10:00:00+07:00")
    given = {"text": "banjir", "section": ["Daerah"]}
    store(tmp_path, record("okezone", 1, **given), record("kompas", 2, **given), record("okezone", 3, text="banjir"))
    store(tmp_path, record("okezone", 4, **given, published_at=old), record("okezone", 5, **given, published_at=fresh))
    store(tmp_path, record("okezone", 6, **given, published_at=None), day="2026-07-23")
    store(tmp_path, record("okezone", 7, **given, published_at=None), day="2026-07-20")
    assert ids(watched(tmp_path, text)) == ["okezone-5", "okezone-1", "okezone-6"]


def test_several_watches_have_files_of_their_own(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1, text="banjir dan longsor"))
    found = watched(tmp_path, f"{BANJIR}[longsor]\nquery = 'longsor'\ntitle = 'Tanah'\n[gempa]\nquery = 'gempa'\n")
    assert [(match.watch, match.id) for match in found] == [("banjir", "okezone-1"), ("longsor", "okezone-1")]
    assert [len(told(tmp_path / "watch", name)) for name in ("banjir", "longsor", "gempa")] == [1, 1, 0]
    assert (tmp_path / "watch/gempa.atom").exists(), "a reader may subscribe before there is anything"


def test_a_line_that_a_crash_tore_is_told_again_and_no_line_is_glued(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1, text="banjir"), record("okezone", 2, text="banjir"))
    watched(tmp_path)
    path = tmp_path / "watch/banjir.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    assert ids(watched(tmp_path)) == ["okezone-2"]
    assert [line["id"] for line in lines(path)] == ["okezone-1", "okezone-2"]


def test_a_kill_between_the_line_and_the_feed_leaves_no_feed_behind(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1, text="banjir"))
    watched(tmp_path)
    feed = tmp_path / "watch/banjir.atom"
    before = feed.read_bytes()
    store(tmp_path, record("okezone", 2, text="banjir"))
    assert ids(watched(tmp_path)) == ["okezone-2"]
    whole = feed.read_bytes()
    feed.write_bytes(before)  # as it stood when the line was on the disk, and the process was killed
    assert watched(tmp_path) == []
    assert feed.read_bytes() == whole
    changed = feed.stat().st_mtime_ns
    assert watched(tmp_path, now=NOW + timedelta(hours=1)) == []
    assert feed.stat().st_mtime_ns == changed, "it is not written anew for nothing"


def look_once(data: Path, queue: multiprocessing.Queue[int]) -> None:
    queue.put(len(watched(data)))


def test_crawls_that_end_together_tell_it_once(tmp_path: Path) -> None:
    store(tmp_path, *(record("okezone", n, text="banjir") for n in range(20)))
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    processes = [context.Process(target=look_once, args=(tmp_path, queue)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert sorted(queue.get(timeout=5) for _ in processes) == [0, 0, 0, 20]


def test_the_feed_is_atom_and_holds_any_text(tmp_path: Path) -> None:
    store(tmp_path, *(record("okezone", n, text="banjir") for n in range(120)))
    store(tmp_path, record("okezone", 200, title="\x1b <b>A & B</b>", text="banjir\x00", published_at=None))
    watched(tmp_path)
    root = etree.parse(tmp_path / "watch/banjir.atom").getroot()
    entries = root.findall(f"{{{ATOM}}}entry")
    assert len(entries) == 100
    assert entries[0].findtext(f"{{{ATOM}}}title") == " <b>A & B</b>"
    for entry in (root, *entries):
        for name in ("id", "title", "updated"):
            assert entry.findtext(f"{{{ATOM}}}{name}"), "RFC 4287 wants it"
    assert len({entry.findtext(f"{{{ATOM}}}id") for entry in entries}) == 100
    assert entries[1].find(f"{{{ATOM}}}link").get("href") == "https://okezone.example/99"  # type: ignore[union-attr]


def test_the_report_shows_what_was_found_lately(tmp_path: Path) -> None:
    store(tmp_path, record("okezone", 1, title="Banjir <i>\x1b[2J", text="banjir"))
    save(tmp_path / "okezone", Run("okezone", NOW, NOW), 400)
    watched(tmp_path)
    report = gather(tmp_path, (), NOW + timedelta(hours=5))
    assert "watch banjir: 1 new\n  - okezone: Banjir <i> [2J\n    https://okezone.example/1" in as_text(report)
    page = as_html(report)
    assert 'href="https://okezone.example/1" rel="noreferrer noopener">Banjir &lt;i&gt; [2J</a>' in page
    told = next(match for matches in report.watched.values() for match in matches)
    assert told.published_at
    published = moment(datetime.fromisoformat(told.published_at), report.now)
    assert f"<li><time>{published}</time><b>okezone</b>" in page, "as beside the newest headlines"
    assert moment(datetime.fromisoformat(told.told_at), report.now) != published
    assert recent(tmp_path, NOW + timedelta(days=2), timedelta(hours=24)) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Banjir]\nquery = 'x'", "[Banjir]: a name is of small letters"),
        ("[a]\n", "[a]: needs a query"),
        ("a = 1\n", "[a]: needs a query"),
        ("[a]\nquery = 'x'\nportal = ['okezone']", "[a]: unknown key 'portal'; did you mean portals?"),
        ("[a]\nquery = 'x'\nportals = 'okezone'", "[a]: portals is a list of texts"),
        ("[a]\nquery = 'x'\nportals = ['okzone']", "[a]: unknown portal 'okzone'; known: kompas, okezone"),
        ("[a]\nquery = 'x'\ndays = 0", "[a]: days is a whole number of 1 or more"),
        ("[a]\nquery = 'x OR'", "[a]: query: nothing stands behind OR"),
        ("[a]\nquerry = 'x'", "[a]: unknown key 'querry'; did you mean query?"),
        ("[a\n", "Expected ']'"),
        ("[a]\nquery = 'caf\xe9'", "the file is not UTF-8"),
    ],
)
def test_a_wrong_file_is_said_in_one_line(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(BadWatch) as error:
        read_watches(path, PORTALS)
    assert words in str(error.value)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)
    assert read_watches(tmp_path / "none.toml", PORTALS) == []


def test_the_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    store(tmp_path, record("okezone", 1, text="banjir"))
    (tmp_path / "watch.toml").write_text(BANJIR)
    run = runner(tmp_path, capfd, NEWSCRAWL_WATCH=str(tmp_path / "watch.toml"))
    shown = ["watch banjir: 1 new", "  - okezone: Judul 1", "    https://okezone.example/1"]
    assert run("watch", "--try") == (0, shown, [])
    assert run("watch") == (0, shown, [])
    assert run("watch") == (0, ["nothing new"], [])


def test_a_setting_in_the_environment_is_not_passed_over(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store(tmp_path, record("okezone", 1, text="banjir"))
    monkeypatch.setenv("NEWSCRAWL_WATCH", str(tmp_path / "watch.toml"))
    status, _, told = runner(tmp_path, capfd)("watch", "--try")
    assert (status, len(told)) == (2, 1)
    assert "NEWSCRAWL_WATCH is not read from the environment: give -s NEWSCRAWL_WATCH=" in told[0]


def test_a_crawl_looks_and_notifies_when_it_ends(tmp_path: Path) -> None:
    (tmp_path / "watch.toml").write_text("[sidang]\nquery = '\"sengketa lahan\"'\ndays = 400\n")
    mail = tmp_path / "mail"
    options = [f"NEWSCRAWL_DATA={tmp_path}", f"NEWSCRAWL_WATCH={tmp_path / 'watch.toml'}",
               f"NEWSCRAWL_NOTIFY=cat > {mail}; echo $NEWSCRAWL_WATCHED >> {mail}"]  # fmt: skip
    done = scrapy("crawl", "okezone", "-L", "WARNING", *(part for option in options for part in ("-s", option)))
    assert done.returncode == 0, done.stderr
    first, headline, *_, name = mail.read_text(encoding="utf-8").splitlines()
    assert (first.startswith("watch sidang: "), headline.startswith("  - okezone: "), name) == (True, True, "sidang")
    assert f"newscrawl: {first}" in done.stderr
    assert json.loads((tmp_path / "watch/sidang.jsonl").read_text("utf-8").splitlines()[0])["portal"] == "okezone"


def test_a_good_night_notifies_of_what_was_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    store(tmp_path, record("okezone", 1, text="banjir"))
    (tmp_path / "watch.toml").write_text(BANJIR)
    mail, told_lines = tmp_path / "mail", list[str]()
    command = f"cat > {mail}; echo watched $NEWSCRAWL_WATCHED >> {mail}"
    for expected in ("\nwatched banjir\n", None):  # the report ends with its line
        job = Night(tmp_path, {}, Limits(), command=lambda *_: (), tell=told_lines.append)
        assert asyncio.run(run_night(job, lambda: NOW, command, str(tmp_path / "watch.toml"))) == 0
        assert (mail.read_text().rpartition("/1")[2] if mail.exists() else None) == expected
        mail.unlink(missing_ok=True)
    assert "watch banjir: 1 new" in capfd.readouterr().out
    assert told_lines == []
