"""Where else a text stood, where it was taken from, and what is written behind its copies."""
