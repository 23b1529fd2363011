"""`scrapy report`: what a person reads in the morning says what the runs recorded, and nothing on the page acts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest

from newscrawl.items import Dropped, to_record
from newscrawl.judging import runs
from newscrawl.judging.report.gather import DRAWN, LISTED, Report, gather
from newscrawl.judging.report.page import PAGE_SIZE, as_html
from newscrawl.judging.report.text import COLUMNS, as_text
from newscrawl.judging.runs import Asked, Finding, Rule, Run
from newscrawl.storing.unread import KeptPage, Unread
from tests.judging.screen import Screen, screen
from tests.project import scrapy

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
NAMES = [f"{city}{kind}" for kind in ("pos", "kabar") for city in
         "ambon bandung cirebon demak ende garut jambi kupang lombok medan nias".split()]  # fmt: skip
LONG = "https://www.ambonpos.example/read/2026/08/23/337/3012345/" + "harga-emas-antam-hari-ini-naik-" * 3 + "lagi"
HOSTILE = (
    "javascript:alert(1)",
    "JaVaScRiPt://a.example/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/<script>alert(1)</script>",
    "https://a.example/\u202egnp.exe",
    "//a.example/x",
    "http://[a.example/x",
)


def run(portal: str, days_ago: float = 0.0, **fields: Any) -> Run:
    """A daily run of an hour that ended at three in the morning."""
    finished = NOW - timedelta(days=days_ago, hours=4)
    chance = Random(f"{portal} {days_ago}")
    found = chance.randint(90, 140)
    given: dict[str, Any] = {
        "articles": {"found": found, "stored": found - 18, "revised": 2, "unchanged": 3, "already stored": 8,
                     "dropped": 4, "failed": 1},
        "dropped": {"video without text": 3, "removed": 1},
        "failed": {"timeout": 1},
        "read": found - 13,
        "coverage": {"id": 100.0, "title": 100.0, "text": 100.0, "published_at": 100.0, "section": 99.3,
                     "tags": 60 + chance.random() * 9, "authors": 90 + chance.random() * 8, "summary": 97.0,
                     "images": 94.4, "editors": 55 + chance.random() * 9},
        "text_length": chance.randint(1900, 2400),
        "listings": {"https://www.ambonpos.example/indeks/{day}?page={number}": Asked(9, found), "feed": Asked(1, 0)},
        "rules": {"authors/css/.reporter": Rule(found, 0), "body/css/.isi": Rule(found, found)},
        "dead_selectors": ["authors/css/.reporter"],
        "status_codes": {"200": found + 9, "301": 4, "404": 1},
        "pages": found + 14,
        "pages_per_second": 0.6 + chance.random() / 4,
        "bytes": 31_000_000,
        "seconds": 3600.0,
        "peak_memory": 143_000_000,
        "versions": {"newscrawl": "0.1.0", "scrapy": "2.19.0", "python": "3.11.2"},
    }  # fmt: skip
    return Run(portal, finished - timedelta(hours=1), finished, **{**given, **fields})


def record(data: Path, *past: Run) -> None:
    for one in past:
        runs.save(data / one.portal, one, keep=400)


def refuse(data: Path, portal: str, *articles: Dropped) -> None:
    for article in articles:
        assert article.at
        (data / portal).mkdir(parents=True, exist_ok=True)
        with (data / portal / f"dropped-{article.at:%Y-%m-%d}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(to_record(article), ensure_ascii=False) + "\n")


def dropped(portal: str, number: int, **fields: Any) -> Dropped:
    given = {
        "url": f"{LONG}-{number}",
        "reason": "removed",
        "detail": "HTTP 404",
        "at": NOW - timedelta(minutes=number),
    }
    return Dropped(portal, f"{portal}-{number}", **{**given, **fields})


FAULTS = {
    "ambonpos": [
        Finding("field lost", "authors filled in 31 % of 118 articles, usually 95 % (21 runs)", "authors"),
        Finding(
            "dead selector", "authors/css/.reporter found nothing on 118 pages, before on 2,301 of 2,377 (21 runs)"
        ),
        Finding("few articles", "39 articles found, usually 121 on Mondays (4 runs)"),
        Finding("text shorter", "median text 611 characters, usually 2,140 (21 runs)"),
    ],
    "kupangpos": [Finding("blocked", "117 of 130 pages refused: robot check 117; HTTP 403 117")],
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """22 portals: most are well, two have findings, one has stopped, one has gaps and one is new."""
    data = tmp_path_factory.mktemp("data")
    for name in NAMES:
        faults = FAULTS.get(name, [])
        days = [0] if name == "niaskabar" else range(35)
        if name == "medanpos":
            days = [3, 4, 5, 9, 10, 20, 21]
        record(data, *(run(name, day) for day in days if day))
        if 0 in days:
            last = run(name, exit_status=9 if faults else 0, findings=faults)
            if name == "ambonpos":
                low = {"authors": 31.0, "section": 0.0}
                last = replace(last, coverage=last.coverage | low, text_length=611)
            record(data, last)
        articles = [dropped(name, n, reason="video without text", detail=None) for n in range(1, 30)]
        articles += [dropped(name, n, reason="timeout", detail="30 s", again=True) for n in range(1, 30)]
        refuse(data, name, *articles)
        unread = Unread(data / name, 10**6)
        for n in range(1, 30 if name in FAULTS else 3):
            unread.keep(
                KeptPage(f"{name}-{n}", f"{LONG}-{n}", NOW - timedelta(minutes=n), "no text", "body/css", "", b"")
            )
    return data


@pytest.fixture(scope="module")
def report(data: Path) -> Report:
    return gather(data, [], NOW)


@pytest.fixture(scope="module")
def html(report: Report) -> str:
    return as_html(report)


def portal_rows(text: str) -> dict[str, list[str]]:
    """The cells of the table by portal."""
    table = text.split("\n\n")[1].splitlines()[1:]
    return {cells[0]: cells for line in table if (cells := re.split(r"(?<=\S) {1,}(?=\S)", line))}


# -- what is gathered ----------------------------------------------------------------------------------------------


def test_portals_that_need_a_look_come_first(report: Report) -> None:
    assert len(report.rows) == 22
    assert [(row.portal, row.state) for row in report.rows][:4] == [
        ("medanpos", "NO RUN"),
        ("ambonpos", "FINDINGS"),
        ("kupangpos", "FINDINGS"),
        ("ambonkabar", "passed"),
    ]
    assert report.verdict == "3 of 22 portals need a look"
    assert report.rows[0].why == ("no run for 3 days, since 21 Aug 03:00",)


@pytest.mark.parametrize(("hours", "good"), [(0, True), (35, True), (37, False)])
def test_a_portal_without_a_run_for_36_hours_is_not_good(tmp_path: Path, hours: int, good: bool) -> None:
    record(tmp_path, run("ambonpos", (hours - 4) / 24))
    (row,) = gather(tmp_path, [], NOW).rows
    assert row.good is good
    assert row.why == (() if good else ("no run for 37 h, since 22 Aug 18:00",))


def test_a_clock_put_back_is_no_fault(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos", -0.9))
    assert "just now" in as_text(gather(tmp_path, [], NOW))


def test_the_daily_run_is_judged_and_later_ones_of_other_scopes_are_named(tmp_path: Path) -> None:
    reread = run("ambonpos", scope=runs.REREAD, exit_status=9, findings=[Finding("unread", "3 of 3 pages")])
    record(tmp_path, run("ambonpos", 2), run("ambonpos", 1), reread)
    (row,) = gather(tmp_path, [], NOW).rows
    assert [one.scope for one in row.runs] == ["daily", "daily"]
    assert (row.state, row.why) == ("FINDINGS", ("reread: unread: 3 of 3 pages",))
    record(tmp_path, run("ambonpos", -0.1))
    assert gather(tmp_path, [], NOW).rows[0].good


def test_daily_runs_are_found_behind_many_others(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos", 1))
    record(tmp_path, *(run("ambonpos", 0.9 - n / 100, scope=runs.URLS) for n in range(DRAWN + 5)))
    record(tmp_path, run("medanpos", scope=runs.ARCHIVE))
    ambon, medan = gather(tmp_path, [], NOW).rows
    assert [one.scope for one in ambon.runs] == ["daily"]
    assert [one.scope for one in medan.runs] == ["archive"]


def test_a_run_that_failed_without_a_finding_says_its_exit_status(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos", exit_status=7), run("medanpos", exit_status=77))
    ambon, medan = gather(tmp_path, [], NOW).rows
    assert ambon.why[0].startswith("exit status 7: the files could not be written")
    assert medan.why == ("exit status 77: ended early",)


def test_the_latest_articles_not_stored_are_kept_apart(report: Report) -> None:
    row = report.rows[1]
    for articles, reason in ((row.dropped, "video without text"), (row.failed, "timeout"), (row.unread, "no text")):
        assert [article.reason for article in articles] == [reason] * LISTED[0]
        assert [article.at for article in articles] == [NOW - timedelta(minutes=n) for n in range(1, LISTED[0] + 1)]


def test_torn_files_are_passed_over(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos"))
    folder = tmp_path / "ambonpos"
    refuse(tmp_path, "ambonpos", dropped("ambonpos", 1))
    with next(folder.glob("dropped-*")).open("ab") as file:
        file.write(b'[1]\nnull\n{"at": 3}\n{"at": "2026-08-24T01:00:00"}\n\xff\xfe\n{"url": "https:')
    (folder / "runs" / "2026-08-24T05-00-00.json").write_text("{")
    (folder / "unread").mkdir()
    (folder / "unread" / "x.html.gz").write_bytes(b"\x1f\x8b no")
    (row,) = gather(tmp_path, [], NOW).rows
    assert row.good
    assert (len(row.dropped), len(row.failed), row.unread) == (1, 0, ())


def doubt(data: Path, portal: str, number: int, reason: str = "half-read", **fields: Any) -> None:
    """A page that a crawl kept, fetched `number` minutes ago by default."""
    at = fields.pop("at", NOW - timedelta(minutes=number))
    page = KeptPage(f"{portal}-{number}", f"{LONG}-{number}", at, reason, "text beside the body", "", b"")
    Unread(data / portal, 10**6).keep(replace(page, **fields))


def test_doubted_pages_are_those_of_the_last_run(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos", 1), run("ambonpos"))
    began = gather(tmp_path, [], NOW).rows[0].runs[-1].started_at
    doubt(tmp_path, "ambonpos", 1, at=began)
    doubt(tmp_path, "ambonpos", 2, at=began + timedelta(minutes=9))
    doubt(tmp_path, "ambonpos", 3, at=began - timedelta(seconds=1))
    doubt(tmp_path, "ambonpos", 4, "no text")
    (row,) = gather(tmp_path, [], NOW).rows
    assert [page.url for page in row.doubted] == [f"{LONG}-2", f"{LONG}-1"], "the latest first"
    assert row.good, "a doubt is no finding"
    assert len(row.unread) == 4


def test_doubted_pages_of_a_replay_were_fetched_before_it_and_are_as_many_as_it_counted(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos", half_read={"text beside the body": 2}))
    for number in (1, 2, 3):
        doubt(tmp_path, "ambonpos", number, at=NOW - timedelta(days=number))
    assert [page.url for page in gather(tmp_path, [], NOW).rows[0].doubted] == [f"{LONG}-1", f"{LONG}-2"]
    record(tmp_path, run("ambonpos", -0.1, scope=runs.REREAD))
    assert gather(tmp_path, [], NOW).rows[0].doubted == (), "what was counted has been read again"


# -- as text -------------------------------------------------------------------------------------------------------


def test_text_has_a_row_a_portal_and_a_line_a_finding(report: Report) -> None:
    text = as_text(report)
    assert text.startswith("newscrawl report, 2026-08-24 07:00 WIB: 3 of 22 portals need a look\n\nportal ")
    assert max(map(len, text.splitlines())) <= COLUMNS
    rows = portal_rows(text)
    assert list(rows) == [row.portal for row in report.rows]
    assert " ".join(rows["ambonpos"]) == "ambonpos FINDINGS 4 h ago 108 90 2 11 4 1 100% 31% 611"
    assert "\n  - few articles: 39 articles found, usually 121 on Mondays (4 runs)\n" in text
    assert "\nmedanpos: NO RUN\n  - no run for 3 days, since 21 Aug 03:00\n" in text
    assert "passed\n  -" not in text


def test_the_columns_of_a_row_add_up_to_what_was_found(tmp_path: Path) -> None:
    ends = {"found": 31, "stored": 1, "revised": 2, "unchanged": 18, "worse": 3, "already stored": 4, "failed": 3}
    record(tmp_path, run("kudus", articles=ends))
    seen = gather(tmp_path, [], NOW)
    assert portal_rows(as_text(seen))["kudus"][5:11] == ["31", "1", "2", "25", "0", "3"]
    assert '<td role="cell" data-name="already" class="seldom ">25' in as_html(seen)


def test_the_address_of_a_finding_is_a_line_of_its_own(tmp_path: Path) -> None:
    url = f"https://www.a.example/{'-'.join(['panjang'] * 20)}"
    said = "tags/css/.tagar a found nothing on 20 pages, before on 19 of 20 (1 run), and so on, and so forth"
    faults = [Finding("dead selector", said, "tags/css/.tagar a", url)]
    record(tmp_path, run("kudus", exit_status=9, findings=faults))
    seen = gather(tmp_path, [], NOW)
    assert f"\n    for example {url}\n" in f"{as_text(seen)}\n"
    assert url in as_html(seen)


def test_text_stays_narrow_and_sends_nothing_to_the_terminal(tmp_path: Path) -> None:
    name = "a-portal-with-a-very-long-name-indeed"
    many = {"found": 1_204_331, "stored": 1_100_000, "revised": 120_500, "dropped": 999_999, "failed": 99_999}
    fault = Finding("blocked", "\x1b[31mred\x1b[0m\r\n" + "many words " * 60)
    record(tmp_path, run(name, articles=many, exit_status=9, findings=[fault] * 40, text_length=123_456))
    text = as_text(gather(tmp_path, [], NOW))
    assert max(map(len, text.splitlines())) <= COLUMNS
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)
    assert text.endswith("  - and 10 more findings")


def test_text_names_doubted_pages_with_whole_addresses_and_points_to_review(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos"), run("medanpos", exit_status=9, findings=[Finding("blocked", "all of it")]))
    for number in range(1, 8):
        doubt(tmp_path, "ambonpos", number)
    doubt(tmp_path, "medanpos", 1, url="https://a.example/\x1b[31mx", detail="\x1b[31mred")
    text = as_text(gather(tmp_path, [], NOW))
    head, listed = text.split("ambonpos: 7 doubts, to be judged by scrapy review ambonpos\n")
    assert (
        listed == "".join(f"  - text beside the body\n    {LONG}-{number}\n" for number in range(1, 6)) + "  and 2 more"
    )
    assert (
        "medanpos: FINDINGS\n  - blocked: all of it\n\nmedanpos: 1 doubt, to be judged by scrapy review medanpos\n"
        in head
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)


def test_a_portal_without_runs_has_a_row(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos"))
    report = gather(tmp_path, ["medanpos", "ambonpos", "medanpos"], NOW)
    assert [row.state for row in report.rows] == ["NO RUN", "passed"]
    assert re.search(r"^medanpos +NO RUN +never", as_text(report), re.M)
    assert "no run is recorded" in as_html(report)


def test_a_report_of_nothing_says_so(tmp_path: Path) -> None:
    nothing = gather(tmp_path / "nosuch", [], NOW)
    assert nothing.verdict == "no run is recorded"
    assert "no run is recorded" in as_text(nothing)
    assert "<h1>no run is recorded</h1>" in as_html(nothing)


# -- as a page -----------------------------------------------------------------------------------------------------


def test_the_page_is_small_and_refers_to_nothing_outside(html: str) -> None:
    assert len(html.encode()) < PAGE_SIZE
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:;" in html
    assert not re.search(r"<script|<iframe|<img|<object|<embed|@import|url\(|\bsrc=|xlink|xmlns", html)
    (icon,) = re.findall(r"<link [^>]*>", html)
    assert icon == '<link rel="icon" href="data:,">'
    for link in re.findall(r"<a [^>]*>", html):
        assert re.fullmatch(r'<a href="(#portal-\d+"|https://[^"]+" rel="noreferrer noopener")>', link)


def test_lists_get_shorter_before_the_page_gets_too_large(tmp_path: Path) -> None:
    long = "https://a.example/" + "x" * 400
    for name in NAMES:
        record(tmp_path, run(name))
        refuse(tmp_path, name, *(dropped(name, n, url=f"{long}{n}", again=n > 20) for n in range(1, 41)))
    html = as_html(gather(tmp_path, [], NOW))
    assert len(html.encode()) < PAGE_SIZE
    assert html.count('<a href="https://a.example/') in [22 * 2 * most for most in LISTED[1:]]


def test_the_page_names_doubted_pages_and_points_to_review(tmp_path: Path) -> None:
    record(tmp_path, run("ambonpos"), run("medanpos"))
    for number in range(1, 8):
        doubt(tmp_path, "ambonpos", number, detail="<b>beside</b>")
    ambon, medan = as_html(gather(tmp_path, [], NOW)).split('id="portal-2"')
    section = re.search(r"<h4>Doubts.*?</section>", ambon, re.S)
    assert section
    assert "<code>newscrawl review ambonpos</code>" in section[0]
    assert re.findall(r'<a href="([^"]*)"', section[0]) == [f"{LONG}-{number}" for number in range(1, 6)]
    assert section[0].count("<b>&lt;b&gt;beside&lt;/b&gt;</b>") == 5
    assert "and 2 more" in section[0]
    assert "4 h ago · 7 doubts</span></summary>" in ambon, "the portal passed: its lists are closed"
    assert "doubt" not in medan


def test_what_the_web_wrote_is_text_and_never_acts(tmp_path: Path) -> None:
    script = "<script>alert(1)</script>"
    record(tmp_path, run("ambonpos", finish_reason=script, exit_status=9, findings=[Finding(script, script)],
               dropped={script: 1}, status_codes={script: 1}, versions={script: script}, arguments={script: script},
               listings={script: Asked(1, 1)}, dead_selectors=[script], coverage={script: 1.0}))  # fmt: skip
    hostile = [dropped("ambonpos", n, url=url, reason=script, detail=script) for n, url in enumerate(HOSTILE)]
    refuse(tmp_path, "ambonpos", *hostile)
    html = as_html(gather(tmp_path, [], NOW))
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 20
    assert "<script" not in html
    assert "\u202e" not in html
    assert re.findall(r'href="([^#d][^"]*)"', html) == [
        "https://a.example/&#34;onmouseover=&#34;alert(1)",
        "https://a.example/&lt;script&gt;alert(1)&lt;/script&gt;",
    ]


def test_charts_work_with_one_run_none_many_and_gaps(tmp_path: Path) -> None:
    record(tmp_path, run("satu"))
    record(tmp_path, run("nol", articles={}, coverage={}, text_length=None, pages=0))
    (tmp_path / "kosong" / runs.FOLDER).mkdir(parents=True)
    for day in range(400):
        record(tmp_path, run("seribu", day, coverage={"tags": 0.0 if day else 100.0}))
    record(tmp_path, *(run("putus", day) for day in (0, 1, 5, 6, 9)))

    def charts(name: str) -> list[str]:
        return re.findall(r"<svg.*?</svg>", as_html(gather(tmp_path, [name], NOW)))

    assert [len(charts(name)) for name in ("satu", "nol", "kosong", "seribu", "putus")] == [12, 1, 0, 4, 12]
    assert "<path" not in charts("satu")[0].partition("serie-0")[2]
    assert charts("satu")[0].count("<circle") == 2
    articles, *_, tags = charts("seribu")
    assert f">{(NOW - timedelta(days=DRAWN - 1)):%-d %b}<" in articles
    (line,) = re.findall(r'class="serie-0"><path d="([^"]*)"', articles)
    assert len(re.findall(r"[\d.]+", line)) == 2 * DRAWN
    assert 'aria-label="tags, percent: tags between 0 and 100, last 100"' in tags
    lines = charts("putus")[0].partition('class="serie-0">')[2].partition("</g>")[0]
    assert lines.count("<path") == 2  # yesterday to today and the two days before the gap: the first run stands alone
    assert charts("putus")[0].count("<circle") == 4


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_have_the_contrast_of_wcag_aa(html: str) -> None:
    for scheme in re.findall(r":root \{(.*?)\}", html, re.S):
        colours = dict(re.findall(r"--([\w-]+): (#\w+)", scheme))
        pairs = [(name, ground, 4.5) for name in ("text", "soft", "link") for ground in ("page", "card")]
        pairs += [(name, f"{name}-tint", 4.5) for name in ("good", "bad", "stale")]
        pairs += [("text", "bad-tint", 4.5), ("text", "stale-tint", 4.5), ("first", "card", 3), ("second", "card", 3)]
        for name, ground, wanted in pairs:
            light, dark = sorted((luminance(colours[name]), luminance(colours[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= wanted, (name, ground)


# -- in a browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def window() -> Iterator[Screen]:
    with screen() as window:
        yield window


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_fits_the_screen_in_light_and_dark(window: Screen, html: str, tmp_path: Path, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text(html, encoding="utf-8")
    grounds = set()
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page, noise = window.opened(path, width, scheme)
        assert page.locator("details.card").count() == 22
        assert page.locator("details.card[open]").count() == 3
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert len(page.screenshot(path=tmp_path / f"{width}-{scheme}.png")) > 10_000
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        columns = page.evaluate("getComputedStyle(document.querySelector('.charts')).gridTemplateColumns").split()
        assert len(columns) == (3 if width == 1280 else 1)
        assert noise == [f"request: {path.as_uri()}"]
    assert len(grounds) == 2


def test_hostile_records_do_nothing_in_a_browser(window: Screen, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>" + "w" * 90
    wide = {"w" * 300: Asked(1, 1)}
    record(tmp_path, run(name, listings=wide, exit_status=9, findings=[Finding("blocked", "w" * 300)]))
    refuse(tmp_path, name, *(dropped(name, n, url=url, reason="w" * 99) for n, url in enumerate(HOSTILE)))
    path = tmp_path / "report.html"
    path.write_text(as_html(gather(tmp_path, [], NOW)), encoding="utf-8")
    page, noise = window.opened(path, 320)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("img, script").count() == 0
    assert page.locator("a[href^=https]").count() == 2
    assert noise == [f"request: {path.as_uri()}"]


# -- the command ---------------------------------------------------------------------------------------------------


def command(data: Path, *args: str) -> tuple[int, str, str]:
    settings = (f"NEWSCRAWL_DATA={data}", f"NEWSCRAWL_NOW={NOW.isoformat()}")
    done = scrapy("report", *(word for setting in settings for word in ("-s", setting)), *args)
    return done.returncode, done.stdout, done.stderr


def test_the_command_prints_the_text_and_writes_the_page(data: Path, report: Report, html: str, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text("yesterday's")
    assert command(data, "--html", str(page)) == (0, as_text(report) + "\n", "")
    assert page.read_text(encoding="utf-8") == html
    assert list(tmp_path.iterdir()) == [page]


def test_the_command_shows_the_portals_that_are_named(data: Path) -> None:
    status, text, _ = command(data, "ambonpos", "niaskabar")
    assert status == 0
    assert list(portal_rows(text)) == ["ambonpos", "niaskabar"]


def test_bad_usage_is_one_line_that_says_what_to_do(data: Path, tmp_path: Path) -> None:
    unwritable = str(tmp_path / "none" / "report.html")
    cases = (
        (data, ("nosuch",), 2, "unknown portal 'nosuch'; known: ambonkabar, ambonpos, "),
        (tmp_path, (), 2, f"no run is recorded in {tmp_path}: run scrapy crawl PORTAL first"),
        (data, ("ambonpos", "--html", unwritable), 1, "No such file or directory"),
        (data, ("ambonpos", "--html", str(tmp_path)), 2, "is no file to write"),
    )
    for folder, args, wanted, message in cases:
        status, _, error = command(folder, *args)
        assert (status, error.count("\n")) == (wanted, 1)
        assert message in error
