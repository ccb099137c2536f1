"""Close months and years."""
