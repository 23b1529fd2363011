"""Pages as a person sees them: in the Chromium that the system has; without one the tests fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Dialog, Page, sync_playwright

HEIGHT = 844


class Screen:
    """One window for page after page: a window of its own costs each as much as all that is looked at in it."""

    def __init__(self, window: Page) -> None:
        self._window = window
        self._noise: list[str] = []
        window.on("console", lambda message: self._noise.append(f"console: {message.text}"))
        window.on("pageerror", lambda error: self._noise.append(f"error: {error}"))
        window.on("dialog", self._dismiss)
        window.on("request", lambda request: self._noise.append(f"request: {request.url}"))

    def _dismiss(self, dialog: Dialog) -> None:
        self._noise.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opened(self, path: Path, width: int, scheme: Literal["light", "dark"] = "light") -> tuple[Page, list[str]]:
        """The page at a width and in a colour scheme, and what it says or asks for, first itself, until the next."""
        self._window.goto("about:blank")
        self._window.set_viewport_size({"width": width, "height": HEIGHT})
        self._window.emulate_media(color_scheme=scheme)
        self._noise.clear()
        self._window.goto(path.as_uri())
        return self._window, self._noise


@contextmanager
def screen() -> Iterator[Screen]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield Screen(chromium.new_page())
        chromium.close()
