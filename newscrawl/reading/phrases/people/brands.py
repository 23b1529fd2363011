"""What a house calls itself among the names of people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newscrawl.reading.phrases.names.bylines import TEAMS


@cache
def _brand(brands: str) -> re.Pattern[str]:
    """A house's name, its team or one of its desks; what a letter or two make of it is a name: "Sindoro"."""
    house = brands.replace(r"\w*", r"(?:\w{3,})?")
    desk = rf"(?:{'|'.join(TEAMS)}|sports?|com|co|id|tv|network|group|official|indonesia)\b.*"
    return re.compile(rf"(?:{house})(?:[ .-]{desk})?|(?:tim|cek fakta|redaksi|admin) (?:{house})\b.*", re.I)


def without_brands(names: Iterable[str], brands: str) -> list[str]:
    r"""The names that are not the portal's own, or its team's; `brands` is what it and its sisters call themselves.

    >>> without_brands(["Budi Santoso", "Soranews", "Tim Soranews", "admin Soranews", "Soranews Sports"], r"sora\w*")
    ['Budi Santoso']
    >>> without_brands(["Sorana Dewi", "Sora Budi", "Sorai"], r"sora\w*"), without_brands(["Budi"], "")
    (['Sorana Dewi', 'Sora Budi', 'Sorai'], ['Budi'])
    """
    return [name for name in names if not (brands and _brand(brands).fullmatch(name))]
