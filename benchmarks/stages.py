"""Where the time of reading a page goes: the share of each stage, and its milliseconds.

    python -m benchmarks.stages [--pages DIR] [--seconds N]

A thousand times a CPU second it is noted which stage is at work: the innermost one of those that call each other.
"""

from __future__ import annotations

import argparse
import signal
from collections import Counter
from pathlib import Path
from time import process_time
from types import FrameType

from benchmarks.extract import FIXTURES, ours, pages

READING = str(Path(__file__).parents[1] / "newscrawl" / "reading")
# A file of newscrawl/reading/, or a function in it -> the stage
STAGES = {
    "document/tree.py:_parsed": "the parse",
    "document/tree.py": "guards and decoding",
    "page.py:Page.__init__": "guards and decoding",
    "document/index.py": "index of tags, classes, attributes",
    "document/selectors.py": "selectors",
    "document/scripts.py": "structured data",
    "document/structured.py": "structured data",
    "paths.py": "structured data",
    "page.py:Page.data": "structured data",
    "page.py:Page.find": "structured data",
    "containers.py:_find_containers": "boxes of the text",
    "containers.py:_from_containers": "walking the body",
    "phrases/boilerplate.py:is_junk": "the tables of junk",
    "phrases/cleaning.py:strip": "cleaning without these",
    "people.py:read_people": "people",
    "pictures.py:read_images": "pictures",
    "moments.py:read_moments": "dates",
    "language.py:language_of": "language",
    "titles.py:read_title": "title",
    "doubts.py:doubts": "doubts",
    "ending.py:ends_inside": "the end of the page",
    "loaders.py:ArticleLoader.read": "other fields, rules, processors",
    "article.py:read": "address, kind and all else",
}
AROUND = "freeing the page, finding the portal"


def stage_of(frame: FrameType | None) -> str:
    """The innermost stage that a frame is in."""
    while frame:
        code = frame.f_code
        if code.co_filename.startswith(READING):
            file = code.co_filename[len(READING) + 1 :].replace("\\", "/")
            if stage := STAGES.get(f"{file}:{code.co_qualname}") or STAGES.get(file):
                return stage
        frame = frame.f_back
    return AROUND


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=Path, default=FIXTURES, help="folder of saved pages")
    parser.add_argument("--seconds", type=float, default=30, help="CPU seconds (default 30)")
    options = parser.parse_args()
    saved, _ = pages(options.pages)
    if not saved:
        parser.error(f"{options.pages}: no saved page reads as an article")
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: seen.update([stage_of(frame)]))
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    began, rounds = process_time(), 0
    while process_time() - began < options.seconds:
        for page in saved:
            ours(page)
        rounds += 1
    taken = (process_time() - began) * 1000 / rounds / len(saved)
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"{len(saved)} pages, {taken:.1f} ms each, {seen.total()} samples")
    for stage, times in seen.most_common():
        share = times / seen.total()
        print(f"{stage:40} {share * taken:6.2f} ms {share * 100:5.1f} %")


if __name__ == "__main__":
    main()
