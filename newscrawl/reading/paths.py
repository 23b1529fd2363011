"""JMESPath into a page's data, fast where a path is only names and where what it begins at is not there."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import jmespath

NAMES = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
# Nodes that are nothing where their parts are; a condition, the third part of a filter, says nothing by itself.
FOLLOWING = frozenset(
    {
        "field", "subexpression", "index_expression", "index", "slice", "projection", "flatten", "filter_projection",
        "value_projection", "pipe", "multi_select_list", "identity", "current",
    }
)  # fmt: skip


class Path:
    """A compiled JMESPath."""

    def __init__(self, path: str) -> None:
        """Raises jmespath.exceptions.JMESPathError for what is none."""
        self._expression: Any = jmespath.compile(path)
        self._names = path.split(".") if NAMES.fullmatch(path) else None
        self._roots = _roots(self._expression.parsed)

    def search(self, data: dict[str, Any]) -> Any:
        """What stands there; null, or a list of nothing, if nothing does.

        >>> data = {"article": {"author": [{"name": "Budi"}]}}
        >>> compiled("article.author").search(data), compiled("[article.author][][].name").search(data)
        ([{'name': 'Budi'}], ['Budi'])
        >>> compiled("page.author").search(data), compiled("[page.author][][].name").search({"page": {}})
        (None, None)
        """
        if self._names is not None:
            value: Any = data
            for name in self._names:
                value = value.get(name) if isinstance(value, dict) else None
            return value
        if self._roots and not any(data.get(name) for name in self._roots):
            return None
        return self._expression.search(data)


def _roots(node: Any) -> frozenset[str]:
    """The names that an expression begins at; none if it may say something without them.

    >>> sorted(_roots(jmespath.compile("[a.b, c][].d | [?@]").parsed)), _roots(jmespath.compile("a == `1`").parsed)
    (['a', 'c'], frozenset())
    >>> _roots(jmespath.compile("a | not_null(@, 'x')").parsed)
    frozenset()
    """
    parts = node["children"][:2]
    if node["type"] == "field":
        return frozenset({node["value"]})
    if node["type"] == "multi_select_list":
        roots = [_roots(part) for part in node["children"]]
        return frozenset().union(*roots) if all(roots) else frozenset()
    return _roots(parts[0]) if parts and _follows(node) else frozenset()


def _follows(node: Any) -> bool:
    """True for an expression that is nothing where what it is asked of is nothing."""
    return node["type"] in FOLLOWING and all(_follows(part) for part in node["children"][:2])


compiled = cache(Path)
