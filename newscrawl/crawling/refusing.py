"""Settings that keep a crawl from beginning, or would have it lose articles, each told in one line before it begins."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings
from w3lib.url import file_uri_to_path

from newscrawl.crawling.commandline import fail
from newscrawl.crawling.nightly.limits import number_of
from newscrawl.crawling.saved.replay import replayed
from newscrawl.files import is_unexpanded, not_mounted
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.stored import AMONG_STORED, is_among_stored
from newscrawl.settings import base

DEFAULTS = {name: value for name, value in (vars(default_settings) | vars(base)).items() if name.isupper()}
# Settings with which a crawl would wait for ever where they are 0.
WORKERS = ("CONCURRENT_ITEMS", "CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN", "REACTOR_THREADPOOL_MAXSIZE")
OURS = "NEWSCRAWL_"
# Settings of which a wrong value would end in a traceback; each of a night has its own least (nightly/limits.py).
NUMBERS = (
    "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT", "SCRAPER_SLOT_MAX_ACTIVE_SIZE",
    *(name for name, value in vars(base).items()
      if type(value) in (int, float) and name.startswith(OURS) and not name.startswith("NEWSCRAWL_NIGHTLY_")),
)  # fmt: skip
# Settings in which our own components stand: a value of the user's takes their place.
COMPONENTS = ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "ITEM_PIPELINES", "EXTENSIONS")
# Settings of which the names, and those of which the values are classes.
KEYED, VALUED = (*COMPONENTS, "ADDONS"), ("DOWNLOAD_HANDLERS", "FEED_EXPORTERS", "FEED_STORAGES")
# The name of a class with its module. A policy has a name of its own, too.
CLASS = re.compile(r"[a-z]\w*(?:\.\w+)*\.[A-Z]\w*")
CLASSES = [*(name for name, value in DEFAULTS.items() if isinstance(value, str) and CLASS.fullmatch(value)),
           "ASYNCIO_EVENT_LOOP"]  # fmt: skip
LIKE = 0.895  # of a name's letters are another's
VARIABLES = ("NEWSCRAWL_DATA", "NEWSCRAWL_PORTALS")  # of the environment
REACTOR = ("TWISTED_REACTOR", "TWISTED_REACTOR_ENABLED")


def check_settings(settings: BaseSettings) -> None:
    """Raise ValueError in one line for a setting with which a crawl cannot begin, or waits for ever.

    >>> check_settings(BaseSettings({"CONCURRENT_REQUESTS_PER_DOMAIN": 0}))
    Traceback (most recent call last):
    ValueError: CONCURRENT_REQUESTS_PER_DOMAIN=0 is not a number of 1 or more
    """
    for fault in (*_misspelt(settings), *in_environment(os.environ)):
        raise ValueError(fault)
    for name in filter(settings.__contains__, NUMBERS):
        number_of(settings, name, 0)
    refuse_words(settings)
    for name in filter(settings.__contains__, WORKERS):
        number_of(settings, name, 1)
    for faults in (_of_classes, _of_components, _of_log, _of_feeds):
        for fault in faults(settings):
            raise ValueError(fault)


def given(settings: BaseSettings, name: str) -> Any:
    """The value of a setting that the user gave; null for the project's own."""
    return settings.get(name) if (settings.getpriority(name) or 0) > SETTINGS_PRIORITIES["project"] else None


def _misspelt(settings: BaseSettings) -> Iterator[str]:
    """Which settings of the user's are ours by name and none, or almost one that there is: they'd go without a word.

    >>> settings = BaseSettings()
    >>> settings.setdict({"NEWSCRAWL_TRYS": 3, "download_delay": 9, "SORA_TOKEN": 1, "NEWSCRAWL_ALARM": 1}, "cmdline")
    >>> list(_misspelt(settings))
    ['there is no setting NEWSCRAWL_TRYS; did you mean NEWSCRAWL_TRIES?', \
'there is no setting download_delay; did you mean DOWNLOAD_DELAY?', \
'there is no setting NEWSCRAWL_ALARM; newscrawl/settings/base.py has those there are']
    """
    for name in settings:
        if name not in DEFAULTS and given(settings, name) is not None:
            if near := get_close_matches(name.upper(), DEFAULTS, 1, LIKE):
                yield f"there is no setting {name}; did you mean {near[0]}?"
            elif name in VARIABLES:
                yield f"{name} is no setting but a variable of the environment: export {name}={settings.get(name)}"
            elif name.startswith(OURS):
                yield f"there is no setting {name}; newscrawl/settings/base.py has those there are"


