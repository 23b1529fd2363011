"""Crawling the live portals, politely. Every setting that differs from Scrapy's has its reason beside it."""

import os
from pathlib import Path

from scrapy.settings.default_settings import EXTENSIONS_BASE as EXTENSIONS_OF_SCRAPY

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
# One broken file must not end the night of all
SPIDER_LOADER_CLASS = "newscrawl.crawling.engine.spiderloader.PortalLoader"
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"
TEMPLATES_DIR = str(Path(__file__).parents[1] / "templates")  # `scrapy genspider -t portal` makes a portal's file

# -- ours ----------------------------------------------------------------------------------------------
# Articles and reasons, one folder a portal. Empty (-s NEWSCRAWL_DATA=): nothing is stored; an empty variable is a slip.
NEWSCRAWL_DATA = os.environ.get("NEWSCRAWL_DATA") or "data"
NEWSCRAWL_REVISIT_HOURS = 48  # stored articles this young are fetched again when listed: portals correct them
NEWSCRAWL_TRIES = 7  # different days on which an article's page is none before it is dropped for good: outages pass
NEWSCRAWL_PENDING_DAYS = 14  # as long is what could not be had asked for again, listed or not; as nights are caught up
NEWSCRAWL_PENDING_MOST = 500  # of them a run, the latest first: eight minutes at one a second
NEWSCRAWL_RETRY_AFTER_MAX = 300  # seconds without a page; a site that wants a longer pause is left for the next run
NEWSCRAWL_CRAWL_DELAY_MAX = 60  # seconds; a host that wants longer is left: a night would have a hundred pages of it
NEWSCRAWL_PROGRESS_SECONDS = 60  # between progress lines in a log: a night is 500 lines; 0 or less: none
NEWSCRAWL_NOW: str | None = None  # the moment of the crawl (ISO 8601 with offset); None is the clock
NEWSCRAWL_UNREAD_MB = 100  # pages kept for `scrapy reread`, gzipped: about 5,000; the oldest go first
NEWSCRAWL_REREAD = False  # set by `scrapy reread`: kept pages stand for the network
NEWSCRAWL_RUNS_KEPT = 400  # records of runs, about 10 kB each: a year of nights
NEWSCRAWL_WATCH = "watch.toml"  # queries that are looked for after each crawl and night; no such file: none
NEWSCRAWL_REREAD_WARC = ""  # set by `scrapy reread --warc`: the index of the raw pages that stand for the network
NEWSCRAWL_REREAD_DAMAGED = 0  # set by `scrapy reread`: how many kept files, or places in them, it could not read
NEWSCRAWL_WARC = False  # raw pages kept in data/PORTAL/warc: about 40 MB for 1,000 pages, bounded by nothing
REPLAY_DIR: str | None = None  # a folder of saved pages that stands for the network

# -- judgement: when a run that ended by itself is not a good one (exit status 9) -----------------------
NEWSCRAWL_JUDGE_RUNS = 14  # runs before that are compared with: two of each weekday
NEWSCRAWL_JUDGE_FEW_ARTICLES = 0.4  # share of the usual number for the weekday; holidays halve a portal's news
NEWSCRAWL_JUDGE_FIELD_LOST = 20  # percentage points a field may fall; tags and editors vary by ten
NEWSCRAWL_JUDGE_TEXT_SHORTER = 0.6  # share of the usual median length; it varies by a fifth from night to night
NEWSCRAWL_JUDGE_DEAD_SELECTOR = 10  # matches that were to be expected of a rule: chance gives none in no year
NEWSCRAWL_JUDGE_UNREAD = 0.05  # share of the pages fetched; a few odd pages come every night
NEWSCRAWL_JUDGE_HALF_READ = 0.05  # share of the articles read, or twice the usual share
NEWSCRAWL_JUDGE_BLOCKED = 0.05  # share of the articles asked for; a single check page is an accident
NEWSCRAWL_JUDGE_FAILED = 0.1  # share of the articles found; more is exit status 5, too
NEWSCRAWL_JUDGE_GONE = 0.2  # share of the articles found; a few are removed or moved every day
NEWSCRAWL_JUDGE_CHANGED = 0.2  # share of the articles read again, or stored; portals correct one in ten within two days
NEWSCRAWL_JUDGE_CLOCK = 6  # hours between this machine's clock and the site's: with more whole days are missed
NEWSCRAWL_JUDGE_OTHER_CARDS = 0.1  # share of the cards beyond the usual; photos and videos vary by less
NEWSCRAWL_JUDGE_SAME_VALUE = 20  # percent of the articles with one title or one moment: series are smaller
NEWSCRAWL_JUDGE_AT_LEAST = 3  # pages: fewer are an accident whatever their share
NEWSCRAWL_JUDGE_FILLED = 90  # percent with title, date and text, while there is no past to compare with
NEWSCRAWL_JUDGE_TEXT_LENGTH = 80  # characters of the median text, likewise; less is not even a sentence
NEWSCRAWL_SHORT_TEXT = 0.15  # share of the usual median: an article this short is kept as perhaps half-read

