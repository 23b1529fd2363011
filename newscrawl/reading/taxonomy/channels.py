"""What a page of a site that no rule knows is about, by what its address stands below and what its metas list."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, islice
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newscrawl.reading.blocks.boxes import is_named
from newscrawl.reading.fields import HOME
from newscrawl.reading.page import MOST_LINKS, Page
from newscrawl.reading.taxonomy.topics import MOTTO, NO_CRUMB
from newscrawl.reading.text import short_line, unique

LONGEST_CHANNEL = 30  # characters
FRONT_FILE = re.compile(r"(?:index|default)\.\w+$")
WORD = re.compile(r"[^\W_]+")
AND = frozenset({"and", "dan", "amp"})
# What addresses have above all articles, or lists of what is new, or languages: no channel
NO_CHANNEL = re.compile(
    rf"{NO_CRUMB.pattern}|posts?|pages?|all|semua|indeks|(?:sub)?(?:kategori|categor(?:y|ies))|tags?|tagar|topi[ck]s?"
    r"|authors?|penulis|konten|content|story|stories|view|web|arsip|archives?|search|cari|pencarian|log ?in|masuk"
    r"|kontak|(?:tentang|hubungi) kami|about(?: us)?|lain(?:nya)?|terkini|terbaru|terpopuler|populer|popular|trending"
    r"|latest|(?:ikuti|follow)\b.*|(?:ber)?langganan|subscribe|e-?paper|daftar"
    r"|id|en|english|uncategori[sz]ed|t(?:ak|anpa|idak) (?:ber)?kategori|https?:.*|\d+",
    re.I,
)
SECTIONS = "[article.articleSection][][]"  # where structured data names them
AT_HAND = re.compile(r"(?:[\w-]*[-_])?(?:active|aktif|current|selected)", re.I)  # of an entry of a menu
LISTS = ("news_keywords", "keywords")  # metas
MOST_KEYWORDS, LONGEST_KEYWORD = 15, 5  # of an article, and words of one
PATH_OF_CHANNELS = re.compile(r"[^\s:,][^:,]{1,30}(?:\s*:\s*[^\s:,][^:,]{1,30}){1,3}")


def channels_of(page: Page) -> list[str]:
    """The channels that an article's address stands below, as the page's own links name them.

    "/olahraga/basket/judul" stands below a link to "/olahraga" that says "Olahraga"; "bola.kabar.id" is one, too,
    where a link to its front page repeats its name.
    """
    here = urlsplit(page.url)
    host = (here.hostname or "").removeprefix("www.")
    steps = [step for step in here.path.split("/") if step][:-1]
    above = [path for path in accumulate(steps, lambda one, two: f"{one}/{two}") if not path[-1:].isdigit()]
    own = host.partition(".")[0] if host.count(".") > 1 else ""
    site = {name.strip().casefold() for name in page.metas.get("og:site_name", [])}
    names: dict[str, Counter[str]] = {path: Counter() for path in ([""] if own else []) + above}
    known = re.compile("|".join(map(re.escape, {*steps, *([own] if own else []), "index."})))
    for link in page.index.tagged("a")[:MOST_LINKS] if names else ():
        if not known.search(address := link.get("href", "")):
            continue
        try:
            there = urlsplit(urljoin(page.base, address.strip()))
        except ValueError:
            continue
        path = FRONT_FILE.sub("", there.path).strip("/")
        if path not in names or there.query or domain_of(there.hostname or "") != domain_of(host):
            continue
        if (there.hostname or "").removeprefix("www.") != host and (not path or own not in ("m", "")):
            continue
        name = short_line(link, LONGEST_CHANNEL)
        if _is_name_of(name, path.rpartition("/")[2] or own) and name.casefold() not in site:
            names[path][name] += 1
    return [found.most_common(1)[0][0] for found in names.values() if found]


def _is_name_of(name: str, step: str) -> bool:
    """True for what a menu calls a channel that its address calls so, too.

    >>> _is_name_of("Gaya Hidup", "gaya-hidup"), _is_name_of("Sains & Teknologi", "sains-dan-teknologi")
    (True, True)
    >>> any(_is_name_of(name, name.lower()) for name in ("Kategori", "Tag", "Author", "Terkini", "EN", "Search"))
    False
    >>> _is_name_of("Kembali ke Blog", "blog"), _is_name_of("English", "kesehatan"), _is_name_of("Baca", "baca")
    (False, False, False)
    """
    said, called = ("".join(w for w in WORD.findall(text.casefold()) if w not in AND) for text in (name, step))
    if not said or not called or HOME.fullmatch(name) or NO_CHANNEL.fullmatch(name):
        return False
    return (said in called and 2 * len(said) >= len(called)) or (called in said and 2 * len(called) >= len(said))


def stated(names: list[str]) -> list[str]:
    """The channel that a page's data names; of several, which are in no order, the first.

    >>> stated(["Home", "Ekonomi", "Pasar"]), stated(["Uncategorized"]), stated(["12"])
    (['Ekonomi'], [], [])
    """
    own = (name for name in names if not (NO_CHANNEL.fullmatch(name) or HOME.fullmatch(name)))
    return [name for name in own if len(name) <= LONGEST_CHANNEL][:1]


def marked_in_menu(page: Page, names: list[str]) -> list[str]:
    """The channel that a menu marks as the one at hand, if the page's address stands below it or data names it.

    `names` are what data names; a menu says it as readers see it.
    """
    asked = {name.casefold() for name in names}
    steps = [part for part in urlsplit(page.url).path.split("/")[:-1] if part]
    own = {*steps, (urlsplit(page.url).hostname or "").partition(".")[0]}
    for link in page.index.tagged("a")[:MOST_LINKS]:
        around = (link, *islice(link.iterancestors("li", "span", "div"), 1))
        if any(is_named(box, AT_HAND) for box in around):
            name = short_line(link, LONGEST_CHANNEL)
            if name.casefold() in asked or any(_is_name_of(name, step) for step in own):
                return [name]
    return []


def linked(page: Page, names: list[str], *, but: etree._Element | None = None) -> list[str]:
    """Those of some names that links of the page say, as these say them; but not the links in an element."""
    own = set() if but is None else {*but.iter("a"), *but.iterancestors("a")}
    links = reversed(page.links.items()) if names else ()
    said = {line.casefold(): line for link, line in links if line and link not in own}
    return [said[name.casefold()] for name in names if name.casefold() in said]


def domain_of(host: str) -> str:
    """The end of a host that its neighbours share.

    >>> domain_of("m.kabar.id"), domain_of("www.kabar.co.id"), domain_of("lain.co.id")
    ('kabar.id', 'kabar.co.id', 'lain.co.id')
    """
    labels = host.removeprefix("www.").split(".")
    return ".".join(labels[-2:] if len(labels) < 3 or len(labels[-2]) > 3 else labels[-3:])


def keywords_of(page: Page, told: str) -> list[str]:
    """The keywords of a page's metas, where they are its article's: `told`, its headline and text, has most of them.

    A site's own are told nowhere, and single words alone are what a program made of a sentence.
    """
    words = set(WORD.findall(told.casefold()))
    for name in LISTS:
        said = next(iter(page.metas.get(name, [])), "")
        keywords = unique(word.strip() for word in said.split(",")[: MOST_KEYWORDS + 1])
        keywords = [keyword for keyword in keywords if keyword]
        if not 1 < len(keywords) <= MOST_KEYWORDS or any(map(_is_phrase, keywords)):
            continue
        known = [keyword for keyword in keywords if words.issuperset(WORD.findall(keyword.casefold()))]
        several = [keyword for keyword in keywords if " " in keyword]
        if 2 * len(known) >= len(keywords) and 3 * len(several) >= len(keywords):
            return keywords
    return []


def _is_phrase(keyword: str) -> bool:
    return len(keyword.split()) > LONGEST_KEYWORD or "_" in keyword or bool(MOTTO.match(keyword))


def way_in(keywords: list[str], known: set[str]) -> list[str]:
    """The longest way of channels among keywords, which begins with a `known` name; else [].

    >>> way_in(["Photo:Showbiz", "Photo:Showbiz:Musik", "Kopi"], {"photo"}), way_in(["Kopi: Teh"], {"photo"})
    (['Photo', 'Showbiz', 'Musik'], [])
    """
    ways = [[step.strip() for step in word.split(":")] for word in keywords if PATH_OF_CHANNELS.fullmatch(word)]
    return max((way for way in ways if way[0].casefold() in known), key=len, default=[])
