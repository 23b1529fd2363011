"""What is no plain paragraph, amid a text and at its end, on pages of several houses and of a site without rules."""

from __future__ import annotations

import pytest

from newscrawl.reading.mojibake import repaired
from tests.reading.test_appended import PAGES, SAID, p
from tests.reading.test_appended import read as read_with

KINDS: dict[str, tuple[str, list[str]]] = {
    "questions and answers": (
        p("<b>T: Bagaimana panen tahun ini?</b>", "J: Lebih baik.", "Apa yang ditanam?", "Kopi.", "Tidak."),
        ["T: Bagaimana panen tahun ini?", "J: Lebih baik.", "Apa yang ditanam?", "Kopi.", "Tidak."],
    ),
    "a recipe": (
        "<h3>Bahan:</h3><ul><li>2 sdm kopi</li><li>½ sdt kayu manis</li></ul>"
        "<h3>Cara Membuat:</h3><ol><li>Rebus air.</li><li>Saring.<ul><li>aduk</li><li>saring</li></ul></li></ol>",
        [
            "Bahan:",
            "2 sdm kopi",
            "½ sdt kayu manis",
            "Cara Membuat:",
            "Rebus air.",
            "Saring.",
            "aduk",
            "saring",
        ],
    ),
    "a recipe with breaks": (
        "<p><strong>Bahan-bahan:</strong><br>- 2 sdm kopi<br>- 1 ruas jahe<br>- 200 ml air</p>",
        ["Bahan-bahan:", "- 2 sdm kopi", "- 1 ruas jahe", "- 200 ml air"],
    ),
    "a table with a caption and a cell over two rows": (
        "<table><caption>Harga Kopi</caption><tr><th>Jenis</th><th>Harga</th></tr><tr><td rowspan=2>Arabika</td>"
        "<td>Rp90.000</td></tr><tr><td>Rp95.000</td></tr><tr><td>Robusta</td><td>Rp45.000</td></tr></table>",
        ["Harga Kopi", "Jenis Harga", "Arabika Rp90.000", "Arabika Rp95.000", "Robusta Rp45.000"],
    ),
    "results": (
        "<h3>Hasil Pertandingan</h3><table><tr><td>Sora FC</td><td>2-1</td><td>Sabura United</td></tr>"
        "<tr><td>Persiba</td><td>0-0</td><td>Rawa</td></tr></table>",
        ["Hasil Pertandingan", "Sora FC 2-1 Sabura United", "Persiba 0-0 Rawa"],
    ),
    "a song": (
        "<p>[Verse 1]<br>Hujan turun di lereng<br>Kopi merah di tangan</p>"
        "<p>[Chorus]<br>Oh Sora, oh Sora<br>Tanah airku</p>",
        ["[Verse 1]", "Hujan turun di lereng", "Kopi merah di tangan", "[Chorus]", "Oh Sora, oh Sora", "Tanah airku"],
    ),
    "a prayer": (
        "<p dir='rtl'>رَبَّنَا آتِنَا حَسَنَةً</p><p><em>Rabbana atina hasanah</em></p>"
        "<p>Artinya: “Ya Tuhan kami, berilah kebaikan.”</p>",
        ["رَبَّنَا آتِنَا حَسَنَةً", "Rabbana atina hasanah", "Artinya: “Ya Tuhan kami, berilah kebaikan.”"],
    ),
    "a timetable": (
        "<p>Jadwal salat hari ini:<br>Subuh: 04.35 WIB<br>Zuhur: 11.55 WIB</p>",
        ["Jadwal salat hari ini:", "Subuh: 04.35 WIB", "Zuhur: 11.55 WIB"],
    ),
    "what is defined": (
        "<dl><dt>Arabika</dt><dd>Tumbuh di dataran tinggi.</dd></dl><details><summary>Apa itu robusta?</summary>"
        "<p>Robusta adalah kopi dataran rendah.</p></details>",
        ["Arabika", "Tumbuh di dataran tinggi.", "Apa itu robusta?", "Robusta adalah kopi dataran rendah."],
    ),
    "a quotation and whose it is": (
        "<blockquote><p>Kopi adalah hidup kami di lereng ini.</p><cite>— Darmo Wirya, kepala desa</cite></blockquote>",
        ["Kopi adalah hidup kami di lereng ini.", "— Darmo Wirya, kepala desa"],
    ),
    "a footnote": (
        "<p>Hasilnya dua ton<sup><a href='#fn1'>1</a></sup> per hektare.</p>"
        "<ol><li id='fn1'>Data koperasi desa. <a href='#ref1'>↩︎</a></li></ol>",
        ["Hasilnya dua ton¹ per hektare.", "Data koperasi desa."],
    ),
    "what a sentence announces": (
        "<p>Kampus yang menerima bantuan:</p><ul><li><a href='https://a.ac.id'>Universitas Sora</a></li>"
        "<li><a href='https://b.ac.id'>Institut Sabura</a></li></ul>",
        ["Kampus yang menerima bantuan:", "Universitas Sora", "Institut Sabura"],
    ),
    "a list with a link in the page": (
        "<p>Syarat:</p><ul><li>Isi <a href='#form'>formulir</a>.</li><li>Baca <a href='#syarat'>syarat</a>.</li></ul>",
        ["Syarat:", "Isi formulir.", "Baca syarat."],
    ),
    "a link to a place in the page": (
        "<p>Hasilnya naik, lihat <a href='#tabel'>tabel di bawah</a>.</p>",
        ["Hasilnya naik, lihat tabel di bawah."],
    ),
    "a great first letter": (
        "<p><span class='dropcap'>J</span> akarta menjadi tujuan kopi itu.</p>"
        "<div class='dc'>B</div><p>andung menyusul sebagai tujuan kopi dari lereng itu.</p>",
        ["Jakarta menjadi tujuan kopi itu.", "Bandung menyusul sebagai tujuan kopi dari lereng itu."],
    ),
    "a great letter by its style or a picture": (
        "<p><b style='float:left;font-size:3em'>J</b> akarta menjadi tujuan kopi itu.</p>"
        "<p><img class='drop-cap' alt='B' src='/b.png'>andung menyusul kemudian.</p>",
        ["Jakarta menjadi tujuan kopi itu.", "Bandung menyusul kemudian."],
    ),
    "a letter in place of a name": (
        "<p><strong>A</strong> adalah inisial korban dari desa itu.</p><p>B</p>"
        "<p>Benar, kata guru itu kepada murid-murid.</p>",
        ["A adalah inisial korban dari desa itu.", "B", "Benar, kata guru itu kepada murid-murid."],
    ),
    "how a sign is said": (
        "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> adalah huruf.</p>",
        ["漢 adalah huruf."],
    ),
    "encoded twice": (
        "<p>â€œKopi itu enak,â€ kata Darmo â€“ suhunya 30Â°C di CafÃ© Sora.</p>",
        ["“Kopi itu enak,” kata Darmo – suhunya 30°C di Café Sora."],
    ),
    "characters that are not seen": (
        "<p>Perta&shy;nian di\u200bkembang\u200ckan \u200fwar\ufeffga\u200e&nbsp;&nbsp;desa ☕.</p>",
        ["Pertanian dikembangkan warga desa ☕."],
    ),
}


