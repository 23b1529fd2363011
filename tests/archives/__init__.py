"""Archives written, read, torn and joined."""
