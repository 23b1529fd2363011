"""What all tests need: the signals that nohup takes away, and how `make test` has several processes run them."""

import gc
import os
from collections.abc import Generator
from itertools import chain, islice
from pathlib import Path

import pytest

from tests.project import ROOT, hear_signals

# Here tests read pages in memory, each in milliseconds. The others crawl and wait, many for seconds.
SHORT = (ROOT / "tests" / "reading", ROOT / "newscrawl")
MOST_PROCESSES = 8  # half a gigabyte each

hear_signals()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some of the tests always wait, for a process or for a pause to pass.

    Each more reads all tests once more: four on two cores take a tenth longer than three.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1  # not on macOS
    return min(cores + 1, MOST_PROCESSES)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among the tests themselves: there are so many that each look takes a seventh of a second."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give each process of xdist, which get a part of one length each, files of long tests first and short tests last.

    In their own order the long ones were all of one process, and what was left of them at the end was waited for.
    """
    if not (count := getattr(config, "workerinput", {}).get("workercount")):
        return
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    is_short = {path: any(path.is_relative_to(folder) for folder in SHORT) for path in files}
    long = [tests for path, tests in files.items() if not is_short[path]]
    short = chain(*(tests for path, tests in files.items() if is_short[path]))
    length = -(-len(items) // count)
    parts: list[pytest.Item] = []
    for number in range(count):
        part = [*chain(*long[number::count])]
        parts += [*part, *islice(short, max(0, length - len(part)))]
    items[:] = [*parts, *short]
