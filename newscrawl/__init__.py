"""Indonesian news portals as clean JSON Lines.

>>> from newscrawl import extract, NotAnArticle
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newscrawl.page import NotAnArticle
    from newscrawl.reading import extract

__all__ = ["NotAnArticle", "extract"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """`extract` and `NotAnArticle` are loaded when they are asked for: no part of the package waits for the reader."""
    if name == "extract":
        from newscrawl.reading import extract

        return extract
    if name == "NotAnArticle":
        from newscrawl.page import NotAnArticle

        return NotAnArticle
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