# -- nights: `scrapy nightly` ----------------------------------------------------------------------------
NEWSCRAWL_NIGHTLY_AT_ONCE = 3  # portals crawled side by side: a tenth of a core and 100 MB each
NEWSCRAWL_NIGHTLY_MINUTES = 120  # for a portal: two days are 1,500 pages, a catch-up twice as many; then it is stopped
NEWSCRAWL_NIGHTLY_GRACE = 90  # seconds to stop in before it is killed: a stop takes 15, on a busy machine some more
NEWSCRAWL_NIGHTLY_LOGS = 30  # logs kept of each portal: a month of nights
NEWSCRAWL_NIGHTLY_CATCH_UP = 14  # days listed again at most after failed nights; more is a back archive, run by hand
NEWSCRAWL_EVERY_DAY = False  # True: a crawl also lists days on which nothing ran, as in a night
NEWSCRAWL_NOTIFY = ""  # shell command that gets the report on its standard input when not every portal passed or
# something that is watched for was found; after a single crawl, what was found

# -- a browser, for the listings that need one: started only by -a browser=1 or a portal's declaration ------
NEWSCRAWL_BROWSER_PATH = ""  # its program; empty: Playwright's own, else chromium or google-chrome on PATH
NEWSCRAWL_BROWSER_CDP = ""  # http://HOST:PORT or ws://...: a browser that runs elsewhere, in place of our own
NEWSCRAWL_BROWSER_WAIT = 10  # seconds; a list, or more of it, that has not come by then is not there
NEWSCRAWL_BROWSER_PAGES = 1  # at a time; each has a context of its own that is closed with it
NEWSCRAWL_BROWSER_RESTART = 50  # pages after which it is started anew: its memory grows; 0: never
PLAYWRIGHT_BROWSER_TYPE = "chromium"  # the one that distributions package
PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT = 30_000  # milliseconds, as DOWNLOAD_TIMEOUT
PLAYWRIGHT_PROCESS_REQUEST_HEADERS = None  # the browser's own headers, with our User-Agent: no disguise
PLAYWRIGHT_LAUNCH_OPTIONS = {  # "chromium_sandbox": False where the kernel has none for users; as root it is off
    "args": [
        "--renderer-process-limit=1",  # one page at a time needs no more
        "--js-flags=--max-old-space-size=256",  # MB: a page that never ends fails, not the machine
    ],
}

# -- manners -------------------------------------------------------------------------------------------
USER_AGENT = "newscrawl/0.1 (+https://github.com/newscrawl/newscrawl; Indonesian news archive; obeys robots.txt)"
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0  # seconds between requests to a portal, all its hosts together
DOWNLOAD_DELAY_JITTER = 0.3  # requests in step look like an attack
CONCURRENT_REQUESTS = 4  # few in flight: a stop takes seconds, and a delay of 1 s needs no more
CONCURRENT_REQUESTS_PER_DOMAIN = 2  # one waits while one answers slowly
COOKIES_ENABLED = False  # portals track with them and read nothing else
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# -- safety --------------------------------------------------------------------------------------------
DOWNLOAD_VERIFY_CERTIFICATES = True  # off by default: a provider's block page would pass as the portal
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # 1 GiB by default: one page would fill the memory
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 64 * 1024 * 1024  # 5 MB by default: a list that waits for room would stop all fetching
DOWNLOAD_TIMEOUT = 30  # 180 s by default: a hanging host would hold a night
RETRY_TIMES = 2  # three tries; the next run tries again
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"  # counted and stored as a reason: not an error of ours
TELNETCONSOLE_ENABLED = False  # a port that runs Python
REMOTE_CONTROL_ENABLED = False  # another one
REDIRECT_MAX_TIMES = 5  # 20 by default: a loop costs 20 s at one request a second
METAREFRESH_ENABLED = False  # old templates refresh to the channel's front page

