"""Boxes in or beside a body that are not the article's: named so, hidden, struck out, a social post."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice, takewhile

from lxml import etree

from newscrawl.reading.blocks.boxnames import said_by
from newscrawl.reading.blocks.markup import BLOCKS, HEADINGS, INLINE
from newscrawl.reading.document.addresses import A_POST
from newscrawl.reading.text import beginning, short_line, text_before

# Boxes that are the page's, not the article's, unless they were never closed.
DOUBTFUL_TAGS = frozenset({"form", "aside", "nav", "object", "button"})
# What the writer crossed out is no longer said.
STRUCK = frozenset({"del", "s", "strike"})
STRUCK_STYLE = re.compile(r"line-through", re.I)
# A social post shown in the article is not its text.
POST = re.compile(A_POST)
# Whose post it is, behind it: "— Rani (@rani) July 24, 2026", "A photo posted by Rani (@rani) on Feb 16"
POSTED_BY = re.compile(
    r"(?:[—–-]\s*.{2,60}\(@\w{2,30}\)\s+(?:[A-Za-z]+ \d{1,2}|\d{1,2} [A-Za-z]+),? \d{4}"
    r"|an? (?:post|photo|video|reel) (?:shared|posted) by .{3,60}\(@[\w.]+\).{0,80}"
    r"|(?:kiriman|foto|video)(?: yang)? di(?:bagikan|kirim|posting) oleh .{3,60}\(@[\w.]+\).{0,80})\s*\Z",
    re.I | re.S,
)
# "Penulis: Budi Santoso Editor: Siti Aminah": all that a box of the writer may say
CREDIT = re.compile(r"(?:penulis|reporter|pewarta|jurnalis|wartawan|kontributor|editor|redaktur|oleh)\s*:", re.I)
LONGEST_CREDIT = 100  # characters
LONGEST_POST = 3000  # characters
MOST_PARAGRAPHS_OF_POST = 3
# In an offer to subscribe, whatever its length
PRICE = re.compile(r"\bRp\.?\s?\d|\b(?:berlangganan|subscribe)\b", re.I)
SENTENCE = re.compile(r"(?:\A|(?<=[.!?]))(?>[^.!?]*?[a-z]{2})(?:[^.!?]{8,}+[.!?]|[^.!?]{8,}?…)[”\"’)]?(?:\s|$)")
AS_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table)\b", re.I)
HIDDEN = re.compile(r"display\s*:\s*none|(?<![\w-])visibility\s*:\s*hidden", re.I)
# Far beside the page, where programs for writing put what was pasted: nobody sees it, however much it says
FAR_OFF = re.compile(r"(?:left|top|right|text-indent)\s*:\s*-(?:[5-9]\d{3}|\d{5,})(?:px|em)", re.I)
# A box with this many characters outside links is the article in a box with an unlucky name, or one never closed.
ARTICLE_CHARS = 400
NOT_OWN = ("a", "script", "style", "noscript")
# A box with as many characters outside links is no row of buttons.
MOST_DOUBTFUL_CHARS = 20_000
# Boxes in boxes that are looked through for what they hold; deeper ones are the article's.
DEEPEST_DOUBT = 8
MOST_LINKS_OF_POST = 50
LEAST_CHOICES = 2  # of a poll
# ".ads-wrapper", ".related-content": what may be around an article by mistake, and how much of one
WRAPS = re.compile(
    r"(?:[\w-]*[-_])?(?:related|terkait|rekomendasi|recommend\w*|ads?|iklan|banner)(?:[-_][\w-]*)?", re.I
)
LEAST_SENTENCES, MOST_LOOKED_AT, MOST_WRAPPERS = 2, 100, 10
LONG_WORD = re.compile(r"\w{5,}")
BACK = re.compile(r"[↩⤴⏎↑^⬆\ufe0e\ufe0f\[\] ]+")  # behind a footnote
MOST_PARAGRAPHS_OF_PLAYER = 20
CAPITAL_WITHIN = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
# Characters of a name, and of all class names of an element
LONGEST_NAME, MOST_NAMES = 100, 1000


def is_junk_box(element: etree._Element) -> bool:
    """True for a box whose name or style says it is not the article, unless it holds the article."""
    doubt = doubt_of(element)
    return doubt is not None and not holds_article(element, doubt)


def classes_of(element: etree._Element | None) -> frozenset[str]:
    """The class names of an element, all of them."""
    return frozenset() if element is None else frozenset(element.get("class", "").split())


def names_of(element: etree._Element) -> tuple[str, ...]:
    """The class names and the id of an element; not those that are longer or more than names are."""
    own_id = element.get("id", "")
    return _names(element.get("class", "")[:MOST_NAMES], own_id if len(own_id) <= LONGEST_NAME else "")


def dashed_names_of(element: etree._Element) -> tuple[str, ...]:
    """The names of an element with a dash in front of each capital: "detailsBreadcrumb" is "details-Breadcrumb"."""
    return tuple(CAPITAL_WITHIN.sub("-", name) for name in names_of(element))


def is_named(element: etree._Element, form: re.Pattern[str]) -> bool:
    """True for an element one of whose names is of a form."""
    return any(map(form.fullmatch, names_of(element)))


def said_of(element: etree._Element) -> frozenset[str]:
    """What the names of an element say of it: words of `boxnames.SAYS`."""
    return _said_by_all(names_of(element))


@lru_cache(maxsize=4096)  # pages of a portal have the same boxes
def _said_by_all(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(said_by, names))


def is_hidden(element: etree._Element) -> bool:
    """True for an element that its own style or attribute hides."""
    style = element.get("style")
    return bool(style and HIDDEN.search(style)) or element.get("hidden") is not None


@lru_cache(maxsize=4096)
def _names(classes: str, own_id: str) -> tuple[str, ...]:
    names = (*classes.split(), own_id)
    return tuple(name for name in names if 0 < len(name) <= LONGEST_NAME)


def doubt_of(element: etree._Element, *, offers: bool = True) -> str | None:
    """Why a box may not be the article's: an offer, junk or doubtful by name, hidden, far off, struck, a post."""
    tag = element.tag
    if not isinstance(tag, str):
        return None
    names = names_of(element)
    if tag in HEADINGS and element.get("id"):  # a heading's is made of its words
        names = tuple(name for name in names if name != element.get("id"))
    said = _said_by_all(names)
    if tag in ("blockquote", "div", "figure") and "embed" in said:
        return "post"
    style = element.get("style")
    if style and FAR_OFF.search(style):
        return "far off"
    if tag in STRUCK or (style and STRUCK_STYLE.search(style)):
        return "struck"
    if tag == "blockquote" and _shows_post(element):
        return "post"
    block = tag in BLOCKS
    if not block and tag in ("ins", "amp-ad"):
        if element.get("data-revive-zoneid"):  # what Revive puts there
            return "junk"
        block = True
    if block and "player" in said:
        return "player"
    if block and offers and "offer" in said:
        return "offer"
    if (tag == "object" and element.get("data")) or (block and "junk" in said):  # told where it cannot be shown
        return "junk"
    if block and "writer" in said and not CREDIT.match(short_line(element, LONGEST_CREDIT)):
        return "junk"
    if tag in DOUBTFUL_TAGS or (block and "doubtful" in said):
        return "doubtful"
    hidden = is_hidden(element) or "unseen" in said
    return "hidden" if hidden and "page" not in said and not element.get("data-page", "").isdigit() else None


