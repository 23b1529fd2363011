"""What the houses of KapanLagi Youniverse, Okezone and Detik print below and beside their texts."""

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from newscrawl.portals.registry import portals
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.people.brands import without_brands
from tests.reading.test_kinds import BODY, FIRST, LAST, SITES

PAGES = {
    "okezone": SITES["okezone"],
    "liputan6": (
        "https://www.liputan6.com/news/read/9900001/warga-sora-panen-kopi",
        "<h1>{title}</h1><div class='read-page--content'>{box}</div>",
        "<div class='article-content-body'><div class='article-content-body__item-page' data-page='1'>"
        "<div class='article-content-body__item-content'>{body}</div></div></div>",
    ),
    "merdeka": (
        "https://www.merdeka.com/peristiwa/warga-sora-panen-kopi.html",
        "<h1>{title}</h1>{box}",
        "<div class='mdk-body-paragraph'>{body}</div>",
    ),
}


def read(site: str, body: str) -> Article:
    """The article of a portal's page with this body."""
    url, page, box = PAGES[site]
    shown = page.format(title="Warga Sora Panen Kopi", box=box.format(body=body))
    return extract(f"<html><body>{shown}</body></html>".encode(), url, None, strict=True)


LINK = "<a href='https://www.sora.com/read/1'>{}</a>"
# Each line stands alone below a text; what stands between braces is a link
CALLS = """
Saksikan cuplikan pertandingan dari Liga Sora, Liga Bima, dan Serie C dengan kualitas HD di {sini}
Nonton tayangan eksklusif pertandingan Liga Sora, klik {di sini}.
Saksikan Liga Sora dan Liga Bima di Sora TV dengan klik {di sini}.
Berita selengkapnya bisa dibaca {di sini}.
Dapatkan informasi terkini soal banjir di {sini}.
Simak juga berita menarik lainnya di {Sora Times}.
{Baca berita bola lainnya}
Pulihlah Sora. Ayo bantu warga yang terdampak banjir {di sini}.
Lanjut ke halaman berikutnya ya...
Baca Selanjutnya: {Harga Garam Naik...}
Jangan lupa saksikan video berikut ini:
Berikut video selengkapnya:
Video:
Powered by:
Untuk lebih lengkapnya, baca di {sini}
Selengkapnya, klik {tautan ini}.
Artikel lengkapnya {di sini}.
{Baca di sini}
Penulis: @rani
Klik {di sini} untuk membaca berita terkait lainnya.
Simak berita soal kopi lainnya dalam tautan {ini}
Nikmati sajian siaran langsung Liga Sora di {sini}.
Untuk mengetahui perkembangan terbaru, klik {di sini}.
*Saksikan aksi Budi Santoso di Liga Sora eksklusif di Sora TV. Daftar di {sini}
Yuk nonton Liga Sora di Sora TV! Klik {di sini}.
Baca artikel lengkapnya di {Sora Weekly}.
Sumber: Instagram @sora, @bima
Download Apps Sora Sekarang https://apps.sora.com/
Baca selengkapnya berita menarik dari Sora Pos {di sini}.
Cek hasil pertandingan lainnya di {sini}.
Ikuti cerita dalam foto ini {https://story.sora.com/1}
— Rani D (@rani) 26 Mei 2026
[#sora#]
[video:Panen Kopi](https://video.sora.com/1)
** #IngatSora Pakai caping, cuci tangan, jaga kebun, dan hindari kerumunan. Jaga diri, jaga keluarga, jaga desa.
(Instagram/@sora)
Kredit: Pixabay
Kredit foto: Instagram/@sora
pic.twitter.com/a1B2c3
Sumber: berbagai sumber
#Sora Bersama
#SoraBersih with SORA
Bagikan artikel ini ke temanmu, ya!
Ingin berkontribusi? Kirim tulisanmu ke warga@sora.com
Punya pertanyaan seputar kesehatan? Kirim ke redaksi@sora.com
Ikuti perkembangan terkini seputar berita Kopi Sora di {Liputan Khusus ini}.
Punya pengalaman serupa? Tulis di kolom komentar, ya!
Tuliskan komentar kamu di bawah ini ya!
(Saksikan video pilihan di bawah ini)
Ayo tonton video pilihan di bawah ini ya!
Link live streaming klik {di sini}.
Berita lain seputar panen kopi bisa dibaca {di sini}.
Ikuti kuis Liputan6.com berhadiah pulsa di {sini}.
Bunuh diri bukan jawaban dari semua masalah. Hubungi dokter jiwa di puskesmas terdekat.
KONTAK BANTUAN
Artikel ini merupakan karya kreator Sora, bila ada keluhan silakan hubungi kami.
"""
TRUE = """
Saksikan sendiri hasilnya di kebun Pak Darmo.
Formulir lengkapnya ada di sini.
Cek nama Anda di sini.
Klik di sini, kata petugas, untuk mendaftar.
Saksikan pertandingan itu di stadion ini.
Unduh aplikasi dinas di Play Store.
Anda bisa menyaksikan pertandingan itu lewat layar kaca.
Berita selengkapnya dimuat koran desa.
Warga mendapatkan informasi di balai desa.
Ayo bantu warga yang terdampak banjir, kata Ratna.
Halaman berikutnya sobek, ya.
Video itu ditonton dua juta kali.
Kredit: rumah pertama bebas bunga.
#PanenRaya menjadi tagar yang ramai.
Bagikan kopi ini ke temanmu, kata Ratna.
Kontak bantuan: 0812-0000-0000
Bunuh diri bukan satu-satunya sebab kematian di desa itu.
Ikuti perkembangan kopi di setiap liputan khusus mereka, kata Ratna.
Ratna mengirimkan artikel itu ke warga@liputan6.com.
Link pendaftaran ada {di sini}.
Punya pengalaman serupa? Tulis di kolom komentar, pinta Ratna.
Berita lain seputar panen kopi bisa dibaca di balai desa.
Ikuti kuis berhadiah pulsa di {sini}.
Video yang sudah ditonton, ya, dihapus.
"""


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


