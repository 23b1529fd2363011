"""Records for spreadsheets, CSV and Excel workbooks: nothing in them runs as a formula."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from newscrawl.storing.records import COLUMNS, Column, dumps

# What a spreadsheet takes for a formula, behind whatever it passes over; full-width signs count in some languages.
FORMULA = re.compile(r"'*(?:[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])")
# A cell cannot hold most control characters, and a terminal obeys them.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069]")
NO_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")
CELL_LIMIT = 32_767  # characters of a cell in Excel, counted as UTF-16 does
SHEET_ROWS = 1_048_576  # rows of a sheet in Excel, its head included
WIDTHS = {"id": 20, "url": 40, "title": 60, "published_at": 19, "updated_at": 19, "fetched_at": 19, "text": 80}


def harmless(value: Any) -> Any:
    """A value as a spreadsheet may be given it: text that would be run as a formula has an apostrophe in front.

    Control characters and marks that turn the direction of text are left out. `plain` takes the apostrophe away.

    >>> harmless("=1+1"), harmless(" -5 derajat"), harmless("Suhu -5"), harmless(-5), harmless("'=1")
    ("'=1+1", "' -5 derajat", 'Suhu -5', -5, "''=1")
    """
    if not isinstance(value, str):
        return value
    text = CONTROLS.sub("", value)
    return f"'{text}" if FORMULA.match(text) else text


def plain(value: Any) -> Any:
    """The value that `harmless` made a cell of; `pandas.read_csv(FILE).map(plain)` has the texts as they were.

    >>> plain("'=1+1"), plain("''=1"), plain("'Suhu' -5"), plain(2.0)
    ('=1+1', "'=1", "'Suhu' -5", 2.0)
    """
    return value[1:] if isinstance(value, str) and value[:1] == "'" and FORMULA.match(value[1:]) else value


class Csv:
    """RFC 4180 in UTF-8 with a header; a list is JSON in its cell, a null an empty cell.

    The byte order mark tells Excel that it is UTF-8; every text is made `harmless`.
    """

    cut = 0

    def __init__(self, file: IO[bytes], zone: str, columns: Sequence[Column] = COLUMNS) -> None:
        self.text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        self.as_json = [column.many or column.type is bool for column in columns]
        self.rows = csv.writer(self.text)
        self.rows.writerow([column.name for column in columns])

    def write(self, values: Sequence[Any], size: int) -> None:
        cells = (
            dumps(value) if as_json and value is not None else value
            for value, as_json in zip(values, self.as_json, strict=True)
        )
        self.rows.writerow(map(harmless, cells))

    def close(self) -> None:
        self.text.detach()

    def abandon(self) -> None:
        with suppress(OSError, ValueError):
            self.text.detach()


class Workbook:
    """An Excel workbook: a sheet `articles` (more where one is full), and `fields`, which says what each column means.

    Times are dates of Excel in `zone`, which the sheet `fields` names: a workbook knows no zones. Texts of a list stand
    behind each other, "; " between them; pictures are JSON. What a cell cannot hold is cut and counted in `cut`. A text
    that begins like a formula is marked as text (Excel shows no apostrophe then).
    """

    def __init__(self, file: IO[bytes], zone: str, columns: Sequence[Column] = COLUMNS) -> None:
        import openpyxl  # type: ignore[import-untyped]  # here: only a workbook needs it

        self.file, self.zone, self.columns = file, ZoneInfo(zone), columns
        self.book = openpyxl.Workbook(write_only=True)
        self.cut = self.row = 0
        self.sheet = self._sheet()

    def write(self, values: Sequence[Any], size: int) -> None:
        if self.row >= SHEET_ROWS:
            self.sheet = self._sheet()
        cells = [self._cell(column, value) for column, value in zip(self.columns, values, strict=True)]
        with _writing():
            self.sheet.append(cells)
        self.row += 1

    def close(self) -> None:
        with _writing():
            self._describe()
            for sheet in self.book.worksheets:
                sheet.close()
        self._pack()

    def abandon(self) -> None:
        for sheet in self.book.worksheets:
            with suppress(OSError, ValueError), _writing():
                if not sheet.closed:
                    sheet.close()

    def _describe(self) -> None:
        """The sheet that says what each column means."""
        about = self.book.create_sheet("fields")
        about.column_dimensions["A"].width, about.column_dimensions["B"].width = 20, 120
        about.append(["column", "meaning"])
        for column in self.columns:
            note = f" Here the time in {self.zone.key}." if column.type is datetime else ""
            about.append([column.name, column.doc + note])

    def _pack(self) -> None:
        """Put the sheets into the file, which is a zip archive."""
        from openpyxl.writer.excel import ExcelWriter  # type: ignore[import-untyped]

        archive = ZipFile(self.file, "w", ZIP_DEFLATED)
        try:
            ExcelWriter(self.book, archive).save()
        except BaseException:
            archive.fp = None  # or it ends itself once more when it is forgotten, and complains of the closed file
            raise

    def _sheet(self) -> Any:
        from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

        number = len(self.book.worksheets) + 1
        sheet = self.book.create_sheet("articles" if number == 1 else f"articles {number}")
        sheet.freeze_panes = "A2"
        for i, column in enumerate(self.columns, 1):
            sheet.column_dimensions[get_column_letter(i)].width = WIDTHS.get(column.name, 14)
        sheet.append([column.name for column in self.columns])
        self.row = 1
        return sheet

    def _cell(self, column: Column, value: Any) -> Any:
        if value is None:
            return None
        if column.type is datetime:
            return self._moment(value)
        if column.many:
            value = "; ".join(value) if column.type is str else dumps(value) if value else ""
        return self._text(value) if isinstance(value, str) else value

    def _moment(self, stamp: str) -> Any:
        from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]

        moment = datetime.fromisoformat(stamp).astimezone(self.zone).replace(tzinfo=None)
        if moment.year < 1900:  # Excel's calendar begins there
            return self._text(stamp)
        cell = WriteOnlyCell(self.sheet, moment)
        cell.number_format = "yyyy-mm-dd hh:mm:ss"
        return cell

    def _text(self, text: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        text = NO_XML.sub("\ufffd", CONTROLS.sub("", text))
        if len(text) > CELL_LIMIT // 2 and utf16(text) > CELL_LIMIT:
            text = shortened(text, CELL_LIMIT)
            self.cut += 1
        if not FORMULA.match(text):
            return text
        cell = WriteOnlyCell(self.sheet, text)
        cell.data_type = "s"  # openpyxl makes a formula of what begins with "="
        cell.quotePrefix = True
        return cell


@contextmanager
def _writing() -> Iterator[None]:
    """What lxml, with which openpyxl writes sheets into temporary files, says of a full disk, as an OSError."""
    from lxml.etree import LxmlError

    try:
        yield
    except LxmlError as error:
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)  # "IO_ENOSPC"
        said = os.strerror(number) if number != errno.EIO else str(error)
        raise OSError(number, f"{said} in {tempfile.gettempdir()}, where sheets are made (another: TMPDIR)") from error


def utf16(text: str) -> int:
    """How many characters a text has where those beyond the first 65,536 count twice.

    >>> utf16("naik"), utf16("🌶")
    (4, 2)
    """
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, most: int) -> str:
    """The text cut to `most` characters of UTF-16, the last of them a sign that it was cut.

    >>> shortened("abcdef", 4), shortened("a🌶🌶b", 4)
    ('abc…', 'a🌶…')
    """
    if utf16(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"
