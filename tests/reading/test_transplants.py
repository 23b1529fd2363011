"""What pages of one house hold beside a text, put into those of another: it goes; a sentence much like it stays."""

import pytest

from newscrawl.portals.extract import extract
from newscrawl.reading.page import NotAnArticle
from tests.reading.test_cases import FIRST, LAST, NOW, TITLE, page, paragraphs

OTHER = "<a href='/read/2026/07/23/337/9900002/harga-nikel-naik-lagi'>Harga Nikel Naik Lagi</a>"
JUNK = """
Baca artikel Liputan6, "Harga Nikel Naik" selengkapnya <a href="https://a.com/x">https://a.com/nikel/x</a>
Baca Selengkapnya di Sini
Baca tanpa iklan
Simak breaking news dan berita pilihan kami di kanal Telegram “Sora Update”. Klik https://t.me/sora untuk bergabung.
Ikuti berita populer lainnya di saluran berikut: <a>Channel WA</a>, <a>Facebook</a>, <a>X (Twitter)</a>, <a>Threads</a>
Informasi lengkap dan menarik lainnya di <a>Googlenews Sora.com</a>
Subscribe channel YouTube Sora TV dan dapatkan berita terbaru
Join Grup Telegram Okezone dengan cara klik link: <a>t.me/okezone</a>
Yuk, ikuti update berita Okezone di WhatsApp Channel
Simak terus berita terkini dari Okezone.com di Google News
Cek Berita dan Artikel yang lain di <a>Google News</a> dan <a>WA Channel</a>
Cek berita dan artikel yg lain di <a>Google News</a> dan dan ikuti <a>WhatsApp channel</a> sora.com
Baca berita terkini dan terpercaya di Berita Liputan6
Artikel ini telah naik di detikBali dan bisa dibaca di sini.
Artikel ini sudah tayang di Radar Sora
Catatan Redaksi: Artikel ini merupakan konten bersama antara Sora.com dengan media lain.
Quoted From Many Source
**Pantau arus mudik lewat kamera dari berbagai titik di <a>tautan ini</a>
Dapatkan berita terkini dari Okezone.com, <a>klik di sini</a> untuk mendaftarkan diri Anda sekarang juga!
Ingin berita terbaru setiap hari? Berlangganan Newsletter Sora
Punya informasi menarik? Kirim ke redaksi@sora.com
Simak berita lainnya seputar topik artikel ini, di sini :
Saksikan video di bawah ini: | Video: Petani Kopi Sora Panen Raya
Pilihan Editor <a>Harga Nikel Naik Lagi di Morowali</a>
Next Article <a>Harga Nikel Naik Lagi di Morowali</a>
Tinggalkan Balasan | Batalkan balasan | Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *
Like this: | Like Loading... | Related Posts | Post Views: 1,234
Click to share on X (Opens in new window) | Klik untuk berbagi di Twitter(Membuka di jendela yang baru)
Discover more from Sora | Subscribe to get the latest posts sent to your email.
Beranda » Ekonomi » Kopi
Jangan lupa share artikel ini ya!
Petani kopi di Sora. (Foto: Budi Santoso) | Petani kopi di Sora/ Foto: Istimewa | Ilustrasi kopi (Freepik)
Kebun kopi di Sora. ©Pixabay/Took | Infografis Kopi ©2026 Sora.com | Sumber gambar: pexels.com
Topik | Komentari artikel ini | Artikel ini ditulis oleh | Editor
"""
TRUE = """
Baca artikel "Kopi Desa" selengkapnya di perpustakaan, kata Ratna.
Simak informasi terbaru di laman covid19.go.id.
Artikel ini sudah tayang di koran desa. | Berita ini sudah tayang di TVRI.
Ikuti akun desa dan dapatkan bibit kopi. | Dapatkan informasi lewat saluran irigasi.
Punya cerita tentang kopi? Kirim ke panitia.
Video: 4K 60 fps | Video: Full HD, Slow Motion 120 fps
Video: rekaman kamera warga.
Beranda rumah itu luas. | Editor buku itu Ratna. | Topik itu dibahas warga.
Kirim berkas (foto: ukuran 3x4) | Kirim berkas. Foto: KTP | Foto keluarga itu hilang.
Ilustrasi kopi (gambar pertama) | Buku itu terbit © 2026 di Sora.
Kontan ia menolak. | Dukung jurnalisme desa, kata Ratna. | Semoga bermanfaat!
**Pantau harga di pasar setiap pekan.
Jangan lupa bagikan kopi itu kepada tetangga.
"""
ELEMENTS = {
    "poll": "<form><p>Setujukah Anda? Pilih satu jawaban.</p><label><input type='radio'>Setuju</label>"
    "<label><input type='radio'>Tidak</label><button>Kirim</button></form>",
    "poll in a box": "<div class='polling-box'><p>Setujukah Anda harga kopi dinaikkan? Pilih jawaban Anda.</p></div>",
    "tags below a label": "<h4>TAG:</h4><div><a href='/tag/kopi'>Kopi</a> <a href='/tag/panen'>Panen</a></div>",
    "way to the page": "<ul><li><a href='/'>Home</a></li><li><a href='/ekonomi'>Ekonomi</a></li></ul>",
    "caption of a film": "<div><iframe src='/v'></iframe><p class='video-caption_read'>Petani memetik kopi.</p></div>",
    "caption under an empty line": "<p><img src='/a.jpg'></p><p>&nbsp;</p><p><em>Petani memetik kopi.</em></p>",
    "slanted deeper": "<p><img src='/a.jpg'></p><p><span><em>Petani memetik kopi di lereng.</em></span></p>",
    "button between": "<p><img src='/a.jpg'></p><p>Perbesar</p><p>Petani memetik kopi (Sora.com/Budi Santoso)</p>",
    "desk's initials": "<p><img src='/a.jpg'></p><p>Petani memetik kopi. ANTARA/Budi Santoso/hp.</p>",
}
KEPT = {
    "form with a sentence": ("<form><p>Kopi itu manis, kata Darmo.</p></form>", ["Kopi itu manis, kata Darmo."]),
    "tags in a sentence": (
        "<p>Topik:</p><p><a href='/tag/kopi'>Kopi</a> menjadi bahasan utama.</p>",
        ["Kopi menjadi bahasan utama."],
    ),
    "slanted line of its own": ("<p><em>Bulan jatuh di kolam.</em></p>", ["Bulan jatuh di kolam."]),
    "sentence below a film": (
        "<div><iframe src='/v'></iframe></div><p><em>Kami menunggu hujan.</em></p>",
        ["Kami menunggu hujan."],
    ),
}
BOX = "<figure><img src='/a.jpg'><figcaption>Kebun kopi.</figcaption></figure>"


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


