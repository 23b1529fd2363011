"""Rules one by one: which of them a portal's fixtures exercise, and which changes to them nobody would notice."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest

from newscrawl.crawling.checking.exercise import exercise
from newscrawl.crawling.checking.live import Counts
from newscrawl.crawling.saved.outputs import outputs_of
from newscrawl.discovery.listings import Listing, Sitemap
from newscrawl.portals.declarations import Rule, applies, changed, rules_of, without
from newscrawl.portals.fixtures import FOLDER, Fixture, fixtures, save
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals
from newscrawl.reading.article import read
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import NotAnArticle
from tests.mutants import is_noticed, mutants_of, portal_with

HOST = "https://www.kabar.example"
TEXT = "Warga Kampung Sora menanam bakau di sepanjang pantai sejak pagi."


class House(ArticleLoader):
    body_drop = (".kotak, .sisipan", ".lain")
    authors_meta = "penulis"


class Kabar(Portal):
    domains = ("kabar.example",)
    article_url = re.compile(r"www\.kabar\.example/(?P<id>\d+)/[^/]+")
    example = f"{HOST}/1/judul"
    listings = (
        Listing(f"{HOST}/indeks", ".kartu a, .besar a", dates="time"),
        Sitemap(f"{HOST}/peta.xml", only="berita"),
    )

    class Loader(House):
        title_css = "h1"
        title_meta = ()
        published_at_css = (".tanggal", ".waktu")
        body_css = ".isi"
        desks_sign = True
        site_name = "Kabar Sora"


PAGE = f"""<html><head><title>Warga Tanam Bakau</title></head><body><h1>Warga Tanam Bakau</h1>
<p class="tanggal">24 Juli 2026 10:00 WIB</p><p class="waktu">24 Juli 2026 10:00 WIB</p>
<div class="isi"><p>{TEXT}</p><div class="kotak"><p>Toko bibit buka sampai sore.</p></div></div></body></html>"""
LIST = f"""<html><body><div class="kartu"><a href="{HOST}/1/judul">Warga</a><time>24 Juli 2026 10:00</time></div>
</body></html>"""


def blessed(folder: Path, name: str, url: str, page: str, callback: str) -> Fixture:
    meta = {"url": url, "captured_at": "2026-07-24T18:00:00+07:00", "callback": callback}
    fixture = save(folder, "kabar", name, page.encode(), meta)
    return fixture.bless(outputs_of(fixture, Kabar))


@pytest.fixture
def pages(tmp_path: Path) -> list[Fixture]:
    return [
        blessed(tmp_path, "judul", f"{HOST}/1/judul", PAGE, "parse_article"),
        blessed(tmp_path, "indeks", f"{HOST}/indeks", LIST, "parse_listing"),
    ]


def test_rules_are_counted_one_by_one() -> None:
    assert [(rule.owner.__name__, str(rule)) for rule in rules_of(Kabar)] == [
        ("Loader", "title_css: h1"),
        ("Loader", "title_meta: ()"),
        ("Loader", "published_at_css: .tanggal"),
        ("Loader", "published_at_css: .waktu"),
        ("Loader", "body_css: .isi"),
        ("Loader", "desks_sign: True"),
        ("Loader", "site_name: Kabar Sora"),
        ("House", "body_drop: .kotak"),
        ("House", "body_drop: .sisipan"),
        ("House", "body_drop: .lain"),
        ("House", "authors_meta: penulis"),
        ("Kabar", "listings.cards: .kartu a"),
        ("Kabar", "listings.cards: .besar a"),
        ("Kabar", "listings.dates: time"),
        ("Kabar", "listings.only: berita"),
    ]


def test_a_rule_is_taken_away_and_nothing_else() -> None:
    gone = without(Kabar, Rule(House, "body_drop", ".sisipan"))
    assert (gone.Loader.body_drop, Kabar.Loader.body_drop) == ((".kotak", ".lain"), (".kotak, .sisipan", ".lain"))
    assert without(Kabar, Rule(Kabar.Loader, "desks_sign", "True")).Loader.desks_sign is False
    assert without(Kabar, Rule(Kabar.Loader, "title_meta", "()")).Loader.title_meta == "og:title"
    listing, sitemap = without(Kabar, Rule(Kabar, "listings.cards", ".kartu a")).listings
    assert (listing, sitemap) == (Listing(f"{HOST}/indeks", ".besar a", dates="time"), Kabar.listings[1])


def test_a_rule_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be read"):
        changed(Kabar, Rule(Kabar.Loader, "body_css", ".isi"), lambda _: "div[")


def test_what_a_portal_replaces_is_not_its_houses_any_more() -> None:
    loader = type("Loader", (Kabar.Loader,), {"body_drop": ".kotak"})
    other = type("Kabar", (Kabar,), {"Loader": loader})
    assert not applies(Rule(House, "body_drop", ".lain"), other)
    assert applies(Rule(House, "authors_meta", "penulis"), other)


def test_a_rule_is_exercised_that_found_something_or_without_which_something_changes(pages: list[Fixture]) -> None:
    found = exercise(rules_of(Kabar), [Kabar], pages)
    assert found.count == len(rules_of(Kabar))
    assert [*map(str, found.idle)] == [
        "title_meta: ()",
        "published_at_css: .waktu",
        "desks_sign: True",
        "site_name: Kabar Sora",
        "body_drop: .sisipan",
        "body_drop: .lain",
        "authors_meta: penulis",
        "listings.cards: .besar a",
        "listings.only: berita",
    ]
    assert [*map(str, found.redundant)] == ["published_at_css: .tanggal"], "the other one has the same"


def test_a_box_that_is_there_and_is_left_out_anyway_decides_nothing(pages: list[Fixture]) -> None:
    loader = type("Loader", (Kabar.Loader,), {"body_drop": (".waktu", ".lenyap"), "body_end": ".waktu"})
    other = type("Kabar", (Kabar,), {"Loader": loader, "name": "kabar"})
    boxes = [
        Rule(loader, *rule) for rule in (("body_drop", ".waktu"), ("body_drop", ".lenyap"), ("body_end", ".waktu"))
    ]
    found = exercise(boxes, [other], pages)
    assert [*map(str, found.idle)] == ["body_drop: .lenyap"], "no page shows it"
    assert [*map(str, found.redundant)] == ["body_drop: .waktu", "body_end: .waktu"]


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        (Rule(House, "body_drop", ".kotak"), [".kotakq"]),
        (
            Rule(House, "authors_css", "body:not(:has(.a)) .b::attr(title)"),
            ["bodyq:not(:has(.a)) .b::attr(title)", "body:not(:has(.aq)) .b::attr(title)",
             "body:not(:has(.a)) .bq::attr(title)", "body:not(:has(.a)) .b::attr(titleq)"],
        ),
        (Rule(House, "credit_form", r"(?P<caption>.*?)\s+(?:Foto)\b"), [r"(?P<caption>.*?)\s+(?:Fotoq)\b"]),
        (Rule(House, "published_at_meta", "article:published_time"), ["articleq:published_time",
                                                                       "article:published_timeq"]),
    ],
)  # fmt: skip
def test_each_word_of_a_rule_is_changed_once(rule: Rule, texts: list[str]) -> None:
    assert [mutant.text for mutant in mutants_of(rule)] == texts


def test_a_change_is_noticed_where_an_output_differs(pages: list[Fixture]) -> None:
    def noticed(name: str, text: str, owner: type = Kabar.Loader) -> list[bool | None]:
        mutants = mutants_of(Rule(owner, name, text))
        return [is_noticed(mutant, {"kabar": Kabar}, [*pages]) for mutant in mutants]

    assert noticed("body_css", ".isi") == [True]
    assert noticed("body_drop", ".lain", House) == [False]
    assert noticed("listings.cards", ".kartu a", Kabar) == [True, True]
    mutant = next(mutants_of(Rule(Kabar.Loader, "desks_sign", "True")))
    changed_portal = portal_with(Kabar, mutant)
    assert changed_portal is not None
    assert changed_portal.Loader.desks_sign is False


def test_every_rule_of_every_portal_can_be_taken_away() -> None:
    for portal in portals().values():
        for rule in rules_of(portal):
            if applies(rule, portal):
                assert json.dumps(str(rule))
                assert without(portal, rule).name == portal.name


@pytest.mark.parametrize("name", ["okezone", "kompas", "metrotvnews"])
def test_a_rule_is_counted_once_a_page(name: str) -> None:
    """Several readers ask for one byline: a finding would tell of twice the pages."""
    for saved in fixtures(FOLDER, [name]):
        counts = Counts()
        if saved.meta["callback"] == "parse_article":
            with suppress(NotAnArticle):
                read(saved.page.read_bytes(), saved.meta["url"], portals()[name], stats=counts, opinion=True)
        assert max(counts.values(), default=1) == 1, (saved.name, counts.most_common(3))
