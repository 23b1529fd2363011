"""Saved pages and what the spider makes of them: the tests of every portal.

A fixture is `fixtures/PORTAL/NAME.html` and `NAME.json` with url, optional status and headers, captured_at,
callback, and expected: everything the callback yields.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path("fixtures")


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

    def bless(self, now: list[dict[str, Any]]) -> Fixture:
        """Write what the callback yields now as what is expected; returns the fixture as it is then."""
        self.side.write_text(_dump({**self.meta, "expected": now}), encoding="utf-8")
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