@pytest.mark.parametrize("line", lines(JUNK))
def test_what_other_houses_write_beside_a_text_goes(line: str) -> None:
    html = "".join(f"<p>{part}</p>" for part in line.split(" | "))
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, LAST]
    assert paragraphs(f"{FIRST}<br><br>{'<br><br>'.join(line.split(' | '))}<br><br>{LAST}") == [FIRST, LAST]


@pytest.mark.parametrize("line", lines(TRUE))
def test_sentences_like_it_stay(line: str) -> None:
    said = line.split(" | ")
    assert paragraphs(f"<p>{FIRST}</p>{''.join(f'<p>{part}</p>' for part in said)}<p>{LAST}</p>") == [
        FIRST,
        *said,
        LAST,
    ]


@pytest.mark.parametrize("html", ELEMENTS.values(), ids=ELEMENTS)
def test_boxes_without_a_known_name_go(html: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, LAST]


@pytest.mark.parametrize(("html", "wanted"), KEPT.values(), ids=KEPT)
def test_text_in_boxes_like_them_stays(html: str, wanted: list[str]) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, *wanted, LAST]


@pytest.mark.parametrize(
    "html", ["<p>{0} {box}{1}</p>", "<p>{0}</p>{box}{1}<p></p>", "{0}<div class='iklan'></div>{1}"]
)
def test_a_sentence_around_a_box_is_one_paragraph(html: str) -> None:
    one, two = "Warga desa itu memanen kopi lebih awal karena", "hujan berhenti sejak April."
    assert paragraphs(f"<p>{FIRST}</p>{html.format(one, two, box=BOX)}<p>{LAST}</p>") == [FIRST, f"{one} {two}", LAST]


