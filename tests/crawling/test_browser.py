"""Lists that scripts build, in a real headless Chromium: found whole, politely, and nothing is left running.

These tests fail where there is no Chromium: `make browser` sets one up.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from benchmarks.loopback import loopback_settings
from benchmarks.processes import Tree, started_with, tree
from newscrawl.crawling.browser import __main__ as make_browser
from newscrawl.crawling.browser import finding
from newscrawl.discovery.listings import Listing, Rendered
from newscrawl.discovery.series import Series
from newscrawl.settings import base
from tests import forks, newsroom
from tests.discovery.test_discovery import HOST, links, portal, spider_of, stats
from tests.discovery.test_discovery import crawl as ask
from tests.project import ROOT, patient
from tests.site import Answer, Hit, Site, page, robots

DAY = "2026-07-24"
BATCH = 5
# In every list: what adds cards, a picture, scripts of other hosts, and what robots.txt forbids.
FORM = """<!DOCTYPE html><html><head><title>Indeks</title><style>li {{ height: 300px }}</style></head><body>
<img src="/foto.png"><ul id="daftar"></ul><button class="muat" hidden>Muat lainnya</button><p id="akhir"></p>
<script>
const daftar = document.querySelector("#daftar"), muat = document.querySelector(".muat");
let bagian = 0;
function tambah(kartu) {{
  for (const [nomor, waktu] of kartu)
    daftar.insertAdjacentHTML("beforeend",
      `<li><a class="judul" href="/read/${{nomor}}/judul">Judul ${{nomor}}</a><time>${{waktu}}</time></li>`);
}}
async function ambil() {{
  const kartu = await (await fetch(`/api/{name}/${{bagian++}}`)).json();
  tambah(kartu);
  return kartu.length;
}}
</script>
<script src="{api}/umum.js"></script><script src="{foreign}/pelacak.js"></script>
{rest}
<script>
window.open("/jendela");
navigator.sendBeacon("/lacak");
new WebSocket(location.origin.replace("http", "ws") + "/soket").onclose = () => null;
</script>
<script>fetch("/alih").then(jawab => jawab.json()).then(tambah);</script>
<script>fetch("/more/0").then(jawab => jawab.json()).then(tambah);</script>
</body></html>"""
BUTTON = """muat.onclick = async () => {{ if (await ambil() && bagian < {parts}) return; muat.hidden = true; }};
muat.hidden = false;"""
# One batch each time the end comes into sight.
SCROLL = """new IntersectionObserver(async ([akhir], ini) => {
  if (akhir.isIntersecting && !(await ambil())) ini.disconnect();
}).observe(document.body.appendChild(document.querySelector("#akhir")));"""
SCRIPTS = {
    "lambat": "<script>setTimeout(ambil, 700);</script>",
    "muat": f"<script>ambil(); {BUTTON.format(parts=3)}</script>",
    "gulir": f"<script>ambil(); {SCROLL}</script>",
    "tak-habis": f"<script>ambil(); {SCROLL}</script>",
    "terkini": f"<script>ambil(); {SCROLL}</script>",
    "menggantung": "<script>ambil();</script><script src='/menggantung.js'></script>",
    "melempar": "<script>Promise.reject(new Error('satu')); ambil(); tidakAda();</script>",
    "izin": """<div class="izin" style="position: fixed; inset: 0; background: white"><button>Setuju</button></div>
