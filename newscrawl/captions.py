"""A printed caption: what it says, and whose the picture is."""

from __future__ import annotations

import re

# "(Foto: Reuters)", "Ilustrasi/Foto: Istimewa", "... (Foto: Budi/Okezone)", "... /Foto: AP", "(ANTARA/Budi)"
CREDIT = re.compile(
    r"^(?P<caption>.*?)(?<![\s(\[/|,–-])[\s(\[/|,–-]*\b"
    r"(?<!antara )(?:foto|photo|dok|kredit|credit|(?<=[(\[])sumber|ilustrasi foto)"
    r"\s*[:/]\s*(?P<credit>(?:(?-i:[A-Z\d@©])|istimewa|ist\b|dok)[^()\[\]]*?)\s*[)\]]?\s*\.?\s*$",
    re.I,
)
# "Gedung bank sentral (Auriga Nusantara)": what stands in the last bracket, of sites that always write so
BRACKET_CREDIT = re.compile(r"(?P<caption>.*?)\s*[(\[](?P<credit>[^()\[\]]+)[)\]]\s*\.?$")
# "KOMPAS.com/BUDI SANTOSO Gedung baru di Kediri"
CREDIT_IN_FRONT = re.compile(
    r"(?P<credit>(?:[A-Za-z]+\.com|[A-Z]+)/(?:[A-Z][A-Z.'’]+ ){1,4})(?P<caption>[A-Z].*[a-z].*)"
)
# "Gedung baru di Kediri. (Antara)"
CREDIT_AT_END = re.compile(r"(?P<caption>.*[.!?])\s*[(\[](?P<credit>[A-Z@][^()\[\]]+)[)\]]\.?$")
LONGEST_CAPTION = 1000  # characters; what is longer is a text, and nothing is looked for in it


def split_credit(caption: str, form: re.Pattern[str] = CREDIT_AT_END) -> tuple[str | None, str | None]:
    """A printed caption as caption and credit; `form` is the portal's own way to write them.

    >>> split_credit("Presiden di Istana. (Foto: Reuters)"), split_credit("Ilustrasi/Foto: Istimewa")
    (('Presiden di Istana.', 'Reuters'), ('Ilustrasi', 'Istimewa'))
    >>> split_credit("KOMPAS.com/BUDI SANTOSO Latihan sore.")
    ('Latihan sore.', 'KOMPAS.com/BUDI SANTOSO')
    >>> split_credit("Wisata ke Bali.")
    ('Wisata ke Bali.', None)
    """
    if len(caption) > LONGEST_CAPTION:
        return caption, None
    match = CREDIT.match(caption) or CREDIT_IN_FRONT.fullmatch(caption) or form.match(caption)
    if not match:
        return caption or None, None
    if match["caption"].count("(") > match["caption"].count(")"):  # "(AP Photo/Budi)": the bracket is the credit
        head, _, tail = caption.rpartition("(")
        return head.strip() or None, tail.strip(" .)") or None
    credit = re.sub(r"^(?:foto|photo)\s*:\s*", "", match["credit"], flags=re.I)
    return match["caption"].strip(" (/-–") or None, credit.strip(" .)") or None
