"""Stamps of every kind portals print: right or None, never wrong."""

import csv
import itertools
import pickle
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from newscrawl.reading.times.dates import read_timestamp
from newscrawl.reading.times.stamps import Precision

WIB, WITA, WIT = (timezone(timedelta(hours=hours)) for hours in (7, 8, 9))
NOW = datetime(2026, 7, 24, 16, 45, tzinfo=WIB)
STAMPS = Path(__file__).parents[3] / "shared" / "dates.tsv"

MONTHS = (
    "Januari January Jan",
    "Februari February Pebruari Feb",
    "Maret March Mar",
    "April Apr",
    "Mei May",
    "Juni June Jun",
    "Juli July Jul",
    "Agustus August Agust Agu Agt Ags Aug",
    "September Sept Sep",
    "Oktober October Okt Oct",
    "November Nopember Nov Nop",
    "Desember December Des Dec",
)
WEEKDAYS = (
    "Senin Monday Mon",
    "Selasa Tuesday Tue",
    "Rabu Wednesday Wed",
    "Kamis Thursday Thu",
    "Jumat Jum'at Jum’at Jum‘at Jum`at Friday Fri",
    "Sabtu Saturday Sat",
    "Minggu Ahad Sunday Sun",
)
JOINTS = (" ", ", ", " - ", " – ", " | ", " |", "\u00a0", " pukul ", ", pukul ")
ZONES = {"": WIB, " WIB": WIB, " wib": WIB, " WIB WIB": WIB, " WITA": WITA, " WIT": WIT, " +0700": WIB}

