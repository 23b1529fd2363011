"""`scrapy duplicates`: which stored articles have the same text as an earlier one, over all portals."""

from __future__ import annotations

import argparse
import json

from newscrawl.commands.search import shown_time
from newscrawl.counts import many
from newscrawl.crawling.commandline import OfflineCommand, fail, tell
from newscrawl.crawling.options import add_wanted, index_of, wanted_of, whole
from newscrawl.storing.duplicates import DAYS, Clusters, in_index
from newscrawl.storing.search import Index
from newscrawl.storing.signatures import NoRensa
from newscrawl.terminal import inert, inert_json, printing

SHOWN = 10


class Command(OfflineCommand):
    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_wanted(parser)
        parser.add_argument("--days", metavar="N", default=str(DAYS), help=f"between two copies (default {DAYS})")
        parser.add_argument("-n", "--most", metavar="N", default=str(SHOWN), help=f"clusters shown (default {SHOWN})")
        parser.add_argument("--json", action="store_true", help="every copy: id, cluster, similarity")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            fail("scrapy duplicates takes no arguments but options: --portal, --since, --until, --days")
        wanted, days, most = wanted_of(opts, self.settings), whole("--days", opts.days), whole("--most", opts.most)
        with index_of(self.settings) as index:
            try:
                found = in_index(index, wanted, days)
            except NoRensa as error:
                fail(str(error), 1)
            with printing():
                if opts.json:
                    for id, (first, similarity) in found.copies.items():
                        line = {"id": id, "cluster": first, "similarity": round(similarity, 3)}
                        print(inert_json(json.dumps(line, ensure_ascii=False)))
                else:
                    for first, _ in found.sizes.most_common(most):
                        show(index, found, first)
        share = f" ({100 * len(found.copies) / found.articles:.1f} %)" if found.articles else ""
        clusters = many(len(found.sizes), "cluster")
        tell(f"{len(found.copies):,} of {many(found.articles, 'article')}{share} are copies, in {clusters}")


def show(index: Index, found: Clusters, first: str) -> None:
    """A cluster: the first article, and its copies below it."""
    for id in (first, *found.of_cluster(first)):
        if (place := index.place(id)) is None:
            continue
        record = index.record(place)
        _, is_first, similarity = found.of(id)
        mark = "" if is_first else f"  {similarity:.2f}"
        indent = "" if is_first else "  "
        print(f"{indent}{shown_time(record.published_at)}  {record.portal}  {inert(record.title)}{mark}")
        print(f"{indent}    {inert(record.url)}")
