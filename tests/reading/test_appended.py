"""Another article, or what readers wrote, behind a text in its box: it goes or is doubted; parts of the text stay."""

from __future__ import annotations

import pytest

from newscrawl.portals.anysite import saved_site
from newscrawl.portals.registry import portal_of
from newscrawl.reading.article import Reading
from newscrawl.reading.article import read as read_page
from newscrawl.reading.doubts.opinion import COMMENTS, SECOND
from newscrawl.reading.page import NotAnArticle
from tests.reading.test_kinds import FIRST, LAST, NOW, SITES, TITLE

ANY_SITES = {
    "any": (
        "https://www.kabarsora.example/daerah/warga-sora-panen-kopi-lebih-awal-tahun-ini",
        "<main><article><h1>{title}</h1><time>Jumat, 24 Juli 2026 15:18 WIB</time>{box}</article></main>",
        "<div class='isi'>{body}</div>",
    ),
}
PAGES = {name: SITES[name] for name in ("okezone", "kompas", "cnnindonesia")} | ANY_SITES
SAID = (
    f"{FIRST} Hujan berhenti sejak April dan buah merah siap dipetik di lereng utara.",
    "Kepala Desa Sora, Darmo Wirya, mengatakan hasil panen kali ini lebih baik daripada tahun lalu yang basah.",
    f"{LAST} Warga sudah menyiapkan jemuran di halaman balai desa sejak pekan lalu.",
)
OTHER_TITLE = "Nelayan Sabura Temukan Jangkar Tua di Dasar Teluk"
OTHER_ADDRESS = "/daerah/nelayan-sabura-temukan-jangkar-tua-di-dasar-teluk"
OTHER = (
    "SABURA - Nelayan Desa Sabura menemukan jangkar tua di dasar teluk pada Rabu pagi ketika menebar jaring.",
    "Jangkar itu diperkirakan berasal dari kapal dagang abad ke-18, kata peneliti dari kota, Ratna Dewi.",
)
PART = "Harga kopi di pasar naik dua kali lipat sejak Juni, kata seorang pedagang di pasar kabupaten."
REST = "Pedagang berharap harga tidak turun lagi sampai musim panen berikutnya di lereng utara."
C1 = "Semoga harga kopi tidak jatuh lagi seperti tahun lalu ya pak, kasihan petani kecil di desa kami."
C2 = "Mantap, saya juga mau pesan kopinya, kirim ke luar kota bisa tidak? Tolong dibalas ya admin."


