"""How the page of an article is asked for and read, and whether it is the one that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.counts import NOT_REACHED
from newscrawl.crawling.base import ONLY_PAGES, Crawling, meta_of, saved_at, sent_at
from newscrawl.crawling.failures import request_of, why
from newscrawl.crawling.headers import content_type_of
from newscrawl.discovery.addresses import is_of_the_same, tells_of
from newscrawl.discovery.endings import asked_address
from newscrawl.discovery.sift import listed_moment
from newscrawl.items import Article, Dropped, Identity
from newscrawl.reading.article import Reading, read
from newscrawl.reading.doubts.opinion import OTHER_ADDRESS
from newscrawl.reading.doubts.partial import AGREED, LISTED, OTHER_DATE, half_read
from newscrawl.reading.page import NotAnArticle
from newscrawl.reasons import SENT_AWAY, Says, says

# Articles go before further listings, so that memory stays flat in a long archive.
ARTICLE_PRIORITY, PAGE_PRIORITY = 10, 20
# A page that is asked for once more comes behind all others: what kept it from us may have gone by then. What a cache
# has was had.
LATER, PAST_CACHES = -10, {"Cache-Control": "no-cache"}
# In a request's meta: the page that came before was likely another article's.
ONCE_MORE = "once more"
A_DAY = timedelta(days=1)
LONG_LINE, FEW_LINES = 60, 3  # characters, and lines: a page that is a picture or a film has but what all of them have


class Fetching(Crawling):
    """A spider that asks for articles, and says why one was not had."""

    def parse_article(self, response: Response) -> Iterator[Any]:
        """What the first page of an article gives."""
        raise NotImplementedError

    def article_request(self, identity: Identity, day: str | None = None) -> Request:
        """The request for an article that was found, under a day's listing or by itself."""
        request = self.page_request(
            identity.url, identity.id, self.parse_article, self.article_failed, ARTICLE_PRIORITY
        )
        request.meta["day"] = day
        return request

    def page_request(self, url: str, id: str, callback: Any, errback: Any, priority: int, **kwargs: Any) -> Request:
        return Request(
            url,
            callback=callback,
            errback=errback,
            cb_kwargs=kwargs,
            priority=priority,
            meta={
                "download_slot": self.name,
                "article_id": id,
                "part": priority == PAGE_PRIORITY,
                **ONLY_PAGES,
            },
        )

    def read_response(self, response: Response) -> Reading:
        """The page read; raises NotAnArticle, also for a page the site sent us to instead."""
        wanted = meta_of(response).get("article_id")
        identity = self.identify(response.url)
        if identity is None or (wanted and not self.stands_for(response.url, wanted)):
            raise NotAnArticle(SENT_AWAY, response.url)
        reading = read(
            response.body,
            response.url,
            self.portal,
            self.fetched_at(response),
            content_type=content_type_of(response),
            stats=self.rule_counts(response.url),
            guess=self.portal.by_shape,
            opinion=getattr(self, "crawler", None) is not None,
        )
        if wanted and self.portal.by_moment and not self.stands_for(reading.article.url, wanted):
            raise NotAnArticle("another page", reading.article.url)
        reading.article.id = wanted or identity.id
        return reading

    def take_id_of_moment(self, article: Article) -> None:
        """Give an article the id of the one of its moment that is stored, where it has that one's text.

        Its headline was rewritten, and its address with it.
        """
        first = self.portal.identify(article.url) if self.portal.by_moment else None
        if first is None or article.id in (None, first.id) or first.id in self.unfinished:
            return
        if has_text_of(article.text, self.days.memory.text_of(first.id)):
            if request := self.unfinished.pop(article.id, None):
                self.unfinished[first.id] = request
            article.id = first.id

    def tell_doubts(self, reading: Reading, response: Response) -> None:
        """Say what speaks against an article, where its first page or all of them were read."""
        if reading.number > 1 or not getattr(self, "crawler", None):
            return
        for doubt in reading.doubts:
            if doubt == OTHER_DATE and self.plan.archive:  # old articles were often moved to new addresses
                continue
            self.crawler.signals.send_catch_log(signal=half_read, response=response, reason=doubt)
        if self.plan.corrected and self.is_listed_otherwise(reading.article, response):
            self.crawler.signals.send_catch_log(signal=half_read, response=response, reason=LISTED)

    def is_listed_otherwise(self, article: Article, response: Response, span: timedelta = AGREED) -> bool:
        """True for an article whose list says that it was published, or lately changed, on a day far from its own."""
        meta = meta_of(response)
        listed = listed_moment(meta.get("listed_at"), meta.get("day"), self.portal.zone)
        moments = [moment for moment in (article.published_at, article.updated_at) if moment]
        return listed is not None and bool(moments) and all(abs(moment - listed) > span for moment in moments)

    def asked_once_more(self, reading: Reading, response: Response) -> Request | None:
        """The request for an article's page, past caches, where the address tells nothing of the headline that came.

        By then the pages of the others are known. Null for a page that fits or says itself whose it is, and for a
        kept one.
        """
        identity = self.identify(asked := asked_address(response))
        if response.request is None or ONCE_MORE in response.meta or saved_at(response) or sent_at(response):
            return None
        if identity is None or self.repeated.fits(reading.article, asked) or reading.own:
            return None
        request = self.article_request(identity, response.meta.get("day"))
        request.headers.update(PAST_CACHES)
        told = {key: said for key, said in response.meta.items() if key in ("listed_at", "asked_again")}
        return request.replace(priority=LATER, meta={**request.meta, **told, ONCE_MORE: True})

    def whose(self, reading: Reading, response: Response) -> str | None:
        """What a page says that is another article's: that one's address, else its headline; null for its own.

        Of one that came twice for an address that tells nothing of its headline this is said by another night's
        article, by a day that is not its list's, and by a text that has no word of the address either.
        """
        article, asked = reading.article, asked_address(response)
        if known := self.repeated.whose(article, asked):
            return known
        if ONCE_MORE not in response.meta or tells_of(asked, article.title):
            return None
        strange = self.repeated.are_few and OTHER_ADDRESS in reading.doubts
        strange |= bool(self.plan.corrected) and self.is_listed_otherwise(article, response, A_DAY)
        return self.days.memory.whose(article) or (article.title if strange else None)

    def other_of(self, error: NotAnArticle, response: Response) -> Identity | None:
        """The article that a page says it is, or leads to, where lists may show another of its addresses; else null.

        An article that has got another number keeps its headline.
        """
        elsewhere = error.reason in ("another page", SENT_AWAY)
        if not (elsewhere and error.detail and response.request):
            return None
        follows = self.portal.by_shape or is_of_the_same(asked_address(response), error.detail)
        return self.identify(error.detail) if follows else None

    def article_failed(self, failure: Failure) -> Iterator[Dropped]:
        """Why an article's page could not be had."""
        request = request_of(failure)
        id, asked = request.meta.get("article_id"), request.meta.get("redirect_urls", [request.url])[0]
        reason, detail = why(failure)
        if says(reason) >= Says.MISSING and not (id and self.stands_for(request.url, id)):
            reason, detail = SENT_AWAY, request.url  # what is said there is not said of the article
        yield self.not_stored(id, asked, reason, detail, self.now())

    def dropped(self, error: NotAnArticle, response: Response) -> Dropped:
        """What is written of an article whose page is none; the address is the one that was asked for."""
        meta = meta_of(response)
        url = meta.get("redirect_urls", [response.url])[0]
        identity = self.identify(url)
        id = meta.get("article_id") or (identity.id if identity else None)
        return self.not_stored(id, url, error.reason, error.detail, self.fetched_at(response))

    def not_stored(self, id: str | None, url: str, reason: str, detail: str | None, at: datetime) -> Dropped:
        """An article that was not had, as the first day judges it: what is known of earlier days the store adds."""
        again = says(reason) is not Says.SURE
        return Dropped(self.name, id, url, reason, detail, again, at)

    def not_reached(self) -> list[Dropped]:
        """What was found and has not ended when the crawl closes; the next run tries it again."""
        left = self.unfinished
        self.unfinished = {}
        return [self.not_stored(id, r.url, NOT_REACHED, None, self.now()) for id, r in left.items()]


def has_text_of(text: str, other: str) -> bool:
    """True for texts of which one has all lines of the other, and there are enough to tell an article by.

    Two of a series have most lines alike: the prayer times of two towns, releases of one house. What was rewritten
    together with its headline is stored once more: that is no loss.

    >>> town = "Warga {} menanam bibit mangga.\\n\\nMereka merawatnya sendiri.\\n\\nBibit itu dibagi menurut daftar {}"
    >>> sora, menur = (town.format(name, "semua keluarga, yang lahir dari musyawarah.") for name in ("Sora", "Menur"))
    >>> has_text_of(sora, f"{sora}\\n\\nTambahan."), has_text_of(sora, menur), has_text_of("Satu", "Satu")
    (True, False, False)
    """
    one, two = ({line for line in said.split("\n") if line} for said in (text, other))
    shared = one & two
    return len(shared) >= max(min(len(one), len(two)), FEW_LINES) and max(map(len, shared)) >= LONG_LINE