def in_environment(environment: Mapping[str, str]) -> Iterator[str]:
    """Which of our settings stand in the environment, where nobody reads them.

    >>> list(in_environment({"NEWSCRAWL_DATA": "data", "NEWSCRAWL_TRIES": "3", "NEWSCRAWL_FAILED": "okezone"}))
    ['NEWSCRAWL_TRIES is not read from the environment: give -s NEWSCRAWL_TRIES=... and unset it']
    """
    for name, value in environment.items():
        if value and name in DEFAULTS and name.startswith(OURS) and name not in VARIABLES:
            yield f"{name} is not read from the environment: give -s {name}=... and unset it"


def _of_classes(settings: BaseSettings) -> Iterator[str]:
    """What is wrong with a setting that names a class."""
    for name in REACTOR:
        if (value := given(settings, name)) is not None and str(value) not in (str(DEFAULTS[name]), "1", "true"):
            yield f"{name}={value!r}: not used here, leave it out: a crawl needs {DEFAULTS[REACTOR[0]]}"
    for name in CLASSES:
        value = given(settings, name)
        if isinstance(value, str) and name != "REFERRER_POLICY" and not is_there(value):
            yield f"{name}={value!r}: there is no such class"


def _of_components(settings: BaseSettings) -> Iterator[str]:
    """What is wrong with a setting that names several classes, or leaves out those of ours."""
    for name in (*KEYED, *VALUED):
        if (value := given(settings, name)) is None:
            continue
        classes = [one for one in (value if name in KEYED else value.values()) if isinstance(one, str)]
        if unknown := next((one for one in classes if not is_there(one)), None):
            yield f"{name}: there is no class {unknown!r}"
        ours = [one for one in DEFAULTS[name] if one.startswith("newscrawl.")] if name in COMPONENTS else []
        if left := next((one for one in ours if one not in value), None):
            yield f"{name}: {left} is not in it: a value takes the place of newscrawl's own, so name those, too"


def is_there(name: str) -> bool:
    """True where there is a module for the name of a class. It is not loaded: it might choose a reactor.

    >>> is_there("scrapy.core.scheduler.Scheduler"), is_there("foo.Bar"), is_there("foo")
    (True, False, False)
    """
    try:
        return bool(module := name.rpartition(".")[0]) and find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _of_log(settings: BaseSettings) -> Iterator[str]:
    """What is wrong with how the log is to be written."""
    if fault := level_fault(settings):
        yield fault
    record = logging.LogRecord("newscrawl", logging.INFO, "", 0, "", (), None)
    try:
        logging.Formatter(settings.get("LOG_FORMAT"), settings.get("LOG_DATEFORMAT")).format(record)
    except (ValueError, KeyError, TypeError) as error:
        yield f"LOG_FORMAT={settings.get('LOG_FORMAT')!r} cannot be written: {error}"
    try:
        "".encode(settings.get("LOG_ENCODING") or "utf-8")
    except LookupError as error:
        yield f"LOG_ENCODING: {error}"
    for name in settings.getlist("LOG_VERSIONS") if given(settings, "LOG_VERSIONS") is not None else ():
        if name not in DEFAULTS["LOG_VERSIONS"]:
            try:
                version(name)
            except (PackageNotFoundError, ValueError):
                yield f"LOG_VERSIONS: {name!r} is not installed"


def level_fault(settings: BaseSettings) -> str | None:
    """Why LOG_LEVEL is none; null where it is one."""
    level = str(settings.get("LOG_LEVEL", "INFO"))
    is_level = level in logging.getLevelNamesMapping() or level.isdecimal()
    return None if is_level else f"LOG_LEVEL={level!r}; allowed: DEBUG, INFO, WARNING, ERROR, CRITICAL"


