"""Where a portal's articles are listed: sources, their cards, and when a list has ended."""
