"""Raised text that is more than small: an exponent, a degree."""

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
