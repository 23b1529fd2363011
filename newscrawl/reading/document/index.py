"""The elements of a tree by tag, class, id and attribute: one walk in place of one for each question."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from itertools import chain

from lxml import etree

SPACE = re.compile(r"[ \t\r\n]+")  # what XPath calls white space: a no-break space is part of a class


class Index:
    """The elements of a tree, all in document order."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.elements = list(root.iter("*"))  # kept: lxml makes an element's object anew for each walk
        self._tags: dict[str, list[etree._Element]] = {}  # those that were asked for, as the classes
        self._named: dict[str, list[etree._Element]] = {}
        self._attributes: dict[str, list[tuple[etree._Element, str]]] = {}

    def tagged(self, *tags: str) -> list[etree._Element]:
        """The elements of each tag, one tag after the other."""
        return [element for tag in tags for element in self._tagged(tag)]

    def _tagged(self, tag: str) -> list[etree._Element]:
        if (known := self._tags.get(tag)) is None:
            known = self._tags[tag] = list(self.root.iter(tag)) if tag else []
        return known

    def of_class(self, name: str) -> list[etree._Element]:
        """The elements that have a class, perhaps among others."""
        if (known := self._named.get(name)) is None:
            known = self._named[name] = self._with_class(name) if name in self.classes else []
        return known

    def _with_class(self, name: str) -> list[etree._Element]:
        classed = self._classed.items()
        found = [places for value, places in classed if name in value and (name == value or name in SPACE.split(value))]
        return [self.elements[place] for place in (found[0] if len(found) == 1 else sorted(chain(*found)))]

    @cached_property
    def _classed(self) -> dict[str, list[int]]:
        """Where the elements of each class attribute stand: a page has a third as many of these as of such elements."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, element in enumerate(self.elements):
            if (value := element.get("class")) is not None:
                places[value].append(place)
        return places

    @cached_property
    def classes(self) -> str:
        """What stands in class attributes, each once: whether the page has such a class is told by one search."""
        return "\n".join(self._classed)

    def of_id(self, name: str) -> list[etree._Element]:
        """The elements of an id; there should be one."""
        return [element for element, value in self.having("id") if value == name]

    def having(self, attribute: str) -> list[tuple[etree._Element, str]]:
        """The elements that have an attribute, each with its value."""
        if (known := self._attributes.get(attribute)) is None:
            known = [(e, value) for e in self.elements if (value := e.get(attribute)) is not None]
            self._attributes[attribute] = known
        return known

    @cached_property
    def order(self) -> dict[etree._Element, int]:
        """Each element's place in the document."""
        return {element: place for place, element in enumerate(self.elements)}
