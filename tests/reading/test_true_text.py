"""What an article may say, put into saved pages of every portal: each comes out unchanged and in its place."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import lxml.html
import pytest

from newscrawl.portals.extract import extract
from newscrawl.portals.fixtures import FOLDER, fixtures
from newscrawl.portals.registry import portals
from newscrawl.reading.text import flatten
from tests.project import ROOT

# Paragraphs of their own, each line one
LINES = """
# numbers, names and lists
Harga gabah di tingkat petani tercatat Rp6.800 per kilogram pada awal pekan.
Emas 1 gram: Rp1.950.000 | Kurs dolar: Rp16.250 | USD 1 = Rp16.250
12 | 34 | 56
Nomor yang keluar: 12 34 56
2-1
Datanya ada di laman desa (sora.go.id). | Halaman asli buku itu hilang. | Konten terkait panen dihapus warga.
Ribuan pelancong memadati Pasar Sora, Senin (24/11/2025). | Arus naik saat libur (Nataru 2025/2026).
Klik video untuk mengetahui ukuran berkasnya. | Panen kopi di Sora (Jawa Barat)
Persis 2-1 Persiba | Arema 0-0 PSM | Gol: Darmo 12', Rian 45+1', Bayu 90'
Persis (4-3-3): Teja; Alfi, Rian, Dedi, Rezal; Marko, Bayu, Didi; Febri, Wandi, Ezar | Pelatih: Robi Alberto
1. Persis - 45 poin | 2. Persiba - 40 poin | 3. Arema - 39
1. Darmo Wiyono | 2. Ratna Lestari | 3. Hamid Basri
Darmo Wiyono, Ratna Lestari, dan Hamid Basri.
Dr. Darmo Wiyono, M.Si. | Prof. Ratna Lestari, Ph.D
DARMO WIYONO | Petani, 54 tahun
KTP | SIM | BPKB
- KTP asli | - Foto 3x4 | • Ijazah terakhir
A. Arabika | B. Robusta | C. Liberika | Jawaban: B
Layar: AMOLED 6,7 inci | Baterai: 5.000 mAh | Kamera: 50 MP
Pasangan Darmo/Ratna menang 21-15, 21-18. | Ganda putra: Darmo/Hamid (INA)
Magnitudo: 5,2 | Kedalaman: 10 km | Nomor polisi: AD 1234 XY
12,5 persen | Rp 2,3 triliun | a² + b² = c²

# what is said
"Kami menunggu hujan sejak April," kata Darmo. | “Kami menunggu. Bagikan kabar ini,” kata Ratna.
Wartawan: Mengapa panen lebih awal? | Darmo: Karena hujan berhenti. | Wartawan: Apa harapan Bapak? | Darmo: Harga adil.
Tanya: Bolehkah kopi dijemur malam hari? | Jawab: Tidak, embun merusaknya. | T: Lalu kapan? | J: Pagi sampai sore.
- Kapan pulang? | - Besok, Bu. | — Hati-hati di jalan.
"We have been waiting for the rain since April," she said. | Read the label before use. | Powered by wind, it turned.
Penyiar: Selamat pagi. | Reporter: Selamat pagi, saya berada di pelabuhan.
@darmowiyono: panen sudah dimulai | "Semangat, Pak!" tulis akun @ratna_l.
(Darmo tertawa) | (Hadirin bertepuk tangan.)
Tidak. | Begitulah.
Ya | Tidak

