"""`scrapy fetch`: Scrapy's own, to print a page; it stores nothing."""

from scrapy.commands import fetch

from newscrawl.crawling.commandline import LookingCommand


class Command(LookingCommand, fetch.Command):
    shows_a_page = True
