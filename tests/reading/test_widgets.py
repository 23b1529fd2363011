"""Boxes of the page within a text go by what stands in them; the writer's own of the same elements stay."""

from time import process_time

import pytest

from tests.reading.test_kinds import FIRST, LAST, read

SAID = "Ratna menulis surat kepada kepala desa tentang jalan itu."
TO_TICK = "<ul><li><input type='checkbox'> 200 gram gula</li><li><input type='checkbox'> Dua butir telur</li></ul>"
PARTS = "<ul><li><a href='#a'>Cara Memanen</a></li><li><a href='#b'>Cara Menjemur</a></li></ul>"
GOES = {
    "poll": "<div class='x1'><h4>Apakah harga naik?</h4>"
    "<label><input type='radio'>Ya</label><button>Kirim</button></div>",
    "letters": "<section class='x2'><p>Kabar desa setiap Senin pagi.</p>"
    "<input type='email'><a href='/s'>Daftar</a></section>",
    "sound": "<div class='x3'><span>Simak dengan suara</span><span>3 menit</span><audio src='/a.mp3'></audio></div>",
    "film": "<div class='video'><iframe src='/v'></iframe><span class='by'>Sora TV</span> Warga Tanam Kopi</div>",
    "settings": "<xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml>",
    "contents": f"<div class='x4'><p>Daftar Isi</p>{PARTS}</div>",
    "contents to unfold": f"<details><summary>Isi tulisan [tampilkan]</summary>{PARTS}</details>",
    "contents alone": f"<p>Daftar isi:</p>{PARTS}",
    "an advertisement served": "<div><ins data-revive-zoneid='1' data-revive-loaded='1'><i>Dapatkan hadiah uang untuk"
    " lima pembaca yang beruntung. <a href='https://iklan.sora.com/x'><b>Klik di Sini</b></a></i></ins></div>",
    "sound by a button": "<div class='x6'><span>Dengarkan artikel ini</span><button>Putar</button>"
    "<b>0:00 / 3:12</b></div>",
    "poll by buttons": "<div class='x7'><p>Apakah harga naik?</p><button>Ya</button><button>Tidak</button>"
    "<i>1.204 suara</i></div>",
    "who drew a chart": "<div><a href='https://infogram.com/x'>Harga Kopi</a><br>"
    "<a href='https://infogram.com'>Infogram</a></div>",
    "below a graphic": "<iframe src='https://e.infogram.com/1'></iframe><div style='padding:8px'>"
    "<a href='https://infogram.com/1'>Harga Kopi</a><br><a href='https://infogram.com'>Infogram</a></div>",
    "below a graphic of a program": "<div class='infogram-embed' data-id='1'></div><script>x()</script>"
    "<div><a href='https://infogram.com/1'>Harga Kopi</a><br><a href='https://infogram.com'>Infogram</a></div>",
    "above a paper": "<p><a href='https://www.scribd.com/document/1/x'>Laporan Kopi</a> by"
    " <a href='https://www.scribd.com/user/1'>Sora</a> on Scribd</p><iframe src='https://www.scribd.com/embeds/1'>"
    "</iframe>",
    "below a recording": "<iframe src='//w.soundcloud.com/player/?url=1'></iframe><div>"
    "<a href='https://soundcloud.com/sora'>Sora</a> · <a href='https://soundcloud.com/sora/1'>Kopi Pagi</a></div>",
    "below a chart of another address": "<iframe src='https://flo.uri.sh/visualisation/1/embed'></iframe><div>"
    "<a href='https://public.flourish.studio/visualisation/1/'>A Flourish chart</a></div>",
    "to be preferred": "<a href='https://www.google.com/preferences/source?q=sora.id'>Add as a preferred source on"
    " Google</a>",
    "a box to skip for who listens": "<section><div><a href='#end-of-x'>Lewati WhatsApp dan lanjutkan membaca</a>"
    f"<b>Kabar Sora di WhatsApp</b><p>{SAID}</p><p id='end-of-x' tabindex='-1'>Akhir dari WhatsApp</p></div></section>",
    "a film's title in a box of two words": "<div class='videoSora'><iframe src='/v'></iframe>"
    "<span>Sora TV Panen Kopi</span></div>",
    "numbers in front of links": "<div class='x5'><div><span>#1</span>"
    "<a href='/read/2026/07/20/337/9900001/beras-naik'>"
    "Harga Beras di Sora Naik Lagi</a></div><div><span>#2</span><a href='/read/2026/07/20/337/9900002/jalan-dibuka'>"
    "Jalan Dusun Ranti Kembali Dibuka</a></div></div>",
}
STAYS = {
    "ingredients to tick": (TO_TICK, ["200 gram gula", "Dua butir telur"]),
    "a sentence beside a field": (
        f"<div><p>{' '.join([SAID] * 5)}</p><input type='text'></div>",
        [" ".join([SAID] * 5)],
    ),
    "buttons beside a sentence": (f"<div><p>{SAID}</p><button>Salin</button><button>Simpan</button></div>", [SAID]),
    "a chart's maker in a sentence": (
        "<p>Grafik itu dibuat dengan <a href='https://infogram.com'>Infogram</a>.</p>",
        ["Grafik itu dibuat dengan Infogram."],
    ),
    "programs of a list": (
        "<p>Yang dipakai murid:</p><p><a href='https://canva.com'>Canva</a></p>"
        "<p><a href='https://quizizz.com'>Quizizz</a></p>",
        ["Yang dipakai murid:", "Canva", "Quizizz"],
    ),
    "a sentence beside a paper": (
        "<iframe src='https://www.scribd.com/embeds/1'></iframe>"
        "<p><a href='https://www.scribd.com/document/1'>Putusan itu</a> memuat nama warga.</p>",
        ["Putusan itu memuat nama warga."],
    ),
    "a linked sentence beside a paper": (
        "<iframe src='https://www.scribd.com/embeds/1'></iframe>"
        "<p><a href='https://www.scribd.com/document/1'>Hakim memenangkan warga.</a></p>",
        ["Hakim memenangkan warga."],
    ),
    "the end of a sentence on what is preferred": (
        "<p>Fitur itu disebut <a href='https://www.google.com/preferences/source?q=a.id'>sumber pilihan Google</a></p>",
        ["Fitur itu disebut sumber pilihan Google"],
    ),
    "a list with one link to a note": (
        "<ul><li>Panen kopi <a href='#catatan'>naik</a> di lereng timur.</li>"
        "<li>Harga <a href='#dua'>turun</a> di kota.</li></ul>",
        ["Panen kopi naik di lereng timur.", "Harga turun di kota."],
    ),
    "a way down to the last part": (
        f"<div><a href='#resep'>Langsung ke resep</a><p>{SAID}</p><div id='resep'><p>{SAID} {SAID}</p></div></div>",
        ["Langsung ke resep", SAID, f"{SAID} {SAID}"],
    ),
    "headings that link to themselves": (
        f"<h2><a href='#kopi'><b id='kopi'>Panen Kopi</b></a></h2><p>{SAID}</p>"
        f"<h2><a href='#end-1' id='end-1'>Panen Teh</a></h2><p>{SAID} {SAID}</p>",
        ["Panen Kopi", SAID, "Panen Teh", f"{SAID} {SAID}"],
    ),
    "links that lead nowhere": (
        PARTS.replace("#a", "#").replace("#b", "#"),
        ["Cara Memanen", "Cara Menjemur"],
    ),
    "a sentence below a film": (f"<div class='video'><iframe src='/v'></iframe><p>{SAID}</p></div>", [SAID]),
    "a sentence below a graphic": (
        "<iframe src='https://e.infogram.com/1'></iframe><p>Ratna membuat grafik itu dengan"
        " <a href='https://infogram.com'>Infogram</a>.</p>",
        ["Ratna membuat grafik itu dengan Infogram."],
    ),
    "a link below a graphic of another site": (
        "<iframe src='https://e.infogram.com/1'></iframe><p><a href='https://www.scribd.com/1'>Laporan Kopi</a></p>",
        ["Laporan Kopi"],
    ),
    "links without what they lead to": (
        "<p><a href='https://soundcloud.com/sora/1'>Kopi Pagi</a></p>",
        ["Kopi Pagi"],
    ),
    "what was put in later": (
        "<p>Harga kopi <ins cite='/ralat'>naik dua kali</ins> di desa itu.</p>",
        ["Harga kopi naik dua kali di desa itu."],
    ),
    "a list below a recording": (
        "<iframe src='https://w.soundcloud.com/player/'></iframe><ul>"
        "<li><a href='https://soundcloud.com/sora/1'>Kopi Pagi</a></li></ul>",
        ["Kopi Pagi"],
    ),
    "a word between": (
        "<iframe src='https://w.soundcloud.com/player/'></iframe>Lagu lain:<p>"
        "<a href='https://soundcloud.com/sora/1'>Kopi Pagi</a></p>",
        ["Lagu lain:", "Kopi Pagi"],
    ),
    "a map": (
        "<iframe src='https://maps.sora.id/1'></iframe><p><a href='https://maps.sora.id/1'>Peta kebun kopi</a></p>",
        ["Peta kebun kopi"],
    ),
    "how a source is preferred": (
        "<p>Buka <a href='https://www.google.com/preferences/source'>laman sumber pilihan Google</a> lalu cari nama"
        " situs itu.</p>",
        ["Buka laman sumber pilihan Google lalu cari nama situs itu."],
    ),
    "where sources are preferred": (
        "<p>Caranya diatur di <a href='https://www.google.com/preferences/source'>laman ini</a></p>",
        ["Caranya diatur di laman ini"],
    ),
    "settings never closed": (f"<xml><p>{SAID}</p>", [SAID]),
    "a sentence above the contents": (f"<div><p>Panen mulai.</p>{PARTS}</div>", ["Panen mulai."]),
}


