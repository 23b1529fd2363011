"""A list in JSON, by itself or in an element of a page."""

from __future__ import annotations

import json
from dataclasses import KW_ONLY, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import jmespath
from jmespath.exceptions import JMESPathError

from newscrawl.discovery.addresses import absolute
from newscrawl.discovery.cards import Card, ReadTime
from newscrawl.discovery.listings import Source, page_of, selected
from newscrawl.reading.page import check_selector

if TYPE_CHECKING:  # what is only read of a list does not wait for Scrapy
    from scrapy.http import Response


@dataclass(frozen=True)
class Payload(Source):
    """A list in JSON. `cards` is the JMESPath of its objects, `link` and `dates` are paths in each of them.

    `base` is what relative links are joined to (default: the listing's address). `script` selects the element of
    an HTML page that holds the JSON; `devalue` resolves a Nuxt payload first. `post` is sent where the site wants
    a POST of JSON, with {number} and {offset} as in an address.
    """

    cards: str
    _: KW_ONLY
    link: str = "url"
    dates: str | None = None
    base: str | None = None
    script: str | None = None
    devalue: bool = False
    post: str | None = None

    def check(self) -> None:
        for path in (self.cards, self.link, self.dates):
            if path:
                _compiled(path)
        if self.script:
            check_selector(self.script)

    def payload(self, number: int) -> str | None:
        if self.post is None:
            return None
        return self.post.replace("{number}", str(number)).replace("{offset}", str((number - 1) * self.step))

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        found = self._objects(response)
        objects = found if isinstance(found, list) else []
        cards = []
        for item in objects:
            link = _found(self.link, item)
            if isinstance(link, str) and (url := absolute(self.base or response.url, link)):
                time = _found(self.dates, item) if self.dates else None
                cards.append(Card(url, when(str(time)) if isinstance(time, str | int | float) else None))
        return cards + [Card("")] * (len(objects) - len(cards) if cards else 0)

    def has_list(self, response: Response) -> bool:
        return isinstance(self._objects(response), list)

    def _objects(self, response: Response) -> Any:
        """What is at the path of the cards."""
        try:
            document = json.loads(self._text(response), strict=False)
            return _compiled(self.cards).search(undevalued(document) if self.devalue else document)
        except (JMESPathError, RecursionError) as error:
            raise ValueError(f"JSON of another shape: {error}") from None

    def _text(self, response: Response) -> str:
        if not self.script:
            return response.body.decode("utf-8-sig", "replace")
        scripts = [text for _, text in selected(page_of(response), self.script)]
        if not scripts:
            raise ValueError(f"no {self.script} in the page")
        return scripts[0]


def undevalued(values: Any) -> Any:
    """The value of a Nuxt payload: a flat array in which numbers inside containers are places in it.

    >>> undevalued([{"list": 1}, ["Reactive", 2], [3, 3], {"url": 4, "gone": -1}, "/a"])
    {'list': [{'url': '/a', 'gone': None}, {'url': '/a', 'gone': None}]}
    """
    if not isinstance(values, list):
        return values
    done: dict[int, Any] = {}

    def value(place: Any) -> Any:
        if not isinstance(place, int) or not 0 <= place < len(values):
            return None  # negative numbers are undefined, NaN and the like
        if place in done:
            return done[place]
        raw = values[place]
        if isinstance(raw, dict):
            known = done[place] = {}
            known.update((key, value(inner)) for key, inner in raw.items())
        elif isinstance(raw, list) and raw and isinstance(raw[0], str):
            done[place] = None
            done[place] = typed(raw)
        elif isinstance(raw, list):
            items = done[place] = []
            items.extend(value(inner) for inner in raw)
        else:
            done[place] = raw
        return done[place]

    def typed(raw: list[Any]) -> Any:
        kind, *rest = raw
        if kind in ("Date", "BigInt", "RegExp", "URL", "Object"):
            return rest[0] if rest else None
        if kind == "Set":
            return [value(inner) for inner in rest]
        if kind == "Map":
            return {str(value(key)): value(inner) for key, inner in zip(rest[::2], rest[1::2], strict=False)}
        if kind == "null":
            return {str(key): value(inner) for key, inner in zip(rest[::2], rest[1::2], strict=False)}
        return value(rest[0]) if rest else None  # Reactive, ShallowRef and other wrappers

    return value(0)


@cache
def _compiled(path: str) -> Any:
    return jmespath.compile(path)


def _found(path: str, item: Any) -> Any:
    """What is at a path of an object; null also where a function of the path is given nothing."""
    try:
        return _compiled(path).search(item)
    except JMESPathError:
        return None
