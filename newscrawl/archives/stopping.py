"""A run that is to end: KeyboardInterrupt is raised wherever a signal finds it, and once more where work would count.

A library's code may make another error of the first, or none: a file that is half read would count as read, or as torn.
"""

from __future__ import annotations

from typing import NoReturn

_asked = False


def begin() -> None:
    """Forget that an earlier run of this process was to end."""
    global _asked
    _asked = False


def stop(*_: object) -> NoReturn:
    """End the work where it is: what is written is whole, what is being written is not put in place."""
    global _asked
    _asked = True
    raise KeyboardInterrupt


def check() -> None:
    """Raise KeyboardInterrupt where the run was to end and has gone on."""
    if _asked:
        raise KeyboardInterrupt
