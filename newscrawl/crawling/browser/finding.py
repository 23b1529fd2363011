"""Which browser there is, and whether a crawl needs one. Nothing here loads Playwright."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from scrapy.settings import BaseSettings

from newscrawl.discovery.listings import Rendered
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import Plan

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What Playwright's are called, the headless one first: it is smaller.
PROGRAMS = ("chrome-headless-shell", "headless_shell", "chrome", "Chromium", "Google Chrome for Testing")
STARTUP_SECONDS = 20.0


class NoBrowser(Exception):
    """There is no browser to use: one line that says what to do."""


def needed(portal: type[Portal], plan: Plan, settings: BaseSettings) -> bool:
    """True for a crawl that may come to a listing only a browser shows, with one switched on; never in a replay."""
    if not plan.browser or settings.get("REPLAY_DIR"):
        return False
    return bool(rendered_listings(portal, plan))


def rendered_listings(portal: type[Portal], plan: Plan) -> list[Rendered]:
    """The listings of a plan that need a browser."""
    if plan.urls:
        return []
    ways = portal.topics() if plan.tag or plan.search else portal.listings
    return [listing for listing in ways if isinstance(listing, Rendered)]


def check(settings: BaseSettings) -> str:
    """The browser that is there: its path, or the CDP address it answers at. Raises NoBrowser."""
    if find_spec("scrapy_playwright") is None:
        raise NoBrowser("needs scrapy-playwright for pages in a browser: pip install 'newscrawl[browser]'")
    if address := settings.get("NEWSCRAWL_BROWSER_CDP"):
        return check_address(address)
    wanted = settings.get("NEWSCRAWL_BROWSER_PATH") or ""
    lack = "there is none"
    for path in (wanted,) if wanted else candidates():
        try:
            version_of(path)
        except NoBrowser as fault:
            lack = f"{path}: {fault}"
        else:
            return path
    where = "NEWSCRAWL_BROWSER_PATH " if wanted else ""
    raise NoBrowser(f"needs a browser, and {where}{lack}; run `make browser`, or set NEWSCRAWL_BROWSER_CDP")


def candidates() -> Iterator[str]:
    """Paths of browsers on this machine: Playwright's own, then those on PATH."""
    yield from playwrights_own()
    yield from filter(None, map(shutil.which, COMMANDS))


def playwrights_own() -> Iterator[str]:
    """Chromium as the installed version of Playwright would download it, where it has."""
    spec = find_spec("playwright")
    if spec is None or not spec.submodule_search_locations:
        return
    package = Path(spec.submodule_search_locations[0]) / "driver" / "package"
    given = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if given == "0":
        folder = package / ".local-browsers"
    elif given:
        folder = Path(given)
    elif sys.platform == "darwin":
        folder = Path.home() / "Library/Caches/ms-playwright"
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"
    with suppress(OSError, ValueError, KeyError):
        browsers = json.loads((package / "browsers.json").read_text(encoding="utf-8"))["browsers"]
        revisions = {browser["name"]: browser["revision"] for browser in browsers}
        for name in ("chromium-headless-shell", "chromium"):
            place = folder / f"{name.replace('-', '_')}-{revisions[name]}"
            for program in PROGRAMS:
                yield from map(str, filter(Path.is_file, place.rglob(program)))


@cache
def version_of(path: str) -> str:
    """What a browser says of its version, else its name. Raises NoBrowser with what is wrong with it."""
    try:
        done = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=STARTUP_SECONDS, check=False
        )
    except OSError as error:
        raise NoBrowser(error.strerror) from None
    except subprocess.TimeoutExpired:
        raise NoBrowser(f"says nothing for {STARTUP_SECONDS:g} s") from None
    output, faults = (said.decode(errors="replace").strip() for said in (done.stdout, done.stderr))
    if done.returncode:
        raise NoBrowser(f"exit status {done.returncode} ({faults.splitlines()[-1] if faults else 'no message'})")
    return output.partition("\n")[0] or Path(path).name


def check_address(address: str) -> str:
    """A CDP address (http or ws) where a browser answers. Raises NoBrowser."""
    parts = urlsplit(address)
    try:
        if parts.scheme in ("http", "https"):
            with urlopen(f"{address.rstrip('/')}/json/version", timeout=5) as answer:
                json.load(answer)["webSocketDebuggerUrl"]
        elif parts.scheme in ("ws", "wss") and parts.hostname:
            port = parts.port or (443 if parts.scheme == "wss" else 80)
            socket.create_connection((parts.hostname, port), timeout=5).close()
        else:
            raise NoBrowser(f"NEWSCRAWL_BROWSER_CDP={address!r} is no address: http://HOST:PORT or ws://...")
    except (OSError, ValueError, LookupError, TypeError) as error:
        fault = error.reason if isinstance(error, URLError) else error
        raise NoBrowser(f"needs a browser, and none answers at NEWSCRAWL_BROWSER_CDP {address} ({fault})") from None
    return address
