"""Indonesian news portals as clean JSON Lines.

>>> from newscrawl import extract, NotAnArticle
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newscrawl.portals.extract import extract
    from newscrawl.reading.page import NotAnArticle

__all__ = ["NotAnArticle", "extract"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """`extract` and `NotAnArticle` are loaded when they are asked for: no part of the package waits for the reader."""
    if name == "extract":
        from newscrawl.portals.extract import extract

        return extract
    if name == "NotAnArticle":
        from newscrawl.reading.page import NotAnArticle

        return NotAnArticle
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