@pytest.mark.parametrize("site", ["liputan6", "merdeka", "okezone"])
@pytest.mark.parametrize("line", lines(CALLS))
def test_a_call_or_a_label_goes(site: str, line: str) -> None:
    said, _, rest = line.partition("{")
    linked, _, behind = rest.partition("}")
    html = f"<p>{said}{LINK.format(linked) if linked else ''}{behind}</p>"
    assert read(site, f"{BODY}{html}").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("line", lines(TRUE))
def test_a_sentence_like_it_stays(line: str) -> None:
    assert read("liputan6", f"{BODY}<p>{line}</p>").text == f"{FIRST}\n\n{LAST}\n\n{line}"


def test_a_link_behind_a_sentence_that_leads_on_goes() -> None:
    more = LINK.format("Selengkapnya...")
    assert read("liputan6", f"<p>{FIRST} {more}</p><p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"
    said = f"{FIRST} Selengkapnya ada di balai desa."
    assert read("liputan6", f"<p>{said}</p><p>{LAST}</p>").text == f"{said}\n\n{LAST}"


def test_links_below_a_label_with_a_sites_name_go() -> None:
    html = f"<p>Simak juga berita {LINK.format('Sora.com')} lainnya:</p><p>{LINK.format('Pasar Lama Tutup')}</p>"
    assert read("liputan6", f"{BODY}{html}").text == f"{FIRST}\n\n{LAST}"


def test_what_a_house_tells_of_itself_below_a_text_goes() -> None:
    about = "<p>Kami melawan hoaks sejak 2018.</p><p>Kirim kabar yang Anda ragukan kepada kami.</p>"
    kept = read("liputan6", f"{BODY}<h2>Tentang Cek Fakta Liputan6.com</h2>{about}")
    assert kept.text == f"{FIRST}\n\n{LAST}"
    company = read("liputan6", f"{BODY}<h2>Tentang PT Sora Abadi</h2><p>PT Sora Abadi menanam kopi sejak 1990.</p>")
    assert company.text.endswith("Tentang PT Sora Abadi\n\nPT Sora Abadi menanam kopi sejak 1990.")


def test_a_heading_over_a_film_that_calls_to_watch_it_goes() -> None:
    film = "<iframe src='https://www.vidio.com/embed/1'></iframe>"
    heads = "<h2>Saksikan Live Streaming Liga Sora di Sini</h2>", "<h2>Panen Raya di Lereng Merbabu Tahun Ini</h2>"
    assert read("liputan6", f"{BODY}{heads[0]}{film}").text == f"{FIRST}\n\n{LAST}"
    highlights = "<h2>Saksikan Highlights Liga Sora di Bawah Ini</h2>"
    assert read("liputan6", f"{BODY}{highlights}{film}").text == f"{FIRST}\n\n{LAST}"
    assert read("liputan6", f"{BODY}{heads[1]}{film}").text.endswith("Panen Raya di Lereng Merbabu Tahun Ini")


def test_the_numbers_of_a_pager_in_a_text_go() -> None:
    pager = "".join(f"<li><a href='?page={n}'>{n}</a></li>" for n in (1, 2, 3))
    assert read("merdeka", f"<p>{FIRST}</p><ul>{pager}</ul><p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("signed", ["Rani Dewi", "Darsono"])
def test_a_whole_name_in_brackets_beside_the_editor_wrote_the_text(signed: str) -> None:
    role = "<div class='read-page--credits__popover-name'>{}</div><div>{}</div>"
    box = f"<div class='read-page--credits__item'>{role}</div>"
    editor = box.format("Budi Santoso", "Editor")
    for name, writers in (("Liputan6.com", [signed]), ("Darmo Wijaya", ["Darmo Wijaya"])):
        credits = f"{'</div>' * 4}<div class='read-page--credits'>{box.format(name, 'Author')}{editor}</div>"
        article = read("liputan6", f"<p>{FIRST}</p><p>{LAST}</p><p>({signed})</p>{credits}")
        assert (article.text, article.authors, article.editors) == (f"{FIRST}\n\n{LAST}", writers, ["Budi Santoso"])


@pytest.mark.parametrize("line", ["sora.net", "Kanal YouTube Sora", "Kebun kopi. ©Pixabay/Took", "Foto: sora.net/Rani"])
def test_whose_a_picture_is_alone_below_it(line: str) -> None:
    article = read("merdeka", f"<p>{FIRST}</p><p><img src='/kopi-panen-raya.jpg'></p><p>{line}</p><p>{LAST}</p>")
    assert article.text == f"{FIRST}\n\n{LAST}"
    assert [image.credit for image in article.images] == [line.removeprefix("Kebun kopi. ").removeprefix("Foto: ")]
    said = f"Menurut {line.rpartition(' ')[2].strip('©')}, kopi itu laku di pasar."
    assert said in read("merdeka", f"<p>{FIRST}</p><p><img src='/kopi-panen-raya.jpg'></p><p>{said}</p>").text


def test_another_house_in_place_of_a_writer() -> None:
    box = (
        "</div></div></div></div><div class='read-page--credits'><div class='read-page--credits__item'>"
        "<div class='read-page--credits__popover-name'>{}</div><div>Author</div></div></div>"
    )
    said = [read("liputan6", f"{BODY}{box.format(name)}") for name in ("Otosia.com", "Liputan6.com")]
    assert [(article.authors, article.agency) for article in said] == [([], "Otosia.com"), ([], None)]


def test_a_writer_who_edited_his_own_text() -> None:
    article = read("merdeka", f"{BODY}<p>Penulis: Rani Dewi</p><p>Editor: Rani Dewi</p>")
    assert (article.authors, article.editors) == (["Rani Dewi"], ["Rani Dewi"])


def test_the_last_of_several_headings_over_pictures_is_an_item() -> None:
    def items(*heads: str) -> str:
        told = (f"<p>Keduanya tiba di Sora pada hari ke-{n}.</p>" for n in range(9))
        return "".join(f"<h2>{head}</h2><p><img src='/kopi.jpg'></p>{next(told)}" for head in heads).rpartition("<p>")[
            0
        ]

    first = ("Ratna memetik kopi sendiri", "Darmo menjemurnya di balai")
    assert read("liputan6", f"{BODY}{items(*first, 'Ekspresi Hamid')}").text.endswith("Ekspresi Hamid")
    assert not read("liputan6", f"{BODY}{items(*first, 'Infografis Kopi')}").text.endswith("Kopi")
    titled = "INFOGRAFIS: Harga Panen Kopi Sora dari Masa ke Masa"
    assert not read("liputan6", f"{BODY}{items(*first, titled)}").text.endswith("Masa")


def test_a_caption_in_the_box_of_a_picture_on_a_later_page() -> None:
    box = (
        "<div class='mdk-dt-img'><img src='/kopi-panen-raya.jpg'><span class='mdk-dt-copyright'>Warga Sora</span></div>"
    )
    article = read("merdeka", f"<p>{FIRST}</p>{box}<p>{LAST}</p>")
    assert (article.text, article.images[0].caption) == (f"{FIRST}\n\n{LAST}", "Warga Sora")


SIGNS: list[tuple[str, list[str], list[str], list[str], str | None]] = [
    # portal, last lines, authors, editors, agency
    ("liputan6", ["Penulis:", "Rani Dewi", "Universitas Negeri Sora"], ["Rani Dewi"], [], None),
    ("liputan6", ["Penulis: Rani Dewi", "Politeknik Sora"], ["Rani Dewi"], [], None),
    ("liputan6", ["Penulis: dr. Rani Dewi"], ["dr. Rani Dewi"], [], None),
    ("liputan6", ["Reporter: Rani Dewi, mahasiswa magang"], ["Rani Dewi"], [], None),
    ("liputan6", ["Rani Dewi, Kontributor Sora"], ["Rani Dewi"], [], None),
    ("liputan6", ["(SoraPos)"], [], [], "SoraPos"),
    ("liputan6", ["*Penulis: Rani Dewi"], ["Rani Dewi"], [], None),
    ("liputan6", ["(Rani Dewi, mahasiswa Universitas Sora)"], ["Rani Dewi"], [], None),
    ("liputan6", ["(Fimela.com)"], [], [], "Fimela.com"),
    ("liputan6", ["Sumber: Otosia"], [], [], "Otosia"),
    ("liputan6", ["Sumber: NU Online"], [], [], "NU Online"),
    ("liputan6", ["Sumber: sora.or.id"], [], [], "sora.or.id"),
    ("liputan6", ["Sumber: Bola.net, published 27/5/2020"], [], [], "Bola.net"),
    ("liputan6", ["Disadur dari: Bola.net/Penulis Rani Dewi, published 27/5/2020"], ["Rani Dewi"], [], "Bola.net"),
    ("liputan6", ["Disadur dari Bola.net, Rani Dewi published 27/5/2020"], ["Rani Dewi"], [], "Bola.net"),
    ("liputan6", ["Disadur dari Bola.com (Rani Dewi/Budi Santoso)"], ["Rani Dewi"], [], "Bola.com"),
    ("liputan6", ["Disadur dari Bola.com, Senin (27/5/2020)"], [], [], "Bola.com"),
    ("liputan6", ["Sumber Antara"], [], [], "Antara"),
    ("liputan6", ["Sumber: Kapanlagi.com (Rani Dewi)"], ["Rani Dewi"], [], "Kapanlagi.com"),
    ("liputan6", ["Sumber: Kapanlagi.com (Badan Kopi)"], [], [], "Kapanlagi.com"),
    ("liputan6", ["(SDP-12)"], [], [], None),
    ("merdeka", ["Liputan6.com: Rani Dewi [abc]"], ["Rani Dewi"], ["abc"], "Liputan6.com"),
    ("merdeka", ["Sumber: Sora.com, Bima.co.id"], [], [], "Sora.com, Bima.co.id"),
    ("tempo", ["Rani Dewi"], ["Rani Dewi"], [], None),
    ("tempo", ["Rani A. Dewi"], ["Rani A. Dewi"], [], None),
    ("merdeka", ["Reporter: Made Rani P."], ["Made Rani P."], [], None),
    ("merdeka", ["Sumber: Liputan6.com/Rani Dewi"], ["Rani Dewi"], [], "Liputan6.com"),
    ("merdeka", ["Reporter: Rani Dewi/Liputan6.com"], ["Rani Dewi"], [], "Liputan6.com"),
    ("merdeka", ["Sumber: Diolah dari berbagai sumber"], [], [], None),
    ("liputan6", ["Sumber asli: Goal"], [], [], "Goal"),
    (
        "liputan6",
        ["Disadur dari Bola.com (penulis/editor Rani Dewi, published 27/5/2020)"],
        ["Rani Dewi"],
        [],
        "Bola.com",
    ),
    ("liputan6", ["Sumber: BBC, Reuters"], [], [], "BBC, Reuters"),
    ("liputan6", ["Sumber: BPS, BMKG"], [], [], None),
    ("liputan6", ["(Penulis Rani Dewi | Editor Budi Santoso)"], ["Rani Dewi"], ["Budi Santoso"], None),
    ("liputan6", ["(Rani Dewi, mahasiswi PNS)"], ["Rani Dewi"], [], None),
    ("merdeka", ["(mdk/end)"], [], ["end"], None),
    ("liputan6", ["(Deutsche Welle Indonesia)"], [], [], "Deutsche Welle Indonesia"),
    ("merdeka", ["Laporan wartawan Sora.com: Rani Dewi"], ["Rani Dewi"], [], None),
    ("merdeka", ["[Penulis: Rani Dewi]"], ["Rani Dewi"], [], None),
    ("merdeka", ["(mdk/abc"], [], ["abc"], None),
    ("merdeka", ["mdk/abc"], [], ["abc"], None),
    ("merdeka", ["[[abc]]"], [], ["abc"], None),
    ("merdeka", ["(mdk/)"], [], [], None),
    # behind what the house prints below every text of a kind
    ("merdeka", ["Jika Anda memiliki kecenderungan bunuh diri, segera hubungi psikolog. (mdk/abc)"], [], ["abc"], None),
    ("merdeka", ["Jika Anda memiliki kecenderungan bunuh diri, segera hubungi psikolog. [abc]"], [], ["abc"], None),
    ("merdeka", ["Jika Anda memiliki kecenderungan bunuh diri, segera hubungi nomor ini [119]"], [], [], None),
    ("merdeka", ["Sumber: Liputan6"], [], [], "Liputan6"),
    ("okezone", ["(Rani Dewi/abc)"], [], ["abc"], None),
    ("okezone", ["(Antara) (abc)"], [], ["abc"], "Antara"),
    ("okezone", ["(Agregasi VOA)"], [], [], "VOA"),
    ("okezone", ["(Rani Dewi/Okezone)"], ["Rani Dewi"], [], None),
    # agencies in small letters and longer than anybody's initials
    ("cnnindonesia", ["(reuters/afp/abc)"], [], ["abc"], "Reuters"),
    ("detik", ["(bloomberg/abc)"], [], ["abc"], "Bloomberg"),
    ("mediaindonesia", ["(AFP/Ant/I-1)"], [], [], "AFP, Antara"),
    ("viva", ["(Bima.com/Rani Dewi)(Sora.com/Budi Santoso)"], ["Rani Dewi", "Budi Santoso"], [], "Sora.com"),
    ("viva", ["Laporan Kontributor tvSora Rani Dewi"], ["Rani Dewi"], [], None),
    ("jpnn", ["(genpi/jpnn)"], [], [], None),  # a sister's name
    # a network and a ministry are no newsrooms
    ("liputan6", ["Sumber: Instagram"], [], [], None),
    ("liputan6", ["Sumber: YouTube/Sora TV"], [], [], None),
]


@pytest.mark.parametrize(("portal", "below", "authors", "editors", "agency"), SIGNS)
def test_who_signs_below_a_text(
    portal: str, below: list[str], authors: list[str], editors: list[str], agency: str | None
) -> None:
    cleaned = strip([*map(Paragraph, (FIRST, LAST, *below))], portals()[portal].Loader.habits)
    own = {"Okezone", "okezone"}
    found = None if cleaned.agency in own else cleaned.agency
    assert (cleaned.paragraphs, cleaned.authors, cleaned.editors, found) == ([FIRST, LAST], authors, editors, agency)


@pytest.mark.parametrize("paper", ["Surya.co.id", "BangkaPos.com"])
def test_a_regional_paper_of_the_house_is_no_agency(paper: str) -> None:
    url = "https://www.tribunnews.com/regional/9900001/warga-sora-panen-kopi"
    html = (
        f"<h1 id='arttitle'>Warga Sora Panen Kopi</h1><div class='txt-article'>{BODY}<p>({paper}/Rani Dewi)</p></div>"
    )
    article = extract(html.encode(), url, strict=True)
    assert (article.text, article.authors, article.agency) == (f"{FIRST}\n\n{LAST}", ["Rani Dewi"], None)


@pytest.mark.parametrize(
    "below",
    [
        ["Penulis adalah dosen."],
        ["Sumber Waras"],
        ["(F-16)"],
        ["Sora.com: Hotel Murah"],
        ["Rani Dewi", "Universitas Sora"],
        ["Oleh: begitu katanya."],
        ["kopi/teh"],
        ["Ukurannya:", "rdo/fjr"],
        ["Semua dicatat CCTV.", "CCTV/red"],
        ["Jalan itu lebar.", "km/jam"],
        ["(dan/atau"],
        ["(pendaftaran/abc)"],
        ["Laporan iSora Baru"],
    ],
)
def test_lines_that_sign_nothing_stay(below: list[str]) -> None:
    cleaned = strip([*map(Paragraph, (FIRST, LAST, *below))], portals()["liputan6"].Loader.habits)
    assert (cleaned.paragraphs, cleaned.authors) == ([FIRST, LAST, *below], [])


@pytest.mark.parametrize(
    "name",
    [
        "Tim Lifestyle", "Tim Tekno", "Tim Ramadan", "KabarSora", "Kabar Makassar", "Times Indonesia", "Jatim Now",
        "RiauOnline", "SoraNews", "Hello Sehat", "Content Partner", "Sponsored Content", "User", "Newswire", "Pool",
        "MPR", "BRI", "Kemenpora", "Sora Indonesia",
    ],
)  # fmt: skip
def test_a_desk_a_paper_and_a_company_are_nobody(name: str) -> None:
    assert people(name) == []


@pytest.mark.parametrize(
    "name", ["Warta Sinaga", "Gatra Wibowo", "Tim Hannigan", "Novi Lestari", "Herald Siregar", "Henry", "Berita Dewi"]
)
def test_people_whose_names_are_like_a_papers_stay(name: str) -> None:
    assert people(name) == [name]


def test_the_sisters_of_a_house_are_nobody() -> None:
    for portal, name in (("liputan6", "Vidio Sports"), ("detik", "HaiBunda"), ("detik", "Wolipop")):
        assert without_brands([name], portals()[portal].Loader.brands) == []


@pytest.mark.parametrize(("reporter", "authors"), [("Merdeka", []), ("", []), ("Rani Dewi", ["Rani Dewi"])])
def test_a_section_in_front_of_the_date_is_no_writer(reporter: str, authors: list[str]) -> None:
    line = (
        "<div class='mdk-date-reporter'><span><a href='/peristiwa/'>PERISTIWA</a> | 20 Agustus 2026 17:36</span>"
        f"<span>Reporter : <a href='/reporter/x/'>{reporter}</a></span></div>"
    )
    url, page, box = PAGES["merdeka"]
    shown = page.format(title="Warga Sora Panen Kopi", box=line + box.format(body=BODY))
    article = extract(f"<html><body>{shown}</body></html>".encode(), url)
    assert (article.authors, article.section) == (authors, ["PERISTIWA"])
