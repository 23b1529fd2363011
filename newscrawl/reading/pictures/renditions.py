"""The same picture in several sizes: which a page offers, and which of them is the largest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urljoin, urlsplit

from lxml import etree

from newscrawl.items import Image
from newscrawl.reading.document.addresses import PICTURE_FILE
from newscrawl.reading.page import LONGEST_ADDRESS, Page, is_address, original
from newscrawl.reading.rules import MOST_VALUES

# Where elements keep addresses of pictures, of one and of several
ADDRESSES = frozenset(
    "src data-src data-original data-lazy-src data-image data-image-ori data-large-file data-orig-file data-full"
    " data-full-url data-zoom-image data-large_image".split()
)
SETS = frozenset("srcset data-srcset data-lazy-srcset imagesrcset".split())
METAS = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
BOXES = 4  # around a picture that may tell of another size
MOST_PICTURES = 1_000
LONGEST_SET = 20_000  # characters
SIZED = re.compile(r"(?:(?<!\S)|(?<=\dw,)),*([^\s,]\S*+)\s+(\d{1,5})w")  # one of a `srcset`
# "kopi-300x200.jpg", "kopi_720.jpg", "780x390" glued to a name: a file made smaller from one
SIZE_BEHIND = re.compile(r"(?:[-_]?(?<!\d)(\d{2,4})x(\d{2,4})(?!\d))+(?=\.\w+$)")
WIDTH_BEHIND = re.compile(r"(?<=\w\w)(?<!\d{8})[-_]w?(\d{3,4})(?=\.\w+$)")  # but "IMG_20260724_1200" is a clock
WIDTHS = frozenset(
    "240 250 300 320 360 375 400 480 500 540 600 620 640 650 670 700 720 750 768 780 800 828 900 960"
    " 1000 1024 1080 1200 1280 1366 1440 1500 1600 1920 2000 2048 2400".split()
)
# "/540x270/", "/w_1200,h_600/", "/resize/800/", "w-1200": of what makes sizes as they are asked for
SIZE_WITHIN = re.compile(r"/(\d{2,4})x(\d{2,4})(?=/)|(?<=[/,])(?:w|width|thumb)[-_=](\d{2,4})(?=[/,])")
ASKED = frozenset({"w", "width"})
OF_SIZE = ASKED | frozenset("h height q quality size resize fit crop dpr format fm auto".split())
# Folders of sizes, and the widths that they are taken for
WORDS = {"thumb": 100, "thumbs": 100, "thumbnail": 100, "thumbnails": 100, "small": 200, "medium": 400, "large": 800,
         "big": 800, "ori": 5_000, "original": 5_000, "originals": 5_000, "full": 5_000}  # fmt: skip
ORIGINAL = 10_000  # what a file is taken for of which another was made smaller
PROXY = re.compile(r"/_next/image$|/_vercel/image$|/_ipx/")
SMALLEST = 120  # pixels of the width of a picture that has no caption: a smaller one leads to another article
TELLING_NAME = 20  # characters of a file's name that no other file has


def enlarged(page: Page, images: list[Image]) -> list[Image]:
    """The pictures, each once and with the address of its largest rendition that the page offers; no thumbnails."""
    pictures: dict[str, Image] = {}
    for image in images:
        image.url = unwrapped(image.url)
        say_as(pictures.setdefault(key_of(image.url), image), image)
    roots = tuple({root_of(key) for key in pictures})
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for address, width in _offered(page, re.compile("|".join(map(re.escape, roots)), re.I)):
        url = whole(page, address)
        if url and (key := key_of(url)) in pictures:
            found[key][url] = max(width, found[key].get(url, 0))
    for key, image in pictures.items():
        own = _size(image.url, found[key].get(image.url, 0), image.url)
        sizes = {url: _size(url, said, image.url) for url, said in found[key].items()}
        best = max(sizes, key=sizes.__getitem__, default=image.url)
        image.url = best if 0 < own < sizes.get(best, 0) else image.url
    return [image for image in pictures.values() if image.caption or not 0 < width_of(image.url) <= SMALLEST]


def _size(url: str, said: int, own: str) -> int:
    """The width of a rendition, as it is said or seems; 0 where nothing tells. `own` is another of the same picture."""
    if width := max(width_of(url), said):
        return width
    steps = urlsplit(url).path.lower().split("/")
    if word := next((WORDS[step] for step in steps if step in WORDS), 0):
        return word
    made = width_of(own) and urlsplit(own).path.rpartition("/")[0] == urlsplit(url).path.rpartition("/")[0]
    return ORIGINAL if made else 0


def _offered(page: Page, names: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The addresses of pictures with one of the names, as they stand, each with the width that is said or 0."""
    for name in METAS:
        widths = page.metas.get("og:image:width", []) if name == "og:image" else []
        for number, address in enumerate(page.metas.get(name, [])[:MOST_VALUES]):
            yield address, _pixels(widths[number] if number < len(widths) else "")
    yield from _stated(page.data["article"].get("image"))
    around: dict[etree._Element, None] = {}
    for picture in page.index.tagged("img", "amp-img", "source", "link")[:MOST_PICTURES]:
        if any(names.search(str(value)) for value in picture.attrib.values()):
            around |= dict.fromkeys([picture, *islice(picture.iterancestors(), BOXES)])
    for element in around:
        for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
            if name in SETS and names.search(value):
                sized = [(int(width), url) for url, width in SIZED.findall(value[:LONGEST_SET])]
                yield from ((url, width) for width, url in sorted(sized)[-1:])
            elif name in ADDRESSES or (element.tag == "a" and name == "href" and PICTURE_FILE.search(value)):
                yield value, 0


