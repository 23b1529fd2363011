"""How a copy of an article differs from what is stored: whether it only says less; what other rules read in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any

from newscrawl.storing.versions import is_another_article

OF_THE_VERSION = frozenset({"revision", "schema_version", "worse", "revised_because"})  # what no page says
MENDED = ("published_at", "authors", "editors", "agency", "section", "tags", "summary", "images", "kind")
# Shares of the stored text. Less than LOST of it gone, and less than END of it at its end, is a correction.
LOST = 1 / 3
END = 1 / 10
# The same where the page itself says that there is less of it: paywalled, fewer pages.
SAID = 1 / 10
# What has come in place of what is gone: with more than this share of it the article was written anew.
REWRITTEN = 1 / 5
# Characters: so much less behind the last sentence may be a sign-off that is read as one now.
SIGNED = 30
# Of its length, what a corrected sentence has kept; with less it was cut.
SAME = 2 / 3
MOST_ALIKE = 20  # sentences that begin or end alike are looked through for the one that was corrected
# Words that the new sentences share with the stored text; with fewer they are not about the same thing.
SHARED = 1 / 4
# Characters: whether two shorter texts are about the same thing, nobody can say.
ENOUGH = 200
# A reader that was asked to read again and removed junk has left at least this share.
CLEANED = 1 / 10
SENTENCE = re.compile(r"(?<=[.!?…”\"’)])\s+|\n+")
# A text that ends otherwise was cut in the middle of a sentence.
END_OF_SENTENCE = re.compile(r"[.!?…:;”\"’')\]]$")
WORD = re.compile(r"[^\W\d_]{6,}")
# "Artikel ini telah dihapus oleh redaksi.", "Lanjutkan membaca dengan berlangganan", "Kami menggunakan cookie"
NOTICE = re.compile(
    r"\b(?:berlangganan|langganan|pelanggan|subscri\w+|cookies?|kuki|javascript|captcha|robot|login|log in|sign in"
    r"|masuk ke akun|akun anda|daftar (?:gratis|sekarang)|konten (?:premium|eksklusif)|baca selengkapnya"
    r"|men(?:cabut|ghapus|arik|urunkan) (?:artikel|berita|konten|tulisan)|(?:kami|redaksi) me?mohon maaf"
    r"|(?:artikel|berita|halaman|konten|tulisan)(?: ini)? (?:sudah |telah )?(?:tidak (?:tersedia|ditemukan|dapat)"
    r"|di(?:hapus|cabut|tarik|turunkan|takedown)|ditutup)|(?:no longer|not) available|(?:was|been) removed)\b",
    re.I,
)


def reread_fields(stored: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    """The fields in which two readings of the very same page differ; none for those of two pages.

    >>> reread_fields({"fetched_at": "T", "authors": [], "revision": 2}, {"fetched_at": "T", "authors": ["Rani"]})
    ['authors']
    """
    if stored.get("fetched_at") is None or stored["fetched_at"] != record.get("fetched_at"):
        return []
    known = [name for name in record if name in stored and name not in OF_THE_VERSION]  # not what is new in the schema
    return [name for name in known if record[name] != stored[name]]


def mended_fields(stored: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    """The fields besides that a page of the same title and text, fetched anew, fills otherwise: as mended rules would.

    What it does not say any more stays as it is stored. Of pictures words count: addresses change with each visit.

    >>> stored = {"title": "A", "text": "B", "authors": [], "tags": ["c"], "images": [{"url": "u?1", "caption": "D"}]}
    >>> mended_fields(stored, stored | {"authors": ["Rani"], "tags": [], "images": [{"url": "u?2", "caption": "D"}]})
    ['authors']
    """
    if any(stored.get(name) != record.get(name) for name in ("title", "text")):
        return []  # the portal has changed it
    known = [name for name in MENDED if name in stored and record.get(name) not in (None, "", [])]
    return [name for name in known if _words_of(stored[name]) != _words_of(record[name])]


def _words_of(value: Any) -> Any:
    """A field's value; pictures without their addresses."""
    if isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
        return [{name: said for name, said in one.items() if name != "url"} for one in value]
    return value