def shown_as_block(element: etree._Element) -> bool:
    """True for an inline element whose style says that it stands alone, as a paragraph does."""
    style = element.get("style") if element.tag in INLINE else None
    return bool(style and AS_BLOCK.search(style))


def leads_back(link: etree._Element) -> bool:
    """True for the arrow behind a footnote, back to where it stands in the text."""
    return link.get("href", "").startswith("#") and bool(BACK.fullmatch(short_line(link, 10)))


def holds_article(element: etree._Element, doubt: str) -> bool:
    """True for a box that is the article's in spite of its name: of much text, or a doubtful one with a sentence."""
    if doubt == "far off":
        return False
    if doubt == "offer":
        if PRICE.search(beginning(element, MOST_DOUBTFUL_CHARS)):
            return False
        other = doubt_of(element, offers=False)
        return other is None or holds_article(element, other)
    if doubt == "post":
        return has_article_chars(element) and not _is_one_post(element)
    if doubt == "player":
        return (
            sum(len(_own_text(p, ARTICLE_CHARS)) for p in islice(element.iter("p"), MOST_PARAGRAPHS_OF_PLAYER))
            >= ARTICLE_CHARS
        )
    if doubt != "doubtful" or (element.tag == "form" and _asks(element)):
        return has_article_chars(element)
    own = _own_text(element, MOST_DOUBTFUL_CHARS)
    return len(own) >= MOST_DOUBTFUL_CHARS or bool(SENTENCE.search(own)) or _within_sentence(element)


def has_article_chars(element: etree._Element) -> bool:
    """True for a box with an article's length of text outside links."""
    return len(_own_text(element, ARTICLE_CHARS)) >= ARTICLE_CHARS


