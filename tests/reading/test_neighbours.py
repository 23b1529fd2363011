"""True lines much like what is taken off a text: each stays, first, in the middle and last, and names nobody."""

from __future__ import annotations

import re

import pytest

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.content.copies import said_once
from newscrawl.reading.content.edges import copied_head
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.pictures.captions import split_credit
from newscrawl.reading.taxonomy.topics import parted, without_tags
from tests.reading.test_kinds import FIRST, LAST, S1, S2, S3, read
from tests.reading.test_local import read_local

SAID = [FIRST, S1, S2, S3, LAST]

LINES = (
    "This article was written by our writers in 1945 and smuggled out of prison.",
    "Artikel ini ditulis oleh AI. Verifikasi menunjukkan tiga kutipan di dalamnya palsu.",
    "Di edisi cetak, artikel ini terbit dengan judul lain, kata redaktur itu di sidang.",
    "Gabung di grup Telegram Petani Muda. Caranya, klik tautan di poster, kata Budi.",
    "Ikuti kuis Liputan6 dan menangkan hadiahnya, begitu bunyi pesan penipuan yang beredar.",
    "RCTI hadir di kanal digital sejak 2019.",
    "Sora TV tayang setiap hari pukul 07.00 hingga larut malam dan ditonton jutaan warga",
    "Sora TV live dari lapangan hingga pukul 21.00 WIB.",
    "Bagaimana tanggapan Anda?",
    "Bagaimana pendapat Anda?",
    "Berkomentarlah dengan sopan, pesan Ratna kepada anak-anak Sora.",
    "Berkomentarlah dengan bijak di media sosial agar tidak dijerat UU ITE.",
    "Kami akan menghapus komentar yang menghina agama, kata juru bicara itu.",
    "Error loading video itu muncul di ribuan telepon warga.",
    "The video could not be loaded because the court sealed it.",
    "The English version is automatically generated, said Ratna.",
    "Manfaat berlangganan air PDAM? Baca penjelasan Ratna",
    "Dilarang menyebarluaskan foto korban tanpa izin keluarga.",
    "Dilarang keras mengutip isi kitab itu tanpa izin, kata Ratna.",
    "** Anggota keluarga dilarang ikut",
    "*) Warga negara asing",
    "*) Dokter spesialis di luar kuota",
    "* Ketua Koperasi Sora: Budi Santoso",
    "Ratna Lestari, Merdeka Belajar",
    "Tiada yang pasti di Sora diterbitkan 29 Juni 2012, 07.00 WIB",
    "Peliput: sebuah profesi yang sepi",
    "Artikel ini pernah dimuat Kompas dengan judul Kopi Kami, dan sejak itu Darmo terkenal.",
    "Artikel ini telah ditayangkan TVRI dengan judul Kopi Kami lalu Darmo dipanggil polisi.",
    'Berita ini pernah ditayangkan Sora TV dengan judul "Kopi", tetapi kemudian ditarik.',
    "Tulisan ini pernah dimuat Majalah Sora berjudul Kopi Kami yang kemudian memicu protes warga.",
    'Situs desa itu menampilkan "Warning: Undefined variable $isi in /home/sora/view.php on line 31", kata Darmo.',
    "Ratna menghitung harganya. [IDR]",
    "Pasal itu tak berubah. [UUD]",
)


@pytest.mark.parametrize("line", LINES)
def test_a_true_line_stays_wherever_it_stands(line: str) -> None:
    for said in (SAID, [S1] * 5):
        for place in (0, 2, 5):
            lines = [*said[:place], line, *said[place:]]
            cleaned = strip(map(Paragraph, lines))
            assert (cleaned.paragraphs, cleaned.authors) == (lines, [])


GONE = (
    "Sora TV bisa ditonton di kanal 44 UHF digital",
    "Metro TV live streaming di metrotv.com",
    "Bagaimana pendapat Anda mengenai artikel ini?",
    "Berkomentarlah dengan bijak. Isi komentar menjadi tanggung jawab komentator",
    "Error loading player: No playable sources found",
    "The media could not be loaded, either because the server or network failed.",
    "Keuntungan berlangganan? Cek selengkapnya di sini",
    "Dilarang mengutip isi artikel ini tanpa seizin redaksi Sora.com",
    "*) Dosen Universitas Sora",
)


