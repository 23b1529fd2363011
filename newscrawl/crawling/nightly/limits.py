"""What a night may cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from scrapy.settings import BaseSettings

CENTURY = 36_500  # days: what is more than that has no date


@dataclass(frozen=True, slots=True)
class Limits:
    """What a night may cost: the settings NEWSCRAWL_NIGHTLY_*; times in seconds."""

    at_once: int = 3
    seconds: float = 7200.0
    grace: float = 90.0
    logs: int = 30
    catch_up: int = 14  # days
    runs: int = 400


def limits_of(settings: BaseSettings) -> Limits:
    """The limits that the settings name. Raises ValueError in one line."""

    number = partial(number_of, settings)
    return Limits(
        at_once=number("NEWSCRAWL_NIGHTLY_AT_ONCE", 1, int),
        seconds=60 * number("NEWSCRAWL_NIGHTLY_MINUTES", 0.01, float),
        grace=number("NEWSCRAWL_NIGHTLY_GRACE", 0, float),
        logs=number("NEWSCRAWL_NIGHTLY_LOGS", 1, int),
        catch_up=min(number("NEWSCRAWL_NIGHTLY_CATCH_UP", 1, int), CENTURY),
        runs=int(number("NEWSCRAWL_RUNS_KEPT", 0, float)),
    )


def number_of(settings: BaseSettings, name: str, least: float, kind: type[int] | type[float] = float) -> Any:
    """The number that a setting is, of `least` or more. Raises ValueError in one line.

    >>> number_of(BaseSettings({"DOWNLOAD_DELAY": "1.5"}), "DOWNLOAD_DELAY", 0)
    1.5
    """
    value = settings.get(name)
    try:
        found = kind(str(value))
    except ValueError:
        found = kind(-1)
    if not least <= found < float("inf"):
        what = "a whole number" if kind is int else "a number"
        raise ValueError(f"{name}={value!r} is not {what} of {least:g} or more")
    return found
