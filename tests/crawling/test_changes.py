"""A portal that is not what it was the night before says so by the articles that are known: read again, twice, gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.runs import load
from newscrawl.storing.store import INDEX
from tests import forks
from tests.crawling.test_pending import asked, dropped, listing, night, publish
from tests.newsroom import PAGE, article, command, crawl, environment, ids, newsroom, path_of, stored
from tests.project import lines, patient
from tests.site import NOT_FOUND, Answer, Hit, Site, page

ADVERTISEMENT = "</p><p>Sepatu lari Kuda Sora ringan, tahan air, dan nyaman dipakai berjalan jauh di segala cuaca."


def findings(data: Path) -> list[tuple[str, str]]:
    return [(finding.name, finding.about) for finding in load(data / "okezone")[-1].findings]


def lines_of(data: Path) -> list[dict[str, Any]]:
    return [record for file in sorted((data / "okezone").glob("articles-*.jsonl")) for record in lines(file)]


def opened(number: int, year: int = 2026, day: int = 24) -> Answer:
    """Another article than that of the number, published in some year."""
    text = PAGE.format(
        title=f"Bupati Sora Resmikan Balai Latihan {number}", minute=number % 60, number=number, extra=""
    )
    return page(text.replace("2026-07-24", f"{year}-07-{day}").replace("24 Juli 2026", f"{day} Juli {year}"))


def test_articles_that_are_read_again_tell_of_a_new_template(tmp_path: Path) -> None:
    with Site(newsroom(12)) as site:
        assert crawl(site, tmp_path).returncode == 0
        assert crawl(site, tmp_path).returncode == 0, "the same again"
        for n in range(12):
            site.routes[path_of(n)] = article(n, ADVERTISEMENT if n < 2 else "")
        assert crawl(site, tmp_path).returncode == 0, "some are corrected"
        for n in range(12):
            site.routes[path_of(n)] = article(n, ADVERTISEMENT)
            body = str(article(n, ADVERTISEMENT)[2]).replace("T09:", "T16:").replace("|09:", "|16:")
            site.routes[path_of(n)] = page(body)
        done = crawl(site, tmp_path)
    assert done.returncode == Exit.FINDINGS, done.stderr
    assert findings(tmp_path) == [("changed", "published_at"), ("changed", "text")]
    assert "published_at differs in 12 of 12 articles that were read again, usually 0 %" in done.stderr


def test_articles_under_new_numbers_are_told_from_new_ones(tmp_path: Path) -> None:
    with Site(newsroom(10)) as site:
        crawl(site, tmp_path)
        site.routes |= {path_of(n + 500): article(n) for n in range(10)}
        site.routes |= listing(24, [n + 500 for n in range(10)])
        done = crawl(site, tmp_path)
    assert done.returncode == Exit.FINDINGS, done.stderr
    assert ("copies", "") in findings(tmp_path)
    assert len(stored(tmp_path)) == 20


def test_stored_articles_that_are_not_in_the_files_any_more_are_missed(tmp_path: Path) -> None:
    with Site({}) as site:
        for day in (22, 23):
            publish(site, day)
            assert night(site, tmp_path, day)[0] == 0
        (tmp_path / "okezone" / INDEX).unlink()
        publish(site, 24)
        assert night(site, tmp_path, 24)[0] == 0, "an index that is lost loses nothing"
        (tmp_path / "okezone/articles-2026-07-22.jsonl").unlink()
        publish(site, 25)
        status, log = night(site, tmp_path, 25)
        assert status == Exit.FINDINGS
        assert "FINDING articles gone: 10 of 30 stored articles are not in the files any more" in log
        publish(site, 26)
        assert night(site, tmp_path, 26)[0] == 0, "it is said once"


def test_a_number_that_is_used_again_is_another_article(tmp_path: Path) -> None:
    """One that was stored, and one that was dropped for good, are days later listed under other headlines."""
    first, second = 2200, 2201
    new = {n: path_of(n).replace("bibit-mangga", "bupati-sora-resmikan-balai-latihan") for n in (first, second)}
    with Site({}) as site:
        publish(site, 22)
        site.routes[path_of(second)] = NOT_FOUND
        night(site, tmp_path, 22)
        publish(site, 23)
        night(site, tmp_path, 23)
        assert [line["again"] for line in dropped(tmp_path)] == [True, False]
        publish(site, 27, first)
        night(site, tmp_path, 27)
        assert asked(site, first) == 1, "under a day so much later it may be another"
        publish(site, 28)
        index = str(site.routes["/bydate/index/2026/07/28/"][2])  # type: ignore[index]
        for n in (first, second):
            site.routes[new[n]] = opened(n, day=28)
            card = f'<div class="content-hardnews"><h4><a href="https://news.okezone.com{new[n]}">Judul</a></h4></div>'
            index = index.replace("<body>", f"<body>{card}")
        site.routes["/bydate/index/2026/07/28/"] = page(index)
        night(site, tmp_path, 28)
    assert ids([second]) <= {*stored(tmp_path)}
    assert sum(id in ids([first]) for id in stored(tmp_path)) == 2


def test_pages_of_an_article_that_cannot_be_had_are_half_read(tmp_path: Path) -> None:
    pager = '</p><div class="paging"><a href="?page=1">1</a><a href="?page=2">2</a></div><p>'
    with Site(newsroom(10)) as site:
        for n in range(5):
            site.routes[path_of(n)] = article(n, pager)
        done = crawl(site, tmp_path)
    assert done.returncode == Exit.FINDINGS, done.stderr
    example = min(f"https://news.okezone.com{path_of(n)}" for n in range(5))
    assert f"(not all of its pages 5)\n    for example {example}\n" in done.stderr


def test_articles_whose_lists_say_another_date_are_doubted(tmp_path: Path) -> None:
    with Site(newsroom(10)) as site:
        for n in range(4):
            body = str(article(n)[2]).replace("2026-07-24", "2026-05-02").replace("24 Juli", "2 Mei")
            site.routes[path_of(n)] = page(body)
        done = crawl(site, tmp_path)
    assert done.returncode == Exit.FINDINGS, done.stderr
    assert "4 of 10 articles were read in part (another date than" in done.stderr


def test_an_article_that_has_got_another_number_is_followed(tmp_path: Path) -> None:
    with Site(newsroom(10)) as site:
        headlines = (
            "petani-kopi-sora-panen-lebih-awal",
            "petani-kopi-sora-panen-lebih-awal",
            "kapal-kandas-di-teluk-sora",
        )
        old, new, other = (
            path_of(n).replace(f"bibit-mangga-{n}", slug) for n, slug in zip((2, 30, 31), headlines, strict=True)
        )
        index = str(site.routes["/bydate/index/2026/07/24/"][2])  # type: ignore[index]
        site.routes["/bydate/index/2026/07/24/"] = page(index.replace(path_of(2), old))
        site.routes |= {new: article(30), other: article(31)}
        for to in (new, other):
            site.routes[old] = (301, {"Location": f"https://news.okezone.com{to}"}, "", 0.0)
            crawl(site, tmp_path)
    assert ids([30]) <= {*stored(tmp_path)}
    assert not ids([31]) & {*stored(tmp_path)}, "another headline is another article"


def test_a_page_that_came_for_several_addresses_is_that_of_the_one_it_fits(tmp_path: Path) -> None:
    """A cache that mixes pages up, a check for robots in the site's own frame; a copy under another number stays."""
    towns = (
        "demak kudus jepara", "blora rembang tuban", "garut cianjur ciamis", "sumba flores alor",
        "natuna anambas lingga", "kupang rote sabu", "ternate tidore bacan", "nias mentawai siberut",
    )  # fmt: skip
    slugs = [town.replace(" ", "-") for town in (*towns, towns[0])]
    with Site(newsroom(9)) as site:
        index = str(site.routes["/bydate/index/2026/07/24/"][2])  # type: ignore[index]
        for n, slug in enumerate(slugs):
            index = index.replace(path_of(n), new := path_of(n).replace(f"bibit-mangga-{n}", slug))
            body = str(article(n % 8)[2]).replace("Warga Tanam", slug.replace("-", " ").title())
            site.routes[new] = page(body)
        site.routes["/bydate/index/2026/07/24/"] = page(index)
        paths = [path_of(n).replace(f"bibit-mangga-{n}", slug) for n, slug in enumerate(slugs)]
        right = [site.routes[path] for path in paths]
        check = str(article(9)[2]).replace("Warga Tanam 9 Bibit Mangga", "Verifikasi Anda")
        site.routes |= dict.fromkeys(paths[1:4], page(check)) | {paths[5]: right[6]}
        first = crawl(site, tmp_path)
        site.routes |= dict(zip(paths, right, strict=True))
        second = crawl(site, tmp_path)
    not_had = dropped(tmp_path)
    assert {line["reason"] for line in not_had} == {"another page"}, first.stderr
    assert [line["id"] in ids([1, 2, 3, 5]) for line in not_had] == [True] * len(not_had)
    assert len(not_had) in (2, 3), "the first of the three, and one of two where the other came first, are stored"
    assert second.returncode == 0, second.stderr
    latest = {record["id"]: record["title"].split()[0].lower() for record in lines_of(tmp_path)}
    assert latest == {f"okezone-{9800001 + n}": slug.split("-")[0] for n, slug in enumerate(slugs)}