def _stated(said: Any) -> Iterator[tuple[str, int]]:
    """The pictures of structured data, each with its width."""
    for value in said[:MOST_VALUES] if isinstance(said, list) else [said]:
        if isinstance(value, str):
            yield value, 0
        elif isinstance(value, dict) and isinstance(value.get("url"), str):
            yield value["url"], _pixels(str(value.get("width", "")))


def _pixels(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 5 else 0


def absolute(page: Page, address: str) -> str:
    """The whole address of a picture, by https; "" for what is none."""
    try:
        url = original(urljoin(page.base, address.strip())) if 0 < len(address) <= LONGEST_ADDRESS else ""
    except ValueError:
        return ""
    return re.sub(r"^http:", "https:", url).replace(" ", "%20") if url and is_address(url) else ""


def whole(page: Page, address: str) -> str:
    """The whole address of a picture, as a proxy of pictures was given it; "" for what is none."""
    return unwrapped(absolute(page, address)).replace(" ", "%20")


def say_as(image: Image, other: Image) -> None:
    """Give a picture without a caption what is said of another rendition of it."""
    if not image.caption:
        image.caption, image.credit = other.caption, image.credit or other.credit


def root_of(key: str) -> str:
    """What every address of a picture with a key has in it: its file's name in small letters, without its end."""
    name = key.partition("?")[0].rpartition("/")[2]
    return name.rpartition(".")[0] or name or key


def unwrapped(url: str) -> str:
    """The address that a proxy of pictures was given, which is the picture as it was made; else the address.

    >>> unwrapped("https://a.id/_next/image?url=https%3A%2F%2Fimg.a.id%2Fkopi.jpg&w=640&q=75")
    'https://img.a.id/kopi.jpg'
    >>> unwrapped("https://a.id/kopi.jpg?w=640")
    'https://a.id/kopi.jpg?w=640'
    """
    parts = urlsplit(url)
    if not PROXY.search(parts.path):
        return url
    try:
        given = urljoin(url, next(iter(parse_qs(parts.query).get("url", [])), url))
        return given if is_address(given) else url
    except ValueError:
        return url


def key_of(url: str) -> str:
    """What renditions of one picture have in common: the name of its file, without a size; else its whole address.

    >>> key_of("https://a.id/up/kopi-300x200.jpg") == key_of("https://a.id/up/kopi.jpg")
    True
    >>> key_of("https://a.id/i/540x270/panen-kopi.jpg") == key_of("https://a.id/i/670x335/panen-kopi.jpg")
    True
    >>> key_of("https://a.id/806457/806457_720.jpg") == key_of("https://a.id/806457/806457_1200.jpg")
    True
    >>> key_of("https://a.id/img?id=1&w=200") == key_of("https://a.id/img?id=1&w=900"), key_of("https://a.id/img?id=2")
    (True, 'a.id/img?id=2')
    >>> key_of("https://a.id/2025/kopi.jpg") == key_of("https://a.id/2026/kopi.jpg")
    False
    """
    parts = urlsplit(url)
    if parts.query and not PICTURE_FILE.search(parts.path):  # a program, told which picture it is to send
        told = [f"{name}={value}" for name, value in sorted(parse_qsl(parts.query)) if name.lower() not in OF_SIZE]
        return f"{parts.hostname}{parts.path}?{'&'.join(told)}".lower()
    folder, _, name = parts.path.rpartition("/")
    sized = SIZE_BEHIND.sub("", name)
    behind = WIDTH_BEHIND.search(sized)
    if behind and behind[1] in WIDTHS:
        sized = sized[: behind.start()] + sized[behind.end() :]
    whole = re.sub(r"-scaled(?=\.\w+$)", "", sized)
    if len(whole) >= TELLING_NAME:  # wherever it lies
        return whole.lower()
    folder = SIZE_WITHIN.sub("/", f"{folder}/")
    return f"{parts.hostname}{folder}{whole}".lower()


def width_of(url: str) -> int:
    """The width of a picture that its address tells, in pixels; 0 where it tells none.

    >>> width_of("https://a.id/kopi-300x200.jpg"), width_of("https://a.id/i/540x270/kopi.jpg")
    (300, 540)
    >>> width_of("https://a.id/kopi.jpg?w=650"), width_of("https://a.id/kopi_720.jpg"), width_of("https://a.id/kopi.jpg")
    (650, 720, 0)
    """
    parts = urlsplit(url)
    if found := SIZE_BEHIND.search(parts.path):
        return int(found[1])
    if (found := WIDTH_BEHIND.search(parts.path)) and found[1] in WIDTHS:
        return int(found[1])
    if found := SIZE_WITHIN.search(parts.path):
        return int(found[1] or found[3])
    asked = parse_qs(parts.query)
    return _pixels(next((value for name in ASKED for value in asked.get(name, [])), ""))
