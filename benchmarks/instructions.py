"""How many instructions reading a page takes, and the bare parse: the same on a busy machine as on a quiet one.

    python -m benchmarks.instructions [--pages DIR] [--strict]

valgrind counts them (Linux; `apt install valgrind`) while each page is read once more; both are warm, and garbage
is not collected. It takes two minutes. Time has more to it: what waits for memory counts little here.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import subprocess
import sys
from pathlib import Path

from benchmarks.extract import FIXTURES, SavedPage, bare, ours, pages
from newscrawl import extract

ROOT = Path(__file__).parents[1]
COUNTED = re.compile(r"Collected : (\d+)")


def counted(name: str, folder: Path) -> int:
    """The instructions of one contender over all pages. Raises SystemExit where valgrind does not say."""
    command = ["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={os.devnull}"]
    command += [sys.executable, "-m", "benchmarks.instructions", "--pages", str(folder), "--only", name]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    try:
        said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise SystemExit("there is no valgrind: apt install valgrind") from None
    if said.returncode or not (found := COUNTED.search(said.stderr)):
        raise SystemExit(said.stderr[-2000:])
    return int(found[1])


def strict(page: SavedPage) -> object:
    """Reading as a crawl does: what no rule finds is not looked for by the page's shape."""
    return extract(page.body, page.url, page.fetched_at, strict=True)


def read_once(name: str, folder: Path) -> None:
    """Read each page, warm, while valgrind counts."""
    saved, _ = pages(folder)
    contender = {"ours": ours, "bare": bare, "strict": strict}[name]
    for page in saved:
        contender(page)
    gc.collect()
    gc.disable()
    for state in ("on", "off"):
        subprocess.run(["callgrind_control", "-i", state, str(os.getpid())], capture_output=True, check=True)
        for page in saved if state == "on" else ():
            contender(page)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=Path, default=FIXTURES, help="folder of saved pages")
    parser.add_argument("--strict", action="store_true", help="read as a crawl does")
    parser.add_argument("--only", choices=("ours", "bare", "strict"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = options.pages.resolve()
    if options.only:
        read_once(options.only, folder)
        return
    saved, _ = pages(folder)
    if not saved:
        parser.error(f"{options.pages}: no saved page reads as an article")
    names = ("bare", "strict" if options.strict else "ours")
    parse, own = (counted(name, folder) / len(saved) / 1e6 for name in names)
    own_and_parse = f"{own:.1f} million instructions each, the bare parse {parse:.1f}"
    print(f"{len(saved)} pages: {own_and_parse}, {own / parse:.2f} times")


if __name__ == "__main__":
    main()
