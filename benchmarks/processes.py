"""What a process and all it started take of the machine (Linux)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Tree:
    """A process and its descendants: ids, how many, and MB of memory, what they share counted once."""

    pids: set[int] = field(default_factory=set)
    processes: int = 0
    megabytes: float = 0.0

    def most(self, other: Tree) -> Tree:
        """The greater of each number, and all ids."""
        return Tree(self.pids | other.pids, max(self.processes, other.processes), max(self.megabytes, other.megabytes))


def tree(pid: int) -> Tree:
    """The process with this id, if it runs, and its descendants; those that have ended are left out."""
    children: dict[int, list[int]] = {}
    running = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state not in ("Z", "X"):
            running.add(int(stat.parent.name))
            children.setdefault(int(parent), []).append(int(stat.parent.name))
    found: set[int] = set()
    todo = [pid] if pid in running else []
    while todo:
        found.add(one := todo.pop())
        todo += children.get(one, [])
    return Tree(found, len(found), sum(map(proportional, found)))


def started_with(variable: str) -> set[int]:
    """Ids of the running processes that have NAME=VALUE in their environment: a crawl and all it started."""
    found = set()
    for environ in Path("/proc").glob("[0-9]*/environ"):
        try:
            if variable.encode() in environ.read_bytes().split(b"\0"):
                found.add(int(environ.parent.name))
        except OSError:
            continue
    return found


def proportional(pid: int) -> float:
    """MB of a process, its share of what it shares with others; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:")), 0.0)
