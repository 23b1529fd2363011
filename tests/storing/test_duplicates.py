"""Copies are found over all portals, and series of one template are none."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from newscrawl.storing.duplicates import DAYS, Clusters
from newscrawl.storing.query import TOKEN, folded
from newscrawl.storing.signatures import MICROSECONDS
from tests.commands.inside import runner
from tests.storing import copies
from tests.storing.stored import record, store

STEMS = (
    "banjir hujan warga desa kota sungai jalan rumah petugas bupati dinas pagi malam naik rusak lama baru pasar".split()
)
WORDS = [stem + ending for stem in STEMS for ending in ("", "nya", "kan", "an", "lah", "pun")]


def story(chance: random.Random, words: int = 160) -> list[str]:
    return chance.choices(WORDS, k=words)


def edited(text: list[str], chance: random.Random, passages: int) -> list[str]:
    """Another newsroom's copy: some passages of ten words are its own."""
    copy = list(text)
    for _ in range(passages):
        at = chance.randrange(len(copy) - 10)
        copy[at : at + 10] = chance.choices(WORDS, k=10)
    return copy


def jaccard(one: str, other: str) -> float:
    sets = []
    for text in (one, other):
        words = [folded(word) for word in TOKEN.findall(text)]
        sets.append({tuple(words[n : n + 3]) for n in range(len(words) - 2)})
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


def of(texts: list[str], days: int = DAYS, step: int = 3600) -> Clusters:
    """The clusters of texts, each of a portal of its own, published `step` seconds after each other."""
    return copies.of(texts, [f"portal{n}" for n in range(len(texts))], step * 1_000_000, days)


@pytest.mark.parametrize("kind", copies.COPIES)
def test_copies_are_found_as_newsrooms_make_them(kind: str) -> None:
    assert copies.found(kind, 30, seed=1) >= (0.8 if "another lead, " in kind else 0.96)


@pytest.mark.parametrize("kind", copies.SERIES)
def test_a_series_of_a_portal_is_no_cluster(kind: str) -> None:
    assert copies.taken(kind, seed=1) == 0


def test_an_agency_text_in_six_papers_is_one_cluster() -> None:
    chance = random.Random(3)
    first, *others = copies.story(chance)
    papers = [[f"{copies.NAMES[n].upper()}, HARIAN {n} - {copies.sentence(chance)}", *others] for n in range(5)]
    papers[1].append("(ant/rid)")
    papers[3].pop()
    found = of(["\n\n".join(paper) for paper in ([first, *others], *papers)])
    assert found.sizes == {"0": 5}


