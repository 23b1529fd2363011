"""What the address of an article looks like on a site that nobody has described."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote

from newscrawl.items import Kind

# "/amp/...", ".../amp", "/2026/07/24/judul/feed": another form of the page before it.
FORMS = re.compile(r"^/amp(?=/)|/(?:amp|feed|embed)/?$")
# Steps of an address below which there are lists, people, or what belongs to the site itself.
NO_ARTICLES = frozenset(
    "tag tags tagar topic topics topik label labels category categories kategori kanal channel rubrik author authors"
    " penulis user users member members profile account akun search cari pencarian indeks index archive archives arsip"
    " page feed rss login masuk register daftar signup logout wp-content wp-json wp-admin wp-login wp-includes cart"
    " checkout shop toko cdn-cgi assets static api ads iklan embed share print cetak newsletter subscribe langganan"
    .split()
)  # fmt: skip
# The last step of a page that tells of the site.
OF_THE_SITE = re.compile(
    r"(?:about|tentang|hubungi|contact|kontak|redaksi|susunan-redaksi|box-redaksi|pedoman|kebijakan|privacy|privasi|"
    r"disclaimer|sanggahan|terms|term|syarat|ketentuan|kode-etik|karir|career|info-iklan|advertise|sitemap|peta-situs|"
    r"visi|sejarah-kami|faq|cookie|hak-jawab|standar-perlindungan|company-profile)(?:[-_]\w+){0,5}"
)
FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|ico|css|js|json|xml|txt|pdf|docx?|xlsx?|pptx?|zip|rar|gz|mp[34]|m3u8|apk|woff2?)$"
)
SCRIPT = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|cfm)$")
WORD = re.compile(r"[^\W\d_]{2,}")
NUMBER = re.compile(r"(?:^|[-_.])[a-z]{0,2}-?(\d{3,})(?:[-_.]|$)")
DAY = re.compile(r"/(?:19|20)\d\d/\d\d?/\d\d?/[^/]+")
READING = re.compile(r"/(?:read|baca|detail|berita|artikel|articles?|news|story|stories|a|d|post)/")
CODE = re.compile(r"(?=\w*\d)(?=\w*[a-z])\w{8,20}")  # "c4g2q9xyz123o"
# Where a script shows one of many articles, what it is asked for: "?p=123", "/berita.php?id=77"
QUERY = re.compile(r"(?:p|id|nid|newsid|news_id|idnews|id_berita|idberita|berita|artikel|article|articleid)")
# "/2026/07/24/harga-kopi-naik-lagi/2": a further page of an article
PART = re.compile(r"(?<=[a-z]-)([^/]+)/\d{1,2}$")
LEAST_WORDS = 3  # of a slug; fewer are the name of a channel
KINDS: dict[str, Kind] = {
    **dict.fromkeys("foto fotos photo photos galeri gallery infografis readfoto inpicture".split(), "gallery"),
    **dict.fromkeys("berita-foto foto-berita galeri-foto photo-gallery photo-story in-picture".split(), "gallery"),
    **dict.fromkeys(("video", "videos", "tv"), "video"),
}


def article_key(path: str, query: str = "") -> str | None:
    """What tells an article from the others of its site, from its address; null for an address that is none's.

    >>> article_key("/ekonomi/harga-kopi-naik-lagi.html"), article_key("/2026/07/24/banjir/amp")
    ('ekonomi/harga-kopi-naik-lagi', '2026/07/24/banjir')
    >>> article_key("/harga-kopi-naik-lagi/2/")
    'harga-kopi-naik-lagi'
    >>> article_key("/", "p=812"), article_key("/berita.php", "id=77&utm_x=y"), article_key("/read/812/banjir")
    ('p=812', 'berita/id=77', 'read/812/banjir')
    >>> [article_key(p) for p in ("/", "/ekonomi", "/gaya-hidup/", "/tag/harga-kopi-naik", "/tentang-kami")]
    [None, None, None, None, None]
    """
    path = PART.sub(r"\1", FORMS.sub("", unquote(path)).rstrip("/"))
    steps = [step for step in path.lower().split("/") if step]
    asked = _asked(query)
    if FILE.search(path.lower()) or any(SCRIPT.sub("", step) in NO_ARTICLES for step in steps):
        return None
    bare = SCRIPT.sub("", path).strip("/")
    if asked and (not steps or SCRIPT.search(path.lower()) or READING.search(path + "/")):
        return f"{bare}/{asked}".lstrip("/")
    last = SCRIPT.sub("", steps[-1]) if steps else ""
    if not last or OF_THE_SITE.fullmatch(last):
        return None
    return bare if _is_article(path, [SCRIPT.sub("", step) for step in steps[-2:]]) else None


def _is_article(path: str, last: list[str]) -> bool:
    """True where the last two steps of an address say what an article is about, or which it is."""
    words = max(len(WORD.findall(step)) for step in last[-1:]) if last else 0
    numbered = any(NUMBER.search(step) for step in last)
    if words >= LEAST_WORDS or DAY.search(path):
        return True
    if numbered:  # "/read/812/banjir", "/judul-berita-ini/a-4711", "/d-7123456/banjir"
        return any(len(WORD.findall(step)) >= 1 for step in last)
    below = bool(READING.search(path[: path.rfind("/") + 1]))
    return below and (words == LEAST_WORDS - 1 or bool(last and CODE.fullmatch(last[-1])))


def _asked(query: str) -> str:
    """The part of a query that says which article is shown; empty where none does."""
    pairs = ((name.lower(), value) for name, value in parse_qsl(query[:500]))
    return next((f"{name}={value}" for name, value in pairs if QUERY.fullmatch(name) and value.isdigit()), "")


def kind_of(path: str) -> Kind:
    """The kind that an address names: photos and videos have channels of their own.

    >>> kind_of("/video/123/banjir-di-kota"), kind_of("/read/123/video-banjir-di-kota")
    ('video', 'article')
    """
    steps = path.lower().strip("/").split("/")[:-1]
    return next((KINDS[step] for step in steps if step in KINDS), "article")
