"""The zone of a clock: Indonesian ones stay as they are printed, others become the portal's."""

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from newscrawl.reading.times.stamps import HOURS, INDONESIAN, ZONE


def printed_offset(zones: str) -> timedelta | None:
    offset = offset_of(tuple(re.findall(ZONE, zones)))
    if offset and offset not in INDONESIAN:
        raise ValueError("no Indonesian portal prints this offset")
    return offset


@lru_cache(maxsize=256)
def offset_of(zones: tuple[str, ...]) -> timedelta | None:
    """The one offset that zone names and offsets agree on; None if there are none.

    >>> offset_of(("WIB", "GMT+7")), offset_of(())
    (datetime.timedelta(seconds=25200), None)
    """
    offsets = set()
    for zone in zones:
        name, sign, digits = re.sub("[ :.]", "", zone.lower()).partition("-" if "-" in zone else "+")
        hours, minutes = (digits[:2], digits[2:]) if len(digits) != 3 else (digits[:1], digits[1:])
        if int(hours or 0) > 14 or int(minutes or 0) > 59:
            raise ValueError("no such offset")
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        offsets.add(timedelta(hours=HOURS[name]) + (-offset if sign == "-" else offset))
    if len(offsets) > 1:
        raise ValueError("two zones")
    # -07:00 is what a template prints that turns the sign of WIB round.
    if any(-offset in INDONESIAN for offset in offsets):
        raise ValueError("an offset with its sign turned round")
    return offsets.pop() if offsets else None


def fixed(value: datetime) -> datetime:
    return value.replace(tzinfo=timezone(value.utcoffset() or timedelta()))


def place(naive: datetime, offset: timedelta | None, portal: ZoneInfo) -> datetime:
    """Gives a clock its zone: an Indonesian one is kept as printed, any other becomes the portal's."""
    if offset is None:
        return fixed(naive.replace(tzinfo=portal))
    value = naive.replace(tzinfo=timezone(offset))
    return value if offset in INDONESIAN else fixed(value.astimezone(portal))
