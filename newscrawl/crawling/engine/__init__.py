"""Scrapy's engine as a crawl needs it: it ends at once, and knows the portals, no network, and a wrong clock."""
