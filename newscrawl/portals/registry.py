"""Which portals there are: each file in spiders/, and in the folder of NEWSCRAWL_PORTALS, is one."""

from __future__ import annotations

import gc
import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from urllib.parse import urlsplit

from newscrawl import spiders
from newscrawl.portals.form import Portal
from newscrawl.portals.identity import is_within
from newscrawl.reading.page import NotAnArticle

MOST_YOUNG = 10_000  # objects until garbage is looked for; Python's own 700 are fewer than a page's tree has elements
PACKAGED = Path(__file__).parents[2]  # the folder of the package: a checkout, or where packages are installed


def own() -> Path | None:
    """The folder of NEWSCRAWL_PORTALS, as it is written there; null where it is not set."""
    return Path(folder) if (folder := os.environ.get("NEWSCRAWL_PORTALS")) else None


def is_checkout() -> bool:
    """True where the package is the project's own folder, false where it is installed."""
    return (PACKAGED / "scrapy.cfg").is_file()


def file_of(module: str, folder: Path | None = None) -> str:
    """The file of a module of spiders/ (or of another folder of portals), as a person knows it."""
    return str((folder or Path("newscrawl/spiders")) / f"{module}.py")


def portals() -> dict[str, type[Portal]]:
    """Every portal by name. A broken file is told on stderr."""
    return _found()[0]


def switched_on() -> list[str]:
    """The names of the portals that are crawled where none is named."""
    return [name for name, portal in portals().items() if not portal.off]


def broken() -> dict[str, str]:
    """By file name, in one line, why a spider file cannot be used."""
    return _found()[1]


@cache
def spare_what_is_loaded() -> None:
    """Have Python look no more for garbage among the modules, a twentieth of the time that a page takes."""
    portals()
    gc.collect()
    gc.freeze()
    gc.set_threshold(MOST_YOUNG)


def portal_of(url: str) -> type[Portal]:
    """The portal an address belongs to. Raises NotAnArticle: unknown portal."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        host = ""
    for portal in portals().values():
        if is_within(host, portal.domains):
            return portal
    raise NotAnArticle("unknown portal", host or url[:80])


def portals_in(module: ModuleType) -> list[type[Portal]]:
    """The portals that a module defines itself."""
    classes = (value for value in vars(module).values() if isinstance(value, type) and issubclass(value, Portal))
    return [portal for portal in classes if portal.__module__ == module.__name__]


@cache
def _found() -> tuple[dict[str, type[Portal]], dict[str, str]]:
    found: dict[str, type[Portal]] = {}
    faults = {}
    if (folder := own()) and not folder.is_dir():
        print(f"newscrawl: NEWSCRAWL_PORTALS={folder}: there is no such folder", file=sys.stderr)
    for module in iter_modules(spiders.__path__):
        try:
            portals = portals_in(import_module(f"{spiders.__name__}.{module.name}"))
        except Exception as error:
            is_own = folder and Path(getattr(module.module_finder, "path", "")) == folder.absolute()
            file = file_of(module.name, folder if is_own else None)
            faults[module.name] = f"{file}: {type(error).__name__}: {error}"
            print(f"newscrawl: {faults[module.name]}", file=sys.stderr)
            continue
        found = {portal.name: portal for portal in portals} | found  # the first one of a name: a user's own
    return dict(sorted(found.items())), faults
