"""A line of a caption, its first or its last, that says nothing but whose the picture is."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from newscrawl.reading.phrases.names.owners import is_owner, owner_in
from newscrawl.reading.text import clean, flatten

ENDS_LINE = frozenset({"br", "p", "div"})
FINE = frozenset({"small", "cite"})  # which a caption is set in for nothing else
SLANTED = frozenset({"em", "i", "span", "b", "strong"})  # a ship's name, too
# "Foto: Budi", "Dok. Humas"
LABELLED = re.compile(
    r"(?:foto|photo|dok|credits?|kredit|sumber(?: (?:foto|gambar))?)\s*[:.]\s*(?:(?-i:[A-Z@])[^:.]*|ist(?:imewa)?)\.?",
    re.I,
)
SAYING = frozenset("p div span small em i".split())
LEAST_WORDS = 4  # of a caption that nothing calls so; fewer are a button's
MOST_CHILDREN = 20  # of a caption
LONGEST_LINE = 80  # characters of a credit


def credit_line(caption: etree._Element) -> str:
    """The first or the last line of a caption, if it tells nothing but whose the picture is; "" for none.

    >>> [credit_line(etree.HTML(f"<p>{said}</p>").find(".//p")) for said in (
    ...     "ANTARA/Budi<br>Panen kopi", "Panen kopi<br><small>Istimewa</small>", "Panen kopi <i>ANTARA/Budi</i>")]
    ['ANTARA/Budi', 'Istimewa', 'ANTARA/Budi']
    >>> [credit_line(etree.HTML(f"<p>{said}</p>").find(".//p")) for said in (
    ...     "Panen kopi<br>di Sora", "Kapal <i>Antara</i>", "ANTARA/Budi")]
    ['', '', '']
    """
    if not 0 < len(caption) <= MOST_CHILDREN:
        return ""
    lines = [line for line in _lines(caption) if line[0]]
    for line, told_apart in (lines[-1], lines[0]) if len(lines) > 1 else ():
        owned = LABELLED.fullmatch(line) or (is_owner(line) and owner_in(line, None))
        if owned and len(line) <= LONGEST_LINE and (told_apart or "/" in line):
            return line
    return ""


def says_one_line(figure: etree._Element) -> bool:
    """True for a figure without a caption called so, of which one element alone says something, in words, unlinked.

    >>> [says_one_line(etree.HTML(f"<figure><img>{said}</figure>").find(".//figure")) for said in (
    ...     "<p>Panen kopi di Sora</p>", "<p>Lihat foto</p>", "<p>Panen kopi di Sora</p><p>Teh</p>",
    ...     "<a href='/b'>Panen kopi di Sora</a>")]
    [True, False, False, False]
    """
    inside = [*islice(figure.iter("*"), MOST_CHILDREN + 1)]
    saying = [e for e in inside if (e.text or "").strip() or (e is not figure and (e.tail or "").strip())]
    if len(inside) > MOST_CHILDREN or len(saying) != 1 or saying[0].tag not in SAYING:
        return False
    said = (saying[0].text or "").split()
    return len(said) >= LEAST_WORDS and not any(
        e.tag == "a" for e in (saying[0], *saying[0].iterancestors()) if e in inside
    )


def _lines(caption: etree._Element) -> list[tuple[str, bool]]:
    """What stands between the ends of lines, each with whether more than its letters tells it apart."""
    lines = [(caption.text or "", False)]
    for child in islice(caption, MOST_CHILDREN):
        tail = child.tail or ""
        if child.tag in ENDS_LINE:
            lines[-1] = (lines[-1][0], True)
            lines += [(flatten(child), True), (tail, True)]
        elif child.tag in FINE:
            lines += [(flatten(child), True), (tail, False)]
        elif child.tag in SLANTED:
            lines += [(flatten(child), False), (tail, False)]
        else:
            lines[-1] = (f"{lines[-1][0]}{flatten(child) if isinstance(child.tag, str) else ''}{tail}", lines[-1][1])
    return [(clean(said), apart) for said, apart in lines]


def unbracketed(credit: str) -> str:
    """A credit without the brackets around it.

    >>> unbracketed("(AFP/BUDI (STR))"), unbracketed("(Budi)"), unbracketed("Budi)"), unbracketed("()")
    ('AFP/BUDI (STR)', 'Budi', 'Budi', '')
    """
    credit = credit.strip()
    if credit[:1] + credit[-1:] in ("()", "[]") and credit.count("(") == credit.count(")") > 1:
        return credit[1:-1].strip()
    return credit.strip("()[] ") if credit.count("(") != credit.count(")") or credit[:1] in "([" else credit


def without_credit(caption: str, credit: str) -> str:
    """A caption without the credit that it begins or ends with.

    >>> without_credit("Panen kopi (Budi)", "Budi"), without_credit("Budi Panen kopi", "(Budi)")
    ('Panen kopi', 'Panen kopi')
    >>> without_credit("Panen kopi(AFP/BUDI (STR))", "AFP/BUDI (STR)"), without_credit("Panen kopi", "")
    ('Panen kopi', 'Panen kopi')
    """
    credit = re.escape(unbracketed(credit))
    return re.sub(rf"^[(\[]?{credit}[)\]]?\s*|\s*[(\[]?{credit}[)\]]?$", "", caption) if credit else caption
