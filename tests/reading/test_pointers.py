"""Pointers to other articles whose link is not their headline, or whose label is glued to it; and what is like them."""

from __future__ import annotations

import pytest

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.page.pointers import is_pointer
from tests.reading.test_kinds import FIRST, LAST, read

OTHER = "/read/2026/07/20/337/9900001/harga-beras-di-sora-naik-lagi-jelang-panen"
HEADLINE = "Harga Beras di Sora Naik Lagi Jelang Panen"
GOES = [
    f"<div class='x1'><span>Artikel Selanjutnya</span><a href='{OTHER}'>{HEADLINE}</a></div>",
    f"<p>Baca juga : {HEADLINE} <a href='{OTHER}'>Klik di sini</a></p>",
    f"<p>{HEADLINE} <a href='{OTHER}'>(Baca selengkapnya)</a></p>",
    "<p>Baca juga artikel tentang <a href='/tag/kopi'>kopi</a> atau <a href='/tag/teh'>teh</a></p>",
    f"<p>Baca juga: <a href='{OTHER}'>{HEADLINE}</a> untuk memahami lebih dalam soal harga pangan di desa.</p>",
]
STAYS = [
    "Unduh Surat Edaran Bupati Sora Nomor 4 Tahun 2026 <a href='https://sora.go.id/se-4.pdf'>di sini</a>",
    "Laporan itu dapat dibaca selengkapnya <a href='https://sora.go.id/l'>di sini</a>.",
    f"Keterangan Lengkap Ratna Dewi tentang Desa Sora <a href='{OTHER}'>di sini</a>.",
    "Artikel selanjutnya dalam undang-undang itu mengatur <a href='/tag/denda'>denda</a>.",
    "Baca juga artikel tentang <a href='/tag/kopi'>kopi</a>, pesan guru kepada murid.",
    f"Baca juga: <a href='{OTHER}'>{HEADLINE}</a> untuk warga. Begitu bunyi papan di balai desa.",
]


@pytest.mark.parametrize("pointer", GOES)
def test_a_pointer_goes(pointer: str) -> None:
    assert read("okezone", f"<p>{FIRST}</p>{pointer}<p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("line", STAYS)
def test_a_line_with_a_link_stays(line: str) -> None:
    assert len(read("okezone", f"<p>{FIRST}</p><p>{line}</p><p>{LAST}</p>").text.split("\n\n")) == 3


@pytest.mark.parametrize("label", ["Infografis ", "Infografik "])
def test_a_label_beside_a_linked_headline_is_a_pointer_s(label: str) -> None:
    text = f"{label}{HEADLINE}"
    assert is_pointer(Paragraph(text, [(len(label), len(text))], to_article=True))
