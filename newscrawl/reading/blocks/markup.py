"""Elements by what they are in a text: blocks, headings, cells, pictures."""

from __future__ import annotations

BLOCKS = frozenset(
    "p div section article main header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody "
    "tfoot tr caption address center hr details summary fieldset figure form aside nav".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
TITLES = HEADINGS | {"dt"}  # of parts of the article
CELLS = frozenset({"td", "th"})
SILENT = frozenset(
    "script style noscript template iframe svg select option textarea input video audio canvas map rt rp amp-ad "
    "amp-iframe amp-video amp-youtube amp-social-share amp-embed amp-twitter amp-instagram amp-facebook "
    "amp-tiktok".split()
)
PICTURES = frozenset({"img", "amp-img"})
SHOWN = PICTURES | {"video", "iframe", "amp-video", "amp-youtube", "amp-iframe", "blockquote"}
INLINE = frozenset("span a b i em strong u font small".split())
