"""The spider of any portal: the lists it asks for and goes through, the articles it fetches and joins."""
