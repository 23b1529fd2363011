"""Captions in a text whose picture is not shown."""

from __future__ import annotations

from newscrawl.reading.phrases.pictures.underpictures import SITE_END
from newscrawl.reading.phrases.words import CAPITAL
from newscrawl.reading.rows import Row, either

# Captions, of more than one sentence too, that end in an agency's or a house's own mark
STRAY_CAPTIONS = (
    Row(
        r"[^!?\"“]{3,360}[.)]\s(?:(?:antara|afp|ap|epa|reuters) ?(?:foto|photos?)"
        rf"|foto[ /]\s?(?:antara|okezone|mi|\w+news|[\w-]+(?:\.{SITE_END}){{1,2}}))/\s?"
        rf"(?:{CAPITAL}[\w.'’-]*(?: {CAPITAL}[\w.'’-]*){{0,4}}(?:/\w{{1,5}}){{0,3}}|(?-i:[a-z]{{2,4}}))\.?",
        "Petani memetik kopi di Sora, Senin (3/8/2020). ANTARA FOTO/Budi Santoso/aww.",
        "Ia menyimpan semuanya. Foto AP/Reuters dipakai Ratna.",
    ),
    Row(
        r"[^!?\"“]{3,360}\s?[(\[](?:antara|afp|ap|epa|reuters) ?(?:foto|photos?)\s?/"
        rf"\s?{CAPITAL}[\w.'’/ -]{{2,50}}[)\]]\.?",
        "Petani memetik kopi di Sora, Senin (3/8/2020). (ANTARA FOTO/Budi Santoso)",
        "Petani memetik kopi (AP Foto itu buram)",
    ),
    Row(
        r"(?:(?:foto|grafi[ks]|video)\s?:|(?:(?:foto )?ilustrasi|poster|banner)\b)(?! (?:itu|ini|tersebut)\b)"
        rf"[^.!?\"“]{{3,200}}\.?\s?[(\[](?:[\w-]+\.){{1,2}}{SITE_END}\s?/\s?{CAPITAL}[\w.'’ -]{{2,40}}[)\]]\.?",
        "Foto: Petani memetik kopi (Sora.com/Budi Santoso)",
        "Poster itu dibuat Ratna (Sora.com/Budi)",
    ),
)
STRAY = either(STRAY_CAPTIONS)
