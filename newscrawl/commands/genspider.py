"""`scrapy genspider NAME ADDRESS`: Scrapy's command; the domain is the portal's, without "www.".

The file goes to the folder of NEWSCRAWL_PORTALS, else into the project's own; never among installed packages.
"""

from __future__ import annotations

import argparse
import keyword
import os
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.commands import genspider
from scrapy.utils.template import render_templatefile

from newscrawl.crawling.commandline import StrictCommand, as_called, fail
from newscrawl.portals.registry import PACKAGED, broken, file_of, is_checkout, own, portals

NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+")
# What the file of a new portal imports, and "newscrawl", which is the package.
TAKEN = frozenset({"portal", "listing", "articleloader", "re", "newscrawl"})


class Command(StrictCommand, genspider.Command):
    form = "[options] NAME ADDRESS"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.set_defaults(template="portal")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not (opts.list or opts.dump):
            if len(args) != 2:
                fail("give a name and an address: scrapy genspider kabarcoba https://www.kabarcoba.example")
            if fault := fault_of(*args):
                fail(fault)
            if not own() and not is_checkout():
                fail(
                    "newscrawl is installed, and portals of your own stand in a folder of yours: "
                    "export NEWSCRAWL_PORTALS=portals, then again; every command knows those in it"
                )
            self._make_room(args[0], force=opts.force)
        super().run(args, opts)

    def _make_room(self, name: str, *, force: bool) -> None:
        """Make the folder of a new portal; one that is there already ends the command."""
        module = name.replace("-", "_")
        path = folder_of_new() / f"{module}.py"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fail(f"{path.parent}: {error.strerror}", 1)
        if force:
            return
        if path.exists():
            fail(f"{file_of(module, own())} exists: give --force to replace it, or another name")
        if name in portals() or module in {*broken(), *files()}:
            fail(f"{name} is a portal already: give --force for one of your own in its place, or another name")

    def _genspider(
        self, module: str, name: str, url: str, template_name: str, template_file: str | os.PathLike[str]
    ) -> Path:
        path = folder_of_new() / f"{module}.py"
        try:
            shutil.copyfile(template_file, path)
            render_templatefile(path, **self._generate_template_variables(module, name, url, template_name))
        except OSError as error:
            fail(f"{error.filename or path}: {error.strerror}", 1)
        print(as_called(f"{file_of(module, own())} is written: fill it in; then scrapy capture {name} URL"))
        return path

    def _generate_template_variables(self, module: str, name: str, url: str, template_name: str) -> dict[str, Any]:
        variables = super()._generate_template_variables(module, name, url, template_name)
        variables["domain"] = variables["domain"].removeprefix("www.")
        variables["pattern"] = re.escape(variables["domain"])
        variables["classname"] = variables["classname"].removesuffix("Spider")
        return variables


def folder_of_new() -> Path:
    """Where the file of a new portal goes."""
    return own() or PACKAGED / "newscrawl" / "spiders"


def files() -> set[str]:
    """The names of the files that portals are in."""
    return {portal.__module__.rpartition(".")[2] for portal in portals().values()}


def fault_of(name: str, address: str) -> str | None:
    """Why no portal can be begun with a name and an address, in one line; null where one can.

    >>> fault_of("kabarcoba", "https://www.kabarcoba.example"), fault_of("kabarcoba", "kabarcoba.example")
    (None, None)
    >>> fault_of("class", "a.example")
    "'class' is a word of Python's, and no file can bear it: take another name, classnews for example"
    """
    if not NAME.fullmatch(name):
        return f"{name!r} is no portal's name: small letters, digits, hyphens, a letter first; kabarcoba for example"
    if keyword.iskeyword(name) or name in TAKEN:
        whose = "Python's" if keyword.iskeyword(name) else "the file's own"
        return f"{name!r} is a word of {whose}, and no file can bear it: take another name, {name}news for example"
    try:
        parts = urlsplit(address if "://" in address else f"//{address}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if port:
        return f"{address!r} has a port, and an article's address none: leave it out"
    if not HOST.fullmatch(host):
        return f"{address!r} is no site's address: write https://www.kabarcoba.example"
    return None
