"""The records we publish. Every field's meaning is written here, once."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any, Literal

SCHEMA_VERSION = 2

Kind = Literal["article", "gallery", "video", "live", "advertorial"]
Precision = Literal["second", "minute", "day"]
ReadBy = Literal["rules", "shape"]


def described(doc: str, term: str = "", *, default: Any = None, many: bool = False) -> Any:
    """A dataclass field with its meaning and the schema.org term it stands for."""
    metadata = {"doc": doc, "term": term}
    if many:
        return field(default_factory=list, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(slots=True)
class Image:
    """A picture of an article: `url` (https), `caption` and `credit` (null if not printed)."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(slots=True)
class Article:
    """One article of one portal, whole: the pages it was split into are joined.

    Every key is on every line; a list is never null; text is NFC with one space between words.
    """

    id: str = described("The portal and its own article number: `okezone-2383040`.", "identifier", default="")
    portal: str = described("The portal's name, as in `newscrawl crawl NAME`.", "publisher", default="")
    url: str = described(
        "Canonical address: https, no query, no AMP or mobile variant; of a site without rules as the site has it.",
        "mainEntityOfPage",
        default="",
    )
    title: str = described("The visible headline, without site or page suffix.", "headline", default="")
    published_at: datetime | None = described(
        "When it was published, with the zone the page prints (WIB +07:00, WITA +08:00, WIT +09:00); "
        "null if the page does not say: never a guess.",
        "datePublished",
    )
    published_precision: Precision | None = described(
        "How exact `published_at` is: `second`, `minute` or `day` (then 00:00); null with it."
    )
    updated_at: datetime | None = described(
        "Last change, only when later than `published_at`; else null.", "dateModified"
    )
    authors: list[str] = described(
        "People who wrote or reported it; never a brand, an address or the editor.", "author", many=True
    )
    editors: list[str] = described(
        "Editors as printed: a name, or initials where nobody is named.", "editor", many=True
    )
    agency: str | None = described(
        'The agency or newsroom the text was taken from: `VOA` for "Agregasi VOA", `AFP, BBC` for "Sumber: AFP, BBC"; '
        "else null.",
        "sourceOrganization",
    )
    section: list[str] = described("The breadcrumb without Home, outermost first.", "articleSection", many=True)
    tags: list[str] = described("The article's own topics, without `#`.", "keywords", many=True)
    summary: str | None = described("The portal's own one-sentence description; null if it gives none.", "description")
    text: str = described(
        "Paragraphs, sub-headings, list items, quotations and table rows in order, one paragraph each, "
        "separated by a blank line; empty for a gallery or video of pictures alone.",
        "articleBody",
        default="",
    )
    images: list[Image] = described("Pictures as `{url, caption, credit}`, the lead picture first.", "image", many=True)
    kind: Kind = described("`article`, `gallery`, `video`, `live` or `advertorial`.", "@type, genre", default="article")
    language: str = described("ISO 639-1 code of the text.", "inLanguage", default="id")
    paywalled: bool = described(
        "True when the portal says that the text is not free to read.",
        "isAccessibleForFree (negated)",
        default=False,
    )
    pages: int = described("How many pages of the portal were joined.", "pagination", default=1)
    complete: bool = described("False when one of its pages could not be had, or ends in the text.", default=True)
    read_by: ReadBy = described(
        "`rules` when the text was found by the rules of its portal or publishing system, `shape` when by the page's "
        "shape alone, which errs more often.",
        default="rules",
    )
    fetched_at: datetime | None = described(
        "When the page was fetched; null only in `extract` without `fetched_at`.", "sdDatePublished"
    )
    revision: int = described("1, or 2, 3 ... when the article changed after it was stored.", "version", default=1)
    revised_because: str | None = described(
        "Why there is a further revision: `changed` by the portal, or `read again` by better rules and which fields "
        "they read otherwise; null for the first."
    )
    schema_version: int = described(
        "Version of this record: 2; 1 lacks `read_by`, which was always `rules`, and `revised_because`.",
        "schemaVersion",
        default=SCHEMA_VERSION,
    )


@dataclass(slots=True)
class Dropped:
    """An article that was found and not stored, and why.

    `again` is true when a later run tries it once more (see reasons.py); `tries` is on how many different days of the
    portal's zone it was asked for and not had since it was last stored.
    """

    portal: str
    id: str | None
    url: str
    reason: str
    detail: str | None = None
    again: bool = False
    at: datetime | None = None
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Identity:
    """What an address says: the record's id, its canonical form, the kind, and the day it carries."""

    id: str
    url: str
    kind: Kind
    day: date | None


ARTICLE_FIELDS = tuple(f.name for f in fields(Article))
# Fields that are no quality of the page: ours, or null for most articles by nature.
NOT_JUDGED = frozenset(
    {"id", "portal", "url", "published_precision",
     "updated_at", "agency", "kind", "language", "paywalled", "pages", "complete", "read_by", "revised_because",
     "fetched_at", "revision", "schema_version"}
)  # fmt: skip


def to_record(item: Article | Dropped) -> dict[str, Any]:
    """The item as JSON values: times as ISO 8601 with their offset."""
    return {f.name: _as_json(getattr(item, f.name)) for f in fields(item)}


def _as_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return [asdict(one) if isinstance(one, Image) else one for one in value] if isinstance(value, list) else value
