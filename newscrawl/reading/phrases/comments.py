"""Lines about the comments of readers among the paragraphs of a text: their heading, their buttons and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newscrawl.reading.rows import Row, either

TIME = r"(?:sekitar )?(?:\d{1,3} ?|se|satu )(?:detik|menit|jam|hari|minggu|pekan|bulan|tahun) (?:yang )?lalu"
TO_ANSWER = r"(?:balas|reply|laporkan|report|tanggapi)"
TO_REACT = r"(?:(?:tidak )?suka|(?:dis)?likes?|hapus|\d{1,4})"
BETWEEN = r"[\s|·•,()-]*"
COUNTED = (
    Row(
        r"(?:\d{1,4}|one) (?:thoughts? on|(?:komentar|tanggapan|balasan) (?:pada|untuk|tentang|di)) [“\"].{3,200}[”\"]",
        "2 thoughts on “Panen Kopi”",
        "2 thoughts on “Kopi” were printed.",
    ),
)
HEADS = (
    Row(
        r"(?:\d{1,4} )?(?:komentar|tanggapan|comments?)(?: pembaca| \(?\d{1,4}\)?)?\W*",
        "2 Komentar",
        "2 komentar pedas",
    ),
    *COUNTED,
)
ANSWERS = (
    Row(
        rf"(?={BETWEEN}(?:{TO_ANSWER}|{TO_REACT}|{TIME}))(?=.*\b{TO_ANSWER}\b){BETWEEN}(?:(?:{TO_ANSWER}|{TO_REACT}|{TIME}){BETWEEN})+",
        "Balas · 2 jam lalu",
        "Balas dendam 2 jam lalu",
    ),
)
HEAD, ANSWER, OF_TITLE = either(HEADS), either(ANSWERS), either(COUNTED)
# "Andi Wijaya 2 jam yang lalu": who wrote a comment, and when
WRITTEN = re.compile(rf"[^.!?:,]{{2,40}}?{TIME}[^\w.!?]*", re.I)
LONGEST_LINE = 120  # characters
MOST_BELOW = 20  # lines below a heading, of which one is the first comment's buttons or time
LEAST = 2  # lines of readers' buttons, names and times: one may be the article's own


def begin_here(text: str, following: Iterable[str]) -> bool:
    """True for the heading of comments, where a line behind it holds the buttons of one, or who wrote it and when.

    >>> begin_here("2 Komentar", ["Andi", "Mantap!", "Balas · 2 jam lalu"])
    True
    >>> begin_here("2 Komentar", ["Warga membaca keduanya."]), begin_here("Komentar", ["Ia menjawab: balas!"])
    (False, False)
    """
    if len(text) > LONGEST_LINE or not HEAD.fullmatch(text):
        return False
    return any(len(line) <= LONGEST_LINE and (ANSWER.fullmatch(line) or WRITTEN.fullmatch(line)) for line in following)


def are_in(paragraphs: Sequence[str]) -> bool:
    """True where lines of a text are the buttons below comments, or names with how long ago they wrote.

    >>> are_in(["Andi", "Mantap!", "Balas", "Rina", "Balas"]), are_in(["Andi 2 jam lalu", "Wah!", "Rina 3 jam lalu"])
    (True, True)
    >>> are_in(["Panen usai 2 jam lalu", "Ia berkata: balas!"])
    False
    """
    short = (line for line in paragraphs if len(line) <= LONGEST_LINE)
    return sum(1 for line in short if ANSWER.fullmatch(line) or WRITTEN.fullmatch(line)) >= LEAST
