"""A copy that only says less than what is stored never becomes the latest revision; a correction does."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.judging.findings import Thresholds
from newscrawl.judging.judgement import judge
from newscrawl.judging.runs import URLS, Run
from newscrawl.settings import base
from newscrawl.storing.worse import why_worse
from tests.newsroom import PAGE, crawl, newsroom, path_of, stored
from tests.project import lines, scrapy
from tests.site import Answer, Site, page

PARAGRAPHS = [
    "LEMBAH SORA - Warga empat kampung di Lembah Sora memperbaiki saluran irigasi yang jebol pekan lalu. Mereka "
    "bekerja sejak subuh.",
    "“Kalau menunggu bantuan, sawah kami keburu kering,” kata Darma Wiguna, ketua kelompok tani setempat.",
    "Saluran sepanjang tiga kilometer itu mengairi 120 hektare sawah.",
    "Kerusakan bermula dari longsor kecil di tebing utara",  # a sub-heading: no full stop
    "Batu dan lumpur menutup pintu air, lalu arus mencari jalan lain dan menggerus tanggul sampai runtuh.",
    "Dinas pengairan kabupaten meminjamkan dua alat berat. Bahan bakarnya dibayar dengan iuran warga.",
    "Perbaikan tahap pertama ditargetkan selesai sebelum musim tanam.",
    "Lestari Ambarwati, penyuluh pertanian, meminta petani menunda penanaman bibit hingga debit air normal.",
    "Sementara itu, pompa portabel dipasang di tiga titik. Setiap pompa dijaga bergiliran oleh pemuda kampung.",
    "Bendungan darurat dari karung pasir akan dibongkar setelah tanggul baru mengeras.",
]
WHOLE = "\n\n".join(PARAGRAPHS)
WALL = (
    "Kami memakai berkas kecil di peramban untuk mengukur kunjungan dan menayangkan iklan yang sesuai. Pilih "
    "pengaturan privasi sebelum melanjutkan. Rincian pemrosesan data pribadi ada pada kebijakan kami."
)


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def record(text: str = WHOLE, **fields: Any) -> dict[str, Any]:
    return {
        "text": text,
        "complete": True,
        "paywalled": False,
        "pages": 1,
        "fetched_at": "2026-07-25T01:00:00+07:00",
    } | fields


STORED = record(fetched_at="2026-07-24T18:00:00+07:00")


@pytest.mark.parametrize(
    ("copy", "why"),
    [
        (record(complete=False, text=WHOLE + "\n\nSatu paragraf baru."), "incomplete"),
        (record(WHOLE[:400]), "cut"),
        (record(WHOLE[:-40]), "cut"),
        (record(WHOLE.replace("\n\n", "\n")[:333]), "cut"),
        (record(WHOLE.replace("120", "102")[:-40]), "cut"),
        (record(text(*PARAGRAPHS[:8]).replace("120", "102")), "a part"),
        (record(text(*PARAGRAPHS[:8])), "a part"),
        (record(text(*PARAGRAPHS[:7])), "a part"),
        (record(text(*PARAGRAPHS[:3])), "a part"),
        (record(text(*PARAGRAPHS[:3], PARAGRAPHS[3][:20] + " ...")), "a part"),
        (record(text(*PARAGRAPHS[5:])), "a part"),
        (record(text(PARAGRAPHS[1], PARAGRAPHS[4], PARAGRAPHS[8])), "a part"),
        (record(text(PARAGRAPHS[0], "Lanjutkan membaca dengan berlangganan mulai Rp10.000 sebulan.")), "a part"),
        (record(text(PARAGRAPHS[0], WALL)), "a part"),
        (record("Artikel ini telah dihapus oleh redaksi."), "a part"),
        (record("Mohon maaf, halaman yang Anda cari tidak tersedia lagi."), "a part"),
        (record(f"Redaksi memutuskan mencabut artikel tentang irigasi Lembah Sora. {PARAGRAPHS[1]}"), "a part"),
        (record(WALL), "a part"),
        (record(""), "a part"),
        (record(text(*PARAGRAPHS[:8]), paywalled=True), "paywalled"),
        (record(text(*PARAGRAPHS[:2], "Baca selengkapnya di aplikasi."), paywalled=True), "paywalled"),
        (record(text(*PARAGRAPHS[:6])), "fewer pages"),
    ],
)
def test_a_copy_that_says_less(copy: dict[str, Any], why: str) -> None:
    stored = {**STORED, "pages": 2} if why == "fewer pages" else STORED
    assert why_worse(stored, copy) == why
    assert why_worse(copy | {"fetched_at": None, "complete": True}, stored) == "", "the whole replaces it"


@pytest.mark.parametrize(
    "copy",
    [
        record(WHOLE.replace("120 hektare", "102 hektare")),
        record(text(PARAGRAPHS[0].replace("pekan lalu", "Rabu malam"), *PARAGRAPHS[1:])),
        record(text(*PARAGRAPHS[:4], *PARAGRAPHS[5:])),  # a paragraph taken out
        record(text(*PARAGRAPHS[:9])),  # the last one
        record(WHOLE.removesuffix(" Setiap pompa dijaga bergiliran oleh pemuda kampung.")),
        record(text(*PARAGRAPHS, "Ralat: luas sawah semula tertulis 102 hektare.")),
        record(text(*PARAGRAPHS[2:], "Tanggul baru selesai Kamis, kata dinas, dan air mengalir lagi ke sawah.")),
        # Written anew, and shorter by half.
        record(text(
            "LEMBAH SORA - Saluran irigasi Lembah Sora yang jebol diperbaiki bersama oleh warga empat kampung.",
            "Ketua kelompok tani, Darma Wiguna, berkata sawah seluas 120 hektare terancam kering bila menunggu.",
            "Dua alat berat dipinjam dari dinas pengairan, sedangkan tanggul darurat dibuat dari karung pasir.",
            "Penyuluh pertanian menyarankan penanaman ditunda.",
        )),
        record(paywalled=True),  # the whole text is still there
        record(paywalled=True, text=WHOLE.replace("120 hektare", "102 hektare")),
        record(pages=0),
        record(WHOLE[:-20]),  # a sign-off that stood in the last line
        record(complete=True, text=WHOLE.replace("\n\n", "\n")),
    ],
)  # fmt: skip
def test_a_correction_is_a_revision(copy: dict[str, Any]) -> None:
    assert why_worse(STORED, copy) == ""


def test_a_mended_reader_may_store_a_cleaner_text() -> None:
    junk = [f"Simak kabar pilihan nomor {n} dari redaksi setiap pagi lewat kanal kami di ponsel." for n in range(12)]
    dirty = record(text(*PARAGRAPHS, *junk), fetched_at=STORED["fetched_at"])
    clean = record(WHOLE)
    assert why_worse(dirty, clean) == "a part", "to a crawl that was not asked it looks like a text that was cut"
    assert why_worse(dirty, clean, again=True) == ""
    same = {**clean, "fetched_at": dirty["fetched_at"]}
    short = record(text(*PARAGRAPHS[:2]), fetched_at=dirty["fetched_at"])
    assert why_worse(dirty, short, again=True) == "", "the very same page"
    assert why_worse(dirty, same) == "a part", "two pages of one second"
    assert why_worse(dirty, {**same, "complete": False}, again=True) == "incomplete"
    few = record(text(PARAGRAPHS[0], junk[0], *PARAGRAPHS[1:6], junk[1], *PARAGRAPHS[6:]))
    assert why_worse(few, clean) == "", "what keeps most of the text needs no permission"


@pytest.mark.parametrize(
    "copy",
    [record(WHOLE[:400]), record(complete=False), record("Artikel ini telah dihapus oleh redaksi."), record(WALL),
     record(text(PARAGRAPHS[0], "Lanjutkan membaca dengan berlangganan.")),
     record(text(*PARAGRAPHS[:4]), paywalled=True)],
)  # fmt: skip
def test_to_ask_again_is_no_wish_for_less(copy: dict[str, Any]) -> None:
    assert why_worse(STORED, copy, again=True)


def test_a_text_that_stood_there_twice_is_not_gone() -> None:
    assert why_worse(record(text(*PARAGRAPHS, *PARAGRAPHS)), STORED) == ""


def test_odd_records_are_compared_too() -> None:
    odd = {"text": None, "pages": "2", "paywalled": None}
    assert why_worse(odd, odd) == why_worse({}, STORED) == ""
    assert why_worse(STORED, odd) == "a part"
    assert why_worse(record("Kalimat satu."), record("Lain sama sekali.")) == ""


# -- in a crawl -----------------------------------------------------------------------------------------------


def answer(number: int, body: str) -> Answer:
    shown = PAGE.format(title=f"Warga Tanam {number} Bibit Mangga", minute=number, number=number, extra="")
    before, _ = shown.split("<p><strong>")
    return page(f"{before}{body.replace('tiga kilometer', f'{number + 3} kilometer')}</div></body></html>")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_crawl_keeps_a_worse_copy_aside_and_counts_it(tmp_path: Path) -> None:
    whole = paragraphs(*PARAGRAPHS)
    second = {
        0: paragraphs(*PARAGRAPHS[:4]),
        1: paragraphs("Kami menggunakan cookie agar situs ini berjalan. Setujui untuk melanjutkan."),
        2: paragraphs(*PARAGRAPHS[:1], "Berlangganan sekarang untuk membaca artikel lengkap."),
        3: paragraphs(PARAGRAPHS[0].replace("empat", "lima"), *PARAGRAPHS[1:]),
        5: paragraphs("Artikel ini telah ditarik dari peredaran."),
    }
    folder = tmp_path / "okezone"
    with Site(newsroom(6)) as site:
        site.routes |= {path_of(n): answer(n, whole) for n in range(6)}
        assert crawl(site, tmp_path).returncode == 0
        site.routes |= {path_of(n): answer(n, body) for n, body in second.items()}
        site.routes[path_of(3)] = page(re.sub(r"<meta.*?>|Jurnalis-[^<]*", "", str(answer(3, second[3])[2])))
        for revised, unchanged in ((1, 1), (0, 2)):
            done = crawl(site, tmp_path)
            assert done.returncode in (0, 9), done.stderr
            ends = f"{'revised 1, ' if revised else ''}unchanged {unchanged}, worse 3, already stored 0"
            assert f"found 6, stored 0, {ends}, dropped 1, failed 0" in done.stderr
            assert "  worse 2: a part\n  worse 1: paywalled\n" in done.stderr
            assert "  dropped 1: removed" in done.stderr
    kept = [line for file in sorted(folder.glob("worse-*.jsonl")) for line in lines(file)]
    assert sorted(line["id"][-1] for line in kept) == ["1", "2", "3"], "each once"
    assert {(line["worse"], line["revision"]) for line in kept} == {("a part", 1), ("paywalled", 1)}
    gone = [line for file in folder.glob("dropped-*.jsonl") for line in lines(file)]
    assert {(line["id"][-1], line["reason"], line["revision"]) for line in gone} == {("6", "removed", 1)}
    assert len(stored(tmp_path)) == 7
    records = [line for file in folder.glob("articles-*.jsonl") for line in lines(file) if line["id"][-1] == "4"]
    dates = [(line["revision"], line["published_at"]) for line in records]
    assert dates == [(1, dates[0][1]), (2, dates[0][1])], "the correction does not tell it any more"
    assert dates[0][1]
    run = json.loads(sorted((folder / "runs").glob("*.json"))[-1].read_text(encoding="utf-8"))
    assert (run["worse"], run["articles"]["worse"]) == ({"a part": 2, "paywalled": 1}, 3)
    exported = scrapy("export", "okezone", "-o", "-", "-s", f"NEWSCRAWL_DATA={tmp_path}").stdout.splitlines()
    assert [len(json.loads(line)["text"].split("\n\n")) for line in exported] == [10] * 6


def test_many_worse_copies_are_a_finding() -> None:
    now = datetime.now(UTC)
    limits = Thresholds.of(Settings({k: v for k, v in vars(base).items() if k.startswith("NEWSCRAWL_")}))
    for worse, expected in ((28, []), (30, ["worse copies"])):
        counts = {"found": 100, "unchanged": 100 - worse, "worse": worse}
        run = Run("okezone", now, now, scope=URLS, articles=counts, worse={"a part": worse - 1, "cut": 1})
        assert [finding.name for finding in judge(run, [], limits)] == expected
    (finding,) = judge(run, [], limits)
    assert finding.message == "30 of 100 articles are less than what is stored (a part 29, cut 1)"


def test_again_stores_a_shorter_text_of_a_mended_reader(tmp_path: Path) -> None:
    with Site(newsroom(1)) as site:
        site.routes[path_of(0)] = answer(0, paragraphs(*PARAGRAPHS))
        crawl(site, tmp_path)
        site.routes[path_of(0)] = answer(0, paragraphs(*PARAGRAPHS[:5]))
        assert "worse 1, already" in crawl(site, tmp_path).stderr
        assert "revised 1, already" in crawl(site, tmp_path, "again=1").stderr
