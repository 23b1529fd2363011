"""Any news site: found by what it declares, read by its shape, kept as any portal is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from scrapy.settings import Settings

from newscrawl.commands.crawl import Command
from newscrawl.portals.anysite import site_at
from newscrawl.portals.recognising import article_key
from newscrawl.portals.registry import portals
from newscrawl.portals.sites import WIB, WIT, WITA, named_in, site_of, site_table, sites
from tests import anysites, forks
from tests.anysites import KINDS, NOW, TITLES, WordPress, all_sites, slug, stamp
from tests.project import patient
from tests.site import NOT_FOUND, Answer, Hit, Site, page, robots


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A crawl in a process of its own."""
    settings = {"NEWSCRAWL_DATA": str(data), "NEWSCRAWL_NOW": NOW, "DOWNLOAD_DELAY": "0", "RETRY_TIMES": "0"}
    options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    line = [sys.executable, "-m", "scrapy", "crawl", *arguments, *options]
    return forks.run(line, env={**os.environ, "PYTHONWARNINGS": "error"}, timeout=patient(60))


@dataclass(frozen=True)
class Ended:
    """How a crawl ended, what it stored, and how often its site was asked for each path until then."""

    status: int
    said: str
    folder: Path
    site: Site
    asked: Counter[str]

    def lines(self, name: str) -> list[dict[str, Any]]:
        texts = (path.read_text(encoding="utf-8") for path in self.folder.glob(f"{name}-*.jsonl"))
        return [json.loads(line) for text in texts for line in text.splitlines()]


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Ended]]:
    """Each of the five sites crawled, side by side, and the foreign one."""
    data = tmp_path_factory.mktemp("data")
    with all_sites() as sites:
        with ThreadPoolExecutor() as side_by_side:
            done = side_by_side.map(lambda site: run(data, "any", "-a", f"site={site.url()}"), sites.by_kind.values())
        ended = {}
        for (kind, site), crawl in zip(sites.by_kind.items(), done, strict=True):
            folder = data / site.host.replace(".", "-").replace(":", "-")
            ended[kind] = Ended(crawl.returncode, crawl.stderr, folder, site, site.counts())
        ended["foreign"] = Ended(0, "", data, sites.foreign, sites.foreign.counts())
        yield ended


@pytest.mark.parametrize("kind", KINDS)
def test_every_article_of_a_site_without_rules_is_found_and_read(crawls: dict[str, Ended], kind: str) -> None:
    crawl = crawls[kind]
    records = {record["title"]: record for record in crawl.lines("articles")}
    assert sorted(records) == sorted(TITLES), crawl.said
    assert crawl.status == 0, crawl.said
    for n, title in enumerate(TITLES):
        record = records[title]
        assert record["text"].split("\n\n") == [line.format(n=n + 12, title=title) for line in anysites.STORY]
        assert record["published_at"] == stamp(n)
        assert record["schema_version"] == 2
        assert record["read_by"] == ("rules" if kind in ("wordpress", "sitemaps") else "shape")
        assert record["portal"] == crawl.folder.name
        assert record["url"].startswith(crawl.site.url(""))


def test_no_other_site_is_asked_and_no_list_is_taken_for_an_article(crawls: dict[str, Ended]) -> None:
    assert crawls["foreign"].site.hits == []
    asked = {path for crawl in crawls.values() for path in crawl.site.counts()}
    assert not [path for path in asked if "/tag/" in path or "tentang" in path or "gaya-hidup" in path]
    assert crawls["sitemaps"].site.count("/post_tag-sitemap.xml") == 0
    assert crawls["sitemaps"].site.count("/post-sitemap1.xml") == 0, "last changed years before"
    dropped = crawls["bare"].lines("dropped")
    assert [(line["url"], line["reason"]) for line in dropped] == [
        (crawls["bare"].site.url("/laporan-khusus-akhir-tahun"), "listing")
    ]


def test_a_site_is_asked_little_to_find_its_lists(crawls: dict[str, Ended]) -> None:
    for kind, crawl in crawls.items():
        others = [path for path in crawl.asked if not any(slug(n) in path for n in range(len(TITLES)))]
        assert len(others) <= 16, (kind, others)
        assert crawl.asked["/robots.txt"] <= 1


