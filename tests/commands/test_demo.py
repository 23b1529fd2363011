"""After `make demo` the README's next steps work on the demo's data."""

import os
import re
import shlex
from pathlib import Path

from tests import forks
from tests.project import NEWSCRAWL, ROOT, patient

README = (ROOT / "README.md").read_text(encoding="utf-8")
DEMO = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo: ")[2].partition("\n\n")[0]


def run(line: str, folder: Path, environment: dict[str, str]) -> tuple[int, str, str]:
    """A command line as a user types it, in a folder that has the project's pages."""
    words = shlex.split(line, comments=True)
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        environment = {**environment, name: value}
    assert words[0].removeprefix(".venv/bin/") == "newscrawl"
    done = forks.run([*NEWSCRAWL, *words[1:]], env=environment, cwd=folder, timeout=patient(120))
    return done.returncode, done.stdout, done.stderr


def test_the_next_steps_of_the_readme_work_on_the_demos_data(tmp_path: Path) -> None:
    for name in ("fixtures", "scrapy.cfg", "newscrawl"):
        (tmp_path / name).symlink_to(ROOT / name)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    [crawl] = re.findall(r"^\t(SCRAPY_PROJECT.*)$", DEMO, re.M)
    status, _, said = run(crawl.replace("$(BIN)", ".venv/bin"), tmp_path, environment)
    assert status == 0, said
    steps = README.partition("The demo's data")[2].partition("```console\n")[2].partition("```")[0].splitlines()
    export, *commands = [step.removeprefix("$ ") for step in steps]
    environment |= dict(word.split("=", 1) for word in shlex.split(export, comments=True)[1:])
    assert environment["NEWSCRAWL_DATA"] in crawl, "the demo's own folder"
    answers = {}
    for command in commands[:-1]:
        status, printed, said = run(command, tmp_path, environment)
        assert status == int((re.findall(r"exit status (\d)", command) or ["0"])[0]), (command, printed, said)
        answers[command.split()[1]] = printed + said
    assert "the portal passed" in answers["report"]
    assert (tmp_path / "okezone.xlsx").stat().st_size > 5_000
    assert "okezone.com/read/" in answers["search"]
    assert "found 4, stored 0" in answers["reread"], "robot checks stay what they are"
    assert " ok" in answers["check"]
    assert {"report", "export", "reread"} <= set(answers)
