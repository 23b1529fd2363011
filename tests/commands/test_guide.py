"""Every command of the documents does what it says, or, where it needs a network or another program, is one at all."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.commands.main import names, translated
from newscrawl.judging.exitcodes import Exit
from newscrawl.portals.plan import ARGUMENTS, Plan, crawl_time
from newscrawl.portals.registry import portals
from newscrawl.portals.sites import named_in, site_of
from newscrawl.settings import base, nightly, replay
from tests import forks
from tests.archives.making import archive, article
from tests.archives.making import run as read_archive
from tests.commands.inside import runner
from tests.documents import BLOCK, Typed, mentioned, text_of, typed
from tests.project import NEWSCRAWL, ROOT, patient
from tests.storing.stored import record, store

ON_STORED = ("export", "search", "latest", "stats", "duplicates", "coverage", "watch")
# Run with the replay profile, after a crawl of okezone; all other commands are read by their own parsers.
ON_A_CRAWL = ("report", "review", "reread", "portals", "extract")
ELSEWHERE = {"uvx", "wacz", "warcit", "docker", "grep", ".", "ruff", "python3"}  # programs that are not ours
LINES = typed()
# Others are followed in their order, by test_when_a_portal_breaks.py and test_demo.py.
DEMO = text_of(Path("README.md")).partition("The demo's data")[2].partition("```\n\n")[0]
ALONE = [line for line in LINES if line.document.name != "when-a-portal-breaks.md" and line.line not in DEMO]
SAVED = ROOT / "fixtures/okezone/2026-news-single.html"  # of the address that the documents name


def words_of(line: str) -> list[str]:
    """A line as a shell takes it, without what stands before the last command: settings, `mkdir x &&`."""
    words = shlex.split(line, comments=True)
    while "&&" in words:
        words = words[words.index("&&") + 1 :]
    while re.match(r"\w+=", words[0]):
        words.pop(0)
    return words


def is_ours(line: Typed, *commands: str) -> bool:
    words = words_of(line.line)
    return words[0] == "newscrawl" and (not commands or words[1] in commands)


@cache
def parser_of(name: str) -> argparse.ArgumentParser:
    """The real parser of a command, ours or Scrapy's."""
    ours = f"newscrawl.commands.{name}"
    command: Any = import_module(ours if find_spec(ours) else f"scrapy.commands.{name}").Command()
    command.settings = Settings()
    command.settings.setmodule(base)
    parser = argparse.ArgumentParser(prog=name, conflict_handler="resolve", exit_on_error=False)
    command.add_options(parser)
    return parser


def options_of(name: str) -> set[str]:
    options = set(parser_of(name)._option_string_actions)
    return options | {f"--{argument}" for argument in (*ARGUMENTS, "site", "verbose")} if name == "crawl" else options


# -- every line is tried, in one of these ways ---------------------------------------------------------------


def test_the_documents_have_commands_of_each_kind() -> None:
    assert {words_of(line.line)[1] for line in LINES if is_ours(line)} >= {*ON_STORED, *ON_A_CRAWL} - {"watch"}
    assert not [line for line in LINES if words_of(line.line)[0] == "scrapy"], "newscrawl is the name of all commands"


def test_scrapy_is_named_once() -> None:
    other_name = re.findall(rf"`scrapy (?:{'|'.join(names())})\b", text_of(Path("README.md")))
    assert other_name == ["`scrapy crawl"]


@pytest.mark.parametrize("line", [line for line in LINES if is_ours(line)], ids=str)
def test_a_commands_options_are_those_of_its_parser(line: Typed) -> None:
    _, name, *arguments = words_of(line.line)
    assert name in names()
    if "--help" in arguments:
        arguments.remove("--help")
    if name == "crawl":
        chosen, arguments = translated(arguments, (*ARGUMENTS, "site"))
        assert {*chosen} <= {*portals(), "all", "any"}
    opts, rest = parser_of(name).parse_known_args(arguments)
    assert not [word for word in rest if word.startswith("-")], "an option that nobody reads"
    for setting in opts.set:
        assert any(hasattr(module, setting.partition("=")[0]) for module in (base, nightly, replay))


