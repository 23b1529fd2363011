"""Where a text begins and ends among the paragraphs of a box that the page's shape tells: buttons and menus go."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.guess import LEAST_SENTENCE
from newscrawl.reading.phrases.heads import DATELINE

# "Ia pulang.", "Editor : Siti Aminah"
SAYS_SOMETHING = re.compile(
    r"[.!?”\")\]:*]$|^\w+(?: (?-i:[A-Z])\w+)? ?: ?(?-i:[A-Z0-9(+])"
    r"|^(?:(?:dilaporkan|ditulis) oleh|(?:penulis|reporter|sumber|teks|kabiro|kaperwil)\b[^:]{1,25}?) ?: ?(?-i:[A-Z])",
    re.I,
)
# Where a reader stands in a quiz, of which the first question and its answers follow: "Pertanyaan 1 / 5"
QUIZ = re.compile(r"(?:question|pertanyaan|soal|kuis|quiz)\s+\d{1,3}\s*(?:/|dari|of)\s*\d{1,3}", re.I)
MOST_OF_QUIZ = 20  # paragraphs


def is_said(text: str) -> bool:
    """True for a paragraph that is no word of a button or a menu."""
    return len(text.split()) > 4 or len(text) > LEAST_SENTENCE or bool(SAYS_SOMETHING.search(text))


def without_labels(paragraphs: list[Paragraph], *, signed: bool) -> list[Paragraph]:
    """Paragraphs without the words of buttons and menus in front of and behind the sentences; a last line may sign."""
    quiz = next((i for i, p in enumerate(paragraphs) if QUIZ.fullmatch(p.text)), 0)
    if quiz and len(paragraphs) - quiz <= MOST_OF_QUIZ:
        paragraphs = paragraphs[:quiz]
    real = [i for i, p in enumerate(paragraphs) if is_said(p.text)]
    if not real:
        return []
    above = paragraphs[real[0] - 1] if real[0] else None
    # what stands below a picture is its caption; "Jakarta -" is the text's
    first = real[0] - (above is not None and (above.picture or bool(DATELINE.fullmatch(above.text))))
    return paragraphs[first : _end_of_list(paragraphs, real[-1] + 1) + signed]


def _end_of_list(paragraphs: list[Paragraph], end: int) -> int:
    """Where the list, table or verse ends that goes on behind the last sentence, or begins there; `end` for neither.

    Its lines have no pictures, and no links unless the sentence announces them; a line may stand above one that begins.
    Two lines of no list are buttons.
    """
    told = paragraphs[end - 1].text.endswith(":")
    listed = [
        (p.item, p.line) if p.text and (told or not p.links) and not p.picture else (False, False) for p in paragraphs
    ]
    for begin in (end, end + 1):
        for kind, least in enumerate((2, 3)):
            run = next((n for n, of in enumerate(listed[begin:]) if not of[kind]), len(listed) - begin)
            goes_on = begin == end > 0 and listed[end - 1][kind]
            if goes_on and kind and paragraphs[end - 1].text.endswith((".", "!", "?")):
                goes_on = run > 1  # one line behind a sentence may sign it
            if run >= least or (goes_on and run > 0):
                return begin + run
    return end
