"""What was looked at, one line each, made to be pasted into an issue."""

from __future__ import annotations

import platform
import ssl
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from newscrawl import __version__
from newscrawl.terminal import inert

State = Literal["ok", "note", "FAULT"]
PACKAGES = ("scrapy", "twisted", "lxml", "parsel", "dateparser")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked at. A `note` is worth reading and changes no exit status."""

    name: str
    state: State
    words: str


def head() -> str:
    """The versions that matter, and the kind of machine; neither its name nor a path.

    >>> head().startswith("newscrawl ")
    True
    """
    named = [f"newscrawl {__version__}", f"Python {platform.python_version()}"]
    for package in PACKAGES:
        try:
            named.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            named.append(f"{package} missing")
    openssl = " ".join(ssl.OPENSSL_VERSION.split()[:2])
    return ", ".join([*named, openssl, f"{platform.system()} {platform.machine()}"])


def table(rows: Iterable[Row]) -> str:
    """The rows in columns.

    >>> print(table([Row("disk", "ok", "9 GB free"), Row("jauh", "FAULT", "timeout")]))
    disk  ok     9 GB free
    jauh  FAULT  timeout
    """
    rows = [*rows]
    width = max((len(row.name) for row in rows), default=0)
    return "\n".join(f"{inert(row.name):<{width}}  {row.state:<5}  {inert(row.words)}" for row in rows)


def count(rows: Iterable[Row]) -> str:
    """How many of the rows are in which state.

    >>> count([Row("a", "ok", ""), Row("b", "FAULT", ""), Row("c", "ok", "")])
    '2 ok, 1 FAULT'
    """
    states = Counter(row.state for row in rows)
    order: tuple[State, ...] = ("ok", "note", "FAULT")
    return ", ".join(f"{states[state]} {state}" for state in order if states[state])
