"""A run that is to end: KeyboardInterrupt is raised where a signal finds it; amid the reading of archives soon after.

A library's code may make another error of it, or a panic, or none: a half read file would count as read, or as torn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_asked = _held = False
_unraisable = sys.__unraisablehook__


def begin() -> None:
    """Forget that an earlier run of this process was to end; where code cannot raise the interruption, say nothing."""
    global _asked, _unraisable
    _asked = False
    if sys.unraisablehook is not _quietly:
        _unraisable, sys.unraisablehook = sys.unraisablehook, _quietly


def _quietly(said: UnraisableHookArgs) -> None:
    if not (_asked and issubclass(said.exc_type, KeyboardInterrupt)):  # `check` raises it soon
        _unraisable(said)


@contextmanager
def held() -> Iterator[None]:
    """What is read here is not interrupted amid a library's code: it calls `check` itself. A second signal does."""
    global _held
    before, _held = _held, True
    try:
        yield
    finally:
        _held = before


def stop(*_: object) -> None:
    """End the work where it is: what is written is whole, what is being written is not put in place."""
    global _asked
    waits = _held and not _asked
    _asked = True
    if not waits:
        raise KeyboardInterrupt


def check() -> None:
    """Raise KeyboardInterrupt where the run was to end and has gone on."""
    if _asked:
        raise KeyboardInterrupt
