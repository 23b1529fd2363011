"""Any news site: a portal made of its address alone. Nobody has written rules for it; its pages' shape is read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, ClassVar
from urllib.parse import SplitResult, urlsplit

from newscrawl.items import Identity
from newscrawl.portals.form import Portal
from newscrawl.portals.identity import DEFAULT_PORTS, port_of
from newscrawl.portals.recognising import article_key, kind_of
from newscrawl.portals.systems import AnySiteLoader

HOST = re.compile(r"(?=[a-z0-9])[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost")
EXAMPLE = "2026/07/24/judul-berita-contoh"  # of an article's path
FRONT_FILE = re.compile(r"(?<=/)(?:index|default|home)\.\w+$", re.I)
DATED = re.compile(r"^(?:19|20)\d\d/\d\d/(?:\d\d/)?(?!-)")  # that a key begins with
DATED_ID = re.compile(r"^(?:19|20)\d\d-\d\d-(?:\d\d-)?(?!-)")
UNSAFE = re.compile(r"[^\w.=@-]+")
VARIANTS = ("m.", "amp.", "www.")
LONGEST_ID = 150  # characters of an address in an id; of a longer one its end is replaced by a digest


def id_of(key: str) -> str:
    """An article's key as a part of its id: no two keys have the same.

    A "/" is written "--", behind the year, month and day that a key begins with "-". A key that cannot be told from
    that has a digest of it behind.

    >>> id_of("harga-kopi-naik"), id_of("2026/07/24/banjir"), id_of("a/b-c"), id_of("a-b/c"), id_of("berita/id=77")
    ('harga-kopi-naik', '2026-07-24-banjir', 'a--b-c', 'a-b--c', 'berita--id=77')
    >>> id_of("2026-07-24-banjir"), id_of("a--b")
    ('2026-07-24-banjir-b3c4436ecc', 'a--b-90827a2e56')
    """
    dated = DATED.sub(lambda day: day[0].replace("/", "-"), key)
    id = UNSAFE.sub("-", dated.replace("/", "--"))
    told = DATED_ID.sub(lambda day: day[0].replace("-", "/"), id).replace("--", "/")
    if told == key and len(id) <= LONGEST_ID:
        return id
    return f"{id[: LONGEST_ID - 11]}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"


class AnySite(Portal):
    """A site that no rule knows. A subclass is made by `site_at` for each address; `front` is its front page.

    What is an article's address follows from rules for all sites (recognising.py), what is an article from the page.
    With `lenient` every address but the front page's may be an article's: of saved pages only the page decides.
    """

    name = "any"
    domains = ("site.example",)
    article_url = re.compile(r"(?P<id>.+)")
    example = f"https://site.example/{EXAMPLE}"
    evidence = ()
    by_shape = True
    numbered_page = "{url}/{number}"  # WordPress's; who has other addresses shows the whole article

    Loader = AnySiteLoader
    scheme: ClassVar[str] = "https"
    port: ClassVar[int | None] = None
    front: ClassVar[str] = "https://site.example/"
    under: ClassVar[str] = ""  # where the site is a part of its host: what its articles' paths begin with
    lenient: ClassVar[bool] = False
    language: ClassVar[str] = "id"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.experimental = False  # nothing was described, so nothing can have been described wrongly

    @classmethod
    def _faults_of_names(cls) -> Iterator[str]:
        """None: no person writes these classes."""
        return iter(())

    @classmethod
    def identify(cls, url: str) -> Identity | None:
        """The article an address stands for by its form; null for one that looks like no article's."""
        if not cls.is_own(url):
            return None
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
        for variant in VARIANTS:
            if host.removeprefix(variant) == cls.domains[0]:
                host = cls.home
        path = re.sub(r"/{2,}", "/", parts.path)
        if cls.under and not f"{path}/".startswith(f"{cls.under}/"):
            return None
        key = article_key(path, parts.query)
        if key is None and cls.lenient and (path.strip("/") or parts.query):
            key = f"{path.strip('/')}/{parts.query}".rstrip("/")
        if key is None:
            return None
        own = "" if host == cls.home else host.removesuffix("." + cls.domains[0]) + ".@"
        asked = re.search(r"(?:^|/)([^/]+=\d+)$", key)
        address = re.sub(r"^/amp(?=/)|/amp/?$", "", path) + (f"?{asked[1]}" if asked else "")
        place = f"{host}:{cls.port}" if cls.port else host
        id = f"{cls.name}-{id_of(own + key)}"
        return Identity(id, f"{cls.scheme}://{place}{address}", kind_of(path), cls._day_of(address))

    @classmethod
    def is_own(cls, url: str) -> bool:
        """True for a web address on one of the site's hosts, at its port."""
        return super().is_own(url.strip()) and port_of(url.strip()) == cls.port


