"""A portal's sitemaps of news that reach back to yesterday, and no further, in the evening."""

from __future__ import annotations

from pathlib import Path

from tests.crawling.test_looking_back import last_run, night
from tests.newsroom import PAGE
from tests.site import Route, Site, page, robots

EACH = 6
NEWS = "www.suara.com/news/sitemap-news.xml"


def path_of(day: int, n: int) -> str:
    return f"/news/2026/07/{day}/09{n:02}30/warga-tanam-{n}-bibit-mangga"


def suara(*days: int) -> dict[str, Route]:
    """An index of one sitemap, which shows the articles of these days."""
    routes: dict[str, Route] = {"/robots.txt": robots("User-agent: *")}
    urls = ""
    for day in days:
        for n in range(EACH):
            text = PAGE.format(title=f"Warga Tanam {n} Bibit Mangga", minute=n, number=n, extra="")
            text = text.replace("2026-07-24", f"2026-07-{day}").replace("24 Juli", f"{day} Juli")
            routes[path_of(day, n)] = page(text.replace('"c-detail read"', '"article-content"'))
            when = f"<news:publication_date>2026-07-{day}T09:{n:02}:30+07:00</news:publication_date>"
            urls += f"<url><loc>https://www.suara.com{path_of(day, n)}</loc>{when}</url>"
    index = f"<sitemapindex><sitemap><loc>https://{NEWS}</loc></sitemap></sitemapindex>"
    space = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    routes["/sitemap.xml"] = page(index, "application/xml")
    routes["/news/sitemap-news.xml"] = page(f"<urlset {space}>{urls}</urlset>", "application/xml")
    return routes


def test_what_the_lists_behind_them_lack_is_neither_a_gap_nor_another_channel(tmp_path: Path) -> None:
    with Site(suara(22, 23)) as site:
        assert night(site, tmp_path, 23, "suara", hour=18).returncode == 0
        site.routes |= suara(23, 24)
        done = night(site, tmp_path, 24, "suara", hour=18)
        assert site.count("/news/sitemap-news.xml") == 4, "it is asked for as the channel's, too"
    assert done.returncode == 0, done.stderr
    run = last_run(tmp_path, "suara")
    assert (run.apart, run.found_listed) == (0, 2 * EACH)
    assert run.own == {NEWS: 2 * EACH}
