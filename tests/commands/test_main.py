"""`newscrawl`: one name for all commands, installed or in a checkout."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import tomllib
import zipfile
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

from newscrawl.offered import OFFERED
from newscrawl.portals.plan import ARGUMENTS
from newscrawl.portals.registry import portals
from tests import forks
from tests.project import NEWSCRAWL, ROOT, lines, patient

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def environment(project: str, **given: str) -> dict[str, str]:
    """That of a command: nothing of Scrapy's or of ours but what is given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SCRAPY_", "NEWSCRAWL_"))}
    return {**kept, "SCRAPY_PROJECT": project, "PYTHONWARNINGS": "error", "COLUMNS": "100", **given}


def newscrawl(*args: str, cwd: Path = ROOT, project: str = "replay", **given: str) -> subprocess.CompletedProcess[str]:
    """`newscrawl ARGS`."""
    return forks.run([*NEWSCRAWL, *args], env=environment(project, **given), cwd=cwd, timeout=patient(120))


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_exit_status_and_are_no_files_of_ours(closed: str, tmp_path: Path) -> None:
    """As a daemon leaves them: what a fault prints would stand in the file that takes a stream's number."""
    code = f"""
import os, sys
from pathlib import Path
from newscrawl.commands.main import main
sys.argv[1:] = ["portals"]
try:
    main()
finally:
    Path({str(tmp_path / "number")!r}).write_text(str(os.open(os.devnull, os.O_RDONLY)))
"""
    line = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-c", code]
    done = subprocess.run(line, env=environment("default"), cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert int((tmp_path / "number").read_text()) > 2


@pytest.mark.parametrize("arguments", [["crawl", "okezone"], ["nightly"], ["latest"]])
def test_a_folder_that_is_gone_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    """As a release that was replaced leaves the one that a timer calls in."""
    line = ["sh", "-c", 'cd "$1" && rmdir "$1" && shift && exec "$@"', "sh", str(tmp_path), *NEWSCRAWL, *arguments]
    done = subprocess.run(line, env=environment("replay", PYTHONPATH=str(ROOT)), capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "is gone: cd to another one" in done.stderr


def test_scrapys_own_crawl_runs_without_standard_error(tmp_path: Path) -> None:
    crawl = [sys.executable, "-m", "scrapy", "crawl", "okezone", "-s", f"NEWSCRAWL_DATA={tmp_path}"]
    done = subprocess.run(["sh", "-c", 'exec "$@" 2>&-', "sh", *crawl], env=environment("replay"), cwd=ROOT)
    assert done.returncode == 0
    assert list((tmp_path / "okezone").glob("articles-*.jsonl"))


def test_the_overview_has_every_command_of_ours() -> None:
    done = newscrawl()
    ours = {path.stem for path in (ROOT / "newscrawl" / "commands").glob("[a-z]*.py")}
    listed = set(re.findall(r"^  (\w+)  +\S", done.stdout, re.M))
    assert ours - listed <= {"main", "bench", "runspider", "view"}, "those look at nothing of a portal's"
    assert not done.stderr


@pytest.mark.parametrize("name", OFFERED)
def test_the_overview_says_of_a_command_what_it_says_of_itself(name: str) -> None:
    command = import_module(f"newscrawl.commands.{name}").Command()
    assert command.short_desc() == OFFERED[name]


def test_a_crawl_says_what_matters_and_its_log_is_a_file(tmp_path: Path) -> None:
    done = newscrawl("crawl", "okezone", "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert done.returncode == 0, done.stderr
    assert len(done.stderr.splitlines()) <= 12, "what matters, in a few lines"
    assert "`newscrawl reread okezone`" in done.stderr
    [log] = (tmp_path / "okezone" / "logs").glob("crawl-*.log")
    assert "Spider closed" in log.read_text(encoding="utf-8")
    [file] = (tmp_path / "okezone").glob("articles-*.jsonl")
    assert lines(file)
    done = newscrawl("reread", "okezone", "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert done.returncode == 4, "what was kept is no article"
    assert len(done.stderr.splitlines()) <= 12, "what matters, in a few lines"


def test_a_signal_ends_all_that_crawl_side_by_side_and_begins_no_other(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # a proxy that takes requests and never answers
        where = f"http://127.0.0.1:{silent.getsockname()[1]}"
        env = {"NEWSCRAWL_DATA": str(tmp_path), "http_proxy": where, "https_proxy": where, "SCRAPY_PROJECT": "default"}
        line = [*NEWSCRAWL, "crawl", "jpnn", "viva", "tirto", "suara", "detik"]
        process = forks.start(line, env={**os.environ, **env})
        deadline = time.monotonic() + patient(60)
        while len(list(tmp_path.glob("*/logs/*.log"))) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        begun = {folder.name for folder in tmp_path.iterdir()}
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=patient(60))[1]
    assert process.returncode == 6, said
    assert "not begun: suara, detik" in said
    assert {folder.name for folder in tmp_path.iterdir()} == begun
    assert len(children) == 3
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def test_a_portal_named_twice_is_crawled_once(tmp_path: Path) -> None:
    done = newscrawl("crawl", "jpnn", "jpnn", NEWSCRAWL_DATA=str(tmp_path))
    assert done.returncode == 0, done.stderr


def test_a_wrong_name_makes_no_folder(tmp_path: Path) -> None:
    done = newscrawl("crawl", "okezon", NEWSCRAWL_DATA=str(tmp_path))
    assert done.returncode == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("wrong", [["okezone", "--since", "besok"], ["any"], ["okezone", "-s", "DOWNLOAD_DELAY=x"]])
def test_a_crawl_that_cannot_begin_makes_no_folder(tmp_path: Path, wrong: list[str]) -> None:
    (tmp_path / "jpnn/logs").mkdir(parents=True)
    done = newscrawl("crawl", *wrong, NEWSCRAWL_DATA=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert [file.name for file in tmp_path.rglob("*")] == ["jpnn", "logs"], "what was there before stays"


def test_several_portals_side_by_side(tmp_path: Path) -> None:
    done = newscrawl("crawl", "jpnn", "viva", NEWSCRAWL_DATA=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "2 portals, all well" in done.stderr
    assert {folder.name for folder in tmp_path.iterdir()} == {"jpnn", "viva"}


@pytest.mark.parametrize("name", ["okezone", "kumparan"])
def test_a_portal_says_what_it_has(name: str) -> None:
    said = newscrawl("crawl", name, "--help").stdout
    assert all(channel in said for channel in portals()[name].channels)
    assert said.count(f"newscrawl crawl {name}") == 3


@pytest.mark.parametrize("name", [(), ("any",)])
def test_a_crawl_says_what_it_takes(name: tuple[str, ...]) -> None:
    done = newscrawl("crawl", *name, "--help")
    assert all(f"--{argument} " in done.stdout for argument in (*ARGUMENTS, "site"))
    assert all(portal in done.stdout for portal in portals())
    assert done.stderr == ""


@pytest.mark.parametrize("command", ["check", "reread", "genspider", "fetch"])
def test_help_names_the_command_as_it_was_called(command: str) -> None:
    done = newscrawl(command, "--help")
    assert f"  newscrawl {command} [options] " in done.stdout
    assert "scrapy " not in done.stdout.partition("Options")[0]


@pytest.mark.parametrize("command", ["search banjir", "report", "export okezone", "check", "genspider a a.id"])
def test_an_unknown_option_is_no_argument(command: str, tmp_path: Path) -> None:
    done = newscrawl(*command.split(), "--logfiel=x", NEWSCRAWL_DATA=str(tmp_path))
    line = "newscrawl: unknown option --logfiel; did you mean --logfile?\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", line)


@pytest.mark.parametrize("command", ["fetch", "parse", "view"])
def test_a_page_to_look_at_needs_an_address(command: str) -> None:
    done = newscrawl(command)
    line = f"newscrawl: give an address: newscrawl {command} https://www.okezone.com/\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", line)


def test_a_command_that_is_interrupted_says_so_in_a_line(tmp_path: Path) -> None:
    script = """
        from newscrawl.commands import main
        from newscrawl.storing.search import Index
        def interrupted(*_):
            raise KeyboardInterrupt
        Index._catch_up = interrupted
        main.main(["search", "banjir"])
    """
    (tmp_path / "okezone").mkdir()
    (tmp_path / "okezone" / "articles-2026-07-24.jsonl").touch()
    line = [sys.executable, "-c", dedent(script)]
    env = {**os.environ, "NEWSCRAWL_DATA": str(tmp_path)}
    done = forks.run(line, env=env, timeout=patient(60))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "newscrawl: interrupted\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("crawl", "okezone", "since=2026-07-01"),
            "since=2026-07-01: write --since=2026-07-01, or -a since=2026-07-01",
        ),
        (("crawl", "okezone", "--snice", "2026-07-01"), "unknown option --snice; did you mean --since?"),
        (("crawl", "okezone", "--since"), "--since needs a value: --since VALUE"),
        (("crawl", "okezone", "viva", "okzone"), "unknown portal 'okzone'; known: "),
        (("crawl", "okezone", "--since="), "--since needs a value: --since VALUE"),
        (("crawl", "all", "okezone"), "all is every portal: name no other beside it"),
        (("crawl", "any", "okezone"), "any is crawled alone: newscrawl crawl any --site SITE,SITE"),
        (("crawl", "viva", "okezone", "-O", "a.csv"), "-o and -O take one portal"),
        (("crawl", "okezone", "-L", "LOUD"), "-L LOUD: a log has the levels CRITICAL, ERROR"),
        (("crawl", "okezone", "--loglevel=LOUD"), "-L LOUD: a log has the levels CRITICAL, ERROR"),
        (("crawl", "okezone", "-s"), "-s needs a value"),
        (("crawl", "okezone", "-x"), "unknown option -x"),
        (("crawl", "okezone", "--search", ""), "--search needs a value: --search VALUE"),
        (("crawl", "okezone", "-s", "NEWSCRAWL_DATA=~/berita"), "NEWSCRAWL_DATA='~/berita': write the whole path"),
        (("export", "okezone", "--since"), "--since needs a value; --help lists what there is"),
        (("search", "kopi", "-n"), "--most needs a value"),
        (("crwl", "okezone"), "unknown command 'crwl'; did you mean crawl?"),
        (
            ("crawl", "okezone", "--since", "kemarin"),
            "okezone: since='kemarin' is not a day: write YYYY-MM-DD, e.g. --since 2021-03-01",
        ),
        (("search", "-harga"), "unknown option -harga; --help lists what there is"),
        (("fetch", "www.okezone.com"), "give an address: newscrawl fetch https://www.okezone.com/"),
        (("parse", "okezone"), "give an address: newscrawl parse https://www.okezone.com/"),
        (("extract", "okezone", __file__), "'okezone' is no address (https://...)"),
        (
            ("extract", "page.html", "https://news.okezone.com/x"),
            "cannot read https://news.okezone.com/x: No such file or directory; the address stands first, then",
        ),
        (
            ("capture", "okezone", "data/okezone/unread/okezone-1.html.gz"),
            "cannot read data/okezone/unread/okezone-1.html.gz: No such file or directory",
        ),
    ],
)
def test_a_wrong_word_is_one_line_that_says_what_is_meant(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = newscrawl(*arguments, NEWSCRAWL_DATA=str(tmp_path / "data"))
    assert done.returncode == 2
    assert done.stderr.startswith(f"newscrawl: {message}")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "data" / "okezone" / "index.sqlite").exists()


def test_a_crawl_that_cannot_begin_says_why(tmp_path: Path) -> None:
    done = newscrawl("crawl", "okezone", "-s", "RETRY_TIMES=1.5", NEWSCRAWL_DATA=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith("newscrawl: okezone: the crawl could not begin: ")
    assert "1.5" in done.stderr


def test_an_unknown_profile_is_said() -> None:
    done = newscrawl("portals", project="malam")
    assert (done.returncode, done.stderr) == (
        2,
        "newscrawl: SCRAPY_PROJECT=malam: unknown profile; known: default, replay, nightly\n",
    )


def test_a_site_without_rules_is_told_with_the_option_that_reads_it() -> None:
    done = newscrawl("extract", "https://kabar.example/panen-kopi-di-sora", __file__)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "--any reads pages of sites without rules" in done.stderr
    assert "--any reads" not in newscrawl("extract", "--any", "https://kabar.example/panen-kopi", __file__).stderr


# -- installed ---------------------------------------------------------------------------------------------


def test_a_wheel_has_all_that_is_needed_outside_a_checkout(tmp_path: Path) -> None:
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"  # as pip does
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    place = environment("default", PYTHONPATH=str(tmp_path / "installed"))

    def installed(*args: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "newscrawl.commands.main", *args]
        return forks.run(line, cwd=tmp_path, env=place, timeout=patient(60), anew=True)

    assert "okezone.com" in installed("crawl", "okezone", "--help").stdout
    files = sorted((tmp_path / "installed").rglob("*.py"))
    begin = ("genspider", "kabarcoba", "https://www.kabarcoba.example")
    refused = installed(*begin)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert "export NEWSCRAWL_PORTALS=portals" in refused.stderr
    place["NEWSCRAWL_PORTALS"] = "portals"
    assert installed(*begin).stdout.startswith("portals/kabarcoba.py is written")
    assert sorted((tmp_path / "installed").rglob("*.py")) == files
    known = installed("portals")
    assert ("kabarcoba " in known.stdout, known.stderr) == (True, "")
    again = installed(*begin)
    assert again.stderr == "newscrawl: portals/kabarcoba.py exists: give --force to replace it, or another name\n"
    report = installed("report")
    assert report.stderr == "newscrawl: no run is recorded in data: run newscrawl crawl PORTAL first\n"


def test_what_is_declared_is_what_the_requirements_explain() -> None:
    stated = {}
    files = [(ROOT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "requirements-archive.txt")]
    for line in "\n".join(files).splitlines():
        if line and not line.startswith("#"):
            requirement, _, reason = line.partition("#")
            assert reason.strip(), f"{requirement}: says what for"
            stated[re.match(r"[\w-]+", requirement)[0]] = requirement.strip()  # type: ignore[index]
    extras = PROJECT["optional-dependencies"]
    declared = [*PROJECT["dependencies"], *(one for name, ones in extras.items() if name != "all" for one in ones)]
    assert sorted(set(declared)) == sorted(stated.values())
    assert extras["all"] == [f"newscrawl[{','.join(name for name in extras if name != 'all')}]"]
