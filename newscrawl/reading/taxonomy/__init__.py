"""What an article is about in its house's own words: its sections, its tags, its summary."""