PAIRS = (
    "SMP/SMA TCP/IP HTML/CSS RT/RW rt/rw CPNS/PPPK LRT/MRT KRL/MRT KTP/SIM DHF/DBD PMK/LSD AM/FM WFH/WFO"
    " PKH/BPNT BPJS/KIS SHM/HGB STNK/BPKB CVT/manual PHP/MySQL SMK/MA. Drs/Ir Ny/Tn Jl/Gang PSM/Persib"
    " tbc/hiv kwh/hari ltr/detik rpm/menit mg/dl cm/dtk tgl/bln/thn yth/bpk dll/dsb dvd/cd www/http kpl/ha"
    " hitam/red red/ungu Red/Black tim/klub Tim/Regu tim/grup"
).split()


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_of_short_forms_or_words_below_a_text_signs_nothing(pair: str) -> None:
    cleaned = strip(map(Paragraph, [*SAID, pair]))
    assert (cleaned.paragraphs, cleaned.editors) == ([*SAID, pair], [])


@pytest.mark.parametrize("line", GONE)
def test_its_neighbour_goes(line: str) -> None:
    assert strip(map(Paragraph, [*SAID, line])).paragraphs == SAID


@pytest.mark.parametrize(
    "lines",
    [
        ["Sutradara: Budi Santoso", "Produser: Darmo Wijaya", "Penulis naskah: Ratna Lestari"],
        ["Judul: Senja", "Penulis naskah: Ratna Lestari", "Pengisi suara: Siti Aminah"],
        ["Berikut susunan pengurus koran desa itu:", "Pemimpin Redaksi: Siti Aminah", "Pembina: Darmo Wijaya"],
    ],
)
def test_who_made_a_work_or_leads_a_house_that_a_text_tells_of_stays(lines: list[str]) -> None:
    cleaned = strip(map(Paragraph, [*SAID, *lines]))
    assert (cleaned.paragraphs, cleaned.authors) == ([*SAID, *lines], [])


def test_a_list_of_advice_is_no_offer() -> None:
    items = ["Baca berita sampai selesai", "Dukung jurnalisme desa", "Bebas konten kasar di grup keluarga"]
    lines = [*map(Paragraph, SAID), Paragraph("Cara melawan hoaks", heading=True)]
    cleaned = strip([*lines, *(Paragraph(item, item=True) for item in items)])
    assert (cleaned.paragraphs[-3:], cleaned.paywalled) == (items, False)


@pytest.mark.parametrize("times", [3, 4, 5])
def test_paragraphs_that_stand_three_times_are_meant(times: int) -> None:
    lines = [f"{text} {text} {text}" for text in (FIRST, S1, S2)] * times
    for said in (lines, [LAST, *lines], [*lines, LAST], [*lines, lines[0]]):
        assert [p.text for p in said_once([Paragraph(text) for text in said])] == said


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Aku", "Rindu", "Kopi", "Aku duduk", "Kau pergi"], "Kopi"),
        (["Penulis: Ratna Lestari", "Penerbit: Sora", "Panen Kopi", "Buku ini tebal."], "Panen Kopi"),
        (["Senin", "Selasa", "Panen Kopi", "Warga memanen."], "Panen Kopi"),
    ],
)
def test_lines_above_the_words_of_a_headline_stay(lines: list[str], title: str) -> None:
    assert copied_head(lines, title) == (0, [])


@pytest.mark.parametrize(
    "lines",
    [
        ["Panen Kopi", "Kopi Sora", "24 Juli 2026", "Warga memanen.", "Ia pulang."],
        ["Panen Kopi", "Penulis: Ratna Lestari", "Penerbit: Sora", "Buku ini tebal."],
        ["Panen Kopi", "24 Juli 2026", "Warga berkumpul.", "25 Juli 2026", "Warga memanen."],
    ],
)
def test_below_a_headline_stay_a_heading_a_book_and_the_days_of_a_chronicle(lines: list[str]) -> None:
    assert copied_head(lines, "Panen Kopi") == (1, [])


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        ("Seminar hak cipta: Ratna bicara soal lagu", "Seminar hak cipta: Ratna bicara soal lagu", None),
        ("Pembahasan RUU Hak Cipta: Senayan ramai", "Pembahasan RUU Hak Cipta: Senayan ramai", None),
        ("Suasana panen. Hak cipta: Ratna Lestari", "Suasana panen.", "Ratna Lestari"),
        ("(c) 2024 Sora.com/Ratna", None, "© 2024 Sora.com/Ratna"),
        ("Latihan dalam PSSI Cup. (PSSI)", "Latihan dalam PSSI Cup.", "PSSI"),
    ],
)
def test_rights_that_a_caption_tells_of_are_no_credit(caption: str, said: str | None, credit: str | None) -> None:
    assert split_credit(caption) == (said, credit)


@pytest.mark.parametrize("name", ["KRH Wirayuda", "AGH Sanusi", "PDT Ratna Lestari", "DRG Siti Aminah", "KHR Asad"])
def test_three_capitals_may_be_a_title(name: str) -> None:
    assert people(name) == [name]