def test_an_article_that_is_whole_now_has_not_changed(tmp_path: Path) -> None:
    pager = '</p><div class="paging"><a href="?page=1">1</a><a href="?page=2">2</a></div><p>'
    with Site(newsroom(5)) as site:
        for n in range(5):
            site.routes[path_of(n)] = article(n, pager)
        crawl(site, tmp_path)
        for n in range(5):
            site.routes[f"{path_of(n)}?page=2"] = article(
                n, "</p><p>Panen pertama ditunggu pada bulan Mei tahun depan."
            )
        done = crawl(site, tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_text_that_stood_below_another_headline_is_doubted(tmp_path: Path) -> None:
    with Site(newsroom(10)) as site:
        text = str(article(0, " Panitia menyiram bibit itu setiap pagi." * 9)[2])
        for n in range(4):
            site.routes[path_of(n)] = page(text.replace("Warga Tanam 0 Bibit", f"Warga Tanam {n} Pohon"))
        done = crawl(site, tmp_path)
    assert done.returncode == Exit.FINDINGS, done.stderr
    assert "3 of 10 articles were read in part (another article's text 3)" in done.stderr


def test_a_list_that_shows_a_part_is_told_and_listed_once_more(tmp_path: Path) -> None:
    def tell(day: int, *numbers: int) -> None:
        site.routes |= {path_of(n): opened(n, day=day) for n in numbers} | listing(day, [*numbers])

    def run(day: int, since: int) -> tuple[int, str]:
        now = f"NEWSCRAWL_NOW=2026-07-{day}T18:00:00+07:00"
        done = crawl(site, tmp_path, f"since=2026-07-{since}", now, "RETRY_TIMES=0")
        return done.returncode, done.stderr

    with Site({}) as site:
        for day in range(17, 22):
            tell(day, *range(100 * day, 100 * day + 10))
            assert day == 17 or run(day, day - 1)[0] == 0
        tell(21, 2150, 2151)
        tell(22, *range(2200, 2210))
        status, log = run(22, 21)
        assert status == Exit.FINDINGS
        assert "10 of 10 articles of these days that were stored before are on no list, usually 0 %" in log
        tell(21, *range(2100, 2110), 2150, 2151, 2152)
        tell(23, *range(2300, 2310))
        status, log = run(23, 21)
    assert status == 0, log
    assert ids([2152, *range(2300, 2310)]) <= {*stored(tmp_path)}, "the list of a day that was done is asked for"


def test_an_index_by_day_that_shows_its_latest_articles_alone_is_told(tmp_path: Path) -> None:
    """A list of the newest may end behind these, with nothing lost; one of a whole day may not."""

    def run(day: int) -> tuple[int, str]:
        line = command(site, tmp_path, f"NEWSCRAWL_NOW=2026-07-{day}T18:00:00+07:00")
        since = line.index("since=2026-07-24")
        done = forks.run(line[: since - 1] + line[since + 1 :], env=environment(), timeout=patient(120))
        return done.returncode, done.stderr

    with Site({}) as site:
        for day in range(18, 23):
            numbers = range(100 * day, 100 * day + 10)
            site.routes |= listing(day, [*numbers])
            for hour, n in enumerate(numbers, start=8):
                body = str(opened(n, day=day)[2]).replace("T09:", f"T{hour:02}:").replace("|09:", f"|{hour:02}:")
                site.routes[path_of(n)] = page(body)
            if day > 18:
                assert run(day)[0] == 0
        site.routes |= listing(22, [*range(2205, 2215)])
        site.routes |= {path_of(n): opened(n, day=22) for n in range(2210, 2215)}
        site.routes |= listing(23, [*range(2300, 2310)])
        site.routes |= {path_of(n): opened(n, day=23) for n in range(2300, 2310)}
        status, log = run(23)
    assert status == Exit.FINDINGS, log
    assert "5 of 10 articles of these days that were stored before are on no list, usually 0 %" in log


def test_a_page_of_which_its_address_tells_nothing_is_asked_for_once_more(tmp_path: Path) -> None:
    """A cache that mixes pages up may know better behind the others; an editor's other headline is one all the same."""
    slugs = {n: f"{word}-menanam-pohon-kelapa-gading" for n, word in enumerate(("warga", "siswa", "petani", "nelayan"))}
    slugs |= {4: "harga-beras-turun-lagi", 5: "gempa-guncang-kupang-subuh-tadi", 6: "banjir-surut-demak-kudus-jepara"}
    paths = {n: path_of(n).replace(f"bibit-mangga-{n}", slug) for n, slug in slugs.items()}

    def telling(n: int, title: str, more: str = "") -> Answer:
        return page(
            str(article(n, more or f" {title}, kata panitia.")[2]).replace(f"Warga Tanam {n} Bibit Mangga", title)
        )

    def by_cache(hit: Hit) -> Answer:
        past = {name.lower(): value for name, value in hit.headers.items()}.get("cache-control") == "no-cache"
        return right[5] if past else right[0]

    right = {n: telling(n, slug.replace("-", " ").title()) for n, slug in slugs.items()}
    right[4] = telling(4, "Lega Sampai Panen Raya", " Lega sampai panen, harga beras turun lagi.")
    with Site(newsroom(7)) as site:
        index = str(site.routes["/bydate/index/2026/07/24/"][2])  # type: ignore[index]
        for n, path in paths.items():
            index = index.replace(path_of(n), path)
        site.routes |= {paths[n]: answer for n, answer in right.items()}
        site.routes |= {"/bydate/index/2026/07/24/": page(index), paths[5]: by_cache}
        site.routes[paths[6]] = telling(9, "Bupati Sora Resmikan Balai Latihan Kerja")
        first = crawl(site, tmp_path)
        asked = {n: site.count(path) for n, path in paths.items()}
        site.routes[paths[6]] = right[6]
        second = crawl(site, tmp_path)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert asked == {n: 1 if n < 4 else 2 for n in paths}
    assert [(line["id"], line["reason"]) for line in dropped(tmp_path)] == [(f"okezone-{9800007}", "another page")]
    latest = {record["id"]: record["title"] for record in lines_of(tmp_path)}
    headlines = {n: "Lega Sampai Panen Raya" if n == 4 else slug.replace("-", " ").title() for n, slug in slugs.items()}
    assert latest == {f"okezone-{9800001 + n}": headline for n, headline in headlines.items()}
    assert not load(tmp_path / "okezone")[0].half_read


def test_a_page_that_gives_itself_the_address_that_was_asked_for_is_its_own(tmp_path: Path) -> None:
    """Some portals have English addresses above Indonesian headlines."""
    paths = {n: path_of(n) for n in range(6)} | {
        5: path_of(5).replace("bibit-mangga-5", "farmers-celebrate-early-harvest-season")
    }
    own = f'<link rel="canonical" href="https://news.okezone.com{paths[5]}"></head>'
    said = (
        str(article(5)[2]).replace("Warga Tanam 5 Bibit Mangga", "Panen Raya Tiba Lebih Awal").replace("</head>", own)
    )
    with Site(newsroom(6)) as site:
        index = str(site.routes["/bydate/index/2026/07/24/"][2])  # type: ignore[index]
        site.routes |= {"/bydate/index/2026/07/24/": page(index.replace(path_of(5), paths[5])), paths[5]: page(said)}
        done = crawl(site, tmp_path)
        assert site.count(paths[5]) == 1
    assert done.returncode == 0, done.stderr
    assert set(stored(tmp_path)) == ids(range(6))


def test_a_page_that_an_earlier_night_stored_of_another_article_is_not_stored_for_this_one(tmp_path: Path) -> None:
    with Site({}) as site:
        publish(site, 22)
        assert night(site, tmp_path, 22)[0] == 0
        publish(site, 23, 2399)
        wrong = path_of(2399).replace("bibit-mangga-2399", "jepara-demak-menyambut-banjir-surut")
        index = str(site.routes["/bydate/index/2026/07/23/"][2]).replace(path_of(2399), wrong)  # type: ignore[index]
        site.routes |= {"/bydate/index/2026/07/23/": page(index), wrong: site.routes[path_of(2201)]}
        status, log = night(site, tmp_path, 23)
        assert site.count(wrong) == 2
    assert status == 0, log
    assert [line["detail"] for line in dropped(tmp_path)] == [f"https://news.okezone.com{path_of(2201)}"]
    assert not ids([2399]) & {*stored(tmp_path)}
