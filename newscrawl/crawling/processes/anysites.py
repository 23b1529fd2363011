"""Several sites of `scrapy crawl any`: one after the other, each in a process of its own and a folder of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from newscrawl.crawling.commandline import handed_on
from newscrawl.crawling.processes.several import run_crawls
from newscrawl.judging.exitcodes import MEANING, Exit
from newscrawl.portals.anysite import AnySite
from newscrawl.portals.form import Portal
from newscrawl.terminal import inert

ANY = "any"


def one_by_one(sites: Sequence[type[Portal]], opts: argparse.Namespace) -> int:
    """Crawl each site; returns 0 where each ended so, else the first status that is another."""
    ended = run_crawls({site.name: command(site, opts) for site in sites}, at_once=1)
    for line in told(ended.statuses, len(sites)):
        print(inert(line), file=sys.stderr)
    return ended.status


def command(site: type[Portal], opts: argparse.Namespace) -> list[str]:
    """The command line of one site's crawl, with the options that were given for all."""
    line = [sys.executable, "-m", "scrapy", "crawl"]
    line += [ANY, "-a", f"site={site.front}"] if issubclass(site, AnySite) else [site.name]
    for name, value in opts.spargs.items():
        line += ["-a", f"{name}={value}"]
    return [*line, *handed_on(opts)]


def told(ends: Mapping[str, int], count: int) -> Iterator[str]:
    """How each crawl ended, a line each."""
    yield f"{len(ends)} of {count} sites:"
    for name, status in ends.items():
        meaning = MEANING[Exit(status)] if status in list(Exit) else "ended by an error of its own or a signal"
        yield f"  {name}: exit status {status}: {meaning}"
