"""A whole file or none: what is written takes the place of what was there in one step."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

# The disks that the system is to mount, by line, and what it has mounted.
FSTAB, MOUNTED = Path("/etc/fstab"), Path("/proc/self/mountinfo")


class FileBusy(OSError):
    """Another process is writing the file."""


@contextmanager
def replacing(path: Path, *, modified: float | None = None) -> Iterator[IO[bytes]]:
    """A file that takes the place of `path` once the block has ended well and all of it is on the disk.

    Until then it is `<path>.part` beside it; an error removes it and leaves `path` as it was. `modified`: seconds since
    1970 that it is to bear as the time of its last change. Raises FileBusy and OSError.
    """
    part = path.with_name(f"{path.name}.part")
    with open(part, "wb", opener=lambda name, _: os.open(name, os.O_RDWR | os.O_CREAT, 0o666)) as file:
        is_ours = False
        with suppress(BlockingIOError, FileNotFoundError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_ours = os.path.samestat(part.stat(), os.fstat(file.fileno()))  # not put in place since it was opened
        if not is_ours:
            raise FileBusy(errno.EBUSY, "another process is writing it", str(part))
        try:
            file.truncate()
            yield file
            file.flush()
            if modified is not None:
                os.utime(file.fileno(), (modified, modified))
            os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def write_whole(path: Path, content: bytes, *, modified: float | None = None) -> None:
    """Write a file in one step: a reader sees the old or the new one. See `replacing`."""
    with replacing(path, modified=modified) as file:
        file.write(content)


def check_writable(folder: Path) -> None:
    """Write a little to a folder, to the disk, and take it away. Raises OSError."""
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"\0" * 4096)
        file.flush()
        os.fsync(file.fileno())


def is_unexpanded(name: str) -> bool:
    """True for a folder's name as only a shell would read it, unless there is one of that name.

    >>> is_unexpanded("~/berita"), is_unexpanded("$DATA/berita"), is_unexpanded("data/berita")
    (True, True, False)
    """
    return (name.startswith("~") or "$" in name or not name.strip()) and not Path(name).exists()


def not_mounted(folder: Path, table: Path = FSTAB, mounted: Path = MOUNTED) -> Path | None:
    """The place of a disk that the folder should be on, which the system's table names and nothing is mounted at.

    Null where none is missing, where nothing tells, and for a folder that holds something.
    """
    folder = folder.resolve()
    with suppress(OSError, ValueError):
        if folder.exists() and any(folder.iterdir()):
            return None
        disks = [line.split() for line in table.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
        there = {line.split()[4] for line in mounted.read_text(encoding="utf-8").splitlines()}
        missing = {disk[1] for disk in disks if len(disk) > 3 and "noauto" not in disk[3].split(",")} - there
        return next((place for place in (folder, *folder.parents) if str(place).replace(" ", "\\040") in missing), None)
    return None


def sync_folder(folder: Path) -> None:
    """Make a new entry of the folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
