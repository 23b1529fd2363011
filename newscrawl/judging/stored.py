"""Which folders hold what is stored itself: nothing else is written among it."""

from __future__ import annotations

from pathlib import Path

from newscrawl.judging.watch import FOLDER as WATCHED
from newscrawl.portals.registry import portals
from newscrawl.portals.sites import remembered

AMONG_STORED = "this folder holds what is stored itself; choose another one"


def is_among_stored(path: Path, data: Path) -> bool:
    """True for a file in the folder of a portal, of a site without rules, or of what is watched for, under `data`."""
    return path.parent.resolve() in {data.resolve() / name for name in (*portals(), *remembered(data), WATCHED)}
