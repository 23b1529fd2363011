"""A paragraph of an article, and what is left of all of them when what is not the article has gone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

# What may stand between linked headlines: "A dan B", "A (video)"
BETWEEN = re.compile(r"\bdan\b|\((?:foto|video)\)", re.I)
LETTER = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its text and the spans of it that are links.

    `picture`: one stands in it, or under a heading; `item`: it is an item of a list or a row of a table; `line`: one of
    several of a block; `heading`: a sub-heading; `elsewhere`: its links lead to no article, but to a tag, a mail or the
    front page of a site; `to_article`: all of them lead to what looks like an article's address; `tags`: all lead to
    tags; `pictures`: how many stand in it, `below`: how many of the body stand in it or above; `under`: a
    figure that says nothing stands right above.
    """

    text: str
    links: list[tuple[int, int]] = field(default_factory=list)
    picture: bool = False
    item: bool = False
    line: bool = False
    heading: bool = False
    elsewhere: bool = False
    to_article: bool = False
    tags: bool = False
    pictures: int = 0
    below: int = 0
    under: bool = False

    def joined(self, below: Paragraph, glue: str = " ") -> Paragraph:
        """This paragraph and the one below as one."""
        at = len(self.text) + len(glue)
        links = [*self.links, *((a + at, b + at) for a, b in below.links)]
        return replace(
            self,
            text=f"{self.text}{glue}{below.text}",
            links=links,
            picture=self.picture or below.picture,
            elsewhere=self.elsewhere and below.elsewhere,
            to_article=self.to_article and below.to_article,
            tags=self.tags and below.tags,
        )

    def linked_from(self, start: int) -> bool:
        """Every letter or digit from `start` on is link text, and there is one."""
        if not self.links:
            return False
        free = [(m.start() + start, m.end() + start) for m in BETWEEN.finditer(self.text[start:])]
        return not self._says_beside([*free, *self.links], start) and self._says_beside(free, start)

    def _says_beside(self, spans: list[tuple[int, int]], start: int) -> bool:
        """A letter or digit from `start` on stands in none of the spans."""
        for a, b in [*sorted(spans), (len(self.text), len(self.text))]:
            if start < a and LETTER.search(self.text, start, a):
                return True
            start = max(start, b)
        return False

    def link_at(self, start: int) -> tuple[int, int] | None:
        """The link whose text begins at `start`, white space and quotes aside."""
        letter = LETTER.search(self.text, start)
        start = letter.start() if letter else len(self.text)
        return next((span for span in self.links if span[0] <= start < span[1]), None)

    def without(self, start: int, end: int) -> Paragraph:
        """The paragraph with `text[start:end]` cut out and the link spans moved along."""
        head, tail = self.text[:start].rstrip(), self.text[end:].lstrip()
        tail = tail.removeprefix(".") if head.endswith((".", "!", "?")) else tail
        glue = " " if head and tail and tail[0] not in ".,;:!?" else ""
        shift = len(head) + len(glue) - (len(self.text) - len(tail))
        links = [(a, min(b, len(head))) for a, b in self.links if a < start]
        links += [(max(a, end) + shift, b + shift) for a, b in self.links if b > end]
        return replace(self, text=head + glue + tail, links=links)


@dataclass(slots=True)
class Cleaned:
    """What is left of an article, and what its tail said: editors, authors, an agency, picture captions, a paywall.

    `bracketed` are those of the editors who signed the end in brackets, `signed` those of them who did so alone and
    with a whole name: some wrote the text. `reporters` are those of the authors who are named with their role,
    `elsewhere` those who wrote it where it was taken from.
    `below` tells of each caption how many pictures of the text stand above it; `pictures` how many stand in front of
    an offer to subscribe, null where there is none. `advertised`: it was signed as an advertorial.
    """

    paragraphs: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    bracketed: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    reporters: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    agency: str | None = None
    captions: list[str] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    paywalled: bool = False
    advertised: bool = False
    pictures: int | None = None

    def name_agency(self, name: str | None) -> None:
        """Note whose text it is, where nothing has said so."""
        self.agency = self.agency or name or None
