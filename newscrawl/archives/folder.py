"""The folder that archives are read into: what is in it, and how a file gets there whole or not at all.

    .lock                     there while a run is at work
    archive.json              what is looked for; another question is another folder
    units/KEY.parquet         the pages of one archive file; KEY is a hash of its address
    done/KEY.json             that it was read: its records and where each ended, the rules' version
    joined/PORTAL-I-N.json    that the I-th of N parts of a portal was joined, and from which units
    articles/PORTAL/YYYY-MM/  what is published: an article's pages in one row, its versions in order
    joined.json               which files of `articles` count, and the sums

Only what a done file names counts: anything else is what a killed process left, and is removed or written again.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

import msgspec

import newscrawl
from newscrawl.archives import stopping
from newscrawl.archives.captures import Wanted
from newscrawl.files import sync_folder
from newscrawl.storing.lines import is_at

LOCK = ".lock"
FORMAT = 1  # of the files in the folder; raise it when they change
# Packages of ours that do not change what is read of a page; of `archives` these modules do.
BESIDES = frozenset({"commands", "settings", "judging", "crawling", "templates"})
READING = frozenset({"captures.py", "payload.py", "records.py", "shape.py"})


class OtherQuestion(ValueError):
    """The folder was made for something else. The message is one line that says for what."""


class Busy(Exception):
    """Another run is at work in the folder. The message is one line."""


class Folder:
    """The places under `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.units, self.done, self.joined = root / "units", root / "done", root / "joined"
        self.articles = root / "articles"
        self.sums = root / "joined.json"

    def begin(self, wanted: Wanted) -> None:
        """Make the folder, or see that it was made for the same. Raises OtherQuestion and OSError."""
        question = self.root / "archive.json"
        mine = {"format": FORMAT, **json.loads(msgspec.json.encode(wanted))}
        if question.exists():
            theirs = read_json(question)
            if theirs != mine:
                raise OtherQuestion(
                    f"{self.root} was made for {_words(theirs)}, not for {_words(mine)}: name another -o"
                )
        else:
            if self.root.exists() and any(not _is_left(path) for path in self.root.iterdir()):
                raise OtherQuestion(f"{self.root} holds something else: name a new folder with -o")
            write_json(question, mine)
        for place in (self.units, self.done, self.joined, self.articles):
            place.mkdir(exist_ok=True)

    @contextmanager
    def held(self, *, alone: bool) -> Iterator[None]:
        """Keep other processes from the folder; those that read a share of the archives each hold it together.

        The system lets go of it when a process ends, however it ends. A file system without locks holds nobody back.
        Raises Busy and OSError.
        """
        with self._locked(fcntl.LOCK_EX if alone else fcntl.LOCK_SH) as file:
            try:
                yield
            finally:
                with suppress(OSError):
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # nobody else holds it
                    (self.root / LOCK).unlink()

    def _locked(self, how: int) -> IO[bytes]:
        path = self.root / LOCK
        while True:
            file = path.open("ab")
            try:
                fcntl.flock(file, how | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                raise Busy(f"{self.root}: another run is at work in it: wait for its end") from None
            except OSError:
                return file
            if is_at(path, os.fstat(file.fileno())):
                return file
            file.close()  # removed by who held it until now

    def unit_done(self, key: str) -> dict[str, Any] | None:
        """What a unit's done file says; None where there is none that counts."""
        said = read_json(self.done / f"{key}.json")
        if said and said.get("format") == FORMAT and (not said["rows"] or (self.units / f"{key}.parquet").exists()):
            return said
        return None

    def all_done(self) -> dict[str, dict[str, Any]]:
        """The done files that count, by key, in order."""
        keys = sorted(path.stem for path in self.done.glob("[!.]*.json"))
        return {key: said for key in keys if (said := self.unit_done(key)) is not None}


def _is_left(path: Path) -> bool:
    """True for what a process leaves that was killed before it wrote what the folder is for."""
    return path.name == LOCK or re.fullmatch(r"\.archive\.json\..*\.part", path.name) is not None


def _words(question: dict[str, Any] | None) -> str:
    given = {name: value for name, value in (question or {}).items() if value and name != "format"}
    return ", ".join(f"{k}={','.join(v) if isinstance(v, list) else v}" for k, v in given.items()) or "everything"


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `path` once the block has ended well and all of it is on the disk.

    Two processes may write the same file: each its own, and the last one's counts. An error leaves `path` as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in path.parent.glob(f".{path.name}.*.part"):  # by a process that was killed
        with suppress(OSError):
            if not _is_running(left):
                left.unlink()
    part = path.with_name(f".{path.name}.{_node()}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        stopping.check()
        part.replace(path)
        sync_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _is_running(part: Path) -> bool:
    """True for a part that another process may be writing: of other machines nobody knows."""
    _, node, pid, _ = part.name.rsplit(".", 3)
    if node != _node():
        return True
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return int(pid) != os.getpid()


def _node() -> str:
    return os.uname().nodename.replace(".", "-")


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON, whole or not at all. Raises OSError."""
    with replacing(path) as file:
        file.write((json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())


def read_json(path: Path) -> dict[str, Any] | None:
    """The object in a file; None where there is no such file, or no object in it."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


@cache
def rules_version() -> str:
    """The version of the rules by which pages are read: the program's, and a hash of what reads."""
    root = Path(newscrawl.__file__).parent
    sources = hashlib.blake2b(digest_size=6)
    for path in sorted(root.rglob("*.py")):
        first, *rest = path.relative_to(root).parts
        if first not in BESIDES and (first != "archives" or READING & {*rest}):
            sources.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{newscrawl.__version__}+{sources.hexdigest()}"
