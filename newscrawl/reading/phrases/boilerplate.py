"""What is never part of an article: advertisements, calls, labels, captions.

Works on paragraphs, knows no HTML but which characters of a paragraph are links. A pattern fits a whole paragraph;
a sentence that only contains such words stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.document.addresses import A_POST
from newscrawl.reading.phrases.habits import NO_HABITS, Habits
from newscrawl.reading.phrases.house.appeals import APPEALS, IN_FRONT
from newscrawl.reading.phrases.house.calls import CALLS, CALLS_TO_NEWS, OFFERING_CALLS, READING_CALLS
from newscrawl.reading.phrases.house.cautions import CAUTIONS
from newscrawl.reading.phrases.house.closings import CLOSINGS
from newscrawl.reading.phrases.house.films import FILM_HEADLINES, VIDEO_CALLS
from newscrawl.reading.phrases.house.linkedcalls import HERE_TO_READ, LINKED_CALL, POINTS_HERE, POINTS_HOME, STARRED
from newscrawl.reading.phrases.house.members import ASKED, MEMBERS
from newscrawl.reading.phrases.house.notices import NOTICES
from newscrawl.reading.phrases.house.promotions import PROMOTIONS
from newscrawl.reading.phrases.names.owners import ends_in_owner, is_owner
from newscrawl.reading.phrases.origins.stamps import ADDITIONS, SIGNS_OF_ADDITIONS, STAMPS
from newscrawl.reading.phrases.origins.syndication import ORIGINS, SOURCE_LINE, SYNDICATION
from newscrawl.reading.phrases.page.controls import CONTROLS, SLOTS
from newscrawl.reading.phrases.page.labels import ADVERTISEMENTS, BUTTON, LABELS, LINKED_TAGS, MARK, SHARE_BARS
from newscrawl.reading.phrases.page.pagers import PAGERS
from newscrawl.reading.phrases.pictures.barecaptions import ARCHIVE_NUMBER
from newscrawl.reading.phrases.pictures.underpictures import CAPTION, LONE_CAPTION, SIGNS_OF_CREDITS
from newscrawl.reading.rows import Row, either

LONGEST_JUNK = 400  # characters; a longer paragraph is somebody's text
LONGEST_UNDER = 300  # of a line under a picture that is a caption
# "(Artikel ini telah tayang di ...)"
BRACKETED = re.compile(r"[(\[](?:artikel|berita|tulisan|baca|simak|klik|bersambung|berlanjut)\b[^()\[\]]*[)\]]", re.I)
SIGNS_AROUND = "*•>» 👉✅➡📌📍🔔📲👇\ufe0f"  # a call, as hands and pins do
MOST_IN_FRONT = 3  # phrases in front of a call
# All in one: most paragraphs fit none
BELOW = (*NOTICES, *CAUTIONS, *CLOSINGS, *ORIGINS)
JUNK = either((*LABELS, *SLOTS, *VIDEO_CALLS, *READING_CALLS, *PROMOTIONS, *STAMPS, *ASKED, *BELOW))
CONTROL = either((*CONTROLS, *MEMBERS, *OFFERING_CALLS, *FILM_HEADLINES))
CALL = either((*CALLS, *APPEALS))
# What may be glued behind a last sentence; labels have no full stop
GLUED = either((*READING_CALLS, *OFFERING_CALLS, *PROMOTIONS, *STAMPS, *SYNDICATION))
GLUED_LABEL = either((*ADVERTISEMENTS, *PAGERS, *SHARE_BARS))
GLUED_WORDS = (  # each of these has one: a fifth of the time of a search
    "baca", "klik", "ikuti", "simak", "artikel", "berita", "halaman", "hal.", "selanjutnya", "sebelumnya", "lanjut",
    "advertise", "iklan", "scroll", "continue", "sponsored", "follow", "dapatkan", "gabung", "langganan", "bagikan",
    "share", "subscribe", "update", "download", "unduh", "join", "google", "whatsapp", "published", "tautan", "a+",
    "android", "kompasiana",
)  # fmt: skip
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…”\"’)\]])(?:\s+(?=[^\s.,;:])|(?=[A-Z(]))")
MOST_GLUED = 4  # calls behind one sentence
LONGEST_GLUED, SHORTEST_GLUED = 480, 40  # characters of what is glued, and of what it is glued to
PICTURE_TITLE = re.compile(r"\[[A-Z]\w{2,20}\] \S")  # "[Bintang] Ratna": above the button that enlarges it
# "Simak Video Sah! Ratna Jadi Ketua", above what stands for the film
FILM_TITLE = re.compile(r"(?:simak|tonton|saksikan|lihat)(?: juga)? video\b.{5,150}[^.:]", re.I)
# An address, and that of a film or post which the page should have shown in its place.
AN_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
FILMS_AND_POSTS = (
    Row(rf"https?://(?:www\.|m\.)?{A_POST}\S*", "https://www.instagram.com/p/x/", "https://www.instagram.com/desa"),
    Row(
        r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?|shorts/|embed/|live/)|youtu\.be/|dailymotion\.com/video/"
        r"|fb\.watch/|open\.spotify\.com/\w+/|soundcloud\.com/[\w-]+/[\w-]+)\S*",
        "https://youtu.be/x",
        "https://youtube.com/@desa",
    ),
    Row(r"pic\.twitter\.com/\w+", "pic.twitter.com/x1Y2", "twitter.com/desa"),
    Row(r"blob:https?://\S+", "blob:https://20.sora.com/a1-b2", "blob itu berisi film"),  # of a player, in one browser
)
# What a plugin that is gone leaves: [#kopi#], [video:Kopi](https://sora.com/1), [the_ad id="12"],
# [irp posts="123" name="Kopi"], [youtube]https://youtu.be/x[/youtube]
SHORTCODE = re.compile(
    r"\[caption [^\]]{1,300}\][^\[]{0,300}\[/caption\]|\[(?:video|audio|playlist) [^\]]{1,300}\](?:\[/\w+\])?|"
    r"\[#\w+#\]|\[[a-z]{3,12}:[^\[\]]{1,160}\]\([^()]{1,200}\)|"
    r"\[(?P<tag>[a-z]{3,12})\]https?://[^\s\[]+\[/(?P=tag)\]|"
    r"\[/?[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=(?:[\"“”″'‘’][^\"“”″'‘’\]]{0,200}[\"“”″'‘’]|[\w./-]{1,100}))+\s*/?\]"
)
POST_ADDRESS = either(FILMS_AND_POSTS)
# What a page adds to what is copied from it, wherever that is pasted, and the text of programs
ADDED = either(ADDITIONS)
MOST_ADDED = 20  # in one paragraph


def is_junk(paragraph: Paragraph, habits: Habits = NO_HABITS) -> bool:
    """True for a paragraph that is never an article's, whatever stands around it.

    >>> is_junk(Paragraph("Bagikan Artikel Ini")), is_junk(Paragraph("Ia bagikan artikel ini kepada kami."))
    (True, False)
    """
    text = paragraph.text
    if len(text) > LONGEST_JUNK:
        return False
    plain = text.strip(SIGNS_AROUND) or text  # "* Saksikan Video Pilihan Berikut Ini:"
    if text.startswith("*)"):
        plain = plain[1:].lstrip()
    if BRACKETED.fullmatch(plain):
        plain = plain[1:-1]
    if MARK.fullmatch(plain) or SHORTCODE.fullmatch(plain):
        return True
    if paragraph.item and not paragraph.links:
        return False  # "Iklan", "Ikuti kami di Instagram" may be items of a list of the article
    if JUNK.fullmatch(plain) or habits.own_junk.fullmatch(plain) or SOURCE_LINE.fullmatch(plain):
        return True
    credited = any(sign in plain for sign in SIGNS_OF_CREDITS)
    if not paragraph.heading and (
        BUTTON.fullmatch(plain) or CONTROL.fullmatch(plain) or (credited and LONE_CAPTION.fullmatch(plain))
    ):
        return True
    if _calls(plain, habits, linked=bool(paragraph.links)):
        return True
    if not paragraph.links:
        return False
    here = POINTS_HERE.fullmatch(text) or (STARRED.fullmatch(text) if text.startswith("*") else None)
    if here and paragraph.linked_from(here.start("link")):
        return True
    home = POINTS_HOME.fullmatch(text) if paragraph.elsewhere else None
    if home and paragraph.linked_from(home.start("link")) and habits.brand.match(home["link"]):
        return True
    called = LINKED_CALL.fullmatch(plain) or HERE_TO_READ.fullmatch(plain)
    return bool(called or (LINKED_TAGS.fullmatch(plain) and paragraph.linked_from(0)))


def heads_a_box(paragraph: Paragraph, habits: Habits = NO_HABITS) -> bool:
    """True for a heading that, over nothing, is that of a box below the text: "Komentar"."""
    bare = paragraph.heading and not paragraph.picture and len(paragraph.text) <= LONGEST_JUNK
    return bare and is_junk(replace(paragraph, heading=False), habits)


def _calls(plain: str, habits: Habits, *, linked: bool) -> bool:
    """True for a call to the readers of a house."""
    called = plain
    for _ in range(MOST_IN_FRONT):
        if CALL.fullmatch(called) or habits.own_call.fullmatch(called):
            break
        if not (phrase := IN_FRONT.match(called)):
            return False
        called = called[phrase.end() :]
    else:
        return False
    return bool(habits.calls_us.search(plain) or (linked and CALLS_TO_NEWS.search(plain)))


def cut_call(paragraph: Paragraph, habits: Habits = NO_HABITS) -> Paragraph:
    """The paragraph without the calls, the label or the syndication line that are glued behind its last sentence.

    >>> cut_call(Paragraph("Panen kopi tahun ini lebih awal, kata Darmo. SCROLL TO CONTINUE WITH CONTENT")).text
    'Panen kopi tahun ini lebih awal, kata Darmo.'
    """
    left = _without_calls(paragraph, habits)
    if left is not paragraph and is_junk(paragraph, habits):  # all of it is one call
        return paragraph
    if any(sign in left.text for sign in SIGNS_OF_ADDITIONS) and not is_junk(left, habits):
        for added in [*islice(ADDED.finditer(left.text), MOST_ADDED)][::-1]:
            left = left.without(*added.span())
        left = _without_calls(left, habits)
    return left


def _without_calls(paragraph: Paragraph, habits: Habits) -> Paragraph:
    """The paragraph without the calls that are glued behind its last sentence, one behind the other."""
    for _ in range(MOST_GLUED):
        left = _without_last_call(paragraph, habits)
        if left is paragraph:
            break
        paragraph = left
    return paragraph


def _without_last_call(paragraph: Paragraph, habits: Habits) -> Paragraph:
    """The paragraph without the call, or the label, that it ends with; itself where it ends with none."""
    text = paragraph.text
    first = max(len(text) - LONGEST_GLUED, SHORTEST_GLUED)
    if len(text) <= first:
        return paragraph
    tail = text[first:].lower()
    if not any(word in tail for word in GLUED_WORDS):
        return paragraph
    for gap in BETWEEN_SENTENCES.finditer(text, first):
        said = text[gap.end() :]
        said = said[1:-1] if BRACKETED.fullmatch(said) else said
        if text.count('"', 0, gap.start()) % 2 or text.count("“", 0, gap.start()) > text.count("”", 0, gap.start()):
            continue
        label = text[-1] not in '.!:”"' and GLUED_LABEL.fullmatch(said)
        if label or GLUED.fullmatch(said) or _calls(said, habits, linked=bool(paragraph.links)):
            return paragraph.without(gap.start(), len(text))
        if any(b > gap.end() for _, b in paragraph.links) and _points_away(paragraph.without(0, gap.end())):
            return paragraph.without(gap.start(), len(text))
    return paragraph


def _points_away(call: Paragraph) -> bool:
    """True for a call to read on whose last word is a link: "Selengkapnya silakan baca di sini."."""
    here = POINTS_HERE.fullmatch(call.text)
    if here and call.linked_from(here.start("link")):
        return True
    return bool(LINKED_CALL.fullmatch(call.text)) and max(b for _, b in call.links) >= len(call.text.rstrip(" .!»>])"))


def is_caption(paragraph: Paragraph, under_picture: bool) -> bool:
    """True for a short line with a credit in or right under a picture.

    >>> is_caption(Paragraph("Latihan sore (Foto: Antara)"), True), is_caption(Paragraph("Ia tiba."), True)
    (True, False)
    >>> is_caption(Paragraph("Latihan sore. Sora/Budi. sora : 167090263739"), True)  # the number of a house's archive
    True
    """
    said = paragraph.text
    if not (paragraph.picture or under_picture) or paragraph.heading or len(said) >= LONGEST_UNDER:
        return False
    known = CAPTION.fullmatch(said) or LONE_CAPTION.fullmatch(said) or ARCHIVE_NUMBER.search(said)
    return bool(known) or is_owner(said) or ends_in_owner(said)


def is_unshown(paragraph: Paragraph, above: Sequence[Paragraph], below: Sequence[Paragraph] = ()) -> bool:
    """True for the address of a film or post that the page was to show; one of a list of addresses is the text's.

    So too for a picture's title above the button that enlarges it.

    >>> is_unshown(Paragraph("https://youtu.be/x"), []), is_unshown(Paragraph("https://desa.id"), [])
    (True, False)
    >>> label = [Paragraph("Baca juga:")]
    >>> is_unshown(Paragraph("https://youtu.be/x"), label), is_unshown(Paragraph("https://youtu.be/x"), [], label)
    (False, True)
    >>> title, button = Paragraph("[Bintang] Ratna"), Paragraph("Perbesar")
    >>> is_unshown(title, [], [button]), is_unshown(title, [])
    (True, False)
    """
    if FILM_TITLE.fullmatch(paragraph.text) and any(other.text.startswith("[Gambas:Video") for other in below):
        return True
    if PICTURE_TITLE.match(paragraph.text) and any(other.text == "Perbesar" for other in below):
        return True
    if not POST_ADDRESS.fullmatch(paragraph.text) or any(other.text.endswith(":") for other in above):
        return False
    return not any(AN_ADDRESS.fullmatch(other.text) for other in (*above, *below))
