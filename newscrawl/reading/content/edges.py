"""Where a text begins and ends among its paragraphs: buttons and menus go, and the head of a page copied as a whole."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.content.guess import LEAST_SENTENCE, exact_stamp
from newscrawl.reading.metalines import NOBODY, read_meta_line
from newscrawl.reading.phrases.house.offers import PAYWALL_LINE
from newscrawl.reading.phrases.names.bylines import is_name, people
from newscrawl.reading.phrases.names.institutions import CHANNELS
from newscrawl.reading.phrases.names.signoffs import EDITOR_CODE, NAME
from newscrawl.reading.phrases.people.columnists import take_columnist_above
from newscrawl.reading.phrases.people.credits import read_credits
from newscrawl.reading.phrases.people.heads import BYLINE_HEAD, DATELINE, at_a_house, begins_below, join_roles
from newscrawl.reading.phrases.people.works import OF_A_WORK
from newscrawl.reading.rows import late
from newscrawl.reading.text import words_of

# "Yth. Redaksi,", "Dear Siti,": what a letter begins with
SALUTATION = re.compile(
    r"(?:yth|kepada|dear|ha[il]o?|hi|wahai|salam|om|pembaca|sahabat|saudara|bapak|ibu|kawan|teman|bunda|ananda|tuan)\b"
    r"[\w .’'-]{0,50},",
    re.I,
)
# "Ia pulang.", "Editor : Siti Aminah", "Editor: abc"
SAYS_SOMETHING = re.compile(
    r"[.!?”\")\]:*]$|^\w+(?: (?-i:[A-Z])\w+)? ?: ?(?-i:[A-Z0-9(+])"
    r"|^(?:(?:dilaporkan|ditulis) oleh|(?:penulis|reporter|sumber|teks|kabiro|kaperwil)\b[^:]{1,25}?) ?: ?(?-i:[A-Z])"
    rf"|^(?:editor|redaktur|penyunting|red) ?: ?(?-i:{EDITOR_CODE})$",
    re.I,
)
# Where a reader stands in a quiz, of which the first question and its answers follow: "Pertanyaan 1 / 5"
QUIZ = re.compile(r"(?:question|pertanyaan|soal|kuis|quiz)\s+\d{1,3}\s*(?:/|dari|of)\s*\d{1,3}", re.I)
MOST_OF_QUIZ = 20  # paragraphs
# "Ekonomi", "Home / Ekonomi / Panen Kopi": what a page shows above its headline
A_STEP = re.compile(r"\S+(?: \S+){0,2}(?<![.!?:])|.*[/›»>|].*(?<![.!?])")
OF_SITE = late(rf"(?i:home|beranda|(?:.*\s)?[/›»>|].*|{CHANNELS.pattern})")
BY_NAME = re.compile(rf"(?i:oleh|by|penulis|reporter|ditulis oleh|written by)\s*:?\s*{NAME}")
NOBODYS = re.compile(rf"(?:{NOBODY})", re.I)
MOST_ABOVE_TITLE, MOST_BELOW_TITLE, LONGEST_HEAD = 4, 6, 120  # lines, and characters of one
A_NUMBER = re.compile(r"\d[\d.,:–-]{0,11}")
NUMBERED = re.compile(r"\d{1,3}[.)] ?[^\W\d]")
MOST_OF_SITE = 3  # words of a site's name beside a headline
MOST_OF_COLUMNIST = 3  # lines: his name, what he is, his account


def is_said(text: str) -> bool:
    """True for a paragraph that is no word of a button or a menu."""
    if len(text.split()) > 4 or len(text) > LEAST_SENTENCE:
        return True
    offers = PAYWALL_LINE.fullmatch(text)  # which is made a note of
    return bool(offers or SAYS_SOMETHING.search(text.lstrip("*) ")))


def without_labels(paragraphs: list[Paragraph], *, signed: bool) -> list[Paragraph]:
    """Paragraphs without the words of buttons and menus in front of and behind the sentences; a last line may sign."""
    paragraphs = join_roles(paragraphs)
    quiz = next((i for i, p in enumerate(paragraphs) if QUIZ.fullmatch(p.text)), 0)
    if quiz and len(paragraphs) - quiz <= MOST_OF_QUIZ:
        paragraphs = paragraphs[:quiz]
    real = [i for i, p in enumerate(paragraphs) if is_said(p.text)]
    if not real:
        return []
    above = paragraphs[real[0] - 1] if real[0] else None
    # what stands below a picture is its caption; "Jakarta -" and "Yth. Redaksi," are the text's
    begins = above is not None and (
        DATELINE.fullmatch(above.text)
        or SALUTATION.fullmatch(above.text)
        or begins_below(above.text, paragraphs[real[0]].text)
    )
    part = above is not None and above.heading and _has_parts(paragraphs[real[0] :])
    first = real[0] - (above is not None and (above.picture or bool(begins) or part))
    # a columnist's name is taken off later, with what he is below it
    heads = range(max(0, real[0] - MOST_OF_COLUMNIST), real[0])
    first = next((i for i in heads if take_columnist_above([p.text for p in paragraphs[i:]])), first)
    end = _end_of_list(paragraphs, real[-1] + 1)
    return paragraphs[first : max(end + signed, _end_of_pairs(paragraphs, end))]


def _has_parts(paragraphs: list[Paragraph]) -> bool:
    """True for a text with a further sub-heading in front of a sentence: the first of them is its own, too."""
    return any(p.heading and is_said(below.text) for p, below in pairwise(paragraphs))


def copied_head(texts: list[str], title: str) -> tuple[int, list[str]]:
    """How many lines a text begins with that are its own headline once more and what stood about it, and its writers.

    >>> copied_head(["Home", "Panen Kopi", "Oleh Budi Santoso", "24 Juli 2026", "Panen kopi usai."], "PANEN KOPI")
    (4, ['Budi Santoso'])
    >>> copied_head(["Panen Kopi", "Siti Aminah", "Siti Aminah memanen kopi."], "Panen Kopi")
    (1, [])
    >>> copied_head(["Panen kopi usai.", "Panen Kopi", "24 Juli 2026"], "Panen Kopi")
    (0, [])
    """
    own = words_of(title)
    short = [*takewhile(lambda text: len(text) <= LONGEST_HEAD, texts[: MOST_ABOVE_TITLE + 1])]
    first = next((i for i, text in enumerate(short) if _is_headline(text, own)), None)
    if first is None or not _are_steps(short[:first]):
        return 0, []
    writers: list[str] = []
    count = first + 1
    end = min(count + MOST_BELOW_TITLE, len(texts) - 1)
    while count < end:
        named = _named_in_head(texts[count])
        if named is not None and (OF_A_WORK.match(texts[count + 1]) or _is_of_chronicle(texts, count)):
            break
        if named is None and _named_in_head(texts[count + 1]) is not None:  # "Budi Santoso" above a date
            named = _lone_name(texts[count], own, texts[count + 1 :])
        if named is None:
            break
        writers, count = writers or named, count + 1
    return count, writers


def _are_steps(lines: list[str]) -> bool:
    """True for what stands above a headline: one short line, or several with a channel among them; verses have none."""
    return all(map(A_STEP.fullmatch, lines)) and (len(lines) < 2 or any(map(OF_SITE.fullmatch, lines)))


def _is_of_chronicle(texts: list[str], place: int) -> bool:
    """True for a day that others follow, below each of which the text goes on."""
    return bool(exact_stamp(texts[place])) and any(
        len(text) <= LONGEST_HEAD and exact_stamp(text) for text in texts[place + 2 :]
    )


def _is_headline(line: str, own: list[str]) -> bool:
    """True for a headline of these words, alone or beside the site's name: "Panen Kopi - Kabar Sora"."""
    parts = [words_of(part) for part in re.split(r"\s+[-–—|]\s+", line)]
    others = sum(len(part) for part in parts if part != own)
    same = words_of(line) == own or (own in parts and others <= MOST_OF_SITE)
    return same and line[-1:] not in '.:”"'  # "Sora.com - Panen kopi usai." is a sentence


