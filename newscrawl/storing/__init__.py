"""Articles in files: whole lines or none, each article once."""
