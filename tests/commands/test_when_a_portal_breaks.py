"""The page docs/when-a-portal-breaks.md, followed to the letter in a copy of the project."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests import forks
from tests.project import ROOT, patient

PAGE = (ROOT / "docs" / "when-a-portal-breaks.md").read_text(encoding="utf-8")
CHANGES = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d|after \d+ s")  # the moment of a log, seconds


def steps() -> list[tuple[str, list[str]]]:
    """Each command of the page with the lines that it prints there."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.S):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


def copy_project(folder: Path) -> None:
    for name in ("newscrawl", "fixtures/okezone"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "scrapy.cfg", folder)


def test_the_page_is_true_line_by_line(tmp_path: Path) -> None:
    copy_project(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    for command, printed in steps():
        if command.startswith("export "):
            environment |= dict(word.split("=", 1) for word in command.split()[1:])
            continue
        name, *words = shlex.split(command)
        if name == "newscrawl":
            line = [sys.executable, "-m", "newscrawl.commands.main", *words]
            done = forks.run(line, env=environment, cwd=tmp_path, timeout=patient(120), anew=True)
        else:
            done = subprocess.run(
                ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
        said = [CHANGES.sub("", line) for line in (done.stdout + done.stderr).splitlines()]
        missing = [line for line in printed if line != "[...]" and CHANGES.sub("", line) not in said]
        assert not missing, f"{command}\n{done.stdout}\n{done.stderr}"
    stored = [line for file in (tmp_path / "data/okezone").glob("articles-*") for line in file.read_text().splitlines()]
    assert len([line for line in stored if "-99109" in line]) == 18, "what was lost for a night is there"
