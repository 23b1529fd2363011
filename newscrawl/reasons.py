"""What each reason says of an article that was not had, and so how often it is asked for: written here, once."""

from __future__ import annotations

from enum import IntEnum


class Says(IntEnum):
    """How sure a reason is that there is no article to be had; of two on one day the surer counts."""

    FAILED = 0
    """No page could be had, or a block in place of one: nothing is known of the article. Never for good."""
    UNSURE = 1
    """A page was had that is no article tonight, as an outage sends. For good after NEWSCRAWL_TRIES different days."""
    MISSING = 2
    """For good when it is said on a second day: HTTP 404 and 410, a notice. A deployment says it of all for an hour."""
    SURE = 3
    """For good at once: a ban in robots.txt."""


FORBIDDEN, UNREACHABLE = "forbidden by robots.txt", "robots.txt unreachable"
SENT_AWAY = "redirected away"
KEPT_DAMAGED = "kept page damaged"
TOLD_ONCE = frozenset({FORBIDDEN, UNREACHABLE})  # in a log: they are the host's, and hold for all that is asked of it
# Obstacles that were put there, unlike an empty answer: by a status, and by a page.
REFUSED, WALLS = ("blocked", "too many requests"), ("robot check", "provider block")

REASONS = {
    "removed": Says.MISSING,  # HTTP 404 and 410, or a page that says so
    FORBIDDEN: Says.SURE,  # and asked of robots.txt again whenever the article is listed
    # -- a page was had that is no article
    SENT_AWAY: Says.UNSURE,  # to the front page, a channel, a login, an app's page, another article, host or port
    "another page": Says.UNSURE,  # by its canonical address; the front page in its place; a cache mixes pages up
    "listing": Says.UNSURE,
    "no title": Says.UNSURE,
    "no text": Says.UNSURE,
    "gallery without text": Says.MISSING,  # read, and known for what it is
    "video without text": Says.MISSING,
    "empty page": Says.UNSURE,
    "not HTML": Says.UNSURE,
    "too deep": Says.UNSURE,
    "too large": Says.UNSURE,
    "not had": Says.UNSURE,  # a status that says nothing for ever: see failures.STATUSES
    # -- no page could be had
    "timeout": Says.FAILED,
    "connection refused": Says.FAILED,
    "connection failed": Says.FAILED,
    "host not found": Says.FAILED,
    "cut body": Says.FAILED,
    "server error": Says.FAILED,
    "redirect loop": Says.FAILED,
    "too many requests": Says.FAILED,
    "blocked": Says.FAILED,
    "robot check": Says.FAILED,
    "provider block": Says.FAILED,
    UNREACHABLE: Says.FAILED,
    "browser failed": Says.FAILED,
    "request failed": Says.FAILED,
    KEPT_DAMAGED: Says.FAILED,  # in a rereading: the file of the page is there, and not what was written
    "not reached": Says.FAILED,  # found, and not asked for any more when the crawl was stopped
    "storage failed": Says.FAILED,
    "not passed on": Says.FAILED,  # what stands between the spider and the site dropped the request
    "address too long": Says.FAILED,
    "beyond DEPTH_LIMIT": Says.FAILED,
    "reader failed": Says.FAILED,  # an exception of ours
}
# Behind the reason, in the counts: of an article that was dropped before and not asked for this time, and of one that
# was asked for again after an earlier day; and of one that came late onto the lists of a day before.
EARLIER, AGAIN, CAME_LATE = "(an earlier run)", "(asked again)", "(late)"
OF_BEFORE = (AGAIN, CAME_LATE)  # what ends so is no loss of the run's own days


def says(reason: str) -> Says:
    """How sure a reason is.

    >>> [says(reason).name for reason in ("forbidden by robots.txt", "removed", "another page", "a new one", "timeout")]
    ['SURE', 'MISSING', 'UNSURE', 'UNSURE', 'FAILED']
    """
    return REASONS.get(reason, Says.UNSURE)


def is_final(said: Says, unsure: int, missing: int, tries: float) -> bool:
    """True when an article is not asked for again: said so surely, or on enough days, tonight's included.

    `unsure` and `missing` are on how many days at least that much was said, `tries` is NEWSCRAWL_TRIES.

    >>> [is_final(Says.UNSURE, days, 0, 3) for days in (1, 2, 3)], [is_final(Says.MISSING, d, d, 3) for d in (1, 2)]
    ([False, False, True], [False, True])
    >>> is_final(Says.FAILED, 9, 9, 3), is_final(Says.MISSING, 2, 1, 3)
    (False, False)
    """
    if said is Says.FAILED:
        return False
    return said is Says.SURE or unsure >= tries or (said is Says.MISSING and missing >= 2)
