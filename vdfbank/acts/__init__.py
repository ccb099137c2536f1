"""Write down what happens in a village bank, one frozen value a kind."""
