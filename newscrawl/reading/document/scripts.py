"""Data that a page's scripts carry: JSON-LD, Next.js, the data layer, what is assigned to global names."""

from __future__ import annotations

import json
import re
from typing import Any

import jmespath
from lxml import etree

from newscrawl.reading.document.javascript import DECODER, MAX_BROKEN, literal, mended
from newscrawl.reading.document.structured import collected

# dataLayer = [{ · window.dataLayer.push({
DATA_LAYER = re.compile(r"\bdataLayer\s*(?:=\s*\[|\.push\s*\()\s*(?=\{)")
# "window.kly = {", "window.kmklabs.article = {", "var payload = [": data that scripts leave on the page
ASSIGNED = re.compile(r"(?:\bwindow\.|\b(?:var|let|const)\s+)([\w$]+(?:\.[\w$]+)?)\s*=\s*(?=[{\[])")
MAX_COUNTED = 300_000_000  # characters in front of what is no JSON, over all such places of a page


class Scripts:
    """The scripts of a page; broken data is read up to a bound for all of them together."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._broken = 0  # characters of data read so far that was no JSON

    def json_ld(self) -> list[dict[str, Any]]:
        """The objects of the page's JSON-LD, in order."""
        objects: list[dict[str, Any]] = []
        for script in self.root.iter("script"):
            if "ld+json" in script.get("type", "") and script.text:
                objects.extend(collected(self._loads(script.text)))
        return objects

    def next_props(self, found: list[etree._Element]) -> Any:
        """What the page's own program was given: `{"props": {"pageProps": {...}}}` of #__NEXT_DATA__."""
        scripts = [e.text for e in found if e.text]
        return jmespath.search("props.pageProps", self._loads(scripts[0])) or {} if scripts else {}

    def data_layer(self) -> dict[str, Any]:
        """The objects given to window.dataLayer, joined; of two values the first that says something counts."""
        layer: dict[str, Any] = {}
        for script in self.root.iter("script"):
            end = 0
            for found in DATA_LAYER.finditer(script.text or ""):
                if found.start() < end or self._broken > MAX_BROKEN:
                    continue
                values, end = literal(found.string, found.end(), MAX_BROKEN - self._broken)
                self._broken += end - found.end()
                for key, value in values.items():
                    if not layer.get(key):
                        layer[key] = value
        return layer

    def state(self) -> dict[str, Any]:
        """What scripts assign to global names as JSON; `window.a.b = {...}` is b within a."""
        found: dict[str, Any] = {}
        counted = 0
        for script in self.root.iter("script"):
            end = 0
            for match in ASSIGNED.finditer(script.text or ""):
                if match.start() < end or self._broken > MAX_BROKEN or counted > MAX_COUNTED:
                    continue
                try:
                    value, end = DECODER.raw_decode(match.string, match.end())
                except json.JSONDecodeError as error:
                    self._broken += error.pos - match.end()
                    counted += error.pos  # its message says the line
                    continue
                except (ValueError, RecursionError):
                    self._broken += MAX_BROKEN // 10
                    continue
                owner, _, name = match[1].partition(".")
                if not name:
                    found.setdefault(owner, value)
                elif isinstance(found.setdefault(owner, {}), dict):
                    found[owner].setdefault(name, value)
        return found

    def _loads(self, text: str) -> Any:
        """JSON as sites write it: raw newlines, stray semicolons, missing and last commas are mended; else null."""
        text = text.strip().rstrip(";").strip()
        try:
            return DECODER.decode(text)
        except (ValueError, RecursionError):
            pass
        self._broken += len(text)
        return mended(text) if self._broken <= MAX_BROKEN else None
