"""Pictures of a gallery that its page tells of in data: one list of them, each with its address and its caption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newscrawl.items import Image
from newscrawl.reading.document.addresses import PICTURE_FILE
from newscrawl.reading.fields import FieldLoader, without_markup
from newscrawl.reading.page import LONGEST_ADDRESS, Page
from newscrawl.reading.pictures.images import Gallery, file_of
from newscrawl.reading.text import clean
from newscrawl.reading.unruled.galleries import ENDS, LEAST_CAPTION, PictureRow

CAPTIONS = ("caption", "description", "deskripsi", "keterangan", "short_desc", "desc")
CREDITS = ("credit", "creditText", "photographer", "fotografer", "source")
MOST_VALUES, DEEPEST = 20_000, 20  # of the data that are looked at
MOST_SLIDES = 200


class Slide(NamedTuple):
    """A picture as the data tells of it; "" for what it does not say."""

    address: str
    caption: str
    credit: str


def slides_of(page: Page, known: Iterable[str] = ()) -> list[Slide]:
    """The longest list of pictures, most with a sentence each, one of them known or shown where the page is shared.

    `known` are addresses of pictures of the article. A list of what leads to other pages is none.
    """
    own = {file_of(address) for address in (*page.metas.get("og:image", [])[:1], *known)} - {""}
    found = []
    data = page.data
    for values in _lists([data.get("all"), data.get("next"), *data.get("state", {}).everything()]):
        slides = [slide for value in values[:MOST_SLIDES] if (slide := _slide(value))]
        told = {slide.caption for slide in slides if len(slide.caption) >= LEAST_CAPTION and ENDS.search(slide.caption)}
        if len(slides) < len(values[:MOST_SLIDES]) or len(slides) < 2 or 3 * len(told) < 2 * len(slides):
            continue
        if own & {file_of(slide.address) for slide in slides}:
            found.append(slides)
    return max(found, key=len, default=[])


def images_of(loader: FieldLoader, row: PictureRow) -> list[Image]:
    """The pictures of a row with what the page's data says of them; those of the data where the row has fewer."""
    found = Gallery(loader)
    shown = [Slide(p.address, p.caption, p.credit) for p in row.shown]
    slides = slides_of(loader.page, [slide.address for slide in shown])
    whole = slides if len(slides) > len(shown) else shown
    known = {file_of(slide.address) for slide in whole}
    for slide in (*whole, *(slide for slide in (*shown, *slides) if file_of(slide.address) in known)):
        found.add(*slide)
    return [*found.images.values()]


def _lists(values: Iterable[Any]) -> Iterator[list[dict[str, Any]]]:
    """The lists of objects anywhere in some values."""
    ahead = [(value, 0) for value in values]
    for _ in range(MOST_VALUES):
        if not ahead:
            return
        value, depth = ahead.pop()
        if isinstance(value, list) and len(value) > 1 and all(isinstance(item, dict) for item in value):
            yield value
        if depth < DEEPEST and isinstance(value, (list, dict)):
            ahead.extend((item, depth + 1) for item in (value.values() if isinstance(value, dict) else value))


def _slide(value: dict[str, Any]) -> Slide | None:
    """What an object tells of a picture; null where it tells of none, or has the address of another page."""
    said = {key: text.strip() for key, text in value.items() if isinstance(text, str)}
    addresses = [text for text in said.values() if text.startswith(("http", "/")) and len(text) < LONGEST_ADDRESS]
    pictures = [text for text in addresses if PICTURE_FILE.search(text)]
    if not pictures or len(pictures) < len(addresses):
        return None
    caption, credit = (
        clean(without_markup(next((said[k] for k in keys if said.get(k)), ""))) for keys in (CAPTIONS, CREDITS)
    )
    return Slide(pictures[0], caption, credit)
