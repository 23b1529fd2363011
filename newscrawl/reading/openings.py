"""The characters that a text may begin with to fit a pattern, as far as the pattern's own text tells.

A table of patterns is tried on most lines, and most of its patterns fail at the first letter, but only after a way
through groups and alternatives. A set of characters in front of a pattern fails at once.
"""

from __future__ import annotations

import re
from itertools import pairwise

# An escape, a set, what opens a group, a bar or a group's end, a quantifier, characters without one, a character.
TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[=!:>]|<[=!]|P<\w+>|-i:)|[()|]|(?:[?*+]|\{\d*,?\d*\})[?+]?"
    r"|[\w ]{2,}(?![?*+{])|.",
    re.S,
)
MEMBERS = re.compile(r"\[((?:\\[^wSDB]|\w-\w|[^\\\]\[^-])+)\]")  # of a set that tells something
SAME_IN_SET = frozenset("sdWafnrtv")  # letters whose escapes mean the same in a set; "\\Z", "\\1" and "\\x41" do not
NO_WIDTH = frozenset({r"\b", r"\B", r"\A", "^", "(?!", "(?<=", "(?<!"})
MOST_MEMBERS = 25  # more tell little

Members = frozenset[str] | None  # what may stand in a set: "a", r"\W", "0-9"; null: not known


def sifted(pattern: str) -> str:
    r"""The pattern behind a look at the first character, where that tells something.

    >>> sifted("(?:baca|lihat)? juga"), sifted(r"\W*baca"), sifted(r"\w+ baca"), sifted("a?")
    ('(?=[\\ bl])(?:(?:baca|lihat)? juga)', '(?=[\\Wb])(?:\\W*baca)', '\\w+ baca', 'a?')
    >>> sifted(r"(?=ke|se)(?!x).*a|(?:i(?-i:X)){2}|[\d«]{2}"), sifted(r"(?!x).*a|b")
    ('(?=[\\d«iks])(?:(?=ke|se)(?!x).*a|(?:i(?-i:X)){2}|[\\d«]{2})', '(?!x).*a|b')
    """
    tokens = TOKEN.findall(pattern)
    if any(token == "(" and behind[0] == "?" for token, behind in pairwise(tokens)):  # a group of a kind not named here
        return pattern
    first = _alternatives(tokens, 0)[0]
    return pattern if first is None or len(first) > MOST_MEMBERS else f"(?=[{''.join(sorted(first))}])(?:{pattern})"


def _alternatives(tokens: list[str], at: int) -> tuple[Members, int]:
    """What the alternatives of a group may begin with, and where the group ends; null if one of them may be empty."""
    found: list[Members] = []
    while True:
        first, at = _sequence(tokens, at)
        found.append(first)
        if at >= len(tokens) or tokens[at] == ")":
            return _together(found), at
        at += 1


def _sequence(tokens: list[str], at: int) -> tuple[Members, int]:
    """What one alternative may begin with, and where it ends."""
    found: list[Members] = []
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        token = tokens[at]
        first = _members(token)
        if token[0] == "(":
            first, at = _alternatives(tokens, at + 1)
        at += 1
        quantifier = tokens[at] if at < len(tokens) and tokens[at][0] in "?*+{" else ""
        at += bool(quantifier)
        if token in NO_WIDTH or (token == "(?=" and first is None):
            continue
        found.append(first)
        if not quantifier.startswith(("?", "*", "{0", "{,")):
            return _together(found), _end(tokens, at)
    return None, at


def _end(tokens: list[str], at: int) -> int:
    """Where the alternative ends in which a place is."""
    depth = 0
    for end in range(at, len(tokens)):
        token = tokens[end]
        if depth == 0 and token in ("|", ")"):
            return end
        depth += (token[0] == "(") - (token == ")")
    return len(tokens)


def _together(found: list[Members]) -> Members:
    """All of the members; null where some are not known."""
    known = [members for members in found if members is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


def _members(token: str) -> Members:
    """What one token that opens no group begins with."""
    if token[0] == "[":
        return frozenset([inner[1]]) if (inner := MEMBERS.fullmatch(token)) else None
    if token[0] == "\\":
        return None if token[1].isalnum() and token[1] not in SAME_IN_SET else frozenset([token])
    return frozenset([re.escape(token[0])]) if token not in (".", "$") else None
