"""What came in place of an article is known by strong marks; a bad canonical address throws no article away."""

from __future__ import annotations

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.portals.registry import portals
from newscrawl.reading.article import read
from newscrawl.reading.doubts.partial import FURTHER
from newscrawl.reading.page import Page
from newscrawl.reading.walls import block_of, in_place_of, wall_of

URL = "https://news.okezone.com/read/2026/07/24/337/9920001/petani-garam-wirun-tanam-bakau-di-tambak"
TITLE = "Petani Garam Wirun Tanam Bakau di Tambak"
FIRST = "WIRUN - Petani garam menanam dua ribu bibit bakau di tepi tambak sejak Senin pagi."
NAVIGATION = "".join(f'<li><a href="/kanal-{n}">Kanal {n}</a></li>' for n in range(12))
# What ordinary pages hold of the vendors that stand before them.
ORDINARY = (
    "<script>(function(){var s=document.createElement('script');"
    "s.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';})();</script>",
    '<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script>',
    '<script src="https://js.datadome.co/tags.js"></script>',
    "<script>window._pxAppId='PX12345';</script>",
    '<script src="https://a1.edge.sdk.awswaf.com/a1/challenge.compact.js"></script>',
    '<form><textarea></textarea><div class="g-recaptcha" data-sitekey="x"></div></form>',
    '<form><div class="cf-turnstile"></div></form>',
    '<p>Internet sehat, <a href="https://aduankonten.id/">aduan konten</a></p>',
)
CHECKS = (
    "<title>Just a moment...</title><h1>news.okezone.com</h1>",
    "<script>window._cf_chl_opt={cvId:'3'};a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1'</script>",
    "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
    "<title>Access Denied</title><h1>Access Denied</h1><p>Reference&#32;&#35;18.2d351ab8.1557333295.a4e16ab</p>",
    '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=23">Incapsula incident ID: 1-2</iframe>',
    "<script>var dd={'host':'geo.captcha-delivery.com'}</script><script src='https://ct.captcha-delivery.com/c.js'></script>",
    "<title>Access to this page has been denied</title><div id='px-captcha'></div>",
    "<script>window.gokuProps = {};</script><script src='https://a.token.awswaf.com/a/challenge.js'></script>",
    "<title>Sucuri WebSite Firewall - Access Denied</title>",
    "<title>DDoS-Guard</title><h1>Checking your browser before accessing okezone.com</h1>",
    "<title>Making sure you&#39;re not a bot!</title><img src='/.within.website/x/cmd/anubis/static/img/pensive.webp'>",
    "<h1>Pemeriksaan Keamanan</h1><div class='h-captcha'></div>",
    "<p>Buktikan bahwa Anda bukan robot.</p><div class='cf-turnstile'></div>",
)


def page(body: str) -> Page:
    return Page(f"<!DOCTYPE html><html>{body}</html>".encode(), URL)


@pytest.mark.parametrize("body", ORDINARY)
def test_what_ordinary_pages_hold_is_no_check(body: str) -> None:
    quiet = page(f"<title>Indeks</title><ul>{NAVIGATION}</ul><p>Tidak ada berita.</p>{body}")
    assert block_of(quiet) is None
    if "aduankonten" not in body:
        assert block_of(page(f"<p>Belum ada berita.</p>{body}")) is None


@pytest.mark.parametrize("body", CHECKS)
def test_a_check_is_known_by_its_vendors_marks(body: str) -> None:
    assert wall_of(page(body)) == "robot check"


def okezone(body: str, *, h1: str = TITLE, head: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><div class="title-article"><h1>{h1}</h1>'
        f'</div><div class="c-detail read">{body}</div></body></html>'
    ).encode()


@pytest.mark.parametrize("check", CHECKS[1:4])
def test_an_article_with_such_a_mark_in_it_is_an_article(check: str) -> None:
    assert extract(okezone(f"<p>{FIRST}</p>", head=check), URL).text == FIRST


def reason(source: bytes, url: str = URL) -> str:
    with pytest.raises(NotAnArticle) as caught:
        extract(source, url, strict=True)
    return caught.value.reason


