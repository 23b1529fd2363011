"""What all tests need: the signals that nohup takes away, and their places among processes."""

import os

import pytest

from tests.project import hear_signals

hear_signals()


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some of the tests always wait, for a process or for a pause to pass."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share what a fixture makes once for their file run in one process, all others where there is room."""
    for item in items:
        fixtures = getattr(item, "_fixtureinfo", None)
        made = fixtures.name2fixturedefs.values() if fixtures else ()
        if any(definitions[-1].scope == "module" for definitions in made):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
