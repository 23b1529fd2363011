"""A night without anybody watching: `SCRAPY_PROJECT=nightly scrapy nightly`."""

from newscrawl.settings.base import *  # noqa: F403

RETRY_TIMES = 4  # nobody waits, and portals restart their servers at night
NEWSCRAWL_PROGRESS_SECONDS = 600  # a log that is read only when something is wrong: one line in 10 minutes
