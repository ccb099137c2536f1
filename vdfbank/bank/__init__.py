"""The nouns of a village bank: frozen values that every other package shares."""
