"""Whether a list that is paged has really ended, or only stopped answering.

A list ends behind its page N when what comes for page N + 1 has no new article.

Behind a page that was not full every end is believed. Full is a page that links to a further one, or has nearly as
many cards as the portal declares (`step`), else as another page of this listing had that was followed by one; where
nothing tells, a page with FEW articles or more.

Behind a full page these are believed:

- a page that repeats page N, N being 2 or more, when it comes twice: many portals show their last page for every number
  behind it;
- a page of the list's own template without an article: it links to the list's other pages, or has the title or the
  box of page N and half of its marks, or says in words that there is nothing. It is asked for twice all the same;
- 404 or 410, when it comes twice, the second time later in the run; likewise a page that says "not found".

Whichever of them comes, the page behind it is asked for, too: where that has new articles, the end was none, and the
page in front of them is lost.

A page of other cards alone, not yet seen, is no end: up to MAX_BARREN_PAGES of them may stand between two others.

Never believed is anything else, though it come twice: an error page, an empty one, a wall, a page the request was sent
away to, the front page, page 1 again or another page before N. Then the listing is lost, its day stays open, and the
next run lists it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from newscrawl.reading.decoding import has_end
from newscrawl.reading.page import Page

if TYPE_CHECKING:  # what is only read of a list does not wait for Scrapy
    from scrapy import Request
    from scrapy.http import Response

    from newscrawl.discovery.series import Series

# A page with fewer articles says by itself that it was not full.
FEW = 10
REMOVED = "removed"  # 404 and 410
# As many cards tell where all of them stand.
SAMPLE = 20
MOST_HEADLINES = 20
# "Belum ada berita", "Data tidak ditemukan", "No results": a list's own words for nothing.
NOTHING = re.compile(
    r"\b(?:belum|tidak|tak) ada (?:\w+ ){0,2}?(?:berita|artikel|data|konten|hasil)\b"
    r"|\b(?:berita|artikel|data|konten|hasil)(?: \w+){0,4}? (?:belum|tidak|tak) (?:ada|ditemukan|tersedia)\b"
    r"|\b(?:no|0) (?:results?|articles?|news|posts?|data)\b",
    re.I,
)
# "Halaman tidak ditemukan" with status 200
NOT_FOUND = re.compile(r"\b404\b|not found|halaman (?:\w+ ){0,4}?(?:tidak|tak) (?:ditemukan|tersedia|ada)", re.I)
# What a page's title or headline says where its site does not work.
OUT_OF_ORDER = re.compile(
    r"maintenance|pemeliharaan|perbaikan|under construction|database|\berror\b|kesalahan|gangguan|unavailable"
    r"|bad gateway|time-?out|too many|access denied|forbidden|akses ditolak|segera kembali|be right back",
    re.I,
)
# The same in the site's own frame: "Gagal memuat berita, coba lagi nanti". Also hidden on pages that are well.
FAULT = re.compile(
    r"\b(?:terjadi|ada|karena|mengalami) (?:\w+ ){0,2}?(?:kesalahan|gangguan|masalah)\b"
    r"|\bgagal (?:memuat|mengambil|terhubung)|\bcoba (?:kembali |lagi |\w+ )?(?:dalam )?(?:beberapa saat|nanti)"
    r"|\btry again later\b|\bsomething went wrong\b|\b(?:an|internal) (?:server )?error\b"
    r"|\bsedang (?:dalam |ada )?(?:pemeliharaan|perbaikan|gangguan)|\btemporarily unavailable\b",
    re.I,
)
# What a program that broke leaves on its page, also inside the site's own frame.
BROKEN = re.compile(
    rb"SQLSTATE\[|PDOException|mysqli?_|Error establishing a database connection|<b>Fatal error</b>|Fatal error: "
    rb"|Uncaught \w*(?:Exception|Error)\b|Traceback \(most recent call last\)|Too many connections",
    re.I,
)
# What a login, or a page of consent, keeps of the address that was asked for: next=/indeks/2, back=https://a.com/indeks/2
LEADS_BACK = re.compile(r"(?<==)(?:/|https?:)[^&]*")
HTML_BEGIN = re.compile(rb"<html[\s>]", re.I)


@dataclass(frozen=True, slots=True)
class Template:
    """What the pages of a list have in common, with articles or without.

    `title` without numbers; `box` is the mark of the element that the cards stand in; `marks` are the classes and ids
    of all elements outside the cards; `is_front` where it gives itself a front page's address, as some lists do;
    `says_fault` where a page with articles has a fault's words ready.
    """

    title: str
    box: str
    marks: frozenset[str]
    is_front: bool = False
    says_fault: bool = False

    @classmethod
    def of(cls, page: Page, links: Iterable[tuple[Any, str]] = ()) -> Template:
        """The template of a page with these cards: their elements and addresses."""
        links = list(links)
        owners = owned(links)
        cards = set()
        passed: set[Any] = set()
        for element, _ in links:
            card = element
            while card not in passed and (parent := card.getparent()) is not None and owners[parent] is not None:
                passed.add(card)
                card = parent
            if card not in passed:
                passed.add(card)
                cards.add(card)
        if len({url for _, url in links}) < 2:  # nothing tells where a single card ends
            cards = {element for element, _ in links}
        box = next((mark for around in _around(links[:SAMPLE] + links[-1:]) for mark in marks_of(around)), "")
        marks: set[str] = set()
        waiting = [page.root]
        while waiting:
            element = waiting.pop()
            marks.update(marks_of(element))
            waiting.extend(child for child in element.iterchildren("*") if child not in cards)
        title = _text(page, "title")
        return cls(
            re.sub(r"[\W\d_]+|\b(?:halaman|page)\b", " ", title.lower()).strip(),
            box,
            frozenset(marks),
            _is_root(page.canonical),
            bool(FAULT.search(_outside_links(page))),
        )

    @property
    def tells(self) -> bool:
        """True where there is something to know it by."""
        return bool(self.title or self.box)

    def fits(self, other: Template) -> bool:
        """True for the template of a page that is the same list's without cards."""
        alike = (self.title and self.title == other.title) or (self.box and self.box in other.marks)
        return bool(alike) and 2 * len(self.marks & other.marks) >= len(self.marks)


