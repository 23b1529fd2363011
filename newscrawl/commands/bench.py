"""`scrapy bench`: Scrapy's own, to measure Scrapy alone; it stores nothing."""

from scrapy.commands import bench

from newscrawl.crawling.commandline import LookingCommand


class Command(LookingCommand, bench.Command):
    pass
