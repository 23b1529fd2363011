"""Who wrote and who edited an article: every place of a page that names people, in ranks, and how they become one.

A page names its people in lines of credits ("Rep: A / Red: B"), in a byline, in its structured data, in its metas, and
in the text's last lines; where all of them are silent the page's shape may tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newscrawl.reading.blocks.boxes import is_named
from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.content.guess import EDITED
from newscrawl.reading.document.structured import houses_of
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.headline import likely_title
from newscrawl.reading.people.bylinelines import by_shape, called_writers, is_unknown, labelled_writers
from newscrawl.reading.people.roles import EDITS, EDITS_WORD, editor_lines, lines_below, roles_beside, scope_of
from newscrawl.reading.people.sourcelines import source_below
from newscrawl.reading.phrases.names.bylines import LONGEST_BYLINE, Byline, people, read_byline
from newscrawl.reading.phrases.names.signoffs import EDITOR_CODE, NAME
from newscrawl.reading.phrases.people.brands import without_brands
from newscrawl.reading.phrases.people.credits import read_credits
from newscrawl.reading.phrases.people.signers import SITE_NAME
from newscrawl.reading.rows import late
from newscrawl.reading.rules import SOURCES
from newscrawl.reading.text import clean, flatten, flatten_names, unique

# ".editor", ".editor-name": a box that says who edited
EDITOR_NAME = re.compile(r"(?:[\w-]*[-_])?(?:editors?|redaktur|penyunting)(?:[-_]?(?:name|nama|info|box))?", re.I)
LONGEST_SIGNATURE = 200  # characters
MOST_NAMED = 50  # places that one rule finds; of more, one in the other, each would be read with all in it
CODE, SMALL_CODE = re.compile(r"[A-Z]{2,4}"), re.compile(r"[a-z]{2,5}|[A-Z][a-z]{2}")  # "Gdn": of Liputan6
# "Editor : Budi Santoso", "Penulis: Siti Aminah | Editor: Budi Santoso", "Editor: bdi", and not a word more
ALL_EDITOR = re.compile(
    rf"\W*(?:(?i:penulis|reporter|pewarta|rep|oleh)\s*:\s*{NAME}\W+)?(?i:editor|redaktur|penyunting|red)\s*:\s*"
    rf"(?:{NAME}\W*|{EDITOR_CODE}\W*$)"
)
CALLS = re.compile(r"(?i:editor|redaktur)\s*:\s*[a-z]+(?: [a-z]+){2}")  # "Editor: kami menunggu naskah Anda"
# "Reporter Budi Santoso Editor Siti Aminah", "Siti Aminah (Editor)"
BARE_EDITOR = late(
    rf"(?:oleh|penulis|reporter|pewarta|jurnalis|wartawan)\s+(?-i:{NAME})[\s|]+(?:editor|redaktur|penyunting)\s+"
    rf"(?P<behind>(?-i:{NAME}))|(?:.*\| )?(?P<bracketed>(?-i:{NAME}))\s*\((?:editor|redaktur|penyunting)\)",
    re.I,
)
LABEL = re.compile(r"^\W*(?:editor|redaktur|penyunting)\b\W*", re.I)


def read_people(loader: FieldLoader, text: BodyText) -> tuple[Byline, list[str]]:
    """Writers and agency, and the editors."""
    signed = Byline(loader.taken("authors", text.cleaned.authors), text.cleaned.agency)
    credited = _credits(loader, text)
    if credited.agency and all(_is_own(name, loader) for name in credited.agency.split(", ")):
        credited.agency = None  # its sister's name: the text may end in another's
    editors = unique([*loader.values["editors"], *credited.editors])
    # structured data calls the editor its writer; credits that name writers know better
    both = called_writers(loader, text) if credited.editors and not credited.authors else set()
    not_writers = () if credited.authors else [name for name in credited.editors if name not in both]
    written = merge(_ranks(loader, text, credited, editors), signed, not_writers)
    if reporters := loader.taken("authors", beside_byline(text.cleaned)):  # it may name the editor, or another writer
        written.authors = [name for name in written.authors if name not in text.cleaned.editors]
        written.authors += unique(n for n in reporters if not any(is_of_name(n, name) for name in written.authors))
    if not written.agency and (line := source_below(text.box)):
        read_credits(line, said := Cleaned(), loader.habits, sure=True)
        written.agency = said.agency
    if not editors:
        found = _boxed_editors(text) if is_unknown(loader, text) else _editors_in_bylines(loader)
        editors = [name for name in found if name not in written.authors]
    if loader.editors_are_writers and "editors" not in loader.visible:
        printed = (*credited.editors, *text.cleaned.editors)
        editors = [name for name in editors if name in printed or name not in written.authors]
    houses = (name for name in (written.agency or "").split(", ") if name and not _is_own(name, loader))
    written.agency = ", ".join(houses) or None
    brands = loader.brands or loader.site_name
    written.authors = _without_houses(written.authors, loader)
    written.authors, editors = (
        [name for name in without_brands(names, brands) if not _is_site(name, loader)]
        for names in (written.authors, editors)
    )
    if ("editors" in loader.visible or credited.editors) and not written.authors:  # another name than the editor's
        written.authors = [name for name in text.cleaned.signed if name not in editors]
    # beside a named editor "(abc/def)" is a newsroom's code, "(Penulis: A | Editor: B)" tells of a text that was used
    edited = "editors" in loader.visible or bool(credited.editors)
    signs = [] if edited else text.cleaned.editors
    if editors or not all(map(str.isupper, signs)):  # "(WDY)" beside an editor is a newsroom's code
        signs = [name for name in signs if not (CODE.fullmatch(name) or (editors and SMALL_CODE.fullmatch(name)))]
    labelled = [n for n in signs if n in written.authors and n not in text.cleaned.bracketed]
    editors = unique([*editors, *labelled])  # "Editor: Budi Santoso", below his own text
    return written, with_signatures(editors, loader.taken("editors", signs), written.authors)


def merge(ranks: Iterable[Sequence[Byline]], signed: Byline, not_writers: Sequence[str] = ()) -> Byline:
    """One byline from all places that name people.

    The rule: the first rank that names a writer or an agency is believed, and no later one is asked; in it the first
    place that names writers gives all of them, the first that names an agency gives it. What the text's own last lines
    say stands in only for what is still missing (who reported it is added later). `not_writers` are known as editors.

    >>> ranks = [[Byline(), Byline([], "VOA")], [Byline(["Budi Santoso"])]]
    >>> merge(ranks, Byline(["Siti Aminah"], "AFP"))
    Byline(authors=['Siti Aminah'], agency='VOA')
    >>> merge([[Byline(["Budi", "Rani"])]], Byline(), ["RANI"])
    Byline(authors=['Budi'], agency=None)
    """
    authors: list[str] = []
    agency = None
    for rank in ranks:
        authors = next((place.authors for place in rank if place.authors), [])
        agency = next((place.agency for place in rank if place.agency), None)
        if authors or agency:
            break
    others = {name.casefold() for name in not_writers}
    authors = [name for name in authors if name.casefold() not in others]
    return Byline(authors or unique(signed.authors), agency or signed.agency)


def with_signatures(editors: list[str], signed: list[str], writers: list[str]) -> list[str]:
    """The editors, and who signed the text's end, unless it is a part of a writer's or an editor's own name.

    >>> with_signatures(["Siti Aminah"], ["budi", "Ratna Dewi", "Siti"], ["Budi Santoso"])
    ['Siti Aminah', 'Ratna Dewi']
    """
    words = {word for name in (*writers, *editors) for word in name.casefold().split()}
    return unique([*editors, *(name for name in signed if not words.issuperset(name.casefold().split()))])


def beside_byline(said: Cleaned) -> list[str]:
    """Who wrote a text, by its first and last lines, beside the writer of the byline: named with a role, or whole.

    >>> beside_byline(Cleaned(authors=["Budi Santoso", "Rani", "Siti Aminah"], elsewhere=["Siti Aminah"]))
    ['Budi Santoso']
    """
    whole = [name for name in said.authors if " " in name and name not in said.elsewhere]
    return unique([*said.reporters, *whole])


def is_of_name(said: str, name: str) -> bool:
    """True for a name that is another's shorter form, or the longer one; a word in small letters is somebody's code.

    >>> [is_of_name(said, "M. Rizal Fahmi") for said in ("Rizal", "Muhammad Rizal Fahmi", "rif", "Rizal Adi")]
    [True, True, True, False]
    """
    short, long = sorted((said.casefold().split(), name.casefold().split()), key=len)
    same = (any(w.startswith(s.rstrip(".")) or s.startswith(w.rstrip(".")) for w in long) for s in short)
    return said.islower() or all(same)


def signing_with(writers: list[str], line: str) -> list[str]:
    """The names of a line that names nobody but people, one of them a known writer; [] for any other line.

    >>> signing_with(["Budi Santoso"], "Budi Santoso, Siti Aminah"), signing_with(["Budi Santoso"], "Siti Aminah")
    (['Budi Santoso', 'Siti Aminah'], [])
    >>> signing_with(["Budi Santoso"], "— Budi Santoso")
    ['Budi Santoso']
    """
    line = line.lstrip("-–— ")
    if len(line) > LONGEST_SIGNATURE or not any(name in line for name in writers):
        return []
    named = [part.strip() for part in re.split(r"\s*[,|&]\s*|\s+dan\s+", line)]
    names = people(line)
    return names if named == names and not {*names}.isdisjoint(writers) else []


def _credits(loader: FieldLoader, text: BodyText) -> Cleaned:
    """What lines that name roles say."""
    said = Cleaned()
    for value in loader.every("credits", "css"):
        read_credits(flatten(value)[:LONGEST_BYLINE], said, loader.habits, sure=True)
    unknown = is_unknown(loader, text) or (loader.guess and not (said.authors or said.editors))
    for line in _roles_near(loader, text) if unknown and not loader.values["editors"] else ():
        if (is_unknown(loader, text) and not CALLS.search(line)) or ALL_EDITOR.search(line):
            read_credits(line, said, loader.habits, sure=True)
    unknown = unknown and not (loader.described and loader.values["editors"])
    for role, name in _roles_beside(loader, text) if unknown and not said.editors else ():
        (said.editors if role in EDITS else said.authors).append(name)
    said.authors = loader.taken("authors", said.authors)
    said.editors = loader.taken("editors", said.editors)
    return said


def _roles_beside(loader: FieldLoader, text: BodyText) -> list[tuple[str, str]]:
    """Names beside their roles about the text; where they name no writer whom the page names, they are a newsroom's.

    Those anywhere on the page, where there are none: one of them must be a writer whom the page names.
    """
    if text.box is None:
        return []
    near = roles_beside(scope_of(text.box))
    named = near or (roles_beside(text.box.getroottree().getroot()) if is_unknown(loader, text) else [])
    found = [(role, name) for role, name in named if people(name) and not _is_site(name, loader)]
    if not found:
        return []
    places = (_byline(loader, source, rule) for source in SOURCES for rule in loader.rules("authors", source))
    known = {name.casefold() for place in (*places, *islice(by_shape(loader, text, []), 1)) for name in place.authors}
    trusted = near and (not known or all(role in EDITS for role, _ in found))
    return found if trusted or any(name.casefold() in known for _, name in found) else []


def _roles_near(loader: FieldLoader, text: BodyText) -> list[str]:
    """Lines about the title and the text that name an editor: "Penulis: Budi Santoso | Editor: Siti Aminah".

    Else those behind the text, if one of them does.
    """
    if not is_unknown(loader, text):
        return [] if text.box is None else editor_lines(loader.page, likely_title(loader.page), text.box)
    near = [flatten(e) for e, line in text.lines if EDITED.search(line)]
    edits = (BARE_EDITOR.fullmatch(flatten_names(e)) for e, line in text.lines if EDITS_WORD.search(line))
    near += [f"Editor: {said['behind'] or said['bracketed']}" for said in edits if said]
    about = [line for line in unique([*near, *text.head]) if EDITED.search(line)]
    below = [*lines_below(text.box)] if loader.guess else []
    return about or (below if any(map(EDITED.search, below)) else [])


def _editors_in_bylines(loader: FieldLoader) -> list[str]:
    """The editors in bylines that name roles and people and say nothing else: "Oleh: Rani Dewi Editor: Siti Aminah"."""
    said = Cleaned()
    bylines = (flatten(value)[: LONGEST_BYLINE + 1] for value in loader.first("authors", "css"))
    for line in bylines:
        if len(line) <= LONGEST_BYLINE and ALL_EDITOR.fullmatch(line):
            read_credits(line, said, loader.habits, sure=True)
    return loader.taken("editors", said.editors)


def _boxed_editors(text: BodyText) -> list[str]:
    """The names in boxes about title and text that are named as the editor's."""
    named = (e for e, _ in text.lines if is_named(e, EDITOR_NAME))
    said = (LABEL.sub("", flatten_names(e)) for e in named)
    return unique(name for line in said for name in people(line) if re.fullmatch(NAME, name))


