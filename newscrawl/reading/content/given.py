"""The text that a page's own program is given to show, where its elements show none: the data of a Next.js page."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from newscrawl.reading.text import clean, words_of

MOST_VALUES = 20_000
LEAST = 250  # characters of a text
SENTENCE = re.compile(r"[a-z]{2}[^.!?]{8,}[.!?]")
LEAST_SENTENCES = 2
LOOKED_AT = 3_000  # characters of a text, for its sentences
# What the data of an article may call its text; what else is long may be its summary, its style, its history.
TEXT_NAME = re.compile(
    r"(?:article|news|post|story|berita|full|html)?_?(?:content|body|isi|text|teks|detail|konten)(?:_?html)?", re.I
)
TITLES = ("title", "headline", "judul", "name", "post_title")


def given_text(data: Any, title: str) -> list[str]:
    """The text, with its elements, of the object in a page's data that has the page's title; [] for none.

    >>> body = "<p>" + "Warga desa memanen kopi sejak pagi hari di lereng utara. " * 6 + "</p>"
    >>> given_text({"lain": {"title": "B", "body": body}, "berita": {"title": "A", "body": body}}, "A - Sora") == [body]
    True
    """
    said = words_of(title)
    for found in _objects(data):
        named = [own for name in TITLES if isinstance(own := found.get(name), str) and words_of(own)]
        if not any(_repeats(said, words_of(clean(own))) for own in named):
            continue
        texts = [v for k, v in found.items() if isinstance(v, str) and len(v) >= LEAST and TEXT_NAME.fullmatch(k)]
        texts = [text for text in texts if len(SENTENCE.findall(text, 0, LOOKED_AT)) >= LEAST_SENTENCES]
        if texts:
            return [max(texts, key=len)]
    return []


def _repeats(said: list[str], own: list[str]) -> bool:
    """True where a page's title is an object's, or begins with it."""
    return said[: len(own)] == own


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects in a page's data, the outer ones first, up to a bound."""
    waiting = deque([data])
    left = MOST_VALUES
    while waiting and left:
        left -= 1
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(v for v in value.values() if isinstance(v, dict | list))
        elif isinstance(value, list):
            waiting.extend(v for v in value if isinstance(v, dict | list))