<script>document.querySelector(".izin").onclick = function () { this.remove(); ambil(); BUTTON };</script>""".replace(
        "BUTTON", BUTTON.format(parts=2)
    ),
    "pindah": "<script>ambil();</script>",
    "berputar": "<script>ambil().then(() => { while (true); });</script>",
}
BATCHES = {"lambat": 1, "muat": 3, "gulir": 4, "menggantung": 1, "melempar": 1, "izin": 2}
ENDLESS = ("tak-habis", "terkini")
FIRST = {name: 1000 * (n + 1) for n, name in enumerate(SCRIPTS)}
SCROLLED = ("gulir", *ENDLESS)


def cards(name: str, part: int) -> list[tuple[int, str]]:
    """One batch of a list: numbers, and times a quarter of a day apart, the newest first."""
    if part >= BATCHES.get(name, 1000):
        return []
    numbers = range(BATCH * part, BATCH * (part + 1))
    return [(FIRST[name] + n, f"{24 - n // 4} Juli 2026 {18 - 6 * (n % 4):02}:00 WIB") for n in numbers]


def ids(name: str, batches: int) -> set[str]:
    return {f"ramai-{number}" for part in range(batches) for number, _ in cards(name, part)}


class Ramai(Site):
    """The site; `tests/sites/ramai.py` is its portal."""

    def __init__(self) -> None:
        super().__init__({"/robots.txt": robots("User-agent: *", "Disallow: /more/", "Disallow: /tertutup")})
        for name, rest in SCRIPTS.items():
            hosts = (self.url("").replace("127.0.0.1", host) for host in ("localhost", "asing.localhost"))
            body = FORM.format(name=name, rest=rest, **dict(zip(("api", "foreign"), hosts, strict=True)))
            kind = "gulir" if name in SCROLLED else "tombol"
            self.routes[f"/{kind}/{name}/{DAY}"] = page(body)
        held_up = self.routes[f"/tombol/berputar/{DAY}"]
        assert not callable(held_up)
        well = page(str(held_up[2]).replace("while (true);", ""))
        again = iter([held_up])
        self.routes[f"/tombol/berputar/{DAY}"] = lambda _: next(again, well)
        self.routes["/gulir/terkini"] = self.routes[f"/gulir/terkini/{DAY}"]
        self.routes["/tag/emas"] = self.routes[f"/tombol/lambat/{DAY}"]
        self.routes["/more/0"] = page(json.dumps([[99, ""]]), "application/json")
        self.routes["/more/1"] = self.routes["/more/0"]
        self.routes["/alih"] = (302, {"Location": "/more/1"}, "", 0)
        self.routes["/foto.png"] = page(b"\x89PNG", "image/png")
        self.routes["/menggantung.js"] = page("", "text/javascript", delay=30)
        self.routes[f"/tombol/diam/{DAY}"] = page("", delay=30)
        self.routes[f"/tombol/tertutup/{DAY}"] = (403, {"Content-Type": "text/html"}, "<p>tidak", 0)
        self.routes[f"/tombol/pindah/{DAY}"] = (302, {"Location": "/tertutup"}, "", 0)
        self.routes["/tertutup"] = self.routes[f"/tombol/lambat/{DAY}"]

    def answer(self, hit: Hit) -> Answer:
        if found := re.fullmatch(r"/api/([\w-]+)/(\d+)", hit.path):
            self.routes.setdefault(hit.path, page(json.dumps(cards(found[1], int(found[2]))), "application/json"))
        elif found := re.fullmatch(r"/read/(\d+)/judul", hit.path):
            self.routes.setdefault(hit.path, article(int(found[1])))
        return super().answer(hit)


def article(number: int) -> Answer:
    return page(
        '<meta property="article:published_time" content="2026-07-24T09:00:00+07:00">'
        f'<h1>Warga Tanam {number} Bibit Mangga</h1><div class="isi"><p>Warga menanam {number} bibit mangga di lereng '
        "bukit pada Jumat pagi bersama para tetangga.</p></div>"
    )


def command(site: Site, data: Path, portal: str, *options: str) -> list[str]:
    """The command line of a crawl; `options` are NAME=VALUE: settings in capitals, else spider arguments."""
    settings = {
        **loopback_settings(int(site.host.rsplit(":", 1)[1])),
        "NEWSCRAWL_NOW": f"{DAY}T20:00:00+07:00",
        "NEWSCRAWL_DATA": str(data),
        "NEWSCRAWL_BROWSER_WAIT": "4",
        "RETRY_TIMES": "1",
        "LOG_LEVEL": "INFO",
    }
    given = dict(option.split("=", 1) for option in options)
    line = [sys.executable, "-m", "tests.browsing", "crawl", portal]
    for name, value in {**settings, **given}.items():
        line += ["-s" if name.isupper() else "-a", f"{name}={value}"]
    return line


def environment(site: Site) -> dict[str, str]:
    return {**newsroom.environment(), "RAMAI_SITE": site.url("")}


@dataclass
class Done:
    """A crawl that has ended, the most it took of the machine, and its statistics."""

    status: int
    log: str
    most: Tree

    def stat(self, name: str) -> int:
        found = re.search(rf"'{re.escape(name)}': (\d+)", self.log)
        return int(found[1]) if found else 0


def crawl(site: Site, data: Path, portal: str, *options: str) -> Done:
    line = command(site, data, portal, *options)
    log = data / "log.txt"
    with log.open("w", encoding="utf-8") as output, Path(os.devnull).open("rb") as nothing:
        process = forks.start(line, env=environment(site), stdin=nothing, stdout=output, stderr=output)
        most = tree(process.pid)
        until = time.monotonic() + patient(60)
        while process.poll() is None:
            most = most.most(tree(process.pid))
            time.sleep(0.4)
            if time.monotonic() > until:
                process.kill()
    assert left(site) == set(), "processes that are left"
    assert process.returncode is not None
    return Done(process.returncode, log.read_text(encoding="utf-8"), most)


def running(site: Site) -> set[int]:
    """What a crawl of the site has started and still runs, wherever it hangs among the processes."""
    return started_with(f"RAMAI_SITE={site.url('')}")


def left(site: Site) -> set[int]:
    """What still runs a moment after the crawl has ended."""
    wait(lambda: not running(site), 5)
    return running(site)


def wait(is_so: Callable[[], bool], seconds: float) -> None:
    until = time.monotonic() + patient(seconds)
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)


def stored(data: Path, portal: str = "ramai") -> set[str]:
    files = (data / portal).glob("articles-*.jsonl")
    records = [json.loads(line)["id"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(records) == len(set(records))
    return {id.replace(portal, "ramai") for id in records}


EACH = "channels=" + ",".join((*BATCHES, "tak-habis"))


@pytest.fixture(scope="module")
def by_browser(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ramai, Path, Done]:
    """One crawl of every list with a browser that is started anew now and then."""
    data = tmp_path_factory.mktemp("browser")
    with Ramai() as site:
        done = crawl(site, data, "ramai", f"since={DAY}", EACH, "browser=1", "NEWSCRAWL_BROWSER_RESTART=4")
    return site, data, done


def test_the_browser_finds_every_list_whole(by_browser: tuple[Ramai, Path, Done]) -> None:
    _, data, done = by_browser
    found = stored(data)
    for name, batches in BATCHES.items():
        assert ids(name, batches) <= found, f"{name}: {done.log}"
    assert done.status == 0, done.log
    assert "ramai-99" not in found


def test_a_list_that_never_ends_is_cut_at_its_bound(by_browser: tuple[Ramai, Path, Done]) -> None:
    site, data, done = by_browser
    assert ids("tak-habis", 6) <= stored(data)
    assert not ids("tak-habis", 8) <= stored(data), "what came by itself, and five turns"
    assert site.count("/api/tak-habis/8") == 0
    assert done.stat("browser/lists cut at their bound") == 1


def test_articles_are_fetched_plainly_and_once(by_browser: tuple[Ramai, Path, Done]) -> None:
    site, data, _ = by_browser
    reads = [hit for hit in site.hits if hit.path.startswith("/read/")]
    assert len(reads) == len({hit.path for hit in reads}) == len(stored(data))
    assert not any("Sec-Fetch-Mode" in hit.headers for hit in reads), "a browser would say how it fetches"


def test_a_page_fetches_only_what_it_may(by_browser: tuple[Ramai, Path, Done]) -> None:
    site, _, done = by_browser
    assert site.count("/alih") > 0
    for path in ("/more/0", "/more/1", "/foto.png", "/jendela", "/lacak", "/soket"):
        assert site.count(path) == 0, path
    assert done.stat("browser/aborted/image") == len(BATCHES) + 1
    assert done.stat("browser/aborted/robots.txt") >= 2 * len(BATCHES) - 2, "all but the page that hangs before it asks"
    assert site.count("/umum.js") > 0, "of a host that the listing declares"
    assert site.count("/pelacak.js") == 0
    assert done.stat("browser/aborted/foreign host") == done.stat("browser/aborted/image")


def test_the_browser_says_who_it_is(by_browser: tuple[Ramai, Path, Done]) -> None:
    site, _, _ = by_browser
    assert {hit.headers["User-Agent"] for hit in site.hits} == {base.USER_AGENT}


def test_one_page_at_a_time_and_the_browser_anew(by_browser: tuple[Ramai, Path, Done]) -> None:
    _, _, done = by_browser
    assert done.stat("playwright/page_count/max_concurrent") == 1
    assert done.stat("playwright/context_count") == done.stat("browser/pages") >= 8
    assert done.stat("playwright/browser_count") >= 3


def test_without_a_browser_they_are_not_asked_and_that_is_said(tmp_path: Path) -> None:
    with Ramai() as site:
        done = crawl(site, tmp_path, "ramai", f"since={DAY}", EACH)
        assert site.hits == []
    assert done.status == 3
    assert "not asked 2: listings that only a browser shows; with one (make browser): -a browser=1" in done.log
    assert done.most.processes == 1


def test_a_plain_crawl_of_the_same_lists_finds_none(tmp_path: Path, by_browser: tuple[Ramai, Path, Done]) -> None:
    with Ramai() as site:
        done = crawl(site, tmp_path, "ramai-polos", f"since={DAY}", EACH)
        assert sum(hit.path.startswith("/tombol/") for hit in site.hits) >= len(BATCHES)
    assert done.status in (3, 5), done.log
    assert stored(tmp_path, "ramai-polos") == set()
    # No browser, no node driver: one process, and a fraction of the memory.
    assert done.most.processes == 1
    assert by_browser[2].most.processes > 4
    assert done.most.megabytes < by_browser[2].most.megabytes / 3
    assert done.most.megabytes < 150


def test_a_list_of_all_days_is_unfolded_back_to_the_first_day(tmp_path: Path) -> None:
    """The portal itself declares that it needs a browser."""
    with Ramai() as site:
        done = crawl(site, tmp_path, "ramai-terkini", "since=2026-07-22")
        parts = sum(hit.path.startswith("/api/terkini/") for hit in site.hits)
    assert done.status == 0, done.log
    assert len(stored(tmp_path, "ramai-terkini")) == 12, "four a day"
    assert 4 <= parts <= 7, "no further than a page behind the first day"


def test_what_the_plain_list_does_not_give_the_browser_does(tmp_path: Path) -> None:
    with Ramai() as site:
        done = crawl(site, tmp_path, "ramai", "tag=emas")
        assert (done.status, stored(tmp_path)) == (3, set())
        assert "not asked 1: listings that only a browser shows" in done.log
        done = crawl(site, tmp_path, "ramai", "tag=emas", "browser=1")
        assert (done.status, stored(tmp_path)) == (0, ids("lambat", 1)), done.log


def test_pages_that_fail_cost_what_they_must_and_say_why(tmp_path: Path) -> None:
    names = ("diam", "tertutup", "pindah", "berputar", "lambat")
    with Ramai() as site:
        done = crawl(
            site, tmp_path, "ramai", f"since={DAY}", f"channels={','.join(names)}", "browser=1",
            "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT=1000", "NEWSCRAWL_BROWSER_WAIT=1",
        )  # fmt: skip
        assert site.count(f"/tombol/diam/{DAY}") == 2, "a timeout is tried again"
        assert site.count("/tertutup") == 0, "robots.txt is asked before a redirect is followed"
    assert f"/tombol/diam/{DAY} (timeout)" in done.log
    assert f"/tombol/tertutup/{DAY} (blocked)" in done.log
    assert f"/tombol/pindah/{DAY} (forbidden by robots.txt)" in done.log
    assert stored(tmp_path) == ids("lambat", 1) | ids("berputar", 1), "one is held up by a script, and is tried again"
    assert done.status == 5
    assert "Traceback" not in done.log


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("NEWSCRAWL_BROWSER_PATH=/tidak/ada", "NEWSCRAWL_BROWSER_PATH /tidak/ada: No such file or directory"),
        ("NEWSCRAWL_BROWSER_PATH=/bin/false", "NEWSCRAWL_BROWSER_PATH /bin/false: exit status 1"),
        ("NEWSCRAWL_BROWSER_CDP=http://127.0.0.1:9", "none answers at NEWSCRAWL_BROWSER_CDP http://127.0.0.1:9"),
    ],
)
def test_without_a_browser_the_crawl_ends_before_any_request(tmp_path: Path, setting: str, words: str) -> None:
    with Ramai() as site:
        done = crawl(site, tmp_path, "ramai", f"since={DAY}", "browser=1", setting)
        assert site.hits == []
    assert done.status == 10
    assert words in done.log
    assert len(done.log.splitlines()) == 1


def test_a_crawl_that_comes_to_no_such_list_starts_no_browser(tmp_path: Path) -> None:
    """Also where one is switched on: what needs it is not asked for."""
    with Site(newsroom.newsroom(3)) as site:
        done = newsroom.crawl(site, tmp_path, "browser=1", "NEWSCRAWL_BROWSER_PATH=/tidak/ada")
    assert done.returncode == 0, done.stderr
    assert len(newsroom.stored(tmp_path)) == 3


@pytest.mark.parametrize(
    ("number", "to_all", "status"), [(signal.SIGTERM, False, 6), (signal.SIGINT, True, 6), (signal.SIGKILL, False, -9)]
)
def test_nothing_is_left_running(tmp_path: Path, number: signal.Signals, to_all: bool, status: int) -> None:
    """`to_all`: as Ctrl-C on a terminal and the end of a systemd unit reach every process of the crawl."""
    with Ramai() as site:
        line = command(
            site,
            tmp_path,
            "ramai",
            f"since={DAY}",
            "channels=tak-habis",
            "browser=1",
            "DOWNLOAD_DELAY=0.3",
            "DOWNLOAD_DELAY_JITTER=0",
        )
        process = subprocess.Popen(
            line, cwd=ROOT, env=environment(site), stderr=subprocess.PIPE, text=True, process_group=0
        )
        wait(lambda: site.count("/api/tak-habis/3") > 0, 30)
        asked = [hit.at for hit in site.hits if re.fullmatch("/api/tak-habis/[1-3]", hit.path)]
        assert min(late - early for early, late in pairwise(asked)) > 0.25, "a turn waits like any request"
        assert len(running(site)) > 4
        (os.killpg if to_all else os.kill)(process.pid, number)
        _, log = process.communicate(timeout=patient(30))
        assert process.returncode == status, log
        assert left(site) == set()
        assert "Traceback" not in log


def test_a_remote_browser_is_used_and_left_as_it_was(tmp_path: Path) -> None:
    with Ramai() as site, remote(tmp_path / "profile") as address:
        done = crawl(
            site, tmp_path, "ramai", f"since={DAY}", "channels=muat", "browser=1", f"NEWSCRAWL_BROWSER_CDP={address}",
            "NEWSCRAWL_BROWSER_PATH=/tidak/ada",
        )  # fmt: skip
        assert done.status == 0, done.log
        assert stored(tmp_path) == ids("muat", 3)
        assert finding.check_address(address) == address
        assert site.count("/pelacak.js") == 0


@contextmanager
def remote(profile: Path) -> Iterator[str]:
    """A browser of somebody else's, at a CDP address."""
    line = [finding.check(Settings()), "--headless", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    line += ["--no-sandbox"] if os.geteuid() == 0 else []
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        port, until = profile / "DevToolsActivePort", time.monotonic() + 20
        while not (port.exists() and port.read_text().count("\n")) and time.monotonic() < until:
            time.sleep(0.05)
        try:
            yield f"http://127.0.0.1:{port.read_text().split()[0]}"
        finally:
            process.terminate()


# -- asked in which order, without a browser -------------------------------------------------------------------

TAG = Listing(HOST + "/tag/{tag}", "h3 a"), Rendered(HOST + "/tag/{tag}", "h3 a", scroll=True)
SEARCH = Rendered(HOST + "/cari?q={words}", "h3 a::attr(href)", more="button")


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ({"tag": "emas"}, ["/tag/emas", "/tag/emas"]),  # nothing on it: once more
        ({"tag": "emas", "browser": "1"}, ["/tag/emas"] * 4),
        ({"search": "harga emas"}, []),
        ({"search": " harga  emas?", "browser": "1"}, ["/cari?q=harga%20emas%3F"]),
        ({}, []),
    ],
)
def test_a_browser_is_asked_last_and_only_where_it_is_on(arguments: dict[str, str], asked: list[str]) -> None:
    spider = spider_of(portal(Rendered(HOST + "/terkini", "h3 a"), tags=TAG, searches=SEARCH), **arguments)
    web = {f"{HOST}/tag/emas": "<p>tidak ada</p>", f"{HOST}/cari?q=harga%20emas%3F": links("/bola/1")}
    seen, found = ask(spider, web)
    assert seen == [HOST + path for path in asked]
    assert found == ([f"{HOST}/bola/1"] if len(asked) == 1 else [])
    assert stats(spider).get("listings/need a browser", 0) == ("browser" not in arguments)


