"""What is printed: it reaches its reader, and what a site says commands no terminal and begins no line of its own."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

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


def open_streams() -> None:
    """Have standard streams that the caller has closed lead to nowhere.

    The next file that is opened would take the number of one, and what a fault prints would stand amid what is stored.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)  # takes the stream's own number
            setattr(sys, name, open(nowhere, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


@contextmanager
def printing() -> Iterator[None]:
    """What is printed here reaches its reader, or the command ends: quietly where the reader, such as head, has had
    enough, with one line where the disk is full or the output's encoding lacks a character.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        stop_writing()
    except OSError as error:
        stop_writing(f"{error.strerror}")
    except UnicodeEncodeError as error:
        stop_writing(f"{error.encoding} cannot hold all characters: set PYTHONIOENCODING=utf-8")


def stop_writing(why: str = "") -> NoReturn:
    """End the command whose standard output nobody reads any more, or cannot take what is written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or closing it would fail once more
    if why:
        print(f"newscrawl: standard output: {why}", file=sys.stderr)
    sys.exit(1)
