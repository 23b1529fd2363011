"""The picture of a report in the README, of invented portals: `python -m tests.picture`."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright
from scrapy.settings import Settings

from newscrawl.items import Article, to_record
from newscrawl.judging.findings import Thresholds
from newscrawl.judging.judgement import judge
from newscrawl.judging.report.gather import gather
from newscrawl.judging.report.page import as_html
from newscrawl.judging.runs import Rule, Run
from newscrawl.settings import base
from tests.judging.test_report import NOW, dropped, record, refuse, run
from tests.project import ROOT

PICTURE = ROOT / "docs" / "report.png"
CHROMIUM = "/usr/bin/chromium"
PORTALS = ("ambonpos", "bandungkabar", "cirebonpos", "demakpos", "kupangpos", "medankabar", "niaspos")
SIZE = {"width": 1100, "height": 1270}  # CSS pixels: the table, and what the portals published
HEADLINES = (
    "Jembatan Sungai Wulan Dibuka Lagi Setelah Tiga Bulan Diperbaiki",
    "Harga Beras di Pasar Cempaka Turun Dua Hari Berturut-turut",
    "Sekolah di Tepi Danau Marunda Belajar dengan Perahu Baca",
    "Panen Raya di Bukit Sari Lebih Awal, Petani Minta Gudang Ditambah",
    "Kapal Perintis Teluk Biru Kembali Berlayar Pekan Depan",
    "Pemadaman Bergilir di Kota Lama Berakhir Malam Ini",
    "Museum Kereta Karang Asem Perpanjang Jam Buka pada Akhir Pekan",
)
AGENCY = (
    "Dua Ratus Rumah di Lereng Gunung Kapur Dialiri Air Bersih",
    "Warga di lereng Gunung Kapur kini tidak perlu berjalan dua jam untuk mengambil air. Kepala desa Rini Prameswari "
    "mengatakan pipa sepanjang sembilan kilometer selesai dipasang oleh warga sendiri pada hari Minggu. Air dialirkan "
    "dari mata air di kaki bukit ke tiga bak penampung, lalu ke rumah-rumah dan ke sekolah dasar satu-satunya di sana.",
)


def last(portal: str) -> Run:
    """A portal's run of tonight: one has lost the line that names its writers, one refuses the crawl."""
    tonight = run(portal)
    if portal == "ambonpos":
        rules = {"authors/css/.reporter": Rule(tonight.read, 0), "body/css/.isi": Rule(tonight.read, tonight.read)}
        return replace(tonight, coverage=tonight.coverage | {"authors": 31.0}, text_length=611, rules=rules)
    if portal == "kupangpos":
        refused = {"found": 124, "stored": 7, "dropped": 0, "failed": 117}
        codes = {"200": 20, "403": 117}
        return replace(
            tonight, articles=refused, dropped={}, failed={"robot check": 117}, read=7, text_length=2010,
            rules={}, status_codes=codes,
        )  # fmt: skip
    return tonight


def fill(data: Path) -> None:
    """Store a month of runs of each portal, judged as a crawl judges them."""
    settings = Settings()
    settings.setmodule(base)
    limits = Thresholds.of(settings)
    for name in PORTALS:
        rules = {"authors/css/.reporter": Rule(110, 106), "body/css/.isi": Rule(110, 110)}
        past = [replace(run(name, day), rules=rules, dead_selectors=[]) for day in range(30, 0, -1)]
        tonight = last(name)
        findings = judge(tonight, past, limits) if name in ("ambonpos", "kupangpos") else []
        record(data, *past, replace(tonight, findings=findings, exit_status=9 if findings else 0))
        refuse(data, name, *(dropped(name, n) for n in range(1, 4)))


def publish(data: Path) -> None:
    """Store what the portals published last night: a headline each, and an agency's text in three of them."""
    for number, name in enumerate(PORTALS):
        given = [(HEADLINES[number], f"{HEADLINES[number]}. ", 25 * number)]
        if number % 3 == 0:
            given.append((*AGENCY, 40 + 30 * number))
        with (data / name / f"articles-{NOW:%Y-%m-%d}.jsonl").open("w", encoding="utf-8") as file:
            for minutes, (title, text, since) in enumerate(given):
                at = (NOW - timedelta(hours=4, minutes=since)).isoformat()
                url = f"https://www.{name}.example/{number}{minutes}"
                article = Article(id=f"{name}-{minutes}", portal=name, url=url)
                record = to_record(article) | {"title": title, "text": text, "published_at": at, "fetched_at": at}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def paint(file: Path) -> None:
    """Write what a person sees first of the report."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fill(Path(folder))
        publish(Path(folder))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.set_content(as_html(gather(Path(folder), [], NOW, with_news=True)))
        page.screenshot(path=file)
        browser.close()


if __name__ == "__main__":
    paint(PICTURE)
