"""Pages that broke readers of news: what is the article's stays, what is not goes, nothing raises but NotAnArticle."""

import gzip
import json
from datetime import datetime, timedelta, timezone

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.portals.registry import portals
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.page import NotAnArticle
from newscrawl.reading.phrases.cleaning import strip

URL = "https://news.okezone.com/read/2026/07/24/337/9900001/judul"
NOW = datetime(2026, 7, 24, 16, 45, tzinfo=timezone(timedelta(hours=7)))
TITLE = "Warga Lereng Merbabu Panen Kopi Lebih Awal"
FIRST = "BOYOLALI - Warga Desa Sukamakmur memanen kopi tiga pekan lebih awal tahun ini."
LAST = "Panen berikutnya diperkirakan berlangsung pada bulan Oktober."
OTHER = '<a href="https://news.okezone.com/read/2026/07/23/337/9900002/lain">Harga Nikel Naik Tajam di Morowali</a>'
BYLINE = (
    '<div class="journalist"><a title="Budi Santoso" href="/a"><img src="/i.png"></a>'
    '<a title="Budi Santoso" href="/a">Budi Santoso</a><span> , Jurnalis-Jum\'at, 24 Juli 2026 |15:18 WIB</span></div>'
)
LONG = " ".join(f"Kalimat ke-{n} menceritakan kebun kopi Pak Darmo di lereng utara gunung." for n in range(1, 15))


def page(
    body_html: str,
    head: str = "",
    *,
    h1: str | None = TITLE,
    byline: str = BYLINE,
    before: str = "",
    after: str = "",
) -> bytes:
    """An Okezone page of 2024-26 with this body."""
    title = f'<div class="title-article"><h1>{h1}</h1></div>' if h1 is not None else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>'
        f'<div class="breadcrumb"><a href="/">HOME</a><a href="/news">NEWS</a></div>{title}{byline}{before}'
        f'<div class="c-detail read">{body_html}</div>{after}</body></html>'
    ).encode()


def read(source: bytes, url: str = URL) -> Article:
    return extract(source, url, NOW)


def paragraphs(body_html: str) -> list[str]:
    return read(page(body_html)).text.split("\n\n")


def script(data: object) -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return f'<script type="application/ld+json">{text}</script>'


# -- true text in the middle of an article --------------------------------------------------------------

SENTENCES = (
    "Saya baca juga buku itu.",
    "Baca juga ayat kursi sebelum tidur, pesan Ustaz Hamid kepada santrinya.",
    "Lihat juga bagaimana warga bertahan: mereka menanam singkong di halaman.",
    "Kami lihat juga kondisi jembatan: miring dan retak.",
    "Baca juga: begitu pesan guru itu. Murid-murid pun menurut.",
    "Simak pula penjelasan Bu Ratna mengenai pupuk organik.",
    "ADVERTISEMENT tahun 1950-an itu masih tersimpan di museum kota.",
    "Iklan itu dibintangi anak-anak desa.",
    "Pada hari selanjutnya warga kembali ke sawah.",
    "Selanjutnya, panitia mengumumkan pemenang.",
    "Sebelumnya: harga kopi Rp30.000, kini Rp45.000.",
    "Program itu dibiayai Kementerian Kelautan dan Perikanan (KKP).",
    "Kabar itu pertama kali ditulis Agence France-Presse (AFP)",
    "Negara (baca: pemerintah) harus hadir di tengah petani.",
    "Sang juragan [baca: tengkulak] membeli murah, lalu menjual mahal.",
    "Orang nomor satu itu (baca: Presiden) belum menjawab surat warga.",
    "Kerugian mencapai Rp2 miliar (lihat: tabel di bawah).",
    "Istilahnya [sic] memang begitu, kata Bu Ratna [warga setempat].",
    "“Kami siap (lahir batin)”",
    "(Nama warga dalam cerita ini disamarkan.)",
    "Tidak.",
    "42",
    "Budi Santoso",
    "Editor: begitulah jabatan barunya di kampus.",
    "Reporter itu datang lagi membawa foto.",
    "Follow akun palsu itu bukan kejahatan, kata Kompol Rinto kepada warga.",
    "Follow kami sampai puncak, teriak pemandu itu kepada rombongan.",
    "Ikuti kami ke puncak, teriak pemandu itu.",
    "Foto/video yang beredar di grup warga itu ternyata rekaman lama.",
    "Foto: begitu ia menyebut satu-satunya kenangan yang tersisa.",
    "Saksikan tayangan ulang gol itu, pelatih hanya berkata “luar biasa”.",
    "Artikel ini telah tayang di jurnal kampus dua tahun lalu, kata Profesor Hadi.",
    "Klik untuk melihat hadiah, begitu bunyi pesan yang menguras rekening korban.",
    "Dapatkan update berita dari radio desa, begitu cara warga bertahan saat sinyal hilang.",
    "Ikuti kami, kata penipu itu lewat pesan WhatsApp.",
    "Follow akun itu, bujuk penipu kepada Rani lewat Instagram.",
    "Sumber air warga mengering sejak Mei",
    "Skor tercepat dicatat Rani (lagi)",
    "Tag: kartu itu hilang di pasar, kata Rani.",
    "Lihat postingan ini di Instagram Rani, begitu pesan ibunya.",
    "Baca juga berita lainnya di sini, pinta penjaga perpustakaan kepada Rani.",
    "Video terkait: begitu kata polisi, sudah disita.",
    "Komentar 0 komentar 1: begitu papan skor debat itu.",
    "12 Komentar pedas juri membuat Rani menangis.",
    "Kode [Gambas] dipakai warga untuk menyebut kayu sungkai.",
    "Loading barang di pelabuhan berhenti sejak Senin.",
    "Tag: #KopiMerbabu menjadi percakapan warganet selama sepekan.",
    "Next: begitu judul lagu baru Rara.",
    "Baca halaman selanjutnya dengan suara keras, kata guru itu.",
    "Lanjut ke halaman berikutnya, ia menulis tentang ibunya.",
    "Simak juga ‘lima pesan’ dari Darmo kepada petani muda.",
    "Saksikan live musik di alun-alun malam ini.",
    "Oleh Darmo, kopi itu dijemur di halaman.",
    "Berita menarik dari desa itu menyebar.",
    "Siti Aminah berkontribusi dalam penulisan artikel ini, kata Darmo.",
    "Rp1.500 per kilogram",
    "Skor akhir 3-1",
    "Unduh aplikasi Cuaca di Play Store atau App Store",
    "Rekomendasi",
    "Sebagian artikel ini telah ditulis ulang, kata Rani.",
    "Lihat juga: Pasal 5 ayat (2)",
    "Inflasi naik (lihat juga: tabel 3) pada Mei.",
    "Negara (baca: Presiden Republik Indonesia Joko Widodo) harus hadir.",
    "Ikuti akun Instagram @bmkg untuk info gempa.",
    "Kunjungi akun Instagram @museumkopi.",
    "Dapatkan informasi terbaru tentang vaksin melalui Instagram dinas kesehatan.",
    "Dapatkan beasiswa gratis dari pemerintah melalui aplikasi Kampus Desa.",
    "Bergabunglah dan dapatkan kemerdekaanmu!",
    "Bergabung dengan TikTok",
    "Unduh aplikasi JKN di www.bpjs.go.id",
    "Klik untuk melihat hasil ujian",
    "Saksikan siaran langsung pertandingan di sini",
    "Baca berita dan artikel lain di Google News menjadi kebiasaan Rani.",
    "Artikel ini telah terbit di Jurnal Kopi Indonesia, kata Hadi.",
    "Berita ini sudah tayang di TVRI sejak 1980.",
    "Copyright © 1997 milik mendiang ayahnya.",
    "Konten di bawah ini disajikan oleh advertiser, begitu bunyi label yang dipersoalkan itu.",
    "Fakta atau hoaks? Untuk mengetahui jawabannya kami menelusuri jejak unggahan itu.",
    "Yuk, baca artikel ilmiah dengan anak",
    "(foto kopi KTP dan KK)",
    "Harga R&amp;D kopi mencapai 5 &lt; 6 persen, kata Bu Ratna.",
)

