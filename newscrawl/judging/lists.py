"""Whether a run's lists were had, and had whole: empty, lost or cut ones, pages with few cards, what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from newscrawl.counts import many
from newscrawl.discovery.endings import FEW
from newscrawl.judging.findings import Thresholds
from newscrawl.judging.known import FEW_RUNS
from newscrawl.judging.runs import ARCHIVE, Finding, Run
from newscrawl.judging.words import by_number

# Of the cards that a page has always had where another one follows it: the rest is there, and not seen.
SHORT_PAGE = 0.6
CUT = 0.8  # of the most that a list has shown: one that is cut may lack a card or two


def empty_or_lost(run: Run, past: list[Run]) -> Iterable[Finding]:
    """Lists that gave nothing, though they did before; the first one also where it was never asked before."""
    if (run.is_nightly or run.is_of_channels) and run.found_listed:
        first = next(iter(run.listings), "")
        for form, now in run.listings.items():
            before = sum(r.listings[form].articles for r in past if form in r.listings)
            is_new = all(form not in r.listings for r in past)
            if now.asked and not now.articles and (before or (form == first and is_new)):
                gave = "others gave some" if is_new else f"{before} in the {many(len(past), 'run')} before"
                yield Finding("listing empty", f"{form} gave no article on {many(now.asked, 'page')}, {gave}", form)
    if run.short_of_since and run.scope == ARCHIVE:
        since = run.arguments.get("since", "the first day asked for")
        yield Finding("short of since", f"the listings do not reach back to {since}")
    if run.scope == ARCHIVE and run.empty_days > max(0.1 * run.days, 1) and run.found_listed:
        yield Finding("listing empty", f"{run.empty_days} of {run.days} days without any article", "days")
    if run.lost_listings:
        why = f" ({by_number(run.lost_because)})" if run.lost_because else ""
        yield Finding("listing lost", f"{many(run.lost_listings, 'page')} of listings could not be had{why}")


def endless(run: Run, past: list[Run]) -> Iterable[Finding]:
    """Lists that were whole pages before, and lack their end tonight: what stood behind it is lost."""
    before = [r.endless for r in past if r.endless >= 0 and r.found_listed]
    if run.is_nightly and run.endless > max(before, default=run.endless):
        yield Finding("listing lost", f"pages of {run.endless} listings lack the end of their HTML, before they had it")


def ends(run: Run, past: list[Run], before: list[Run], limits: Thresholds, ruled: bool) -> Iterable[Finding]:
    """What the lists hold that was not had: `past` tell whether anything can be known, `before` of other cards."""
    if abs(hours := run.clock_off / 3600) > limits.clock:
        yield Finding("clock", f"the site's clock is {hours:+.0f} hours from this machine's: set the clock")
    if run.is_nightly and run.apart and past and run.held_before and not _shows_all(run, past):
        yield Finding("gap", f"{many(run.apart, 'list')} of all days came to no article that an earlier run knew")
    if run.is_nightly and run.undated and ruled:
        yield Finding("undated", f"{run.undated} articles listed without a day were not fetched")
    if run.one_number >= limits.at_least:
        yield Finding("one number", f"{run.one_number} articles of channels have the number of another one")
    compared = [r for r in before if r.other_cards >= 0 and r.found_listed]
    if run.is_nightly and run.other_cards >= 0 and compared:
        cards = run.other_cards + run.found_listed
        before_now = sum(r.other_cards + r.found_listed for r in compared)
        usual = sum(r.other_cards for r in compared) / before_now
        chance = max(limits.at_least, 3 * sqrt(cards * usual * (1 - usual) * (1 + cards / before_now)))
        if run.other_cards > usual * cards + limits.other_cards * cards + chance:
            message = f"{run.other_cards} of {cards} cards of lists lead to no article, usually {100 * usual:.0f} %"
            yield Finding("other addresses", f"{message} ({many(len(compared), 'run')})")


def _shows_all(run: Run, past: list[Run]) -> bool:
    """True where so few articles are listed as no list is cut to, and far fewer than before: it has had room for all.

    One that has never shown as few is cut.
    """
    now, *before = (sum(listing.articles for listing in r.listings.values()) for r in (run, *past))
    return now < FEW and min(before) < FEW and now < CUT * max(before)


def short_pages(run: Run, past: list[Run]) -> Iterable[Finding]:
    """Lists whose pages show far fewer cards than ever, though they go on: on holidays there are fewer pages."""
    for form, most in run.full.items() if run.is_nightly else ():
        before = [r.full[form] for r in past if form in r.full]
        if len(before) >= FEW_RUNS and most < SHORT_PAGE * min(before):
            message = f"{form} shows at most {most} cards on a page, before at least {min(before)} ({len(before)} runs)"
            yield Finding("few articles", message, form)
