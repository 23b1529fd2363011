"""`scrapy nightly`: a night of crawls."""
