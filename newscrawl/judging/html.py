"""Pages of HTML from our templates. A third of a second to load: by a command only where it writes a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newscrawl.judging.words import is_link, lasting, one_line, percent, size

TEMPLATES = Path(__file__).parents[1] / "templates"


def fill_template(template: str, **values: object) -> str:
    """One of our templates filled in: what stands in `values` is text, never HTML, and no line has spaces around it."""
    page = _templates().get_template(template).render(values)
    return "\n".join(line for raw in page.splitlines() if (line := raw.strip())) + "\n"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"percent": percent, "size": size, "one_line": one_line, "lasting": lasting}
    environment.filters["is_link"] = is_link
    return environment
