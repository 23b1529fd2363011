"""Text that was encoded twice: UTF-8 read as Windows-1252 on its way into the page, "â€œKopiâ€" for "“Kopi”"."""

from __future__ import annotations

import re


def _of_byte(byte: int) -> str:
    """What Windows-1252 makes of a byte; of the five it does not know, the control character."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


BYTES = {_of_byte(byte): byte for byte in range(0x80, 0x100)}
FOLLOWS = "[" + "".join(_of_byte(byte) for byte in range(0x80, 0xC0)) + "]"
# Not the end of a word in capitals, as Portuguese has them, and what stands behind it: "IRMÃ…"
NO_END = "(?:(?<![A-Z]Ã[…”’])|(?=\\w))"
# A letter as its bytes read: "Ã©", "â€œ", "ðŸ˜€"
ONE = f"(?:[Â-ß]{FOLLOWS}{NO_END}|[à-ï]{FOLLOWS}{{2}}|[ð-ô]{FOLLOWS}{{3}})"
TWICE = re.compile(f"{ONE}+")
# What "”" becomes where its last byte, which is no character, was dropped
CUT_QUOTE = re.compile(r"â€(?=[\s.,;:!?)\]]|\Z)")
MAY_BE = re.compile("[Â-ô][^\x00-\x7f]")
# What pages in Indonesian have alone among plain letters: quotes, dashes, signs, letters with accents, pictures
EXPECTED = re.compile(
    "[\xa0-\xff\u2010-\u203a\u20ac\u2122\u2190-\u21ff\u2200-\u22ff\u2600-\u27bf\U0001f000-\U0001faff]"
)
TIMES = 2  # that a text may have been encoded too often


def repaired(text: str) -> str:
    """Text in which what was encoded twice is read as it was meant; other text is left as it is.

    >>> repaired("â€œKopiâ€\x9d CafÃ© Sora â€“ 30Â°C"), repaired("ðŸ˜€"), repaired("kata â€œDarmoâ€, petani")
    ('“Kopi” Café Sora – 30°C', '😀', 'kata “Darmo”, petani')
    >>> repaired("“CAFÉ” SÃO “Ä” Â à «ini» naïve IRMÃ…"), repaired("Ø³ÙˆØ±Ø© CAFÃ‰")
    ('“CAFÉ” SÃO “Ä” Â à «ini» naïve IRMÃ…', 'سورة CAFÉ')
    """
    for _ in range(TIMES):
        if not MAY_BE.search(text):
            break
        text = CUT_QUOTE.sub("”", TWICE.sub(_read, text))
    return text


def _read(found: re.Match[str]) -> str:
    """The letters that a run of such bytes was, if it is one, and not chance."""
    try:
        letters = bytes(BYTES[character] for character in found[0]).decode()
    except UnicodeDecodeError:
        return found[0]
    return letters if len(letters) > 1 or EXPECTED.fullmatch(letters) else found[0]
