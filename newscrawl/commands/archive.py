"""`scrapy archive INPUT... -o FOLDER`: the articles in archives of pages, as Parquet by portal and month."""

from __future__ import annotations

import argparse
import re
import signal
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.counts import many
from newscrawl.crawling.commandline import OfflineCommand, check_portals, fail, tell
from newscrawl.crawling.options import add_days, days_of
from newscrawl.judging.exitcodes import Exit
from newscrawl.storing.raw import INSTALL

if TYPE_CHECKING:
    from newscrawl.archives.captures import Wanted
    from newscrawl.archives.run import Job


class Command(OfflineCommand):
    form = "[options] INPUT... -o FOLDER"
    about = (
        "INPUT: .warc.gz, .warc.zst, .warc, .wacz, a list of addresses (.paths, .paths.gz), a folder or pattern of "
        "them, s3:// and https:// where fsspec has the driver. What is read is not read again: stop it, or have it "
        "killed, and run it once more. Exit status: 0 all read, 1 a file could not be read (it says which), "
        "2 a wrong argument, 6 interrupted, 7 the folder could not be written, 8 another run is at work in it."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("-o", dest="output", metavar="FOLDER", help="where to: a new folder, or that of before")
        parser.add_argument("--portals", metavar="A,B", default="", help="only these portals")
        add_days(parser)
        parser.add_argument("--any", action="store_true", help="also Indonesian articles of all other sites, by shape")
        parser.add_argument("--strict", action="store_true", help="of the portals only pages that their rules know")
        parser.add_argument("--again", action="store_true", help="read again what older rules have read")
        parser.add_argument("--base", metavar="ADDRESS", default="", help="what stands in front of the lines of a list")
        parser.add_argument("--workers", metavar="N", help="processes; as many as there are cores")
        parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster: tcp://HOST:8786")
        parser.add_argument(
            "--shard",
            metavar="I/N",
            help="read the I-th of N shares of the files, and leave the joining to a run without",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not args or not opts.output:
            fail("give archives and a folder: scrapy archive INPUT... -o FOLDER")
        try:
            import fastwarc  # noqa: F401  # of the archives alone
            import pyarrow  # type: ignore[import-untyped]  # noqa: F401
        except ImportError as error:
            fail(f"{error.name} is not installed: {INSTALL}")
        from newscrawl.archives import stopping
        from newscrawl.archives.engine import NoEngine
        from newscrawl.archives.run import StorageFailed

        job, engine, hold = self._job(args, opts)
        stopping.begin()
        for number in (signal.SIGINT, signal.SIGTERM):  # what began it in the background may have it ignore the first
            signal.signal(number, stopping.stop)
        try:
            with hold, engine as job.engine:
                self.exitcode = self._work(job, joins=not opts.shard)
        except NoEngine as error:
            fail(str(error))
        except StorageFailed as error:
            fail(str(error), Exit.STORAGE)
        except KeyboardInterrupt:
            fail("interrupted: what was read is kept; run it again to go on", Exit.INTERRUPTED)

    def _job(self, args: list[str], opts: argparse.Namespace) -> tuple[Job, Any, ExitStack]:
        """What is to be done, the engine for it, and the hold on the folder; whatever is wrong ends the command."""
        from newscrawl.archives.engine import Here, cores, engine
        from newscrawl.archives.folder import Busy, Folder, OtherQuestion
        from newscrawl.archives.inputs import NoInput, units
        from newscrawl.archives.records import ReadFailed
        from newscrawl.archives.run import Job, shard

        wanted = question(opts)
        share = number_of(opts.shard)
        workers = whole_number("--workers", opts.workers) if opts.workers else 1 if opts.shard else cores()
        try:
            found = units(args, opts.base)
        except NoInput as error:
            fail(str(error))
        except ReadFailed as error:
            fail(f"{', '.join(args)}: {error}")
        root = Path(opts.output).resolve()
        try:
            folder = Folder(root)
            folder.begin(wanted)
            hold = ExitStack()
            hold.enter_context(folder.held(alone=not share))
            folder.begin(wanted)  # another run may have begun it at the same moment
        except OtherQuestion as error:
            fail(str(error))
        except Busy as error:
            fail(str(error), Exit.BUSY)
        except OSError as error:
            fail(f"{root}: cannot be written: {error.strerror}", Exit.STORAGE)
        if share:
            found = shard(found, *share)
        job = Job(root, found, wanted, Here(), tell, again=opts.again)
        return job, engine(min(workers, max(1, len(found))), opts.scheduler), hold

    def _work(self, job: Job, *, joins: bool) -> Exit | int:
        from newscrawl.archives.live import Line
        from newscrawl.archives.run import is_extract, summary

        with Line(self.settings.getfloat("NEWSCRAWL_PROGRESS_SECONDS")) as line:
            job.show = line.show
            job.read()
            sums = job.join() if joins else None
        keys = {unit.key for unit in job.units}
        done = {key: said for key, said in job.folder.all_done().items() if joins or key in keys}
        for text in summary(done.values(), sums):
            print(text)
        if job.older:
            tell(f"read by older rules: {many(job.older, 'file')}; --again reads by those of now")
        if job.faulty:
            tell(f"torn or damaged: {many(job.faulty, 'file')}, of which all that is whole was read")
        if unchecked := sum(said.get("unchecked", 0) for said in done.values()):
            tell(f"in records without checksum or digest, of which no damage shows: {many(unchecked, 'page')}")
        if extracts := sum(map(is_extract, done.values())):
            tell(f"without any page: {many(extracts, 'file')}; name the WARC files that WET and WAT are of")
        if job.failed:
            tell(f"{many(job.failed, 'file')} could not be read; run it again to try once more")
        return 1 if job.failed else Exit.DONE


def question(opts: argparse.Namespace) -> Wanted:
    """What is looked for; a wrong value ends the command."""
    from newscrawl.archives.captures import Wanted

    names = tuple(dict.fromkeys(name.strip() for name in opts.portals.split(",") if name.strip()))
    check_portals(names)
    since, until = days_of(opts)
    if names and opts.any:
        fail("--portals and --any exclude each other: --any asks for every site")
    return Wanted(tuple(sorted(names)), since, until, opts.any, opts.strict)


def number_of(value: str | None) -> tuple[int, int] | None:
    """The share that --shard names."""
    if not value:
        return None
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", value)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        fail(f"--shard {value!r} is no share; write I/N with I from 1 to N, e.g. --shard 2/8")
    return int(found[1]), int(found[2])


def whole_number(option: str, value: str) -> int:
    """A number of at least 1."""
    if not re.fullmatch(r"\d{1,4}", value) or not int(value):
        fail(f"{option} {value!r} is not a whole number of 1 or more")
    return int(value)
