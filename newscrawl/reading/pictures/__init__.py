"""The pictures of an article: which they are, in which size, and what is said of them."""
