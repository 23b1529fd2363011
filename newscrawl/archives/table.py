"""Rows and Parquet: the columns of an export, and where each row comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from newscrawl.storing.parquet import schema
from newscrawl.storing.records import TIMES, instant

ZONE = "Asia/Jakarta"  # in which times are shown: one schema for all portals, whatever their zones
GROUP = 100  # rows of a unit read at once when pages are joined
RUN_BYTES = 16 * 1024 * 1024  # of text sorted at once: what a unit takes of memory, some 50 MB
MEANING = {
    "warc_file": "The archive file that the page stands in.",
    "warc_record": "Its WARC-Record-ID there.",
}
PLACE = 15 * 4  # bits of a hash: they fit a Parquet integer that has a sign


def columns() -> Any:
    """The pyarrow schema of what is published: that of an export, `warc_file` and `warc_record`."""
    more = (pa.field(name, pa.string(), metadata={"description": meaning}) for name, meaning in MEANING.items())
    return pa.schema([*schema(ZONE), *more])


def unit_columns() -> Any:
    """The same with what the joining of pages needs: which page of how many it is, and the place of its article."""
    inner = [("part", pa.int64()), ("parts", pa.int64()), ("cut", pa.bool_()), ("place", pa.int64())]
    return pa.schema([*columns(), *(pa.field(*column) for column in inner)])


def place_of(portal: str, id: str) -> int:
    """Where an article stands among all of its portal, the same for all its pages and captures: 0 to 2**60 - 1."""
    return int.from_bytes(hashlib.blake2b(f"{portal}/{id}".encode(), digest_size=8).digest()) >> (64 - PLACE)


def bucket_of(place: int, buckets: int) -> int:
    """Which of some buckets a place falls in.

    >>> bucket_of(0, 3), bucket_of(2**60 - 1, 3)
    (0, 2)
    """
    return place * buckets >> PLACE


def table(rows: Iterable[dict[str, Any]], kind: Any) -> Any:
    """Rows, their times as ISO 8601, as a table of this schema."""
    with_instants = [{**row, **{name: row[name] and instant(row[name]) for name in TIMES}} for row in rows]
    return pa.Table.from_pylist(with_instants, kind)


class UnitWriter:
    """Writes the rows of one unit: runs sorted by portal and place, in small groups. Memory stays that of one run."""

    def __init__(self, file: IO[bytes]) -> None:
        self.schema = unit_columns()
        self.writer = pq.ParquetWriter(file, self.schema, compression="zstd", use_dictionary=["portal", "warc_file"])
        self.rows: list[dict[str, Any]] = []
        self.size = 0
        self.count = 0

    def add(self, row: dict[str, Any]) -> int:
        """Add a row; returns about how many bytes it takes."""
        size = len(row["text"].encode()) + 2000
        self.rows.append({**row, "place": place_of(row["portal"], row["id"])})
        self.size += size
        if self.size >= RUN_BYTES:
            self._end_run()
        return size

    def close(self) -> None:
        """Write what is left; nothing stays open where that fails."""
        try:
            self._end_run()
        finally:
            _end(self.writer)

    def _end_run(self) -> None:
        if self.rows:
            self.rows.sort(key=lambda row: (row["portal"], row["place"]))  # in the file's order where these are equal
            self.writer.write_table(table(self.rows, self.schema), row_group_size=GROUP)
            pa.default_memory_pool().release_unused()
        self.count += len(self.rows)
        self.rows, self.size = [], 0


def rows_of(path: Path, portals: Collection[str], bucket: int, buckets: int) -> Iterator[dict[str, Any]]:
    """The rows of a unit's file that fall in a bucket of these portals, in their order, times as aware datetimes."""
    with path.open("rb") as raw, pq.ParquetFile(raw) as file:  # pyarrow knows no name that is no UTF-8
        leaves = [file.metadata.schema.column(i).path for i in range(file.metadata.num_columns)]
        portal_column, place_column = leaves.index("portal"), leaves.index("place")
        sought = pa.array(sorted(portals), pa.string())
        for number in range(file.num_row_groups):
            group = file.metadata.row_group(number)
            of_portal, of_place = group.column(portal_column).statistics, group.column(place_column).statistics
            if of_portal and not any(of_portal.min <= portal <= of_portal.max for portal in portals):
                continue
            alone = of_portal and of_portal.min == of_portal.max
            if alone and not bucket_of(of_place.min, buckets) <= bucket <= bucket_of(of_place.max, buckets):
                continue
            rows = file.read_row_group(number, use_threads=False)
            if not alone:  # of many portals; to make Python values of all rows takes longest
                rows = rows.filter(pc.is_in(rows["portal"], value_set=sought))
            for row in rows.to_pylist():
                if bucket_of(row["place"], buckets) == bucket:
                    yield row


def write_parquet(file: IO[bytes], rows: list[dict[str, Any]]) -> None:
    """Write records as they are published."""
    kind = columns()
    writer = pq.ParquetWriter(file, kind, compression="zstd")
    try:
        for start in range(0, len(rows), 5000):
            writer.write_table(table(rows[start : start + 5000], kind))
    finally:
        _end(writer)


def _end(writer: Any) -> None:
    """Close a ParquetWriter once and for all: one that failed would try again when it is forgotten, and complain."""
    try:
        writer.close()
    finally:
        writer.is_open = False