KEPT: dict[str, tuple[str, list[str]]] = {
    "spans that stand alone": (
        '<p><span style="display: block">Ia pulang.</span><span style="color: red; display:block">Ia tidur.</span></p>',
        ["Ia pulang.", "Ia tidur."],
    ),
    "a span in a line": ('<p>Ia <span style="display: inline-block">pulang</span> malam.</p>', ["Ia pulang malam."]),
    "inline tags": ("<p>Kata <strong>penting</strong> dan <a href='/x'>tautan</a>.</p>", ["Kata penting dan tautan."]),
    "tags inside words": ("<p>Pen<b>ting</b>: H<sub>2</sub>O.</p>", ["Penting: H2O."]),
    "invisible characters": (
        "<p>TEMPO.CO, Jakarta -&amp;nbsp;Ba\u200bdan&nbsp;X me&shy;nyebut “kafé” ‘Aisyah.</p>",
        ["TEMPO.CO, Jakarta - Badan X menyebut “kafé” ‘Aisyah."],
    ),
    "one link is the paragraph": (
        f"<p>{OTHER[:-4]} sejak Senin, kata Bu Ratna.</a></p>",
        ["Harga Nikel Naik Tajam di Morowali sejak Senin, kata Bu Ratna."],
    ),
    "linked sentence after a pointer": (
        f"<p>Baca juga:</p><p>{OTHER}</p><p><a href='/x'>Kementerian menyalurkan bantuan pada Senin pagi.</a></p>",
        ["Kementerian menyalurkan bantuan pada Senin pagi."],
    ),
    "sentence goes on behind a link": (
        "<p>Baca juga <a href='/x'>buku itu</a>, kata Bu Guru kepada murid.</p>",
        ["Baca juga buku itu, kata Bu Guru kepada murid."],
    ),
    "sentence goes on behind a link, mid": (
        "<p>Data lain bicara. Lihat juga <a href='/x'>laporan BPS</a> yang menyebut inflasi naik.</p>",
        ["Data lain bicara. Lihat juga laporan BPS yang menyebut inflasi naik."],
    ),
    "sentence goes on with a number": (
        "<p>Data lain bicara. Lihat juga <a href='/x'>tabel</a> 3 di bawah.</p>",
        ["Data lain bicara. Lihat juga tabel 3 di bawah."],
    ),
    "sentence goes on with a name": (
        "<p>Baca juga <a href='/x'>buku</a> Pak Darmo tentang kopi.</p>",
        ["Baca juga buku Pak Darmo tentang kopi."],
    ),
    "list of more tasks": (
        "<ul><li>Tulis puisi</li><li>Baca juga: naskah pendek pilihan juri</li></ul>",
        ["Tulis puisi", "Baca juga: naskah pendek pilihan juri"],
    ),
    "motto on a wall": (
        "<p>Di dinding tertulis pesan. Baca juga: sunyi adalah jawaban</p>",
        ["Di dinding tertulis pesan. Baca juga: sunyi adalah jawaban"],
    ),
    "steps of a manual": (
        "<ol><li>Klik halaman berikutnya</li><li>Ikuti kami di Instagram</li><li>Halaman 5</li></ol>",
        ["Klik halaman berikutnya", "Ikuti kami di Instagram", "Halaman 5"],
    ),
    "headings whose anchor is an unlucky name": (
        "<h2 id='komentar-warganet'>Komentar Warganet</h2><h3 id='iklan'>Iklan Rokok</h3>",
        ["Komentar Warganet", "Iklan Rokok"],
    ),
    "pairs under a picture": (
        "<p><img src='/a.jpg'></p><p>Ganda putra Fajar Alfian/Rian Ardianto menang.</p>",
        ["Ganda putra Fajar Alfian/Rian Ardianto menang."],
    ),
    "item behind a skipped one": (
        "<ul><li style='display:none'>x</li><li>Iklan</li><li hidden>y</li><li>Share</li></ul>",
        ["Iklan", "Share"],
    ),
    "link named like a tag": (
        "<p>Pelatih <a class='ga_Tag' href='/tag/x'>Persija</a> itu mundur.</p>",
        ["Pelatih Persija itu mundur."],
    ),
    "inner tag link": (
        "<p>Harga <a class='inner-link-tag' href='/tag/x'>beras</a> naik di <span class='tag'>Solo</span>.</p>",
        ["Harga beras naik di Solo."],
    ),
    "list and heading": (
        "<ul><li>8GB + 256GB dengan harga Rp6.999.000</li><li>12GB</li></ul><h2>Harga</h2><p>Murah.</p>",
        ["8GB + 256GB dengan harga Rp6.999.000", "12GB", "Harga", "Murah."],
    ),
    "list of short words": (
        "<p>Sumber pendapatan media:</p><ul><li>Iklan</li><li>Langganan</li><li>Share</li></ul>",
        ["Sumber pendapatan media:", "Iklan", "Langganan", "Share"],
    ),
    "list of tasks": (
        "<p>Tugas pekan ini:</p><ul><li>Tulis: satu esai</li><li>Baca: tiga buku dalam sepekan</li></ul>",
        ["Tugas pekan ini:", "Tulis: satu esai", "Baca: tiga buku dalam sepekan"],
    ),
    "tasks in plain paragraphs": (
        "<p>1. Niat</p><p>Baca: doa iftitah, lalu surat pendek</p><p>2. Rukuk</p>",
        ["1. Niat", "Baca: doa iftitah, lalu surat pendek", "2. Rukuk"],
    ),
    "nested lists": (
        "<ol><li>Buah<ul><li>Apel</li><li>Jeruk</li></ul></li><li>Sayur</li></ol>",
        ["Buah", "Apel", "Jeruk", "Sayur"],
    ),
    "definition list": ("<dl><dt>Arabika</dt><dd>Kopi gunung.</dd></dl>", ["Arabika", "Kopi gunung."]),
    "numbered headings": ("<h3>1. Seduh</h3><p>2</p><h3>2024</h3>", ["1. Seduh", "2", "2024"]),
    "table": (
        "<table><tr><th>Komoditas</th><th>Harga</th></tr><tr><td>Beras</td><td>Rp15.000</td></tr></table>",
        ["Komoditas Harga", "Beras Rp15.000"],
    ),
    "table with p in its cells": (
        "<table><tr><td><p>Beras</p></td><td><p>Rp15.000</p></td></tr></table>",
        ["Beras Rp15.000"],
    ),
    "article in a table": (
        "<table><tr><td><p>Satu kalimat utuh.</p><p>Dua kalimat utuh.</p></td></tr></table>",
        ["Satu kalimat utuh.", "Dua kalimat utuh."],
    ),
    "table in a figure": (
        '<figure class="table"><table><tr><td>Beras</td><td>Rp15.000</td></tr></table></figure>',
        ["Beras Rp15.000"],
    ),
    "quotation in a figure": (
        "<figure><blockquote><p>“Kami tidak menyerah.”</p></blockquote></figure>",
        ["“Kami tidak menyerah.”"],
    ),
    "figure never closed": (
        '<figure><img src="/a.jpg"><figcaption>Kebun kopi.</figcaption><p>Kopi itu manis.</p><p>Harum.</p>',
        ["Kopi itu manis.", "Harum."],
    ),
    "poem": (
        "<p>Aku pulang<br>Membawa kopi<br><br>Ibu menunggu,<br>Di beranda</p>",
        ["Aku pulang", "Membawa kopi", "Ibu menunggu,", "Di beranda"],
    ),
    "break inside a sentence": ("<p>Warga desa<br>memanen kopi.</p>", ["Warga desa memanen kopi."]),
    "quotation": ("<blockquote class='quote'>Kopi adalah hidup.</blockquote>", ["Kopi adalah hidup."]),
    "text without p": ("Tanpa paragraf.<br><br>Baris kedua.", ["Tanpa paragraf.", "Baris kedua."]),
    "p never closed": ("<p>Satu kata<p>Dua kata<p>Tiga kata", ["Satu kata", "Dua kata", "Tiga kata"]),
    "div never closed": ("<div><p>Satu kata.</p><div><p>Dua kata.</p>", ["Satu kata.", "Dua kata."]),
    "long text in a pointer box never closed": (
        f'<div id="baca-juga"><div class="text baca">Baca Juga:</div>{OTHER}<p>{LONG}</p>',
        [LONG],
    ),
    "short text in a pointer box never closed": (
        f'<div id="baca-juga"><div class="text baca">Baca Juga:</div>{OTHER}<p>Kopi itu manis, kata Pak Darmo.</p>',
        ["Kopi itu manis, kata Pak Darmo."],
    ),
    **{
        f"long text in {tag}, never closed": (f"<{tag} class='x'>{LONG}", [LONG])
        for tag in ("form", "aside", "nav", "figure", "object", "button", "center", "ins", "blockquote")
    },
    "embed never closed": (
        f"<blockquote class='twitter-tweet'><p>Cuitan</p><p>{LONG}</p>",
        ["Cuitan", LONG],
    ),
    "words of a pointer in a sentence": (
        "<p>Ia <a>lihat juga</a> ladangnya.</p><p>Buku “Baca Juga: <a href='/x'>Kisah Kopi</a>” itu laku.</p>",
        ["Ia lihat juga ladangnya.", "Buku “Baca Juga: Kisah Kopi” itu laku."],
    ),
    "text after a picture": (
        "<p><img src='/a.jpg'></p><p>Polisi menyita dua lembar foto. Kasus itu diselidiki.</p>",
        ["Polisi menyita dua lembar foto. Kasus itu diselidiki."],
    ),
    "text beside a picture": (
        "<p><img src='/a.jpg'>Ia pulang membawa foto/lukisan milik ayahnya.</p>",
        ["Ia pulang membawa foto/lukisan milik ayahnya."],
    ),
    "word paste": ("<p class='MsoNormal'>Kopi<!--[if mso]>x<![endif]--> manis.<o:p></o:p></p>", ["Kopi manis."]),
    "details": ("<details><summary>Cara</summary><p>Seduh air.</p></details>", ["Cara", "Seduh air."]),
    "address behind a label": (
        "<p>Info lebih lanjut: <a href='/x'>www.boyolali.go.id</a></p>",
        ["Info lebih lanjut: www.boyolali.go.id"],
    ),
    "lines of a list": (
        "<p>Bahan:<br>2 butir telur<br>garam secukupnya<br>a. Sabit<br>b. Karung</p>",
        ["Bahan:", "2 butir telur", "garam secukupnya", "a. Sabit", "b. Karung"],
    ),
    "pre": ("<pre>Satu dua\nTiga empat</pre>", ["Satu dua", "Tiga empat"]),
    "arabic": ("<p>بِسْمِ اللَّهِ</p><p>Bismillah.</p>", ["بِسْمِ اللَّهِ", "Bismillah."]),
}

COUNTERS = (
    ("Dibaca 1.234 kali", "Dibaca 1.301 kali"),
    ("Dibaca: 99", "Dibaca: 100"),
    ("3 menit lalu", "2 jam lalu"),
    ("Baru saja", "Sehari yang lalu"),
    ("Diperbarui 5 menit lalu", "Diperbarui 3 hari lalu"),
    ("1,2 rb dilihat", "3 jt dilihat"),
    ("12 Komentar", "0 komentar"),
    ("Waktu baca 3 menit", "Waktu Baca: 4 Menit"),
    ("5 menit baca", "6 menit membaca"),
    ("Artikel ini telah dilihat sebanyak 1.234 kali", "Artikel ini telah dilihat sebanyak 2.345 kali"),
    ("1.2K views | 10 shares", "1.3K views | 11 shares"),
    ("3 menit lalu · Waktu baca 2 menit · 40 Likes", "4 jam lalu · Waktu baca 2 menit · 41 Likes"),
    ("Jumlah pembaca: 1.234", "1.300 orang membaca"),
    ("5 minutes ago", "2 days ago"),
    ("Terakhir diperbarui 2 jam yang lalu", "Last updated an hour ago"),
    ("Jumat, 24 Juli 2026 15:18 WIB | Dibaca 1.234 kali", "24 Juli 2026 · 1.301 views"),
)


