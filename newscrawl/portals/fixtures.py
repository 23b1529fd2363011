"""Saved pages and what the spider makes of them: the tests of every portal.

A fixture is `fixtures/PORTAL/NAME.html` and `NAME.json` with url, optional status and headers, captured_at,
callback, and expected: everything the callback yields, and of an article of several pages what is joined in the end.
Where a field of an article is empty, `null_because` says why, by the field's name.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path("fixtures")
EMPTY: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class Fixture:
    """One saved page: `side` is its JSON file, `meta` what that holds."""

    portal: str
    side: Path
    meta: dict[str, Any]

    @property
    def page(self) -> Path:
        return self.side.with_suffix(".html")

    @property
    def name(self) -> str:
        return f"{self.portal}/{self.side.stem}"

    def diff(self, now: list[dict[str, Any]]) -> str:
        """How what the callback yields now differs from what is expected; empty if it does not."""
        return "\n".join(
            difflib.unified_diff(
                _lines(self.meta.get("expected")),
                _lines(now),
                f"{self.name} (expected)",
                f"{self.name} (now)",
                lineterm="",
            )
        )

    def reasons(self, now: list[dict[str, Any]]) -> dict[str, str]:
        """The empty fields of the articles in what the callback yields now, each with its reason, or ""."""
        given: dict[str, str] = self.meta.get("null_because", {})
        return {name: given.get(name, "") for name in empty_fields(now)}

    def bless(self, now: list[dict[str, Any]], because: dict[str, str] | None = None) -> Fixture:
        """Write what the callback yields now as what is expected; returns the fixture as it is then.

        `because` are reasons why a field is empty, for fields that have none yet; those of other fields go.
        """
        reasons = {name: said or (because or {}).get(name, "") for name, said in self.reasons(now).items()}
        meta = {name: value for name, value in self.meta.items() if name not in ("null_because", "expected")}
        told = {"null_because": reasons} if reasons else {}
        self.side.write_text(_dump({**meta, **told, "expected": now}), encoding="utf-8")
        return Fixture(self.portal, self.side, json.loads(self.side.read_text(encoding="utf-8")))


def fixtures(folder: Path, names: list[str] | None = None) -> Iterator[Fixture]:
    """The fixtures of the portals named (all by default) that have a callback, by name."""
    for side in sorted(folder.glob("*/*.json")):
        if names and side.parent.name not in names:
            continue
        meta = json.loads(side.read_text(encoding="utf-8"))
        if "callback" in meta:
            if not side.with_suffix(".html").exists():
                raise FileNotFoundError(f"{side}: its page {side.stem}.html is missing")
            yield Fixture(side.parent.name, side, meta)


def empty_fields(outputs: list[dict[str, Any]]) -> list[str]:
    """The fields that are null or empty in any article of a callback's outputs; of pictures as `images.credit`.

    >>> empty_fields([{"article": {"title": "A", "tags": [], "images": [{"url": "b", "credit": None}]}}])
    ['tags', 'images.credit']
    """
    found: dict[str, None] = {}
    for article in (output["article"] for output in outputs if "article" in output):
        found |= {name: None for name, value in article.items() if value in EMPTY}
        found |= {f"images.{name}": None for image in article["images"] for name in image if image[name] in EMPTY}
    return [name for name in found if name not in ("published_precision", "revised_because")]  # by nature


def save(folder: Path, portal: str, name: str, body: bytes, meta: dict[str, Any]) -> Fixture:
    """Write a page beside its place in a portal's fixtures; its JSON file is written by `bless`."""
    side = folder / portal / f"{name}.json"
    side.parent.mkdir(parents=True, exist_ok=True)
    side.with_suffix(".html").write_bytes(body)
    return Fixture(portal, side, meta)


def _dump(meta: dict[str, Any]) -> str:
    return json.dumps(meta, ensure_ascii=False, indent=1) + "\n"


def _lines(value: Any) -> list[str]:
    return [] if value is None else json.dumps(value, ensure_ascii=False, indent=1).splitlines()
