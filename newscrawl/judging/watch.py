"""Words that are watched for: which stored articles are new matches of the queries in watch.toml, each told once.

What was told stands in `data/watch/NAME.jsonl`, a line each, and in the feed `NAME.atom`: these files are the memory.
An article whose headline was corrected after it was told is told once more, with `was`, the headline before.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from lxml import etree

from newscrawl.files import write_whole
from newscrawl.storing.lines import lines_of
from newscrawl.storing.locking import alone
from newscrawl.storing.query import BadQuery, Query, parse, snippet
from newscrawl.storing.records import Record
from newscrawl.storing.search import Index
from newscrawl.storing.spreadsheets import CONTROLS, NO_XML
from newscrawl.storing.wanted import Place, Wanted

FOLDER = "watch"
KEYS = ("query", "portals", "sections", "days", "title")
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
DAYS = 7  # since its publication an article is told; older ones come with archives
IN_FEED = 100
ATOM = "http://www.w3.org/2005/Atom"


class BadWatch(ValueError):
    """The file of queries cannot be used. The message is one line that says what to write."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A query with its name: of these portals and sections (none: all), articles published within `days`."""

    name: str
    query: Query
    portals: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    days: int = DAYS
    title: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An article that is told: `was` is its headline when it was told before, null for a new one."""

    watch: str
    told_at: str
    id: str
    portal: str
    url: str
    title: str
    was: str | None
    published_at: str | None
    section: tuple[str, ...]
    revision: int
    snippet: str

    def as_json(self) -> str:
        """The match as a line of its file."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__}, ensure_ascii=False)

    @classmethod
    def of(cls, line: bytes) -> Match | None:
        """The match that a line holds; null for one that is none."""
        with suppress(ValueError, TypeError, KeyError):
            given = json.loads(line)
            datetime.fromisoformat(given["told_at"])
            return cls(**{name: given[name] for name in cls.__slots__} | {"section": tuple(given["section"])})
        return None

    @property
    def headline(self) -> str:
        """The headline, and what it was."""
        return f'{self.title} (was: "{self.was}")' if self.was else self.title


