"""Pages beside what was made of each, for a person who judges them."""
