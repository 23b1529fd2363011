"""Parts of patterns that tables of several kinds of phrases share; each is a part of one that ignores case."""

from __future__ import annotations

# What a name begins with
CAPITAL = r"(?-i:[A-Z0-9@(])"
# What the portal calls itself, where a row is made for one; and its site
HOUSE = "(?:{house})"
ITS_SITE = rf"{HOUSE}(?:\.(?:com|co\.id|id)\b)?"
# When something was published: "Senin, 20/07/2026", ", 13:10 WIB" behind it; a day of the week
A_DAY = r"(?:[a-z’']{3,9},? )?\d{1,2}[ /-](?:[a-z]{3,9}|\d{1,2})[ /-]\d{2,4}\b"
A_CLOCK = r"[\s,|·-]*(?:pukul )?\d{1,2}[:.]\d{2}(?: ?wi(?:b|ta|t))?"
WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|ahad)"
# What tags are called by their label
TAGS = r"(?:tags?|tagar|topik|topics?|label|kata kunci|keywords?)"
# Whom a call bids
READER = r"(?:anda|kamu|kalian)"
# A text of the house, and where another one stood
OF_US = r"(?:artikel|berita|tulisan|konten|liputan|reportase|siaran pers)"
# Of a text that joint work made, not of joint work that it tells of: "Konten kerja sama Ratna dan Darmo itu viral"
IS_OURS = r"(?: ini|(?= (?:merupakan|adalah|hasil)\b))"
IN_A = r"(?:(?:artikel|media partner|mitra|laman|situs|koran|harian|majalah|media|kanal|portal|surat kabar) )?"
