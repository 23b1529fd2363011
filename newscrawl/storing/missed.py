"""What the files `dropped-YYYY-MM-DD.jsonl` tell of articles that were found and not stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec


class Missed(msgspec.Struct, gc=False):
    """An `items.Dropped` of a file, as far as it is looked at again; `at` is aware."""

    id: str | None
    url: str
    reason: str
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    detail: str | None = None
    again: bool = False


DECODER = msgspec.json.Decoder(Missed)


def missed(path: Path) -> Iterator[Missed]:
    """The lines of a file in order; what is torn or not ours is passed over. Raises OSError."""
    with path.open("rb") as file:
        for line in file:
            with suppress(msgspec.MsgspecError, ValueError, RecursionError):
                yield DECODER.decode(line)
