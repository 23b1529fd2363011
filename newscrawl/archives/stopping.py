"""A run that is to end: KeyboardInterrupt is raised wherever a signal finds it, and once more where work would count.

A library's code may make another error of the first, or none: a file that is half read would count as read, or as torn.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_asked = False
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


def stop(*_: object) -> NoReturn:
    """End the work where it is: what is written is whole, what is being written is not put in place."""
    global _asked
    _asked = True
    raise KeyboardInterrupt


def check() -> None:
    """Raise KeyboardInterrupt where the run was to end and has gone on."""
    if _asked:
        raise KeyboardInterrupt
