"""Texts as they stand in small newsrooms' systems, copied from elsewhere with what stood beside them there."""

from __future__ import annotations

from datetime import datetime

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.cleaning import strip
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, S3, TITLE, read
from tests.reading.test_local import read_local

SAID = [FIRST, S1, S2, S3, LAST]
ADDRESS = "https://sumsel.sorapos.com/read/2026/07/24/123456/harga-nikel-naik-lagi-di-morowali"
STAMP = "Senin, 29 Nov 2021 09:02 WIB"


def html(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def both(body: str) -> list[list[str]]:
    """The paragraphs of a portal's page and of a site without rules with this body."""
    return [article.text.split("\n\n") for article in (read("okezone", body), read_local(body))]


BELOW = {
    "the address of it": ADDRESS,
    "its address above a credit": f"{ADDRESS} | Editor: Siti Aminah | COPYRIGHT &copy; ANTARA 2017",
    "writer and house": f"Budi Santoso - detikFinance | {STAMP}",
    "writer and house, in lines": f"<strong>Budi Santoso - detikNews<br>{STAMP}</strong>",
    "when, above the writer": "Sabtu, 27 November 2021, 06:50 WIB | Reporter : Budi Santoso",
    "an office below the roles": "Penulis: Budi Santoso | Editor: Rani dan Siti Aminah | Diskominfo",
    "an office written small": "sumber: <em>humas pemkab sora</em>",
    "who keeps the site": "Penulis : pengelola web desa | Penyalin: Budi Santoso",
    "taken from a site": "Dikutip dari : budisantoso.wordpress.com/2014/11/03/kebun-kopi/",
    "a release": "Sumber : Siaran Pers Kementerian Sora dan Desa Nomor : 240/sipres/A6/IX/2020",
    "accounts of an office": "Laman: www.sora.go.id | Twitter: twitter.com/sora_RI | Instagram: @sora.ri"
    " | Youtube: SORA RI | Pertanyaan dan Pengaduan: ult.sora.go.id | #bersamasora",
    "a placeholder": "[ads]",
    "for education": "Semua informasi di website ini hanya untuk tujuan edukasi. Tanyakan kepada penasihat finansial.",
    "links in a row": "Baca juga: <a href='/a'>cara menjemur kopi</a>, <a href='/b'>harga kopi desa</a>, dan <a"
    " href='/c'>pupuk kopi yang murah</a> untuk referensi lebih lanjut.",
    "the second line of a call": "Baca berita dengan sedikit iklan,<br>klik di sini",
    "a site's long address": "sumber: <a href='/x'>http://www.sora.go.id/mobile/index.php?module=news&amp;id=5641</a>",
    "an agency written small": "Rep: antara/ Red: antara",
    "a program": "Pewarta: Budi Santoso Editor: Siti Aminah COPYRIGHT © ANTARA 2020 (adsbygoogle = window.adsbygoogle"
    " || []).push({});",
    "what it added": f'Baca artikel detiknews, "Harga Kopi Naik" selengkapnya <a href="{ADDRESS}">{ADDRESS}</a>.',
    "what it added, short": 'Baca artikel detikHealth, "Harga Kopi di Sora Naik"&nbsp; | detikHealth',
    "a picture's store": "pixabay.com",
    "a caption with its credit": "Ilustrasi memetik kopi Credit: pexels.com/budi",
    "a caption and its bank": "Petani kopi. (Dok Bank Sora)",
    "the front page it is from": "https://nasional.sindonews.com/",
    "whose site, and where it wrote": "(SORAPOS.COM, BANDUNG)",
    "whose it is, written small": "(dilansir dari tribun jabar jumat 8 desember 2017)",
    "the writer behind a bar": "reporter| Budi Santoso",
    "a player's own address": "blob:https://20.sora.com/ac91c7ae-7ba6-4b44-ba33-29f37ec571be",
    "what it added, with the shop's address": "Download aplikasi Sora.id untuk akses berita lebih mudah dan cepat:"
    " https://www.sora.id/apps",
    "what it added in lines": "Kompascom+ baca berita tanpa iklan: https://kmp.im/plus6 | Download aplikasi:"
    " https://kmp.im/app6",
    "what it added, in English": "Click here to get the latest news updates from Sora on Google News",
    "writer and channel": f"Rani Dewi Budi - Sepakbola | {STAMP}",
    "a team and its house": f"<strong>Tim detikcom - detikNews</strong><br><em>{STAMP}</em>",
    "that it is paid for": "(webtorial)",
    "a player's counters": "Loaded: 4.65% | Remaining Time&nbsp;-11:21",
    "a copy that nobody sees": f"<div style='position: absolute; left: -99999px'>{FIRST} {S1} {'Kopi. ' * 99}</div>",
}


@pytest.mark.parametrize("line", BELOW.values(), ids=BELOW)
def test_what_stood_below_a_copied_text_goes(line: str) -> None:
    for text in both(html([*SAID, *line.split(" | ")])):
        assert text == SAID


GLUED = {
    "where it was": f'Artikel ini telah tayang di Sora.com dengan judul "Bertambah 24, Petani Kopi Jadi 766 Orang",'
    f" {ADDRESS}-dan-seterusnya-sampai-panen-usai. Penulis : Kontributor Sora, Budi Santoso Editor : Siti Aminah",
    "where it was, in two": f"Artikel ini telah tayang di SoraJabar.id dengan judul {TITLE}, {ADDRESS}."
    "Penulis: Budi Santoso | Editor: Siti Aminah Rahayu",
    "three calls": "Simak breaking news dan berita pilihan kami langsung di ponselmu. Pilih saluran andalanmu akses"
    " berita Sora.com WhatsApp Channel : https://www.whatsapp.com/channel/0029VaSora. Pastikan kamu sudah install"
    " aplikasi WhatsApp ya.",
}


@pytest.mark.parametrize("line", GLUED.values(), ids=GLUED)
def test_what_is_glued_to_a_copied_text_goes(line: str) -> None:
    for text in both(html([*SAID[:-1], f"{LAST} {line}"])):
        assert text == SAID


ABOVE = {
    "writer and channel": f"Rani Dewi Budi - Sepakbola | {STAMP}",
    "a house": f"CNN Indonesia | {STAMP}",
    "who wrote the column": "<strong>Rani Dewi, PhD</strong><br>Praktisi &amp; Pengajar Ilmu Tanah<br>@rani_dewi",
    "a team": "<strong>Tim News Room Sora Diskominfo.</strong>",
    "writer and house": f"Budi Santoso - detikNews | {STAMP}",
    "a picture, where it was, by whom": "FOTO Ilustrasi : Lubang besar di jalan, Minggu (17/2/2019) | Artikel ini telah"
    " tayang di Tribunsora.com dengan judul Harga Kopi Naik.<br>Penulis: Rani Dewi<br>Editor: Siti Aminah",
    "who wrote, took the pictures and edited": "Penulis: Rani Dewi | Fotografer: Budi Santoso | Editor: Siti Aminah",
    "who filmed and edited": "Kameramen: Budi Santoso / Editor: Siti Aminah",
    "a caption with its credit, without its picture": "Kebun kopi di lereng Sora. (Foto ilustrasi: iStock)",
    "headline and date": f"<b>{TITLE}</b> | Rabu, 19 November 2025 - 15:10 WIB | <strong>Share</strong>",
}


@pytest.mark.parametrize("line", ABOVE.values(), ids=ABOVE)
def test_what_stood_above_a_copied_text_goes(line: str) -> None:
    for text in both(html([*line.split(" | "), *SAID])):
        assert text == SAID


PICTURE = "<p><img src='/kopi.jpg' alt='Ratna memetik kopi di kebun Sora pada 2026.'></p>"
UNDER = {
    "what it says itself": "Foto: antara | <strong><em>Ratna memetik kopi di kebun Sora pada 2026.</em></strong>",
    "a caption above its store": "cara memetik kopi | pixabay.com/budi",
    "where it was seen": "Ayo memetik kopi! via <a href='https://sora.com'>www.sora.com</a>",
    "whose and of which stores": "budi0007/Getty Images/iStockphoto",
    "a photo of whom, and when": "Foto pengurus koperasi Sora saat menyerahkan bibit kopi kepada petani di Desa Sabura",
    "whose office took it": "Bupati Sora memetik kopi di kebun desa, Jumat (3/7). (Humas Pemkab Sora)",
    "between dashes": "Ratna (tengah) saat memetik kopi di Kebun Sora, Senin (25/8/25).-(Sora Pos/ Budi)-",
    "closed by dashes": "Spanduk koperasi petani kopi Sora 2026--",
    "a label with a full stop": "Penyerahan bibit kopi di Desa Sora tahun 2026. Foto, dok. Budi.",
    "what it shows, spelt anew": "Illustrasi : Kebun kopi",
    "which store": "Sumber: Freepik by Budi Santoso",
    "who, and of which channel": "(Budi/detikTravel)",
    "which site, in brackets": "(hotelsora.mobi)",
    "an agency and a dash": "Kapal bersandar di Dermaga Sora, Selasa 14 Februari 2023. (ANTARA-Budi)",
    "an agency and its desks": "Gedung tua di Sora. Antara Foto/Budi Santoso/tom/kye/17",
    "who took it, in English": "pic by: sora.com",
    "the writer's own": "dokpri.",
    "brackets with room": "Ilustrasi berita kopi. ( BUDI SANTOSO/SORAPOS.COM )",
    "a site's writer written small": "Ratna memetik kopi di Desa Sora, Senin (3/8/2020). (sora.com/budi santoso)",
    "a store behind a sentence": "Ratna memetik kopi di Desa Sora. (iStock)",
    "a handle behind a sentence": "Ratna memetik kopi di Jl. Raya Sora. (IG: @budi)",
    "whose file it is": "Ratna memetik kopi di Desa Sora. (AP Photo/Budi Santoso, File)",
    "by whom, and on which store": "Kebun kopi di Sora (Photo by Budi Santoso on Unsplash)",
    "a source in English": "Kebun kopi di Sora (Source: Budi Santoso)",
    "a site and room behind a slash": "Ratna memetik kopi di Desa Sora. (Sora.com/ Budi Santoso)",
    "a sign of copyright": "Ratna, Budi dan Siti. © Sora",
    "by way of another": "Ilustrasi (Tribunsora.co.id/kebunkopi.com via Sora.ID)",
}


@pytest.mark.parametrize("line", UNDER.values(), ids=UNDER)
def test_what_stands_under_a_copied_picture_goes(line: str) -> None:
    for text in both(html(SAID[:2]) + PICTURE + html([*line.split(" | "), *SAID[2:]])):
        assert text == SAID


NOT_UNDER = {
    "a sentence below another": "Kopi itu dijual. | Gula itu dibeli. | Ratna memetik kopi di kebun Sora pada 2026.",
    "a heading": "<h3>Ratna memetik kopi di kebun Sora pada 2026</h3>",
    "a sentence above a store": "Foto itu diambil di sini. | Kopi itu dijual.",
    "a headline about a photo": "Foto Ratna saat Memetik Kopi Ramai Dibicarakan",
    "a sentence about a photo": "Foto itu diambil saat petani memetik kopi di Sora",
    "a page to look at": "Warga Sora dapat mendaftar di laman desa (daftar.sora.go.id/kopi).",
    "two sentences and a source": "Kopi itu naik. Harga gula turun lebih dulu dari kopi. (sora.com/budi santoso)",
    "small words behind a slash": "Ratna memetik kopi (arabika/ robusta) di kebun Sora",
    "who is no office": "Bupati Sora memetik kopi (humas itu tidak ikut).",
}


@pytest.mark.parametrize("line", NOT_UNDER.values(), ids=NOT_UNDER)
def test_what_stands_near_a_picture_stays(line: str) -> None:
    said = [part.removeprefix("<h3>").removesuffix("</h3>") for part in line.split(" | ")]
    shown = "".join(part if "<h3>" in part else html([part]) for part in line.split(" | "))
    for text in both(html(SAID[:2]) + PICTURE + shown + html(SAID[2:])):
        assert text == [*SAID[:2], *said, *SAID[2:]]


def test_a_closed_break_is_a_break() -> None:
    for text in both(f"<p>{FIRST}</br>{S1}</BR >{S2}</p><p>{S3}<br></br>{LAST}</p>"):
        assert text == SAID


def test_what_was_added_to_a_copy_goes_from_its_middle() -> None:
    added = f'Baca artikel detiknews, "detik\'s Kopi: 5 Tips" selengkapnya <a href="{ADDRESS}">{ADDRESS}</a>.'
    for text in both(html([FIRST, S1, f"{added} {S2}", f"{S3} {added} {LAST}"])):
        assert text == [FIRST, S1, S2, f"{S3} {LAST}"]


@pytest.mark.parametrize(
    "line",
    ["<strong>1. <a href='/tag/kopi-sora'>Kopi Sora Tua</a></strong>", "<a href='/tag/x'>Kopi Sora Tua Sekali</a>"],
)
def test_the_headline_of_a_part_may_lead_to_a_tag(line: str) -> None:
    said = line.replace("<strong>", "").replace("</strong>", "").replace("</a>", "").split("<a")
    headline = said[0] + said[1].split(">")[1]
    text = read_local(html([FIRST, S1, line, S2, LAST])).text.split("\n\n")
    assert text == [FIRST, S1, headline, S2, LAST]


def test_a_day_above_a_house_goes() -> None:
    assert read("okezone", html([*SAID, STAMP, "detikHealth"])).text.split("\n\n") == SAID


@pytest.mark.parametrize(
    ("lines", "authors", "editors"),
    [
        ([*SAID, "Rani Dewi - detikNews", STAMP], ["Rani Dewi"], []),
        (["Rani Dewi - detikNews", STAMP, *SAID], ["Rani Dewi"], []),
        ([*SAID, "Penulis: Rani Dewi", "Editor: Siti Aminah", "Diskominfo"], ["Rani Dewi"], ["Siti Aminah"]),
    ],
)
def test_whom_it_names_is_read(lines: list[str], authors: list[str], editors: list[str]) -> None:
    cleaned = strip(map(Paragraph, lines))
    assert (cleaned.paragraphs, cleaned.authors, cleaned.editors) == (SAID, authors, editors)


KEPT = {
    "an address that is told": f"Pendaftaran dibuka di alamat ini: | {ADDRESS}",
    "an address of addresses": f"Kirim ke https://sora.go.id/daftar | {ADDRESS}",
    "a site": "https://desa-sora.id",
    "a day of the match": "Laga itu digelar di Stadion Sora. | Sabtu, 27 November 2021, 19.30 WIB",
    "days of matches": "Budi Santoso - detikNews mencatat jadwalnya. | Sabtu, 27 November 2021, 19.30 WIB | Minggu, 28"
    " November 2021, 19.30 WIB",
    "a name and a trade": "Budi Santoso - petani",
    "one account": "Instagram: @kopi.desa",
    "accounts that are told": "Ikuti panen lewat akun berikut: | Twitter: @kopi | Instagram: @kopi.desa",
    "an office in a sentence": "Diskominfo Sora mencatat panen itu.",
    "who is called admin": "Sumber: adminnya belum diketahui hingga kini.",
    "a call that is a step": "Klik kanan pada peta.",
    "a link in a sentence": "Baca juga: begitu bunyi papan itu, dan <a href='/a'>warga</a> menurutinya setiap pagi.",
    "a group with a name": "Tim Redaksi buku itu beranggotakan Ratna.",
    "an article to read": 'Baca artikel "Kopi Sora" selengkapnya di perpustakaan, kata Ratna.',
    "a store in a sentence": "Pixabay.com menolak foto itu.",
    "an office's front page": "Pendaftaran dibuka pekan depan. | https://kopi.sora.go.id/",
    "a house's front page, announced": "Daftar lengkapnya ada di laman: | https://www.kompas.com/",
    "an office's own app": "Download aplikasi: https://kopi.sora.go.id/unduh",
    "a word for a thing": "blob itu berisi film",
    "near the edge": "<div style='margin-left: -15px'>Kopi itu dijual Darmo.</div>",
}


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_what_is_much_like_it_stays(line: str) -> None:
    said = [part.replace("<div style='margin-left: -15px'>", "").replace("</div>", "") for part in line.split(" | ")]
    said = [part.replace("<a href='/a'>", "").replace("</a>", "") for part in said]
    assert read("okezone", html([*SAID, *line.split(" | ")])).text.split("\n\n") == [*SAID, *said]


def test_a_headline_in_a_line_below_its_label_goes() -> None:
    line = "Baca juga:<br>Lima Cara Warga Sora Menjemur Kopi di Musim Hujan"
    said = [FIRST, S1, S2, S3, LAST]
    assert read("okezone", html([FIRST, S1, line, S2, S3, LAST])).text.split("\n\n") == said


def test_a_dateline_whose_dash_begins_the_next_line_is_joined() -> None:
    for place in ("SALATIGA, SORAPOS.com", "Salatiga, CNN Indonesia", "SALATIGA"):
        for text in both(html([f"<strong>{place}</strong>", f"- {S1}", *SAID[2:]])):
            assert text == [f"{place} - {S1}", *SAID[2:]]
    listed = ["Antara lain:", f"- {S1}", f"- {S2}", LAST]
    assert strip(map(Paragraph, listed)).paragraphs == listed


def test_a_label_in_a_bracket_that_was_never_closed_goes() -> None:
    for text in both(html([FIRST, f"{S1} (Baca juga:&nbsp;", *SAID[2:]])):
        assert text == SAID


def test_roles_between_a_lead_and_its_text_are_read() -> None:
    cleaned = strip(map(Paragraph, ["Warga Sora memanen kopi.", "Rep: Budi Santoso/ Red: Siti Aminah", *SAID]))
    assert (cleaned.paragraphs[1:], cleaned.authors, cleaned.editors) == (SAID, ["Budi Santoso"], ["Siti Aminah"])


def test_whose_site_a_text_is_from_is_its_agency_and_no_writer() -> None:
    for line, agency in {
        "(SORAPOS.CO.ID, BANDUNG)": "Sorapos.co.id",
        "(Sorapos.com, Bandung)": "Sorapos.com",
        "(dilansir dari tribun jabar jumat 8 desember 2017)": "Tribun Jabar",
    }.items():
        cleaned = strip(map(Paragraph, [*SAID, line]))
        assert (cleaned.paragraphs, cleaned.agency, cleaned.authors) == (SAID, agency, [])
    cleaned = strip(map(Paragraph, [*SAID, "(Sorapos.com/Budi Santoso)"]))
    assert (cleaned.agency, cleaned.authors) == ("Sorapos.com", ["Budi Santoso"])


@pytest.mark.parametrize(
    ("sign", "editors"),
    [
        ("abc/E-3", ["abc"]),
        ("(rr/HUMAS MENPANRB)", ["rr"]),
        ("(Infotorial)", []),
        ("(advertorial)", []),
        ("(sorapos.co.id / komarudin)", []),
    ],
)
def test_a_code_behind_the_last_sentence_is_a_signature(sign: str, editors: list[str]) -> None:
    cleaned = strip(map(Paragraph, [*SAID, f"{LAST} {sign}"]))
    assert (cleaned.paragraphs, cleaned.editors) == ([*SAID, LAST], editors)


def test_a_match_above_its_day_stays() -> None:
    kept = ["Persija Jakarta - Persib Bandung", STAMP, *SAID]
    assert strip(map(Paragraph, kept)).paragraphs[0] == kept[0]


def test_a_name_above_a_text_of_whom_it_tells_stays() -> None:
    kept = ["Rani Dewi", "Ketua Koperasi Sora", "Rani Dewi memetik kopi sejak kecil.", *SAID]
    assert strip(map(Paragraph, kept)).paragraphs == kept


def test_the_source_of_an_own_edition_is_no_agency() -> None:
    for site, agency in ("jogja.antaranews.com", None), ("okezone.com", "okezone.com"):
        box = f"<div class='post-content'>{html([*SAID, f'Sumber: {site}'])}</div>"
        page = f"<html><body><h1>{TITLE}</h1>{box}</body></html>"
        assert extract(page.encode(), "https://www.antaranews.com/berita/629369/kopi", NOW).agency == agency


def test_an_address_below_a_signature_goes() -> None:
    cleaned = strip(map(Paragraph, [*SAID[:-1], f"{LAST} (abc)", "http://showbiz.liputan6.com/"]))
    assert (cleaned.paragraphs, cleaned.editors) == (SAID, ["abc"])


def test_a_line_below_a_heading_that_its_picture_says_is_a_caption() -> None:
    said = "Pesan Ratna dari Kebun “Sora Raya”"
    picture = f"<h2>Kebun di lereng</h2><p><img src='/kopi.jpg' alt='{said}'></p>"
    article = read("okezone", f"{html(SAID[:2])}{picture}{html([said, *SAID[2:]])}")
    assert article.text.split("\n\n") == [*SAID[:2], "Kebun di lereng", *SAID[2:]]
    assert [image.caption for image in article.images if "kopi" in image.url] == [said]
    article = read("okezone", f"{html(SAID[:2])}{picture.partition('</h2>')[2]}{html([said, *SAID[2:]])}")
    assert said in article.text  # without a heading above it, it may be one itself


def test_the_writer_below_a_headline_is_read() -> None:
    cleaned = strip(map(Paragraph, ["Lima Cara Menjemur Kopi di Sora", "Oleh: Budi Santoso", *SAID]))
    assert (cleaned.paragraphs[1:], cleaned.authors) == (SAID, ["Budi Santoso"])
    kept = ["Di dinding tertulis nama lukisan itu.", "Oleh: Budi Santoso", *SAID]
    assert strip(map(Paragraph, kept)).paragraphs == kept


def test_a_caption_below_a_button_of_its_picture_goes() -> None:
    picture = "<img src='/kopi.jpg'><br>Perbesar<br>Petani memetik kopi di lereng Sora (dok. Desa Sora)"
    assert read("okezone", html([picture, *SAID])).text.split("\n\n") == SAID


@pytest.mark.parametrize("line", ["Artikel ini ditulis untuk memperkenalkan perkembangan AI kepada petani kopi."])
def test_what_a_text_is_about_stays(line: str) -> None:
    assert strip(map(Paragraph, [*SAID, line])).paragraphs == [*SAID, line]


@pytest.mark.parametrize(
    "head",
    [
        [f"{TITLE} - Kabar Sora", "Rani Dewi, Kompas.com"],
        [TITLE, "Laporan Wartawan Kabar Sora, Rani Dewi"],
        [TITLE.upper(), "Oleh Rani Dewi"],
        [TITLE, "Reporter: Rani Dewi", "Editor: Siti Aminah"],
        ["Home / Ekonomi", TITLE, "By Rani Dewi", "July 24, 2026"],
        [TITLE, "Sora.com - 24/07/2026, 15:18 WIB", "Penulis: Rani Dewi | Editor: Siti Aminah"],
    ],
)
def test_headline_and_byline_of_a_whole_copied_page_go(head: list[str]) -> None:
    for text in both(html([*head, *SAID])):
        assert text == SAID
    assert read("cnnindonesia", html([*head, *SAID])).authors == ["Rani Dewi"]


def test_a_heading_below_the_headline_is_no_writer() -> None:
    article = read("cnnindonesia", html([TITLE, "Panen Raya", *SAID]))
    assert (article.text.split("\n\n"), article.authors) == (["Panen Raya", *SAID], [])
    article = read("cnnindonesia", html([TITLE, "Rani Dewi", "Jumat, 24 Juli 2026", *SAID]))
    assert (article.text.split("\n\n"), article.authors) == (SAID, ["Rani Dewi"])


@pytest.mark.parametrize(
    "first", [[f"{TITLE}, kata Ratna."], [f"SORA - {TITLE}."], ["Rani Dewi", "Rani Dewi memetik kopi."]]
)
def test_a_text_that_begins_like_its_headline_stays(first: list[str]) -> None:
    assert read("okezone", html([*first, *SAID])).text.split("\n\n") == [*first, *SAID]


DECK = "Warga Desa Sora memanen kopi tiga pekan lebih awal pada tahun ini, dan harganya naik dua kali lipat."
DATE = "<div>Jumat, 24 Juli 2026, 10:15 WIB</div>"


def decked(above: str, meta: str = DECK) -> Article:
    """The article of an unknown template with this between headline and text, and a description in its metas."""
    text = f"<div class='isi'>{FIRST} {S1}<br><br>{S2} {S3}<br><br>{LAST} {S1}</div>"
    page = f"<div id='content'><h1>{TITLE}</h1>{above}{text}</div>"
    html = f"<html><head><meta name='description' content='{meta}'></head><body>{page}</body></html>"
    return extract(html.encode(), "https://nasional.news.viva.co.id/news/read/320123-warga-sora-panen-kopi", NOW)


@pytest.mark.parametrize("deck", [f"<div class='sub'>{DECK}</div>", f"<div><p>{DECK}</p></div>", f"<h3>{DECK}</h3>"])
def test_what_the_page_says_of_itself_between_headline_and_date_is_not_its_text(deck: str) -> None:
    article = decked(f"{deck}{DATE}<div class='penulis'>Rani Dewi, Siti Aminah</div>")
    assert article.text.split("\n\n") == [f"{FIRST} {S1}", f"{S2} {S3}", f"{LAST} {S1}"]
    assert article.published_at == datetime.fromisoformat("2026-07-24T10:15:00+07:00")
    assert article.authors == ["Rani Dewi", "Siti Aminah"]


@pytest.mark.parametrize(
    ("above", "meta"),
    [
        (f"{DATE}<p>{DECK}</p>", DECK),  # the first paragraph is the description of many
        (f"<p>{DECK}</p>", DECK),
        (f"<p>{DECK}</p><p>Jumat</p>", DECK),
        (f"<p>{DECK}</p><p>Panen pada 24 Juli 2026 berlangsung lancar.</p>", DECK),
        (f"<div><p>{DECK}</p></div>", DECK),
        (f"<p>{DECK}</p>{DATE}", "Kabar lain."),  # nobody knows that it is said of the text
    ],
)
def test_a_first_paragraph_is_not_lost(above: str, meta: str) -> None:
    assert DECK in decked(above, meta).text.split("\n\n")
