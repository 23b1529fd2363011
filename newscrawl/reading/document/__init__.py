"""A document in, its tree and its data out: bytes, selectors, scripts, addresses."""
