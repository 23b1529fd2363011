"""A page that ends inside its article is no whole article; one that only lacks its end tags is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newscrawl import NotAnArticle, extract
from newscrawl.portals.fixtures import FOLDER, fixtures
from tests import newsroom
from tests.newsroom import FIRST_ID, article, ids, path_of, stored
from tests.project import lines
from tests.site import Site, page

URL = "https://news.okezone.com/read/2026/07/24/525/9800001/bibit-mangga-1"
PAGE = str(article(1)[2])
START, BODY = PAGE.index("<p><strong>"), PAGE.index("</div></body>")
AD = """<iframe src="https://iklan.example/a"></iframe><script>tampil("<p>iklan</p>", "</html>")</script><!-- a > b -->
<style>.iklan > p {color: red}</style><img src="https://img.example/a.jpg" alt="a > b"><textarea>salin</textarea>"""
WITH_AD = PAGE[: PAGE.index("</p>") + 4] + AD + PAGE[PAGE.index("</p>") + 4 :]


def complete(source: str) -> bool:
    return extract(source.encode(), URL, strict=True).complete


def test_a_page_cut_anywhere_in_its_article_is_not_complete() -> None:
    end = WITH_AD.index("</div></body>")
    first = WITH_AD.index("bibit mangga di")
    assert [at for at in range(first, end) if complete(WITH_AD[:at])] == []


def test_a_page_without_its_end_tags_is_complete() -> None:
    assert complete(PAGE)
    assert complete(PAGE[: BODY + len("</div>")])
    for more in ("<footer>Hak cipta</footer>", "<script>ukur('</html>')</script>", "<div class='share'>Bagikan"):
        assert complete(PAGE[: BODY + len("</div>")] + more), more
    assert complete(PAGE.replace("</body></html>", "</BODY >"))
    assert complete(PAGE + "<script>document.write('<p>iklan')</script>")


AD = "</body></html><script>tulis('<html>')</script>"


@pytest.mark.parametrize("stray", ["</body>", "</html>", "</BODY></HTML>", "</body ></html>", AD])
@pytest.mark.parametrize("before", ["<p>Kegiatan", '<div class="c-detail read">'])
def test_what_stands_behind_a_stray_end_of_the_page_is_part_of_it(stray: str, before: str) -> None:
    """As a box of an advertiser leaves it."""
    whole = extract(PAGE.encode(), URL, strict=True)
    assert extract(PAGE.replace(before, stray + before).encode(), URL, strict=True).text == whole.text
    assert extract((PAGE + str(article(2)[2])).encode(), URL, strict=True).text == whole.text, "two pages in one"


def test_an_end_inside_a_script_or_comment_is_none() -> None:
    for decoy in ("<script>tulis('</body></html>')</script>", "<!-- </html> -->"):
        assert not complete(PAGE.replace("<body>", f"<body>{decoy}")[: BODY + len(decoy) - 20]), decoy


def test_text_from_the_head_of_a_page_that_was_cut_is_not_complete() -> None:
    fixture = next(f for f in fixtures(FOLDER, ["tempo"]) if f.side.stem == "2026-ekonomi-single")
    source = fixture.page.read_bytes().decode()
    whole = extract(source.encode(), fixture.meta["url"])
    part = extract(source[: source.index("</h1>") + 5].encode(), fixture.meta["url"], strict=True)
    assert (whole.complete, part.complete) == (True, False)
    assert len(part.text) < len(whole.text)


@pytest.mark.parametrize(
    "portal", ["okezone", "detik", "kompas", "liputan6", "viva", "jpnn", "antaranews", "kumparan", "tempo"]
)
def test_no_fixture_without_its_end_tags_is_doubted(portal: str) -> None:
    tried = 0
    for fixture in fixtures(FOLDER, [portal]):
        body = fixture.page.read_bytes() if fixture.page.suffix == ".html" else b""
        if b"</body" not in body.lower():
            continue
        try:
            whole = extract(body, fixture.meta["url"])
        except NotAnArticle:
            continue
        shorn = re.sub(rb"</(?:body|html)\s*>\s*", b"", body, flags=re.I)
        assert extract(shorn, fixture.meta["url"]).complete == whole.complete, fixture.name
        tried += 1
    assert tried >= 2


@pytest.mark.parametrize("portal", ["kumparan", "tempo", "detik"])
def test_no_part_of_an_article_in_several_boxes_is_complete(portal: str) -> None:
    for fixture in fixtures(FOLDER, [portal]):
        body = fixture.page.read_bytes() if fixture.page.suffix == ".html" else b""
        try:
            whole = extract(body, fixture.meta["url"], strict=True)
        except NotAnArticle:
            continue
        for percent in range(20, 100, 5):
            try:
                part = extract(body[: len(body) * percent // 100], fixture.meta["url"], strict=True)
            except NotAnArticle:
                continue
            assert not part.complete or len(part.text) >= 0.97 * len(whole.text), (fixture.name, percent)


def test_half_an_article_is_asked_for_again(tmp_path: Path) -> None:
    with Site(newsroom.newsroom(4)) as site:
        site.routes[path_of(1)] = page(PAGE[: BODY - 30])
        assert newsroom.crawl(site, tmp_path).returncode == 0
        (file,) = (tmp_path / "okezone").glob("articles-*.jsonl")
        assert {r["id"]: r["complete"] for r in lines(file)}[f"okezone-{FIRST_ID + 1}"] is False
        site.routes[path_of(1)] = article(1)
        assert newsroom.crawl(site, tmp_path, "NEWSCRAWL_REVISIT_HOURS=0").returncode == 0
    versions = [(r["revision"], r["complete"]) for r in lines(file) if r["id"] == f"okezone-{FIRST_ID + 1}"]
    assert versions == [(1, False), (2, True)]
    assert set(stored(tmp_path)) == ids(range(4))


@pytest.mark.parametrize("cut", ["first", "second", "all"])
def test_of_several_pages_each_must_end(tmp_path: Path, cut: str) -> None:
    pager = '<div class="paging"><a href="?page=1">1</a><a href="?page=2">2</a></div>'
    second = PAGE.replace("Warga menanam", "Panitia menyiram").replace("keluarga dari", "petani asal")
    whole = PAGE[:BODY] + second[START:BODY] + PAGE[BODY:]
    routes = {"first": PAGE.replace("</body>", f"{pager}</body>"), "second": second, "all": whole}
    if cut == "first":  # its pages are counted above the text
        routes["first"] = PAGE.replace("<body>", f"<body>{pager}")
    routes[cut] = routes[cut][: routes[cut].rindex("tiga kampung") + 4]
    with Site(newsroom.newsroom(2)) as site:
        site.routes[path_of(1)] = page(routes["first"])
        site.routes[path_of(1) + "?page=2"] = page(routes["second"])
        if cut == "all":
            site.routes[path_of(1) + "?page=all"] = page(routes["all"])
        newsroom.crawl(site, tmp_path)
        (file,) = (tmp_path / "okezone").glob("articles-*.jsonl")
        (record,) = (r for r in lines(file) if r["id"] == f"okezone-{FIRST_ID + 1}")
    assert record["pages"] == 2
    assert record["complete"] is (cut == "all"), "the numbered pages stand in for one page of all that was cut"
