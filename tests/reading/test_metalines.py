"""Lines of who and when about a title, on sites without rules: each is read from three places of a page."""

import pytest

from newscrawl import extract
from newscrawl.reading.metalines import read_meta_line

TITLE = "Warga Sora Panen Kopi Lebih Awal"
TEXT = [
    f"Warga Desa Sora memanen kopi robusta di lereng utara pada musim {season}, lebih awal dari tahun lalu karena "
    f"hujan berhenti sejak {month} dan embun turun setiap pagi."
    for season, month in (("kemarau", "Juni"), ("panas", "Juli"), ("peralihan", "Mei"), ("kering", "April"))
]
PLACES = (
    "<article><h1>{title}</h1>{line}<div class='content'>{text}</div></article>",
    "<div class='wrap'><div>{line}</div><h1>{title}</h1><div class='content'>{text}</div></div>",
    "<div class='post'><h1>{title}</h1><div class='content'>{line}{text}</div></div>",
)
BUDI = ["Budi Santoso"]
LINES = [
    ("<div>by Budi Santoso November 20, 2026 in Berita</div>", BUDI),
    ("<p><b>by</b> <a href='/a/7'>Budi Santoso</a> <b>November 20, 2026</b> in <a href='/b'>Berita</a></p>", BUDI),
    ("<div>Posted by Budi Santoso on 20 November 2026</div>", BUDI),
    ("<div>Posted on 20 November 2026 by Budi Santoso</div>", BUDI),
    ("<div>Diposting oleh Budi Santoso pada 20 November 2026</div>", BUDI),
    ("<div>Oleh: Budi Santoso (budi@sora.id) | 20 November 2026</div>", BUDI),
    ("<div>Ditulis oleh Budi Santoso, 20 November 2026</div>", BUDI),
    ("<div>20 November 2026 | Dibaca 120 kali | Penulis Budi Santoso</div>", BUDI),
    ("<div>Kategori: Berita | Tanggal: 20-11-2026 | Oleh: Budi Santoso</div>", BUDI),
    ("<div>Reporter: Budi Santoso • Editor: Siti Aminah • 20 November 2026</div>", BUDI),
    ("<div>Created: 20 November 2026</div><div>Written by Budi Santoso</div><div>Hits: 120</div>", BUDI),
    ("<div>Nov 20 2026, by: Siti Aminah</div>", ["Siti Aminah"]),
    ("<div>Penulis : Budi Santoso &amp; Siti Aminah</div><div>Tanggal : 20/11/2026</div>", [*BUDI, "Siti Aminah"]),
    ("<ul><li><i class='fa fa-user'></i> Budi Santoso</li><li><i class='ic'></i> 20 Nov 2026</li></ul>", BUDI),
    ("<div>admin - 20 Nov 2026</div>", []),
    ("<div>Dipublikasikan pada 20 November 2026 oleh Admin</div>", []),
    ("<div>Terbit 20 November 2026 · Diperbarui 21 November 2026</div>", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "authors"), LINES)
@pytest.mark.parametrize("place", PLACES)
def test_a_line_of_who_and_when_is_read_and_is_no_text(place: str, line: str, authors: list[str]) -> None:
    body = place.format(title=TITLE, line=line, text="".join(f"<p>{p}</p>" for p in TEXT))
    page = f"<html><head><title>{TITLE} - Sora Kita</title></head><body>{body}</body></html>"
    article = extract(page.encode(), "https://sorakita.id/berita/warga-sora-panen-kopi-lebih-awal", any_site=True)
    assert article.authors == authors
    assert article.published_at
    assert article.published_at.date().isoformat() == "2026-11-20"
    assert article.text.split("\n\n") == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Festival Kopi - 20 November 2026",
        "Pendaftaran dibuka 20 November 2026",
        "Diresmikan oleh Budi Santoso pada 20 November 2026",
        "Foto oleh Budi Santoso 20 November 2026",
        "Buku ini ditulis oleh Budi Santoso, 20 November 2026",
        "Sabtu, 21 November 2026 pukul 19.00 WIB di Stadion Sora",
        "1 Januari 2026 - 20 November 2026",
        "Oleh: Budi Santoso",
    ],
)
def test_any_other_line_is_none(line: str) -> None:
    assert read_meta_line(line) is None
