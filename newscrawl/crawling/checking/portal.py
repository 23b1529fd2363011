"""What a look at a portal says in one row."""

from __future__ import annotations

from urllib.parse import urlsplit

from newscrawl.counts import many
from newscrawl.crawling.checking.looking import Listed, Look
from newscrawl.crawling.checking.rows import Row
from newscrawl.crawling.checking.witness import Answer


def row_of(look: Look) -> Row:
    """Whether a portal can be reached, lets itself be crawled, and lists its articles as its rules say."""
    name = look.portal.name
    if not look.lists:
        if look.answers:
            return Row(name, "FAULT", f"no listing was had ({look.ended or 'the crawl failed'})")
        return Row(name, "note", "not asked: only a browser shows its listings, or it has none")
    listed = look.listed
    before = look.lists[: look.lists.index(listed)] if listed else look.lists
    robots = next(iter(robots_of(look).values()), "")
    said = [f"robots.txt {robots}"] if robots.startswith("HTTP") else []
    said += [f"{one.way}: {fault_of(one, name)}" for one in before]
    if listed:
        said.append(f"{listed.way}: {numbers_of(listed)}")
    return Row(name, "FAULT" if not listed else "note" if before else "ok", "; ".join(said))


def robots_of(look: Look) -> dict[str, str]:
    """What each host said when it was asked for its robots.txt, in words."""
    said = {}
    for answer in look.answers:
        if urlsplit(answer.url).path == "/robots.txt":
            said[answer.host] = answer.fault or f"HTTP {answer.status}" + (" (no rules)" if is_ruleless(answer) else "")
    return said


def is_ruleless(answer: Answer) -> bool:
    """True for an answer that says that there is no robots.txt."""
    return answer.status is not None and 400 <= answer.status < 500 and answer.status != 429


def fault_of(listed: Listed, portal: str) -> str:
    """Why a page of a listing gave no article."""
    if listed.fault:
        return listed.fault
    if not listed.cards:
        return "a page on which its rules find no card"
    return f"{many(listed.cards, 'card')}, none of them an article of {portal}"


def numbers_of(listed: Listed) -> str:
    """How many articles a page of a listing shows."""
    times = f", {listed.timed} with a time" if listed.timed else ""
    return f"{many(listed.articles, 'article')} of {many(listed.cards, 'card')}{times}"
