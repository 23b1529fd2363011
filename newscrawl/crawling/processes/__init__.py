"""Crawls in processes of their own, none of which outlives what began it."""
