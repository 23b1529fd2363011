"""Files of any name and in any place: each is read, or said in one line, and none costs another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archives.folder import read_json
from newscrawl.archives.inputs import NoInput, units
from newscrawl.crawling.commandline import tell
from tests.archives.making import archive, article, contents, job, rows, run


def test_a_link_that_leads_nowhere_is_said_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "lost.warc.gz").symlink_to("/nowhere/at/all")
    (tmp_path / "folder.warc.gz").mkdir()
    archive(tmp_path / "a.warc.gz", article(1))
    assert [Path(unit.address).name for unit in units([str(tmp_path)])] == ["a.warc.gz", "lost.warc.gz"]


ODD = {
    b"b\xe9rita \xff.warc.gz": "b\\xe9rita \\xff.warc.gz",
    b"dua\nbaris\x1b.warc.gz": "dua\nbaris\x1b.warc.gz",
    b"a b#c?d%20*[e].warc.gz": "a b#c?d%20*[e].warc.gz",
    b"x.wacz#archive.warc.gz": "x.wacz#archive.warc.gz",
    b"BESAR.WARC.GZ": "BESAR.WARC.GZ",
    b"p" * 247 + b".warc.gz": "p" * 247 + ".warc.gz",
}


def test_files_of_any_name_are_read_and_named_in_letters(tmp_path: Path) -> None:
    places = [os.fsdecode(os.fsencode(tmp_path) + b"/in/" + name) for name in ODD]
    for number, place in enumerate(places, 1):
        archive(Path(place), article(number))
    found, ends = run(tmp_path / "out", tmp_path / "in", *places, f"{tmp_path}/in/../in/BESAR.WARC.GZ")
    assert ends == {"stored": len(ODD)}
    assert [row["warc_file"] for row in found] == [f"{tmp_path}/in/{name}" for name in ODD.values()]
    said = [read_json(path) or {} for path in (tmp_path / "out/done").iterdir()]
    assert {one["address"] for one in said} == {row["warc_file"] for row in found}
    whole = contents(tmp_path / "out")
    run(tmp_path / "out", tmp_path / "in")
    assert contents(tmp_path / "out") == whole


def test_such_a_name_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.warc.gz"))
    place.write_bytes(b"halo")
    job(tmp_path / "out", tmp_path, say=tell).read()
    assert capsys.readouterr().err == (
        f"newscrawl: {tmp_path}/\\xff\\n.warc.gz: no WARC file, it begins with b'halo'\n"
    )


def test_folders_with_links_in_a_circle_and_pipes(tmp_path: Path) -> None:
    archive(tmp_path / "in/a/1.warc.gz", article(1))
    archive(tmp_path / "elsewhere/2.warc.gz", article(2))
    (tmp_path / "in/a/up").symlink_to(tmp_path / "in")
    (tmp_path / "in/there").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere/back").symlink_to(tmp_path / "in/a")
    (tmp_path / "in/self.warc.gz").symlink_to("self.warc.gz")
    os.mkfifo(tmp_path / "in/pipe.warc.gz")
    said: list[str] = []
    made = job(tmp_path / "out", tmp_path / "in", say=said.append)
    made.read()
    assert sorted(line.removeprefix(f"{tmp_path}/in/") for line in said) == [
        "pipe.warc.gz: could not be read: a pipe or a device, where a file is needed: save it as one",
        "self.warc.gz: could not be read: Too many levels of symbolic links",
    ]
    made.join()
    assert [row["warc_file"].rpartition("/")[2] for row in rows(tmp_path / "out")] == ["1.warc.gz", "2.warc.gz"]


def test_a_folder_that_cannot_be_looked_into_is_said_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(tmp_path / "in/a.warc.gz", article(1))
    archive(tmp_path / "in/secret/b.warc.gz", article(2))
    look, open_file = os.scandir, Path.open

    def refused(place: Any) -> Any:
        if str(place).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(place))
        return look(place)

    def no_file(place: Path, *args: Any, **more: Any) -> Any:
        return refused(place) if place.name == "secret" else open_file(place, *args, **more)

    monkeypatch.setattr(os, "scandir", refused)  # an administrator may look into all
    monkeypatch.setattr(Path, "open", no_file)
    said: list[str] = []
    made = job(tmp_path / "out", tmp_path / "in", say=said.append)
    made.read()
    assert made.failed == 1
    assert said == [f"{tmp_path}/in/secret: could not be read: Permission denied"]
    assert sum(one["rows"] for one in made.folder.all_done().values()) == 1


def test_a_file_that_changes_or_goes_between_listing_and_reading(tmp_path: Path) -> None:
    archive(tmp_path / "in/a.warc.gz", article(1))
    archive(tmp_path / "in/b.warc.gz", article(2))
    said: list[str] = []
    made = job(tmp_path / "out", tmp_path / "in", say=said.append)
    archive(tmp_path / "in/a.warc.gz", article(1), article(3))
    (tmp_path / "in/b.warc.gz").unlink()
    made.read()
    assert said == [f"{tmp_path}/in/b.warc.gz: could not be read: No such file or directory"]
    made.join()
    assert len(rows(tmp_path / "out")) == 2
    assert [unit.address for unit in job(tmp_path / "out", tmp_path / "in").due()] == [f"{tmp_path}/in/a.warc.gz"]


def test_a_name_that_no_file_can_have_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoInput, match=r"p: File name too long$"):
        units([f"{tmp_path}/{'p' * 300}"])
    (tmp_path / "x.paths").write_bytes(b"\0\1")
    with pytest.raises(NoInput, match=r"no list of addresses: there are zero bytes in it"):
        units([f"{tmp_path}/x.paths"])