@pytest.mark.parametrize(
    "notice",
    [
        "Berita tidak ditemukan", "Maaf, halaman yang Anda cari tidak tersedia", "Halaman Tidak Tersedia",
        "Artikel ini telah dihapus", "Artikel ini sudah ditarik oleh redaksi", "Konten telah dihapus",
        "Oops! Halaman tidak ditemukan atau telah dihapus", "404 - Page Not Found", "Error 404",
        "Oops! That page can’t be found.",
        "Mohon maaf, artikel ini telah kami turunkan", "Story ini telah dihapus oleh penulisnya",
        "Berita yang kamu cari sudah tidak tersedia lagi.",
    ],
)  # fmt: skip
def test_a_notice_in_place_of_the_headline_is_a_removal(notice: str) -> None:
    assert (
        reason(f"<html><body><h1>{notice}</h1><p>Silakan kembali ke beranda.</p></body></html>".encode()) == "removed"
    )
    assert reason(f"<html><title>{notice} | Okezone</title><body><p>Beranda</p></body></html>".encode()) == "removed"
    assert reason(okezone("<p>Silakan kembali ke beranda.</p>", h1=notice)) == "removed"


@pytest.mark.parametrize(
    "text",
    [
        "Artikel ini telah dihapus oleh redaksi.",
        "Artikel ini telah ditarik karena melanggar Kode Etik Jurnalistik menurut Dewan Pers.",
        "Sesuai Pernyataan Penilaian dan Rekomendasi Dewan Pers Nomor 12, berita ini telah dicabut.",
        "Redaksi telah mencabut berita ini atas permintaan Dewan Pers.",
        "Mohon maaf, konten ini tidak tersedia.",
    ],
)
def test_a_notice_in_place_of_the_text_is_a_removal(text: str) -> None:
    assert reason(okezone(f"<p>{text}</p>")) == "removed"


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Artikel soal Tambak Dihapus, Dewan Pers Turun Tangan",
            "WIRUN - Artikel ini telah dihapus, kata Lurah Wirun.",
        ),
        ("Halaman Balai Desa Tidak Ditemukan di Peta", "WIRUN - Warga memprotes peta baru."),
        (TITLE, "Berita tersebut telah dihapus dari laman desa, kata Lurah Wirun, setelah warga memprotesnya."),
        ("Berita Tidak Ditemukan", "WIRUN - " + "Warga mencari kabar tambak di papan desa sejak pagi. " * 12),
        (TITLE, "Artikel ini telah dihapus, begitu tulisan yang dibaca warga di papan desa sejak pagi. " * 8),
        (TITLE, "Artikel ini telah tayang di koran desa, kata Lurah Wirun kepada warganya."),
    ],
)
def test_an_article_about_a_removal_stays(headline: str, text: str) -> None:
    assert extract(okezone(f"<p>{text}</p>", h1=headline), URL, strict=True).title == headline


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Halaman sedang tidak tersedia</h1>",
        "<h1>Halaman tidak tersedia</h1><p>Mohon coba beberapa saat lagi.</p>",
        "<h1>Artikel tidak tersedia</h1><p>Situs kami dalam pemeliharaan.</p>",
        "<title>Korban Banjir Tidak Ditemukan - Okezone</title><h2>Korban Banjir Tidak Ditemukan</h2>",
    ],
)
def test_what_an_outage_or_a_new_template_says_is_no_removal(body: str) -> None:
    assert wall_of(page(body)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Terjadi kesalahan saat memuat konten. Silakan muat ulang halaman.",
        "Terjadi kesalahan pada server. Silakan coba beberapa saat lagi.",
        "Terjadi gangguan.",
        "Halaman ini sedang dalam perbaikan, kembali lagi nanti ya.",
        "Mohon maaf atas ketidaknyamanan ini. Server Okezone sedang sibuk.",
        "Something went wrong.",
        "Silakan berlangganan untuk melanjutkan membaca artikel ini.",
        "Konten premium. Masuk ke akun Anda untuk membaca selengkapnya.",
    ],
)
def test_a_fault_or_a_wall_in_place_of_the_text_is_no_article(text: str) -> None:
    assert reason(okezone(f"<p>{text}</p>")) == "no text"


