"""What becomes of a field's values: callables that take a list, as itemloaders' processors do.

They are spelt out here since importing itemloaders imports all of Scrapy: half of what starting to read costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any

Processor = Callable[..., Any]
SEVERAL = (list, tuple, Set, Iterator)


class MapCompose:
    """Each function in turn on each value; null drops it, and a list stands for several. As in itemloaders.

    >>> MapCompose(str.strip, lambda text: text.split(",") if text else None)([" a,b", "", "c"])
    ['a', 'b', 'c']
    """

    def __init__(self, *functions: Processor) -> None:
        self.functions = functions

    def __call__(self, values: Any) -> list[Any]:
        found = as_list(values)
        for function in self.functions:
            found = [result for value in found for result in as_list(function(value))]
        return found


class Join:
    """The values as one text.

    >>> Join("; ")(["a", "b"])
    'a; b'
    """

    def __init__(self, separator: str) -> None:
        self.separator = separator

    def __call__(self, values: Iterable[str]) -> str:
        return self.separator.join(values)


def take_first(values: Iterable[Any]) -> Any:
    """The first value that is neither null nor empty text.

    >>> take_first(["", False, 1])
    False
    """
    return next((value for value in values if value is not None and value != ""), None)


def as_list(value: Any) -> list[Any]:
    """A processor's result as a list: nothing for null, a single value, as an element is, as one.

    >>> as_list(None), as_list("ab"), as_list({"a": 1}), as_list(("a", "b"))
    ([], ['ab'], [{'a': 1}], ['a', 'b'])
    """
    if value is None:
        return []
    return list(value) if isinstance(value, SEVERAL) else [value]
