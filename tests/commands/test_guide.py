"""Every command of the guide's part on the data does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.commands.inside import runner
from tests.project import ROOT
from tests.storing.stored import record, store

GUIDE = (ROOT / "docs/guide.md").read_text(encoding="utf-8")
OFFLINE = ("export", "search", "latest", "stats", "duplicates", "coverage", "watch")
BLOCKS = re.findall(r"^```console\n(.*?)^```", GUIDE, re.M | re.S)
LINES = [line for block in BLOCKS for line in re.findall(r"^\$ (.*)$", block, re.M)]
COMMANDS = [line for line in LINES if re.search(rf"\bscrapy (?:{'|'.join(OFFLINE)})\b", line)]


def test_the_guide_has_commands_of_each_kind() -> None:
    assert {name for line in COMMANDS for name in OFFLINE if f"scrapy {name}" in line} == {*OFFLINE} - {"watch"}


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_guide_works(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    text = "Banjir merendam Demak, kata warga. Banjir rob datang sejak pagi."
    for portal in ("okezone", "kompas", "tempo"):
        store(tmp_path / "data", record(portal, 1, text=text, section=["News"]), record(portal, 2, published_at=None))
    monkeypatch.chdir(tmp_path)
    if "mkdir july" in line:
        Path("july").mkdir()
    arguments = shlex.split(line.rpartition("scrapy ")[2], comments=True)
    status, out, told = runner(Path("data"), capfd)(*arguments)
    assert status == 0, told
    for n, argument in enumerate(arguments):
        if argument in ("-o", "--html"):
            assert Path(arguments[n + 1]).stat().st_size
    assert out or "-o" in arguments or arguments[0] == "duplicates"


def test_the_watches_of_the_guide_are_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (toml,) = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.M | re.S)
    store(tmp_path / "data", record("okezone", 1, text="Angin puting beliung."), record("okezone", 2, text="Nikel."))
    monkeypatch.chdir(tmp_path)
    Path("watch.toml").write_text(toml, encoding="utf-8")
    assert runner(Path("data"), capfd)("watch")[1][:2] == ["watch banjir: 1 new", "  - okezone: Judul 1"]
