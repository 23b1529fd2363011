"""The pages of an article in, one article out: what every page repeats, or is repeated at a seam, is kept once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby, takewhile

from newscrawl.items import Article, Image
from newscrawl.reading.blocks.lines import continued
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.text import unique

BOX = 40  # characters: less on every page of an article may be its own sub-headings


def covers(whole: Article, first: Article) -> bool:
    """True when the page that should show all pages is at least page 1: as long, and with every paragraph of it."""
    text = " ".join(whole.text.split())
    known = set(whole.text.split("\n\n"))
    paragraphs = first.text.split("\n\n")
    return len(whole.text) >= len(first.text) and all(p in known or p in text for p in paragraphs)


def join(parts: list[Article], pages: int, *, complete: bool) -> Article:
    """One article from its pages in order; what every page repeats, or is repeated at a seam, is kept once.

    `pages` is how many were had; identity, title, dates and summary are page 1's.
    """
    first = parts[0]
    return replace(
        first,
        text="\n\n".join(_joined([part.text.split("\n\n") for part in parts if part.text])),
        authors=first.authors or next((p.authors for p in parts if p.authors), []),
        editors=unique(editor for part in parts for editor in part.editors),
        tags=unique(tag for part in parts for tag in part.tags),
        agency=next((p.agency for p in parts if p.agency), None),
        images=_joined_images(image for part in parts for image in part.images),
        paywalled=any(part.paywalled for part in parts),
        pages=pages,
        complete=complete,
    )


def _joined(pages: list[list[str]]) -> list[str]:
    """The paragraphs of all pages: a lead, a box or a foot of every page once, and what is repeated at a seam.

    >>> _joined([["Pembuka.", "Satu."], ["Pembuka.", "Satu.", "Dua."], ["Pembuka.", "Tiga."]])
    ['Pembuka.', 'Satu.', 'Dua.', 'Tiga.']
    >>> box = "Laporan ini dikerjakan bersama Yayasan Lereng Utara."
    >>> _joined([["Satu.", box], ["Dua.", box]])[:2]
    ['Satu.', 'Dua.']
    >>> _joined([["Panen raya kopi tahun ini lebih awal karena"], ["hujan berhenti.", "Dua."]])
    ['Panen raya kopi tahun ini lebih awal karena hujan berhenti.', 'Dua.']
    """
    foot = _foot(pages) if len(pages) > 1 else []
    pages = [page[: len(page) - len(foot)] for page in pages]
    everywhere = set.intersection(*map(set, pages)) if len(pages) > 1 else set()
    joined: list[str] = []
    last: list[str] = []
    for page in pages:
        lead = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(page, pages[0], strict=False)))
        new = _without_boxes(page[lead:], everywhere) if joined else page
        sizes = range(min(len(new), len(last)), 0, -1)
        seam = next((k for k in sizes if last[-k] == new[0] and last[-k:] == new[:k]), 0)
        new = new[seam:]
        whole = continued(Paragraph(joined[-1]), Paragraph(new[0])) if joined and new and not seam else None
        if whole:  # a page that ends amid a sentence
            joined[-1:], new = [whole.text], new[1:]
        joined.extend(new)
        last = _without_boxes(page, everywhere)
    return joined + foot


def _foot(pages: list[list[str]]) -> list[str]:
    """What each page ends with: it stands behind the text of all of them."""
    alike = takewhile(lambda lines: len({*lines}) == 1, zip(*map(reversed, pages), strict=False))
    lines = [line for line, *_ in alike][::-1]
    return lines if sum(map(len, lines)) >= BOX else []


def once(text: str, pages: int) -> str:
    """The text of all pages in one, in which each may have brought its lead and its box along."""
    paragraphs = text.split("\n\n")
    counts = Counter(paragraphs)
    repeated = {p for p, count in counts.items() if count >= pages > 1 and len(p) >= BOX}
    foot = [*takewhile((repeated - {paragraphs[0]}).__contains__, reversed(paragraphs))][::-1]
    kept: dict[str | int, str] = {}
    for number, paragraph in enumerate(paragraphs):
        if paragraph not in foot:
            kept.setdefault(paragraph if paragraph in repeated else number, paragraph)
    return "\n\n".join([*kept.values(), *dict.fromkeys(foot)])


def _without_boxes(page: list[str], everywhere: set[str]) -> list[str]:
    """The page without what stands on all of them; short lines, as "Bahan:", are each page's own."""
    kept: list[str] = []
    for common, group in groupby(page, everywhere.__contains__):
        lines = list(group)
        if not common or sum(map(len, lines)) < BOX:
            kept.extend(lines)
    return kept


def _joined_images(images: Iterable[Image]) -> list[Image]:
    """Each picture once, in order, with its first caption."""
    joined: dict[str, Image] = {}
    for image in images:
        if image.url not in joined or not joined[image.url].caption:
            joined[image.url] = image
    return list(joined.values())