READ: list[tuple[str, str, Precision]] = [
    # machine stamps
    ("2026-07-24T15:18:24+07:00", "2026-07-24T15:18:24+07:00", "second"),
    ("2026-07-24T15:18+07:00", "2026-07-24T15:18:00+07:00", "minute"),
    ("2026-07-24T15:18:24+0700", "2026-07-24T15:18:24+07:00", "second"),
    ("2026-07-24 15:18:24", "2026-07-24T15:18:24+07:00", "second"),
    ("2026/07/24 15:18:24", "2026-07-24T15:18:24+07:00", "second"),
    ("2026-07-24T08:18:24.8200000Z", "2026-07-24T15:18:24.820000+07:00", "second"),
    ("2026-07-24T08:18:24+00:00", "2026-07-24T15:18:24+07:00", "second"),
    ("2026-07-24T04:18:24-04:00", "2026-07-24T15:18:24+07:00", "second"),
    ("2026-07-24T16:18:24+08:00", "2026-07-24T16:18:24+08:00", "second"),
    ("2026-07-24WIB15:18:24+07:00", "2026-07-24T15:18:24+07:00", "second"),
    ("2020-01-07 00:00 WIB", "2020-01-07T00:00:00+07:00", "minute"),
    ("2020-01-07 05:00 WIT", "2020-01-07T05:00:00+09:00", "minute"),
    ("2020-08-06", "2020-08-06T00:00:00+07:00", "day"),
    ("Fri, 24 Jul 2026 15:18:24 +0700", "2026-07-24T15:18:24+07:00", "second"),
    # days as regions call them, other spellings
    ("Rebo, 22 Juli 2026 10:00 WIB", "2026-07-22T10:00:00+07:00", "minute"),
    ("Kabar Bali | Redite Pon, 19 Juli 2026 10:00 WITA", "2026-07-19T10:00:00+08:00", "minute"),
    ("Buda, 22 Juli 2026", "2026-07-22T00:00:00+07:00", "day"),
    ("Juma'ah 24 Juli 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Dimas Anggara | Kamis, 12 Maret 2026 09:10", "2026-03-12T09:10:00+07:00", "minute"),
    ("Jum&amp;#039;at, 24 Juli 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("2 Mrt 2026 10：00 WIB", "2026-03-02T10:00:00+07:00", "minute"),
    ("12 Maret 2026 M / 22 Ramadhan 1447 H", "2026-03-12T00:00:00+07:00", "day"),
    ("Rani Kusuma & Budi Santoso | Kamis, 12 Maret 2026 09:10", "2026-03-12T09:10:00+07:00", "minute"),
    ("Fri, 24 Jul 2026 08:18:24 GMT", "2026-07-24T15:18:24+07:00", "second"),
    ("Thu, 23 Jul 2026 23:18 -0400", "2026-07-24T10:18:00+07:00", "minute"),
    # as programs in C and Java print it
    ("Fri Jul 24 15:18:24 WIB 2026", "2026-07-24T15:18:24+07:00", "second"),
    # counts and roles beside it
    ("24 Juli 2026 15:18 WIB Dibaca 1,2rb kali", "2026-07-24T15:18:00+07:00", "minute"),
    ("24 Juli 2026 15:18 WIB · Waktu baca: ± 2 menit", "2026-07-24T15:18:00+07:00", "minute"),
    ("24 Juli 2026 15:18 WIB · 2 mnt baca", "2026-07-24T15:18:00+07:00", "minute"),
    ("- Jumat, 24 Juli 2026 | 15:18 WIB (2 menit baca)", "2026-07-24T15:18:00+07:00", "minute"),
    ("⏱ 24 Juli 2026 15:18 WIB", "2026-07-24T15:18:00+07:00", "minute"),
    ("Kontributor Sora, Rani Dewi - 24 Juli 2026 15:18 WIB", "2026-07-24T15:18:00+07:00", "minute"),
    # hand-made clocks, whose Z is not UTC
    ("2023-11-02T20-59-53Z", "2023-11-02T20:59:53+07:00", "second"),
    ("2015-11-05 T10:08:58Z", "2015-11-05T10:08:58+07:00", "second"),
    # numbers are day first
    ("3/4/2026 10:00", "2026-04-03T10:00:00+07:00", "minute"),
    ("Jumat, 03-04-2026 10:00:05", "2026-04-03T10:00:05+07:00", "second"),
    ("JUMAT, 03 04 2026", "2026-04-03T00:00:00+07:00", "day"),
    ("03.04.2026 10.00", "2026-04-03T10:00:00+07:00", "minute"),
    ("10:00 Jumat, 03-04-2026", "2026-04-03T10:00:00+07:00", "minute"),
    # other orders, spellings and calendars
    ("Friday, July 24, 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("2026 Jul 24", "2026-07-24T00:00:00+07:00", "day"),
    ("24-Jul 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Jumat Kliwon, 24 Juli 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Jumat, 9 Safar 1448 H / 24 July 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Jum&#39;at, 24 Juli 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Jumat,&nbsp;24 Juli 2026&nbsp;", "2026-07-24T00:00:00+07:00", "day"),
    ("\ufeffJumat,\u200b 24\u00a0Juli   2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Senin Paing, 20 Juli 2026", "2026-07-20T00:00:00+07:00", "day"),
    ("Kamis Umanis, 23 Juli 2026 10:00", "2026-07-23T10:00:00+07:00", "minute"),
    ("Jumat (24/7/2026) 15:18", "2026-07-24T15:18:00+07:00", "minute"),
    ("Jum'at, (24/7/2026), 15.18 WIB", "2026-07-24T15:18:00+07:00", "minute"),
    # as programs and typists write them
    (r"Jum\'at, 24 Juli 2026 13:10 WIB", "2026-07-24T13:10:00+07:00", "minute"),
    ("20260724T151824+0700", "2026-07-24T15:18:24+07:00", "second"),
    ("20260724T081824Z", "2026-07-24T15:18:24+07:00", "second"),
    ("Wed Jul 22 2026 08:00:00 GMT+0700 (Western Indonesia Time)", "2026-07-22T08:00:00+07:00", "second"),
    ("12 Agus 2025 10:00", "2025-08-12T10:00:00+07:00", "minute"),
    ("Agus Salim | Jumat, 24 Juli 2026 13:35", "2026-07-24T13:35:00+07:00", "minute"),
    ("1st of July 2026", "2026-07-01T00:00:00+07:00", "day"),
    ("Senin, 20 Juli 2026 [09:30 WIB]", "2026-07-20T09:30:00+07:00", "minute"),
    ("[Senin, 20 Juli 2026 09:30 WIB]", "2026-07-20T09:30:00+07:00", "minute"),
    ("Mon Jul 20 2026 02:30:00 GMT+0000 (Coordinated Universal Time)", "2026-07-20T09:30:00+07:00", "second"),
    ("Senin, 20 Juli 2026 ~ 09:30 WIB", "2026-07-20T09:30:00+07:00", "minute"),
    ("Senin, 20 Juli 2026 » pk. 09.30 W.I.T.A.", "2026-07-20T09:30:00+08:00", "minute"),
    ("📅 Rabu, 22 Juli 2026 10:00 WIB 👁 1.234", "2026-07-22T10:00:00+07:00", "minute"),
    ("Di-posting: 🕒\ufe0f 22 Juli 2026, 10:00", "2026-07-22T10:00:00+07:00", "minute"),
    # years of two figures, or none: the weekday tells
    ("Jumat, 24/07/26 15:18 WIB", "2026-07-24T15:18:00+07:00", "minute"),
    ("Kamis, 31-12-98", "1998-12-31T00:00:00+07:00", "day"),
    ("Jumat, 24 Juli 26 15:18", "2026-07-24T15:18:00+07:00", "minute"),
    ("Jumat, 10 Juli", "2026-07-10T00:00:00+07:00", "day"),
    ("Jumat, 10 Juli 15.20 WITA", "2026-07-10T15:20:00+08:00", "minute"),
    ("Jumat (10/7) 15:20", "2026-07-10T15:20:00+07:00", "minute"),
    ("Kamis, 25 Desember", "2025-12-25T00:00:00+07:00", "day"),
    # clocks and zones
    ("24 Juli 2026 13:35 Waktu Indonesia Barat", "2026-07-24T13:35:00+07:00", "minute"),
    ("24 Juli 2026 13:35 (Waktu Indonesia Bagian Timur)", "2026-07-24T13:35:00+09:00", "minute"),
    ("24 Juli 2026 13 : 35 WIB", "2026-07-24T13:35:00+07:00", "minute"),
    ("24 Juli 2026, 13.35.20", "2026-07-24T13:35:20+07:00", "second"),
    ("24 Juli 2026 04:01pm", "2026-07-24T16:01:00+07:00", "minute"),
    ("24 Juli 2026 (12.05 AM)", "2026-07-24T00:05:00+07:00", "minute"),
    ("24 Juli 2026 13:35 WIB (GMT+7)", "2026-07-24T13:35:00+07:00", "minute"),
    ("24 Juli 2026 06:35 UTC", "2026-07-24T13:35:00+07:00", "minute"),
    ("24 Juli 2026 WITA", "2026-07-24T00:00:00+08:00", "day"),
    # what may stand around
    (", Jurnalis-Jum'at, 24 Juli 2026 |13:35 WIB", "2026-07-24T13:35:00+07:00", "minute"),
    ("| -->Jumat, 24 Juli 2026 13:35", "2026-07-24T13:35:00+07:00", "minute"),
    ("Kompas.com- Diperbarui 24/07/2026, 13:35 WIB", "2026-07-24T13:35:00+07:00", "minute"),
    ("Kompas.com - 24/07/2026", "2026-07-24T00:00:00+07:00", "day"),
    ("1.234 Views | 24 Jul 2026 13:35 WIB", "2026-07-24T13:35:00+07:00", "minute"),
    ("24/07/2026 13:35 370231", "2026-07-24T13:35:00+07:00", "minute"),
    ("20DETIK | Jumat, 24 Jul 2026 13:35 WIB", "2026-07-24T13:35:00+07:00", "minute"),
    ("LIGA INGGRIS | 24-07-2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Diunggah pada: 24 Juli 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Last Update : Friday, 24 July 2026", "2026-07-24T00:00:00+07:00", "day"),
    ("Budi Santoso, , MNC Portal · Jumat 24 Juli 2026 13:35 WIB", "2026-07-24T13:35:00+07:00", "minute"),
    ("Oleh Budi Santoso - 24 Juli 2026 13:35", "2026-07-24T13:35:00+07:00", "minute"),
    ("Editor : Siti Aminah Jumat, 24 Juli 2026 13:35", "2026-07-24T13:35:00+07:00", "minute"),
    ("Budi 24 July 2026, 13:35", "2026-07-24T13:35:00+07:00", "minute"),
    ("24-07-2026 13:35 | Budi Santoso", "2026-07-24T13:35:00+07:00", "minute"),
    ("JAKARTA | 24 Juli 2026 13:35 Reporter : Budi", "2026-07-24T13:35:00+07:00", "minute"),
    ("Jumat, 24 Juli 2026 | 13:35 -", "2026-07-24T13:35:00+07:00", "minute"),
    ("1,2 rb dilihat · 24 Juli 2026 13:35", "2026-07-24T13:35:00+07:00", "minute"),
    ("24 Juli 2026 13:35 | 3 ribu kali dibaca", "2026-07-24T13:35:00+07:00", "minute"),
    # relative text
    ("9 menit lalu", "2026-07-24T16:36:00+07:00", "minute"),
    ("dua jam lalu", "2026-07-24T14:45:00+07:00", "hour"),
    ("4jam lalu", "2026-07-24T12:45:00+07:00", "hour"),
    ("Sekitar 3 Minggu yang lalu", "2026-07-03T16:45:00+07:00", "week"),
    ("4 bulan lalu", "2026-03-24T16:45:00+07:00", "month"),
    ("2 tahun yang lalu", "2024-07-24T16:45:00+07:00", "year"),
    ("sehari lalu", "2026-07-23T16:45:00+07:00", "day"),
    ("2 hours ago", "2026-07-24T14:45:00+07:00", "hour"),
    ("Energi - 30 detik yang lalu", "2026-07-24T16:44:30+07:00", "second"),
    ("Baru saja", "2026-07-24T16:45:00+07:00", "minute"),
    ("kemarin", "2026-07-23T00:00:00+07:00", "day"),
    ("Kemarin 08.17", "2026-07-23T08:17:00+07:00", "minute"),
    ("Kemarin 08:17 WITA", "2026-07-23T08:17:00+08:00", "minute"),
    ("hari ini 10:20", "2026-07-24T10:20:00+07:00", "minute"),
    ("Hari ini, 00.20 WIT", "2026-07-24T00:20:00+09:00", "minute"),
    ("24 Juli 2026 13:35 WIB · Waktu baca 2 menit", "2026-07-24T13:35:00+07:00", "minute"),
    ("24 Juli 2026 13:35 WIB. Reading time 2 menit", "2026-07-24T13:35:00+07:00", "minute"),
    ("24 Juli 2026 13:35 WIB | 2 min read", "2026-07-24T13:35:00+07:00", "minute"),
]

NOT_READ = {
    "no date": ["", " ", "-", "Tanggal: -", "Berita Terkait", "Jakarta", "COPYRIGHT © 2016", "8 HALAMAN"],
    "numbers": ["1", "2026", "20200709", "1698933593000", "0812 2020 2021", "(021) 582130", "Rp 24.000.2020"],
    "part of a date": [
        "Minggu",
        "Juli 2026",
        "24 Juli",
        "Kamis (24/9)",
        "07:08",
        "pukul 23.50 WIB",
        "24/07/26",
    ],
    "no such day": ["31 Februari 2021", "29 Februari 2021", "12/13/2021", "32 Juli 2026", "2021-06-31"],
    "no such clock": [
        "24 Juli 2026 25:00",
        "24 Juli 2026 10:60",
        "24 Juli 2026 13:00 PM",
        "2021-06-17T24:00:00Z",
    ],
    "weekday of a short date": [
        "Sabtu, 24/07/26",
        "Sabtu, 10 Juli",
        "Jumat, 10/7",
        "Jumat (10/7)",
        "Jumat, 25 Desember",
        "Jumat, 30 Februari",
        "Jumat, 24 Juli 16",
        "Rapat digelar Jumat, 10 Juli",
        "Jumat, 10 Juli di Sora",
        "Jumat, 10 Juli, warga panen",
        "Sora, Jumat (10/7) 15:20",
        "24-Jul-26 15:18",
        "Jumat, 10-12 Juli",
        "Jumat, 10 Juli - Minggu, 12 Juli",
    ],
    "weekday": [
        "Senin, 24 Maret 2021",
        "Rebo, 23 Juli 2026 10:00 WIB",
        "Hari Saniscara, 19 Juli 2026 10:00",
        "Anggara, 12 Maret 2026 09:10",
        "Thu, 24 Jul 2026 15:18:24 +0700",
        "Sabtu, 24/07/2026",
    ],
    "years": ["24 Juli 1969", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "24 Juli 12026"],
    "future": ["26 Juli 2026", "2026-07-25T17:00:00+07:00"],
    "zones": [
        "2021-06-17T11:38:29-07:00",
        "2021-06-17T11:38:29-0800",
        "2021-06-17T11:38:29-09",
        "2021-06-17WIB11:38:29+08:00",
        "24 Juli 2026 10:00 PDT",
        "24 Juli 2026 10:00 | PDT",
        "24 Juli 2026 10:00 -0400",
        "24 Juli 2026 10:00 GMT-7",
        "24 Juli 2026 10:00 WIB WITA",
        "24 Juli 2026 10:00 WIB/11:00 WITA",
    ],
    "ranges": [
        "24-25 Maret 2021",
        "24 dan 25 Maret 2021",
        "1 Januari - 3 Februari 2021",
        "24 Juli 2020-2021",
        "24 Juli 2026 10:00-12:00",
        "24 Juli 2026 08:17-09:00",
        "Sabtu-Minggu, 19 Juli 2026",
        "Terbit 24 Juli 2026 Diperbarui 24 Juli 2026",
    ],
    "prose": [
        "Film Horor? 2 Dirilis 28 April 2016",
        "Jadwal Siaran Langsung Liga, Kamis 27 Mei 2021: Tuan Rumah Menang",
        "Jadwal Siaran Langsung: Kamis 27 Mei 2021 19.00 WIB",
        "Cuaca Besok Kamis 27 Mei 2021, Cerah Berawan",
        "Gempa Guncang Malang, Sabtu 10 April 2021 14:00 WIB",
        "Pemilu Serentak - 14 Februari 2024",
        "Jakarta, 24 Juli 2026",
        "mulai 12 November 2015.",
        "Kickoff Kamis, 23 Juli 2026 19:00 WIB",
        "Konser Kamis, 23 Juli 2026 19:00 WIB",
        "24 Juli 2026: Hari Anak",
        "24 Juli 2026 dalam sejarah",
        "Rabu (8/7/2020)",
    ],
    "not relative": [
        "detik",
        "20DETIK",
        "2 menit",
        "hari ini",
        "hari ini 16:46",
        "hari ini, cerah",
        "9 menit lagi",
        "1,5 jam lalu",
        "baru saja merilis",
        "kemarin malam",
        "kemarin 25:10",
        "Tragedi Itu 20 Tahun Lalu",
        "2 jam lalu, warga panik",
    ],
    "much like what is read": [
        "20260724",
        "(24 Juli 2026)",
        "[24/07/2026]",
        "(Senin, 20 Juli 2026 09:30 WIB]",
        "20260724151824",
        "20260724T251824+0700",
        "20260724T151824",
        "Agus 2026",
        "Agus 24",
        "Wed Jul 22 2026 08:00:00 GMT+0800 (Western Indonesia Time)",
        "Rabu, 22 Juli 2026 10:00 WIB ⏱ 3 menit",
        "Rabu, 22 Juli 2026 ~ 24 Juli 2026",
        "22 Juli 2026 ~ 10:00 sampai 12:00",
        "duajam lalu",
        "4 jam 10 menit lalu",
        "Pendaftaran 📅 22 Juli 2026",
        "Rilis : 22 Juli 2026 10:00 WIB",
    ],
    "too long": ["24 Juli 2026" + " |" * 100, "x" * 100_000, "2 " * 50_000, "- " * 50_000],
}


@pytest.mark.parametrize(("text", "value", "precision"), READ, ids=[text for text, _, _ in READ])
def test_reads(text: str, value: str, precision: Precision) -> None:
    stamp = read_timestamp(text, now=NOW)
    assert stamp is not None
    assert (stamp.value.isoformat(), stamp.precision) == (value, precision)


@pytest.mark.parametrize("kind", NOT_READ)
def test_reads_nothing(kind: str) -> None:
    assert {text: read_timestamp(text, now=NOW) for text in NOT_READ[kind]} == dict.fromkeys(NOT_READ[kind])


@pytest.mark.parametrize("month", range(1, 13))
def test_every_spelling_joint_and_zone(month: int) -> None:
    days = itertools.cycle(range(1, 29))
    for name, joint, (zone, offset) in itertools.product(MONTHS[month - 1].split(), JOINTS, ZONES.items()):
        date = datetime(2021, month, next(days), 8, 17, tzinfo=offset)
        for weekday in WEEKDAYS[date.weekday()].split():
            text = f"{weekday}, {date.day} {name} 2021{joint}08:17{zone}"
            stamp = read_timestamp(text)
            assert stamp is not None, text
            assert stamp.value == date, text
            assert stamp.value.tzinfo == offset, text
        wrong = WEEKDAYS[(date.weekday() + 1) % 7].split()[0]
        assert read_timestamp(f"{wrong}, {date.day} {name} 2021{joint}08:17{zone}") is None


@pytest.mark.parametrize("shape", ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d"])
def test_every_day_of_a_leap_year(shape: str) -> None:
    for day in range(366):
        date = datetime(2024, 1, 1, tzinfo=WIB) + timedelta(days=day)
        stamp = read_timestamp(date.strftime(shape))
        assert stamp is not None
        assert (stamp.value, stamp.precision) == (date, "day")


def test_zone_is_of_the_portal_unless_printed() -> None:
    values = {
        text: read_timestamp(text, now=NOW, zone="Asia/Makassar")
        for text in ("24 Juli 2026 10:00", "24 Juli 2026 10:00 WIB", "2026-07-24T02:00:00Z", "9 menit lalu")
    }
    assert [stamp and stamp.value.isoformat() for stamp in values.values()] == [
        "2026-07-24T10:00:00+08:00",
        "2026-07-24T10:00:00+07:00",
        "2026-07-24T10:00:00+08:00",
        "2026-07-24T17:36:00+08:00",
    ]


def test_a_short_month_gives_its_last_day() -> None:
    stamp = read_timestamp("sebulan lalu", now=datetime(2024, 3, 31, 10, tzinfo=WIB))
    assert stamp is not None
    assert stamp.value == datetime(2024, 2, 29, 10, tzinfo=WIB)


@pytest.mark.parametrize("text", ["9 menit lalu", "baru saja", "kemarin 10:20", "kemarin"])
def test_relative_text_needs_now(text: str) -> None:
    assert read_timestamp(text) is None


@pytest.mark.parametrize(("year", "value"), [(2020, "2020-07-10T15:20:00+07:00"), (2026, "2026-07-10T15:20:00+07:00")])
def test_the_year_of_the_address(year: int, value: str) -> None:
    stamp = read_timestamp("Jumat, 10 Juli 15:20", now=NOW, year=year)
    assert stamp is not None
    assert stamp.value.isoformat() == value


def test_another_year_of_the_address_is_not_replaced() -> None:
    assert read_timestamp("Jumat, 10 Juli 15:20", now=NOW, year=2019) is None
    assert read_timestamp("Jumat, 10 Juli 15:20") is None


def test_the_future_is_read_without_now() -> None:
    assert read_timestamp("26 Juli 2026") is not None


@pytest.mark.parametrize("text", ["7026-07-24T10:00:00+07:00", "2100-01-01", "9999-12-31T23:59:59Z", "24 Juli 7026"])
def test_not_every_future_is_read_without_now(text: str) -> None:
    assert read_timestamp(text) is None


def test_what_was_counted_back_has_no_more_of_now_than_its_unit() -> None:
    now = NOW + timedelta(seconds=37, microseconds=123_456)
    read = {
        text: read_timestamp(text, now=now) for text in ("9 menit lalu", "baru saja", "30 detik lalu", "1 hari lalu")
    }
    assert {text: stamp and (stamp.value.isoformat(), stamp.is_exact) for text, stamp in read.items()} == {
        "9 menit lalu": ("2026-07-24T16:36:00+07:00", True),
        "baru saja": ("2026-07-24T16:45:00+07:00", True),
        "30 detik lalu": ("2026-07-24T16:45:07+07:00", True),
        "1 hari lalu": ("2026-07-23T16:45:00+07:00", False),
    }


def test_a_naive_now_is_an_error() -> None:
    with pytest.raises(ValueError, match="aware"):
        read_timestamp("24 Juli 2026", now=datetime(2026, 7, 24))  # noqa: DTZ001


def test_the_machine_zone_and_locale_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone in ("America/New_York", "Asia/Jayapura"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        stamp = read_timestamp("24 Juli 2026 10:00")
        assert stamp is not None
        assert stamp.value.isoformat() == "2026-07-24T10:00:00+07:00"
    monkeypatch.undo()
    time.tzset()


def test_a_stamp_is_plain_data() -> None:
    stamp = read_timestamp("24 Juli 2026 10:00")
    assert stamp is not None
    assert type(stamp.value.tzinfo) is timezone
    assert pickle.loads(pickle.dumps(stamp)) == stamp


@pytest.mark.skipif(
    not STAMPS.exists(), reason="the collected stamps are not part of the project: no ../shared beside it"
)
def test_collected_stamps() -> None:
    with STAMPS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    dated = right = 0
    wrong = []
    for row in rows:
        now = NOW if "relative" in row["note"] else None
        zone = "Asia/Makassar" if "Makassar" in row["note"] else "Asia/Jakarta"
        stamp = read_timestamp(row["text"], now=now, zone=zone)
        expected = None if row["right"] == "NONE" else datetime.fromisoformat(row["right"])
        dated += expected is not None
        if stamp and stamp.value == expected:
            right += 1
        elif stamp:
            wrong.append((row["text"], stamp))
    assert wrong == []
    assert right >= 0.98 * dated


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ibu dan Anak | 17 September 2020 16:02", 17),
        ("Hukum dan Kriminal | Kamis, 17 September 2020 16:02 WIB", 17),
        ("Ia dan ibunya pulang | 17 September 2020 16:02", None),
        ("Rapat dan Lomba | 17 September 2020 16:02", None),
        ("Start dan Finish | 17 September 2020 16:02", None),
        ("Kopi dan Teh, 17 September 2020 16:02", None),
    ],
)
def test_two_words_of_a_channel_in_front_of_a_bar(line: str, day: int | None) -> None:
    stamp = read_timestamp(line)
    assert (stamp.value.day if stamp else None) == day
