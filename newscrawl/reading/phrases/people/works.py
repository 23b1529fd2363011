"""The lines that tell of a book or a film, whose "Penulis:" signs no text."""

from __future__ import annotations

import re

# "Judul: Ronggeng", "Tahun terbit: 1982": the lines of a book or a film, whose "Penulis:" signs nothing
OF_A_WORK = re.compile(
    r"\W*(?:judul|genre|sutradara|pemain|pemeran|penerbit|tahun(?: terbit)?|tebal|jumlah halaman|durasi|isbn|rating"
    r"|cetakan|tanggal rilis|produksi|rumah produksi|skenario|musik|bahasa)(?: \w+)?\s*:\s*\S.{0,120}",
    re.I,
)
# Roles that only a newsroom has
OF_A_NEWSROOM = re.compile(r"\W*(?:reporter|pewarta|jurnalis|wartawan|kontributor|redaktur|uploader|rep)\b", re.I)
# Roles of films, which a newsroom's have, too, and who did what to a book
OF_A_FILM = re.compile(r"\W*(?:penulis naskah|narator|pengisi suara|kreatif|videogra\w+|produser|producer)\s*:", re.I)
OF_A_BOOK = re.compile(r"\W*(?:di(?:tulis|terjemahkan|alihbahasakan|sunting)\s+oleh\b|(?:penulis|pengarang)\s*:)", re.I)
MOST_OF_WORK = 12  # lines


def is_of_a_work(texts: list[str]) -> bool:
    """True where the last line is one of the data of a book or a film, not of a newsroom.

    >>> is_of_a_work(["Sutradara: Budi Santoso", "Produser: Darmo Wijaya", "Penulis naskah: Ratna Lestari"])
    True
    >>> is_of_a_work(["Sutradara: Budi Santoso", "Reporter: Ratna Lestari"]), is_of_a_work(["Narator: Ratna Lestari"])
    (False, False)
    """
    above = texts[-MOST_OF_WORK:-1][::-1]
    of_makers = next((of for of in (OF_A_FILM, OF_A_BOOK) if of.match(texts[-1])), None)
    if of_makers:  # others of its makers may stand between
        above = [text for text in above if not of_makers.match(text)]
    return bool(above) and bool(OF_A_WORK.match(above[0])) and not OF_A_NEWSROOM.match(texts[-1])
