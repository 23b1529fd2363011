"""When an article was published and changed, where what machines are told is not what it says."""

from __future__ import annotations

from datetime import datetime

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import BODY, FIRST, LAST, NOW, S1, S2, S3, SITES, TITLE, read, script

URL, PAGE, BOX = SITES["okezone"]
WAY = "<nav class='breadcrumb'><a href='/'>Home</a> <a href='/daerah'>Daerah</a></nav>"


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


@pytest.mark.parametrize(
    ("machine", "line", "published", "precision"),
    [
        # the clock that is printed is told as UTC, or in another zone
        ("2026-07-24T15:18:24Z", "Jumat, 24 Juli 2026 15:18 WIB", "2026-07-24T15:18:00+07:00", "minute"),
        ("2026-07-24T15:18:24Z", "Jumat, 24 Juli 2026 15:18", "2026-07-24T00:00:00+07:00", "day"),
        ("2026-07-23T20:18:24Z", "Kamis, 23 Juli 2026 20:18", None, None),
        ("2026-07-24T15:18:24+07:00", "Jumat, 24 Juli 2026 15:18 WITA", "2026-07-24T15:18:24+08:00", "second"),
        ("2026-07-24T08:18:24Z", "Jumat, 24 Juli 2026 15:18 WIB", "2026-07-24T15:18:24+07:00", "second"),
        # midnight is a day whose clock is not known, unless it is printed
        ("2026-07-24T00:00:00+07:00", "Jumat, 24 Juli 2026 15:18 WIB", "2026-07-24T15:18:00+07:00", "minute"),
        ("2026-07-24T00:00:00+07:00", "Jumat, 24 Juli 2026", "2026-07-24T00:00:00+07:00", "day"),
        ("2026-07-24T00:00:00+07:00", "Jumat, 24 Juli 2026 00:00 WIB", "2026-07-24T00:00:00+07:00", "minute"),
        # a line that is another's date tells nothing
        ("2026-07-24T15:18:24+07:00", "Senin, 20 Juli 2026 10:00 WIB", "2026-07-24T15:18:24+07:00", "second"),
        # of a time element what machines are told, where it is the moment that is printed
        ("", "<time datetime='2026-07-24T15:18:24+07:00'>24 Juli 2026</time>", "2026-07-24T15:18:24+07:00", "second"),
        ("", "<time datetime='2026-07-24T15:18:24+07:00'>3 jam lalu</time>", "2026-07-24T15:18:24+07:00", "second"),
        ("", "<time datetime='2019-07-24T15:18:24+07:00'>24 Juli 2026</time>", "2026-07-24T00:00:00+07:00", "day"),
        ("", "<time datetime='2026-07-24T15:18:24+07:00'>24 Juli</time>", "2026-07-24T15:18:24+07:00", "second"),
        ("", "<time datetime='2026-07-23T15:18:24+07:00'>24 Juli</time>", None, None),
        ("", "<time>3 jam lalu</time>", None, None),
        # counted from the visit
        ("", "<span>9 menit lalu</span>", "2026-07-24T17:51:00+07:00", "minute"),
        ("", "Rani Dewi | Hari ini, 09:10 WIB", "2026-07-24T09:10:00+07:00", "minute"),
        ("", "Kemarin, 21:10 WITA", "2026-07-23T21:10:00+08:00", "minute"),
        ("", "Hari ini, 23:50 WIB", None, None),
        ("", "Diperbarui 9 menit lalu", None, None),
        ("", "<a href='/daerah/harga-nikel-naik-tajam-lagi'>Harga Nikel Naik</a><span>9 menit lalu</span>", None, None),
    ],
)
def test_a_date_about_the_headline_of_a_site_without_rules(
    machine: str, line: str, published: str | None, precision: str | None
) -> None:
    head = script({"@type": "NewsArticle", "headline": TITLE, "datePublished": machine}) if machine else ""
    body = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2
    html = f"<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1><div>{line}</div>"
    html += f"<div>{body}</div></article></body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", NOW, any_site=True)
    wanted = datetime.fromisoformat(published) if published else None
    assert (article.published_at, article.published_precision) == (wanted, precision)
    assert wanted is None or article.published_at.utcoffset() == wanted.utcoffset()  # type: ignore[union-attr]


def test_midnight_in_structured_data_is_a_day() -> None:
    article = dated("2026-07-24T00:00:00+07:00", "", "Jum'at, 24 Juli 2026")
    assert (article.published_at, article.published_precision) == (at("00:00:00"), "day")


SORA = "https://www.kabarsora.id/daerah/warga-sora-panen-kopi"
STORY = f"<p>{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik.</p><p>{LAST} Warga sudah siap.</p>" * 2


