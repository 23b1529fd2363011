"""Lines that many texts of a run have: counted within bounds, named in the report, judged against the runs before."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.judging import recurring
from newscrawl.judging.judgement import judge
from newscrawl.judging.recurring import RecurringLines
from newscrawl.judging.report.gather import gather
from newscrawl.judging.report.page import as_html
from newscrawl.judging.report.text import COLUMNS, as_text
from newscrawl.judging.review.page import as_html as as_review
from newscrawl.judging.review.shown import Given, Reviewed, review
from newscrawl.judging.runs import Finding, Run, read_run, save
from newscrawl.portals.registry import portals
from tests.crawling.test_night import LIMITS

CALL = "Ikuti kanal Kabar Coba untuk 7 berita pilihan."
NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


def words(number: int) -> str:
    """A number in letters: figures count as alike."""
    return "".join("abcdefghij"[int(figure)] for figure in str(number))


def counted(texts: list[str]) -> dict[str, float]:
    lines = RecurringLines()
    for text in texts:
        lines.add(text)
    return lines.found()


def test_a_line_is_found_alone_and_at_the_edge_of_a_paragraph() -> None:
    texts = [f"Kopi {words(n)} dipanen.\n\nWarga {words(n)} menjemur. {CALL}" for n in range(6)]
    assert counted([*texts, *(f"Kopi {words(n)} dijual.\n\n{CALL.replace('7', '12')}" for n in range(14))]) == {
        CALL: 100.0
    }, "figures differ"
    assert counted([f"{CALL} Kopi {words(n)} dipanen." for n in range(5)]) == {CALL: 100.0}
    assert counted([f"Kopi {words(n)}.\n\n{CALL}\n\n{CALL}" for n in range(4)]) == {}, "four are a series"
    assert counted([*[CALL] * 5, *(f"Kopi {words(n)}." for n in range(96))]) == {}, "so are five of a hundred"


def test_the_number_of_a_point_a_title_and_a_blank_are_no_line() -> None:
    assert counted([f"1. Kopi {words(n)}.\n \nProf. Budi {words(n)}.\n2. Teh {words(n)} enak." for n in range(9)]) == {}


def test_half_a_surrogate_pair_in_a_line_does_not_cost_the_record(tmp_path: Path) -> None:
    kept = read_run(save(tmp_path, night(40, "Ikuti kami \ud83d"), 60))
    assert kept
    assert list(kept.recurring) == ["Ikuti kami ?"]


@pytest.mark.parametrize(
    "damage", [{"recurring": {"Ikuti": None}}, {"most_frequent": {"title": None}}, {"arguments": {"since": 3}}]
)
def test_a_record_with_a_value_of_another_kind_is_none(damage: dict[str, object]) -> None:
    record = json.loads(night(40).as_json()) | damage
    with pytest.raises(ValueError, match="not the record of a run"):
        Run.from_json(json.dumps(record))


@pytest.mark.parametrize("other", [{"late": None, "given_up": None}, {"new": {"kopi": [None]}}])
def test_a_record_with_nulls_or_fields_of_a_newer_version_is_one(other: dict[str, object]) -> None:
    assert Run.from_json(json.dumps(json.loads(night(40).as_json()) | other)) == night(40)


def test_no_more_lines_are_held_than_were_agreed_on_and_the_frequent_ones_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recurring, "HELD", 100)
    lines = RecurringLines()
    for n in range(400):
        lines.add(f"Kopi {words(n)}.\nTeh {words(n)}.\n{CALL if n % 4 else 'Gula.'}")
        assert len(lines.counts) <= 100
    assert lines.found() == {CALL: 75.0, "Gula.": 25.0}


def night(share: float, line: str = CALL, *, texts: int = 60, day: int = 0) -> Run:
    moment = NOW - timedelta(days=day)
    return Run("kabar", moment, moment, articles={"found": 60}, read=60, texts=texts, recurring={line: share})


@pytest.mark.parametrize(
    ("tonight", "before", "found"),
    [
        (night(40), [night(6, "Gula.", day=n) for n in (3, 2, 1)], True),
        (night(40), [night(6, CALL.replace("7", "31"), day=n) for n in (3, 2, 1)], False),
        (night(15), [night(6, "Gula.", day=n) for n in (3, 2, 1)], False),
        (night(40), [night(6, "Gula.", day=n) for n in (2, 1)], False),
        (night(40), [night(6, "Gula.", texts=-1, day=n) for n in (3, 2, 1)], False),
        (night(40, texts=12), [night(6, "Gula.", day=n) for n in (3, 2, 1)], False),
        (night(30, texts=30), [night(6, "Gula.", day=n) for n in (3, 2, 1)], False),
        (
            night(40, "Cuaca hari Jum'at, 24 Juli:"),
            [night(40, f"Cuaca hari {name} Agustus:", day=1) for name in ("Senin, 3", "Rabu, 5", "Sabtu, 15")],
            False,
        ),
        (night(40), [replace(night(1, day=3), recurring={f"{n}": 9.0 for n in range(50)}), night(6), night(6)], False),
    ],
    ids=[
        "new",
        "known",
        "few",
        "no past",
        "not counted before",
        "few texts",
        "a series begins",
        "days differ",
        "more before than were named",
    ],
)
def test_a_line_that_no_run_before_had_is_a_finding(tonight: Run, before: list[Run], found: bool) -> None:
    findings = [finding for finding in judge(tonight, before, LIMITS) if finding.about == "line"]
    message = f"one line in 40 % of 60 texts, in few of 3 runs before: {CALL}"
    assert findings == ([Finding("same value", message, "line")] if found else [])


def test_the_report_names_such_lines(tmp_path: Path) -> None:
    lines = {f"{CALL}{'!' * n} \x1b[31m<b>{'panjang ' * 20}": 40.0 - n for n in range(4)}
    save(tmp_path / "kabar", replace(night(40), recurring=lines), 60, None)
    report = gather(tmp_path, [], NOW)
    text = as_text(report)
    assert "\nkabar: 4 lines in many of 60 texts, perhaps the site's\n  - 40% Ikuti kanal Kabar Coba untuk" in text
    assert text.count("  - 3") == 2
    assert max(map(len, text.splitlines())) <= COLUMNS
    assert "\x1b" not in text
    html = as_html(report)
    assert html.count(f"<td>{CALL}") == 4
    assert "Lines in many of 60 texts" in html
    assert "<b>panjang" not in html


def test_a_review_marks_what_several_pages_say() -> None:
    def page(n: int) -> Reviewed:
        head = f"Warga {words(n)} Memanen Kopi"
        body = (
            f'<html><head><title>{head}</title></head><body><h1>{head}</h1><div class="c-detail read">'
            f"<p>Petani {words(n)} memanen kopi lebih awal karena hujan berhenti sejak bulan lalu, kata warga desa.</p>"
            "<p>Kalimat yang sama di setiap halaman.</p></div></body></html>"
        )
        url = f"https://news.okezone.com/read/2026/08/23/337/992000{n}/warga-{words(n)}-memanen-kopi"
        return review(Given(url, body.encode(), "a"), portals()["okezone"])

    mark = "Kalimat yang sama di setiap halaman. <span"
    assert as_review([page(n) for n in range(3)], "okezone", NOW).count(mark) == 3
    assert as_review([page(n) for n in range(2)], "okezone", NOW).count(mark) == 0
