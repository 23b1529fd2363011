"""What an article is about in its portal's own words: its sections, its tags, its summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.fields import HOME, FieldLoader
from newscrawl.reading.rules import MOST_VALUES
from newscrawl.reading.text import clean, flatten, unique

# "... sejak Senin - Sektor Riil - okezone economy": words behind the last dashes
BEHIND_DASH = re.compile(r"\s+[-–|]\s+([\w .]{2,30})$")
PAGE_MARK = re.compile(r"(?:halaman|page) (?:\d+|all)", re.I)
# "Editor:Siti Aminah", "News:", among the keywords of a page's data: what they say is no topic; "Topik: Kopi" is one
LABELLED = re.compile(
    r"^(?:(?:news|editor|penulis|author|reporter|writer|kanal|channel|kategori|category|section)\s*:.*"
    r"|(?:topic|topik|tag)\s*:\s*)",
    re.I,
)
TAG_BEHIND = re.compile(
    r"(?<=[a-z]{3}[.!?]),(?=[^\s,]).{1,60}(?<![.!?])$", re.S
)  # "... di rumah.,sarwendah"; not "S.H.,M.H."
# "Harga naik., kopi"; "dkk.", "Jr." and "Corp." end no sentence
SENTENCE_ENDED = re.compile(r"\b(?=\w*[aiueo])(?!Inc|Corp)\w{3,}[.!?], (?=\w)")
GLUED_TAG = re.compile(r",(?=[^\s\d,\"”’»])")  # `naik," kata Rani`: no tag
# "Portal berita terkini dan terpercaya": what a site says of itself
MOTTO = re.compile(
    r"(?=.*\b(?:berita|news|portal|situs|media)\b)(?=.*\b(?:terkini|terbaru|terpercaya|terlengkap|terupdate|latest)\b)",
    re.I,
)
HASHTAGS = re.compile(r"(?:\s+#\w+){2,}\s*$")  # "... naik. #newsupdate #text"
TELLING = re.compile(r"\b(?!(?:yang|dari|pada|untuk|dengan|dalam|juga|hari|berita|indonesia)\b)\w{4,}")
AROUND_CRUMB = re.compile(r"^[\s/›»>|•·:-]+|[\s/›»>|•·:-]+$")
NO_CRUMB = re.compile(
    r"home ?page|details?(?: (?:berita|artikel))?|arti(?:kel|cles?)|read|baca|you are here|anda (?:berada )?di sini",
    re.I,
)
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+")
# "Rp1,5 miliar", "3,2 persen", "gempa M 5,6": a comma in a number parts no tags
DECIMAL = re.compile(
    r"(?:(?:\brp\.? ?|\$ ?|\bm ?|\bpm ?|\bmagnitudo )\d{1,3}(?:\.\d{3})*,\d{1,3}(?!\d|,\d)"
    r"|(?<![\w,-])\d{1,3}(?:\.\d{3})*,\d{1,3}(?= ?(?:%|(?:persen|ribu|juta|jt|miliar|triliun|sr|magnitudo|skala|kilo\w+"
    r"|kg|km|cm|meter|gram|ton|liter|hektare?|ha|derajat|inci|poin|kali|detik|menit|jam|gb|ghz|mw)\b)))",
    re.I,
)
DECIMAL_MARK = "\0"  # in its place
LONGEST_PLAIN = 60  # characters of a tag that has commas of its own
MOST_GLUED = 200  # tags
LONGEST_SUMMARY = 10_000  # characters
SHORTEST_TOLD = 400  # characters; of a shorter text another description may tell more


def read_sections(loader: FieldLoader, title: str) -> list[str]:
    """The breadcrumb without the headline and the site's name."""
    sections = unique(AROUND_CRUMB.sub("", name) for name in loader.values["section"])
    named = [name for name in sections if name and not _repeats_headline(name, title) and not loader.is_site(name)]
    named = [_as_shown(name, loader.page.own_title) for name in named if not HOME.fullmatch(name)]
    if any(map(str.islower, named)):  # as the page prints it
        printed = {(said := flatten(step)).casefold(): said for step in loader.first("section", "css")}
        named = [printed.get(name, name) for name in named]
    return [name for name in named if not NO_CRUMB.fullmatch(name)] or named  # a channel may be called "Artikel"


