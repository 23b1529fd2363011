"""What stands behind a text's last sentence, in its paragraph, and a dateline in front of the line that it begins."""

from __future__ import annotations

import pytest

from tests.reading.test_kinds import FIRST, LAST, read


@pytest.mark.parametrize(
    ("behind", "agency"),
    [
        (" Sumber: Antara", "Antara"),
        (" <em>(Sumber: Sora.com)</em>", "Sora.com"),
        (" #Kopi #PanenRaya", None),
        (" (Bersambung ke halaman 2)", None),
    ],
)
def test_a_source_hashtags_and_a_turn_of_the_page_go(behind: str, agency: str | None) -> None:
    article = read("okezone", f"<p>{FIRST}</p><p>{LAST}{behind}</p>")
    assert (article.text, article.agency) == (f"{FIRST}\n\n{LAST}", agency)


@pytest.mark.parametrize(
    "behind", [" Sumber: Dinas Pertanian Sora", " Tagar itu ialah #Kopi dan #Teh.", " Sumber itu Antara."]
)
def test_what_is_said_there_stays(behind: str) -> None:
    assert read("okezone", f"<p>{FIRST}</p><p>{LAST}{behind}</p>").text == f"{FIRST}\n\n{LAST}{behind}"


def test_a_place_and_a_dash_in_the_next_line_are_a_dateline() -> None:
    said = FIRST.removeprefix("SORA - ")
    assert (
        read("okezone", f"<p><strong>Bogor</strong><br> - {said}</p><p>{LAST}</p>").text == f"Bogor - {said}\n\n{LAST}"
    )


@pytest.mark.parametrize("lines", [["Poin penting", "- Kopi naik"], ["Bogor", "- Depok 2-1", "- Bekasi 1-0"]])
def test_a_list_with_dashes_is_none(lines: list[str]) -> None:
    inner = "".join(f"<p>{line}</p>" for line in [*lines, FIRST, LAST])
    assert read("okezone", inner).text.split("\n\n") == [*lines, FIRST, LAST]
