"""Tables of patterns: each row with a line that it fits and one, much like it, that it must leave alone.

tests/reading/test_rows.py reads every table and checks every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """A pattern, a line that it fits as a whole, and a line that neither it nor any other of its table fits."""

    pattern: str
    fits: str
    spares: str


def either(rows: Iterable[Row], flags: re.RegexFlag = re.I) -> re.Pattern[str]:
    """All rows of a table as one pattern.

    >>> either([Row("iklan", "Iklan", "Iklan itu baru."), Row(r"\\d", "1", "12")]).fullmatch("7") is not None
    True
    """
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows), flags)