def _as_shown(name: str, title: str) -> str:
    """A section as the page's title prints it, where its data has but the form that addresses have.

    >>> _as_shown("laporan-utama", "Kopi - Laporan Utama - Sora"), _as_shown("laporan-utama", "Kopi - Sora")
    ('Laporan Utama', 'laporan-utama')
    >>> _as_shown("nasional", "Kopi - Nasional - Sora"), _as_shown("nasional", "Kopi Nasional - Sora")
    ('Nasional', 'nasional')
    """
    if name.islower() and name.isalpha():
        return next((part for part in re.split(r"\s+[-–|]\s+", title)[1:] if part.casefold() == name), name)
    shown = re.search(rf"\b{name.replace('-', ' ')}\b", title, re.I) if SLUG.fullmatch(name) else None
    return shown[0] if shown else name


def _repeats_headline(name: str, title: str) -> bool:
    """True for a headline at the end of a breadcrumb, or for its beginning where it is cut.

    >>> _repeats_headline("Harga Kopi...", "Harga Kopi Naik"), _repeats_headline("harga kopi: naik", "Harga Kopi Naik")
    (True, True)
    >>> _repeats_headline("Kopi", "Kopi Naik")
    False
    """
    cut = name.rstrip(".…")
    words, own = (" ".join(re.findall(r"\w+", text.casefold())) for text in (cut, title))
    return words == own or (name != cut and own.startswith(words))


def read_tags(loader: FieldLoader, sections: list[str]) -> list[str]:
    """The tags that are some; those of metadata stand between commas, with sections and the headline among them."""
    tags = unique(loader.values["tags"])
    headlines = (*loader.values["title"], *loader.page.metas.get("og:title", ()))
    known = {name.casefold() for name in (*sections, *headlines)}
    if "tags" not in loader.visible:
        tags = unique(filter(None, (LABELLED.sub("", part) for part in parted(tags))))
        tags = [tag for tag in tags if tag.casefold() not in known]
    return [tag for tag in tags if not re.fullmatch(loader.not_tags, tag, re.I)]


def parted(tags: list[str]) -> Iterator[str]:
    """The tags that values of metadata hold, between commas, semicolons or bars; of several values each may be one tag.

    >>> [*parted(["kopi,Rp1,5 miliar,2026,32 tim"])], [*parted(["kopi; Rp1,5 miliar"])]
    (['kopi', 'Rp1,5 miliar', '2026', '32 tim'], ['kopi', 'Rp1,5 miliar'])
    >>> [*parted(["Kopi |Panen Raya"])], [*parted(["Panen Raya|kebun, teh"])]
    (['Kopi', 'Panen Raya'], ['Panen Raya', 'kebun, teh'])
    >>> [*parted(["Jakarta, Bogor", "kopi"])], [*parted(["Jakarta, Bogor"])], [*parted(["kopi, teh", "teh"])]
    (['Jakarta, Bogor', 'kopi'], ['Jakarta', 'Bogor'], ['kopi', 'teh', 'teh'])
    """
    several = any("," not in tag for tag in tags) and all(
        tag.count(",") < 3 and not GLUED_TAG.search(tag) for tag in tags
    )
    for tag in tags[:MOST_VALUES]:
        marked = DECIMAL.sub(lambda number: number[0].replace(",", DECIMAL_MARK), tag)
        between = next((mark for mark in ";|" if mark in tag), ",")
        parts = marked.split(between, MOST_VALUES)[:MOST_VALUES]
        parts = [part.replace(DECIMAL_MARK, ",").strip() for part in parts]
        whole = between == "," and several and len(tag) <= LONGEST_PLAIN and {*parts}.isdisjoint(tags)
        yield from [tag] if whole else parts


def read_summary(loader: FieldLoader, text: BodyText, sections: list[str], tags: list[str]) -> str | None:
    """The description without what the site writes around it; a dash is no end of the sentence."""
    said = (value for value in _described(loader) if not is_motto(value, loader, text.cleaned.paragraphs))
    summary = next(said, "")[:LONGEST_SUMMARY]
    summary = clean(re.sub(r"(?:nbsp;?)+(?=\s|$)", " ", without_tags(summary, tags))).lstrip("-–—•· ")
    summary = re.sub(rf"^(?:{loader.site_name})(?:\.com)? ?: ", "", HASHTAGS.sub("", summary), flags=re.I)
    channels = {name.casefold() for name in sections} | set(loader.host)
    signed = re.compile(rf"(?:{loader.site_name})(?:\.com)?(?: (?P<channel>[\w ]+))?", re.I)
    by_site = False
    for _ in range(4):  # site, channel and page, and one of them twice
        behind = BEHIND_DASH.search(summary)
        if behind is None:
            break
        words = behind[1]
        site = signed.fullmatch(words)
        if site and (site["channel"] or "").casefold() in channels | {""}:
            by_site = True
        elif by_site and words.istitle() and len(words.split()) < 4:  # the channel, in front of the site's name
            by_site = False
        elif words.casefold() not in channels and not PAGE_MARK.fullmatch(words):
            break
        summary = summary[: behind.start()]
    return summary or None


