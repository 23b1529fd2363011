"""Lines about an article of which no rule tells that are bylines by their form or their place, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.content.guess import (
    A_NAME,
    BYLINE,
    CLOCK,
    LONGEST_LINE,
    SIGNED_DATE,
    TO_WRITER,
    exact_stamp,
    is_dated,
    leads_to_writer,
    signs,
    writers_of,
)
from newscrawl.reading.content.others import is_beside as is_at_side
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.headline import likely_title
from newscrawl.reading.metalines import read_meta_line
from newscrawl.reading.page import Page
from newscrawl.reading.people.roles import is_of_card, lines_below, writer_below
from newscrawl.reading.phrases.names.agencies import AGENCIES
from newscrawl.reading.phrases.names.bylines import Byline, people, read_byline
from newscrawl.reading.taxonomy.channels import linked
from newscrawl.reading.taxonomy.tagrows import TO_TAG
from newscrawl.reading.text import clean, flatten, flatten_names, short_line
from newscrawl.reading.times.framing import LABEL as LABEL_OF_DATE
from newscrawl.reading.ways import is_above

# "Budi Santoso", "Budi Santoso, Siti Aminah & Rani Dewi"
NAMES = re.compile(rf"{A_NAME}(?:\s*(?:,|&|\bdan\b)\s*{A_NAME}){{0,3}}")
# "Budi Santoso, Rani Dewi & Siti Aminah"; behind a comma alone may stand what he is
NAMED_TOGETHER = re.compile(rf"{A_NAME}(?:\s*,\s*{A_NAME}){{0,2}},?\s*(?:&|\bdan\b)\s*{A_NAME}")
CODED = re.compile(r"\s*/\s*[A-Z]{2,4}$")  # "Budi Santoso / WDY": the editor's
AND = re.compile(r",|&|\bdan\b")  # "Jakarta Pusat, Sora Pos" is where a text is from
# "Berita | 24 Juli 2026 15:18 Reporter : Budi Santoso": what stands in front of the date is nobody
DATED_BYLINE = re.compile(r"^.*\b(?:19|20)\d\d\b.{0,30}\b(?=(?:oleh|penulis|reporter)\s*:)", re.I)
LABEL = re.compile(r"\W*(?:(?:di)?(?:tulis|laporkan)\s+)?(?:oleh|penulis|reporter|pewarta|wartawan|jurnalis)\b", re.I)
# Words of labels and buttons beside a date: "Opini Publik", "Info Loker", "Salin Tautan"
OF_LABELS = frozenset(
    "anda aneka artikel ayo baca bagikan bedah berita berlangganan bisnis bola budaya buku catatan cek cerita copy"
    " daerah daftar dari dengarkan desa digital disini dunia editorial ekonomi eksklusif energi film fokus foto gabung"
    " gaya gelap hak harga hasil health hiburan hidup hijau hot hukum humaniora huruf ibu ikuti indonesia industri"
    " info inspirasi internasional islam islami jadwal jelajah juga kabar kabupaten kami kampus karier keuangan khusus"
    " kilas kita kolom komentar komunitas kota kreatif kriminal kuliner laporan lifestyle liga lingkungan link lintas"
    " liputan live loker lowongan market masuk mereka metro mode musik nanti nasional news nusantara nusra olahraga"
    " opini otomotif pangan parlemen pasar pemilu pendidikan perbankan perbesar peristiwa perkecil pertandingan"
    " pertanian piala pilihan pilkada pilpres pojok politik polri premium profil properti provinsi publik ragam rakyat"
    " ramadan redaksi regional religi resep ruang rubrik saham sains salin saya sehat sekarang selebritas selengkapnya"
    " serba share simpan sorotan sport sports stories suara surat syariah tambang tautan tekno teknologi teks tenggara"
    " tentang terkini tim timnas tips tokoh top travel tren trending tulis ukuran umum unik update video viral warga"
    " wawancara wisata zodiak zona".split()
)
# "/zona-merah", "https://www.sora.com/zona-merah/": where a link to a channel leads
OF_ONE_STEP = re.compile(r"(?:https?://[^/?#]+)?/?[\w-]+/?", re.I)
NOT_SAID = frozenset("button label aside nav footer".split())
NO_LETTER = re.compile(r"[\W\d_]+")
BEHIND_MARK = re.compile(r"(\d.*|\w+, \d.*)\s[|·•–—-]\s+([A-Z].*)")  # "24/07/2026 15:18 | Budi Santoso"
MARKS = " -–—|·•"  # a theme's, beside a name
MOST_BESIDE = 5  # lines beside a date that are looked at
SMALL_REPORT = re.compile(r"(?i:laporan|liputan)\s*:\s*[a-z]")  # "Laporan: panen kopi naik"


def by_shape(loader: FieldLoader, text: BodyText, editors: list[str]) -> Iterator[Byline]:
    """What lines say that may be bylines: "Oleh: Budi Santoso", "Penulis: AFP"."""
    for line in _guessed(loader, text):
        names = _writers_in(line, editors)
        labelled = BYLINE.match(line) or line.strip(MARKS).casefold() in AGENCIES
        agency = read_byline([line]).agency if not names and labelled else None
        if names or agency:
            yield Byline(names, agency)
    if loader.guess:
        yield from _beside_date(loader.page, text, editors)


def _beside_date(page: Page, text: BodyText, editors: list[str]) -> Iterator[Byline]:
    """The names of several words, or the agency, in a box of their own beside that of the day and clock.

    Or in front of it in one box, or behind it in one line. What another link of the page says as well is a channel;
    in front of the headline it may be one, too.
    """
    for element, line in islice(_named_beside(text), MOST_BESIDE):
        if _is_elsewhere(element, page):
            continue
        agency = AGENCIES.get(line.casefold()) if line[:1].isupper() else None
        names = [] if agency or _is_label(line) else people(line)
        whole = names and NAMES.fullmatch(" & ".join(names)) and len(names) == len(AND.split(line))
        writers = [name for name in names if name not in editors]
        if agency or (writers and whole and not linked(page, names, but=element)):
            yield Byline(writers, agency)


def _named_beside(text: BodyText) -> Iterator[tuple[etree._Element, str]]:
    """The lines about an article that are but names or an agency, beside a moment; names in one line with it, too."""
    for element, line in text.lines:
        bare = line.strip(MARKS)
        said = CODED.sub("", bare)
        if NAMES.fullmatch(said) or said.casefold() in AGENCIES:
            beside = any(map(_is_moment, (element.getprevious(), element.getnext())))
            # "Editor" and a name, in boxes of their own, are glued
            if beside and flatten_names(element).strip(MARKS) == bare:
                yield element, said
        elif (behind := BEHIND_MARK.fullmatch(line)) and NAMES.fullmatch(behind[2]):
            around = (text.page.own_title, *text.cleaned.paragraphs)
            told_of = any(behind[2] in told for told in around)  # a topic: "Persib Bandung"
            if CLOCK.search(behind[1]) and exact_stamp(behind[1]) and not told_of:
                yield element, behind[2]
        elif len(element) == 1 and is_dated(line) and _is_moment(element[0]):
            own = clean(element.text or "")
            if NAMES.fullmatch(own) and line == f"{own} {short_line(element[0], LONGEST_LINE)}":
                yield element, own


def _is_elsewhere(element: etree._Element, page: Page) -> bool:
    """True for a line in a button or a card, at the side, in front of the headline, or that leads to a channel."""
    if any(box.tag in NOT_SAID or is_at_side(box) for box in (element, *element.iterancestors())):
        return True
    order, title = page.index.order, likely_title(page)
    if title is not None and order.get(element, 0) < order.get(title, 0):
        return True
    own = title is not None and element.getparent() in [*title.iterancestors()]  # no card of another article
    if is_of_card(element) and not own:
        return True
    return any(OF_ONE_STEP.fullmatch(address) or TO_TAG.search(address) for address in _addresses(element))


def _addresses(element: etree._Element) -> list[str]:
    """Where the links of an element lead, and that in which it stands."""
    return [link.get("href", "").strip() for link in (*element.iter("a"), *element.iterancestors("a"))]


def _is_at_site(line: str, sites: list[str], title: str) -> bool:
    """True for names with the site's behind a dash, as the page calls itself; a headline and a button have it, too.

    >>> names = ("Budi Santoso", "Panen Raya", "Ikuti Kami")
    >>> [_is_at_site(f"{name} - Kabar Sora", ["kabar sora"], "Panen Raya") for name in names]
    [True, False, False]
    """
    names, mark, site = line.rpartition(" - ") if " - " in line else line.rpartition(" | ")
    if not mark or site.casefold() not in sites or names in title or _is_label(names):
        return False
    return bool(NAMES.fullmatch(names))


def _is_label(line: str) -> bool:
    """True for a label or a button that looks like a name: "Opini Publik", "Terakhir Diperbarui"."""
    said = line.casefold()
    return not OF_LABELS.isdisjoint(said.split()) or bool(LABEL_OF_DATE.fullmatch(said))


def _leads_to_topic(element: etree._Element, line: str) -> bool:
    """True for a line without a label that is a link to all about a topic: "Real Madrid" is no writer."""
    addresses = _addresses(element)
    return bool(addresses) and not LABEL.match(line) and all(map(TO_TAG.search, addresses))


def _leads_up(element: etree._Element, line: str, page: Page) -> bool:
    """True for a line with a link to a channel that the page's own address stands below."""
    own = urlsplit(page.url).path.strip("/")
    for link in (*element.iter("a"), *element.iterancestors("a")):
        if not is_above(address := link.get("href", "").strip(), page):
            continue
        there = urlsplit(address)
        # "/blog?author=7", "/@budi" and "/penulis/budi" are a writer's, "/a/kopi/#komentar" the page itself
        writers = there.query or there.fragment or "/@" in there.path or TO_WRITER.search(there.path)
        step = NO_LETTER.sub("", there.path.rstrip("/").rpartition("/")[2].casefold())
        # "Oleh Budi Santoso", which leads to "/budisantoso"
        named = BYLINE.match(line) and step == NO_LETTER.sub("", short_line(link, LONGEST_LINE).casefold())
        if not (writers or named or link.get("rel") == "author" or there.path.strip("/") in ("", own)):
            return True
    return False


