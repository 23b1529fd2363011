"""Pictures in a text that are none of the article's: counters of visits, badges of apps, portraits of writers."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.body import TO_ARTICLE
from newscrawl.reading.blocks.boxes import is_named
from newscrawl.reading.document.addresses import PICTURE_FILE
from newscrawl.reading.text import short_line

SMALLEST = 48  # pixels of both sides; what is as small is a mark, or counts visits
PIXELS = re.compile(r"\s*(\d{1,4})(?:px)?\s*")
# Where a badge leads: a channel to follow, an app to load
OF_BADGES = re.compile(
    r"https?://(?:[\w-]+\.)*(?:whatsapp\.com|wa\.me|t\.me|telegram\.\w+|news\.google\.\w+|play\.google\.com"
    r"|(?:apps|itunes)\.apple\.com|line\.me|linktr\.ee|s\.id)/",
    re.I,
)
# What counts visits, whatever its size
COUNTERS = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?:facebook\.com/tr|google-analytics\.com/|googletagmanager\.com/|doubleclick\.net/"
    r"|scorecardresearch\.com/|quantserve\.com/|pixel\.wp\.com/|mc\.yandex\.\w+/|histats\.com/|statcounter\.com/"
    r"|alexa\w*\.com/|analytics\.\w+|gravatar\.com/(?:bl)?avatar/)",
    re.I,
)
# "avatar", "author-photo", "wp-user-avatar": a portrait of who wrote it
OF_PERSONS = re.compile(
    r"(?:[\w-]+[-_])?(?:gr)?avatars?(?:[-_]\w+)?|author(?:[-_]?(?:img|image|photo|pic\w*|thumb\w*|box|info))?", re.I
)
BOXES = 3  # around a picture that are looked at
SHORT = 200  # characters of a box that says little


def is_badge(picture: etree._Element) -> bool:
    """True for a picture that is a mark of the site, a counter, a portrait of the writer or another article's."""
    link = next((box for box in islice(picture.iterancestors(), BOXES) if box.tag == "a"), None)
    address = link.get("href", "").strip() if link is not None else ""
    return is_mark(picture) or (bool(TO_ARTICLE.match(address)) and not PICTURE_FILE.search(address))


def is_mark(picture: etree._Element) -> bool:
    """True for a picture that is a mark of the site, a counter or a portrait of the writer."""
    sides = [PIXELS.fullmatch(picture.get(side, "")) for side in ("width", "height")]
    if all(side and int(side[1]) <= SMALLEST for side in sides):
        return True
    if COUNTERS.match(picture.get("src", "").strip()):
        return True
    around = [picture, *islice(picture.iterancestors(), BOXES)]
    if any(is_named(box, OF_PERSONS) and len(short_line(box, SHORT)) < SHORT for box in around):
        return True
    link = next((box for box in around if box.tag == "a"), None)
    return link is not None and bool(OF_BADGES.match(link.get("href", "").strip()))
