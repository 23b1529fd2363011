"""The spider of any portal: the lists it asks for and goes through, the articles it fetches and joins.

It is made in layers, each on those above it:

    Crawling (crawling/base.py)   what it is asked, what time it is, what it counts
    Fetching                      an article's page: asked for, read, and whether it is the one that was asked for
    Joining                       the further pages of an article
    Asking                        which lists are asked, in which order
    Walk                          a list page by page, until it ends
    LookingBack                   what came late onto the lists of days before
    Probing                       the lists of a site that nobody has described
    PortalSpider (portal.py)      the whole, from the day on that earlier runs have left (catching_up.py)
"""
