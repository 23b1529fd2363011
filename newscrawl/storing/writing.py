"""Records written into one file, in the form of its ending (see `export` for what each form keeps)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

from newscrawl.files import replacing
from newscrawl.storing.database import Database
from newscrawl.storing.parquet import Parquet
from newscrawl.storing.records import COLUMNS, Column, dumps
from newscrawl.storing.spreadsheets import Csv, Workbook
from newscrawl.terminal import inert_json

EXTRAS = {"pyarrow": "parquet", "openpyxl": "excel"}  # what is installed by which extra


class ExportFailed(Exception):
    """The file could not be made. The message is one line; what was at its place before is untouched."""


class Writer(Protocol):
    """Writes records into an open file in one form."""

    cut: int  # texts that were shortened

    def __init__(self, file: IO[bytes], zone: str, columns: Sequence[Column] = COLUMNS) -> None: ...

    def write(self, values: Sequence[Any], size: int) -> None:
        """Add a record, its values in the order of the columns; it was `size` bytes long in the store."""

    def close(self) -> None:
        """Write what is left; the file stays open. Raises OSError."""

    def abandon(self) -> None:
        """Let everything go, the file is not wanted. Raises nothing that a full disk causes."""


class JsonLines:
    """One object a line, in UTF-8."""

    cut = 0

    def __init__(self, file: IO[bytes], zone: str, columns: Sequence[Column] = COLUMNS) -> None:
        self.file = file
        self.names = [column.name for column in columns]

    def write(self, values: Sequence[Any], size: int) -> None:
        self.file.write(inert_json(dumps(dict(zip(self.names, values, strict=True)))).encode() + b"\n")

    def close(self) -> None:
        self.file.flush()

    def abandon(self) -> None:
        pass


WRITERS: dict[str, type[Writer]] = {
    ".jsonl": JsonLines, ".csv": Csv, ".parquet": Parquet, ".xlsx": Workbook, ".db": Database,
}  # fmt: skip


@contextmanager
def writing(output: Path, zone: str, columns: Sequence[Column] = COLUMNS) -> Iterator[Writer]:
    """A writer of a file that takes the place of `output` once the block has ended well. Raises ExportFailed."""
    try:
        with replacing(output) as file:
            writer = WRITERS[output.suffix.lower()](file, zone, columns)
            try:
                yield writer
                writer.close()
            except BaseException:
                writer.abandon()
                raise
    except OSError as error:
        raise ExportFailed(f"{output}: {error.strerror or error}: not written") from error
    except ModuleNotFoundError as error:
        raise ExportFailed(
            f"{output}: needs {error.name}: pip install 'newscrawl[{EXTRAS.get(str(error.name), 'all')}]'"
        ) from error
