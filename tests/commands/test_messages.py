"""What is wrong is said in one line that names a thing once and says what to do."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from newscrawl import extract
from newscrawl.commands.capture import unfit
from newscrawl.portals import ArticleLoader
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals
from tests.newsroom import crawl, newsroom
from tests.project import ROOT, scrapy
from tests.site import Site, robots

EXAMPLE = "https://a.example/read/1/judul"
ARTICLE_URL = re.compile(r"a\.example/read/(?P<id>\d+)/\w+")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("class", "https://www.a.example"),
            "'class' is a word of Python's, and no file can bear it: take another name",
        ),
        (("portal", "https://www.a.example"), "'portal' is a word of the file's own, and no file can bear it"),
        (("a/b", "https://www.a.example"), "'a/b' is no portal's name: small letters, digits, hyphens, a letter first"),
        (("../b", "https://www.a.example"), "'../b' is no portal's name"),
        (("3kabarcoba", "https://www.a.example"), "'3kabarcoba' is no portal's name"),
        (("kabarcoba", "bukan-alamat"), "'bukan-alamat' is no site's address: write https://www.kabarcoba.example"),
        (("kabarcoba", "https://[a"), "'https://[a' is no site's address"),
        (("kabarcoba", "http://127.0.0.1:8000"), "'http://127.0.0.1:8000' has a port, and an article's address none"),
        (("kabarcoba",), "give a name and an address: scrapy genspider kabarcoba https://www.kabarcoba.example"),
        (("kompas", "https://www.kompas.com"), "newscrawl/spiders/kompas.py exists: give --force to replace it"),
    ],
)
def test_no_portal_is_begun_that_cannot_be(args: tuple[str, ...], message: str) -> None:
    before = sorted((ROOT / "newscrawl" / "spiders").iterdir())
    done = scrapy("genspider", *args)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert done.stderr.startswith(f"newscrawl: {message}")
    assert sorted((ROOT / "newscrawl" / "spiders").iterdir()) == before


@pytest.mark.parametrize(
    "argument", ["urls=https://x.example/1", "tag=Harga Emas", "search= ", "channels=a", "channels=,", "until=kemarin"]
)
@pytest.mark.parametrize("name", ["jpnn", "kumparan"])
def test_a_portal_is_named_once(tmp_path: Path, name: str, argument: str) -> None:
    done = scrapy("crawl", name, "-a", argument, "-s", f"NEWSCRAWL_DATA={tmp_path}")
    assert done.returncode == 2
    told = done.stderr.replace(portals()[name].example, "").partition("; allowed: ")[0]
    assert len(re.findall(rf"\b{name}\b", told)) == 1, done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("body", ["<h1>Judul</h1>", bytearray(b"<h1>Judul</h1>"), None])
def test_extract_takes_bytes_and_says_so(body: Any) -> None:
    with pytest.raises(ValueError, match=r"takes the page as bytes, as the server sent them.*body is \w+"):
        extract(body, portals()["okezone"].example)


def test_what_stands_in_the_wrong_class_is_sent_to_the_right_one() -> None:
    with pytest.raises(TypeError, match=r"Loader\.all_pages belongs to the portal, not to its loader: move it"):
        type("Loader", (ArticleLoader,), {"all_pages": "{url}?page=all"})
    form = {"article_url": ARTICLE_URL, "example": EXAMPLE, "Loader": ArticleLoader, "__module__": __name__}
    with pytest.raises(TypeError, match=r"A\.pager_css belongs to its Loader: move it"):
        type("A", (Portal,), {**form, "pager_css": ".pages a"})


def test_a_page_of_another_site_is_refused_before_it_is_asked_for() -> None:
    done = scrapy("capture", "okezone", "https://lain.example/berita", project="default")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "is neither an article nor a listing of okezone" in done.stderr


def test_the_file_that_is_named_is_the_portals_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    okezone = portals()["okezone"]
    assert " newscrawl/spiders/okezone.py;" in unfit("https://lain.example/berita", okezone)
    monkeypatch.setattr(sys.modules[okezone.__module__], "__file__", str(tmp_path / "portals/okezone.py"))
    monkeypatch.chdir(tmp_path)
    assert " portals/okezone.py;" in unfit("https://lain.example/berita", okezone)


def test_a_second_fixture_of_an_address_is_refused(tmp_path: Path) -> None:
    url = "https://news.okezone.com/read/2026/07/24/337/9910112/sidang-sengketa-lahan-bukit-cempaka-ditunda-saksi-kunci-sakit"
    first = scrapy("capture", "okezone", url, "--name", "satu", "--folder", str(tmp_path))
    assert first.returncode == 0, first.stderr
    again = scrapy("capture", "okezone", url, "--name", "dua", "--folder", str(tmp_path))
    assert again.returncode == 2
    assert again.stderr.startswith(f"newscrawl: {url} is the fixture satu: a replay answers with one page an address")
    assert not (tmp_path / "okezone" / "dua.html").exists()
    assert scrapy("capture", "okezone", url, "--name", "satu", "--force", "--folder", str(tmp_path)).returncode == 0


@pytest.mark.parametrize("rules", [("User-agent: *", "Disallow: /read/"), ("User-agent: *", "Disallow: /")])
def test_what_robots_txt_says_is_told_once(tmp_path: Path, rules: tuple[str, ...]) -> None:
    with Site({**newsroom(12), "/robots.txt": robots(*rules)}) as site:
        done = crawl(site, tmp_path, "until=2026-07-24", "LOG_LEVEL=INFO")
        assert not [path for path in site.counts() if path.startswith("/read/")]
    lines = [
        line for line in done.stderr.splitlines() if re.match(r"\d{4}-", line) and "forbidden by robots.txt" in line
    ]
    assert len(lines) == 1, lines
    if "/read/" in rules[1]:
        assert "dropped 12: forbidden by robots.txt" in done.stderr
    else:
        assert re.search(r"FINDING listing lost: .*\(forbidden by robots\.txt \d+\)", done.stderr)
