"""What the spider makes of a fixture: everything its callback yields for the saved page.

Of an article of several pages it is followed what is asked for next: the portal's other fixtures are the answers, and a
page that none of them has is one that could not be had. So the joined article is there in the end, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse
from scrapy.settings import Settings

from newscrawl.crawling.failures import failed
from newscrawl.crawling.spider.portal import spider_of
from newscrawl.items import Article, Dropped, to_record
from newscrawl.portals.fixtures import Fixture
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import Plan
from newscrawl.portals.registry import portals
from newscrawl.portals.sites import site_of


def outputs_of(fixture: Fixture, portal: type[Portal] | None = None) -> list[dict[str, Any]]:
    """Everything the callback yields for the saved page, as JSON values; `portal` stands in for the fixture's own."""
    portal = portal or portals().get(fixture.portal) or site_of(urlsplit(fixture.meta["url"]).netloc)
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
    response = response_of(Request(fixture.meta["url"]), fixture)
    return [as_json(output) for output in followed(getattr(spider, callback)(response, **kwargs), fixture)]


def followed(outputs: Iterable[Any], fixture: Fixture) -> Iterator[Any]:
    """What a callback yields, and behind a request for a further page of an article what comes of that."""
    for output in outputs:
        yield output
        if isinstance(output, Request) and output.meta.get("part"):
            yield from followed(answered(output, fixture), fixture)


def answered(request: Request, fixture: Fixture) -> Iterable[Any]:
    """What the spider makes of the answer to a request: a page among the portal's fixtures, or a failure."""
    page = beside(fixture, request.url)
    if page is None or page.meta.get("status", 200) != 200:
        assert request.errback is not None
        yield from request.errback(failed(request, IgnoreRequest("no such page")))
    else:
        assert request.callback is not None
        yield from request.callback(response_of(request, page), **request.cb_kwargs)


def beside(fixture: Fixture, url: str) -> Fixture | None:
    """The saved page of an address among the fixtures of the same portal."""
    for side in sorted(fixture.side.parent.glob("*.json")):
        text = side.read_text(encoding="utf-8")
        if url in text and (meta := json.loads(text)).get("url") == url and side.with_suffix(".html").exists():
            return Fixture(fixture.portal, side, meta)
    return None


def response_of(request: Request, fixture: Fixture) -> HtmlResponse:
    """A fixture's page as the answer to a request."""
    request.meta["captured_at"] = fixture.meta["captured_at"]
    return HtmlResponse(
        fixture.meta["url"],
        status=fixture.meta.get("status", 200),
        headers=fixture.meta.get("headers"),
        body=fixture.page.read_bytes(),
        request=request,
    )


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
