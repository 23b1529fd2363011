"""A text beside its page: which of the page's lines are in the text, in another field, or left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from newscrawl.reading.blocks.boxes import SENTENCE

LABELLED = frozenset({"title", "authors", "images"})  # fields of which a line may say more than they do
SURE = 12  # letters: a shorter block may stand in a paragraph by chance
LONG = 40  # letters: a longer block is known wherever it stands
RUN = 4  # words in a row that two texts have in common: fewer are chance
WHOLE = 0.8  # of the words of a paragraph: the line is the paragraph and more
MOST = 120  # blocks shown of a page that were left out
LONGEST = 700  # characters shown of one block
PARAGRAPH = 80  # characters: a sentence left out with as many may be a paragraph that was lost
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Blocks of one place, "div.terkait p", that are not in the text; `field`: where they are instead, as "title"."""

    place: str
    lines: tuple[str, ...]
    field: str = ""

    @property
    def is_long(self) -> bool:
        """True where a paragraph may have been lost."""
        return not self.field and any(len(line) >= PARAGRAPH and SENTENCE.search(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of the text in a row, and what the page shows behind them that is not in it."""

    paragraphs: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def aligned(
    text: Sequence[str], lines: Iterable[tuple[str, str]], held: Mapping[str, str] | None = None
) -> tuple[tuple[Passage, ...], int]:
    """The paragraphs of a text with the lines of its page that are not in it, in the page's order.

    `lines` are places and texts, `held` the letters of what stands in other fields, with their names. Of a line that
    is in the text but for a part, the part is given. The number says how many lines more there are than MOST.
    """
    held = held or {}
    said = [letters_of(paragraph) for paragraph in text]
    everything = "\n".join(said)
    rows: list[tuple[list[str], list[LeftOut]]] = [([], [])]
    at = count = 0  # paragraphs placed, lines left out
    for place, line in lines:
        letters = letters_of(line)
        if not letters:
            continue
        found = _where(letters, said, at)
        cut = ""
        if found is None and not (len(letters) >= LONG and letters in everything):
            found, cut = (None, line) if _held(letters, held) else _cut(line, text, said, at)
        while found is not None and at <= found:
            if rows[-1][1]:
                rows.append(([], []))
            rows[-1][0].append(text[at])
            at += 1
        if cut:
            count += 1
            if count <= MOST:
                _add(rows[-1][1], place, cut, _held(letters_of(cut), held))
    if rest := list(text[at:]):
        rows.append((rest, []))
    passages = (Passage(tuple(paragraphs), tuple(left)) for paragraphs, left in rows if paragraphs or left)
    return tuple(passages), max(count - MOST, 0)


def _add(left: list[LeftOut], place: str, line: str, name: str) -> None:
    """One more line that was left out, with the ones before it where they stand in the same place."""
    line = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    if left and (left[-1].place, left[-1].field) == (place, name):
        left[-1] = LeftOut(place, (*left[-1].lines, line), name)
    else:
        left.append(LeftOut(place, (line,), name))


def _held(letters: str, held: Mapping[str, str]) -> str:
    """The field that says what a line says; a credit may stand behind a caption: "(Foto: Rani)"."""
    longer = (
        key
        for key, name in held.items()
        if name in LABELLED and len(key) >= SURE and len(letters) - len(key) <= LONG and letters.startswith(key)
    )
    return held.get(letters) or held.get(max(longer, key=len, default=""), "")


def _where(letters: str, said: Sequence[str], at: int) -> int | None:
    """The paragraph that a line is, or is a part of; a short line only where the reading has come to."""
    near = range(max(at - 1, 0), min(at + 2, len(said)))
    places: list[int] = [*near, *range(at, len(said))]
    for i in places:
        one = said[i]
        if one == letters or (len(letters) >= LONG and letters in one):
            return i
        if i in near and (letters in one if len(letters) >= SURE else one.startswith(letters) or one.endswith(letters)):
            return i
    return None


def _cut(line: str, text: Sequence[str], said: Sequence[str], at: int) -> tuple[int | None, str]:
    """The last paragraph that a line holds most of, and the words of the line that are not in it; else the line."""
    letters, words = letters_of(line), list(WORD.finditer(line))
    spelt = [word[0].casefold() for word in words]
    for first in range(max(at - 1, 0), min(at + 3, len(text))):
        last = first
        while last + 1 < len(text) and said[last] in letters and said[last + 1] in letters:
            last += 1
        other = [word for paragraph in text[first : last + 1] for word in WORD.findall(paragraph.casefold())]
        same = SequenceMatcher(None, spelt, other, autojunk=False).get_matching_blocks()
        runs = [(run.a, run.a + run.size) for run in same if run.size >= min(RUN, len(other))]
        common = sum(end - begin for begin, end in runs)
        if common and (2 * common >= len(spelt) or common >= WHOLE * len(other)):
            gaps = zip([0, *(end for _, end in runs)], [*(begin for begin, _ in runs), len(words)], strict=True)
            pieces = (_piece(line, words[a].start(), words[b - 1].end()) for a, b in gaps if a < b)
            return last, " … ".join(pieces)
    return None, line


def _piece(line: str, begin: int, end: int) -> str:
    """A part of a line with the marks that stand at its words."""
    while begin and not line[begin - 1].isspace() and not line[begin - 1].isalnum():
        begin -= 1
    while end < len(line) and not line[end].isspace() and not line[end].isalnum():
        end += 1
    return line[begin:end]


def letters_of(text: str) -> str:
    return "".join(WORD.findall(text.casefold()))
