"""The headline of a page: of several headings the one that the page's own title repeats, never the site's name."""

from __future__ import annotations

import re

from newscrawl.reading.fields import LONGEST_TITLE, FieldLoader
from newscrawl.reading.page import Page
from newscrawl.reading.shape import likely_title
from newscrawl.reading.text import clean

WORD = re.compile(r"\w+")


def read_title(loader: FieldLoader) -> str:
    """The headline without what the site writes behind it; "" where the page has none."""
    found: list[str] = loader.values["title"]
    title = _heading(found, loader) if "title" in loader.visible else _stated(found, loader)
    return re.sub(loader.title_cut, "", title).strip()


def is_foreign(title: str, page: Page) -> bool:
    """True for a headline that shares no word with what the page calls itself, nor with its address.

    A magazine's headline may be so, too.
    """
    words = {word for word in WORD.findall(title.casefold()) if len(word) > 3}
    own = page.own_title.casefold()
    return bool(words and own.strip()) and words.isdisjoint(WORD.findall(f"{own} {page.url.casefold()}"))


def _heading(found: list[str], loader: FieldLoader) -> str:
    """The one of several headings that is the article's."""
    page = loader.page
    said = clean(" ".join(page.metas.get("title", [])[:1])[:LONGEST_TITLE])
    said = f"{said} {page.own_title}"
    words = frozenset(WORD.findall(said.casefold()))
    others = [title for title in found if title and not loader.is_site(title)]
    otherwise = next(iter([*others, *filter(None, found)]), "")
    repeated = (title for title in others if title.casefold() in said.casefold())
    title = max(repeated, key=len, default=otherwise)
    if len(title.split()) > 2 and _repeats(title, words) > 0.5:
        return title
    # The channel's name stands in the first heading, or the site's; the page's own title may be reworded.
    long = (heading for heading in others if len(heading.split()) > 2)
    reworded = max(long, key=lambda heading: _repeats(heading, words), default="")
    if _repeats(reworded, words) > 0.5:
        return reworded
    if len(title.split()) > 2:
        return title
    better = next(iter(_by_shape(loader)), "")
    return better if better and better in said else title


def _stated(found: list[str], loader: FieldLoader) -> str:
    """What the page's metadata says of its headline."""
    title = next(iter(found), "")
    heading = next(iter(_by_shape(loader)), "") if loader.guess else ""
    if heading and (not title or heading in title):
        return heading
    title = re.sub(rf"\s+[:|–-]\s+(?:{loader.site_name})(?:\.com)?(?:\s[\w .]{{2,30}})?$", "", title, flags=re.I)
    return re.sub(r"\s+(?:- PAGE|halaman) (?:\d+|all)$", "", title, flags=re.I)


def _by_shape(loader: FieldLoader) -> list[str]:
    """The line that by the page's shape is its headline, as the field reads it."""
    better = likely_title(loader.page)
    return loader.taken("title", [better]) if better is not None else []


def _repeats(heading: str, said: frozenset[str]) -> float:
    """The share of a heading's words that are among the words of the page's own title.

    >>> _repeats("Warga Tanam Bakau", frozenset({"bakau", "ditanam", "warga", "okezone"}))
    0.6666666666666666
    """
    words = set(WORD.findall(heading.casefold()))
    return len(words & said) / len(words) if words else 0.0
