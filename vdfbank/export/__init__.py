"""Bundle the books for others: entries as other people's tools read them."""
