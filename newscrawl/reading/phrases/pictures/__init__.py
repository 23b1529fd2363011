"""What is printed under a picture: captions, credits, and what is neither."""
