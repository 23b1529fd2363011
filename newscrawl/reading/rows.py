"""Tables of patterns: each row with a line that it fits and one, much like it, that it must leave alone.

tests/reading/test_rows.py reads every table and checks every row. All rows are tried on most paragraphs: one that looks
through the line, `(?=.*x)`, asks for its first word before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from newscrawl.reading.openings import sifted

TOKEN = re.compile(r"\\.|\(\?P<\w+>|.", re.S)  # of a pattern: an escape, the name of a group, any other character
# Of a pattern that means another thing in small letters: letters of one size, by their number, or as they were before
TELLS_SIZE = re.compile(r"\(\?-i|\\[xuUN0-9]|\(\?P=")
NOTHING = "(?!)"  # fits nothing


class Row(NamedTuple):
    """A pattern, a line that it fits as a whole, and a line that neither it nor any other of its table fits."""

    pattern: str
    fits: str
    spares: str


def either(rows: Iterable[Row]) -> re.Pattern[str]:
    """All rows of a table as one pattern that ignores case.

    >>> either([Row("iklan", "Iklan", "Iklan itu baru."), Row(r"\\d", "1", "12")]).fullmatch("7") is not None
    True
    """
    return cast("re.Pattern[str]", _Table([row.pattern for row in rows]))


def _joined(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked: the largest take a third of a start, and few starts read.

    >>> late("a+").fullmatch("aa") is not None
    True
    """
    return cast("re.Pattern[str]", _Late(pattern, flags, lambda: pattern))


class _Late:
    """Stands for a pattern; from its second use on, a method is the compiled pattern's own.

    `written` gives the pattern as it is compiled.
    """

    def __init__(self, pattern: str, flags: int, written: Callable[[], str]) -> None:
        self.pattern, self._flags, self._written = pattern, flags, written

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what looks at a module's values asks each for names that it has not
            raise AttributeError(name)
        value = getattr(re.compile(self._written(), self._flags), name)
        setattr(self, name, value)
        return value


class _Table(_Late):
    """Stands for the rows of a table. Whether one fits a whole line is asked of the line in small letters where it can.

    That takes half the time: of letters whose size does not matter the engine looks at each alternative's first one.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        super().__init__(_joined(patterns), re.I, lambda: _joined(map(sifted, patterns)))
        small = [pattern for pattern in patterns if not TELLS_SIZE.search(pattern)]
        others = [pattern for pattern in patterns if pattern not in small]
        self._small = _Late("", 0, lambda: _joined(map(sifted, map(_of_small, small))) or NOTHING)
        self._others = _Late("", re.I, lambda: _joined(map(sifted, others)) or NOTHING)

    def fullmatch(self, line: str) -> re.Match[str] | None:
        """What a row finds that fits the whole line; what it says may be in small letters."""
        found: re.Match[str] | None = self._small.fullmatch(_kept(line)) or self._others.fullmatch(line)
        return found


def _of_small(pattern: str) -> str:
    """A pattern of letters of any size as one of small letters."""
    return "".join(in_small(token) if len(token) == 1 else token for token in TOKEN.findall(pattern))


def in_small(text: str) -> str:
    """Text in small letters, of as many characters; what fits an "i" or "s" of any size is one.

    >>> in_small("Iklan İSTANA"), in_small("ıſ")
    ('iklan istana', 'is')
    """
    return (text if text.isascii() else text.replace("ı", "i").replace("İ", "i").replace("ſ", "s")).lower()


_kept = lru_cache(maxsize=32)(in_small)  # several tables are asked of a line
