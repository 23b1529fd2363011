"""What pages of local sites and of portals say beside their articles: it goes, and what is much like it stays."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.phrases.names.bylines import read_byline
from newscrawl.reading.phrases.pictures.captions import split_credit
from newscrawl.reading.times.dates import read_timestamp
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, S3, TITLE, read

SAID = [FIRST, S1, S2, S3, LAST]
PARAGRAPHS = [f"<p>{text}</p>" for text in SAID]
LOCAL = "https://kabarsora.id/2026/07/24/warga-sora-panen-kopi-lebih-awal/"


def read_local(body: str, above: str = "") -> Article:
    """The article of a page of a site without rules; `above` stands between its headline and its text."""
    html = (
        f"<html><head><title>{TITLE}</title><meta property='og:type' content='article'>"
        "<meta property='article:published_time' content='2026-07-24T15:18:24+07:00'></head><body>"
        f"<main><article><h1 class='entry-title'>{TITLE}</h1>{above}<div class='entry-content'>{body}</div></article>"
        "</main></body></html>"
    )
    return extract(html.encode(), LOCAL, NOW, any_site=True)


def paragraphs(site: str, body: str) -> list[str]:
    return (read_local(body) if site == "local" else read(site, body)).text.split("\n\n")


GONE = (
    "Nikmati berita interaktif dan LIVE report 24 jam hanya di SoraX",
    "Dapatkan Berita Pilihan<br>di WhatsApp Anda",
    "Dapatkan informasi, inspirasi dan insight di email kamu.<br><a href='#'>Daftarkan email</a>",
    "Kriteria (salah satu): akademisi, praktisi, atau mahasiswa. Cara daftar baca <a href='/x'>di sini</a>",
    "Tulisan ini pernah dimuat di Harian Sora, 12 Mei 2010",
    "Tulis komentarmu dengan tagar #SoraBicara dan menangkan voucher untuk 90 pemenang!",
    "Baca berita dengan sedikit iklan, <a href='/plus'>klik di sini</a>",
    "Terima kasih atas saran, masukan, dan komentar Anda.",
    "Lupa Kata Sandi? Klik di Sini",
    "Sudah memiliki akun? <a href='/login'>Masuk</a>",
    "Klik link aktivasi dan dapatkan akses membaca 2 artikel gratis di koran dan Majalah Sora",
    "Kabariana adalah platform blog. Konten ini menjadi tanggung jawab bloger dan tidak mewakili pandangan redaksi.",
    'Simak Video "Panen Kopi di Lereng" selengkapnya di sini',
    "Cek Berita dan Artikel yang lain di Google News dan follow Channel WhatsApp Sora.id",
    "Baca berita tanpa iklan. Gabung Sora.com+",
    "Sorapos+ baca berita tanpa iklan",
    "* Fakta atau Hoaks? Untuk mengetahui kebenaran informasi yang beredar, silakan WhatsApp ke nomor Cek Fakta Sora.",
    "Saksikan tayangan video selengkapnya dalam tautan ini.",
    "Scroll untuk informasi selengkapnya, yuk!",
    "Yuk, scroll artikel selengkapnya berikut ini.",
    "Klik untuk baca: https://regional.sora.com/read/2026/07/23/140132278/panen",
    "Ikuti kami di Google Berita",
    "Ikuti Kabar Sora di WhatsApp Channel : https://whatsapp.com/channel/0029Va",
    "Gabung ke WhatsApp Channel Kabar Sora",
    "Ikuti saluran WhatsApp Kabar Sora : <a href='https://whatsapp.com/channel/1'>Klik disini</a>",
    "Ikuti berita lainnya di saluran WhatsApp Sora Pos",
    "Dapatkan Berita Terupdate dari Sora di: Google News",
    "Dapatkan berita terpopuler dan terbaru langsung ke ponselmu",
    "Simak breaking news dan berita pilihan Sora Times langsung dari WhatsApp-mu!<br>Klik 👉"
    " <a href='https://whatsapp.com/channel/1'>Channel Sora Times</a><br>Pastikan WhatsApp kamu sudah terpasang.",
    "(Simak berita terbaru dari Sora)",
    "Baca berita terkait panen kopi lainnya: <a href='/2026/07/20/hujan'>Gara-gara Hujan, Panen Kopi Mundur</a>",
    "Terverifikasi Administratif dan Faktual oleh Dewan Pers",
    "Copyright 2008 – 2026 PT. Sora Media (Sora Group). All Rights Reserved.",
    "Catatan Redaksi: Apabila ada pihak yang merasa dirugikan dan/atau keberatan dengan penayangan artikel tersebut di"
    " atas, Anda dapat mengirimkan sanggahan dan/atau koreksi kepada redaksi kami, sebagaimana diatur dalam"
    " Undang-Undang tentang Pers.",
    "Hak jawab dan hak koreksi hubungi redaksi di nomor 0812-0000-0000",
    "Anda bisa mengirim tulisan opini ke email redaksi@kabarsora.id",
    "Untuk informasi pemasangan iklan hubungi 0812-0000-0000",
    "Artikel ini bukan produk jurnalistik, tanggung jawab sepenuhnya ada pada penulis.",
    "Dikutip dari berbagai sumber",
    "Discussion about this post",
    "Posting Terkait",
    "Bacaan Lainnya",
    "ARTICLE AD BOX",
    "Iklan Google AdSense",
    "Tidak ada komentar:",
    "Bagaimana Reaksi Anda ?",
    "A A A",
    "Situs ini menggunakan Akismet untuk mengurangi spam. Pelajari bagaimana data komentar Anda diproses",
    "No more pages to load.",
    "Posting Komentar",
    "[youtube]http://youtu.be/sora[/youtube]",
    "Baca: Warga Sora Kembali Menjemur Kopi di Halaman Balai Desa",
    "1,234 total views, 2 views today",
    "Viewed 120 times",
    "Keterangan foto: Petani Sora memetik kopi di kebun.",
)


@pytest.mark.parametrize("line", GONE)
@pytest.mark.parametrize("site", ["local", "kompas", "okezone"])
def test_a_line_to_readers_is_no_text(site: str, line: str) -> None:
    middle = [*PARAGRAPHS[:2], f"<p>{line}</p>", *PARAGRAPHS[2:]]
    assert paragraphs(site, "".join(middle)) == SAID
    assert paragraphs(site, "".join([*PARAGRAPHS, f"<p>{line}</p>"])) == SAID


STAYS = (
    "Nikmati kopi terbaik hanya di Sora, kata Ratna.",
    "Tulisan Darmo pernah dimuat di Harian Sora pada 2010.",
    "Daftarkan email itu di balai desa.",
    "Anda bisa menjadi penulis buku, kata Darmo kepada anak-anak desa.",
    "Lengkapi data diri Anda sesuai dengan KTP.",
    "Jika Anda tidak menerima email itu, hubungi panitia di balai desa.",
    "Belum memiliki akun, petani itu mendaftar lewat balai desa.",
    "Kabariana adalah platform blog yang dibangun oleh warga desa itu sendiri.",
    "Terima kasih atas saran dan masukan warga, kata Ratna.",
    "Kami telah mengirim surat verifikasi kepada warga, kata Ratna.",
    "Apabila ada pihak yang merasa dirugikan oleh panen itu, kepala desa meminta mereka datang ke balai desa.",
    "Hak jawab itu dikirim warga ke redaksi koran pada Senin lalu.",
    "Ikuti Darmo ke grup WhatsApp warga, kata Ratna.",
    "Scroll berisi doa itu disimpan di lemari balai desa.",
    "Ia meminta warga menyimak berita terbaru dari balai desa.",
    "Warga mengirim tulisan tangan ke panitia lomba.",
    "Copyright buku itu milik Darmo sejak 2008.",
    "Terverifikasi faktual berarti alamat redaksi diperiksa, kata Ratna.",
    "Keterangan foto itu keliru, kata Ratna.",
    "Bacaan lainnya disimpan di perpustakaan desa.",
    "Tidak ada komentar dari dinas sampai Jumat sore.",
    "Warga menonton video dalam tautan itu bersama-sama.",
    "Baca: Allahumma Inni As'aluka Ilman Nafi'an Wa Rizqan Tayyiban",
    "Baca: kopi dijemur di halaman balai desa sampai kering benar.",
)


@pytest.mark.parametrize("line", STAYS)
@pytest.mark.parametrize("site", ["local", "kompas"])
def test_a_sentence_much_like_it_stays(site: str, line: str) -> None:
    middle = [*PARAGRAPHS[:2], f"<p>{line}</p>", *PARAGRAPHS[2:]]
    assert paragraphs(site, "".join(middle)) == [*SAID[:2], line, *SAID[2:]]
    assert paragraphs(site, "".join([*PARAGRAPHS, f"<p>{line}</p>"])) == [*SAID, line]


# -- who signs -------------------------------------------------------------------------------------------

SIGNATURES = (
    "(Pendim0716)",
    "(Penrem 071)",
    "(humas polres)",
    "(R14/PB)",
    "(R01)",
    "(KS-01)",
    "(01/Red)",
    "(Red)*",
    "(Red***)",
    "(bud/sit)*",
    "(*ridel)",
    "(adv/kominfo)",
    "*ZAL",
    "(1)",
    "[]",
    "#",
    "***2***",
)


@pytest.mark.parametrize("sign", SIGNATURES)
@pytest.mark.parametrize("site", ["local", "kompas"])
def test_a_signature_is_no_text_below_or_behind_the_last_sentence(site: str, sign: str) -> None:
    assert paragraphs(site, "".join([*PARAGRAPHS, f"<p>{sign}</p>"])) == SAID
    for space in (" ", ""):
        assert paragraphs(site, "".join([*PARAGRAPHS[:-1], f"<p>{LAST}{space}{sign}</p>"])) == SAID


@pytest.mark.parametrize(
    "last",
    [
        "Panen itu dijaga pasukan tamtama (F-16).",
        "Tim asuhan Darmo tampil di Piala Sora (U-19)",
        "Petani memilih jenis arabika. (2)",
        "Pesawat itu mendarat lebih dulu. (A380)",
        "Unggas itu diperiksa lebih dulu. (H5N1)",
        "Nomornya tidak dipakai lagi. (MH370)",
        "Jalan itu ditutup sampai malam. (Polri)",
        "Harga gula turun, harga kopi naik*",
        "Ia bekerja di kementerian yang sama.BPK",
        "Kata itu ditulis dengan tanda #",
    ],
)
def test_a_mark_that_is_the_texts_own_stays(last: str) -> None:
    first = "Ada tiga hal. (1) Harga naik. *Gula tidak. Pemeriksa dari BPK datang ke Sora pada hari itu juga."
    assert paragraphs("kompas", f"<p>{first}</p>{''.join(PARAGRAPHS)}<p>{last}</p>") == [first, *SAID, last]


def test_a_signature_without_brackets_is_read() -> None:
    article = read_local("".join([*PARAGRAPHS[:-1], "<p>Panen berikutnya dimulai pukul 19.30 WITA.ZAL</p>"]))
    assert article.text.endswith("19.30 WITA.")
    assert article.editors == ["ZAL"]


@pytest.mark.parametrize("sign", ["rdo/fjr", "KM-Ded/R", "tim/red", "Rls/Humas", "(rls)", "Red/Tim."])
def test_codes_of_a_newsroom_below_the_text_sign_without_brackets(sign: str) -> None:
    article = read_local("".join([*PARAGRAPHS, f"<p>{sign}</p>"]))
    assert (article.text.split("\n\n"), article.editors) == (SAID, [])


def test_a_lone_star_in_front_of_a_signature_is_an_end() -> None:
    assert paragraphs("okezone", "".join([*PARAGRAPHS[:-1], f"<p>{LAST}*</p><p>(ABC)</p>"])) == SAID


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Dilaporkan oleh: Budi Santoso", ["Budi Santoso"], []),
        ("Teks dan foto: Budi Santoso", ["Budi Santoso"], []),
        ("Kaperwil Sora : Budi Santoso", ["Budi Santoso"], []),
        ("Repoter : Budi Santoso", ["Budi Santoso"], []),
        ("Penulis/Editor: Budi Santoso", ["Budi Santoso"], []),
        ("Pewarta : Budi Santoso<br>Editor : Siti Aminah<br>Publisher : Rani", ["Budi Santoso"], ["Siti Aminah"]),
    ],
)
def test_roles_of_local_newsrooms_name_people(line: str, authors: list[str], editors: list[str]) -> None:
    article = read_local("".join([*PARAGRAPHS, f"<p>{line}</p>"]))
    assert (article.text.split("\n\n"), article.authors, article.editors) == (SAID, authors, editors)


def test_roles_behind_the_last_sentence_name_people() -> None:
    article = read("kompas", f"<p>{FIRST}</p><p>{LAST} Reporter: Ratna Dewi Editor: Siti Aminah</p>")
    assert (article.text.split("\n\n"), article.editors) == ([FIRST, LAST], ["Siti Aminah"])
    talk = f"{LAST} Wartawan: Berapa lama? Darmo: Tiga pekan."
    assert paragraphs("kompas", f"<p>{FIRST}</p><p>{talk}</p>") == [FIRST, talk]


def test_labels_behind_a_slashed_signature_are_no_text() -> None:
    awards = "<div><h5>Sora Awards 2026</h5><p>Baca kisah inspiratif petani teladan <a href='/x'>di sini</a></p></div>"
    for sign in (f"{LAST} (abc/def)", f"{LAST}</p><p>(abc/def)"):
        article = read("kompas", f"<p>{FIRST}</p><p>{sign}</p>{awards}")
        assert (article.text.split("\n\n"), article.editors) == ([FIRST, LAST], ["def"])
    over_nothing = "<p>Dengarkan siniar kebun kopi di sini:</p>"
    assert paragraphs("kompas", f"<p>{FIRST}</p><p>{LAST} (abc/def)</p>{over_nothing}") == [FIRST, LAST]
    winners = "<p>Daftar pemenang:</p><p>Rani Dewi</p>"
    assert len(paragraphs("kompas", f"<p>{FIRST}</p><p>{LAST} (abc/def)</p>{winners}")) == 4
    brief = f"<p>{FIRST} (abc/def)</p><p>{S1}</p><p>{S2} (abc/ghi)</p>"
    assert S1 in paragraphs("kompas", brief)


@pytest.mark.parametrize("site", ["local", "kompas"])
def test_the_post_below_the_name_of_who_wrote_a_column_is_no_text(site: str) -> None:
    head = "<p>Oleh: Darmo Wiyono</p><p>Guru Besar Universitas Sora</p>"
    assert paragraphs(site, head + "".join(PARAGRAPHS)) == SAID
    sentence = "Dosen Universitas Sora datang ke kebun itu pada hari Jumat bersama mahasiswanya."
    assert paragraphs(site, f"<p>Oleh: Darmo Wiyono</p><p>{sentence}</p>{''.join(PARAGRAPHS)}") == [sentence, *SAID]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Written By budi santoso on Kamis, 29 Oktober 2020 | 15.11", ["budi santoso"]),
        ("oleh Budi Santoso diperbarui 17 Feb 2024, 15:30 WIB", ["Budi Santoso"]),
        ("Budi Santoso, Siti Aminah Tim Redaksi", ["Budi Santoso", "Siti Aminah"]),
        ("photo author - Sabtu, 4 Oktober 2025 | 13:08 WIB", []),
        ("Reporter : Budi S. - Editor : Siti", ["Budi S."]),
        ("Budi Santoso Editor", []),
        ("Senin, 9 Juni 2025 oleh Budi Santoso", ["Budi Santoso"]),
    ],
)
def test_a_byline_beside_what_stands_with_it(line: str, names: list[str]) -> None:
    assert read_byline([line]).authors == names


# -- pictures --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "caption", "credit"),
    [
        ("Petani Sora, Darmo (c) Sora", "Petani Sora, Darmo", "(c) Sora"),
        ("Ketua koperasi Darmo Wiyono/RMOL", "Ketua koperasi Darmo Wiyono", "RMOL"),
        ("ilustrasi/net", "ilustrasi", "net"),
        ("Darmo di balai desa, Kamis (23/7/2026) / sora.co", "Darmo di balai desa, Kamis (23/7/2026)", "sora.co"),
        ("Panen pekan ini SORA.com/Budi Santoso", "Panen pekan ini", "SORA.com/Budi Santoso"),
        ("(BUDI SANTOSO/RADAR SORA)", None, "BUDI SANTOSO/RADAR SORA"),
        ("Darmo saat panen - Budi Santoso/Bisnis", "Darmo saat panen", "Budi Santoso/Bisnis"),
        ("Darmo saat panen. (Foto Budi Santoso)", "Darmo saat panen.", "Budi Santoso"),
        ("Darmo saat panen. Doc: Humas", "Darmo saat panen.", "Humas"),
        ("Darmo saat panen. Foto: kumparan", "Darmo saat panen.", "kumparan"),
        ("Kebun Sora Sumber : Budi Santoso - VIVA.co.id", "Kebun Sora", "Budi Santoso - VIVA.co.id"),
        ("SORA.COM - Ilustrasi kopi. (Freepik)", "Ilustrasi kopi.", "Freepik"),
        ("Keterangan foto: Darmo saat panen. (Ist)", "Darmo saat panen.", "Ist"),
        ("Darmo Wiyono (kiri). Foto:Antara--", "Darmo Wiyono (kiri).", "Antara"),
        ("Petani memetik kopi-Budi Santoso-", "Petani memetik kopi", "Budi Santoso"),
        ("Kebun di lereng /dok Koperasi Sora", "Kebun di lereng", "dok Koperasi Sora"),
        ("Keterangan gambar, Darmo saat panen.", "Darmo saat panen.", None),
        ("Ilustrasi. (f: ist/sora)", "Ilustrasi.", "ist/sora"),
        ("Darmo saat panen. Antara - Budi Santoso", "Darmo saat panen.", "Antara - Budi Santoso"),
        ("Darmo saat panen. Foto Istimewa", "Darmo saat panen.", "Istimewa"),
        ("Keterangan foto: Darmo saat panen. |", "Darmo saat panen.", None),
        ("Image captionDarmo saat panen.", "Darmo saat panen.", None),
        ("Keterangan gambar di dinding, kata Darmo", "Keterangan gambar di dinding, kata Darmo", None),
        ("Pasangan Darmo-Ratna", "Pasangan Darmo-Ratna", None),
        ("Anggota TNI/POLRI", "Anggota TNI/POLRI", None),
        ("Menurut sumber: Darmo", "Menurut sumber: Darmo", None),
        ("Foto Budi Santoso di dinding", "Foto Budi Santoso di dinding", None),
    ],
)
def test_a_caption_and_whose_the_picture_is(printed: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(printed) == (caption, credit)


SHOWN = "<img src='/kebun-kopi-sora.jpg'>"
BOXES = (
    f"<div class='wp-caption'>{SHOWN}<p class='wp-caption-text'>Petani memetik kopi. (Foto: Budi)</p></div>",
    f"<table class='tr-caption-container'><tbody><tr><td>{SHOWN}</td></tr><tr><td class='tr-caption'>"
    "Petani memetik kopi. (Foto: Budi)</td></tr></tbody></table>",
    f"<div class='post-media mb-20'><a href='/kebun.jpg'>{SHOWN}</a><span><p>KABARSORA.ID - Petani memetik kopi. (Budi)"
    "</p></span></div>",
    f"<p>{SHOWN}</p><p>Ket. foto: Petani memetik kopi. (Foto: Budi)</p>",
    f"<figure><div>{SHOWN}<p role='text'><span class='vh'>Sumber gambar, </span>Budi</p></div>"
    "<figcaption><span class='vh'>Keterangan gambar, </span><p>Petani memetik kopi.</p></figcaption></figure>",
    f"<figure>{SHOWN}<span class='copyright'><span class='off'>Hak atas foto</span>Budi</span>"
    "<figcaption><span class='off'>Image caption</span><span>Petani memetik kopi.</span></figcaption></figure>",
)


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("site", ["local", "kompas"])
def test_the_box_of_a_picture_is_a_picture_and_its_caption(site: str, box: str) -> None:
    body = "".join([*PARAGRAPHS[:2], box, *PARAGRAPHS[2:]])
    article = read_local(body) if site == "local" else read(site, body)
    assert article.text.split("\n\n") == SAID
    image = next(image for image in article.images if image.url.endswith("/kebun-kopi-sora.jpg"))
    assert (image.caption, image.credit) == ("Petani memetik kopi.", "Budi")


def test_a_box_named_as_a_pictures_with_the_article_in_it_is_the_articles() -> None:
    body = f"<div class='article-image'>{SHOWN}{''.join(PARAGRAPHS)}</div>"
    assert paragraphs("kompas", body) == SAID


@pytest.mark.parametrize("said", ["Sumber gambar itu seorang petani di Sora.", S1])
def test_a_figure_with_text_in_it_is_no_picture_alone(said: str) -> None:
    body = "".join([*PARAGRAPHS[:4], f"<figure>{SHOWN}<p>{said}</p><figcaption>Kebun</figcaption></figure>"])
    assert said in paragraphs("local", body + PARAGRAPHS[4])


def test_a_role_that_names_nobody_ends_no_text() -> None:
    article = read_local("".join([*PARAGRAPHS, "<p>Pewarta:<br><br>Editor : Ratna Dewi</p>"]))
    assert article.text.split("\n\n") == SAID
    assert article.editors == ["Ratna Dewi"]


@pytest.mark.parametrize(
    ("lines", "authors", "editors"),
    [
        (["Rep: Budi Santoso/ Red: Ratna Dewi"], ["Budi Santoso"], ["Ratna Dewi"]),
        (["by: Budi Santoso"], ["Budi Santoso"], []),
        (["Penulis: Budi Santoso", "Editor: Ratna Dewi"], ["Budi Santoso"], ["Ratna Dewi"]),
    ],
)
@pytest.mark.parametrize("site", ["local", "kompas"])
def test_lines_of_roles_above_a_text(site: str, lines: list[str], authors: list[str], editors: list[str]) -> None:
    body = "".join([f"<p>{'<br>'.join(lines)}</p>", *PARAGRAPHS])
    article = read_local(body) if site == "local" else read(site, body)
    assert article.text.split("\n\n") == SAID
    assert (article.authors, article.editors) == (authors, editors)


@pytest.mark.parametrize(
    "lines",
    [
        ["Penulis: Budi Santoso", "Penerbit: Sora Pustaka"],
        ["Penerjemah: Siti Aminah", "Penyunting: Rani Dewi", "Penerbit: Sora Pustaka"],
        ["Reporter: apa kabar panen tahun ini, Pak?"],
        ["Editor adalah Ratna."],
    ],
)
def test_other_lines_of_roles_above_a_text_stay(lines: list[str]) -> None:
    body = "".join(f"<p>{text}</p>" for text in [*lines, *SAID])
    assert paragraphs("kompas", body) == [*lines, *SAID]


def test_a_question_put_by_a_reporter_is_no_byline() -> None:
    asked = "Reporter: apa kabar panen tahun ini, Pak?"
    article = read_local("".join(f"<p>{text}</p>" for text in [asked, *SAID]))
    assert article.text.split("\n\n") == [asked, *SAID]
    assert article.authors == []


FIGURES = (
    f"<figure class='wp-block-image size-large'>{SHOWN}</figure>",
    f"<div class='wp-block-image'><figure class='aligncenter'>{SHOWN}</figure></div>",
    f"<p><a href='/kebun.jpg'>{SHOWN}</a></p>",
)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "FOTO : Petani memetik kopi di lereng, Rabu (24/7/2026) sore.",
            "Petani memetik kopi di lereng, Rabu (24/7/2026) sore.",
            None,
        ),
        ("Petani memetik kopi (ist)", "Petani memetik kopi", "ist"),
        ("Dok. Humas Sora", None, "Dok. Humas Sora"),
        ("Foto Istimewa", None, "Istimewa"),
        ("Foto bersama usai panen (Dok. Humas)", "Foto bersama usai panen", "Dok. Humas"),
    ],
)
def test_a_line_of_its_own_right_below_a_figure_is_its_caption(
    figure: str, line: str, caption: str | None, credit: str | None
) -> None:
    article = read_local("".join([*PARAGRAPHS[:2], figure, f"<p>{line}</p>", *PARAGRAPHS[2:]]))
    assert article.text.split("\n\n") == SAID
    image = next(image for image in article.images if image.url.endswith("/kebun-kopi-sora.jpg"))
    assert (image.caption, image.credit) == (caption, credit)


def test_a_heading_below_a_figure_is_no_caption() -> None:
    body = [*PARAGRAPHS[:2], f"<figure>{SHOWN}</figure><h3>Kopi Arabika/Robusta Sora</h3>", *PARAGRAPHS[2:]]
    assert paragraphs("local", "".join(body)) == [*SAID[:2], "Kopi Arabika/Robusta Sora", *SAID[2:]]


def test_only_the_first_line_below_a_figure_is_its_caption() -> None:
    said = ["Ratna ikut memetik kopi (foto: di dinding).", "Gambar: lihat lemari Darmo di balai desa."]
    captioned = f"<figure>{SHOWN}<figcaption>Kebun</figcaption></figure>"
    body = [
        *PARAGRAPHS[:2],
        f"<figure>{SHOWN}</figure>",
        PARAGRAPHS[2],
        f"<p>{said[1]}</p>",
        captioned,
        *PARAGRAPHS[3:],
    ]
    assert paragraphs("local", "".join(body)) == [*SAID[:3], said[1], *SAID[3:]]


@pytest.mark.parametrize(
    "line",
    [
        "Exit mobile version",
        "Berita Pilihan Redaksi",
        "Tampilkan postingan dengan label Kopi. Tampilkan semua postingan",
    ],
)
def test_labels_of_templates_are_no_text(line: str) -> None:
    assert paragraphs("local", "".join([*PARAGRAPHS[:2], f"<p>{line}</p>", *PARAGRAPHS[2:]])) == SAID


def test_a_text_signed_by_three() -> None:
    article = read_local("".join([*PARAGRAPHS[:4], f"<p>{LAST}(Budi Santoso/ Ratna Dewi/ Darmo Wiyono)</p>"]))
    assert article.text.split("\n\n") == SAID


def test_a_stamp_behind_a_channel_and_a_dot() -> None:
    stamp = read_timestamp("Gawai . 19/05/2025, 17:59 WIB")
    assert stamp is not None
    assert stamp.value.isoformat() == "2025-05-19T17:59:00+07:00"
    assert read_timestamp("Panen dimulai. 19/05/2025, 17:59 WIB") is None


def test_a_heading_of_a_manual_stays() -> None:
    body = [*PARAGRAPHS[:2], "<h3>Sudah memiliki akun?</h3>", *PARAGRAPHS[2:]]
    assert paragraphs("local", "".join(body)) == [*SAID[:2], "Sudah memiliki akun?", *SAID[2:]]


@pytest.mark.parametrize(
    "field", ["<select><option>Sora</option></select>", "<input type='search'>", "<audio src='/a.mp3'></audio>"]
)
def test_a_field_within_a_text_takes_no_text_away_however_the_page_is_indented(field: str) -> None:
    indent = "\n" + " " * 300
    first = "Kepala desa membuka panen itu pada pukul tujuh pagi bersama para petani."
    said = [f"{text} Warga desa {number} ikut memanen kopi di lereng utara." for number, text in enumerate(SAID)]
    text = indent.join([indent, f"<div>{indent}{field}{indent}</div>", *(f"<p>{text}</p>" for text in said)])
    assert paragraphs("kompas", f"<p>{first}</p><div>{text}</div>") == [first, *said]


@pytest.mark.parametrize("end", ["pdf", "docx?unduh=1"])
def test_a_list_of_files_that_a_line_announces_is_text(end: str) -> None:
    names = [f"Lampiran Peraturan Desa Nomor {number}" for number in (1, 2, 3)]
    files = "".join(f"<li><a href='/unduh/lampiran-{n}.{end}'>{name}</a></li>" for n, name in enumerate(names))
    told = "Dokumen itu dapat dibaca di sini:"
    body = "".join(PARAGRAPHS[:4]) + f"<p>{told}</p><ul>{files}</ul>{PARAGRAPHS[4]}"
    html = f"<title>{TITLE}</title><meta property='og:type' content='article'><h1>{TITLE}</h1><div>{body}</div>"
    article = extract(html.encode(), "https://www.kabarsora.example/berita/1/panen", any_site=True)
    assert article.text.split("\n\n") == [*SAID[:4], told, *names, SAID[4]]
