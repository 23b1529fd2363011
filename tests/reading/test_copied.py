"""Texts as they stand in small newsrooms' systems, copied from elsewhere with what stood beside them there."""

from __future__ import annotations

import pytest

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.cleaning import strip
from tests.reading.test_kinds import FIRST, LAST, S1, S2, S3, TITLE, read
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
    " berita Sora.com WhatsApp Channel : https://www.whatsapp.com/channel/0029VaFPbed. Pastikan kamu sudah install"
    " aplikasi WhatsApp ya.",
}


@pytest.mark.parametrize("line", GLUED.values(), ids=GLUED)
def test_what_is_glued_to_a_copied_text_goes(line: str) -> None:
    for text in both(html([*SAID[:-1], f"{LAST} {line}"])):
        assert text == SAID


ABOVE = {
    "a team": "<strong>Tim News Room Sora Diskominfo.</strong>",
    "writer and house": f"Budi Santoso - detikNews | {STAMP}",
    "headline and date": f"<b>{TITLE}</b> | Rabu, 19 November 2025 - 15:10 WIB | <strong>Share</strong>",
}


@pytest.mark.parametrize("line", ABOVE.values(), ids=ABOVE)
def test_what_stood_above_a_copied_text_goes(line: str) -> None:
    for text in both(html([*line.split(" | "), *SAID])):
        assert text == SAID


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
    "near the edge": "<div style='margin-left: -15px'>Kopi itu dijual Darmo.</div>",
}


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_what_is_much_like_it_stays(line: str) -> None:
    said = [part.replace("<div style='margin-left: -15px'>", "").replace("</div>", "") for part in line.split(" | ")]
    said = [part.replace("<a href='/a'>", "").replace("</a>", "") for part in said]
    assert read("okezone", html([*SAID, *line.split(" | ")])).text.split("\n\n") == [*SAID, *said]
