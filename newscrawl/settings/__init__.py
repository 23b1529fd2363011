"""Settings profiles: base for crawling, replay for saved pages; scrapy.cfg names them."""
