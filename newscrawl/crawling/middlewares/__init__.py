"""What stands between the crawl and a host."""
