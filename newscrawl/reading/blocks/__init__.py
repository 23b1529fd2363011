"""An article's container in, its paragraphs out."""
