"""From the paragraphs of a page to those of the article: junk out, sign-offs read and taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto
from itertools import islice, pairwise

from newscrawl.reading.blocks.paragraphs import LETTER, Cleaned, Paragraph
from newscrawl.reading.phrases.boilerplate import LONGEST_JUNK, cut_call, heads_a_box, is_caption, is_junk, is_unshown
from newscrawl.reading.phrases.counters import SAID, is_counter, take_counter, take_digits, take_hashtags
from newscrawl.reading.phrases.habits import NO_HABITS, Habits
from newscrawl.reading.phrases.headings import is_of_program, labels_last_picture, tells
from newscrawl.reading.phrases.house.offers import (
    CAMPAIGN,
    CAMPAIGN_CALL,
    PAYWALL_LINE,
    SUPPORT_US,
    offer_from,
    slogans,
)
from newscrawl.reading.phrases.linklists import LABEL_ABOVE_LINKS, is_listed, link_lists
from newscrawl.reading.phrases.names.agencies import AGENCIES
from newscrawl.reading.phrases.names.signoffs import SIGNOFF
from newscrawl.reading.phrases.origins.copies import join_notice
from newscrawl.reading.phrases.origins.syndication import COPIED_FROM, SOURCE_LINE
from newscrawl.reading.phrases.page import comments
from newscrawl.reading.phrases.page.headlines import is_long_title, only_titles, titles_at_end
from newscrawl.reading.phrases.page.pointers import RELATED_BARE, cut_related, is_pointer, is_related
from newscrawl.reading.phrases.people.below import take_below
from newscrawl.reading.phrases.people.columnists import take_columnist
from newscrawl.reading.phrases.people.contributors import CONTRIBUTED, note_contributors
from newscrawl.reading.phrases.people.credits import read_credits, take_credits, take_roles_above
from newscrawl.reading.phrases.people.heads import join_dateline, join_roles, take_editor, take_head
from newscrawl.reading.phrases.people.mastheads import masthead_from
from newscrawl.reading.phrases.people.parts import take_part_signs
from newscrawl.reading.phrases.people.schools import take_written_at
from newscrawl.reading.phrases.people.signatures import take_agency, take_signoff
from newscrawl.reading.phrases.people.signers import signed as read_signature
from newscrawl.reading.phrases.people.sources import A_SITE
from newscrawl.reading.phrases.people.unbracketed import (
    OF_TEMPO,
    is_label_below_sign,
    take_capitals,
    take_corrections,
    take_name,
)
from newscrawl.reading.phrases.pictured import below_pictures, is_credited, is_last_caption, is_stray, part_captions
from newscrawl.reading.text import search_end

MOST_LINES_BELOW = 500  # counters, credits and signatures below a text
ABOUT_LINES = 9  # at most, at the end of a text: what a house tells of itself
# "Tips menarik lain:" in front of links is a pointer; "Berikut kampus penerima:" is the writer's
POINTS = re.compile(
    r"\b(?:baca|simak|lihat|tonton|klik|cek|intip|saksikan|berita|artikel|video|terkait|rekomendasi|lewatkan|suka"
    r"|tertarik|menarik|populer|terpopuler|trending|terkini|read|watch|related|see|more|lain(?:nya)?|juga|yuk)\b",
    re.I,
)
SLASHED_SIGN = re.compile(r"[(\[]\s*[a-z]{2,5}(?:/[a-z]{2,5}){1,2}\s*[)\]]")  # behind it stand labels at most
SLASHED_TAIL = re.compile(rf"(?<=[.!?…”\"’])\s*{SLASHED_SIGN.pattern}$")
BEHIND_SIGN = re.compile(r"(?!\d)[^.!?:;]{3,80}(?<=\w)")  # "Baca kisah polisi teladan di sini"
MOST_BEHIND_SIGN = 4  # lines
LONGEST_SIGN = 30  # characters
CODE_BEHIND = re.compile(r"(?<=[.!?]) \[([a-z]{3})\]$")  # "... klinik kesehatan mental. [abc]"
OF_A_PICTURE = re.compile(r"(?:foto|video|poster|banner|ilustrasi|(?:info)?grafi[ks])\b", re.I)  # "Foto: X (Y/Z)"
NEXT_PAGE = re.compile(r"(?:baca )?halaman (?:selanjutnya|berikutnya)\W*", re.I)
COPYRIGHT_ANTARA = re.compile(r"copyright\s*©\s*antara\b", re.I)


class Verdict(Enum):
    """What one paragraph is."""

    KEEP = auto()  # the article's
    POINTER = auto()  # to another article, or the label of such
    CAPTION = auto()
    JUNK = auto()
    END = auto()  # neither it nor what follows is the article's, but for signatures


def strip(paragraphs: Iterable[Paragraph], habits: Habits = NO_HABITS, *, bylined: bool = False) -> Cleaned:
    """An article's paragraphs in order; what its tail says of editors, authors and agency is read, not kept.

    `habits` are those of the portal; `bylined` tells that the page names its writer elsewhere: then "Oleh: Ki Marto"
    below a poem is the poem's.
    """
    sieve = Sieve(join_notice(join_roles(list(paragraphs))), habits)
    kept, cleaned = sieve.sift(), sieve.cleaned
    while sieve.ends_over_nothing(kept):
        kept.pop()
    if habits.capitals_sign and kept and kept[-1] is sieve.above_links and is_label_below_sign(kept):
        kept.pop()
    signed = next((number for number, p in enumerate(kept) if number and _is_signed(p.text)), len(kept))
    behind = [p.text for p in kept[signed + 1 :] if p.text]
    behind[-1:] = [line.rstrip(": ") for line in behind[-1:]]  # over nothing
    if len(behind) <= MOST_BEHIND_SIGN and all(map(BEHIND_SIGN.fullmatch, behind)):
        del kept[signed + 1 :]
    texts = [p.text for p in kept]
    del texts[: next((number for number, text in enumerate(texts) if not is_counter(text)), len(texts))]
    if names := take_head(texts):
        cleaned.authors.extend(names)
        cleaned.editors.extend(take_editor(texts))
    take_roles_above(texts, cleaned, habits)
    taken_above = len(kept) - len(texts)
    del texts[masthead_from(texts) :]
    below_tables = {
        below.text for above, below in pairwise(kept) if above.item and not read_credits(above.text, Cleaned())
    }
    listed = len(kept) > 0 and kept[-1].item  # "1 2 3" in a table or a list are no pages
    names_sign = habits.capitals_sign and len(kept) > 1 and not (listed or kept[-1].heading)
    notes = take_corrections(texts) if habits.capitals_sign else []
    lines = len(texts)
    in_capitals = habits.capitals_sign or bool(texts and OF_TEMPO.match(texts[0]))
    for _ in range(MOST_LINES_BELOW):
        del kept[taken_above + len(texts) :]
        taken = (
            sieve.ends_over_nothing(kept) and kept[-1].text in texts[-1:] and texts.pop(),  # over lines that were taken
            take_counter(texts),
            not listed and take_digits(texts),
            take_hashtags(texts),
            take_written_at(texts, cleaned),
            take_columnist(texts, cleaned),
            take_signoff(texts, cleaned, habits),
            not listed and take_agency(texts, cleaned, habits),
            take_credits(texts, cleaned, habits, bylined=bylined, sourced=bool(below_tables & {*texts[-1:]})),
            in_capitals and take_capitals(texts, cleaned, habits),
            names_sign and take_name(texts, cleaned),
            not listed and take_below(texts, cleaned, signed=len(texts) < lines),
        )
        if not any(taken):
            break
    if not cleaned.agency or (sieve.agency and A_SITE.fullmatch(cleaned.agency) and cleaned.agency.islower()):
        cleaned.agency = sieve.agency  # "Tribunsora.com", of a notice, before the address below it
    cleaned.paragraphs = join_dateline([*texts, *notes])
    return cleaned


class Sieve:
    """Goes through a page's paragraphs, with one verdict on each."""

    def __init__(self, paragraphs: list[Paragraph], habits: Habits) -> None:
        self.cleaned, self.habits = Cleaned(), habits
        self.paragraphs = paragraphs = part_captions(take_part_signs(paragraphs, self.cleaned))
        self.agency: str | None = None  # whose text it is, by a line of its rights or its source
        self.kept: list[Paragraph] = []
        self.in_related_list = False  # behind a label, as long as linked lines follow
        self.lines_below = 0  # which line it is below a label that is a line of its block
        self.introduced = False  # in a list of links that the text announced
        self.titles_from: int | None = None
        self.campaign_to = -1  # the last line of one
        self.elsewhere = link_lists(paragraphs)
        self.over: set[int] = set()  # headings over nothing but such lists
        self.above_links: Paragraph | None = None  # the last line with pointers right below it
        self.below_picture = [*below_pictures(paragraphs)]
        self.offer = offer_from(paragraphs)

    def sift(self) -> list[Paragraph]:
        """The paragraphs that are the article's; of captions, agencies and paywalls a note is made."""
        if self.offer is not None:
            self.cleaned.paywalled = True
            self.cleaned.pictures = max((p.below for p in self.paragraphs[: self.offer]), default=0)
        for number, paragraph in enumerate(self.paragraphs[: self.offer]):
            verdict = self._of_pointers(number, paragraph)
            if verdict is Verdict.KEEP:
                verdict = self._of_campaigns(number, paragraph)
            if verdict is Verdict.KEEP:
                paragraph = cut_call(cut_related(paragraph), self.habits)
                verdict = self._of_words(number, paragraph)
            match verdict:
                case Verdict.KEEP:
                    self.kept.append(paragraph)
                case Verdict.POINTER:
                    if self.kept and self.kept[-1] is self.paragraphs[number - 1]:
                        self.above_links = self.kept[-1]
                    if number in self.elsewhere and self.kept and self.kept[-1].heading and not tells(self.kept):
                        self.over.add(id(self.kept[-1]))
                case Verdict.CAPTION:
                    self.cleaned.captions.append(paragraph.text)
                    self.cleaned.below.append(paragraph.below)
                case Verdict.JUNK:
                    self._note(paragraph.text)
                case Verdict.END:
                    self.kept.extend(p for p in self.paragraphs[number + 1 :] if SIGNOFF.fullmatch(p.text))
                    break
        return self.kept

    def ends_over_nothing(self, kept: list[Paragraph]) -> bool:
        """True where the last line is a heading that labels a picture, is a linked headline, or but that of a box."""
        if len(kept) < 2 or not (last := kept[-1]).heading:
            return False
        linked = not last.picture and is_pointer(replace(last, heading=False))
        return labels_last_picture(kept) or linked or id(last) in self.over or heads_a_box(last, self.habits)

    def _of_pointers(self, number: int, paragraph: Paragraph) -> Verdict:
        """POINTER for another article's label or headline, END where only such follow."""
        following = self.paragraphs[number + 1 : number + 2]
        text = paragraph.text
        if not text:  # a picture in a list of others
            return Verdict.KEEP
        if len(text) <= LONGEST_JUNK:
            if RELATED_BARE.fullmatch(text):
                if self._only_titles_follow(number):
                    return Verdict.END
                self.in_related_list, self.lines_below = True, int(paragraph.line)
                return Verdict.POINTER
            # A label is no sentence, and stands above what has no label of its own
            label = text[-1:] != "." and LABEL_ABOVE_LINKS.fullmatch(text)
            if label and any(is_pointer(p) and not is_related(p) for p in following):
                self.in_related_list = True
                return Verdict.POINTER
        self.introduced = (paragraph.item or paragraph.linked_from(0)) and (self.introduced or self._is_told(paragraph))
        in_line = self.lines_below > 0 and paragraph.line and not paragraph.heading and only_titles([paragraph])
        in_line = in_line and (self.lines_below == 1 or is_long_title(text))
        self.lines_below = self.lines_below + 1 if in_line else 0
        if self.in_related_list and (in_line or is_listed(paragraph, self.paragraphs[number - 1], self.kept)):
            return Verdict.POINTER
        self.in_related_list = False
        if is_related(paragraph) or (not self.introduced and (is_pointer(paragraph) or number in self.elsewhere)):
            return Verdict.POINTER
        return Verdict.KEEP

    def _of_campaigns(self, number: int, paragraph: Paragraph) -> Verdict:
        """END for the begin of comments, the next page or what a house tells of itself; JUNK for a campaign."""
        left = len(self.paragraphs) - number
        short = len(paragraph.text) <= LONGEST_JUNK
        below = (p.text for p in islice(self.paragraphs, number + 1, number + 1 + comments.MOST_BELOW))
        of_readers = paragraph.heading and comments.OF_READERS.fullmatch(paragraph.text)
        if short and self.kept and (of_readers or comments.begin_here(paragraph.text, below)):
            return Verdict.END
        if self.habits.next_begins and short and left <= 2 and NEXT_PAGE.fullmatch(paragraph.text):
            return Verdict.END
        if self.kept and short and left <= ABOUT_LINES and self.habits.about.fullmatch(paragraph.text):
            return Verdict.END
        if CAMPAIGN_CALL.fullmatch(paragraph.text):
            return Verdict.JUNK
        if number <= self.campaign_to:
            return Verdict.JUNK
        if self.kept and CAMPAIGN.fullmatch(paragraph.text):
            self.campaign_to = number + slogans(p.text for p in islice(self.paragraphs, number + 1, None))
            following = self.paragraphs[self.campaign_to + 1 : self.campaign_to + 2]
            if self.kept[-1].heading and all(p.heading for p in following) and not tells(self.kept):
                self.kept.pop()  # the campaign's own
            return Verdict.JUNK
        return Verdict.KEEP

    def _of_words(self, number: int, paragraph: Paragraph) -> Verdict:
        """CAPTION or JUNK by what a paragraph says, once its pointers are cut out."""
        text = paragraph.text
        short = len(text) <= LONGEST_JUNK
        numbered = paragraph.item and len(text) < 3 and text.isdecimal() and paragraph.linked_from(0)  # a pager's
        wordless = not LETTER.search(text) and not is_of_program(text, self.paragraphs)
        if wordless or numbered or (short and RELATED_BARE.fullmatch(text)):
            return Verdict.JUNK
        above = self.paragraphs[max(number - 1, 0) : number]
        under = self.below_picture[number]
        below = self.paragraphs[number + 1 : number + 2]
        if is_caption(paragraph, under_picture=under) or (under and is_credited(paragraph, below)):
            return Verdict.CAPTION
        if PAYWALL_LINE.fullmatch(text.rstrip(" .!>»")):
            self.cleaned.paywalled = True
            return Verdict.JUNK
        counter = not paragraph.item and is_counter(text) and not SAID.fullmatch(text)
        junk = short and (
            is_junk(paragraph, self.habits) or CONTRIBUTED.fullmatch(text) or comments.OF_TITLE.fullmatch(text)
        )
        junk = junk or bool(SUPPORT_US.match(text))
        if counter or junk or is_unshown(paragraph, above, below) or is_stray(paragraph, above, below):
            return Verdict.JUNK
        return Verdict.CAPTION if under and not below and is_last_caption(paragraph, self.kept) else Verdict.KEEP

    def _only_titles_follow(self, number: int) -> bool:
        if self.titles_from is None:
            self.titles_from = titles_at_end(self.paragraphs)
        return number + 1 >= self.titles_from and only_titles(self.paragraphs[number + 1 :])

    def _is_told(self, paragraph: Paragraph) -> bool:
        """True for what the text announces: "Berikut kampus penerima:"."""
        below_sign = self.habits.capitals_sign and is_label_below_sign(self.kept)
        if below_sign or not self.kept or not self.kept[-1].text.endswith(":"):
            return False
        return paragraph.item or not POINTS.search(self.kept[-1].text)

    def _note(self, text: str) -> None:
        """Read whose text it is from a line that is left out, and who signed behind it."""
        signed = text[-1:] in ")]" and not OF_A_PICTURE.match(text)
        if signed and (sign := self.habits.sign.search(text) or CODE_BEHIND.search(text)):
            read_signature(sign[1], self.cleaned, self.habits)
        note_contributors(text, self.cleaned)
        if COPYRIGHT_ANTARA.match(text):
            self.agency = AGENCIES["antara"]
        elif first := self.habits.first_seen.match(text) or SOURCE_LINE.fullmatch(text):
            self.agency = self.agency or first["source"]
        elif (copied := COPIED_FROM.match(text)) and not self.habits.brand.match(copied["source"]):
            self.agency = self.agency or copied["source"]


def _is_signed(text: str) -> bool:
    """True for a signature "(abc/def)", and for a paragraph that ends in one."""
    return bool(SLASHED_SIGN.fullmatch(text) or search_end(SLASHED_TAIL, text, LONGEST_SIGN))