@cache
def site_at(
    address: str, *, lenient: bool = False, zone: str = AnySite.zone, language: str = "id", off: str | None = None
) -> type[AnySite]:
    """The portal that is made of a site's address; the same each time.

    `zone` is that of stamps that name none, `language` the one the site writes in. Raises ValueError in one line for
    what is no address of a site.

    >>> site = site_at("www.kabar.example")
    >>> site.name, site.domains, site.front
    ('kabar-example', ('kabar.example',), 'https://www.kabar.example/')
    >>> site.identify("https://m.kabar.example/ekonomi/harga-kopi-naik/amp").url
    'https://www.kabar.example/ekonomi/harga-kopi-naik'
    """
    parts, host, port = _taken_apart(address)
    place = f"{host}:{port}" if port else host
    domain = host.removeprefix("www.")
    name = re.sub(r"[.:]", "-", f"{domain}:{port}" if port else domain)
    under = "" if lenient else FRONT_FILE.sub("", parts.path).rstrip("/")
    if under and article_key(f"{under}/{EXAMPLE}") is None:
        raise ValueError(
            f"{address.strip()!r}: no article's address begins so: give the site's front page, {parts.scheme}://{place}"
        )
    name += re.sub(r"\W+", "-", under.lower())
    loader: type[AnySiteLoader] = AnySiteLoader
    if (zone, language) != (AnySiteLoader.zone, AnySiteLoader.language):
        loader = type("Loader", (AnySiteLoader,), {"zone": zone, "language": language})
    return type(
        "Site",
        (AnySite,),
        {
            "__doc__": f"{host}, {parts.scheme}://{place}",
            "__module__": __name__,
            "name": name,
            "domains": (domain,),
            "example": f"{parts.scheme}://{place}{under}/{EXAMPLE}",
            "scheme": parts.scheme,
            "port": port,
            "front": f"{parts.scheme}://{place}{parts.path or '/'}",
            "under": under,
            "lenient": lenient,
            "zone": zone,
            "language": language,
            "off": off,
            "Loader": loader,
        },
    )


def _taken_apart(address: str) -> tuple[SplitResult, str, int | None]:
    """A site's address, its host as DNS has it, and its port where that is not the usual one.

    Raises ValueError for what is none.
    """
    given = address.strip()
    with suppress(ValueError):
        parts = urlsplit(given if "://" in given else f"https://{given}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host.encode("idna").decode() if not host.isascii() else host
        if parts.scheme in DEFAULT_PORTS and HOST.fullmatch(host) and not parts.username and len(host) <= 200:
            return parts, host, None if port == DEFAULT_PORTS[parts.scheme] else port
    raise ValueError(f"{given!r} is no address of a site: write e.g. https://katadata.co.id")


def saved_site(url: str) -> type[AnySite]:
    """The site that a saved page is of; every address may be an article's. Raises ValueError as `site_at` does."""
    parts = urlsplit(url)
    return site_at(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/", lenient=True)
