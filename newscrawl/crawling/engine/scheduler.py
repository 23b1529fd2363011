"""Scrapy's scheduler, which also says what it was given last."""

from __future__ import annotations

from scrapy import Request
from scrapy.core import scheduler


class Scheduler(scheduler.Scheduler):
    """Scrapy's own, which also says what it was given last: a request can be refused before it comes here."""

    latest: Request | None = None

    def enqueue_request(self, request: Request) -> bool:
        self.latest = request
        return super().enqueue_request(request)