def _named_in_head(line: str) -> list[str] | None:
    """Whom a line names that says who wrote a text or when; null for any other."""
    if len(line) > LONGEST_HEAD or line[-1:] in "!?":
        return None
    if BY_NAME.fullmatch(line) or BYLINE_HEAD.fullmatch(line):
        return people(line)
    if names := at_a_house(line):
        return names
    if exact_stamp(line) or NOBODYS.fullmatch(line):
        return []
    if meta := read_meta_line(line):
        return people(meta.writer)
    said = Cleaned()
    return said.authors if read_credits(line, said) else None


def _lone_name(line: str, own: list[str], following: list[str]) -> list[str] | None:
    """A line that is somebody's whole name, whom neither headline nor text tells of; null for any other."""
    alone = " " in line and len(line) <= LONGEST_HEAD and re.fullmatch(NAME, line) and is_name(line)
    told = not {*own}.isdisjoint(words_of(line)) or any(line in text for text in following)
    return [line] if alone and not told else None


def _end_of_list(paragraphs: list[Paragraph], end: int) -> int:
    """Where the list, table or verse ends that goes on behind the last sentence, or begins there; `end` for neither.

    Its lines have no pictures, and no links unless the sentence announces them; a line may stand above one that begins.
    Two lines of no list are buttons.
    """
    told = paragraphs[end - 1].text.endswith(":")
    behind = paragraphs[end:]
    numbers = len([*takewhile(lambda p: A_NUMBER.fullmatch(p.text) and not (p.links or p.picture), behind)])
    if told and numbers > 1:  # "Nomor yang keluar malam itu:"
        return end + numbers
    listed = [
        (p.item, p.line) if p.text and (told or not p.links) and not p.picture else (False, False) for p in paragraphs
    ]
    for begin in (end, end + 1):
        for kind, least in enumerate((2, 3)):
            run = next((n for n, of in enumerate(listed[begin:]) if not of[kind]), len(listed) - begin)
            goes_on = begin == end > 0 and listed[end - 1][kind]
            if goes_on and kind and paragraphs[end - 1].text.endswith((".", "!", "?")):
                goes_on = run > 1  # one line behind a sentence may sign it
            if run >= least or (goes_on and run > 0):
                return begin + run
    return end


def _end_of_pairs(paragraphs: list[Paragraph], end: int) -> int:
    """Where pairs of a numbered line and a short one end that begin above `end`: "2. Lagu Terbaik", "Panen Kopi"."""
    begin = end - 1 if NUMBERED.match(paragraphs[end - 1].text) else end
    if not _is_pair(paragraphs, begin - 2):
        return end
    while _is_pair(paragraphs, begin):
        begin += 2
    return begin


def _is_pair(paragraphs: list[Paragraph], place: int) -> bool:
    """True where a numbered line stands here, and below it one that is no sentence and has no link."""
    if place < 0 or len(paragraphs) < place + 2:
        return False
    line = paragraphs[place + 1]
    bare = not (line.links or line.picture or NUMBERED.match(line.text) or line.text.endswith((".", "!", "?", ":")))
    return bare and len(line.text) <= LEAST_SENTENCE and bool(NUMBERED.match(paragraphs[place].text))