def wrapper_in(container: etree._Element, dropped: AbstractSet[etree._Element], title: str) -> etree._Element | None:
    """The box of a body that is called an advertisement's or a related article's, and holds the text all the same.

    It is asked for where the body says nothing else: the article is in a box with an unlucky name. It has paragraphs of
    sentences, several for each link outside lists, and says a long word of the article's `title`.
    """
    telling = re.compile("|".join(map(re.escape, LONG_WORD.findall(title))) or "(?!)", re.I)
    named = (box for box in container.iter(*BLOCKS) if is_named(box, WRAPS))
    for box in islice(named, MOST_WRAPPERS):
        if box is container or doubt_of(box) != "junk":
            continue
        texts, links = ([e for e in islice(box.iter(tag), MOST_LOOKED_AT) if not _is_listed(e, box)] for tag in "pa")
        said = [said for p in texts if SENTENCE.search(said := beginning(p, LONGEST_POST))]
        told = len(said) >= LEAST_SENTENCES and len(said) > 2 * len(links) and any(map(telling.search, said))
        if told and dropped.isdisjoint([box, *box.iterancestors()]):
            return box
    return None


def _is_listed(element: etree._Element, box: etree._Element) -> bool:
    return any(above.tag == "li" for above in takewhile(lambda above: above is not box, element.iterancestors()))


def _is_one_post(element: etree._Element) -> bool:
    """True for a box that ends in whose post it is; one that was never closed ends in the article."""
    if len([*islice(element.iter("p"), MOST_PARAGRAPHS_OF_POST + 1)]) > MOST_PARAGRAPHS_OF_POST:
        return False
    said = beginning(element, LONGEST_POST)
    last = deque(islice(element.iter("a"), MOST_LINKS_OF_POST), 1)
    linked = beginning(last[0], LONGEST_NAME) if last else ""
    return bool(POSTED_BY.search(said)) or (bool(linked) and said.endswith(linked))


def _asks(form: etree._Element) -> bool:
    """True for a form with answers to choose from, or with a field for an address to send news to."""
    if any(e.get("type", "").lower() == "email" for e in form.iter("input")):
        return True
    choices = (e for e in form.iter("input") if e.get("type", "").lower() in ("radio", "checkbox"))
    return len([*islice(choices, LEAST_CHOICES)]) == LEAST_CHOICES


def _shows_post(quotation: etree._Element) -> bool:
    """True for a quotation that is a social post: it leads to one or names one as its source."""
    if POST.search(quotation.get("cite", "")):
        return True
    if "@" in (said := beginning(quotation, LONGEST_POST)) and POSTED_BY.search(said):
        return True
    links = islice(quotation.iter("a"), MOST_LINKS_OF_POST)
    return any(POST.search(link.get("href", "")) and not _goes_on(link) for link in links)


def _goes_on(link: etree._Element) -> bool:
    """True for a link within a sentence: "tulis Rani dalam [unggahan] yang disukai ribuan orang"."""
    return bool(text_before(link).strip(" —–-\n")) and bool(re.match(r"\s*,?\s*[a-z]|,\s", link.tail or ""))


def _within_sentence(element: etree._Element) -> bool:
    """True for a button that is a word of a sentence: "Harga kopi [Rp5.000] naik", "Tekan [Kirim] untuk selesai"."""
    if element.tag != "button":
        return False
    said, then = "", ""
    inner: etree._Element | None = element
    while inner is not None and not (said or then):
        said, then = text_before(inner).strip(), (inner.tail or "").strip()
        box = inner.getparent()
        inner = box if box is not None and box.tag in INLINE else None
    goes_on = bool(said) and said[-1] not in ".!?:…|"
    if then:
        return goes_on or (not said and then[0].islower() and len(then.split()) > 2)
    return goes_on and len(said.split()) > 2


def _own_text(element: etree._Element, most: int) -> str:
    """The text of a box outside links; of a longer one the first part, at least `most` characters."""
    if next(element.iterancestors(*NOT_OWN), None) is not None or element.tag in NOT_OWN:
        return ""
    texts: list[str] = []
    length = 0
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walker:
        if event == "start":
            text = inner.text
            if inner.tag in NOT_OWN:
                walker.skip_subtree()
                text = None
        else:
            text = inner.tail if inner is not element else None
        if text:
            texts.append(text)
            length += sum(map(len, text.split()))
            if length >= most:
                break
    return " ".join(" ".join(texts).split())  # blocks may touch: "</p><p>"
