"""`scrapy runspider`: Scrapy's own, to try a spider's file out; it stores nothing."""

from scrapy.commands import runspider

from newscrawl.crawling.commandline import LookingCommand


class Command(LookingCommand, runspider.Command):
    pass
