"""The pages and captures of each article, which lie in different files, made its versions in order."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl.archives import stopping
from newscrawl.archives.folder import FORMAT, Folder, read_json, replacing, write_json
from newscrawl.archives.table import ZONE, rows_of, write_parquet
from newscrawl.crawling.spider.joining import MOST_PAGES
from newscrawl.items import ARTICLE_FIELDS, Article, Image, to_record
from newscrawl.portals.registry import portals
from newscrawl.reading.join import join as join_pages
from newscrawl.storing.worse import why_worse

BUCKET_BYTES = 64 * 1024 * 1024  # of rows joined at once, some 200 MB of memory
TOGETHER_BYTES = 16 * 1024 * 1024  # of portals that are joined together: each unit is read once for all of them
UNDATED = "undated"
# What becomes of a row: each is one of these, or "worse: " and why.
REVISION, UNCHANGED, PAGE, UNUSED = "revision", "unchanged", "page of another", "page not used"
LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Bucket:
    """A part of a portal's articles, the `number`th of `of`, or all of several; and the units that have any."""

    portals: tuple[str, ...]
    number: int
    of: int
    units: tuple[str, ...]
    made_of: str  # a digest of these units

    @property
    def name(self) -> str:
        first, *others = self.portals
        return f"{plain(first)}{f'+{len(others)}' * bool(others)}-{self.number}-{self.of}"


def plain(portal: str) -> str:
    """A portal's name as that of a folder; a site's is its host, which may be anything.

    >>> plain("okezone"), plain("a.example:80/..")
    ('okezone', 'a.example-80-..')
    """
    return re.sub(r"[^\w.-]", "-", portal, flags=re.A) if portal.strip(".") else "-"


