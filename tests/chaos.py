"""`python -m tests.chaos`: the crawler is killed and the site misbehaves, at random, and nothing may be lost.

A newsroom on 127.0.0.1 with several days of listings is crawled again and again. Every run is left alone or
stopped by a signal at a random moment; after kill -9 the files are torn as a power cut would tear them; the
site errs at random and goes on publishing and correcting. At the end it behaves, the crawl is repeated until
it says that it is done, and every article must be there: once, whole, in its latest version.

The seed decides what is done and which requests go wrong; how far a run gets by then is the machine's affair.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from newscrawl.judging.exitcodes import Exit
from newscrawl.portals.extract import extract
from newscrawl.reading.decoding import brotli, zstd  # type: ignore[attr-defined]  # the very ones
from newscrawl.storing.store import INDEX
from tests import forks
from tests.newsroom import STEP, command, environment
from tests.project import ROOT, hear_signals, patient
from tests.site import NOT_FOUND, Answer, Hit, Route, Site, page, robots

TODAY = date(2026, 7, 24)
NOW = f"{TODAY}T18:00:00+07:00"
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
PAGE = """<!DOCTYPE html><html lang="id"><head><title>{title} : Okezone News</title>
<meta property="article:published_time" content="{day}T{clock}:30+07:00"></head>
<body><div class="title-article"><h1>{title}</h1></div>
<div class="journalist"><a title="Ratih Kumala Dewi">Ratih Kumala Dewi</a>
<span>, Jurnalis-{weekday}, {day.day} Juli {day.year} |{clock} WIB</span></div>
<div class="c-detail read"><p><strong>BANDUNG</strong> - Warga menanam {number} bibit mangga di lereng bukit.</p>
{paragraphs}<p>Naskah ini edisi {edition} dari kantor desa.</p></div></body></html>"""
EDITION = re.compile(r"Naskah ini edisi (\d+) dari kantor desa\.$")
SUMMARY = re.compile(r"^okezone: found (\d+), (.+)$", re.M)
NOTES = re.compile(r"(?:cut a torn last|read back|index rebuilt|skipped) [^\n]+")

MINUTES = 1075  # of a day, before NOW: a list of many articles of one hour shows a part of its day
RUN_SECONDS = 90.0  # a run that takes longer hangs
TIMEOUT = max(1.0, patient(0.5))  # seconds that the crawl waits for an answer
CALM_RUNS = 5  # as many are enough once the site behaves
SIGNALS = {"kill -9": signal.SIGKILL, **{s.name: s for s in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}}
PAUSE = "SIGTERM in a pause"  # while the crawl waits because the site asked it to
ACTIONS = ("kill -9", *SIGNALS, PAUSE, "nothing")  # kill -9 is the hardest and comes twice as often
STOP_SECONDS = 30.0  # a crawl that was told to stop has ended by then
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
    "gzip, br": lambda raw: brotli.compress(gzip.compress(raw)),
}
ANYWHERE = (
    *("500", "cut body", "timeout", "429", "redirect loop", "cut connection", "error page", "maintenance"),
    *(f"cut {coding}" for coding in PACKED),
)
FAULTS = {
    "article": (*ANYWHERE, "cut text"),
    "listing": (*ANYWHERE, "empty listing", "long address"),
}
# What passes while a site is being mended: answers with status 200 that are no news.
ERROR_PAGES = (
    "<html><head><title>Okezone</title></head><body><h1>Sedang dalam perbaikan</h1></body></html>",
    "<html><body><b>Fatal error</b>: Uncaught mysqli_sql_exception: Too many connections</body></html>",
    "Error establishing a database connection",
)
MAINTENANCE = "/maintenance.html"
TEARS = ("half a line", "last line cut", "zeros")
ENDED = frozenset({Exit.DONE, Exit.NOTHING_FOUND, Exit.NONE_READABLE, Exit.ERRORS, Exit.FINDINGS})


# -- the newsroom ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Story:
    """An article of the newsroom, listed under its day; ids ascend."""

    day: date
    number: int

    @property
    def id(self) -> str:
        return f"okezone-{self.number}"

    @property
    def path(self) -> str:
        return f"/read/{self.day:%Y/%m/%d}/525/{self.number}/bibit-mangga-{self.number}"

    @property
    def url(self) -> str:
        return f"https://news.okezone.com{self.path}"

    def page(self, edition: int = 1, paragraphs: int = 12) -> str:
        """Its page; another edition has another text."""
        hour, minute = divmod(self.number * 619 % MINUTES, 60)
        return PAGE.format(
            title=f"Warga Tanam {self.number} Bibit Mangga",
            day=self.day,
            weekday=WEEKDAYS[self.day.weekday()],
            clock=f"{hour:02}:{minute:02}",
            number=self.number,
            edition=edition,
            paragraphs="".join(
                f"<p>Kampung ke-{n} menanam {self.number * n % 97 + 3} batang dan menyiramnya tiap pagi, "
                "sebelum matahari naik, kata para tetua yang menjaga kebun itu.</p>\n"
                for n in range(1, paragraphs + 1)
            ),
        )


def stories(days: Sequence[date], count: int) -> list[Story]:
    """`count` articles spread evenly over the days."""
    return [Story(days[n * len(days) // count], 9_700_001 + n) for n in range(count)]


def listing(day: date, offset: int = 0) -> str:
    """The path of a page of a day's index."""
    return f"/bydate/index/{day:%Y/%m/%d}/" + (f"{offset}/" if offset else "")


