"""Whether a copy of an article that is stored says less than what is stored, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

# Shares of the stored text. Less than LOST of it gone is a correction; of its end less than END.
LOST = 1 / 3
END = 1 / 4
# The same where the page itself says that there is less of it: paywalled, fewer pages.
SAID = 1 / 10
# What has come in place of what is gone: with more than this share of it the article was written anew.
REWRITTEN = 1 / 4
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
    r"|(?:artikel|berita|halaman|konten|tulisan)(?: ini)? (?:sudah |telah )?(?:tidak (?:tersedia|ditemukan|dapat)"
    r"|di(?:hapus|cabut|tarik|turunkan|takedown)|ditutup)|(?:no longer|not) available|(?:was|been) removed)\b",
    re.I,
)


def why_worse(stored: Mapping[str, Any], copy: Mapping[str, Any], *, again: bool = False) -> str:
    """Why a copy of a stored article is worse than it, in words; empty for one that may be its next revision.

    `incomplete`: the stored one has all its pages, the copy not. `cut`: its text is the stored one's beginning and
    stops within a sentence. `paywalled`, `fewer pages`: the page says so, and a tenth of the text or more is gone.
    `a part`: a third of the stored sentences (a quarter, where its end is gone) or more are gone, and what has come
    in their place is little, a notice, or about something else. The next revision is also a text that is
    shorter because sentences were corrected, written anew or left out here and there.

    A mended reader may store a shorter, cleaner text: of the very same page (the same `fetched_at`, as `scrapy reread`
    has it) whatever it finds; of a page that was asked for `again` on purpose what would be `a part`, if it leaves a
    tenth of the stored text and adds no notice. By itself a crawl takes one that leaves most of it.
    """
    if _is_same_page(stored, copy):
        return ""
    if stored.get("complete", True) and not copy.get("complete", True):
        return "incomplete"
    old, new = (str(record.get("text") or "") for record in (stored, copy))
    before, after = _sentences(old), _sentences(new)
    gone = _only_in(before, after)
    lost, whole = _length(gone), _length(before)
    if not lost:
        return ""
    is_beginning = " ".join(old.split()).startswith(" ".join(new.split()))
    if is_beginning and not END_OF_SENTENCE.search(new.rstrip()) and not _is_a_paragraph(new, old):
        return "cut"
    added = [sentence for sentence in _only_in(after, before) if not _begins_one_of(sentence, gone)]
    come, notices = _come(added, old, len(new) < len(old) / 2)
    if come > REWRITTEN * lost:
        return ""
    if lost >= SAID * whole and copy.get("paywalled") and not stored.get("paywalled"):
        return "paywalled"
    if lost >= SAID * whole and _pages(copy) < _pages(stored):
        return "fewer pages"
    if (again and not notices and whole - lost >= CLEANED * whole) or (new and lost == whole and len(old) < ENOUGH):
        return ""
    return "a part" if lost >= (END if is_beginning else LOST) * whole else ""


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
    """Those of some sentences that the others have not, or less often."""
    return [*(Counter(some) - Counter(others)).elements()]


def _length(sentences: Iterable[str]) -> int:
    return sum(map(len, sentences))


def _begins_one_of(sentence: str, sentences: list[str]) -> bool:
    beginning = sentence.rstrip(" .…")
    return any(other.startswith(beginning) for other in sentences)


def _is_a_paragraph(new: str, old: str) -> bool:
    """True for a text of which the last paragraph is one of the old text's: headings end without a full stop."""
    return new.rstrip().rpartition("\n")[2].strip() in {paragraph.strip() for paragraph in old.split("\n")}


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