@pytest.mark.parametrize(
    "text",
    [
        "WIRUN - Terjadi gangguan listrik sejak Senin pagi.",
        "Gagal panen, petani rugi.",
        "Server desa mengalami gangguan sehingga layanan KTP ditunda, kata Lurah Wirun.",
        "Login akun pajak bermasalah. Warga diminta mencoba lagi Selasa.",
        f"{FIRST} Silakan berlangganan untuk melanjutkan membaca.",
    ],
)
def test_an_article_about_a_fault_stays(text: str) -> None:
    assert extract(okezone(f"<p>{text}</p>"), URL, strict=True).text


def test_a_notice_that_speaks_of_a_while_is_no_article_either() -> None:
    assert in_place_of("Artikel Tidak Tersedia", "Situs kami dalam pemeliharaan.") == "no text"


def canonical(address: str, h1: str = TITLE, head: str = "") -> bytes:
    return okezone(f"<p>{FIRST}</p>", h1=h1, head=f'<link rel="canonical" href="{address}">{head}')


@pytest.mark.parametrize(
    "address",
    [
        "https://www.okezone.com/",
        "https://stg.okezone.id/read/2026/07/24/337/9920001/x",
        "https://staging.okezone.com/read/2026/07/24/337/9920001/x",
        "http://localhost:3000/read/x",
        "https://www.sindonews.com/read/2989101/70/petani-garam-wirun-tanam-bakau-di-tambak-1784797200",
        "https://example.org/",
        "https://news.okezone.com/read/2026/07/24/337/9919999/kapal-penyeberangan-kandas",  # the page before
    ],
)
def test_a_bad_canonical_address_throws_no_article_away(address: str) -> None:
    article = extract(canonical(address), URL, strict=True)
    assert (article.text, article.url, article.id) == (FIRST, URL, "okezone-9920001")


def test_a_page_of_another_article_or_of_none_is_not_the_articles() -> None:
    other = "https://news.okezone.com/read/2026/07/24/337/9920002/kapal-penyeberangan-kandas-di-teluk"
    assert reason(canonical(other, h1="Kapal Penyeberangan Kandas di Teluk")) == "another page"
    assert reason(canonical(other, h1="Petani Garam Wirun Tunggu Kapal Penyeberangan di Teluk")) == "another page"
    echo = f'<meta property="og:url" content="{URL}">'
    for address in ("https://www.okezone.com/", "https://www.sindonews.com/"):
        assert reason(canonical(address, h1="Okezone Experience The Zone")) == "another page"
        assert reason(canonical(address, h1="Okezone Experience The Zone", head=echo)) == "another page"
    edited = canonical("https://www.okezone.com/", h1="Bakau Ditanam Petani, Garam Berlimpah Lagi", head=echo)
    assert extract(edited, URL, strict=True).text == FIRST, (
        "an edited headline; another of its addresses is the article's"
    )


def test_what_is_kept_from_our_region_alone_is_not_removed() -> None:
    assert in_place_of("Konten tidak tersedia", "Konten ini tidak tersedia di wilayah Anda.") == "blocked"
    assert in_place_of("Artikel ini telah dihapus", "Artikel ini telah dihapus oleh redaksi.") == "removed"
    notice = "<title>Okezone</title><h1>Halaman tidak tersedia</h1><p>Halaman ini tidak tersedia di negara Anda.</p>"
    assert wall_of(Page(notice.encode(), URL)) == "blocked"
    assert in_place_of(TITLE, f"{FIRST} Pupuk tidak tersedia di wilayah Anda, kata warga.") is None


@pytest.mark.parametrize(
    ("link", "is_further"),
    [
        (f"{URL}?page=2", True),
        ("?hal=3", True),
        (f"{URL}?page=2#komentar", False),
        (f"{URL}?utm=2", False),
        ("/?page=2", False),
    ],
)
def test_a_link_to_a_further_page_that_no_rule_tells_of_is_doubted(link: str, is_further: bool) -> None:
    body = okezone(f"<p>{FIRST}</p>").replace(b"</body>", f'<a class="x1" href="{link}">2</a></body>'.encode())
    reading = read(body, URL, portals()["okezone"], opinion=True)
    assert (FURTHER in reading.doubts) is is_further
