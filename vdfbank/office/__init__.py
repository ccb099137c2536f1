"""Do what a committee does: open a book, check an act, commit it, answer what changed."""
