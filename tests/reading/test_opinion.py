"""The second opinion: each doubt is raised by a page that deserves it, and by no page that does not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from newscrawl.items import Article, Image
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.runs import load
from newscrawl.reading.doubts import opinion
from newscrawl.reading.doubts.opinion import second_opinion
from newscrawl.reading.doubts.partial import beside
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import Page
from newscrawl.storing.unread import kept
from tests.crawling.test_night import last_run, night
from tests.newsroom import article, newsroom, path_of
from tests.newsroom import crawl as newsroom_crawl
from tests.project import scrapy
from tests.site import Answer, Site

TITLE = "Petani Desa Sukamaju Memanen Kopi Lebih Awal Tahun Ini"
SENTENCES = (
    "Petani di Desa Sukamaju memanen kopi lebih awal karena hujan berhenti sejak bulan lalu.",
    "Ketua kelompok tani, Rahmat Wijayakusuma, berkata hasil tahun ini lebih baik daripada tahun lalu.",
    "Sebanyak empat puluh keluarga memetik buah merah di lereng yang menghadap ke timur.",
    "Buah itu dijemur selama dua belas hari di halaman balai desa sebelum digiling.",
    "Pembeli dari kota sudah memesan tiga ton biji kopi untuk bulan depan, kata Ningsih Permatasari.",
)
MORE = (
    "Kepala dinas pertanian berjanji membangun dua gudang baru di dekat jalan raya sebelum musim berikutnya.",
    "Anak-anak sekolah dasar ikut membantu memilah biji yang pecah setiap hari Sabtu sore.",
    "Koperasi menyiapkan pinjaman tanpa bunga bagi anggota yang ingin mengganti pohon tua.",
    "Hujan diperkirakan turun lagi pada pertengahan bulan, sehingga penjemuran harus selesai lebih cepat.",
    "Rahmat Wijayakusuma menambahkan bahwa harga di pasar masih naik turun setiap pekan.",
    "Pemerintah desa mencatat luas kebun bertambah sebelas hektare dalam dua tahun terakhir.",
    "Seorang pedagang menuturkan bahwa pembeli kini bertanya dari kebun mana biji itu berasal.",
    "Para pemuda membuat buku kecil tentang cara merawat pohon kopi agar tidak lekas tua.",
    "Perempuan desa menjual bubuk kopi dalam kantong kertas di pinggir jalan menuju pantai.",
)


class Loader(ArticleLoader):
    published_at_css = ".tanggal"
    body_css = ".isi"
    images_css = ".foto img"
    caption_css = ".foto p"


def paragraphs(sentences: Iterable[str]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def read(
    body: str = paragraphs(SENTENCES),
    *,
    title: str = TITLE,
    between: str = "",
    behind: str = "",
    beside: str = "",
    head: str = "",
    now: datetime | None = None,
    slug: str = "1",
) -> tuple[Article, ArticleLoader]:
    """The article of a page of our own: `body` is in the box of the text, `between` stands in front of it.

    `behind` follows the box, `beside` what is around it.
    """
    html = f"""<html><head><title>{TITLE}</title>{head}</head><body><div class="atas"><h1>{title}</h1></div>
    <div class="kolom">{between}<div class="isi">{body}</div>{behind}</div>{beside}</body></html>"""
    loader = Loader(Page(html.encode(), f"https://www.kabar.example/read/{slug}"))
    return loader.read(now), loader


def data(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


HIDDEN = '<div class="paging-content" style="display:none">{}</div>'
LIST = [f"<h2>{number}. {thing}</h2><p>{said}</p>" for number, (thing, said) in enumerate(
    (("Memetik Buah Merah", SENTENCES[2]), ("Menjemur Dua Belas Hari", SENTENCES[3]), ("Menjual", SENTENCES[4])), 1
)]  # fmt: skip
HEADLINES = ("Warga Tanjung Kerang Menanam Bakau Lagi", "Bupati Rawa Indah Membuka Jembatan Gantung",
             "Nelayan Muara Biru Mendapat Kapal Baru")  # fmt: skip
VERSES = ("Kopi pagi", "Angin di lereng", "Ibu menjemur kain", "Ayah memetik buah", "Kami menunggu hujan",
          "Jalan turun ke sungai", "Lonceng berbunyi dua kali", "Hari pun selesai")  # fmt: skip
CAPTION = "Petani memetik buah kopi di lereng yang menghadap ke timur"
PICTURE = f'<div class="foto"><img src="https://www.kabar.example/kopi.jpg"><p>{CAPTION}</p></div>'

OTHER = ("Nelayan menerima dua kapal kayu yang dibuat tukang kampung sebelah selama enam bulan.",
         "Ketua koperasi berkata kapal itu dipakai bergantian oleh dua puluh keluarga di pesisir.")  # fmt: skip
PUBLISHED = '<meta property="article:published_time" content="2026-07-24T15:18:00+07:00">'
NOW = datetime(2026, 7, 24, 18, tzinfo=timezone(timedelta(hours=7)))


WITHIN = f"<h1>{TITLE}</h1><div>{paragraphs((*SENTENCES, *MORE))}</div>"


def printed(stamp: str) -> str:
    return f'<div class="tanggal">{stamp}</div>'


def script(sentences: Iterable[str]) -> str:
    return f"<script>simpan({json.dumps(json.dumps({'isi': paragraphs(sentences), 'n': 1}))})</script>"


def cards(headlines: Iterable[str]) -> str:
    return "".join(
        f'<h3><a href="/x">{line}</a></h3><p>{said}</p>' for line, said in zip(headlines, MORE, strict=False)
    )


# The page that raises a doubt, and one much like it that raises none.
PAGES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    opinion.LOST_PAGE: (
        {"beside": HIDDEN.format(paragraphs(MORE[:2]))},
        {"body": paragraphs(SENTENCES) + HIDDEN.format(paragraphs(MORE[:2]))},
    ),
    opinion.LOST_HEADING: (
        {"body": paragraphs(SENTENCES), "beside": "".join(f"<section>{part}</section>" for part in LIST)},
        {"body": paragraphs(SENTENCES[:2]) + "".join(LIST)},
    ),
    opinion.LESS: (
        {"body": paragraphs(SENTENCES[:2]), "beside": f'<div class="lanjutan">{paragraphs(MORE)}</div>'},
        {"body": paragraphs((*SENTENCES, *MORE)), "beside": f'<div class="lanjutan">{paragraphs(MORE[:2])}</div>'},
    ),
    opinion.FEWER_WORDS: ({"head": data(wordCount="180")}, {"head": data(wordCount="68")}),
    opinion.SHORT_LINES: (
        {"body": paragraphs([SENTENCES[0], *VERSES])},
        {"body": paragraphs([*SENTENCES, *VERSES[:5]])},
    ),
    opinion.LINKS_AT_END: (
        {"body": paragraphs([*SENTENCES, *HEADLINES])},
        {"body": paragraphs([*HEADLINES, *SENTENCES])},
    ),
    opinion.CAPTION_FIRST: (
        {"body": paragraphs([f"{CAPTION} pada Kamis pagi, Dok. Pribadi", *SENTENCES]), "beside": PICTURE},
        {"body": paragraphs([f"{CAPTION}. {SENTENCES[0]}", *SENTENCES[1:]]), "beside": PICTURE},
    ),
    opinion.OTHER_TITLE: (
        {"title": "Kabar Pilihan", "head": f'<meta property="og:title" content="{TITLE}">'},
        {"title": "Panen Kopi", "head": f'<meta property="og:title" content="{TITLE}">'},
    ),
    opinion.OTHER_ADDRESS: (
        {"slug": "warga-tanjung-kerang-menanam-bakau-lagi-24"},
        {"slug": "kepala-tani-rahmat-bercerita-panjang-lebar"},
    ),
    opinion.OTHER_TEXT: ({"body": paragraphs(OTHER)}, {"body": paragraphs([*OTHER, SENTENCES[0]])}),
    opinion.LEAD: (
        {"between": f'<p class="lead">{MORE[0]}</p>'},
        {"between": f'<figure><img src="/a.jpg"><figcaption><p>{MORE[0]}</p></figcaption></figure>'},
    ),
    opinion.TAIL: (
        {"behind": f'<div class="penutup"><p>{MORE[0]}</p></div>'},
        {"behind": f'<div class="penutup"><h3>Terkait</h3><p>{MORE[0]}</p></div>'},
    ),
    opinion.ELSEWHERE: (
        {"beside": f"<section><div>{paragraphs(MORE[:2])}</div></section>"},
        {"beside": f"<section><div>{paragraphs(MORE[:1])}</div><div>{paragraphs(MORE[1:2])}</div></section>"},
    ),
    opinion.HIDDEN_PART: (
        {"body": paragraphs(SENTENCES) + f'<div style="display:none">{paragraphs(MORE[:1])}</div>'},
        {"body": paragraphs(SENTENCES) + f'<div style="display: none"><p><a href="/x">{MORE[0]}</a></p></div>'},
    ),
    opinion.MORE_IN_DATA: (
        {"head": data(articleBody=" ".join((*SENTENCES, *MORE[:3])))},
        {"head": data(articleBody=" ".join((*SENTENCES, *MORE[:2])))},
    ),
    opinion.BUTTON: (
        {"behind": '<button type="button">Baca selengkapnya</button>'},
        {"behind": '<a href="https://www.kabar.example/indeks">Baca selengkapnya</a>'},
    ),
    opinion.SECOND: (
        {"beside": f'<h3>{HEADLINES[0]}</h3><div class="isi">{paragraphs(MORE[:2])}</div>'},
        {"beside": f'<h3>Lanjutan</h3><div class="isi">{paragraphs(MORE[:2])}</div>'},
    ),
    opinion.COMMENTS: (
        {"body": paragraphs([*SENTENCES, "Andi 2 jam lalu", MORE[0], "Rina 3 jam lalu", MORE[1]])},
        {"body": paragraphs([*SENTENCES, "Panen usai 2 jam lalu", MORE[0], "Warga berkata: balas!", MORE[1]])},
    ),
    opinion.LINKED: (
        {"body": paragraphs(SENTENCES) + cards(HEADLINES)},
        {"body": paragraphs(SENTENCES) + cards(HEADLINES[:2])},
    ),
    opinion.TEMPLATE: (
        {"beside": f'<script type="text/template">{paragraphs(MORE[:2])}</script>'},
        {"beside": '<script type="text/template"><p>{{ komentar }}</p><p>Tulis komentar.</p></script>'},
    ),
    opinion.SCRIPT: ({"beside": script((*SENTENCES, *MORE[:3]))}, {"beside": script(SENTENCES)}),
    opinion.MORE: (
        {
            "title": "",
            "body": f"<h1>{TITLE}</h1><div>{paragraphs((*SENTENCES, *MORE))}</div><div>Kabar lain hari ini</div>",
        },
        {"title": "", "body": f"<h1>{TITLE}</h1><div>{paragraphs((*SENTENCES, *MORE))}</div>"},
    ),
    opinion.MORE_THAN_DATA: (
        {"head": data(articleBody=" ".join(SENTENCES[:3]))},
        {"head": data(articleBody=SENTENCES[0])},
    ),
    opinion.APART: (
        {"head": PUBLISHED, "between": printed("Rabu, 22 Juli 2026 15:18 WIB"), "now": NOW},
        {"head": PUBLISHED, "between": printed("Jumat, 24 Juli 2026 08:18 WIB"), "now": NOW},
    ),
    opinion.OTHER_PRINTED: (
        {"between": "<time>Jumat, 24 Juli 2026 15:18 WIB</time>", "beside": printed("3/2/2014 07:11 WIB"), "now": NOW},
        {"between": "<time>Jumat, 24 Juli 2026 15:18 WIB</time>", "beside": printed("24/7/2026 15:18 WIB"), "now": NOW},
    ),
    opinion.VISIT: (
        {"between": printed("Jumat, 24 Juli 2026 18:00 WIB"), "now": NOW},
        {"between": printed("Jumat, 24 Juli 2026 17:58 WIB"), "now": NOW},
    ),
    opinion.LEFTOVER: (
        {"body": paragraphs([*SENTENCES, "{{ judul_terkait }}"])},
        {"body": paragraphs([*SENTENCES, "Fungsi f(x) ditulis dalam kurung {x}, kata guru itu [1]."])},
    ),
}


@pytest.mark.parametrize("doubt", PAGES)
def test_a_page_that_deserves_a_doubt_raises_it_and_one_much_like_it_none(doubt: str) -> None:
    wrong, right = PAGES[doubt]
    assert list(second_opinion(*read(**wrong))) == [doubt]
    assert list(second_opinion(*read(**right))) == []


def test_every_doubt_is_tried() -> None:
    ours = {name for name, value in vars(opinion).items() if name.isupper() and isinstance(value, str)}
    assert {getattr(opinion, name) for name in ours} == set(PAGES)


def test_a_plain_page_raises_nothing() -> None:
    assert list(second_opinion(*read())) == []


@pytest.mark.parametrize(
    "text",
    [
        *("[bacajuga:Panen](x)", "undefined", "<p>Panen", "function (a)", "baris }} lain", "Jum\ufffdat", "kata â€œya"),
        *("Fatal error: Uncaught Error in /srv/sora/isi.php on line 31", "Gagal di /srv/sora/isi.php:31"),
    ],
)
def test_what_programs_write_is_known(text: str) -> None:
    article, loader = read()
    for changed in (replace(article, text=f"{article.text}\n\n{text}"), replace(article, title=text)):
        assert opinion.LEFTOVER in second_opinion(changed, loader)


def test_one_numbered_heading_and_those_of_a_menu_are_no_loss() -> None:
    menu = "<nav><h3>1. Terpopuler</h3><h3>2. Terbaru</h3></nav>"
    assert list(second_opinion(*read(beside=f"<h2>1. Memetik</h2>{menu}"))) == []


def test_a_hidden_page_of_links_or_in_a_junk_box_is_no_loss() -> None:
    links = HIDDEN.format('<p><a href="/x">Warga Tanjung Kerang menanam bakau lagi di pesisir utara</a></p>')
    junk = HIDDEN.format(f'<div class="iklan">{paragraphs(MORE[:2])}</div>')
    assert list(second_opinion(*read(beside=links + junk))) == []


def test_a_numbered_list_at_the_end_is_the_articles() -> None:
    numbered = [f"{number}. {headline}" for number, headline in enumerate(HEADLINES, 1)]
    assert list(second_opinion(*read(paragraphs([*SENTENCES, *numbered])))) == []


def test_a_magazines_long_headline_may_differ_from_the_webs() -> None:
    head = f'<meta property="og:title" content="{TITLE}">'
    assert list(second_opinion(*read(title="Saat Lereng Timur Berbau Wangi", head=head))) == []


def test_a_gallery_is_not_measured_by_its_text() -> None:
    wrong, _ = PAGES[opinion.LESS]
    article, loader = read(**wrong)
    gallery = replace(article, kind="gallery", images=[Image("https://www.kabar.example/kopi.jpg")])
    assert list(second_opinion(gallery, loader)) == []


def test_a_crawl_counts_a_doubt_keeps_the_page_and_says_it(tmp_path: Path) -> None:
    def with_leftover(text: str) -> str:
        return text.replace("</p>", "</p><p>{{ judul_terkait }}</p>", 1)

    status, log = night(tmp_path, with_leftover, names="2026-news-single")
    assert status == 0, "one doubt is no finding"
    assert last_run(tmp_path).half_read == {opinion.LEFTOVER: 1}, "half-read/... in the crawl's statistics"
    assert f"  doubted 1: {opinion.LEFTOVER}; see `scrapy review okezone`\n" in log
    (page,) = (page for page in kept(tmp_path / "data/okezone", bodies=True) if page.reason == "half-read")
    assert page.detail == opinion.LEFTOVER
    assert b"{{ judul_terkait }}" in page.body
    records = (tmp_path / "data/okezone/articles-2026-07-24.jsonl").read_text(encoding="utf-8")
    assert f'"{page.id}"' in records, "the article is stored all the same"
    reported = scrapy("report", "-s", f"NEWSCRAWL_DATA={tmp_path / 'data'}")
    assert "okezone: 1 doubt, to be judged by scrapy review okezone\n" in reported.stdout
    assert f"  - {opinion.LEFTOVER}\n    {page.url}\n" in reported.stdout


def test_a_portal_half_of_whose_articles_are_doubtful_is_a_finding_and_their_pages_are_shown(tmp_path: Path) -> None:
    lead = f"<strong>BANDUNG</strong> - {MORE[1]}"

    def new_template(number: int) -> Answer:
        """Every second article has its first paragraph in a box of its own, in front of the text's."""
        status, headers, body, delay = article(number)
        moved = f'<div class="pembuka"><p>{lead}</p></div><div class="c-detail read">'
        kept_in = f'<div class="c-detail read"><p>{lead}</p>'
        changed = str(body).replace('<div class="c-detail read">', kept_in if number % 2 else moved)
        return status, headers, changed, delay

    count = 8
    routes = newsroom(count) | {path_of(number): new_template(number) for number in range(count)}
    with Site(routes) as site:
        done = newsroom_crawl(site, tmp_path)
    assert done.returncode == Exit.FINDINGS, done.stderr
    (run,) = load(tmp_path / "okezone")
    assert run.half_read == {opinion.LEAD: count // 2}
    assert [finding.name for finding in run.findings] == ["half-read"]
    assert f"FINDING half-read: 4 of 8 articles were read in part ({opinion.LEAD} 4)\n" in done.stderr
    pages = {
        page.url for page in kept(tmp_path / "okezone") if (page.reason, page.detail) == ("half-read", opinion.LEAD)
    }
    assert {urlsplit(url).path for url in pages} == {path_of(number) for number in range(0, count, 2)}
    settings = ("-s", f"NEWSCRAWL_DATA={tmp_path}")
    reported = scrapy("report", *settings).stdout
    assert all(f"  - {opinion.LEAD}\n    {url}\n" in reported for url in pages)
    reviewed = scrapy("review", "okezone", "--html", str(tmp_path / "review.html"), *settings)
    assert "pages, 4 with doubts, " in reviewed.stdout
    html = (tmp_path / "review.html").read_text(encoding="utf-8")
    assert all(url in html for url in pages)
    assert opinion.LEAD in html


def test_lines_beside_the_text_are_found_without_paragraphs() -> None:
    lines = f'<div class="lanjutan">{"<br><br>".join(MORE)}</div>'
    teasers = "".join(f"<div>{said} <a href='/read/2'>Selengkapnya</a></div>" for said in MORE)
    assert len([*beside(read(behind=lines)[1].body.containers)]) == len(MORE)
    assert [*beside(read(behind=teasers)[1].body.containers)] == []