@pytest.mark.parametrize("lines", COUNTERS, ids=[one for one, _ in COUNTERS])
def test_counters_above_and_below_the_text_are_none_of_it(lines: tuple[str, str]) -> None:
    signed = f"<p>{FIRST}</p><p>{LAST}</p>{{}}<p>(abc)</p>"
    for line in lines:
        assert paragraphs(f"<p>{line}</p><p>{FIRST}</p><p>{LAST}</p>") == [FIRST, LAST]
        assert paragraphs(f"<p>{FIRST}</p><p>{LAST}</p><p>{line}</p>") == [FIRST, LAST]
        assert paragraphs(signed.format(f"<p>{line}</p><p>{lines[0]}</p>")) == [FIRST, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Buku itu dibaca 1.234 kali.",
        "Dibaca 1.234 kali buku itu dalam sebulan",
        "3 menit lalu bus itu lewat",
        "20 tahun lalu",
        "3 menit",
        "12 Komentar Pedas Juri",
        "Ditonton 40 ribu orang, laga itu berakhir imbang.",
        "Dibaca: surat dari Ratna",
        "Konser Musik Ditonton 40 Ribu Orang, 24 Juli 2026",
        "Beberapa saat lalu bus itu lewat",
        "1.234",
    ],
)
def test_a_line_that_says_more_than_a_counter_stays(line: str) -> None:
    assert paragraphs(f"<p>{line}</p><p>{FIRST}</p><p>{line}</p>") == [line, FIRST, line]


def test_how_often_a_prayer_is_said_stays() -> None:
    prayer = "Zikir pagi itu dibaca dengan tenang."
    assert paragraphs(f"<p>{prayer}</p><p>Dibaca 33 kali</p>") == [prayer, "Dibaca 33 kali"]
    assert paragraphs(f"<p>{prayer}</p><p>Dibaca 1.234 kali</p>") == [prayer]


def test_counters_alone_are_no_article() -> None:
    with pytest.raises(NotAnArticle, match="no text"):
        read(page("<p>Dibaca 1.234 kali</p>"))


NAMES = (
    "paragraphs", "readmore-content", "content-share", "stage", "heads", "tagline", "shared-story", "advokasi",
    "commentary", "adsorption", "follow-up", "social-politics", "loads", "sharecropper", "sponsorship",
)  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence_stays(sentence: str) -> None:
    text = sentence.replace("&amp;", "&").replace("&lt;", "<")
    assert paragraphs(f"<p>{FIRST}</p><p>{sentence}</p><p>{LAST}</p>") == [FIRST, text, LAST]


@pytest.mark.parametrize(("html", "wanted"), KEPT.values(), ids=KEPT)
def test_text_stays(html: str, wanted: list[str]) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, *wanted, LAST]


@pytest.mark.parametrize("name", NAMES)
def test_sentences_in_a_box_with_an_unlucky_name_stay(name: str) -> None:
    box = f'<div class="{name}"><p>Kopi itu manis, kata Pak Darmo.</p><p>“Saya senang,” ujarnya.</p></div>'
    assert paragraphs(f"<p>{FIRST}</p>{box}<p>{LAST}</p>") == [
        FIRST,
        "Kopi itu manis, kata Pak Darmo.",
        "“Saya senang,” ujarnya.",
        LAST,
    ]


# -- what is not the article's -------------------------------------------------------------------------