@pytest.mark.parametrize(
    ("head", "behind", "published"),
    [
        ("<div class='topbar'>Jumat, 24 Juli 2026 15:59:10 WIB</div>", "", None),
        ("<div>Jumat, 24 Juli 2026</div><nav><a href='/'>Depan</a></nav>", "", None),
        ("<header><span>Jumat, 24 Juli 2026</span></header>", "<p>Rabu, 22 Juli 2026</p>", "2026-07-22T00:00:00+07:00"),
        ("<div>Jumat, 24 Juli 2026</div>", "<p>Rabu, 22 Juli 2026</p>", "2026-07-22T00:00:00+07:00"),
        ("<div class='tanggal'>Rabu, 22 Juli 2026 10:00 WIB</div>", "", "2026-07-22T10:00:00+07:00"),
        (f"<div>Rabu, 22 Juli 2026 10:00 WIB</div>{WAY}", "", "2026-07-22T10:00:00+07:00"),
        (f"<div>Jumat, 24 Juli 2026</div>{WAY}", "", None),
    ],
)
def test_the_day_of_the_visit_is_not_the_articles(head: str, behind: str, published: str | None) -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body>{head}<h1>{TITLE}</h1>{behind}<div>{STORY}</div></body></html>"
    )
    article = extract(html.encode(), SORA, NOW, any_site=True)
    assert article.published_at == (datetime.fromisoformat(published) if published else None)


@pytest.mark.parametrize(
    ("name", "value", "published"),
    [
        ("pubdate", "2026-07-24 09:30:00", "2026-07-24T09:30:00+07:00"),
        ("pubdate", "2026-07-24T09:30:00Z", None),  # as often a clock of the site's own zone
        ("article:published_time", "1784860200", "2026-07-24T09:30:00+07:00"),
        ("article:published_time", "1784860200000", "2026-07-24T09:30:00+07:00"),
    ],
)
def test_what_metas_of_a_site_without_rules_tell(name: str, value: str, published: str | None) -> None:
    head = f"<title>{TITLE}</title><meta name='{name}' content='{value}'>"
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1><div>{STORY}</div></body></html>"
    article = extract(html.encode(), SORA, NOW, any_site=True)
    assert article.published_at == (datetime.fromisoformat(published) if published else None)


def test_the_sites_footer_and_an_offer_are_no_text() -> None:
    offer = "<div class='paywall'><p>Artikel ini khusus pelanggan.</p></div>"
    foot = "<footer><p>Kabar Sora terbit setiap hari dari Desa Sora, Kabupaten Sora.</p></footer>"
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{STORY}{offer}{foot}</body></html>"
    article = extract(html.encode(), SORA, NOW, any_site=True)
    assert "terbit setiap hari" not in article.text
    assert article.text.endswith("Warga sudah siap.")
    assert article.paywalled


@pytest.mark.parametrize(
    ("address", "machine", "line", "published"),
    [
        ("2026/07/05/warga-sora-panen", "", "07/05/2026", None),  # the fifth of July, month first
        ("2026/07/05/warga-sora-panen", "", "05/07/2026", "2026-07-05T00:00:00+07:00"),
        ("daerah/warga-sora-panen", "", "22 - 24 Juli 2026", None),
        ("daerah/warga-sora-panen", "", "24 Juli 2026 09:30 - 3 menit baca", "2026-07-24T09:30:00+07:00"),
        ("daerah/warga-sora-panen", "", "Oleh: Anggara | 24 Juli 2026", "2026-07-24T00:00:00+07:00"),
        (
            "daerah/warga-sora-panen",
            "",
            "<time class='published modified'>24 Juli 2026 09:30</time>",
            "2026-07-24T09:30:00+07:00",
        ),
        ("daerah/warga-sora-panen", "", "22 Juli 2026 - 24", None),
        ("daerah/warga-sora-panen", "", "Rebo, 23 Juli 2026 10:00 WIB", None),
        # a server that tells its own clock
        ("daerah/warga-sora-panen", NOW.isoformat(), "Rabu, 22 Juli 2026 09:30 WIB", "2026-07-22T09:30:00+07:00"),
        ("daerah/warga-sora-panen", NOW.isoformat(), "Rabu, 22 Juli 2026", NOW.isoformat()),
    ],
)
def test_a_printed_day_that_cannot_be_the_articles(
    address: str, machine: str, line: str, published: str | None
) -> None:
    head = script({"@type": "NewsArticle", "headline": TITLE, "datePublished": machine}) if machine else ""
    body = f"<h1>{TITLE}</h1><p>{line}</p><div>{STORY}</div>"
    html = f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    article = extract(html.encode(), f"https://www.kabarsora.id/{address}", NOW, any_site=True)
    assert article.published_at == (datetime.fromisoformat(published) if published else None)


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        ("<div><span>Diperbarui</span> <span>23 Juli 2026 10:00 WIB</span></div>", None),
        ("<div>Terakhir diperbarui: <b>23 Juli 2026 10:00 WIB</b></div>", None),
        ("<div><i>Terbit</i> <b>22 Juli 2026 10:00 WIB</b></div>", "2026-07-22T10:00:00+07:00"),
        ("<time itemprop='dateModified'>23 Juli 2026 10:00 WIB</time>", None),
        (
            "<time class='updated'>23 Juli 2026 10:00 WIB</time><time class='published'>22 Juli 2026 10:00 WIB</time>",
            "2026-07-22T10:00:00+07:00",
        ),
        ("<time class='updated'>22 Juli 2026 10:00 WIB</time>", "2026-07-22T10:00:00+07:00"),
    ],
)
def test_a_printed_change_of_a_site_without_rules_is_no_publication(dates: str, published: str | None) -> None:
    body = f"<h1>{TITLE}</h1>{dates}<div>{STORY}</div>"
    html = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    article = extract(html.encode(), SORA, NOW, any_site=True)
    assert article.published_at == (datetime.fromisoformat(published) if published else None)


