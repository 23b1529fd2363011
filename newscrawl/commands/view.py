"""`scrapy view`: Scrapy's own, to show a page in a browser; it stores nothing."""

from scrapy.commands import view

from newscrawl.crawling.commandline import LookingCommand


class Command(LookingCommand, view.Command):
    shows_a_page = True
