"""What is named as input, taken apart into units: one archive file each, wherever it lies."""

from __future__ import annotations

import errno
import glob
import gzip
import hashlib
import io
import os
import re
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urljoin

from newscrawl.archives.records import ReadFailed

ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".wacz")
FORMER = (".arc", ".arc.gz")  # of archives before WARC: found in a folder, so that reading says that they are not read
LISTS = (".paths", ".paths.gz")
BLOCK = 8 * 1024 * 1024  # bytes asked for at once of a file elsewhere
INSIDE = "#"  # between the address of a WACZ file and the name of an archive in it
IN_WACZ = re.compile(rf"(.*\.wacz){INSIDE}(.*)", re.I | re.S)
LONGEST_LIST = 64 * 1024 * 1024


class NoInput(ValueError):
    """An input that cannot be used. The message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One archive file: its address, absolute, and its length in bytes (None: not known)."""

    address: str
    size: int | None = None

    @property
    def key(self) -> str:
        """The name of all that is made of it."""
        return hashlib.blake2b(os.fsencode(self.address), digest_size=10).hexdigest()

    @property
    def name(self) -> str:
        r"""The address in letters: bytes of a file's name that are no UTF-8 are written out.

        >>> print(Unit("/arsip/b\udce9rita.warc.gz").name)
        /arsip/b\xe9rita.warc.gz
        """
        return os.fsencode(self.address).decode(errors="backslashreplace")


def units(inputs: Iterable[str], base: str = "") -> list[Unit]:
    """Every archive file that the inputs name, each once, in order. Raises NoInput.

    `base` stands in front of the lines of lists that are no whole addresses, as Common Crawl's are.
    """
    found: dict[str, Unit] = {}
    for name in inputs:
        for unit in _expanded(name, base):
            found.setdefault(unit.address, unit)
    return list(found.values())


def _expanded(name: str, base: str) -> Iterator[Unit]:
    name = name.removeprefix("file://")
    if is_remote(name):
        names = _remote_glob(name) if "*" in name else [name]
    elif os.path.isdir(name):  # noqa: PTH112  # which says no, and nothing else, of a name that no file can have
        names = sorted(_inside(Path(name).resolve()))
        if not names:
            raise NoInput(
                f"{name}: no file in it ends in {', '.join(ENDINGS)}; saved pages are read by `scrapy extract -o`"
            )
    else:
        pattern = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # which may be absolute
        names = [name] if os.path.exists(name) else pattern  # noqa: PTH110
        if not names:
            raise NoInput(f"{name}: {_why_missing(name)}")
    for one in names:
        if one.endswith(LISTS):
            for line in _lines(one):
                yield from _files(_resolved(line, one, base))
        else:
            yield from _files(one)


def _inside(folder: Path) -> Iterator[str]:
    """The archives in a folder and below it, where links lead, too; a folder that cannot be looked into is one of them.

    A folder that was seen is not gone through again: links may lead in a circle.
    """
    unread: list[OSError] = []
    seen: set[str] = set()
    for place, folders, files in os.walk(folder, onerror=unread.append, followlinks=True):
        if (real := os.path.realpath(place)) in seen:
            folders.clear()
            continue
        seen.add(real)
        yield from (f"{place}/{one}" for one in files if one.lower().endswith(ENDINGS + FORMER))
    yield from (str(error.filename) for error in unread)


def _why_missing(name: str) -> str:
    try:
        os.stat(name)  # noqa: PTH116
    except OSError as error:
        return "there is no such file" if error.errno == errno.ENOENT else str(error.strerror)
    return "there is no such file"


def is_remote(name: str) -> bool:
    """True for an address that is not of this machine's files."""
    return "://" in name and not name.startswith("file://")


def _resolved(line: str, of: str, base: str) -> str:
    if is_remote(line) or Path(line).is_absolute():
        return line
    if base:
        return urljoin(base.rstrip("/") + "/", line) if base.startswith("http") else f"{base.rstrip('/')}/{line}"
    beside = Path(of).resolve().parent / line
    if not is_remote(of) and beside.exists():
        return str(beside)
    raise NoInput(
        f"{of}: {line!r} is no whole address and no file beside the list: say what stands in front of it, "
        "as --base https://data.commoncrawl.org/"
    )


def _lines(name: str) -> list[str]:
    with opened(name) as file:
        content = file.read(LONGEST_LIST)
    try:
        text = os.fsdecode(gzip.decompress(content) if name.endswith(".gz") else content)
    except (OSError, EOFError, zlib.error) as error:
        raise NoInput(f"{name}: is no list of addresses: {error}") from None
    if "\0" in text:
        raise NoInput(f"{name}: is no list of addresses: there are zero bytes in it")
    return [line.strip() for line in text.splitlines() if line.strip()]