def test_a_request_of_a_rendered_list_says_what_the_browser_needs() -> None:
    spider = spider_of(portal(SEARCH, tags=TAG), tag="emas", browser="1")
    plain, shown = (spider.listing_request(Series(level, tag="emas")) for level in (-1, -2))
    assert "playwright" not in plain.meta
    assert shown.meta["playwright"] is True
    assert shown.meta["playwright_context_kwargs"]["service_workers"] == "block"
    other = spider.listing_request(Series(-2, tag="emas"))
    assert other.meta["playwright_context"] != shown.meta["playwright_context"], "a context for each page"


def test_addresses_of_a_search_are_known_again() -> None:
    kind = portal(tags=TAG, searches=SEARCH)
    assert kind.series_at(HOST + "/cari?q=harga%20emas") == Series(-3, words="harga emas")
    assert kind.series_at(HOST + "/tag/emas") == Series(-1, tag="emas")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"browser": "ya"}, "browser='ya': allowed are 1"),
        ({"search": " "}, "search is empty"),
        ({"search": "emas", "tag": "emas"}, "stand alone"),
    ],
)
def test_wrong_arguments_are_said(arguments: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        spider_of(portal(SEARCH, searches=SEARCH), **arguments)


def test_a_rendered_list_is_checked_at_import() -> None:
    with pytest.raises(ValueError, match="either more, a button, or scroll"):
        Rendered(HOST, "a", more="button", scroll=True)
    with pytest.raises(SyntaxError, match="Expected selector"):
        Rendered(HOST, "a", dismiss=">>")


# -- which browser -----------------------------------------------------------------------------------------


def script(path: Path, body: str = "exit 0") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_playwrights_own_browser_goes_before_the_distributions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = script(tmp_path / "bin" / "chromium")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "own"))
    assert finding.check(Settings()) == theirs
    registry = json.loads((Path(_playwright()) / "browsers.json").read_text(encoding="utf-8"))
    revision = next(b["revision"] for b in registry["browsers"] if b["name"] == "chromium-headless-shell")
    own = script(tmp_path / "own" / f"chromium_headless_shell-{revision}" / "chrome-linux" / "headless_shell")
    assert finding.check(Settings()) == own
    broken = script(tmp_path / "own" / f"chromium_headless_shell-{revision}" / "chrome-headless-shell", "exit 127")
    assert finding.check(Settings()) == own, f"{broken} does not start"