def _ranks(loader: FieldLoader, text: BodyText, credited: Cleaned, editors: list[str]) -> Iterator[Sequence[Byline]]:
    """The places that name writers, the most trusted first: printed, structured data, metas, the page's shape.

    Structured data may call the printed editor its author: on a page without rules another name that is printed goes
    before it.
    """
    edited, unknown = unique([*editors, *text.cleaned.editors]), is_unknown(loader, text)
    for source in SOURCES:
        places = [_byline(loader, source, rule) for rule in loader.rules("authors", source)]
        if source == "css":
            places.insert(0, Byline(unique(credited.authors), credited.agency))
        elif "editors" in loader.visible:  # structured data calls the printed editor its author
            for place in places:
                place.authors = [name for name in place.authors if name not in editors]
        elif (loader.guess or unknown) and any(place.authors for place in places):
            known = {name for place in places for name in place.authors}
            if known < {*(more := labelled_writers(loader, text))}:  # data may name but the first
                yield [Byline(more)]
            if unknown and known & {*edited}:
                yield [*islice(by_shape(loader, text, edited), 1)]
        yield places
    # where rules find the credits, those that name an editor alone know of no writer
    elsewhere = {*text.cleaned.authors} <= {*text.cleaned.elsewhere}
    alone = elsewhere or (unknown and beside_byline(text.cleaned))  # he may stand beside another writer
    if alone and (not credited.editors or loader.guess):
        yield [*islice(by_shape(loader, text, editors), 1)]


