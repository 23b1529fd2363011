"""Lines below a text that say where and when it stood, and whose office or accounts it is from."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.boilerplate import AN_ADDRESS
from newscrawl.reading.phrases.habits import ANY_HOUSE, KNOWN_HOUSE
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.names.networks import NETWORK
from newscrawl.reading.phrases.names.signoffs import NAME, SIGNOFF
from newscrawl.reading.phrases.people.contributors import are_prose
from newscrawl.reading.phrases.people.credits import AN_OFFICE, LONGEST_OFFICE
from newscrawl.reading.phrases.people.heads import at_a_house, at_channel, is_stamp
from newscrawl.reading.text import ends_sentence

# "https://news.sora.com/read/2026/07/24/12345/harga-kopi-naik-lagi": of an article, by its number and its words, or by
# many words
OF_ARTICLE = re.compile(
    r"https?://(?:(?=\S*\d{4})(?=\S*/[a-z\d]+(?:-[a-z\d]+){2})|(?=\S*/[a-z\d]+(?:-[a-z\d]+){5}))\S+", re.I
)
# "Judul Artikel : Harga Kopi Naik Lagi", "Link Artikel : https://..."
OF_COPY = re.compile(r"judul artikel\s*:\s*\S.{2,200}|(?:link|tautan) artikel\s*:\s*https?://\S+", re.I)
WRITTEN_BY = re.compile(r"oleh\s*:\s*(\S.{2,60})", re.I)
BY_WRITER = re.compile(rf"(?i:oleh)\s+({NAME})")
# "http://nasional.sindonews.com/": the front page of a house or of a part of it
OF_HOUSE = re.compile(rf"(?:https?://(?:[\w-]+\.)*|www\.)(?:{KNOWN_HOUSE})(?:\.(?:com|co|id|net|tv))*/?", re.I)
SIGNED = re.compile(r"[.!?…][”\"’)]*\s*[(\[][\w/* ]{2,30}[)\]]\W*$")  # "... pulang. (abc)"
# "detikNews", "TIM RISET CNBC INDONESIA"
HOUSE_ALONE = re.compile(rf"(?:tim (?:riset|redaksi|liputan|data) )?(?:{ANY_HOUSE})(?:\.(?:com|co\.id|id))?", re.I)
# "Instagram: instagram.com/sora", "Laman: www.sora.go.id"
ACCOUNT = re.compile(
    rf"(?!whats ?app)(?P<network>{NETWORK}|x|ig|fb|fan ?page)\s*:\s*\S[^.!?]{{2,60}}(?:\.\S{{2,60}})*", re.I
)
CONTACT = re.compile(
    r"(?:laman|website|situs|web|e-?mail|surel|telepon|telp\.?|fax|faks|whats ?app|wa|call center|hotline"
    r"|pertanyaan(?: (?:dan|&) pengaduan)?|pengaduan|layanan)\s*:\s*\S{2,60}(?:\s\S{2,30}){0,4}",
    re.I,
)
# "Dinas Pertanian dan Pangan Sora"
OF_STATE = re.compile(
    r"(?:Kementerian|Dinas|Badan|Pemerintah|Direktorat|Sekretariat|Lembaga|Universitas)(?: (?:dan|[A-Z][\w,]*)){1,9}"
)
# "Untuk berita terbaru dari Sora, klik tautan di bawah:"
TO_ACCOUNTS = re.compile(
    r"(?=.*\b(?:berita|info|informasi)\b)(?=.*\b(?:klik|klink|link|tautan|ikuti|follow|kunjungi)\b)[^.!?“”\"]{10,160}:",
    re.I,
)
LEAST_ACCOUNTS = 2  # in a footer of an office


def take_below(texts: list[str], cleaned: Cleaned, *, signed: bool) -> bool:
    """Take off the last line, or lines, that only say where, when or for whom a text was published.

    `signed` tells that something was taken off before.
    """
    if len(texts) < 2:
        return False
    return (
        _take_title(texts, cleaned)
        or _take_writer(texts, cleaned)
        or _take_address(texts)
        or _take_stamp(texts, cleaned, signed=signed)
        or _take_house(texts, cleaned)
        or _take_office(texts)
        or _take_accounts(texts)
    )


def _take_title(texts: list[str], cleaned: Cleaned) -> bool:
    """The headline, the address and the writer of the article that a text was copied from, below its last sentence."""
    written = WRITTEN_BY.fullmatch(texts[-1]) if OF_COPY.fullmatch(texts[-2]) else None
    first = last = len(texts) - bool(written)
    while first > 1 and OF_COPY.fullmatch(texts[first - 1]):
        first -= 1
    if first == last or not ends_sentence(texts[first - 1]):
        return False
    del texts[first:]
    if written:
        cleaned.authors.extend(people(written[1]))
    return True


def _take_writer(texts: list[str], cleaned: Cleaned) -> bool:
    """By whom a text is, below prose or between its last sentence and its editor: "Oleh Siti Aminah"."""
    written = BY_WRITER.fullmatch(texts[-1])
    if written and not (are_prose(texts[:-1]) or (cleaned.editors and ends_sentence(texts[-2]))):
        return False
    names = people(written[1]) if written else []
    if not names:
        return False
    texts.pop()
    cleaned.authors.extend(names)
    return True


def _take_address(texts: list[str]) -> bool:
    """The address of the article itself or of a house, where no address stands above it, and nothing announces it."""
    above = texts[-2]
    ended = ends_sentence(above) or SIGNED.search(above)
    if not (OF_ARTICLE.fullmatch(texts[-1]) or (ended and OF_HOUSE.fullmatch(texts[-1]))):
        return False
    if above.endswith(":") or AN_ADDRESS.search(above):
        return False
    texts.pop()
    return True


def _take_stamp(texts: list[str], cleaned: Cleaned, *, signed: bool) -> bool:
    """A day and a clock, the only ones, above a writer or below his name, and the name with a channel's."""
    if not is_stamp(texts[-1]) or sum(map(is_stamp, texts)) > 1:
        return False
    writers = at_channel(texts[-2]) if len(texts) > 2 and ends_sentence(texts[-3]) else None
    if writers is not None:
        del texts[-2:]
        cleaned.authors.extend(writers)
        return True
    below_name = bool(at_a_house(texts[-2]) or HOUSE_ALONE.fullmatch(texts[-2]))
    if not below_name and not (signed and ends_sentence(texts[-2])):
        return False
    texts.pop()
    return True