@pytest.mark.parametrize("site", ["okezone", "kompas"])
@pytest.mark.parametrize("html", GOES.values(), ids=GOES)
def test_a_box_of_the_page_goes(html: str, site: str) -> None:
    assert read(site, f"<p>{FIRST}</p>{html}<p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(("html", "lines"), STAYS.values(), ids=STAYS)
def test_what_the_writer_wrote_stays(html: str, lines: list[str]) -> None:
    assert read("kompas", f"<p>{FIRST}</p>{html}<p>{LAST}</p>").text.split("\n\n") == [FIRST, *lines, LAST]


@pytest.mark.parametrize("inside", ["<audio></audio>", "<ul><li><a href='#a'></a><li><a href='#b'></a></ul>"])
def test_many_of_them_deep_within_boxes_without_words_are_looked_at_quickly(inside: str) -> None:
    deep = f"{'<div>' * 30}{inside * 200}{'<i></i>' * 15_000}{'</div>' * 30}"
    began = process_time()
    assert read("okezone", f"<p>{FIRST}</p>{deep}<p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"
    assert process_time() - began < 10  # seconds; 70 where each box is looked through to its end


@pytest.mark.parametrize("way", ["", "https://www.sora.id/keluar?url="])
def test_a_link_to_prefer_the_site_behind_a_signature(way: str) -> None:
    to = f"{way}https://www.google.com/preferences/source?q=sora.id"
    link = f"<a href='{to}'>Add as a preferred source on Google</a>"
    assert (
        read("cnnindonesia", f"<p>{FIRST}</p><p>{LAST}</p><strong>(abc/def)</strong>{link}").text
        == f"{FIRST}\n\n{LAST}"
    )
