"""One file per portal and nothing else; those of your own may stand in the folder that NEWSCRAWL_PORTALS names."""

import os

if _own := os.environ.get("NEWSCRAWL_PORTALS"):
    __path__.insert(0, os.path.abspath(_own))  # noqa: PTH100  # in front: a file of the same name takes our file's place
