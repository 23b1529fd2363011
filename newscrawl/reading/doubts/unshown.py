"""What a page holds of its article and does not show: in scripts, templates, structured data, behind a button."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.doubts.strays import LONGEST_LEAD, LOOKED_BEHIND, MOST_LINKS, is_new, unlinked_lines
from newscrawl.reading.text import clean, letters, short_line

if TYPE_CHECKING:
    from newscrawl.reading.loaders import ArticleLoader

# "Baca selengkapnya" on a button: the rest of the text is asked for by a program
MORE = re.compile(
    r"\W*(?:(?:baca|lihat|tampilkan|muat|buka)\s+(?:selengkapnya|(?:lebih )?lengkap|lebih banyak|lanjutan(?:nya)?"
    r"|artikel (?:lengkap|selengkapnya))|lanjut(?:kan)?\s+(?:baca|membaca)|selengkapnya|read more|show more"
    r"|continue reading)\W*",
    re.I,
)
LONGEST_BUTTON = 60
TEMPLATE = re.compile(r"template|text/html", re.I)
# Of a script: what is no letter of a text, as programs write it
ESCAPED = re.compile(r"<[^<>]{0,500}>|\\+u003c.{0,500}?\\+u003e|\\+u[0-9a-f]{4}|\\+[nrt]", re.I | re.S)
ENDED = re.compile(r"[.!?]\W*\s|</p>|<br")
LEAST_DATA_LETTERS, LAST = 40, 3  # letters of a sentence, and sentences of data that are missing
OPENS = re.compile(r"[:,\[({=]$|[:=] $")  # in front of a string
PLAIN = re.compile(r"[A-Za-z0-9 ,.;:()-]+")
LEAST_PLAIN, MOST_PLAIN = 30, 60  # characters that tell where a text stands in a script
LONGEST_LITERAL = 500_000


def button_for_more(boxes: Collection[etree._Element]) -> bool:
    """True for a button in the text's box, or next to it, that has the rest of the text shown."""
    for box in boxes:
        near = [box, *(e for e in islice(box.itersiblings("*"), LOOKED_BEHIND))]
        for element in (e for one in near for e in one.iter("button", "a")):
            if element.tag == "a" and not re.match(r"#|javascript:|$", element.get("href", "")):
                continue
            if MORE.fullmatch(short_line(element, LONGEST_BUTTON)):
                return True
    return False


def in_templates(loader: ArticleLoader, said: str) -> bool:
    """True where two or more sentences that are not said wait in a template, to be shown by a program."""
    scripts = (e for e in loader.page.index.tagged("script") if TEMPLATE.search(e.get("type", "")))
    waiting = (*map(_written_lines, scripts), *map(unlinked_lines, loader.page.index.tagged("template")))
    return any(sum(is_new(line, said) for line in lines) > 1 for lines in waiting)


def _written_lines(script: etree._Element) -> Iterator[str]:
    """What the paragraphs without links say that stand in a script as text."""
    parts = (script.text or "").split("</p>")[:MOST_LINKS] if "<p" in (script.text or "") else ()
    return (clean(ESCAPED.sub("", part)) for part in parts if "<a " not in part)


def says_more(text: str, said: str) -> bool:
    """True for a text of the page's data with sentences one behind the other that are not said, though others are."""
    sentences = (letters(part) for part in ENDED.split(ESCAPED.sub(" ", text)))
    known = [part in said for part in sentences if len(part) >= LEAST_DATA_LETTERS]
    return any(known) and any(not any(known[n : n + LAST]) for n in range(len(known) - LAST + 1))


def more_in_scripts(article: Article, loader: ArticleLoader, said: str) -> bool:
    """True where a script has the text as a string, and the string goes on far beyond it."""
    first = max(article.text.split("\n\n")[:3], key=len)
    plain = max(PLAIN.findall(first), key=len, default="")[:MOST_PLAIN].strip()
    if len(plain) < LEAST_PLAIN:
        return False
    for script in loader.page.index.tagged("script"):
        code = script.text or ""
        if len(code) < len(article.text) or "ld+json" in script.get("type", ""):
            continue
        if (at := code.find(plain)) >= 0 and says_more(_literal(code, at), said):
            return True
    return False


def _literal(code: str, at: int) -> str:
    r"""The string of a script that a place stands in, which may stand in another: `"{\"a\": \"...\"}"`.

    >>> _literal(r'x = "{\"isi\": \"Kopi tua\", \"b\": 1}"', 18)
    'Kopi tua'
    """
    begin = code.rfind('"', max(0, at - LONGEST_LEAD), at)
    while begin > 0 and not OPENS.search(code[max(0, begin - 20) : begin].rstrip("\\")):
        begin = code.rfind('"', max(0, at - LONGEST_LEAD), begin)
    depth = _slashes(code, begin) if begin >= 0 else 0
    end = at
    while (end := code.find('"', end, at + LONGEST_LITERAL)) >= 0 and _slashes(code, end) > depth:
        end += 1
    return code[begin + 1 : end - depth if end >= 0 else at + LONGEST_LITERAL]


def _slashes(code: str, at: int) -> int:
    """How many backslashes stand in front of a place."""
    return len(code[max(0, at - 20) : at]) - len(code[max(0, at - 20) : at].rstrip("\\"))