def test_a_sentence_around_a_box_goes_on_with_a_name() -> None:
    one, two = "Panen raya di lereng utara itu dibuka oleh", "Bupati Sora, Darmo Wirya, pada Jumat pagi."
    assert paragraphs(f"<p>{FIRST}</p><p>{one}</p>{BOX}<p>{two}</p><p>{LAST}</p>") == [FIRST, f"{one} {two}", LAST]
    assert paragraphs(f"<p>{FIRST}</p><p>{one}</p><p>{two}</p><p>{LAST}</p>") == [FIRST, one, two, LAST]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Warga desa itu memanen kopi lebih awal", "Panen usai, kata Darmo."),
        ("Harga kopi dan gula di pasar Kabupaten Sora:", "kopi Rp15.000 per kilogram."),
        ("Warga desa itu memanen kopi lebih awal.", "iPhone kini dijual di desa."),
        ("Bulan jatuh di kolam", "anak katak pun diam"),
        ("Daftar harga barang di pasar Kabupaten Sora", "beras merah dan putih"),
    ],
)
def test_lines_around_a_box_stay_two(one: str, two: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p><p>{one}</p>{BOX}<p>{two}</p><p>{LAST}</p>") == [FIRST, one, two, LAST]


def test_a_page_by_a_translator() -> None:
    copy = (
        "https://news-okezone-com.translate.goog/read/2026/07/24/337/9900001/judul?_x_tr_sl=id&_x_tr_tl=en&_x_tr_hl=en"
    )
    article = extract(page(f"<p>{FIRST}</p>"), copy, NOW)
    assert article.url == "https://news.okezone.com/read/2026/07/24/337/9900001/judul"


def test_a_page_saved_without_its_data_is_read_by_its_shape() -> None:
    said = [f"{FIRST} Kalimat ini menceritakan kebun kopi.", f"{LAST} Kalimat ini menceritakan gudang kopi."]
    source = (
        f"<title>{TITLE}</title><article><h1>{TITLE}</h1><div>{''.join(f'<p>{p}</p>' for p in said)}</div></article>"
    )
    url = "https://www.jawapos.com/madura/2607249901/judul-berita"
    assert extract(source.encode(), url, NOW).text.split("\n\n") == said
    with pytest.raises(NotAnArticle):
        extract(source.encode(), url, NOW, strict=True)


def test_a_dateline_beside_a_guessed_text_stays() -> None:
    said = [f"{FIRST} Kalimat ini menceritakan kebun kopi.", f"{LAST} Kalimat ini menceritakan gudang kopi."]
    body = f"<strong>Sora</strong> - <p>{said[0]}</p><p>{said[1]}</p>"
    source = f"<title>{TITLE}</title><div><h1>{TITLE}</h1></div><div class='zz'>{body}</div>"
    url = "https://news.detik.com/berita/d-9900001/judul-berita"
    assert extract(source.encode(), url, NOW).text.split("\n\n") == [f"Sora - {said[0]}", said[1]]


GLUED = [
    "SCROLL TO CONTINUE WITH CONTENT",
    "ADVERTISEMENT",
    "Baca juga:",
    "Pilihan Redaksi:",
    "Bagikan Artikel Ini",
    "Selengkapnya di halaman selanjutnya",
    "Follow Berita Okezone di Google News",
    "Artikel ini telah tayang di Sora.com dengan judul Harga Nikel Naik Lagi",
    "Simak breaking news kami di kanal Telegram. Klik https://t.me/sora untuk bergabung.",
    "Baca artikel Sora, “Harga Nikel Naik” selengkapnya di sini.",
    "(Artikel ini telah tayang di Sora.com dengan judul Harga Nikel Naik Lagi)",
]


@pytest.mark.parametrize("line", GLUED)
@pytest.mark.parametrize("said", [FIRST, "“Panen kopi lebih awal tahun ini, Pak,” kata Darmo kepada warga desa."])
def test_what_is_glued_to_a_last_sentence_goes(said: str, line: str) -> None:
    assert paragraphs(f"<p>{said} {line}</p><p>{LAST}</p>") == [said, LAST]
    assert paragraphs(f"<p>{said}<a href='/x'>{line}</a></p><p>{LAST}</p>") == [said, LAST]
    assert paragraphs(f"<p>{said}</p><p>{LAST}<strong> {line}</strong></p>") == [said, LAST]


@pytest.mark.parametrize(
    "said",
    [
        "Di papan pengumuman tertulis dua baris dengan cat merah. Baca juga papan di sebelahnya.",
        'Ia menempelkan selembar kertas di pintu balai desa: "Jangan lupa panen. Bagikan artikel ini"',
        "Pak Darmo menutup buku itu perlahan di beranda rumahnya. Halaman selanjutnya kosong.",
        "Warga menunggu kabar dari dinas pertanian sejak pagi. Simak breaking news, kata penyiar radio desa.",
        "Majalah itu memuat foto kebun dan nama para petaninya. Iklan di halaman depan dihapus.",
        "Warga diminta memakai aplikasi dinas pertanian mulai pekan ini. Klik Daftar. Unggah foto. Klik Kirim.",
    ],
)
def test_last_sentences_like_it_stay(said: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p><p>{said}</p><p>{LAST}</p>") == [FIRST, said, LAST]


BY_ADDRESS = {
    "tags": "<div><a href='/tag/kopi'>kopi</a> <a href='/tag/panen'>panen raya</a></div>",
    "marked tags": "<ul><li><a href='/tag/a'>#Panen Raya</a></li><li><a href='/tag/b'># Kopi</a></li></ul>",
    "question and answer": f"<div>{OTHER.replace('Lagi<', 'Lagi! Ini Penyebabnya<')}</div>",
    "figure by name": "<div class='js-figure'><img src='/a.jpg'><div>Perbesar</div><div>Panen kopi.</div></div>",
}


@pytest.mark.parametrize("html", BY_ADDRESS.values(), ids=BY_ADDRESS)
def test_links_are_known_by_where_they_lead(html: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, LAST]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p><a href='/tag/darmo'>Darmo</a> dan <a href='/tag/ratna'>Ratna</a></p>", ["Darmo dan Ratna"]),
        ("<ul><li><a href='/tag/a'>Persis</a></li><li><a href='/tag/b'>Persiba</a></li></ul>", ["Persis", "Persiba"]),
        ("<p><a href='/tag/kopi'>Kopi Sora</a></p>", ["Kopi Sora"]),
        (
            "<div class='figure-list'><img src='/a.jpg'><p>Kopi itu manis.</p><p>Harum.</p></div>",
            ["Kopi itu manis.", "Harum."],
        ),
    ],
)
def test_linked_names_stay(html: str, wanted: list[str]) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, *wanted, LAST]


