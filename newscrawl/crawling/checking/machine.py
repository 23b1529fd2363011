"""What a crawl needs of the machine: a network, room, a browser for some lists, a clock that is right."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
from collections.abc import Iterable
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from urllib.request import getproxies

from scrapy.settings import BaseSettings

from newscrawl.counts import many
from newscrawl.crawling.browser import finding
from newscrawl.crawling.checking.rows import Row, State
from newscrawl.crawling.checking.witness import Answer
from newscrawl.files import check_writable
from newscrawl.portals.form import Portal

SCARCE, TOO_LITTLE = 2_000_000_000, 200_000_000  # bytes: a year of a portal, a night of all of them
CLOCK_OFF = 60.0  # seconds: articles say "5 menit lalu"
EXPIRES_SOON = timedelta(days=7)
PATIENCE = 15.0  # seconds
CERTIFICATE = "certificate not verified"


def disk(data: str | None) -> Row:
    """Whether there is room where the articles go, and whether it can be written to; says no path."""
    if not data:
        return Row("disk", "note", "NEWSCRAWL_DATA is empty: nothing would be stored")
    place = Path(data).absolute()
    while not place.exists():
        place = place.parent
    try:
        free = shutil.disk_usage(place).free
        check_writable(place)
    except OSError as error:
        return Row("disk", "FAULT", f"the folder of NEWSCRAWL_DATA cannot be written to: {error.strerror}")
    words = f"{free / 1e9:,.1f} GB free where NEWSCRAWL_DATA is, and it can be written to"
    return Row("disk", "FAULT" if free < TOO_LITTLE else "note" if free < SCARCE else "ok", words)


def browser(settings: BaseSettings, portals: Iterable[type[Portal]]) -> Row:
    """Which browser there is; only a portal that is of no use without one makes its absence a fault."""
    needing = [portal.name for portal in portals if portal.browser]
    lacking = f"{', '.join(needing)} cannot be crawled" if needing else "lists that only a browser shows are not asked"
    state: State = "FAULT" if needing else "note"
    if find_spec("playwright") is None:
        return Row("browser", state, f"playwright is not installed (the extra [browser]): {lacking}")
    try:
        found = finding.check(settings)
    except finding.NoBrowser:
        given = [name for name in ("NEWSCRAWL_BROWSER_CDP", "NEWSCRAWL_BROWSER_PATH") if settings.get(name)]
        what = f"none answers at {given[0]}" if given else "there is none that starts"
        return Row("browser", state, f"{what} (make browser sets one up): {lacking}")
    if "://" in found:
        return Row("browser", "ok", "one answers at NEWSCRAWL_BROWSER_CDP")
    return Row("browser", "ok", finding.version_of(found))


def clock(answers: Iterable[Answer]) -> Row:
    """This machine's clock against the Date headers of all hosts that answered; most of them are right."""
    ahead = {answer.host: answer.ahead for answer in answers if answer.ahead is not None}
    if not ahead:
        return Row("clock", "note", "not compared: no host said its time")
    seconds = median(ahead.values())
    hosts = many(len(ahead), "host")
    if abs(seconds) <= CLOCK_OFF:
        return Row("clock", "ok", f"agrees with {hosts} within {max(round(abs(seconds)), 1)} s")
    way = "ahead of" if seconds > 0 else "behind"
    words = f"{timedelta(seconds=round(abs(seconds)))} {way} what {hosts} said: set it, dates would be wrong"
    return Row("clock", "FAULT", words if len(ahead) > 1 else f"{words} (or that host's is; ask a second portal)")


def network(answers: Iterable[Answer]) -> list[Row]:
    """Whether hosts can be found and reached, and whether their certificates verify."""
    by_host: dict[str, list[Answer]] = {}
    for answer in answers:
        by_host.setdefault(answer.host, []).append(answer)
    answered = [host for host, all_ in by_host.items() if any(a.status or a.fault == CERTIFICATE for a in all_)]
    faults = {host: next(a.fault for a in all_ if a.fault) for host, all_ in by_host.items() if host not in answered}
    unknown = [host for host, fault in faults.items() if fault == "host not found"]
    all_hosts = many(len(by_host), "host")
    rows = []
    if "https" in getproxies():
        rows.append(Row("proxy", "note", "one is set in the environment: it finds the hosts"))
    if not by_host:
        return [*rows, Row("network", "note", "nobody was asked")]
    known = len(by_host) - len(unknown)
    names = f"{known} of {all_hosts} found" + (f", not {_some(unknown)}" if unknown else "")
    rows.append(Row("DNS", "FAULT" if unknown else "ok", names))
    words = f"{len(answered)} of {all_hosts} reached"
    silent = [f"{host} ({fault})" for host, fault in faults.items() if host not in unknown]
    rows.append(Row("network", "ok" if answered else "FAULT", words + (f", not {_some(silent)}" if silent else "")))
    rows.append(_certificates(by_host))
    return rows


def _certificates(by_host: dict[str, list[Answer]]) -> Row:
    ends = {host: end for host, all_ in by_host.items() for end in [answer.expires for answer in all_] if end}
    bad = {a.host: a.detail or a.fault for all_ in by_host.values() for a in all_ if a.fault == CERTIFICATE}
    if bad:
        return Row("certificates", "FAULT", _some([f"{host}: {why}" for host, why in bad.items()]))
    if not ends:
        return Row("certificates", "note", "none was shown")
    first = min(ends, key=lambda host: ends[host])
    soon = ends[first] - datetime.now(ends[first].tzinfo) < EXPIRES_SOON
    words = f"{len(ends)} verified; the first to end is that of {first}, on {ends[first]:%Y-%m-%d}"
    return Row("certificates", "note" if soon else "ok", words)


def certificate_fault(host: str, port: int) -> str | None:
    """What is wrong with the certificate that a host shows, in OpenSSL's words; null where that cannot be said."""
    if "https" in getproxies():
        return None
    try:
        with (
            socket.create_connection((host, port), PATIENCE) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=host),
        ):
            return None
    except ssl.SSLCertVerificationError as error:
        return error.verify_message
    except OSError:
        return None


def _some(names: list[str], most: int = 4) -> str:
    """The first names of a list, and how many more there are.

    >>> _some(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def data_folder(settings: BaseSettings) -> str | None:
    """Where articles go by the settings that were given, before the check itself stores nothing."""
    return settings.get("NEWSCRAWL_DATA") or os.environ.get("NEWSCRAWL_DATA")
