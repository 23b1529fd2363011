"""Keeps the pages of a look as fixtures to mend from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from newscrawl.crawling.checking.looking import Look
from newscrawl.crawling.saved.saving import save_response, saved_as


def saved_of(look: Look, folder: Path) -> Iterator[str]:
    """Save each page that was had and is not saved yet; a line on each. Raises OSError."""
    day = f"{datetime.now():%Y-%m-%d}"  # noqa: DTZ005  # a file's name
    pages = [("listing", listed.response) for listed in look.lists]
    pages += [("article", looked.response) for looked in look.articles.values()]
    number = 0
    for kind, response in pages:
        if response is None:
            continue
        if saved_as(response.url, folder / look.portal.name):  # two would be one too many for a replay
            yield f"saved before: {response.url}"
            continue
        name = free_name(folder / look.portal.name, f"{day}-{kind}")
        fixture = save_response(response, look.portal, folder, name)
        number += 1
        yield f"saved {fixture.page} and {fixture.side.name}: {response.url}"
    yield f"{number} pages saved; the texts belong to the portal: replace their sentences by your own before you commit"


def free_name(folder: Path, name: str) -> str:
    """A name that no fixture has, numbered behind the first."""
    names = (name if n == 1 else f"{name}-{n}" for n in count(1))
    return next(free for free in names if not (folder / f"{free}.json").exists())