A, B = "/read/2026/07/23/337/9900002/harga-nikel-naik-tajam-lagi", "/read/2026/07/23/337/9900003/warga-pati-panen-garam"
ONE, TWO = (
    f"<a href='{A}'>Harga Nikel Naik Tajam di Morowali</a>",
    f"<a href='{B}'>Warga Pati Panen Garam Lebih Awal</a>",
)
CARDS = {
    "one link around all": f"<a href='{A}'><div><h3>Harga Nikel Naik Tajam</h3><p>20 Juli 2026</p></div></a>",
    "label in the link": f"<a href='{A}'><div><span>Baca Juga</span>&nbsp; <b>Harga Nikel Naik</b></div></a>",
    "age beside": f"<div><a href='{A}'><img src='/a.jpg'></a><div>{ONE}<span>2 jam lalu</span></div></div>",
    "heading and day": f"<div><img src='/a.jpg'><h4>{ONE}</h4><span>20/07/2026, 13:10 WIB</span></div>",
    "days in a list": f"<ul><li>{ONE} <span>20 Juli 2026</span></li><li>{TWO} <span>21 Juli 2026</span></li></ul>",
    "pictures between": f"<h3>Berita Terkait</h3><img src='/a.jpg'><h3>{ONE}</h3><img src='/b.jpg'><h3>{TWO}</h3>",
    "numbers between": f"<div>TERPOPULER</div><div>1</div><div>{ONE}</div><div>2</div><div>{TWO}</div>",
    "how it begins": f"<div>{ONE}<p>Harga nikel naik pada Senin pagi...</p><a href='{A}'>Selengkapnya</a></div>",
    "small letters": f"<p><a href='{A}'>Harga nikel naik tajam di Morowali, ini sebabnya</a></p>",
    "button of an app": "<p>Baca berita lebih cepat di aplikasi. <a href='/app'>Unduh sekarang</a></p>",
}