@pytest.mark.parametrize("line", [line for line in LINES if is_ours(line, "crawl")], ids=str)
def test_a_crawl_is_one_that_can_be_planned(line: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sites.txt").write_text("balipost\n# later\njubi\n")
    chosen, options = translated([word for word in words_of(line.line)[2:] if word != "--help"], (*ARGUMENTS, "site"))
    opts, _ = parser_of("crawl").parse_known_args(options)
    given = dict(pair.split("=", 1) for pair in opts.spargs)
    settings = Settings({"NEWSCRAWL_NOW": replay.NEWSCRAWL_NOW})
    for name in portals() if chosen == ["all"] else chosen:
        if name == "any":
            assert all(site_of(site).by_shape for site in named_in(given["site"]))
        else:
            portal = portals()[name]
            assert Plan.parse(given, portal, crawl_time(settings, portal.zone)).days


@pytest.mark.parametrize("line", [line for line in ALONE if is_ours(line, *ON_STORED)], ids=str)
def test_a_command_on_stored_articles_works(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: Typed
) -> None:
    text = "Banjir merendam Demak, kata warga. Banjir rob datang sejak pagi."
    for portal in ("okezone", "kompas", "tempo"):
        store(tmp_path / "data", record(portal, 1, text=text, section=["News"]), record(portal, 2, published_at=None))
    monkeypatch.chdir(tmp_path)
    if "mkdir july" in line.line:
        Path("july").mkdir()
    arguments = words_of(line.line)[1:]
    if "--archive" in arguments:
        read_archive(Path(arguments[arguments.index("--archive") + 1]), archive(Path("a.warc.gz"), article(1)))
    status, out, told = runner(Path("data"), capfd)(*arguments)
    assert status == 0, told
    for n, argument in enumerate(arguments):
        if argument in ("-o", "--html"):
            assert Path(arguments[n + 1]).stat().st_size
    assert out or "-o" in arguments or arguments[0] == "duplicates"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a crawl of okezone in ./data, the bundled pages, and one saved page."""
    folder = tmp_path_factory.mktemp("crawled")
    (folder / "fixtures").symlink_to(ROOT / "fixtures")
    (folder / "docs").mkdir()
    (folder / "pages").mkdir()
    for name in ("page.html", "pages/page.html"):
        shutil.copy(SAVED, folder / name)
    assert newscrawl(folder, "crawl", "okezone") == 0
    return folder


def newscrawl(folder: Path, *arguments: str) -> int:
    """The exit status of a command with the replay profile."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SCRAPY_", "NEWSCRAWL_"))}
    environment = {**kept, "SCRAPY_PROJECT": "replay", "NEWSCRAWL_DATA": "data", "PYTHONPATH": str(ROOT)} | {
        "PYTHONWARNINGS": "error"
    }
    done = forks.run([*NEWSCRAWL, *arguments], env=environment, cwd=folder, timeout=patient(120))
    assert "Traceback" not in done.stderr
    return done.returncode


@pytest.mark.parametrize("line", [line for line in ALONE if is_ours(line, *ON_A_CRAWL)], ids=str)
def test_a_command_after_a_crawl_works(line: Typed, crawled: Path) -> None:
    arguments = words_of(line.line)[1:]
    if "--warc" in arguments:
        assert newscrawl(crawled, "crawl", "okezone", "--again", "-s", "NEWSCRAWL_WARC=1") == 0
    kept_only = arguments[0] == "reread" and "--warc" not in arguments  # what the bundled crawl keeps is no article
    assert newscrawl(crawled, *arguments) == (Exit.NONE_READABLE if kept_only else Exit.DONE)
    if "--html" in arguments:
        assert (crawled / arguments[arguments.index("--html") + 1]).stat().st_size


@pytest.mark.parametrize("line", [line for line in ALONE if not is_ours(line)], ids=str)
def test_another_program_is_called_for_what_there_is(line: Typed) -> None:
    program, *arguments = words_of(line.line)
    if program == "make":
        targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
        assert {word for word in arguments if "=" not in word} <= {*targets}
    elif program == "pip":
        for name in re.findall(r"-r (\S+)", line.line):
            assert (ROOT / name).exists()
        extras = re.findall(r"\.\[([\w,]+)\]", line.line)
        declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[project.optional-dependencies]")[2]
        assert all(re.search(rf"^{extra} = ", declared, re.M) for given in extras for extra in given.split(","))
    elif program == "python":
        assert arguments[0] == "-m"
        assert find_spec(arguments[1])
    else:
        assert program in ELSEWHERE, f"{program}: say in this test how it is tried"


# -- what is said inside the lines ---------------------------------------------------------------------------


@pytest.mark.parametrize(("document", "name", "rest"), [*mentioned()], ids=str)
def test_a_command_that_is_mentioned_has_these_options(document: Path, name: str, rest: str) -> None:
    assert name in names(), document
    for option in re.findall(r"(?<!\S)(-{1,2}[\w-]+)", re.sub(r"'[^']*'", "", rest)):
        assert option in options_of(name) or option.startswith("-o"), f"{document}: newscrawl {name} {option}"


def test_the_watches_of_the_guide_are_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (toml,) = (block for kind, block in BLOCK.findall(text_of(Path("docs/guide.md"))) if kind == "toml")
    store(tmp_path / "data", record("okezone", 1, text="Angin puting beliung."), record("okezone", 2, text="Nikel."))
    monkeypatch.chdir(tmp_path)
    Path("watch.toml").write_text(toml, encoding="utf-8")
    assert runner(Path("data"), capfd)("watch")[1][:2] == ["watch banjir: 1 new", "  - okezone: Judul 1"]


@pytest.mark.parametrize("document", ["README.md", "docs/guide.md"])
def test_the_python_shown_reads_a_page(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = (block for kind, block in BLOCK.findall(text_of(Path(document))) if kind == "python")
    url = "https://news.okezone.com/read/2026/07/24/337/9910112/judul"
    page = (ROOT / "fixtures/okezone/2026-news-updated-two-authors.html").read_bytes()
    known: dict[str, Any] = {"body": page, "url": url, "fetched_at": None}
    exec(code, known)
    assert known["article"].id == "okezone-9910112"
    if "NotAnArticle" in code:
        exec(code, {**known, "body": b"<p>Halaman"})
        assert capsys.readouterr().out
