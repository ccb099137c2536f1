"""Files the program carries: fonts and word lists, each with its licence."""
