"""A text that stands on its page more than once: for small screens, for programs, or pasted twice."""

from __future__ import annotations

from itertools import takewhile

from newscrawl.reading.blocks.figures import Body, texts_of
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.text import letters

LONG = 40  # characters; a paragraph as long is not twice in an article
LONGEST_TOLD = 2_000  # characters that tell one paragraph from another
LEAST_COPIED = 500  # characters of paragraphs in a row; the verses of a song are shorter
LEAST_IN_A_ROW = 3  # of them: who repeats a line or two means it
MOST_IN_FRONT = 1  # paragraphs above what is there twice: a lead


def long_of(body: Body) -> list[str]:
    """The letters and digits of the paragraphs that are long enough to tell one text from another."""
    return [letters(p.text[:LONGEST_TOLD]) for p in body.paragraphs if len(p.text) >= LONG]


def is_copy(body: Body, one: list[str], other: Body, two: list[str]) -> bool:
    """True for the same text once more, perhaps with other quotes, boxes or an end missing; with their long ones."""
    if not one or not two:
        return any(p.text for p in body.paragraphs) and texts_of(body) == texts_of(other)
    return 2 * len(set(one) & set(two)) > min(len(one), len(two))


def said_once(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without those that say in a row, right behind them, what the ones above have said.

    >>> said = [f"Warga desa {n} kali memanen kopi di lereng utara. " * 5 for n in (1, 2, 3)]
    >>> [p.text.split()[2] for p in said_once([Paragraph(text) for text in (*said, *said[:2])])]
    ['1', '2', '3', '1', '2']
    >>> [p.text.split()[2] for p in said_once([Paragraph(text) for text in (*said, *said, "Kopi itu manis.")])]
    ['1', '2', '3', 'manis.']
    >>> days = ["Kopi itu manis. " * 4, "Teh itu pahit. " * 4, *said, *said]
    >>> [p.text.split()[2] for p in said_once([Paragraph(text) for text in days])]
    ['manis.', 'pahit.', '1', '2', '3', '1', '2', '3']
    >>> [len(said_once([Paragraph(text) for text in said * times])) for times in (2, 3, 4)]
    [3, 9, 12]
    """
    copied = _copied(paragraphs)
    return [paragraph for at, paragraph in enumerate(paragraphs) if at not in copied]


def _copied(paragraphs: list[Paragraph]) -> set[int]:
    """The places of the paragraphs that copy those above them; short lines go with the long ones they stand among."""
    places = [at for at, paragraph in enumerate(paragraphs) if len(paragraph.text) >= LONG]
    texts = [paragraphs[at].text for at in places]
    if len(set(texts)) == len(texts):
        return set()
    known: dict[str, int] = {}
    for again, text in enumerate(texts):
        first = known.setdefault(text, again)
        if first == again:
            continue
        own, copy = texts[first:again], texts[again : 2 * again - first]
        if first > MOST_IN_FRONT or 4 * len(own) < len(texts):  # days of a plan, stanzas, a form filled in anew
            continue
        more = texts[2 * again - first :][:1] == [text] or texts[first - 1 : first] == texts[again - 1 : again]
        if more or own[1:].count(text):  # more than two, or a part of one: they are meant
            continue
        if own != copy or len(set(own)) < LEAST_IN_A_ROW or sum(map(len, own)) < LEAST_COPIED:
            continue
        begin, end = places[again], places[2 * again - first - 1]
        between = paragraphs[places[again - 1] + 1 : begin]
        said = {paragraph.text for paragraph in paragraphs[:begin]}
        begin -= _alike(between[::-1], paragraphs[: places[first]][::-1])
        end += _alike(between, paragraphs[end + 1 :])
        return {at for at in range(begin, end + 1) if paragraphs[at].text in said}
    return set()


def _alike(some: list[Paragraph], others: list[Paragraph]) -> int:
    """How many of the first lines are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, zip(some, others, strict=False)))
