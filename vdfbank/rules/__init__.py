"""Check whether the by-laws allow an act, and know what it changes."""
