"""What is searched for, as people write it: words, "phrases", OR, NOT, brackets, and beginnings of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

TOKEN = re.compile(r"[^\W_]+")  # what SQLite's unicode61 takes for a word
PART = re.compile(r'"([^"]*)"(\*?)|([()])|([^\s()"]+)')
SNIPPET = 28  # words
MARKS = "**", "**"
MOST_FOUND = 200  # places in a text that are looked at


class BadQuery(ValueError):
    """The words cannot be searched for. The message is one line that says what to write."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase: its words, folded, and whether the last one is only a beginning."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def match(self) -> str:
        """The term in FTS5's language."""
        return f'"{" ".join(self.words)}"{"*" if self.begins else ""}'


@dataclass(frozen=True, slots=True)
class Query:
    """`match` is the query in FTS5's language, `terms` are those that a text is found by (not those behind NOT)."""

    match: str
    terms: tuple[Term, ...]


@dataclass(slots=True)
class _Group:
    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)

    @property
    def match(self) -> str:
        if not self.wanted:
            raise BadQuery("NOT needs something to be taken from: write banjir NOT rob")
        match = " AND ".join(self.wanted)
        return f"({match}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else match


def parse(text: str) -> Query:
    """Read a query: all words must be there, in any order; OR and NOT (also -word) are written in capitals.

    Raises BadQuery.

    >>> parse('banjir demak').match
    '"banjir" AND "demak"'
    >>> parse('(banjir OR rob) "Jawa Tengah" NOT longsor gempa*').match
    '((("banjir") OR ("rob")) AND "jawa tengah" AND "gempa"*) NOT ("longsor")'
    """
    if text.count('"') % 2:
        raise BadQuery('a quotation mark is not closed: write "banjir rob" with one at each end')
    parts = list(PART.finditer(text))
    terms: list[Term] = []
    match = _alternatives(parts, terms, nested=False)
    if parts:
        raise BadQuery("a bracket is closed that was not opened")
    return Query(match, tuple(terms))


def _alternatives(parts: list[re.Match[str]], terms: list[Term], *, nested: bool, wanted: bool = True) -> str:
    """Takes parts from the front until the end or the closing bracket."""
    groups, negative, after = [_Group()], False, ""
    while parts:
        part = parts.pop(0)
        word = part[4] or ""
        if part[3] == ")":
            if not nested:
                parts.insert(0, part)
            nested = False
            break
        if word in ("OR", "NOT", "AND"):
            negative = _operator(word, after, groups)
            after = word
            continue
        if word.startswith("-") and len(word) > 1:
            negative, word = True, word[1:]
        is_wanted = wanted and not negative
        if part[3] == "(":
            match = f"({_alternatives(parts, terms, nested=True, wanted=is_wanted)})"
        else:
            term = _term(word if part[4] else part[1] + part[2], part[0])
            match = term.match
            if is_wanted:
                terms.append(term)
        (groups[-1].unwanted if negative else groups[-1].wanted).append(match)
        negative, after = False, ""
    if nested:
        raise BadQuery("a bracket is not closed")
    if after:
        raise BadQuery(f"nothing stands behind {after}")
    if not groups[-1].wanted and not groups[-1].unwanted:
        raise BadQuery('nothing to search for: write a word, e.g. banjir demak, "banjir rob", banjir OR rob')
    found = [group.match for group in groups]
    return found[0] if len(found) == 1 else " OR ".join(f"({match})" for match in found)


def _operator(word: str, after: str, groups: list[_Group]) -> bool:
    """Take OR, AND or NOT; returns whether what follows is unwanted."""
    is_first = not groups[-1].wanted and not groups[-1].unwanted
    if (word != "NOT" and (is_first or after)) or (word == "NOT" and after == "NOT"):
        raise BadQuery(f"nothing stands in front of {word}; the word itself is written in small letters or quoted")
    if word == "OR":
        groups.append(_Group())
    return word == "NOT"


def _term(text: str, written: str) -> Term:
    words = tuple(folded(word) for word in TOKEN.findall(text))
    if not words:
        raise BadQuery(f"{written} has no letter or digit to search for")
    return Term(words, text.endswith("*"))


def folded(word: str) -> str:
    """A word without regard to case and accents.

    >>> folded("Kafé")
    'kafe'
    """
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def snippet(text: str, terms: Sequence[Term], most: int = SNIPPET, marks: tuple[str, str] = MARKS) -> str:
    """The `most` words of a text around what was found, which stands between `marks`; the beginning if nothing was.

    >>> snippet("Hujan deras. Banjir merendam ratusan rumah di Demak sejak pagi.", parse("demak banjir").terms, 6)
    '… **Banjir** merendam ratusan rumah di **Demak** …'
    """
    words = list(TOKEN.finditer(text))
    if not words:
        return ""
    found = sorted(set(islice(_found([folded(word[0]) for word in words], terms), MOST_FOUND)))
    first = _densest(found, most) if found else 0
    first = max(min(first, len(words) - most), 0)
    last = min(first + most, len(words)) - 1
    pieces, at = [], words[first].start() if first else 0
    for begin, end, _ in found:
        if begin < first or end > last:
            continue
        start, stop = words[begin].start(), words[end].end()
        if start >= at:
            pieces += [text[at:start], marks[0], text[start:stop], marks[1]]
            at = stop
    pieces.append(text[at : words[last].end() if last + 1 < len(words) else len(text)])
    shown = " ".join("".join(pieces).split())
    return f"{'… ' if first else ''}{shown}{' …' if last + 1 < len(words) else ''}"


def _found(words: Sequence[str], terms: Sequence[Term]) -> Iterator[tuple[int, int, int]]:
    """First and last word of each place where a term is found, and which term."""
    for number, term in enumerate(terms):
        *before, last = term.words
        for begin in range(len(words) - len(before)):
            end = begin + len(before)
            if (words[end].startswith(last) if term.begins else words[end] == last) and words[begin:end] == before:
                yield begin, end, number


def _densest(found: Sequence[tuple[int, int, int]], most: int) -> int:
    """The first word of a window that holds as many of the terms as can be, the earliest of such."""
    best, first = 0, found[0][0]
    for begin, _, _ in found:
        inside = [place for place in found if place[0] >= begin and place[1] < begin + most]
        if len({number for _, _, number in inside}) > best:
            best, first = len({number for _, _, number in inside}), begin
            last = max(end for _, end, _ in inside)
    room = most - (last + 1 - first) if best else 0
    return max(first - room // 2, 0) if best else first
