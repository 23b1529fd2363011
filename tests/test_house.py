"""Imports go one way: a module knows those of the floors below it, and no two know each other."""

import ast
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from tests.project import ROOT

HOUSE = ROOT / "newscrawl"
# From the ground up; the modules of the first floor stand in no folder.
FLOORS = ("", "settings", "reading", "discovery", "portals", "storing", "judging", "crawling", "archives", "commands")


def imports(path: Path) -> set[str]:
    """The project's modules and packages that a module imports, wherever in it, as in `reading.page`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name.removeprefix("newscrawl.") for name in found if name.startswith("newscrawl.")}


@cache
def known() -> dict[str, set[str]]:
    """Each module of the project with those that it imports."""
    modules = {
        str(path.relative_to(HOUSE).with_suffix("")).replace("/", "."): imports(path)
        for path in HOUSE.rglob("*.py")
        if "templates" not in path.parts and path.name != "__init__.py"
    }
    return {module: {name for name in names if name in modules} for module, names in modules.items()}


def floor(module: str) -> int:
    """The floor that a module stands on; a portal's file knows portals/ alone, and only by name is it known itself."""
    folder = module.rpartition(".")[0].partition(".")[0]
    return FLOORS.index("crawling" if folder == "spiders" else folder)


def test_no_import_goes_up() -> None:
    assert [(m, n) for m, names in known().items() for n in names if floor(n) > floor(m)] == []


def test_no_two_modules_know_each_other() -> None:
    list(TopologicalSorter(known()).static_order())


def test_no_two_folders_within_a_floor_know_each_other() -> None:
    inner = {module.rpartition(".")[0] for module in known() if module.count(".") > 1}
    outer = {folder.rpartition(".")[0] for folder in inner}
    rooms: dict[str, set[str]] = {}
    for module, names in known().items():
        own, *others = (
            folder if (folder := name.rpartition(".")[0]) in inner - outer else name for name in (module, *names)
        )
        rooms.setdefault(own, set()).update({*others} - {own})
    list(TopologicalSorter(rooms).static_order())


def test_every_floor_has_its_place_in_contributing() -> None:
    house = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## The house")[2].partition("\n## ")[0]
    named = re.findall(r"`([\w.]+)/?`", " ".join(re.findall(r"^\| (`.*?) \|", house, re.M)))
    top = {path.name for path in HOUSE.iterdir() if re.match("[a-z]", path.name)} - {"templates"}
    assert sorted(named) == sorted(top), "each once, and none that is gone"


def test_reading_waits_for_no_crawler() -> None:
    heavy = "scrapy", "twisted", "itemloaders", "dateparser", "pyarrow"
    source = f"import sys; from newscrawl import extract; print(*sys.modules.keys() & {set(heavy)!r})"
    told = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
