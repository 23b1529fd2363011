"""One run at a time in a folder, one process at a time at a file: locks that the system lets go of with the process."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import gethostname

NAME = 300  # bytes of the name of a run: its process and machine
# What a network's or a container's disk says that has no locks.
NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


@contextmanager
def alone(path: Path, waits: Callable[[], object] = lambda: None) -> Iterator[None]:
    """One process at a time is in the block, which the lock at a path is for; `waits` is called where another is.

    Raises OSError.
    """
    with path.open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waits()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def take(path: Path) -> int:
    """The descriptor of the lock at a path, taken, with the name of this run in it.

    Raises BlockingIOError, with the name of the other run, where that has it; OSError where it cannot be taken.
    """
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        said = error.strerror
        if isinstance(error, BlockingIOError):
            said = holder(lock)
        elif error.errno in NO_LOCKS:
            said = f"{error.strerror}: choose a disk with locks (flock) for the data"
        os.close(lock)
        raise OSError(error.errno, said) from error
    with suppress(OSError):  # the name is a courtesy, the lock does not need it
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{_own()}\n".encode(), 0)
    return lock


def holder(lock: int) -> str:
    """The name of the run that took a lock last, "pid 7 on mesin"; empty where it could not be written."""
    return os.pread(lock, NAME, 0).decode("utf-8", "replace").strip()


def is_ours(lock: int) -> bool:
    """False where another run has taken the lock since: some disks of networks lock each machine's runs apart."""
    return holder(lock) in ("", _own())


def _own() -> str:
    return f"pid {os.getpid()} on {gethostname()}"
