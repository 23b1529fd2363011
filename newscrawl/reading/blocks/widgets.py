"""Small boxes that do something: a poll, a field for an address, a player of sound; told by what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.reading.text import beginning

BOXES = frozenset({"div", "section", "aside", "fieldset", "form"})
# What a writer fills with text: a box of these is looked at no further up.
KEPT = frozenset({"li", "ul", "ol", "td", "th", "tr", "table", "blockquote", "figure", "details", "dl", "dd"})
# A box of ingredients to tick is the writer's; what is hidden asks nothing.
NO_QUESTION = frozenset({"hidden", "checkbox", "button", "image", "reset"})
MOST_FIELDS = 200  # of one text
MOST_ASKING, MOST_AROUND_SOUND = 250, 80  # characters that such a box may have


def widgets(container: etree._Element) -> Iterator[etree._Element]:
    """The boxes in a text that hold a question to the reader or a player of sound, and few words besides.

    >>> page = "<p>Panen mulai.</p><div id=jajak>Harga naik?<input type=radio>Ya<button>Kirim</button></div>"
    >>> [box.get("id") for box in widgets(etree.HTML(page))]
    ['jajak']
    """
    for element in islice(container.iter("audio", "input", "select", "textarea"), MOST_FIELDS):
        if element.get("type", "").lower() in NO_QUESTION:
            continue
        most = MOST_AROUND_SOUND if element.tag == "audio" else MOST_ASKING
        box = None
        for above in element.iterancestors():
            if above is container or above.tag in KEPT or len(beginning(above, most + 1)) > most:
                break
            box = above if above.tag in BOXES else box
        if box is not None:
            yield box
