"""Where an article stands on its page: its boxes, where it begins and ends, what in them is another's."""
