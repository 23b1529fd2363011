"""The headline, whatever stands in its heading beside it."""

from __future__ import annotations

import pytest

from newscrawl.portals.extract import extract
from tests.reading.test_kinds import BODY, NOW, SITES, TITLE


def title_of(heading: str, said: str = TITLE, *, page: str = "") -> str:
    """The headline of a page with this heading, which calls itself `said`."""
    url, shown, box = SITES["okezone"]
    body = shown.format(title=heading, box=box.format(body=BODY))
    head = f"<title>{said}</title><meta property='og:title' content='{said}'>"
    return extract(f"<html><head>{head}</head><body>{body}</body></html>".encode(), url + page, NOW).title


@pytest.mark.parametrize(
    "heading",
    [
        f"<span class='badge'>Premium</span>{TITLE}",
        f"<b>Kopi</b> {TITLE}",
        f"{TITLE} <small>(1)</small>",
        f"{TITLE}<span> | Bagian Pertama</span>",
        f"{TITLE} | Okezone",
        f"<svg><title>ikon</title></svg>{TITLE}",
    ],
)
def test_what_stands_beside_the_headline_in_its_heading(heading: str) -> None:
    assert title_of(heading) == TITLE


@pytest.mark.parametrize(
    ("heading", "title", "said"),
    [
        # a part in an element of its own that the page's own title has too, or lacks with the rest
        (f"<i>Viral</i> {TITLE}", f"Viral {TITLE}", f"Viral {TITLE}"),
        (f"<i>Viral</i> {TITLE}", f"Viral {TITLE}", "Panen Kopi di Sora Lebih Awal dari Biasanya"),
        (f"{TITLE} Menurut Warga", f"{TITLE} Menurut Warga", TITLE),
        ("Kunci Jawaban Panen Kopi Halaman 2", "Kunci Jawaban Panen Kopi Halaman 2", "Kunci Jawaban Panen Kopi"),
    ],
)
def test_what_is_of_the_headline(heading: str, title: str, said: str) -> None:
    assert title_of(heading, said) == title


def test_the_number_of_a_page_in_its_heading() -> None:
    assert title_of(f"{TITLE} - Halaman 2", page="?page=2") == TITLE
    assert (
        title_of("Kunci Jawaban Panen Kopi Halaman 12", "Kunci", page="?page=2")
        == "Kunci Jawaban Panen Kopi Halaman 12"
    )