def _described(loader: FieldLoader) -> Iterator[str]:
    """The descriptions of the page, the first rule's first."""
    found = [value for value in loader.values["summary"] if value]
    yield from found
    for source in ("json", "meta") if found else ():
        yield from filter(None, loader.taken("summary", loader.every("summary", source)))


def is_motto(description: str, loader: FieldLoader, paragraphs: list[str]) -> bool:
    """True for what the site says of itself on every page: of its words none is of the article."""
    if not MOTTO.match(description):
        return False
    told = " ".join([*loader.values["title"], *paragraphs]).casefold()
    own = set(TELLING.findall(told)) - set(TELLING.findall(loader.site_name.casefold()))
    return len(told) > SHORTEST_TOLD and len(own & set(TELLING.findall(description.casefold()))) < 2


def without_tags(summary: str, tags: list[str]) -> str:
    """A description without the tags glued to its end; in a sentence a space follows a comma.

    >>> without_tags("Harga naik, kata Rani,Kopi,Panen Raya", [])
    'Harga naik, kata Rani'
    >>> without_tags("Harga naik,Berita Sora", ["Berita Sora"]), without_tags("Harga naik,kata Rani", [])
    ('Harga naik', 'Harga naik,kata Rani')
    >>> without_tags("Harga naik,Kopi,kopi sora,Panen Raya,Sora", []), without_tags("Kopi,teh,gula,dan garam naik", [])
    ('Harga naik', 'Kopi,teh,gula,dan garam naik')
    >>> without_tags("Harga naik., kopi, sora", ["Sora", "Kopi"]), without_tags("Darmo dkk., kopi", ["Kopi"])
    ('Harga naik.', 'Darmo dkk., kopi')
    >>> without_tags("Harga naik.,10 November,Kopi, Teh", ["10 November", "Kopi, Teh"]), without_tags("Naik.,kopi", [])
    ('Harga naik.', 'Naik.')
    """
    known = [tag.casefold() for tag in tags[:MOST_VALUES]]
    summary = TAG_BEHIND.sub("", _without_known(summary, known))
    cut, end = summary, len(summary)
    capitals = True  # all parts behind this one begin with one
    parts = large = 0  # so far, and how many of them begin with a capital
    for glued in reversed([*GLUED_TAG.finditer(summary)][-MOST_GLUED:]):
        part = summary[glued.end() : end]
        if len(part) > 60 or re.search(r"[.!?]\s|, ", part):
            break
        parts, large = parts + 1, large + (not part[0].islower())
        if _is_tag(part.casefold(), known) or (end < len(summary) and capitals) or (parts > 2 and 2 * large > parts):
            cut = summary[: glued.start()].rstrip(" ,")
        capitals = capitals and not part[0].islower()
        end = glued.start()
    return cut


def _without_known(summary: str, known: list[str]) -> str:
    """A description without the known tags at its end, each behind a comma, whatever they begin with or hold.

    Where a sentence ends in front of the first, "Naik., kopi, teh", spaces may stand behind the commas.
    """
    spaced = (" ",) if SENTENCE_ENDED.search(summary) else ()
    ends = [f",{mark}{tag}" for tag in known if tag for mark in ("", "#", *spaced)]
    for _ in known:
        glued = next((end for end in ends if summary[-len(end) :].casefold() == end and summary[: -len(end)]), None)
        if glued is None:
            break
        summary = summary[: -len(glued)]
    return summary


def _is_tag(part: str, tags: list[str]) -> bool:
    """True for one of the tags, or the beginning of one: a description may be cut."""
    return any(part == tag or (len(tag) > 3 and (part.startswith(tag) or tag.startswith(part))) for tag in tags)