def read_watches(path: Path, portals: Iterable[str]) -> list[Watch]:
    """The queries of a file; none where there is no file. Raises BadWatch."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise BadWatch(f"{path}: the file is not UTF-8: save it as UTF-8") from error
    except (OSError, ValueError) as error:
        raise BadWatch(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    known = list(portals)
    return [_watch(path, name, table, known) for name, table in given.items()]


def _watch(path: Path, name: str, table: Any, portals: list[str]) -> Watch:
    where = f"{path}: [{name}]"
    if not NAME.fullmatch(name):
        raise BadWatch(f"{where}: a name is of small letters, digits, - and _: it names files")
    for key in table if isinstance(table, dict) else ():
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(KEYS)}"
            raise BadWatch(f"{where}: unknown key {key!r}; {hint}")
    if not isinstance(table, dict) or not isinstance(table.get("query"), str):
        raise BadWatch(f"{where}: needs a query, e.g. query = 'banjir OR \"angin puting beliung\"'")
    for key in ("portals", "sections"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise BadWatch(f'{where}: {key} is a list of texts, e.g. {key} = ["okezone"]')
    if wrong := [one for one in table.get("portals", ()) if one not in portals]:
        raise BadWatch(f"{where}: unknown portal {wrong[0]!r}; known: {', '.join(portals)}")
    days, title = table.get("days", DAYS), table.get("title", name)
    if type(days) is not int or days < 1:
        raise BadWatch(f"{where}: days is a whole number of 1 or more")
    if not isinstance(title, str):
        raise BadWatch(f"{where}: title is a text")
    try:
        query = parse(table["query"])
    except BadQuery as error:
        raise BadWatch(f"{where}: query: {error}") from error
    return Watch(name, query, tuple(table.get("portals", ())), tuple(table.get("sections", ())), days, title)


def look(watches: Iterable[Watch], index: Index, now: datetime, *, tell: bool = True) -> list[Match]:
    """The new matches, written to the files of their watches (unless not `tell`). Raises SearchFailed and OSError."""
    folder = index.data / FOLDER
    if not tell:
        return [match for watch in watches for match in _new(watch, index, told(folder, watch.name), now)]
    found: list[Match] = []
    folder.mkdir(exist_ok=True)
    for watch in watches:
        with alone(folder / f".{watch.name}.lock"):  # each article is told once, though several crawls end together
            before = told(folder, watch.name)
            new = list(_new(watch, index, before, now))
            if new:
                _append(folder / f"{watch.name}.jsonl", new)
            _renew(folder / f"{watch.name}.atom", watch, [*before, *new], now)
            found += new
    return found


def _renew(path: Path, watch: Watch, matches: list[Match], now: datetime) -> None:
    """Write the feed where it does not tell these matches: also when it was not come to after they were told."""
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        there = b""
    wanted = feed(watch, matches, now)
    if there != wanted and (matches or not there):  # an empty one differs by its time alone
        write_whole(path, wanted)


def told(folder: Path, name: str) -> list[Match]:
    """What was told of a watch, in order."""
    try:
        with (folder / f"{name}.jsonl").open("rb") as file:
            return [match for line, _, is_whole in lines_of(file) if is_whole and (match := Match.of(line))]
    except FileNotFoundError:
        return []


def _new(watch: Watch, index: Index, before: Iterable[Match], now: datetime) -> Iterator[Match]:
    """Matches of the last days that were not told, in order of publication, then corrected headlines."""
    last = {match.id: match for match in before}
    since = now.date() - timedelta(days=watch.days)
    wanted = Wanted(watch.query, watch.portals, since, None, watch.sections, undated=True)
    for place in index.places(wanted):
        if place.id not in last and (place.instant is not None or _stored_on(place) >= since):
            yield _match(watch, index.record(place), None, now)
    for id, match in last.items():
        if datetime.fromisoformat(match.told_at).date() < since:
            continue
        current = index.place(id)
        if current and current.revision > match.revision and (record := index.record(current)).title != match.title:
            yield _match(watch, record, match.title, now)


def _stored_on(place: Place) -> date:
    """The day of crawling that its file is of: for articles of unknown date."""
    with suppress(ValueError):
        return date.fromisoformat(Path(place.file).stem.removeprefix("articles-"))
    return date.min


def _match(watch: Watch, record: Record, was: str | None, now: datetime) -> Match:
    text = snippet(record.text or record.summary or "", watch.query.terms)
    at, section = now.isoformat(timespec="seconds"), tuple(record.section)
    return Match(
        watch.name, at, record.id, record.portal, record.url, record.title, was, record.published_at, section,
        record.revision, text,
    )  # fmt: skip


def _append(path: Path, matches: Iterable[Match]) -> None:
    """Add whole lines; one that a crash tore is cut off first."""
    with path.open("ab+") as file:
        file.seek(0)
        end = sum(length for _, length, is_whole in lines_of(file) if is_whole)
        file.truncate(end)
        file.write("".join(f"{match.as_json()}\n" for match in matches).encode())
        file.flush()
        os.fsync(file.fileno())


def feed(watch: Watch, matches: list[Match], now: datetime) -> bytes:
    """The matches told last as an Atom feed (RFC 4287), the newest first."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]  # the stubs want no None
    shown = matches[: -IN_FEED - 1 : -1]
    _element(root, "id", f"urn:newscrawl:watch:{watch.name}")
    _element(root, "title", watch.title or watch.name)
    _element(root, "updated", shown[0].told_at if shown else now.isoformat(timespec="seconds"))
    for match in shown:
        entry = etree.SubElement(root, f"{{{ATOM}}}entry")
        _element(entry, "id", f"urn:newscrawl:watch:{watch.name}:{match.id}:{match.revision}")
        _element(entry, "title", match.headline)
        _element(entry, "updated", match.told_at)
        if match.published_at:
            _element(entry, "published", match.published_at)
        _element(_element(entry, "author", ""), "name", match.portal)
        _element(entry, "link", "", href=match.url)
        _element(entry, "summary", match.snippet)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _element(parent: Any, name: str, text: str, **attributes: str) -> Any:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", {key: _xml(value) for key, value in attributes.items()})
    element.text = _xml(text) or None
    return element


def _xml(text: str) -> str:
    return NO_XML.sub("\ufffd", CONTROLS.sub("", text))


def recent(data: Path, now: datetime, within: timedelta) -> dict[str, list[Match]]:
    """What was told lately, by watch, the latest first; what cannot be read is passed over."""
    found: dict[str, list[Match]] = {}
    for path in sorted((data / FOLDER).glob("*.jsonl")):
        with suppress(OSError):
            given = told(path.parent, path.stem)
            new = [match for match in reversed(given) if now - datetime.fromisoformat(match.told_at) <= within]
            found |= {path.stem: new} if new else {}
    return found


def as_text(matches: Mapping[str, list[Match]]) -> list[str]:
    """Lines that tell the matches by watch."""
    lines: list[str] = []
    for name, found in matches.items():
        lines.append(f"watch {name}: {len(found)} new")
        for match in found:
            lines += [f"  - {match.portal}: {match.headline}", f"    {match.url}"]
    return lines


def by_watch(matches: Iterable[Match]) -> dict[str, list[Match]]:
    """The matches by the names of their watches."""
    found: dict[str, list[Match]] = {}
    for match in matches:
        found.setdefault(match.watch, []).append(match)
    return found
