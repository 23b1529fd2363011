"""Who wrote and who edited an article, wherever its page names them."""
