"""`newscrawl`: all commands by one name, in a checkout or outside one; they are Scrapy's and the project's own.

newscrawl crawl okezone --since 2026-07-01     is scrapy crawl okezone -a since=2026-07-01
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout, suppress
from datetime import datetime
from difflib import get_close_matches
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from newscrawl import __version__
from newscrawl.files import is_unexpanded
from newscrawl.offered import COMMANDS, overview
from newscrawl.terminal import inert, open_streams, printing, stop_writing

ALL, ANY = "all", "any"
FLAGS = ("again", "browser")  # of a crawl; its other arguments have a value
# Options of Scrapy's that say where the log goes, or how much of it is wanted.
LOGS = ("-L", "--loglevel", "--logfile", "--nolog")
LEVELS = ("CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG")
SHORT = "aoOtLs"  # Scrapy's options of one letter; each has a value
FEEDS = ("-o", "-O", "--output", "--overwrite-output")
HELP = ("-h", "--help")
INTERRUPTED = 130  # the exit status of a command that Ctrl-C ended, as a shell has it; a crawl has its own


def main(argv: Sequence[str] | None = None) -> None:
    """Run a command and exit with its status; without one, say which there are."""
    open_streams()
    try:
        run(list(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        stop_writing()
    except KeyboardInterrupt:
        print("newscrawl: interrupted", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except SystemExit:
        with printing():
            pass  # what Scrapy's own commands printed
        raise


def run(arguments: list[str]) -> None:
    """Run a command."""
    if not arguments or arguments[0] in (*HELP, "help"):
        with printing():
            print(overview())
        return
    if arguments[0] in ("--version", "version"):
        with printing():
            print(f"newscrawl {__version__}")
        return
    name, *rest = arguments
    try:
        Path.cwd()
    except OSError:
        end("the folder in which this was called is gone: cd to another one")
    os.environ["SCRAPY_SETTINGS_MODULE"] = profile(name)
    os.environ["NEWSCRAWL_COMMAND"] = "newscrawl"  # what messages tell the user to type
    if name == "crawl":
        sys.exit(crawl(rest))
    if name not in names():
        near = get_close_matches(name, names(), 1)
        end(f"unknown command {name!r}" + (f"; did you mean {near[0]}?" if near else "; newscrawl --help lists them"))
    has_log = any(option.startswith((*LOGS, *HELP)) for option in rest)
    is_logged = name == "reread" and rest and is_portal(rest[0]) and not has_log
    scrapy([name, *rest], quiet(rest[0], rest) if is_logged else [])


def is_portal(name: str) -> bool:
    """True for the name of a portal with rules."""
    from newscrawl.portals.registry import portals

    return name in portals()


def profile(command: str) -> str:
    """The settings of a command: the profile that SCRAPY_PROJECT names, else that of its kind."""
    chosen = os.environ.get("SCRAPY_PROJECT") or ("nightly" if command == "nightly" else "default")
    known = {"default": "base", "replay": "replay", "nightly": "nightly"}
    if chosen not in known:
        end(f"SCRAPY_PROJECT={chosen}: unknown profile; known: {', '.join(known)}")
    return f"newscrawl.settings.{known[chosen]}"


def names() -> list[str]:
    """The names of all commands, ours and Scrapy's."""
    return sorted({*COMMANDS, "list", "settings"})


def crawl(arguments: list[str]) -> int:
    """`newscrawl crawl PORTAL ...`: one portal here, several (or all) side by side, each in a process of its own."""
    from newscrawl.portals.plan import ARGUMENTS
    from newscrawl.portals.registry import portals, switched_on

    chosen, options = translated(arguments, (*ARGUMENTS, "site"))  # of `any` alone
    if any(option in HELP for option in options):
        from newscrawl.portals.card import card
        from newscrawl.portals.card import overview as of_all

        with printing():
            print(card(portals()[chosen[0]]) if chosen and chosen[0] in portals() else of_all())
        return 0
    chosen = list(dict.fromkeys(chosen))
    if ALL in chosen and len(chosen) > 1:
        end(f"{ALL} is every portal: name no other beside it")
    if chosen == [ALL]:
        chosen = switched_on()
    if len(chosen) > 1:
        if ANY in chosen:
            end(f"{ANY} is crawled alone: newscrawl crawl any --site SITE,SITE")
        if wrong := [name for name in chosen if name not in portals()]:
            end(f"unknown portal {wrong[0]!r}; known: {', '.join(portals())}")
        if any(option.startswith(FEEDS) for option in options):
            end("-o and -O take one portal: what several give stands in a folder each")
        return side_by_side(chosen, options)
    is_logged = chosen and not any(option.startswith((*LOGS, "LOG_")) for option in options)
    scrapy(["crawl", *chosen, *options], quiet(chosen[0], options) if is_logged else [])
    return 0


def translated(arguments: Iterable[str], known: Sequence[str]) -> tuple[list[str], list[str]]:
    """The portals that arguments name, and the other options as Scrapy takes them.

    >>> translated(["okezone", "--since=2026-07-01", "--channels", "bola", "--again", "-L", "INFO"],
    ...            ("since", "channels", "again"))
    (['okezone'], ['-a', 'since=2026-07-01', '-a', 'channels=bola', '-a', 'again=1', '-L', 'INFO'])
    """
    chosen: list[str] = []
    options: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        name, is_given, value = argument.removeprefix("--").partition("=")
        if argument == "--verbose":
            options += ["-L", "INFO"]
        elif argument.startswith("--") and name in known:
            if not is_given and name not in FLAGS:
                if not waiting or waiting[0].startswith("-"):
                    end(f"--{name} needs a value: --{name} VALUE")
                value = waiting.pop(0)
            if not value and (is_given or name not in FLAGS):
                end(f"--{name} needs a value: --{name} VALUE")
            options += ["-a", f"{name}={value or '1'}"]
        elif argument.startswith("--"):
            options += _of_scrapy(argument, name, waiting, known)
        elif argument.startswith("-") and argument not in HELP:
            options += _short(argument, waiting)
        elif argument in HELP:
            options.append(argument)
        elif is_given and re.fullmatch(r"\w+", name):
            end(f"{argument}: write --{argument}, or -a {argument}")
        else:
            chosen.append(argument)
    return chosen, options


