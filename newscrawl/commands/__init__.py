"""Commands of the project, beside Scrapy's own."""

from __future__ import annotations

import sys
from typing import NoReturn


def fail(message: str, status: int = 2) -> NoReturn:
    """End the command with one line on standard error that says what to do."""
    print(f"newscrawl: {message}", file=sys.stderr)
    sys.exit(status)
