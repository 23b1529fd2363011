"""`scrapy review PORTAL [FOLDER ...]`: pages beside what is made of them, for a person to judge."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, fail, now_of, portal_named, write_page
from newscrawl.crawling.saved.replay import SavedPage, saved_pages
from newscrawl.judging.review.shown import Given, review
from newscrawl.portals.fixtures import FOLDER
from newscrawl.portals.form import Portal
from newscrawl.reading.page import original
from newscrawl.storing.unread import kept_files, read_kept

MOST = 200  # pages that one file is opened with


class Command(OfflineCommand):
    form = "[options] PORTAL [FOLDER ...]"
    about = (
        "The pages are those in each FOLDER (NAME.html and NAME.json with their url); without one those that "
        "crawls kept in NEWSCRAWL_DATA/PORTAL/unread, newest first, and where they are too few the fixtures."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--count", default="20", metavar="N", help=f"at most N pages, {MOST} (default: 20)")
        parser.add_argument(
            "--html", metavar="FILE", help="the file to write (default: review-PORTAL.html in NEWSCRAWL_DATA)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not args:
            fail("give a portal, and folders of saved pages if you like: scrapy review PORTAL [FOLDER ...]")
        portal, folders = portal_named(args[0], self.settings), [Path(name) for name in args[1:]]
        if not opts.count.isascii() or not opts.count.isdigit() or not 1 <= int(opts.count) <= MOST:
            fail(f"--count {opts.count!r} is no number between 1 and {MOST}")
        if missing := [folder for folder in folders if not folder.is_dir()]:
            fail(f"{missing[0]} is no folder: give folders with NAME.html and NAME.json in them")
        now = now_of(self.settings, portal.zone)
        data = Path(self.settings.get("NEWSCRAWL_DATA") or "data")
        try:
            given = list(islice(pages(portal, folders, data), int(opts.count)))
        except (OSError, ValueError) as error:
            fail(f"a saved page cannot be read: {error}")
        if not given:
            places = ", ".join(map(str, folders or (data / portal.name / "unread", FOLDER / portal.name)))
            fail(f"no page of an article of {portal.name} in {places}")
        name = opts.html
        if name is None:
            name = str(data / f"review-{portal.name}.html")
            try:
                data.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                fail(f"{data}: {error.strerror}", 1)
        reviewed = [review(page, portal) for page in given]
        from newscrawl.judging.review.page import as_html

        write_page(name, as_html(reviewed, portal.name, now))
        doubted, lost = sum(bool(page.doubts) for page in reviewed), sum(bool(page.reason) for page in reviewed)
        print(f"{name}: {len(reviewed)} pages, {doubted} with doubts, {lost} not read")


def pages(portal: type[Portal], folders: list[Path], data: Path) -> Iterator[Given]:
    """The pages to be shown, in order; raises OSError and ValueError for a saved page that cannot be read."""
    for folder in folders:
        yield from saved(portal, folder)
    if folders:
        return
    newest = sorted(kept_files(data / portal.name), key=lambda found: found[1].at, reverse=True)
    for path, _ in newest:
        with suppress(OSError, ValueError):  # a crawl has just read it
            page = read_kept(path)
            kept = ": ".join(filter(None, (page.reason, page.detail)))
            yield Given(page.url, page.body, str(path), page.at, page.content_type, kept)
    if (FOLDER / portal.name).is_dir():
        yield from sorted(saved(portal, FOLDER / portal.name), key=_captured, reverse=True)


def saved(portal: type[Portal], folder: Path) -> Iterator[Given]:
    """The saved pages of a folder that are a portal's articles, by name; redirects and errors are none."""
    for side, page in saved_pages(folder):
        if page.body_path is None or page.status >= 300 or portal.identify(original(page.url)) is None:
            continue
        moment = datetime.fromisoformat(page.captured_at) if page.captured_at else None
        yield Given(page.url, page.body_path.read_bytes(), str(side), moment, _content_type(page))


def _content_type(page: SavedPage) -> str | None:
    return next((values[0] for name, values in page.headers.items() if name.lower() == "content-type" and values), None)


def _captured(page: Given) -> float:
    return page.fetched_at.timestamp() if page.fetched_at else 0.0
