"""What the documents say: their commands, code and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.project import ROOT

DOCUMENTS = sorted(
    path.relative_to(ROOT) for folder in (".", "docs", "schedule") for path in (ROOT / folder).glob("*.md")
)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]\n]*(?:\n[^\]\n]*)?\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.M)
CONTINUED = re.compile(r"\\\n|\n {14}(?=--)")  # a line of a script, in YAML too
OURS = re.compile(r"(?<!from )\bnewscrawl ([a-z]+)\b(.*)")


@dataclass(frozen=True)
class Typed:
    """A line that a reader is told to type, without its prompt."""

    document: Path
    line: str

    def __str__(self) -> str:
        return f"{self.document}: {self.line}"


def text_of(document: Path) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def prose(text: str) -> str:
    """A document without its blocks of code."""
    return BLOCK.sub("", text)


def typed() -> list[Typed]:
    """Every line behind a `$` in the blocks of all documents."""
    return [
        Typed(document, line)
        for document in DOCUMENTS
        for kind, block in BLOCK.findall(text_of(document))
        if kind == "console"
        for line in re.findall(r"^\$ (.*)$", block, re.M)
    ]


def mentioned() -> Iterator[tuple[Path, str, str]]:
    """Every `newscrawl COMMAND ...` in code, inside the lines or in scripts: document, command, what follows."""
    for document in DOCUMENTS:
        text = text_of(document)
        scripts = (block for kind, block in BLOCK.findall(text) if kind != "python")
        blocks = CONTINUED.sub(" ", "\n".join(scripts))
        for code in (*CODE.findall(prose(text)), *blocks.splitlines()):
            if found := OURS.search(code):
                yield document, found[1], found[2].partition("  #")[0]


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = (re.sub(r"[`*]|\[|\]\([^)]*\)", "", heading) for heading in HEADING.findall(prose(text_of(document))))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
