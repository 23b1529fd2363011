"""What is printed around a caption or a credit and is of neither: buttons, labels, a bracket that nothing opens."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.pairs import BUTTON
from newscrawl.reading.phrases.names.networks import PICTURED
from newscrawl.reading.phrases.names.owners import STORES

# "Keterangan foto: Panen kopi", "SORA.COM - Panen kopi": a label, and the house whose page it is
CAPTION_LABEL = re.compile(
    r"(?:ket(?:erangan|\.)?\s?(?:foto|gambar)|(?:foto )?caption|teks foto)\s*:\s*"
    r"|keterangan (?:foto|gambar|video)\s*,\s*|(?:image|media|video) caption\s*[:,]?\s*(?=(?-i:[A-Z]))"
    r"|(?-i:[A-Z][A-Z\d-]+\.(?:COM|ID|CO\.ID|NET))\s+[-–—]\s+",
    re.I,
)
AN_INITIAL = re.compile(r"\b[A-Z]\.$")  # "Budi S."
# Words in front of a name that say that it is a credit; "dok. Budi" is written so.
LABEL = re.compile(
    r"(?:(?:sumber|source)(?: (?:foto|gambar|photo|ilustrasi))?|(?:ilustrasi )?foto|photo|gambar|image|via"
    r"|kredit|credits?|doc)\s*[:/]\s*"
    rf"|(?:foto|sumber) (?=(?:{STORES}|{PICTURED})\b|dok\b|via\b|(?-i:[A-Z][a-z]+ [A-Z][a-z]+$))"
    r"|(?:photo|foto)[.,] ?(?=(?-i:[A-Z])|do[kc])"
    r"|via (?=[A-Z])|(?:photo|foto) credit\s*:\s*|(?:photo|foto|image) (?:by|oleh)\s*:?\s+"
    r"|copyright(?: by)?\s*[:/]?\s+|courtesy of |sumber (?:gambar|foto)\s*,\s*|hak atas (?:foto|gambar)\s*:?",
    re.I,
)
# "... wajib tahu. (Via:": a bracket that was never filled
UNFILLED = re.compile(r"\s*[(\[](?:(?:sumber|via|foto|photo|credit|source)\b\s*:?\s*[)\]]?|\s*[)\]])\s*$", re.I)
BUTTON_IN_FRONT = re.compile(rf"(?:{BUTTON})(?:\s+(?=(?-i:[A-Z(©]))|\s*$)", re.I)
BUTTON_BEHIND = re.compile(rf"(?<=[.)\]])(?:\.{{3}}|\s*…)?\s*(?:(?:baca |lihat )?selengkapnya|{BUTTON})\s*$", re.I)
# ". tempo : 165953704424": the number a picture has in its house
ARCHIVE_NUMBER = re.compile(
    r"\s*(?:\.\s+)?\b(?!(?:tele?po?n|te?lp|hp|wa|whatsapp|nomor|no|kontak)\b)[a-z]+ ?: ?[1-9]\d{8,}\s*$", re.I
)


def bare_caption(caption: str) -> str:
    """A caption without the button and the label in front of it, the button and the number behind it.

    >>> bare_caption("Perbesar Keterangan foto: Panen kopi (Budi"), bare_caption("Panen kopi. (Foto: )")
    ('Panen kopi (Budi)', 'Panen kopi.')
    """
    for in_front in (BUTTON_IN_FRONT, CAPTION_LABEL):
        if found := in_front.match(caption):
            caption = caption[found.end() :]
    return _balanced(UNFILLED.sub("", ARCHIVE_NUMBER.sub("", BUTTON_BEHIND.sub("", caption))))


def bare_credit(credit: str) -> str | None:
    """A credit without the labels in front of it; null where nothing is left.

    >>> bare_credit("Foto: /Antara"), bare_credit("Sumber:")
    ('Antara', None)
    """
    credit = ARCHIVE_NUMBER.sub("", credit).strip()
    while label := LABEL.match(credit):
        credit = credit[label.end() :]
    credit = closed(credit)
    if re.fullmatch(r"\([^()]*\)", credit):
        credit = credit[1:-1]
    end = " " if AN_INITIAL.search(credit) else " ."
    credit = credit.lstrip(" ./").rstrip(" " if "://" in credit else "/ ")  # an address may end in one
    return (credit.rstrip(end) if credit.count("(") == credit.count(")") else credit.strip(" .()")) or None


def _balanced(caption: str) -> str:
    """A caption whose last bracket is closed, once.

    >>> _balanced("Kopi (Sora.com/Budi"), _balanced("Kopi (Sora.com/Budi))")
    ('Kopi (Sora.com/Budi)', 'Kopi (Sora.com/Budi)')
    >>> _balanced("Kopi. Sora.com/Budi)")
    'Kopi. Sora.com/Budi'
    """
    if caption.count(")") == caption.count("(") + 1 and re.search(r"[^()]{4}\)$", caption):
        return caption[:-1]
    if caption.count("(") == caption.count(")") + 1 and ")" not in caption[caption.rfind("(") :]:
        return f"{caption})"
    return closed(caption) if caption.endswith("))") else caption


def closed(text: str) -> str:
    """The text without a bracket at its end that was never opened.

    >>> closed("Sumber: Instagram/budi)")
    'Sumber: Instagram/budi'
    """
    text = text.rstrip().removesuffix(")") if text.count(")") > text.count("(") else text
    return text.rstrip().removesuffix("]") if text.count("]") > text.count("[") else text
