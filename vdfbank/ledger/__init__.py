"""Add up entries and books into balances, statements and lists."""