def test_a_second_run_fetches_nothing_twice_and_a_site_is_known_by_its_folder(
    crawls: dict[str, Ended], tmp_path: Path
) -> None:
    crawl = crawls["static"]
    before = crawl.site.counts()
    assert (crawl.folder / "site.txt").read_text() == crawl.site.url("/") + "\n"
    again = run(crawl.folder.parent, crawl.folder.name, "-s", "NEWSCRAWL_REVISIT_HOURS=0")
    assert again.returncode == 0, again.stderr
    after = crawl.site.counts()
    assert all(after[path] == before[path] for path in after if "/berita/" in path)
    assert len(crawl.lines("articles")) == len(TITLES)
    line = [sys.executable, "-m", "scrapy", "export", crawl.folder.name, "-o", str(tmp_path / "all.jsonl")]
    done = forks.run(
        [*line, "-s", f"NEWSCRAWL_DATA={crawl.folder.parent}"],
        env={**os.environ, "PYTHONWARNINGS": "error"},
        timeout=patient(60),
    )
    assert done.returncode == 0, done.stderr
    exported = [json.loads(text) for text in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["read_by"] for record in exported] == ["shape"] * len(TITLES)


def test_several_sites_are_crawled_one_by_one_and_the_first_bad_end_is_the_status(tmp_path: Path) -> None:
    with all_sites() as sites, Site({"/": page("<html><body><p>Belum ada kabar.</p></body></html>")}) as empty:
        given = f"{sites.by_kind['static'].url()},{empty.url()}"
        done = run(tmp_path, "any", "-a", f"site={given}", "-L", "ERROR")
    assert done.returncode == 3, done.stderr
    assert "2 of 2 sites:" in done.stderr
    stored = [*tmp_path.glob("*/articles-*.jsonl")]
    assert [path.parent.name for path in stored] == [sites.by_kind["static"].host.replace(".", "-").replace(":", "-")]
    assert len([*tmp_path.glob("*/runs/*.json")]) == 2, "the run of a site with nothing is recorded, too"


def crawl_of(site: Site, data: Path) -> Ended:
    """One site crawled to its end."""
    done = run(data, "any", "-a", f"site={site.url()}")
    folder = data / site.host.replace(".", "-").replace(":", "-")
    return Ended(done.returncode, done.stderr, folder, site, site.counts())


def told_wrong(total: str) -> WordPress:
    """WordPress with another number of pages in its header than it has: a proxy before it took or kept an old one."""

    class Wrong(WordPress):
        def answer(self, hit: Hit) -> Answer:
            status, headers, body, delay = super().answer(hit)
            return status, {**headers, "X-WP-TotalPages": total}, body, delay

    return Wrong()


@pytest.mark.parametrize("total", ["", "-1", "99"])
def test_a_list_of_posts_is_read_to_its_end_whatever_its_header_says(tmp_path: Path, total: str) -> None:
    with told_wrong(total) as site:
        site.routes.update(anysites.wordpress(site))
        crawl = crawl_of(site, tmp_path)
    assert len(crawl.lines("articles")) == len(TITLES), crawl.said
    assert crawl.status == 0, crawl.said


@pytest.mark.parametrize("named", ["sitemap", "posts"])
def test_a_list_that_the_site_names_and_cannot_show_is_lost(tmp_path: Path, named: str) -> None:
    with Site() as site:
        rest = f'<link rel="https://api.w.org/" href="{site.url("/wp-json/")}">' if named == "posts" else ""
        out: Answer = (503, {}, "", 0.0)
        site.routes.update(anysites.sitemaps(site))
        site.routes["/"] = anysites.front(anysites.link(f"/{slug(0)}/", 0), rest)
        if named == "sitemap":
            site.routes["/sitemap_index.xml"] = out
        else:
            site.answer = lambda hit: out if "/posts" in hit.path else Site.answer(site, hit)  # type: ignore[method-assign]
        crawl = crawl_of(site, tmp_path)
    assert crawl.lines("articles"), "what is listed elsewhere is had"
    assert crawl.status == 5, crawl.said
    assert "listing lost" in crawl.said


