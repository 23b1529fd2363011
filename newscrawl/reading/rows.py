"""Tables of patterns: each row with a line that it fits and one, much like it, that it must leave alone.

tests/reading/test_rows.py reads every table and checks every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]  # what may begin a pattern is told nowhere else
from re import _parser as parser  # type: ignore[attr-defined]
from string import ascii_lowercase
from typing import Any, NamedTuple, cast

DIGIT, SIGN = "0", "-"  # each stands for all
STARTS = frozenset(ascii_lowercase + DIGIT + SIGN)
NO_STARTS: frozenset[str] = frozenset()
OF_CATEGORIES = {
    ops.CATEGORY_DIGIT: frozenset(DIGIT), ops.CATEGORY_SPACE: frozenset(SIGN), ops.CATEGORY_NOT_WORD: frozenset(SIGN),
}  # fmt: skip
REPEATED = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
OF_NO_WIDTH = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)


class Row(NamedTuple):
    """A pattern, a line that it fits as a whole, and a line that neither it nor any other of its table fits."""

    pattern: str
    fits: str
    spares: str


def either(rows: Iterable[Row], flags: re.RegexFlag = re.I) -> re.Pattern[str]:
    """All rows of a table as one pattern; a line is only tried with those that may begin as it does.

    >>> either([Row("iklan", "Iklan", "Iklan itu baru."), Row(r"\\d", "1", "12")]).fullmatch("7") is not None
    True
    """
    return cast("re.Pattern[str]", _Table([row.pattern for row in rows], flags))


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked: the largest take a third of a start, and few starts read.

    >>> late("a+").fullmatch("aa") is not None
    True
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Stands for a pattern; from its second use on, a method is the compiled pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


class _Table(_Late):
    """Stands for all patterns of a table; `fullmatch` asks those that may begin as a line does."""

    def __init__(self, patterns: list[str], flags: int) -> None:
        super().__init__(_joined(patterns), flags)
        self._patterns = patterns
        self._by_start: dict[str, re.Pattern[str] | None] = {}

    def fullmatch(self, text: str) -> re.Match[str] | None:
        start = _start_of(text[:1].lower()[:1])
        if start not in self._by_start:
            self._by_start[start] = self._compiled(start)
        pattern = self._by_start[start]
        return pattern.fullmatch(text) if pattern is not None else None

    def _compiled(self, start: str) -> re.Pattern[str] | None:
        """The patterns that may begin with a letter; all of them for a letter of no alphabet of ours, ""."""
        own = [p for p in self._patterns if not start or start in starts(p)]
        return re.compile(_joined(own), self._flags) if own else None


def _joined(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def starts(pattern: str) -> frozenset[str]:
    """The small letters, "0" for digits and "-" for signs, that may begin a line which a pattern fits in either case.

    >>> sorted(starts(r"[\\W_]*(?:baca|lihat)?(?: juga)?:?\\d")), len(starts(".*x"))
    (['-', '0', 'b', 'l'], 28)
    """
    return _starts(parser.parse(pattern, re.I))[0]


def _starts(items: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str], bool]:
    """What a sequence of a parsed pattern may begin with, and whether it may be empty."""
    found = NO_STARTS
    for op, value in items:
        own, empty = _starts_of(op, value)
        found |= own
        if not empty:
            return found, False
    return found, True


def _starts_of(op: Any, value: Any) -> tuple[frozenset[str], bool]:
    """Likewise of one part; of one that is not known all, and that it may be empty."""
    if op is ops.LITERAL:
        return _start(chr(value)), False
    if op is ops.IN:
        return frozenset().union(*(_starts_of_class(kind, said) for kind, said in value)), False
    if op is ops.BRANCH:
        parts = [_starts(branch) for branch in value[1]]
        return frozenset().union(*(own for own, _ in parts)), any(empty for _, empty in parts)
    if op is ops.SUBPATTERN:
        return _starts(value[3])
    if op in REPEATED:
        own, empty = _starts(value[2])
        return own, empty or value[0] == 0
    if op in OF_NO_WIDTH:
        return NO_STARTS, True
    return STARTS, op is not ops.ANY


def _starts_of_class(kind: Any, said: Any) -> frozenset[str]:
    if kind is ops.LITERAL:
        return _start(chr(said))
    if kind is ops.RANGE:
        plain = frozenset().union(*(_start(chr(code)) for code in range(said[0], min(said[1], 127) + 1)))
        return plain | {SIGN} if said[1] > 127 else plain
    return OF_CATEGORIES.get(said, STARTS) if kind is ops.CATEGORY else STARTS  # "[^...]"


def _start(character: str) -> frozenset[str]:
    return frozenset({_start_of(character.lower()[:1])}) & STARTS


def _start_of(character: str) -> str:
    """What stands for a small character: itself, a digit, a sign; "" for another letter or digit."""
    if character in STARTS or not character:
        return character
    if character.isalnum() or character == "_":
        return DIGIT if character.isdecimal() and character.isascii() else ""
    return SIGN
