"""One way to write text: NFC, plain spaces, no invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import islice

from lxml import etree

from newscrawl.reading.mojibake import repaired

# Zero-width marks (but the joiner of two emoji), direction marks, soft hyphen, byte order mark, and the private
# use area, which is kept free for marks of our own.
INVISIBLE = re.compile(
    "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\ue00f\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]"
    "|(?<![\u2600-\U0001faff\ufe0f])\u200d"
)
# Unicode's own limit on the marks of one letter, and what may hold so many
MOST_MARKS = 30
NO_WORD = re.compile(r"[^\x00-\x7f\w\s]{31}")
NO_WORDS = re.compile(NO_WORD.pattern[:-4] + "+")
MAY_BE_INVISIBLE = re.compile(INVISIBLE.pattern.partition("|")[0][:-1] + "\u200d]")  # one set is searched for fast
CONTROL = bytes([*range(9), *range(0x0E, 0x20), 0x7F])
# Entities escaped twice: "Jakarta -&amp;nbsp;Badan", "30&amp;deg;C" arrive as "Jakarta -&nbsp;Badan", "30&deg;C".
DOUBLE_ESCAPED = re.compile(r"&(?:(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,30});|nbsp\b)")
ESCAPES = 3  # times that an entity may be escaped, beyond the one that the parser undoes
# Between these and what stands beside them there is a space.
# A line ends at these, whether or not white space stands in the source.
LINE_ENDS = dict.fromkeys("p div li ul ol tr td th h1 h2 h3 h4 h5 h6 dt dd br".split(), " ")
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"(?:[.!?…][”\"’')]*|[”\"])\Z")
LONGEST_END = 8  # characters
# What is not shown, or struck out
SILENT_TAGS = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "del", "s", "strike"})


def visible(text: str) -> str:
    """Text without invisible characters, entities undone, NFC; white space is left as it is.

    >>> visible("Badan&nbsp;X\u200b")
    'Badan X'
    """
    for _ in range(ESCAPES):
        if "&" not in text or not DOUBLE_ESCAPED.search(text):
            break
        text = DOUBLE_ESCAPED.sub(lambda m: unescape(m[0]).replace("\xa0", " "), text)
    if text.isascii():  # most of it: the long pattern is not needed
        return text if text.isprintable() else text.encode().translate(None, CONTROL).decode()
    text = repaired(text)
    text = INVISIBLE.sub("", text) if MAY_BE_INVISIBLE.search(text) else text
    # normalize sorts the marks of one letter, for hours if there are thousands
    if (marks := NO_WORD.search(text)) and any(map(unicodedata.combining, text)):
        text = text[: marks.start()] + NO_WORDS.sub(_fewer_marks, text[marks.start() :])
    return unicodedata.normalize("NFC", text)


def _fewer_marks(found: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in found[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def clean(text: str) -> str:
    r"""Text on one line with one space between words.

    >>> clean(" Harga\u00a0 nikel\n naik ")
    'Harga nikel naik'
    """
    return " ".join(visible(text).split())


def flatten(node: etree._Element | str) -> str:
    """The cleaned text of an element, inline tags and comments dropped without a space; a string is cleaned.

    >>> flatten(etree.HTML("<p>pen<b>ting</b> <!-- x -->sekali<script>y</script></p>"))
    'penting sekali'
    """
    if isinstance(node, str):
        return clean(node)
    return clean("".join(_texts(node, LINE_ENDS)))


def short_line(node: etree._Element, longest: int) -> str:
    """The cleaned text of an element as `flatten` gives it; "" if it is longer, or of very many parts."""
    pieces: list[str] = []
    for piece in _texts(node, LINE_ENDS):
        pieces.append(piece)
        if len(pieces) > MOST_PIECES:
            return ""
    line = clean("".join(pieces)) if sum(map(len, pieces)) <= 100 * longest else ""
    return line if len(line) <= longest else ""


def beginning(node: etree._Element, longest: int) -> str:
    """The cleaned text of an element; of a longer one the first part, at least `longest` characters as they stand."""
    pieces: list[str] = []
    length = 0
    for piece in _texts(node, LINE_ENDS):
        pieces.append(piece)
        length += len(piece)
        if length >= longest:
            break
    return clean("".join(pieces))


def text_before(element: etree._Element) -> str:
    """What stands right in front of an element, as it is written: behind the one before it, or first in their box."""
    before, box = element.getprevious(), element.getparent()
    return (box.text if before is None and box is not None else "" if before is None else before.tail) or ""


def line_before(element: etree._Element, longest: int) -> str:
    """The cleaned text right in front of an element, else that of the element before it; "" if that is longer."""
    before = element.getprevious()
    return text_before(element).strip() or ("" if before is None else short_line(before, longest))


def flatten_names(node: etree._Element | str) -> str:
    """Like `flatten`, with a bar where a line, or one of several links or spans, ends: between two names.

    >>> flatten_names(etree.HTML("<p>Oleh: <a>Budi Santoso</a> <a>Siti Aminah</a><p>Rani</p>"))
    'Oleh: | Budi Santoso | Siti Aminah | Rani'
    """
    if isinstance(node, str):
        return clean(node)
    inline = [tag for tag in ("a", "span") if len(list(node.iter(tag))) > 1]
    inner = node
    while len(inner) == 1 and not clean(inner.text or ""):  # boxes around boxes
        inner = inner[0]
    inline = inline or (["a", "span"] if len(inner) > 1 and not clean(inner.text or "") else [])
    pieces = _texts(node, dict.fromkeys([*LINE_ENDS, *inline], " | "))
    text = clean("".join(islice(pieces, MOST_PIECES_OF_NAMES)))
    return re.sub(r"(?: ?\| ?)+", " | ", text).strip(" |")


MOST_PIECES = 200  # texts and line ends in what is one line
MOST_PIECES_OF_NAMES = 2_000  # behind a thousand names is no byline


def _texts(node: etree._Element, ends: Mapping[str, str]) -> Iterable[str]:
    """The texts in an element and what stands for the ends of its lines."""
    if not len(node):  # most elements: nothing to walk
        return [node.text] if node.text and node.tag not in SILENT_TAGS else []
    return _walked(node, ends)


def _walked(node: etree._Element, ends: Mapping[str, str]) -> Iterator[str]:
    walker = etree.iterwalk(node, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element is not node:
                yield ends.get(element.tag, "")
            if element.tag in SILENT_TAGS:
                walker.skip_subtree()
            elif element.text:
                yield element.text
        elif element is not node:
            if event == "end":
                yield ends.get(element.tag, "")
            if element.tail:
                yield element.tail


def ends_sentence(text: str) -> bool:
    """True for text that ends where a sentence does, or a quotation.

    >>> [ends_sentence(text) for text in ("Ia pulang.”", "(Ia pulang.)", "“Ia pulang”", "Ia pulang:", "")]
    [True, True, True, False, False]
    """
    return search_end(SENTENCE_END, text, LONGEST_END) is not None


def search_end(pattern: re.Pattern[str], text: str, longest: int) -> re.Match[str] | None:
    """What a pattern finds in the last characters of a text; what stands in front of them may tell it apart, too."""
    return pattern.search(text, max(0, len(text) - longest))


def unique(values: Iterable[str]) -> list[str]:
    """Values in order, the first of each spelling kept, empty ones dropped.

    >>> unique(["Vivo", "vivo", "", "ZEISS"])
    ['Vivo', 'ZEISS']
    """
    seen: dict[str, str] = {}
    for value in values:
        if value:
            seen.setdefault(value.casefold(), value)
    return list(seen.values())


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without what stands between them.

    >>> words_of("Harga Kopi-Sora naik 5%!")
    ['harga', 'kopi', 'sora', 'naik', '5']
    """
    return WORD.findall(text.casefold())


def letters(text: str) -> str:
    """The letters and digits of a text alone, so that spaces and quotes tell nothing apart."""
    return "".join(words_of(text))