# -- components ----------------------------------------------------------------------------------------
# Scrapy's own waits for every pause and time-out before a stop
DOWNLOADER = "newscrawl.crawling.engine.downloader.Downloader"
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # leaks (see ours)
    "newscrawl.crawling.middlewares.kept.KeptPages": 50,  # before robots.txt: a kept page asks nobody
    "newscrawl.crawling.middlewares.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # passes on half a body
    "newscrawl.crawling.middlewares.compression.HttpCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # drops requests without a word
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # ours stays inside the portal
    "newscrawl.crawling.middlewares.redirects.RedirectMiddleware": 600,
    "newscrawl.crawling.middlewares.pauses.RetryAfterMiddleware": 560,  # nearer to the site than retries: they wait too
    "newscrawl.crawling.engine.network.NetworkMiddleware": 950,  # nearest: only what a host itself answers counts
}
# Both are switched off above. Scrapy loads what EXTENSIONS sets to None, too, and these two take a quarter of a second.
EXTENSIONS_BASE = {
    name: order
    for name, order in EXTENSIONS_OF_SCRAPY.items()
    if name not in ("scrapy.extensions.telnet.TelnetConsole", "scrapy.extensions.remote_control.RemoteControl")
}
EXTENSIONS = {
    "scrapy.extensions.logstats.LogStats": None,  # counts pages and items; ours says how far the crawl is
    "scrapy.extensions.feedexport.FeedExporter": None,  # counts no feed that it cannot write
    "newscrawl.crawling.showing.exporters.FeedExporter": 0,
    "newscrawl.crawling.engine.clock.Clock": 0,
    "newscrawl.crawling.showing.progress.Progress": 0,
    "newscrawl.crawling.keeping.recorder.RunRecorder": 10,
    "newscrawl.crawling.keeping.warc.RawPages": 10,
}
SPIDER_MIDDLEWARES = {  # first and last, so that what any other drops in between has its line and holds up nothing
    "newscrawl.crawling.keeping.departure.DepartureMiddleware": -100_000,
    "newscrawl.crawling.keeping.ledger.LedgerMiddleware": 100_000,
}
SCHEDULER = "newscrawl.crawling.engine.scheduler.Scheduler"  # likewise for what is refused on the way to it
ITEM_PIPELINES = {"newscrawl.crawling.keeping.pipelines.StorePipeline": 900}
CONCURRENT_ITEMS = 4  # 100 by default: as many workers are started for every response
WARN_ON_GENERATOR_RETURN_VALUE = False  # a check for authors of callbacks that compiles them anew for every page
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"  # the ledger knows articles by number, not by address
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # days of an archive end in the order they began
# An article not stored is one line, not an item printed whole
LOG_FORMATTER = "newscrawl.crawling.showing.log.LogFormatter"
LOG_LEVEL = "INFO"  # DEBUG prints every item
FEED_EXPORTERS = {
    "csv": "newscrawl.crawling.showing.exporters.CsvItemExporter",  # lists as JSON, times as ISO 8601, opens in Excel
    "json": "newscrawl.crawling.showing.exporters.JsonItemExporter",  # no commands to a terminal
    **dict.fromkeys(("jsonlines", "jsonl", "jl"), "newscrawl.crawling.showing.exporters.JsonLinesItemExporter"),
}
FEED_EXPORT_ENCODING = "utf-8"  # Indonesian text stays readable in JSON
