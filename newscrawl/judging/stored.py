"""Which folders hold what is stored itself: nothing else is written among it."""

from __future__ import annotations

from pathlib import Path

from newscrawl.judging.watch import FOLDER as WATCHED
from newscrawl.portals.registry import portals
from newscrawl.portals.sites import remembered

AMONG_STORED = "this folder holds what is stored itself; choose another one"


def is_among_stored(path: Path, data: Path, *names: str) -> bool:
    """True for a file below the folder of a portal, of a site without rules, or of what is watched for, under `data`.

    `names` are sites of which nothing is stored yet. Links are followed: of the file, and of the folders.
    """
    stored = {(data / name).resolve() for name in (*portals(), *remembered(data), WATCHED, *names)}
    return not stored.isdisjoint(path.resolve().parents)
