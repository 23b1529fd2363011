"""Selectors find what one XPath over the whole page finds, also where a page nests what they look for."""

from __future__ import annotations

import random
from time import process_time
from typing import Any

import pytest
from lxml import etree
from parsel.csstranslator import css2xpath

from newscrawl.reading.document.index import Index
from newscrawl.reading.document.selectors import select

SELECTORS = (
    ".x a", ".x > a", ".x .y a", ".x > .y a", ".x .y .z a", ".x > .y .z", ".x .y > .z", ".x .y .x", "div .x p .y a",
    ".z .x > .y .x", ".x + p", ".x + .y .z", ".x ~ p a", ".x ~ .y .z", ".x .y ~ a", ".x .y ~ .z", "div.x span.y",
    "[class=x] a", ".x a, .y span", ".x::text", ".x a::text", ".x p > a::text", ".x a::attr(href)", "#a .x", "p#b a",
    ".x:contains(kt) .y", ".x:has(a) > .y", ".z .x:contains(t) .y a", ".x .y:has(.z)", ".x:has(p) ~ .y a",
)  # fmt: skip


def box(chance: random.Random, depth: int) -> str:
    """An element with up to three in it, each with as many, with classes that nest at random."""
    tag, name = chance.choice("div p a span ul li".split()), chance.choice(["", "x", "y", "x y", "z"])
    inner = "".join(box(chance, depth - 1) for _ in range(chance.randint(0, 3) if depth else 0))
    id = chance.choice(["", "", "", "a", "b"])
    return f"<{tag} class='{name}' id='{id}' href='h{chance.random()}'>k{inner}m</{tag}>"


@pytest.mark.parametrize("seed", range(8))
def test_what_is_found_is_what_one_xpath_finds(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10):
        root = etree.fromstring(f"<html><body>{box(chance, 6)}{box(chance, 5)}</body></html>")
        index = Index(root)
        for css in SELECTORS:
            assert told(select(index, css)) == told(etree.XPath(css2xpath(css))(root)), css


def told(found: Any) -> list[etree._Element | str]:
    return [str(one) if isinstance(one, str) else one for one in found]


@pytest.mark.parametrize("css", [".x .y .z", ".x .y .z a", ".x a, .y a", ".x > .y a", ".x:contains(k) .z"])
def test_time_grows_with_the_depth(css: str) -> None:
    """Four times as deep takes no more than the walks up from each element do, sixteen times as long."""

    def seconds(depth: int) -> float:
        unit = "<div class='x'><div class='y'><div class='z'><a>k</a>"
        root = etree.fromstring(f"{unit * depth}{'</div></div></div>' * depth}", etree.XMLParser(huge_tree=True))
        index = Index(root)
        select(index, css)
        begun = process_time()
        select(Index(root), css)
        return process_time() - begun

    least = min(seconds(150) for _ in range(3))
    assert any(seconds(600) < 40 * least + 0.01 for _ in range(3))
