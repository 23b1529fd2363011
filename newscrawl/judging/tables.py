"""Tables of the docs that are generated: `python -m newscrawl.judging.tables` rewrites them, a test compares."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

from newscrawl.items import Article
from newscrawl.judging.exitcodes import MEANING

DOCS = Path("docs")  # of the project


def field_table() -> str:
    """The fields of a record: name, JSON type, meaning, the schema.org term."""
    hints = get_type_hints(Article)
    rows = ["| field | type | meaning | schema.org |", "|---|---|---|---|"]
    for f in fields(Article):
        meaning = f.metadata["doc"].replace("|", "\\|")
        rows.append(f"| `{f.name}` | {json_type(str(hints[f.name]))} | {meaning} | {f.metadata['term'] or '–'} |")
    return "\n".join(rows)


def json_type(hint: str) -> str:
    """A type as it looks in JSON.

    >>> json_type("list[str]"), json_type("datetime.datetime | None")
    ('list of text', 'time or null')
    """
    nullable = "None" in hint or "Optional" in hint
    if "list" in hint:
        return "list of objects" if "Image" in hint else "list of text"
    kind = next((word for key, word in JSON_TYPES.items() if key in hint), "text")
    return f"{kind} or null" if nullable else kind


JSON_TYPES = {"datetime": "time", "bool": "true/false", "int": "number"}


def exit_table() -> str:
    """The exit statuses of `newscrawl crawl`."""
    rows = ["| status | meaning |", "|---|---|"]
    rows += [f"| {int(code)} | {meaning} |" for code, meaning in MEANING.items()]
    return "\n".join(rows)


TABLES = {"fields": field_table, "exit": exit_table}


def filled(text: str) -> str:
    """The text with each generated table between its two marks brought up to date."""
    for name, table in TABLES.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        text = re.sub(
            rf"{re.escape(begin)}.*?{re.escape(end)}",
            lambda _, b=begin, t=table, e=end: f"{b}\n{t()}\n{e}",  # type: ignore[misc]
            text,
            flags=re.S,
        )
    return text


if __name__ == "__main__":
    for page in sorted(DOCS.glob("*.md")):
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")