def test_a_name_of_many_words_takes_no_time() -> None:
    assert people("Liga " * 200) == []


def test_commas_without_spaces_part_tags() -> None:
    assert [*parted(["kopi,teh", "gula"])] == ["kopi", "teh", "gula"]
    assert [*parted(["Jakarta, Bogor", "kopi"])] == ["Jakarta, Bogor", "kopi"]
    assert without_tags("Bupati dkk.,menurut polisi, hadir.", []) == "Bupati dkk.,menurut polisi, hadir."


def test_steps_below_their_pictures_are_text() -> None:
    steps = ["Langkah 1: cuci biji kopi", "Langkah 2: jemur biji kopi"]
    boxes = "".join(f"<div><img src='/{n}.jpg'><div>{step}</div></div>" for n, step in enumerate(steps))
    body = "".join(f"<p>{text}</p>" for text in SAID[:2]) + boxes + "".join(f"<p>{text}</p>" for text in SAID[2:])
    for article in (read("okezone", body), read("kompas", body), read_local(body)):
        assert article.text.split("\n\n") == [*SAID[:2], *steps, *SAID[2:]]


ARTICLE = "<a href='https://www.kompas.com/read/2026/07/23/99000021/jembatan'>Jembatan Gantung Rusak Akibat Banjir</a>"


@pytest.mark.parametrize("label", ["Rekomendasi", "Kunjungi juga", "Kunjungi pula", "Terkait", "Populer", "TERPOPULER"])
def test_a_label_in_front_of_an_article_s_headline_goes(label: str) -> None:
    body = f"<p>{FIRST}</p><p><b>{label}: {ARTICLE}</b></p><p>{LAST}</p>"
    assert read("kompas", body).text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "Rekomendasi: <a href='https://sora.id/'>Kebun Teh Sora</a>",
        "Kunjungi juga: <a href='https://sora.id/'>Kebun Teh Lembah Sora</a>",
        "Kunjungi juga: <a href='https://sora.id/daftar'>laman koperasi</a>",
        "Rekomendasi: kopi Sora yang dipetik pagi hari.",
        "Terkait: Undang-Undang Nomor 5 Tahun 2020",
        f"Terkait: {ARTICLE} dan kelanjutannya di desa itu.",
        "Populer: <a href='https://sora.id/tag/kopi'>kopi</a>",
        "Rekomendasi dinas: petik merah.",
        f"Rekomendasi panitia: {ARTICLE} dibahas warga.",
    ],
)
def test_what_the_writer_recommends_stays(line: str) -> None:
    said = re.sub("<[^>]+>", "", line)
    body = f"<p>{FIRST}</p><p>{line}</p><p>{LAST}</p>"
    assert read("kompas", body).text == f"{FIRST}\n\n{said}\n\n{LAST}"


@pytest.mark.parametrize("mark", ["-o0o-", "-oOo-", "=o0o=", "-- oo0oo --"])
def test_a_mark_of_the_end_goes(mark: str) -> None:
    assert read("kompas", f"<p>{FIRST}</p><p>{LAST}</p><p>{mark}</p>").text == f"{FIRST}\n\n{LAST}"
    assert read("kompas", f"<p>{FIRST}</p><p>{LAST} {mark.replace(' ', '')}</p>").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("line", ["Oooo", "-O-", "Bunyinya o-o-o.", "oooh"])
def test_a_sound_at_the_end_stays(line: str) -> None:
    assert read("kompas", f"<p>{FIRST}</p><p>{LAST}</p><p>{line}</p>").text == f"{FIRST}\n\n{LAST}\n\n{line}"


@pytest.mark.parametrize(
    "call",
    [
        "Tulis komentar Anda di bawah ini",
        "Tuliskan komentarmu di bawah",
        "Ikuti Juga: <a href='https://news.google.com/x'>VIVA di Google News</a>",
        "Di edisi cetak, artikel ini terbit di bawah judul “Untung Rugi Panen”.",
    ],
)
def test_further_calls_go(call: str) -> None:
    assert read("viva", f"<p>{FIRST}</p><p>{call}</p><p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "Tulis komentar Anda di bawah foto itu, kata Ratna.",
        "Tuliskan komentarmu di bawah kolom harga, lalu tanda tangan.",
        "Ikuti juga: lomba petik kopi di balai desa pada hari Minggu.",
        "Di edisi cetak, artikel ini terbit tanpa gambar dan membuat Ratna kecewa.",
    ],
)
def test_sentences_like_further_calls_stay(line: str) -> None:
    assert read("viva", f"<p>{FIRST}</p><p>{line}</p><p>{LAST}</p>").text == f"{FIRST}\n\n{line}\n\n{LAST}"
