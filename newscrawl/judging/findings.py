"""What a judgement may find, what follows from it, and how far a run may differ before it is found.

Every threshold is a setting NEWSCRAWL_JUDGE_...; the reasons stand beside them in the settings.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Protocol

from newscrawl.reasons import FORBIDDEN, REFUSED, SENT_AWAY, WALLS

# Fields without which a record is of little use: judged also when there is no past to compare with.
REQUIRED = ("title", "published_at", "text")
# Reasons that say that the site did not let us in, and those that say nothing about the page's template.
BLOCKED = (*REFUSED, *WALLS)
UNREADABLE = ("no title", "no text", "empty page", "not HTML", "too deep", "another page", "reader failed")
# Reasons of an article that is not where it was: many of them in one night are the site's fault.
GONE = ("removed", SENT_AWAY, FORBIDDEN, "not had", "too large")
FINDING_NAMES = {
    "no articles": "the listings gave no article at all",
    "few articles": "far fewer articles than usual for this day of the week",
    "listing empty": "a listing gave no article, though it did before or another one does",
    "listing lost": "pages of a listing could not be had, or something else came in their place",
    "gap": "a list ends before it comes to what the last run knew: what was published in between is lost",
    "other addresses": "far more cards than usual lead to no article's address: the portal may have a new one",
    "one number": "articles of two channels have one number: only one of them is had",
    "late": "many articles came onto lists after these had been read: they had shown a part",
    "undated": "too many articles were listed without a day to be fetched; new ones may be among them",
    "clock": "this machine's clock or the site's is wrong by hours: days were listed too early or too late",
    "blocked": "the site answers 403 or 429, or shows a robot check",
    "unread": "pages that should have been articles could not be read; they are kept for `scrapy reread`",
    "half-read": "articles were read, but not all of their text or without the date that their address carries",
    "field lost": "a field is filled far less often than it was",
    "text shorter": "the median text is far shorter than it was",
    "dead selector": "a rule of the loader that used to find something finds nothing any more",
    "failed": "pages could not be had after retries",
    "gone": "far more articles than usual are removed, lead elsewhere or are forbidden; `-a again=1` asks for them all",
    "given up": "articles could not be had for a week or two, and are not asked for any more; `-a again=1`",
    "worse copies": "many articles came back as less than what is stored: cut, paywalled, replaced by a notice",
    "articles gone": "articles that were stored are not in the files any more: get the files back from a copy",
    "changed": "many articles that were read again differ from what is stored: in what a page says, or how it is read",
    "copies": "many new articles are stored already, with headline and moment, under another number",
    "same value": "many articles have one title, author, time, text, summary, picture or line of text",
    "short of since": "the listings do not reach back to the day that was asked for",
    # Of `scrapy nightly`, about the process:
    "time limit": "the crawl was ended when its time was over",
    "crashed": "the crawl's process was killed or ended with an error of its own",
    "could not begin": "the crawl ended before its first request",
    "busy": "another run was storing articles of the portal",
}
# Findings after which the number of articles says nothing.
OF_DISCOVERY = ("no articles", "listing empty", "listing lost", "blocked")
# Findings after which no article is missing that another run could still find.
NOTHING_MISSING = frozenset((
    "unread", "half-read", "field lost", "same value", "text shorter", "dead selector", "short of since", "gone",
    "worse copies", "articles gone", "changed", "copies", "gap", "one number", "late", "undated", "given up",
))  # fmt: skip


class Settings(Protocol):
    """Where thresholds are looked up: Scrapy's settings will do."""

    def getfloat(self, name: str, default: float = 0.0) -> float: ...


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How far a run may differ from those before it; each is the setting NEWSCRAWL_JUDGE_ with its name."""

    runs: float  # how many runs before are looked at
    few_articles: float  # share of the usual number
    field_lost: float  # percentage points
    text_shorter: float  # share of the usual length
    dead_selector: float  # matches that were to be expected
    unread: float  # share of the articles fetched
    half_read: float  # likewise
    blocked: float  # likewise
    failed: float  # share of the articles found
    gone: float  # likewise, or twice the usual share
    changed: float  # share of the articles read again, or stored anew; or twice the usual share
    clock: float  # hours
    other_cards: float  # share of the cards of lists
    same_value: float  # percent of the articles
    at_least: float  # pages; fewer are an accident
    filled: float  # percent of the articles, for REQUIRED when there is no past
    text_length: float  # characters, when there is no past

    @classmethod
    def of(cls, settings: Settings) -> Thresholds:
        return cls(**{f.name: settings.getfloat(f"NEWSCRAWL_JUDGE_{f.name.upper()}") for f in fields(cls)})
