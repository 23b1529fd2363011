"""A site that takes no heed of the day that is asked for: its list is no list of that day, and the day is not done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from newscrawl.storing.store import Store
from tests import forks
from tests.newsroom import PAGE, STEP, command, crawl, environment, stored
from tests.project import patient
from tests.site import Answer, Route, Site, page, robots

DAYS, EACH = range(20, 25), 20


def address(day: int, n: int) -> str:
    return f"/read/2026/07/{day}/525/{9800000 + 1000 * day + n}/bibit-mangga-{n}"


def article(day: int, n: int) -> Answer:
    text = PAGE.format(title=f"Warga Tanam {n} Bibit Mangga", minute=n, number=n, extra="")
    return page(text.replace("2026-07-24", f"2026-07-{day}").replace("24 Juli", f"{day} Juli"))


def index(host: str, paths: Iterable[str], box: str = "content-hardnews") -> Answer:
    cards = "".join(f'<div class="{box}"><h2><a href="https://{host}{path}">Judul</a></h2></div>' for path in paths)
    return page(f"<html><head><title>Indeks</title></head><body>{cards}</body></html>")


def listed(day: int, offset: int) -> str:
    return f"/bydate/index/2026/07/{day}/" + (f"{offset}/" if offset else "")


def okezone() -> dict[str, Route]:
    """Five days of twenty articles, each with its index of two pages and an empty one."""
    routes: dict[str, Route] = {"/robots.txt": robots("User-agent: *")}
    for day in DAYS:
        routes |= {address(day, n): article(day, n) for n in range(EACH)}
        for offset in range(0, 3 * STEP, STEP):
            paths = (address(day, n) for n in range(offset, min(offset + STEP, EACH)))
            routes[listed(day, offset)] = index("news.okezone.com", paths)
    return routes


def done_days(data: Path, portal: str) -> list[int]:
    with Store(data / portal, date(2026, 7, 24)) as store:
        return [day for day in DAYS if store.is_done(f"2026-07-{day} all")]


def test_an_index_that_shows_today_whatever_the_day(tmp_path: Path) -> None:
    routes = okezone()
    for day in DAYS[:-1]:
        for offset in range(0, 3 * STEP, STEP):
            routes[listed(day, offset)] = routes[listed(24, offset)]
    with Site(routes) as site:
        done = crawl(site, tmp_path, "since=2026-07-20", "until=2026-07-24")
    assert done.returncode == 5, done.stderr
    assert "2026/07/20/ (a page of another day)" in done.stderr
    assert len(stored(tmp_path)) == EACH
    assert done_days(tmp_path, "okezone") == []


def test_further_pages_of_another_day(tmp_path: Path) -> None:
    routes = okezone()
    routes[listed(23, STEP)] = routes[listed(21, 0)]
    with Site(routes) as site:
        done = crawl(site, tmp_path, "since=2026-07-22", "until=2026-07-23")
        assert done.returncode == 5, done.stderr
        assert "page of listings could not be had (a page of another day 1)" in done.stderr
        assert done_days(tmp_path, "okezone") == [22]
        site.routes |= okezone()
        again = crawl(site, tmp_path, "since=2026-07-22", "until=2026-07-23")
    assert again.returncode == 0, again.stderr
    assert done_days(tmp_path, "okezone") == [22, 23]
    assert len(set(stored(tmp_path))) == len(stored(tmp_path)) == 2 * EACH + STEP  # those of another day are articles


def test_a_few_promoted_cards_of_other_days_are_no_fault(tmp_path: Path) -> None:
    routes = okezone()
    own = [address(23, n) for n in range(2)]
    routes[listed(23, 0)] = index("news.okezone.com", [*(address(24, n) for n in range(8)), *own])
    routes[listed(23, STEP)] = index("news.okezone.com", [address(24, n) for n in range(8)])
    with Site(routes) as site:
        done = crawl(site, tmp_path, "since=2026-07-23", "until=2026-07-23")
    assert done.returncode == 0, done.stderr
    assert done_days(tmp_path, "okezone") == [23]


def jpnn(day: int, paths: Iterable[str], number: int = 1) -> dict[str, Route]:
    """A page of the index of a day."""
    address = f"/indeks?id=&d={day}&m=07&y=2026&tab=all&page={number}"
    return {address: index("www.jpnn.com", paths, "content-description")}


def jpnn_articles() -> dict[str, Route]:
    """Four articles of the 24th."""
    pages = {f"/news/warga-tanam-{n}-bibit-mangga": str(article(24, n)[2]) for n in range(4)}
    return {slug: page(body.replace('class="c-detail read"', 'itemprop="articleBody"')) for slug, body in pages.items()}


def test_a_wall_in_place_of_yesterdays_index_is_no_quiet_day(tmp_path: Path) -> None:
    """With status 200 and no word that tells what it is; the night after would list that day no more."""
    articles = jpnn_articles()
    routes = articles | jpnn(24, articles) | jpnn(24, (), 2)
    wall = page("<html><body><h1>Kami menggunakan cookie</h1><form><button>Setuju</button></form></body></html>")
    with Site({**routes, **dict.fromkeys(jpnn(23, ()), wall)}) as site:
        line = [part for part in command(site, tmp_path) if part != "since=2026-07-24"]
        line.remove("-a")
        line[line.index("okezone")] = "jpnn"
        done = forks.run(line, env=environment(), timeout=patient(120))
    assert "found 4" in done.stderr, done.stderr
    assert done.returncode == 5, done.stderr
    assert "listing lost: the lists of 2026-07-23 (no article in it)" in done.stderr


def test_where_only_the_articles_tell_their_days(tmp_path: Path) -> None:
    """Neither addresses nor cards of jpnn have a day."""
    slugs = jpnn_articles()
    routes: dict[str, Route] = {"/robots.txt": robots("User-agent: *"), **slugs}
    for day in DAYS:
        routes |= jpnn(day, slugs) | jpnn(day, (), 2)
    with Site(routes) as site:
        line = command(site, tmp_path, "since=2026-07-22", "until=2026-07-24")
        line[line.index("okezone")] = "jpnn"
        done = forks.run(line, env=environment(), timeout=patient(120))
    assert "stored 4" in done.stderr, done.stderr
    assert done.returncode == 5, done.stderr
    assert "a page of another day 2" in done.stderr
    assert done_days(tmp_path, "jpnn") == []
