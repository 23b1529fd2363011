"""What no rule of a portal tells of a page at hand, read as on a page of any site."""
