"""The elements of a tree by tag, class, id and attribute: one walk in place of one for each question."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property

from lxml import etree

SPACE = re.compile(r"[ \t\r\n]+")  # what XPath calls white space: a no-break space is part of a class


class Index:
    """The elements of a tree, all in document order."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.elements = list(root.iter("*"))  # kept: lxml makes an element's object anew for each walk
        self._tags: defaultdict[str, list[etree._Element]] = defaultdict(list)
        self._classed: defaultdict[str, list[int]] = defaultdict(list)  # places, by all classes as they are written
        self._named: dict[str, list[etree._Element]] = {}  # by class, those that were asked for
        self._attributes: dict[str, dict[str, list[etree._Element]]] = {}
        for place, element in enumerate(self.elements):
            self._tags[element.tag].append(element)
            if (value := element.get("class")) is not None:
                self._classed[value].append(place)

    @cached_property
    def _classes(self) -> dict[str, list[str]]:
        """What stands in class attributes, by each class that is in it."""
        written: defaultdict[str, list[str]] = defaultdict(list)
        for value in self._classed:
            for name in {*SPACE.split(value)}:
                written[name].append(value)
        return dict(written)

    def tagged(self, *tags: str) -> list[etree._Element]:
        """The elements of each tag, one tag after the other."""
        return [element for tag in tags for element in self._tags.get(tag, ())]

    def of_class(self, name: str) -> list[etree._Element]:
        """The elements that have a class, perhaps among others."""
        if (known := self._named.get(name)) is None:
            places = [place for value in self._classes.get(name, ()) for place in self._classed[value]]
            known = self._named[name] = [self.elements[place] for place in sorted(places)]
        return known

    def of_id(self, name: str) -> list[etree._Element]:
        """The elements of an id; there should be one."""
        return self.having("id").get(name, [])

    def having(self, attribute: str) -> dict[str, list[etree._Element]]:
        """The elements that have an attribute, by its value."""
        known = self._attributes.get(attribute)
        if known is None:
            known = self._attributes[attribute] = {}
            if attribute == "class":
                known |= {value: [self.elements[place] for place in places] for value, places in self._classed.items()}
                return known
            for element in _with(attribute)(self.root, name=attribute):  # type: ignore[union-attr]
                known.setdefault(element.get(attribute), []).append(element)  # type: ignore[union-attr,arg-type]
        return known

    @cached_property
    def order(self) -> dict[etree._Element, int]:
        """Each element's place in the document."""
        return {element: place for place, element in enumerate(self.elements)}


@cache
def _with(attribute: str) -> etree.XPath:
    """Finds the elements that have an attribute; one that XPath cannot name is given as $name."""
    named = f"@{attribute}" if re.fullmatch(r"[a-z_][\w-]*", attribute, re.A) else "attribute::*[name() = $name]"
    return etree.XPath(f"descendant-or-self::*[{named}]")
