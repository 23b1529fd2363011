"""What the project's commands have in common. Not among them: Scrapy takes every class there for a command."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Collection, Iterable
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from scrapy.commands import ScrapyCommand
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, Settings

from newscrawl.files import write_whole
from newscrawl.offered import COMMANDS, OFFERED
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import crawl_time
from newscrawl.portals.registry import portals
from newscrawl.portals.sites import remembered
from newscrawl.terminal import inert

WITHOUT_VALUE = re.compile(r"argument (?:\S+/)?(\S+): expected (?:one|at least one) argument")
GLUED = re.compile(r"argument (-\w)/\S+: ignored explicit argument '(.*)'")  # "-harga", which begins like -h
ADDRESS = re.compile(r"(?:https?|file)://.")
# "scrapy reread okezone"
OURS = re.compile(rf"\bscrapy(?= (?:{'|'.join(COMMANDS)})\b)")
# "-a again=1", "-a since=2026-07-01", which `newscrawl` takes as options of their own
FLAG = re.compile(r"-a (again|browser)=1\b")
ARGUMENT = re.compile(r"-a (channels|search|since|site|tag|until|urls)=")


def name_as_called(parser: argparse.ArgumentParser) -> None:
    """Have the usage name the command as the user called it, and a wrong option end it in one line."""
    parser.usage = as_called(parser.usage or "")
    parser.error = _refuse_wrong  # type: ignore[method-assign]


def _refuse_wrong(message: str) -> NoReturn:
    """End the command for an option that argparse cannot take: "argument -o: expected one argument"."""
    message = GLUED.sub(r"unknown option \1\2", WITHOUT_VALUE.sub(r"\1 needs a value", message))
    fail(f"{message}; --help lists what there is")


def refuse_unknown(args: Iterable[str], opts: argparse.Namespace) -> None:
    """End the command for an option that nobody knows: Scrapy takes it for an argument, and a search for a word."""
    for option in (arg for arg in args if arg.startswith("--")):
        given = option.partition("=")[0]
        near = get_close_matches(given, [f"--{name.replace('_', '-')}" for name in vars(opts)], 1, 0.75)
        fail(f"unknown option {given}; {f'did you mean {near[0]}?' if near else '--help lists those there are'}")


class OurCommand(ScrapyCommand):
    """A command of ours, by itself or in front of one of Scrapy's: it is named as the user called it."""

    settings: Settings  # they are there before anything is asked of a command
    form = ""  # what is typed behind its name
    about = ""  # more of it than the line that `offered` has

    def syntax(self) -> str:
        return self.form or super().syntax()

    def short_desc(self) -> str:
        return OFFERED.get(type(self).__module__.rpartition(".")[2]) or super().short_desc()

    def long_desc(self) -> str:
        return self.about or super().long_desc()

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        name_as_called(parser)


class StrictCommand(OurCommand):
    """A command that takes no option it does not know."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        refuse_unknown(args, opts)


class OfflineCommand(StrictCommand):
    """A command that fetches nothing itself: no reactor, and no log but what it says."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    form = "[options]"


class LookingCommand(StrictCommand):
    """In front of one of Scrapy's own commands, which look at a page or try something out: that is no run.

    It opens no portal's store and leaves no record, whatever the settings and options say.
    """

    shows_a_page = False  # of an address that must be given; its log is only asked for by -L

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        self.settings.set("NEWSCRAWL_DATA", "", priority="cmdline")
        if not self.shows_a_page:
            return
        if len(args) != 1 or not ADDRESS.match(args[0]):
            name = type(self).__module__.rpartition(".")[2]
            fail(f"give an address: scrapy {name} https://www.okezone.com/")
        if (self.settings.getpriority("LOG_LEVEL") or 0) < SETTINGS_PRIORITIES["cmdline"]:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")


def as_called(message: str) -> str:
    """A message in which our commands are called by the name that the user called this one by, their options too.

    >>> os.environ["NEWSCRAWL_COMMAND"] = "newscrawl"
    >>> as_called("say which site: scrapy crawl any -a site=https://katadata.co.id; `-a again=1`")
    'say which site: newscrawl crawl any --site https://katadata.co.id; `--again`'
    >>> del os.environ["NEWSCRAWL_COMMAND"]
    """
    if not (called := os.environ.get("NEWSCRAWL_COMMAND")):
        return message
    return ARGUMENT.sub(r"--\1 ", FLAG.sub(r"--\1", OURS.sub(called, message)))


def tell(message: str) -> None:
    """Say something in one line on standard error."""
    print(f"newscrawl: {inert(as_called(message))}", file=sys.stderr)


def fail(message: str, status: int = 2) -> NoReturn:
    """End the command with one line on standard error that says what to do."""
    tell(message)
    sys.exit(status)


def handed_on(opts: argparse.Namespace) -> list[str]:
    """The settings, and what of the log is wanted, as options of a crawl that a command begins."""
    line = [part for setting in opts.set for part in ("-s", setting)]
    line += ["-L", opts.loglevel] if opts.loglevel else []
    line += ["--logfile", opts.logfile] if opts.logfile else []
    return [*line, "--nolog"] if opts.nolog else line


def check_portals(names: Iterable[str], known: Collection[str] | None = None) -> None:
    """End the command for a name that is none of a portal (or of `known`)."""
    known = portals() if known is None else known
    for name in names:
        if name not in known:
            fail(f"unknown portal {name!r}; known: {', '.join(sorted(known))}")


def write_page(name: str, page: str) -> None:
    """Write the page of `--html` in one step; a name that is no file's ends the command."""
    path = Path(name)
    if not name or path.is_dir() or (path.exists() and not path.is_file()):
        fail(f"--html {name!r} is no file to write: name one, e.g. --html report.html")
    try:
        write_whole(path, page.encode())
    except OSError as error:
        fail(f"--html {name}: {error.strerror}", 1)


def now_of(settings: BaseSettings, zone: str = Portal.zone) -> datetime:
    """The moment of a command in a zone; a wrong NEWSCRAWL_NOW ends it."""
    try:
        return crawl_time(settings, zone)
    except ValueError as error:
        fail(str(error))


def data_of(settings: BaseSettings, lack: str, status: int = 2) -> Path:
    """The folder of NEWSCRAWL_DATA; where it is empty the command ends, saying what that means."""
    if not (data := settings.get("NEWSCRAWL_DATA")):
        fail(f"NEWSCRAWL_DATA is empty: {lack}", status)
    return Path(data)


def known_portals(settings: BaseSettings) -> dict[str, type[Portal]]:
    """The portals with rules, and the sites without that were crawled into NEWSCRAWL_DATA, by name."""
    data = settings.get("NEWSCRAWL_DATA")
    return portals() | {name: site for name, site in (remembered(Path(data)) if data else {}).items() if site.by_shape}


def portal_named(name: str, settings: BaseSettings) -> type[Portal]:
    """The portal of a name; one that is unknown ends the command."""
    if name in (found := portals()) or name in (found := known_portals(settings)):
        return found[name]
    check_portals([name], found)
    raise AssertionError(name)