def owned(links: Iterable[tuple[Any, str]]) -> dict[Any, str | None]:
    """All elements around links, each with the one address that stands in it; null where there are several."""
    owners: dict[Any, str | None] = {}
    for element, url in links:
        around = element
        while around is not None:
            known = owners.get(around, "")
            if known is None or known == url:  # so it is further up
                break
            owners[around] = None if known else url
            around = around.getparent()
    return owners


def _around(links: list[tuple[Any, str]]) -> Iterable[Any]:
    """The elements around all of these links, the innermost first."""
    if not links:
        return []
    paths = [[element, *element.iterancestors()] for element, _ in links]
    common = set(paths[0][1:]).intersection(*(path[1:] for path in paths[1:]))
    return [element for element in paths[0] if element in common]


def marks_of(element: Any) -> list[str]:
    """An element's id and classes, "ul#indeks", "ul.list"."""
    own_id = element.get("id")
    return [*([f"{element.tag}#{own_id}"] if own_id else []),
            *(f"{element.tag}.{name}" for name in (element.get("class") or "").split())]  # fmt: skip


def out_of_order(page: Page) -> bool:
    """True for a page that says that its site does not work."""
    return bool(BROKEN.search(page.source) or OUT_OF_ORDER.search(_headline(page)))


def says_nothing(page: Page) -> bool:
    """True for a page that says in its own words, outside its links, that there is nothing."""
    return bool(NOTHING.search(_outside_links(page)))


def says_not_found(page: Page) -> bool:
    """True for a page that says, with status 200, that it is not there."""
    return bool(NOT_FOUND.search(_headline(page)))


def _outside_links(page: Page) -> str:
    texts: Any = page.root.xpath("//body//text()[not(ancestor::a or ancestor::script or ancestor::style)]")
    return " ".join(" ".join(texts).split())


def _headline(page: Page) -> str:
    return _text(page, "title", "h1")


def _text(page: Page, *tags: str) -> str:
    elements: list[Any] = [element for tag in tags for element in islice(page.root.iter(tag), MOST_HEADLINES)]
    return " ".join("".join(element.itertext()) for element in elements)


def asked_address(answer: Response | Request) -> str:
    """The address that was asked for, before any redirect."""
    if getattr(answer, "request", answer) is None:  # an answer that nobody asked for
        return answer.url
    return str(answer.meta.get("redirect_urls", [answer.url])[0])


def sent_away(answer: Response | Request) -> bool:
    """True for an answer from another address than was asked, which lacks what named the page: its day or number.

    Of a page that could not be had the request that was made last stands for the answer.
    """
    return bool(numbers(asked_address(answer)) - numbers(answer.url))


def sent_home(answer: Response, series: Series) -> str:
    """Why a list is none, in words: the request for its begin was sent to the front page. Empty for any other answer.

    A host of its own, as bola.a.example, is where a channel may have moved.
    """
    asked, had = urlsplit(asked_address(answer)), urlsplit(answer.url)
    if series.number > 1 or asked.path in ("", "/") or had.path not in ("", "/") or had.query:
        return ""
    host, home = (parts.netloc.removeprefix("www.").removeprefix("m.") for parts in (asked, had))
    return "sent to the front page" if host == home or host.endswith(f".{home}") else ""


def _is_root(url: str | None) -> bool:
    parts = urlsplit(url or "https://none/x")
    return parts.path in ("", "/") and not parts.query


def numbers(url: str) -> set[int]:
    """The numbers in an address's path and query, but for those of another address that it leads back to.

    >>> sorted(numbers("https://a.com/indeks?page=2&date=07%2F24%2F2026")), numbers("https://a.com/masuk?next=%2Findeks%2F2")
    ([2, 7, 24, 2026], set())
    """
    parts = urlsplit(unquote(url))
    return {int(number) for number in re.findall(r"\d{1,18}", f"{parts.path}?{LEADS_BACK.sub('', parts.query)}")}


def is_partial(response: Response) -> bool:
    """True for a body of which the transport does not know whether it is whole."""
    return "partial" in response.flags or "dataloss" in response.flags


def is_cut(response: Response) -> bool:
    """True for a page of HTML that lacks its end, though it has its begin or the transport doubts that it is whole.

    >>> from scrapy.http import HtmlResponse
    >>> bodies = b"<html><p>Satu", b"<html><p>Satu</body>", b"<html><script>w('</html>')</script><p>Satu"
    >>> [is_cut(HtmlResponse("https://a.example/", body=body)) for body in bodies]
    [True, False, True]
    """
    if has_end(response.body):
        return False
    return is_partial(response) or bool(HTML_BEGIN.search(response.body[:4096]))
