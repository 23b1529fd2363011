"""How far a job is: one live line on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from time import monotonic
from typing import Self

from newscrawl.archives.run import Far
from newscrawl.crawling.commandline import tell
from newscrawl.crawling.showing.liveline import LiveLine, console

REFRESH = 0.5  # seconds between two states of the live line


class Line:
    """Shows how far a job is while the block lasts, on a terminal or each so many `seconds`; 0 or less: not at all."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.shown = monotonic()
        self.live: LiveLine | None = None

    def __enter__(self) -> Self:
        shown = console()
        if shown.is_interactive and sys.stderr.isatty() and self.seconds > 0:
            self.live = LiveLine(shown, redirect_stdout=True)
            self.live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.live:
            self.live.stop()
            self.live = None

    def show(self, far: Far) -> None:
        """Show the state, if the last one has been seen for long enough."""
        now = monotonic()
        if now - self.shown < (REFRESH if self.live else self.seconds) or self.seconds <= 0:
            return
        self.shown = now
        if self.live:
            self.live.show(far.line(now)[: self.live.width])
        else:
            tell(far.line(now))
