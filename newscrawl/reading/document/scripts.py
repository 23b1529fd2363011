"""Data that a page's scripts carry: JSON-LD, Next.js, the data layer, what is assigned to global names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

import jmespath
from lxml import etree

from newscrawl.reading.document.javascript import DECODER, MAX_BROKEN, literal, mended
from newscrawl.reading.document.structured import collected

# dataLayer = [{ · window.dataLayer.push({
DATA_LAYER = re.compile(r"\bdataLayer\s*(?:=\s*\[|\.push\s*\()\s*(?=\{)")
# "window.kly = {", "window.kmklabs.article = {", "var payload = [": data that scripts leave on the page
# (a first letter in place of "\b" in front: what begins with letters is searched for four times as fast)
ASSIGNED = re.compile(
    r"(?:w(?<!\ww)indow\.|v(?<!\wv)ar\s+|l(?<!\wl)et\s+|c(?<!\wc)onst\s+)([\w$]+(?:\.[\w$]+)?)\s*=\s*(?=[{\[])"
)
IS_ASSIGNED = r"(?:\.[\w$]+)?\s*=\s*[{\[]"
ESCAPED = re.compile(r"[\[{\s]{1,20}&quot;")  # as a template writes what is no script
MOST_NAMES = 200
MAX_COUNTED = 300_000_000  # characters in front of what is no JSON, over all such places of a page

Assignment = tuple[str, str, Any]  # a global name, the name of a part of it or "", the value


class Scripts:
    """The scripts of a page; broken data is read up to a bound for all of them together."""

    def __init__(self, scripts: list[etree._Element]) -> None:
        self.scripts = [(script.get("type", ""), text) for script in scripts if (text := script.text)]
        self._broken = 0  # characters of data read so far that was no JSON
        self._counted = 0  # characters in front of what was none
        self._assigned: dict[int, list[Assignment]] = {}  # by the script's number

    def json_ld(self) -> list[dict[str, Any]]:
        """The objects of the page's JSON-LD, in order."""
        return [item for kind, text in self.scripts if "ld+json" in kind for item in collected(self._loads(text))]

    def next_props(self, found: list[etree._Element]) -> Any:
        """What the page's own program was given: `{"props": {"pageProps": {...}}}` of #__NEXT_DATA__."""
        scripts = [e.text for e in found if e.text]
        return jmespath.search("props.pageProps", self._loads(scripts[0])) or {} if scripts else {}

    def data_layer(self) -> dict[str, Any]:
        """The objects given to window.dataLayer, joined; of two values the first that says something counts."""
        layer: dict[str, Any] = {}
        for _, text in self.scripts:
            end = 0
            for found in DATA_LAYER.finditer(text) if "dataLayer" in text else ():
                if found.start() < end or self._broken > MAX_BROKEN:
                    continue
                values, end = literal(text, found.end(), MAX_BROKEN - self._broken)
                self._broken += end - found.end()
                for key, value in values.items():
                    if not layer.get(key):
                        layer[key] = value
        return layer

    def assigned(self, name: str) -> Any:
        """What scripts assign to a global name as JSON; null if none does. `window.a.b = {...}` is b within a."""
        found: Any = None
        assigned = re.compile(re.escape(name) + IS_ASSIGNED)
        for number, (_, text) in enumerate(self.scripts):
            if not assigned.search(text):
                continue
            if (assignments := self._assigned.get(number)) is None:
                assignments = self._assigned[number] = list(self._assignments(text))
            for owner, part, value in assignments:
                if owner != name:
                    continue
                if found is None:
                    found = {part: value} if part else value
                elif part and isinstance(found, dict):
                    found.setdefault(part, value)
        return found

    def _assignments(self, text: str) -> Iterator[Assignment]:
        """What one script assigns to global names as JSON."""
        end = 0
        for match in ASSIGNED.finditer(text):
            if match.start() < end or self._broken > MAX_BROKEN or self._counted > MAX_COUNTED:
                continue
            try:
                value, end = DECODER.raw_decode(text, match.end())
            except json.JSONDecodeError as error:
                self._broken += error.pos - match.end()
                self._counted += error.pos  # its message says the line
                value, end = literal(text, match.end(), MAX_BROKEN - self._broken)
                self._broken += end - match.end()
                if not value:
                    continue
            except (ValueError, RecursionError):
                self._broken += MAX_BROKEN // 10
                continue
            owner, _, part = match[1].partition(".")
            yield owner, part, value

    def _loads(self, text: str) -> Any:
        """JSON as sites write it: raw newlines, stray semicolons, missing and last commas are mended; else null."""
        text = text.strip().rstrip(";").strip()
        if ESCAPED.match(text):
            text = unescape(text)
        try:
            return DECODER.decode(text)
        except (ValueError, RecursionError):
            pass
        self._broken += len(text)
        return mended(text) if self._broken <= MAX_BROKEN else None


class State(dict[str, Any]):
    """What scripts assign to global names; a script is read when a name that stands in it is asked for."""

    def __init__(self, scripts: Scripts) -> None:
        super().__init__()
        self.scripts = scripts

    def __bool__(self) -> bool:
        """Whether there is a script to ask."""
        return bool(self.scripts.scripts)

    def get(self, key: str, default: Any = None) -> Any:
        """What scripts assign to a name; read once."""
        if key not in self:
            self[key] = self.scripts.assigned(key)
        return default if self[key] is None else self[key]

    def everything(self) -> list[Any]:
        """What scripts assign to any global name, in order."""
        texts = (text for _, text in self.scripts.scripts)
        names = dict.fromkeys(found[1].partition(".")[0] for text in texts for found in ASSIGNED.finditer(text))
        return [self.get(name) for name in islice(names, MOST_NAMES)]