def _is_channel_dated(line: str) -> bool:
    """True for a day behind what begins with a word of labels: "Berita Foto Sora | 24 Juli 2026"."""
    return line.split(maxsplit=1)[0].casefold() in OF_LABELS and bool(SIGNED_DATE.fullmatch(line))


def _is_moment(element: etree._Element | None) -> bool:
    """True for an element that says a day and a clock, and nothing else."""
    line = "" if element is None else short_line(element, LONGEST_LINE)
    return bool(CLOCK.search(line) and exact_stamp(line))


def is_unknown(loader: FieldLoader, text: BodyText) -> bool:
    """True for a page of which no rule tells where its people stand."""
    return text.guessed or not loader.described


def _guessed(loader: FieldLoader, text: BodyText) -> Iterator[str]:
    """Lines that by their form or place may be bylines."""
    sites = [clean(name).casefold() for name in loader.page.metas.get("og:site_name", []) if loader.guess]
    pictured = loader.boxes((*loader.rules("caption", "css"), *loader.rules("credit", "css")))
    near = []
    for element, line in text.lines:
        signing = signs(element, line, loader.site_name) and not _leads_to_topic(element, line)
        if not signing and loader.guess:
            named = leads_to_writer(element, line) or _is_at_site(line, sites, loader.page.own_title)
            signing = named and not is_of_card(element)
        signing = signing and not _leads_up(element, line, loader.page) and not _is_channel_dated(line)
        if signing and pictured.isdisjoint((element, *element.iterancestors())):
            near.append(_byline_in(element))
    yield from loader.taken("authors", near)
    yield from loader.taken("authors", [_writer_in(line) or line for line in text.head if not _is_date(line)])
    if loader.guess:
        yield from loader.taken("authors", [*lines_below(text.box), writer_below(text.box)])


