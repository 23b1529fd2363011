"""WARC files made by hand, as well formed or as broken as a test needs them."""

from __future__ import annotations

import gzip
import hashlib
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq  # type: ignore[import-untyped]
from backports import zstd

from newscrawl.archives.captures import Wanted
from newscrawl.archives.engine import Engine, Here
from newscrawl.archives.folder import LOCK, Folder
from newscrawl.archives.inputs import units
from newscrawl.archives.run import Job
from tests.newsroom import PAGE, path_of

HOST = "https://news.okezone.com"
FOREIGN = "https://www.example.com/2026/07/24/news"


def html(number: int, extra: str = "") -> bytes:
    """The page of an article of the newsroom."""
    title = f"Warga Tanam {number} Bibit Mangga"
    return PAGE.format(title=title, minute=number % 60, number=number, extra=extra).encode()


def url_of(number: int) -> str:
    return HOST + path_of(number)


def http(body: bytes, head: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """The block of a response."""
    return f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode("latin-1") + body


def record(
    url: str,
    block: bytes,
    date: str = "2026-07-24T10:00:00Z",
    kind: str = "response",
    length: int | None = None,
    **fields: str,
) -> bytes:
    """A WARC record as bytes, without any digest unless one is given; `length` may be a lie."""
    id = uuid.UUID(hashlib.md5(f"{url}{date}{kind}".encode()).hexdigest())
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{id}>",
        "WARC-Target-URI": url,
        "WARC-Date": date,
        "Content-Type": f"application/http; msgtype={kind}",
        "Content-Length": str(len(block) if length is None else length),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def article(number: int, date: str = "2026-07-24T10:00:00Z", extra: str = "") -> bytes:
    """The record of an article's page."""
    return record(url_of(number), http(html(number, extra)), date)


def packed(records: Iterable[bytes]) -> list[bytes]:
    """Each record as a gzip member."""
    return [gzip.compress(one, 6, mtime=0) for one in records]


def frames(records: Iterable[bytes]) -> list[bytes]:
    """Each record as a frame of Zstandard."""
    return [zstd.compress(one) for one in records]


def archive(path: Path, *records: bytes) -> Path:
    """A .warc.gz file of these records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(packed(records)))
    return path


def job(
    root: Path, *inputs: Path | str, wanted: Wanted | None = None, engine: Engine | None = None, say: Any = print
) -> Job:
    """A job on these inputs; what it has to say goes to `say`."""
    wanted = wanted or Wanted()
    Folder(root).begin(wanted)
    return Job(root, units(map(str, inputs)), wanted, engine or Here(), say)


def rows(root: Path) -> list[dict[str, Any]]:
    """What is published in a folder, by article and revision."""
    found = [row for path in sorted((root / "articles").rglob("*.parquet")) for row in pq.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: (row["id"], row["revision"]))


def run(root: Path, *inputs: Path | str, wanted: Wanted | None = None) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Read and join; returns what is published, and where all records ended."""
    made = job(root, *inputs, wanted=wanted)
    made.read()
    made.join()
    ends: dict[str, int] = {}
    for said in made.folder.all_done().values():
        assert said["records"] == sum(said["ends"].values())
        for end, count in said["ends"].items():
            ends[end] = ends.get(end, 0) + count
    return rows(root), ends


def contents(root: Path) -> dict[str, bytes]:
    """Every file in a folder but the lock, which a command leaves that is killed."""
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and path.name != LOCK)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
