"""Who does the work: this process, or the workers of a Dask cluster, here or elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from time import monotonic, sleep
from typing import Any, Protocol

from newscrawl.archives import stopping
from newscrawl.archives.work import Step
from newscrawl.storing.raw import INSTALL

TOPIC = "newscrawl-archive"
# Deaths of its worker after which a piece of work is given up: one that kills is told from workers that are killed.
DEATHS = 10
LOOK = 0.05  # seconds between two looks at what has ended
LOADS = 20.0  # seconds in which a cluster loads what it is to run
PATIENCE = 30.0  # seconds without all workers; to begin one anew takes two, on a busy machine ten
Tell = Callable[[Step], object]
Work = Callable[[Any, Tell], Any]


class NoEngine(ValueError):
    """The engine asked for is not there. The message is one line that says what to do."""


class Engine(Protocol):
    """Does pieces of work and gives each with its outcome, as they end; an outcome may be the exception it raised."""

    def do(self, work: Work, pieces: Sequence[Any], tell: Tell) -> Iterator[tuple[Any, Any]]: ...


class Here:
    """One piece after the other, in this process."""

    def do(self, work: Work, pieces: Sequence[Any], tell: Tell) -> Iterator[tuple[Any, Any]]:
        for piece in pieces:
            try:
                outcome = work(piece, tell)
            except Exception as error:
                outcome = error
            except BaseException:
                stopping.check()  # a panic of a library's
                raise
            stopping.check()
            yield piece, outcome


class Cluster:
    """The workers of a Dask cluster; a worker that dies costs only the pieces it had, which others do again.

    `keep` is called now and then while the work is waited for.
    """

    def __init__(self, client: Any, keep: Callable[[], None]) -> None:
        self.client = client
        self.keep = keep

    def do(self, work: Work, pieces: Sequence[Any], tell: Tell) -> Iterator[tuple[Any, Any]]:
        def heard(event: tuple[float, Any]) -> None:
            tell(Step(*event[1]))

        self.client.subscribe_topic(TOPIC, heard)
        # Not pure: what a piece leaves on the disk is asked for anew. Retries are for workers that die, not for errors.
        futures = {self.client.submit(_told, work, piece, pure=False): piece for piece in pieces}
        ended = import_module("distributed").as_completed(list(futures), loop=self.client.loop)
        while futures:
            stopping.check()
            batch = ended.next_batch(block=False)
            for future in batch:
                outcome = future.exception() if future.status == "error" else future.result()
                yield futures.pop(future), outcome
                future.release()
            if not batch:
                sleep(LOOK)
                self.keep()


class Kept:
    """Keeps up the number of a local cluster's workers: one killed while it begins is not begun again by Dask."""

    def __init__(self, cluster: Any, workers: int) -> None:
        self.cluster = cluster
        self.workers = workers
        self.whole = monotonic()  # when all of them were last there

    def __call__(self) -> None:
        missing = self.workers - len(self.cluster.scheduler.workers)
        now = monotonic()
        if missing <= 0:
            self.whole = now
        elif now - self.whole > PATIENCE:
            self.whole = now
            self.cluster.scale(len(self.cluster.worker_spec) + missing)


def _told(work: Work, piece: Any) -> Any:
    """A piece of work on a worker, which tells the client how far it is."""
    from distributed import get_worker

    worker = get_worker()

    def tell(step: Step) -> None:
        with suppress(Exception):  # a word on the progress is worth no failure
            worker.log_event(TOPIC, (step.key, step.bytes, step.pages, step.articles))

    return work(piece, tell)


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def engine(workers: int, scheduler: str | None = None) -> Iterator[Engine]:
    """The engine for so many workers: this process for one, else Dask's, here or at the scheduler's address.

    Raises NoEngine.
    """
    if workers == 1 and scheduler is None:
        yield Here()
        return
    with _cluster(workers, scheduler) as cluster:
        yield cluster


def _check_knows_us(client: Any, scheduler: str) -> None:
    """Raise NoEngine where a cluster that is there already cannot load what it is to run."""
    try:
        client.submit(cores, pure=False).result(timeout=LOADS)
    except TimeoutError:  # nobody is free, or there yet
        return
    except Exception as error:
        why = error.__cause__ or error
        raise NoEngine(
            f"--scheduler {scheduler}: the scheduler and its workers need this version of newscrawl[archive] where they"
            f" run ({type(why).__name__}: {str(why).splitlines()[0] if str(why) else 'no reason given'})"
        ) from None


@contextmanager
def _cluster(workers: int, scheduler: str | None) -> Iterator[Cluster]:
    try:
        dask: Any = import_module("dask")
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise NoEngine(
            f"{error.name or 'dask'} is not installed: {INSTALL}; or use --workers 1, "
            "or --shard I/N in processes of your own"
        ) from None
    quiet = {"distributed.scheduler.allowed-failures": DEATHS, "distributed.logging.distributed": "critical"}
    with dask.config.set(quiet), ExitStack() as stack:
        if scheduler:
            try:
                client = stack.enter_context(distributed.Client(scheduler, timeout=20, set_as_default=False))
            except (OSError, TimeoutError, ValueError) as error:
                raise NoEngine(f"--scheduler {scheduler}: {error}") from None
            _check_knows_us(client, scheduler)
            yield Cluster(client, lambda: None)
            return
        cluster = stack.enter_context(
            distributed.LocalCluster(
                n_workers=0,  # the first ones, too, may be killed while they begin
                threads_per_worker=1,  # reading holds the interpreter
                processes=True,
                dashboard_address="127.0.0.1:0",  # with none it takes port 8787, and complains where another run has it
                silence_logs=50,
                memory_limit="auto",
            )
        )
        cluster.scale(workers)
        client = stack.enter_context(distributed.Client(cluster, set_as_default=False))
        yield Cluster(client, Kept(cluster, workers))
