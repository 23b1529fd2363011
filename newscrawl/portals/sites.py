"""The sites that are known by name (sites.toml), those that were crawled before, and any other by its address."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl.files import write_whole
from newscrawl.portals.anysite import AnySite, site_at
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals

TABLE = Path(__file__).with_name("sites.toml")
# In a site's folder: the address it was crawled by, so that later commands know it by the folder's name.
REMEMBERED = "site.txt"
WIB = frozenset(
    "Aceh|Sumatera Utara|Sumatera Barat|Riau|Kepulauan Riau|Jambi|Bengkulu|Sumatera Selatan|Kepulauan Bangka Belitung"
    "|Lampung|Banten|DKI Jakarta|Jawa Barat|Jawa Tengah|DI Yogyakarta|Jawa Timur|Kalimantan Barat|Kalimantan Tengah"
    "|Nasional".split("|")
)
WITA = frozenset(
    "Bali|Nusa Tenggara Barat|Nusa Tenggara Timur|Kalimantan Selatan|Kalimantan Timur|Kalimantan Utara|Sulawesi Utara"
    "|Sulawesi Tengah|Sulawesi Selatan|Sulawesi Tenggara|Sulawesi Barat|Gorontalo".split("|")
)
WIT = frozenset(
    "Maluku|Maluku Utara|Papua|Papua Barat|Papua Barat Daya|Papua Selatan|Papua Tengah|Papua Pegunungan".split("|")
)


@dataclass(frozen=True, slots=True)
class Site:
    """A row of sites.toml. `house` is its publisher or publishing system, `off` why it is not crawled by default."""

    name: str
    address: str
    region: str
    language: str = "id"
    house: str | None = None
    off: str | None = None

    @property
    def zone(self) -> str:
        """The zone of stamps that name none: that of the province the site writes in.

        >>> Site("a", "https://a.example", "Bali").zone, Site("b", "https://b.example", "Nasional").zone
        ('Asia/Makassar', 'Asia/Jakarta')
        """
        return "Asia/Makassar" if self.region in WITA else "Asia/Jayapura" if self.region in WIT else "Asia/Jakarta"

    @property
    def host(self) -> str:
        return host_of(self.address)


@cache
def sites() -> dict[str, Site]:
    """The rows of sites.toml by name."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8")).get("site", ())
    return {row["name"]: Site(**row) for row in rows}


def site_table() -> str:
    """The rows of sites.toml as a table of Markdown."""
    rows = ["| site | address | region | language | house | crawled |", "|---|---|---|---|---|---|"]
    for site in sites().values():
        state = f"off: {site.off}" if site.off else "by its shape"
        cells = (f"`{site.name}`", site.address, site.region, site.language, site.house or "–", state)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def host_of(address: str) -> str:
    """The host of an address without "www."; empty for none.

    >>> host_of("https://www.kabar.example/"), host_of("kabar.example")
    ('kabar.example', 'kabar.example')
    """
    try:
        given = address.strip()
        host = urlsplit(given if "://" in given else f"https://{given}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def site_of(text: str) -> type[Portal]:
    """The portal of a name in sites.toml or of a site's address: with rules where there are some.

    Raises ValueError in one line for what is neither.
    """
    row = sites().get(text.strip().lower())
    host = row.host if row else host_of(text)
    for portal in portals().values():
        if host in portal.domains or (row is None and text.strip() == portal.name):
            return portal
    row = row or next((site for site in sites().values() if site.host == host), None)
    if row is None and "." not in text and ":" not in text and "localhost" not in text:
        raise ValueError(f"{text.strip()!r} is no address, and no name that `scrapy portals --all` shows")
    if row is None:
        return site_at(text)
    address = row.address if text.strip().lower() == row.name else text
    return site_at(address, zone=row.zone, language=row.language, off=row.off)


def named_in(text: str) -> list[str]:
    """The sites of an argument: names or addresses between commas, or a file with one a line (`#` begins a comment).

    Raises ValueError in one line for a file that cannot be read, and for nothing.

    >>> named_in("https://a.example, jubi")
    ['https://a.example', 'jubi']
    """
    path = Path(text).expanduser()
    try:
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False
    if is_file:
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except UnicodeDecodeError:
            raise ValueError(f"{text!r}: the file is not UTF-8: save it as UTF-8") from None
        except OSError as error:
            raise ValueError(f"{text!r}: the file cannot be read: {error.strerror}") from None
        names = [line.partition("#")[0].strip() for line in lines]
    else:
        names = [name.strip() for name in text.split(",")]
    if not (found := [*dict.fromkeys(filter(None, names))]):
        raise ValueError(f"{text!r} names no site")
    return found


def remember(folder: Path, site: type[Portal]) -> None:
    """Write a site's address into its folder. Raises OSError."""
    path = folder / REMEMBERED
    if issubclass(site, AnySite) and not path.exists():
        write_whole(path, f"{site.front}\n".encode())


def remembered(data: Path) -> dict[str, type[Portal]]:
    """The sites without rules that have a folder in `data`, by name."""
    found: dict[str, type[Portal]] = {}
    for path in sorted(data.glob(f"*/{REMEMBERED}")):
        try:
            site = site_of(path.read_text(encoding="utf-8").strip())
        except (OSError, ValueError):
            continue
        if site.name == path.parent.name:
            found[site.name] = site
    return found
