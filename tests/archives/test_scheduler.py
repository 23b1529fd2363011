"""A cluster that is there already does the work, and one that cannot load the project is said before any is lost."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archives import engine as engines
from newscrawl.archives.engine import Cluster, NoEngine, engine
from tests.archives import kills
from tests.archives.making import contents, job, run


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a cluster of one worker that somebody else began."""
    cluster: Any = import_module("distributed").LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0", silence_logs=50
    )
    with cluster:
        yield cluster.scheduler_address


def test_a_cluster_that_is_there_makes_what_one_process_makes(tmp_path: Path, scheduler: str) -> None:
    kills.files(tmp_path / "files", 3, pages=6)
    run(tmp_path / "here", tmp_path / "files")
    said: list[str] = []
    with engine(2, scheduler) as there:
        assert isinstance(there, Cluster)
        made = job(tmp_path / "there", tmp_path / "files", engine=there, say=said.append)
        made.read()
        made.join()
    assert said == []
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


class Missing:
    """Cannot be loaded where it is sent, as the project where it is not installed."""

    def __reduce__(self) -> tuple[Any, ...]:
        return import_module, ("no_such_module",)

    def __call__(self) -> int:
        raise AssertionError("it was loaded")


def test_a_cluster_without_the_project_is_said(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "cores", Missing())
    said = r"the scheduler and its workers need this version of newscrawl.*No module named 'no_such_module'"
    with pytest.raises(NoEngine, match=said), engine(2, scheduler):
        pass
