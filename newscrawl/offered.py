"""The commands there are: what each is for and says of itself in a line. No command is loaded to say so."""

from __future__ import annotations

from pathlib import Path

# In the order in which they are needed; the rest of Scrapy's commands work, too.
PURPOSES = {
    "gather": {
        "crawl": "Crawl a portal: its articles of today and yesterday, of other days, of a topic, or given ones",
        "nightly": "Crawl every portal, or those named, each in a process of its own, and report",
        "reread": "Read the pages again that could not be read, and store what comes out",
        "archive": "Read the articles in archives (WARC, WACZ) into Parquet by portal and month",
    },
    "look at what was gathered": {
        "report": "Show how each portal is: its last run, and what is not as it was",
        "latest": "Show the stored articles that were published last",
        "search": "Find stored articles by their words",
        "stats": "Show how many stored articles each portal has published, by day or month",
        "coverage": "Show by portal and month which days were asked for, and what is stored and missing",
        "duplicates": "Find stored articles with the same text, over all portals; they are shown, never deleted",
        "watch": "Look for new matches of the queries in watch.toml, as every crawl and night does when it ends",
    },
    "hand it on": {
        "export": "Write the stored articles of portals, or all, to one file (Parquet, JSON Lines, CSV, Excel, SQLite)",
        "extract": "Print the record of a saved page, or write those of a folder of them to one file",
    },
    "portals": {
        "portals": "Say of every portal how it finds articles, which fields it fills, and how that is known",
        "review": "Show pages beside what is made of them: text, what was left out, fields, rules, doubts",
        "accept": "Take a finding of the last nightly run as the portal's own doing: later runs are judged from there",
        "check": "Whether this machine and the portals are as a crawl needs them, in a table",
    },
    "make and mend a portal": {
        "genspider": "Begin a portal: a file to fill in, for a site's name and address",
        "capture": "Save a page and what the spider makes of it as a fixture",
        "bless": "Replay the fixtures and show what differs from what they expect",
        "shell": "Interactive scraping console",
        "parse": "Parse URL (using its spider) and print the results",
        "fetch": "Fetch a URL using the Scrapy downloader",
    },
}
OFFERED = {name: says for commands in PURPOSES.values() for name, says in commands.items()}
# Every file of commands/ is one, but for that which calls them.
COMMANDS = sorted({path.stem for path in (Path(__file__).parent / "commands").glob("[a-z]*.py")} - {"main"})


def overview() -> str:
    """All commands, by what they are for."""
    lines = ["usage: newscrawl COMMAND ...     newscrawl COMMAND --help says more of each", ""]
    for purpose, commands in PURPOSES.items():
        lines += [purpose, *(f"  {name:<12}{says}" for name, says in commands.items()), ""]
    return "\n".join(
        [*lines, "newscrawl crawl PORTAL --help says what a portal has: its channels, tags, search and how far back."]
    )
