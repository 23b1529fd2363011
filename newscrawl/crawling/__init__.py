"""The crawl, on Scrapy: it asks, obeys and counts."""
