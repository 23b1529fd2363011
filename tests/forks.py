"""Processes of the project that need not load it: forks of a Python that has, each there in a few milliseconds.

A test that runs `scrapy` in a process of its own waits a second for Scrapy, Twisted and the portals. `start` and `run`
are `subprocess.Popen` and `subprocess.run` without that second. What runs is the same: a process with its own
arguments, environment, folder and files, which is `__main__`, takes signals and ends with an exit status.
How a process itself starts is for `subprocess`.
"""

from __future__ import annotations

import atexit
import gc
import hashlib
import json
import os
import pkgutil
import re
import runpy
import select
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import types
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from typing import IO, Any, NoReturn, Self

ROOT = Path(__file__).parent.parent
# Python looks at these once, when it starts.
AT_START = ("PYTHONWARNINGS", "LC_", "LANG", "TZ")
MESSAGE = 1 << 20  # bytes; more than arguments and an environment together take
WELCOME = b"ask"
PATTERNS = 1 << 13  # more than all modules of the project compile: loaded anew, they need not do so
PAGES_READ = 5
COMPONENTS = ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "EXTENSIONS")
# What a crawl loads besides its commands and components.
LOADED_LATE = (
    "scrapy.cmdline", "scrapy.core.engine", "scrapy.core.scraper", "scrapy.core.downloader.contextfactory",
    "scrapy.core.downloader.handlers.datauri", "scrapy.core.downloader.handlers.file",
    "scrapy.core.downloader.handlers.ftp", "scrapy.core.downloader.handlers.http11",
    "scrapy.core.downloader.handlers.s3", "scrapy.dupefilters", "scrapy.pqueues", "scrapy.squeues",
    "dateparser", "rich.live", "_strptime", "encodings.utf_8_sig",
)  # fmt: skip


class Fork:
    """A process that `start` began: what the tests use of `subprocess.Popen`."""

    def __init__(self, args: Sequence[str], status: socket.socket, said: Sequence[IO[bytes] | None]) -> None:
        self.args = args
        self.returncode: int | None = None
        self._status = status
        self._said = said
        self.pid = self._told()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _told(self) -> int:
        told = self._status.recv(32)
        if not told:
            raise RuntimeError("the process that is forked has ended")
        return int(told)

    def poll(self) -> int | None:
        """The exit status, negative for a signal; None while it runs."""
        if self.returncode is None and select.select([self._status], [], [], 0)[0]:
            self._end()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end. Raises subprocess.TimeoutExpired."""
        if self.returncode is None:
            if not select.select([self._status], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(self.args, timeout or 0)
            self._end()
        assert self.returncode is not None
        return self.returncode

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait for its end: what it said on standard output and error. Raises subprocess.TimeoutExpired."""
        self.wait(timeout)
        said = ["" if file is None else _text_of(file) for file in self._said]
        return said[0], said[1]

    def _end(self) -> None:
        self.returncode = self._told()
        self._status.close()

    def send_signal(self, number: int) -> None:
        """Nothing where it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def close(self) -> None:
        """Kill it where it has not ended, and see it go."""
        self.kill()
        self.wait()
        for file in filter(None, self._said):
            file.close()


def _text_of(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode()


@cache
def _forked(at_start: tuple[tuple[str, str], ...]) -> socket.socket:
    """Where to ask for forks of a Python that started with these variables: one for all that run tests side by side."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid()}")
    address = f"\0newscrawl-forks-{hashlib.sha256(repr((run, at_start)).encode()).hexdigest()}"
    begun = 0
    while begun < 2:
        ours = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MESSAGE)
        with suppress(ConnectionError):
            ours.connect(address)
            if ours.recv(len(WELCOME)):  # nothing of one that is ending
                atexit.register(ours.close)  # goes before the wait for its process: that ends with the last of them
                return ours
        ours.close()
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as theirs, suppress(OSError):  # another was first
            theirs.bind(address)
            theirs.listen()
            _begin(at_start, theirs)
            begun += 1
    raise RuntimeError("a process to be forked ends as soon as it begins")


