"""Archives read while workers, and the command itself, are killed at random: what comes out is the same to the byte.

    python -m tests.archives.kills --kills 30 [--seed N] [--units 40]

In each round a worker (kill -9), or the command with its scheduler, dies at a random moment; after a command's death it
is run once more. At the end the folder is held against one that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.processes import tree
from tests.archives.making import archive, article, contents, run
from tests.project import ROOT, patient

WORKERS = 2
AGES = ("2026-07-24T10:00:00Z", "2026-07-25T10:00:00Z")


def files(folder: Path, units: int, pages: int = 20) -> None:
    """Archives whose articles lie in several of them, in versions."""
    for number in range(units):
        first = number * pages // 2
        late = (article(n, AGES[1], f" Ralat ke-{number}.") for n in range(first, first + 3))
        archive(folder / f"{number:03}.warc.gz", *(article(n, AGES[0]) for n in range(first, first + pages)), *late)


def command(inputs: Path, out: Path) -> subprocess.Popen[bytes]:
    """The command in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "scrapy", "archive", str(inputs), "-o", str(out), "--workers", str(WORKERS)],
        cwd=ROOT,
        env={**os.environ, "SCRAPY_PROJECT": "default", "PYTHONWARNINGS": "ignore"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def workers_of(pid: int) -> list[int]:
    """The processes of a command that read, not those that watch over them."""
    found = []
    for one in tree(pid).pids - {pid}:
        with suppress(OSError):
            line = Path(f"/proc/{one}/cmdline").read_bytes()
            if b"spawn_main" in line:
                found.append(one)
    return found


def kill(number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)


def disturbed(inputs: Path, out: Path, kills: int, chance: random.Random, share: float = 0.3) -> tuple[int, int]:
    """Run the command until it ends by itself, killing so often meanwhile; returns kills of workers and of commands.

    The first is of a worker and the second of the command, where there are two. Raises AssertionError when it does not
    come to its end.
    """
    counts = [0, 0]
    until = time.monotonic() + patient(60) + 20 * kills
    while True:
        process = command(inputs, out)
        while process.poll() is None and sum(counts) < kills:
            assert time.monotonic() < until, "it does not come to its end"
            time.sleep(chance.uniform(0.1, 1.0))
            found = workers_of(process.pid)
            if len(found) < WORKERS or not any((out / "units").glob("*")):
                continue  # it has not begun
            if sum(counts) == 1 or (sum(counts) > 1 and chance.random() < share):
                counts[1] += 1
                kill(process.pid)
                break
            counts[0] += 1
            kill(chance.choice(found))
        _, said = process.communicate(timeout=max(1.0, until - time.monotonic()))
        if process.returncode != -signal.SIGKILL:
            assert process.returncode == 0, said.decode()
            if sum(counts) >= kills:
                return counts[0], counts[1]
            remove_some(out, chance)  # it was too quick to be killed so often


def remove_some(out: Path, chance: random.Random) -> None:
    """Make some units due again."""
    done = sorted((out / "done").iterdir())
    for path in chance.sample(done, max(1, len(done) // 2)):
        path.unlink()


def compare(inputs: Path, out: Path, calm: Path) -> list[str]:
    """The files in which a disturbed folder differs from a calm one."""
    run(calm, inputs)
    there, here = contents(calm), contents(out)
    return sorted(name for name in there.keys() | here.keys() if there.get(name) != here.get(name))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--units", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        files(root / "files", options.units)
        began = time.monotonic()
        of_workers, of_commands = disturbed(root / "files", root / "out", options.kills, random.Random(options.seed))
        differing = compare(root / "files", root / "out", root / "calm")
        print(f"{of_workers} workers and {of_commands} commands killed in {time.monotonic() - began:.0f} s")
        print(f"{len(contents(root / 'calm'))} files, differing: {differing or 'none'}")
        sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
