"""Names of social networks, as pages print them; each a part of a pattern that ignores case."""

# Where pictures and films are taken from
PICTURED = r"(?:instagram|facebook|twitter|tik ?tok|you ?tube)"
NETWORK = rf"(?:{PICTURED}|threads|telegram|whats ?app|pinterest|linkedin|snapchat|bluesky)"
