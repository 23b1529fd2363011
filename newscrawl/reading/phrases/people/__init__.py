"""Lines that name who wrote, edited and signed a text, above, below and behind it."""
