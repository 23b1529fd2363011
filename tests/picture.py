"""The picture of a report in the README, of invented portals: `python -m tests.picture`."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright
from scrapy.settings import Settings

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
SIZE = {"width": 1100, "height": 1130}  # CSS pixels: the table, and the charts of the first portal


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


def paint(file: Path) -> None:
    """Write what a person sees first of the report."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fill(Path(folder))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.set_content(as_html(gather(Path(folder), [], NOW)))
        page.screenshot(path=file)
        browser.close()


if __name__ == "__main__":
    paint(PICTURE)
