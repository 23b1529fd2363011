"""What an article is about in its portal's own words: its sections, its tags, its summary."""

from __future__ import annotations

import re

from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.rules import MOST_VALUES
from newscrawl.reading.text import clean, unique

# "... sejak Senin - Sektor Riil - okezone economy": words behind the last dashes
BEHIND_DASH = re.compile(r"\s+[-–|]\s+([\w .]{2,30})$")
PAGE_MARK = re.compile(r"(?:halaman|page) (?:\d+|all)", re.I)
GLUED_TAG = re.compile(r",(?=[^\s\d,])")
MOST_GLUED = 200  # tags
LONGEST_SUMMARY = 10_000  # characters


def read_sections(loader: FieldLoader, title: str) -> list[str]:
    """The breadcrumb without the headline and the site's name."""
    sections = unique(loader.values["section"])
    return [name for name in sections if name != title and not loader.is_site(name)]


def read_tags(loader: FieldLoader, sections: list[str]) -> list[str]:
    """The tags that are some; those of metadata stand between commas, with the names of sections among them."""
    tags = unique(loader.values["tags"])
    known = {name.casefold() for name in sections}
    if "tags" not in loader.visible:
        tags = unique(part.strip() for tag in tags for part in tag.split(",", MOST_VALUES)[:MOST_VALUES])
        tags = [tag for tag in tags if tag.casefold() not in known]
    return [tag for tag in tags if not re.fullmatch(loader.not_tags, tag, re.I)]


def read_summary(loader: FieldLoader, sections: list[str], tags: list[str]) -> str | None:
    """The description without what the site writes around it; a dash is no end of the sentence."""
    summary = next((value for value in loader.values["summary"] if value), "")[:LONGEST_SUMMARY]
    summary = clean(re.sub(r"\bnbsp;?(?=\s|$)", " ", without_tags(summary, tags))).lstrip("-–—•· ")
    summary = re.sub(rf"^(?:{loader.site_name})(?:\.com)? ?: ", "", summary, flags=re.I)
    channels = {name.casefold() for name in sections} | set(loader.host)
    signed = re.compile(rf"(?:{loader.site_name})(?:\.com)?(?: (?P<channel>[\w ]+))?", re.I)
    by_site = False
    for _ in range(4):  # site, channel and page, and one of them twice
        behind = BEHIND_DASH.search(summary)
        if behind is None:
            break
        words = behind[1]
        site = signed.fullmatch(words)
        if site and (site["channel"] or "").casefold() in channels | {""}:
            by_site = True
        elif by_site and words.istitle() and len(words.split()) < 4:  # the channel, in front of the site's name
            by_site = False
        elif words.casefold() not in channels and not PAGE_MARK.fullmatch(words):
            break
        summary = summary[: behind.start()]
    return summary or None


def without_tags(summary: str, tags: list[str]) -> str:
    """A description without the tags glued to its end; in a sentence a space follows a comma.

    >>> without_tags("Harga naik, kata Rani,Kopi,Panen Raya", [])
    'Harga naik, kata Rani'
    >>> without_tags("Harga naik,Berita Sora", ["Berita Sora"]), without_tags("Harga naik,kata Rani", [])
    ('Harga naik', 'Harga naik,kata Rani')
    """
    known = [tag.casefold() for tag in tags[:MOST_VALUES]]
    cut, end = summary, len(summary)
    capitals = True  # all parts behind this one begin with one
    for glued in reversed([*GLUED_TAG.finditer(summary)][-MOST_GLUED:]):
        part = summary[glued.end() : end]
        if len(part) > 60 or re.search(r"[.!?]\s|, ", part):
            break
        if _is_tag(part.casefold(), known) or (end < len(summary) and capitals):
            cut = summary[: glued.start()].rstrip(" ,")
        capitals = capitals and not part[0].islower()
        end = glued.start()
    return cut


def _is_tag(part: str, tags: list[str]) -> bool:
    """True for one of the tags, or the beginning of one: a description may be cut."""
    return any(part == tag or (len(tag) > 3 and (part.startswith(tag) or tag.startswith(part))) for tag in tags)
