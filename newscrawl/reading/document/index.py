"""The elements of a tree by tag, class, id and attribute: one walk in place of one for each question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from itertools import chain

from lxml import etree

SPACE = re.compile(r"[ \t\r\n]+")  # what XPath calls white space: a no-break space is part of a class


class Index:
    """The elements of a tree, all in document order."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.elements = list(root.iter("*"))  # kept: lxml makes an element's object anew for each walk
        self._tags: dict[str, list[etree._Element]] = {}  # those that were asked for
        self._attributes: dict[tuple[str, str], dict[str, list[int]]] = {}

    def tagged(self, *tags: str) -> list[etree._Element]:
        """The elements of each tag, one tag after the other."""
        return [element for tag in tags for element in self._tagged(tag)]

    def _tagged(self, tag: str) -> list[etree._Element]:
        if (known := self._tags.get(tag)) is None:
            known = self._tags[tag] = list(self.root.iter(tag)) if tag else self.elements
        return known

    def of_class(self, name: str) -> list[etree._Element]:
        """The elements that have a class, perhaps among others."""
        return self._at(self._classes.get(name, []))

    @cached_property
    def _classes(self) -> dict[str, list[list[int]]]:
        """Where among the elements each class stands, by the values of the attributes that it is in."""
        found: defaultdict[str, list[list[int]]] = defaultdict(list)
        for value, places in self._places("class", "").items():
            plain = value.isascii() and value.isprintable()  # all white space in it is spaces
            for name in {*(value.split() if plain else SPACE.split(value))}:
                found[name].append(places)
        return found

    @cached_property
    def classes(self) -> str:
        """What stands in class attributes, each once: whether the page has such a class is told by one search."""
        return "\n".join(self._places("class", ""))

    def of_id(self, name: str) -> list[etree._Element]:
        """The elements of an id; there should be one."""
        return [self.elements[place] for place in self._places("id", "").get(name, ())]

    def valued(self, attribute: str, fits: Callable[[str], bool] | None = None, tag: str = "") -> list[etree._Element]:
        """The elements, of one tag or of any, that have an attribute, and whose value fits."""
        of = "" if (attribute, "") in self._attributes else tag
        found = [places for value, places in self._places(attribute, of).items() if fits is None or fits(value)]
        named = self._at(found, of)
        return [element for element in named if element.tag == tag] if tag != of else named

    def _at(self, places: Sequence[list[int]], tag: str = "") -> list[etree._Element]:
        """The elements of a tag, or of all, that stand at some places, in order."""
        elements = self._tagged(tag)
        return [elements[place] for place in (places[0] if len(places) == 1 else sorted(chain(*places)))]

    def _places(self, attribute: str, tag: str) -> dict[str, list[int]]:
        """Where among the elements of a tag, or among all, each value of an attribute stands.

        A page has a third as many class attributes as elements with one.
        """
        if (known := self._attributes.get((attribute, tag))) is None:
            known = self._attributes[attribute, tag] = defaultdict(list)
            name = attribute.encode()  # as lxml looks it up
            for place, value in enumerate([element.get(name) for element in self._tagged(tag)]):
                if value is not None:
                    known[value].append(place)
        return known

    @cached_property
    def order(self) -> dict[etree._Element, int]:
        """Each element's place in the document; for who asks for many."""
        return {element: place for place, element in enumerate(self.elements)}

    def in_order(self, wanted: Collection[etree._Element | str]) -> list[etree._Element]:
        """The elements among some values, in document order."""
        return [element for element in self.elements if element in wanted]

    def between(self, first: etree._Element, last: etree._Element) -> list[etree._Element]:
        """The elements from one up to another behind it."""
        return self.elements[self.elements.index(first) : self.elements.index(last)]
