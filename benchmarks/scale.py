"""CPU time of `newscrawl.extract` against the size of a page, for three dozen shapes of pages, with an exponent.

    python -m benchmarks.scale [--largest KB] [SHAPE ...]

Each shape is a page that repeats one thing: paragraphs, links, scripts, open tags. It is read at eight sizes, each
twice the one before. The exponent is the slope of log(time) over log(size) at the last three doublings that are read: 1
is linear, 2 quadratic. A page may be refused, as one of very many elements is: behind the exponent of what is read
stands the one of refusing, which must not be slow, either.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from time import process_time

from newscrawl import NotAnArticle, extract

URL = "https://news.okezone.com/read/2026/07/24/337/9910101/petani-lembah-sora-panen-lada"
SIZES = 8
AIM = 1.2
FROM_MS = 5.0  # below it, what every page costs hides the slope
WORDS = "Warga Lembah Sora memanen lada lebih awal karena hujan datang sebelum waktunya. "

Part = Callable[[int], str]  # the thing with its number


def page(head: str, body: str) -> bytes:
    """An article of a template that is known, with something more in its head and in its body."""
    return (
        f"<html><head><title>Petani Panen Lada</title>{head}</head><body><h1>Petani Lembah Sora Panen Lada</h1>"
        f"<div class='namerep'>Ratna Dewi</div><div id='contentx' class='read'><p>{WORDS}</p>{body}</div></body></html>"
    ).encode()


# What is repeated in the head and in the body of a page.
HEADS: dict[str, Part] = {
    "metas": lambda n: f"<meta property='article:tag' content='lada {n}'>",
    "json-ld objects": lambda n: f"<script type='application/ld+json'>{{\"@type\": \"Thing\", \"n\": {n}}}</script>",
    "broken json-ld": lambda n: f"<script type='application/ld+json'>{{\"name\": \"ia \"ya\" {n},,</script>",
    "assignments": lambda n: f"<script>var a{n} = {{\"lada\": [{n}]}};</script>",
    "assigned code": lambda n: f"<script>window.a{n} = {{lada: function () {{ return {n} }}}};</script>",
    "data layer": lambda n: f"<script>dataLayer.push({{'lada': {n}}});</script>",
}  # fmt: skip
BODIES: dict[str, Part] = {
    "paragraphs": lambda n: f"<p>{n} {WORDS}</p>",
    "line breaks": lambda n: f"{n} {WORDS}<br>",
    "one long word": lambda n: f"kopi{n}",
    "links": lambda n: f"<a href='/read/{n}'>lada {n}</a> ",
    "linked headlines": lambda n: f"<p><a href='https://news.okezone.com/read/{n}'>Petani Panen Lada Lagi {n}</a></p>",
    "read also": lambda n: f"<p>Baca juga: <a href='/read/{n}'>Petani Panen Lada {n}</a></p>",
    "pictures": lambda n: f"<figure><img src='/{n}.jpg'><figcaption>Panen {n} (Foto: Sora)</figcaption></figure>",
    "lists": lambda n: f"<ul><li>lada {n}</li></ul>",
    "table rows": lambda n: f"<table><tr><td>lada</td><td>{n}</td></tr></table>",
    "classes": lambda n: f"<div class='a{n} b{n} c'></div>",
    "open tags": lambda _: "<b>",
    "open divs": lambda _: "<div>",
    "closing tags": lambda _: "</i>",
    "entities": lambda _: "&amp;nbsp;",
    "marks of one letter": lambda _: "\u0301",
    "quotes": lambda _: "“lada” \"kopi\" ",
    "bylines": lambda n: f"<div class='namerep'>Oleh: Ratna Dewi {n}</div>",
    "comments": lambda n: f"<!-- {n} -->",
    "fields": lambda n: f"<div>Nama {n} <input name='a{n}'></div>",
    "sounds in open boxes": lambda _: "<div><audio></audio><i></i>",
    "links in the page": lambda n: f"<ul><li><a href='#a{n}'>lada {n}</a></li><li><a href='#b{n}'>kopi</a></li></ul>",
    "headlines": lambda n: f"<h1>Nelayan Temukan Jangkar Tua {n}</h1><p>{n} {WORDS}</p>",
    "signed headlines": lambda n: f"<article><h2>Nelayan Temukan Jangkar {n}</h2><i>24 Juli 2026</i><p>{WORDS}</p>"
    "</article>",
    "readers' comments": lambda n: f"<div><b>Andi</b> <i>2 jam lalu</i><p>Mantap {n} {WORDS}</p><a>Balas</a></div>",
    "buttons to answer": lambda _: "<b>Balas</b>",
    "headings of comments": lambda _: "<p>2 Komentar</p>",
    "buttons of pictures": lambda _: "<p>Perbesar</p>",
    "letters encoded twice": lambda n: f"<p>\u00e2\u20ac\u0153Lada {n}\u00e2\u20ac \u00c3\u00a9</p>",
}  # fmt: skip


def shaped(name: str, size: int) -> bytes:
    """A page of about `size` bytes."""
    part = HEADS.get(name) or BODIES[name]
    count = max(1, size // len(part(10_000).encode()))
    repeated = "".join(map(part, range(count)))
    return page(repeated, "") if name in HEADS else page("", repeated)


def milliseconds(body: bytes) -> tuple[float, str]:
    """The least of two readings, and "" or why the page is refused."""
    least, refused = math.inf, ""
    for _ in range(2):
        began = process_time()
        try:
            extract(body, URL)
        except NotAnArticle as error:
            refused = error.reason
        least = min(least, (process_time() - began) * 1000)
    return least, refused


def exponent(readings: list[tuple[int, float]]) -> float | None:
    """The slope of time over size at the last three doublings; null where there are none, or all is fast."""
    if len(readings) < 4 or readings[-1][1] < FROM_MS:
        return None
    (size, time), (last_size, last_time) = readings[-4], readings[-1]
    return math.log(last_time / time) / math.log(last_size / size)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"of: {', '.join([*HEADS, *BODIES])}")
    parser.add_argument("--largest", type=int, default=5_000, help="kB of the largest page (default 5000)")
    options = parser.parse_args()
    if unknown := set(options.shapes) - {*HEADS, *BODIES}:
        parser.error(f"unknown shape: {', '.join(sorted(unknown))}")
    if options.largest < 32:
        parser.error("--largest: at least 32 kB")
    wanted = [options.largest * 1000 // 2 ** (SIZES - 1 - number) for number in range(SIZES)]
    print(f"{'CPU ms at kB':20}" + "".join(f"{size // 1000:>8}" for size in wanted) + "    read refused")
    slow = []
    extract(page("", ""), URL)  # imports, compiled rules
    for name in options.shapes or [*HEADS, *BODIES]:
        readings = [(len(body := shaped(name, size)), *milliseconds(body)) for size in wanted]
        slopes = [
            exponent([(size, taken) for size, taken, why in readings if bool(why) == refused])
            for refused in (False, True)
        ]
        told = "".join("       -" if slope is None else f"{slope:8.2f}" for slope in slopes)
        print(
            f"{name:20}" + "".join(f"{taken:8.1f}" for _, taken, _ in readings) + f"{told}  {readings[-1][2]}".rstrip()
        )
        if any(slope is not None and slope > AIM for slope in slopes):
            slow.append(name)
    print(f"above {AIM}: {', '.join(slow) or 'none'}   aim: none")


if __name__ == "__main__":
    main()
