"""`scrapy check`: whether this machine and each portal are as a crawl needs them."""
