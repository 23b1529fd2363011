"""The database of a cache that stands beside the data, or, where the folder cannot be written, a temporary one."""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

REFUSED = (errno.EROFS, errno.EACCES, errno.EPERM)
ENDINGS = ("", "-wal", "-shm")  # of the files of one database
ASIDE = "cannot be written: what the index lacks is read into a temporary file, anew each time"


def takes(path: Path) -> bool:
    """Whether a database may be written at a path; a full disk is another matter."""
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
        for found in (file for ending in ENDINGS if (file := Path(f"{path}{ending}")).exists()):
            found.open("r+b").close()
    except OSError as error:
        return error.errno not in REFUSED
    return True


def remove(path: Path) -> None:
    """Remove a database with its write-ahead log, which must not outlive it."""
    for ending in reversed(ENDINGS):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def connected(path: Path | None) -> sqlite3.Connection:
    """The database at a path, or a temporary one, which begins and ends transactions only when told to."""
    return sqlite3.connect(path or "", isolation_level=None, timeout=60)


def reading(path: Path) -> sqlite3.Connection | None:
    """The database at a path whose folder takes no files beside it, to be read only; None where it cannot be read."""
    log = Path(f"{path}-wal")
    try:
        is_whole = not log.exists() or not log.stat().st_size  # else what stands in the log alone would be missed
        uri = f"{path.absolute().as_uri()}?{'immutable=1' if is_whole else 'mode=ro'}"
        db = sqlite3.connect(uri, uri=True, isolation_level=None)
    except (sqlite3.Error, OSError):
        return None
    try:
        db.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        db.close()
        return None
    return db


def copied(db: sqlite3.Connection) -> sqlite3.Connection:
    """A temporary copy of a database, which is closed.

    It is a file where it is large, in SQLite's choice of folder (SQLITE_TMPDIR, TMPDIR, /var/tmp).
    """
    copy = connected(None)
    with closing(db):
        db.backup(copy)
    return copy
