"""`python -m tests.drift`: pages of templates that nobody has seen, and what of an article is still read from them.

Each class and id of a page that the project's sources name is renamed, one at a time, as a house does when it makes
its pages anew; the record should stay the same. Where it does not, `extract` relies on that name alone: what is lost or
changed is printed by name and field. None of it is a fault by itself: a page's shape tells less than its rules.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from newscrawl import NotAnArticle, extract
from newscrawl.items import to_record
from newscrawl.portals.fixtures import FOLDER
from tests.project import ROOT

NAMED = re.compile(rb"""(\b(?:class|id)\s*=\s*)(["'])(.*?)\2""", re.S | re.I)
WORD = re.compile(r"[A-Za-z][\w-]+")
NOW = datetime(2026, 7, 24, 12, tzinfo=UTC)
ANEW = b"v2-"  # in front of a name: what it says stays


def names_of(page: bytes) -> list[str]:
    """The classes and ids of a page that the sources name, each once, in order."""
    said = (name.decode("utf-8", "replace") for found in NAMED.finditer(page) for name in found[3].split())
    return [name for name in dict.fromkeys(said) if name in _named()]


@cache
def _named() -> frozenset[str]:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "newscrawl").rglob("*.py"))
    return frozenset(word for source in sources for word in WORD.findall(source))


def renamed(page: bytes, name: str) -> bytes:
    """The page with another name in the place of a class or id."""
    whole = re.compile(rb"(?<!\S)" + re.escape(name.encode()) + rb"(?!\S)")
    return NAMED.sub(lambda m: m[1] + m[2] + whole.sub(ANEW + name.encode(), m[3]) + m[2], page)


def record(page: bytes, url: str) -> dict[str, Any]:
    """What is read from a page; of one that is no article, why."""
    try:
        return to_record(extract(page, url, NOW))
    except NotAnArticle as error:
        return {"raises": error.reason}


def pages(folder: Path) -> Iterator[tuple[str, bytes, str]]:
    """The articles among saved pages with a JSON file beside each that tells its address."""
    for meta in sorted(folder.rglob("*.json")):
        said = json.loads(meta.read_text(encoding="utf-8"))
        page = meta.with_suffix(".html")
        if page.exists() and isinstance(said, dict) and said.get("callback", "parse_article") == "parse_article":
            yield str(meta.relative_to(folder).with_suffix("")), page.read_bytes(), said["url"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=Path, default=ROOT / FOLDER, help="saved pages (default: the fixtures)")
    parser.add_argument("--verbose", action="store_true", help="also what was read and what is read now")
    options = parser.parse_args()
    renamings, changed = 0, 0
    fields: Counter[str] = Counter()
    for title, page, url in pages(options.pages):
        own = record(page, url)
        for name in names_of(page):
            renamings += 1
            now = record(renamed(page, name), url)
            differs = [field for field in (*own, *(now.keys() - own)) if own.get(field) != now.get(field)]
            differs = ["raises"] if "raises" in differs else differs  # no article: one line, not one for each field
            changed += bool(differs)
            fields.update(differs)
            for field in differs:
                print(f"{title} .{name} {field}")
                if options.verbose:
                    print(f"  - {str(own.get(field))[:200]}\n  + {str(now.get(field))[:200]}")
    print(f"{renamings} renamings, {changed} change the record: {dict(fields.most_common())}")


if __name__ == "__main__":
    main()