def test_a_portal_prints_its_own_text_once_more() -> None:
    chance = random.Random(4)
    text = "\n\n".join(copies.story(chance))
    longer = f"{text}\n\n{copies.paragraph(chance)}"
    another_lead = f"{copies.sentence(chance)}\n\n{text.partition('.')[2]}"
    for step, expected in ((MICROSECONDS // 20, ["0", "0", "0"]), (MICROSECONDS, ["0", "0"])):
        made = copies.of([text, text, longer, another_lead], ["satu"] * 4, step)
        assert [made.of(id)[0] for id in "123"][: len(expected)] == expected


def test_every_copy_is_found_and_nothing_else() -> None:
    chance = random.Random(5)
    texts, expected = [], {}
    for n in range(400):
        texts.append(" ".join(story(chance)))
        if n % 4 == 0:
            copy = " ".join(edited(texts[-1].split(), chance, chance.randrange(3)))
            if jaccard(texts[-1], copy) >= 0.8:
                expected[str(len(texts))] = str(len(texts) - 1)
                texts.append(copy)
    found = of(texts, step=60)
    assert len(expected) > 60
    assert {id: first for id, (first, _) in found.copies.items()} == expected
    assert found.articles == len(texts)


def test_the_first_is_the_first_and_a_copy_of_a_copy_belongs_to_it() -> None:
    chance = random.Random(6)
    first = story(chance, 300)
    second = edited(first, chance, 2)
    third = edited(second, chance, 2)
    found = of([" ".join(text) for text in (first, second, story(chance), third)])
    assert [found.of(id)[:2] for id in "0123"] == [("0", True), ("0", False), ("2", True), ("0", False)]
    assert found.of("0")[2] is None
    assert 0.72 <= (found.of("1")[2] or 0) < 1
    assert found.of_cluster("0") == ["1", "3"]


def test_only_within_the_days_of_the_window() -> None:
    text = " ".join(story(random.Random(7)))
    day = MICROSECONDS // 1_000_000
    assert of([text, text], step=DAYS * day).copies
    assert not of([text, text], step=(DAYS + 2) * day).copies
    assert of([text, text], days=10, step=(DAYS + 2) * day).copies


def test_texts_too_short_to_tell_are_no_copies() -> None:
    assert not of(["Foto: banjir di Demak."] * 5).copies


# -- series: one template, its slots filled anew --------------------------------------------------------------

TAX = """Sesuai peraturan, penjualan kembali emas batangan dengan nominal di atas sepuluh juta dikenakan pajak
penghasilan. Potongan pajak langsung dipungut dari total nilai jual kembali. Pembeli disarankan menyimpan bukti potong
sebagai lampiran laporan tahunan. Harga dapat berubah sewaktu-waktu mengikuti harga emas dunia dan nilai tukar rupiah.
Emas yang dibeli di butik dapat diambil langsung atau dikirim ke rumah dengan asuransi penuh. Calon pembeli diminta
membawa kartu tanda penduduk dan mencocokkan nomor seri pada kemasan. Butik buka setiap hari kerja sejak pagi."""


def gold(day: int) -> str:
    prices = (f"Emas {grams} gram: Rp {(2_400_000 + 1_500 * day) * grams:,}" for grams in (1, 2, 5, 10))
    return f"Harga emas batangan Kencana pada {day} Juli 2026 bergerak.\n" + "\n".join([*prices, TAX])


PRAYER = """Umat Islam di {town} dan sekitarnya dapat memakai jadwal berikut sebagai panduan ibadah harian. Imsak {a},
Subuh {b}, Magrib {c}. Jadwal disusun menurut perhitungan kementerian dan dapat berbeda satu sampai dua menit di tiap
kecamatan. Semoga ibadah hari ini diterima dan membawa berkah bagi keluarga. Jangan lupa membaca niat dan doa berbuka,
serta memperbanyak sedekah kepada tetangga dekat. Masjid agung membagikan makanan berbuka setiap sore kepada musafir dan
warga yang masih di perjalanan pulang. Pengurus masjid meminta jemaah datang lebih awal dan menjaga kebersihan tempat
wudu bersama-sama selama bulan puasa."""


def prayer(town: str, minute: int) -> str:
    return PRAYER.format(town=town, a=f"04:{minute:02}", b=f"04:{minute + 10}", c=f"17:{minute + 20}")


WEATHER = """Badan cuaca memperkirakan langit {town} berawan sejak pagi. Kecamatan {town}wetan, {town}kulon dan
{town}lor berpeluang hujan ringan pada sore hari. Warga diminta membawa payung dan berhati-hati di jalan licin, terutama
pengendara sepeda motor. Angin bertiup dari tenggara dengan kecepatan sedang dan kelembapan udara cukup tinggi sepanjang
hari. Nelayan di pesisir tetap boleh melaut dengan memperhatikan tinggi gelombang. Petani diminta menunda pemupukan
sampai tanah cukup kering agar pupuk tidak hanyut terbawa air. Suhu udara terasa hangat pada siang hari dan sejuk
menjelang malam sehingga warga lanjut usia sebaiknya memakai jaket ketika keluar rumah."""


DAILY = (("Senin", "cerah", "berawan"), ("Selasa", "berawan", "hujan lebat"), ("Jum'at", "hujan petir", "cerah"))


def test_what_a_copy_adds_of_its_own_makes_it_no_series() -> None:
    """Its own lead leaves numbers out, its own background has others: none stands in another's place."""
    story = " ".join(f"{word} {n}" if n in (40, 70) else word for n, word in enumerate(WEATHER.split()))
    first = f"Gubernur meresmikan 120 pos dan 14 perahu. {story} {TAX}"
    copy = f"{story} {TAX} Sejak 2020 program itu menjangkau 11 provinsi."
    assert of([first, copy]).of("1")[0] == "0"


@pytest.mark.parametrize(
    "series",
    [
        [gold(day) for day in range(1, 29)],
        [prayer(town, 3 * n + 10) for n, town in enumerate(("Rawasari", "Tirtajaya", "Bukitlama", "Sukarena"))],
        [WEATHER.format(town=town) for town in ("Rawa", "Tirta", "Bukit", "Karang")],
        [f"Cuaca pada {day}: pagi {early}, malam {late}. {WEATHER.format(town='Rawa')}" for day, early, late in DAILY],
    ],
    ids=["gold prices", "prayer times", "weather by town", "weather by day"],
)
def test_a_series_is_no_cluster(series: list[str]) -> None:
    assert max(jaccard(one, other) for one, other in pairwise(series)) >= 0.72, "by its words it would be one"
    assert not of(series).copies
    copied = of([series[0], series[1], series[0] + " (ant)"])
    assert copied.of("2")[0] == "0", "a copy of one of them is found all the same"


# -- the commands ---------------------------------------------------------------------------------------------


def test_the_command_and_the_columns(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(8)
    text, other = (" ".join(story(chance)) for _ in range(2))
    times = [f"2026-07-2{n}T10:00:00+07:00" for n in range(1, 5)]
    store(tmp_path, record("okezone", 1, text=text, published_at=times[1], title="Salinan"))
    store(tmp_path, record("kompas", 2, text=text, published_at=times[0], title="Asal"))
    store(tmp_path, record("okezone", 3, text=other, published_at=times[2]), record("okezone", 4, published_at=None))
    run = runner(tmp_path, capfd)
    status, out, (told,) = run("duplicates")
    assert (status, out[::2]) == (
        0,
        ["2026-07-21 10:00 WIB  kompas  Asal", "  2026-07-22 10:00 WIB  okezone  Salinan  1.00"],
    )
    assert told == "newscrawl: 1 of 3 articles (33.3 %) are copies, in 1 cluster"
    _, (line,), _ = run("duplicates", "--json")
    assert json.loads(line) == {"id": "okezone-1", "cluster": "kompas-2", "similarity": 1.0}
    assert run("export", "all", "-o", str(tmp_path / "x.parquet"), "--duplicates")[0] == 0
    query = f"SELECT id, cluster, first, similarity FROM '{tmp_path / 'x.parquet'}' ORDER BY id"
    assert duckdb.sql(query).fetchall() == [  # type: ignore[union-attr]
        ("kompas-2", "kompas-2", True, None),
        ("okezone-1", "kompas-2", False, 1.0),
        ("okezone-3", "okezone-3", True, None),
        ("okezone-4", "okezone-4", True, None),
    ]


@pytest.mark.parametrize("harm", [b"", b"x" * 5000])
def test_the_signatures_may_be_deleted_or_damaged(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], harm: bytes
) -> None:
    text = " ".join(story(random.Random(9)))
    store(tmp_path, record("okezone", 1, text=text), record("kompas", 2, text=text))
    run = runner(tmp_path, capfd)
    first = run("duplicates")
    (tmp_path / "signatures.sqlite").write_bytes(harm)
    assert run("duplicates") == first
    (tmp_path / "signatures.sqlite").unlink()
    assert run("duplicates") == first


def test_signatures_that_cannot_be_kept_are_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path, capfd)
    store(tmp_path, record("okezone", 1))
    (tmp_path / "signatures.sqlite").mkdir()
    status, out, (line,) = run("duplicates")
    assert (status, out) == (1, [])
    assert "unable to open database file" in line
