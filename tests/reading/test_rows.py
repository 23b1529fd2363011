"""Every row of every table of patterns: it fits its example, and the table leaves alone the line beside it."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from functools import cache, wraps
from importlib import import_module
from itertools import product
from pkgutil import walk_packages
from typing import ParamSpec

import pytest

from newscrawl.portals.registry import portals
from newscrawl.reading import checks, phrases
from newscrawl.reading.blocks import boxnames
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.openings import sifted
from newscrawl.reading.phrases import boilerplate, headings
from newscrawl.reading.phrases.counters import is_counter
from newscrawl.reading.phrases.habits import Habits
from newscrawl.reading.phrases.house import calls, notices, offers, promotions
from newscrawl.reading.phrases.house.appeals import AT_ONCE, FOLLOWING, LISTENED, NEWS, NO_OTHER, OURS, UNSAID
from newscrawl.reading.phrases.house.calls import (
    BEHIND_NEWS,
    BEHIND_PLACE,
    BIDS,
    MAIL,
    OF_CALLS,
    PLACE,
    TO_JOIN,
    TO_READ,
)
from newscrawl.reading.phrases.house.cautions import IF_YOU, THIS
from newscrawl.reading.phrases.house.closings import OF_HEALTH
from newscrawl.reading.phrases.house.films import OF_FILMS, TOLD, TV
from newscrawl.reading.phrases.house.housecalls import IN_TIME, JOIN, TO_FOLLOW, TO_WATCH, UNTOLD
from newscrawl.reading.phrases.names.networks import NETWORK, PICTURED
from newscrawl.reading.phrases.origins import republished, stamps, syndication
from newscrawl.reading.phrases.origins.republished import TELLS_WHERE
from newscrawl.reading.phrases.origins.syndication import HEADLINE
from newscrawl.reading.phrases.page import labels, pagers
from newscrawl.reading.phrases.page.comments import TIME, TO_ANSWER, TO_REACT
from newscrawl.reading.phrases.page.labels import WAY
from newscrawl.reading.phrases.pictures import underpictures
from newscrawl.reading.phrases.words import HOUSE, IN_A, IS_OURS, OF_US
from newscrawl.reading.rows import Row, either
from tests.project import patient

MODULES = [import_module(found.name) for found in walk_packages(phrases.__path__, f"{phrases.__name__}.")]
TABLES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": rows
    for module in (*MODULES, boxnames, checks)
    for name, rows in vars(module).items()
    if isinstance(rows, tuple) and rows and all(isinstance(row, Row) for row in rows)
} | {f"{name}.junk": portal.Loader.junk for name, portal in portals().items() if portal.Loader.junk}
# Parts of patterns which have a name of their own
NAMED = (
    TO_ANSWER,
    TO_REACT,
    TIME,
    JOIN,
    IN_TIME,
    UNTOLD,
    TO_WATCH,
    TO_FOLLOW,
    TO_JOIN,
    IF_YOU,
    UNSAID,
    republished.NO_SENTENCE,
    promotions.MEDIUM,
    notices.A_TEXT,
    stamps.TITLE,
    AT_ONCE,
    FOLLOWING,
    LISTENED,
    OF_HEALTH,
    TELLS_WHERE,
    OURS,
    NO_OTHER,
    NEWS,
    IN_A,
    IS_OURS,
    OF_US,
    THIS,
    OF_CALLS,
    OF_FILMS,
    BIDS,
    BEHIND_NEWS,
    BEHIND_PLACE,
    MAIL,
    TO_READ,
    TV,
    TOLD,
    PLACE,
    WAY,
    NETWORK,
    PICTURED,
    HEADLINE,
)
LONGEST = 400  # characters of a pattern that a person can take in


P = ParamSpec("P")


def at_once(test: Callable[P, None]) -> Callable[P, None]:
    """A test that fails where it would take hours; a minute is a thousand times what it takes."""

    def over(*_: object) -> None:
        raise AssertionError("a pattern parts a line in every way")

    @wraps(test)
    def timed(*given: P.args, **named: P.kwargs) -> None:
        before = signal.signal(signal.SIGALRM, over)
        signal.setitimer(signal.ITIMER_REAL, patient(60))
        try:
            test(*given, **named)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    return timed


def of_sorapos(row: Row) -> Row:
    """The row as it is for a portal that calls itself Sorapos."""
    return row._replace(pattern=row.pattern.replace(HOUSE, r"sorapos\w*"))


@cache
def table_of_sorapos(name: str) -> re.Pattern[str]:
    return either(map(of_sorapos, TABLES[name]))


@pytest.mark.parametrize(("table", "row"), [(table, row) for table, rows in TABLES.items() for row in rows])
def test_a_row_fits_its_example_and_its_table_spares_the_other_line(table: str, row: Row) -> None:
    assert re.compile(of_sorapos(row).pattern, re.I).fullmatch(row.fits)
    assert not table_of_sorapos(table).fullmatch(row.spares)


@pytest.mark.parametrize("table", TABLES)
def test_a_look_at_the_first_character_changes_nothing(table: str) -> None:
    plain = re.compile("|".join(f"(?:{row.pattern})" for row in map(of_sorapos, TABLES[table])), re.I)
    told = table_of_sorapos(table)
    said = [line for others in TABLES.values() for row in others for line in (row.fits, row.spares)]
    for line in (variant for one in said for variant in (one, one.upper(), f"» {one}")):
        assert (plain.fullmatch(line) is None) is (told.fullmatch(line) is None), line


@pytest.mark.parametrize(
    "pattern",
    [
        r"\Z|b", r"(?=(a?))\1b", r"\x61b", r"\u0061b", r"\N{LATIN SMALL LETTER A}b", r"(?#a note)ab", r"(?s:.)b",
        r"(?x: a )b", r"(?i:k)a", r"(k)?(?(1)a|b)", r"(?P<x>a?)(?P=x)b",
        r"a{0}b", r"(?:a(?:b|)|)k", r"(?=a|)b", r"(?:^a|$|b)", r"[]a]b", r"k", "s", "i", "ſ", "ı", "K",
        "\u212a", r"[ks]b", r"\W?s",
    ],
)  # fmt: skip
@pytest.mark.parametrize("flags", [re.NOFLAG, re.I])
def test_a_look_at_the_first_character_changes_nothing_of_odd_patterns(pattern: str, flags: re.RegexFlag) -> None:
    plain, told = re.compile(pattern, flags), re.compile(sifted(pattern), flags)
    for line in ("", *map("".join, product("abkK\u212asSſiIıİ].\n", repeat=2)), *"abkKKsSſiIıİ].", "aab"):
        for search in ("search", "fullmatch"):
            found, expected = (getattr(one, search)(line) for one in (told, plain))
            assert (found and found.span()) == (expected and expected.span()), line


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_longer_than_a_person_can_take_in(table: str) -> None:
    for row in TABLES[table]:
        own = row.pattern
        for part in NAMED:
            own = own.replace(part, "")
        assert len(own) <= LONGEST


def test_each_module_of_phrases_has_its_tables_read() -> None:
    assert {table.partition(".")[0] for table in TABLES} >= {"boxnames", "calls", "counters", "labels", "syndication"}


def test_what_is_asked_before_a_table_is_in_each_of_its_rows() -> None:
    bars = *labels.ADVERTISEMENTS, *pagers.PAGERS, *labels.SHARE_BARS
    glued = *calls.READING_CALLS, *promotions.PROMOTIONS, *stamps.STAMPS, *syndication.SYNDICATION, *bars
    assert [row for row in glued if not any(word in row.fits.lower() for word in boilerplate.GLUED_WORDS)] == []
    assert all(any(sign in row.fits for sign in stamps.SIGNS_OF_ADDITIONS) for row in stamps.ADDITIONS)
    assert [row for row in underpictures.LONE_CAPTIONS if not set(row.fits) & set(underpictures.SIGNS_OF_CREDITS)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Facebook Twitter X Line Email Salin Tautan",
        "Bluesky | X | WhatsApp | Print",
        "Share: Line Telegram Copy Link",
        "Bagikan ke X",
        "Bagikan artikel ini lewat Email",
        "Click to share on Reddit (Opens in new window)",
    ],
)
def test_a_bar_to_share_has_more_ways_than_networks(line: str) -> None:
    assert boilerplate.is_junk(Paragraph(line))


@pytest.mark.parametrize(
    "pattern", ["i+klan", "[ks]opi", r"(?-i:K)opi", "\\u212aopi", "Kopi", "[^i]s", r"(?P<x>k)(?P=x)", "[A-K]ß"]
)
@pytest.mark.parametrize("rest", ["opi", "ſ", "lan", "s", "ß", "k"])
def test_a_table_that_is_asked_of_small_letters_finds_what_it_finds_of_any(pattern: str, rest: str) -> None:
    table, plain = either([Row(pattern, "", "")]), re.compile(pattern, re.I)
    for line in ("".join(pair) for pair in product("kKsSſiIıİß\u212a", (rest, rest.upper(), "klan", "\u212a"))):
        assert (table.fullmatch(line) is None) is (plain.fullmatch(line) is None), line


# Lines that a row of their own fitted, each beside one it spared: wider rows took these in
TAKEN_IN = (
    ("Ikuti akun media sosial kami: Instagram, Facebook, TikTok, dan X @sora.", "Ikuti kami ke Facebook, kata Ratna."),
    (
        "Pilih Sorapos sebagai sumber berita utama Anda di Google Search.",
        "Pilih kopi sebagai sumber pendapatan, tulis Google.",
    ),
    (
        "Informasi lengkap dan menarik lainnya di Googlenews Sora.com",
        "Informasi lengkap di Google News itu keliru, katanya.",
    ),
    (
        "Cek Berita dan Artikel yang lain di Google News dan WhatsApp Channel",
        "Baca berita dan artikel lainnya di koran.",
    ),
    ("Baca berita Sora lainnya di Google News", "Baca berita lainnya di Google News, kata Ratna."),
    ("Dapatkan informasi terbaru di Google News Sora", "Dapatkan informasi di kantor desa."),
    ("Klik untuk baca: https://sora.com/read/12345", "Klik untuk baca buku itu."),
    ("Follow Berita Kami di Google News", "Follow akun itu lalu unggah foto kopi."),
    ("Follow WhatsApp Channel Sora", "Follow WhatsApp, kata guru."),
    ("Ikuti kami di media sosial", "Temukan kami di pasar."),
    ("Dapatkan berita terpercaya langsung di WhatsApp Gabung", "Dapatkan berita di WhatsApp warga desa."),
    (
        "Ikuti berita lainnya di saluran berikut: Channel WA, Facebook, X (Twitter), Threads",
        "Dapatkan informasi lewat saluran irigasi.",
    ),
    ("Simak berita terbaru Sora di Google News", "Simak berita terbaru di radio."),
    ("Dapatkan berita terbaru lainnya di saluran WhatsApp Sora.com", "Dapatkan informasi terbaru di balai desa."),
    ("Ikuti akun Instagram kami", "Ikuti akun Instagram desa itu."),
    ("Lanjutkan membaca artikel ini di halaman selanjutnya.", "Lanjutkan membaca buku itu di halaman lain."),
    ("Dapatkan informasi dan inspirasi di email kamu. Daftarkan email", "Dapatkan informasi di email itu, kata Ratna."),
    ("Ikuti Ulasan-Ulasan Menarik Lainnya dari Penulis Klik di Sini", "Baca artikel terkait di perpustakaan."),
    ("Yuk, download Sora App sekarang!", "Unduh berkas itu sekarang."),
    ("Komentar (12)", "Komentar (12) dan (13) dihapus."),
    ("Terima kasih atas masukan Anda!", "Terima kasih atas masukan Anda, kata Ratna."),
    ("Unduh aplikasi Sora Pos untuk pengalaman membaca yang lebih baik.", "Unduh aplikasi itu untuk memesan bibit."),
    ("Dapatkan kabar pilihan kami setiap pagi di kotak surel Anda.", "Terima kopi itu di rumah Anda."),
    ("Berlangganan buletin kami", "Berlangganan buletin kampus itu murah."),
    ("Ke halaman 2", "Ke halaman 2 ia menoleh."),
    ("Jangan Lewatkan Video Pilihan Redaksi ini:", "Jangan lewatkan video itu, katanya."),
    ("Simak Video 20detik:", "Simak video 20 detik itu."),
    ("Video Terpopuler Hari ini:", "Video terpopuler hari ini dihapus."),
    ("Simak juga 'Harga Garam Naik':", "Lihat juga tabel itu."),
    ("Saksikan Video Pilihan Berikut Ini:", "Simak video pilihan juri itu."),
    ("Simak videonya di bawah ini", "Tonton video ini di balai desa."),
    (
        "Yuk, gabung channel WhatsApp Sorapos untuk mendapatkan berita tentang kopi, teh, gula. Klik di sini (JOIN)",
        "Gabung grup WhatsApp desa untuk mendapatkan berita tentang kopi.",
    ),
    (
        "Dapatkan update berita pilihan dari Sorapos, klik di sini untuk mendaftarkan diri Anda!",
        "Dapatkan berita dari radio.",
    ),
    ("Scroll ke bawah untuk melanjutkan membaca", "Scroll untuk melanjutkan, kata petunjuk itu."),
    ("Follow Us on:", "Follow us to the river, she said."),
    ("Video Selengkapnya:", "Video terkait gempa disita."),
    ("Baca berita dengan sedikit iklan, klik di sini", "Baca berita dengan sedikit iklan itu nyaman."),
    ("Dapatkan informasi dan inspirasi di email kamu.", "Dapatkan informasi di balai desa."),
    ("Ikuti kami", "Ikuti kami ke sawah."),
    (
        "Artikel ini merupakan karya kreator Sora, bila ada keluhan silakan hubungi kami.",
        "Artikel ini karya penulis desa.",
    ),
    ("Silakan berlangganan untuk membaca artikel selengkapnya", "Silakan berlangganan untuk panen"),
    ("Artikel ini ditulis oleh Budi Santoso, peserta magang di Sorapos.", "Artikel ini ditulis oleh warga."),
    ("Konten ini hasil kerja sama Sorapos dengan VOA", "Tulisan ini hasil kerja sama warga."),
    ("Selanjutnya Lihat Semua", "Selanjutnya lihat semua kebun itu."),
    ("Selanjutnya…", "Selanjutnya, petani menjemur kopi."),
    ("Klik HALAMAN SELANJUTNYA untuk membaca kelanjutannya", "Klik halaman selanjutnya untuk membaca doa itu."),
    ("Selengkapnya di halaman 2", "Selengkapnya di halaman 2 buku itu."),
    ("2 dari 5 halaman", "2 dari 5 halaman robek."),
    ("Simak ulasan selengkapnya di sini", "Simak selengkapnya di sini nanti."),
    ("Baca artikel selengkapnya di detikSora, klik di sini.", "Baca berita selengkapnya di Sora."),
    ("Nyaman tanpa iklan. Langganan SoraPlus", "Nyaman tanpa iklan itu mahal."),
    ("Liputan ini merupakan hasil kolaborasi dengan Sora Weekly.", "Liputan ini hasil kolaborasi warga."),
    ("Artikel ini ditulis oleh peserta program magang Sora Pos.", "Artikel ini ditulis oleh petani kopi."),
    (
        'Versi cetak artikel ini terbit di harian Sora edisi 4 November 2015, di halaman 12 dengan judul "Kopi".',
        "Versi cetak artikel ini terbit di kota.",
    ),
)


@pytest.mark.parametrize(("fits", "spares"), TAKEN_IN)
def test_what_a_wider_row_took_in_is_still_no_text(fits: str, spares: str) -> None:
    habits = Habits(r"sorapos\w*")
    others = boilerplate.CALL, offers.PAYWALL_LINE
    assert boilerplate.is_junk(Paragraph(fits), habits) or is_counter(fits) or any(t.fullmatch(fits) for t in others)
    assert not boilerplate.is_junk(Paragraph(spares), habits)


@pytest.mark.parametrize(
    ("fits", "spares"),
    [
        ("https://www.threads.net/@darmo/post/x", "https://www.threads.net/@darmo"),
        ("https://x.com/darmo/status/1", "https://x.com/darmo"),
        ("https://vt.tiktok.com/x/", "https://www.tiktok.com/@desa"),
        ("https://facebook.com/desa/posts/1", "https://facebook.com/desa"),
        ("https://open.spotify.com/track/x", "https://soundcloud.com/desa"),
    ],
)
def test_films_and_posts_of_each_network(fits: str, spares: str) -> None:
    assert boilerplate.POST_ADDRESS.fullmatch(fits)
    assert not boilerplate.POST_ADDRESS.fullmatch(spares)


@pytest.mark.parametrize(
    ("begin", "again"),
    [
        ("Baca berita ", "berita "),
        ("Ikuti kanal WhatsApp untuk mendapatkan berita ", "untuk mendapatkan berita "),
        ("Jangan lupa like", ", , dan "),
        ("Foto: ", "A/"),
        ("Kebun. (Foto: ", "A/"),
        ("Kebun di Sora --", "A/"),
        ("Copyright © ", "A. "),
        ("Aktifkan notifikasi Sorapos ", "- "),
        ("A", "A"),
    ],
)
@at_once
def test_a_line_that_repeats_itself_is_read_to_its_end(begin: str, again: str) -> None:
    """Rows that tried each way to part such a line took hours."""
    line = f"{(begin + again * 200)[:280]} !x"
    boilerplate.is_caption(Paragraph(line, picture=True), under_picture=True)
    assert not boilerplate.is_junk(Paragraph(line), Habits(r"sorapos\w*"))
    assert not headings.LABEL_ONLY.fullmatch(line)


def repeating(line: str) -> Iterator[str]:
    """A line whose words are repeated, each and each two, as nobody writes them; none of them ends as the line does."""
    words = line.split()
    for n, word in enumerate(words):
        begin = " ".join(words[:n])
        for again in (*(word + mark for mark in (" ", ", ", "/", ".")), " ".join((*words[n : n + 2], ""))):
            yield f"{begin} {again * 60} ?x".strip()
            yield f"{begin} {again * 60}{' '.join(words[n + 1 :])} ,x!".strip()


@pytest.mark.parametrize("table", TABLES)
@at_once
def test_no_row_parts_a_line_of_its_own_words_in_every_way(table: str) -> None:
    """Such a line is read to its end in a moment, or not within a day."""
    for row in TABLES[table]:
        asked = re.compile(row.pattern.replace(HOUSE, r"sora(?:pos)?"), re.I)
        for line in (*repeating(row.fits), f"{row.fits} " * 8 + "?x"):
            asked.fullmatch(line)
