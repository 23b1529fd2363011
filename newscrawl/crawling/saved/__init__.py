"""Saved pages in place of the network, and what the spider makes of them."""
