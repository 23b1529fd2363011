"""What all tests need: the signals that nohup takes away, and their places among the processes of `make test`."""

import os
from functools import cache
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.project import ROOT, hear_signals

hear_signals()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some of the tests always wait, for a process or for a pause to pass."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling | None:
    return Places(config, log) if config.getvalue("dist") == "loadscope" else None


class Places(LoadScopeScheduling):  # type: ignore[misc]
    """A file whose fixtures are made once goes to one process, first; the tests of all others where there is room."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if shares(file) else nodeid


@cache
def shares(file: str) -> bool:
    """True for a file with a fixture that is made once for all its tests."""
    return 'scope="module"' in (ROOT / file).read_text(encoding="utf-8")
