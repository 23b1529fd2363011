"""Which month a name is, as dateparser knows it; how names are spelt stands in stamps.py."""

from functools import cache
from typing import Final

from newscrawl.reading.times.stamps import RESPELT

# As dateparser's tables call them, in every language.
MONTH_KEYS: Final = tuple(
    "january february march april may june july august september october november december".split()
)


def month_of(name: str) -> int:
    """The number of a month by its Indonesian or English name, as dateparser knows it.

    Raises ValueError for what is no month's name.

    >>> month_of("agustus"), month_of("nop"), month_of("may")
    (8, 11, 5)
    """
    number = _months().get(RESPELT.get(name, name))
    if number is None:
        raise ValueError(f"{name!r} is no month")
    return number


@cache
def _months() -> dict[str, int]:
    """The numbers of months by the names that dateparser knows, in lower case: its parser takes longer to begin."""
    from dateparser.languages.loader import default_loader  # a tenth of a second, which machine stamps do not cost

    known = (default_loader.get_locale(language).info for language in ("en", "id"))
    return {name.lower(): number for info in known for number, key in enumerate(MONTH_KEYS, 1) for name in info[key]}
