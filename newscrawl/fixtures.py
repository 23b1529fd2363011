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

from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.settings import Settings

from newscrawl.items import Article, Dropped, to_record
from newscrawl.plan import Plan
from newscrawl.portals import Portal
from newscrawl.reading import portals

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

    def replay(self) -> list[dict[str, Any]]:
        """Everything the callback yields for the saved page, as JSON values."""
        portal = portals()[self.portal]
        spider = portal()
        spider.settings = Settings({"NEWSCRAWL_NOW": self.meta["captured_at"]})
        spider.plan = Plan.parse({}, portal, spider.now())
        callback = self.meta["callback"]
        kwargs: dict[str, Any] = {}
        if callback == "parse_listing":
            kwargs["series"] = portal.series_at(self.meta["url"])
            if kwargs["series"] is None:
                return [
                    {"error": f"{self.meta['url']} is no listing of {self.portal}: change `listings`, or remove this"}
                ]
        request = Request(self.meta["url"], meta={"captured_at": self.meta["captured_at"]})
        response = HtmlResponse(
            self.meta["url"],
            status=self.meta.get("status", 200),
            headers=self.meta.get("headers"),
            body=self.page.read_bytes(),
            request=request,
        )
        return [as_json(output) for output in getattr(spider, callback)(response, **kwargs)]

    def diff(self) -> str:
        """How what the callback yields now differs from what is expected; empty if it does not."""
        return "\n".join(
            difflib.unified_diff(
                _lines(self.meta.get("expected")),
                _lines(self.replay()),
                f"{self.name} (expected)",
                f"{self.name} (now)",
                lineterm="",
            )
        )

    def bless(self) -> None:
        """Write what the callback yields now as what is expected."""
        self.side.write_text(_dump({**self.meta, "expected": self.replay()}), encoding="utf-8")


def as_json(output: Any) -> dict[str, Any]:
    """A yielded item or request as JSON values; a request is its address and callback."""
    if isinstance(output, Request):
        assert output.callback is not None
        listed_at = output.meta.get("listed_at")
        published = {"published": listed_at.isoformat()} if listed_at else {}
        return {"request": output.url, "callback": output.callback.__name__, **published}
    if isinstance(output, Article | Dropped):
        kind = "article" if isinstance(output, Article) else "dropped"
        return {kind: to_record(output)}
    raise TypeError(f"a callback yielded {type(output).__name__}")


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


def save(folder: Path, portal: type[Portal], name: str, body: bytes, meta: dict[str, Any]) -> Fixture:
    """Write a page and its JSON file with what the spider makes of it."""
    side = folder / portal.name / f"{name}.json"
    side.parent.mkdir(parents=True, exist_ok=True)
    side.with_suffix(".html").write_bytes(body)
    fixture = Fixture(portal.name, side, meta)
    fixture.bless()
    return Fixture(portal.name, side, json.loads(side.read_text(encoding="utf-8")))


def _dump(meta: dict[str, Any]) -> str:
    return json.dumps(meta, ensure_ascii=False, indent=1) + "\n"


def _lines(value: Any) -> list[str]:
    return [] if value is None else json.dumps(value, ensure_ascii=False, indent=1).splitlines()
