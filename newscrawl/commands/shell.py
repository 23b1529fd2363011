"""`scrapy shell`: Scrapy's own, to look at a page; it stores nothing."""

from scrapy.commands import shell

from newscrawl.crawling.commandline import LookingCommand


class Command(LookingCommand, shell.Command):
    pass
