"""Data as JavaScript writes it, and JSON that is broken."""

from __future__ import annotations

import json
import re
from typing import Any

# A quote ends a string if what follows can: in "Ia bilang "ya" lalu pergi" the inner ones do not.
STRING_END = (
    r"\s*+(?:[:\]}]|\Z|\"[^\"\n]{0,200}\"\s*+[:,\]}]"
    r"|,\s*+(?:[\"'{\[\]};0-9-]|true|false|null|[A-Za-z_$][\w$]*+\s*+:|\Z|/[/*]))"
)
JS_TOKEN = re.compile(
    rf"\"(?P<string>(?:[^\"\\]++|\\.|\"(?!{STRING_END}))*+)(?:\"|\\?\Z)"
    r"|'(?P<quoted>(?:[^'\\\n]++|\\.|'(?!\s*[,:\]}]))*+)(?:'|(?=\n)|\\?\Z)"
    r"|(?P<open>[{\[])|(?P<close>[}\]])|(?P<comma>,)|(?P<key>[A-Za-z_$][\w$]*+)(?=\s*:)|(?P<word>[A-Za-z_$][\w$.]*+|![01])"
    r"|(?P<number>-?\.?[0-9][0-9.eE+-]*+)|(?P<space>[\s:]++|//[^\n]*+|/\*.*?(?:\*/|\Z))|(?P<other>.)",
    re.S,
)
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)|(\")", re.S)
MAX_DEPTH = 200  # of objects in objects
MAX_BROKEN = 200_000  # characters of data that is no JSON in one page


def _whole(digits: str) -> int | str:
    """A whole number; one of more digits than Python reads stays as it is written."""
    return int(digits) if len(digits) < 400 else digits


DECODER = json.JSONDecoder(strict=False, parse_int=_whole, parse_constant=lambda _: None)


def literal(text: str, start: int, longest: int = MAX_BROKEN) -> tuple[dict[str, Any], int]:
    r"""The JavaScript object that begins at `text[start]`, or {} if it is more than data or too long; where it ends.

    >>> literal("push({judul: 'Jum\\'at', \"n\": 2, ada: x.y,});", 5)
    ({'judul': "Jum'at", 'n': 2, 'ada': None}, 42)
    >>> literal("window.sora={foto:!0,video:!1}", 12)  # as programs that shorten others write it
    ({'foto': True, 'video': False}, 30)
    """
    values, end = _values(text, start, start + longest, once=True)
    return (values[0], end) if values and isinstance(values[0], dict) else ({}, end)


def mended(text: str) -> Any:
    r"""What broken JSON says as far as it can be read; null if it has no objects.

    >>> mended('{"a": "Ia bilang "ya" lalu\npergi",; "b": [1 2,] "c": {"d": null')
    {'a': 'Ia bilang "ya" lalu\npergi', 'b': [1, 2], 'c': {'d': None}}
    """
    values = [value for value in _values(text, 0, len(text))[0] if isinstance(value, dict | list)]
    return values if len(values) > 1 else next(iter(values), None)


def _values(text: str, start: int, limit: int, *, once: bool = False) -> tuple[list[Any], int]:
    """The values that stand one after the other in JavaScript's data, and where they end.

    Commas and colons may be missing, and brackets at the end. `once`: only the first, and none if it is not whole or
    more than data.
    """
    values: list[Any] = []
    opened: list[Any] = [values]
    key: str | None = None
    end = start
    for token in JS_TOKEN.finditer(text, start, limit):
        kind, end = token.lastgroup, token.end()
        if kind == "space" or (kind == "other" and not once):
            continue
        if kind == "other":
            return [], end
        if kind in ("comma", "close"):
            key = None
            if kind == "close" and len(opened) > 1:
                opened.pop()
            if kind == "close" and once and len(opened) == 1:
                return values, end
            continue
        value = _value(kind, token)
        within = opened[-1]
        if isinstance(within, list):
            within.append(value)
        elif key is not None:
            within[key], key = value, None
        elif isinstance(value, str):
            key = value
        if kind == "open":
            opened.append(value)
            if len(opened) > MAX_DEPTH:
                return [], end
    return [] if once else values, end


def _value(kind: str | None, token: re.Match[str]) -> Any:
    """What one token is; null for a name whose value is not known."""
    if kind in ("string", "quoted"):
        return _plain(token[kind])
    if kind == "key":
        return token[0]
    if kind == "open":
        return {} if token[0] == "{" else []
    if kind == "number":
        return _number(token[0])
    return {"true": True, "false": False, "!0": True, "!1": False}.get(token[0])


def _plain(text: str) -> str:
    """What stands in a string of JavaScript, its escapes undone."""
    return str(DECODER.decode(f'"{ESCAPE.sub(_json_escape, text)}"')) if "\\" in text else text


def _json_escape(found: re.Match[str]) -> str:
    r"""An escape or quote as JSON writes it: \' is no escape there."""
    if found[2]:
        return r"\""
    return found[0] if found[1][0] in '"\\/bfnrt' or len(found[1]) > 1 else found[1]


def _number(text: str) -> Any:
    """A number of JavaScript; as it is written if it is none."""
    if text.isdigit():
        return _whole(text)
    try:
        return DECODER.decode(text)
    except ValueError:
        return text
