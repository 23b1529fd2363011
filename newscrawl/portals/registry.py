"""Which portals there are: each file in spiders/ is one, there is no list to keep."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
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


@cache
def _found() -> tuple[dict[str, type[Portal]], dict[str, str]]:
    found, faults = {}, {}
    for module in iter_modules(spiders.__path__):
        try:
            values = vars(import_module(f"{spiders.__name__}.{module.name}")).values()
        except Exception as error:
            faults[module.name] = f"newscrawl/spiders/{module.name}.py: {type(error).__name__}: {error}"
            print(f"newscrawl: {faults[module.name]}", file=sys.stderr)
            continue
        for value in values:
            if isinstance(value, type) and issubclass(value, Portal) and value.__module__.endswith(module.name):
                found[value.name] = value
    return dict(sorted(found.items())), faults
