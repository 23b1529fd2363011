"""What the spider makes of a fixture: everything its callback yields for the saved page."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.settings import Settings

from newscrawl.crawling.spider import spider_of
from newscrawl.items import Article, Dropped, to_record
from newscrawl.portals.fixtures import Fixture
from newscrawl.portals.plan import Plan
from newscrawl.portals.registry import portals


def outputs_of(fixture: Fixture) -> list[dict[str, Any]]:
    """Everything the callback yields for the saved page, as JSON values."""
    portal = portals()[fixture.portal]
    spider = spider_of(portal)()
    spider.settings = Settings({"NEWSCRAWL_NOW": fixture.meta["captured_at"]})
    spider.plan = Plan.parse({}, portal, spider.now())
    callback = fixture.meta["callback"]
    kwargs: dict[str, Any] = {}
    if callback == "parse_listing":
        kwargs["series"] = portal.series_at(fixture.meta["url"])
        if kwargs["series"] is None:
            return [
                {"error": f"{fixture.meta['url']} is no listing of {fixture.portal}: change `listings`, or remove this"}
            ]
    request = Request(fixture.meta["url"], meta={"captured_at": fixture.meta["captured_at"]})
    response = HtmlResponse(
        fixture.meta["url"],
        status=fixture.meta.get("status", 200),
        headers=fixture.meta.get("headers"),
        body=fixture.page.read_bytes(),
        request=request,
    )
    return [as_json(output) for output in getattr(spider, callback)(response, **kwargs)]


def as_json(output: Any) -> dict[str, Any]:
    """A yielded item or request as JSON values; a request is its address and callback."""
    if isinstance(output, Request):
        assert output.callback is not None
        listed_at = output.meta.get("listed_at")
        published = {"published": listed_at.isoformat()} if listed_at else {}
        return {"request": output.url, "callback": output.callback.__name__, **published}
    if isinstance(output, Article | Dropped):
        kind = "article" if isinstance(output, Article) else "dropped"
        return {kind: to_record(output)}
    raise TypeError(f"a callback yielded {type(output).__name__}")