JUNK: dict[str, str] = {
    "helplines behind a note": (
        "<p>Catatan Redaksi: Hidup sering sulit. Bila Anda berpikir tentang bunuh diri, hubungi psikolog terdekat.</p>"
        "<p>Catatan Redaksi: Informasi ini tidak ditujukan untuk menginspirasi siapa pun untuk meniru.</p>"
    ),
    "first shown elsewhere": (
        "<p>Artikel ini sebelumnya dimuat Sora.com jaringan Bima.com dengan judul: “Panen Kopi”</p>"
        "<p>Artikel ini sebelumnya telah terbit di Sora.com dengan judul, “Panen Kopi”</p>"
    ),
    "not to miss": "<p>Jangan lewatkan video: Panen Kopi Raya di Sora</p>",
    "box to donate": "<div class='donasi'><p>Dukung jurnalisme mandiri kami.</p><a href='/d'>Donasi Sekarang</a></div>",
    "starred call": "<p>* <strong>Saksikan Video Menarik Berikut Ini</strong></p>",
    "call without an end": "<p>SIMAK VIDEO :</p>",
    "numbered list": "<p>Baca juga:</p><p>1. <a>Harga Nikel Naik</a></p><p>2. <a>Warga Pati Panen Garam</a></p>",
    "label with other words": "<p>Klik untuk baca: <a>Harga Nikel Naik Tajam</a></p>",
    "recommended": f"<p><strong>Rekomendasi untuk Anda</strong></p><p>{OTHER}</p>",
    "arrows in front": "<p>&gt;&gt;&gt; <a>Harga Nikel Naik Tajam</a></p>",
    "elsewhere": "<p>Sebagian artikel ini telah tayang di Kompas.com dengan judul Harga Nikel Naik</p>",
    "channel with its address": "<p>Ikuti Saluran WhatsApp Tribunnews : <a>https://whatsapp.com/channel/0029</a></p>",
    "caption signed by a paper": "<p><img src='/a.jpg'><br>Panen kopi (Tribun Jateng/Dewi Lestari)</p>",
    "caption led by its credit": "<p><img src='/a.jpg'>KOMPAS.com/DEWI LESTARI Panen kopi di Boyolali.</p>",
    "box": f'<div id="baca-juga"><div class="text baca">Baca Juga:</div><div class="group-baca">{OTHER}</div></div>',
    "two boxes of one id": 2 * f'<div id="baca-juga"><div class="text baca">Baca Juga:</div>{OTHER}</div><!-- x -->',
    "label and link": f"<p><strong>Baca Juga:&nbsp;{OTHER}</strong></p>",
    "label outside bold": f"<p><strong>Baca Juga</strong> : {OTHER}</p>",
    "capitals": "<p>BACA JUGA : Harga Nikel Naik</p>",
    "no link": "<p>Baca juga: Harga Nikel Naik</p>",
    "headline with a clock": "<p>Baca juga: Gempa M 5.6 Guncang Cianjur Pukul 13.21 WIB</p>",
    "headline with a question": "<p>Baca juga: Benarkah Harga Nikel Naik?</p>",
    "two sentences": f"<p>Baca juga: {OTHER[:-4]}. Ini Penyebabnya</a></p>",
    "full-width colon": f"<p>Baca juga：{OTHER}</p>",
    "arrows": f"<p>&gt;&gt;&gt; Baca Juga: {OTHER}</p>",
    "no colon": f"<p>Baca Juga {OTHER}</p>",
    "dash": f"<p>Baca Juga - {OTHER}</p>",
    "all of it a link": "<p><a href='/x'>Baca juga: Harga Nikel Naik Tajam</a></p>",
    "three links": f"<p>Baca Juga: {OTHER}, {OTHER} dan {OTHER}</p>",
    "link and kind": f"<p>BACA JUGA: {OTHER} (Foto)</p>",
    "here": "<p>Baca juga berita lainnya <a href='/x'>di sini</a>.</p>",
    "all of it here": "<p>Baca berita selengkapnya <a href='/x'>di sini</a></p>",
    "in brackets": f"<p>(Baca juga: {OTHER})</p>",
    "in square brackets": f"<p>[Baca Juga: {OTHER}]</p>",
    "other words": f"<p>Simak pula: {OTHER}</p><p>Lihat Juga : {OTHER}</p><p>Tonton juga: {OTHER}</p>",
    "selengkapnya": f"<p>Baca selengkapnya: {OTHER}</p><p>Berita Terkait: {OTHER}</p>",
    "artikel lainnya": f"<p>Baca artikel lainnya: {OTHER}</p><p>Baca Berita Lainnya: {OTHER}</p>",
    "pilihan editor": f"<p>Pilihan Editor: {OTHER}</p>",
    "break behind the label": f"<p>Baca Juga:<br>{OTHER}</p>",
    "link in the next paragraph": f"<p>&nbsp;BACA JUGA:</p><p><strong>{OTHER}</strong></p>",
    "list": f"<p>Baca juga:</p><ul><li>{OTHER}</li><li>{OTHER}</li></ul>",
    "list with a heading": f"<h3>Baca Juga</h3><ul><li>{OTHER}</li></ul>",
    "quoted": f"<blockquote>Baca Juga: {OTHER}</blockquote>",
    "in a table": f'<table class="baca-juga"><tr><td><div class="sharing">Baca juga: {OTHER}</div></td></tr></table>',
    "rcti": '<p id="rctiplus">Lihat juga: Resolusi Tahun Baru Yang Bener-Bener Komedi</p>',
    "google news": '<p class="box-gnews">Follow Berita Okezone di <a href="/g">Google News</a></p>',
    "simak google news": "<p>Simak berita terbaru Okezone di Google News</p>",
    "whatsapp": "<p>Follow WhatsApp Channel Okezone untuk update berita terbaru setiap hari</p>",
    "ikuti": "<p>Ikuti Berita Okezone di Google News dan WhatsApp Channel!</p>",
    "advertisement": '<div class="paradetail"><p class="para_caption">\r\n ADVERTISEMENT\r\n </p>'
    '<p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p></div>',
    "advertisement in dashes": "<p>- Advertisement -</p>",
    "advertisement in one line": "<p>Advertisement<br>Scroll to resume content</p>",
    "bare advertisement": "Advertisement<br>",
    "scroll": "<p>Scroll ke bawah untuk melanjutkan membaca</p>",
    "disclaimer": "<p>Konten di bawah ini disajikan oleh Advertiser. Jurnalis Okezone.com tidak terlibat dalam materi"
    " konten ini.</p>",
    "video call": '<strong>Simak Video "Kopi manis?"</strong><br><a class="embed video20detik">[Gambas:Video 20detik]'
    "</a><br>",
    "video below": "<p>Saksikan Video Pilihan Berikut Ini:</p>",
    "video juga": "<p>Simak juga Video: Panen Kopi Raya di Boyolali</p>",
    "instagram mark": "<p>[Gambas:Instagram]</p>",
    "next page": "<p>Selengkapnya di halaman selanjutnya.</p><p>Selanjutnya</p>",
    "pager": "<p>Halaman: 1 2 3</p><p>Lihat Semua</p>",
    "linked tags": "<p>Tag: <a href='/tag/a'>Kopi</a>, <a href='/tag/b'>Boyolali</a></p>",
    "video label": "<p>VIDEO TERKAIT:</p>",
    "instagram words": "<p>Lihat postingan ini di Instagram</p><p>Sebuah kiriman dibagikan oleh Rani (@rani)</p>",
    "instagram words in English": "<p>View this post on Instagram</p><p>A post shared by Rani (@rani)</p>",
    "credit in small letters": "<p><em>Foto: dok pribadi</em></p>",
    "topics": "<p>Topik Artikel :</p>",
    "browse": "<p>Telusuri berita news lainnya</p><p>Bagikan Artikel Ini</p>",
    "rights": "<p>© 2007 - 2026 Okezone.com, All Rights Reserved</p>",
    "other house": "<p>Artikel ini telah tayang di Kompas.com dengan judul Harga Nikel Naik</p>",
    "script": "<script>POLONG({})</script><style>.x{}</style><iframe src='/x'>teks</iframe><noscript>teks</noscript>",
    "script never closed in a p": "<p><script>var a = '<p>teks</p>';</script></p>",
    "template": "<template><p>teks</p></template><svg><text>teks</text></svg>",
    "embed": '<blockquote class="twitter-tweet"><p>Cuitan</p>&mdash; A (@a) <a href="/x">1 Juli</a></blockquote>',
    "instagram": '<blockquote class="instagram-media"><p>Lihat postingan ini</p></blockquote>',
    "hidden": '<p style="display:none">tersembunyi</p><div hidden>tersembunyi</div>',
    "hidden span": '<div style="page-break-after: always"><span style="DISPLAY: none;"> x </span></div>',
    "hidden by important": '<p style="color:red;display: none !important">tersembunyi</p>',
    "poll": '<form action="/poll"><p>Setuju?</p><button>Ya</button></form>',
    "share bar": '<div class="share-box"><span>Share on Facebook</span> <span>copy link</span></div>',
    "tags": '<div class="detail-tag newtag"><a href="/t">#Kopi</a> <a href="/t">#Boyolali</a></div>',
    "ad box": '<ins class="adsbygoogle">Iklan obat</ins><div id="div-gpt-ad-123-0">Beli obat</div>',
    "comments": '<div class="tbkomentar">0 Komentar</div><p>Login untuk komentar</p>',
    "figure": '<figure><img src="/a.jpg"><figcaption>Kebun kopi. (Foto: Antara)</figcaption></figure>',
    "picture": '<picture><source srcset="/a.webp"><img src="/a.jpg" alt="Kebun"></picture>',
    "caption box": '<div class="caption">Kebun kopi di Boyolali. (Foto: Antara)</div>',
    "caption under a picture": '<p><img src="/a.jpg"></p><p>Kebun kopi di Boyolali (Foto: Antara/Rangga)</p>',
    "caption in a picture's paragraph": '<p><img src="/a.jpg"><br><em>Kebun kopi di Boyolali. Foto: Rangga</em></p>',
    "caption in a figure's p": '<figure><img src="/a.jpg"><p>Suasana kebun kopi di pagi hari.</p></figure>',
    "caption and credit, nothing between": '<p><img src="/a.jpg"><br><em>Kebun kopi Foto: Rangga</em></p>',
    "newsletter": '<div class="newsletter"><p>Dapatkan berita pilihan langsung di surel Anda.</p><input></div>',
    "partner": '<div class="disclaimer"><p>Artikel ini dibuat mitra dan bukan tanggung jawab redaksi.</p></div>',
    "wordpress caption": '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">Kebun kopi.</p></div>',
    "empty": "<p></p><p>&nbsp;</p><p><br></p><p><!--pagebreak--></p><p>\u200b</p><hr>",
    "next page, in words": "<p>Simak selengkapnya di halaman selanjutnya &gt;</p><p>Lanjut ke halaman berikutnya.</p>",
    "video without the word": "<p>Simak juga 'Harga Nikel: Naik Tajam':</p><p>Lihat Video: Harga Nikel Naik</p>",
    "live": "<p>Saksikan Live DetikPagi:</p>",
    "scroll in Indonesian": "<p>Scroll untuk membaca</p><p>Scroll Untuk Melanjutkan</p>",
    "contributors": "<p>Siti Aminah, Rani Utami, dan Antara ikut berkontribusi pada laporan ini.</p>",
    "rules": "<p>***</p><p>-----</p><p>• • •</p>",
    "linked headline alone": f"<p>{OTHER}</p><ul><li>{OTHER}</li></ul>",
    "linked headline with any label": f"<p>Jangan lewatkan: {OTHER}</p><p>Video: {OTHER}</p>",
    "post without its class": (
        "<blockquote><p>Kopi enak</p>— Rani (@rani) <a href='https://twitter.com/rani/status/1'>July 24, 2026</a>"
        "</blockquote>"
    ),
    "calls to watch": "<p>Jangan Lewatkan Video Terbaru:</p><p>Kamu Sudah Menonton Video Viral Hari ini?</p>",
    "calls to follow": (
        "<p>Simak berita dan artikel lainnya di Google News</p><p>Ikuti akun Instagram kami</p>"
        "<p>Dapatkan berita terbaru lainnya di saluran WhatsApp Metrotvnews.com</p>"
    ),
    "captions of other makes": "".join(
        f"<p><img src='/a.jpg'></p><p>{line}</p>"
        for line in ("Kebun. (Istimewa)", "Kebun/Antara", "instagram.com/kopi", "Kebun (VIVA/Budi)", "Dok. Desa")
    ),
}

CUT: dict[str, tuple[str, str]] = {
    "bracket": ("Ia pergi. (Baca juga: Harga (2) Naik Tajam) Lalu pulang.", "Ia pergi. Lalu pulang."),
    "short bracket": ("Ia pergi. (Baca: Harga Nikel Naik Tajam di Morowali) Lalu pulang.", "Ia pergi. Lalu pulang."),
    "linked bracket": (f"Ia pergi (baca juga: {OTHER}) lalu pulang.", "Ia pergi lalu pulang."),
    "inline": (f"Ia pergi. Baca juga: {OTHER} Lalu pulang.", "Ia pergi. Lalu pulang."),
    "inline at the end": (f"“Ia pergi,” pungkasnya. <strong>Baca Juga:</strong> {OTHER}", "“Ia pergi,” pungkasnya."),
    "inline at the end, no link": ("Ia pergi. Baca juga: Harga Nikel Naik Tajam di Morowali", "Ia pergi."),
    "behind a break": ("Ia pergi.<br>Baca Juga: Harga Nikel Naik", "Ia pergi."),
    "mark": ("Ia pergi. [Gambas:Video CNN] Lalu pulang.", "Ia pergi. Lalu pulang."),
    "without juga": (f"Ia pergi. Baca: {OTHER}", "Ia pergi."),
    "bracket before a stop": (f"Ia pergi. (Baca: {OTHER}).", "Ia pergi."),
    "hidden span": ("Ia pergi<span style='display:none'>xx</span>.", "Ia pergi."),
    "inline script": ("Ia <script>var a;</script>pergi.", "Ia pergi."),
}


@pytest.mark.parametrize("html", JUNK.values(), ids=JUNK)
def test_junk_goes(html: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, LAST]