def _short(argument: str, waiting: list[str]) -> list[str]:
    """An option of one letter with its value, "-L INFO" or "-LINFO"; a wrong one ends the command."""
    if argument[1:2] not in SHORT or argument == "-":
        end(f"unknown option {argument}; newscrawl crawl --help lists them")
    if len(argument) == 2 and not waiting:
        end(f"{argument} needs a value")
    option = [argument] if len(argument) > 2 else [argument, waiting.pop(0)]
    return _level(option, option[-1].removeprefix("-L")) if argument.startswith("-L") else option


def _level(option: list[str], level: str) -> list[str]:
    """The option, where Scrapy has a log of this level."""
    if level.upper() not in LEVELS:
        end(f"-L {level}: a log has the levels {', '.join(LEVELS)}")
    return option


def _of_scrapy(argument: str, name: str, waiting: list[str], known: Sequence[str]) -> list[str]:
    """An option that Scrapy may know; one that nobody knows ends the command."""
    valued = ("logfile", "loglevel", "set", "output", "overwrite-output", "pidfile", "profile")
    if name in valued:
        if "=" not in argument and not waiting:
            end(f"--{name} needs a value: --{name} VALUE")
        option = [argument] if "=" in argument else [argument, waiting.pop(0)]
        return _level(option, option[-1].removeprefix("--loglevel=")) if name == "loglevel" else option
    if name in ("nolog", "help", "pdb"):
        return [argument]
    near = get_close_matches(name, [*known, *valued, "nolog", "help", "verbose"], 1)
    hint = f"did you mean --{near[0]}?" if near else f"a crawl has {', '.join(f'--{a}' for a in known)}"
    return end(f"unknown option --{name}; {hint}")


def side_by_side(portals: Sequence[str], options: Sequence[str]) -> int:
    """Crawl portals in processes of their own, as many at once as a night does; the first bad exit status, or 0."""
    from newscrawl.crawling.processes.several import run_crawls

    most: int = import_module(os.environ["SCRAPY_SETTINGS_MODULE"]).NEWSCRAWL_NIGHTLY_AT_ONCE
    lines = {portal: [sys.executable, "-m", __spec__.name, "crawl", portal, *options] for portal in portals}
    ended = run_crawls(lines, most)
    bad = [f"{portal} {status}" for portal, status in ended.statuses.items() if status]
    said = f", exit statuses: {', '.join(bad)}" if bad else ""
    said += f", not begun: {', '.join(ended.waiting)}" if ended.waiting else "" if bad else ", all well"
    print(f"newscrawl: {len(portals)} portals{said}", file=sys.stderr)
    return ended.status


def quiet(portal: str, options: Sequence[str]) -> list[str]:
    """The option that puts Scrapy's log beside the data; what matters is said on standard error all the same.

    None for a name that is neither a portal's nor that of a folder in the data: the crawl says that it is unknown.
    """
    from newscrawl.crawling.refusing import unwritable
    from newscrawl.portals.registry import portals
    from newscrawl.portals.sites import REMEMBERED

    given = [value for option, value in pairwise(options) if option in ("-s", "--set")]
    settings: Any = dict(setting.split("=", 1) for setting in given if "=" in setting)
    if any(name.startswith("LOG_") for name in settings):
        return []
    default = import_module(os.environ["SCRAPY_SETTINGS_MODULE"]).NEWSCRAWL_DATA
    data = settings.get("NEWSCRAWL_DATA", default)
    if not data:
        return ["-L", "WARNING"]
    if is_unexpanded(data):
        return []  # the crawl refuses it
    place = Path(data) / portal / "logs"
    if portal not in (ANY, *portals()) and not (place.parent / REMEMBERED).is_file():
        return []
    log = str(place / f"crawl-{datetime.now():%Y-%m-%dT%H-%M-%S}.log")  # noqa: DTZ005  # a file's name
    # Where it cannot be written the crawl itself says what is wrong with the folder.
    return [] if unwritable(log, None, portal) else ["--logfile", log]


def scrapy(arguments: list[str], quietly: Sequence[str] = ()) -> None:
    """Scrapy's command line; it exits with the command's status. Help names the command as it was called.

    Of our commands it is shown the one that is called: it would load all of them to find that one. `quietly` are the
    options of `quiet`: a command that did not begin leaves no folders of its log.
    """
    from scrapy.cmdline import execute
    from scrapy.utils.project import get_project_settings

    from newscrawl.crawling.commandline import as_called

    settings = get_project_settings()
    if arguments[0] in COMMANDS:
        settings.set("COMMANDS_MODULE", f"{settings['COMMANDS_MODULE']}.{arguments[0]}")
    if not any(argument in HELP for argument in arguments):
        try:
            execute(["newscrawl", *arguments, *quietly], settings)
        finally:
            for folder in [*Path(quietly[1]).parents][:2] if "--logfile" in quietly else ():
                with suppress(OSError):  # there is something in it
                    folder.rmdir()
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            execute(["newscrawl", *arguments], settings)
    finally:
        with printing():
            print(as_called(said.getvalue()), end="")


def end(message: str) -> NoReturn:
    """End with one line that says what to do."""
    print(f"newscrawl: {inert(message)}", file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
