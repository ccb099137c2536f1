"""Report a month to the advisory committee."""
