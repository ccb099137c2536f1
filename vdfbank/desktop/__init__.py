"""Show: the window of the village bank."""
