"""Records as Parquet: the types are written in the file, and readers need guess nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import accumulate, chain
from typing import IO, Any

from newscrawl.items import Image
from newscrawl.storing.records import COLUMNS, Column, Picture, instant

GROUP_BYTES = 4 * 1024 * 1024  # of stored lines in a row group: with all its copies it takes some 30 MB
# Where few values come again and again; a dictionary of all texts would only cost the time to make it.
FEW_VALUES = ("portal", "published_precision", "agency", "kind", "language", "cluster",
              "authors.list.element", "editors.list.element", "section.list.element")  # fmt: skip

# Where the least and the greatest value of a row group let a reader pass over it.
SOUGHT = ("id", "portal", "published_at", "updated_at", "fetched_at", "kind", "language", "paywalled", "complete")


def schema(zone: str, columns: Sequence[Column] = COLUMNS) -> Any:
    """The pyarrow schema of a Parquet file; every field's meaning is in its metadata.

    Other readers can be given it too: `datasets.Features.from_arrow_schema(schema("Asia/Jakarta"))`.
    """
    import pyarrow as pa  # type: ignore[import-untyped]  # here: no other command should wait for it

    types = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        datetime: pa.timestamp("us", tz=zone),
        Image: pa.struct([(name, pa.string()) for name in Picture.__struct_fields__]),
    }
    note = f" Here the instant is kept, shown in {zone}, and not the printed offset."
    return pa.schema(
        pa.field(
            column.name,
            pa.list_(types[column.type]) if column.many else types[column.type],
            metadata={"description": column.doc + (note if column.type is datetime else "")},
        )
        for column in columns
    )


class Parquet:
    """Row groups of a few MiB, compressed with zstd; times are instants (see `schema`)."""

    cut = 0

    def __init__(self, file: IO[bytes], zone: str, columns: Sequence[Column] = COLUMNS) -> None:
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # here: no other command should wait for it

        self.columns, self.schema = columns, schema(zone, columns)
        names = {column.name for column in columns}
        few = [path for path in FEW_VALUES if path.partition(".")[0] in names]
        sought = [name for name in SOUGHT if name in names]
        options = {"compression": "zstd", "use_dictionary": few, "write_statistics": sought}
        self.groups = pq.ParquetWriter(file, self.schema, **options)
        self.rows: list[Sequence[Any]] = []
        self.size = 0

    def write(self, values: Sequence[Any], size: int) -> None:
        self.rows.append(values)
        self.size += size
        if self.size >= GROUP_BYTES:
            self._end_group()

    def close(self) -> None:
        self._end_group()
        self.groups.close()

    def abandon(self) -> None:
        with suppress(OSError, ValueError):
            self.groups.close()

    def _end_group(self) -> None:
        import pyarrow as pa

        if self.rows:
            given = zip(self.columns, self.schema, zip(*self.rows, strict=True), strict=True)
            arrays = [_array(column, field.type, values) for column, field, values in given]
            self.rows, self.size = [], 0
            self.groups.write_table(pa.Table.from_arrays(arrays, schema=self.schema))
            del arrays
            pa.default_memory_pool().release_unused()  # it would keep several groups' worth


def _array(column: Column, kind: Any, values: Sequence[Any]) -> Any:
    """The Arrow array of a column's values."""
    import pyarrow as pa

    if column.type is datetime:
        return pa.array([None if stamp is None else instant(stamp) for stamp in values], kind)
    if not column.many:
        return pa.array(values, kind)
    ends = pa.array([0, *accumulate(map(len, values))], pa.int32())
    items = list(chain.from_iterable(values))
    if column.type is Image:
        parts = [pa.array([getattr(item, name) for item in items], pa.string()) for name in Picture.__struct_fields__]
        return pa.ListArray.from_arrays(ends, pa.StructArray.from_arrays(parts, fields=list(kind.value_type)), kind)
    return pa.ListArray.from_arrays(ends, pa.array(items, kind.value_type), kind)
