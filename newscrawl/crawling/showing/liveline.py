"""The live line of a crawl: the last one of a terminal."""

from __future__ import annotations

import atexit
import logging
import sys
from contextlib import suppress

from rich.console import Console
from rich.live import Live
from rich.text import Text


def console() -> Console:
    """Standard error, as rich sees it."""
    return Console(file=sys.stderr, soft_wrap=True)  # rich would break long log lines


class LiveLine:
    """The last line of a terminal, written again and again; what is logged or printed meanwhile stands above it."""

    def __init__(self, console: Console, *, redirect_stdout: bool) -> None:
        self.console = console
        self.live = Live(console=console, auto_refresh=False, transient=True, redirect_stdout=redirect_stdout)
        self.handlers = [
            handler
            for handler in logging.root.handlers
            if isinstance(handler, logging.StreamHandler) and handler.stream is console.file
        ]

    def start(self) -> None:
        """Take over standard error, for as long as the process lives if nobody calls `stop`."""
        self.live.start()
        self.console.show_cursor()  # hidden by rich; a crawl that is killed could not bring it back
        for handler in self.handlers:
            handler.setStream(sys.stderr)
        atexit.register(self.stop)  # a second Ctrl-C ends a crawl without closing its spider

    @property
    def width(self) -> int:
        """How many columns the line may take: some terminals wrap behind the last one."""
        return self.console.width - 1

    def show(self, text: str) -> None:
        """Write the line anew."""
        with suppress(OSError):  # the terminal is closed; the crawl goes on
            self.live.update(Text(text), refresh=True)

    def stop(self) -> None:
        """Remove the line and give standard error back."""
        atexit.unregister(self.stop)
        for handler in self.handlers:
            handler.setStream(self.console.file)
        with suppress(OSError):
            self.live.stop()
