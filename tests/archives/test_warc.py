"""Raw pages of a crawl: whole pairs as they were sent, that other readers accept; and read again by better rules."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import os
import subprocess
import time
from base64 import b32encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cdxj_indexer.main import CDXJIndexer  # type: ignore[import-untyped]
from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.checker import Checker  # type: ignore[import-untyped]

from newscrawl.crawling.keeping import warc
from newscrawl.crawling.spider.portal import spider_of
from newscrawl.judging.exitcodes import Exit
from newscrawl.portals.registry import portals
from newscrawl.storing.raw import WarcFile, last_whole, mended
from tests import forks, newsroom
from tests.archives.making import archive, article, contents, html, http, record, run, url_of
from tests.newsroom import DAY, path_of
from tests.project import lines, patient, scrapy
from tests.site import Answer, Site

MOMENT = datetime(2026, 7, 24, 10, tzinfo=UTC)


def zipped(given: Answer) -> Answer:
    status, headers, body, delay = given
    packed = gzip.compress(body.encode() if isinstance(body, str) else body, mtime=0)
    return status, {**headers, "Content-Encoding": "gzip"}, packed, delay


def records(path: Path) -> list[tuple[str, str, bytes, Any]]:
    """Type, address, body as it was sent and record of all records, read by another library than wrote them."""
    with path.open("rb") as file:
        return [
            (one.rec_type, one.rec_headers.get("WARC-Target-URI"), one.raw_stream.read(), one)
            for one in ArchiveIterator(file)
        ]


def accepted(path: Path) -> bool:
    """Whether `warcio check` finds every digest right, and the indexer of pywb every page."""
    options = argparse.Namespace(inputs=[str(path)], verbose=False)
    checker = Checker(options)
    checker.process_all()
    output = io.StringIO()
    CDXJIndexer(output=output, inputs=[str(path)]).process_all()
    entries = [json.loads(line.split(" ", 2)[2]) for line in output.getvalue().splitlines()]
    return not checker.exit_value and bool(entries) and all(entry["offset"] and entry["status"] for entry in entries)


def test_a_crawl_keeps_its_pages_as_they_were_sent(tmp_path: Path) -> None:
    routes = newsroom.newsroom(3)
    sent = zipped(newsroom.article(1))
    routes[path_of(1)] = sent
    routes[path_of(2)] = (404, {"Content-Type": "text/html"}, "hilang", 0.0)
    with Site(routes) as site:
        done = newsroom.crawl(site, tmp_path, "NEWSCRAWL_WARC=1")
    (path,) = (tmp_path / "okezone/warc").iterdir()
    assert path.name.startswith("okezone-")
    assert path.name.endswith("-00000.warc.gz")
    assert accepted(path)
    found = records(path)
    kinds = [kind for kind, *_ in found]
    assert kinds[0] == "warcinfo"
    assert kinds[1:] == ["response", "request"] * (len(kinds[1:]) // 2)
    answers = {url: (body, one) for kind, url, body, one in found if kind == "response"}
    articles = {f"https://news.okezone.com{path_of(n)}" for n in range(3)}
    listings = {f"https://index.okezone.com/bydate/index/{DAY}/{page}" for page in ("", "15/")}
    assert set(answers) == articles | listings  # no robots.txt
    body, one = answers[f"https://news.okezone.com{path_of(1)}"]
    assert body == sent[2]
    assert one.http_headers.get_header("Content-Encoding") == "gzip"
    assert one.http_headers.get_header("Content-Length") == str(len(body))
    assert one.rec_headers.get("WARC-Payload-Digest") == "sha1:" + b32encode(hashlib.sha1(body).digest()).decode()
    assert one.rec_headers.get("WARC-Block-Digest").startswith("sha1:")
    asked = next(one for kind, url, _, one in found if kind == "request" and url.endswith(path_of(1)))
    assert asked.http_headers.get_header("User-Agent").startswith("newscrawl/")
    assert asked.rec_headers.get("WARC-Concurrent-To") in {one.rec_headers.get("WARC-Record-ID") for *_, one in found}
    assert "raw pages " in done.stderr
    # What the archive reads of it is what the crawl stored.
    stored = {r["id"]: r for r in lines(next((tmp_path / "okezone").glob("articles-*")))}
    again, ends = run(tmp_path / "out", path)
    assert ends["stored"] == 2
    for row in again:
        assert row["text"] == stored[row["id"]]["text"]
        assert row["fetched_at"] == datetime.fromisoformat(stored[row["id"]]["fetched_at"])


def test_nothing_is_kept_unless_asked_for_and_stored(tmp_path: Path) -> None:
    for given in ({"NEWSCRAWL_DATA": str(tmp_path)}, {"NEWSCRAWL_WARC": True, "NEWSCRAWL_DATA": ""}):
        with pytest.raises(NotConfigured):
            warc.RawPages(get_crawler(spider_of(portals()["okezone"]), given))


def answered(number: int) -> tuple[HtmlResponse, Request]:
    request = Request(url_of(number), headers={"User-Agent": "newscrawl\r\nX: y"})
    headers = {"Content-Type": "text/html", "Transfer-Encoding": "chunked", "Content-Length": "7"}
    return HtmlResponse(request.url, headers=headers, body=html(number), request=request), request


def test_what_a_kill_left_is_cut_behind_the_last_whole_record(tmp_path: Path) -> None:
    file = WarcFile(tmp_path, "okezone", {})
    sizes = []
    for number in range(3):
        file.add(*answered(number), MOMENT)
        sizes.append(file.size)
    (open_file,) = tmp_path.iterdir()
    assert open_file.suffix == ".open"
    whole = open_file.read_bytes()
    for cut in range(sizes[1] + 1, sizes[2], 41):
        open_file.write_bytes(whole[:cut])
        notes = mended(tmp_path)
        (closed,) = tmp_path.iterdir()
        kept = closed.read_bytes()
        assert closed.suffix == ".gz"
        assert whole.startswith(kept)
        assert len(kept) >= sizes[1]
        assert (len(kept) < cut) == bool(notes)
        assert last_whole(io.BytesIO(kept)) == len(kept)
        assert accepted(closed)
        closed.rename(open_file)
    open_file.write_bytes(whole[:30])  # not even its first record
    mended(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_file_grows_no_larger_than_it_may(tmp_path: Path) -> None:
    file = WarcFile(tmp_path, "okezone", {"robots": "obey"}, largest=4000)
    for number in range(9):
        file.add(*answered(number), MOMENT)
    file.close()
    file.close()
    paths = sorted(tmp_path.iterdir())
    assert len(paths) > 2
    assert [path.name.rpartition("-")[2] for path in paths] == [f"{n:05}.warc.gz" for n in range(len(paths))]
    assert all(path.stat().st_size < 6000 for path in paths)
    assert all(map(accepted, paths))
    heads = [one for path in paths for kind, _, _, one in records(path) if kind == "response"]
    assert len(heads) == 9
    assert all(one.http_headers.get_header("Transfer-Encoding") is None for one in heads)


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = WarcFile(tmp_path, "okezone", {})
    file.add(*answered(0), MOMENT)
    before = contents(tmp_path)
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda where, block: write(where, block[:50]))
        with pytest.raises(OSError, match="no room"):
            file.add(*answered(1), MOMENT)
    assert contents(tmp_path) == before
    file.add(*answered(2), MOMENT)
    file.close()
    assert accepted(next(tmp_path.iterdir()))


def test_a_run_of_the_same_second_replaces_nothing(tmp_path: Path) -> None:
    for number in range(3):
        file = WarcFile(tmp_path, "okezone", {})
        file.begun = "20260724180000"
        file.add(*answered(number), MOMENT)
        if number:  # the first was killed, and is mended by the next
            file.close()
        mended(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_killed_crawl_leaves_whole_records_and_the_next_one_mends(tmp_path: Path) -> None:
    routes = newsroom.newsroom(12)
    place = tmp_path / "okezone/warc"
    with Site({**routes, **{p: slow(a) for p, a in routes.items() if p.startswith("/read")}}) as site:
        command = newsroom.command(site, tmp_path, "NEWSCRAWL_WARC=1")
        process = forks.start(command, env=newsroom.environment())
        until = time.monotonic() + patient(60)
        while sum(p.stat().st_size for p in place.glob("*.open")) < 5000:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.02)
        process.close()
        (left,) = place.iterdir()
        with left.open("ab") as file:
            file.write(b"\x1f\x8b\x08torn")
        done = newsroom.crawl(site, tmp_path, "NEWSCRAWL_WARC=1")
    assert done.returncode == 0
    assert "of a torn record cut off" in done.stderr
    paths = sorted(place.iterdir())
    assert len(paths) == 2
    assert all(path.name.endswith(".warc.gz") for path in paths)
    assert all(map(accepted, paths))
    kept = {url for path in paths for kind, url, _, _ in records(path) if kind == "response"}
    assert len([url for url in kept if "/read/" in url]) == 12


def slow(given: Any) -> Answer:
    return (*given[:3], 0.05)


# -- read again --------------------------------------------------------------------------------------------------------


def reread(data: Path) -> subprocess.CompletedProcess[str]:
    return scrapy("reread", "okezone", "--warc", "-s", f"NEWSCRAWL_DATA={data}")


def test_better_rules_make_revisions_with_their_reason(tmp_path: Path) -> None:
    """As older rules stored it: without its writer and its second paragraph, and one article not at all."""
    place = tmp_path / "okezone"
    moved = url_of(6) + "-dan-jambu"
    archive(
        place / "warc/okezone-1.warc.gz",
        *map(article, (1, 2, 3)),
        article(3, "2026-07-25T01:00:00Z"),
        record(url_of(6), http(b"", f"Location: {moved}", status="301 Moved Permanently")),
        record(moved, http(html(6))),
        record(url_of(4), http(b"", status="404 Not Found")),
        article(5),
    )
    torn = place / "warc/okezone-1.warc.gz"
    torn.write_bytes(torn.read_bytes()[:-7])
    found, _ = run(tmp_path / "out", place / "warc/okezone-1.warc.gz")
    stored = [as_stored(row) for row in found if row["id"] in ("okezone-9800002", "okezone-9800003")]
    poorer = {**stored[0], "authors": [], "text": stored[0]["text"].partition("\n\n")[0]}
    file = place / "articles-2026-07-23.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in (poorer, stored[1])))
    done = reread(tmp_path)
    assert done.returncode == Exit.ERRORS, done.stderr
    (path,) = set(place.glob("articles-*.jsonl")) - {file}
    new = {r["id"]: r for r in lines(path)}
    assert set(new) == {f"okezone-980000{number}" for number in (2, 4, 7)}
    better = new["okezone-9800002"]
    assert (better["revision"], better["revised_because"]) == (2, "read again: authors, text")
    assert (better["authors"], better["text"]) == (["Ratih Kumala Dewi"], stored[0]["text"])
    assert better["fetched_at"] == poorer["fetched_at"]
    assert new["okezone-9800004"]["revised_because"] is None
    assert "unchanged 1" in done.stderr
    assert "torn at byte" in done.stderr
    assert "  damaged 1: kept files, or places in them" in done.stderr


def as_stored(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a crawl has written it."""
    record = {k: v for k, v in row.items() if k not in ("read_by", "warc_file", "warc_record")}
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in record.items()}


def test_raw_files_that_cannot_be_read_are_named_and_the_others_read(tmp_path: Path) -> None:
    place = tmp_path / "okezone/warc"
    archive(place / "okezone-1.warc.gz", article(1))
    (place / "okezone-2.warc.gz").symlink_to("/nowhere")
    (place / "okezone-3.warc.gz").write_bytes(b"<html>")
    done = reread(tmp_path)
    assert done.returncode == Exit.ERRORS, done.stderr
    assert f"newscrawl: {place}/okezone-2.warc.gz: could not be read: No such file or directory\n" in done.stderr
    assert f"newscrawl: {place}/okezone-3.warc.gz: no WARC file: a page and no archive: " in done.stderr
    assert "found 1, stored 1" in done.stderr
    assert "  damaged 2: kept files" in done.stderr
    (place / "okezone-1.warc.gz").unlink()
    done = reread(tmp_path)
    assert (done.returncode, "nothing to read again" in done.stdout) == (Exit.ERRORS, True)
