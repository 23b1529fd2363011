"""How far a job is: one live line on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from contextlib import suppress
from time import monotonic
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.text import Text

from newscrawl.archives.run import Far
from newscrawl.crawling.commandline import tell

REFRESH = 0.5  # seconds between two states of the live line


class Line:
    """Shows how far a job is while the block lasts, on a terminal or each so many `seconds`; 0 or less: not at all."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.shown = monotonic()
        self.live: Live | None = None

    def __enter__(self) -> Self:
        console = Console(file=sys.stderr, soft_wrap=True)
        if console.is_interactive and sys.stderr.isatty() and self.seconds > 0:
            self.live = Live(console=console, auto_refresh=False, transient=True)
            self.live.start()
            console.show_cursor()  # hidden by rich; a job that is killed could not bring it back
        return self

    def __exit__(self, *_: object) -> None:
        if self.live:
            with suppress(OSError):
                self.live.stop()
            self.live = None

    def show(self, far: Far) -> None:
        """Show the state, if the last one has been seen for long enough."""
        now = monotonic()
        if now - self.shown < (REFRESH if self.live else self.seconds) or self.seconds <= 0:
            return
        self.shown = now
        if self.live:
            with suppress(OSError):  # the terminal is closed; the job goes on
                self.live.update(Text(far.line(now)[: self.live.console.width - 1]), refresh=True)
        else:
            tell(far.line(now))
