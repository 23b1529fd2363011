"""Which portals there are: each file in spiders/ is one, there is no list to keep."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from urllib.parse import urlsplit

from newscrawl import spiders
from newscrawl.portals.form import Portal
from newscrawl.reading.page import NotAnArticle


def portals() -> dict[str, type[Portal]]:
    """Every portal by name. A broken file is told on stderr."""
    return _found()[0]


def broken() -> dict[str, str]:
    """By file name, in one line, why a spider file cannot be used."""
    return _found()[1]


def portal_of(url: str) -> type[Portal]:
    """The portal an address belongs to. Raises NotAnArticle: unknown portal."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        host = ""
    for portal in portals().values():
        if any(host == domain or host.endswith("." + domain) for domain in portal.domains):
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
    for module in iter_modules(spiders.__path__):
        try:
            portals = portals_in(import_module(f"{spiders.__name__}.{module.name}"))
        except Exception as error:
            faults[module.name] = f"newscrawl/spiders/{module.name}.py: {type(error).__name__}: {error}"
            print(f"newscrawl: {faults[module.name]}", file=sys.stderr)
            continue
        found |= {portal.name: portal for portal in portals}
    return dict(sorted(found.items())), faults