@pytest.mark.parametrize(("html", "wanted"), CUT.values(), ids=CUT)
def test_junk_in_a_paragraph_goes(html: str, wanted: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p><p>{html}</p><p>{LAST}</p>") == [FIRST, wanted, LAST]


# -- the end of an article -----------------------------------------------------------------------------

# what stands behind the last paragraph, editors, authors (None: those of the byline), agency
SIGNED: list[tuple[str, list[str], list[str] | None, str | None]] = [
    ("<p>Reporter Magang: Budi Santoso</p>", [], ["Budi Santoso"], None),
    ("<p>(mg1)</p>", [], None, None),
    ("<p>Penulis: Budi Santoso/FMB</p>", ["FMB"], ["Budi Santoso"], None),
    ("<p>Laporan Budi Santoso</p>", [], ["Budi Santoso"], None),
    ("<p>Sumber: detik.com, Kompas.com</p>", [], None, "detik.com, Kompas.com"),
    ("<p>(berbagai sumber)</p>", [], None, None),
    ("<p><strong>(abc)</strong></p>", ["abc"], None, None),
    ("<strong>(ren)</strong>", ["ren"], None, None),
    ("<p>(abc/def)</p>", ["def"], None, None),
    ("<p>[abc]</p>", ["abc"], None, None),
    ("<p>( abc )</p>", ["abc"], None, None),
    ("<p>(kha.-)</p>", ["kha"], None, None),
    ("<p>(FHM)</p>", ["FHM"], None, None),
    ("<p>(din/*)</p>", ["din"], None, None),
    ("<p>(Siti Aminah)</p>", ["Siti Aminah"], None, None),
    ("<p><strong>(Siti Aminah)</strong></p><p>&nbsp;</p><p>1 2 3</p>", ["Siti Aminah"], None, None),
    ("<p>(Siti Aminah Nur'aini Al-Farisi)</p>", ["Siti Aminah Nur'aini Al-Farisi"], None, None),
    ("<p>(M. Rizal, S.Kom)</p>", ["M. Rizal"], None, None),
    ("<p>(*)</p>", [], None, None),
    ("<p>(***)</p>", [], None, None),
    ("<p>***</p>", [], None, None),
    ("<p>(Ant)</p>", [], None, "Antara"),
    ("<p>(Antara)</p>", [], None, "Antara"),
    ("<p>(AFP)</p>", [], None, "AFP"),
    ("<p>(Ant/abc)</p>", ["abc"], None, "Antara"),
    ("<p>(abc/ant)</p>", ["abc"], None, "Antara"),
    ("<p>Reporter: Budi Santoso</p><p>Editor: Siti Aminah</p>", ["Siti Aminah"], ["Budi Santoso"], None),
    ("<p>Reporter : Budi Santoso<br>Editor : Siti Aminah</p>", ["Siti Aminah"], ["Budi Santoso"], None),
    ("<p>Editor: fbn</p>", ["fbn"], None, None),
    ("<p>Reporter: Budi Santoso (fbn)</p>", ["fbn"], ["Budi Santoso"], None),
    ("<p>Rep: Budi Santoso / Red: Siti Aminah</p>", ["Siti Aminah"], ["Budi Santoso"], None),
    ("<p>Penulis: Budi Santoso | Editor: Siti Aminah</p>", ["Siti Aminah"], ["Budi Santoso"], None),
    ("<p>Penulis: budi santoso | Editor: siti aminah</p>", ["siti aminah"], ["budi santoso"], None),
    ("<p>Peliput: Budi Santoso</p><p>Videografi: Rani Dewi</p>", [], ["Budi Santoso"], None),
    (
        "<p>Pewarta: Budi SantosoEditor: Siti Aminah Copyright © ANTARA 2026</p>",
        ["Siti Aminah"],
        ["Budi Santoso"],
        "Antara",
    ),
    (
        "<p>Pewarta : Budi Santoso</p><p>Editor: Siti Aminah</p><p>COPYRIGHT © ANTARA 2026</p>",
        ["Siti Aminah"],
        ["Budi Santoso"],
        "Antara",
    ),
    ("<p>Kontributor: Budi Santoso</p><p>Produser: Reza Ramadhan</p><p>(fru)</p>", ["fru"], ["Budi Santoso"], None),
    ("<p>Budi Santoso berkontribusi dalam penulisan artikel ini.</p>", [], None, None),
    ("<p>[Budi Santoso/Wartawan Sora]</p>", [], ["Budi Santoso"], None),
    ("<p>(Budi Santoso/Kontributor)</p>", [], ["Budi Santoso"], None),
    ("<p>(Budi Santoso/A-88)***</p>", [], ["Budi Santoso"], None),
    ("<p>(fbn/A-88)</p>", ["fbn"], None, None),
    ("<p>Dikirim oleh Budi Santoso</p>", [], ["Budi Santoso"], None),
    ("<p>Sumber: Antara</p>", [], None, "Antara"),
    (f"<p>(abc)</p><p>Baca juga: {OTHER}</p>", ["abc"], None, None),
    ("<p>(abc)</p><p>Follow Berita Okezone di Google News</p>", ["abc"], None, None),
]

# portal, signature, editors, authors
OF_HOUSES = [
    ("tribunnews", "(Tribun Jateng/Budi Santoso, TribunSolo.com/Siti Aminah)", [], ["Budi Santoso", "Siti Aminah"]),
    ("tribunnews", "(tribunjateng/dwl)", [], []),
    ("jpnn", "(*/abc/jpnn)", ["abc"], []),
    ("jawapos", "(*/abc/jpnn)", ["abc"], []),
    ("merdeka", "(mdk/abc)", ["abc"], []),
]


@pytest.mark.parametrize(("portal", "signature", "editors", "authors"), OF_HOUSES)
@pytest.mark.parametrize("form", ["Ia pergi.\n{}", "Ia pergi. {}"])
def test_the_name_of_the_house_signs_nothing(
    portal: str, signature: str, editors: list[str], authors: list[str], form: str
) -> None:
    lines = form.format(signature).split("\n")
    cleaned = strip([Paragraph(line) for line in lines], portals()[portal].Loader.habits)
    assert (cleaned.paragraphs, cleaned.editors, cleaned.authors) == (["Ia pergi."], editors, authors)


ENDINGS = (
    "Program itu dibiayai Kementerian Kelautan dan Perikanan (KKP).",
    "Program itu dibiayai Kementerian Kelautan dan Perikanan (KKP)",
    "Kabar itu pertama kali ditulis Agence France-Presse (AFP).",
    "Ia membawa beras, gula, dan minyak (dll).",
    "Ia membawa beras, gula, dan minyak (dll)",
    "Tamu yang datang ialah Rinto, Rani, Darmo (dkk)",
    "Peti itu milik Pak Rinto (alm)",
    "Skor tercepat dicatat Rani (lagi)",
    "“Kami siap (lahir batin).”",
    "“Kami menang!” (tertawa)",
    "(Semua nama dalam cerita ini disamarkan.)",
    "Ketiganya ialah warga Boyolali (Andi, Beni, dan Cici).",
    "Ia menyebut undang-undang itu usang. (Lihat Pasal 5 ayat 2.)",
    "Penulis: pekerjaan sunyi yang jarang dihargai.",
    "Sumber: api itu belum diketahui.",
    "Laporan: korban sudah dievakuasi ke balai desa.",
    "Skornya 3",
    "3",
    "Tidak.",
    "Ia kini menjadi editor: pekerjaan yang ia cintai.",
    "Oleh: begitu kata pertama surat itu, lalu kosong.",
    "Lirik itu ditutup dengan satu kata: selanjutnya",
    "Kopi, teh, susu",
    "Nilainya 40 (dari 100).",
    "Kebersihan sebagian dari iman. (HR Muslim)",
    "Bersama kesulitan ada kemudahan. (QS Al-Insyirah)",
    "Vaksin itu untuk kakek (Covid-19)",
    "Wartawan: Apakah Anda siap?",
    "Laporan Keuangan Tahunan",
    "Laporan Bank Dunia",
    "Reporter Senior",
    "[Reff]",
    "“Kami menang!” (Tertawa)",
    "“Bersama kesulitan ada kemudahan.” (Al-Insyirah)",
    "Ia sakit (flu)",
    "Siswa belajar di rumah (pjj)",
    "Ia makan buah (apel/jeruk)",
    "Harga dihitung menurut bobot (rp/kg)",
    "Kabar itu disampaikan lewat pengurus(rt/rw)",
    "Zat itu karbon. (CO2)",
    "TNI membeli jet tempur (F-16)",
)


@pytest.mark.parametrize(("html", "editors", "authors", "agency"), SIGNED)
def test_signature_is_read_and_cut(
    html: str, editors: list[str], authors: list[str] | None, agency: str | None
) -> None:
    byline = BYLINE if authors is None else ""
    article = read(page(f"<p>{FIRST}</p><p>{LAST}</p>{html}", byline=byline))
    assert article.text == f"{FIRST}\n\n{LAST}"
    assert (article.editors, article.authors, article.agency) == (editors, authors or ["Budi Santoso"], agency)


@pytest.mark.parametrize(
    ("ending", "wanted"),
    [
        ("Ia pulang. <strong>(qlh)</strong>", "Ia pulang."),
        ("“Ia pulang,” kata Rani.(abc)", "“Ia pulang,” kata Rani."),
        ("Apakah ia pulang? (abc/def)", "Apakah ia pulang?"),
        ("“Ia pulang.” [abc]", "“Ia pulang.”"),
        ("Ia pulang. (Siti Aminah)", "Ia pulang."),
        ("“Ia pulang,” tutup Rani <strong>(abc)</strong>", "“Ia pulang,” tutup Rani"),
        ("“Ia pulang,” tutup Rani<strong>[abc]</strong>", "“Ia pulang,” tutup Rani"),
        ("“Ia pulang,” tutup Rani<b>(sra/abc)</b>", "“Ia pulang,” tutup Rani"),
        ("Ia pulang. (***)", "Ia pulang."),
        ("Ia pulang. ***2***", "Ia pulang."),
        ("Ia pulang. (KR-BDI)(T013)", "Ia pulang."),
        ("Ia pulang. (T.A063/B/S012)", "Ia pulang."),
        ("Ia pulang.(Live Science/Z-2)", "Ia pulang."),
        ("Ia pulang. (*/OL-10).", "Ia pulang."),
    ],
)
def test_signature_in_the_last_sentence_goes(ending: str, wanted: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p><p>{ending}</p>") == [FIRST, wanted]


@pytest.mark.parametrize("ending", ENDINGS)
def test_last_sentence_stays(ending: str) -> None:
    article = read(page(f"<p>{FIRST}</p><p>{ending}</p>"))
    assert article.text.split("\n\n") == [FIRST, ending]
    assert (article.editors, article.authors, article.agency) == ([], ["Budi Santoso"], None)


def test_the_writer_of_a_book_signs_no_article() -> None:
    article = read(page(f"<p>{FIRST}</p><p>Judul: Kebun Kopi<br>Penulis: Siti Aminah</p>"))
    assert article.text.split("\n\n") == [FIRST, "Judul: Kebun Kopi", "Penulis: Siti Aminah"]
    assert article.authors == ["Budi Santoso"]


@pytest.mark.parametrize("note", ["(Bersambung)", "(Tamat)", "(HABIS)", "(Selesai)", "(Foto: Antara)", "(2026)"])
def test_note_at_the_end_is_no_editor(note: str) -> None:
    assert read(page(f"<p>{FIRST}</p><p>{LAST} {note}</p>")).editors == []


def test_dateline_in_its_own_paragraph_is_joined() -> None:
    assert paragraphs("<p><strong>JAKARTA</strong> -</p><p>Warga pulang.</p>") == ["JAKARTA - Warga pulang."]
    assert paragraphs("<strong>JAKARTA</strong> - <p>Warga pulang.</p>") == ["JAKARTA - Warga pulang."]
    assert paragraphs("<p><strong>JAKARTA </strong>– Warga pulang.</p>") == ["JAKARTA – Warga pulang."]


# -- bylines -------------------------------------------------------------------------------------------

BYLINES: list[tuple[str, list[str], str | None]] = [
    ("Budi Santoso", ["Budi Santoso"], None),
    ("Sutarno", ["Sutarno"], None),
    ("Budi Santoso dan Siti Aminah", ["Budi Santoso", "Siti Aminah"], None),
    ("Budi Santoso &amp; Siti Aminah", ["Budi Santoso", "Siti Aminah"], None),
    ("Budi Santoso, Siti Aminah", ["Budi Santoso", "Siti Aminah"], None),
    ("Kontributor: Budi Santoso", ["Budi Santoso"], None),
    ("Kontributor Budi Santoso", ["Budi Santoso"], None),
    ("Budi Santoso (Kontributor)", ["Budi Santoso"], None),
    ("Oleh: Budi Santoso", ["Budi Santoso"], None),
    ("Budi Santoso -detikHealth", ["Budi Santoso"], None),
    ("Budi S.", ["Budi S."], None),
    ("mgrol88", [], None),
    ("Budi Santoso - Okezone", ["Budi Santoso"], None),
    ("Budi Santoso, Kompas TV", ["Budi Santoso"], None),
    ("Budi Santoso, MNC Portal", ["Budi Santoso"], None),
    ("Budi Santoso, S.H., M.H.", ["Budi Santoso"], None),
    ("Budi Santoso, S.Pd, M.I.Kom", ["Budi Santoso"], None),
    ("Budi Santoso, A.Md.", ["Budi Santoso"], None),
    ("Budi Santoso, Sp.A", ["Budi Santoso"], None),
    ("Budi Santoso, Ph.D", ["Budi Santoso"], None),
    ("Budi Santoso, Lc., M.A.", ["Budi Santoso"], None),
    ("BUDI SANTOSO", ["BUDI SANTOSO"], None),
    ("M. Rizal Nur'aini", ["M. Rizal Nur'aini"], None),
    ("Ahmad Al-Farisi", ["Ahmad Al-Farisi"], None),
    ("M. Rizal", ["M. Rizal"], None),
    ("S Wati", ["S Wati"], None),
    ("D. Putra dan M. Ali", ["D. Putra", "M. Ali"], None),
    ("Antaraja Wibowo", ["Antaraja Wibowo"], None),
    ("MARYATI", ["MARYATI"], None),
    ("A. Gani", ["A. Gani"], None),
    ("Kamis Sutrisno", ["Kamis Sutrisno"], None),
    ("Siti Nur Aisyah binti Haji Ahmad Zaini", ["Siti Nur Aisyah binti Haji Ahmad Zaini"], None),
    ("Merdekawati Putri", ["Merdekawati Putri"], None),
    ("Sindoro Wijaya", ["Sindoro Wijaya"], None),
    ("Dandi Sandika", ["Dandi Sandika"], None),
    ("Rabuansyah Putra", ["Rabuansyah Putra"], None),
    ("Reporta Sembiring", ["Reporta Sembiring"], None),
    ("Redi Timur", ["Redi Timur"], None),
    ("Suharto", ["Suharto"], None),
    ("I Gede Made Putra", ["I Gede Made Putra"], None),
    ("Ny. Siti", ["Ny. Siti"], None),
    ("dr. Tan", ["dr. Tan"], None),
    ("Dewi Antara", ["Dewi Antara"], None),
    ("Tempo Siregar", ["Tempo Siregar"], None),
    ("Tempo Suryana", ["Tempo Suryana"], None),
    ("Tempo Weekly", [], None),
    ("Siti Aminah, S.Psi., M.Psi., Psikolog", ["Siti Aminah"], None),
    ("Budi Santoso, S.E., Ak., CA", ["Budi Santoso"], None),
    ("Tim Hannigan", ["Tim Hannigan"], None),
    ("Detika Sari", ["Detika Sari"], None),
    ("Cnnara Putri", ["Cnnara Putri"], None),
    ("Budi Santoso, Siti Aminah, dan Rani Kusuma", ["Budi Santoso", "Siti Aminah", "Rani Kusuma"], None),
    ("Tim Liputan", [], None),
    ("Tim Media Servis", [], None),
    ("tim detikcom", [], None),
    ("detikNews", [], None),
    ("Detik Jateng", [], None),
    ("Koordinator Liputan", [], None),
    ("Manajer Konten", [], None),
    ("Juru Kamera", [], None),
    ("Penulis Lepas", [], None),
    ("Suara Merdeka", [], None),
    ("Desk Ekonomi", [], None),
    ("Tempo Interaktif", [], None),
    ("Okezone", [], None),
    ("Tim Okezone", [], None),
    ("Redaksi", [], None),
    ("https://www.facebook.com/okezone", [], None),
    ("Agregasi VOA", [], "VOA"),
    ("Agregasi Antara", [], "Antara"),
    ("Agregasi BBC Indonesia", [], "BBC Indonesia"),
    ("Agregasi Solopos", [], "Solopos"),
    ("Antara", [], "Antara"),
    ("Budi Santoso, Antara", ["Budi Santoso"], "Antara"),
    ("Budi Santoso/Antara", ["Budi Santoso"], "Antara"),
]


@pytest.mark.parametrize(("name", "authors", "agency"), BYLINES)
def test_byline(name: str, authors: list[str], agency: str | None) -> None:
    byline = (
        f'<div class="journalist"><a title="{name}">{name}</a><span>, Jum\'at, 24 Juli 2026 |15:18 WIB</span></div>'
    )
    article = read(page(f"<p>{FIRST}</p>", byline=byline))
    assert (article.authors, article.agency) == (authors, agency)
    assert article.published_at == datetime(2026, 7, 24, 15, 18, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    "line",
    [
        "<div class='namerep'>Budi Santoso, <span>Jurnalis</span> <i>·</i> <b>Jum'at 24 Juli 2026 15:18 WIB</b></div>",
        "<div class='namerep'><a>Budi Santoso</a><span>, MNC Portal</span> <b>Jum'at 24 Juli 2026 15:18 WIB</b></div>",
        "<div class='namerep'>Budi Santoso, <span></span> · <b>Jum'at 24 Juli 2026 15:18 WIB</b></div>",
        "<div class='title-detail'><span><b>Budi Santoso</b> | Jum'at, 24 Juli 2026 - 15:18 wib</span></div>",
    ],
)
def test_byline_of_other_years(line: str) -> None:
    article = read(page(f"<p>{FIRST}</p>", byline=line))
    assert article.authors == ["Budi Santoso"]
    assert article.published_at == datetime(2026, 7, 24, 15, 18, tzinfo=NOW.tzinfo)


def test_agency_with_an_empty_label() -> None:
    line = "<div class='namerep'>Agregasi VOA, <span></span> · <b>Jum'at 24 Juli 2026 15:18 WIB</b></div>"
    article = read(page(f"<p>{FIRST}</p>", byline=line))
    assert (article.authors, article.agency) == ([], "VOA")


def test_brands_in_metas_are_no_authors() -> None:
    head = (
        '<meta property="article:author" content="https://www.facebook.com/OkezoneCom">'
        '<meta name="author" content="Okezone"><meta name="dable:author" content="Budi Santoso">'
    )
    assert read(page(f"<p>{FIRST}</p>", head, byline="")).authors == ["Budi Santoso"]


# -- dates ---------------------------------------------------------------------------------------------

# printed line, head, published_at, precision
DATED: list[tuple[str, str, str | None, str | None]] = [
    (",\u00a0Jurnalis-Jum'at, 24 Juli 2026 |15:18 WIB", "", "2026-07-24T15:18:00+07:00", "minute"),
    (", Jurnalis-Jum’at, 24 Juli 2026 |15:18 WIB", "", "2026-07-24T15:18:00+07:00", "minute"),
    (", Jurnalis-Jum&#39;at, 24 Juli 2026 |15:18 WIB", "", "2026-07-24T15:18:00+07:00", "minute"),
    (", Jurnalis-Minggu, 19 Juli 2026 |07:30 WIB", "", "2026-07-19T07:30:00+07:00", "minute"),
    (", Jurnalis-Sabtu, 02 Agt 2025 |07.30 WIB", "", "2025-08-02T07:30:00+07:00", "minute"),
    (", Jurnalis-Jum'at, 24 Juli 2026 |15:18 WITA", "", "2026-07-24T15:18:00+08:00", "minute"),
    (", Jurnalis-Jum'at, 24 Juli 2026 |15:18 WIT", "", "2026-07-24T15:18:00+09:00", "minute"),
    (", Jurnalis-Jum'at, 24 Juli 2026", "", "2026-07-24T00:00:00+07:00", "day"),
    (", Jurnalis--", "", None, None),
    ("", "", None, None),
    ("", '<meta property="article:published_time" content="2026-07-24T04:18:24-04:00">', "2026-07-24T15:18:24+07:00",
     "second"),
    ("", '<meta itemprop="datePublished" content="2014-07-13T20:07:27.8200000">', None, None),
    ("<!-- <b>Rabu, 20 Mei 2015 <span> - 13:38 wib</span></b> -->, Jurnalis-Jum'at, 24 Juli 2026 |15:18 WIB", "",
     "2026-07-24T15:18:00+07:00", "minute"),
    (", Jurnalis-Jum'at, 24 Juli 2026 |15:18 WIB", script({"@type": "NewsArticle", "datePublished": "24 July 2026"}),
     "2026-07-24T15:18:00+07:00", "minute"),
    (", Jurnalis-Jum'at, 24 Juli 2026 |15:18 WIB", script({"@type": "NewsArticle", "datePublished": ""}),
     "2026-07-24T15:18:00+07:00", "minute"),
    (", Jurnalis-Jum'at, 24 Juli 2026 |15:18 WIB",
     script({"@type": "NewsArticle", "datePublished": "2026-07-24T15:18:24Z"}), "2026-07-24T15:18:00+07:00", "minute"),
    (", Jurnalis-Jum'at, 24 Juli 2026 |15:18 WIB",
     script({"@type": "WebPage", "datePublished": "2026-07-24T08:18:24Z"}), "2026-07-24T15:18:24+07:00", "second"),
    ("", script({"@type": "NewsArticle", "datePublished": "24 July 2026"})
     + script({"@type": "WebPage", "datePublished": "2026-07-24T15:18:24+07:00"}), "2026-07-24T15:18:24+07:00",
     "second"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "head", "moment", "precision"), DATED)
def test_published(line: str, head: str, moment: str | None, precision: str | None) -> None:
    byline = f'<div class="journalist"><a title="Budi Santoso">Budi Santoso</a><span>{line}</span></div>'
    article = read(page(f"<p>{FIRST} (29/8/2025)</p>", head, byline=byline))
    assert (article.published_at, article.published_precision) == (
        moment and datetime.fromisoformat(moment),
        precision,
    )


@pytest.mark.parametrize(
    ("modified", "wanted"),
    [
        ("2026-07-24 13:09:52", None),
        ("2026-07-24 15:18:40", None),
        ("2026-07-24 16:00:01", "2026-07-24T16:00:01+07:00"),
        ("2026-07-24T09:00:01Z", "2026-07-24T16:00:01+07:00"),
        ("kemarin dulu", None),
        ("", None),
    ],
)
def test_updated(modified: str, wanted: str | None) -> None:
    article = read(page(f"<p>{FIRST}</p>", script({"@type": "NewsArticle", "dateModified": modified})))
    assert article.updated_at == (wanted and datetime.fromisoformat(wanted))


# -- titles --------------------------------------------------------------------------------------------

TITLES: list[tuple[str | None, str, str]] = [
    (TITLE, f"{TITLE} - PAGE ALL : Okezone Techno", TITLE),
    ("Timnas : Antara Mimpi dan Kenyataan", "", "Timnas : Antara Mimpi dan Kenyataan"),
    ("Kopi | Teh | Susu: Mana Pilihanmu?", "", "Kopi | Teh | Susu: Mana Pilihanmu?"),
    ("Harga Kopi &amp; Teh <em>Naik</em><br>di Solo", "", "Harga Kopi & Teh Naik di Solo"),
    (None, f"{TITLE} - PAGE ALL : Okezone Techno", TITLE),
    (None, f"{TITLE} - PAGE 2 : Okezone Bola", TITLE),
    (None, f"{TITLE} : Okezone News", TITLE),
    (None, f"{TITLE} | Okezone", TITLE),
    (None, f"{TITLE} : Okezone.com", TITLE),
    (None, "Timnas : Antara Mimpi dan Kenyataan : Okezone Bola", "Timnas : Antara Mimpi dan Kenyataan"),
    (None, "Pesan Darmo : Kita Harus Kuat", "Pesan Darmo : Kita Harus Kuat"),
    (None, "Kopi | Teh", "Kopi | Teh"),
    (TITLE, "", TITLE),
]


@pytest.mark.parametrize(("h1", "og", "wanted"), TITLES)
def test_title(h1: str | None, og: str, wanted: str) -> None:
    assert read(page(f"<p>{FIRST}</p>", f'<meta property="og:title" content="{og}">', h1=h1)).title == wanted


# -- structured data -----------------------------------------------------------------------------------

STATED = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2026-07-24T15:18:24+07:00",
    "author": {"@type": "Person", "name": "Budi Santoso"},
    "description": "Panen kopi maju tiga pekan.",
}
WRITTEN = json.dumps(STATED)
STRUCTURED: dict[str, str] = {
    "plain": WRITTEN,
    "list": json.dumps([{"@type": "BreadcrumbList", "itemListElement": []}, STATED]),
    "graph": json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, STATED]}),
    "list of graphs": json.dumps([{"@graph": [STATED]}]),
    "two types": json.dumps({**STATED, "@type": ["NewsArticle", "Article"]}),
    "semicolon": WRITTEN + ";\n",
    "raw newline": WRITTEN.replace("maju tiga", "maju\ntiga"),
    "missing comma": WRITTEN.replace('", "author"', '" "author"'),
    "trailing comma": WRITTEN[:-1] + ",}",
    "comment around": f"<!-- {WRITTEN} -->",
    "cdata around": f"//<![CDATA[\n{WRITTEN}\n//]]>",
    "never ended": WRITTEN[:-1],
    "main entity": json.dumps({"@type": "WebPage", "mainEntity": STATED}),
    "author in a list": json.dumps({**STATED, "author": [STATED["author"]]}),
    "author is a word": json.dumps({**STATED, "author": "Budi Santoso"}),
}
BROKEN = ("", "null", "7", "{", "[[[[", "{]", "<b>teks</b>", "[" * 100_000, '{"@type": 5, "author": 3}', '["", null]')


