"""Commands run inside the test's own process: what `scrapy NAME ARGS` does without the second it takes to begin."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.settings import base

Run = Callable[..., tuple[int, list[str], list[str]]]


def runner(data: Path, capfd: pytest.CaptureFixture[str], **more: Any) -> Run:
    """A function that runs a command on `data`; it returns exit status, lines of standard output and of error."""

    def run(name: str, *args: str) -> tuple[int, list[str], list[str]]:
        settings = Settings()
        settings.setmodule(base)
        settings.setdict({"NEWSCRAWL_DATA": str(data), "NEWSCRAWL_NOW": "2026-07-24T18:00:00+07:00", **more})
        command = import_module(f"newscrawl.commands.{name}").Command()
        command.settings = settings
        parser = argparse.ArgumentParser(conflict_handler="resolve")
        command.add_options(parser)
        opts, rest = parser.parse_known_args(list(args))
        status = 0
        capfd.readouterr()
        try:
            command.process_options(rest, opts)
            command.run(rest, opts)
            status = command.exitcode
        except SystemExit as end:
            status = int(end.code or 0)
        out, error = capfd.readouterr()
        return status, out.splitlines(), error.splitlines()

    return run
