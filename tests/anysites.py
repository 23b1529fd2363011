"""Five news sites on 127.0.0.1 that nobody wrote rules for, each of which lists its articles in another way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from tests.site import Answer, Hit, Route, Site, page, robots

NOW = "2026-07-24T18:00:00+07:00"
TITLES = (
    "Warga Kampung Sora Menanam Bibit Mangga",
    "Pasar Lembah Angin Kembali Dibuka Pagi Ini",
    "Jembatan Bambu Sungai Mulya Selesai Diperbaiki",
    "Nelayan Teluk Raya Panen Rumput Laut",
    "Perpustakaan Keliling Singgah di Desa Batu Hijau",
    "Petani Kopi Lereng Utara Membentuk Koperasi",
)
STORY = (
    "{title}, kata kepala desa, dan puluhan warga {n} kampung berkumpul sejak pagi untuk pekerjaan itu.",
    "Kegiatan tersebut diikuti {n} keluarga dari tiga dusun, dan akan berlangsung sampai akhir pekan depan di sana.",
    "Menurut Ratih Kumala, ketua panitia, biaya sebesar {n} juta rupiah dikumpulkan warga selama enam bulan terakhir.",
)


def slug(n: int) -> str:
    return TITLES[n].lower().replace(" ", "-")


def stamp(n: int) -> str:
    return f"2026-07-24T09:{n:02}:00+07:00"


def story(n: int) -> str:
    return "".join(f"<p>{sentence.format(n=n + 12, title=TITLES[n])}</p>\n" for sentence in STORY)


def article(n: int, body: str, *, data: bool = False, classes: str = "", printed: bool = False) -> Answer:
    """An article's page, in which `body` stands around the story."""
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLES[n], "datePublished": stamp(n)}
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>' if data else ""
    when = f"<div>Jumat, 24 Juli 2026 09:{n:02} WIB</div>" if printed else ""
    return page(
        f'<!DOCTYPE html><html lang="id"><head><title>{TITLES[n]}</title>{script}</head><body class="{classes}">'
        f'<nav><a href="/tag/mangga-manis-sekali">Tag</a></nav><h1>{TITLES[n]}</h1>{when}{body.format(story=story(n))}'
        "<footer>Hak cipta</footer></body></html>"
    )


def front(links: str, head: str = "") -> Answer:
    return page(
        f"<!DOCTYPE html><html><head><title>Kabar</title>{head}</head><body>"
        '<a href="/gaya-hidup">Gaya Hidup</a><a href="/tag/panen-mangga-raya">Panen Mangga Raya Sekali</a>'
        '<a href="/tentang-kami">Siapa kami ini semua</a>'
        f"{links}</body></html>"
    )


def link(path: str, n: int) -> str:
    return f'<h3><a href="{path}">{TITLES[n]}</a></h3>'


