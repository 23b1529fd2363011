"""Whether a stamp stands alone in its text: around it labels, a site, a channel, a byline or a view count, no prose."""

import re
from typing import Final

from newscrawl.reading.times.stamps import MONTHS, WEEKDAYS

# Words that tell a headline, a sentence, an event or a zone: none is part of a name, channel or site.
NOT_A_NAME: Final = frozenset({*MONTHS, *WEEKDAYS} - {"agus"}).union(  # split: a list would take a line a word
    """
    acara ada adalah agar akan akhir am apa baca bagi bakal batas begini belum berakhir
    bazar berlaku berlangsung besok bisa born cara catat cek copyright daftar dalam dan dari deadline
    dengan di diadakan dibaca dibuka digelar dilihat dimulai dirilis ditutup due end expires fakta
    final finish from gaji guncang hadapi hari highlights hingga ini inilah is itu jadi jadwal jelang
    kalender karena ke kemarin kepada kick-off kickoff laga lahir lawan libur link live lomba lowongan lusa malam mati
    mulai nanti nonton of oleh-oleh orang pada pagi para pendaftaran pengumuman per periode
    pelantikan pertandingan pm prakiraan prediksi puasa rapat rilis saat saksikan sampai sebelum sejak selama
    sepanjang sesudah setelah siang siaran simak since sinopsis sore start starts tadi tahun tanggal
    tentang tetap tiket to tragedi until untuk usai valid vs wafat waktu watch with yang acdt acst
    aedt aest bst cdt cest cet cst edt eest eet est hkt hst ist jst kst mdt msk mst myt nzst pdt pht
    pst sgt wadt wast west utc gmt wib wita wit
    """.split()
)
# Headline words that are channels or agencies too: read alone, never in company.
TOPICS: Final = frozenset(
    """
    album antara cuaca film foto gempa harga hasil klasemen konser musik profil promo ramalan resep saham seminar
    sidang skor streaming tips video webinar wisuda zodiak
    """.split()
)

# --- What may stand around a printed stamp

# 10,176 views · 1.234 kali dibaca · 1,2 rb dilihat · dibaca: 99 kali · waktu baca 2 menit · (3 min read)
VIEWS: Final = re.compile(
    r"(?<![a-z0-9])[(\[]?"
    r"(?:[0-9][0-9.,]*(?:k| ?(?:rb|ribu|jt|juta))? ?(?:x |kali )?(?:views?|dibaca|dilihat|pembaca|hits?"
    r"|komentar|comments?|shares?)"
    r"|(?:views?|dibaca|dilihat|hits?) ?:? ?[0-9][0-9.,]*(?:k| ?(?:rb|ribu|jt|juta))?(?: ?(?:x|kali|views?))?"
    r"|(?:(?:waktu )?baca|read(?:ing time)?) ?:? ?[±~]? ?[0-9]{1,3} (?:menit|min(?:s|utes?)?)"
    r"|[0-9]{1,3} min(?:s|utes?)? read|[0-9]{1,3} (?:menit|mnt) (?:mem)?baca)(?![a-z0-9])[)\]]?"
)
# 370231, a view count with its label cut off; 2027 could be a year
BARE_COUNT: Final = re.compile(r" (?!(?:19|20)[0-9]{2}$)[0-9]{3,7}")
# " | " · ", " · "- " · " . "; a hyphen between letters joins a name
SEPARATOR: Final = re.compile(r"((?: ?(?:[|,:;>/»]|(?<= )\.(?= |$)|(?<![a-z0-9])-|(?<=[a-z0-9])-(?![a-z])))+ ?)")
# diterbitkan · last update · diunggah pada · revisi sejak · hari
LABEL: Final = re.compile(
    r"(?:(?:(?:last|terakhir|tanggal|tgl|date) )?"
    r"(?:(?:di-?)?(?:terbit|tayang|muat|unggah|publikasi|posting|upload|update)(?:kan)?|penerbitan|dipublish"
    r"|dibuat|ditulis|publish(?:ed)?|publication|post(?:ed)?|created|diperba(?:ha)?rui|pembaruan|modified"
    r"|edited|updated|edisi|revisi sejak)(?: terakhir)?(?: date)?"
    r"|pada|on|hari|tanggal|tgl|date|waktu)(?: (?:on|at|pada|hari|tanggal|tgl))*\.?"
)
# oleh budi santoso · posted by budi on
BY: Final = re.compile(r"(?:posted |published |written |dibuat |ditulis )?(?:oleh|by) (.+?)(?: on| pada)?")
# jurnalis · editor: a role stands alone, with the name before or after its separator
ROLE: Final = re.compile(
    r"(?:posted )?(?:oleh|by)|editor|reporter|penulis|pewarta|jurnalis|wartawan|(?:kontributor|koresponden)(?: [a-z]+)?"
    r"|rep|red|author"
)
# budi · detiknews · kompas.com · riau24 · 20detik
NAME: Final = re.compile(r"(?:20)?[a-zà-öø-ÿ][a-zà-öø-ÿ.'&-]*[0-9]{0,2}(?:\.[a-z]{2,4})*")
PAIR: Final = re.compile(r"(\S+) dan (\S+)")  # "hukum dan kriminal | ...": a channel
SITE: Final = re.compile(r"[a-z0-9.-]+\.(?:com|co|id|net|org|tv|news)")


def is_framed(text: str, stamp: re.Match[str], links: str) -> bool:
    """Whether only labels, sites, channels, bylines and counts stand around a stamp.

    ``links`` are the separators strong enough to set an unlabelled name apart from this kind of stamp: prose
    joins a bare date to its words with a comma, but seldom a date and a clock.
    """
    before, after = (VIEWS.sub("", part) for part in (text[: stamp.start()], text[stamp.end() :]))
    names = _names(before)
    if names is None:
        return False
    words, signed, link = names
    known = signed or all(map(SITE.fullmatch, words))
    if not known and (link not in links or len(words) > {"|": 6, " ": 2}.get(link, 3)):
        return False
    if BARE_COUNT.fullmatch(after):
        return " " in links
    names = _names(after.rstrip(" ."))
    if names is None:
        return False
    words, signed, _ = names
    lead = SEPARATOR.match(after)
    return not words or signed or (lead is not None and _link(lead[0]) in links and _link(lead[0]) in "|-")


def _link(separator: str) -> str:
    """The strongest mark of a separator; a space where there is none."""
    return next((mark for mark in "|-,:" if mark in separator), ";" if separator.strip() else " ")


def _names(text: str) -> tuple[list[str], bool, str] | None:
    """Words of names in a text, whether a byline marks them, the link after the last one; None for prose."""
    words: list[str] = []
    signed, link = False, " "
    pieces = SEPARATOR.split(text.strip())
    for piece, separator in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if not piece or LABEL.fullmatch(piece):
            continue
        if ROLE.fullmatch(piece):
            signed = True
            continue
        if byline := BY.fullmatch(piece):
            signed, piece = True, byline[1]
        pair = PAIR.fullmatch(piece) if _link(separator) == "|" else None
        found = [*pair.groups()] if pair else [word for word in piece.split() if word != "&"]
        channel = piece in TOPICS and _link(separator) in "|-"
        if len(found) > 4 or not all(map(NAME.fullmatch, found)):
            return None
        if not channel and any(word.rstrip("0123456789.") in NOT_A_NAME | TOPICS for word in found):
            return None
        words += found
        link = _link(separator)
    return words, signed, link
