"""What stands in brackets behind a last sentence and signs nothing: of whom or what the article tells."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.habits import NO_HABITS, Habits
from newscrawl.reading.phrases.names.institutions import is_institution
from newscrawl.reading.phrases.people.signers import agency_of
from newscrawl.reading.phrases.people.sources import is_medium

# Abbreviations of three letters that sign nothing.
INSTITUTIONS = frozenset(
    "KPK KPU DPR DPD MPR PBB WHO BPS KAI PLN BKN MUI TNI UGM ITB IPB UNS NTT NTB DKI DIY ASN PNS KTP SIM BPK OJK BNN"
    " BIN PMI IDI HAM PDB UMP UMK APD ICU IGD PSI PKS PAN PKB PPP PSM KRL MRT LRT BRT ATM SMA SMK SMP UKM LPG BBM APK"
    " UUD IDR USD EUR SGD UTC GMT DOI ESA GAM IMF ADB EPA FBI CIA CDC FDA UEA USA NBA UFC MMA GBK VAR".split()
)
# Short names of bodies that are words; an office of the press signs what it sends: "(Humas)", "(Diskominfo)"
BODY = re.compile(
    r"Kemen(?!terian)[a-z]{2,}|Kemlu|Polri|Pol(?:da|res(?:ta)?|restabes|sek)|Pem(?:prov|kab|kot)|Keja(?:gung|ti|ri)"
    r"|Bawaslu|Basarnas|Bakamla|Bappe(?:nas|da)|Baznas|Bulog|Komnas|Kompolnas|Pertamina|Kadin|Apindo"
)
DEFINED = re.compile(r"[A-Z]\w+ \(([A-Z]+)\)")  # "Mahkamah Sora (MS)"


def is_abbreviation(inner: str, texts: list[str]) -> bool:
    """True for an abbreviation that is no signature: known, long, or used in the text: "(BNPB)"; or two: "(TNI AL)".

    >>> [is_abbreviation(inner, []) for inner in ("BMKG/BPS", "TNI/Polri", "WHO", "BDI/WDY", "Humas/BPBD")]
    [True, True, True, False, False]
    >>> is_abbreviation("Basarnas", []), is_abbreviation("Diskominfo", [])
    (True, False)
    """
    parts = inner.split("/")
    if all(map(BODY.fullmatch, parts)):
        return True
    if len(parts) > 1 and all(part.isupper() or BODY.fullmatch(part) for part in parts):
        return all(part in INSTITUTIONS or BODY.fullmatch(part) or is_institution(part) for part in parts)
    if " " in inner and inner.isupper() and not INSTITUTIONS.isdisjoint(inner.split()):
        return True
    if not inner.isupper() or not inner.isalpha() or agency_of(inner):
        return False
    return len(inner) > 3 or inner in INSTITUTIONS or is_used(inner, texts)


def is_subject(inner: str, texts: list[str], habits: Habits = NO_HABITS) -> bool:
    """True for a name of which the text tells; a medium's, or an institution's of which nothing is told, is a source.

    >>> [is_subject(name, ["Warga Sora (WS) dan AC Milan."]) for name in ("AC Milan", "WS", "Polda Sora")]
    [True, True, False]
    >>> is_subject("Antara", ["Antara menulis."])
    False
    """
    if not inner[:1].isupper() or "/" in inner or is_medium(inner) or habits.brand.fullmatch(inner):
        return False
    # of one word it is as often who wrote the text and is called as somebody in it
    told = " " in inner and is_used(inner, texts)
    return told or (inner.isupper() and any(inner in DEFINED.findall(text) for text in texts))


def is_used(word: str, texts: list[str]) -> bool:
    """True for a word of the text, outside brackets."""
    having = [text for text in texts if word in text]
    if not having:
        return False
    used = re.compile(rf"(?<![(\[\w]){re.escape(word)}\b")
    return any(map(used.search, having))
