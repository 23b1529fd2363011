"""What a site says, shown on a terminal or in a log: as text that commands nothing and begins no line of its own."""

from __future__ import annotations

import re

# What a terminal or a reader takes for a command: control characters, line ends, marks that turn the direction of text
# or are not seen, and halves of surrogate pairs, which no stream can write.
COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
# Of these, those that JSON leaves as they are where it need not be ASCII.
LEFT_BY_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def inert(text: str) -> str:
    r"""Text on one line, each command in it written out.

    >>> print(inert("Judul\x1b[2K\r\nERROR: palsu\u202e"))
    Judul\x1b[2K\r\nERROR: palsu\u202e
    """
    return text if text.isascii() and text.isprintable() else COMMANDS.sub(_written_out, text)


def inert_lines(text: str, indent: str = "") -> str:
    r"""Text of several lines, each of them inert; all but the first are indented.

    >>> inert_lines("satu\ndua\x1b", "  ")
    'satu\n  dua\\x1b'
    """
    return f"\n{indent}".join(map(inert, text.split("\n")))


def inert_json(text: str) -> str:
    r"""JSON of the same value without commands to the terminal that shows it.

    >>> print(inert_json('"\x9b2K\u2028"'))
    "\u009b2K\u2028"
    """
    return LEFT_BY_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode("ascii")
