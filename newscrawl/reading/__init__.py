"""A page in, an article out: no reactor, no settings, no network."""
