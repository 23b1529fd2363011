"""News agencies: what they are called in print, and as we write them."""

from __future__ import annotations

# As printed, folded
AGENCIES = {
    "antara": "Antara", "ant": "Antara", "lkbn antara": "Antara", "antaranews": "Antara",
    "kantor berita antara": "Antara", "perum lkbn antara": "Antara", "antaranews.com": "Antara",
    "antara news": "Antara", "voa": "VOA", "voa indonesia": "VOA Indonesia", "bbc": "BBC",
    "bbc indonesia": "BBC Indonesia", "bbc news indonesia": "BBC News Indonesia", "afp": "AFP", "ap": "AP",
    "reuters": "Reuters", "xinhua": "Xinhua", "dw": "DW", "dw indonesia": "DW Indonesia", "anadolu": "Anadolu",
    "anadolu agency": "Anadolu Agency", "bernama": "Bernama", "kyodo": "Kyodo", "rfi": "RFI",
    "the conversation": "The Conversation", "deutsche welle": "Deutsche Welle",
    "deutsche welle indonesia": "Deutsche Welle Indonesia", "abc indonesia": "ABC Indonesia", "cnn": "CNN",
    "abc": "ABC", "abc news": "ABC News", "abc australia": "ABC Australia", "al jazeera": "Al Jazeera",
    "sputnik": "Sputnik", "associated press": "AP", "the associated press": "AP",
    "agence france-presse": "AFP", "agence france presse": "AFP", "voa news": "VOA", "dpa": "dpa", "tass": "TASS",
    "itar-tass": "TASS", "xinhua-oana": "Xinhua-OANA", "yonhap": "Yonhap", "kyodo news": "Kyodo", "nhk": "NHK",
    "cgtn": "CGTN", "upi": "UPI", "bloomberg": "Bloomberg",
}  # fmt: skip


def as_agency(name: str) -> str:
    """An agency's name as we write it; any other name as it is.

    >>> as_agency("LKBN Antara"), as_agency("Kabar Sora")
    ('Antara', 'Kabar Sora')
    """
    return AGENCIES.get(name.casefold(), name)