def _files(name: str) -> Iterator[Unit]:
    """The archive that a file is, or those that a WACZ file holds; what cannot be read is found out by reading it."""
    if is_remote(name):
        _filesystem(name)
        size = None  # asking for it takes a request a file, of a list of thousands
    else:
        name = name.removeprefix("file://")
        # A link that leads nowhere is said by its own name.
        name = os.path.realpath(name) if os.path.exists(name) else os.path.abspath(name)  # noqa: PTH100, PTH110
        size = os.path.getsize(name) if os.path.isfile(name) else None  # noqa: PTH113, PTH202
    if not name.lower().endswith(".wacz"):
        yield Unit(name, size)
        return
    inner: list[zipfile.ZipInfo] = []
    with suppress(ReadFailed, zipfile.BadZipFile, NotImplementedError), opened(name) as file:
        inner = [i for i in zipfile.ZipFile(file).infolist() if i.filename.endswith(ENDINGS[:3])]
    yield from (Unit(f"{name}{INSIDE}{one.filename}", one.file_size) for one in inner)
    if not inner:
        yield Unit(f"{name}{INSIDE}", size)


def _filesystem(name: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]

        filesystem, path = url_to_fs(name)
    except (ImportError, ValueError) as error:
        raise NoInput(f"{name}: {error}") from None
    return filesystem, path


def _remote_glob(name: str) -> list[str]:
    filesystem, path = _filesystem(name)
    try:
        found = [str(filesystem.unstrip_protocol(one)) for one in sorted(filesystem.glob(path))]
    except (OSError, ValueError, NotImplementedError) as error:
        raise NoInput(f"{name}: {error or type(error).__name__}") from None
    if not found:
        raise NoInput(f"{name}: there is no such file")
    return found


def _taken_apart(address: str) -> tuple[str, str, str]:
    """The file of an address, and the archive in it behind INSIDE where it is a WACZ file."""
    found = IN_WACZ.fullmatch(address)
    if not found or (not is_remote(address) and os.path.exists(address)):  # noqa: PTH110  # a file named so
        return address, "", ""
    return found[1], INSIDE, found[2]


@contextmanager
def opened(address: str) -> Iterator[IO[bytes]]:
    """An archive file to read and seek in. What its disk or network fails with is raised as ReadFailed."""
    name, inside, inner = _taken_apart(address)
    with ExitStack() as stack:
        try:
            if is_remote(name):
                filesystem, path = _filesystem(name)
                raw = stack.enter_context(filesystem.open(path, "rb", block_size=BLOCK, cache_type="readahead"))
            else:
                if os.path.exists(name) and not (os.path.isfile(name) or os.path.isdir(name)):  # noqa: PTH110, PTH112, PTH113
                    raise ReadFailed("a pipe or a device, where a file is needed: save it as one")
                raw = stack.enter_context(Path(name).open("rb"))
            file = _inner(raw, inner, stack) if inside else raw
        except ReadFailed:
            raise
        except (OSError, ValueError, KeyError, zipfile.BadZipFile, NotImplementedError) as error:
            raise _failed(error) from error
        yield Watched(file)  # type: ignore[misc]  # all of IO that is asked for


def _failed(error: Exception) -> ReadFailed:
    return ReadFailed(str(getattr(error, "strerror", None) or error or type(error).__name__))


def _inner(raw: IO[bytes], name: str, stack: ExitStack) -> IO[bytes]:
    """An archive inside a WACZ file: a part of it where it is stored as it is, else unpacked to a temporary file."""
    archive = stack.enter_context(zipfile.ZipFile(raw))
    if not name:
        raise ValueError("there is no WARC file in it")
    info = archive.getinfo(name)
    if info.compress_type == zipfile.ZIP_STORED:
        raw.seek(info.header_offset)
        names = struct.unpack("<26xHH", raw.read(30))
        return io.BufferedReader(Part(raw, info.header_offset + 30 + sum(names), info.file_size), 256 * 1024)
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # the stack closes it
    with archive.open(info) as packed:
        while block := packed.read(BLOCK):
            file.write(block)
    file.seek(0)
    return file


class Part(io.RawIOBase):
    """A part of a file as a file of its own."""

    def __init__(self, file: IO[bytes], start: int, length: int) -> None:
        self.file, self.start, self.length = file, start, length
        self.at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = max(0, offset + {0: 0, 1: self.at, 2: self.length}[whence])
        return self.at

    def readinto(self, buffer: Any) -> int:
        self.file.seek(self.start + self.at)
        block = self.file.read(max(0, min(len(buffer), self.length - self.at)))
        buffer[: len(block)] = block
        self.at += len(block)
        return len(block)


class Watched:
    """A file whose failures are told from what is wrong in it: each is a ReadFailed."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        try:
            return self.file.read(size)
        except Exception as error:  # whatever a driver raises
            raise _failed(error) from error

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self.file.seek(offset, whence)
        except Exception as error:
            raise _failed(error) from error

    def tell(self) -> int:
        return self.file.tell()

    def seekable(self) -> bool:
        return True
