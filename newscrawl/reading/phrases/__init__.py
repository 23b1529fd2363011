"""What is printed around an article and is none of its text: calls, labels, pointers, credits, signatures."""