def p(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def read(site: str, behind: str, *, below: str = "") -> Reading:
    """A page whose text has this behind its last sentence; `below` stands behind its box."""
    url, page, box = PAGES[site]
    shown = page.format(title=TITLE, box=box.format(body=p(*SAID) + behind) + below)
    html = f"<html><head><title>{TITLE}</title></head><body>{shown}</body></html>"
    try:
        portal = portal_of(url)
    except NotAnArticle:
        portal = saved_site(url)
    return read_page(html.encode(), url, portal, NOW, guess=site in ANY_SITES, opinion=True)


CUT = {
    "headline, writer and date": f"<div><h1>{OTHER_TITLE}</h1><div>Siti Aminah - Kamis, 23 Juli 2026 | 10:00 WIB</div>"
    f"{p(*OTHER)}</div>",
    "a label in front": f"<h4>Artikel selanjutnya</h4><h2>{OTHER_TITLE}</h2><p>Penulis: Siti Aminah</p>{p(*OTHER)}",
    "a date alone below a label": f"<p>Berita berikutnya</p><h2>{OTHER_TITLE}</h2><p>23 Juli 2026</p>{p(*OTHER)}",
    "an article element": f"<article><h2>{OTHER_TITLE}</h2><time>23 Juli 2026</time>{p(*OTHER)}</article>",
    "its address": f"<div data-url='{OTHER_ADDRESS}'><h2>{OTHER_TITLE}</h2>{p(*OTHER)}</div>",
    "a box named so": f"<div class='next-article'><h2>{OTHER_TITLE}</h2><i>23 Juli 2026</i>{p(*OTHER, *OTHER)}</div>",
    "a linked headline with its date in a box": f"<div><h3><a href='{OTHER_ADDRESS}'>{OTHER_TITLE}</a></h3>"
    f"<span>Kamis, 23 Juli 2026 10:00 WIB</span>{p(*OTHER)}</div>",
    "comments in a list": f"<div><h3>Komentar (2)</h3><ul><li><b>Andi</b> <i>2 jam lalu</i><p>{C1}</p><a>Balas</a>"
    f"</li><li><b>Rina</b> <span>3 jam lalu</span><p>{C2}</p><a>Balas</a> <a>Laporkan</a></li></ul></div>",
    "comments of WordPress": f"<div><h3>2 thoughts on “{TITLE}”</h3><ol class='commentlist'><li class='comment'>"
    f"<cite>Andi</cite> berkata: <a href='#c1'>24 Juli 2026 pukul 16:00</a><p>{C1}</p><a>Balas</a></li>"
    f"<li class='comment'><cite>Rina</cite> berkata: <p>{C2 * 5}</p><a>Balas</a></li></ol></div>",
    "comments in boxes": "".join(
        f"<div><strong>{who}</strong><small>{ago} yang lalu</small><div>{what}</div><button>Suka</button>"
        f"<button>Balas</button></div>"
        for who, ago, what in (("Andi Wijaya", "2 jam", C1), ("Rina", "3 hari", C2))
    ),
    "comments as paragraphs": f"<h3>2 Komentar</h3>{p('<b>Andi</b>', C1, 'Balas · 2 jam lalu', 'Rina', C2, 'Balas')}",
}
DOUBTED = {
    "a headline of its own": (f"<div><h1>{OTHER_TITLE}</h1>{p(*OTHER)}</div>", SECOND),
    "a linked headline with a date": (
        f"<h2><a href='{OTHER_ADDRESS}'>{OTHER_TITLE}</a></h2><p>Kamis, 23 Juli 2026 10:00 WIB</p>{p(*OTHER)}",
        SECOND,
    ),
    "names and times": (p("Andi Wijaya 2 jam lalu", C1, "Rina 3 jam lalu", C2), COMMENTS),
}
KEPT = {
    "a live report": (
        f"<h2>Warga Mulai Berkumpul</h2><p>Jumat, 24 Juli 2026 15:10 WIB</p><p>{PART}</p>",
        ["Warga Mulai Berkumpul", "Jumat, 24 Juli 2026 15:10 WIB", PART],
    ),
    "an entry in a box": (
        f"<div class='live'><h3>Warga Mulai Berkumpul</h3><span>24 Juli 2026 15:10</span><p>{PART}</p></div>",
        ["Warga Mulai Berkumpul", "24 Juli 2026 15:10", PART],
    ),
    "sub-headings": (
        f"<h1>Harga Melonjak Dua Kali</h1><p>{PART}</p><h1>Pedagang Berharap Banyak</h1><p>{REST}</p>",
        ["Harga Melonjak Dua Kali", PART, "Pedagang Berharap Banyak", REST],
    ),
    "a day below a sub-heading": (
        f"<h2>Kronologi Kenaikan Harga</h2><p>24 Juli 2026</p><p>{PART}</p><h2>Setelah Panen Usai</h2><p>{REST}</p>",
        ["Kronologi Kenaikan Harga", "24 Juli 2026", PART, "Setelah Panen Usai", REST],
    ),
    "books": (
        f"<div><h3>Kopi di Lereng Sora</h3><p>Penulis: Ratna Dewi</p><p>{PART}</p></div>",
        ["Kopi di Lereng Sora", "Penulis: Ratna Dewi", PART],
    ),
    "what a person said": (
        f"<h3>Tanggapan Warga Desa</h3><p>{PART}</p>",
        ["Tanggapan Warga Desa", PART],
    ),
    "how to answer a message": (
        f"<ol><li>Buka aplikasi.</li><li>Tekan <b>Balas</b> lalu tulis.</li><li>Laporkan</li></ol><p>{PART}</p>",
        ["Buka aplikasi.", "Tekan Balas lalu tulis.", "Laporkan", PART],
    ),
    "how to report an account, with a date": (
        f"<div><p>Diubah</p><p>24 Juli 2026</p><p>Buka akun itu.</p><p>Tekan <b>Laporkan</b></p></div><p>{PART}</p>",
        ["Diubah", "24 Juli 2026", "Buka akun itu.", "Tekan Laporkan", PART],
    ),
    "goods, each an article element": (
        f"<article><h2>Kopi Arabika Sora Premium</h2><p>{PART}</p></article>"
        f"<article><h2>Kopi Robusta Sora Murah</h2><p>{REST}</p></article>",
        ["Kopi Arabika Sora Premium", PART, "Kopi Robusta Sora Murah", REST],
    ),
}


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize("html", CUT.values(), ids=CUT)
def test_it_goes(site: str, html: str) -> None:
    reading = read(site, html)
    assert reading.article.text.split("\n\n") == [*SAID]
    assert not {SECOND, COMMENTS} & {*reading.doubts}


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize(("html", "doubt"), DOUBTED.values(), ids=DOUBTED)
def test_it_is_doubted(site: str, html: str, doubt: str) -> None:
    assert doubt in read(site, html).doubts


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize(("html", "right"), KEPT.values(), ids=KEPT)
def test_a_part_of_the_text_stays(site: str, html: str, right: list[str]) -> None:
    reading = read(site, html + p(REST))
    assert reading.article.text.split("\n\n") == [*SAID, *right, REST]
    assert not {SECOND, COMMENTS} & {*reading.doubts}


def of_any_site(shown: str) -> list[str]:
    """The paragraphs of a page of a site without rules, on which this stands below the menu."""
    url = ANY_SITES["any"][0]
    html = f"<html><head><title>{TITLE}</title></head><body><nav><a href='/'>Home</a></nav><main>{shown}</main></body>"
    return read_page(html.encode(), url, saved_site(url), NOW, guess=True).article.text.split("\n\n")


SIGNED = "<div class='meta'>Oleh Siti Aminah | Kamis, 23 Juli 2026 10:00 WIB</div>"


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_one_article_below_the_other_in_boxes_alike(tag: str) -> None:
    one = f"<div class='post'><h1 class='judul'>{TITLE}</h1>{SIGNED}<div class='isi'>{p(*SAID)}</div></div>"
    two = (
        f"<div class='post'><{tag} class='judul'>{OTHER_TITLE}</{tag}>{SIGNED}<div class='isi'>{p(*OTHER)}</div></div>"
    )
    assert of_any_site(f"<div>{one}{two}{two}</div>") == [*SAID]


def test_sub_headings_in_a_box_called_as_the_one_of_the_headline_stay() -> None:
    parts = f"<div><h2>Harga Melonjak Dua Kali</h2>{p(PART)}</div><div><h2>Pedagang Berharap Banyak</h2>{p(REST)}</div>"
    shown = f"<div class='row'><h1>{TITLE}</h1>{SIGNED}</div><div class='row'>{p(*SAID)}{parts}</div>"
    right = [*SAID, "Harga Melonjak Dua Kali", PART, "Pedagang Berharap Banyak", REST]
    assert of_any_site(shown) == right
    assert of_any_site(f"<div class='other-content'>{shown}</div>") == right


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_parts_of_an_article_in_boxes_alike_stay(tag: str) -> None:
    parts = (("Harga Melonjak Dua Kali", PART), ("Pedagang Berharap Banyak", REST))
    shown = "".join(f"<section class='bagian'><{tag} class='judul'>{h}</{tag}>{p(line)}</section>" for h, line in parts)
    shown = f"<section class='bagian'><h1 class='judul'>{TITLE}</h1>{p(*SAID)}</section>{shown}"
    assert of_any_site(shown) == [*SAID, *(line for part in parts for line in part)]


def test_lines_between_breaks_behind_another_headline_go() -> None:
    text = "<br><br>".join(SAID)
    other = "<br><br>".join(OTHER)
    assert of_any_site(f"<h1>{TITLE}</h1>{SIGNED}<div>{text}<h1>{OTHER_TITLE}</h1>{SIGNED}{other}</div>") == [*SAID]


def test_comments_without_buttons_below_their_heading() -> None:
    comments = "".join(f"<div><b>{who}</b> <span>2 jam lalu</span><p>{C1}</p></div>" for who in ("Andi", "Rina"))
    assert of_any_site(f"<article><h1>{TITLE}</h1><div>{p(*SAID)}<h3>Tanggapan</h3>{comments}</div></article>") == [
        *SAID
    ]


def test_behind_the_article_element_of_the_page() -> None:
    url, page, box = ANY_SITES["any"]
    shown = page.format(title=TITLE, box=box.format(body=p(*SAID)))
    shown = shown.replace("</main>", f"<div><h1>{OTHER_TITLE}</h1>{p(*OTHER, *OTHER)}</div></main>")
    html = f"<html><head><title>{TITLE}</title></head><body>{shown}</body></html>"
    assert read_page(html.encode(), url, saved_site(url), NOW, guess=True).article.text.split("\n\n") == [*SAID]


ENTRIES = [
    (f"Kabar Ke-{n} dari Lereng Utara", f"24 Juli 2026 1{n}:05 WIB", f"{PART} Pukul {n} lewat.") for n in range(3)
]
LIVE = f'<script type="application/ld+json">{{"@type": "LiveBlogPosting", "headline": "{TITLE}"}}</script>'


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize(
    "entry", ["<article><h3>{}</h3><time>{}</time><p>{}</p></article>", "<h1>{}</h1><i>{}</i><p>{}</p>"]
)
@pytest.mark.parametrize(("count", "mark"), [(3, ""), (1, LIVE)])
def test_the_entries_of_a_live_report_stay(site: str, entry: str, count: int, mark: str) -> None:
    behind = mark + "".join(entry.format(*said) for said in ENTRIES[:count])
    reading = read(site, behind)
    assert reading.article.text.split("\n\n") == [*SAID, *(line for said in ENTRIES[:count] for line in said)]
    assert (SECOND in reading.doubts) is not bool(mark)
