"""Show the book at the command line: verbs over the functions of office."""