@pytest.mark.parametrize("text", STRUCTURED.values(), ids=STRUCTURED)
def test_structured_data(text: str) -> None:
    article = read(page(f"<p>{FIRST}</p>", script(text), h1=None, byline=""))
    assert (article.title, article.authors) == (TITLE, ["Budi Santoso"])
    assert article.published_at == datetime(2026, 7, 24, 15, 18, 24, tzinfo=NOW.tzinfo)
    assert article.summary == "Panen kopi maju tiga pekan."


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_structured_data_beyond_repair(text: str) -> None:
    article = read(page(f"<p>{FIRST}</p>", script(text)))
    assert (article.title, article.authors, article.text) == (TITLE, ["Budi Santoso"], FIRST)


def test_two_authors_in_structured_data() -> None:
    people = [{"@type": "Person", "name": name} for name in ("Budi Santoso", "Siti Aminah")]
    article = read(page(f"<p>{FIRST}</p>", script({**STATED, "author": people}), byline=""))
    assert article.authors == ["Budi Santoso", "Siti Aminah"]


# -- addresses and pages -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        URL,
        URL.replace("https", "http"),
        URL + "/",
        URL + "?_ga=1.2&utm_source=x",
        URL + "?page=2",
        URL + "#komentar",
        URL.replace("/read/", "/amp/"),
        URL.replace("news.", "NEWS."),
    ],
)
def test_one_article_has_one_address(url: str) -> None:
    article = read(page(f"<p>{FIRST}</p>"), url)
    assert (article.id, article.url) == ("okezone-9900001", URL)