def _byline(loader: FieldLoader, source: str, rule: str) -> Byline:
    """What one rule says of writers and an agency."""
    names = loader.taken("authors", loader.tried("authors", source, rule)[:MOST_NAMED])
    lines = [re.sub(loader.authors_cut, "", name[:LONGEST_BYLINE]) for name in names]
    byline = read_byline(lines)
    if source == "css" and not byline.agency and loader.brands:  # "Oleh Sora.com", of another house than the known one
        houses = (name for name in lines if SITE_NAME.fullmatch(name) and not _is_site(name, loader))
        byline.agency = next(houses, None)
    if byline.agency and _is_own(byline.agency, loader):  # "Antara/Reuters", of Antara
        own = re.compile(rf"\b{re.escape(byline.agency)}\s*/\s*", re.I)
        byline.agency = read_byline([own.sub("", line) for line in lines]).agency
    return byline


def _without_houses(names: list[str], loader: FieldLoader) -> list[str]:
    """The names but those of houses in the page's data, and one word that the page has among its sections."""
    if not names:
        return names
    houses = houses_of(loader.page.data["all"])
    sections = {name.casefold() for name in loader.values["section"] if " " not in name}
    return [name for name in names if name.casefold() not in houses | sections]


def _is_site(name: str, loader: FieldLoader) -> bool:
    """True for the site's own name in place of a person's."""
    stated = loader.page.metas.get("og:site_name", [])
    return loader.is_site(name) or name.casefold() in {clean(said).casefold() for said in stated}


def _is_own(agency: str, loader: FieldLoader) -> bool:
    """True for the portal's own name in place of an agency's."""
    host = ".".join(loader.host).removeprefix("www.")
    own = (loader.house, f"{loader.site_name}.com", host)
    named = re.fullmatch(rf"(?:{loader.site_name})(?:\.(?:com|co\.id|co|id))?", agency, re.I)
    said = agency.casefold()
    edition = "." in host and "." in said and (said.endswith(f".{host}") or host.endswith(f".{said}"))
    return bool(named) or edition or said in {name.casefold() for name in own if name}
