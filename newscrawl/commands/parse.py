"""`scrapy parse`: Scrapy's own, to print what a spider makes of a page; it stores nothing."""

from scrapy.commands import parse

from newscrawl.crawling.commandline import LookingCommand


class Command(LookingCommand, parse.Command):
    shows_a_page = True