FIRST_STAMP, CHANGE = "Rabu, 19 Juni 2024 10:38 WIB", "19 Juni 2024 12:01 WIB"


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (f"<div>Tayang: {FIRST_STAMP} | Diperbarui: {CHANGE}</div>", "12:01"),
        (f"<div>{FIRST_STAMP} (diperbarui {CHANGE})</div>", "12:01"),
        (f"<div>{FIRST_STAMP}</div><div>Terakhir diperbarui: {CHANGE}</div>", "12:01"),
        (f"<div>{FIRST_STAMP}</div><p>Data diperbarui {CHANGE}</p>", None),
        (f"<div>{FIRST_STAMP}</div><h2>Update Korban Banjir {CHANGE}</h2>", None),
        (f"<div>{FIRST_STAMP}</div><p>Diperbarui {CHANGE} oleh dinas</p>", None),
    ],
)
def test_a_change_printed_about_a_title_without_rules(lines: str, changed: str | None) -> None:
    long = f"<p>{FIRST} {S1} {S2}</p><p>{S3} {LAST} {S1}</p>"
    html = f"<html><body><article><h1>{TITLE}</h1>{lines}<div>{long}</div></article></body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi", any_site=True)
    assert article.published_at is not None
    assert f"{article.published_at:%H:%M}" == "10:38"
    assert (article.updated_at and f"{article.updated_at:%H:%M}") == changed


TWO = "<div class='mt10'><div>{}</div><div>{}</div></div>"
SHOWN = "Tayang: <time>Jumat, 24 Juli 2026 15:18 WIB</time>"


def printed_twice(above: str, below: str) -> Article:
    """An article of Tribun's with two lines of dates."""
    text = f"<div class='side-article txt-article'>{BODY}</div>"
    html = f"<div id='article'><h1 id='arttitle'>{TITLE}</h1>{TWO.format(above, below)}{text}</div>"
    return extract(html.encode(), "https://solo.tribunnews.com/2026/07/24/warga-sora-panen-kopi", NOW)


@pytest.mark.parametrize(
    "label", ["Diperbarui:", "<strong>Diperbarui:</strong>", "<b>Terakhir diperbarui</b>", "Update :"]
)
def test_a_change_in_a_line_of_its_own(label: str) -> None:
    changed = f"{label} <time>Jumat, 24 Juli 2026 15:40 WIB</time>"
    for lines in ((SHOWN, changed), (changed, SHOWN)):
        article = printed_twice(*lines)
        assert (article.published_at, article.updated_at) == (at("15:18:00"), at("15:40:00"))


@pytest.mark.parametrize(
    "label", ["Diperbarui oleh Budi:", "Jadwal:", "", "Update Harga Kopi Sora Pagi Ini dan Besok:"]
)
def test_another_date_below_is_no_change(label: str) -> None:
    article = printed_twice(SHOWN, f"<b>{label}</b> <time>Jumat, 24 Juli 2026 15:40 WIB</time>")
    assert (article.published_at, article.updated_at) == (at("15:18:00"), None)


def test_the_moment_in_the_data_of_a_publishing_system_that_is_not_printed() -> None:
    data = 'window.kly = {}; window.kly.article = {"type": "TextTypeArticle", "publishDate": "2026-07-24 15:18:24",};'
    body = f"<div class='isi'><p>{FIRST} {S1} {S2}</p><p>{S3} {LAST} {S1}</p></div>"
    html = f"<html><head><title>{TITLE}</title><script>{data}</script></head><body><h1>{TITLE}</h1>{body}</body></html>"
    article = extract(html.encode(), "https://www.kabarsora.id/daerah/warga-sora-panen-kopi.html", NOW, any_site=True)
    assert article.published_at == at("15:18:24")


@pytest.mark.parametrize(
    ("site", "printed"),
    [
        ("cnnindonesia", "<div class='text-cnn_grey text-sm mb-4'>Jumat, 24 Jul 2026 15:18 WIB</div>"),
        ("tempo", "<p class='text-neutral-900 text-sm'>24 Juli 2026 | 15.18 WIB</p>"),
    ],
)
def test_where_the_data_is_another_article_s_the_printed_date_counts(site: str, printed: str) -> None:
    url, page, box = SITES[site]
    other = script({"@type": "NewsArticle", "headline": S1, "datePublished": "2026-07-20T08:00:00+07:00"})
    shown = page.format(title=TITLE, box=box.format(body=BODY)).replace("</h1>", f"</h1>{printed}")
    html = f"<html><head><title>{TITLE}</title>{other}</head><body>{shown}</body></html>"
    assert extract(html.encode(), url, NOW, strict=True).published_at == at("15:18:00")