def test_without_playwright_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "find_spec", lambda _: None)
    with pytest.raises(finding.NoBrowser, match=r"pip install 'newscrawl\[browser\]'$"):
        finding.check(Settings())


def _playwright() -> str:
    import playwright

    assert playwright.__file__
    return str(Path(playwright.__file__).parent / "driver" / "package")


@pytest.mark.parametrize("works", ["there", "playwright", "apt-get", "nothing"])
def test_make_browser_takes_what_is_there_then_playwrights_then_the_distributions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], works: str
) -> None:
    asked: list[str] = []
    place = tmp_path / "bin" / "chromium"

    def run(line: list[str], **kwargs: Any) -> subprocess.CompletedProcess[bytes]:
        if line[-1] == "--version":
            return real(line, **kwargs)
        asked.append("playwright" if "playwright" in line else line[0])
        if asked[-1] == works:
            script(place)
        return subprocess.CompletedProcess(line, 0)

    real: Callable[..., subprocess.CompletedProcess[bytes]] = subprocess.run
    script(tmp_path / "bin" / "apt-get")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "own"))
    monkeypatch.setenv("SCRAPY_SETTINGS_MODULE", "newscrawl.settings.base")  # which it sets itself, for good
    monkeypatch.setattr(subprocess, "run", run)
    if works == "there":
        script(place)
    status = make_browser.main()
    said = capsys.readouterr()
    assert asked == {"there": [], "playwright": ["playwright"]}.get(works, ["playwright", "apt-get"])
    assert status == (10 if works == "nothing" else 0)
    assert ("needs a browser" in said.err) if works == "nothing" else (str(place) in said.out)


def test_continuous_integration_has_a_browser() -> None:
    """CI installs one, and these tests do not skip: without it they fail."""
    assert "command -v chromium" in (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert shutil.which("chromium") or finding.check(Settings())