@pytest.mark.parametrize(
    "url",
    [
        "https://news.okezone.com/",
        "https://news.okezone.com/indeks/2026/07/24/",
        "https://index.okezone.com/bydate/index/2026/07/24/",
        "https://www.okezone.com/tag/kopi",
        "https://mpi.okezone.com/article/sindonews/123456",
        "https://okezone.com.example.org/read/2026/07/24/337/9900001/judul",
        "https://example.org/read/2026/07/24/337/9900001/judul",
        "javascript:void(0)",
        "https://[",
        "",
    ],
)
def test_no_article_address(url: str) -> None:
    with pytest.raises(NotAnArticle, match=r"listing|unknown portal"):
        read(page(f"<p>{FIRST}</p>"), url)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "empty page"),
        (b" \r\n\t ", "empty page"),
        (b"\x00" * 4096, "empty page"),
        (b"\xef\xbb\xbf", "empty page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not HTML"),
        (gzip.compress(page(f"<p>{FIRST}</p>")), "not HTML"),
        (b"%PDF-1.7 only text", "not HTML"),
        (b'{"message": "Not found"}', "not HTML"),
        (b"Service unavailable", "not HTML"),
        (b"x" * (16 * 1024 * 1024 + 1), "too large"),
        (page(""), "no text"),
        (page("<p>(abc)</p>"), "no text"),
        (page(f"<p>Baca juga: {OTHER}</p>"), "no text"),
        (page(f"<p>{FIRST}</p>", h1=None), "no title"),
        (page(f"<p>{FIRST}</p>", '<meta property="og:title" content=" ">', h1=" "), "no title"),
        (page("", "<title>Just a moment...</title>"), "robot check"),
        (page("", "<title>404 Page Not Found</title>"), "removed"),
        (page(f"<p>{FIRST}</p>", '<link rel="canonical" href="https://www.okezone.com/">'), "another page"),
        (page(f"<p>{FIRST}</p>", '<link rel="canonical" href="https://news.okezone.com">'), "another page"),
        (page(f"<p>{FIRST}</p>", f'<link rel="canonical" href="{URL.replace("0001", "0002")}">'), "another page"),
        (
            page(
                f"<p>{FIRST}</p>",
                '<link rel="canonical" href="https://news.detik.com/berita/d-7000001/judul">',
            ),
            "another page",
        ),
    ],
    ids=range(21),
)
def test_refused(source: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(source)
    assert caught.value.reason == reason


HOME = (
    "<html><head><title>Okezone</title></head><body><h1>Okezone.com - Experience The Zone</h1><ul>"
    + "".join(f"<li><h2><a href='/read/2026/07/24/337/{n}/x'>Judul berita ke-{n}</a></h2></li>" for n in range(40))
    + "</ul></body></html>"
).encode()
DETIK = (
    "<html><head><meta property='og:url' content='https://news.detik.com/berita/d-7000001/judul'></head><body>"
    f"<h1 class='detail__title'>Judul</h1><div class='detail__body-text itp_bodycontent'><p>{FIRST}</p></div></body>"
).encode()


@pytest.mark.parametrize(
    "source",
    [
        HOME,
        DETIK,
        b"<b>" * 5_000_000,
        b"<p>" * 5_000_000,
        b"<" * 1_000_000,
        b"<!--" * 100_000,
        page("<table><tr><td>" * 20_000),
        b"<html><h1>Judul",
    ],
    ids=["home", "detik", "15 MB of b", "15 MB of p", "angles", "comments", "tables", "title only"],
)
def test_no_article_in_it(source: bytes) -> None:
    with pytest.raises(NotAnArticle):
        read(source)


@pytest.mark.parametrize(
    "source",
    [
        page(f"{'<div>' * 10_000}<p>{FIRST}</p><p>{LAST}</p>{'</div>' * 10_000}"),
        page(f"{'<span>' * 10_000}{FIRST}<br><br>{LAST}"),
        page(f"<p>{FIRST}</p><p>{LAST}</p>", before="<div>" * 10_000),
        page(f"<p>{FIRST}</p><p>{LAST}</p>").removesuffix(b"</div></body></html>"),
        page(f"<p>{FIRST}</p><p>{LAST}</p>").removesuffix(b"</p></div></body></html>"),
        page(f"<p>{FIRST}</p><p>{LAST}</p><di").removesuffix(b"</div></body></html>"),
        page(f"<p>{FIRST}</p><p>{LAST}</p><a href='https://news.oke").removesuffix(b"</div></body></html>"),
        page(f"<p>{FIRST}</p><!-- never closed <p>{LAST}</p>--><p>{LAST}</p><!-- x"),
        page(f"<p>{FIRST}</p><p>{LAST}</p>").replace(b"memanen", b"meman\x00en"),
        page(f"<p>{FIRST}</p><p>{LAST}</p>").replace(b"</p><p>", b"</p>\x00\x00\x00<p>"),
        page(f"<p>{FIRST}</p>\x01\x02<p>{LAST}</p>"),
        b"\xef\xbb\xbf" + page(f"<p>{FIRST}</p><p>{LAST}</p>"),
        page(f"<p>{FIRST}</p><p>{LAST}</p>").decode().encode("utf-16"),
        b"\xfe\xff" + page(f"<p>{FIRST}</p><p>{LAST}</p>").decode().encode("utf-16-be"),
        page(f"<p>{FIRST}</p>{'<span>' * 3000}<p>{LAST}</p>"),
        page(f"<p>{FIRST}</p></p></span></section></center><p>{LAST}</p>"),
        page(f"<P>{FIRST}</P><P ALIGN=CENTER>{LAST}</p>").replace(b"\n", b"\r\n"),
    ],
    ids=range(17),
)
def test_damaged_page(source: bytes) -> None:
    article = read(source)
    assert article.text.split("\n\n") == [FIRST, LAST]


CURLY = "“Kafé Rémy ramai,” kata Bu Ratna – ia tersenyum…"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "windows-1252"),
        ("utf-8", ""),
        ("utf-8", "no-such-charset"),
        ("windows-1252", "windows-1252"),
        ("windows-1252", "iso-8859-1"),
        ("windows-1252", "utf-8"),
        ("windows-1252", ""),
        ("windows-1252", "iso-8859-15"),
        ("utf-16-le", "utf-8"),
    ],
)
def test_charset(encoding: str, declared: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    html = page(f"<p>{CURLY}</p><p>{LAST}</p>").decode().replace('<meta charset="utf-8">', meta)
    bom = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert read(bom + html.encode(encoding)).text.split("\n\n") == [CURLY, LAST]


def test_one_broken_byte_spoils_no_other() -> None:
    source = page(f"<p>{CURLY}</p><p>{LAST}</p>").replace(b"Oktober", b"Okt\xe2\x80ober")
    assert CURLY in read(source).text


# -- pages and kinds -----------------------------------------------------------------------------------

PAGER = '<div id="paging"><div class="title">Halaman:</div><div class="box-nomor">{}</div></div>'.format(
    "".join(f'<a class="nomor" href="{URL}?page={n}">{n}</a>' for n in (1, 2, 3))
)


def test_first_page_of_three_is_not_complete() -> None:
    article = read(page(f"<p>{FIRST}</p>", after=PAGER))
    assert (article.text, article.complete, article.url) == (FIRST, False, URL)


def test_all_pages_are_complete() -> None:
    gap = '<div style="page-break-after: always"><span style="display: none;"> </span></div>'
    article = read(page(f"<p>{FIRST}{gap}<p>{LAST}</p>", after=PAGER), URL + "?page=all")
    assert (article.text.split("\n\n"), article.complete, article.pages) == ([FIRST, LAST], True, 3)


def test_a_single_page_is_complete() -> None:
    article = read(page(f"<p>{FIRST}</p><p>2</p><p>{LAST}</p>"))
    assert (article.complete, article.pages) == (True, 1)


def test_gallery_and_advertorial() -> None:
    gallery = URL.replace("/read/", "/view/")
    assert read(page(f"<p>{FIRST}</p>"), gallery).kind == "gallery"
    with pytest.raises(NotAnArticle, match="gallery without text"):
        read(page(""), gallery)
    marked = page(f"<p>{FIRST}</p>", '<meta name="kanal" content="Advertorial">')
    assert read(marked).kind == "advertorial"
    spoken = page("<p>Advertorial itu dibayar warga.</p>", '<meta name="kanal" content="News">')
    assert read(spoken).kind == "article"


# -- pictures ------------------------------------------------------------------------------------------

FIGURES: list[tuple[str, str | None, str | None]] = [
    ("Kebun kopi. (Foto: Antara)", "Kebun kopi.", "Antara"),
    ("Kebun kopi (Foto: Rangga/Okezone)", "Kebun kopi", "Rangga/Okezone"),
    ("Ilustrasi/Foto: Istimewa", "Ilustrasi", "Istimewa"),
    ("Foto: Antara", None, "Antara"),
    ("Wisata ke Bali.", "Wisata ke Bali.", None),
    ("Warga membawa foto keluarga.", "Warga membawa foto keluarga.", None),
    ("Warga membawa foto/lukisan keluarga.", "Warga membawa foto/lukisan keluarga.", None),
    ("Mata air, sumber: kehidupan warga desa.", "Mata air, sumber: kehidupan warga desa.", None),
]


@pytest.mark.parametrize(("line", "caption", "credit"), FIGURES)
def test_caption(line: str, caption: str | None, credit: str | None) -> None:
    figure = f'<figure><img src="/okz/500/a.jpg"><figcaption>{line}</figcaption></figure>'
    article = read(page(f"<p>{FIRST}</p>{figure}<p>{LAST}</p>"))
    assert [(i.url, i.caption, i.credit) for i in article.images] == [
        ("https://news.okezone.com/okz/500/a.jpg", caption, credit)
    ]
    assert article.text == f"{FIRST}\n\n{LAST}"


# -- a template that no rule knows ----------------------------------------------------------------------

TEASERS = "".join(
    f"<div class='item'><a href='/x'>Judul Berita Lain Nomor {n}</a><div>Ringkasan berita lain nomor {n} yang tidak"
    " pendek dan berakhir titik.</div><span>25/07/2026, 09:00 WIB</span></div>"
    for n in range(9)
)
LINES = [FIRST, LONG[: LONG.index(" Kalimat ke-4")], "“Saya senang,” ujarnya.", LAST]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<p>{line}</p>" for line in LINES),
        "<br><br>".join(LINES),
        "".join(f"<div>{line}</div>" for line in LINES),
        "".join(f"<section class='part'><p>{line}</p></section>" for line in LINES),
    ],
    ids=["p", "br", "div", "boxes alike"],
)
@pytest.mark.parametrize("around", ["<div class='x'>{}</div>", "{}"], ids=["box of its own", "beside the headline"])
def test_unknown_template(text: str, around: str) -> None:
    source = (
        f"<html><head><title>{TITLE} - Okezone</title></head><body><header><h1>News</h1></header>"
        f"<article><h1>{TITLE}</h1><p>Jumat, 24 Juli 2026 15:18 WIB</p><p>Oleh: Budi Santoso | Editor: Siti Aminah</p>"
        f"{around.format(text)}<p>Bagikan</p></article><aside>{TEASERS}</aside>"
        f"<div class='latest'>{TEASERS}</div></body></html>"
    )
    article = read(source.encode())
    assert article.text.split("\n\n") == LINES
    assert (article.title, article.authors) == (TITLE, ["Budi Santoso"])
    assert article.published_at == datetime(2026, 7, 24, 15, 18, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    "place",
    [
        "https://web.archive.org/web/20260725000000/{url}",
        "http://archive.ph/2026.07.25-000000/{url}",
        "https://arquivo.pt/wayback/20260725000000/{url}",
        "https://webcache.googleusercontent.com/search?q=cache:a1B2:{url}",
        "https://news-okezone-com.cdn.ampproject.org/c/s/{bare}",
    ],
)
def test_address_of_a_copy_in_a_web_archive(place: str) -> None:
    copy = read(page(f"<p>{FIRST}</p>"), place.format(url=URL, bare=URL.removeprefix("https://")))
    assert (copy.id, copy.url) == ("okezone-9900001", URL)


def test_one_article_with_two_numbers() -> None:
    other = '<link rel="canonical" href="https://news.okezone.com/read/2026/07/24/337/9900077/panen-kopi-lebih-awal">'
    assert read(page(f"<p>{FIRST}</p>", other), URL.replace("judul", "panen-kopi-lebih-awal")).id == "okezone-9900001"
