"""Every row of every table of patterns: it fits its example, and the table leaves alone the line beside it."""

from __future__ import annotations

import re

import pytest

from newscrawl import boxnames
from newscrawl.rows import Row, either

MODULES = (boxnames,)
TABLES = {
    name: rows
    for module in MODULES
    for name, rows in vars(module).items()
    if isinstance(rows, tuple) and rows and all(isinstance(row, Row) for row in rows)
}
LONGEST = 400  # characters of a pattern that a person can take in


@pytest.mark.parametrize(("table", "row"), [(table, row) for table, rows in TABLES.items() for row in rows])
def test_a_row_fits_its_example_and_its_table_spares_the_other_line(table: str, row: Row) -> None:
    assert len(row.pattern) <= LONGEST
    assert re.compile(row.pattern, re.I).fullmatch(row.fits)
    assert not either(TABLES[table]).fullmatch(row.spares)


def test_no_table_is_missed() -> None:
    assert len(TABLES) > 4
