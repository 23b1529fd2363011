"""A portal on 127.0.0.1: index pages of a few days and article pages of the size a real one sends.

    python -m benchmarks.server PAGES

Prints its port, and serves until it is ended. Pages have the form of a saved one, filled up to `SIZE` bytes
with what fills real pages: cards of other articles (elements), scripts and white space.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

FORM = Path(__file__).parents[1] / "fixtures/okezone/2026-news-single.html"
# What is unlike on every page of that form.
FORM_ID, FORM_SLUG = "9910101", "badan-logistik-pesisir-salurkan-12-ribu-paket-pangan-ke-kepulauan-marunda"
FORM_TITLE = "Badan Logistik Pesisir Salurkan 12 Ribu Paket Pangan ke Kepulauan Marunda"
FORM_NUMBER = "12.430"  # in its text
MINUTES = 23 * 60  # of a day until the crawl: one whose lists lack its evening is a part
LAST_DAY = date(2026, 7, 24)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")

SIZE = 130_000  # bytes of an article page, as measured on the portal in 2025 (128-135 kB)
CARDS, SCRIPTS = 55, 45_000  # so many make its 590 elements and 48 kB of scripts
PER_DAY, PER_INDEX = 600, 15
ROBOTS = b"User-agent: *\nDisallow: /more/*\nDisallow: /rc.php?*\n"

CARD = """<div class="group terkait">
    <div class="img"><a href="https://news.okezone.com/read/2026/07/23/337/99{0:05}/judul-berita-lain-nomor-{0}-di-kampung">
        <img class="img" data-original="https://img.okezone.com/content/2026/07/23/1/99{0:05}/foto_99{0:05}_large.jpg"
            src="https://cdn.okezone.com/underwood/revamp/2023/img/placeholder.png" alt="foto"></a></div>
    <div class="text"><a href="https://news.okezone.com/read/2026/07/23/337/99{0:05}/judul-berita-lain-nomor-{0}-di-kampung"
        class="title-content">Judul Berita Lain Nomor {0} di Kampung</a></div>
</div>
"""
SCRIPT = "window.dataLayer.push({'event': 'impression', 'position': '%d', 'name': 'BeritaTerkait'});\n"
INDEX_CARD = (
    '<li class="inte idx-list"><div class="content-hardnews"><h4 class="f17"><a href="{}">{}</a></h4></div></li>\n'
)


def number_of(article: int) -> int:
    """The portal's own number of the benchmark's article 0, 1, ..."""
    return 10_000_000 + article


def day_of(article: int) -> date:
    return LAST_DAY - timedelta(days=article // PER_DAY)


def article_url(article: int) -> str:
    return f"https://news.okezone.com/read/{day_of(article):%Y/%m/%d}/337/{number_of(article)}/{FORM_SLUG}-{article}"


def index_url(day: date, offset: int) -> str:
    return f"https://index.okezone.com/bydate/index/{day:%Y/%m/%d}/" + (f"{offset}/" if offset else "")


def articles_of(day: date, pages: int) -> range:
    """The articles of a day, of `pages` in all."""
    first = (LAST_DAY - day).days * PER_DAY
    return range(first, min(first + PER_DAY, pages))


def first_day(pages: int) -> date:
    return day_of(max(pages - 1, 0))


def addresses(pages: int) -> Iterator[str]:
    """Every address a crawl of the days asks for: index pages up to the first empty one, and articles."""
    for back in range((LAST_DAY - first_day(pages)).days + 1):
        day = LAST_DAY - timedelta(days=back)
        articles = articles_of(day, pages)
        for offset in range(0, len(articles) + PER_INDEX, PER_INDEX):
            yield index_url(day, offset)
            yield from map(article_url, articles[offset : offset + PER_INDEX])


@cache
def form() -> str:
    """The saved page, filled up to its size."""
    page = FORM.read_text(encoding="utf-8")
    cards = "".join(CARD.format(n) for n in range(CARDS))
    script = "".join(SCRIPT % n for n in range(SCRIPTS // len(SCRIPT)))
    page = page.replace("<footer", f"<section>{cards}</section>\n<footer", 1)
    page = page.replace("</body>", f"<script>{script}</script>\n</body>", 1)
    blank = (" " * 79 + "\n") * ((SIZE - len(page.encode())) // 80)
    return page.replace("</header>", f"</header>\n{blank}", 1)


def article_page(article: int) -> bytes:
    day = day_of(article)
    hour, minute = divmod(article * 619 % MINUTES, 60)  # all over the day, however few they are
    page = form().replace(FORM_ID, str(number_of(article))).replace(FORM_SLUG, f"{FORM_SLUG}-{article}")
    page = page.replace(FORM_TITLE, f"{FORM_TITLE} {article}").replace(FORM_NUMBER, f"{12_430 + article}")
    page = page.replace("Jum'at, 24 Juli 2026", f"{WEEKDAYS[day.weekday()]}, {day.day} Juli 2026")
    page = page.replace("2026/07/24", f"{day:%Y/%m/%d}").replace("2026-07-24", day.isoformat())
    return page.replace("15:18", f"{hour:02}:{minute:02}").encode()


def index_page(day: date, offset: int, pages: int) -> bytes:
    cards = (
        INDEX_CARD.format(article_url(n), f"{FORM_TITLE} {n}")
        for n in articles_of(day, pages)[offset : offset + PER_INDEX]
    )
    return f"<!DOCTYPE html><title>Indeks</title><ul>\n{''.join(cards)}</ul>".encode()


def answer(path: str, pages: int) -> bytes | None:
    """The body at a path; None if there is none."""
    match path.strip("/").split("/"):
        case ["robots.txt"]:
            return ROBOTS
        case ["read", _, _, _, _, number, _]:
            return article_page(int(number) - number_of(0))
        case ["bydate", "index", year, month, day, *offset]:
            return index_page(date(int(year), int(month), int(day)), int(offset[0]) if offset else 0, pages)
    return None


async def serve(pages: int) -> None:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                path = request.split(b" ", 2)[1].decode("ascii")
                body = answer(path, pages)
                status = "200 OK" if body is not None else "404 Not Found"
                kind = "text/plain" if path == "/robots.txt" else "text/html; charset=utf-8"
                head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body or b'')}\r\n\r\n"
                writer.write(head.encode() + (body or b""))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the crawler is done
        finally:
            writer.close()

    form()
    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int, metavar="PAGES")
    asyncio.run(serve(parser.parse_args().pages))
