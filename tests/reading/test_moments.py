"""When an article was published and changed, where what machines are told is not what it says."""

from __future__ import annotations

from datetime import datetime

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import BODY, NOW, SITES, TITLE, read, script

URL, PAGE, BOX = SITES["okezone"]


def dated(published: str, modified: str, printed: str = "Jum'at, 24 Juli 2026 |15:18 WIB") -> Article:
    """An article with these stamps in its structured data, and one that it prints."""
    data = {"@type": "NewsArticle", "headline": TITLE, "datePublished": published, "dateModified": modified}
    page = PAGE.format(title=TITLE, box=BOX.format(body=BODY)).replace(
        "</a></div>", f"</a><span>{printed}</span></div>"
    )
    html = f"<html><head><title>{TITLE}</title>{script(data)}</head><body>{page}</body></html>"
    return extract(html.encode(), URL, NOW)


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-07-24T{clock}+07:00")


@pytest.mark.parametrize("mark", ["Z", "+00:00", " GMT"])
def test_a_change_on_a_page_that_marks_its_own_clock_as_utc(mark: str) -> None:
    article = dated(f"2026-07-24T15:18:24{mark}", f"2026-07-24T15:40:00{mark}")
    assert (article.published_at, article.updated_at) == (at("15:18:00"), at("15:40:00"))


def test_a_change_in_utc() -> None:
    article = dated("2026-07-24T08:18:24Z", "2026-07-24T08:40:00Z")
    assert (article.published_at, article.updated_at) == (at("15:18:24"), at("15:40:00"))


@pytest.mark.parametrize("modified", ["2026-07-24", "2026-07-25T00:00:00+07:00", "", "1970-01-01T00:00:00Z"])
def test_no_moment_of_a_change(modified: str) -> None:
    assert dated("2026-07-23T08:18:24+07:00", modified, "Kamis, 23 Juli 2026 |08:18 WIB").updated_at is None


@pytest.mark.parametrize("nothing", ["1970-01-01T00:00:00+00:00", "1970-01-01T07:00:00+07:00", "1970-01-01 00:00:00"])
def test_the_beginning_of_all_clocks_is_no_moment(nothing: str) -> None:
    assert (
        read("okezone", head=script({"@type": "NewsArticle", "headline": TITLE, "datePublished": nothing})).published_at
        is None
    )


def test_a_name_with_its_markup_left_in_the_data() -> None:
    author = {"@type": "Person", "name": "<a href='/penulis/siti'>Siti Aminah</a>"}
    head = script({"@type": "NewsArticle", "headline": TITLE, "author": author})
    assert read("tempo", head=head).authors == ["Siti Aminah"]


def test_hashtags_behind_a_summary() -> None:
    about = "Warga memanen kopi #1 di Sora."
    head = f"<meta property='og:description' content='{about} #newsupdate #news #text'>"
    assert read("okezone", head=head).summary == about


def test_a_printed_date_far_from_that_of_the_address() -> None:
    other = "Rabu, 1 Juli 2026 |10:00 WIB"  # of a header, or of an event's box
    assert dated("2026-07-24T15:18:24+07:00", "", other).published_at == at("15:18:24")
    constant = "2014-07-13T20:07:27+07:00"
    assert dated(constant, "", other).published_at == datetime.fromisoformat("2026-07-01T10:00:00+07:00")
    assert dated(constant, "").published_at == at("15:18:00")


@pytest.mark.parametrize("printed", ["Kamis, 24 Juli 2026 |15:18 WIB", "Jum'at, 32 Juli 2026", "-"])
def test_of_a_date_that_cannot_be_read_no_other_line_tells(printed: str) -> None:
    page = PAGE.format(title=TITLE, box=BOX.format(body=BODY))
    below = f"</a><span>{printed}</span></div><div class='info'>Jum'at, 17 Juli 2026 | 09:00 WIB</div>"
    html = f"<html><head><title>{TITLE}</title></head><body>{page.replace('</a></div>', below)}</body></html>"
    assert extract(html.encode(), URL, NOW).published_at is None
