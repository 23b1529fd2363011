"""What a run was worth, and what is stored by day and portal.

runs, counted, tally: the record of a run, and what it follows from
findings, judgement with volume, lists, known, recurring: what is not as it was, by the records before
exitcodes: the exit status that follows
report/, review/, html, words: pages and tables for a person
coverage, stats, card, watch, stored: days asked for, articles by day, what is said of an export, new matches
"""
