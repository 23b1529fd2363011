"""Pages of a site that no rule knows, for tests of what is told by its form and its place alone."""

from __future__ import annotations

from newscrawl.items import Article
from newscrawl.portals.extract import extract
from tests.reading.test_kinds import FIRST, LAST, NOW, S1, S2, S3, TITLE

URL = "https://m.kabarsora.id/desa/kebun/warga-sora-panen-kopi-9c8f1d.html"
FIRST_TOLD = f"{FIRST} {S1} {S2}"
PARAGRAPHS = f"<p>{FIRST_TOLD}</p><p>{S3} {LAST}</p>"
PICTURE = "https://img.kabarsora.id/2026/07/kopi_5a3cdca.jpg"
TAGS = ("panen kopi", "warga sora", "desa kabar")


def read_unknown(main: str, head: str = "", metas: str = "") -> Article:
    title = f"<html><head><title>{TITLE}</title>{metas}</head><body><div><h1>{TITLE}</h1>"
    return extract(f"{title}{head}</div>{main}</body></html>".encode(), URL, NOW, any_site=True)


def part(number: int, said: str, marks: str = "data-page='{}'", around: str = "<h2>Kebun {}</h2>") -> str:
    marked, heading = marks.format(number), around.format(number)
    return f"<div class='isi' {marked}>{heading}<div itemprop='articleBody'><p>{said}</p></div></div>"


def row_of_tags(tags: tuple[str, ...], beside: str = "") -> str:
    links = "".join(f"<a href='/tag/{tag.replace(' ', '-')}/'>{tag}</a> " for tag in tags)
    return f"<div class='kabarbola'>{beside}{links}</div>"