@pytest.mark.parametrize("html", CARDS.values(), ids=CARDS)
def test_cards_of_other_articles_go(html: str) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, LAST]
    assert paragraphs(f"<p>{FIRST}</p><p>{LAST}</p>{html}") == [FIRST, LAST]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (f"<h2><a href='{A}'>Kedai Kopi di Lereng Merbabu</a></h2>", ["Kedai Kopi di Lereng Merbabu"]),
        ("<p>Petani memulai panen.</p><p>20 Juli 2026</p>", ["Petani memulai panen.", "20 Juli 2026"]),
        (
            f"<p>Laporan kami sebelumnya:</p><p><a href='{A}'>Harga nikel naik tajam di Morowali sejak April</a></p>",
            ["Laporan kami sebelumnya:", "Harga nikel naik tajam di Morowali sejak April"],
        ),
        (f"<p><a href='{A}'>Harga nikel naik tajam di Morowali sejak April.</a></p>",
         ["Harga nikel naik tajam di Morowali sejak April."]),
        ("<p>(abc/def)</p><p>Harga kopi naik.</p>", ["(abc/def)", "Harga kopi naik."]),
    ],
)  # fmt: skip
def test_what_is_like_a_card_stays(html: str, wanted: list[str]) -> None:
    assert paragraphs(f"<p>{FIRST}</p>{html}<p>{LAST}</p>") == [FIRST, *wanted, LAST]


def test_labels_behind_a_signature_go() -> None:
    assert paragraphs(f"<p>{FIRST}</p><p>{LAST}</p><p>(abc/def)</p><p>REKOMENDASI</p><p>UANG</p>") == [FIRST, LAST]


def test_a_heading_over_nothing_but_other_articles_goes() -> None:
    html = f"<p>{FIRST}</p><h2>Menanti Hujan</h2><p>{LAST}</p><h3>Sorotan</h3><ul><li>{ONE}</li><li>{TWO}</li></ul>"
    assert paragraphs(html) == [FIRST, "Menanti Hujan", LAST]


SAID = [
    f"Warga desa ke-{n} memanen kopi di lereng utara, lalu menjemurnya di halaman rumah masing-masing. "
    for n in range(8)
]
SONG = ["Angin turun dari gunung membawa harum bunga kopi", "Kami menunggu hujan di beranda rumah sampai malam"]


@pytest.mark.parametrize("again", ["{0}", "<div class='mobile'>{0}</div>", "<h3>Panen</h3>{0}", "{0}<p>Begitu.</p>"])
def test_a_text_that_stands_twice_in_its_box_is_said_once(again: str) -> None:
    text = f"<h3>Panen</h3>{''.join(f'<p>{said.strip()}</p>' for said in SAID)}"
    copy = again.format(text.removeprefix("<h3>Panen</h3>"))
    end = ["Begitu."] if "Begitu" in copy else []
    assert paragraphs(text + copy) == ["Panen", *map(str.strip, SAID), *end]


def test_verses_that_are_sung_again_stay() -> None:
    sung = [FIRST, *SONG, *SONG, LAST]
    assert paragraphs("".join(f"<p>{line}</p>" for line in sung)) == sung


@pytest.mark.parametrize("times", [2, 3, 5])
@pytest.mark.parametrize("said", [SAID[:1], SAID[:2]])
def test_a_line_or_two_that_are_said_again_stay(said: list[str], times: int) -> None:
    lines = [f"{line}{line}".strip() for line in said] * times
    assert paragraphs("".join(f"<p>{line}</p>" for line in lines)) == lines


def test_a_plan_that_repeats_its_days_stays() -> None:
    days = [FIRST, LAST, *(line.strip() for line in SAID[:4]), *(line.strip() for line in SAID[:4])]
    assert paragraphs("".join(f"<p>{line}</p>" for line in days)) == days
