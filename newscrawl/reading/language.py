"""The language a text is written in, by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

# Words that are frequent in one of these languages and seldom in the others.
WORDS: Mapping[str, frozenset[str]] = {
    "id": frozenset(
        "yang dan di dengan untuk pada dari tidak akan itu adalah juga karena oleh sudah telah dalam saat bisa ini"
        " tersebut kepada mereka kami saya bahwa sebagai lebih setelah harus hanya antara namun seperti".split()
    ),
    "en": frozenset(
        "the and of to in that is was for with on as are by from at this which be has have it not were will said"
        " their they he she his her but an been".split()
    ),
    "jv": frozenset(
        "sing lan ing karo kanggo saka ora bakal iku yaiku uga amarga wis padha ana iki marang wong kang kaya nanging"
        " dadi dheweke banget isih durung arep kudu saiki kabeh menawa nalika awit lagi mung kuwi luwih maneh ujare"
        " jarene dina kutha anyar munggah regane njaluk sasi sawise sadurunge liyane rong telung saben supaya liwat"
        " ngomong omah wiwit mundhak saged dipun kaliyan punika sami ingkang wonten dhateng sampun kangge dumugi lajeng"
        " amargi boten kedah tiyang".split()
    ),
    "su": frozenset(
        "anu jeung di ka pikeun tina teu bakal éta eta nyaéta nyaeta ogé oge ku geus aya ieu urang jalma saperti tapi"
        " jadi manéhna manehna pisan kudu ayeuna sadaya nalika keur henteu dina kana nu leuwih deui ulah sangkan saurna"
        " poé poe taun ménta menta kota anyar lain mah téh teh naon kumaha sanajan sabada saméméh urut ngeunaan".split()
    ),
}  # fmt: skip
# What Malay and Indonesian write differently, where most words are the same.
MALAY = frozenset(
    "kerana bahawa beliau manakala kerajaan polis pejabat wang mesyuarat lelaki mahu sahaja selepas menerusi dijangka"
    " isnin khamis jumaat ogos mac julai jun pengerusi awam berkata pihak siasatan kakitangan turut hospital"
    " memaklumkan"
    " ekoran justeru bandar sekiranya mangsa suspek pegawai penduduk negeri kempen persekutuan tindakan cawangan ialah"
    " menuai kanak-kanak".split()
)
INDONESIAN = frozenset(
    "karena bahwa polisi kantor uang rapat laki-laki saja setelah melalui diperkirakan senin kamis jumat jum'at"
    " agustus maret juli juni"
    " ketua rumah warga pria bisa mengatakan pemerintah korban petugas usai kota penyelidikan jika".split()
)
QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
LEAST = 5  # words that must tell for another language than the portal's
LEAST_OWN = 15  # words outside quotations by which a text is judged
WORD = re.compile(r"[^\W\d_]+")
MARKS = ".,:;!?()\"'“”‘’-–—"  # around words


def language_of(text: str, usual: str = "id") -> str:
    """The ISO 639-1 code of the text's language; `usual` where its words do not clearly tell another.

    >>> language_of("Warga padha nandur wit ana ing pinggir segara amarga asile apik lan kena didol kanggo kabeh.")
    'jv'
    >>> language_of("Ia membaca The Power of Now dan The Art of War.")
    'id'
    """
    text = text[:20_000].casefold()
    said = _words(QUOTED.sub(" ", text))  # a song that is quoted is not the writer's language
    words = said if len(said) >= LEAST_OWN else _words(text)
    counts = Counter(words)
    told = {code: sum(counts[word] for word in known & counts.keys()) for code, known in WORDS.items()}
    best = max(told, key=lambda code: (told[code], code == usual))
    clear = told[best] >= LEAST and told[best] > 2 * told.get(usual, 0) and told[best] > 0.1 * len(words)
    if best == "id" and usual == "id":
        malay, own = (sum(counts[word] for word in known & counts.keys()) for known in (MALAY, INDONESIAN))
        if malay >= LEAST and malay > 2 * own and malay > 0.06 * len(words):
            return "ms"
    return best if clear else usual


def _words(text: str) -> list[str]:
    """The words of a text, without digits and marks.

    >>> _words('Ia (dan 2 kawan) ke "Sora-Sora"; 5km.')
    ['Ia', 'dan', 'kawan', 'ke', 'Sora', 'Sora', 'km']
    """
    pieces = (piece.strip(MARKS) for piece in text.split())
    return [word for piece in pieces for word in ((piece,) if piece.isalpha() else WORD.findall(piece))]
