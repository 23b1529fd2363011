"""A stored line as a record: its columns with their types, the same for every form that records are written in."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import MISSING, Field, dataclass, fields
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from operator import attrgetter
from types import NoneType
from typing import Annotated, Any, Literal, Self, get_args, get_origin, get_type_hints

import msgspec

from newscrawl.items import Article, Image

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
INT64 = range(-(2**63), 2**63)


@dataclass(frozen=True, slots=True)
class Column:
    """One key of a record: `type` is str, int, float, bool, datetime or Image, of each value when there are `many`."""

    name: str
    type: type
    many: bool
    default: Any
    doc: str

    @classmethod
    def of(cls, field: Field[Any], hint: Any) -> Self:
        """The column of an Article's field.

        >>> [(c.name, c.type.__name__, c.many) for c in COLUMNS if c.name in ("published_precision", "tags")]
        [('published_precision', 'str', False), ('tags', 'str', True)]
        """
        if NoneType in get_args(hint):
            (hint,) = (arg for arg in get_args(hint) if arg is not NoneType)
        many = get_origin(hint) is list
        if many:
            (hint,) = get_args(hint)
        kind = str if get_origin(hint) is Literal else hint
        default = None if field.default is MISSING else field.default
        return cls(field.name, kind, many, default, field.metadata["doc"])

    @property
    def exact(self) -> Any:
        """The type that msgspec reads without a second look: what is another is read by `read`, slowly."""
        kinds: dict[type, Any] = {
            datetime: str,
            Image: Picture,
            int: Annotated[int, msgspec.Meta(ge=INT64[0], le=INT64[-1])],
        }
        kind: Any = kinds.get(self.type, self.type)
        if self.many:
            return list[kind]
        return kind | None if self.default is None else kind

    def read(self, value: Any) -> Any:
        """The value as it stands in a record, a missing one (None) replaced. Raises ValueError if it is no such value.

        >>> [c.read(None) for c in COLUMNS if c.name in ("agency", "tags", "pages")]
        [None, [], 1]
        """
        if self.many:
            if not isinstance(value, list | None):
                raise ValueError(f"{self.name} is no list")
            return [self._one(one) for one in value or ()]
        return self.default if value is None else self._one(value)

    def _one(self, value: Any) -> Any:
        if self.type is Image:
            return _picture(value)
        if type(value) is not (str if self.type is datetime else self.type):
            raise ValueError(f"{self.name} is of another type")
        if isinstance(value, int) and value not in INT64:
            raise ValueError(f"{self.name} is too large")
        return value


class Picture(msgspec.Struct, gc=False):
    """An `items.Image` of a record."""

    url: str
    caption: str | None = None
    credit: str | None = None


def _picture(value: Any) -> Picture:
    image: dict[str, Any] = (
        {name: value.get(name) for name in Picture.__struct_fields__} if isinstance(value, dict) else {}
    )
    if not isinstance(image.get("url"), str) or not all(isinstance(part, str | None) for part in image.values()):
        raise ValueError("images holds something else")
    return Picture(**image)


COLUMNS = tuple(Column.of(f, get_type_hints(Article)[f.name]) for f in fields(Article))
NAMES = tuple(column.name for column in COLUMNS)
TIMES = tuple(column.name for column in COLUMNS if column.type is datetime)
TIMES_OF = attrgetter(*TIMES)
Record = Any  # made of the columns, so that a field is written down once: an attribute each
MAKE: Any = msgspec.defstruct(
    "Record",
    [
        (c.name, c.exact, msgspec.field(default_factory=list) if c.many else msgspec.field(default=c.default))
        for c in COLUMNS
    ],
    gc=False,
)
DECODER = msgspec.json.Decoder(MAKE)


def instant(stamp: str) -> int:
    """Microseconds since 1970 in UTC of an ISO 8601 time. Raises ValueError if it is none, has no offset, or lies in
    the first or last year that there is, where another zone may have no such time.

    >>> instant("2026-07-24T16:18:00+08:00") == instant("2026-07-24T15:18:00+07:00")
    True
    """
    return (_moment(stamp) - EPOCH) // MICROSECOND


def _moment(stamp: str) -> datetime:
    moment = datetime.fromisoformat(stamp)
    if moment.tzinfo is None:
        raise ValueError(f"{stamp} has no offset")
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError(f"{stamp} is no time in every zone")
    return moment


def read_line(line: bytes) -> Record | None:
    """The record of a stored line, an attribute a column; None for a torn or broken line.

    >>> record = read_line(b'{"id": "okezone-1", "tags": null, "views": 7}\\n')
    >>> record.id, record.tags, record.revision, hasattr(record, "views")
    ('okezone-1', [], 1, False)
    >>> read_line(b'{"id": "okezone-1", "tags": "Ekonomi"}\\n')
    """
    record = decoded(line)
    if record is None:
        return None
    with suppress(ValueError):
        for stamp in TIMES_OF(record):
            if stamp is not None:
                _moment(stamp)
        return record
    return None


def decoded(line: bytes) -> Record | None:
    """As `read_line`, but for its times, which may be any text: for a line that was read before."""
    record = None
    if line.endswith(b"\n"):
        try:
            record = DECODER.decode(line)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            record = _decoded_slowly(line)
    return record if record is not None and record.id else None


def _decoded_slowly(line: bytes) -> Record | None:
    """Of a line with nulls where a record has none, as another version may have written it, or behind a mark (BOM)."""
    with suppress(ValueError, RecursionError):
        given = json.loads(line.decode("utf-8-sig"))
        if isinstance(given, dict):
            record = MAKE(**{column.name: column.read(given.get(column.name)) for column in COLUMNS})
            if b"\\u" in line:
                msgspec.json.encode(record)  # raises for half a surrogate pair
            return record
    return None


def values(record: Record) -> tuple[Any, ...]:
    """The record's values in the order of COLUMNS."""
    return msgspec.structs.astuple(record)


def dumps(value: Any) -> str:
    """A value of a record as JSON, spaced as the stored lines are."""
    return json.dumps(value, ensure_ascii=False, default=msgspec.structs.asdict)