def listing_pages(day: date, listed: Sequence[Story]) -> dict[str, Route]:
    """The pages of a day's index, the latest article first; behind the last page is 404."""
    routes: dict[str, Route] = {}
    for offset in range(0, max(len(listed), 1), STEP):
        links = "".join(
            f'<div class="content-hardnews"><h4><a href="{story.url}">Judul</a></h4></div>'
            for story in sorted(listed, key=lambda s: -s.number)[offset : offset + STEP]
        )
        routes[listing(day, offset)] = page(f"<html><body>{links}</body></html>")
    return routes


def archive(told: Iterable[Story]) -> dict[str, Route]:
    """Routes of a site with these articles, each in its first edition."""
    routes: dict[str, Route] = {
        "/robots.txt": robots("User-agent: *", "Disallow: /more/"),
        MAINTENANCE: page(ERROR_PAGES[0]),
    }
    by_day: dict[date, list[Story]] = {}
    for story in told:
        routes[story.path] = page(story.page())
        by_day.setdefault(story.day, []).append(story)
    for day, listed in by_day.items():
        routes |= listing_pages(day, listed)
    return routes


@cache
def text_of(story: Story, edition: int) -> str:
    """What is read of its page when nothing goes wrong."""
    return extract(story.page(edition).encode(), story.url).text