def _take_house(texts: list[str], cleaned: Cleaned) -> bool:
    """A house's name, or a writer's with it."""
    if names := at_a_house(texts[-1]):
        cleaned.authors.extend(names)
    elif not (HOUSE_ALONE.fullmatch(texts[-1]) and (ends_sentence(texts[-2]) or is_stamp(texts[-2]))):
        return False
    texts.pop()
    return True


def _take_office(texts: list[str]) -> bool:
    """An office that writes for newsrooms, "Diskominfo", below a last sentence, a signature or a line of roles.

    Below it may stand whose office it is: "Dinas Pertanian Sora".
    """
    named = len(texts) > 2 and AN_OFFICE.fullmatch(texts[-2]) and OF_STATE.fullmatch(texts[-1])
    line, above = (texts[-2], texts[-3]) if named else (texts[-1], texts[-2])
    if len(line) > LONGEST_OFFICE or not line[:1].isupper() or not AN_OFFICE.fullmatch(line):
        return False
    if not ends_sentence(above) and ":" not in above and not SIGNOFF.fullmatch(above):
        return False
    del texts[-2 if named else -1 :]
    return True


def _take_accounts(texts: list[str]) -> bool:
    """The footer of an office's release: its site and its accounts on several networks."""
    first = len(texts)
    while first > 1 and (ACCOUNT.fullmatch(texts[first - 1]) or CONTACT.fullmatch(texts[first - 1])):
        first -= 1
    networks = {found["network"].lower() for text in texts[first:] if (found := ACCOUNT.fullmatch(text))}
    called = first > 1 and bool(TO_ACCOUNTS.fullmatch(texts[first - 1]))
    if len(networks) < (1 if called else LEAST_ACCOUNTS) or (texts[first - 1].endswith(":") and not called):
        return False
    first -= called
    del texts[first:]
    return True
