"""What stands where no picture is: blanks, icons, trackers, a site's own logo."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

# drawings and trackers, ".../icons/share.png", ".../no-image.jpg"
BAD_PICTURE = re.compile(
    r"\.(?:gif|svg)(?:\?|$)|/(?:icons?|logos?)/|/no[-_]?(?:image|img|photo|foto|pic\w*)\.\w+(?:\?|$)|^data:", re.I
)
# "logo.png", "okezone-logo-white.png", "gal_left.png" stand for a picture; "logo-baru-pssi.jpg" shows one
STAND_INS = frozenset(
    """
    arrow arrows blank btn button chevron close default icon icons left logo logos next pixel placeholder prev previous
    right spacer transparent
    """.split()
)
OF_STAND_INS = frozenset(
    """
    amp app article artikel avatar baru big black blue circle cover dark down facebook favicon fb footer gal gallery
    header image images img instagram large light lazy lead load main medium mobile new news og photo pic picture play
    profile px red search share site slide slider small social square telegram thumb thumbnail tiktok twitter user v
    video wa web whatsapp white wide x youtube
    """.split()
)
# "fb-img-share.png": a button to share by
SHARES = frozenset({"share", "bagikan"})
SHARED_BY = frozenset(
    """
    bbm copy email facebook fb google gplus line link linkedin mail pinterest telegram threads twitter wa whatsapp x
    """.split()
)
NAME_PARTS = re.compile(r"[a-z]+|\d+x\d+|\d+")
FOLDER = re.compile(r"https?://[^/]+/\w{0,20}/?")  # a host's own picture, or none: "https://img.a.id/new"


def stands_in(url: str, host: Sequence[str]) -> bool:
    """True for the address of what is no picture; `host` are the parts of the page's host.

    >>> host = ["news", "kabar", "co", "id"]
    >>> stands_in("https://img.kabar.co.id/logo-kabar.png", host), stands_in("https://img.a.id/logo-pssi.png", host)
    (True, False)
    >>> stands_in("https://a.id/gal_left.png", host), stands_in("https://a.id/left-hook-mike.png", host)
    (True, False)
    >>> stands_in("https://a.id/share-x-24x24.png", host), stands_in("https://a.id/fb-share-price.png", host)
    (True, False)
    """
    if BAD_PICTURE.search(url) or FOLDER.fullmatch(url):
        return True
    name = urlsplit(url).path.lower().rpartition("/")[2].partition(".")[0]
    parts = NAME_PARTS.findall(name)
    shares = not SHARES.isdisjoint(parts) and not SHARED_BY.isdisjoint(parts)
    known = STAND_INS | SHARES | SHARED_BY if shares else STAND_INS
    said = [part for part in parts if part.isalpha() and part not in known]
    if known.isdisjoint(parts) or any(part.isdigit() and len(part) > 3 for part in parts):
        return False
    if "pixel" in parts and any(part.isdigit() for part in parts):  # a telephone
        return False
    own = [part for part in host if len(part) > 3]
    others = [part for part in said if part not in OF_STAND_INS and not any(word in part for word in own)]
    return not others or (len(said) == 1 and "icon" in parts and not url.lower().endswith((".jpg", ".jpeg")))
