"""Post accepted acts as balanced, vouchered, sealed entries."""