def sitemaps_in(site: Site, *rules: str, listed: int = 1) -> None:
    """The site with sitemaps, of which `listed` articles stand on the front page, and these lines in its robots.txt."""
    site.routes.update(anysites.sitemaps(site))
    site.routes["/"] = anysites.front("".join(anysites.link(f"/{slug(n)}/", n) for n in range(listed)))
    site.routes["/robots.txt"] = robots("User-agent: *", *rules)


@pytest.mark.parametrize("why", ["HTTP 503", "forbidden by robots.txt"])
def test_a_list_that_is_not_had_is_no_quiet_night_where_the_front_page_alone_is_left(tmp_path: Path, why: str) -> None:
    """At an address where such lists usually are, or named in the robots.txt that forbids it."""
    with Site() as site:
        forbidden = ("Disallow: /sitemap", f"Sitemap: {site.url('/sitemap_index.xml')}")
        sitemaps_in(site, *(forbidden if why.startswith("forbidden") else ()))
        site.routes["/sitemap_index.xml"] = (503, {}, "", 0.0)
        crawl = crawl_of(site, tmp_path)
        assert len(crawl.lines("articles")) == 1, "what is listed elsewhere is had"
        assert crawl.status == 5, crawl.said
        assert f"sitemap_index.xml ({why})" in crawl.said


@pytest.mark.parametrize("answer", [NOT_FOUND, page("<html><h1>Segera kembali</h1></html>")])
def test_a_list_that_gave_articles_before_and_is_not_found_any_more_is_a_finding(
    tmp_path: Path, answer: Answer
) -> None:
    with Site() as site:
        sitemaps_in(site, listed=4)
        assert crawl_of(site, tmp_path).status == 0
        site.routes["/sitemap_index.xml"] = answer
        crawl = crawl_of(site, tmp_path)
    assert crawl.status == 9, crawl.said
    assert "FINDING listing empty" in crawl.said
    assert "sitemap_index.xml gave no article on 1 page, 6 in the 1 run before" in crawl.said


def feed_of(site: Site, shown: Iterable[int]) -> Answer:
    """A feed with these articles of the site, as WordPress sends it."""
    items = "".join(
        f"<item><link>{site.url(f'/{slug(n)}/')}</link><pubDate>Fri, 24 Jul 2026 09:{n:02}:00 +0700</pubDate></item>"
        for n in shown
    )
    return page(f"<rss><channel>{items}</channel></rss>", "application/rss+xml")


@pytest.mark.parametrize("further", [True, False])
def test_a_feed_of_wordpress_is_read_page_by_page_where_nothing_else_is(tmp_path: Path, *, further: bool) -> None:
    """Where a site shows the first page again, it ends there."""
    with Site() as site:
        site.routes.update(anysites.sitemaps(site))
        del site.routes["/sitemap_index.xml"]
        site.routes["/robots.txt"] = robots("User-agent: *")
        named = '<link rel="alternate" type="application/rss+xml" href="/feed/"><link href="/wp-content/x.css">'
        site.routes["/"] = anysites.front("", named)
        pages = [feed_of(site, range(n, n + 2)) for n in range(0, len(TITLES), 2)]
        site.routes["/feed/"] = pages[0]
        for number in range(1, 9):
            route = NOT_FOUND if number > len(pages) else pages[number - 1]
            site.routes[f"/feed/?paged={number}"] = route if further else pages[0]
        crawl = crawl_of(site, tmp_path)
        asked = [path for path in site.counts() if path.startswith("/feed/?")]
    assert len(crawl.lines("articles")) == (len(TITLES) if further else 2), crawl.said
    assert len(asked) == (len(pages) + 2 if further else 2), "one more than the end"
    assert crawl.status == 0, crawl.said


