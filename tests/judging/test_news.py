"""What the report says of the news: the newest headlines, and the same text in several portals."""

from __future__ import annotations

import json
import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl.judging.report import news
from newscrawl.judging.report.gather import gather
from newscrawl.judging.report.news import NEWEST, Headline, News, news_of
from newscrawl.judging.report.page import as_html
from tests.judging.test_report import HOSTILE, NOW, run
from tests.judging.test_report import record as record_run
from tests.storing.stored import record, store

DAY = f"{NOW:%Y-%m-%d}"
TEXT = (
    "Warga lereng Gunung Kapur kini tidak perlu berjalan dua jam untuk mengambil air karena pipa yang mereka pasang "
    "sendiri sudah sampai di sekolah dasar dan di setiap rumah, kata kepala desa Rini Prameswari pada hari Minggu."
)
OTHER = (
    "Kapal perintis Teluk Biru kembali berlayar pekan depan setelah mesinnya diganti di galangan, dan tiket untuk "
    "warga pulau dijual di dermaga mulai hari Rabu, kata kepala pelabuhan Satria Nugraha kepada para penumpang."
)


def article(portal: str, number: int, hours: float, **fields: Any) -> dict[str, Any]:
    """An article that was published hours ago."""
    at = (NOW - timedelta(hours=hours)).isoformat()
    return record(portal, number, **{"published_at": at, "text": f"Isi {number}.", **fields})


def titles(given: News) -> list[str]:
    return [headline.title for headline in given.newest]


def test_the_newest_headlines_of_the_last_day(tmp_path: Path) -> None:
    store(tmp_path, article("ambonpos", 1, 3), article("ambonpos", 2, 25), article("ambonpos", 3, -1), day=DAY)
    store(tmp_path, article("medanpos", 4, 2, published_at=None), article("medanpos", 5, 1), day=DAY)
    store(tmp_path, article("medanpos", 6, 23), day=f"{NOW - timedelta(days=1):%Y-%m-%d}")
    store(tmp_path, article("medanpos", 7, 4), day=f"{NOW - timedelta(days=5):%Y-%m-%d}")  # no crawl's: not looked for
    store(tmp_path, article("ambonpos", 1, 3, title="Judul baru", revision=2), day=DAY)
    found = news_of(tmp_path, ["ambonpos", "medanpos", "nosuch"], NOW)
    assert titles(found) == ["Judul 5", "Judul baru", "Judul 6"]
    assert found.newest[0] == Headline("medanpos", "Judul 5", "https://medanpos.example/5", NOW - timedelta(hours=1))
    assert titles(news_of(tmp_path, ["ambonpos"], NOW)) == ["Judul baru"]


def test_only_the_end_of_a_large_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store(tmp_path, *(article("ambonpos", n, 1 + n / 100) for n in range(30)), day=DAY)
    with path.open("ab") as file:
        file.write(b'{"torn')
    line = len(json.dumps(article("ambonpos", 29, 1.29)))
    monkeypatch.setattr(news, "READ", 5 * line)
    assert titles(news_of(tmp_path, ["ambonpos"], NOW))[-2:] == ["Judul 28", "Judul 29"]
    assert len(news_of(tmp_path, ["ambonpos"], NOW).newest) in (4, 5)
    monkeypatch.undo()
    assert len(news_of(tmp_path, ["ambonpos"], NOW).newest) == NEWEST


def test_the_same_text_in_several_portals(tmp_path: Path) -> None:
    store(tmp_path, article("ambonpos", 1, 3, text=TEXT), article("medanpos", 2, 2, text=f"JAKARTA - {TEXT}"), day=DAY)
    store(tmp_path, article("niaspos", 3, 1, text=TEXT, title="Air Mengalir"), day=DAY)
    store(tmp_path, article("ambonpos", 4, 5, text=OTHER), article("ambonpos", 5, 4, text=OTHER), day=DAY)  # one portal
    found = news_of(tmp_path, ["ambonpos", "medanpos", "niaspos"], NOW)
    assert [[headline.portal for headline in story] for story in found.shared] == [["ambonpos", "medanpos", "niaspos"]]
    assert found.compared == 5
    record_run(tmp_path, *(run(name) for name in ("ambonpos", "medanpos", "niaspos")))
    html = as_html(gather(tmp_path, [], NOW, with_news=True))
    section = re.search(r"<h2>The same text.*?</section>", html, re.S)
    assert section
    assert "Of 5 articles of the last 24 hours" in section[0]
    assert re.findall(r'href="([^"]*)"[^>]*>([^<]*)<', section[0]) == [
        ("https://ambonpos.example/1", "ambonpos"),
        ("https://medanpos.example/2", "medanpos"),
        ("https://niaspos.example/3", "niaspos"),
    ]
    assert re.findall("<q>([^<]*)</q>", section[0]) == ["Judul 2", "Air Mengalir"]


def test_without_what_finds_copies_the_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    store(tmp_path, article("ambonpos", 1, 3, text=TEXT), article("medanpos", 2, 2, text=TEXT), day=DAY)
    record_run(tmp_path, run("ambonpos"), run("medanpos"))
    html = as_html(gather(tmp_path, [], NOW, with_news=True))
    assert "Copies are not shown: duplicates are found with rensa" in html
    assert "The same text" not in html
    assert html.count(">Judul ") == 2


def test_headlines_are_text_and_never_act(tmp_path: Path) -> None:
    record_run(tmp_path, run("ambonpos"))
    title = "<script>alert(1)</script>\u202e"
    store(tmp_path, *(article("ambonpos", n, 1, url=url, title=title) for n, url in enumerate(HOSTILE)), day=DAY)
    html = as_html(gather(tmp_path, [], NOW, with_news=True))
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;</bdi>") == len(HOSTILE) - 2
    assert "<script" not in html
    assert "\u202e" not in html
    assert set(re.findall(r'href="([^#d][^"]*)"', html)) == {
        "https://a.example/&#34;onmouseover=&#34;alert(1)",
        "https://a.example/&lt;script&gt;alert(1)&lt;/script&gt;",
    }


def test_a_report_without_news_says_nothing_of_it(tmp_path: Path) -> None:
    record_run(tmp_path, run("ambonpos"))
    assert "headlines" not in as_html(gather(tmp_path, [], NOW, with_news=True)).partition("</style>")[2]
