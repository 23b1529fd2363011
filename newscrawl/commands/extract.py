"""`scrapy extract FILE`: the record of a saved page; with -o those of many, in one file."""

from __future__ import annotations

import argparse
import csv
import errno
import io
import json
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newscrawl.commands.export import output_file, say_cut
from newscrawl.counts import many
from newscrawl.crawling.commandline import OfflineCommand, fail, tell
from newscrawl.files import write_whole
from newscrawl.items import Article, to_record
from newscrawl.portals.extract import extract
from newscrawl.portals.form import Portal
from newscrawl.portals.saved import MOST_BYTES, SavedPage, saved_page
from newscrawl.reading.page import NotAnArticle
from newscrawl.storing.records import COLUMNS, Column, Record, dumps, read_line, values
from newscrawl.storing.spreadsheets import harmless
from newscrawl.storing.writing import ExportFailed, writing
from newscrawl.terminal import inert_json, printing

UNKNOWN = "unknown portal"
NO_ADDRESS = "no address"
FORMS = (
    "give a page, or its address and the page: scrapy extract [URL] FILE; many: scrapy extract -o FILE PAGE|FOLDER ..."
)
# What may be done about a reason.
HINTS = {
    UNKNOWN: "--any reads pages of sites without rules",
    NO_ADDRESS: "scrapy extract URL FILE reads a page by yours",
}
FILE = Column("file", str, False, "", "The saved page.")
WRONG = ("file", "url", "reason", "detail")  # the columns of what gave no record
BESIDE = "_files"  # the end of the folder in which browsers save what belongs to a page


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page is read: the options of the command."""

    fetched_at: datetime | None
    strict: bool
    any_site: bool

    def article(self, page: SavedPage, url: str) -> Article:
        """The article. Raises NotAnArticle."""
        at = self.fetched_at or page.saved_at
        return extract(page.body, url, at, strict=self.strict, any_site=self.any_site)


class Command(OfflineCommand):
    form = "[options] [URL] FILE | -o FILE PAGE|FOLDER ..."

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "-o", dest="output", metavar="FILE", help="the records of many pages in one file, as export's"
        )
        parser.add_argument("--strict", action="store_true", help="only by the portal's rules, as a crawl reads")
        parser.add_argument("--any", action="store_true", help="also of a site without rules, by the page's shape")
        parser.add_argument("--fetched-at", metavar="TIME", help="when the page was saved, e.g. 2026-07-24T18:00+07:00")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if opts.any and opts.strict:
            fail("--any reads by the page's shape and --strict by rules alone: give one of them")
        reading = Reading(time_of(opts.fetched_at), opts.strict, opts.any)
        if opts.output is not None:
            output = output_file(opts.output or fail(FORMS), Path(self.settings.get("NEWSCRAWL_DATA") or "data"))
            self.exitcode = read_many(args, output, reading)
            return
        if not args or len(args) > 2 or (len(args) == 1 and "://" in args[0]):
            fail(FORMS)
        *given, name = args
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            turned = given and "://" in name and "://" not in given[0]
            hint = "; the address stands first, then the file: scrapy extract URL FILE" if turned else ""
            hint = "; many pages: scrapy extract -o FILE FOLDER" if isinstance(error, IsADirectoryError) else hint
            fail(f"cannot read {name}: {error.strerror}{hint}")
        article = read_one(content, given[0] if given else None, reading)
        with printing():
            print(inert_json(json.dumps(to_record(article), ensure_ascii=False, indent=2)))


def time_of(value: str | None) -> datetime | None:
    """The time of --fetched-at; a wrong one ends the command."""
    if not value:
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        fail(f"--fetched-at {value!r} is not a time; write 2026-07-24T18:00+07:00")
    if time.tzinfo is None:
        fail(f"--fetched-at {value!r} has no offset; write 2026-07-24T18:00+07:00")
    return time


def read_one(content: bytes, url: str | None, reading: Reading) -> Article:
    """The article of a saved page; what is none ends the command. Without `url` the page tells its address."""
    try:
        page = saved_page(content)
        address = url if url is not None else page.address
        if address is None:
            fail("the page does not tell its address: scrapy extract URL FILE", 1)
        return reading.article(page, address)
    except NotAnArticle as error:
        unknown = error.reason == UNKNOWN
        if unknown and url is not None and "://" not in url:
            fail(f"{url!r} is no address (https://...)")
        fail(f"not an article: {error}{'; ' + HINTS[UNKNOWN] if unknown and not reading.any_site else ''}", 1)


def read_many(names: Sequence[str], output: Path, reading: Reading) -> int:
    """Write the records of many pages to a file, and beside it which gave none and why; returns the exit status."""
    if not names or any("://" in name for name in names):
        fail(f"-o reads files and folders, whose pages tell their addresses: {FORMS}")
    beside = output.with_suffix(".failed.csv")
    written = {os.path.realpath(path): path.name for path in (output, beside)}
    found = dict.fromkeys(file for name in names for file in pages_in(Path(name)))
    files = [file for file in found if file.name not in written.values() or os.path.realpath(file) not in written]
    if not files:
        fail(f"no file in {', '.join(names)}", 1)
    tell(f"reading {many(len(files), 'file')}")
    wrong: list[tuple[str, str, str, str]] = []
    ids: Counter[str] = Counter()
    try:
        with writing(output, Portal.zone, (*COLUMNS, FILE)) as writer:
            for file in files:
                if read := _read(file, reading, wrong):
                    record, size = read
                    writer.write((*values(record), shown(file)), size)
                    ids[record.id] += 1
    except ExportFailed as error:
        fail(str(error), 1)
    say_cut(writer.cut)
    try:
        write_whole(beside, table(wrong))
    except OSError as error:
        fail(f"{beside}: {error.strerror or error}: not written; {output} is whole", 1)
    without = f", {many(len(wrong), 'file')} without: {beside} says why" if wrong else ""
    tell(f"{many(ids.total(), 'record')} in {output}{without}")
    for reason, count in Counter(row[2] for row in wrong).most_common():
        hint = "" if reason == UNKNOWN and reading.any_site else HINTS.get(reason)
        tell(f"  {count} {reason}{f': {hint}' if hint else ''}")
    if again := ids.total() - len(ids):
        tell(f"  {many(again, 'record')} of an article that an earlier file has: the same id")
    return 1 if wrong else 0


def pages_in(place: Path) -> Iterator[Path]:
    """A file, or all files of a folder and those below, in order; not what browsers save beside a page.

    A folder below that is a link is passed over, as it may lead in a circle; one that cannot be listed is yielded.
    """
    ahead = [place]
    while ahead:
        path = ahead.pop()
        try:
            inner = sorted(path.iterdir())
        except OSError:
            yield path
            continue
        folders = set(filter(os.path.isdir, inner))  # Path.is_dir raises in a folder that must not be entered
        names = {path.stem for path in inner if path not in folders}
        for path in reversed(inner):
            is_beside = path.name.endswith(BESIDE) and path.name.removesuffix(BESIDE) in names
            if path not in folders or not (is_beside or path.is_symlink()):
                ahead.append(path)


def content_of(file: Path) -> bytes:
    """What a file holds. Raises OSError, also for what has no end, as a pipe, and NotAnArticle."""
    status = file.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):  # a folder says best itself why it is none
        raise OSError(errno.EINVAL, "not a regular file")
    if status.st_size > MOST_BYTES:
        raise NotAnArticle("too large", f"{status.st_size} bytes, at most {MOST_BYTES}")
    return file.read_bytes()


def _read(file: Path, reading: Reading, wrong: list[tuple[str, str, str, str]]) -> tuple[Record, int] | None:
    """The record of a file, and how many bytes it has as a line; where it has none, why is added to `wrong`."""
    url = ""
    try:
        page = saved_page(content_of(file))
        url = page.address or ""
        if not url:
            raise NotAnArticle(NO_ADDRESS)
        line = dumps(to_record(reading.article(page, url))).encode() + b"\n"
        if (record := read_line(line)) is None:
            raise ValueError("what was read is no whole record")
        return record, len(line)
    except NotAnArticle as error:
        why = error.reason, error.detail or ""
    except OSError as error:
        why = "cannot be read", error.strerror or str(error)
    except Exception as error:  # of one file; it must cost no other one
        why = "reader failed", repr(error)[:200]
    wrong.append((shown(file), url, *why))
    return None


def shown(file: Path) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are written out."""
    return os.fsencode(file).decode("utf-8", "backslashreplace")


def table(rows: Sequence[tuple[str, str, str, str]]) -> bytes:
    """What gave no record, as CSV that a spreadsheet opens."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([WRONG, *(map(harmless, row) for row in rows)])
    return text.getvalue().encode("utf-8-sig", "replace")