class MoodySite(Site):
    """A newsroom that publishes and corrects today's articles, and answers as badly as `rate` says.

    `begin` sets the mood of a round: which paths err, and how, follows from the seed, the round and the path.
    """

    def __init__(self, seed: int, told: Sequence[Story]) -> None:
        super().__init__(archive(told))
        self.seed = seed
        self.past = [s for s in told if s.day != TODAY]
        today = [s for s in told if s.day == TODAY]
        self.published, self.unpublished = today[: len(today) // 2], today[len(today) // 2 :]
        self.editions: dict[Story, int] = dict.fromkeys(told, 1)
        self.round, self.rate, self.robots_down = 0, 0.0, False
        self.wants_pause = self.has_paused = False
        self.erred: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()
        self._mood_lock = Lock()
        self.list_today()

    @property
    def told(self) -> list[Story]:
        """What is published so far."""
        return [*self.past, *self.published]

    def begin(self, round: int, rate: float = 0.0, *, robots_down: bool = False) -> None:
        with self._mood_lock:
            self.round, self.rate, self.robots_down = round, rate, robots_down
            self.wants_pause = self.has_paused = False
            self._asked.clear()

    def work(self, chance: random.Random) -> None:
        """A few more articles of today, and corrections of some that are out."""
        fresh = [self.unpublished.pop(0) for _ in range(min(chance.randrange(4), len(self.unpublished)))]
        self.published += fresh
        for story in chance.sample(self.published, min(chance.randrange(4), len(self.published))):
            self.editions[story] += 1
            self.routes[story.path] = page(story.page(self.editions[story]))
        self.list_today()

    def list_today(self) -> None:
        for path in [path for path in self.routes if path.startswith(listing(TODAY))]:
            del self.routes[path]  # pages of more than is published
        self.routes |= listing_pages(TODAY, self.published)

    def answer(self, hit: Hit) -> Answer:
        good = super().answer(hit)
        plain = hit.path.split("?")[0]
        with self._mood_lock:
            self._asked[plain] += 1
            fault = self.fault(plain, self._asked[plain])
            if self.wants_pause and plain.startswith("/read/"):
                self.wants_pause, self.has_paused, fault = False, True, "pause"
            if fault:
                self.erred[fault] += 1
        return err(fault, hit, good) if fault else good

    def fault(self, path: str, times: int) -> str | None:
        """What is wrong with the answer when a path is asked for the `times`th time in a round."""
        if path == "/robots.txt":
            return "500" if self.robots_down else None
        if path == MAINTENANCE:
            return None
        chance = random.Random(f"{self.seed} {self.round} {path}")
        is_listing = path.startswith("/bydate/")
        if chance.random() >= self.rate * (3 if is_listing else 1):  # there are few of them, and each counts more
            return None
        fault = chance.choice(FAULTS["listing" if is_listing else "article"])
        lasting = fault == "redirect loop" or (fault not in ("429", "empty listing") and chance.random() < 0.5)
        return fault if lasting or times == 1 else None


def err(fault: str, hit: Hit, good: Answer) -> Answer:
    """The answer gone wrong."""
    if good == NOT_FOUND:
        return good
    status, headers, body, _ = good
    raw = body.encode() if isinstance(body, str) else body
    if fault == "cut body":
        return status, {**headers, "Content-Length": str(len(raw))}, raw[: len(raw) * 2 // 3], 0.0
    if fault == "timeout":
        return status, headers, body, 1.5 * TIMEOUT
    if pack := PACKED.get(fault.removeprefix("cut ")):
        packed = pack(raw)
        coding = fault.removeprefix("cut ")
        return status, {**headers, "Content-Encoding": coding}, packed[: len(packed) * 2 // 3], 0.0
    if fault == "cut connection":  # without a length only the end of the connection ends it
        return status, {**headers, "Content-Length": ""}, raw[: len(raw) * 2 // 3], 0.0
    if fault == "cut text":  # by the site itself: the length is that of the part
        return status, headers, raw[: len(raw) * 2 // 3], 0.0
    if fault == "error page":
        return page(ERROR_PAGES[len(hit.path) % len(ERROR_PAGES)])
    if fault == "maintenance":
        return 302, {"Location": f"https://{hit.headers['Host']}{MAINTENANCE}"}, "", 0.0
    if fault == "long address":  # of an article that there is not, longer than Scrapy lets through
        link = f'<h4><a href="https://news.okezone.com/read/2026/07/24/525/9600001/{"panjang-" * 400}">Judul</a></h4>'
        return page(raw.replace(b"</body>", f'<div class="content-hardnews">{link}</div></body>'.encode()))
    if fault == "pause":
        return 429, {"Retry-After": "120"}, "slow down\n", 0.0
    if fault == "429":
        return 429, {"Retry-After": "1"}, "slow down\n", 0.0
    if fault == "redirect loop":
        return 302, {"Location": f"https://{hit.headers['Host']}{hit.path}"}, "", 0.0
    if fault == "empty listing":
        return page("<html><body>Tidak ada berita</body></html>")
    return 500, {"Content-Type": "text/plain"}, "kaput\n", 0.0


# -- the crawl ---------------------------------------------------------------------------------------------


class Running:
    """A crawl in a process of its own, gone at the end of the `with` block. `options` as in `command`; or another
    command's whole `line`."""

    def __init__(
        self, site: Site, data: Path, *options: str, wrapper: Sequence[str] = (), line: Sequence[str] = ()
    ) -> None:
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        line = line or [*wrapper, *command(site, data, *options)]
        self.process: subprocess.Popen[bytes] | forks.Fork
        with Path(os.devnull).open("r+b") as nothing:
            if wrapper:
                self.process = subprocess.Popen(
                    line, cwd=ROOT, env=environment(), stdin=nothing, stdout=nothing, stderr=self._log
                )
            else:
                self.process = forks.start(line, env=environment(), stdin=nothing, stdout=nothing, stderr=self._log)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        self._log.close()

    def until(self, reached: Callable[[], bool], seconds: float = 60.0) -> bool:
        """Wait until something is reached; false if the crawl ended or the time went by before."""
        deadline = time.monotonic() + patient(seconds)
        while self.process.poll() is None and time.monotonic() < deadline:
            if reached():
                return True
            time.sleep(0.002)
        return False

    def end(self, seconds: float = RUN_SECONDS) -> int:
        """The exit status, negative for a signal; raises subprocess.TimeoutExpired."""
        return self.process.wait(patient(seconds))

    @property
    def log(self) -> str:
        """What it wrote to standard error so far."""
        self._log.seek(0)
        return self._log.read()


def imbalance(log: str) -> str | None:
    """The summary line of a finished run if it is missing or does not add up."""
    line = SUMMARY.search(log)
    if not line:
        return "no summary line"
    ends = [int(n) for n in re.findall(r"[a-z ]+ (\d+)", line[2])]
    return None if int(line[1]) == sum(ends) else line[0]


def files_of(data: Path) -> dict[Path, bytes]:
    """The JSON Lines files and what is in them."""
    return {path: path.read_bytes() for path in sorted((data / "okezone").glob("*.jsonl"))}


def records_of(data: Path, kind: str = "articles") -> list[dict[str, Any]]:
    """The records of a kind in the order of the files; raises ValueError for a line that is not whole."""
    found = []
    for path, raw in files_of(data).items():
        if path.name.startswith(kind):
            if raw and not raw.endswith(b"\n"):
                raise ValueError(f"{path.name} ends in a torn line")
            found += [json.loads(line) for line in raw.decode().splitlines()]
    return found


def tear(path: Path, how: str, chance: random.Random) -> None:
    """Leave the end of a file as a power cut may leave it."""
    raw = path.read_bytes()
    last = raw[raw.rfind(b"\n", 0, -1) + 1 :]
    if how == "last line cut":
        path.write_bytes(raw[: len(raw) - chance.randint(1, len(last))])
    elif how == "zeros":
        path.write_bytes(raw + bytes(chance.randint(1, 5000)))
    else:
        path.write_bytes(raw + last[: chance.randint(1, len(last) - 1)])


# -- the chaos ---------------------------------------------------------------------------------------------


@dataclass
class Tally:
    """What went wrong; all of it is empty after a crawl that keeps its word."""

    lost: list[str]
    twice: list[str]
    faults: list[str]

    def __bool__(self) -> bool:
        return bool(self.lost or self.twice or self.faults)


class Chaos:
    """Rounds of crawls of `site` into `data`; `say` hears one line a round."""

    def __init__(self, site: MoodySite, data: Path, say: Callable[[str], None] = print) -> None:
        self.site, self.data, self.say = site, data, say
        self.chance = random.Random(site.seed)
        self.faults: list[str] = []
        self.since = min(story.day for story in site.told)

    def run(self, rounds: int, actions: Sequence[str] = ACTIONS, rates: Sequence[float] = (0, 0.05, 0.12)) -> Tally:
        """All rounds, then runs in calm until one says that it is done, then the reckoning."""
        for number in range(1, rounds + 1):
            self.chance = random.Random(f"{self.site.seed} {number}")  # whatever the rounds before it came to
            self.site.begin(
                number, self.chance.choice(rates), robots_down=bool(max(rates)) and self.chance.random() < 0.1
            )
            self.round(number, self.chance.choice(actions))
            self.site.work(self.chance)
        number = rounds + 1
        self.site.begin(number)
        while self.round(number, "nothing") != Exit.DONE:
            number += 1
            if number > rounds + CALM_RUNS:
                self.faults.append(f"{CALM_RUNS} runs in calm did not end with 0")
                break
        before = files_of(self.data)
        self.round(number + 1, "nothing")
        if files_of(self.data) != before:
            self.faults.append("one more run, and there was something left to write")
        return self.reckon()

    def round(self, number: int, action: str) -> int:
        """One run and what is done to it; the exit status."""
        before, already = files_of(self.data), self.count()
        start = len(self.site.hits)
        options = (f"since={self.since}", f"NEWSCRAWL_NOW={NOW}", f"DOWNLOAD_TIMEOUT={TIMEOUT:g}")
        with Running(self.site, self.data, *options) as running:
            expected = len(self.site.told) - already + len(self.site.published)  # today's are looked at again
            how = signal.SIGTERM if action == PAUSE else SIGNALS.get(action)
            self.site.wants_pause = action == PAUSE
            sent = how is not None and self.wait(running, start, expected, in_pause=action == PAUSE)
            heard = len(self.site.hits) > start
            if sent and how:
                running.process.send_signal(how)
            seconds = STOP_SECONDS if sent else RUN_SECONDS
            try:
                status = running.end(seconds)
            except subprocess.TimeoutExpired:
                self.faults.append(f"round {number}: not at its end {seconds:g} s after {action}")
                running.process.kill()
                status = running.end()
            log = running.log
        self.judge(number, status, how if sent else None, heard, log)
        self.compare(number, before, whole=status in ENDED or status == Exit.INTERRUPTED)
        mended = "; ".join(dict.fromkeys(NOTES.findall(log)))
        line = f"{number:3} {action + ('' if sent or action == 'nothing' else ' (too late)'):18} exit {status:3}"
        torn = self.damage() if status == -signal.SIGKILL else ""
        self.say(
            f"{line}, stored {self.count():4}" + f", torn: {torn}" * bool(torn) + f", mended: {mended}" * bool(mended)
        )
        return status

    def wait(self, running: Running, start: int, expected: int, *, in_pause: bool = False) -> bool:
        """Wait for a random moment of the run: while it starts, after so many requests, or in a pause."""
        if in_pause:
            reached = running.until(lambda: self.site.has_paused)
            time.sleep(self.chance.uniform(0, 1.5))
            return reached and running.process.poll() is None
        if self.chance.random() < 0.15:
            moment = time.monotonic() + self.chance.uniform(0, 1.5)
            return running.until(lambda: time.monotonic() >= moment)
        requests = self.chance.randint(1, max(6, expected // 2))
        reached = running.until(lambda: len(self.site.hits) - start >= requests)
        time.sleep(self.chance.uniform(0, 0.03))
        return reached and running.process.poll() is None

    def judge(self, number: int, status: int, sent: signal.Signals | None, heard: bool, log: str) -> None:
        """A run ends as its action says, and its summary adds up."""
        allowed = set(map(int, ENDED))
        if sent:
            allowed |= {-signal.SIGKILL} if sent == signal.SIGKILL else {int(Exit.INTERRUPTED)}
            if not heard:  # before the crawl listens to signals, Python's own end is all there is
                allowed |= {-sent, 1, 130}
        if status not in allowed:
            self.faults.append(f"round {number}: exit status {status} after {sent.name if sent else 'nothing'}\n{log}")
        elif (status in ENDED or status == Exit.INTERRUPTED) and (wrong := imbalance(log)):
            self.faults.append(f"round {number}: does not add up: {wrong}")
        if status == Exit.DONE and "listing lost" in log:
            self.faults.append(f"round {number}: exit status 0, and a listing was lost\n{log}")
        if heard and "Traceback" in log:
            self.faults.append(f"round {number}: a traceback\n{log}")

    def compare(self, number: int, before: dict[Path, bytes], *, whole: bool) -> None:
        """Files only grow, and after a run that ended they are whole."""
        after = files_of(self.data)
        for path, raw in before.items():
            if not after.get(path, b"").startswith(raw[: raw.rfind(b"\n") + 1]):
                self.faults.append(f"round {number}: {path.name} lost what it had")
        if whole:
            try:
                records_of(self.data)
                records_of(self.data, "dropped")
            except ValueError as error:
                self.faults.append(f"round {number}: {error}")

    def damage(self) -> str:
        """Sometimes tear a file and sometimes delete the index; says what was done."""
        done = []
        files = [path for path, raw in files_of(self.data).items() if raw.count(b"\n") > 1]
        if files and self.chance.random() < 0.6:
            path, how = self.chance.choice(files), self.chance.choice(TEARS)
            tear(path, how, self.chance)
            done.append(f"{path.name.split('-')[0]} {how}")
        if self.chance.random() < 0.25:
            for suffix in ("", "-wal", "-shm"):
                (self.data / "okezone" / f"{INDEX}{suffix}").unlink(missing_ok=True)
            done.append("index deleted")
        return ", ".join(done)

    def count(self) -> int:
        """How many lines of articles there are."""
        return sum(raw.count(b"\n") for path, raw in files_of(self.data).items() if path.name.startswith("articles"))

    def reckon(self) -> Tally:
        """What is in the files against what the site published."""
        lost, twice = [], []
        by_id: dict[str, list[dict[str, Any]]] = {}
        for record in sorted(records_of(self.data), key=lambda r: int(r["revision"])):
            by_id.setdefault(record["id"], []).append(record)
        for story in self.site.told:
            every = by_id.pop(story.id, [])
            versions = [record for record in every if record["complete"]]
            if not versions or not every[-1]["complete"]:
                lost.append(f"{story.id}: " + ("only a part" if every else "nothing"))
                continue
            found = [EDITION.search(record["text"]) for record in versions]
            editions = [int(match[1]) if match else 0 for match in found]
            for record, edition in zip(versions, editions, strict=True):
                if not edition or record["text"] != text_of(story, edition):
                    lost.append(f"{story.id}: the end of revision {record['revision']}: ...{record['text'][-60:]!r}")
            if 0 not in editions and (
                [record["revision"] for record in every] != list(range(1, len(every) + 1))
                or editions != sorted(set(editions))
            ):
                twice.append(f"{story.id}: revisions {[r['revision'] for r in versions]} of editions {editions}")
            if story.day == TODAY and editions[-1] != self.site.editions[story]:
                lost.append(f"{story.id}: edition {self.site.editions[story]}, there is {editions}")
        self.faults += [f"never published: {id}" for id in by_id]
        return Tally(lost, twice, self.faults)


def main() -> int:
    """Run it as the command line says; 1 if anything is lost, twice or otherwise not as promised."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description="Kill crawls of a moody site.")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--articles", type=int, default=400)
    hear_signals()
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.rounds} rounds, {options.articles} articles", flush=True)
    data = Path(tempfile.mkdtemp(prefix="chaos-"))
    days = [TODAY - timedelta(days=n) for n in range(4, -1, -1)]
    began = time.monotonic()
    with MoodySite(options.seed, stories(days, options.articles)) as site:
        tally = Chaos(site, data, lambda line: print(line, flush=True)).run(options.rounds)
    print("the site erred: " + ", ".join(f"{count} {fault}" for fault, count in site.erred.most_common()))
    for fault in tally.faults:
        print(fault)
    for line in [*tally.lost, *tally.twice]:
        print(f"  {line}")
    seconds = time.monotonic() - began
    print(f"lost: {len(tally.lost)}, twice: {len(tally.twice)}, {len(site.told)} articles, {seconds:.0f} s")
    if tally:
        again = f"--seed {options.seed} --rounds {options.rounds} --articles {options.articles}"
        print(f"To repeat it: python -m tests.chaos {again}\nThe files are in {data}")
        return 1
    shutil.rmtree(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
