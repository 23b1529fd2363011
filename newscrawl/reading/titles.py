"""The headline of a page: of several headings the one that the page's own title repeats, never the site's name."""

from __future__ import annotations

import re

from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.headline import LONGEST_TITLE, is_in_menu, likely_title
from newscrawl.reading.page import Page
from newscrawl.reading.taxonomy.topics import MOTTO
from newscrawl.reading.text import clean, flatten, words_of

PAGE_BEHIND = re.compile(r"\s*[-|(]?\s*\b(?:page|hal(?:aman|\.)?)\s*(\d+)\)?$", re.I)
MARK = r"(?:[-–—|:»/•]|::)"  # what parts a headline from the site's name
APART = re.compile(rf"(\s+{MARK}\s+)")
AT_EDGE = re.compile(rf"^\s+{MARK}\s|\s{MARK}\s+$")
INLINE = frozenset("a b em i label small span strong sup".split())


def read_title(loader: FieldLoader) -> str:
    """The headline without what the site writes behind it; "" where the page has none."""
    found: list[str] = loader.values["title"]
    shown = "title" in loader.visible
    title = re.sub(loader.title_cut, "", _heading(found, loader) if shown else _stated(found, loader)).strip()
    return _bare(title, loader) if shown else title


def is_foreign(title: str, page: Page) -> bool:
    """True for a headline that shares no word with what the page calls itself, nor with its address.

    A magazine's headline may be so, too.
    """
    words = {word for word in words_of(title) if len(word) > 3}
    return bool(words and page.own_title.strip()) and words.isdisjoint(words_of(f"{page.own_title} {page.url}"))


def _heading(found: list[str], loader: FieldLoader) -> str:
    """The one of several headings that is the article's."""
    page = loader.page
    said = clean(" ".join(page.metas.get("title", [])[:1])[:LONGEST_TITLE])
    said = f"{said} {page.own_title}"
    words = frozenset(words_of(said))
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
    named = len(title.split()) < 3 and title.casefold() not in said.casefold()  # "Berita", above it
    if named and reworded and page.own_title.strip() and not is_foreign(reworded, page):
        return reworded
    if len(title.split()) > 2 and (not said.strip() or not is_foreign(title, page)) and not _is_hidden(loader):
        return title
    better = next(iter(_by_shape(loader)), "")
    if better and better.casefold() in said.casefold():
        return better
    own = loader.first("title", "json", "meta") if loader.guess and _is_hidden(loader) else []
    return own[0] if own else title  # the channel's, in the way to the page


def _is_hidden(loader: FieldLoader) -> bool:
    """True where all headings of the rule are hidden, or of a menu: what they say is the site's name, or its motto."""
    headings = [e for e in loader.first("title", "css") if not isinstance(e, str)]
    return bool(headings) and all(is_in_menu(e, loader.page.menus) for e in headings)


def _bare(title: str, loader: FieldLoader) -> str:
    """A heading without the number of the page, the site's name and a badge in an element of its own.

    A badge is no part of what the page says of its headline elsewhere, the rest is.
    """
    number = loader.page_in_address.search(loader.page.url)
    if number and (found := PAGE_BEHIND.search(title)) and found[1] == number[1]:
        title = title[: found.start()]
    title = re.sub(rf"\s+[|–-]\s+(?:{loader.site_name})(?:\.com)?$", "", title, flags=re.I)
    own = [clean(text).casefold() for text in (loader.page.own_title, *loader.page.find("article.headline"))]
    if any(title.casefold() in text for text in own):
        return title
    for heading in loader.first("title", "css"):
        if isinstance(heading, str) or flatten(heading) != title:
            continue
        for badge in (e for e in (*heading[:1], *heading[-1:]) if e.tag in INLINE):
            said = flatten(badge)
            for rest in (title.removeprefix(said), title.removesuffix(said)):
                if rest != title and rest and any(rest.strip().casefold() in text for text in own):
                    return rest.strip()
    return title


def _stated(found: list[str], loader: FieldLoader) -> str:
    """What the page's metadata says of its headline."""
    title = next(iter(found), "")
    heading = next(iter(_by_shape(loader)), "") if loader.guess else ""
    if heading and (not title or _is_most_of(heading, title)):
        return heading
    title = re.sub(rf"\s+[:|–-]\s+(?:{loader.site_name})(?:\.com)?(?:\s[\w .]{{2,30}})?$", "", title, flags=re.I)
    if loader.guess:
        title = _without_site(title or ("" if loader.described else _named(loader)), loader)
    return re.sub(r"\s+(?:[-–|] PAGE|(?:[-–|] )?halaman) (?:\d+|all)$", "", title, flags=re.I)


def _is_most_of(heading: str, title: str) -> bool:
    """True for a heading that is what the page calls itself, but for what stands behind it or is set apart.

    >>> _is_most_of("Kopi Naik", "Kopi Naik - Ekonomi"), _is_most_of("Kopi Naik Tajam", "Kopi Naik Tajam: Foto Panen")
    (True, True)
    >>> _is_most_of("Panen Kopi", "Foto: Panen Kopi"), _is_most_of("Lereng Sora", "Lereng Sora Penuh Kopi Masak")
    (False, False)
    """
    before, _, behind = title.partition(heading)
    most = 2 * len(heading.split()) > len(title.split())
    return heading in title and _is_apart(before) and (most or _is_apart(behind))


def _is_apart(rest: str) -> bool:
    """True for what stands beside a headline and a dash or a bar from it; for nothing, too."""
    return not rest.strip() or bool(AT_EDGE.search(rest))


def _named(loader: FieldLoader) -> str:
    """What the window is called, where nothing else is said; "" where that is the site's name alone."""
    named = loader.taken("title", loader.page.index.tagged("title")[:1])
    return next((name for name in named if len(name.split()) > 2 and not _is_all_site(name, loader)), "")


def _is_all_site(name: str, loader: FieldLoader) -> bool:
    """True for the site's name, its motto, or both."""
    return loader.is_site(name) or all(MOTTO.match(part) or loader.is_site(part) for part in APART.split(name)[::2])


def _without_site(title: str, loader: FieldLoader) -> str:
    """A headline without the site's name in front of it or behind it, where a dash or a bar sets it apart."""
    stated = {clean(name).casefold() for name in loader.page.metas.get("og:site_name", [])}
    parts = APART.split(title)  # with what stands between them
    for end in (-1, 0):
        if len(parts) > 1 and (loader.is_site(parts[end]) or parts[end].casefold() in stated):
            parts = parts[:-2] if end else parts[2:]
    return "".join(parts)


def _by_shape(loader: FieldLoader) -> list[str]:
    """The line that by the page's shape is its headline, as the field reads it."""
    better = likely_title(loader.page)
    return loader.taken("title", [better]) if better is not None else []


def _repeats(heading: str, said: frozenset[str]) -> float:
    """The share of a heading's words that are among the words of the page's own title.

    >>> _repeats("Warga Tanam Bakau", frozenset({"bakau", "ditanam", "warga", "okezone"}))
    0.6666666666666666
    """
    words = set(words_of(heading))
    return len(words & said) / len(words) if words else 0.0