def test_an_empty_list_of_posts_is_not_believed_beside_sitemaps_with_articles(tmp_path: Path) -> None:
    with Site() as site:
        site.routes.update(anysites.sitemaps(site))
        site.routes["/"] = anysites.front("", f'<link rel="https://api.w.org/" href="{site.url("/wp-json/")}">')
        none = page("[]", "application/json")
        site.answer = lambda hit: none if "/posts" in hit.path else Site.answer(site, hit)  # type: ignore[method-assign]
        crawl = crawl_of(site, tmp_path)
    assert len(crawl.lines("articles")) == len(TITLES), crawl.said
    assert crawl.status == 0, crawl.said


def test_a_sitemap_without_times_is_read_beside_a_front_page_without_articles(tmp_path: Path) -> None:
    with Site() as site:
        site.routes.update(anysites.bare(site))
        site.routes["/"] = page("<html><body><div id=root></div></body></html>")
        urls = "".join(f"<url><loc>{site.url(f'/ekonomi/{slug(n)}')}</loc></url>" for n in range(len(TITLES)))
        site.routes["/sitemap.xml"] = page(f"<urlset>{urls}</urlset>", "application/xml")
        crawl = crawl_of(site, tmp_path)
    assert len(crawl.lines("articles")) == len(TITLES), crawl.said
    assert crawl.status == 0, crawl.said


def test_what_a_shop_sells_is_no_article(tmp_path: Path) -> None:
    goods = {f"/produk/kursi-kayu-jati-model-{n}": n for n in range(3)}
    with Site() as site:
        for path, n in goods.items():
            status, headers, body, delay = anysites.article(n, "<div>{story}</div>")
            sold = '<head><meta property="og:type" content="product">'
            site.routes[path] = (status, headers, str(body).replace("<head>", sold), delay)
        site.routes["/"] = anysites.front("".join(anysites.link(path, n) for path, n in goods.items()))
        crawl = crawl_of(site, tmp_path)
    assert not crawl.lines("articles")
    assert [line["reason"] for line in crawl.lines("dropped")] == ["listing"] * 3, crawl.said
    assert crawl.status == 4