def _of_feeds(settings: BaseSettings) -> Iterator[str]:
    """Feeds of which nothing would be written, in a form or to a place that nobody knows."""
    forms, places = (set(settings.getwithbase(name)) for name in ("FEED_EXPORTERS", "FEED_STORAGES"))
    for uri, options in settings.getdict("FEEDS").items():
        form = options.get("format") if isinstance(options, Mapping) else options
        if form is not None and form not in forms:
            yield f"FEEDS: {uri}: format {form!r} is none of {', '.join(sorted(forms))}"
        place = urlsplit(str(uri)).scheme
        if len(place) > 1 and place not in places:
            yield f"FEEDS: {uri}: {place!r} is none of {', '.join(sorted(filter(None, places)))}"


def unwritable(uri: str, data: str | None, site: str) -> str | None:
    """Why a feed (-o, -O) cannot be written to a file, in one line; null where it can, or nobody knows before.

    It would take the place of a file that is stored in `data`, or be taken for one. Scrapy opens it when the first
    article comes, and goes on without it. `site` is the name of what is crawled.
    """
    uri = uri.replace("%(name)s", site)
    if uri.startswith("stdout:") or ("://" in uri and not uri.startswith("file:")):
        return None
    path = Path(file_uri_to_path(uri) if uri.startswith("file:") else uri)
    if data and path.suffix != ".log" and is_among_stored(path, Path(data), site):
        return f"{path}: {AMONG_STORED}"
    if "%(" in uri:
        return None
    is_new = not path.exists()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            if path.is_file():  # on a full disk it can be opened all the same
                length = file.tell()
                file.write(b"\n")
                file.truncate(length)
    except OSError as error:
        return f"{path}: cannot be written: {error.strerror or error}"
    finally:
        if is_new:
            with suppress(OSError):
                path.unlink()
    return None


def refuse_losing(*given: Mapping[str, Any]) -> None:
    """End the command where settings would lose articles without a word.

    After a kill a JOBDIR loses requests, after an end it leaves none. A cache answers with the lists and the faults of
    the last time. In a folder that is called "~" or "$DATA", since no shell stood in between, nobody finds anything; in
    the empty place of a disk that is not mounted all that was stored is unknown.
    """
    if folder := next((str(one["JOBDIR"]) for one in given if one.get("JOBDIR")), None):
        fail(f"JOBDIR={folder}: not used here, leave it out: a crawl that was stopped or killed goes on by itself")
    data = next((str(one["NEWSCRAWL_DATA"]) for one in given if one.get("NEWSCRAWL_DATA")), "")
    if data and is_unexpanded(data):
        fail(f"NEWSCRAWL_DATA={data!r}: write the whole path: nothing puts the folder's name in its place")
    if data and (place := not_mounted(Path(data))):
        fail(
            f"NEWSCRAWL_DATA {data}: nothing is in it, and the disk of {place} (/etc/fstab) is not mounted",
            Exit.STORAGE,
        )
    if any(one.get("REDIRECT_ENABLED", True) in (False, 0, "0", "False", "false") for one in given):
        fail("REDIRECT_ENABLED=0: not used here, leave it out: articles that have moved would be lost")
    if any(one.get("HTTPCACHE_ENABLED") in (True, 1, "1", "True", "true") for one in given):
        fail(
            "HTTPCACHE_ENABLED: not used here, leave it out: it answers with old lists; NEWSCRAWL_WARC keeps raw pages"
        )


def refuse_unreadable(settings: BaseSettings) -> None:
    """End the command where saved pages are to stand for the network (REPLAY_DIR) and cannot be read."""
    if folder := settings.get("REPLAY_DIR"):
        try:
            replayed(str(folder))
        except ValueError as error:
            fail(str(error))


def refuse_words(settings: BaseSettings) -> None:
    """Raise ValueError in one line for a setting that is no number, or no yes or no, where its own value is one.

    >>> refuse_words(BaseSettings({"RETRY_TIMES": "dua"}))
    Traceback (most recent call last):
    ValueError: RETRY_TIMES='dua' is not a number
    """
    for name, default in (vars(default_settings) | vars(base)).items():
        if not isinstance(default, int | float) or (value := settings.get(name)) is None:
            continue
        is_switch = isinstance(default, bool)
        try:
            settings.getbool(name) if is_switch else settings.getfloat(name)
        except (ValueError, TypeError):
            raise ValueError(f"{name}={value!r} is not {'0 or 1' if is_switch else 'a number'}") from None
