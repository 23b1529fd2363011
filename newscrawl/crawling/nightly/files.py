"""What a portal's crawl leaves behind: its log, the record of its run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from newscrawl.judging import runs
from newscrawl.judging.runs import Run

LOGS = "logs"
LAST_LINE = 200  # characters of a log's last line that a finding quotes


def log_file(folder: Path, now: datetime, keep: int) -> Path:
    """A portal's log of this night, made in data/PORTAL/logs; only the latest `keep` stay. Raises OSError."""
    place = folder / LOGS
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{now:%Y-%m-%dT%H-%M-%S}.log"
    path.touch()
    for old in sorted(place.glob("[0-9]*.log"))[:-keep]:
        old.unlink(missing_ok=True)
    return path


def crawl_record(folder: Path, before: list[Path]) -> Path | None:
    """The file that a crawl has added to those `before`; another nightly that found it busy may have added one too."""
    new = (path for path in runs.files(folder) if path not in before)
    own = (path for path in new if Run.from_json(path.read_text(encoding="utf-8")).versions)  # which nightly has not
    return next(own, None)


def last_line_of(log: Path) -> str:
    """The last line of a log that says something, cut where it is long; empty if there is none."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 4096))
        lines = [line for raw in file.read().decode("utf-8", "replace").splitlines() if (line := raw.strip())]
    return lines[-1][:LAST_LINE] if lines else ""
