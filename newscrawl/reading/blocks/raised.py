"""Raised and lowered text that is more than small: an exponent, a degree, a formula's number."""

from __future__ import annotations

import re

from lxml import etree

# "10<sup>6</sup>" is not 106.
RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
EXPONENT = re.compile(r"[+\-−]?(?:\d{1,3}|n)")
# "30<sup>o</sup>C"
RING = frozenset("oO0º°")
OF_HEAT = re.compile(r"\s?[CF]\b")


def raised(sup: etree._Element) -> str:
    """A raised number as such, "10⁶", or plain above a line, "1/2"; a degree's ring; empty for other raised text.

    >>> [raised(e) for e in etree.HTML("10<sup>6</sup> 30<sup>o</sup>C 1<sup>st</sup>").iter("sup")]
    ['⁶', '°', '']
    """
    text = str(sup.xpath("string()"))
    if text.strip() in RING and OF_HEAT.match(sup.tail or ""):
        return "°"
    if not EXPONENT.fullmatch(text.strip()):
        return ""
    below = sup.getnext()
    if below is not None and below.tag == "sub" and (sup.tail or "").strip() in ("/", "⁄"):
        return text
    return text.lstrip().translate(RAISED)


# "CO<sub>2</sub>", "PM<sub>2,5</sub>"; "log<sub>2</sub>8" is not log28
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
OF_FORMULA = re.compile(r"\s*\d{1,2}(?:,\d)?\s*")


def lowered(sub: etree._Element, said: list[str]) -> str:
    """A lowered number, right behind what was said if that is a formula's letter; empty for other lowered text.

    >>> root = etree.HTML("Gas CO <sub> 2</sub>, log<sub>2</sub>8, a<sub>n</sub>")
    >>> [lowered(e, said := ["Gas CO "]) + said[0] for e in root.iter("sub")]
    ['2Gas CO', '₂Gas CO', 'Gas CO ']
    """
    text = str(sub.xpath("string()"))
    if not OF_FORMULA.fullmatch(text):
        return ""
    if said and re.search(r"\b[A-Z][A-Za-z]?[A-Z]?\s+$", said[-1][-5:]):
        said[-1] = said[-1].rstrip()
    return text.strip().translate(LOWERED) if (sub.tail or "")[:1].isdigit() else text.lstrip()
