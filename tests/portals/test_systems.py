"""Pages of publishing systems that local sites use, read by no rules of a portal's own."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.items import Article

TITLE = "Warga Kampung Sora Panen Raya Mangga Manis"
STORY = [
    "Puluhan warga Kampung Sora memanen mangga manis di kebun bersama pada Kamis pagi, kata Bondan Wiryawan.",
    "“Kami menanam bibit ini lima tahun lalu, dan baru sekarang hasilnya dinikmati semua,” ujar Bondan.",
    "Menurut Ratih Kumala, ketua kelompok tani, 1.200 kilogram mangga dikumpulkan dalam tiga hari.",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
URL = "https://sorapos.example/2026/07/23/panen-raya-mangga-manis"
NOW = datetime.fromisoformat("2026-07-24T18:00:00+07:00")


def html(body: str, head: str = "", classes: str = "", title: str = TITLE) -> str:
    return (
        f'<!DOCTYPE html><html lang="id"><head><title>{title} - Sora Pos</title>{head}</head><body class="{classes}">'
        f'<nav><ul><li><a href="/daerah">Daerah</a></li></ul></nav>{body}<footer><p>© 2026 Sora Pos</p></footer></body>'
    )


def data(**said: object) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **said}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def read(page: str, url: str = URL) -> Article:
    return extract(page.encode(), url, NOW, any_site=True)


def posted(stamp: str, printed: str, head: str = "") -> Article:
    """A page of WordPress whose time element says a stamp and prints something."""
    time = f'<span class="posted-on"><time class="entry-date published" datetime="{stamp}">{printed}</time></span>'
    body = f'<article><h1>{TITLE}</h1>{time}<div class="entry-content">{PARAGRAPHS}</div></article>'
    return read(html(body, head, "single single-post"))


@pytest.mark.parametrize(
    ("stamp", "printed", "told", "expected"),
    [
        ("2026-07-23T10:15:30+07:00", "23 Juli 2026", "", "2026-07-23T10:15:30+07:00"),
        ("2026-07-23T10:15:30+07:00", "3 jam yang lalu", "", "2026-07-23T10:15:30+07:00"),
        ("2026-07-23T03:15:30+00:00", "23 Juli 2026 10:15", "", "2026-07-23T10:15:30+07:00"),
        ("2026-07-23T10:15:30+08:00", "23 Juli 2026 10:15", "", "2026-07-23T10:15:30+08:00"),  # the site's own zone
        ("2026-07-23T10:15:30+07:00", "23 Juli 2026", "2026-07-23T10:15:30Z", "2026-07-23T10:15:30+07:00"),
        ("2026-07-23T10:15:30+00:00", "23 Juli 2026 10:15 WIB", "", "2026-07-23T10:15:00+07:00"),
        # One clock that may be either zone's: the day is the same in both, at night it is not.
        ("2026-07-23T10:15:30+00:00", "23 Juli 2026 10:15", "", "2026-07-23T00:00:00+07:00"),
        ("2026-07-23T22:15:30+00:00", "23 Juli 2026 22:15", "", None),
    ],
)
def test_a_date_is_right_or_none_whatever_zone_machines_are_told(
    stamp: str, printed: str, told: str, expected: str | None
) -> None:
    article = posted(stamp, printed, data(datePublished=told) if told else "")
    assert (article.published_at.isoformat() if article.published_at else None) == expected
    assert article.text.split("\n\n") == STORY


def test_a_post_of_blogger() -> None:
    article = read(
        html(
            f'<h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content">'
            f"{'<br><br>'.join(STORY)}</div><div class='post-footer'><span class='post-timestamp'>di "
            "<abbr class='published' title='2026-07-23T10:15:00+07:00'>10.15</abbr></span>"
            "<span class='post-labels'>Label: "
            "<a href='/search/label/Mangga' rel='tag'>Mangga</a></span></div>"
        ),
        "https://sorapos.example/2026/07/panen-raya-mangga-manis.html",
    )
    assert article.text.split("\n\n") == STORY
    assert article.published_at == datetime.fromisoformat("2026-07-23T10:15:00+07:00")
    assert article.tags == ["Mangga"]


def test_a_page_of_amp_alone_has_its_picture() -> None:
    article = read(
        html(
            f'<article><h1>{TITLE}</h1><span class="amp-wp-author">Joko Purnomo</span><figure '
            'class="amp-wp-article-featured-image"><amp-img src="/panen-mangga.jpg"></amp-img>'
            f"<p class='wp-caption-text'>Warga memanen mangga. Foto: Istimewa</p></figure>"
            f"<div>{PARAGRAPHS}</div></article>",
            data(datePublished="2026-07-23T10:15:30+07:00"),
        )
    )
    assert [(i.caption, i.credit) for i in article.images] == [("Warga memanen mangga.", "Istimewa")]
    assert (article.authors, article.text.split("\n\n")) == (["Joko Purnomo"], STORY)


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        ('<div class="detail__tag"><a href="/tag/mangga">Mangga</a> <a href="/tag/panen">Panen</a></div>', True),
        (
            '<p>Tags:</p><ul><li><a href="/topik/mangga">Mangga</a><li><a href="/topik/panen">Panen</a></ul>',
            True,
        ),
        ('<div><a href="/tag/mangga"># Mangga</a><a href="/tag/panen"># Panen</a></div>', True),
        ('<div class="tag-populer"><a href="/tag/mangga">Mangga</a><a href="/tag/panen">Panen</a></div>', False),
        ('<div><a href="/tag/mangga">Mangga</a><a href="/tag/panen">Panen</a></div>', False),
    ],
)
def test_tags_are_known_by_where_they_lead_and_what_they_are_called(row: str, *, tags: bool) -> None:
    article = read(html(f"<main><h1>{TITLE}</h1><div class=isi>{PARAGRAPHS}</div>{row}</main>"))
    assert article.tags == (["Mangga", "Panen"] if tags else [])


def test_an_editor_above_the_text_is_read() -> None:
    line = "<div>Penulis: <a>Budi Laksana</a> | Editor: <a>Siti Aminah</a></div>"
    article = read(html(f"<main><h1>{TITLE}</h1>{line}<div class=isi>{PARAGRAPHS}</div></main>"))
    assert (article.authors, article.editors) == (["Budi Laksana"], ["Siti Aminah"])


def test_a_text_that_a_program_was_given_to_show() -> None:
    others = [{"title": "Jembatan Bambu Selesai", "content": PARAGRAPHS.replace("mangga", "bambu")}]
    given = {"props": {"pageProps": {"related": others, "detail": {"title": TITLE, "content": PARAGRAPHS}}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(given)}</script>'
    article = read(html(f'<div id="__next">Memuat...</div>{script}', f'<meta property="og:title" content="{TITLE}">'))
    assert article.text.split("\n\n") == STORY


@pytest.mark.parametrize(
    "line",
    [
        '[the_ad id="1234"]',
        "[irp posts='123' name='Kopi']",
        '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a>',
        '<form><input type="email"><p>Berlangganan kabar kami setiap pagi lewat surel.</p></form>',
        '<div class="soraRelatedPost"><span>Rekomendasi untuk Anda</span></div>',
    ],
)
def test_what_plugins_leave_in_a_text_is_none_of_it(line: str) -> None:
    body = f'<h1>{TITLE}</h1><div class="entry-content"><p>{STORY[0]}</p><div>{line}</div>'
    article = read(html(f"{body}<p>{STORY[1]}</p><p>{STORY[2]}</p></div>", classes="single single-post"))
    assert article.text.split("\n\n") == STORY


@pytest.mark.parametrize(
    ("title", "classes"),
    [
        ("Tentang Kami", ""),
        ("Pedoman Pemberitaan Media Siber", ""),
        ("Susunan Redaksi", ""),
        ("Cara Mengirim Tulisan kepada Sora Pos", "page page-id-2"),
        ("Cara Mengirim Tulisan kepada Sora Pos", "item-view static_page"),
    ],
)
def test_pages_that_tell_of_the_site_are_no_articles(title: str, classes: str) -> None:
    page = html(
        f"<h1>{title}</h1><div>{PARAGRAPHS}</div>", '<meta property="og:type" content="article">', classes, title
    )
    with pytest.raises(NotAnArticle) as refused:
        read(page, "https://sorapos.example/halaman/sebuah-halaman-dari-situs-ini")
    assert refused.value.reason == "listing"
