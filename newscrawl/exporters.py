"""Feeds (-o, -O) that can be read back: in a CSV cell a list is JSON, a time ISO 8601, null is empty."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import Any

from scrapy import exporters


class CsvItemExporter(exporters.CsvItemExporter):
    """Scrapy's joins lists with commas and writes pictures as Python would."""

    def serialize_field(self, field: Mapping[str, Any], name: str, value: Any) -> Any:
        return cell(value)


def cell(value: Any) -> Any:
    """A value as it stands in a CSV cell.

    >>> cell(["Sri Ayu, Budi"]), cell(datetime(2026, 7, 24, 9)), cell(None), cell(True)
    ('["Sri Ayu, Budi"]', '2026-07-24T09:00:00', '', 'true')
    """
    if isinstance(value, list):
        return json.dumps(
            [asdict(v) if is_dataclass(v) and not isinstance(v, type) else v for v in value], ensure_ascii=False
        )
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else value