def why_worse(stored: Mapping[str, Any], copy: Mapping[str, Any], *, again: bool = False) -> str:
    """Why a copy of a stored article is worse than it, in words; empty for one that may be its next revision.

    `incomplete`: the stored one has all its pages, the copy not. `cut`: it stops within a sentence of the stored one.
    `paywalled`, `fewer pages`: the page says so, and a tenth of the text or more is gone. `a part`: a third of the
    text or more is gone, or a tenth at its end. What has come in place of what is gone is little, a notice, or about
    something else: a text that is shorter because sentences were corrected, written anew or left out here and there is
    the next revision. What stood there twice and stands there once is not gone.

    A mended reader may store a shorter, cleaner text where it was asked to read `again` on purpose: of the very same
    page (the same `fetched_at`, as `scrapy reread` has it) whatever is not `incomplete`; of one that was fetched anew
    what would be `a part`, if it leaves a tenth of the stored text and adds no notice. By itself a crawl takes one that
    leaves most of the text. Another article that has got the number of an old one is no copy of it.
    """
    if is_another_article(stored, copy):
        return ""
    if stored.get("complete", True) and not copy.get("complete", True):
        return "incomplete"
    if again and _is_same_page(stored, copy):
        return ""
    old, new = (str(record.get("text") or "") for record in (stored, copy))
    before, after = _sentences(old), _sentences(new)
    gone, added = _without_corrected(_only_in(before, after), _only_in(after, before))
    lost, whole = _length(gone), _length(before)
    if not lost:
        return ""
    is_torn = bool(after) and after[-1] in added and _begins_one_of(after[-1], gone)
    come, notices = _come(added[:-1] if is_torn else added, old, len(new) < len(old) / 2)
    if come > REWRITTEN * lost:
        return ""
    if is_torn and not END_OF_SENTENCE.search(after[-1]) and lost - len(after[-1]) > SIGNED:
        return "cut"
    if lost >= SAID * whole and copy.get("paywalled") and not stored.get("paywalled"):
        return "paywalled"
    if lost >= SAID * whole and _pages(copy) < _pages(stored):
        return "fewer pages"
    if (again and not notices and whole - lost >= CLEANED * whole) or (new and lost == whole and len(old) < ENOUGH):
        return ""
    missing = set(gone)
    end = _length(takewhile(lambda sentence: sentence in missing, reversed(before)))
    return "a part" if lost >= LOST * whole or end >= END * whole else ""


def _is_same_page(stored: Mapping[str, Any], copy: Mapping[str, Any]) -> bool:
    return copy.get("fetched_at") is not None and copy["fetched_at"] == stored.get("fetched_at")


def _pages(record: Mapping[str, Any]) -> int:
    pages = record.get("pages")
    return pages if isinstance(pages, int) else 1


def _sentences(text: str) -> list[str]:
    """A text in small pieces, the same whatever its paragraphs.

    >>> _sentences("Satu. “Dua?” kata Rani.\\n\\nTiga")
    ['Satu.', '“Dua?”', 'kata Rani.', 'Tiga']
    """
    return [" ".join(piece.split()) for piece in SENTENCE.split(text) if piece.strip()]


def _only_in(some: list[str], others: list[str]) -> list[str]:
    """Those of some sentences that are not among the others."""
    known = set(others)
    return [sentence for sentence in some if sentence not in known]


def _without_corrected(gone: list[str], added: list[str]) -> tuple[list[str], list[str]]:
    """Both without those that are one sentence before and after a correction: they begin or end in the same words.

    >>> _without_corrected(["Satu dua tiga 120 hektare.", "Lain."], ["Satu dua tiga 102 hektare."])
    (['Lain.'], [])
    """
    left: dict[tuple[str, ...], list[str]] = {}
    for sentence in gone:
        for edge in _edges(sentence):
            left.setdefault(edge, []).append(sentence)
    corrected: set[str] = set()
    corrections: set[str] = set()
    for new in added:
        for old in (old for edge in _edges(new) for old in left.get(edge, ())[:MOST_ALIKE]):
            if old not in corrected and len(new) > SAME * len(old) and not old.startswith(new):
                corrected.add(old)
                corrections.add(new)
                break
    return [s for s in gone if s not in corrected], [s for s in added if s not in corrections]


def _edges(sentence: str) -> Iterator[tuple[str, ...]]:
    """The first three words of a sentence, and its last three, marked as such."""
    words = sentence.split()
    if len(words) > 3:
        yield "begins", *words[:3]
        yield "ends", *words[-3:]


def _length(sentences: Iterable[str]) -> int:
    return sum(map(len, sentences))


def _begins_one_of(sentence: str, sentences: list[str]) -> bool:
    beginning = sentence.rstrip(" .…")
    return any(other.startswith(beginning) for other in sentences)


def _come(added: list[str], old: str, is_short: bool) -> tuple[int, bool]:
    """How many characters about the same thing have come, and whether a notice or something else has.

    What stands in place of a far longer text and shares no words with it is a wall or a notice whatever its words.
    """
    about = [sentence for sentence in added if not NOTICE.search(sentence)]
    words = {word.lower() for sentence in about for word in WORD.findall(sentence)}
    shared = words & {word.lower() for word in WORD.findall(old)}
    if is_short and len(shared) < SHARED * len(words):
        return 0, True
    return _length(about), len(about) < len(added)