GONE = {
    "a table of contents": "<b>Daftar Isi</b><ul><li><a href='#a'>Harga Kopi</a></li><li>1. <a href='#b'>Cara</a></li>"
    "</ul>",
    "one named so": "<div class='ez-toc-container'><p>Isi Artikel</p><a href='#a'>Harga Kopi Sora</a></div>",
    "a call to follow": "<p>Ikuti saluran WhatsApp Kabar Sora: https://whatsapp.com/channel/sora</p>",
    "where the next page leads": "<p>Halaman selanjutnya: <a href='?page=2'>Kopi Sora di Pasar</a></p>",
}


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize("html", GONE.values(), ids=GONE)
def test_it_goes(site: str, html: str) -> None:
    assert read_with(site, html + p(SAID[1])).article.text.split("\n\n") == [*SAID, SAID[1]]


@pytest.mark.parametrize("site", PAGES)
@pytest.mark.parametrize(("html", "right"), KINDS.values(), ids=KINDS)
def test_at_the_end_and_amid_a_text(site: str, html: str, right: list[str]) -> None:
    assert read_with(site, html).article.text.split("\n\n") == [*SAID, *right]
    assert read_with(site, html + p(SAID[1])).article.text.split("\n\n") == [*SAID, *right, SAID[1]]


@pytest.mark.parametrize(
    "junk", ["<div>Vote Foto<br>Beri Nilai</div>", "<p>BUDI</p>", "<ul><li><a href='/x'>Lain</a></li></ul>"]
)
def test_words_of_buttons_behind_a_text_go(junk: str) -> None:
    assert read_with("any", junk).article.text.split("\n\n") == [*SAID]


@pytest.mark.parametrize("text", ["“CAFÉ”", "IRMÃ", "«À propos»", "Łódź…", "naïve – Ö”", "東京", "10 × 20 ± 3"])
def test_what_was_encoded_once_stays(text: str) -> None:
    assert repaired(text) == text
