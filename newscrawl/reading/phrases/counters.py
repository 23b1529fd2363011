"""Counters, page numbers and hashtags around a text: another at every visit, and nobody's sentences."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.boilerplate import LONGEST_JUNK
from newscrawl.reading.rows import Row, either, late
from newscrawl.reading.text import search_end
from newscrawl.reading.times.dates import read_timestamp
from newscrawl.reading.times.framing import VIEWS

COUNT = r"\d[\d.,]*\s?(?:rb|ribu|jt|juta|k|m)?\+?"
TIMES = (
    r"(?:dibaca|dilihat|post views|ditonton|dibagikan|disukai|suka|views?|hits?|shares?|likes?|komentar|tanggapan"
    r"|comments?)"
)
MINUTES = r"\d{1,3}\s?(?:menit|detik|min(?:utes?|s)?)"
COUNTERS = (
    Row(
        rf"(?:(?:artikel|berita) ini )?(?:telah |sudah |sedang |total )?(?:{TIMES}|jumlah pembaca) ?:? ?"
        rf"(?:sebanyak |oleh )?{COUNT}"
        r"(?: ?(?:kali|x|views?|orang|pembaca))?",
        "Dilihat oleh 1.234 orang",
        "Buku itu dibaca 1.234 kali",
    ),
    Row(
        rf"{COUNT} ?(?:x |kali |orang )?(?:{TIMES}|pembaca|penonton|tayangan|suka"
        r"|(?:(?:telah|sudah|sedang) )?membaca)(?: kali| (?:artikel|berita) ini)?",
        "1,2 rb dilihat",
        "12 komentar masuk",
    ),
    Row(
        rf"(?:viewed {COUNT} times?|(?:total )?{COUNT} (?:total )?(?:views|visits)|{COUNT} (?:views?|visits?) today"
        rf"|(?:jumlah )?(?:visits?|visitors?|pengunjung) ?: ?{COUNT}|[👁👀❤♥👍🔥💬🗨]\ufe0f? ?{COUNT})",
        "1,234 total views",
        "12 visits to the farm",
    ),
    Row(
        r"(?:(?:estimasi|perkiraan|lama|durasi) )?(?:waktu )?(?:mem)?baca(?:an)? ?:? ?(?:±|~|sekitar|dalam)?"
        rf" ?{MINUTES}",
        "Waktu baca 3 menit",
        "Baca doa 3 menit",
    ),
    Row(
        rf"(?:reading time|read) ?:? ?{MINUTES}|{MINUTES} (?:waktu )?(?:baca|membaca|read)",
        "3 min read",
        "3 menit membaca doa",
    ),
    Row(
        r"(?:(?:terakhir |last )?(?:(?:di)?(?:perbarui|terbitkan|publikasikan|unggah|posting|update|lihat|baca"
        r"|akses)|(?:post|upda)ted"
        r"|tayang|terbit))? ?:? ?(?:sekitar )?(?:baru saja|just now|beberapa saat (?:yang )?lalu"
        r"|(?:(?:\d{1,3}|beberapa) |se)(?:detik|menit|jam|hari|minggu|pekan|bulan) (?:yang )?lalu"
        r"|(?:\d{1,2}|an?) (?:second|minute|min|hour|day|week|month)s? ago)",
        "Diperbarui sejam yang lalu",
        "Ia tiba sejam yang lalu",
    ),
    Row(
        r"(?:(?:di)?(?:perbarui|terbitkan|unggah|update)|tayang|terbit) ?:? ?(?:kemarin|hari ini)"
        r"|(?:(?:(?:di)?(?:perbarui|terbitkan|unggah|update)|tayang|terbit) ?:? ?)?(?:kemarin|hari ini)"
        r"(?: ?[,|·-])?(?: (?:pukul|jam|pkl\.?))? \d{1,2}[.:]\d{2}(?: wi(?:b|ta|t))?",
        "Kemarin, 15:20 WIB",
        "Kemarin",
    ),
)
# "3 menit lalu · Waktu baca 2 menit | 1.234 views"
COUNTER = late(rf"[\W_]*(?:(?:{either(COUNTERS).pattern})(?:[^\w.]+|$))+", re.I)
LONGEST_COUNTER = 100  # characters
# How often a prayer is said is no count of readers: "Dibaca 33 kali"
PRAYER = re.compile(
    r"\b(?:doa|d?zikir|wirid|s[eh]?a?lawat|surah|ayat|tasbih|istighfar|(?:subhana|alhamduli|astaghfiru)l+ah|allah\w*)\b",
    re.I,
)
SAID = re.compile(r"\W*dibaca (?:1|3|7|10|11|33|34|40|41|70|99|100|313|1\.?000) ?(?:kali|x)\W*", re.I)
# "1 2 3", "« 1 2 3 Selanjutnya", "[1] [2] [3]", "1 | 2 | Lihat Semua"
PAGES = re.compile(
    r"(?:halaman\s*:?\s*)?[«‹<\s]*\[?\d{1,2}\]?(?:[\s|]+\[?\d{1,2}\]?)*"
    r"(?:[\s|]*(?:[»›>]|selanjutnya|berikutnya|next|last|terakhir|(?:tampilkan|lihat) semua))*",
    re.I,
)
PICTURE_OF = re.compile(r"1\s?/\s?\d{1,2}")  # "1/8", below the first picture of a gallery
# "#Sora with Sorapos", "~R #Kopi #Sora"
HASHTAGS = re.compile(r"(?:[~+`]\w? )?(?:#+\w+[\s,]*)+(?:(?:with|bersama|by|for|of|and|&) )?(?:[A-Z][\w.]* ?){0,2}")
GLUED_TAGS = re.compile(r"(?<=[.!?”\"])(?:\s+#\w+,?){2,}\Z")  # "... menjelang panen. #Kopi #Panen"
LONGEST_TAGS = 200  # characters
# "Tags: kopi, panen raya"
TAGS_LINE = re.compile(
    r"(?:tags?|keywords?|kata kunci|topik(?=\s*:[^,#]*[,#])(?!.*\b(?:dan|serta|atau)\b))\s*:\s*[^.!?:]{2,300}", re.I
)


def is_counter(text: str) -> bool:
    """True for a line that says nothing but how often the page was read, how long that takes, or how old it is.

    >>> is_counter("Dibaca 1.234 kali | 12 Komentar"), is_counter("Buku itu dibaca 1.234 kali.")
    (True, False)
    """
    if len(text) > LONGEST_COUNTER:
        return False
    # "Jumat, 24 Juli 2026 | Dibaca 1.234 kali"
    return bool(COUNTER.fullmatch(text)) or bool(VIEWS.search(text.lower()) and read_timestamp(text))


def take_counter(texts: list[str]) -> bool:
    if not texts or not is_counter(texts[-1]):
        return False
    if SAID.fullmatch(texts[-1]) and any(map(PRAYER.search, texts)):
        return False
    del texts[-1]
    return True


def take_digits(texts: list[str]) -> bool:
    """Page numbers left at the end: "1", "2" or "1 2 3 »"; a number that is the article's own stays."""
    if len(texts) > 1 and PICTURE_OF.fullmatch(texts[-1]) and not texts[-2].endswith(":"):
        texts.pop()
        return True
    run: list[str] = []
    while len(run) < min(len(texts), 99) and PAGES.fullmatch(texts[-1 - len(run)][:LONGEST_JUNK]):
        run.append(texts[-1 - len(run)])
    numbers = [int(n) for line in reversed(run) for n in re.findall(r"\d+", line)]
    told = len(run) < len(texts) and texts[-1 - len(run)].endswith(":")  # "Nomor yang keluar:"
    if not told and len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        del texts[-len(run) :]
        return True
    return False


def take_hashtags(texts: list[str]) -> bool:
    """Hashtags alone below the text; those that the text announces, "Tagar itu:", stay."""
    tagged = texts and (HASHTAGS.fullmatch(texts[-1]) or TAGS_LINE.fullmatch(texts[-1]))
    if len(texts) > 1 and tagged and not texts[-2].endswith(":"):
        texts.pop()
        return True
    if texts and (glued := search_end(GLUED_TAGS, texts[-1], LONGEST_TAGS)):
        texts[-1] = texts[-1][: glued.start()]
        return True
    return False