def buckets(done: Mapping[str, dict[str, Any]]) -> list[Bucket]:
    """All parts to be joined, of the units that are done: as many of each portal as its size asks for."""
    sizes: Counter[str] = Counter()
    units: defaultdict[str, list[str]] = defaultdict(list)
    for key, said in done.items():
        for portal, of_portal in said["portals"].items():
            sizes[portal] += of_portal["bytes"]
            units[portal].append(key)
    found = []
    for together in _grouped(sizes):
        keys = sorted({key for portal in together for key in units[portal]})
        parts = [done[key]["portals"] for key in keys]
        facts = [
            (key, done[key]["rules"], done[key]["bytes"], [(name, part[name]) for name in together if name in part])
            for key, part in zip(keys, parts, strict=True)
        ]
        digest = hashlib.blake2b(json.dumps(facts).encode(), digest_size=12).hexdigest()
        count = -(-sum(sizes[portal] for portal in together) // BUCKET_BYTES)
        found += [Bucket(together, number, count, tuple(keys), digest) for number in range(count)]
    return found


def _grouped(sizes: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """The portals that are joined together, in order: a large one alone, small ones up to TOGETHER_BYTES."""
    group: list[str] = []
    for portal in sorted(sizes):
        if group and sum(sizes[one] for one in group) + sizes[portal] > TOGETHER_BYTES:
            yield tuple(group)
            group = []
        group.append(portal)
    if group:
        yield tuple(group)


def bucket_done(folder: Folder, bucket: Bucket) -> dict[str, Any] | None:
    """What was said of a part that was joined from the same units; None where it is to be joined."""
    said = read_json(folder.joined / f"{bucket.name}.json")
    if not said or said.get("format") != FORMAT or said.get("made_of") != bucket.made_of:
        return None
    return said if all((folder.root / name).exists() for name in said["files"]) else None


def join_bucket(bucket: Bucket, _: object, *, root: Path) -> dict[str, Any]:
    """Join one part and write its files; returns what its done file says. Raises OSError."""
    folder = Folder(root)
    (folder.joined / f"{bucket.name}.json").unlink(missing_ok=True)  # its files are about to be others
    by_id: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    count = 0
    for key in bucket.units:
        stopping.check()
        for row in rows_of(folder.units / f"{key}.parquet", bucket.portals, bucket.number, bucket.of):
            by_id[row["portal"], row["id"]].append(row)
            count += 1
    ends: Counter[str] = Counter()
    by_month: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    zones = {name: ZoneInfo(known.zone if (known := portals().get(name)) else ZONE) for name in bucket.portals}
    for portal, id in sorted(by_id):
        versions = joined(by_id.pop((portal, id)), ends)
        latest = versions[-1]["published_at"]
        month = f"{datetime.fromisoformat(latest).astimezone(zones[portal]):%Y-%m}" if latest else UNDATED
        by_month[portal, month] += versions
    if sum(ends.values()) != count:
        raise AssertionError(f"{bucket.name}: {count} rows, {sum(ends.values())} ended")
    files = {}
    for portal, month in sorted(by_month):
        path = folder.articles / plain(portal) / month / f"{bucket.number}-of-{bucket.of}.parquet"
        rows = sorted(by_month.pop((portal, month)), key=in_order)
        with replacing(path) as file:
            write_parquet(file, rows)
        files[path.relative_to(root).as_posix()] = len(rows)
    said = {
        "format": FORMAT,
        "made_of": bucket.made_of,
        "rows": count,
        "ends": dict(sorted(ends.items())),
        "files": files,
    }
    write_json(folder.joined / f"{bucket.name}.json", said)
    return said


def in_order(record: Mapping[str, Any]) -> tuple[datetime, str, int]:
    """By instant of publication, then id, then revision."""
    stamp = record["published_at"]
    return datetime.fromisoformat(stamp) if stamp else LONG_AGO, record["id"], record["revision"]


def finish(
    folder: Folder, done: Mapping[str, dict[str, Any]], parts: Mapping[Bucket, dict[str, Any]]
) -> dict[str, Any]:
    """Name the files that count, remove all others, and see that every row stored has ended as one thing."""
    files: dict[str, int] = {}
    ends: Counter[str] = Counter()
    for said in parts.values():
        files |= said["files"]
        ends.update(said["ends"])
    stored = sum(said["rows"] for said in done.values())
    if stored != sum(ends.values()):
        raise AssertionError(f"{stored} rows were stored, {sum(ends.values())} joined")
    sums = {"format": FORMAT, "units": len(done), "rows": stored, "ends": dict(sorted(ends.items())), "files": files}
    write_json(folder.sums, sums)
    for path in sorted(folder.articles.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder.root).as_posix() not in files:
            path.unlink()
    remove_others(folder, parts)
    return sums


def remove_others(folder: Folder, parts: Iterable[Bucket]) -> None:
    """Remove what was said of parts that are no longer: portals that were joined together may have grown."""
    names = {f"{bucket.name}.json" for bucket in parts}
    for path in folder.joined.iterdir():
        if path.name not in names:
            path.unlink()


# -- one article -------------------------------------------------------------------------------------------------


def joined(rows: list[dict[str, Any]], ends: Counter[str]) -> list[dict[str, Any]]:
    """The versions of one article as records, the first revision first; `ends` counts what each row became."""
    rows.sort(key=captured)  # where captures are of one moment, in the order of units and of their records
    made = list(_versions(rows))
    used = [row for _, parts in made for row in parts[1:]]
    heads = {id(parts[0]) for _, parts in made}
    seen = {id(row) for row in used} - heads
    ends[PAGE] += len(seen)
    ends[UNUSED] += sum(1 for row in rows if id(row) not in heads | seen)
    some_complete = any(record["complete"] for record, _ in made)
    kept: list[dict[str, Any]] = []
    for record, _ in made:
        if some_complete and not record["complete"]:
            ends["worse: incomplete"] += 1
        elif not kept:
            kept.append(record)
        elif all(record[name] == kept[-1][name] for name in ("title", "text", "updated_at")):
            ends[UNCHANGED] += 1
        elif why := why_worse(kept[-1], record):
            ends[f"worse: {why}"] += 1
        else:
            kept.append(record)
    for number, record in enumerate(kept, 1):
        record["revision"] = number
    ends[REVISION] += len(kept)
    for name in [name for name, count in ends.items() if not count]:
        del ends[name]
    return kept


def captured(row: Mapping[str, Any]) -> datetime:
    """When a row's page was fetched; long ago where nobody knows."""
    moment: datetime | None = row["fetched_at"]
    return moment or LONG_AGO


def _versions(rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each version as a record, with the rows it is made of, in order of capture."""
    further: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["part"] > 1:
            further[row["part"]].append(row)
    heads = [row for row in rows if row["part"] <= 1]
    if not heads:  # nobody has kept page 1
        parts = _nearest(rows[0], further, further)
        yield _record(parts[0], parts, complete=False), parts
    for head in heads:
        if head["part"] == 0 or head["parts"] == 1:
            yield _record(head, [head], complete=head["complete"]), [head]
            continue
        count = max([head["parts"], *(row["parts"] for rows in further.values() for row in rows)])
        parts = [head, *_nearest(head, further, range(2, min(count, MOST_PAGES) + 1))]
        whole = len(parts) == count and not any(row["cut"] for row in parts)
        yield _record(head, parts, complete=whole), parts


def _nearest(
    head: dict[str, Any], further: Mapping[int, list[dict[str, Any]]], numbers: Iterable[int]
) -> list[dict[str, Any]]:
    """Of each page the capture that is nearest in time to `head`'s; one that shows another page's text is none."""
    texts = {head["text"]} if head["part"] <= 1 else set()
    found = []
    for number in sorted(numbers):
        captures = [row for row in further.get(number, ()) if row["text"] not in texts]
        if captures:
            nearest = min(captures, key=lambda row: abs(captured(row) - captured(head)))
            found.append(nearest)
            texts.add(nearest["text"])
    return found


def _record(head: dict[str, Any], parts: list[dict[str, Any]], *, complete: bool) -> dict[str, Any]:
    if len(parts) == 1:  # most are: an article and its record need not be made anew
        record = {name: _as_json(parts[0][name]) for name in ARTICLE_FIELDS}
    else:
        record = to_record(join_pages([_article(row) for row in parts], len(parts), complete=complete))
    provenance = {name: head[name] for name in ("read_by", "warc_file", "warc_record")}
    return {**record, "complete": complete, **provenance}


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _article(row: Mapping[str, Any]) -> Article:
    given = {name: row[name] for name in ARTICLE_FIELDS}
    return Article(**{**given, "images": [Image(**image) for image in row["images"]]})
