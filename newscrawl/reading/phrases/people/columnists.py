"""Who wrote a column, as a note below it tells: "*) Budi Santoso, dosen Universitas Sora"."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.names.bylines import POSTS, people
from newscrawl.reading.phrases.names.signoffs import NAME

LONGEST = 240  # characters of a note
STARS = re.compile(r"\(?\*{1,3}\s*\)?\s*|\)\s*")
WRITER = re.compile(r"penulis(?:\s*:\s*|\s+(?:adalah\s+|merupakan\s+)?)", re.I)
IS_WRITER = re.compile(r"[(\[]?(?i:penulis\s+(?:adalah|merupakan))\s+")  # says it without a star, too
# What somebody is, as notes say it of who wrote a column
POST = (
    rf"(?:{POSTS}"
    r"|(?:guru|pengajar|pelajar|sisw[ai]|santri|dokter|advokat|praktisi|pemerhati|pegiat|pendiri|founder|ceo|manajer"
    r"|pengasuh|pengelola|pembina|akademisi|konsultan|psikolog|penyuluh|hakim|jaksa|notaris|pimpinan|pemimpin|redaktur"
    r"|sekretaris|bendahara|koordinator|pengurus|alumnus|lektor|profesor|widyaiswara|statistisi|pustakawan|asisten"
    r"|tenaga ahli|deputi|bupati|wali ?kota|gubernur|menteri|camat|lurah|komisaris|kolumnis|budayawan|sastrawan"
    r"|penyair|novelis|penulis|jurnalis|wartawan|pegawai|pensiunan|mantan|eks|warga|jemaat|pastor|pendeta|ustaz)\b.*)"
)
# "..., dosen Universitas Sora", "... adalah Ketua Koperasi Sora"; a verb behind another comma tells something
WHAT_HE_IS = re.compile(rf"(?:\s*[,(–—-]\s*|\s+(?:adalah|merupakan)\s+)(?P<post>{POST})(?<!,)\)?\.?", re.I)
TELLS = re.compile(r"[,.]\s+(?:dan )?(?:me[mnlry]|ber|ter)\w{3,}", re.I)
A_SENTENCE = re.compile(
    r"\.$|\b(?:belum|tidak|telah|sudah|akan|sedang|bukan|kini|(?:me[mnlrwy]|ber|ter)\w{3,}|dilarang|harus|wajib|boleh|bisa|dapat|tak|ikut)\b|:",
    re.I,
)
ONLY_POST = re.compile(rf"{POST}", re.I)
NAMED = re.compile(r"\s[A-Z]")  # "Dosen Universitas Sora"; "Warga negara asing" notes something
A_NAME = rf"(?:(?:Prof|Dr|dr|Drs|Dra|Ir|Hj?|KH)\.?\s+)*{NAME}(?:,\s*[\w.]+){{0,5}}"
A_WRITER = re.compile(rf"{A_NAME}(?:(?:,? (?:dan|&)|,) {A_NAME}){{0,3}}")
ABOVE_POST = re.compile(rf"(?P<label>(?i:oleh|penulis)(?:\s*:\s*|\s+))?(?P<name>{A_WRITER.pattern})")
AN_ACCOUNT = re.compile(r"@\w[\w.]+|(?:e-?mail\s*:\s*)?[\w.]+@[\w.]+\.\w{2,}", re.I)

# How a portrait of a writer begins under his name, without saying "he": "Lulus dari ...", "Bergabung dengan ..."
A_PORTRAIT = re.compile(
    r"(?:lulus(?:an)?|alumn(?:us|i)|menyelesaikan (?:studi|pendidikan)|bergabung|berkarier|meliput|menekuni|aktif"
    r"|pernah|sehari-hari|jurnalis|wartawan|wartawati|reporter|koresponden|kontributor|redaktur|editor|penulis)\s(?!:)",
    re.I,
)


def take_columnist(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line that a star marks and that says who wrote the text, or what he is; a footnote's star is no such.

    >>> said = Cleaned()
    >>> take_columnist(lines := ["Ia pulang.", "*) Budi Santoso, dosen Universitas Sora"], said), lines, said.authors
    (True, ['Ia pulang.'], ['Budi Santoso'])
    >>> take_columnist(["Ia pulang.", "*) Budi Santoso menolak berkomentar."], said)
    False
    >>> take_columnist(["Harga* naik.", "*) Budi Santoso, dosen di Sora, menghitung harga."], said)
    False
    """
    if len(texts) < 2 or len(texts[-1]) > LONGEST:
        return False
    if _take_post(texts, cleaned):
        return True
    if not (stars := STARS.match(texts[-1])):
        return False
    if any("*" in text for text in texts[:-1]):
        return False
    note = texts[-1][stars.end() :]
    said = WRITER.sub("", note, count=1) if (of_writer := WRITER.match(note)) else note
    told = TELLS.search(said) if of_writer else (A_SENTENCE.search(said) or not NAMED.search(said))
    if ONLY_POST.fullmatch(said) and not told:
        texts.pop()
        return True
    found = WHAT_HE_IS.search(said)
    name = said[: found.start()] if found else said if of_writer else ""
    whole = found is not None and found.end() == len(said) and not TELLS.search(said[found.start() :])
    if (
        not (whole or (of_writer and not found))
        or not A_WRITER.fullmatch(name.rstrip(" ."))
        or not (names := people(name))
    ):
        return False
    texts.pop()
    cleaned.authors.extend(names)
    return True


