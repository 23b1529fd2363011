"""`scrapy genspider NAME ADDRESS`: Scrapy's command; the domain is the portal's, without "www."."""

from __future__ import annotations

import argparse
import re
from typing import Any

from scrapy.commands import genspider


class Command(genspider.Command):
    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.set_defaults(template="portal")

    def _generate_template_variables(self, module: str, name: str, url: str, template_name: str) -> dict[str, Any]:
        variables = super()._generate_template_variables(module, name, url, template_name)
        variables["domain"] = variables["domain"].removeprefix("www.")
        variables["pattern"] = re.escape(variables["domain"])
        variables["classname"] = variables["classname"].removesuffix("Spider")
        return variables
