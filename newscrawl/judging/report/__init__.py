"""The morning report: each portal from the records of its runs, as text and as a page."""