def _begin(at_start: tuple[tuple[str, str], ...], theirs: socket.socket) -> None:
    others = {name: value for name, value in os.environ.items() if not name.startswith(AT_START)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.forks", str(theirs.fileno())],
        cwd=ROOT,
        env={**others, **dict(at_start)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=[theirs.fileno()],
    )
    atexit.register(process.wait)


def start(
    line: Sequence[str],
    *,
    env: Mapping[str, str],
    stdin: IO[Any] | None = None,
    stdout: IO[Any] | None = None,
    stderr: IO[Any] | None = None,
    cwd: Path = ROOT,
    anew: bool = False,
) -> Fork:
    """Begin `python -m MODULE ...` or `python -c CODE ...`, a line as subprocess takes it.

    Where no file is given for it, standard input is empty, and standard output and error are for `communicate`. `anew`
    has the project itself loaded anew: another copy of it, in the folder or in PYTHONPATH.
    """
    assert line[0] == sys.executable
    assert line[1] in ("-m", "-c")
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    job = {"line": list(line[1:]), "cwd": str(cwd), "env": dict(env), "anew": anew}
    asked = _forked(tuple(sorted((name, value) for name, value in env.items() if name.startswith(AT_START))))
    said = [None if file else tempfile.TemporaryFile() for file in (stdout, stderr)]  # noqa: SIM115
    with theirs, Path(os.devnull).open("rb") as nothing:
        files = (stdin or nothing, stdout or said[0], stderr or said[1], theirs)
        socket.send_fds(asked, [json.dumps(job).encode()], [file.fileno() for file in files if file])
    return Fork(line, ours, said)


def run(
    line: Sequence[str],
    *,
    env: Mapping[str, str],
    timeout: float,
    cwd: Path = ROOT,
    input: bytes = b"",
    anew: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run such a line to its end; standard output and error as text. Raises subprocess.TimeoutExpired."""
    with tempfile.TemporaryFile() as given:
        given.write(input)
        given.seek(0)
        with start(line, env=env, cwd=cwd, stdin=given, anew=anew) as process:
            said = process.communicate(timeout)
    return subprocess.CompletedProcess(line, process.wait(), *said)


# -- the process that is forked ----------------------------------------------------------------------------


def load() -> None:
    """All that a command or a crawl without a browser loads."""
    re._MAXCACHE = PATTERNS  # type: ignore[attr-defined]
    # A tenth of a crawl is asking what is installed, in the files of all packages.
    for name in ("entry_points", "version"):
        setattr(metadata, name, cache(getattr(metadata, name)))
    from scrapy import commands
    from scrapy.settings import Settings
    from scrapy.utils import versions

    import newscrawl
    from newscrawl.crawling.saved import replay
    from newscrawl.settings import base
    from newscrawl.settings import replay as saved

    project = [module.name for module in pkgutil.walk_packages(newscrawl.__path__, "newscrawl.")]
    project += [module.name for module in pkgutil.iter_modules(commands.__path__, "scrapy.commands.")]
    used = (Settings(vars(base)), Settings())  # the project's own, and those of a crawl of a test's own
    components = (settings.getwithbase(kind) for settings in used for kind in COMPONENTS)
    for name in (*LOADED_LATE, *project, *(path.rpartition(".")[0] for paths in components for path in paths)):
        if "browser" not in name:
            import_module(name)
    versions.get_versions()
    metadata.entry_points(group="scrapy.commands")
    read_pages()
    with suppress(ValueError):  # a crawl says it itself
        replay.replayed(saved.REPLAY_DIR)


def read_pages() -> None:
    """Have what is compiled when a page is first read: half a second of each crawl."""
    from newscrawl import NotAnArticle, extract
    from newscrawl.portals import registry
    from newscrawl.reading import rows

    for side in sorted((ROOT / "fixtures" / "okezone").glob("2026-*.json"))[:PAGES_READ]:
        body, url = side.with_suffix(".html").read_bytes(), json.loads(side.read_text())["url"]
        for page in (body, b"<title>Warga Desa Sora</title><p>Tunggu sebentar.</p>"):
            for site in (url, "https://kabarsora.example/2026/07/24/panen-kopi-di-sora"):
                with suppress(NotAnArticle):
                    extract(page, site, any_site=True)
    for late in [found for found in gc.get_objects() if type(found) is rows._Late]:
        for method in ("fullmatch", "match", "search", "split", "sub"):
            getattr(late, method)
    registry._found.cache_clear()  # a process may have portals of its own


def serve(listening: socket.socket) -> list[str]:
    """Fork for each job that is asked for, and tell how each fork ended. Returns in the fork, with its line."""
    asking: set[socket.socket] = set()  # one of each process of the tests
    running: dict[int, tuple[int, socket.socket]] = {}  # by pidfd
    with selectors.DefaultSelector() as events:
        events.register(listening, selectors.EVENT_READ)
        while True:
            for key, _ in events.select():
                if key.fileobj is listening:
                    asking.add(asked := listening.accept()[0])
                    events.register(asked, selectors.EVENT_READ)
                    asked.send(WELCOME)
                elif key.fileobj in asking:
                    message, files, _, _ = socket.recv_fds(asked := key.fileobj, MESSAGE, 4)
                    if not message:
                        events.unregister(asked)
                        asking.remove(asked)
                        asked.close()
                        if not asking:
                            os._exit(0)
                        continue
                    teller = socket.socket(fileno=files[3])
                    if not (pid := os.fork()):
                        break
                    for file in files[:3]:
                        os.close(file)
                    tell(teller, pid)
                    running[handle := os.pidfd_open(pid)] = pid, teller
                    events.register(handle, selectors.EVENT_READ)
                else:
                    events.unregister(key.fd)
                    pid, teller = running.pop(key.fd)
                    os.close(key.fd)
                    tell(teller, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
                    teller.close()
            else:
                continue
            break
    for other in (listening, teller, *asking, *(other for _, other in running.values())):
        other.close()
    for handle in running:
        os.close(handle)
    job = json.loads(message)
    for number, file in enumerate(files[:3]):
        os.dup2(file, number)
        os.close(file)
    os.chdir(job["cwd"])
    os.environ.clear()
    os.environ.update(job["env"])
    sys.path[1:1] = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    tempfile.tempdir = None  # it may be another one
    if Path(job["cwd"]) != ROOT:  # where the folder of saved pages is another one
        import_module("newscrawl.crawling.saved.replay").replayed.cache_clear()
    anew = "newscrawl" if job["anew"] else "newscrawl.settings"  # which look at the environment when they are loaded
    for name in [name for name in sys.modules if f"{name}.".startswith(f"{anew}.")]:
        del sys.modules[name]
    line: list[str] = job["line"]
    return line


def tell(teller: socket.socket, number: int) -> None:
    with suppress(ConnectionError):  # the test did not wait for it
        teller.send(str(number).encode())


def become(line: Sequence[str]) -> None:
    """Go on as `python LINE` does."""
    how, what, *arguments = line
    if how == "-m":
        sys.path[0], sys.argv = str(Path.cwd()), [what, *arguments]
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        sys.path[0], sys.argv = "", ["-c", *arguments]
        sys.modules["__main__"] = types.ModuleType("__main__")
        exec(compile(what, "<string>", "exec"), vars(sys.modules["__main__"]))


def end(line: Sequence[str]) -> NoReturn:
    """Go on as `python LINE` and end as it does, but for taking apart each object: that copies all that is shared."""
    status = 0
    try:
        become(line)
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 0 if error.code is None else 1
        if isinstance(error.code, str):
            print(error.code, file=sys.stderr)
    except KeyboardInterrupt:
        raise  # Python ends by the signal, which is the status
    except BaseException:
        sys.excepthook(*sys.exc_info())
        status = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    gc.collect()  # what was left open says so
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            status = 120  # as Python's own end
    os._exit(status & 0xFF)


if __name__ == "__main__":
    load()
    gc.collect()
    gc.freeze()
    end(serve(socket.socket(fileno=int(sys.argv[1]))))
