"""The Help page: keys, safety information and what the program is made of."""
