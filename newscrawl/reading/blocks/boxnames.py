"""What class names and ids say of their boxes; what only one portal calls so stands in its `body_drop`."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.reading.rows import Row, either

# Of boxes that hold no article.
JUNK_NAMES = (
    Row(r"(?:ads?\d*|adv|advert\w*|iklan|banners?\d*)(?:[-_][\w-]*)?", "ads-recdetail", "adat-istiadat"),
    Row(
        r"adsbygoogle|adsense|adasia|ads?[-_]?(?:box|slot|unit|space|area|wrap(?:per)?|container|place(?:ment|holder))(?:[-_]\w+)?",
        "adsbox",
        "adsorpsi",
    ),
    Row(r"div-gpt-ad.*|gpt-.*|m\d+scriptroot\w*", "div-gpt-ad-1-0", "m1script"),
    Row(r"(?:_?popin|mgid|taboola|outbrain|dable)[\w-]*", "_popIn_recommend", "popular"),
    Row(r"(?:(?:fb-)?(?:komentar\w*|comments?)|disqus)(?:[-_][\w-]*)?", "disqus_thread", "isi-komentarnya"),
    Row(r"(?:[\w-]*[-_])?captions?|photo-?desc|image-?source", "image-caption", "captioned"),
    Row(
        r"(?:[\w-]*[-_])?(?:related\w*|terkait|rekomendasi\w*|recommend\w*|terpopuler)(?:[-_][\w-]*)?",
        "artikel-terkait",
        "terkaitkan",
    ),
    Row(r"newsletter|subscribe|disclaimer|copyright", "newsletter", "newsletters-list"),
    Row(r"(?:donasi|donat(?:e|ion))(?:[-_](?:box|widget|banner|wrap\w*))?", "donasi-box", "category-donasi"),
    Row(
        r"(?:[\w-]*[-_])?(?:affiliate|afiliasi|shopee|tokopedia)[-_](?:box|widget|card|banner|product|produk)(?:[-_][\w-]*)?",
        "affiliate-box",
        "affiliate-story",
    ),
    Row(r"(?:apester|riddle|playbuzz|typeform)[-_](?:media|embed|widget|container)", "apester-media", "riddle"),
    Row(r"video-wrap|flying[-_]\w+", "flying_carpet", "video-text"),
    Row(r"(?:[\w-]*[-_])?(?:poll(?:ing|s)?|jajak-?pendapat)(?:[-_][\w-]*)?", "poll-box", "pollen"),
    Row(
        r"(?:\w+-)?toc(?:[-_](?:container|list|box|wrap\w*))?|table-of-contents|daftar-isi", "ez-toc-container", "stock"
    ),
    Row(r"pagination(?:[-_]\w+)?|paging\w*|breadcrumbs?", "pagination-nb", "page-content"),
)
# Of what is printed under a picture, outside a figure.
CAPTION_NAMES = (
    Row(r"(?:[\w-]*[-_])?captions?(?:[-_][\w-]*)?", "photo-caption", "captioned"),
    Row(r"ket(?:erangan)?[-_]?(?:photo|foto|gambar|image|img)", "keterangan-foto", "keterangan"),
    Row(r"(?:photo|foto|image|img)[-_]?(?:desc|info|caption|source|credit|copyright)", "imageinfo", "photo-text"),
)
# Of a box that holds a picture and what is printed under it.
FIGURE_NAMES = (
    Row(
        r"(?:[\w]+-{1,2})*figure(?:-{1,2}[\w]+)*|wp-caption|(?:[\w]+-)*photo-gallery--item", "js-figure", "figures-list"
    ),
    Row(
        r"(?:post|entry|article|artikel|single|detail|content|news|berita|read|featured?|headline|lead|main|cover|hero)"
        r"[-_]{1,2}(?:media|thumb|thumbnail|image|img|photo|foto|gambar|picture)(?:[-_]{1,2}(?:wrap(?:per)?|box|container|area))?",
        "post-media",
        "post-media-text",
    ),
)
# Of an offer to subscribe in place of the rest.
OFFER_NAMES = (
    Row(
        r"(?:[\w-]*[-_])?(?:pw|pay-?wall|new\w*pwcontain|subscri\w*|(?:ber)?langganan|metered)(?:[-_]\w++)*+",
        "pw-containers",
        "pwned",
    ),
)
# That an article's own box may carry too: such a box is junk only if it holds no sentence.
DOUBTFUL = r"(?:[\w-]*[-_])?(?:{})(?:[-_][\w-]*)?"
DOUBTFUL_NAMES = (
    Row(DOUBTFUL.format(r"baca[-_]?juga\w*|lihat[-_]?juga\w*"), "detail-baca-juga", "pembaca"),
    Row(DOUBTFUL.format(r"share|sharing|sharedaddy|sosmed|medsos|social\w*|follow"), "box_share", "shareholder"),
    Row(DOUBTFUL.format(r"tags?|widget|populer"), "detail-tag", "tagline"),
    Row(DOUBTFUL.format(r"newsletter|subscribe|disclaimer|copyright|caption"), "disclaimer_box", "captioned"),
    Row(DOUBTFUL.format(r"gnews|google-news"), "google-news", "google"),
    Row(DOUBTFUL.format(r"sponsor(?:ed)?|promo|ads?"), "sponsored-box", "promotor"),
)
# Of a film's player, whose buttons and settings are written out in a page that a browser saved.
PLAYER_NAMES = (Row(r"(?:video-js|vjs|jw|jwplayer|plyr|mejs|flowplayer)(?:[-_][\w-]*)?", "vjs-control-bar", "jwt"),)
# Of who wrote the article, and what he is.
WRITER_NAMES = (
    Row(
        r"(?:[\w-]*[-_])?(?:about[-_])?(?:author|penulis)[-_]?(?:bio|box|info|profile?|desc\w*|card|about)(?:[-_]\w+)?"
        r"|(?:about|tentang)[-_](?:the[-_])?(?:author|penulis)",
        "author-bio",
        "author-story",
    ),
)
# Of what only a screen reader tells.
UNSEEN_NAMES = (Row(r"sr-only|visually-?hidden|screen-?reader(?:-only|-text)?", "sr-only", "sr-only-focusable"),)
# Of a further page of the article, hidden until a button is pressed.
PAGE_NAMES = (
    Row(
        r"(?:[\w-]*[-_])?(?:paging|page|halaman)(?:[-_](?:content|\d+|hidden|item|box))+|(?:page|halaman|hal)\d{1,2}"
        r"|(?:article|content|story|artikel|berita|news|detail|post|read)[-_]page",
        "detail_paging_2",
        "paging-links",
    ),
)
JUNK_NAME, PAGE_NAME = either(JUNK_NAMES), either(PAGE_NAMES)
SAYS = {
    "offer": either(OFFER_NAMES),
    "junk": JUNK_NAME,
    "doubtful": either(DOUBTFUL_NAMES),
    "writer": either(WRITER_NAMES),
    "page": PAGE_NAME,
    "unseen": either(UNSEEN_NAMES),
    "player": either(PLAYER_NAMES),
    "caption": either(CAPTION_NAMES),
    "figure": either(FIGURE_NAMES),
}
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # of "soraRelatedPost"
# Boxes that a program fills with a social post.
EMBEDS = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video|xfbml-parse-ignore)|reddit-\w+|bluesky-embed"
    r"|threads-post|text-post-media|telegram-post)"
)


@lru_cache(maxsize=8192)
def said_by(name: str) -> frozenset[str]:
    """What a class name or id says of its box: words of `SAYS`, "embed".

    >>> sorted(said_by("image-caption")), said_by("isi-berita"), sorted(said_by("soraRelatedPost"))
    (['caption', 'doubtful', 'junk'], frozenset(), ['junk'])
    """
    forms = {name, HUMP.sub("-", name)}
    said = {word for word, pattern in SAYS.items() if any(map(pattern.fullmatch, forms))}
    return frozenset(said | {"embed"} if EMBEDS.search(name) else said)
