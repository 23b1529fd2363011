"""Which articles the folder of an archive has, and when each was published: for `coverage`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from newscrawl.archives.folder import Folder, read_json
from newscrawl.archives.join import plain


class NotJoined(ValueError):
    """A folder in which nothing was joined, or is now. The message is one line that says what to do."""


class Published:
    """The articles of a folder that `newscrawl archive` has made, by portal. Raises NotJoined."""

    def __init__(self, root: Path) -> None:
        self.folder = Folder(root)
        sums = read_json(self.folder.sums)
        if sums is None:
            raise NotJoined(f"{root}: no archive was read into it to its end: newscrawl archive ... -o {root}")
        self.files: list[str] = sorted(sums["files"])
        self.portals = sorted({name for said in self.folder.all_done().values() for name in said["portals"]})

    def of(self, portal: str) -> Iterator[tuple[str, str | None]]:
        """Id and `published_at` (ISO 8601) of the latest version of each article, in no order. Raises NotJoined."""
        latest: dict[str, tuple[int, datetime | None]] = {}
        inside = f"articles/{plain(portal)}/"
        try:
            for name in (name for name in self.files if name.startswith(inside)):
                with (self.folder.root / name).open("rb") as file:
                    found = pq.read_table(file, columns=["portal", "id", "revision", "published_at"])
                for row in found.to_pylist():
                    if row["portal"] == portal and row["revision"] >= latest.get(row["id"], (0, None))[0]:
                        latest[row["id"]] = row["revision"], row["published_at"]
        except (OSError, pa.ArrowException) as error:
            why = str(error).splitlines()[0]
            raise NotJoined(f"{self.folder.root / name}: {why}: run newscrawl archive again") from None
        for id, (_, at) in latest.items():
            yield id, at.isoformat() if at else None
