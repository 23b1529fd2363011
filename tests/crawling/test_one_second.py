"""Articles whose id is the second of their publication: two of one second are two, each once, under ids that stay."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests import forks
from tests.newsroom import PAGE, command, environment
from tests.project import patient, scrapy
from tests.site import Answer, Site, page, robots

SECOND = "https://www.suara.com/news/2026/07/24/090730"
MANGO, RAIN = f"{SECOND}/warga-tanam-bibit-mangga", f"{SECOND}/hujan-lebat-guyur-teluk-menur"


def article(title: str) -> Answer:
    text = PAGE.format(title=title, minute=7, number=len(title), extra="")
    return page(text.replace('"c-detail read"', '"article-content"'))


def site() -> Site:
    routes = {"Warga Tanam Bibit Mangga": MANGO, "Hujan Lebat Guyur Teluk Menur": RAIN}
    paths = {url.partition("suara.com")[2]: article(title) for title, url in routes.items()}
    return Site({"/robots.txt": robots("User-agent: *"), **paths})


def crawl(
    at: Site, data: Path, *urls: str, again: bool = False, kept: bool = False
) -> subprocess.CompletedProcess[str]:
    line = command(at, data, *(["again=1"] if again else []), *(["NEWSCRAWL_WARC=1"] if kept else []))
    line[line.index("okezone")] = "suara"
    line[line.index("since=2026-07-24")] = f"urls={','.join(urls)}"
    return forks.run(line, env=environment(), timeout=patient(120))


def stored(data: Path) -> dict[str, tuple[str, int]]:
    """Headlines and revisions by id; of two lines of an id the later one."""
    files = sorted((data / "suara").glob("articles-*.jsonl"))
    records = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return {record["id"]: (record["title"], record["revision"]) for record in records}


BOTH = {
    "suara-2026-07-24-090730": ("Warga Tanam Bibit Mangga", 1),
    "suara-2026-07-24-090730-hujan-lebat-guyur-teluk-menur": ("Hujan Lebat Guyur Teluk Menur", 1),
}


def test_two_articles_of_one_second(tmp_path: Path) -> None:
    with site() as at:
        done = crawl(at, tmp_path, MANGO, RAIN)
        assert done.returncode == 0, done.stderr
        assert stored(tmp_path) == BOTH
        done = crawl(at, tmp_path, RAIN, MANGO, again=True)
        assert "found 2, stored 0, unchanged 2" in done.stderr
    assert stored(tmp_path) == BOTH


def test_ids_that_are_stored_stay(tmp_path: Path) -> None:
    with site() as at:
        assert crawl(at, tmp_path, MANGO).returncode == 0
        assert crawl(at, tmp_path, RAIN).returncode == 0
    assert stored(tmp_path) == BOTH


def test_one_that_was_not_had_keeps_its_id(tmp_path: Path) -> None:
    with site() as at:
        path = MANGO.partition("suara.com")[2]
        answer, at.routes[path] = at.routes[path], (500, {}, "", 0.0)
        crawl(at, tmp_path, MANGO, RAIN)
        at.routes[path] = answer
        crawl(at, tmp_path, RAIN, MANGO)
    assert stored(tmp_path) == BOTH


def test_another_address_of_the_same_article(tmp_path: Path) -> None:
    longer = f"{MANGO}-di-lereng"
    with site() as at:
        at.routes[longer.partition("suara.com")[2]] = (301, {"Location": MANGO}, "", 0.0)
        other = f"{SECOND}/judul-lama-sekali"
        at.routes[other.partition("suara.com")[2]] = (301, {"Location": MANGO}, "", 0.0)
        assert crawl(at, tmp_path, longer, MANGO).returncode == 0
        assert [*stored(tmp_path)] == ["suara-2026-07-24-090730"]
        assert crawl(at, tmp_path / "other", other).returncode == 0
    assert [*stored(tmp_path / "other")] == ["suara-2026-07-24-090730"]


def test_the_stored_article_under_an_address_of_old(tmp_path: Path) -> None:
    """The site leads from it to the stored one's, or shows that one's page, which says whose it is."""
    other = f"{SECOND}/judul-lama-sekali"
    path = other.partition("suara.com")[2]
    with site() as at:
        assert crawl(at, tmp_path, MANGO).returncode == 0
        at.routes[path] = (301, {"Location": MANGO}, "", 0.0)
        assert "dropped 1: redirected away" in crawl(at, tmp_path, other, RAIN).stderr
        said = str(at.routes[MANGO.partition("suara.com")[2]][2])  # type: ignore[index]
        at.routes[path] = page(said.replace("</head>", f'<link rel="canonical" href="{MANGO}"></head>'))
        assert "dropped 1: another page" in crawl(at, tmp_path, other, RAIN).stderr
        assert stored(tmp_path) == BOTH
        assert crawl(at, tmp_path / "both", other, MANGO).returncode == 0
    assert len(stored(tmp_path / "both")) == 1


@pytest.mark.parametrize("leads", [True, False])
def test_an_article_of_which_headline_and_address_were_rewritten(tmp_path: Path, leads: bool) -> None:
    other = f"{SECOND}/bupati-sora-resmikan-kebun-percontohan"
    path, old = (url.partition("suara.com")[2] for url in (other, MANGO))
    with site() as at:
        more = "<p>Bibit itu dibeli dari koperasi desa, lalu dibagi menurut daftar semua keluarga.</p></div>"
        said = str(at.routes[old][2]).replace("</div></body>", f"{more}</body>")  # type: ignore[index]
        at.routes[old] = page(said)
        assert crawl(at, tmp_path, MANGO).returncode == 0
        at.routes[path] = page(said.replace("Warga Tanam Bibit Mangga", "Bupati Sora Resmikan Kebun Percontohan"))
        at.routes[old] = (301, {"Location": other}, "", 0.0) if leads else at.routes[path]
        for ends in ("revised 1", "unchanged 2"):
            done = crawl(at, tmp_path, other, RAIN)
            assert (ends in done.stderr, done.returncode) == (True, 0), done.stderr
    rewritten = {"suara-2026-07-24-090730": ("Bupati Sora Resmikan Kebun Percontohan", 2)}
    assert stored(tmp_path) == BOTH | rewritten


@pytest.mark.parametrize("slugs", [("jadwal-salat-sora", "jadwal-salat-menur"), ("jadwal-sora", "waktu-salat-menur")])
def test_two_of_a_series_are_two(tmp_path: Path, slugs: tuple[str, str]) -> None:
    """The prayer times of two towns: most lines are alike, and words of the addresses."""
    lines = (
        "Berikut jadwal salat untuk warga {} dan sekitarnya yang ingin beribadah tepat pada waktunya.",
        "Subuh 04.41",
        "Jadwal ini disusun menurut perhitungan yang sama bagi semua kota di provinsi itu.",
        "Waktu di tempat yang lebih tinggi dapat berbeda satu atau dua menit dari yang tertulis di sini.",
    )
    urls = [f"{SECOND}/{slug}" for slug in slugs]
    with site() as at:
        for url, town in zip(urls, ("Sora", "Menur"), strict=True):
            said = PAGE.format(title=f"Jadwal Salat {town}", minute=7, number=1, extra="")
            text = "".join(f"<p>{line.format(town)}</p>" for line in lines)
            head = said.partition('<div class="c-detail read">')[0]
            at.routes[url.partition("suara.com")[2]] = page(f'{head}<div class="article-content">{text}</div></body>')
        assert "stored 2" in crawl(at, tmp_path, *urls).stderr
        assert "unchanged 2" in crawl(at, tmp_path, *reversed(urls)).stderr
        assert {title for title, _ in stored(tmp_path).values()} == {"Jadwal Salat Sora", "Jadwal Salat Menur"}
        for n, url in enumerate(urls if slugs[0] == "jadwal-sora" else ()):
            assert crawl(at, tmp_path / "apart", url).returncode == 0
            assert len(stored(tmp_path / "apart")) == n + 1


def test_raw_pages_are_read_again_for_both(tmp_path: Path) -> None:
    with site() as at:
        assert crawl(at, tmp_path, RAIN, MANGO, kept=True).returncode == 0
    done = scrapy("reread", "suara", "--warc", "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert "found 2, stored 0, unchanged 2" in done.stderr
    assert len(stored(tmp_path)) == 2
