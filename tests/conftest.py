"""What all tests need: the signals that nohup takes away, and how many processes `make test` has."""

import os

import pytest

from tests.project import hear_signals

hear_signals()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some of the tests always wait, for a process or for a pause to pass."""
    return len(os.sched_getaffinity(0)) + 1