def _byline_in(element: etree._Element) -> str:
    """What an element says of who wrote the article; of who and when in one line, but who."""
    parted, whole = flatten_names(element), _writer_in(flatten(element))
    names = people(parted) if whole else []
    one_each = len(names) > 1 and whole == f"Oleh: {' '.join(names)}"  # writers in boxes of their own
    return f"Oleh: {', '.join(names)}" if one_each else whole or DATED_BYLINE.sub("", parted)


def _writer_in(line: str) -> str:
    """The writer in a line of who and when, as "Oleh: Budi Santoso"; "" in any other."""
    return f"Oleh: {meta.writer}" if (meta := read_meta_line(line)) and meta.writer else ""


def _is_date(line: str) -> bool:
    """True for a dated line that names no writer."""
    return is_dated(line) and not _writer_in(line)


def called_writers(loader: FieldLoader, text: BodyText) -> set[str]:
    """Whom a printed byline calls the writer though he is the editor, too: the first that names anybody."""
    lines = _guessed(loader, text) if is_unknown(loader, text) else ()
    return {*next(filter(None, (people(writers_of(line)) for line in lines)), [])}


def labelled_writers(loader: FieldLoader, text: BodyText) -> list[str]:
    """The writers, of several words each, in the first line that says so: "Oleh: Budi Santoso, Rani Dewi".

    Or that is but their names, or has the site's behind them: "Budi Santoso, Rani Dewi - Okezone".
    """
    of_site = re.compile(rf"{NAMES.pattern}\s+[-–|]\s+(?i:{loader.site_name})\S*")
    forms = (LABEL.match, of_site.fullmatch, NAMED_TOGETHER.fullmatch)
    lines = (line for line in _guessed(loader, text) if any(form(line) for form in forms))
    names = next(filter(None, (people(writers_of(line)) for line in lines)), [])
    return names if all(" " in name for name in names) else []


def _writers_in(line: str, editors: list[str]) -> list[str]:
    return [name for name in people(writers_of(line)) if name not in editors and not SMALL_REPORT.match(line)]