# verses, prayers, laws
Bulan jatuh di kolam, | anak katak pun diam, | ibu menutup jendela, | malam menjadi tua.
[Verse 1] | Angin malam membawa namamu | [Chorus] | Oh, pulanglah
Allahumma inni as'aluka ilman nafi'an | Artinya: "Ya Allah, aku memohon ilmu yang bermanfaat." | Dibaca 33 kali
Subhanallah | Dibaca 33 kali
اللَّهُمَّ إِنِّي أَسْأَلُكَ عِلْمًا نَافِعًا | Artinya: Ya Allah, aku memohon ilmu.
QS Al-Baqarah: 183 | "Bersihkanlah halamanmu." (HR Tirmidzi)
"Tuhan adalah gembalaku." (Mzm 23:1)
Pasal 5 | (1) Setiap orang dilarang membakar lahan. | (2) Ketentuan itu berlaku sejak diundangkan. | Cukup jelas.
BAB III | KETENTUAN PIDANA | Pasal 21 | a. pidana penjara; dan | b. pidana denda.
Kepada Yth. | Bapak Kepala Desa Sora | Dengan hormat, | kami memohon izin. | Hormat kami, | Darmo Wiyono

# recipes, addresses, times
Bahan: | 500 gram tepung terigu | 1/2 sdt garam | Cara membuat: | 1. Campur tepung dan gula. | 2. Uleni hingga kalis.
Telepon: (0271) 555012 | WhatsApp: 0812-5550-1234 | Email: panen@sora.example | Instagram: @panenkopi
Alamat: Jalan Kebun Kopi Nomor 12, Sora | Jam buka: 08.00-17.00 WIB | Harga tiket: Rp15.000
Laman resmi: | https://daftar.sora.example/2026
08.00 WIB: Upacara pembukaan | Jumat, 24 Juli 2026 - 19.00 WIB: Persis vs Persiba | Senin (20/7): Sora - Sabura
20 Juli 2026 | Petani memulai panen. | 21 Juli 2026, 10.00 WIB | Panen usai.
19.05 WIB | Kereta berangkat dari Sora. | 19.45 WIB | Kereta tiba di Sabura.
Jakarta Selatan: hujan ringan, 24-31 derajat Celsius | Bogor: cerah berawan
Aries (21 Maret-19 April) | Keuangan: membaik. Angka keberuntungan: 7

