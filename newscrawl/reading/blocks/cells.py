"""Rows of a table: which are data, and cells that reach down into the next ones."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.markup import CELLS
from newscrawl.reading.text import flatten, short_line

# A cell with more than this is a column of a layout, not of a table of data.
CELL_CHARS = 200
ITEM_CHARS, MOST_ITEMS = 40, 12  # of a list that a cell may hold: longer ones are text
# A row's cells that reach down into the next ones.
SPANS = etree.XPath("boolean(.//*[self::td or self::th][@rowspan > 1 or @rowspan = 0])")
MOST_CARRIED = 100_000  # characters of such cells in one table, each counted in every row it reaches


def reaching_down(table: etree._Element) -> dict[etree._Element, str]:
    """For cells in front of which cells of rows above reach down, the texts of those; for a row, those at its end.

    A cell of a layout reaches nowhere, and MOST_CARRIED bounds them all.
    """
    found: dict[etree._Element, str] = {}
    above: dict[int, tuple[int, str]] = {}  # by column: rows still to come, and the text
    length = 0
    for row in table.iter("tr"):
        column = 0
        for cell in (*(cell for cell in row if cell.tag in CELLS), row):
            texts = []
            while column in above:
                left, said = above.pop(column)
                texts.append(said + " ")
                if left > 1:
                    above[column] = (left - 1, said)
                column += 1
            length += sum(map(len, texts))
            if length > MOST_CARRIED:
                return found
            if texts:
                found[cell] = "".join(texts)
            if cell is not row:
                down, wide = _span(cell, "rowspan"), _span(cell, "colspan")
                if down > 1:
                    above[column] = (down - 1, short_line(cell, CELL_CHARS))
                column += wide
    return found


def _span(cell: etree._Element, name: str) -> int:
    """How many rows or columns a cell takes; 0 is all there are."""
    value = cell.get(name, "1").strip()
    return min(int(value) or 100, 100) if re.fullmatch(r"[0-9]{1,4}", value) else 1


def is_data_row(row: etree._Element, carried: Collection[etree._Element]) -> bool:
    """True for a table row whose cells belong on one line; `carried` have one of a row above beside them."""
    cells = [cell for cell in row if cell.tag in CELLS]
    return (
        (len(cells) > 1 or (len(cells) == 1 and (row in carried or cells[0] in carried)))
        and (next(row.iter("table", "li"), None) is None or _has_short_lists(row, cells))
        and all(len(flatten(cell)) <= CELL_CHARS for cell in cells)
    )


def _has_short_lists(row: etree._Element, cells: list[etree._Element]) -> bool:
    """True for a row with a label and, in another cell, a list of a few words without links and sentences."""
    items = [*islice(row.iter("li"), MOST_ITEMS + 1)]
    lines = [short_line(item, ITEM_CHARS) for item in items]
    plain = len(items) <= MOST_ITEMS and next(row.iter("table", "a", "img"), None) is None
    words = all(line and line[-1] not in ".!?:" for line in lines) and not any(len(item) for item in items)
    return plain and words and any(flatten(cell) and next(cell.iter("li"), None) is None for cell in cells)


def lead_of(element: etree._Element, said: list[str]) -> str:
    """What parts a block in a row from what was said: a comma between two items of a list, else a space."""
    if element.tag != "li" or element.getprevious() is None:
        return " "
    while said and said[-1].isspace():
        said.pop()
    last = said.pop().rstrip() if said else ""
    said.append(last)
    return " " if last[-1:] in ",;" else ", "
