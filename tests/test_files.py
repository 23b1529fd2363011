"""Files as they are written, and where."""

from pathlib import Path

import pytest

from newscrawl.files import not_mounted


@pytest.mark.parametrize(
    ("options", "is_mounted", "holds", "missing"),
    [
        ("defaults", False, False, True),
        ("defaults", True, False, False),  # a first night
        ("defaults", False, True, False),  # somebody meant it
        ("noauto", False, False, False),
        ("#", False, False, False),
    ],
)
def test_the_empty_place_of_a_disk_that_is_not_mounted_is_known(
    options: str, is_mounted: bool, holds: bool, missing: bool, tmp_path: Path
) -> None:
    place = tmp_path / "disk of news"
    data = place / "data"
    if holds:
        data.mkdir(parents=True)
        (data / "report.html").touch()
    written = str(place).replace(" ", "\\040")
    comment = "#" if options == "#" else ""
    (tmp_path / "fstab").write_text(
        f"# disks\n\nUUID=1 / ext4 defaults 0 1\n{comment}UUID=2 {written} ext4 {options} 0 2\n"
    )
    mounts = ["/", *([written] if is_mounted else [])]
    (tmp_path / "mountinfo").write_text("".join(f"22 1 8:1 / {mount} rw - ext4 /dev/x rw\n" for mount in mounts))
    found = not_mounted(data, tmp_path / "fstab", tmp_path / "mountinfo")
    assert found == (place if missing else None)


def test_where_nothing_tells_no_disk_is_missed(tmp_path: Path) -> None:
    (tmp_path / "fstab").write_text("none\n")
    (tmp_path / "mountinfo").write_text("22 1 8:1 / / rw - ext4 /dev/x rw\n")
    assert not_mounted(tmp_path / "data", tmp_path / "nosuch", tmp_path / "mountinfo") is None
    assert not_mounted(tmp_path / "data", tmp_path / "fstab", tmp_path / "mountinfo") is None
