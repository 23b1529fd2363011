"""Indonesian news portals as clean JSON Lines.

>>> from newscrawl import extract, NotAnArticle
"""

from newscrawl.page import NotAnArticle
from newscrawl.reading import extract

__all__ = ["NotAnArticle", "extract"]
__version__ = "0.1.0"
