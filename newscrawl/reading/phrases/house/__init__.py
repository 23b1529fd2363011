"""What a house says to its readers, in words of its own: calls, offers, cautions, notices."""