def test_the_table_of_sites_can_be_read_and_crawled() -> None:
    known = sites()
    assert len(known) >= 80
    hosts = [site.address for site in known.values()]
    assert len(set(hosts)) == len(hosts)
    for site in known.values():
        portal = site_of(site.name)
        assert site.region in WIB | WITA | WIT, site
        assert re.fullmatch(r"[a-z]{2}", site.language), site
        assert re.fullmatch(r"https://[^/]+(?:/\w+)?", site.address), site
        assert (portal.zone, portal.off) == (site.zone, site.off) or not portal.by_shape
        assert site_of(site.address) is portal or not portal.by_shape
        assert portal.identify(portal.example)
    assert not set(known) & set(portals()), "a portal with rules is none of them"
    assert all(f"| `{name}` |" in site_table() for name in known)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "say which site"),
        ("ftp://kabar.example", "is no address of a site"),
        ("tidakada", "no name that `scrapy portals --all` shows"),
        ("https://kabar.example/category/ekonomi", "give the site's front page, https://kabar.example"),
        ("https://kabar.example,tidakada", "no name that `scrapy portals --all` shows"),
    ],
)
def test_a_wrong_site_ends_in_one_line(
    given: str, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command = Command()
    command.settings = Settings({"NEWSCRAWL_DATA": str(tmp_path)})
    with pytest.raises(SystemExit) as ended:
        command._sites("any", {"site": given})
    assert ended.value.code == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert said in lines[0]
    assert [*tmp_path.iterdir()] == []


def test_a_site_in_two_spellings_is_crawled_once_by_the_first(tmp_path: Path) -> None:
    command = Command()
    command.settings = Settings({"NEWSCRAWL_DATA": str(tmp_path)})
    given = "https://www.kabar.example,kabar.example,https://kabar.example/index.html"
    assert [site.front for site in command._sites("any", {"site": given})] == ["https://www.kabar.example/"]  # type: ignore[attr-defined]


def test_a_front_page_may_be_named_by_its_file() -> None:
    site = site_at("https://kabar.example/index.html")
    assert (site.name, site.front) == ("kabar-example", "https://kabar.example/index.html")
    assert site.identify("https://kabar.example/ekonomi/harga-kopi-naik-lagi")


def test_sites_are_named_between_commas_or_in_a_file(tmp_path: Path) -> None:
    listed = tmp_path / "sites.txt"
    listed.write_text("# dua situs\nhttps://a.example\n\nkontan # ekonomi\nhttps://a.example\n", encoding="utf-8")
    assert named_in(str(listed)) == ["https://a.example", "kontan"] == named_in("https://a.example,kontan, ")
    listed.write_bytes(b"kabar-caf\xe9")
    with pytest.raises(ValueError, match="the file is not UTF-8"):
        named_in(str(listed))


def test_a_site_with_rules_is_read_by_them() -> None:
    assert site_of("https://www.detik.com") is portals()["detik"] is site_of("detik")
    assert site_of("https://kabar.example").by_shape


def test_a_part_of_a_host_is_a_site_of_its_own() -> None:
    site = site_at("https://www.kabar.example/indonesia")
    assert site.identify("https://www.kabar.example/indonesia/articles/c4g2q9xyz1234o")
    assert site.identify("https://www.kabar.example/news/articles/c4g2q9xyz1234o") is None
    assert site.name == "kabar-example-indonesia"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/a/harga-kopi-naik", "/a-harga/kopi-naik-lagi-pula"),
        ("/a/b-harga-kopi-naik", "/a-b/harga-kopi-naik"),
        ("/2026/07/24/harga-kopi-naik", "/2026-07-24-harga-kopi-naik"),
        ("/2026/07/10/fakta-kopi-gayo-aceh", "/2026/07/10-fakta-kopi-gayo-aceh.html"),
        ("/berita/harga--kopi-naik", "/berita/harga/kopi-naik-lagi-pula"),
        ("/berita.php?id=77", "/berita/judul-ini-id-77"),
        ("/bali/harga-kopi-naik", "//bali.kabar.example/harga-kopi-naik"),
        ("/" + "kopi-" * 60 + "satu", "/" + "kopi-" * 60 + "dua"),
        ("/" + "kopi-" * 60 + "satu/bibit-jati-baru", "/" + "kopi-" * 60 + "satu-bibit/jati-baru-ini"),
    ],
)
def test_two_addresses_are_never_one_id(one: str, other: str) -> None:
    site = site_at("https://www.kabar.example")
    found = [site.identify(urljoin(site.front, path)) for path in (one, other)]
    assert all(found)
    assert found[0] != found[1]
    assert len({identity.id for identity in found if identity}) == 2
    assert all(re.fullmatch(r"[\w.=@-]{1,200}", identity.id) for identity in found if identity)


ARTICLES = (
    "/ekonomi/harga-kopi-naik-lagi", "/2026/07/24/banjir", "/read/812345/banjir", "/berita/d-7123456/banjir-surut",
    "/a/warga-menanam-mangga/7654321.html", "/news/harga-kopi-naik.html", "/id/harga-kopi-naik/a-70123456",
    "/indonesia/articles/c4g2q9xyz1234o", "/24072026/harga_kopi_naik_lagi",
)  # fmt: skip
OTHERS = (
    "/", "/ekonomi", "/gaya-hidup/", "/tag/harga-kopi-naik-lagi", "/author/ratih-kumala-dewi",
    "/topic/pemilu-2029-raya",
    "/page/2", "/2026/07/24/", "/user/ratih-kumala-dewi/posts", "/privacy-policy", "/pedoman-media-siber",
    "/tentang-kami", "/search", "/wp-content/uploads/a-b-c-d.jpg", "/indeks/2026-07-24", "/category/berita-desa-kita",
)  # fmt: skip


@pytest.mark.parametrize("path", ARTICLES)
def test_an_article_is_known_by_the_form_of_its_address(path: str) -> None:
    assert article_key(path)


@pytest.mark.parametrize("path", OTHERS)
def test_lists_people_and_pages_of_the_site_are_no_articles(path: str) -> None:
    assert article_key(path) is None
