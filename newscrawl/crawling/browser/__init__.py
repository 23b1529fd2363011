"""Lists that only a browser shows, through scrapy-playwright. A plain crawl loads none of it."""
