"""What the page around an article says: labels, controls, comments, pointers to other articles."""
