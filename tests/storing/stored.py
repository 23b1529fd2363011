"""Stored articles of invented portals' days, as a crawl leaves them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newscrawl.items import Article, to_record

ZONE = "Asia/Jakarta"
WIB = "2026-07-24T15:18:00+07:00"


def record(portal: str, number: int, **fields: Any) -> dict[str, Any]:
    """An article with the fields given."""
    article = Article(id=f"{portal}-{number}", portal=portal, url=f"https://{portal}.example/{number}")
    given = {"title": f"Judul {number}", "text": "Isi.", "published_at": WIB, "fetched_at": WIB}
    return {**to_record(article), **given, **fields}


def store(data: Path, *records: dict[str, Any], day: str = "2026-07-24") -> Path:
    """Append articles to their portals' files of a day of crawling; returns the last file."""
    path = data
    for one in records:
        path = data / one["portal"] / f"articles-{day}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
    return path
