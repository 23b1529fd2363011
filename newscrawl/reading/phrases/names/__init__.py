"""Names of people, media, places and owners of pictures, and the brackets in which they sign."""
