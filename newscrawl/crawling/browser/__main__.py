"""`python -m newscrawl.crawling.browser`: finds a browser, or installs one."""

from __future__ import annotations

import shutil
import subprocess
import sys

from scrapy.utils.project import get_project_settings

from newscrawl.crawling.browser.finding import NoBrowser, check
from newscrawl.judging.exitcodes import Exit


def main() -> int:
    """Say which browser is there; where there is none, install Playwright's, or the distribution's package."""
    settings = get_project_settings()
    ways = [[], [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]]
    if shutil.which("apt-get"):
        ways.append(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    for way in ways:
        if way:
            print(f"newscrawl: {' '.join(way)}", flush=True)
            subprocess.run(way, check=False)
        try:
            print(f"newscrawl: browser: {check(settings)}")
        except NoBrowser as error:
            lack = str(error)
        else:
            return 0
    print(f"newscrawl: {lack}", file=sys.stderr)
    return Exit.NO_BROWSER


if __name__ == "__main__":
    sys.exit(main())