# words that junk has too
Baca 10 ayat setiap malam, pesan kakek. | Tanggapan warga beragam. | Bagaimana tanggapan Anda, Pak Darmo?
Dilarang mengambil dan menayangkan ulang rekaman itu, kata hakim. | Read the next chapter, she told them.
Peliput acara itu berjumlah dua belas. | Penulis: ia sendiri | Videografi dipelajarinya di Sabura.
The English version was automatically printed in Sora. | Post a comment below the picture, she told the class.
Simak penjelasan selengkapnya dalam video itu, kata Ratna. | Composed by. Darmo Wiyono | Reff: | Oleh Ratna Lestari
Panen raya itu diceritakan Ratna. | Laman pendaftaran: https://daftar.sora.example/2026
(Banyak kepentingan) | Laporan oleh warga itu ditolak. | Cis kacang buncis! | Begini nih jadinya: | Salam jepret
Simak saja: perkara itu disidangkan terpisah. | Seolah mencatat apa yang dikatakan saksi.
Tagar #PanenRaya dan #KopiSora ramai dipakai warga pada Senin. | #PanenRaya menjadi seruan petani.
Baca Al-Qur'an setiap pagi, pesan kakek. | Simak penjelasan berikut. | Simak ulasannya berikut ini:
Simak daftar lengkapnya di bawah ini. | Berikut selengkapnya:
Lihat tabel di bawah ini untuk rinciannya.
Tonton pertunjukan itu di balai desa.
Klik tombol Daftar. | Klik Selanjutnya. | Unggah foto, lalu klik Simpan.
Follow akun itu lalu unggah foto kopi. | Like, comment, dan share unggahan itu.
Penulis: buku itu disusun oleh guru desa. | Editor: begitu jabatan barunya di penerbit itu.
Judul: Panen Terakhir | Sutradara: Hamid Basri | Penulis: Ratna Lestari | Durasi: 96 menit
Foto: sebuah lemari tua menyimpan ratusan di antaranya. | Dok itu dibangun tahun 1920.
Sumber air itu berada di lereng utara. | Sumber: wawancara dengan warga | Dari berbagai sumber air, dua mengalir.
Sumber: BPS Kabupaten Sora, diolah
Antara dua bukit itu mengalir sungai. | Reuters melaporkan panen itu lebih awal.
Topik: harga kopi menjadi bahasan utama. | Tag itu ditempel di karung. | 12 komentar masuk, kata Ratna.
Iklan itu ditayangkan sejak 2010. | Berlangganan koran desa kini gratis, kata Ratna.
Selanjutnya, petani menjemur kopi. | Halaman 12 buku itu robek. | Oleh karena itu, warga bersyukur.
Video itu ditonton 1,2 juta kali. | Dua jam lalu ia masih di sawah. | 3 menit lalu gempa terasa, tulis warga.
Catatan redaksi: nama anak disamarkan. | Penulis adalah petani kopi di Sora.
Program itu diberi nama Gerakan Tanam Kopi (GTK). | Kopi itu murah (Rp5.000)
Mari berdonasi, ajak kepala desa itu. | BCA 1234567890 a.n. Ratna
Video ini viral. | Kami sudah menonton video ini. | Tayangan ini menarik. | Setelah menonton tayangan ini, kamu lupa.
Konten kolaborasi Ratna dan Darmo itu ditonton jutaan kali. | Berita kerja sama Sora dan Lereng disambut baik warga.
Konten ini dibuat oleh Ratna untuk menghibur warga. | Konten ini diproduksi oleh ChatGPT.
Siaran pers ini dibuat oleh Dinas Pertanian pada Senin. | Tulisan ini dibuat oleh Ratna Lestari pada 1943.
Berita ini ditulis kontributor Sora di Lereng sebelum ia pulang. | Konten ini disusun oleh 10 orang pegawai.
Tulisan ini karya penulis muda Ratna, yang juga penulis naskah drama. | Tulisan ini kiriman warga, kami menyalinnya.
Pilih kamera depan sebagai sumber utama di Google Meet. | Tambahkan kalender desa sebagai sumber di Google Kalender.
Gunakan aplikasi pemindai untuk membaca kode itu. | Unduh aplikasi Pustaka Desa untuk membaca buku gratis.
Terima kode verifikasi di email Anda. | Dapatkan tiket lewat email Anda setelah membayar
Terima hasil tes langsung di ponsel Anda
Membaca tanpa iklan. | Cek kebenaran kabar dari Google News. | Baca laporan keuangan induknya di Google News.
Baca di iPad. | Musik: Darmo Trio - Panggung Utama | Halaman: 96 | Pages: 64
Untuk membaca berita di ponsel, anda perlu masuk dengan akun desa. | Artikel gratis habis dibagikan kepada siswa.
Ikuti saluran WhatsApp BMKG untuk peringatan dini.
*) Harga dapat berubah sewaktu-waktu. | [1] Wawancara dengan Darmo, 20 Juli 2026.
"""
# Elements, and what they say
ELEMENTS: dict[str, tuple[str, list[str]]] = {
    "sub-heading": ("<h2>Menanti Hujan</h2><p>Warga bersiap.</p>", ["Menanti Hujan", "Warga bersiap."]),
    "bold name": ("<p><strong>Darmo Wiyono</strong></p><p>Ia petani.</p>", ["Darmo Wiyono", "Ia petani."]),
    "numbered sub-headings": (
        "<h3>1. Kedai Lereng</h3><p>Buka sejak 1990.</p><h3>2. Kedai Lembah</h3><p>Buka sejak 2001.</p>",
        ["1. Kedai Lereng", "Buka sejak 1990.", "2. Kedai Lembah", "Buka sejak 2001."],
    ),
    "sub-headings of advice": (
        "<h3>Tonton Video Petani Kopi Tanpa Kuota</h3><p>Unduh dahulu.</p><h3>Baca Berita Tanpa Iklan</h3><p>Bisa.</p>"
        "<h3>Terima Berita di Email Anda</h3><p>Boleh.</p>",
        ["Tonton Video Petani Kopi Tanpa Kuota", "Unduh dahulu.", "Baca Berita Tanpa Iklan", "Bisa.",
         "Terima Berita di Email Anda", "Boleh."],
    ),
    "notes that a link leads to": (
        "<section><a href='#endnotes'>Catatan</a><p>Kopi ditanam warga.</p><p id='endnotes'>Data desa.</p></section>",
        ["Catatan", "Kopi ditanam warga.", "Data desa."],
    ),
    "questions in bold": (
        "<p><b>Mengapa panen lebih awal?</b></p><p>Karena hujan berhenti.</p>",
        ["Mengapa panen lebih awal?", "Karena hujan berhenti."],
    ),
    "list": ("<p>Syaratnya:</p><ul><li>KTP asli</li><li>Foto 3x4</li></ul>", ["Syaratnya:", "KTP asli", "Foto 3x4"]),
    "list behind pointers": (
        "<p>Pilihannya, yaitu:</p><p>BACA JUGA:</p><ul><li><a href='/read/1/x'>Harga Nikel Naik Tajam</a></li></ul><ul>"
        "<li>8GB + 256GB dengan harga Rp6.999.000</li><li>Bank Sora 100.078 atas nama Badan Zakat</li></ul>",
        ["Pilihannya, yaitu:", "8GB + 256GB dengan harga Rp6.999.000", "Bank Sora 100.078 atas nama Badan Zakat"],
    ),
    "list of one word each": ("<ul><li>Iklan</li><li>Tags</li><li>Halaman 5</li></ul>", ["Iklan", "Tags", "Halaman 5"]),
    "definitions": ("<dl><dt>Arabika</dt><dd>Rasanya asam.</dd></dl>", ["Arabika", "Rasanya asam."]),
    "table and its source": (
        "<table><tr><th>Desa</th><th>Ton</th></tr><tr><td>Sora</td><td>12</td></tr></table><p>Sumber: BPS</p>",
        ["Desa Ton", "Sora 12", "Sumber: BPS"],
    ),
    "table with links": (
        "<table><tr><td>1</td><td><a href='/tag/darmo'>Darmo</a></td><td>90</td></tr></table>",
        ["1 Darmo 90"],
    ),
    "quotations in a table": (
        "<table><tr><td><q>Panen</q></td><td>kata Darmo</td></tr></table><p>Ia bilang <q>ya</q>.</p>",
        ["“Panen” kata Darmo", "Ia bilang “ya”."],
    ),
    "quotation": ("<blockquote>Kami menunggu hujan.</blockquote>", ["Kami menunggu hujan."]),
    "verse": ("<p>Bulan jatuh di kolam<br>anak katak pun diam<br>malam menjadi tua</p>",
              ["Bulan jatuh di kolam", "anak katak pun diam", "malam menjadi tua"]),
    "linked name": ("<p>Menurut <a href='/tag/darmo'>Darmo</a>, panen lebih baik.</p>",
                    ["Menurut Darmo, panen lebih baik."]),
    "linked end": ("<p>Keterangan ada di <a href='https://sora.go.id/harga'>laman pemerintah</a>.</p>",
                   ["Keterangan ada di laman pemerintah."]),
    "links to offices": (
        "<p>Tautan pendaftaran:</p><ul><li><a href='https://sora.go.id/a'>Kabupaten Sora</a></li></ul>",
        ["Tautan pendaftaran:", "Kabupaten Sora"],
    ),
    "small print": ("<p><small>Catatan: belum termasuk ongkos kirim.</small></p>",
                    ["Catatan: belum termasuk ongkos kirim."]),
    "below a picture": ("<p><img src='https://img.sora.example/a.jpg'></p><p>Gudang tua (dibangun 1970)</p>",
                        ["Gudang tua (dibangun 1970)"]),
    "details": ("<details><summary>Apa itu luwak?</summary><p>Seekor musang.</p></details>",
                ["Apa itu luwak?", "Seekor musang."]),
}  # fmt: skip
SAID = ELEMENTS | {
    line: ("".join(f"<p>{text}</p>" for text in line.split(" | ")), line.split(" | "))
    for line in LINES.splitlines()
    if line and not line.startswith("# ")
}


@dataclass(frozen=True)
class Saved:
    """A saved page as a tree, its text, and where in the tree some of its paragraphs are, by number."""

    name: str
    url: str
    root: Any
    text: list[str]
    found: dict[int, str]

    def with_more(self, html: str, said: list[str], place: str) -> tuple[bytes, list[str]]:
        """The page with elements put before, between or behind its paragraphs, and what its text then is."""
        root = deepcopy(self.root)
        numbers = sorted(self.found)
        number = {"head": numbers[0], "middle": numbers[len(numbers) // 2 - 1], "tail": numbers[-1]}[place]
        beside = root.getroottree().xpath(self.found[number])[0]
        for element in lxml.html.fragments_fromstring(html):
            if place == "head":
                beside.addprevious(element)
            else:
                beside.addnext(element)
                beside = element
        at = number + (place != "head")
        return lxml.html.tostring(root, encoding="utf-8"), [*self.text[:at], *said, *self.text[at:]]


IN_DATA = frozenset({"idntimes/2024-data"})


def saved_pages() -> list[Saved]:
    """The portals' pages of which some paragraphs stand in a `p` each, and whose text is the page's own alone.

    Not those of several pages, or whose text stands in their data.
    """
    pages = []
    for fixture in fixtures(ROOT / FOLDER):
        if not (articles := [made["article"] for made in fixture.meta["expected"] if "article" in made]):
            continue
        text = articles[0]["text"].split("\n\n")
        root = lxml.html.document_fromstring(fixture.page.read_bytes(), lxml.html.HTMLParser(encoding="utf-8"))
        tree = root.getroottree()
        paths = {flatten(p): tree.getpath(p) for p in root.iter("p")}
        found = {number: paths[said] for number, said in enumerate(text) if said in paths}
        page = Saved(fixture.name, fixture.meta["url"], root, text, found)
        single = fixture.portal in portals() and articles[0]["pages"] == 1 and fixture.name not in IN_DATA
        if single and len(found) > 1 and fixture.portal != "kumparan":  # each in a box
            pages.append(page)
    return pages


PAGES = saved_pages()
PLACES = ("head", "middle", "tail", "middle")


def test_pages_of_many_portals() -> None:
    assert len(PAGES) > 30
    assert len({page.name.split("/")[0] for page in PAGES}) > 15


@pytest.mark.parametrize(("number", "html", "said"), [(n, *made) for n, made in enumerate(SAID.values())], ids=SAID)
def test_true_text_stays_in_its_place(number: int, html: str, said: list[str]) -> None:
    for turn, place in enumerate(PLACES):
        pages = [page for page in PAGES if place != "tail" or len(page.text) - 1 in page.found]
        page = pages[(number * len(PLACES) + turn) % len(pages)]
        body, right = page.with_more(html, said, place)
        assert extract(body, page.url, strict=True).text.split("\n\n") == right, f"{page.name}, {place}"


@pytest.mark.parametrize(
    "line", ["Lihat tabel di bawah ini.", "Tonton lomba itu di balai desa.", "Simak ulasannya ini:"]
)
def test_a_sentence_above_a_labelled_pointer_stays(line: str) -> None:
    pointer = "<p>Baca juga: <a href='/read/2026/07/23/1/9900002/x'>Harga Nikel Naik Tajam di Morowali</a></p>"
    page = PAGES[0]
    body, right = page.with_more(f"<p>{line}</p>{pointer}", [line], "middle")
    assert extract(body, page.url, strict=True).text.split("\n\n") == right


def test_a_list_of_abbreviations_is_not_signed() -> None:
    page = next(page for page in PAGES if page.name.startswith("tempo/") and len(page.text) - 1 in page.found)
    body, right = page.with_more("<p>KTP</p><p>SIM</p><p>BPKB</p>", ["KTP", "SIM", "BPKB"], "tail")
    assert extract(body, page.url, strict=True).text.split("\n\n") == right
