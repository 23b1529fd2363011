"""What the project's commands have in common. Not among them: Scrapy takes every class there for a command."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from typing import Any, ClassVar, NoReturn

from scrapy.commands import ScrapyCommand

from newscrawl.reading import portals
from newscrawl.terminal import inert


class OfflineCommand(ScrapyCommand):
    """A command that fetches nothing itself: no reactor, and no log but what it says."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}


def tell(message: str) -> None:
    """Say something in one line on standard error."""
    print(f"newscrawl: {inert(message)}", file=sys.stderr)


def fail(message: str, status: int = 2) -> NoReturn:
    """End the command with one line on standard error that says what to do."""
    tell(message)
    sys.exit(status)


def check_portals(names: Iterable[str], known: Collection[str] | None = None) -> None:
    """End the command for a name that is none of a portal (or of `known`)."""
    known = portals() if known is None else known
    for name in names:
        if name not in known:
            fail(f"unknown portal {name!r}; known: {', '.join(known)}")