def listing(hit: Hit, base: str, shown: int) -> Answer:
    """WordPress's REST list; as WordPress does, a page beyond the last is an error."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(hit.path).query).items()}
    known = [n for n in range(shown) if asked["after"] < f"2026-07-24T09:{n:02}:00" < asked["before"]]
    start = (int(asked["page"]) - 1) * 3
    if start and start >= len(known):
        return 400, {"Content-Type": "application/json"}, '{"code":"rest_post_invalid_page_number"}', 0.0
    posts = [
        {"link": f"{base}/{slug(n)}/", "date": f"2026-07-24T09:{n:02}:00", "date_gmt": f"2026-07-24T02:{n:02}:00"}
        for n in known[start : start + 3]
    ]
    headers = {"Content-Type": "application/json", "X-WP-TotalPages": str(-(-len(known) // 3))}
    return 200, headers, json.dumps(posts), 0.0


class WordPress(Site):
    """Answers its REST list by what it is asked for."""

    def answer(self, hit: Hit) -> Answer:
        if hit.path.startswith("/wp-json/wp/v2/posts?"):
            with self._lock:
                self.hits.append(hit)
            return listing(hit, self.url("").rstrip("/"), len(TITLES))
        return super().answer(hit)


def wordpress(site: Site) -> dict[str, Route]:
    """WordPress that has its REST list, with articles that its front page does not link to."""
    content = '<div class="entry-content">{story}</div>'
    return {
        "/robots.txt": robots("User-agent: *", "Disallow: /wp-admin/"),
        "/": front(link(f"/{slug(0)}/", 0), f'<link rel="https://api.w.org/" href="{site.url("/wp-json/")}">'),
        **{f"/{slug(n)}/": article(n, content, data=True, classes="single single-post") for n in range(len(TITLES))},
    }


def sitemaps(site: Site) -> dict[str, Route]:
    """WordPress without REST: an index of sitemaps, of which that of tags and an old one are not to be read."""
    maps = [
        ("post-sitemap1.xml", "2020-01-02"),
        ("post-sitemap2.xml", "2026-07-24"),
        ("post_tag-sitemap.xml", "2026-07-24"),
    ]
    index = "".join(
        f"<sitemap><loc>{site.url('/' + name)}</loc><lastmod>{day}</lastmod></sitemap>" for name, day in maps
    )
    urls = "".join(
        f"<url><loc>{site.url(f'/{slug(n)}/')}</loc><lastmod>{stamp(n)}</lastmod></url>" for n in range(len(TITLES))
    )
    return {
        "/robots.txt": robots("User-agent: *", "Allow: /", f"Sitemap: {site.url('/sitemap_index.xml')}"),
        "/": front("", '<link rel="stylesheet" href="/wp-content/themes/kabar/style.css">'),
        "/sitemap_index.xml": page(f"<sitemapindex>{index}</sitemapindex>", "application/xml"),
        "/post-sitemap2.xml": page(f"<urlset>{urls}</urlset>", "application/xml"),
        **{
            f"/{slug(n)}/": article(n, '<div class="td-post-content">{story}</div>', data=True, classes="single-post")
            for n in range(len(TITLES))
        },
    }


def next_front(_: Site) -> dict[str, Route]:
    """A Next.js front, whose links stand in its data alone; its news sitemap answers 404."""
    data = {
        "props": {
            "pageProps": {"latest": [{"url": f"/read/{n + 4100}/{slug(n)}", "title": TITLES[n]} for n in range(6)]}
        }
    }
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
    return {
        "/": front('<div id="__next"></div>' + script),
        **{f"/read/{n + 4100}/{slug(n)}": article(n, "<main>{story}</main>", data=True) for n in range(len(TITLES))},
    }


def static(site: Site) -> dict[str, Route]:
    """A static site with an RSS feed and nothing else."""
    items = "".join(
        f"<item><title>{TITLES[n]}</title><link>{site.url(f'/berita/{slug(n)}.html')}</link>"
        f"<pubDate>Fri, 24 Jul 2026 09:{n:02}:00 +0700</pubDate></item>"
        for n in range(len(TITLES))
    )
    feed = '<link rel="alternate" type="application/rss+xml" href="/kabar.xml">'
    return {
        "/robots.txt": robots(),
        "/": front("", feed),
        "/kabar.xml": page(f"<rss><channel>{items}</channel></rss>", "application/rss+xml"),
        **{f"/berita/{slug(n)}.html": article(n, "<div>{story}</div>", printed=True) for n in range(len(TITLES))},
    }


def bare(_: Site) -> dict[str, Route]:
    """A site that declares nothing: only the links of its front page, to other sites among them."""
    links = "".join(link(f"/ekonomi/{slug(n)}", n) for n in range(len(TITLES)))
    # A list and a page of the site at addresses that look like articles'.
    links += '<a href="/laporan-khusus-akhir-tahun">Laporan khusus akhir tahun ini</a>'
    cards = "".join(f"<h2><a href='/ekonomi/{slug(n)}'>{TITLES[n]}</a></h2><p>{TITLES[n]}.</p>" for n in range(6))
    return {
        "/": front(links),
        "/laporan-khusus-akhir-tahun": page(f"<html><body><h1>Laporan Khusus</h1><div>{cards}</div></body></html>"),
        **{f"/ekonomi/{slug(n)}": article(n, "<div>{story}</div>", printed=True) for n in range(len(TITLES))},
    }


KINDS = {"wordpress": wordpress, "sitemaps": sitemaps, "next": next_front, "static": static, "bare": bare}


@dataclass(frozen=True)
class Sites:
    """The sites by kind, and one that none of the crawls may ask, though all their front pages link to it."""

    by_kind: dict[str, Site]
    foreign: Site


@contextmanager
def all_sites() -> Iterator[Sites]:
    """The five sites and the foreign one, serving until the block ends."""
    with ExitStack() as stack:
        foreign = stack.enter_context(Site())
        found = {}
        for kind, routes in KINDS.items():
            site = stack.enter_context(WordPress() if kind == "wordpress" else Site())
            site.routes.update(routes(site))
            status, headers, body, delay = site.routes["/"]  # type: ignore[misc]  # a front page is an answer
            away = f'<a href="{foreign.url("/berita/kabar-dari-situs-lain")}">Kabar dari situs lain sama sekali</a>'
            site.routes["/"] = (status, headers, str(body).replace("</body>", f"{away}</body>"), delay)
            found[kind] = site
        yield Sites(found, foreign)
