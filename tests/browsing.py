"""`python -m tests.browsing crawl ramai ...`: scrapy with the portals in tests/sites beside the project's own."""

import sys
from pathlib import Path

from scrapy.cmdline import execute

from newscrawl import spiders

if __name__ == "__main__":
    spiders.__path__.append(str(Path(__file__).parent / "sites"))
    execute(["scrapy", *sys.argv[1:]])
