"""What a person sees of a crawl: how far it is, its log, its feeds."""
