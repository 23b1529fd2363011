"""Indonesian news portals as clean JSON Lines.

>>> from newscrawl import extract, NotAnArticle
"""

from newscrawl.portals.extract import extract
from newscrawl.reading.page import NotAnArticle

__all__ = ["NotAnArticle", "extract"]
__version__ = "0.1.0"
