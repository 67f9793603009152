"""The nouns: frozen values, positions, the code tree, and the exchange hub. No I/O, standard library only."""
