"""What becomes of all that was found: each article's end, the portal's files, raw pages, the record of the run."""