def _take_post(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line that says what the writer is, whom it calls so or a label above it names, and his name above it.

    >>> said = Cleaned()
    >>> _take_post(lines := ["Ia pulang.", "Oleh: Budi Santoso", "Dosen Universitas Sora"], said), lines, said.authors
    (True, ['Ia pulang.'], ['Budi Santoso'])
    >>> _take_post(["Ia pulang.", "Penulis adalah petani kopi di Sora."], said)
    False
    """
    called = IS_WRITER.match(texts[-1])
    above = ABOVE_POST.fullmatch(texts[-2]) if len(texts) > 2 and len(texts[-2]) <= LONGEST else None
    if not called and not (above and above["label"]):
        return False
    post = texts[-1][called.end() if called else 0 :].rstrip(".)] ")
    if not (ONLY_POST.fullmatch(post) and NAMED.search(post)) or A_SENTENCE.search(post):
        return False
    texts.pop()
    if above and " " in above["name"] and (names := people(above["name"])):
        texts.pop()
        cleaned.authors.extend(names)
    return True


def take_columnist_above(texts: list[str]) -> list[str]:
    """The writer whose name stands alone above a column, what he is, and perhaps his account, below it.

    >>> take_columnist_above(lines := ["Budi Santoso, PhD", "Dosen Universitas Sora", "@budi", "Kopi mahal."]), lines
    (['Budi Santoso'], ['Kopi mahal.'])
    >>> take_columnist_above(["Budi Santoso", "Dosen Universitas Sora", "Budi lahir di Sora."])
    []
    """
    if len(texts) < 3 or max(map(len, texts[:2])) > LONGEST or not A_WRITER.fullmatch(texts[0]):
        return []
    names = people(texts[0])
    if not names or A_SENTENCE.search(texts[1]) or not (ONLY_POST.fullmatch(texts[1]) and NAMED.search(texts[1])):
        return []
    end = 3 if AN_ACCOUNT.fullmatch(texts[2]) else 2
    words = {word for name in names for word in name.split() if " " in name}
    if not words or any(word in text for word in words for text in texts[end:]):  # of whom a text tells
        return []
    if len(texts) == end or not texts[end].endswith((".", "!", "…", "”", '"')):
        return []  # a question is an interview's
    del texts[:end]
    return names


def tells_of_columnist(writers: list[str], line: str) -> bool:
    """True for a line that says of one of the writers what he is, and nothing else: below a column, without a star.

    >>> tells_of_columnist(["Budi Santoso"], "Budi Santoso. Dosen Universitas Sora")
    True
    >>> tells_of_columnist(["Budi Santoso"], "Budi Santoso, dosen Universitas Sora, menghitung harga.")
    False
    >>> tells_of_columnist(["Budi Santoso"], "Ratna Dewi, dosen Universitas Sora")
    False
    """
    name = next((writer for writer in writers if " " in writer and line.startswith(writer)), None)
    if name is None or len(line) > LONGEST:
        return False
    said = line.removeprefix(name).lstrip(" .,:|(–—-").removeprefix("adalah ").rstrip(" .)*")
    return bool(ONLY_POST.fullmatch(said) and NAMED.search(said)) and not A_SENTENCE.search(said)


def portrays(writers: list[str], name: str, line: str) -> bool:
    """True for a writer's name that stands alone and the line below it that tells of him without naming him.

    >>> portrays(["Budi Santoso"], "Budi Santoso", "Lulus dari Universitas Sora. Bergabung dengan Sora sejak 2019.")
    True
    >>> portrays(["Budi Santoso"], "Budi Santoso", "Ia lulus dari Universitas Sora.")
    False
    >>> portrays(["Budi Santoso"], "Ratna Dewi", "Lulus dari Universitas Sora.")
    False
    """
    return " " in name and name in writers and A_PORTRAIT.match(line) is not None
